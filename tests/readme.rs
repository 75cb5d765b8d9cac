//! README shows what the programs really are and print.

use redress::calendar::{CalendarDocument, Zone};
use redress::triage::ComplaintDocument;

const README: &str = include_str!("../README.md");

#[test]
fn the_program_of_the_readme_is_the_example_due_date() {
    let example = include_str!("../examples/due_date.rs");
    let (_, program) = example.split_once("\n\n").unwrap_or_default();
    assert!(README.contains(&format!("```rust\n{program}```")));
}

#[test]
fn the_outputs_in_the_readme_are_those_of_the_examples() {
    let due_date = include_str!("../examples/expected/due_date.txt");
    assert!(README.contains(&format!("```text\n{due_date}```")));
    let explain = include_str!("../examples/expected/explain.txt");
    let shown: Vec<&str> = explain.lines().take(9).collect();
    assert!(README.contains(&format!("```text\n{}\n…\n```", shown.join("\n"))), "{}", shown.join("\n"));
}

/// The fenced blocks of a language.
fn blocks(language: &str) -> Vec<&str> {
    let fence = format!("```{language}\n");
    README.split(fence.as_str()).skip(1).filter_map(|rest| rest.split("```").next()).collect()
}

#[test]
fn the_documents_of_the_readme_are_read() -> Result<(), Box<dyn std::error::Error>> {
    let [complaint, calendar] = blocks("json")[..] else { return Err("two documents expected".into()) };
    let complaint: ComplaintDocument = serde_json::from_str(complaint)?;
    assert_eq!(complaint.build()?.categories().len(), 1);
    let calendar: CalendarDocument = serde_json::from_str(calendar)?;
    let calendar = calendar.build(|name, known| {
        let zone: chrono_tz::Tz = name.parse().ok()?;
        Zone::tabulate(name, &zone, known).ok()
    })?;
    assert!(calendar.is_working_day("2026-02-14".parse()?)?);
    Ok(())
}
