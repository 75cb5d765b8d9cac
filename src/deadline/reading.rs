//! How a clock is read: by what was known at an instant.
//!
//! # The problem
//!
//! A record has two times. Each entry says when something happened, and when it was entered. A reading at `now` must
//! count only what was entered by then, must never change once the clock has ended, and must not hide a breach that
//! was visible until a late entry took it back.
//!
//! # The idea
//!
//! A [`View`] says which entries count, and until when open pauses last. `judged` picks the view of a reading:
//!
//! - If the clock has ended by `now`: what was known when the end was entered, at the instant of the end.
//! - Otherwise: what was entered by `now`.
//!
//! Everything else is a question about a view. `seen` evaluates the deadline in force over the events, pauses and
//! extensions that the view shows, with open pauses cut at the instant of the view. The result is the due date, or for
//! a paused clock the due date that it would have if it resumed at this instant. The date of a merged case caps it.
//!
//! A clock is paused if a pause covers the instant of the view and began before the due instant. A date that *stands*
//! (a chosen instant, a fixed date, the date of a merged case) is due although the clock is paused.
//!
//! # Breaches that were taken back
//!
//! Four kinds of entries can move a due date after it has passed: an extension, a change, an event entered later, and
//! a pause entered later. The end of the clock can be entered late, too. For each such entry, the clock is read by the
//! view just before the entry. If the due date had passed by then, that was a visible breach. The first of them, or
//! the present one, is the first breach; [`AfterBreach`] says whether it counts.
//!
//! # By hand
//!
//! Twenty-four hours from Monday 10:00. On Tuesday at 12:00, somebody enters a pause on Monday from 12:00 to 18:00.
//! The view before this entry has the due date Tuesday 10:00, which has passed: the first breach. The view after it
//! has the due date Tuesday 16:00. A clock that stays breached is breached since Tuesday 10:00; one that follows its
//! new due date is running.
//!
//! # Cost and limits
//!
//! One evaluation for the present view, and one for each entry that can move a due date, at most some hundred. Each
//! looks at every pause and extension once; a pause with a limit on its total also looks at the earlier pauses for its
//! reason. A stored status would be cheaper, but the first late entry would make it wrong, and nobody could check it.

use chrono::{DateTime, TimeDelta, Utc};

use crate::calendar::Calendar;
use crate::calendar::moment::Moment;
use crate::deadline::alternatives::Deadline;
use crate::deadline::clock::{AfterBreach, ChangeEffect, Clock, Hardness};
use crate::deadline::combine::Decided;
use crate::deadline::due::Due;
use crate::deadline::error::DeadlineError;
use crate::deadline::facts::Facts;
use crate::deadline::in_order::Extend;
use crate::deadline::pause::Pause;
use crate::deadline::pause_limit::PauseLimit;
use crate::deadline::record::{ClockRecord, ends};
use crate::deadline::status::{ClockReading, ClockStatus};
use crate::deadline::still::{Still, merged};
use crate::deadline::term::Bound;
use crate::deadline::trace::{Recorder, Trace, TraceStep};
use crate::deadline::view::{Entry, View};
use crate::vocab::{Anchor, PauseReason};

/// The result of a clock, as a view shows it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen {
    /// The due date. For a paused clock: if it resumed at the instant of the view.
    pub(super) due: Due,
    /// The due date that stands although the clock is paused: a chosen instant, a fixed date, the date of a merged
    /// case.
    held: Option<Due>,
}

