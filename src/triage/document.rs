//! A complaint as a record of a file or a message.

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

/// A complaint as JSON or any other form that serde reads; [`ComplaintDocument::build`] checks it.
///
/// Unknown keys are refused, so that a misspelt `recieved` is not a complaint without a receipt. An empty map may be
/// given as an empty list, as PHP writes it, and so may every empty map of any other document of this crate.
///
/// ```
/// use redress::triage::ComplaintDocument;
///
/// let document: ComplaintDocument = serde_json::from_str(
///     r#"{ "id": "NEV-1", "received": "2025-03-14T10:00:00+08:00", "category": ["spare-parts"],
///          "facts": { "hotline-tries": 3 }, "closed": "2025-03-17T16:30:00+08:00" }"#,
/// )?;
/// let complaint = document.build()?;
/// assert_eq!(complaint.categories().len(), 1);
///
/// let naive = r#"{ "id": "NEV-1", "received": "2025-03-14T10:00:00" }"#;
/// let refused = serde_json::from_str::<ComplaintDocument>(naive).unwrap_err();
/// assert!(refused.to_string().starts_with("received: instant `2025-03-14T10:00:00` has no"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
// The reader of the words refuses keys that the document does not have.
#[serde(rename_all = "kebab-case", remote = "Self")]
#[expect(clippy::exhaustive_structs, reason = "a plain document: its fields are its interface")]
pub struct ComplaintDocument {
    /// The id.
    pub id: CaseId,
    /// When it was received, RFC 3339 with an offset; either this or `received_local`.
    #[serde(default, with = "crate::calendar::instant::option", skip_serializing_if = "Option::is_none")]
    pub received: Option<DateTime<Utc>>,
    /// When it was received as the wall clock of the calendar showed it, without an offset. It is read when the document
    /// meets a calendar, as are the local times below: [`ComplaintDocument::build_with`].
    #[serde(default, with = "crate::calendar::local::option", skip_serializing_if = "Option::is_none")]
    pub received_local: Option<NaiveDateTime>,
    /// How it is classified: the words of each facet under its name, as `category`. The department that it is about is
    /// called `unit`.
    #[serde(flatten, skip_deserializing)]
    pub words: Classification,
    /// That the complainant wants nothing; an empty list of demands says only that none is known.
    #[serde(default, deserialize_with = "switch", skip_serializing_if = "is_default")]
    pub no_demand: bool,
    /// The amount at stake.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
    /// The person who is complained about, by the host's id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub staff: Option<ActorId>,
    /// Which actors are the complainant, or represent them: they handle nothing of the case.
    #[serde(default, deserialize_with = "few_actors", skip_serializing_if = "Vec::is_empty")]
    pub complainant_actors: Vec<ActorId>,
    /// The product, batch or device that is complained about, by the host's key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product: Option<ProductKey>,
    /// Who complains, by the host's key.
    #[serde(default, deserialize_with = "private_key", skip_serializing_if = "Option::is_none")]
    pub customer: Option<ComplainantKey>,
    /// What is so, and how often; 0 says that it was asked for and is not so.
    #[serde(default, deserialize_with = "counts", skip_serializing_if = "BTreeMap::is_empty")]
    pub facts: BTreeMap<Fact, u32>,
    /// When it was entered in the register.
    #[serde(default, with = "crate::calendar::instant::option", skip_serializing_if = "Option::is_none")]
    pub registered: Option<DateTime<Utc>>,
    /// When it was entered in the register, as a local time.
    #[serde(default, with = "crate::calendar::local::option", skip_serializing_if = "Option::is_none")]
    pub registered_local: Option<NaiveDateTime>,
    /// When it was acknowledged.
    #[serde(default, with = "crate::calendar::instant::option", skip_serializing_if = "Option::is_none")]
    pub acknowledged: Option<DateTime<Utc>>,
    /// When it was acknowledged, as a local time.
    #[serde(default, with = "crate::calendar::local::option", skip_serializing_if = "Option::is_none")]
    pub acknowledged_local: Option<NaiveDateTime>,
    /// When it was dispatched.
    #[serde(default, with = "crate::calendar::instant::option", skip_serializing_if = "Option::is_none")]
    pub dispatched: Option<DateTime<Utc>>,
    /// When it was dispatched, as a local time.
    #[serde(default, with = "crate::calendar::local::option", skip_serializing_if = "Option::is_none")]
    pub dispatched_local: Option<NaiveDateTime>,
    /// When the responsible department received it.
    #[serde(default, with = "crate::calendar::instant::option", skip_serializing_if = "Option::is_none")]
    pub department_received: Option<DateTime<Utc>>,
    /// When the responsible department received it, as a local time.
    #[serde(default, with = "crate::calendar::local::option", skip_serializing_if = "Option::is_none")]
    pub department_received_local: Option<NaiveDateTime>,
    /// When each of several responsible departments received it.
    #[serde(default, deserialize_with = "entries", skip_serializing_if = "BTreeMap::is_empty")]
    pub departments: BTreeMap<Department, DocumentInstant>,
    /// When it was closed.
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
    /// When it was sent to the organisation through a portal.
    #[serde(default, with = "crate::calendar::instant::option", skip_serializing_if = "Option::is_none")]
    pub sent_to_portal: Option<DateTime<Utc>>,
    /// When other events happened that have no key here: those of the organisation's own, such as `acme:delivered`.
    #[serde(default, deserialize_with = "entries", skip_serializing_if = "BTreeMap::is_empty")]
    pub events: BTreeMap<Anchor, DocumentInstant>,
    /// When it was closed, as a local time.
    #[serde(default, with = "crate::calendar::local::option", skip_serializing_if = "Option::is_none")]
    pub closed_local: Option<NaiveDateTime>,
    /// What was said.
    #[serde(default, deserialize_with = "narrative", skip_serializing_if = "Option::is_none")]
    pub text: Option<Private<String>>,
}

