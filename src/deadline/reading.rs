//! How a clock is read: by what was known at an instant.

use chrono::{DateTime, Utc};

use crate::calendar::Calendar;
use crate::calendar::moment::Moment;
use crate::deadline::combine::{Entry, Facts, View};
use crate::deadline::evaluate::{Extend, Still, merged};
use crate::deadline::record::ends;
use crate::deadline::trace::{Recorder, Step, Trace};
use crate::deadline::{
    AfterBreach, Clock, ClockRecord, ClockStatus, Deadline, DeadlineError, Due, Hardness, OnChange, Pause,
    Reading,
};
use crate::vocab::{Anchor, PauseReason};

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
        self.due_seen(calendar, record, judged(record, now), &mut ())
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
        let mut trace = Trace::default();
        let due = self.due_seen(calendar, record, judged(record, now), &mut trace)?;
        Ok((due, trace))
    }

    /// Where the clock stands at an instant.
    ///
    /// A clock that was stopped is judged by what was known then, and never again. That holds for what is in
    /// the record; the calendar is an argument, and a host that replaces it keeps the revision by which it
    /// judged.
    #[must_use]
    pub fn reading(&self, calendar: &Calendar, record: &ClockRecord, now: DateTime<Utc>) -> Reading {
        let ended = record.ended(now);
        let view = judged(record, now);
        let judged = view.now;
        let mut reading =
            Reading { status: ClockStatus::NotStarted, due: None, first_breach: None, missed: None };
        let happened = |event: Anchor| record.anchors.seen(&event, view).is_some_and(|at| at <= judged);
        // Alternatives may count from events of their own.
        let bound = || record.bound(view).is_some();
        let started = || happened(self.start) || current(record, view).0.events().any(happened) || bound();
        match self.due_seen(calendar, record, view, &mut ()) {
            _ if ended.is_none() && !started() => return reading,
            Ok(due) => reading.due = Some(due),
            // A clock that was stopped before it started never ran.
            Err(DeadlineError::NoAnchor { .. }) => {}
            Err(reason) => reading.status = ClockStatus::Undetermined { reason },
        }
        // A pause that began when the clock had run out does not stop it.
        let pause =
            reading.due.and_then(|due| self.pause_at(record, view).filter(|pause| pause.0 < due.at()));
        let run_out = reading.due.filter(|due| pause.is_none() && !due.is_met_at(judged)).map(Due::at);
        let first = self.breaches_undone(calendar, record, view).chain(run_out).min();
        // What was done in time but entered late had run out for all that anybody knew.
        let late_entry = ended.filter(|stop| stop.entered.at > stop.at);
        let unseen = late_entry.and_then(|stop| self.breach_before(calendar, record, stop.entered));
        match self.hardness {
            Hardness::Hard => reading.first_breach = first.into_iter().chain(unseen).min(),
            Hardness::Soft => reading.missed = first.into_iter().chain(unseen).min(),
        }
        if let Some((_, reason)) = record.cancelled.filter(|(stop, _)| stop.entered.at <= now) {
            reading.status = ClockStatus::Cancelled { reason };
            return reading;
        }
        let Some(due) = reading.due else { return reading };
        let breach = match self.after_breach {
            AfterBreach::StaysBreached => first,
            AfterBreach::FollowsNewDue => run_out,
        };
        // A breach that a late entry made visible may lie after what was done in time.
        let breach = breach.filter(|since| ended.is_none() || run_out.is_some() || *since < judged);
        reading.status = match (ended, breach, pause) {
            (Some(stop), None, _) => ClockStatus::Met { at: stop.at },
            (Some(stop), Some(since), _) => ClockStatus::MetLate { at: stop.at, late_by: stop.at - since },
            (None, Some(since), _) if self.hardness == Hardness::Hard => ClockStatus::Breached { since },
            (None, _, Some((since, reason))) => ClockStatus::Paused { since, reason },
            (None, _, None) => ClockStatus::Running { due, left: due.at() - now },
        };
        reading
    }

    pub(super) fn due_seen<R: Recorder>(
        &self,
        calendar: &Calendar,
        record: &ClockRecord,
        view: View,
        recorder: &mut R,
    ) -> Result<Due, DeadlineError> {
        let own = self.own_due(calendar, record, view, recorder);
        let Some(bound) = record.bound(view) else { return own };
        match own {
            Ok(due) if due <= bound => Ok(due),
            Ok(_) | Err(DeadlineError::NoAnchor { .. }) => {
                recorder.note(|| Step::Chosen { at: bound.at });
                recorder.note(|| Step::Due {
                    at: bound.at,
                    bound: bound.bound,
                    local: calendar.local(bound.at).ok(),
                });
                Ok(bound)
            }
            Err(error) => Err(error),
        }
    }

    /// By its own deadline alone.
    fn own_due<R: Recorder>(
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
                .map(move |still| Still { until: still.until.min(Moment::from(view.now)), ..still }),
            extensions: record
                .extensions
                .iter()
                .filter(|extension| view.shows(extension.entry()))
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
                if due.at >= at {
                    return Ok(due);
                }
                let due = Due { at, ..due };
                recorder.note(|| Step::NotBeforeChange { at });
                recorder.note(|| Step::Due { at, bound: due.bound, local: calendar.local(at).ok() });
                Ok(due)
            }
            None => Ok(due),
        }
    }

    /// The due dates that had passed when a late entry or a change would have moved them.
    pub(super) fn breaches_undone<'r>(
        &'r self,
        calendar: &'r Calendar,
        record: &'r ClockRecord,
        view: View,
    ) -> impl Iterator<Item = DateTime<Utc>> + 'r {
        let late_pauses =
            record.pauses.iter().filter(|pause| pause.entered.at > pause.from).map(|pause| pause.entered);
        let extensions = record.extensions.iter().map(|extension| extension.entry());
        let changes = record.changes.iter().map(|change| change.entered);
        let events = record.anchors.entries();
        let entries = late_pauses.chain(extensions).chain(changes).chain(events);
        let entries = entries.filter(move |&entry| view.shows(entry));
        entries.filter_map(move |entry| self.breach_before(calendar, record, entry))
    }

    /// The due date that had passed when an entry was made, by what was known before it.
    fn breach_before(
        &self,
        calendar: &Calendar,
        record: &ClockRecord,
        entry: Entry,
    ) -> Option<DateTime<Utc>> {
        let view = View::before(entry);
        let due =
            self.due_seen(calendar, record, view, &mut ()).ok().filter(|due| !due.is_met_at(entry.at))?;
        let paused = self.pause_at(record, view).is_some_and(|(since, _)| since < due.at());
        (!paused).then_some(due.at())
    }

    /// The pauses that count, in the order of their beginnings; those that nobody has ended go on.
    pub(super) fn pauses_seen<'r>(
        &'r self,
        record: &'r ClockRecord,
        view: View,
    ) -> impl Iterator<Item = Still> + Clone + 'r {
        record.pauses.iter().filter_map(move |pause| {
            let until = ends(seen(*pause, view)?, self.pause_rule(pause.reason)?);
            let until = until.unwrap_or(DateTime::<Utc>::MAX_UTC);
            Some(Still { from: Moment::from(pause.from), until: Moment::from(until) })
        })
    }

    /// Since when the clock has stood still at the instant of a view, and for which reason first; pauses that
    /// overlap are one.
    pub(super) fn pause_at(&self, record: &ClockRecord, view: View) -> Option<(DateTime<Utc>, PauseReason)> {
        let now = Moment::from(view.now);
        let start = record.anchors.seen(&self.start, view).map_or(now, Moment::from);
        let still = merged(self.pauses_seen(record, view), start)
            .take_while(|still| still.from <= now)
            .find(|still| now < still.until)?;
        let since = DateTime::<Utc>::from(still.from);
        let covers = |pause: &&Pause| {
            let Some(pause) = seen(**pause, view) else { return false };
            let until = self.pause_rule(pause.reason).and_then(|rule| ends(pause, rule));
            pause.from <= since && until.is_none_or(|until| since < until)
        };
        record.pauses.iter().find(covers).map(|pause| (since, pause.reason))
    }
}

