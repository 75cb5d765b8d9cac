//! What is answered, and what is refused.

use redress::wire::Session;
use redress::wire::limits::{MAX_BYTES, MAX_DEPTH, MAX_VALUES};
use serde_json::{Value, json};

use crate::door::{answer, calendar, error, policy, shop};

#[track_caller]
fn refused(session: &mut Session, request: &str) -> Value {
    let reply: Value = serde_json::from_str(&session.call(request)).unwrap();
    assert_eq!(reply.get("answer"), None, "{request}");
    reply["error"].clone()
}

#[test]
fn a_calendar_answers_inline_and_by_name() {
    let mut session = shop();
    for given in [json!("shop"), calendar()] {
        let asked = json!({"calendar": given, "date": "2026-04-02", "working-days": 2});
        assert_eq!(answer(&mut session, "working-day-after", &asked), json!({"date": "2026-04-08"}));
    }
}

#[test]
fn a_due_date_has_its_steps_and_its_text_on_request() {
    let with = json!({"calendar": calendar(), "deadline": {"working-days": 2, "end": "close-of-business"},
        "events": {"received": "2026-04-02T10:00:00+02:00"}});
    let mut session = Session::new();
    let found = answer(&mut session, "due", &with);
    assert_eq!(found["due"], json!({"at": "2026-04-08T16:00:00Z", "bound": "inclusive"}));
    assert_eq!(found["local"], "2026-04-08T17:00:00");
    assert_eq!(found.get("text"), None);
    let request = json!({"version": 1, "call": "due", "language": "zh-Hans", "with": with}).to_string();
    let reply: Value = serde_json::from_str(&session.call(&request)).unwrap();
    assert!(reply["answer"]["text"].as_str().unwrap().contains("到期"), "{reply}");
}

#[test]
fn a_triage_has_its_reasons_as_data() {
    let mut session = shop();
    let complaint =
        json!({"id": "A-17", "received": "2026-04-02T08:00:00Z", "category": ["product-quality"]});
    let whole = answer(&mut session, "triage", &json!({"policy": "shop", "complaint": complaint}));
    assert_eq!(whole["triage"]["owner"]["department"], "quality");
    assert_eq!(whole["triage"]["severity"], json!({"outcome": "default", "level": "general"}));
    let severity = answer(&mut session, "severity", &json!({"policy": "shop", "complaint": complaint}));
    assert_eq!(severity["severity"], whole["triage"]["severity"]);
    assert_eq!(severity["because"], whole["explanation"]["severity"]);
    let route = answer(&mut session, "route", &json!({"policy": policy(), "complaint": complaint}));
    assert_eq!(route["owner"], whole["triage"]["owner"]);
    assert_eq!(route["because"]["owner"], whole["explanation"]["owner"]);
}

#[test]
fn an_error_has_a_pointer_the_value_and_what_was_expected() {
    let mut session = shop();
    let given = error(
        &mut session,
        "due",
        &json!({"calendar": "shop", "deadline": {"working-dys": 2},
        "events": {"received": "2026-04-02T10:00:00+02:00"}}),
    );
    assert_eq!(given["code"], "wire.unknown-key");
    assert_eq!(given["at"], "/with/deadline/working-dys");
    assert_eq!(given["expected"], "`working-days`, or another key of a deadline");

    let given = error(&mut session, "due", &json!({"calendar": "shop", "deadline": {"working-days": 2}}));
    assert_eq!((given["code"].as_str(), given["at"].as_str()), (Some("wire.missing-key"), Some("/with")));
    assert_eq!(given["expected"], "`events`");

    let given = error(
        &mut session,
        "working-day-after",
        &json!({"calendar": "shop", "date": "2026-13-02", "working-days": 1}),
    );
    assert_eq!((given["code"].as_str(), given["at"].as_str()), (Some("wire.value"), Some("/with/date")));
    assert_eq!(given["value"], "2026-13-02");

    let given = error(
        &mut session,
        "working-day-after",
        &json!({"calendar": "shop", "date": "2026-12-31", "working-days": 1}),
    );
    assert_eq!(
        (given["code"].as_str(), given["at"].as_str()),
        (Some("calendar.not-known"), Some("/with/date"))
    );

    let given = error(&mut session, "day", &json!({"calendar": "shp", "date": "2026-12-31"}));
    assert_eq!(
        (given["code"].as_str(), given["at"].as_str()),
        (Some("wire.not-loaded"), Some("/with/calendar"))
    );
    assert_eq!(given["value"], "shp");
}

#[test]
fn faults_of_a_document_come_all_at_once() {
    let mut faulty = policy();
    faulty["routing"]["rows"][0]["when"]["category"] = json!("product-qualty");
    faulty["clocks"][0]["until"] = json!("receved");
    let given = error(&mut Session::new(), "load-policy", &json!({"name": "shop", "policy": faulty}));
    assert_eq!(given["at"], "/with/policy");
    assert!(given["faults"].as_array().unwrap().len() >= 2, "{given}");
    assert_eq!(given["code"], given["faults"][0]["code"]);
}

#[test]
fn the_envelope_is_strict() {
    let mut session = Session::new();
    for (request, code, at) in [
        ("", "wire.not-json", ""),
        ("[]", "wire.missing-key", ""),
        ("7", "wire.value", ""),
        (r#"{"call": "version"}"#, "wire.missing-key", ""),
        (r#"{"version": 2, "call": "version"}"#, "wire.version", "/version"),
        (r#"{"version": 1, "call": "vesion"}"#, "wire.operation", "/call"),
        (r#"{"version": 1, "cal": "version"}"#, "wire.unknown-key", "/cal"),
        (r#"{"version": 1, "call": "version", "id": 7}"#, "wire.value", "/id"),
        (r#"{"version": 1, "call": "version", "language": "no language"}"#, "wire.value", "/language"),
        (r#"{"version": 1, "call": "version", "with": {"a": 1}}"#, "wire.unknown-key", "/with/a"),
        (r#"{"version": 1, "call": "version", "call": "version"}"#, "wire.repeated-key", "/call"),
        (
            r#"{"version": 1, "call": "day", "with": {"date": {"a": 1, "a": 2}}}"#,
            "wire.repeated-key",
            "/with/date/a",
        ),
        (r#"{"version": 1, "call": "version"} x"#, "wire.not-json", ""),
    ] {
        let error = refused(&mut session, request);
        assert_eq!(
            (error["code"].as_str(), error["at"].as_str()),
            (Some(code), Some(at)),
            "{request}: {error}"
        );
    }
}

#[test]
fn the_bounds_come_before_anything_else() {
    let mut session = Session::new();
    let deep = "[".repeat(1_000_000);
    assert_eq!(refused(&mut session, &deep)["code"], "wire.too-deep");
    let nested = format!("{}{}", "[".repeat(MAX_DEPTH), "]".repeat(MAX_DEPTH));
    assert_eq!(refused(&mut session, &nested)["code"], "wire.value");
    let in_a_text = format!(r#"{{"version": 1, "call": "{}"}}"#, "[".repeat(1_000));
    assert_eq!(refused(&mut session, &in_a_text)["code"], "wire.operation");
    let long = " ".repeat(MAX_BYTES + 1);
    assert_eq!(refused(&mut session, &long)["code"], "wire.too-long");
    let many = format!("[{}0]", "0,".repeat(MAX_VALUES));
    assert_eq!(refused(&mut session, &many)["code"], "wire.too-many-values");
}
