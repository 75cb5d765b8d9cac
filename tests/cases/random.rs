//! Random commands by random people at random instants.
//!
//! Each property is tried on some hundred random walks; `REDRESS_CASES=20000 cargo test cases::` tries each on so
//! many.

use std::collections::BTreeSet;

use redress::case::course::ARROWS;
use redress::case::stored::CaseDocument;
use redress::case::{Case, Command, Decision, Event, Office, Refusal, Request};
use redress::vocab::Action;

use crate::cases::generate::{Asked, MARKER, Walk, cases, derived, people};

const STEPS: usize = 70;

/// Whether a text keeps the rules of messages.
fn is_clear(text: &str) -> bool {
    let first = text.chars().next();
    let no_type = ["Some(", "None", "Stage::", "Action::", "Box", "Vec", "::", "{", "}"];
    first.is_some_and(|letter| !letter.is_uppercase())
        && !text.contains('\n')
        && !text.ends_with('.')
        && text.matches('`').count().is_multiple_of(2)
        && !no_type.iter().any(|name| text.contains(name))
}

fn hides(shown: &str, what: &str) {
    assert!(!shown.contains(MARKER), "{what} shows what is private: {shown}");
}

#[test]
fn whatever_is_asked_is_refused_with_a_word_or_recorded_and_replayed() {
    for seed in 0..cases(300) {
        let mut walk = Walk::seeded(seed);
        for step in 0..STEPS {
            let asked = walk.ask();
            let place = format!("seed {seed}, step {step}, {:?}", asked.request);
            hides(&place, "a request");
            let decision = asked.decide(&walk.case);
            assert_eq!(decision, asked.decide(&walk.case), "{place}: decided otherwise the second time");
            match decision {
                Ok(decision) if decision.is_repeated() => repeated(&walk, &asked, &decision, &place),
                Ok(decision) => recorded(&mut walk, &asked, &decision, &place),
                Err(refusal) => refused(&walk, &asked, &refusal, &place),
            }
        }
    }
}

fn repeated(walk: &Walk, asked: &Asked, decision: &Decision, place: &str) {
    let known: Vec<&Event> =
        walk.case.events().iter().filter(|event| event.command == asked.request.id).collect();
    assert_eq!(decision.events().iter().collect::<Vec<_>>(), known, "{place}");
}

fn refused(walk: &Walk, asked: &Asked, refusal: &Refusal, place: &str) {
    let text = refusal.to_string();
    assert!(is_clear(&text), "{place}: {text}");
    hides(&text, "a refusal");
    hides(&format!("{refusal:?}"), "the debug of a refusal");
    // What carries nothing is allowed or refused for what it is; the rest depends on the request.
    let whole = serde_json::to_value(&asked.request.command).unwrap().is_string();
    let other = matches!(refusal, Refusal::Stale { .. } | Refusal::OtherCommand { .. });
    if whole && !other {
        assert_eq!(asked.allowed.refusal.as_ref(), Some(refusal), "{place}");
    }
    assert!(Case::replay(walk.policies().as_slice(), walk.case.events()).is_ok());
}

fn recorded(walk: &mut Walk, asked: &Asked, decision: &Decision, place: &str) {
    let action = asked.request.command.action();
    let moves = action == Action::MovePolicy;
    assert!(
        asked.allowed.refusal.is_none() || moves,
        "{place}: was said not to be allowed: {:?}",
        asked.allowed
    );
    assert_eq!(asked.request.expected, walk.case.revision(), "{place}");
    assert!(asked.request.at >= walk.case.events().last().unwrap().at, "{place}");
    assert_eq!(decision.events()[0].what.command().as_ref(), Some(&asked.request.command), "{place}");
    for event in decision.events() {
        let stored = serde_json::to_string(event).unwrap();
        assert_eq!(serde_json::from_str::<Event>(&stored).unwrap(), *event, "{place}");
        hides(&format!("{event:?}"), "an event");
    }
    let from = walk.case.stage();
    let track = asked.policy.track();
    walk.record(decision);
    let to = walk.case.stage();
    let arrow = ARROWS.iter().any(|arrow| {
        arrow.only.is_of(track) && arrow.from == Some(from) && arrow.action == action && arrow.to == to
    });
    assert!(arrow || from == to, "{place}: no arrow from {from} to {to}");
    assert!((1..).zip(walk.case.events()).all(|(number, event)| event.number == number), "{place}");
    assert!(walk.case.events().is_sorted_by_key(|event| event.at), "{place}");

    let again = Case::replay(walk.policies().as_slice(), walk.case.events());
    let again = again.unwrap_or_else(|error| panic!("{place}: {error}"));
    let now = walk.now;
    let shown = derived(&walk.case, walk.policy(), now);
    assert_eq!(derived(&again, walk.policy(), now), shown, "{place}");
    hides(&shown, "a case");

    // Another who saw the same state comes too late, and the same request again changes nothing.
    let late = Request {
        id: "late".parse().unwrap(),
        command: Command::Note(redress::case::command::Remark { note: "late".parse().unwrap() }),
        ..asked.request.clone()
    };
    let late = Office::new(walk.policy(), people()).decide(&walk.case, late).unwrap_err();
    let is_stale = matches!(late, Refusal::Stale { .. });
    assert!(is_stale, "{place}: {late}");
    let same = asked.decide(&walk.case).unwrap();
    assert!(same.is_repeated(), "{place}");
    assert_eq!(same.events(), decision.events(), "{place}");
}

#[test]
fn a_stored_case_is_the_same_case() {
    for seed in 0..cases(60) {
        let walk = Walk::seeded(seed).goes_on(STEPS);
        let text = serde_json::to_string(&walk.case).unwrap();
        assert_eq!(text, serde_json::to_string(&CaseDocument::from(&walk.case)).unwrap());
        let document: CaseDocument = serde_json::from_str(&text).unwrap();
        let again = document.build(walk.policies().as_slice()).unwrap();
        assert_eq!(again, walk.case);
        assert_eq!(
            derived(&again, walk.policy(), walk.now),
            derived(&walk.case, walk.policy(), walk.now),
            "seed {seed}"
        );
    }
}

/// The random walks come to every event that there is: what they show, they show of all.
#[test]
fn random_walks_come_to_every_event() {
    let mut seen = BTreeSet::new();
    let mut actions: BTreeSet<&str> = Action::ALL.iter().map(|action| action.as_str()).collect();
    let then = [
        "assessed",
        "approval-opened",
        "signature-given",
        "signature-refused",
        "signature-returned",
        "signatures-voided",
        "approval-raised",
        "approval-ended",
        "moved",
    ];
    // A few hundred walks are enough for most; some ways are narrow.
    for seed in 0..cases(4_000) {
        if actions.is_empty() && then.iter().all(|name| seen.contains(name)) {
            break;
        }
        let walk = Walk::seeded(seed).goes_on(STEPS);
        for event in walk.case.events() {
            seen.insert(event.what.name());
            if let Some(action) = event.what.action() {
                actions.remove(action.as_str());
            }
        }
    }
    let missing: Vec<&str> = then.into_iter().filter(|name| !seen.contains(name)).collect();
    assert!(actions.is_empty() && missing.is_empty(), "never happened: {actions:?} {missing:?}");
}
