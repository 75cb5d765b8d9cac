//! Clocks in words: what starts and stops them, when they are due, and what happens before and after.

use alloc::string::String;
use alloc::vec::Vec;

use crate::deadline::Deadline;
use crate::deadline::rule::{Hardness, PauseEffect};
use crate::policy::ClockRule;
use crate::policy::clock::{
    ClockPart, ClockScope, ClockStart, PeriodStart, SeveralCategories, Target, Targets,
};
use crate::render::phrase::Said;
use crate::render::phrase::tell;
use crate::render::renderer::Renderer;
use crate::render::rules::entry::PolicyEntry;

impl Renderer<'_> {
    /// Writes a clock of a policy in words: what starts and stops it, every limit, pauses, extensions, warnings, and to
    /// whom a miss is reported.
    ///
    /// ```
    /// use redress::{render::Renderer, sample, vocab::Locale};
    ///
    /// let policy = sample::policy()?;
    /// let closure = policy.clocks().last().ok_or("no clock")?;
    /// let text = Renderer::of(&policy, Locale::En).clock_rule(closure).to_string();
    /// assert!(text.contains("due: 5 working days, by close of business"), "{text}");
    /// assert!(text.contains("warns: when 80 % of the time is used up"), "{text}");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn clock_rule(&self, rule: &ClockRule) -> PolicyEntry {
        let (name, end) = (self.label(&rule.clock.name), self.label(&rule.end));
        let start = self.label(&rule.clock.start);
        let start = match &rule.start {
            ClockStart::Event => tell!(self, RULE_START, start),
            ClockStart::DueOf(other) => {
                let other = self.label(other);
                tell!(self, RULE_DUE_DATE, other)
            }
        };
        let scope = match rule.scope {
            ClockScope::Case => String::new(),
            ClockScope::Department => {
                tell!(self, RULE_EACH_DEPARTMENT)
            }
        };
        let text = tell!(self, RULE_FROM_UNTIL, name, start, end, scope);
        let mut lines = Vec::new();
        self.concerned(rule, &mut lines);
        self.limits(rule, &mut lines);
        self.repetition(rule, &mut lines);
        self.pauses(rule, &mut lines);
        self.extensions(rule, &mut lines);
        self.before_and_after(rule, &mut lines);
        self.changes(rule, &mut lines);
        PolicyEntry::new(text).cited(&rule.citation).with(lines)
    }

    /// Writes which complaints have the clock, and by which calendar it counts.
    fn concerned(&self, rule: &ClockRule, lines: &mut Vec<PolicyEntry>) {
        if !rule.only_for.is_empty() {
            let words = self.names(&rule.only_for);
            lines.push(tell!(self, RULE_ONLY, words).into());
        }
        if let Some(fact) = &rule.only_where {
            let fact = self.label(fact);
            lines.push(tell!(self, RULE_ONLY_WHERE, fact).into());
        }
        if let Some(calendar) = &rule.calendar {
            lines.push(tell!(self, RULE_CALENDAR_CALENDAR, calendar).into());
        }
        lines.extend(match rule.part {
            ClockPart::Other => None,
            ClockPart::Closure => Some(PolicyEntry::new(tell!(self, RULE_THIS_LIMIT_CLOSING))),
            ClockPart::Project => Some(PolicyEntry::new(tell!(self, RULE_COMPLAINT_STILL_OPEN))),
        });
        if rule.clock.hardness == Hardness::Soft {
            lines.push(tell!(self, RULE_TARGET_NO_LIMIT).into());
        }
    }

    /// Writes every limit. The limit for all other complaints comes last.
    fn limits(&self, rule: &ClockRule, lines: &mut Vec<PolicyEntry>) {
        let due = |deadline: &Deadline| {
            let due = self.deadline(deadline);
            if rule.periods.is_some() { tell!(self, RULE_EVERY, due) } else { due }
        };
        match &rule.targets {
            Targets::Same(deadline) => {
                let due = due(deadline);
                lines.push(tell!(self, RULE_DUE, due).into());
            }
            Targets::NotSet(parameter) => lines.push(tell!(self, RULE_DUE_NOT_SET, parameter).into()),
            Targets::Table(targets) => {
                lines.extend(targets.iter().map(|target| self.target(target, &due(&target.deadline))));
            }
        }
        if let Some(otherwise) = &rule.otherwise {
            let due = due(otherwise);
            let text = if matches!(&rule.targets, Targets::Table(targets) if targets.is_empty()) {
                tell!(self, RULE_DUE, due)
            } else {
                tell!(self, RULE_OTHERWISE_DUE, due)
            };
            lines.push(text.into());
        }
        if matches!(&rule.targets, Targets::Table(targets) if targets.iter().any(|target| target.category.is_some()))
        {
            lines.push(
                match rule.several {
                    SeveralCategories::Earliest => tell!(self, RULE_SEVERAL_CATEGORIES_LIMIT),
                    SeveralCategories::Main => tell!(self, RULE_SEVERAL_CATEGORIES_LIMIT_FIRST),
                }
                .into(),
            );
        }
    }

    fn target(&self, target: &Target, due: &str) -> PolicyEntry {
        let category = target.category.as_ref().map(|category| self.text(category));
        let level = target.level.map(|level| {
            let level = level.said(self);
            tell!(self, RULE_OR_WORSE, level)
        });
        let whom: Vec<String> = category.into_iter().chain(level).collect();
        let whom = if whom.is_empty() { tell!(self, RULE_ALL_COMPLAINTS) } else { whom.join(self.comma()) };
        let calendar = target
            .calendar
            .as_deref()
            .map_or(String::new(), |calendar| tell!(self, RULE_IN_CALENDAR, calendar));
        let text = tell!(self, RULE_DUE_WHOM_DUE_CALENDAR, whom, due, calendar);
        PolicyEntry::new(text).cited(&target.citation)
    }

    /// Writes whether the duty repeats.
    fn repetition(&self, rule: &ClockRule, lines: &mut Vec<PolicyEntry>) {
        if let Some(periods) = &rule.periods {
            let events = self.names(&periods.fulfilled_by);
            let next = match periods.start {
                PeriodStart::Due => tell!(self, RULE_NEXT_ONE_COUNTS),
                PeriodStart::Done => tell!(self, RULE_NEXT_ONE_COUNTS_FROM),
            };
            lines.push(tell!(self, RULE_REPEATS_PERIOD_FULFILLED, events, next).into());
        } else if rule.repeats {
            lines.push(tell!(self, RULE_STARTS_AGAIN_EACH).into());
        }
        if rule.automatic {
            lines.push(tell!(self, RULE_AUTOMATIC_MESSAGE_ENDS).into());
        }
    }

    fn pauses(&self, rule: &ClockRule, lines: &mut Vec<PolicyEntry>) {
        for pause in &rule.clock.pauses {
            let reason = self.label(&pause.reason);
            let each = pause.at_most.map_or(String::new(), |limit| {
                let limit = self.pause_limit(limit);
                tell!(self, RULE_AT_MOST_EACH, limit)
            });
            let total = pause.total.map_or(String::new(), |limit| {
                let limit = self.pause_limit(limit);
                tell!(self, RULE_AT_MOST_ALL, limit)
            });
            lines.push(tell!(self, RULE_STANDS_STILL, reason, each, total).into());
        }
        if let Some(limit) = rule.clock.pause_total {
            let limit = self.pause_limit(limit);
            lines.push(tell!(self, RULE_ALL_PAUSES_TOGETHER, limit).into());
        }
        if rule.clock.pause_effect == PauseEffect::MovesDue {
            lines.push(tell!(self, RULE_PAUSE_MOVES_DUE).into());
        }
    }

    fn extensions(&self, rule: &ClockRule, lines: &mut Vec<PolicyEntry>) {
        for extension in &rule.clock.extensions {
            let (reason, times) = (self.label(&extension.reason), extension.at_most);
            let times =
                if times == 1 { tell!(self, RULE_ONCE) } else { tell!(self, RULE_AT_MOST_TIMES, times) };
            let approval = if extension.needs_approval { tell!(self, RULE_APPROVED) } else { String::new() };
            let notice =
                if extension.wants_notice { tell!(self, RULE_COMPLAINANT_TOLD) } else { String::new() };
            let limit = extension.limit.map_or(String::new(), |limit| {
                let limit = self.length(limit);
                tell!(self, RULE_WHOLE_TERM_AT, limit)
            });
            lines.push(tell!(self, RULE_MAY_EXTENDED, reason, times, approval, notice, limit).into());
        }
    }
}
