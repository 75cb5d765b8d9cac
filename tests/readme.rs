//! README and the guide show what the programs really are and print.

use redress::calendar::{CalendarDocument, Zone};
use redress::policy::{Policy, PolicyDocument, Routing, SeverityRules};
use redress::triage::{Complaint, ComplaintDocument, History, triage};
use redress::vocab::{Locale, Severity};

const README: &str = include_str!("../README.md");

/// A page of the guide.
macro_rules! page {
    ($name:literal) => {
        include_str!(concat!("../src/guide/", $name, ".md"))
    };
}

const APPROVAL: &str = page!("approval");
const CASES: &str = page!("cases");
const DEADLINES: &str = page!("deadlines");
const EXPLAINING: &str = page!("explaining");
const OWN_WORDS: &str = page!("own_words");
const POLICY_FILE: &str = page!("policy_file");
const SEVERITY_AND_ROUTING: &str = page!("severity_and_routing");
const YOUR_DATA: &str = page!("your_data");

#[test]
fn the_program_of_the_readme_is_the_example_due_date() {
    let example = include_str!("../examples/due_date.rs");
    let (_, program) = example.split_once("\n\n").unwrap_or_default();
    assert!(README.contains(&format!("```rust\n{program}```")));
}

#[test]
fn the_program_of_the_readme_has_at_most_fifteen_lines() {
    let program = blocks(README, "rust").first().copied().unwrap_or_default();
    let lines = program.lines().filter(|line| !line.is_empty()).count();
    assert!((1..=15).contains(&lines), "{lines}");
}

#[test]
fn the_timeline_of_the_guide_is_that_of_the_example_next_step() {
    let printed = include_str!("../examples/expected/next_step.txt");
    // A refusal comes first; the guide shows its code.
    let (_, timeline) = printed.split_once("\n\n").unwrap_or_default();
    assert!(timeline.starts_with("Case A-17"));
    assert!(CASES.contains(&format!("```text\n{timeline}```")));
}

#[test]
fn the_outputs_in_the_readme_are_those_of_the_examples() {
    let due_date = include_str!("../examples/expected/due_date.txt");
    assert!(README.contains(&format!("```text\n{due_date}```")));
    let explain = include_str!("../examples/expected/explain.txt");
    let shown: Vec<&str> = explain.lines().take(9).collect();
    assert!(README.contains(&format!("```text\n{}\n…\n```", shown.join("\n"))), "{}", shown.join("\n"));
}

#[test]
fn the_outputs_in_the_guide_are_those_of_the_examples() {
    let recurrence = include_str!("../examples/expected/explain_recurrence.txt");
    assert!(EXPLAINING.contains(&format!("```text\n{recurrence}```")));
    let words = include_str!("../examples/expected/policy_desk.txt");
    let shown: Vec<&str> = words.lines().skip_while(|line| *line != "Clocks").take(4).collect();
    let shown = shown.join("\n");
    assert!(POLICY_FILE.contains(&format!("```text\n{shown}\n    …\n```")), "{shown}");
}

/// Every relative link of README leads to a file.
#[test]
fn the_links_of_the_readme_lead_somewhere() {
    let links = README.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let links: Vec<&str> = links.collect();
    assert!(links.len() > 12);
    for link in links {
        assert!(std::path::Path::new(link).exists(), "{link}");
    }
}

/// Every page of the guide is on the table of README and of the guide itself, and leads to the next one.
#[test]
fn no_page_of_the_guide_is_left_out() -> Result<(), Box<dyn std::error::Error>> {
    let front = include_str!("../src/guide/mod.rs");
    let mut names = Vec::new();
    for entry in std::fs::read_dir("src/guide")? {
        let name = entry?.file_name().into_string().map_err(|_| "a name that is no text")?;
        names.extend(name.strip_suffix(".md").map(str::to_owned));
    }
    assert!(names.len() >= 12);
    for name in &names {
        assert!(README.contains(&format!("](src/guide/{name}.md)")), "{name}");
        assert!(
            front.contains(&format!("[`{name}`]")) && front.contains(&format!("pub mod {name} {{}}")),
            "{name}"
        );
        let page = std::fs::read_to_string(format!("src/guide/{name}.md"))?;
        let next = page.trim_end().lines().last().unwrap_or_default();
        assert!(next.contains("(crate::guide"), "{name}: {next}");
    }
    Ok(())
}

/// The fenced blocks of a language on a page.
fn blocks(page: &'static str, language: &str) -> Vec<&'static str> {
    let fence = format!("```{language}\n");
    page.split(fence.as_str()).skip(1).filter_map(|rest| rest.split("```").next()).collect()
}

#[test]
fn the_documents_of_the_guide_are_read() -> Result<(), Box<dyn std::error::Error>> {
    let ([complaint], [calendar]) = (&blocks(YOUR_DATA, "json")[..], &blocks(DEADLINES, "json")[..]) else {
        return Err("a complaint and a calendar expected".into());
    };
    let [severity, routing] = blocks(SEVERITY_AND_ROUTING, "json")[..] else {
        return Err("rules and a table expected".into());
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
        Policy::builder("of the guide").version("1").calendar(calendar).severity(severity).routing(routing);
    assert!(policy.build()?.looks_at_history());
    let repeat = r#"{"levels": ["general"], "rules": [{"rule": "r", "level": "general",
        "when": {"all": [{"fact": "minutes-late"}, {"repeat": {}}]}}]}"#;
    let error = serde_json::from_str::<SeverityRules>(repeat).unwrap_err().to_string();
    assert!(error.starts_with("rules[0]: when: all[1]: key `repeat` is unknown, expected "), "{error}");
    Ok(())
}

#[test]
fn the_policy_of_the_guide_is_proved() -> Result<(), Box<dyn std::error::Error>> {
    let written = blocks(POLICY_FILE, "toml").first().copied().ok_or("no policy")?;
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
fn the_approvals_of_the_guide_are_proved() -> Result<(), Box<dyn std::error::Error>> {
    let approvals = blocks(APPROVAL, "toml").first().copied().ok_or("no approvals")?;
    let (head, rest) = blocks(POLICY_FILE, "toml")
        .first()
        .and_then(|policy| policy.split_once("[track]"))
        .ok_or("no track")?;
    assert!(rest.contains("[[approvals]]"));
    let document: PolicyDocument = toml::from_str(&format!("{head}{approvals}"))?;
    let policy = document.build(|name, known| Zone::iana(name, known).ok())?;
    assert_eq!(policy.approvals().chains().len(), 3);
    Ok(())
}

#[test]
fn the_columns_of_the_guide_are_one_table() -> Result<(), Box<dyn std::error::Error>> {
    let columns = blocks(YOUR_DATA, "toml").first().copied().ok_or("no columns")?;
    let table: toml::Table = toml::from_str(columns)?;
    assert_eq!(table.keys().collect::<Vec<_>>(), ["columns"]);
    assert!(table["columns"].get("values").is_some());
    Ok(())
}

#[test]
fn the_own_words_of_the_guide_are_declared_labelled_and_used() -> Result<(), Box<dyn std::error::Error>> {
    let words = blocks(OWN_WORDS, "toml").first().copied().ok_or("no words")?;
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
