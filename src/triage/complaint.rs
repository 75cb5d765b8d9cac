//! A complaint as triage sees it: what was said, and what was found.

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
/// Only the id and the time of receipt are required. Everything else may be unknown, and then stays unknown: triage
/// does not guess.
///
/// To read a complaint from JSON, use a [`ComplaintDocument`](crate::triage::ComplaintDocument).
///
/// # Example: what is not said, is not so, and what is private is not shown
///
/// ```
/// use redress::triage::Complaint;
/// use redress::vocab::{Category, Channel, Fact};
///
/// let complaint = Complaint::new("A-17".parse()?, "2026-04-02T08:00:00Z".parse()?)
///     .with_category(Category::SPARE_PARTS)
///     .with_channel(Channel::HOTLINE)
///     .with_fact(Fact::HOTLINE_TRIES, 3)
///     .with_narrative("The part has been out of stock since last week.");
/// assert_eq!(complaint.count(Fact::HOTLINE_TRIES), 3);
/// assert_eq!(complaint.count(Fact::FAILED_REPAIRS), 0); // nobody has said anything about repairs
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
    /// Facts that somebody said are not so.
    pub(crate) not_so: Vec<StoredWord>,
    pub(crate) departments: Vec<(Department, DateTime<Utc>)>,
    pub(crate) narrative: Option<Private<String>>,
    /// The local times of its document that the wall clock skips or shows twice, with how they were read.
    pub(crate) local_times: Vec<LocalAccount>,
}

impl Complaint {
    /// Creates a complaint with only an id and a receipt.
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

    /// Adds a word of any facet.
    ///
    /// If the facet [has one word at most](Facet::is_single), the new word replaces the earlier one.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::triage::Complaint;
    /// use redress::vocab::{Category, Channel};
    ///
    /// let complaint = Complaint::new("A-1".parse()?, "2026-03-02T10:00:00Z".parse()?)
    ///     .with_word(Category::SPARE_PARTS)
    ///     .with_word(Category::SALES_PROCESS)
    ///     .with_word(Channel::HOTLINE)
    ///     .with_word(Channel::PHONE);
    /// assert_eq!(complaint.categories().count(), 2);
    /// assert_eq!(complaint.channel(), Some(Channel::PHONE)); // a complaint comes in on one channel
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn with_word<W: Word>(self, word: W) -> Self {
        self.with_code(W::FACET, *word.code())
    }

    /// Adds a word of a facet by its code, for example of a facet that the organisation adds.
    ///
    /// The code of a fact sets the fact to "so, once".
    ///
    /// # Example: a facet of the organisation
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

