//! Approvals in a case: who signs, who never does, what an amendment voids.

use redress::approval::signing::{AmendmentEffect, AmendmentRule, TimeLimit};
use redress::approval::{ApprovalTable, Chain, Delegation, Holding, Roster, Signers, Step};
use redress::case::approval::{ApprovalReturn, ApprovalState, ApprovalSubject};
use redress::case::command::{
    CaseLink, CaseSummary, CauseFinding, ClockExtension, ExtensionAmount, Findings, Offer, Proposal,
    TimeAmount,
};
use redress::case::track::{MeasureProgress, RecallProgress, SanctionProposal};
use redress::case::{Case, Command, Event, EventKind, Notice, Office};
use redress::deadline::rule::ExtensionRule;
use redress::deadline::{Clock, Term};
use redress::policy::track::{ForcedClosure, ForcedClosureTest};
use redress::policy::{ClockRule, Policy, Track};
use redress::vocab::course::{ApprovalAct, DecisionKind, Duty, ExtensionReason, Relation};
use redress::vocab::track::{Accountable, MeasureStep, RecallStep, Sanction};
use redress::vocab::{Anchor, ClockName, Fact, Money, Remedy, Role, RuleId, Severity, Stage};

use crate::cases::support::*;

const MANAGER: Role = Role::MANAGER;
const LEADER: Role = Role::LEADER_IN_CHARGE;

fn rule(id: &str) -> RuleId {
    id.parse().unwrap()
}

fn one(id: &str, role: Role) -> Step {
    Step::new(rule(id), ApprovalAct::Approve, Signers::one(role))
}

fn chain(id: &str, kind: DecisionKind, steps: impl IntoIterator<Item = Step>) -> Chain {
    let chain = steps.into_iter().fold(Chain::new(rule(id), kind), Chain::with_step);
    if chain.steps().is_empty() { chain.with_nobody_signs() } else { chain }
}

fn remedy(steps: impl IntoIterator<Item = Step>) -> ApprovalTable {
    ApprovalTable::new().with_chain(chain("only", DecisionKind::Remedy, steps))
}

/// Nobody up to 10,000, a line manager up to 20,000, the leader too above that.
fn tiers() -> ApprovalTable {
    let small = chain("small", DecisionKind::Remedy, []);
    ApprovalTable::new()
        .with_chain(
            chain("large", DecisionKind::Remedy, [one("line", MANAGER), one("project", LEADER)])
                .with_above(euros(2_000_000)),
        )
        .with_chain(
            chain("medium", DecisionKind::Remedy, [one("line", MANAGER)]).with_above(euros(1_000_000)),
        )
        .with_chain(small)
}

fn refund(minor: u64) -> Proposal {
    Proposal::of(Offer::new(Remedy::REFUND).with_amount(euros(minor)))
}

fn story(table: ApprovalTable) -> Story {
    Story::new(desk(Track::new()).approvals(table).build().unwrap())
}

/// In approval, submitted by anna.
#[track_caller]
fn submitted(table: ApprovalTable, proposal: Proposal) -> Story {
    story(table)
        .investigating()
        .does("anna", Command::Propose(proposal))
        .does("anna", Command::Submit)
        .is(Stage::InApproval)
}

fn holding(id: &str, role: Role) -> Holding {
    Holding::new(who(id), role)
}

fn people(holdings: impl IntoIterator<Item = Holding>) -> Roster {
    holdings
        .into_iter()
        .fold(Roster::builder("r-2"), redress::approval::RosterBuilder::holding)
        .build()
        .unwrap()
}

impl Story {
    fn with(mut self, roster: Roster) -> Self {
        self.roster = roster;
        self
    }

    #[track_caller]
    fn approval(self, number: u32, state: ApprovalState) -> Self {
        assert_eq!(self.case.approval(number).unwrap().state(), state);
        self
    }

    #[track_caller]
    fn signed_by(self, number: u32, expected: &[&str]) -> Self {
        let signed = self.case.approval(number).unwrap().signed();
        let signed: Vec<String> = signed.iter().map(|signature| signature.by().to_string()).collect();
        assert_eq!(signed, expected);
        self
    }

    /// What the table has no arrow for; what it has here is another test's.
    #[track_caller]
    fn not_from_here(self, actor: &str, command: Command, expected: &str) -> Self {
        let refusal = self.try_to(actor, command).unwrap_err().to_string();
        assert!(refusal.starts_with(expected), "{refusal}");
        self
    }

    fn released(&self, number: u32) -> String {
        let released =
            Office::new(&self.policy, &self.roster).no_longer_needed(&self.case, number, self.now).unwrap();
        let shown = released.iter().map(|(step, person)| format!("{step}: {person}"));
        shown.collect::<Vec<_>>().join(", ")
    }

    /// What replaying says of the history with one change.
    #[track_caller]
    fn forged(&self, change: impl FnOnce(&mut Vec<Event>)) -> String {
        let mut events = self.case.events().to_vec();
        change(&mut events);
        Case::replay(&self.policy, &events).unwrap_err().to_string()
    }
}

fn back(step: Option<&str>) -> Command {
    Command::SendBack(ApprovalReturn { approval: 1, step: step.map(rule), reason: note("look again") })
}

fn link(id: &str, minor: u64) -> Command {
    let case = CaseSummary {
        complained_about: Vec::new(),
        complainants: Vec::new(),
        handled_by: Vec::new(),
        complainant_keys: Vec::new(),
        id: id.parse().unwrap(),
        unstated: false,
        amounts: vec![euros(minor)],
        received: at("2025-03-01T10:00:00+08:00"),
        due: Vec::new(),
    };
    Command::Link(CaseLink { case, relation: Relation::Related })
}

fn late(minutes: u32) -> Command {
    Command::Reclassify(Findings::default().with_fact(Fact::MINUTES_LATE, minutes))
}

// The known faults.

#[test]
fn fault_t94_one_refusal_of_ten_that_are_all_needed_ends_the_approval_at_once() {
    let ten: Vec<String> = (0..10).map(|number| format!("u{number}")).collect();
    let all = Step::new(rule("all"), ApprovalAct::Approve, Signers::any(10, [MANAGER]));
    let story = story(remedy([all]))
        .with(people(ten.iter().map(|id| holding(id, MANAGER))))
        .investigating()
        .does("anna", Command::Propose(exchange()))
        .does("anna", Command::Submit)
        .does("u0", Command::Sign(on(1)))
        .does("u3", Command::RefuseToSign(on(1)))
        .approval(1, ApprovalState::Refused)
        .is(Stage::Proposed)
        .refused("u4", Command::Sign(on(1)), "approval 1 is refused, expected an open one");
    assert_eq!(story.released(1), "all: u1, all: u2, all: u4, all: u5, all: u6, all: u7, all: u8, all: u9");
}

#[test]
fn fault_t95_when_two_of_four_have_signed_the_others_are_no_longer_needed() {
    let two = Step::new(rule("two"), ApprovalAct::Approve, Signers::any(2, [MANAGER]));
    let roster = ["a", "b", "c", "d"].map(|id| holding(id, MANAGER));
    let story = story(remedy([two, one("last", LEADER)]))
        .with(people(roster.into_iter().chain([holding("leo", LEADER), holding("lea", LEADER)])))
        .investigating()
        .does("anna", Command::Propose(exchange()))
        .does("anna", Command::Submit)
        .does("a", Command::Sign(on(1)));
    assert_eq!(story.released(1), "");
    let story = story.does("c", Command::Sign(on(1)));
    assert_eq!(story.released(1), "two: b, two: d");
    let story = story
        .refused(
            "b",
            Command::Sign(on(1)),
            "`b` cannot sign step `last`: this requires the role `leader-in-charge`, which roster `r-2` does \
             not give them",
        )
        .does("lea", Command::Sign(on(1)));
    assert_eq!(story.released(1), "two: b, two: d, last: leo");
    assert_eq!(
        Office::new(&story.policy, &story.roster)
            .no_longer_needed(&story.case, 2, story.now)
            .unwrap_err()
            .to_string(),
        "this cannot be done: there is no approval with that number"
    );
}

#[test]
fn fault_t96_approved_in_the_first_round_and_refused_in_the_second_is_refused() {
    submitted(two_steps(), exchange())
        .does("mia", Command::Sign(on(1)))
        .does("leo", back(Some("review")))
        .signed_by(1, &[])
        .does("mia", Command::Sign(on(1)))
        .does("leo", Command::RefuseToSign(on(1)))
        .is(Stage::InApproval)
        .does("lea", Command::RefuseToSign(on(1)))
        .approval(1, ApprovalState::Refused)
        .is(Stage::Proposed)
        .refused("anna", Command::CarryOut, "this must first be approved by chain `two`");
}

#[test]
fn fault_t97_of_21_000_the_line_manager_alone_releases_nothing() {
    submitted(tiers(), refund(2_100_000))
        .does("mia", Command::Sign(on(1)))
        .approval(1, ApprovalState::Open)
        .is(Stage::InApproval)
        .does("leo", Command::Sign(on(1)))
        .is(Stage::Executing);
    // The limits themselves belong to the tier below.
    submitted(tiers(), refund(2_000_000)).does("mia", Command::Sign(on(1))).is(Stage::Executing);
    story(tiers())
        .investigating()
        .does("anna", Command::Propose(refund(1_000_000)))
        .refused("anna", Command::Submit, "the policy requires no approval for this; go on without one")
        .does("anna", Command::CarryOut)
        .is(Stage::Executing);
}

#[test]
fn fault_t98_two_steps_that_one_person_alone_could_sign_are_a_fault_of_staffing_and_never_begun() {
    let table = remedy([one("first", MANAGER), one("second", LEADER), one("third", MANAGER)]);
    let roster = people([holding("uma", MANAGER), holding("leo", LEADER)]);
    let policy = desk(Track::new()).approvals(table.clone()).build().unwrap();
    assert_eq!(
        policy.check(&roster, at("2025-03-11T10:00:00+08:00")).unwrap_err().to_string(),
        "approval chain `only`: steps `first` and `third` cannot be signed: 2 signatures are needed, but only \
         `uma` can sign; 1 more person is needed"
    );
    story(table)
        .with(roster)
        .investigating()
        .does("anna", Command::Propose(exchange()))
        .refused(
            "anna",
            Command::Submit,
            "steps `first` and `third` cannot be signed: 2 signatures are needed, but only `uma` can sign; 1 \
             more person is needed",
        )
        .is(Stage::Proposed);
}

