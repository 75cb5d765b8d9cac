//! The page of operations: every operation, with a request and its answer.

use std::fmt::Write as _;
use std::{env, fs};

use redress::wire::Session;
use serde_json::{Value, json};

use crate::door::{calendar, policy, roster};

const PAGE: &str = "src/docs/wire.md";
const TEMPLATE: &str = include_str!("page.md");

/// The longest line of JSON on the page.
const WIDTH: usize = 110;

/// Writes JSON with each list and each map on one line, if it fits.
fn laid_out(value: &Value, indent: usize, used: usize) -> String {
    let flat = spaced(value);
    if indent + used + flat.len() <= WIDTH {
        return flat;
    }
    let (open, close, lines): (_, _, Vec<String>) = match value {
        Value::Array(items) => ('[', ']', items.iter().map(|item| laid_out(item, indent + 2, 1)).collect()),
        Value::Object(entries) => {
            let entry = |(key, value): (&String, &Value)| {
                let key = format!("{}: ", json!(key));
                format!("{key}{}", laid_out(value, indent + 2, key.len() + 1))
            };
            ('{', '}', entries.iter().map(entry).collect())
        }
        _ => return flat,
    };
    let pad = " ".repeat(indent + 2);
    format!("{open}\n{pad}{}\n{}{close}", lines.join(&format!(",\n{pad}")), " ".repeat(indent))
}

fn spaced(value: &Value) -> String {
    match value {
        Value::Array(items) => format!("[{}]", items.iter().map(spaced).collect::<Vec<_>>().join(", ")),
        Value::Object(entries) => {
            let entries = entries.iter().map(|(key, value)| format!("{}: {}", json!(key), spaced(value)));
            format!("{{{}}}", entries.collect::<Vec<_>>().join(", "))
        }
        other => other.to_string(),
    }
}

/// Puts the documents of the page, and the events that were stored so far, in the place of their names.
fn filled(value: &mut Value, events: &[Value]) {
    match value {
        Value::String(name) if name == "$calendar" => *value = calendar(),
        Value::String(name) if name == "$policy" => *value = policy(),
        Value::String(name) if name == "$roster" => *value = roster(),
        Value::String(name) if name == "$case" => *value = json!({"events": events}),
        Value::Array(items) => items.iter_mut().for_each(|item| filled(item, events)),
        Value::Object(entries) => entries.values_mut().for_each(|item| filled(item, events)),
        _ => {}
    }
}

/// Puts the number of stored events in the place of its name.
fn counted(value: &mut Value, events: usize) {
    match value {
        Value::String(name) if name == "$revision" => *value = json!(events),
        Value::Object(entries) => entries.values_mut().for_each(|item| counted(item, events)),
        _ => {}
    }
}

/// Answers the requests of the template one after the other, in one session.
fn page() -> String {
    let (mut session, mut events) = (Session::new(), Vec::new());
    let mut page = String::new();
    for (number, part) in TEMPLATE.split("```json\n").enumerate() {
        let (request, rest) = if number == 0 { ("", part) } else { part.split_once("```\n").unwrap() };
        if number > 0 {
            let mut request: Value = serde_json::from_str(request).unwrap();
            counted(&mut request, events.len());
            // Only the events that are needed to follow the page are shown twice.
            let shown = laid_out(&request, 0, 0);
            filled(&mut request, &events);
            let shown =
                if shown.contains("$calendar") || shown.contains("$policy") || shown.contains("$roster") {
                    laid_out(&request, 0, 0)
                } else {
                    shown
                };
            let reply: Value = serde_json::from_str(&session.call(&request.to_string())).unwrap();
            assert_eq!(reply.get("error"), None, "{request}");
            if ["open", "decide"].iter().any(|call| request["call"] == *call) {
                events.extend(reply["answer"]["events"].as_array().unwrap().iter().cloned());
            }
            let reply = laid_out(&reply, 0, 0);
            write!(page, "```json\n{shown}\n```\n\n```json\n{reply}\n```\n").unwrap();
        }
        page += rest;
    }
    page
}

#[test]
fn the_page_shows_every_operation_with_its_answer() {
    let page = page();
    if env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(PAGE, page).unwrap();
    } else {
        assert!(
            fs::read_to_string(PAGE).unwrap() == page,
            "{PAGE} is stale; run this test with UPDATE_GOLDEN=1"
        );
    }
}

#[test]
fn the_page_describes_the_operations_in_their_order() {
    let heads = TEMPLATE.lines().filter_map(|line| line.strip_prefix("## `")?.strip_suffix('`'));
    assert_eq!(heads.collect::<Vec<_>>(), Session::operations().collect::<Vec<_>>());
    for section in TEMPLATE.split("## `").skip(1) {
        let (name, rest) = section.split_once('`').unwrap();
        assert!(rest.contains(&format!("\"call\": \"{name}\"")), "{name} has no request");
    }
}
