//! The triage result that a case keeps: severity, owner, marks, and the targets of each clock.

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
    /// What the policy said of a complaint: how bad it is, whose it is, and which targets its clocks have.
    #[derive(Default)]
    pub struct Assessment = "an assessment" {
        /// By which content of the policy, where that was not said before: at the receipt, and with another policy.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub content: Option<PolicyContent>,
        /// How bad it is; none where it is not rated, or not known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub severity: Option<Severity>,
        /// The worst that it may be, where that is not known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub at_worst: Option<Severity>,
        /// The rules by which it is so bad.
        #[serde(default, deserialize_with = "crate::text::list::any_number", skip_serializing_if = "Vec::is_empty")]
        pub rules: Vec<RuleId>,
        /// What is to be kept in mind.
        #[serde(default, deserialize_with = "crate::text::list::any_number", skip_serializing_if = "Vec::is_empty")]
        pub marks: Vec<Mark>,
        /// The department that owns it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub department: Option<Department>,
        /// The role that owns it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub role: Option<Role>,
        /// The row by which it is whose it is.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub row: Option<RuleId>,
        /// Whether it is to be closed by force, and has no clocks.
        #[serde(
            default,
            deserialize_with = "crate::text::map_only::switch",
            skip_serializing_if = "crate::text::left_out::is_default"
        )]
        pub exempt: bool,
        /// How it repeats earlier ones, as the policy asks for it, where the policy before asked for other things.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub past: Option<PastCounts>,
        /// The targets of its clocks.
        #[serde(default, deserialize_with = "crate::text::list::any_number", skip_serializing_if = "Vec::is_empty")]
        pub targets: Vec<ClockTargets>,
    }
}

payload! {
    /// The targets of a clock: it is due with the earliest of them.
    pub struct ClockTargets = "the targets of a clock" {
        /// The clock.
        pub clock: ClockName,
        /// The targets; none where the clock has one deadline for all, or goes by what holds otherwise.
        #[serde(default, deserialize_with = "crate::text::list::any_number", skip_serializing_if = "Vec::is_empty")]
        pub by: Vec<RuleId>,
        /// Whether the deadline of what no target covers is one of them.
        #[serde(
            default,
            deserialize_with = "crate::text::map_only::switch",
            skip_serializing_if = "crate::text::left_out::is_default"
        )]
        pub otherwise: bool,
        /// Whether some category has no target at all, or it is to be asked whether there is such a clock, so that
        /// nobody knows when the clock is due.
        #[serde(
            default,
            deserialize_with = "crate::text::map_only::switch",
            skip_serializing_if = "crate::text::left_out::is_default"
        )]
        pub missing: bool,
    }
}

impl Assessment {
    /// What a policy says of a complaint.
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

    /// How bad it is, or the worst that it may be where that is not known.
    pub(in crate::case) fn worst(&self) -> Option<Severity> {
        self.severity.or(self.at_worst)
    }

    /// The same for a case of a stage: only what can still be closed by force has no clocks. What has a solution before
    /// it goes on under them.
    pub(super) fn at(mut self, stage: Stage, track: &Track) -> Self {
        self.exempt &= arrows(track, stage, Action::ForceClose).next().is_some();
        self
    }
}

/// The targets of every clock that the complaint has.
fn targets(policy: &Policy, complaint: &Complaint, triage: &Triage<'_>) -> Vec<ClockTargets> {
    let level = triage.severity().map(SeverityTriage::level);
    let is_for = |rule: &ClockRule| rule.is_for(complaint, triage.to_ask());
    let rules = policy.clocks().iter().filter(|rule| is_for(rule) != Truth::False);
    let targets = rules.map(|rule| {
        let mut targeted = targeted(rule, complaint, level);
        // Whether there is such a clock is to be asked.
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
    // Where the severity is not known, a target has to be the same at every level that it may be.
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
