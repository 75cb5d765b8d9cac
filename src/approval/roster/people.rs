//! The roster: who holds which role, and who stands in for whom.

use alloc::string::String;
use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::approval::roster::entry::{Delegation, Holding};
use crate::vocab::{ActorId, Role};

/// The people of an organisation: who holds which role, in which period and up to which amount, who stands in for
/// whom, and which accounts are not people.
///
/// A roster is valid by construction. It is the only source of roles: the host passes it with each call, and no
/// command can claim a role for its actor.
///
/// # Example: a delegate does not hold the role
///
/// ```
/// use redress::approval::{Delegation, Holding, Roster};
/// use redress::vocab::{ActorId, Money, Role};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let (anna, mia): (ActorId, ActorId) = ("anna".parse()?, "mia".parse()?);
/// let (since, until) = ("2026-06-01T00:00:00Z".parse()?, "2026-07-01T00:00:00Z".parse()?);
/// let roster = Roster::builder("2026-06")
///     .holding(Holding::new(anna, Role::MANAGER).with_limit(Money::new(500_000, "EUR".parse()?)))
///     .delegation(Delegation { from: anna, to: mia, role: Role::MANAGER, since, until, limit: None })
///     .build()?;
/// assert!(roster.holds(anna, Role::MANAGER, since));
/// assert!(!roster.holds(mia, Role::MANAGER, since)); // mia signs for anna
/// # Ok(()) }
/// ```
// INVARIANT: holdings are ordered by role, person and start, delegations by delegate and then as added, systems by id.
// Whoever delegates a role holds it for the whole period, and neither side of a delegation is a system account.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Roster {
    pub(super) revision: String,
    pub(super) holdings: Vec<Holding>,
    pub(super) delegations: Vec<Delegation>,
    pub(super) systems: Vec<ActorId>,
}

impl Roster {
    /// Returns the name of this revision of the roster. Signatures record it.
    #[must_use]
    pub fn revision(&self) -> &str {
        &self.revision
    }

    /// Returns whether a person holds a role in their own right at an instant. A delegation does not count.
    ///
    /// ```
    /// use redress::sample;
    /// use redress::vocab::Role;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let (roster, now) = (sample::roster()?, "2026-04-02T09:00:00Z".parse()?);
    /// assert!(roster.holds("mia".parse()?, Role::MANAGER, now));
    /// assert!(!roster.holds("li".parse()?, Role::MANAGER, now));
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn holds(&self, actor: ActorId, role: Role, at: DateTime<Utc>) -> bool {
        self.holding(actor, role, at).is_some()
    }

    /// Returns the holding that gives a person a role at an instant, or `None` if they do not hold it.
    ///
    /// There is at most one, because the holdings of one person and role do not overlap.
    ///
    /// # Example: a limit that is raised in July
    ///
    /// ```
    /// use redress::approval::{Holding, Roster};
    /// use redress::vocab::{Money, Role};
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let (anna, july) = ("anna".parse()?, "2026-07-01T00:00:00Z".parse()?);
    /// let eur = |minor| "EUR".parse().map(|currency| Money::new(minor, currency));
    /// let roster = Roster::builder("2026-06")
    ///     .holding(Holding::new(anna, Role::MANAGER).with_until(july).with_limit(eur(50_000)?))
    ///     .holding(Holding::new(anna, Role::MANAGER).with_since(july).with_limit(eur(90_000)?))
    ///     .build()?;
    /// let limit = |at| roster.holding(anna, Role::MANAGER, at).and_then(Holding::limit);
    /// assert_eq!(limit("2026-06-30T23:59:59Z".parse()?), Some(eur(50_000)?));
    /// assert_eq!(limit(july), Some(eur(90_000)?));
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn holding(&self, actor: ActorId, role: Role, at: DateTime<Utc>) -> Option<&Holding> {
        let key = |holding: &Holding| (holding.role(), holding.person());
        let from = self.holdings.partition_point(|holding| key(holding) < (role, actor));
        let held = self.holdings.get(from..).unwrap_or_default();
        let held = held.get(..held.partition_point(|holding| key(holding) == (role, actor)))?;
        // The periods are ordered and do not overlap, so that only the last one that has begun can cover the instant.
        let begun = held.partition_point(|holding| holding.has_begun(at));
        held.get(begun.checked_sub(1)?).filter(|holding| holding.covers(at))
    }

    /// Returns whether the actor is a system account.
    #[must_use]
    pub fn is_system(&self, actor: ActorId) -> bool {
        self.systems.binary_search(&actor).is_ok()
    }

    /// Returns everybody who holds a role in their own right at an instant, ordered by id.
    ///
    /// ```
    /// use redress::sample;
    /// use redress::vocab::{ActorId, Role};
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let roster = sample::roster()?;
    /// let managers: Vec<ActorId> = roster.people(Role::MANAGER, "2026-04-02T09:00:00Z".parse()?).collect();
    /// assert_eq!(managers.iter().map(ToString::to_string).collect::<Vec<_>>(), ["anna", "mia"]);
    /// # Ok(()) }
    /// ```
    pub fn people(&self, role: Role, at: DateTime<Utc>) -> impl Iterator<Item = ActorId> + '_ {
        self.holders(role, at).map(Holding::person)
    }

    /// Returns the holdings, ordered by role, person and start.
    pub fn holdings(&self) -> &[Holding] {
        &self.holdings
    }

    /// Returns the delegations, ordered by delegate, and for one delegate in the order in which they were added.
    pub fn delegations(&self) -> &[Delegation] {
        &self.delegations
    }

    /// Returns the system accounts, ordered by id.
    #[must_use]
    pub fn systems(&self) -> &[ActorId] {
        &self.systems
    }

    /// Returns the holdings of a role that cover an instant.
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

    /// Returns the delegations to a person that are valid at an instant.
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
