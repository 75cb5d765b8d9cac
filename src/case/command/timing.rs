//! The content of commands about clocks: events, corrections, pauses and extensions.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::case::command::note::Note;
use crate::case::payload::payload;
use crate::deadline::Count;
use crate::deadline::rule::ExtensionChange;
use crate::text::one_key::one_key;
use crate::vocab::course::ExtensionReason;
use crate::vocab::{Anchor, ClockName, Department, PauseReason};

payload! {
    /// An event from which a clock counts, and that has no command of its own.
    pub struct AnchorEvent = "an event" {
        /// Which event happened, such as `installed`.
        pub event: Anchor,
        /// The instant at which the event happened.
        #[serde(with = "crate::calendar::instant")]
        pub at: DateTime<Utc>,
        /// The department in which it happened, if clocks run once for each department.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub department: Option<Department>,
    }
}

impl AnchorEvent {
    /// Creates an event at an instant.
    ///
    /// ```
    /// use redress::case::command::AnchorEvent;
    /// use redress::vocab::{Anchor, Department};
    ///
    /// let received = AnchorEvent::new(Anchor::DEPARTMENT_RECEIVED, "2026-04-02T08:30:00Z".parse()?);
    /// let received = received.with_department(Department::PRODUCTION);
    /// assert_eq!(received.department, Some(Department::PRODUCTION));
    /// # Ok::<(), chrono::ParseError>(())
    /// ```
    #[must_use]
    pub const fn new(event: Anchor, at: DateTime<Utc>) -> Self {
        Self { event, at, department: None }
    }

    /// Names the department in which the event happened.
    #[must_use]
    pub const fn with_department(mut self, department: Department) -> Self {
        self.department = Some(department);
        self
    }
}

payload! {
    /// A correction: an event happened earlier than recorded. Both instants stay on record.
    ///
    /// ```
    /// use redress::case::command::Correction;
    /// use redress::vocab::Anchor;
    ///
    /// let correction = Correction {
    ///     event: Anchor::RECEIVED,
    ///     from: "2026-04-02T08:00:00Z".parse()?,
    ///     to: "2026-04-01T16:30:00Z".parse()?,
    ///     reason: "the letter lay in the mailbox overnight".parse()?,
    /// };
    /// assert!(correction.to < correction.from); // a later instant is refused
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct Correction = "a correction" {
        /// The event whose instant was recorded wrongly.
        pub event: Anchor,
        /// The instant on record.
        #[serde(with = "crate::calendar::instant")]
        pub from: DateTime<Utc>,
        /// The instant at which it really happened. It must be earlier than the one on record.
        #[serde(with = "crate::calendar::instant")]
        pub to: DateTime<Utc>,
        /// The reason for the correction.
        pub reason: Note,
    }
}

payload! {
    /// The beginning or the end of a pause of clocks.
    pub struct ClockPause = "a pause" {
        /// The reason for the pause.
        pub reason: PauseReason,
        /// The clock. `None` means every clock that can be paused for the reason.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub clock: Option<ClockName>,
        /// The instant at which the pause began or ended. `None` means the instant of the command.
        #[serde(default, with = "crate::calendar::instant::option", skip_serializing_if = "Option::is_none")]
        pub at: Option<DateTime<Utc>>,
    }
}

impl ClockPause {
    /// Creates a pause, or its end, at the instant of the command, for every clock that can be paused for the reason.
    ///
    /// # Example: waiting overnight for the customer
    ///
    /// ```
    /// use redress::case::command::ClockPause;
    /// use redress::case::{Command, Office, Request, Stamp};
    /// use redress::sample;
    /// use redress::vocab::{ClockName, PauseReason};
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let (policy, roster) = (sample::policy()?, sample::roster()?);
    /// let mut case = sample::case(&policy, &roster)?; // `closure` is due 5 working days later, on April 13
    /// let wait = || ClockPause::new(PauseReason::AWAITING_CUSTOMER).with_clock(ClockName::CLOSURE);
    /// for (key, day, command) in [
    ///     ("k-2", "2026-04-07T09:00:00Z", Command::Pause(wait())), // Tuesday
    ///     ("k-3", "2026-04-08T09:00:00Z", Command::Resume(wait())), // Wednesday
    /// ] {
    ///     let stamp = Stamp::new(key.parse()?, "anna".parse()?, day.parse()?);
    ///     let decision = Office::new(&policy, &roster).decide(&case, Request::on(&case, stamp, command))?;
    ///     case = case.after(&decision)?;
    /// }
    /// let due = case.summary(&policy).due;
    /// let closure = due.iter().find(|due| due.clock == ClockName::CLOSURE).ok_or("no closure")?;
    /// assert_eq!(closure.at.to_rfc3339(), "2026-04-14T15:00:00+00:00"); // one end of a working day later
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub const fn new(reason: PauseReason) -> Self {
        Self { reason, clock: None, at: None }
    }

    /// Limits the pause to one clock.
    #[must_use]
    pub const fn with_clock(mut self, clock: ClockName) -> Self {
        self.clock = Some(clock);
        self
    }

    /// Sets an earlier instant. It must not be before the receipt of the complaint.
    #[must_use]
    pub const fn with_at(mut self, at: DateTime<Utc>) -> Self {
        self.at = Some(at);
        self
    }
}

