//! S02: small matters, promises, alternatives, opinions, accidents.

use redress::case::command::{Apology, Message, Promise};
use redress::case::state::PromiseOutcome;
use redress::case::track::{AccidentProgress, SanctionProposal};
use redress::case::{Command, Notice};
use redress::guidance::accountability::{DeductedFrom, SanctionRule};
use redress::policy::condition::Truth;
use redress::policy::routing::Row;
use redress::policy::{Routing, Track};
use redress::profiles::Listening;
use redress::profiles::choice::{OpinionRequests, Smallness};
use redress::vocab::course::{Duty, Opinion};
use redress::vocab::track::{AccidentStep, Accountable, Sanction};
use redress::vocab::{Department, FaultParty, Remedy, RuleId, Severity, Stage};
use redress::word;

use crate::cases::course::*;
use crate::cases::houses::*;
use crate::cases::support::*;

pub(crate) fn listening() -> Listening {
    let desk = Row::owner(word!(RuleId, "desk"), Department::CUSTOMER_SERVICE);
    Listening::new(calendar(), all_general(), Routing::none().with_row(desk))
}

const TOLD: &str = r#", "text": "the parcel is not there""#;

#[track_caller]
fn told(policy: Listening) -> Story {
    on_monday(policy.build().unwrap(), TOLD)
}

