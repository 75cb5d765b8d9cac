//! Clocks and outlooks as documents.

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

use crate::case::clock::case_clock::CaseClock;
use crate::case::clock::outlook::Outlook;
use crate::deadline::DeadlineError;
use crate::vocab::{ClockName, Department, Standing};

impl Serialize for CaseClock<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        #[serde(rename_all = "kebab-case")]
        struct Written {
            clock: ClockName,
            #[serde(skip_serializing_if = "Option::is_none")]
            department: Option<Department>,
            turn: u32,
            round: u32,
            exempt: bool,
        }
        let written = Written {
            clock: self.name(),
            department: self.department(),
            turn: self.turn(),
            round: self.round(),
            exempt: self.is_exempt(),
        };
        written.serialize(serializer)
    }
}

/// How a case stands from an instant on.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Judged<'a> {
    /// `None` for the first entry, which was true before the outlook was made.
    #[serde(skip_serializing_if = "Option::is_none", with = "crate::calendar::instant::option")]
    from: Option<DateTime<Utc>>,
    /// `None` if no clock limits the closure, or if the limit is undetermined.
    #[serde(skip_serializing_if = "Option::is_none")]
    standing: Option<Standing>,
    #[serde(skip_serializing_if = "Option::is_none")]
    undetermined: Option<&'a DeadlineError>,
}

impl<'a> Judged<'a> {
    fn of((from, judged): (DateTime<Utc>, Result<Option<Standing>, &'a DeadlineError>)) -> Self {
        Self {
            from: Some(from).filter(|&from| from > DateTime::<Utc>::MIN_UTC),
            standing: judged.ok().flatten(),
            undetermined: judged.err(),
        }
    }
}

struct Standings<'a>(&'a Outlook);

impl Serialize for Standings<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.standings().map(Judged::of))
    }
}

/// An instant in its document form.
#[derive(Serialize)]
struct Until(#[serde(with = "crate::calendar::instant")] DateTime<Utc>);

impl Serialize for Outlook {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let until = self.good_until().map(Until);
        let mut map = serializer.serialize_struct("Outlook", 3 + usize::from(until.is_some()))?;
        map.serialize_field("moments", self.moments())?;
        map.serialize_field("dues", self.dues())?;
        map.serialize_field("standings", &Standings(self))?;
        match &until {
            Some(until) => map.serialize_field("good-until", until)?,
            None => map.skip_field("good-until")?,
        }
        map.end()
    }
}
