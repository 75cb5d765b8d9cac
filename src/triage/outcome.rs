//! The answers of a policy to one complaint.

use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::deadline::{ClockRecord, DeadlineError, Due, Trace};
use crate::policy::Policy;
use crate::policy::clock::{ClockPart, ClockStart};
use crate::policy::routing::{Assignee, Row};
use crate::policy::severity::RatingOutcome;
use crate::policy::track::ForcedClosure;
use crate::triage::clock::{ClockOutcome, ClockTriage};
use crate::triage::complaint::Complaint;
use crate::triage::known::Known;
use crate::triage::marks::Marks;
use crate::triage::recurrence::RecurrenceCount;
use crate::triage::routes::{Owner, Routes};
use crate::triage::severity::SeverityTriage;
use crate::vocab::kind::{ClaimKind, Importance, Urgency};
use crate::vocab::{Act, ClockName, Department, Fact, Input, Mark, Role, RuleId, Standing};

/// The answers of a policy to one complaint: severity, owner, marks and clocks.
///
/// With serde, a triage is written as the document that a host shows and branches on: ids, codes and instants.
/// [`Triage::explain`] returns the reasons.
///
/// # Example: read it, or write it as JSON
///
/// ```
/// use redress::sample;
/// use redress::triage::{History, triage};
/// use redress::vocab::{Department, Severity};
///
/// let (policy, complaint) = (sample::policy()?, sample::complaint()?);
/// let answer = triage(&policy, &complaint, &History::none())?;
/// assert_eq!(answer.severity().and_then(|rated| rated.level().severity()), Some(Severity::General));
/// assert_eq!(answer.department(), Some(Department::QUALITY));
///
/// let shown = serde_json::to_value(&answer)?;
/// assert_eq!(shown["severity"]["outcome"], "default");
/// assert_eq!(shown["owner"]["row"], "product");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Triage<'a> {
    pub(super) policy: &'a Policy,
    pub(super) complaint: &'a Complaint,
    pub(super) severity: Option<SeverityTriage<'a>>,
    pub(super) importance: Option<RatingOutcome<'a, Importance>>,
    pub(super) urgency: Option<RatingOutcome<'a, Urgency>>,
    pub(super) claim_kind: Option<RatingOutcome<'a, ClaimKind>>,
    pub(super) marks: Marks,
    pub(super) recurred: Vec<RecurrenceCount>,
    pub(super) routes: Routes<'a>,
    pub(super) forced: Option<&'a ForcedClosure>,
    pub(super) clocks: Vec<ClockTriage<'a>>,
    pub(super) repeats: usize,
    /// The facts that must be asked and that the complaint does not answer.
    pub(super) open: Vec<Fact>,
}

