//! What differs, by part and row: nothing for a policy and itself, and exactly what was changed.

use redress::compare::{ChangeKind, Comparison, RowChange};
use redress::policy::PolicyDocument;
use redress::vocab::Locale;
use serde_json::{Value, json};

use crate::compare::{build, documents, of_json};

#[test]
fn a_policy_does_not_differ_from_itself() {
    for (name, document) in documents() {
        let policy = build(&document).unwrap();
        let again = of_json(serde_json::to_value(PolicyDocument::of(&policy)).unwrap()).unwrap();
        let comparison = Comparison { policy: &policy, draft: &again };
        assert!(comparison.changes().is_empty(), "{name}: {}", comparison.changes());
        for locale in [Locale::En, Locale::ZhHans, Locale::ZhHant] {
            assert_eq!(comparison.text(locale).lines().count(), 1, "{name}");
        }
    }
}

/// Every row of every list of the documents, left out once: it is named as removed one way, and as added the other way.
#[test]
fn a_row_that_is_left_out_is_named() {
    let (mut tried, mut built) = (0, 0);
    for (name, document) in documents() {
        let policy = build(&document).unwrap();
        let whole = serde_json::to_value(PolicyDocument::of(&policy)).unwrap();
        for (path, key) in [
            ("/severity/rules", "rule"),
            ("/severity/fallbacks", "rule"),
            ("/severity/escalations", "rule"),
            ("/marks", "rule"),
            ("/requirements", "rule"),
            ("/routing/rows", "row"),
            ("/clocks", "clock"),
            ("/approvals", "chain"),
            ("/forms", "form"),
            ("/reports", "report"),
        ] {
            let rows = whole.pointer(path).and_then(Value::as_array).map_or(0, Vec::len);
            for place in 0..rows {
                let mut less = whole.clone();
                let removed = less.pointer_mut(path).unwrap().as_array_mut().unwrap().remove(place);
                let part = path.trim_start_matches('/').replace('/', ".");
                let row = removed[key].as_str().unwrap().to_owned();
                tried += 1;
                let Some(draft) = of_json(less) else { continue };
                built += 1;
                let changes = Comparison { policy: &policy, draft: &draft }.changes();
                let named = |change: &&RowChange| change.part == part && change.row.as_deref() == Some(&*row);
                let change = changes.rows().iter().find(named);
                let change =
                    change.unwrap_or_else(|| panic!("{name}: {part} `{row}` is not named: {changes}"));
                assert_eq!(change.kind, ChangeKind::Removed);
                assert_eq!(changes.rows().len(), 1, "{name}: {changes}");
                let back = Comparison { policy: &draft, draft: &policy }.changes();
                assert_eq!(back.rows()[0].kind, ChangeKind::Added);
                let text = Comparison { policy: &policy, draft: &draft }.text(Locale::En);
                assert!(text.contains("before: "), "{name}: {part} `{row}`\n{text}");
            }
        }
    }
    assert!(tried > 150 && built > 80, "{built} of {tried} drafts can be built");
}

/// Every number, switch and text of the documents, changed once. A draft with another content has a change.
#[test]
fn no_setting_is_forgotten() {
    let mut built = 0;
    for (name, document) in documents() {
        let policy = build(&document).unwrap();
        let whole = serde_json::to_value(PolicyDocument::of(&policy)).unwrap();
        for path in leaves(&whole, String::new()) {
            // A calendar has hundreds of days, and each builds the policy again.
            if path.starts_with("/calendar") && !path.ends_with("/0/name") {
                continue;
            }
            let mut other = whole.clone();
            let value = other.pointer_mut(&path).unwrap();
            *value = match value {
                Value::Number(number) => json!(number.as_u64().unwrap() + 1),
                Value::Bool(switch) => json!(!*switch),
                Value::String(text) => json!(format!("{text}2")),
                _ => continue,
            };
            let Some(draft) = of_json(other) else { continue };
            built += 1;
            let comparison = Comparison { policy: &policy, draft: &draft };
            let is_name = path == "/name" || path == "/version";
            assert_eq!(comparison.changes().is_empty(), is_name, "{name}: {path}");
            let lines = comparison.text(Locale::En).lines().count();
            assert_eq!(lines == 1, is_name, "{name}: {path}\n{}", comparison.text(Locale::En));
            // Another id makes another row: one is removed and one is added.
            let most = if is_name { 0 } else { 2 };
            assert!(comparison.changes().rows().len() <= most, "{name}: {path}: {}", comparison.changes());
        }
    }
    assert!(built > 500, "{built}");
}

fn leaves(value: &Value, path: String) -> Vec<String> {
    match value {
        Value::Object(map) => {
            map.iter().flat_map(|(key, inner)| leaves(inner, format!("{path}/{key}"))).collect()
        }
        Value::Array(list) => list
            .iter()
            .enumerate()
            .flat_map(|(place, inner)| leaves(inner, format!("{path}/{place}")))
            .collect(),
        _ => vec![path],
    }
}

#[test]
fn an_order_counts_where_the_first_decides() {
    let mut reordered = 0;
    for (name, document) in documents() {
        let policy = build(&document).unwrap();
        let mut whole = serde_json::to_value(PolicyDocument::of(&policy)).unwrap();
        for path in ["/severity/rules", "/clocks"] {
            if let Some(Value::Array(rows)) = whole.pointer_mut(path) {
                rows.reverse();
            }
        }
        let draft = of_json(whole.clone()).unwrap();
        let changes = Comparison { policy: &policy, draft: &draft }.changes();
        assert!(changes.is_empty(), "{name}: {changes}");
        let expected = match whole.pointer_mut("/routing/rows") {
            Some(Value::Array(rows)) => {
                rows.reverse();
                rows.len() > 1
            }
            _ => false,
        };
        let Some(draft) = of_json(whole) else { continue };
        let changes = Comparison { policy: &policy, draft: &draft }.changes();
        let is_reordered = changes.rows().first().is_some_and(|change| change.kind == ChangeKind::Reordered);
        assert_eq!(is_reordered, expected, "{name}: {changes}");
        reordered += usize::from(expected);
    }
    assert!(reordered > 1, "{reordered}");
}
