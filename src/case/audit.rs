//! Seals for the events of a case, so that an altered history is detected.
//!
//! # The problem
//!
//! The events of a case are stored where many can write: a database, a file share, a backup. Replay detects a history
//! that no command could have produced, but not one that was changed into another possible history. An auditor needs
//! to know that nothing was altered, removed or inserted since.
//!
//! # The idea
//!
//! Each event gets a seal: the SHA-256 of the seal before it and of the event itself. The seals form a chain, in
//! which every seal stands for the whole history up to its event. Whoever knows the last seal can check everything
//! before it.
//!
//! ```text
//! START ─┬─ seal 1 ─┬─ seal 2 ─┬─ seal 3      keep this one elsewhere
//!     event 1    event 2    event 3
//! ```
//!
//! # What it proves
//!
//! - An altered, removed, inserted or moved event changes its seal and every later one. [`verify`] names the first.
//! - A history that is cut off at the end is consistent in itself. So is one that was rewritten with new seals by
//!   somebody who may write both. Only a seal that was kept where the events are not detects these: pass it to
//!   [`verify`].
//! - A seal is no signature: it does not say who wrote it, and it hides nothing.
//!
//! # Which bytes are hashed
//!
//! The event in its stored form as JSON, with one difference: ids are written as they are compared, without regard to
//! case. Equal events must have equal seals, and `Anna` and `anna` are one person. The writer for this is in
//! `audit/folded.rs`. Field order and formats are part of the stored form, which never changes, so that old seals
//! stay valid.
//!
//! # Cost
//!
//! One hash of some hundred bytes for each event. [`verify_from`] starts at a seal that was already checked, so that
//! a growing case need not be read from the start.
//!
//! # At the edges
//!
//! No events: the last seal is [`Seal::START`]. A missing end is reported at the place after the last event. Two events
//! with equal content have different seals, because each seal contains the seal before.
//!
//! Rejected: a Merkle tree, which proves single events without the rest (a case is small and always read whole); and
//! a seal over the case as a whole, which does not say where the difference is.
//!
//! # Example: a removed event
//!
//! ```
//! use redress::case::audit::{Seal, SealedEvent, verify};
//! use redress::sample;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let case = sample::case(&sample::policy()?, &sample::roster()?)?;
//! let mut sealed = SealedEvent::all(Seal::START, case.events());
//! let last = verify(&sealed, None)?; // keep this seal elsewhere
//!
//! sealed.pop();
//! assert!(verify(&sealed, None).is_ok()); // consistent in itself …
//! assert!(verify(&sealed, Some(last)).is_err()); // … but not what was kept
//! # Ok(()) }
//! ```

mod folded;

use alloc::vec::Vec;
use core::fmt;
use core::str::FromStr;

use hmac_sha256::Hash;
use serde::{Deserialize, Serialize};

use self::folded::Folded;
use crate::case::event::Event;
use crate::text::hex;
use crate::text::map_only::map_only;
use crate::text::text_enum::serde_as_text;
use crate::vocab::error::Excerpt;

/// The SHA-256 of an event and of everything before it. Its text has 64 lowercase hexadecimal digits.
///
/// An altered event has another seal, and so has every event after it. Somebody who can write the events can write
/// their seals too. Keep the last seal where the events are not, and [`verify`] against it.
///
/// ```
/// use redress::case::audit::Seal;
///
/// let text = "0".repeat(64);
/// assert_eq!(text.parse(), Ok(Seal::START));
/// assert_eq!(Seal::START.to_string(), text);
/// let error = "ab".parse::<Seal>().unwrap_err();
/// assert_eq!(error.to_string(), "`ab` is not a seal: expected 64 lowercase hexadecimal digits");
/// ```
#[derive(Clone, Copy, Eq, Hash, PartialEq)]
pub struct Seal([u8; 32]);

impl Seal {
    /// The seal before the first event: 32 zero bytes.
    pub const START: Self = Self([0; 32]);

