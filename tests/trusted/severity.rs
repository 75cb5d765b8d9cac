//! Severity rules that leave something between them.

use proptest::prelude::*;
use redress::policy::condition::{Recurrence, RecurrenceKey, RecurrenceWindow};
use redress::policy::severity::{SeverityGaps, SeverityRule};
use redress::policy::{Condition, Policy, PolicyDocument, PolicyFault, SeverityRules};
use redress::taxonomy::Taxonomy;
use redress::triage::answer::Level;
use redress::triage::{Complaint, History, triage};
use redress::vocab::{Category, Channel, Demand, Fact, Money, RuleId, Severity};

use crate::trusted::support::{at, desk, faults, read_back};

const TRIES: Fact = Fact::HOTLINE_TRIES;

fn rule(id: &str, level: Severity, when: Condition) -> SeverityRule {
    SeverityRule::new(id.parse::<RuleId>().unwrap(), level, when)
}

fn tries(number: u32) -> Condition {
    Condition::at_least(TRIES, number)
}

/// From one number to another, both included.
fn between(least: Condition, more_than_most: Condition) -> Condition {
    Condition::all([least, Condition::not(more_than_most)])
}

fn two(minor: Condition, serious: Condition) -> SeverityRules {
    SeverityRules::new([Severity::Minor, Severity::Serious])
        .with_rule(rule("minor", Severity::Minor, minor))
        .with_rule(rule("serious", Severity::Serious, serious))
}

fn told(rules: SeverityRules) -> Vec<String> {
    faults(desk().severity(rules))
}

fn gap(example: &str, rule: &str) -> String {
    format!(
        "severity: no rule rates {example}, where rule `{rule}` ends; add a rule, set `otherwise`, or set `gaps \
         = \"unrated\"`"
    )
}

fn level(policy: &Policy, complaint: &Complaint) -> Level {
    triage(policy, complaint, &History::none()).unwrap().severity().unwrap().level()
}

fn complaint() -> Complaint {
    Complaint::new("A-1".parse().unwrap(), at("2026-03-02T10:00:00Z"))
}

#[test]
fn fault_a16_a_number_between_two_rules_is_told() {
    let rules = || two(between(tries(1), tries(69)), tries(70));
    assert_eq!(told(rules()), [gap("fact `hotline-tries` 69 times", "minor")]);
    assert_eq!(told(two(between(tries(1), tries(70)), tries(70))), [""; 0]);
    assert_eq!(told(rules().with_otherwise(Severity::Minor)), [""; 0]);
    assert_eq!(told(rules().with_gaps(SeverityGaps::Unrated)), [""; 0]);
    // A fallback goes on as well as a rule does.
    assert_eq!(told(rules().with_fallback(rule("rest", Severity::Minor, tries(2)))), [""; 0]);
    assert_eq!(told(rules().with_fallback(rule("rest", Severity::Minor, tries(70)))), told(rules()));
}

#[test]
fn fault_a16_a_declared_gap_is_unrated_and_stands_in_the_document() {
    let policy = desk()
        .severity(two(between(tries(1), tries(69)), tries(70)).with_gaps(SeverityGaps::Unrated))
        .build()
        .unwrap();
    assert_eq!(level(&policy, &complaint().with_fact(TRIES, 68)), Level::ByRules(Severity::Minor));
    assert_eq!(level(&policy, &complaint().with_fact(TRIES, 69)), Level::Unrated);
    let written = serde_json::to_value(PolicyDocument::of(&policy)).unwrap();
    assert_eq!(written["severity"]["gaps"], serde_json::json!("unrated"));
    assert_eq!(read_back(&policy).severity().unwrap().gaps(), SeverityGaps::Unrated);
}

#[test]
fn fault_a16_amounts_and_repetitions_leave_gaps_too() {
    let euros = |minor| Condition::amount_at_least(Money::new(minor, "EUR".parse().unwrap()));
    assert_eq!(
        told(two(Condition::not(euros(5_000)), euros(5_001))),
        [gap("an amount of `50.00 EUR`", "minor")]
    );
    assert_eq!(told(two(Condition::not(euros(5_000)), euros(5_000))), [""; 0]);
    let again = |number| {
        Condition::repeats(
            Recurrence::new([RecurrenceKey::Complainant], number).with_window(RecurrenceWindow::Days(30)),
        )
    };
    assert_eq!(told(two(Condition::not(again(2)), again(3))), [gap("2 earlier complaints", "minor")]);
    assert_eq!(told(two(Condition::not(again(3)), again(3))), [""; 0]);
}

#[test]
fn fault_a16_the_end_of_the_last_rule_is_a_gap() {
    let few = SeverityRules::new([Severity::Minor]).with_rule(rule(
        "few",
        Severity::Minor,
        Condition::not(tries(3)),
    ));
    assert_eq!(told(few), [gap("fact `hotline-tries` 3 times", "few")]);
    // Nothing leaves off where more of everything is as bad or worse.
    let many = SeverityRules::new([Severity::Minor]).with_rule(rule("many", Severity::Minor, tries(3)));
    assert_eq!(told(many), [""; 0]);
}

#[test]
fn fault_a16_a_gap_may_need_other_facts_and_words() {
    let phone = Condition::is(Channel::PHONE);
    let rude = Condition::has(Fact::VILE_ATTITUDE);
    let minor = Condition::all([rude, phone.clone(), between(tries(1), tries(5))]);
    let serious = Condition::all([phone, tries(6)]);
    assert_eq!(
        told(two(minor.clone(), serious.clone())),
        [gap("fact `hotline-tries` 5 times, fact `vile-attitude` once, channel `phone`", "minor")]
    );
    let rest = Condition::all([Condition::has(Fact::VILE_ATTITUDE), Condition::is(Channel::PHONE), tries(5)]);
    assert_eq!(told(two(minor, serious).with_rule(rule("five", Severity::Serious, rest))), [""; 0]);
}

