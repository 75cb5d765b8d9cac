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
    MAX_CALENDARS, MAX_DECLARED_WORDS, MAX_DEPARTMENT_CALENDARS, MAX_FORMS, MAX_LANGUAGES, MAX_MUST_ASK,
    MAX_OWN_FACETS, MAX_RULES, MAX_TEXTS,
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

/// A policy as JSON, TOML or any other form that serde reads. [`build`](Self::build) proves it and returns the
/// policy.
///
/// Unknown keys are refused, with their place. Whatever is left out has the default of
/// [`PolicyBuilder`](crate::policy::PolicyBuilder): the standard words and labels, no severity rules, no clocks, and
/// no approvals. `name`, `version`, `calendar` and `routing` are required.
///
/// # Example: a desk in one file
///
/// ```
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
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Example: a misspelt key
///
/// ```
/// use redress::policy::PolicyDocument;
///
/// let error = serde_json::from_str::<PolicyDocument>(r#"{"name": "desk", "verion": "1"}"#).unwrap_err();
/// assert!(error.to_string().starts_with("unknown field `verion`, expected `version`"));
/// ```
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
#[expect(clippy::exhaustive_structs, reason = "a plain document: its fields are its interface")]
pub struct PolicyDocument {
    /// The name of the policy: 1 to 100 visible characters.
    pub name: String,
    /// The version of the policy: 1 to 100 visible characters.
    pub version: String,
    /// The main calendar. It applies wherever no other calendar is named.
    pub calendar: CalendarDocument,
    /// The named calendars, to which clocks, targets and departments refer.
    #[serde(default, deserialize_with = "calendars", skip_serializing_if = "Vec::is_empty")]
    pub calendars: Vec<CalendarDocument>,
    /// The calendars of departments: a map from departments to names of `calendars`.
    #[serde(default, deserialize_with = "department_calendars", skip_serializing_if = "BTreeMap::is_empty")]
    pub department_calendars: BTreeMap<Department, String>,
    /// The labels of the facets that the organisation adds. A facet exists by its words, with or without a label.
    #[serde(default, deserialize_with = "facets", skip_serializing_if = "Vec::is_empty")]
    pub facets: Vec<FacetDocument>,
    /// The facets that keep only some of the standard words; every other facet keeps all of them. The words in
    /// `words` are added in either case.
    #[serde(default, deserialize_with = "only", skip_serializing_if = "Vec::is_empty")]
    pub only: Vec<OnlyDocument>,
    /// The organisation's own words, other labels for standard words, and the days on which words are in use.
    #[serde(default, deserialize_with = "words", skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<WordDocument>,
    /// The texts in languages that are not built in, and other phrases for those that are: for each language a map from
    /// keys to texts, as [`Labels::with_texts`](crate::labels::Labels::with_texts) takes it.
    #[serde(default, deserialize_with = "texts", skip_serializing_if = "BTreeMap::is_empty")]
    pub texts: BTreeMap<Locale, BTreeMap<String, String>>,
    /// The language in which a text is shown that a language lacks. `None` if it is English for languages that are not
    /// built in, and none for the others.
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    pub fallback_language: Option<Locale>,
    /// The severity rules. `None` if complaints are not rated.
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    pub severity: Option<SeverityRules>,
    /// The rules for the importance of complaints, if there are any.
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    pub importance: Option<Rating<Importance>>,
    /// The rules for the urgency of complaints, if there are any.
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    pub urgency: Option<Rating<Urgency>>,
    /// The rules for the claim kind of complaints that do not name one, if there are any.
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    pub claim_kind: Option<Rating<ClaimKind>>,
    /// The rules that mark complaints, whatever their severity.
    #[serde(default, deserialize_with = "marks", skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<MarkRule>,
    /// The conditions under which a complaint may have certain words.
    #[serde(default, deserialize_with = "requirements", skip_serializing_if = "Vec::is_empty")]
    pub requirements: Vec<Requirement>,
    /// The facts that must be asked: until one is answered, its count is unknown.
    #[serde(default, deserialize_with = "must_ask", skip_serializing_if = "Vec::is_empty")]
    pub must_ask: Vec<Fact>,
    /// The routing table: who is responsible for which complaints.
    pub routing: Routing,
    /// The clocks, in any order.
    #[serde(default, deserialize_with = "clocks", skip_serializing_if = "Vec::is_empty")]
    pub clocks: Vec<ClockRule>,
    /// The test for closing a complaint without a solution, if there is one.
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    pub forced_closure: Option<ForcedClosure>,
    /// Which optional stages cases have, and what each step requires.
    #[serde(default, skip_serializing_if = "is_default")]
    pub track: Track,
    /// The rules about people: separation of duties, and what the complainant may do.
    #[serde(default, skip_serializing_if = "PeopleRules::is_default")]
    pub people: PeopleRules,
    /// How complainants are treated.
    #[serde(default, skip_serializing_if = "is_default")]
    pub conduct: Conduct,
    /// The approval table: who must approve which decisions.
    #[serde(default, skip_serializing_if = "nobody")]
    pub approvals: ApprovalTable,
    /// The forms, each kind at most once.
    #[serde(default, deserialize_with = "forms", skip_serializing_if = "Vec::is_empty")]
    pub forms: Vec<Form>,
    /// The reports, each kind at most once.
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

/// The texts of one language.
struct Texts(BTreeMap<String, String>);

impl<'de> Deserialize<'de> for Texts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        map(MAX_TEXTS, "the texts of a language as a map", deserializer).map(Self)
    }
}

