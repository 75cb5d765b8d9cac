//! The laws and the strategies for the tests of an own policy: they hold for policies that mean well, they fail for
//! those that do not, and what a strategy gives reaches every edge.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use proptest::strategy::{Strategy, ValueTree as _};
use proptest::test_runner::{Config, TestError, TestRunner};
use redress::approval::{ApprovalTable, Chain, Roster, Signers, Step};
use redress::calendar::Zone;
use redress::case::approval::ApprovalReference;
use redress::case::command::{ClockPause, Promise};
use redress::case::track::RecallProgress;
use redress::case::{Case, Command, EventKind, Office, Request, Stamp};
use redress::deadline::rule::PauseRule;
use redress::deadline::{Clock, End, Term};
use redress::laws::{self, Broken, Edges, Law, Situation};
use redress::policy::condition::{Recurrence, RecurrenceKey, RecurrenceWindow};
use redress::policy::routing::{Cell, RoutingGaps, Row};
use redress::policy::severity::SeverityRule;
use redress::policy::{ClockRule, Condition, Policy, PolicyDocument, Routing, SeverityRules};
use redress::sample;
use redress::strategies::{self, CaseStory};
use redress::taxonomy::Taxonomy;
use redress::triage::{Complaint, History, Owner, PastCase, triage};
use redress::vocab::course::{ApprovalAct, DecisionKind, NotEstablishedReason};
use redress::vocab::track::RecallStep;
use redress::vocab::{
    Anchor, Category, ClockName, Department, Facet, Fact, FaultParty, Input, Money, PauseReason, Role,
    RuleId, Severity, Stage,
};
use redress::word;

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn runner(cases: u32) -> TestRunner {
    TestRunner::new_with_rng(
        Config { cases, failure_persistence: None, ..Config::default() },
        proptest::test_runner::TestRng::deterministic_rng(proptest::test_runner::RngAlgorithm::ChaCha),
    )
}

/// Values that a strategy gives, always the same.
fn drawn<S: Strategy>(strategy: &S, count: usize) -> Vec<S::Value> {
    let mut runner = TestRunner::deterministic();
    (0..count).map(|_| strategy.new_tree(&mut runner).unwrap().current()).collect()
}

/// What a property fails with after it was made small.
fn smallest<S: Strategy>(strategy: &S, holds: impl Fn(&S::Value) -> bool) -> S::Value {
    let failed = runner(2_000).run(strategy, |value| {
        if holds(&value) { Ok(()) } else { Err(proptest::test_runner::TestCaseError::fail("no")) }
    });
    match failed {
        Err(TestError::Fail(_, value)) => value,
        other => panic!("nothing failed: {}", other.is_ok()),
    }
}

/// Every policy under `examples/policies`.
fn profiles() -> Vec<(String, Policy)> {
    let mut found: Vec<_> = std::fs::read_dir("examples/policies")
        .unwrap()
        .map(|file| file.unwrap().path())
        .map(|path| {
            let document: PolicyDocument = toml::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
            let policy = document.build(|name, known| Zone::iana(name, known).ok()).unwrap();
            (path.file_stem().unwrap().to_str().unwrap().to_owned(), policy)
        })
        .collect();
    found.sort_by(|one, other| one.0.cmp(&other.0));
    found
}

fn bare() -> redress::policy::PolicyBuilder {
    Policy::builder("shop").version("1").calendar(sample::calendar().unwrap()).routing(Routing::none())
}

fn product() -> Situation {
    Situation::new(sample::complaint().unwrap())
}

#[test]
fn the_laws_hold_for_the_sample() {
    let (policy, roster) = (sample::policy().unwrap(), sample::roster().unwrap());
    for situation in drawn(&strategies::situations(&policy), 500) {
        laws::of_complaint(&policy, &situation).unwrap();
    }
    let office = Office::new(&policy, &roster);
    for story in drawn(&strategies::cases(&policy, &roster), 200) {
        laws::of_case(&office, story.case()).unwrap();
    }
}

