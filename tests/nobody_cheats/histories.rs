//! What belongs to one case belongs to no other.

use chrono::TimeDelta;
use redress::case::command::{Offer, Proposal};
use redress::case::{Case, Command, Decision, Event, Office, Refusal};
use redress::policy::Track;
use redress::vocab::{Remedy, Stage};

use crate::cases::support::{Story, at, because, desk, euros, exchange, on, said, two_steps, who};

fn case(id: &str) -> Story {
    let policy = desk(Track::new()).approvals(two_steps()).build().unwrap();
    Story::of(policy, said(id, "2025-03-11T10:00:00+08:00"))
}

/// In approval, and reviewed by mia.
fn reviewed(id: &str) -> Story {
    case(id)
        .investigating()
        .does("anna", Command::Propose(exchange()))
        .does("anna", Command::Submit)
        .does("mia", Command::Sign(on(1)))
        .is(Stage::InApproval)
}

fn replayed(story: &Story, events: &[Event]) -> String {
    Case::replay(&story.policy, events).unwrap_err().to_string()
}

#[test]
fn fault_a01_a_signature_of_another_case_is_refused() {
    let (one, other) = (reviewed("A-1"), reviewed("B-2"));
    let signed = other.case.events().iter().rposition(|event| event.what.action().is_some()).unwrap();
    let mut events = one.case.events().to_vec();
    events.truncate(signed);
    events.extend_from_slice(&other.case.events()[signed..]);
    let number = signed + 1;
    assert_eq!(replayed(&one, &events), format!("event {number}: belongs to case `B-2`, expected `A-1`"));
    // Nor does the name: what was signed is what was put forward in the other case.
    for event in &mut events {
        event.case = one.case.id();
    }
    assert!(replayed(&one, &events).starts_with(&format!("event {}: ", number + 1)));
    // Every event is looked at, the first one too.
    let mut events = one.case.events().to_vec();
    events[0].case = other.case.id();
    assert_eq!(replayed(&one, &events), "event 1: belongs to case `B-2`, expected `A-1`");
}

fn decided(story: &Story, actor: &str, command: Command) -> Decision {
    story.try_to(actor, command).unwrap()
}

#[test]
fn fault_a01_a_decision_of_another_case_is_refused() {
    let (one, other) = (reviewed("A-1"), reviewed("B-2"));
    let decision = decided(&other, "leo", Command::Sign(on(1)));
    assert_eq!(
        one.case.clone().after(&decision).unwrap_err().to_string(),
        "the decision is for case `B-2`, not for `A-1`; record it in case `B-2`"
    );
    // What only repeats what is on record is of its case too.
    let request = other.request("leo", Command::Sign(on(1)));
    let then = other.case.clone().after(&decision).unwrap();
    let again = Office::new(&other.policy, &other.roster).decide(&then, request).unwrap();
    assert!(again.is_repeated());
    assert!(one.case.clone().after(&again).is_err());
    assert_eq!(then.clone().after(&again).unwrap(), then);
}

#[test]
fn fault_a01_a_decision_on_another_state_is_refused() {
    let story = reviewed("A-1");
    let decision = decided(&story, "leo", Command::Sign(on(1)));
    let later = story.case.clone().after(&decision).unwrap();
    assert_eq!(
        later.after(&decision).unwrap_err().to_string(),
        "case `A-1` has changed: the request is for revision 17, the case is at revision 21; load it again"
    );
    // Two branches of one history with as many events each.
    let with = |id: &str| {
        let mut request = story.request("anna", Command::Note(because("seen")));
        request.id = id.parse().unwrap();
        let noted = Office::new(&story.policy, &story.roster).decide(&story.case, request).unwrap();
        story.case.clone().after(&noted).unwrap()
    };
    let (left, right) = (with("n-1"), with("n-2"));
    let branch = Story { case: left, ..story.clone() };
    let on_left = decided(&branch, "leo", Command::Sign(on(1)));
    assert!(right.after(&on_left).is_err());
    assert!(branch.case.clone().after(&on_left).is_ok());
}

#[test]
fn fault_a14_a_history_that_ends_in_the_future_is_refused_by_those_who_know_the_time() {
    let story = reviewed("A-1");
    let mut events = story.case.events().to_vec();
    let last = events.len() - 1;
    let command = events[last].command;
    for event in events.iter_mut().filter(|event| event.command == command) {
        event.at = at("2999-01-01T00:00:00Z");
    }
    // Without a clock nothing is wrong with it, and every later command is barred.
    let then = Case::replay(&story.policy, &events).unwrap();
    let blocked = Story { case: then, ..story.clone() };
    assert!(blocked.try_to("leo", Command::Sign(on(1))).is_err());
    let number = events.iter().position(|event| event.command == command).unwrap() + 1;
    assert_eq!(
        Case::replay_at(&story.policy, &events, story.now).unwrap_err().to_string(),
        format!(
            "event {number}: its time 2999-01-01T00:00:00Z is in the future, expected 2025-03-11T02:05:00Z or earlier"
        )
    );
    // What was entered at the very instant is there.
    let events = story.case.events();
    assert_eq!(Case::replay_at(&story.policy, events, story.now).unwrap(), story.case);
    assert!(Case::replay_at(&story.policy, events, story.now - TimeDelta::seconds(1)).is_err());
    assert_eq!(story.case.events()[0].by, who("anna"));
}

#[test]
fn a_decision_on_another_state_of_the_case_is_none_on_this_one() {
    let proposed = |minor| {
        let policy = desk(Track::new()).approvals(two_steps()).build().unwrap();
        let offer = Proposal::of(Offer::new(Remedy::REFUND).with_amount(euros(minor)));
        Story::new(policy).investigating().does("anna", Command::Propose(offer)).does("anna", Command::Submit)
    };
    // As many events, the same commands at the same instants by the same people; the amount alone is another.
    let (small, large) = (proposed(100), proposed(1_000_000));
    let decision = small.try_to("mia", Command::Sign(on(1))).unwrap();
    assert!(matches!(large.case.clone().after(&decision), Err(Refusal::Stale { .. })));
    assert!(small.case.clone().after(&decision).is_ok());
    // Loaded again it is the same state.
    let again = Case::replay(&small.policy, small.case.events()).unwrap();
    assert!(again.after(&decision).is_ok());
}
