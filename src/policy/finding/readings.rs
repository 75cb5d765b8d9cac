//! Terms whose date depends on how they are read.
//!
//! The problem. "One month from 31 January", "by half past two" in the night in which the clocks change, "the next
//! working day" when that day is in the next month: the words of a rule do not say which date is meant, and a policy has
//! to choose. Nobody notices until a date is disputed.
//!
//! The idea. Count each term twice from every start in the known days of its calendar: as the policy reads it, and as
//! others might. The first start at which the two dates differ is the example. Monat, Fromherz and Merigoux do so for
//! months in the language Catala ("Formalizing Date Arithmetic and Statically Detecting Ambiguities for the Law", ESOP
//! 2024); here the whole term is counted, with its cut-off, roll and end, over a real calendar. A month that lacks the
//! day is no matter if the roll leads to the same working day anyway.
//!
//! | Finding | The other reading |
//! |---|---|
//! | a month lacks the day | the first day of the next month |
//! | a time is skipped | the time as the clocks showed it before the change |
//! | a time is shown twice | the other of the two |
//! | a roll leaves the month | the date stays in the month, or the reverse |
//! | a cut-off lies after the closing | a receipt after the closing counts from the next day |
//! | a pause | it moves the due date itself, or the reverse |
//!
//! By hand. One month, in 2026: 31 January leads to 28 February, or to 1 March. The first start is 29 January.
//!
//! Cost. One due date for each start and reading, and only on the days on which the readings can differ at all. Equal
//! terms of one calendar are looked at once. The number of due dates is limited; what is left over is told.

use alloc::vec::Vec;

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, TimeDelta, Utc};

use crate::calendar::Calendar;
use crate::calendar::reading::Fold;
use crate::deadline::choice::{CutoffTime, EndAt, FirstDay, MonthEnd, RollRule};
use crate::deadline::rule::PauseEffect;
use crate::deadline::{Anchors, Clock, ClockRecord, Count, Cutoff, Deadline, Due, End, Roll, Term};
use crate::policy::fault::FaultPlace;
use crate::policy::finding::example::StartExample;
use crate::policy::finding::kinds::Finding;
use crate::policy::finding::starts::{Differ, Starts, cutoffs, due};
use crate::policy::procedure::Policy;
use crate::policy::track::ReopeningWindow;
use crate::vocab::Anchor;

pub(super) fn add(policy: &Policy, starts: &mut Starts, found: &mut Vec<Finding>) {
    let mut seen: Vec<(Term, *const Calendar)> = Vec::new();
    let mut look = |place, term: &Term, calendar: &Calendar, found: &mut Vec<Finding>| {
        let key = (*term, core::ptr::from_ref(calendar));
        if seen.contains(&key) {
            return;
        }
        seen.push(key);
        Reading { place, term: *term, calendar }.add(starts, found);
    };
    for (place, deadline, calendar) in deadlines(policy) {
        of_deadline(place, deadline, calendar, found, &mut look);
    }
    let main = policy.calendar();
    if let ReopeningWindow::Within(term) = policy.track().reopening() {
        look(FaultPlace::Track, &term, main, found);
    }
    for chain in policy.approvals().chains() {
        for step in chain.steps() {
            if let Some(limit) = step.limit() {
                look(FaultPlace::Step(chain.id(), step.id()), &limit.term, main, found);
            }
        }
    }
    pauses(policy, starts, found);
}

/// Every deadline of a clock, with its place and the calendar by which it counts.
pub(super) fn deadlines(policy: &Policy) -> Vec<(FaultPlace, &Deadline, &Calendar)> {
    let mut all = Vec::new();
    for rule in policy.clocks() {
        let targets = match rule.targets() {
            crate::policy::clock::Targets::Table(targets) => targets.as_slice(),
            crate::policy::clock::Targets::Same(deadline) => {
                all.push((FaultPlace::Clock(rule.name()), deadline, policy.calendar_of(rule, None)));
                &[]
            }
            crate::policy::clock::Targets::NotSet(_) => &[],
        };
        for target in targets {
            let place = FaultPlace::Target(rule.name(), target.id());
            all.push((place, target.deadline(), policy.calendar_of_target(rule, target, None)));
        }
        let otherwise = rule.otherwise.as_ref();
        all.extend(
            otherwise
                .map(|deadline| (FaultPlace::Clock(rule.name()), deadline, policy.calendar_of(rule, None))),
        );
    }
    all
}

