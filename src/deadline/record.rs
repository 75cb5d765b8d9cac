//! What happened to a clock.
//!
//! A record is a list of entries, each with two instants: when something happened, and when it was entered. Entries
//! are numbered in the order in which they are made, and a new entry must not be older than the last one. What an
//! entry tells may lie in the past: a pause that began last week can be entered today.
//!
//! A record holds what was said, never what follows from it. No due date and no status is stored; they are counted
//! from the record whenever somebody asks (see `reading`). So a late entry corrects every later answer, and an old
//! answer can be given again exactly: a view of the record shows only the entries of that time.
//!
//! Each method checks an entry against the rule of the clock first and changes the record last. If it returns an
//! error, the record is as it was. Pauses are kept in the order of their beginnings, which is the order in which the
//! evaluation needs them; extensions and changes are kept in the order in which they were made.
//!
//! An extension is checked by counting: the due date with it, without it, and with the longest total that the rule
//! allows are compared. This takes a copy of the record or two, and extensions are rare.

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

/// The history of one clock of one complaint: its events, pauses, extensions and changes, and its end.
///
/// Entries are made in the order in which the organisation learned of them. Each entry has two instants: when it
/// happened, and when it was entered ([`Occurrence`]). A method that returns an error has changed nothing.
///
/// # Example: a pause over the weekend costs working time only
///
/// ```
/// # use redress::deadline::{Anchors, Clock, ClockRecord, Term, rule::PauseRule};
/// # use redress::{calendar::Span, sample, vocab::{Anchor, ClockName, PauseReason}};
/// # let (calendar, waiting) = (sample::calendar()?, PauseReason::AWAITING_CUSTOMER);
/// let clock = Clock::new(ClockName::RESPONSE, Anchor::RECEIVED).with_pause(PauseRule::new(waiting));
/// let friday = "2026-03-06T16:00:00+01:00".parse()?; // one hour before close of business
/// let mut record = ClockRecord::new(Term::working(Span::hours(2)), Anchors::received(friday));
/// record.pause(&clock, waiting, friday)?;
/// let saturday = "2026-03-07T10:00:00+01:00".parse()?;
/// record.resume(&clock, waiting, saturday)?;
///
/// let due = clock.due(&calendar, &record, saturday)?.ok_or("paused")?;
/// assert_eq!(calendar.local(due.at())?.to_string(), "2026-03-09 11:00:00"); // Monday: two hours from 09:00
/// # Ok::<(), Box<dyn std::error::Error>>(())
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
    /// Dates that the due date may not exceed: those of cases that were merged into this one, each with its entry.
    pub(crate) bounds: Vec<(Entry, DateTime<Utc>)>,
    /// The last entry. Later entries must not be older.
    last_entry: Option<Entry>,
}

