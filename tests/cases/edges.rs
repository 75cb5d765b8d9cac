//! What stands at the edge of a rule: one more, one less, the other event, the other person.

use redress::approval::signing::{AmendmentEffect, AmendmentRule};
use redress::approval::{ApprovalTable, Chain, Holding, Roster, Signers, Step};
use redress::calendar::Span;
use redress::case::approval::{ApprovalState, ApprovalSubject};
use redress::case::command::{
    AnchorEvent, CaseLink, CaseSummary, CauseFinding, ClockExtension, ClockPause, Correction,
    ExtensionAmount, Findings, InvestigationStart, MAX_RECORDS, Merger, Offer, Proposal, TimeAmount,
};
use redress::case::migration::Migration;
use redress::case::track::{DepartmentContainment, MeasureProgress, RecallProgress, SanctionProposal};
use redress::case::{Command, Notice, Office, Refusal};
use redress::deadline::rule::{AfterBreach, ClockState, ExtensionRule, PauseRule, Warning};
use redress::deadline::{Clock, Count, Term};
use redress::policy::clock::{ClockScope, ReopeningEffect, Target};
use redress::policy::routing::RoutingGaps;
use redress::policy::severity::SeverityRule;
use redress::policy::track::FollowUpRule;
use redress::policy::{ClockRule, Condition, PolicyBuilder, Routing, SeverityRules, Track};
use redress::vocab::course::{ApprovalAct, DecisionKind, ExtensionReason, FollowUp, Opinion, Relation};
use redress::vocab::track::{
    AccidentStep, Accountable, Containment, GoodsStep, MeasureStep, RecallStep, Sanction,
};
use redress::vocab::{
    Action, Anchor, Category, Cause, ClockName, Currency, Department, Fact, FaultParty, Money, PauseReason,
    Remedy, Role, RuleId, Severity, Stage,
};

use crate::cases::clocks::*;
use crate::cases::support::*;

const MANAGER: Role = Role::MANAGER;
const LEADER: Role = Role::LEADER_IN_CHARGE;

fn rule(id: &str) -> RuleId {
    id.parse().unwrap()
}

fn step(id: &str, role: Role) -> Step {
    Step::new(rule(id), ApprovalAct::Approve, Signers::one(role))
}

fn one_of(id: &str, kind: DecisionKind, role: Role) -> Chain {
    Chain::new(rule(id), kind).with_step(step("line", role))
}

fn of_table(table: ApprovalTable) -> Story {
    Story::new(desk(Track::new()).approvals(table).build().unwrap())
}

fn of_roster<const N: usize>(story: Story, holders: [(&str, Role); N]) -> Story {
    let held = holders.into_iter().map(|(id, role)| Holding::new(who(id), role));
    let roster =
        held.fold(Roster::builder("r-9"), redress::approval::RosterBuilder::holding).build().unwrap();
    Story { roster, ..story }
}

fn refund(minor: u64) -> Proposal {
    Proposal::of(Offer::new(Remedy::REFUND).with_amount(euros(minor)))
}

fn other(id: &str, amounts: Vec<Money>) -> CaseSummary {
    CaseSummary {
        complained_about: Vec::new(),
        complainants: Vec::new(),
        handled_by: Vec::new(),
        complainant_keys: Vec::new(),
        id: id.parse().unwrap(),
        unstated: false,
        amounts,
        received: at("2025-03-01T10:00:00+08:00"),
        due: Vec::new(),
    }
}

fn link(id: &str, amounts: Vec<Money>) -> Command {
    Command::Link(CaseLink { case: other(id, amounts), relation: Relation::Related })
}

fn caused_by(cause: Cause) -> Findings {
    Findings::of(cause)
}

fn found(cause: Cause) -> Command {
    Command::FindCause(CauseFinding::new(cause, FaultParty::COMPANY))
}

#[test]
fn the_stated_cause_is_the_one_before_any_was_found() {
    let (stated, behind) = (Cause::SERVICE_ATTITUDE, Cause::PRODUCT_QUALITY_SPOILED);
    let story = Story::new(desk(Track::new()).build().unwrap())
        .does("anna", Command::Register)
        .does("anna", Command::Triage(caused_by(stated)))
        .does("anna", Command::Dispatch(dispatching()))
        .does("anna", Command::Start(InvestigationStart { department: None, received: None }));
    assert_eq!(story.case.stated_cause(), None);
    let same = story.clone().does("anna", found(stated));
    assert_eq!(same.case.stated_cause(), None);
    let story = story.does("anna", found(behind));
    assert_eq!(story.case.stated_cause(), Some(stated));
    let story = story.does("anna", Command::Reclassify(caused_by(Cause::PRODUCT_QUALITY_APPEARANCE)));
    assert_eq!(story.case.stated_cause(), Some(stated));
}

