//! Triage: how bad a complaint is, who gets it, by when it must be dealt with, and why.
//!
//! [`triage`] is a pure function of a [`Policy`], a [`Complaint`] and the [`History`] before it. Its result
//! borrows all three and holds positions, not copies; [`Triage::explain`] makes the owned account.

mod assess;
mod clock;
mod complaint;
mod document;
mod explanation;
mod fault;
mod findings;
mod grounds;
mod history;
mod known;
mod recurrence;
mod routes;
mod severity;

use alloc::vec::Vec;

use chrono::{DateTime, NaiveDate, Utc};

use crate::calendar::Calendar;
use crate::deadline::{ClockRecord, DeadlineError, Due, Trace};
use crate::faults::Faults;
use crate::policy::{
    Assignee, Condition, Facts, ForcedClosure, Part, Policy, Rated, Rating, Row, Scope, Start, Truth,
};
use crate::vocab::{
    Act, ClaimKind, ClockName, Department, Importance, Input, Mark, RuleId, Severity, Standing, Urgency, Word,
};

pub use self::assess::{
    CompensationRule, FaultFinding, ValidityFinding, compensation_allowed, compensation_remedies,
    direct_phone_answer_allowed, dynamics_to_watch, fault, origin, playbook_remedies, recall_required,
    spread_risks, validity,
};
use self::clock::clock_of;
pub use self::clock::{ClockOutcome, ClockTriage};
pub use self::complaint::Complaint;
pub use self::document::{ComplaintDocument, Instant, MAX_WORDS};
pub use self::explanation::{ClockAccount, Explanation, TargetAccount, Without};
pub use self::fault::{ComplaintFault, TriageError};
pub use self::findings::{
    LevelAccount, MarkAccount, OwnerAccount, RouteAccount, RuleAccount, SeverityAccount, WordAccount,
};
pub use self::grounds::Ground;
pub use self::history::{History, PastCase};
use self::known::Known;
pub use self::recurrence::{Recurred, recurrence};
pub use self::routes::Owner;
use self::routes::Routes;
pub use self::severity::{Level, SeverityTriage};

/// What follows from a policy for one complaint.
#[derive(Clone, Debug)]
pub struct Triage<'a> {
    policy: &'a Policy,
    complaint: &'a Complaint,
    severity: Option<SeverityTriage<'a>>,
    importance: Option<Rated<'a, Importance>>,
    urgency: Option<Rated<'a, Urgency>>,
    claim_kind: Option<Rated<'a, ClaimKind>>,
    marks: Vec<(Mark, RuleId)>,
    recurred: Vec<Recurred>,
    routes: Routes<'a>,
    forced: Option<&'a ForcedClosure>,
    clocks: Vec<ClockTriage<'a>>,
    repeats: usize,
}

