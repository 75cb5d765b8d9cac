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
/// Speed is what counts, in this order: the patient is contacted by phone or fax to learn the details, a plan is
/// agreed on inside, and the patient has an answer, preferably on the same day. A day that is missed is worth a
/// warning and no breach, unless the hospital wants it so.
///
/// Who agrees to a plan is not said, nor who owns a complaint: both are arguments. Complaints are not rated, and
/// nobody asks afterwards.
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
#[must_use = "a profile is no policy until it is built"]
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
    /// With the service hours of the day; on a day without any, with those of the next day that has some. What comes
    /// in after closing is answered late.
    ServiceHours,
}

in_house!(Hospital);

impl Hospital {
    /// The procedure in its default readings, over a calendar, with the hospital's own table of owners and the role
    /// that agrees to a plan.
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

    /// A18: when the day of the answer ends.
    pub const fn with_same_day(mut self, reading: SameDay) -> Self {
        self.same_day = reading;
        self
    }

    /// A18: whether a missed day is a breach; a missed target unless given.
    pub const fn with_hardness(mut self, reading: Hardness) -> Self {
        self.hardness = reading;
        self
    }

    /// Proves the procedure in the chosen readings.
    ///
    /// # Errors
    ///
    /// Every [`PolicyFault`](crate::policy::PolicyFault): one of the rows given, an undeclared word, a calendar with a
    /// day that closes at no time of day.
    pub fn build(self) -> Result<Policy, PolicyFaults> {
        let clock = Clock::new(ClockName::SAME_DAY_ANSWER, Anchor::RECEIVED).with_hardness(self.hardness);
        let today = Term::calendar_days(0);
        let today = match self.same_day {
            SameDay::CalendarDay => today.with_end(End::END_OF_DAY),
            // After hours a receipt is one of the next day: nothing is due before it was received.
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
