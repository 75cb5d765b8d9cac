//! Findings of clocks: those that never start or stop, complaints without a limit, warnings at the start, promises beyond
//! the limit, and escalations that lead nowhere.

use alloc::collections::BTreeSet;
use alloc::string::ToString;
use alloc::vec::Vec;

use crate::calendar::Calendar;
use crate::deadline::rule::{Hardness, Warning};
use crate::deadline::{Anchors, Count, Deadline, Due};
use crate::policy::answer::InputAnswer;
use crate::policy::choice::{ClockRounds, ClockScope, ClockStart};
use crate::policy::clock::{ClockRule, Target, Targets};
use crate::policy::fault::RoutingExample;
use crate::policy::finding::example::StartExample;
use crate::policy::finding::kinds::Finding;
use crate::policy::finding::starts::{Differ, Starts, cutoffs};
use crate::policy::procedure::Policy;
use crate::policy::severity::SeverityRules;
use crate::policy::track::{ReopeningWindow, Track};
use crate::vocab::{Anchor, Category, Input, Role, Severity};

pub(super) fn add(policy: &Policy, starts: &mut Starts, found: &mut Vec<Finding>) {
    for rule in policy.clocks() {
        starts_and_stops(policy, rule, found);
        limits(policy, rule, found);
        warnings(rule, found);
        ladder(rule, found);
    }
    approvals(policy, found);
    found.extend(policy.hints().into_iter().map(Finding::Hint));
    for promise in policy.clocks().iter().filter(|rule| rule.clock().hardness() == Hardness::Soft) {
        for limit in policy.clocks().iter().filter(|rule| rule.clock().hardness() == Hardness::Hard) {
            found.extend(beyond(policy, promise, limit, starts));
        }
    }
}

/// Time limits of approvals that escalate to somebody who could sign all along.
fn approvals(policy: &Policy, found: &mut Vec<Finding>) {
    for chain in policy.approvals().chains() {
        for step in chain.steps() {
            let role = step.limit().map(|limit| limit.escalate_to);
            if let Some(role) = role.filter(|role| step.signers().roles().contains(role)) {
                found.push(Finding::EscalatesToSigner { chain: chain.id(), step: step.id(), role });
            }
        }
    }
}

/// Whether an event can happen in a track.
fn happens(event: Anchor, track: &Track) -> bool {
    match event {
        Anchor::DISPATCHED => track.dispatch(),
        Anchor::CONSENTED => track.consent(),
        Anchor::FOLLOWED_UP => track.follow_up().is_some(),
        Anchor::REOPENED => !matches!(track.reopening(), ReopeningWindow::Never),
        // Every other event is recorded by a command that each track allows, or is told with the complaint.
        _ => true,
    }
}

fn starts_and_stops(policy: &Policy, rule: &ClockRule, found: &mut Vec<Finding>) {
    let (clock, track) = (rule.name(), policy.track());
    let never_reopened = matches!(track.reopening(), ReopeningWindow::Never);
    match rule.start() {
        ClockStart::Event if !happens(rule.clock().start(), track) => {
            found.push(Finding::NeverStarts { clock, event: rule.clock().start() });
        }
        ClockStart::DueOf(other) => {
            let set = policy.clock(other).is_none_or(|other| !matches!(other.targets(), Targets::NotSet(_)));
            found.extend((!set).then_some(Finding::FromNotSet { clock, other }));
        }
        ClockStart::Event => {}
    }
    if rule.rounds() == ClockRounds::Later && never_reopened {
        found.push(Finding::NoLaterRound { clock });
    }
    if !happens(rule.until(), track) {
        found.push(Finding::NeverStops { clock, event: rule.until() });
    }
}

