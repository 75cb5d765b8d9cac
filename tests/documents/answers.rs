//! What tables come to, against the plainest reading of their words.

use std::collections::BTreeSet;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use redress::policy::condition::Truth;
use redress::policy::routing::{Assignee, Cell, CellTest, HitPolicy, RoutingGaps, Row};
use redress::policy::severity::{SeverityGaps, SeverityRule};
use redress::policy::{Condition, Policy, PolicyBuilder, PolicyFault, Routing, SeverityRules};
use redress::triage::answer::Level;
use redress::triage::{Complaint, History, Owner, triage};
use redress::vocab::kind::Medium;
use redress::vocab::{Act, Code, Demand, Department, Fact, Input, Money, Region, Severity, Subject};

use super::support::{REGIONS, complaint, config, desk, nth, office, words};

const FACTS: [Fact; 3] = [Fact::MINUTES_LATE, Fact::LOW_SKILL, Fact::GRAVE_ERROR];
const DEMANDS: [Demand; 2] = [Demand::REFUND, Demand::REPAIR];

fn euros(minor: u64) -> Money {
    Money::new(minor, "EUR".parse().unwrap())
}

fn regions() -> Vec<Region> {
    REGIONS.map(|text| text.parse().unwrap()).to_vec()
}

fn asked() -> impl Strategy<Value = Condition> {
    let leaf = prop_oneof![
        3 => (select(FACTS.to_vec()), 1..3_u32).prop_map(|(fact, number)| Condition::at_least(fact, number)),
        2 => select(Subject::ALL.to_vec()).prop_map(Condition::is),
        2 => select(regions()).prop_map(Condition::is),
        1 => select(DEMANDS.to_vec()).prop_map(Condition::is),
        1 => (1..3_u64).prop_map(|minor| Condition::amount_at_least(euros(minor))),
    ];
    leaf.prop_recursive(3, 8, 3, |inner| {
        prop_oneof![
            vec(inner.clone(), 1..3).prop_map(Condition::all),
            vec(inner.clone(), 1..3).prop_map(Condition::any),
            inner.clone().prop_map(Condition::not),
            inner.prop_map(Condition::surely),
        ]
    })
}

/// A complaint about which more or less is known.
fn said() -> impl Strategy<Value = Complaint> {
    let facts = (0..3_u32, 0..3_u32, 0..2_u32);
    let subject = proptest::option::of(select(Subject::ALL.to_vec()));
    let demands = proptest::option::of(vec(select(DEMANDS.to_vec()), 0..3));
    let amount = proptest::option::of(0..4_u64);
    let region = proptest::option::of(select(regions()));
    let medium = proptest::option::of(select(Medium::ALL.to_vec()));
    (facts, subject, region, demands, amount, medium).prop_map(
        |((late, skill, grave), subject, region, demands, amount, medium)| {
            let mut said = complaint();
            for (fact, count) in FACTS.into_iter().zip([late, skill, grave]) {
                said = said.with_fact(fact, count);
            }
            if let Some(subject) = subject {
                said = said.with_subject(subject);
            }
            if let Some(region) = region {
                said = said.with_region(region);
            }
            if let Some(medium) = medium {
                said = said.with_medium(medium);
            }
            if let Some(minor) = amount {
                said = said.with_amount(euros(minor));
            }
            match demands {
                Some(demands) if demands.is_empty() => said.with_no_demand(),
                Some(demands) => demands.into_iter().fold(said, Complaint::with_demand),
                None => said,
            }
        },
    )
}

/// Rules with a level each; of the escalations the level from which they lift comes first.
type Asked = Vec<(Severity, Condition)>;

const LEVELS: [Severity; 3] = [Severity::Minor, Severity::General, Severity::Serious];

fn leveled(most: usize) -> impl Strategy<Value = Asked> {
    vec((select(LEVELS.to_vec()), asked()), 0..most)
}

