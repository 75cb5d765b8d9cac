//! The table of `docs/trust.md`, row by row: each forgery is made on a stored case, and seen or not as the page says.

use chrono::{DateTime, TimeDelta, Utc};
use redress::case::command::{Offer, Proposal};
use redress::case::stored::CaseDocument;
use redress::case::{Case, Command, Event, EventKind};
use redress::policy::Track;
use redress::triage::ComplaintDocument;
use redress::vocab::{Department, Remedy, Role};

use crate::cases::support::{Story, at, because, desk, euros, exchange, on, said, two_steps, who};

/// A case about tom, approved in two steps, with a note.
fn story() -> Story {
    let policy = desk(Track::new()).approvals(two_steps()).build().unwrap();
    let complaint = ComplaintDocument { staff: Some(who("tom")), ..said("A-1", "2025-03-11T10:00:00+08:00") };
    Story::of(policy, complaint)
        .investigating()
        .until("2025-03-11T03:00:00Z")
        .does("anna", Command::Note(because("called twice")))
        .does("anna", Command::Propose(exchange()))
        .does("anna", Command::Submit)
        .until("2025-03-11T04:00:00Z")
        .does("mia", Command::Sign(on(1)))
        .does("leo", Command::Sign(on(1)))
        .does("anna", Command::Note(because("approved")))
}

/// What of a forgery is seen: by replay, by replay with the time of day, and by seals.
#[derive(Debug, Eq, PartialEq)]
struct Seen {
    replay: bool,
    time: bool,
    seals: bool,
}

const BY_ALL: Seen = Seen { replay: true, time: true, seals: true };
const BY_SEALS: Seen = Seen { replay: false, time: false, seals: true };
const BY_TIME: Seen = Seen { replay: false, time: true, seals: true };

/// Whether a head that was kept elsewhere shows that events were changed.
#[cfg(feature = "audit")]
fn seals_see(real: &[Event], forged: &[Event]) -> bool {
    use redress::case::audit::{Seal, SealedEvent, verify};
    let head = SealedEvent::all(Seal::START, real).last().unwrap().seal;
    // Who forges seals anew: the head alone tells.
    verify(&SealedEvent::all(Seal::START, forged), Some(head)).is_err()
}

/// Without the feature nothing is sealed: what seals would see is what differs from the events that were.
#[cfg(not(feature = "audit"))]
fn seals_see(real: &[Event], forged: &[Event]) -> bool {
    serde_json::to_string(real).unwrap() != serde_json::to_string(forged).unwrap()
}

fn seen(story: &Story, forge: impl FnOnce(&mut Vec<Event>)) -> Seen {
    // As it is stored.
    let stored = serde_json::to_string(&CaseDocument::from(&story.case)).unwrap();
    let mut document: CaseDocument = serde_json::from_str(&stored).unwrap();
    forge(&mut document.events);
    let events = document.events;
    Seen {
        replay: Case::replay(&story.policy, &events).is_err(),
        time: Case::replay_at(&story.policy, &events, story.now).is_err(),
        seals: seals_see(story.case.events(), &events),
    }
}

fn place(events: &[Event], is: impl Fn(&EventKind) -> bool) -> usize {
    events.iter().position(|event| is(&event.what)).unwrap()
}

fn signing(events: &[Event]) -> usize {
    place(events, |what| matches!(what, EventKind::Signed(_)))
}

/// Every event of a command.
fn of_command(events: &mut [Event], place: usize) -> impl Iterator<Item = &mut Event> {
    let command = events[place].command;
    events.iter_mut().filter(move |event| event.command == command)
}

fn leave_out(events: &mut Vec<Event>, place: usize) {
    let command = events[place].command;
    events.retain(|event| event.command != command);
    for (number, event) in (1..).zip(events) {
        event.number = number;
    }
}

#[test]
fn nothing_is_seen_where_nothing_was_forged() {
    assert_eq!(seen(&story(), |_| {}), Seen { replay: false, time: false, seals: false });
}

#[test]
fn row_1_another_case() {
    let story = story();
    assert_eq!(seen(&story, |events| events[5].case = "b-2".parse().unwrap()), BY_ALL);
    let renamed = seen(&story, |events| {
        for event in events {
            event.case = "b-2".parse().unwrap();
        }
    });
    assert_eq!(renamed, BY_ALL);
}

#[test]
fn row_1_a_signature_of_another_case() {
    // The same proposal, signed in another case.
    let policy = desk(Track::new()).approvals(two_steps()).build().unwrap();
    let submitted = |id: &str| {
        Story::of(policy.clone(), said(id, "2025-03-11T10:00:00+08:00"))
            .investigating()
            .does("anna", Command::Propose(exchange()))
            .does("anna", Command::Submit)
    };
    let (one, other) = (submitted("A-1"), submitted("B-2"));
    let signed = one.clone().does("mia", Command::Sign(on(1)));
    let carried_over = seen(&other, |events| {
        let taken = &signed.case.events()[one.case.events().len()..];
        events.extend(taken.iter().map(|event| Event { case: other.case.id(), ..event.clone() }));
    });
    assert_eq!(carried_over, BY_ALL);
}

