//! What differences mean: equal to an oracle that puts every complaint of a small taxonomy to both policies.

use chrono::FixedOffset;
use proptest::prelude::*;
use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
use redress::compare::{Aspect, Comparison, Equivalence, Judgement};
use redress::deadline::{Clock, Term};
use redress::policy::clock::Target;
use redress::policy::condition::{Recurrence, RecurrenceKey};
use redress::policy::routing::{Cell, HitPolicy, RoutingGaps, Row};
use redress::policy::severity::{SeverityGaps, SeverityRule};
use redress::policy::{ClockRule, Condition, Policy, Routing, SeverityRules};
use redress::taxonomy::Taxonomy;
use redress::triage::{Complaint, History, PastCase};
use redress::vocab::{
    Act, Anchor, Category, ClockName, Department, Fact, Input, Money, RuleId, Severity, Subject,
};
use redress::word;

use crate::compare::{build, documents, of_json};

const FACTS: [Fact; 2] = [Fact::MEDIA_EXPOSURE, Fact::HOTLINE_TRIES];
const LEVELS: [Severity; 3] = [Severity::Minor, Severity::General, Severity::Serious];

fn categories() -> [Category; 3] {
    [word!(Category, "acme:a"), word!(Category, "acme:a.x"), word!(Category, "acme:b")]
}

fn calendar() -> Calendar {
    let zone = Zone::fixed(FixedOffset::east_opt(0).unwrap(), KnownDays::years(2026, 2026).unwrap()).unwrap();
    Calendar::builder("office", zone)
        .week(WeekPattern::weekdays([Hours::from_static("09:00-17:00")]))
        .build()
        .unwrap()
}

/// A condition over two facts, three categories and an amount.
fn condition() -> impl Strategy<Value = Condition> {
    let leaf = prop_oneof![
        (0_usize..2, 1_u32..3).prop_map(|(fact, times)| Condition::at_least(FACTS[fact], times)),
        (0_usize..3).prop_map(|word| Condition::is(categories()[word])),
        Just(Condition::is_one_of([categories()[1], categories()[2]])),
        Just(Condition::amount_at_least(Money::new(100, "EUR".parse().unwrap()))),
        Just(Condition::repeats(Recurrence::new([RecurrenceKey::Complainant], 1))),
    ];
    leaf.prop_recursive(2, 6, 2, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 1..3).prop_map(Condition::all),
            prop::collection::vec(inner.clone(), 1..3).prop_map(Condition::any),
            inner.clone().prop_map(Condition::not),
            inner.prop_map(Condition::surely),
        ]
    })
}

/// Categories, channel, level and department.
type DrawnRow = (Option<Vec<usize>>, Option<usize>, Option<usize>, u8);

#[derive(Clone, Debug)]
struct Drawn {
    /// Tier, level and condition.
    rules: Vec<(u8, usize, Condition)>,
    otherwise: Option<usize>,
    must_ask: bool,
    rows: Vec<DrawnRow>,
    first: bool,
}

fn drawn() -> impl Strategy<Value = Drawn> {
    let rule = (0_u8..6, 0_usize..3, condition());
    let cell = prop::option::of(
        prop::collection::btree_set(0_usize..3, 1..3).prop_map(|set| set.into_iter().collect()),
    );
    let row = (cell, prop::option::of(0_usize..2), prop::option::weighted(0.3, 0_usize..3), 0_u8..4);
    (
        prop::collection::vec(rule, 0..4),
        prop::option::of(0_usize..3),
        any::<bool>(),
        prop::collection::vec(row, 0..4),
        any::<bool>(),
    )
        .prop_map(|(rules, otherwise, must_ask, rows, first)| Drawn {
            rules,
            otherwise,
            must_ask,
            rows,
            first,
        })
}

fn id(text: &str, place: usize) -> RuleId {
    format!("{text}-{place}").parse().unwrap()
}

