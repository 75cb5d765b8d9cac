//! A whole policy as a document.

use alloc::collections::btree_map::Entry;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Deserializer, Serialize};

use crate::approval::ApprovalTable;
use crate::calendar::reading::ZoneAnswer;
use crate::calendar::text::excerpt;
use crate::calendar::{Calendar, CalendarDocument, KnownDays};
use crate::labels::Labels;
use crate::policy::clock::ClockRule;
use crate::policy::document::words::{FacetDocument, OnlyDocument, WordDocument, described};
use crate::policy::fault::{PolicyFault, PolicyFaults};
use crate::policy::limits::{
    MAX_CALENDARS, MAX_DECLARED_WORDS, MAX_DEPARTMENT_CALENDARS, MAX_FORMS, MAX_MUST_ASK, MAX_OWN_FACETS,
    MAX_RULES,
};
use crate::policy::procedure::Policy;
use crate::policy::record::{Form, ReportRule, list_of_reports};
use crate::policy::routing::Routing;
use crate::policy::severity::{MarkRule, Rating, SeverityRules};
use crate::policy::track::{Conduct, ForcedClosure, PeopleRules, Requirement, Track};
use crate::taxonomy::{Declared, Taxonomy, TaxonomyFault};
use crate::text::left_out::{is_default, some};
use crate::text::list::list;
use crate::text::map::map;
use crate::text::map_only::map_only;
use crate::vocab::kind::{ClaimKind, Importance, Urgency};
use crate::vocab::{Code, Department, Facet, Fact, Locale};

