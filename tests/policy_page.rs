//! The page of the policy file: its examples are one policy, and every key of the document has its row.

#![expect(clippy::indexing_slicing, clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use redress::calendar::{KnownDays, Zone};
use redress::policy::condition::RecurrenceKey;
use redress::policy::routing::{HitPolicy, RoutingGaps};
use redress::policy::severity::SeverityGaps;
use redress::policy::{Policy, PolicyDocument};
use redress::render::Renderer;
use redress::vocab::course::{ApprovalAct, DecisionKind};
use redress::vocab::{Act, FormField, Input, Locale, Severity};
use sources::sources;

use crate::sources;

const PAGE: &str = "src/docs/policy_file.md";

/// Each section of the page with a table of keys, and the struct that reads them.
const SECTIONS: [(&str, &str, &str); 52] = [
    ("Top level", "policy/document/policy.rs", "PolicyDocument"),
    ("Amount of money", "vocab/money.rs", "Money"),
    ("Calendar", "calendar/document/mod.rs", "CalendarDocument"),
    ("Local times", "calendar/document/mod.rs", "LocalTimesDocument"),
    ("Week", "calendar/document/week.rs", "WeekDocument"),
    ("Holidays", "calendar/document/days.rs", "PeriodDocument"),
    ("Recurring holidays", "calendar/document/recurring.rs", "RecurringDocument"),
    ("Days with hours", "calendar/document/days.rs", "DayDocument"),
    ("Special hours", "calendar/document/days.rs", "SpecialHoursDocument"),
    ("Words", "policy/document/words.rs", "WordDocument"),
    ("Facets", "policy/document/words.rs", "FacetDocument"),
    ("Only", "policy/document/words.rs", "OnlyDocument"),
    ("Repetition", "policy/document/condition.rs", "RecurrenceDocument"),
    ("Window", "policy/document/condition.rs", "WindowDocument"),
    ("Severity", "policy/document/severity.rs", "TableDocument"),
    ("Severity rule", "policy/document/severity.rs", "RuleDocument"),
    ("Severity escalation", "policy/document/severity.rs", "EscalationDocument"),
    ("Severity mark", "policy/document/severity.rs", "MarkDocument"),
    ("Ratings", "policy/document/rules.rs", "RatingDocument"),
    ("Rating rule", "policy/document/rules.rs", "RatingRuleDocument"),
    ("Rating mark", "policy/document/rules.rs", "MarkingDocument"),
    ("Marks", "policy/severity/mark_rule.rs", "MarkRule"),
    ("Requirements", "policy/track/requirement.rs", "Requirement"),
    ("Routing", "policy/document/routing.rs", "TableDocument"),
    ("Row", "policy/document/routing.rs", "RowDocument"),
    ("Cell", "policy/document/routing.rs", "TestMap"),
    ("Clocks", "policy/document/clock.rs", "RuleDocument"),
    ("Target", "policy/clock/target.rs", "Target"),
    ("Late entry", "policy/document/late_entry.rs", "LateEntryDocument"),
    ("Pause", "deadline/pause.rs", "PauseRule"),
    ("Limit", "policy/document/pause.rs", "FullLimit"),
    ("Extension", "policy/document/pause.rs", "ExtensionDocument"),
    ("Amount of time", "policy/document/pause.rs", "CountDocument"),
    ("Warning", "policy/document/clock.rs", "WarningDocument"),
    ("Escalation step", "policy/document/clock.rs", "RungDocument"),
    ("Delay", "policy/document/delay.rs", "DelayDocument"),
    ("Deadlines", "policy/document/term.rs", "DeadlineDocument"),
    ("Cut-off", "policy/document/term.rs", "CutoffDocument"),
    ("End", "policy/document/term.rs", "FullEnd"),
    ("Roll", "policy/document/term.rs", "FullRoll"),
    ("Forced closure", "policy/track/forced_closure.rs", "ForcedClosure"),
    ("Track", "policy/track/course.rs", "Track"),
    ("Follow-up", "policy/track/course.rs", "FollowUpRule"),
    ("Permit", "policy/track/course.rs", "Permit"),
    ("Conduct", "policy/track/conduct.rs", "Conduct"),
    ("People", "policy/track/people.rs", "PeopleRules"),
    ("Approvals", "policy/document/approvals.rs", "ChainDocument"),
    ("Step", "policy/document/approvals.rs", "StepDocument"),
    ("Forms", "policy/record/form.rs", "Form"),
    ("Reports", "policy/record/report_rule.rs", "ReportRule"),
    ("Book", "policy/document/book.rs", "PolicyBookDocument"),
    ("Valid policy", "policy/document/book.rs", "ValidityDocument"),
];

