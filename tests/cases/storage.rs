//! What is stored: forms, limits, revisions, repeated commands.
//!
//! `UPDATE_GOLDEN=1 cargo test cases::storage` rewrites the files under `tests/golden/case`.

use std::collections::BTreeSet;
use std::fmt::Debug;
use std::path::Path;
use std::{env, fs};

use chrono::{DateTime, Utc};
use redress::approval::{Roster, RosterDocument};
use redress::case::approval::{ApprovalSubject, PolicyEdition};
use redress::case::command::{
    AnchorEvent, CaseLink, CaseSummary, CauseFinding, ClockDue, ClockExtension, ClockPause, Correction,
    ExtensionAmount, Findings, InvestigationStart, MAX_NOTE, MAX_OFFERS, MAX_RECORDS, Merger, Message, Note,
    Promise, Proposal, TimeAmount,
};
use redress::case::stored::CaseDocument;
use redress::case::track::RecallProgress;
use redress::case::{Case, Command, Decision, Event, EventKind, Office, Refusal, Request, Stamp, open};
use redress::policy::{PolicyVersion, Track};
use redress::vocab::course::{ExtensionReason, Relation};
use redress::vocab::track::{Containment, RecallStep};
use redress::vocab::{Action, Anchor, ClockName, Code, Demand, PauseReason, Remedy, Stage};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use crate::cases::generate::{MARKER, Walk, people};
use crate::cases::samples::{self, command, events};
use crate::cases::support::*;
use crate::sources::sources;

fn golden<T: Serialize + DeserializeOwned + PartialEq + Debug>(name: &str, value: &T) {
    let path = format!("tests/golden/case/{name}.json");
    let text = serde_json::to_string_pretty(value).unwrap() + "\n";
    if env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, &text).unwrap();
    }
    let expected = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    assert_eq!(text, expected, "{path}");
    assert_eq!(serde_json::from_str::<T>(&expected).unwrap(), *value, "{path}");
}

fn story() -> Story {
    Story::new(desk(Track::new().with_consent()).approvals(two_steps()).build().unwrap())
        .investigating()
        .does("anna", Command::Propose(exchange()))
        .does("anna", Command::Submit)
        .does("mia", Command::Sign(on(1)))
        .does("leo", Command::Sign(on(1)))
        .is(Stage::Offered)
}

#[test]
fn the_stored_form_of_every_event_stays() {
    let mut names = BTreeSet::new();
    for (name, events) in events() {
        let stored = serde_json::to_value(&events[0].what).unwrap();
        let key = stored.as_str().or_else(|| stored.as_object()?.keys().next().map(String::as_str));
        assert_eq!(key, Some(name));
        assert!(names.insert(format!("{name}.json")), "{name} stands twice");
        golden(&format!("events/{name}"), &events.to_vec());
    }
    // What has a form has a golden file, and what has a file is still there.
    let kept: BTreeSet<String> = fs::read_dir("tests/golden/case/events")
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(kept, names);
    // A new event that no command makes is not forgotten: an unknown name tells them all.
    let all = serde_json::from_str::<Known>("\"-\"").unwrap_err().to_string();
    let all: BTreeSet<String> =
        all.split('`').skip(3).step_by(2).map(|name| format!("{name}.json")).collect();
    assert_eq!(all, names);
}

/// The names of all events, as its reader knows them, uncut.
#[derive(Debug)]
struct Known;

impl<'de> serde::Deserialize<'de> for Known {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let names: Vec<&str> = variants();
        let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
        Err(serde::de::Error::custom(format!("unknown `{text}`, expected {}", names.join(", "))))
    }
}

/// The events in the order of the source.
fn variants() -> Vec<&'static str> {
    const SOURCE: &str = include_str!("../../src/case/deed.rs");
    let (_, rows) = SOURCE.split_once("deeds! {\n    commands {").unwrap();
    let row = |line: &'static str| {
        let line = line.trim();
        if line.starts_with("///") || !line.ends_with(';') {
            return None;
        }
        let name = line.split_once(" / ").map_or(line, |(_, event)| event);
        Some(name.split(['(', ';', ' ']).next().unwrap())
    };
    let known = events();
    let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
    let kebab = |name: &str| {
        let mut text = String::new();
        for letter in name.chars() {
            if letter.is_uppercase() && !text.is_empty() {
                text.push('-');
            }
            text.push(letter.to_ascii_lowercase());
        }
        text
    };
    rows.lines()
        .filter_map(row)
        .map(|name| {
            let name = kebab(name);
            names
                .iter()
                .copied()
                .find(|known| *known == name)
                .unwrap_or_else(|| panic!("{name} has no sample"))
        })
        .collect()
}

#[test]
fn the_stored_form_of_every_command_stays() {
    for &action in Action::ALL {
        let both = [command(action, true), command(action, false)];
        assert!(both.iter().all(|command| command.action() == action));
        golden(&format!("commands/{action}"), &both.to_vec());
    }
    golden("matters", &samples::matters());
}