#[test]
fn the_explanations_of_every_profile_are_true_and_every_complaint_is_accepted() {
    for (name, policy) in profiles() {
        for situation in drawn(&strategies::situations(&policy), 40) {
            let answer = triage(&policy, situation.complaint(), situation.history());
            let told = answer.unwrap_or_else(|error| panic!("{name}: {situation}: {error}")).explain();
            laws::explanation_is_true(&policy, &situation, &told)
                .unwrap_or_else(|broken| panic!("{name}: {broken}"));
        }
    }
}

#[test]
fn the_cases_of_every_profile_replay_and_nobody_approves_their_own() {
    let mut ended = 0;
    for (name, policy) in profiles() {
        for roster in drawn(&strategies::rosters(&policy), 3) {
            for story in drawn(&strategies::cases(&policy, &roster), 3) {
                let case = story.case();
                laws::replay_equals_state(&policy, case).unwrap_or_else(|broken| panic!("{name}: {broken}"));
                laws::no_due_in_a_pause(&policy, case).unwrap_or_else(|broken| panic!("{name}: {broken}"));
                laws::nobody_approves_their_own(case.events())
                    .unwrap_or_else(|broken| panic!("{name}: {broken}"));
                ended += usize::from(!case.is_open());
            }
        }
    }
    assert!(ended > 0);
}

#[test]
fn a_policy_with_gaps_leaves_somebody_without_an_owner() {
    let service = Row::owner(word!(RuleId, "service"), Department::CUSTOMER_SERVICE)
        .with_cell(Cell::under(Category::SERVICE_PROCESS));
    let routing = Routing::by([Input::CATEGORY]).with_row(service).with_gaps(RoutingGaps::Unrouted);
    let policy = bare().routing(routing).build().unwrap();
    let broken = laws::owner_for_everyone(&policy, &product()).unwrap_err();
    assert_eq!((broken.law, broken.code()), (Law::OwnerForEveryone, "law.owner-for-everyone"));
    // What shrinks is one category.
    let found = smallest(&strategies::situations(&policy), |situation| {
        laws::owner_for_everyone(&policy, situation).is_ok()
    });
    assert_eq!(found.complaint().words().iter().len(), 1, "{found}");
    assert_eq!((found.complaint().facts().len(), found.history().cases().len()), (0, 0), "{found}");
    // Somebody who has not said what it is about must be asked, and is not without an owner.
    let unknown = Situation::new(Complaint::new("A-1".parse().unwrap(), at("2026-03-02T09:00:00Z")));
    assert!(matches!(
        triage(&policy, unknown.complaint(), unknown.history()).unwrap().owner(),
        Owner::Undetermined { .. }
    ));
    laws::owner_for_everyone(&policy, &unknown).unwrap();
}

fn severe(when: Condition) -> Policy {
    let rules = SeverityRules::new([Severity::General, Severity::Serious])
        .with_rule(SeverityRule::new(word!(RuleId, "odd"), Severity::Serious, when))
        .with_otherwise(Severity::General);
    bare().severity(rules).build().unwrap()
}