#[test]
fn fault_t99_whoever_asks_does_not_sign_for_another_and_cycles_are_no_roster() {
    let (since, until) = (at("2025-03-01T00:00:00Z"), at("2025-04-01T00:00:00Z"));
    let lent =
        |from, to| Delegation { from: who(from), to: who(to), role: MANAGER, since, until, limit: None };
    let managers =
        || Roster::builder("r-2").holding(holding("mia", MANAGER)).holding(holding("max", MANAGER));
    let roster = managers().delegation(lent("mia", "anna")).build().unwrap();
    submitted(remedy([one("line", MANAGER)]), exchange()).with(roster).refused(
        "anna",
        Command::Sign(on(1)),
        "`anna` cannot sign step `line`: the proposer may not approve their own proposal",
    );
    let cycle = managers().delegation(lent("mia", "max")).delegation(lent("max", "mia")).build().unwrap_err();
    assert_eq!(
        cycle.to_string(),
        "delegation of `manager` from `mia` to `max`: `mia` received the role from `max` during that time; a \
         delegate cannot delegate\ndelegation of `manager` from `max` to `mia`: `max` received the role from \
         `mia` during that time; a delegate cannot delegate"
    );
}

#[test]
fn fault_t100_a_changed_amount_keeps_notifies_or_voids_as_the_step_declares() {
    let declared = |touch| AmendmentRule { amount_raised: touch, ..AmendmentRule::default() };
    let step = |id, touch| one(id, MANAGER).with_material(declared(touch));
    let table = remedy([
        step("keeps", AmendmentEffect::Keep),
        step("told", AmendmentEffect::Notify),
        step("voids", AmendmentEffect::Void),
        one("last", LEADER),
    ]);
    let roster = ["a", "b", "c"].map(|id| holding(id, MANAGER));
    let story = story(table)
        .with(people(roster.into_iter().chain([holding("leo", LEADER)])))
        .investigating()
        .does("anna", Command::Propose(exchange()))
        .does("anna", Command::Submit)
        .does("a", Command::Sign(on(1)))
        .does("b", Command::Sign(on(1)))
        .does("c", Command::Sign(on(1)));
    let dearer = Proposal::of(Offer::new(Remedy::EXCHANGE).with_amount(euros(4_901)));
    let decision = story.try_to("anna", Command::Amend(dearer.clone())).unwrap();
    assert_eq!(decision.notices(), [Notice::TellSigners { step: rule("told") }]);
    assert_eq!(
        decision.notices()[0].to_string(),
        "the signatures on step `told` stay valid; tell their signers about the change"
    );
    let story = story.does("anna", Command::Amend(dearer)).signed_by(1, &["a", "b"]).is(Stage::InApproval);
    assert_eq!(story.case.approval(1).unwrap().amount(), Some(euros(4_901)));
    story.does("c", Command::Sign(on(1))).does("leo", Command::Sign(on(1))).is(Stage::Executing);
}

#[test]
fn fault_t101_a_level_without_an_approver_holds_and_is_never_jumped() {
    let story = submitted(two_steps(), exchange())
        .with(people([holding("leo", LEADER)]))
        .refused(
            "leo",
            Command::Sign(on(1)),
            "`leo` cannot sign step `review`: this requires the role `manager`, which roster `r-2` does not give them",
        )
        .is(Stage::InApproval);
    assert_eq!(
        Office::new(&story.policy, &story.roster)
            .possible_signers(&story.case, 1, story.now)
            .unwrap_err()
            .to_string(),
        "step `review` cannot be signed: 1 signature is needed, but nobody can sign; 1 more person is needed"
    );
    // It is not begun either where nobody is there.
    story
        .does("anna", Command::TakeBack(on(1)))
        .refused(
            "anna",
            Command::Submit,
            "step `review` cannot be signed: 1 signature is needed, but nobody can sign; 1 more person is needed",
        )
        .with(roster())
        .does("anna", Command::Submit)
        .is(Stage::InApproval);
}

#[test]
fn fault_t102_whoever_asks_and_has_the_role_does_not_sign() {
    let story = story(two_steps())
        .investigating()
        .does("anna", Command::Propose(exchange()))
        .does("mia", Command::Submit)
        .refused(
            "mia",
            Command::Sign(on(1)),
            "`mia` cannot sign step `review`: the proposer may not approve their own proposal",
        );
    let next =
        Office::new(&story.policy, &story.roster).possible_signers(&story.case, 1, story.now).unwrap().next;
    assert_eq!(next, [who("max")]);
}

// The worked examples.

#[test]
fn w123_a_tiny_value_still_waits_for_the_leader_in_charge() {
    let tiny = Proposal::of(Offer::new(Remedy::EXCHANGE).with_amount(euros(1)));
    submitted(remedy([one("leader", LEADER)]), tiny)
        .not_from_here("anna", Command::Finish, "cannot `finish` while `in-approval`; ")
        .does("leo", Command::Sign(on(1)))
        .is(Stage::Executing);
}

#[test]
fn w124_what_is_not_approved_is_not_carried_out() {
    story(two_steps())
        .investigating()
        .does("anna", Command::Propose(exchange()))
        .refused("anna", Command::CarryOut, "this must first be approved by chain `two`")
        .does("anna", Command::Submit)
        .is(Stage::InApproval);
}

#[test]
fn w125_the_guest_is_told_nothing_before_the_manager_has_approved() {
    let policy = desk(Track::new().with_consent()).approvals(remedy([one("manager", MANAGER)]));
    Story::new(policy.build().unwrap())
        .investigating()
        .does("anna", Command::Propose(exchange()))
        .refused("anna", Command::Offer, "this must first be approved by chain `only`")
        .does("anna", Command::Submit)
        .does("mia", Command::Sign(on(1)))
        .is(Stage::Offered);
}

#[test]
fn w126_what_the_guest_refuses_is_proposed_and_reviewed_anew() {
    let policy = desk(Track::new().with_consent()).approvals(remedy([one("manager", MANAGER)]));
    Story::new(policy.build().unwrap())
        .investigating()
        .does("anna", Command::Propose(exchange()))
        .does("anna", Command::Submit)
        .does("mia", Command::Sign(on(1)))
        .does("anna", Command::Object(because("no")))
        .is(Stage::Proposed)
        .approval(1, ApprovalState::Void)
        .does("anna", Command::Amend(refund(4_900)))
        .refused("anna", Command::Offer, "this must first be approved by chain `only`")
        .does("anna", Command::Submit)
        .does("mia", Command::Sign(on(2)))
        .is(Stage::Offered);
}

#[test]
fn w128_nothing_is_carried_out_before_the_customer_has_agreed() {
    Story::new(desk(Track::new().with_consent()).build().unwrap())
        .investigating()
        .does("anna", Command::Propose(exchange()))
        .refused("anna", Command::CarryOut, NO_CONSENT)
        .does("anna", Command::Offer)
        .is(Stage::Offered)
        .does("anna", Command::Consent)
        .is(Stage::Executing);
}

const NO_CONSENT: &str = "the complainant has not agreed yet; record their consent first";

fn corrective() -> ApprovalTable {
    ApprovalTable::new().with_chain(chain(
        "capa",
        DecisionKind::CorrectiveAction,
        [Step::new(rule("review"), ApprovalAct::Review, Signers::one(MANAGER)), one("approve", LEADER)],
    ))
}

fn measure(step: MeasureStep) -> Command {
    Command::TakeAction(MeasureProgress { measure: rule("m-1"), step, note: None })
}

#[test]
fn w130_a_corrective_action_that_is_reviewed_and_not_approved_is_not_carried_out() {
    let matter = || ApprovalSubject::CorrectiveAction(rule("m-1"));
    story(corrective())
        .investigating()
        .does("anna", measure(MeasureStep::Planned))
        .does("anna", Command::Apply(matter()))
        .does("mia", Command::Sign(on(1)))
        .refused("anna", measure(MeasureStep::CarriedOut), "this must first be approved by chain `capa`")
        .does("leo", Command::Sign(on(1)))
        .approval(1, ApprovalState::Approved)
        .does("anna", measure(MeasureStep::CarriedOut))
        .approval(1, ApprovalState::Used)
        // Without effect it is carried out anew, and approved anew.
        .does("anna", measure(MeasureStep::EffectMissing))
        .refused("anna", measure(MeasureStep::CarriedOut), "this must first be approved by chain `capa`")
        .does("anna", Command::Apply(matter()))
        .approval(2, ApprovalState::Open);
}

#[test]
fn w131_whoever_prepares_does_not_approve() {
    let prepare = Step::new(rule("prepare"), ApprovalAct::Prepare, Signers::any(1, [Role::HANDLER, MANAGER]));
    submitted(remedy([prepare.with_by_anyone_again(), one("approve", MANAGER)]), exchange())
        .does("mia", Command::Sign(on(1)))
        .refused(
            "mia",
            Command::Sign(on(1)),
            "`mia` cannot sign step `approve`: a person who handled the case may not approve the answer to it",
        )
        .does("max", Command::Sign(on(1)))
        .is(Stage::Executing);
}

#[test]
fn w116_what_the_head_of_sales_does_not_confirm_goes_back_to_the_office() {
    let confirm = Step::new(rule("confirm"), ApprovalAct::Review, Signers::one(Role::DEPARTMENT_HEAD));
    let roster = people([holding("sal", Role::OFFICE_SUPERVISOR), holding("hal", Role::DEPARTMENT_HEAD)]);
    let office = Step::new(rule("office"), ApprovalAct::Recheck, Signers::one(Role::OFFICE_SUPERVISOR));
    let story = story(remedy([office, confirm]))
        .with(roster)
        .investigating()
        .does("anna", Command::Propose(exchange()))
        .does("anna", Command::Submit)
        .does("sal", Command::Sign(on(1)))
        .does("hal", back(Some("office")))
        .is(Stage::InApproval)
        .approval(1, ApprovalState::Open)
        .signed_by(1, &[]);
    assert_eq!(
        Office::new(&story.policy, &story.roster).possible_signers(&story.case, 1, story.now).unwrap().next,
        [who("sal")]
    );
}

