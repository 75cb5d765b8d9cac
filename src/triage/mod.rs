//! Triage: how severe a complaint is, who is responsible, when it is due, and why.
//!
//! [`triage`] is a pure function of a [`Policy`](crate::policy::Policy), a [`Complaint`] and the [`History`] of earlier
//! complaints. It reads no clock and changes nothing. Its result, a [`Triage`], borrows the policy and the complaint.
//!
//! | To find out | Use |
//! |---|---|
//! | everything at once | [`triage`] |
//! | the reasons, as data that you can store or show | [`Triage::explain`] |
//! | only the severity or only the owner, fast | [`Policy::prepare`](crate::policy::Policy::prepare) |
//! | whether one condition holds | [`Complaint::satisfies`] |
//! | on which form to answer | [`answer_form`](answer::answer_form) |
//!
//! What is unknown stays unknown. If the answer depends on something that nobody has said, triage returns what it may
//! be and what to ask; it never guesses.
//!
//! # Example: a complaint before Easter
//!
//! ```
//! use redress::sample;
//! use redress::triage::{History, triage};
//! use redress::vocab::{ClockName, Department};
//!
//! let (policy, complaint) = (sample::policy()?, sample::complaint()?); // received on Thursday, 2026-04-02
//! let answer = triage(&policy, &complaint, &History::none())?;
//! assert_eq!(answer.department(), Some(Department::QUALITY));
//! let due = answer.due(ClockName::RESPONSE).ok_or("no due date")?;
//! assert_eq!(due.at().to_rfc3339(), "2026-04-08T15:00:00+00:00"); // Wednesday, 17:00 in Berlin
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

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

/// The reasons of an answer, part by part, as data.
///
/// [`Triage::explain`] returns an [`Explanation`], which is made of these parts.
///
/// | Question | Part |
/// |---|---|
/// | Why this severity? | [`SeverityAccount`](account::SeverityAccount), [`RuleAccount`](account::RuleAccount) |
/// | Why this owner, and who else? | [`OwnerAccount`](account::OwnerAccount), [`RouteAccount`](account::RouteAccount) |
/// | Why this due date? | [`ClockAccount`](account::ClockAccount), [`TargetAccount`](account::TargetAccount) |
/// | Why no due date? | [`MissingDueDate`](account::MissingDueDate) |
/// | Why this mark? | [`MarkAccount`](account::MarkAccount) |
/// | Why this importance, urgency or claim kind? | [`WordAccount`](account::WordAccount) |
/// | Why this form? | [`FormAccount`](account::FormAccount) |
/// | Which fact made a rule hold? | [`Ground`](account::Ground), [`Finding`](account::Finding) |
pub mod account {
    pub use crate::triage::explanation::{ClockAccount, MissingDueDate, PeriodsAccount, TargetAccount};
    pub use crate::triage::findings::{
        FormAccount, LevelAccount, MarkAccount, OwnerAccount, RouteAccount, RuleAccount, SeverityAccount,
        WordAccount,
    };
    pub use crate::triage::grounds::{Finding, Ground};
    pub use crate::triage::local::{LocalAccount, LocalChoice};
}

/// The parts of an answer (levels, clocks, repetitions, forms), and a function that chooses the form of an answer.
pub mod answer {
    pub use crate::triage::clock::{ClockOutcome, ClockTriage};
    pub use crate::triage::document::DocumentInstant;
    pub use crate::triage::form::{AnswerForm, answer_form};
    pub use crate::triage::history::ConflictingCase;
    pub use crate::triage::recurrence::RecurrenceCount;
    pub use crate::triage::severity::{Level, SeverityTriage};
}

/// How much one complaint can hold. A document with more is refused.
pub mod limits {
    pub use crate::triage::document::{MAX_FACTS, MAX_WORDS};
}
