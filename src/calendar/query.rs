//! What a calendar answers.

use alloc::collections::BTreeMap;

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, Utc};

use crate::calendar::builder::{CalendarBuilder, Exception};
use crate::calendar::door::Door;
use crate::calendar::error::CalendarError;
use crate::calendar::fault::CalendarFaults;
use crate::calendar::known::KnownDays;
use crate::calendar::local_time::{DAY, LocalTime};
use crate::calendar::moment::{Moment, day_of_date, midnight_of, nearest_date};
use crate::calendar::readings::{Gap, LocalReading, MakeUpDays, Occurrence, Overlap};
use crate::calendar::table::Table;
use crate::calendar::zone::{Fold, Zone};

/// The last year that a calendar can know.
const LAST_YEAR: i32 = 9_999;

/// A business calendar, proved when it was built.
///
/// Build one with [`Calendar::builder`] or read one with [`CalendarDocument`](crate::calendar::CalendarDocument).
///
/// # Example: two hours from Friday afternoon
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use chrono_tz::Europe::Berlin;
/// use redress::calendar::{Calendar, Hours, KnownDays, Span, WeekPattern, Zone};
///
/// let zone = Zone::tabulate("Europe/Berlin", &Berlin, KnownDays::years(2026, 2026)?)?;
/// let office = Calendar::builder("office", zone)
///     .week(WeekPattern::weekdays([Hours::from_static("09:00-17:00")]))
///     .build()?;
/// let friday = "2026-03-06T16:30:00+01:00".parse()?;
/// let due = office.add_working_time(friday, Span::hours(2))?;
/// assert_eq!(due.to_rfc3339(), "2026-03-09T09:30:00+00:00"); // Monday 10:30 in Berlin
/// assert_eq!(office.working_time_between(friday, due)?, chrono::TimeDelta::hours(2));
/// # Ok(()) }
/// ```
///
/// # Example: beyond the last known day
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
/// let utc = Zone::fixed(chrono::FixedOffset::east_opt(0).ok_or("offset")?, KnownDays::years(2026, 2026)?)?;
/// let office = Calendar::builder("office", utc)
///     .week(WeekPattern::weekdays([Hours::from_static("09:00-17:00")]))
///     .build()?;
/// let refused = office.nth_working_day_after("2026-12-30".parse()?, 2).unwrap_err();
/// assert_eq!(
///     refused.to_string(),
///     "calendar `office` is not known on 2027-01-01, expected a date from 2026-01-01 to 2026-12-31",
/// );
/// # Ok(()) }
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Calendar {
    pub(crate) description: CalendarBuilder,
    /// The exceptions that hold under the chosen reading of make-up days.
    pub(crate) exceptions: BTreeMap<NaiveDate, Exception>,
    /// The first UTC second for which working time is known; later than the first midnight where a night
    /// shift of the unknown day before may run into it.
    pub(crate) answers_from: i64,
    /// The UTC second of the midnight after the last known day.
    pub(crate) known_until: i64,
    pub(crate) table: Table,
    pub(crate) door: Door,
}