    /// Returns the 32 bytes of the hash.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

/// Returns the seal of an event, given the seal before it.
///
/// The seal is the hash of the seal before and of the event in its stored JSON form. Ids are written as they are
/// compared, so that two spellings of one id give the same seal.
///
/// ```
/// use redress::case::audit::{Seal, seal};
/// use redress::sample;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let case = sample::case(&sample::policy()?, &sample::roster()?)?;
/// let first = seal(Seal::START, &case.events()[0]);
/// let second = seal(first, &case.events()[1]);
/// assert_ne!(second, seal(Seal::START, &case.events()[1])); // a seal depends on everything before it
/// # Ok(()) }
/// ```
#[must_use]
pub fn seal(before: Seal, event: &Event) -> Seal {
    let mut hash = Hash::new();
    hash.update(before.0);
    // Writing an event to a list of bytes cannot fail. If it did, the seal would cover an empty text.
    let written = serde_json::to_vec(&Folded(event));
    debug_assert!(written.is_ok(), "the writer of events fails on {event:?}");
    hash.update(written.unwrap_or_default());
    Seal(hash.finalize())
}

/// An event with its seal, in a form that a host may store.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
#[expect(clippy::exhaustive_structs, reason = "a plain record: its fields are its interface")]
pub struct SealedEvent {
    /// The event.
    pub event: Event,
    /// The seal of the event.
    pub seal: Seal,
}

map_only!(SealedEvent, "a sealed event");

impl SealedEvent {
    /// Seals events one after the other, the first one after the seal `before`: [`Seal::START`] for a new case, the
    /// last seal for further events.
    #[must_use]
    pub fn all(before: Seal, events: &[Event]) -> Vec<Self> {
        let mut last = before;
        let each = events.iter().map(|event| {
            last = seal(last, event);
            Self { event: event.clone(), seal: last }
        });
        each.collect()
    }
}

/// The first event that does not match its seal.
///
/// # Example: an altered event
///
/// ```
/// use redress::case::audit::{Seal, SealedEvent, verify};
/// use redress::sample;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let case = sample::case(&sample::policy()?, &sample::roster()?)?;
/// let mut sealed = SealedEvent::all(Seal::START, case.events());
/// sealed[0].event.by = "mia".parse()?;
/// assert_eq!(verify(&sealed, None).unwrap_err().number, 1);
/// # Ok(()) }
/// ```
#[derive(Clone, Copy, Eq, PartialEq, thiserror::Error)]
#[error("event {number} does not match its seal: expected `{expected}`, found `{found}`")]
#[non_exhaustive]
pub struct SealMismatch {
    /// The place of the event, counted from 1. If the end of the history is missing, the place after the last event.
    pub number: u64,
    /// The seal that follows from the events, or the seal that was kept elsewhere.
    pub expected: Seal,
    /// The seal that was found.
    pub found: Seal,
}

/// Checks that no event was altered, removed, added or moved, and returns the last seal.
///
/// Each event must have the seal that follows from it and from the events before. If `kept` is given, the last seal
/// must be the same: this detects a history that was cut off or rewritten.
///
/// # Errors
///
/// Returns [`SealMismatch`] with the first event that does not match.
pub fn verify(sealed: &[SealedEvent], kept: Option<Seal>) -> Result<Seal, SealMismatch> {
    verify_from(Seal::START, sealed, kept)
}

/// Checks events after a seal that is known, and returns the last seal. What was checked before need not be read
/// again.
///
/// # Errors
///
/// Returns [`SealMismatch`] with the first event that does not match. Its number counts from 1 after the known seal.
///
/// # Example: only the new events
///
/// ```
/// use redress::case::audit::{Seal, SealedEvent, verify, verify_from};
/// use redress::sample;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let case = sample::case(&sample::policy()?, &sample::roster()?)?;
/// let sealed = SealedEvent::all(Seal::START, case.events());
/// let (old, new) = sealed.split_at(1);
/// let checked = verify(old, None)?;
/// assert_eq!(verify_from(checked, new, None)?, verify(&sealed, None)?);
/// # Ok(()) }
/// ```
pub fn verify_from(before: Seal, sealed: &[SealedEvent], kept: Option<Seal>) -> Result<Seal, SealMismatch> {
    let mut last = before;
    for (number, SealedEvent { event, seal: found }) in (1..).zip(sealed) {
        last = seal(last, event);
        if last != *found {
            return Err(SealMismatch { number, expected: last, found: *found });
        }
    }
    match kept.filter(|kept| *kept != last) {
        Some(kept) => Err(SealMismatch { number: sealed.len() as u64 + 1, expected: kept, found: last }),
        None => Ok(last),
    }
}

/// A text that is not a seal.
#[derive(Clone, Copy, Eq, PartialEq, thiserror::Error)]
#[error("`{text}` is not a seal: expected 64 lowercase hexadecimal digits")]
#[non_exhaustive]
pub struct SealError {
    /// The beginning of the text.
    pub text: Excerpt,
}

impl fmt::Display for Seal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        hex::write(&self.0, f)
    }
}

impl fmt::Debug for Seal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Seal({self})")
    }
}

impl FromStr for Seal {
    type Err = SealError;

    fn from_str(text: &str) -> Result<Self, SealError> {
        hex::read(text).map(Self).ok_or_else(|| SealError { text: Excerpt::of(text) })
    }
}

serde_as_text!(Seal, "a seal");
