//! Turns a row of an export into a complaint, and collects the values that match nothing in the policy.

use chrono::{DateTime, NaiveDate, Utc};
use redress::calendar::{Calendar, instant};
use redress::policy::Policy;
use redress::triage::ComplaintDocument;
use redress::vocab::{ActorId, CaseId, Code, ComplainantKey, Facet, Fact, ProductKey};
use serde_json::{Map, Value};

use crate::columns::{Kind, Mapping, Plan, kind};
use crate::times::Time;
use crate::words::Words;

/// The fields that may be given as a local time.
const LOCAL: [&str; 6] =
    ["received", "registered", "acknowledged", "dispatched", "department-received", "closed"];

/// Reads rows by a mapping and the words of a policy.
pub(crate) struct Rows<'a> {
    pub(crate) mapping: Mapping,
    words: Words,
    policy: &'a Policy,
    calendar: &'a Calendar,
}

/// A value that matches nothing: the complaint is judged without it.
#[derive(Clone, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct Unmatched {
    pub(crate) field: String,
    pub(crate) column: String,
    pub(crate) value: String,
}

/// A row, column by column.
pub(crate) type Row = [(String, Value)];

impl<'a> Rows<'a> {
    pub(crate) fn new(mapping: Mapping, words: Words, policy: &'a Policy) -> Self {
        Self { mapping, words, policy, calendar: policy.calendar() }
    }

    /// Makes a complaint of a row. Refuses a row only if its time of receipt cannot be read.
    pub(crate) fn document(
        &self,
        plan: &Plan,
        row: &Row,
        line: u64,
    ) -> Result<(ComplaintDocument, Vec<Unmatched>), String> {
        let mut reader =
            Reader { rows: self, row, object: Map::new(), unmatched: Vec::new(), received: None, day: None };
        let receipt = |field: &str| field.starts_with("received");
        for (field, places) in plan.fields.iter().filter(|(field, _)| receipt(field)) {
            reader.received(field, places)?;
        }
        if reader.received.is_none() {
            return Err("has no receipt: map the column with the time of receipt to `received`".into());
        }
        for (field, places) in plan.fields.iter().filter(|(field, _)| !receipt(field)) {
            reader.field(field, places);
        }
        reader.facts(&plan.facts);
        reader.object.entry("id").or_insert_with(|| format!("line-{line}").into());
        let document = serde_json::from_value(reader.object.into()).map_err(|error| error.to_string())?;
        Ok((document, reader.unmatched))
    }
}

struct Reader<'r, 'a> {
    rows: &'r Rows<'a>,
    row: &'r Row,
    object: Map<String, Value>,
    unmatched: Vec<Unmatched>,
    received: Option<DateTime<Utc>>,
    day: Option<NaiveDate>,
}

impl Reader<'_, '_> {
    /// The text of a column; `None` if it means nothing.
    fn text(&self, place: usize) -> Option<String> {
        let (_, value) = self.row.get(place)?;
        let text = value.as_str().map_or_else(|| value.to_string(), |text| text.trim().to_owned());
        (!value.is_null() && !self.rows.mapping.is_empty(&text)).then_some(text)
    }

    fn note(&mut self, field: &str, place: usize, value: impl Into<String>) {
        let column = self.row.get(place).map(|(column, _)| column.clone()).unwrap_or_default();
        self.unmatched.push(Unmatched { field: field.to_owned(), column, value: value.into() });
    }

    fn instant(&self, time: Time) -> Option<DateTime<Utc>> {
        match time {
            Time::Instant(at) => Some(at),
            Time::Local(local) => {
                self.rows.calendar.local_instant(local, self.rows.calendar.local_times()).ok()
            }
        }
    }

    fn received(&mut self, field: &str, places: &[usize]) -> Result<(), String> {
        let Some((place, text)) = places.iter().find_map(|&place| Some((place, self.text(place)?))) else {
            return Ok(());
        };
        let column = self.row.get(place).map(|(column, _)| column.as_str()).unwrap_or_default();
        let problem = |problem: String| format!("column `{column}`: `{text}` {problem}");
        let time = self.read_time(field, &text).map_err(problem)?;
        let Some(at) = self.instant(time) else {
            return Err(problem("cannot be read by the calendar of the policy".into()));
        };
        self.received = Some(at);
        self.day = self.rows.calendar.date(at).ok();
        self.put("received", time);
        Ok(())
    }

