//! No case is stuck, and nothing is lost on the way: what a receipt lacks is added, what was not stated is stated.

use redress::approval::{ApprovalTable, Chain, Holding, Roster, Signers, Step};
use redress::case::approval::{ApprovalState, ApprovalSubject};
use redress::case::clock::OpenDuty;
use redress::case::command::{
    AnchorEvent, CaseSummary, ClockExtension, Continuation, Delivery, DutyKey, ExtensionAmount, Findings,
    Merger, Offer, PolicyMove, Proposal,
};
use redress::case::track::{DepartmentContainment, SanctionProposal};
use redress::case::{Command, Office, Refusal};
use redress::deadline::rule::{ExtensionRule, Warning};
use redress::deadline::{Clock, Count, Term};
use redress::policy::routing::Row;
use redress::policy::track::{ForcedClosure, ForcedClosureTest};
use redress::policy::{ClockRule, Policy, PolicyBuilder, PolicyVersion, Routing, Track};
use redress::taxonomy::Taxonomy;
use redress::vocab::course::{ApprovalAct, DecisionKind, Duty, ExtensionReason};
use redress::vocab::track::{Accountable, Containment, Sanction};
use redress::vocab::{
    Anchor, Category, Channel, Classification, ClockName, Department, Fact, FormField, Remedy, Role, RuleId,
    Stage, Standing,
};
use redress::{Private, word};

use crate::cases::support::*;

const MANAGER: Role = Role::MANAGER;

fn one(id: RuleId, role: Role) -> Step {
    Step::new(id, ApprovalAct::Approve, Signers::one(role))
}

fn roster_of<const N: usize>(holders: [(&str, Role); N]) -> Roster {
    let held = holders.into_iter().map(|(id, role)| Holding::new(who(id), role));
    held.fold(Roster::builder("r-9"), redress::approval::RosterBuilder::holding).build().unwrap()
}

fn with(story: Story, roster: Roster) -> Story {
    Story { roster, ..story }
}

fn reclassified(findings: Findings) -> Command {
    Command::Reclassify(findings)
}

#[test]
fn what_a_receipt_lacks_is_added_before_it_is_registered() {
    let wanted = [FormField::COMPLAINANT, FormField::CHANNEL, FormField::NARRATIVE];
    let policy = desk(Track::new().with_required(wanted)).build().unwrap();
    let added = Findings {
        words: Classification::of(Channel::PHONE),
        complainant: Some("c-7".parse().unwrap()),
        text: Some(Private::new("the lift stands still".into())),
        ..Findings::default()
    };
    let story = Story::new(policy)
        .refused(
            "anna",
            Command::Register,
            "the form is not complete; fill in `complainant`, `channel`, `narrative`",
        )
        .does("anna", reclassified(added))
        .is(Stage::Received)
        .does("anna", Command::Register)
        .is(Stage::Registered);
    assert_eq!(story.case.complaint().narrative().unwrap().reveal(), "the lift stands still");
    let long = Findings { text: Some(Private::new("x".repeat(20_001))), ..Findings::default() };
    story.refused("anna", reclassified(long), "20001 bytes of narrative, expected at most 20000");
}

/// A day to close, with a warning six hours before.
fn warned() -> Policy {
    let clock = Clock::new(ClockName::CLOSURE, Anchor::RECEIVED)
        .with_warning(Warning::Lead(Count::Elapsed(redress::calendar::Span::hours(6))))
        .with_extension(ExtensionRule::new(ExtensionReason::COMPLEX_CASE));
    let term = Term::elapsed(redress::calendar::Span::hours(24));
    Policy::builder("desk")
        .version("1")
        .calendar(calendar())
        .routing(Routing::none().with_row(Row::owner(word!(RuleId, "all"), Department::CUSTOMER_SERVICE)))
        .clock(ClockRule::new(clock, term))
        .build()
        .unwrap()
}

fn warnings(story: &Story) -> Vec<OpenDuty> {
    story.outlook().owed(story.now).filter(|owed| owed.key.duty == Duty::Warning).collect()
}

