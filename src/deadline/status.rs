//! Where a clock stands: derived from its record, never stored.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Serialize, Serializer};

use crate::calendar::CalendarError;
use crate::deadline::due::Due;
use crate::deadline::error::DeadlineError;
use crate::text::text_enum::text_enum;
use crate::vocab::{PauseReason, RuleId};

/// Where a clock stands at an instant.
///
/// As JSON it is a map of `state`, which is a [`ClockState`](crate::deadline::rule::ClockState), and of what the state
/// carries: `due` and `seconds-left`, `since`, `reason`, `at`, `seconds-late`. Seconds are whole ones.
///
/// ```
/// use redress::deadline::ClockStatus;
///
/// let since = "2026-03-06T16:00:00Z".parse()?;
/// assert_eq!(
///     serde_json::to_string(&ClockStatus::Breached { since })?,
///     r#"{"state":"breached","since":"2026-03-06T16:00:00Z"}"#,
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "state")]
#[expect(clippy::exhaustive_enums, reason = "a new state must break every reader")]
pub enum ClockStatus {
    /// The event from which it runs has not happened.
    NotStarted,
    /// It runs. For a soft clock that has run out, the time left is negative.
    Running {
        /// When it runs out.
        due: Due,
        /// The real time left.
        #[serde(rename = "seconds-left", serialize_with = "seconds")]
        left: TimeDelta,
    },
    /// It stands still.
    Paused {
        /// Since when.
        #[serde(with = "crate::calendar::instant")]
        since: DateTime<Utc>,
        /// For which reason; the one that began first where several hold.
        reason: PauseReason,
    },
    /// What it waits for was done in time.
    Met {
        /// When.
        #[serde(with = "crate::calendar::instant")]
        at: DateTime<Utc>,
    },
    /// What it waits for was done late.
    MetLate {
        /// When.
        #[serde(with = "crate::calendar::instant")]
        at: DateTime<Utc>,
        /// By how much real time.
        #[serde(rename = "seconds-late", serialize_with = "seconds")]
        late_by: TimeDelta,
    },
    /// It has run out.
    Breached {
        /// When.
        #[serde(with = "crate::calendar::instant")]
        since: DateTime<Utc>,
    },
    /// It was ended without a result.
    Cancelled {
        /// For which reason.
        reason: RuleId,
    },
    /// There is no due date, and why: this is not "not breached".
    Undetermined {
        /// Why.
        reason: DeadlineError,
    },
}

/// The state of a clock without its particulars, to count and to store: `running`, `met-late`, …
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a new state must break every reader")]
pub enum ClockState {
    /// The event from which it runs has not happened.
    NotStarted,
    /// It runs.
    Running,
    /// It stands still.
    Paused,
    /// What it waits for was done in time.
    Met,
    /// What it waits for was done late.
    MetLate,
    /// It has run out.
    Breached,
    /// It was ended without a result.
    Cancelled,
    /// There is no due date.
    Undetermined,
}

text_enum!(ClockState = "a" "state of a clock" {
    NotStarted = "not-started",
    Running = "running",
    Paused = "paused",
    Met = "met",
    MetLate = "met-late",
    Breached = "breached",
    Cancelled = "cancelled",
    Undetermined = "undetermined",
});

/// What a clock shows: where it stands, when it is due, and whether it ever ran out.
///
/// As JSON it is a map of `status` and, where there are any, the due dates `due`, `projected`, `first-breach`, `missed`
/// and `ran-out`.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct ClockReading {
    pub(super) status: ClockStatus,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) due: Option<Due>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) projected: Option<Due>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) first_breach: Option<Due>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) missed: Option<Due>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) ran_out: Option<Due>,
}

fn seconds<S: Serializer>(time: &TimeDelta, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_i64(time.num_seconds())
}

impl ClockReading {
    /// A clock that has no due date.
    pub(crate) const fn without_due(status: ClockStatus) -> Self {
        Self { status, due: None, projected: None, first_breach: None, missed: None, ran_out: None }
    }

    /// Where it stands.
    #[must_use]
    pub const fn status(&self) -> &ClockStatus {
        &self.status
    }

    /// Returns when the clock is due. A paused clock has no due date.
    #[must_use]
    pub const fn due(&self) -> Option<Due> {
        self.due
    }

    /// Returns when a paused clock would be due were it to resume at the instant of the reading; for any other clock,
    /// when it is due.
    #[must_use]
    pub const fn projected(&self) -> Option<Due> {
        self.projected
    }

    /// Returns when the clock ran out first for all that was known, even if a later entry gave it a later date. A soft
    /// clock is never breached.
    #[must_use]
    pub fn first_breach(&self) -> Option<DateTime<Utc>> {
        self.first_breach.map(Due::at)
    }

    /// Returns when a soft clock ran out first for all that was known: a target missed, which is worth a warning and no
    /// breach.
    #[must_use]
    pub fn missed(&self) -> Option<DateTime<Utc>> {
        self.missed.map(Due::at)
    }

    /// Returns the due date that counts as missed: the status, the standing of a case and what is owed go by it.
    ///
    /// It is the first breach, or the missed target, unless the clock follows its new due date
    /// ([`AfterBreach::FollowsNewDue`](crate::deadline::rule::AfterBreach::FollowsNewDue)) and a later entry took the
    /// miss back.
    #[must_use]
    pub const fn ran_out(&self) -> Option<Due> {
        self.ran_out
    }

    /// Whether the clock had run out for all that was known, and a later entry took the miss back. It counts as in time,
    /// and reports count it apart.
    #[must_use]
    pub const fn is_entered_late(&self) -> bool {
        self.ran_out.is_none() && (self.first_breach.is_some() || self.missed.is_some())
    }
}

impl ClockStatus {
    /// The state without its particulars.
    ///
    /// ```
    /// use redress::deadline::ClockStatus;
    /// use redress::deadline::rule::ClockState;
    ///
    /// assert_eq!(ClockStatus::NotStarted.state(), ClockState::NotStarted);
    /// assert_eq!(ClockState::MetLate.to_string(), "met-late");
    /// ```
    #[must_use]
    pub const fn state(&self) -> ClockState {
        match self {
            Self::NotStarted => ClockState::NotStarted,
            Self::Running { .. } => ClockState::Running,
            Self::Paused { .. } => ClockState::Paused,
            Self::Met { .. } => ClockState::Met,
            Self::MetLate { .. } => ClockState::MetLate,
            Self::Breached { .. } => ClockState::Breached,
            Self::Cancelled { .. } => ClockState::Cancelled,
            Self::Undetermined { .. } => ClockState::Undetermined,
        }
    }

    /// Whether the calendar is what kept the clock from having a due date.
    #[must_use]
    pub const fn is_beyond_calendar(&self) -> bool {
        let Self::Undetermined { reason: DeadlineError::Calendar(reason) } = self else { return false };
        match reason {
            CalendarError::NotKnown { .. }
            | CalendarError::AfterLastYear { .. }
            | CalendarError::BeforeFirstYear { .. } => true,
            CalendarError::NoBusinessHours { .. }
            | CalendarError::SkippedTime { .. }
            | CalendarError::RepeatedTime { .. } => false,
        }
    }
}
