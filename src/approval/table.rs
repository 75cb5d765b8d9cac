//! Which decision takes which chain.

use alloc::vec::Vec;

use crate::approval::chain::Chain;
use crate::approval::missing::{MissingInput, UnknownChain};
use crate::approval::query::ChainQuery;
use crate::vocab::RuleId;

/// The approval table of an organisation: which decision takes which chain of steps.
///
/// The rows are asked in order, and the first row that applies decides. A kind of decision without any row needs no
/// approval. The policy checks when it is built that the rows of a kind leave no gap, and that each row can decide
/// something: see [`prove`](Self::prove).
///
/// # Example: three tiers
///
/// ```
/// use redress::approval::signing::ChainQuery;
/// use redress::approval::{ApprovalTable, Chain, Signers, Step};
/// use redress::vocab::course::{ApprovalAct, DecisionKind};
/// use redress::vocab::{Money, Role, RuleId};
/// use redress::word;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let eur = |minor| "EUR".parse().map(|currency| Money::new(minor, currency));
/// let line = || Step::new(word!(RuleId, "line"), ApprovalAct::Approve, Signers::one(Role::MANAGER));
/// let head = Step::new(word!(RuleId, "head"), ApprovalAct::Approve, Signers::one(Role::DEPARTMENT_HEAD));
/// let chain = |id| Chain::new(id, DecisionKind::Remedy);
/// let table = ApprovalTable::new()
///     .with_chain(chain(word!(RuleId, "large")).with_above(eur(20_000)?).with_step(line()).with_step(head))
///     .with_chain(chain(word!(RuleId, "medium")).with_above(eur(10_000)?).with_step(line()))
///     .with_chain(chain(word!(RuleId, "small")).with_nobody_signs());
///
/// let steps = |minor| -> Result<usize, Box<dyn std::error::Error>> {
///     let chain = table.select(ChainQuery::new(DecisionKind::Remedy).with_amount(eur(minor)?))?.ok_or("no row")?;
///     Ok(chain.steps().len())
/// };
/// assert_eq!((steps(10_000)?, steps(20_000)?, steps(20_001)?), (0, 1, 2));
/// # Ok(()) }
/// ```
#[derive(Clone, Debug, Default, Eq, PartialEq)]
#[must_use = "a table does nothing until a policy has it"]
pub struct ApprovalTable {
    pub(super) chains: Vec<Chain>,
}

impl ApprovalTable {
    /// Creates a table without rows: no decision needs approval.
    pub const fn new() -> Self {
        Self { chains: Vec::new() }
    }

    /// Adds a row after the others. Earlier rows decide first.
    pub fn with_chain(mut self, chain: Chain) -> Self {
        self.chains.push(chain);
        self
    }

    /// Returns the rows, in order.
    pub fn chains(&self) -> &[Chain] {
        &self.chains
    }

    /// Returns the row with an id, or `None` if the table has no such row.
    #[must_use]
    pub fn chain_of(&self, id: RuleId) -> Option<&Chain> {
        self.chains.iter().find(|chain| chain.id() == id)
    }

    /// Returns the first row that applies to a decision, or `None` if the table has no row of its kind. Such a
    /// decision needs no approval.
    ///
    /// # Errors
    ///
    /// Returns [`UnknownChain`] in two cases: a row before the first one that applies depends on something unknown,
    /// or no row of the kind applies. The second case cannot happen with the table of a built policy.
    ///
    /// # Example: the amount is unknown, or nobody has to approve
    ///
    /// ```
    /// use redress::approval::signing::ChainQuery;
    /// use redress::approval::{ApprovalTable, Chain};
    /// use redress::vocab::course::DecisionKind;
    /// use redress::vocab::{Money, RuleId};
    /// use redress::word;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let table = ApprovalTable::new().with_chain(
    ///     Chain::new(word!(RuleId, "large"), DecisionKind::Remedy).with_above(Money::new(20_000, "EUR".parse()?)),
    /// );
    /// assert_eq!(
    ///     table.select(ChainQuery::new(DecisionKind::Remedy)).unwrap_err().to_string(),
    ///     "approval chain `large`: the amount is unknown; state an amount in `EUR`",
    /// );
    /// assert!(table.select(ChainQuery::new(DecisionKind::Recall))?.is_none());
    /// # Ok(()) }
    /// ```
    pub fn select(&self, query: ChainQuery<'_>) -> Result<Option<&Chain>, UnknownChain> {
        let ChainQuery { kind, severity, amount, remedies } = query;
        let mut last = None;
        for chain in self.chains.iter().filter(|chain| chain.kind() == kind) {
            match chain.applies(severity, amount, remedies) {
                Ok(true) => return Ok(Some(chain)),
                Ok(false) => last = Some(chain.id()),
                Err(missing) => return Err(UnknownChain { chain: chain.id(), missing }),
            }
        }
        last.map_or(Ok(None), |chain| Err(UnknownChain { chain, missing: MissingInput::Row { kind } }))
    }
}