#[test]
fn a_rule_with_not_is_not_monotone_in_facts_amounts_or_repetitions() {
    let euros = |minor| Money::new(minor, "EUR".parse().unwrap());
    let often = Recurrence::new([RecurrenceKey::Complainant], 2).with_window(RecurrenceWindow::Days(30));
    let facts = severe(Condition::not(Condition::at_least(Fact::HOTLINE_TRIES, 3)));
    let broken = laws::monotone_severity(&facts, &product()).unwrap_err();
    assert_eq!(
        (broken.expected.as_str(), broken.found.as_str()),
        ("at least serious", "general with `hotline-tries` 3 time(s)")
    );
    let amounts = severe(Condition::not(Condition::amount_at_least(euros(500))));
    let dear = Situation::new(sample::complaint().unwrap().with_amount(euros(499)));
    assert!(laws::monotone_severity(&amounts, &dear).unwrap_err().found.contains("an amount of 5.00 EUR"));
    laws::monotone_severity(&amounts, &Situation::new(sample::complaint().unwrap().with_amount(euros(500))))
        .unwrap();
    let repeats = severe(Condition::not(Condition::repeats(often.clone())));
    let key = "K-1".parse().unwrap();
    let first = PastCase::new("B-1".parse().unwrap(), at("2026-04-01T08:00:00Z")).with_complainant(key);
    let again = Situation::new(sample::complaint().unwrap().with_complainant(key));
    let again = again.with_history(History::of([first]).unwrap());
    assert!(
        laws::monotone_severity(&repeats, &again)
            .unwrap_err()
            .found
            .ends_with("one more earlier complaint like it")
    );
    // The strategies find each of the three.
    for policy in [&facts, &amounts, &repeats] {
        smallest(&strategies::situations(policy), |situation| {
            laws::monotone_severity(policy, situation).is_ok()
        });
    }
    // Without `not`, none is found.
    for policy in [severe(Condition::at_least(Fact::HOTLINE_TRIES, 3)), severe(Condition::repeats(often))] {
        for situation in drawn(&strategies::situations(&policy), 300) {
            laws::monotone_severity(&policy, &situation).unwrap();
        }
    }
}

#[test]
fn a_fixed_day_is_over_before_later_receipts() {
    let by_easter = Term::at(at("2026-04-01T15:00:00Z"));
    let clock = ClockRule::new(Clock::new(ClockName::RESPONSE, Anchor::RECEIVED), by_easter);
    let policy = bare().clock(clock).build().unwrap();
    let broken = laws::due_after_receipt(&policy, &product()).unwrap_err();
    assert_eq!(broken.expected, "clock `response` due after 2026-04-02T08:00:00Z");
    assert_eq!(broken.found, "due at 2026-04-01T15:00:00Z");
    // On the edge: a complaint that is received at the due instant itself.
    let found = smallest(&strategies::situations(&policy), |situation| {
        laws::due_after_receipt(&policy, situation).is_ok()
            || situation.complaint().received() > at("2026-04-01T15:00:00Z")
    });
    assert_eq!(found.complaint().received(), at("2026-04-01T15:00:00Z"));
}

#[test]
fn an_explanation_of_another_complaint_is_not_true() {
    let policy = sample::policy().unwrap();
    let told = |complaint: &Complaint| triage(&policy, complaint, &History::none()).unwrap().explain();
    let complaint = sample::complaint().unwrap();
    let law = |situation: &Complaint, told: &redress::triage::Explanation| {
        laws::explanation_is_true(&policy, &Situation::new(situation.clone()), told)
    };
    let expected = |result: Result<(), Broken>| result.unwrap_err().expected;
    let danger = complaint.clone().with_fact(Fact::DANGER_TO_PERSON, 1);
    assert_eq!(expected(law(&danger, &told(&complaint))), "severity rule `danger` among the reasons");
    assert_eq!(
        expected(law(&complaint, &told(&danger))),
        "severity rule `danger` to hold and to give serious"
    );
    let later = complaint.clone().with_event(Anchor::RECEIVED, at("2026-04-08T08:00:00Z"));
    assert!(expected(law(&later, &told(&complaint))).starts_with("clock `response` due: 2026-04-10"));
    let service =
        Complaint::new(complaint.id(), complaint.received()).with_category(Category::SERVICE_PROCESS);
    assert_eq!(expected(law(&service, &told(&complaint))), "the explanation that the policy gives");
    let other = Complaint::new("A-18".parse().unwrap(), complaint.received());
    assert_eq!(expected(law(&other, &told(&complaint))), "complaint `A-18`");
    let bare = bare().build().unwrap();
    let by_other = triage(&bare, &complaint, &History::none()).unwrap().explain();
    assert!(law(&complaint, &by_other).is_err());
}

/// Somebody does something in a case.
fn done(office: &Office<'_>, case: Case, (who, when, command): (&str, &str, Command)) -> Case {
    let id = format!("k-{}", case.revision()).parse().unwrap();
    let request = Request::on(&case, Stamp::new(id, who.parse().unwrap(), at(when)), command);
    let decision = office.decide(&case, request).unwrap();
    case.after(&decision).unwrap()
}

