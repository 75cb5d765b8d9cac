//! Findings about a complaint.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::case::command::note::Note;
use crate::case::payload::payload;
use crate::private::Private;
use crate::text::left_out::is_default;
use crate::text::map_only::{map_only, switch};
use crate::triage::document::{counts, few_actors, narrative, private_key};
use crate::triage::{Complaint, PastCounts};
use crate::vocab::course::NotEstablishedReason;
use crate::vocab::organisation::EvidenceBasis;
use crate::vocab::{
    ActorId, Cause, Classification, ComplainantKey, Demand, Facet, Fact, FaultParty, Money, ProductKey, Word,
    WordSieve,
};

/// Findings about a complaint. Each part that is given replaces what was known; the other parts stay as they are.
///
/// # Example: a finding replaces the category and keeps the rest
///
/// ```
/// use redress::case::command::Findings;
/// use redress::case::{Command, Office, Request, Stamp};
/// use redress::sample;
/// use redress::vocab::{Category, Fact};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let (policy, roster) = (sample::policy()?, sample::roster()?);
/// let case = sample::case(&policy, &roster)?; // about product quality
/// let found = Findings::of(Category::SERVICE_PROCESS).with_fact(Fact::HOTLINE_TRIES, 3);
/// let stamp = Stamp::new("k-2".parse()?, "anna".parse()?, "2026-04-02T09:00:00Z".parse()?);
/// let request = Request::on(&case, stamp, Command::Reclassify(found));
///
/// let decision = Office::new(&policy, &roster).decide(&case, request)?;
/// let case = case.after(&decision)?;
/// assert!(case.complaint().categories().eq([Category::SERVICE_PROCESS]));
/// assert_eq!(case.complaint().count(Fact::HOTLINE_TRIES), 3);
/// # Ok(()) }
/// ```
// The reader of the words refuses keys that the document does not have.
#[derive(Clone, Debug, Default, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case", remote = "Self")]
#[expect(clippy::exhaustive_structs, reason = "a plain record: its fields are its interface")]
pub struct Findings {
    /// The words that were found. A facet with at least one word replaces the known words of that facet.
    #[serde(flatten, skip_deserializing)]
    pub words: Classification,
    /// The person whom the complaint is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub staff: Option<ActorId>,
    /// The actors who are the complainant or represent them. They are added to those that are known.
    #[serde(default, deserialize_with = "few_actors", skip_serializing_if = "Vec::is_empty")]
    pub complainant_actors: Vec<ActorId>,
    /// The product, batch or device that the complaint is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product: Option<ProductKey>,
    /// The key of the complainant.
    #[serde(default, deserialize_with = "private_key", skip_serializing_if = "Option::is_none")]
    pub complainant: Option<ComplainantKey>,
    /// Whether the complainant asks for nothing. `true` removes the known demands.
    #[serde(default, deserialize_with = "switch", skip_serializing_if = "is_default")]
    pub no_demand: bool,
    /// The amount that the complaint is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
    /// The facts, each with its count. A count of 0 says that somebody checked and it is not so. Other facts stay.
    #[serde(default, deserialize_with = "counts", skip_serializing_if = "BTreeMap::is_empty")]
    pub facts: BTreeMap<Fact, u32>,
    /// The text of the complaint, at most 20,000 bytes.
    #[serde(default, deserialize_with = "narrative", skip_serializing_if = "Option::is_none")]
    pub text: Option<Private<String>>,
    /// The cost of a remedy that was carried out without a stated cost. Until the cost is stated, no total is known,
    /// and no approval chain that depends on an amount can be chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spent: Option<Money>,
    /// New counts of similar earlier complaints.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub past: Option<PastCounts>,
}

map_only!(Findings, "findings", ..words: WordSieve);

payload! {
    /// The cause of the problem, and the people whose actions caused it.
    #[derive(Default)]
    pub struct CauseFinding = "a finding of the cause" {
        /// The real cause, the party at fault, and whatever else was found. The cause stated before is kept as well.
        #[serde(default)]
        pub findings: Findings,
        /// The people whose actions caused the problem. From then on the complaint is about them, and they sign
        /// nothing.
        #[serde(default, deserialize_with = "crate::case::payload::records", skip_serializing_if = "Vec::is_empty")]
        pub responsible: Vec<ActorId>,
        /// Every cause that was considered. `findings` names the main one.
        #[serde(default, deserialize_with = "crate::case::payload::records", skip_serializing_if = "Vec::is_empty")]
        pub possible: Vec<Cause>,
        /// What the finding rests on, such as records, statements of the staff, or a visit on site.
        #[serde(default, deserialize_with = "crate::case::payload::records", skip_serializing_if = "Vec::is_empty")]
        pub evidence: Vec<EvidenceBasis>,
    }
}

payload! {
    /// A finding that the complaint is unfounded.
    pub struct NotEstablishedFinding = "a finding that it is not established" {
        /// The reasons, from 1 to 16.
        #[serde(deserialize_with = "crate::case::payload::few")]
        pub reasons: Vec<NotEstablishedReason>,
        /// What the complainant was told.
        pub explanation: Note,
    }
}

