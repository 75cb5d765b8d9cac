//! The description of a calendar, and the proof that it is one.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::str::FromStr;

use chrono::{Datelike, NaiveDate, Weekday};

use crate::calendar::fault::lower;
use crate::calendar::moment::{day_of_date, midnight_of};
use crate::calendar::table::{Spell, Table};
use crate::calendar::text::{excerpt, name_problem};
use crate::calendar::{
    Calendar, CalendarFault, CalendarFaults, Fold, Hours, KnownDays, MAX_KNOWN_DAYS, WeekPattern, Zone,
};

/// The most spans of hours on one day.
pub const MAX_HOURS_A_DAY: usize = 24;

/// Whether a declared make-up working day counts as one (catalogue A07).
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the two readings of A07")]
pub enum MakeUpDays {
    /// A make-up Saturday is a working day.
    #[default]
    Working,
    /// A make-up Saturday stays the weekend day it is by the pattern.
    AsPattern,
}

impl fmt::Display for MakeUpDays {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Working => "working",
            Self::AsPattern => "as-pattern",
        })
    }
}

impl FromStr for MakeUpDays {
    type Err = MakeUpDaysError;

    fn from_str(text: &str) -> Result<Self, MakeUpDaysError> {
        match text {
            "working" => Ok(Self::Working),
            "as-pattern" => Ok(Self::AsPattern),
            _ => Err(MakeUpDaysError { text: excerpt(text) }),
        }
    }
}

crate::calendar::text::serde_as_text!(MakeUpDays, "`working` or `as-pattern`");

/// A text that names no reading of make-up days.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[error("`{text}` is not a reading of make-up days, expected `working` or `as-pattern`")]
#[non_exhaustive]
pub struct MakeUpDaysError {
    /// What was read, cut short.
    pub text: String,
}

/// What is different on one date.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Exception {
    pub(crate) kind: ExceptionKind,
    pub(crate) name: String,
    pub(crate) hours: Vec<Hours>,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum ExceptionKind {
    Holiday,
    WorkingDay,
    SpecialHours,
}

/// A calendar in the making: a zone, the known days, the working week, and the days that differ from it.
///
/// ```
/// use chrono::FixedOffset;
/// use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
///
/// let china = FixedOffset::east_opt(8 * 3600).ok_or("no such offset")?;
/// let zone = Zone::tabulate("Asia/Shanghai", &china, KnownDays::years(2025, 2025)?)?;
/// let calendar = Calendar::builder("head office", zone)
///     .revision("2025-1")
///     .week(WeekPattern::weekdays([Hours::from_static("09:00-17:30")]))
///     .holidays("2025-01-28".parse()?, "2025-02-04".parse()?, "Spring Festival")
///     .working_day("2025-01-26".parse()?, "make-up Sunday", [Hours::from_static("09:00-17:30")])
///     .build()?;
/// assert!(calendar.is_working_day("2025-01-26".parse()?)?);
/// assert!(!calendar.is_working_day("2025-01-28".parse()?)?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
#[must_use = "a builder does nothing until it is built"]
pub struct CalendarBuilder {
    pub(crate) name: String,
    pub(crate) revision: String,
    pub(crate) zone: Zone,
    pub(crate) known: KnownDays,
    pub(crate) week: WeekPattern,
    pub(crate) make_up_days: MakeUpDays,
    /// In the order of declaration, so that a date given twice is found.
    pub(crate) exceptions: Vec<(NaiveDate, Exception)>,
    /// Ranges that could not be walked through.
    pub(crate) faults: Vec<CalendarFault>,
}

impl CalendarBuilder {
    pub(crate) fn new(name: &str, zone: Zone) -> Self {
        Self {
            name: kept(name),
            revision: "1".into(),
            known: zone.known(),
            zone,
            week: WeekPattern::closed(),
            make_up_days: MakeUpDays::Working,
            exceptions: Vec::new(),
            faults: name_fault("calendar name", name),
        }
    }

    /// Names the edition of the calendar's data, shown in every explanation; `1` unless given.
    pub fn revision(mut self, revision: &str) -> Self {
        self.faults.extend(name_fault("revision", revision));
        self.revision = kept(revision);
        self
    }

    /// Narrows the known days; they are those of the zone unless given.
    ///
    /// A zone that is known for longer lets day counts without roll end beyond the last known day.
    pub const fn known(mut self, known: KnownDays) -> Self {
        self.known = known;
        self
    }

    /// Sets the working hours of the week.
    pub fn week(mut self, week: WeekPattern) -> Self {
        self.week = week;
        self
    }

    /// Declares one holiday: no hours start on it.
    pub fn holiday(self, date: NaiveDate, name: &str) -> Self {
        self.named(date, name).except(date, ExceptionKind::Holiday, name, Vec::new())
    }

