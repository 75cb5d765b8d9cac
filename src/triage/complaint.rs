//! What was said and found.

use alloc::string::String;
use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::deadline::Anchors;
use crate::private::Private;
use crate::triage::local::LocalAccount;
use crate::vocab::kind::{ClaimKind, Medium};
use crate::vocab::track::Containment;
use crate::vocab::{
    ActorId, Anchor, CaseId, Category, Cause, Channel, Classification, Code, ComplainantKey, Demand,
    Department, Facet, Fact, FaultParty, Money, ProductKey, Region, StoredWord, Subject, Topic, Word,
};

/// A complaint as far as it is known: what triage looks at.
///
/// Only the id and the instant of receipt are needed; everything else may be unknown, and is then not
/// guessed.
///
/// ```
/// use redress::triage::Complaint;
/// use redress::vocab::{Category, Channel, Fact};
///
/// let complaint = Complaint::new("NEV-1".parse()?, "2025-03-14T02:00:00Z".parse()?)
///     .with_category(Category::SPARE_PARTS)
///     .with_channel(Channel::HOTLINE)
///     .with_fact(Fact::HOTLINE_TRIES, 3)
///     .with_narrative("The part has been out of stock since last week.");
/// assert_eq!(complaint.count(Fact::HOTLINE_TRIES), 3);
/// assert_eq!(complaint.count(Fact::FAILED_REPAIRS), 0); // nothing was said of it
/// assert!(!format!("{complaint:?}").contains("out of stock"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Complaint {
    pub(crate) id: CaseId,
    pub(crate) received: DateTime<Utc>,
    pub(crate) anchors: Anchors,
    pub(crate) words: Classification,
    pub(crate) no_demand: bool,
    pub(crate) amount: Option<Money>,
    pub(crate) staff: Option<ActorId>,
    pub(crate) complainant_actors: Vec<ActorId>,
    pub(crate) product: Option<ProductKey>,
    pub(crate) complainant: Option<ComplainantKey>,
    pub(crate) facts: Vec<(StoredWord, u32)>,
    /// Of which it was said that they are not so.
    pub(crate) not_so: Vec<StoredWord>,
    pub(crate) departments: Vec<(Department, DateTime<Utc>)>,
    pub(crate) narrative: Option<Private<String>>,
    /// The local times of its document that no clock shows just once.
    pub(crate) local_times: Vec<LocalAccount>,
}

impl Complaint {
    /// A complaint of which only the receipt is known.
    #[must_use]
    pub fn new(id: CaseId, received: DateTime<Utc>) -> Self {
        Self {
            id,
            received,
            anchors: Anchors::received(received),
            words: Classification::new(),
            no_demand: false,
            amount: None,
            staff: None,
            complainant_actors: Vec::new(),
            product: None,
            complainant: None,
            facts: Vec::new(),
            not_so: Vec::new(),
            departments: Vec::new(),
            narrative: None,
            local_times: Vec::new(),
        }
    }

