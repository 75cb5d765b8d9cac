//! What runs beside the course.

use chrono::{DateTime, Utc};
use redress::approval::{ApprovalTable, Chain, Signers, Step};
use redress::case::approval::{ApprovalState, ApprovalSubject};
use redress::case::command::{
    AnchorEvent, Apology, CaseLink, CaseSummary, CauseFinding, ClockDue, Dispatch, Findings, FollowUpResult,
    Message, Promise, ThanksLetter,
};
use redress::case::state::PromiseOutcome;
use redress::case::track::{
    AccidentProgress, ContainmentWaiver, DepartmentContainment, DisciplineRecord, GoodsProgress,
    MeasureProgress, RecallProgress, SanctionProposal,
};
use redress::case::{Command, EventKind, Notice};
use redress::deadline::{Clock, Term};
use redress::policy::clock::ClockPart;
use redress::policy::track::{ApologyRule, FollowUpRule, ForcedClosure, ForcedClosureTest};
use redress::policy::{ClockRule, PolicyBuilder, Track};
use redress::vocab::course::{ApprovalAct, DecisionKind, Duty, FollowUp, Opinion, Relation};
use redress::vocab::track::{
    AccidentStep, Accountable, Containment, Discipline, GoodsStep, MeasureStep, RecallStep, Sanction,
    ThanksOccasion,
};
use redress::vocab::{
    Action, Anchor, Cause, ClockName, Department, FaultParty, Role, RuleId, Stage, Standing,
};
use redress::word;

use crate::cases::course::*;
use crate::cases::support::*;

/// Since when duties of a kind are owed.
fn owed(story: &Story, duty: Duty) -> Vec<DateTime<Utc>> {
    story.outlook().owed(story.now).filter(|owed| owed.key.duty == duty).map(|owed| owed.since).collect()
}

/// One leader approves each decision of a kind.
fn approved(kind: DecisionKind) -> ApprovalTable {
    let leader =
        Step::new(word!(RuleId, "approve"), ApprovalAct::Approve, Signers::one(Role::LEADER_IN_CHARGE));
    ApprovalTable::new().with_chain(Chain::new(word!(RuleId, "leader"), kind).with_step(leader))
}

fn solved(policy: PolicyBuilder) -> Story {
    proposed(policy).does("anna", Command::CarryOut).does("anna", Command::Finish).is(Stage::Resolved)
}

fn withdraw() -> Command {
    Command::Withdraw(because("never mind"))
}

// X1: acknowledgement.

#[test]
fn an_acknowledgement_is_sent_once_in_the_life_of_a_case() {
    let already = "`acknowledged` is already on record; it cannot be recorded twice";
    solved(desk(Track::new()))
        .does("anna", Command::Close)
        .does("anna", Command::Reopen(going_on(Stage::Investigating)))
        .does("anna", Command::Acknowledge)
        .refused("anna", Command::Acknowledge, already);
}

// X2: promises.

fn promise(until: &str) -> Command {
    Command::Promise(Promise { until: at(until) })
}

fn answer(next: Option<&str>) -> Command {
    Command::Answer(Message { next: next.map(at), automatic: false, note: None })
}

fn promising() -> Story {
    registered(desk(Track::new().with_promises())).does("anna", promise("2025-03-12T15:00:00+08:00"))
}

#[test]
fn exactly_one_promise_is_open_and_the_next_comes_with_an_answer() {
    let open = "an answer is promised by 2025-03-12T07:00:00Z; give that answer first";
    let story = promising()
        .refused("anna", promise("2025-03-13T15:00:00+08:00"), open)
        .does("anna", answer(Some("2025-03-13T15:00:00+08:00")))
        .refused(
            "anna",
            promise("2025-03-14T15:00:00+08:00"),
            "an answer is promised by 2025-03-13T07:00:00Z; give that answer first",
        );
    assert_eq!(story.case.promises().len(), 2);
    assert_eq!(story.case.open_promise().unwrap().until, at("2025-03-13T15:00:00+08:00"));
}

#[test]
fn a_promise_lies_in_the_future() {
    let late = "2025-03-11T02:05:00Z is too early, expected 2025-03-11T02:05:00.000000001Z or later";
    registered(desk(Track::new()))
        .refused("anna", promise("2025-03-11T10:05:00+08:00"), late)
        .refused("anna", answer(Some("2025-03-11T10:05:00+08:00")), late)
        .does("anna", promise("2025-03-11T10:05:00.000000001+08:00"));
}

#[test]
fn an_answer_is_owed_at_its_instant_whatever_the_progress() {
    let due = "2025-03-12T15:00:00+08:00";
    let story = promising().until("2025-03-12T14:59:59.999999999+08:00");
    assert!(owed(&story, Duty::PromisedAnswer).is_empty());
    // Everything but an answer: triage, dispatch, cause, proposal, a notice, and a message of a machine.
    let story = story
        .does("anna", triage())
        .does("anna", dispatch())
        .does("anna", start())
        .does("anna", found(FaultParty::COMPANY))
        .does("anna", Command::Propose(exchange()))
        .does("anna", Command::NotifyProgress(because("we are at it")))
        .does("anna", Command::Answer(Message { next: None, automatic: true, note: None }))
        .until(due);
    assert_eq!(owed(&story, Duty::PromisedAnswer), [at(due)]);
    assert!(owed(&story, Duty::BrokenPromise).is_empty());
    let story = story.until("2025-03-12T15:00:00.000000001+08:00");
    assert_eq!(owed(&story, Duty::BrokenPromise), [story.now]);
}

