//! Why a chain cannot be completed.

use alloc::vec::Vec;
use core::fmt;

use crate::approval::limits::{MAX_SIGNATURES, MAX_STEPS};
use crate::approval::shown::{And, Signatures, Steps};
use crate::vocab::course::Exclusion;
use crate::vocab::{ActorId, Money, RuleId};

/// The reason for which the people of a roster cannot complete a chain.
///
/// # Example: two signatures and one manager
///
/// ```
/// use redress::approval::{Holding, Progress, Roster, Signers, Step, StuckApproval};
/// use redress::vocab::course::ApprovalAct;
/// use redress::vocab::{Role, RuleId};
/// use redress::word;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let steps = [Step::new(word!(RuleId, "release"), ApprovalAct::Approve, Signers::any(2, [Role::MANAGER]))];
/// let roster = Roster::builder("2026-03").holding(Holding::new("anna".parse()?, Role::MANAGER)).build()?;
/// let stuck = Progress::of(&steps).possible_signers(&roster, "2026-03-02T10:00:00Z".parse()?).unwrap_err();
/// assert!(matches!(&stuck, StuckApproval::Nobody { needed: 2, people, .. } if people.len() == 1));
/// assert_eq!(
///     stuck.to_string(),
///     "step `release` cannot be signed: 2 signatures are needed, but only `anna` can sign; 1 more person is needed",
/// );
/// # Ok(()) }
/// ```
#[derive(Clone, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum StuckApproval {
    /// Some steps need more people than there are.
    #[error(
        "{} cannot be signed: {} needed, but {} can sign{}; {} needed",
        Steps(steps), Signatures(*needed), Few(people), LeftOut(left_out), Missing(*needed, people)
    )]
    Nobody {
        /// A smallest set of steps that cannot all be signed: none of them can be left out.
        steps: Vec<RuleId>,
        /// Everybody who could sign at least one of the missing signatures, ordered by id. A delegate is not listed:
        /// they sign for one of these people and therefore add nobody.
        people: Vec<ActorId>,
        /// The number of missing signatures, each by a different person. It is greater than the number of `people`.
        needed: u32,
        /// The people who hold a role of these steps and still cannot sign, with the reason, ordered by id.
        left_out: Vec<(ActorId, SigningObstacle)>,
    },
    /// The steps exceed the limits of a chain. A chain of a built policy never does.
    #[error(
        "{steps} steps with {signatures} signatures, expected at most {MAX_STEPS} steps and {MAX_SIGNATURES} signatures"
    )]
    TooComplex {
        /// The number of steps.
        steps: usize,
        /// The number of signatures that the steps take together.
        signatures: u64,
    },
}

/// What keeps a person who holds the role from signing.
///
/// ```
/// use redress::approval::signing::SigningObstacle;
/// use redress::vocab::Money;
/// use redress::vocab::course::Exclusion;
///
/// assert_eq!(SigningObstacle::Excluded(Exclusion::Handler).to_string(), "is excluded as `handler`");
/// let limit = Money::new(50_000, "EUR".parse()?);
/// assert_eq!(SigningObstacle::OverLimit(limit).to_string(), "may sign at most `500.00 EUR`");
/// # Ok::<(), redress::vocab::error::CurrencyError>(())
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a new reason must break every embedder's match")]
pub enum SigningObstacle {
    /// The person may not sign because of their part in the case, such as having proposed what is to be signed.
    Excluded(Exclusion),
    /// The person has refused to sign the step, or somebody has refused for them.
    Refused,
    /// The person has already signed this step, or somebody has signed it for them.
    Signed(RuleId),
    /// The amount is above this limit of the person.
    OverLimit(Money),
    /// The person has this limit, and the amount is not known.
    AmountUnknown(Money),
    /// The person has this limit, and the amount is in another currency.
    OtherCurrency(Money),
    /// The actor is a system account, and the step does not name it.
    NotNamed,
}

impl fmt::Display for SigningObstacle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Excluded(because) => write!(f, "is excluded as `{because}`"),
            Self::Refused => f.write_str("has refused"),
            Self::Signed(step) => write!(f, "has signed `{step}`"),
            Self::OverLimit(limit) => write!(f, "may sign at most `{limit}`"),
            Self::AmountUnknown(limit) => write!(f, "may sign at most `{limit}`, the amount is unknown"),
            Self::OtherCurrency(limit) => {
                write!(f, "may sign at most `{limit}`, the amount is in another currency")
            }
            Self::NotNamed => f.write_str("is a system account that the step does not name"),
        }
    }
}

/// Prints the people who can sign, of whom there are too few.
struct Few<'a>(&'a [ActorId]);

impl fmt::Display for Few<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() { f.write_str("nobody") } else { write!(f, "only {}", And(self.0)) }
    }
}

/// Prints who is left out, and why.
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

/// Prints how many people are missing.
struct Missing<'a>(u32, &'a [ActorId]);

impl fmt::Display for Missing<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let there = u32::try_from(self.1.len()).unwrap_or(u32::MAX);
        match self.0.saturating_sub(there) {
            1 => f.write_str("1 more person is"),
            more => write!(f, "{more} more people are"),
        }
    }
}