    /// Declares every day of a holiday period, both ends included.
    pub fn holidays(mut self, first: NaiveDate, last: NaiveDate, name: &str) -> Self {
        if last < first {
            self.faults.push(CalendarFault::ReversedDays { first, last });
            return self;
        }
        if let Err(fault) = KnownDays::new(first, last) {
            self.faults.push(fault);
            return self;
        }
        // More exceptions than any calendar has days are a fault already: they are not kept.
        if self.exceptions.len() > MAX_KNOWN_DAYS as usize {
            return self;
        }
        self = self.named(first, name);
        for date in first.iter_days().take_while(|&date| date <= last) {
            self = self.except(date, ExceptionKind::Holiday, name, Vec::new());
        }
        self
    }

    /// Declares an extra working day, such as a make-up Saturday, with its hours.
    pub fn working_day(self, date: NaiveDate, name: &str, hours: impl IntoIterator<Item = Hours>) -> Self {
        self.named(date, name).except(date, ExceptionKind::WorkingDay, name, hours.into_iter().collect())
    }

    /// Declares other hours for one date, such as a half day before a holiday.
    pub fn special_hours(self, date: NaiveDate, name: &str, hours: impl IntoIterator<Item = Hours>) -> Self {
        self.named(date, name).except(date, ExceptionKind::SpecialHours, name, hours.into_iter().collect())
    }

    /// Chooses whether make-up working days count as working days.
    pub const fn make_up_days(mut self, reading: MakeUpDays) -> Self {
        self.make_up_days = reading;
        self
    }

    /// Proves the description and builds the calendar's tables. This is the one call whose cost grows with the
    /// known days and their hours; a calendar is built once.
    ///
    /// # Errors
    ///
    /// Every [`CalendarFault`] of the description at once: no working time, overlapping hours, a day
    /// outside the known ones, a date declared twice, and the limits on sizes and names.
    pub fn build(self) -> Result<Calendar, CalendarFaults> {
        let mut faults = self.faults.clone();
        let exceptions = self.proved_exceptions(&mut faults);
        self.prove_week(&mut faults);
        let zone = self.zone.known();
        if !(zone.contains(self.known.first()) && zone.contains(self.known.last())) {
            faults.push(CalendarFault::BeyondZone {
                first: self.known.first(),
                last: self.known.last(),
                zone: self.zone.name().into(),
                zone_first: zone.first(),
                zone_last: zone.last(),
            });
        }
        CalendarFaults::none_or(faults, ())?;
        self.tabulated(exceptions)
    }

    /// Notes a fault of the name of a day, or of the first day of a period.
    fn named(mut self, date: NaiveDate, name: &str) -> Self {
        self.faults.extend(name_problem(name).map(|problem| CalendarFault::Name {
            place: format!("day {date} name"),
            name: excerpt(name),
            problem,
        }));
        self
    }

    fn except(mut self, date: NaiveDate, kind: ExceptionKind, name: &str, mut hours: Vec<Hours>) -> Self {
        hours.sort_unstable();
        self.exceptions.push((date, Exception { kind, name: kept(name), hours }));
        self
    }

    fn outside(&self, date: NaiveDate, name: &str) -> CalendarFault {
        let (first, last) = (self.known.first(), self.known.last());
        CalendarFault::OutsideKnownDays { date, name: excerpt(name), first, last }
    }

    fn no_working_time(&self) -> CalendarFault {
        CalendarFault::NoWorkingTime { first: self.known.first(), last: self.known.last() }
    }

    /// The exceptions by day, each on a known day of its own.
    fn proved_exceptions(&self, faults: &mut Vec<CalendarFault>) -> BTreeMap<NaiveDate, Exception> {
        let mut days: BTreeMap<NaiveDate, Exception> = BTreeMap::new();
        if self.exceptions.len() > self.known.days() as usize {
            faults.push(CalendarFault::TooManyExceptions {
                count: self.exceptions.len(),
                limit: self.known.days(),
            });
            return days;
        }
        let mut outside = None;
        for (date, exception) in &self.exceptions {
            let date = *date;
            // One fault for the days of a period, however long.
            let goes_on = outside.is_some_and(|(day, name): (NaiveDate, &str)| {
                day.succ_opt() == Some(date) && name == exception.name
            });
            outside = (!self.known.contains(date)).then_some((date, exception.name.as_str()));
            if outside.is_some() && !goes_on {
                faults.push(self.outside(date, &exception.name));
            }
            if exception.kind != ExceptionKind::Holiday && exception.hours.is_empty() {
                faults.push(CalendarFault::NoHours { date, name: exception.name.clone() });
            }
            if let Some(fault) = too_many_hours(&exception.hours, || format!("day {date}")) {
                faults.push(fault);
            }
            if let Some(earlier) = days.get(&date) {
                faults.push(CalendarFault::DeclaredTwice {
                    date,
                    first: earlier.name.clone(),
                    second: exception.name.clone(),
                });
            } else {
                days.insert(date, exception.clone());
            }
        }
        if self.make_up_days == MakeUpDays::AsPattern {
            days.retain(|_, exception| exception.kind != ExceptionKind::WorkingDay);
        }
        days
    }