#[test]
fn a_promise_is_kept_at_its_very_instant_and_broken_a_nanosecond_later() {
    let due = "2025-03-12T15:00:00+08:00";
    let late = "2025-03-12T15:00:00.000000001+08:00";
    let story = promising();
    let open = story.case.promises()[0];
    assert_eq!(open.kept(at(due)), PromiseOutcome::Pending);
    assert_eq!(open.kept(at(late)), PromiseOutcome::Broken);
    let kept = story.clone().until(due).does("anna", answer(None));
    assert_eq!(kept.case.promises()[0].kept(kept.now), PromiseOutcome::Kept);
    assert_eq!(kept.case.open_promise(), None);
    let broken = story.until(late).does("anna", answer(None));
    assert_eq!(broken.case.promises()[0].kept(broken.now), PromiseOutcome::Broken);
    // It stays broken, and somebody is to be told; before the answer it was only late.
    assert_eq!(broken.case.promises()[0].kept(at(due)), PromiseOutcome::Pending);
    assert_eq!(owed(&broken, Duty::BrokenPromise), [at(late)]);
}

#[test]
fn an_answer_without_a_solution_and_without_a_promise_leaves_one_owed() {
    let decision = promising().try_to("anna", answer(None)).unwrap();
    assert_eq!(decision.notices(), [Notice::NoPromise]);
    assert_eq!(
        decision.notices()[0].to_string(),
        "the complaint is not solved and nothing is promised; promise the time of the next answer",
    );
    let story = promising().until("2025-03-12T15:00:00+08:00").does("anna", answer(None));
    assert_eq!(owed(&story, Duty::NewPromise), [story.now]);
    let story = story.does("anna", promise("2025-03-13T15:00:00+08:00"));
    assert!(owed(&story, Duty::NewPromise).is_empty());
    // Where the procedure promises nothing, nothing is owed and nothing is said.
    let quiet = registered(desk(Track::new()));
    assert_eq!(quiet.try_to("anna", answer(None)).unwrap().notices(), []);
    assert!(owed(&quiet, Duty::NewPromise).is_empty());
}

#[test]
fn a_first_promise_is_owed_since_the_registration() {
    let story = registered(desk(Track::new().with_promises()));
    let since = story.now;
    let story = story.until("2025-03-11T12:00:00+08:00").does("anna", triage());
    assert_eq!(owed(&story, Duty::NewPromise), [since]);
}

#[test]
fn a_machine_promises_nothing_and_keeps_no_promise() {
    let until = Some(at("2025-03-13T15:00:00+08:00"));
    let story = promising().refused(
        "anna",
        Command::Answer(Message { next: until, automatic: true, note: None }),
        "this cannot be done: there is no promise in an automatic message; a person must promise the next answer",
    );
    let story = story.does("anna", Command::Answer(Message { next: None, automatic: true, note: None }));
    assert!(story.case.open_promise().is_some());
}

#[test]
fn a_solution_answers_and_dissatisfaction_asks_for_another_promise() {
    let story = solved(desk(Track::new().with_promises()));
    let until = Some("2025-03-13T15:00:00+08:00");
    let story = story.refused(
        "anna",
        answer(until),
        "this cannot be done: there is no further answer to promise once the complaint is solved",
    );
    not_from_here(story.clone(), promise("2025-03-13T15:00:00+08:00"));
    assert!(owed(&story, Duty::NewPromise).is_empty());
    let story = story
        .until("2025-03-14T10:00:00+08:00")
        .does("anna", Command::RecordDissatisfaction(going_on(Stage::Investigating)));
    assert_eq!(owed(&story, Duty::NewPromise), [story.now]);
    // A promise that was open when it was solved is kept by the solution.
    let kept = triaged(desk(Track::new()))
        .does("anna", promise("2025-03-12T15:00:00+08:00"))
        .until("2025-03-12T15:00:00+08:00")
        .does("anna", not_established());
    assert_eq!(kept.case.promises()[0].kept(kept.now), PromiseOutcome::Kept);
}

#[test]
fn nobody_waits_for_an_answer_to_what_was_taken_back() {
    let over = promising().does("anna", withdraw()).until("2025-03-13T10:00:00+08:00");
    assert_eq!((owed(&over, Duty::PromisedAnswer), owed(&over, Duty::BrokenPromise)), (vec![], vec![]));
    // What was broken before that stays broken.
    let broken = promising().until("2025-03-13T10:00:00+08:00").does("anna", withdraw());
    assert!(owed(&broken, Duty::PromisedAnswer).is_empty());
    assert_eq!(owed(&broken, Duty::BrokenPromise), [at("2025-03-12T15:00:00.000000001+08:00")]);
}

// X3: containment.

fn contain(department: Department) -> Command {
    Command::Contain(DepartmentContainment { department, measures: vec![Containment::EXTRA_INSPECTION] })
}

fn waive(department: Department) -> Command {
    Command::WaiveContainment(ContainmentWaiver { department, reason: note("nothing in stock") })
}

#[test]
fn every_department_that_got_the_complaint_has_its_own_measure() {
    let sales = AnchorEvent {
        event: Anchor::DEPARTMENT_RECEIVED,
        at: at("2025-03-11T10:05:00+08:00"),
        department: Some(Department::SALES),
    };
    let story = solved(desk(Track::new().with_containment())).does("anna", Command::Happen(sales));
    assert_eq!(owed(&story, Duty::Containment).len(), 2);
    let story = story
        .refused(
            "anna",
            Command::Close,
            "department `quality` has no containment measure; record one, or record that none is needed",
        )
        .does("anna", contain(Department::QUALITY))
        .refused(
            "anna",
            contain(Department::QUALITY),
            "`quality` is already on record; it cannot be recorded twice",
        )
        .refused(
            "anna",
            waive(Department::QUALITY),
            "`quality` is already on record; it cannot be recorded twice",
        )
        .refused(
            "anna",
            Command::Close,
            "department `sales` has no containment measure; record one, or record that none is needed",
        );
    assert_eq!(owed(&story, Duty::Containment).len(), 1);
    let story = story.does("anna", waive(Department::SALES));
    assert!(owed(&story, Duty::Containment).is_empty());
    let now = story.now;
    assert_eq!(
        story.case.contained_departments(),
        [(Department::QUALITY, Some(now)), (Department::SALES, None)]
    );
    not_from_here(story.does("anna", Command::Close), contain(Department::PRODUCTION));
}