/// Why a day is or is not a working day.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum DayKind<'a> {
    /// A working day by the pattern of the week.
    Working,
    /// An extra working day with the name it was declared by.
    MakeUp(&'a str),
    /// A working day with hours of its own.
    SpecialHours(&'a str),
    /// A day that the pattern of the week leaves closed, or that the zone skips.
    Closed,
    /// A day without work with its name: a declared holiday, a recurring one, or a day that special hours close. A day
    /// that several lists name has all their names.
    Holiday(&'a str),
}

impl DayKind<'_> {
    /// Whether working hours start on the day.
    #[must_use]
    pub const fn is_working(self) -> bool {
        matches!(self, Self::Working | Self::MakeUp(_) | Self::SpecialHours(_))
    }
}

impl Calendar {
    /// Starts the description of a calendar with its name and its zone, whose known days it takes over.
    pub fn builder(name: &str, zone: Zone) -> CalendarBuilder {
        CalendarBuilder::new(name, zone)
    }

    /// The description it was built from, to change and build again.
    pub fn to_builder(&self) -> CalendarBuilder {
        self.description.clone()
    }

    /// The same calendar with the other reading of make-up working days.
    ///
    /// # Errors
    ///
    /// [`CalendarFaults`] when nothing of the calendar is working time without them.
    pub fn with_make_up_days(&self, reading: MakeUpDays) -> Result<Self, CalendarFaults> {
        self.to_builder().make_up_days(reading).build()
    }

    /// The calendar's name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.description.name
    }

    /// The edition of its data.
    #[must_use]
    pub fn revision(&self) -> &str {
        &self.description.revision
    }

    /// Its zone.
    #[must_use]
    pub const fn zone(&self) -> &Zone {
        &self.description.zone
    }

    /// The days it is known for.
    #[must_use]
    pub const fn known(&self) -> KnownDays {
        self.description.known
    }

    /// Returns how local times without an offset are read, such as `received-local` of a complaint.
    #[must_use]
    pub const fn local_times(&self) -> LocalReading {
        self.description.local_times
    }

    /// What the wall clock shows at an instant.
    ///
    /// # Errors
    ///
    /// [`CalendarError::NotKnown`] where the zone is not known.
    pub fn local(&self, at: DateTime<Utc>) -> Result<NaiveDateTime, CalendarError> {
        self.zone().local(at).ok_or_else(|| self.not_known(at.date_naive()))
    }

    /// The date on the wall clock at an instant.
    ///
    /// # Errors
    ///
    /// [`CalendarError::NotKnown`] where the zone is not known.
    pub fn date(&self, at: DateTime<Utc>) -> Result<NaiveDate, CalendarError> {
        self.local(at).map(|local| local.date())
    }

    /// The instant at which the wall clock shows a time on a date.
    ///
    /// # Errors
    ///
    /// [`CalendarError::NotKnown`] where the zone is not known.
    ///
    /// # Example: a time that the clock skips, and one that it shows twice
    ///
    /// ```
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # use redress::calendar::{Calendar, Hours, KnownDays, LocalTime, WeekPattern, Zone};
    /// # use redress::calendar::reading::Fold;
    /// # let zone = Zone::tabulate("Europe/Berlin", &chrono_tz::Europe::Berlin, KnownDays::years(2026, 2026)?)?;
    /// # let calendar = Calendar::builder("berlin", zone).week(WeekPattern::always()).build()?;
    /// let half_past_two = LocalTime::from_static("02:30");
    /// let skipped = calendar.instant("2026-03-29".parse()?, half_past_two, Fold::Earlier)?;
    /// assert_eq!(skipped.to_rfc3339(), "2026-03-29T01:00:00+00:00"); // 03:00 summer time
    /// let earlier = calendar.instant("2026-10-25".parse()?, half_past_two, Fold::Earlier)?;
    /// let later = calendar.instant("2026-10-25".parse()?, half_past_two, Fold::Later)?;
    /// assert_eq!(later - earlier, chrono::TimeDelta::hours(1));
    /// # Ok(()) }
    /// ```
    pub fn instant(
        &self,
        date: NaiveDate,
        at: LocalTime,
        fold: Fold,
    ) -> Result<DateTime<Utc>, CalendarError> {
        self.utc_on(day_of_date(date), i64::from(at.seconds()), fold).map(|second| self.door.second(second))
    }

    /// Returns the instant of a local time without an offset, such as one of a file of records.
    ///
    /// `reading` says what is meant where the wall clock skips the time or shows it twice;
    /// [`Calendar::local_times`] is the reading that the calendar itself was given.
    ///
    /// # Errors
    ///
    /// [`CalendarError::SkippedTime`] and [`CalendarError::RepeatedTime`] where the reading refuses such times,
    /// [`CalendarError::NotKnown`] where the zone is not known.
    ///
    /// # Example: the night on which the clock is set back
    ///
    /// ```
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # use redress::calendar::{Calendar, KnownDays, WeekPattern, Zone, local};
    /// # use redress::calendar::reading::{LocalReading, Overlap};
    /// # let zone = Zone::tabulate("America/New_York", &chrono_tz::America::New_York, KnownDays::years(2026, 2026)?)?;
    /// # let calendar = Calendar::builder("desk", zone).week(WeekPattern::always()).build()?;
    /// let stamp = local::parse("2026-11-01T01:30:00")?;
    /// let earlier = calendar.local_instant(stamp, LocalReading::default())?;
    /// let later = calendar.local_instant(stamp, LocalReading::default().with_overlap(Overlap::Later))?;
    /// assert_eq!(later - earlier, chrono::TimeDelta::hours(1));
    /// assert_eq!(
    ///     calendar.local_instant(stamp, LocalReading::STRICT).unwrap_err().to_string(),
    ///     "the clock of calendar `desk` shows `2026-11-01T01:30:00` twice, expected a time that it shows once",
    /// );
    /// # Ok(()) }
    /// ```
    pub fn local_instant(
        &self,
        local: NaiveDateTime,
        reading: LocalReading,
    ) -> Result<DateTime<Utc>, CalendarError> {
        let calendar = || self.name().into();
        let fold = match (self.occurrence(local)?, reading.gap(), reading.overlap()) {
            (Occurrence::Skipped, Gap::Refused, _) => {
                return Err(CalendarError::SkippedTime { calendar: calendar(), local });
            }
            (Occurrence::Twice, _, Overlap::Refused) => {
                return Err(CalendarError::RepeatedTime { calendar: calendar(), local });
            }
            (Occurrence::Twice, _, Overlap::Later) => Fold::Later,
            (Occurrence::Skipped, Gap::After, _)
            | (Occurrence::Once, _, _)
            | (Occurrence::Twice, _, Overlap::Earlier) => Fold::Earlier,
        };
        self.zone().instant(local, fold).ok_or_else(|| self.not_known(local.date()))
    }

    /// Returns how often the wall clock shows a local time.
    ///
    /// # Errors
    ///
    /// [`CalendarError::NotKnown`] where the zone is not known.
    pub fn occurrence(&self, local: NaiveDateTime) -> Result<Occurrence, CalendarError> {
        let read = |fold| self.zone().instant(local, fold).ok_or_else(|| self.not_known(local.date()));
        let (earlier, later) = (read(Fold::Earlier)?, read(Fold::Later)?);
        let shown = self.zone().local(earlier).map(|shown| Moment::from(shown.and_utc()));
        Ok(if earlier != later {
            Occurrence::Twice
        } else if shown == Some(Moment::from(local.and_utc())) {
            Occurrence::Once
        } else {
            Occurrence::Skipped
        })
    }

    /// The first instant of a date: local midnight, or the end of a gap that swallows it.
    ///
    /// # Errors
    ///
    /// [`CalendarError::NotKnown`] where the zone is not known.
    pub fn start_of_day(&self, date: NaiveDate) -> Result<DateTime<Utc>, CalendarError> {
        self.instant(date, LocalTime::MIDNIGHT, Fold::Earlier)
    }

    /// Refuses a day for which not even the zone is known.
    #[expect(clippy::inline_always, reason = "a result with an error in it would go through memory")]
    #[inline(always)]
    pub(crate) fn zone_day(&self, day: i64) -> Result<(), CalendarError> {
        // The zone is known wherever the calendar is.
        let known = self.known();
        if (known.first_day()..=known.last_day()).contains(&day) { Ok(()) } else { self.zone_day_beyond(day) }
    }

    #[cold]
    fn zone_day_beyond(&self, day: i64) -> Result<(), CalendarError> {
        let known = self.zone().known();
        if (known.first_day()..=known.last_day()).contains(&day) {
            Ok(())
        } else {
            Err(self.not_known(nearest_date(day)))
        }
    }

    /// The UTC second of a local second.
    #[inline]
    pub(crate) fn utc(&self, local: i64, fold: Fold) -> Result<i64, CalendarError> {
        self.zone().utc_second(local, fold).ok_or_else(|| self.not_known(nearest_date(local.div_euclid(DAY))))
    }

    /// The UTC second of a second of a day.
    #[expect(clippy::inline_always, reason = "a result with an error in it would go through memory")]
    #[inline(always)]
    pub(crate) fn utc_on(&self, day: i64, second: i64, fold: Fold) -> Result<i64, CalendarError> {
        let index = u32::try_from(day - self.known().first_day()).ok();
        match index.and_then(|index| self.table.steady_midnight(index)) {
            Some(midnight) if (0..DAY).contains(&second) => Ok(midnight + second),
            Some(_) | None => self.utc(midnight_of(day) + second, fold),
        }
    }

    /// The UTC second of the midnight of a known day, by its number from the first.
    pub(crate) fn midnight_of_known(&self, index: u32) -> Option<i64> {
        self.table.midnight(index)
    }

    /// Whether the clock shows each second of a known day once, and nothing else.
    pub(crate) fn is_steady(&self, index: u32) -> bool {
        self.table.steady_midnight(index).is_some()
    }

    /// The local day and the second of it at a moment.
    #[expect(clippy::inline_always, reason = "a result with an error in it would go through memory")]
    #[inline(always)]
    pub(crate) fn local_parts(&self, at: Moment) -> Result<(i64, i64), CalendarError> {
        if let Some((index, second)) = self.table.steady_parts(at.second) {
            return Ok((self.known().first_day() + i64::from(index), second));
        }
        self.zone()
            .local_parts(at.second)
            .ok_or_else(|| self.not_known(nearest_date(at.second.div_euclid(DAY))))
    }

    /// What the wall clock shows at an instant, for people: the end of a day is midnight, also where the clock
    /// skips midnight.
    pub(crate) fn wall_clock(&self, at: DateTime<Utc>, may_end_a_day: bool) -> Option<NaiveDateTime> {
        let local = self.local(at).ok()?;
        let ends_a_day = may_end_a_day && self.start_of_day(local.date()).is_ok_and(|start| start == at);
        Some(if ends_a_day { local.date().and_time(NaiveTime::MIN) } else { local })
    }

    #[cold]
    pub(crate) fn not_known(&self, asked: NaiveDate) -> CalendarError {
        let known = self.known();
        // No calendar is known there, nor can be.
        if asked.year() > LAST_YEAR {
            return CalendarError::AfterLastYear { calendar: self.name().into() };
        }
        if asked.year() < 1 {
            return CalendarError::BeforeFirstYear { calendar: self.name().into() };
        }
        CalendarError::NotKnown {
            calendar: self.name().into(),
            asked,
            first: known.first(),
            last: known.last(),
        }
    }

    #[cold]
    pub(crate) fn not_known_after(&self) -> CalendarError {
        self.not_known(self.known().last().succ_opt().unwrap_or(NaiveDate::MAX))
    }

    /// What lies at least so many days after a day that is known, where it lies beyond the known ones.
    #[cold]
    pub(super) fn not_known_days_after(&self, day: i64, days: i64) -> CalendarError {
        let never = day.checked_add(days).is_none_or(|day| nearest_date(day).year() > LAST_YEAR);
        if never { self.not_known(NaiveDate::MAX) } else { self.not_known_after() }
    }

    /// What lies at least so many days before a day that is known, where it lies before the known ones.
    #[cold]
    pub(super) fn not_known_days_before(&self, day: i64, days: i64) -> CalendarError {
        let never = day.checked_sub(days).is_none_or(|day| nearest_date(day).year() < 1);
        if never { self.not_known(NaiveDate::MIN) } else { self.not_known_before() }
    }

    #[cold]
    pub(crate) fn not_known_before(&self) -> CalendarError {
        self.not_known(self.known().first().pred_opt().unwrap_or(NaiveDate::MIN))
    }
}
