//! The events that a receipt names: each standard one that may lie before the case, and those of the organisation.

use redress::calendar::Span;
use redress::case::{Refusal, Stamp, open};
use redress::deadline::{Clock, Term};
use redress::policy::{ClockRule, Policy};
use redress::taxonomy::Taxonomy;
use redress::triage::{ComplaintDocument, History, triage};
use redress::vocab::{Anchor, ClockName};
use redress::word;
use serde_json::json;

use crate::policy_clocks::support::*;

const OWN: Anchor = word!(Anchor, "acme:delivered");

/// A clock of 24 hours from an event.
fn from(event: Anchor) -> Policy {
    let clock = Clock::new(ClockName::RESPONSE, event);
    let taxonomy = Taxonomy::standard().with_word(OWN);
    desk().taxonomy(taxonomy).clock(ClockRule::new(clock, Term::elapsed(Span::hours(24)))).build().unwrap()
}

/// A receipt on Monday at 10:00 with an event on the Friday before.
fn said(key: &str) -> ComplaintDocument {
    read_said(
        json!({ "id": "a-1", "received": "2026-03-09T10:00:00+01:00", key: "2026-03-06T10:00:00+01:00" }),
    )
    .unwrap()
}

fn read_said(json: serde_json::Value) -> Result<ComplaintDocument, serde_json::Error> {
    serde_json::from_value(json)
}

#[test]
fn fault_n02_every_event_that_may_lie_before_the_case_has_a_key_in_the_receipt() {
    for event in Anchor::BEFORE_CASE {
        let policy = from(event);
        let said = said(event.as_str());
        let written = serde_json::to_string(&said).unwrap();
        assert_eq!(serde_json::from_str::<ComplaintDocument>(&written).unwrap(), said);
        let complaint = said.clone().build().unwrap();
        let triage = triage(&policy, &complaint, &History::none()).unwrap();
        let due = triage.due(ClockName::RESPONSE).unwrap_or_else(|| panic!("`{event}`"));
        assert_eq!(shown(due.at()), "Sat 2026-03-07 10:00", "{event}");
        // A case knows it from its receipt, as triage does.
        let story = Story::of(policy, said);
        assert_eq!(story.due(ClockName::RESPONSE), "Sat 2026-03-07 10:00", "{event}");
        assert_eq!(redress::case::Case::replay(&story.policy, story.case.events()).unwrap(), story.case);
    }
    assert!(Anchor::BEFORE_CASE.contains(&Anchor::SENT_TO_PORTAL));
}

#[test]
fn an_event_of_the_organisation_is_named_among_the_others() {
    let others = json!({ "acme:delivered": "2026-03-06T10:00:00+01:00" });
    let said =
        read_said(json!({ "id": "a-1", "received": "2026-03-09T10:00:00+01:00", "events": others })).unwrap();
    let complaint = said.clone().build().unwrap();
    assert_eq!(shown(complaint.anchors().get(OWN).unwrap()), "Fri 2026-03-06 10:00");
    let story = Story::of(from(OWN), said);
    assert_eq!(story.due(ClockName::RESPONSE), "Sat 2026-03-07 10:00");
}

/// Each standard event is known by a key of its own or among the others, and a case begins with none of its own steps.
#[test]
fn every_standard_event_of_a_record_can_be_told() {
    let policy = from(Anchor::RECEIVED);
    for &event in Anchor::ALL.iter().filter(|&&event| event != Anchor::RECEIVED) {
        let at = "2026-03-09T11:00:00+01:00";
        let own = json!({ "id": "a-1", "received": "2026-03-09T10:00:00+01:00", event.as_str(): at });
        let among =
            json!({ "id": "a-1", "received": "2026-03-09T10:00:00+01:00", "events": { event.as_str(): at } });
        let said = match read_said(own) {
            Ok(said) => {
                let twice = read_said(among).unwrap().build().unwrap_err();
                assert_eq!(
                    twice.to_string(),
                    format!("events: `{event}` has a key of its own; move it there")
                );
                said
            }
            Err(_) => read_said(among).unwrap(),
        };
        assert_eq!(
            said.clone().build().unwrap().anchors().get(event).map(shown).as_deref(),
            Some("Mon 2026-03-09 11:00")
        );
        let opened = open(
            &policy,
            said,
            Stamp::new("k-0".parse().unwrap(), "anna".parse().unwrap(), berlin("2026-03-09 12:00")),
        );
        match opened {
            Ok(_) => assert!(Anchor::BEFORE_CASE.contains(&event), "{event}"),
            Err(refusal) => {
                assert!(
                    matches!(refusal, Refusal::NotAtReceipt { event: told } if told == event),
                    "{refusal}"
                );
                assert!(!Anchor::BEFORE_CASE.contains(&event), "{event}");
            }
        }
    }
    let received = json!({ "id": "a-1", "received": "2026-03-09T10:00:00Z", "events": { "received": "2026-03-09T11:00:00Z" } });
    assert!(read_said(received).unwrap().build().is_err());
}

#[test]
fn an_event_that_is_to_come_is_none_that_a_receipt_names() {
    let said = said("installed");
    let later = ComplaintDocument { installed: Some(berlin("2026-03-10 10:00")), ..said };
    let opened = open(
        &from(Anchor::INSTALLED),
        later,
        Stamp::new("k-0".parse().unwrap(), "anna".parse().unwrap(), berlin("2026-03-09 12:00")),
    );
    assert!(matches!(opened, Err(Refusal::InTheFuture { .. })), "{opened:?}");
}

#[test]
fn an_event_that_the_policy_does_not_declare_is_refused() {
    let others = json!({ "acme:shipped": "2026-03-06T10:00:00+01:00" });
    let said =
        read_said(json!({ "id": "a-1", "received": "2026-03-09T10:00:00+01:00", "events": others })).unwrap();
    let complaint = said.build().unwrap();
    let refused = triage(&from(OWN), &complaint, &History::none()).unwrap_err().to_string();
    assert!(refused.starts_with("anchor `acme:shipped` is not declared in the taxonomy"), "{refused}");
}