#[test]
fn row_2_places() {
    let story = story();
    assert_eq!(seen(&story, |events| events.swap(3, 4)), BY_ALL);
    let doubled = |events: &mut Vec<Event>| {
        let again = events[4].clone();
        events.insert(4, again);
    };
    assert_eq!(seen(&story, doubled), BY_ALL);
    let missing = |events: &mut Vec<Event>| {
        let given = place(events, |what| matches!(what, EventKind::SignatureGiven(_)));
        events.remove(given);
        for (number, event) in (1..).zip(events) {
            event.number = number;
        }
    };
    assert_eq!(seen(&story, missing), BY_ALL);
}

#[test]
fn row_3_an_instant_before_the_last() {
    let early = |events: &mut Vec<Event>| {
        let signed = signing(events);
        of_command(events, signed).for_each(|event| event.at -= TimeDelta::days(1));
    };
    assert_eq!(seen(&story(), early), BY_ALL);
}

#[test]
fn row_4_a_step_that_is_none() {
    let skips = |events: &mut Vec<Event>| {
        let submitted = place(events, |what| matches!(what, EventKind::Submitted));
        leave_out(events, submitted);
    };
    assert_eq!(seen(&story(), skips), BY_ALL);
}

#[test]
fn row_5_a_signature_of_somebody_who_may_not() {
    let forged = |by: &str, role: Role| {
        seen(&story(), |events| {
            let signed = signing(events);
            of_command(events, signed).for_each(|event| {
                event.by = who(by);
                if let EventKind::SignatureGiven(given) = &mut event.what {
                    let mut json = serde_json::to_value(given.signature).unwrap();
                    json["by"] = by.into();
                    json["as"] = role.as_str().into();
                    json["role"] = role.as_str().into();
                    let keys = serde_json::to_value(given.signature).unwrap();
                    let keys = keys.as_object().unwrap();
                    json.as_object_mut().unwrap().retain(|key, _| keys.contains_key(key));
                    given.signature = serde_json::from_value(json).unwrap();
                }
            });
        })
    };
    // Who proposed it, whom it is about, and a role of another step.
    assert_eq!(forged("anna", Role::MANAGER), BY_ALL);
    assert_eq!(forged("tom", Role::MANAGER), BY_ALL);
    assert_eq!(forged("max", Role::HANDLER), BY_ALL);
    // Row 15: a role of this step is believed.
    assert_eq!(forged("somebody", Role::MANAGER), BY_SEALS);
}

#[test]
fn row_6_what_is_not_theirs() {
    let by_tom = |events: &mut Vec<Event>| {
        let started = place(events, |what| matches!(what, EventKind::Started(_)));
        of_command(events, started).for_each(|event| event.by = who("tom"));
    };
    assert_eq!(seen(&story(), by_tom), BY_ALL);
}

#[test]
fn row_7_an_amount_in_one_place() {
    let more = |events: &mut Vec<Event>| {
        let proposed = place(events, |what| matches!(what, EventKind::Proposed(_)));
        let EventKind::Proposed(proposal) = &mut events[proposed].what else { panic!() };
        proposal.alternatives[0].amount = Some(euros(9_999_999));
    };
    assert_eq!(seen(&story(), more), BY_ALL);
}

#[test]
fn row_8_an_amount_wherever_it_stands() {
    let more = |events: &mut Vec<Event>| {
        let text = serde_json::to_string(events).unwrap();
        assert!(text.contains("4900"), "{text}");
        *events = serde_json::from_str(&text.replace("4900", "4901")).unwrap();
    };
    assert_eq!(seen(&story(), more), BY_ALL);
}

#[test]
fn row_9_an_amount_with_all_that_follows_from_it() {
    let offered = |minor| {
        let policy = desk(Track::new()).approvals(two_steps()).build().unwrap();
        let offer = Proposal::of(Offer::new(Remedy::EXCHANGE).with_amount(euros(minor)));
        Story::of(policy, said("A-1", "2025-03-11T10:00:00+08:00"))
            .investigating()
            .does("anna", Command::Propose(offer))
            .does("anna", Command::Submit)
            .does("mia", Command::Sign(on(1)))
    };
    let (was, more) = (offered(4_900), offered(4_901));
    assert_eq!(seen(&was, |events| *events = more.case.events().to_vec()), BY_SEALS);
}

#[test]
fn row_10_a_text() {
    let other = |events: &mut Vec<Event>| {
        let noted = place(events, |what| matches!(what, EventKind::Noted(_)));
        events[noted].what = EventKind::Noted(Box::new(because("never called")));
    };
    assert_eq!(seen(&story(), other), BY_SEALS);
}