/// A policy as JSON, TOML or any other form that serde reads; [`PolicyDocument::build`] proves it.
///
/// Unknown keys are refused, with their place. What is left out is as [`PolicyBuilder`](crate::policy::PolicyBuilder)
/// has it: the standard words and labels, no severity, no clocks, nobody who has to approve anything.
///
/// # Example: a desk in one file
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use chrono::FixedOffset;
/// use redress::calendar::Zone;
/// use redress::policy::PolicyDocument;
///
/// let document: PolicyDocument = toml::from_str(r#"
///     name = "front desk"
///     version = "2026-1"
///
///     [calendar]
///     name = "office"
///     revision = "1"
///     zone = "Asia/Shanghai"
///     first = "2026-01-01"
///     last = "2026-12-31"
///     week = { mon = ["09:00-17:30"], tue = ["09:00-17:30"] }
///
///     ## A category of our own, and none of the standard ones.
///     [[words]]
///     facet = "category"
///     word = "acme:noise"
///     en = "noise"
///
///     [[only]]
///     facet = "category"
///     words = []
///
///     [routing]
///     inputs = ["category"]
///     rows = [{ row = "noise", act = "owner", department = "front-desk", when = { category = "acme:noise" } }]
///
///     [[clocks]]
///     clock = "response"
///     from = "received"
///     due = { working-days = 2, end = "close-of-business" }
/// "#)?;
/// let policy = document.build(|name, known| {
///     let offset = FixedOffset::east_opt(8 * 3_600)?;
///     (name == "Asia/Shanghai").then(|| Zone::tabulate(name, &offset, known).ok())?
/// })?;
/// assert_eq!(policy.clocks().len(), 1);
/// assert_eq!(PolicyDocument::of(&policy).words, document.words);
/// # Ok(()) }
/// ```
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
#[expect(clippy::exhaustive_structs, reason = "a plain document: its fields are its interface")]
pub struct PolicyDocument {
    /// The name of the policy.
    pub name: String,
    /// Its version.
    pub version: String,
    /// The calendar for everything that names no other.
    pub calendar: CalendarDocument,
    /// The calendars that clocks, targets and departments name.
    #[serde(default, deserialize_with = "calendars", skip_serializing_if = "Vec::is_empty")]
    pub calendars: Vec<CalendarDocument>,
    /// The calendars of departments, by their names.
    #[serde(default, deserialize_with = "department_calendars", skip_serializing_if = "BTreeMap::is_empty")]
    pub department_calendars: BTreeMap<Department, String>,
    /// How the facets are called that the organisation adds. A facet is there by its words, called or not.
    #[serde(default, deserialize_with = "facets", skip_serializing_if = "Vec::is_empty")]
    pub facets: Vec<FacetDocument>,
    /// The facets that have just these of the standard words; every other has them all. Those of `words` come to either.
    #[serde(default, deserialize_with = "only", skip_serializing_if = "Vec::is_empty")]
    pub only: Vec<OnlyDocument>,
    /// Words of the organisation's own, other labels, and the days on which words are in use.
    #[serde(default, deserialize_with = "words", skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<WordDocument>,
    /// How bad complaints are.
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    pub severity: Option<SeverityRules>,
    /// How much complaints weigh.
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    pub importance: Option<Rating<Importance>>,
    /// How soon complaints want attention.
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    pub urgency: Option<Rating<Urgency>>,
    /// Under which definition complaints are pursued.
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    pub claim_kind: Option<Rating<ClaimKind>>,
    /// What marks complaints beside their severity.
    #[serde(default, deserialize_with = "marks", skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<MarkRule>,
    /// When a word may stand on a complaint.
    #[serde(default, deserialize_with = "requirements", skip_serializing_if = "Vec::is_empty")]
    pub requirements: Vec<Requirement>,
    /// The facts that must be asked.
    #[serde(default, deserialize_with = "must_ask", skip_serializing_if = "Vec::is_empty")]
    pub must_ask: Vec<Fact>,
    /// Who gets which complaints.
    pub routing: Routing,
    /// The clocks.
    #[serde(default, deserialize_with = "clocks", skip_serializing_if = "Vec::is_empty")]
    pub clocks: Vec<ClockRule>,
    /// When a complaint is closed by force.
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    pub forced_closure: Option<ForcedClosure>,
    /// The course of the cases.
    #[serde(default, skip_serializing_if = "is_default")]
    pub track: Track,
    /// Whom the policy keeps from what.
    #[serde(default, skip_serializing_if = "PeopleRules::is_default")]
    pub people: PeopleRules,
    /// How a complainant is met.
    #[serde(default, skip_serializing_if = "is_default")]
    pub conduct: Conduct,
    /// Who has to approve what.
    #[serde(default, skip_serializing_if = "nobody")]
    pub approvals: ApprovalTable,
    /// The forms.
    #[serde(default, deserialize_with = "forms", skip_serializing_if = "Vec::is_empty")]
    pub forms: Vec<Form>,
    /// The reports.
    #[serde(default, deserialize_with = "list_of_reports", skip_serializing_if = "Vec::is_empty")]
    pub reports: Vec<ReportRule>,
}

map_only!(PolicyDocument, "a policy");

fn nobody(table: &ApprovalTable) -> bool {
    table.chains().is_empty()
}

fn only<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<OnlyDocument>, D::Error> {
    list(Facet::ALL.len(), deserializer)
}

fn words<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<WordDocument>, D::Error> {
    list(MAX_DECLARED_WORDS, deserializer)
}

fn calendars<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<CalendarDocument>, D::Error> {
    list(MAX_CALENDARS, deserializer)
}

fn department_calendars<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<BTreeMap<Department, String>, D::Error> {
    map(MAX_DEPARTMENT_CALENDARS, "the calendars of departments as a map", deserializer)
}

fn marks<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<MarkRule>, D::Error> {
    list(MAX_RULES, deserializer)
}

fn requirements<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Requirement>, D::Error> {
    list(MAX_RULES, deserializer)
}

fn clocks<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<ClockRule>, D::Error> {
    list(MAX_RULES, deserializer)
}

fn facets<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<FacetDocument>, D::Error> {
    list(MAX_OWN_FACETS, deserializer)
}

fn must_ask<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Fact>, D::Error> {
    list(MAX_MUST_ASK, deserializer)
}

