//! A policy: the procedure of one organisation as data, proved when it is built.
//!
//! A policy names the words that an organisation uses, its calendars, how severe complaints are, who is responsible
//! for them, which clocks run, the course of a case, who approves what, and how complainants are treated. Create one
//! in code with [`Policy::builder`], or read one from a file with [`PolicyDocument`].
//!
//! [`PolicyBuilder::build`] returns the policy, or every fault at once, each with its place and a remedy. In a policy
//! that was built:
//!
//! - every word is declared in its taxonomy;
//! - every complaint has an owner, unless the routing says that gaps are allowed;
//! - every routing row can decide, and no two rows conflict;
//! - no complaint lies in a gap between the severity rules, unless they say that gaps are allowed;
//! - every term can be evaluated, and every clock can start.
//!
//! # Example: a fault and its remedy
//!
//! ```
//! use redress::policy::{Policy, Routing};
//! use redress::policy::routing::{Cell, Row};
//! use redress::sample;
//! use redress::vocab::{Department, Input, RuleId, Subject};
//! use redress::word;
//!
//! let service = Row::owner(word!(RuleId, "service"), Department::BUSINESS).with_cell(Cell::is(Subject::SERVICE));
//! let faults = Policy::builder("desk").version("1")
//!     .calendar(sample::calendar()?)
//!     .routing(Routing::by([Input::SUBJECT]).with_row(service))
//!     .build()
//!     .unwrap_err();
//! assert_eq!(
//!     faults.faults()[0].to_string(),
//!     "routing: no row assigns an owner to subject `product-environment`; add a row, or set `gaps = \"unrouted\"`",
//! );
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod answer;
mod bits;
mod builder;
mod calendars;
mod choice;
mod cited;
pub mod clock;
mod code_map;
mod codes;
pub mod condition;
pub mod document;
pub mod fault;
pub mod finding;
pub mod fingerprint;
mod hint;
mod ids;
mod label_proof;
pub(crate) mod lexicon;
pub mod limits;
mod numbers;
mod policy_book;
mod procedure;
pub mod record;
mod recurrence;
mod recurrence_key;
pub mod routing;
pub mod severity;
mod staffing;
pub mod track;
mod version;

pub(crate) use self::bits::Bits;
pub use self::builder::PolicyBuilder;
pub use self::clock::rule::ClockRule;
pub use self::condition::tree::Condition;
pub use self::document::policy::PolicyDocument;
pub use self::fault::kinds::{PolicyFault, PolicyFaults};
pub use self::hint::PolicyHint;
pub(crate) use self::numbers::Numbers;
pub use self::policy_book::PolicyBook;
pub use self::procedure::Policy;
pub use self::routing::table::Routing;
pub use self::severity::rules::SeverityRules;
pub use self::track::course::Track;
pub use self::version::PolicyVersion;

/// The versions of a procedure with the days for which each is valid, and their document.
///
/// [`PolicyBook`] chooses the policy by the receipt of a complaint.
pub mod book {
    pub use crate::policy::document::book::{PolicyBookDocument, ValidityDocument};
    pub use crate::policy::policy_book::{BookFault, BookFaults, DaySpan, NoPolicyError, PolicyValidity};
}

/// Separation of duties: who may not act in a case because of who they are, and which actions require a second
/// person.
pub mod people {
    pub use crate::policy::track::people::PeopleRules;
}
