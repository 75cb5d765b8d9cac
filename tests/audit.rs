//! Sealed histories: no event is altered, left out, added or moved unseen, once the last seal is kept elsewhere.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::fmt::Write as _;
use std::{env, fs};

use chrono::TimeDelta;
use redress::calendar::instant;
use redress::case::Event;
use redress::case::audit::{Seal, SealedEvent, seal, verify, verify_from};
use redress::case::stored::CaseDocument;
use serde_json::{Value, json};

use crate::cases::generate::{Walk, cases};
use crate::cases::support::{Story, desk};
use crate::sha256::digest;

fn histories(default: u64) -> impl Iterator<Item = Vec<Event>> {
    (2_000..2_000 + cases(default)).map(|seed| Walk::seeded(seed).goes_on(50).case.events().to_vec())
}

fn short_history() -> Vec<Event> {
    let story = Story::new(desk(redress::policy::Track::new()).build().unwrap());
    story.does("anna", redress::case::Command::Register).case.events().to_vec()
}

#[test]
fn the_seals_of_a_history_stay() {
    let sealed = SealedEvent::all(Seal::START, &short_history());
    let path = "tests/golden/case/sealed.json";
    let text = serde_json::to_string_pretty(&sealed).unwrap() + "\n";
    if env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(path, &text).unwrap();
    }
    let expected = fs::read_to_string(path).unwrap();
    assert_eq!(text, expected);
    let read: Vec<SealedEvent> = serde_json::from_str(&expected).unwrap();
    assert_eq!(read, sealed);
    assert_eq!(verify(&read, None), Ok(sealed.last().unwrap().seal));
}

/// The seal is the SHA-256 of the 32 bytes before and of the event's JSON, by another implementation.
#[test]
fn a_seal_is_the_hash_of_the_seal_before_and_of_the_stored_form() {
    let mut last = [0_u8; 32];
    for SealedEvent { event, seal } in SealedEvent::all(Seal::START, &short_history()) {
        let mut bytes = last.to_vec();
        // Ids are sealed as they are compared.
        bytes.extend(serde_json::to_string(&event).unwrap().replace("\"A-1\"", "\"a-1\"").bytes());
        last = digest(&bytes);
        assert_eq!(seal.as_bytes(), &last);
        assert_eq!(format!("{seal:?}"), format!("Seal({seal})"));
        let hex = last.iter().fold(String::new(), |mut text, byte| {
            write!(text, "{byte:02x}").unwrap();
            text
        });
        assert_eq!(seal.to_string(), hex);
        assert_eq!(hex.parse::<Seal>().unwrap(), seal);
    }
}

#[test]
fn events_are_sealed_as_they_come() {
    for events in histories(20) {
        let whole = SealedEvent::all(Seal::START, &events);
        let kept = verify(&whole, None).unwrap();
        assert_eq!(verify(&whole, Some(kept)), Ok(kept));
        let half = events.len() / 2;
        let mut parts = SealedEvent::all(Seal::START, &events[..half]);
        let last = parts.last().unwrap().seal;
        parts.extend(SealedEvent::all(last, &events[half..]));
        assert_eq!(parts, whole);
    }
    assert_eq!(verify(&[], None), Ok(Seal::START));
    assert_eq!(verify(&[], Some(Seal::START)), Ok(Seal::START));
}

/// Every value with one leaf changed.
fn edits(value: &Value) -> Vec<Value> {
    match value {
        Value::Bool(flag) => vec![json!(!flag)],
        Value::Number(number) => vec![json!(number.as_u64().unwrap() ^ 1)],
        Value::String(text) => match instant::parse(text) {
            Ok(at) => [TimeDelta::nanoseconds(1), TimeDelta::nanoseconds(-1), TimeDelta::days(1)]
                .into_iter()
                .map(|by| json!(instant::format(at + by)))
                .collect(),
            Err(_) => vec![json!(format!("{text}x")), json!("mia"), json!("closed"), json!("general")],
        },
        Value::Array(items) => {
            let mut found = Vec::new();
            for (index, item) in items.iter().enumerate() {
                for edited in edits(item) {
                    let mut items = items.clone();
                    items[index] = edited;
                    found.push(Value::Array(items));
                }
            }
            found
        }
        Value::Object(entries) => {
            let mut found = Vec::new();
            for (key, item) in entries {
                for edited in edits(item) {
                    let mut entries = entries.clone();
                    entries.insert(key.clone(), edited);
                    found.push(Value::Object(entries));
                }
                let mut without = entries.clone();
                without.remove(key);
                found.push(Value::Object(without));
            }
            found
        }
        Value::Null => Vec::new(),
    }
}

