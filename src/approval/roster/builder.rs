//! Builds a roster and checks it.

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

/// A builder of a [`Roster`]. [`build`](Self::build) checks everything and returns all faults at once.
///
/// # Example: anna is away in June
///
/// ```
/// use redress::approval::{Delegation, Holding, Roster};
/// use redress::vocab::{ActorId, Role};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let (anna, mia): (ActorId, ActorId) = ("anna".parse()?, "mia".parse()?);
/// let (since, until) = ("2026-06-01T00:00:00Z".parse()?, "2026-07-01T00:00:00Z".parse()?);
/// let roster = Roster::builder("2026-06")
///     .holding(Holding::new(anna, Role::MANAGER))
///     .delegation(Delegation { from: anna, to: mia, role: Role::MANAGER, since, until, limit: None })
///     .system("mailer".parse()?)
///     .build()?;
/// assert_eq!(roster.revision(), "2026-06");
/// assert!(roster.is_system("mailer".parse()?));
/// # Ok(()) }
/// ```
///
/// # Example: a delegate cannot delegate
///
/// ```
/// use redress::approval::{Delegation, Holding, Roster, RosterFault};
/// use redress::vocab::{ActorId, Role};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let (since, until) = ("2026-06-01T00:00:00Z".parse()?, "2026-07-01T00:00:00Z".parse()?);
/// let (anna, mia, li): (ActorId, ActorId, ActorId) = ("anna".parse()?, "mia".parse()?, "li".parse()?);
/// let given = Delegation { from: anna, to: mia, role: Role::MANAGER, since, until, limit: None };
/// let faults = Roster::builder("2026-06")
///     .holding(Holding::new(anna, Role::MANAGER))
///     .delegation(given)
///     .delegation(Delegation { from: mia, to: li, ..given })
///     .build()
///     .unwrap_err();
/// assert_eq!(
///     faults.faults()[1],
///     RosterFault::DelegationPassedOn { from: mia, to: li, role: Role::MANAGER, giver: anna },
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

    /// Adds a role that a person holds.
    pub fn holding(mut self, holding: Holding) -> Self {
        self.holdings.push(holding);
        self
    }

    /// Adds a delegation: a person who lets another one sign for them.
    pub fn delegation(mut self, delegation: Delegation) -> Self {
        self.delegations.push(delegation.plain());
        self
    }

    /// Declares that an account is not a person. A system account can sign only a step that names it, and cannot be a
    /// delegate. Declaring it again changes nothing.
    pub fn system(mut self, account: ActorId) -> Self {
        self.systems.push(account);
        self
    }

    /// Builds the roster.
    ///
    /// Checks that periods are not empty and do not overlap, that delegations are of roles that the giver holds for
    /// the whole period, and that the numbers are within the [limits](crate::approval::limits).
    ///
    /// # Errors
    ///
    /// Returns all faults of the roster. If there are too many entries of a kind, it returns only the faults of the
    /// revision and the numbers.
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

/// Returns the currencies of all limits, each once.
fn limits(holdings: &[Holding], delegations: &[Delegation]) -> Vec<Currency> {
    let held = holdings.iter().filter_map(Holding::limit);
    let given = delegations.iter().filter_map(|delegation| delegation.limit);
    let mut currencies: Vec<Currency> = held.chain(given).map(|limit| limit.currency()).collect();
    currencies.sort_unstable();
    currencies.dedup();
    currencies
}

impl Roster {
    /// Starts a roster with the name of its revision, such as `2026-06`. Signatures record it.
    ///
    /// A revision has 1 to 100 visible characters.
    pub fn builder(revision: &str) -> RosterBuilder {
        RosterBuilder::new(revision)
    }

    /// Returns the currencies of all limits, each once.
    pub(in crate::approval) fn currencies(&self) -> Vec<Currency> {
        limits(&self.holdings, &self.delegations)
    }
}

/// Returns whether a document can hold the instant: its year has four digits.
fn is_writable(at: DateTime<Utc>) -> bool {
    (1..=9999).contains(&at.year())
}

fn prove_holdings(holdings: &[Holding], faults: &mut Vec<RosterFault>) {
    // The holding of the same person and role that reaches furthest, of those before this one.
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
        // A holding without a start begins before every end.
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

/// Returns whether a person holds a role at every instant of a period, by one holding or by several that adjoin.
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
