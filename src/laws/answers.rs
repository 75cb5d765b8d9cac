//! Laws of answers: what must hold for every complaint.

use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use chrono::TimeDelta;

use crate::calendar::instant::format as instant;
use crate::deadline::Due;
use crate::laws::broken::{Broken, Law};
use crate::laws::edges::{Edges, conditions};
use crate::laws::situation::Situation;
use crate::policy::Policy;
use crate::policy::clock::ClockStart;
use crate::policy::condition::Truth;
use crate::policy::severity::SeverityRule;
use crate::triage::account::{LevelAccount, RuleAccount, SeverityAccount};
use crate::triage::answer::{ClockTriage, Level};
use crate::triage::{Complaint, Explanation, History, Owner, PastCase, Triage, triage};
use crate::vocab::course::Validity;
use crate::vocab::{Anchor, Fact, Severity};

fn broken(law: Law, situation: &Situation, (expected, found): (&str, String)) -> Broken {
    Broken { law, about: format!("complaint {situation}"), expected: expected.into(), found }
}

/// Triages a complaint. A complaint that the policy refuses breaks every law: nothing is known about it.
fn answer<'a>(law: Law, policy: &'a Policy, situation: &'a Situation) -> Result<Triage<'a>, Broken> {
    triage(policy, situation.complaint(), situation.history())
        .map_err(|error| broken(law, situation, ("a complaint that the policy accepts", error.to_string())))
}

/// Checks every law of this module that takes a complaint.
///
/// # Errors
///
/// Returns the first law that does not hold.
///
/// # Example
///
/// ```
/// use redress::laws::{Situation, of_complaint};
/// use redress::sample;
///
/// of_complaint(&sample::policy()?, &Situation::new(sample::complaint()?))?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn of_complaint(policy: &Policy, situation: &Situation) -> Result<(), Broken> {
    owner_for_everyone(policy, situation)?;
    monotone_severity(policy, situation)?;
    due_after_receipt(policy, situation)?;
    let told = answer(Law::ExplanationIsTrue, policy, situation)?.explain();
    explanation_is_true(policy, situation, &told)
}

/// Checks that a complaint has an owner, or that its answer names what to ask.
///
/// A complaint that the policy closes by force needs no owner.
///
/// # Errors
///
/// Returns [`Law::OwnerForEveryone`] if no row of the routing table gives the complaint to anybody.
///
/// # Example
///
/// ```
/// use redress::laws::{Situation, owner_for_everyone};
/// use redress::sample;
///
/// owner_for_everyone(&sample::policy()?, &Situation::new(sample::complaint()?))?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn owner_for_everyone(policy: &Policy, situation: &Situation) -> Result<(), Broken> {
    let law = Law::OwnerForEveryone;
    let answer = answer(law, policy, situation)?;
    let found = match answer.owner() {
        Owner::Row(_) | Owner::NotDispatched(_) => return Ok(()),
        Owner::Undetermined { missing, .. } if !missing.is_empty() || !answer.to_ask().is_empty() => {
            return Ok(());
        }
        Owner::Undetermined { .. } => "an open question that names nothing to ask",
        Owner::Unrouted => "no row of the routing table",
    };
    Err(broken(law, situation, ("an owner", found.to_string())))
}

/// The lowest and the highest severity that a complaint may have.
fn bounds(
    policy: &Policy,
    complaint: &Complaint,
    history: &History,
) -> Option<(Option<Severity>, Option<Severity>)> {
    match policy.prepare(complaint, history).ok()?.level()? {
        Level::ByRules(level) | Level::Default(level) => Some((Some(level), Some(level))),
        Level::Unrated => Some((None, None)),
        Level::Undetermined(lowest, highest) => Some((lowest, Some(highest))),
    }
}