/// Structs of the same files that are no part of a policy file.
const ELSEWHERE: [&str; 6] =
    ["PolicyVersion", "ClockDocument", "ChangeDocument", "PolicyContent", "CoveredCalendars", "DaysDocument"];

/// A key as the source has it.
#[derive(Debug)]
struct Field {
    key: String,
    of: String,
    required: bool,
}

/// A row of a table of keys.
struct Row {
    line: String,
    default: String,
}

/// Every source with its path below `src`.
fn files() -> impl Iterator<Item = (String, String)> {
    sources(Path::new("src")).into_iter().map(|path| {
        let short = path.strip_prefix("src").unwrap().to_str().unwrap().replace('\\', "/");
        (short, fs::read_to_string(path).unwrap())
    })
}

fn page() -> String {
    fs::read_to_string(PAGE).unwrap()
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

/// The structs of a source that refuse unknown keys, with their fields.
fn structs(source: &str) -> BTreeMap<String, Vec<Field>> {
    let mut found = BTreeMap::new();
    let (mut attributes, mut fields) = (String::new(), Vec::new());
    // The struct whose fields are read: its name, whether its keys have hyphens, whether all may be left out.
    let mut open: Option<(String, bool, bool)> = None;
    // Whether the lines belong to an attribute of several lines.
    let mut within = false;
    for line in source.lines() {
        let text = line.trim();
        if text.is_empty() {
            attributes.clear();
        } else if within || text.starts_with("#[") {
            attributes.push_str(text);
            within = !text.ends_with(']');
        } else if text.starts_with("//") {
            // A comment may stand between an attribute and its item.
        } else if line == "}" {
            let read = core::mem::take(&mut fields);
            found.extend(open.take().map(|(name, ..)| (name, read)));
            attributes.clear();
        } else if let Some((_, kebab, lenient)) = &open {
            fields.push(field(text, &attributes, *kebab, *lenient));
            attributes.clear();
        } else if let Some((_, behind)) = text.split_once("struct ")
            && text.ends_with(" {")
            && attributes.contains("deny_unknown_fields")
        {
            let name = behind.trim_end_matches(" {").to_owned();
            let lenient = words(&attributes).any(|word| word == "default");
            open = Some((name, attributes.contains("rename_all = \"kebab-case\""), lenient));
            attributes.clear();
        } else {
            attributes.clear();
        }
    }
    found
}

fn texts<T: ToString>(all: &[T]) -> Vec<String> {
    all.iter().map(ToString::to_string).collect()
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|character: char| !character.is_alphanumeric() && character != '_')
}

fn field(text: &str, attributes: &str, kebab: bool, lenient: bool) -> Field {
    let (name, of) = text.split_once(": ").unwrap();
    let name = name.rsplit(' ').next().unwrap();
    let renamed = attributes.split_once("rename = \"").map(|(_, behind)| behind.split('"').next().unwrap());
    let key = match renamed {
        Some(renamed) => renamed.to_owned(),
        None if kebab => name.replace('_', "-"),
        None => name.to_owned(),
    };
    let required = !lenient && words(attributes).all(|word| word != "default");
    Field { key, of: of.trim_end_matches(',').to_owned(), required }
}