#[test]
fn a_later_date_is_warned_of_again() {
    let told = |key: DutyKey| Command::Deliver(Delivery { duty: key, to: vec![who("mia")] });
    let story = Story::new(warned()).until("2025-03-12T04:30:00+08:00");
    let [first] = warnings(&story)[..] else { panic!("one warning is owed") };
    let story = story.does("anna", told(first.key));
    assert_eq!(warnings(&story), []);
    let longer = ClockExtension {
        clock: ClockName::CLOSURE,
        department: None,
        reason: ExtensionReason::COMPLEX_CASE,
        change: ExtensionAmount::Add(redress::case::command::TimeAmount::Minutes(48 * 60)),
        told: None,
    };
    let story = story.does("anna", Command::Extend(longer));
    assert_eq!(warnings(&story), []);
    let before = story.until("2025-03-14T03:59:59+08:00");
    assert_eq!(warnings(&before), []);
    let again = before.until("2025-03-14T04:00:00+08:00");
    let [second] = warnings(&again)[..] else { panic!("the new date is warned of") };
    assert_eq!(second.since, at("2025-03-14T04:00:00+08:00"));
    assert_eq!(warnings(&again.does("anna", told(second.key))), []);
}

#[test]
fn what_has_a_proposal_keeps_its_clocks_whatever_is_found_of_it() {
    let test = ForcedClosure::new(ForcedClosureTest::ListAndNoSolution);
    let policy = desk(Track::new()).forced_closure(test).build().unwrap();
    let found =
        Findings::default().with_fact(Fact::ON_FORCED_CLOSURE_LIST, 1).with_fact(Fact::NO_SOLUTION_NOW, 1);
    let story = Story::new(policy)
        .investigating()
        .does("anna", Command::Propose(exchange()))
        .does("anna", reclassified(found.clone()))
        .until("2025-04-11T10:00:00+08:00");
    assert_eq!(story.outlook().standing(story.now), Ok(Some(Standing::Unclosed)));
    // Back in the investigation it can be closed by force again, and what is found then says so.
    let back = story
        .does("anna", Command::CarryOut)
        .does("anna", Command::Fail(Continuation::to(Stage::Investigating, note("it broke again"))))
        .does("anna", reclassified(found.with_fact(Fact::HOTLINE_TRIES, 1)));
    assert!(back.case.clocks(&back.policy, back.now).iter().any(redress::case::clock::CaseClock::is_exempt));
}

/// An apology takes nobody's signature, 10,000 and more the manager's.
fn by_amount() -> ApprovalTable {
    let free = Chain::new(word!(RuleId, "apology"), DecisionKind::Remedy)
        .with_remedies([Remedy::APOLOGY])
        .with_nobody_signs();
    let large = Chain::new(word!(RuleId, "large"), DecisionKind::Remedy)
        .with_above(euros(1_000_000))
        .with_step(one(word!(RuleId, "line"), MANAGER));
    let small = Chain::new(word!(RuleId, "small"), DecisionKind::Remedy).with_nobody_signs();
    ApprovalTable::new().with_chain(free).with_chain(large).with_chain(small)
}

#[test]
fn what_was_carried_out_without_an_amount_is_stated_once() {
    let refund = |minor| Proposal::of(Offer::new(Remedy::REFUND).with_amount(euros(minor)));
    let spent = |minor| reclassified(Findings { spent: Some(euros(minor)), ..Findings::default() });
    let story = Story::new(desk(Track::new()).approvals(by_amount()).build().unwrap())
        .investigating()
        .refused("anna", spent(1), "this cannot be done: there is no remedy whose cost is still to be stated")
        .does("anna", Command::Propose(Proposal::of(Offer::new(Remedy::APOLOGY))))
        .does("anna", Command::CarryOut)
        .does("anna", Command::Fail(Continuation::to(Stage::Investigating, note("they want money"))))
        .does("anna", Command::Propose(refund(400_000)));
    assert_eq!(story.case.approval_amounts(), None);
    assert!(matches!(story.try_to("anna", Command::CarryOut), Err(Refusal::ApprovalUnknown(_))));
    let story =
        story.refused("anna", spent(0), "`anna` is involved in this case; somebody who is not must do this");
    let nothing = story.clone().does("mia", spent(0));
    assert_eq!(nothing.case.approval_amounts(), Some(vec![euros(400_000)]));
    nothing.does("anna", Command::CarryOut).is(Stage::Executing);
    // What it came to counts beside what follows.
    let dear = story.does("mia", spent(700_000));
    assert_eq!(dear.case.approval_amounts(), Some(vec![euros(1_100_000)]));
    dear.refused("anna", Command::CarryOut, "this must first be approved by chain `large`").refused(
        "mia",
        spent(1),
        "this cannot be done: there is no remedy whose cost is still to be stated",
    );
}