#[test]
fn what_is_added_to_a_receipt_classifies_nothing_anew() {
    let rule = ClockRule::new(Clock::new(ClockName::RESPONSE, Anchor::RECLASSIFIED), hours(2));
    let story = begin(desk_with(from_eight_to_six(), [rule]), "2026-01-12 09:00")
        .does("anna", Command::Reclassify(caused_by(Cause::SERVICE_ATTITUDE)));
    assert_eq!(story.state(ClockName::RESPONSE, "2026-01-12 09:00"), ClockState::NotStarted);
    let story = story
        .does("anna", Command::Register)
        .does("anna", Command::Reclassify(caused_by(Cause::PRODUCT_QUALITY_SPOILED)));
    assert_eq!(story.state(ClockName::RESPONSE, "2026-01-12 09:00"), ClockState::Running);
}

#[test]
fn findings_replace_what_they_name_and_keep_the_rest() {
    let measures = vec![Containment::STOCK_RECHECK];
    let first = Findings { words: measures.clone().into_iter().collect(), ..Findings::default() }
        .with_fact(Fact::MINUTES_LATE, 5);
    let story = Story::new(desk(Track::new()).build().unwrap())
        .does("anna", Command::Register)
        .does("anna", Command::Triage(first))
        .does("anna", Command::Reclassify(caused_by(Cause::SERVICE_ATTITUDE)));
    assert_eq!(story.case.complaint().containments().collect::<Vec<_>>(), measures);
    assert_eq!(story.case.complaint().count(Fact::MINUTES_LATE), 5);
    let story = story.does("anna", Command::Reclassify(Findings::default().with_fact(Fact::MINUTES_LATE, 0)));
    assert!(!story.case.complaint().facts().any(|(fact, _)| fact == Fact::MINUTES_LATE));
}

#[test]
fn a_one_person_shop_starts_without_a_department() {
    let policy = || {
        desk(Track::new().without_dispatch())
            .routing(Routing::none().with_gaps(RoutingGaps::Unrouted))
            .build()
            .unwrap()
    };
    Story::new(policy())
        .does("anna", Command::Register)
        .does("anna", Command::Triage(Findings::default()))
        .does("anna", Command::Start(InvestigationStart { department: None, received: None }))
        .is(Stage::Investigating);
}

#[test]
fn as_many_responsible_people_are_named_as_a_case_holds() {
    let through = |count: usize| {
        let people = (0..count).map(|number| who(&format!("p-{number}"))).collect();
        let findings = CauseFinding::new(Cause::SERVICE_ATTITUDE, FaultParty::COMPANY).findings;
        Command::FindCause(CauseFinding { findings, responsible: people, ..CauseFinding::default() })
    };
    let story = Story::new(desk(Track::new()).build().unwrap()).investigating();
    story.clone().does("anna", through(MAX_RECORDS)).does("anna", through(0));
    let refused = story.try_to("anna", through(MAX_RECORDS + 1)).unwrap_err().to_string();
    assert_eq!(refused, format!("{} responsible people, expected at most {MAX_RECORDS}", MAX_RECORDS + 1));
}

#[test]
fn a_correction_is_of_an_event_and_an_instant_on_record_and_of_no_other() {
    let event = |event, instant: &str| {
        Command::Happen(AnchorEvent { event, at: local(&from_eight_to_six(), instant), department: None })
    };
    let correct = |event, from: &str, to: &str| {
        Command::Correct(Correction {
            event,
            from: local(&from_eight_to_six(), from),
            to: local(&from_eight_to_six(), to),
            reason: note("a slip"),
        })
    };
    let ending = |name, event| ClockRule::new(Clock::new(name, event), hours(8));
    let policy = desk_with(
        from_eight_to_six(),
        [ending(ClockName::RESPONSE, Anchor::INSTALLED), ending(ClockName::PROMISE, Anchor::AGREED)],
    );
    let story = begin(policy, "2026-01-12 09:00")
        .on("2026-01-12 12:00")
        .does("anna", event(Anchor::INSTALLED, "2026-01-12 11:00"))
        .does("anna", event(Anchor::AGREED, "2026-01-12 11:00"));
    for (of, from) in [(Anchor::INSTALLED, "2026-01-12 11:30"), (Anchor::ACKNOWLEDGED, "2026-01-12 11:00")] {
        let refused = story.try_to("anna", correct(of, from, "2026-01-12 10:00")).unwrap_err();
        assert!(matches!(refused, Refusal::NothingToCorrect { .. }), "{refused}");
    }
    let early = story.try_to("anna", correct(Anchor::INSTALLED, "2026-01-12 11:00", "2026-01-12 08:59"));
    assert!(matches!(early, Err(Refusal::BeforeReceipt { .. })));
    let story = story.does("anna", correct(Anchor::INSTALLED, "2026-01-12 11:00", "2026-01-12 09:00"));
    assert_eq!(story.due(ClockName::RESPONSE), "Mon 2026-01-12 17:00");
    assert_eq!(story.due(ClockName::PROMISE), "Mon 2026-01-12 19:00");
    let again = story.try_to("anna", correct(Anchor::AGREED, "2026-01-12 09:00", "2026-01-12 08:00"));
    assert!(matches!(again, Err(Refusal::NothingToCorrect { .. })));
}

