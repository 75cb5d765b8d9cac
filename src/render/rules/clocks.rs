//! Clocks in words: what starts and stops them, when they are due, and what happens before and after.

use alloc::string::String;
use alloc::vec::Vec;

use crate::deadline::Deadline;
use crate::deadline::rule::{Hardness, PauseEffect};
use crate::policy::ClockRule;
use crate::policy::clock::{
    ClockPart, ClockScope, ClockStart, PeriodStart, SeveralCategories, Target, Targets,
};
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
        let locale = self.locale;
        let (name, end) = (self.label(&rule.clock.name), self.label(&rule.end));
        let start = self.label(&rule.clock.start);
        let start = match &rule.start {
            ClockStart::Event => tell!(locale, "{start}", "“{start}”", "「{start}」"),
            ClockStart::DueOf(other) => {
                let other = self.label(other);
                tell!(locale, "the due date of {other}", "“{other}”的到期日", "「{other}」的到期日")
            }
        };
        let scope = match rule.scope {
            ClockScope::Case => String::new(),
            ClockScope::Department => {
                tell!(locale, ", for each department", "，按部门分别计", "，按部門分別計")
            }
        };
        let text = tell!(
            locale,
            "{name}: from {start} until {end}{scope}",
            "{name}：自{start}起，至“{end}”止{scope}",
            "{name}：自{start}起，至「{end}」止{scope}"
        );
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
        let locale = self.locale;
        if !rule.only_for.is_empty() {
            let words = self.names(&rule.only_for);
            lines.push(tell!(locale, "only for: {words}", "仅适用于：{words}", "僅適用於：{words}").into());
        }
        if let Some(fact) = &rule.only_where {
            let fact = self.label(fact);
            lines.push(tell!(locale, "only where: {fact}", "仅限于：{fact}", "僅限於：{fact}").into());
        }
        if let Some(calendar) = &rule.calendar {
            lines.push(tell!(locale, "calendar: {calendar}", "日历：{calendar}", "日曆：{calendar}").into());
        }
        lines.extend(match rule.part {
            ClockPart::Other => None,
            ClockPart::Closure => Some(PolicyEntry::new(tell!(
                locale,
                "this is the limit for closing a complaint",
                "此为结案时限",
                "此為結案時限"
            ))),
            ClockPart::Project => Some(PolicyEntry::new(tell!(
                locale,
                "a complaint that is still open then becomes a project",
                "届时仍未结案的投诉转为项目",
                "屆時仍未結案的投訴轉為專案"
            ))),
        });
        if rule.clock.hardness == Hardness::Soft {
            lines.push(
                tell!(
                    locale,
                    "a target and no limit: a miss is no breach",
                    "此为目标，未达到不构成违约",
                    "此為目標，未達到不構成違約"
                )
                .into(),
            );
        }
    }

    /// Writes every limit. The limit for all other complaints comes last.
    fn limits(&self, rule: &ClockRule, lines: &mut Vec<PolicyEntry>) {
        let locale = self.locale;
        let due = |deadline: &Deadline| {
            let due = self.deadline(deadline);
            match rule.periods {
                None => due,
                Some(_) => tell!(locale, "every {due}", "每 {due}", "每 {due}"),
            }
        };
        match &rule.targets {
            Targets::Same(deadline) => {
                let due = due(deadline);
                lines.push(tell!(locale, "due: {due}", "到期：{due}", "到期：{due}").into());
            }
            Targets::NotSet(parameter) => lines.push(
                tell!(
                    locale,
                    "due: not set yet: {parameter}",
                    "到期：尚未设定（{parameter}）",
                    "到期：尚未設定（{parameter}）"
                )
                .into(),
            ),
            Targets::Table(targets) => {
                lines.extend(targets.iter().map(|target| self.target(target, &due(&target.deadline))));
            }
        }
        if let Some(otherwise) = &rule.otherwise {
            let due = due(otherwise);
            let text = if matches!(&rule.targets, Targets::Table(targets) if targets.is_empty()) {
                tell!(locale, "due: {due}", "到期：{due}", "到期：{due}")
            } else {
                tell!(locale, "otherwise due: {due}", "其他情形到期：{due}", "其他情形到期：{due}")
            };
            lines.push(text.into());
        }
        if matches!(&rule.targets, Targets::Table(targets) if targets.iter().any(|target| target.category.is_some()))
        {
            lines.push(
                match rule.several {
                    SeveralCategories::Earliest => tell!(
                        locale,
                        "with several categories: the limit that is due first",
                        "有多个类别时：取最早到期者",
                        "有多個類別時：取最早到期者"
                    ),
                    SeveralCategories::Main => tell!(
                        locale,
                        "with several categories: the limit of the first one",
                        "有多个类别时：以主要类别为准",
                        "有多個類別時：以主要類別為準"
                    ),
                }
                .into(),
            );
        }
    }

    fn target(&self, target: &Target, due: &str) -> PolicyEntry {
        let locale = self.locale;
        let category = target.category.as_ref().map(|category| self.text(category));
        let level = target.level.map(|level| {
            let level = level.label(locale);
            tell!(locale, "{level} or worse", "{level}及以上", "{level}及以上")
        });
        let whom: Vec<String> = category.into_iter().chain(level).collect();
        let whom = if whom.is_empty() {
            tell!(locale, "all complaints", "所有投诉", "所有投訴")
        } else {
            whom.join(self.comma())
        };
        let calendar = target.calendar.as_deref().map_or(String::new(), |calendar| {
            tell!(locale, " (calendar {calendar})", "（日历：{calendar}）", "（日曆：{calendar}）")
        });
        let text = tell!(
            locale,
            "due for {whom}: {due}{calendar}",
            "{whom}到期：{due}{calendar}",
            "{whom}到期：{due}{calendar}"
        );
        PolicyEntry::new(text).cited(&target.citation)
    }

    /// Writes whether the duty repeats.
    fn repetition(&self, rule: &ClockRule, lines: &mut Vec<PolicyEntry>) {
        let locale = self.locale;
        if let Some(periods) = &rule.periods {
            let events = self.names(&periods.fulfilled_by);
            let next = match periods.start {
                PeriodStart::Due => tell!(
                    locale,
                    "the next one counts from the due date",
                    "下一期自到期日起算",
                    "下一期自到期日起算"
                ),
                PeriodStart::Done => tell!(
                    locale,
                    "the next one counts from that event",
                    "下一期自履行之时起算",
                    "下一期自履行之時起算"
                ),
            };
            lines.push(
                tell!(
                    locale,
                    "repeats; a period is fulfilled by: {events}; {next}",
                    "周期重复；履行方式：{events}；{next}",
                    "週期重複；履行方式：{events}；{next}"
                )
                .into(),
            );
        } else if rule.repeats {
            lines.push(
                tell!(
                    locale,
                    "starts again with each message that nobody has answered",
                    "每收到一条未答复的来信即重新起算",
                    "每收到一則未答覆的來信即重新起算"
                )
                .into(),
            );
        }
        if rule.automatic {
            lines.push(
                tell!(
                    locale,
                    "an automatic message ends it too",
                    "自动发送的消息亦可终止计时",
                    "自動發送的訊息亦可終止計時"
                )
                .into(),
            );
        }
    }

    fn pauses(&self, rule: &ClockRule, lines: &mut Vec<PolicyEntry>) {
        let locale = self.locale;
        for pause in &rule.clock.pauses {
            let reason = self.label(&pause.reason);
            let each = pause.at_most.map_or(String::new(), |limit| {
                let limit = self.pause_limit(limit);
                tell!(locale, ", at most {limit} each time", "，每次不超过{limit}", "，每次不超過{limit}")
            });
            let total = pause.total.map_or(String::new(), |limit| {
                let limit = self.pause_limit(limit);
                tell!(locale, ", at most {limit} in all", "，累计不超过{limit}", "，累計不超過{limit}")
            });
            lines.push(
                tell!(
                    locale,
                    "stands still: {reason}{each}{total}",
                    "可暂停：{reason}{each}{total}",
                    "可暫停：{reason}{each}{total}"
                )
                .into(),
            );
        }
        if let Some(limit) = rule.clock.pause_total {
            let limit = self.pause_limit(limit);
            lines.push(
                tell!(
                    locale,
                    "all pauses together: at most {limit}",
                    "全部暂停合计不超过{limit}",
                    "全部暫停合計不超過{limit}"
                )
                .into(),
            );
        }
        if rule.clock.pause_effect == PauseEffect::MovesDue {
            lines.push(
                tell!(
                    locale,
                    "a pause moves the due date itself, not the term",
                    "暂停顺延到期日本身，而非期限",
                    "暫停順延到期日本身，而非期限"
                )
                .into(),
            );
        }
    }

    fn extensions(&self, rule: &ClockRule, lines: &mut Vec<PolicyEntry>) {
        let locale = self.locale;
        for extension in &rule.clock.extensions {
            let (reason, times) = (self.label(&extension.reason), extension.at_most);
            let times = match times {
                1 => tell!(locale, ", once", "，一次", "，一次"),
                _ => tell!(locale, ", at most {times} times", "，最多 {times} 次", "，最多 {times} 次"),
            };
            let approval = if extension.needs_approval {
                tell!(locale, ", to be approved", "，须经审批", "，須經簽核")
            } else {
                String::new()
            };
            let notice = if extension.wants_notice {
                tell!(locale, ", the complainant is told", "，须告知投诉人", "，須告知投訴人")
            } else {
                String::new()
            };
            let limit = extension.limit.map_or(String::new(), |limit| {
                let limit = self.length(limit);
                tell!(
                    locale,
                    ", the whole term at most {limit}",
                    "，总期限不超过{limit}",
                    "，總期限不超過{limit}"
                )
            });
            lines.push(
                tell!(
                    locale,
                    "may be extended: {reason}{times}{approval}{notice}{limit}",
                    "可延期：{reason}{times}{approval}{notice}{limit}",
                    "可延期：{reason}{times}{approval}{notice}{limit}"
                )
                .into(),
            );
        }
    }
}
