//! The steps to a due date as text.

#![expect(clippy::unnested_or_patterns, reason = "each group is one pattern")]

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::calendar::Span;
use crate::deadline::Count;
use crate::deadline::explanation::{ClosedDays, PauseShift, TraceStep};
use crate::render::phrase::{count, day, day_and_time, moment, span, tell};
use crate::render::renderer::Renderer;
use crate::render::step_groups::{
    of_another_group, of_clock_change, of_extension, of_intake, of_itself, of_pause,
};
use crate::triage::account::ClockAccount;

impl Renderer<'_> {
    /// Writes every step, one line each.
    pub(super) fn steps<'s>(
        &'s self,
        clock: &'s ClockAccount,
        told: Option<&'s TraceStep>,
    ) -> impl Iterator<Item = String> + 's {
        let other = clock.due_of.as_ref().map(|other| {
            let other = self.label(other);
            tell!(self, STEP_RUNS_FROM_DUE, other)
        });
        let steps = clock.trace.steps().iter().filter(move |&step| Some(step) != told);
        other.into_iter().chain(steps.filter_map(|step| self.step(step, clock.due_of.is_some())))
    }

    /// Writes the steps that moved the due date, as short as possible.
    pub(super) fn key_steps<'s>(&'s self, clock: &'s ClockAccount) -> impl Iterator<Item = String> + 's {
        clock.trace.steps().iter().filter_map(|step| match step {
            TraceStep::AfterCutoff { cutoff, from, to } if from.succ_opt() == Some(*to) => {
                Some(tell!(self, STEP_AFTER_NEXT_DAY, cutoff))
            }
            TraceStep::AfterCutoff { cutoff, to, .. } => {
                Some(tell!(self, STEP_AFTER_COUNTS, to = day(self, *to), cutoff))
            }
            TraceStep::CountedDays { count: amount, .. } | TraceStep::CountedSpan { count: amount, .. } => {
                Some(count(self, *amount))
            }
            TraceStep::Rolled { from, to, closed, .. } => {
                let holiday = closed.named().iter().find(|named| !named.is_working());
                let name = holiday.map_or(String::new(), |named| {
                    let name = named.name();
                    tell!(self, STEP_NAME, name)
                });
                Some(self.rolled(*from, *to) + &name)
            }
            TraceStep::Calendar { .. }
            | TraceStep::Anchored { .. }
            | TraceStep::BeforeCutoff { .. }
            | TraceStep::ClosedStart { .. }
            | TraceStep::NextOpening { .. }
            | TraceStep::MonthEnd { .. }
            | TraceStep::Chosen { .. }
            | TraceStep::Decided { .. }
            | TraceStep::LeftOut { .. }
            | TraceStep::NotBeforeChange { .. }
            | TraceStep::Due { .. }
            | of_pause!()
            | of_extension!()
            | of_clock_change!() => None,
        })
    }

    /// Writes one step. `chained` says that the clock starts from another clock's due date, and not from its event.
    pub(super) fn step(&self, step: &TraceStep, chained: bool) -> Option<String> {
        let day = |date: &NaiveDate| day(self, *date);
        Some(match step {
            TraceStep::Calendar { name, revision, zone } => {
                tell!(self, STEP_CALENDAR_REVISION, name, revision, zone)
            }
            TraceStep::Anchored { anchor, at, local } => {
                let at = moment(self, *at, *local);
                if chained { tell!(self, STEP_STARTS, at) } else { format!("{} {at}", self.label(anchor)) }
            }
            of_intake!() => self.intake(step)?,
            TraceStep::MonthEnd { from, to } => tell!(self, STEP_END_MONTH, from = day(from), to = day(to)),
            TraceStep::CountedDays { count: amount, day_one, from, to, closed } => {
                let amount = count(self, *amount);
                let (from, to) = (day(from), day(to));
                let closed = self.closed(closed);
                if *day_one {
                    tell!(self, STEP_DAY_ONE, amount, from, to, closed)
                } else {
                    tell!(self, STEP_AFTER, amount, from, to, closed)
                }
            }
            TraceStep::CountedSpan { count: amount, closed, .. } => {
                format!("{}{}", count(self, *amount), self.closed(closed))
            }
            TraceStep::Chosen { at } => {
                let at = moment(self, *at, None);
                tell!(self, STEP_CHOSEN, at)
            }
            of_extension!() => self.extension(step)?,
            of_pause!() => self.pause(step)?,
            TraceStep::Rolled { from, to, closed, .. } => self.rolled(*from, *to) + &self.closed(closed),
            of_clock_change!() => self.clock_change(step)?,
            TraceStep::Decided { part, of, earliest: true } => {
                tell!(self, STEP_EARLIEST_ALTERNATIVES_NUMBER, of, part)
            }
            TraceStep::Decided { part, of, earliest: false } => {
                tell!(self, STEP_LATEST_ALTERNATIVES_NUMBER, of, part)
            }
            TraceStep::LeftOut { part, anchor } => {
                tell!(self, STEP_ALTERNATIVE_LEFT_OUT, event = self.label(anchor), part)
            }
            TraceStep::NotBeforeChange { at } => {
                tell!(self, STEP_NOT_BEFORE_CHANGE, at = moment(self, *at, None))
            }
            // The headline already shows it.
            TraceStep::Due { .. } => return None,
        })
    }

    fn intake(&self, step: &TraceStep) -> Option<String> {
        let day = |date: &NaiveDate| day(self, *date);
        Some(match step {
            TraceStep::BeforeCutoff { cutoff } => tell!(self, STEP_CUT_OFF_COUNTS, cutoff),
            TraceStep::AfterCutoff { cutoff, to, .. } => {
                tell!(self, STEP_AFTER_CUT_OFF, to = day(to), cutoff)
            }
            TraceStep::ClosedStart { from, to } => {
                tell!(self, STEP_CLOSED_COUNTS, from = day(from), to = day(to))
            }
            TraceStep::NextOpening { at, local } => {
                tell!(self, STEP_OUTSIDE_WORKING_HOURS, at = moment(self, *at, *local))
            }
            of_pause!() | of_extension!() | of_clock_change!() | of_itself!() => {
                return of_another_group(step);
            }
        })
    }

    fn pause(&self, step: &TraceStep) -> Option<String> {
        Some(match step {
            TraceStep::Paused { from, until, moved, rolled: true } => tell!(
                self,
                STEP_PAUSED_FROM_UNTIL,
                from = moment(self, *from, None),
                until = moment(self, *until, None),
                moved = self.moved(*moved)
            ),
            TraceStep::Paused { from, until, moved, rolled: false } => tell!(
                self,
                STEP_PAUSED_FROM_UNTIL_LATER,
                from = moment(self, *from, None),
                until = moment(self, *until, None),
                moved = self.moved(*moved)
            ),
            TraceStep::PausedFixed { from, until } => tell!(
                self,
                STEP_PAUSED_FROM_UNTIL_DATE,
                from = moment(self, *from, None),
                until = moment(self, *until, None)
            ),
            TraceStep::PausedTooLate { from, due } => tell!(
                self,
                STEP_PAUSED_FROM_AFTER,
                from = moment(self, *from, None),
                due = moment(self, *due, None)
            ),
            TraceStep::NotEarlier { at } => tell!(self, STEP_STAYS_DUE_PAUSE, at = moment(self, *at, None)),
            of_intake!() | of_extension!() | of_clock_change!() | of_itself!() => {
                return of_another_group(step);
            }
        })
    }

    fn extension(&self, step: &TraceStep) -> Option<String> {
        Some(match step {
            TraceStep::ReplacedTotal { count: amount, reason } => {
                tell!(self, STEP_EXTENDED_ALL, amount = count(self, *amount), reason = self.label(reason))
            }
            TraceStep::Added { count: amount, reason } => {
                tell!(self, STEP_EXTENDED, amount = count(self, *amount), reason = self.label(reason))
            }
            TraceStep::ExtendedUntil { date, reason, .. } => {
                tell!(self, STEP_EXTENDED_UNTIL, date = day(self, *date), reason = self.label(reason))
            }
            TraceStep::NotExtended { reason, made } => tell!(
                self,
                STEP_EXTENSION_EARLIER_THAN,
                made = moment(self, *made, None),
                reason = self.label(reason)
            ),
            of_intake!() | of_pause!() | of_clock_change!() | of_itself!() => return of_another_group(step),
        })
    }

    fn clock_change(&self, step: &TraceStep) -> Option<String> {
        Some(match step {
            TraceStep::SkippedTime { local } => {
                tell!(self, STEP_SKIPPED_CLOCK_FIRST, local = day_and_time(self, *local))
            }
            TraceStep::RepeatedTime { local, later: true } => {
                tell!(self, STEP_SHOWN_TWICE_CLOCK, local = day_and_time(self, *local))
            }
            TraceStep::RepeatedTime { local, later: false } => {
                tell!(self, STEP_SHOWN_TWICE_CLOCK_EARLIER, local = day_and_time(self, *local))
            }
            of_intake!() | of_pause!() | of_extension!() | of_itself!() => return of_another_group(step),
        })
    }

    fn rolled(&self, from: NaiveDate, to: NaiveDate) -> String {
        tell!(self, STEP_CLOSED_ROLLED, from = day(self, from), to = day(self, to))
    }

    /// Writes the closed days in between, holidays by their names.
    fn closed(&self, closed: &ClosedDays) -> String {
        let mut parts = Vec::new();
        let mut named = closed.named().iter().peekable();
        while let Some(first) = named.next() {
            let mut last = first.until().unwrap_or(first.date());
            while let Some(next) = named.next_if(|next| {
                next.name() == first.name()
                    && next.is_working() == first.is_working()
                    && last.succ_opt() == Some(next.date())
            }) {
                last = next.until().unwrap_or(next.date());
            }
            let (name, from) = (first.name(), first.date());
            let dates = if last == from { from.to_string() } else { format!("{from}…{last}") };
            parts.push(if first.is_working() {
                tell!(self, STEP_WORKED, name, dates)
            } else {
                format!("{name} {dates}")
            });
        }
        if closed.by_pattern() > 0 {
            let days = closed.by_pattern();
            parts.push(tell!(self, STEP_DAYS_OFF, days));
        }
        if parts.is_empty() { String::new() } else { format!(" [{}]", parts.join(self.semicolon())) }
    }

    fn moved(&self, moved: PauseShift) -> String {
        let seconds = |seconds: i64| Span::of(u64::try_from(seconds).unwrap_or(0));
        let days = |days: i64| u32::try_from(days).unwrap_or(u32::MAX);
        match moved {
            PauseShift::Elapsed(amount) => span(self, seconds(amount)),
            PauseShift::Working(amount) => count(self, Count::Working(seconds(amount))),
            PauseShift::CalendarDays(n) => count(self, Count::CalendarDays(days(n))),
            PauseShift::WorkingDays(n) => count(self, Count::WorkingDays(days(n))),
        }
    }
}