/// Says how bad a complaint is, who owns it and by when it must be dealt with.
///
/// # Errors
///
/// [`TriageError`] with every fault of the complaint: words that the policy does not declare for the day of
/// receipt, and steps dated before the receipt. A complaint without a category, an owner or a target is no
/// error: the answer says so.
///
/// # Example
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
/// use redress::profiles::{Nev, NoticePeriod};
/// use redress::triage::{Complaint, History, triage};
/// use redress::vocab::{Category, ClockName, Department, StandardCategory};
///
/// # let zone = Zone::tabulate("Asia/Shanghai", &chrono_tz::Asia::Shanghai, KnownDays::years(2025, 2026)?)?;
/// # let calendar = Calendar::builder("cn", zone)
/// #     .week(WeekPattern::weekdays([Hours::from_static("09:00-17:30")]))
/// #     .build()?;
/// let owners = Category::ALL.iter().map(|&category| (category, Department::DEALER));
/// let policy = Nev::new(calendar, owners, NoticePeriod::Days(7)).build()?;
/// let complaint = Complaint::new("NEV-1".parse()?, "2025-03-14T10:00:00+08:00".parse()?)
///     .with_category(Category::SPARE_PARTS);
///
/// let triage = triage(&policy, &complaint, &History::none())?;
/// let due = triage.due(ClockName::CLOSURE).ok_or("undetermined")?;
/// assert_eq!(due.at().to_rfc3339(), "2025-03-17T08:30:00+00:00"); // Monday 16:30: Saturday rolls
/// # Ok(()) }
/// ```
pub fn triage<'a>(
    policy: &'a Policy,
    complaint: &'a Complaint,
    history: &History,
) -> Result<Triage<'a>, TriageError> {
    let calendar = policy.calendar();
    let counted = policy.recurrences().iter().map(|asked| recurrence(complaint, history, asked, calendar));
    let recurred: Vec<Recurred> = counted.collect();
    let asked = policy.recurrences();
    let mut known =
        Known { complaint, asked, recurred: &recurred, severity: None, levels: None, claim_kind: None };
    let forced = policy.forced_closure().filter(|test| test.wanted().all(|fact| complaint.count(fact) > 0));
    let claim_kind = policy.claim_kind().filter(|_| complaint.claim_kind.is_none());
    let claim_kind = claim_kind.map(|rating| rating.rate(&known));
    known.claim_kind = claim_kind.as_ref().and_then(Rated::word).map(Into::into);
    check(policy, complaint, &known)?;
    let severity = policy.severity_table().map(|table| SeverityTriage::of(table, &known));
    let importance = policy.importance().map(|rating| rating.rate(&known));
    let urgency = policy.urgency().map(|rating| rating.rate(&known));
    let marks = marks(policy, &known, severity.as_ref(), claim_kind.as_ref());
    known.severity = severity.as_ref().and_then(|severity| severity.level().severity()).map(Severity::code);
    known.levels = severity.as_ref().map(SeverityTriage::levels);
    let routes = Routes::new(policy.routing_table(), policy.routing_table().route(&known));
    let mut clocks: Vec<ClockTriage<'a>> = Vec::with_capacity(policy.clocks().len());
    for rule in policy.clocks().iter().filter(|rule| rule.is_for(&complaint.categories)) {
        match (forced, rule.scope) {
            (Some(test), _) => clocks.push(ClockTriage {
                rule,
                department: None,
                target: None,
                starts: None,
                outcome: ClockOutcome::Exempt(test),
            }),
            (None, Scope::Department) if !complaint.departments.is_empty() => {
                for &(department, received) in &complaint.departments {
                    let clock = clock_of(policy, complaint, rule, Some(received), &clocks);
                    clocks.push(ClockTriage { department: Some(department), ..clock });
                }
            }
            (None, _) => clocks.push(clock_of(policy, complaint, rule, None, &clocks)),
        }
    }
    let repeats = complaint
        .complainant
        .map_or(0, |key| history.by_complainant(key, complaint.received, complaint.id).count());
    Ok(Triage {
        policy,
        complaint,
        severity,
        importance,
        urgency,
        claim_kind,
        marks,
        recurred,
        routes,
        forced,
        clocks,
        repeats,
    })
}

/// Whether a condition holds for a complaint: question by question, as an author of rules tries it out.
///
/// [`triage`] asks all conditions of a policy at once and comes to the same.
///
/// ```
/// use redress::policy::{Condition, Truth};
/// # use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
/// use redress::triage::{Complaint, History, holds};
/// use redress::vocab::{Cause, CauseGroup, Fact};
///
/// # let zone = Zone::tabulate("Europe/Berlin", &chrono_tz::Europe::Berlin, KnownDays::years(2026, 2026)?)?;
/// # let calendar = Calendar::builder("office", zone)
/// #     .week(WeekPattern::weekdays([Hours::from_static("09:00-17:00")]))
/// #     .build()?;
/// let late = Complaint::new("A-1".parse()?, "2026-03-02T10:00:00Z".parse()?).with_fact(Fact::MINUTES_LATE, 29);
/// let ask = |condition| holds(&condition, &late, &History::none(), &calendar);
/// assert_eq!(ask(Condition::at_least(Fact::MINUTES_LATE, 30)), Truth::False);
/// assert_eq!(ask(Condition::is(Cause::from(CauseGroup::SERVICE))), Truth::Unknown); // it has no cause yet
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn holds(condition: &Condition, complaint: &Complaint, history: &History, calendar: &Calendar) -> Truth {
    let mut asked = Vec::new();
    condition.recurrences(&mut asked);
    let counted = asked.iter().map(|asked| recurrence(complaint, history, asked, calendar));
    let recurred: Vec<Recurred> = counted.collect();
    let known = Known {
        complaint,
        asked: &asked,
        recurred: &recurred,
        severity: None,
        levels: None,
        claim_kind: None,
    };
    condition.holds(&known)
}

/// The marks of the rules that decided, and of the policy's own.
fn marks(
    policy: &Policy,
    known: &Known<'_>,
    severity: Option<&SeverityTriage<'_>>,
    claim_kind: Option<&Rated<'_, ClaimKind>>,
) -> Vec<(Mark, RuleId)> {
    let mut marks: Vec<(Mark, RuleId)> = Vec::new();
    if let Some(severity) = severity {
        marks.extend(severity.marks(known));
    }
    marks.extend(claim_kind.and_then(|rated| Rating::mark(rated, known)));
    let own = policy.marks().iter().filter(|rule| rule.when().holds(known) == Truth::True);
    marks.extend(own.map(|rule| (rule.mark(), rule.id())));
    marks
}

