//! Facts that must be asked: until one is answered nobody knows, and nothing is taken for "no".

use redress::approval::Roster;
use redress::case::command::Findings;
use redress::case::{Case, Command, Office, Request, Stamp, open};
use redress::deadline::{Clock, ClockStatus, DeadlineError, Term};
use redress::policy::clock::Target;
use redress::policy::routing::{Cell, Row};
use redress::policy::severity::{MarkRule, SeverityRule};
use redress::policy::{ClockRule, Condition, Policy, PolicyBuilder, PolicyDocument, Routing, SeverityRules};
use redress::render::Renderer;
use redress::triage::account::Finding;
use redress::triage::answer::{ClockOutcome, Level};
use redress::triage::{Complaint, ComplaintDocument, History, Owner, TriageError, triage};
use redress::vocab::{Anchor, ClockName, Department, Fact, Input, Locale, Mark, RuleId, Severity};

use crate::trusted::support::{at, desk, faults, read_back};

const DANGER: Fact = Fact::DANGER_TO_PERSON;
const PRESS: Fact = Fact::MEDIA_EXPOSURE;

fn id(text: &str) -> RuleId {
    text.parse().unwrap()
}

/// Danger is serious, the press general, all else minor.
fn rules() -> SeverityRules {
    SeverityRules::new([Severity::Minor, Severity::General, Severity::Serious])
        .with_rule(SeverityRule::new(id("danger"), Severity::Serious, Condition::has(DANGER)))
        .with_rule(SeverityRule::new(id("press"), Severity::General, Condition::has(PRESS)))
        .with_otherwise(Severity::Minor)
}

fn asking() -> PolicyBuilder {
    desk().severity(rules()).must_ask([DANGER])
}

fn complaint() -> Complaint {
    Complaint::new("A-1".parse().unwrap(), at("2026-03-02T10:00:00Z"))
}

fn level(policy: &Policy, complaint: &Complaint) -> Level {
    triage(policy, complaint, &History::none()).unwrap().severity().unwrap().level()
}

#[test]
fn fault_a15_what_must_be_asked_is_unknown_until_it_is_answered() {
    let policy = asking().build().unwrap();
    let unknown = Level::Undetermined(Some(Severity::Minor), Severity::Serious);
    assert_eq!(level(&policy, &complaint()), unknown);
    assert_eq!(level(&policy, &complaint().with_fact(DANGER, 0)), Level::Default(Severity::Minor));
    assert_eq!(level(&policy, &complaint().with_fact(DANGER, 1)), Level::ByRules(Severity::Serious));
    // The rest decides as far as it does, and the worst bound stays.
    let press = complaint().with_fact(PRESS, 1);
    assert_eq!(level(&policy, &press), Level::Undetermined(Some(Severity::General), Severity::Serious));
    assert_eq!(level(&policy, &press.with_fact(DANGER, 0)), Level::ByRules(Severity::General));
    // A policy that declares nothing takes what nobody mentioned for not so, as before.
    assert_eq!(
        level(&desk().severity(rules()).build().unwrap(), &complaint()),
        Level::Default(Severity::Minor)
    );
}

#[test]
fn fault_a15_a_number_that_was_said_is_an_answer_to_every_threshold() {
    let tries = |number| Condition::at_least(Fact::HOTLINE_TRIES, number);
    let rules = SeverityRules::new([Severity::Minor, Severity::Serious])
        .with_rule(SeverityRule::new(id("many"), Severity::Serious, tries(3)))
        .with_otherwise(Severity::Minor);
    let policy = desk().severity(rules).must_ask([Fact::HOTLINE_TRIES]).build().unwrap();
    assert_eq!(level(&policy, &complaint()), Level::Undetermined(Some(Severity::Minor), Severity::Serious));
    assert_eq!(
        level(&policy, &complaint().with_fact(Fact::HOTLINE_TRIES, 2)),
        Level::Default(Severity::Minor)
    );
    assert_eq!(
        level(&policy, &complaint().with_fact(Fact::HOTLINE_TRIES, 3)),
        Level::ByRules(Severity::Serious)
    );
}

#[test]
fn fault_a15_the_negation_of_what_must_be_asked_is_unknown_too() {
    let safe = Condition::not(Condition::has(DANGER));
    let rules = |when| {
        SeverityRules::new([Severity::Minor, Severity::Serious])
            .with_rule(SeverityRule::new(id("safe"), Severity::Minor, when))
            .with_otherwise(Severity::Serious)
    };
    let policy = |when| desk().severity(rules(when)).must_ask([DANGER]).build().unwrap();
    let unknown = Level::Undetermined(Some(Severity::Minor), Severity::Serious);
    assert_eq!(level(&policy(safe.clone()), &complaint()), unknown);
    // What is surely so is not taken for granted, whichever way round.
    let surely = policy(Condition::surely(safe));
    assert_eq!(level(&surely, &complaint()), Level::Default(Severity::Serious));
    assert_eq!(level(&surely, &complaint().with_fact(DANGER, 0)), Level::ByRules(Severity::Minor));
}