/// The texts of the choices that a key may have, by the type of its field: the default is the first.
fn choices() -> BTreeMap<String, Vec<String>> {
    let mut found = BTreeMap::new();
    for (_, text) in files() {
        for choice in text.split("\ntext_enum!(").skip(1) {
            let (name, behind) = choice.split_once(" = ").unwrap();
            let (_, rows) = behind.split_once('{').unwrap();
            let (rows, _) = rows.split_once("});").unwrap();
            let mut texts: Vec<String> = rows.split('"').skip(1).step_by(2).map(Into::into).collect();
            let body = text.split_once(&format!("enum {name} {{\n")).unwrap().1.split_once("\n}").unwrap().0;
            if let Some((_, behind)) = body.split_once("#[default]\n") {
                let usual = kebab(behind.trim_start().split(',').next().unwrap());
                let place = texts.iter().position(|text| *text == usual).unwrap();
                texts[..=place].rotate_right(1);
            }
            found.insert(name.to_owned(), texts);
        }
        if let Some((_, behind)) = text.split_once("pub enum Cadence {\n") {
            let (body, _) = behind.split_once("\n}").unwrap();
            let lines = body.lines().map(str::trim).filter(|line| !line.starts_with(['/', '#']));
            let variants = lines.map(|line| kebab(line.split(['(', ',']).next().unwrap()));
            found.insert("Cadence".to_owned(), variants.collect());
        }
    }
    found
}

/// The rows of the tables of keys, by the heading they stand under.
fn tables() -> BTreeMap<String, BTreeMap<String, Row>> {
    let mut tables: BTreeMap<String, BTreeMap<String, Row>> = BTreeMap::new();
    let (mut heading, mut inside, mut fenced) = (String::new(), false, false);
    for line in page().lines() {
        fenced ^= line.starts_with("```");
        if fenced {
            continue;
        }
        if let Some(text) = line.strip_prefix("## ").or(line.strip_prefix("### ")) {
            text.clone_into(&mut heading);
        }
        if line == "| key | value | default | meaning |" {
            inside = true;
            assert!(!tables.contains_key(&heading), "`{heading}` has two tables of keys");
            tables.insert(heading.clone(), BTreeMap::new());
        } else if !line.starts_with('|') {
            inside = false;
        } else if inside && line != "|---|---|---|---|" {
            let cells: Vec<&str> = line.split('|').map(str::trim).collect();
            assert_eq!(cells.len(), 6, "{line}");
            assert!(cells[1..5].iter().all(|cell| !cell.is_empty()), "{line}");
            let row = Row { line: line.to_owned(), default: cells[3].to_owned() };
            let key = cells[1].trim_matches('`').to_owned();
            assert!(
                tables.get_mut(&heading).unwrap().insert(key, row).is_none(),
                "`{heading}` twice: {line}"
            );
        }
    }
    tables
}

/// The keys that a condition is read by beside the names of inputs.
fn keys_of_conditions() -> BTreeSet<String> {
    let source = fs::read_to_string("src/policy/document/condition.rs").unwrap();
    let (_, reader) = source.split_once("match key.as_str() {").unwrap();
    let (arms, _) = reader.split_once("other => ").unwrap();
    let arms = arms.lines().filter_map(|line| line.trim().strip_prefix('"')?.split_once("\" =>"));
    arms.map(|(key, _)| key.to_owned()).collect()
}

fn examples() -> String {
    let page = page();
    let blocks = page.split("```toml\n").skip(1).map(|block| block.split("```").next().unwrap());
    blocks.collect::<Vec<_>>().join("\n")
}

fn zone(name: &str, known: KnownDays) -> Option<Zone> {
    let zone: chrono_tz::Tz = name.parse().ok()?;
    Zone::tabulate(name, &zone, known).ok()
}

#[test]
fn the_examples_are_one_policy() {
    let document: PolicyDocument = toml::from_str(&examples()).unwrap_or_else(|error| panic!("{error}"));
    let table: toml::Table = toml::from_str(&examples()).unwrap();
    let json = serde_json::to_string(&table).unwrap();
    assert_eq!(
        serde_json::from_str::<PolicyDocument>(&json).unwrap(),
        document,
        "a key of TOML is one of JSON"
    );
    let policy = document.build(zone).unwrap_or_else(|faults| panic!("{faults}"));
    let written = PolicyDocument::of(&policy);
    let json = serde_json::to_string(&written).unwrap();
    assert_eq!(serde_json::from_str::<PolicyDocument>(&json).unwrap(), written);
    assert_eq!(PolicyDocument::of(&written.build(zone).unwrap()), written);
}

#[test]
fn the_examples_have_every_part() {
    let read: toml::Table = toml::from_str(&examples()).unwrap();
    let parts: BTreeSet<&str> = read.keys().map(String::as_str).collect();
    let tables = tables();
    let named: BTreeSet<&str> = tables["Top level"].keys().map(String::as_str).collect();
    assert_eq!(parts, named);
}

