//! What the sources hold: tests by name, and words by the elements that they cite.

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

/// The words whose documentation cites an element, in the order of their files.
pub(crate) fn words_by_element() -> BTreeMap<String, Vec<String>> {
    let mut words = BTreeMap::new();
    collect(Path::new("src/vocab"), &mut words);
    words
}

fn collect(directory: &Path, words: &mut BTreeMap<String, Vec<String>>) {
    let mut paths: Vec<_> = fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            collect(&path, words);
        } else {
            let source = fs::read_to_string(&path).unwrap();
            cited(&source, words)
                .unwrap_or_else(|line| panic!("{}: no word cites before `{line}`", path.display()));
        }
    }
}

/// The words of a file; the line before which a citation stands that belongs to none.
fn cited<'a>(source: &'a str, words: &mut BTreeMap<String, Vec<String>>) -> Result<(), &'a str> {
    let (mut of_type, mut closed, mut doc) = (String::new(), false, String::new());
    for line in source.lines().map(str::trim) {
        if let Some(text) = line.strip_prefix("///") {
            doc += text;
            continue;
        }
        if line.starts_with("#[") {
            continue;
        }
        let word = if let Some(name) =
            line.strip_prefix("pub struct ").and_then(|line| line.strip_suffix(';'))
        {
            (of_type, closed) = (name.to_owned(), false);
            Some(of_type.clone())
        } else if let Some((name, _)) = line.strip_prefix("pub enum ").and_then(|line| line.split_once(" = "))
        {
            (of_type, closed) = (name.to_owned(), true);
            Some(of_type.clone())
        } else if closed {
            line.split_once(" = \"").map(|(variant, _)| format!("{of_type}::{variant}"))
        } else {
            let constant = line.split_once(", ").and_then(|(_, rest)| rest.split(' ').next());
            constant.filter(|name| !name.is_empty()).map(|name| format!("{of_type}::{name}"))
        };
        for id in citations(&doc) {
            let word = word.clone().ok_or(line)?;
            let known: &mut Vec<String> = words.entry(id).or_default();
            if !known.contains(&word) {
                known.push(word);
            }
        }
        doc.clear();
    }
    Ok(())
}

/// The elements that a text cites: `S03-R18`, or `S03-R18 to S03-R21` with those between.
fn citations(text: &str) -> Vec<String> {
    let mut found: Vec<(u32, u32)> = Vec::new();
    let mut last_end = None;
    for (start, _) in text.match_indices('S') {
        let Some(id) = text.get(start..start + 7) else { continue };
        let number =
            |range: std::ops::Range<usize>| id.get(range).and_then(|digits| digits.parse::<u32>().ok());
        let (Some("-R"), Some(system), Some(row)) = (id.get(3..5), number(1..3), number(5..7)) else {
            continue;
        };
        let first = match (last_end, found.last()) {
            (Some(end), Some(&(_, before))) if text.get(end..start) == Some(" to ") => before + 1,
            _ => row,
        };
        found.extend((first..=row).map(|row| (system, row)));
        last_end = Some(start + 7);
    }
    found.into_iter().map(|(system, row)| format!("S{system:02}-R{row:02}")).collect()
}
