//! What PHP makes of documents: `json_decode(…, true)` and `json_encode` turn every empty map into an empty list.

use std::fs;

use redress::approval::{ApprovalTable, RosterDocument};
use redress::calendar::CalendarDocument;
use redress::case::approval::{ApprovalState, ApprovalSubject};
use redress::case::stored::CaseDocument;
use redress::case::{Command, Event, EventKind, Request};
use redress::deadline::rule::{ExtensionChange, PauseRule};
use redress::deadline::{Clock, Deadline, Term};
use redress::policy::fingerprint::{CoveredCalendars, PolicyContent};
use redress::policy::record::{FilledForm, Form, ReportRule};
use redress::policy::severity::{MarkRule, Rating};
use redress::policy::track::ReopeningWindow;
use redress::policy::{ClockRule, Condition, PolicyDocument, PolicyVersion, Routing, SeverityRules, Track};
use redress::report::ledger::LedgerRow;
use redress::triage::{ComplaintDocument, PastCase, PastCounts};
use redress::vocab::kind::Urgency;
use redress::vocab::{Action, Money};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::cases::samples::{command, events, matters};
use crate::policy_documents::profiles;

/// Reads a document of some type and writes it again.
type Reader = fn(&Value) -> Result<Value, String>;

fn reader<T: DeserializeOwned + Serialize>(value: &Value) -> Result<Value, String> {
    let read = T::deserialize(value).map_err(|error| error.to_string())?;
    Ok(serde_json::to_value(read).unwrap())
}

fn written<T: Serialize>(value: &T) -> Value {
    serde_json::to_value(value).unwrap()
}

fn golden(path: &str) -> Value {
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// Whether anything changed, where every empty map became an empty list.
fn as_php_has_it(value: &mut Value) -> bool {
    match value {
        Value::Object(entries) if entries.is_empty() => {
            *value = json!([]);
            true
        }
        Value::Object(entries) => {
            entries.values_mut().filter_map(|item| as_php_has_it(item).then_some(())).count() > 0
        }
        Value::Array(items) => {
            items.iter_mut().filter_map(|item| as_php_has_it(item).then_some(())).count() > 0
        }
        _ => false,
    }
}

/// The pointers to all maps of a value.
fn maps(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(entries) => {
            found.push(at.to_owned());
            for (key, item) in entries {
                let key = key.replace('~', "~0").replace('/', "~1");
                maps(item, &format!("{at}/{key}"), found);
            }
        }
        Value::Array(items) => {
            for (place, item) in items.iter().enumerate() {
                maps(item, &format!("{at}/{place}"), found);
            }
        }
        _ => {}
    }
}

/// Every command and every event, with everything that it can carry and with nothing that it need not.
fn deeds() -> Vec<(String, Reader, Value)> {
    let mut documents: Vec<(String, Reader, Value)> = Vec::new();
    for &action in Action::ALL {
        for everything in [true, false] {
            let command = written(&command(action, everything));
            documents.push((format!("command {action}"), reader::<Command>, command));
        }
    }
    for (name, both) in events() {
        for event in both {
            documents.push((format!("event {name}"), reader::<Event>, written(&event)));
            documents.push((format!("what {name}"), reader::<EventKind>, written(&event.what)));
        }
    }
    documents
}

/// The policy files, and the policies of the profiles as JSON.
fn policies() -> Vec<(String, Value)> {
    let mut policies = Vec::new();
    for file in fs::read_dir("examples/policies").unwrap() {
        let path = file.unwrap().path();
        let document: Value = toml::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        policies.push((path.display().to_string(), document));
    }
    assert!(policies.len() >= 24, "{}", policies.len());
    for (name, policy) in profiles() {
        policies.push((format!("profile {name}"), written(&PolicyDocument::of(&policy))));
    }
    policies
}

