//! What happened to a clock.

use alloc::vec::Vec;

use chrono::{DateTime, TimeDelta, Utc};

use crate::calendar::moment::Moment;
use crate::calendar::{Calendar, CalendarError};
use crate::deadline::alternatives::Deadline;
use crate::deadline::anchors::Anchors;
use crate::deadline::clock::Clock;
use crate::deadline::clock_error::ClockError;
use crate::deadline::due::Due;
use crate::deadline::limits::{MAX_CHANGES, MAX_PAUSES};
use crate::deadline::occurrence::{CountedClock, Occurrence};
use crate::deadline::pause::{Extension, ExtensionChange, Pause, PauseRule};
use crate::deadline::still::Still;
use crate::deadline::term::Bound;
use crate::deadline::trace::{Trace, TraceStep};
use crate::deadline::view::{Entry, View};
use crate::vocab::{Anchor, PauseReason, RuleId};

/// The history of one clock of one complaint: events, pauses, extensions, changes, its end.
///
/// Entries are made in the order in which they were learnt; each method refuses what the clock's rule does
/// not allow and then changes nothing.
///
/// # Example: a pause over the weekend costs working time only
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # use redress::calendar::{Calendar, Hours, KnownDays, Span, WeekPattern, Zone};
/// # use redress::deadline::{Anchors, Clock, ClockRecord, Term};
/// # use redress::deadline::rule::PauseRule;
/// # use redress::vocab::{Anchor, ClockName, PauseReason};
/// # let utc = chrono::FixedOffset::east_opt(0).ok_or("offset")?;
/// # let calendar = Calendar::builder("desk", Zone::fixed(utc, KnownDays::years(2026, 2026)?)?)
/// #     .week(WeekPattern::weekdays([Hours::from_static("08:00-17:00")]))
/// #     .build()?;
/// let clock = Clock::new(ClockName::RESPONSE, Anchor::RECEIVED)
///     .with_pause(PauseRule::new(PauseReason::AWAITING_CUSTOMER));
/// let received = "2026-01-09T16:00:00Z".parse()?; // a Friday
/// let mut record = ClockRecord::new(Term::working(Span::hours(2)), Anchors::received(received));
/// record.pause(&clock, PauseReason::AWAITING_CUSTOMER, received)?;
/// let saturday = "2026-01-10T10:00:00Z".parse()?;
/// record.resume(&clock, PauseReason::AWAITING_CUSTOMER, saturday)?;
/// let due = clock.due(&calendar, &record, saturday)?.ok_or("paused")?;
/// assert_eq!(due.at().to_rfc3339(), "2026-01-12T10:00:00+00:00"); // Monday
/// # Ok(()) }
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct ClockRecord {
    pub(crate) deadline: Deadline,
    pub(crate) anchors: Anchors,
    /// In the order of their beginnings.
    pub(crate) pauses: Vec<Pause>,
    /// In the order in which they were made.
    pub(crate) extensions: Vec<Extension>,
    /// In the order in which they were made.
    pub(crate) changes: Vec<Change>,
    pub(crate) stopped: Option<Stop>,
    pub(crate) cancelled: Option<(Stop, RuleId)>,
    /// Dates that it may not exceed, whatever it counts: those of cases that were merged into this one.
    pub(crate) bounds: Vec<(Entry, DateTime<Utc>)>,
    /// The last entry.
    last_entry: Option<Entry>,
}

/// A deadline that took another's place.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Change {
    pub(crate) entered: Entry,
    pub(crate) deadline: Deadline,
}

/// The end of a clock: when it happened and when it was entered.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Stop {
    pub(crate) at: DateTime<Utc>,
    pub(crate) entered: Entry,
}

impl ClockRecord {
    /// A clock with its deadline and the events that have happened.
    #[must_use]
    pub fn new(deadline: impl Into<Deadline>, anchors: Anchors) -> Self {
        Self {
            deadline: deadline.into(),
            anchors,
            pauses: Vec::new(),
            extensions: Vec::new(),
            changes: Vec::new(),
            stopped: None,
            cancelled: None,
            bounds: Vec::new(),
            last_entry: None,
        }
    }

