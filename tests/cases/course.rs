//! The course: every arrow, every stage, every guard.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::{env, fs};

use redress::calendar::Span;
use redress::case::approval::{ApprovalReturn, ApprovalSubject};
use redress::case::command::{
    AnchorEvent, CaseLink, CaseSummary, CauseFinding, ClockExtension, ClockPause, Correction,
    CustomerCausedFinding, Delivery, DutyKey, ExtensionAmount, Findings, InvestigationStart, Lessons, Merger,
    Message, NotEstablishedFinding, Offer, PolicyMove, Promise, Proposal, Question, Receipt, ThanksLetter,
};
use redress::case::course::{ARROWS, Arrow, Branch, actions, arrows, is_open, mermaid, step};
use redress::case::track::{
    AccidentProgress, ContainmentWaiver, DepartmentContainment, DisciplineRecord, GoodsProgress,
    MeasureProgress, RecallProgress, SanctionProposal,
};
use redress::case::{Case, Command, Office, Outlook, Refusal, Stamp, open};
use redress::deadline::{Clock, Count, Term};
use redress::policy::clock::ClockPart;
use redress::policy::routing::Row;
use redress::policy::track::{FollowUpRule, ForcedClosure, ForcedClosureTest, ReopeningWindow};
use redress::policy::{ClockRule, PolicyBuilder, PolicyVersion, Routing, Track};
use redress::profiles::GeneralHandling;
use redress::vocab::course::{
    ClosureKind, Duty, ExtensionReason, FollowUp, NotEstablishedReason, Opinion, Relation,
};
use redress::vocab::kind::CauseGroup;
use redress::vocab::track::{
    AccidentStep, Accountable, Containment, Discipline, GoodsStep, MeasureStep, RecallStep, Sanction,
    ThanksOccasion,
};
use redress::vocab::{
    Action, Anchor, Cause, ClockName, Department, Fact, FaultParty, FormField, PauseReason, Remedy, Role,
    RuleId, Stage,
};
use redress::word;

use crate::cases::support::*;

// What the tests start from.

/// A track with every optional stage.
pub(crate) fn full_track() -> Track {
    Track::new()
        .with_consent()
        .with_review()
        .with_at_once()
        .with_follow_up(FollowUpRule::new(FollowUp::SATISFACTION_CHECK, 1))
        .with_silence(Span::hours(48))
}

pub(crate) fn full() -> PolicyBuilder {
    desk(full_track())
        .approvals(two_steps())
        .forced_closure(ForcedClosure::new(ForcedClosureTest::ListAndNoSolution))
}

pub(crate) fn story(policy: PolicyBuilder) -> Story {
    Story::new(policy.build().unwrap())
}