#[test]
fn each_remedy_without_an_amount_is_stated_by_itself() {
    let spent = |minor| reclassified(Findings { spent: Some(euros(minor)), ..Findings::default() });
    let apology = || Command::Propose(Proposal::of(Offer::new(Remedy::APOLOGY)));
    let again = || Command::Fail(Continuation::to(Stage::Investigating, note("not enough")));
    let story = Story::new(desk(Track::new()).approvals(by_amount()).build().unwrap())
        .investigating()
        .does("anna", apology())
        .does("anna", Command::CarryOut)
        .does("anna", again())
        .does("anna", apology())
        .does("anna", Command::CarryOut)
        .does("anna", again())
        .does("mia", spent(100));
    assert_eq!((story.case.approval_amounts(), story.case.carried_out()), (None, None));
    let story = story.does("mia", spent(200));
    assert_eq!(story.case.carried_out(), Some(vec![euros(300)]));
}

#[test]
fn what_another_case_came_to_without_an_amount_is_not_nothing() {
    let other = Story::of(
        desk(Track::new()).approvals(by_amount()).build().unwrap(),
        said("B-1", "2025-03-10T10:00:00+08:00"),
    )
    .investigating()
    .does("anna", Command::Propose(Proposal::of(Offer::new(Remedy::APOLOGY))))
    .does("anna", Command::CarryOut)
    .does("anna", Command::Finish);
    let summary = other.case.summary(&other.policy);
    assert!(summary.unstated);
    let linked = redress::case::command::CaseLink {
        case: summary,
        relation: redress::vocab::course::Relation::Related,
    };
    let refund = Proposal::of(Offer::new(Remedy::REFUND).with_amount(euros(900_000)));
    let story = Story::new(desk(Track::new()).approvals(by_amount()).build().unwrap())
        .investigating()
        .does("anna", Command::Link(linked))
        .does("anna", Command::Propose(refund));
    assert!(matches!(story.try_to("anna", Command::CarryOut), Err(Refusal::ApprovalUnknown(_))));
}

#[test]
fn what_is_to_be_closed_by_force_is_not_explained_away_without_its_clocks() {
    let test = ForcedClosure::new(ForcedClosureTest::ListAndNoSolution);
    let policy = desk(Track::new()).forced_closure(test).build().unwrap();
    let found = |solution| {
        let found = Findings::default().with_fact(Fact::ON_FORCED_CLOSURE_LIST, 1);
        reclassified(found.with_fact(Fact::NO_SOLUTION_NOW, solution))
    };
    let explained = crate::cases::course::not_established;
    let story = Story::new(policy)
        .investigating()
        .does("anna", found(1))
        .until("2025-09-11T10:00:00+08:00")
        .refused(
            "anna",
            explained(),
            "the complaint meets the test for forced closure; close it by force, or record first that there is a \
             solution",
        )
        .does("anna", found(0))
        .does("anna", explained())
        .does("anna", Command::Close);
    assert_eq!(story.outlook().standing(story.now), Ok(Some(Standing::ClosedLate)));
}

#[test]
fn who_is_complained_about_takes_nothing_back() {
    let table = ApprovalTable::new().with_chain(
        Chain::new(word!(RuleId, "only"), DecisionKind::Remedy)
            .with_step(one(word!(RuleId, "line"), MANAGER)),
    );
    let found = Findings { staff: Some(who("bob")), ..Findings::default() };
    let story = Story::new(desk(Track::new()).approvals(table).build().unwrap())
        .investigating()
        .does("anna", reclassified(found))
        .does("anna", Command::Propose(exchange()))
        .does("anna", Command::Submit);
    let stuck = with(story, roster_of([("mia", Role::HANDLER)]));
    stuck
        .refused(
            "bob",
            Command::TakeBack(on(1)),
            "`bob` may not `take-back`: the complaint is about them; somebody else must do this",
        )
        .does("ben", Command::TakeBack(on(1)));
}

/// A clock of 24 hours for each department, from its receipt to its measure.
fn containing() -> Policy {
    let clock = Clock::new(ClockName::CONTAINMENT, Anchor::DEPARTMENT_RECEIVED);
    let rule = ClockRule::new(clock, Term::elapsed(redress::calendar::Span::hours(24)))
        .with_scope(redress::policy::clock::ClockScope::Department);
    edition("1", Track::new().with_containment()).clock(rule).build().unwrap()
}

#[test]
fn what_was_contained_before_the_department_had_the_message_is_contained() {
    let measure =
        DepartmentContainment { department: Department::QUALITY, measures: vec![Containment::REWORK] };
    let story = Story::new(containing())
        .does("anna", Command::Register)
        .does("anna", Command::Triage(Findings::default()))
        .does("anna", Command::Dispatch(dispatching()))
        .does("anna", Command::Contain(measure))
        .until("2025-03-11T11:00:00+08:00")
        .does(
            "anna",
            Command::Start(redress::case::command::InvestigationStart { department: None, received: None }),
        )
        .until("2025-03-20T12:00:00+08:00");
    let clocks = story.case.clocks(&story.policy, story.now);
    let contained = clocks.iter().find(|clock| clock.name() == ClockName::CONTAINMENT).unwrap();
    let reading = contained.reading(&story.policy, story.now);
    assert!(reading.first_breach().is_none() && reading.missed().is_none(), "{:?}", reading.status());
    let of_containment = |owed: &OpenDuty| owed.key.clock == Some(ClockName::CONTAINMENT);
    assert_eq!(story.outlook().owed(story.now).filter(of_containment).count(), 0);
}

