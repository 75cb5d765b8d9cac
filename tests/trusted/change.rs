//! A change of policy counts earlier complaints as triage did, and none of them is lost.

use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use redress::approval::Roster;
use redress::case::command::{Findings, PolicyMove};
use redress::case::migration::{Migration, PolicyDiff};
use redress::case::{Case, Command, Intake, Office, Request, Stamp, open};
use redress::policy::condition::{Recurrence, RecurrenceKey, RecurrenceWindow};
use redress::policy::severity::SeverityRule;
use redress::policy::{Condition, Policy, PolicyBuilder, SeverityRules};
use redress::triage::answer::{ConflictingCase, SeverityTriage};
use redress::triage::{Complaint, ComplaintDocument, History, PastCase, PastCounts, triage};
use redress::vocab::{ComplainantKey, Fact, RuleId, Severity};

use crate::trusted::support::{at, desk_named};

fn now() -> DateTime<Utc> {
    at("2026-06-15T10:00:00Z")
}

fn again(number: u32, within: RecurrenceWindow) -> Condition {
    Condition::repeats(Recurrence::new([RecurrenceKey::Complainant], number).with_window(within))
}

fn rules(rules: impl IntoIterator<Item = (Severity, Condition)>) -> SeverityRules {
    let named = rules.into_iter().enumerate().map(|(number, (level, when))| {
        SeverityRule::new(format!("r{number}").parse::<RuleId>().unwrap(), level, when)
    });
    let all = [Severity::Minor, Severity::General, Severity::Serious];
    let named: Vec<_> = named.collect();
    let given =
        |level: &Severity| *level == Severity::Minor || named.iter().any(|rule| rule.level() == *level);
    let levels: Vec<Severity> = all.into_iter().filter(given).collect();
    named
        .into_iter()
        .fold(SeverityRules::new(levels), SeverityRules::with_rule)
        .with_otherwise(Severity::Minor)
}

fn version(version: &str, severity: SeverityRules) -> PolicyBuilder {
    desk_named("desk", version).severity(severity)
}

fn customer() -> ComplainantKey {
    "k-7".parse().unwrap()
}

fn said() -> ComplaintDocument {
    ComplaintDocument { customer: Some(customer()), ..ComplaintDocument::new("a-9".parse().unwrap(), now()) }
}

/// Complaints of the customer so many days before.
fn before(days: &[i64]) -> History {
    let case = |(number, days): (usize, &i64)| {
        let received = now() - TimeDelta::days(*days);
        PastCase::new(format!("b-{number}").parse().unwrap(), received).with_complainant(customer())
    };
    History::of(days.iter().enumerate().map(case)).unwrap()
}

/// A case of the customer with what was counted before.
fn case(policy: &Policy, history: &History) -> Case {
    let past = PastCounts::of(policy, &said().build().unwrap(), history);
    open(
        policy,
        Intake::from(said()).with_past(past),
        Stamp::new("k-0".parse().unwrap(), "anna".parse().unwrap(), now()),
    )
    .unwrap()
}

fn level(policy: &Policy, history: &History) -> Option<Severity> {
    let complaint: Complaint = said().build().unwrap();
    let triage = triage(policy, &complaint, history).unwrap();
    triage.severity().map(SeverityTriage::level).and_then(redress::triage::answer::Level::severity)
}

fn roster() -> Roster {
    Roster::builder("r-1").build().unwrap()
}

fn request(case: &Case, command: Command) -> Request {
    let id = format!("k-{}", case.revision()).parse().unwrap();
    Request::on(case, Stamp::new(id, "anna".parse().unwrap(), now()), command)
}

fn moved(case: &Case, from: &Policy, to: &Policy) -> Case {
    let command = Command::MovePolicy(PolicyMove::to(to, "the new edition".parse().unwrap()));
    let decision = Office::new(from, &roster()).decide_move(case, to, request(case, command)).unwrap();
    case.clone().after(&decision).unwrap()
}

fn does(case: &Case, policy: &Policy, command: Command) -> Case {
    let decision = Office::new(policy, &roster()).decide(case, request(case, command)).unwrap();
    case.clone().after(&decision).unwrap()
}

fn is_nothing(diff: &PolicyDiff) -> bool {
    diff.severity.0 == diff.severity.1
        && diff.department.0 == diff.department.1
        && diff.clocks.is_empty()
        && diff.calendars.is_empty()
}