/// Checks that more of a fact, a higher amount or one more repetition does not lower the severity of a complaint.
///
/// Tries each fact that the policy names at each count around its thresholds, each amount around its thresholds, and
/// one more earlier complaint like this one. A rule with `not` may break this law: the policy then means to rate some
/// complaints lower when more is known about them.
///
/// # Errors
///
/// Returns [`Law::MonotoneSeverity`] with what was added, and the two severities.
///
/// # Example: a rule with `not`
///
/// ```
/// use redress::laws::{Situation, monotone_severity};
/// use redress::policy::severity::SeverityRule;
/// use redress::policy::{Condition, Policy, Routing, SeverityRules};
/// use redress::sample;
/// use redress::vocab::{Fact, RuleId, Severity};
/// use redress::word;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let no_danger = Condition::not(Condition::has(Fact::DANGER_TO_PERSON));
/// let rules = SeverityRules::new([Severity::General, Severity::Serious])
///     .with_rule(SeverityRule::new(word!(RuleId, "odd"), Severity::Serious, no_danger))
///     .with_otherwise(Severity::General);
/// let policy = Policy::builder("shop").version("1").calendar(sample::calendar()?).routing(Routing::none());
/// let policy = policy.severity(rules).build()?;
/// let broken = monotone_severity(&policy, &Situation::new(sample::complaint()?)).unwrap_err();
/// assert_eq!(broken.found, "general with `danger-to-person` 1 time(s)");
/// # Ok(()) }
/// ```
pub fn monotone_severity(policy: &Policy, situation: &Situation) -> Result<(), Broken> {
    let law = Law::MonotoneSeverity;
    answer(law, policy, situation)?;
    let (complaint, history) = (situation.complaint(), situation.history());
    let Some(before) = bounds(policy, complaint, history) else { return Ok(()) };
    let lower = |complaint: &Complaint, history: &History, was_known: bool| {
        let after = bounds(policy, complaint, history)?;
        (after.0 < before.0 || (was_known && after.1 < before.1)).then_some(after)
    };
    let told = |(lowest, highest): (Option<Severity>, Option<Severity>)| match (lowest, highest) {
        (Some(lowest), Some(highest)) if lowest == highest => lowest.to_string(),
        (Some(lowest), Some(highest)) => format!("{lowest} to {highest}"),
        (None, Some(highest)) => format!("unrated or up to {highest}"),
        (Some(_) | None, None) => "unrated".to_string(),
    };
    let breaks = |after, what: String| {
        let expected = format!("at least {}", told(before));
        Err(broken(law, situation, (&expected, format!("{} with {what}", told(after)))))
    };
    let edges = Edges::of_rules(policy);
    for (fact, counts) in edges.facts() {
        let (now, is_open) =
            (complaint.count(fact), policy.must_ask().contains(&fact) && !complaint.is_answered(fact));
        for count in counts.into_iter().filter(|count| *count > now) {
            if let Some(after) = lower(&complaint.clone().with_fact(fact, count), history, !is_open) {
                return breaks(after, format!("`{fact}` {count} time(s)"));
            }
        }
    }
    if let Some(now) = complaint.amount() {
        for amount in edges.amounts().iter().filter(|amount| amount.is_at_least(&now) == Some(true)) {
            if let Some(after) = lower(&complaint.clone().with_amount(*amount), history, true) {
                return breaks(after, format!("an amount of {amount}"));
            }
        }
    }
    if let Some(after) = repeated(situation).and_then(|history| lower(complaint, &history, true)) {
        return breaks(after, "one more earlier complaint like it".to_string());
    }
    Ok(())
}

/// The history with one more complaint like this one.
fn repeated(situation: &Situation) -> Option<History> {
    let complaint = situation.complaint();
    let mut again = complaint
        .clone()
        .with_event(Anchor::RECEIVED, complaint.received().checked_sub_signed(TimeDelta::seconds(1))?);
    let fresh = (1_u32..).filter_map(|number| format!("again-{number}").parse().ok());
    let known: Vec<_> = situation.history().cases().map(|case| case.id()).collect();
    let id = fresh.into_iter().find(|id| !known.contains(id) && *id != complaint.id())?;
    again.id = id;
    let again = PastCase::of(&again).with_validity(Validity::Established);
    let mut history = situation.history().clone();
    history.insert(again.with_admonition()).ok()?;
    Some(history)
}

/// Checks that every due instant of a complaint lies after the instant from which its clock counts.
///
/// # Errors
///
/// Returns [`Law::DueAfterReceipt`] with the clock and both instants.
///
/// # Example: a fixed date that is over
///
/// ```
/// use redress::deadline::{Clock, Term};
/// use redress::laws::{Situation, due_after_receipt};
/// use redress::policy::{ClockRule, Policy, Routing};
/// use redress::sample;
/// use redress::vocab::{Anchor, ClockName};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let rule = ClockRule::new(Clock::new(ClockName::RESPONSE, Anchor::RECEIVED), Term::at("2026-03-31T15:00:00Z".parse()?));
/// let policy = Policy::builder("shop").version("1").calendar(sample::calendar()?).routing(Routing::none());
/// let broken = due_after_receipt(&policy.clock(rule).build()?, &Situation::new(sample::complaint()?)).unwrap_err();
/// assert_eq!(broken.found, "due at 2026-03-31T15:00:00Z");
/// # Ok(()) }
/// ```
pub fn due_after_receipt(policy: &Policy, situation: &Situation) -> Result<(), Broken> {
    let law = Law::DueAfterReceipt;
    let answer = answer(law, policy, situation)?;
    for clock in answer.clocks() {
        let Some(due) = clock.due() else { continue };
        let complaint = situation.complaint();
        let (starts, is_after) = match clock.rule().start() {
            ClockStart::Event => {
                let departments = complaint.departments().iter();
                let received = departments.filter(|(department, _)| Some(*department) == clock.department());
                let of_department = received.map(|(_, at)| *at).next();
                let at = of_department.or_else(|| complaint.anchors().get(clock.rule().clock().start()));
                (at, at.is_none_or(|at| due.at() > at))
            }
            ClockStart::DueOf(other) => {
                let at = answer.due(other).map(Due::at);
                (at, at.is_none_or(|at| due.at() >= at))
            }
        };
        if let (Some(at), false) = (starts, is_after) {
            let expected = format!("clock `{}` due after {}", clock.name(), instant(at));
            return Err(broken(law, situation, (&expected, format!("due at {}", instant(due.at())))));
        }
    }
    Ok(())
}