#[test]
fn a_fixed_day_may_fall_into_a_pause() {
    let clock = Clock::new(ClockName::RESPONSE, Anchor::RECEIVED)
        .with_pause(PauseRule::new(PauseReason::AWAITING_CUSTOMER));
    let policy = |term| bare().clock(ClockRule::new(clock.clone(), term)).build().unwrap();
    let paused = |policy: &Policy| {
        let roster = sample::roster().unwrap();
        let office = Office::new(policy, &roster);
        let said =
            redress::triage::ComplaintDocument::new("A-1".parse().unwrap(), at("2026-03-30T08:00:00Z"));
        let stamp = Stamp::new("k-0".parse().unwrap(), "anna".parse().unwrap(), at("2026-03-30T08:00:00Z"));
        let case = redress::case::open(policy, said, stamp).unwrap();
        let pause = || ClockPause::new(PauseReason::AWAITING_CUSTOMER);
        let case = done(&office, case, ("anna", "2026-03-31T08:00:00Z", Command::Pause(pause())));
        done(&office, case, ("anna", "2026-04-02T08:00:00Z", Command::Resume(pause())))
    };
    let fixed = policy(Term::at(at("2026-04-01T15:00:00Z")));
    let broken = laws::no_due_in_a_pause(&fixed, &paused(&fixed)).unwrap_err();
    assert_eq!(broken.found, "due at 2026-04-01T15:00:00Z");
    assert!(broken.expected.ends_with("the pause from 2026-03-31T08:00:00Z to 2026-04-02T08:00:00Z"));
    assert!(broken.about.ends_with("anna paused, anna resumed"), "{}", broken.about);
    let moved = policy(Term::working_days(2).with_end(End::CLOSE_OF_BUSINESS));
    laws::no_due_in_a_pause(&moved, &paused(&moved)).unwrap();
}

#[test]
fn a_doctored_signature_is_seen() {
    let (policy, roster) = (sample::policy().unwrap(), sample::roster().unwrap());
    let case = sample::case_in_approval(&policy, &roster).unwrap();
    let sign = Command::Sign(ApprovalReference::new(1));
    let case = done(&Office::new(&policy, &roster), case, ("mia", "2026-04-02T12:00:00Z", sign));
    laws::nobody_approves_their_own(case.events()).unwrap();
    let mut events = case.events().to_vec();
    let signed = events.iter_mut().find(|event| matches!(event.what, EventKind::SignatureGiven(_))).unwrap();
    signed.by = "anna".parse().unwrap();
    let broken = laws::nobody_approves_their_own(&events).unwrap_err();
    assert_eq!(broken.found, "`anna`, at 2026-04-02T12:00:00Z");
    assert_eq!(broken.expected, "approval 1 signed by others than those who proposed it");
}

/// A project, a recall and a promise hold a case open until each of them is finished.
#[test]
fn what_runs_beside_the_course_can_be_finished() {
    let (policy, roster) = (sample::policy().unwrap(), sample::roster().unwrap());
    let office = Office::new(&policy, &roster);
    let steps = [
        Command::OpenProject,
        Command::Recall(RecallProgress { step: RecallStep::Needed }),
        Command::Promise(Promise::until(at("2026-04-04T08:00:00Z"))),
    ];
    let mut case = sample::case(&policy, &roster).unwrap();
    for (number, command) in steps.into_iter().enumerate() {
        let stamp = Stamp::new(
            format!("b-{number}").parse().unwrap(),
            "anna".parse().unwrap(),
            at("2026-04-02T09:00:00Z"),
        );
        let decision = office.decide(&case, Request::on(&case, stamp, command)).unwrap();
        case = case.after(&decision).unwrap();
    }
    laws::every_case_can_end(&office, &case).unwrap();
}