/// Documents of every other kind.
fn others() -> Vec<(String, Reader, Value)> {
    let mut documents: Vec<(String, Reader, Value)> = Vec::new();
    let mut add = |name: &str, read: Reader, value: Value| documents.push((name.to_owned(), read, value));
    add("case", reader::<CaseDocument>, golden("tests/golden/case/case.json"));
    add("request", reader::<Request>, golden("tests/golden/case/request.json"));
    add("roster", reader::<RosterDocument>, golden("tests/golden/case/roster.json"));
    #[cfg(feature = "audit")]
    add("sealed", reader::<Vec<redress::case::audit::SealedEvent>>, golden("tests/golden/case/sealed.json"));
    let calendar = golden("examples/data/calendar-cn-2025-2026.json");
    add("calendar", reader::<CalendarDocument>, calendar);
    add("calendar", reader::<CalendarDocument>, golden("tests/golden/calendar.json"));
    for line in fs::read_to_string("examples/data/complaints.jsonl").unwrap().lines() {
        add("complaint", reader::<ComplaintDocument>, serde_json::from_str(line).unwrap());
    }
    for line in fs::read_to_string("examples/data/cases.jsonl").unwrap().lines() {
        add("stored case", reader::<CaseDocument>, serde_json::from_str(line).unwrap());
    }
    for matter in matters() {
        add("matter", reader::<ApprovalSubject>, written(&matter));
    }
    for (name, policy) in profiles() {
        let content = serde_json::to_value(PolicyContent::of(&policy)).unwrap();
        add(name, reader::<PolicyContent>, content);
        add(name, reader::<CoveredCalendars>, written(&CoveredCalendars::of(&policy)));
        add(name, reader::<PolicyVersion>, written(&PolicyVersion::of(&policy)));
        add(name, reader::<Routing>, written(policy.routing()));
        add(name, reader::<Track>, written(policy.track()));
        add(name, reader::<ApprovalTable>, written(policy.approvals()));
        add(name, reader::<Vec<ClockRule>>, written(&policy.clocks()));
        add(name, reader::<Vec<MarkRule>>, written(&policy.marks()));
        add(name, reader::<Vec<Form>>, written(&policy.forms()));
        add(name, reader::<Vec<ReportRule>>, written(&policy.reports()));
        add(name, reader::<Option<SeverityRules>>, written(&policy.severity()));
        add(name, reader::<Option<Rating<Urgency>>>, written(&policy.urgency()));
    }
    let row = json!({
        "case": "a", "received": "2026-03-02T10:00:00Z", "seen": "2026-03-03T10:00:00Z", "stage": "closed",
        "amounts": [{ "minor": 5, "currency": "EUR" }],
        "rounds": [{ "opened": "2026-03-02T10:00:00Z",
            "end": { "at": "2026-03-03T09:00:00Z", "kind": "resolved", "timing": "in-time" } }],
    });
    add("ledger row", reader::<LedgerRow>, row);
    let earlier = json!({ "id": "a", "received": "2026-03-02T10:00:00Z", "category": ["spare-parts"] });
    add("earlier complaint", reader::<PastCase>, earlier);
    let past = json!({ "repeats": [{ "key": "staff", "count": 3, "reached": "true" }], "of-complainant": 2 });
    add("past", reader::<PastCounts>, past);
    add("amount", reader::<Money>, json!({ "minor": 5, "currency": "EUR" }));
    add("form", reader::<FilledForm>, json!({ "demand": "a new device" }));
    add(
        "term",
        reader::<Term>,
        json!({ "working-days": 2, "cutoff": { "at": "16:30", "late": "next-working-day" },
        "end": { "at": "16:30", "fold": "later" }, "roll": { "rule": "following", "end": { "at": "17:00", "bound": "exclusive" } } }),
    );
    add(
        "deadline",
        reader::<Deadline>,
        json!({ "earliest": [{ "weeks": 1 }, { "from": "promised", "months": 1 }] }),
    );
    add(
        "clock",
        reader::<Clock>,
        json!({ "clock": "response", "from": "received",
        "pauses": [{ "reason": "awaiting-customer", "at-most": { "working-days": 3 }, "total": { "calendar-days": 9 } }],
        "extensions": [{ "reason": "complex-case", "limit": { "months": 2 } }], "warnings": [{ "percent": 80 }],
        "pause-total": { "calendar-days": 9 } }),
    );
    add(
        "pause",
        reader::<PauseRule>,
        json!({ "reason": "awaiting-customer", "total": { "working-days": 3 } }),
    );
    add("change", reader::<ExtensionChange>, json!({ "add": { "months": 2 } }));
    add("window", reader::<ReopeningWindow>, json!({ "months": 2 }));
    add("state", reader::<ApprovalState>, json!("approved"));
    add(
        "condition",
        reader::<Condition>,
        json!({ "all": [{ "fact": "minutes-late", "at-least": 3 },
        { "not": { "surely": { "any": [{ "channel": "phone" }, { "amount-at-least": { "minor": 5, "currency": "EUR" } }] } } },
        { "repeats": { "by": ["staff"], "at-least": 2, "within": { "days": 90 } } }] }),
    );
    documents
}

