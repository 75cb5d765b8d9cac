//! What other languages really send. The files under `tests/door/sent` hold the bytes, as the language wrote them.

use redress::wire::Session;
use serde_json::{Value, json};

use crate::door::shop;

/// Sends the bytes of a file.
fn sent(session: &mut Session, bytes: &[u8]) -> Value {
    serde_json::from_str(&session.call_bytes(bytes)).unwrap()
}

macro_rules! sent {
    ($name:literal) => {
        sent(&mut shop(), include_bytes!(concat!("sent/", $name, ".json")))
    };
}

#[track_caller]
fn refused(reply: &Value, code: &str, at: &str) -> String {
    assert_eq!(reply.get("answer"), None, "{reply}");
    let error = &reply["error"];
    assert_eq!((error["code"].as_str(), error["at"].as_str()), (Some(code), Some(at)), "{error}");
    error["message"].as_str().unwrap().to_owned()
}

#[test]
fn php_writes_an_empty_map_as_a_list() {
    // json_encode(["facts" => [], "events" => [], …])
    let reply = sent!("php-empty-map");
    assert_eq!(reply["answer"]["triage"]["complaint"], "A-17", "{reply}");
}

#[test]
fn a_whole_amount_with_a_fraction_is_refused_with_what_an_amount_is() {
    // json.dumps(129900.0)
    let message = refused(&sent!("python-float"), "wire.value", "/with/complaint/amount/minor");
    assert!(message.contains("whole number"), "{message}");
}

#[test]
fn nan_and_infinity_are_not_json() {
    // json.dumps(float("nan")), json.dumps(float("-inf"))
    for reply in [sent!("python-nan"), sent!("python-infinity")] {
        let message = refused(&reply, "wire.not-json", "/with/working-days");
        assert!(message.contains("are not `JSON`"), "{message}");
    }
}

#[test]
fn a_number_that_node_would_change_is_refused() {
    // JSON.stringify of 9007199254740993 is 9007199254740992.
    let message = refused(&sent!("node-large-number"), "wire.large-number", "/with/working-days");
    assert!(message.contains("ids as texts"), "{message}");
    refused(&sent!("node-large-id"), "wire.large-number", "/id");
}

#[test]
fn a_time_without_an_offset_is_refused_with_how_to_write_it() {
    // datetime.isoformat(), and str(datetime)
    for reply in [sent!("python-naive"), sent!("python-naive-space")] {
        let message = refused(&reply, "wire.value", "/with/events/received");
        assert!(message.contains("offset") && message.contains('+'), "{message}");
    }
}

#[test]
fn an_unknown_kind_of_event_is_refused_and_never_dropped() {
    refused(&sent!("unknown-event"), "wire.value", "/with/case/events/0/what/teleported");
}

#[test]
fn a_list_of_values_is_no_map() {
    refused(&sent!("array-for-struct"), "wire.value", "/with/deadline");
}

#[test]
fn a_text_that_was_cut_inside_a_character_is_told() {
    // JSON.stringify("…😀".slice(0, -1)) of an old engine
    let message = refused(&sent!("js-cut-emoji"), "wire.not-json", "/with/label");
    assert!(message.contains("cut inside a character"), "{message}");
}

#[test]
fn escapes_are_characters() {
    // json.dumps("日本"), and a surrogate pair
    let reply = sent!("python-escapes");
    assert_eq!(reply["id"], "日本😀");
    assert_eq!(reply["answer"], json!({"word": null}));
}
