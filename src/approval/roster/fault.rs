//! What is wrong with a roster.

use alloc::string::String;

use chrono::{DateTime, Utc};

use crate::calendar::instant::format;
use crate::faults::Faults;
use crate::vocab::{ActorId, Role};

/// One thing that is wrong with a roster. The text begins with the place.
///
/// [`RosterBuilder::build`](crate::approval::RosterBuilder::build) returns all faults at once.
///
/// # Example: a delegation to oneself
///
/// ```
/// use redress::approval::{Delegation, Holding, Roster, RosterFault};
/// use redress::vocab::Role;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let (june, july) = ("2026-06-01T00:00:00Z".parse()?, "2026-07-01T00:00:00Z".parse()?);
/// let anna = "anna".parse()?;
/// let (from, to, role) = (anna, anna, Role::MANAGER);
/// let faults = Roster::builder("2026-06")
///     .holding(Holding::new(anna, role))
///     .delegation(Delegation { from, to, role, since: june, until: july, limit: None })
///     .build()
///     .unwrap_err();
/// assert_eq!(faults.faults(), [RosterFault::DelegationToOneself { person: anna, role }]);
/// # Ok(()) }
/// ```
#[derive(Clone, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum RosterFault {
    /// The revision is not a valid name.
    #[error("roster revision `{text}` {problem}, expected 1 to 100 visible characters")]
    Revision {
        /// The beginning of the revision.
        text: String,
        /// What is wrong with it, such as `is empty`.
        problem: &'static str,
    },
    /// The roster has more entries of one kind than it may.
    #[error("roster: {count} {what}, expected at most {limit}")]
    TooMany {
        /// The kind of entry, such as `holdings`.
        what: &'static str,
        /// The number of entries.
        count: usize,
        /// The greatest number allowed: see [`limits`](crate::approval::limits).
        limit: usize,
    },
    /// A holding ends before it starts, or at the same instant.
    #[error(
        "holding of `{role}` by `{person}`: starts {} and ends {}; it must end after its start",
        format(*from), format(*until)
    )]
    HoldingEmpty {
        /// The holder.
        person: ActorId,
        /// The role.
        role: Role,
        /// The start.
        from: DateTime<Utc>,
        /// The end.
        until: DateTime<Utc>,
    },
    /// A holding starts or ends in a year that no document can hold.
    #[error("holding of `{role}` by `{person}`: the period is out of range, expected years from 1 to 9999")]
    HoldingOutOfRange {
        /// The holder.
        person: ActorId,
        /// The role.
        role: Role,
    },
    /// Two holdings of the same role by the same person overlap.
    #[error(
        "holding of `{role}` by `{person}`: two periods overlap; make them one, or end the first earlier"
    )]
    HoldingTwice {
        /// The holder.
        person: ActorId,
        /// The role.
        role: Role,
    },
    /// A delegation ends before it starts, or at the same instant.
    #[error(
        "delegation of `{role}` from `{from}` to `{to}`: starts {} and ends {}; it must end after its start",
        format(*since), format(*until)
    )]
    DelegationEmpty {
        /// The person who delegates.
        from: ActorId,
        /// The delegate.
        to: ActorId,
        /// The role.
        role: Role,
        /// The start.
        since: DateTime<Utc>,
        /// The end.
        until: DateTime<Utc>,
    },
    /// A delegation starts or ends in a year that no document can hold.
    #[error(
        "delegation of `{role}` from `{from}` to `{to}`: the period is out of range, expected years from 1 to 9999"
    )]
    DelegationOutOfRange {
        /// The person who delegates.
        from: ActorId,
        /// The delegate.
        to: ActorId,
        /// The role.
        role: Role,
    },
    /// A person delegates to themselves.
    #[error(
        "delegation of `{role}` from `{person}` to `{person}`: nobody can be their own delegate; name \
     another person"
    )]
    DelegationToOneself {
        /// The person.
        person: ActorId,
        /// The role.
        role: Role,
    },
    /// The person who delegates does not hold the role for the whole period.
    #[error(
        "delegation of `{role}` from `{from}` to `{to}`: `{from}` must hold the role from {} until {}",
        format(*since), format(*until)
    )]
    DelegationNotHeld {
        /// The person who delegates.
        from: ActorId,
        /// The delegate.
        to: ActorId,
        /// The role.
        role: Role,
        /// The start of the delegation.
        since: DateTime<Utc>,
        /// The end of the delegation.
        until: DateTime<Utc>,
    },
    /// The person who delegates is a delegate of the same role themselves during a part of the period.
    #[error(
        "delegation of `{role}` from `{from}` to `{to}`: `{from}` received the role from `{giver}` during that \
         time; a delegate cannot delegate"
    )]
    DelegationPassedOn {
        /// The person who delegates.
        from: ActorId,
        /// The delegate.
        to: ActorId,
        /// The role.
        role: Role,
        /// The person from whom `from` received the role.
        giver: ActorId,
    },
    /// One side of the delegation is a system account.
    #[error(
        "delegation of `{role}` from `{from}` to `{to}`: `{system}` is a system account, expected a person"
    )]
    DelegationOfSystem {
        /// The person who delegates.
        from: ActorId,
        /// The delegate.
        to: ActorId,
        /// The role.
        role: Role,
        /// The system account.
        system: ActorId,
    },
    /// Two delegations of the same role between the same people overlap.
    #[error(
        "delegation of `{role}` from `{from}` to `{to}`: two periods overlap; make them one, or end the first earlier"
    )]
    DelegationTwice {
        /// The person who delegates.
        from: ActorId,
        /// The delegate.
        to: ActorId,
        /// The role.
        role: Role,
    },
}

/// All faults of a roster; never empty.
pub type RosterFaults = Faults<RosterFault>;
