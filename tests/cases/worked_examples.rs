//! Worked examples of the catalogue that are cases.

use redress::approval::{ApprovalTable, Chain, Holding, Roster, Signers, Step};
use redress::case::{
    Accident, Apology, CauseFound, Command, CustomerCaused, Findings, Goods, Matter, Measure, Message,
    NotEstablished, Notice, Offer, PromiseKept, Promised, Proposal, Question, Returning, SanctionProposed,
    standing,
};
use redress::deadline::{Bound, ClockStatus};
use redress::policy::{
    ApologyRule, Cell, FollowUpRule, ForcedClosureTest, Policy, PolicyBuilder, Rating, Routing, Row,
    SeverityRules, Track,
};
use redress::profiles::{
    Control, ForcedClosureApproval, General, HandlingLimit, Nev, NoticePeriod, SmallMatter, Supplier,
    TaxDevice,
};
use redress::vocab::{
    AccidentStep, Accountable, Action, ApprovalAct, Category, Cause, CauseGroup, ClockName, ClosureKind,
    DecisionKind, Department, Duty, Fact, FaultParty, FollowUp, FormField, GoodsStep, Importance,
    MeasureStep, NotEstablishedReason, Opinion, Remedy, Role, RuleId, Sanction, Severity, Stage, Standing,
    Urgency,
};
use redress::word;

use crate::course::*;
use crate::support::*;

// The houses of the examples.

/// Everybody that the procedures name.
fn staff() -> Roster {
    let holders = [
        ("anna", Role::HANDLER),
        ("pia", Role::PERSON_IN_CHARGE),
        ("paul", Role::PERSON_IN_CHARGE),
        ("mia", Role::MANAGER),
        ("leo", Role::LEADER_IN_CHARGE),
        ("lea", Role::LEADER_IN_CHARGE),
        ("cleo", Role::SENIOR_MANAGEMENT),
        ("otto", Role::OFFICE_SUPERVISOR),
        ("hanna", Role::DEPARTMENT_HEAD),
        ("rita", Role::MANAGEMENT_REPRESENTATIVE),
    ];
    let roster = Roster::builder("staff");
    let held =
        |roster: redress::approval::RosterBuilder, (who_, role)| roster.holds(Holding::new(who(who_), role));
    holders.into_iter().fold(roster, held).build().unwrap()
}