#[test]
fn by_another_policy_nothing_is_known_and_that_is_said() {
    let (old, new) =
        (edition("1", Track::new()).build().unwrap(), edition("2", Track::new()).build().unwrap());
    let story = Story::new(old).until("2025-09-11T10:00:00+08:00");
    assert_eq!(story.outlook().standing(story.now), Ok(Some(Standing::Unclosed)));
    let other = redress::case::Outlook::of(&story.case, &new, story.now);
    let text =
        "the case belongs to another policy or version; use the version that it was received by or moved to";
    assert_eq!(other.standing(story.now).unwrap_err().to_string(), text);
    assert_eq!(redress::case::clock::standing(&story.case, &new, story.now).unwrap_err().to_string(), text);
    assert_eq!(
        other.owed(story.now).map(|owed| owed.key.duty).collect::<Vec<_>>(),
        [Duty::UndeterminedClock]
    );
}

#[test]
fn what_nobody_who_is_left_can_sign_is_taken_back_by_anybody() {
    let table = ApprovalTable::new().with_chain(
        Chain::new(word!(RuleId, "only"), DecisionKind::Remedy)
            .with_step(one(word!(RuleId, "line"), MANAGER)),
    );
    let story =
        with(Story::new(desk(Track::new()).approvals(table).build().unwrap()), roster_of([("mia", MANAGER)]))
            .investigating()
            .does("anna", Command::Propose(exchange()))
            .does("anna", Command::Submit);
    let on_it = || Command::TakeBack(on(1));
    let story = story.refused(
        "ben",
        on_it(),
        "`ben` cannot take the approval back: only `anna`, who submitted it, can",
    );
    with(story, roster_of([("mia", Role::HANDLER)])).does("ben", on_it()).is(Stage::Proposed);
}

fn fine(kind: Sanction, minor: u64) -> SanctionProposal {
    SanctionProposal { person: who("dora"), part: Accountable::Direct, kind, amount: Some(euros(minor)) }
}

#[test]
fn several_small_sanctions_of_one_person_are_one_large_one() {
    let sanctions = |id, steps: &[Step]| {
        steps.iter().cloned().fold(Chain::new(id, DecisionKind::Sanction), Chain::with_step)
    };
    let (line, leader) =
        (one(word!(RuleId, "line"), MANAGER), one(word!(RuleId, "leader"), Role::LEADER_IN_CHARGE));
    let table = ApprovalTable::new()
        .with_chain(sanctions(word!(RuleId, "large"), &[line.clone(), leader]).with_above(euros(10_000)))
        .with_chain(sanctions(word!(RuleId, "small"), &[line]));
    let roster = roster_of([("mia", MANAGER), ("leo", Role::LEADER_IN_CHARGE)]);
    let apply = |sanction| Command::Apply(ApprovalSubject::Sanction(sanction));
    let (first, second) = (fine(Sanction::PENALTY, 6_000), fine(Sanction::BONUS_DEDUCTION, 6_000));
    let other = SanctionProposal { person: who("emil"), ..second.clone() };
    let story = with(Story::new(desk(Track::new()).approvals(table).build().unwrap()), roster)
        .investigating()
        .does("anna", Command::ProposeSanction(first.clone()))
        .does("anna", Command::ProposeSanction(second.clone()))
        .does("anna", apply(first.clone()))
        .does("mia", Command::Sign(on(1)))
        .does("anna", Command::DecideSanction(first))
        .does("anna", apply(second.clone()))
        .does("anna", apply(other));
    let chain = |number| story.case.approval(number).unwrap().chain();
    assert_eq!(
        [chain(1), chain(2), chain(3)],
        [word!(RuleId, "small"), word!(RuleId, "large"), word!(RuleId, "small")]
    );
    let story = story.does("mia", Command::Sign(on(2))).refused(
        "anna",
        Command::DecideSanction(second.clone()),
        "this must first be approved by chain `large`",
    );
    let done = story.does("leo", Command::Sign(on(2))).does("anna", Command::DecideSanction(second));
    assert_eq!(done.case.approval(2).unwrap().state(), ApprovalState::Used);
}