#[test]
fn fault_a15_the_account_names_what_is_to_be_asked() {
    let policy = asking().must_ask([PRESS]).build().unwrap();
    let complaint = complaint().with_fact(PRESS, 0);
    let triage = triage(&policy, &complaint, &History::none()).unwrap();
    assert_eq!(triage.to_ask(), [DANGER]);
    let account = triage.explain();
    assert_eq!(account.to_ask(), [DANGER]);
    let open = account.severity().unwrap().open();
    let [ground] = open[0].because() else { panic!("{open:?}") };
    assert_eq!(*ground.finding(), Finding::Fact { fact: DANGER, at_least: 1, found: None });
    assert!(ground.is_open());
    let told = |locale| Renderer::of(&policy, locale).explanation(&account);
    for (locale, asked, open) in [
        (Locale::En, "To be asked: danger to a person", "danger to a person, which is to be asked"),
        (Locale::ZhHans, "待询问：", "（待询问）"),
        (Locale::ZhHant, "待詢問：", "（待詢問）"),
    ] {
        let text = told(locale);
        assert!(text.contains(asked) && text.contains(open), "{text}");
    }
    let json = serde_json::to_value(&account).unwrap();
    assert_eq!(json["to-ask"], serde_json::json!(["danger-to-person"]));
}

#[test]
fn fault_a15_marks_routes_and_clocks_wait_for_the_answer() {
    let row = |text: &str, department| Row::owner(id(text), department);
    let routing = Routing::by([Input::Severity, Input::MARK])
        .with_row(row("danger", Department::QUALITY).with_cell(Cell::severity_at_least(Severity::Serious)))
        .with_row(row("rest", Department::SALES));
    let clock = |name| Clock::new(name, Anchor::RECEIVED);
    let closure = ClockRule::by_target(
        clock(ClockName::CLOSURE),
        [
            Target::of_severity(id("grave"), Severity::Serious, Term::working_days(1)),
            Target::of_severity(id("usual"), Severity::Minor, Term::working_days(9)),
        ],
    );
    let response = ClockRule::new(clock(ClockName::RESPONSE), Term::working_days(1)).with_only_where(DANGER);
    let policy = asking()
        .mark(MarkRule::new(id("m"), Mark::GRAVE, Condition::has(DANGER)))
        .routing(routing)
        .clock(closure)
        .clock(response)
        .build()
        .unwrap();
    let unknown = complaint();
    let asked = triage(&policy, &unknown, &History::none()).unwrap();
    assert_eq!(asked.open_marks(), [Mark::GRAVE]);
    assert!(matches!(asked.owner(), Owner::Undetermined { .. }), "{:?}", asked.owner());
    let outcome = |name| asked.clocks_of(name).next().unwrap().outcome().clone();
    assert_eq!(outcome(ClockName::CLOSURE), ClockOutcome::Undetermined(DeadlineError::SeverityNotKnown));
    assert_eq!(
        outcome(ClockName::RESPONSE),
        ClockOutcome::Undetermined(DeadlineError::NotAnswered { fact: DANGER })
    );
    let account = asked.explain();
    for (locale, reason) in [
        (Locale::En, "it runs only if there is danger to a person, which is not known yet"),
        (Locale::ZhHans, "时计时，待询问"),
        (Locale::ZhHant, "時計時，待詢問"),
    ] {
        let text = Renderer::of(&policy, locale).explanation(&account);
        assert!(text.contains(reason), "{text}");
    }
    let no = complaint().with_fact(DANGER, 0);
    let no = triage(&policy, &no, &History::none()).unwrap();
    assert_eq!(no.department(), Some(Department::SALES));
    assert!(no.due(ClockName::CLOSURE).is_some() && no.clocks_of(ClockName::RESPONSE).next().is_none());
    let yes = complaint().with_fact(DANGER, 1);
    let yes = triage(&policy, &yes, &History::none()).unwrap();
    assert_eq!(yes.department(), Some(Department::QUALITY));
    assert!(yes.due(ClockName::RESPONSE).is_some());
}