impl<'a> Triage<'a> {
    /// Returns the policy that gave these answers.
    #[must_use]
    pub const fn policy(&self) -> &'a Policy {
        self.policy
    }

    /// Returns the facts that the policy requires to be asked and that the complaint does not answer, sorted. Until
    /// they are answered, it is unknown whether they are so.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::policy::{Policy, Routing};
    /// use redress::sample;
    /// use redress::triage::{History, triage};
    /// use redress::vocab::Fact;
    ///
    /// # let desk = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(Routing::none());
    /// let policy = desk.must_ask([Fact::DANGER_TO_PERSON]).build()?;
    /// let complaint = sample::complaint()?;
    /// assert_eq!(triage(&policy, &complaint, &History::none())?.to_ask(), [Fact::DANGER_TO_PERSON]);
    /// let asked = complaint.with_fact(Fact::DANGER_TO_PERSON, 0); // asked, and it is not so
    /// assert!(triage(&policy, &asked, &History::none())?.to_ask().is_empty());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn to_ask(&self) -> &[Fact] {
        &self.open
    }

    /// Returns the complaint that was triaged.
    #[must_use]
    pub const fn complaint(&self) -> &'a Complaint {
        self.complaint
    }

    /// Returns how severe the complaint is, with the rules that say so, or `None` if the policy does not rate
    /// complaints.
    #[must_use]
    pub const fn severity(&self) -> Option<&SeverityTriage<'a>> {
        self.severity.as_ref()
    }

    /// Returns how important the complaint is, or `None` if the policy has no rules for it.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::policy::severity::{Rating, RatingRule};
    /// use redress::policy::{Condition, Policy, Routing};
    /// use redress::triage::{History, triage};
    /// use redress::vocab::kind::Importance;
    /// use redress::vocab::{Fact, RuleId};
    /// # use redress::{sample, word};
    ///
    /// let media = RatingRule::new(word!(RuleId, "media"), Importance::PRIMARY, Condition::has(Fact::MEDIA_EXPOSURE));
    /// let rating = Rating::new().with_rule(media).with_otherwise(Importance::SECONDARY);
    /// # let desk = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(Routing::none());
    /// let policy = desk.importance(rating).build()?;
    /// let complaint = sample::complaint()?.with_fact(Fact::MEDIA_EXPOSURE, 1);
    /// let answer = triage(&policy, &complaint, &History::none())?;
    /// assert_eq!(answer.importance().and_then(|rated| rated.word()), Some(Importance::PRIMARY));
    /// assert_eq!(answer.urgency(), None); // the policy has no rules for it
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn importance(&self) -> Option<&RatingOutcome<'a, Importance>> {
        self.importance.as_ref()
    }

    /// Returns how urgent the complaint is, or `None` if the policy has no rules for it.
    #[must_use]
    pub const fn urgency(&self) -> Option<&RatingOutcome<'a, Urgency>> {
        self.urgency.as_ref()
    }

    /// Returns the definition under which the complaint is pursued: the one that the complaint says, or else the one
    /// that the policy's rules give. `None` if neither says one.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::sample;
    /// use redress::triage::{History, triage};
    /// use redress::vocab::kind::ClaimKind;
    ///
    /// let policy = sample::policy()?; // has no rules for the claim kind
    /// let complaint = sample::complaint()?;
    /// assert_eq!(triage(&policy, &complaint, &History::none())?.claim_kind(), None);
    /// let claim = complaint.with_claim_kind(ClaimKind::CLAIM);
    /// assert_eq!(triage(&policy, &claim, &History::none())?.claim_kind(), Some(ClaimKind::CLAIM));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn claim_kind(&self) -> Option<ClaimKind> {
        self.complaint.claim_kind().or_else(|| self.claim_kind.as_ref().and_then(RatingOutcome::word))
    }

    /// Returns the marks that rules gave the complaint, each with its rule.
    ///
    /// # Example: a mark that depends on an open question
    ///
    /// ```
    /// use redress::policy::severity::MarkRule;
    /// use redress::policy::{Condition, Policy, Routing};
    /// use redress::triage::{History, triage};
    /// use redress::vocab::{Fact, Mark, RuleId};
    /// # use redress::{sample, word};
    ///
    /// let danger = Condition::has(Fact::DANGER_TO_PERSON);
    /// let recall = MarkRule::new(word!(RuleId, "recall"), Mark::RECALL_REQUIRED, danger);
    /// # let desk = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(Routing::none());
    /// let policy = desk.mark(recall).must_ask([Fact::DANGER_TO_PERSON]).build()?;
    ///
    /// let complaint = sample::complaint()?;
    /// let asked = triage(&policy, &complaint, &History::none())?;
    /// assert!(asked.marks().is_empty());
    /// assert_eq!(asked.open_marks(), [Mark::RECALL_REQUIRED]); // nobody has answered yet
    /// let danger = complaint.clone().with_fact(Fact::DANGER_TO_PERSON, 1);
    /// assert!(triage(&policy, &danger, &History::none())?.is_marked(Mark::RECALL_REQUIRED));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn marks(&self) -> &[(Mark, RuleId)] {
        &self.marks.given
    }

    /// Returns the marks that rules may give, because they depend on something unknown. Each is named once, and none of
    /// them was already given.
    #[must_use]
    pub fn open_marks(&self) -> &[Mark] {
        &self.marks.open
    }

    /// Returns whether a rule gave the complaint this mark. An open mark does not count.
    #[must_use]
    pub fn is_marked(&self, mark: Mark) -> bool {
        self.marks.given.iter().any(|(given, _)| *given == mark)
    }

    /// Returns who is responsible for the complaint.
    #[must_use]
    pub fn owner(&self) -> Owner<'a> {
        self.forced.map_or_else(|| self.routes.owner(), Owner::NotDispatched)
    }

    /// Returns the department that is responsible, or `None` if there is none.
    ///
    /// If the owner is the unit concerned, this is the unit that the complaint is about. An owner may also be a
    /// [role](Triage::role) without a department.
    ///
    /// # Example: the unit concerned
    ///
    /// ```
    /// use redress::policy::routing::Row;
    /// use redress::policy::{Policy, Routing};
    /// use redress::triage::{History, triage};
    /// use redress::vocab::{Act, Department, Input, RuleId};
    /// # use redress::{sample, word};
    ///
    /// let concerned = Row::to_unit_concerned(word!(RuleId, "unit"), Act::Owner, Department::CUSTOMER_SERVICE);
    /// # let desk = Policy::builder("desk").version("1").calendar(sample::calendar()?);
    /// let policy = desk.routing(Routing::by([Input::CATEGORY]).with_row(concerned)).build()?;
    /// let complaint = sample::complaint()?;
    /// let answer = triage(&policy, &complaint, &History::none())?;
    /// assert_eq!(answer.department(), Some(Department::CUSTOMER_SERVICE)); // nobody said which unit
    /// let about = complaint.clone().with_unit(Department::DEALER);
    /// assert_eq!(triage(&policy, &about, &History::none())?.department(), Some(Department::DEALER));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn department(&self) -> Option<Department> {
        self.owner_row().and_then(|row| self.department_of(row))
    }

    /// Returns the role that is responsible, or `None` if the row of the owner names no role.
    #[must_use]
    pub fn role(&self) -> Option<Role> {
        self.owner_row().and_then(|row| row.assignee().role())
    }

    /// Returns the rows that send the complaint to somebody for an act, in the order of the routing table.
    ///
    /// There are none if the complaint is closed by force.
    ///
    /// # Example: a copy for the management
    ///
    /// ```
    /// use redress::policy::routing::Row;
    /// use redress::policy::{Policy, Routing};
    /// use redress::triage::{History, triage};
    /// use redress::vocab::{Act, Department, Input, Role, RuleId};
    /// # use redress::{sample, word};
    ///
    /// let routing = Routing::by([Input::CATEGORY])
    ///     .with_row(Row::owner(word!(RuleId, "service"), Department::CUSTOMER_SERVICE))
    ///     .with_row(Row::to_role(word!(RuleId, "copy"), Act::Copy, Role::SENIOR_MANAGEMENT));
    /// # let desk = Policy::builder("desk").version("1").calendar(sample::calendar()?);
    /// let (policy, complaint) = (desk.routing(routing).build()?, sample::complaint()?);
    /// let answer = triage(&policy, &complaint, &History::none())?;
    /// assert!(answer.routes(Act::Copy).map(|row| row.assignee().role()).eq([Some(Role::SENIOR_MANAGEMENT)]));
    /// assert_eq!(answer.routes(Act::Support).count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn routes(&self, act: Act) -> impl Iterator<Item = &'a Row> + '_ {
        let rows = self.forced.is_none().then(|| self.routes.rows()).into_iter().flatten();
        rows.filter(move |row| row.act() == act)
    }

    /// Returns the unknown inputs on which the rows for an act depend: once they are known, further or other rows may
    /// match.
    ///
    /// # Example: the category is unknown
    ///
    /// ```
    /// use redress::sample;
    /// use redress::triage::{Complaint, History, triage};
    /// use redress::vocab::{Act, Input};
    ///
    /// let policy = sample::policy()?;
    /// let complaint = Complaint::new("A-18".parse()?, "2026-04-02T08:00:00Z".parse()?);
    /// let answer = triage(&policy, &complaint, &History::none())?;
    /// assert!(answer.missing(Act::Owner).eq([Input::CATEGORY]));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn missing(&self, act: Act) -> impl Iterator<Item = Input> + '_ {
        let open = self.forced.is_none().then(|| self.routes.missing(act));
        open.into_iter().flatten()
    }

    /// Returns the department that a row of the policy means for this complaint.
    ///
    /// A row can name the unit concerned. It then means the unit that the complaint is about, or the department that
    /// the row names for complaints without a unit.
    #[must_use]
    pub fn department_of(&self, row: &Row) -> Option<Department> {
        department_of(row, self.complaint)
    }

    /// Returns what is known about the complaint after the triage.
    pub(super) fn known(&self) -> Known<'_> {
        let level = self.severity.as_ref().and_then(|severity| severity.level().severity());
        Known {
            open: &self.open,
            severity: level,
            levels: self.severity.as_ref().map(SeverityTriage::levels),
            marks: Some(&self.marks),
            claim_kind: self.claim_kind.as_ref().and_then(RatingOutcome::code),
            ..Known::of(self.complaint, self.policy.recurrences(), &self.recurred)
        }
    }

    fn owner_row(&self) -> Option<&'a Row> {
        if self.forced.is_some() { None } else { self.routes.owner_row() }
    }

    /// Returns the clocks of the complaint, in the order of the policy.
    #[must_use]
    pub fn clocks(&self) -> &[ClockTriage<'a>] {
        &self.clocks
    }

    /// Returns the clocks of a name: one, or one for each department.
    pub fn clocks_of(&self, name: ClockName) -> impl Iterator<Item = &ClockTriage<'a>> {
        self.clocks.iter().filter(move |clock| clock.name() == name)
    }

    /// Returns when the clock of a name is due: the earliest due date if there are several clocks.
    ///
    /// `None` means that the policy has no such clock, or that it has no due date. [`ClockTriage::outcome`] says why.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::sample;
    /// use redress::triage::{History, triage};
    /// use redress::vocab::ClockName;
    ///
    /// let (policy, complaint) = (sample::policy()?, sample::complaint()?);
    /// let answer = triage(&policy, &complaint, &History::none())?;
    /// let closure = answer.due(ClockName::CLOSURE).ok_or("no due date")?;
    /// assert_eq!(closure.at().to_rfc3339(), "2026-04-13T15:00:00+00:00"); // the fifth working day
    /// assert_eq!(answer.due(ClockName::UPDATE), None); // the shop has no such clock
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn due(&self, name: ClockName) -> Option<Due> {
        self.clocks_of(name).filter_map(ClockTriage::due).min()
    }

    /// Returns how many earlier complaints of the same complainant the history holds.
    #[must_use]
    pub const fn repeats(&self) -> usize {
        self.repeats
    }

    /// Returns how the complaint stands against its closing deadline at an instant.
    ///
    /// The due dates are those of the triage. A pause or an extension is entered on the [record](Triage::record) of a
    /// clock, and the reading of that record says where the clock then stands.
    ///
    /// Returns `None` if no clock limits the closing: the policy has none, or the complaint is closed by force. If the
    /// complaint was closed by `now`, the time of closing is judged, not `now`. A deadline that has not started,
    /// because its start event has not happened, has not passed.
    ///
    /// # Errors
    ///
    /// Returns the [`DeadlineError`] that keeps the deadline undetermined. An undetermined deadline does not count as
    /// met, with one exception: a deadline after the last known day of the calendar has not passed while that day has
    /// not.
    ///
    /// # Example: closed on the last day, or still open a day later
    ///
    /// ```
    /// use redress::sample;
    /// use redress::triage::{History, triage};
    /// use redress::vocab::{Anchor, Standing};
    ///
    /// let (policy, complaint) = (sample::policy()?, sample::complaint()?); // due on Monday, 2026-04-13, 17:00
    /// let tuesday = "2026-04-14T08:00:00Z".parse()?;
    /// let open = triage(&policy, &complaint, &History::none())?;
    /// assert_eq!(open.standing(tuesday)?, Some(Standing::Unclosed));
    ///
    /// let closed = complaint.clone().with_event(Anchor::CLOSED, "2026-04-13T15:00:00Z".parse()?);
    /// let closed = triage(&policy, &closed, &History::none())?.standing(tuesday)?;
    /// assert_eq!(closed, Some(Standing::ClosedInTime)); // 17:00 sharp is in time
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn standing(&self, now: DateTime<Utc>) -> Result<Option<Standing>, DeadlineError> {
        let closed = self.complaint.closed().filter(|&at| at <= now);
        let judged = closed.unwrap_or(now);
        let Some(in_time) = self.met(ClockPart::Closure, judged)? else { return Ok(None) };
        if closed.is_some() {
            return Ok(Some(if in_time { Standing::ClosedInTime } else { Standing::ClosedLate }));
        }
        if self.met(ClockPart::Project, now)? == Some(false) {
            return Ok(Some(Standing::ProjectDue));
        }
        Ok(Some(if in_time { Standing::OnTime } else { Standing::Unclosed }))
    }

    /// Returns whether an instant is within every clock of a part; `None` if there is no such clock.
    fn met(&self, part: ClockPart, at: DateTime<Utc>) -> Result<Option<bool>, DeadlineError> {
        let mut met = None;
        // A complaint does not say what was done in the periods of a duty. Only a case does.
        let limits = |clock: &&ClockTriage<'_>| clock.rule.part == part && clock.rule.periods.is_none();
        for clock in self.clocks.iter().filter(limits) {
            let in_time = match &clock.outcome {
                ClockOutcome::Due(due) => due.is_met_at(at),
                ClockOutcome::Undetermined(error)
                    if clock.is_due_after(error, at, self.complaint.categories().len()) =>
                {
                    true
                }
                ClockOutcome::Undetermined(error) => return Err(error.clone()),
                // A clock that has not started has not run out.
                ClockOutcome::NotStarted(_) => true,
                ClockOutcome::Exempt(_) => continue,
            };
            met = Some(met.unwrap_or(true) && in_time);
        }
        Ok(met)
    }

    /// Starts the record of a clock: its deadline and the events from which it counts.
    ///
    /// From then on, the clock of the rule says where it stands, with every pause and extension that is entered. A
    /// deadline that counts by another calendar than the policy's keeps that calendar, whatever calendar a reading is
    /// asked with.
    ///
    /// Returns `None` if the clock has no deadline, does not run for this complaint, or starts from the due date of
    /// another clock that has none yet.
    ///
    /// # Example: the closing deadline is paused while the customer is asked
    ///
    /// ```
    /// use redress::deadline::rule::ClockState;
    /// use redress::sample;
    /// use redress::triage::{History, triage};
    /// use redress::vocab::{ClockName, PauseReason};
    ///
    /// let (policy, complaint) = (sample::policy()?, sample::complaint()?);
    /// let answer = triage(&policy, &complaint, &History::none())?;
    /// let closure = answer.clocks_of(ClockName::CLOSURE).next().ok_or("no clock")?;
    /// let clock = closure.rule().clock();
    ///
    /// let mut record = answer.record(closure).ok_or("no deadline")?;
    /// let asked: chrono::DateTime<chrono::Utc> = "2026-04-07T08:00:00Z".parse()?;
    /// record.pause(clock, PauseReason::AWAITING_CUSTOMER, asked)?;
    /// let reading = clock.reading(policy.calendar(), &record, "2026-04-20T08:00:00Z".parse()?);
    /// assert_eq!(reading.status().state(), ClockState::Paused); // and not missed
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn record(&self, clock: &ClockTriage<'_>) -> Option<ClockRecord> {
        let waits = matches!(clock.rule.start, ClockStart::DueOf(_)) && clock.starts.is_none();
        let exempt = matches!(clock.outcome, ClockOutcome::Exempt(_));
        let deadline = clock.deadline().filter(|_| !waits && !exempt)?;
        let mut anchors = self.complaint.anchors.clone();
        if let Some(at) = clock.starts {
            anchors.set_due(clock.rule.clock().start(), at);
        }
        let deadline = self.policy.deadline_by(clock.calendar, deadline);
        Some(ClockRecord::new(deadline, anchors))
    }

    pub(crate) fn trace(&self, clock: &ClockTriage<'_>) -> Option<Trace> {
        clock.trace(self.complaint)
    }

    /// Returns the row that decided who is responsible, or `None` if no row did.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::sample;
    /// use redress::triage::{History, triage};
    ///
    /// let (policy, complaint) = (sample::policy()?, sample::complaint()?);
    /// let row = triage(&policy, &complaint, &History::none())?.because().ok_or("no row decided")?;
    /// assert_eq!(row.as_str(), "product");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn because(&self) -> Option<RuleId> {
        self.owner_row().map(Row::id)
    }
}

/// Returns the department that a row means for a complaint.
pub(super) fn department_of(row: &Row, complaint: &Complaint) -> Option<Department> {
    match &row.assignee {
        Assignee::UnitConcerned(otherwise) | Assignee::RoleInUnitConcerned(_, otherwise) => {
            Some(complaint.unit().unwrap_or(*otherwise))
        }
        other @ (Assignee::Department(_) | Assignee::RoleIn(..) | Assignee::Role(_)) => other.department(),
    }
}
