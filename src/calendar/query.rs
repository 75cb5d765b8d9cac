//! The calendar itself: what it is called, which days it covers, and how local times and instants correspond.

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

/// The last year that a calendar can cover.
const LAST_YEAR: i32 = 9_999;

/// A business calendar: a zone, the known days, the working week, and every day that differs from it.
///
/// Build a calendar in code with [`Calendar::builder`], or read it from a file with
/// [`CalendarDocument`](crate::calendar::CalendarDocument). A calendar never changes after it is built; two calendars
/// are equal if they were described by the same entries, in any order.
///
/// The methods are grouped by topic: names and local times first, then working days, working time, and openings.
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
/// # Example: after the last known day
///
/// ```
/// let calendar = redress::sample::calendar()?; // covers the year 2026
/// let refused = calendar.nth_working_day_after("2026-12-30".parse()?, 2).unwrap_err();
/// assert_eq!(
///     refused.to_string(),
///     "calendar `office` does not cover 2027-01-01, only 2026-01-01 to 2026-12-31; extend its known days",
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Calendar {
    pub(crate) description: CalendarBuilder,
    /// The days that differ from the week, after make-up days were read as chosen.
    pub(crate) exceptions: BTreeMap<NaiveDate, Exception>,
    /// The first UTC second for which working time is known. It is later than the first midnight if a night shift of
    /// the day before, which is not known, could run into the first known day.
    pub(crate) answers_from: i64,
    /// The UTC second of the midnight after the last known day.
    pub(crate) known_until: i64,
    pub(crate) table: Table,
    pub(crate) door: Door,
}

