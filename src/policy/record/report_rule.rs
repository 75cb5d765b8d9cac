//! The reports of a procedure: which, how often, for whom.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, Utc};
use serde::{Deserialize, Deserializer, Serialize};

use crate::calendar::limits::MAX_KNOWN_DAYS;
use crate::calendar::{Calendar, CalendarError, date};
use crate::policy::fault::{FaultPlace, PolicyFault};
use crate::policy::limits::MAX_REPORTS;
use crate::policy::record::holders::{holders, prove};
use crate::taxonomy::Taxonomy;
use crate::text::map_only::{amount, map_only};
use crate::text::one_key::one_key;
use crate::vocab::organisation::Report;
use crate::vocab::{Department, Role};

/// From when the periods of a report are counted unless its rule says otherwise: a Monday on which a month, a half-year
/// and a year begin, so that weeks start on Mondays, and half-years on 1 January and 1 July.
const COUNTED_FROM: Option<NaiveDate> = NaiveDate::from_ymd_opt(2001, 1, 1);

/// How often a report is made.
///
/// As a document it is a name, or a map of one key: `"per-case"`, `{"months": 6}`, `{"not-set": "…"}`.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case", remote = "Self")]
#[expect(
    clippy::exhaustive_enums,
    reason = "a report belongs to a case, to a measure, to a period, or to nothing yet"
)]
pub enum Cadence {
    /// Once for each case.
    PerCase,
    /// Once for each measure against a cause.
    PerMeasure,
    /// Whenever somebody asks for it.
    OnRequest,
    /// For every so many days.
    Days(#[serde(deserialize_with = "amount")] u32),
    /// For every so many weeks.
    Weeks(#[serde(deserialize_with = "amount")] u32),
    /// For every so many months.
    Months(#[serde(deserialize_with = "amount")] u32),
    /// Regularly, which is no number: a parameter, by its name, that nobody has set (A38).
    NotSet(Cow<'static, str>),
}

one_key!(Cadence, "how often a report is made");

impl Cadence {
    /// Every week.
    pub const WEEK: Self = Self::Weeks(1);
    /// Every month.
    pub const MONTH: Self = Self::Months(1);
    /// Every half-year.
    pub const HALF_YEAR: Self = Self::Months(6);
}

/// A half-open stretch of time: from an instant on, until just before another one.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[expect(clippy::exhaustive_structs, reason = "two instants, whole as they are")]
pub struct ReportPeriod {
    /// The first instant of it.
    pub from: DateTime<Utc>,
    /// The first instant after it.
    pub until: DateTime<Utc>,
}

impl ReportPeriod {
    /// Whether an instant lies in it.
    #[must_use]
    pub fn contains(&self, at: DateTime<Utc>) -> bool {
        self.from <= at && at < self.until
    }

    /// Whether it ends no later than it begins.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.until <= self.from
    }
}

/// Why a report has no date.
#[derive(Clone, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum PeriodError {
    /// It is made for a case, for a measure or on request.
    #[error("report `{report}` has no period of its own, expected to make it when its occasion comes")]
    Occasional {
        /// The report.
        report: Report,
    },
    /// Nobody has set how often it is made.
    #[error("report `{report}` has no period, expected the parameter `{parameter}` to be set")]
    NotSet {
        /// The report.
        report: Report,
        /// The parameter.
        parameter: String,
    },
    /// The calendar does not reach so far.
    #[error(transparent)]
    Calendar(CalendarError),
}

/// A report of a procedure.
///
/// # Example: two management reviews a year (S16-R15)
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
/// use redress::policy::record::{Cadence, ReportRule};
/// use redress::vocab::Role;
/// use redress::vocab::organisation::Report;
///
/// # let zone = Zone::tabulate("Europe/Berlin", &chrono_tz::Europe::Berlin, KnownDays::years(2026, 2026)?)?;
/// # let calendar = Calendar::builder("office", zone)
/// #     .week(WeekPattern::weekdays([Hours::from_static("09:00-17:00")]))
/// #     .build()?;
/// let review = ReportRule::new(Report::MANAGEMENT_REVIEW, Cadence::HALF_YEAR)
///     .with_role(Role::SENIOR_MANAGEMENT)
///     .with_citation("S16-R15");
/// let periods = review.periods(&calendar, 2026)?;
/// assert_eq!(periods.len(), 2);
/// assert_eq!(periods[0].until.to_rfc3339(), "2026-06-30T22:00:00+00:00"); // 1 July in Berlin
///
/// let regularly = ReportRule::new(Report::UNCLOSED_NOTICE, Cadence::NotSet("the period of the notice".into()));
/// assert!(regularly.periods(&calendar, 2026).is_err()); // no date can be computed (A38)
/// # Ok(()) }
/// ```
///
/// As a document it has a key for each of its parts: `{"report": "management-review", "period": {"months": 6}}`.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
pub struct ReportRule {
    report: Report,
    #[serde(rename = "period")]
    cadence: Cadence,
    #[serde(
        default,
        rename = "counted-from",
        with = "crate::calendar::date::option",
        skip_serializing_if = "Option::is_none"
    )]
    from: Option<NaiveDate>,
    #[serde(default, deserialize_with = "holders", skip_serializing_if = "Vec::is_empty")]
    roles: Vec<Role>,
    #[serde(default, deserialize_with = "holders", skip_serializing_if = "Vec::is_empty")]
    departments: Vec<Department>,
    #[serde(default, skip_serializing_if = "str::is_empty")]
    citation: Cow<'static, str>,
}

