//! As large as is allowed, and larger: nothing panics, and every reading comes to an end.

use redress::calendar::Span;
use redress::policy::condition::{Recurrence, RecurrenceKey, RecurrenceWindow};
use redress::policy::limits::{MAX_ROWS, MAX_RULES};
use redress::policy::routing::{Cell, RoutingGaps, Row};
use redress::policy::severity::SeverityRule;
use redress::policy::{Condition, Routing, SeverityRules};
use redress::taxonomy::Taxonomy;
use redress::triage::{ComplaintDocument, History, PastCase, triage};
use redress::vocab::track::Containment;
use redress::vocab::{
    Act, CaseId, Category, Cause, Code, Demand, Department, Fact, Input, Region, Severity, Subject, Word,
};

use super::support::{complaint, desk, id, nth, office, words};

fn code(kind: char, number: usize) -> Code {
    format!("acme:{kind}{number}").parse().unwrap()
}

fn all<W: Word>(kind: char, count: usize) -> Vec<W> {
    (0..count).map(|number| W::from_code(code(kind, number))).collect()
}

fn unit(number: usize) -> Department {
    [Department::QUALITY, Department::SALES, Department::BUSINESS][number % 3]
}

#[test]
fn as_many_rules_as_there_may_be_are_read_built_and_asked() {
    let facts: Vec<Fact> = all('f', 100);
    let rules = (0..MAX_RULES).map(|number| {
        let one = Condition::at_least(facts[number % 100], u32::try_from(number / 100).unwrap() + 1);
        let when = Condition::all([one, Condition::not(Condition::is(Subject::SERVICE))]);
        SeverityRule::new(nth(number), Severity::General, when)
    });
    let table = rules.fold(
        SeverityRules::new([Severity::General]).with_otherwise(Severity::General),
        SeverityRules::with_rule,
    );
    let text = serde_json::to_string(&table).unwrap();
    let read: SeverityRules = serde_json::from_str(&text).unwrap();
    assert_eq!(read, table);
    let policy = desk().taxonomy(words().with_only(&facts)).severity(read.clone()).routing(Routing::none());
    let policy = policy.build().unwrap();
    let said = facts.iter().fold(complaint(), |said, &fact| said.with_fact(fact, u32::MAX));
    let known = said.clone().with_subject(Subject::PRODUCT_QUALITY);
    let triaged = triage(&policy, &known, &History::none()).unwrap();
    assert_eq!(triaged.severity().unwrap().matched().count(), MAX_RULES);
    let account = serde_json::to_string(&triaged.explain()).unwrap();
    assert_eq!(account, serde_json::to_string(&triaged.explain()).unwrap());
    let open = triage(&policy, &said, &History::none()).unwrap();
    assert_eq!(open.severity().unwrap().open().count(), MAX_RULES);
    let one_more =
        read.with_fallback(SeverityRule::new(id("more"), Severity::General, Condition::has(facts[0])));
    let faults =
        desk().taxonomy(words().with_only(&facts)).severity(one_more).routing(Routing::none()).build();
    assert_eq!(
        faults.unwrap_err().to_string(),
        "severity: the policy has 20001 rules, expected at most 20000"
    );
}

#[test]
fn as_many_rows_as_there_may_be_are_read_built_and_asked() {
    let regions: Vec<Region> = all('r', MAX_ROWS - 1);
    let rows = regions
        .iter()
        .enumerate()
        .map(|(number, &region)| Row::owner(nth(number), unit(number)).with_cell(Cell::is(region)));
    let table =
        Routing::by([Input::REGION]).with_rows(rows).with_row(Row::owner(id("rest"), Department::COMPANY));
    let text = serde_json::to_string(&table).unwrap();
    let read: Routing = serde_json::from_str(&text).unwrap();
    assert_eq!(read, table);
    let taxonomy = words().with_only(&regions);
    let policy = desk().taxonomy(taxonomy.clone()).routing(read.clone()).build().unwrap();
    let said = complaint().with_region(regions[19_000]);
    assert_eq!(triage(&policy, &said, &History::none()).unwrap().because(), Some(nth(19_000)));
    let faults =
        desk().taxonomy(taxonomy).routing(read.with_row(Row::owner(id("more"), Department::COMPANY)));
    assert_eq!(
        faults.build().unwrap_err().to_string(),
        "routing: the table has 20001 rows, expected at most 20000"
    );
}

#[test]
fn cells_of_a_thousand_words_are_read_and_built() {
    let categories: Vec<Category> = all('c', 1_000);
    let taxonomy = words().with_only(&categories);
    let rows = (0..100).map(|number| {
        let words = categories.iter().copied().cycle().skip(number * 7).take(1_000);
        Row::new(nth(number), Act::Copy, unit(number)).with_cell(Cell::one_of(words))
    });
    let owner =
        Row::owner(id("owner"), Department::COMPANY).with_cell(Cell::one_of(categories.iter().copied()));
    let table = Routing::by([Input::CATEGORY]).with_row(owner).with_rows(rows);
    let text = serde_json::to_string(&table).unwrap();
    let read: Routing = serde_json::from_str(&text).unwrap();
    let faults = desk().taxonomy(taxonomy.clone()).routing(read).build().unwrap_err();
    // In another order they are the same words.
    assert_eq!(faults.faults().len(), 97);
    let of_three = Routing::by([Input::CATEGORY]).with_rows(table.rows().iter().take(4).cloned());
    let policy = desk().taxonomy(taxonomy).routing(of_three).build().unwrap();
    let said = complaint().with_category(categories[999]);
    assert_eq!(triage(&policy, &said, &History::none()).unwrap().routes(Act::Copy).count(), 3);
}

