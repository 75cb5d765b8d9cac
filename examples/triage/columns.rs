//! Which column of an export holds which part of a complaint.

use std::collections::BTreeMap;
use std::path::Path;

use redress::policy::Policy;
use redress::vocab::{Code, Currency, Facet, Fact, Input, Money};

use crate::times::Times;
use crate::words::Words;

/// What a field of a complaint holds.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Kind {
    Id,
    /// A key of the host: a person, a product, a customer.
    Key,
    Time,
    Word(Facet),
    Words(Facet),
    Switch,
    Amount,
    Facts,
    Departments,
    Text,
}

impl Kind {
    /// The facet of the words that the field holds.
    fn facet(self) -> Option<Facet> {
        if let Self::Word(facet) | Self::Words(facet) = self { Some(facet) } else { None }
    }
}

/// The fields of a complaint, by the names of its documents.
pub(crate) const FIELDS: [(&str, Kind); 24] = [
    ("id", Kind::Id),
    ("received", Kind::Time),
    ("received-local", Kind::Time),
    ("no-demand", Kind::Switch),
    ("amount", Kind::Amount),
    ("staff", Kind::Key),
    ("complainant-actors", Kind::Key),
    ("product", Kind::Key),
    ("customer", Kind::Key),
    ("facts", Kind::Facts),
    ("registered", Kind::Time),
    ("registered-local", Kind::Time),
    ("acknowledged", Kind::Time),
    ("acknowledged-local", Kind::Time),
    ("dispatched", Kind::Time),
    ("dispatched-local", Kind::Time),
    ("department-received", Kind::Time),
    ("department-received-local", Kind::Time),
    ("departments", Kind::Departments),
    ("closed", Kind::Time),
    ("closed-local", Kind::Time),
    ("agreed", Kind::Time),
    ("events", Kind::Departments),
    ("text", Kind::Text),
];

/// Fields without a local form, beside `agreed`.
pub(crate) const MORE_TIMES: [&str; 3] = ["installed", "became-aware", "sent-to-portal"];

pub(crate) fn kind(field: &str) -> Option<Kind> {
    let more = MORE_TIMES.contains(&field).then_some(Kind::Time);
    let known = FIELDS.iter().find(|(name, _)| *name == field).map(|(_, kind)| *kind);
    known.or(more).or_else(|| of_facet(field))
}

/// Every facet is a field by its name, also a facet of your own.
fn of_facet(field: &str) -> Option<Kind> {
    let facet = field.parse::<Input>().ok()?.facet().filter(|facet| *facet != Facet::Mark)?;
    Some(if facet.is_single() { Kind::Word(facet) } else { Kind::Words(facet) })
}

/// The settings for the columns of an export, from a file or the command line.
#[derive(Default)]
pub(crate) struct Settings {
    separator: Option<String>,
    times: Option<String>,
    local_times: bool,
    pub(crate) ignore_unknown: bool,
    /// Texts that mean nothing, such as `N/A`.
    empty: Vec<String>,
    currency: Option<String>,
    /// From fields to columns; of a word the parent's column comes first.
    fields: BTreeMap<String, Vec<String>>,
    /// From facts to columns.
    facts: BTreeMap<String, String>,
    /// From values to words: of every field, and of one.
    values: BTreeMap<String, String>,
    values_of: BTreeMap<String, BTreeMap<String, String>>,
}

