//! What commands about clocks carry.

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
    /// An event that a clock counts from.
    pub struct AnchorEvent = "an event" {
        /// The event.
        pub event: Anchor,
        /// When.
        #[serde(with = "crate::calendar::instant")]
        pub at: DateTime<Utc>,
        /// In which department, where it is one's own.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub department: Option<Department>,
    }
}

impl AnchorEvent {
    /// An event at an instant.
    ///
    /// ```
    /// use redress::case::command::AnchorEvent;
    /// use redress::vocab::{Anchor, Department};
    ///
    /// let second = AnchorEvent::new(Anchor::DEPARTMENT_RECEIVED, "2026-03-02T05:30:00Z".parse()?).with_department(Department::PRODUCTION);
    /// assert_eq!(second.department, Some(Department::PRODUCTION));
    /// # Ok::<(), chrono::ParseError>(())
    /// ```
    #[must_use]
    pub const fn new(event: Anchor, at: DateTime<Utc>) -> Self {
        Self { event, at, department: None }
    }

    /// In a department of its own.
    #[must_use]
    pub const fn with_department(mut self, department: Department) -> Self {
        self.department = Some(department);
        self
    }
}

payload! {
    /// That an event was earlier than recorded; both instants are kept.
    pub struct Correction = "a correction" {
        /// The event.
        pub event: Anchor,
        /// When it was recorded to be.
        #[serde(with = "crate::calendar::instant")]
        pub from: DateTime<Utc>,
        /// When it was.
        #[serde(with = "crate::calendar::instant")]
        pub to: DateTime<Utc>,
        /// Why.
        pub reason: Note,
    }
}

payload! {
    /// The beginning or the end of a pause.
    pub struct ClockPause = "a pause" {
        /// Why clocks stand still.
        pub reason: PauseReason,
        /// Which clock; every clock that may stand still for the reason unless given.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub clock: Option<ClockName>,
        /// When it began or ended; the instant of the command unless given.
        #[serde(default, with = "crate::calendar::instant::option", skip_serializing_if = "Option::is_none")]
        pub at: Option<DateTime<Utc>>,
    }
}

impl ClockPause {
    /// For a reason: every clock that may stand still for it, at the instant of the command.
    ///
    /// ```
    /// use redress::case::command::ClockPause;
    /// use redress::vocab::{ClockName, PauseReason};
    ///
    /// let pause = ClockPause::new(PauseReason::AWAITING_CUSTOMER).with_clock(ClockName::CLOSURE).with_at("2026-03-06T08:00:00Z".parse()?);
    /// assert!(pause.clock.is_some() && pause.at.is_some());
    /// # Ok::<(), chrono::ParseError>(())
    /// ```
    #[must_use]
    pub const fn new(reason: PauseReason) -> Self {
        Self { reason, clock: None, at: None }
    }

    /// Of one clock alone.
    #[must_use]
    pub const fn with_clock(mut self, clock: ClockName) -> Self {
        self.clock = Some(clock);
        self
    }

    /// At an instant before that of the command.
    #[must_use]
    pub const fn with_at(mut self, at: DateTime<Utc>) -> Self {
        self.at = Some(at);
        self
    }
}

payload! {
    /// A later date for a clock.
    pub struct ClockExtension = "an extension" {
        /// The clock.
        pub clock: ClockName,
        /// Whose clock, where there is one for each department.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub department: Option<Department>,
        /// Why.
        pub reason: ExtensionReason,
        /// What it does to the due date.
        pub change: ExtensionAmount,
        /// When the complainant was told, where the rule wants that.
        #[serde(default, with = "crate::calendar::instant::option", skip_serializing_if = "Option::is_none")]
        pub told: Option<DateTime<Utc>>,
    }
}

impl ClockExtension {
    /// A clock, for a reason, by so much.
    ///
    /// ```
    /// use redress::case::command::{ClockExtension, ExtensionAmount, TimeAmount};
    /// use redress::vocab::ClockName;
    /// use redress::vocab::course::ExtensionReason;
    ///
    /// let longer = ExtensionAmount::Add(TimeAmount::WorkingDays(3));
    /// let extending = ClockExtension::new(ClockName::CLOSURE, ExtensionReason::COMPLEX_CASE, longer)
    ///     .with_told("2026-03-06T08:00:00Z".parse()?);
    /// assert!(extending.told.is_some() && extending.department.is_none());
    /// # Ok::<(), chrono::ParseError>(())
    /// ```
    #[must_use]
    pub const fn new(clock: ClockName, reason: ExtensionReason, change: ExtensionAmount) -> Self {
        Self { clock, department: None, reason, change, told: None }
    }

    /// Of one department, where each has a clock of its own.
    #[must_use]
    pub const fn with_department(mut self, department: Department) -> Self {
        self.department = Some(department);
        self
    }

    /// When the complainant was told.
    #[must_use]
    pub const fn with_told(mut self, at: DateTime<Utc>) -> Self {
        self.told = Some(at);
        self
    }
}

/// What an extension does to a due date: an [`ExtensionChange`] as it is stored.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case", remote = "Self")]
#[expect(clippy::exhaustive_enums, reason = "the kinds of the algebra")]
pub enum ExtensionAmount {
    /// A new total, counted from the same event.
    Total(TimeAmount),
    /// More on top.
    Add(TimeAmount),
    /// A date, rolled as the term rolls.
    Until(#[serde(with = "crate::calendar::date")] NaiveDate),
    /// A date that stays where it is.
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

/// An amount of an extension: a [`Count`] as it is stored.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case", remote = "Self")]
#[expect(clippy::exhaustive_enums, reason = "the units of the algebra but for an instant")]
pub enum TimeAmount {
    /// Minutes of real time.
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