map_only!(ReportRule, "a report");

impl ReportRule {
    /// A report that is made so often.
    #[must_use]
    pub const fn new(report: Report, cadence: Cadence) -> Self {
        Self {
            report,
            cadence,
            from: None,
            roles: Vec::new(),
            departments: Vec::new(),
            citation: Cow::Borrowed(""),
        }
    }

    /// Counts its periods from the beginning of a day, backwards too; from Monday, 1 January 2001, unless given.
    #[must_use]
    pub const fn with_counted_from(mut self, day: NaiveDate) -> Self {
        self.from = Some(day);
        self
    }

    /// Goes to the holders of a role.
    #[must_use]
    pub fn with_role(mut self, role: Role) -> Self {
        self.roles.push(role);
        self
    }

    /// Goes to a department.
    #[must_use]
    pub fn with_department(mut self, department: Department) -> Self {
        self.departments.push(department);
        self
    }

    /// From which day its periods are counted, where it says so.
    #[must_use]
    pub const fn from_day(&self) -> Option<NaiveDate> {
        self.from
    }

    /// Says where it comes from.
    #[must_use]
    pub fn with_citation(mut self, source: impl Into<Cow<'static, str>>) -> Self {
        self.citation = source.into();
        self
    }

    /// Which report it is.
    #[must_use]
    pub const fn report(&self) -> Report {
        self.report
    }

    /// How often it is made.
    #[must_use]
    pub const fn cadence(&self) -> &Cadence {
        &self.cadence
    }

    /// The roles it goes to.
    #[must_use]
    pub fn roles(&self) -> &[Role] {
        &self.roles
    }

    /// The departments it goes to.
    #[must_use]
    pub fn departments(&self) -> &[Department] {
        &self.departments
    }

    /// Where it comes from; empty when it is the organisation's own.
    #[must_use]
    pub fn citation(&self) -> &str {
        &self.citation
    }

    /// The period of the report in which an instant lies, on the wall clock of a calendar.
    ///
    /// # Errors
    ///
    /// [`PeriodError`] for a report without one, and where the zone of the calendar is not known.
    pub fn period_at(&self, calendar: &Calendar, at: DateTime<Utc>) -> Result<ReportPeriod, PeriodError> {
        let today = calendar.date(at).map_err(PeriodError::Calendar)?;
        let mut number = self.number_near(today)?;
        // The day of the month may put it in the one before: no day is asked for that need not be known.
        while self.begins(number).is_some_and(|day| day > today) {
            number -= 1;
        }
        // A midnight that the clock skips or shows twice may put it in the one beside.
        let mut period = self.numbered(calendar, number)?;
        while at < period.from {
            number -= 1;
            period = self.numbered(calendar, number)?;
        }
        while period.until <= at {
            number += 1;
            period = self.numbered(calendar, number)?;
        }
        Ok(period)
    }

    /// When the next report is due after an instant: as soon as the period that runs then is over.
    ///
    /// # Errors
    ///
    /// As [`ReportRule::period_at`].
    pub fn next(&self, calendar: &Calendar, after: DateTime<Utc>) -> Result<DateTime<Utc>, PeriodError> {
        self.period_at(calendar, after).map(|period| period.until)
    }

    /// The periods that begin in a year, in order.
    ///
    /// # Errors
    ///
    /// As [`ReportRule::period_at`].
    pub fn periods(&self, calendar: &Calendar, year: i32) -> Result<Vec<ReportPeriod>, PeriodError> {
        let not_known = || PeriodError::Calendar(calendar.not_known(NaiveDate::MAX));
        let first = NaiveDate::from_ymd_opt(year, 1, 1).ok_or_else(not_known)?;
        // The one near the first day may be the one before or after that in which it lies.
        let mut number = self.number_near(first)? - 1;
        let mut periods = Vec::new();
        loop {
            let begins = self.begins(number).ok_or_else(not_known)?;
            if begins.year() > year {
                return Ok(periods);
            }
            if begins.year() == year {
                periods.push(self.numbered(calendar, number)?);
            }
            number += 1;
        }
    }

