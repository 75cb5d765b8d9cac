//! Routing tables as documents.

use alloc::borrow::Cow;
use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use serde::de::{Error, MapAccess, SeqAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::policy::document::word_list::OneOrMany;
use crate::policy::limits::{MAX_INPUTS, MAX_ROWS};
use crate::policy::routing::{Assignee, Cell, CellTest, HitPolicy, Routing, RoutingGaps, Row};
use crate::text::left_out::is_default;
use crate::text::list::list;
use crate::text::map::map;
use crate::text::map_only::{at, map_only, no_entries};
use crate::text::written_as::written_as;
use crate::vocab::{Act, Code, Department, Input, Role, RuleId, Severity};

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
struct TableDocument {
    #[serde(deserialize_with = "inputs")]
    inputs: Vec<Input>,
    #[serde(default, deserialize_with = "gaps", skip_serializing_if = "is_default")]
    gaps: RoutingGaps,
    #[serde(default, deserialize_with = "hit_policies", skip_serializing_if = "BTreeMap::is_empty")]
    hit_policies: BTreeMap<ActKey, HitPolicy>,
    #[serde(deserialize_with = "rows")]
    rows: Vec<RowDocument>,
}

map_only!(TableDocument, "a routing table");

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
struct RowDocument {
    row: RuleId,
    act: Act,
    #[serde(
        default,
        deserialize_with = "when",
        skip_serializing_if = "Vec::is_empty",
        serialize_with = "cells"
    )]
    when: Vec<Cell>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    department: Option<Department>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    role: Option<Role>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    unit_concerned_or: Option<Department>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    citation: String,
}

map_only!(RowDocument, "a row");

/// An act, ordered by its declaration and not by its text.
#[derive(Clone, Copy, Deserialize, Eq, PartialEq, Serialize)]
#[serde(transparent)]
struct ActKey(Act);

impl fmt::Display for ActKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl PartialOrd for ActKey {
    fn partial_cmp(&self, other: &Self) -> Option<core::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for ActKey {
    fn cmp(&self, other: &Self) -> core::cmp::Ordering {
        (self.0 as usize).cmp(&(other.0 as usize))
    }
}

fn inputs<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Input>, D::Error> {
    list(MAX_INPUTS, deserializer)
}

fn gaps<'de, D: Deserializer<'de>>(deserializer: D) -> Result<RoutingGaps, D::Error> {
    RoutingGaps::deserialize(deserializer)
}

fn rows<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<RowDocument>, D::Error> {
    list(MAX_ROWS, deserializer)
}

fn hit_policies<'de, D: Deserializer<'de>>(deserializer: D) -> Result<BTreeMap<ActKey, HitPolicy>, D::Error> {
    map(Act::ALL.len(), "a map from acts to hit policies", deserializer)
}

/// The cells of a row, such as `{"subject": "service", "region": {"under": "acme:north"}}`.
fn when<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Cell>, D::Error> {
    struct Cells;
    impl<'de> Visitor<'de> for Cells {
        type Value = Vec<Cell>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a map from inputs to words")
        }

        fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Vec<Cell>, A::Error> {
            no_entries(list, &self).map(|_| Vec::new())
        }

        fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Vec<Cell>, A::Error> {
            let mut cells: Vec<Cell> = Vec::new();
            while let Some(input) = entries.next_key::<Input>()? {
                let TestDocument(test) = entries.next_value().map_err(|error| at(input, error))?;
                if test == CellTest::Nothing && !input.may_be_nothing() {
                    return Err(at(input, "only demands and marks can be `nothing`; use another cell"));
                }
                if input == Input::Severity {
                    levels(&test).map_err(|error| at(input, error))?;
                }
                if cells.iter().any(|cell| cell.input == input) {
                    return Err(Error::custom(format_args!("key `{input}` stands twice, expected it once")));
                }
                cells.push(Cell { input, test });
            }
            Ok(cells)
        }
    }
    deserializer.deserialize_any(Cells)
}

/// Checks that the words of a cell for the severity are levels. Levels have no tree.
fn levels(test: &CellTest) -> Result<(), String> {
    match test {
        CellTest::OneOf(words) => words.iter().try_for_each(|word| {
            word.as_str().parse::<Severity>().map(drop).map_err(|error| error.to_string())
        }),
        CellTest::Under(_) => {
            Err("levels have no tree; list them one by one instead of using `under`".to_string())
        }
        CellTest::NotKnown | CellTest::Nothing => Ok(()),
    }
}

fn cells<S: Serializer>(cells: &[Cell], serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(cells.len()))?;
    for cell in cells {
        map.serialize_entry(&cell.input, &TestDocument(cell.test.clone()))?;
    }
    map.end()
}