    /// The events that have happened.
    #[must_use]
    pub const fn anchors(&self) -> &Anchors {
        &self.anchors
    }

    /// The pauses, in the order of their beginnings.
    #[must_use]
    pub fn pauses(&self) -> &[Pause] {
        &self.pauses
    }

    /// The extensions, in the order in which they were made.
    #[must_use]
    pub fn extensions(&self) -> &[Extension] {
        &self.extensions
    }

    /// Notes an event; an event happens once.
    ///
    /// # Errors
    ///
    /// [`ClockError`] when it has happened already, for a clock does not start twice; for an instant after
    /// its entry; and for a clock that has ended.
    pub fn happened(
        &mut self,
        clock: &Clock,
        anchor: Anchor,
        occurrence: impl Into<Occurrence>,
    ) -> Result<(), ClockError> {
        let Occurrence { at, recorded } = occurrence.into();
        let entered = self.enter(clock, recorded, (0, 1))?;
        not_in_the_future(clock, at, recorded)?;
        if let Some(earlier) = self.anchors.get(anchor) {
            return Err(ClockError::HappenedBefore { anchor, at, earlier });
        }
        self.anchors.enter(anchor, at, entered);
        self.last_entry = Some(entered);
        Ok(())
    }

    /// Begins a pause.
    ///
    /// Takes a clock, or [`Clock::counted_in`] a calendar, which says when earlier pauses ended by themselves.
    ///
    /// # Errors
    ///
    /// [`ClockError`] for a reason that the clock does not declare, a pause of that reason that is open or
    /// covers the instant, an instant after its entry, and a clock that has ended; [`ClockError::NoCalendar`] where
    /// pauses are limited in days and no calendar is given, and where the calendar does not know when an earlier pause
    /// ended.
    pub fn pause<'c>(
        &mut self,
        clock: impl Into<CountedClock<'c>>,
        reason: PauseReason,
        occurrence: impl Into<Occurrence>,
    ) -> Result<(), ClockError> {
        let CountedClock { clock, calendar } = clock.into();
        let Occurrence { at: from, recorded } = occurrence.into();
        let rule = clock.declared_pause(reason).copied().ok_or_else(|| {
            let expected = clock.pauses.iter().map(|rule| rule.reason).collect();
            ClockError::UndeclaredPause { clock: clock.name, reason, expected }
        })?;
        let begun = self.pauses.iter().filter(|pause| pause.reason != PauseReason::CASE_CLOSED).count();
        let entered = self.enter(clock, recorded, (begun, MAX_PAUSES))?;
        not_in_the_future(clock, from, recorded)?;
        for (index, pause) in self.pauses.iter().enumerate().filter(|(_, pause)| pause.reason == reason) {
            match self.pause_ends(calendar, clock, rule, index)? {
                None => {
                    return Err(ClockError::AlreadyPaused { clock: clock.name, reason, since: pause.from });
                }
                Some(until) if (pause.from..until).contains(&from) => {
                    return Err(ClockError::PausedThen {
                        clock: clock.name,
                        reason,
                        from: pause.from,
                        until,
                    });
                }
                Some(_) => {}
            }
        }
        let place = self.pauses.partition_point(|pause| pause.from <= from);
        self.pauses.insert(place, Pause { reason, from, until: None, entered, ended: None });
        self.last_entry = Some(entered);
        Ok(())
    }

    /// Ends the open pause of a reason.
    ///
    /// Takes a clock, or [`Clock::counted_in`] a calendar, which says when pauses ended by themselves.
    ///
    /// # Errors
    ///
    /// [`ClockError`] when no pause of that reason is open, when it would end before it began, for an
    /// instant after its entry, and for a clock that has ended; [`ClockError::NoCalendar`] where pauses are limited in
    /// days and no calendar is given, and where the calendar does not know when a pause ended.
    pub fn resume<'c>(
        &mut self,
        clock: impl Into<CountedClock<'c>>,
        reason: PauseReason,
        occurrence: impl Into<Occurrence>,
    ) -> Result<(), ClockError> {
        let CountedClock { clock, calendar } = clock.into();
        let Occurrence { at, recorded } = occurrence.into();
        let entered = self.enter(clock, recorded, (0, 1))?;
        not_in_the_future(clock, at, recorded)?;
        let rule = clock.pause_rule(reason).copied();
        // A pause that ended by itself is over: nobody ends it again.
        let mut open = None;
        for (index, pause) in self.pauses.iter().enumerate() {
            if pause.reason != reason || pause.until.is_some() {
                continue;
            }
            let ends = match rule {
                Some(rule) => self.pause_ends(calendar, clock, rule, index)?,
                None => None,
            };
            if ends.is_none_or(|until| at < until) {
                open = Some(index);
            }
        }
        let pause = open.and_then(|index| self.pauses.get_mut(index));
        let pause = pause.ok_or(ClockError::NotPaused { clock: clock.name, reason })?;
        if at < pause.from {
            return Err(ClockError::ResumedBeforePause { clock: clock.name, at, from: pause.from });
        }
        (pause.until, pause.ended) = (Some(at), Some(entered));
        self.last_entry = Some(entered);
        Ok(())
    }

    /// When a pause ends, by somebody's act or by itself, by everything that is entered.
    fn pause_ends(
        &self,
        calendar: Option<&Calendar>,
        clock: &Clock,
        rule: PauseRule,
        index: usize,
    ) -> Result<Option<DateTime<Utc>>, ClockError> {
        if rule.asks_a_calendar() && calendar.is_none() {
            return Err(ClockError::NoCalendar { clock: clock.name, reason: rule.reason });
        }
        let ends = ends(&self.pauses, rule, calendar, index, View::ALL);
        ends.map_err(|error| ClockError::Deadline(error.into()))
    }

    /// Extends the deadline.
    ///
    /// # Errors
    ///
    /// [`ClockError`] for a reason that the clock does not declare, without the approval it wants, more
    /// often than it allows, after the clock has run out, in another unit, and for a clock that has ended.
    pub fn extend(
        &mut self,
        clock: &Clock,
        calendar: &Calendar,
        extension: Extension,
    ) -> Result<(), ClockError> {
        let (name, reason) = (clock.name, extension.reason);
        let Some(rule) = clock.extensions.iter().find(|rule| rule.reason == reason) else {
            let expected = clock.extensions.iter().map(|rule| rule.reason).collect();
            return Err(ClockError::UndeclaredExtension { clock: name, reason, expected });
        };
        let entered = self.enter(clock, extension.made, (self.extensions.len(), MAX_CHANGES))?;
        if rule.needs_approval && extension.approved.is_none_or(|approved| approved > extension.made) {
            return Err(ClockError::NotApproved { clock: name, reason, made: extension.made });
        }
        let made = self.extensions.iter().filter(|earlier| earlier.reason == reason).count();
        if made >= rule.at_most as usize {
            return Err(ClockError::TooManyExtensions { clock: name, reason, limit: rule.at_most });
        }
        let due = clock.counts_until(calendar, self, extension.made)?;
        // A paused clock does not run out.
        let paused = clock.due(calendar, self, extension.made)?.is_none();
        if !paused && !due.is_met_at(extension.made) {
            return Err(ClockError::Expired { clock: name, due, made: extension.made });
        }
        let (_, before) = clock.explain(calendar, self, extension.made)?;
        let mut extended = self.clone();
        extended.extensions.push(Extension { number: entered.number, ..extension });
        let (later, after) = clock.explain(calendar, &extended, extension.made)?;
        if later < due || ignored(&after) > ignored(&before) {
            return Err(ClockError::EarlierThanDue { clock: name, due });
        }
        if let Some(limit) = rule.limit {
            let change = ExtensionChange::ReplaceTotal(limit);
            let mut longest = self.clone();
            longest.extensions.push(Extension { number: entered.number, change, ..extension });
            let latest = clock.projected_due(calendar, &longest, extension.made)?;
            if later > latest {
                return Err(ClockError::BeyondLimit { clock: name, limit, due: latest });
            }
        }
        if later == due && self.bound(View::at(extension.made)) == Some(later) {
            return Err(ClockError::BoundByMerger { clock: name, due: later });
        }
        extended.last_entry = Some(entered);
        *self = extended;
        Ok(())
    }

    /// Enters an extension that was in time when it was decided, though by what was found since it was not.
    pub(crate) fn keep_extension(&mut self, clock: &Clock, extension: Extension) -> Result<(), ClockError> {
        let entered = self.enter(clock, extension.made, (self.extensions.len(), MAX_CHANGES))?;
        self.extensions.push(Extension { number: entered.number, ..extension });
        self.last_entry = Some(entered);
        Ok(())
    }

    /// Enters a date that it may not exceed: neither a pause nor an extension moves it.
    pub(crate) fn bind(
        &mut self,
        clock: &Clock,
        at: DateTime<Utc>,
        recorded: DateTime<Utc>,
    ) -> Result<(), ClockError> {
        let entered = self.enter(clock, recorded, (0, 1))?;
        self.bounds.push((entered, at));
        self.last_entry = Some(entered);
        Ok(())
    }

    /// The earliest date that it may not exceed.
    pub(crate) fn bound(&self, view: View) -> Option<Due> {
        let seen = self.bounds.iter().filter(|(entered, _)| view.shows(*entered));
        seen.map(|&(_, at)| Due::new(at, Bound::Inclusive)).min()
    }

    /// The deadline in force after every change.
    pub(crate) fn latest(&self) -> &Deadline {
        self.changes.last().map_or(&self.deadline, |change| &change.deadline)
    }

    /// Puts another deadline in place of the one so far; the clock's
    /// [`ChangeEffect`](crate::deadline::rule::ChangeEffect)
    /// says from when it counts.
    ///
    /// # Errors
    ///
    /// [`ClockError`] for a clock that has ended or an entry before the last one.
    pub fn change(
        &mut self,
        clock: &Clock,
        at: DateTime<Utc>,
        deadline: impl Into<Deadline>,
    ) -> Result<(), ClockError> {
        let entered = self.enter(clock, at, (self.changes.len(), MAX_CHANGES))?;
        self.changes.push(Change { entered, deadline: deadline.into() });
        self.last_entry = Some(entered);
        Ok(())
    }

    /// Stops the clock: what it waits for was done. It is never judged again. Where that is entered late, a breach that
    /// was visible until then stays visible.
    ///
    /// # Errors
    ///
    /// [`ClockError`] for a clock that has ended, an instant before its start or after its entry, or an entry before
    /// the last one.
    pub fn stop(&mut self, clock: &Clock, occurrence: impl Into<Occurrence>) -> Result<(), ClockError> {
        let Occurrence { at, recorded } = occurrence.into();
        let start = self.anchors.get(clock.start).filter(|&start| at < start);
        self.enter(clock, recorded, (0, 1))?;
        not_in_the_future(clock, at, recorded)?;
        match start {
            Some(start) => Err(ClockError::StoppedBeforeStart { clock: clock.name, at, start }),
            None => self.stop_started(clock, Occurrence { at, recorded }),
        }
    }

    /// Stops a clock that has started by then, with its event or with another one that an alternative counts from.
    pub(crate) fn stop_started(
        &mut self,
        clock: &Clock,
        Occurrence { at, recorded }: Occurrence,
    ) -> Result<(), ClockError> {
        let entered = self.enter(clock, recorded, (0, 1))?;
        not_in_the_future(clock, at, recorded)?;
        self.stopped = Some(Stop { at, entered });
        self.last_entry = Some(entered);
        Ok(())
    }

    /// Ends the clock without a result, for a reason such as a policy that no longer has it.
    ///
    /// # Errors
    ///
    /// [`ClockError`] for a clock that has ended, an instant after its entry, or an entry before the last one.
    pub fn cancel(
        &mut self,
        clock: &Clock,
        reason: RuleId,
        occurrence: impl Into<Occurrence>,
    ) -> Result<(), ClockError> {
        let Occurrence { at, recorded } = occurrence.into();
        let entered = self.enter(clock, recorded, (0, 1))?;
        not_in_the_future(clock, at, recorded)?;
        self.cancelled = Some((Stop { at, entered }, reason));
        self.last_entry = Some(entered);
        Ok(())
    }

    /// Undoes the end of the clock, whatever it was: it continues as if it had not ended.
    pub(crate) const fn undo_end(&mut self) -> Option<Stop> {
        match (self.stopped.take(), self.cancelled.take()) {
            (Some(stop), _) | (None, Some((stop, _))) => Some(stop),
            (None, None) => None,
        }
    }

    /// Enters that the clock stood still from its end, which was undone, until the case was taken up again. As many
    /// such rests are kept as there were.
    pub(crate) fn rest(&mut self, end: Stop, until: DateTime<Utc>) {
        let number = self.last_entry.map_or(0, |last| last.number + 1);
        let resumed = Entry { at: self.last_entry.map_or(until, |last| last.at.max(until)), number };
        let rest = Pause {
            reason: PauseReason::CASE_CLOSED,
            from: end.at,
            until: Some(until),
            entered: end.entered,
            ended: Some(resumed),
        };
        let place = self.pauses.partition_point(|pause| pause.from <= rest.from);
        self.pauses.insert(place, rest);
        self.last_entry = Some(resumed);
    }

    /// The end of the clock, as far as it was entered by an instant.
    pub(crate) fn ended(&self, now: DateTime<Utc>) -> Option<Stop> {
        let end = self.stopped.or(self.cancelled.map(|(stop, _)| stop));
        end.filter(|stop| stop.entered.at <= now)
    }

    /// Whether the clock has ended, whenever that was entered.
    pub(crate) const fn is_over(&self) -> bool {
        self.stopped.is_some() || self.cancelled.is_some()
    }

    /// The next entry: on a clock that goes on, not before the last one, and not without end.
    fn enter(
        &self,
        clock: &Clock,
        recorded: DateTime<Utc>,
        (entries, limit): (usize, usize),
    ) -> Result<Entry, ClockError> {
        if let Some(stop) = self.ended(DateTime::<Utc>::MAX_UTC) {
            return Err(ClockError::Over { clock: clock.name, at: stop.at });
        }
        if let Some(last) = self.last_entry.filter(|last| recorded < last.at) {
            return Err(ClockError::Backwards { clock: clock.name, recorded, last: last.at });
        }
        if entries >= limit {
            return Err(ClockError::TooManyEntries { clock: clock.name, limit });
        }
        let number = self.last_entry.map_or(0, |last| last.number + 1);
        Ok(Entry { at: recorded, number })
    }
}

