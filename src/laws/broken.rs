//! A law that does not hold.

use alloc::string::String;
use core::fmt;

/// A law of this module.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum Law {
    /// Every complaint has an owner, or its answer names what to ask.
    OwnerForEveryone,
    /// More facts, a higher amount or one more repetition never lower the severity.
    MonotoneSeverity,
    /// Every due instant lies after the instant from which its clock counts.
    DueAfterReceipt,
    /// What the explanation of an answer says is so.
    ExplanationIsTrue,
    /// No clock is due while it is paused.
    NoDueInAPause,
    /// Nobody signs a decision that they proposed.
    NobodyApprovesTheirOwn,
    /// Every open case can be closed by the organisation itself.
    EveryCaseCanEnd,
    /// The events of a case lead to its state.
    ReplayEqualsState,
    /// Nothing differs between a policy and itself.
    DiffIsEmpty,
}

impl Law {
    /// Every law.
    pub const ALL: &'static [Self] = &[
        Self::OwnerForEveryone,
        Self::MonotoneSeverity,
        Self::DueAfterReceipt,
        Self::ExplanationIsTrue,
        Self::NoDueInAPause,
        Self::NobodyApprovesTheirOwn,
        Self::EveryCaseCanEnd,
        Self::ReplayEqualsState,
        Self::DiffIsEmpty,
    ];
}

impl fmt::Display for Law {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::OwnerForEveryone => "every complaint has an owner",
            Self::MonotoneSeverity => "more never makes a complaint less severe",
            Self::DueAfterReceipt => "a clock is due after it starts",
            Self::ExplanationIsTrue => "an explanation is true",
            Self::NoDueInAPause => "no clock is due in a pause",
            Self::NobodyApprovesTheirOwn => "nobody approves what they proposed",
            Self::EveryCaseCanEnd => "every case can end",
            Self::ReplayEqualsState => "the events of a case lead to its state",
            Self::DiffIsEmpty => "nothing differs between a policy and itself",
        })
    }
}

/// A law that does not hold for a complaint or a case.
///
/// # Example: a policy that leaves complaints without an owner
///
/// ```
/// use redress::laws::{Situation, owner_for_everyone};
/// use redress::policy::routing::{RoutingGaps, Row};
/// use redress::policy::{Policy, Routing};
/// use redress::sample;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let nobody = Routing::none().with_gaps(RoutingGaps::Unrouted);
/// let policy = Policy::builder("shop").version("1").calendar(sample::calendar()?).routing(nobody).build()?;
/// let broken = owner_for_everyone(&policy, &Situation::new(sample::complaint()?)).unwrap_err();
/// assert_eq!(
///     broken.to_string(),
///     "law `every complaint has an owner` does not hold: expected an owner, found no row of the routing table; \
///      `complaint id=A-17 received=2026-04-02T08:00:00Z category=product-quality`",
/// );
/// # Ok(()) }
/// ```
#[derive(Clone, Eq, PartialEq, thiserror::Error)]
#[error("law `{law}` does not hold: expected {expected}, found {found}; `{about}`")]
#[non_exhaustive]
pub struct Broken {
    /// The law.
    pub law: Law,
    /// The complaint or the case, as text.
    pub about: String,
    /// What the law requires.
    pub expected: String,
    /// What was found instead.
    pub found: String,
}