/// Looks at each term of a deadline, by the calendar that counts it.
fn of_deadline(
    place: FaultPlace,
    deadline: &Deadline,
    calendar: &Calendar,
    found: &mut Vec<Finding>,
    look: &mut impl FnMut(FaultPlace, &Term, &Calendar, &mut Vec<Finding>),
) {
    match deadline {
        Deadline::Term(term) => look(place, term, calendar, found),
        Deadline::WithCalendar(own) => of_deadline(place, own.deadline(), own.calendar(), found, look),
        Deadline::Earliest(parts) | Deadline::Latest(parts) => {
            for part in parts {
                of_deadline(place, &part.deadline, calendar, found, look);
            }
        }
    }
}

/// One term, with its place and its calendar.
struct Reading<'a> {
    place: FaultPlace,
    term: Term,
    calendar: &'a Calendar,
}

/// A change of the clocks: its local date, and the first and the last local second that it skips or repeats.
struct Change {
    date: NaiveDate,
    from: NaiveTime,
    until: NaiveTime,
    skips: bool,
}

impl Reading<'_> {
    fn add(&self, starts: &mut Starts, found: &mut Vec<Finding>) {
        if !self.term.count().is_of_days() {
            self.roll(starts, found);
            return;
        }
        self.month(starts, found);
        self.changes(starts, found);
        self.roll(starts, found);
        self.cutoff(starts, found);
    }

    fn due(&self, start: DateTime<Utc>) -> Option<Due> {
        due(self.term, self.calendar, start)
    }

    /// The first start at which the term has another due date than `other` gives.
    fn differ(
        &self,
        starts: &mut Starts,
        on: impl Fn(NaiveDate) -> bool,
        times: &[NaiveTime],
        other: impl Fn(DateTime<Utc>) -> Option<Due>,
    ) -> Result<Option<StartExample>, Finding> {
        let shown = starts.first_of_days(self.calendar, times, on, |start| {
            let (due, other) = (self.due(start)?, other(start)?);
            (due != other).then_some((due, other))
        });
        match shown {
            Differ::At(start, (due, other)) => Ok(Some(StartExample { start, due, other, pause: None })),
            Differ::Nowhere => Ok(None),
            Differ::Cut => Err(Finding::ReadingsNotTried { place: self.place }),
        }
    }

    fn month(&self, starts: &mut Starts, found: &mut Vec<Finding>) {
        let Count::Months(months) = self.term.count() else { return };
        // The date from which the months are counted: the term without its count.
        let zero = Term {
            count: Count::CalendarDays(0),
            first_day: FirstDay::DayZero,
            month_end: MonthEnd::Ignore,
            end: End::SAME_TIME,
            roll: Roll::NONE,
            ..self.term
        };
        let other = |start: DateTime<Utc>| -> Option<Due> {
            let date = self.calendar.local(due(zero, self.calendar, start)?.at()).ok()?.date();
            let date = if self.term.month_end == MonthEnd::Before { last_of_month(date)? } else { date };
            let landed = date.checked_add_months(chrono::Months::new(months))?;
            let keeps = self.term.month_end == MonthEnd::Keep && Some(date) == last_of_month(date);
            if landed.day() == date.day() || keeps {
                return self.due(start);
            }
            let next = landed.checked_add_days(Days::new(1))?;
            let days = u32::try_from(next.signed_duration_since(date).num_days()).ok()?;
            let month_end =
                if self.term.month_end == MonthEnd::After { MonthEnd::After } else { MonthEnd::Ignore };
            // The count of days begins on the last day of the month, if the months do.
            let before =
                u32::try_from(date.signed_duration_since(self.date_of(zero, start)?).num_days()).ok()?;
            due(
                Term { count: Count::CalendarDays(days + before), month_end, ..self.term },
                self.calendar,
                start,
            )
        };
        // Only the end of a month can lack its day. A cut-off or a closed start can lead there from some days before.
        let near = |date: NaiveDate| date.day() > 15 || self.term.month_end == MonthEnd::Before;
        let times = cutoffs([&self.term]);
        match self.differ(starts, near, &times, other) {
            Ok(Some(example)) => found.push(Finding::MonthLacksDay { place: self.place, example }),
            Ok(None) => {}
            Err(cut) => found.push(cut),
        }
    }

    fn date_of(&self, term: Term, start: DateTime<Utc>) -> Option<NaiveDate> {
        Some(self.calendar.local(due(term, self.calendar, start)?.at()).ok()?.date())
    }

    /// Due times in an hour that the clocks skip or show twice.
    fn changes(&self, starts: &mut Starts, found: &mut Vec<Finding>) {
        let (mut skipped, mut repeated) = (false, false);
        let ends = [Some(self.term.end), self.term.roll.end];
        for change in self.clock_changes() {
            let at = |end: End| match end.at {
                // The time of the start, or of the opening from which it counts.
                EndAt::SameTime => Some(change.from),
                EndAt::At(time) => {
                    Some(NaiveTime::from(time)).filter(|time| change.from <= *time && *time <= change.until)
                }
                EndAt::Opening | EndAt::CloseOfBusiness | EndAt::EndOfDay => None,
            };
            if (change.skips && skipped) || (!change.skips && repeated) {
                continue;
            }
            let Some(time) = ends.into_iter().flatten().find_map(at) else { continue };
            let other = |start: DateTime<Utc>| -> Option<Due> {
                let due = self.due(start)?;
                self.read_otherwise(due, start, &change, time).or(Some(due))
            };
            match self.differ(starts, |_| true, &[time], other) {
                Ok(Some(example)) if change.skips => {
                    skipped = true;
                    found.push(Finding::SkippedTime { place: self.place, example });
                }
                Ok(Some(example)) => {
                    repeated = true;
                    found.push(Finding::RepeatedTime { place: self.place, example });
                }
                Ok(None) => {}
                Err(cut) => return found.push(cut),
            }
        }
    }

    /// The other reading of a due date that falls on a change of the clocks.
    fn read_otherwise(
        &self,
        due: Due,
        start: DateTime<Utc>,
        change: &Change,
        time: NaiveTime,
    ) -> Option<Due> {
        let local = self.calendar.local(due.at()).ok()?;
        let of_start = |end: End| match end.at {
            EndAt::SameTime => self.calendar.local(start).ok().is_some_and(|local| local.time() == time),
            EndAt::At(at) => NaiveTime::from(at) == time,
            EndAt::Opening | EndAt::CloseOfBusiness | EndAt::EndOfDay => false,
        };
        let is_meant = [Some(self.term.end), self.term.roll.end].into_iter().flatten().any(of_start);
        if local.date() != change.date || !is_meant {
            return None;
        }
        if change.skips {
            // The policy takes the first instant after the change.
            let asked = change.date.and_time(time);
            let first = self.calendar.zone().instant(asked, Fold::Earlier)?;
            let since = time.signed_duration_since(change.from);
            return (due.at() == first)
                .then(|| Some(Due::new(first.checked_add_signed(since)?, due.bound())))
                .flatten();
        }
        let asked = change.date.and_time(time);
        let [one, two] = [Fold::Earlier, Fold::Later].map(|fold| self.calendar.zone().instant(asked, fold));
        let other = if Some(due.at()) == one { two } else { one };
        (Some(due.at()) == one || Some(due.at()) == two)
            .then(|| Some(Due::new(other?, due.bound())))
            .flatten()
    }

    fn clock_changes(&self) -> impl Iterator<Item = Change> + '_ {
        let (zone, known) = (self.calendar.zone(), self.calendar.known());
        let second = TimeDelta::seconds(1);
        zone.changes().filter_map(move |(at, _)| {
            let before = zone.local(at.checked_sub_signed(second)?)?.checked_add_signed(second)?;
            let after = zone.local(at)?;
            let skips = after > before;
            let (from, end) = if skips { (before, after) } else { (after, before) };
            let until = end.checked_sub_signed(second)?;
            // A change over midnight belongs to two dates. Its first part stands for it.
            let until =
                if until.date() == from.date() { until.time() } else { NaiveTime::from_hms_opt(23, 59, 59)? };
            let change = Change { date: from.date(), from: from.time(), until, skips };
            (known.contains(change.date) && end > from).then_some(change)
        })
    }

    fn roll(&self, starts: &mut Starts, found: &mut Vec<Finding>) {
        let (rule, stays) = match self.term.roll.rule {
            RollRule::Following => (RollRule::ModifiedFollowing, false),
            RollRule::ModifiedFollowing => (RollRule::Following, true),
            RollRule::None | RollRule::Preceding => return,
        };
        let term = Term { roll: Roll { rule, ..self.term.roll }, ..self.term };
        let other = |start: DateTime<Utc>| due(term, self.calendar, start);
        match self.differ(starts, |_| true, &cutoffs([&self.term]), other) {
            Ok(Some(example)) => found.push(Finding::RollLeavesMonth { place: self.place, stays, example }),
            Ok(None) => {}
            Err(cut) => found.push(cut),
        }
    }

    fn cutoff(&self, starts: &mut Starts, found: &mut Vec<Finding>) {
        let Some(cutoff) = self.term.intake else { return };
        let fixed = cutoff.at.iter().flatten().any(|at| matches!(at, CutoffTime::At(_)));
        if !fixed {
            return;
        }
        let term = Term { intake: Some(Cutoff::closing(cutoff.late)), ..self.term };
        let other = |start: DateTime<Utc>| -> Option<Due> {
            let date = self.calendar.date(start).ok()?;
            let weekday = date.weekday().num_days_from_monday() as usize;
            let Some(CutoffTime::At(at)) = cutoff.at.get(weekday).copied().flatten() else {
                return self.due(start);
            };
            // Only a receipt after the closing and before the cut-off is in question.
            let Ok(closes) = self.calendar.close_of_business(date) else { return self.due(start) };
            let limit = self.calendar.zone().instant(date.and_time(at.into()), Fold::Earlier)?;
            if start > closes && start < limit { due(term, self.calendar, start) } else { self.due(start) }
        };
        match self.differ(starts, |_| true, &[], other) {
            Ok(Some(example)) => found.push(Finding::CutoffAfterClosing { place: self.place, example }),
            Ok(None) => {}
            Err(cut) => found.push(cut),
        }
    }
}

