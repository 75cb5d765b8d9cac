//! Modules stand on floors and import only downward.

#![expect(clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::sources;

use std::fs;
use std::path::Path;

use sources::sources;

/// Every module of the crate with its floor. On one floor a module imports only those named before it.
const FLOORS: [(&str, u8); 16] = [
    ("faults", 0),
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
    ("guidance", 5),
    ("profiles", 5),
    ("report", 5),
    ("docs", 5),
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