/// Every word declared on the day of receipt and where it may be, every step after the receipt.
fn check(policy: &Policy, complaint: &Complaint, known: &Known<'_>) -> Result<(), TriageError> {
    fn fault<W: Word>(policy: &Policy, word: Option<W>, days: &[NaiveDate]) -> Option<ComplaintFault> {
        let word = word?;
        days.iter().find_map(|&day| policy.check_new(word, day).err()).map(ComplaintFault::Word)
    }
    let utc = complaint.received.date_naive();
    // Where the zone does not know the day of receipt, a word must be in use on every day that it may be.
    let possible = [utc, utc.pred_opt().unwrap_or(utc), utc.succ_opt().unwrap_or(utc)];
    let known_day = policy.calendar().date(complaint.received).map(|day| [day]);
    let days = known_day.as_ref().map_or(possible.as_slice(), |day| day.as_slice());
    let mut faults = Vec::new();
    faults.extend(complaint.steps_before_receipt());
    faults.extend(complaint.categories.iter().filter_map(|&word| fault(policy, Some(word), days)));
    faults.extend(fault(policy, complaint.subject, days));
    faults.extend(fault(policy, complaint.cause, days));
    faults.extend(fault(policy, complaint.fault_party, days));
    faults.extend(fault(policy, complaint.claim_kind, days));
    faults.extend(fault(policy, complaint.region, days));
    faults.extend(fault(policy, complaint.unit, days));
    faults.extend(fault(policy, complaint.topic, days));
    faults.extend(complaint.containments.iter().filter_map(|&word| fault(policy, Some(word), days)));
    faults.extend(fault(policy, complaint.channel, days));
    faults.extend(fault(policy, complaint.medium, days));
    faults.extend(complaint.demands.iter().filter_map(|&word| fault(policy, Some(word), days)));
    faults.extend(complaint.facts.iter().filter_map(|&(word, _)| fault(policy, Some(word), days)));
    faults.extend(complaint.departments.iter().filter_map(|&(word, _)| fault(policy, Some(word), days)));
    faults.extend(complaint.anchors.iter().filter_map(|(word, _)| fault(policy, Some(word), days)));
    for rule in policy.requirements() {
        let word = known.words(rule.input).find(|word| word.is_or_under(&rule.word));
        if let Some(&word) = word
            && rule.when.holds(known) != Truth::True
        {
            faults.push(ComplaintFault::NotAllowed { rule: rule.id, input: rule.input, word });
        }
    }
    Faults::none_or(faults, ())
}

