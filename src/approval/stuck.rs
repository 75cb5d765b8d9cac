//! Why a chain cannot be completed.

use alloc::vec::Vec;
use core::fmt;

use crate::approval::limits::{MAX_SIGNATURES, MAX_STEPS};
use crate::approval::shown::{And, Signatures, Steps};
use crate::vocab::course::Exclusion;
use crate::vocab::{ActorId, Money, RuleId};

/// Why a chain cannot be completed.
#[derive(Clone, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum StuckApproval {
    /// There are fewer people than signatures.
    #[error(
        "{} cannot be signed: {} needed and {} can sign{}, expected {} more who may",
        Steps(steps), Signatures(*needed), Few(people), LeftOut(left_out), Missing(*needed, people)
    )]
    Nobody {
        /// Steps that cannot all be signed, none of which could be left out.
        steps: Vec<RuleId>,
        /// Everybody who could sign any of these slots, in the order of the ids; a delegate signs in the place of one
        /// of them, and so adds nobody.
        people: Vec<ActorId>,
        /// How many signatures of different people they would have to give: more than there are people.
        needed: u32,
        /// Who has a role of these slots and yet cannot sign, in the order of the ids.
        left_out: Vec<(ActorId, SigningObstacle)>,
    },
    /// The steps are more than any table has in one chain.
    #[error(
        "{steps} steps with {signatures} signatures, expected at most {MAX_STEPS} and {MAX_SIGNATURES} as in every chain of a policy"
    )]
    TooComplex {
        /// How many steps there are.
        steps: usize,
        /// How many signatures they take.
        signatures: u64,
    },
}

/// Why somebody who has the role cannot sign.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a new reason must break every embedder's match")]
pub enum SigningObstacle {
    /// They are excluded from the case.
    Excluded(Exclusion),
    /// They have refused to sign the step.
    Refused,
    /// They have signed a step, or somebody for them.
    Signed(RuleId),
    /// The amount exceeds their limit.
    OverLimit(Money),
    /// They have a limit, and the amount is not known.
    AmountUnknown(Money),
    /// They have a limit in another currency.
    OtherCurrency(Money),
    /// It is a system account that the step does not name.
    NotNamed,
}

impl fmt::Display for SigningObstacle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Excluded(because) => write!(f, "excluded as `{because}`"),
            Self::Refused => f.write_str("has refused"),
            Self::Signed(step) => write!(f, "has signed `{step}`"),
            Self::OverLimit(limit) => write!(f, "signs up to `{limit}`"),
            Self::AmountUnknown(limit) => write!(f, "signs up to `{limit}`, and the amount is not known"),
            Self::OtherCurrency(limit) => {
                write!(f, "signs up to `{limit}`, and the amount is in another currency")
            }
            Self::NotNamed => f.write_str("is a system account that is not named"),
        }
    }
}

/// The people, who are too few.
struct Few<'a>(&'a [ActorId]);

impl fmt::Display for Few<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() { f.write_str("nobody") } else { write!(f, "only {}", And(self.0)) }
    }
}

/// Who is left out, and why.
struct LeftOut<'a>(&'a [(ActorId, SigningObstacle)]);

impl fmt::Display for LeftOut<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const MOST: usize = 3;
        for (place, (person, why)) in self.0.iter().take(MOST).enumerate() {
            write!(f, "{}`{person}` {why}", if place == 0 { " (" } else { "; " })?;
        }
        match self.0.len() {
            0 => Ok(()),
            all if all > MOST => write!(f, "; and {} more)", all - MOST),
            _ => f.write_str(")"),
        }
    }
}

/// How many people are missing.
struct Missing<'a>(u32, &'a [ActorId]);

impl fmt::Display for Missing<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let there = u32::try_from(self.1.len()).unwrap_or(u32::MAX);
        self.0.saturating_sub(there).fmt(f)
    }
}
