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
            tell!(
                self.locale,
                "runs from the due date of: {other}",
                "自该时限到期起算：{other}",
                "自該時限到期起算：{other}"
            )
        });
        let steps = clock.trace.steps().iter().filter(move |&step| Some(step) != told);
        other.into_iter().chain(steps.filter_map(|step| self.step(step, clock.due_of.is_some())))
    }

    /// Writes the steps that moved the due date, as short as possible.
    pub(super) fn key_steps<'s>(&'s self, clock: &'s ClockAccount) -> impl Iterator<Item = String> + 's {
        clock.trace.steps().iter().filter_map(|step| match step {
            TraceStep::AfterCutoff { cutoff, from, to } if from.succ_opt() == Some(*to) => Some(tell!(
                self.locale,
                "after {cutoff}, next day",
                "晚于 {cutoff}，计次日",
                "晚於 {cutoff}，計次日"
            )),
            TraceStep::AfterCutoff { cutoff, to, .. } => Some(tell!(
                self.locale,
                "after {cutoff}, counts for {to}",
                "晚于 {cutoff}，计入 {to}",
                "晚於 {cutoff}，計入 {to}",
                to = day(self.locale, *to)
            )),
            TraceStep::CountedDays { count: amount, .. } | TraceStep::CountedSpan { count: amount, .. } => {
                Some(count(self.locale, *amount))
            }
            TraceStep::Rolled { from, to, closed, .. } => {
                let holiday = closed.named().iter().find(|named| !named.is_working());
                let name = holiday.map_or(String::new(), |named| {
                    let name = named.name();
                    tell!(self.locale, " ({name})", "（{name}）", "（{name}）")
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
        let locale = self.locale;
        let day = |date: &NaiveDate| day(locale, *date);
        Some(match step {
            TraceStep::Calendar { name, revision, zone } => tell!(
                locale,
                "calendar {name}, revision {revision}, {zone}",
                "日历 {name}，版本 {revision}，{zone}",
                "日曆 {name}，版本 {revision}，{zone}",
            ),
            TraceStep::Anchored { anchor, at, local } => {
                let at = moment(locale, *at, *local);
                if chained {
                    tell!(locale, "starts {at}", "起算 {at}", "起算 {at}")
                } else {
                    format!("{} {at}", self.label(anchor))
                }
            }
            of_intake!() => self.intake(step)?,
            TraceStep::MonthEnd { from, to } => tell!(
                locale,
                "end of the month of {from}: {to}",
                "{from}所在月的月末：{to}",
                "{from}所在月的月末：{to}",
                from = day(from),
                to = day(to),
            ),
            TraceStep::CountedDays { count: amount, day_one, from, to, closed } => {
                let amount = count(locale, *amount);
                let (from, to) = (day(from), day(to));
                let closed = self.closed(closed);
                if *day_one {
                    tell!(
                        locale,
                        "{amount} with {from} as day one: {to}{closed}",
                        "自 {from}当日起 {amount}：{to}{closed}",
                        "自 {from}當日起 {amount}：{to}{closed}",
                    )
                } else {
                    tell!(
                        locale,
                        "{amount} after {from}: {to}{closed}",
                        "{from}之后 {amount}：{to}{closed}",
                        "{from}之後 {amount}：{to}{closed}",
                    )
                }
            }
            TraceStep::CountedSpan { count: amount, closed, .. } => {
                format!("{}{}", count(locale, *amount), self.closed(closed))
            }
            TraceStep::Chosen { at } => {
                let at = moment(locale, *at, None);
                tell!(locale, "chosen: {at}", "约定：{at}", "約定：{at}")
            }
            of_extension!() => self.extension(step)?,
            of_pause!() => self.pause(step)?,
            TraceStep::Rolled { from, to, closed, .. } => self.rolled(*from, *to) + &self.closed(closed),
            of_clock_change!() => self.clock_change(step)?,
            TraceStep::Decided { part, of, earliest: true } => tell!(
                locale,
                "the earliest of {of} alternatives is number {part}",
                "{of} 项中最早者为第 {part} 项",
                "{of} 項中最早者為第 {part} 項",
            ),
            TraceStep::Decided { part, of, earliest: false } => tell!(
                locale,
                "the latest of {of} alternatives is number {part}",
                "{of} 项中最晚者为第 {part} 项",
                "{of} 項中最晚者為第 {part} 項",
            ),
            TraceStep::LeftOut { part, anchor } => tell!(
                locale,
                "alternative {part} is left out, it waits for: {event}",
                "第 {part} 项不适用，等待：{event}",
                "第 {part} 項不適用，等待：{event}",
                event = self.label(anchor),
            ),
            TraceStep::NotBeforeChange { at } => tell!(
                locale,
                "not before the change at {at}",
                "不早于变更时刻 {at}",
                "不早於變更時刻 {at}",
                at = moment(locale, *at, None),
            ),
            // The headline already shows it.
            TraceStep::Due { .. } => return None,
        })
    }

    fn intake(&self, step: &TraceStep) -> Option<String> {
        let locale = self.locale;
        let day = |date: &NaiveDate| day(locale, *date);
        Some(match step {
            TraceStep::BeforeCutoff { cutoff } => tell!(
                locale,
                "by the cut-off {cutoff}: counts for its day",
                "不晚于截止时刻 {cutoff}，计入当天",
                "不晚於截止時刻 {cutoff}，計入當天",
            ),
            TraceStep::AfterCutoff { cutoff, to, .. } => tell!(
                locale,
                "after the cut-off {cutoff}: counts for {to}",
                "晚于截止时刻 {cutoff}，计入 {to}",
                "晚於截止時刻 {cutoff}，計入 {to}",
                to = day(to),
            ),
            TraceStep::ClosedStart { from, to } => tell!(
                locale,
                "{from} is closed: counts for {to}",
                "{from}非工作日，计入 {to}",
                "{from}非工作日，計入 {to}",
                from = day(from),
                to = day(to),
            ),
            TraceStep::NextOpening { at, local } => tell!(
                locale,
                "outside working hours: counts from {at}",
                "非工作时间，自 {at} 起计",
                "非工作時間，自 {at} 起計",
                at = moment(locale, *at, *local),
            ),
            of_pause!() | of_extension!() | of_clock_change!() | of_itself!() => {
                return of_another_group(step);
            }
        })
    }

    fn pause(&self, step: &TraceStep) -> Option<String> {
        let locale = self.locale;
        Some(match step {
            TraceStep::Paused { from, until, moved, rolled: true } => tell!(
                locale,
                "paused from {from} until {until}: the rolled date moves by {moved}",
                "暂停 {from} 至 {until}：顺延后的日期再延 {moved}",
                "暫停 {from} 至 {until}：順延後的日期再延 {moved}",
                from = moment(locale, *from, None),
                until = moment(locale, *until, None),
                moved = self.moved(*moved),
            ),
            TraceStep::Paused { from, until, moved, rolled: false } => tell!(
                locale,
                "paused from {from} until {until}: {moved} later",
                "暂停 {from} 至 {until}：顺延 {moved}",
                "暫停 {from} 至 {until}：順延 {moved}",
                from = moment(locale, *from, None),
                until = moment(locale, *until, None),
                moved = self.moved(*moved),
            ),
            TraceStep::PausedFixed { from, until } => tell!(
                locale,
                "paused from {from} until {until}: the date is fixed and does not move",
                "暂停 {from} 至 {until}：日期固定，不顺延",
                "暫停 {from} 至 {until}：日期固定，不順延",
                from = moment(locale, *from, None),
                until = moment(locale, *until, None),
            ),
            TraceStep::PausedTooLate { from, due } => tell!(
                locale,
                "paused from {from}, after it ran out at {due}: no later",
                "{from} 暂停时已于 {due} 到期，不顺延",
                "{from} 暫停時已於 {due} 到期，不順延",
                from = moment(locale, *from, None),
                due = moment(locale, *due, None),
            ),
            TraceStep::NotEarlier { at } => tell!(
                locale,
                "stays due {at}: a pause or an extension gives no earlier date",
                "仍于 {at} 到期：暂停或延长不使期限提前",
                "仍於 {at} 到期：暫停或延長不使期限提前",
                at = moment(locale, *at, None),
            ),
            of_intake!() | of_extension!() | of_clock_change!() | of_itself!() => {
                return of_another_group(step);
            }
        })
    }

    fn extension(&self, step: &TraceStep) -> Option<String> {
        let locale = self.locale;
        Some(match step {
            TraceStep::ReplacedTotal { count: amount, reason } => tell!(
                locale,
                "extended to {amount} in all: {reason}",
                "延长为共 {amount}：{reason}",
                "延長為共 {amount}：{reason}",
                amount = count(locale, *amount),
                reason = self.label(reason),
            ),
            TraceStep::Added { count: amount, reason } => tell!(
                locale,
                "extended by {amount}: {reason}",
                "再延长 {amount}：{reason}",
                "再延長 {amount}：{reason}",
                amount = count(locale, *amount),
                reason = self.label(reason),
            ),
            TraceStep::ExtendedUntil { date, reason, .. } => tell!(
                locale,
                "extended until {date}: {reason}",
                "延长至 {date}：{reason}",
                "延長至 {date}：{reason}",
                date = day(locale, *date),
                reason = self.label(reason),
            ),
            TraceStep::NotExtended { reason, made } => tell!(
                locale,
                "the extension of {made} is earlier than the date and changes nothing: {reason}",
                "{made} 的延长早于原期限，不生效：{reason}",
                "{made} 的延長早於原期限，不生效：{reason}",
                made = moment(locale, *made, None),
                reason = self.label(reason),
            ),
            of_intake!() | of_pause!() | of_clock_change!() | of_itself!() => return of_another_group(step),
        })
    }

    fn clock_change(&self, step: &TraceStep) -> Option<String> {
        let locale = self.locale;
        Some(match step {
            TraceStep::SkippedTime { local } => tell!(
                locale,
                "{local} is skipped by the clock: the first instant after the gap",
                "{local} 因调时不存在，取其后首个时刻",
                "{local} 因調時不存在，取其後首個時刻",
                local = day_and_time(locale, *local),
            ),
            TraceStep::RepeatedTime { local, later: true } => tell!(
                locale,
                "{local} is shown twice by the clock: the later time",
                "{local} 因调时出现两次，取较晚者",
                "{local} 因調時出現兩次，取較晚者",
                local = day_and_time(locale, *local),
            ),
            TraceStep::RepeatedTime { local, later: false } => tell!(
                locale,
                "{local} is shown twice by the clock: the earlier time",
                "{local} 因调时出现两次，取较早者",
                "{local} 因調時出現兩次，取較早者",
                local = day_and_time(locale, *local),
            ),
            of_intake!() | of_pause!() | of_extension!() | of_itself!() => return of_another_group(step),
        })
    }

    fn rolled(&self, from: NaiveDate, to: NaiveDate) -> String {
        tell!(
            self.locale,
            "{from} is closed, rolled to {to}",
            "{from}非工作日，移至 {to}",
            "{from}非工作日，移至 {to}",
            from = day(self.locale, from),
            to = day(self.locale, to),
        )
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
                tell!(self.locale, "{name} {dates}, worked", "{name} {dates}，上班", "{name} {dates}，上班")
            } else {
                format!("{name} {dates}")
            });
        }
        if closed.by_pattern() > 0 {
            let days = closed.by_pattern();
            parts.push(tell!(self.locale, "days off: {days}", "休息日 {days} 天", "休息日 {days} 天"));
        }
        if parts.is_empty() { String::new() } else { format!(" [{}]", parts.join(self.semicolon())) }
    }

    fn moved(&self, moved: PauseShift) -> String {
        let seconds = |seconds: i64| Span::of(u64::try_from(seconds).unwrap_or(0));
        let days = |days: i64| u32::try_from(days).unwrap_or(u32::MAX);
        match moved {
            PauseShift::Elapsed(amount) => span(self.locale, seconds(amount)),
            PauseShift::Working(amount) => count(self.locale, Count::Working(seconds(amount))),
            PauseShift::CalendarDays(n) => count(self.locale, Count::CalendarDays(days(n))),
            PauseShift::WorkingDays(n) => count(self.locale, Count::WorkingDays(days(n))),
        }
    }
}
