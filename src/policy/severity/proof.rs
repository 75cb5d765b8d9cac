//! The proof of the severity rules: everything that is wrong with them.

use alloc::vec::Vec;

use crate::policy::fault::{FaultPlace, PolicyFault};
use crate::policy::ids::Ids;
use crate::policy::limits::MAX_RULES;
use crate::policy::severity::gap::prove_gaps;
use crate::policy::severity::rules::{Escalation, SeverityGaps, SeverityRules};
use crate::taxonomy::Taxonomy;
use crate::vocab::Severity;

impl SeverityRules {
    pub(crate) fn prove(&self, taxonomy: &Taxonomy, faults: &mut Vec<PolicyFault>) {
        if self.levels.is_empty() {
            faults.push(PolicyFault::NoLevels);
            return;
        }
        let rules = self.all().count();
        if rules > MAX_RULES {
            faults.push(PolicyFault::TooManyRules { rules });
            return;
        }
        let before = faults.len();
        let mut ids = Ids::default();
        for (_, rule) in self.all() {
            let place = FaultPlace::Severity(rule.id);
            faults.extend(ids.add(rule.id, place));
            if !self.levels.contains(&rule.level) {
                faults.push(PolicyFault::LevelNotDeclared { place, level: rule.level });
            }
            rule.when.prove(place, taxonomy, faults);
            let count = rule.marks.len();
            if count > MAX_RULES {
                faults.push(PolicyFault::TooManyIn { place, what: "marks", count, most: MAX_RULES });
                continue;
            }
            for (mark, when) in &rule.marks {
                let undeclared = taxonomy.check_known(*mark).err();
                faults.extend(undeclared.map(|error| PolicyFault::Undeclared { place, error }));
                if let Some(when) = when {
                    when.prove(place, taxonomy, faults);
                }
            }
        }
        for Escalation { from, rule } in &self.escalations {
            // A complaint that gets worse and reaches the level between would lose the escalation and end up lower.
            let between = self.levels.iter().find(|&&level| *from < level && level < rule.level);
            if *from >= rule.level || !self.levels.contains(from) {
                faults.push(PolicyFault::EscalationFrom { rule: rule.id, from: *from, to: rule.level });
            } else if let Some(&level) = between {
                faults.push(PolicyFault::EscalationSkips { rule: rule.id, from: *from, level });
            }
        }
        if let Some(level) = self.default
            && !self.levels.contains(&level)
        {
            faults.push(PolicyFault::DefaultNotDeclared { level });
        }
        let reached =
            |level: Severity| self.default == Some(level) || self.all().any(|(_, rule)| rule.level == level);
        let unreached = self.levels.iter().filter(|&&level| !reached(level));
        faults.extend(unreached.map(|&level| PolicyFault::LevelNotReached { level }));
        // The search for gaps assumes that each rule is valid.
        if faults.len() == before && self.default.is_none() && self.gaps == SeverityGaps::Refused {
            prove_gaps(self, taxonomy, faults);
        }
    }
}
