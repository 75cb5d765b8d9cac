//! One clock of a complaint at triage.

use alloc::string::ToString;

use chrono::{DateTime, Utc};

use crate::calendar::{Calendar, CalendarError};
use crate::deadline::choice::{Bound, MissingTarget, RollRule};
use crate::deadline::{Deadline, DeadlineError, Due, PlainFacts, Trace};
use crate::policy::clock::{ClockStart, SeveralCategories, Target, Targets};
use crate::policy::condition::{Facts, Levels};
use crate::policy::track::ForcedClosure;
use crate::policy::{ClockRule, Policy};
use crate::triage::complaint::Complaint;
use crate::triage::known::Known;
use crate::vocab::{Anchor, Category, ClockName, Department};

/// One clock of a complaint, with its due date or the reason why it has none.
///
/// # Example: a clock that waits for its start event
///
/// ```
/// use redress::deadline::{Clock, Term};
/// use redress::policy::{ClockRule, Policy, Routing};
/// use redress::sample;
/// use redress::triage::answer::ClockOutcome;
/// use redress::triage::{History, triage};
/// use redress::vocab::{Anchor, ClockName};
///
/// let visit = Clock::new(ClockName::RETURN_VISITS, Anchor::INSTALLED);
/// # let desk = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(Routing::none());
/// let policy = desk.clock(ClockRule::new(visit, Term::calendar_days(3))).build()?;
/// let complaint = sample::complaint()?; // nothing was installed yet
/// let answer = triage(&policy, &complaint, &History::none())?;
/// let clock = answer.clocks_of(ClockName::RETURN_VISITS).next().ok_or("no clock")?;
/// assert_eq!(clock.outcome(), &ClockOutcome::NotStarted(Anchor::INSTALLED));
/// assert_eq!(clock.due(), None);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct ClockTriage<'a> {
    pub(super) rule: &'a ClockRule,
    pub(super) department: Option<Department>,
    pub(super) target: Option<&'a Target>,
    /// The calendar by which the clock counts: the one of the target that decided, if it has one.
    pub(super) calendar: &'a Calendar,
    /// From when the clock counts, if that is not an event of the complaint.
    pub(super) starts: Option<Due>,
    pub(super) outcome: ClockOutcome<'a>,
}

/// The result for one clock at triage: its due date, or why it has none.
///
/// # Example: a complaint that is closed by force
///
/// ```
/// use redress::deadline::{Clock, Term};
/// use redress::policy::track::{ForcedClosure, ForcedClosureTest};
/// use redress::policy::{ClockRule, Policy, Routing};
/// use redress::triage::answer::ClockOutcome;
/// use redress::triage::{History, triage};
/// use redress::vocab::{Anchor, ClockName, Fact};
/// # use redress::sample;
///
/// let rule = ClockRule::new(Clock::new(ClockName::CLOSURE, Anchor::RECEIVED), Term::working_days(5));
/// let test = ForcedClosure::new(ForcedClosureTest::ListAlone);
/// # let desk = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(Routing::none());
/// let policy = desk.clock(rule).forced_closure(test).build()?;
/// let complaint = sample::complaint()?.with_fact(Fact::ON_FORCED_CLOSURE_LIST, 1);
/// let answer = triage(&policy, &complaint, &History::none())?;
/// assert!(matches!(answer.clocks()[0].outcome(), ClockOutcome::Exempt(_)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a new outcome must break every reader")]
pub enum ClockOutcome<'a> {
    /// The clock is due at this time.
    Due(Due),
    /// The clock waits for this event.
    NotStarted(Anchor),
    /// The clock does not run, because the complaint is closed by force.
    Exempt(&'a ForcedClosure),
    /// The clock has no due date yet, for this reason. It must not be read as "no deadline".
    Undetermined(DeadlineError),
}