#[test]
fn an_edited_field_breaks_the_seal_of_its_event() {
    let mut tried = 0;
    for events in histories(10) {
        let sealed = SealedEvent::all(Seal::START, &events);
        let kept = sealed.last().unwrap().seal;
        for index in 0..events.len() {
            for edited in edits(&serde_json::to_value(&events[index]).unwrap()) {
                let Ok(event) = serde_json::from_value::<Event>(edited) else { continue };
                if event == events[index] {
                    continue;
                }
                tried += 1;
                let mut forged = sealed.clone();
                forged[index].event = event;
                let broken = verify(&forged, Some(kept)).unwrap_err();
                assert_eq!(broken.number, index as u64 + 1);
                assert_eq!(broken.found, sealed[index].seal);
                let told = format!(
                    "event {} does not match its seal: expected `{}`, found `{}`",
                    index + 1,
                    broken.expected,
                    broken.found
                );
                assert_eq!(broken.to_string(), told);
                // Whoever seals anew as well is seen by the seal that was kept elsewhere.
                let events: Vec<Event> = forged.into_iter().map(|sealed| sealed.event).collect();
                let resealed = SealedEvent::all(Seal::START, &events);
                assert!(verify(&resealed, None).is_ok());
                let broken = verify(&resealed, Some(kept)).unwrap_err();
                assert_eq!(broken.number, events.len() as u64 + 1);
                assert_eq!((broken.expected, broken.found), (kept, resealed.last().unwrap().seal));
            }
        }
    }
    assert!(tried > 1_000, "{tried}");
}

#[test]
fn what_is_left_out_moved_doubled_or_added_is_seen() {
    for events in histories(15) {
        let sealed = SealedEvent::all(Seal::START, &events);
        let kept = sealed.last().unwrap().seal;
        let number = |forged: &[SealedEvent]| verify(forged, Some(kept)).unwrap_err().number;
        let last = events.len() - 1;
        for index in 0..events.len() {
            let place = index as u64 + 1;
            let mut without = sealed.clone();
            without.remove(index);
            // Without the last one everything fits, but for the end that was kept.
            assert_eq!(number(&without), place);
            let mut doubled = sealed.clone();
            doubled.insert(index, sealed[index].clone());
            assert_eq!(number(&doubled), place + 1);
            if index < last {
                let mut swapped = sealed.clone();
                swapped.swap(index, index + 1);
                assert_eq!(number(&swapped), place);
            }
            let short = &sealed[..index];
            assert_eq!(number(short), place);
            assert!(verify(short, None).is_ok());
        }
        let mut more = sealed.clone();
        more.extend(SealedEvent::all(kept, &events[..1]));
        assert!(verify(&more, None).is_ok());
        assert_eq!(number(&more), events.len() as u64 + 2);
    }
}

#[test]
fn the_seal_of_another_case_does_not_fit() {
    let cases: Vec<Vec<Event>> = histories(2).collect();
    let [one, other] = [&cases[0], &cases[1]];
    let mixed: Vec<SealedEvent> = SealedEvent::all(Seal::START, one)
        .into_iter()
        .zip(SealedEvent::all(Seal::START, other))
        .map(|(one, other)| SealedEvent { event: one.event, seal: other.seal })
        .collect();
    assert_eq!(verify(&mixed, None).unwrap_err().number, 1);
}

#[test]
fn a_seal_is_read_strictly() {
    let good = seal(Seal::START, &short_history()[0]).to_string();
    let long = format!("{good}0");
    let texts = ["", "0", &good[..63], &long, &good.to_uppercase(), &good.replace(&good[..1], "g"), "第"];
    for text in texts {
        let refused = text.parse::<Seal>().unwrap_err().to_string();
        assert!(refused.ends_with("is not a seal: expected 64 lowercase hexadecimal digits"), "{refused}");
        assert!(refused.len() < 200);
        assert!(serde_json::from_value::<Seal>(json!(text)).is_err());
    }
    for value in
        [json!(7), json!(null), json!([]), json!({}), json!(vec![0; 32]), json!("x".repeat(1_000_000))]
    {
        let refused = serde_json::from_value::<Seal>(value).unwrap_err().to_string();
        assert!(refused.len() < 200, "{refused}");
    }
    let sealed = serde_json::to_value(&SealedEvent::all(Seal::START, &short_history())[0]).unwrap();
    for (key, value) in [("seal", json!(null)), ("event", json!([])), ("more", json!(1))] {
        let mut forged = sealed.clone();
        forged[key] = value;
        let refused = serde_json::from_value::<SealedEvent>(forged).unwrap_err().to_string();
        assert!(refused.contains(key), "{refused}");
    }
}

#[test]
fn sealed_events_are_a_case_as_they_are() {
    for events in histories(3) {
        let sealed = SealedEvent::all(Seal::START, &events);
        let text = serde_json::to_string(&sealed).unwrap();
        let read: Vec<SealedEvent> = serde_json::from_str(&text).unwrap();
        let document = CaseDocument { events: read.into_iter().map(|sealed| sealed.event).collect() };
        assert_eq!(document.events, events);
    }
}

#[test]
fn a_history_is_checked_from_any_seal_that_is_known() {
    for events in histories(3) {
        let sealed = SealedEvent::all(Seal::START, &events);
        let head = sealed.last().unwrap().seal;
        for from in 0..=sealed.len() {
            let before = from.checked_sub(1).map_or(Seal::START, |last| sealed[last].seal);
            assert_eq!(verify_from(before, &sealed[from..], Some(head)), Ok(head));
            // Behind another seal nothing fits.
            if from < sealed.len() {
                let other = seal(before, &events[from]);
                assert_eq!(verify_from(other, &sealed[from..], Some(head)).unwrap_err().number, 1);
            }
        }
    }
}
