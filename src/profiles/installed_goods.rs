//! S26 and S27: the care for goods that were installed.

use crate::approval::ApprovalTable;
use crate::calendar::Calendar;
use crate::deadline::{Clock, End, Term};
use crate::policy::clock::ReopeningEffect;
use crate::policy::severity::MarkRule;
use crate::policy::track::FollowUpRule;
use crate::policy::{ClockRule, Condition, Policy, PolicyBuilder, PolicyFaults, Routing, Track};
use crate::profiles::house::{House, in_house};
use crate::vocab::course::FollowUp;
use crate::vocab::{Anchor, ClockName, Fact, Mark, RuleId};
use crate::word;

/// The service after the sale of goods that are installed, such as air conditioners (S26), and the contacts that keep
/// a customer (S27).
///
/// Two return visits follow within one month of the installation, and a case is not closed before them. Visits continue
/// until the customer is practised in the use (S27-R12). Four occasions call for a letter of thanks: a first visit that
/// went well, even without a purchase; a contract; help by the customer; and a trip from which regular customers are
/// greeted.
///
/// The table of owners is an argument. There is no severity and no approval.
///
/// # Example: installed at the end of January
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
/// use redress::policy::Routing;
/// use redress::profiles::InstalledGoods;
/// use redress::profiles::choice::VisitPeriod;
/// use redress::triage::{Complaint, History, triage};
/// use redress::vocab::{Anchor, ClockName};
///
/// # let zone = Zone::tabulate("Asia/Shanghai", &chrono_tz::Asia::Shanghai, KnownDays::years(2025, 2026)?)?;
/// # let calendar = Calendar::builder("cn", zone)
/// #     .week(WeekPattern::weekdays([Hours::from_static("09:00-17:30")]))
/// #     .build()?;
/// let goods = InstalledGoods::new(calendar, Routing::none());
/// let installed = "2026-01-31T15:00:00+08:00".parse()?;
/// let complaint = Complaint::new("I-1".parse()?, installed).with_event(Anchor::INSTALLED, installed);
///
/// let month = goods.clone().build()?;
/// let due = triage(&month, &complaint, &History::none())?.due(ClockName::RETURN_VISITS).ok_or("due")?;
/// assert_eq!(due.at().to_rfc3339(), "2026-02-28T16:00:00+00:00"); // the end of 28 February in China
///
/// let days = goods.with_visit_period(VisitPeriod::ThirtyDays).build()?;
/// let due = triage(&days, &complaint, &History::none())?.due(ClockName::RETURN_VISITS).ok_or("due")?;
/// assert_eq!(due.at().to_rfc3339(), "2026-03-02T16:00:00+00:00");
/// # Ok(()) }
/// ```
#[derive(Clone, Debug)]
#[must_use = "a profile is not a policy until you call `build`"]
pub struct InstalledGoods {
    house: House,
    owners: Routing,
    period: VisitPeriod,
}

/// How long the month of the return visits is (A19).
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the readings of A19")]
pub enum VisitPeriod {
    /// To the end of the same day of the next month. In a shorter month, to the end of its last day.
    #[default]
    Month,
    /// Thirty days, to the end of the last day.
    ThirtyDays,
}

in_house!(InstalledGoods);

impl InstalledGoods {
    /// Makes the procedure in its default reading, with the maker's table of owners.
    pub fn new(calendar: Calendar, owners: Routing) -> Self {
        Self { house: House::new(calendar, "S26-S27"), owners, period: VisitPeriod::Month }
    }

    /// Sets how long the month of the return visits is (A19).
    pub const fn with_visit_period(mut self, reading: VisitPeriod) -> Self {
        self.period = reading;
        self
    }

    /// Checks the procedure and returns its policy.
    ///
    /// # Errors
    ///
    /// Every [`PolicyFault`](crate::policy::PolicyFault), for example of a given row, or an undeclared word.
    pub fn build(self) -> Result<Policy, PolicyFaults> {
        let term = match self.period {
            VisitPeriod::Month => Term::months(1),
            VisitPeriod::ThirtyDays => Term::calendar_days(30),
        };
        let clock = Clock::new(ClockName::RETURN_VISITS, Anchor::INSTALLED);
        // The visits follow the installation, so that reopening a complaint requires no further visits.
        let visits = ClockRule::new(clock, term.with_end(End::END_OF_DAY))
            .with_on_reopening(ReopeningEffect::Resume)
            .with_citation("S26-R04");
        let track = Track::new()
            .with_follow_up(FollowUpRule::new(FollowUp::RETURN_VISIT, 2).with_since(Anchor::INSTALLED));
        let policy = self.house.policy("installed-goods", track, ApprovalTable::new());
        let policy = policy.routing(self.owners).clock(visits);
        marks().into_iter().fold(policy, PolicyBuilder::mark).build()
    }
}

/// Visits end by a state and not by a date (S27-R12). Each occasion for thanks has a mark of its own.
fn marks() -> [MarkRule; 5] {
    let unpractised = Condition::not(Condition::has(Fact::USE_PRACTISED));
    let visit = MarkRule::new(word!(RuleId, "s27-r12"), Mark::USAGE_VISIT_DUE, unpractised);
    let thanks = |id, occasion, source| {
        MarkRule::new(id, Mark::THANKS_DUE, Condition::has(occasion)).with_citation(source)
    };
    [
        visit.with_citation("S27-R12"),
        thanks(word!(RuleId, "first-visit"), Fact::FIRST_VISIT_WELL_RECEIVED, "S27-R08"),
        thanks(word!(RuleId, "contract-signed"), Fact::CONTRACT_SIGNED, "S27-R09"),
        thanks(word!(RuleId, "customer-helped"), Fact::CUSTOMER_HELPED, "S27-R10"),
        thanks(word!(RuleId, "from-trip"), Fact::REGULAR_CUSTOMER_AND_TRIP, "S27-R11"),
    ]
}
