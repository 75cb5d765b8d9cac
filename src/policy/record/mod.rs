//! The forms and reports of a policy: what a form asks for, and when a report is due.
//!
//! A case holds no forms. The host keeps the entries as a [`FilledForm`] and asks [`Form::missing`] what is left to
//! fill in. For a report, [`ReportRule::next`] says when it is due.

mod filled;
mod form;
mod holders;
mod report_rule;

pub use self::filled::{FilledForm, FormError};
pub use self::form::{FieldRequirement, Form};
pub(in crate::policy) use self::report_rule::list_of_reports;
pub use self::report_rule::{Cadence, PeriodError, ReportPeriod, ReportRule};