// Forced closure: A41, one approve act at company level.

fn forced(table: ApprovalTable) -> Policy {
    let test = ForcedClosure::new(ForcedClosureTest::ListAndNoSolution);
    desk(Track::new()).forced_closure(test).approvals(table).build().unwrap()
}

fn company() -> ApprovalTable {
    ApprovalTable::new().with_chain(chain(
        "company",
        DecisionKind::ForcedClosure,
        [one("company", Role::SENIOR_MANAGEMENT)],
    ))
}

fn on_list(facts: &[Fact]) -> Command {
    let found = facts.iter().fold(Findings::default(), |found, &fact| found.with_fact(fact, 1));
    Command::Triage(found)
}

fn with_company(story: Story) -> Story {
    story.with(people([holding("sue", Role::SENIOR_MANAGEMENT), holding("mia", MANAGER)]))
}

#[test]
fn w082_a41_a_forced_closure_takes_one_approve_act_at_company_level() {
    let story = with_company(Story::new(forced(company())))
        .does("anna", Command::Register)
        .does("anna", on_list(&[Fact::ON_FORCED_CLOSURE_LIST, Fact::NO_SOLUTION_NOW]))
        .refused("anna", Command::ForceClose, "this must first be approved by chain `company`")
        .refused(
            "anna",
            Command::Dispatch(dispatching()),
            "the complaint meets the test for forced closure; close \
            it by force, or record first that there is a solution",
        )
        .does("anna", Command::Apply(ApprovalSubject::ForcedClosure))
        .refused(
            "anna",
            Command::Apply(ApprovalSubject::ForcedClosure),
            "approval 1 is still open or not yet carried out; it must end first",
        )
        .refused(
            "mia",
            Command::Sign(on(1)),
            "`mia` cannot sign step `company`: this requires the role `senior-management`, which roster `r-2` \
             does not give them",
        )
        .does("sue", Command::Sign(on(1)))
        .is(Stage::Triaged)
        .does("anna", Command::ForceClose)
        .is(Stage::Closed)
        .approval(1, ApprovalState::Used);
    assert_eq!(story.case.closure().unwrap().kind, redress::vocab::course::ClosureKind::Forced);
}

#[test]
fn what_is_to_be_closed_by_force_is_not_solved_without_its_clocks() {
    let found = |solution| {
        let findings = Findings::default().with_fact(Fact::ON_FORCED_CLOSURE_LIST, 1);
        Command::Reclassify(findings.with_fact(Fact::NO_SOLUTION_NOW, solution))
    };
    let by_force = "the complaint meets the test for forced closure; close it by force, or record first that there \
        is a solution";
    let story = Story::new(forced(company())).investigating().does("anna", found(1)).refused(
        "anna",
        Command::Propose(exchange()),
        by_force,
    );
    assert_eq!(story.outlook().standing(story.now), Ok(None));
    // Who has a solution says so, and the clock runs from the receipt.
    let story = story.does("anna", found(0)).does("anna", Command::Propose(exchange())).is(Stage::Proposed);
    assert!(matches!(story.outlook().standing(story.now), Ok(Some(_))));
}

#[test]
fn w083_with_a_solution_it_is_dispatched_and_never_closed_by_force() {
    with_company(Story::new(forced(company())))
        .does("anna", Command::Register)
        .does("anna", on_list(&[Fact::ON_FORCED_CLOSURE_LIST]))
        .refused(
            "anna",
            Command::ForceClose,
            "the complaint cannot be closed by force: this requires fact `no-solution-now`",
        )
        .does("anna", Command::Dispatch(dispatching()))
        .is(Stage::Dispatched);
}

#[test]
fn w084_on_no_list_it_is_dispatched_and_never_closed_by_force() {
    with_company(Story::new(forced(company())))
        .does("anna", Command::Register)
        .does("anna", on_list(&[Fact::NO_SOLUTION_NOW]))
        .refused(
            "anna",
            Command::ForceClose,
            "the complaint cannot be closed by force: this requires fact `on-forced-closure-list`",
        )
        .does("anna", Command::Dispatch(dispatching()))
        .is(Stage::Dispatched);
}

#[test]
fn w085_after_a_reopening_the_closure_by_force_is_approved_anew() {
    with_company(Story::new(forced(company())))
        .does("anna", Command::Register)
        .does("anna", on_list(&[Fact::ON_FORCED_CLOSURE_LIST, Fact::NO_SOLUTION_NOW]))
        .does("anna", Command::Apply(ApprovalSubject::ForcedClosure))
        .does("sue", Command::Sign(on(1)))
        .does("anna", Command::ForceClose)
        .does("anna", Command::Reopen(going_on(Stage::Triaged)))
        .refused("anna", Command::ForceClose, "this must first be approved by chain `company`")
        .does("anna", Command::Reclassify(Findings::default().with_fact(Fact::NO_SOLUTION_NOW, 0)))
        .does("anna", Command::Dispatch(dispatching()))
        .is(Stage::Dispatched);
}

#[test]
fn an_approval_that_was_never_used_does_not_outlive_the_end_of_the_case() {
    // Approved, and then solved after all: the old signature closes nothing after a reopening.
    with_company(Story::new(forced(company())))
        .does("anna", Command::Register)
        .does("anna", on_list(&[Fact::ON_FORCED_CLOSURE_LIST, Fact::NO_SOLUTION_NOW]))
        .does("anna", Command::Apply(ApprovalSubject::ForcedClosure))
        .does("sue", Command::Sign(on(1)))
        .does("anna", Command::Reclassify(Findings::default().with_fact(Fact::NO_SOLUTION_NOW, 0)))
        .does("anna", Command::FindNotEstablished(not_established()))
        .does("anna", Command::Close)
        .approval(1, ApprovalState::Void)
        .does("anna", Command::Reopen(going_on(Stage::Triaged)))
        .does("anna", Command::Reclassify(Findings::default().with_fact(Fact::NO_SOLUTION_NOW, 1)))
        .refused("anna", Command::ForceClose, "this must first be approved by chain `company`");
}

fn not_established() -> redress::case::command::NotEstablishedFinding {
    redress::case::command::NotEstablishedFinding {
        reasons: vec![redress::vocab::course::NotEstablishedReason::MISUNDERSTANDING],
        explanation: note("nothing was wrong"),
    }
}

#[test]
fn approvals_end_with_the_case_but_for_those_that_follow_it() {
    let table = company()
        .with_chain(chain("recall", DecisionKind::Recall, [one("recall", LEADER)]))
        .with_chain(chain("capa", DecisionKind::CorrectiveAction, [one("capa", LEADER)]))
        .with_chain(chain("sanction", DecisionKind::Sanction, [one("sanction", LEADER)]));
    let begun = with_company(Story::new(forced(table)))
        .with(people([holding("sue", Role::SENIOR_MANAGEMENT), holding("leo", LEADER)]));
    let begun = begun
        .does("anna", Command::Apply(ApprovalSubject::ForcedClosure))
        .does("anna", Command::Apply(ApprovalSubject::Recall))
        .does("anna", Command::Apply(ApprovalSubject::CorrectiveAction(rule("m-1"))))
        .does("anna", Command::Apply(ApprovalSubject::Sanction(fine("dora", 100))));
    let merged = redress::case::command::Merger {
        into: CaseSummary {
            complained_about: Vec::new(),
            complainants: Vec::new(),
            handled_by: Vec::new(),
            complainant_keys: Vec::new(),
            id: "b-2".parse().unwrap(),
            unstated: false,
            amounts: Vec::new(),
            received: at("2025-03-11T09:00:00+08:00"),
            due: Vec::new(),
        },
        reason: note("the same"),
    };
    for end in [Command::Withdraw(because("settled")), Command::Merge(merged)] {
        begun
            .clone()
            .does("anna", end)
            .is(Stage::Closed)
            .approval(1, ApprovalState::Void)
            .approval(2, ApprovalState::Open)
            .approval(3, ApprovalState::Open)
            .approval(4, ApprovalState::Open)
            .does("leo", Command::Sign(on(2)))
            .does("leo", Command::Sign(on(3)))
            .does("leo", Command::Sign(on(4)));
    }
}

// Who never signs.

fn fine(person: &str, minor: u64) -> SanctionProposal {
    SanctionProposal {
        person: who(person),
        part: Accountable::Direct,
        kind: Sanction::PENALTY,
        amount: Some(euros(minor)),
    }
}

const AUTHOR: &str = "`mia` cannot sign step `review`: the proposer may not approve their own proposal";

#[test]
fn whoever_proposes_signs_nothing_by_a_second_role() {
    story(two_steps())
        .investigating()
        .does("mia", Command::Propose(exchange()))
        .does("anna", Command::Submit)
        .refused("mia", Command::Sign(on(1)), AUTHOR);
}

#[test]
fn whoever_amends_signs_nothing() {
    submitted(two_steps(), exchange()).does("mia", Command::Amend(refund(4_900))).refused(
        "mia",
        Command::Sign(on(1)),
        AUTHOR,
    );
}

#[test]
fn whoever_submits_what_another_proposed_signs_nothing_and_neither_does_the_other() {
    let story = story(two_steps())
        .investigating()
        .does("mia", Command::Propose(exchange()))
        .does("leo", Command::Submit)
        .refused("mia", Command::Sign(on(1)), AUTHOR)
        .does("max", Command::Sign(on(1)))
        .refused(
            "leo",
            Command::Sign(on(1)),
            "`leo` cannot sign step `approve`: the proposer may not approve their own proposal",
        );
    assert_eq!(
        Office::new(&story.policy, &story.roster).possible_signers(&story.case, 1, story.now).unwrap().next,
        [who("lea")]
    );
}