fn last_of_month(date: NaiveDate) -> Option<NaiveDate> {
    date.with_day(u32::from(date.num_days_in_month()))
}

/// Clocks whose pauses move the end of the term, and clocks whose pauses move the due date itself.
fn pauses(policy: &Policy, starts: &mut Starts, found: &mut Vec<Finding>) {
    for rule in policy.clocks() {
        let Some(reason) = rule.clock().pauses().first().map(|rule| rule.reason()) else { continue };
        if rule.periods().is_some() {
            continue;
        }
        let moves_due = rule.clock().pause_effect() == PauseEffect::MovesDue;
        let other = if moves_due { PauseEffect::MovesTerm } else { PauseEffect::MovesDue };
        let bare = |effect| {
            Clock::new(rule.name(), Anchor::RECEIVED)
                .with_pause(crate::deadline::rule::PauseRule::new(reason))
                .with_pause_effect(effect)
        };
        let clocks = [bare(rule.clock().pause_effect()), bare(other)];
        for (place, deadline, calendar) in
            deadlines(policy).into_iter().filter(|(place, ..)| is_of(place, rule.name()))
        {
            let Deadline::Term(term) = deadline else { continue };
            // Only a date that rolls has two ends.
            if term.roll.rule == RollRule::None || matches!(term.count(), Count::WorkingDays(_)) {
                continue;
            }
            let shown = starts.first(calendar, &[], |start| {
                let plain = due(*term, calendar, start)?;
                // A day of pause, the day before the due date.
                let from = plain.at().checked_sub_signed(TimeDelta::days(2)).filter(|from| *from > start)?;
                let until = from.checked_add_signed(TimeDelta::days(1))?;
                let of = |clock: &Clock| -> Option<Due> {
                    let mut record = ClockRecord::new(*term, Anchors::received(start));
                    record.pause(clock, reason, from).ok()?;
                    record.resume(clock, reason, until).ok()?;
                    clock.due(calendar, &record, until).ok()?
                };
                let [due, other] = [of(clocks.first()?)?, of(clocks.last()?)?];
                (due != other).then_some((due, other, (from, until)))
            });
            if let Differ::At(start, (due, other, pause)) = shown {
                let example = StartExample { start, due, other, pause: Some(pause) };
                found.push(Finding::PauseReading { place, moves_due, example });
                break;
            }
        }
    }
}

fn is_of(place: &FaultPlace, clock: crate::vocab::ClockName) -> bool {
    matches!(place, FaultPlace::Clock(name) | FaultPlace::Target(name, _) if *name == clock)
}