fn policy(drawn: &Drawn) -> Option<Policy> {
    let mut severity = SeverityRules::new(LEVELS).with_gaps(SeverityGaps::Unrated);
    for (place, (tier, level, when)) in drawn.rules.iter().enumerate() {
        let rule = SeverityRule::new(id("rule", place), LEVELS[*level], when.clone());
        severity = match tier {
            0..4 => severity.with_rule(rule),
            4 => severity.with_fallback(rule),
            _ => severity.with_escalation(
                Severity::General,
                SeverityRule::new(id("rule", place), Severity::Serious, when.clone()),
            ),
        };
    }
    // Every level is reached, by a rule that both policies have.
    let never = Condition::all([Condition::has(FACTS[0]), Condition::not(Condition::has(FACTS[0]))]);
    for (place, level) in LEVELS.into_iter().enumerate() {
        severity = severity.with_rule(SeverityRule::new(id("never", place), level, never.clone()));
    }
    if let Some(level) = drawn.otherwise {
        severity = severity.with_otherwise(LEVELS[level]);
    }
    let units = [Department::BUSINESS, Department::QUALITY];
    let subjects = [Subject::SERVICE, Subject::PRODUCT_QUALITY];
    let mut routing =
        Routing::by([Input::CATEGORY, Input::SUBJECT, Input::Severity]).with_gaps(RoutingGaps::Unrouted);
    if drawn.first {
        routing = routing.with_hit_policy(Act::Owner, HitPolicy::First);
    }
    for (place, (category, subject, level, unit)) in drawn.rows.iter().enumerate() {
        let act = if unit & 2 == 0 { Act::Owner } else { Act::Copy };
        let mut row = Row::new(id("row", place), act, units[usize::from(unit & 1)]);
        if let Some(words) = category {
            row = row.with_cell(match words[..] {
                [0] => Cell::under(categories()[0]),
                _ => Cell::one_of(words.iter().map(|word| categories()[*word])),
            });
        }
        if let Some(subject) = subject {
            row = row.with_cell(Cell::is(subjects[*subject]));
        }
        if let Some(level) = level {
            row = row.with_cell(Cell::severity([LEVELS[*level]]));
        }
        routing = routing.with_row(row);
    }
    let taxonomy = Taxonomy::standard().with_only(&categories()).with_only(&subjects).with_only(&FACTS);
    let mut builder = Policy::builder("desk").version("1").calendar(calendar()).taxonomy(taxonomy);
    if drawn.must_ask {
        builder = builder.must_ask([FACTS[0]]);
    }
    builder.severity(severity).routing(routing).build().ok()
}

/// Every complaint that a condition or a row can tell from another one, with what came before it.
fn complaints() -> Vec<(Complaint, History)> {
    let at = "2026-06-15T12:00:00Z".parse().unwrap();
    let earlier = PastCase::new("past".parse().unwrap(), "2026-06-14T12:00:00Z".parse().unwrap())
        .with_complainant("c".parse().unwrap());
    let histories = [History::none(), History::of([earlier]).unwrap()];
    let facts = [None, Some(0), Some(1), Some(2)];
    let mut all = Vec::new();
    let sets: [&[usize]; 8] = [&[], &[0], &[1], &[2], &[0, 1], &[1, 2], &[2, 1], &[2, 0, 1]];
    for (one, other) in facts.iter().flat_map(|one| facts.map(|other| (*one, other))) {
        for words in sets {
            for subject in [None, Some(Subject::SERVICE), Some(Subject::PRODUCT_QUALITY)] {
                for amount in [None, Some(99), Some(100)] {
                    // Without a complainant, with a known one and without complaints before.
                    for (repeats, complainant) in [(0, false), (1, false), (0, true), (1, true)] {
                        let mut complaint = Complaint::new("now".parse().unwrap(), at);
                        for (fact, count) in FACTS.into_iter().zip([one, other]) {
                            complaint =
                                count.map_or(complaint.clone(), |count| complaint.with_fact(fact, count));
                        }
                        for word in words {
                            complaint = complaint.with_category(categories()[*word]);
                        }
                        if let Some(subject) = subject {
                            complaint = complaint.with_subject(subject);
                        }
                        if let Some(minor) = amount {
                            complaint = complaint.with_amount(Money::new(minor, "EUR".parse().unwrap()));
                        }
                        if complainant {
                            complaint = complaint.with_complainant("c".parse().unwrap());
                        }
                        all.push((complaint, histories[repeats].clone()));
                    }
                }
            }
        }
    }
    all
}

fn differs(comparison: Comparison<'_>, complaint: &Complaint, history: &History, aspect: Aspect) -> bool {
    let before = Judgement::of(comparison.policy, complaint, history).unwrap();
    let after = Judgement::of(comparison.draft, complaint, history).unwrap();
    before.differs(&after, aspect)
}

