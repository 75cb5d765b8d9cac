//! Worked examples of the catalogue that are cases.

use redress::approval::ApprovalTable;
use redress::case::approval::ApprovalSubject;
use redress::case::clock::standing;
use redress::case::command::{CauseFinding, Findings, NotEstablishedFinding, Offer, Proposal, Question};
use redress::case::track::{GoodsProgress, MeasureProgress, SanctionProposal};
use redress::case::{Command, Office};
use redress::deadline::choice::Bound;
use redress::guidance::accountability::{AccountabilityFacts, DeductedFrom, SanctionRule};
use redress::policy::condition::Truth;
use redress::policy::routing::{Cell, Row};
use redress::policy::severity::Rating;
use redress::policy::track::ForcedClosureTest;
use redress::policy::{Routing, Track};
use redress::profiles::choice::{ForcedClosureApproval, HandlingLimit, NoticePeriod, Ratings, SmallMatter};
use redress::profiles::{Control, GeneralHandling, Nev, Supplier, TaxDevice};
use redress::vocab::course::{ClosureKind, FollowUp, NotEstablishedReason, Opinion};
use redress::vocab::kind::{CauseGroup, Importance, Urgency};
use redress::vocab::track::{Accountable, GoodsStep, MeasureStep, RecallStep, Sanction};
use redress::vocab::{
    Action, Category, Cause, ClockName, Demand, Department, Fact, FaultParty, Remedy, Role, RuleId, Stage,
    Standing,
};
use redress::word;

use crate::cases::course::*;
use crate::cases::houses::*;
use crate::cases::support::*;

// The houses of the examples.

fn nev() -> Nev {
    nev_with(NoticePeriod::Weeks(1))
}

fn nev_with(notice: NoticePeriod) -> Nev {
    let categories = [
        Category::PRODUCT_QUALITY,
        Category::SALES_PROCESS,
        Category::SPARE_PARTS,
        Category::TECHNICAL_CAPABILITY,
        Category::SERVICE_PROCESS,
        Category::VEHICLE_DOCUMENTS,
    ];
    let owners = categories.map(|category| (category, Department::DEALER));
    Nev::new(calendar(), owners, notice)
}