/// A row of each combination of words; all that fit one of a complaint's many words are collected.
#[test]
fn a_complaint_of_a_hundred_words_for_each_of_three_inputs_is_routed() {
    let categories: Vec<Category> = all('c', 100);
    let demands: Vec<Demand> = all('d', 100);
    let measures: Vec<Containment> = all('m', 100);
    let taxonomy = words().with_only(&categories).with_only(&demands).with_only(&measures);
    let rows = (0..MAX_ROWS - 1).map(|number| {
        Row::new(nth(number), Act::Copy, unit(number))
            .with_cell(Cell::is(categories[number % 100]))
            .with_cell(Cell::is(demands[number / 100 % 100]))
            .with_cell(Cell::is(measures[number / 10_000]))
    });
    let table = Routing::by([Input::CATEGORY, Input::DEMAND, Input::CONTAINMENT])
        .with_row(Row::owner(id("owner"), Department::COMPANY))
        .with_rows(rows);
    let policy = desk().taxonomy(taxonomy).routing(table).build().unwrap();
    let document = serde_json::json!({
        "id": "a", "received": "2026-03-02T10:00:00Z",
        "category": categories, "demand": demands, "containment": measures,
    });
    let said = serde_json::from_value::<ComplaintDocument>(document).unwrap().build().unwrap();
    let triaged = triage(&policy, &said, &History::none()).unwrap();
    assert_eq!(triaged.routes(Act::Copy).count(), MAX_ROWS - 1);
    assert_eq!(triaged.explain().routes().len(), MAX_ROWS - 1);
}

#[test]
fn conditions_at_their_limits_are_built() {
    let leaves = |count: u32| (1..=count).map(|number| Condition::at_least(Fact::MINUTES_LATE, number));
    let deepest = (0..7).fold(Condition::has(Fact::LOW_SKILL), |inner, _| Condition::not(inner));
    let largest = Condition::any(leaves(255));
    let wide: Vec<Category> = all('c', 1_000);
    let words_asked = Condition::is_one_of(wide.iter().copied());
    let product = Condition::all((0..28).map(|_| Condition::any(leaves(8))));
    let taxonomy = words().with_only(&wide);
    for when in [deepest, largest, words_asked, product] {
        let rule = SeverityRule::new(id("a"), Severity::General, when.clone());
        let rules = SeverityRules::new([Severity::General]).with_rule(rule).with_otherwise(Severity::General);
        let policy = desk().taxonomy(taxonomy.clone()).severity(rules).routing(Routing::none());
        let policy = policy.build().unwrap();
        let said = complaint().with_fact(Fact::MINUTES_LATE, u32::MAX).with_category(wide[999]);
        let level = triage(&policy, &said, &History::none()).unwrap().severity().unwrap().level();
        assert_eq!(level.severity(), Some(Severity::General));
    }
    let too_large = Condition::any(leaves(256));
    let too_deep = (0..8).fold(Condition::has(Fact::LOW_SKILL), |inner, _| Condition::not(inner));
    for (when, said) in [(too_large, "256 parts"), (too_deep, "8 levels")] {
        let rule = SeverityRule::new(id("a"), Severity::General, when);
        let rules = SeverityRules::new([Severity::General]).with_rule(rule);
        let faults = desk().severity(rules).routing(Routing::none()).build().unwrap_err();
        let expected =
            format!("severity rule `a`: the condition has more than {said}; split it into several rules");
        assert_eq!(faults.to_string(), expected);
    }
}

/// A program may nest as deep as it likes; a hundred times deeper than a policy takes is no harm.
#[test]
fn a_condition_nested_a_thousand_deep_is_copied_shown_and_refused() {
    let nested = (0..1_000).fold(Condition::has(Fact::LOW_SKILL), |inner, _| Condition::not(inner));
    assert_eq!(nested.clone(), nested);
    assert!(!format!("{nested:?}").is_empty() && !nested.is_free_of_not());
    let text = serde_json::to_string(&nested).unwrap();
    assert!(serde_json::from_str::<Condition>(&text).is_err());
    let rules = SeverityRules::new([Severity::General]).with_rule(SeverityRule::new(
        id("a"),
        Severity::General,
        nested,
    ));
    assert!(desk().severity(rules).routing(Routing::none()).build().is_err());
}

