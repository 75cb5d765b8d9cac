//! Short ways to write what commands carry: what is needed as arguments, the rest chained on the value.

use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::case::{
    Accident, Apology, Because, Case, CaseSummary, CauseFound, Command, Contained, Correction, Decision,
    Delivered, Disciplined, Dispatching, DutyKey, Extending, Findings, FollowedUp, GoingOn, Goods, Happened,
    Lessons, Linked, Longer, Measure, Merged, Message, Moving, NotEstablished, Note, Offer, OnApproval,
    Pausing, Promised, Proposal, Question, Recall, Refusal, Request, Returning, SanctionProposed, Starting,
    Thanks, Waived, evolve,
};
use crate::policy::{Policy, PolicyVersion};
use crate::vocab::{
    AccidentStep, Accountable, ActorId, Anchor, Category, Cause, ClockName, CommandId, Containment,
    Department, Discipline, EvidenceBasis, ExtensionReason, FaultParty, FollowUp, GoodsStep, MeasureStep,
    Money, NotEstablishedReason, Opinion, PauseReason, RecallStep, Relation, RuleId, Sanction, Stage,
    ThanksOccasion,
};

impl Request {
    /// A request on a case as it stands: it expects the events that the case has now.
    ///
    /// A host that keeps cases in a store expects what its client saw, and uses [`Request::new`].
    ///
    /// ```
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # use redress::approval::Roster;
    /// # use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
    /// # use redress::policy::{Policy, Routing};
    /// # use redress::triage::ComplaintDocument;
    /// use redress::case::{Command, Request, decide, open};
    ///
    /// # let zone = Zone::tabulate("Europe/Berlin", &chrono_tz::Europe::Berlin, KnownDays::years(2026, 2026)?)?;
    /// # let calendar = Calendar::builder("office", zone)
    /// #     .week(WeekPattern::weekdays([Hours::from_static("09:00-17:00")]))
    /// #     .build()?;
    /// # let policy = Policy::builder("desk", "1").calendar(calendar).routing(Routing::none()).build()?;
    /// # let roster = Roster::builder("2026-03").build()?;
    /// let said = ComplaintDocument::new("A-1".parse()?, "2026-03-02T08:00:00Z".parse()?);
    /// let case = open(&policy, said, None, "k-1".parse()?, "anna".parse()?, "2026-03-02T08:05:00Z".parse()?)?;
    ///
    /// let register = Request::on(&case, "k-2".parse()?, "anna".parse()?, "2026-03-02T08:06:00Z".parse()?, Command::Register);
    /// let decision = decide(&case, &policy, &roster, register.clone())?;
    /// let case = case.after(&decision)?;
    /// assert_eq!(case.revision(), 4);
    ///
    /// // The same command again is answered with the same events, and they are not recorded twice.
    /// let again = decide(&case, &policy, &roster, register)?;
    /// assert!(again.is_repeated());
    /// assert_eq!(case.after(&again)?.revision(), 4);
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub const fn on(case: &Case, id: CommandId, actor: ActorId, at: DateTime<Utc>, command: Command) -> Self {
        Self::new(id, case.events.len() as u64, actor, at, command)
    }
}

impl Case {
    /// The case after a decision on it. A decision that only repeats what is on record changes nothing.
    ///
    /// # Errors
    ///
    /// [`Refusal::OtherCase`] for a decision on another case, and [`Refusal::Stale`] for one on another state of this
    /// one.
    pub fn after(self, decision: &Decision) -> Result<Self, Refusal> {
        let Some(first) = decision.events().first() else { return Ok(self) };
        if first.case != self.id {
            return Err(Refusal::OtherCase { case: self.id, given: first.case });
        }
        if decision.is_repeated() {
            return Ok(self);
        }
        let next = first.number.saturating_sub(1);
        if next != self.revision() || decision.on != self.history {
            return Err(Refusal::Stale { case: self.id, expected: next, actual: self.revision() });
        }
        Ok(decision.events().iter().fold(self, evolve))
    }
}

impl Because {
    /// A text.
    #[must_use]
    pub const fn new(note: Note) -> Self {
        Self { note }
    }
}

impl From<Note> for Because {
    fn from(note: Note) -> Self {
        Self::new(note)
    }
}