#[test]
fn every_measure_of_containment_is_put_in_place() {
    for &measure in Containment::ALL {
        let contained = DepartmentContainment { department: Department::QUALITY, measures: vec![measure] };
        let story = investigating(desk(Track::new().with_containment()))
            .does("anna", Command::Contain(contained.clone()));
        assert!(owed(&story, Duty::Containment).is_empty());
        assert_eq!(story.case.events().last().unwrap().what, EventKind::Contained(contained.into()));
    }
}

#[test]
fn a_containment_names_its_measures_and_a_declared_department() {
    let none = DepartmentContainment { department: Department::QUALITY, measures: vec![] };
    let unknown = ContainmentWaiver { department: "acme:lab".parse().unwrap(), reason: note("no stock") };
    triaged(desk(Track::new()))
        .refused("anna", Command::Contain(none), "0 measures, expected at least 1")
        .refused(
            "anna",
            Command::WaiveContainment(unknown),
            "department `acme:lab` is not declared in the taxonomy, expected one of 25 words such as `dealer`, \
             `company` or `market`",
        );
}

#[test]
fn without_a_dispatch_the_department_that_owns_it_has_to_contain() {
    let track = Track::new().without_dispatch().with_containment();
    let story = triaged(desk(track)).does("anna", start());
    assert_eq!(story.case.department(), Some(Department::CUSTOMER_SERVICE));
    assert_eq!(owed(&story, Duty::Containment).len(), 1);
}

// X4: returned goods.

#[test]
fn returned_goods_take_their_steps_in_order_before_and_after_the_end() {
    let goods = |step| Command::HandleGoods(GoodsProgress { step });
    let mut story = story(desk(Track::new())).does("anna", withdraw());
    let mut before = "come first".to_owned();
    for &step in GoodsStep::ALL {
        for &other in GoodsStep::ALL.iter().filter(|other| **other != step) {
            let text = format!("returned goods: `{other}` cannot {before}, expected `{step}`");
            story = story.refused("anna", goods(other), &text);
        }
        story = story.does("anna", goods(step));
        assert_eq!(story.case.goods_step(), Some(step));
        before = format!("follow `{step}`");
    }
    for &step in GoodsStep::ALL {
        story = story.refused(
            "anna",
            goods(step),
            "`disposed` is already on record; it cannot be recorded twice",
        );
    }
    assert_eq!(story.case.stage(), Stage::Closed);
}

// X5: recall.

fn recall(step: RecallStep) -> Command {
    Command::Recall(RecallProgress { step })
}

#[test]
fn a_recall_takes_its_steps_in_order_and_bars_the_closing() {
    use RecallStep::{Finished, Needed, NotNeeded, Started};
    let story = solved(desk(Track::new()));
    for step in [Started, Finished] {
        let text = format!("recall: `{step}` cannot come first, expected `needed` or `not-needed`");
        story.clone().refused("anna", recall(step), &text);
    }
    story.clone().does("anna", recall(NotNeeded)).does("anna", Command::Close).is(Stage::Closed);
    let needed = story.does("anna", recall(NotNeeded)).does("anna", recall(Needed)).refused(
        "anna",
        Command::Close,
        "the recall is `needed`; it must be finished before closing",
    );
    needed.clone().does("anna", recall(NotNeeded)).does("anna", Command::Close);
    let started = needed
        .refused(
            "anna",
            recall(Finished),
            "recall: `finished` cannot follow `needed`, expected `started` or `not-needed`",
        )
        .does("anna", recall(Started))
        .refused("anna", Command::Close, "the recall is `started`; it must be finished before closing")
        .refused(
            "anna",
            recall(NotNeeded),
            "recall: `not-needed` cannot follow `started`, expected `finished`",
        );
    // What has left the organisation is called back even if the complaint is taken back.
    started.clone().does("anna", withdraw()).does("anna", recall(Finished));
    let finished = started.does("anna", recall(Finished)).refused(
        "anna",
        recall(Started),
        "recall: `started` cannot follow `finished`, expected `needed`",
    );
    finished.does("anna", Command::Close).is(Stage::Closed);
}

#[test]
fn a_recall_starts_with_its_approval_each_time() {
    let not_approved = "this must first be approved by chain `leader`";
    let start = || recall(RecallStep::Started);
    let story = triaged(desk(Track::new()).approvals(approved(DecisionKind::Recall)))
        .does("anna", recall(RecallStep::Needed))
        .refused("anna", start(), not_approved)
        .does("anna", Command::Apply(ApprovalSubject::Recall))
        .refused(
            "anna",
            Command::Apply(ApprovalSubject::Recall),
            "approval 1 is still open or not yet carried out; it must end first",
        )
        .refused("anna", start(), not_approved)
        .does("leo", Command::Sign(on(1)))
        .does("anna", start());
    assert_eq!(story.case.approval(1).unwrap().state(), ApprovalState::Used);
    story
        .does("anna", recall(RecallStep::Finished))
        .does("anna", recall(RecallStep::Needed))
        .refused("anna", start(), not_approved)
        .does("anna", Command::Apply(ApprovalSubject::Recall))
        .does("lea", Command::Sign(on(2)))
        .does("anna", start());
}

// X6: corrective and preventive action.