#[test]
fn an_extension_is_for_a_clock_that_runs_in_that_department() {
    let clock = Clock::new(ClockName::CLOSURE, Anchor::DEPARTMENT_RECEIVED)
        .with_extension(ExtensionRule::new(ExtensionReason::COMPLEX_CASE).with_times(9));
    let whole = Clock::new(ClockName::RESPONSE, Anchor::RECEIVED)
        .with_extension(ExtensionRule::new(ExtensionReason::COMPLEX_CASE).with_times(9));
    let rules = [
        ClockRule::new(clock, hours(24)).with_scope(ClockScope::Department),
        ClockRule::new(whole, hours(24)).with_until(Anchor::ACKNOWLEDGED),
    ];
    let extend = |clock, department| {
        Command::Extend(ClockExtension {
            clock,
            department,
            reason: ExtensionReason::COMPLEX_CASE,
            change: ExtensionAmount::Add(TimeAmount::Minutes(60)),
            told: None,
        })
    };
    let received = |department| {
        let at = local(&from_eight_to_six(), "2026-01-12 09:00");
        Command::Happen(AnchorEvent { event: Anchor::DEPARTMENT_RECEIVED, at, department: Some(department) })
    };
    let story = begin(desk_with(from_eight_to_six(), rules), "2026-01-12 09:00")
        .does("anna", received(Department::QUALITY))
        .does("anna", received(Department::SALES));
    let nothing = |refused: Result<_, Refusal>| {
        assert!(matches!(refused.map(|_: redress::case::Decision| ()), Err(Refusal::NoSuchClock { .. })));
    };
    nothing(story.try_to("anna", extend(ClockName::CLOSURE, Some(Department::PRODUCTION))));
    nothing(story.try_to("anna", extend(ClockName::PROMISE, None)));
    let dues = |story: &Story| {
        let clocks = story.case.clocks(&story.policy, story.now);
        let of_name = clocks.iter().filter(|clock| clock.name() == ClockName::CLOSURE);
        of_name
            .map(|clock| shown(&story.policy, &clock.reading(&story.policy, story.now)))
            .collect::<Vec<_>>()
    };
    let sales = story.clone().does("anna", extend(ClockName::CLOSURE, Some(Department::SALES)));
    assert_eq!(dues(&sales), ["Tue 2026-01-13 09:00", "Tue 2026-01-13 10:00"]);
    assert_eq!(sales.due(ClockName::RESPONSE), "Tue 2026-01-13 09:00");
    let both = story.clone().does("anna", extend(ClockName::CLOSURE, None));
    assert_eq!(dues(&both), ["Tue 2026-01-13 10:00", "Tue 2026-01-13 10:00"]);
    let ended = story.does("anna", Command::Acknowledge);
    nothing(ended.try_to("anna", extend(ClockName::RESPONSE, None)));
}

#[test]
fn a_pause_of_one_clock_leaves_the_others_alone() {
    let pausing =
        |name| Clock::new(name, Anchor::RECEIVED).with_pause(PauseRule::new(PauseReason::AWAITING_CUSTOMER));
    let rules = [
        ClockRule::new(pausing(ClockName::CLOSURE), hours(8)),
        ClockRule::new(pausing(ClockName::RESPONSE), hours(8)),
    ];
    let named = |clock| ClockPause { reason: PauseReason::AWAITING_CUSTOMER, clock: Some(clock), at: None };
    let story = begin(desk_with(from_eight_to_six(), rules), "2026-01-12 09:00")
        .does("anna", Command::Pause(named(ClockName::RESPONSE)))
        .on("2026-01-12 10:00");
    assert_eq!(story.state(ClockName::RESPONSE, "2026-01-12 10:00"), ClockState::Paused);
    assert_eq!(story.state(ClockName::CLOSURE, "2026-01-12 10:00"), ClockState::Running);
    let refused = story.try_to("anna", Command::Resume(named(ClockName::CLOSURE))).unwrap_err();
    assert!(refused.to_string().contains("closure"), "{refused}");
    let story = story.does("anna", Command::Resume(named(ClockName::RESPONSE)));
    assert_eq!(story.due(ClockName::RESPONSE), "Mon 2026-01-12 18:00");
    assert_eq!(story.due(ClockName::CLOSURE), "Mon 2026-01-12 17:00");
}

#[test]
fn an_amount_of_nothing_in_another_currency_is_no_second_currency() {
    let dollars = |minor| Money::new(minor, "USD".parse::<Currency>().unwrap());
    let table = ApprovalTable::new()
        .with_chain(one_of("large", DecisionKind::Remedy, LEADER).with_above(euros(1_000)))
        .with_chain(one_of("small", DecisionKind::Remedy, MANAGER));
    let story = of_table(table).investigating().does("anna", Command::Propose(refund(1_001)));
    let free = story.clone().does("anna", link("b-2", vec![dollars(0)])).does("anna", Command::Submit);
    assert_eq!(free.case.approval(1).unwrap().chain(), rule("large"));
    let paid = story.does("anna", link("b-2", vec![dollars(1)])).try_to("anna", Command::Submit);
    assert!(matches!(paid, Err(Refusal::ApprovalUnknown(_))));
}

