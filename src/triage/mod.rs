//! Triage: how bad a complaint is, who gets it, by when it must be dealt with, and why.
//!
//! [`triage`] is a pure function of a [`Policy`](crate::policy::Policy), a [`Complaint`] and the [`History`] before it. Its result
//! borrows the first two and holds positions, not copies; [`Triage::explain`] makes the owned account.

mod asked;
mod clock;
mod codes;
mod complaint;
mod decide;
pub(crate) mod document;
mod explanation;
mod fault;
mod findings;
mod form;
mod grounds;
mod history;
mod known;
mod local;
mod marking;
mod marks;
mod of_example;
mod outcome;
mod past;
mod past_case;
mod past_index;
mod prepared;
mod recurrence;
mod resolve;
mod routes;
mod severity;
mod sorted;
mod written;

pub use self::complaint::Complaint;
pub use self::decide::{triage, triage_with};
pub use self::document::ComplaintDocument;
pub use self::explanation::Explanation;
pub use self::fault::{ComplaintFault, TriageError};
pub use self::history::History;
pub use self::outcome::Triage;
pub use self::past::PastCounts;
pub use self::past_case::PastCase;
pub use self::prepared::PreparedComplaint;
pub use self::routes::Owner;

/// The account of an answer, part by part.
pub mod account {
    pub use crate::triage::explanation::{ClockAccount, MissingDueDate, PeriodsAccount, TargetAccount};
    pub use crate::triage::findings::{
        FormAccount, LevelAccount, MarkAccount, OwnerAccount, RouteAccount, RuleAccount, SeverityAccount,
        WordAccount,
    };
    pub use crate::triage::grounds::{Finding, Ground};
    pub use crate::triage::local::{LocalAccount, LocalChoice};
}

/// The parts of an answer (levels, clocks, repetitions, forms), and functions that try a condition or a repetition.
pub mod answer {
    pub use crate::triage::clock::{ClockOutcome, ClockTriage};
    pub use crate::triage::document::DocumentInstant;
    pub use crate::triage::form::{AnswerForm, answer_form};
    pub use crate::triage::history::ConflictingCase;
    pub use crate::triage::recurrence::RecurrenceCount;
    pub use crate::triage::severity::{Level, SeverityTriage};
}

/// How much a complaint holds: a document with more is refused.
pub mod limits {
    pub use crate::triage::document::{MAX_FACTS, MAX_WORDS};
}
