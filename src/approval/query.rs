//! The decision for which a chain is chosen.

use crate::vocab::course::DecisionKind;
use crate::vocab::{Money, Remedy, Severity};

/// A decision for which [`ApprovalTable::select`](crate::approval::ApprovalTable::select) chooses a chain.
///
/// What is not given is unknown. If the choice depends on it, `select` returns an error and does not guess.
///
/// # Example: a refund of 500 EUR
///
/// ```
/// use redress::approval::signing::ChainQuery;
/// use redress::sample;
/// use redress::vocab::course::DecisionKind;
/// use redress::vocab::{Money, Remedy, Severity};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let refund = ChainQuery::new(DecisionKind::Remedy)
///     .with_severity(Severity::Serious)
///     .with_amount(Money::new(50_000, "EUR".parse()?))
///     .with_remedies(&[Remedy::REFUND]);
/// let policy = sample::policy()?;
/// let chain = policy.approvals().select(refund)?.ok_or("no chain")?;
/// assert_eq!(chain.id().to_string(), "refunds");
/// # Ok(()) }
/// ```
#[derive(Clone, Copy, Debug)]
pub struct ChainQuery<'a> {
    pub(super) kind: DecisionKind,
    pub(super) severity: Option<Severity>,
    pub(super) amount: Option<Money>,
    pub(super) remedies: &'a [Remedy],
}

impl<'a> ChainQuery<'a> {
    /// Creates a query for a kind of decision, with no severity, no amount and no remedies.
    #[must_use]
    pub const fn new(kind: DecisionKind) -> Self {
        Self { kind, severity: None, amount: None, remedies: &[] }
    }

    /// Sets the severity of the complaint. `None` means that it is unknown.
    #[must_use]
    pub fn with_severity(mut self, severity: impl Into<Option<Severity>>) -> Self {
        self.severity = severity.into();
        self
    }

    /// Sets the amount of the decision. `None` means that it is unknown.
    #[must_use]
    pub fn with_amount(mut self, amount: impl Into<Option<Money>>) -> Self {
        self.amount = amount.into();
        self
    }

    /// Sets the remedies of the decision.
    #[must_use]
    pub const fn with_remedies(mut self, remedies: &'a [Remedy]) -> Self {
        self.remedies = remedies;
        self
    }
}
