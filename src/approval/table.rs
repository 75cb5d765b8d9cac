//! Which decision takes which chain.

use alloc::vec::Vec;

use crate::approval::chain::Chain;
use crate::approval::missing::{MissingInput, UnknownChain};
use crate::approval::query::ChainQuery;
use crate::vocab::RuleId;

/// The approval table of one organisation: which decision takes which chain of steps.
///
/// The rows are asked in their order, and the first that is for the decision decides. Nobody has to approve what
/// no row is about.
///
/// # Example: three tiers
///
/// ```
/// use redress::approval::{ApprovalTable, Chain, Signers, Step};
/// use redress::approval::signing::ChainQuery;
/// use redress::vocab::{Money, Role, RuleId};
/// use redress::vocab::course::{ApprovalAct, DecisionKind};
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
/// assert_eq!(
///     table.select(ChainQuery::new(DecisionKind::Remedy)).unwrap_err().to_string(),
///     "approval chain `large`: the amount is unknown; state an amount in `EUR`",
/// );
/// assert!(table.select(ChainQuery::new(DecisionKind::Recall))?.is_none());
/// # Ok(()) }
/// ```
#[derive(Clone, Debug, Default, Eq, PartialEq)]
#[must_use = "a table does nothing until a policy has it"]
pub struct ApprovalTable {
    pub(super) chains: Vec<Chain>,
}

impl ApprovalTable {
    /// A table without rows: nobody has to approve anything.
    pub const fn new() -> Self {
        Self { chains: Vec::new() }
    }

    /// Adds a row behind the others.
    pub fn with_chain(mut self, chain: Chain) -> Self {
        self.chains.push(chain);
        self
    }

    /// The rows, in their order.
    pub fn chains(&self) -> &[Chain] {
        &self.chains
    }

    /// The row with an id.
    #[must_use]
    pub fn chain_of(&self, id: RuleId) -> Option<&Chain> {
        self.chains.iter().find(|chain| chain.id() == id)
    }

    /// Returns the row that decides, or nothing where the table has no row of the kind: nobody has to approve
    /// such a decision.
    ///
    /// # Errors
    ///
    /// Returns [`UnknownChain`] where a row before the first that is for the decision depends on something
    /// that is not known, and where no row of the kind is for it, which a proved table has not.
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