impl Clock {
    /// Returns when a clock is due, by what was entered up to `now`. `None` while it is paused: it has no due date
    /// then.
    ///
    /// # Errors
    ///
    /// [`DeadlineError`], as for [`Deadline::due`].
    ///
    /// # Example: before, during and after a pause
    ///
    /// ```
    /// # use redress::deadline::{Anchors, Clock, ClockRecord, Term, rule::PauseRule};
    /// # use redress::{calendar::Span, sample, vocab::{Anchor, ClockName, PauseReason}};
    /// # let (calendar, waiting) = (sample::calendar()?, PauseReason::AWAITING_CUSTOMER);
    /// let clock = Clock::new(ClockName::RESPONSE, Anchor::RECEIVED).with_pause(PauseRule::new(waiting));
    /// let (monday, noon) = ("2026-03-02T10:00:00+01:00".parse()?, "2026-03-02T12:00:00+01:00".parse()?);
    /// let mut record = ClockRecord::new(Term::elapsed(Span::hours(24)), Anchors::received(monday));
    /// let running = clock.due(&calendar, &record, monday)?.ok_or("paused")?;
    /// assert_eq!(calendar.local(running.at())?.to_string(), "2026-03-03 10:00:00");
    /// record.pause(&clock, waiting, noon)?;
    /// assert_eq!(clock.due(&calendar, &record, noon)?, None);
    /// let evening = "2026-03-02T18:00:00+01:00".parse()?;
    /// let if_resumed = clock.projected_due(&calendar, &record, evening)?;
    /// assert_eq!(calendar.local(if_resumed.at())?.to_string(), "2026-03-03 16:00:00"); // six hours later
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn due(
        &self,
        calendar: &Calendar,
        record: &ClockRecord,
        now: DateTime<Utc>,
    ) -> Result<Option<Due>, DeadlineError> {
        let view = judged(record, now);
        let seen = match self.seen(calendar, record, view) {
            Ok(seen) => seen,
            Err(error) => self.ran_out_before_pause(calendar, record, view).ok_or(error)?,
        };
        if record.ended(now).is_some() {
            return Ok(Some(seen.due));
        }
        Ok(match self.stands_still(calendar, record, view, seen) {
            Some(_) => None,
            None => Some(self.due_of(calendar, record, view, seen)),
        })
    }

    /// Until when something done is in time, by what was entered up to `now`. For a paused clock: the projected due
    /// date.
    pub(super) fn counts_until(
        &self,
        calendar: &Calendar,
        record: &ClockRecord,
        now: DateTime<Utc>,
    ) -> Result<Due, DeadlineError> {
        let view = judged(record, now);
        let seen = self.seen(calendar, record, view)?;
        Ok(if self.stands_still(calendar, record, view, seen).is_some() {
            seen.due
        } else {
            self.due_of(calendar, record, view, seen)
        })
    }

    /// Returns when a clock would be due if every open pause ended at `now`. For a clock that is not paused: its due
    /// date.
    ///
    /// See [`due`](Self::due) for an example.
    ///
    /// # Errors
    ///
    /// [`DeadlineError`], as for [`Deadline::due`].
    pub fn projected_due(
        &self,
        calendar: &Calendar,
        record: &ClockRecord,
        now: DateTime<Utc>,
    ) -> Result<Due, DeadlineError> {
        self.due_seen(calendar, record, judged(record, now), &mut ())
    }

    /// Returns the same as [`projected_due`](Self::projected_due), with every step on the way.
    ///
    /// # Errors
    ///
    /// [`DeadlineError`], as for [`Deadline::due`].
    ///
    /// # Example: why not Wednesday?
    ///
    /// ```
    /// # use redress::deadline::{Anchors, Clock, ClockRecord, Term, explanation::TraceStep};
    /// # use redress::{sample, vocab::{Anchor, ClockName}};
    /// let clock = Clock::new(ClockName::RESPONSE, Anchor::RECEIVED);
    /// let thursday = "2026-04-02T10:00:00+02:00".parse()?;
    /// let record = ClockRecord::new(Term::working_days(2), Anchors::received(thursday));
    /// let (_, trace) = clock.explain(&sample::calendar()?, &record, thursday)?;
    /// let closed = trace.steps().iter().find_map(|step| match step {
    ///     TraceStep::CountedDays { closed, .. } => Some(closed),
    ///     _ => None,
    /// });
    /// let closed = closed.ok_or("days were counted")?;
    /// assert_eq!((closed.total(), closed.by_pattern()), (4, 2)); // two holidays, and the weekend between them
    /// assert_eq!(closed.named()[0].name(), "Good Friday");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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

