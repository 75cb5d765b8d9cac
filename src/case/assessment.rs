//! The assessment of a case: severity, owner, marks, and the targets of each clock.
//!
//! # Why an assessment is stored
//!
//! The problem: a clock must know its term on the day on which an event happened, although the policy could answer
//! differently today. Replay must not ask a policy that no longer exists.
//!
//! The idea: whenever the complaint changes, the policy judges it again. If the answer differs from the last one, an
//! `Assessed` event keeps the new answer. Clocks read the targets of the assessments, in their order, and never the
//! complaint itself.
//!
//! The targets of one clock are found like this. A clock with one term for all complaints needs none. Otherwise each
//! category of the complaint is looked up together with the severity, and the clock is due with the earliest of the
//! targets. If the clock looks only at the main category, only the first one is looked up. A complaint without a
//! category is looked up without one.
//!
//! If the severity is not known, it can still be known to lie in a range. Then the lookup must give the same target for
//! every severity of the range. If it does not, `missing` is set, and the clock is undetermined: it has no due date
//! until the severity is known. `missing` is also set if a category has no target, and if it is not known whether the
//! complaint has such a clock at all.
//!
//! Cost: the number of clocks times the number of categories (at most 100) times the number of possible severities
//! (at most five, unrated included).
//!
//! To take the earliest target of the range instead was rejected: the date would look certain, and could be wrong.

use alloc::vec::Vec;

use crate::case::course::arrows;
use crate::case::payload::payload;
use crate::policy::clock::{SeveralCategories, Target, Targets};
use crate::policy::condition::Truth;
use crate::policy::fingerprint::PolicyContent;
use crate::policy::severity::SeverityRule;
use crate::policy::{ClockRule, Policy, Track};
use crate::triage::answer::{Level, SeverityTriage};
use crate::triage::{Complaint, PastCounts, Triage, TriageError, triage_with};
use crate::vocab::{Action, ClockName, Department, Mark, Role, RuleId, Severity, Stage};

payload! {
    /// The answer of a policy about a complaint: its severity, its owner, and the targets of its clocks.
    ///
    /// [`Case::assessment`](crate::case::Case::assessment) returns the current one.
    ///
    /// ```
    /// use redress::sample;
    /// use redress::vocab::{Department, Severity};
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let case = sample::case(&sample::policy()?, &sample::roster()?)?;
    /// let assessment = case.assessment();
    /// assert_eq!((assessment.severity, assessment.department), (Some(Severity::General), Some(Department::QUALITY)));
    /// assert_eq!(assessment.row, Some("product".parse()?)); // the row of the routing table
    /// assert!(assessment.rules.is_empty()); // no severity rule matched: the default applies
    /// # Ok(()) }
    /// ```
    #[derive(Default)]
    pub struct Assessment = "an assessment" {
        /// The fingerprint of the policy. Set at the receipt and after a move to another policy; `None` otherwise, and
        /// in the assessment that a case returns.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub content: Option<PolicyContent>,
        /// The severity. `None` if the policy does not rate the complaint, or if the severity is not known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub severity: Option<Severity>,
        /// The highest possible severity. `None` unless the severity is not known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub at_worst: Option<Severity>,
        /// The severity rules that match the complaint.
        #[serde(default, deserialize_with = "crate::text::list::any_number", skip_serializing_if = "Vec::is_empty")]
        pub rules: Vec<RuleId>,
        /// The marks that the policy gives, such as `recall-required`.
        #[serde(default, deserialize_with = "crate::text::list::any_number", skip_serializing_if = "Vec::is_empty")]
        pub marks: Vec<Mark>,
        /// The department that owns the complaint.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub department: Option<Department>,
        /// The role that owns the complaint.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub role: Option<Role>,
        /// The row of the routing table that decided the owner.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub row: Option<RuleId>,
        /// Whether the complaint meets the test for forced closure. It then has no clocks.
        #[serde(
            default,
            deserialize_with = "crate::text::map_only::switch",
            skip_serializing_if = "crate::text::left_out::is_default"
        )]
        pub exempt: bool,
        /// The counts of earlier complaints. Set after a move to a policy that counts other things; `None` otherwise,
        /// and in the assessment that a case returns.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub past: Option<PastCounts>,
        /// The targets of each clock that the complaint has.
        #[serde(default, deserialize_with = "crate::text::list::any_number", skip_serializing_if = "Vec::is_empty")]
        pub targets: Vec<ClockTargets>,
    }
}

