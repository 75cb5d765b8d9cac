//! Where a clock stands. A status is derived from a record and never stored.
//!
//! [`ClockStatus`] is one word with its particulars, [`ClockState`] is the word alone, and [`ClockReading`] adds the
//! due dates and the misses. They are separate because a status cannot say everything: a clock that was answered in
//! time may have been visibly late before the answer was entered, and a soft clock that missed its target is still
//! running.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Serialize, Serializer};

use crate::calendar::CalendarError;
use crate::deadline::due::Due;
use crate::deadline::error::DeadlineError;
use crate::text::text_enum::text_enum;
use crate::vocab::{PauseReason, RuleId};

/// Where a clock stands at an instant.
///
/// | Status | Ended | Due date |
/// |---|---|---|
/// | `NotStarted` | no | none yet |
/// | `Running` | no | in the future, or in the past for a soft clock |
/// | `Paused` | no | none while it is paused |
/// | `Breached` | no | passed |
/// | `Met`, `MetLate` | by [`stop`](crate::deadline::ClockRecord::stop) | the last one |
/// | `Cancelled` | by [`cancel`](crate::deadline::ClockRecord::cancel) | the last one, if there was one |
/// | `Undetermined` | no, or yes | not known |
///
/// As JSON it is a map with `state`, a [`ClockState`](crate::deadline::rule::ClockState), and what the state carries:
/// `due` and `seconds-left`, `since`, `reason`, `at`, `seconds-late`. Seconds are whole ones.
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
    /// The event from which the clock runs has not happened.
    NotStarted,
    /// The clock runs.
    Running {
        /// When it runs out.
        due: Due,
        /// The real time left. Negative for a soft clock that has run out.
        #[serde(rename = "seconds-left", serialize_with = "seconds")]
        left: TimeDelta,
    },
    /// The clock is paused, and no time counts against it.
    Paused {
        /// When the pause began; the first of several that overlap.
        #[serde(with = "crate::calendar::instant")]
        since: DateTime<Utc>,
        /// Why it is paused. If several pauses hold, the reason of the one that began first.
        reason: PauseReason,
    },
    /// What the clock waits for was done in time.
    Met {
        /// When it was done.
        #[serde(with = "crate::calendar::instant")]
        at: DateTime<Utc>,
    },
    /// What the clock waits for was done late, or in time but entered after a visible breach.
    MetLate {
        /// When it was done.
        #[serde(with = "crate::calendar::instant")]
        at: DateTime<Utc>,
        /// The real time from the breach until it was done, or until it was entered if it was done in time.
        #[serde(rename = "seconds-late", serialize_with = "seconds")]
        late_by: TimeDelta,
    },
    /// The clock has run out.
    Breached {
        /// The due instant that was missed.
        #[serde(with = "crate::calendar::instant")]
        since: DateTime<Utc>,
    },
    /// The clock was ended without a result.
    Cancelled {
        /// The reason given.
        reason: RuleId,
    },
    /// There is no due date. This does not mean that the clock is in time.
    Undetermined {
        /// Why there is no due date.
        reason: DeadlineError,
    },
}

/// The state of a clock without its particulars, to count and to store: `running`, `met-late`, …
///
/// [`ClockStatus::state`] returns it.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a new state must break every reader")]
pub enum ClockState {
    /// The event from which the clock runs has not happened.
    NotStarted,
    /// The clock runs.
    Running,
    /// The clock is paused.
    Paused,
    /// What the clock waits for was done in time.
    Met,
    /// What the clock waits for was done late.
    MetLate,
    /// The clock has run out.
    Breached,
    /// The clock was ended without a result.
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
/// [`Clock::reading`](crate::deadline::Clock::reading) makes it. As JSON it is a map with `status` and, if there are
/// any, the due dates `due`, `projected`, `first-breach`, `missed` and `ran-out`.
///
/// # Example: a paused clock
///
/// ```
/// # use redress::deadline::{Anchors, Clock, ClockRecord, Term, rule::{ClockState, PauseRule}};
/// # use redress::{calendar::Span, sample, vocab::{Anchor, ClockName, PauseReason}};
/// # let (calendar, waiting) = (sample::calendar()?, PauseReason::AWAITING_CUSTOMER);
/// let clock = Clock::new(ClockName::RESPONSE, Anchor::RECEIVED).with_pause(PauseRule::new(waiting));
/// let monday = "2026-03-02T10:00:00+01:00".parse()?;
/// let mut record = ClockRecord::new(Term::elapsed(Span::hours(24)), Anchors::received(monday));
/// record.pause(&clock, waiting, monday)?;
/// let reading = clock.reading(&calendar, &record, "2026-03-05T10:00:00+01:00".parse()?);
/// assert_eq!(reading.status().state(), ClockState::Paused);
/// assert_eq!(reading.due(), None);
/// let if_resumed = reading.projected().ok_or("no date")?;
/// assert_eq!(calendar.local(if_resumed.at())?.to_string(), "2026-03-06 10:00:00"); // all 24 hours are left
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
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

/// Whole seconds, as documents have them. The fraction is cut off.
fn seconds<S: Serializer>(time: &TimeDelta, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_i64(time.num_seconds())
}

impl ClockReading {
    /// The reading of a clock that has no due date.
    pub(crate) const fn without_due(status: ClockStatus) -> Self {
        Self { status, due: None, projected: None, first_breach: None, missed: None, ran_out: None }
    }

