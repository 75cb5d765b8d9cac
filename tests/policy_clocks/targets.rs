//! The targets of a clock: found by an index in a built policy, and one by one in a rule that no policy has taken.

use proptest::prelude::*;
use redress::deadline::{Clock, Term};
use redress::policy::clock::Target;
use redress::policy::limits::MAX_TARGETS;
use redress::policy::severity::SeverityRule;
use redress::policy::{ClockRule, Condition, Policy, SeverityRules};
use redress::taxonomy::Taxonomy;
use redress::triage::{Complaint, ComplaintDocument, History, triage};
use redress::vocab::{Anchor, Category, ClockName, Fact, RuleId, Severity};
use redress::word;

use crate::policy_clocks::support::*;

const CLOSURE: ClockName = ClockName::CLOSURE;

fn category(text: &str) -> Category {
    text.parse().unwrap()
}

fn id(number: usize) -> RuleId {
    format!("t-{number}").parse().unwrap()
}

fn rule(targets: impl IntoIterator<Item = Target>) -> ClockRule {
    ClockRule::by_target(Clock::new(CLOSURE, Anchor::RECEIVED), targets)
}

/// Every level is the level of a rule.
fn levels() -> SeverityRules {
    Severity::ALL.iter().fold(SeverityRules::new(Severity::ALL.iter().copied()), |rules, &level| {
        let id = format!("r-{level}").parse().unwrap();
        let failed = 1 + u32::from(level as u8);
        rules.with_rule(SeverityRule::new(id, level, Condition::at_least(Fact::FAILED_REPAIRS, failed)))
    })
}

fn policy(categories: &[Category], rule: ClockRule) -> Policy {
    let taxonomy = Taxonomy::standard().with_only(categories);
    desk()
        .taxonomy(taxonomy)
        .severity(levels())
        .clock(rule)
        .build()
        .unwrap_or_else(|faults| panic!("{faults}"))
}

fn every_level() -> impl Iterator<Item = Option<Severity>> {
    core::iter::once(None).chain(Severity::ALL.iter().copied().map(Some))
}

#[test]
fn fault_d12_the_nearest_category_counts_and_then_the_highest_level() {
    let [parts, engine, crank] = ["acme:parts", "acme:parts.engine", "acme:parts.engine.crank"].map(category);
    // A neighbour whose text stands between a category and its children.
    let other = category("acme:parts-list");
    let due = |days| Term::working_days(days);
    let rule = rule([
        Target::of_severity(word!(RuleId, "any-serious"), Severity::Serious, due(1)),
        Target::new(word!(RuleId, "parts"), parts, due(2)),
        Target::new(word!(RuleId, "engine-serious"), engine, due(3)).with_from_severity(Severity::Serious),
        Target::new(word!(RuleId, "engine-general"), engine, due(4)).with_from_severity(Severity::General),
        Target::new(word!(RuleId, "crank-critical"), crank, due(5)).with_from_severity(Severity::Critical),
    ]);
    let policy = policy(&[parts, engine, crank, other], rule);
    let built = policy.clock(CLOSURE).unwrap();
    let found = |category, level| {
        built.target(category, level).map_or("–".to_owned(), |target| target.id().to_string())
    };
    let of = |category| every_level().map(|level| found(category, level)).collect::<Vec<_>>();
    assert_eq!(of(None), ["–", "–", "–", "any-serious", "any-serious"]);
    assert_eq!(of(Some(other)), ["–", "–", "–", "any-serious", "any-serious"]);
    assert_eq!(of(Some(parts)), ["parts"; 5]);
    assert_eq!(of(Some(engine)), ["parts", "parts", "engine-general", "engine-serious", "engine-serious"]);
    assert_eq!(of(Some(crank)), ["parts", "parts", "engine-general", "engine-serious", "crank-critical"]);
    // Below what is declared, too.
    assert_eq!(of(Some(category("acme:parts.engine.crank.oil"))), of(Some(crank)));
}

/// A tree of categories, with words that sort between a word and its children.
fn words() -> Vec<Category> {
    let texts = [
        "acme:a",
        "acme:a-x",
        "acme:a.b",
        "acme:a.b-x",
        "acme:a.b.c",
        "acme:a.b.c.d",
        "acme:b",
        "acme:b.a",
        "acme:b.c.e",
        "acme:c",
    ];
    texts.map(category).to_vec()
}