/// A complaint with more to it than its receipt.
pub(crate) fn story_of(policy: PolicyBuilder, more: &str) -> Story {
    let json = format!(r#"{{"id": "A-1", "received": "2025-03-11T10:00:00+08:00", {more}}}"#);
    Story::of(policy.build().unwrap(), serde_json::from_str(&json).unwrap())
}

pub(crate) const ON_THE_LIST: &str = r#""facts": {"on-forced-closure-list": 1, "no-solution-now": 1}"#;

pub(crate) fn registered(policy: PolicyBuilder) -> Story {
    story(policy).does("anna", Command::Register)
}

pub(crate) fn triaged(policy: PolicyBuilder) -> Story {
    registered(policy).does("anna", triage())
}

pub(crate) fn dispatched(policy: PolicyBuilder) -> Story {
    triaged(policy).does("anna", dispatch())
}

pub(crate) fn investigating(policy: PolicyBuilder) -> Story {
    dispatched(policy).does("anna", start()).is(Stage::Investigating)
}

pub(crate) fn proposed(policy: PolicyBuilder) -> Story {
    investigating(policy).does("anna", Command::Propose(two_offers())).is(Stage::Proposed)
}

pub(crate) fn in_approval() -> Story {
    proposed(full()).does("anna", Command::Submit).is(Stage::InApproval)
}

pub(crate) fn offered() -> Story {
    in_approval().does("mia", Command::Sign(on(1))).does("leo", Command::Sign(on(1))).is(Stage::Offered)
}

pub(crate) fn executing() -> Story {
    offered().does("anna", Command::Consent).is(Stage::Executing)
}

pub(crate) fn resolved() -> Story {
    executing().does("anna", Command::Finish).is(Stage::Resolved)
}

pub(crate) fn following_up() -> Story {
    resolved().does("anna", asked(Opinion::Satisfied)).is(Stage::FollowingUp)
}

pub(crate) fn closed() -> Story {
    following_up().does("anna", Command::Close).is(Stage::Closed)
}

pub(crate) fn reviewed() -> Story {
    closed().does("anna", Command::Review(lessons())).is(Stage::Reviewed)
}

/// A case at each stage of the full track.
pub(crate) fn at_stage(stage: Stage) -> Story {
    let story = match stage {
        Stage::Received => story(full()),
        Stage::Registered => registered(full()),
        Stage::Triaged => triaged(full()),
        Stage::Dispatched => dispatched(full()),
        Stage::Investigating => investigating(full()),
        Stage::Proposed => proposed(full()),
        Stage::InApproval => in_approval(),
        Stage::Offered => offered(),
        Stage::Executing => executing(),
        Stage::Resolved => resolved(),
        Stage::FollowingUp => following_up(),
        Stage::Closed => closed(),
        Stage::Reviewed => reviewed(),
    };
    story.is(stage)
}

// Commands.

pub(crate) fn triage() -> Command {
    Command::Triage(Findings::default())
}

pub(crate) fn dispatch() -> Command {
    Command::Dispatch(dispatching())
}

pub(crate) fn start() -> Command {
    Command::Start(InvestigationStart { department: None, received: None })
}

pub(crate) fn lessons() -> Lessons {
    Lessons { note: note("check the lot") }
}

pub(crate) fn not_established() -> Command {
    Command::FindNotEstablished(NotEstablishedFinding {
        reasons: vec![NotEstablishedReason::MISUNDERSTANDING],
        explanation: note("the manual says so"),
    })
}

pub(crate) fn customer_caused() -> Command {
    Command::FindCustomerCaused(CustomerCausedFinding {
        explanation: note("it stood in the rain"),
        manual_unclear: false,
        not_explained: false,
        cause: None,
        corrective: None,
        preventive: None,
    })
}

pub(crate) fn found(party: FaultParty) -> Command {
    let findings = Findings::of(party);
    Command::FindCause(CauseFinding { findings, ..CauseFinding::default() })
}

/// An exchange, or else a refund.
pub(crate) fn two_offers() -> Proposal {
    exchange().with_alternative(Offer::new(Remedy::REFUND).with_amount(euros(4_900)))
}

fn back(step: Option<&str>) -> Command {
    Command::SendBack(ApprovalReturn {
        approval: 1,
        step: step.map(|step| step.parse().unwrap()),
        reason: note("not clear"),
    })
}

pub(crate) fn other_case(id: &str) -> CaseSummary {
    CaseSummary {
        complained_about: Vec::new(),
        complainants: Vec::new(),
        handled_by: Vec::new(),
        complainant_keys: Vec::new(),
        id: id.parse().unwrap(),
        unstated: false,
        amounts: vec![],
        received: at("2025-03-10T10:00:00+08:00"),
        due: vec![],
    }
}

pub(crate) fn merge(into: &str) -> Command {
    Command::Merge(Merger { into: other_case(into), reason: note("the same matter") })
}

pub(crate) fn finding(fact: Fact, count: u32) -> Command {
    Command::Reclassify(Findings::default().with_fact(fact, count))
}

/// The table has no arrow from here, and says which it has.
#[track_caller]
pub(crate) fn not_from_here(story: Story, command: Command) -> Story {
    let (action, stage) = (command.action(), story.case.stage());
    let track = story.policy.track();
    let leads = |action: &Action| redress::case::course::arrows(track, stage, *action).next().is_some();
    let here: Vec<String> = actions(track, stage).filter(leads).map(|action| format!("`{action}`")).collect();
    let text = format!(
        "cannot `{action}` while `{stage}`; possible now: {} (side-track actions are not listed)",
        here.join(", ")
    );
    story.refused("anna", command, &text)
}

// The arrows, one by one.

#[test]
fn arrow_t01_a_complaint_is_received_once_and_not_before_it_came() {
    let policy = full().build().unwrap();
    let complaint = said("A-1", "2025-03-11T10:00:00+08:00");
    let id = "k-0".parse().unwrap();
    let early =
        open(&policy, complaint.clone(), Stamp::new(id, who("anna"), at("2025-03-11T09:59:59+08:00")));
    assert_eq!(
        early.unwrap_err().to_string(),
        "2025-03-11T02:00:00Z is in the future: the request was made at 2025-03-11T01:59:59Z, expected that instant \
         or an earlier one",
    );
    let case = open(&policy, complaint.clone(), Stamp::new(id, who("anna"), at("2025-03-11T10:00:00+08:00")));
    assert_eq!(case.unwrap().stage(), Stage::Received);
    let receipt = Receipt { policy: PolicyVersion::of(&policy), complaint: Box::new(complaint), past: None };
    not_from_here(Story::new(policy), Command::Receive(receipt));
}

#[test]
fn arrow_t02_a_receipt_is_acknowledged_once_and_moves_nothing() {
    for stage in [Stage::Received, Stage::Registered, Stage::Executing] {
        at_stage(stage).does("anna", Command::Acknowledge).is(stage).refused(
            "anna",
            Command::Acknowledge,
            "`acknowledged` is already on record; it cannot be recorded twice",
        );
    }
    not_from_here(resolved(), Command::Acknowledge);
}

#[test]
fn arrow_t03_the_form_is_filled_in_and_what_was_spoken_written_down() {
    let form = || desk(Track::new().with_required([FormField::COMPLAINANT, FormField::DEMAND]));
    story(form()).refused(
        "anna",
        Command::Register,
        "the form is not complete; fill in `complainant`, `demand`",
    );
    story_of(form(), r#""customer": "c-1", "demand": ["exchange"]"#)
        .does("anna", Command::Register)
        .is(Stage::Registered);
    // Whoever wants nothing has said so.
    story_of(form(), r#""customer": "c-1", "no-demand": true"#).does("anna", Command::Register);
    story_of(full(), r#""medium": "oral""#).refused(
        "anna",
        Command::Register,
        "a spoken complaint must be written down; add what was said as its text",
    );
    story_of(full(), r#""medium": "oral", "text": "it rattles""#)
        .does("anna", Command::Register)
        .is(Stage::Registered);
    not_from_here(registered(full()), Command::Register);
}

#[test]
fn arrow_t04_a_complaint_is_triaged_by_whoever_looks_at_it_first() {
    let looked_at = desk(Track::new().with_intake_review(Role::MANAGER));
    registered(looked_at)
        .refused("anna", triage(), "`anna` may not `triage`: this requires the role `manager`")
        .does("mia", triage())
        .is(Stage::Triaged);
    registered(full()).does("anna", triage()).is(Stage::Triaged);
    not_from_here(story(full()), triage());
    not_from_here(registered(desk(Track::new().without_triage())), triage());
}

#[test]
fn arrow_t05_a_small_matter_is_answered_at_once() {
    let answer = || Command::AnswerAtOnce(because("a new one from the shelf"));
    let small = r#""facts": {"failed-repairs": 1}"#;
    registered(full()).refused(
        "anna",
        answer(),
        "the complaint cannot be answered at once: it is `general`, expected `minor`",
    );
    let registered = story_of(full(), small).does("anna", Command::Register);
    registered.clone().does("anna", answer()).is(Stage::Resolved);
    let solved = registered.does("anna", triage()).does("anna", answer()).is(Stage::Resolved);
    assert_eq!(solved.case.approvals(), []);
    // Only where the procedure allows it (K06).
    not_from_here(story_of(desk(Track::new()), small).does("anna", Command::Register), answer());
}

#[test]
fn arrow_t06_what_does_not_stand_is_explained() {
    let silent = Command::FindNotEstablished(NotEstablishedFinding {
        reasons: vec![],
        explanation: note("the manual says so"),
    });
    triaged(full()).refused("anna", silent, "0 reasons, expected at least 1");
    for stage in [Stage::Triaged, Stage::Investigating] {
        let story = at_stage(stage)
            .does("anna", not_established())
            .is(Stage::Resolved)
            .does("anna", asked(Opinion::Silent))
            .does("anna", Command::Close);
        assert_eq!(story.case.closure().unwrap().kind, ClosureKind::ExplainedNotEstablished);
    }
    not_from_here(registered(full()), not_established());
    registered(desk(Track::new().without_triage())).does("anna", not_established()).is(Stage::Resolved);
}

#[test]
fn arrow_t07_a_complaint_is_dispatched_unless_it_is_to_be_closed_by_force() {
    let by_force = "the complaint meets the test for forced closure; close it by force, or record first that there \
        is a solution";
    story_of(full(), ON_THE_LIST).does("anna", Command::Register).does("anna", triage()).refused(
        "anna",
        dispatch(),
        by_force,
    );
    let story = triaged(full()).does("anna", dispatch()).is(Stage::Dispatched);
    assert_eq!(story.case.department(), Some(Department::QUALITY));
    // Without triage the dispatch follows the registration, and its guard stays.
    let direct = || {
        desk(Track::new().without_triage())
            .forced_closure(ForcedClosure::new(ForcedClosureTest::ListAndNoSolution))
    };
    registered(direct()).does("anna", dispatch()).is(Stage::Dispatched);
    story_of(direct(), ON_THE_LIST).does("anna", Command::Register).refused("anna", dispatch(), by_force);
    not_from_here(triaged(desk(Track::new().without_dispatch())), dispatch());
    let unknown =
        redress::case::command::Dispatch { department: "acme:lab".parse().unwrap(), ..dispatching() };
    let refused = triaged(full()).try_to("anna", Command::Dispatch(unknown)).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "department `acme:lab` is not declared in the taxonomy, expected one of 25 words such as `dealer`, \
         `company` or `market`",
    );
}

#[test]
fn arrow_t08_an_unclosed_complaint_is_passed_on_no_more() {
    let kept = || desk(Track::new().with_no_transfer_when_unclosed());
    let again = || Command::Redispatch(dispatching());
    // Due on Thursday at 16:30, that instant included.
    for story in [dispatched(kept()), investigating(kept())] {
        story.clone().until("2025-03-13T16:30:00+08:00").does("anna", again()).is(Stage::Dispatched);
        story.until("2025-03-13T16:30:00.000000001+08:00").refused(
            "anna",
            again(),
            "clock `closure` was due at 2025-03-13T08:30:00Z: an overdue complaint cannot be transferred to another \
             department",
        );
    }
    dispatched(full()).until("2025-03-14T10:00:00+08:00").does("anna", again()).is(Stage::Dispatched);
    not_from_here(triaged(full()), again());
}

#[test]
fn arrow_t09_a_department_starts_when_it_got_the_message() {
    let early = InvestigationStart { department: None, received: Some(at("2025-03-11T09:00:00+08:00")) };
    dispatched(full()).refused(
        "anna",
        Command::Start(early),
        "2025-03-11T01:00:00Z is before the receipt at 2025-03-11T02:00:00Z, expected that instant or a later one",
    );
    dispatched(full()).does("anna", start()).is(Stage::Investigating);
    // Without a dispatch the start follows what comes before, with the guard of the dispatch.
    let alone = || {
        desk(Track::new().without_dispatch())
            .forced_closure(ForcedClosure::new(ForcedClosureTest::ListAndNoSolution))
    };
    let story = triaged(alone()).does("anna", start()).is(Stage::Investigating);
    assert_eq!(story.case.department(), Some(Department::CUSTOMER_SERVICE));
    story_of(alone(), ON_THE_LIST).does("anna", Command::Register).does("anna", triage()).refused(
        "anna",
        start(),
        "the complaint meets the test for forced closure; close it by force, or record first that there is a solution",
    );
    let neither = desk(Track::new().without_dispatch().without_triage());
    registered(neither).does("anna", start()).is(Stage::Investigating);
    not_from_here(triaged(full()), start());
}

#[test]
fn arrow_t10_the_customer_is_asked_and_the_investigation_goes_on() {
    let ask = || Command::AskCustomer(Question { note: note("which lot?"), samples: true });
    investigating(full()).does("anna", ask()).is(Stage::Investigating);
    not_from_here(proposed(full()), ask());
}

#[test]
fn arrow_t11_the_cause_is_found_and_may_be_named_after_the_solution() {
    let story = investigating(full()).does("anna", found(FaultParty::CARRIER)).is(Stage::Investigating);
    assert_eq!(story.case.complaint().fault_party(), Some(FaultParty::CARRIER));
    for stage in [Stage::Resolved, Stage::FollowingUp] {
        at_stage(stage).does("anna", found(FaultParty::CARRIER)).is(stage);
    }
    not_from_here(proposed(full()), found(FaultParty::CARRIER));
}

#[test]
fn arrow_t12_what_the_customer_caused_is_explained() {
    investigating(full()).refused(
        "anna",
        customer_caused(),
        "the customer is not recorded as the party at fault; record that first, or give another answer",
    );
    let story = investigating(full())
        .does("anna", found(FaultParty::CUSTOMER))
        .does("anna", customer_caused())
        .is(Stage::Resolved)
        .does("anna", asked(Opinion::Satisfied))
        .does("anna", Command::Close);
    assert_eq!(story.case.closure().unwrap().kind, ClosureKind::ExplainedCustomerCaused);
    not_from_here(proposed(full()), customer_caused());
}

#[test]
fn arrow_t13_nothing_is_proposed_before_it_is_known_whose_fault_it_was() {
    let strict = || desk(Track::new().with_fault_before_proposal());
    let unknown = "the party at fault is not known; record it before proposing a remedy";
    investigating(strict())
        .refused("anna", Command::Propose(exchange()), unknown)
        .does("anna", found(FaultParty::UNDETERMINED))
        .refused("anna", Command::Propose(exchange()), unknown)
        .does("anna", found(FaultParty::COMPANY))
        .does("anna", Command::Propose(exchange()))
        .is(Stage::Proposed);
    let nothing = Proposal { alternatives: vec![], person_behind: None };
    investigating(full()).refused("anna", Command::Propose(nothing), "0 alternatives, expected at least 1");
    not_from_here(triaged(full()), Command::Propose(exchange()));
}

#[test]
fn a_proposal_after_an_explanation_that_did_not_satisfy_passes_the_same_guards() {
    let strict = desk(Track::new().with_fault_before_proposal());
    triaged(strict)
        .does("anna", not_established())
        .does("anna", Command::RecordDissatisfaction(going_on(Stage::Proposed)))
        .is(Stage::Proposed)
        .refused(
            "anna",
            Command::Amend(exchange()),
            "the party at fault is not known; record it before proposing a remedy",
        );
}

#[test]
fn whose_fault_it_was_is_asked_of_some_groups_of_causes_and_of_what_is_not_known() {
    let groups = [CauseGroup::PRODUCT_QUALITY];
    let track = || Track::new().with_fault_only_of(groups);
    let unknown = "the party at fault is not known; record it before proposing a remedy";
    let of = |cause| {
        let found = Findings::of(cause);
        investigating(desk(track())).does("anna", Command::Reclassify(found))
    };
    investigating(desk(track())).refused("anna", Command::Propose(exchange()), unknown);
    of(Cause::PRODUCT_QUALITY_SPOILED).refused("anna", Command::Propose(exchange()), unknown);
    of(Cause::SERVICE_ATTITUDE).does("anna", Command::Propose(exchange())).is(Stage::Proposed);
    // S01-R40, T13: in general the guard is for products alone.
    let general = |cause: Cause| {
        let json =
            format!(r#", "cause": "{cause}", "customer": "c-1", "demand": ["refund"], "text": "it broke""#);
        let owners = Routing::none().with_row(Row::owner(word!(RuleId, "all"), Department::CUSTOMER_SERVICE));
        let policy =
            GeneralHandling::new(calendar(), crate::cases::houses::all_general(), owners).build().unwrap();
        crate::cases::houses::looked_into(crate::cases::houses::on_monday(policy, &json))
    };
    general(Cause::PRODUCT_QUALITY_SPOILED).refused("anna", Command::Propose(exchange()), unknown);
    general(Cause::SERVICE_ATTITUDE).does("anna", Command::Propose(exchange())).is(Stage::Proposed);
}

#[test]
fn every_remedy_is_proposed_agreed_to_and_carried_out() {
    let with_consent = || investigating(desk(Track::new().with_consent()));
    for &remedy in Remedy::ALL {
        let story = with_consent()
            .does("anna", Command::Propose(Proposal::of(Offer::new(remedy))))
            .does("anna", Command::Offer);
        assert_eq!(story.case.offer().unwrap().remedies, [remedy]);
        story.does("anna", Command::Consent).does("anna", Command::Finish).is(Stage::Resolved);
    }
    let unknown = Proposal::of(Offer::new("acme:cake".parse().unwrap()));
    with_consent().refused(
        "anna",
        Command::Propose(unknown),
        "remedy `acme:cake` is not declared in the taxonomy, expected one of 24 words such as `exchange`, `repair` \
         or `reward`",
    );
}

#[test]
fn arrow_t14_a_proposal_is_submitted_where_somebody_has_to_approve_it() {
    proposed(full()).does("anna", Command::Submit).is(Stage::InApproval);
    proposed(desk(Track::new())).refused(
        "anna",
        Command::Submit,
        "the policy requires no approval for this; go on without one",
    );
    not_from_here(investigating(full()), Command::Submit);
}

#[test]
fn arrow_t15_what_was_submitted_goes_back_to_a_step_or_to_its_author() {
    let story = in_approval().does("mia", Command::Sign(on(1))).refused(
        "leo",
        back(Some("approve")),
        "the approval cannot be returned to step `approve`: it is not signed yet or not in the chain, expected \
         `review`",
    );
    let again = story.clone().does("leo", back(Some("review"))).is(Stage::InApproval);
    assert_eq!(again.case.approval(1).unwrap().signed().len(), 0);
    again.does("max", Command::Sign(on(1))).does("leo", Command::Sign(on(1))).is(Stage::Offered);
    story
        .does("leo", back(None))
        .is(Stage::Proposed)
        .refused("leo", back(None), "approval 1 is returned, expected an open one")
        .does("anna", Command::Submit)
        .is(Stage::InApproval);
}

#[test]
fn arrow_t16_the_last_signature_moves_the_case_on() {
    in_approval()
        .refused(
            "leo",
            Command::Sign(on(1)),
            "`leo` cannot sign step `review`: this requires the role `manager`, which roster `r-1` does not give them",
        )
        .does("mia", Command::Sign(on(1)))
        .is(Stage::InApproval)
        .does("leo", Command::Sign(on(1)))
        .is(Stage::Offered);
    proposed(desk(Track::new()).approvals(two_steps()))
        .does("anna", Command::Submit)
        .does("mia", Command::Sign(on(1)))
        .does("leo", Command::Sign(on(1)))
        .is(Stage::Executing);
}

#[test]
fn arrow_t17_what_nobody_has_to_approve_is_offered() {
    proposed(desk(Track::new().with_consent())).does("anna", Command::Offer).is(Stage::Offered);
    proposed(full()).refused("anna", Command::Offer, "this must first be approved by chain `two`");
    not_from_here(proposed(desk(Track::new())), Command::Offer);
}

#[test]
fn arrow_t18_an_objection_leads_to_the_next_alternative_or_back() {
    let object = || Command::Object(because("not this one"));
    let story = offered().does("anna", object()).is(Stage::Offered);
    assert_eq!(story.case.offer().unwrap().remedies, [Remedy::REFUND]);
    story
        .does("anna", object())
        .is(Stage::Proposed)
        .refused("anna", Command::Submit, "this cannot be done: there is no proposal")
        .does("anna", Command::Amend(Proposal::of(Offer::new(Remedy::REPAIR).with_amount(euros(0)))))
        .is(Stage::Proposed)
        .does("anna", Command::Submit)
        .is(Stage::InApproval);
    not_from_here(executing(), object());
}

#[test]
fn what_the_complainant_objected_to_is_not_offered_again() {
    let track = Track::new().with_consent().with_silence(Span::hours(48));
    let story = proposed(desk(track))
        .does("anna", Command::Offer)
        .does("anna", Command::Object(because("not this one")))
        .until("2025-03-14T10:00:00+08:00")
        .does("anna", Command::Lapse)
        .does("anna", Command::Offer)
        .is(Stage::Offered);
    assert_eq!(story.case.offer().unwrap().remedies, [Remedy::REFUND]);
}

#[test]
fn arrow_t19_the_complainant_agrees_before_anything_is_carried_out() {
    not_from_here(offered(), Command::Finish);
    let story = offered().does("anna", Command::Consent).is(Stage::Executing);
    assert!(story.case.has_consent());
    not_from_here(proposed(full()), Command::Consent);
}

#[test]
fn arrow_t20_what_nobody_is_asked_about_is_carried_out() {
    proposed(desk(Track::new())).does("anna", Command::CarryOut).is(Stage::Executing);
    proposed(desk(Track::new().with_consent())).refused(
        "anna",
        Command::CarryOut,
        "the complainant has not agreed yet; record their consent first",
    );
    proposed(full()).refused("anna", Command::CarryOut, "this must first be approved by chain `two`");
}

#[test]
fn arrow_t21_what_is_done_is_solved() {
    executing().does("anna", Command::Finish).is(Stage::Resolved);
    not_from_here(offered(), Command::Finish);
}

#[test]
fn arrow_t22_the_complainant_is_asked_afterwards() {
    let story = resolved().does("anna", asked(Opinion::Asked)).is(Stage::FollowingUp);
    story.does("anna", asked(Opinion::Satisfied)).is(Stage::FollowingUp);
    // Where the procedure does not ask, a contact is recorded and moves nothing.
    let quiet = proposed(desk(Track::new())).does("anna", Command::CarryOut).does("anna", Command::Finish);
    quiet.does("anna", asked(Opinion::Satisfied)).is(Stage::Resolved);
    let unknown = redress::case::command::FollowUpResult {
        kind: "acme:letter".parse().unwrap(),
        opinion: Opinion::Asked,
    };
    resolved().refused(
        "anna",
        Command::FollowUp(unknown),
        "follow-up `acme:letter` is not declared in the taxonomy, expected one of 11 words such as `effect-check`, \
         `thank-you` or `usage-visit`",
    );
}

#[test]
fn arrow_t23_who_is_not_satisfied_gets_another_proposal_or_investigation() {
    let unsatisfied = |to| Command::RecordDissatisfaction(going_on(to));
    for stage in [Stage::Resolved, Stage::FollowingUp] {
        let text = format!(
            "`record-dissatisfaction` cannot lead from `{stage}` to `closed`, expected `proposed` or `investigating`"
        );
        let story = at_stage(stage).refused("anna", unsatisfied(Stage::Closed), &text);
        let again = story.clone().does("anna", unsatisfied(Stage::Proposed)).is(Stage::Proposed);
        // What was done is past; the next alternative needs an approval of its own.
        assert_eq!(again.case.proposal().unwrap().alternatives.len(), 1);
        assert_eq!(again.case.remedy_approval(), None);
        story.does("anna", unsatisfied(Stage::Investigating)).is(Stage::Investigating);
    }
    not_from_here(closed(), unsatisfied(Stage::Proposed));
}

#[test]
fn arrow_t24_a_case_is_closed_when_everything_is_done() {
    resolved().refused(
        "anna",
        Command::Close,
        "follow-up contacts made: 0 of at least 1; contact the complainant again before closing",
    );
    let story = following_up().does("anna", Command::Close).is(Stage::Closed);
    assert_eq!(story.case.closure().unwrap().kind, ClosureKind::Resolved);
    // Without following up the closing comes after the solution.
    proposed(desk(Track::new()))
        .does("anna", Command::CarryOut)
        .does("anna", Command::Finish)
        .does("anna", Command::Close)
        .is(Stage::Closed);
    not_from_here(executing(), Command::Close);
}

#[test]
fn arrow_t25_what_has_no_solution_and_is_on_the_list_is_closed_by_force() {
    triaged(full())
        .refused(
            "anna",
            Command::ForceClose,
            "the complaint cannot be closed by force: this requires facts `on-forced-closure-list`, `no-solution-now`",
        )
        .does("anna", finding(Fact::ON_FORCED_CLOSURE_LIST, 1))
        .refused(
            "anna",
            Command::ForceClose,
            "the complaint cannot be closed by force: this requires fact `no-solution-now`",
        )
        .does("anna", finding(Fact::NO_SOLUTION_NOW, 1))
        .does("anna", Command::ForceClose)
        .is(Stage::Closed);
    triaged(desk(Track::new())).refused(
        "anna",
        Command::ForceClose,
        "the complaint cannot be closed by force: this policy has no forced closure",
    );
}

#[test]
fn arrow_t26_what_lasts_too_long_becomes_a_project() {
    let project = ClockRule::new(Clock::new(ClockName::PROJECT, Anchor::RECEIVED), Term::months(3));
    let story = dispatched(full().clock(project.with_part(ClockPart::Project)));
    let early = "the case cannot become a project yet: its project clock has not run out";
    story
        .refused("anna", Command::OpenProject, early)
        .until("2025-06-11T10:00:00+08:00")
        .refused("anna", Command::OpenProject, early)
        .until("2025-06-11T10:00:00.000000001+08:00")
        .does("anna", Command::OpenProject)
        .is(Stage::Dispatched)
        .refused("anna", Command::OpenProject, "`project` is already on record; it cannot be recorded twice");
    for &stage in Stage::ALL {
        let story = at_stage(stage);
        if is_open(stage) {
            story.does("anna", Command::OpenProject).is(stage);
        } else {
            not_from_here(story, Command::OpenProject);
        }
    }
}

fn closed_with(window: ReopeningWindow) -> Story {
    proposed(desk(Track::new().with_review().with_reopening(window)))
        .does("anna", Command::CarryOut)
        .does("anna", Command::Finish)
        .does("anna", Command::Close)
}

#[test]
fn arrow_t27_a_closed_case_is_taken_up_again_within_the_window() {
    let reopen = |to| Command::Reopen(going_on(to));
    let story = closed();
    story.clone().does("anna", reopen(Stage::Triaged)).is(Stage::Triaged);
    let again = story.clone().does("anna", reopen(Stage::Investigating)).is(Stage::Investigating);
    assert_eq!((again.case.reopening_count(), again.case.closures().len()), (1, 1));
    story.refused(
        "anna",
        reopen(Stage::Proposed),
        "`reopen` cannot lead from `closed` to `proposed`, expected `triaged` or `investigating`",
    );
    // Closed at 10:05; the last instant counts.
    let window = || closed_with(ReopeningWindow::within(Count::Elapsed(Span::hours(24))));
    window().until("2025-03-12T10:05:00+08:00").does("anna", reopen(Stage::Triaged));
    window().until("2025-03-12T10:05:00.000000001+08:00").refused(
        "anna",
        reopen(Stage::Triaged),
        "2025-03-12T02:05:00.000000001Z is too late, expected 2025-03-12T02:05:00Z or earlier",
    );
    closed_with(ReopeningWindow::Never).refused(
        "anna",
        reopen(Stage::Triaged),
        "this policy does not allow closed cases to be reopened; open a new case",
    );
    not_from_here(following_up(), reopen(Stage::Triaged));
}

#[test]
fn arrow_t28_a_review_ends_a_case() {
    closed().does("anna", Command::Review(lessons())).is(Stage::Reviewed);
    not_from_here(following_up(), Command::Review(lessons()));
    let without = proposed(desk(Track::new()))
        .does("anna", Command::CarryOut)
        .does("anna", Command::Finish)
        .does("anna", Command::Close);
    not_from_here(without, Command::Review(lessons()));
}

#[test]
fn arrow_t29_a_reviewed_case_is_taken_up_again_within_the_same_window() {
    let reopen = |to| Command::Reopen(going_on(to));
    reviewed().does("anna", reopen(Stage::Triaged)).is(Stage::Triaged);
    reviewed().does("anna", reopen(Stage::Investigating)).is(Stage::Investigating);
    // The window counts from the closing, not from the review.
    closed_with(ReopeningWindow::within(Count::Elapsed(Span::hours(24))))
        .until("2025-03-12T10:00:00+08:00")
        .does("anna", Command::Review(lessons()))
        .until("2025-03-12T10:06:00+08:00")
        .refused(
            "anna",
            reopen(Stage::Triaged),
            "2025-03-12T02:06:00Z is too late, expected 2025-03-12T02:05:00Z or earlier",
        );
}

#[test]
fn arrow_t30_an_offer_lapses_after_silence() {
    // Offered at 10:05 on Tuesday, 48 hours.
    offered()
        .until("2025-03-13T10:04:59.999999999+08:00")
        .refused(
            "anna",
            Command::Lapse,
            "2025-03-13T02:04:59.999999999Z is too early, expected 2025-03-13T02:05:00Z or later",
        )
        .until("2025-03-13T10:05:00+08:00")
        .does("anna", Command::Lapse)
        .is(Stage::Proposed);
    let endless = proposed(desk(Track::new().with_consent())).does("anna", Command::Offer);
    endless.refused(
        "anna",
        Command::Lapse,
        "this cannot be done: there is no time after which an offer lapses",
    );
    not_from_here(proposed(full()), Command::Lapse);
}

#[test]
fn silence_counts_from_the_offer_that_is_before_the_complainant() {
    let dearer = || Command::Amend(Proposal::of(Offer::new(Remedy::REFUND).with_amount(euros(90_000))));
    let text = "2025-03-13T03:00:00Z is too early, expected 2025-03-14T02:00:00Z or later";
    // Another objection, another offer, another approval: each time the complainant starts to think anew.
    let objected =
        offered().until("2025-03-12T10:00:00+08:00").does("anna", Command::Object(because("not this one")));
    let kept = proposed(desk(full_track()))
        .does("anna", Command::Offer)
        .until("2025-03-12T10:00:00+08:00")
        .does("anna", dearer());
    let approved_anew = offered()
        .does("anna", dearer())
        .until("2025-03-12T10:00:00+08:00")
        .does("mia", Command::Sign(on(1)))
        .does("leo", Command::Sign(on(1)));
    let asked_anew = proposed(desk(full_track()))
        .does("anna", Command::Offer)
        .does("anna", Command::Consent)
        .until("2025-03-12T10:00:00+08:00")
        .does("anna", dearer());
    let lapses_late = |story: Story| {
        story
            .is(Stage::Offered)
            .until("2025-03-13T11:00:00+08:00")
            .refused("anna", Command::Lapse, text)
            .until("2025-03-14T10:00:00+08:00")
            .does("anna", Command::Lapse);
    };
    lapses_late(objected);
    lapses_late(kept);
    lapses_late(approved_anew);
    lapses_late(asked_anew);
}

#[test]
fn arrow_t39_what_was_proposed_in_vain_is_looked_into_again() {
    // Without it a proposal that nobody approves, or that answers nothing, has no way on.
    let back = Command::Fail(going_on(Stage::Investigating));
    let story = proposed(full()).does("anna", back).is(Stage::Investigating);
    story.does("anna", not_established()).is(Stage::Resolved);
    let proposed_again = Command::Fail(going_on(Stage::Proposed));
    let refused = "`fail` cannot lead from `proposed` to `proposed`, expected `investigating`";
    proposed(full()).refused("anna", proposed_again, refused);
}

#[test]
fn arrow_t31_a_remedy_that_fails_leads_back() {
    let fail = |to| Command::Fail(going_on(to));
    let story = executing().does("anna", fail(Stage::Proposed)).is(Stage::Proposed);
    assert_eq!(
        story.case.proposal().unwrap(),
        &Proposal::of(Offer::new(Remedy::REFUND).with_amount(euros(4_900)))
    );
    // What was approved for the one is not approved for the other.
    story.refused("anna", Command::CarryOut, "this must first be approved by chain `two`");
    executing().does("anna", fail(Stage::Investigating)).is(Stage::Investigating);
    executing().refused(
        "anna",
        fail(Stage::Triaged),
        "`fail` cannot lead from `executing` to `triaged`, expected `proposed` or `investigating`",
    );
    not_from_here(resolved(), fail(Stage::Proposed));
}

#[test]
fn arrow_t32_a_complaint_is_taken_back_from_any_open_stage() {
    let withdraw = || Command::Withdraw(because("found it"));
    for &stage in Stage::ALL {
        let story = at_stage(stage);
        if is_open(stage) {
            let story = story.does("anna", withdraw()).is(Stage::Closed);
            assert_eq!(story.case.closure().unwrap().kind, ClosureKind::Withdrawn);
        } else {
            not_from_here(story, withdraw());
        }
    }
}

#[test]
fn arrow_t33_a_complaint_goes_on_in_another_case_from_any_open_stage() {
    for &stage in Stage::ALL {
        let story = at_stage(stage);
        if is_open(stage) {
            let story = story
                .refused("anna", merge("a-1"), "case `a-1` cannot be linked to itself; name another case")
                .does("anna", merge("b-2"))
                .is(Stage::Closed);
            assert_eq!(story.case.closure().unwrap().kind, ClosureKind::Merged);
            assert_eq!(story.case.merged_into(), Some("b-2".parse().unwrap()));
        } else {
            not_from_here(story, merge("b-2"));
        }
    }
}

#[test]
fn arrow_t34_a_complaint_is_closed_by_force_from_any_stage_before_a_proposal() {
    let known = || story_of(full(), ON_THE_LIST);
    known().does("anna", Command::ForceClose).is(Stage::Closed);
    known().does("anna", Command::Register).does("anna", Command::ForceClose).is(Stage::Closed);
    for stage in [Stage::Dispatched, Stage::Investigating] {
        at_stage(stage)
            .does("anna", finding(Fact::ON_FORCED_CLOSURE_LIST, 1))
            .does("anna", finding(Fact::NO_SOLUTION_NOW, 1))
            .does("anna", Command::ForceClose)
            .is(Stage::Closed);
    }
    for stage in [Stage::Proposed, Stage::InApproval, Stage::Offered, Stage::Executing, Stage::Resolved] {
        not_from_here(at_stage(stage), Command::ForceClose);
    }
}

#[test]
fn arrow_t35_a_refusal_ends_an_approval_when_nobody_else_could_sign() {
    in_approval()
        .does("mia", Command::RefuseToSign(on(1)))
        .is(Stage::InApproval)
        .refused(
            "mia",
            Command::Sign(on(1)),
            "`mia` cannot sign step `review`: the step was already refused by or for `mia`",
        )
        .does("max", Command::RefuseToSign(on(1)))
        .is(Stage::Proposed)
        .refused("max", Command::RefuseToSign(on(1)), "approval 1 is refused, expected an open one");
}

#[test]
fn arrow_t36_who_submitted_a_proposal_takes_it_back() {
    in_approval()
        .refused(
            "mia",
            Command::TakeBack(on(1)),
            "`mia` cannot take the approval back: only `anna`, who submitted it, can",
        )
        .does("anna", Command::TakeBack(on(1)))
        .is(Stage::Proposed)
        .refused("anna", Command::TakeBack(on(1)), "approval 1 is taken back, expected an open one");
}

#[test]
fn arrow_t37_an_amendment_asks_again_whoever_it_concerns() {
    let dearer = || Command::Amend(Proposal::of(Offer::new(Remedy::REFUND).with_amount(euros(90_000))));
    // Before it is submitted there is nothing to void.
    proposed(full()).does("anna", dearer()).is(Stage::Proposed);
    in_approval().does("anna", Command::Amend(two_offers())).is(Stage::InApproval);
    let voided = in_approval().does("mia", Command::Sign(on(1))).does("anna", dearer()).is(Stage::InApproval);
    assert_eq!(voided.case.approval(1).unwrap().signed().len(), 0);
    offered().does("anna", Command::Amend(two_offers())).is(Stage::Offered);
    offered().does("anna", dearer()).is(Stage::InApproval);
    executing().does("anna", dearer()).is(Stage::InApproval);
    // The same again: the signatures stay, and the complainant is asked anew.
    executing().does("anna", Command::Amend(two_offers())).is(Stage::Offered);
    let direct = || proposed(desk(Track::new())).does("anna", Command::CarryOut);
    direct().does("anna", dearer()).is(Stage::Executing);
    not_from_here(resolved(), dearer());
    proposed(full()).refused(
        "anna",
        Command::Amend(Proposal { alternatives: vec![], person_behind: None }),
        "0 alternatives, expected at least 1",
    );
}

#[test]
fn arrow_t38_another_category_or_fact_is_recorded_and_raises_what_it_has_to() {
    for stage in Stage::ALL.iter().copied().filter(|&stage| is_open(stage)) {
        at_stage(stage).does("anna", finding(Fact::MEDIA_EXPOSURE, 1)).is(stage);
    }
    for stage in [Stage::Closed, Stage::Reviewed] {
        not_from_here(at_stage(stage), finding(Fact::MEDIA_EXPOSURE, 1));
    }
    // Serious complaints take a second leader, whoever has signed before.
    let strict = || full().approvals(by_severity());
    let serious = || finding(Fact::MINUTES_LATE, 30);
    let open = proposed(strict()).does("anna", Command::Submit);
    open.clone().does("anna", serious()).is(Stage::InApproval);
    let offered = open.does("leo", Command::Sign(on(1))).is(Stage::Offered);
    offered
        .clone()
        .does("anna", serious())
        .is(Stage::InApproval)
        .does("mia", Command::Sign(on(1)))
        .is(Stage::Offered);
    offered.does("anna", Command::Consent).does("anna", serious()).is(Stage::InApproval);
}

/// A leader approves, and a manager too where it is serious.
fn by_severity() -> redress::approval::ApprovalTable {
    use redress::approval::{ApprovalTable, Chain, Signers, Step};
    use redress::vocab::course::{ApprovalAct, DecisionKind};
    use redress::vocab::{RuleId, Severity};
    use redress::word;
    let leader =
        || Step::new(word!(RuleId, "leader"), ApprovalAct::Approve, Signers::one(Role::LEADER_IN_CHARGE));
    let manager = Step::new(word!(RuleId, "manager"), ApprovalAct::Approve, Signers::one(Role::MANAGER));
    let grave =
        Chain::new(word!(RuleId, "grave"), DecisionKind::Remedy).with_from_severity(Severity::Serious);
    ApprovalTable::new()
        .with_chain(grave.with_step(leader()).with_step(manager))
        .with_chain(Chain::new(word!(RuleId, "plain"), DecisionKind::Remedy).with_step(leader()))
}

// The table as a whole.

/// Every track that the switches of the table can make.
fn tracks() -> Vec<Track> {
    let switches: [fn(Track) -> Track; 6] = [
        Track::without_triage,
        Track::without_dispatch,
        Track::with_consent,
        Track::with_review,
        Track::with_at_once,
        |track| track.with_follow_up(FollowUpRule::new(FollowUp::OPINION_REQUEST, 1)),
    ];
    let combine = |tracks: Vec<Track>, switch: fn(Track) -> Track| {
        tracks.into_iter().flat_map(|track| [track.clone(), switch(track)]).collect()
    };
    switches.into_iter().fold(vec![Track::new()], combine)
}

fn all_arrows(track: &Track) -> impl Iterator<Item = &'static Arrow> + '_ {
    ARROWS.iter().filter(move |arrow| arrow.only.is_of(track))
}

const WAYS: [Branch; 15] = [
    Branch::Only,
    Branch::StepsOpen,
    Branch::CompleteForConsent,
    Branch::Complete,
    Branch::Unreachable,
    Branch::ToStep,
    Branch::ToAuthor,
    Branch::AlternativeLeft,
    Branch::NoneLeft,
    Branch::ToProposal,
    Branch::ToInvestigation,
    Branch::ToTriage,
    Branch::Kept,
    Branch::Voided,
    Branch::AskedAnew,
];

#[test]
fn of_every_stage_action_and_outcome_there_is_at_most_one_arrow_and_step_agrees() {
    assert_eq!(tracks().len(), 64);
    for track in tracks() {
        for (&stage, &action) in
            Stage::ALL.iter().flat_map(|stage| Action::ALL.iter().map(move |a| (stage, a)))
        {
            let of_pair = |arrow: &&&Arrow| arrow.from == Some(stage) && arrow.action == action;
            let expected: Vec<&Arrow> = all_arrows(&track).filter(|arrow| of_pair(&arrow)).collect();
            assert_eq!(arrows(&track, stage, action).collect::<Vec<_>>(), expected);
            for way in WAYS {
                let of_way: Vec<Stage> =
                    expected.iter().filter(|arrow| arrow.way == way).map(|arrow| arrow.to).collect();
                assert!(of_way.len() <= 1, "{stage} {action} {way}");
                assert_eq!(step(&track, stage, (action, way)), of_way.first().copied());
            }
            // Where there is one outcome there is no other.
            let only = expected.iter().filter(|arrow| arrow.way == Branch::Only).count();
            assert!(only == 0 || expected.len() == 1, "{stage} {action}");
        }
    }
}

#[test]
fn every_stage_action_outcome_and_code_is_used() {
    let stages: BTreeSet<u8> = ARROWS.iter().map(|arrow| arrow.to as u8).collect();
    assert_eq!(stages.len(), Stage::ALL.len());
    assert!(WAYS.iter().all(|way| ARROWS.iter().any(|arrow| arrow.way == *way)));
    let codes: BTreeSet<&str> = ARROWS.iter().map(|arrow| arrow.code).collect();
    let numbered: BTreeSet<String> = (1..=41).map(|number| format!("T{number:02}")).collect();
    assert_eq!(codes, numbered.iter().map(String::as_str).collect());
    let track = full_track();
    let somewhere =
        |action: Action| Stage::ALL.iter().any(|&stage| actions(&track, stage).any(|a| a == action));
    let nowhere: Vec<Action> = Action::ALL.iter().copied().filter(|&action| !somewhere(action)).collect();
    // A case begins once.
    assert_eq!(nowhere, [Action::Receive]);
    // What the catalogue has comes from somewhere; what it has not is our choice.
    assert!(ARROWS.iter().all(|arrow| arrow.elements().is_empty() == (arrow.code > "T28")));
}

/// The stages that can be reached from one.
fn reached(track: &Track, from: Stage) -> BTreeSet<&'static str> {
    let (mut known, mut open) = (BTreeSet::from([from.as_str()]), vec![from]);
    while let Some(stage) = open.pop() {
        for arrow in all_arrows(track).filter(|arrow| arrow.from == Some(stage)) {
            if known.insert(arrow.to.as_str()) {
                open.push(arrow.to);
            }
        }
    }
    known
}

#[test]
fn on_every_track_each_stage_that_is_reached_reaches_the_end_and_none_that_is_switched_off_is_reached() {
    for track in tracks() {
        let stages = reached(&track, Stage::Received);
        for stage in Stage::ALL.iter().filter(|stage| stages.contains(stage.as_str())) {
            assert!(reached(&track, *stage).contains("closed"), "{stage} on {track:?}");
        }
        // By solving, too, and not by giving up alone.
        assert!(stages.contains("resolved"));
        let optional = [
            (Stage::Triaged, track.triage()),
            (Stage::Dispatched, track.dispatch()),
            (Stage::Offered, track.consent()),
            (Stage::FollowingUp, track.follow_up().is_some()),
            (Stage::Reviewed, track.review()),
        ];
        for (stage, has) in optional {
            assert_eq!(stages.contains(stage.as_str()), has, "{stage} on {track:?}");
        }
        let required = Stage::ALL.len() - optional.len() + optional.iter().filter(|(_, has)| *has).count();
        assert_eq!(stages.len(), required);
    }
}

#[test]
fn a_track_that_contradicts_itself_is_no_policy() {
    let faults = |track: Track| -> Vec<String> {
        let faults = desk(track).build().unwrap_err();
        faults.iter().map(ToString::to_string).collect()
    };
    let once = FollowUpRule::new(FollowUp::OPINION_REQUEST, 2).with_target(1);
    assert_eq!(
        faults(Track::new().with_follow_up(once).with_silence(Span::hours(48))),
        [
            "track: the target of 1 follow-ups is below the minimum of 2; use the minimum or more",
            "track: offers lapse, but the track has no stage `offered`; add the stage, or remove the lapse",
        ]
    );
    let unknown = "acme:guard".parse().unwrap();
    assert_eq!(
        faults(
            Track::new()
                .without_triage()
                .with_intake_review(Role::MANAGER)
                .with_permit(Action::Close, unknown)
        ),
        [
            "track: role `acme:guard` is not declared in the taxonomy, expected one of 17 words such as `manager`, `complainant` or `handler`",
            "track: the intake is reviewed, but the track has no stage `triaged`; add the stage, or remove the \
             review",
        ]
    );
    let letter = FollowUpRule::new("acme:letter".parse().unwrap(), 1);
    assert_eq!(
        faults(Track::new().with_follow_up(letter)),
        ["track: follow-up `acme:letter` is not declared in the taxonomy, expected one of 11 words such as \
             `effect-check`, `thank-you` or `usage-visit`",]
    );
}

// The page.

const PAGE: &str = "src/docs/course.md";

fn page() -> String {
    let mut page = String::from(
        "A case is at one of 13 stages, and each step follows an arrow of one table. The stages for triage, dispatch,
consent, follow-up and review are optional: the policy's [`Track`](crate::policy::Track) switches them on or off. If a
stage is off, the arrow into it is joined with the arrow out of it, and the conditions of both apply.

The policy's [`ApprovalTable`](crate::approval::ApprovalTable) tells whether a proposal needs approval. If it does, the
case takes arrow T14; if not, T17, or T20 if the complainant need not agree. Arrows T01 to T28 come from the procedures.
The others are our choice: they lead out of situations for which the procedures have no rule.

The table lists every arrow. [`course::mermaid`] draws the arrows of your own track.

If an action can lead to several stages, the outcome tells which. Some arrows exist only on certain tracks: those into,
out of and around an optional stage, and T05, which needs `at-once`.

| Arrow | From | Action | Outcome | To | Elements |
|---|---|---|---|---|---|
",
    );
    for arrow in ARROWS {
        let from = arrow.from.map_or("–", Stage::as_str);
        let way = if arrow.way == Branch::Only { String::new() } else { arrow.way.to_string() };
        let _ = writeln!(
            page,
            "| {} | {from} | {} | {way} | {} | {} |",
            arrow.code,
            arrow.action,
            arrow.to,
            arrow.elements().join(" "),
        );
    }
    page
}

#[test]
fn the_page_of_the_course_shows_the_table_as_it_is() {
    let page = page();
    if env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(PAGE, &page).unwrap();
    }
    assert_eq!(fs::read_to_string(PAGE).unwrap(), page, "UPDATE_GOLDEN=1 rewrites {PAGE}");
}

#[test]
fn a_diagram_draws_the_arrows_of_its_track_alone() {
    let plain = mermaid(&Track::new().without_triage().without_dispatch());
    for absent in ["triaged", "dispatched", "offered", "following_up", "reviewed"] {
        assert!(!plain.contains(absent), "{absent}");
    }
    assert!(plain.contains("    registered --> investigating: T09 start\n"));
    assert!(plain.ends_with("    closed --> [*]\n"));
    let full = mermaid(&full_track());
    assert!(full.contains("    executing --> in_approval: T38 reclassify (voided)\n"));
    assert!(full.ends_with("    reviewed --> [*]\n"));
}

// What somebody may do.

/// A generator of its own, so that a walk is the same everywhere.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }

    fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        *of.get(self.roll(of.len())).unwrap()
    }
}