#[test]
fn a_total_out_of_range_is_refused_where_it_would_come_about() {
    let huge = euros(u64::MAX);
    let out = "the total of all amounts is too large, expected less than 2^64 minor units";
    let story = Story::new(desk(Track::new()).build().unwrap())
        .investigating()
        .does("anna", link("b-2", vec![huge]))
        .refused("anna", Command::Propose(refund(1)), out)
        .does("anna", Command::Propose(refund(0)));
    let merged = Command::Merge(Merger { into: other("c-3", vec![euros(1)]), reason: note("the same") });
    story.refused("anna", merged, out).refused("anna", link("d-4", vec![euros(1)]), out);
}

fn sanction(minor: u64) -> SanctionProposal {
    SanctionProposal::new(who("tom"), Accountable::Direct, Sanction::PENALTY).with_amount(euros(minor))
}

#[test]
fn sanctions_that_were_refused_do_not_count_and_those_that_are_asked_for_do() {
    let table = ApprovalTable::new()
        .with_chain(one_of("large", DecisionKind::Sanction, LEADER).with_above(euros(100)))
        .with_chain(one_of("small", DecisionKind::Sanction, MANAGER));
    let apply = |minor| Command::Apply(ApprovalSubject::Sanction(sanction(minor)));
    let asked = of_roster(of_table(table), [("anna", Role::HANDLER), ("mia", MANAGER), ("leo", LEADER)])
        .does("anna", Command::ProposeSanction(sanction(60)))
        .does("anna", Command::ProposeSanction(sanction(50)))
        .does("anna", apply(60));
    let both = asked.clone().does("anna", apply(50));
    assert_eq!(both.case.approval(2).unwrap().chain(), rule("large"));
    let refused = asked
        .does("mia", Command::RefuseToSign(on(1)))
        .approval_is(1, ApprovalState::Refused)
        .refused_by(1, "mia")
        .does("anna", apply(50));
    assert_eq!(refused.case.approval(2).unwrap().chain(), rule("small"));
}

impl Story {
    #[track_caller]
    fn refused_by(self, number: u32, person: &str) -> Self {
        let refused = self.case.approval(number).unwrap().refused();
        assert_eq!(refused.iter().map(redress::approval::Signature::by).collect::<Vec<_>>(), [who(person)]);
        self
    }

    #[track_caller]
    fn approval_is(self, number: u32, state: ApprovalState) -> Self {
        assert_eq!(self.case.approval(number).unwrap().state(), state);
        self
    }
}

#[test]
fn what_may_follow_the_end_is_applied_for_after_it() {
    let table = ApprovalTable::new()
        .with_chain(one_of("recall", DecisionKind::Recall, MANAGER))
        .with_chain(one_of("measure", DecisionKind::CorrectiveAction, MANAGER))
        .with_chain(one_of("longer", DecisionKind::Extension, MANAGER));
    let over = of_table(table).does("anna", Command::Withdraw(because("settled"))).is(Stage::Closed);
    let longer = ClockExtension {
        clock: ClockName::CLOSURE,
        department: None,
        reason: ExtensionReason::COMPLEX_CASE,
        change: ExtensionAmount::Add(TimeAmount::Minutes(60)),
        told: None,
    };
    assert!(over.try_to("anna", Command::Apply(ApprovalSubject::Extension(longer))).is_err());
    over.does("anna", Command::Apply(ApprovalSubject::Recall))
        .does("anna", Command::Apply(ApprovalSubject::CorrectiveAction(rule("guard-rail"))))
        .does("mia", Command::Sign(on(1)))
        .does("anna", Command::Recall(RecallProgress { step: RecallStep::Needed }))
        .does("anna", Command::Recall(RecallProgress { step: RecallStep::Started }));
}

#[test]
fn who_planned_a_measure_or_began_a_recall_signs_nothing_of_the_case() {
    let table = ApprovalTable::new().with_chain(one_of("only", DecisionKind::Remedy, MANAGER));
    let planned =
        |step| Command::TakeAction(MeasureProgress { measure: rule("guard-rail"), step, note: None });
    let begun = Command::Recall(RecallProgress { step: RecallStep::Started });
    for handles in [planned(MeasureStep::Planned), begun] {
        let story = of_table(table.clone())
            .does("anna", Command::Recall(RecallProgress { step: RecallStep::Needed }))
            .investigating()
            .does("mia", handles)
            .does("anna", Command::Propose(exchange()))
            .does("anna", Command::Submit);
        let refused = story.try_to("mia", Command::Sign(on(1))).unwrap_err().to_string();
        assert!(refused.contains("`mia`"), "{refused}");
        story.does("max", Command::Sign(on(1))).is(Stage::Executing);
    }
}