#[test]
fn fault_a15_a_document_of_a_complaint_holds_the_answer_no() {
    let read = |facts: &str| -> Result<Complaint, TriageError> {
        let text = format!(r#"{{"id": "A-1", "received": "2026-03-02T10:00:00Z", "facts": {facts}}}"#);
        serde_json::from_str::<ComplaintDocument>(&text).unwrap().build()
    };
    let no = read(r#"{"danger-to-person": 0, "media-exposure": 2}"#).unwrap();
    assert!(no.is_answered(DANGER) && no.is_answered(PRESS) && !no.is_answered(Fact::HOTLINE_TRIES));
    assert!(no.facts().eq([(PRESS, 2)]) && no.facts_not_so().eq([DANGER]));
    assert!(!read("{}").unwrap().is_answered(DANGER));
    // A later word replaces an earlier one.
    let yes = no.with_fact(DANGER, 1);
    assert_eq!((yes.count(DANGER), yes.facts_not_so().len()), (1, 0));
    assert!(yes.with_fact(DANGER, 0).facts_not_so().eq([DANGER]));
}

#[test]
fn fault_a15_a_word_that_is_not_declared_is_refused_as_an_answer_too() {
    let policy =
        desk().taxonomy(redress::taxonomy::Taxonomy::standard().with_only(&[PRESS])).build().unwrap();
    let denied = complaint().with_fact(DANGER, 0);
    let refused = triage(&policy, &denied, &History::none()).unwrap_err().to_string();
    assert!(refused.starts_with("fact `danger-to-person` is not declared in the taxonomy"), "{refused}");
}

#[test]
fn fault_a15_a_case_keeps_the_answer_and_replays_it() {
    let response = Clock::new(ClockName::RESPONSE, Anchor::RECEIVED);
    let response = ClockRule::new(response, Term::working_days(1)).with_only_where(DANGER);
    let policy = asking().clock(response).build().unwrap();
    let said: ComplaintDocument =
        serde_json::from_str(r#"{"id": "A-1", "received": "2026-03-02T10:00:00Z"}"#).unwrap();
    let (anna, now) = ("anna".parse().unwrap(), at("2026-03-02T10:00:00Z"));
    let roster = Roster::builder("r-1").build().unwrap();
    let mut case = open(&policy, said, Stamp::new("k-0".parse().unwrap(), anna, now)).unwrap();
    assert_eq!((case.severity(), case.assessment().at_worst), (None, Some(Severity::Serious)));
    let status = |case: &Case| {
        let clocks = case.clocks(&policy, now);
        clocks.iter().map(|clock| clock.reading(&policy, now).status().clone()).collect::<Vec<_>>()
    };
    assert!(matches!(status(&case)[..], [ClockStatus::Undetermined { .. }]), "{:?}", status(&case));

    let does = |case: Case, command| {
        let key = format!("k-{}", case.revision()).parse().unwrap();
        let decision = Office::new(&policy, &roster)
            .decide(&case, Request::on(&case, Stamp::new(key, anna, now), command))
            .unwrap();
        case.after(&decision).unwrap()
    };
    case = does(case, Command::Register);
    let no = does(case.clone(), Command::Reclassify(Findings::default().with_fact(DANGER, 0)));
    assert_eq!((no.severity(), no.assessment().at_worst), (Some(Severity::Minor), None));
    assert!(no.complaint().facts_not_so().eq([DANGER]));
    assert!(status(&no).is_empty());
    let yes = does(no.clone(), Command::Reclassify(Findings::default().with_fact(DANGER, 1)));
    assert_eq!(yes.severity(), Some(Severity::Serious));
    assert!(matches!(status(&yes)[..], [ClockStatus::Running { .. }]), "{:?}", status(&yes));
    for case in [case, no, yes] {
        let stored = serde_json::to_string(case.events()).unwrap();
        let read: Vec<redress::case::Event> = serde_json::from_str(&stored).unwrap();
        assert_eq!(Case::replay(&policy, &read).unwrap(), case);
    }
}

#[test]
fn fault_a15_the_policy_file_names_what_must_be_asked() {
    let policy = asking().must_ask([PRESS, DANGER]).build().unwrap();
    assert_eq!(policy.must_ask(), [DANGER, PRESS]);
    let written = serde_json::to_value(PolicyDocument::of(&policy)).unwrap();
    assert_eq!(written["must-ask"], serde_json::json!(["danger-to-person", "media-exposure"]));
    assert_eq!(read_back(&policy).must_ask(), policy.must_ask());
    let undeclared = asking().must_ask(["acme:dnager".parse().unwrap()]);
    let told = faults(undeclared);
    assert!(told[0].starts_with("must-ask: fact `acme:dnager` is not declared"), "{told:?}");
    let many = (0..1_001).map(|number| format!("acme:f{number}").parse::<Fact>().unwrap());
    let told = faults(desk().must_ask(many));
    assert_eq!(told[0], "the policy has 1001 facts that must be asked, expected at most 1000");
}
