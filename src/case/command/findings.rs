//! What was found out about a complaint.

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

/// What was found out about a complaint: each part that is given takes the place of what was known.
///
/// ```
/// use redress::case::command::Findings;
/// use redress::vocab::{Category, Fact};
///
/// let findings = Findings::of(Category::SPARE_PARTS).with_fact(Fact::HOTLINE_TRIES, 3);
/// assert_eq!(findings.facts.len(), 1);
/// ```
// The reader of the words refuses keys that the document does not have.
#[derive(Clone, Debug, Default, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case", remote = "Self")]
#[expect(clippy::exhaustive_structs, reason = "a plain record: its fields are its interface")]
pub struct Findings {
    /// The words that were found, by facet; a facet that has none keeps those that were known.
    #[serde(flatten, skip_deserializing)]
    pub words: Classification,
    /// The person who is complained about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub staff: Option<ActorId>,
    /// Which actors are the complainant, or represent them; those that are known stay.
    #[serde(default, deserialize_with = "few_actors", skip_serializing_if = "Vec::is_empty")]
    pub complainant_actors: Vec<ActorId>,
    /// The product, batch or device.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product: Option<ProductKey>,
    /// Who complains.
    #[serde(default, deserialize_with = "private_key", skip_serializing_if = "Option::is_none")]
    pub complainant: Option<ComplainantKey>,
    /// That the complainant wants nothing.
    #[serde(default, deserialize_with = "switch", skip_serializing_if = "is_default")]
    pub no_demand: bool,
    /// The amount at stake.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
    /// What is so, and how often; 0 says that it was asked for and is not so, and those that are not named stay.
    #[serde(default, deserialize_with = "counts", skip_serializing_if = "BTreeMap::is_empty")]
    pub facts: BTreeMap<Fact, u32>,
    /// What was said: at most 20,000 bytes.
    #[serde(default, deserialize_with = "narrative", skip_serializing_if = "Option::is_none")]
    pub text: Option<Private<String>>,
    /// What came of it that was carried out without anybody saying what it costs: until that is stated, no total is
    /// known, and no chain that goes by an amount can be chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spent: Option<Money>,
    /// How it repeats earlier ones, counted anew.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub past: Option<PastCounts>,
}

map_only!(Findings, "findings", ..words: WordSieve);

payload! {
    /// Why it went wrong, and through whom (S03-R08, S01-R40, S01-R43).
    #[derive(Default)]
    pub struct CauseFinding = "a finding of the cause" {
        /// The real cause, the party at fault and whatever else was found. The cause that was stated is kept.
        #[serde(default)]
        pub findings: Findings,
        /// The people through whose doing it went wrong. They are complained about from then on, and sign nothing.
        #[serde(default, deserialize_with = "crate::case::payload::records", skip_serializing_if = "Vec::is_empty")]
        pub responsible: Vec<ActorId>,
        /// Every cause that was thought possible, of which `findings` names the main one (S16-R01).
        #[serde(default, deserialize_with = "crate::case::payload::records", skip_serializing_if = "Vec::is_empty")]
        pub possible: Vec<Cause>,
        /// What the finding rests on: records, the word of the staff, a look on site (S11-R07).
        #[serde(default, deserialize_with = "crate::case::payload::records", skip_serializing_if = "Vec::is_empty")]
        pub evidence: Vec<EvidenceBasis>,
    }
}

payload! {
    /// That it does not stand (S03-R03, S03-R04).
    pub struct NotEstablishedFinding = "a finding that it is not established" {
        /// Why not; at least one reason.
        #[serde(deserialize_with = "crate::case::payload::few")]
        pub reasons: Vec<NotEstablishedReason>,
        /// What the complainant was told.
        pub explanation: Note,
    }
}

payload! {
    /// That the customer caused it (S19-R09), with the check whether the organisation contributed (S01-R43).
    pub struct CustomerCausedFinding = "a finding that the customer caused it" {
        /// What the complainant was told.
        pub explanation: Note,
        /// Whether the manual was unclear.
        #[serde(deserialize_with = "switch")]
        pub manual_unclear: bool,
        /// Whether the use was not explained.
        #[serde(deserialize_with = "switch")]
        pub not_explained: bool,
        /// The cause, where a form asks for it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub cause: Option<Note>,
        /// The corrective measure, where a form asks for it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub corrective: Option<Note>,
        /// The preventive measure, where a form asks for it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub preventive: Option<Note>,
    }
}

impl Findings {
    /// Says how often something is so.
    #[must_use]
    pub fn with_fact(mut self, fact: Fact, count: u32) -> Self {
        self.facts.insert(fact, count);
        self
    }

    /// Whether they make less of what a complaint says so far.
    pub(in crate::case) fn lowers(&self, complaint: &Complaint) -> bool {
        self.facts.iter().any(|(&fact, &count)| count < complaint.count(fact))
    }

    /// Puts what was found in place of what was known.
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
    /// Findings of one word.
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

    /// Says a word more.
    #[must_use]
    pub fn with_word<W: Word>(mut self, word: W) -> Self {
        self.words.add(word);
        self
    }
}

impl CauseFinding {
    /// A cause and the party at fault.
    ///
    /// ```
    /// use redress::case::command::CauseFinding;
    /// use redress::vocab::{Cause, FaultParty};
    /// use redress::vocab::kind::CauseGroup;
    ///
    /// let found = CauseFinding::new(Cause::from(CauseGroup::PRODUCT_QUALITY), FaultParty::COMPANY).with_responsible("tom".parse()?);
    /// assert_eq!(found.responsible.len(), 1);
    /// # Ok::<(), redress::vocab::error::IdError>(())
    /// ```
    #[must_use]
    pub fn new(cause: Cause, party: FaultParty) -> Self {
        Self { findings: Findings::of(cause).with_word(party), ..Self::default() }
    }

    /// Names a person through whose doing it went wrong.
    #[must_use]
    pub fn with_responsible(mut self, person: ActorId) -> Self {
        self.responsible.push(person);
        self
    }

    /// Lists a cause that was thought possible.
    #[must_use]
    pub fn with_possible(mut self, cause: Cause) -> Self {
        self.possible.push(cause);
        self
    }

    /// Says what it rests on.
    #[must_use]
    pub fn with_evidence(mut self, basis: EvidenceBasis) -> Self {
        self.evidence.push(basis);
        self
    }
}

impl NotEstablishedFinding {
    /// For a reason, with what the complainant was told.
    #[must_use]
    pub fn new(reason: NotEstablishedReason, explanation: Note) -> Self {
        Self { reasons: Vec::from([reason]), explanation }
    }
}