/// Spare parts, received on Friday at 10:00 and due on Monday, 2025-03-17, at 16:30.
fn spare_parts(policy: Nev) -> Story {
    case_of(policy.build().unwrap(), "2025-03-14T10:00:00+08:00", r#", "category": ["spare-parts"]"#)
}

/// The same with a final opinion that is approved and carried out.
fn carried_out(policy: Nev) -> Story {
    looked_into(spare_parts(policy))
        .does("anna", Command::Propose(exchange()))
        .does("anna", Command::Submit)
        .does("leo", Command::Sign(on(1)))
        .is(Stage::Executing)
        .does("anna", Command::Finish)
}

fn on_list(policy: Nev, facts: &str) -> Story {
    let more = format!(r#", "category": ["spare-parts"], "facts": {{{facts}}}"#);
    let story = case_of(policy.build().unwrap(), "2025-03-14T10:00:00+08:00", &more);
    story.does("anna", Command::Register).does("anna", triage())
}

const BOTH: &str = r#""on-forced-closure-list": 1, "no-solution-now": 1"#;
const LIST: &str = r#""on-forced-closure-list": 1"#;

fn general() -> GeneralHandling {
    let attitude = Row::owner(word!(RuleId, "attitude"), Department::CUSTOMER_SERVICE)
        .with_cell(Cell::under(Cause::SERVICE_ATTITUDE));
    GeneralHandling::new(calendar(), all_general(), Routing::none().with_row(attitude))
}

const FORM: &str = r#", "customer": "c-1", "demand": ["exchange"], "text": "it does not start""#;

fn general_case(more: &str) -> Story {
    let more = format!("{FORM}{more}");
    looked_into(case_of(general().build().unwrap(), "2025-11-10T10:00:00+08:00", &more))
}

fn general_resolved() -> Story {
    general_case("")
        .does("anna", found(FaultParty::COMPANY))
        .does("anna", Command::Propose(exchange()))
        .does("anna", Command::Submit)
        .does("pia", Command::Sign(on(1)))
        .does("leo", Command::Sign(on(1)))
        .is(Stage::Executing)
        .does("anna", Command::Finish)
        .does("anna", opinion(Opinion::Satisfied))
}

// Severity and validity.

#[test]
fn w023_a40_where_small_is_a_level_the_general_procedure_answers_at_once_too() {
    let small = format!(r#"{FORM}, "facts": {{"small-matter": 1, "solvable-at-once": 1}}"#);
    let answer = || Command::AnswerAtOnce(because("a new one from the shelf"));
    let of = |reading| {
        let policy = general().with_small_matter(reading).build().unwrap();
        case_of(policy, "2025-11-10T10:00:00+08:00", &small).does("anna", Command::Register)
    };
    of(SmallMatter::Level).does("anna", answer()).is(Stage::Resolved);
    not_from_here(of(SmallMatter::NotUsed), answer());
    // K06: as a flag it is no level, and nothing is settled at once.
    not_from_here(of(SmallMatter::Flag), answer());
}

#[test]
fn w027_a_misread_manual_is_explained_and_looked_at() {
    let found = NotEstablishedFinding {
        reasons: vec![NotEstablishedReason::MISUNDERSTANDING],
        explanation: note("the lid opens to the left"),
    };
    let manual =
        |step| Command::TakeAction(MeasureProgress { measure: word!(RuleId, "manual"), step, note: None });
    let story = general_case("")
        .does("anna", Command::FindNotEstablished(found))
        .is(Stage::Resolved)
        .does("anna", manual(MeasureStep::Planned))
        .does("anna", opinion(Opinion::Satisfied))
        .does("anna", Command::Close)
        .does("anna", manual(MeasureStep::CarriedOut));
    assert_eq!(story.case.closure().unwrap().kind, ClosureKind::ExplainedNotEstablished);
}

// Standing, unclosed, forced closure.

#[test]
fn w074_closed_at_the_due_instant_is_closed_in_time() {
    let story = carried_out(nev()).until("2025-03-17T16:30:00+08:00").does("anna", Command::Close);
    assert_eq!(standing(&story.case, &story.policy, story.now), Ok(Some(Standing::ClosedInTime)));
}

#[test]
fn w074_a08_the_due_instant_itself_may_be_late() {
    let policy = nev().with_cutoff_bound(Bound::Exclusive);
    let story = carried_out(policy).until("2025-03-17T16:30:00+08:00").does("anna", Command::Close);
    assert_eq!(standing(&story.case, &story.policy, story.now), Ok(Some(Standing::ClosedLate)));
}

#[test]
fn w075_closed_one_second_later_is_closed_late() {
    let story = carried_out(nev()).until("2025-03-17T16:30:01+08:00").does("anna", Command::Close);
    assert_eq!(standing(&story.case, &story.policy, story.now), Ok(Some(Standing::ClosedLate)));
}

const NO_TRANSFER: &str = "clock `closure` was due at 2025-03-17T08:30:00Z: an overdue complaint cannot be \
    transferred to another department";

#[test]
fn w076_what_is_open_after_the_due_instant_is_unclosed_and_passed_on_no_more() {
    let story = looked_into(spare_parts(nev())).until("2025-03-17T16:31:00+08:00");
    assert_eq!(standing(&story.case, &story.policy, story.now), Ok(Some(Standing::Unclosed)));
    story
        .refused("anna", Command::Redispatch(dispatching()), NO_TRANSFER)
        // The responsible department goes on.
        .does("anna", Command::Propose(exchange()))
        .is(Stage::Proposed);
}

#[test]
fn w077_a_department_that_wants_to_be_rid_of_an_unclosed_case_keeps_it() {
    looked_into(spare_parts(nev())).until("2025-03-18T10:00:00+08:00").refused(
        "anna",
        Command::Redispatch(dispatching()),
        NO_TRANSFER,
    );
}

#[test]
fn w082_what_is_on_the_list_and_has_no_solution_is_closed_by_force() {
    let story = on_list(nev(), BOTH)
        .refused(
            "anna",
            dispatch(),
            "the complaint meets the test for forced closure; close it by force, or record first that there is a \
             solution",
        )
        .refused(
            "anna",
            Command::ForceClose,
            "this must first be approved by chain `s23-r18`",
        )
        .does("anna", Command::Apply(ApprovalSubject::ForcedClosure))
        .does("cleo", Command::Sign(on(1)))
        .does("anna", Command::ForceClose)
        .is(Stage::Closed);
    assert_eq!(story.case.closure().unwrap().kind, ClosureKind::Forced);
    assert_eq!(due(&story, ClockName::CLOSURE), None);
    let clocks = story.case.clocks(&story.policy, story.now);
    let closure = clocks.iter().find(|clock| clock.name() == ClockName::CLOSURE).unwrap();
    assert!(closure.is_exempt());
}

#[test]
fn w082_a41_the_company_may_ask_nobody_or_another() {
    let nobody = nev().with_forced_closure_approval(ForcedClosureApproval::NotNeeded);
    on_list(nobody, BOTH).does("anna", Command::ForceClose).is(Stage::Closed);
    let leader = nev().with_forced_closure_approval(ForcedClosureApproval::By(Role::LEADER_IN_CHARGE));
    on_list(leader, BOTH)
        .does("anna", Command::Apply(ApprovalSubject::ForcedClosure))
        .refused(
            "cleo",
            Command::Sign(on(1)),
            "`cleo` cannot sign step `approve`: this requires the role `leader-in-charge`, which roster `staff` \
             does not give them",
        )
        .does("leo", Command::Sign(on(1)))
        .does("anna", Command::ForceClose);
}

#[test]
fn w083_what_has_a_solution_is_dispatched_and_its_clock_runs() {
    let story = on_list(nev(), LIST)
        .refused(
            "anna",
            Command::ForceClose,
            "the complaint cannot be closed by force: this requires fact `no-solution-now`",
        )
        .does("anna", dispatch())
        .is(Stage::Dispatched);
    assert_eq!(due(&story, ClockName::CLOSURE).as_deref(), Some("2025-03-17 16:30"));
}

#[test]
fn w083_a12_by_the_list_alone_it_is_closed_by_force() {
    on_list(nev().with_forced_closure(ForcedClosureTest::ListAlone), LIST)
        .refused(
            "anna",
            dispatch(),
            "the complaint meets the test for forced closure; close it by force, or record first that there is a \
             solution",
        )
        .does("anna", Command::Apply(ApprovalSubject::ForcedClosure))
        .does("cleo", Command::Sign(on(1)))
        .does("anna", Command::ForceClose)
        .is(Stage::Closed);
}

#[test]
fn w084_what_is_on_no_list_is_dispatched_and_not_closed_by_force() {
    on_list(nev(), r#""no-solution-now": 1"#)
        .refused(
            "anna",
            Command::ForceClose,
            "the complaint cannot be closed by force: this requires fact `on-forced-closure-list`",
        )
        .does("anna", dispatch())
        .is(Stage::Dispatched);
}

#[test]
fn w085_a_solution_found_later_is_dispatched_with_a_clock_from_the_reopening() {
    let story = on_list(nev(), BOTH)
        .does("anna", Command::Apply(ApprovalSubject::ForcedClosure))
        .does("cleo", Command::Sign(on(1)))
        .does("anna", Command::ForceClose)
        .until("2025-04-08T10:00:00+08:00")
        .does("anna", Command::Reopen(going_on(Stage::Triaged)))
        .refused(
            "anna",
            dispatch(),
            "the complaint meets the test for forced closure; close it by force, or record first that there is a \
             solution",
        )
        .does("anna", finding(Fact::NO_SOLUTION_NOW, 0))
        .does("anna", dispatch())
        .is(Stage::Dispatched);
    assert_eq!(due(&story, ClockName::CLOSURE).as_deref(), Some("2025-04-09 16:30"));
    // The first end stays.
    assert_eq!(story.case.closures()[0].kind, ClosureKind::Forced);
}

#[test]
fn w086_a_list_that_is_circulated_regularly_has_no_date_without_a_period() {
    let policy = nev_with(NoticePeriod::NotSet).build().unwrap();
    let story = case_of(policy, "2025-03-14T10:00:00+08:00", r#", "category": ["spare-parts"]"#);
    let list = story.policy.report(redress::vocab::organisation::Report::UNCLOSED_NOTICE).unwrap();
    let next = list.next(story.policy.calendar(), story.now);
    assert!(matches!(next, Err(redress::policy::record::PeriodError::NotSet { .. })), "{next:?}");
}

// Containment, promises, follow-ups.

#[test]
fn w090_goods_that_come_back_without_a_word_are_a_complaint_and_go_their_way() {
    let policy = Supplier::new(calendar(), Department::SALES).build().unwrap();
    let goods = |step| Command::HandleGoods(GoodsProgress { step });
    let story = case_of(
        policy,
        "2025-11-10T10:00:00+08:00",
        r#", "channel": "returned-goods", "category": ["product-quality"]"#,
    )
    .does("anna", goods(GoodsStep::InReturnZone))
    .does("anna", goods(GoodsStep::Listed));
    assert_eq!(story.case.assessment().department, Some(Department::QUALITY));
    looked_into(story)
        .does("anna", goods(GoodsStep::StateConfirmed))
        .does("anna", goods(GoodsStep::Disposed));
}

#[test]
fn w091_an_unclear_picture_asks_the_customer_for_samples_and_nothing_moves() {
    let policy = Supplier::new(calendar(), Department::SALES).build().unwrap();
    looked_into(case_of(policy, "2025-11-10T10:00:00+08:00", r#", "category": ["product-quality"]"#))
        .does("anna", Command::AskCustomer(Question { note: note("two samples, please"), samples: true }))
        .is(Stage::Investigating);
}

// Who deals with it.

#[test]
fn w122_the_table_of_the_embedder_says_whose_it_is() {
    let story = spare_parts(nev());
    assert_eq!(story.case.assessment().department, Some(Department::DEALER));
    assert_eq!(story.case.assessment().row, Some(word!(RuleId, "spare-parts")));
    // Who names nobody gets no answer.
    let none = case_of(nev().build().unwrap(), "2025-03-14T10:00:00+08:00", "");
    assert_eq!(none.case.assessment().department, None);
}

// Approval and next step.

#[test]
fn w123_no_value_is_too_small_for_the_leader_in_charge() {
    let tiny = Proposal::of(Offer::new(Remedy::EXCHANGE).with_amount(euros(1)));
    general_case("")
        .does("anna", found(FaultParty::COMPANY))
        .does("anna", Command::Propose(tiny))
        .does("anna", Command::Submit)
        .refused(
            "leo",
            Command::Sign(on(1)),
            "`leo` cannot sign step `prepare`: this requires the role `person-in-charge`, which roster `staff` \
             does not give them",
        )
        .does("pia", Command::Sign(on(1)))
        .is(Stage::InApproval)
        .does("leo", Command::Sign(on(1)))
        .is(Stage::Executing);
}

#[test]
fn w124_what_is_not_approved_is_submitted_and_not_carried_out() {
    let story = general_case("")
        .does("anna", found(FaultParty::COMPANY))
        .does("anna", Command::Propose(exchange()))
        .refused("anna", Command::CarryOut, "this must first be approved by chain `s03-r15`");
    let answers = Office::new(&story.policy, &story.roster).allowed(&story.case, who("anna"), story.now);
    let next = answers.iter().find(|answer| answer.action == Action::Submit).unwrap();
    assert_eq!(next.refusal, None);
}

#[test]
fn w135_nothing_is_proposed_while_nobody_knows_whose_fault_it_was() {
    general_case("").does("anna", found(FaultParty::UNDETERMINED)).refused(
        "anna",
        Command::Propose(exchange()),
        "the party at fault is not known; record it before proposing a remedy",
    );
}

#[test]
fn w136_the_fault_of_the_customer_asks_what_the_organisation_contributed() {
    let unchecked = r#"{"find-customer-caused": {"explanation": "pressed the wrong button"}}"#;
    let error = serde_json::from_str::<Command>(unchecked).unwrap_err().to_string();
    assert!(error.starts_with("find-customer-caused: missing field `manual-unclear`"), "{error}");
    // What the customer misused is repaired and taught all the same.
    let taught =
        Proposal::of(Offer::new(Remedy::REPAIR).with_remedy(Remedy::TEACH_USE).with_amount(euros(0)));
    general_case("")
        .does("anna", found(FaultParty::CUSTOMER))
        .does("anna", Command::Propose(taught))
        .is(Stage::Proposed);
    general_case("")
        .does("anna", found(FaultParty::CUSTOMER))
        .does("anna", customer_caused())
        .is(Stage::Resolved);
}

#[test]
fn w139_stated_and_real_cause_are_both_kept_and_the_real_one_decides() {
    let stated = Cause::from(CauseGroup::PRODUCT_QUALITY);
    let story = general_case(r#", "cause": "product-quality""#);
    assert_eq!(story.case.assessment().department, Some(Department::QUALITY));
    let story = story.does("anna", cause(Cause::SERVICE_ATTITUDE));
    assert_eq!(story.case.complaint().cause(), Some(Cause::SERVICE_ATTITUDE));
    assert_eq!(story.case.stated_cause(), Some(stated));
    assert_eq!(story.case.assessment().department, Some(Department::CUSTOMER_SERVICE));
}

#[test]
fn w140_nothing_is_closed_before_cause_and_person_are_named() {
    let person = CauseFinding { responsible: vec![who("sam")], ..CauseFinding::default() };
    general_resolved()
        .refused("anna", Command::Close, "the cause must be recorded before closing")
        .does("anna", cause(Cause::SERVICE_ATTITUDE))
        .refused("anna", Command::Close, "the responsible person must be recorded before closing")
        .does("anna", Command::FindCause(person))
        .does("anna", Command::Close)
        .is(Stage::Closed)
        .does("anna", Command::Review(lessons()))
        .is(Stage::Reviewed);
}

#[test]
fn w141_the_direct_person_and_the_head_are_held_to_account_by_the_schedule_of_the_house() {
    let of = |person: &str, part, minor| SanctionProposal {
        person: who(person),
        part,
        kind: Sanction::BONUS_DEDUCTION,
        amount: Some(euros(minor)),
    };
    let direct = of("sam", Accountable::Direct, 5_000);
    let head = of("hugo", Accountable::DepartmentHead, 2_000);
    let story = general_resolved()
        .does("leo", Command::ProposeSanction(direct.clone()))
        .does("leo", Command::ProposeSanction(head.clone()))
        .does("lea", Command::DecideSanction(direct.clone()))
        .does("lea", Command::DecideSanction(head.clone()));
    assert_eq!(story.case.sanctions(), [direct, head]);
}

#[test]
fn w141_the_facts_say_who_is_held_to_account_and_the_schedule_how_much() {
    let resolved = general_case("").does(
        "anna",
        Command::FindCause(CauseFinding {
            findings: Findings::of(FaultParty::STAFF_MEMBER),
            responsible: vec![who("sam")],
            ..CauseFinding::default()
        }),
    );
    let known = resolved.case.answerable(resolved.now).with_head(who("hugo"));
    let liable = known.liable(SanctionRule::Pay(DeductedFrom::Bonus));
    let parts: Vec<_> = liable.iter().map(|one| (one.person.unwrap(), one.part, one.because)).collect();
    let expected = [
        (who("sam"), Accountable::Direct, &["S03-R18", "S03-R20"][..]),
        (who("hugo"), Accountable::DepartmentHead, &["S03-R19", "S03-R20"][..]),
    ];
    assert_eq!(parts, expected);
    assert_eq!(liable[0].kinds, [Sanction::PENALTY, Sanction::PAY_DEDUCTION, Sanction::BONUS_DEDUCTION]);
    // A22: no amount but by the organisation's own schedule of the loss.
    let tenth = |_, loss: redress::vocab::Money| Some(euros(loss.minor() / 10));
    assert_eq!(liable[0].amount(euros(50_000), tenth), Some(euros(5_000)));
    assert_eq!(liable[0].amount(euros(50_000), |_, _| None), None);
}

#[test]
fn w141_a21_what_is_deducted_from_may_be_funds_that_the_organisation_names() {
    let funds = word!(Sanction, "acme:funds-deduction");
    let known = AccountabilityFacts::new().with_direct(who("sam"));
    let liable = known.liable(SanctionRule::Pay(DeductedFrom::Funds(funds)));
    assert_eq!(liable[0].kinds, [Sanction::PENALTY, Sanction::PAY_DEDUCTION, funds]);
    // Who leads the department is not known: the part is told, and the person is to be found out.
    assert_eq!((liable[1].part, liable[1].person), (Accountable::DepartmentHead, None));
    assert_eq!(DeductedFrom::default(), DeductedFrom::Bonus);
}

#[test]
fn w141_k11_or_the_staff_are_trained_and_no_pay_is_touched() {
    let known =
        AccountabilityFacts::new().with_direct(who("sam")).with_head(who("hugo")).with_delayer(who("dora"));
    let liable = known.liable(SanctionRule::TrainOrCorrect);
    let parts: Vec<_> = liable.iter().map(|one| (one.person, one.part, one.because)).collect();
    assert_eq!(parts, [(Some(who("sam")), Accountable::Direct, &["S11-R10"][..])]);
    assert_eq!(liable[0].kinds, [Sanction::TRAINING, Sanction::CORRECTIVE_MEASURE]);
    // And by the other side the delayer answers too.
    let pay = known.liable(SanctionRule::Pay(DeductedFrom::Bonus));
    assert_eq!(pay.last().map(|one| (one.person, one.part)), Some((Some(who("dora")), Accountable::Delayer)));
}

#[test]
fn nobody_is_held_to_account_for_what_is_not_known() {
    assert!(AccountabilityFacts::new().liable(SanctionRule::Pay(DeductedFrom::Bonus)).is_empty());
    // The head answers for those who did it, and for nobody else.
    let head = AccountabilityFacts::new().with_head(who("hugo"));
    assert!(head.liable(SanctionRule::Pay(DeductedFrom::Bonus)).is_empty());
    let timely = AccountabilityFacts::new().with_delay(Truth::False);
    assert!(timely.liable(SanctionRule::Pay(DeductedFrom::Bonus)).is_empty());
    let late =
        AccountabilityFacts::new().with_delay(Truth::True).liable(SanctionRule::Pay(DeductedFrom::Bonus));
    assert_eq!(
        late.iter().map(|one| (one.person, one.part)).collect::<Vec<_>>(),
        [(None, Accountable::Delayer)]
    );
}

// The courses of the profiles.

#[test]
fn the_general_procedure_asks_for_its_form_and_ends_with_a_review() {
    let policy = general().build().unwrap();
    case_of(policy.clone(), "2025-11-10T10:00:00+08:00", "").refused(
        "anna",
        Command::Register,
        "the form is not complete; fill in `complainant`, `demand`, `narrative`",
    );
    assert!(policy.track().review());
    assert!(!policy.track().at_once());
}

#[test]
fn a_tax_device_case_is_reviewed_by_marketing_and_its_measures_checked() {
    let of = |profile: TaxDevice| {
        looked_into(on_monday(profile.build().unwrap(), r#", "demand": ["repair"]"#))
            .does("anna", Command::Propose(exchange()))
            .does("anna", Command::Submit)
    };
    let measure =
        |step| Command::TakeAction(MeasureProgress { measure: word!(RuleId, "retrain"), step, note: None });
    let relay = Command::FollowUp(redress::case::command::FollowUpResult {
        kind: FollowUp::REACTION_RELAY,
        opinion: Opinion::Silent,
    });
    let tax = || TaxDevice::new(calendar(), HandlingLimit::NotSet);
    of(tax())
        .does("pia", Command::Sign(on(1)))
        .is(Stage::Executing)
        .does("anna", Command::Finish)
        .does("anna", measure(MeasureStep::Planned))
        .refused(
            "anna",
            Command::Close,
            "follow-up contacts made: 0 of at least 1; contact the complainant again before closing",
        )
        .does("anna", relay)
        .refused("anna", Command::Close, "the effect of measure `retrain` must be confirmed before closing")
        .does("anna", measure(MeasureStep::CarriedOut))
        .does("anna", measure(MeasureStep::EffectConfirmed))
        .does("anna", Command::Close)
        .is(Stage::Closed);
    of(tax().with_reviewer(Role::MANAGER)).does("mia", Command::Sign(on(1))).is(Stage::Executing);
}

#[test]
fn marketing_takes_a_tax_device_case_back_and_investigates_itself() {
    let to = |department| redress::case::command::Dispatch { department, ..dispatching() };
    let policy = TaxDevice::new(calendar(), HandlingLimit::NotSet).build().unwrap();
    let story = on_monday(policy, r#", "unit": "technical-service-unit""#)
        .refused("anna", Command::Register, "the form is not complete; fill in `demand`")
        .does("anna", Command::Reclassify(Findings::of(Demand::REPAIR)))
        .does("anna", Command::Register)
        .does("anna", triage())
        .does("anna", Command::Dispatch(to(Department::TECHNICAL_SERVICE_UNIT)))
        .does("anna", start())
        .does("anna", Command::Redispatch(to(Department::MARKETING)))
        .is(Stage::Dispatched)
        .does("anna", start())
        .does("anna", Command::AskCustomer(Question { note: note("the log, please"), samples: true }))
        .does("anna", cause(Cause::SERVICE_SKILL))
        .is(Stage::Investigating);
    assert_eq!(story.case.department(), Some(Department::MARKETING));
    story.does("anna", Command::Propose(exchange())).is(Stage::Proposed);
}

#[test]
fn a_supplier_contains_in_each_department_before_it_closes() {
    let policy = Supplier::new(calendar(), Department::SALES).build().unwrap();
    looked_into(case_of(policy, "2025-11-10T10:00:00+08:00", r#", "category": ["product-quality"]"#))
        .does("anna", Command::Propose(exchange()))
        .does("anna", Command::CarryOut)
        .does("anna", Command::Finish)
        .refused(
            "anna",
            Command::Close,
            "department `quality` has no containment measure; record one, or record that none is needed",
        );
}

#[test]
fn a_controlled_case_is_closed_after_the_survey() {
    let importance = Rating::new().with_otherwise(Importance::SECONDARY);
    let urgency = Rating::new().with_otherwise(Urgency::ROUTINE);
    let policy = Control::new(calendar(), all_general(), Ratings { importance, urgency }).build().unwrap();
    let survey = Command::FollowUp(redress::case::command::FollowUpResult {
        kind: FollowUp::SATISFACTION_SURVEY,
        opinion: Opinion::Asked,
    });
    let measure =
        |step| Command::TakeAction(MeasureProgress { measure: word!(RuleId, "new-mould"), step, note: None });
    let shipped =
        r#", "subject": "product-quality", "facts": {"may-affect-use": 1, "may-have-been-delivered": 1}"#;
    let recall = |step| Command::Recall(redress::case::track::RecallProgress { step });
    let story = looked_into(on_monday(policy, shipped))
        .does("anna", measure(MeasureStep::Planned))
        .does("anna", measure(MeasureStep::CarriedOut))
        .does("anna", Command::Propose(exchange()))
        .does("anna", Command::CarryOut)
        .does("anna", Command::Finish)
        .refused(
            "anna",
            Command::Close,
            "follow-up contacts made: 0 of at least 1; contact the complainant again before closing",
        )
        .does("anna", survey)
        .refused("anna", Command::Close, "the effect of measure `new-mould` must be confirmed before closing")
        .does("anna", measure(MeasureStep::EffectConfirmed))
        // W029: what may have left is recalled before it is closed, or somebody says that it need not be.
        .refused("anna", Command::Close, "the recall is `needed`; it must be finished before closing");
    let unneeded = story.clone().does("anna", recall(RecallStep::NotNeeded)).does("anna", Command::Close);
    assert_eq!(unneeded.case.stage(), Stage::Closed);
    story
        .does("anna", recall(RecallStep::Needed))
        .does("anna", recall(RecallStep::Started))
        .does("anna", recall(RecallStep::Finished))
        .does("anna", Command::Close)
        .is(Stage::Closed)
        .does("anna", measure(MeasureStep::Standardised))
        .does("anna", Command::Review(lessons()))
        .is(Stage::Reviewed);
}

#[test]
fn the_embedder_of_nev_says_who_approves_and_who_confirms() {
    let of = |profile: Nev| {
        looked_into(spare_parts(profile))
            .does("anna", Command::Propose(exchange()))
            .does("anna", Command::Submit)
    };
    of(nev().with_final_opinion(Role::MANAGER)).does("mia", Command::Sign(on(1))).is(Stage::Executing);
    carried_out(nev().with_closure_confirmer(Role::DEPARTMENT_HEAD))
        .refused("anna", Command::Close, "`anna` may not `close`: this requires the role `department-head`")
        .does("hanna", Command::Close)
        .is(Stage::Closed);
}

#[test]
fn a_house_may_have_a_course_and_approvals_of_its_own() {
    let policy = general().track(Track::new()).approvals(ApprovalTable::new()).build().unwrap();
    assert_eq!(policy.track(), &Track::new());
    looked_into(case_of(policy, "2025-11-10T10:00:00+08:00", ""))
        .does("anna", Command::Propose(exchange()))
        .does("anna", Command::CarryOut)
        .is(Stage::Executing);
}