#[test]
fn every_key_has_its_row_and_every_row_its_key() {
    let tables = tables();
    for (heading, file, name) in SECTIONS {
        let source = fs::read_to_string(format!("src/{file}")).unwrap();
        let structs = structs(&source);
        let fields = structs.get(name).unwrap_or_else(|| panic!("no `{name}` in {file}"));
        let table = tables.get(heading).unwrap_or_else(|| panic!("no table under `{heading}`"));
        let keys: BTreeSet<&String> = fields.iter().map(|field| &field.key).collect();
        assert_eq!(table.keys().collect::<BTreeSet<_>>(), keys, "{heading}: {name} in {file}");
        for field in fields {
            let says = table[&field.key].default.starts_with("**required**");
            assert_eq!(says, field.required, "{heading}: `{}`", field.key);
        }
    }
    let conditions: BTreeSet<String> = tables["Conditions"].keys().cloned().collect();
    let (inputs, others): (BTreeSet<String>, BTreeSet<String>) =
        conditions.into_iter().partition(|key| key.parse::<Input>().is_ok());
    assert_eq!(others, keys_of_conditions());
    assert!(inputs.len() > 10, "{inputs:?}");
    assert_eq!(tables.len(), SECTIONS.len() + 1, "a table of keys that nothing reads");
}

#[test]
fn every_struct_of_the_document_has_its_section() {
    for (path, text) in files() {
        let is_read = ["policy/", "calendar/document/"].iter().any(|folder| path.starts_with(folder));
        if !is_read && path != "vocab/money.rs" {
            continue;
        }
        let structs = structs(&text);
        let strict =
            text.lines().filter(|line| line.starts_with("#[serde(") && line.contains("deny_unknown_fields"));
        assert_eq!(structs.len(), strict.count(), "{path}: a struct that is not read here");
        for name in structs.keys().filter(|name| !ELSEWHERE.contains(&name.as_str())) {
            assert!(
                SECTIONS.iter().any(|(_, file, of)| *file == path && of == name),
                "`{name}` in {path} has no section"
            );
        }
    }
}

#[test]
fn every_choice_stands_in_its_row() {
    let (tables, choices) = (tables(), choices());
    let mut seen = BTreeSet::new();
    for (heading, file, name) in SECTIONS {
        let source = fs::read_to_string(format!("src/{file}")).unwrap();
        for field in &structs(&source)[name] {
            let row = &tables[heading][&field.key];
            for word in words(&field.of) {
                let Some(texts) = choices.get(word) else { continue };
                seen.insert(word.to_owned());
                for text in texts {
                    let stands = [format!("`{text}`"), format!("`{{ {text} = ")];
                    assert!(
                        stands.iter().any(|text| row.line.contains(text)),
                        "{heading}: `{text}` in {}",
                        row.line
                    );
                }
                if !field.required && field.of == word {
                    assert_eq!(row.default, format!("`{}`", texts[0]), "{heading}: `{}`", field.key);
                }
            }
        }
    }
    let elsewhere = [
        "ApprovalState",
        "Bounds",
        "Branch",
        "ClockState",
        "Grade",
        "Kind",
        "LocalChoice",
        "RefusalKind",
        "Timing",
        "Truth",
    ]
    .map(String::from);
    assert!(elsewhere.iter().all(|name| !seen.contains(name)));
    seen.extend(elsewhere);
    assert_eq!(seen, choices.into_keys().collect());
}

#[test]
fn every_word_of_a_closed_list_stands_on_the_page() {
    let tables = tables();
    let check = |heading: &str, key: &str, texts: Vec<String>| {
        for text in texts {
            assert!(
                tables[heading][key].line.contains(&format!("`{text}`")),
                "{heading}: `{key}` without `{text}`"
            );
        }
    };
    check("Row", "act", texts(Act::ALL));
    check("Routing", "hit-policies", texts(HitPolicy::ALL));
    check("Routing", "gaps", texts(RoutingGaps::ALL));
    check("Severity", "gaps", texts(SeverityGaps::ALL));

    let keys = [RecurrenceKey::Complainant, RecurrenceKey::Staff, RecurrenceKey::Product];
    let facets = [RecurrenceKey::UNIT, RecurrenceKey::CAUSE, RecurrenceKey::CATEGORY];
    check("Repetition", "by", texts(&[keys, facets].concat()));
    check("Approvals", "decision", texts(DecisionKind::ALL));
    check("Step", "act", texts(ApprovalAct::ALL));
    check("Track", "required", texts(FormField::OF_COMPLAINT));
    for level in Severity::ALL {
        assert!(page().contains(&format!("`{level}`")), "{level}");
    }
    for named in ["same-time", "opening", "close-of-business", "end-of-day"] {
        assert!(page().contains(&format!("| `{named}` |")), "{named}");
    }
}