#[test]
fn whoever_proposed_before_a_reopening_signs_nothing_after_it() {
    submitted(two_steps(), exchange())
        .does("mia", Command::Sign(on(1)))
        .does("leo", Command::Sign(on(1)))
        .does("anna", Command::Finish)
        .does("anna", Command::Close)
        .does("anna", Command::Reopen(going_on(Stage::Investigating)))
        .does("mia", Command::Propose(refund(4_900)))
        .does("anna", Command::Submit)
        .refused("mia", Command::Sign(on(2)), AUTHOR)
        .does("max", Command::Sign(on(2)))
        .does("lea", Command::Sign(on(2)))
        .is(Stage::Executing);
}

#[test]
fn nobody_signs_for_whoever_proposed() {
    let (since, until) = (at("2025-03-01T00:00:00Z"), at("2025-04-01T00:00:00Z"));
    let lent = |from: &str, to: &str| Delegation {
        from: who(from),
        to: who(to),
        role: MANAGER,
        since,
        until,
        limit: None,
    };
    let roster = Roster::builder("r-2")
        .holding(holding("mia", MANAGER))
        .holding(holding("max", MANAGER))
        .holding(holding("leo", LEADER))
        .delegation(lent("mia", "dan"))
        .delegation(lent("max", "anna"))
        .build()
        .unwrap();
    story(two_steps())
        .with(roster)
        .investigating()
        .does("mia", Command::Propose(exchange()))
        .does("anna", Command::Submit)
        // Neither who submitted it for another, nor another for who proposed it.
        .refused("anna", Command::Sign(on(1)), &AUTHOR.replace("mia", "anna"))
        .refused(
            "dan",
            Command::Sign(on(1)),
            "`dan` cannot sign step `review` for `mia`: the proposer may not approve their own proposal",
        )
        .does("max", Command::Sign(on(1)));
}

#[test]
fn the_person_complained_about_signs_nothing_from_the_receipt_on() {
    let policy = desk(Track::new()).approvals(two_steps()).build().unwrap();
    let mut complaint = said("A-1", "2025-03-11T10:00:00+08:00");
    complaint.staff = Some(who("mia"));
    Story::of(policy, complaint)
        .investigating()
        .does("anna", Command::Propose(exchange()))
        .does("anna", Command::Submit)
        .refused(
            "mia",
            Command::Sign(on(1)),
            "`mia` cannot sign step `review`: the person complained about may not sign",
        );
}

#[test]
fn another_name_takes_nobody_off_who_was_complained_about() {
    let policy = desk(Track::new()).approvals(two_steps()).build().unwrap();
    let mut complaint = said("A-1", "2025-03-11T10:00:00+08:00");
    complaint.staff = Some(who("mia"));
    let named = |id| Command::Reclassify(Findings { staff: Some(who(id)), ..Findings::default() });
    let story = Story::of(policy, complaint)
        .investigating()
        .does("anna", Command::Propose(exchange()))
        .does("anna", Command::Submit)
        .does("max", named("tom"));
    story
        .refused(
            "mia",
            Command::Sign(on(1)),
            "`mia` cannot sign step `review`: the person complained about may not sign",
        )
        .does("max", Command::Sign(on(1)));
}

#[test]
fn whoever_turns_out_to_be_complained_about_has_signed_nothing_and_signs_nothing_further() {
    let twice = remedy([one("first", MANAGER), one("second", MANAGER).with_by_anyone_again()]);
    submitted(twice.clone(), exchange())
        .does("mia", Command::Sign(on(1)))
        .does("anna", Command::Reclassify(Findings { staff: Some(who("mia")), ..Findings::default() }))
        .signed_by(1, &[])
        .refused(
            "mia",
            Command::Sign(on(1)),
            "`mia` cannot sign step `first`: the person complained about may not sign",
        )
        .does("max", Command::Sign(on(1)))
        .does("max", Command::Sign(on(1)))
        .is(Stage::Executing);
    let cause = CauseFinding { responsible: vec![who("mia")], ..CauseFinding::default() };
    story(twice)
        .investigating()
        .does("anna", Command::FindCause(cause))
        .does("anna", Command::Propose(exchange()))
        .does("anna", Command::Submit)
        .refused(
            "mia",
            Command::Sign(on(1)),
            "`mia` cannot sign step `first`: the person complained about may not sign",
        );
}

#[test]
fn whoever_carried_something_out_signs_nothing() {
    story(tiers())
        .investigating()
        .does("anna", Command::Propose(refund(900_000)))
        .does("mia", Command::CarryOut)
        .does("anna", Command::Fail(going_on(Stage::Proposed)))
        .does("anna", Command::Amend(refund(600_000)))
        .does("anna", Command::Submit)
        .refused(
            "mia",
            Command::Sign(on(1)),
            "`mia` cannot sign step `line`: a person who handled the case may not approve the answer to it",
        )
        .does("max", Command::Sign(on(1)));
}

#[test]
fn whoever_is_to_be_held_to_account_does_not_sign_that_and_neither_does_who_proposed_it() {
    let table =
        ApprovalTable::new().with_chain(chain("sanction", DecisionKind::Sanction, [one("hold", MANAGER)]));
    let (since, until) = (at("2025-03-01T00:00:00Z"), at("2025-04-01T00:00:00Z"));
    let roster = ["mia", "max", "moe"]
        .iter()
        .fold(Roster::builder("r-2"), |roster, id| roster.holding(holding(id, MANAGER)));
    let roster = roster.delegation(Delegation {
        from: who("mia"),
        to: who("dan"),
        role: MANAGER,
        since,
        until,
        limit: None,
    });
    let story = story(table)
        .with(roster.build().unwrap())
        .does("max", Command::ProposeSanction(fine("mia", 100)))
        .does("anna", Command::Apply(ApprovalSubject::Sanction(fine("mia", 100))))
        .refused(
            "mia",
            Command::Sign(on(1)),
            "`mia` cannot sign step `hold`: the person complained about may not sign",
        )
        .refused(
            "dan",
            Command::Sign(on(1)),
            "`dan` cannot sign step `hold` for `mia`: the person complained about may not sign",
        )
        .refused(
            "max",
            Command::Sign(on(1)),
            "`max` cannot sign step `hold`: the proposer may not approve their own proposal",
        );
    assert_eq!(
        Office::new(&story.policy, &story.roster).possible_signers(&story.case, 1, story.now).unwrap().next,
        [who("moe")]
    );
    // Another sum is another sanction.
    story
        .does("moe", Command::Sign(on(1)))
        .does("anna", Command::ProposeSanction(fine("mia", 101)))
        .refused(
            "anna",
            Command::DecideSanction(fine("mia", 101)),
            "this must first be approved by chain `sanction`",
        )
        .does("anna", Command::DecideSanction(fine("mia", 100)))
        .approval(1, ApprovalState::Used);
}

#[test]
fn whoever_has_signed_changes_nothing_of_what_is_signed() {
    submitted(two_steps(), exchange())
        .does("mia", Command::Sign(on(1)))
        .refused(
            "mia",
            Command::Amend(refund(4_900)),
            "`mia` cannot change what approval 1 is for: they have signed it",
        )
        .does("leo", Command::Amend(refund(4_900)))
        .signed_by(1, &[]);
}

#[test]
fn whoever_has_prepared_a_proposal_may_change_it() {
    let prepare = Step::new(rule("prepare"), ApprovalAct::Prepare, Signers::one(Role::HANDLER));
    submitted(remedy([prepare, one("line", MANAGER)]), exchange())
        .does("anna", Command::Sign(on(1)))
        .does("anna", Command::Amend(refund(4_900)))
        .signed_by(1, &[])
        .does("anna", Command::Sign(on(1)))
        .does("mia", Command::Sign(on(1)))
        .is(Stage::Executing);
}

#[test]
fn a_system_account_signs_only_where_it_is_named() {
    let roster = || {
        let roster =
            Roster::builder("r-2").holding(holding("robot", MANAGER)).holding(holding("mia", MANAGER));
        roster.system(who("robot")).build().unwrap()
    };
    submitted(remedy([one("line", MANAGER)]), exchange()).with(roster()).refused(
        "robot",
        Command::Sign(on(1)),
        "`robot` cannot sign step `line`: the step does not name this system account; a person must sign",
    );
    let story = submitted(remedy([one("line", MANAGER).with_system(who("robot"))]), exchange())
        .with(roster())
        .does("robot", Command::Sign(on(1)))
        .is(Stage::Executing);
    assert_eq!(story.case.approval(1).unwrap().signed()[0].role(), MANAGER);
}

#[test]
fn a_delegate_signs_for_one_person_in_one_role_in_one_period_up_to_both_limits() {
    let (since, until) = (at("2025-03-11T00:00:00+08:00"), at("2025-03-12T00:00:00+08:00"));
    let lent = Delegation { from: who("mia"), to: who("dan"), role: MANAGER, since, until, limit: None }
        .with_limit(euros(5_000));
    let roster = || {
        let roster = Roster::builder("r-2").holding(holding("mia", MANAGER).with_limit(euros(9_000)));
        roster
            .holding(holding("max", MANAGER))
            .holding(holding("leo", LEADER))
            .delegation(lent)
            .build()
            .unwrap()
    };
    let signed = submitted(two_steps(), exchange()).with(roster()).does("dan", Command::Sign(on(1)));
    let signature = signed.case.approval(1).unwrap().signed()[0];
    assert_eq!((signature.instead_of(), signature.limit()), (Some(who("mia")), Some(euros(5_000))));
    signed.refused(
        "dan",
        Command::Sign(on(1)),
        "`dan` cannot sign step `approve`: this requires the role `leader-in-charge`, which roster `r-2` does \
         not give them",
    );
    submitted(two_steps(), refund(5_001))
        .with(roster())
        .refused(
            "dan",
            Command::Sign(on(1)),
            "`dan` cannot sign step `review` for `mia`: the amount `50.01 EUR` is above the limit \
             `50.00 EUR`",
        )
        .does("mia", Command::Sign(on(1)));
    submitted(two_steps(), exchange()).with(roster()).until("2025-03-12T00:00:00+08:00").refused(
        "dan",
        Command::Sign(on(1)),
        "`dan` cannot sign step `review`: this requires the role `manager`, which roster `r-2` does not give them",
    );
}