    /// The number of the period in which a day lies, or of one beside it.
    fn number_near(&self, day: NaiveDate) -> Result<i64, PeriodError> {
        let origin = self.origin();
        let days = i64::from(day.to_epoch_days()) - i64::from(origin.to_epoch_days());
        let months = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month0());
        // INVARIANT: of a proved policy no number is 0; one that is stands for 1.
        let every = |n: u32| i64::from(n.max(1));
        match &self.cadence {
            Cadence::PerCase | Cadence::PerMeasure | Cadence::OnRequest => {
                Err(PeriodError::Occasional { report: self.report })
            }
            Cadence::NotSet(parameter) => {
                Err(PeriodError::NotSet { report: self.report, parameter: parameter.clone().into_owned() })
            }
            Cadence::Days(n) => Ok(days.div_euclid(every(*n))),
            Cadence::Weeks(n) => Ok(days.div_euclid(7 * every(*n))),
            Cadence::Months(n) => Ok((months(day) - months(origin)).div_euclid(every(*n))),
        }
    }

    fn origin(&self) -> NaiveDate {
        self.from.or(COUNTED_FROM).unwrap_or_default()
    }

    /// The day on which a period begins. Months are counted from the origin each time, so that a short one moves none
    /// of those after it.
    fn begins(&self, number: i64) -> Option<NaiveDate> {
        let origin = self.origin();
        let moved = |step: u32| number.checked_mul(i64::from(step.max(1)));
        let by_days = |days: i64| {
            let by = Days::new(days.unsigned_abs());
            if days < 0 { origin.checked_sub_days(by) } else { origin.checked_add_days(by) }
        };
        match &self.cadence {
            Cadence::Days(n) => by_days(moved(*n)?),
            Cadence::Weeks(n) => by_days(moved(*n)?.checked_mul(7)?),
            Cadence::Months(n) => {
                let months = moved(*n)?;
                let by = Months::new(u32::try_from(months.unsigned_abs()).ok()?);
                if months < 0 { origin.checked_sub_months(by) } else { origin.checked_add_months(by) }
            }
            Cadence::PerCase | Cadence::PerMeasure | Cadence::OnRequest | Cadence::NotSet(_) => None,
        }
    }

    fn numbered(&self, calendar: &Calendar, number: i64) -> Result<ReportPeriod, PeriodError> {
        let edge = |number| {
            let day = self.begins(number).unwrap_or(NaiveDate::MAX);
            calendar.start_of_day(day).map_err(PeriodError::Calendar)
        };
        Ok(ReportPeriod { from: edge(number)?, until: edge(number + 1)? })
    }

    pub(in crate::policy) fn prove(rules: &[Self], taxonomy: &Taxonomy, faults: &mut Vec<PolicyFault>) {
        if rules.len() > MAX_REPORTS {
            faults.push(PolicyFault::TooMany { what: "reports", count: rules.len(), most: MAX_REPORTS });
        }
        for (index, rule) in rules.iter().enumerate() {
            let (report, place) = (rule.report, FaultPlace::Report(rule.report));
            if rules.iter().take(index).any(|earlier| earlier.report == report) {
                faults.push(PolicyFault::ReportTwice { report });
            }
            let undeclared = taxonomy.check_known(report).err();
            faults.extend(undeclared.map(|error| PolicyFault::Undeclared { place, error }));
            prove(place, &rule.roles, &rule.departments, taxonomy, faults);
            if let Some(from) = rule.from.filter(|from| !date::is_writable(*from)) {
                faults.push(PolicyFault::CountedFrom { report, from });
            }
            match &rule.cadence {
                Cadence::Days(n) | Cadence::Weeks(n) | Cadence::Months(n) => {
                    if *n == 0 || *n > MAX_KNOWN_DAYS {
                        faults.push(PolicyFault::PeriodLength { report, length: *n });
                    }
                }
                Cadence::NotSet(parameter) => faults.extend(PolicyFault::parameter(place, parameter)),
                Cadence::PerCase | Cadence::PerMeasure | Cadence::OnRequest => {}
            }
        }
    }
}

pub(in crate::policy) fn list_of_reports<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Vec<ReportRule>, D::Error> {
    crate::text::list::list(MAX_REPORTS, deserializer)
}
