//! What a chain is chosen by.

use crate::vocab::course::DecisionKind;
use crate::vocab::{Money, Remedy, Severity};

/// A decision for which a chain is looked for; [`ApprovalTable::select`](crate::approval::ApprovalTable::select) finds
/// it.
///
/// ```
/// use redress::approval::signing::ChainQuery;
/// use redress::vocab::course::DecisionKind;
/// use redress::vocab::{Money, Remedy, Severity};
///
/// let refund = ChainQuery::new(DecisionKind::Remedy)
///     .with_severity(Severity::Serious)
///     .with_amount(Money::new(50_000, "EUR".parse()?))
///     .with_remedies(&[Remedy::REFUND]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct ChainQuery<'a> {
    pub(super) kind: DecisionKind,
    pub(super) severity: Option<Severity>,
    pub(super) amount: Option<Money>,
    pub(super) remedies: &'a [Remedy],
}

impl<'a> ChainQuery<'a> {
    /// Asks for the chain of a kind of decision, of which nothing more is known.
    #[must_use]
    pub const fn new(kind: DecisionKind) -> Self {
        Self { kind, severity: None, amount: None, remedies: &[] }
    }

    /// Says how severe the complaint is; not known unless given.
    #[must_use]
    pub fn with_severity(mut self, severity: impl Into<Option<Severity>>) -> Self {
        self.severity = severity.into();
        self
    }

    /// Says which amount is decided on; not known unless given.
    #[must_use]
    pub fn with_amount(mut self, amount: impl Into<Option<Money>>) -> Self {
        self.amount = amount.into();
        self
    }

    /// Says which remedies are decided on.
    #[must_use]
    pub const fn with_remedies(mut self, remedies: &'a [Remedy]) -> Self {
        self.remedies = remedies;
        self
    }
}