payload! {
    /// An extension: a later due date for a clock.
    pub struct ClockExtension = "an extension" {
        /// The name of the clock that gets more time.
        pub clock: ClockName,
        /// The department, if the clock runs once for each department. `None` means all of them.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub department: Option<Department>,
        /// The reason. The rule of the clock lists the permitted ones.
        pub reason: ExtensionReason,
        /// The change of the due date.
        pub change: ExtensionAmount,
        /// The instant at which the complainant was told. Required if the rule of the clock says so.
        #[serde(default, with = "crate::calendar::instant::option", skip_serializing_if = "Option::is_none")]
        pub told: Option<DateTime<Utc>>,
    }
}

impl ClockExtension {
    /// Creates an extension of a clock, in all departments.
    ///
    /// ```
    /// use redress::case::command::{ClockExtension, ExtensionAmount, TimeAmount};
    /// use redress::vocab::ClockName;
    /// use redress::vocab::course::ExtensionReason;
    ///
    /// let longer = ExtensionAmount::Add(TimeAmount::WorkingDays(3));
    /// let extending = ClockExtension::new(ClockName::CLOSURE, ExtensionReason::COMPLEX_CASE, longer)
    ///     .with_told("2026-04-02T09:00:00Z".parse()?);
    /// assert_eq!((extending.change, extending.department), (longer, None));
    /// # Ok::<(), chrono::ParseError>(())
    /// ```
    #[must_use]
    pub const fn new(clock: ClockName, reason: ExtensionReason, change: ExtensionAmount) -> Self {
        Self { clock, department: None, reason, change, told: None }
    }

    /// Limits the extension to one department.
    #[must_use]
    pub const fn with_department(mut self, department: Department) -> Self {
        self.department = Some(department);
        self
    }

    /// Sets the instant at which the complainant was told.
    #[must_use]
    pub const fn with_told(mut self, at: DateTime<Utc>) -> Self {
        self.told = Some(at);
        self
    }
}

/// The change of a due date by an extension: the stored form of an [`ExtensionChange`].
///
/// ```
/// use redress::case::command::{ExtensionAmount, TimeAmount};
///
/// let total: ExtensionAmount = serde_json::from_str(r#"{"total": {"working-days": 8}}"#)?;
/// assert_eq!(total, ExtensionAmount::Total(TimeAmount::WorkingDays(8)));
/// let until: ExtensionAmount = serde_json::from_str(r#"{"until": "2026-04-30"}"#)?;
/// assert_eq!(until, ExtensionAmount::Until("2026-04-30".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case", remote = "Self")]
#[expect(clippy::exhaustive_enums, reason = "the kinds of the algebra")]
pub enum ExtensionAmount {
    /// A new total in place of the old one, counted from the same event.
    Total(TimeAmount),
    /// An amount on top of the current one.
    Add(TimeAmount),
    /// A date. If it is not a working day, it moves as the term of the clock says.
    Until(#[serde(with = "crate::calendar::date")] NaiveDate),
    /// A date that never moves, even if it is not a working day.
    UntilFixed(#[serde(with = "crate::calendar::date")] NaiveDate),
}

one_key!(ExtensionAmount, "what an extension does");

impl From<ExtensionAmount> for ExtensionChange {
    fn from(longer: ExtensionAmount) -> Self {
        match longer {
            ExtensionAmount::Total(amount) => Self::ReplaceTotal(amount.into()),
            ExtensionAmount::Add(amount) => Self::Add(amount.into()),
            ExtensionAmount::Until(date) => Self::Until { date, fixed: false },
            ExtensionAmount::UntilFixed(date) => Self::Until { date, fixed: true },
        }
    }
}

/// The amount of an extension: the stored form of a [`Count`].
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case", remote = "Self")]
#[expect(clippy::exhaustive_enums, reason = "the units of the algebra but for an instant")]
pub enum TimeAmount {
    /// Minutes of elapsed time.
    Minutes(#[serde(deserialize_with = "crate::text::map_only::amount")] u32),
    /// Minutes of working time.
    WorkingMinutes(#[serde(deserialize_with = "crate::text::map_only::amount")] u32),
    /// Calendar days.
    CalendarDays(#[serde(deserialize_with = "crate::text::map_only::amount")] u32),
    /// Working days.
    WorkingDays(#[serde(deserialize_with = "crate::text::map_only::amount")] u32),
    /// Weeks.
    Weeks(#[serde(deserialize_with = "crate::text::map_only::amount")] u32),
    /// Months.
    Months(#[serde(deserialize_with = "crate::text::map_only::amount")] u32),
}

one_key!(TimeAmount, "an amount of time");

impl From<TimeAmount> for Count {
    fn from(amount: TimeAmount) -> Self {
        use crate::calendar::Span;
        match amount {
            TimeAmount::Minutes(n) => Self::Elapsed(Span::minutes(n)),
            TimeAmount::WorkingMinutes(n) => Self::Working(Span::minutes(n)),
            TimeAmount::CalendarDays(n) => Self::CalendarDays(n),
            TimeAmount::WorkingDays(n) => Self::WorkingDays(n),
            TimeAmount::Weeks(n) => Self::Weeks(n),
            TimeAmount::Months(n) => Self::Months(n),
        }
    }
}
