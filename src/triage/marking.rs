//! Which marks a complaint gets: from the rules that decided its severity or claim kind, and from the policy's mark
//! rules.

use crate::policy::condition::Truth;
use crate::policy::severity::RatingOutcome;
use crate::policy::{Condition, Policy};
use crate::triage::known::Known;
use crate::triage::marks::Marks;
use crate::triage::severity::SeverityTriage;
use crate::vocab::kind::ClaimKind;
use crate::vocab::{Mark, RuleId};

/// A mark that a rule gives, may give or does not give.
pub(super) struct MarkFinding<'p> {
    pub(super) mark: Mark,
    pub(super) rule: RuleId,
    /// The condition of the rule, and a further condition for the mark.
    pub(super) asked: [Option<&'p Condition>; 2],
    /// Whether the mark is given.
    pub(super) given: Truth,
}

/// Calls `tell` for each mark of the rules that decided or may decide, then for each mark of the policy's own rules.
pub(super) fn each_mark<'p>(
    policy: &'p Policy,
    known: &Known<'_>,
    severity: Option<&SeverityTriage<'p>>,
    claim_kind: Option<&RatingOutcome<'p, ClaimKind>>,
    mut tell: impl FnMut(MarkFinding<'p>),
) {
    if let Some(severity) = severity {
        for (rule, decides) in severity.may_decide() {
            for (mark, when) in rule.marks() {
                let holds = when.as_ref().map_or(Truth::True, |when| when.holds(known));
                let (asked, given) = ([Some(rule.when()), when.as_ref()], decides.and(holds));
                tell(MarkFinding { mark: *mark, rule: rule.id(), asked, given });
            }
        }
    }
    if let (Some(rating), Some(rated)) = (policy.claim_kind(), claim_kind) {
        for (rule, decides) in rating.may_decide(rated, known) {
            if let Some((mark, when)) = rule.mark() {
                let (asked, given) = ([Some(rule.when()), Some(when)], decides.and(when.holds(known)));
                tell(MarkFinding { mark: *mark, rule: rule.id(), asked, given });
            }
        }
    }
    for rule in policy.marks() {
        let (asked, given) = ([Some(rule.when()), None], rule.when().holds(known));
        tell(MarkFinding { mark: rule.mark(), rule: rule.id(), asked, given });
    }
}

impl Marks {
    /// Returns the marks of the rules that decided, and of the policy's own rules.
    pub(super) fn of<'p>(
        policy: &'p Policy,
        known: &Known<'_>,
        severity: Option<&SeverityTriage<'p>>,
        claim_kind: Option<&RatingOutcome<'p, ClaimKind>>,
    ) -> Self {
        let mut marks = Self::default();
        each_mark(policy, known, severity, claim_kind, |found| {
            marks.note(found.mark, found.rule, found.given);
        });
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
