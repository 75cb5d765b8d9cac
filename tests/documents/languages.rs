//! What other languages make of stored commands and events: read and written again there, they are the same here.
//!
//! Where a language is installed it is run. What it writes is also stored, so that it is read where it is not.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::process::{Command as Process, Stdio};

use redress::case::{Command, Event};
use serde_json::{Value, json};

/// Every stored form of a command and of an event.
fn stored() -> Value {
    let all = |folder: &str| -> Vec<Value> {
        let mut paths: Vec<_> = fs::read_dir(format!("tests/golden/case/{folder}"))
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect();
        paths.sort();
        assert!(paths.len() > 40, "{folder}");
        let texts = paths.iter().map(|path| fs::read_to_string(path).unwrap());
        texts.flat_map(|text| serde_json::from_str::<Vec<Value>>(&text).unwrap()).collect()
    };
    json!({ "commands": all("commands"), "events": all("events") })
}

/// What a program makes of a text; none where it is not installed.
fn through(program: &str, arguments: &[&str], text: &str) -> Option<String> {
    let mut process = Process::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::inherit())
        .spawn()
        .ok()?;
    process.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    let done = process.wait_with_output().unwrap();
    // A name without a program behind it ends with this.
    if done.status.code() == Some(127) {
        return None;
    }
    assert!(done.status.success(), "{program} fails");
    Some(String::from_utf8(done.stdout).unwrap())
}

/// How a language writes JSON.
struct Writer {
    /// Whether an empty map becomes an empty list.
    no_empty_maps: bool,
    slash: &'static str,
    comma: &'static str,
    colon: &'static str,
}

impl Writer {
    fn text(&self, text: &str) -> String {
        let mut written = String::from("\"");
        for unit in text.encode_utf16() {
            match char::from_u32(u32::from(unit)) {
                Some('/') => written += self.slash,
                Some('"') => written += "\\\"",
                Some('\\') => written += "\\\\",
                Some('\n') => written += "\\n",
                Some(letter @ ' '..='~') => written.push(letter),
                _ => write!(written, "\\u{unit:04x}").unwrap(),
            }
        }
        written + "\""
    }

    fn value(&self, value: &Value) -> String {
        match value {
            Value::Object(entries) if entries.is_empty() && self.no_empty_maps => "[]".into(),
            Value::Object(entries) => {
                let entries = entries
                    .iter()
                    .map(|(key, value)| self.text(key) + self.colon + &self.value(value))
                    .collect::<Vec<_>>();
                format!("{{{}}}", entries.join(self.comma))
            }
            Value::Array(items) => {
                let items: Vec<String> = items.iter().map(|item| self.value(item)).collect();
                format!("[{}]", items.join(self.comma))
            }
            Value::String(text) => self.text(text),
            plain => plain.to_string(),
        }
    }
}

/// Checks what a language writes against what it is said to write, reads it, and compares it with what it was made of.
fn check(name: &str, program: &str, arguments: &[&str], writer: &Writer) {
    let stored = stored();
    let path = format!("tests/samples/languages/{name}.json");
    let expected = writer.value(&stored) + "\n";
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::create_dir_all("tests/samples/languages").unwrap();
        fs::write(&path, &expected).unwrap();
    }
    let bytes = fs::read_to_string(&path).unwrap();
    assert!(bytes == expected, "{path} is not what {name} makes of the stored forms of today");
    if let Some(written) = through(program, arguments, &serde_json::to_string(&stored).unwrap()) {
        for (written, said) in written.split("},").zip(bytes.split("},")) {
            assert_eq!(written.trim_end(), said.trim_end(), "{name}");
        }
    }
    let read: Value = serde_json::from_str(&bytes).unwrap();
    let pairs = |key: &str| {
        let (one, other) = (stored[key].as_array().unwrap(), read[key].as_array().unwrap());
        assert_eq!(one.len(), other.len());
        one.clone().into_iter().zip(other.clone())
    };
    for (before, after) in pairs("commands") {
        let command = |value: Value| serde_json::from_value::<Command>(value).unwrap();
        assert_eq!(command(before), command(after));
    }
    for (before, after) in pairs("events") {
        let event = |value: Value| serde_json::from_value::<Event>(value).unwrap();
        assert_eq!(event(before), event(after));
    }
}

#[test]
fn commands_and_events_go_through_python() {
    let program = "import json, sys; json.dump(json.load(sys.stdin), sys.stdout)";
    let writer = Writer { no_empty_maps: false, slash: "/", comma: ", ", colon: ": " };
    check("python", "python3", &["-c", program], &writer);
}

#[test]
fn commands_and_events_go_through_php() {
    let program = "echo json_encode(json_decode(stream_get_contents(STDIN), true));";
    let writer = Writer { no_empty_maps: true, slash: "\\/", comma: ",", colon: ":" };
    check("php", "php", &["-r", program], &writer);
}