/// The level by rules of which it is known that they hold, or do not.
fn level(
    [rules, fallbacks, lifts]: [&Asked; 3],
    default: Option<Severity>,
    holds: &[bool],
) -> Option<Severity> {
    let highest = |asked: &Asked, from: usize| {
        let holding = asked.iter().zip(&holds[from..]).filter(|(_, holds)| **holds);
        holding.map(|((level, _), _)| *level).max()
    };
    let plain = highest(rules, 0).or_else(|| highest(fallbacks, rules.len())).or(default);
    let from = rules.len() + fallbacks.len();
    let lifted =
        lifts.iter().zip(&holds[from..]).filter(|((from, _), holds)| **holds && Some(*from) == plain);
    lifted.filter_map(|((from, _), _)| above(*from)).max().or(plain)
}

fn above(level: Severity) -> Option<Severity> {
    LEVELS.into_iter().find(|other| *other > level)
}

proptest! {
    #![proptest_config(config())]

    /// Rules whose answer is not known may hold or not: every way leads to a level.
    #[test]
    fn a_level_is_one_of_those_that_may_come_out(
        rules in leveled(4),
        fallbacks in leveled(3),
        lifts in vec((select(vec![Severity::Minor, Severity::General]), asked()), 0..3),
        default in proptest::option::of(select(LEVELS.to_vec())),
        said in vec(said(), 4),
    ) {
        let all = [&rules, &fallbacks, &lifts];
        let mut table = SeverityRules::new(LEVELS).with_gaps(SeverityGaps::Unrated);
        for (number, (level, when)) in rules.iter().enumerate() {
            table = table.with_rule(SeverityRule::new(nth(number), *level, when.clone()));
        }
        for (number, (level, when)) in fallbacks.iter().enumerate() {
            table = table.with_fallback(SeverityRule::new(nth(100 + number), *level, when.clone()));
        }
        for (number, (from, when)) in lifts.iter().enumerate() {
            let rule = SeverityRule::new(nth(200 + number), above(*from).unwrap(), when.clone());
            table = table.with_escalation(*from, rule);
        }
        // Every level is reached, by rules of no account.
        for (number, level) in LEVELS.into_iter().enumerate() {
            let never = Condition::at_least(Fact::MEDIA_EXPOSURE, 9);
            table = table.with_rule(SeverityRule::new(nth(300 + number), level, never));
        }
        if let Some(level) = default {
            table = table.with_otherwise(level);
        }
        let policy = desk().severity(table).routing(Routing::none()).build().unwrap();
        for complaint in &said {
            let answers: Vec<Truth> = all
                .iter()
                .flat_map(|asked| asked.iter())
                .map(|(_, when)| complaint.satisfies(when, &History::none(), &office()))
                .collect();
            let open: Vec<usize> =
                (0..answers.len()).filter(|at| answers[*at] == Truth::Unknown).collect();
            let ways: BTreeSet<Option<Severity>> = (0..1_u32 << open.len())
                .map(|way| {
                    let mut holds: Vec<bool> = answers.iter().map(|answer| *answer == Truth::True).collect();
                    for (bit, at) in open.iter().enumerate() {
                        holds[*at] = way >> bit & 1 == 1;
                    }
                    level(all, default, &holds)
                })
                .collect();
            let triage = triage(&policy, complaint, &History::none()).unwrap();
            let found = triage.severity().unwrap().level();
            let (lowest, highest) = (*ways.first().unwrap(), *ways.last().unwrap());
            match found {
                Level::ByRules(level) | Level::Default(level) => {
                    prop_assert_eq!((lowest, highest), (Some(level), Some(level)));
                }
                Level::Unrated => prop_assert_eq!((lowest, highest), (None, None)),
                Level::Undetermined(low, high) => prop_assert_eq!((lowest, highest), (low, Some(high))),
            }
            for rule in triage.severity().unwrap().matched() {
                let truth = complaint.satisfies(rule.when(), &History::none(), &office());
                prop_assert_eq!(truth, Truth::True);
            }
            for rule in triage.severity().unwrap().open() {
                let truth = complaint.satisfies(rule.when(), &History::none(), &office());
                // An escalation that holds may lift or not, as what is open turns out.
                let lifts = policy.severity().unwrap().escalations().any(|(_, other)| other.id() == rule.id());
                prop_assert!(truth == Truth::Unknown || lifts && truth == Truth::True);
            }
        }
    }
}

