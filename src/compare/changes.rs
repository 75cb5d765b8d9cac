//! What is different between two policies, by part and row.
//!
//! # How two policies are compared
//!
//! The problem: a policy has some twenty parts, and each part has its own kinds of rows. A comparison that names every
//! field would forget the next one that is added.
//!
//! The idea: both policies are written as documents, by the code that stores them, and the documents are compared as
//! trees. A list of maps is a list of rows. A row is found in the other document by what identifies it (`rule`, `row`,
//! `clock`, …), whatever its place. Below a row, every key whose value differs is one change. A condition is one value,
//! because half a condition says nothing.
//!
//! Order: the place of a row counts only where it decides something ([`is_ordered`]). A list that was put into another
//! order is then one change of the whole list.
//!
//! Invariant: the result is empty if and only if the two documents are equal, apart from name, version, and the order of
//! what is found by an id or is a set of words.
//!
//! Cost: each document is walked once. Rows are found by a map.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use serde::Serialize;
use serde_json::{Map, Value};

use crate::compare::comparison::Comparison;
use crate::policy::PolicyDocument;

/// Everything that differs between two policies, by part and row.
///
/// `Display` writes one line for each row, in English, with the keys of the document. Labels and citations count too,
/// although they decide nothing; the name and the version of the policies do not.
///
/// # Example: a row for another department
///
/// ```
/// use redress::compare::{ChangeKind, Comparison};
/// use redress::policy::PolicyDocument;
/// use redress::sample;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let policy = sample::policy()?;
/// let mut file = serde_json::to_value(PolicyDocument::of(&policy))?;
/// file["routing"]["rows"][0]["department"] = "company".into();
/// let zone = policy.calendar().zone().clone();
/// let draft = serde_json::from_value::<PolicyDocument>(file)?.build(|_, _| Some(zone.clone()))?;
///
/// let changes = Comparison { policy: &policy, draft: &draft }.changes();
/// let [change] = changes.rows() else { return Err("one row was changed".into()) };
/// assert_eq!((change.part.as_str(), change.kind), ("routing.rows", ChangeKind::Changed));
/// assert_eq!(change.values[0].after.as_deref(), Some(r#""company""#)); // as JSON
/// # Ok(()) }
/// ```
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize)]
#[serde(transparent)]
pub struct PolicyChanges {
    rows: Vec<RowChange>,
}

/// A row, or a setting without rows, that differs between two policies.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub struct RowChange {
    /// The part of the document, such as `routing.rows` or `track`.
    pub part: String,
    /// What identifies the row within the part, such as the id of a rule. `None` for what is not a row.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<String>,
    /// Whether the row was added, removed, changed, or put to another place.
    pub kind: ChangeKind,
    /// The values that differ. For a row that was added or removed: the whole row, under an empty key.
    pub values: Vec<ValueChange>,
}

/// What happened to a row.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(clippy::exhaustive_enums, reason = "a new kind must break every reader")]
pub enum ChangeKind {
    /// Only the draft has the row.
    Added,
    /// Only the policy has the row.
    Removed,
    /// Both have the row, and it differs.
    Changed,
    /// The rows of the part are in another order, and the order decides something.
    Reordered,
}

/// A value before and after.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub struct ValueChange {
    /// The keys that lead to the value from its row, such as `due.working-days`.
    pub key: String,
    /// The value of the policy as JSON. `None` if the policy leaves it out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// The value of the draft as JSON. `None` if the draft leaves it out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}

impl PolicyChanges {
    /// Returns whether nothing differs.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Returns the rows and settings that differ, in the order of the parts of a document.
    #[must_use]
    pub fn rows(&self) -> &[RowChange] {
        &self.rows
    }
}

impl Comparison<'_> {
    /// Returns everything that differs between the two policies, by part and row.
    #[must_use]
    pub fn changes(self) -> PolicyChanges {
        let document = |policy| match serde_json::to_value(PolicyDocument::of(policy)) {
            Ok(Value::Object(map)) => map,
            other => {
                debug_assert!(false, "a policy is a map in JSON: {other:?}");
                Map::new()
            }
        };
        let (before, after) = (document(self.policy), document(self.draft));
        let mut rows = Vec::new();
        for part in PARTS {
            compare_part(part, (before.get(part), after.get(part)), &mut rows);
        }
        debug_assert!(
            before
                .keys()
                .chain(after.keys())
                .all(|key| NAMES.contains(&key.as_str()) || PARTS.contains(&key.as_str())),
            "a part of a policy is not compared"
        );
        PolicyChanges { rows }
    }
}

/// The keys of a document that are not compared: they tell which policy it is.
const NAMES: [&str; 2] = ["name", "version"];

/// The keys of a document, in its order.
const PARTS: [&str; 22] = [
    "calendar",
    "calendars",
    "department-calendars",
    "facets",
    "only",
    "words",
    "severity",
    "importance",
    "urgency",
    "claim-kind",
    "marks",
    "requirements",
    "must-ask",
    "routing",
    "clocks",
    "forced-closure",
    "track",
    "people",
    "conduct",
    "approvals",
    "forms",
    "reports",
];