/// The test of a cell: a word, a list of words, `{"under": word}`, `{"known": false}` or, for demands and marks,
/// `{"nothing": true}`.
struct TestDocument(CellTest);

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct TestMap {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    under: Option<Code>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    known: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    nothing: Option<bool>,
}

impl Serialize for TestDocument {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            CellTest::OneOf(words) => OneOrMany(words.clone()).serialize(serializer),
            CellTest::Under(word) => {
                TestMap { under: Some(*word), known: None, nothing: None }.serialize(serializer)
            }
            CellTest::NotKnown => {
                TestMap { under: None, known: Some(false), nothing: None }.serialize(serializer)
            }
            CellTest::Nothing => {
                TestMap { under: None, known: None, nothing: Some(true) }.serialize(serializer)
            }
        }
    }
}

impl<'de> Deserialize<'de> for TestDocument {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Tests;
        impl<'de> Visitor<'de> for Tests {
            type Value = TestDocument;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a word, a list of words, `under` with a word, `known` with false, or `nothing` with true")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<TestDocument, E> {
                let word = text.parse().map_err(E::custom)?;
                Ok(TestDocument(CellTest::OneOf(Vec::from([word]))))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<TestDocument, A::Error> {
                let words = OneOrMany::deserialize(serde::de::value::SeqAccessDeserializer::new(list))?;
                Ok(TestDocument(CellTest::OneOf(words.0)))
            }

            fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<TestDocument, A::Error> {
                let map = TestMap::deserialize(serde::de::value::MapAccessDeserializer::new(entries))?;
                match map {
                    TestMap { under: Some(word), known: None, nothing: None } => {
                        Ok(TestDocument(CellTest::Under(word)))
                    }
                    TestMap { under: None, known: Some(false), nothing: None } => {
                        Ok(TestDocument(CellTest::NotKnown))
                    }
                    TestMap { under: None, known: None, nothing: Some(true) } => {
                        Ok(TestDocument(CellTest::Nothing))
                    }
                    _ => Err(Error::custom(
                        "expected `under` with a word, `known` with false, or `nothing` with true",
                    )),
                }
            }
        }
        deserializer.deserialize_any(Tests)
    }
}

impl From<&Row> for RowDocument {
    fn from(row: &Row) -> Self {
        let concerned = match row.assignee {
            Assignee::UnitConcerned(otherwise) | Assignee::RoleInUnitConcerned(_, otherwise) => {
                Some(otherwise)
            }
            Assignee::Department(_) | Assignee::RoleIn(..) | Assignee::Role(_) => None,
        };
        Self {
            row: row.id,
            act: row.act,
            when: row.cells.clone(),
            department: row.assignee.department().filter(|_| concerned.is_none()),
            role: row.assignee.role(),
            unit_concerned_or: concerned,
            citation: row.citation.clone().into_owned(),
        }
    }
}

impl RowDocument {
    fn row(self) -> Result<Row, &'static str> {
        let assignee = match (self.department, self.role, self.unit_concerned_or) {
            (Some(department), None, None) => Assignee::Department(department),
            (Some(department), Some(role), None) => Assignee::RoleIn(role, department),
            (None, Some(role), None) => Assignee::Role(role),
            (None, None, Some(otherwise)) => Assignee::UnitConcerned(otherwise),
            (None, Some(role), Some(otherwise)) => Assignee::RoleInUnitConcerned(role, otherwise),
            (None, None, None) | (Some(_), _, Some(_)) => {
                return Err(
                    "expected `department` or `unit-concerned-or`, with or without a `role`, or a `role` alone",
                );
            }
        };
        let citation = Cow::Owned(self.citation);
        Ok(Row { id: self.row, act: self.act, cells: self.when, assignee, citation })
    }
}

impl From<&Routing> for TableDocument {
    fn from(table: &Routing) -> Self {
        let usual = Routing::default();
        let chosen = Act::ALL.iter().filter(|act| table.hit_policy(**act) != usual.hit_policy(**act));
        Self {
            inputs: table.inputs().to_vec(),
            gaps: table.gaps(),
            hit_policies: chosen.map(|&act| (ActKey(act), table.hit_policy(act))).collect(),
            rows: table.rows().iter().map(Into::into).collect(),
        }
    }
}

impl TableDocument {
    fn build(self) -> Result<Routing, String> {
        let mut rows = Vec::with_capacity(self.rows.len());
        for (place, row) in self.rows.into_iter().enumerate() {
            let id = row.row;
            rows.push(row.row().map_err(|error| alloc::format!("rows[{place}] `{id}`: {error}"))?);
        }
        let table = Routing::by(self.inputs).with_gaps(self.gaps).with_rows(rows);
        let policies = self.hit_policies.into_iter();
        Ok(policies.fold(table, |table, (act, policy)| table.with_hit_policy(act.0, policy)))
    }
}

written_as! {
    /// Reads a routing table. The policy proves it.
    Routing = TableDocument, build
}
