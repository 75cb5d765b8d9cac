//! S19: the sheet, the supervisor, the head of sales, the management representative.

use redress::approval::Signature;
use redress::case::Command;
use redress::case::approval::ApprovalReturn;
use redress::case::command::{CustomerCausedFinding, Dispatch};
use redress::profiles::Wire;
use redress::taxonomy::Taxonomy;
use redress::vocab::course::ClosureKind;
use redress::vocab::organisation::Record;
use redress::vocab::{Department, FaultParty, FormField, Locale, Role, RuleId, Stage};
use redress::word;

use crate::cases::course::*;
use crate::cases::houses::*;
use crate::cases::support::*;

pub(crate) fn wire() -> Wire {
    Wire::new(calendar())
}

fn sheet() -> Story {
    on_monday(wire().build().unwrap(), r#", "text": "the coil is rusty""#)
}

/// On the desk of the supervisor, who looks for the true reason.
fn at_the_sales_office() -> Story {
    let to = Dispatch { department: Department::SALES_OFFICE, ..dispatching() };
    sheet()
        .refused(
            "anna",
            Command::Register,
            "`anna` may not `register`: this requires the role `salesperson` or `sales-assistant`",
        )
        .does("sally", Command::Register)
        .refused("sally", triage(), "`sally` may not `triage`: this requires the role `office-supervisor`")
        .does("otto", triage())
        .does("otto", Command::Dispatch(to))
        .does("sally", start())
}

fn form(cause: Option<&str>, corrective: Option<&str>, preventive: Option<&str>) -> Command {
    Command::FindCustomerCaused(CustomerCausedFinding {
        explanation: note("it stood in the rain"),
        manual_unclear: false,
        not_explained: false,
        cause: cause.map(note),
        corrective: corrective.map(note),
        preventive: preventive.map(note),
    })
}

#[test]
fn w114_a_coil_in_the_rain_is_explained_by_the_form_and_the_sales_department_is_left_alone() {
    let asks = |part: &str| format!("the form requires {part}; fill it in");
    let story = at_the_sales_office()
        .refused(
            "sally",
            found(FaultParty::CUSTOMER),
            "`sally` may not `find-cause`: this requires the role `office-supervisor`",
        )
        .does("otto", found(FaultParty::CUSTOMER))
        .refused("otto", form(None, None, None), &asks("the cause"))
        .refused("otto", form(Some("rain"), None, None), &asks("the corrective measure"))
        .refused("otto", form(Some("rain"), Some("dry it"), None), &asks("the preventive measure"))
        .does("otto", form(Some("rain"), Some("dry it"), Some("store it inside")))
        .is(Stage::Resolved)
        .does("sally", Command::Close);
    assert_eq!(story.case.closure().unwrap().kind, ClosureKind::ExplainedCustomerCaused);
    assert_eq!(story.case.department(), Some(Department::SALES_OFFICE));
    assert_eq!(story.case.approvals(), []);
    // What was written down stands on MS-G4-1401 by itself.
    let abnormal = story.policy.form(Record::ABNORMAL_SHEET).unwrap();
    let entry = |story: &Story, field| {
        let filled = abnormal.prefilled(&story.case, &story.policy, Locale::En).unwrap();
        filled.text(field).map(|text| text.reveal().clone())
    };
    let fields = [FormField::CAUSE, FormField::CORRECTIVE_MEASURE, FormField::PREVENTIVE_MEASURE];
    let entries = fields.map(|field| entry(&story, field).unwrap());
    assert_eq!(entries, ["rain", "dry it", "store it inside"]);
    // As long as that is the answer.
    let again = story.clone().does("sally", Command::Reopen(going_on(Stage::Investigating)));
    assert_eq!(fields.map(|field| entry(&again, field)), [None, None, None]);
}

/// The company has caused it, by the first judgement of the supervisor.
fn company_caused() -> Story {
    at_the_sales_office()
        .refused(
            "sally",
            Command::Propose(exchange()),
            "the party at fault is not known; record it before proposing a remedy",
        )
        .does("otto", found(FaultParty::COMPANY))
        .does("sally", Command::Propose(exchange()))
        .does("sally", Command::Submit)
        .does("ada", Command::Sign(on(1)))
        .does("otto", Command::Sign(on(1)))
}

#[test]
fn w115_a_wrong_gauge_is_confirmed_by_the_head_and_entered_by_the_representative() {
    let story = company_caused();
    assert_eq!(
        (story.case.assessment().department, story.case.assessment().role),
        (Some(Department::SALES), Some(Role::DEPARTMENT_HEAD))
    );
    story
        .does("hanna", Command::Sign(on(1)))
        .is(Stage::InApproval)
        .does("rita", Command::Sign(on(1)))
        .is(Stage::Executing);
}

#[test]
fn w116_what_the_head_does_not_confirm_returns_to_the_supervisor() {
    let back = ApprovalReturn {
        approval: 1,
        step: Some(word!(RuleId, "supervisor")),
        reason: note("the gauge was what they ordered"),
    };
    let story = company_caused().does("hanna", Command::SendBack(back)).is(Stage::InApproval);
    let signed: Vec<RuleId> = story.case.approval(1).unwrap().signed().iter().map(Signature::step).collect();
    assert_eq!(signed, [word!(RuleId, "prepare")]);
    story.does("otto", Command::Sign(on(1))).is(Stage::InApproval);
}

#[test]
fn the_maker_of_wire_goes_from_the_receipt_to_the_end() {
    let story = company_caused()
        .does("hanna", Command::Sign(on(1)))
        .does("rita", Command::Sign(on(1)))
        .does("sally", Command::Finish)
        .is(Stage::Resolved)
        .does("sally", Command::Close)
        .is(Stage::Closed);
    assert_eq!(story.case.closure().unwrap().kind, ClosureKind::Resolved);
}

#[test]
fn whoever_of_the_company_was_at_fault_it_is_for_the_head_of_sales() {
    for party in [FaultParty::STAFF_MEMBER, FaultParty::DEPARTMENT, FaultParty::SERVICE_UNIT] {
        let story = at_the_sales_office().does("otto", found(party));
        assert_eq!(story.case.assessment().department, Some(Department::SALES), "{party}");
    }
}

#[test]
fn a_fault_that_is_neither_the_customers_nor_the_companys_is_nobodys_by_the_table() {
    let story = at_the_sales_office().does("otto", found(FaultParty::CARRIER));
    assert_eq!(story.case.assessment().department, None);
}

#[test]
fn a_house_without_a_role_of_the_procedure_is_a_fault() {
    let words = Taxonomy::standard().with_only(&[Role::SALESPERSON, Role::OFFICE_SUPERVISOR]);
    let faults = wire().taxonomy(words).build().unwrap_err().to_string();
    assert!(faults.contains("role `management-representative` is not declared"), "{faults}");
}