#[test]
fn a_merged_case_that_is_taken_up_again_counts_the_other_one() {
    let other = CaseSummary {
        complained_about: Vec::new(),
        complainants: Vec::new(),
        handled_by: Vec::new(),
        complainant_keys: Vec::new(),
        id: "b-2".parse().unwrap(),
        unstated: false,
        amounts: vec![euros(900_000)],
        received: at("2025-03-11T09:00:00+08:00"),
        due: Vec::new(),
    };
    let refund = Proposal::of(Offer::new(Remedy::REFUND).with_amount(euros(200_000)));
    let story = Story::new(desk(Track::new()).approvals(by_amount()).build().unwrap())
        .investigating()
        .does("anna", Command::Merge(Merger { into: other, reason: note("the same") }));
    assert_eq!(story.case.merged_into(), Some("b-2".parse().unwrap()));
    let again = story.does("anna", Command::Reopen(going_on(Stage::Investigating)));
    assert_eq!(again.case.merged_into(), None);
    again.does("anna", Command::Propose(refund)).refused(
        "anna",
        Command::CarryOut,
        "this must first be approved by chain `large`",
    );
}

fn edition(version: &'static str, track: Track) -> PolicyBuilder {
    Policy::builder("desk")
        .version(version)
        .calendar(calendar())
        .routing(Routing::none().with_row(Row::owner(word!(RuleId, "all"), Department::CUSTOMER_SERVICE)))
        .clock(closure())
        .track(track)
}

/// Goes on by another policy.
#[track_caller]
fn moved(mut story: Story, to: Policy) -> Result<Story, Refusal> {
    let moving = PolicyMove { to: PolicyVersion::of(&to), reason: note("the new edition") };
    let request = story.request("anna", Command::MovePolicy(moving));
    let decision = Office::new(&story.policy, &story.roster).decide_move(&story.case, &to, request)?;
    story.case = story.case.after(&decision).unwrap();
    Ok(Story { policy: to, ..story })
}

#[test]
fn a_department_that_got_the_complaint_contains_it_whatever_the_new_policy_calls_its_own() {
    let track = || Track::new().with_containment();
    let few = Taxonomy::standard().with_only(&[Department::CUSTOMER_SERVICE]);
    let new = edition("2", track()).taxonomy(few).build().unwrap();
    let contain = |department| {
        Command::Contain(DepartmentContainment { department, measures: vec![Containment::REWORK] })
    };
    // It is dispatched to quality.
    let story = Story::new(edition("1", track()).build().unwrap()).investigating();
    let mut story = moved(story, new).unwrap();
    assert!(story.try_to("anna", contain(Department::SALES)).is_err());
    let decision = story.try_to("anna", contain(Department::QUALITY)).unwrap();
    story.record(&decision);
    assert_eq!(story.case.contained_departments().len(), 1);
}

#[test]
fn a_move_counts_among_the_changes_of_targets() {
    let version: Vec<&'static str> = vec!["2", "3"];
    let mut story = Story::new(edition("1", Track::new()).build().unwrap());
    let mut moves = 0;
    let refused = loop {
        let to = edition(version[moves % 2], Track::new()).build().unwrap();
        match moved(story.clone(), to) {
            Ok(next) => (story, moves) = (next, moves + 1),
            Err(refusal) => break refusal,
        }
    };
    assert!(moves > 2);
    assert_eq!(refused.to_string(), "33 changes of targets, expected at most 32");
}

#[test]
fn steps_of_the_course_do_not_use_up_the_events_of_others() {
    let happened = |minute: u32| {
        let at = at("2025-03-10T10:00:00+08:00") + chrono::TimeDelta::minutes(i64::from(minute));
        Command::Happen(AnchorEvent { event: Anchor::INSTALLED, at, department: None })
    };
    let mut story = Story::new(desk(Track::new()).build().unwrap()).investigating();
    for minute in 0..200 {
        let decision = story.try_to("anna", happened(minute)).unwrap();
        story.record(&decision);
    }
    story.refused("anna", happened(200), "201 events, expected at most 200");
}

#[test]
fn a_word_that_is_no_category_of_the_policy_is_still_refused_at_receipt() {
    let few = Taxonomy::standard().with_only(&[Category::SPARE_PARTS]);
    let policy = edition("1", Track::new()).taxonomy(few).build().unwrap();
    let found = Findings::of(Category::SALES_PROCESS);
    let refused = Story::new(policy).try_to("anna", reclassified(found)).unwrap_err();
    assert!(refused.to_string().starts_with("category `sales-process` is not declared"), "{refused}");
}