/// Complaints for which a clock has no target.
fn limits(policy: &Policy, rule: &ClockRule, found: &mut Vec<Finding>) {
    let clock = rule.name();
    let targets = match rule.targets() {
        Targets::NotSet(parameter) => {
            found.push(Finding::NotSet { clock, parameter: parameter.to_string() });
            return;
        }
        Targets::Same(_) => return,
        Targets::Table(targets) => targets,
    };
    let covers_all = |target: &Target| target.category().is_none() && target.severity().is_none();
    if rule.otherwise.is_some() || targets.iter().any(covers_all) {
        return;
    }
    // The severities that a complaint can have. A higher one is covered wherever a lower one is.
    let levels: Vec<Option<Severity>> = match policy.severity() {
        None => Vec::from([None]),
        Some(rules) => {
            let unrated = rules.may_leave_unrated().then_some(None);
            unrated.into_iter().chain(rules.levels().iter().copied().map(Some)).collect()
        }
    };
    let categories = policy.taxonomy().words::<Category>().map(|declared| declared.word);
    let is_meant = |category: &Category| rule.only_for.is_empty() || rule.covers(*category);
    let is_by_severity = targets.iter().any(|target| target.severity().is_some());
    for category in categories.filter(is_meant) {
        let Some(level) = levels.iter().find(|level| rule.target(Some(category), **level).is_none()) else {
            continue;
        };
        let mut words = Vec::from([(Input::CATEGORY, InputAnswer::Word(category.into()))]);
        if is_by_severity {
            let answer = level.map_or(InputAnswer::Nothing, |level| InputAnswer::Word(level.code()));
            words.push((Input::Severity, answer));
        }
        found.push(Finding::NoLimit { clock, example: RoutingExample { words } });
        return;
    }
}

/// Leads that are not shorter than a target.
fn warnings(rule: &ClockRule, found: &mut Vec<Finding>) {
    let leads = rule.clock().warnings().iter().filter_map(|warning| match warning {
        Warning::Lead(lead) => Some(*lead),
        Warning::Share(_) => None,
    });
    for lead in leads {
        let longer = rule.deadlines().into_iter().find_map(|(place, deadline)| {
            // Of several terms, only a lead that none of them exceeds comes at the start for sure.
            let mut counts = deadline.terms().map(crate::deadline::Term::count);
            let target = counts.next().filter(|target| is_within(*target, lead))?;
            counts.all(|target| is_within(target, lead)).then_some((place, target))
        });
        found.extend(longer.map(|(place, target)| Finding::WarnsAtStart { place, lead, target }));
    }
}

/// Whether a target is no longer than a lead, both in one unit.
fn is_within(target: Count, lead: Count) -> bool {
    match (target, lead) {
        (Count::Elapsed(target), Count::Elapsed(lead)) | (Count::Working(target), Count::Working(lead)) => {
            target <= lead
        }
        (Count::CalendarDays(target), Count::CalendarDays(lead))
        | (Count::WorkingDays(target), Count::WorkingDays(lead))
        | (Count::Weeks(target), Count::Weeks(lead))
        | (Count::Months(target), Count::Months(lead)) => target <= lead,
        (Count::CalendarDays(target), Count::Weeks(lead)) => u64::from(target) <= 7 * u64::from(lead),
        (Count::Weeks(target), Count::CalendarDays(lead)) => 7 * u64::from(target) <= u64::from(lead),
        (
            Count::Elapsed(_)
            | Count::Working(_)
            | Count::CalendarDays(_)
            | Count::WorkingDays(_)
            | Count::Weeks(_)
            | Count::Months(_)
            | Count::At(_),
            _,
        ) => false,
    }
}

/// Steps of an escalation to somebody who was told by an earlier one.
fn ladder(rule: &ClockRule, found: &mut Vec<Finding>) {
    let mut told: BTreeSet<Role> = BTreeSet::new();
    for rung in rule.escalation() {
        if !told.insert(rung.to) {
            found.push(Finding::EscalatesAgain { clock: rule.name(), role: rung.to });
        }
    }
}

