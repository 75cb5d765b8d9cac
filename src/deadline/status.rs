//! Where a clock stands: derived from its record, never stored.

use chrono::{DateTime, Days, Months, NaiveDate, NaiveTime, TimeDelta, Utc};

use crate::calendar::moment::Moment;
use crate::calendar::{Calendar, CalendarError, Fold, Span};
use crate::deadline::combine::{Facts, View};
use crate::deadline::evaluate::{Extend, Still, merged};
use crate::deadline::record::ends;
use crate::deadline::trace::{Recorder, Trace};
use crate::deadline::{
    AfterBreach, Alternative, Bound, Clock, ClockRecord, Count, Deadline, DeadlineError, Due,
    ExtensionChange, Hardness, OnChange, Pause, Term, Warning,
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
    /// It runs. For a soft clock that has run out, the time left is negative.
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
    missed: Option<DateTime<Utc>>,
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

    /// When it first ran out, even if a later entry gave it a later date. A soft clock is never breached.
    #[must_use]
    pub const fn first_breach(&self) -> Option<DateTime<Utc>> {
        self.first_breach
    }

    /// When a soft clock first ran out: a target missed, which is worth a warning and no breach.
    #[must_use]
    pub const fn missed(&self) -> Option<DateTime<Utc>> {
        self.missed
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
        let view = View { known: judged, included: true };
        let mut reading =
            Reading { status: ClockStatus::NotStarted, due: None, first_breach: None, missed: None };
        let started = record.anchors.seen(&self.start, view).is_some_and(|at| at <= judged);
        match self.due_seen(calendar, record, view, &mut ()) {
            _ if !started && ended.is_none() => return reading,
            Ok(due) => reading.due = Some(due),
            // A clock that was stopped before it started never ran.
            Err(DeadlineError::NoAnchor { .. }) => {}
            Err(reason) => reading.status = ClockStatus::Undetermined { reason },
        }
        // A pause that began when the clock had run out does not stop it.
        let pause =
            reading.due.and_then(|due| self.pause_at(record, view).filter(|pause| pause.0 < due.at()));
        let run_out = reading.due.filter(|due| pause.is_none() && !due.is_met_at(judged)).map(Due::at);
        let first = self.breaches_undone(calendar, record, judged).chain(run_out).min();
        match self.hardness {
            Hardness::Hard => reading.first_breach = first,
            Hardness::Soft => reading.missed = first,
        }
        if let Some((_, reason)) = record.cancelled.filter(|(at, _)| *at <= now) {
            reading.status = ClockStatus::Cancelled { reason };
            return reading;
        }
        let Some(due) = reading.due else { return reading };
        let breach = match self.after_breach {
            AfterBreach::StaysBreached => first,
            AfterBreach::FollowsNewDue => run_out,
        };
        reading.status = match (record.stopped.filter(|&at| at <= now), breach, pause) {
            (Some(at), None, _) => ClockStatus::Met { at },
            (Some(at), Some(since), _) => ClockStatus::MetLate { at, late_by: at - since },
            (None, Some(since), _) if self.hardness == Hardness::Hard => ClockStatus::Breached { since },
            (None, _, Some((since, reason))) => ClockStatus::Paused { since, reason },
            (None, _, None) => ClockStatus::Running { due, left: due.at() - now },
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

    /// The next instant after `now` at which what the clock shows changes by itself: its start, a warning, the
    /// due date, the first instant that is too late, the end of a pause that ends by itself. A host sets one
    /// timer to it.
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
        let view = View { known: now, included: true };
        let pause_ends = self
            .pauses_seen(record, view)
            .map(|still| DateTime::<Utc>::from(still.until))
            .filter(|&at| at > now);
        let pause_ends = pause_ends.filter(|&at| at < DateTime::<Utc>::MAX_UTC);
        let starts = record.anchors.seen(&self.start, view).filter(|&at| at > now);
        let running = match reading.status {
            ClockStatus::Running { due, .. } => Some(due),
            _ => None,
        };
        // At an inclusive due date time is up; it has run out with the nanosecond after it.
        let due = running.and_then(|due| {
            let after = due.at().checked_add_signed(TimeDelta::nanoseconds(1))?;
            [due.at(), after].into_iter().find(|&at| at > now)
        });
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
            Warning::Share(percent) => self.share_at(calendar, record, now, due, percent)?,
        };
        let start = record.anchors.get(self.start);
        let at = start.map_or(at, |start| at.max(start));
        // A warning is for somebody at work: half of a working amount may be used up at closing, and a lead
        // may reach back to a start at night.
        let (deadline, _) = current(record, View { known: now, included: true });
        let share = matches!(warning, Warning::Share(_));
        let working = deadline.terms().any(|term| match term.count {
            Count::Working(_) => true,
            Count::WorkingDays(_) => share,
            _ => false,
        });
        let at = if working { calendar.next_working_instant(at)? } else { at };
        Ok(at.min(due.at()))
    }

    /// When a share of the amount is used up, extensions included.
    fn share_at(
        &self,
        calendar: &Calendar,
        record: &ClockRecord,
        now: DateTime<Utc>,
        due: Due,
        percent: u8,
    ) -> Result<DateTime<Utc>, DeadlineError> {
        let (current, changed) = current(record, View { known: now, included: true });
        let restarted = changed.filter(|_| self.on_change == OnChange::Restart);
        let mut part = record.clone();
        (part.deadline, part.changes) = (share_of(current, percent), alloc::vec::Vec::new());
        if let Some(at) = restarted {
            part.anchors.set(self.start, at);
            part.extensions.retain(|extension| extension.made >= at);
        }
        for extension in &mut part.extensions {
            extension.change = match extension.change {
                ExtensionChange::ReplaceTotal(count) => ExtensionChange::ReplaceTotal(share(count, percent)),
                ExtensionChange::Add(count) => ExtensionChange::Add(share(count, percent)),
                // A date has no amount to take a share of: the share is one of the real time until then.
                ExtensionChange::Until { .. } => {
                    let start = part.anchors.get(self.start).unwrap_or(due.at());
                    let seconds = (due.at() - start).num_seconds() / 100 * i64::from(percent);
                    return Ok(start + TimeDelta::try_seconds(seconds).unwrap_or_default());
                }
            };
        }
        Ok(self.due(calendar, &part, now)?.at())
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
            start: &self.start,
            anchors: &record.anchors,
            view,
            instead: restarted.map(|at| (&self.start, at)),
            pauses: self
                .pauses_seen(record, view)
                .map(move |still| Still { until: still.until.min(Moment::from(view.known)), ..still }),
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

    /// The due dates that had passed when a late entry or a change would have moved them.
    fn breaches_undone<'r>(
        &'r self,
        calendar: &'r Calendar,
        record: &'r ClockRecord,
        judged: DateTime<Utc>,
    ) -> impl Iterator<Item = DateTime<Utc>> + 'r {
        let late_pauses =
            record.pauses.iter().filter(|pause| pause.recorded > pause.from).map(|pause| pause.recorded);
        let extensions = record.extensions.iter().map(|extension| extension.made);
        let changes = record.changes.iter().map(|change| change.at);
        let events = record.anchors.entries();
        let entries = late_pauses.chain(extensions).chain(changes).chain(events);
        entries.filter(move |&at| at <= judged).filter_map(move |at| {
            let view = View { known: at, included: false };
            let due = self.due_seen(calendar, record, view, &mut ()).ok()?;
            let paused = self.pause_at(record, view).is_some_and(|(since, _)| since < due.at());
            (!paused && !due.is_met_at(at)).then_some(due.at())
        })
    }

    /// The pauses that count, in the order of their beginnings; those that nobody has ended go on.
    fn pauses_seen<'r>(
        &'r self,
        record: &'r ClockRecord,
        view: View,
    ) -> impl Iterator<Item = Still> + Clone + 'r {
        record.pauses.iter().filter(move |pause| view.shows(pause.recorded)).filter_map(|pause| {
            let until = ends(*pause, self.pause_rule(pause.reason)?).unwrap_or(DateTime::<Utc>::MAX_UTC);
            Some(Still { from: Moment::from(pause.from), until: Moment::from(until) })
        })
    }

    /// Since when the clock has stood still at the instant of a view, and for which reason first; pauses that
    /// overlap are one.
    fn pause_at(&self, record: &ClockRecord, view: View) -> Option<(DateTime<Utc>, PauseReason)> {
        let now = Moment::from(view.known);
        let start = record.anchors.seen(&self.start, view).map_or(now, Moment::from);
        let still = merged(self.pauses_seen(record, view), start)
            .take_while(|still| still.from <= now)
            .find(|still| now < still.until)?;
        let since = DateTime::<Utc>::from(still.from);
        let covers = |pause: &&Pause| {
            let until = self.pause_rule(pause.reason).and_then(|rule| ends(**pause, rule));
            view.shows(pause.recorded) && pause.from <= since && until.is_none_or(|until| since < until)
        };
        record.pauses.iter().find(covers).map(|pause| (since, pause.reason))
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
    let local = calendar.local(due.at())?;
    // The midnight that ends a day is the end of that day, not the beginning of the next.
    let ends_day = due.bound() == Bound::Exclusive && local.time() == NaiveTime::MIN;
    let date = if ends_day { local.date().pred_opt().unwrap_or(local.date()) } else { local.date() };
    let on = |date: Option<NaiveDate>| {
        let date = date.ok_or(DeadlineError::OutOfRange { count: lead })?;
        let local = if ends_day {
            date.succ_opt().unwrap_or(date).and_time(NaiveTime::MIN)
        } else {
            date.and_time(local.time())
        };
        let at = calendar.zone().instant(local, Fold::Earlier);
        at.ok_or_else(|| DeadlineError::from(calendar.not_known(date)))
    };
    match lead {
        Count::Elapsed(span) => due.at().checked_sub_signed(span.delta()).ok_or(out_of_range),
        Count::Working(span) => Ok(calendar.subtract_working_time(due.at(), span)?),
        Count::WorkingDays(n) => {
            let day = calendar.nth_working_day_before(date, n)?;
            let at = on(Some(day))?;
            // Not after hours: where the day is over by then, its opening.
            if n == 0 || calendar.is_working(at)? { Ok(at) } else { Ok(calendar.opening(day)?) }
        }
        Count::CalendarDays(n) => on(date.checked_sub_days(Days::new(n.into()))),
        Count::Weeks(n) => on(date.checked_sub_days(Days::new(7 * u64::from(n)))),
        Count::Months(n) => on(date.checked_sub_months(Months::new(n))),
        Count::At(at) => Ok(at),
    }
}

/// The same deadline with a part of each amount.
fn share_of(deadline: &Deadline, percent: u8) -> Deadline {
    let parts = |parts: &[Alternative]| {
        parts
            .iter()
            .map(|part| Alternative { from: part.from, deadline: share_of(&part.deadline, percent) })
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