    fn prove_week(&self, faults: &mut Vec<CalendarFault>) {
        let week = [
            Weekday::Mon,
            Weekday::Tue,
            Weekday::Wed,
            Weekday::Thu,
            Weekday::Fri,
            Weekday::Sat,
            Weekday::Sun,
        ];
        for weekday in week {
            let hours = self.week.hours(weekday);
            if let Some(fault) = too_many_hours(hours, || format!("week {}", lower(weekday))) {
                faults.push(fault);
                continue;
            }
            let overnight = self.week.hours(weekday.pred()).last().filter(|hours| hours.is_overnight());
            let mut running = overnight.map(|&hours| (hours, hours.bounds().1 - midnight_of(1)));
            for &second in hours {
                if let Some((first, _)) = running.filter(|&(_, closes)| second.bounds().0 < closes) {
                    faults.push(CalendarFault::OverlapInWeek { weekday, first, second });
                }
                if running.is_none_or(|(_, closes)| second.bounds().1 > closes) {
                    running = Some((second, second.bounds().1));
                }
            }
        }
    }

    /// Lays the hours of every known day on the line of instants.
    fn tabulated(self, exceptions: BTreeMap<NaiveDate, Exception>) -> Result<Calendar, CalendarFaults> {
        let first_day = day_of_date(self.known.first());
        let end_day = day_of_date(self.known.last()) + 1;
        // INVARIANT: `build` has seen that the zone covers the known days, and a zone covers a margin more.
        let utc = |second| self.zone.utc_second(second, Fold::Earlier);
        let beyond_zone = || self.no_working_time();
        let known_from = utc(midnight_of(first_day)).ok_or_else(beyond_zone)?;
        let known_until = utc(midnight_of(end_day)).ok_or_else(beyond_zone)?;

        // A night shift of the day before the first known one may or may not run into it.
        let day_before = self.week.hours(self.known.first().weekday().pred());
        let skipped = utc(midnight_of(first_day - 1)) == Some(known_from);
        let spill = day_before
            .last()
            .filter(|_| !skipped)
            .map_or(0, |hours| hours.bounds().1 - midnight_of(1))
            .max(0);
        let answers_from = utc(midnight_of(first_day) + spill).ok_or_else(beyond_zone)?.min(known_until);

        let mut faults = Vec::new();
        let mut spells: Vec<Spell> = Vec::new();
        let mut first_spell = Vec::with_capacity(self.known.days() as usize + 1);
        let mut running: Option<(Hours, i64)> = None;
        let mut excepted =
            exceptions.iter().map(|(&date, exception)| (day_of_date(date), exception)).peekable();
        let mut weekday = self.known.first().weekday();
        for day in first_day..end_day {
            first_spell.push(u32::try_from(spells.len()).unwrap_or(u32::MAX));
            let hours = match excepted.next_if(|&(date, _)| date == day) {
                Some((_, exception)) => exception.hours.as_slice(),
                None => self.week.hours(weekday),
            };
            weekday = weekday.succ();
            // A date that the zone skips has no instants: nothing can start on it.
            let skipped = utc(midnight_of(day)) == utc(midnight_of(day + 1));
            for &span in hours.iter().filter(|_| !skipped) {
                let (opens, closes) = span.bounds();
                let (opens, closes) = (midnight_of(day) + opens, midnight_of(day) + closes);
                if let Some((first, _)) = running.filter(|&(_, until)| opens < until) {
                    let date = self.known.nth(u32::try_from(day - first_day).unwrap_or(0));
                    faults.push(CalendarFault::OverlapOnDay { date, first, second: span });
                }
                if running.is_none_or(|(_, until)| closes > until) {
                    running = Some((span, closes));
                }
                let start = utc(opens).ok_or_else(beyond_zone)?;
                let end = utc(closes).ok_or_else(beyond_zone)?;
                if start < end {
                    let before = spells.last().map_or(0, |spell| spell.through());
                    spells.push(Spell { start, end, before });
                }
            }
        }
        first_spell.push(u32::try_from(spells.len()).unwrap_or(u32::MAX));
        if spells.is_empty() && faults.is_empty() {
            faults.push(self.no_working_time());
        }
        CalendarFaults::none_or(faults, ())?;
        let table = Table::new((known_from, known_until), spells, first_spell);
        Ok(Calendar { description: self, exceptions, answers_from, known_until, table })
    }
}

fn too_many_hours(hours: &[Hours], place: impl FnOnce() -> String) -> Option<CalendarFault> {
    let count = hours.len();
    (count > MAX_HOURS_A_DAY).then(|| CalendarFault::TooManyHours {
        place: place(),
        count,
        limit: MAX_HOURS_A_DAY,
    })
}

fn name_fault(place: &str, name: &str) -> Vec<CalendarFault> {
    name_problem(name)
        .map(|problem| CalendarFault::Name { place: place.into(), name: excerpt(name), problem })
        .into_iter()
        .collect()
}

/// A name as it is, or cut short where it is none: its fault is noted beside it.
fn kept(name: &str) -> String {
    if name_problem(name).is_none() { name.into() } else { excerpt(name) }
}
