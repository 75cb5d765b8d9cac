//! Modules stand on floors and import only downward.

#![expect(clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use sources::sources;

use crate::sources;

/// Every module of the crate with its floor. On one floor a module imports only those named before it.
pub(crate) const FLOORS: [(&str, u8); 24] = [
    ("faults", 0),
    ("coded", 0),
    ("text", 0),
    ("vocab", 0),
    ("private", 0),
    ("taxonomy", 1),
    ("labels", 1),
    ("calendar", 1),
    ("deadline", 1),
    ("approval", 1),
    ("policy", 2),
    ("triage", 3),
    ("case", 3),
    ("render", 4),
    ("compare", 4),
    ("guidance", 5),
    ("profiles", 5),
    ("report", 5),
    ("sample", 5),
    ("laws", 5),
    ("strategies", 5),
    ("wire", 5),
    ("docs", 5),
    ("guide", 5),
];

/// The module a file belongs to: `src/calendar/zone.rs` and `src/taxonomy.rs` name theirs.
fn module(file: &Path) -> String {
    let inner = file.strip_prefix("src").unwrap();
    let first = inner.components().next().unwrap().as_os_str().to_str().unwrap();
    first.strip_suffix(".rs").unwrap_or(first).to_owned()
}

/// The modules that the code of a file names by `crate::floors::`, comments left out.
fn imports(text: &str) -> Vec<String> {
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    let paths = code.flat_map(|line| line.split("crate::").skip(1));
    let words = paths.map(|path| {
        path.chars()
            .take_while(|character| character.is_alphanumeric() || *character == '_')
            .collect::<String>()
    });
    // `$crate::word!` and `pub(crate)` name no module.
    words.filter(|word| !word.is_empty() && word != "word").collect()
}

fn place(module: &str) -> usize {
    FLOORS.iter().position(|(name, _)| *name == module).unwrap_or_else(|| panic!("no floor for `{module}`"))
}

#[test]
fn no_module_imports_from_above() {
    let mut climbs = Vec::new();
    for file in sources(Path::new("src")) {
        let from = module(&file);
        if from == "lib" {
            continue;
        }
        for to in imports(&fs::read_to_string(&file).unwrap()) {
            // Re-exports at the crate root are no way around: `place` knows modules alone.
            if place(&to) > place(&from) {
                climbs.push(format!("{}: `{from}` imports `{to}`", file.display()));
            }
        }
    }
    assert!(climbs.is_empty(), "imports that climb: {climbs:#?}");
}

#[test]
fn floors_are_in_order_and_every_module_has_one() {
    assert!(FLOORS.is_sorted_by_key(|(_, floor)| floor));
    for file in sources(Path::new("src")) {
        let name = module(&file);
        assert!(name == "lib" || FLOORS.iter().any(|(module, _)| *module == name), "no floor for `{name}`");
    }
}

#[test]
fn a_climbing_import_is_seen() {
    assert!(place("report") > place("triage"));
    assert_eq!(
        imports("use crate::policy::{Policy, Part};\n// crate::report\nfn f() { crate::vocab::x() }"),
        ["policy", "vocab"]
    );
}

// K03: guidance such as to slow down early on delays no clock, for no rule can see it.
#[test]
fn nothing_that_decides_looks_for_guidance() {
    for file in sources(Path::new("src")) {
        let from = module(&file);
        let seen = imports(&fs::read_to_string(&file).unwrap()).iter().any(|to| to == "guidance");
        assert!(!seen || from == "guidance", "{} looks for guidance", file.display());
    }
}

/// The modules whose files import one another in one direction.
const ACYCLIC: [&str; 15] = [
    "approval",
    "calendar",
    "case",
    "deadline",
    "guidance",
    "laws",
    "policy",
    "profiles",
    "render",
    "report",
    "strategies",
    "text",
    "triage",
    "vocab",
    "wire",
];

