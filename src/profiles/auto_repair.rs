//! S07 and S08: complaints at a car repair shop.

use crate::approval::{ApprovalTable, Chain, Step};
use crate::calendar::Calendar;
use crate::policy::routing::{Assignee, Row};
use crate::policy::severity::MarkRule;
use crate::policy::track::{ApologyRule, Conduct, ConversationRule, FollowUpRule, ToneRule};
use crate::policy::{Condition, Policy, PolicyFaults, Routing, Track};
use crate::profiles::house::{House, in_house};
use crate::vocab::course::{DecisionKind, FollowUp};
use crate::vocab::{Act, Channel, Department, Mark, Role, RuleId};
use crate::word;

/// The reception of a car repair shop (S07) and its complaint desk (S08).
///
/// The reception room receives customers, and gives complaints to an experienced receptionist. The workshop does the
/// work. Nothing is done to the car without the owner's consent: the owner is asked about extra work before the
/// workshop is told. The shop apologises for its own fault, and tells owners politely about theirs; the finding of the
/// fault stays as it is (K02). A customer who complains by phone is asked to bring the car back. The owner is contacted
/// once afterwards.
///
/// The source says "promptly" without a number, so that no clock runs (S08-R09). There is no severity.
///
/// # Example: by phone
///
/// ```
/// use redress::profiles::AutoRepair;
/// use redress::triage::{Complaint, History, triage};
/// use redress::vocab::{Channel, Department, Mark};
///
/// # let calendar = redress::sample::calendar()?;
/// let policy = AutoRepair::new(calendar).build()?;
/// let complaint = Complaint::new("R-1".parse()?, "2026-03-11T10:00:00+08:00".parse()?)
///     .with_channel(Channel::PHONE);
///
/// let triage = triage(&policy, &complaint, &History::none())?;
/// assert_eq!(triage.department(), Some(Department::RECEPTION_ROOM));
/// assert!(triage.is_marked(Mark::BRING_THE_CAR_BACK));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
#[must_use = "a profile is not a policy until you call `build`"]
pub struct AutoRepair {
    house: House,
    apology: ApologyRule,
}

in_house!(AutoRepair);

impl AutoRepair {
    /// Makes the procedure. It leaves nothing open that a case needs.
    pub fn new(calendar: Calendar) -> Self {
        // S08-R11; S08-R05, S08-R06, while S08-R01 takes every fault for the shop's own.
        let conduct =
            Conduct::new().with_conversation(ConversationRule::BringBack).with_tone(ToneRule::ByFault);
        let house = House::new(calendar, "S07-S08").with_conduct(conduct);
        Self { house, apology: ApologyRule::OwnFault }
    }

    /// Sets when an apology is owed (K01). By default for the shop's own fault (S08-R05).
    pub const fn with_apology(mut self, rule: ApologyRule) -> Self {
        self.apology = rule;
        self
    }

    /// Checks the procedure and returns its policy.
    ///
    /// # Errors
    ///
    /// Every [`PolicyFault`](crate::policy::PolicyFault), such as an undeclared word.
    pub fn build(self) -> Result<Policy, PolicyFaults> {
        let by_phone = Condition::is_one_of([Channel::PHONE, Channel::HOTLINE]);
        let back = MarkRule::new(word!(RuleId, "s08-r11"), Mark::BRING_THE_CAR_BACK, by_phone);
        self.house
            .policy("auto-repair", course(self.apology), asked())
            .mark(back.with_citation("S08-R11"))
            .routing(routing())
            .build()
    }
}

/// No triage; consent before any work (S07-R06), and one contact afterwards (S07-R10).
fn course(apology: ApologyRule) -> Track {
    Track::new()
        .without_triage()
        .with_consent()
        .with_apology(apology)
        .with_follow_up(FollowUpRule::new(FollowUp::RETURN_VISIT, 1))
}

/// Only the owner of the car decides.
fn asked() -> ApprovalTable {
    ApprovalTable::new().with_chain(
        Chain::new(word!(RuleId, "s07-r06"), DecisionKind::Remedy)
            .with_step(Step::consent(word!(RuleId, "customer")))
            .with_nobody_signs()
            .with_citation("S07-R06"),
    )
}

fn routing() -> Routing {
    let receptionist = Assignee::RoleIn(Role::RECEPTIONIST, Department::RECEPTION_ROOM);
    Routing::by([])
        .with_row(
            Row::new(word!(RuleId, "reception"), Act::Intake, Department::RECEPTION_ROOM)
                .with_citation("S07-R02"),
        )
        .with_row(Row::to(word!(RuleId, "rt08"), Act::Owner, receptionist).with_citation("S08-R03"))
        .with_row(
            Row::new(word!(RuleId, "workshop"), Act::Responsible, Department::WORKSHOP)
                .with_citation("S07-R05"),
        )
        .with_row(
            Row::new(word!(RuleId, "hall"), Act::Support, Department::BUSINESS_HALL).with_citation("S07-R09"),
        )
}
