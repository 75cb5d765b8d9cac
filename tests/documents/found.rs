//! What tables were found to say wrongly, each with the answer that is right.

use redress::policy::routing::{Cell, HitPolicy, Row};
use redress::policy::severity::{MarkRule, Rating, RatingRule, SeverityRule};
use redress::policy::{Condition, Policy, PolicyFault, Routing, SeverityRules};
use redress::taxonomy::Taxonomy;
use redress::triage::answer::Level;
use redress::triage::{Complaint, History, Owner, triage};
use redress::vocab::kind::{CauseGroup, ClaimKind};
use redress::vocab::{
    Act, Category, Cause, Channel, Code, Department, Fact, Input, Mark, Money, Region, Severity, Subject,
    Topic,
};
use redress::word;

use super::forged::of_cells;
use super::forms::general;
use super::support::{complaint, desk, id, nth, words};

const MEDIA: Fact = Fact::MEDIA_EXPOSURE;
const SMALL: Fact = Fact::SMALL_MATTER;

/// Whether the complaint is about spare parts, which nobody has said.
fn parts() -> Condition {
    Condition::is(Category::SPARE_PARTS)
}

fn rule(name: &str, level: Severity, when: Condition) -> SeverityRule {
    SeverityRule::new(id(name), level, when)
}

/// The rules that a triage names, those that hold first, then those that may.
fn named(policy: &Policy, complaint: &Complaint) -> (Level, Vec<String>, Vec<String>) {
    let triage = triage(policy, complaint, &History::none()).unwrap();
    let severity = triage.severity().unwrap();
    let names = |rule: &SeverityRule| rule.id().to_string();
    (severity.level(), severity.matched().map(names).collect(), severity.open().map(names).collect())
}

/// Serious about spare parts, serious in the media where it is general, general otherwise.
fn lifted() -> SeverityRules {
    SeverityRules::new([Severity::General, Severity::Serious])
        .with_rule(rule("parts", Severity::Serious, parts()))
        .with_escalation(
            Severity::General,
            rule("media", Severity::Serious, Condition::has(MEDIA)).with_mark(Mark::GRAVE),
        )
        .with_otherwise(Severity::General)
}

/// A desk whose owner depends on a mark.
fn by_mark(rules: SeverityRules) -> Policy {
    let routing = Routing::by([Input::MARK])
        .with_row(Row::owner(id("grave"), Department::COMPANY).with_cell(Cell::is(Mark::GRAVE)))
        .with_row(Row::owner(id("rest"), Department::SALES));
    desk().severity(rules).routing(routing).build().unwrap()
}

#[track_caller]
fn is_open(policy: &Policy, complaint: &Complaint, mark: Mark) {
    let triage = triage(policy, complaint, &History::none()).unwrap();
    assert_eq!(triage.open_marks(), [mark]);
    assert!(matches!(triage.owner(), Owner::Undetermined { .. }), "{:?}", triage.owner());
}

#[test]
fn an_escalation_that_lifts_on_one_of_two_ways_is_named() {
    let policy = desk().severity(lifted()).routing(Routing::none()).build().unwrap();
    let (level, holding, open) = named(&policy, &complaint().with_fact(MEDIA, 1));
    assert_eq!(level.severity(), Some(Severity::Serious));
    assert!(holding.iter().chain(&open).any(|name| name == "media"), "{holding:?} {open:?}");
}

#[test]
fn a_level_is_not_explained_by_rules_of_another_level_alone() {
    let rules = lifted().with_rule(rule("small", Severity::General, Condition::has(SMALL)));
    let policy = desk().severity(rules).routing(Routing::none()).build().unwrap();
    let (level, holding, open) = named(&policy, &complaint().with_fact(MEDIA, 1).with_fact(SMALL, 1));
    assert_eq!(level.severity(), Some(Severity::Serious));
    let told = holding.iter().chain(&open).any(|name| name == "media" || name == "parts");
    assert!(told, "{holding:?} {open:?}");
}

#[test]
fn a_mark_of_an_escalation_that_may_decide_is_open() {
    let policy = by_mark(lifted());
    is_open(&policy, &complaint().with_fact(MEDIA, 1), Mark::GRAVE);
}

#[test]
fn a_mark_of_a_fallback_that_may_decide_is_open() {
    let rules = SeverityRules::new([Severity::General])
        .with_rule(rule("parts", Severity::General, parts()))
        .with_fallback(rule("small", Severity::General, Condition::has(SMALL)).with_mark(Mark::GRAVE))
        .with_otherwise(Severity::General);
    is_open(&by_mark(rules), &complaint().with_fact(SMALL, 1), Mark::GRAVE);
}