#[test]
fn the_stored_form_of_requests_cases_and_rosters_stays() {
    let story = story();
    let request = story.request("anna", Command::Consent);
    golden("request", &request);
    golden("case", &CaseDocument::from(&story.case));
    golden("roster", &RosterDocument::from(people()));
    let read: RosterDocument =
        serde_json::from_str(&fs::read_to_string("tests/golden/case/roster.json").unwrap()).unwrap();
    let roster: Roster = read.build().unwrap();
    assert_eq!(roster, *people());
}

#[test]
fn toml_holds_what_json_holds_but_for_the_largest_numbers() {
    for (name, events) in events() {
        for event in events {
            match toml::to_string(&event) {
                Ok(text) => assert_eq!(toml::from_str::<Event>(&text).unwrap(), event, "{text}"),
                Err(error) => {
                    // TOML has whole numbers of 64 bits with a sign.
                    assert!(error.to_string().contains("u64"), "{name}: {error}");
                    assert!(matches!(name, "linked" | "merged"), "{name}: {error}");
                }
            }
        }
    }
    let document = CaseDocument::from(&story().case);
    let text = toml::to_string(&document).unwrap();
    assert_eq!(toml::from_str::<CaseDocument>(&text).unwrap(), document);
    let roster = RosterDocument::from(people());
    assert_eq!(toml::from_str::<RosterDocument>(&toml::to_string(&roster).unwrap()).unwrap(), roster);
}

#[test]
fn an_empty_map_of_a_choice_and_a_text_in_place_of_a_map_are_no_toml_either() {
    for text in ["what = \"propose\"", "what = {}", "what = 3", "what = { registered = 3 }"] {
        let text = format!("number = 1\nat = \"2025-03-12T02:00:00Z\"\nby = \"a\"\ncommand = \"k\"\n{text}");
        assert!(toml::from_str::<Event>(&text).is_err(), "{text}");
    }
}

// Strictness.

/// Reads a document of some type: nothing, or the error.
type Reader = fn(&str) -> Result<Value, String>;

fn reader<T: DeserializeOwned + Serialize>(text: &str) -> Result<Value, String> {
    let read = serde_json::from_str::<T>(text).map_err(|error| error.to_string());
    read.map(|value| serde_json::to_value(value).unwrap())
}

/// Every document that is read, with a value of it.
fn documents() -> Vec<(String, Reader, Value)> {
    let mut documents: Vec<(String, Reader, Value)> = Vec::new();
    for (name, both) in events() {
        for event in both {
            documents.push((name.into(), reader::<Event>, serde_json::to_value(&event).unwrap()));
            documents.push((name.into(), reader::<EventKind>, serde_json::to_value(&event.what).unwrap()));
        }
    }
    for &action in Action::ALL {
        let value = serde_json::to_value(command(action, true)).unwrap();
        documents.push((action.as_str().into(), reader::<Command>, value));
    }
    for matter in samples::matters() {
        let value = serde_json::to_value(matter).unwrap();
        documents.push(("matter".into(), reader::<redress::case::approval::ApprovalSubject>, value));
    }
    let story = story();
    let request = serde_json::to_value(story.request("anna", Command::Propose(exchange()))).unwrap();
    documents.push(("request".into(), reader::<Request>, request));
    let events = story.case.events()[..3].to_vec();
    let case = serde_json::to_value(CaseDocument { events }).unwrap();
    documents.push(("case".into(), reader::<CaseDocument>, case));
    let roster = serde_json::to_value(RosterDocument::from(people())).unwrap();
    documents.push(("roster".into(), reader::<RosterDocument>, roster));
    documents
}

/// Every change of one place of a value: the way to it, what stood there, and the whole with another value.
fn changed(value: &Value, to: &Value) -> Vec<(String, Value, Value)> {
    let mut found = Vec::new();
    match value {
        Value::Object(entries) => {
            for (key, item) in entries {
                for (path, was, item) in changed(item, to) {
                    let mut edited = entries.clone();
                    edited.insert(key.clone(), item);
                    found.push((format!(".{key}{path}"), was, Value::Object(edited)));
                }
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                for (path, was, item) in changed(item, to) {
                    let mut edited = items.clone();
                    edited[index] = item;
                    found.push((format!("[]{path}"), was, Value::Array(edited)));
                }
            }
        }
        _ => {}
    }
    found.push((String::new(), value.clone(), to.clone()));
    found
}

/// What is made of a map.
type Change<'a> = &'a dyn Fn(&Map<String, Value>) -> Vec<(String, Value)>;

/// Every value with one map changed.
fn maps(value: &Value, change: Change<'_>) -> Vec<(String, Value)> {
    let mut found = Vec::new();
    if let Value::Object(entries) = value {
        found.extend(change(entries));
    }
    let children: Vec<(String, &Value)> = match value {
        Value::Object(entries) => entries.iter().map(|(key, item)| (key.clone(), item)).collect(),
        Value::Array(items) => {
            items.iter().enumerate().map(|(index, item)| (index.to_string(), item)).collect()
        }
        _ => Vec::new(),
    };
    for (key, item) in children {
        for (name, item) in maps(item, change) {
            let mut edited = value.clone();
            match &mut edited {
                Value::Object(entries) => {
                    entries.insert(key.clone(), item);
                }
                Value::Array(items) => items[key.parse::<usize>().unwrap()] = item,
                _ => {}
            }
            found.push((name, edited));
        }
    }
    found
}