#[test]
fn a_case_that_nobody_can_sign_cannot_end() {
    let (policy, roster) = (sample::policy().unwrap(), sample::roster().unwrap());
    let case = sample::case_in_approval(&policy, &roster).unwrap();
    laws::every_case_can_end(&Office::new(&policy, &roster), &case).unwrap();
    // Somebody may take the proposal back, and find that the complaint is not established.
    let nobody = Roster::builder("r").build().unwrap();
    laws::every_case_can_end(&Office::new(&policy, &nobody), &case).unwrap();
    // Without another answer, nobody can close the case.
    let words = Taxonomy::standard()
        .with_only(&[Category::PRODUCT_QUALITY])
        .with_only(&[FaultParty::COMPANY])
        .with_only::<NotEstablishedReason>(&[]);
    let policy = bare()
        .taxonomy(words)
        .track(policy.track().clone())
        .approvals(policy.approvals().clone())
        .build()
        .unwrap();
    let case = sample::case_in_approval(&policy, &roster).unwrap();
    laws::every_case_can_end(&Office::new(&policy, &roster), &case).unwrap();
    let broken = laws::every_case_can_end(&Office::new(&policy, &nobody), &case).unwrap_err();
    assert_eq!(broken.expected, "a way to a closed case");
    assert!(broken.found.starts_with("none beyond stage `"), "{}", broken.found);
}

#[test]
fn a_case_of_another_policy_does_not_replay() {
    let (policy, roster) = (sample::policy().unwrap(), sample::roster().unwrap());
    let case = sample::case_in_approval(&policy, &roster).unwrap();
    let broken = laws::replay_equals_state(&bare().build().unwrap(), &case).unwrap_err();
    assert_eq!((broken.law, broken.code()), (Law::ReplayEqualsState, "law.replay-equals-state"));
}

#[test]
fn a_complaint_that_the_policy_refuses_breaks_every_law() {
    let policy = sample::policy().unwrap();
    let refused =
        Situation::new(sample::complaint().unwrap().with_category(word!(Category, "acme:unheard-of")));
    for broken in [
        laws::owner_for_everyone(&policy, &refused),
        laws::monotone_severity(&policy, &refused),
        laws::due_after_receipt(&policy, &refused),
        laws::of_complaint(&policy, &refused),
    ] {
        assert_eq!(broken.unwrap_err().expected, "a complaint that the policy accepts");
    }
}

#[test]
fn the_edges_of_the_sample_are_there() {
    let edges = Edges::of(&sample::policy().unwrap());
    for edge in [
        "2026-01-01T00:00:00+01:00", // the first known day
        "2026-12-31T17:00:01+01:00", // the last known day
        "2026-03-29T00:59:59Z",      // the clock is put forward
        "2026-03-29T01:00:00Z",
        "2026-10-25T01:00:00Z",      // and back
        "2026-04-02T17:00:00+02:00", // closing before Good Friday
        "2026-04-02T17:00:01+02:00",
        "2026-04-03T00:00:00+02:00", // a holiday begins
        "2026-04-07T08:59:59+02:00", // before the opening after Easter
    ] {
        assert!(edges.receipts().contains(&at(edge)), "{edge}");
    }
    assert!(edges.receipts().is_sorted());
}