fn measure(step: MeasureStep) -> Command {
    Command::TakeAction(MeasureProgress { measure: word!(RuleId, "new-seal"), step, note: None })
}

#[test]
fn a_measure_that_is_dropped_bars_nothing_and_comes_to_nothing_more() {
    let story = solved(desk(Track::new().with_effect_check()))
        .does("anna", measure(MeasureStep::Planned))
        .refused("anna", Command::Close, "the effect of measure `new-seal` must be confirmed before closing")
        .does("anna", measure(MeasureStep::Dropped))
        .refused(
            "anna",
            measure(MeasureStep::CarriedOut),
            "`new-seal` is already on record; it cannot be recorded \
            twice",
        );
    story.does("anna", Command::Close).is(Stage::Closed);
}

#[test]
fn a_measure_takes_its_steps_in_order_and_starts_anew_without_effect() {
    use MeasureStep::{CarriedOut, Dropped, EffectConfirmed, EffectMissing, Planned, Standardised};
    // How far it is, and what may follow.
    let walk: [(&[MeasureStep], MeasureStep); 6] = [
        (&[Planned], Planned),
        (&[CarriedOut, Dropped], CarriedOut),
        (&[EffectConfirmed, EffectMissing], EffectMissing),
        (&[CarriedOut, Dropped], CarriedOut),
        (&[EffectConfirmed, EffectMissing], EffectConfirmed),
        (&[Standardised], Standardised),
    ];
    let mut story = triaged(desk(Track::new()));
    let mut before = "come first".to_owned();
    for (expected, taken) in walk {
        let named: Vec<String> = expected.iter().map(|step| format!("`{step}`")).collect();
        for &step in MeasureStep::ALL.iter().filter(|step| !expected.contains(step)) {
            let text =
                format!("measure `new-seal`: `{step}` cannot {before}, expected {}", named.join(" or "));
            story = story.refused("anna", measure(step), &text);
        }
        story = story.does("anna", measure(taken));
        before = format!("follow `{taken}`");
    }
    for &step in MeasureStep::ALL {
        story = story.refused(
            "anna",
            measure(step),
            "`new-seal` is already on record; it cannot be recorded twice",
        );
    }
    assert_eq!(story.case.measures(), [(word!(RuleId, "new-seal"), Standardised, story.now)]);
}

#[test]
fn nothing_is_closed_before_the_effect_of_every_measure_is_confirmed() {
    let text = "the effect of measure `new-seal` must be confirmed before closing";
    let planned =
        || solved(desk(Track::new().with_effect_check())).does("anna", measure(MeasureStep::Planned));
    let done = planned().refused("anna", Command::Close, text).does("anna", measure(MeasureStep::CarriedOut));
    assert_eq!(owed(&done, Duty::EffectCheck), [done.now]);
    let missing =
        done.refused("anna", Command::Close, text).does("anna", measure(MeasureStep::EffectMissing));
    missing
        .refused("anna", Command::Close, text)
        .does("anna", measure(MeasureStep::CarriedOut))
        .does("anna", measure(MeasureStep::EffectConfirmed))
        .does("anna", Command::Close)
        .is(Stage::Closed)
        .does("anna", measure(MeasureStep::Standardised));
    // Where the procedure does not check it, the effect may come after the end.
    solved(desk(Track::new()))
        .does("anna", measure(MeasureStep::Planned))
        .does("anna", Command::Close)
        .does("anna", measure(MeasureStep::CarriedOut))
        .does("anna", measure(MeasureStep::EffectConfirmed));
}

#[test]
fn a_measure_is_approved_before_it_is_carried_out_and_again_before_it_is_repeated() {
    let apply = || Command::Apply(ApprovalSubject::CorrectiveAction(word!(RuleId, "new-seal")));
    let carry_out = || measure(MeasureStep::CarriedOut);
    let not_approved = "this must first be approved by chain `leader`";
    triaged(desk(Track::new()).approvals(approved(DecisionKind::CorrectiveAction)))
        .does("anna", measure(MeasureStep::Planned))
        .refused("anna", carry_out(), not_approved)
        .does("anna", apply())
        .does("leo", Command::Sign(on(1)))
        .does("anna", carry_out())
        .does("anna", measure(MeasureStep::EffectMissing))
        .refused("anna", carry_out(), not_approved)
        .does("anna", apply())
        .does("leo", Command::Sign(on(2)))
        .does("anna", carry_out());
}

#[test]
fn the_steps_of_8d_and_pdca_are_recorded_before_and_after_the_end() {
    let mut story = story(desk(Track::new()));
    for (index, &discipline) in Discipline::ALL.iter().enumerate() {
        if index == 6 {
            story = story.does("anna", withdraw());
        }
        let step = DisciplineRecord { discipline, note: note("done") };
        story = story.does("anna", Command::RecordDiscipline(step));
    }
    assert_eq!(story.case.discipline_count(), 13);
}

// X7: accountability.

fn sanction(person: &str, part: Accountable, kind: Sanction) -> SanctionProposal {
    SanctionProposal { person: who(person), part, kind, amount: None }
}

#[test]
fn somebody_is_held_to_account_in_two_steps_whatever_the_part_and_the_kind() {
    let mut story = solved(desk(Track::new())).does("anna", Command::Close);
    let mut count = 0;
    for &part in Accountable::ALL {
        for &kind in Sanction::ALL {
            let sanction = sanction("sam", part, kind);
            story = story
                .refused(
                    "anna",
                    Command::DecideSanction(sanction.clone()),
                    "this cannot be done: there is no such sanction among those proposed",
                )
                .does("anna", Command::ProposeSanction(sanction.clone()));
            assert_eq!(story.case.proposed_sanctions(), std::slice::from_ref(&sanction));
            let twice = format!("`{kind}` is already on record; it cannot be recorded twice");
            story = story
                .refused("anna", Command::ProposeSanction(sanction.clone()), &twice)
                .does("leo", Command::DecideSanction(sanction.clone()))
                .refused("anna", Command::ProposeSanction(sanction), &twice);
            count += 1;
        }
    }
    assert_eq!((story.case.sanctions().len(), story.case.proposed_sanctions()), (count, [].as_slice()));
}