#[track_caller]
fn is_short(text: &str, document: &str) {
    let types = ["struct ", "enum ", "variant ", "u32", "u64", "tuple", "newtype", "::", "Box<"];
    let prose: Vec<&str> = text.split('`').step_by(2).collect();
    let prose = prose.join("·");
    assert!(text.len() <= 450, "{document}: {text}");
    let named: Vec<&&str> =
        types.iter().filter(|name| prose.contains(**name) && !prose.contains("unknown variant")).collect();
    assert!(named.is_empty(), "{document}: names {named:?}: {text}");
    assert!(!text.contains('\n'), "{document}: {text}");
}

#[test]
fn a_key_that_nobody_knows_or_that_is_missing_is_named() {
    for (name, read, value) in documents() {
        let unknown = maps(&value, &|entries| {
            let mut entries = entries.clone();
            entries.insert("Zz key".into(), Value::Null);
            vec![("Zz key".into(), Value::Object(entries))]
        });
        for (_, edited) in unknown {
            let error = read(&edited.to_string()).expect_err(&name);
            let is_choice =
                error.contains("another key") || error.contains("word ") || error.contains("code ");
            assert!(error.contains("Zz key") || is_choice, "{name}: {error}");
            is_short(&error, &name);
        }
        let missing = maps(&value, &|entries| {
            let without = entries.keys().map(|key| {
                let mut entries = entries.clone();
                entries.remove(key);
                (key.clone(), Value::Object(entries))
            });
            without.collect()
        });
        for (key, edited) in missing {
            match read(&edited.to_string()) {
                // What need not be given.
                Ok(_) => {}
                Err(error) => {
                    let named = error.contains(&key) || error.contains("empty map");
                    assert!(named, "{name} without {key}: {error}");
                    is_short(&error, &name);
                }
            }
        }
    }
}

/// A text with one of its maps having its first entry twice; none where there are fewer maps.
fn doubled(value: &Value, of: usize, seen: &mut usize) -> String {
    match value {
        Value::Object(entries) => {
            let this = *seen;
            *seen += 1;
            let mut parts: Vec<String> = entries
                .iter()
                .map(|(key, item)| format!("{}:{}", json!(key), doubled(item, of, seen)))
                .collect();
            if this == of && !parts.is_empty() {
                parts.push(parts[0].clone());
            }
            format!("{{{}}}", parts.join(","))
        }
        Value::Array(items) => {
            let parts: Vec<String> = items.iter().map(|item| doubled(item, of, seen)).collect();
            format!("[{}]", parts.join(","))
        }
        other => other.to_string(),
    }
}

#[test]
fn a_key_that_stands_twice_is_refused() {
    let mut tried = 0;
    for (name, read, value) in documents() {
        let plain = value.to_string();
        for of in 0.. {
            let mut seen = 0;
            let text = doubled(&value, of, &mut seen);
            if of >= seen {
                break;
            }
            if text == plain {
                continue;
            }
            tried += 1;
            let error = read(&text).expect_err(&text);
            let told = ["duplicate field", "stands twice", "another key"];
            assert!(told.iter().any(|told| error.contains(told)), "{name}: {error}");
            is_short(&error, &name);
        }
    }
    assert!(tried > 300, "{tried}");
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "bool",
        Value::Number(number) if number.is_u64() => "number",
        Value::Number(_) => "other number",
        Value::String(_) => "text",
        Value::Array(_) => "list",
        Value::Object(_) => "map",
    }
}

#[test]
fn a_value_of_another_type_is_refused_and_not_repeated() {
    let text = format!("The {MARKER} narrative, 第一");
    let long = "x".repeat(100_000);
    let values = [
        json!(text),
        json!(long),
        json!(7),
        json!(-1),
        json!(1.5),
        json!(1e300),
        json!(true),
        json!(null),
        json!([]),
        json!([[7]]),
        json!({}),
        json!({ "a": 1 }),
    ];
    let mut taken: BTreeSet<(String, &str)> = BTreeSet::new();
    for (name, read, value) in documents() {
        for to in &values {
            // The empty list is the empty map: PHP writes one for the other.
            let emptied = (*to == json!([])).then(|| changed(&value, &json!({})));
            for (place, (path, was, edited)) in changed(&value, to).into_iter().enumerate() {
                let as_a_map = emptied.as_ref().and_then(|emptied| read(&emptied[place].2.to_string()).ok());
                match read(&edited.to_string()) {
                    Ok(_) if kind(&was) == kind(to) => {}
                    Ok(empty) if was.is_object() && as_a_map.as_ref() == Some(&empty) => {}
                    Ok(_) => {
                        taken.insert((path, kind(to)));
                    }
                    Err(error) => {
                        is_short(&error, &format!("{name}{path}"));
                        // A word or an id that is none is shown cut short; what is no text at all is not.
                        let words = ["category", "demand", "containment"];
                        let is_word = was.is_string() || words.iter().any(|word| path.ends_with(word));
                        let shown = is_word && kind(to) == "text";
                        let is_choice = was.is_object() && error.contains("unknown variant");
                        assert!(shown || is_choice || !error.contains(MARKER), "{name}{path}: {error}");
                    }
                }
            }
        }
    }
    // Nothing but this takes another type: null says that nothing is given.
    let kinds: BTreeSet<&str> = taken.iter().map(|(_, kind)| *kind).collect();
    assert_eq!(kinds, BTreeSet::from(["null"]), "{taken:#?}");
    assert!(taken.iter().all(|(path, _)| !path.is_empty()), "{taken:#?}");
}