#[test]
fn a_signature_is_judged_by_the_roster_of_its_instant_and_stays_given() {
    let story = submitted(two_steps(), exchange()).does("mia", Command::Sign(on(1)));
    story
        .with(people([holding("leo", LEADER)]))
        .does("leo", Command::Sign(on(1)))
        .is(Stage::Executing)
        .signed_by(1, &["mia", "leo"]);
}

// What an approval binds.

#[test]
fn an_amendment_voids_exactly_what_it_touches() {
    let amount = AmendmentRule { text_changed: AmendmentEffect::Keep, ..AmendmentRule::default() };
    let other = AmendmentRule {
        amount_raised: AmendmentEffect::Keep,
        remedy_changed: AmendmentEffect::Void,
        text_changed: AmendmentEffect::Keep,
    };
    let text = AmendmentRule {
        amount_raised: AmendmentEffect::Keep,
        remedy_changed: AmendmentEffect::Keep,
        text_changed: AmendmentEffect::Void,
    };
    let signed = || {
        let table = remedy([
            one("amount", MANAGER).with_material(amount),
            one("remedy", MANAGER).with_material(other),
            one("text", MANAGER).with_material(text),
            one("last", LEADER),
        ]);
        let roster = ["a", "b", "c", "d"].map(|id| holding(id, MANAGER));
        story(table)
            .with(people(roster.into_iter().chain([holding("leo", LEADER)])))
            .investigating()
            .does("anna", Command::Propose(exchange()))
            .does("anna", Command::Submit)
            .does("a", Command::Sign(on(1)))
            .does("b", Command::Sign(on(1)))
            .does("c", Command::Sign(on(1)))
    };
    let offer = |remedy, minor| Offer::new(remedy).with_amount(euros(minor));
    let said = |words: &str| Proposal::of(offer(Remedy::EXCHANGE, 4_900).with_note(note(words)));
    signed()
        .does("anna", Command::Amend(Proposal::of(offer(Remedy::EXCHANGE, 4_901))))
        .signed_by(1, &["b", "c"]);
    signed()
        .does("anna", Command::Amend(Proposal::of(offer(Remedy::EXCHANGE, 4_899))))
        .signed_by(1, &["a", "b", "c"]);
    signed().does("anna", Command::Amend(Proposal::of(offer(Remedy::REFUND, 4_900)))).signed_by(1, &["c"]);
    signed().does("anna", Command::Amend(said("in blue"))).signed_by(1, &["a", "b"]);
    // An amount that nobody knows may be higher.
    signed()
        .does("anna", Command::Amend(Proposal::of(Offer::new(Remedy::EXCHANGE))))
        .signed_by(1, &["b", "c"]);
    // Another alternative is another amount, another remedy and another text.
    signed()
        .does("anna", Command::Amend(exchange().with_alternative(offer(Remedy::REFUND, 1))))
        .signed_by(1, &[]);
}

#[test]
fn what_is_amended_while_it_is_offered_or_carried_out_is_signed_anew() {
    let policy = desk(Track::new().with_consent()).approvals(two_steps()).build().unwrap();
    let offered = Story::new(policy)
        .investigating()
        .does("anna", Command::Propose(exchange()))
        .does("anna", Command::Submit)
        .does("mia", Command::Sign(on(1)))
        .does("leo", Command::Sign(on(1)))
        .is(Stage::Offered);
    let executing = offered.clone().does("anna", Command::Consent).is(Stage::Executing);
    for story in [offered, executing] {
        let cheaper = Proposal::of(Offer::new(Remedy::EXCHANGE).with_amount(euros(4_000)));
        // What is cheaper stays approved, and is asked for anew.
        story
            .clone()
            .does("anna", Command::Amend(cheaper))
            .is(Stage::Offered)
            .approval(1, ApprovalState::Approved)
            .does("anna", Command::Consent)
            .does("anna", Command::Finish)
            .is(Stage::Resolved)
            .approval(1, ApprovalState::Used);
        story
            .does("anna", Command::Amend(refund(4_900)))
            .is(Stage::InApproval)
            .approval(1, ApprovalState::Open)
            .signed_by(1, &[])
            .does("max", Command::Sign(on(1)))
            .does("lea", Command::Sign(on(1)))
            .is(Stage::Offered)
            .does("anna", Command::Consent)
            .does("anna", Command::Finish)
            .is(Stage::Resolved);
    }
}

#[test]
fn a_return_voids_from_the_named_step_on_in_the_order_of_the_chain() {
    let material = AmendmentRule { remedy_changed: AmendmentEffect::Keep, ..AmendmentRule::default() };
    let table =
        remedy([one("first", MANAGER), one("second", MANAGER).with_material(material), one("last", LEADER)]);
    let roster = ["a", "b", "c", "d"].map(|id| holding(id, MANAGER));
    let story = story(table)
        .with(people(roster.into_iter().chain([holding("leo", LEADER)])))
        .investigating()
        .does("anna", Command::Propose(exchange()))
        .does("anna", Command::Submit)
        .does("a", Command::Sign(on(1)))
        .refused(
            "c",
            back(Some("second")),
            "the approval cannot be returned to step `second`: it is not signed yet \
            or not in the chain, expected `first`",
        )
        .does("b", Command::Sign(on(1)))
        // The first step is signed anew, after the second.
        .does("anna", Command::Amend(refund(4_900)))
        .signed_by(1, &["b"])
        .does("c", Command::Sign(on(1)))
        .signed_by(1, &["b", "c"])
        .refused(
            "d",
            back(Some("first")),
            "`d` cannot sign step `last`: this requires the role `leader-in-charge`, which roster `r-2` does \
             not give them",
        );
    story.clone().does("leo", back(Some("second"))).signed_by(1, &["c"]).is(Stage::InApproval);
    story.clone().does("leo", back(Some("first"))).signed_by(1, &[]).is(Stage::InApproval);
    story.does("leo", back(None)).approval(1, ApprovalState::Returned).is(Stage::Proposed);
}

#[test]
fn a_refusal_of_what_was_is_none_of_what_is() {
    let two = remedy([Step::new(rule("two"), ApprovalAct::Approve, Signers::any(1, [MANAGER]))]);
    submitted(two, exchange())
        .does("mia", Command::RefuseToSign(on(1)))
        .refused(
            "mia",
            Command::Sign(on(1)),
            "`mia` cannot sign step `two`: the step was already refused by or for `mia`",
        )
        .does("anna", Command::Amend(refund(4_900)))
        .does("mia", Command::Sign(on(1)))
        .is(Stage::Executing);
}

#[test]
fn only_who_submitted_takes_back() {
    submitted(two_steps(), exchange())
        .refused(
            "mia",
            Command::TakeBack(on(1)),
            "`mia` cannot take the approval back: only `anna`, who submitted it, can",
        )
        .does("anna", Command::TakeBack(on(1)))
        .approval(1, ApprovalState::TakenBack)
        .is(Stage::Proposed);
}

#[test]
fn after_a_failure_a_dissatisfaction_or_a_reopening_the_new_outcome_is_approved_anew() {
    let done = submitted(two_steps(), exchange())
        .does("mia", Command::Sign(on(1)))
        .does("leo", Command::Sign(on(1)))
        .is(Stage::Executing);
    let failed =
        done.clone().does("anna", Command::Fail(going_on(Stage::Proposed))).approval(1, ApprovalState::Void);
    let resolved = done.does("anna", Command::Finish).approval(1, ApprovalState::Used);
    let unhappy = resolved.clone().does("anna", Command::RecordDissatisfaction(going_on(Stage::Proposed)));
    let reopened = resolved
        .does("anna", Command::Close)
        .does("anna", Command::Reopen(going_on(Stage::Investigating)))
        .does("anna", Command::Propose(exchange()));
    for story in [failed, unhappy] {
        story
            .does("anna", Command::Amend(exchange()))
            .refused("anna", Command::CarryOut, "this must first be approved by chain `two`")
            .does("anna", Command::Submit)
            .approval(2, ApprovalState::Open)
            .signed_by(2, &[]);
    }
    reopened.refused("anna", Command::CarryOut, "this must first be approved by chain `two`");
}

// The amount that decides.

#[test]
fn what_was_carried_out_before_counts_for_the_next_approval() {
    let once = submitted(tiers(), refund(1_500_000))
        .does("mia", Command::Sign(on(1)))
        .does("anna", Command::Finish)
        .does("anna", Command::RecordDissatisfaction(going_on(Stage::Proposed)))
        .does("anna", Command::Amend(refund(600_000)))
        .does("anna", Command::Submit)
        .does("mia", Command::Sign(on(2)))
        .is(Stage::InApproval);
    assert_eq!(once.case.approval(2).unwrap().amount(), Some(euros(2_100_000)));
}

#[test]
fn linked_cases_count_each_once_and_raise_what_is_open() {
    let story = submitted(tiers(), refund(1_500_000)).does("anna", link("b-2", 400_000));
    assert_eq!(story.case.approval(1).unwrap().amount(), Some(euros(1_900_000)));
    let again = CaseSummary {
        complained_about: Vec::new(),
        complainants: Vec::new(),
        handled_by: Vec::new(),
        complainant_keys: Vec::new(),
        id: "b-2".parse().unwrap(),
        unstated: false,
        amounts: vec![euros(450_000)],
        received: at("2025-03-01T10:00:00+08:00"),
        due: Vec::new(),
    };
    // Seen once more, in another relation: the most that was seen counts.
    let story = story.does("anna", Command::Link(CaseLink { case: again, relation: Relation::Recurrence }));
    assert_eq!(story.case.approval(1).unwrap().amount(), Some(euros(1_950_000)));
    story
        .does("anna", link("c-3", 100_000))
        .does("mia", Command::Sign(on(1)))
        .is(Stage::InApproval)
        .does("leo", Command::Sign(on(1)))
        .is(Stage::Executing);
}