    /// Returns where the clock stands at an instant.
    ///
    /// A stopped clock is judged by what was known when its stop was entered, and never again. This holds for the
    /// record. The calendar is an argument: a host that replaces it keeps the revision by which it judged.
    ///
    /// # Example: running, then breached
    ///
    /// ```
    /// # use redress::deadline::{Anchors, Clock, ClockRecord, ClockStatus, Term};
    /// # use redress::{calendar::Span, sample, vocab::{Anchor, ClockName}};
    /// # let calendar = sample::calendar()?;
    /// let clock = Clock::new(ClockName::RESPONSE, Anchor::RECEIVED);
    /// let monday = "2026-03-02T10:00:00+01:00".parse()?;
    /// let record = ClockRecord::new(Term::elapsed(Span::hours(24)), Anchors::received(monday));
    /// let at_due = clock.reading(&calendar, &record, "2026-03-03T10:00:00+01:00".parse()?);
    /// assert!(matches!(at_due.status(), ClockStatus::Running { .. })); // still in time
    /// let since = "2026-03-03T10:00:00+01:00".parse()?;
    /// let later = clock.reading(&calendar, &record, "2026-03-03T10:00:01+01:00".parse()?);
    /// assert_eq!(*later.status(), ClockStatus::Breached { since });
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn reading(&self, calendar: &Calendar, record: &ClockRecord, now: DateTime<Utc>) -> ClockReading {
        let ended = record.ended(now);
        let view = judged(record, now);
        let judged = view.now;
        let mut reading = ClockReading::without_due(ClockStatus::NotStarted);
        let happened = |event: Anchor| record.anchors.seen(&event, view).is_some_and(|at| at <= judged);
        // Alternatives may count from events of their own.
        let bound = || record.bound(view).is_some();
        let started = || happened(self.start) || current(record, view).0.events().any(happened) || bound();
        let seen = match self.seen(calendar, record, view) {
            _ if ended.is_none() && !started() => return reading,
            Ok(seen) => Some(seen),
            // A clock that was stopped before it started never ran.
            Err(DeadlineError::NoAnchor { .. }) => None,
            Err(reason) => {
                let before = self.ran_out_before_pause(calendar, record, view);
                if before.is_none() {
                    reading.status = ClockStatus::Undetermined { reason };
                }
                before
            }
        };
        let pause = seen.and_then(|seen| self.stands_still(calendar, record, view, seen));
        let due = seen.map(|seen| self.due_of(calendar, record, view, seen));
        reading.projected = seen
            .map(|seen| if pause.is_some() { seen.due } else { self.due_of(calendar, record, view, seen) });
        reading.due = due.filter(|_| pause.is_none() || ended.is_some());
        let run_out = due.filter(|due| pause.is_none() && !due.is_met_at(judged));
        // What was done in time but entered late had visibly run out until it was entered.
        let late_entry = ended.filter(|stop| stop.entered.at > stop.at);
        let unseen = late_entry.and_then(|stop| self.breach_before(calendar, record, stop.entered));
        let visible = self.breaches_undone(calendar, record, view).chain(unseen).min();
        let first = visible.into_iter().chain(run_out).min();
        let breach = match self.after_breach {
            AfterBreach::StaysBreached => first,
            AfterBreach::FollowsNewDue => run_out,
        };
        reading.ran_out = breach;
        match self.hardness {
            Hardness::Hard => reading.first_breach = first,
            Hardness::Soft => reading.missed = first,
        }
        if let Some((_, reason)) = record.cancelled.filter(|(stop, _)| stop.entered.at <= now) {
            reading.status = ClockStatus::Cancelled { reason };
            return reading;
        }
        let Some(due) = due else {
            // A breach stays a breach, even if the new due date is not known.
            if let (ClockStatus::Undetermined { .. }, Some(since), None, Hardness::Hard) =
                (&reading.status, breach.map(Due::at), ended, self.hardness)
            {
                reading.status = ClockStatus::Breached { since };
            }
            return reading;
        };
        reading.status = match (ended, breach.map(Due::at), pause) {
            (Some(stop), None, _) => ClockStatus::Met { at: stop.at },
            (Some(stop), Some(since), _) => {
                // Something done in time and entered late is late by the time until its entry.
                let until = if stop.at > since { stop.at } else { stop.entered.at };
                ClockStatus::MetLate { at: stop.at, late_by: until - since }
            }
            (None, Some(since), _) if self.hardness == Hardness::Hard => ClockStatus::Breached { since },
            (None, _, Some((since, reason))) => ClockStatus::Paused { since, reason },
            (None, _, None) => ClockStatus::Running { due, left: due.at() - now },
        };
        // A breached clock shows the due date that it has now, although it no longer runs.
        if matches!(reading.status, ClockStatus::Breached { .. }) {
            reading.due = Some(due);
        }
        reading
    }

