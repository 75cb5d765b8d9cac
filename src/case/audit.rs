//! A chain of hashes over the events of a case, so that an altered history is seen.

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

/// The SHA-256 of an event and of everything before it, as 64 hexadecimal digits.
///
/// An altered event has another seal, and so has every event after it. Who can write the events can write their seals
/// as well: keep the last seal where the events are not, and [`verify`] against it.
#[derive(Clone, Copy, Eq, Hash, PartialEq)]
pub struct Seal([u8; 32]);

impl Seal {
    /// What goes before the first event.
    pub const START: Self = Self([0; 32]);

    /// The 32 bytes.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

/// Seals an event behind another: the hash of the seal before and of the event's stored form as JSON, with ids as they are
/// compared. Two spellings of one id are one person and one seal.
///
/// ```
/// use redress::case::Event;
/// use redress::case::audit::{Seal, seal};
///
/// let event: Event =
///     serde_json::from_str(r#"{"case":"A-1","number":3,"at":"2026-03-02T09:00:00Z","by":"anna","command":"k-2","what":"registered"}"#)?;
/// let first = seal(Seal::START, &event);
/// assert_eq!(first.to_string().len(), 64);
/// assert_ne!(seal(first, &event), first);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[must_use]
pub fn seal(before: Seal, event: &Event) -> Seal {
    let mut hash = Hash::new();
    hash.update(before.0);
    // The writer of events fails on nothing, and bytes are taken by a list without fail: were it otherwise, the seal
    // would be that of an empty text, and no event's.
    let written = serde_json::to_vec(&Folded(event));
    debug_assert!(written.is_ok(), "the writer of events fails on {event:?}");
    hash.update(written.unwrap_or_default());
    Seal(hash.finalize())
}

/// An event with its seal, as a host may store it.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
#[expect(clippy::exhaustive_structs, reason = "a plain record: its fields are its interface")]
pub struct SealedEvent {
    /// The event.
    pub event: Event,
    /// Its seal.
    pub seal: Seal,
}

map_only!(SealedEvent, "a sealed event");

impl SealedEvent {
    /// Seals events, the first behind the last of those before, or behind [`Seal::START`].
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

/// The first event that does not fit its seal.
#[derive(Clone, Copy, Eq, PartialEq, thiserror::Error)]
#[error("event {number} does not match its seal: expected `{expected}`, found `{found}`")]
#[non_exhaustive]
pub struct SealMismatch {
    /// Its place in the history, from 1; one more than there are events where the end is missing.
    pub number: u64,
    /// The seal that follows from the events.
    pub expected: Seal,
    /// The seal that was found.
    pub found: Seal,
}

/// Checks that no event was altered, left out, added or moved: each has the seal that follows from it and from those
/// before, and the last one is the seal that was kept elsewhere, if one was.
///
/// # Errors
///
/// [`SealMismatch`] with the first event that does not fit.
pub fn verify(sealed: &[SealedEvent], kept: Option<Seal>) -> Result<Seal, SealMismatch> {
    verify_from(Seal::START, sealed, kept)
}

/// The same of the events behind a seal that is known: what was checked before need not be read again.
///
/// # Errors
///
/// [`SealMismatch`] with the first event that does not fit, counted from 1 behind that seal.
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

/// A text that is no seal.
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
