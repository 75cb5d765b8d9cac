//! Severity rules against every way in which what is unknown may turn out, and their laws.

use std::collections::BTreeSet;

use proptest::collection::vec;
use proptest::prelude::*;
use redress::policy::severity::SeverityRule;
use redress::policy::{Condition, Policy, Routing, SeverityRules};
use redress::triage::answer::{Level, SeverityTriage};
use redress::triage::{History, triage};
use redress::vocab::{Input, RuleId, Severity};

use crate::tables::asks::{Ask, agains, evaluate};
use crate::tables::cases;
use crate::tables::past::{Past, history, pasts};
use crate::tables::rules::{Table, tables};
use crate::tables::world::{FACTS, INPUTS, LEVELS, Model, Words, chosen, codes, models, policy};

/// Small tables, those on both sides of 64 and of 128 rules, and one of 200.
fn any_tables() -> impl Strategy<Value = Table> {
    prop_oneof![
        16 => tables(0..12, 3),
        4 => tables(12..80, 3),
        3 => tables(56..66, 1),
        2 => tables(118..130, 1),
        1 => tables(200, 1),
    ]
}

/// Tables in which more never weighs less.
fn monotone_tables() -> impl Strategy<Value = Table> {
    fn free(ask: Ask) -> Ask {
        match ask {
            Ask::Not(ask) => free(*ask),
            Ask::All(asks) => Ask::All(asks.into_iter().map(free).collect()),
            Ask::Any(asks) => Ask::Any(asks.into_iter().map(free).collect()),
            other => other,
        }
    }
    tables(1..30, 3).prop_map(|mut table| {
        for (_, ask) in table.rules.iter_mut().chain(&mut table.fallbacks).chain(&mut table.escalations) {
            *ask = free(ask.clone());
        }
        let lowest = table.rules.iter().map(|(level, _)| *level).min().unwrap();
        for (level, _) in &mut table.fallbacks {
            *level = (*level).min(lowest);
        }
        let lowest = table.fallbacks.iter().map(|(level, _)| *level).min().unwrap_or(lowest);
        table.default = Some(table.default.unwrap_or(lowest).min(lowest));
        table
    })
}

pub(crate) fn built(table: &Table) -> Policy {
    policy(&Words::all(), Some(table.build(|_| 0)), Routing::none()).unwrap()
}

/// The lowest and the highest level.
fn range(level: Level) -> (Option<Severity>, Option<Severity>) {
    match level {
        Level::Undetermined(lowest, highest) => (lowest, Some(highest)),
        level => (level.severity(), level.severity()),
    }
}

