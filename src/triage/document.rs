//! A complaint as a document: a record of a file or a message.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use chrono::{DateTime, NaiveDateTime, Utc};
use serde::de::Visitor;
use serde::{Deserialize, Deserializer, Serialize};

use crate::faults::Faults;
use crate::private::Private;
use crate::text::left_out::is_default;
use crate::text::list::list;
use crate::text::map::map_or_null;
use crate::text::map_only::{Amount, map_only, switch};
use crate::triage::complaint::Complaint;
use crate::triage::fault::{ComplaintFault, TriageError};
use crate::vocab::{
    ActorId, Anchor, CaseId, Classification, ComplainantKey, Department, Fact, Money, ProductKey, WordSieve,
};

/// A complaint as a document, in JSON or any other format of serde. [`ComplaintDocument::build`] checks it.
///
/// Unknown keys are refused, so that a misspelt `recieved` does not become a complaint without a receipt. An empty map
/// may be written as an empty list, as PHP does.
///
/// # Example: read a complaint from JSON
///
/// ```
/// use redress::triage::ComplaintDocument;
/// use redress::vocab::{Category, Fact};
///
/// let document: ComplaintDocument = serde_json::from_str(
///     r#"{ "id": "NEV-1", "received": "2025-03-14T10:00:00+08:00", "category": ["spare-parts"],
///          "facts": { "hotline-tries": 3 }, "closed": "2025-03-17T16:30:00+08:00" }"#,
/// )?;
/// let complaint = document.build()?;
/// assert_eq!(complaint.categories().collect::<Vec<_>>(), [Category::SPARE_PARTS]);
/// assert_eq!(complaint.count(Fact::HOTLINE_TRIES), 3);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Example: a time without an offset is not an instant
///
/// ```
/// use redress::triage::ComplaintDocument;
///
/// let naive = r#"{ "id": "NEV-1", "received": "2025-03-14T10:00:00" }"#;
/// let refused = serde_json::from_str::<ComplaintDocument>(naive).unwrap_err();
/// assert!(refused.to_string().starts_with("received: instant `2025-03-14T10:00:00` has no"));
/// ```
#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
// The reader of the words refuses keys that the document does not have.
#[serde(rename_all = "kebab-case", remote = "Self")]
#[expect(clippy::exhaustive_structs, reason = "a plain document: its fields are its interface")]
pub struct ComplaintDocument {
    /// The id of the complaint, and later of its case.
    pub id: CaseId,
    /// When the complaint was received, in RFC 3339 with an offset. Give either this or `received_local`.
    #[serde(default, with = "crate::calendar::instant::option", skip_serializing_if = "Option::is_none")]
    pub received: Option<DateTime<Utc>>,
    /// When the complaint was received by the wall clock of the calendar, without an offset.
    ///
    /// Local times are read by [`ComplaintDocument::build_with`], which takes the calendar.
    #[serde(default, with = "crate::calendar::local::option", skip_serializing_if = "Option::is_none")]
    pub received_local: Option<NaiveDateTime>,
    /// How the complaint is classified: the words of each facet, under the name of the facet, such as `category`. The
    /// department that it is about has the key `unit`.
    #[serde(flatten, skip_deserializing)]
    pub words: Classification,
    /// Whether the complainant demands nothing. An empty list of demands only means that no demand is known.
    #[serde(default, deserialize_with = "switch", skip_serializing_if = "is_default")]
    pub no_demand: bool,
    /// The amount at stake.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
    /// The person complained about, by the host's id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub staff: Option<ActorId>,
    /// The actors who are the complainant or represent them. They cannot handle the case.
    #[serde(default, deserialize_with = "few_actors", skip_serializing_if = "Vec::is_empty")]
    pub complainant_actors: Vec<ActorId>,
    /// The product, batch or device complained about, by the host's key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product: Option<ProductKey>,
    /// Who complains, by the host's key.
    #[serde(default, deserialize_with = "private_key", skip_serializing_if = "Option::is_none")]
    pub customer: Option<ComplainantKey>,
    /// How often each fact is so. 0 means that somebody asked, and it is not so.
    #[serde(default, deserialize_with = "counts", skip_serializing_if = "BTreeMap::is_empty")]
    pub facts: BTreeMap<Fact, u32>,
    /// When the complaint was entered in the register.
    #[serde(default, with = "crate::calendar::instant::option", skip_serializing_if = "Option::is_none")]
    pub registered: Option<DateTime<Utc>>,
    /// When the complaint was entered in the register, as a local time.
    #[serde(default, with = "crate::calendar::local::option", skip_serializing_if = "Option::is_none")]
    pub registered_local: Option<NaiveDateTime>,
    /// When the complaint was acknowledged.
    #[serde(default, with = "crate::calendar::instant::option", skip_serializing_if = "Option::is_none")]
    pub acknowledged: Option<DateTime<Utc>>,
    /// When the complaint was acknowledged, as a local time.
    #[serde(default, with = "crate::calendar::local::option", skip_serializing_if = "Option::is_none")]
    pub acknowledged_local: Option<NaiveDateTime>,
    /// When the complaint was dispatched.
    #[serde(default, with = "crate::calendar::instant::option", skip_serializing_if = "Option::is_none")]
    pub dispatched: Option<DateTime<Utc>>,
    /// When the complaint was dispatched, as a local time.
    #[serde(default, with = "crate::calendar::local::option", skip_serializing_if = "Option::is_none")]
    pub dispatched_local: Option<NaiveDateTime>,
    /// When the responsible department received the complaint.
    #[serde(default, with = "crate::calendar::instant::option", skip_serializing_if = "Option::is_none")]
    pub department_received: Option<DateTime<Utc>>,
    /// When the responsible department received the complaint, as a local time.
    #[serde(default, with = "crate::calendar::local::option", skip_serializing_if = "Option::is_none")]
    pub department_received_local: Option<NaiveDateTime>,
    /// When each of several responsible departments received the complaint.
    #[serde(default, deserialize_with = "entries", skip_serializing_if = "BTreeMap::is_empty")]
    pub departments: BTreeMap<Department, DocumentInstant>,
    /// When the complaint was closed.
    #[serde(default, with = "crate::calendar::instant::option", skip_serializing_if = "Option::is_none")]
    pub closed: Option<DateTime<Utc>>,
    /// When a date was agreed with the complainant.
    #[serde(default, with = "crate::calendar::instant::option", skip_serializing_if = "Option::is_none")]
    pub agreed: Option<DateTime<Utc>>,
    /// When the product was installed.
    #[serde(default, with = "crate::calendar::instant::option", skip_serializing_if = "Option::is_none")]
    pub installed: Option<DateTime<Utc>>,
    /// When the organisation learned of the event that it has to report.
    #[serde(default, with = "crate::calendar::instant::option", skip_serializing_if = "Option::is_none")]
    pub became_aware: Option<DateTime<Utc>>,
    /// When the complaint was sent to the organisation through a portal.
    #[serde(default, with = "crate::calendar::instant::option", skip_serializing_if = "Option::is_none")]
    pub sent_to_portal: Option<DateTime<Utc>>,
    /// When other events happened, such as `acme:delivered`. An event that has a key of its own is refused here.
    #[serde(default, deserialize_with = "entries", skip_serializing_if = "BTreeMap::is_empty")]
    pub events: BTreeMap<Anchor, DocumentInstant>,
    /// When the complaint was closed, as a local time.
    #[serde(default, with = "crate::calendar::local::option", skip_serializing_if = "Option::is_none")]
    pub closed_local: Option<NaiveDateTime>,
    /// What was said.
    #[serde(default, deserialize_with = "narrative", skip_serializing_if = "Option::is_none")]
    pub text: Option<Private<String>>,
}