    /// Returns where the clock stands.
    #[must_use]
    pub const fn status(&self) -> &ClockStatus {
        &self.status
    }

    /// Returns when the clock is due. `None` if it is paused, has not started, or is undetermined.
    #[must_use]
    pub const fn due(&self) -> Option<Due> {
        self.due
    }

    /// Returns when a paused clock would be due if it resumed at the instant of the reading. For any other clock: its
    /// due date.
    #[must_use]
    pub const fn projected(&self) -> Option<Due> {
        self.projected
    }

    /// Returns when a hard clock first ran out by what was known then, even if a later entry moved its due date.
    ///
    /// `None` for a soft clock, which is never breached.
    #[must_use]
    pub fn first_breach(&self) -> Option<DateTime<Utc>> {
        self.first_breach.map(Due::at)
    }

    /// Returns when a soft clock first ran out by what was known then: a missed target, worth a warning but no breach.
    ///
    /// `None` for a hard clock.
    #[must_use]
    pub fn missed(&self) -> Option<DateTime<Utc>> {
        self.missed.map(Due::at)
    }

    /// Returns the due date that counts as missed. The status, the standing of a case and its duties follow from it.
    ///
    /// It is the first breach or the missed target. If the clock follows its new due date
    /// ([`AfterBreach::FollowsNewDue`](crate::deadline::rule::AfterBreach::FollowsNewDue)), it is the present due date,
    /// once that has passed.
    ///
    /// # Example: `None` until the due date has passed
    ///
    /// ```
    /// # use redress::deadline::{Anchors, Clock, ClockRecord, Term};
    /// # use redress::{calendar::Span, sample, vocab::{Anchor, ClockName}};
    /// # let calendar = sample::calendar()?;
    /// let clock = Clock::new(ClockName::RESPONSE, Anchor::RECEIVED);
    /// let monday: chrono::DateTime<chrono::Utc> = "2026-03-02T10:00:00+01:00".parse()?;
    /// let record = ClockRecord::new(Term::elapsed(Span::hours(24)), Anchors::received(monday));
    /// let due = monday + chrono::TimeDelta::hours(24);
    /// let after = due + chrono::TimeDelta::nanoseconds(1);
    /// assert_eq!(clock.reading(&calendar, &record, due).ran_out(), None); // still in time
    /// assert_eq!(clock.reading(&calendar, &record, after).ran_out().map(|missed| missed.at()), Some(due));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn ran_out(&self) -> Option<Due> {
        self.ran_out
    }

    /// Returns whether a visible miss was taken back by a later entry. Such a clock counts as in time, and reports
    /// count it separately.
    ///
    /// # Example: answered in time, entered a day later
    ///
    /// ```
    /// # use redress::deadline::rule::{AfterBreach, ClockState, Occurrence};
    /// # use redress::deadline::{Anchors, Clock, ClockRecord, Term};
    /// # use redress::{calendar::Span, sample, vocab::{Anchor, ClockName}};
    /// # let (calendar, hours) = (sample::calendar()?, chrono::TimeDelta::hours);
    /// let monday: chrono::DateTime<chrono::Utc> = "2026-03-02T10:00:00+01:00".parse()?;
    /// let (answered, entered) = (monday + hours(23), monday + hours(47));
    /// for (rule, state, is_entered_late) in [
    ///     (AfterBreach::StaysBreached, ClockState::MetLate, false),
    ///     (AfterBreach::FollowsNewDue, ClockState::Met, true),
    /// ] {
    ///     let clock = Clock::new(ClockName::RESPONSE, Anchor::RECEIVED).with_after_breach(rule);
    ///     let mut record = ClockRecord::new(Term::elapsed(Span::hours(24)), Anchors::received(monday));
    ///     record.stop(&clock, Occurrence::at(answered).entered(entered))?;
    ///     let reading = clock.reading(&calendar, &record, entered);
    ///     assert_eq!(reading.status().state(), state);
    ///     assert_eq!(reading.is_entered_late(), is_entered_late);
    ///     assert_eq!(reading.first_breach(), Some(monday + hours(24))); // nobody knew of the answer by then
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn is_entered_late(&self) -> bool {
        self.ran_out.is_none() && (self.first_breach.is_some() || self.missed.is_some())
    }
}

impl ClockStatus {
    /// Returns the state without its particulars.
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

    /// Returns whether the clock has no due date because the calendar does not know enough days or years.
    ///
    /// Extending the calendar may give it one.
    ///
    /// # Example: the last day of the known year
    ///
    /// ```
    /// # use redress::deadline::{Anchors, Clock, ClockRecord, Term};
    /// # use redress::{sample, vocab::{Anchor, ClockName}};
    /// let clock = Clock::new(ClockName::RESPONSE, Anchor::RECEIVED);
    /// let received = "2026-12-31T10:00:00+01:00".parse()?;
    /// let record = ClockRecord::new(Term::working_days(2), Anchors::received(received));
    /// let reading = clock.reading(&sample::calendar()?, &record, received);
    /// assert!(reading.status().is_beyond_calendar()); // January 1, 2027 may be a holiday
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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
