//! Where a clock stands: derived from its record, never stored.

use chrono::{DateTime, TimeDelta, Utc};

use crate::calendar::moment::Moment;
use crate::calendar::{Calendar, CalendarError, Span};
use crate::deadline::combine::Facts;
use crate::deadline::evaluate::{Extend, Still};
use crate::deadline::record::ends;
use crate::deadline::trace::{Recorder, Trace};
use crate::deadline::{
    AfterBreach, Clock, ClockRecord, Count, Deadline, DeadlineError, Due, OnChange, Part, Term, Warning,
};
use crate::vocab::{PauseReason, RuleId};

/// Where a clock stands at an instant.
#[derive(Clone, Debug, Eq, PartialEq, strum::EnumDiscriminants)]
#[strum_discriminants(
    name(ClockState),
    derive(Hash, serde::Serialize, strum::Display),
    strum(serialize_all = "kebab-case"),
    serde(rename_all = "kebab-case"),
    expect(clippy::exhaustive_enums, reason = "a new state must break every reader"),
    doc = "The state of a clock without its particulars, to count and to store: `running`, `met-late`, …"
)]
#[expect(clippy::exhaustive_enums, reason = "a new state must break every reader")]
pub enum ClockStatus {
    /// The event from which it runs has not happened.
    #[strum_discriminants(doc = "The event from which it runs has not happened.")]
    NotStarted,
    /// It runs.
    #[strum_discriminants(doc = "It runs.")]
    Running {
        /// When it runs out.
        due: Due,
        /// The real time left.
        left: TimeDelta,
    },
    /// It stands still.
    #[strum_discriminants(doc = "It stands still.")]
    Paused {
        /// Since when.
        since: DateTime<Utc>,
        /// For which reason; the one that began first where several hold.
        reason: PauseReason,
    },
    /// What it waits for was done in time.
    #[strum_discriminants(doc = "What it waits for was done in time.")]
    Met {
        /// When.
        at: DateTime<Utc>,
    },
    /// What it waits for was done late.
    #[strum_discriminants(doc = "What it waits for was done late.")]
    MetLate {
        /// When.
        at: DateTime<Utc>,
        /// By how much real time.
        late_by: TimeDelta,
    },
    /// It has run out.
    #[strum_discriminants(doc = "It has run out.")]
    Breached {
        /// When.
        since: DateTime<Utc>,
    },
    /// It was ended without a result.
    #[strum_discriminants(doc = "It was ended without a result.")]
    Cancelled {
        /// For which reason.
        reason: RuleId,
    },
    /// There is no due date, and why: this is not "not breached".
    #[strum_discriminants(doc = "There is no due date.")]
    Undetermined {
        /// Why.
        reason: DeadlineError,
    },
}

/// What a clock shows: where it stands, when it is due, and whether it ever ran out.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Reading {
    status: ClockStatus,
    due: Option<Due>,
    first_breach: Option<DateTime<Utc>>,
}

impl Reading {
    /// Where it stands.
    #[must_use]
    pub const fn status(&self) -> &ClockStatus {
        &self.status
    }

    /// When it is due, as far as is known; for a paused clock, were it to resume at once.
    #[must_use]
    pub const fn due(&self) -> Option<Due> {
        self.due
    }

    /// When it first ran out, even if a later entry gave it a later date.
    #[must_use]
    pub const fn first_breach(&self) -> Option<DateTime<Utc>> {
        self.first_breach
    }
}

/// Which entries count, and until when open pauses last.
#[derive(Clone, Copy)]
struct View {
    /// Entries made before this instant count, and at it where `included`.
    known: DateTime<Utc>,
    included: bool,
}

impl View {
    fn shows(self, recorded: DateTime<Utc>) -> bool {
        if self.included { recorded <= self.known } else { recorded < self.known }
    }
}

impl Clock {
    /// When a clock is due by what was entered up to `now`; open pauses count up to it.
    ///
    /// # Errors
    ///
    /// [`DeadlineError`], as [`Deadline::due`].
    pub fn due(
        &self,
        calendar: &Calendar,
        record: &ClockRecord,
        now: DateTime<Utc>,
    ) -> Result<Due, DeadlineError> {
        let now = record.stopped.map_or(now, |stopped| stopped.min(now));
        self.due_seen(calendar, record, View { known: now, included: true }, &mut ())
    }