#[test]
fn the_amount_of_a_sanction_is_that_of_the_host_and_what_is_decided_is_what_was_proposed() {
    let proposed = SanctionProposal {
        amount: Some(euros(20_000)),
        ..sanction("sam", Accountable::DepartmentHead, Sanction::PAY_DEDUCTION)
    };
    let dearer = SanctionProposal { amount: Some(euros(20_001)), ..proposed.clone() };
    let story = triaged(desk(Track::new()))
        .does("anna", Command::ProposeSanction(proposed.clone()))
        .refused(
            "anna",
            Command::DecideSanction(dearer),
            "this cannot be done: there is no such sanction among \
            those proposed",
        )
        .does("anna", Command::DecideSanction(proposed.clone()));
    assert_eq!(story.case.sanctions(), [proposed]);
}

#[test]
fn who_is_held_to_account_neither_proposes_nor_decides_nor_signs() {
    let of_leo = || sanction("leo", Accountable::Delayer, Sanction::DELAY_LIABILITY);
    let policy = || desk(Track::new()).approvals(approved(DecisionKind::Sanction));
    let text = |action| format!("`leo` may not `{action}`: it concerns them; somebody else must do this");
    triaged(policy())
        .refused("leo", Command::ProposeSanction(of_leo()), &text(Action::ProposeSanction))
        .refused("leo", Command::Apply(ApprovalSubject::Sanction(of_leo())), &text(Action::Apply))
        .does("anna", Command::ProposeSanction(of_leo()))
        .refused("leo", Command::DecideSanction(of_leo()), &text(Action::DecideSanction))
        .refused("anna", Command::DecideSanction(of_leo()), "this must first be approved by chain `leader`")
        .does("anna", Command::Apply(ApprovalSubject::Sanction(of_leo())))
        .refused(
            "leo",
            Command::Sign(on(1)),
            "`leo` cannot sign step `approve`: the person complained about may not sign",
        )
        .does("lea", Command::Sign(on(1)))
        .does("anna", Command::DecideSanction(of_leo()));
}

// X8: billing, and the order after an accident.

#[test]
fn no_bill_is_sent_before_the_solution() {
    triaged(desk(Track::new()))
        .refused("anna", Command::ReleaseBilling, "this cannot be done: there is no billing hold")
        .does("anna", Command::HoldBilling)
        .refused(
            "anna",
            Command::HoldBilling,
            "`billing hold` is already on record; it cannot be recorded twice",
        )
        .refused(
            "anna",
            Command::ReleaseBilling,
            "the bill cannot be released until the complaint is resolved",
        )
        .does("anna", not_established())
        .does("anna", Command::ReleaseBilling)
        .refused("anna", Command::ReleaseBilling, "this cannot be done: there is no billing hold");
    not_from_here(solved(desk(Track::new())), Command::HoldBilling);
    // What was held when it ended is released afterwards.
    let story = triaged(desk(Track::new())).does("anna", Command::HoldBilling).does("anna", withdraw());
    assert!(story.case.is_billing_held());
    assert!(!story.does("anna", Command::ReleaseBilling).case.is_billing_held());
}

#[test]
fn after_an_accident_each_step_follows_the_one_before_and_the_bill_the_solution() {
    let step = |step| Command::TakeAccidentStep(AccidentProgress { step });
    let mut story = investigating(desk(Track::new()));
    let mut before = "come first".to_owned();
    for &next in AccidentStep::ALL {
        for &other in AccidentStep::ALL.iter().filter(|other| **other != next) {
            let text = format!("accident: `{other}` cannot {before}, expected `{next}`");
            story = story.refused("anna", step(other), &text);
        }
        if next == AccidentStep::Bill {
            story = story
                .refused("anna", step(next), "the bill cannot be released until the complaint is resolved")
                .does("anna", not_established());
        }
        story = story.does("anna", step(next));
        assert_eq!(story.case.accident_step(), Some(next));
        before = format!("follow `{next}`");
    }
    story.refused(
        "anna",
        step(AccidentStep::Notify),
        "`bill` is already on record; it cannot be recorded twice",
    );
}

// X9: project.

#[test]
fn a_project_is_due_is_opened_and_is_finished_before_the_closing() {
    let project = ClockRule::new(Clock::new(ClockName::PROJECT, Anchor::RECEIVED), Term::months(3));
    let story = solved(desk(Track::new()).clock(project.with_part(ClockPart::Project)));
    assert!(owed(&story, Duty::Project).is_empty());
    let story = story
        .refused("anna", Command::FinishProject, "this cannot be done: there is no open project")
        .until("2025-06-12T10:00:00+08:00");
    assert_eq!(owed(&story, Duty::Project), [at("2025-06-11T10:00:00.000000001+08:00")]);
    let story = story.does("anna", Command::OpenProject);
    assert!(owed(&story, Duty::Project).is_empty());
    assert_eq!((story.case.project_since(), story.case.is_project_finished()), (Some(story.now), false));
    let story = story
        .refused("anna", Command::Close, "the project is open; it must be finished before closing")
        .does("anna", Command::FinishProject)
        .refused("anna", Command::FinishProject, "this cannot be done: there is no open project");
    assert!(story.case.is_project_finished());
    story.does("anna", Command::Close).is(Stage::Closed);
}

