//! S38: requests to the platform that hosts documents.

use crate::approval::ApprovalTable;
use crate::calendar::{Calendar, Hours, WeekPattern};
use crate::policy::routing::{Cell, HitPolicy, Row};
use crate::policy::severity::MarkRule;
use crate::policy::{Condition, Policy, PolicyFaults, Routing, Track};
use crate::profiles::house::{House, in_house};
use crate::vocab::{Act, Demand, Department, Fact, Input, Mark, RuleId};
use crate::word;

/// The notices of a platform that hosts documents (S38).
///
/// A refund can be requested for one kind of document only: it was marked as partly previewable, and its hidden part is
/// defective. If everything could be seen before, there is no refund. If neither is known, the request gets neither
/// mark. An infringement of rights goes to customer service, and content that infringes a copyright is changed or
/// deleted.
///
/// People answer from 9:00 to 18:30, every day: [`Platform::week`] has these hours for the calendar. The source says
/// "soon" without a number, so that no clock runs. The owner of the rest is an argument.
///
/// # Example: a document that could be seen before the purchase
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use redress::calendar::{Calendar, KnownDays, Zone};
/// use redress::profiles::Platform;
/// use redress::triage::{Complaint, History, triage};
/// use redress::vocab::{Demand, Department, Fact, Mark};
///
/// let zone = Zone::tabulate("Asia/Shanghai", &chrono_tz::Asia::Shanghai, KnownDays::years(2025, 2026)?)?;
/// let calendar = Calendar::builder("platform", zone).week(Platform::week()).build()?;
/// let policy = Platform::new(calendar, Department::CUSTOMER_SERVICE).build()?;
/// let wants_refund = Complaint::new("P-1".parse()?, "2025-03-11T10:00:00+08:00".parse()?)
///     .with_demand(Demand::REFUND);
///
/// let seen = wants_refund.clone().with_fact(Fact::FULLY_PREVIEWABLE, 1);
/// assert!(triage(&policy, &seen, &History::none())?.is_marked(Mark::REFUND_EXCLUDED));
///
/// let hidden = wants_refund.with_fact(Fact::PARTLY_PREVIEWABLE, 1).with_fact(Fact::HIDDEN_PART_DEFECTIVE, 1);
/// assert!(triage(&policy, &hidden, &History::none())?.is_marked(Mark::REFUND_ADMISSIBLE));
/// # Ok(()) }
/// ```
#[derive(Clone, Debug)]
#[must_use = "a profile is not a policy until you call `build`"]
pub struct Platform {
    house: House,
    others: Department,
}

in_house!(Platform);

impl Platform {
    /// Makes the procedure. `others` owns everything except infringements of rights.
    pub fn new(calendar: Calendar, others: Department) -> Self {
        Self { house: House::new(calendar, "S38"), others }
    }

    /// Returns the hours in which people answer, the same every day (S38-R01).
    ///
    /// ```
    /// use redress::calendar::Calendar;
    /// use redress::{profiles::Platform, sample};
    ///
    /// let zone = sample::calendar()?.zone().clone();
    /// let calendar = Calendar::builder("platform", zone).week(Platform::week()).build()?;
    /// assert!(calendar.is_working_day("2026-04-05".parse()?)?); // a Sunday
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn week() -> WeekPattern {
        WeekPattern::daily([Hours::from_static("09:00-18:30")])
    }

    /// Checks the procedure and returns its policy.
    ///
    /// # Errors
    ///
    /// Every [`PolicyFault`](crate::policy::PolicyFault), such as an undeclared word.
    pub fn build(self) -> Result<Policy, PolicyFaults> {
        let wants = || Condition::is(Demand::REFUND);
        let seen = || Condition::has(Fact::FULLY_PREVIEWABLE);
        let hidden = Condition::all([
            wants(),
            Condition::has(Fact::PARTLY_PREVIEWABLE),
            Condition::has(Fact::HIDDEN_PART_DEFECTIVE),
            Condition::not(seen()),
        ]);
        let seen = Condition::all([wants(), seen()]);
        let copied = Condition::has(Fact::COPYRIGHT_INFRINGED);
        let infringed = Condition::any([Condition::has(Fact::RIGHTS_INFRINGED), copied.clone()]);
        let admissible = MarkRule::new(word!(RuleId, "s38-r02"), Mark::REFUND_ADMISSIBLE, hidden);
        let excluded = MarkRule::new(word!(RuleId, "s38-r02-excluded"), Mark::REFUND_EXCLUDED, seen);
        let rights = MarkRule::new(word!(RuleId, "s38-r03"), Mark::RIGHTS_INFRINGED, infringed);
        let removal = MarkRule::new(word!(RuleId, "s38-r04"), Mark::REMOVAL_DUE, copied);
        let told = Row::owner(word!(RuleId, "rights"), Department::CUSTOMER_SERVICE);
        let routing = Routing::by([Input::MARK])
            .with_hit_policy(Act::Owner, HitPolicy::First)
            .with_row(told.with_cell(Cell::is(Mark::RIGHTS_INFRINGED)).with_citation("S38-R03"))
            .with_row(Row::owner(word!(RuleId, "others"), self.others));
        self.house
            .policy("platform", Track::new(), ApprovalTable::new())
            .mark(admissible.with_citation("S38-R02"))
            .mark(excluded.with_citation("S38-R02"))
            .mark(rights.with_citation("S38-R03"))
            .mark(removal.with_citation("S38-R04"))
            .routing(routing)
            .build()
    }
}