    /// The same, with every step.
    ///
    /// # Errors
    ///
    /// As [`Clock::due`].
    pub fn explain(
        &self,
        calendar: &Calendar,
        record: &ClockRecord,
        now: DateTime<Utc>,
    ) -> Result<(Due, Trace), DeadlineError> {
        let now = record.stopped.map_or(now, |stopped| stopped.min(now));
        let mut trace = Trace::default();
        let due = self.due_seen(calendar, record, View { known: now, included: true }, &mut trace)?;
        Ok((due, trace))
    }

    /// Where the clock stands at an instant.
    ///
    /// A clock that was stopped is judged by what was known then, and never again. That holds for what is in
    /// the record; the calendar is an argument, and a host that replaces it keeps the revision by which it
    /// judged.
    #[must_use]
    pub fn reading(&self, calendar: &Calendar, record: &ClockRecord, now: DateTime<Utc>) -> Reading {
        let ended = record.stopped.or(record.cancelled.map(|(at, _)| at)).filter(|&at| at <= now);
        let judged = ended.unwrap_or(now);
        let mut reading = Reading { status: ClockStatus::NotStarted, due: None, first_breach: None };
        let started = record.anchors.get(self.start).is_some_and(|at| at <= judged);
        match self.due_seen(calendar, record, View { known: judged, included: true }, &mut ()) {
            _ if !started && ended.is_none() => return reading,
            Ok(due) => reading.due = Some(due),
            // A clock that was stopped before it started never ran.
            Err(DeadlineError::NoAnchor { .. }) => {}
            Err(reason) => reading.status = ClockStatus::Undetermined { reason },
        }
        reading.first_breach = self.first_breach(calendar, record, judged, reading.due);
        if let Some((at, reason)) = record.cancelled.filter(|(at, _)| *at <= now) {
            reading.first_breach = reading.first_breach.filter(|breach| *breach <= at);
            reading.status = ClockStatus::Cancelled { reason };
            return reading;
        }
        let Some(due) = reading.due else { return reading };
        let stays = self.after_breach == AfterBreach::StaysBreached;
        let breach = if stays { reading.first_breach } else { None };
        let breach = breach.or_else(|| (!due.is_met_at(judged)).then_some(due.at()));
        let pause = self.open_pause(record, judged).filter(|still| still.0 < due.at());
        reading.status = match (record.stopped.filter(|&at| at <= now), breach) {
            (Some(at), None) => ClockStatus::Met { at },
            (Some(at), Some(since)) => ClockStatus::MetLate { at, late_by: at - since },
            (None, Some(since)) if pause.is_none() || reading.first_breach.is_some() && stays => {
                ClockStatus::Breached { since }
            }
            (None, _) => match pause {
                Some((since, reason)) => ClockStatus::Paused { since, reason },
                None => ClockStatus::Running { due, left: due.at() - now },
            },
        };
        reading
    }

    /// When the clock warns, in the order of its warnings; a warning that cannot be placed is an error.
    ///
    /// # Errors
    ///
    /// [`DeadlineError`], as [`Deadline::due`].
    pub fn warnings_at(
        &self,
        calendar: &Calendar,
        record: &ClockRecord,
        now: DateTime<Utc>,
    ) -> Result<alloc::vec::Vec<DateTime<Utc>>, DeadlineError> {
        let due = self.due(calendar, record, now)?;
        self.warnings.iter().map(|&warning| self.warning_at(calendar, record, now, due, warning)).collect()
    }

    /// The next instant after `now` at which what the clock shows changes by itself: a warning, the due
    /// date, the end of a pause that ends by itself. A host sets one timer to it.
    #[must_use]
    pub fn next_event(
        &self,
        calendar: &Calendar,
        record: &ClockRecord,
        now: DateTime<Utc>,
    ) -> Option<DateTime<Utc>> {
        if record.stopped.or(record.cancelled.map(|(at, _)| at)).is_some_and(|at| at <= now) {
            return None;
        }
        let reading = self.reading(calendar, record, now);
        let pause_ends = record
            .pauses
            .iter()
            .filter_map(|pause| self.pause_rule(pause.reason).and_then(|rule| ends(*pause, rule)))
            .filter(|&at| at > now);
        let starts = record.anchors.get(self.start).filter(|&at| at > now);
        let running = match reading.status {
            ClockStatus::Running { due, .. } => Some(due),
            _ => None,
        };
        // An inclusive due date is missed by the nanosecond after it; the host is woken at the date itself.
        let due = running.map(Due::at).filter(|&at| at > now);
        let warnings = running.into_iter().flat_map(|due| {
            let place = move |&warning: &Warning| self.warning_at(calendar, record, now, due, warning).ok();
            self.warnings.iter().filter_map(place).filter(|&at| at > now)
        });
        pause_ends.chain(starts).chain(due).chain(warnings).min()
    }