#[test]
fn a_list_stands_for_no_map() {
    for (name, read, value) in documents() {
        let lists = maps(&value, &|entries| {
            if entries.is_empty() {
                // The empty list is the empty map: PHP writes one for the other.
                return Vec::new();
            }
            let values: Vec<Value> = entries.values().cloned().collect();
            let pairs: Vec<Value> = entries.iter().map(|(key, value)| json!([key, value])).collect();
            vec![("values".into(), Value::Array(values)), ("pairs".into(), Value::Array(pairs))]
        });
        for (_, edited) in lists {
            let error = read(&edited.to_string());
            assert!(error.is_err(), "{name}: {edited}");
        }
    }
}

#[test]
fn ten_megabytes_and_a_well_of_brackets_are_refused_in_few_words() {
    let ten = 10_000_000;
    let texts = [
        "x".repeat(ten),
        format!("\"{}\"", "x".repeat(ten)),
        format!("[{}0]", "0,".repeat(ten / 2)),
        "[".repeat(200_000),
        "{\"what\":".repeat(200_000),
        format!("{{\"{}\":1}}", "k".repeat(ten)),
        format!("{{\"what\":\"{}\"}}", "k".repeat(ten)),
        format!("{{\"events\":[{}]}}", "[".repeat(200_000)),
        "null".into(),
        String::new(),
    ];
    let readers: [(&str, Reader); 6] = [
        ("event", reader::<Event>),
        ("command", reader::<Command>),
        ("request", reader::<Request>),
        ("case", reader::<CaseDocument>),
        ("roster", reader::<RosterDocument>),
        ("matter", reader::<redress::case::approval::ApprovalSubject>),
    ];
    for (name, read) in readers {
        for text in &texts {
            let error = read(text).expect_err(name);
            is_short(&error, name);
        }
    }
}

/// Forged values, each with the whole text by which it is refused.
#[test]
fn forged_values_are_refused_by_these_words() {
    let event = |what: Value| json!({ "number": 1, "at": "2025-03-12T02:00:00Z", "by": "a", "command": "k", "what": what });
    let good = || event(json!("registered"));
    let with = |key: &str, value: Value| {
        let mut event = good();
        event[key] = value;
        event
    };
    let signature = |key: &str, value: Value| {
        let mut given = json!({ "approval": 1, "act": "review", "roster": "r-1",
            "signature": { "step": "review", "slot": 0, "by": "mia", "role": "manager" } });
        given["signature"][key] = value;
        event(json!({ "signature-given": given }))
    };
    let extended = |change: Value| {
        event(json!({ "extended": { "clock": "closure", "reason": "complex-case", "change": change } }))
    };
    let linked = |case: Value| event(json!({ "linked": { "case": case, "relation": "related" } }));
    let proposed = |offers: Value| event(json!({ "proposed": { "alternatives": offers } }));
    let moving = |name: &str| {
        event(json!({ "moved-policy": { "to": { "name": name, "version": "1" }, "reason": "x" } }))
    };
    let forged = [
        with("number", json!(-1)),
        with("number", json!(1.0)),
        with("number", json!("1")),
        with("number", json!(null)),
        with("at", json!("2025-03-12")),
        with("at", json!("2025-03-12T02:00:60Z")),
        with("at", json!("+10000-01-01T00:00:00Z")),
        with("at", json!(1_741_744_800)),
        with("by", json!("")),
        with("by", json!("an na")),
        with("by", json!("x".repeat(65))),
        with("by", json!(7)),
        with("as", json!("Manager")),
        with("command", json!(["k"])),
        with("what", json!("Registered")),
        with("what", json!("proposed")),
        with("what", json!({ "registered": 7 })),
        with("what", json!({ "registered": { "note": "a" } })),
        with("what", json!({})),
        with("what", json!(["registered"])),
        with("what", json!({ "proposed": [] })),
        with("what", json!({ "noted": { "note": "a" }, "closed": {} })),
        with("what", json!({ "noted": { "note": "  " } })),
        with("what", json!({ "noted": { "note": "a\u{7}b" } })),
        with("what", json!({ "noted": { "note": "x".repeat(4_001) } })),
        with("what", json!({ "noted": { "note": 7 } })),
        with("what", json!({ "noted": "text" })),
        with("what", json!({ "moved": "gone" })),
        with("what", json!({ "moved": { "closed": {} } })),
        proposed(json!([[["refund"], null]])),
        proposed(json!([{ "remedies": "refund" }])),
        proposed(json!([{ "remedies": ["refund"], "amount": 7 }])),
        proposed(json!([{ "remedies": ["refund"], "amount": { "minor": -1, "currency": "EUR" } }])),
        proposed(json!([{ "remedies": ["refund"], "amount": { "minor": 1, "currency": "eur" } }])),
        proposed(Value::Array(vec![json!({ "remedies": ["refund"] }); 17])),
        signature("slot", json!(4_294_967_296_u64)),
        signature("slot", json!(-1)),
        signature("instead-of", json!("mia")),
        signature("instead-of", json!(null)),
        signature("limit", json!(null)),
        signature("act", json!("review")),
        extended(json!({ "until": "2025-4-1" })),
        extended(json!({ "until-fixed": "10000-01-01" })),
        extended(json!({ "add": { "minutes": 1.5 } })),
        extended(json!({ "add": { "minutes": 1, "weeks": 1 } })),
        extended(json!({ "add": { "fortnights": 1 } })),
        extended(json!({ "add": "minutes" })),
        extended(json!("add")),
        linked(json!({ "id": "b", "received": "2025-03-12T02:00:00Z", "amounts": { "minor": 1 } })),
        linked(json!({ "id": "b", "received": "2025-03-12T02:00:00Z", "due": [{ "clock": "closure" }] })),
        moving(""),
        moving("a\nb"),
        moving(&"x".repeat(101)),
        event(json!({ "approval-ended": { "approval": 1, "state": "lost" } })),
        event(json!({ "approval-ended": { "approval": 1, "state": { "open": [0] } } })),
        event(json!({ "approval-ended": { "approval": 1, "state": 0 } })),
        event(json!({ "triaged": { "facts": { "hotline-tries": -1 } } })),
        event(json!({ "triaged": { "complainant": 1 } })),
        event(json!({ "delivered": { "duty": { "duty": "warning", "number": -1 } } })),
    ];
    let texts: Vec<String> = forged
        .iter()
        .map(|value| {
            let error = serde_json::from_value::<Event>(value.clone()).expect_err(&value.to_string());
            let shown = value.to_string();
            let shown: String =
                shown.replace(r#""at":"2025-03-12T02:00:00Z","by":"a","command":"k","number":1,"#, "");
            format!("{}\n    {error}\n", shown.chars().take(160).collect::<String>())
        })
        .filter(|text| !text.is_empty())
        .collect();
    let path = "tests/golden/case/refused.txt";
    let text = texts.concat();
    if env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(path, &text).unwrap();
    }
    assert_eq!(text, fs::read_to_string(path).unwrap());
}

