//! A case: the life of one complaint as a list of events, from its receipt to its review.
//!
//! A host stores the events. Before each step it asks [`Office::decide`], which either refuses the request or returns
//! the events that follow from it. [`Case::after`] applies them. Nothing else changes a case. [`Case::replay`] rebuilds
//! a case from stored events, and names the first event that does not fit.
//!
//! | Question | Answer |
//! |---|---|
//! | May this be done? | [`Office::decide`]: a [`Decision`] or a [`Refusal`] |
//! | What may this person do now, and why not the rest? | [`Office::allowed`] |
//! | Who can sign next, and who need not sign any more? | [`Office::possible_signers`], [`Office::no_longer_needed`] |
//! | When does something change although nobody acts? | [`Outlook::next_change`]: one timer per case |
//! | Which deadline comes next? | [`Outlook::next_due`] |
//! | What should have happened by now? | [`Outlook::owed`] |
//! | Was the complainant contacted often enough? Who is answerable? | [`Case::follow_up`], [`Case::answerable`] |
//! | Where does every clock stand? | [`Case::clocks`], [`Outlook::standing`] |
//! | Which action leads from which stage to which? | [`course::ARROWS`], drawn by [`course::mermaid`] |
//!
//! # Example: from the receipt to a second person's signature
//!
//! ```
//! use redress::case::approval::ApprovalReference;
//! use redress::case::{Command, Office, Request, Stamp};
//! use redress::sample;
//! use redress::vocab::Stage;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let (policy, roster) = (sample::policy()?, sample::roster()?);
//! let case = sample::case_in_approval(&policy, &roster)?; // `anna` has proposed a refund
//! assert_eq!(case.stage(), Stage::InApproval);
//!
//! let stamp = Stamp::new("k-5".parse()?, "mia".parse()?, "2026-04-02T09:00:00Z".parse()?);
//! let sign = Request::on(&case, stamp, Command::Sign(ApprovalReference::new(1)));
//! let decision = Office::new(&policy, &roster).decide(&case, sign)?;
//! // A host stores `decision.events()` here.
//! let case = case.after(&decision)?;
//! assert_ne!(case.stage(), Stage::InApproval);
//! # Ok(()) }
//! ```
//!
//! # The course
//!
//! A track with every optional stage; those have a broken edge. Arrows that stay at a stage are not drawn.
//!
#![doc = include_str!("../docs/course.svg")]
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

/// Moving a case to another policy, and what that would change.
pub mod migration {
    pub use crate::case::moving::{CalendarChange, ClockChange, Migration, PolicyDiff};
}