proptest! {
    #![proptest_config(cases(384))]

    #[test]
    fn the_level_is_that_of_every_way_in_which_the_unknown_may_turn_out(
        table in any_tables(),
        new in models(&Words::all()),
        past in pasts(0..8, 16),
    ) {
        let policy = built(&table);
        let (complaint, before) = (new.complaint(), history(&past, &new));
        let answer = triage(&policy, &complaint, &before).unwrap();
        let alone = policy.prepare(&complaint, &before).unwrap().severity();
        prop_assert_eq!(alone.as_ref(), answer.severity());
        let prepared = policy.prepare(&complaint, &before).unwrap();
        prop_assert_eq!(prepared.level(), alone.as_ref().map(SeverityTriage::level));
        let rules = policy.severity().unwrap();
        let lifts = rules.escalations().map(|(_, rule)| rule);
        let rules: Vec<&SeverityRule> = rules.rules().iter().chain(rules.fallbacks()).chain(lifts).collect();
        let matched: Vec<&SeverityRule> = prepared.matched_positions().map(|position| rules[position]).collect();
        prop_assert_eq!(matched, alone.unwrap().matched().collect::<Vec<_>>());
        let answer = answer.severity().unwrap();
        let expected = table.verdict(&new, &past);
        let level = answer.level();
        let lowest = expected.levels.first().copied().flatten();
        let highest = expected.levels.last().copied().flatten();
        prop_assert_eq!(range(level), (lowest, highest));
        prop_assert_eq!(matches!(level, Level::Undetermined(..)), expected.levels.len() > 1);
        match level {
            Level::ByRules(_) => prop_assert!(expected.by_rules.contains(&true)),
            Level::Default(_) => {
                prop_assert!(expected.by_rules.contains(&false) && table.default.is_some());
            }
            Level::Unrated => prop_assert!(table.default.is_none()),
            Level::Undetermined(..) => (),
        }
        let matched: Vec<RuleId> = answer.matched().map(SeverityRule::id).collect();
        let distinct: BTreeSet<RuleId> = matched.iter().copied().collect();
        prop_assert_eq!(distinct.len(), matched.len());
        prop_assert!(distinct.is_superset(&expected.matched), "{:?} not {:?}", distinct, expected.matched);
        prop_assert!(distinct.is_subset(&expected.may_match), "{:?} not {:?}", distinct, expected.may_match);
        let open: BTreeSet<RuleId> = answer.open().map(SeverityRule::id).collect();
        prop_assert!(open.is_superset(&expected.open), "{:?} not {:?}", open, expected.open);
        // An escalation that holds is told with what is open where only some ways lead to it.
        let told: BTreeSet<RuleId> = open.iter().copied().filter(|id| !id.as_str().starts_with('e')).collect();
        prop_assert!(told.is_subset(&expected.may_open), "{:?} not {:?}", told, expected.may_open);
        // What holds for certain and decides leaves nothing open.
        let decided = answer.matched().any(|rule| level == Level::ByRules(rule.level()));
        prop_assert!(!decided || open.is_empty());
    }

    #[test]
    fn the_order_of_the_rules_never_matters(
        table in any_tables(),
        new in models(&Words::all()),
        past in pasts(0..8, 16),
        salt in 1_u64..1_000,
    ) {
        let (complaint, before) = (new.complaint(), history(&past, &new));
        let mixed = |id: &RuleId| {
            id.as_str().bytes().fold(salt, |mixed, byte| mixed.wrapping_mul(0x9e37_79b9).rotate_left(7) ^ u64::from(byte))
        };
        let mixed = policy(&Words::all(), Some(table.build(mixed)), Routing::none()).unwrap();
        let plain = built(&table);
        let seen = |policy| {
            let answer = triage(policy, &complaint, &before).unwrap();
            let severity = answer.severity().unwrap();
            let matched: BTreeSet<RuleId> = severity.matched().map(SeverityRule::id).collect();
            let open: BTreeSet<RuleId> = severity.open().map(SeverityRule::id).collect();
            (severity.level(), matched, open)
        };
        prop_assert_eq!(seen(&plain), seen(&mixed));
    }

    #[test]
    fn a_table_knows_whether_more_may_weigh_less(table in prop_oneof![any_tables(), monotone_tables()]) {
        prop_assert_eq!(table.build(|_| 0).is_monotone(), table.is_monotone());
    }

    #[test]
    fn more_facts_and_more_history_never_lower_a_monotone_severity(
        table in monotone_tables(),
        new in models(&Words::all()),
        past in pasts(0..8, 16),
        more in pasts(8..16, 12),
        facts in vec(0_u32..3, FACTS.len()),
        amount in 0_u64..100,
    ) {
        prop_assert!(table.build(|_| 0).is_monotone());
        let policy = built(&table);
        let mut later = new.clone();
        later.facts.iter_mut().zip(facts).for_each(|(fact, more)| *fact += more);
        later.amount = later.amount.map(|(minor, currency)| (minor + amount, currency));
        let all: Vec<Past> = past.iter().chain(&more).cloned().collect();
        let range_of = |model: &Model, past: &[Past]| {
            let complaint = model.complaint();
            let answer = triage(&policy, &complaint, &history(past, model)).unwrap();
            range(answer.severity().unwrap().level())
        };
        let (lowest, highest) = range_of(&new, &past);
        let (later_lowest, later_highest) = range_of(&later, &all);
        prop_assert!(lowest <= later_lowest && highest <= later_highest);
    }

    #[test]
    fn a_level_that_is_determined_stays_when_the_unknown_becomes_known(
        table in prop_oneof![3 => tables(0..8, 1), 1 => tables(8..70, 1)],
        new in models(&Words::all()),
        past in pasts(0..8, 16),
        numbers in vec(vec(any::<u8>(), 0..3), INPUTS.len()),
        amount in (0_u64..102, 0_u8..3),
        keys in (0_u8..3, 0_u8..3, 0_u8..3),
    ) {
        let policy = built(&table);
        let (complaint, before) = (new.complaint(), history(&past, &new));
        let level = triage(&policy, &complaint, &before).unwrap().severity().unwrap().level();
        let mut later = new.clone();
        for (&input, numbers) in INPUTS.iter().zip(&numbers) {
            if new.is_unset(input) && !numbers.is_empty() {
                later.words.insert(input, chosen(input, &Words::all().of[&input], numbers));
            } else if new.is_unset(input) && input == Input::DEMAND {
                later.wants_nothing = true;
            }
        }
        later.amount = later.amount.or(Some(amount));
        later.staff = later.staff.or(Some(keys.0));
        later.product = later.product.or(Some(keys.1));
        later.complainant = later.complainant.or(Some(keys.2));
        let complaint = later.complaint();
        let later = triage(&policy, &complaint, &before).unwrap().severity().unwrap().level();
        let ((lowest, highest), (later_lowest, later_highest)) = (range(level), range(later));
        prop_assert!(lowest <= later_lowest && later_highest <= highest, "{:?} then {:?}", level, later);
        if !matches!(level, Level::Undetermined(..)) {
            prop_assert_eq!(later.severity(), level.severity());
        }
    }
}