#[test]
fn every_command_and_every_event_is_read_equal_from_what_php_makes_of_it() {
    let mut changed = 0;
    for (name, read, value) in deeds() {
        let mut php = value.clone();
        changed += usize::from(as_php_has_it(&mut php));
        assert_eq!(read(&php).as_ref(), Ok(&value), "{name}: {php}");
    }
    assert!(changed >= 8, "{changed}");
}

#[test]
fn what_carries_nothing_is_its_name_alone_or_beside_an_empty_map_an_empty_list_or_nothing() {
    let mut tried = 0;
    for (name, read, value) in deeds() {
        let Value::String(alone) = &value else { continue };
        tried += 1;
        for nothing in [json!({}), json!([]), Value::Null] {
            assert_eq!(read(&json!({ alone: nothing })).as_ref(), Ok(&value), "{name}: {nothing}");
        }
        let personal = json!(["The narrative"]);
        for other in
            [json!(0), json!(false), json!("The narrative"), personal, json!({ "note": "The narrative" })]
        {
            let refused = read(&json!({ alone: other })).unwrap_err();
            assert_eq!(refused, format!("`{alone}` takes no value, expected its name alone"), "{other}");
        }
        let refused = read(&json!({ alone: {}, "zz": {} })).unwrap_err();
        assert_eq!(refused, format!("another key beside `{alone}`, expected one key"));
    }
    assert!(tried > 50, "{tried}");
}

#[test]
fn at_every_place_an_empty_list_is_read_as_the_empty_map_and_no_other_list_is() {
    let policies =
        policies().into_iter().map(|(name, value)| (name, reader::<PolicyDocument> as Reader, value));
    let (mut tried, mut read_empty) = (0, 0);
    for (name, read, value) in deeds().into_iter().chain(policies).chain(others()) {
        let first = read(&value).unwrap_or_else(|error| panic!("{name}: {error}"));
        let mut php = value.clone();
        as_php_has_it(&mut php);
        assert_eq!(read(&php), Ok(first), "{name}");
        let mut places = Vec::new();
        maps(&value, "", &mut places);
        for place in places {
            let with = |part: Value| {
                let mut edited = value.clone();
                *edited.pointer_mut(&place).unwrap() = part;
                read(&edited)
            };
            let (empty_map, empty_list) = (with(json!({})), with(json!([])));
            tried += 1;
            if empty_map.as_ref().is_err_and(|error| error.ends_with("or `nothing` with true")) {
                // A cell of a row has a list of words of its own.
                continue;
            }
            assert_eq!(empty_list, empty_map, "{name}: {place}");
            read_empty += usize::from(empty_map.is_ok());
            // A cell, a field of a form and whoever enters late take lists of words, and nothing takes a list of maps.
            let refused = with(json!([{}])).unwrap_err();
            let key = place.split('/').rfind(|part| part.parse::<usize>().is_err()).unwrap_or_default();
            assert!(refused.contains(key), "{name}: {place}: {refused}");
            assert!(refused.contains("expected "), "{name}: {place}: {refused}");
        }
    }
    assert!(tried > 2_000 && read_empty > 200, "{tried}, {read_empty}");
}

#[test]
fn an_event_that_went_through_php_leaves_its_case_readable() {
    let mut case = golden("tests/golden/case/case.json");
    let before = serde_json::from_value::<CaseDocument>(case.clone()).unwrap();
    let events = case["events"].as_array_mut().unwrap();
    let mut last = events[0].clone();
    last["what"] = json!({ "started": [] });
    events.push(last);
    let read: CaseDocument = serde_json::from_value(case).unwrap();
    let (last, others) = read.events.split_last().unwrap();
    assert_eq!(others, before.events);
    assert_eq!(written(&last.what), json!({ "started": {} }));
}
