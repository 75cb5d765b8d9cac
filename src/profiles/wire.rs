//! S19: complaints at a maker of wire with sales offices.

use crate::approval::{ApprovalTable, Chain, Signers, Step};
use crate::calendar::Calendar;
use crate::policy::record::Form;
use crate::policy::routing::{Assignee, Cell, HitPolicy, RoutingGaps, Row};
use crate::policy::{Policy, PolicyFaults, Routing, Track};
use crate::profiles::house::{House, in_house};
use crate::vocab::course::{ApprovalAct, DecisionKind};
use crate::vocab::organisation::Record;
use crate::vocab::{Act, Action, Department, FaultParty, FormField, Input, Role, RuleId};
use crate::word;

/// The procedure of a maker of wire with sales offices (S19).
///
/// A salesperson or sales assistant talks to the customer and fills in the abnormal-handling sheet (S19-R03, S19-R06).
/// The supervisor of the sales office gives instructions on it, and judges first who is at fault (S19-R07, S19-R08).
///
/// - If the customer caused the problem, by operation, storage or a machine, the cause and the corrective and
///   preventive measures are written on the sheet, and the salesperson explains them to the customer. The sales
///   department has no part in it (S19-R04, S19-R09).
/// - If the company caused it, the head of the sales department confirms, and the management representative enters it
///   in the tracking sheet (S19-R10 to S19-R12). If the head does not confirm, the case returns to the supervisor.
///
/// The forms go by record: [`ABNORMAL_SHEET`](crate::vocab::organisation::Record::ABNORMAL_SHEET) is MS-G4-1401 and
/// [`TRACKING_SHEET`](crate::vocab::organisation::Record::TRACKING_SHEET) is MS-G4-1402; a header runs into the
/// sentence that names them, and MS-S2-1402 is taken for this procedure and MS-S2-1403 for that of returned goods
/// (A31). Its date, year 89, is taken for 2000 (A32). The procedure breaks off after the entry; it knows no limit and
/// no following up, and says nothing of a fault that is neither the customer's nor the company's: that is unrouted.
///
/// # Example: before and after the judgement
///
/// ```
/// use redress::profiles::Wire;
/// use redress::triage::{Complaint, History, triage};
/// use redress::vocab::{Department, FaultParty, Role};
///
/// # let calendar = redress::sample::calendar()?;
/// let policy = Wire::new(calendar).build()?;
/// let wrong_gauge = Complaint::new("W-1".parse()?, "2026-03-11T10:00:00+08:00".parse()?);
/// let before = triage(&policy, &wrong_gauge, &History::none())?;
/// assert_eq!((before.department(), before.role()), (Some(Department::SALES_OFFICE), Some(Role::OFFICE_SUPERVISOR)));
///
/// let judged = wrong_gauge.with_fault_party(FaultParty::COMPANY);
/// let after = triage(&policy, &judged, &History::none())?;
/// assert_eq!((after.department(), after.role()), (Some(Department::SALES), Some(Role::DEPARTMENT_HEAD)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
#[must_use = "a profile is not a policy until you call `build`"]
pub struct Wire {
    house: House,
}

in_house!(Wire);

impl Wire {
    /// Makes the procedure. It leaves nothing open that a case needs.
    pub fn new(calendar: Calendar) -> Self {
        Self { house: House::new(calendar, "S19") }
    }

    /// Checks the procedure and returns its policy.
    ///
    /// # Errors
    ///
    /// Every [`PolicyFault`](crate::policy::PolicyFault), such as an undeclared word.
    pub fn build(self) -> Result<Policy, PolicyFaults> {
        self.house
            .policy("wire", course(), approvals())
            .routing(routing())
            .form(abnormal_sheet())
            .form(tracking_sheet())
            .build()
    }
}

fn course() -> Track {
    let track = Track::new()
        .with_required([FormField::NARRATIVE])
        .with_intake_review(Role::OFFICE_SUPERVISOR)
        .with_permit(Action::FindCause, Role::OFFICE_SUPERVISOR)
        .with_permit(Action::FindCustomerCaused, Role::OFFICE_SUPERVISOR)
        .with_customer_caused_form()
        .with_fault_before_proposal()
        .with_effect_check();
    // Those who talk to the customer fill in the sheet and draft a solution (S19-R06).
    let kept = [Action::Register, Action::Propose, Action::Amend];
    let keepers = [Role::SALESPERSON, Role::SALES_ASSISTANT];
    let kept = kept.into_iter().flat_map(|action| keepers.map(|role| (action, role)));
    kept.fold(track, |track, (action, role)| track.with_permit(action, role))
}

