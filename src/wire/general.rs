//! The version of the door, and what a session holds.

use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::approval::{Roster, RosterDocument};
use crate::calendar::{Calendar, CalendarDocument};
use crate::policy::{Policy, PolicyDocument, PolicyVersion};
use crate::text::text_enum::text_enum;
use crate::wire::ask::{Answer, Ask, request};
use crate::wire::error::WireError;
use crate::wire::limits::{MAX_BYTES, MAX_DEPTH, MAX_NAME, MAX_VALUES, VERSION};
use crate::wire::shelf::{Kept, Shelf};
use crate::wire::trouble::Trouble;

/// A request that asks for nothing.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, remote = "Self")]
pub(super) struct Nothing {}

request!(Nothing, "a request without values");

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct About {
    version: u64,
    #[serde(rename = "crate")]
    release: &'static str,
    features: Vec<&'static str>,
    limits: Limits,
    operations: Vec<&'static str>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Limits {
    bytes: usize,
    depth: usize,
    values: usize,
}

/// Says what the door is and which operations it has.
pub(super) fn about(operations: Vec<&'static str>) -> Result<Answer, Trouble> {
    let features =
        [("chrono-tz", cfg!(feature = "chrono-tz")), ("report", cfg!(feature = "report"))].into_iter();
    Answer::of(&About {
        version: VERSION,
        release: env!("CARGO_PKG_VERSION"),
        features: features.filter(|(_, on)| *on).map(|(name, _)| name).collect(),
        limits: Limits { bytes: MAX_BYTES, depth: MAX_DEPTH, values: MAX_VALUES },
        operations,
    })
}

/// Lists what is loaded.
pub(super) fn loaded(shelf: &mut Shelf, _: Nothing, _: Ask) -> Result<Answer, Trouble> {
    Answer::of(&shelf.loaded())
}

/// A calendar to keep under a name.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, remote = "Self")]
pub(super) struct LoadCalendar {
    name: String,
    calendar: CalendarDocument,
}

request!(LoadCalendar, "a calendar to load");

/// A policy to keep under a name.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, remote = "Self")]
pub(super) struct LoadPolicy {
    name: String,
    policy: PolicyDocument,
}

request!(LoadPolicy, "a policy to load");

/// A roster to keep under a name.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, remote = "Self")]
pub(super) struct LoadRoster {
    name: String,
    roster: RosterDocument,
}

request!(LoadRoster, "a roster to load");

/// What was loaded.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Loaded {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    policy: Option<PolicyVersion>,
}

/// Builds a document and keeps it under a name.
fn load<T: Kept>(
    shelf: &mut Shelf,
    name: String,
    document: T::Document,
    version: impl FnOnce(&T) -> Option<PolicyVersion>,
) -> Result<Answer, Trouble> {
    if name.is_empty() || name.len() > MAX_NAME {
        let problem = alloc::format!("the name has {} bytes, expected 1 to {MAX_NAME}", name.len());
        return Err(Trouble::of(WireError::Value { problem }).at_part("/name"));
    }
    let built = T::build(document, &alloc::format!("/{}", T::WHAT))?;
    let policy = version(&built);
    shelf.load(name.clone(), built)?;
    Answer::of(&Loaded { name, policy })
}

pub(super) fn load_calendar(shelf: &mut Shelf, asked: LoadCalendar, _: Ask) -> Result<Answer, Trouble> {
    load::<Calendar>(shelf, asked.name, asked.calendar, |_| None)
}

pub(super) fn load_policy(shelf: &mut Shelf, asked: LoadPolicy, _: Ask) -> Result<Answer, Trouble> {
    load::<Policy>(shelf, asked.name, asked.policy, |policy| Some(PolicyVersion::of(policy)))
}

pub(super) fn load_roster(shelf: &mut Shelf, asked: LoadRoster, _: Ask) -> Result<Answer, Trouble> {
    load::<Roster>(shelf, asked.name, asked.roster, |_| None)
}

/// A kind of things that a session holds.
#[derive(Clone, Copy)]
enum Kind {
    Calendar,
    Policy,
    Roster,
}

text_enum!(Kind = "a" "kind" { Calendar = "calendar", Policy = "policy", Roster = "roster" });

/// What to forget.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, remote = "Self")]
pub(super) struct Unload {
    kind: Kind,
    name: String,
}

request!(Unload, "what to unload");

#[derive(Serialize)]
struct Unloaded {
    unloaded: bool,
}

/// Forgets something. To forget what was never loaded is no error, so that a repeated request is none.
#[expect(clippy::needless_pass_by_value, reason = "the signature of every operation")]
pub(super) fn unload(shelf: &mut Shelf, asked: Unload, _: Ask) -> Result<Answer, Trouble> {
    let unloaded = match asked.kind {
        Kind::Calendar => shelf.unload::<Calendar>(&asked.name),
        Kind::Policy => shelf.unload::<Policy>(&asked.name),
        Kind::Roster => shelf.unload::<Roster>(&asked.name),
    };
    Answer::of(&Unloaded { unloaded })
}