/// How a record is looked at: by what was known when the clock ended, or else now.
pub(super) fn judged(record: &ClockRecord, now: DateTime<Utc>) -> View {
    match record.ended(now) {
        Some(stop) => View { now: stop.at, ..View::at(stop.entered.at) },
        None => View::at(now),
    }
}

/// A pause as it was known: open until its end was entered.
fn seen(pause: Pause, view: View) -> Option<Pause> {
    let ended = pause.ended.is_some_and(|ended| view.shows(ended));
    view.shows(pause.entered).then_some(Pause { until: pause.until.filter(|_| ended), ..pause })
}

/// The deadline in force, and the change that brought it.
pub(super) fn current(record: &ClockRecord, view: View) -> (&Deadline, Option<DateTime<Utc>>) {
    match record.changes.iter().rev().find(|change| view.shows(change.entered)) {
        Some(change) => (&change.deadline, Some(change.entered.at)),
        None => (&record.deadline, None),
    }
}

/// Whether what is used up of one deadline means something for another.
fn carries(from: &Deadline, to: &Deadline) -> Result<(), DeadlineError> {
    match (from.plain(), to.plain()) {
        (Deadline::Term(from), Deadline::Term(to)) if !from.count.same_unit(to.count) => {
            Err(DeadlineError::UnitMismatch { term: from.count, extension: to.count })
        }
        _ => Ok(()),
    }
}