fn check(comparison: Comparison<'_>, all: &[(Complaint, History)]) -> [u8; 2] {
    let effects = comparison.effects();
    [Aspect::Severity, Aspect::Owner].map(|aspect| {
        let slow = all.iter().find(|(complaint, history)| differs(comparison, complaint, history, aspect));
        match effects.of(aspect) {
            Equivalence::Equivalent => {
                assert!(
                    slow.is_none(),
                    "{aspect} is said to be equivalent, and differs for {:?}",
                    slow.unwrap()
                );
                0
            }
            Equivalence::Different(examples) => {
                assert!(!examples.is_empty());
                for example in examples {
                    assert!(
                        differs(comparison, &example.complaint, &example.history, aspect),
                        "{aspect}: {example:?}"
                    );
                }
                assert!(slow.is_some(), "{aspect}: {examples:?}");
                1
            }
            Equivalence::Undecided => 2,
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(
        std::env::var("REDRESS_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(60)
    ))]

    /// A policy and another one that has some of its rules and rows, in another order, and some of its own.
    #[test]
    fn effects_are_what_every_complaint_shows(one in drawn(), mut other in drawn(), keep in any::<u8>()) {
        if keep & 1 == 0 { other.rules = one.rules.iter().rev().cloned().chain(other.rules.into_iter().take(1)).collect() }
        if keep & 2 == 0 { other.rows = one.rows.iter().rev().cloned().chain(other.rows.into_iter().take(1)).collect() }
        if keep & 4 == 0 { other.otherwise = one.otherwise }
        if keep & 8 == 0 { other.must_ask = one.must_ask }
        if keep & 16 == 0 { other.first = one.first }
        if let (Some(policy), Some(draft)) = (policy(&one), policy(&other)) {
            check(Comparison { policy: &policy, draft: &draft }, &complaints());
        }
    }

    /// A policy and the same one with a rule split in two: nothing differs, and that is proved.
    #[test]
    fn a_rule_split_in_two_is_equivalent(one in drawn()) {
        let mut other = one.clone();
        other.rules = one.rules.iter().flat_map(|(tier, level, when)| match when {
            Condition::Any(parts) => parts.iter().map(|part| (*tier, *level, part.clone())).collect(),
            _ => vec![(*tier, *level, when.clone())],
        }).collect();
        if let (Some(policy), Some(draft)) = (policy(&one), policy(&other)) {
            let found = check(Comparison { policy: &policy, draft: &draft }, &complaints());
            prop_assert_eq!(found[0], 0, "{:?}", one);
        }
    }
}

#[test]
fn no_policy_differs_from_itself() {
    for (name, document) in documents() {
        let policy = build(&document).unwrap();
        let effects = Comparison { policy: &policy, draft: &policy }.effects();
        for aspect in Aspect::ALL {
            assert!(effects.of(aspect).is_equivalent(), "{name}: {aspect}");
        }
    }
}

#[test]
fn other_dates_are_shown_by_a_complaint() {
    let clock = |days| {
        ClockRule::by_target(
            Clock::new(ClockName::CLOSURE, Anchor::RECEIVED),
            [Target::new(word!(RuleId, "b"), categories()[2], Term::working_days(days))],
        )
        .with_otherwise(Term::working_days(9))
    };
    let build = |days| {
        let taxonomy = Taxonomy::standard().with_only(&categories());
        let desk = Policy::builder("desk").version("1").calendar(calendar()).taxonomy(taxonomy);
        desk.routing(Routing::none()).clock(clock(days)).build().unwrap()
    };
    let (policy, draft) = (build(5), build(4));
    let effects = Comparison { policy: &policy, draft: &draft }.effects();
    let [example] = effects.of(Aspect::Dates).examples() else { panic!("one clock differs") };
    assert!(example.complaint.categories().eq([categories()[2]]));
    assert!(example.policy.due(ClockName::CLOSURE) > example.draft.due(ClockName::CLOSURE));
    assert!(effects.of(Aspect::Severity).is_equivalent() && effects.of(Aspect::Owner).is_equivalent());
}

#[test]
fn one_more_holiday_is_found_on_its_day() {
    let policy = redress::sample::policy().unwrap();
    let mut file = serde_json::to_value(redress::policy::PolicyDocument::of(&policy)).unwrap();
    file["calendar"]["holidays"] = serde_json::json!([{"date": "2026-11-18", "name": "a day off"}]);
    let draft = of_json(file).unwrap();
    let comparison = Comparison { policy: &policy, draft: &draft };
    let effects = comparison.effects();
    assert!(!effects.of(Aspect::Dates).examples().is_empty(), "{effects}");
}