payload! {
    /// The targets of one clock. The clock is due with the earliest of them.
    ///
    /// # Example: clocks with one term for all complaints
    ///
    /// ```
    /// use redress::sample;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let case = sample::case(&sample::policy()?, &sample::roster()?)?;
    /// let targets = &case.assessment().targets; // of `response` and `closure`
    /// assert_eq!(targets.len(), 2);
    /// assert!(targets.iter().all(|clock| clock.by.is_empty() && !clock.missing));
    /// # Ok(()) }
    /// ```
    pub struct ClockTargets = "the targets of a clock" {
        /// The clock.
        pub clock: ClockName,
        /// The ids of the targets. Empty if the clock has one deadline for all complaints, or uses only `otherwise`.
        #[serde(default, deserialize_with = "crate::text::list::any_number", skip_serializing_if = "Vec::is_empty")]
        pub by: Vec<RuleId>,
        /// Whether the deadline for complaints that no target covers also applies.
        #[serde(
            default,
            deserialize_with = "crate::text::map_only::switch",
            skip_serializing_if = "crate::text::left_out::is_default"
        )]
        pub otherwise: bool,
        /// Whether the due date of the clock is not known: a category has no target, or it is not known which target
        /// applies, or whether the complaint has such a clock.
        #[serde(
            default,
            deserialize_with = "crate::text::map_only::switch",
            skip_serializing_if = "crate::text::left_out::is_default"
        )]
        pub missing: bool,
    }
}

impl Assessment {
    /// Assesses a complaint under a policy.
    pub(super) fn of(policy: &Policy, complaint: &Complaint, past: PastCounts) -> Result<Self, TriageError> {
        let triage = triage_with(policy, complaint, past)?;
        let level = triage.severity().map(SeverityTriage::level);
        let exempt = matches!(triage.owner(), crate::triage::Owner::NotDispatched(_));
        Ok(Self {
            content: None,
            severity: level.and_then(Level::severity),
            at_worst: level.and_then(|level| match level {
                Level::Undetermined(_, worst) => Some(worst),
                Level::ByRules(_) | Level::Default(_) | Level::Unrated => None,
            }),
            rules: triage
                .severity()
                .into_iter()
                .flat_map(|severity| severity.matched().map(SeverityRule::id))
                .collect(),
            marks: triage.marks().iter().map(|&(mark, _)| mark).collect(),
            department: triage.department(),
            role: triage.role(),
            row: triage.because(),
            exempt,
            past: None,
            targets: targets(policy, complaint, &triage),
        })
    }

    /// Returns the severity or, if it is not known, the highest possible one.
    pub(in crate::case) fn worst(&self) -> Option<Severity> {
        self.severity.or(self.at_worst)
    }

    /// Adapts the assessment to a stage. Only a case that can still be closed by force has no clocks. A case that has a
    /// solution keeps them.
    pub(super) fn at(mut self, stage: Stage, track: &Track) -> Self {
        self.exempt &= arrows(track, stage, Action::ForceClose).next().is_some();
        self
    }
}

/// Finds the targets of every clock that the complaint has.
fn targets(policy: &Policy, complaint: &Complaint, triage: &Triage<'_>) -> Vec<ClockTargets> {
    let level = triage.severity().map(SeverityTriage::level);
    let is_for = |rule: &ClockRule| rule.is_for(complaint, triage.to_ask());
    let rules = policy.clocks().iter().filter(|rule| is_for(rule) != Truth::False);
    let targets = rules.map(|rule| {
        let mut targeted = targeted(rule, complaint, level);
        // It is not known whether the complaint has this clock.
        targeted.missing |= is_for(rule) == Truth::Unknown;
        targeted
    });
    targets.collect()
}

fn targeted(rule: &ClockRule, complaint: &Complaint, level: Option<Level>) -> ClockTargets {
    let mut targeted = ClockTargets { clock: rule.name(), by: Vec::new(), otherwise: false, missing: false };
    match rule.targets() {
        Targets::Same(_) => return targeted,
        Targets::NotSet(_) => {
            targeted.missing = true;
            return targeted;
        }
        Targets::Table(_) => {}
    }
    let considered = complaint.categories().take(match rule.several() {
        SeveralCategories::Earliest => usize::MAX,
        SeveralCategories::Main => 1,
    });
    let none = (considered.len() == 0).then_some(None);
    let each = considered.map(Some).chain(none);
    // If the severity is not known, the target must be the same for every possible severity.
    let possible: Vec<Option<Severity>> = match level {
        Some(Level::Undetermined(lowest, highest)) => {
            let rated = Severity::ALL.iter().copied().map(Some);
            let rated = rated.filter(|&one| one >= lowest && one <= Some(highest));
            lowest.is_none().then_some(None).into_iter().chain(rated).collect()
        }
        other => Vec::from([other.and_then(Level::severity)]),
    };
    for category in each {
        let mut targets = possible.iter().map(|&level| rule.target(category, level).map(Target::id));
        let first = targets.next().flatten();
        match first {
            _ if targets.any(|other| other != first) => targeted.missing = true,
            Some(target) if targeted.by.contains(&target) => {}
            Some(target) => targeted.by.push(target),
            None if rule.otherwise.is_some() => targeted.otherwise = true,
            None => targeted.missing = true,
        }
    }
    targeted
}