impl Dispatching {
    /// To a department.
    ///
    /// ```
    /// use redress::case::Dispatching;
    /// use redress::vocab::Department;
    ///
    /// let to = Dispatching::to(Department::QUALITY).in_charge("li".parse()?).because("it is about a batch".parse()?);
    /// assert!(to.person.is_some() && to.reason.is_some());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn to(department: Department) -> Self {
        Self { department, person: None, reason: None }
    }

    /// Names the person in charge there.
    #[must_use]
    pub const fn in_charge(mut self, person: ActorId) -> Self {
        self.person = Some(person);
        self
    }

    /// Says why.
    #[must_use]
    pub fn because(mut self, reason: Note) -> Self {
        self.reason = Some(reason);
        self
    }
}

impl Starting {
    /// In the department that it was sent to, at the instant of the command.
    #[must_use]
    pub const fn now() -> Self {
        Self { department: None, received: None }
    }

    /// In another department.
    #[must_use]
    pub const fn in_department(mut self, department: Department) -> Self {
        self.department = Some(department);
        self
    }

    /// At an instant before that of the command.
    ///
    /// ```
    /// use redress::case::Starting;
    ///
    /// let start = Starting::now().received("2026-03-02T08:05:00Z".parse()?);
    /// assert!(start.department.is_none() && start.received.is_some());
    /// # Ok::<(), chrono::ParseError>(())
    /// ```
    #[must_use]
    pub const fn received(mut self, at: DateTime<Utc>) -> Self {
        self.received = Some(at);
        self
    }
}

impl Question {
    /// A question.
    #[must_use]
    pub const fn new(note: Note) -> Self {
        Self { note, samples: false }
    }

    /// Asks for samples, too.
    #[must_use]
    pub const fn with_samples(mut self) -> Self {
        self.samples = true;
        self
    }
}

impl Returning {
    /// Back to its author.
    #[must_use]
    pub const fn to_author(approval: u32, reason: Note) -> Self {
        Self { approval, step: None, reason }
    }

    /// Back to a step, from which on it is signed anew.
    #[must_use]
    pub const fn to_step(approval: u32, step: RuleId, reason: Note) -> Self {
        Self { approval, step: Some(step), reason }
    }
}

impl OnApproval {
    /// On an approval of the case, counted from 1.
    ///
    /// ```
    /// use redress::case::{Command, OnApproval};
    ///
    /// let sign = Command::Sign(OnApproval::new(1));
    /// # let Command::Sign(on) = sign else { return };
    /// assert_eq!((on.approval, on.note), (1, None));
    /// ```
    #[must_use]
    pub const fn new(approval: u32) -> Self {
        Self { approval, note: None }
    }

    /// Says something.
    #[must_use]
    pub fn with_note(mut self, note: Note) -> Self {
        self.note = Some(note);
        self
    }
}

impl GoingOn {
    /// To a stage, for a reason.
    ///
    /// ```
    /// use redress::case::{Command, GoingOn};
    /// use redress::vocab::Stage;
    ///
    /// let reopen = Command::Reopen(GoingOn::to(Stage::Investigating, "the noise is back".parse()?));
    /// assert!(matches!(reopen, Command::Reopen(on) if on.to == Stage::Investigating));
    /// # Ok::<(), redress::case::NoteError>(())
    /// ```
    #[must_use]
    pub const fn to(stage: Stage, reason: Note) -> Self {
        Self { to: stage, reason }
    }
}

impl FollowedUp {
    /// A contact of a kind, and what the complainant says.
    #[must_use]
    pub const fn new(kind: FollowUp, opinion: Opinion) -> Self {
        Self { kind, opinion }
    }
}

impl Lessons {
    /// What was learnt.
    #[must_use]
    pub const fn new(note: Note) -> Self {
        Self { note }
    }
}

impl Promised {
    /// An answer until an instant, that instant included.
    #[must_use]
    pub const fn until(until: DateTime<Utc>) -> Self {
        Self { until }
    }
}

impl Message {
    /// A message of a person, of which nothing more is kept.
    ///
    /// ```
    /// use redress::case::Message;
    ///
    /// let call = Message::new().promising("2026-03-04T16:00:00Z".parse()?).with_note("We found the invoice.".parse()?);
    /// assert!(call.next.is_some() && !call.automatic);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn new() -> Self {
        Self { next: None, automatic: false, note: None }
    }

    /// A message that a machine sent.
    #[must_use]
    pub const fn automatic() -> Self {
        Self { next: None, automatic: true, note: None }
    }

    /// Promises the next answer until an instant.
    #[must_use]
    pub const fn promising(mut self, next: DateTime<Utc>) -> Self {
        self.next = Some(next);
        self
    }

    /// Keeps what was said.
    #[must_use]
    pub fn with_note(mut self, note: Note) -> Self {
        self.note = Some(note);
        self
    }
}

