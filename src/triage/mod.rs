//! Triage: who owns a complaint, by when it must be dealt with, and why.
//!
//! [`triage`] is a pure function of a [`Policy`], a [`Complaint`] and the [`History`] before it. Its result
//! borrows all three and holds positions, not copies; [`Triage::explain`] makes the owned account.

mod clock;
mod complaint;
mod document;
mod explanation;
mod fault;
mod history;

use alloc::vec::Vec;

use chrono::{DateTime, NaiveDate, Utc};

use crate::deadline::{ClockRecord, DeadlineError, Due, Trace};
use crate::faults::Faults;
use crate::policy::{ForcedClosure, OwnerRow, Part, Policy, Scope, Start};
use crate::vocab::{Category, ClockName, Department, RuleId, Standing, Word};

use self::clock::clock_of;
pub use self::clock::{ClockOutcome, ClockTriage};
pub use self::complaint::Complaint;
pub use self::document::{ComplaintDocument, Instant, MAX_WORDS};
pub use self::explanation::{ClockAccount, Explanation, OwnerAccount, TargetAccount, Without};
pub use self::fault::{ComplaintFault, TriageError};
pub use self::history::{History, PastCase};

/// What follows from a policy for one complaint.
#[derive(Clone, Debug)]
pub struct Triage<'a> {
    policy: &'a Policy,
    complaint: &'a Complaint,
    owner: Owner<'a>,
    clocks: Vec<ClockTriage<'a>>,
    repeats: usize,
}

/// Who owns a complaint.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a new outcome must break every reader")]
pub enum Owner<'a> {
    /// A department, by a row of the policy.
    Department(&'a OwnerRow),
    /// Nobody: the policy has no row for the category, or the complaint has no category.
    Unrouted(Option<Category>),
    /// Nobody: the complaint is not dispatched but closed by force.
    NotDispatched(&'a ForcedClosure),
}

/// Says who owns a complaint and by when it must be dealt with.
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
    check(policy, complaint)?;
    let forced = policy.forced_closure().filter(|test| test.wanted().all(|fact| complaint.count(fact) > 0));
    let main = complaint.categories.first().copied();
    let owner = match (forced, main.and_then(|category| policy.owner_table().row(category))) {
        (Some(test), _) => Owner::NotDispatched(test),
        (None, Some(row)) => Owner::Department(row),
        (None, None) => Owner::Unrouted(main),
    };
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
    Ok(Triage { policy, complaint, owner, clocks, repeats })
}

/// Every word declared on the day of receipt, every step after it.
fn check(policy: &Policy, complaint: &Complaint) -> Result<(), TriageError> {
    fn fault<W: Word>(policy: &Policy, word: Option<W>, days: &[NaiveDate]) -> Option<ComplaintFault> {
        let word = word?;
        days.iter().find_map(|&day| policy.taxonomy().check_new(word, day).err()).map(ComplaintFault::Word)
    }
    let utc = complaint.received.date_naive();
    // Where the zone does not know the day of receipt, a word must be in use on every day that it may be.
    let possible = [utc, utc.pred_opt().unwrap_or(utc), utc.succ_opt().unwrap_or(utc)];
    let known = policy.calendar().date(complaint.received).map(|day| [day]);
    let days = known.as_ref().map_or(possible.as_slice(), |day| day.as_slice());
    let mut faults = Vec::new();
    faults.extend(complaint.steps_before_receipt());
    faults.extend(complaint.categories.iter().filter_map(|&word| fault(policy, Some(word), days)));
    faults.extend(fault(policy, complaint.subject, days));
    faults.extend(fault(policy, complaint.cause, days));
    faults.extend(fault(policy, complaint.channel, days));
    faults.extend(fault(policy, complaint.medium, days));
    faults.extend(complaint.demands.iter().filter_map(|&word| fault(policy, Some(word), days)));
    faults.extend(complaint.facts.iter().filter_map(|&(word, _)| fault(policy, Some(word), days)));
    faults.extend(complaint.departments.iter().filter_map(|&(word, _)| fault(policy, Some(word), days)));
    faults.extend(complaint.anchors.iter().filter_map(|(word, _)| fault(policy, Some(word), days)));
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

    /// Who owns the complaint.
    #[must_use]
    pub const fn owner(&self) -> Owner<'a> {
        self.owner
    }

    /// The department that owns it, if one does.
    #[must_use]
    pub const fn department(&self) -> Option<Department> {
        match self.owner {
            Owner::Department(row) => Some(row.department()),
            Owner::Unrouted(_) | Owner::NotDispatched(_) => None,
        }
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

    /// The rule that decided who owns the complaint.
    #[must_use]
    pub fn because(&self) -> Option<RuleId> {
        match self.owner {
            Owner::Department(row) => Some(row.id()),
            Owner::Unrouted(_) | Owner::NotDispatched(_) => None,
        }
    }
}
