//! Catalogue §9.5, W107 to W122: who gets a complaint, and what for.
//!
//! Organisations that no profile describes have their rows of §6.3 here.

use redress::guidance::playbook;
use redress::policy::routing::{Cell, RoutingGaps, Row};
use redress::policy::{Policy, PolicyFault, Routing};
use redress::profiles::choice::{CaseOwner, NoticePeriod, Signatures};
use redress::profiles::{Defusing, Desk, GeneralHandling, Hotel, Nev, SupplierQc, Wire};
use redress::taxonomy::Taxonomy;
use redress::triage::{Complaint, History, triage};
use redress::vocab::kind::CauseGroup;
use redress::vocab::track::Containment;
use redress::vocab::{
    Act, Category, Cause, Channel, Department, Fact, FaultParty, Input, Mark, Remedy, Role, RuleId, Subject,
    Topic,
};
use redress::word;

use super::support::{
    all_general, china, complaint, control, general, marked_by, routed, supplier, tax_device,
};

#[test]
fn w107_a_parcel_damaged_in_transport_belongs_to_storage_and_transport() {
    let damaged = complaint().with_cause(Cause::DELIVERY_TRANSPORT);
    assert_eq!(routed(&general().build().unwrap(), &damaged), ["owner storage-transport S03-R06"]);
}

#[test]
fn w108_a_motor_that_does_not_start_belongs_to_quality() {
    let broken = complaint().with_cause(Cause::PRODUCT_QUALITY_BREAKDOWN_IN_USE);
    assert_eq!(routed(&general().build().unwrap(), &broken), ["owner quality S03-R07"]);
    let unspecified = complaint().with_cause(CauseGroup::PRODUCT_QUALITY.into());
    assert_eq!(routed(&general().build().unwrap(), &unspecified), ["owner quality S03-R07"]);
}

fn overpriced() -> Complaint {
    complaint().with_cause(Cause::PRICE_CHARGE_ABOVE_CEILING)
}

#[test]
fn w109_a_price_is_in_no_row_and_unrouted() {
    assert_eq!(routed(&general().build().unwrap(), &overpriced()), ["unrouted"]);
}

#[test]
fn w109_the_table_of_the_organisation_decides_what_is_in_no_row() {
    let price = Cell::under(Cause::from(CauseGroup::PRICE_CHARGE));
    let own = Routing::by([Input::CAUSE])
        .with_gaps(RoutingGaps::Unrouted)
        .with_row(Row::owner(word!(RuleId, "acme:price"), Department::SALES).with_cell(price));
    let policy = GeneralHandling::new(china(), all_general(), own).build().unwrap();
    assert_eq!(routed(&policy, &overpriced()), ["owner sales"]);
    // The rows of the procedure stand.
    let damaged = complaint().with_cause(Cause::DELIVERY_TRANSPORT);
    assert_eq!(routed(&policy, &damaged), ["owner storage-transport S03-R06"]);
}

#[test]
fn w110_a_rude_driver_reported_by_phone_is_handled_by_business_and_filed_by_quality() {
    let rude = complaint()
        .with_subject(Subject::SERVICE)
        .with_cause(Cause::SERVICE_ATTITUDE)
        .with_channel(Channel::PHONE);
    assert_eq!(
        routed(&control().build().unwrap(), &rude),
        [
            "intake business S18-R10",
            "owner business S18-R10",
            "support responsible-department S18-R19 S18-R27",
            "copy quality S18-R23",
        ]
    );
}

#[test]
fn w111_a_restricted_substance_belongs_to_quality() {
    let substance = complaint().with_subject(Subject::PRODUCT_ENVIRONMENT).with_unit(Department::PRODUCTION);
    assert_eq!(
        routed(&control().build().unwrap(), &substance),
        [
            "intake business S18-R10",
            "intake quality S18-R13",
            "owner quality S18-R13",
            "support production S18-R19 S18-R27",
            "copy quality S18-R23",
        ]
    );
}

/// Which roles sign and how long the phases are, no row asks.
#[track_caller]
fn supplier_qc() -> Policy {
    let signatures =
        Signatures { prepared: Role::HANDLER, reviewed: Role::MANAGER, approved: Role::SENIOR_MANAGEMENT };
    SupplierQc::new(china(), signatures).build().unwrap()
}

#[test]
fn w112_late_delivery_is_no_matter_of_quality_and_belongs_to_market() {
    let late = complaint().with_subject(Subject::SERVICE).with_cause(Cause::DELIVERY_LATE);
    assert_eq!(
        routed(&supplier_qc(), &late),
        [
            "intake market S16-R10 S16-R14",
            "owner market S16-R10",
            "responsible responsible-department S16-R12",
        ]
    );
}

