//! The content of commands: proposals, findings, pauses, extensions, promises, links and notes.
//!
//! Each type is a plain record with public fields. A constructor takes what a record must have, and `with_…` methods
//! add the rest. [`Command`](crate::case::Command) lists which command carries which record.

mod course;
mod duty;
mod findings;
mod link;
mod message;
mod note;
mod proposal;
mod receipt;
mod timing;

pub use self::course::{
    Continuation, Dispatch, FollowUpResult, InvestigationStart, Lessons, Question, Remark,
};
pub use self::duty::{Delivery, DutyKey};
pub use self::findings::{CauseFinding, CustomerCausedFinding, Findings, NotEstablishedFinding};
pub use self::link::{CaseLink, CaseSummary, ClockDue, Merger};
pub use self::message::{Apology, Message, Promise, ThanksLetter};
pub use self::note::{MAX_NOTE, Note, NoteError};
pub use self::proposal::{Offer, Proposal};
pub use self::receipt::{PolicyMove, Receipt};
pub use self::timing::{AnchorEvent, ClockExtension, ClockPause, Correction, ExtensionAmount, TimeAmount};
pub use crate::case::payload::{MAX_OFFERS, MAX_RECORDS};