    /// A field that ends in `-local` has no offset.
    fn read_time(&self, field: &str, text: &str) -> Result<Time, String> {
        if field.ends_with("-local") {
            let times = crate::times::Times::new(true, None)?;
            return times.read(text);
        }
        self.rows.mapping.times.read(text)
    }

    fn put(&mut self, field: &str, time: Time) {
        if let Time::Local(local) = time
            && LOCAL.contains(&field)
        {
            let local = local.format("%Y-%m-%dT%H:%M:%S").to_string();
            self.object.insert(format!("{field}-local"), local.into());
        } else if let Some(at) = self.instant(time) {
            self.object.insert(field.to_owned(), instant::format(at).into());
        }
    }

    fn field(&mut self, field: &str, places: &[usize]) {
        match kind(field) {
            Some(Kind::Word(facet)) => {
                let word = self.word(field, facet, places);
                self.object.extend(word.map(|word| (field.to_owned(), word.to_string().into())));
            }
            Some(Kind::Words(facet)) => self.words(field, facet, places),
            Some(kind) => {
                for &place in places {
                    self.value(field, kind, place);
                }
            }
            None => {}
        }
    }

    /// The word of several columns, each under the word of the one before.
    fn word(&mut self, field: &str, facet: Facet, places: &[usize]) -> Option<Code> {
        let texts: Vec<(usize, String)> =
            places.iter().filter_map(|&place| Some((place, self.text(place)?))).collect();
        let (rows, mut found) = (self.rows, None::<Code>);
        let mut path = String::new();
        for (place, text) in texts {
            path = if path.is_empty() { text.clone() } else { format!("{path} > {text}") };
            let named = rows.mapping.word(field, &path).or_else(|| rows.mapping.word(field, &text));
            let word = named.or_else(|| rows.words.find(facet, &text, found.as_ref(), self.day));
            match word {
                Some(word) => found = Some(word),
                None => self.note(field, place, path.clone()),
            }
        }
        found
    }

    /// Words in one column, parted by `;`, or in a list; or one word in several columns.
    fn words(&mut self, field: &str, facet: Facet, places: &[usize]) {
        let list = match places {
            [place] => self.list(field, facet, *place).map(|texts| (*place, texts)),
            _ => None,
        };
        let mut codes: Vec<Value> = Vec::new();
        if let Some((place, texts)) = list {
            for text in texts {
                match self.find(field, facet, &text) {
                    Some(word) => codes.push(word.to_string().into()),
                    None => self.note(field, place, text),
                }
            }
        } else {
            codes.extend(self.word(field, facet, places).map(|word| Value::from(word.to_string())));
        }
        if !codes.is_empty() {
            self.object.insert(field.to_owned(), codes.into());
        }
    }

    fn find(&self, field: &str, facet: Facet, text: &str) -> Option<Code> {
        let named = self.rows.mapping.word(field, text);
        named.or_else(|| self.rows.words.find(facet, text, None, self.day))
    }

    /// The texts of a list: of JSON, or of a text with `;` that is no word as a whole.
    fn list(&self, field: &str, facet: Facet, place: usize) -> Option<Vec<String>> {
        if let Some((_, Value::Array(values))) = self.row.get(place) {
            return Some(values.iter().filter_map(|value| value.as_str().map(str::to_owned)).collect());
        }
        let text = self.text(place).filter(|text| text.contains(';'))?;
        if self.find(field, facet, &text).is_some() {
            return None;
        }
        let parts = text.split(';').map(str::trim).filter(|part| !part.is_empty());
        Some(parts.map(str::to_owned).collect())
    }