#[test]
fn a_mark_of_a_rule_of_the_level_that_was_found_is_open_where_the_rule_may_hold() {
    let rules = SeverityRules::new([Severity::General])
        .with_rule(rule("small", Severity::General, Condition::has(SMALL)))
        .with_rule(rule("parts", Severity::General, parts()).with_mark(Mark::GRAVE));
    let policy = by_mark(rules);
    let said = complaint().with_fact(SMALL, 1);
    let known = said.clone().with_category(Category::SPARE_PARTS);
    assert_eq!(triage(&policy, &known, &History::none()).unwrap().department(), Some(Department::COMPANY));
    is_open(&policy, &said, Mark::GRAVE);
}

#[test]
fn a_mark_of_a_rating_rule_that_may_decide_is_open() {
    let appeal = |name: &str, when| RatingRule::new(id(name), ClaimKind::APPEAL, when);
    let rating = Rating::new()
        .with_rule(appeal("parts", parts()).with_mark_where(Mark::GRAVE, Condition::has(SMALL)))
        .with_rule(appeal("small", Condition::has(SMALL)));
    let routing = Routing::by([Input::MARK])
        .with_row(Row::owner(id("grave"), Department::COMPANY).with_cell(Cell::is(Mark::GRAVE)))
        .with_row(Row::owner(id("rest"), Department::SALES));
    let policy = desk().claim_kind(rating).routing(routing).build().unwrap();
    is_open(&policy, &complaint().with_fact(SMALL, 1), Mark::GRAVE);
}

/// Marks hold side by side, so that a dot in a code makes none of them more specific.
#[test]
fn rows_about_two_marks_of_different_depth_contradict_each_other() {
    let deep = word!(Mark, "acme:press.local");
    let routing = Routing::by([Input::MARK])
        .with_row(Row::owner(id("grave"), Department::COMPANY).with_cell(Cell::is(Mark::GRAVE)))
        .with_row(Row::owner(id("press"), Department::MARKETING).with_cell(Cell::is(deep)))
        .with_row(Row::owner(id("rest"), Department::SALES));
    let policy = desk()
        .taxonomy(words().with_word(deep))
        .mark(MarkRule::new(id("m-1"), Mark::GRAVE, Condition::has(SMALL)))
        .mark(MarkRule::new(id("m-2"), deep, Condition::has(MEDIA)))
        .routing(routing);
    let faults = policy.build().unwrap_err();
    assert!(matches!(faults.faults(), [PolicyFault::Overlap { .. }]), "{faults}");
}

/// What rules marked is always known.
#[test]
fn a_row_for_marks_that_are_not_known_is_refused() {
    let routing = Routing::by([Input::MARK])
        .with_row(Row::owner(id("never"), Department::COMPANY).with_cell(Cell::not_known(Input::MARK)))
        .with_row(Row::owner(id("rest"), Department::SALES));
    assert!(desk().routing(routing).build().is_err());
}

