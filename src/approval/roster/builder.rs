//! A roster in the making.

use alloc::string::String;
use alloc::vec::Vec;

use chrono::{DateTime, Datelike, Utc};

use crate::approval::limits::{MAX_ACCOUNTS, MAX_CURRENCIES, MAX_DELEGATIONS, MAX_HOLDINGS};
use crate::approval::roster::entry::{Delegation, Holding};
use crate::approval::roster::fault::{RosterFault, RosterFaults};
use crate::approval::roster::people::Roster;
use crate::calendar::text::{excerpt, name_problem};
use crate::faults::Faults;
use crate::vocab::{ActorId, Currency, Role};

/// A roster in the making.
///
/// # Example: who has received a role does not pass it on
///
/// ```
/// use redress::approval::{Delegation, Holding, Roster};
/// use redress::vocab::{ActorId, Role};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let (anna, ben): (ActorId, ActorId) = ("anna".parse()?, "ben".parse()?);
/// let (june, july) = ("2026-06-01T00:00:00Z".parse()?, "2026-07-01T00:00:00Z".parse()?);
/// let faults = Roster::builder("2026-06")
///     .holding(Holding::new(anna, Role::MANAGER))
///     .delegation(Delegation { from: anna, to: ben, role: Role::MANAGER, since: june, until: july, limit: None })
///     .delegation(Delegation { from: ben, to: "cleo".parse()?, role: Role::MANAGER, since: june, until: july, limit: None })
///     .build()
///     .unwrap_err();
/// assert_eq!(
///     faults.to_string(),
///     "delegation of `manager` from `ben` to `cleo`: `ben` must hold the role from 2026-06-01T00:00:00Z until \
///      2026-07-01T00:00:00Z; \
///      delegation of `manager` from `ben` to `cleo`: `ben` received the role from `anna` during that time; a \
///      delegate cannot delegate",
/// );
/// # Ok(()) }
/// ```
#[derive(Clone, Debug)]
#[must_use = "a builder does nothing until it builds"]
pub struct RosterBuilder {
    revision: String,
    holdings: Vec<Holding>,
    delegations: Vec<Delegation>,
    systems: Vec<ActorId>,
}

impl RosterBuilder {
    fn new(revision: &str) -> Self {
        let (holdings, delegations, systems) = (Vec::new(), Vec::new(), Vec::new());
        Self { revision: revision.into(), holdings, delegations, systems }
    }

    /// Adds a role that somebody holds.
    pub fn holding(mut self, holding: Holding) -> Self {
        self.holdings.push(holding);
        self
    }

    /// Adds a role that somebody gives to another.
    pub fn delegation(mut self, delegation: Delegation) -> Self {
        self.delegations.push(delegation.plain());
        self
    }

    /// Says that an account is no person: it signs only where a step names it.
    pub fn system(mut self, account: ActorId) -> Self {
        self.systems.push(account);
        self
    }

    /// Builds the roster.
    ///
    /// # Errors
    ///
    /// Returns everything that is wrong with it.
    pub fn build(self) -> Result<Roster, RosterFaults> {
        let Self { revision, mut holdings, mut delegations, mut systems } = self;
        let mut faults = Vec::new();
        if let Some(problem) = name_problem(&revision) {
            faults.push(RosterFault::Revision { text: excerpt(&revision), problem });
        }
        let counts = [
            ("holdings", holdings.len(), MAX_HOLDINGS),
            ("delegations", delegations.len(), MAX_DELEGATIONS),
            ("system accounts", systems.len(), MAX_ACCOUNTS),
        ];
        let too_many = counts.into_iter().filter(|(_, count, limit)| count > limit);
        let before = faults.len();
        faults.extend(too_many.map(|(what, count, limit)| RosterFault::TooMany { what, count, limit }));
        if faults.len() > before {
            return Faults::none_or(faults, Roster { revision, holdings, delegations, systems });
        }
        systems.sort_unstable();
        systems.dedup();
        holdings.sort_by_key(|holding| (holding.role(), holding.person(), holding.since()));
        prove_holdings(&holdings, &mut faults);
        prove_delegations(&delegations, &holdings, &systems, &mut faults);
        let currencies = limits(&holdings, &delegations).len();
        if currencies > MAX_CURRENCIES {
            let what = "currencies of limits";
            faults.push(RosterFault::TooMany { what, count: currencies, limit: MAX_CURRENCIES });
        }
        delegations.sort_by_key(|delegation| delegation.to);
        Faults::none_or(faults, Roster { revision, holdings, delegations, systems })
    }
}