#[test]
fn fault_p01_a_third_complaint_stays_the_third_one_under_another_version() {
    let thrice = || rules([(Severity::Serious, again(2, RecurrenceWindow::Days(30)))]);
    let (old, new) = (version("1", thrice()).build().unwrap(), version("2", thrice()).build().unwrap());
    let case = case(&old, &before(&[3, 20]));
    assert_eq!(case.severity(), Some(Severity::Serious));
    for to in [&old, &new] {
        let diff = Migration { from: &old, to }.diff(&case, now()).unwrap();
        assert!(is_nothing(&diff), "{diff:?}");
    }
    let moved = moved(&case, &old, &new);
    assert_eq!(moved.severity(), Some(Severity::Serious));
    assert_eq!(Case::replay(&[&old, &new][..], moved.events()).unwrap(), moved);
}

#[test]
fn fault_p01_what_was_counted_is_held_against_another_number_and_in_another_order() {
    let thrice = rules([(Severity::Serious, again(2, RecurrenceWindow::Days(30)))]);
    let old = version("1", thrice).build().unwrap();
    let history = before(&[3, 20, 90]);
    let case = case(&old, &history);
    for number in 1..5 {
        // The other policy asks something else first: what was counted is not taken for the answer to that.
        let new = rules([
            (Severity::General, again(9, RecurrenceWindow::Always)),
            (Severity::Serious, again(number, RecurrenceWindow::Days(30))),
        ]);
        let new = version("2", new).build().unwrap();
        let moved = moved(&case, &old, &new);
        assert_eq!(moved.severity(), level(&new, &history), "at least {number}");
        // And it goes on as the new policy asks: a finding that changes nothing changes no severity.
        let found = Findings::default().with_fact(Fact::HOTLINE_TRIES, 1);
        let found = does(&moved, &new, Command::Reclassify(found));
        assert_eq!(found.severity(), moved.severity(), "at least {number}");
        let stored = serde_json::to_string(found.events()).unwrap();
        let stored: Vec<redress::case::Event> = serde_json::from_str(&stored).unwrap();
        assert_eq!(Case::replay(&[&old, &new][..], &stored).unwrap(), found);
    }
}

#[test]
fn fault_p01_what_was_never_counted_is_not_known_and_never_no() {
    let old =
        version("1", rules([(Severity::Serious, again(2, RecurrenceWindow::Days(30)))])).build().unwrap();
    let case = case(&old, &before(&[3, 20, 90]));
    let by_product = Condition::repeats(Recurrence::new([RecurrenceKey::Product], 1));
    let new = version("2", rules([(Severity::Serious, by_product)])).build().unwrap();
    let diff = Migration { from: &old, to: &new }.diff(&case, now()).unwrap();
    assert_eq!(diff.severity, (Some(Severity::Serious), None));
    let case_moved = moved(&case, &old, &new);
    assert_eq!((case_moved.severity(), case_moved.assessment().at_worst), (None, Some(Severity::Serious)));
    // What the host counts then decides.
    let past = PastCounts::of(&new, case_moved.complaint(), &History::none());
    let counted = Findings { past: Some(past), ..Findings::default() };
    let told = does(&case_moved, &new, Command::Reclassify(counted));
    assert_eq!(told.severity(), Some(Severity::Minor));
    // A customer who has complained three times at all has not complained five times.
    let five =
        version("3", rules([(Severity::Serious, again(5, RecurrenceWindow::Months(6)))])).build().unwrap();
    assert_eq!(
        Migration { from: &old, to: &five }.diff(&case, now()).unwrap().severity.1,
        Some(Severity::Minor)
    );
    let four =
        version("3", rules([(Severity::Serious, again(3, RecurrenceWindow::Months(6)))])).build().unwrap();
    assert_eq!(Migration { from: &old, to: &four }.diff(&case, now()).unwrap().severity.1, None);
}

#[test]
fn fault_p01_a_case_that_was_opened_without_a_history_has_none_after_a_move() {
    let thrice = || rules([(Severity::Serious, again(2, RecurrenceWindow::Days(30)))]);
    let (old, new) = (version("1", thrice()).build().unwrap(), version("2", thrice()).build().unwrap());
    let case =
        open(&old, said(), Stamp::new("k-0".parse().unwrap(), "anna".parse().unwrap(), now())).unwrap();
    assert_eq!(moved(&case, &old, &new).severity(), Some(Severity::Minor));
}

