//! S11: a guest, a manager who looks twice, the head of a department.

use redress::case::Command;
use redress::case::command::{Dispatch, FollowUpResult, Offer, Proposal};
use redress::case::track::MeasureProgress;
use redress::policy::record::Cadence;
use redress::profiles::Hotel;
use redress::vocab::course::{FollowUp, Opinion};
use redress::vocab::track::MeasureStep;
use redress::vocab::{Department, FaultParty, Region, Remedy, RuleId, Stage};
use redress::word;

use crate::cases::course::*;
use crate::cases::houses::*;
use crate::cases::support::*;

const TERRACE: Region = Region::from_static("lake:terrace");

pub(crate) fn hotel() -> Hotel {
    Hotel::new(calendar(), [TERRACE], Cadence::MONTH)
}

const GUEST: &str =
    r#", "text": "cold soup", "unit": "front-desk", "region": "lake:terrace", "staff": "wilma""#;

fn guest() -> Story {
    on_monday(hotel().build().unwrap(), GUEST)
}

fn to_the_head() -> Command {
    let (department, person) = (Department::FRONT_DESK, Some(who("hanna")));
    Command::Dispatch(Dispatch { department, person, reason: None })
}

/// What the head of the department drafts.
fn solution() -> Story {
    solution_of(exchange())
}

/// The same with another solution.
#[track_caller]
pub(crate) fn solution_of(proposal: Proposal) -> Story {
    guest()
        .does("fei", Command::Register)
        .does("mia", triage())
        .does("mia", to_the_head())
        .does("hanna", start())
        .does("hanna", found(FaultParty::STAFF_MEMBER))
        .does("hanna", Command::Propose(proposal))
}

/// What the manager has seen.
fn seen() -> Story {
    solution()
        .does("hanna", Command::Submit)
        .does("hanna", Command::Sign(on(1)))
        .does("mia", Command::Sign(on(1)))
        .is(Stage::Offered)
}

fn checked(opinion: Opinion) -> Command {
    Command::FollowUp(FollowUpResult { kind: FollowUp::SATISFACTION_CHECK, opinion })
}

fn voucher() -> Proposal {
    Proposal::of(Offer::new(Remedy::MEAL_VOUCHER).with_amount(euros(2_000)))
}

#[test]
fn w121_a_guest_tells_a_waiter_the_manager_looks_at_it_and_the_head_gets_it() {
    on_monday(hotel().build().unwrap(), "").refused(
        "fei",
        Command::Register,
        "the form is not complete; fill in `region`, `unit`, `narrative`",
    );
    let story = guest()
        .does("fei", Command::Register)
        .refused("fei", triage(), "`fei` may not `triage`: this requires the role `manager`")
        .does("mia", triage())
        .refused("hanna", to_the_head(), "`hanna` may not `dispatch`: this requires the role `manager`")
        .does("mia", to_the_head());
    assert_eq!(
        (story.case.department(), story.case.person_in_charge()),
        (Some(Department::FRONT_DESK), Some(who("hanna")))
    );
}

#[test]
fn a_house_that_names_no_places_does_not_ask_for_one() {
    let policy = Hotel::new(calendar(), [], Cadence::MONTH).build().unwrap();
    on_monday(policy, r#", "text": "cold soup", "unit": "front-desk""#)
        .does("fei", Command::Register)
        .is(Stage::Registered);
}

#[test]
fn w125_the_guest_is_told_nothing_before_the_manager_has_seen_it() {
    solution().refused("fei", Command::Offer, "this must first be approved by chain `s11-r14`");
}

#[test]
fn w126_what_the_guest_refuses_is_replaced_and_seen_by_the_manager_again() {
    let story = seen().does("fei", Command::Object(because("not the same soup"))).is(Stage::Proposed);
    not_from_here(story.clone(), Command::Finish);
    story
        .refused(
            "fei",
            Command::Amend(voucher()),
            "`fei` may not `amend`: this requires the role `department-head`",
        )
        .does("hanna", Command::Amend(voucher()))
        .refused("fei", Command::Offer, "this must first be approved by chain `s11-r14`")
        .does("hanna", Command::Submit)
        .does("hanna", Command::Sign(on(2)))
        .does("mia", Command::Sign(on(2)))
        .is(Stage::Offered);
}

#[test]
fn the_head_who_prepared_a_solution_does_not_review_it_as_a_manager() {
    solution().does("hanna", Command::Submit).does("max", Command::Sign(on(1))).refused(
        "max",
        Command::Sign(on(1)),
        "`max` cannot sign step `review`: a person who handled the case may not approve the answer to it",
    );
}

#[test]
fn a_hotel_goes_from_the_receipt_to_the_review() {
    let retrain =
        |step| Command::TakeAction(MeasureProgress { measure: word!(RuleId, "retrain"), step, note: None });
    seen()
        .does("fei", Command::Consent)
        .is(Stage::Executing)
        .does("hanna", retrain(MeasureStep::Planned))
        .does("hanna", retrain(MeasureStep::CarriedOut))
        .does("fei", Command::Finish)
        .is(Stage::Resolved)
        .does("fei", checked(Opinion::Silent))
        .refused(
            "mia",
            Command::Close,
            "the complainant has not said that they are satisfied, which closing requires; silence does not count",
        )
        .does("fei", checked(Opinion::Satisfied))
        .does("mia", Command::Close)
        .is(Stage::Closed)
        .refused(
            "fei",
            Command::Review(lessons()),
            "`fei` may not `review`: this requires the role `manager`",
        )
        .does("mia", Command::Review(lessons()))
        .is(Stage::Reviewed);
}

#[test]
fn a_place_that_is_named_twice_is_one_place() {
    let policy = Hotel::new(calendar(), [TERRACE, TERRACE], Cadence::MONTH).build().unwrap();
    assert!(policy.taxonomy().contains(TERRACE));
}