/// A type that is read is read through a check: from a map alone, by its name alone, or by its parser.
#[test]
fn no_type_is_read_by_a_bare_derive() {
    let files = ["src/case", "src/approval"].map(|folder| sources(Path::new(folder))).concat();
    let (mut read, mut bare) = (0, Vec::new());
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        for (index, line) in lines.iter().enumerate() {
            if !(line.contains("derive(") && line.contains("Deserialize")) {
                continue;
            }
            read += 1;
            let until = lines[index..].iter().take(6).copied().collect::<Vec<_>>().join(" ");
            if !until.contains("remote = \"Self\"") {
                bare.push(format!(
                    "{}: {}",
                    file.display(),
                    lines[index..].iter().find(|line| line.contains("pub ")).unwrap()
                ));
            }
        }
    }
    assert_eq!(bare, [""; 0]);
    assert!(read > 10, "{read}");
}

// Limits.

#[test]
fn a_note_holds_4000_bytes_of_visible_text() {
    assert_eq!(MAX_NOTE, 4_000);
    assert!("x".repeat(4_000).parse::<Note>().is_ok());
    assert!(format!("{}x", "第".repeat(1_333)).parse::<Note>().is_ok());
    let refused = |text: &str| text.parse::<Note>().unwrap_err().to_string();
    assert_eq!(refused(&"第".repeat(1_334)), "note has 4002 bytes, expected at most 4000");
    assert_eq!(refused("\u{3000}\n"), "note is empty, expected 1 to 4000 bytes");
    assert_eq!(
        refused("a\r\nb"),
        "note has a control or invisible character at byte 1; only line feeds are allowed"
    );
    assert_eq!(
        refused("a\u{202e}b"),
        "note has a control or invisible character at byte 1; only line feeds are allowed"
    );
}

#[test]
fn a_narrative_holds_20000_bytes() {
    let policy = desk(Track::new()).build().unwrap();
    let opened = |bytes: usize| {
        let mut said = said("A-1", "2025-03-11T10:00:00+08:00");
        said.text = Some(redress::Private::new("x".repeat(bytes)));
        open(&policy, said, Stamp::new("k".parse().unwrap(), who("anna"), at("2025-03-11T02:05:00Z")))
    };
    assert!(opened(20_000).is_ok());
    assert_eq!(opened(20_001).unwrap_err().to_string(), "20001 bytes of narrative, expected at most 20000");
}

