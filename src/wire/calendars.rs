//! Questions to a calendar.

use alloc::vec::Vec;

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::calendar::entry::LocalTimesDocument;
use crate::calendar::reading::{DayBounds, DayKind, LocalReading, Occurrence};
use crate::calendar::{Calendar, CalendarDocument, CalendarError, Span};
use crate::text::text_enum::text_enum;
use crate::triage::answer::DocumentInstant;
use crate::wire::ask::{Answer, Ask, AtPart, Source, request};
use crate::wire::error::WireError;
use crate::wire::limits::MAX_LISTED;
use crate::wire::shelf::Shelf;
use crate::wire::trouble::Trouble;

type Sent = Source<CalendarDocument>;

/// A date as an answer.
#[derive(Serialize)]
struct Date {
    #[serde(with = "crate::calendar::date")]
    date: NaiveDate,
}

impl Date {
    fn answer(found: Result<NaiveDate, CalendarError>) -> Result<Answer, Trouble> {
        Answer::of(&Self { date: found.at_part("/date")? })
    }
}

/// An instant as an answer.
#[derive(Serialize)]
struct At {
    at: DocumentInstant,
}

impl At {
    fn answer(found: Result<DateTime<Utc>, CalendarError>, part: &str) -> Result<Answer, Trouble> {
        Answer::of(&Self { at: DocumentInstant(found.at_part(part)?) })
    }
}

/// A span of working time.
#[derive(Serialize)]
struct Open {
    from: DocumentInstant,
    until: DocumentInstant,
}

impl Open {
    const fn of((from, until): (DateTime<Utc>, DateTime<Utc>)) -> Self {
        Self { from: DocumentInstant(from), until: DocumentInstant(until) }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
pub(super) struct DayOf {
    calendar: Sent,
    #[serde(with = "crate::calendar::date")]
    date: NaiveDate,
}

request!(DayOf, "a day of a calendar");

/// What a date is.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Day<'c> {
    #[serde(with = "crate::calendar::date")]
    date: NaiveDate,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'c str>,
    working: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    open: Vec<Open>,
}

/// The code of a kind of days, and the name of the day.
const fn kind(day: DayKind<'_>) -> (&'static str, Option<&str>) {
    match day {
        DayKind::Working => ("working", None),
        DayKind::MakeUp(name) => ("make-up", Some(name)),
        DayKind::SpecialHours(name) => ("special-hours", Some(name)),
        DayKind::Closed => ("closed", None),
        DayKind::Holiday(name) => ("holiday", Some(name)),
    }
}

/// Says what a date is, and when it is open.
pub(super) fn day(shelf: &mut Shelf, asked: DayOf, _: Ask) -> Result<Answer, Trouble> {
    let calendar = shelf.hold::<Calendar>(asked.calendar, "/calendar")?;
    let day = calendar.day(asked.date).at_part("/date")?;
    let open = calendar.spans_of_day(asked.date).at_part("/date")?.map(Open::of).collect();
    let (kind, name) = kind(day);
    Answer::of(&Day { date: asked.date, kind, name, working: day.is_working(), open })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
pub(super) struct HolidaysOf {
    calendar: Sent,
    #[serde(deserialize_with = "crate::text::map_only::amount")]
    year: u32,
}

request!(HolidaysOf, "the holidays of a year");

#[derive(Serialize)]
struct Holidays<'c> {
    holidays: Vec<Holiday<'c>>,
}

#[derive(Serialize)]
struct Holiday<'c> {
    #[serde(with = "crate::calendar::date")]
    date: NaiveDate,
    name: &'c str,
}