fn texts<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<BTreeMap<Locale, BTreeMap<String, String>>, D::Error> {
    let texts: BTreeMap<Locale, Texts> = map(MAX_LANGUAGES, "the texts of languages as a map", deserializer)?;
    Ok(texts.into_iter().map(|(locale, texts)| (locale, texts.0)).collect())
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
    /// Returns the document of a policy. Reading and building it again results in an equal policy.
    ///
    /// # Example: to a file and back
    ///
    /// ```
    /// use redress::policy::PolicyDocument;
    /// use redress::sample;
    ///
    /// let policy = sample::policy()?;
    /// let text = serde_json::to_string(&PolicyDocument::of(&policy))?;
    /// let document: PolicyDocument = serde_json::from_str(&text)?;
    /// let zone = policy.calendar().zone().clone();
    /// let again = document.build(|_, _| Some(zone.clone()))?;
    /// assert_eq!(PolicyDocument::of(&again), PolicyDocument::of(&policy));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn of(policy: &Policy) -> Self {
        let (only, words) = described(policy.taxonomy(), policy.labels());
        let facets = policy.labels().labelled_facets().map(|facet| FacetDocument::of(facet, policy.labels()));
        Self {
            facets: facets.collect(),
            texts: overlay(policy.labels()),
            fallback_language: policy.labels().fallback(),
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

    /// Proves the document and returns the policy.
    ///
    /// `resolve` returns the time zone for a name over the known days of a calendar, or says that it does not know
    /// the name.
    ///
    /// # Errors
    ///
    /// Returns every [`PolicyFault`] at once. Faults of the calendars or of the words are returned alone, because
    /// nothing else can be checked without them.
    ///
    /// # Example: an unknown time zone
    ///
    /// ```
    /// use redress::calendar::Zone;
    /// use redress::policy::PolicyDocument;
    /// use redress::sample;
    ///
    /// let document = PolicyDocument::of(&sample::policy()?);
    /// let faults = document.build(|_, _| None::<Zone>).unwrap_err();
    /// assert_eq!(faults.faults().len(), 1);
    /// assert!(faults.to_string().starts_with("calendar: "));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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

    /// The named calendars, or the faults of all that cannot be built.
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

    /// The declared words of each facet: the standard ones or the listed ones, and the own words.
    fn taxonomy(&self) -> Result<Taxonomy, PolicyFaults> {
        // The first declaration of a word counts; a second one is reported below.
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
            // A misspelt word in the list must not declare a new word.
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
        for (locale, texts) in &self.texts {
            for (key, text) in texts {
                faults.extend(labels.add_text(key, *locale, text).err().map(PolicyFault::Label));
            }
        }
        let labels = match self.fallback_language {
            Some(fallback) => labels.with_fallback(fallback),
            None => labels,
        };
        PolicyFaults::none_or(faults, labels)
    }
}

/// The texts of an organisation that its words and facets do not show.
fn overlay(labels: &Labels) -> BTreeMap<Locale, BTreeMap<String, String>> {
    let mut texts: BTreeMap<Locale, BTreeMap<String, String>> = BTreeMap::new();
    for (locale, key, text) in labels.overlay() {
        texts.entry(locale).or_default().insert(key, text.into());
    }
    texts
}