#[test]
fn a_proposal_has_16_alternatives_and_an_alternative_16_remedies() {
    let story = || Story::new(desk(Track::new()).build().unwrap()).investigating();
    let offers = |count| Proposal {
        alternatives: vec![redress::case::command::Offer::new(Remedy::EXCHANGE); count],
        person_behind: None,
    };
    story()
        .refused("anna", Command::Propose(offers(0)), "0 alternatives, expected at least 1")
        .refused("anna", Command::Propose(offers(17)), "17 alternatives, expected at most 16")
        .does("anna", Command::Propose(offers(MAX_OFFERS)));
    let mut many = exchange();
    many.alternatives[0].remedies = vec![Remedy::EXCHANGE; 17];
    story().refused("anna", Command::Propose(many), "17 remedies of an alternative, expected at most 16");
}

#[test]
fn a_case_has_room_for_200_links() {
    let mut story = Story::new(desk(Track::new()).build().unwrap());
    let link = |number: usize| {
        let summary = redress::case::command::CaseSummary {
            complained_about: Vec::new(),
            complainants: Vec::new(),
            handled_by: Vec::new(),
            complainant_keys: Vec::new(),
            id: format!("B-{number}").parse().unwrap(),
            unstated: false,
            amounts: Vec::new(),
            received: at("2025-03-11T02:00:00Z"),
            due: Vec::new(),
        };
        Command::Link(redress::case::command::CaseLink {
            case: summary,
            relation: redress::vocab::course::Relation::Related,
        })
    };
    for number in 0..MAX_RECORDS {
        let decision = story.try_to("anna", link(number)).unwrap();
        story.record(&decision);
    }
    story.refused("anna", link(MAX_RECORDS), "201 links, expected at most 200");
}

#[test]
fn an_instant_that_cannot_be_written_is_refused() {
    let far = at("9999-12-31T23:59:59Z") + chrono::TimeDelta::seconds(1);
    let leap = {
        use chrono::Timelike;
        at("2025-06-30T23:59:59Z").with_nanosecond(1_500_000_000).unwrap()
    };
    let story = Story::new(desk(Track::new()).build().unwrap());
    let promise = |until| Command::Promise(redress::case::command::Promise { until });
    let text = |at| story.try_to("anna", promise(at)).unwrap_err().to_string();
    let expected = "cannot be stored, expected an instant from year 1 to 9999 that is not a leap second";
    assert_eq!(text(far), format!("+10000-01-01T00:00:00Z {expected}"));
    assert_eq!(text(leap), format!("2025-07-01T00:00:00.500Z {expected}"));
    let request = Request { at: far, ..story.request("anna", Command::Register) };
    let refused = Office::new(&story.policy, &story.roster).decide(&story.case, request).unwrap_err();
    assert_eq!(refused, Refusal::Unwritable { at: far });
    let said = said("A-2", "2025-03-11T10:00:00+08:00");
    let opened = open(&story.policy, said, Stamp::new("k".parse().unwrap(), who("anna"), far));
    assert_eq!(opened.unwrap_err(), Refusal::Unwritable { at: far });
}

#[test]
fn whatever_instant_a_command_carries_can_be_written() {
    let far = at("9999-12-31T23:59:59Z") + chrono::TimeDelta::seconds(1);
    let near = at("2025-03-11T02:00:00Z");
    let story = Story::new(desk(Track::new()).build().unwrap());
    let day = far.date_naive();
    let longer = |change, told| ClockExtension {
        clock: ClockName::CLOSURE,
        department: None,
        reason: ExtensionReason::COMPLEX_CASE,
        change,
        told,
    };
    let other = |received, due: Option<DateTime<Utc>>| CaseSummary {
        complained_about: Vec::new(),
        complainants: Vec::new(),
        handled_by: Vec::new(),
        complainant_keys: Vec::new(),
        id: "b-2".parse().unwrap(),
        unstated: false,
        amounts: Vec::new(),
        received,
        due: due.into_iter().map(|at| ClockDue { clock: ClockName::CLOSURE, at }).collect(),
    };
    let link = |case| Command::Link(CaseLink { case, relation: Relation::Related });
    let merge = |into| Command::Merge(Merger { into, reason: note("the same") });
    let message = Message { next: Some(far), automatic: false, note: None };
    let pausing = ClockPause { reason: PauseReason::AWAITING_CUSTOMER, clock: None, at: Some(far) };
    let correct = |from, to| {
        Command::Correct(Correction { event: Anchor::INSTALLED, from, to, reason: note("a slip") })
    };
    let commands = [
        Command::Start(InvestigationStart { department: None, received: Some(far) }),
        Command::Promise(Promise { until: far }),
        Command::Answer(message.clone()),
        Command::HearCustomer(message),
        Command::Happen(AnchorEvent { event: Anchor::INSTALLED, at: far, department: None }),
        correct(far, near),
        correct(near, far),
        Command::Pause(pausing.clone()),
        Command::Resume(pausing),
        Command::Extend(longer(ExtensionAmount::Until(day), None)),
        Command::Extend(longer(ExtensionAmount::UntilFixed(day), None)),
        Command::Extend(longer(ExtensionAmount::Add(TimeAmount::Minutes(1)), Some(far))),
        Command::Apply(ApprovalSubject::Extension(longer(ExtensionAmount::Until(day), None))),
        link(other(far, None)),
        link(other(near, Some(far))),
        merge(other(far, None)),
        merge(other(near, Some(far))),
    ];
    for command in commands {
        let refused = story.try_to("anna", command.clone()).unwrap_err();
        let Refusal::Unwritable { at } = refused else { panic!("{command:?}: {refused}") };
        assert!(at == far || at.date_naive() == day, "{command:?}: {at}");
    }
}

