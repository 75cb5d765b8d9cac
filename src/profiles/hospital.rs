//! S14: patients' complaints.

use crate::approval::{ApprovalTable, Chain, Signers, Step};
use crate::calendar::Calendar;
use crate::deadline::choice::LateReceipt;
use crate::deadline::rule::Hardness;
use crate::deadline::{Clock, Cutoff, End, Roll, Term};
use crate::policy::severity::MarkRule;
use crate::policy::track::{Conduct, ConversationRule};
use crate::policy::{ClockRule, Condition, Policy, PolicyFaults, Routing, Track};
use crate::profiles::house::{House, in_house};
use crate::vocab::course::{ApprovalAct, DecisionKind};
use crate::vocab::{Anchor, ClockName, Fact, Mark, Role, RuleId};
use crate::word;

/// The handling of patients' complaints (S14).
///
/// Speed matters most. First the patient is contacted by phone or fax to learn the details. Then a plan is agreed
/// inside the hospital. Then the patient gets an answer, preferably on the same day. A missed day gives a warning and
/// is not a breach, unless the hospital chooses so.
///
/// The source does not say who agrees to a plan and who owns a complaint: both are arguments. There is no severity and
/// no follow-up.
///
/// # Example: the same day
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
/// use redress::policy::Routing;
/// use redress::policy::routing::Row;
/// use redress::profiles::Hospital;
/// use redress::triage::{Complaint, History, triage};
/// use redress::vocab::{ClockName, Department, Fact, Mark, Role, RuleId};
/// use redress::word;
///
/// # let zone = Zone::tabulate("Asia/Shanghai", &chrono_tz::Asia::Shanghai, KnownDays::years(2025, 2026)?)?;
/// # let calendar = Calendar::builder("cn", zone)
/// #     .week(WeekPattern::weekdays([Hours::from_static("09:00-17:30")]))
/// #     .build()?;
/// let owners = Routing::by([]).with_row(Row::owner(word!(RuleId, "all"), Department::CUSTOMER_SERVICE));
/// let policy = Hospital::new(calendar, owners, Role::DEPARTMENT_HEAD).build()?;
/// let complaint = Complaint::new("H-1".parse()?, "2025-07-10T09:15:00+08:00".parse()?);
///
/// let first = triage(&policy, &complaint, &History::none())?;
/// let due = first.due(ClockName::SAME_DAY_ANSWER).ok_or("due")?;
/// assert_eq!(due.at().to_rfc3339(), "2025-07-10T16:00:00+00:00"); // midnight in China
/// assert!(first.is_marked(Mark::CONTACT_FIRST));
///
/// let called = complaint.with_fact(Fact::CONTACTED_BY_PHONE_OR_FAX, 1);
/// assert!(!triage(&policy, &called, &History::none())?.is_marked(Mark::CONTACT_FIRST));
/// # Ok(()) }
/// ```
#[derive(Clone, Debug)]
#[must_use = "a profile is not a policy until you call `build`"]
pub struct Hospital {
    house: House,
    owners: Routing,
    agreed_by: Role,
    same_day: SameDay,
    hardness: Hardness,
}

/// When the day of the answer ends (A18).
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the readings of A18")]
pub enum SameDay {
    /// With the calendar day.
    #[default]
    CalendarDay,
    /// With the service hours of the day. On a day without any, with those of the next day that has some. A complaint
    /// received after closing belongs to the next day with service hours.
    ServiceHours,
}

in_house!(Hospital);

impl Hospital {
    /// Makes the procedure in its default readings, with the hospital's table of owners and the role that agrees to a
    /// plan.
    pub fn new(calendar: Calendar, owners: Routing, agreed_by: Role) -> Self {
        Self {
            // S14-R04, S14-R05.
            house: House::new(calendar, "S14")
                .with_conduct(Conduct::new().with_conversation(ConversationRule::CallFirst)),
            owners,
            agreed_by,
            same_day: SameDay::CalendarDay,
            hardness: Hardness::Soft,
        }
    }

    /// Sets when the day of the answer ends (A18).
    pub const fn with_same_day(mut self, reading: SameDay) -> Self {
        self.same_day = reading;
        self
    }

    /// Sets whether a missed day is a breach (A18). By default it is a missed target.
    pub const fn with_hardness(mut self, reading: Hardness) -> Self {
        self.hardness = reading;
        self
    }

    /// Checks the procedure and returns its policy.
    ///
    /// # Errors
    ///
    /// Every [`PolicyFault`](crate::policy::PolicyFault), for example of a given row, an undeclared word, or a calendar
    /// with a day that has no closing time.
    pub fn build(self) -> Result<Policy, PolicyFaults> {
        let clock = Clock::new(ClockName::SAME_DAY_ANSWER, Anchor::RECEIVED).with_hardness(self.hardness);
        let today = Term::calendar_days(0);
        let today = match self.same_day {
            SameDay::CalendarDay => today.with_end(End::END_OF_DAY),
            // A receipt after hours belongs to the next day. Otherwise it would be due before it was received.
            SameDay::ServiceHours => today
                .with_cutoff(Cutoff::closing(LateReceipt::NextCalendarDay))
                .with_end(End::CLOSE_OF_BUSINESS)
                .with_roll(Roll::FOLLOWING),
        };
        let waiting = Condition::not(Condition::has(Fact::CONTACTED_BY_PHONE_OR_FAX));
        let contact = MarkRule::new(word!(RuleId, "s14-r04"), Mark::CONTACT_FIRST, waiting);
        // Contact, agreement, answer (S14-R05).
        let agree = Chain::new(word!(RuleId, "s14-r05"), DecisionKind::Remedy)
            .with_step(Step::new(word!(RuleId, "agree"), ApprovalAct::Approve, Signers::one(self.agreed_by)))
            .with_citation("S14-R05");
        self.house
            .policy("hospital", Track::new().without_triage(), ApprovalTable::new().with_chain(agree))
            .mark(contact.with_citation("S14-R04"))
            .routing(self.owners)
            .clock(ClockRule::new(clock, today).with_citation("S14-R04"))
            .build()
    }
}