/// The keys that identify a row, the first one that the row has. Words are identified by their facet too.
const IDS: [&str; 14] = [
    "rule", "row", "clock", "target", "chain", "step", "form", "report", "word", "facet", "reason", "date",
    "name", "mark",
];

/// The values that are compared as a whole.
const WHOLE: [&str; 1] = ["when"];

type Pair<'v> = (Option<&'v Value>, Option<&'v Value>);

fn compare_part(part: &str, pair: Pair<'_>, rows: &mut Vec<RowChange>) {
    if pair.0 == pair.1 {
        return;
    }
    if let Some((before, after)) = both_rows(pair) {
        compare_rows(part, (before, after), rows);
        return;
    }
    if let Some((before, after)) = both_maps(pair) {
        let mut values = Vec::new();
        for key in keys(before, after) {
            let (one, other) = (before.get(key), after.get(key));
            let inner = (one, other);
            if both_rows(inner).is_some() {
                compare_part(&format!("{part}.{key}"), inner, rows);
            } else {
                compare_value(key, inner, &mut values);
            }
        }
        push(rows, part, None, values);
        return;
    }
    let mut values = Vec::new();
    compare_value("", pair, &mut values);
    push(rows, part, None, values);
}

fn push(rows: &mut Vec<RowChange>, part: &str, row: Option<String>, values: Vec<ValueChange>) {
    if !values.is_empty() {
        rows.push(RowChange { part: part.into(), row, kind: ChangeKind::Changed, values });
    }
}

fn compare_rows(part: &str, (before, after): (&[Value], &[Value]), rows: &mut Vec<RowChange>) {
    let (old, new) = (identified(before), identified(after));
    let whole = |row: &Value| Some(row.to_string());
    let find_old: BTreeMap<&String, &Value> = old.iter().map(|(id, row)| (id, *row)).collect();
    let find_new: BTreeMap<&String, &Value> = new.iter().map(|(id, row)| (id, *row)).collect();
    for (id, row) in &old {
        let Some(other) = find_new.get(id) else {
            let values = Vec::from([ValueChange { key: String::new(), before: whole(row), after: None }]);
            rows.push(RowChange {
                part: part.into(),
                row: Some(id.clone()),
                kind: ChangeKind::Removed,
                values,
            });
            continue;
        };
        let mut values = Vec::new();
        compare_value("", (Some(row), Some(other)), &mut values);
        push(rows, part, Some(id.clone()), values);
    }
    for (id, row) in new.iter().filter(|(id, _)| !find_old.contains_key(id)) {
        let values = Vec::from([ValueChange { key: String::new(), before: None, after: whole(row) }]);
        rows.push(RowChange { part: part.into(), row: Some(id.clone()), kind: ChangeKind::Added, values });
    }
    if let Some((before, after)) = reordered(part, &old, &new) {
        let values =
            Vec::from([ValueChange { key: String::new(), before: Some(before), after: Some(after) }]);
        rows.push(RowChange { part: part.into(), row: None, kind: ChangeKind::Reordered, values });
    }
}

/// The rows that both lists have, in the two orders, if the orders differ and decide something.
fn reordered(part: &str, old: &[(String, &Value)], new: &[(String, &Value)]) -> Option<(String, String)> {
    if !is_ordered(part) {
        return None;
    }
    let common = |these: &[(String, &Value)], those: &[(String, &Value)]| -> Vec<String> {
        let those: BTreeSet<&String> = those.iter().map(|(id, _)| id).collect();
        these.iter().map(|(id, _)| id).filter(|id| those.contains(id)).cloned().collect()
    };
    let (before, after) = (common(old, new), common(new, old));
    (before != after).then(|| (text(&before.into()), text(&after.into())))
}

/// Whether the order of the rows of a part can decide something: the first rule of a rating that holds, the first row of
/// an act, the first chain of a decision, one step after the other.
fn is_ordered(part: &str) -> bool {
    let last = part.rsplit('.').next().unwrap_or(part);
    (last == "rules" && !part.starts_with("severity"))
        || ["rows", "approvals", "steps", "escalation"].contains(&last)
}

fn compare_value(key: &str, pair: Pair<'_>, values: &mut Vec<ValueChange>) {
    if pair.0 == pair.1 || is_same_set(key, pair) {
        return;
    }
    let below = |inner: &str| if key.is_empty() { String::from(inner) } else { format!("{key}.{inner}") };
    let last = key.rsplit('.').next().unwrap_or(key);
    if !WHOLE.contains(&last) {
        if let Some((before, after)) = both_maps(pair) {
            for inner in keys(before, after) {
                compare_value(&below(inner), (before.get(inner), after.get(inner)), values);
            }
            return;
        }
        if let Some((before, after)) = both_rows(pair) {
            let mut rows = Vec::new();
            compare_rows(key, (before, after), &mut rows);
            for RowChange { row, values: inner, .. } in rows {
                let row = row.map_or_else(|| String::from(key), |row| format!("{key}[{row}]"));
                values.extend(inner.into_iter().map(|value| {
                    let key = if value.key.is_empty() { row.clone() } else { format!("{row}.{}", value.key) };
                    ValueChange { key, ..value }
                }));
            }
            return;
        }
    }
    let [before, after] = [pair.0, pair.1].map(|value| value.map(text));
    values.push(ValueChange { key: key.into(), before, after });
}

