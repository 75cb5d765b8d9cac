//! S12, S17, S24, S25: defusing complaints by words and by deeds.

use crate::approval::{ApprovalTable, Chain, Step};
use crate::calendar::Calendar;
use crate::policy::routing::{Cell, Row};
use crate::policy::track::{ApologyRule, CompensationRule, Conduct, FollowUpRule};
use crate::policy::{Policy, PolicyFaults, Routing, Track};
use crate::profiles::house::{House, in_house};
use crate::vocab::course::{DecisionKind, FollowUp};
use crate::vocab::{Act, Cause, Department, FormField, Input, RuleId};
use crate::word;

/// How to defuse complaints: scripts that solve and convert (S12), right answers (S17), what comes first (S24), six
/// points (S25).
///
/// - Understand the complaint before anything else (S24-R01).
/// - Apologise, whoever is at fault (S17-R05). The apology speaks to this customer, names the effect, and says what
///   will be better (S24-R04).
/// - If the matter cannot be solved on the spot, promise an answer (S17-R04) and keep the customer informed (S12-R05,
///   S24-R06).
/// - Offer choices (S25-R03). The customer agrees to the best one (S24-R05). Nobody else approves it.
/// - The case ends when the customer is satisfied. Otherwise the customer takes another alternative (S24-R07, S24-R08).
/// - Tell the departments what was learnt (S17-R10).
///
/// The logistics company, an outside party, is pressed about a late parcel (S12-R10). The owner of complaints is an
/// argument.
///
/// # Example: a late parcel
///
/// ```
/// use redress::policy::track::ApologyRule;
/// use redress::profiles::Defusing;
/// use redress::triage::{Complaint, History, triage};
/// use redress::vocab::{Act, Cause, Department};
///
/// # let calendar = redress::sample::calendar()?;
/// let policy = Defusing::new(calendar, Department::CUSTOMER_SERVICE).build()?;
/// assert_eq!(policy.track().apology(), ApologyRule::AlwaysComplete);
///
/// let late = Complaint::new("D-1".parse()?, "2026-03-11T10:00:00+08:00".parse()?)
///     .with_cause(Cause::DELIVERY_LOGISTICS_DELAY);
/// let triage = triage(&policy, &late, &History::none())?;
/// let pressed: Vec<_> = triage.routes(Act::Responsible).map(|row| row.assignee().department()).collect();
/// assert_eq!(pressed, [Some(Department::LOGISTICS_COMPANY)]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
#[must_use = "a profile is not a policy until you call `build`"]
pub struct Defusing {
    house: House,
    owner: Department,
    apology: ApologyRule,
}

in_house!(Defusing);

impl Defusing {
    /// Makes the scripts with the department that owns complaints.
    pub fn new(calendar: Calendar, owner: Department) -> Self {
        let apology = ApologyRule::AlwaysComplete;
        // K05: S25-R05 offers compensation for grave errors. S17-R09, the other side, offers it before anybody asks.
        let conduct = Conduct::new().with_compensation(CompensationRule::GraveErrors);
        Self { house: House::new(calendar, "S12 S17 S24 S25").with_conduct(conduct), owner, apology }
    }

    /// Sets when an apology is owed, and whether only a complete one counts (K01). By default one is always owed, and
    /// must be complete.
    pub const fn with_apology(mut self, rule: ApologyRule) -> Self {
        self.apology = rule;
        self
    }

    /// Checks the scripts and returns their policy.
    ///
    /// # Errors
    ///
    /// Every [`PolicyFault`](crate::policy::PolicyFault), such as an owner that is not declared.
    pub fn build(self) -> Result<Policy, PolicyFaults> {
        let (track, routing) = (course(self.apology), routing(self.owner));
        self.house.policy("defusing", track, agreed()).routing(routing).build()
    }
}

fn course(apology: ApologyRule) -> Track {
    Track::new()
        .with_required([FormField::NARRATIVE])
        .with_apology(apology)
        .with_promises()
        .with_consent()
        .with_follow_up(FollowUpRule::new(FollowUp::SATISFACTION_CHECK, 1).with_satisfaction())
        .with_review()
}

/// The customer agrees to the best alternative (S24-R05).
fn agreed() -> ApprovalTable {
    ApprovalTable::new().with_chain(
        Chain::new(word!(RuleId, "s24-r05"), DecisionKind::Remedy)
            .with_step(Step::consent(word!(RuleId, "customer")))
            .with_nobody_signs()
            .with_citation("S24-R05"),
    )
}

fn routing(owner: Department) -> Routing {
    let late = Cell::under(Cause::DELIVERY_LOGISTICS_DELAY);
    let press = Row::new(word!(RuleId, "rt24"), Act::Responsible, Department::LOGISTICS_COMPANY);
    Routing::by([Input::CAUSE])
        .with_row(Row::owner(word!(RuleId, "owner"), owner))
        .with_row(press.with_cell(late).with_citation("S12-R10"))
}