    fn warning_at(
        &self,
        calendar: &Calendar,
        record: &ClockRecord,
        now: DateTime<Utc>,
        due: Due,
        warning: Warning,
    ) -> Result<DateTime<Utc>, DeadlineError> {
        let at = match warning {
            Warning::Lead(lead) => before(calendar, due, lead)?,
            Warning::Share(percent) => {
                let current = current(record, View { known: now, included: true }).0;
                let mut part = record.clone();
                (part.deadline, part.changes) = (share_of(current, percent), alloc::vec::Vec::new());
                if self.on_change == OnChange::Restart
                    && let Some(change) = record.changes.last()
                {
                    part.anchors.set(self.start, change.at);
                }
                let at = self.due(calendar, &part, now)?.at();
                // Half of a working amount may be used up at closing; a warning is for somebody at work.
                if current.terms().any(|term| matches!(term.count, Count::Working(_))) {
                    calendar.next_working_instant(at)?
                } else {
                    at
                }
            }
        };
        let start = record.anchors.get(self.start);
        Ok(start.map_or(at, |start| at.max(start)).min(due.at()))
    }

    fn due_seen<R: Recorder>(
        &self,
        calendar: &Calendar,
        record: &ClockRecord,
        view: View,
        recorder: &mut R,
    ) -> Result<Due, DeadlineError> {
        let (deadline, changed) = current(record, view);
        let restarted = changed.filter(|_| self.on_change == OnChange::Restart);
        let facts = Facts {
            calendar,
            start: self.start,
            anchors: &record.anchors,
            instead: restarted.map(|at| (self.start, at)),
            pauses: record.pauses.iter().filter(|pause| view.shows(pause.recorded)).filter_map(|pause| {
                let rule = self.pause_rule(pause.reason)?;
                let until = ends(*pause, rule).map_or(view.known, |until| until.min(view.known));
                Some(Still { from: Moment::from(pause.from), until: Moment::from(until) })
            }),
            extensions: record
                .extensions
                .iter()
                .filter(|extension| view.shows(extension.made))
                .filter(|extension| restarted.is_none_or(|at| extension.made >= at))
                .map(|extension| Extend {
                    change: extension.change,
                    reason: extension.reason,
                    made: Moment::from(extension.made),
                }),
        };
        let due = deadline.evaluate(&facts, recorder)?;
        match changed.filter(|_| self.on_change == OnChange::CarryElapsed) {
            // What is used up counts one to one in the same unit, so carrying it is keeping the start; only
            // a due date before the change itself is not carried.
            Some(at) => {
                carries(&record.deadline, deadline)?;
                Ok(Due { at: due.at.max(at), ..due })
            }
            None => Ok(due),
        }
    }

    /// The earliest due date that had passed before a late entry or a change would have moved it.
    fn first_breach(
        &self,
        calendar: &Calendar,
        record: &ClockRecord,
        judged: DateTime<Utc>,
        due: Option<Due>,
    ) -> Option<DateTime<Utc>> {
        let late_pauses =
            record.pauses.iter().filter(|pause| pause.recorded > pause.from).map(|pause| pause.recorded);
        let extensions = record.extensions.iter().map(|extension| extension.made);
        let changes = record.changes.iter().map(|change| change.at);
        let earlier =
            late_pauses.chain(extensions).chain(changes).filter(|&at| at <= judged).filter_map(|at| {
                let due =
                    self.due_seen(calendar, record, View { known: at, included: false }, &mut ()).ok()?;
                (!due.is_met_at(at)).then_some(due.at())
            });
        let now = due.filter(|due| !due.is_met_at(judged)).map(Due::at);
        // An exclusive end at the very instant of an open pause is no breach yet.
        let now = now.filter(|at| self.open_pause(record, judged).is_none_or(|(since, _)| since >= *at));
        earlier.chain(now).min()
    }

    fn open_pause(&self, record: &ClockRecord, now: DateTime<Utc>) -> Option<(DateTime<Utc>, PauseReason)> {
        record
            .pauses
            .iter()
            .filter(|pause| pause.recorded <= now && pause.from <= now)
            .find(|pause| {
                self.pause_rule(pause.reason)
                    .is_some_and(|rule| ends(**pause, rule).is_none_or(|until| now < until))
            })
            .map(|pause| (pause.from, pause.reason))
    }
}

