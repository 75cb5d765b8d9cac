//! S11: complaints at a restaurant or hotel.

use alloc::vec::Vec;

use crate::approval::{ApprovalTable, Chain, Signers, Step};
use crate::calendar::Calendar;
use crate::policy::record::{Cadence, Form, ReportRule};
use crate::policy::routing::{Assignee, Row};
use crate::policy::track::{CompensationRule, Conduct, FollowUpRule};
use crate::policy::{Policy, PolicyFaults, Routing, Track};
use crate::profiles::house::{House, in_house};
use crate::taxonomy::Taxonomy;
use crate::vocab::course::{ApprovalAct, DecisionKind, FollowUp};
use crate::vocab::organisation::{Record, Report};
use crate::vocab::{Act, Action, Department, FormField, Region, Role, RuleId};
use crate::word;

/// The handling of guests' complaints at a restaurant or hotel (S11).
///
/// 1. A guest complains to the front desk or a waiter, and signs a form: what happened, where, and which service
///    (S11-R01 to S11-R03).
/// 2. The manager reviews the form and gives it to the head of the department, who investigates and drafts a solution
///    (S11-R04 to S11-R09).
/// 3. The manager approves the solution before the guest hears of it. Then the guest must agree (S11-R14, S11-R15,
///    A39). If the guest refuses, the solution is replaced and the manager reviews it again.
/// 4. The case ends when the guest is satisfied (S11-R17). The manager reviews all reports regularly (S11-R18,
///    S11-R19).
///
/// The form asks for a place, so that the places of the house are an argument. A house without places is not asked for
/// one. How often the manager reviews all reports is an argument too: the source says "regularly" (A38).
///
/// # Example: a dish
///
/// ```
/// use redress::policy::record::Cadence;
/// use redress::profiles::Hotel;
/// use redress::triage::{Complaint, History, triage};
/// use redress::vocab::{Act, Department, Region, Role};
/// use redress::word;
///
/// # let calendar = redress::sample::calendar()?;
/// let terrace = word!(Region, "lake:terrace");
/// let policy = Hotel::new(calendar, [terrace], Cadence::MONTH).build()?;
/// let complaint = Complaint::new("H-1".parse()?, "2026-03-11T20:00:00+08:00".parse()?)
///     .with_region(terrace)
///     .with_unit(Department::FRONT_DESK);
///
/// let triage = triage(&policy, &complaint, &History::none())?;
/// assert_eq!(triage.department(), Some(Department::FRONT_DESK));
/// assert_eq!(triage.role(), Some(Role::DEPARTMENT_HEAD));
/// let intake: Vec<_> = triage.routes(Act::Intake).map(|row| row.citation()).collect();
/// assert_eq!(intake, ["S11-R01", "S11-R04 S11-R05"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
#[must_use = "a profile is not a policy until you call `build`"]
pub struct Hotel {
    house: House,
    places: Vec<Region>,
    review: Cadence,
}

in_house!(Hotel);

impl Hotel {
    /// Makes the procedure with the places of the house, and how often the manager reviews causes and trends (A38).
    pub fn new(calendar: Calendar, places: impl IntoIterator<Item = Region>, review: Cadence) -> Self {
        // The house offers compensation before anybody asks (S11-R11, S11-R12).
        let conduct = Conduct::new().with_compensation(CompensationRule::Proactive);
        let house = House::new(calendar, "S11").with_conduct(conduct);
        Self { house, places: places.into_iter().collect(), review }
    }

    /// Checks the procedure and returns its policy.
    ///
    /// # Errors
    ///
    /// Every [`PolicyFault`](crate::policy::PolicyFault), such as a role that is not declared.
    pub fn build(self) -> Result<Policy, PolicyFaults> {
        let track = course(!self.places.is_empty());
        let mut house = self.house;
        // A place that is already declared keeps the period in which it is valid.
        let declare =
            |words: Taxonomy, place| if words.contains(place) { words } else { words.with_word(place) };
        house.taxonomy = self.places.into_iter().fold(house.taxonomy, declare);
        house
            .policy("hotel", track, approvals())
            .routing(routing())
            .form(guest_form())
            .form(complaint_report())
            .report(
                ReportRule::new(Report::TREND_REVIEW, self.review)
                    .with_role(Role::MANAGER)
                    .with_citation("S11-R18"),
            )
            .build()
    }
}

fn course(has_places: bool) -> Track {
    let place = has_places.then_some(FormField::REGION);
    Track::new()
        .with_required(place.into_iter().chain([FormField::UNIT, FormField::NARRATIVE]))
        .with_intake_review(Role::MANAGER)
        .with_permit(Action::Dispatch, Role::MANAGER)
        .with_permit(Action::Propose, Role::DEPARTMENT_HEAD)
        .with_permit(Action::Amend, Role::DEPARTMENT_HEAD)
        .with_consent()
        .with_follow_up(FollowUpRule::new(FollowUp::SATISFACTION_CHECK, 1).with_satisfaction())
        .with_review()
        .with_permit(Action::Review, Role::MANAGER)
}

/// The head of the department prepares the solution, the manager reviews it, and then the guest is asked (A39).
fn approvals() -> ApprovalTable {
    let prepare = Signers::one(Role::DEPARTMENT_HEAD);
    let review = Signers::one(Role::MANAGER);
    ApprovalTable::new().with_chain(
        Chain::new(word!(RuleId, "s11-r14"), DecisionKind::Remedy)
            .with_step(Step::new(word!(RuleId, "prepare"), ApprovalAct::Prepare, prepare))
            .with_step(Step::new(word!(RuleId, "review"), ApprovalAct::Review, review))
            .with_step(Step::consent(word!(RuleId, "guest")))
            .with_citation("S11-R09 S11-R14 S11-R15"),
    )
}

fn routing() -> Routing {
    let front_desk = Assignee::RoleIn(Role::FRONT_DESK_STAFF, Department::FRONT_DESK);
    let head = Assignee::RoleInUnitConcerned(Role::DEPARTMENT_HEAD, Department::CONCERNED_DEPARTMENT);
    let manager = Row::to_role(word!(RuleId, "rt06-manager"), Act::Intake, Role::MANAGER);
    Routing::by([])
        .with_row(Row::to(word!(RuleId, "rt06"), Act::Intake, front_desk).with_citation("S11-R01"))
        .with_row(manager.with_citation("S11-R04 S11-R05"))
        .with_row(Row::to(word!(RuleId, "rt07"), Act::Owner, head).with_citation("S11-R06"))
}

/// What the front desk writes down and the guest signs (S11-R02, S11-R03).
fn guest_form() -> Form {
    Form::new(Record::GUEST_FORM)
        .with_fields([FormField::NARRATIVE, FormField::TIME, FormField::REGION])
        .with_one_of([FormField::STAFF, FormField::SERVICE])
        .with_fields([FormField::SIGNATURE])
        .with_role(Role::FRONT_DESK_STAFF)
        .with_role(Role::COMPLAINANT)
        .with_citation("S11-R02 S11-R03")
}

/// What the manager reviewed, and what the head of the department found (S11-R05, S11-R08).
fn complaint_report() -> Form {
    Form::new(Record::COMPLAINT_REPORT)
        .with_fields([FormField::NARRATIVE, FormField::FINDINGS])
        .with_role(Role::MANAGER)
        .with_role(Role::DEPARTMENT_HEAD)
        .with_citation("S11-R05 S11-R08")
}