#[test]
fn every_link_within_the_page_leads_to_a_heading() {
    let page = page();
    let headings: BTreeSet<String> = page
        .lines()
        .filter(|line| line.starts_with("## ") || line.starts_with("### "))
        .map(|line| line.trim_start_matches(['#', ' ']).to_lowercase().replace(' ', "-"))
        .collect();
    for link in page.split("](#").skip(1).map(|behind| behind.split(')').next().unwrap()) {
        assert!(headings.contains(link), "`#{link}`");
    }
}

// ---------------------------------------------------------------------------------------------------------------------------
// The page in words
// ---------------------------------------------------------------------------------------------------------------------------

/// Keys whose value decides and is not told in words, with the reason.
const NOT_TOLD: [(&str, &str); 0] = [];

fn in_words(policy: &Policy) -> Vec<String> {
    Locale::ALL.iter().map(|&locale| Renderer::of(policy, locale).policy(policy).to_string()).collect()
}

#[test]
fn fault_r08_the_policy_of_the_page_in_words() {
    let policy = toml::from_str::<PolicyDocument>(&examples()).unwrap().build(zone).unwrap();
    for (locale, text) in Locale::ALL.iter().zip(in_words(&policy)) {
        let path = format!("tests/golden/policy_in_words.{locale}.txt");
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            fs::write(&path, &text).unwrap();
        }
        assert_eq!(fs::read_to_string(&path).unwrap(), text, "{path}");
        // It is words, and no document.
        assert!(!text.contains("working-days") && !text.contains(['{', '}']), "{text}");
    }
}

/// Every place of a document, as a path of keys and numbers.
fn places(value: &serde_json::Value, path: &str, found: &mut Vec<String>) {
    match value {
        serde_json::Value::Object(entries) => {
            for (key, value) in entries {
                let path = format!("{path}/{}", key.replace('/', "~1"));
                places(value, &path, found);
                found.push(path);
            }
        }
        serde_json::Value::Array(values) => {
            for (place, value) in values.iter().enumerate() {
                let path = format!("{path}/{place}");
                places(value, &path, found);
                found.push(path);
            }
        }
        _ => {}
    }
}

/// The document without one of its places.
fn without(document: &serde_json::Value, path: &str) -> serde_json::Value {
    let mut document = document.clone();
    let (parent, key) = path.rsplit_once('/').unwrap();
    match document.pointer_mut(parent).unwrap() {
        serde_json::Value::Object(entries) => _ = entries.remove(&key.replace("~1", "/")),
        serde_json::Value::Array(values) => _ = values.remove(key.parse().unwrap()),
        _ => unreachable!("a place is in a map or in a list"),
    }
    document
}

/// What is left out of the file and decides something is told otherwise.
#[test]
fn fault_r08_what_decides_is_told_in_words() {
    let document: PolicyDocument = toml::from_str(&examples()).unwrap();
    let policy = document.build(zone).unwrap();
    let (written, told) = (serde_json::to_value(&document).unwrap(), in_words(&policy));
    let mut all = Vec::new();
    places(&written, "", &mut all);
    let mut tried = 0;
    let mut silent = Vec::new();
    for path in all {
        let Ok(other) = serde_json::from_value::<PolicyDocument>(without(&written, &path)) else { continue };
        let Ok(other) = other.build(zone) else { continue };
        if other.fingerprint() == policy.fingerprint() || NOT_TOLD.iter().any(|(key, _)| path.ends_with(key))
        {
            continue;
        }
        tried += 1;
        let texts = in_words(&other);
        if texts.iter().zip(&told).any(|(text, told)| text == told) {
            silent.push(path);
        }
    }
    assert!(silent.is_empty(), "{silent:#?}");
    assert!(tried > 200, "{tried}");
}
