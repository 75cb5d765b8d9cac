//! What would have to be known to choose a chain.

use crate::vocab::course::DecisionKind;
use crate::vocab::{Currency, RuleId};

/// It is not known which chain a decision takes.
#[derive(Clone, Copy, Eq, PartialEq, thiserror::Error)]
#[error("approval chain `{chain}`: {missing}")]
#[expect(clippy::exhaustive_structs, reason = "the place and what is missing, whole as they are")]
pub struct UnknownChain {
    /// The row that cannot be decided.
    pub chain: RuleId,
    /// What would have to be known.
    pub missing: MissingInput,
}

/// What would have to be known to choose a chain.
#[derive(Clone, Copy, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum MissingInput {
    /// How bad the complaint is.
    #[error("the severity is not known, expected a rated complaint")]
    Severity,
    /// How much it is about.
    #[error("the amount is not known, expected an amount of `{currency}`")]
    Amount {
        /// The currency of the row.
        currency: Currency,
    },
    /// The amount in the currency of the row.
    #[error("the amount is in `{given}`, expected an amount of `{currency}`")]
    Currency {
        /// The currency of the decision.
        given: Currency,
        /// The currency of the row.
        currency: Currency,
    },
    /// A row behind this one: it is the last of its kind and not for the decision.
    #[error(
        "no row behind it is for this decision of the kind `{kind}`, expected a last row without conditions"
    )]
    Row {
        /// What is decided.
        kind: DecisionKind,
    },
}