/// The paths that a `use` tree names, in order: `a::{b, c::{d}}` is `a::b` and `a::c::d`.
fn paths(tree: &str) -> Vec<Vec<String>> {
    let (mut depth, mut parts, mut part) = (0_u32, Vec::new(), String::new());
    for character in tree.chars().filter(|character| !character.is_whitespace()) {
        match character {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if character == ',' && depth == 0 {
            parts.push(std::mem::take(&mut part));
        } else {
            part.push(character);
        }
    }
    parts.push(part);
    let expand = |part: &String| -> Vec<Vec<String>> {
        if let Some(inner) = part.strip_prefix('{').and_then(|part| part.strip_suffix('}')) {
            return paths(inner);
        }
        let head = |text: &str| text.split("::").map(str::to_owned).collect::<Vec<_>>();
        match part.split_once("::{") {
            None => vec![head(part)],
            Some((before, inner)) => {
                let inner = paths(inner.strip_suffix('}').unwrap());
                inner.into_iter().map(|path| [head(before), path].concat()).collect()
            }
        }
    };
    parts.iter().filter(|part| !part.is_empty()).flat_map(expand).collect()
}

/// The paths inside a module of the crate that a file imports or names, without `crate` and the module.
fn inside(module: &str, text: &str) -> Vec<Vec<String>> {
    let code: Vec<&str> = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    let code = code.join("\n");
    let start = format!("crate::{module}::");
    let mut found = Vec::new();
    for (at, _) in code.match_indices(&start) {
        // Who may see something is no import.
        if code.get(..at).unwrap().ends_with("pub(in ") {
            continue;
        }
        let rest = code.get(at + start.len()..).unwrap();
        // Of a `use` the tree up to its end, of a path in an expression its names.
        let is_use = code.get(..at).unwrap().trim_end().ends_with("use");
        let tree: String = if is_use {
            rest.chars().take_while(|character| *character != ';').collect()
        } else {
            rest.chars()
                .take_while(|character| character.is_alphanumeric() || "_:".contains(*character))
                .collect()
        };
        found.extend(paths(tree.trim_end_matches(':')));
    }
    found
}

/// The file of a module in which a path ends: the longest beginning that is a file or a room, and of a room the room itself.
fn place_of(files: &BTreeSet<String>, path: &[String]) -> Option<String> {
    (1..=path.len()).rev().map(|length| path.get(..length).unwrap().join("/")).find_map(|name| {
        let room = format!("{name}/mod");
        [name, room].into_iter().find(|place| files.contains(place))
    })
}

/// The files of a module with the files that each imports; what is imported through the front of the module fails.
fn arrows(module: &str) -> BTreeMap<String, BTreeSet<String>> {
    let root = Path::new("src").join(module);
    let name = |file: &Path| {
        let inner = file.strip_prefix(&root).unwrap().with_extension("");
        inner.to_str().unwrap().replace('\\', "/")
    };
    let all = sources(&root);
    let files: BTreeSet<String> = all.iter().map(|file| name(file)).collect();
    let mut arrows = BTreeMap::new();
    for file in &all {
        let (from, text) = (name(file), fs::read_to_string(file).unwrap());
        if from == "mod" {
            continue;
        }
        let mut targets = BTreeSet::new();
        for path in inside(module, &text) {
            let Some(to) = place_of(&files, &path) else {
                panic!("`{from}` imports `{}` through the front of `{module}`", path.join("::"));
            };
            targets.insert(to);
        }
        // A room shows what its files hold.
        if let Some(room) = from.strip_suffix("/mod") {
            let front = text.lines().filter_map(|line| line.trim().split_once("use self::"));
            for (_, path) in front {
                let child = path.split("::").next().unwrap();
                targets.extend(place_of(&files, &[room.to_owned(), child.to_owned()]));
            }
        }
        targets.remove(&from);
        arrows.insert(from, targets);
    }
    arrows
}

/// A circle in a graph, if it has one.
fn circle(arrows: &BTreeMap<String, BTreeSet<String>>) -> Option<Vec<String>> {
    let mut left = arrows.clone();
    // Whatever imports nothing that is left is in no circle.
    while let Some(bottom) = left.iter().find(|(_, to)| to.iter().all(|to| !left.contains_key(to))) {
        let bottom = bottom.0.clone();
        left.remove(&bottom);
    }
    let mut way = vec![left.keys().next()?.clone()];
    loop {
        let next = left.get(way.last().unwrap()).unwrap().iter().find(|to| left.contains_key(*to)).unwrap();
        if let Some(start) = way.iter().position(|seen| seen == next) {
            return way.get(start..).map(<[String]>::to_vec);
        }
        way.push(next.clone());
    }
}

#[test]
fn inside_a_module_imports_run_in_one_direction() {
    for module in ACYCLIC {
        let found = circle(&arrows(module));
        assert!(found.is_none(), "files of `{module}` import one another in a circle: {found:#?}");
    }
}

#[test]
fn circles_and_fronts_are_seen() {
    let text = "use crate::case::{a::B, c::{D, e::F}};\n// crate::case::g\nfn f() { crate::case::h::i() }\npub(in crate::case::j) fn k() {}";
    let found: Vec<String> = inside("case", text).iter().map(|path| path.join("::")).collect();
    assert_eq!(found, ["a::B", "c::D", "c::e::F", "h::i"]);
    let files = BTreeSet::from(["a/mod".to_owned(), "a/b".to_owned(), "c".to_owned()]);
    let place = |path: &[&str]| place_of(&files, &path.iter().map(|&part| part.into()).collect::<Vec<_>>());
    assert_eq!(place(&["a", "B"]).as_deref(), Some("a/mod"));
    assert_eq!(place(&["a", "b", "C"]).as_deref(), Some("a/b"));
    assert_eq!(place(&["Case"]), None);
    let arrow = |from: &str, to: &[&str]| (from.to_owned(), to.iter().map(|&to| to.to_owned()).collect());
    let straight = BTreeMap::from([arrow("a", &["b"]), arrow("b", &["c"]), arrow("c", &[])]);
    assert_eq!(circle(&straight), None);
    let round = BTreeMap::from([arrow("a", &["b"]), arrow("b", &["c"]), arrow("c", &["b"])]);
    assert_eq!(circle(&round).unwrap(), ["b", "c"]);
}