impl Settings {
    /// Reads the table `columns` of a file.
    pub(crate) fn read(path: &Path) -> Result<Self, String> {
        let text = std::fs::read_to_string(path).map_err(|error| error.to_string())?;
        let mut table: toml::Table =
            toml::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| error.to_string())?;
        let Some(toml::Value::Table(columns)) = table.remove("columns") else {
            return Err("has no table `[columns]`".into());
        };
        if let Some(key) = table.keys().next() {
            return Err(format!("key `{key}` is unknown, expected `columns` alone"));
        }
        Self::of(columns)
    }

    pub(crate) fn of(columns: toml::Table) -> Result<Self, String> {
        let mut settings = Self::default();
        for (key, value) in columns {
            let wrong = |expected: &str| format!("columns: `{key}` is not {expected}");
            match key.as_str() {
                "separator" => settings.separator = Some(text(value).ok_or_else(|| wrong("a text"))?),
                "times" => settings.times = Some(text(value).ok_or_else(|| wrong("a text"))?),
                "currency" => settings.currency = Some(text(value).ok_or_else(|| wrong("a text"))?),
                "local-times" => {
                    settings.local_times = value.as_bool().ok_or_else(|| wrong("true or false"))?;
                }
                "ignore-unknown" => {
                    settings.ignore_unknown = value.as_bool().ok_or_else(|| wrong("true or false"))?;
                }
                "empty" => settings.empty = texts(value).ok_or_else(|| wrong("a list of texts"))?,
                "facts" => {
                    settings.facts = table(value).ok_or_else(|| wrong("a table of facts and columns"))?;
                }
                "values" => settings.values(value)?,
                field => {
                    if kind(field).is_none() {
                        return Err(unknown_field(field));
                    }
                    let columns = texts(value).ok_or_else(|| wrong("the name of a column, or a list"))?;
                    settings.fields.insert(key, columns);
                }
            }
        }
        settings.checked()
    }

    fn values(&mut self, value: toml::Value) -> Result<(), String> {
        let wrong = || "columns.values: expected values and words, or a table of them for a field".to_owned();
        let toml::Value::Table(values) = value else { return Err(wrong()) };
        for (key, value) in values {
            if let toml::Value::String(word) = value {
                self.values.insert(key, word);
            } else if !value.is_table() {
                return Err(wrong());
            } else if kind(&key).is_some() {
                let words = table(value).ok_or_else(wrong)?;
                self.values_of.insert(key, words);
            } else {
                return Err(unknown_field(&key));
            }
        }
        Ok(())
    }

    /// Takes `FIELD=COLUMN` from the command line; it replaces the file's setting for the field.
    pub(crate) fn with_flags(mut self, flags: &[String]) -> Result<Self, String> {
        let mut fields: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for flag in flags {
            let Some((field, column)) = flag.split_once('=') else {
                return Err(format!("--column `{flag}`: expected FIELD=COLUMN such as `category=Product`"));
            };
            if let Some(fact) = field.strip_prefix("facts.") {
                self.facts.insert(fact.to_owned(), column.to_owned());
            } else if kind(field).is_some() {
                fields.entry(field.to_owned()).or_default().push(column.to_owned());
            } else if kind(column).is_some() {
                return Err(format!(
                    "--column `{flag}`: the field comes first, expected `--column {column}={field}`"
                ));
            } else {
                return Err(unknown_field(field));
            }
        }
        self.fields.extend(fields);
        self.checked()
    }

    pub(crate) fn with_switches(mut self, ignore_unknown: bool, local_times: bool) -> Self {
        self.ignore_unknown |= ignore_unknown;
        self.local_times |= local_times;
        self
    }

    fn checked(self) -> Result<Self, String> {
        for (field, columns) in &self.fields {
            let several = kind(field).and_then(Kind::facet).is_some();
            if columns.is_empty() || (columns.len() > 1 && !several) {
                return Err(format!("columns: `{field}` has {} columns, expected one", columns.len()));
            }
        }
        if let Some(separator) = &self.separator
            && separator.len() != 1
        {
            return Err(format!("columns: separator `{separator}` is not one character"));
        }
        Ok(self)
    }

    /// Checks the settings against the words of a policy.
    pub(crate) fn build(self, policy: &Policy, words: &Words) -> Result<Mapping, String> {
        // A facet of the organisation's own has a colon in its name.
        for field in self.fields.keys().chain(self.values_of.keys()).filter(|field| field.contains(':')) {
            let facet = kind(field).and_then(Kind::facet).filter(|facet| !words.has_any(*facet));
            if let Some(facet) = facet {
                let own = words.facets().map(|facet| facet.to_string()).filter(|facet| facet.contains(':'));
                let near = nearest(field, own);
                return Err(format!("columns: the policy declares no word of the facet `{facet}`{near}"));
            }
        }
        for (field, values) in &self.values_of {
            let Some(facet) = kind(field).and_then(Kind::facet) else {
                return Err(format!("columns.values.{field}: the field has no words"));
            };
            for word in values.values() {
                word.parse::<Code>().ok().filter(|word| words.has(facet, *word)).ok_or_else(|| {
                    let near = nearest(word, words.of_facet(facet).map(|word| word.to_string()));
                    format!("columns.values.{field}: {facet} `{word}` is not declared by the policy{near}")
                })?;
            }
        }
        for word in self.values.values() {
            if !word.parse::<Code>().is_ok_and(|word| words.is_any(word)) {
                let near = nearest(word, words.all().map(|word| word.to_string()));
                return Err(format!("columns.values: `{word}` is no word that the policy declares{near}"));
            }
        }
        for fact in self.facts.keys() {
            let declared = fact.parse::<Fact>().is_ok_and(|fact| policy.taxonomy().contains(fact));
            if !declared {
                let facts = policy.taxonomy().words::<Fact>().map(|declared| declared.word.to_string());
                let near = nearest(fact, facts);
                return Err(format!("columns.facts: fact `{fact}` is not declared by the policy{near}"));
            }
        }
        if let Some(currency) = &self.currency {
            currency.parse::<Currency>().map_err(|error| format!("columns: {error}"))?;
        }
        let times = Times::new(self.local_times, self.times.as_deref())?;
        Ok(Mapping { settings: self, times })
    }
}