proptest! {
    #![proptest_config(cases(128))]

    /// "The first of these that the complaint has": a key that comes to be known may change by what is counted.
    #[test]
    fn a_repetition_by_one_key_is_refined_by_that_key(again in agains(1), new in models(&Words::all()), past in pasts(0..8, 30)) {
        let ask = Ask::Repeats(again);
        if let Some(known) = evaluate(&ask, &new, &past) {
            let mut later = new.clone();
            later.staff = later.staff.or(Some(0));
            later.product = later.product.or(Some(0));
            later.complainant = later.complainant.or(Some(0));
            prop_assert_eq!(evaluate(&ask, &later, &past), Some(known));
        }
    }
}

#[test]
fn two_levels_up_is_no_escalation() {
    let rule = |level, text: &str| SeverityRule::new(text.parse().unwrap(), level, Condition::has(FACTS[0]));
    let rules = SeverityRules::new(LEVELS)
        .with_rule(rule(Severity::General, "general"))
        .with_rule(rule(Severity::Serious, "serious"))
        .with_rule(rule(Severity::Critical, "critical"))
        .with_otherwise(Severity::Minor)
        .with_escalation(Severity::General, rule(Severity::Critical, "far"));
    let faults = policy(&Words::all(), Some(rules), Routing::none()).unwrap_err();
    assert_eq!(
        faults.to_string(),
        "severity rule `far`: escalates from `general` past `serious`; escalate to the next level up",
    );
}

/// Whether the rule holds or not, a rule decides: there is no default to fall back on.
#[test]
fn a_level_that_a_rule_gives_either_way_is_given_by_rules() {
    let table = Table {
        rules: vec![(Severity::Minor, Ask::Is(Input::CHANNEL, codes(&[0])))],
        fallbacks: vec![(Severity::Minor, Ask::Count(2, 1))],
        escalations: Vec::new(),
        default: None,
    };
    let mut model = Model::of([].into());
    model.facts[2] = 1;
    let (policy, complaint) = (built(&table), model.complaint());
    let answer = triage(&policy, &complaint, &History::none()).unwrap();
    assert_eq!(answer.severity().unwrap().level(), Level::ByRules(Severity::Minor));
    // An escalation lifts from the default, and so the level is not the default.
    let table = Table {
        rules: vec![(Severity::Critical, Ask::Is(Input::CHANNEL, codes(&[0])))],
        fallbacks: Vec::new(),
        escalations: vec![(Severity::Serious, Ask::Count(2, 1))],
        default: Some(Severity::Serious),
    };
    let policy = built(&table);
    let answer = triage(&policy, &complaint, &History::none()).unwrap();
    assert_eq!(answer.severity().unwrap().level(), Level::ByRules(Severity::Critical));
}