    /// What the clock came to when the present pause began, if it had run out by then.
    ///
    /// One of several alternatives may have passed before, whatever becomes of the others.
    fn ran_out_before_pause(&self, calendar: &Calendar, record: &ClockRecord, view: View) -> Option<Seen> {
        let (since, _) = self.pause_at(calendar, record, view)?;
        let seen = self.seen(calendar, record, View { now: since, ..view }).ok()?;
        (seen.due.at() <= since).then_some(seen)
    }

    /// The pause at the instant of a view: since when, and for which reason.
    ///
    /// A pause that began after the clock had run out does not stop it, and no pause stops a date that stands.
    fn stands_still(
        &self,
        calendar: &Calendar,
        record: &ClockRecord,
        view: View,
        seen: Seen,
    ) -> Option<(DateTime<Utc>, PauseReason)> {
        if seen.held.is_some() {
            return None;
        }
        self.pause_at(calendar, record, view).filter(|pause| pause.0 < seen.due.at())
    }

    /// When the clock is due: the date that stands, while a pause continues.
    fn due_of(&self, calendar: &Calendar, record: &ClockRecord, view: View, seen: Seen) -> Due {
        match seen.held {
            Some(held) if held > seen.due => {
                let paused =
                    self.pause_at(calendar, record, view).is_some_and(|pause| pause.0 < seen.due.at());
                if paused { held } else { seen.due }
            }
            Some(_) | None => seen.due,
        }
    }

    /// The result of the clock, as a view shows it.
    pub(super) fn seen(
        &self,
        calendar: &Calendar,
        record: &ClockRecord,
        view: View,
    ) -> Result<Seen, DeadlineError> {
        let own = self.own_decided(calendar, record, view);
        let Some(bound) = record.bound(view) else {
            return own.map(|own| Seen { due: own.outcome.due(), held: own.held });
        };
        match own {
            Ok(own) => Ok(Seen {
                due: own.outcome.due().min(bound),
                held: Some(own.held.map_or(bound, |held| held.min(bound))),
            }),
            Err(DeadlineError::NoAnchor { .. }) => Ok(Seen { due: bound, held: Some(bound) }),
            Err(error) => Err(error),
        }
    }

