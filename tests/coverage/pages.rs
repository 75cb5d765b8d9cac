//! The pages, as they are to be.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use crate::coverage::lines::{Element, Reading, Shown, System};
use crate::taxonomy_page::room;

/// A link to an item by its path in the crate; `()` after it says that it is a function.
fn link(path: &str) -> String {
    let name = path.trim_end_matches("()");
    let parts: Vec<&str> = name.split("::").collect();
    // What begins with a capital letter is named with its type.
    let of_type = parts.iter().position(|part| part.starts_with(char::is_uppercase));
    let short = parts[of_type.unwrap_or(parts.len() - 1)..].join("::");
    format!("[`{short}`](crate::{path})")
}

fn test(test: &str) -> String {
    format!("`{test}`")
}

fn cell(shown: &Shown) -> String {
    match shown {
        Shown::Test(file, name) => test(&format!("{file}::{name}")),
        Shown::Item(path) => link(path),
        Shown::Data(text) | Shown::Why(text) => text.clone(),
        Shown::Todo(text) => format!("to do: {text}"),
    }
}

fn cells<'a>(shown: impl Iterator<Item = &'a Shown>) -> String {
    shown.map(cell).collect::<Vec<_>>().join(", ")
}

fn is_test(shown: &Shown) -> bool {
    matches!(shown, Shown::Test(..))
}

/// The fragment that a heading is reached by.
fn fragment(heading: &str) -> String {
    let kept = heading.chars().filter(|letter| letter.is_alphanumeric() || matches!(letter, ' ' | '-'));
    kept.collect::<String>().to_lowercase().replace(' ', "-")
}

pub(crate) fn coverage(
    systems: &[System],
    elements: &[Element],
    words: &BTreeMap<String, Vec<String>>,
    of_words: &[&str],
) -> String {
    let of_kind = |elements: &[&Element], kind: &str| {
        elements.iter().filter(|element| element.kind == kind).count().to_string()
    };
    let counts = |elements: &[&Element]| {
        let kinds = ["yes", "as-data", "no"].map(|kind| of_kind(elements, kind));
        format!("{} | {}", elements.len(), kinds.join(" | "))
    };
    let all: Vec<&Element> = elements.iter().collect();
    let shown = || elements.iter().flat_map(|element| &element.shown);
    let tests: BTreeSet<&Shown> = shown().filter(|shown| is_test(shown)).collect();
    let cited: BTreeSet<&String> = words.values().flatten().collect();
    let of_words: Vec<String> = of_words.iter().map(|name| test(name)).collect();
    let mut page = format!(
        "Each element of the procedures, and what shows it: {} elements of {} procedures. {} are computed, {} are data, \
         and {} are\nneither.\n\n\
         `S11-R14` is element 14 of procedure S11: one rule, word or form of it. The codes stand in the citations of the \
         [profiles](crate::profiles)\nand in explanations. `A01` and `K01` are on the page of [readings](crate::docs::readings). \
         `T24` is an arrow of [the course](crate::case),\nand `X6` a side track beside it.\n\n\
         A computed element is shown by tests, {} in all, and by the items that implement it. A word is shown by \
         itself, {} in all.\n`cases/hotel::w125…` is a test in the folder `tests`; `cargo test cases::hotel::w125` runs it.\n\
         The codes and labels of all words are proved by {}.\n\n\
         | procedure | elements | computed | data | neither |\n|---|---|---|---|---|\n",
        elements.len(),
        systems.len(),
        of_kind(&all, "yes"),
        of_kind(&all, "as-data"),
        of_kind(&all, "no"),
        tests.len(),
        cited.len(),
        of_words.join(",\n"),
    );
    let of_system = |system: &System| -> Vec<&Element> {
        elements.iter().filter(|element| element.id.starts_with(&system.id)).collect()
    };
    let heading = |system: &System| format!("{}: {}", system.id, system.name);
    for system in systems {
        let heading = heading(system);
        writeln!(page, "| [{heading}](#{}) | {} |", fragment(&heading), counts(&of_system(system))).unwrap();
    }
    writeln!(page, "| all | {} |", counts(&all)).unwrap();
    for system in systems {
        write!(page, "\n## {}\n\nFor {}.\n\n", heading(system), system.serves).unwrap();
        page += "| element | type | what | shown by |\n|---|---|---|---|\n";
        for element in of_system(system) {
            let kind = match element.kind.as_str() {
                "yes" => "",
                "as-data" => ", data",
                _ => ", neither",
            };
            let by_words = words.get(&element.id).into_iter().flatten();
            let by_words = by_words.map(|word| {
                let (name, _) = word.split_once("::").unwrap_or((word.as_str(), ""));
                link(&format!("vocab::{}{word}", room(name)))
            });
            let shown: Vec<String> = element.shown.iter().map(cell).chain(by_words).collect();
            let Element { id, of_type, subject, .. } = element;
            writeln!(page, "| {id} | {of_type}{kind} | {subject} | {} |", shown.join(", ")).unwrap();
        }
    }
    page
}

pub(crate) fn readings(readings: &[Reading]) -> String {
    let mut page = String::from(
        "Rules that can be read in more than one way, and rules on which procedures disagree: the default reading, the \
         others,\nand how to choose one.\n",
    );
    let parts = [
        ("Ambiguities", 'A', "Questions that one procedure leaves open."),
        ("Conflicts", 'K', "Questions that procedures answer differently."),
    ];
    for (heading, letter, text) in parts {
        write!(page, "\n## {heading}\n\n{text}\n\n").unwrap();
        page +=
            "| | question | default | other readings | chosen by | shown by |\n|---|---|---|---|---|---|\n";
        for reading in readings.iter().filter(|reading| reading.id.starts_with(letter)) {
            let others = reading.others.join("; ");
            let chosen = cells(reading.shown.iter().filter(|shown| !is_test(shown)));
            let tests = cells(reading.shown.iter().filter(|shown| is_test(shown)));
            let Reading { id, question, default, .. } = reading;
            writeln!(page, "| {id} | {question} | {default} | {others} | {chosen} | {tests} |").unwrap();
        }
    }
    page
}
