//! What a session holds: calendars, policies and rosters by name.

use alloc::collections::BTreeMap;
use alloc::string::String;

use serde::Serialize;

use crate::approval::{Roster, RosterDocument};
use crate::calendar::{Calendar, CalendarDocument};
use crate::policy::{Policy, PolicyDocument};
use crate::text::excerpt::Excerpt;
use crate::wire::ask::{AtPart, Held, Named, Source, zone};
use crate::wire::error::WireError;
use crate::wire::limits::MAX_LOADED;
use crate::wire::trouble::Trouble;

/// Calendars, policies and rosters, each kind by its own names.
#[derive(Clone, Debug, Default)]
pub(super) struct Shelf {
    calendars: BTreeMap<String, Calendar>,
    policies: BTreeMap<String, Policy>,
    rosters: BTreeMap<String, Roster>,
}

/// A kind of things that a session holds.
pub(super) trait Kept: Sized {
    /// The form in which it is sent.
    type Document: Named;
    /// What it is, for errors.
    const WHAT: &'static str;

    fn build(document: Self::Document, part: &str) -> Result<Self, Trouble>;
    fn on(shelf: &Shelf) -> &BTreeMap<String, Self>;
    fn on_mut(shelf: &mut Shelf) -> &mut BTreeMap<String, Self>;
}

impl Named for PolicyDocument {
    const EXPECTED: &'static str = "the name of a policy, or a policy as a map";
}

impl Named for RosterDocument {
    const EXPECTED: &'static str = "the name of a roster, or a roster as a map";
}

impl Kept for Calendar {
    type Document = CalendarDocument;
    const WHAT: &'static str = "calendar";

    fn build(document: CalendarDocument, part: &str) -> Result<Self, Trouble> {
        document.build(zone).at_part(part)
    }

    fn on(shelf: &Shelf) -> &BTreeMap<String, Self> {
        &shelf.calendars
    }

    fn on_mut(shelf: &mut Shelf) -> &mut BTreeMap<String, Self> {
        &mut shelf.calendars
    }
}

impl Kept for Policy {
    type Document = PolicyDocument;
    const WHAT: &'static str = "policy";

    fn build(document: PolicyDocument, part: &str) -> Result<Self, Trouble> {
        document.build(zone).at_part(part)
    }

    fn on(shelf: &Shelf) -> &BTreeMap<String, Self> {
        &shelf.policies
    }

    fn on_mut(shelf: &mut Shelf) -> &mut BTreeMap<String, Self> {
        &mut shelf.policies
    }
}

impl Kept for Roster {
    type Document = RosterDocument;
    const WHAT: &'static str = "roster";

    fn build(document: RosterDocument, part: &str) -> Result<Self, Trouble> {
        document.build().at_part(part)
    }

    fn on(shelf: &Shelf) -> &BTreeMap<String, Self> {
        &shelf.rosters
    }

    fn on_mut(shelf: &mut Shelf) -> &mut BTreeMap<String, Self> {
        &mut shelf.rosters
    }
}

/// The names of what is loaded.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Loaded<'s> {
    calendars: Names<'s, Calendar>,
    policies: Names<'s, Policy>,
    rosters: Names<'s, Roster>,
}

struct Names<'s, T>(&'s BTreeMap<String, T>);

impl<T> Serialize for Names<'_, T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.keys())
    }
}

impl Shelf {
    /// Returns what a part of the request stands for.
    pub(super) fn hold<T: Kept>(
        &self,
        source: Source<T::Document>,
        part: &str,
    ) -> Result<Held<'_, T>, Trouble> {
        match source {
            Source::Document(document) => T::build(*document, part).map(|value| Held::Sent(value.into())),
            Source::Name(name) => T::on(self).get(&name).map(Held::Loaded).ok_or_else(|| {
                let name = Excerpt::of(&name);
                Trouble::of(WireError::NotLoaded { what: T::WHAT, name }).at_part(part)
            }),
        }
    }

    /// Keeps something under a name. What had the name before is replaced.
    pub(super) fn load<T: Kept>(&mut self, name: String, value: T) -> Result<(), Trouble> {
        let held = self.calendars.len() + self.policies.len() + self.rosters.len();
        let kind = T::on_mut(self);
        if held >= MAX_LOADED && !kind.contains_key(&name) {
            return Err(Trouble::of(WireError::Full { limit: MAX_LOADED }));
        }
        kind.insert(name, value);
        Ok(())
    }

    /// Forgets what has a name, and returns whether there was something.
    pub(super) fn unload<T: Kept>(&mut self, name: &str) -> bool {
        T::on_mut(self).remove(name).is_some()
    }

    pub(super) const fn loaded(&self) -> Loaded<'_> {
        Loaded {
            calendars: Names(&self.calendars),
            policies: Names(&self.policies),
            rosters: Names(&self.rosters),
        }
    }
}