    /// The due date by what a view shows, with the steps for a recorder that listens. The date of a merged case caps
    /// it.
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
                recorder.note(|| TraceStep::Chosen { at: bound.at });
                recorder.note(|| TraceStep::Due {
                    at: bound.at,
                    bound: bound.bound,
                    local: calendar.local(bound.at).ok(),
                });
                Ok(bound)
            }
            Err(error) => Err(error),
        }
    }

    /// The facts over which the deadline of the clock is evaluated.
    fn facts<'r>(
        &'r self,
        calendar: &'r Calendar,
        record: &'r ClockRecord,
        view: View,
    ) -> Facts<'r, impl Iterator<Item = Still> + Clone + 'r, impl Iterator<Item = Extend> + Clone + 'r> {
        let (_, changed) = current(record, view);
        let restarted = changed.filter(|_| self.on_change == ChangeEffect::Restart);
        Facts {
            calendar,
            start: &self.start,
            anchors: &record.anchors,
            view,
            instead: restarted.map(|at| (&self.start, Due::new(at, Bound::Inclusive))),
            effect: self.pause_effect,
            pauses: self
                .pauses_seen(calendar, record, view)
                .map(move |still| Still { until: still.until.min(Moment::from(view.now)), ..still }),
            extensions: record
                .extensions
                .iter()
                .filter(move |extension| view.shows(extension.entry()))
                .filter(move |extension| restarted.is_none_or(|at| extension.made >= at))
                .map(|extension| Extend {
                    change: extension.change,
                    reason: extension.reason,
                    made: Moment::from(extension.made),
                }),
        }
    }

    /// When the clock is due by its own deadline alone, and the term that decides.
    pub(super) fn own_decided<'r>(
        &self,
        calendar: &Calendar,
        record: &'r ClockRecord,
        view: View,
    ) -> Result<Decided<'r>, DeadlineError> {
        let (deadline, changed) = current(record, view);
        let decided = deadline.decided(&self.facts(calendar, record, view))?;
        let Some(at) = self.carried(record, deadline, changed)? else { return Ok(decided) };
        let mut decided = decided;
        decided.outcome.at = decided.outcome.at.max(at.into());
        decided.held = decided.held.map(|held| Due { at: held.at.max(at), ..held });
        Ok(decided)
    }

    /// The change before which nothing is due.
    ///
    /// Used time counts one to one in the same unit, so that carrying it means keeping the start. Only a due date
    /// before the change itself is not carried.
    fn carried(
        &self,
        record: &ClockRecord,
        deadline: &Deadline,
        changed: Option<DateTime<Utc>>,
    ) -> Result<Option<DateTime<Utc>>, DeadlineError> {
        let carried = changed.filter(|_| self.on_change == ChangeEffect::CarryElapsed);
        if carried.is_some() {
            carries(&record.deadline, deadline)?;
        }
        Ok(carried)
    }

    /// When the clock is due by its own deadline alone.
    fn own_due<R: Recorder>(
        &self,
        calendar: &Calendar,
        record: &ClockRecord,
        view: View,
        recorder: &mut R,
    ) -> Result<Due, DeadlineError> {
        let (deadline, changed) = current(record, view);
        let due = deadline.evaluate(&self.facts(calendar, record, view), recorder)?;
        match self.carried(record, deadline, changed)?.filter(|&at| due.at < at) {
            Some(at) => {
                let due = Due { at, ..due };
                recorder.note(|| TraceStep::NotBeforeChange { at });
                recorder.note(|| TraceStep::Due { at, bound: due.bound, local: calendar.local(at).ok() });
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
    ) -> impl Iterator<Item = Due> + 'r {
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
    fn breach_before(&self, calendar: &Calendar, record: &ClockRecord, entry: Entry) -> Option<Due> {
        let view = View::before(entry);
        let seen = self.seen(calendar, record, view).ok()?;
        if self.stands_still(calendar, record, view, seen).is_some() {
            return None;
        }
        Some(self.due_of(calendar, record, view, seen)).filter(|due| !due.is_met_at(entry.at))
    }

    /// The pauses that count, in the order of their beginnings. Open ones continue.
    pub(super) fn pauses_seen<'r>(
        &'r self,
        calendar: &'r Calendar,
        record: &'r ClockRecord,
        view: View,
    ) -> impl Iterator<Item = Still> + Clone + 'r {
        let each = record.pauses.iter().enumerate().filter_map(move |(index, pause)| {
            pause.seen(view)?;
            let rule = *self.pause_rule(pause.reason)?;
            // If the calendar does not know when a pause ends by itself, the pause continues.
            let until = ends(&record.pauses, rule, Some(calendar), index, view).ok().flatten();
            let until = until.unwrap_or(DateTime::<Utc>::MAX_UTC);
            Some(Still { from: Moment::from(pause.from), until: Moment::from(until) })
        });
        let limit = self.pause_total;
        // Without a limit on all of them, pauses are given out as they are.
        let limited = limit.map(|limit| limited(calendar, limit, merged(each.clone(), START)));
        let unlimited = limit.is_none().then_some(each);
        limited.into_iter().flatten().chain(unlimited.into_iter().flatten())
    }

    /// Since when the clock has been paused at the instant of a view, and the reason of the pause that began first.
    ///
    /// Pauses that overlap are one.
    pub(super) fn pause_at(
        &self,
        calendar: &Calendar,
        record: &ClockRecord,
        view: View,
    ) -> Option<(DateTime<Utc>, PauseReason)> {
        if record.pauses.is_empty() {
            return None;
        }
        let now = Moment::from(view.now);
        let start = record.anchors.seen(&self.start, view).map_or(now, Moment::from);
        let still = merged(self.pauses_seen(calendar, record, view), start)
            .take_while(|still| still.from <= now)
            .find(|still| now < still.until)?;
        let since = DateTime::<Utc>::from(still.from);
        let covers = |(index, pause): &(usize, &Pause)| {
            let Some(seen) = pause.seen(view) else { return false };
            let rule = self.pause_rule(pause.reason).copied();
            let ends =
                rule.map(|rule| ends(&record.pauses, rule, Some(calendar), *index, view).ok().flatten());
            seen.from <= since && ends.flatten().is_none_or(|until| since < until)
        };
        record.pauses.iter().enumerate().find(covers).map(|(_, pause)| (since, pause.reason))
    }
}