/// Whether both values are lists of the same words in another order, and the order decides nothing. The first input of a
/// routing table weighs most.
fn is_same_set(key: &str, pair: Pair<'_>) -> bool {
    let (Some(Value::Array(before)), Some(Value::Array(after))) = pair else { return false };
    let sorted = |list: &[Value]| {
        let mut texts: Vec<String> = list.iter().map(text).collect();
        texts.sort_unstable();
        texts
    };
    key != "inputs" && both_rows(pair).is_none() && sorted(before) == sorted(after)
}

fn text(value: &Value) -> String {
    value.to_string()
}

/// Both values, if each is a list of maps or left out, and at least one has a map.
fn both_rows<'v>((before, after): Pair<'v>) -> Option<(&'v [Value], &'v [Value])> {
    let list = |value: Option<&'v Value>| match value {
        None => Some(&[][..]),
        Some(Value::Array(list)) => Some(list.as_slice()).filter(|list| list.iter().all(Value::is_object)),
        Some(Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Object(_)) => None,
    };
    let (before, after) = (list(before)?, list(after)?);
    (!before.is_empty() || !after.is_empty()).then_some((before, after))
}

/// Both values, if each is a map or left out, and at least one is a map.
fn both_maps<'v>((before, after): Pair<'v>) -> Option<(MapOf<'v>, MapOf<'v>)> {
    let map = |value: Option<&'v Value>| match value {
        None => Some(MapOf(None)),
        Some(Value::Object(map)) => Some(MapOf(Some(map))),
        Some(Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_)) => None,
    };
    let (before, after) = (map(before)?, map(after)?);
    (before.0.is_some() && after.0.is_some()).then_some((before, after))
}

/// A map, or none, which has no keys.
#[derive(Clone, Copy)]
struct MapOf<'v>(Option<&'v Map<String, Value>>);

impl<'v> MapOf<'v> {
    fn get(self, key: &str) -> Option<&'v Value> {
        self.0?.get(key)
    }
}

fn keys<'v>(before: MapOf<'v>, after: MapOf<'v>) -> Vec<&'v str> {
    let all = [before, after].into_iter().filter_map(|map| map.0).flat_map(Map::keys);
    let mut keys: Vec<&str> = all.map(String::as_str).collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// The rows with what identifies each. A row that nothing identifies is identified by its content. Of two rows with one
/// id, the second has a number.
fn identified(rows: &[Value]) -> Vec<(String, &Value)> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let with_id = |row| {
        let id = id_of(row);
        let times = seen.entry(id.clone()).or_default();
        *times += 1;
        (if *times == 1 { id } else { format!("{id} ({times})") }, row)
    };
    rows.iter().map(with_id).collect()
}

fn id_of(row: &Value) -> String {
    let text = |key: &str| row.get(key).and_then(Value::as_str);
    // A requirement has a word too, and is known by its rule, which stands first.
    let id = IDS.iter().find_map(|key| text(key).map(|id| (*key, id)));
    match (id, text("facet")) {
        (Some(("word", word)), Some(facet)) => format!("{facet} {word}"),
        (Some((_, id)), _) => id.into(),
        (None, _) => row.to_string(),
    }
}

impl fmt::Display for PolicyChanges {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.rows.iter().try_for_each(|row| writeln!(f, "{row}"))
    }
}

impl fmt::Display for RowChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.part)?;
        if let Some(row) = &self.row {
            write!(f, " `{row}`")?;
        }
        match self.kind {
            ChangeKind::Added => f.write_str(" added")?,
            ChangeKind::Removed => f.write_str(" removed")?,
            ChangeKind::Reordered => f.write_str(" in another order")?,
            ChangeKind::Changed => {}
        }
        for (place, value) in self.values.iter().enumerate() {
            let key = if value.key.is_empty() { String::new() } else { format!("{} ", value.key) };
            let of = |value: &Option<String>| value.as_deref().unwrap_or("(none)").to_string();
            let (before, after) = (of(&value.before), of(&value.after));
            let comma = if place == 0 { ":" } else { "," };
            match self.kind {
                ChangeKind::Added => write!(f, "{comma} {key}{after}")?,
                ChangeKind::Removed => write!(f, "{comma} {key}{before}")?,
                ChangeKind::Changed | ChangeKind::Reordered => write!(f, "{comma} {key}{before} -> {after}")?,
            }
        }
        Ok(())
    }
}
