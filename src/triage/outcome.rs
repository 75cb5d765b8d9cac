//! What follows from a policy for one complaint.

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

/// What follows from a policy for one complaint.
///
/// Serialised, it is what a host shows and branches on: severity, owner, marks, clocks; ids, codes and instants. Why is
/// what [`Triage::explain`] says.
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
/// # use redress::policy::{Policy, Routing};
/// # use redress::triage::{Complaint, History, triage};
/// # let utc = chrono::FixedOffset::east_opt(0).ok_or("offset")?;
/// # let calendar = Calendar::builder("desk", Zone::fixed(utc, KnownDays::years(2026, 2026)?)?)
/// #     .week(WeekPattern::weekdays([Hours::from_static("09:00-17:00")]))
/// #     .build()?;
/// # let policy = Policy::builder("desk").version("1").calendar(calendar).routing(Routing::none()).build()?;
/// # let complaint = Complaint::new("A-17".parse()?, "2026-03-02T09:00:00Z".parse()?);
/// let triage = triage(&policy, &complaint, &History::none())?;
/// let shown = serde_json::to_value(&triage)?;
/// assert_eq!(shown["complaint"], "A-17");
/// assert_eq!(shown["owner"]["outcome"], "unrouted");
/// # Ok(()) }
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
    /// The facts that must be asked and were not answered.
    pub(super) open: Vec<Fact>,
}