/// The deadline in force, and the change that brought it.
fn current(record: &ClockRecord, view: View) -> (&Deadline, Option<DateTime<Utc>>) {
    match record.changes.iter().rev().find(|change| view.shows(change.at)) {
        Some(change) => (&change.deadline, Some(change.at)),
        None => (&record.deadline, None),
    }
}

/// Whether what is used up of one deadline means something for another.
fn carries(from: &Deadline, to: &Deadline) -> Result<(), DeadlineError> {
    match (from, to) {
        (Deadline::Term(from), Deadline::Term(to)) if !from.count.same_unit(to.count) => {
            Err(DeadlineError::UnitMismatch { term: from.count, extension: to.count })
        }
        _ => Ok(()),
    }
}

fn before(calendar: &Calendar, due: Due, lead: Count) -> Result<DateTime<Utc>, DeadlineError> {
    let out_of_range = DeadlineError::OutOfRange { count: lead };
    let days_before = |date: chrono::NaiveDate| {
        let local = calendar.local(due.at())?;
        calendar
            .zone()
            .instant(date.and_time(local.time()), crate::calendar::Fold::Earlier)
            .ok_or_else(|| DeadlineError::from(calendar.not_known(date)))
    };
    match lead {
        Count::Elapsed(span) => due.at().checked_sub_signed(span.delta()).ok_or(out_of_range),
        Count::Working(span) => Ok(calendar.subtract_working_time(due.at(), span)?),
        Count::WorkingDays(n) => days_before(calendar.nth_working_day_before(calendar.date(due.at())?, n)?),
        Count::CalendarDays(n) | Count::Weeks(n) => {
            let days = u64::from(n) * if matches!(lead, Count::Weeks(_)) { 7 } else { 1 };
            let date = calendar.date(due.at())?.checked_sub_days(chrono::Days::new(days));
            days_before(date.ok_or(out_of_range)?)
        }
        Count::Months(n) => {
            let date = calendar.date(due.at())?.checked_sub_months(chrono::Months::new(n));
            days_before(date.ok_or(out_of_range)?)
        }
        Count::At(at) => Ok(at),
    }
}

/// The same deadline with a part of each amount.
fn share_of(deadline: &Deadline, percent: u8) -> Deadline {
    let parts = |parts: &[Part]| {
        parts
            .iter()
            .map(|part| Part { from: part.from, deadline: share_of(&part.deadline, percent) })
            .collect()
    };
    match deadline {
        Deadline::Term(term) => Deadline::Term(Term { count: share(term.count, percent), ..*term }),
        Deadline::Earliest(all) => Deadline::Earliest(parts(all)),
        Deadline::Latest(all) => Deadline::Latest(parts(all)),
    }
}

fn share(count: Count, percent: u8) -> Count {
    let of = |n: u32| u32::try_from(u64::from(n) * u64::from(percent) / 100).unwrap_or(n);
    let span = |amount: Span| amount.percent(percent);
    match count {
        Count::Elapsed(amount) => Count::Elapsed(span(amount)),
        Count::Working(amount) => Count::Working(span(amount)),
        Count::CalendarDays(n) => Count::CalendarDays(of(n)),
        Count::WorkingDays(n) => Count::WorkingDays(of(n)),
        // A share of weeks and months is counted in days.
        Count::Weeks(n) => Count::CalendarDays(of(n.saturating_mul(7))),
        Count::Months(n) => Count::CalendarDays(of(n.saturating_mul(30))),
        Count::At(at) => Count::At(at),
    }
}

impl ClockStatus {
    /// The state without its particulars.
    ///
    /// ```
    /// use redress::deadline::{ClockState, ClockStatus};
    ///
    /// assert_eq!(ClockStatus::NotStarted.state(), ClockState::NotStarted);
    /// assert_eq!(ClockState::MetLate.to_string(), "met-late");
    /// ```
    #[must_use]
    pub fn state(&self) -> ClockState {
        ClockState::from(self)
    }

    /// Whether the calendar is what kept the clock from having a due date.
    #[must_use]
    pub const fn is_beyond_calendar(&self) -> bool {
        matches!(self, Self::Undetermined { reason: DeadlineError::Calendar(CalendarError::NotKnown { .. }) })
    }
}
