//! Random rules and tables, and that each is read as it was written.

use std::fmt::Debug;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use redress::calendar::Span;
use redress::policy::condition::{Recurrence, RecurrenceKey, RecurrenceWindow};
use redress::policy::routing::{Assignee, Cell, HitPolicy, RoutingGaps, Row};
use redress::policy::severity::SeverityRule;
use redress::policy::{Condition, Routing, SeverityRules};
use redress::vocab::kind::{ClaimKind, Medium};
use redress::vocab::track::Containment;
use redress::vocab::{
    Act, Category, Cause, Channel, Code, Demand, Department, Fact, FaultParty, Input, Mark, Money, Region,
    Role, RuleId, Severity, Subject, Topic, Word,
};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::support::config;

fn code() -> impl Strategy<Value = Code> {
    "[a-z0-9]{1,6}(-[a-z]{1,3})?(:[a-z]{1,4})?(\\.[a-z]{1,4}){0,3}".prop_map(|text| text.parse().unwrap())
}

fn word<W: Word>() -> impl Strategy<Value = W> {
    code().prop_map(W::from_code)
}

/// TOML has no larger number than this.
fn money() -> impl Strategy<Value = Money> {
    let minor = prop_oneof![1..1_000_000_u64, Just(i64::MAX.unsigned_abs())];
    (minor, "[A-Z]{3}").prop_map(|(minor, currency)| Money::new(minor, currency.parse().unwrap()))
}

fn number() -> impl Strategy<Value = u32> {
    prop_oneof![0..5_u32, any::<u32>()]
}

fn recurrence() -> impl Strategy<Value = Recurrence> {
    let window = prop_oneof![
        Just(RecurrenceWindow::Always),
        number().prop_map(|n| RecurrenceWindow::Elapsed(Span::seconds(n))),
        number().prop_map(|n| RecurrenceWindow::Elapsed(Span::hours(n))),
        number().prop_map(RecurrenceWindow::Days),
        number().prop_map(RecurrenceWindow::Months),
    ];
    let own = "acme:store".parse().unwrap();
    let all: Vec<RecurrenceKey> = RecurrenceKey::standard().chain([own]).collect();
    let keys = subsequence(all, 0..=6).prop_shuffle();
    (keys, number(), window, proptest::option::of(level()), any::<bool>(), any::<bool>()).prop_map(
        |(keys, at_least, window, severity, upheld, admonished)| {
            let mut recurrence = Recurrence::new(keys, at_least).with_window(window);
            if let Some(level) = severity {
                recurrence = recurrence.with_severity(level);
            }
            if upheld {
                recurrence = recurrence.with_upheld();
            }
            if admonished { recurrence.with_admonished() } else { recurrence }
        },
    )
}

fn level() -> impl Strategy<Value = Severity> {
    select(Severity::ALL.to_vec())
}

/// Every kind of condition; of the inputs those that words answer.
fn condition() -> impl Strategy<Value = Condition> {
    let inputs: Vec<Input> =
        Input::standard().filter(|input| !matches!(*input, Input::MARK | Input::Severity)).collect();
    let leaf = prop_oneof![
        (word::<Fact>(), number()).prop_map(|(fact, number)| Condition::at_least(fact, number)),
        (select(inputs), vec(code(), 0..4)).prop_map(|(input, any_of)| Condition::Word { input, any_of }),
        money().prop_map(Condition::amount_at_least),
        recurrence().prop_map(Condition::repeats),
    ];
    leaf.prop_recursive(4, 12, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Condition::all),
            vec(inner.clone(), 0..4).prop_map(Condition::any),
            inner.clone().prop_map(Condition::not),
            inner.prop_map(Condition::surely),
        ]
    })
}

/// Where something comes from, in any script, quotes and line breaks among it.
fn citation() -> impl Strategy<Value = String> {
    prop_oneof!["", "S[0-9]{2}-R[0-9]{2}", any::<String>(), "[\"'\\\\\n\t\u{0}\u{85}\u{feff}管]{0,8}"]
}

