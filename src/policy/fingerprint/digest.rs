//! The fingerprint of a value.

use core::fmt;
use core::str::FromStr;

use serde::Serialize;

use crate::policy::fingerprint::canonical::canonical;
use crate::text::hex;
use crate::text::text_enum::serde_as_text;
use crate::vocab::error::Excerpt;

/// A fingerprint of what a policy decides: the SHA-256 of its content, its calendars included.
///
/// Policies with one fingerprint give one answer to every question. It is computed when a policy is built, and
/// [`Policy::fingerprint`](crate::policy::Policy::fingerprint) gives it. As text, and with serde, it is 64 hexadecimal
/// digits in lower case. It is the same in every build, whatever the features.
///
/// **In it** is whatever decides:
///
/// - the declared words with the days on which they are in use; of the standard words only that a policy has others;
/// - severity, ratings, marks, requirements, routing, clocks, the test for forced closure, track, conduct, approvals,
///   forms
///   and reports, with their ids, which cases record;
/// - of each calendar its first and last known day, the spans of working time of each day, the offsets of the zone, and
///   how local times without an offset are read; the names of calendars that have to be named.
///
/// **Not in it** is what only people read, and what says no more than leaving it out:
///
/// - the name and the version of the policy, which cases keep beside it; labels; citations;
/// - the revision of a calendar, the names of its holidays and of its zone, and the name of the calendar for everything;
/// - what has the value that it has where nothing is written: a release that adds a key with a default leaves all
///   fingerprints as they are.
///
/// **How it was written** is not in it either: a recurring holiday is the dates on which it falls, hours that touch are
/// one span, and lists have no order where order decides nothing. Order counts for the rules of a rating, the inputs of
/// a routing table, the rows of an act with the hit policy `first`, the chains of one kind of decision, the steps of a
/// chain, the steps of an escalation, and the alternatives of a deadline. Severity rules, marks, requirements,
/// other rows, clocks, targets, conditions, words, forms and reports are sets.
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
/// use redress::policy::{Policy, Routing};
/// use redress::policy::fingerprint::Fingerprint;
///
/// let desk = |version, holiday: &str, name| -> Result<Fingerprint, Box<dyn std::error::Error>> {
///     let utc = Zone::fixed(chrono::FixedOffset::east_opt(0).ok_or("offset")?, KnownDays::years(2026, 2026)?)?;
///     let office = Calendar::builder("office", utc)
///         .week(WeekPattern::weekdays([Hours::from_static("09:00-17:00")]))
///         .holiday(holiday.parse()?, name);
///     let policy = Policy::builder("desk").version(version).calendar(office.build()?).routing(Routing::none()).build()?;
///     Ok(policy.fingerprint())
/// };
/// let first = desk("1", "2026-12-25", "Christmas Day")?;
/// assert_eq!(first, desk("2", "2026-12-25", "Christmas")?); // name and version stand beside it
/// assert_ne!(first, desk("1", "2026-12-24", "Christmas Day")?); // another day is off
/// assert_eq!(first.to_string().parse::<Fingerprint>()?, first);
/// # Ok(()) }
/// ```
#[derive(Clone, Copy, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Fingerprint(pub(in crate::policy) [u8; 32]);

impl Fingerprint {
    /// The fingerprint of a value that is stored, by the same canonical form.
    pub(crate) fn of_value<T: Serialize + ?Sized>(value: &T) -> Self {
        Self(hmac_sha256::Hash::hash(&canonical(value)))
    }

    /// Returns the 32 bytes.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

/// A text that is not a fingerprint.
#[derive(Clone, Copy, Eq, PartialEq, thiserror::Error)]
#[error("`{text}` is not a fingerprint, expected 64 hexadecimal digits in lower case")]
#[non_exhaustive]
pub struct FingerprintError {
    /// The beginning of the text.
    pub text: Excerpt,
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        hex::write(&self.0, f)
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        hex::write(&self.0, f)
    }
}

impl FromStr for Fingerprint {
    type Err = FingerprintError;

    fn from_str(text: &str) -> Result<Self, FingerprintError> {
        hex::read(text).map(Self).ok_or_else(|| FingerprintError { text: Excerpt::of(text) })
    }
}

serde_as_text!(Fingerprint, "a fingerprint");
