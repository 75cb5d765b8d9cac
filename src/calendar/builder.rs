//! The description of a calendar, before it is built.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::RangeInclusive;

use chrono::NaiveDate;

use crate::calendar::fault::{CalendarFault, lower};
use crate::calendar::hours::Hours;
use crate::calendar::known::KnownDays;
use crate::calendar::limits::{MAX_EXCEPTIONS, MAX_HOURS_A_DAY, MAX_RECURRING};
use crate::calendar::moment::midnight_of;
use crate::calendar::period::{PeriodHours, SpecialPeriod};
use crate::calendar::readings::{LocalReading, MakeUpDays, OutsideDays};
use crate::calendar::recurring::{RecurringHoliday, WEEK};
use crate::calendar::text::{excerpt, name_problem};
use crate::calendar::week::WeekPattern;
use crate::calendar::zone::Zone;

/// What is different on one date.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct Exception {
    pub(crate) kind: ExceptionKind,
    pub(crate) name: String,
    /// Empty on a holiday, and on a day that special hours close.
    pub(crate) hours: Vec<Hours>,
}

#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum ExceptionKind {
    Holiday,
    WorkingDay,
    SpecialHours,
}

/// The description of a calendar: a zone, the known days, the working week, and the days that differ from it.
///
/// Start with [`Calendar::builder`](crate::calendar::Calendar::builder) and end with [`CalendarBuilder::build`]. No
/// method fails on its own: faults are collected, and `build` returns all of them.
///
/// # Example: a holiday week and a make-up Sunday
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
///     .holidays("2025-01-28".parse()?..="2025-02-04".parse()?, "Spring Festival")
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
    pub(crate) outside_days: OutsideDays,
    pub(crate) local_times: LocalReading,
    /// In the order of declaration. Building the calendar sorts this list and the next two.
    pub(crate) exceptions: Vec<(NaiveDate, Exception)>,
    pub(crate) periods: Vec<SpecialPeriod>,
    pub(crate) recurring: Vec<RecurringHoliday>,
    /// Faults of declarations that could not be stored.
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
            outside_days: OutsideDays::Refused,
            local_times: LocalReading::default(),
            exceptions: Vec::new(),
            periods: Vec::new(),
            recurring: Vec::new(),
            faults: name_fault("calendar name", name),
        }
    }

    /// Sets the edition of the calendar's data, which every explanation shows. The default is `1`.
    pub fn revision(mut self, revision: &str) -> Self {
        self.faults.extend(name_fault("revision", revision));
        self.revision = kept(revision);
        self
    }

    /// Sets the known days. By default, they are the days of the zone.
    ///
    /// Choose fewer days than the zone has if a deadline in calendar days may end after the last day for which you know
    /// the holidays: such a deadline needs the zone, but not the working days.
    ///
    /// # Example: a zone for two years, holidays for one
    ///
    /// ```
    /// use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
    ///
    /// let zone = Zone::tabulate("Europe/Berlin", &chrono_tz::Europe::Berlin, KnownDays::years(2026, 2027)?)?;
    /// let calendar = Calendar::builder("office", zone)
    ///     .known(KnownDays::years(2026, 2026)?)
    ///     .week(WeekPattern::weekdays([Hours::from_static("09:00-17:00")]))
    ///     .build()?;
    /// let new_year = "2027-01-01".parse()?;
    /// assert!(calendar.start_of_day(new_year).is_ok()); // the clock is known
    /// assert!(calendar.is_working_day(new_year).is_err()); // the holidays are not
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub const fn known(mut self, known: KnownDays) -> Self {
        self.known = known;
        self
    }

    /// Sets the working hours of the week. By default, every day is closed.
    ///
    /// # Example: a calendar without hours is a fault
    ///
    /// ```
    /// use redress::calendar::{Calendar, WeekPattern};
    ///
    /// let zone = redress::sample::calendar()?.zone().clone();
    /// let closed = Calendar::builder("office", zone).build().unwrap_err();
    /// assert_eq!(
    ///     closed.to_string(),
    ///     "no working time from 2026-01-01 to 2026-12-31; give at least one weekday working hours",
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn week(mut self, week: WeekPattern) -> Self {
        self.week = week;
        self
    }

    /// Declares one holiday: no hours start on this date.
    ///
    /// Several entries may name one date if they agree. The day then has all their names.
    ///
    /// # Example: a closure between the years, and a public holiday in it
    ///
    /// ```
    /// use redress::calendar::reading::DayKind;
    ///
    /// let calendar = redress::sample::calendar()? // with Christmas Day
    ///     .to_builder()
    ///     .holidays("2026-12-24".parse()?..="2026-12-31".parse()?, "Winter break")
    ///     .build()?;
    /// assert_eq!(calendar.day("2026-12-24".parse()?)?, DayKind::Holiday("Winter break"));
    /// assert_eq!(calendar.day("2026-12-25".parse()?)?, DayKind::Holiday("Christmas Day / Winter break"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn holiday(self, date: NaiveDate, name: &str) -> Self {
        self.named(date, name).except(date, ExceptionKind::Holiday, name, Vec::new())
    }

    /// Declares every day of a period as a holiday, the first and the last day included.
    ///
    /// # Example: the dates must be in order
    ///
    /// ```
    /// let (first, last) = ("2026-08-03".parse()?, "2026-08-14".parse()?);
    /// let shop = || redress::sample::calendar().map(|calendar| calendar.to_builder());
    /// assert!(!shop()?.holidays(first..=last, "Summer closure").build()?.is_working_day(last)?);
    /// let reversed = shop()?.holidays(last..=first, "Summer closure").build().unwrap_err();
    /// assert_eq!(reversed.to_string(), "days 2026-08-14 to 2026-08-03 are reversed, expected the earlier date first");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn holidays(mut self, dates: RangeInclusive<NaiveDate>, name: &str) -> Self {
        let (first, last) = dates.into_inner();
        if let Err(fault) = KnownDays::new(first, last) {
            self.faults.push(fault);
            return self;
        }
        // Too many entries are a fault already, so that the rest need not be stored.
        if self.exceptions.len() > MAX_EXCEPTIONS {
            return self;
        }
        self = self.named(first, name);
        for date in first.iter_days().take_while(|&date| date <= last) {
            self = self.except(date, ExceptionKind::Holiday, name, Vec::new());
        }
        self
    }

    /// Declares a holiday that recurs every year.
    ///
    /// When the calendar is built, the rule becomes dates within the known days. A date that another entry names too
    /// has both names.
    ///
    /// # Example: Ascension Day by its distance from Easter
    ///
    /// ```
    /// use redress::calendar::RecurringHoliday;
    /// use redress::calendar::holiday::AnnualDay;
    /// use redress::calendar::reading::DayKind;
    ///
    /// let calendar = redress::sample::calendar()?
    ///     .to_builder()
    ///     .recurring(RecurringHoliday::new("Ascension Day", AnnualDay::Easter { days: 39 }))
    ///     .build()?;
    /// assert_eq!(calendar.day("2026-05-14".parse()?)?, DayKind::Holiday("Ascension Day"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn recurring(self, holiday: RecurringHoliday) -> Self {
        let place = recurring_place(holiday.name());
        self.recurring_at(&place, holiday)
    }

    pub(super) fn recurring_at(mut self, place: &str, holiday: RecurringHoliday) -> Self {
        // Too many rules are one fault, so that the rest need not be stored.
        if self.recurring.len() <= MAX_RECURRING {
            let problems = holiday.problems();
            self.faults.extend(
                problems.into_iter().map(|problem| CalendarFault::Recurring { place: place.into(), problem }),
            );
            self.recurring.push(holiday.kept());
        }
        self
    }

    /// Declares an extra working day with its hours, such as a make-up Saturday. The hours must not be empty.
    ///
    /// # Example: a make-up day without hours
    ///
    /// ```
    /// let faults = redress::sample::calendar()?
    ///     .to_builder()
    ///     .working_day("2026-02-14".parse()?, "make-up Saturday", [])
    ///     .build()
    ///     .unwrap_err();
    /// assert_eq!(
    ///     faults.to_string(),
    ///     "day 2026-02-14 `make-up Saturday`: a working day needs hours; give it hours, or list it as a holiday",
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn working_day(self, date: NaiveDate, name: &str, hours: impl IntoIterator<Item = Hours>) -> Self {
        self.named(date, name).except(date, ExceptionKind::WorkingDay, name, hours.into_iter().collect())
    }

    /// Declares other hours for one date, such as a half day before a holiday. If there are none, the day is closed.
    ///
    /// # Example: the shop closes early on New Year's Eve
    ///
    /// ```
    /// use redress::calendar::Hours;
    ///
    /// let eve = "2026-12-31".parse()?;
    /// let calendar = redress::sample::calendar()?
    ///     .to_builder()
    ///     .special_hours(eve, "New Year's Eve", [Hours::from_static("09:00-12:00")])
    ///     .build()?;
    /// assert_eq!(calendar.close_of_business(eve)?.to_rfc3339(), "2026-12-31T11:00:00+00:00"); // 12:00 in Berlin
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn special_hours(self, date: NaiveDate, name: &str, hours: impl IntoIterator<Item = Hours>) -> Self {
        self.named(date, name).except(date, ExceptionKind::SpecialHours, name, hours.into_iter().collect())
    }

    /// Declares other hours for a period, the first and the last day included.
    ///
    /// Pass a list of [`Hours`] to give every working day of the period the same hours, or a [`WeekPattern`] to replace
    /// the whole week. Entries for a single date come first: a holiday stays a holiday, and a make-up day or a day with
    /// special hours keeps its hours.
    ///
    /// # Example: shorter hours in Ramadan
    ///
    /// ```
    /// # use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
    /// # use redress::calendar::reading::DayKind;
    /// use chrono::Weekday;
    ///
    /// # let gulf = chrono::FixedOffset::east_opt(3 * 3600).ok_or("no such offset")?;
    /// # let zone = Zone::fixed(gulf, KnownDays::years(2026, 2026)?)?;
    /// let week = [Weekday::Sun, Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu]
    ///     .into_iter()
    ///     .fold(WeekPattern::closed(), |week, day| week.with(day, [Hours::from_static("08:00-16:00")]));
    /// let calendar = Calendar::builder("desk", zone)
    ///     .week(week)
    ///     .special_period(
    ///         "2026-02-18".parse()?..="2026-03-19".parse()?,
    ///         "Ramadan",
    ///         [Hours::from_static("09:00-14:00")],
    ///     )
    ///     .build()?;
    /// let wednesday = "2026-02-18".parse()?;
    /// assert_eq!(calendar.day(wednesday)?, DayKind::SpecialHours("Ramadan"));
    /// assert_eq!(calendar.close_of_business(wednesday)?.to_rfc3339(), "2026-02-18T11:00:00+00:00");
    /// assert_eq!(calendar.day("2026-02-20".parse()?)?, DayKind::Closed); // a Friday
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn special_period(
        mut self,
        days: RangeInclusive<NaiveDate>,
        name: &str,
        hours: impl Into<PeriodHours>,
    ) -> Self {
        let (first, last) = days.into_inner();
        if let Err(fault) = KnownDays::new(first, last) {
            self.faults.push(fault);
            return self;
        }
        // Too many periods are one fault, so that the rest need not be stored.
        if self.periods.len() <= MAX_EXCEPTIONS {
            self.faults.extend(name_fault(&format!("period {first} to {last} name"), name));
            self.periods.push(SpecialPeriod::new(first, last, kept(name), hours.into()));
        }
        self
    }

    /// Sets whether make-up working days count as working days. By default, they do.
    pub const fn make_up_days(mut self, reading: MakeUpDays) -> Self {
        self.make_up_days = reading;
        self
    }

    /// Sets what happens to declared days outside the known days. By default, they are faults.
    ///
    /// Recurring holidays are never outside: they become dates within the known days only.
    ///
    /// # Example: a public list that covers more years than the calendar
    ///
    /// ```
    /// use redress::calendar::reading::OutsideDays;
    ///
    /// let list = redress::sample::calendar()? // covers 2026
    ///     .to_builder()
    ///     .holiday("2027-01-01".parse()?, "New Year's Day");
    /// assert!(list.clone().build().is_err());
    /// assert!(list.outside_days(OutsideDays::LeftOut).build().is_ok());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub const fn outside_days(mut self, reading: OutsideDays) -> Self {
        self.outside_days = reading;
        self
    }

    /// Sets how local times without an offset are read, such as `received-local` of a complaint, if the wall clock
    /// skips them or shows them twice. By default, a skipped time is the first instant after the gap, and a repeated
    /// time is the earlier instant.
    ///
    /// # Example: refuse local times that are not clear
    ///
    /// ```
    /// use redress::calendar::local;
    /// use redress::calendar::reading::LocalReading;
    ///
    /// let calendar = redress::sample::calendar()?.to_builder().local_times(LocalReading::STRICT).build()?;
    /// let twice = local::parse("2026-10-25T02:30:00")?; // the clock shows it twice
    /// let refused = calendar.local_instant(twice, calendar.local_times()).unwrap_err();
    /// assert_eq!(refused.code(), "calendar.repeated-time");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub const fn local_times(mut self, reading: LocalReading) -> Self {
        self.local_times = reading;
        self
    }

    /// Adds a fault if the name of a day, or of the first day of a period, is not valid.
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

    pub(super) fn no_working_time(&self) -> CalendarFault {
        CalendarFault::NoWorkingTime { first: self.known.first(), last: self.known.last() }
    }

    pub(super) fn prove_week(&self, faults: &mut Vec<CalendarFault>) {
        for weekday in WEEK {
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
}

pub(super) fn too_many_hours(hours: &[Hours], place: impl FnOnce() -> String) -> Option<CalendarFault> {
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

/// Returns a valid name as it is, and cuts another one short. The fault is reported separately.
fn kept(name: &str) -> String {
    if name_problem(name).is_none() { name.into() } else { excerpt(name) }
}

/// Returns the place of a rule, as faults name it.
pub(super) fn recurring_place(name: &str) -> String {
    format!("recurring holiday `{}`", excerpt(name))
}
