//! One case from its receipt to its review, and what is refused on the way.

use redress::case::Command;
use redress::policy::Track;
use redress::policy::track::FollowUpRule;
use redress::vocab::Stage;
use redress::vocab::course::{ClosureKind, FollowUp, Opinion};

use crate::cases::support::*;

#[test]
fn a_case_goes_from_its_receipt_to_its_review() {
    let track = Track::new()
        .with_consent()
        .with_review()
        .with_follow_up(FollowUpRule::new(FollowUp::SATISFACTION_CHECK, 1).with_satisfaction());
    let story = Story::new(desk(track).approvals(two_steps()).build().unwrap())
        .investigating()
        .does("anna", Command::Propose(exchange()))
        .refused("anna", Command::CarryOut, "this must first be approved by chain `two`")
        .does("anna", Command::Submit)
        .is(Stage::InApproval)
        .does("mia", Command::Sign(on(1)))
        .is(Stage::InApproval)
        .refused(
            "mia",
            Command::Sign(on(1)),
            "`mia` cannot sign step `approve`: this requires the role `leader-in-charge`, which roster `r-1` \
             does not give them",
        )
        .does("leo", Command::Sign(on(1)))
        .is(Stage::Offered)
        .does("anna", Command::Consent)
        .is(Stage::Executing)
        .does("anna", Command::Finish)
        .is(Stage::Resolved)
        .refused(
            "anna",
            Command::Close,
            "follow-up contacts made: 0 of at least 1; contact the complainant again \
            before closing",
        )
        .does("anna", asked(Opinion::Satisfied))
        .is(Stage::FollowingUp)
        .does("anna", Command::Close)
        .is(Stage::Closed)
        .does("anna", Command::Review(redress::case::command::Lessons { note: note("check the lot") }))
        .is(Stage::Reviewed);
    assert_eq!(story.case.closure().unwrap().kind, ClosureKind::Resolved);
}
