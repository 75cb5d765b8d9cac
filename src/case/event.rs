//! One fact in the life of a case, and the request that made it.

use alloc::vec::Vec;
use core::fmt;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::case::deed::{Command, EventKind};
use crate::text::map_only::map_only;
use crate::vocab::{ActorId, CaseId, CommandId, Role};

/// One fact in the life of a case: what happened, when, by whom, and by which command.
///
/// ```
/// use redress::case::Event;
///
/// let stored = r#"{"case":"a-1","number":3,"at":"2026-03-02T09:00:00Z","by":"anna","command":"k-2","what":"registered"}"#;
/// let event: Event = serde_json::from_str(stored)?;
/// assert_eq!(serde_json::to_string(&event)?, stored);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
#[expect(clippy::exhaustive_structs, reason = "a plain record: its fields are its interface")]
pub struct Event {
    /// Of which case.
    pub case: CaseId,
    /// Its number in the case, from 1 on without a gap.
    #[serde(deserialize_with = "crate::text::map_only::whole")]
    pub number: u64,
    /// When it was entered.
    #[serde(with = "crate::calendar::instant")]
    pub at: DateTime<Utc>,
    /// Who did it.
    pub by: ActorId,
    /// As what, where the policy keeps the action to a role.
    #[serde(default, rename = "as", skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// The command that made it.
    pub command: CommandId,
    /// What happened.
    pub what: EventKind,
}

map_only!(Event, "an event");

/// By which id, by whom, and when something is asked.
///
/// The three stand together on every request, and on each event that it makes.
///
/// ```
/// use redress::case::Stamp;
///
/// let stamp = Stamp::new("k-1".parse()?, "anna".parse()?, "2026-03-02T09:00:00Z".parse()?);
/// assert_eq!(stamp.actor.as_str(), "anna");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "a plain record: its fields are its interface")]
pub struct Stamp {
    /// The id of the command. The same id again is answered with the events that it made the first time.
    pub id: CommandId,
    /// Who asks.
    pub actor: ActorId,
    /// When it is asked.
    pub at: DateTime<Utc>,
}

impl Stamp {
    /// Puts the three together.
    #[must_use]
    pub const fn new(id: CommandId, actor: ActorId, at: DateTime<Utc>) -> Self {
        Self { id, actor, at }
    }
}

/// What somebody asks of a case: a command with who, when, and which state of the case was seen.
///
/// ```
/// use redress::case::{Command, Request, Stamp};
///
/// let request = Request::new(4, Stamp::new("k-2".parse()?, "anna".parse()?, "2026-03-02T09:00:00Z".parse()?), Command::Register);
/// assert_eq!(request.expected, 4);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
#[expect(clippy::exhaustive_structs, reason = "a plain record: its fields are its interface")]
pub struct Request {
    /// The id of the command. The same id again is answered with the events that it made the first time.
    pub id: CommandId,
    /// How many events the case had when the command was thought of. Of two writers on one state one wins.
    #[serde(deserialize_with = "crate::text::map_only::whole")]
    pub expected: u64,
    /// Who asks.
    pub actor: ActorId,
    /// When.
    #[serde(with = "crate::calendar::instant")]
    pub at: DateTime<Utc>,
    /// What.
    pub command: Command,
}

map_only!(Request, "a request");

impl Request {
    /// Asks for a command on a case that was seen with so many events.
    #[must_use]
    pub const fn new(expected: u64, stamp: Stamp, command: Command) -> Self {
        let Stamp { id, actor, at } = stamp;
        Self { id, expected, actor, at, command }
    }
}

/// What was decided on a request: the events to store, and what is worth a word beside.
///
/// As JSON it is a map of `events`, `notices` and `repeated`.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Decision {
    pub(super) events: Vec<Event>,
    pub(super) notices: Vec<Notice>,
    pub(super) repeated: bool,
    /// The history of the state that it was made on: of this process, and never stored.
    #[serde(skip)]
    pub(super) on: u64,
}

impl Decision {
    /// The events, one at least, to be stored as they are. [`Case::after`](crate::case::Case::after) takes them.
    #[must_use]
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// The events.
    #[must_use]
    pub fn into_events(self) -> Vec<Event> {
        self.events
    }

    /// What is worth a word and no bar.
    #[must_use]
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// Whether the command was carried out before: its events are in the case already.
    #[must_use]
    pub const fn is_repeated(&self) -> bool {
        self.repeated
    }
}

/// What is worth a word to whoever asked, and bars nothing.
#[derive(Clone, Copy, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Notice {
    /// Fewer alternatives than the procedure wants (S02-R09).
    #[error("the proposal has {given} of {wanted} alternatives that the policy asks for; add more")]
    FewAlternatives {
        /// How many there are.
        given: u32,
        /// How many are wanted.
        wanted: u32,
    },
    /// Fewer contacts afterwards than the procedure wants (S02-R12).
    #[error("{done} of {wanted} follow-up contacts were made; contact the complainant again")]
    FewFollowUps {
        /// How many there were.
        done: u32,
        /// How many are wanted.
        wanted: u32,
    },
    /// The apology is not complete (S24-R04).
    #[error("the apology is not complete; it should also name {}", Missing([*individual, *effect, *measure]))]
    IncompleteApology {
        /// Whether it speaks to this person.
        individual: bool,
        /// Whether it names the effect.
        effect: bool,
        /// Whether it names the improvement.
        measure: bool,
    },
    /// It is not solved, and no instant is promised now (S02-R04).
    #[error("the complaint is not solved and nothing is promised; promise the time of the next answer")]
    NoPromise,
    /// It was closed by force, of which the complainant is to be told (A41).
    #[error("the case was closed without a solution; tell the complainant")]
    TellComplainant,
    /// The signers of a step whose signature stays are to be told of the change.
    #[error("the signatures on step `{step}` stay valid; tell their signers about the change")]
    TellSigners {
        /// The step.
        step: crate::vocab::RuleId,
    },
}

/// The parts of an apology that are missing, of those that are there or not.
struct Missing([bool; 3]);

impl fmt::Display for Missing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = ["individual", "effect", "measure"].into_iter().zip(self.0);
        for (place, (part, _)) in parts.filter(|(_, is_there)| !is_there).enumerate() {
            write!(f, "{}`{part}`", if place == 0 { "" } else { ", " })?;
        }
        Ok(())
    }
}