/// Reads a key; a number in its place may be that of a phone, and is not repeated.
pub(crate) fn private_key<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<ComplainantKey>, D::Error> {
    let Some(text) = narrative(deserializer)? else { return Ok(None) };
    text.reveal().parse().map(Some).map_err(serde::de::Error::custom)
}

/// Reads a narrative; what is none is not repeated either.
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

/// The most different facts of one document.
pub const MAX_FACTS: usize = 1_000;

/// The most words of one facet that one document names.
pub const MAX_WORDS: usize = Classification::MAX_WORDS;

/// An instant in a map of a document.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(transparent)]
#[expect(clippy::exhaustive_structs, reason = "an instant and how it is written")]
pub struct DocumentInstant(#[serde(with = "crate::calendar::instant")] pub DateTime<Utc>);

map_only!(ComplaintDocument, "a complaint", check_receipt, ..words: WordSieve);

impl ComplaintDocument {
    /// A complaint of which nothing is known but that it came in.
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

    /// It was received once.
    fn check_receipt(&self) -> Result<(), String> {
        let problem = match (self.received, self.received_local) {
            (None, None) => "neither `received` nor `received-local`",
            (Some(_), Some(_)) => "both `received` and `received-local`",
            (Some(_), None) | (None, Some(_)) => return Ok(()),
        };
        Err(alloc::format!("has {problem}, expected one of the two"))
    }

    /// The events that have keys of their own.
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

    /// The events that are told, but for the receipt.
    pub(crate) fn told_events(&self) -> impl Iterator<Item = (Anchor, DateTime<Utc>)> + '_ {
        let keyed = self.keyed_events().into_iter().filter_map(|(event, at)| Some((event, at?)));
        keyed.chain(self.events.iter().map(|(event, at)| (*event, at.0)))
    }

    /// Checks the document and makes the complaint.
    ///
    /// # Errors
    ///
    /// [`ComplaintFault::NoCalendar`] for each local time, which only [`ComplaintDocument::build_with`] can read,
    /// [`ComplaintFault::NotReceived`] without a receipt, [`ComplaintFault::BeforeReceipt`] for each step of the handling
    /// that is dated before the receipt, [`ComplaintFault::DemandOfNothing`] where there is a demand and that there is
    /// none, and [`ComplaintFault::EventHasKey`] for each of `events` that has a key of its own.
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
    /// The steps of the handling that are dated before the receipt.
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

/// Reads a list of at most [`MAX_COMPLAINANT_ACTORS`].
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
