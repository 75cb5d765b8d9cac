//! The pages of what shows each element of the procedures, and of the readings, made from the lines under
//! `tests/coverage/` and the words themselves.
//!
//! `UPDATE_GOLDEN=1 cargo test coverage::` rewrites `src/docs/coverage.md` and `src/docs/readings.md`.
//!
//! A line names its element, whether it is computed (`yes`), data (`as-data`) or neither (`no`), its type, what
//! it is about, and what shows it, parted by semicolons: a test by file and name, an item by its path, `data:`
//! where the data is, `why:` nothing is. A word shows the elements it comes from: `tests/coverage/words.txt` lists
//! them, so that they stand on no line here.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails"
)]

mod lines;
mod pages;
mod sources;

use std::collections::{BTreeMap, BTreeSet};
use std::{env, fs};

use lines::{Element, Shown, elements, readings};
use sources::{tests_in, words_by_element};

/// The systems and how many elements each has.
const SYSTEMS: [usize; 38] = [
    47, 16, 25, 28, 33, 14, 10, 12, 5, 34, 19, 10, 10, 7, 22, 18, 10, 27, 13, 5, 5, 8, 25, 8, 6, 9, 18, 29,
    14, 8, 10, 14, 9, 8, 7, 12, 52, 4,
];

const TYPES: [(&str, usize); 12] = [
    ("taxonomy", 184),
    ("severity", 25),
    ("routing", 26),
    ("deadline", 23),
    ("step", 129),
    ("approval", 11),
    ("remedy", 45),
    ("sanction", 5),
    ("record", 22),
    ("report", 17),
    ("follow-up", 26),
    ("guidance", 98),
];

const KINDS: [(&str, usize); 3] = [("yes", 457), ("as-data", 136), ("no", 18)];

const AMBIGUITIES: usize = 46;
const CONFLICTS: usize = 12;

/// What proves the codes and labels of every word; a word that shows an element is shown by them.
const OF_WORDS: [&str; 4] = [
    "taxonomy_page::every_value_of_the_procedures_is_a_word",
    "vocab::standard_words_of_every_facet_are_sound",
    "vocab::every_value_of_the_facets_ships",
    "vocab::closed_words_have_one_text_and_three_labels",
];

fn counted<'a>(texts: impl Iterator<Item = &'a str>) -> BTreeMap<&'a str, usize> {
    let mut counts = BTreeMap::new();
    for text in texts {
        *counts.entry(text).or_default() += 1;
    }
    counts
}

#[test]
fn every_element_has_one_line() {
    let (systems, elements) = elements();
    let ids: Vec<String> = (1..)
        .zip(SYSTEMS)
        .flat_map(|(system, count)| (1..=count).map(move |row| format!("S{system:02}-R{row:02}")))
        .collect();
    let found: Vec<&str> = elements.iter().map(|element| element.id.as_str()).collect();
    assert_eq!(found, ids);
    assert_eq!(ids.len(), 611);
    let named: Vec<&str> = systems.iter().map(|system| system.id.as_str()).collect();
    let numbers: Vec<String> = (1..=SYSTEMS.len()).map(|number| format!("S{number:02}")).collect();
    assert_eq!(named, numbers);
    let kinds = counted(elements.iter().map(|element| element.kind.as_str()));
    assert_eq!(kinds, BTreeMap::from(KINDS));
    let types = counted(elements.iter().map(|element| element.of_type.as_str()));
    assert_eq!(types, BTreeMap::from(TYPES));
}

#[test]
fn every_element_is_shown_as_its_kind_asks() {
    let words = words_by_element();
    let wanting = |element: &&Element| {
        let has = |wanted: fn(&Shown) -> bool| element.shown.iter().any(wanted);
        let word = words.contains_key(&element.id);
        let (test, item) =
            (has(|shown| matches!(shown, Shown::Test(..))), has(|shown| matches!(shown, Shown::Item(_))));
        let (data, why) =
            (has(|shown| matches!(shown, Shown::Data(_))), has(|shown| matches!(shown, Shown::Why(_))));
        if has(|shown| matches!(shown, Shown::Todo(_))) {
            return false;
        }
        let shown = match (element.kind.as_str(), element.of_type.as_str()) {
            ("yes", "taxonomy") => word || item,
            ("yes", _) => test,
            ("as-data", _) => word || item || data,
            _ => why && !(word || test || item || data),
        };
        !shown || (why && element.kind != "no") || (data && element.kind != "as-data")
    };
    let (_, elements) = elements();
    let wanting: Vec<&str> = elements.iter().filter(wanting).map(|element| element.id.as_str()).collect();
    assert_eq!(wanting, [""; 0]);
}

