//! The fingerprint as a value.

use core::fmt;
use core::str::FromStr;

use serde::Serialize;

use crate::policy::fingerprint::canonical::canonical;
use crate::text::hex;
use crate::text::text_enum::serde_as_text;
use crate::vocab::error::Excerpt;

/// A fingerprint of what a policy decides: the SHA-256 of its content, including its calendars.
///
/// Policies with the same fingerprint give the same answer to every question. The fingerprint is computed when a policy
/// is built; [`Policy::fingerprint`](crate::policy::Policy::fingerprint) returns it. It is the same in every build of
/// the crate, with any features. As text, and in documents, it is 64 lowercase hexadecimal digits.
///
/// | Part of the policy | In the fingerprint |
/// |---|---|
/// | rules of severity, ratings, marks, requirements, routing, clocks, approvals | yes, with their ids |
/// | track, forced closure, conduct, people, facts to ask, forms, reports | yes |
/// | words that the organisation declares, with their days of use | yes |
/// | standard words | only which of them the policy leaves out |
/// | calendars: known days, working hours of each day, offsets of the zone, reading of local times | yes |
/// | the names of calendars that rules refer to | yes |
/// | name and version of the policy | no, a case keeps them beside it |
/// | labels, citations | no, only people read them |
/// | revision of a calendar, names of its holidays, of its zone and of the main calendar | no |
/// | a value that equals its default | no |
///
/// Because defaults are left out, a release that adds a key with a default changes no fingerprint.
///
/// How a policy is written does not matter either. A recurring holiday counts as the dates on which it falls, and hours
/// that touch count as one span. The order of a list counts only if it decides something: the rules of a rating, the
/// inputs of a routing table, the rows of an act with the hit policy `first`, the chains of one kind of decision, the
/// steps of a chain, the steps of an escalation, and the alternatives of a deadline. The order of other rows, of
/// severity rules, marks, requirements, clocks, targets, conditions, words, forms and reports does not count.
///
/// # Example: the version does not count, the rules do
///
/// ```
/// use redress::policy::{Policy, Routing};
/// use redress::sample;
///
/// let desk = |version| -> Result<Policy, Box<dyn std::error::Error>> {
///     let desk = Policy::builder("desk").version(version).calendar(sample::calendar()?);
///     Ok(desk.routing(Routing::none()).build()?)
/// };
/// assert_eq!(desk("1")?.fingerprint(), desk("2")?.fingerprint()); // only the version differs
/// assert_ne!(desk("1")?.fingerprint(), sample::policy()?.fingerprint()); // other rules
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Example: as text
///
/// ```
/// use redress::policy::fingerprint::Fingerprint;
/// use redress::sample;
///
/// let fingerprint = sample::policy()?.fingerprint();
/// assert_eq!(fingerprint.to_string().len(), 64);
/// assert_eq!(fingerprint.to_string().parse::<Fingerprint>()?, fingerprint);
/// assert!("AB".parse::<Fingerprint>().is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Fingerprint(pub(in crate::policy) [u8; 32]);

impl Fingerprint {
    /// Returns the fingerprint of a stored value, by the same canonical form.
    pub(crate) fn of_value<T: Serialize + ?Sized>(value: &T) -> Self {
        Self(hmac_sha256::Hash::hash(&canonical(value)))
    }

    /// Returns the 32 bytes of the digest.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

/// A text is not a fingerprint.
#[derive(Clone, Copy, Eq, PartialEq, thiserror::Error)]
#[error("`{text}` is not a fingerprint, expected 64 lowercase hexadecimal digits")]
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
