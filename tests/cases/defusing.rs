//! S12, S17, S24, S25: apologies, promises, another alternative.

use redress::case::command::{Apology, FollowUpResult, Message, Offer, Promise, Proposal};
use redress::case::{Command, Notice};
use redress::policy::track::ApologyRule;
use redress::profiles::Defusing;
use redress::vocab::course::{Duty, FollowUp, Opinion};
use redress::vocab::{Department, FaultParty, Remedy, Stage};
use redress::word;

use crate::cases::course::*;
use crate::cases::houses::*;
use crate::cases::support::*;

pub(crate) fn defusing() -> Defusing {
    Defusing::new(calendar(), Department::CUSTOMER_SERVICE)
}

#[track_caller]
fn parcel(policy: Defusing) -> Story {
    let more = r#", "text": "the parcel is late", "cause": "delivery.logistics-delay""#;
    on_monday(policy.build().unwrap(), more)
}

fn complete() -> Command {
    Command::Apologise(Apology {
        individual: Some(note("you waited two evenings at home")),
        effect: Some(note("the birthday passed without the present")),
        measure: Some(note("a courier calls an hour before")),
    })
}

fn checked(opinion: Opinion) -> Command {
    Command::FollowUp(FollowUpResult { kind: FollowUp::SATISFACTION_CHECK, opinion })
}

fn choices() -> Proposal {
    Proposal::of(Offer::new(Remedy::EXPEDITE_LOGISTICS)).with_alternative(Offer::new(Remedy::REFUND))
}

#[test]
fn w138_a_template_is_no_complete_apology() {
    let story = looked_into(parcel(defusing()));
    let template = Command::Apologise(Apology::default());
    let decision = story.try_to("anna", template.clone()).unwrap();
    assert_eq!(
        decision.notices(),
        [Notice::IncompleteApology { individual: false, effect: false, measure: false }]
    );
    story
        .does("anna", template)
        .refused(
            "anna",
            Command::Propose(choices()),
            "an apology must come before the solution; record one that names `individual`, `effect`, `measure`",
        )
        .does("anna", complete())
        .does("anna", Command::Propose(choices()));
}

#[test]
fn w138_k01_a_house_may_take_any_apology_or_owe_it_for_its_own_fault_alone() {
    looked_into(parcel(defusing().with_apology(ApologyRule::Always)))
        .refused("anna", Command::Propose(choices()), "an apology must come before the solution; record one")
        .does("anna", Command::Apologise(Apology::default()))
        .does("anna", Command::Propose(choices()));
    looked_into(parcel(defusing().with_apology(ApologyRule::OwnFault)))
        .does("anna", found(FaultParty::LOGISTICS))
        .does("anna", Command::Propose(choices()))
        .is(Stage::Proposed);
}

/// The customer agreed, and the parcel is there.
fn resolved() -> Story {
    looked_into(parcel(defusing()))
        .does("anna", complete())
        .does("anna", Command::Propose(choices()))
        .does("anna", Command::Offer)
        .does("anna", Command::Consent)
        .does("anna", Command::Finish)
        .is(Stage::Resolved)
}

#[test]
fn w098_who_is_not_satisfied_gets_another_alternative() {
    let story = resolved()
        .does("anna", checked(Opinion::Unsatisfied))
        .refused(
            "anna",
            Command::Close,
            "the complainant has not said that they are satisfied, which closing requires; silence does not count",
        )
        .does("anna", Command::RecordDissatisfaction(going_on(Stage::Proposed)))
        .does("anna", Command::Offer)
        .is(Stage::Offered);
    assert_eq!(story.case.offer().unwrap().remedies, [Remedy::REFUND]);
}

#[test]
fn defusing_goes_from_the_receipt_to_the_review() {
    let message = |next: Option<&str>| {
        Command::Answer(Message { next: next.map(at), automatic: false, note: Some(note("on its way")) })
    };
    let story = looked_into(parcel(defusing()));
    assert!(duties(&story).contains(&Duty::NewPromise));
    let story = story
        .does("anna", complete())
        .does("anna", Command::Promise(Promise { until: at("2025-11-11T12:00:00+08:00") }))
        .until("2025-11-11T11:00:00+08:00")
        .does("anna", message(Some("2025-11-12T12:00:00+08:00")))
        .does("anna", Command::Propose(choices()))
        .does("anna", Command::Offer);
    not_from_here(story.clone(), Command::CarryOut);
    story
        .does("anna", Command::Consent)
        .is(Stage::Executing)
        .does("anna", Command::Finish)
        .does("anna", message(None))
        .does("anna", checked(Opinion::Satisfied))
        .does("anna", Command::Close)
        .is(Stage::Closed)
        .does("anna", Command::Review(lessons()))
        .is(Stage::Reviewed);
}

#[test]
fn an_owner_that_is_not_declared_is_a_fault() {
    let lounge = word!(Department, "acme:lounge");
    let faults = Defusing::new(calendar(), lounge).build().unwrap_err().to_string();
    assert!(faults.starts_with("routing row `owner`: department `acme:lounge` is not declared"), "{faults}");
}
