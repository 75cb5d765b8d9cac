//! Every text of every document, one after the other, with what it must not have.

use std::collections::BTreeSet;

use redress::approval::RosterDocument;
use redress::calendar::{KnownDays, Zone};
use redress::case::Command;
use redress::policy::PolicyDocument;
use redress::triage::ComplaintDocument;
use serde::Deserialize;
use serde_json::{Value, json};

/// The policy of the page of policy files, which has every part.
fn policy() -> Value {
    let page = std::fs::read_to_string("src/docs/policy_file.md").unwrap();
    let blocks = page.split("```toml\n").skip(1).map(|block| block.split("```").next().unwrap());
    let table: toml::Table = toml::from_str(&blocks.collect::<Vec<_>>().join("\n")).unwrap();
    let mut policy = serde_json::to_value(table).unwrap();
    // A source everywhere that has room for one.
    for path in maps(&policy) {
        let mut cited = policy.clone();
        let map = cited.pointer_mut(&path).and_then(Value::as_object_mut).unwrap();
        map.entry("citation").or_insert_with(|| json!("house rule 3"));
        if read_policy(&cited).is_ok() {
            policy = cited;
        }
    }
    policy
}

/// Where each map stands.
fn maps(value: &Value) -> Vec<String> {
    fn walk(value: &Value, path: &str, found: &mut Vec<String>) {
        match value {
            Value::Object(map) => {
                found.push(path.into());
                for (key, part) in map {
                    let key = key.replace('~', "~0").replace('/', "~1");
                    walk(part, &format!("{path}/{key}"), found);
                }
            }
            Value::Array(all) => {
                all.iter().enumerate().for_each(|(at, part)| walk(part, &format!("{path}/{at}"), found));
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    let mut found = Vec::new();
    walk(value, "", &mut found);
    found
}

fn zone(name: &str, known: KnownDays) -> Option<Zone> {
    let zone: chrono_tz::Tz = name.parse().ok()?;
    Zone::tabulate(name, &zone, known).ok()
}

fn read_policy(value: &Value) -> Result<(), String> {
    let document = <PolicyDocument as Deserialize>::deserialize(value).map_err(|error| error.to_string())?;
    document.build(zone).map(drop).map_err(|faults| faults.to_string())
}

fn roster() -> Value {
    json!({
        "revision": "2026-06",
        "holdings": [
            { "person": "anna", "role": "manager", "up-to": { "minor": 500_000, "currency": "EUR" } },
            { "person": "ben", "role": "handler", "since": "2026-01-01T00:00:00+01:00", "until": "2027-01-01T00:00:00Z" }
        ],
        "delegations": [{
            "from": "anna", "to": "ben", "role": "manager", "since": "2026-06-01T00:00:00Z",
            "until": "2026-07-01T00:00:00Z", "up-to": { "minor": 100, "currency": "EUR" }
        }],
        "systems": ["mailer"]
    })
}

fn read_roster(value: &Value) -> Result<(), String> {
    let document = <RosterDocument as Deserialize>::deserialize(value).map_err(|error| error.to_string())?;
    document.build().map(drop).map_err(|faults| faults.to_string())
}

/// Where each text stands.
fn texts(value: &Value) -> Vec<String> {
    fn walk(value: &Value, path: &str, found: &mut Vec<String>) {
        match value {
            Value::String(_) => found.push(path.into()),
            Value::Array(all) => {
                all.iter().enumerate().for_each(|(at, part)| walk(part, &format!("{path}/{at}"), found));
            }
            Value::Object(map) => {
                for (key, part) in map {
                    let key = key.replace('~', "~0").replace('/', "~1");
                    walk(part, &format!("{path}/{key}"), found);
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
    let mut found = Vec::new();
    walk(value, "", &mut found);
    found
}

/// Puts another text in a place and reads the whole.
fn with(
    document: &Value,
    path: &str,
    text: String,
    read: fn(&Value) -> Result<(), String>,
) -> Result<(), String> {
    let mut forged = document.clone();
    *forged.pointer_mut(path).unwrap() = Value::String(text);
    read(&forged)
}

/// What is not seen, or changes how the text around it is shown.
const HOSTILE: [&str; 14] = [
    "\n",
    "\r",
    "\t",
    "\0",
    "\u{1b}[2J",
    "\u{7f}",
    "\u{85}",
    "\u{2028}",
    "\u{202e}",
    "\u{2066}",
    "\u{200b}",
    "\u{ad}",
    "\u{feff}",
    "\u{e0041}",
];

/// A text with something hostile inside, at its end or before it, and one that is far too long.
fn forgeries(text: &str) -> Vec<String> {
    let (first, rest) = text.split_at(text.char_indices().nth(1).map_or(text.len(), |(at, _)| at));
    let mut all: Vec<String> = HOSTILE.iter().map(|hostile| format!("{first}{hostile}{rest}")).collect();
    all.extend([format!("{text}\n"), format!(" {text}"), format!("{text}\u{a0}"), "x".repeat(10_000_000)]);
    all
}

/// The same for a key, of which a reader knows most by heart.
fn forged_keys(key: &str) -> [String; 4] {
    let (first, rest) = key.split_at(1);
    [
        format!("{first}\u{1b}[2J{rest}"),
        format!("{first}\u{202e}{rest}"),
        format!("{key}\u{200b}"),
        "x".repeat(1_000_000),
    ]
}

/// Whether an error is of limited length and shows nothing raw.
fn check_error(path: &str, error: &str) {
    assert!(error.len() < 20_000, "{path}: an error of {} bytes", error.len());
    // Each fault has a line of its own. A value that broke one would leave its quotation open.
    if error.contains('\n') {
        assert!(error.lines().all(|line| line.matches('`').count().is_multiple_of(2)), "{path}: {error}");
    }
    let raw = error
        .chars()
        .filter(|letter| *letter != '\n')
        .find(|letter| letter.is_control() || HOSTILE[8..].contains(&letter.to_string().as_str()));
    assert_eq!(raw, None, "{path}: {error}");
}

fn refuses(document: &Value, read: fn(&Value) -> Result<(), String>) {
    refuses_but(document, read, |_, _, _| false);
}

/// Nothing hostile is taken in any place, but what a place has room for: free prose is of several lines.
fn refuses_but(document: &Value, read: fn(&Value) -> Result<(), String>, may: fn(&str, &str, &str) -> bool) {
    read(document).unwrap();
    let mut taken = BTreeSet::new();
    let mut check = |path: &str, was: &str, forged: &str, result: Result<(), String>| match result {
        Err(error) => check_error(path, &error),
        Ok(()) if may(path, was, forged) => {}
        Ok(()) => {
            taken.insert(format!("{path}: {:?}", forged.chars().take(40).collect::<String>()));
        }
    };
    for path in texts(document) {
        let text = document.pointer(&path).unwrap().as_str().unwrap().to_owned();
        for forged in forgeries(&text) {
            let result = with(document, &path, forged.clone(), read);
            check(&path, &text, &forged, result);
        }
    }
    // The keys are texts too.
    for path in maps(document) {
        let map = document.pointer(&path).unwrap().as_object().unwrap();
        for key in map.keys() {
            for forged in forged_keys(key) {
                let mut other = document.clone();
                let map = other.pointer_mut(&path).and_then(Value::as_object_mut).unwrap();
                let value = map.remove(key).unwrap();
                map.insert(forged.clone(), value);
                check(&format!("{path}/{key}"), key, &forged, read(&other));
            }
        }
    }
    assert!(taken.is_empty(), "{} taken\n{}", taken.len(), taken.into_iter().collect::<Vec<_>>().join("\n"));
}

#[test]
fn fault_a10_no_text_of_a_policy_hides_or_feigns_anything() {
    let policy = policy();
    let citations = texts(&policy).iter().filter(|path| path.ends_with("/citation")).count();
    assert!(citations > 20, "{citations}");
    // A text of a language may end with a space, as the phrases before a name do.
    refuses_but(&policy, read_policy, |path, was, forged| {
        path.starts_with("/texts/") && forged.trim() == was
    });
}

#[test]
fn fault_a10_no_text_of_a_roster_hides_or_feigns_anything() {
    refuses(&roster(), read_roster);
}

#[test]
fn fault_a10_no_text_of_a_complaint_hides_or_feigns_anything() {
    let complaint = json!({
        "id": "A-1",
        "received": "2026-03-02T10:00:00Z",
        "category": ["service", "delay"],
        "subject": "service",
        "cause": "training",
        "channel": "telephone",
        "demand": ["refund"],
        "unit": "bus-line-3",
        "staff": "mia",
        "customer": "k-17",
        "complainant-actors": ["lea"],
        "product": "P-7",
        "amount": { "minor": 100, "currency": "EUR" },
        "facts": { "minutes-late": 40 },
        "text": "The bus was late.",
    });
    let read = |value: &Value| {
        let document = <ComplaintDocument as Deserialize>::deserialize(value);
        document.map_err(|error| error.to_string())?.build().map(drop).map_err(|error| error.to_string())
    };
    // What was said is kept as it came in, whatever it is; it has a limit where a case takes it.
    refuses_but(&complaint, read, |path, _, _| path == "/text");
}

/// Every command with everything that it can carry.
fn commands() -> Vec<Value> {
    let files = std::fs::read_dir("tests/golden/case/commands").unwrap();
    let mut paths: Vec<_> = files.map(|file| file.unwrap().path()).collect();
    paths.sort();
    let read = |path: std::path::PathBuf| -> Value {
        let text = std::fs::read_to_string(path).unwrap();
        serde_json::from_str(&text).unwrap()
    };
    let forms = paths.into_iter().map(read);
    forms.flat_map(|forms| forms.as_array().unwrap().clone()).collect()
}

#[test]
fn fault_a10_no_text_of_a_command_hides_or_feigns_anything() {
    let read = |value: &Value| {
        <Command as Deserialize>::deserialize(value).map(drop).map_err(|error| error.to_string())
    };
    let commands = commands();
    assert!(commands.len() > 60, "{}", commands.len());
    for command in commands {
        refuses_but(&command, read, |path, was, forged| {
            // What was said is kept as it came in, and notes are of several lines.
            let is_note = was.contains('\n') && forged.len() <= redress::case::command::MAX_NOTE;
            path.ends_with("/text") || is_note && !HOSTILE[1..].iter().any(|hostile| forged.contains(hostile))
        });
    }
}

#[test]
fn fault_a10_codes_and_ids_have_no_look_alikes_and_texts_have_any_script() {
    // What people write and read alone; every other text is a code, an id, a date or a choice.
    const FREE: [&str; 10] =
        ["citation", "name", "names", "version", "revision", "not-set", "texts", "en", "zh-Hans", "zh-Hant"];
    let mut free = BTreeSet::new();
    for (document, read) in [(policy(), read_policy as fn(&Value) -> _), (roster(), read_roster)] {
        for path in texts(&document) {
            let text = document.pointer(&path).unwrap().as_str().unwrap();
            let key = path.split('/').rfind(|part| part.parse::<usize>().is_err()).unwrap();
            // A text of a language is free, and its key is none of the document's.
            let key = if path.starts_with("/texts/") { "texts" } else { key };
            // A Cyrillic letter that looks like a Latin one, in its place or at the end.
            let alike =
                if text.contains('a') { text.replacen('a', "\u{430}", 1) } else { format!("{text}\u{430}") };
            if with(&document, &path, alike, read).is_ok() {
                assert!(FREE.contains(&key), "{path}: {text}");
                free.insert(key.to_owned());
            }
        }
    }
    assert!(free.contains("citation") && free.contains("en") && free.contains("revision"), "{free:?}");
    // Letters of any script, joined and varied as the script wants it.
    for text in ["第三條", "правило 3", "می‌خواهم", "क्षेत्र 3", "葛󠄀城市", "❤️ rule", "naïve rule"]
    {
        let path = "/severity/rules/0/citation";
        assert_eq!(with(&policy(), path, text.into(), read_policy), Ok(()), "{text}");
    }
}

#[test]
fn fault_a10_a_reading_error_shows_no_personal_content() {
    let said = json!({ "id": "A-1", "received": "2026-03-02T10:00:00Z" });
    let read = |value: &Value| {
        <ComplaintDocument as Deserialize>::deserialize(value).map(drop).map_err(|error| error.to_string())
    };
    let secret = "Anna Huber, 139 1234 5678";
    for key in ["id", "staff", "product", "customer", "text", "amount", "facts", "no-demand"] {
        let is_text = ["id", "staff", "product", "customer", "text"].contains(&key);
        let number = is_text.then(|| json!(13_912_345_678_u64));
        for value in [json!(secret), json!([secret]), json!({ "name": secret })].into_iter().chain(number) {
            let mut forged = said.clone();
            forged[key] = value;
            let Err(error) = read(&forged) else { continue };
            assert!(
                !error.contains("Anna") && !error.contains("1234") && !error.contains("139"),
                "{key}: {error}"
            );
            assert!(error.contains(key), "{key}: {error}");
        }
    }
    let staff = roster();
    for path in ["/holdings/0/person", "/delegations/0/from", "/delegations/0/to", "/systems/0"] {
        let error = with(&staff, path, secret.into(), read_roster).unwrap_err();
        assert!(!error.contains("Anna") && !error.contains("139"), "{path}: {error}");
    }
}