/// The sheet is prepared and instructed on. A problem that the company caused is also confirmed and registered.
fn approvals() -> ApprovalTable {
    let step = |id, act, role| Step::new(id, act, Signers::one(role));
    let prepare = Signers::AnyOf { needed: 1, roles: [Role::SALESPERSON, Role::SALES_ASSISTANT].into() };
    ApprovalTable::new().with_chain(
        Chain::new(word!(RuleId, "s19-r11"), DecisionKind::Remedy)
            .with_step(Step::new(word!(RuleId, "prepare"), ApprovalAct::Prepare, prepare))
            .with_step(step(word!(RuleId, "supervisor"), ApprovalAct::Instruct, Role::OFFICE_SUPERVISOR))
            .with_step(step(word!(RuleId, "head"), ApprovalAct::Approve, Role::DEPARTMENT_HEAD))
            .with_step(step(word!(RuleId, "entry"), ApprovalAct::SignIssue, Role::MANAGEMENT_REPRESENTATIVE))
            .with_citation("S19-R06 S19-R07 S19-R11 S19-R12"),
    )
}

/// Rows by the party at fault. While nobody has judged that, only the first row asks.
fn routing() -> Routing {
    let supervisor = Assignee::RoleIn(Role::OFFICE_SUPERVISOR, Department::SALES_OFFICE);
    let head = Assignee::RoleIn(Role::DEPARTMENT_HEAD, Department::SALES);
    let own =
        [FaultParty::COMPANY, FaultParty::STAFF_MEMBER, FaultParty::DEPARTMENT, FaultParty::SERVICE_UNIT];
    let by_company = || Cell::one_of(own);
    let register = Role::MANAGEMENT_REPRESENTATIVE;
    Routing::by([Input::FAULT_PARTY])
        .with_gaps(RoutingGaps::Unrouted)
        .with_hit_policy(Act::Owner, HitPolicy::First)
        .with_row(
            Row::new(word!(RuleId, "intake"), Act::Intake, Department::SALES_OFFICE).with_citation("S19-R03"),
        )
        .with_row(
            Row::to(word!(RuleId, "judge"), Act::Owner, supervisor)
                .with_cell(Cell::not_known(Input::FAULT_PARTY))
                .with_citation("S19-R07 S19-R08"),
        )
        .with_row(
            Row::to(word!(RuleId, "judge-again"), Act::Owner, supervisor)
                .with_cell(Cell::is(FaultParty::UNDETERMINED)),
        )
        .with_row(
            Row::owner(word!(RuleId, "rt21"), Department::SALES_OFFICE)
                .with_cell(Cell::is(FaultParty::CUSTOMER))
                .with_citation("S19-R09"),
        )
        .with_row(
            Row::to(word!(RuleId, "rt22"), Act::Owner, head)
                .with_cell(by_company())
                .with_citation("S19-R10 S19-R11"),
        )
        .with_row(
            Row::to_role(word!(RuleId, "rt22-register"), Act::Copy, register)
                .with_cell(by_company())
                .with_citation("S19-R12"),
        )
}

/// The complaint, and the entries for a problem that the customer caused: MS-G4-1401 (S19-R06, S19-R09).
fn abnormal_sheet() -> Form {
    Form::new(Record::ABNORMAL_SHEET)
        .with_fields([FormField::NARRATIVE])
        .with_optional([FormField::CAUSE, FormField::CORRECTIVE_MEASURE, FormField::PREVENTIVE_MEASURE])
        .with_role(Role::SALESPERSON)
        .with_role(Role::SALES_ASSISTANT)
        .with_role(Role::OFFICE_SUPERVISOR)
        .with_citation("S19-R06 S19-R09")
}

/// The list in which the sheets are entered: MS-G4-1402. Its columns are not known (S19-R12).
fn tracking_sheet() -> Form {
    Form::new(Record::TRACKING_SHEET)
        .with_fields([FormField::REFERENCE])
        .with_open_end()
        .with_role(Role::MANAGEMENT_REPRESENTATIVE)
        .with_citation("S19-R12")
}
