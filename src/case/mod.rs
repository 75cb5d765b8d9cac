//! A case: the life of a complaint as a list of events, from its receipt to its review.
//!
//! A host keeps the events and asks before each step: [`decide`] refuses a request or states the events that follow
//! from it, [`Case::after`] records them. Nothing else changes a case, and [`Case::replay`] rebuilds it from stored events
//! or names the first that does not fit.
//!
//! | What a host asks | Answer |
//! |---|---|
//! | May this be done? | [`decide`]: a [`Decision`] or a [`Refusal`] |
//! | What may this person do now, and why not the rest? | [`allowed`] |
//! | Who can complete an approval, and who is not waited for? | [`can_pass`], [`no_longer_needed`] |
//! | When does anything change by itself? | [`Outlook::next_event`]: one timer a case |
//! | What should have happened by now? | [`Outlook::owed`] |
//! | Was the complainant asked often enough? Who answers for it? | [`Case::follow_up`], [`Case::answerable`] |
//! | Where does every clock stand? | [`Case::clocks`], [`Outlook::standing`] |
//! | What may follow what? | [`table`](ARROWS), drawn by [`mermaid`] |
//!
//! # The course
//!
#![doc = include_str!("../docs/course.md")]

mod allowed;
mod approval;
mod assessment;
#[cfg(feature = "audit")]
mod audit;
mod authority;
mod clock;
mod commands;
mod constructors;
mod decide;
mod deed;
mod document;
mod duty;
mod entered_late;
mod event;
mod evolve;
mod findings;
mod follow_up;
mod history;
mod moving;
mod note;
mod outlook;
mod payload;
mod people;
mod proposal;
mod records;
mod refusal;
mod replay;
#[cfg(feature = "report")]
mod reported;
mod running;
mod state;
mod table;
mod timeline;
mod undetermined;

pub use self::allowed::{Allowed, allowed};
pub use self::approval::{
    Approval, ApprovalEnded, ApprovalOpened, ApprovalRaised, ApprovalState, SignatureGiven,
    SignatureWithdrawn, SignaturesVoided,
};
pub use self::assessment::{Assessed, Targeted};
#[cfg(feature = "audit")]
pub use self::audit::{Broken, Seal, SealError, Sealed, seal, verify, verify_from};
pub use self::clock::{CaseClock, standing};
#[cfg(feature = "report")]
pub(crate) use self::decide::begun;
pub use self::decide::{can_pass, decide, no_longer_needed, open};
pub use self::deed::{Command, What};
pub use self::document::CaseDocument;
pub use self::duty::{DutyKey, Owed};
pub use self::event::{Decision, Event, Notice, Request};
pub(crate) use self::evolve::evolve;
pub use self::findings::{CauseFound, CustomerCaused, Findings, NotEstablished};
pub use self::follow_up::FollowUpState;
pub use self::moving::{CalendarChange, ClockChange, PolicyDiff, decide_move};
pub use self::note::{MAX_NOTE, Note, NoteError};
pub use self::outlook::{Moment, MomentKind, Outlook};
pub use self::proposal::{CaseSummary, DueOf, MAX_OFFERS, Matter, Offer, PolicyEdition, Proposal};
pub use self::records::{
    Accident, Amount, Apology, Because, Contained, Correction, Delivered, Disciplined, Dispatching,
    Extending, FollowedUp, GoingOn, Goods, Happened, Lessons, Linked, Longer, Measure, Merged, Message,
    Moving, OnApproval, Overriding, Pausing, Promised, Question, Recall, Receipt, Returning,
    SanctionProposed, Starting, Thanks, Waived,
};
pub use self::refusal::Refusal;
pub use self::replay::{Policies, ReplayError, ReplayProblem};
#[cfg(feature = "report")]
pub(crate) use self::reported::{closing_due, is_entered_late, kept_limits};
pub use self::state::{Case, Closure, Contact, MAX_RECORDS, PromiseKept, PromiseRecord};
pub use self::table::{ARROWS, Arrow, Only, Way, actions, arrows, is_open, is_solved, mermaid, step};