// X10: notices of progress.

#[test]
fn notices_of_progress_are_counted_while_the_case_is_open() {
    let tell = || Command::NotifyProgress(because("we are at it"));
    let story = investigating(desk(Track::new())).does("anna", tell()).does("anna", tell());
    assert_eq!(story.case.notice_count(), 2);
    not_from_here(story.does("anna", withdraw()), tell());
}

// X11: apology, and K01.

fn complete() -> Apology {
    Apology {
        individual: Some(note("you had planned the day for it")),
        effect: Some(note("the day was lost")),
        measure: Some(note("we ring before we set out")),
    }
}

fn sorry(apology: Apology) -> Command {
    Command::Apologise(apology)
}

/// In the investigation of a fault, by the rule of a procedure.
fn at_fault(rule: ApologyRule, party: FaultParty) -> Story {
    investigating(desk(Track::new().with_apology(rule))).does("anna", found(party))
}

#[test]
fn an_apology_that_is_not_complete_says_what_it_lacks() {
    let story = triaged(desk(Track::new()));
    assert_eq!(story.try_to("anna", sorry(complete())).unwrap().notices(), []);
    let decision = story.try_to("anna", sorry(Apology { effect: None, ..complete() })).unwrap();
    let incomplete = Notice::IncompleteApology { individual: true, effect: false, measure: true };
    assert_eq!(decision.notices(), [incomplete]);
    assert_eq!(incomplete.to_string(), "the apology is not complete; it should also name `effect`",);
    // A short word afterwards does not take back a complete apology.
    let story = story.does("anna", sorry(complete())).does("anna", sorry(Apology::default()));
    assert_eq!(story.case.apology(), Some(&complete()));
}

#[test]
fn k01_an_apology_is_owed_as_the_procedure_says() {
    let propose = || Command::Propose(exchange());
    let owed = "an apology must come before the solution; record one";
    at_fault(ApologyRule::NotAsked, FaultParty::COMPANY).does("anna", propose());
    for own in
        [FaultParty::COMPANY, FaultParty::STAFF_MEMBER, FaultParty::DEPARTMENT, FaultParty::SERVICE_UNIT]
    {
        at_fault(ApologyRule::OwnFault, own)
            .refused("anna", propose(), owed)
            .does("anna", sorry(Apology::default()))
            .does("anna", propose());
    }
    for other in [FaultParty::CUSTOMER, FaultParty::CARRIER, FaultParty::UNDETERMINED, FaultParty::NONE] {
        at_fault(ApologyRule::OwnFault, other).does("anna", propose());
    }
    at_fault(ApologyRule::Always, FaultParty::CUSTOMER)
        .refused("anna", propose(), owed)
        .does("anna", sorry(Apology::default()))
        .does("anna", propose());
    at_fault(ApologyRule::AlwaysComplete, FaultParty::CUSTOMER)
        .refused(
            "anna",
            propose(),
            "an apology must come before the solution; record one that names `individual`, `effect`, `measure`",
        )
        .does("anna", sorry(Apology { individual: None, ..complete() }))
        .refused(
            "anna",
            propose(),
            "an apology must come before the solution; record one that names `individual`",
        )
        .does("anna", sorry(complete()))
        .does("anna", sorry(Apology::default()))
        .does("anna", propose());
}

#[test]
fn an_apology_that_was_owed_is_owed_for_a_proposal_by_another_way_too() {
    let policy = desk(Track::new().with_apology(ApologyRule::Always));
    triaged(policy)
        .does("anna", not_established())
        .does("anna", Command::RecordDissatisfaction(going_on(Stage::Proposed)))
        .refused("anna", Command::Amend(exchange()), "an apology must come before the solution; record one");
}

#[test]
fn an_apology_for_a_fault_that_is_known_late_comes_before_the_solution_is_done() {
    let own = Findings::of(FaultParty::COMPANY);
    proposed(desk(Track::new().with_apology(ApologyRule::OwnFault)))
        .does("anna", Command::CarryOut)
        .does("anna", Command::Reclassify(own))
        .refused("anna", Command::Finish, "an apology must come before the solution; record one")
        .does("anna", sorry(Apology::default()))
        .does("anna", Command::Finish);
}

// What follows a solution.

fn contact(kind: FollowUp, opinion: Opinion) -> Command {
    Command::FollowUp(FollowUpResult { kind, opinion })
}

#[test]
fn thanks_and_visits_come_before_and_after_the_end() {
    let mut story = story(desk(Track::new()));
    for stage in [Stage::Received, Stage::Closed] {
        for &occasion in ThanksOccasion::ALL {
            story = story.does("anna", Command::Thank(ThanksLetter { occasion }));
        }
        for kind in [FollowUp::RETURN_VISIT, FollowUp::USAGE_VISIT, FollowUp::THANK_YOU] {
            story = story.does("anna", contact(kind, Opinion::Satisfied));
        }
        story = story.is(stage);
        if stage == Stage::Received {
            story = story.does("anna", withdraw());
        }
    }
    assert_eq!(story.case.contacts().len(), 6);
    let unknown = ThanksLetter { occasion: "acme:birthday".parse().unwrap() };
    story.refused(
        "anna",
        Command::Thank(unknown),
        "thanks-occasion `acme:birthday` is not declared in the taxonomy, expected one of 4 words such as \
         `from-trip`, `customer-helped` or `first-visit`",
    );
}

