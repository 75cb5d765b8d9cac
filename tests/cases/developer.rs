//! S37: agreed dates, a choice, work that is tracked, what may spread.

use redress::case::Command;
use redress::case::command::{Message, NotEstablishedFinding, Offer, Promise, Proposal};
use redress::case::track::MeasureProgress;
use redress::guidance::fault::{FaultFinding, dynamics_to_watch, fault, origin};
use redress::guidance::spread::{dynamics, spread_risks};
use redress::policy::Routing;
use redress::policy::routing::Row;
use redress::profiles::Developer;
use redress::vocab::course::{ClosureKind, Duty, NotEstablishedReason};
use redress::vocab::kind::{Dynamic, Origin};
use redress::vocab::track::{MeasureStep, SpreadRisk};
use redress::vocab::{Department, Fact, FaultParty, Mark, Remedy, RuleId, Stage};
use redress::word;

use crate::cases::course::*;
use crate::cases::houses::*;
use crate::cases::support::*;

pub(crate) fn developer() -> Developer {
    let desk = Row::owner(word!(RuleId, "desk"), Department::CUSTOMER_SERVICE);
    Developer::new(calendar(), Routing::none().with_row(desk))
}

#[track_caller]
fn owner(more: &str) -> Story {
    let more = format!(r#", "text": "there is a crack in the wall"{more}"#);
    on_monday(developer().build().unwrap(), &more)
}

#[test]
fn w156_what_cannot_be_done_is_explained_and_nothing_is_owed() {
    let found = NotEstablishedFinding {
        reasons: vec![NotEstablishedReason::UNREASONABLE_DEMAND],
        explanation: note("the design is fixed; here is what speaks for it"),
    };
    let story = looked_into(owner(""))
        .does("anna", Command::FindNotEstablished(found))
        .is(Stage::Resolved)
        .does("anna", Command::Close);
    assert_eq!(story.case.proposal(), None);
    assert_eq!(story.case.closure().unwrap().kind, ClosureKind::ExplainedNotEstablished);
}

#[test]
fn w157_a_price_fall_is_nobodys_fault_is_to_be_watched_and_ends_by_no_rule() {
    let story = looked_into(owner(r#", "cause": "external.price-fall""#));
    let complaint = story.case.complaint();
    assert_eq!(fault(complaint), FaultFinding::Party(FaultParty::NONE));
    assert_eq!(origin(complaint), Some(Origin::EXOGENOUS));
    assert_eq!(dynamics_to_watch(Origin::EXOGENOUS), [Dynamic::EXOGENOUS_INTERNALISED]);
    // K12: where it comes from closes nothing; the owner is cared for all the same.
    story
        .is(Stage::Investigating)
        .does("anna", Command::Propose(exchange()))
        .does("anna", Command::Offer)
        .is(Stage::Offered);
}

#[test]
fn w160_a_call_of_the_press_is_marked_before_anything_is_published() {
    let story = looked_into(owner(r#", "facts": {"collective": 1}"#));
    let called = story.does("anna", finding(Fact::PRESS_ENQUIRY, 1));
    let marks = &called.case.assessment().marks;
    assert_eq!(marks, &[Mark::MAY_SPREAD_COLLECTIVELY, Mark::MAY_REACH_MEDIA]);
    let complaint = called.case.complaint();
    assert!(spread_risks(complaint).eq([SpreadRisk::COLLECTIVE, SpreadRisk::MEDIA]));
    assert!(dynamics(complaint).eq([Dynamic::SINGLE_GENERALISED]));
}

#[test]
fn what_may_spread_is_marked_as_it_becomes_known() {
    let story = owner(r#", "facts": {"collective": 1}"#);
    assert_eq!(story.case.assessment().marks, [Mark::MAY_SPREAD_COLLECTIVELY]);
    let story = looked_into(story)
        .does("anna", finding(Fact::MEDIA_EXPOSURE, 1))
        .does("anna", finding(Fact::AUTHORITY_CRITICISM, 1))
        .does("anna", finding(Fact::HANDOVER_REFUSED, 1));
    let mut marks = story.case.assessment().marks.clone();
    marks.sort_unstable();
    let mut all = [
        Mark::MAY_SPREAD_COLLECTIVELY,
        Mark::MAY_REACH_MEDIA,
        Mark::MAY_BRING_PENALTY,
        Mark::MAY_BLOCK_HANDOVER,
    ];
    all.sort_unstable();
    assert_eq!(marks, all);
}

#[test]
fn an_agreed_date_is_answered_whatever_is_known_by_then() {
    let story = looked_into(owner(""))
        .does("anna", Command::Promise(Promise { until: at("2025-11-14T17:00:00+08:00") }));
    assert_eq!(story.outlook().next_change(story.now), Some(at("2025-11-14T17:00:00+08:00")));
    let story = story.until("2025-11-14T17:00:01+08:00");
    assert!(duties(&story).contains(&Duty::BrokenPromise) && duties(&story).contains(&Duty::PromisedAnswer));
}

#[test]
fn a_developer_goes_from_the_receipt_to_the_end_and_keeps_what_was_agreed() {
    let choices = Proposal::of(Offer::new(Remedy::RECTIFICATION))
        .with_alternative(Offer::new(Remedy::PAID_SELF_REPAIR));
    let wall =
        |step| Command::TakeAction(MeasureProgress { measure: word!(RuleId, "wall"), step, note: None });
    let answer = Message { next: None, automatic: false, note: Some(note("the contractor comes on Monday")) };
    let story = looked_into(owner(""))
        .does("anna", Command::Promise(Promise { until: at("2025-11-14T17:00:00+08:00") }))
        .does("anna", found(FaultParty::CONTRACTOR))
        .does("anna", Command::Propose(choices))
        .does("anna", Command::Offer);
    not_from_here(story.clone(), Command::CarryOut);
    let story = story.does("anna", Command::Object(because("rather by my own decorator")));
    assert_eq!(story.case.offer().unwrap().remedies, [Remedy::PAID_SELF_REPAIR]);
    story
        .does("anna", Command::Consent)
        .does("anna", wall(MeasureStep::Planned))
        .does("anna", Command::Finish)
        .is(Stage::Resolved)
        .does("anna", Command::Answer(answer))
        .refused("anna", Command::Close, "the effect of measure `wall` must be confirmed before closing")
        .does("anna", wall(MeasureStep::CarriedOut))
        .does("anna", wall(MeasureStep::EffectConfirmed))
        .does("anna", Command::Close)
        .is(Stage::Closed);
}

#[test]
fn a_table_without_an_owner_is_a_fault() {
    let faults = Developer::new(calendar(), Routing::by([])).build().unwrap_err();
    assert_eq!(
        faults.to_string(),
        "routing: no row assigns an owner to any complaint; add a row, or set `gaps = \"unrouted\"`",
    );
}
