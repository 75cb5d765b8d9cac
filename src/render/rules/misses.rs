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
        for warning in &rule.clock.warnings {
            lines.push(
                match warning {
                    Warning::Share(percent) => tell!(self, RULE_WARNS_WHEN_TIME, percent),
                    Warning::Lead(lead) => {
                        let lead = self.length(*lead);
                        tell!(self, RULE_WARNS_BEFORE_DUE, lead)
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
            lines.push(tell!(self, RULE_IF_MISSED_MARK, mark).into());
        }
        if rule.clock.after_breach == AfterBreach::FollowsNewDue {
            lines.push(tell!(self, RULE_LATER_ENTRY_CAN).into());
        }
        if let Some(late) = &rule.late_entry {
            let by = if late.by.is_empty() { tell!(self, RULE_ANYBODY) } else { self.names(&late.by) };
            let within = late.within.map_or(String::new(), |term| {
                let term = self.term(&term);
                tell!(self, RULE_WITHIN, term)
            });
            lines.push(tell!(self, RULE_LATE_ENTRIES_UNDO, by, within).into());
        }
    }

    fn escalation(&self, step: &EscalationStep, first: bool) -> PolicyEntry {
        let to = self.label(&step.to);
        let after = match step.after {
            EscalationDelay::Term(term) if first => {
                let term = self.term(&term);
                tell!(self, RULE_COUNTED_FROM_DUE, term)
            }
            EscalationDelay::Term(term) => {
                let term = self.term(&term);
                tell!(self, RULE_COUNTED_FROM_STEP, term)
            }
            EscalationDelay::Percent(percent) => tell!(self, RULE_WHEN_TIME_PASSED, percent),
        };
        tell!(self, RULE_MISS_REPORTED, to, after).into()
    }

    /// Writes what changes of the case do to the clock.
    pub(super) fn changes(&self, rule: &ClockRule, lines: &mut Vec<PolicyEntry>) {
        lines.extend(match rule.clock.on_change {
            ChangeEffect::KeepStart => None,
            ChangeEffect::CarryElapsed => Some(PolicyEntry::new(tell!(self, RULE_ANOTHER_CATEGORY_OR))),
            ChangeEffect::Restart => Some(PolicyEntry::new(tell!(self, RULE_ANOTHER_CATEGORY_OR_SEVERITY))),
        });
        lines.extend(match rule.on_reopening {
            ReopeningEffect::Stays => None,
            ReopeningEffect::Rest => Some(PolicyEntry::new(tell!(self, RULE_REOPENING_CONTINUES_TIME))),
            ReopeningEffect::Resume => Some(PolicyEntry::new(tell!(self, RULE_REOPENING_CONTINUES_IF))),
        });
        lines.extend(match rule.rounds {
            ClockRounds::Every => None,
            ClockRounds::First => Some(PolicyEntry::new(tell!(self, RULE_ONLY_BEFORE_FIRST))),
            ClockRounds::Later => Some(PolicyEntry::new(tell!(self, RULE_ONLY_AFTER_REOPENING))),
        });
    }
}