/// What the columns of an export are, checked against a policy.
pub(crate) struct Mapping {
    settings: Settings,
    pub(crate) times: Times,
}

/// The columns of one file: which fields they are, and which are none.
#[derive(Clone, Default)]
pub(crate) struct Plan {
    /// Fields with the places of their columns.
    pub(crate) fields: Vec<(String, Vec<usize>)>,
    /// Facts with the places of their columns.
    pub(crate) facts: Vec<(String, usize)>,
    /// Columns that are no fields.
    pub(crate) unknown: Vec<String>,
    /// Columns that the settings name and the file does not have.
    pub(crate) missing: Vec<String>,
}

impl Mapping {
    /// The separator that is declared.
    pub(crate) fn separator(&self) -> Option<u8> {
        self.settings.separator.as_ref().and_then(|separator| separator.bytes().next())
    }

    pub(crate) fn ignores_unknown(&self) -> bool {
        self.settings.ignore_unknown
    }

    /// Says what each column is.
    pub(crate) fn plan(&self, columns: &[String]) -> Plan {
        let mut plan = Plan::default();
        let place = |name: &str| columns.iter().position(|column| column == name);
        let mut used = Vec::new();
        for (field, names) in &self.settings.fields {
            let places: Vec<usize> = names.iter().filter_map(|name| place(name)).collect();
            // What has the name of the field already needs no mapping.
            if places.is_empty()
                && let Some(own) = place(field)
            {
                used.push(own);
                plan.fields.push((field.clone(), vec![own]));
                continue;
            }
            plan.missing.extend(names.iter().filter(|name| place(name).is_none()).cloned());
            used.extend(places.iter().copied());
            plan.fields.push((field.clone(), places));
        }
        for (fact, name) in &self.settings.facts {
            match place(name) {
                Some(place) => {
                    used.push(place);
                    plan.facts.push((fact.clone(), place));
                }
                None => plan.missing.push(name.clone()),
            }
        }
        for (place, column) in columns.iter().enumerate().filter(|(place, _)| !used.contains(place)) {
            // `Fault party` and `fault_party` are the field `fault-party`.
            let name = column.trim().to_lowercase().replace([' ', '_'], "-");
            let is_mapped = self.settings.fields.contains_key(&name);
            if kind(&name).is_some() && !is_mapped {
                plan.fields.push((name, vec![place]));
            } else if !column.trim().is_empty() {
                plan.unknown.push(column.clone());
            }
        }
        plan
    }

