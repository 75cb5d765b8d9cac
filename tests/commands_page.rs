//! The page of every command as it is stored, made from the table of commands and the golden forms.
//!
//! `UPDATE_GOLDEN=1 cargo test commands_page::` rewrites `src/docs/commands.md`.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::{env, fs};

use redress::case::{Command, Request};
use serde_json::Value;

const PAGE: &str = "src/docs/commands.md";
const FORMS: &str = "tests/golden/case/commands";

/// A command of the table: its name, what it carries, and what it is for.
struct Row {
    name: String,
    event: String,
    payload: Option<String>,
    meaning: String,
}

fn kebab(name: &str) -> String {
    let mut text = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !text.is_empty() {
            text.push('-');
        }
        text.extend(letter.to_lowercase());
    }
    text
}

/// The rows between `commands {` and `consequences {`.
fn table() -> Vec<Row> {
    let source = fs::read_to_string("src/case/deed.rs").unwrap();
    let (_, behind) = source.split_once("\n    commands {\n").unwrap();
    let (rows, _) = behind.split_once("\n    }\n").unwrap();
    let mut meaning = Vec::new();
    let mut table = Vec::new();
    for line in rows.lines().map(str::trim) {
        if let Some(text) = line.strip_prefix("/// ") {
            meaning.push(text.to_owned());
            continue;
        }
        let (name, event) = line.trim_end_matches(';').split_once(" / ").unwrap();
        let (event, payload) = match event.trim_end_matches(')').split_once('(') {
            Some((event, payload)) => (event, Some(payload.to_owned())),
            None => (event, None),
        };
        let meaning = core::mem::take(&mut meaning).join(" ");
        table.push(Row { name: name.to_owned(), event: event.to_owned(), payload, meaning });
    }
    table
}

/// The stored forms of a command: with everything that it can carry, and with as little as it may.
fn forms(name: &str) -> Vec<Value> {
    let text = fs::read_to_string(format!("{FORMS}/{}.json", kebab(name))).unwrap();
    let mut forms: Vec<Value> = serde_json::from_str(&text).unwrap();
    forms.dedup();
    forms
}

/// The room of `case` whose front shows a record.
fn room(payload: &str) -> &'static str {
    let shows = |room: &&str| {
        let front = fs::read_to_string(format!("src/case/{room}/mod.rs")).unwrap();
        front.split(|letter: char| !letter.is_alphanumeric()).any(|word| word == payload)
    };
    ["approval", "command", "track"].into_iter().find(shows).unwrap()
}

fn page() -> String {
    let table = table();
    let request = fs::read_to_string("tests/golden/case/request.json").unwrap();
    let mut page = format!(
        "Every command as JSON: with everything that it can carry and, if that differs, with only what it must carry.\n\n\
         A command comes in a [`Request`](crate::case::Request), with its id, the revision of the case that its sender \
         saw,\nthe sender, and the time. [`Office::decide`](crate::case::Office::decide) answers with events, which a host \
         stores as they are,\nor with a [`Refusal`](crate::case::Refusal).\n\n```json\n{}\n```\n\n\
         | command | event | what it says |\n|---|---|---|\n",
        request.trim_end()
    );
    for row in &table {
        let code = kebab(&row.name);
        let event = kebab(&row.event);
        writeln!(page, "| [`{code}`](#{code}) | `{event}` | {} |", row.meaning).unwrap();
    }
    for row in &table {
        let name = &row.name;
        write!(page, "\n### {}\n\n{}", kebab(name), row.meaning).unwrap();
        if let Some(payload) = &row.payload {
            write!(page, " It carries [`{payload}`](crate::case::{}::{payload}).", room(payload)).unwrap();
        }
        page.push('\n');
        for form in forms(name) {
            write!(page, "\n```json\n{}\n```\n", serde_json::to_string_pretty(&form).unwrap()).unwrap();
        }
    }
    page
}

#[test]
fn the_page_shows_every_command() {
    let written = page();
    if env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(PAGE, written).unwrap();
        return;
    }
    for (stored, written) in fs::read_to_string(PAGE).unwrap().lines().zip(written.lines()) {
        assert_eq!(stored, written, "{PAGE}");
    }
    assert_eq!(fs::read_to_string(PAGE).unwrap(), written, "{PAGE}");
}

#[test]
fn every_form_on_the_page_is_read_as_its_command() {
    for row in table() {
        for form in forms(&row.name) {
            let command: Command = serde_json::from_value(form).unwrap();
            assert_eq!(kebab(&row.name), command.action().to_string());
        }
    }
    let request = fs::read_to_string("tests/golden/case/request.json").unwrap();
    serde_json::from_str::<Request>(&request).unwrap();
}

#[test]
fn every_stored_form_has_its_row() {
    let named: BTreeSet<String> = table().iter().map(|row| format!("{}.json", kebab(&row.name))).collect();
    let stored = fs::read_dir(FORMS).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    assert_eq!(stored.collect::<BTreeSet<_>>(), named);
}