fn forms<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Form>, D::Error> {
    list(MAX_FORMS, deserializer)
}

impl PolicyDocument {
    /// The document of a policy: read back and built, it is the same policy.
    #[must_use]
    pub fn of(policy: &Policy) -> Self {
        let (only, words) = described(policy.taxonomy(), policy.labels());
        let facets = policy.labels().labelled_facets().map(|facet| FacetDocument::of(facet, policy.labels()));
        Self {
            facets: facets.collect(),
            name: policy.name().into(),
            version: policy.version().into(),
            calendar: CalendarDocument::from(policy.calendar()),
            calendars: policy.calendars().skip(1).map(CalendarDocument::from).collect(),
            department_calendars: policy
                .department_calendars()
                .map(|(department, calendar)| (department, calendar.name().into()))
                .collect(),
            only,
            words,
            severity: policy.severity().cloned(),
            importance: policy.importance().cloned(),
            urgency: policy.urgency().cloned(),
            claim_kind: policy.claim_kind().cloned(),
            marks: policy.marks().to_vec(),
            requirements: policy.requirements().to_vec(),
            must_ask: policy.must_ask().to_vec(),
            routing: policy.routing().clone(),
            clocks: policy.clocks().to_vec(),
            forced_closure: policy.forced_closure().cloned(),
            track: policy.track().clone(),
            conduct: *policy.conduct(),
            people: policy.people().clone(),
            approvals: policy.approvals().clone(),
            forms: policy.forms().to_vec(),
            reports: policy.reports().to_vec(),
        }
    }

    /// Proves the document and builds the policy; `resolve` says what the name of a zone means over some days.
    ///
    /// # Errors
    ///
    /// Every [`PolicyFault`] at once; those of its calendar and of its words come alone, for nothing else can be held
    /// against them.
    pub fn build<A: ZoneAnswer>(
        &self,
        mut resolve: impl FnMut(&str, KnownDays) -> A,
    ) -> Result<Policy, PolicyFaults> {
        let calendar = self.calendar.build(&mut resolve).map_err(PolicyFault::Calendar)?;
        let calendars = self.named_calendars(&mut resolve)?;
        let taxonomy = self.taxonomy()?;
        let labels = self.labels()?;
        let mut builder = Policy::builder(&self.name)
            .version(&self.version)
            .taxonomy(taxonomy)
            .labels(labels)
            .calendar(calendar)
            .routing(self.routing.clone())
            .track(self.track.clone())
            .conduct(self.conduct)
            .people(self.people.clone())
            .must_ask(self.must_ask.iter().copied())
            .approvals(self.approvals.clone());
        builder = calendars.into_iter().fold(builder, crate::policy::builder::PolicyBuilder::named_calendar);
        for (&department, name) in &self.department_calendars {
            builder = builder.department_calendar(department, name.clone());
        }
        if let Some(rules) = &self.severity {
            builder = builder.severity(rules.clone());
        }
        if let Some(rating) = &self.importance {
            builder = builder.importance(rating.clone());
        }
        if let Some(rating) = &self.urgency {
            builder = builder.urgency(rating.clone());
        }
        if let Some(rating) = &self.claim_kind {
            builder = builder.claim_kind(rating.clone());
        }
        if let Some(test) = &self.forced_closure {
            builder = builder.forced_closure(test.clone());
        }
        builder = self.forms.iter().cloned().fold(builder, crate::policy::builder::PolicyBuilder::form);
        builder = self.reports.iter().cloned().fold(builder, crate::policy::builder::PolicyBuilder::report);
        builder = self.marks.iter().cloned().fold(builder, crate::policy::builder::PolicyBuilder::mark);
        builder = self
            .requirements
            .iter()
            .cloned()
            .fold(builder, crate::policy::builder::PolicyBuilder::requirement);
        self.clocks.iter().cloned().fold(builder, crate::policy::builder::PolicyBuilder::clock).build()
    }