#[test]
fn a_case_seen_again_with_less_lowers_nothing() {
    let again = CaseSummary {
        complained_about: Vec::new(),
        complainants: Vec::new(),
        handled_by: Vec::new(),
        complainant_keys: Vec::new(),
        id: "b-2".parse().unwrap(),
        unstated: false,
        amounts: Vec::new(),
        received: at("2025-03-01T10:00:00+08:00"),
        due: Vec::new(),
    };
    story(tiers())
        .investigating()
        .does("anna", Command::Propose(refund(900_000)))
        .does("anna", link("b-2", 9_000_000))
        .refused("anna", Command::CarryOut, "this must first be approved by chain `large`")
        .does("anna", Command::Link(CaseLink { case: again, relation: Relation::Recurrence }))
        .refused("anna", Command::CarryOut, "this must first be approved by chain `large`");
}

#[test]
fn what_was_begun_counts_whatever_it_was_changed_to() {
    let begun = story(tiers())
        .investigating()
        .does("anna", Command::Propose(refund(900_000)))
        .does("anna", Command::CarryOut)
        .does("anna", Command::Amend(refund(0)));
    assert_eq!(begun.case.approval_amounts(), Some(vec![euros(900_000)]));
    let failed = begun.does("anna", Command::Fail(going_on(Stage::Proposed)));
    assert_eq!(failed.case.approval_amounts(), Some(vec![euros(900_000)]));
    let again = failed.does("anna", Command::Amend(refund(900_000))).refused(
        "anna",
        Command::CarryOut,
        "this must first be approved by chain `medium`",
    );
    assert_eq!(again.case.approval_amounts(), Some(vec![euros(1_800_000)]));
}

#[test]
fn what_was_begun_counts_after_it_was_offered_anew_and_objected_to() {
    let policy = desk(Track::new().with_consent()).approvals(tiers()).build().unwrap();
    let begun = Story::new(policy)
        .investigating()
        .does("anna", Command::Propose(refund(900_000)))
        .does("anna", Command::Offer)
        .does("anna", Command::Consent)
        .is(Stage::Executing)
        .does("anna", Command::Amend(refund(950_000)))
        .is(Stage::Offered)
        .does("anna", Command::Object(because("too little")))
        .is(Stage::Proposed);
    // What it was changed to was never begun.
    assert_eq!(begun.case.approval_amounts(), Some(vec![euros(900_000)]));
    let anew = begun.does("anna", Command::Amend(refund(200_000)));
    assert_eq!(anew.case.approval_amounts(), Some(vec![euros(1_100_000)]));
    anew.refused("anna", Command::Offer, "this must first be approved by chain `medium`");
}

#[test]
fn what_was_begun_counts_after_a_worse_severity_has_taken_it_back() {
    let held = submitted(by_severity(), refund(900_000))
        .does("mia", Command::Sign(on(1)))
        .is(Stage::Executing)
        .does("anna", late(45))
        .is(Stage::InApproval)
        .does("anna", Command::TakeBack(on(1)))
        .does("anna", Command::Amend(refund(100_000)));
    assert_eq!(held.case.approval_amounts(), Some(vec![euros(1_000_000)]));
}

#[test]
fn a_cost_stated_while_it_is_carried_out_is_known() {
    let stated = story(remedy([]))
        .investigating()
        .does("anna", Command::Propose(Proposal::of(Offer::new(Remedy::EXCHANGE))))
        .does("anna", Command::CarryOut)
        .does("anna", Command::Amend(exchange()));
    assert_eq!(stated.case.approval_amounts(), Some(vec![euros(4_900)]));
    let failed = stated.does("anna", Command::Fail(going_on(Stage::Proposed)));
    assert_eq!(failed.case.approval_amounts(), Some(vec![euros(4_900)]));
    // What nobody has said stays unknown.
    let unknown = story(remedy([]))
        .investigating()
        .does("anna", Command::Propose(Proposal::of(Offer::new(Remedy::EXCHANGE))))
        .does("anna", Command::CarryOut)
        .does("anna", Command::Fail(going_on(Stage::Proposed)));
    assert_eq!(unknown.case.approval_amounts(), None);
}

#[test]
fn who_could_sign_up_to_an_amount_has_not_signed_a_greater_total() {
    let up_to = people([holding("mia", MANAGER).with_limit(euros(5_000)), holding("leo", LEADER)]);
    let free = people([holding("max", MANAGER), holding("leo", LEADER)]);
    let linked = submitted(remedy([one("line", MANAGER)]), refund(4_000))
        .with(up_to)
        .does("mia", Command::Sign(on(1)))
        .is(Stage::Executing)
        .does("anna", link("b-2", 1_000));
    linked.clone().does("anna", Command::Finish).is(Stage::Resolved);
    linked
        .does("anna", link("c-3", 1))
        .refused("anna", Command::Finish, "this must first be approved by chain `only`")
        .with(free)
        .does("anna", Command::Amend(refund(4_000)))
        .is(Stage::InApproval)
        .signed_by(1, &[])
        .does("max", Command::Sign(on(1)))
        .does("anna", Command::Finish)
        .is(Stage::Resolved);
}

#[test]
fn a_stricter_chain_keeps_only_what_it_would_have_taken() {
    let bot = who("bot");
    let grave = [one("line", MANAGER), one("second", MANAGER), one("project", LEADER)];
    let small = [
        one("line", MANAGER).with_system(bot),
        one("second", MANAGER).with_by_anyone_again(),
        one("third", LEADER),
    ];
    let table = ApprovalTable::new()
        .with_chain(chain("grave", DecisionKind::Remedy, grave).with_from_severity(Severity::Serious))
        .with_chain(chain("small", DecisionKind::Remedy, small));
    let roster = Roster::builder("r-3")
        .holding(holding("mia", MANAGER))
        .holding(holding("max", MANAGER))
        .holding(holding("leo", LEADER))
        .system(bot)
        .build()
        .unwrap();
    let open = || submitted(table.clone(), exchange()).with(roster.clone());
    open()
        .does("bot", Command::Sign(on(1)))
        .does("mia", Command::Sign(on(1)))
        .does("anna", late(45))
        .signed_by(1, &["mia"]);
    // The same person at both steps, which one chain lets her be and the other does not.
    open()
        .does("mia", Command::Sign(on(1)))
        .does("mia", Command::Sign(on(1)))
        .does("anna", late(45))
        .signed_by(1, &["mia"]);
}

#[test]
fn a_link_after_the_approval_bars_the_end_until_the_greater_total_is_approved() {
    submitted(tiers(), refund(1_500_000))
        .does("mia", Command::Sign(on(1)))
        .does("anna", link("b-2", 600_000))
        .refused("anna", Command::Finish, "this must first be approved by chain `large`")
        .does("anna", Command::Amend(refund(1_500_000)))
        .is(Stage::InApproval)
        .does("mia", Command::Sign(on(1)))
        .does("leo", Command::Sign(on(1)))
        .does("anna", Command::Finish)
        .is(Stage::Resolved);
}

#[test]
fn amounts_that_leave_the_range_are_refused_where_they_come_in() {
    submitted(tiers(), refund(1_500_000)).refused(
        "anna",
        link("b-2", u64::MAX),
        "the total of all amounts is too large, expected less than 2^64 minor units",
    );
}

#[test]
fn an_unknown_amount_and_another_currency_are_never_small() {
    let unknown = "approval chain `large`: the amount is unknown; state an amount in `EUR`";
    story(tiers())
        .investigating()
        .does("anna", Command::Propose(Proposal::of(Offer::new(Remedy::REFUND))))
        .refused("anna", Command::Submit, unknown)
        .refused("anna", Command::CarryOut, unknown);
    let dollars = Money::new(1, "USD".parse().unwrap());
    story(tiers())
        .investigating()
        .does("anna", Command::Propose(Proposal::of(Offer::new(Remedy::REFUND).with_amount(dollars))))
        .refused(
            "anna",
            Command::Submit,
            "approval chain `large`: the amount is in `USD`, expected an amount in `EUR`",
        );
    // Two currencies have no sum.
    let both = refund(1).with_alternative(Offer::new(Remedy::REFUND).with_amount(dollars));
    story(tiers()).investigating().does("anna", Command::Propose(both)).refused(
        "anna",
        Command::Submit,
        unknown,
    );
    // Whoever signs up to an amount signs none that is not known.
    let roster = people([
        holding("mia", MANAGER).with_limit(euros(1)),
        holding("max", MANAGER),
        holding("leo", LEADER),
    ]);
    submitted(two_steps(), Proposal::of(Offer::new(Remedy::REFUND))).with(roster).refused(
        "mia",
        Command::Sign(on(1)),
        "`mia` cannot sign step `review`: the amount is unknown and the limit is `0.01 EUR`; state \
         the amount",
    );
}

// A chain once begun never shrinks.

fn by_severity() -> ApprovalTable {
    let grave = chain("grave", DecisionKind::Remedy, [one("line", MANAGER), one("leader", LEADER)]);
    ApprovalTable::new().with_chain(grave.with_from_severity(Severity::Serious)).with_chain(chain(
        "usual",
        DecisionKind::Remedy,
        [one("line", MANAGER)],
    ))
}

#[test]
fn a_worse_severity_raises_the_chain_and_a_better_one_does_not_lower_it() {
    let story = submitted(by_severity(), exchange()).does("anna", late(60));
    assert_eq!(story.case.approval(1).unwrap().chain(), rule("grave"));
    let story = story.does("anna", late(0));
    assert_eq!(story.case.severity(), Some(Severity::General));
    assert_eq!(story.case.approval(1).unwrap().chain(), rule("grave"));
    let story = story
        .does("mia", Command::Sign(on(1)))
        .is(Stage::InApproval)
        .refused(
            "max",
            Command::Relax(because("it was not so bad")),
            "approval 1 is still open or not yet carried out; it must end first",
        )
        .does("anna", Command::TakeBack(on(1)))
        .does("anna", Command::Submit);
    assert_eq!(story.case.approval(2).unwrap().chain(), rule("grave"));
    let story = story
        .does("anna", Command::TakeBack(on(2)))
        .refused(
            "anna",
            Command::Relax(because("so what")),
            "`anna` is involved in this case; somebody who is not must do this",
        )
        .does("max", Command::Relax(because("it was not so bad")))
        .does("anna", Command::Submit);
    assert_eq!(story.case.approval(3).unwrap().chain(), rule("usual"));
}

