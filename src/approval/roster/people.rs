//! The people of a roster: who holds which role, and who stands in for whom.

use alloc::string::String;
use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::approval::roster::entry::{Delegation, Holding};
use crate::vocab::{ActorId, Role};

/// Who holds which role, up to which amount and in which period, who stands in for whom, and which accounts are
/// no people. Valid by construction.
///
/// It is the only source of all this: the host passes it with each call, and no command says what its actor may.
///
/// ```
/// use redress::approval::{Delegation, Holding, Roster};
/// use redress::vocab::{ActorId, Money, Role};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let (anna, ben): (ActorId, ActorId) = ("anna".parse()?, "ben".parse()?);
/// let (june, july) = ("2026-06-01T00:00:00Z".parse()?, "2026-07-01T00:00:00Z".parse()?);
/// let roster = Roster::builder("2026-06")
///     .holding(Holding::new(anna, Role::MANAGER).with_limit(Money::new(500_000, "EUR".parse()?)))
///     .delegation(Delegation { from: anna, to: ben, role: Role::MANAGER, since: june, until: july, limit: None })
///     .build()?;
/// assert!(roster.holds(anna, Role::MANAGER, june));
/// assert!(!roster.holds(ben, Role::MANAGER, june)); // ben stands in for her, and does not hold it
/// # Ok(()) }
/// ```
// INVARIANT: holdings ordered by role, person and start, delegations by receiver and then as declared; systems
// ordered. A delegation's giver holds its role throughout its period, and neither side is a system account.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Roster {
    pub(super) revision: String,
    pub(super) holdings: Vec<Holding>,
    pub(super) delegations: Vec<Delegation>,
    pub(super) systems: Vec<ActorId>,
}

impl Roster {
    /// The name of its edition, which records keep.
    #[must_use]
    pub fn revision(&self) -> &str {
        &self.revision
    }

    /// Whether somebody holds a role in their own right at an instant.
    #[must_use]
    pub fn holds(&self, actor: ActorId, role: Role, at: DateTime<Utc>) -> bool {
        self.holding(actor, role, at).is_some()
    }

    /// The holding that gives somebody a role at an instant.
    #[must_use]
    pub fn holding(&self, actor: ActorId, role: Role, at: DateTime<Utc>) -> Option<&Holding> {
        let key = |holding: &Holding| (holding.role(), holding.person());
        let from = self.holdings.partition_point(|holding| key(holding) < (role, actor));
        let held = self.holdings.get(from..).unwrap_or_default();
        let held = held.get(..held.partition_point(|holding| key(holding) == (role, actor)))?;
        // The periods are apart and in order, so the last one that has begun is the one.
        let begun = held.partition_point(|holding| holding.has_begun(at));
        held.get(begun.checked_sub(1)?).filter(|holding| holding.covers(at))
    }

    /// Whether it is a system account.
    #[must_use]
    pub fn is_system(&self, actor: ActorId) -> bool {
        self.systems.binary_search(&actor).is_ok()
    }

    /// Everybody who holds a role in their own right at an instant, in the order of the ids.
    pub fn people(&self, role: Role, at: DateTime<Utc>) -> impl Iterator<Item = ActorId> + '_ {
        self.holders(role, at).map(Holding::person)
    }

    /// The holdings, ordered by role, person and start.
    pub fn holdings(&self) -> &[Holding] {
        &self.holdings
    }

    /// The delegations, ordered by who receives them and then as they were declared.
    pub fn delegations(&self) -> &[Delegation] {
        &self.delegations
    }

    /// The system accounts, in the order of the ids.
    #[must_use]
    pub fn systems(&self) -> &[ActorId] {
        &self.systems
    }

    /// The holdings of a role that cover an instant.
    pub(in crate::approval) fn holders(
        &self,
        role: Role,
        at: DateTime<Utc>,
    ) -> impl Iterator<Item = &Holding> {
        let from = self.holdings.partition_point(|holding| holding.role() < role);
        let held = self.holdings.get(from..).unwrap_or_default();
        held.iter()
            .take_while(move |holding| holding.role() == role)
            .filter(move |holding| holding.covers(at))
    }

    /// The delegations that somebody has received and that cover an instant.
    pub(in crate::approval) fn received(
        &self,
        actor: ActorId,
        at: DateTime<Utc>,
    ) -> impl Iterator<Item = &Delegation> {
        let from = self.delegations.partition_point(|delegation| delegation.to < actor);
        let received = self.delegations.get(from..).unwrap_or_default();
        received
            .iter()
            .take_while(move |delegation| delegation.to == actor)
            .filter(move |delegation| delegation.covers(at))
    }
}
