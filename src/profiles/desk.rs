//! S21: hard problems at a service desk.

use crate::approval::ApprovalTable;
use crate::calendar::Calendar;
use crate::policy::routing::{Cell, HitPolicy, Row};
use crate::policy::severity::MarkRule;
use crate::policy::{Condition, Policy, PolicyFaults, Routing, Track};
use crate::profiles::house::{House, in_house};
use crate::vocab::{Act, Demand, Department, Fact, Input, Mark, RuleId, Topic};
use crate::word;

/// The service desk and its hard problems (S21).
///
/// | Topic | What happens |
/// |---|---|
/// | complaint | the desk listens |
/// | technical problem | the desk asks about a restart or an update; whatever the answer, the technical team then gets it |
/// | refund | the desk asks what went wrong, and what the customer wants |
///
/// There are no approvals, no limits, no follow-up and no severity. The procedure assigns technical problems only; the
/// owner of the rest is an argument.
///
/// # Example: software that hangs
///
/// ```
/// use redress::profiles::Desk;
/// use redress::triage::{Complaint, History, triage};
/// use redress::vocab::{Department, Fact, Mark, Topic};
///
/// # let calendar = redress::sample::calendar()?;
/// let policy = Desk::new(calendar, Department::CUSTOMER_SERVICE).build()?;
/// let hangs = Complaint::new("D-1".parse()?, "2026-03-11T10:00:00+08:00".parse()?)
///     .with_topic(Topic::TECHNICAL);
///
/// let first = triage(&policy, &hangs, &History::none())?;
/// assert_eq!(first.department(), Some(Department::CUSTOMER_SERVICE));
/// assert!(first.is_marked(Mark::ASK_FOR_RESTART));
///
/// let asked = hangs.with_fact(Fact::RESTART_OR_UPDATE_ASKED, 1);
/// let then = triage(&policy, &asked, &History::none())?;
/// assert_eq!(then.department(), Some(Department::TECHNICAL_SUPPORT));
/// assert!(!then.is_marked(Mark::ASK_FOR_RESTART));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
#[must_use = "a profile is not a policy until you call `build`"]
pub struct Desk {
    house: House,
    others: Department,
}

in_house!(Desk);

impl Desk {
    /// Makes the procedure. `others` owns everything that is not a technical problem, or not yet one for the technical
    /// team.
    pub fn new(calendar: Calendar, others: Department) -> Self {
        Self { house: House::new(calendar, "S21"), others }
    }

    /// Checks the procedure and returns its policy.
    ///
    /// # Errors
    ///
    /// Every [`PolicyFault`](crate::policy::PolicyFault), such as an undeclared word.
    pub fn build(self) -> Result<Policy, PolicyFaults> {
        // A customer who mentions it unasked need not be asked.
        let answered = Condition::any([
            Condition::has(Fact::RESTART_OR_UPDATE_ASKED),
            Condition::has(Fact::RESTART_OR_UPDATE_TRIED),
        ]);
        let unasked = Condition::all([Condition::is(Topic::TECHNICAL), Condition::not(answered)]);
        let restart = MarkRule::new(word!(RuleId, "s21-r02"), Mark::ASK_FOR_RESTART, unasked);
        // A complaint that states no demand leaves it unknown, so that the customer must be asked.
        let unsaid = Condition::all([
            Condition::is(Topic::REFUND),
            Condition::not(Condition::surely(Condition::is(Demand::REFUND))),
        ]);
        let demand = MarkRule::new(word!(RuleId, "s21-r05"), Mark::ASK_FOR_DEMAND, unsaid);
        let technical = Row::owner(word!(RuleId, "rt25"), Department::TECHNICAL_SUPPORT);
        let first_asked = Row::owner(word!(RuleId, "ask-first"), self.others);
        let routing = Routing::by([Input::TOPIC, Input::MARK])
            .with_hit_policy(Act::Owner, HitPolicy::First)
            .with_row(first_asked.with_cell(Cell::is(Mark::ASK_FOR_RESTART)).with_citation("S21-R02"))
            .with_row(technical.with_cell(Cell::under(Topic::TECHNICAL)).with_citation("S21-R04"))
            .with_row(Row::owner(word!(RuleId, "others"), self.others));
        self.house
            .policy("desk", Track::new(), ApprovalTable::new())
            .mark(restart.with_citation("S21-R02"))
            .mark(demand.with_citation("S21-R05"))
            .routing(routing)
            .build()
    }
}