/// The first start at which a promise is due after the limit for the same event.
fn beyond(policy: &Policy, promise: &ClockRule, limit: &ClockRule, starts: &mut Starts) -> Option<Finding> {
    let from_events = promise.start() == ClockStart::Event && limit.start() == ClockStart::Event;
    let same = promise.clock().start() == limit.clock().start() && promise.until() == limit.until();
    let of_case = promise.scope() == ClockScope::Case && limit.scope() == ClockScope::Case;
    let plain = promise.periods().is_none() && limit.periods().is_none();
    let apart = matches!(
        (promise.rounds(), limit.rounds()),
        (ClockRounds::First, ClockRounds::Later) | (ClockRounds::Later, ClockRounds::First)
    );
    if !(from_events && same && of_case && plain) || apart {
        return None;
    }
    let mut tried: Vec<[(&Deadline, &Calendar); 2]> = Vec::new();
    for (category, level) in classes(policy, promise, limit) {
        let (Some(own), Some(other)) =
            (deadline_of(policy, promise, category, level), deadline_of(policy, limit, category, level))
        else {
            continue;
        };
        let pair = [own, other];
        if tried.iter().any(|[one, two]| same_rule(*one, own) && same_rule(*two, other)) {
            continue;
        }
        tried.push(pair);
        let anchor = promise.clock().start();
        let times = cutoffs(own.0.terms().chain(other.0.terms()));
        let due = |(deadline, calendar): (&Deadline, &Calendar), start| -> Option<Due> {
            deadline.due(calendar, anchor, &Anchors::new().with(anchor, start)).ok()
        };
        let shown = starts.first(own.1, &times, |start| {
            let (due, other) = (due(own, start)?, due(other, start)?);
            (due > other).then_some((due, other))
        });
        if let Differ::At(start, (due, other)) = shown {
            let example = StartExample { start, due, other, pause: None };
            return Some(Finding::PromiseBeyondLimit { clock: promise.name(), limit: limit.name(), example });
        }
    }
    None
}

fn same_rule(one: (&Deadline, &Calendar), other: (&Deadline, &Calendar)) -> bool {
    one.0 == other.0 && core::ptr::eq(one.1, other.1)
}

/// The categories and levels that targets of two clocks tell apart, of complaints that have both.
fn classes(
    policy: &Policy,
    promise: &ClockRule,
    limit: &ClockRule,
) -> Vec<(Option<Category>, Option<Severity>)> {
    let both = [promise, limit];
    let targets = || {
        both.into_iter().flat_map(|rule| match rule.targets() {
            Targets::Table(targets) => targets.as_slice(),
            Targets::Same(_) | Targets::NotSet(_) => &[],
        })
    };
    let named = targets()
        .filter_map(Target::category)
        .chain(both.into_iter().flat_map(|rule| rule.only_for.iter().copied()));
    let mut categories: BTreeSet<Option<Category>> = named.map(Some).collect();
    categories.insert(None);
    let levels: Vec<Option<Severity>> = match policy.severity().map(SeverityRules::levels) {
        Some(levels) => levels.iter().copied().map(Some).collect(),
        None => Vec::from([None]),
    };
    let is_meant = |category: &Option<Category>| {
        both.iter()
            .all(|rule| rule.only_for.is_empty() || category.is_some_and(|category| rule.covers(category)))
    };
    let categories = categories.into_iter().filter(is_meant);
    categories.flat_map(|category| levels.iter().map(move |level| (category, *level))).collect()
}

fn deadline_of<'p>(
    policy: &'p Policy,
    rule: &'p ClockRule,
    category: Option<Category>,
    level: Option<Severity>,
) -> Option<(&'p Deadline, &'p Calendar)> {
    match rule.targets() {
        Targets::Same(deadline) => Some((deadline, policy.calendar_of(rule, None))),
        Targets::NotSet(_) => None,
        Targets::Table(_) => match rule.target(category, level) {
            Some(target) => Some((target.deadline(), policy.calendar_of_target(rule, target, None))),
            None => rule.otherwise.as_ref().map(|deadline| (deadline, policy.calendar_of(rule, None))),
        },
    }
}