#[test]
fn nothing_is_submitted_that_nobody_can_sign() {
    let table = ApprovalTable::new().with_chain(one_of("only", DecisionKind::Remedy, MANAGER));
    let story = of_roster(of_table(table), [("anna", Role::HANDLER), ("mia", MANAGER)])
        .investigating()
        .does("mia", Command::Propose(exchange()));
    let refused = story.try_to("anna", Command::Submit).unwrap_err();
    assert!(matches!(refused, Refusal::Stuck(_)), "{refused}");
}

#[test]
fn a_chain_that_asks_nothing_more_takes_no_ones_place() {
    let steps = |chain: Chain, again: bool| {
        let second = step("second", LEADER);
        chain.with_step(step("line", MANAGER)).with_step(if again {
            second.with_by_anyone_again()
        } else {
            second
        })
    };
    let table = |stricter: bool| {
        ApprovalTable::new()
            .with_chain(
                steps(Chain::new(rule("grave"), DecisionKind::Remedy), !stricter)
                    .with_from_severity(Severity::Serious),
            )
            .with_chain(steps(Chain::new(rule("small"), DecisionKind::Remedy), true))
    };
    let graver = |stricter| {
        of_table(table(stricter))
            .investigating()
            .does("anna", Command::Propose(exchange()))
            .does("anna", Command::Submit)
            .does("mia", Command::Sign(on(1)))
            .does("anna", Command::Reclassify(Findings::default().with_fact(Fact::MINUTES_LATE, 30)))
    };
    let same = graver(false);
    assert_eq!(same.case.approval(1).unwrap().chain(), rule("small"));
    let stricter = graver(true);
    assert_eq!(stricter.case.approval(1).unwrap().chain(), rule("grave"));
    // What the first has signed holds in both, for nobody signed twice.
    for story in [same, stricter] {
        assert_eq!(story.case.approval(1).unwrap().signed().len(), 1);
        story.does("leo", Command::Sign(on(1))).is(Stage::Executing);
    }
}

#[test]
fn only_who_has_signed_is_told_of_a_change() {
    let told = AmendmentRule { text_changed: AmendmentEffect::Notify, ..AmendmentRule::default() };
    let chain = Chain::new(rule("only"), DecisionKind::Remedy)
        .with_step(step("line", MANAGER).with_material(told))
        .with_step(step("project", LEADER).with_material(told));
    let story = of_table(ApprovalTable::new().with_chain(chain))
        .investigating()
        .does("anna", Command::Propose(refund(100)))
        .does("anna", Command::Submit);
    let reworded = |text: &str| {
        let mut proposal = refund(100);
        proposal.alternatives[0].note = Some(note(text));
        Command::Amend(proposal)
    };
    let tells = |story: &Story, text: &str| {
        let decision = story.try_to("anna", reworded(text)).unwrap();
        let told = |notice: &&Notice| matches!(notice, Notice::TellSigners { .. });
        decision.notices().iter().filter(told).count()
    };
    assert_eq!(tells(&story, "in cash"), 0);
    let story = story.does("mia", Command::Sign(on(1)));
    assert_eq!(tells(&story, "in cash"), 1);
}

#[test]
fn what_lapses_takes_its_approval_with_it() {
    let track = Track::new().with_consent().with_silence(Span::hours(24));
    let table = ApprovalTable::new().with_chain(one_of("only", DecisionKind::Remedy, MANAGER));
    Story::new(desk(track).approvals(table).build().unwrap())
        .investigating()
        .does("anna", Command::Propose(exchange()))
        .does("anna", Command::Submit)
        .does("mia", Command::Sign(on(1)))
        .is(Stage::Offered)
        .until("2025-03-13T10:05:00+08:00")
        .does("anna", Command::Lapse)
        .approval_is(1, ApprovalState::Void);
}

#[test]
fn whoever_never_could_or_has_signed_is_not_told_that_it_is_needed_no_more() {
    let step = Step::new(rule("line"), ApprovalAct::Approve, Signers::one(MANAGER)).with_system(who("bot"));
    let table =
        ApprovalTable::new().with_chain(Chain::new(rule("only"), DecisionKind::Remedy).with_step(step));
    let story = of_table(table).investigating().does("max", Command::Propose(exchange()));
    let roster = [("mia", MANAGER), ("max", MANAGER), ("moe", MANAGER)]
        .into_iter()
        .fold(Roster::builder("r-9"), |roster, (id, role)| roster.holding(Holding::new(who(id), role)))
        .system(who("bot"))
        .build()
        .unwrap();
    let story = Story { roster, ..story }.does("max", Command::Submit);
    let signed = story.clone().does("mia", Command::Sign(on(1)));
    let told =
        Office::new(&signed.policy, &signed.roster).no_longer_needed(&signed.case, 1, signed.now).unwrap();
    assert_eq!(told.into_iter().map(|(_, person)| person.to_string()).collect::<Vec<_>>(), ["moe"]);
}