/// Before every pause.
const START: Moment = Moment::at_second(i64::MIN);

/// Pauses in time order, until a limit on all of them is used up.
fn limited<'r>(
    calendar: &'r Calendar,
    limit: PauseLimit,
    pauses: impl Iterator<Item = Still> + Clone + 'r,
) -> impl Iterator<Item = Still> + Clone + 'r {
    pauses.scan(limit.amount(), move |left, still| {
        if *left <= TimeDelta::zero() {
            return None;
        }
        // If the calendar does not know when the limit is used up, the pause continues.
        let by_itself = limit.reached(Some(calendar), still.from, *left).ok();
        let until = by_itself.map_or(still.until, |by_itself| by_itself.min(still.until));
        let still = Still { until, ..still };
        let used = if by_itself.is_some_and(|by_itself| by_itself <= until) {
            *left
        } else {
            limit.used(Some(calendar), still).unwrap_or(*left)
        };
        *left -= used;
        Some(still)
    })
}

/// The view of a reading: what was known when the clock ended, or else what is known now.
pub(super) fn judged(record: &ClockRecord, now: DateTime<Utc>) -> View {
    match record.ended(now) {
        Some(stop) => View { now: stop.at, ..View::at(stop.entered.at) },
        None => View::at(now),
    }
}

/// The deadline in force, and the change that brought it.
pub(super) fn current(record: &ClockRecord, view: View) -> (&Deadline, Option<DateTime<Utc>>) {
    match record.changes.iter().rev().find(|change| view.shows(change.entered)) {
        Some(change) => (&change.deadline, Some(change.entered.at)),
        None => (&record.deadline, None),
    }
}

/// Whether time used of one deadline means something for another.
fn carries(from: &Deadline, to: &Deadline) -> Result<(), DeadlineError> {
    match (from.plain(), to.plain()) {
        (Deadline::Term(from), Deadline::Term(to)) if !from.count.same_unit(to.count) => {
            Err(DeadlineError::UnitMismatch { term: from.count, extension: to.count })
        }
        (
            Deadline::Term(_) | Deadline::Earliest(_) | Deadline::Latest(_) | Deadline::WithCalendar(_),
            Deadline::Term(_) | Deadline::Earliest(_) | Deadline::Latest(_) | Deadline::WithCalendar(_),
        ) => Ok(()),
    }
}
