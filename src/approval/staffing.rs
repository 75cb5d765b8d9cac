//! Whether the people of a roster can sign what an approval table asks for.
//!
//! # The problem
//!
//! A policy is written once, and people come and go. A chain that takes two managers cannot be completed in a house
//! that has one. Without a check, the first case that needs the chain finds out, with a customer waiting.
//! [`ApprovalTable::check`] finds out when the policy or the roster changes.
//!
//! # The idea
//!
//! Ask for each chain the question that a case would ask: can all slots be filled by different people (see
//! `matching`)? A case has circumstances, such as an excluded proposer or a large amount. The check takes the most
//! favourable ones:
//!
//! - nobody is excluded, and nobody has signed or refused;
//! - no step has passed its time limit, so that roles of an escalation do not count;
//! - the amount is the smallest one for which the chain is chosen, because a person with a limit can sign every
//!   smaller amount too.
//!
//! A chain that fails even so can never be completed, and is a fault. A chain that passes can still get stuck in a
//! case, for example if the only manager is the proposer. `Progress::possible_signers` answers that for one case.
//!
//! # The smallest amount
//!
//! A row above 100.00 EUR is chosen from 100.01 EUR on. A row without a threshold of its own is chosen for 0, in the
//! currency of the other rows of its kind. If no row of the kind has a threshold, the currency is open. Then each
//! currency in which somebody has a limit is tried, and one that works is enough. A roster without limits needs no
//! amount at all, and the amount is `None`.
//!
//! # Cost and edges
//!
//! One matching per chain and currency: at most 200 × 50, each of at most 16 slots. If a threshold is the greatest
//! amount there is, no amount is above it. The amount is then `None`, so that people with a limit count as unable;
//! the table is at fault anyway. A chain with too many steps is reported as such and is not searched.
//!
//! Rejected: counting holders for each role. Two steps with one manager pass such a count, and nobody could sign the
//! second.

use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::approval::authority::Judge;
use crate::approval::chain::Chain;
use crate::approval::progress::{ExcludedPerson, Progress};
use crate::approval::proof::just_above;
use crate::approval::role_place::{Instead, RolePlace};
use crate::approval::roster::Roster;
use crate::approval::stuck::StuckApproval;
use crate::approval::table::ApprovalTable;
use crate::faults::Faults;
use crate::vocab::course::Exclusion;
use crate::vocab::{ActorId, Choice, Money, Role, RuleId};

/// Something that a policy requires and that the people of a roster can never do.
///
/// [`ApprovalTable::check`] finds stuck chains, and [`Policy::check`](crate::policy::Policy::check) finds all faults.
///
/// # Example: a shop without managers
///
/// ```
/// use redress::approval::Roster;
/// use redress::approval::staff::StaffingFault;
/// use redress::sample;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let nobody = Roster::builder("2026-04").build()?;
/// let faults = sample::policy()?.check(&nobody, "2026-04-02T09:00:00Z".parse()?).unwrap_err();
/// assert!(faults.faults().iter().any(|fault| matches!(fault, StaffingFault::Stuck { .. })));
/// # Ok(()) }
/// ```
#[derive(Clone, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum StaffingFault {
    /// A chain that these people can never complete.
    #[error("approval chain `{chain}`: {stuck}")]
    Stuck {
        /// The chain.
        chain: RuleId,
        /// The steps and people that are missing.
        stuck: StuckApproval,
    },
    /// Nobody holds any of the roles that may do something.
    #[error(
        "{place}: nobody in the roster holds {}; {}",
        Choice(roles), Instead("the roster has", *nearest, "add a holder")
    )]
    NobodyHolds {
        /// The place in the policy that names the roles.
        place: RolePlace,
        /// The roles. One of them is enough.
        roles: Vec<Role>,
        /// The role of the roster that is spelt most like one of them; `None` if no role is similar.
        nearest: Option<Role>,
    },
}

/// All staffing faults of a policy; never empty.
pub type StaffingFaults = Faults<StaffingFault>;

impl ApprovalTable {
    /// Checks that the people of a roster can complete every chain at an instant.
    ///
    /// The check assumes the best case: nobody is excluded, and the amount is the smallest for which the chain is
    /// chosen. A chain that passes can still get stuck in a case, for example if the only manager is the proposer.
    ///
    /// # Errors
    ///
    /// Returns every chain that cannot be completed even in the best case.
    ///
    /// # Example: two steps and one manager
    ///
    /// ```
    /// use redress::approval::{ApprovalTable, Chain, Holding, Roster, Signers, Step};
    /// use redress::vocab::course::{ApprovalAct, DecisionKind};
    /// use redress::vocab::{Role, RuleId};
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
    ///     "approval chain `every-recall`: steps `first` and `second` cannot be signed: 2 signatures are needed, \
    ///      but only `anna` can sign; 1 more person is needed",
    /// );
    /// # Ok(()) }
    /// ```
    pub fn check(&self, roster: &Roster, at: DateTime<Utc>) -> Result<(), StaffingFaults> {
        let mut faults = Vec::new();
        for chain in &self.chains {
            if let Some(stuck) = self.stuck(chain, roster, at, &[]) {
                faults.push(StaffingFault::Stuck { chain: chain.id(), stuck });
            }
        }
        Faults::none_or(faults, ())
    }

    /// Returns the smallest amount for which a chain is chosen, in each currency in which it can be; at least one
    /// entry.
    /// Why a chain can never be completed, although nobody is excluded but these people; `None` if it can.
    fn stuck(
        &self,
        chain: &Chain,
        roster: &Roster,
        at: DateTime<Utc>,
        excluded: &[ExcludedPerson],
    ) -> Option<StuckApproval> {
        let stuck = |amount| {
            let progress = Progress { amount, excluded, ..Progress::of(chain.steps()) };
            match Judge::new(&progress, roster, at) {
                Ok(judge) => judge.stuck(),
                Err(too_complex) => Some(too_complex.into()),
            }
        };
        let amounts = self.smallest_amounts(chain, roster);
        let first = stuck(amounts.first().copied().flatten())?;
        amounts.iter().skip(1).all(|amount| stuck(*amount).is_some()).then_some(first)
    }

    /// Why a chain can never be completed by the people of a roster without one of them; `None` if it can.
    pub(crate) fn stuck_without(
        &self,
        chain: &Chain,
        roster: &Roster,
        at: DateTime<Utc>,
        (person, because): (ActorId, Exclusion),
    ) -> Option<StuckApproval> {
        self.stuck(chain, roster, at, &[ExcludedPerson { person, because }])
    }

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
        // If nobody has a limit, the amount makes no difference.
        if amounts.is_empty() { Vec::from([None]) } else { amounts }
    }
}