    /// Whether a text means nothing.
    pub(crate) fn is_empty(&self, text: &str) -> bool {
        text.is_empty() || self.settings.empty.iter().any(|empty| empty.eq_ignore_ascii_case(text))
    }

    /// The word that a table names for a value.
    pub(crate) fn word(&self, field: &str, value: &str) -> Option<Code> {
        let own = self.settings.values_of.get(field).and_then(|values| values.get(value));
        own.or_else(|| self.settings.values.get(value))?.parse().ok()
    }

    /// An amount: minor units with a currency such as `120000 EUR`, or a number in the declared currency.
    pub(crate) fn amount(&self, text: &str) -> Option<Money> {
        if let Some((minor, currency)) = text.split_once(' ')
            && let (Ok(minor), Ok(currency)) = (minor.parse(), currency.trim().parse())
        {
            return Some(Money::new(minor, currency));
        }
        let currency: Currency = self.settings.currency.as_ref()?.parse().ok()?;
        let digits = usize::try_from(currency.minor_digits()).ok()?;
        let number = text.trim_matches(|sign: char| sign == '$' || sign == '€' || sign == '£' || sign == ' ');
        let (whole, parts) = decimal(number, digits)?;
        let minor: u64 = format!("{whole}{parts:0<digits$}").parse().ok()?;
        Some(Money::new(minor, currency))
    }
}

/// The digits before and after the decimal separator: the last one, if as many digits follow as the currency has. All
/// others part thousands.
fn decimal(number: &str, digits: usize) -> Option<(String, String)> {
    let mut groups: Vec<&str> = number.split(['.', ',', '\'', ' ']).collect();
    if groups.iter().any(|group| !group.bytes().all(|byte| byte.is_ascii_digit()))
        || groups.first().is_none_or(|first| first.is_empty())
    {
        return None;
    }
    let has_parts = groups.len() > 1 && digits > 0 && groups.last().is_some_and(|last| last.len() == digits);
    let parts = if has_parts { groups.pop().unwrap_or_default() } else { "" };
    let is_thousands = groups.iter().skip(1).all(|group| group.len() == 3);
    is_thousands.then(|| (groups.concat(), parts.to_owned()))
}

pub(crate) fn unknown_field(field: &str) -> String {
    let fields: Vec<&str> = FIELDS.iter().map(|(name, _)| *name).chain(MORE_TIMES).collect();
    let facets =
        Facet::ALL.iter().filter(|facet| of_facet(facet.as_str()).is_some()).map(ToString::to_string);
    let near = nearest(field, fields.iter().map(ToString::to_string).chain(facets));
    format!("`{field}` is no field of a complaint{near}, expected a facet or one of {}", fields.join(", "))
}

/// Names the candidate that is nearest to a misspelt word; empty if there is no candidate.
fn nearest(word: &str, candidates: impl Iterator<Item = String>) -> String {
    let near = candidates.min_by_key(|candidate| distance(word, candidate));
    near.map(|near| format!("; the nearest is `{near}`")).unwrap_or_default()
}

/// How many characters must be changed, added or removed to turn one word into the other.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut before: Vec<usize> = (0..=other.len()).collect();
    for (at, letter) in one.chars().enumerate() {
        let mut row = vec![at + 1];
        let mut left = at + 1;
        for (pair, of_other) in before.windows(2).zip(&other) {
            if let [diagonal, above] = pair {
                left = (diagonal + usize::from(letter != *of_other)).min(above + 1).min(left + 1);
                row.push(left);
            }
        }
        before = row;
    }
    before.last().copied().unwrap_or(0)
}

fn text(value: toml::Value) -> Option<String> {
    if let toml::Value::String(text) = value { Some(text) } else { None }
}

fn texts(value: toml::Value) -> Option<Vec<String>> {
    if let toml::Value::Array(values) = value {
        return values.into_iter().map(text).collect();
    }
    text(value).map(|text| vec![text])
}

fn table(value: toml::Value) -> Option<BTreeMap<String, String>> {
    let toml::Value::Table(entries) = value else { return None };
    entries.into_iter().map(|(key, value)| Some((key, text(value)?))).collect()
}
