//! Events, the requests that lead to them, and the decisions in between.

use alloc::vec::Vec;
use core::fmt;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::case::deed::{Command, EventKind};
use crate::text::map_only::map_only;
use crate::vocab::{ActorId, CaseId, CommandId, Role};

/// One fact in the life of a case: what happened, when, by whom, and through which command.
///
/// A host stores events as they are and never changes them. The list of events is the case:
/// [`Case::replay`](crate::case::Case::replay) rebuilds it from them.
///
/// # Example: the stored form
///
/// ```
/// use redress::case::Event;
///
/// let stored = concat!(
///     r#"{"case":"a-1","number":3,"at":"2026-03-02T09:00:00Z","#,
///     r#""by":"anna","command":"k-2","what":"registered"}"#,
/// );
/// let event: Event = serde_json::from_str(stored)?;
/// assert_eq!((event.number, event.what.name()), (3, "registered"));
/// assert_eq!(serde_json::to_string(&event)?, stored);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
#[expect(clippy::exhaustive_structs, reason = "a plain record: its fields are its interface")]
pub struct Event {
    /// The case.
    pub case: CaseId,
    /// The number of the event in its case: 1, 2, 3 and so on, without a gap.
    #[serde(deserialize_with = "crate::text::map_only::whole")]
    pub number: u64,
    /// The instant at which the event was recorded. What it tells may have happened earlier.
    #[serde(with = "crate::calendar::instant")]
    pub at: DateTime<Utc>,
    /// The person who sent the request.
    pub by: ActorId,
    /// The role in which that person acted, if the policy keeps the action to certain roles. `None` on consequences.
    #[serde(default, rename = "as", skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// The id of the command. All events of one command carry the same id and stand together.
    pub command: CommandId,
    /// What happened.
    pub what: EventKind,
}

map_only!(Event, "an event");

/// The id, the person and the instant of a request.
///
/// The three stand on every request, and on each event that follows from it.
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
    /// The id of the command, chosen by the host and unique in the case. A repeated request with the same id gets the
    /// events of the first one again.
    pub id: CommandId,
    /// The person who sends the request.
    pub actor: ActorId,
    /// The instant of the request. It must not be before the last event of the case.
    pub at: DateTime<Utc>,
}

impl Stamp {
    /// Creates a stamp from a command id, a person and an instant.
    #[must_use]
    pub const fn new(id: CommandId, actor: ActorId, at: DateTime<Utc>) -> Self {
        Self { id, actor, at }
    }
}

/// A command together with its sender, its time, and the revision of the case that the sender saw.
///
/// The revision prevents lost updates. If two people act on the same revision, the first request is accepted, and the
/// second is refused with [`Refusal::Stale`](crate::case::Refusal::Stale).
///
/// # Example: two people act on the same revision
///
/// ```
/// use redress::case::{Command, Office, RefusalKind, Request, Stamp};
/// use redress::sample;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let (policy, roster) = (sample::policy()?, sample::roster()?);
/// let case = sample::case(&policy, &roster)?;
/// let office = Office::new(&policy, &roster);
/// let seen = case.revision();
///
/// let stamp = Stamp::new("k-2".parse()?, "anna".parse()?, "2026-04-02T09:00:00Z".parse()?);
/// let decision = office.decide(&case, Request::new(seen, stamp, Command::Acknowledge))?;
/// let case = case.after(&decision)?;
///
/// let stamp = Stamp::new("k-3".parse()?, "mia".parse()?, "2026-04-02T09:01:00Z".parse()?);
/// let refusal = office.decide(&case, Request::new(seen, stamp, Command::HoldBilling)).unwrap_err();
/// assert_eq!(refusal.kind(), RefusalKind::Stale);
/// # Ok(()) }
/// ```
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
#[expect(clippy::exhaustive_structs, reason = "a plain record: its fields are its interface")]
pub struct Request {
    /// The id of the command, chosen by the host and unique in the case. A repeated request with the same id gets the
    /// events of the first one again.
    pub id: CommandId,
    /// The revision of the case that the sender saw: its number of events then.
    #[serde(deserialize_with = "crate::text::map_only::whole")]
    pub expected: u64,
    /// The person who sends the request.
    pub actor: ActorId,
    /// The instant of the request. It must not be before the last event of the case.
    #[serde(with = "crate::calendar::instant")]
    pub at: DateTime<Utc>,
    /// What the person asks to do.
    pub command: Command,
}

map_only!(Request, "a request");

impl Request {
    /// Creates a request on a case that the sender saw at revision `expected`.
    ///
    /// A test or a script that holds the case itself can use [`Request::on`].
    ///
    /// # Example: a form that was open while the case changed
    ///
    /// ```
    /// use redress::case::{Command, Office, RefusalKind, Request, Stamp};
    /// use redress::sample;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let (policy, roster) = (sample::policy()?, sample::roster()?);
    /// let case = sample::case(&policy, &roster)?;
    /// let seen = case.revision() - 1; // the form was loaded before the last event
    /// let stamp = Stamp::new("k-2".parse()?, "mia".parse()?, "2026-04-02T09:00:00Z".parse()?);
    /// let request = Request::new(seen, stamp, Command::Acknowledge);
    /// let refusal = Office::new(&policy, &roster).decide(&case, request).unwrap_err();
    /// assert_eq!(refusal.kind(), RefusalKind::Stale); // load the case, and ask again
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub const fn new(expected: u64, stamp: Stamp, command: Command) -> Self {
        let Stamp { id, actor, at } = stamp;
        Self { id, expected, actor, at, command }
    }
}