/// The approval on which somebody can act, or else the last that is open: by that the rest is told.
fn approval_for(story: &Story, actor: &str, command: impl Fn(u32) -> Command) -> Command {
    let open =
        story.case.approvals().iter().filter(|a| a.state() == redress::case::approval::ApprovalState::Open);
    let numbers: Vec<u32> = open.map(redress::case::approval::Approval::number).collect();
    let able = numbers.iter().copied().find(|&number| story.try_to(actor, command(number)).is_ok());
    command(able.or(numbers.last().copied()).unwrap_or(1))
}

/// A command of an action whose payload is as sound as can be.
#[expect(clippy::too_many_lines, reason = "one arm an action")]
fn sound(story: &Story, actor: &str, action: Action, dice: &mut Dice) -> Command {
    let (case, now) = (&story.case, story.now);
    let fresh = format!("x-{}", case.revision());
    let to = match case.stage() {
        Stage::Closed | Stage::Reviewed => Stage::Investigating,
        _ => dice.pick(&[Stage::Proposed, Stage::Investigating]),
    };
    let sanction = SanctionProposal {
        person: who("sam"),
        part: Accountable::Direct,
        kind: Sanction::TRAINING,
        amount: Some(euros(case.revision())),
    };
    let department = *Department::ALL
        .iter()
        .find(|department| !case.contained_departments().iter().any(|(known, _)| known == *department))
        .unwrap_or(&Department::QUALITY);
    match action {
        Action::Receive => Command::Receive(Receipt {
            policy: case.policy().clone(),
            complaint: Box::new(said("A-1", "2025-03-11T10:00:00+08:00")),
            past: None,
        }),
        Action::Acknowledge => Command::Acknowledge,
        Action::Register => Command::Register,
        Action::Triage => triage(),
        Action::AnswerAtOnce => Command::AnswerAtOnce(because("at once")),
        Action::FindNotEstablished => not_established(),
        Action::Dispatch => dispatch(),
        Action::Redispatch => Command::Redispatch(dispatching()),
        Action::Start => start(),
        Action::AskCustomer => Command::AskCustomer(Question { note: note("why?"), samples: false }),
        Action::FindCause => {
            found(dice.pick(&[FaultParty::CUSTOMER, FaultParty::COMPANY, FaultParty::UNDETERMINED]))
        }
        Action::FindCustomerCaused => customer_caused(),
        Action::Propose => Command::Propose(two_offers()),
        Action::Submit => Command::Submit,
        Action::SendBack => approval_for(story, actor, |approval| {
            Command::SendBack(ApprovalReturn { approval, step: None, reason: note("not clear") })
        }),
        Action::Sign => approval_for(story, actor, |approval| Command::Sign(on(approval))),
        Action::RefuseToSign => approval_for(story, actor, |approval| Command::RefuseToSign(on(approval))),
        Action::WithdrawSignature => {
            approval_for(story, actor, |approval| Command::WithdrawSignature(on(approval)))
        }
        Action::Override => approval_for(story, actor, |approval| {
            Command::Override(redress::case::approval::ApprovalOverride {
                approval,
                reason: note("it burns"),
            })
        }),
        Action::TakeBack => approval_for(story, actor, |approval| Command::TakeBack(on(approval))),
        Action::Amend => Command::Amend(dice_proposal(dice)),
        Action::Offer => Command::Offer,
        Action::Object => Command::Object(because("no")),
        Action::Lapse => Command::Lapse,
        Action::Consent => Command::Consent,
        Action::CarryOut => Command::CarryOut,
        Action::Finish => Command::Finish,
        Action::Fail if story.case.stage() == Stage::Proposed => {
            Command::Fail(going_on(Stage::Investigating))
        }
        Action::Fail => Command::Fail(going_on(to)),
        Action::FollowUp => asked(dice.pick(&[Opinion::Satisfied, Opinion::Silent])),
        Action::RecordDissatisfaction => Command::RecordDissatisfaction(going_on(to)),
        Action::Close => Command::Close,
        Action::ForceClose => Command::ForceClose,
        Action::Withdraw => Command::Withdraw(because("never mind")),
        Action::Merge => merge("b-2"),
        Action::OpenProject => Command::OpenProject,
        Action::FinishProject => Command::FinishProject,
        Action::Reopen => Command::Reopen(going_on(to)),
        Action::Review => Command::Review(lessons()),
        Action::Promise => Command::Promise(Promise { until: now + chrono::TimeDelta::days(1) }),
        Action::Answer => Command::Answer(Message { next: None, automatic: false, note: None }),
        Action::HearCustomer => Command::HearCustomer(Message { next: None, automatic: false, note: None }),
        Action::NotifyProgress => Command::NotifyProgress(because("we are at it")),
        Action::Apologise => Command::Apologise(redress::case::command::Apology::default()),
        Action::Contain => {
            Command::Contain(DepartmentContainment { department, measures: vec![Containment::ISOLATE] })
        }
        Action::WaiveContainment => {
            Command::WaiveContainment(ContainmentWaiver { department, reason: note("no stock") })
        }
        Action::HandleGoods => {
            let place = case.goods_step().map_or(0, |step| step as usize + 1);
            Command::HandleGoods(GoodsProgress {
                step: *GoodsStep::ALL.get(place).unwrap_or(&GoodsStep::Disposed),
            })
        }
        Action::Recall => Command::Recall(RecallProgress {
            step: match case.recall_step() {
                None | Some(RecallStep::NotNeeded | RecallStep::Finished) => RecallStep::Needed,
                Some(RecallStep::Needed) => RecallStep::Started,
                Some(RecallStep::Started) => RecallStep::Finished,
            },
        }),
        Action::TakeAction => Command::TakeAction(MeasureProgress {
            measure: fresh.parse().unwrap(),
            step: MeasureStep::Planned,
            note: None,
        }),
        Action::RecordDiscipline => Command::RecordDiscipline(DisciplineRecord {
            discipline: Discipline::D0,
            note: note("team of three"),
        }),
        Action::ProposeSanction => Command::ProposeSanction(sanction),
        Action::DecideSanction => {
            Command::DecideSanction(case.proposed_sanctions().first().cloned().unwrap_or(sanction))
        }
        Action::HoldBilling => Command::HoldBilling,
        Action::ReleaseBilling => Command::ReleaseBilling,
        Action::TakeAccidentStep => {
            let place = case.accident_step().map_or(0, |step| step as usize + 1);
            let step = *AccidentStep::ALL.get(place).unwrap_or(&AccidentStep::Bill);
            Command::TakeAccidentStep(AccidentProgress { step })
        }
        Action::Thank => Command::Thank(ThanksLetter { occasion: ThanksOccasion::CUSTOMER_HELPED }),
        Action::Reclassify => finding(dice.pick(&[Fact::MINUTES_LATE, Fact::FAILED_REPAIRS]), 40),
        Action::Correct => Command::Correct(Correction {
            event: Anchor::RECEIVED,
            from: case.complaint().received(),
            to: case.complaint().received() - chrono::TimeDelta::seconds(1),
            reason: note("the letter lay in the hall"),
        }),
        Action::Happen => {
            Command::Happen(AnchorEvent { event: Anchor::INSTALLED, at: now, department: None })
        }
        Action::Pause => Command::Pause(pausing()),
        Action::Resume => Command::Resume(pausing()),
        Action::Extend => Command::Extend(ClockExtension {
            clock: ClockName::CLOSURE,
            department: None,
            reason: ExtensionReason::COMPLEX_CASE,
            change: ExtensionAmount::Add(redress::case::command::TimeAmount::CalendarDays(1)),
            told: None,
        }),
        Action::Apply => Command::Apply(ApprovalSubject::ForcedClosure),
        Action::Relax => Command::Relax(because("all agree")),
        Action::Link => Command::Link(CaseLink { case: other_case(&fresh), relation: Relation::Related }),
        Action::Note => Command::Note(because("seen")),
        Action::Deliver => {
            let outlook = Outlook::of(case, &story.policy, now);
            let duty = outlook.owed(now).map(|owed| owed.key).find(DutyKey::is_passed_on);
            Command::Deliver(Delivery {
                duty: duty.unwrap_or(DutyKey::of(Duty::BrokenPromise, 99)),
                to: vec![who("leo")],
            })
        }
        Action::MovePolicy => {
            Command::MovePolicy(PolicyMove { to: case.policy().clone(), reason: note("a new version") })
        }
    }
}

