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
    ActorId, Anchor, CaseId, Category, Cause, Channel, ComplainantKey, Demand, Department, Fact, FaultParty,
    Money, ProductKey, Region, Subject, Topic,
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
    pub(crate) categories: Vec<Category>,
    pub(crate) subject: Option<Subject>,
    pub(crate) cause: Option<Cause>,
    pub(crate) fault_party: Option<FaultParty>,
    pub(crate) claim_kind: Option<ClaimKind>,
    pub(crate) channel: Option<Channel>,
    pub(crate) medium: Option<Medium>,
    pub(crate) region: Option<Region>,
    pub(crate) demands: Vec<Demand>,
    pub(crate) no_demand: bool,
    pub(crate) amount: Option<Money>,
    pub(crate) containments: Vec<Containment>,
    pub(crate) topic: Option<Topic>,
    pub(crate) unit: Option<Department>,
    pub(crate) staff: Option<ActorId>,
    pub(crate) complainant_actors: Vec<ActorId>,
    pub(crate) product: Option<ProductKey>,
    pub(crate) complainant: Option<ComplainantKey>,
    pub(crate) facts: Vec<(Fact, u32)>,
    /// Of which it was said that they are not so.
    pub(crate) not_so: Vec<Fact>,
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
            categories: Vec::new(),
            subject: None,
            cause: None,
            fault_party: None,
            claim_kind: None,
            channel: None,
            medium: None,
            region: None,
            demands: Vec::new(),
            no_demand: false,
            amount: None,
            containments: Vec::new(),
            topic: None,
            unit: None,
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

    /// Adds a category; the first one is the main one.
    #[must_use]
    pub fn with_category(mut self, category: Category) -> Self {
        if !self.categories.contains(&category) {
            self.categories.push(category);
        }
        self
    }

    /// Sets what the complaint is about.
    #[must_use]
    pub const fn with_subject(mut self, subject: Subject) -> Self {
        self.subject = Some(subject);
        self
    }

    /// Sets the cause as it was stated or found.
    #[must_use]
    pub const fn with_cause(mut self, cause: Cause) -> Self {
        self.cause = Some(cause);
        self
    }

    /// Sets the way on which it came in.
    #[must_use]
    pub const fn with_channel(mut self, channel: Channel) -> Self {
        self.channel = Some(channel);
        self
    }

    /// Sets whether it was written or spoken.
    #[must_use]
    pub const fn with_medium(mut self, medium: Medium) -> Self {
        self.medium = Some(medium);
        self
    }

    /// Sets whose fault it was.
    #[must_use]
    pub const fn with_fault_party(mut self, party: FaultParty) -> Self {
        self.fault_party = Some(party);
        self
    }

    /// Sets under which definition it is pursued; otherwise the policy's rules say so, if it has any.
    #[must_use]
    pub const fn with_claim_kind(mut self, kind: ClaimKind) -> Self {
        self.claim_kind = Some(kind);
        self
    }

    /// Sets where it happened.
    #[must_use]
    pub const fn with_region(mut self, region: Region) -> Self {
        self.region = Some(region);
        self
    }

    /// Sets the amount at stake.
    #[must_use]
    pub const fn with_amount(mut self, amount: Money) -> Self {
        self.amount = Some(amount);
        self
    }

    /// Adds a measure against further damage.
    #[must_use]
    pub fn with_containment(mut self, measure: Containment) -> Self {
        if !self.containments.contains(&measure) {
            self.containments.push(measure);
        }
        self
    }

    /// Sets which playbook it is for.
    #[must_use]
    pub const fn with_topic(mut self, topic: Topic) -> Self {
        self.topic = Some(topic);
        self
    }

    /// Sets the unit that it is about: that which is complained about, or holds the customer's contract.
    #[must_use]
    pub const fn with_unit(mut self, unit: Department) -> Self {
        self.unit = Some(unit);
        self
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
        self.demands.clear();
        self.no_demand = true;
        self
    }

    /// Adds what the complainant wants.
    #[must_use]
    pub fn with_demand(mut self, demand: Demand) -> Self {
        self.no_demand = false;
        if !self.demands.contains(&demand) {
            self.demands.push(demand);
        }
        self
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

    /// The categories, the main one first.
    #[must_use]
    pub fn categories(&self) -> &[Category] {
        &self.categories
    }

    /// What it is about.
    #[must_use]
    pub const fn subject(&self) -> Option<Subject> {
        self.subject
    }

    /// The cause as it was stated or found.
    #[must_use]
    pub const fn cause(&self) -> Option<Cause> {
        self.cause
    }

    /// The way on which it came in.
    #[must_use]
    pub const fn channel(&self) -> Option<Channel> {
        self.channel
    }

    /// Whether it was written or spoken.
    #[must_use]
    pub const fn medium(&self) -> Option<Medium> {
        self.medium
    }

    /// What the complainant wants.
    #[must_use]
    pub fn demands(&self) -> &[Demand] {
        &self.demands
    }

    /// Whether it is known that the complainant wants nothing.
    #[must_use]
    pub const fn wants_nothing(&self) -> bool {
        self.no_demand
    }

    /// Whose fault it was.
    #[must_use]
    pub const fn fault_party(&self) -> Option<FaultParty> {
        self.fault_party
    }

    /// Under which definition it is pursued, where the complaint says so.
    #[must_use]
    pub const fn claim_kind(&self) -> Option<ClaimKind> {
        self.claim_kind
    }

    /// Where it happened.
    #[must_use]
    pub const fn region(&self) -> Option<Region> {
        self.region
    }

    /// The amount at stake.
    #[must_use]
    pub const fn amount(&self) -> Option<Money> {
        self.amount
    }

    /// The measures against further damage.
    #[must_use]
    pub fn containments(&self) -> &[Containment] {
        &self.containments
    }

    /// Which playbook it is for.
    #[must_use]
    pub const fn topic(&self) -> Option<Topic> {
        self.topic
    }

    /// The unit that it is about.
    #[must_use]
    pub const fn unit(&self) -> Option<Department> {
        self.unit
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
        self.facts.iter().find(|(known, _)| *known == fact).map_or(0, |&(_, count)| count)
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
        self.count(fact) > 0 || self.not_so.contains(&fact)
    }

    /// The facts of which it was said that they are not so.
    #[must_use]
    pub fn facts_not_so(&self) -> &[Fact] {
        &self.not_so
    }

    /// The facts, each with how often it is so.
    #[must_use]
    pub fn facts(&self) -> &[(Fact, u32)] {
        &self.facts
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