#[test]
fn a_move_compares_clocks_of_one_name_with_each_other() {
    let rule = |name, amount| ClockRule::new(Clock::new(name, Anchor::RECEIVED), hours(amount));
    let of = |version: &'static str, closing| {
        let policy = redress::policy::Policy::builder("desk")
            .version(version)
            .calendar(from_eight_to_six())
            .routing(Routing::none().with_gaps(RoutingGaps::Unrouted));
        [rule(ClockName::CLOSURE, closing), rule(ClockName::RESPONSE, 4)]
            .into_iter()
            .fold(policy, PolicyBuilder::clock)
            .build()
            .unwrap()
    };
    let (one, two) = (of("1", 8), of("2", 12));
    let story = begin(one.clone(), "2026-01-12 09:00");
    let diff = Migration { from: &one, to: &two }.diff(&story.case, story.now).unwrap();
    let changed: Vec<ClockName> = diff.clocks.iter().map(|change| change.clock).collect();
    assert_eq!(changed, [ClockName::CLOSURE]);
}

#[test]
fn who_contained_is_another_department_than_the_one_that_waits() {
    let at = local(&from_eight_to_six(), "2026-01-12 09:00");
    let received = |department| {
        Command::Happen(AnchorEvent { event: Anchor::DEPARTMENT_RECEIVED, at, department: Some(department) })
    };
    let policy = desk_in(from_eight_to_six()).track(Track::new().with_containment()).build().unwrap();
    let story = begin(policy, "2026-01-12 09:00")
        .does("anna", received(Department::QUALITY))
        .does("anna", received(Department::SALES))
        .does(
            "anna",
            Command::Contain(DepartmentContainment {
                department: Department::QUALITY,
                measures: vec![Containment::STOCK_RECHECK],
            }),
        );
    assert_eq!(story.owed("2026-01-12 09:00"), ["containment of sales 0"]);
}

#[test]
fn another_case_sees_the_dates_by_which_something_is_owed_and_no_earlier_ones() {
    let closing = ClockRule::new(Clock::new(ClockName::CLOSURE, Anchor::DEPARTMENT_RECEIVED), hours(24))
        .with_scope(ClockScope::Department)
        .with_on_reopening(ReopeningEffect::Stays);
    let received = |department, instant: &str| {
        let at = local(&from_eight_to_six(), instant);
        Command::Happen(AnchorEvent { event: Anchor::DEPARTMENT_RECEIVED, at, department: Some(department) })
    };
    let story = begin(desk_with(from_eight_to_six(), [closing]), "2026-01-12 09:00")
        .on("2026-01-12 12:00")
        .does("anna", received(Department::QUALITY, "2026-01-12 10:00"))
        .does("anna", received(Department::SALES, "2026-01-12 12:00"));
    let due = |story: &Story| {
        let due = story.case.summary(&story.policy).due;
        due.into_iter().map(|due| (due.clock, due.at)).collect::<Vec<_>>()
    };
    // Of two departments the earlier one; after a reopening the second clock, and not the first.
    assert_eq!(due(&story), [(ClockName::CLOSURE, story.instant("2026-01-13 10:00"))]);
    let again =
        closed(story).on("2026-01-20 09:00").does("anna", Command::Reopen(going_on(Stage::Investigating)));
    assert_eq!(due(&again), [(ClockName::CLOSURE, again.instant("2026-01-21 09:00"))]);
}

#[test]
fn a_remedy_that_is_to_be_signed_anew_is_so_whatever_else_is() {
    let raised = |id: &str, kind, role| one_of(id, kind, role).with_from_severity(Severity::Serious);
    let table = ApprovalTable::new()
        .with_chain(raised("grave-remedy", DecisionKind::Remedy, LEADER))
        .with_chain(one_of("remedy", DecisionKind::Remedy, MANAGER))
        .with_chain(raised("grave-recall", DecisionKind::Recall, LEADER))
        .with_chain(one_of("recall", DecisionKind::Recall, MANAGER));
    let graver = Command::Reclassify(Findings::default().with_fact(Fact::MINUTES_LATE, 30));
    let story = of_table(table)
        .investigating()
        .does("anna", Command::Propose(exchange()))
        .does("anna", Command::Submit)
        .does("mia", Command::Sign(on(1)))
        .is(Stage::Executing)
        .does("anna", Command::Apply(ApprovalSubject::Recall))
        .does("anna", graver)
        .is(Stage::InApproval);
    assert_eq!(story.case.approval(1).unwrap().chain(), rule("grave-remedy"));
    assert_eq!(story.case.approval(2).unwrap().chain(), rule("grave-recall"));
}

