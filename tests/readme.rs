//! README shows what the programs really are and print.

use redress::calendar::{CalendarDocument, Zone};
use redress::policy::{Policy, PolicyDocument, Routing, SeverityRules};
use redress::triage::{Complaint, ComplaintDocument, History, triage};
use redress::vocab::{Locale, Severity};

const README: &str = include_str!("../README.md");

#[test]
fn the_program_of_the_readme_is_the_example_due_date() {
    let example = include_str!("../examples/due_date.rs");
    let (_, program) = example.split_once("\n\n").unwrap_or_default();
    assert!(README.contains(&format!("```rust\n{program}```")));
}

#[test]
fn the_program_of_a_case_is_the_example_next_step() {
    let example = include_str!("../examples/next_step.rs");
    let (_, program) = example.split_once("\n\n").unwrap_or_default();
    assert!(README.contains(&format!("```rust\n{program}```")));
    let printed = include_str!("../examples/expected/next_step.txt");
    assert!(README.contains(&format!("```text\n{printed}```")));
}

#[test]
fn the_outputs_in_the_readme_are_those_of_the_examples() {
    let due_date = include_str!("../examples/expected/due_date.txt");
    assert!(README.contains(&format!("```text\n{due_date}```")));
    let explain = include_str!("../examples/expected/explain.txt");
    let shown: Vec<&str> = explain.lines().take(9).collect();
    assert!(README.contains(&format!("```text\n{}\n…\n```", shown.join("\n"))), "{}", shown.join("\n"));
    let recurrence = include_str!("../examples/expected/explain_recurrence.txt");
    assert!(README.contains(&format!("```text\n{recurrence}```")));
}

/// The fenced blocks of a language.
fn blocks(language: &str) -> Vec<&str> {
    let fence = format!("```{language}\n");
    README.split(fence.as_str()).skip(1).filter_map(|rest| rest.split("```").next()).collect()
}

#[test]
fn the_documents_of_the_readme_are_read() -> Result<(), Box<dyn std::error::Error>> {
    let [complaint, calendar, severity, routing] = blocks("json")[..] else {
        return Err("four documents expected".into());
    };
    let complaint: ComplaintDocument = serde_json::from_str(complaint)?;
    assert_eq!(complaint.build()?.categories().len(), 1);
    let calendar: CalendarDocument = serde_json::from_str(calendar)?;
    let calendar = calendar.build(|name, known| {
        let zone: chrono_tz::Tz = name.parse().ok()?;
        Zone::tabulate(name, &zone, known).ok()
    })?;
    assert!(calendar.is_working_day("2026-02-14".parse()?)?);
    let severity: SeverityRules = serde_json::from_str(severity)?;
    let routing: Routing = serde_json::from_str(routing)?;
    let policy =
        Policy::builder("of the readme").version("1").calendar(calendar).severity(severity).routing(routing);
    assert!(policy.build()?.looks_at_history());
    let repeat = r#"{"levels": ["general"], "rules": [{"rule": "r", "level": "general",
        "when": {"all": [{"fact": "minutes-late"}, {"repeat": {}}]}}]}"#;
    let error = serde_json::from_str::<SeverityRules>(repeat).unwrap_err().to_string();
    assert!(error.starts_with("rules[0]: when: all[1]: key `repeat` is unknown, expected "), "{error}");
    Ok(())
}

#[test]
fn the_policy_of_the_readme_is_proved() -> Result<(), Box<dyn std::error::Error>> {
    let written = blocks("toml").into_iter().find(|block| block.contains("[[clocks]]")).ok_or("no policy")?;
    let document: PolicyDocument = toml::from_str(written)?;
    let policy = document.build(|name, known| {
        let zone: chrono_tz::Tz = name.parse().ok()?;
        Zone::tabulate(name, &zone, known).ok()
    })?;
    assert_eq!(policy.approvals().chains().len(), 2);
    assert!(policy.track().consent());
    assert_eq!(
        PolicyDocument::of(&policy).build(|_, _| Some(policy.calendar().zone().clone()))?.clocks().len(),
        1
    );
    Ok(())
}

#[test]
fn the_own_words_of_the_readme_are_declared_labelled_and_used() -> Result<(), Box<dyn std::error::Error>> {
    let words = blocks("toml").into_iter().find(|block| block.starts_with("words = [")).ok_or("no words")?;
    assert_eq!(words.lines().filter(|line| !line.starts_with(']')).count(), 9);
    let calendar = r#"
        [calendar]
        name = "quay"
        revision = "1"
        zone = "Europe/Berlin"
        first = "2026-01-01"
        last = "2026-12-31"
        week = { sat = ["09:00-17:00"] }"#;
    let written = format!("name = \"ferry\"\nversion = \"1\"\n{words}{calendar}");
    let document: PolicyDocument = toml::from_str(&written)?;
    let policy = document.build(|name, known| {
        let zone: chrono_tz::Tz = name.parse().ok()?;
        Zone::tabulate(name, &zone, known).ok()
    })?;
    let category = "ferry:dog-on-deck".parse()?;
    assert_eq!(policy.labels().label(&category, Locale::ZhHans), "甲板上的狗");
    let bitten = Complaint::new("F-1".parse()?, "2026-04-02T10:00:00+02:00".parse()?)
        .with_category(category)
        .with_fact("ferry:bites".parse()?, 1);
    let triaged = triage(&policy, &bitten, &History::none())?;
    assert_eq!(triaged.severity().and_then(|found| found.level().severity()), Some(Severity::Serious));
    assert_eq!(triaged.department(), Some("ferry:crew".parse()?));
    assert_eq!(triaged.role(), Some("ferry:purser".parse()?));
    let misspelt = written.replace("fact = \"ferry:bites\", at", "fact = \"ferry:bite\", at");
    let document: PolicyDocument = toml::from_str(&misspelt)?;
    let zone = policy.calendar().zone().clone();
    let refused = document.build(|_, _| Some(zone.clone())).unwrap_err().to_string();
    assert!(
        refused.contains("fact `ferry:bite` is not declared in the taxonomy, expected one of"),
        "{refused}"
    );
    Ok(())
}