// Rows over three inputs.

/// A policy of so few words that all complaints can be gone through.
fn few_words() -> PolicyBuilder {
    desk().taxonomy(words().with_only(&DEMANDS))
}

fn cells() -> impl Strategy<Value = Vec<Cell>> {
    let medium = prop_oneof![
        2 => select(Medium::ALL.to_vec()).prop_map(|word| Some(Cell::is(word))),
        3 => Just(None),
    ];
    let region = prop_oneof![
        2 => vec(select(regions()), 1..3).prop_map(|words| Some(Cell::one_of(words))),
        2 => select(regions()).prop_map(|word| Some(Cell::under(word))),
        3 => Just(None),
    ];
    let demand = prop_oneof![
        2 => vec(select(DEMANDS.to_vec()), 1..3).prop_map(|words| Some(Cell::one_of(words))),
        1 => Just(Some(Cell::no_demand())),
        3 => Just(None),
    ];
    (medium, region, demand)
        .prop_map(|(medium, region, demand)| [medium, region, demand].into_iter().flatten().collect())
}

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let units = vec![Department::SALES, Department::QUALITY, Department::BUSINESS];
    let acts = prop_oneof![3 => Just(Act::Owner), 1 => Just(Act::Copy)];
    vec((acts, cells(), select(units)), 1..7).prop_map(|rows| {
        let rows = rows.into_iter().enumerate().map(|(number, (act, cells, unit))| {
            cells.into_iter().fold(Row::new(nth(number), act, unit), Row::with_cell)
        });
        rows.collect()
    })
}

/// What a complaint answers; `None` where it is not known.
fn answers(complaint: &Complaint, input: Input) -> Option<Vec<Code>> {
    let one = |word: Option<Code>| word.map(|word| vec![word]);
    match input {
        Input::MEDIUM => one(complaint.medium().map(Into::into)),
        Input::REGION => one(complaint.region().map(Into::into)),
        _ if complaint.wants_nothing() => Some(Vec::new()),
        _ if complaint.demands().len() == 0 => None,
        _ => Some(complaint.demands().map(|demand| *demand.code()).collect()),
    }
}

/// How specific a test is that one of these words matches.
fn matched(test: &CellTest, words: &[Code]) -> Option<usize> {
    let depth = |code: &Code| code.as_str().split('.').count();
    match test {
        CellTest::OneOf(asked) => {
            words.iter().find(|word| asked.contains(word)).map(|word| 2 * depth(word) + 1)
        }
        CellTest::Under(asked) => words.iter().any(|word| word.is_or_under(asked)).then(|| 2 * depth(asked)),
        CellTest::Nothing => words.is_empty().then_some(usize::MAX),
        CellTest::NotKnown => None,
    }
}

/// How specific a row is for each input, where it matches; by the first word of each, or by any.
fn specific(row: &Row, complaint: &Complaint, every: bool) -> Option<Vec<usize>> {
    let of = |input: Input| match row.cells().iter().find(|cell| cell.input() == input) {
        None => Some(0),
        Some(cell) => {
            let words = answers(complaint, input)?;
            let counted = if every { words.as_slice() } else { &words[..words.len().min(1)] };
            matched(cell.test(), counted)
        }
    };
    [Input::MEDIUM, Input::REGION, Input::DEMAND].into_iter().map(of).collect()
}

/// Whom the rows give a complaint of which everything is known.
fn plain_owner(rows: &[Row], first: bool, complaint: &Complaint) -> Option<Assignee> {
    let owners = rows.iter().filter(|row| row.act() == Act::Owner);
    let mut matching = owners.filter_map(|row| Some((specific(row, complaint, false)?, row)));
    let found = if first {
        matching.next()
    } else {
        // Of several that are the same the first.
        matching.reduce(|best, next| if next.0 > best.0 { next } else { best })
    };
    found.map(|(_, row)| row.assignee())
}

