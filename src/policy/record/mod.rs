//! The forms and reports of a policy.

mod filled;
mod form;
mod holders;
mod report_rule;

pub use self::filled::{FilledForm, FormError};
pub use self::form::{FieldRequirement, Form};
pub(in crate::policy) use self::report_rule::list_of_reports;
pub use self::report_rule::{Cadence, PeriodError, ReportPeriod, ReportRule};