    /// The calendars that have to be named, or the faults of all that cannot be built.
    fn named_calendars<A: ZoneAnswer>(
        &self,
        resolve: &mut impl FnMut(&str, KnownDays) -> A,
    ) -> Result<Vec<Calendar>, PolicyFaults> {
        let (mut calendars, mut faults) = (Vec::new(), Vec::new());
        for document in &self.calendars {
            match document.build(&mut *resolve) {
                Ok(calendar) => calendars.push(calendar),
                Err(of_calendar) => faults
                    .push(PolicyFault::NamedCalendar { name: excerpt(&document.name), faults: of_calendar }),
            }
        }
        PolicyFaults::none_or(faults, calendars)
    }

    /// The words: the standard ones of a facet, or those it has alone, and the organisation's own.
    fn taxonomy(&self) -> Result<Taxonomy, PolicyFaults> {
        // Of two that are one the first one.
        let mut own: BTreeMap<(Facet, Code), &WordDocument> = BTreeMap::new();
        let mut twice = None;
        for word in &self.words {
            match own.entry((word.facet, word.word)) {
                Entry::Vacant(entry) => {
                    entry.insert(word);
                }
                Entry::Occupied(_) => twice = twice.or(Some((word.facet, word.word))),
            }
        }
        let named = self.only.iter().map(|only| only.facet).chain(self.words.iter().map(|word| word.facet));
        let facets: BTreeSet<Facet> = named.chain(Facet::ALL.iter().copied()).collect();
        let mut declared: Vec<(Facet, Declared<Code>)> = Vec::new();
        for facet in facets {
            let mut lists = self.only.iter().filter(|only| only.facet == facet);
            let only = lists.next();
            if lists.next().is_some() {
                return Err(PolicyFault::OnlyTwice { facet }.into());
            }
            let standard = facet.standard_codes();
            let own_of = |word: &Code| own.get(&(facet, *word)).copied();
            // A slip in the list declares no word.
            let known = |word: &Code| standard.contains(word) || own_of(word).is_some();
            let unknown = only.and_then(|only| only.words.iter().copied().find(|word| !known(word)));
            if let Some(word) = unknown {
                return Err(PolicyFault::OnlyUnknown { facet, word }.into());
            }
            let mut codes = only.map_or(standard, |only| only.words.clone());
            let mut among: BTreeSet<Code> = codes.iter().copied().collect();
            let added = self.words.iter().filter(|word| word.facet == facet).map(|word| word.word);
            codes.extend(added.filter(|&word| among.insert(word)));
            declared.extend(codes.into_iter().map(|code| {
                let word = own_of(&code);
                let (first_day, last_day) =
                    (word.and_then(|word| word.from), word.and_then(|word| word.until));
                (facet, Declared { word: code, first_day, last_day })
            }));
        }
        if let Some((facet, word)) = twice {
            return Err(PolicyFault::Words(TaxonomyFault::DeclaredTwice { facet, word }).into());
        }
        Taxonomy::new(declared).map_err(|faults| {
            let faults = faults.iter().cloned().map(PolicyFault::Words).collect();
            match PolicyFaults::none_or(faults, ()) {
                Err(faults) => faults,
                Ok(()) => PolicyFault::Missing { part: "word" }.into(),
            }
        })
    }

    fn labels(&self) -> Result<Labels, PolicyFaults> {
        let mut labels = Labels::standard();
        let mut faults = Vec::new();
        for word in &self.words {
            let texts =
                [(Locale::En, &word.en), (Locale::ZhHans, &word.zh_hans), (Locale::ZhHant, &word.zh_hant)];
            for (locale, text) in texts {
                let Some(text) = text else { continue };
                faults.extend(labels.add(word.facet, word.word, locale, text).err().map(PolicyFault::Label));
            }
        }
        for document in &self.facets {
            for (locale, text) in document.labels() {
                faults.extend(labels.add_facet(document.facet, locale, text).err().map(PolicyFault::Label));
            }
        }
        PolicyFaults::none_or(faults, labels)
    }
}