#[test]
fn a_clock_ends_with_the_effect_and_another_with_the_standard() {
    let ending = |name, event| ClockRule::new(Clock::new(name, Anchor::RECEIVED), hours(8)).with_until(event);
    let rules = [
        ending(ClockName::RESPONSE, Anchor::EFFECT_CONFIRMED),
        ending(ClockName::VERIFICATION, Anchor::STANDARDISED),
    ];
    let step = |step| Command::TakeAction(MeasureProgress { measure: rule("guard-rail"), step, note: None });
    let state = |story: &Story, name| {
        assert!(story.case.clocks(&story.policy, story.now).iter().all(|clock| !clock.is_exempt()));
        story.state(name, "2026-01-12 09:00")
    };
    let story = [MeasureStep::Planned, MeasureStep::CarriedOut]
        .into_iter()
        .fold(begin(desk_with(from_eight_to_six(), rules), "2026-01-12 09:00"), |story, taken| {
            story.does("anna", step(taken))
        });
    assert_eq!(state(&story, ClockName::RESPONSE), ClockState::Running);
    let story = story.does("mia", step(MeasureStep::EffectConfirmed));
    assert_eq!(state(&story, ClockName::RESPONSE), ClockState::Met);
    assert_eq!(state(&story, ClockName::VERIFICATION), ClockState::Running);
    let story = story.does("mia", step(MeasureStep::Standardised));
    assert_eq!(state(&story, ClockName::VERIFICATION), ClockState::Met);
}

#[test]
fn as_many_contacts_as_wanted_are_enough() {
    let track =
        Track::new().with_follow_up(FollowUpRule::new(FollowUp::SATISFACTION_CHECK, 1).with_target(2));
    let policy = desk_in(from_eight_to_six()).track(track).build().unwrap();
    let mut story = solved(begin(policy, "2026-01-12 09:00"));
    for owed in ["follow-up 0", "further-follow-up 1"] {
        assert_eq!(story.owed("2026-01-12 09:00"), [owed]);
        story = story.does("anna", asked(Opinion::Satisfied));
    }
    assert_eq!(story.owed("2026-01-12 09:00"), Vec::<String>::new());
}

#[test]
fn a_clock_that_stays_breached_warns_no_more_and_one_that_follows_its_date_does() {
    let warned = |after| {
        let clock = Clock::new(ClockName::RESPONSE, Anchor::RECEIVED)
            .with_warning(Warning::Lead(Count::Elapsed(Span::hours(1))))
            .with_after_breach(after);
        let target = |id, category, amount| Target::new(rule(id), category, hours(amount));
        let rule = ClockRule::by_target(
            clock,
            [
                target("quality", Category::PRODUCT_QUALITY, 2),
                target("service", Category::SERVICE_PROCESS, 24),
            ],
        );
        let policy = desk_with(from_eight_to_six(), [rule]);
        let story = begin_with(policy, "2026-01-12 09:00", about(Category::PRODUCT_QUALITY))
            .on("2026-01-12 12:00")
            .does("anna", Command::Reclassify(about(Category::SERVICE_PROCESS)));
        let owed = story.owed("2026-01-13 08:30");
        owed.iter().filter(|owed| owed.starts_with("warning")).count()
    };
    let stays = warned(AfterBreach::StaysBreached);
    assert_eq!(warned(AfterBreach::FollowsNewDue), stays + 1);
}

#[test]
fn a_chained_clock_waits_for_the_date_of_the_other() {
    let target = Target::new(rule("quality"), Category::PRODUCT_QUALITY, hours(2));
    let closing = ClockRule::by_target(Clock::new(ClockName::CLOSURE, Anchor::RECEIVED), [target]);
    let chained = ClockRule::new(Clock::new(ClockName::UNCLOSED_NOTICE, Anchor::RECEIVED), hours(1))
        .with_from_due_of(ClockName::CLOSURE);
    let story = begin(desk_with(from_eight_to_six(), [closing, chained]), "2026-01-12 09:00");
    assert_eq!(story.state(ClockName::UNCLOSED_NOTICE, "2026-01-12 09:00"), ClockState::NotStarted);
    let story = story.does("anna", Command::Reclassify(about(Category::PRODUCT_QUALITY)));
    assert_eq!(story.state(ClockName::UNCLOSED_NOTICE, "2026-01-12 11:30"), ClockState::Running);
}