    /// Adds a word of any facet; in a facet that [has one word at most](Facet::is_single) it takes the place of the one
    /// before.
    ///
    /// ```
    /// use redress::triage::Complaint;
    /// use redress::vocab::person::{Behaviour, Motive};
    ///
    /// let complaint = Complaint::new("A-1".parse()?, "2026-03-02T10:00:00Z".parse()?)
    ///     .with_word(Behaviour::ANGRY_VENTING)
    ///     .with_word(Motive::RESPECT);
    /// assert_eq!(complaint.words().first(), Some(Motive::RESPECT));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn with_word<W: Word>(self, word: W) -> Self {
        self.with_code(W::FACET, *word.code())
    }

    /// Adds a word of a facet by its code, as of a facet that the organisation adds. A fact is so once from then on.
    ///
    /// ```
    /// use redress::triage::Complaint;
    /// use redress::vocab::{Facet, OwnFacet};
    /// use redress::word;
    ///
    /// const STORE: Facet = Facet::Own(word!(OwnFacet, "acme:store"));
    /// let complaint =
    ///     Complaint::new("A-1".parse()?, "2026-03-02T10:00:00Z".parse()?).with_code(STORE, "berlin.mitte".parse()?);
    /// assert_eq!(complaint.words().codes(STORE).count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn with_code(mut self, facet: Facet, word: Code) -> Self {
        if facet == Facet::Fact {
            return self.with_fact(word.into(), 1);
        }
        self.no_demand &= facet != Facet::Demand;
        self.words.add_code(facet, word);
        self
    }

    /// Adds a category; the first one is the main one.
    #[must_use]
    pub fn with_category(self, category: Category) -> Self {
        self.with_word(category)
    }

    /// Sets what the complaint is about.
    #[must_use]
    pub fn with_subject(self, subject: Subject) -> Self {
        self.with_word(subject)
    }

    /// Sets the cause as it was stated or found.
    #[must_use]
    pub fn with_cause(self, cause: Cause) -> Self {
        self.with_word(cause)
    }

    /// Sets the way on which it came in.
    #[must_use]
    pub fn with_channel(self, channel: Channel) -> Self {
        self.with_word(channel)
    }

    /// Sets whether it was written or spoken.
    #[must_use]
    pub fn with_medium(self, medium: Medium) -> Self {
        self.with_word(medium)
    }

    /// Sets whose fault it was.
    #[must_use]
    pub fn with_fault_party(self, party: FaultParty) -> Self {
        self.with_word(party)
    }

    /// Sets under which definition it is pursued; otherwise the policy's rules say so, if it has any.
    #[must_use]
    pub fn with_claim_kind(self, kind: ClaimKind) -> Self {
        self.with_word(kind)
    }

    /// Sets where it happened.
    #[must_use]
    pub fn with_region(self, region: Region) -> Self {
        self.with_word(region)
    }

    /// Sets the amount at stake.
    #[must_use]
    pub const fn with_amount(mut self, amount: Money) -> Self {
        self.amount = Some(amount);
        self
    }

    /// Adds a measure against further damage.
    #[must_use]
    pub fn with_containment(self, measure: Containment) -> Self {
        self.with_word(measure)
    }

    /// Sets which playbook it is for.
    #[must_use]
    pub fn with_topic(self, topic: Topic) -> Self {
        self.with_word(topic)
    }

    /// Sets the unit that it is about: that which is complained about, or holds the customer's contract.
    #[must_use]
    pub fn with_unit(self, unit: Department) -> Self {
        self.with_word(unit)
    }

    /// Says that an actor is the complainant, or represents them: such an actor handles nothing of the case.
    #[must_use]
    pub fn with_complainant_actor(mut self, actor: ActorId) -> Self {
        if !self.complainant_actors.contains(&actor) {
            self.complainant_actors.push(actor);
        }
        self
    }

    /// Sets the person who is complained about.
    #[must_use]
    pub const fn with_staff(mut self, person: ActorId) -> Self {
        self.staff = Some(person);
        self
    }

    /// Sets the product, batch or device that is complained about.
    #[must_use]
    pub const fn with_product(mut self, product: ProductKey) -> Self {
        self.product = Some(product);
        self
    }

    /// Says that the complainant wants nothing, which is something else than that nobody knows.
    #[must_use]
    pub fn with_no_demand(mut self) -> Self {
        self.words.clear(Facet::Demand);
        self.no_demand = true;
        self
    }

    /// Adds what the complainant wants.
    #[must_use]
    pub fn with_demand(self, demand: Demand) -> Self {
        self.with_word(demand)
    }

    /// Sets who complains, by the host's key.
    #[must_use]
    pub const fn with_complainant(mut self, key: ComplainantKey) -> Self {
        self.complainant = Some(key);
        self
    }

    /// Sets how often something is so; 0 says that it was asked for and is not so.
    #[must_use]
    pub fn with_fact(mut self, fact: Fact, count: u32) -> Self {
        self.set_fact(fact, count);
        self
    }

    pub(crate) fn set_fact(&mut self, fact: Fact, count: u32) {
        let fact = StoredWord::new(Facet::Fact, fact.into());
        self.facts.retain(|(known, _)| *known != fact);
        self.not_so.retain(|known| *known != fact);
        if count > 0 {
            self.facts.push((fact, count));
        } else {
            self.not_so.push(fact);
        }
    }

    /// Sets when an event happened that a clock may start from. The receipt is an event as well: setting
    /// it again moves it.
    #[must_use]
    pub fn with_event(mut self, event: Anchor, at: DateTime<Utc>) -> Self {
        if event == Anchor::RECEIVED {
            self.received = at;
        }
        self.anchors.set(event, at);
        self
    }

    /// Moves an event to the instant at which it was after all.
    pub(crate) fn correct(&mut self, event: Anchor, at: DateTime<Utc>) {
        if event == Anchor::RECEIVED {
            self.received = at;
        }
        if self.anchors.get(event).is_some() {
            self.anchors.set(event, at);
        }
    }

    /// Sets when a responsible department received it; several departments may be responsible.
    #[must_use]
    pub fn with_department(mut self, department: Department, received: DateTime<Utc>) -> Self {
        self.departments.retain(|(known, _)| *known != department);
        self.departments.push((department, received));
        self
    }

    /// Keeps what was said, out of sight.
    #[must_use]
    pub fn with_narrative(mut self, narrative: impl Into<String>) -> Self {
        self.narrative = Some(Private::new(narrative.into()));
        self
    }

    /// The id.
    #[must_use]
    pub const fn id(&self) -> CaseId {
        self.id
    }

    /// When it was received.
    #[must_use]
    pub const fn received(&self) -> DateTime<Utc> {
        self.received
    }

    /// When it was closed, if it was.
    #[must_use]
    pub fn closed(&self) -> Option<DateTime<Utc>> {
        self.anchors.get(Anchor::CLOSED)
    }

    /// The events that clocks start from.
    #[must_use]
    pub const fn anchors(&self) -> &Anchors {
        &self.anchors
    }

    /// How it is classified: its words of every facet.
    #[must_use]
    pub const fn words(&self) -> &Classification {
        &self.words
    }

    /// The categories, the main one first.
    #[must_use]
    pub fn categories(&self) -> impl ExactSizeIterator<Item = Category> + Clone + '_ {
        self.words.all()
    }

    /// What it is about.
    #[must_use]
    pub fn subject(&self) -> Option<Subject> {
        self.words.first()
    }

    /// The cause as it was stated or found.
    #[must_use]
    pub fn cause(&self) -> Option<Cause> {
        self.words.first()
    }

    /// The way on which it came in.
    #[must_use]
    pub fn channel(&self) -> Option<Channel> {
        self.words.first()
    }

    /// Whether it was written or spoken.
    #[must_use]
    pub fn medium(&self) -> Option<Medium> {
        self.words.first()
    }

    /// What the complainant wants.
    #[must_use]
    pub fn demands(&self) -> impl ExactSizeIterator<Item = Demand> + Clone + '_ {
        self.words.all()
    }

    /// Whether it is known that the complainant wants nothing.
    #[must_use]
    pub const fn wants_nothing(&self) -> bool {
        self.no_demand
    }

    /// Whose fault it was.
    #[must_use]
    pub fn fault_party(&self) -> Option<FaultParty> {
        self.words.first()
    }

    /// Under which definition it is pursued, where the complaint says so.
    #[must_use]
    pub fn claim_kind(&self) -> Option<ClaimKind> {
        self.words.first()
    }

    /// Where it happened.
    #[must_use]
    pub fn region(&self) -> Option<Region> {
        self.words.first()
    }

    /// The amount at stake.
    #[must_use]
    pub const fn amount(&self) -> Option<Money> {
        self.amount
    }

    /// The measures against further damage.
    #[must_use]
    pub fn containments(&self) -> impl ExactSizeIterator<Item = Containment> + Clone + '_ {
        self.words.all()
    }

    /// Which playbook it is for.
    #[must_use]
    pub fn topic(&self) -> Option<Topic> {
        self.words.first()
    }

    /// The unit that it is about.
    #[must_use]
    pub fn unit(&self) -> Option<Department> {
        self.words.first()
    }

    /// The person who is complained about.
    #[must_use]
    pub const fn staff(&self) -> Option<ActorId> {
        self.staff
    }

    /// Which actors are the complainant, or represent them.
    pub fn complainant_actors(&self) -> impl Iterator<Item = ActorId> + '_ {
        self.complainant_actors.iter().copied()
    }

    /// The product, batch or device that is complained about.
    #[must_use]
    pub const fn product(&self) -> Option<ProductKey> {
        self.product
    }

    /// Who complains.
    #[must_use]
    pub const fn complainant(&self) -> Option<ComplainantKey> {
        self.complainant
    }

    /// How often something is so; 0 where nothing was said of it.
    #[must_use]
    pub fn count(&self, fact: Fact) -> u32 {
        let known = self.facts.iter().find(|(known, _)| known.is(fact.code()));
        known.map_or(0, |(_, count)| *count)
    }

    /// Whether it was said how often a fact is so, be it that it is not.
    ///
    /// ```
    /// use redress::triage::Complaint;
    /// use redress::vocab::Fact;
    ///
    /// let complaint = Complaint::new("A-1".parse()?, "2026-03-02T10:00:00Z".parse()?)
    ///     .with_fact(Fact::HOTLINE_TRIES, 3)
    ///     .with_fact(Fact::MEDIA_EXPOSURE, 0);
    /// assert!(complaint.is_answered(Fact::HOTLINE_TRIES) && complaint.is_answered(Fact::MEDIA_EXPOSURE));
    /// assert!(!complaint.is_answered(Fact::FAILED_REPAIRS)); // nobody has asked
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn is_answered(&self, fact: Fact) -> bool {
        self.count(fact) > 0 || self.not_so.iter().any(|known| known.is(fact.code()))
    }

    /// The facts of which it was said that they are not so.
    #[must_use]
    pub fn facts_not_so(&self) -> impl ExactSizeIterator<Item = Fact> + Clone + '_ {
        self.not_so.iter().map(|fact| Fact::from_code(fact.code()))
    }

    /// The facts, each with how often it is so.
    #[must_use]
    pub fn facts(&self) -> impl ExactSizeIterator<Item = (Fact, u32)> + Clone + '_ {
        self.facts.iter().map(|(fact, count)| (Fact::from_code(fact.code()), *count))
    }

    /// The responsible departments, each with when it received the complaint.
    #[must_use]
    pub fn departments(&self) -> &[(Department, DateTime<Utc>)] {
        &self.departments
    }

    /// What was said.
    #[must_use]
    pub const fn narrative(&self) -> Option<&Private<String>> {
        self.narrative.as_ref()
    }
}