#[test]
fn w113_a_dimension_out_of_tolerance_belongs_to_quality_and_the_responsible_unit_analyses() {
    let out_of_tolerance = complaint()
        .with_subject(Subject::PRODUCT_QUALITY)
        .with_cause(Cause::PRODUCT_QUALITY_BELOW_STANDARD)
        .with_unit(Department::PRODUCTION);
    assert_eq!(
        routed(&supplier_qc(), &out_of_tolerance),
        ["intake quality S16-R14", "owner quality S16-R11", "responsible production S16-R12"]
    );
}

#[track_caller]
fn wire() -> Policy {
    Wire::new(china()).build().unwrap()
}

// The sheet 1401 with its measures, the way back to step 2 and the closure as explained-customer-caused
// belong to the course of a case.
#[test]
fn w114_a_coil_stored_in_the_rain_goes_back_to_the_sales_office_and_not_to_sales() {
    let wet =
        complaint().with_cause(Cause::CUSTOMER_SIDE_IMPROPER_STORAGE).with_fault_party(FaultParty::CUSTOMER);
    assert_eq!(routed(&wire(), &wet), ["intake sales-office S19-R03", "owner sales-office S19-R09"]);
}

// The confirmation by the head and the entry in 1402 belong to the course of a case.
#[test]
fn w115_a_wrong_gauge_goes_to_the_head_of_sales_and_is_registered() {
    let wrong =
        complaint().with_cause(Cause::PRODUCT_QUALITY_WRONG_ITEM).with_fault_party(FaultParty::COMPANY);
    assert_eq!(
        routed(&wire(), &wrong),
        [
            "intake sales-office S19-R03",
            "owner department-head of sales S19-R10 S19-R11",
            "copy management-representative S19-R12",
        ]
    );
}

// That the head sends it back (T15) belongs to the course of a case; from then on the fault is open again.
#[test]
fn w116_a_fault_that_the_head_does_not_confirm_is_judged_again_by_the_supervisor() {
    let wrong = complaint().with_cause(Cause::PRODUCT_QUALITY_WRONG_ITEM);
    let intake = "intake sales-office S19-R03";
    assert_eq!(routed(&wire(), &wrong), [intake, "owner office-supervisor of sales-office S19-R07 S19-R08"]);
    let not_confirmed = wrong.with_fault_party(FaultParty::UNDETERMINED);
    assert_eq!(routed(&wire(), &not_confirmed), [intake, "owner office-supervisor of sales-office"]);
}

#[test]
fn w117_re_shipment_stock_recheck_and_rework_go_to_sales_quality_and_production() {
    let policy = supplier().build().unwrap();
    let contained = |measures: &[Containment]| {
        let complaint = complaint().with_category(Category::PRODUCT_QUALITY);
        let complaint = measures.iter().copied().fold(complaint, Complaint::with_containment);
        let lines = routed(&policy, &complaint);
        lines.into_iter().filter(|line| line.starts_with("containment")).collect::<Vec<_>>()
    };
    assert_eq!(contained(&[Containment::RESHIP]), ["containment sales S15-R19"]);
    assert_eq!(contained(&[Containment::STOCK_RECHECK]), ["containment quality S15-R20"]);
    assert_eq!(contained(&[Containment::REWORK]), ["containment production S15-R21"]);
    assert_eq!(
        contained(&[Containment::REWORK, Containment::STOCK_RECHECK, Containment::RESHIP]),
        ["containment sales S15-R19", "containment quality S15-R20", "containment production S15-R21"]
    );
    assert!(contained(&[]).is_empty());
}

/// Who owns complaints, the procedure leaves open.
#[track_caller]
fn defusing() -> Policy {
    Defusing::new(china(), Department::CUSTOMER_SERVICE).build().unwrap()
}

#[test]
fn w118_for_a_late_parcel_the_logistics_company_is_pressed() {
    let late = complaint().with_cause(Cause::DELIVERY_LOGISTICS_DELAY);
    assert_eq!(
        routed(&defusing(), &late),
        ["owner customer-service", "responsible logistics-company S12-R10"]
    );
    assert_eq!(playbook::remedies(Topic::LOGISTICS_DELAY), [Remedy::APOLOGY, Remedy::EXPEDITE_LOGISTICS]);
    let rude = complaint().with_cause(Cause::SERVICE_ATTITUDE);
    assert_eq!(routed(&defusing(), &rude), ["owner customer-service"]);
}