#[test]
fn a_worse_severity_takes_back_what_is_offered_or_carried_out() {
    let executing =
        submitted(by_severity(), exchange()).does("mia", Command::Sign(on(1))).is(Stage::Executing);
    executing
        .does("anna", late(60))
        .is(Stage::InApproval)
        // Who has signed the step that stays has signed it.
        .signed_by(1, &["mia"])
        .does("leo", Command::Sign(on(1)))
        .is(Stage::Executing)
        .does("anna", Command::Finish)
        .is(Stage::Resolved);
}

#[test]
fn what_needed_nobody_is_held_where_it_turns_out_to_be_grave_even_if_nobody_can_sign() {
    let grave =
        chain("grave", DecisionKind::Remedy, [one("leader", LEADER)]).with_from_severity(Severity::Serious);
    let table = ApprovalTable::new().with_chain(grave).with_chain(chain("usual", DecisionKind::Remedy, []));
    story(table)
        .investigating()
        .does("anna", Command::Propose(exchange()))
        .does("anna", Command::CarryOut)
        .with(people([holding("mia", MANAGER)]))
        .does("anna", late(60))
        .is(Stage::InApproval)
        .approval(1, ApprovalState::Open)
        .with(roster())
        .does("leo", Command::Sign(on(1)))
        .is(Stage::Executing);
}

#[test]
fn a_lower_amount_keeps_the_chain_that_was_begun() {
    // Two tiers that share no step: the leader alone above 10,000, the manager alone below.
    let table = ApprovalTable::new()
        .with_chain(
            chain("large", DecisionKind::Remedy, [one("leader", LEADER)]).with_above(euros(1_000_000)),
        )
        .with_chain(chain("small", DecisionKind::Remedy, [one("manager", MANAGER)]));
    let story = submitted(table, refund(3_000_000)).does("anna", Command::Amend(refund(500_000)));
    assert_eq!(story.case.approval(1).unwrap().chain(), rule("large"));
    let story = story.does("anna", Command::Amend(refund(600_000)));
    assert_eq!(story.case.approval(1).unwrap().chain(), rule("large"));
    story
        .refused(
            "mia",
            Command::Sign(on(1)),
            "`mia` cannot sign step `leader`: this requires the role `leader-in-charge`, which roster `r-1` \
             does not give them",
        )
        .does("leo", Command::Sign(on(1)))
        .does("anna", Command::Finish)
        .is(Stage::Resolved);
}

#[test]
fn a_step_of_the_same_name_with_other_signers_is_another_step() {
    let table = ApprovalTable::new()
        .with_chain(
            chain("large", DecisionKind::Remedy, [one("approve", LEADER)]).with_above(euros(1_000_000)),
        )
        .with_chain(chain("small", DecisionKind::Remedy, [one("approve", MANAGER), one("second", MANAGER)]));
    submitted(table, refund(500_000))
        .does("mia", Command::Sign(on(1)))
        .does("anna", link("b-2", 600_000))
        .signed_by(1, &[])
        .refused(
            "max",
            Command::Sign(on(1)),
            "`max` cannot sign step `approve`: this requires the role `leader-in-charge`, which roster `r-1` \
             does not give them",
        )
        .does("leo", Command::Sign(on(1)))
        .is(Stage::Executing);
}

// Time.

#[test]
fn the_time_limit_of_a_step_escalates_and_never_approves() {
    let limit = TimeLimit { term: Term::working_days(1), escalate_to: Role::SENIOR_MANAGEMENT };
    let roster = people([holding("mia", MANAGER), holding("sue", Role::SENIOR_MANAGEMENT)]);
    let story = submitted(remedy([one("line", MANAGER).with_limit(limit)]), exchange()).with(roster).refused(
        "sue",
        Command::Sign(on(1)),
        "`sue` cannot sign step `line`: this requires the role `manager`, which roster `r-2` does not give them",
    );
    let late = story.until("2025-03-14T10:00:00+08:00");
    assert!(late.outlook().owed(late.now).any(|owed| owed.key.duty == Duty::OverdueSignature));
    late.clone().does("mia", Command::Sign(on(1))).is(Stage::Executing);
    let late = late.approval(1, ApprovalState::Open).is(Stage::InApproval).does("sue", Command::Sign(on(1)));
    assert_eq!(late.case.approval(1).unwrap().signed()[0].role(), Role::SENIOR_MANAGEMENT);
}

// What is approved is what is carried out, whatever it is.

#[test]
fn an_extension_and_a_recall_are_carried_out_as_approved_and_once() {
    let table = ApprovalTable::new()
        .with_chain(chain("longer", DecisionKind::Extension, [one("longer", LEADER)]))
        .with_chain(chain("recall", DecisionKind::Recall, [one("recall", LEADER)]));
    let clock = Clock::new(ClockName::ROOT_CAUSE, Anchor::RECEIVED)
        .with_extension(ExtensionRule::new(ExtensionReason::COMPLEX_CASE));
    let policy = desk(Track::new())
        .approvals(table)
        .clock(ClockRule::new(clock, Term::calendar_days(30)))
        .build()
        .unwrap();
    let longer = |days| ClockExtension {
        clock: ClockName::ROOT_CAUSE,
        department: None,
        reason: ExtensionReason::COMPLEX_CASE,
        change: ExtensionAmount::Add(TimeAmount::CalendarDays(days)),
        told: None,
    };
    let started = || Command::Recall(RecallProgress { step: RecallStep::Started });
    Story::new(policy)
        .investigating()
        .does("anna", Command::Apply(ApprovalSubject::Extension(longer(5))))
        .does("leo", Command::Sign(on(1)))
        .refused("anna", Command::Extend(longer(6)), "this must first be approved by chain `longer`")
        .does("anna", Command::Extend(longer(5)))
        .approval(1, ApprovalState::Used)
        .refused("anna", Command::Extend(longer(5)), "this must first be approved by chain `longer`")
        .does("anna", Command::Recall(RecallProgress { step: RecallStep::Needed }))
        .refused("anna", started(), "this must first be approved by chain `recall`")
        .does("anna", Command::Apply(ApprovalSubject::Recall))
        .does("leo", Command::Sign(on(2)))
        .does("anna", started())
        .approval(2, ApprovalState::Used);
}

#[test]
fn what_was_approved_and_is_not_enough_any_more_is_applied_for_anew() {
    let by_severity = ApprovalTable::new()
        .with_chain(chain("grave", DecisionKind::Recall, [one("board", LEADER)]).with_above(euros(1_000)))
        .with_chain(chain("usual", DecisionKind::Recall, [one("line", MANAGER)]));
    let started = || Command::Recall(RecallProgress { step: RecallStep::Started });
    story(by_severity)
        .does("anna", Command::Recall(RecallProgress { step: RecallStep::Needed }))
        .does("anna", link("a-9", 1))
        .does("anna", Command::Apply(ApprovalSubject::Recall))
        .does("mia", Command::Sign(on(1)))
        .does("anna", link("b-2", 5_000))
        .refused("anna", started(), "this must first be approved by chain `grave`")
        .does("anna", Command::Apply(ApprovalSubject::Recall))
        .approval(1, ApprovalState::Void)
        .does("leo", Command::Sign(on(2)))
        .does("anna", started());
}

// Replay needs no roster.

fn signature(events: &mut [Event], number: usize) -> &mut redress::case::approval::ApprovalSignature {
    let given = events.iter_mut().filter_map(|event| match &mut event.what {
        EventKind::SignatureGiven(given) => Some(&mut **given),
        _ => None,
    });
    given.into_iter().nth(number).unwrap()
}