/// A deadline that replaced an earlier one.
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
    /// Creates the record of a clock with its deadline and the events known so far.
    ///
    /// Events given here count as entered from the beginning. Use [`happened`](Self::happened) for later ones.
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

    /// Returns the events that have happened.
    #[must_use]
    pub const fn anchors(&self) -> &Anchors {
        &self.anchors
    }

    /// Returns the pauses, in the order of their beginnings.
    #[must_use]
    pub fn pauses(&self) -> &[Pause] {
        &self.pauses
    }

    /// Returns the extensions, in the order in which they were made.
    #[must_use]
    pub fn extensions(&self) -> &[Extension] {
        &self.extensions
    }

    /// Enters an event. Each event happens once.
    ///
    /// # Errors
    ///
    /// Returns [`ClockError::HappenedBefore`] if the event is already known, [`ClockError::InTheFuture`] if it happened
    /// after its entry, [`ClockError::Backwards`] if an earlier entry is newer, and [`ClockError::Over`] if the clock
    /// has ended.
    ///
    /// # Example: a clock starts
    ///
    /// ```
    /// # use redress::deadline::{Anchors, Clock, ClockRecord, Term, rule::ClockState};
    /// # use redress::{calendar::Span, sample, vocab::{Anchor, ClockName}};
    /// # let calendar = sample::calendar()?;
    /// let clock = Clock::new(ClockName::RESPONSE, Anchor::DISPATCHED);
    /// let received = Anchors::received("2026-03-02T10:00:00+01:00".parse()?);
    /// let mut record = ClockRecord::new(Term::working(Span::hours(8)), received);
    /// let tuesday = "2026-03-03T10:00:00+01:00".parse()?;
    /// assert_eq!(clock.reading(&calendar, &record, tuesday).status().state(), ClockState::NotStarted);
    /// record.happened(&clock, Anchor::DISPATCHED, tuesday)?;
    /// assert_eq!(clock.reading(&calendar, &record, tuesday).status().state(), ClockState::Running);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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
    /// Takes a clock, or a clock with its calendar ([`Clock::counted_in`]). The calendar is required if the rule of the
    /// pause has a limit in days, because it says when earlier pauses ended by themselves.
    ///
    /// # Errors
    ///
    /// | Error | When |
    /// |---|---|
    /// | [`ClockError::UndeclaredPause`] | the clock does not declare the reason |
    /// | [`ClockError::AlreadyPaused`] | a pause for this reason is open |
    /// | [`ClockError::PausedThen`] | a pause for this reason covers the instant |
    /// | [`ClockError::InTheFuture`] | the pause begins after its entry |
    /// | [`ClockError::Backwards`] | an earlier entry is newer |
    /// | [`ClockError::Over`] | the clock has ended |
    /// | [`ClockError::TooManyEntries`] | the clock has [`MAX_PAUSES`] pauses |
    /// | [`ClockError::NoCalendar`] | a limit counts days, and no calendar is given |
    /// | [`ClockError::Deadline`] | the calendar does not know when an earlier pause ended |
    ///
    /// # Example: a pause that is entered two days late
    ///
    /// ```
    /// # use redress::deadline::{Anchors, Clock, ClockRecord, Term, rule::{Occurrence, PauseRule}};
    /// # use redress::vocab::{Anchor, ClockName, PauseReason};
    /// # let waiting = PauseReason::AWAITING_CUSTOMER;
    /// let clock = Clock::new(ClockName::RESPONSE, Anchor::RECEIVED).with_pause(PauseRule::new(waiting));
    /// let (monday, wednesday) = ("2026-03-02T10:00:00+01:00".parse()?, "2026-03-04T10:00:00+01:00".parse()?);
    /// let mut record = ClockRecord::new(Term::weeks(1), Anchors::received(monday));
    /// record.pause(&clock, waiting, Occurrence::at(monday).entered(wednesday))?;
    /// assert_eq!((record.pauses()[0].from(), record.pauses()[0].recorded()), (monday, wednesday));
    /// assert!(record.pause(&clock, waiting, wednesday).is_err()); // the clock is paused already
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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

    /// Ends the open pause for a reason.
    ///
    /// Takes a clock, or a clock with its calendar ([`Clock::counted_in`]), as [`pause`](Self::pause) does.
    ///
    /// # Errors
    ///
    /// | Error | When |
    /// |---|---|
    /// | [`ClockError::NotPaused`] | no pause for this reason is open; a pause that ended by itself is not |
    /// | [`ClockError::ResumedBeforePause`] | the pause would end before it began |
    /// | [`ClockError::InTheFuture`] | the pause ends after its entry |
    /// | [`ClockError::Backwards`] | an earlier entry is newer |
    /// | [`ClockError::Over`] | the clock has ended |
    /// | [`ClockError::NoCalendar`] | a limit counts days, and no calendar is given |
    /// | [`ClockError::Deadline`] | the calendar does not know when a pause ended |
    ///
    /// # Example: a pause that ended by itself
    ///
    /// ```
    /// # use redress::deadline::{Anchors, Clock, ClockRecord, Term, rule::PauseRule};
    /// # use redress::{calendar::Span, vocab::{Anchor, ClockName, PauseReason}};
    /// # let waiting = PauseReason::AWAITING_CUSTOMER;
    /// let rule = PauseRule::new(waiting).with_at_most(Span::hours(24));
    /// let clock = Clock::new(ClockName::RESPONSE, Anchor::RECEIVED).with_pause(rule);
    /// let monday: chrono::DateTime<chrono::Utc> = "2026-03-02T10:00:00+01:00".parse()?;
    /// let mut record = ClockRecord::new(Term::weeks(1), Anchors::received(monday));
    /// record.pause(&clock, waiting, monday)?;
    /// let wednesday = monday + chrono::TimeDelta::days(2);
    /// assert!(record.resume(&clock, waiting, wednesday).is_err()); // the pause was over on Tuesday
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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
        // A pause that ended by itself is over and cannot be ended again.
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

    /// When a pause ends, because somebody ended it or by itself, by everything that was entered.
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
    /// An extension must be made while the clock has not run out; a paused clock does not run out.
    ///
    /// # Errors
    ///
    /// | Error | When |
    /// |---|---|
    /// | [`ClockError::UndeclaredExtension`] | the clock does not declare the reason |
    /// | [`ClockError::NotApproved`] | the rule requires an approval, and there is none at or before the extension |
    /// | [`ClockError::TooManyExtensions`] | the clock was extended for this reason as often as the rule allows |
    /// | [`ClockError::Expired`] | the clock has run out |
    /// | [`ClockError::EarlierThanDue`] | the new date is earlier than the old one |
    /// | [`ClockError::BeyondLimit`] | the term becomes longer than the rule allows in all |
    /// | [`ClockError::BoundByMerger`] | the date of a merged case binds the clock |
    /// | [`ClockError::Backwards`] | an earlier entry is newer |
    /// | [`ClockError::Over`] | the clock has ended |
    /// | [`ClockError::TooManyEntries`] | the clock has [`MAX_CHANGES`] extensions |
    /// | [`ClockError::Deadline`] | there is no due date, such as for an extension in another unit |
    ///
    /// # Example: thirty working days instead of fifteen
    ///
    /// ```
    /// # use redress::deadline::rule::{Extension, ExtensionChange, ExtensionRule};
    /// # use redress::deadline::{Anchors, Clock, ClockRecord, Count, End, Term};
    /// # use redress::vocab::{Anchor, ClockName, course::ExtensionReason};
    /// # let calendar = redress::sample::calendar()?;
    /// let reason = ExtensionReason::COMPLEX_CASE;
    /// let clock = Clock::new(ClockName::CLOSURE, Anchor::RECEIVED)
    ///     .with_extension(ExtensionRule::new(reason).with_limit(Count::WorkingDays(35)));
    /// let monday = "2026-02-02T10:00:00+01:00".parse()?;
    /// let term = Term::working_days(15).with_end(End::CLOSE_OF_BUSINESS); // due on Monday, February 23
    /// let mut record = ClockRecord::new(term, Anchors::received(monday));
    /// let more = Extension::new(ExtensionChange::ReplaceTotal(Count::WorkingDays(30)), reason, monday);
    /// record.extend(&clock, &calendar, more)?;
    /// let due = clock.due(&calendar, &record, monday)?.ok_or("paused")?;
    /// assert_eq!(calendar.local(due.at())?.to_string(), "2026-03-16 17:00:00");
    /// assert!(record.extend(&clock, &calendar, more).is_err()); // once per reason, unless the rule says more
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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

    /// Enters an extension that was in time when it was decided, even if later findings show that it was not.
    pub(crate) fn keep_extension(&mut self, clock: &Clock, extension: Extension) -> Result<(), ClockError> {
        let entered = self.enter(clock, extension.made, (self.extensions.len(), MAX_CHANGES))?;
        self.extensions.push(Extension { number: entered.number, ..extension });
        self.last_entry = Some(entered);
        Ok(())
    }

    /// Enters a date that the due date may not exceed. Neither a pause nor an extension moves it.
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

    /// The earliest date that the due date may not exceed.
    pub(crate) fn bound(&self, view: View) -> Option<Due> {
        let seen = self.bounds.iter().filter(|(entered, _)| view.shows(*entered));
        seen.map(|&(_, at)| Due::new(at, Bound::Inclusive)).min()
    }

    /// The deadline in force after every change.
    pub(crate) fn latest(&self) -> &Deadline {
        self.changes.last().map_or(&self.deadline, |change| &change.deadline)
    }

    /// Replaces the deadline, for example because the severity of the complaint has changed.
    ///
    /// The clock's [`ChangeEffect`](crate::deadline::rule::ChangeEffect) says from when the new deadline counts; the
    /// default is the original start.
    ///
    /// # Errors
    ///
    /// Returns [`ClockError::Over`] if the clock has ended, [`ClockError::Backwards`] if an earlier entry is newer, and
    /// [`ClockError::TooManyEntries`] if the deadline was changed [`MAX_CHANGES`] times.
    ///
    /// # Example: from ten working days to five
    ///
    /// ```
    /// # use redress::deadline::{Anchors, Clock, ClockRecord, End, Term};
    /// # use redress::{sample, vocab::{Anchor, ClockName}};
    /// # let calendar = sample::calendar()?;
    /// let clock = Clock::new(ClockName::CLOSURE, Anchor::RECEIVED);
    /// let days = |n| Term::working_days(n).with_end(End::CLOSE_OF_BUSINESS);
    /// let (monday, tuesday) = ("2026-03-02T10:00:00+01:00".parse()?, "2026-03-03T10:00:00+01:00".parse()?);
    /// let mut record = ClockRecord::new(days(10), Anchors::received(monday));
    /// record.change(&clock, tuesday, days(5))?;
    /// let due = clock.due(&calendar, &record, tuesday)?.ok_or("paused")?;
    /// assert_eq!(calendar.local(due.at())?.to_string(), "2026-03-09 17:00:00"); // five days after Monday
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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

    /// Stops the clock, because what it waits for was done.
    ///
    /// A stopped clock is judged by what was known when its stop was entered, and never again. If the stop is entered
    /// late, a breach that was visible until then stays visible; [`ClockReading::is_entered_late`] shows an example.
    ///
    /// [`ClockReading::is_entered_late`]: crate::deadline::ClockReading::is_entered_late
    ///
    /// # Errors
    ///
    /// Returns [`ClockError::StoppedBeforeStart`] for an instant before the start of the clock,
    /// [`ClockError::InTheFuture`] for an instant after its entry, [`ClockError::Backwards`] if an earlier entry is
    /// newer, and [`ClockError::Over`] if the clock has ended.
    ///
    /// # Example: two hours late
    ///
    /// ```
    /// # use redress::deadline::{Anchors, Clock, ClockRecord, ClockStatus, Term};
    /// # use redress::{calendar::Span, sample, vocab::{Anchor, ClockName}};
    /// # let calendar = sample::calendar()?;
    /// let clock = Clock::new(ClockName::RESPONSE, Anchor::RECEIVED);
    /// let monday = "2026-03-02T10:00:00+01:00".parse()?;
    /// let mut record = ClockRecord::new(Term::elapsed(Span::hours(24)), Anchors::received(monday));
    /// let answered = "2026-03-03T12:00:00+01:00".parse()?;
    /// record.stop(&clock, answered)?;
    /// let reading = clock.reading(&calendar, &record, answered);
    /// let late_by = chrono::TimeDelta::hours(2);
    /// assert_eq!(*reading.status(), ClockStatus::MetLate { at: answered, late_by });
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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

    /// Stops a clock that has started by then, with its own event or with another one from which an alternative counts.
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

    /// Ends the clock without a result, for a reason such as a policy that no longer has the clock.
    ///
    /// # Errors
    ///
    /// Returns [`ClockError::InTheFuture`] for an instant after its entry, [`ClockError::Backwards`] if an earlier
    /// entry is newer, and [`ClockError::Over`] if the clock has ended.
    ///
    /// # Example
    ///
    /// ```
    /// # use redress::deadline::{Anchors, Clock, ClockRecord, ClockStatus, Term};
    /// # use redress::{sample, vocab::{Anchor, ClockName, RuleId}, word};
    /// let clock = Clock::new(ClockName::RESPONSE, Anchor::RECEIVED);
    /// let monday = "2026-03-02T10:00:00+01:00".parse()?;
    /// let mut record = ClockRecord::new(Term::weeks(1), Anchors::received(monday));
    /// let reason = word!(RuleId, "withdrawn");
    /// record.cancel(&clock, reason, monday)?;
    /// let reading = clock.reading(&sample::calendar()?, &record, monday);
    /// assert_eq!(*reading.status(), ClockStatus::Cancelled { reason });
    /// assert!(record.stop(&clock, monday).is_err()); // a clock ends once
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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

    /// Takes back the end of the clock, whatever it was. The clock continues as if it had not ended.
    pub(crate) const fn undo_end(&mut self) -> Option<Stop> {
        match (self.stopped.take(), self.cancelled.take()) {
            (Some(stop), _) | (None, Some((stop, _))) => Some(stop),
            (None, None) => None,
        }
    }

    /// Enters a pause from an end that was taken back until the case was taken up again.
    ///
    /// These pauses do not count against [`MAX_PAUSES`]: there are as many as ends were taken back.
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

    /// The end of the clock, if it was entered by an instant.
    pub(crate) fn ended(&self, now: DateTime<Utc>) -> Option<Stop> {
        let end = self.stopped.or(self.cancelled.map(|(stop, _)| stop));
        end.filter(|stop| stop.entered.at <= now)
    }

    /// Whether the clock has ended, whenever that was entered.
    pub(crate) const fn is_over(&self) -> bool {
        self.stopped.is_some() || self.cancelled.is_some()
    }

    /// The next entry, if the clock has not ended, the entry is not older than the last one, and there is room for it.
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

/// How many extensions changed nothing because they are earlier than the date that they were to extend.
fn ignored(trace: &Trace) -> usize {
    trace.steps().iter().filter(|step| matches!(step, TraceStep::NotExtended { .. })).count()
}

/// Refuses something that is entered before it happened.
fn not_in_the_future(clock: &Clock, at: DateTime<Utc>, recorded: DateTime<Utc>) -> Result<(), ClockError> {
    if at > recorded { Err(ClockError::InTheFuture { clock: clock.name, at, recorded }) } else { Ok(()) }
}

/// When a pause ends, because somebody ended it or by itself, by what a view shows. `None` while it is open.
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

/// The earlier of the end that somebody entered and the end that comes by itself.
fn earliest(until: Option<DateTime<Utc>>, by_itself: Option<Moment>) -> Option<DateTime<Utc>> {
    until.into_iter().chain(by_itself.map(DateTime::from)).min()
}