/// The answer to an accepted request: the events to store, and notices for the person who asked.
///
/// As JSON, a decision is a map of `events`, `notices` and `repeated`.
///
/// # Example: one command, two events
///
/// ```
/// use redress::case::{Command, Office, Request, Stamp};
/// use redress::case::command::InvestigationStart;
/// use redress::sample;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let (policy, roster) = (sample::policy()?, sample::roster()?);
/// # let case = sample::case(&policy, &roster)?;
/// let stamp = Stamp::new("k-2".parse()?, "anna".parse()?, "2026-04-02T09:00:00Z".parse()?);
/// let request = Request::on(&case, stamp, Command::Start(InvestigationStart::now()));
/// let decision = Office::new(&policy, &roster).decide(&case, request)?;
///
/// let names: Vec<_> = decision.events().iter().map(|event| event.what.name()).collect();
/// assert_eq!(names, ["started", "moved"]);
/// assert!(decision.notices().is_empty() && !decision.is_repeated());
/// # Ok(()) }
/// ```
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Decision {
    pub(super) events: Vec<Event>,
    pub(super) notices: Vec<Notice>,
    pub(super) repeated: bool,
    /// The number of the history on which the decision was made. It is never stored.
    #[serde(skip)]
    pub(super) on: u64,
}

impl Decision {
    /// Returns the events, at least one. Store them as they are; [`Case::after`](crate::case::Case::after) applies
    /// them.
    #[must_use]
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// Returns the events without a copy.
    #[must_use]
    pub fn into_events(self) -> Vec<Event> {
        self.events
    }

    /// Returns what the person who asked should know. A notice never prevents anything.
    ///
    /// # Example: an apology with all parts missing
    ///
    /// ```
    /// use redress::case::command::Apology;
    /// use redress::case::{Command, Office, Request, Stamp};
    /// use redress::sample;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let (policy, roster) = (sample::policy()?, sample::roster()?);
    /// # let case = sample::case(&policy, &roster)?;
    /// let stamp = Stamp::new("k-2".parse()?, "anna".parse()?, "2026-04-02T09:00:00Z".parse()?);
    /// let request = Request::on(&case, stamp, Command::Apologise(Apology::default()));
    /// let decision = Office::new(&policy, &roster).decide(&case, request)?;
    /// assert_eq!(
    ///     decision.notices()[0].to_string(),
    ///     "the apology is not complete; it should also name `individual`, `effect`, `measure`",
    /// );
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// Returns `true` if the command was carried out before. Its events are already in the case.
    #[must_use]
    pub const fn is_repeated(&self) -> bool {
        self.repeated
    }
}

/// Something that the person who asked should know. A notice prevents nothing.
///
/// ```
/// use redress::case::Notice;
///
/// let notice = Notice::FewAlternatives { given: 1, wanted: 3 };
/// assert_eq!(notice.to_string(), "the proposal has 1 of 3 alternatives that the policy asks for; add more");
/// ```
#[derive(Clone, Copy, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Notice {
    /// The proposal has fewer alternatives than the policy asks for.
    #[error("the proposal has {given} of {wanted} alternatives that the policy asks for; add more")]
    FewAlternatives {
        /// The number of alternatives in the proposal.
        given: u32,
        /// The number that the policy asks for.
        wanted: u32,
    },
    /// The case was closed after fewer follow-up contacts than the policy asks for.
    #[error("{done} of {wanted} follow-up contacts were made; contact the complainant again")]
    FewFollowUps {
        /// The number of contacts since the complaint was resolved.
        done: u32,
        /// The number that the policy asks for.
        wanted: u32,
    },
    /// The apology is not complete.
    #[error("the apology is not complete; it should also name {}", Missing([*individual, *effect, *measure]))]
    IncompleteApology {
        /// Whether it addresses this person and nobody else.
        individual: bool,
        /// Whether it names what the fault did to the complainant.
        effect: bool,
        /// Whether it names what is done to prevent a repetition.
        measure: bool,
    },
    /// The complaint is not solved, and the answer promises no further one.
    #[error("the complaint is not solved and nothing is promised; promise the time of the next answer")]
    NoPromise,
    /// The case was closed by force, and the complainant must be told.
    #[error("the case was closed without a solution; tell the complainant")]
    TellComplainant,
    /// A changed proposal leaves the signatures on a step valid, and their signers must be told about the change.
    #[error("the signatures on step `{step}` stay valid; tell their signers about the change")]
    TellSigners {
        /// The step.
        step: crate::vocab::RuleId,
    },
}

/// The names of the missing parts of an apology. The array says of each part whether it is there.
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