#[test]
fn lists_and_names_that_cannot_be_read_again_are_refused() {
    let story = Story::new(desk(Track::new()).build().unwrap()).investigating();
    let many = |count: usize| {
        let numbered = |number: usize| format!("acme:w-{number}").parse::<Code>().unwrap();
        let demand: Vec<Demand> = (0..count.min(101)).map(|number| numbered(number).into()).collect();
        let facts = (0..count).map(|number| (format!("acme:f-{number}").parse().unwrap(), 1)).collect();
        let containment: Vec<Containment> =
            (0..count.min(101)).map(|number| numbered(number).into()).collect();
        let none = Findings::default;
        [
            ("demands", Findings { words: demand.into_iter().collect(), ..none() }),
            ("measures", Findings { words: containment.into_iter().collect(), ..none() }),
            ("facts", Findings { facts, ..none() }),
        ]
    };
    for (what, findings) in many(20_001) {
        let triage = Command::Triage(findings.clone());
        let found = CauseFinding { findings: findings.clone(), ..CauseFinding::default() };
        for command in [triage, Command::Reclassify(findings), Command::FindCause(found)] {
            let refused = story.try_to("anna", command).unwrap_err();
            assert!(matches!(refused, Refusal::HowMany { what: named, .. } if named == what), "{refused}");
        }
    }
    for (what, findings) in many(1) {
        let found = story.try_to("anna", Command::Reclassify(findings));
        assert!(!matches!(found, Err(Refusal::HowMany { .. })), "{what}");
    }
    let summary = |amounts: usize, due: usize| CaseSummary {
        complained_about: Vec::new(),
        complainants: Vec::new(),
        handled_by: Vec::new(),
        complainant_keys: Vec::new(),
        id: "b-2".parse().unwrap(),
        unstated: false,
        amounts: vec![euros(1); amounts],
        received: story.now,
        due: vec![ClockDue { clock: ClockName::CLOSURE, at: story.now }; due],
    };
    for (what, case) in [
        ("amounts of another case", summary(MAX_RECORDS + 1, 0)),
        ("due dates of another case", summary(0, MAX_RECORDS + 1)),
    ] {
        let link = Command::Link(CaseLink { case: case.clone(), relation: Relation::Related });
        for command in [link, Command::Merge(Merger { into: case, reason: note("the same") })] {
            let refused = story.try_to("anna", command).unwrap_err();
            assert!(matches!(refused, Refusal::HowMany { what: named, .. } if named == what), "{refused}");
        }
    }
    let to = |name: &str, version: &str| {
        let version = PolicyVersion { name: name.into(), version: version.into() };
        let content = story.policy.fingerprint();
        Command::Apply(ApprovalSubject::PolicyChange(PolicyEdition { version, content }))
    };
    for (name, version) in [(" desk", "2"), ("desk", ""), ("desk", "2\n")] {
        let refused = story.try_to("anna", to(name, version)).unwrap_err();
        assert_eq!(
            refused,
            Refusal::NoSuch { what: "policy with that name: the name or version is not valid" }
        );
    }
    let refused = story.try_to("anna", to("desk", "2")).unwrap_err();
    assert_ne!(refused, Refusal::NoSuch { what: "policy with that name: the name or version is not valid" });
}

#[test]
fn what_a_case_shows_of_itself_is_its_own() {
    let story = || Story::new(desk(Track::new()).build().unwrap());
    assert_eq!(story().case, story().case);
    assert_ne!(story().case, story().does("anna", Command::Acknowledge).case);
    assert_eq!(format!("{:?}", note("a secret")), "Note([private])");
    let needed = story().does("anna", Command::Recall(RecallProgress { step: RecallStep::Needed }));
    assert_eq!(needed.case.recall_step(), Some(RecallStep::Needed));
    let mut again = story();
    for round in 0..3 {
        assert_eq!(again.case.reopening_count(), round);
        again = again.does("anna", Command::Withdraw(because("settled")));
        let back = arrows_back(&again);
        again = again.does("anna", Command::Reopen(going_on(back)));
    }
    assert_eq!(again.case.reopening_count(), 3);
    let said = Message::new().with_note(note("on the phone"));
    assert_eq!(said.note, Some(note("on the phone")));
}

/// Where a closed case can be taken up again.
fn arrows_back(story: &Story) -> Stage {
    let can = |&stage: &Stage| story.try_to("anna", Command::Reopen(going_on(stage))).is_ok();
    Stage::ALL.iter().copied().find(can).unwrap()
}

// Writers.