impl<'a> Triage<'a> {
    /// The policy by which it was done.
    #[must_use]
    pub const fn policy(&self) -> &'a Policy {
        self.policy
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
    pub const fn importance(&self) -> Option<&Rated<'a, Importance>> {
        self.importance.as_ref()
    }

    /// How soon it wants attention, if the policy says so.
    #[must_use]
    pub const fn urgency(&self) -> Option<&Rated<'a, Urgency>> {
        self.urgency.as_ref()
    }

    /// Under which definition it is pursued: as the complaint says, or else by the policy's rules.
    #[must_use]
    pub fn claim_kind(&self) -> Option<ClaimKind> {
        self.complaint.claim_kind.or_else(|| self.claim_kind.as_ref().and_then(Rated::word))
    }

    /// What is to be kept in mind about it, each with the rule that says so.
    #[must_use]
    pub fn marks(&self) -> &[(Mark, RuleId)] {
        &self.marks
    }

    /// Whether it has a mark.
    #[must_use]
    pub fn is_marked(&self, mark: Mark) -> bool {
        self.marks.iter().any(|(given, _)| *given == mark)
    }

    /// Who owns the complaint.
    #[must_use]
    pub fn owner(&self) -> Owner<'a> {
        self.forced.map_or_else(|| self.routes.owner(), Owner::NotDispatched)
    }

    /// The department that owns it, if one does; where its owner is the unit concerned, that unit.
    #[must_use]
    pub fn department(&self) -> Option<Department> {
        self.owner_row().and_then(|row| self.department_of(row))
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
        match row.assignee() {
            Assignee::UnitConcerned(otherwise) | Assignee::RoleInUnitConcerned(_, otherwise) => {
                Some(self.complaint.unit.unwrap_or(otherwise))
            }
            other => other.department(),
        }
    }

    /// What is known of the complaint after all.
    fn known(&self) -> Known<'_> {
        let level = self.severity.as_ref().and_then(|severity| severity.level().severity());
        Known {
            complaint: self.complaint,
            asked: self.policy.recurrences(),
            recurred: &self.recurred,
            severity: level.map(Severity::code),
            levels: self.severity.as_ref().map(SeverityTriage::levels),
            claim_kind: self.claim_kind.as_ref().and_then(Rated::word).map(Into::into),
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
        let Some(in_time) = self.met(Part::Closure, judged)? else { return Ok(None) };
        if closed.is_some() {
            return Ok(Some(if in_time { Standing::ClosedInTime } else { Standing::ClosedLate }));
        }
        if self.met(Part::Project, now)? == Some(false) {
            return Ok(Some(Standing::ProjectDue));
        }
        Ok(Some(if in_time { Standing::OnTime } else { Standing::Unclosed }))
    }

    /// Whether an instant is within every clock of a part; `None` where there is no such clock.
    fn met(&self, part: Part, at: DateTime<Utc>) -> Result<Option<bool>, DeadlineError> {
        let mut met = None;
        for clock in self.clocks.iter().filter(|clock| clock.rule.part == part) {
            let in_time = match &clock.outcome {
                ClockOutcome::Due(due) => due.is_met_at(at),
                ClockOutcome::Undetermined(error)
                    if clock.is_due_after(error, at, self.policy, self.complaint.categories.len()) =>
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
    /// of the rule says where it stands, with every pause and extension that is entered.
    ///
    /// `None` where the clock has no deadline, does not run for this complaint, or starts from the due date of
    /// another clock that has none yet.
    ///
    /// ```
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # use redress::calendar::{Calendar, Hours, KnownDays, Span, WeekPattern, Zone};
    /// # use redress::deadline::{ClockState, PauseRule};
    /// # use redress::profiles::{Nev, NoticePeriod};
    /// # use redress::triage::{Complaint, History, triage};
    /// # use redress::vocab::{Category, ClockName, Department, PauseReason};
    /// # let zone = Zone::tabulate("Asia/Shanghai", &chrono_tz::Asia::Shanghai, KnownDays::years(2025, 2026)?)?;
    /// # let calendar = Calendar::builder("cn", zone)
    /// #     .week(WeekPattern::weekdays([Hours::from_static("09:00-17:30")]))
    /// #     .build()?;
    /// # let owners = Category::ALL.iter().map(|&category| (category, Department::DEALER));
    /// let nev = Nev::new(calendar, owners, NoticePeriod::Days(7))
    ///     .pause(PauseRule::new(PauseReason::AWAITING_CUSTOMER));
    /// let policy = nev.build()?;
    /// let complaint = Complaint::new("NEV-1".parse()?, "2025-03-11T10:00:00+08:00".parse()?)
    ///     .with_category(Category::PRODUCT_QUALITY);
    /// let triage = triage(&policy, &complaint, &History::none())?;
    ///
    /// let closure = triage.clocks_of(ClockName::CLOSURE).next().ok_or("no clock")?;
    /// let mut record = triage.record(closure).ok_or("no deadline")?;
    /// let clock = closure.rule().clock();
    /// let asked = "2025-03-12T09:00:00+08:00".parse()?;
    /// record.pause(clock, PauseReason::AWAITING_CUSTOMER, asked, asked)?;
    /// let reading = clock.reading(policy.calendar(), &record, "2025-03-13T18:00:00+08:00".parse()?);
    /// assert_eq!(reading.status().state(), ClockState::Paused);
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn record(&self, clock: &ClockTriage<'_>) -> Option<ClockRecord> {
        let waits = matches!(clock.rule.start, Start::DueOf(_)) && clock.starts.is_none();
        let exempt = matches!(clock.outcome, ClockOutcome::Exempt(_));
        let deadline = clock.deadline().filter(|_| !waits && !exempt)?;
        let mut anchors = self.complaint.anchors.clone();
        if let Some(at) = clock.starts {
            anchors.set(clock.rule.clock().start(), at);
        }
        Some(ClockRecord::new(deadline.clone(), anchors))
    }

    /// The full account: every answer with its reasons, owning all of it.
    #[must_use]
    pub fn explain(&self) -> Explanation {
        Explanation::of(self)
    }

    pub(crate) fn trace(&self, clock: &ClockTriage<'_>) -> Option<Trace> {
        clock.trace(self.policy, self.complaint)
    }

    /// The row that decided who owns the complaint.
    #[must_use]
    pub fn because(&self) -> Option<RuleId> {
        self.owner_row().map(Row::id)
    }
}