#[track_caller]
fn with_facts(policy: Listening, facts: &str) -> Story {
    let more = format!(r#"{TOLD}, "facts": {{{facts}}}"#);
    on_monday(policy.build().unwrap(), &more).does("anna", Command::Register)
}

fn at_once() -> Command {
    Command::AnswerAtOnce(because("a new one from the shelf"))
}

const SMALL: &str = r#""small-matter": 1"#;
const SOLVABLE: &str = r#""small-matter": 1, "solvable-at-once": 1"#;

#[test]
fn w023_a_small_thing_that_the_handler_can_solve_is_answered_at_once() {
    let story = with_facts(listening(), SOLVABLE).does("anna", at_once()).is(Stage::Resolved);
    assert_eq!(story.case.severity(), Some(Severity::Minor));
    assert_eq!(story.case.approvals(), []);
}

#[test]
fn w023_a40_as_a_flag_small_is_no_level_and_nothing_is_settled_at_once() {
    let story = with_facts(listening().with_small(Smallness::Flag), SOLVABLE);
    assert_eq!(story.case.severity(), Some(Severity::General));
    not_from_here(story, at_once());
}

fn promise() -> Command {
    Command::Promise(Promise { until: at("2025-11-12T15:00:00+08:00") })
}

#[test]
fn w024_a_small_thing_that_cannot_be_solved_now_takes_a_promise() {
    let story = with_facts(listening(), SMALL).refused(
        "anna",
        at_once(),
        "the complaint cannot be answered at once: no rule of the policy marks it `answer-at-once`",
    );
    assert_eq!(story.case.severity(), Some(Severity::Minor));
    assert!(duties(&story).contains(&Duty::NewPromise));
    let story = story.does("anna", promise());
    assert!(!duties(&story).contains(&Duty::NewPromise));
}

#[test]
fn w024_a_greater_thing_takes_a_promise_too() {
    let story = with_facts(listening(), r#""solvable-at-once": 1"#).refused(
        "anna",
        at_once(),
        "the complaint cannot be answered at once: it is `general`, expected `minor`",
    );
    assert!(duties(&story).contains(&Duty::NewPromise));
}

#[test]
fn what_the_complainant_says_is_noted_down() {
    on_monday(listening().build().unwrap(), "").refused(
        "anna",
        Command::Register,
        "the form is not complete; fill in `narrative`",
    );
}

// Promises.

fn promised() -> Story {
    looked_into(told(listening())).does("anna", promise())
}

fn answer(next: Option<&str>) -> Command {
    Command::Answer(Message { next: next.map(at), automatic: false, note: Some(note("how things stand")) })
}

#[test]
fn w092_an_answer_with_another_promise_is_due_whatever_is_known() {
    let story = promised().until("2025-11-12T14:50:00+08:00");
    assert_eq!(story.outlook().next_change(story.now), Some(at("2025-11-12T15:00:00+08:00")));
    let story = story.does("anna", answer(Some("2025-11-14T15:00:00+08:00"))).is(Stage::Investigating);
    assert_eq!(story.case.promises()[0].kept(story.now), PromiseOutcome::Kept);
    assert_eq!(story.case.open_promise().unwrap().until, at("2025-11-14T15:00:00+08:00"));
}

#[test]
fn w093_a_promise_without_an_answer_is_broken_and_the_delayer_may_be_liable() {
    let story = promised().until("2025-11-12T15:01:00+08:00");
    assert_eq!(story.case.promises()[0].kept(story.now), PromiseOutcome::Broken);
    assert!(duties(&story).contains(&Duty::BrokenPromise) && duties(&story).contains(&Duty::PromisedAnswer));
    let delayer = SanctionProposal {
        person: who("sam"),
        part: Accountable::Delayer,
        kind: Sanction::DELAY_LIABILITY,
        amount: None,
    };
    // The rule says who and how: whoever is in charge, for nobody else is known.
    let liable = story.case.answerable(story.now).liable(SanctionRule::Pay(DeductedFrom::Bonus));
    let parts: Vec<_> = liable.iter().map(|one| (one.person, one.part, one.kinds.clone())).collect();
    let kinds = vec![Sanction::DELAY_LIABILITY];
    assert_eq!(parts, [(story.case.person_in_charge(), Accountable::Delayer, kinds)]);
    assert_eq!(liable[0].because, ["S03-R21"]);
    // At the very instant the promise is still open, and nobody has delayed anything.
    let before = promised().until("2025-11-12T15:00:00+08:00");
    let known = before.case.answerable(before.now);
    assert_eq!((known.delayed, known.liable(SanctionRule::TrainOrCorrect).len()), (Truth::Unknown, 0));
    story.does("leo", Command::ProposeSanction(delayer));
}

#[test]
fn w094_an_answer_in_time_without_a_promise_keeps_the_old_one_and_owes_the_next() {
    let story = promised().until("2025-11-12T15:00:00+08:00");
    assert_eq!(story.try_to("anna", answer(None)).unwrap().notices(), [Notice::NoPromise]);
    let story = story.does("anna", answer(None));
    assert_eq!(story.case.promises()[0].kept(story.now), PromiseOutcome::Kept);
    assert!(duties(&story).contains(&Duty::NewPromise));
}

// Opinions.

fn resolved_by(policy: Listening) -> Story {
    looked_into(told(policy))
        .does("anna", Command::Propose(three()))
        .does("anna", Command::Offer)
        .does("anna", Command::Consent)
        .until("2025-11-20T10:00:00+08:00")
        .does("anna", Command::Finish)
}

#[test]
fn w095_nothing_is_closed_before_one_opinion_is_asked() {
    resolved_by(listening()).refused(
        "anna",
        Command::Close,
        "follow-up contacts made: 0 of at least 1; contact the complainant again before closing",
    );
}

#[test]
fn w095_a20_or_before_two() {
    resolved_by(listening().with_opinions(OpinionRequests::Twice))
        .does("anna", opinion(Opinion::Asked))
        .refused(
            "anna",
            Command::Close,
            "follow-up contacts made: 1 of at least 2; contact the complainant again before closing",
        );
}

#[test]
fn w096_one_opinion_is_enough_and_a_second_is_wanted() {
    let story = resolved_by(listening()).does("anna", opinion(Opinion::Asked));
    assert!(duties(&story).contains(&Duty::FurtherFollowUp) && !duties(&story).contains(&Duty::FollowUp));
    let notices = story.try_to("anna", Command::Close).unwrap().notices().to_vec();
    assert_eq!(notices, [Notice::FewFollowUps { done: 1, wanted: 2 }]);
    assert_eq!(notices[0].to_string(), "1 of 2 follow-up contacts were made; contact the complainant again");
    let asked = story.case.follow_up(&story.policy).unwrap();
    assert_eq!((asked.done, asked.missing(), asked.left(), asked.satisfied), (1, 0, 1, Truth::Unknown));
    story.does("anna", Command::Close).is(Stage::Closed);
}

#[test]
fn w096_a20_two_opinions_are_enough_where_two_are_asked() {
    let story = resolved_by(listening().with_opinions(OpinionRequests::Twice))
        .does("anna", opinion(Opinion::Asked))
        .does("anna", opinion(Opinion::Asked));
    assert_eq!(story.try_to("anna", Command::Close).unwrap().notices(), []);
}

#[test]
fn the_state_of_the_following_up_counts_down_and_knows_no_satisfaction_but_a_said_one() {
    let state = |story: &Story| {
        let asked = story.case.follow_up(&story.policy).unwrap();
        (asked.missing(), asked.left(), asked.satisfied)
    };
    let story = resolved_by(listening());
    assert_eq!(state(&story), (1, 2, Truth::Unknown));
    let story = story.does("anna", opinion(Opinion::Silent));
    assert_eq!(state(&story), (0, 1, Truth::Unknown));
    let story = story.does("anna", opinion(Opinion::Satisfied)).does("anna", opinion(Opinion::Asked));
    assert_eq!(state(&story), (0, 0, Truth::True));
    let story = story.does("anna", opinion(Opinion::Unsatisfied));
    assert_eq!(state(&story), (0, 0, Truth::False));
    // Where nobody is asked afterwards, there is no state.
    let nobody = Story::new(desk(Track::new()).build().unwrap());
    assert_eq!(nobody.case.follow_up(&nobody.policy), None);
}

#[test]
fn w098_who_is_not_satisfied_gets_the_next_alternative() {
    let story = resolved_by(listening())
        .does("anna", opinion(Opinion::Unsatisfied))
        .does("anna", Command::RecordDissatisfaction(going_on(Stage::Proposed)))
        .is(Stage::Proposed)
        .does("anna", Command::Offer)
        .is(Stage::Offered);
    assert_eq!(story.case.offer().unwrap().remedies, [Remedy::REFUND]);
}

// Alternatives.

fn offered() -> Story {
    looked_into(told(listening())).does("anna", Command::Propose(three())).does("anna", Command::Offer)
}

#[test]
fn w127_after_an_objection_the_second_alternative_is_offered() {
    let story = offered().does("anna", Command::Object(because("not this one"))).is(Stage::Offered);
    assert_eq!(story.case.offer().unwrap().remedies, [Remedy::REFUND]);
}

#[test]
fn w128_silence_is_no_consent() {
    not_from_here(offered(), Command::CarryOut);
    not_from_here(offered(), Command::Finish);
    looked_into(told(listening())).does("anna", Command::Propose(three())).refused(
        "anna",
        Command::CarryOut,
        "the complainant has not agreed yet; record their consent first",
    );
}

#[test]
fn w129_two_alternatives_are_few_and_no_bar() {
    let story = looked_into(told(listening()));
    let decision = story.try_to("anna", Command::Propose(two_offers())).unwrap();
    assert_eq!(decision.notices(), [Notice::FewAlternatives { given: 2, wanted: 3 }]);
    assert_eq!(
        decision.notices()[0].to_string(),
        "the proposal has 2 of 3 alternatives that the policy asks for; \
        add more"
    );
    let story = story.does("anna", Command::Propose(three()));
    let fewer = story.try_to("anna", Command::Amend(two_offers())).unwrap();
    assert_eq!(fewer.notices(), [Notice::FewAlternatives { given: 2, wanted: 3 }]);
}

// Accidents, bills, apologies.

#[test]
fn w134_after_an_accident_the_bill_comes_last() {
    let step = |step| Command::TakeAccidentStep(AccidentProgress { step });
    looked_into(told(listening()))
        .refused("anna", step(AccidentStep::Bill), "accident: `bill` cannot come first, expected `notify`")
        .does("anna", step(AccidentStep::Notify))
        .does("anna", step(AccidentStep::AskInsurance))
        .does("anna", step(AccidentStep::CheckCarrier))
        .does("anna", step(AccidentStep::FeedBack))
        .does("anna", Command::Propose(three()))
        .does("anna", Command::Offer)
        .does("anna", Command::Consent)
        .does("anna", step(AccidentStep::Solve))
        .refused(
            "anna",
            step(AccidentStep::Bill),
            "the bill cannot be released until the complaint is resolved",
        )
        .does("anna", Command::Finish)
        .does("anna", step(AccidentStep::Bill));
}

#[test]
fn w134_charges_wait_until_it_is_solved() {
    looked_into(told(listening()))
        .does("anna", Command::HoldBilling)
        .refused(
            "anna",
            Command::ReleaseBilling,
            "the bill cannot be released until the complaint is resolved",
        )
        .does("anna", Command::Propose(three()))
        .does("anna", Command::Offer)
        .does("anna", Command::Consent)
        .does("anna", Command::Finish)
        .does("anna", Command::ReleaseBilling);
}

#[test]
fn w137_an_apology_for_the_own_fault_comes_before_the_solution() {
    looked_into(told(listening()))
        .does("anna", found(FaultParty::COMPANY))
        .refused("anna", Command::Propose(three()), "an apology must come before the solution; record one")
        .does("anna", Command::Apologise(Apology::default()))
        .does("anna", Command::Propose(three()));
}

#[test]
fn w137_for_the_fault_of_another_none_is_owed() {
    looked_into(told(listening()))
        .does("anna", found(FaultParty::CARRIER))
        .does("anna", Command::Propose(three()))
        .is(Stage::Proposed);
}

// The whole course.

#[test]
fn listening_goes_from_the_receipt_to_the_end() {
    let story = looked_into(told(listening()))
        .does("anna", promise())
        .does("anna", found(FaultParty::COMPANY))
        .does("anna", Command::Apologise(Apology::default()))
        .does("anna", Command::Propose(three()))
        .does("anna", Command::Offer)
        .does("anna", Command::Object(because("not this one")))
        .does("anna", Command::Consent)
        .is(Stage::Executing)
        .until("2025-11-12T15:00:00+08:00")
        .does("anna", Command::Finish)
        .is(Stage::Resolved)
        .does("anna", answer(None))
        .does("anna", opinion(Opinion::Satisfied))
        .is(Stage::FollowingUp)
        .does("anna", Command::Close)
        .is(Stage::Closed);
    assert_eq!(story.case.approvals(), []);
}

#[test]
fn rules_and_rows_that_are_none_are_faults() {
    let no_owner = Routing::by([]);
    let faults = Listening::new(calendar(), all_general(), no_owner).build().unwrap_err();
    assert_eq!(
        faults.to_string(),
        "routing: no row assigns an owner to any complaint; add a row, or set `gaps = \"unrouted\"`",
    );
}

#[test]
fn a_house_lets_an_offer_lapse_after_a_silence_of_its_own_choice() {
    let silence = redress::calendar::Span::hours(72);
    let offered = |policy: Listening| {
        looked_into(told(policy))
            .does("anna", Command::Propose(three()))
            .does("anna", Command::Offer)
            .until("2025-11-20T10:05:00+08:00")
    };
    // Unless it says how long, the offer waits.
    let waiting = offered(listening());
    assert!(!duties(&waiting).contains(&Duty::Lapse));
    waiting.try_to("anna", Command::Lapse).unwrap_err();
    let lapsing = offered(listening().lapsing_after(silence));
    assert!(duties(&lapsing).contains(&Duty::Lapse));
    lapsing.does("anna", Command::Lapse).is(Stage::Proposed);
    // A procedure that asks for no consent makes no offer that could lapse.
    let fault = crate::cases::wire::wire().lapsing_after(silence).build().unwrap_err().to_string();
    assert_eq!(
        fault,
        "track: offers lapse, but the track has no stage `offered`; add the stage, or remove the \
        lapse"
    );
}