/// Reads a key. A number in its place may be a phone number, so that the error does not repeat it.
pub(crate) fn private_key<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<ComplainantKey>, D::Error> {
    let Some(text) = narrative(deserializer)? else { return Ok(None) };
    text.reveal().parse().map(Some).map_err(serde::de::Error::custom)
}

/// Reads a narrative. The error does not repeat a value that is not a text.
pub(crate) fn narrative<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Private<String>>, D::Error> {
    struct Narrative;
    impl Visitor<'_> for Narrative {
        type Value = Option<Private<String>>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a text")
        }

        fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Self::Value, E> {
            Ok(Some(Private::new(text.into())))
        }

        fn visit_unit<E: serde::de::Error>(self) -> Result<Self::Value, E> {
            Ok(None)
        }

        fn visit_u64<E: serde::de::Error>(self, _: u64) -> Result<Self::Value, E> {
            Err(E::custom("a number, expected a text"))
        }

        fn visit_i64<E: serde::de::Error>(self, _: i64) -> Result<Self::Value, E> {
            Err(E::custom("a number, expected a text"))
        }

        fn visit_f64<E: serde::de::Error>(self, _: f64) -> Result<Self::Value, E> {
            Err(E::custom("a number, expected a text"))
        }
    }
    deserializer.deserialize_any(Narrative)
}

/// The most different facts in one document.
pub const MAX_FACTS: usize = 1_000;

/// The most words of one facet in one document.
pub const MAX_WORDS: usize = Classification::MAX_WORDS;