#[test]
fn a_history_of_a_hundred_thousand_cases_is_asked() {
    let (staff, product) = ("s".parse().unwrap(), "p".parse().unwrap());
    let received = "2026-02-02T10:00:00Z".parse().unwrap();
    let cases = (0..100_000).map(|number| {
        let id: CaseId = format!("c{number}").parse().unwrap();
        PastCase::new(id, received)
            .with_staff(staff)
            .with_product(product)
            .with_unit(Department::SALES)
            .with_cause(Cause::SERVICE_ATTITUDE)
            .with_category(Category::SPARE_PARTS)
    });
    let history = History::of(cases).unwrap();
    let far = [
        RecurrenceWindow::Always,
        RecurrenceWindow::Elapsed(Span::hours(u32::MAX)),
        RecurrenceWindow::Days(u32::MAX),
        RecurrenceWindow::Months(u32::MAX),
        RecurrenceWindow::Days(40),
        RecurrenceWindow::Months(2),
    ];
    for window in far {
        let again = Recurrence::new(RecurrenceKey::standard(), u32::MAX).with_window(window);
        for said in [complaint(), complaint().with_staff(staff), complaint().with_product(product)] {
            let found = said.repetitions(&again, &history, &office());
            assert_eq!(found.count, 100_000, "{window:?}");
        }
    }
}

#[test]
fn garbage_of_ten_megabytes_is_refused() {
    let much = |of: &str| of.repeat(10_000_000 / of.len());
    let texts = [
        much("["),
        much("{\"all\":["),
        much("{\"rules\":"),
        much("x"),
        format!("\"{}\"", much("x")),
        format!("[{}0]", much("0,")),
        format!("{{\"levels\":[{}0]}}", much("0,")),
        format!("{{\"levels\":[\"general\"],\"rules\":[{}{{}}]}}", much("{},")),
        format!("{{\"levels\":[\"general\"],\"otherwise\":\"{}\"}}", much("x")),
        format!("{{\"inputs\":[{}\"unit\"],\"rows\":[]}}", much("\"unit\",")),
        format!("{{\"inputs\":[],\"rows\":[{}{{}}]}}", much("{},")),
        format!("{{\"inputs\":[],\"rows\":[{{\"row\":\"{}\"}}]}}", much("x")),
        format!("{{\"inputs\":[],\"rows\":[{{\"when\":{{\"{}\":1}}}}]}}", much("x")),
        format!("{{\"inputs\":[],\"rows\":[{{\"when\":{{\"subject\":[{}\"b\"]}}}}]}}", much("\"a\",")),
    ];
    for text in &texts {
        let rules = serde_json::from_str::<SeverityRules>(text).unwrap_err().to_string();
        let table = serde_json::from_str::<Routing>(text).unwrap_err().to_string();
        for error in [rules, table] {
            assert!(error.len() < 1_000 && !error.contains('\n'), "{} bytes", error.len());
        }
    }
}

/// Rows by the thousand whose words are all misspelt: each is told.
#[test]
fn a_table_of_undeclared_words_is_refused_with_each() {
    let regions: Vec<Region> = all('r', 500);
    let rows = all::<Region>('s', 500).into_iter().enumerate();
    let rows = rows.map(|(number, region)| Row::owner(nth(number), unit(number)).with_cell(Cell::is(region)));
    let table = Routing::by([Input::REGION]).with_gaps(RoutingGaps::Unrouted).with_rows(rows);
    let faults =
        desk().taxonomy(Taxonomy::standard().with_only(&regions)).routing(table).build().unwrap_err();
    assert_eq!(faults.faults().len(), 500);
    assert!(faults.to_string().ends_with("\nand 480 more"));
}

/// What is personal is not in what is printed for programmers.
#[test]
fn a_key_and_a_narrative_are_not_shown() {
    let text = r#"{"id":"a","received":"2026-03-02T10:00:00Z","customer":"K-139","text":"it burns",
        "staff":"s-1","facts":{"late":1}}"#;
    let document: ComplaintDocument = serde_json::from_str(text).unwrap();
    let as_read = format!("{document:?}");
    let said = document.build().unwrap();
    let past = PastCase::of(&said);
    let again = Condition::repeats(Recurrence::new([RecurrenceKey::Complainant], 1));
    let rules = SeverityRules::new([Severity::General])
        .with_rule(SeverityRule::new(id("again"), Severity::General, again))
        .with_otherwise(Severity::General);
    let policy = desk()
        .taxonomy(words().with_word(redress::word!(Fact, "late")))
        .severity(rules)
        .routing(Routing::none())
        .build()
        .unwrap();
    let earlier = PastCase::new("b".parse().unwrap(), "2026-03-01T10:00:00Z".parse().unwrap());
    let history = History::of([earlier.with_complainant("k-139".parse().unwrap())]).unwrap();
    let triaged = triage(&policy, &said, &history).unwrap();
    let account = triaged.explain();
    let written = serde_json::to_string(&account).unwrap();
    let kept = History::of([past.clone()]).unwrap();
    let shown = format!("{as_read}{said:?}{past:?}{kept:?}{triaged:?}{account:?}{written}");
    assert!(!shown.to_lowercase().contains("k-139") && !shown.contains("burns"));
}