impl Default for Message {
    fn default() -> Self {
        Self::new()
    }
}

impl Apology {
    /// A complete one: what it says to this person, what the fault did, and what is done about it.
    #[must_use]
    pub const fn complete(individual: Note, effect: Note, measure: Note) -> Self {
        Self { individual: Some(individual), effect: Some(effect), measure: Some(measure) }
    }
}

impl Contained {
    /// By measures in a department.
    #[must_use]
    pub fn by(department: Department, measures: impl IntoIterator<Item = Containment>) -> Self {
        Self { department, measures: measures.into_iter().collect() }
    }
}

impl Waived {
    /// In a department, for a reason.
    #[must_use]
    pub const fn new(department: Department, reason: Note) -> Self {
        Self { department, reason }
    }
}

impl From<GoodsStep> for Goods {
    fn from(step: GoodsStep) -> Self {
        Self { step }
    }
}

impl From<RecallStep> for Recall {
    fn from(step: RecallStep) -> Self {
        Self { step }
    }
}

impl From<AccidentStep> for Accident {
    fn from(step: AccidentStep) -> Self {
        Self { step }
    }
}

impl From<ThanksOccasion> for Thanks {
    fn from(occasion: ThanksOccasion) -> Self {
        Self { occasion }
    }
}

impl Measure {
    /// A step of a measure.
    #[must_use]
    pub const fn new(measure: RuleId, step: MeasureStep) -> Self {
        Self { measure, step, note: None }
    }

    /// Says something of it.
    #[must_use]
    pub fn with_note(mut self, note: Note) -> Self {
        self.note = Some(note);
        self
    }
}

impl Disciplined {
    /// A step, and what came of it.
    #[must_use]
    pub const fn new(discipline: Discipline, note: Note) -> Self {
        Self { discipline, note }
    }
}

impl SanctionProposed {
    /// For somebody, as what, and how.
    #[must_use]
    pub const fn new(person: ActorId, part: Accountable, kind: Sanction) -> Self {
        Self { person, part, kind, amount: None }
    }

    /// The amount.
    #[must_use]
    pub const fn of_amount(mut self, amount: Money) -> Self {
        self.amount = Some(amount);
        self
    }
}

impl Linked {
    /// Another case, and what it has to do with this one.
    #[must_use]
    pub const fn new(case: CaseSummary, relation: Relation) -> Self {
        Self { case, relation }
    }
}

impl Merged {
    /// The case in which this one goes on, and why.
    #[must_use]
    pub const fn into(case: CaseSummary, reason: Note) -> Self {
        Self { into: case, reason }
    }
}

impl Happened {
    /// An event at an instant.
    ///
    /// ```
    /// use redress::case::Happened;
    /// use redress::vocab::{Anchor, Department};
    ///
    /// let second = Happened::new(Anchor::DEPARTMENT_RECEIVED, "2026-03-02T05:30:00Z".parse()?).of(Department::PRODUCTION);
    /// assert_eq!(second.department, Some(Department::PRODUCTION));
    /// # Ok::<(), chrono::ParseError>(())
    /// ```
    #[must_use]
    pub const fn new(event: Anchor, at: DateTime<Utc>) -> Self {
        Self { event, at, department: None }
    }

    /// In a department of its own.
    #[must_use]
    pub const fn of(mut self, department: Department) -> Self {
        self.department = Some(department);
        self
    }
}

impl Correction {
    /// An event was earlier than recorded.
    #[must_use]
    pub const fn new(event: Anchor, from: DateTime<Utc>, to: DateTime<Utc>, reason: Note) -> Self {
        Self { event, from, to, reason }
    }
}

impl Pausing {
    /// For a reason: every clock that may stand still for it, at the instant of the command.
    ///
    /// ```
    /// use redress::case::Pausing;
    /// use redress::vocab::{ClockName, PauseReason};
    ///
    /// let pause = Pausing::new(PauseReason::AWAITING_CUSTOMER).of(ClockName::CLOSURE).at("2026-03-06T08:00:00Z".parse()?);
    /// assert!(pause.clock.is_some() && pause.at.is_some());
    /// # Ok::<(), chrono::ParseError>(())
    /// ```
    #[must_use]
    pub const fn new(reason: PauseReason) -> Self {
        Self { reason, clock: None, at: None }
    }