/// What a date is in a calendar, and why.
///
/// # Example: a holiday, a weekend, and an ordinary Tuesday
///
/// ```
/// use redress::calendar::reading::DayKind;
///
/// let calendar = redress::sample::calendar()?;
/// assert_eq!(calendar.day("2026-04-03".parse()?)?, DayKind::Holiday("Good Friday"));
/// assert_eq!(calendar.day("2026-04-04".parse()?)?, DayKind::Closed); // a Saturday
/// assert_eq!(calendar.day("2026-04-07".parse()?)?, DayKind::Working);
/// assert!(!DayKind::Holiday("Good Friday").is_working());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum DayKind<'a> {
    /// A working day according to the pattern of the week.
    Working,
    /// An extra working day, such as a make-up Saturday, with its name.
    MakeUp(&'a str),
    /// A working day with hours other than those of the week, with its name.
    SpecialHours(&'a str),
    /// A day on which the pattern of the week has no hours, or a date that the zone skips.
    Closed,
    /// A day without work, with its name: a declared holiday, a recurring holiday, or a day whose special hours are
    /// empty. If several entries name the day, their names are joined by ` / `.
    Holiday(&'a str),
}

impl DayKind<'_> {
    /// Returns whether working hours start on the day.
    #[must_use]
    pub const fn is_working(self) -> bool {
        matches!(self, Self::Working | Self::MakeUp(_) | Self::SpecialHours(_))
    }
}

impl Calendar {
    /// Starts the description of a calendar.
    ///
    /// `name` appears in errors and explanations. The calendar covers the days of `zone`, unless
    /// [`CalendarBuilder::known`] says otherwise.
    pub fn builder(name: &str, zone: Zone) -> CalendarBuilder {
        CalendarBuilder::new(name, zone)
    }

    /// Returns the description from which the calendar was built, so that you can change it and build it again.
    ///
    /// # Example: an extra day off
    ///
    /// ```
    /// let calendar = redress::sample::calendar()?;
    /// let with_carnival = calendar.to_builder().holiday("2026-02-16".parse()?, "Carnival Monday").build()?;
    /// assert!(calendar.is_working_day("2026-02-16".parse()?)?);
    /// assert!(!with_carnival.is_working_day("2026-02-16".parse()?)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn to_builder(&self) -> CalendarBuilder {
        self.description.clone()
    }

    /// Returns the same calendar with another reading of make-up working days.
    ///
    /// # Errors
    ///
    /// Returns [`CalendarFaults`] if the other reading leaves the calendar without any working time, or if hours now
    /// overlap.
    ///
    /// # Example: a make-up Saturday that does not count
    ///
    /// ```
    /// use redress::calendar::Hours;
    /// use redress::calendar::reading::MakeUpDays;
    ///
    /// let saturday = "2026-02-14".parse()?;
    /// let calendar = redress::sample::calendar()?
    ///     .to_builder()
    ///     .working_day(saturday, "make-up Saturday", [Hours::from_static("09:00-17:00")])
    ///     .build()?;
    /// assert!(calendar.is_working_day(saturday)?);
    /// assert!(!calendar.with_make_up_days(MakeUpDays::AsPattern)?.is_working_day(saturday)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn with_make_up_days(&self, reading: MakeUpDays) -> Result<Self, CalendarFaults> {
        self.to_builder().make_up_days(reading).build()
    }

    /// Returns the calendar's name, as it appears in errors and explanations.
    ///
    /// # Example
    ///
    /// ```
    /// let calendar = redress::sample::calendar()?;
    /// assert_eq!((calendar.name(), calendar.revision()), ("office", "2026-1"));
    /// assert_eq!(calendar.zone().name(), "Europe/Berlin");
    /// assert_eq!(calendar.known().days(), 365);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn name(&self) -> &str {
        &self.description.name
    }

    /// Returns the edition of the calendar's data; `1` unless the description gives another one.
    #[must_use]
    pub fn revision(&self) -> &str {
        &self.description.revision
    }

    /// Returns the time zone.
    #[must_use]
    pub const fn zone(&self) -> &Zone {
        &self.description.zone
    }

    /// Returns the days that the calendar covers. The zone may cover more.
    #[must_use]
    pub const fn known(&self) -> KnownDays {
        self.description.known
    }

    /// Returns how local times without an offset are read, such as `received-local` of a complaint.
    #[must_use]
    pub const fn local_times(&self) -> LocalReading {
        self.description.local_times
    }

    /// Returns the date and time that the wall clock shows at an instant.
    ///
    /// # Errors
    ///
    /// Returns [`CalendarError::NotKnown`] if the zone has no data for the instant.
    ///
    /// # Example: winter and summer
    ///
    /// ```
    /// use redress::calendar::local;
    ///
    /// let calendar = redress::sample::calendar()?; // in Berlin
    /// let (winter, summer) = ("2026-01-05T08:00:00Z".parse()?, "2026-07-06T08:00:00Z".parse()?);
    /// assert_eq!(calendar.local(winter)?, local::parse("2026-01-05T09:00:00")?);
    /// assert_eq!(calendar.local(summer)?, local::parse("2026-07-06T10:00:00")?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn local(&self, at: DateTime<Utc>) -> Result<NaiveDateTime, CalendarError> {
        self.zone().local(at).ok_or_else(|| self.not_known(at.date_naive()))
    }

    /// Returns the date that the wall clock shows at an instant.
    ///
    /// # Errors
    ///
    /// Returns [`CalendarError::NotKnown`] if the zone has no data for the instant.
    ///
    /// # Example: late in the evening, the date in Berlin is already the next one
    ///
    /// ```
    /// let calendar = redress::sample::calendar()?;
    /// assert_eq!(calendar.date("2026-03-06T23:30:00Z".parse()?)?, "2026-03-07".parse()?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn date(&self, at: DateTime<Utc>) -> Result<NaiveDate, CalendarError> {
        self.local(at).map(|local| local.date())
    }

    /// Returns the instant at which the wall clock shows a time on a date.
    ///
    /// If the clock skips the time, this is the first instant after the gap. If the clock shows the time twice, `fold`
    /// chooses between the two instants.
    ///
    /// # Errors
    ///
    /// Returns [`CalendarError::NotKnown`] if the zone has no data for the date.
    ///
    /// # Example: a time that the clock skips, and one that it shows twice
    ///
    /// ```
    /// use redress::calendar::LocalTime;
    /// use redress::calendar::reading::Fold;
    ///
    /// let calendar = redress::sample::calendar()?; // in Berlin
    /// let half_past_two = LocalTime::from_static("02:30");
    /// let skipped = calendar.instant("2026-03-29".parse()?, half_past_two, Fold::Earlier)?;
    /// assert_eq!(skipped.to_rfc3339(), "2026-03-29T01:00:00+00:00"); // 03:00 summer time
    /// let earlier = calendar.instant("2026-10-25".parse()?, half_past_two, Fold::Earlier)?;
    /// let later = calendar.instant("2026-10-25".parse()?, half_past_two, Fold::Later)?;
    /// assert_eq!(later - earlier, chrono::TimeDelta::hours(1));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn instant(
        &self,
        date: NaiveDate,
        at: LocalTime,
        fold: Fold,
    ) -> Result<DateTime<Utc>, CalendarError> {
        self.utc_on(day_of_date(date), i64::from(at.seconds()), fold).map(|second| self.door.second(second))
    }

    /// Returns the instant of a local time without an offset, such as one from a spreadsheet.
    ///
    /// `reading` decides what to do if the wall clock skips the time or shows it twice. Pass [`Calendar::local_times`]
    /// to use the reading in the calendar's own description.
    ///
    /// # Errors
    ///
    /// - [`CalendarError::SkippedTime`] if the clock skips the time and `reading` refuses such times.
    /// - [`CalendarError::RepeatedTime`] if the clock shows the time twice and `reading` refuses such times.
    /// - [`CalendarError::NotKnown`] if the zone has no data for the date.
    ///
    /// # Example: the night in which the clock is set back
    ///
    /// ```
    /// use redress::calendar::local;
    /// use redress::calendar::reading::{LocalReading, Overlap};
    ///
    /// let calendar = redress::sample::calendar()?;
    /// let stamp = local::parse("2026-10-25T02:30:00")?;
    /// let earlier = calendar.local_instant(stamp, LocalReading::default())?;
    /// let later = calendar.local_instant(stamp, LocalReading::default().with_overlap(Overlap::Later))?;
    /// assert_eq!(later - earlier, chrono::TimeDelta::hours(1));
    /// assert_eq!(
    ///     calendar.local_instant(stamp, LocalReading::STRICT).unwrap_err().to_string(),
    ///     "the clock of calendar `office` shows `2026-10-25T02:30:00` twice; give the instant with its UTC offset",
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
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

    /// Returns how often the wall clock shows a local time: never, once or twice.
    ///
    /// # Errors
    ///
    /// Returns [`CalendarError::NotKnown`] if the zone has no data for the date.
    ///
    /// # Example: the nights in which the clock changes
    ///
    /// ```
    /// use redress::calendar::local;
    /// use redress::calendar::reading::Occurrence;
    ///
    /// let calendar = redress::sample::calendar()?;
    /// assert_eq!(calendar.occurrence(local::parse("2026-03-29T02:30:00")?)?, Occurrence::Skipped);
    /// assert_eq!(calendar.occurrence(local::parse("2026-10-25T02:30:00")?)?, Occurrence::Twice);
    /// assert_eq!(calendar.occurrence(local::parse("2026-10-25T03:00:00")?)?, Occurrence::Once);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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

    /// Returns the first instant of a date: local midnight, or the end of the gap if the clock skips midnight.
    ///
    /// # Errors
    ///
    /// Returns [`CalendarError::NotKnown`] if the zone has no data for the date.
    ///
    /// # Example
    ///
    /// ```
    /// let calendar = redress::sample::calendar()?;
    /// let start = calendar.start_of_day("2026-07-06".parse()?)?;
    /// assert_eq!(start.to_rfc3339(), "2026-07-05T22:00:00+00:00"); // midnight in Berlin, summer time
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn start_of_day(&self, date: NaiveDate) -> Result<DateTime<Utc>, CalendarError> {
        self.instant(date, LocalTime::MIDNIGHT, Fold::Earlier)
    }

    /// Refuses a day for which not even the zone has data.
    #[expect(clippy::inline_always, reason = "a result with an error in it would go through memory")]
    #[inline(always)]
    pub(crate) fn zone_day(&self, day: i64) -> Result<(), CalendarError> {
        // The zone covers every day that the calendar covers, so this cheaper test comes first.
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

    /// Returns the UTC second of a local second.
    #[inline]
    pub(crate) fn utc(&self, local: i64, fold: Fold) -> Result<i64, CalendarError> {
        self.zone().utc_second(local, fold).ok_or_else(|| self.not_known(nearest_date(local.div_euclid(DAY))))
    }

    /// Returns the UTC second of a second of a day.
    #[expect(clippy::inline_always, reason = "a result with an error in it would go through memory")]
    #[inline(always)]
    pub(crate) fn utc_on(&self, day: i64, second: i64, fold: Fold) -> Result<i64, CalendarError> {
        let index = u32::try_from(day - self.known().first_day()).ok();
        match index.and_then(|index| self.table.steady_midnight(index)) {
            Some(midnight) if (0..DAY).contains(&second) => Ok(midnight + second),
            Some(_) | None => self.utc(midnight_of(day) + second, fold),
        }
    }

    /// Returns the known day in which an instant lies, unless the clock changes on that day.
    #[inline]
    pub(crate) fn steady_day(&self, second: i64) -> Option<i64> {
        let (index, _) = self.table.steady_parts(second)?;
        let known = self.known();
        let day = known.first_day() + i64::from(index);
        (day <= known.last_day()).then_some(day)
    }

    /// Returns the UTC second of a time of a known day, unless the clock changes on that day.
    ///
    /// The day behind the last known one is asked for its midnight only.
    #[inline]
    pub(crate) fn steady_second(&self, day: i64, at: LocalTime) -> Option<i64> {
        let index = u32::try_from(day - self.known().first_day()).ok()?;
        self.table.steady_midnight(index).map(|midnight| midnight + i64::from(at.seconds()))
    }

    /// Returns the UTC second of the midnight of a known day. `index` counts from the first known day.
    pub(crate) fn midnight_of_known(&self, index: u32) -> Option<i64> {
        self.table.midnight(index)
    }

    /// Returns whether the clock shows each second of a known day exactly once, and nothing else.
    pub(crate) fn is_steady(&self, index: u32) -> bool {
        self.table.steady_midnight(index).is_some()
    }

    /// Returns the local day at a moment, and the second within it.
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

    /// Returns what the wall clock shows at an instant, in a form for people.
    ///
    /// If `may_end_a_day` is set and the instant is the first of its day, the result is midnight, even if the clock
    /// skips midnight.
    pub(crate) fn wall_clock(&self, at: DateTime<Utc>, may_end_a_day: bool) -> Option<NaiveDateTime> {
        let local = self.local(at).ok()?;
        let ends_a_day = may_end_a_day && self.start_of_day(local.date()).is_ok_and(|start| start == at);
        Some(if ends_a_day { local.date().and_time(NaiveTime::MIN) } else { local })
    }

    #[cold]
    pub(crate) fn not_known(&self, asked: NaiveDate) -> CalendarError {
        let known = self.known();
        // No calendar can cover such a date: "extend the known days" would be wrong advice.
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

    /// Returns the error for an answer that lies at least `days` days after a known day, beyond the known days.
    #[cold]
    pub(super) fn not_known_days_after(&self, day: i64, days: i64) -> CalendarError {
        let never = day.checked_add(days).is_none_or(|day| nearest_date(day).year() > LAST_YEAR);
        if never { self.not_known(NaiveDate::MAX) } else { self.not_known_after() }
    }

    /// Returns the error for an answer that lies at least `days` days before a known day, before the known days.
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
