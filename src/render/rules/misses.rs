//! What happens before and after a clock runs out, in words: warnings, reports of a miss, late entries, and what
//! changes do.

use alloc::string::String;
use alloc::vec::Vec;

use crate::deadline::rule::{AfterBreach, ChangeEffect, Warning};
use crate::policy::ClockRule;
use crate::policy::clock::{ClockRounds, EscalationDelay, EscalationStep, ReopeningEffect};
use crate::render::phrase::tell;
use crate::render::renderer::Renderer;
use crate::render::rules::entry::PolicyEntry;

impl Renderer<'_> {
    /// Writes the warnings, and what follows from a miss.
    pub(super) fn before_and_after(&self, rule: &ClockRule, lines: &mut Vec<PolicyEntry>) {
        let locale = self.locale;
        for warning in &rule.clock.warnings {
            lines.push(
                match warning {
                    Warning::Share(percent) => tell!(
                        locale,
                        "warns: when {percent} % of the time is used up",
                        "预警：时间用去 {percent}% 时",
                        "預警：時間用去 {percent}% 時"
                    ),
                    Warning::Lead(lead) => {
                        let lead = self.length(*lead);
                        tell!(
                            locale,
                            "warns: {lead} before it is due",
                            "预警：到期前{lead}",
                            "預警：到期前{lead}"
                        )
                    }
                }
                .into(),
            );
        }
        for (number, step) in rule.ladder.iter().enumerate() {
            lines.push(self.escalation(step, number == 0));
        }
        if let Some(mark) = &rule.mark {
            let mark = self.label(mark);
            lines.push(
                tell!(locale, "if missed, mark: {mark}", "逾期标记：{mark}", "逾期標記：{mark}").into(),
            );
        }
        if rule.clock.after_breach == AfterBreach::FollowsNewDue {
            lines.push(
                tell!(locale, "a later entry can undo a miss", "补录可撤销逾期", "補錄可撤銷逾期").into(),
            );
        }
        if let Some(late) = &rule.late_entry {
            let by = if late.by.is_empty() {
                tell!(locale, "anybody", "任何人", "任何人")
            } else {
                self.names(&late.by)
            };
            let within = late.within.map_or(String::new(), |term| {
                let term = self.term(&term);
                tell!(locale, ", within {term}", "，期限：{term}", "，期限：{term}")
            });
            lines.push(
                tell!(
                    locale,
                    "late entries that undo a miss: {by}{within}",
                    "可撤销逾期的补录：{by}{within}",
                    "可撤銷逾期的補錄：{by}{within}"
                )
                .into(),
            );
        }
    }

    fn escalation(&self, step: &EscalationStep, first: bool) -> PolicyEntry {
        let locale = self.locale;
        let to = self.label(&step.to);
        let after = match step.after {
            EscalationDelay::Term(term) if first => {
                let term = self.term(&term);
                tell!(locale, "counted from the due date, {term}", "自到期起{term}", "自到期起{term}")
            }
            EscalationDelay::Term(term) => {
                let term = self.term(&term);
                tell!(locale, "counted from the step before, {term}", "自上一步起{term}", "自上一步起{term}")
            }
            EscalationDelay::Percent(percent) => tell!(
                locale,
                "when {percent} % of the time has passed",
                "时间用去 {percent}% 时",
                "時間用去 {percent}% 時"
            ),
        };
        tell!(locale, "a miss is reported to {to}: {after}", "逾期上报{to}：{after}", "逾期上報{to}：{after}")
            .into()
    }

    /// Writes what changes of the case do to the clock.
    pub(super) fn changes(&self, rule: &ClockRule, lines: &mut Vec<PolicyEntry>) {
        let locale = self.locale;
        lines.extend(match rule.clock.on_change {
            ChangeEffect::KeepStart => None,
            ChangeEffect::CarryElapsed => Some(PolicyEntry::new(tell!(
                locale,
                "another category or severity: the time used up is carried over",
                "类别或严重程度变更：已用时间结转",
                "類別或嚴重程度變更：已用時間結轉"
            ))),
            ChangeEffect::Restart => Some(PolicyEntry::new(tell!(
                locale,
                "another category or severity: the time starts again at the change",
                "类别或严重程度变更：自变更起重新计时",
                "類別或嚴重程度變更：自變更起重新計時"
            ))),
        });
        lines.extend(match rule.on_reopening {
            ReopeningEffect::Stays => None,
            ReopeningEffect::Rest => Some(PolicyEntry::new(tell!(
                locale,
                "a reopening continues it; the time in between does not count",
                "重新打开后继续计时，其间不计",
                "重新開啟後繼續計時，其間不計"
            ))),
            ReopeningEffect::Resume => Some(PolicyEntry::new(tell!(
                locale,
                "a reopening continues it as if the case had never been closed",
                "重新打开后继续计时，视同从未结案",
                "重新開啟後繼續計時，視同從未結案"
            ))),
        });
        lines.extend(match rule.rounds {
            ClockRounds::Every => None,
            ClockRounds::First => Some(PolicyEntry::new(tell!(
                locale,
                "only before the first reopening",
                "仅限首次重新打开之前",
                "僅限首次重新開啟之前"
            ))),
            ClockRounds::Later => Some(PolicyEntry::new(tell!(
                locale,
                "only after a reopening",
                "仅限重新打开之后",
                "僅限重新開啟之後"
            ))),
        });
    }
}
