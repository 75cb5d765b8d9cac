//! A case: the life of a complaint as a list of events, from its receipt to its review.
//!
//! A host keeps the events and asks before each step: [`Office::decide`] refuses a request or states the events that follow
//! from it, [`Case::after`] records them. Nothing else changes a case, and [`Case::replay`] rebuilds it from stored
//! events or names the first that does not fit.
//!
//! | What a host asks | Answer |
//! |---|---|
//! | May this be done? | [`Office::decide`]: a [`Decision`] or a [`Refusal`] |
//! | What may this person do now, and why not the rest? | [`Office::allowed`] |
//! | Who can complete an approval, and who is not waited for? | [`Office::possible_signers`], [`Office::no_longer_needed`] |
//! | When does anything change by itself? | [`Outlook::next_change`]: one timer a case |
//! | Which limit comes next? | [`Outlook::next_due`] |
//! | What should have happened by now? | [`Outlook::owed`] |
//! | Was the complainant asked often enough? Who answers for it? | [`Case::follow_up`], [`Case::answerable`] |
//! | Where does every clock stand? | [`Case::clocks`], [`Outlook::standing`] |
//! | What may follow what? | [`course::ARROWS`], drawn by [`course::mermaid`] |
//!
//! # The course
//!
#![doc = include_str!("../docs/course.md")]

pub mod approval;
pub mod assessment;
#[cfg(feature = "audit")]
#[cfg_attr(docsrs, doc(cfg(feature = "audit")))]
pub mod audit;
pub mod clock;
mod codes;
pub mod command;
pub mod course;
mod decide;
mod deed;
mod event;
mod moving;
mod payload;
mod refusal;
mod refusal_kind;
mod stages;
pub mod state;
pub mod stored;
pub mod track;

pub use self::clock::outlook::Outlook;
#[cfg(feature = "report")]
pub(crate) use self::decide::begun;
pub use self::decide::{Allowed, Intake, Office, open};
pub use self::deed::{Command, EventKind};
pub use self::event::{Decision, Event, Notice, Request, Stamp};
pub use self::refusal::Refusal;
pub use self::refusal_kind::RefusalKind;
pub use self::state::case::Case;

/// What changes for a case that moves to another policy.
pub mod migration {
    pub use crate::case::moving::{CalendarChange, ClockChange, Migration, PolicyDiff};
}