pub(super) fn clock_of<'a>(
    policy: &'a Policy,
    known: &Known<'_>,
    rule: &'a ClockRule,
    received: Option<(Department, DateTime<Utc>)>,
    earlier: &[ClockTriage<'a>],
) -> ClockTriage<'a> {
    let mut clock = ClockTriage {
        rule,
        department: received.map(|(department, _)| department),
        target: None,
        calendar: policy.calendar_of(rule, received.map(|(department, _)| department)),
        starts: received.map(|(_, at)| Due::new(at, Bound::Inclusive)),
        outcome: ClockOutcome::NotStarted(rule.clock().start()),
    };
    if let ClockStart::DueOf(other) = rule.start {
        let others = || earlier.iter().filter(|clock| clock.name() == other);
        let Some(due) = others().filter_map(ClockTriage::due).min() else {
            if let Some(other) = others().next() {
                clock.outcome = other.outcome.clone();
            }
            return clock;
        };
        clock.starts = Some(due);
    }
    if let Some(fact) = rule.only_where.filter(|fact| known.is_open(*fact)) {
        clock.outcome = ClockOutcome::Undetermined(DeadlineError::NotAnswered { fact });
        return clock;
    }
    let (target, outcome) = clock.chosen(policy, known.complaint, known.levels);
    clock.target = target;
    clock.calendar = clock.counts_by(policy, target);
    clock.outcome = match outcome {
        Ok(due) => ClockOutcome::Due(due),
        Err(DeadlineError::NoAnchor { anchor }) => ClockOutcome::NotStarted(anchor),
        Err(error) => ClockOutcome::Undetermined(error),
    };
    clock
}

/// Returns the target of a category if it is the same at every level that the severity may have. No target at any of
/// these levels is the same too.
fn the_same(
    rule: &ClockRule,
    category: Option<Category>,
    levels: Option<Levels>,
) -> Result<Option<&Target>, DeadlineError> {
    let mut levels = levels.unwrap_or_else(Levels::unrated).iter();
    let first = rule.target(category, levels.next().flatten());
    let same = levels.all(|level| rule.target(category, level) == first);
    if same { Ok(first) } else { Err(DeadlineError::SeverityNotKnown) }
}

impl<'a> ClockTriage<'a> {
    /// Returns the rule of the policy from which the clock comes.
    #[must_use]
    pub const fn rule(&self) -> &'a ClockRule {
        self.rule
    }

    /// Returns the name of the clock.
    #[must_use]
    pub const fn name(&self) -> ClockName {
        self.rule.name()
    }

    /// Returns the department whose clock it is, or `None` if the clock belongs to the whole complaint.
    #[must_use]
    pub const fn department(&self) -> Option<Department> {
        self.department
    }

    /// Returns the target that decided, or `None` if the rule has one deadline for all, or no target covers the
    /// complaint.
    #[must_use]
    pub const fn target(&self) -> Option<&'a Target> {
        self.target
    }

    /// Returns the calendar by which the clock counts.
    ///
    /// It is the calendar of the target that decided, or else of the department, of the clock, or of the policy: the
    /// first of these that is set.
    #[must_use]
    pub const fn calendar(&self) -> &'a Calendar {
        self.calendar
    }

    /// Returns the due date, or the reason why there is none.
    #[must_use]
    pub const fn outcome(&self) -> &ClockOutcome<'a> {
        &self.outcome
    }

    /// Returns when the clock is due, or `None` if it has no due date.
    #[must_use]
    pub const fn due(&self) -> Option<Due> {
        match self.outcome {
            ClockOutcome::Due(due) => Some(due),
            ClockOutcome::NotStarted(_) | ClockOutcome::Exempt(_) | ClockOutcome::Undetermined(_) => None,
        }
    }

    /// Returns the target that decides among the categories of the complaint, and its due date.
    pub(super) fn chosen(
        &self,
        policy: &'a Policy,
        complaint: &Complaint,
        levels: Option<Levels>,
    ) -> (Option<&'a Target>, Result<Due, DeadlineError>) {
        let facts = self.counted_from(complaint);
        let rule = self.rule;
        match rule.targets() {
            Targets::Same(deadline) => (None, deadline.due_over(&facts)),
            Targets::NotSet(parameter) => {
                let wanted = MissingTarget::Parameter(parameter.to_string());
                (None, Err(DeadlineError::NoTarget { wanted }))
            }
            Targets::Table(_) => {
                let considered = match rule.several {
                    SeveralCategories::Earliest => usize::MAX,
                    SeveralCategories::Main => 1,
                };
                let categories = complaint.categories().take(considered);
                let mut best: Option<(Option<&Target>, Due)> = None;
                // A complaint without a category can still have a target of a severity, or the deadline for all others.
                let none = (categories.len() == 0).then_some(None);
                let each = categories.map(Some).chain(none);
                for category in each {
                    let target = match the_same(rule, category, levels) {
                        Ok(target) => target,
                        Err(error) => return (None, Err(error)),
                    };
                    let Some(deadline) = target.map(Target::deadline).or(rule.otherwise.as_ref()) else {
                        let wanted = category.map_or(MissingTarget::AnyCategory, MissingTarget::Category);
                        return (None, Err(DeadlineError::NoTarget { wanted }));
                    };
                    match deadline.due_over(&facts.by(self.counts_by(policy, target))) {
                        Ok(due) if best.is_none_or(|(_, best)| due < best) => best = Some((target, due)),
                        Ok(_) => {}
                        Err(error) => return (target, Err(error)),
                    }
                }
                match best {
                    Some((target, due)) => (target, Ok(due)),
                    None => (None, Err(DeadlineError::NoTarget { wanted: MissingTarget::AnyCategory })),
                }
            }
        }
    }

    /// Returns the deadline that decided, if one did.
    pub(super) fn deadline(&self) -> Option<&'a Deadline> {
        if matches!(
            self.outcome,
            ClockOutcome::Undetermined(
                DeadlineError::NoTarget { .. }
                    | DeadlineError::SeverityNotKnown
                    | DeadlineError::NotAnswered { .. }
            )
        ) {
            return None;
        }
        match (self.target, self.rule.targets()) {
            (Some(target), _) => Some(target.deadline()),
            (None, Targets::Same(deadline)) => Some(deadline),
            (None, Targets::Table(_)) => self.rule.otherwise.as_ref(),
            (None, Targets::NotSet(_)) => None,
        }
    }

    /// Returns the calendar by which the clock counts if `target` decides.
    fn counts_by(&self, policy: &'a Policy, target: Option<&Target>) -> &'a Calendar {
        let own = |target| policy.calendar_of_target(self.rule, target, self.department);
        target.map_or(self.calendar, own)
    }

    /// Returns what its deadline is evaluated over.
    pub(super) fn counted_from<'f>(&self, complaint: &'f Complaint) -> PlainFacts<'f>
    where
        'a: 'f,
    {
        let start = &self.rule.clock().start;
        let instead = self.starts.map(|at| (start, at));
        PlainFacts { instead, ..PlainFacts::plain(self.calendar, start, &complaint.anchors) }
    }

    /// Returns the steps by which the due date was found.
    pub(super) fn trace(&self, complaint: &Complaint) -> Option<Trace> {
        self.due()?;
        let deadline = self.deadline()?;
        let mut trace = Trace::default();
        deadline.evaluate(&self.counted_from(complaint), &mut trace).ok()?;
        Some(trace)
    }
}

