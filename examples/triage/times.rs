//! Times as exports write them.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use redress::calendar::instant;

/// How times are written: with an offset, or as the wall clock showed them.
pub(crate) struct Times {
    /// Whether times without an offset are read at all.
    local: bool,
    /// The declared format, as it was written and as chrono writes it.
    declared: Option<(String, String)>,
}

/// A time that was read.
#[derive(Clone, Copy)]
pub(crate) enum Time {
    Instant(DateTime<Utc>),
    Local(NaiveDateTime),
}

/// The formats that need no declaration. In all of them the year comes first, so that none is mistaken for another.
const USUAL: [&str; 6] = [
    "%Y-%m-%dT%H:%M:%S%.f",
    "%Y-%m-%d %H:%M:%S%.f",
    "%Y-%m-%dT%H:%M",
    "%Y-%m-%d %H:%M",
    "%Y/%m/%d %H:%M:%S",
    "%Y/%m/%d %H:%M",
];
const USUAL_DATES: [&str; 2] = ["%Y-%m-%d", "%Y/%m/%d"];

impl Times {
    /// Reads a declared format such as `MM/DD/YYYY hh:mm:ss AM`; whoever declares one has local times.
    pub(crate) fn new(local: bool, declared: Option<&str>) -> Result<Self, String> {
        let declared = declared.map(|text| Ok::<_, String>((text.to_owned(), pattern(text)?))).transpose()?;
        Ok(Self { local: local || declared.is_some(), declared })
    }

    /// Returns the time, or why the text is not a time.
    pub(crate) fn read(&self, text: &str) -> Result<Time, String> {
        if let Some((_, format)) = &self.declared {
            return local(text, format).map(Time::Local).or_else(|()| self.instant(text));
        }
        self.instant(text).or_else(|problem| match (usual(text), self.local) {
            (Some(local), true) => Ok(Time::Local(local)),
            (Some(_), false) => Err(format!("{problem}; --local-times reads it by the policy's calendar")),
            (None, _) => Err(problem),
        })
    }

    fn instant(&self, text: &str) -> Result<Time, String> {
        instant::parse(text).map(Time::Instant).map_err(|_| match (&self.declared, self.local) {
            (Some((format, _)), _) => {
                format!("is no time, expected `times` as declared, {format}, or an instant")
            }
            (None, true) => {
                "is no time, expected one such as 2024-03-01 14:05, or its format by `times`".to_owned()
            }
            (None, false) => "is no time, expected an instant such as 2026-03-01T14:05:00+01:00".to_owned(),
        })
    }
}

fn usual(text: &str) -> Option<NaiveDateTime> {
    let times = USUAL.iter().find_map(|format| NaiveDateTime::parse_from_str(text, format).ok());
    times.or_else(|| {
        let date = USUAL_DATES.iter().find_map(|format| NaiveDate::parse_from_str(text, format).ok());
        date.map(|date| date.and_time(NaiveTime::MIN))
    })
}

/// A time by a format, or a date by a format without a time of day: its first moment.
fn local(text: &str, format: &str) -> Result<NaiveDateTime, ()> {
    let has_time = ["%H", "%I", "%T", "%R", "%r", "%X", "%c"].iter().any(|part| format.contains(part));
    if has_time {
        return NaiveDateTime::parse_from_str(text, format).map_err(|_| ());
    }
    NaiveDate::parse_from_str(text, format).map(|date| date.and_time(NaiveTime::MIN)).map_err(|_| ())
}

/// What a format is written with, and what chrono calls it: the longest first.
const PARTS: [(&str, &str); 11] = [
    ("YYYY", "%Y"),
    ("YY", "%y"),
    ("MM", "%m"),
    ("DD", "%d"),
    ("HH", "%H"),
    ("hh", "%I"),
    ("mm", "%M"),
    ("ss", "%S"),
    ("AM", "%p"),
    ("M", "%m"),
    ("D", "%d"),
];

/// `MM/DD/YYYY hh:mm:ss AM` as chrono writes it. A format with `%` is taken as it is.
fn pattern(text: &str) -> Result<String, String> {
    if text.contains('%') {
        return Ok(text.to_owned());
    }
    let (mut rest, mut pattern) = (text, String::new());
    while let Some(character) = rest.chars().next() {
        if let Some((part, format)) = PARTS.iter().find(|(part, _)| rest.starts_with(part)) {
            pattern.push_str(format);
            rest = rest.get(part.len()..).unwrap_or_default();
        } else if character.is_ascii_alphabetic() && character != 'T' {
            return Err(format!(
                "times `{text}`: `{character}` stands for nothing, expected YYYY, MM, DD, HH or hh with AM, mm and ss, \
                 such as `MM/DD/YYYY hh:mm:ss AM`"
            ));
        } else {
            pattern.push(character);
            rest = rest.get(character.len_utf8()..).unwrap_or_default();
        }
    }
    Ok(pattern)
}