fn rule() -> impl Strategy<Value = SeverityRule> {
    let mark = (word::<Mark>(), proptest::option::of(condition()));
    (word::<RuleId>(), level(), condition(), vec(mark, 0..3), citation()).prop_map(
        |(id, level, when, marks, citation)| {
            marks
                .into_iter()
                .fold(SeverityRule::new(id, level, when), |rule, (mark, when)| match when {
                    Some(when) => rule.with_mark_where(mark, when),
                    None => rule.with_mark(mark),
                })
                .with_citation(citation)
        },
    )
}

fn rules() -> impl Strategy<Value = SeverityRules> {
    (
        subsequence(Severity::ALL.to_vec(), 0..=4),
        vec(rule(), 0..4),
        vec(rule(), 0..3),
        vec((level(), rule()), 0..3),
        proptest::option::of(level()),
    )
        .prop_map(|(levels, rules, fallbacks, escalations, otherwise)| {
            let table = rules.into_iter().fold(SeverityRules::new(levels), SeverityRules::with_rule);
            let table = fallbacks.into_iter().fold(table, SeverityRules::with_fallback);
            let table =
                escalations.into_iter().fold(table, |table, (from, rule)| table.with_escalation(from, rule));
            match otherwise {
                Some(level) => table.with_otherwise(level),
                None => table,
            }
        })
}

fn cell_of<W: Word>() -> BoxedStrategy<Cell> {
    prop_oneof![
        3 => vec(word::<W>(), 0..4).prop_map(Cell::one_of),
        2 => word::<W>().prop_map(Cell::under),
        1 => Just(Cell::not_known(Input::from(W::FACET))),
    ]
    .boxed()
}

/// A cell of an input.
fn cell(input: Input) -> BoxedStrategy<Cell> {
    match input {
        Input::CATEGORY => cell_of::<Category>(),
        Input::SUBJECT => cell_of::<Subject>(),
        Input::CAUSE => cell_of::<Cause>(),
        Input::FAULT_PARTY => cell_of::<FaultParty>(),
        Input::CLAIM_KIND => cell_of::<ClaimKind>(),
        Input::DEMAND => prop_oneof![4 => cell_of::<Demand>(), 1 => Just(Cell::no_demand())].boxed(),
        Input::CHANNEL => cell_of::<Channel>(),
        Input::MEDIUM => cell_of::<Medium>(),
        Input::REGION => cell_of::<Region>(),
        Input::CONTAINMENT => cell_of::<Containment>(),
        Input::TOPIC => cell_of::<Topic>(),
        Input::UNIT => cell_of::<Department>(),
        Input::MARK => prop_oneof![4 => cell_of::<Mark>(), 1 => Just(Cell::no_mark())].boxed(),
        Input::Severity => prop_oneof![
            4 => subsequence(Severity::ALL.to_vec(), 0..=4).prop_map(Cell::severity),
            1 => Just(Cell::not_known(Input::Severity)),
        ]
        .boxed(),
        Input::Word(facet) => (proptest::collection::vec(word::<Category>(), 1..4), any::<bool>())
            .prop_map(move |(words, under)| {
                let codes: Vec<Code> = words.into_iter().map(Into::into).collect();
                if under { Cell::under_code(facet, codes[0]) } else { Cell::one_of_codes(facet, codes) }
            })
            .boxed(),
        other => panic!("no cell of {other}"),
    }
}

fn assignee() -> impl Strategy<Value = Assignee> {
    let (role, unit) = (word::<Role>, word::<Department>);
    prop_oneof![
        unit().prop_map(Assignee::Department),
        (role(), unit()).prop_map(|(role, unit)| Assignee::RoleIn(role, unit)),
        role().prop_map(Assignee::Role),
        unit().prop_map(Assignee::UnitConcerned),
        (role(), unit()).prop_map(|(role, unit)| Assignee::RoleInUnitConcerned(role, unit)),
    ]
}

fn row() -> impl Strategy<Value = Row> {
    let cells = subsequence(Input::standard().collect::<Vec<_>>(), 0..4)
        .prop_shuffle()
        .prop_flat_map(|inputs| inputs.into_iter().map(cell).collect::<Vec<_>>());
    (word::<RuleId>(), select(Act::ALL.to_vec()), assignee(), cells, citation()).prop_map(
        |(id, act, assignee, cells, citation)| {
            cells.into_iter().fold(Row::to(id, act, assignee), Row::with_cell).with_citation(citation)
        },
    )
}

