//! What must be known to choose a chain.

use crate::vocab::course::DecisionKind;
use crate::vocab::{Currency, RuleId};

/// The chain of a decision cannot be determined, because a row depends on something that is not known.
///
/// # Example: an unknown amount
///
/// ```
/// use redress::approval::signing::{ChainQuery, MissingInput};
/// use redress::approval::{ApprovalTable, Chain};
/// use redress::vocab::course::DecisionKind;
/// use redress::vocab::{Money, RuleId};
/// use redress::word;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let eur = "EUR".parse()?;
/// let large = Chain::new(word!(RuleId, "large"), DecisionKind::Remedy).with_above(Money::new(10_000, eur));
/// let table = ApprovalTable::new().with_chain(large);
/// let unknown = table.select(ChainQuery::new(DecisionKind::Remedy)).unwrap_err();
/// assert_eq!(unknown.missing, MissingInput::Amount { currency: eur });
/// assert_eq!(unknown.to_string(), "approval chain `large`: the amount is unknown; state an amount in `EUR`");
/// # Ok(()) }
/// ```
#[derive(Clone, Copy, Eq, PartialEq, thiserror::Error)]
#[error("approval chain `{chain}`: {missing}")]
#[expect(clippy::exhaustive_structs, reason = "the place and what is missing, whole as they are")]
pub struct UnknownChain {
    /// The first row that cannot be decided.
    pub chain: RuleId,
    /// What that row needs.
    pub missing: MissingInput,
}

/// What a row needs to know before it can decide.
#[derive(Clone, Copy, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum MissingInput {
    /// The severity of the complaint.
    #[error("the severity is unknown; rate the complaint first")]
    Severity,
    /// The amount of the decision.
    #[error("the amount is unknown; state an amount in `{currency}`")]
    Amount {
        /// The currency of the row.
        currency: Currency,
    },
    /// The amount in the currency of the row. Amounts are never converted.
    #[error("the amount is in `{given}`, expected an amount in `{currency}`")]
    Currency {
        /// The currency of the amount that was given.
        given: Currency,
        /// The currency of the row.
        currency: Currency,
    },
    /// A further row. This row is the last of its kind and does not apply to the decision.
    #[error("no later row applies to this decision of kind `{kind}`; add a last row without conditions")]
    Row {
        /// The kind of the decision.
        kind: DecisionKind,
    },
}
