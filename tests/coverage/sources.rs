//! What the sources hold: tests by name, and the words that come from each element.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The tests of a file under `tests` that is a test of its own or a part of one.
pub(crate) fn tests_in(file: &str) -> BTreeSet<String> {
    if let Some((target, part)) = file.split_once('/') {
        let of = fs::read_to_string(format!("tests/{target}.rs")).unwrap();
        assert!(
            of.lines().any(|line| line.ends_with(&format!("mod {part};"))),
            "tests/{target}.rs has no part {part}"
        );
    }
    let path = format!("tests/{file}.rs");
    tests_of(&fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}")))
}

/// The functions marked as tests; those in comments and those that are ignored are none.
pub(crate) fn tests_of(source: &str) -> BTreeSet<String> {
    let mut code = String::new();
    let mut rest = source;
    while let Some((before, comment)) = rest.split_once("/*") {
        code += before;
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    code += rest;
    let mut tests = BTreeSet::new();
    let (mut marked, mut ignored) = (false, false);
    for line in code.lines().map(str::trim).filter(|line| !line.starts_with("//")) {
        if let Some(attribute) = line.strip_prefix("#[") {
            marked |= attribute.starts_with("test]");
            ignored |= attribute.starts_with("ignore");
            continue;
        }
        if let Some(function) = line.strip_prefix("fn ") {
            let name = function.split(['(', '<']).next().unwrap();
            if marked && !ignored {
                tests.insert(name.to_owned());
            }
        }
        (marked, ignored) = (false, false);
    }
    tests
}

/// The words that come from each element, by the lines of `tests/coverage/words.txt`.
///
/// Each line names an element and its words. Elements are in ascending order, and every word must be one of
/// `src/vocab`, so that a word that is renamed or removed fails here.
pub(crate) fn words_by_element() -> BTreeMap<String, Vec<String>> {
    let mut known = BTreeSet::new();
    collect(Path::new("src/vocab"), &mut known);
    let text = fs::read_to_string("tests/coverage/words.txt").unwrap();
    let mut words: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for line in text.lines() {
        let Some((id, list)) = line.split_once(" | ") else { panic!("`{line}` names no words") };
        let list: Vec<String> = list.split(", ").map(str::to_owned).collect();
        let once: BTreeSet<&String> = list.iter().collect();
        assert_eq!(once.len(), list.len(), "{id} names a word twice");
        for word in &list {
            assert!(known.contains(word), "{id}: `{word}` is not a word of `src/vocab`");
        }
        let is_next = words.last_key_value().is_none_or(|(last, _)| last.as_str() < id);
        assert!(is_next, "{id} must stand after the elements before it");
        words.insert(id.to_owned(), list);
    }
    words
}

fn collect(directory: &Path, words: &mut BTreeSet<String>) {
    for entry in fs::read_dir(directory).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, words);
        } else {
            words_of(&fs::read_to_string(&path).unwrap(), words);
        }
    }
}

/// Adds the vocabularies of a file and their words: `Remedy`, `Remedy::RETURN`, `Stage::Closed`.
fn words_of(source: &str, words: &mut BTreeSet<String>) {
    let (mut of_type, mut closed) = (String::new(), false);
    for line in source.lines().map(str::trim) {
        if let Some(name) = line.strip_prefix("pub struct ").and_then(|line| line.strip_suffix(';')) {
            (of_type, closed) = (name.to_owned(), false);
            words.insert(of_type.clone());
        } else if let Some((name, _)) = line.strip_prefix("pub enum ").and_then(|line| line.split_once(" = "))
        {
            (of_type, closed) = (name.to_owned(), true);
            words.insert(of_type.clone());
        } else if closed {
            words.extend(line.split_once(" = \"").map(|(variant, _)| format!("{of_type}::{variant}")));
        } else {
            let constant = line.split_once(", ").and_then(|(_, rest)| rest.split(' ').next());
            words.extend(constant.filter(|name| !name.is_empty()).map(|name| format!("{of_type}::{name}")));
        }
    }
}