#[test]
fn what_was_asked_before_the_solution_is_not_asked_about_it() {
    let track =
        || Track::new().with_follow_up(FollowUpRule::new(FollowUp::OPINION_REQUEST, 1).with_satisfaction());
    let ask = |opinion| contact(FollowUp::OPINION_REQUEST, opinion);
    let missing = "follow-up contacts made: 0 of at least 1; contact the complainant again before closing";
    let story = investigating(desk(track()))
        .does("anna", ask(Opinion::Satisfied))
        .does("anna", Command::Propose(exchange()))
        .does("anna", Command::CarryOut)
        .does("anna", Command::Finish)
        .refused("anna", Command::Close, missing)
        .does("anna", ask(Opinion::Satisfied));
    assert!(owed(&story, Duty::FollowUp).is_empty());
    // Solved anew, asked anew.
    let again = story
        .does("anna", Command::RecordDissatisfaction(going_on(Stage::Proposed)))
        .does("anna", Command::Amend(exchange()))
        .does("anna", Command::CarryOut)
        .does("anna", Command::Finish)
        .refused("anna", Command::Close, missing);
    assert_eq!(owed(&again, Duty::FollowUp), [again.case.stage_since()]);
    let silence = "the complainant has not said that they are satisfied, which closing requires; silence does not \
        count";
    again
        .does("anna", ask(Opinion::Silent))
        .refused("anna", Command::Close, silence)
        .does("anna", ask(Opinion::Unsatisfied))
        .refused("anna", Command::Close, silence)
        .does("anna", ask(Opinion::Satisfied))
        // To be asked once more takes nothing back.
        .does("anna", ask(Opinion::Asked))
        .does("anna", Command::Close)
        .is(Stage::Closed);
}

#[test]
fn cause_and_person_are_named_before_the_closing_where_the_procedure_wants_that() {
    let findings =
        |cause: Option<Cause>| Findings { words: cause.into_iter().collect(), ..Findings::default() };
    let found = |cause, responsible| {
        Command::FindCause(CauseFinding { findings: findings(cause), responsible, ..CauseFinding::default() })
    };
    solved(desk(Track::new().with_findings_before_closing()))
        .refused("anna", Command::Close, "the cause must be recorded before closing")
        .does("anna", found(Some(Cause::DELIVERY_TRANSPORT), vec![]))
        .refused("anna", Command::Close, "the responsible person must be recorded before closing")
        .does("anna", found(None, vec![who("sam")]))
        .does("anna", Command::Close)
        .is(Stage::Closed);
    // Nobody is named where the fault lies outside; where it is not known, somebody still has to be.
    let at_fault = |party: FaultParty| {
        let findings = findings(Some(Cause::DELIVERY_TRANSPORT)).with_word(party);
        let found = Command::FindCause(CauseFinding { findings, ..CauseFinding::default() });
        solved(desk(Track::new().with_findings_before_closing())).does("anna", found)
    };
    at_fault(FaultParty::CARRIER).does("anna", Command::Close).is(Stage::Closed);
    at_fault(FaultParty::NONE).does("anna", Command::Close).is(Stage::Closed);
    for party in [FaultParty::UNDETERMINED, FaultParty::COMPANY] {
        at_fault(party).refused(
            "anna",
            Command::Close,
            "the responsible person must be recorded before closing",
        );
    }
    // What does not stand has neither.
    triaged(desk(Track::new().with_findings_before_closing()))
        .does("anna", not_established())
        .does("anna", Command::Close)
        .is(Stage::Closed);
}