#[test]
fn a_limit_by_severity_is_known_where_it_is_the_same_at_every_level_that_it_may_be() {
    // General or serious while nobody knows the cause; minor and critical never.
    let late = Condition::is(Cause::SERVICE_ATTITUDE);
    let rules =
        SeverityRules::new([Severity::Minor, Severity::General, Severity::Serious, Severity::Critical])
            .with_rule(SeverityRule::new(rule("late"), Severity::Serious, late))
            .with_rule(SeverityRule::new(
                rule("grave"),
                Severity::Critical,
                Condition::has(Fact::CUSTOMER_HELPED),
            ))
            .with_rule(SeverityRule::new(rule("small"), Severity::Minor, Condition::has(Fact::SMALL_MATTER)))
            .with_otherwise(Severity::General);
    let story = |targets: [(Severity, u32); 3]| {
        let target = |(level, amount): (Severity, u32)| {
            let term = Term::elapsed(Span::hours(amount));
            Target::of_severity(rule(&format!("t-{level}")), level, term)
        };
        let clock =
            ClockRule::by_target(Clock::new(ClockName::RESPONSE, Anchor::RECEIVED), targets.map(target));
        let policy = desk_in(from_eight_to_six()).severity(rules.clone()).clock(clock).build().unwrap();
        begin_with(policy, "2026-01-12 09:00", Findings::default())
    };
    let open = story([(Severity::Minor, 1), (Severity::General, 4), (Severity::Critical, 2)]);
    assert_eq!((open.case.severity(), open.case.highest_severity()), (None, Some(Severity::Serious)));
    assert_eq!(open.due(ClockName::RESPONSE), "Mon 2026-01-12 13:00");
    let open = story([(Severity::Minor, 1), (Severity::General, 4), (Severity::Serious, 2)]);
    assert_eq!(open.state(ClockName::RESPONSE, "2026-01-12 09:00"), ClockState::Undetermined);
}

#[test]
fn a_greater_amount_of_any_alternative_is_signed_anew_and_unknown_ones_are_no_greater() {
    let chain = Chain::new(rule("only"), DecisionKind::Remedy)
        .with_step(step("line", MANAGER))
        .with_step(step("project", LEADER));
    let offers = |amounts: [Option<u64>; 2], text: &str| {
        let alternatives = [Remedy::REFUND, Remedy::EXCHANGE].into_iter().zip(amounts);
        let alternatives = alternatives.map(|(remedy, amount)| {
            let offer =
                amount.map_or(Offer::new(remedy), |minor| Offer::new(remedy).with_amount(euros(minor)));
            Offer { note: Some(note(text)), ..offer }
        });
        Proposal { alternatives: alternatives.collect(), person_behind: None }
    };
    let amended = |before, after| {
        of_table(ApprovalTable::new().with_chain(chain.clone()))
            .investigating()
            .does("anna", Command::Propose(offers(before, "in cash")))
            .does("anna", Command::Submit)
            .does("mia", Command::Sign(on(1)))
            .does("anna", Command::Amend(offers(after, "in cash")))
            .case
            .approval(1)
            .unwrap()
            .signed()
            .len()
    };
    // The second one costs more, and the dearest as much as before.
    assert_eq!(amended([Some(100), Some(50)], [Some(100), Some(80)]), 0);
    assert_eq!(amended([Some(100), Some(80)], [Some(100), Some(50)]), 1);
    assert_eq!(amended([None, None], [None, None]), 1);
    assert_eq!(amended([Some(100), None], [Some(100), Some(80)]), 0);
}

#[test]
fn who_triages_or_dispatches_skips_neither() {
    let start = Command::Start(InvestigationStart { department: Some(Department::QUALITY), received: None });
    for track in [Track::new().without_dispatch(), Track::new().without_triage()] {
        let story = Story::new(desk(track).build().unwrap()).does("anna", Command::Register);
        assert!(matches!(story.try_to("anna", start.clone()), Err(Refusal::NotFromHere { .. })));
    }
}

#[test]
fn goods_that_are_disposed_of_and_an_accident_that_is_billed_are_handled_no_more() {
    let may = |story: &Story, action: Action| {
        let allowed = Office::new(&story.policy, &story.roster).allowed(&story.case, who("anna"), story.now);
        allowed.iter().any(|can| can.action == action && can.refusal.is_none())
    };
    let mut story = solved(begin(desk_with(from_eight_to_six(), []), "2026-01-12 09:00"));
    for &step in AccidentStep::ALL {
        assert!(may(&story, Action::TakeAccidentStep), "{step}");
        story =
            story.does("anna", Command::TakeAccidentStep(redress::case::track::AccidentProgress { step }));
    }
    assert!(!may(&story, Action::TakeAccidentStep));
    for &step in GoodsStep::ALL {
        if story.try_to("anna", Command::HandleGoods(redress::case::track::GoodsProgress { step })).is_ok() {
            assert!(may(&story, Action::HandleGoods), "{step}");
            story = story.does("anna", Command::HandleGoods(redress::case::track::GoodsProgress { step }));
        }
    }
    assert!(!may(&story, Action::HandleGoods));
}

#[test]
fn a_limit_for_everything_else_holds_where_no_target_is_named() {
    let target = Target::new(rule("quality"), Category::PRODUCT_QUALITY, hours(2));
    let clock = ClockRule::by_target(Clock::new(ClockName::RESPONSE, Anchor::RECEIVED), [target])
        .with_otherwise(hours(8));
    let of = |category| {
        let policy = desk_with(from_eight_to_six(), [clock.clone()]);
        begin_with(policy, "2026-01-12 09:00", about(category)).due(ClockName::RESPONSE)
    };
    assert_eq!(of(Category::PRODUCT_QUALITY), "Mon 2026-01-12 11:00");
    assert_eq!(of(Category::SERVICE_PROCESS), "Mon 2026-01-12 17:00");
}