/// `under` reads as the levels below, and means the level alone.
#[test]
fn a_severity_has_nothing_under_it() {
    let text = of_cells(r#"{"severity":{"under":"serious"}}"#);
    assert!(serde_json::from_str::<Routing>(&text).is_err());
}

/// A row that matches whichever of two levels it is did not match for the severity not being known.
#[test]
fn a_row_that_matches_every_possible_level_says_so() {
    let rules = SeverityRules::new([Severity::Serious, Severity::Critical])
        .with_rule(rule("parts", Severity::Critical, parts()))
        .with_otherwise(Severity::Serious);
    let routing = Routing::by([Input::Severity]).with_row(
        Row::owner(id("grave"), Department::QUALITY).with_cell(Cell::severity_at_least(Severity::Serious)),
    );
    let policy = desk().severity(rules).routing(routing).build().unwrap();
    let said = complaint();
    let account = triage(&policy, &said, &History::none()).unwrap().explain();
    let owner = serde_json::to_string(account.owner()).unwrap();
    assert!(owner.contains("\"row\":\"grave\""), "{owner}");
    assert!(!owner.contains("not-known"), "{owner}");
}

#[test]
fn an_input_by_which_nothing_changes_is_not_missing() {
    let rules = SeverityRules::new([Severity::Serious, Severity::Critical])
        .with_rule(rule("parts", Severity::Critical, parts()))
        .with_otherwise(Severity::Serious);
    let fax = Row::owner(id("fax"), Department::QUALITY)
        .with_cell(Cell::severity_at_least(Severity::Serious))
        .with_cell(Cell::is(Channel::FAX));
    let routing = Routing::by([Input::Severity, Input::CHANNEL])
        .with_row(fax)
        .with_row(Row::owner(id("rest"), Department::SALES));
    let policy = desk().severity(rules).routing(routing).build().unwrap();
    let said = complaint();
    let triage = triage(&policy, &said, &History::none()).unwrap();
    let Owner::Undetermined { missing, .. } = triage.owner() else { panic!("{:?}", triage.owner()) };
    assert_eq!(missing, [Input::CHANNEL]);
}

/// As a fact that is so at least 0 times.
#[test]
fn an_amount_of_at_least_nothing_is_refused() {
    let zero = Condition::amount_at_least(Money::new(0, "EUR".parse().unwrap()));
    let rules = SeverityRules::new([Severity::General]).with_rule(rule("zero", Severity::General, zero));
    assert!(desk().severity(rules).routing(Routing::none()).build().is_err());
}

#[test]
fn a_group_that_went_out_of_use_as_a_cause_is_refused() {
    let service: Cause = CauseGroup::SERVICE.into();
    let day = |text: &str| text.parse().unwrap();
    let taxonomy = Taxonomy::standard().with_word(service).with_retired(service, day("2025-12-31")).unwrap();
    assert!(taxonomy.check_new(service, day("2026-03-02")).is_err());
    let policy = desk().taxonomy(taxonomy).routing(Routing::none()).build().unwrap();
    let said = complaint().with_cause(service);
    assert!(triage(&policy, &said, &History::none()).is_err());
}

/// The calendar is known for 2026; in November nobody is there yet.
#[test]
fn a_unit_that_is_not_there_from_the_first_known_day_is_no_unit_to_route_to() {
    let late = word!(Department, "acme:late");
    let taxonomy = words().with_from(late, "2026-12-01".parse().unwrap());
    let routing = Routing::by([]).with_row(Row::owner(id("late"), late));
    assert!(desk().taxonomy(taxonomy).routing(routing).build().is_err());
}

/// Two rows without cells among many are a mistake that is told in a few words.
#[test]
fn rows_that_all_contradict_each_other_are_told_in_some_thousand_faults_at_most() {
    let units = [Department::QUALITY, Department::SALES];
    let rows = (0..600).map(|number| Row::owner(nth(number), units[number % 2]));
    let faults = desk().routing(Routing::by([]).with_rows(rows)).build().unwrap_err();
    assert!(faults.faults().len() < 5_000, "{} faults", faults.faults().len());
}

/// One input a row, and a row for the rest: what the fault of a table that is too complex asks for.
#[test]
fn a_list_of_rows_of_one_input_each_is_proved() {
    let code = |kind: char, number: usize| -> Code { format!("acme:{kind}{number}").parse().unwrap() };
    let all = |kind| (0..301).map(move |number| code(kind, number));
    let taxonomy = Taxonomy::standard()
        .with_only(&all('r').map(Region::from_code).collect::<Vec<_>>())
        .with_only(&all('t').map(Topic::from_code).collect::<Vec<_>>())
        .with_only(&all('s').map(Subject::from_code).collect::<Vec<_>>());
    let rows = (0..900).map(|number| {
        let unit = [Department::QUALITY, Department::SALES][number % 2];
        Row::owner(nth(number), unit).with_cell(match number % 3 {
            0 => Cell::is(Region::from_code(code('r', number / 3))),
            1 => Cell::is(Topic::from_code(code('t', number / 3))),
            _ => Cell::is(Subject::from_code(code('s', number / 3))),
        })
    });
    for hit in [HitPolicy::Unique, HitPolicy::First] {
        let routing = Routing::by([Input::REGION, Input::TOPIC, Input::SUBJECT])
            .with_hit_policy(Act::Owner, hit)
            .with_rows(rows.clone())
            .with_row(Row::owner(id("rest"), Department::COMPANY));
        let built = desk().taxonomy(taxonomy.clone()).routing(routing).build();
        assert!(built.is_ok(), "{}", built.unwrap_err());
    }
}

/// A choice that says what is so anyway is the same table.
#[test]
fn a_table_with_the_usual_hit_policies_is_read_as_it_was_written() {
    let chosen = Routing::by([]).with_hit_policy(Act::Owner, HitPolicy::Unique);
    for table in [chosen, general().routing().clone()] {
        let text = serde_json::to_string(&table).unwrap();
        assert_eq!(serde_json::from_str::<Routing>(&text).unwrap(), table);
    }
}