fn routing() -> impl Strategy<Value = Routing> {
    let hits = [HitPolicy::Unique, HitPolicy::First, HitPolicy::Collect];
    let chosen = move |act: Act| {
        // The choice that is made without one is not written.
        let usual = Routing::none().hit_policy(act);
        let others: Vec<HitPolicy> = hits.into_iter().filter(|hit| *hit != usual).collect();
        proptest::option::of(select(others)).prop_map(move |hit| (act, hit))
    };
    let policies: Vec<_> = Act::ALL.iter().copied().map(chosen).collect();
    let gaps = select(vec![RoutingGaps::Refused, RoutingGaps::Unrouted]);
    (
        subsequence(Input::standard().collect::<Vec<_>>(), 0..=6).prop_shuffle(),
        gaps,
        policies,
        vec(row(), 0..6),
    )
        .prop_map(|(inputs, gaps, policies, rows)| {
            let chosen = policies.into_iter().filter_map(|(act, hit)| Some((act, hit?)));
            let table = Routing::by(inputs).with_gaps(gaps).with_rows(rows);
            chosen.fold(table, |table, (act, hit)| table.with_hit_policy(act, hit))
        })
}

/// That a value is read as it was written, in either form.
#[track_caller]
pub(crate) fn is_read_as_written<T>(value: &T)
where
    T: Serialize + DeserializeOwned + PartialEq + Debug,
{
    let written = |value: &T| serde_json::to_string(value).unwrap();
    let json = [written(value), serde_json::to_string_pretty(value).unwrap()];
    for text in json {
        let read: T = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
        assert_eq!(&read, value, "{text}");
        assert_eq!(written(&read), written(value));
    }
    for text in [toml::to_string(value).unwrap(), toml::to_string_pretty(value).unwrap()] {
        let read: T = toml::from_str(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
        assert_eq!(&read, value, "{text}");
    }
}

/// The table with the cells of each row in the order of their inputs, for a map need not keep one.
fn in_order(table: &Routing) -> Routing {
    let rows = table.rows().iter().map(|row| {
        let mut cells = row.cells().to_vec();
        cells.sort_unstable();
        let sorted = Row::to(row.id(), row.act(), row.assignee()).with_citation(row.citation().to_owned());
        cells.into_iter().fold(sorted, Row::with_cell)
    });
    let same = Routing::by(table.inputs().iter().copied()).with_gaps(table.gaps()).with_rows(rows);
    Act::ALL.iter().fold(same, |same, &act| same.with_hit_policy(act, table.hit_policy(act)))
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn severity_rules_are_read_as_they_were_written(rules in rules()) {
        is_read_as_written(&rules);
    }

    #[test]
    fn routing_tables_are_read_as_they_were_written(routing in routing()) {
        let json = serde_json::to_string(&routing).unwrap();
        prop_assert_eq!(&serde_json::from_str::<Routing>(&json).unwrap(), &routing);
        let tree = serde_json::to_value(&routing).unwrap();
        prop_assert_eq!(in_order(&serde_json::from_value(tree).unwrap()), in_order(&routing));
        let toml = toml::to_string(&routing).unwrap();
        prop_assert_eq!(in_order(&toml::from_str(&toml).unwrap()), in_order(&routing));
    }

    #[test]
    fn conditions_and_recurrences_are_read_as_they_were_written(
        condition in condition(),
        recurrence in recurrence(),
    ) {
        is_read_as_written(&condition);
        is_read_as_written(&recurrence);
    }

    /// Whatever a table says, it is taken or refused, and the same each time.
    #[test]
    fn whatever_is_read_is_built_or_refused(rules in rules(), routing in routing()) {
        let build = || {
            let desk = super::support::desk().severity(rules.clone()).routing(routing.clone());
            desk.build().map(drop).map_err(|faults| faults.to_string())
        };
        let built = build();
        prop_assert_eq!(&built, &build());
        if let Err(text) = built {
            prop_assert!(text.lines().all(|fault| !fault.contains(char::is_control)));
        }
    }
}
