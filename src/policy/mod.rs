//! A policy: one organisation's procedure as data, proved when it is built.
//!
//! A policy names the words an organisation uses, its calendar, how bad complaints are, who gets them, which clocks
//! run, when a complaint is closed without a solution, the course of its cases, who approves what, and how a
//! complainant is met. [`PolicyBuilder::build`] returns the policy or every fault at once, each with its place; a built
//! policy has no undeclared word, no gap in its routing, no row that never counts, no term that contradicts itself and
//! no clocks that start from each other.

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
pub mod fingerprint;
mod hint;
mod ids;
mod label_proof;
pub(crate) mod lexicon;
pub mod limits;
mod numbers;
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
pub use self::procedure::Policy;
pub use self::routing::table::Routing;
pub use self::severity::rules::SeverityRules;
pub use self::track::course::Track;
pub use self::version::PolicyVersion;

/// Separation of duties by person: whom a policy keeps from what, and what takes a second person.
pub mod people {
    pub use crate::policy::track::people::PeopleRules;
}
