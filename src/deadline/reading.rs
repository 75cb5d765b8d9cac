//! How a clock is read: by what was known at an instant.

use chrono::{DateTime, Utc};

use crate::calendar::Calendar;
use crate::calendar::moment::Moment;
use crate::deadline::combine::{Facts, View};
use crate::deadline::evaluate::{Extend, Still, merged};
use crate::deadline::record::ends;
use crate::deadline::trace::{Recorder, Trace};
use crate::deadline::{
    AfterBreach, Clock, ClockRecord, ClockStatus, Deadline, DeadlineError, Due, Hardness, OnChange, Pause,
    Reading,
};
use crate::vocab::PauseReason;

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

    pub(super) fn due_seen<R: Recorder>(
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
    pub(super) fn breaches_undone<'r>(
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
    pub(super) fn pauses_seen<'r>(
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
    pub(super) fn pause_at(&self, record: &ClockRecord, view: View) -> Option<(DateTime<Utc>, PauseReason)> {
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
pub(super) fn current(record: &ClockRecord, view: View) -> (&Deadline, Option<DateTime<Utc>>) {
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