    /// Adds a category. The first category is the main one.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::sample;
    /// use redress::vocab::Category;
    ///
    /// let complaint = sample::complaint()?.with_category(Category::SPARE_PARTS); // product quality is there already
    /// assert!(complaint.categories().eq([Category::PRODUCT_QUALITY, Category::SPARE_PARTS]));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn with_category(self, category: Category) -> Self {
        self.with_word(category)
    }

    /// Sets what the complaint is about.
    #[must_use]
    pub fn with_subject(self, subject: Subject) -> Self {
        self.with_word(subject)
    }

    /// Sets the cause, as it was stated or found.
    #[must_use]
    pub fn with_cause(self, cause: Cause) -> Self {
        self.with_word(cause)
    }

    /// Sets the channel on which the complaint came in.
    #[must_use]
    pub fn with_channel(self, channel: Channel) -> Self {
        self.with_word(channel)
    }

    /// Sets whether the complaint was written or spoken.
    #[must_use]
    pub fn with_medium(self, medium: Medium) -> Self {
        self.with_word(medium)
    }

    /// Sets whose fault it was.
    #[must_use]
    pub fn with_fault_party(self, party: FaultParty) -> Self {
        self.with_word(party)
    }

    /// Sets the definition under which the complaint is pursued. Without this call, the policy's rules may give one.
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

    /// Sets which playbook applies.
    #[must_use]
    pub fn with_topic(self, topic: Topic) -> Self {
        self.with_word(topic)
    }

    /// Sets the unit that the complaint is about: the one complained about, or the one that holds the customer's
    /// contract.
    #[must_use]
    pub fn with_unit(self, unit: Department) -> Self {
        self.with_word(unit)
    }

    /// Adds an actor who is the complainant or represents them. Such an actor cannot handle the case.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::sample;
    ///
    /// let anna = "anna".parse()?;
    /// let complaint = sample::complaint()?.with_complainant_actor(anna).with_complainant_actor(anna);
    /// assert!(complaint.complainant_actors().eq([anna])); // once
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn with_complainant_actor(mut self, actor: ActorId) -> Self {
        if !self.complainant_actors.contains(&actor) {
            self.complainant_actors.push(actor);
        }
        self
    }

    /// Sets the person complained about.
    #[must_use]
    pub const fn with_staff(mut self, person: ActorId) -> Self {
        self.staff = Some(person);
        self
    }

    /// Sets the product, batch or device complained about.
    #[must_use]
    pub const fn with_product(mut self, product: ProductKey) -> Self {
        self.product = Some(product);
        self
    }

    /// Says that the complainant demands nothing. That is different from not knowing what they demand.
    ///
    /// Any demand that was added before is removed.
    ///
    /// # Example: nothing demanded, and nothing known
    ///
    /// ```
    /// use redress::triage::Complaint;
    /// use redress::vocab::Demand;
    ///
    /// let unknown = Complaint::new("A-1".parse()?, "2026-03-02T10:00:00Z".parse()?);
    /// assert!(!unknown.wants_nothing());
    /// let nothing = unknown.with_demand(Demand::REPAIR).with_no_demand();
    /// assert!(nothing.wants_nothing() && nothing.demands().len() == 0);
    /// assert!(!nothing.with_demand(Demand::REPAIR).wants_nothing()); // they changed their mind
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn with_no_demand(mut self) -> Self {
        self.words.clear(Facet::Demand);
        self.no_demand = true;
        self
    }

    /// Adds something that the complainant demands.
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

    /// Sets how often a fact is so. 0 means that somebody asked, and it is not so.
    ///
    /// # Example: a later answer replaces an earlier one
    ///
    /// ```
    /// use redress::sample;
    /// use redress::vocab::Fact;
    ///
    /// let complaint = sample::complaint()?.with_fact(Fact::HOTLINE_TRIES, 3).with_fact(Fact::HOTLINE_TRIES, 0);
    /// assert_eq!(complaint.count(Fact::HOTLINE_TRIES), 0);
    /// assert!(complaint.facts_not_so().eq([Fact::HOTLINE_TRIES]));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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

    /// Sets when an event happened from which a clock may count. Setting [`Anchor::RECEIVED`] moves the receipt.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::sample;
    /// use redress::vocab::Anchor;
    ///
    /// let later = "2026-04-02T09:30:00Z".parse()?;
    /// let complaint = sample::complaint()?.with_event(Anchor::RECEIVED, later);
    /// assert_eq!(complaint.received(), later);
    /// assert_eq!(complaint.anchors().get(Anchor::RECEIVED), Some(later));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn with_event(mut self, event: Anchor, at: DateTime<Utc>) -> Self {
        if event == Anchor::RECEIVED {
            self.received = at;
        }
        self.anchors.set(event, at);
        self
    }

    /// Moves a known event to the instant at which it really happened.
    pub(crate) fn correct(&mut self, event: Anchor, at: DateTime<Utc>) {
        if event == Anchor::RECEIVED {
            self.received = at;
        }
        if self.anchors.get(event).is_some() {
            self.anchors.set(event, at);
        }
    }

    /// Sets when a responsible department received the complaint. Several departments may be responsible.
    ///
    /// # Example: a second time for one department
    ///
    /// ```
    /// use redress::sample;
    /// use redress::vocab::Department;
    ///
    /// let (first, second) = ("2026-04-02T09:00:00Z".parse()?, "2026-04-07T09:00:00Z".parse()?);
    /// let complaint = sample::complaint()?
    ///     .with_department(Department::QUALITY, first)
    ///     .with_department(Department::QUALITY, second);
    /// assert_eq!(complaint.departments(), [(Department::QUALITY, second)]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn with_department(mut self, department: Department, received: DateTime<Utc>) -> Self {
        self.departments.retain(|(known, _)| *known != department);
        self.departments.push((department, received));
        self
    }

    /// Keeps what was said. `Debug` does not show the text.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::sample;
    ///
    /// let complaint = sample::complaint()?.with_narrative("Please call me at home.");
    /// assert!(!format!("{complaint:?}").contains("home"));
    /// assert_eq!(complaint.narrative().map(|text| text.reveal().as_str()), Some("Please call me at home."));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn with_narrative(mut self, narrative: impl Into<String>) -> Self {
        self.narrative = Some(Private::new(narrative.into()));
        self
    }

    /// Returns the id of the complaint. Its case has the same id.
    #[must_use]
    pub const fn id(&self) -> CaseId {
        self.id
    }

    /// Returns when the complaint was received.
    #[must_use]
    pub const fn received(&self) -> DateTime<Utc> {
        self.received
    }

    /// Returns when the complaint was closed, or `None` if it is open.
    #[must_use]
    pub fn closed(&self) -> Option<DateTime<Utc>> {
        self.anchors.get(Anchor::CLOSED)
    }

    /// Returns the events from which clocks count.
    #[must_use]
    pub const fn anchors(&self) -> &Anchors {
        &self.anchors
    }

    /// Returns the words of every facet: how the complaint is classified.
    #[must_use]
    pub const fn words(&self) -> &Classification {
        &self.words
    }

    /// Returns the categories, the main one first.
    #[must_use]
    pub fn categories(&self) -> impl ExactSizeIterator<Item = Category> + Clone + '_ {
        self.words.all()
    }

    /// Returns what the complaint is about, if it is known.
    #[must_use]
    pub fn subject(&self) -> Option<Subject> {
        self.words.first()
    }

    /// Returns the cause as it was stated or found, if it is known.
    #[must_use]
    pub fn cause(&self) -> Option<Cause> {
        self.words.first()
    }

    /// Returns the channel on which the complaint came in, if it is known.
    #[must_use]
    pub fn channel(&self) -> Option<Channel> {
        self.words.first()
    }

    /// Returns whether the complaint was written or spoken, if it is known.
    #[must_use]
    pub fn medium(&self) -> Option<Medium> {
        self.words.first()
    }

    /// Returns what the complainant demands. Empty also if it is unknown: see [`Complaint::wants_nothing`].
    #[must_use]
    pub fn demands(&self) -> impl ExactSizeIterator<Item = Demand> + Clone + '_ {
        self.words.all()
    }

    /// Returns whether it is known that the complainant demands nothing.
    #[must_use]
    pub const fn wants_nothing(&self) -> bool {
        self.no_demand
    }

    /// Returns whose fault it was, if it is known.
    #[must_use]
    pub fn fault_party(&self) -> Option<FaultParty> {
        self.words.first()
    }

    /// Returns the definition under which the complaint is pursued, if the complaint itself says one.
    #[must_use]
    pub fn claim_kind(&self) -> Option<ClaimKind> {
        self.words.first()
    }

    /// Returns where it happened, if it is known.
    #[must_use]
    pub fn region(&self) -> Option<Region> {
        self.words.first()
    }

    /// Returns the amount at stake, if it is known.
    #[must_use]
    pub const fn amount(&self) -> Option<Money> {
        self.amount
    }

    /// Returns the measures against further damage.
    #[must_use]
    pub fn containments(&self) -> impl ExactSizeIterator<Item = Containment> + Clone + '_ {
        self.words.all()
    }

    /// Returns which playbook applies, if one does.
    #[must_use]
    pub fn topic(&self) -> Option<Topic> {
        self.words.first()
    }

    /// Returns the unit that the complaint is about, if it is known.
    #[must_use]
    pub fn unit(&self) -> Option<Department> {
        self.words.first()
    }

    /// Returns the person complained about, if it is known.
    #[must_use]
    pub const fn staff(&self) -> Option<ActorId> {
        self.staff
    }

    /// Returns the actors who are the complainant or represent them.
    pub fn complainant_actors(&self) -> impl Iterator<Item = ActorId> + '_ {
        self.complainant_actors.iter().copied()
    }

    /// Returns the product, batch or device complained about, if it is known.
    #[must_use]
    pub const fn product(&self) -> Option<ProductKey> {
        self.product
    }

    /// Returns who complains, if it is known.
    #[must_use]
    pub const fn complainant(&self) -> Option<ComplainantKey> {
        self.complainant
    }

    /// Returns how often a fact is so, or 0 if nobody has said anything about it. [`Complaint::is_answered`] tells the
    /// two kinds of 0 apart.
    #[must_use]
    pub fn count(&self, fact: Fact) -> u32 {
        let known = self.facts.iter().find(|(known, _)| known.is(fact.code()));
        known.map_or(0, |(_, count)| *count)
    }

    /// Returns whether it was said how often a fact is so, including "not at all".
    ///
    /// # Example
    ///
    /// ```
    /// use redress::sample;
    /// use redress::vocab::Fact;
    ///
    /// let complaint = sample::complaint()?.with_fact(Fact::HOTLINE_TRIES, 3).with_fact(Fact::MEDIA_EXPOSURE, 0);
    /// assert!(complaint.is_answered(Fact::HOTLINE_TRIES));
    /// assert!(complaint.is_answered(Fact::MEDIA_EXPOSURE)); // asked, and it is not so
    /// assert!(!complaint.is_answered(Fact::FAILED_REPAIRS)); // nobody has asked
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn is_answered(&self, fact: Fact) -> bool {
        self.count(fact) > 0 || self.not_so.iter().any(|known| known.is(fact.code()))
    }

    /// Returns the facts that somebody said are not so: their count was set to 0.
    #[must_use]
    pub fn facts_not_so(&self) -> impl ExactSizeIterator<Item = Fact> + Clone + '_ {
        self.not_so.iter().map(|fact| Fact::from_code(fact.code()))
    }

    /// Returns the facts that are so, each with how often.
    #[must_use]
    pub fn facts(&self) -> impl ExactSizeIterator<Item = (Fact, u32)> + Clone + '_ {
        self.facts.iter().map(|(fact, count)| (Fact::from_code(fact.code()), *count))
    }

    /// Returns the responsible departments, each with when it received the complaint.
    #[must_use]
    pub fn departments(&self) -> &[(Department, DateTime<Utc>)] {
        &self.departments
    }

    /// Returns what was said, if it was kept.
    #[must_use]
    pub const fn narrative(&self) -> Option<&Private<String>> {
        self.narrative.as_ref()
    }
}