// The question to the customer itself (T10) belongs to the course of a case.
#[test]
fn w119_software_that_hangs_is_restarted_first_and_belongs_to_the_technical_team() {
    let policy = Desk::new(china(), Department::CUSTOMER_SERVICE).build().unwrap();
    let hangs = complaint().with_topic(Topic::TECHNICAL);
    assert_eq!(routed(&policy, &hangs), ["owner customer-service S21-R02"]);
    assert_eq!(marked_by(&policy, &hangs, Mark::ASK_FOR_RESTART), ["S21-R02"]);
    // Once it was asked, whatever the answer; and who says so unasked is not asked.
    for answered in [Fact::RESTART_OR_UPDATE_ASKED, Fact::RESTART_OR_UPDATE_TRIED] {
        let answered = hangs.clone().with_fact(answered, 1);
        assert_eq!(routed(&policy, &answered), ["owner technical-support S21-R04"]);
        assert!(marked_by(&policy, &answered, Mark::ASK_FOR_RESTART).is_empty());
    }
    // Nobody restarts what is no technical problem; of what is not known to be one, nobody says so.
    let refund = complaint().with_topic(Topic::REFUND);
    assert_eq!(routed(&policy, &refund), ["owner customer-service"]);
    assert!(marked_by(&policy, &refund, Mark::ASK_FOR_RESTART).is_empty());
    assert_eq!(routed(&policy, &complaint()), ["owner by topic, mark"]);
    assert!(marked_by(&policy, &complaint(), Mark::ASK_FOR_RESTART).is_empty());
}

const SUBCONTRACTOR: Department = Department::from_static("acme:subcontractor");

/// A complaint about a technician of the subcontractor that holds the customer's contract.
fn w120() -> Complaint {
    complaint().with_unit(SUBCONTRACTOR).with_staff("T-7".parse().unwrap())
}

#[track_caller]
fn with_subcontractor(owner: CaseOwner) -> Policy {
    tax_device().taxonomy(Taxonomy::standard().with_word(SUBCONTRACTOR)).with_owner(owner).build().unwrap()
}

// That marketing reviews the report of the unit (S10-R27) belongs to the course of a case.
#[test]
fn w120_marketing_owns_the_case_and_the_subcontractor_answers_for_it() {
    assert_eq!(
        routed(&with_subcontractor(CaseOwner::Marketing), &w120()),
        ["owner marketing S10-R20", "responsible acme:subcontractor S10-R34", "support quality S10-R02",]
    );
    // Where nobody knows the contract yet, it is the technical service unit.
    let unknown = routed(&with_subcontractor(CaseOwner::Marketing), &complaint());
    assert!(unknown.contains(&"responsible technical-service-unit S10-R34".to_owned()));
}

#[test]
fn w120_a27_quality_owns_the_case() {
    let policy = with_subcontractor(CaseOwner::Quality);
    let complaint = w120();
    let triage = triage(&policy, &complaint, &History::none()).unwrap();
    assert_eq!(triage.department(), Some(Department::QUALITY));
    let responsible: Vec<_> = triage.routes(Act::Responsible).map(|row| triage.department_of(row)).collect();
    assert_eq!(responsible, [Some(SUBCONTRACTOR)]);
}

// S10-R20 makes marketing the owner; the lanes of the drawing are S10-R02.
#[test]
fn w120_a27_quality_owns_the_case_by_the_lanes_of_the_drawing() {
    let lines = routed(&with_subcontractor(CaseOwner::Quality), &w120());
    assert!(lines.contains(&"owner quality S10-R02".to_owned()), "{lines:?}");
    assert!(!lines.contains(&"support marketing S10-R02".to_owned()), "{lines:?}");
}

#[track_caller]
fn hotel() -> Policy {
    Hotel::new(china(), [], redress::policy::record::Cadence::MONTH).build().unwrap()
}

// The form that the guest signs (S11-R02, S11-R03) belongs to the course of a case.
#[test]
fn w121_a_guest_tells_a_waiter_who_tells_the_manager_who_tells_the_head_of_the_department() {
    let told = complaint().with_channel(Channel::FRONT_DESK).with_cause(Cause::SERVICE_ATTITUDE);
    assert_eq!(
        routed(&hotel(), &told),
        [
            "intake front-desk-staff of front-desk S11-R01",
            "intake manager S11-R04 S11-R05",
            "owner department-head of concerned-department S11-R06",
        ]
    );
    let of_kitchen = routed(&hotel(), &told.with_unit(Department::BUSINESS_HALL));
    assert!(
        of_kitchen.contains(&"owner department-head of business-hall S11-R06".to_owned()),
        "{of_kitchen:?}"
    );
}

#[test]
fn w122_a_category_without_a_department_is_refused_until_the_organisation_names_one() {
    let all_but =
        |missing: Category| Category::ALL.iter().copied().filter(move |&category| category != missing);
    for &missing in Category::ALL {
        let owners = all_but(missing).map(|category| (category, Department::DEALER));
        let faults = Nev::new(china(), owners, NoticePeriod::Days(7)).build().unwrap_err();
        let [PolicyFault::Gap { example }] = faults.faults() else { panic!("{faults}") };
        assert_eq!(example.to_string(), format!("category `{missing}`"));

        let owners = all_but(missing).map(|category| (category, Department::DEALER));
        let owners = owners.chain([(missing, Department::BUSINESS)]);
        let policy = Nev::new(china(), owners, NoticePeriod::Days(7)).build().unwrap();
        let complaint = complaint().with_category(missing);
        assert_eq!(
            routed(&policy, &complaint),
            ["intake customer-service S23-R12", "owner business S23-R12"]
        );
    }
}