impl ClockTriage<'_> {
    /// Returns whether a due date beyond the last known day must lie after an instant within the known days.
    pub(super) fn is_due_after(&self, error: &DeadlineError, at: DateTime<Utc>, categories: usize) -> bool {
        let lies_after = match error {
            DeadlineError::Calendar(CalendarError::NotKnown { asked, last, .. }) => asked > last,
            DeadlineError::Calendar(CalendarError::AfterLastYear { .. }) => true,
            DeadlineError::Calendar(
                CalendarError::BeforeFirstYear { .. }
                | CalendarError::NoBusinessHours { .. }
                | CalendarError::SkippedTime { .. }
                | CalendarError::RepeatedTime { .. },
            )
            | DeadlineError::Fault(_)
            | DeadlineError::OutOfRange { .. }
            | DeadlineError::UnitMismatch { .. }
            | DeadlineError::NoAnchor { .. }
            | DeadlineError::OtherPolicy {}
            | DeadlineError::TooManyPeriods { .. }
            | DeadlineError::NoPartApplies { .. }
            | DeadlineError::NoTarget { .. }
            | DeadlineError::SeverityNotKnown
            | DeadlineError::NotAnswered { .. } => false,
        };
        // This is certain for one term only. Among several, a term within the known days might have passed.
        let several = self.rule.several == SeveralCategories::Earliest && categories > 1;
        let (Some(Deadline::Term(term)), ClockStart::Event, false) =
            (self.deadline(), self.rule.start, several)
        else {
            return false;
        };
        let only_forward = matches!(term.roll.rule, RollRule::None | RollRule::Following);
        let last = self.calendar.known().last();
        only_forward && lies_after && self.calendar.date(at).is_ok_and(|date| date <= last)
    }
}
