//! S16: three signatures, measures with effect, phases whose numbers are lost.

use redress::case::Command;
use redress::case::approval::ApprovalSubject;
use redress::case::clock::CaseClock;
use redress::case::command::{AnchorEvent, CauseFinding, Dispatch, Message, Offer, Proposal};
use redress::case::track::MeasureProgress;
use redress::deadline::choice::FirstDay;
use redress::deadline::{ClockStatus, Term};
use redress::profiles::SupplierQc;
use redress::profiles::choice::{PhaseLimit, PhaseScope, Signatures};
use redress::report::investigation::Investigation;
use redress::triage::answer::{AnswerForm, answer_form};
use redress::triage::{History, PastCounts};
use redress::vocab::course::Duty;
use redress::vocab::organisation::{EvidenceBasis, Record};
use redress::vocab::track::MeasureStep;
use redress::vocab::{Anchor, Cause, ClockName, Department, Fact, FaultParty, Remedy, Role, RuleId, Stage};
use redress::word;

use crate::cases::course::*;
use crate::cases::houses::*;
use crate::cases::support::*;

const SIGNATURES: Signatures = Signatures {
    prepared: Role::PERSON_IN_CHARGE,
    reviewed: Role::DEPARTMENT_HEAD,
    approved: Role::SENIOR_MANAGEMENT,
};

fn days(number: u32) -> PhaseLimit {
    PhaseLimit::Within(Term::calendar_days(number).into())
}

pub(crate) fn supplier_qc() -> SupplierQc {
    SupplierQc::new(calendar(), SIGNATURES).with_root_cause(days(10)).with_verification(days(60))
}

const GAUGE: &str = r#", "subject": "product-quality", "unit": "production""#;
const LATE: &str = r#", "subject": "service""#;

#[track_caller]
fn gauge(policy: SupplierQc) -> Story {
    on_monday(policy.build().unwrap(), GAUGE)
}

fn measure(step: MeasureStep) -> Command {
    Command::TakeAction(MeasureProgress { measure: word!(RuleId, "new-gauge"), step, note: None })
}

fn apply() -> Command {
    Command::Apply(ApprovalSubject::CorrectiveAction(word!(RuleId, "new-gauge")))
}

/// A measure that is planned and waits for its signatures.
fn drafted(policy: SupplierQc) -> Story {
    looked_into(gauge(policy))
        .does("anna", cause(Cause::PRODUCT_QUALITY_BELOW_STANDARD))
        .does("anna", measure(MeasureStep::Planned))
        .does("anna", apply())
}

// Phases.

#[test]
fn w103_a_phase_of_which_nobody_has_set_the_number_is_undetermined_and_says_so() {
    let policy = SupplierQc::new(calendar(), SIGNATURES);
    let story = gauge(policy);
    for (name, missing) in [
        (ClockName::ROOT_CAUSE, "the days for the root-cause analysis (A24)"),
        (ClockName::VERIFICATION, "the days for the verification (A24)"),
    ] {
        let clocks = story.case.clocks(&story.policy, story.now);
        let clock = clocks.iter().find(|clock| clock.name() == name).unwrap();
        let reading = clock.reading(&story.policy, story.now);
        let ClockStatus::Undetermined { reason } = reading.status() else { panic!("{:?}", reading.status()) };
        assert_eq!(reason.to_string(), format!("the policy sets no target for `{missing}`; add one"));
    }
    assert!(duties(&story).contains(&Duty::UndeterminedClock));
}

#[test]
fn w103_a_phase_with_a_number_is_due() {
    let story = gauge(supplier_qc());
    assert_eq!(due(&story, ClockName::ROOT_CAUSE).as_deref(), Some("2025-11-20 10:00"));
    assert_eq!(due(&story, ClockName::VERIFICATION).as_deref(), Some("2026-01-09 10:00"));
}

