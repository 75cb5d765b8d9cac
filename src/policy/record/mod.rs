//! The forms and reports of a policy: what a form asks for, and when a report is due.
//!
//! A case holds no forms. The host keeps the entries as a [`FilledForm`] and asks [`Form::missing`] what is left to
//! fill in. For a report, [`ReportRule::next`] says when it is due.
//!
//! # Example: a form and a report in a policy
//!
//! ```
//! use redress::policy::record::{Cadence, Form, ReportRule};
//! use redress::policy::{Policy, Routing};
//! use redress::vocab::FormField;
//! use redress::vocab::organisation::{Record, Report};
//! # use redress::sample;
//!
//! let sheet = Form::new(Record::HANDLING_SHEET).with_fields([FormField::DEMAND]);
//! let review = ReportRule::new(Report::TREND_REVIEW, Cadence::MONTH);
//! # let desk = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(Routing::none());
//! let policy = desk.form(sheet).report(review).build()?;
//!
//! assert_eq!(policy.form(Record::HANDLING_SHEET).map(|form| form.required().len()), Some(1));
//! assert!(policy.report(Report::MANAGEMENT_REVIEW).is_none());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod filled;
mod form;
mod holders;
mod report_rule;

pub use self::filled::{FilledForm, FormError};
pub use self::form::{FieldRequirement, Form};
pub(in crate::policy) use self::report_rule::list_of_reports;
pub use self::report_rule::{Cadence, PeriodError, ReportPeriod, ReportRule};