/// The currencies in which limits are set, each once.
fn limits(holdings: &[Holding], delegations: &[Delegation]) -> Vec<Currency> {
    let held = holdings.iter().filter_map(Holding::limit);
    let given = delegations.iter().filter_map(|delegation| delegation.limit);
    let mut currencies: Vec<Currency> = held.chain(given).map(|limit| limit.currency()).collect();
    currencies.sort_unstable();
    currencies.dedup();
    currencies
}

impl Roster {
    /// Begins a roster with the name of its edition.
    pub fn builder(revision: &str) -> RosterBuilder {
        RosterBuilder::new(revision)
    }

    /// The currencies in which limits are set, each once.
    pub(in crate::approval) fn currencies(&self) -> Vec<Currency> {
        limits(&self.holdings, &self.delegations)
    }
}

/// Whether a document can hold the instant.
fn is_writable(at: DateTime<Utc>) -> bool {
    (1..=9999).contains(&at.year())
}

fn prove_holdings(holdings: &[Holding], faults: &mut Vec<RosterFault>) {
    // The last of the same person and role before this one, and where it ends.
    let mut before: Option<&Holding> = None;
    for holding in holdings {
        let (person, role) = (holding.person(), holding.role());
        let (start, end) = (holding.since(), holding.until());
        if start.into_iter().chain(end).any(|at| !is_writable(at)) {
            faults.push(RosterFault::HoldingOutOfRange { person, role });
        }
        if let (Some(from), Some(until)) = (start, end)
            && until <= from
        {
            faults.push(RosterFault::HoldingEmpty { person, role, from, until });
            continue;
        }
        let same = before.filter(|before| (before.person(), before.role()) == (person, role));
        // Without a beginning it begins before every end.
        if same.is_some_and(|before| before.until().is_none_or(|end| start.is_none_or(|start| start < end))) {
            faults.push(RosterFault::HoldingTwice { person, role });
        }
        let reaches = |holding: &Holding| (holding.until().is_none(), holding.until());
        if same.is_none_or(|before| reaches(before) < reaches(holding)) {
            before = Some(holding);
        }
    }
}

fn prove_delegations(
    delegations: &[Delegation],
    holdings: &[Holding],
    systems: &[ActorId],
    faults: &mut Vec<RosterFault>,
) {
    for (place, delegation) in delegations.iter().enumerate() {
        let (from, to, role) = (delegation.from, delegation.to, delegation.role);
        let (since, until) = (delegation.since, delegation.until);
        if !is_writable(since) || !is_writable(until) {
            faults.push(RosterFault::DelegationOutOfRange { from, to, role });
        }
        if until <= since {
            faults.push(RosterFault::DelegationEmpty { from, to, role, since, until });
            continue;
        }
        if from == to {
            faults.push(RosterFault::DelegationToOneself { person: from, role });
            continue;
        }
        let accounts = [from, to].into_iter().filter(|actor| systems.binary_search(actor).is_ok());
        faults.extend(accounts.map(|system| RosterFault::DelegationOfSystem { from, to, role, system }));
        if !holds_throughout(holdings, from, role, since, until) {
            faults.push(RosterFault::DelegationNotHeld { from, to, role, since, until });
        }
        let meets = |other: &&Delegation| other.role == role && other.overlaps(delegation);
        if let Some(received) =
            delegations.iter().filter(meets).find(|other| other.to == from && other.from != from)
        {
            faults.push(RosterFault::DelegationPassedOn { from, to, role, giver: received.from });
        }
        let earlier = delegations.get(..place).unwrap_or_default();
        if earlier.iter().filter(meets).any(|other| other.from == from && other.to == to) {
            faults.push(RosterFault::DelegationTwice { from, to, role });
        }
    }
}

/// Whether somebody holds a role at every instant of a period, by one holding or several that adjoin.
fn holds_throughout(
    holdings: &[Holding],
    person: ActorId,
    role: Role,
    since: DateTime<Utc>,
    until: DateTime<Utc>,
) -> bool {
    let from = holdings.partition_point(|holding| (holding.role(), holding.person()) < (role, person));
    let held = holdings.get(from..).unwrap_or_default().iter();
    let mut held_until = since;
    for holding in held.take_while(|holding| (holding.role(), holding.person()) == (role, person)) {
        if holding.covers(held_until) {
            let Some(end) = holding.until() else { return true };
            held_until = end;
        }
    }
    held_until >= until
}