#[test]
fn replay_refuses_a_forged_signature() {
    let table = remedy([one("first", MANAGER), one("second", LEADER)]);
    let (since, until) = (at("2025-03-01T00:00:00Z"), at("2025-04-01T00:00:00Z"));
    let roster = Roster::builder("r-2")
        .holding(holding("mia", MANAGER).with_limit(euros(9_000)))
        .holding(holding("leo", LEADER))
        .delegation(Delegation { from: who("mia"), to: who("dan"), role: MANAGER, since, until, limit: None })
        .build()
        .unwrap();
    let story = submitted(table, exchange()).with(roster).does("dan", Command::Sign(on(1)));
    let event =
        story.case.events().iter().position(|event| matches!(event.what, EventKind::Signed(_))).unwrap() + 1;
    let forge = |text: &str| {
        let text = text.to_string();
        story.forged(move |events| signature(events, 0).signature = serde_json::from_str(&text).unwrap())
    };
    let not_entitled = format!(
        "event {event}: `dan` cannot sign step `first`: this requires the role `manager`, which roster `-` does \
         not give them"
    );
    // Another step, another slot, another role, another person.
    for text in [
        r#"{"step":"second","slot":0,"by":"dan","instead-of":"mia","role":"manager"}"#,
        r#"{"step":"first","slot":1,"by":"dan","instead-of":"mia","role":"manager"}"#,
        r#"{"step":"first","slot":0,"by":"dan","instead-of":"mia","role":"leader-in-charge"}"#,
        r#"{"step":"first","slot":0,"by":"mia","role":"manager"}"#,
    ] {
        assert_eq!(forge(text), not_entitled, "{text}");
    }
    assert_eq!(
        forge(r#"{"step":"first","slot":0,"by":"dan","instead-of":"anna","role":"manager"}"#),
        format!(
            "event {event}: `dan` cannot sign step `first` for `anna`: the proposer may not approve their own proposal"
        )
    );
    let limited = |minor: u64, currency: &str| {
        forge(&format!(
            r#"{{"step":"first","slot":0,"by":"dan","instead-of":"mia","role":"manager","limit":{{"minor":{minor},"currency":"{currency}"}}}}"#
        ))
    };
    assert_eq!(
        limited(4_899, "EUR"),
        format!(
            "event {event}: `dan` cannot sign step `first` for `mia`: the amount `49.00 EUR` is \
             above the limit `48.99 EUR`"
        )
    );
    assert_eq!(
        limited(9_000, "USD"),
        format!(
            "event {event}: `dan` cannot sign step `first` for `mia`: the amount `49.00 EUR` is \
             not in the currency of the limit `90.00 USD`"
        )
    );
    // The roster has a name, and what the step does is what the chain says.
    assert_eq!(story.forged(|events| signature(events, 0).roster = " ".into()), not_entitled);
    assert_eq!(
        story.forged(|events| signature(events, 0).act = ApprovalAct::Prepare),
        format!("event {}: differs from what its command produces, expected `signature-given`", event + 1)
    );
}

#[test]
fn replay_refuses_a_second_signature_of_the_same_person_and_one_of_an_account_without_a_role() {
    let table = remedy([one("first", MANAGER).with_system(who("robot")), one("second", MANAGER)]);
    let roster = || people([holding("mia", MANAGER), holding("max", MANAGER)]);
    let story = submitted(table, exchange())
        .with(roster())
        .does("mia", Command::Sign(on(1)))
        .does("max", Command::Sign(on(1)));
    let second =
        story.case.events().iter().rposition(|event| matches!(event.what, EventKind::Signed(_))).unwrap();
    let forged = story.forged(|events| {
        events.iter_mut().skip(second).for_each(|event| event.by = who("mia"));
        let text = r#"{"step":"second","slot":0,"by":"mia","role":"manager"}"#;
        signature(events, 1).signature = serde_json::from_str(text).unwrap();
    });
    assert_eq!(
        forged,
        format!(
            "event {}: `mia` cannot sign step `second`: step `first` is already signed by or for `mia`; nobody \
             signs twice",
            second + 1
        )
    );
    let first =
        story.case.events().iter().position(|event| matches!(event.what, EventKind::Signed(_))).unwrap();
    let forged = story.forged(|events| {
        events.iter_mut().skip(first).take(2).for_each(|event| event.by = who("robot"));
        let text = r#"{"step":"first","slot":0,"by":"robot","role":"leader-in-charge"}"#;
        signature(events, 0).signature = serde_json::from_str(text).unwrap();
    });
    assert_eq!(
        forged,
        format!(
            "event {}: `robot` cannot sign step `first`: this requires the role `manager`, which roster `-` \
             does not give them",
            first + 1
        )
    );
}

#[test]
fn replay_refuses_a_signature_of_somebody_excluded() {
    let story = submitted(remedy([one("first", MANAGER)]), exchange()).does("mia", Command::Sign(on(1)));
    let first =
        story.case.events().iter().position(|event| matches!(event.what, EventKind::Signed(_))).unwrap();
    let forged = story.forged(|events| {
        events.iter_mut().skip(first).for_each(|event| event.by = who("anna"));
        let text = r#"{"step":"first","slot":0,"by":"anna","role":"manager"}"#;
        signature(events, 0).signature = serde_json::from_str(text).unwrap();
    });
    assert_eq!(
        forged,
        format!(
            "event {}: `anna` cannot sign step `first`: the proposer may not approve their own proposal",
            first + 1
        )
    );
}

// What nobody may take away from the others.

#[test]
fn nobody_signs_a_step_by_whom_another_step_stands_or_falls() {
    let first = Step::new(rule("first"), ApprovalAct::Review, Signers::any(1, [MANAGER, LEADER]));
    let roster = people([holding("mia", MANAGER), holding("leo", LEADER)]);
    submitted(remedy([first, one("second", LEADER)]), exchange())
        .with(roster)
        .refused(
            "leo",
            Command::Sign(on(1)),
            "`leo` cannot sign: too few people would remain to sign step `second`; ask somebody else to sign this step",
        )
        .does("mia", Command::Sign(on(1)))
        .does("leo", Command::Sign(on(1)))
        .is(Stage::Executing);
}

#[test]
fn a_greater_amount_that_a_step_declares_to_keep_leaves_the_approval_complete() {
    let keeps = AmendmentRule { amount_raised: AmendmentEffect::Keep, ..AmendmentRule::default() };
    let dearer = Proposal::of(Offer::new(Remedy::EXCHANGE).with_amount(euros(5_000)));
    let story = submitted(remedy([one("line", MANAGER).with_material(keeps)]), exchange())
        .does("mia", Command::Sign(on(1)))
        .does("anna", Command::Amend(dearer))
        .is(Stage::Executing)
        .approval(1, ApprovalState::Approved);
    assert_eq!(story.case.approval(1).unwrap().amount(), Some(euros(5_000)));
    story.does("anna", Command::Finish).is(Stage::Resolved);
}

#[test]
fn consent_is_given_to_what_was_offered_and_to_nothing_else() {
    let cheaper = Proposal::of(Offer::new(Remedy::EXCHANGE).with_amount(euros(1)));
    let story = Story::new(desk(Track::new().with_consent()).build().unwrap())
        .investigating()
        .does("anna", Command::Propose(exchange()))
        .does("anna", Command::Offer)
        .does("anna", Command::Consent);
    assert!(story.case.has_consent());
    let story = story.does("anna", Command::Amend(cheaper)).is(Stage::Offered);
    assert!(!story.case.has_consent());
}

#[test]
fn who_has_a_limit_has_not_signed_what_is_not_known() {
    let unknown = |id: &str| {
        let Command::Link(mut linked) = link(id, 0) else { panic!("a link") };
        (linked.case.unstated, linked.case.amounts) = (true, Vec::new());
        Command::Link(linked)
    };
    let up_to = people([holding("mia", MANAGER).with_limit(euros(5_000)), holding("leo", LEADER)]);
    let signed = submitted(remedy([one("line", MANAGER)]), refund(4_000))
        .with(up_to.clone())
        .does("mia", Command::Sign(on(1)))
        .is(Stage::Executing)
        .does("anna", unknown("b-2"));
    signed.clone().refused("anna", Command::Finish, "this must first be approved by chain `only`");
    // Once the other case says what it comes to, the signature holds, or does not.
    signed.clone().does("anna", link("b-2", 1_000)).does("anna", Command::Finish).is(Stage::Resolved);
    signed.does("anna", link("b-2", 1_001)).refused(
        "anna",
        Command::Finish,
        "this must first be approved by chain `only`",
    );
    // What was signed while the approval is open goes too.
    let open = submitted(remedy([one("line", MANAGER), one("project", LEADER)]), refund(4_000))
        .with(up_to)
        .does("mia", Command::Sign(on(1)));
    open.clone().does("anna", link("b-2", 1_000)).signed_by(1, &["mia"]);
    open.does("anna", unknown("b-2")).signed_by(1, &[]);
}

#[test]
fn what_a_linked_case_comes_to_is_stated_later() {
    let unstated = |relation| {
        let Command::Link(mut linked) = link("b-2", 0) else { panic!("a link") };
        (linked.case.unstated, linked.case.amounts, linked.relation) = (true, Vec::new(), relation);
        Command::Link(linked)
    };
    let story = story(tiers())
        .investigating()
        .does("anna", unstated(Relation::Related))
        .does("anna", Command::Propose(refund(400_000)));
    let refused = story.try_to("anna", Command::Submit).unwrap_err().to_string();
    assert!(refused.contains("the amount"), "{refused}");
    story
        .clone()
        .refused(
            "anna",
            unstated(Relation::Related),
            "`b-2` is already on record; it cannot be recorded twice",
        )
        .does("anna", link("b-2", 700_000))
        .refused("anna", link("b-2", 700_000), "`b-2` is already on record; it cannot be recorded twice")
        .does("anna", Command::Submit)
        .does("mia", Command::Sign(on(1)))
        .is(Stage::Executing);
}

#[test]
fn a_merger_into_a_linked_case_counts_what_that_came_to_since() {
    let Command::Link(CaseLink { case: into, .. }) = link("b-2", 1_900_000) else { panic!("a link") };
    let merged = Command::Merge(redress::case::command::Merger { into, reason: note("the same lift") });
    story(tiers())
        .investigating()
        .does("anna", link("b-2", 100_000))
        .does("anna", merged)
        .does("anna", Command::Reopen(going_on(Stage::Investigating)))
        .does("anna", Command::Propose(refund(200_000)))
        .does("anna", Command::Submit)
        .does("mia", Command::Sign(on(1)))
        .is(Stage::InApproval)
        .does("leo", Command::Sign(on(1)))
        .is(Stage::Executing);
}

#[test]
fn an_extension_is_approved_before_the_complainant_is_told() {
    let table =
        ApprovalTable::new().with_chain(chain("longer", DecisionKind::Extension, [one("longer", LEADER)]));
    let rule = ExtensionRule::new(ExtensionReason::COMPLEX_CASE).with_approval().with_notice();
    let clock = Clock::new(ClockName::RESPONSE, Anchor::RECEIVED).with_extension(rule);
    let rule = ClockRule::new(clock, Term::calendar_days(5));
    let longer = |told| ClockExtension {
        clock: ClockName::RESPONSE,
        department: None,
        reason: ExtensionReason::COMPLEX_CASE,
        change: ExtensionAmount::Add(TimeAmount::CalendarDays(5)),
        told,
    };
    let policy = || desk(Track::new()).clock(rule.clone()).approvals(table.clone()).build().unwrap();
    let story = Story::new(policy())
        .does("anna", Command::Apply(ApprovalSubject::Extension(longer(None))))
        .does("leo", Command::Sign(on(1)))
        .until("2025-03-12T10:00:00+08:00");
    let told = Some(story.now);
    story
        .refused(
            "anna",
            Command::Extend(longer(None)),
            "clock `response` can only be extended after the complainant was told; say when that was",
        )
        .does("anna", Command::Extend(longer(told)))
        .extended_to("2025-03-21T02:00:00Z");
    // Told earlier than the approval says: it is for the date, and not for the call.
    let early = Some(at("2025-03-11T10:01:00+08:00"));
    Story::new(policy())
        .until("2025-03-12T10:00:00+08:00")
        .does("anna", Command::Apply(ApprovalSubject::Extension(longer(early))))
        .does("leo", Command::Sign(on(1)))
        .does("anna", Command::Extend(longer(told)))
        .extended_to("2025-03-21T02:00:00Z");
}

impl Story {
    #[track_caller]
    fn extended_to(self, expected: &str) -> Self {
        let clocks = self.case.clocks(&self.policy, self.now);
        let clock = clocks.iter().find(|clock| clock.name() == ClockName::RESPONSE).unwrap();
        assert_eq!(clock.reading(&self.policy, self.now).due().unwrap().at(), at(expected));
        self
    }
}