    fn value(&mut self, field: &str, kind: Kind, place: usize) {
        // What JSON writes as a map or a list stands as it is.
        let written = self.row.get(place).map(|(_, value)| value.clone());
        match (kind, written) {
            (Kind::Facts, Some(Value::Object(facts))) => return self.known_facts(field, place, facts),
            (
                Kind::Departments | Kind::Amount | Kind::Key,
                Some(value @ (Value::Object(_) | Value::Array(_))),
            ) => {
                _ = self.object.insert(field.to_owned(), value);
                return;
            }
            _ => {}
        }
        let Some(text) = self.text(place) else { return };
        let read: Option<Value> = match kind {
            Kind::Id => text.parse::<CaseId>().is_ok().then(|| text.as_str().into()),
            Kind::Key if field == "complainant-actors" => {
                let actors: Vec<&str> = text.split(';').map(str::trim).filter(|id| !id.is_empty()).collect();
                let are_ids = actors.iter().all(|id| id.parse::<ActorId>().is_ok());
                are_ids.then(|| actors.into())
            }
            Kind::Key => match field {
                "product" => text.parse::<ProductKey>().is_ok(),
                "customer" => text.parse::<ComplainantKey>().is_ok(),
                _ => text.parse::<ActorId>().is_ok(),
            }
            .then(|| text.as_str().into()),
            Kind::Time => return self.time(field, place, &text),
            Kind::Switch => count(&text).map(|count| (count > 0).into()),
            Kind::Amount => {
                self.rows.mapping.amount(&text).and_then(|amount| serde_json::to_value(amount).ok())
            }
            Kind::Facts => {
                let pairs = text.split(';').map(|pair| {
                    let (fact, count) = pair.split_once('=')?;
                    Some((fact.trim().to_owned(), Value::from(count.trim().parse::<u32>().ok()?)))
                });
                match pairs.collect::<Option<Map<String, Value>>>() {
                    Some(facts) => return self.known_facts(field, place, facts),
                    None => None,
                }
            }
            Kind::Text => Some(text.as_str().into()),
            Kind::Departments | Kind::Word(_) | Kind::Words(_) => None,
        };
        match read {
            Some(value) => _ = self.object.insert(field.to_owned(), value),
            // Whom it is about is not repeated.
            None if field == "customer" || field == "text" => self.note(field, place, "(not shown)"),
            None => self.note(field, place, text),
        }
    }

    fn time(&mut self, field: &str, place: usize, text: &str) {
        let base = field.strip_suffix("-local").unwrap_or(field);
        let time = self.read_time(field, text).ok();
        let time = time.and_then(|time| Some((time, self.instant(time)?)));
        match (time, self.received) {
            // A step of the handling comes after the receipt.
            (Some((_, at)), Some(received)) if at < received && LOCAL.contains(&base) => {
                self.note(field, place, "(earlier than the receipt)");
            }
            (Some((time, _)), _) => self.put(base, time),
            (None, _) => self.note(field, place, text),
        }
    }

    /// Facts of one column, those that the policy declares.
    fn known_facts(&mut self, field: &str, place: usize, facts: Map<String, Value>) {
        let mut found = Map::new();
        for (fact, count) in facts {
            let is_known = fact.parse::<Fact>().is_ok_and(|fact| self.rows.policy.taxonomy().contains(fact));
            if is_known && count.as_u64().is_some_and(|count| u32::try_from(count).is_ok()) {
                found.insert(fact, count);
            } else {
                self.note(field, place, format!("{fact}={count}"));
            }
        }
        self.object.insert(field.to_owned(), found.into());
    }

    /// Facts with columns of their own: a number, or yes or no.
    fn facts(&mut self, facts: &[(String, usize)]) {
        let mut found = Map::new();
        for (fact, place) in facts {
            let Some(text) = self.text(*place) else { continue };
            match count(&text) {
                Some(count) => _ = found.insert(fact.clone(), count.into()),
                None => self.note(fact, *place, text),
            }
        }
        if found.is_empty() {
            return;
        }
        if let Some(Value::Object(facts)) = self.object.get_mut("facts") {
            facts.extend(found);
        } else {
            self.object.insert("facts".to_owned(), found.into());
        }
    }
}

/// A number, or yes or no.
fn count(text: &str) -> Option<u32> {
    match text.to_lowercase().as_str() {
        "yes" | "y" | "true" | "x" | "ja" | "oui" | "sí" | "是" => Some(1),
        "no" | "n" | "false" | "nein" | "non" | "否" => Some(0),
        number => number.parse().ok(),
    }
}
