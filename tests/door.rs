//! The door for other languages: JSON in, JSON out.
//!
//! `UPDATE_GOLDEN=1 cargo test door::` writes `src/docs/wire.md` again, from `tests/door/page.md`.

#![expect(clippy::indexing_slicing, clippy::unwrap_used, reason = "a test fails by panicking")]

mod foreign;
mod fuzz;
mod page;
mod requests;
mod same;

use redress::wire::Session;
use serde_json::{Value, json};

/// A calendar from Monday to Friday, 09:00 to 17:00 at +01:00, closed on Good Friday and Easter Monday.
pub(crate) fn calendar() -> Value {
    json!({
        "name": "shop", "revision": "2026-1", "zone": "+01:00", "first": "2026-01-01", "last": "2026-12-31",
        "week": {
            "mon": ["09:00-17:00"], "tue": ["09:00-17:00"], "wed": ["09:00-17:00"], "thu": ["09:00-17:00"],
            "fri": ["09:00-17:00"],
        },
        "holidays": [
            {"date": "2026-04-03", "name": "Good Friday"},
            {"date": "2026-04-06", "name": "Easter Monday"},
        ],
    })
}

/// A shop that answers in two working days and closes in five; a manager signs every remedy.
pub(crate) fn policy() -> Value {
    json!({
        "name": "shop", "version": "1", "calendar": calendar(),
        "only": [{"facet": "category", "words": ["product-quality", "service-process"]}],
        "severity": {
            "levels": ["general", "serious"], "otherwise": "general",
            "rules": [{"rule": "danger", "level": "serious", "when": {"fact": "danger-to-person"}}],
        },
        "routing": {"inputs": ["category"], "rows": [
            {"row": "product", "act": "owner", "department": "quality", "when": {"category": "product-quality"}},
            {"row": "service", "act": "owner", "department": "customer-service",
             "when": {"category": "service-process"}},
        ]},
        "clocks": [
            {"clock": "response", "from": "received", "due": {"working-days": 2, "end": "close-of-business"}},
            {"clock": "closure", "from": "received", "due": {"working-days": 5, "end": "close-of-business"},
             "pauses": [{"reason": "awaiting-customer"}], "warnings": [{"percent": 80}]},
        ],
        "track": {"triage": false, "dispatch": false},
        "approvals": [{"chain": "refunds", "decision": "remedy", "steps": [
            {"step": "review", "act": "review", "by": "manager"},
        ]}],
    })
}

pub(crate) fn roster() -> Value {
    json!({"revision": "2026-03", "holdings": [
        {"person": "anna", "role": "manager"}, {"person": "mia", "role": "manager"},
    ]})
}

/// Sends a request that is answered.
#[track_caller]
pub(crate) fn answer(session: &mut Session, call: &str, with: &Value) -> Value {
    let reply = reply(session, call, with);
    assert_eq!(reply.get("error"), None, "{call}");
    reply["answer"].clone()
}

/// Sends a request that is refused.
#[track_caller]
pub(crate) fn error(session: &mut Session, call: &str, with: &Value) -> Value {
    let reply = reply(session, call, with);
    assert_eq!(reply.get("answer"), None, "{call}");
    reply["error"].clone()
}

#[track_caller]
fn reply(session: &mut Session, call: &str, with: &Value) -> Value {
    let request = json!({"version": 1, "id": "t", "call": call, "with": with}).to_string();
    let reply: Value = serde_json::from_str(&session.call(&request)).unwrap();
    assert_eq!(reply["version"], 1);
    assert_eq!(reply["id"], "t");
    reply
}

/// A session with the shop, its calendar and its roster.
pub(crate) fn shop() -> Session {
    let mut session = Session::new();
    answer(&mut session, "load-calendar", &json!({"name": "shop", "calendar": calendar()}));
    answer(&mut session, "load-policy", &json!({"name": "shop", "policy": policy()}));
    answer(&mut session, "load-roster", &json!({"name": "staff", "roster": roster()}));
    session
}
