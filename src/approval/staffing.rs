//! Whether the people of a roster can sign what a table asks for.

use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::approval::authority::Judge;
use crate::approval::chain::Chain;
use crate::approval::progress::Progress;
use crate::approval::proof::just_above;
use crate::approval::role_place::{Instead, RolePlace};
use crate::approval::roster::Roster;
use crate::approval::stuck::StuckApproval;
use crate::approval::table::ApprovalTable;
use crate::faults::Faults;
use crate::vocab::{Choice, Money, Role, RuleId};

/// Something that a policy asks for and that the people of a roster can never do.
#[derive(Clone, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum StaffingFault {
    /// A chain that they can never complete.
    #[error("approval chain `{chain}`: {stuck}")]
    Stuck {
        /// The chain.
        chain: RuleId,
        /// Why.
        stuck: StuckApproval,
    },
    /// Nobody holds a role that somebody must hold, so that something can never be done.
    #[error("{place}: nobody in the roster holds {}{}", Choice(roles), Instead("the roster has", *nearest))]
    NobodyHolds {
        /// Where.
        place: RolePlace,
        /// The roles; any of them is enough.
        roles: Vec<Role>,
        /// The role of the roster that is spelt most like one of them, if one is.
        nearest: Option<Role>,
    },
}

/// Everything that a policy asks for and that the people of a roster can never do; never empty.
pub type StaffingFaults = Faults<StaffingFault>;

impl ApprovalTable {
    /// Checks that the people of a roster can complete every chain at an instant, with nobody excluded and for the
    /// smallest amount that the chain is for.
    ///
    /// # Errors
    ///
    /// Returns every chain that cannot be completed even so.
    ///
    /// ```
    /// use redress::approval::{ApprovalTable, Chain, Holding, Roster, Signers, Step};
    /// use redress::vocab::{Role, RuleId};
    /// use redress::vocab::course::{ApprovalAct, DecisionKind};
    /// use redress::word;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let step = |id| Step::new(id, ApprovalAct::Approve, Signers::one(Role::MANAGER));
    /// let table = ApprovalTable::new().with_chain(
    ///     Chain::new(word!(RuleId, "every-recall"), DecisionKind::Recall)
    ///         .with_step(step(word!(RuleId, "first")))
    ///         .with_step(step(word!(RuleId, "second"))),
    /// );
    /// let roster = Roster::builder("2026-03").holding(Holding::new("anna".parse()?, Role::MANAGER)).build()?;
    /// assert_eq!(
    ///     table.check(&roster, "2026-03-02T10:00:00Z".parse()?).unwrap_err().to_string(),
    ///     "approval chain `every-recall`: steps `first` and `second` cannot be signed: 2 signatures are \
    ///      needed, but only `anna` can sign; 1 more person is needed",
    /// );
    /// # Ok(()) }
    /// ```
    pub fn check(&self, roster: &Roster, at: DateTime<Utc>) -> Result<(), StaffingFaults> {
        let mut faults = Vec::new();
        for chain in &self.chains {
            let stuck = |amount| {
                let progress = Progress { amount, ..Progress::of(chain.steps()) };
                match Judge::new(&progress, roster, at) {
                    Ok(judge) => judge.stuck(),
                    Err(too_complex) => Some(too_complex.into()),
                }
            };
            let amounts = self.smallest_amounts(chain, roster);
            let first = amounts.first().copied().flatten();
            if let Some(fault) = stuck(first)
                && amounts.iter().skip(1).all(|amount| stuck(*amount).is_some())
            {
                faults.push(StaffingFault::Stuck { chain: chain.id(), stuck: fault });
            }
        }
        Faults::none_or(faults, ())
    }

    /// The smallest amount that a chain is for, in each currency in which it may be; one at least.
    fn smallest_amounts(&self, chain: &Chain, roster: &Roster) -> Vec<Option<Money>> {
        if let Some(over) = chain.over() {
            return Vec::from([just_above(over)]);
        }
        let mut alike = self.chains.iter().filter(|other| other.kind() == chain.kind());
        if let Some(over) = alike.find_map(Chain::over) {
            return Vec::from([Some(Money::new(0, over.currency()))]);
        }
        let nothing = |currency| Some(Money::new(0, currency));
        let amounts: Vec<_> = roster.currencies().into_iter().map(nothing).collect();
        // Without limits an amount makes no difference.
        if amounts.is_empty() { Vec::from([None]) } else { amounts }
    }
}