payload! {
    /// A finding that the customer caused the problem, with a check of whether the organisation contributed.
    ///
    /// ```
    /// use redress::case::command::CustomerCausedFinding;
    ///
    /// let found: CustomerCausedFinding = serde_json::from_str(
    ///     r#"{"explanation": "the filter was never cleaned", "manual-unclear": true, "not-explained": false}"#,
    /// )?;
    /// assert!(found.manual_unclear && found.cause.is_none());
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct CustomerCausedFinding = "a finding that the customer caused it" {
        /// What the complainant was told.
        pub explanation: Note,
        /// Whether an unclear manual contributed.
        #[serde(deserialize_with = "switch")]
        pub manual_unclear: bool,
        /// Whether it contributed that nobody explained the use.
        #[serde(deserialize_with = "switch")]
        pub not_explained: bool,
        /// The cause. Required if the policy has a form for such complaints.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub cause: Option<Note>,
        /// The corrective measure. Required if the policy has a form for such complaints.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub corrective: Option<Note>,
        /// The preventive measure. Required if the policy has a form for such complaints.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub preventive: Option<Note>,
    }
}

impl Findings {
    /// Sets the count of a fact. 0 says that somebody checked and it is not so.
    #[must_use]
    pub fn with_fact(mut self, fact: Fact, count: u32) -> Self {
        self.facts.insert(fact, count);
        self
    }

    /// Returns `true` if a fact gets a lower count than it has now.
    pub(in crate::case) fn lowers(&self, complaint: &Complaint) -> bool {
        self.facts.iter().any(|(&fact, &count)| count < complaint.count(fact))
    }

    /// Replaces what was known by what was found.
    pub(in crate::case) fn apply(&self, complaint: &mut Complaint) {
        fn set<T: Copy>(known: &mut Option<T>, found: Option<T>) {
            *known = found.or(*known);
        }
        complaint.words.replace(&self.words);
        set(&mut complaint.staff, self.staff);
        for &actor in &self.complainant_actors {
            if !complaint.complainant_actors.contains(&actor) {
                complaint.complainant_actors.push(actor);
            }
        }
        set(&mut complaint.product, self.product);
        set(&mut complaint.complainant, self.complainant);
        set(&mut complaint.amount, self.amount);
        if self.text.is_some() {
            complaint.narrative.clone_from(&self.text);
        }
        if self.no_demand {
            complaint.words.clear(Facet::Demand);
            complaint.no_demand = true;
        } else if self.words.first::<Demand>().is_some() {
            complaint.no_demand = false;
        }
        for (&fact, &count) in &self.facts {
            complaint.set_fact(fact, count);
        }
    }
}

impl Findings {
    /// Creates findings with one word.
    ///
    /// ```
    /// use redress::case::command::Findings;
    /// use redress::vocab::{Cause, FaultParty};
    ///
    /// let found = Findings::of(Cause::SERVICE_ATTITUDE).with_word(FaultParty::COMPANY);
    /// assert_eq!(found.words.iter().count(), 2);
    /// ```
    #[must_use]
    pub fn of<W: Word>(word: W) -> Self {
        Self::default().with_word(word)
    }

    /// Adds a word of any facet, such as the cause or the party at fault.
    #[must_use]
    pub fn with_word<W: Word>(mut self, word: W) -> Self {
        self.words.add(word);
        self
    }
}

impl CauseFinding {
    /// Creates a finding of a cause and the party at fault.
    ///
    /// ```
    /// use redress::case::command::CauseFinding;
    /// use redress::vocab::{Cause, FaultParty};
    /// use redress::vocab::kind::CauseGroup;
    ///
    /// let found = CauseFinding::new(Cause::from(CauseGroup::PRODUCT_QUALITY), FaultParty::COMPANY)
    ///     .with_responsible("li".parse()?);
    /// assert_eq!(found.responsible, ["li".parse()?]);
    /// # Ok::<(), redress::vocab::error::IdError>(())
    /// ```
    #[must_use]
    pub fn new(cause: Cause, party: FaultParty) -> Self {
        Self { findings: Findings::of(cause).with_word(party), ..Self::default() }
    }

    /// Adds a person whose actions caused the problem.
    #[must_use]
    pub fn with_responsible(mut self, person: ActorId) -> Self {
        self.responsible.push(person);
        self
    }

    /// Adds a cause that was considered.
    #[must_use]
    pub fn with_possible(mut self, cause: Cause) -> Self {
        self.possible.push(cause);
        self
    }

    /// Adds something on which the finding rests.
    #[must_use]
    pub fn with_evidence(mut self, basis: EvidenceBasis) -> Self {
        self.evidence.push(basis);
        self
    }
}

impl NotEstablishedFinding {
    /// Creates a finding with one reason.
    ///
    /// ```
    /// use redress::case::command::NotEstablishedFinding;
    /// use redress::vocab::course::NotEstablishedReason;
    ///
    /// let told = "the invoice is correct".parse()?;
    /// let found = NotEstablishedFinding::new(NotEstablishedReason::MISUNDERSTANDING, told);
    /// assert_eq!(found.reasons.len(), 1);
    /// # Ok::<(), redress::case::command::NoteError>(())
    /// ```
    #[must_use]
    pub fn new(reason: NotEstablishedReason, explanation: Note) -> Self {
        Self { reasons: Vec::from([reason]), explanation }
    }
}
