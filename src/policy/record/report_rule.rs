//! The reports of a procedure: which reports there are, how often they are made, and who gets them.

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

/// The day from which periods are counted, unless a rule names another.
///
/// On this Monday, a month, a half-year and a year begin. Weeks therefore start on Mondays, and half-years on 1 January
/// and 1 July.
const COUNTED_FROM: Option<NaiveDate> = NaiveDate::from_ymd_opt(2001, 1, 1);

/// How often a report is made.
///
/// As a document, it is a name or a map with one key.
///
/// # Example
///
/// ```
/// use redress::policy::record::Cadence;
///
/// assert_eq!(serde_json::from_str::<Cadence>(r#"{"months": 6}"#)?, Cadence::HALF_YEAR);
/// assert_eq!(serde_json::to_string(&Cadence::PerCase)?, r#""per-case""#);
/// # Ok::<(), serde_json::Error>(())
/// ```
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
    /// Once for every period of this many days.
    Days(#[serde(deserialize_with = "amount")] u32),
    /// Once for every period of this many weeks.
    Weeks(#[serde(deserialize_with = "amount")] u32),
    /// Once for every period of this many months.
    Months(#[serde(deserialize_with = "amount")] u32),
    /// "Regularly": the procedure does not give a number, and the organisation has not set one. The text names the
    /// missing parameter.
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

/// A period of a report, from its first instant to just before the first instant of the next.
///
/// # Example: the end is outside
///
/// ```
/// use redress::policy::record::ReportPeriod;
///
/// let april = ReportPeriod { from: "2026-04-01T00:00:00Z".parse()?, until: "2026-05-01T00:00:00Z".parse()? };
/// assert!(april.contains(april.from));
/// assert!(!april.contains(april.until));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[expect(clippy::exhaustive_structs, reason = "two instants, whole as they are")]
pub struct ReportPeriod {
    /// The first instant of the period.
    pub from: DateTime<Utc>,
    /// The first instant after the period.
    pub until: DateTime<Utc>,
}

impl ReportPeriod {
    /// Returns whether an instant lies in the period.
    #[must_use]
    pub fn contains(&self, at: DateTime<Utc>) -> bool {
        self.from <= at && at < self.until
    }

    /// Returns whether the period ends at its beginning or before it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.until <= self.from
    }
}

/// Why a report has no date.
///
/// # Example: a report for each case
///
/// ```
/// use redress::policy::record::{Cadence, PeriodError, ReportRule};
/// use redress::sample;
/// use redress::vocab::organisation::Report;
///
/// let report = ReportRule::new(Report::TREND_REVIEW, Cadence::PerCase);
/// let refused = report.next(&sample::calendar()?, "2026-04-02T08:00:00Z".parse()?);
/// assert_eq!(refused, Err(PeriodError::Occasional { report: Report::TREND_REVIEW }));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum PeriodError {
    /// The report is made for a case, for a measure or on request, and has no period.
    #[error("report `{report}` has no period; make it for a case, for a measure or on request")]
    Occasional {
        /// The report.
        report: Report,
    },
    /// The organisation has not set how often the report is made.
    #[error("report `{report}` has no period yet; set the parameter `{parameter}` in the policy")]
    NotSet {
        /// The report.
        report: Report,
        /// The name of the missing parameter.
        parameter: String,
    },
    /// The calendar does not know the days of the period.
    #[error(transparent)]
    Calendar(CalendarError),
}

/// A report of a procedure: how often it is made, and who gets it.
///
/// # Example: two management reviews a year
///
/// ```
/// use redress::policy::record::{Cadence, ReportRule};
/// use redress::sample;
/// use redress::vocab::Role;
/// use redress::vocab::organisation::Report;
///
/// let review =
///     ReportRule::new(Report::MANAGEMENT_REVIEW, Cadence::HALF_YEAR).with_role(Role::SENIOR_MANAGEMENT);
/// let periods = review.periods(&sample::calendar()?, 2026)?;
/// assert_eq!(periods.len(), 2);
/// assert_eq!(periods[0].until.to_rfc3339(), "2026-06-30T22:00:00+00:00"); // 1 July, 00:00 in Berlin
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Example: "regularly" has no date
///
/// ```
/// use redress::policy::record::{Cadence, ReportRule};
/// use redress::sample;
/// use redress::vocab::organisation::Report;
///
/// let notice = ReportRule::new(Report::UNCLOSED_NOTICE, Cadence::NotSet("the period of the notice".into()));
/// let refused = notice.periods(&sample::calendar()?, 2026).unwrap_err().to_string();
/// assert!(refused.ends_with("set the parameter `the period of the notice` in the policy"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// As a document: `{"report": "management-review", "period": {"months": 6}, "roles": ["senior-management"]}`.
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
    /// Creates a report that is made this often, and that goes to nobody yet.
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

    /// Counts periods from the beginning of a day, forwards and backwards. Without this call, that day is Monday, 1
    /// January 2001.
    ///
    /// # Example: the half-years of a business year that begins in April
    ///
    /// ```
    /// use redress::policy::record::{Cadence, ReportRule};
    /// use redress::sample;
    /// use redress::vocab::organisation::Report;
    ///
    /// let review = ReportRule::new(Report::TREND_REVIEW, Cadence::HALF_YEAR).with_counted_from("2020-04-01".parse()?);
    /// let due = review.next(&sample::calendar()?, "2026-04-02T08:00:00Z".parse()?)?;
    /// assert_eq!(due.to_rfc3339(), "2026-09-30T22:00:00+00:00"); // 1 October, 00:00 in Berlin
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn with_counted_from(mut self, day: NaiveDate) -> Self {
        self.from = Some(day);
        self
    }

    /// Adds a role whose holders get the report.
    #[must_use]
    pub fn with_role(mut self, role: Role) -> Self {
        self.roles.push(role);
        self
    }

    /// Adds a department that gets the report.
    #[must_use]
    pub fn with_department(mut self, department: Department) -> Self {
        self.departments.push(department);
        self
    }

    /// Returns the day from which periods are counted, or `None` for Monday, 1 January 2001.
    #[must_use]
    pub const fn from_day(&self) -> Option<NaiveDate> {
        self.from
    }

    /// Sets the source of the report, such as the section of a procedure or a law.
    #[must_use]
    pub fn with_citation(mut self, source: impl Into<Cow<'static, str>>) -> Self {
        self.citation = source.into();
        self
    }

    /// Returns which report it is.
    #[must_use]
    pub const fn report(&self) -> Report {
        self.report
    }

    /// Returns how often the report is made.
    #[must_use]
    pub const fn cadence(&self) -> &Cadence {
        &self.cadence
    }

    /// Returns the roles whose holders get the report.
    #[must_use]
    pub fn roles(&self) -> &[Role] {
        &self.roles
    }

    /// Returns the departments that get the report.
    #[must_use]
    pub fn departments(&self) -> &[Department] {
        &self.departments
    }

    /// Returns the source of the report. It is empty if the organisation made the rule itself.
    #[must_use]
    pub fn citation(&self) -> &str {
        &self.citation
    }

    /// Returns the period in which an instant lies. Periods begin at midnight in the zone of the calendar.
    ///
    /// # Errors
    ///
    /// Returns [`PeriodError`] if the report has no period, or if the zone of the calendar does not know the days.
    ///
    /// # Example: the month that has already begun in Berlin
    ///
    /// ```
    /// use redress::policy::record::{Cadence, ReportRule};
    /// use redress::sample;
    /// use redress::vocab::organisation::Report;
    ///
    /// let monthly = ReportRule::new(Report::TREND_REVIEW, Cadence::MONTH);
    /// let period = monthly.period_at(&sample::calendar()?, "2026-03-31T22:30:00Z".parse()?)?; // 00:30 in Berlin
    /// assert_eq!(period.from.to_rfc3339(), "2026-03-31T22:00:00+00:00"); // April
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn period_at(&self, calendar: &Calendar, at: DateTime<Utc>) -> Result<ReportPeriod, PeriodError> {
        let today = calendar.date(at).map_err(PeriodError::Calendar)?;
        let mut number = self.number_near(today)?;
        // The day of the month may lie before the first day of this period. Step back before asking the calendar, so
        // that no day is asked for that the calendar need not know.
        while self.begins(number).is_some_and(|day| day > today) {
            number -= 1;
        }
        // If the clock skips midnight or shows it twice, the instant may lie in a neighbour of this period.
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

    /// Returns when the next report is due after an instant: at the end of the period that runs then.
    ///
    /// # Errors
    ///
    /// Returns [`PeriodError`], as [`ReportRule::period_at`] does.
    ///
    /// # Example: at the very end of a period
    ///
    /// ```
    /// use redress::policy::record::{Cadence, ReportRule};
    /// use redress::sample;
    /// use redress::vocab::organisation::Report;
    ///
    /// let (monthly, calendar) = (ReportRule::new(Report::TREND_REVIEW, Cadence::MONTH), sample::calendar()?);
    /// let due = monthly.next(&calendar, "2026-04-02T08:00:00Z".parse()?)?;
    /// assert_eq!(due.to_rfc3339(), "2026-04-30T22:00:00+00:00"); // 1 May, 00:00 in Berlin
    /// let after = monthly.next(&calendar, due)?; // that instant belongs to the next period
    /// assert_eq!(after.to_rfc3339(), "2026-05-31T22:00:00+00:00");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn next(&self, calendar: &Calendar, after: DateTime<Utc>) -> Result<DateTime<Utc>, PeriodError> {
        self.period_at(calendar, after).map(|period| period.until)
    }

    /// Returns the periods that begin in a year, in order.
    ///
    /// # Errors
    ///
    /// Returns [`PeriodError`], as [`ReportRule::period_at`] does.
    ///
    /// # Example: the months of a year, and a week that ends in the next
    ///
    /// ```
    /// use redress::policy::record::{Cadence, ReportRule};
    /// use redress::sample;
    /// use redress::vocab::organisation::Report;
    ///
    /// let monthly = ReportRule::new(Report::TREND_REVIEW, Cadence::MONTH);
    /// assert_eq!(monthly.periods(&sample::calendar()?, 2026)?.len(), 12);
    /// let weekly = ReportRule::new(Report::TREND_REVIEW, Cadence::WEEK);
    /// assert!(weekly.periods(&sample::calendar()?, 2026).is_err()); // the last week ends in 2027, which is not known
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn periods(&self, calendar: &Calendar, year: i32) -> Result<Vec<ReportPeriod>, PeriodError> {
        let not_known = || PeriodError::Calendar(calendar.not_known(NaiveDate::MAX));
        let first = NaiveDate::from_ymd_opt(year, 1, 1).ok_or_else(not_known)?;
        // The period near the first day of the year may be a neighbour of the one in which that day lies.
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

    /// Returns the number of the period in which a day lies, or of a neighbour of that period.
    fn number_near(&self, day: NaiveDate) -> Result<i64, PeriodError> {
        let origin = self.origin();
        let days = i64::from(day.to_epoch_days()) - i64::from(origin.to_epoch_days());
        let months = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month0());
        // INVARIANT: a built policy has no period of length 0. A rule outside a policy may, and 0 is then read as 1.
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

    /// Returns the day on which a period begins.
    ///
    /// Months are always counted from the origin. A month that is too short for the day does not move later periods.
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