/// An instant in a map of a document, in RFC 3339 with an offset.
///
/// # Example: an event of the organisation's own
///
/// ```
/// use redress::triage::ComplaintDocument;
///
/// let document: ComplaintDocument = serde_json::from_str(
///     r#"{ "id": "A-1", "received": "2026-04-02T08:00:00Z",
///          "events": { "acme:delivered": "2026-03-30T10:00:00+02:00" } }"#,
/// )?;
/// let delivered = document.build()?.anchors().get("acme:delivered".parse()?);
/// assert_eq!(delivered, Some("2026-03-30T08:00:00Z".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(transparent)]
#[expect(clippy::exhaustive_structs, reason = "an instant and how it is written")]
pub struct DocumentInstant(#[serde(with = "crate::calendar::instant")] pub DateTime<Utc>);

map_only!(ComplaintDocument, "a complaint", check_receipt, ..words: WordSieve);

impl ComplaintDocument {
    /// Creates a document with only an id and a time of receipt.
    ///
    /// # Example: fill in fields
    ///
    /// ```
    /// use redress::triage::ComplaintDocument;
    /// use redress::vocab::{Category, Channel, Classification};
    ///
    /// let said = ComplaintDocument {
    ///     words: Classification::of(Category::SPARE_PARTS).with(Channel::HOTLINE),
    ///     ..ComplaintDocument::new("NEV-1".parse()?, "2025-03-14T02:00:00Z".parse()?)
    /// };
    /// assert_eq!(said.build()?.categories().collect::<Vec<_>>(), [Category::SPARE_PARTS]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn new(id: CaseId, received: DateTime<Utc>) -> Self {
        Self {
            id,
            received: Some(received),
            received_local: None,
            words: Classification::new(),
            no_demand: false,
            amount: None,
            staff: None,
            complainant_actors: Vec::new(),
            product: None,
            customer: None,
            facts: BTreeMap::new(),
            registered: None,
            registered_local: None,
            acknowledged: None,
            acknowledged_local: None,
            dispatched: None,
            dispatched_local: None,
            department_received: None,
            department_received_local: None,
            departments: BTreeMap::new(),
            closed: None,
            closed_local: None,
            agreed: None,
            installed: None,
            became_aware: None,
            sent_to_portal: None,
            events: BTreeMap::new(),
            text: None,
        }
    }

    /// Checks that the receipt is given exactly once.
    fn check_receipt(&self) -> Result<(), String> {
        let problem = match (self.received, self.received_local) {
            (None, None) => "neither `received` nor `received-local`",
            (Some(_), Some(_)) => "both `received` and `received-local`",
            (Some(_), None) | (None, Some(_)) => return Ok(()),
        };
        Err(alloc::format!("has {problem}, expected one of the two"))
    }

    /// Returns the events that have keys of their own.
    const fn keyed_events(&self) -> [(Anchor, Option<DateTime<Utc>>); 9] {
        [
            (Anchor::REGISTERED, self.registered),
            (Anchor::ACKNOWLEDGED, self.acknowledged),
            (Anchor::DISPATCHED, self.dispatched),
            (Anchor::DEPARTMENT_RECEIVED, self.department_received),
            (Anchor::CLOSED, self.closed),
            (Anchor::AGREED, self.agreed),
            (Anchor::INSTALLED, self.installed),
            (Anchor::BECAME_AWARE, self.became_aware),
            (Anchor::SENT_TO_PORTAL, self.sent_to_portal),
        ]
    }

    /// Returns the events of the document, without the receipt.
    pub(crate) fn told_events(&self) -> impl Iterator<Item = (Anchor, DateTime<Utc>)> + '_ {
        let keyed = self.keyed_events().into_iter().filter_map(|(event, at)| Some((event, at?)));
        keyed.chain(self.events.iter().map(|(event, at)| (*event, at.0)))
    }

    /// Checks the document and creates the complaint.
    ///
    /// # Errors
    ///
    /// Returns a [`TriageError`] with every fault:
    ///
    /// - [`ComplaintFault::NoCalendar`] for each local time; only [`ComplaintDocument::build_with`] can read these
    /// - [`ComplaintFault::TwoInstants`] for each event that is given as an instant and as a local time
    /// - [`ComplaintFault::NotReceived`] if the document has no receipt
    /// - [`ComplaintFault::BeforeReceipt`] and [`ComplaintFault::DepartmentBeforeReceipt`] for each step that is dated
    ///   before the receipt
    /// - [`ComplaintFault::DemandOfNothing`] if there is a demand beside `no-demand`
    /// - [`ComplaintFault::EventHasKey`] for each entry of `events` that has a key of its own
    ///
    /// The first three are returned alone, without the others.
    ///
    /// # Example: closed before it was received
    ///
    /// ```
    /// use redress::triage::ComplaintDocument;
    ///
    /// let document = r#"{ "id": "A-1", "received": "2026-03-06T10:00:00Z", "closed": "2026-03-05T10:00:00Z" }"#;
    /// let refused = serde_json::from_str::<ComplaintDocument>(document)?.build().unwrap_err();
    /// assert_eq!(
    ///     refused.to_string(),
    ///     "`closed` at 2026-03-05T10:00:00Z lies before the receipt at 2026-03-06T10:00:00Z; correct one of the two",
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn build(mut self) -> Result<Complaint, TriageError> {
        let unread = self.unread();
        let Some(received) = self.received.filter(|_| unread.is_empty()) else {
            return Faults::none_or(unread, ()).and(Err(ComplaintFault::NotReceived.into()));
        };
        let mut complaint = Complaint::new(self.id, received);
        let keyed = self.keyed_events();
        for (event, at) in keyed {
            if let Some(at) = at {
                complaint.anchors.set(event, at);
            }
        }
        let mut faults = Vec::new();
        for (&event, &DocumentInstant(at)) in &self.events {
            if event == Anchor::RECEIVED || keyed.iter().any(|(other, _)| *other == event) {
                faults.push(ComplaintFault::EventHasKey { event });
            } else {
                complaint.anchors.set(event, at);
            }
        }
        complaint.words = self.words;
        complaint.no_demand = self.no_demand;
        complaint.amount = self.amount;
        complaint.staff = self.staff;
        complaint.complainant_actors = distinct(self.complainant_actors);
        complaint.product = self.product;
        complaint.complainant = self.customer;
        self.facts.into_iter().for_each(|(fact, count)| complaint.set_fact(fact, count));
        complaint.departments = self.departments.into_iter().map(|(unit, at)| (unit, at.0)).collect();
        complaint.narrative = self.text;
        faults.extend(complaint.steps_before_receipt());
        if let (true, Some(demand)) = (complaint.no_demand, complaint.words.first()) {
            faults.push(ComplaintFault::DemandOfNothing { demand });
        }
        Faults::none_or(faults, complaint)
    }
}

