//! What is to be kept in mind about a complaint, and what may be.

use alloc::vec::Vec;

use crate::policy::{Condition, Facts, Policy, Rated, Rating, Truth};
use crate::triage::known::Known;
use crate::triage::{Level, SeverityTriage};
use crate::vocab::{ClaimKind, Mark, RuleId};

/// The marks of a complaint.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Marks {
    /// Those that rules gave it, each with its rule.
    pub(super) given: Vec<(Mark, RuleId)>,
    /// Those that rules may give it yet, each once and none that was given.
    pub(super) open: Vec<Mark>,
}

impl Marks {
    /// The marks of the rules that decided, and of the policy's own.
    pub(super) fn of(
        policy: &Policy,
        known: &Known<'_>,
        severity: Option<&SeverityTriage<'_>>,
        claim_kind: Option<&Rated<'_, ClaimKind>>,
    ) -> Self {
        let mut marks = Self::default();
        if let Some(severity) = severity {
            marks.of_severity(severity, known);
        }
        match claim_kind {
            Some(Rated::ByRule(rule)) => {
                if let Some((mark, when)) = rule.mark() {
                    marks.note(*mark, rule.id(), when.holds(known));
                }
            }
            Some(Rated::Undetermined(_)) => {
                for rule in policy.claim_kind().into_iter().flat_map(Rating::rules) {
                    if let Some((mark, when)) = rule.mark() {
                        marks.note(*mark, rule.id(), when.holds(known).and(Truth::Unknown));
                    }
                }
            }
            Some(Rated::Otherwise(_) | Rated::Unrated) | None => {}
        }
        for rule in policy.marks() {
            marks.note(rule.mark(), rule.id(), rule.when().holds(known));
        }
        let given = &marks.given;
        marks.open.retain(|mark| !given.iter().any(|(other, _)| other == mark));
        marks.open.sort_unstable();
        marks.open.dedup();
        marks
    }

    /// A rule that decides gives its marks; one that may decide may give them.
    fn of_severity(&mut self, severity: &SeverityTriage<'_>, known: &impl Facts) {
        let level = severity.level();
        let found = match level {
            Level::ByRules(level) | Level::Default(level) => Some(level),
            Level::Unrated | Level::Undetermined(..) => None,
        };
        let holds = |when: &Option<Condition>| when.as_ref().map_or(Truth::True, |when| when.holds(known));
        for rule in severity.matched() {
            let decides = if matches!(level, Level::Undetermined(..)) {
                Truth::Unknown
            } else {
                Truth::from(Some(rule.level()) == found)
            };
            for (mark, when) in rule.marks() {
                self.note(*mark, rule.id(), decides.and(holds(when)));
            }
        }
        for rule in severity.open() {
            for (mark, when) in rule.marks() {
                self.note(*mark, rule.id(), Truth::Unknown.and(holds(when)));
            }
        }
    }

    fn note(&mut self, mark: Mark, rule: RuleId, given: Truth) {
        match given {
            Truth::True => self.given.push((mark, rule)),
            Truth::Unknown => self.open.push(mark),
            Truth::False => {}
        }
    }
}