/// A complaint of a day, with more to it, in a house.
fn case_of(policy: Policy, received: &str, more: &str) -> Story {
    let json = format!(r#"{{"id": "W-1", "received": "{received}"{more}}}"#);
    Story { roster: staff(), ..Story::of(policy, serde_json::from_str(&json).unwrap()) }
}

fn case(policy: PolicyBuilder) -> Story {
    case_of(policy.build().unwrap(), "2025-11-10T10:00:00+08:00", "")
}

/// From the receipt to the investigation.
fn looked_into(story: Story) -> Story {
    story
        .does("anna", Command::Register)
        .does("anna", triage())
        .does("anna", dispatch())
        .does("anna", start())
        .is(Stage::Investigating)
}

/// S02: small matters at once, consent, three alternatives, promises, an apology for the own fault, one opinion.
fn listening() -> PolicyBuilder {
    let track = Track::new()
        .answering_at_once()
        .with_consent()
        .with_alternatives(3)
        .with_promises()
        .with_apology(ApologyRule::OwnFault)
        .following_up(FollowUpRule::new(FollowUp::OPINION_REQUEST, 1).wanting(2));
    desk(track)
}

fn opinion(opinion: Opinion) -> Command {
    Command::FollowUp(redress::case::FollowedUp { kind: FollowUp::OPINION_REQUEST, opinion })
}

fn three() -> Proposal {
    exchange().or(Offer::new(Remedy::REFUND)).or(Offer::new(Remedy::REPAIR))
}

fn step(id: RuleId, act: ApprovalAct, role: Role) -> Step {
    Step::new(id, act, Signers::one(role))
}

/// S11: the manager reviews the complaint, then the solution; then the guest is asked.
fn hotel() -> PolicyBuilder {
    let track = Track::new()
        .requiring([FormField::Narrative, FormField::Unit])
        .with_intake_review(Role::MANAGER)
        .with_consent()
        .with_review();
    let solution = Chain::new(word!(RuleId, "s11-r14"), DecisionKind::Remedy)
        .step(step(word!(RuleId, "review"), ApprovalAct::Review, Role::MANAGER))
        .step(Step::consent(word!(RuleId, "guest")));
    desk(track).approvals(ApprovalTable::none().chain(solution))
}

const GUEST: &str = r#", "text": "cold soup", "unit": "front-desk", "staff": "wilma""#;

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
    case_of(policy.build().unwrap(), "2025-03-14T10:00:00+08:00", r#", "category": "spare-parts""#)
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
    let more = format!(r#", "category": "spare-parts", "facts": {{{facts}}}"#);
    let story = case_of(policy.build().unwrap(), "2025-03-14T10:00:00+08:00", &more);
    story.does("anna", Command::Register).does("anna", triage())
}

const BOTH: &str = r#""on-forced-closure-list": 1, "no-solution-now": 1"#;
const LIST: &str = r#""on-forced-closure-list": 1"#;

fn all_general() -> SeverityRules {
    SeverityRules::new([Severity::General]).otherwise(Severity::General)
}

fn general() -> General {
    let attitude = Row::owner(word!(RuleId, "attitude"), Department::CUSTOMER_SERVICE)
        .when(Cell::under(Cause::SERVICE_ATTITUDE));
    General::new(calendar(), all_general(), Routing::none().row(attitude))
}

const FORM: &str = r#", "complainant": "c-1", "demand": "exchange", "text": "it does not start""#;

fn general_case(more: &str) -> Story {
    let more = format!("{FORM}{more}");
    looked_into(case_of(general().build().unwrap(), "2025-11-10T10:00:00+08:00", &more))
}

fn cause(cause: Cause) -> Command {
    let findings = Findings { cause: Some(cause), ..Findings::default() };
    Command::FindCause(CauseFound { findings, responsible: vec![] })
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

fn due(story: &Story, clock: ClockName) -> Option<String> {
    let clocks = story.case.clocks(&story.policy, story.now);
    let clock = clocks.iter().rev().find(|known| known.name() == clock)?;
    let due = clock.reading(&story.policy, story.now).due()?.at();
    Some(due.with_timezone(&chrono_tz::Asia::Shanghai).format("%Y-%m-%d %H:%M").to_string())
}

// Severity and validity.

#[test]
fn w023_a_small_thing_that_the_handler_can_solve_is_answered_at_once() {
    let story = case_of(
        listening().build().unwrap(),
        "2025-11-10T10:00:00+08:00",
        r#", "facts": {"failed-repairs": 1}"#,
    )
    .does("anna", Command::Register)
    .does("anna", Command::AnswerAtOnce(because("a new one from the shelf")))
    .is(Stage::Resolved);
    assert_eq!(story.case.severity(), Some(Severity::Minor));
    assert_eq!(story.case.approvals(), []);
}

#[test]
fn w023_a40_where_small_is_a_level_the_general_procedure_answers_at_once_too() {
    let small = format!(r#"{FORM}, "facts": {{"small-matter": 1, "solvable-at-once": 1}}"#);
    let answer = || Command::AnswerAtOnce(because("a new one from the shelf"));
    let of = |reading| {
        let policy = general().small_matter(reading).build().unwrap();
        case_of(policy, "2025-11-10T10:00:00+08:00", &small).does("anna", Command::Register)
    };
    of(SmallMatter::Level).does("anna", answer()).is(Stage::Resolved);
    not_from_here(of(SmallMatter::NotUsed), answer());
    // K06: as a flag it is no level, and nothing is settled at once.
    not_from_here(of(SmallMatter::Flag), answer());
}

#[test]
fn w024_what_cannot_be_solved_now_takes_a_promise() {
    let story = case(listening()).does("anna", Command::Register).refused(
        "anna",
        Command::AnswerAtOnce(because("not now")),
        "it is `general`, expected `minor` to be answered at once",
    );
    let owes = |story: &Story| story.outlook().owed(story.now).any(|owed| owed.key.duty == Duty::NewPromise);
    assert!(owes(&story));
    let story = story.does("anna", Command::Promise(Promised { until: at("2025-11-12T15:00:00+08:00") }));
    assert!(!owes(&story));
}

#[test]
fn w027_a_misread_manual_is_explained_and_looked_at() {
    let found = NotEstablished {
        reasons: vec![NotEstablishedReason::MISUNDERSTANDING],
        explanation: note("the lid opens to the left"),
    };
    let manual = |step| Command::TakeAction(Measure { measure: word!(RuleId, "manual"), step, note: None });
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
    let policy = nev().at_cutoff(Bound::Exclusive);
    let story = carried_out(policy).until("2025-03-17T16:30:00+08:00").does("anna", Command::Close);
    assert_eq!(standing(&story.case, &story.policy, story.now), Ok(Some(Standing::ClosedLate)));
}

#[test]
fn w075_closed_one_second_later_is_closed_late() {
    let story = carried_out(nev()).until("2025-03-17T16:30:01+08:00").does("anna", Command::Close);
    assert_eq!(standing(&story.case, &story.policy, story.now), Ok(Some(Standing::ClosedLate)));
}

const NO_TRANSFER: &str = "the limit of clock `closure` passed at 2025-03-17T08:30:00Z, expected that the department goes on (no transfer when unclosed)";

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
        .refused("anna", dispatch(), "it is to be closed by force, expected neither dispatch nor proposal")
        .refused(
            "anna",
            Command::ForceClose,
            "it is not approved, expected approval by chain `s23-r18` first",
        )
        .does("anna", Command::Apply(Matter::ForcedClosure))
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
    let nobody = nev().forced_closure_approval(ForcedClosureApproval::NotNeeded);
    on_list(nobody, BOTH).does("anna", Command::ForceClose).is(Stage::Closed);
    let leader = nev().forced_closure_approval(ForcedClosureApproval::By(Role::LEADER_IN_CHARGE));
    on_list(leader, BOTH)
        .does("anna", Command::Apply(Matter::ForcedClosure))
        .refused(
            "cleo",
            Command::Sign(on(1)),
            "`cleo` cannot sign step `approve`, for roster `staff` gives him no role of it, expected `leader-in-charge`",
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
            "it cannot be closed by force without `no-solution-now`, expected that it is so",
        )
        .does("anna", dispatch())
        .is(Stage::Dispatched);
    assert_eq!(due(&story, ClockName::CLOSURE).as_deref(), Some("2025-03-17 16:30"));
}

#[test]
fn w083_a12_by_the_list_alone_it_is_closed_by_force() {
    on_list(nev().forced_closure(ForcedClosureTest::ListAlone), LIST)
        .refused("anna", dispatch(), "it is to be closed by force, expected neither dispatch nor proposal")
        .does("anna", Command::Apply(Matter::ForcedClosure))
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
            "it cannot be closed by force without `on-forced-closure-list`, expected that it is so",
        )
        .does("anna", dispatch())
        .is(Stage::Dispatched);
}

#[test]
fn w085_a_solution_found_later_is_dispatched_with_a_clock_from_the_reopening() {
    let story = on_list(nev(), BOTH)
        .does("anna", Command::Apply(Matter::ForcedClosure))
        .does("cleo", Command::Sign(on(1)))
        .does("anna", Command::ForceClose)
        .until("2025-04-08T10:00:00+08:00")
        .does("anna", Command::Reopen(going_on(Stage::Triaged)))
        .refused("anna", dispatch(), "it is to be closed by force, expected neither dispatch nor proposal")
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
    let story = case_of(policy, "2025-03-14T10:00:00+08:00", r#", "category": "spare-parts""#);
    let clocks = story.case.clocks(&story.policy, story.now);
    let notice = clocks.iter().find(|clock| clock.name() == ClockName::UNCLOSED_NOTICE).unwrap();
    let reading = notice.reading(&story.policy, story.now);
    assert!(matches!(reading.status(), ClockStatus::Undetermined { .. }), "{:?}", reading.status());
    let owed: Vec<_> = story.outlook().owed(story.now).map(|owed| (owed.key.duty, owed.key.clock)).collect();
    assert!(owed.contains(&(Duty::UndeterminedClock, Some(ClockName::UNCLOSED_NOTICE))));
}

// Containment, promises, follow-ups.

#[test]
fn w090_goods_that_come_back_without_a_word_are_a_complaint_and_go_their_way() {
    let policy = Supplier::new(calendar(), Department::SALES).build().unwrap();
    let goods = |step| Command::HandleGoods(Goods { step });
    let story = case_of(
        policy,
        "2025-11-10T10:00:00+08:00",
        r#", "channel": "returned-goods", "category": "product-quality""#,
    )
    .does("anna", goods(GoodsStep::InReturnZone))
    .does("anna", goods(GoodsStep::Listed));
    assert_eq!(story.case.assessed().department, Some(Department::QUALITY));
    looked_into(story)
        .does("anna", goods(GoodsStep::StateConfirmed))
        .does("anna", goods(GoodsStep::Disposed));
}

#[test]
fn w091_an_unclear_picture_asks_the_customer_for_samples_and_nothing_moves() {
    let policy = Supplier::new(calendar(), Department::SALES).build().unwrap();
    looked_into(case_of(policy, "2025-11-10T10:00:00+08:00", r#", "category": "product-quality""#))
        .does("anna", Command::AskCustomer(Question { note: note("two samples, please"), samples: true }))
        .is(Stage::Investigating);
}

fn promised() -> Story {
    looked_into(case(listening()))
        .does("anna", Command::Promise(Promised { until: at("2025-11-12T15:00:00+08:00") }))
}

fn answer(next: Option<&str>) -> Command {
    Command::Answer(Message { next: next.map(at), automatic: false, note: Some(note("how things stand")) })
}

#[test]
fn w092_an_answer_with_another_promise_is_due_whatever_is_known() {
    let story = promised().until("2025-11-12T14:50:00+08:00");
    assert_eq!(story.outlook().next_event(story.now), Some(at("2025-11-12T15:00:00+08:00")));
    let story = story.does("anna", answer(Some("2025-11-14T15:00:00+08:00"))).is(Stage::Investigating);
    assert_eq!(story.case.promises()[0].kept(story.now), PromiseKept::Kept);
    assert_eq!(story.case.open_promise().unwrap().until, at("2025-11-14T15:00:00+08:00"));
}

#[test]
fn w093_a_promise_without_an_answer_is_broken_and_the_delayer_may_be_liable() {
    let story = promised().until("2025-11-12T15:01:00+08:00");
    assert_eq!(story.case.promises()[0].kept(story.now), PromiseKept::Broken);
    let owed: Vec<Duty> = story.outlook().owed(story.now).map(|owed| owed.key.duty).collect();
    assert!(owed.contains(&Duty::BrokenPromise) && owed.contains(&Duty::PromisedAnswer));
    let delayer = SanctionProposed {
        person: who("sam"),
        part: Accountable::Delayer,
        kind: Sanction::DELAY_LIABILITY,
        amount: None,
    };
    story.does("leo", Command::ProposeSanction(delayer));
}

#[test]
fn w094_an_answer_in_time_without_a_promise_keeps_the_old_one_and_owes_the_next() {
    let story = promised().until("2025-11-12T15:00:00+08:00");
    assert_eq!(story.try_to("anna", answer(None)).unwrap().notices(), [Notice::NoPromise]);
    let story = story.does("anna", answer(None));
    assert_eq!(story.case.promises()[0].kept(story.now), PromiseKept::Kept);
    assert!(story.outlook().owed(story.now).any(|owed| owed.key.duty == Duty::NewPromise));
}

fn listening_resolved(policy: PolicyBuilder) -> Story {
    looked_into(case(policy))
        .does("anna", Command::Propose(three()))
        .does("anna", Command::Offer)
        .does("anna", Command::Consent)
        .until("2025-11-20T10:00:00+08:00")
        .does("anna", Command::Finish)
}

#[test]
fn w095_nothing_is_closed_before_one_opinion_is_asked() {
    listening_resolved(listening()).refused(
        "anna",
        Command::Close,
        "the complainant was asked 0 times, expected at least 1 before it is closed",
    );
}

#[test]
fn w095_a20_or_before_two() {
    let twice = Track::new().with_consent().following_up(FollowUpRule::new(FollowUp::OPINION_REQUEST, 2));
    listening_resolved(desk(twice)).does("anna", opinion(Opinion::Asked)).refused(
        "anna",
        Command::Close,
        "the complainant was asked 1 times, expected at least 2 before it is closed",
    );
}

#[test]
fn w096_one_opinion_is_enough_and_a_second_is_wanted() {
    let story = listening_resolved(listening()).does("anna", opinion(Opinion::Asked));
    let duties: Vec<Duty> = story.outlook().owed(story.now).map(|owed| owed.key.duty).collect();
    assert!(duties.contains(&Duty::FurtherFollowUp) && !duties.contains(&Duty::FollowUp));
    let notices = story.try_to("anna", Command::Close).unwrap().notices().to_vec();
    assert_eq!(notices, [Notice::FewFollowUps { done: 1, wanted: 2 }]);
    assert_eq!(notices[0].to_string(), "1 follow-ups, expected 2");
    story.does("anna", Command::Close).is(Stage::Closed);
}

#[test]
fn w097_what_is_not_known_to_satisfy_is_not_closed() {
    let bank =
        Track::new().following_up(FollowUpRule::new(FollowUp::SATISFACTION_CHECK, 1).until_satisfied());
    looked_into(case(desk(bank)))
        .does("anna", Command::Propose(exchange()))
        .does("anna", Command::CarryOut)
        .does("anna", Command::Finish)
        .does("anna", asked(Opinion::Silent))
        .refused(
            "anna",
            Command::Close,
            "the complainant has not said to be satisfied, expected that before it is closed; silence does not say it",
        )
        .does("anna", asked(Opinion::Satisfied))
        .does("anna", Command::Close);
}

#[test]
fn w098_who_is_not_satisfied_gets_the_next_alternative() {
    let story = listening_resolved(listening())
        .does("anna", opinion(Opinion::Unsatisfied))
        .does("anna", Command::RecordDissatisfaction(going_on(Stage::Proposed)))
        .is(Stage::Proposed)
        .does("anna", Command::Offer)
        .is(Stage::Offered);
    assert_eq!(story.case.offer().unwrap().remedies, [Remedy::REFUND]);
}

// Who deals with it.

/// S16: prepared, reviewed and approved before it is carried out, and closed when it has an effect.
fn supplier_qc() -> PolicyBuilder {
    let chain = Chain::new(word!(RuleId, "s16-r07"), DecisionKind::Remedy)
        .step(step(word!(RuleId, "prepare"), ApprovalAct::Prepare, Role::PERSON_IN_CHARGE))
        .step(step(word!(RuleId, "review"), ApprovalAct::Review, Role::DEPARTMENT_HEAD))
        .step(step(word!(RuleId, "approve"), ApprovalAct::Approve, Role::SENIOR_MANAGEMENT));
    desk(Track::new().with_effect_check()).approvals(ApprovalTable::none().chain(chain))
}

#[test]
fn w112_late_delivery_is_received_looked_into_and_answered_by_the_market_department() {
    let to = redress::case::Dispatching { department: Department::MARKET, ..dispatching() };
    let story = case(supplier_qc())
        .does("anna", Command::Register)
        .does("anna", triage())
        .does("anna", Command::Dispatch(to))
        .does("anna", start())
        .does("anna", Command::Answer(Message { next: None, automatic: false, note: None }));
    assert_eq!(story.case.department(), Some(Department::MARKET));
}

#[test]
fn w113_a_dimension_out_of_tolerance_is_analysed_and_three_different_people_sign() {
    let story = looked_into(case(supplier_qc()))
        .does("anna", cause(Cause::PRODUCT_QUALITY_BELOW_STANDARD))
        .does("anna", Command::Propose(exchange()))
        .does("anna", Command::Submit)
        .does("pia", Command::Sign(on(1)))
        .does("hanna", Command::Sign(on(1)))
        .does("cleo", Command::Sign(on(1)))
        .is(Stage::Executing);
    assert_eq!(story.case.department(), Some(Department::QUALITY));
}

/// S19: the supervisor looks at it, the head of sales confirms, the management representative enters it.
fn wire() -> PolicyBuilder {
    let chain = Chain::new(word!(RuleId, "s19-r11"), DecisionKind::Remedy)
        .step(step(word!(RuleId, "supervisor"), ApprovalAct::Instruct, Role::OFFICE_SUPERVISOR))
        .step(step(word!(RuleId, "head"), ApprovalAct::Approve, Role::DEPARTMENT_HEAD))
        .step(step(word!(RuleId, "entry"), ApprovalAct::SignIssue, Role::MANAGEMENT_REPRESENTATIVE));
    let track = Track::new().with_intake_review(Role::OFFICE_SUPERVISOR).with_customer_caused_form();
    desk(track).approvals(ApprovalTable::none().chain(chain))
}

fn at_the_sales_office() -> Story {
    let to = redress::case::Dispatching { department: Department::SALES_OFFICE, ..dispatching() };
    case(wire())
        .does("anna", Command::Register)
        .refused("anna", triage(), "`anna` may not `triage`, expected somebody who holds `office-supervisor`")
        .does("otto", triage())
        .does("anna", Command::Dispatch(to))
        .does("anna", start())
}

#[test]
fn w114_a_coil_in_the_rain_is_explained_by_the_form_and_the_sales_department_is_left_alone() {
    let form = |cause: Option<&str>, corrective: Option<&str>, preventive: Option<&str>| {
        Command::FindCustomerCaused(CustomerCaused {
            explanation: note("it stood in the rain"),
            manual_unclear: false,
            not_explained: false,
            cause: cause.map(note),
            corrective: corrective.map(note),
            preventive: preventive.map(note),
        })
    };
    let story = at_the_sales_office()
        .does("anna", found(FaultParty::CUSTOMER))
        .refused(
            "anna",
            form(None, None, None),
            "the form asks for the cause, expected it to be written down",
        )
        .refused(
            "anna",
            form(Some("rain"), None, None),
            "the form asks for the corrective measure, expected it to be written down",
        )
        .refused(
            "anna",
            form(Some("rain"), Some("dry it"), None),
            "the form asks for the preventive measure, expected it to be written down",
        )
        .does("anna", form(Some("rain"), Some("dry it"), Some("store it inside")))
        .is(Stage::Resolved)
        .does("anna", Command::Close);
    assert_eq!(story.case.closure().unwrap().kind, ClosureKind::ExplainedCustomerCaused);
    assert_eq!(story.case.department(), Some(Department::SALES_OFFICE));
    assert_eq!(story.case.approvals(), []);
}

#[test]
fn w115_a_wrong_gauge_is_confirmed_by_the_head_and_entered_by_the_representative() {
    at_the_sales_office()
        .does("anna", found(FaultParty::COMPANY))
        .does("anna", Command::Propose(exchange()))
        .does("anna", Command::Submit)
        .does("otto", Command::Sign(on(1)))
        .does("hanna", Command::Sign(on(1)))
        .does("rita", Command::Sign(on(1)))
        .is(Stage::Executing);
}

#[test]
fn w116_what_the_head_does_not_confirm_returns_to_the_supervisor() {
    let back = Returning {
        approval: 1,
        step: Some(word!(RuleId, "supervisor")),
        reason: note("the gauge was what they ordered"),
    };
    let story = at_the_sales_office()
        .does("anna", found(FaultParty::COMPANY))
        .does("anna", Command::Propose(exchange()))
        .does("anna", Command::Submit)
        .does("otto", Command::Sign(on(1)))
        .does("hanna", Command::SendBack(back))
        .is(Stage::InApproval);
    assert_eq!(story.case.approval(1).unwrap().signed(), []);
    story.does("otto", Command::Sign(on(1))).is(Stage::InApproval);
}

#[test]
fn w119_who_has_software_that_hangs_is_asked_to_restart_before_the_technical_team_gets_it() {
    let to = redress::case::Dispatching { department: Department::TECHNICAL_SUPPORT, ..dispatching() };
    let story = looked_into(case(desk(Track::new())))
        .does(
            "anna",
            Command::AskCustomer(Question { note: note("did you restart and update?"), samples: false }),
        )
        .does("anna", Command::Redispatch(to));
    assert_eq!(story.case.department(), Some(Department::TECHNICAL_SUPPORT));
}

#[test]
fn w121_a_guest_tells_a_waiter_the_manager_looks_at_it_and_the_head_gets_it() {
    let without = case(hotel());
    without.refused(
        "anna",
        Command::Register,
        "the form asks for `narrative`, `unit`, expected that it is filled in",
    );
    let to = redress::case::Dispatching {
        department: Department::FRONT_DESK,
        person: Some(who("hanna")),
        reason: None,
    };
    let story = case_of(hotel().build().unwrap(), "2025-11-10T10:00:00+08:00", GUEST)
        .does("anna", Command::Register)
        .refused("anna", triage(), "`anna` may not `triage`, expected somebody who holds `manager`")
        .does("mia", triage())
        .does("mia", Command::Dispatch(to));
    assert_eq!(
        (story.case.department(), story.case.person()),
        (Some(Department::FRONT_DESK), Some(who("hanna")))
    );
}

#[test]
fn w122_the_table_of_the_embedder_says_whose_it_is() {
    let story = spare_parts(nev());
    assert_eq!(story.case.assessed().department, Some(Department::DEALER));
    assert_eq!(story.case.assessed().row, Some(word!(RuleId, "spare-parts")));
    // Who names nobody gets no answer.
    let none = case_of(nev().build().unwrap(), "2025-03-14T10:00:00+08:00", "");
    assert_eq!(none.case.assessed().department, None);
}

// Approval and next step.

#[test]
fn w123_no_value_is_too_small_for_the_leader_in_charge() {
    let tiny = Proposal::of(Offer::new(Remedy::EXCHANGE).costing(euros(1)));
    general_case("")
        .does("anna", found(FaultParty::COMPANY))
        .does("anna", Command::Propose(tiny))
        .does("anna", Command::Submit)
        .refused(
            "leo",
            Command::Sign(on(1)),
            "`leo` cannot sign step `prepare`, for roster `staff` gives him no role of it, expected `person-in-charge`",
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
        .refused("anna", Command::CarryOut, "it is not approved, expected approval by chain `s03-r15` first");
    let answers = redress::case::allowed(&story.case, &story.policy, &story.roster, who("anna"), story.now);
    let next = answers.iter().find(|answer| answer.action == Action::Submit).unwrap();
    assert_eq!(next.refusal, None);
}

fn solution() -> Story {
    case_of(hotel().build().unwrap(), "2025-11-10T10:00:00+08:00", GUEST)
        .does("anna", Command::Register)
        .does("mia", triage())
        .does("anna", dispatch())
        .does("anna", start())
        .does("anna", Command::Propose(exchange()))
}

#[test]
fn w125_the_guest_is_told_nothing_before_the_manager_has_seen_it() {
    solution().refused(
        "anna",
        Command::Offer,
        "it is not approved, expected approval by chain `s11-r14` first",
    );
}

#[test]
fn w126_what_the_guest_refuses_is_replaced_and_seen_by_the_manager_again() {
    let story = solution()
        .does("anna", Command::Submit)
        .does("mia", Command::Sign(on(1)))
        .is(Stage::Offered)
        .does("anna", Command::Object(because("not the same soup")))
        .is(Stage::Proposed);
    not_from_here(story.clone(), Command::Finish);
    story
        .does("anna", Command::Amend(Proposal::of(Offer::new(Remedy::MEAL_VOUCHER).costing(euros(2_000)))))
        .refused("anna", Command::Offer, "it is not approved, expected approval by chain `s11-r14` first")
        .does("anna", Command::Submit)
        .does("mia", Command::Sign(on(2)))
        .is(Stage::Offered);
}

fn alternatives(proposal: Proposal) -> Story {
    looked_into(case(listening())).does("anna", Command::Propose(proposal)).does("anna", Command::Offer)
}

#[test]
fn w127_after_an_objection_the_second_alternative_is_offered() {
    let story =
        alternatives(three()).does("anna", Command::Object(because("not this one"))).is(Stage::Offered);
    assert_eq!(story.case.offer().unwrap().remedies, [Remedy::REFUND]);
}

#[test]
fn w128_silence_is_no_consent() {
    not_from_here(alternatives(three()), Command::CarryOut);
    not_from_here(alternatives(three()), Command::Finish);
    looked_into(case(listening())).does("anna", Command::Propose(three())).refused(
        "anna",
        Command::CarryOut,
        "the complainant has not agreed, expected consent before it is carried out",
    );
}

#[test]
fn w129_two_alternatives_are_few_and_no_bar() {
    let story = looked_into(case(listening()));
    let decision = story.try_to("anna", Command::Propose(two_offers())).unwrap();
    assert_eq!(decision.notices(), [Notice::FewAlternatives { given: 2, wanted: 3 }]);
    assert_eq!(decision.notices()[0].to_string(), "2 alternatives, expected 3");
    let story = story.does("anna", Command::Propose(three()));
    let fewer = story.try_to("anna", Command::Amend(two_offers())).unwrap();
    assert_eq!(fewer.notices(), [Notice::FewAlternatives { given: 2, wanted: 3 }]);
}

#[test]
fn w133_extra_work_takes_the_customers_consent_before_the_workshop_is_told() {
    let story = looked_into(case(desk(Track::new().with_consent())))
        .does("anna", Command::Propose(exchange()))
        .does("anna", Command::Offer)
        .does("anna", Command::Consent)
        .is(Stage::Executing)
        .does("anna", Command::Amend(Proposal::of(Offer::new(Remedy::EXCHANGE).and(Remedy::REPAIR))))
        .is(Stage::Offered);
    not_from_here(story.clone(), Command::Finish);
    story.does("anna", Command::Consent).does("anna", Command::Finish).is(Stage::Resolved);
}

#[test]
fn w134_after_an_accident_the_bill_comes_last() {
    let step = |step| Command::TakeAccidentStep(Accident { step });
    looked_into(case(listening()))
        .refused(
            "anna",
            step(AccidentStep::Bill),
            "after the accident it is not begun, expected `notify` next and not `bill`",
        )
        .does("anna", step(AccidentStep::Notify))
        .does("anna", step(AccidentStep::AskInsurance))
        .does("anna", step(AccidentStep::CheckCarrier))
        .does("anna", step(AccidentStep::FeedBack))
        .does("anna", Command::Propose(three()))
        .does("anna", Command::Offer)
        .does("anna", Command::Consent)
        .does("anna", step(AccidentStep::Solve))
        .refused("anna", step(AccidentStep::Bill), "it is not solved, expected no bill before that")
        .does("anna", Command::Finish)
        .does("anna", step(AccidentStep::Bill));
}

#[test]
fn w135_nothing_is_proposed_while_nobody_knows_whose_fault_it_was() {
    general_case("").does("anna", found(FaultParty::UNDETERMINED)).refused(
        "anna",
        Command::Propose(exchange()),
        "it is not known whose fault it was, expected the party at fault before a proposal",
    );
}

#[test]
fn w136_the_fault_of_the_customer_asks_what_the_organisation_contributed() {
    let unchecked = r#"{"find-customer-caused": {"explanation": "pressed the wrong button"}}"#;
    let error = serde_json::from_str::<Command>(unchecked).unwrap_err().to_string();
    assert!(error.starts_with("find-customer-caused: missing field `manual-unclear`"), "{error}");
    // What the customer misused is repaired and taught all the same.
    let taught = Proposal::of(Offer::new(Remedy::REPAIR).and(Remedy::TEACH_USE).costing(euros(0)));
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
fn w137_an_apology_for_the_own_fault_comes_before_the_solution() {
    looked_into(case(listening()))
        .does("anna", found(FaultParty::COMPANY))
        .refused(
            "anna",
            Command::Propose(three()),
            "an apology is owed before the solution, expected one that is given",
        )
        .does("anna", Command::Apologise(Apology::default()))
        .does("anna", Command::Propose(three()));
}

#[test]
fn w138_a_template_is_no_complete_apology() {
    let defusing = desk(Track::new().with_apology(ApologyRule::AlwaysComplete));
    let story = looked_into(case(defusing));
    let template = Command::Apologise(Apology::default());
    let decision = story.try_to("anna", template.clone()).unwrap();
    assert_eq!(
        decision.notices(),
        [Notice::IncompleteApology { individual: false, effect: false, measure: false }]
    );
    story.does("anna", template).refused(
        "anna",
        Command::Propose(exchange()),
        "an apology is owed before the solution, expected one that names `individual`, `effect`, `measure`",
    );
}

#[test]
fn w139_stated_and_real_cause_are_both_kept_and_the_real_one_decides() {
    let stated = Cause::from(CauseGroup::PRODUCT_QUALITY);
    let story = general_case(r#", "cause": "product-quality""#);
    assert_eq!(story.case.assessed().department, Some(Department::QUALITY));
    let story = story.does("anna", cause(Cause::SERVICE_ATTITUDE));
    assert_eq!(story.case.complaint().cause(), Some(Cause::SERVICE_ATTITUDE));
    assert_eq!(story.case.stated_cause(), Some(stated));
    assert_eq!(story.case.assessed().department, Some(Department::CUSTOMER_SERVICE));
}

#[test]
fn w140_nothing_is_closed_before_cause_and_person_are_named() {
    let person = CauseFound { findings: Findings::default(), responsible: vec![who("sam")] };
    general_resolved()
        .refused(
            "anna",
            Command::Close,
            "the cause is not named, expected cause and responsible person before it is closed",
        )
        .does("anna", cause(Cause::SERVICE_ATTITUDE))
        .refused(
            "anna",
            Command::Close,
            "the responsible person is not named, expected cause and responsible person before it is closed",
        )
        .does("anna", Command::FindCause(person))
        .does("anna", Command::Close)
        .is(Stage::Closed)
        .does("anna", Command::Review(lessons()))
        .is(Stage::Reviewed);
}

#[test]
fn w141_the_direct_person_and_the_head_are_held_to_account_by_the_schedule_of_the_house() {
    let of = |person: &str, part, minor| SanctionProposed {
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
        .does("leo", Command::DecideSanction(direct.clone()))
        .does("leo", Command::DecideSanction(head.clone()));
    assert_eq!(story.case.sanctions(), [direct, head]);
}

// Judgement.

#[test]
fn w156_what_cannot_be_done_is_explained_and_nothing_is_owed() {
    let found = NotEstablished {
        reasons: vec![NotEstablishedReason::UNREASONABLE_DEMAND],
        explanation: note("the design is fixed; here is what speaks for it"),
    };
    let story = looked_into(case(desk(Track::new().with_consent())))
        .does("anna", Command::FindNotEstablished(found))
        .does("anna", Command::Close);
    assert_eq!(story.case.proposal(), None);
    assert_eq!(story.case.closure().unwrap().kind, ClosureKind::ExplainedNotEstablished);
}

#[test]
fn w161_who_lacks_a_condition_of_the_loan_gets_an_explanation() {
    let findings = Findings {
        cause: Some(Cause::CUSTOMER_SIDE_CONDITIONS_NOT_MET),
        fault_party: Some(FaultParty::CUSTOMER),
        ..Findings::default()
    };
    let story = looked_into(case(desk(Track::new())))
        .does("anna", Command::FindCause(CauseFound { findings, responsible: vec![] }))
        .does("anna", customer_caused())
        .does("anna", Command::Close);
    assert_eq!(story.case.closure().unwrap().kind, ClosureKind::ExplainedCustomerCaused);
}

// The courses of the profiles.

#[test]
fn the_general_procedure_asks_for_its_form_and_ends_with_a_review() {
    let policy = general().build().unwrap();
    case_of(policy.clone(), "2025-11-10T10:00:00+08:00", "").refused(
        "anna",
        Command::Register,
        "the form asks for `complainant`, `demand`, `narrative`, expected that it is filled in",
    );
    assert!(policy.track().has_review());
    assert!(!policy.track().answers_at_once());
}

#[test]
fn a_tax_device_case_is_reviewed_by_marketing_and_its_measures_checked() {
    let of = |profile: TaxDevice| {
        looked_into(case_of(profile.build().unwrap(), "2025-11-10T10:00:00+08:00", ""))
            .does("anna", Command::Propose(exchange()))
            .does("anna", Command::Submit)
    };
    let measure = |step| Command::TakeAction(Measure { measure: word!(RuleId, "retrain"), step, note: None });
    let relay = Command::FollowUp(redress::case::FollowedUp {
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
            "the complainant was asked 0 times, expected at least 1 before it is closed",
        )
        .does("anna", relay)
        .refused(
            "anna",
            Command::Close,
            "the effect of measure `retrain` is not confirmed, expected that before it is closed",
        )
        .does("anna", measure(MeasureStep::CarriedOut))
        .does("anna", measure(MeasureStep::EffectConfirmed))
        .does("anna", Command::Close)
        .is(Stage::Closed);
    of(tax().reviewed_by(Role::MANAGER)).does("mia", Command::Sign(on(1))).is(Stage::Executing);
}

#[test]
fn marketing_takes_a_tax_device_case_back_and_investigates_itself() {
    let to = |department| redress::case::Dispatching { department, ..dispatching() };
    let policy = TaxDevice::new(calendar(), HandlingLimit::NotSet).build().unwrap();
    let story = case_of(policy, "2025-11-10T10:00:00+08:00", r#", "unit": "technical-service-unit""#)
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
    looked_into(case_of(policy, "2025-11-10T10:00:00+08:00", r#", "category": "product-quality""#))
        .does("anna", Command::Propose(exchange()))
        .does("anna", Command::CarryOut)
        .does("anna", Command::Finish)
        .refused(
            "anna",
            Command::Close,
            "department `quality` has no measure in place, expected one, or that none is needed",
        );
}

#[test]
fn a_controlled_case_is_closed_after_the_survey() {
    let importance = Rating::new().otherwise(Importance::SECONDARY);
    let urgency = Rating::new().otherwise(Urgency::ROUTINE);
    let policy = Control::new(calendar(), all_general(), importance, urgency).build().unwrap();
    let survey = Command::FollowUp(redress::case::FollowedUp {
        kind: FollowUp::SATISFACTION_SURVEY,
        opinion: Opinion::Asked,
    });
    looked_into(case_of(policy, "2025-11-10T10:00:00+08:00", r#", "subject": "product-quality""#))
        .does("anna", Command::Propose(exchange()))
        .does("anna", Command::CarryOut)
        .does("anna", Command::Finish)
        .refused(
            "anna",
            Command::Close,
            "the complainant was asked 0 times, expected at least 1 before it is closed",
        )
        .does("anna", survey)
        .does("anna", Command::Close)
        .is(Stage::Closed);
}

#[test]
fn the_embedder_of_nev_says_who_approves_and_who_confirms() {
    let of = |profile: Nev| {
        looked_into(spare_parts(profile))
            .does("anna", Command::Propose(exchange()))
            .does("anna", Command::Submit)
    };
    of(nev().final_opinion_by(Role::MANAGER)).does("mia", Command::Sign(on(1))).is(Stage::Executing);
    carried_out(nev().closure_confirmed_by(Role::DEPARTMENT_HEAD))
        .refused(
            "anna",
            Command::Close,
            "`anna` may not `close`, expected somebody who holds `department-head`",
        )
        .does("hanna", Command::Close)
        .is(Stage::Closed);
}

#[test]
fn a_house_may_have_a_course_and_approvals_of_its_own() {
    let policy = general().track(Track::new()).approvals(ApprovalTable::none()).build().unwrap();
    assert_eq!(policy.track(), &Track::new());
    looked_into(case_of(policy, "2025-11-10T10:00:00+08:00", ""))
        .does("anna", Command::Propose(exchange()))
        .does("anna", Command::CarryOut)
        .is(Stage::Executing);
}