/// Lists the holidays of a year.
pub(super) fn holidays(shelf: &mut Shelf, asked: HolidaysOf, _: Ask) -> Result<Answer, Trouble> {
    let calendar = shelf.hold::<Calendar>(asked.calendar, "/calendar")?;
    let year = i32::try_from(asked.year).unwrap_or(i32::MAX);
    let holidays = calendar.holidays(year).at_part("/year")?;
    Answer::of(&Holidays { holidays: holidays.map(|(date, name)| Holiday { date, name }).collect() })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
pub(super) struct DaysFrom {
    calendar: Sent,
    #[serde(with = "crate::calendar::date")]
    date: NaiveDate,
    #[serde(deserialize_with = "crate::text::map_only::amount")]
    working_days: u32,
}

request!(DaysFrom, "a number of working days from a date");

/// Returns the working day that is so many working days after a date, or the date itself for 0.
pub(super) fn working_day_after(shelf: &mut Shelf, asked: DaysFrom, _: Ask) -> Result<Answer, Trouble> {
    let calendar = shelf.hold::<Calendar>(asked.calendar, "/calendar")?;
    Date::answer(calendar.nth_working_day_after(asked.date, asked.working_days))
}

/// Returns the working day that is so many working days before a date, or the date itself for 0.
pub(super) fn working_day_before(shelf: &mut Shelf, asked: DaysFrom, _: Ask) -> Result<Answer, Trouble> {
    let calendar = shelf.hold::<Calendar>(asked.calendar, "/calendar")?;
    Date::answer(calendar.nth_working_day_before(asked.date, asked.working_days))
}

/// Returns the date itself if it is a working day, and otherwise the next one.
pub(super) fn working_day_on_or_after(shelf: &mut Shelf, asked: DayOf, _: Ask) -> Result<Answer, Trouble> {
    let calendar = shelf.hold::<Calendar>(asked.calendar, "/calendar")?;
    Date::answer(calendar.working_day_on_or_after(asked.date))
}

/// Returns the date itself if it is a working day, and otherwise the one before.
pub(super) fn working_day_on_or_before(shelf: &mut Shelf, asked: DayOf, _: Ask) -> Result<Answer, Trouble> {
    let calendar = shelf.hold::<Calendar>(asked.calendar, "/calendar")?;
    Date::answer(calendar.working_day_on_or_before(asked.date))
}

/// Which of two dates count.
#[derive(Clone, Copy, Default, PartialEq)]
enum Bounds {
    Both,
    Earlier,
    #[default]
    Later,
    Neither,
}

text_enum!(Bounds = "a" "choice of dates" {
    Both = "both",
    Earlier = "earlier",
    Later = "later",
    Neither = "neither",
});

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
pub(super) struct DaysBetween {
    calendar: Sent,
    #[serde(with = "crate::calendar::date")]
    from: NaiveDate,
    #[serde(with = "crate::calendar::date")]
    until: NaiveDate,
    #[serde(default)]
    counted: Bounds,
}

request!(DaysBetween, "two dates");

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct WorkingDays {
    working_days: i64,
}

/// Counts the working days between two dates.
pub(super) fn working_days_between(shelf: &mut Shelf, asked: DaysBetween, _: Ask) -> Result<Answer, Trouble> {
    let calendar = shelf.hold::<Calendar>(asked.calendar, "/calendar")?;
    let bounds = match asked.counted {
        Bounds::Both => DayBounds::Both,
        Bounds::Earlier => DayBounds::Earlier,
        Bounds::Later => DayBounds::Later,
        Bounds::Neither => DayBounds::Neither,
    };
    let working_days = calendar.working_days_bounded(asked.from, asked.until, bounds).at_part("")?;
    Answer::of(&WorkingDays { working_days })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
pub(super) struct DaysFromInstant {
    calendar: Sent,
    at: DocumentInstant,
    #[serde(deserialize_with = "crate::text::map_only::amount")]
    working_days: u32,
}

request!(DaysFromInstant, "a number of working days from an instant");

/// Returns the same local time so many working days later.
pub(super) fn same_time_after(shelf: &mut Shelf, asked: DaysFromInstant, _: Ask) -> Result<Answer, Trouble> {
    let calendar = shelf.hold::<Calendar>(asked.calendar, "/calendar")?;
    At::answer(calendar.same_time_after(asked.at.0, asked.working_days), "/at")
}

/// Returns the same local time so many working days earlier.
pub(super) fn same_time_before(shelf: &mut Shelf, asked: DaysFromInstant, _: Ask) -> Result<Answer, Trouble> {
    let calendar = shelf.hold::<Calendar>(asked.calendar, "/calendar")?;
    At::answer(calendar.same_time_before(asked.at.0, asked.working_days), "/at")
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
pub(super) struct LocalTime {
    calendar: Sent,
    #[serde(with = "crate::calendar::local")]
    local: NaiveDateTime,
    /// How a skipped or repeated time is read. The calendar says, if the request does not.
    #[serde(default)]
    reading: Option<LocalTimesDocument>,
}

request!(LocalTime, "a local time");

#[derive(Serialize)]
struct InstantOf {
    at: DocumentInstant,
    shown: &'static str,
}

/// Returns the instant at which the wall clock of a calendar shows a time.
pub(super) fn instant_of(shelf: &mut Shelf, asked: LocalTime, _: Ask) -> Result<Answer, Trouble> {
    let calendar = shelf.hold::<Calendar>(asked.calendar, "/calendar")?;
    let reading = asked.reading.map_or_else(
        || calendar.local_times(),
        |reading| LocalReading::default().with_gap(reading.gap).with_overlap(reading.overlap),
    );
    let at = DocumentInstant(calendar.local_instant(asked.local, reading).at_part("/local")?);
    let shown = match calendar.occurrence(asked.local).at_part("/local")? {
        Occurrence::Skipped => "never",
        Occurrence::Once => "once",
        Occurrence::Twice => "twice",
    };
    Answer::of(&InstantOf { at, shown })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
pub(super) struct InstantIn {
    calendar: Sent,
    at: DocumentInstant,
}

request!(InstantIn, "an instant");

#[derive(Serialize)]
struct LocalOf {
    #[serde(with = "crate::calendar::local")]
    local: NaiveDateTime,
    #[serde(with = "crate::calendar::date")]
    date: NaiveDate,
}

/// Returns what the wall clock of a calendar shows at an instant.
pub(super) fn local_of(shelf: &mut Shelf, asked: InstantIn, _: Ask) -> Result<Answer, Trouble> {
    let calendar = shelf.hold::<Calendar>(asked.calendar, "/calendar")?;
    let local = calendar.local(asked.at.0).at_part("/at")?;
    Answer::of(&LocalOf { local, date: local.date() })
}

/// Where working time begins and ends around an instant. What lies beyond the known days is left out.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Openings {
    open: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    previous_opening: Option<DocumentInstant>,
    #[serde(skip_serializing_if = "Option::is_none")]
    previous_closing: Option<DocumentInstant>,
    #[serde(skip_serializing_if = "Option::is_none")]
    next_opening: Option<DocumentInstant>,
    #[serde(skip_serializing_if = "Option::is_none")]
    next_closing: Option<DocumentInstant>,
}

/// Says whether an instant is working time, and when the calendar opens and closes before and after.
pub(super) fn openings(shelf: &mut Shelf, asked: InstantIn, _: Ask) -> Result<Answer, Trouble> {
    let calendar = shelf.hold::<Calendar>(asked.calendar, "/calendar")?;
    let at = asked.at.0;
    // An instant outside the known days is an error. A neighbour beyond them is only unknown.
    let open = calendar.is_working(at).at_part("/at")?;
    let known = |found: Result<DateTime<Utc>, CalendarError>| found.ok().map(DocumentInstant);
    Answer::of(&Openings {
        open,
        previous_opening: known(calendar.previous_opening(at)),
        previous_closing: known(calendar.previous_closing(at)),
        next_opening: known(calendar.next_opening(at)),
        next_closing: known(calendar.next_closing(at)),
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
pub(super) struct TimeFrom {
    calendar: Sent,
    at: DocumentInstant,
    working: Span,
}

request!(TimeFrom, "an amount of working time from an instant");

/// Returns the instant at which an amount of working time has passed.
pub(super) fn add_working_time(shelf: &mut Shelf, asked: TimeFrom, _: Ask) -> Result<Answer, Trouble> {
    let calendar = shelf.hold::<Calendar>(asked.calendar, "/calendar")?;
    At::answer(calendar.add_working_time(asked.at.0, asked.working), "/at")
}

/// Returns the instant from which on an amount of working time passes.
pub(super) fn subtract_working_time(shelf: &mut Shelf, asked: TimeFrom, _: Ask) -> Result<Answer, Trouble> {
    let calendar = shelf.hold::<Calendar>(asked.calendar, "/calendar")?;
    At::answer(calendar.subtract_working_time(asked.at.0, asked.working), "/at")
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
pub(super) struct TimeBetween {
    calendar: Sent,
    from: DocumentInstant,
    until: DocumentInstant,
    /// Whether to list the spans too.
    #[serde(default, deserialize_with = "crate::text::map_only::switch")]
    spans: bool,
}

request!(TimeBetween, "two instants");

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct WorkingTime {
    seconds: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    open: Option<Vec<Open>>,
}

/// Measures the working time between two instants.
pub(super) fn working_time_between(shelf: &mut Shelf, asked: TimeBetween, _: Ask) -> Result<Answer, Trouble> {
    let calendar = shelf.hold::<Calendar>(asked.calendar, "/calendar")?;
    let (from, until) = (asked.from.0, asked.until.0);
    let seconds = calendar.working_time_between(from, until).at_part("")?.num_seconds();
    let open = if asked.spans {
        let spans = calendar.working_spans(from, until).at_part("")?;
        let open: Vec<Open> = spans.take(MAX_LISTED + 1).map(Open::of).collect();
        if open.len() > MAX_LISTED {
            return Err(Trouble::of(WireError::TooMuch { limit: MAX_LISTED }).at_part("/spans"));
        }
        Some(open)
    } else {
        None
    };
    Answer::of(&WorkingTime { seconds, open })
}
