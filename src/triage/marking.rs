//! What marks a complaint: the rules that decided, and those of the policy.

use crate::policy::Policy;
use crate::policy::condition::Truth;
use crate::policy::severity::RatingOutcome;
use crate::triage::known::Known;
use crate::triage::marks::Marks;
use crate::triage::severity::SeverityTriage;
use crate::vocab::kind::ClaimKind;
use crate::vocab::{Mark, RuleId};

impl Marks {
    /// The marks of the rules that decided, and of the policy's own.
    pub(super) fn of(
        policy: &Policy,
        known: &Known<'_>,
        severity: Option<&SeverityTriage<'_>>,
        claim_kind: Option<&RatingOutcome<'_, ClaimKind>>,
    ) -> Self {
        let mut marks = Self::default();
        if let Some(severity) = severity {
            for (rule, decides) in severity.may_decide() {
                for (mark, when) in rule.marks() {
                    let holds = when.as_ref().map_or(Truth::True, |when| when.holds(known));
                    marks.note(*mark, rule.id(), decides.and(holds));
                }
            }
        }
        if let (Some(rating), Some(rated)) = (policy.claim_kind(), claim_kind) {
            for (rule, decides) in rating.may_decide(rated, known) {
                if let Some((mark, when)) = rule.mark() {
                    marks.note(*mark, rule.id(), decides.and(when.holds(known)));
                }
            }
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

    fn note(&mut self, mark: Mark, rule: RuleId, given: Truth) {
        match given {
            Truth::True => self.given.push((mark, rule)),
            Truth::Unknown => self.open.push(mark),
            Truth::False => {}
        }
    }
}