/// How many extensions change nothing, for they are earlier than the date that they were to extend.
fn ignored(trace: &Trace) -> usize {
    trace.steps().iter().filter(|step| matches!(step, TraceStep::NotExtended { .. })).count()
}

fn not_in_the_future(clock: &Clock, at: DateTime<Utc>, recorded: DateTime<Utc>) -> Result<(), ClockError> {
    if at > recorded { Err(ClockError::InTheFuture { clock: clock.name, at, recorded }) } else { Ok(()) }
}

/// When a pause ends, by somebody's act or by itself, by what a view shows; none while it goes on.
pub(super) fn ends(
    pauses: &[Pause],
    rule: PauseRule,
    calendar: Option<&Calendar>,
    index: usize,
    view: View,
) -> Result<Option<DateTime<Utc>>, CalendarError> {
    let Some(pause) = pauses.get(index).and_then(|pause| pause.seen(view)) else { return Ok(None) };
    let mut used = TimeDelta::zero();
    if let Some(total) = rule.total {
        let limits = rule.limits();
        let earlier = pauses.iter().take(index).filter(|earlier| earlier.reason == rule.reason);
        for earlier in earlier.filter_map(|earlier| earlier.seen(view)) {
            let from = Moment::from(earlier.from);
            let ends = earliest(earlier.until, limits.ends(calendar, from, used)?);
            let until = ends.map_or(Moment::from(pause.from), |until| Moment::from(until).max(from));
            used += total.used(calendar, Still { from, until })?;
        }
    }
    Ok(earliest(pause.until, rule.limits().ends(calendar, pause.from.into(), used)?))
}

fn earliest(until: Option<DateTime<Utc>>, by_itself: Option<Moment>) -> Option<DateTime<Utc>> {
    until.into_iter().chain(by_itself.map(DateTime::from)).min()
}