#[test]
fn fault_a16_what_no_complaint_can_say_is_no_gap() {
    // There is no channel beside the phone, so that one of the two holds always.
    let phone = || Condition::is(Channel::PHONE);
    let minor = Condition::all([phone(), Condition::not(tries(3))]);
    let taxonomy = || Taxonomy::standard().with_only(&[Channel::PHONE]);
    let rules = two(minor, Condition::all([phone(), tries(3)]));
    assert_eq!(faults(desk().taxonomy(taxonomy()).severity(rules)), [""; 0]);
    // Who wants nothing says so: that is an answer, too.
    let minor = Condition::all([Condition::not(Condition::is(Demand::REFUND)), Condition::not(tries(3))]);
    let rules = two(minor, Condition::all([Condition::is(Demand::REFUND), tries(3)]));
    let only = Taxonomy::standard().with_only(&[Demand::REFUND]);
    assert_eq!(
        faults(desk().taxonomy(only).severity(rules)),
        [gap("fact `hotline-tries` 3 times, no demand", "minor")]
    );
}

#[test]
fn fault_a16_rules_that_are_too_intricate_to_be_proved_are_refused() {
    // Ten letters in nine boxes: a letter in no box is rated, and so are two in one. That none is left over takes
    // longer to find out than it may.
    let fact = |letter: usize, place: usize| format!("acme:f{letter}-{place}").parse::<Fact>().unwrap();
    let taxonomy =
        (0..90).fold(Taxonomy::standard(), |words, place| words.with_word(fact(place / 9, place % 9)));
    let is_in = |letter, place| Condition::has(fact(letter, place));
    let few = rule("few", Severity::Minor, Condition::not(tries(3)));
    let mut rules = SeverityRules::new([Severity::Minor]).with_rule(few);
    for letter in 0..10 {
        let nowhere = Condition::all((0..9).map(|place| Condition::not(is_in(letter, place))));
        rules = rules.with_rule(rule(&format!("r{letter}"), Severity::Minor, nowhere));
        for (other, place) in (0..letter).flat_map(|other| (0..9).map(move |place| (other, place))) {
            let both = Condition::all([is_in(letter, place), is_in(other, place)]);
            rules = rules.with_rule(rule(&format!("r{letter}-{other}-{place}"), Severity::Minor, both));
        }
    }
    let told = |rules| faults(desk().taxonomy(taxonomy.clone()).severity(rules));
    assert_eq!(
        told(rules.clone()),
        ["severity: the 416 rules are too complex to be checked for gaps; set `otherwise`, or set `gaps = \
             \"unrated\"`"]
    );
    assert_eq!(told(rules.with_otherwise(Severity::Minor)), [""; 0]);
}

/// Conditions over two facts and a category, with small numbers so that they meet.
fn conditions() -> impl Strategy<Value = Condition> {
    let leaf = prop_oneof![
        (1..5_u32).prop_map(tries),
        (1..4_u32).prop_map(|number| Condition::at_least(Fact::FAILED_REPAIRS, number)),
        Just(Condition::is(Category::SPARE_PARTS)),
    ];
    leaf.prop_recursive(3, 8, 3, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 1..3).prop_map(Condition::all),
            proptest::collection::vec(inner.clone(), 1..3).prop_map(Condition::any),
            inner.clone().prop_map(Condition::not),
            inner.prop_map(Condition::surely),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn gaps_are_what_every_complaint_shows(conditions in proptest::collection::vec(conditions(), 1..4)) {
        let rules = || {
            let mut rules = SeverityRules::new([Severity::Minor]);
            for (number, when) in conditions.iter().enumerate() {
                rules = rules.with_rule(rule(&format!("r{number}"), Severity::Minor, when.clone()));
            }
            rules
        };
        let other = Category::ALL.iter().copied().find(|&word| word != Category::SPARE_PARTS);
        let rated = desk().severity(rules().with_gaps(SeverityGaps::Unrated)).build().unwrap();
        let is_rated = |category: Category, counts: [u32; 2]| {
            let complaint = complaint().with_category(category);
            let complaint = complaint.with_fact(TRIES, counts[0]).with_fact(Fact::FAILED_REPAIRS, counts[1]);
            level(&rated, &complaint) != Level::Unrated
        };
        let mut gap = false;
        for category in [Category::SPARE_PARTS, other.unwrap()] {
            for count in 0..6 {
                for other in 0..6 {
                    let below = |counts| is_rated(category, counts) && !is_rated(category, [count, other]);
                    gap |= count > 0 && below([count - 1, other]);
                    gap |= other > 0 && below([count, other - 1]);
                }
            }
        }
        match desk().severity(rules()).build() {
            Ok(_) => prop_assert!(!gap),
            Err(faults) => {
                prop_assert!(gap, "{faults}");
                for fault in &faults {
                    let PolicyFault::SeverityGap { example, .. } = fault else {
                        return Err(TestCaseError::fail(fault.to_string()));
                    };
                    let (id, received) = ("A-1".parse().unwrap(), at("2026-03-02T10:00:00Z"));
                    let complaint = Complaint::of_unrated(id, received, example);
                    prop_assert_eq!(level(&rated, &complaint), Level::Unrated);
                }
            }
        }
    }
}