#[test]
fn row_11_dates_that_stay_in_order() {
    let earlier = |events: &mut Vec<Event>| {
        let limit: DateTime<Utc> = at("2025-03-11T04:00:00Z");
        for event in events.iter_mut().filter(|event| event.at >= limit) {
            event.at -= TimeDelta::minutes(30);
        }
    };
    assert_eq!(seen(&story(), earlier), BY_SEALS);
}

#[test]
fn row_12_a_command_that_nothing_depends_on() {
    let less = |events: &mut Vec<Event>| {
        let noted = place(events, |what| matches!(what, EventKind::Noted(_)));
        leave_out(events, noted);
    };
    assert_eq!(seen(&story(), less), BY_SEALS);
    // Two notes change places, with the numbers and the instants of their places.
    let twice = story().does("max", Command::Note(because("called again")));
    let swapped = |events: &mut Vec<Event>| {
        let last = events.len() - 1;
        let (one, other) = (events[last - 1].clone(), events[last].clone());
        events[last - 1] = Event { number: one.number, at: one.at, ..other.clone() };
        events[last] = Event { number: other.number, at: other.at, ..one };
    };
    assert_eq!(seen(&twice, swapped), BY_SEALS);
}

#[test]
fn row_13_the_end() {
    let cut = |events: &mut Vec<Event>| {
        let last = events.len() - 1;
        leave_out(events, last);
    };
    assert_eq!(seen(&story(), cut), BY_SEALS);
}

#[test]
fn row_14_another_doer() {
    let other = |events: &mut Vec<Event>| {
        let noted = place(events, |what| matches!(what, EventKind::Noted(_)));
        events[noted].by = who("max");
    };
    assert_eq!(seen(&story(), other), BY_SEALS);
}

#[test]
fn row_16_another_name_wherever_it_stands() {
    let policy = desk(Track::new()).approvals(two_steps()).build().unwrap();
    let named = |id: &str| {
        Story::of(policy.clone(), said(id, "2025-03-11T10:00:00+08:00"))
            .investigating()
            .does("anna", Command::Propose(exchange()))
            .does("anna", Command::Submit)
            .does("mia", Command::Sign(on(1)))
    };
    let other = named("B-2");
    assert_eq!(seen(&named("A-1"), |events| *events = other.case.events().to_vec()), BY_SEALS);
}

#[test]
fn row_17_an_amount_that_nobody_signed() {
    let policy = desk(Track::new()).approvals(two_steps()).build().unwrap();
    let proposed = Story::of(policy, said("A-1", "2025-03-11T10:00:00+08:00"))
        .investigating()
        .does("anna", Command::Propose(exchange()));
    let more = |events: &mut Vec<Event>| {
        let proposed = place(events, |what| matches!(what, EventKind::Proposed(_)));
        let EventKind::Proposed(proposal) = &mut events[proposed].what else { panic!() };
        proposal.alternatives[0].amount = Some(euros(9_999_999));
    };
    assert_eq!(seen(&proposed, more), BY_SEALS);
}

#[test]
fn row_18_somebody_is_taken_out_and_signs() {
    let forged = seen(&story(), |events| {
        let EventKind::Received(receipt) = &mut events[0].what else { panic!() };
        receipt.complaint.staff = None;
        let signed = signing(events);
        of_command(events, signed).for_each(|event| {
            event.by = who("tom");
            if let EventKind::SignatureGiven(given) = &mut event.what {
                let text = serde_json::to_string(&given.signature).unwrap();
                given.signature = serde_json::from_str(&text.replace("mia", "tom")).unwrap();
            }
        });
    });
    assert_eq!(forged, BY_SEALS);
}

#[test]
fn row_19_the_future() {
    let future = |events: &mut Vec<Event>| {
        let last = events.len() - 1;
        of_command(events, last).for_each(|event| event.at = at("2999-01-01T00:00:00Z"));
    };
    assert_eq!(seen(&story(), future), BY_TIME);
}

/// Rows 20 to 22: a head that was kept is all that tells one consistent history from another, and what was entered at the
/// time is what is sealed.
#[test]
fn rows_20_to_22_another_history() {
    let policy = desk(Track::new()).approvals(two_steps()).build().unwrap();
    let other = Story::of(policy, said("A-1", "2025-03-11T10:00:00+08:00")).investigating();
    let story = story();
    let anew = |events: &mut Vec<Event>| *events = other.case.events().to_vec();
    assert_eq!(seen(&story, anew), BY_SEALS);
    // By itself it is as good as any: with another head nothing is wrong with it.
    assert_eq!(seen(&other, |_| {}), Seen { replay: false, time: false, seals: false });
    assert_eq!(other.case.department(), Some(Department::QUALITY));
}