fn windows() -> impl Strategy<Value = RecurrenceWindow> {
    prop_oneof![
        Just(RecurrenceWindow::Always),
        Just(RecurrenceWindow::Days(30)),
        Just(RecurrenceWindow::Months(2)),
        Just(RecurrenceWindow::Elapsed(redress::calendar::Span::hours(240))),
    ]
}

fn all_rules() -> impl Strategy<Value = Vec<(Severity, Condition)>> {
    let repeats = || (1..5_u32, windows()).prop_map(|(number, within)| again(number, within));
    let asked = prop_oneof![
        4 => repeats(),
        1 => repeats().prop_map(Condition::not),
        1 => Just(Condition::has(Fact::MEDIA_EXPOSURE)),
    ];
    let level = proptest::sample::select(vec![Severity::General, Severity::Serious]);
    proptest::collection::vec((level, asked), 1..5)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_policy_compared_with_itself_never_changes_anything(
        asked in all_rules(),
        days in proptest::collection::vec(0..120_i64, 0..6),
    ) {
        let policy = version("1", rules(asked.clone())).build().unwrap();
        let case = case(&policy, &before(&days));
        let diff = Migration { from: &policy, to: &policy }.diff(&case, now()).unwrap();
        prop_assert!(is_nothing(&diff), "{:?}", diff);
        // Nor does the same content under another version, with its rules in another order.
        let other = version("2", rules(asked.into_iter().rev())).build().unwrap();
        let diff = Migration { from: &policy, to: &other }.diff(&case, now()).unwrap();
        prop_assert!(is_nothing(&diff), "{:?}", diff);
        let moved = moved(&case, &policy, &other);
        prop_assert_eq!(moved.severity(), case.severity());
        prop_assert_eq!(Case::replay(&[&policy, &other][..], moved.events()).unwrap(), moved);
    }

    #[test]
    fn what_is_carried_to_another_policy_is_what_triage_finds_or_not_known(
        (one, other) in (all_rules(), all_rules()),
        days in proptest::collection::vec(0..120_i64, 0..6),
    ) {
        let (old, new) = (version("1", rules(one)).build().unwrap(), version("2", rules(other)).build().unwrap());
        let history = before(&days);
        let case = case(&old, &history);
        let moved = moved(&case, &old, &new);
        let found = level(&new, &history);
        match moved.severity() {
            Some(severity) => prop_assert_eq!(Some(severity), found),
            None => prop_assert!(found <= moved.assessment().at_worst),
        }
    }
}

#[test]
fn fault_p05_a_case_that_stands_twice_in_a_history_is_named_with_both_records() {
    let first =
        PastCase::new("a-1".parse().unwrap(), at("2026-02-01T10:00:00Z")).with_complainant(customer());
    let other = PastCase::new("A-1".parse().unwrap(), at("2026-02-09T10:00:00Z"));
    let twice = ConflictingCase { known: Box::new(first.clone()), given: Box::new(other.clone()) };
    assert_eq!(History::of([first.clone(), other.clone()]).unwrap_err(), twice);
    assert_eq!(
        twice.to_string(),
        "case `a-1` has two different records, received at 2026-02-01T10:00:00Z and at 2026-02-09T10:00:00Z; \
         keep one of them"
    );
    // Agreeing records are one, and nothing is lost where one is refused.
    let mut history = History::of([first.clone(), first.clone()]).unwrap();
    assert_eq!(history.insert(other.clone()), Err(twice));
    assert!(history.cases().eq([first.clone()]));
    assert_eq!(history.by_complainant(customer(), now(), "a-9".parse().unwrap()).count(), 1);
    // A better knowledge is said aloud, and gives back what it replaces.
    assert_eq!(history.replace(other.clone()), Some(first.clone()));
    assert!(history.cases().eq([other.clone()]));
    assert_eq!(history.by_complainant(customer(), now(), "a-9".parse().unwrap()).count(), 0);
    assert_eq!(history.replace(first), Some(other));
    assert_eq!(history.by_complainant(customer(), now(), "a-9".parse().unwrap()).count(), 1);
}
