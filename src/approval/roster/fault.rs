//! What is wrong with a roster as it is described.

use alloc::string::String;

use chrono::{DateTime, Utc};

use crate::calendar::instant::format;
use crate::faults::Faults;
use crate::vocab::{ActorId, Role};

/// One thing that keeps a description from being a roster, with its place.
#[derive(Clone, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum RosterFault {
    /// A revision that is none.
    #[error("roster revision `{text}` {problem}, expected 1 to 100 visible characters")]
    Revision {
        /// The text, cut short.
        text: String,
        /// What is wrong with it.
        problem: &'static str,
    },
    /// More entries than a roster keeps.
    #[error("roster has {count} {what}, expected at most {limit}")]
    TooMany {
        /// What there is too much of.
        what: &'static str,
        /// How many there are.
        count: usize,
        /// How many there may be.
        limit: usize,
    },
    /// A period without an instant.
    #[error("holding of `{role}` by `{person}`: ends {} and starts {}, expected an end after its start", format(*until), format(*from))]
    HoldingEmpty {
        /// Who.
        person: ActorId,
        /// Which role.
        role: Role,
        /// Its start.
        from: DateTime<Utc>,
        /// Its end.
        until: DateTime<Utc>,
    },
    /// An instant that no document can hold.
    #[error("holding of `{role}` by `{person}`: its period is out of range, expected years from 1 to 9999")]
    HoldingOutOfRange {
        /// Who.
        person: ActorId,
        /// Which role.
        role: Role,
    },
    /// Two holdings of one person and role of which both hold at some instant.
    #[error(
        "holding of `{role}` by `{person}`: stands twice for the same time, expected periods that do not overlap"
    )]
    HoldingTwice {
        /// Who.
        person: ActorId,
        /// Which role.
        role: Role,
    },
    /// A period without an instant.
    #[error("delegation of `{role}` from `{from}` to `{to}`: ends {} and starts {}, expected an end after its start", format(*until), format(*since))]
    DelegationEmpty {
        /// Who gives it.
        from: ActorId,
        /// Who receives it.
        to: ActorId,
        /// Which role.
        role: Role,
        /// Its start.
        since: DateTime<Utc>,
        /// Its end.
        until: DateTime<Utc>,
    },
    /// An instant that no document can hold.
    #[error(
        "delegation of `{role}` from `{from}` to `{to}`: its period is out of range, expected years from 1 to 9999"
    )]
    DelegationOutOfRange {
        /// Who gives it.
        from: ActorId,
        /// Who receives it.
        to: ActorId,
        /// Which role.
        role: Role,
    },
    /// From somebody to themselves.
    #[error("delegation of `{role}` from `{person}` to `{person}`: to oneself, expected somebody else")]
    DelegationToOneself {
        /// Who.
        person: ActorId,
        /// Which role.
        role: Role,
    },
    /// Of what the giver does not have.
    #[error(
        "delegation of `{role}` from `{from}` to `{to}`: `{from}` does not hold the role all the while, expected a role that the giver holds from {} until {}",
        format(*since), format(*until)
    )]
    DelegationNotHeld {
        /// Who gives it.
        from: ActorId,
        /// Who receives it.
        to: ActorId,
        /// Which role.
        role: Role,
        /// From when they would have to hold it.
        since: DateTime<Utc>,
        /// Until when.
        until: DateTime<Utc>,
    },
    /// Of a role that the giver has only received, in a chain or in a circle.
    #[error(
        "delegation of `{role}` from `{from}` to `{to}`: `{from}` received the role from `{giver}` for a part of that time, expected no delegation of what was received"
    )]
    DelegationPassedOn {
        /// Who gives it.
        from: ActorId,
        /// Who receives it.
        to: ActorId,
        /// Which role.
        role: Role,
        /// Who gave it to the giver.
        giver: ActorId,
    },
    /// From or to an account that is no person.
    #[error(
        "delegation of `{role}` from `{from}` to `{to}`: `{system}` is a system account, expected people"
    )]
    DelegationOfSystem {
        /// Who gives it.
        from: ActorId,
        /// Who receives it.
        to: ActorId,
        /// Which role.
        role: Role,
        /// The account.
        system: ActorId,
    },
    /// Twice the same for the same time.
    #[error(
        "delegation of `{role}` from `{from}` to `{to}`: stands twice for the same time, expected periods that do not overlap"
    )]
    DelegationTwice {
        /// Who gives it.
        from: ActorId,
        /// Who receives it.
        to: ActorId,
        /// Which role.
        role: Role,
    },
}

/// Everything that keeps a description from being a roster; never empty.
pub type RosterFaults = Faults<RosterFault>;