    /// Of one clock alone.
    #[must_use]
    pub const fn of(mut self, clock: ClockName) -> Self {
        self.clock = Some(clock);
        self
    }

    /// At an instant before that of the command.
    #[must_use]
    pub const fn at(mut self, at: DateTime<Utc>) -> Self {
        self.at = Some(at);
        self
    }
}

impl Extending {
    /// A clock, for a reason, by so much.
    ///
    /// ```
    /// use redress::case::{Amount, Extending, Longer};
    /// use redress::vocab::{ClockName, ExtensionReason};
    ///
    /// let longer = Longer::Add(Amount::WorkingDays(3));
    /// let extending = Extending::new(ClockName::CLOSURE, ExtensionReason::COMPLEX_CASE, longer)
    ///     .told("2026-03-06T08:00:00Z".parse()?);
    /// assert!(extending.told.is_some() && extending.department.is_none());
    /// # Ok::<(), chrono::ParseError>(())
    /// ```
    #[must_use]
    pub const fn new(clock: ClockName, reason: ExtensionReason, change: Longer) -> Self {
        Self { clock, department: None, reason, change, told: None }
    }

    /// Of one department, where each has a clock of its own.
    #[must_use]
    pub const fn of(mut self, department: Department) -> Self {
        self.department = Some(department);
        self
    }

    /// When the complainant was told.
    #[must_use]
    pub const fn told(mut self, at: DateTime<Utc>) -> Self {
        self.told = Some(at);
        self
    }
}

impl Delivered {
    /// To nobody yet.
    #[must_use]
    pub const fn new(duty: DutyKey) -> Self {
        Self { duty, to: Vec::new() }
    }

    /// To somebody, too.
    #[must_use]
    pub fn to(mut self, person: ActorId) -> Self {
        self.to.push(person);
        self
    }
}

impl Moving {
    /// To a policy, for a reason.
    #[must_use]
    pub fn to(policy: &Policy, reason: Note) -> Self {
        Self { to: PolicyVersion::of(policy), reason }
    }
}

impl Findings {
    /// Findings of one category.
    #[must_use]
    pub fn of_category(category: Category) -> Self {
        Self { category: Vec::from([category]), ..Self::default() }
    }

    /// Findings of a cause.
    #[must_use]
    pub fn of_cause(cause: Cause) -> Self {
        Self { cause: Some(cause), ..Self::default() }
    }

    /// Says whose fault it was.
    #[must_use]
    pub const fn at_fault(mut self, party: FaultParty) -> Self {
        self.fault_party = Some(party);
        self
    }
}

impl CauseFound {
    /// A cause and the party at fault.
    ///
    /// ```
    /// use redress::case::CauseFound;
    /// use redress::vocab::{Cause, CauseGroup, FaultParty};
    ///
    /// let found = CauseFound::new(Cause::from(CauseGroup::PRODUCT_QUALITY), FaultParty::COMPANY).through("tom".parse()?);
    /// assert_eq!(found.responsible.len(), 1);
    /// # Ok::<(), redress::vocab::IdError>(())
    /// ```
    #[must_use]
    pub fn new(cause: Cause, party: FaultParty) -> Self {
        Self { findings: Findings::of_cause(cause).at_fault(party), ..Self::default() }
    }

    /// Names a person through whose doing it went wrong.
    #[must_use]
    pub fn through(mut self, person: ActorId) -> Self {
        self.responsible.push(person);
        self
    }

    /// Lists a cause that was thought possible.
    #[must_use]
    pub fn of_possible(mut self, cause: Cause) -> Self {
        self.possible.push(cause);
        self
    }

    /// Says what it rests on.
    #[must_use]
    pub fn by_evidence(mut self, basis: EvidenceBasis) -> Self {
        self.evidence.push(basis);
        self
    }
}

impl NotEstablished {
    /// For a reason, with what the complainant was told.
    #[must_use]
    pub fn new(reason: NotEstablishedReason, explanation: Note) -> Self {
        Self { reasons: Vec::from([reason]), explanation }
    }
}

impl From<Offer> for Proposal {
    fn from(offer: Offer) -> Self {
        Self::of(offer)
    }
}