fn pausing() -> ClockPause {
    ClockPause { reason: PauseReason::AWAITING_CUSTOMER, clock: None, at: None }
}

fn dice_proposal(dice: &mut Dice) -> Proposal {
    let minor = dice.pick(&[100, 4_900, 90_000]);
    Proposal::of(Offer::new(Remedy::REFUND).with_amount(euros(minor)))
}

/// Whether a refusal is about what the command carries: a payload as sound as can be may be unsound all the same.
fn is_about_the_payload(action: Action, refusal: &Refusal) -> bool {
    let of_clock =
        matches!(action, Action::Pause | Action::Resume | Action::Extend | Action::Correct | Action::Happen);
    let clock = matches!(refusal, Refusal::Clock(_) | Refusal::NoSuchClock { .. } | Refusal::HowMany { .. });
    let no_matter = Refusal::NoSuch {
        what: "open case; only a sanction, a corrective action or a recall can be approved after the end",
    };
    let matter =
        matches!(refusal, Refusal::NothingToApprove | Refusal::ApprovalOpen { .. }) || *refusal == no_matter;
    (of_clock && clock) || (action == Action::Apply && matter)
}

#[test]
fn what_is_said_to_be_allowed_is_decided_and_what_is_not_is_refused_for_the_same_reason() {
    let mut visited = BTreeSet::new();
    let mut taken = BTreeSet::new();
    let plain = || desk(Track::new().with_promises().with_effect_check());
    let strict = || full().approvals(by_severity());
    let policies = [full().build(), plain().build(), strict().build()];
    for walk in 0..30_usize {
        let policy = policies[walk % policies.len()].clone().unwrap();
        let mut dice = Dice(u64::try_from(walk).unwrap() + 1);
        let mut story = Story::new(policy);
        for _ in 0..60 {
            visited.insert(story.case.stage().as_str());
            let actor = dice.pick(&["anna", "anna", "mia", "max", "leo", "lea"]);
            let answers =
                Office::new(&story.policy, &story.roster).allowed(&story.case, who(actor), story.now);
            assert_eq!(answers.iter().map(|answer| answer.action).collect::<Vec<_>>(), Action::ALL);
            let mut possible = Vec::new();
            for answer in answers {
                let command = sound(&story, actor, answer.action, &mut dice);
                assert_eq!(command.action(), answer.action);
                let decided = story.try_to(actor, command.clone());
                match (answer.refusal, decided) {
                    (None, Ok(decision)) => possible.push((answer.action, decision)),
                    (None, Err(refusal)) => {
                        assert!(
                            is_about_the_payload(answer.action, &refusal),
                            "{}: {refusal}",
                            answer.action
                        );
                    }
                    (Some(said), Err(refusal)) => {
                        // Without an open approval each number is refused for what it is.
                        let none = said.to_string() == "this cannot be done: there is no open approval";
                        assert!(none || said == refusal, "{}: {said} / {refusal}", answer.action);
                    }
                    (Some(said), Ok(_)) => panic!("{} is decided, and was said: {said}", answer.action),
                }
            }
            // What moves the case on is taken more often than what stays.
            let moving: Vec<usize> = (0..possible.len())
                .filter(|&index| moves(&possible[index].1) && !is_an_end(possible[index].0))
                .collect();
            let chosen = if !moving.is_empty() && dice.roll(3) > 0 {
                dice.pick(&moving)
            } else {
                dice.roll(possible.len())
            };
            let (action, decision) = possible.swap_remove(chosen);
            if is_an_end(action) && dice.roll(4) > 0 {
                continue;
            }
            let before = story.case.stage();
            story.record(&decision);
            taken.insert(action.as_str());
            // The walk stays on the table.
            let after = story.case.stage();
            let on_table = arrows(story.policy.track(), before, action).any(|arrow| arrow.to == after);
            let beside =
                before == after && actions(story.policy.track(), before).any(|other| other == action);
            assert!(on_table || beside, "{before} {action} {after}");
            story.now += chrono::TimeDelta::minutes(i64::try_from(dice.roll(600)).unwrap());
        }
        assert_eq!(Case::replay(&story.policy, story.case.events()).unwrap(), story.case);
    }
    assert_eq!(visited.len(), Stage::ALL.len(), "{visited:?}");
    // Nearly every action was taken on the way.
    assert!(taken.len() > 50, "{taken:?}");
}

fn moves(decision: &redress::case::Decision) -> bool {
    decision.events().iter().any(|event| matches!(event.what, redress::case::EventKind::Moved(_)))
}

const fn is_an_end(action: Action) -> bool {
    matches!(action, Action::Withdraw | Action::Merge | Action::ForceClose)
}