#[test]
fn of_two_writers_on_one_state_one_wins() {
    let story = Story::new(desk(Track::new()).build().unwrap());
    let seen = story.case.revision();
    let by = |id: &str, actor: &str| {
        Request::new(seen, Stamp::new(id.parse().unwrap(), who(actor), story.now), Command::Register)
    };
    let ask = |case: &Case, request| Office::new(&story.policy, &story.roster).decide(case, request);
    let (one, other) = (by("w-1", "anna"), by("w-2", "mia"));
    for (first, second) in [(one.clone(), other.clone()), (other, one)] {
        let won: Decision = ask(&story.case, first.clone()).unwrap();
        let case = story.case.clone().after(&won).unwrap();
        assert_eq!(
            ask(&case, second).unwrap_err().to_string(),
            "case `A-1` has changed: the request is for revision 2, the case is at revision 4; load it again"
        );
        // Whoever did not hear the answer asks again, later and of the state once seen, and hears it.
        let again = Request { at: first.at + chrono::TimeDelta::days(3), ..first.clone() };
        let again = ask(&case, again).unwrap();
        assert!(again.is_repeated());
        assert_eq!(again.events(), won.events());
        assert!(again.notices().is_empty());
        // The same id for something else, or by somebody else, is neither.
        let other = Request { command: Command::Acknowledge, ..first.clone() };
        assert_eq!(
            ask(&case, other).unwrap_err().to_string(),
            format!(
                "command id `{}` was already used by `{}` for `register`; repeat that request unchanged, or use a \
                 new id",
                first.id, first.actor
            )
        );
        let other = Request { actor: who("leo"), ..first };
        assert!(matches!(ask(&case, other).unwrap_err(), Refusal::OtherCommand { .. }));
    }
}

#[test]
fn the_receipt_again_is_answered_with_its_events() {
    let story = Story::new(desk(Track::new()).build().unwrap());
    let EventKind::Received(receipt) = story.case.events()[0].what.clone() else { panic!() };
    let request = Request::new(
        0,
        Stamp::new("k-0".parse().unwrap(), who("anna"), story.now),
        Command::Receive(*receipt),
    );
    let again = Office::new(&story.policy, &story.roster).decide(&story.case, request).unwrap();
    assert!(again.is_repeated());
    assert_eq!(again.events(), story.case.events());
}

#[test]
fn commands_are_told_apart_whatever_their_ids() {
    // Of the first two pairs each id has the FNV-1a hash of the other.
    let ids = [
        "8yn0iYCKYHlIj4-BwPqk",
        "gMPflVXtwGDXbIhP73TX",
        "GReLUrM4wMqfg9yzV3KQ",
        "LtHf1prlU1bCeYZEdqWf",
        "k",
        "K",
    ];
    let story = Story::new(desk(Track::new()).build().unwrap());
    let (mut case, mut asked) = (story.case.clone(), Vec::new());
    for id in ids {
        let command = Command::Note(because(id));
        let request =
            Request::new(case.revision(), Stamp::new(id.parse().unwrap(), who("anna"), story.now), command);
        let decision = Office::new(&story.policy, &story.roster).decide(&case, request.clone()).unwrap();
        case = case.after(&decision).unwrap();
        asked.push((request, decision));
        for (request, decision) in &asked {
            let again = Office::new(&story.policy, &story.roster).decide(&case, request.clone()).unwrap();
            assert!(again.is_repeated());
            assert_eq!(again.events(), decision.events());
        }
    }
    assert_eq!(Case::replay(&story.policy, case.events()).unwrap(), case);
    let mut twice = case.events().to_vec();
    let last = twice.last_mut().unwrap();
    (last.command, last.what) =
        ("GReLUrM4wMqfg9yzV3KQ".parse().unwrap(), EventKind::Noted(Box::new(because("again"))));
    let refused = Case::replay(&story.policy, &twice).unwrap_err().to_string();
    assert_eq!(
        refused,
        "event 8: command `GReLUrM4wMqfg9yzV3KQ` was already used; the events of a command must stand together"
    );
}

#[test]
fn a_long_history_replays() {
    let mut story = Story::new(desk(Track::new()).build().unwrap()).does("anna", Command::Register);
    let mut case = story.case.clone();
    for number in 0..20_000_u32 {
        let command = match number % 3 {
            0 => Command::NotifyProgress(because("it goes on")),
            1 => Command::HearCustomer(redress::case::command::Message {
                next: None,
                automatic: false,
                note: None,
            }),
            _ => {
                Command::Answer(redress::case::command::Message { next: None, automatic: false, note: None })
            }
        };
        let id = format!("n-{number}").parse().unwrap();
        let request = Request::new(case.revision(), Stamp::new(id, who("anna"), story.now), command);
        let decision = Office::new(&story.policy, &story.roster).decide(&case, request).unwrap();
        case = case.after(&decision).unwrap();
    }
    let again = Case::replay(&story.policy, case.events()).unwrap();
    assert_eq!(again, case);
    assert_eq!(again.notice_count(), 6_667);
    story.case = again;
    let story = story.until("2025-03-11T04:00:00Z");
    assert!(story.outlook().next_change(story.now).is_some());
}

#[test]
fn nothing_private_is_shown_by_a_stored_document() {
    for seed in 0..20 {
        let walk = Walk::seeded(seed).goes_on(60);
        let document = CaseDocument::from(&walk.case);
        assert!(serde_json::to_string(&document).unwrap().contains(MARKER) || seed > 0);
        assert!(!format!("{document:?} {:?}", walk.case).contains(MARKER));
    }
}