fn owner(policy: &Policy, complaint: &Complaint) -> Result<Option<Assignee>, Vec<Input>> {
    match triage(policy, complaint, &History::none()).unwrap().owner() {
        Owner::Row(row) => Ok(Some(row.assignee())),
        Owner::Undetermined { missing, .. } => Err(missing),
        Owner::Unrouted | Owner::NotDispatched(_) => Ok(None),
    }
}

/// Everything that may turn out of a complaint.
fn completed(complaint: &Complaint) -> Vec<Complaint> {
    let mut all = vec![complaint.clone()];
    if complaint.medium().is_none() {
        all = all
            .iter()
            .flat_map(|one| Medium::ALL.iter().map(|&word| one.clone().with_medium(word)))
            .collect();
    }
    if complaint.region().is_none() {
        all = all
            .iter()
            .flat_map(|one| regions().into_iter().map(|word| one.clone().with_region(word)))
            .collect();
    }
    if answers(complaint, Input::DEMAND).is_none() {
        let demands = || DEMANDS.into_iter().map(Some).chain([None]);
        all = all
            .iter()
            .flat_map(|one| {
                demands().map(|demand| match demand {
                    Some(demand) => one.clone().with_demand(demand),
                    None => one.clone().with_no_demand(),
                })
            })
            .collect();
    }
    all
}

proptest! {
    #![proptest_config(config())]

    /// A table that is taken gives every complaint the owner that the plainest reading does; one that is refused
    /// has a gap, a contradiction, a row too many.
    #[test]
    fn an_owner_is_whom_the_plainest_reading_names(
        rows in rows(),
        first in any::<bool>(),
        refused in any::<bool>(),
        said in vec(said(), 6),
    ) {
        let gaps = if refused { RoutingGaps::Refused } else { RoutingGaps::Unrouted };
        let hit = if first { HitPolicy::First } else { HitPolicy::Unique };
        let table = Routing::by([Input::MEDIUM, Input::REGION, Input::DEMAND])
            .with_hit_policy(Act::Owner, hit)
            .with_gaps(gaps)
            .with_rows(rows.clone());
        let Ok(policy) = few_words().routing(table).build() else { return Ok(()) };
        for complaint in &said {
            let found = owner(&policy, complaint);
            let ways: Vec<_> = completed(complaint).iter().map(|way| plain_owner(&rows, first, way)).collect();
            match &found {
                Ok(found) => prop_assert!(ways.iter().all(|way| way == found), "{found:?} {ways:?}"),
                Err(missing) => {
                    prop_assert!(!missing.is_empty());
                    prop_assert!(missing.iter().all(|input| answers(complaint, *input).is_none()));
                }
            }
            prop_assert!(!refused || ways.iter().all(Option::is_some), "{ways:?}");
            let triage = triage(&policy, complaint, &History::none()).unwrap();
            let copied: Vec<_> = triage.routes(Act::Copy).map(Row::id).collect();
            let copies = rows.iter().filter(|row| row.act() == Act::Copy);
            let plain: Vec<_> =
                copies.filter(|row| specific(row, complaint, true).is_some()).map(Row::id).collect();
            prop_assert_eq!(copied, plain);
        }
    }

    /// A row that is refused as one that never decides never does, and a gap that is told is one.
    #[test]
    fn a_fault_that_is_told_is_one(rows in rows(), first in any::<bool>()) {
        let hit = if first { HitPolicy::First } else { HitPolicy::Unique };
        let table = |gaps| Routing::by([Input::MEDIUM, Input::REGION, Input::DEMAND])
            .with_hit_policy(Act::Owner, hit)
            .with_gaps(gaps)
            .with_rows(rows.clone());
        let every = completed(&complaint());
        let unowned = every.iter().filter(|way| plain_owner(&rows, first, way).is_none()).count();
        let faults = few_words().routing(table(RoutingGaps::Refused)).build().map_or_else(
            |faults| faults.faults().to_vec(),
            |_| Vec::new(),
        );
        let told = faults.iter().any(|fault| matches!(fault, PolicyFault::Gap { .. }));
        prop_assert_eq!(told, unowned > 0);
    }
}