/// Checks that what was told about a complaint is so: every reason holds for the complaint, and the explanation is the
/// one that the policy gives.
///
/// Each condition of the explanation is evaluated again, alone and not as triage does it. The severity must follow from
/// the rules that the explanation names, no rule that holds may be missing, and owner and due dates must be those of
/// the policy.
///
/// # Errors
///
/// Returns [`Law::ExplanationIsTrue`] with the part that is not so.
///
/// # Example: the explanation of another complaint
///
/// ```
/// use redress::laws::{Situation, explanation_is_true};
/// use redress::sample;
/// use redress::triage::{History, triage};
/// use redress::vocab::Fact;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let (policy, complaint) = (sample::policy()?, sample::complaint()?);
/// let told = triage(&policy, &complaint, &History::none())?.explain();
/// explanation_is_true(&policy, &Situation::new(complaint.clone()), &told)?;
///
/// let in_danger = Situation::new(complaint.with_fact(Fact::DANGER_TO_PERSON, 1));
/// let broken = explanation_is_true(&policy, &in_danger, &told).unwrap_err();
/// assert_eq!(broken.expected, "severity rule `danger` among the reasons");
/// # Ok(()) }
/// ```
pub fn explanation_is_true(policy: &Policy, situation: &Situation, told: &Explanation) -> Result<(), Broken> {
    let law = Law::ExplanationIsTrue;
    let answer = answer(law, policy, situation)?;
    let differs = |expected: String, found: String| Err(broken(law, situation, (&expected, found)));
    let complaint = situation.complaint();
    if told.complaint() != complaint.id() {
        return differs(
            format!("complaint `{}`", complaint.id()),
            format!("complaint `{}`", told.complaint()),
        );
    }
    if told.policy() != (policy.name(), policy.version()) {
        let (name, version) = told.policy();
        let expected = format!("policy `{}`, version `{}`", policy.name(), policy.version());
        return differs(expected, format!("policy `{name}`, version `{version}`"));
    }
    let holds = |rule: &SeverityRule| {
        complaint.satisfies(rule.when(), situation.history(), policy.calendar()) == Truth::True
    };
    let matched = told.severity().map_or(&[][..], |severity| severity.matched());
    for rule in matched {
        let declared = policy.severity().and_then(|rules| {
            rules.all().map(|(_, declared)| declared).find(|declared| declared.id() == rule.rule())
        });
        match declared {
            None => {
                return differs("a severity rule of the policy".into(), format!("rule `{}`", rule.rule()));
            }
            Some(declared) if declared.level() != rule.level() || !holds(declared) => {
                let expected =
                    format!("severity rule `{}` to hold and to give {}", rule.rule(), rule.level());
                return differs(expected, "that it does not".into());
            }
            Some(_) => {}
        }
        for ground in rule.because() {
            if complaint.satisfies(&ground.condition(), situation.history(), policy.calendar())
                == Truth::False
            {
                return differs(
                    format!("every reason of rule `{}` to hold", rule.rule()),
                    format!("that {:?} does not", ground.finding()),
                );
            }
        }
    }
    // A fact that must be asked and was not leaves rules open that would hold if nobody said anything.
    let nothing_open = policy.must_ask().iter().all(|fact: &Fact| complaint.is_answered(*fact));
    let rules = policy.severity().map_or(&[][..], |rules| rules.rules()).iter();
    let named = |rule: &SeverityRule| matched.iter().any(|known: &RuleAccount| known.rule() == rule.id());
    if let Some(rule) = rules.filter(|_| nothing_open).find(|rule| holds(rule) && !named(rule)) {
        return differs(format!("severity rule `{}` among the reasons", rule.id()), "it is missing".into());
    }
    if let Some(LevelAccount::ByRules { level }) = told.severity().map(SeverityAccount::level) {
        let highest = matched.iter().map(RuleAccount::level).max();
        if highest != Some(level) {
            let highest = highest.map_or_else(|| "nothing".to_string(), |level| level.to_string());
            return differs(format!("severity {highest}, which the rules give"), level.to_string());
        }
    }
    for clock in told.clocks() {
        let same = |known: &&ClockTriage<'_>| {
            known.name() == clock.clock() && known.department() == clock.department()
        };
        let due = answer.clocks().iter().find(same).and_then(ClockTriage::due);
        if due != clock.due() {
            let told =
                |due: Option<Due>| due.map_or_else(|| "no due date".to_string(), |due| instant(due.at()));
            return differs(format!("clock `{}` due: {}", clock.clock(), told(due)), told(clock.due()));
        }
    }
    if answer.explain() == *told {
        Ok(())
    } else {
        differs("the explanation that the policy gives".into(), "another one".into())
    }
}

impl Edges {
    /// The edges of the severity rules alone, without receipts: cheap enough for every complaint.
    fn of_rules(policy: &Policy) -> Self {
        let mut edges = Self::empty();
        conditions(policy).for_each(|condition| edges.condition(condition));
        edges
    }
}