#[test]
fn every_reading_has_one_line() {
    let readings = readings();
    let ids =
        (1..=AMBIGUITIES).map(|n| format!("A{n:02}")).chain((1..=CONFLICTS).map(|n| format!("K{n:02}")));
    let found: Vec<String> = readings.iter().map(|reading| reading.id.clone()).collect();
    assert_eq!(found, ids.collect::<Vec<_>>());
    for reading in &readings {
        let has = |wanted: fn(&Shown) -> bool| reading.shown.iter().any(wanted);
        let chosen =
            has(|shown| matches!(shown, Shown::Test(..))) && has(|shown| matches!(shown, Shown::Item(_)));
        let open = has(|shown| matches!(shown, Shown::Todo(_)));
        let why = has(|shown| matches!(shown, Shown::Why(_)));
        assert!(open || chosen != why, "{}: neither chosen and tested nor said why not", reading.id);
    }
}

#[test]
fn every_test_that_is_named_exists() {
    let (_, elements) = elements();
    let readings = readings();
    let shown = elements.iter().flat_map(|element| &element.shown);
    let shown = shown.chain(readings.iter().flat_map(|reading| &reading.shown));
    let of_rows = shown.filter_map(|shown| match shown {
        Shown::Test(file, name) => Some((file.as_str(), name.as_str())),
        _ => None,
    });
    let of_words = OF_WORDS.iter().map(|test| test.split_once("::").unwrap());
    let mut files: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for (file, name) in of_rows.chain(of_words) {
        let tests = files.entry(file).or_insert_with(|| tests_in(file));
        assert!(tests.contains(name), "tests/{file}.rs has no test `{name}`");
    }
}

#[test]
fn nothing_is_named_twice_on_a_line() {
    let (_, elements) = elements();
    let readings = readings();
    let of_elements = elements.iter().map(|element| (&element.id, &element.shown));
    for (id, shown) in of_elements.chain(readings.iter().map(|reading| (&reading.id, &reading.shown))) {
        let once: BTreeSet<&Shown> = shown.iter().collect();
        assert_eq!(once.len(), shown.len(), "{id}");
    }
}

#[test]
fn every_citation_of_a_word_is_an_element() {
    let (_, elements) = elements();
    let ids: BTreeSet<&str> = elements.iter().map(|element| element.id.as_str()).collect();
    let unknown: Vec<String> =
        words_by_element().into_keys().filter(|id| !ids.contains(id.as_str())).collect();
    assert_eq!(unknown, [""; 0]);
}

#[test]
fn nothing_is_left_to_do() {
    let (_, elements) = elements();
    let readings = readings();
    let of_elements = elements.iter().map(|element| (&element.id, &element.shown));
    let of_readings = readings.iter().map(|reading| (&reading.id, &reading.shown));
    let left: Vec<String> = of_elements
        .chain(of_readings)
        .flat_map(|(id, shown)| {
            shown.iter().filter_map(move |shown| match shown {
                Shown::Todo(what) => Some(format!("{id} {what}")),
                _ => None,
            })
        })
        .collect();
    assert!(left.is_empty(), "{} left:\n{}", left.len(), left.join("\n"));
}

#[test]
fn a_test_in_a_comment_or_ignored_is_none() {
    let source = "
        #[test]
        fn one() {}
        // #[test]
        // fn two() {}
        /* #[test]
        fn three() {} */
        fn four() {}
        #[test]
        #[should_panic]
        fn five() {}
        #[test]
        #[ignore = \"slow\"]
        fn six() {}
        proptest! {
            #[test]
            // Any number.
            fn seven(number in 0..10) {}
        }
        fn eight() {}
    ";
    let found = sources::tests_of(source);
    assert_eq!(found, ["one", "five", "seven"].map(str::to_owned).into());
}

/// Compares a page with what it has to be, or rewrites it.
fn check(path: &str, written: &str) {
    if env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(path, written).unwrap();
        return;
    }
    let stored = fs::read_to_string(path).unwrap();
    for (stored, written) in stored.lines().zip(written.lines()) {
        assert_eq!(stored, written, "{path}");
    }
    assert_eq!(stored, written, "{path}");
}

#[test]
fn the_page_of_the_elements_shows_every_line() {
    let (systems, elements) = elements();
    check("src/docs/coverage.md", &pages::coverage(&systems, &elements, &words_by_element(), &OF_WORDS));
}

#[test]
fn the_page_of_the_readings_shows_every_line() {
    check("src/docs/readings.md", &pages::readings(&readings()));
}