proptest! {
    /// The oracle is the scan of the rule that no policy has taken.
    #[test]
    fn fault_d12_the_index_answers_as_the_scan_does(
        made in prop::collection::vec((prop::option::of(0_usize..10), prop::option::of(0_usize..4)), 1..30),
        only in prop::collection::vec(0_usize..10, 0..4),
    ) {
        let words = words();
        let mut seen = Vec::new();
        let mut targets = Vec::new();
        for (category, level) in made {
            if seen.contains(&(category, level)) || (category.is_none() && level.is_none()) {
                continue;
            }
            seen.push((category, level));
            let level = level.map(|level| Severity::ALL[level]);
            let days = Term::working_days(u32::try_from(seen.len()).unwrap());
            targets.push(match (category, level) {
                (Some(word), Some(level)) => Target::new(id(seen.len()), words[word], days).with_from_severity(level),
                (Some(word), None) => Target::new(id(seen.len()), words[word], days),
                (None, Some(level)) => Target::of_severity(id(seen.len()), level, days),
                (None, None) => continue,
            });
        }
        prop_assume!(!targets.is_empty());
        let scanned = rule(targets).with_only_for(only.iter().map(|&word| words[word]));
        let policy = policy(&words, scanned.clone());
        let indexed = policy.clock(CLOSURE).unwrap();
        prop_assert_eq!(indexed, &scanned);
        let asked = words.iter().copied().map(Some).chain([None, Some(category("acme:a.b.c.d.e")), Some(category("acme:z"))]);
        for category in asked {
            for level in every_level() {
                prop_assert_eq!(indexed.target(category, level), scanned.target(category, level), "{:?} {:?}", category, level);
            }
        }
        // The categories that the clock is for, one by one.
        for &word in &words {
            let said = Complaint::new("a-1".parse().unwrap(), berlin("2026-03-02 10:00")).with_category(word);
            let has = !triage(&policy, &said, &History::none()).unwrap().clocks().is_empty();
            prop_assert_eq!(has, only.is_empty() || only.iter().any(|&own| word.is_or_under(&words[own])));
        }
    }
}

#[test]
fn fault_d12_a_thousand_targets_are_built_and_found() {
    let words: Vec<Category> = (0..MAX_TARGETS).map(|number| category(&format!("acme:c{number}"))).collect();
    let target = |(number, &word): (usize, &Category)| {
        Target::new(id(number), word, Term::calendar_days(1 + u32::try_from(number % 300).unwrap()))
    };
    let policy = policy(&words, rule(words.iter().enumerate().map(target)));
    for number in [0, 1, 499, 998, 999] {
        let said = complaint("2026-03-02 10:00").with_category(words[number]);
        let judged = triage(&policy, &said, &History::none()).unwrap();
        assert_eq!(judged.clocks()[0].target().map(Target::id), Some(id(number)));
    }
    let twice: Vec<Target> = words.iter().enumerate().map(target).collect();
    let twice = desk().taxonomy(Taxonomy::standard().with_only(&words)).clock(rule([
        twice[0].clone(),
        twice[999].clone(),
        twice[0].clone(),
    ]));
    assert_eq!(
        faults(twice.build()),
        [
            "clock `closure` target `t-0`: the id is used twice; give each its own id",
            "clock `closure` target `t-0`: covers the same complaints as target `t-0`; remove one of the two"
        ]
    );
}

/// Of more categories than one deadline has alternatives, each with a target of its own, the earliest counts.
#[test]
fn a_complaint_of_many_categories_is_due_by_the_earliest_of_its_targets_in_a_case_too() {
    let words: Vec<Category> = (0..40).map(|number| category(&format!("acme:c{number}"))).collect();
    let target = |(number, &word): (usize, &Category)| {
        let days = if number == 33 { 1 } else { 2 + u32::try_from(number).unwrap() };
        Target::new(id(number), word, Term::calendar_days(days))
    };
    let policy = policy(&words, rule(words.iter().enumerate().map(target)));
    let said = ComplaintDocument {
        words: words.clone().into_iter().collect(),
        ..ComplaintDocument::new("a-1".parse().unwrap(), berlin("2026-03-02 10:00"))
    };
    let complaint = said.clone().build().unwrap();
    let judged = triage(&policy, &complaint, &History::none()).unwrap().due(CLOSURE).unwrap();
    assert_eq!(shown(judged.at()), "Tue 2026-03-03 10:00");
    let story = Story::of(policy, said);
    assert_eq!(story.due(CLOSURE), "Tue 2026-03-03 10:00");
}