impl<'a> Triage<'a> {
    /// The policy by which it was done.
    #[must_use]
    pub const fn policy(&self) -> &'a Policy {
        self.policy
    }

    /// The facts that must be asked and that the complaint does not answer, in their order: how often each of them is so
    /// is unknown.
    #[must_use]
    pub fn to_ask(&self) -> &[Fact] {
        &self.open
    }

    /// The complaint.
    #[must_use]
    pub const fn complaint(&self) -> &'a Complaint {
        self.complaint
    }

    /// How bad it is, by the policy's rules; none where the policy does not rate complaints.
    #[must_use]
    pub const fn severity(&self) -> Option<&SeverityTriage<'a>> {
        self.severity.as_ref()
    }

    /// How much it weighs, if the policy says so.
    #[must_use]
    pub const fn importance(&self) -> Option<&RatingOutcome<'a, Importance>> {
        self.importance.as_ref()
    }

    /// How soon it wants attention, if the policy says so.
    #[must_use]
    pub const fn urgency(&self) -> Option<&RatingOutcome<'a, Urgency>> {
        self.urgency.as_ref()
    }

    /// Under which definition it is pursued: as the complaint says, or else by the policy's rules.
    #[must_use]
    pub fn claim_kind(&self) -> Option<ClaimKind> {
        self.complaint.claim_kind().or_else(|| self.claim_kind.as_ref().and_then(RatingOutcome::word))
    }

    /// What is to be kept in mind about it, each with the rule that says so.
    #[must_use]
    pub fn marks(&self) -> &[(Mark, RuleId)] {
        &self.marks.given
    }

    /// What may have to be kept in mind about it, for it depends on something unknown.
    #[must_use]
    pub fn open_marks(&self) -> &[Mark] {
        &self.marks.open
    }

    /// Whether it has a mark.
    #[must_use]
    pub fn is_marked(&self, mark: Mark) -> bool {
        self.marks.given.iter().any(|(given, _)| *given == mark)
    }

    /// Who owns the complaint.
    #[must_use]
    pub fn owner(&self) -> Owner<'a> {
        self.forced.map_or_else(|| self.routes.owner(), Owner::NotDispatched)
    }

    /// The department that owns it, if one does; where its owner is the unit concerned, that unit. An owner may be
    /// a [role](Triage::role) without a department.
    #[must_use]
    pub fn department(&self) -> Option<Department> {
        self.owner_row().and_then(|row| self.department_of(row))
    }

    /// The role that owns it, if the row of its owner names one.
    #[must_use]
    pub fn role(&self) -> Option<Role> {
        self.owner_row().and_then(|row| row.assignee().role())
    }

    /// The rows by which somebody gets it for an act, in the order of the table; none where it is closed by
    /// force.
    pub fn routes(&self, act: Act) -> impl Iterator<Item = &'a Row> + '_ {
        let rows = self.forced.is_none().then(|| self.routes.rows()).into_iter().flatten();
        rows.filter(move |row| row.act() == act)
    }

    /// The inputs that are not known and by which more rows, or others, may come for an act.
    pub fn missing(&self, act: Act) -> impl Iterator<Item = Input> + '_ {
        let open = self.forced.is_none().then(|| self.routes.missing(act));
        open.into_iter().flatten()
    }

    /// The department that a row of the policy means for this complaint.
    #[must_use]
    pub fn department_of(&self, row: &Row) -> Option<Department> {
        department_of(row, self.complaint)
    }

    /// What is known of the complaint after all.
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

    /// Its clocks, in the order of the policy.
    #[must_use]
    pub fn clocks(&self) -> &[ClockTriage<'a>] {
        &self.clocks
    }

    /// The clocks of a name: one, or one for each department.
    pub fn clocks_of(&self, name: ClockName) -> impl Iterator<Item = &ClockTriage<'a>> {
        self.clocks.iter().filter(move |clock| clock.name() == name)
    }

    /// When the clock of a name is due; the earliest where there are several.
    #[must_use]
    pub fn due(&self, name: ClockName) -> Option<Due> {
        self.clocks_of(name).filter_map(ClockTriage::due).min()
    }

    /// How many earlier complaints of the same complainant the history holds.
    #[must_use]
    pub const fn repeats(&self) -> usize {
        self.repeats
    }

    /// How the complaint stands against its limit at an instant (catalogue F40), closed or not, by its due dates
    /// at triage. Pauses and extensions are entered on the [record](Triage::record) of a clock, whose reading
    /// then says where that clock stands.
    ///
    /// `None` where no clock limits the closure: the policy has none, or the complaint is closed by force.
    /// A complaint that was closed by then is judged by when. A limit that has not started to run, such as one
    /// that runs from a dispatch that has not happened, has not passed.
    ///
    /// # Errors
    ///
    /// The [`DeadlineError`] by which the limit is undetermined: that is not "within the limit". A limit that
    /// lies beyond the last known day has not passed before that day has.
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

    /// Whether an instant is within every clock of a part; `None` where there is no such clock.
    fn met(&self, part: ClockPart, at: DateTime<Utc>) -> Result<Option<bool>, DeadlineError> {
        let mut met = None;
        // What was done in the periods of a duty is in a case, and not in a complaint.
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

    /// Starts to keep the record of a clock: its deadline and the events it counts from. From then on the clock
    /// of the rule says where it stands, with every pause and extension that is entered. A deadline that counts by
    /// another calendar than that of the policy keeps it, whatever calendar is asked with.
    ///
    /// `None` where the clock has no deadline, does not run for this complaint, or starts from the due date of
    /// another clock that has none yet.
    ///
    /// ```
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # use redress::calendar::{Calendar, Hours, KnownDays, Span, WeekPattern, Zone};
    /// # use redress::deadline::rule::{ClockState, PauseRule};
    /// # use redress::profiles::Nev;
    /// # use redress::profiles::choice::NoticePeriod;
    /// # use redress::triage::{Complaint, History, triage};
    /// # use redress::vocab::{Category, ClockName, Department, PauseReason};
    /// # let zone = Zone::tabulate("Asia/Shanghai", &chrono_tz::Asia::Shanghai, KnownDays::years(2025, 2026)?)?;
    /// # let calendar = Calendar::builder("cn", zone)
    /// #     .week(WeekPattern::weekdays([Hours::from_static("09:00-17:30")]))
    /// #     .build()?;
    /// # let owners = Category::ALL.iter().map(|&category| (category, Department::DEALER));
    /// let nev = Nev::new(calendar, owners, NoticePeriod::Days(7))
    ///     .with_pause(PauseRule::new(PauseReason::AWAITING_CUSTOMER));
    /// let policy = nev.build()?;
    /// let complaint = Complaint::new("NEV-1".parse()?, "2025-03-11T10:00:00+08:00".parse()?)
    ///     .with_category(Category::PRODUCT_QUALITY);
    /// let triage = triage(&policy, &complaint, &History::none())?;
    ///
    /// let closure = triage.clocks_of(ClockName::CLOSURE).next().ok_or("no clock")?;
    /// let mut record = triage.record(closure).ok_or("no deadline")?;
    /// let clock = closure.rule().clock();
    /// let asked: chrono::DateTime<chrono::Utc> = "2025-03-12T09:00:00+08:00".parse()?;
    /// record.pause(clock, PauseReason::AWAITING_CUSTOMER, asked)?;
    /// let reading = clock.reading(policy.calendar(), &record, "2025-03-13T18:00:00+08:00".parse()?);
    /// assert_eq!(reading.status().state(), ClockState::Paused);
    /// # Ok(()) }
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

    /// The row that decided who owns the complaint.
    #[must_use]
    pub fn because(&self) -> Option<RuleId> {
        self.owner_row().map(Row::id)
    }
}

/// The department that a row means for a complaint.
pub(super) fn department_of(row: &Row, complaint: &Complaint) -> Option<Department> {
    match &row.assignee {
        Assignee::UnitConcerned(otherwise) | Assignee::RoleInUnitConcerned(_, otherwise) => {
            Some(complaint.unit().unwrap_or(*otherwise))
        }
        other @ (Assignee::Department(_) | Assignee::RoleIn(..) | Assignee::Role(_)) => other.department(),
    }
}