impl Complaint {
    /// Returns a fault for each step of the handling that is dated before the receipt.
    pub(crate) fn steps_before_receipt(&self) -> impl Iterator<Item = ComplaintFault> + '_ {
        static HANDLING: [Anchor; 8] = [
            Anchor::REGISTERED,
            Anchor::ACKNOWLEDGED,
            Anchor::DISPATCHED,
            Anchor::DEPARTMENT_RECEIVED,
            Anchor::RECLASSIFIED,
            Anchor::REOPENED,
            Anchor::FINAL_RESPONSE_SENT,
            Anchor::CLOSED,
        ];
        let received = self.received;
        // Most complaints have no event before their receipt, and nothing is looked for.
        let handling = if self.anchors.is_before(received) { &HANDLING[..] } else { &[] };
        let steps = handling.iter().filter_map(|event| Some((*event, None, self.anchors.get(*event)?)));
        let departments = self
            .departments
            .iter()
            .map(|&(department, at)| (Anchor::DEPARTMENT_RECEIVED, Some(department), at));
        let early = steps.chain(departments).filter(move |(_, _, at)| *at < received);
        early.map(move |(event, department, at)| match department {
            None => ComplaintFault::BeforeReceipt { event, at, received },
            Some(department) => ComplaintFault::DepartmentBeforeReceipt { department, at, received },
        })
    }
}

fn distinct<T: PartialEq>(words: Vec<T>) -> Vec<T> {
    let mut kept: Vec<T> = Vec::with_capacity(words.len());
    for word in words {
        if !kept.contains(&word) {
            kept.push(word);
        }
    }
    kept
}

/// The most actors who are the complainant or represent them.
pub(crate) const MAX_COMPLAINANT_ACTORS: usize = 16;

/// Reads a list of at most [`MAX_COMPLAINANT_ACTORS`] actors.
pub(crate) fn few_actors<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<ActorId>, D::Error> {
    list(MAX_COMPLAINANT_ACTORS, deserializer)
}

pub(crate) fn counts<'de, D: Deserializer<'de>>(deserializer: D) -> Result<BTreeMap<Fact, u32>, D::Error> {
    let counts: BTreeMap<Fact, Amount> = entries(deserializer)?;
    Ok(counts.into_iter().map(|(fact, count)| (fact, count.0)).collect())
}

fn entries<'de, D, K, V>(deserializer: D) -> Result<BTreeMap<K, V>, D::Error>
where
    D: Deserializer<'de>,
    K: Deserialize<'de> + Ord + fmt::Display,
    V: Deserialize<'de>,
{
    map_or_null(MAX_FACTS, "a map", deserializer)
}