#[test]
fn only_a_stated_cause_is_kept_as_stated() {
    let found = |cause| {
        let findings = Findings::of(cause);
        Command::FindCause(CauseFinding { findings, ..CauseFinding::default() })
    };
    // Nobody stated one: what was found first is no statement.
    let story = investigating(desk(Track::new()))
        .does("anna", found(Cause::DELIVERY_TRANSPORT))
        .does("anna", found(Cause::ACCIDENT_ON_PREMISES));
    assert_eq!(story.case.stated_cause(), None);
    let stated = story_of(desk(Track::new()), &format!(r#""cause": "{}""#, Cause::ACCIDENT_IN_SCOPE));
    let story = stated
        .does("anna", Command::Register)
        .does("anna", triage())
        .does("anna", dispatch())
        .does("anna", start());
    assert_eq!(story.case.stated_cause(), None);
    let story =
        story.does("anna", found(Cause::DELIVERY_TRANSPORT)).does("anna", found(Cause::ACCIDENT_ON_PREMISES));
    assert_eq!(story.case.stated_cause(), Some(Cause::ACCIDENT_IN_SCOPE));
    assert_eq!(story.case.complaint().cause(), Some(Cause::ACCIDENT_ON_PREMISES));
}

// Withdrawal, merging, linking.

fn link(id: &str, relation: Relation) -> Command {
    Command::Link(CaseLink { case: other_case(id), relation })
}

#[test]
fn a_case_is_linked_to_another_once_for_each_relation() {
    let mut story = triaged(desk(Track::new()));
    for &relation in Relation::ALL {
        story = story.does("anna", link("b-2", relation)).refused(
            "anna",
            link("b-2", relation),
            "`b-2` is already on record; it cannot be recorded twice",
        );
    }
    let story = story.refused(
        "anna",
        link("a-1", Relation::Related),
        "case `a-1` cannot be linked to itself; name another \
            case",
    );
    assert_eq!(story.case.links().len(), Relation::ALL.len());
    // A closed case may turn out to be a recurrence.
    story.does("anna", withdraw()).does("anna", link("c-3", Relation::Recurrence));
}

#[test]
fn a_link_is_of_a_size_that_can_be_kept_and_counted() {
    let with = |amounts: Vec<redress::vocab::Money>, due| {
        let case = CaseSummary { amounts, due, ..other_case("b-2") };
        Command::Link(CaseLink { case, relation: Relation::Related })
    };
    let due = ClockDue { clock: ClockName::CLOSURE, at: at("2025-03-12T16:30:00+08:00") };
    let out_of_range = "the total of all amounts is too large, expected less than 2^64 minor units";
    proposed(desk(Track::new()))
        .refused("anna", with(vec![euros(1); 17], vec![]), "17 amounts of another case, expected at most 16")
        .refused(
            "anna",
            with(vec![], vec![due.clone(); 17]),
            "17 due dates of another case, expected at most 16",
        )
        .refused("anna", with(vec![euros(u64::MAX)], vec![]), out_of_range)
        .does("anna", with(vec![euros(u64::MAX - 4_900)], vec![due]));
}

#[test]
fn the_earliest_date_of_merged_cases_is_kept() {
    let due = ClockDue { clock: ClockName::CLOSURE, at: at("2025-03-12T16:30:00+08:00") };
    let case = CaseSummary { due: vec![due], ..other_case("b-2") };
    let story = triaged(desk(Track::new()))
        .does("anna", Command::Link(CaseLink { case, relation: Relation::Absorbed }));
    let clocks = story.case.clocks(&story.policy, story.now);
    let due = clocks[0].reading(&story.policy, story.now).due().unwrap().at();
    assert_eq!(due, at("2025-03-12T16:30:00+08:00"));
}

#[test]
fn an_end_without_a_solution_voids_what_was_to_be_approved_for_it() {
    for end in [withdraw(), merge("b-2")] {
        let story = in_approval().does("anna", end);
        assert_eq!(story.case.approval(1).unwrap().state(), ApprovalState::Void);
        story.refused("mia", Command::Sign(on(1)), "approval 1 is void, expected an open one");
    }
}

// Forced closure.

fn forced() -> PolicyBuilder {
    desk(Track::new())
        .approvals(approved(DecisionKind::ForcedClosure))
        .forced_closure(ForcedClosure::new(ForcedClosureTest::ListAndNoSolution))
}

fn listed() -> Story {
    story_of(forced(), ON_THE_LIST).does("anna", Command::Register).does("anna", triage())
}

#[test]
fn a_case_is_closed_by_force_with_its_approval_and_each_time_with_its_own() {
    let not_approved = "this must first be approved by chain `leader`";
    let apply = || Command::Apply(ApprovalSubject::ForcedClosure);
    let story = listed()
        .refused("anna", Command::ForceClose, not_approved)
        .does("anna", apply())
        .refused("anna", Command::ForceClose, not_approved)
        .does("leo", Command::Sign(on(1)))
        .does("anna", Command::ForceClose)
        .is(Stage::Closed);
    assert_eq!(story.case.approval(1).unwrap().state(), ApprovalState::Used);
    story
        .refused(
            "anna",
            apply(),
            "this cannot be done: there is no open case; only a sanction, a corrective action \
            or a recall can be approved after the end",
        )
        .does("anna", Command::Reopen(going_on(Stage::Triaged)))
        .refused("anna", Command::ForceClose, not_approved);
}

#[test]
fn an_approval_that_was_not_used_before_the_end_is_not_used_after_it() {
    let story = listed()
        .does("anna", Command::Apply(ApprovalSubject::ForcedClosure))
        .does("leo", Command::Sign(on(1)))
        .does(
            "anna",
            Command::Reclassify(Findings::default().with_fact(redress::vocab::Fact::NO_SOLUTION_NOW, 0)),
        )
        .does("anna", not_established())
        .does("anna", Command::Close);
    assert_eq!(story.case.approval(1).unwrap().state(), ApprovalState::Void);
    let unsolved = Findings::default().with_fact(redress::vocab::Fact::NO_SOLUTION_NOW, 1);
    story
        .does("anna", Command::Reopen(going_on(Stage::Triaged)))
        .does("anna", Command::Reclassify(unsolved))
        .refused("anna", Command::ForceClose, "this must first be approved by chain `leader`");
}

#[test]
fn an_open_approval_of_what_follows_does_not_bar_the_closing_and_any_other_does() {
    let kind = DecisionKind::Sanction;
    let follows = solved(desk(Track::new()).approvals(approved(kind)))
        .does(
            "anna",
            Command::Apply(ApprovalSubject::Sanction(sanction(
                "sam",
                Accountable::Direct,
                Sanction::PENALTY,
            ))),
        )
        .does("anna", Command::Close)
        .is(Stage::Closed);
    assert_eq!(follows.case.approval(1).unwrap().state(), ApprovalState::Open);
    follows.does("leo", Command::Sign(on(1)));
    listed()
        .does("anna", Command::Apply(ApprovalSubject::ForcedClosure))
        .does(
            "anna",
            Command::Reclassify(Findings::default().with_fact(redress::vocab::Fact::NO_SOLUTION_NOW, 0)),
        )
        .does("anna", not_established())
        .refused("anna", Command::Close, "approval 1 is open; it must end before closing");
}

// K08.

#[test]
fn k08_an_unclosed_case_stays_where_it_is_or_goes_on_as_the_procedure_says() {
    let late = "2025-03-14T10:00:00+08:00";
    let pass_on = || Command::Redispatch(dispatching());
    let kept = dispatched(desk(Track::new().with_no_transfer_when_unclosed())).until(late).refused(
        "anna",
        pass_on(),
        "clock `closure` was due at 2025-03-13T08:30:00Z: an overdue complaint cannot be transferred to another \
         department",
    );
    // The department that has it goes on.
    assert_eq!(kept.outlook().standing(kept.now), Ok(Some(Standing::Unclosed)));
    kept.does("anna", start()).is(Stage::Investigating);
    let elsewhere = Dispatch { department: Department::SALES, ..dispatching() };
    let followed = dispatched(desk(Track::new())).until(late).does("anna", Command::Redispatch(elsewhere));
    assert_eq!(followed.case.department(), Some(Department::SALES));
}
