//! Which parts of a policy decided something.

use alloc::collections::BTreeSet;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::fmt;

use crate::laws::edges::targets;
use crate::policy::Policy;
use crate::policy::severity::{RatingOutcome, RatingRule, SeverityRules};
use crate::triage::answer::{ClockOutcome, Level};
use crate::triage::{Owner, Triage};
use crate::vocab::{Act, ClockName, Facet, RuleId, Word};

/// A part of a policy that may or may not decide something about a complaint.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum PolicyPart {
    /// A severity rule, a fallback or an escalation.
    SeverityRule(RuleId),
    /// The severity that the policy gives if no rule holds.
    SeverityOtherwise,
    /// A rule for the importance, the urgency or the claim kind.
    RatingRule(Facet, RuleId),
    /// A rule that gives a mark.
    MarkRule(RuleId),
    /// A row of the routing table.
    RoutingRow(RuleId),
    /// A clock.
    Clock(ClockName),
    /// A target of a clock.
    Target(ClockName, RuleId),
    /// What a clock gives complaints for which it has no target.
    TargetOtherwise(ClockName),
    /// A chain of the approval table.
    Chain(RuleId),
}

impl fmt::Display for PolicyPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::SeverityRule(rule) => write!(f, "severity rule `{rule}`"),
            Self::SeverityOtherwise => f.write_str("severity if no rule holds"),
            Self::RatingRule(facet, rule) => write!(f, "{facet} rule `{rule}`"),
            Self::MarkRule(rule) => write!(f, "mark rule `{rule}`"),
            Self::RoutingRow(row) => write!(f, "routing row `{row}`"),
            Self::Clock(clock) => write!(f, "clock `{clock}`"),
            Self::Target(clock, target) => write!(f, "target `{target}` of clock `{clock}`"),
            Self::TargetOtherwise(clock) => write!(f, "clock `{clock}` without a target"),
            Self::Chain(chain) => write!(f, "approval chain `{chain}`"),
        }
    }
}

/// The parts of a policy, and those that decided something about the complaints of a test.
///
/// A table of golden complaints measures it; see [`GoldenReport::coverage`](crate::laws::golden::GoldenReport::coverage).
/// Any other test may add its answers.
///
/// # Example: one complaint reaches one row of two
///
/// ```
/// use redress::laws::Coverage;
/// use redress::sample;
/// use redress::triage::{History, triage};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let (policy, complaint) = (sample::policy()?, sample::complaint()?);
/// let mut coverage = Coverage::of(&policy);
/// coverage.add(&triage(&policy, &complaint, &History::none())?);
/// assert_eq!(
///     coverage.to_string(),
///     "4 of 7 parts reached; not reached: severity rule `danger`, routing row `service`, approval chain `refunds`",
/// );
/// # Ok(()) }
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Coverage {
    parts: Vec<PolicyPart>,
    reached: BTreeSet<PolicyPart>,
}

impl Coverage {
    /// Returns the coverage of a policy before anything was decided.
    #[must_use]
    pub fn of(policy: &Policy) -> Self {
        fn rated<W: Word>(rules: &[RatingRule<W>]) -> impl Iterator<Item = PolicyPart> + '_ {
            rules.iter().map(|rule| PolicyPart::RatingRule(W::FACET, rule.id()))
        }
        let mut parts: Vec<PolicyPart> = Vec::new();
        let rules = policy.severity().into_iter().flat_map(SeverityRules::all);
        parts.extend(rules.map(|(_, rule)| PolicyPart::SeverityRule(rule.id())));
        let otherwise = policy.severity().and_then(SeverityRules::otherwise);
        parts.extend(otherwise.map(|_| PolicyPart::SeverityOtherwise));
        parts.extend(policy.importance().into_iter().flat_map(|rating| rated(rating.rules())));
        parts.extend(policy.urgency().into_iter().flat_map(|rating| rated(rating.rules())));
        parts.extend(policy.claim_kind().into_iter().flat_map(|rating| rated(rating.rules())));
        parts.extend(policy.marks().iter().map(|rule| PolicyPart::MarkRule(rule.id())));
        parts.extend(policy.routing().rows().iter().map(|row| PolicyPart::RoutingRow(row.id())));
        for rule in policy.clocks() {
            parts.push(PolicyPart::Clock(rule.name()));
            parts.extend(targets(rule.targets()).map(|target| PolicyPart::Target(rule.name(), target.id())));
            parts.extend(rule.otherwise.as_ref().map(|_| PolicyPart::TargetOtherwise(rule.name())));
        }
        parts.extend(policy.approvals().chains().iter().map(|chain| PolicyPart::Chain(chain.id())));
        Self { parts, reached: BTreeSet::new() }
    }

    /// Adds the parts that decided an answer.
    pub fn add(&mut self, answer: &Triage<'_>) {
        if let Some(severity) = answer.severity() {
            self.reached.extend(severity.matched().map(|rule| PolicyPart::SeverityRule(rule.id())));
            if let Level::Default(_) = severity.level() {
                self.reached.insert(PolicyPart::SeverityOtherwise);
            }
        }
        self.rating(answer.importance());
        self.rating(answer.urgency());
        let kind = answer.explain();
        let kinds = kind.words().iter().filter(|word| !word.is_undetermined());
        self.reached
            .extend(kinds.filter_map(|word| Some(PolicyPart::RatingRule(word.facet(), word.rule()?))));
        self.reached.extend(answer.marks().iter().map(|(_, rule)| PolicyPart::MarkRule(*rule)));
        if let Owner::Row(row) = answer.owner() {
            self.reached.insert(PolicyPart::RoutingRow(row.id()));
        }
        for act in Act::ALL.iter().filter(|act| **act != Act::Owner) {
            self.reached.extend(answer.routes(*act).map(|row| PolicyPart::RoutingRow(row.id())));
        }
        for clock in answer.clocks() {
            if let ClockOutcome::Due(_) = clock.outcome() {
                self.reached.insert(PolicyPart::Clock(clock.name()));
                self.reached.insert(match clock.target() {
                    Some(target) => PolicyPart::Target(clock.name(), target.id()),
                    None => PolicyPart::TargetOtherwise(clock.name()),
                });
            }
        }
    }

    fn rating<W>(&mut self, outcome: Option<&RatingOutcome<'_, W>>)
    where
        W: Word,
    {
        if let Some(RatingOutcome::ByRule(rule)) = outcome {
            self.reached.insert(PolicyPart::RatingRule(W::FACET, rule.id()));
        }
    }

    /// Adds an approval chain that was chosen.
    pub fn add_chain(&mut self, chain: RuleId) {
        self.reached.insert(PolicyPart::Chain(chain));
    }

    /// Returns every part of the policy, in the order of the policy.
    #[must_use]
    pub fn parts(&self) -> &[PolicyPart] {
        &self.parts
    }

    /// Returns the parts that decided something.
    pub fn reached(&self) -> impl Iterator<Item = PolicyPart> + '_ {
        self.parts.iter().copied().filter(|part| self.reached.contains(part))
    }

    /// Returns the parts that decided nothing.
    pub fn missing(&self) -> impl Iterator<Item = PolicyPart> + '_ {
        self.parts.iter().copied().filter(|part| !self.reached.contains(part))
    }
}

impl fmt::Display for Coverage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} of {} parts reached", self.reached().count(), self.parts.len())?;
        let missing: Vec<String> = self.missing().map(|part| part.to_string()).collect();
        if missing.is_empty() { Ok(()) } else { write!(f, "; not reached: {}", missing.join(", ")) }
    }
}