#[test]
fn w103_a42_or_only_for_the_customers_that_the_procedure_names() {
    let of = |facts: &str| {
        let policy = supplier_qc().with_phases(PhaseScope::NamedCustomers).build().unwrap();
        on_monday(policy, &format!(r#"{GAUGE}, "facts": {{{facts}}}"#))
    };
    let has = |story: &Story| {
        let clocks = story.case.clocks(&story.policy, story.now);
        clocks.iter().map(CaseClock::name).collect::<Vec<_>>()
    };
    assert_eq!(has(&of("")), []);
    let named = of(r#""named-customer": 1"#);
    assert_eq!(has(&named), [ClockName::ROOT_CAUSE, ClockName::VERIFICATION]);
    // Who is found to be one of them later has the clocks from the receipt.
    let later = looked_into(of("")).does("anna", finding(Fact::NAMED_CUSTOMER, 1));
    assert_eq!(due(&later, ClockName::ROOT_CAUSE).as_deref(), Some("2025-11-20 10:00"));
}

#[test]
fn s16_r05_and_r06_the_phases_end_with_the_plan_at_the_customer_and_with_the_standard() {
    let happen = |story: Story, event| {
        let happened = AnchorEvent { event, at: story.now, department: None };
        story.does("anna", Command::Happen(happened))
    };
    let met = |story: &Story, name| {
        let clocks = story.case.clocks(&story.policy, story.now);
        let clock = clocks.iter().find(|clock| clock.name() == name).unwrap();
        matches!(clock.reading(&story.policy, story.now).status(), ClockStatus::Met { .. })
    };
    // The cause is found and a measure planned: the customer has no plan yet.
    let story = drafted(supplier_qc());
    assert!(!met(&story, ClockName::ROOT_CAUSE));
    let story = happen(story, Anchor::PLAN_SUBMITTED);
    assert!(met(&story, ClockName::ROOT_CAUSE));
    // It has helped, and is no standard yet.
    let story = signed(story, 1)
        .does("anna", measure(MeasureStep::CarriedOut))
        .does("anna", measure(MeasureStep::EffectConfirmed));
    assert!(!met(&story, ClockName::VERIFICATION));
    assert!(met(&story.does("anna", measure(MeasureStep::Standardised)), ClockName::VERIFICATION));
}

// Who deals with it.

#[test]
fn w112_late_delivery_is_received_looked_into_and_answered_by_the_market_department() {
    let story = on_monday(supplier_qc().build().unwrap(), LATE);
    assert_eq!(story.case.assessment().department, Some(Department::MARKET));
    let to = Dispatch { department: Department::MARKET, ..dispatching() };
    let story = story
        .does("anna", Command::Register)
        .does("anna", triage())
        .does("anna", Command::Dispatch(to))
        .does("anna", start())
        .does("anna", Command::Answer(Message { next: None, automatic: false, note: None }));
    assert_eq!(story.case.department(), Some(Department::MARKET));
}

/// Prepared, reviewed and approved by three different people.
fn signed(story: Story, approval: u32) -> Story {
    story
        .does("pia", Command::Sign(on(approval)))
        .does("hanna", Command::Sign(on(approval)))
        .does("cleo", Command::Sign(on(approval)))
}

fn solution(policy: SupplierQc) -> Story {
    looked_into(gauge(policy))
        .does("anna", cause(Cause::PRODUCT_QUALITY_BELOW_STANDARD))
        .does("anna", Command::Propose(exchange()))
        .does("anna", Command::Submit)
}

#[test]
fn w113_a_dimension_out_of_tolerance_is_analysed_and_three_different_people_sign() {
    let story = signed(solution(supplier_qc()), 1).is(Stage::Executing);
    assert_eq!(story.case.assessment().department, Some(Department::QUALITY));
}

// Signatures.

#[test]
fn w130_a_measure_that_is_reviewed_and_not_approved_is_not_carried_out() {
    let story = drafted(supplier_qc())
        .does("pia", Command::Sign(on(1)))
        .does("hanna", Command::Sign(on(1)))
        .refused("anna", measure(MeasureStep::CarriedOut), "this must first be approved by chain `s16-r07`");
    story.does("cleo", Command::Sign(on(1))).does("anna", measure(MeasureStep::CarriedOut));
}

#[test]
fn w130_nor_is_a_solution() {
    let story = solution(supplier_qc()).does("pia", Command::Sign(on(1))).does("hanna", Command::Sign(on(1)));
    not_from_here(story, Command::Finish);
}

#[test]
fn w131_who_prepares_a_measure_does_not_approve_it() {
    // By one role, and still they are two.
    let one_role =
        Signatures { prepared: Role::MANAGER, reviewed: Role::LEADER_IN_CHARGE, approved: Role::MANAGER };
    drafted(SupplierQc::new(calendar(), one_role).with_root_cause(days(10)).with_verification(days(60)))
        .does("mia", Command::Sign(on(1)))
        .does("leo", Command::Sign(on(1)))
        .refused(
            "mia",
            Command::Sign(on(1)),
            "`mia` cannot sign step `approve`: a person who handled the case may not approve the answer to it",
        )
        .does("max", Command::Sign(on(1)));
}

#[test]
fn w132_where_the_customer_wants_its_own_form_the_answer_goes_out_on_it() {
    let wants = format!(r#"{GAUGE}, "facts": {{"customer-form-wanted": 1}}"#);
    let policy = supplier_qc().build().unwrap();
    let on_form = |story: &Story| {
        let past = PastCounts::of(&policy, story.case.complaint(), &History::none());
        match answer_form(&policy, story.case.complaint(), &past) {
            AnswerForm::On(form) => Some(form.record()),
            AnswerForm::Free => None,
            AnswerForm::Undetermined(record) => panic!("{record}"),
        }
    };
    assert_eq!(on_form(&on_monday(policy.clone(), &wants)), Some(Record::CUSTOMER_FORM));
    assert_eq!(on_form(&gauge(supplier_qc())), None);
}

#[test]
fn s16_all_possible_causes_are_on_record_and_the_main_one_is_kept_under_control() {
    let all = [
        Cause::PRODUCT_QUALITY_ROOT_EQUIPMENT,
        Cause::PRODUCT_QUALITY_ROOT_PROCESS,
        Cause::PRODUCT_QUALITY_ROOT_MATERIAL,
    ];
    let main = CauseFinding::new(all[0], FaultParty::COMPANY);
    let listed =
        all.into_iter().fold(main, CauseFinding::with_possible).with_evidence(EvidenceBasis::SITE_INSPECTION);
    let story = looked_into(gauge(supplier_qc()))
        .does("anna", Command::FindCause(listed))
        .does("anna", measure(MeasureStep::Planned))
        .does("anna", apply());
    assert_eq!(story.case.possible_causes(), all);
    assert_eq!(story.case.evidence(), [EvidenceBasis::SITE_INSPECTION]);
    let analysis = Investigation::of(&story.case).analysis;
    assert_eq!((analysis.cause, analysis.possible), (Some(all[0]), &all[..]));
    // The measure against the main one goes on until it is the standard.
    let story = signed(story, 1)
        .does("anna", measure(MeasureStep::CarriedOut))
        .does("paul", measure(MeasureStep::EffectConfirmed))
        .does("paul", measure(MeasureStep::Standardised));
    assert_eq!(story.case.measures()[0].1, MeasureStep::Standardised);
    assert_eq!(story.case.complaint().cause(), Some(Cause::PRODUCT_QUALITY_ROOT_EQUIPMENT));
}

// The whole course.

#[test]
fn a_supplier_with_quality_control_goes_from_the_receipt_to_the_review() {
    let rework = Proposal::of(Offer::new(Remedy::REPAIR).with_amount(euros(900)));
    let story = drafted(supplier_qc()).does("anna", Command::Propose(rework)).does("anna", Command::Submit);
    signed(signed(story, 1), 2)
        .is(Stage::Executing)
        .does("anna", Command::Finish)
        .is(Stage::Resolved)
        .does("anna", measure(MeasureStep::CarriedOut))
        .refused("anna", Command::Close, "the effect of measure `new-gauge` must be confirmed before closing")
        .does("paul", measure(MeasureStep::EffectConfirmed))
        .does("anna", Command::Close)
        .is(Stage::Closed)
        .does("paul", measure(MeasureStep::Standardised))
        .does("anna", Command::Review(lessons()))
        .is(Stage::Reviewed);
}

// Arguments that are none.

#[test]
fn a_limit_that_counts_nothing_and_a_role_of_nobody_are_faults() {
    let nothing = PhaseLimit::Within(Term::calendar_days(0).with_first_day(FirstDay::DayOne).into());
    let boss = word!(Role, "acme:boss");
    let signatures = Signatures { approved: boss, ..SIGNATURES };
    let faults = SupplierQc::new(calendar(), signatures)
        .with_root_cause(nothing)
        .with_verification(days(60))
        .build()
        .unwrap_err();
    let faults: Vec<String> = faults.faults().iter().map(ToString::to_string).collect();
    assert_eq!(faults.len(), 3, "{faults:?}");
    assert!(faults[0].starts_with("clock `root-cause`: "), "{faults:?}");
    assert!(
        faults[1].starts_with("approval chain `s16-r09` step `approve`: role `acme:boss` is not declared"),
        "{faults:?}"
    );
    assert!(faults[2].starts_with("approval chain `s16-r07` step `approve`: role `acme:boss`"), "{faults:?}");
}