#[test]
fn the_strategies_reach_what_they_promise() {
    let policy = profiles().into_iter().find(|(name, _)| name == "nev").unwrap().1;
    let all = drawn(&strategies::situations(&policy), 1_500);
    let facts: BTreeSet<Fact> =
        all.iter().flat_map(|one| one.complaint().facts().map(|(fact, _)| fact)).collect();
    let edges = Edges::of(&policy);
    for (fact, counts) in edges.facts().filter(|(_, counts)| counts.iter().any(|count| *count > 0)) {
        assert!(facts.contains(&fact), "{fact}");
        let reached: BTreeSet<u32> = all.iter().map(|one| one.complaint().count(fact)).collect();
        assert!(counts.iter().any(|count| *count > 0 && reached.contains(count)), "{fact}");
    }
    let categories: BTreeSet<_> =
        all.iter().flat_map(|one| one.complaint().words().codes(Facet::Category)).collect();
    assert!(edges.words(Facet::Category).iter().all(|word| categories.contains(word)));
    // This policy counts repetitions.
    let policy = profiles().into_iter().find(|(name, _)| name == "tax-device").unwrap().1;
    assert!(policy.looks_at_history());
    let all = drawn(&strategies::situations(&policy), 1_500);
    let repeated =
        all.iter().filter(|one| triage(&policy, one.complaint(), one.history()).unwrap().repeats() > 1);
    assert!(repeated.count() > 100);

    let shop = sample::policy().unwrap();
    let roster = sample::roster().unwrap();
    let stories: Vec<CaseStory> = drawn(&strategies::cases(&shop, &roster), 150);
    let events = stories.iter().flat_map(|story| story.case().events());
    let stages: BTreeSet<&str> = events
        .filter_map(
            |event| if let EventKind::Moved(stage) = event.what { Some(stage.as_str()) } else { None },
        )
        .collect();
    for stage in [Stage::Investigating, Stage::InApproval, Stage::Executing, Stage::Closed] {
        assert!(stages.contains(stage.as_str()), "{stage} of {stages:?}");
    }
    let rosters = drawn(&strategies::rosters(&shop), 200);
    let checked =
        rosters.iter().filter(|roster| shop.check(roster, at("2026-06-01T00:00:00Z")).is_ok()).count();
    assert!(checked > 20 && checked < 200, "{checked}");
}

#[test]
fn a_failing_case_shrinks_to_a_short_history() {
    let (policy, roster) = (sample::policy().unwrap(), sample::roster().unwrap());
    let story =
        smallest(&strategies::cases(&policy, &roster), |story| story.case().stage() != Stage::InApproval);
    assert!(story.case().events().len() <= 20, "{story:?}");
    assert!(format!("{story:?}").contains("→ in-approval"));
}

#[test]
fn chains_of_the_policy_are_reached_by_the_cases() {
    let euros = |minor| Money::new(minor, "EUR".parse().unwrap());
    let review = |id, role| Step::new(id, ApprovalAct::Review, Signers::one(role));
    let dear = Chain::new(word!(RuleId, "dear"), DecisionKind::Remedy)
        .with_above(euros(10_000))
        .with_step(review(word!(RuleId, "head"), Role::SENIOR_MANAGEMENT));
    let small = Chain::new(word!(RuleId, "small"), DecisionKind::Remedy)
        .with_step(review(word!(RuleId, "review"), Role::MANAGER));
    let policy = bare().approvals(ApprovalTable::new().with_chain(dear).with_chain(small)).build().unwrap();
    let roster = drawn(&strategies::rosters(&policy), 40)
        .into_iter()
        .find(|roster| policy.check(roster, at("2026-06-01T00:00:00Z")).is_ok())
        .unwrap();
    let opened = |story: &CaseStory| -> BTreeSet<String> {
        story.case().approvals().iter().map(|approval| approval.chain().to_string()).collect()
    };
    let reached: BTreeSet<String> =
        drawn(&strategies::cases(&policy, &roster), 200).iter().flat_map(opened).collect();
    assert!(reached.contains("dear") && reached.contains("small"), "{reached:?}");
}

#[test]
fn a_policy_differs_from_another_version_and_not_from_itself() {
    let (policy, other) = (sample::policy().unwrap(), bare().build().unwrap());
    laws::diff_is_empty(&redress::compare::Comparison { policy: &policy, draft: &policy }).unwrap();
    let broken =
        laws::diff_is_empty(&redress::compare::Comparison { policy: &policy, draft: &other }).unwrap_err();
    assert_eq!((broken.law, broken.expected.as_str()), (Law::DiffIsEmpty, "no difference"));
    assert!(broken.found.contains("`refunds`") && !broken.to_string().contains('\n'), "{}", broken.found);
    for (name, policy) in profiles() {
        laws::diff_is_empty(&redress::compare::Comparison { policy: &policy, draft: &policy })
            .unwrap_or_else(|broken| panic!("{name}: {broken}"));
    }
}
