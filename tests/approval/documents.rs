//! Rosters and signatures as documents, and forged ones.

use redress::approval::{Delegation, RosterDocument, Signature};
use serde_json::{Value, json};

use crate::approval::world::{HEAD, MANAGER, eur, held, month, roster, who};

fn roster_json() -> Value {
    json!({
        "revision": "r1",
        "holdings": [
            {
                "person": "a", "role": "manager", "since": "2026-01-01T00:00:00Z",
                "until": "2026-12-01T00:00:00Z", "up-to": { "minor": 5, "currency": "EUR" },
            },
            { "person": "b", "role": "department-head" },
        ],
        "delegations": [{
            "from": "a", "to": "b", "role": "manager", "since": "2026-06-01T00:00:00Z",
            "until": "2026-07-01T00:00:00Z", "up-to": { "minor": 3, "currency": "EUR" },
        }],
        "systems": ["bot"],
    })
}

fn signature_json() -> Value {
    json!({
        "step": "s", "slot": 1, "by": "b", "instead-of": "a", "role": "manager",
        "limit": { "minor": 3, "currency": "EUR" },
    })
}

#[test]
fn a_roster_is_read_and_written() {
    let document: RosterDocument = serde_json::from_value(roster_json()).unwrap();
    let built = document.clone().build().unwrap();
    let own = roster()
        .holding(held("b", HEAD))
        .holding(held("a", MANAGER).with_since(month(1)).with_until(month(12)).with_limit(eur(5)))
        .delegation(
            Delegation {
                from: who("a"),
                to: who("b"),
                role: MANAGER,
                since: month(6),
                until: month(7),
                limit: None,
            }
            .with_limit(eur(3)),
        )
        .system(who("bot"))
        .build()
        .unwrap();
    assert_eq!(built, own);
    let written = RosterDocument::from(&built);
    assert_eq!(written.clone().build().unwrap(), built);
    let text = serde_json::to_string(&written).unwrap();
    assert_eq!(serde_json::from_str::<RosterDocument>(&text).unwrap(), written);
    let toml = toml::to_string(&written).unwrap();
    assert_eq!(toml::from_str::<RosterDocument>(&toml).unwrap(), written);
    // What is empty is not written.
    let small: RosterDocument = serde_json::from_str(r#"{"revision":"r1","holdings":[]}"#).unwrap();
    assert_eq!(serde_json::to_string(&small).unwrap(), r#"{"revision":"r1","holdings":[]}"#);
}

#[test]
fn a_signature_is_read_and_written() {
    let signature: Signature = serde_json::from_value(signature_json()).unwrap();
    assert_eq!(serde_json::to_value(signature).unwrap(), signature_json());
    assert_eq!(
        serde_json::to_string(&signature).unwrap(),
        r#"{"step":"s","slot":1,"by":"b","instead-of":"a","role":"manager","limit":{"minor":3,"currency":"EUR"}}"#
    );
    let toml = toml::to_string(&signature).unwrap();
    assert_eq!(toml::from_str::<Signature>(&toml).unwrap(), signature);
}

/// The error of a document with one value set, or one key taken away.
fn forged<T: serde::de::DeserializeOwned>(mut document: Value, pointer: &str, value: Value) -> String {
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    if value == json!("(gone)") {
        document.pointer_mut(parent).unwrap().as_object_mut().unwrap().remove(key).unwrap();
    } else if let Some(place) = document.pointer_mut(pointer) {
        *place = value;
    } else {
        document.pointer_mut(parent).unwrap()[key] = value;
    }
    match serde_json::from_str::<T>(&document.to_string()) {
        Ok(_) => "read".into(),
        Err(error) => error.to_string().split(" at line").next().unwrap().into(),
    }
}

#[test]
fn forged_rosters_are_refused_with_their_place() {
    let of = |pointer, value| forged::<RosterDocument>(roster_json(), pointer, value);
    for (pointer, value, expected) in [
        ("/revision", json!("(gone)"), "missing field `revision`"),
        ("/holdings", json!("(gone)"), "missing field `holdings`"),
        (
            "/people",
            json!([]),
            "unknown field `people`, expected one of `revision`, `holdings`, `delegations`, `systems`",
        ),
        ("/holdings", json!("everybody"), "holdings: a text, expected a list"),
        (
            "/holdings/0/role",
            json!("Manager"),
            "holdings[0]: role: code `Manager` has 'M' at byte 0, expected `a-z`, `0-9`, `-`, `.` or `:`",
        ),
        (
            "/holdings/1/person",
            json!("b b"),
            "holdings[1]: person: id is not valid at byte 1, expected visible ASCII characters",
        ),
        ("/holdings/1/person", json!(7), "holdings[1]: person: a number, expected the id of a person"),
        (
            "/holdings/0/since",
            json!(null),
            "holdings[0]: since: invalid type: null, expected an instant such as `2026-03-06T18:00:00+01:00`",
        ),
        (
            "/holdings/0/until",
            json!("2026-12-01"),
            "holdings[0]: until: instant `2026-12-01` has the wrong format, expected one such as `2026-03-06T18:00:00+01:00`",
        ),
        (
            "/holdings/0/up-to",
            json!(null),
            "holdings[0]: up-to: invalid type: null, expected an amount as a map",
        ),
        (
            "/holdings/0/up-to/minor",
            json!(-1),
            "holdings[0]: up-to: minor: invalid value: integer `-1`, expected a whole number from 0 to 18446744073709551615",
        ),
        (
            "/holdings/0/limit",
            json!(5),
            "holdings[0]: unknown field `limit`, expected one of `person`, `role`, `since`, `until`, `up-to`",
        ),
        (
            "/holdings/0",
            json!(["a", "manager"]),
            "holdings[0]: invalid type: sequence, expected a holding as a map",
        ),
        ("/delegations/0", json!("a to b"), "delegations[0]: a text, expected a delegation as a map"),
        ("/delegations/0/until", json!("(gone)"), "delegations[0]: missing field `until`"),
        (
            "/delegations/0/since",
            json!(null),
            "delegations[0]: since: invalid type: null, expected an instant such as `2026-03-06T18:00:00+01:00`",
        ),
        (
            "/delegations/0/again",
            json!(true),
            "delegations[0]: unknown field `again`, expected one of `from`, `to`, `role`, `since`, `until`, `up-to`",
        ),
        ("/systems", json!(null), "systems: invalid type: null, expected a list"),
        ("/systems/0", json!(""), "systems[0]: id is empty, expected 1 to 64 visible ASCII characters"),
    ] {
        assert_eq!(of(pointer, value.clone()), expected, "{pointer} {value}");
    }
    let twice = r#"{"revision":"r1","holdings":[],"revision":"r2"}"#;
    assert!(
        serde_json::from_str::<RosterDocument>(twice)
            .unwrap_err()
            .to_string()
            .contains("duplicate field `revision`")
    );
    let list = serde_json::from_str::<RosterDocument>(r#"["r1", []]"#).unwrap_err().to_string();
    assert!(list.contains("expected a roster as a map"), "{list}");
    let many =
        json!({ "revision": "r1", "holdings": vec![json!({ "person": "a", "role": "manager" }); 10_001] });
    let many = serde_json::from_value::<RosterDocument>(many).unwrap_err().to_string();
    assert_eq!(many, "holdings: more than 10000 items; shorten the list");
}

#[test]
fn forged_signatures_are_refused_with_their_place() {
    let of = |pointer, value| forged::<Signature>(signature_json(), pointer, value);
    for (pointer, value, expected) in [
        ("/step", json!("(gone)"), "missing field `step`"),
        ("/role", json!("(gone)"), "missing field `role`"),
        (
            "/slot",
            json!(-1),
            "slot: invalid value: integer `-1`, expected a whole number from 0 to 4294967295",
        ),
        (
            "/slot",
            json!(4_294_967_296_u64),
            "slot: invalid value: integer `4294967296`, expected a whole number from 0 to 4294967295",
        ),
        ("/slot", json!("1"), "slot: a text, expected a whole number from 0 to 4294967295"),
        ("/instead-of", json!(null), "instead-of: invalid type: null, expected the id of a person"),
        ("/instead-of", json!("B"), "`B` signs instead of themselves, expected another person"),
        ("/limit", json!(null), "limit: invalid type: null, expected an amount as a map"),
        (
            "/roster",
            json!("r1"),
            "unknown field `roster`, expected one of `step`, `slot`, `by`, `instead-of`, `role`, `limit`",
        ),
    ] {
        assert_eq!(of(pointer, value.clone()), expected, "{pointer} {value}");
    }
    assert_eq!(of("/instead-of", json!("(gone)")), "read");
    let list = serde_json::from_str::<Signature>(r#"["s", 0, "b", "manager"]"#).unwrap_err().to_string();
    assert!(list.contains("expected a signature as a map"), "{list}");
}
