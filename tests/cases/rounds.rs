//! Clocks over several rounds of a case: what was undone ends nothing, and what goes on goes on as if it had not ended.

use redress::case::Command;
use redress::case::command::{
    AnchorEvent, CaseLink, CauseFinding, ClockExtension, ExtensionAmount, Findings, FollowUpResult,
    InvestigationStart, TimeAmount,
};
use redress::deadline::choice::Alternative;
use redress::deadline::rule::{AfterBreach, ChangeEffect, ClockState, ExtensionRule, PauseRule};
use redress::deadline::{Clock, ClockStatus, Deadline};
use redress::policy::clock::{ClockScope, ReopeningEffect, Target};
use redress::policy::routing::Row;
use redress::policy::{ClockRule, Policy, Routing};
use redress::profiles::InstalledGoods;
use redress::vocab::course::{ExtensionReason, FollowUp, Opinion, Relation};
use redress::vocab::{
    Anchor, Category, Cause, ClockName, Department, FaultParty, PauseReason, RuleId, Stage,
};
use redress::word;

use crate::cases::clocks::*;
use crate::cases::support::*;

fn from_dispatch(name: ClockName) -> Clock {
    Clock::new(name, Anchor::DISPATCHED).with_pause(PauseRule::new(PauseReason::AWAITING_CUSTOMER))
}

fn desk_of(rules: impl IntoIterator<Item = ClockRule>) -> Policy {
    desk_with(from_eight_to_six(), rules)
}

fn dispatch() -> Command {
    Command::Dispatch(dispatching())
}

fn start() -> Command {
    Command::Start(InvestigationStart { department: None, received: None })
}

fn reopen(to: Stage) -> Command {
    Command::Reopen(going_on(to))
}

fn dissatisfied() -> Command {
    Command::RecordDissatisfaction(going_on(Stage::Investigating))
}

fn happen(story: &Story, event: Anchor, instant: &str) -> Command {
    Command::Happen(AnchorEvent { event, at: story.instant(instant), department: None })
}

#[test]
fn an_end_that_was_undone_does_not_meet_a_clock_that_starts_later() {
    // Closed without a dispatch, reopened, and dispatched then: the limit runs.
    let policy = desk_of([ClockRule::new(from_dispatch(ClockName::CLOSURE), hours(2))]);
    let again =
        closed(begin(policy, "2026-01-12 09:00")).on("2026-01-13 09:00").does("anna", reopen(Stage::Triaged));
    assert_eq!(again.state(ClockName::CLOSURE, "2026-01-13 09:00"), ClockState::NotStarted);
    let again = again.does("anna", dispatch());
    assert_eq!(again.state(ClockName::CLOSURE, "2026-01-13 10:00"), ClockState::Running);
    assert_eq!(again.due(ClockName::CLOSURE), "Tue 2026-01-13 11:00");
    assert_eq!(again.state(ClockName::CLOSURE, "2026-01-13 11:01"), ClockState::Breached);

    // Resolved, turned out not to be, and sent to another department: so does that of its answer.
    let rule = ClockRule::new(Clock::new(ClockName::RESPONSE, Anchor::DEPARTMENT_RECEIVED), hours(2))
        .with_until(Anchor::RESOLVED);
    let story = solved(begin(desk_of([rule]), "2026-01-12 09:00"))
        .on("2026-01-12 12:00")
        .does("anna", dissatisfied())
        .does("anna", happen_received("2026-01-12 12:00"));
    assert_eq!(story.state(ClockName::RESPONSE, "2026-01-12 12:30"), ClockState::Running);
    assert_eq!(story.due(ClockName::RESPONSE), "Mon 2026-01-12 14:00");
}

fn happen_received(instant: &str) -> Command {
    let at = local(&from_eight_to_six(), instant);
    Command::Happen(AnchorEvent {
        event: Anchor::DEPARTMENT_RECEIVED,
        at,
        department: Some(Department::QUALITY),
    })
}

#[test]
fn a_solution_from_before_the_start_ends_nothing_and_the_next_one_does() {
    let rule = ClockRule::new(Clock::new(ClockName::RESPONSE, Anchor::INSTALLED), hours(2))
        .with_until(Anchor::RESOLVED);
    let story = solved(begin(desk_of([rule]), "2026-01-12 09:00")).on("2026-01-12 10:00");
    let installed = happen(&story, Anchor::INSTALLED, "2026-01-12 10:00");
    let story = story.does("anna", installed);
    assert_eq!(story.state(ClockName::RESPONSE, "2026-01-12 10:00"), ClockState::Running);
    let story = story.on("2026-01-12 11:00").does("anna", dissatisfied());
    assert_eq!(story.due(ClockName::RESPONSE), "Mon 2026-01-12 12:00");
    let story = story.does("anna", explained());
    assert_eq!(story.state(ClockName::RESPONSE, "2026-01-12 11:00"), ClockState::Met);
}

#[test]
fn an_answer_from_before_the_start_ends_nothing_whenever_the_limit_became_known() {
    let rule = |known: bool| {
        let target = Target::new(word!(RuleId, "quality"), Category::PRODUCT_QUALITY, hours(4));
        let rule = ClockRule::by_target(Clock::new(ClockName::RESPONSE, Anchor::DISPATCHED), [target]);
        let found = if known { about(Category::PRODUCT_QUALITY) } else { Findings::default() };
        begin_with(desk_of([rule.with_until(Anchor::ANSWERED)]), "2026-01-12 09:00", found)
            .on("2026-01-12 10:00")
            .does("anna", answer())
            .does("anna", Command::Register)
            .does("anna", Command::Triage(Findings::default()))
            .on("2026-01-12 12:00")
            .does("anna", dispatch())
            .on("2026-01-12 13:00")
    };
    let later = rule(false).does("anna", Command::Reclassify(about(Category::PRODUCT_QUALITY)));
    for story in [rule(true), later] {
        assert_eq!(story.state(ClockName::RESPONSE, "2026-01-12 13:00"), ClockState::Running);
        assert_eq!(story.due(ClockName::RESPONSE), "Mon 2026-01-12 16:00");
    }
}

#[test]
fn an_acknowledgement_from_before_the_start_ends_nothing_whenever_the_limit_became_known() {
    let rule = |known: bool| {
        let target = Target::new(word!(RuleId, "quality"), Category::PRODUCT_QUALITY, hours(4));
        let rule = ClockRule::by_target(Clock::new(ClockName::ACKNOWLEDGEMENT, Anchor::DISPATCHED), [target]);
        let found = if known { about(Category::PRODUCT_QUALITY) } else { Findings::default() };
        begin_with(desk_of([rule]), "2026-01-12 09:00", found)
            .on("2026-01-12 10:00")
            .does("anna", Command::Acknowledge)
            .does("anna", Command::Register)
            .does("anna", Command::Triage(Findings::default()))
            .on("2026-01-12 12:00")
            .does("anna", dispatch())
            .on("2026-01-12 13:00")
    };
    let later = rule(false).does("anna", Command::Reclassify(about(Category::PRODUCT_QUALITY)));
    for story in [rule(true), later] {
        assert_eq!(story.state(ClockName::ACKNOWLEDGEMENT, "2026-01-12 13:00"), ClockState::Running);
        assert_eq!(story.due(ClockName::ACKNOWLEDGEMENT), "Mon 2026-01-12 16:00");
        // What the clock waits for can be done: the complainant is told again.
        let story = story.does("anna", Command::Acknowledge);
        let reading = story.reading(ClockName::ACKNOWLEDGEMENT, "2026-01-12 13:00");
        let ClockStatus::Met { at } = *reading.status() else { panic!("{reading:?}") };
        assert_eq!(at, story.instant("2026-01-12 13:00"));
        story.refused(
            "anna",
            Command::Acknowledge,
            "`acknowledged` is already on record; it cannot be recorded twice",
        );
    }
}

#[test]
fn return_visits_count_though_the_installation_is_entered_after_them() {
    let policy = InstalledGoods::new(
        from_eight_to_six(),
        Routing::none().with_row(Row::owner(word!(RuleId, "all"), Department::CUSTOMER_SERVICE)),
    );
    let policy = policy.build().unwrap();
    let visit =
        || Command::FollowUp(FollowUpResult { kind: FollowUp::RETURN_VISIT, opinion: Opinion::Silent });
    let story = begin(policy, "2025-06-20 09:00")
        .on("2025-07-01 10:00")
        .does("anna", visit())
        .on("2025-07-02 10:00")
        .does("anna", visit())
        .on("2025-07-05 10:00");
    let installed = happen(&story, Anchor::INSTALLED, "2025-06-21 09:00");
    let story = story.does("anna", installed);
    assert_eq!(story.state(ClockName::RETURN_VISITS, "2025-07-05 10:00"), ClockState::Met);
    assert_eq!(story.owed("2025-08-05 10:00"), Vec::<String>::new());
    // They count for the closing too, for they are about the installation and not about a solution.
    let story = story.does("anna", Command::Register).does("anna", Command::Triage(Findings::default()));
    let story = story.does("anna", explained()).is(Stage::Resolved);
    assert_eq!(story.case.follow_up(&story.policy).unwrap().done, 2);
    story.does("anna", Command::Close).is(Stage::Closed);
}

#[test]
fn a_clock_that_was_superseded_while_it_was_ended_does_not_run_on() {
    let rule = ClockRule::new(clock(ClockName::RESPONSE), hours(4))
        .with_until(Anchor::RESOLVED)
        .with_only_for([Category::PRODUCT_QUALITY]);
    let quality = begin_with(desk_of([rule]), "2026-01-12 09:00", about(Category::PRODUCT_QUALITY));
    let story = solved(quality.on("2026-01-12 10:00"))
        .does("anna", Command::Reclassify(about(Category::SERVICE_PROCESS)))
        .on("2026-01-12 11:00")
        .does("anna", dissatisfied());
    assert_eq!(story.state(ClockName::RESPONSE, "2026-01-13 11:00"), ClockState::Cancelled);
    assert_eq!(story.owed("2026-01-13 11:00"), Vec::<String>::new());
    // About quality again, it takes up where it was.
    let story =
        story.on("2026-01-12 12:00").does("anna", Command::Reclassify(about(Category::PRODUCT_QUALITY)));
    assert_eq!(story.state(ClockName::RESPONSE, "2026-01-12 12:00"), ClockState::Running);
    assert_eq!(story.due(ClockName::RESPONSE), "Mon 2026-01-12 13:00");
}

#[test]
fn a_pause_and_a_date_from_another_case_hold_for_a_clock_that_goes_on() {
    let answering = ClockRule::new(clock(ClockName::RESPONSE), hours(8)).with_until(Anchor::RESOLVED);
    let closing = ClockRule::new(clock(ClockName::CLOSURE), hours(48));
    let policy = || desk_of([answering.clone(), closing.clone()]);
    let story = solved(begin(policy(), "2026-01-12 09:00").on("2026-01-12 10:00"))
        .does("anna", pause(PauseReason::AWAITING_CUSTOMER))
        .on("2026-01-12 11:00")
        .does("anna", dissatisfied());
    assert_eq!(story.state(ClockName::RESPONSE, "2026-01-12 11:00"), ClockState::Paused);
    let story = story.on("2026-01-12 12:00").does("anna", resume(PauseReason::AWAITING_CUSTOMER));
    assert_eq!(story.due(ClockName::RESPONSE), "Mon 2026-01-12 19:00");
    assert_eq!(story.due(ClockName::CLOSURE), "Wed 2026-01-14 11:00");

    let mut other = begin(policy(), "2026-01-12 08:00").case.summary(&policy());
    other.id = "A-9".parse().unwrap();
    let story = closed(begin(policy(), "2026-01-12 09:00").on("2026-01-12 10:00"))
        .does("anna", Command::Link(CaseLink { case: other, relation: Relation::Absorbed }))
        .on("2026-01-13 10:00")
        .does("anna", reopen(Stage::Investigating));
    assert_eq!(story.due(ClockName::CLOSURE), "Wed 2026-01-14 08:00");
}

#[test]
fn a_chained_clock_keeps_what_its_first_turn_showed() {
    let closing =
        ClockRule::new(clock(ClockName::CLOSURE), hours(2)).with_on_reopening(ReopeningEffect::Stays);
    let chained = ClockRule::new(Clock::new(ClockName::UNCLOSED_NOTICE, Anchor::RECEIVED), hours(1))
        .with_from_due_of(ClockName::CLOSURE)
        .with_on_reopening(ReopeningEffect::Stays);
    let story = closed(begin(desk_of([closing, chained]), "2026-01-12 09:00").on("2026-01-12 14:00"))
        .on("2026-01-20 09:00")
        .does("anna", reopen(Stage::Investigating));
    let now = story.instant("2026-01-20 11:30");
    let clocks = story.case.clocks(&story.policy, now);
    let seen: Vec<String> = clocks
        .iter()
        .filter(|clock| clock.name() == ClockName::UNCLOSED_NOTICE)
        .map(|clock| {
            let reading = clock.reading(&story.policy, now);
            format!("{} due {}", clock.turn(), shown(&story.policy, &reading))
        })
        .collect();
    assert_eq!(seen, ["0 due Mon 2026-01-12 12:00", "1 due Tue 2026-01-20 12:00"]);
    assert!(clocks.iter().any(|clock| {
        let reading = clock.reading(&story.policy, now);
        clock.name() == ClockName::UNCLOSED_NOTICE && clock.turn() == 0 && reading.first_breach().is_some()
    }));
}

#[test]
fn another_target_does_not_erase_the_breach_of_a_clock_that_ran_by_another_event() {
    let first = Deadline::earliest([
        Alternative::from(Anchor::RECEIVED, hours(48)),
        Alternative::from(Anchor::DISPATCHED, hours(24)),
    ]);
    let later = Deadline::earliest([Alternative::from(Anchor::RECEIVED, hours(240))]);
    let target = |id, category, deadline: &Deadline| Target::new(id, category, deadline.clone());
    let rule = ClockRule::by_target(
        Clock::new(ClockName::RESPONSE, Anchor::DISPATCHED),
        [
            target(word!(RuleId, "quality"), Category::PRODUCT_QUALITY, &first),
            target(word!(RuleId, "service"), Category::SERVICE_PROCESS, &later),
        ],
    );
    let story = begin_with(desk_of([rule]), "2026-01-12 09:00", about(Category::PRODUCT_QUALITY));
    assert!(story.reading(ClockName::RESPONSE, "2026-01-16 09:00").first_breach().is_some());
    let story =
        story.on("2026-01-16 09:00").does("anna", Command::Reclassify(about(Category::SERVICE_PROCESS)));
    let reading = story.reading(ClockName::RESPONSE, "2026-01-16 09:00");
    assert_eq!(reading.first_breach(), Some(story.instant("2026-01-14 09:00")));
}

#[test]
fn a_reopening_starts_no_clock_whose_event_has_never_happened() {
    let rule = ClockRule::new(Clock::new(ClockName::RESPONSE, Anchor::CAUSE_FOUND), hours(48))
        .with_on_reopening(ReopeningEffect::Stays);
    let story = begin(desk_of([rule]), "2026-01-12 09:00")
        .does("anna", Command::Register)
        .does("anna", Command::Triage(Findings::default()))
        .does("anna", Command::Withdraw(because("they changed their mind")))
        .on("2026-01-15 09:00")
        .does("anna", reopen(Stage::Triaged));
    assert_eq!(story.state(ClockName::RESPONSE, "2026-01-20 09:00"), ClockState::NotStarted);
    assert_eq!(story.owed("2026-01-20 09:00"), Vec::<String>::new());
    let story = story
        .on("2026-01-19 09:00")
        .does("anna", dispatch())
        .does("anna", start())
        .does("anna", Command::FindCause(CauseFinding::new(Cause::SERVICE_ATTITUDE, FaultParty::COMPANY)));
    assert_eq!(story.due(ClockName::RESPONSE), "Wed 2026-01-21 09:00");
}

#[test]
fn an_extension_of_all_departments_does_not_revive_one_whose_time_is_over() {
    let rule = Clock::new(ClockName::CLOSURE, Anchor::DEPARTMENT_RECEIVED)
        .with_extension(ExtensionRule::new(ExtensionReason::COMPLEX_CASE).with_times(3))
        .with_after_breach(AfterBreach::FollowsNewDue);
    let policy = desk_of([ClockRule::new(rule, hours(24)).with_scope(ClockScope::Department)]);
    let received = |story: Story, department, instant| {
        let command = Command::Happen(AnchorEvent {
            event: Anchor::DEPARTMENT_RECEIVED,
            at: local(&from_eight_to_six(), instant),
            department: Some(department),
        });
        story.on(instant).does("anna", command)
    };
    let extend = |department| {
        Command::Extend(ClockExtension {
            clock: ClockName::CLOSURE,
            department,
            reason: ExtensionReason::COMPLEX_CASE,
            change: ExtensionAmount::Add(TimeAmount::Minutes(60)),
            told: None,
        })
    };
    let story = received(begin(policy, "2026-01-12 09:00"), Department::QUALITY, "2026-01-12 10:00");
    let story = received(story, Department::SALES, "2026-01-12 15:00").on("2026-01-13 12:00");
    story
        .refused(
            "anna",
            extend(None),
            "clock `closure` ran out at 2026-01-13T10:00:00Z and cannot be extended at 2026-01-13T12:00:00Z; extend \
             a clock before it runs out",
        )
        .does("anna", extend(Some(Department::SALES)));
}

/// Acknowledged within two hours of an installation.
fn acknowledging() -> ClockRule {
    ClockRule::new(Clock::new(ClockName::ACKNOWLEDGEMENT, Anchor::INSTALLED), hours(2))
        .with_until(Anchor::ACKNOWLEDGED)
}

#[test]
fn what_a_reopening_does_not_undo_stays_done_and_ends_no_clock_that_starts_after_it() {
    let install = |story: Story, instant: &str| {
        let command = happen(&story, Anchor::INSTALLED, instant);
        story.does("anna", command)
    };
    let acknowledged =
        || begin(desk_of([acknowledging()]), "2026-01-12 09:00").does("anna", Command::Acknowledge);
    let reopened = closed(acknowledged()).on("2026-01-13 09:00").does("anna", reopen(Stage::Investigating));
    let set_back = solved(acknowledged()).on("2026-01-13 09:00").does("anna", dissatisfied());
    for story in [reopened, set_back] {
        let story = install(story, "2026-01-13 09:00");
        assert_eq!(story.state(ClockName::ACKNOWLEDGEMENT, "2026-01-13 09:00"), ClockState::Running);
        let story = story.does("anna", Command::Acknowledge);
        assert_eq!(story.state(ClockName::ACKNOWLEDGEMENT, "2026-01-13 09:00"), ClockState::Met);
    }
    // A set-back does not undo that the receipt was acknowledged in time.
    let met = install(acknowledged(), "2026-01-12 09:00");
    let later = solved(met).on("2026-01-13 09:00").does("anna", dissatisfied());
    assert_eq!(later.state(ClockName::ACKNOWLEDGEMENT, "2026-01-13 09:00"), ClockState::Met);
    assert_eq!(later.owed("2026-01-14 09:00"), Vec::<String>::new());
}

#[test]
fn a_machine_does_not_answer_before_its_start_is_entered_either() {
    let answered = |command: Command| {
        let rule = ClockRule::new(Clock::new(ClockName::RESPONSE, Anchor::INSTALLED), hours(4))
            .with_until(Anchor::ANSWERED);
        let story = begin(desk_of([rule]), "2026-01-12 09:00")
            .on("2026-01-12 11:00")
            .does("anna", command)
            .on("2026-01-12 12:00");
        let installed = happen(&story, Anchor::INSTALLED, "2026-01-12 10:00");
        story.does("anna", installed).state(ClockName::RESPONSE, "2026-01-12 12:00")
    };
    assert_eq!(answered(by_machine()), ClockState::Running);
    assert_eq!(answered(answer()), ClockState::Met);
}

#[test]
fn what_was_so_in_no_department_was_so_in_all_and_in_another_one_in_none() {
    let rule = |end| {
        ClockRule::new(Clock::new(ClockName::RESPONSE, Anchor::DEPARTMENT_RECEIVED), hours(2))
            .with_until(end)
            .with_scope(ClockScope::Department)
    };
    let received = |department, instant: &str| {
        let at = local(&from_eight_to_six(), instant);
        Command::Happen(AnchorEvent { event: Anchor::DEPARTMENT_RECEIVED, at, department: Some(department) })
    };
    let acknowledged = begin(desk_of([rule(Anchor::ACKNOWLEDGED)]), "2026-01-12 09:00")
        .on("2026-01-12 10:00")
        .does("anna", received(Department::QUALITY, "2026-01-12 10:00"))
        .does("anna", Command::Acknowledge);
    assert_eq!(acknowledged.state(ClockName::RESPONSE, "2026-01-12 10:00"), ClockState::Met);
    let contained = |department| {
        Command::Contain(redress::case::track::DepartmentContainment {
            department,
            measures: vec![redress::vocab::track::Containment::STOCK_RECHECK],
        })
    };
    let story = begin(desk_of([rule(Anchor::CONTAINED)]), "2026-01-12 09:00")
        .does("anna", received(Department::QUALITY, "2026-01-12 09:00"))
        .does("anna", contained(Department::QUALITY))
        .on("2026-01-12 10:00")
        .does("anna", received(Department::SALES, "2026-01-12 10:00"));
    let of = |department| {
        let clocks = story.case.clocks(&story.policy, story.now);
        let clock = clocks.iter().find(|clock| clock.department() == Some(department)).unwrap();
        clock.reading(&story.policy, story.now).status().state()
    };
    assert_eq!((of(Department::QUALITY), of(Department::SALES)), (ClockState::Met, ClockState::Running));
}

#[test]
fn visits_before_a_withdrawal_were_made() {
    let visit =
        || Command::FollowUp(FollowUpResult { kind: FollowUp::RETURN_VISIT, opinion: Opinion::Silent });
    let policy = InstalledGoods::new(
        from_eight_to_six(),
        Routing::none().with_row(Row::owner(word!(RuleId, "all"), Department::CUSTOMER_SERVICE)),
    );
    let story = begin(policy.build().unwrap(), "2025-06-20 09:00").on("2025-06-21 09:00");
    let story = story.does("anna", visit()).on("2025-06-22 09:00");
    let installed = happen(&story, Anchor::INSTALLED, "2025-06-22 09:00");
    let story = story.does("anna", installed).on("2025-06-23 09:00").does("anna", visit());
    // The one before the installation does not count.
    assert_eq!(story.case.follow_up(&story.policy).unwrap().done, 1);
    let story = story
        .on("2025-06-24 09:00")
        .does("anna", visit())
        .on("2025-06-25 09:00")
        .does("anna", Command::Withdraw(because("all is well")));
    assert_eq!(story.state(ClockName::RETURN_VISITS, "2025-06-25 09:00"), ClockState::Met);
}

#[test]
fn the_first_of_two_dispatches_starts_a_clock_whose_limit_became_known_later() {
    let target = Target::new(word!(RuleId, "quality"), Category::PRODUCT_QUALITY, hours(8));
    let rule = ClockRule::by_target(Clock::new(ClockName::RESPONSE, Anchor::DISPATCHED), [target]);
    let story = begin(desk_of([rule]), "2026-01-12 09:00")
        .does("anna", Command::Register)
        .does("anna", Command::Triage(Findings::default()))
        .does("anna", dispatch())
        .on("2026-01-12 10:00")
        .does("anna", Command::Withdraw(because("settled")))
        .on("2026-01-12 12:00")
        .does("anna", reopen(Stage::Triaged))
        .does("anna", dispatch())
        .does("anna", Command::Reclassify(about(Category::PRODUCT_QUALITY)));
    assert_eq!(story.due(ClockName::RESPONSE), "Mon 2026-01-12 17:00");
}

#[test]
fn an_event_while_it_was_solved_counts_for_a_clock_that_goes_on() {
    let either = Deadline::earliest([
        Alternative::from(Anchor::RECEIVED, hours(48)),
        Alternative::from(Anchor::INSTALLED, hours(3)),
    ]);
    let rule = ClockRule::new(Clock::new(ClockName::RESPONSE, Anchor::RECEIVED), either)
        .with_until(Anchor::RESOLVED);
    let story = solved(begin(desk_of([rule]), "2026-01-12 09:00")).on("2026-01-12 10:00");
    let installed = happen(&story, Anchor::INSTALLED, "2026-01-12 10:00");
    let story = story.does("anna", installed).on("2026-01-12 11:00").does("anna", dissatisfied());
    assert_eq!(story.due(ClockName::RESPONSE), "Mon 2026-01-12 13:00");
}

#[test]
fn a_clock_that_restarts_with_another_limit_does_not_with_the_same_one() {
    let clock = || Clock::new(ClockName::RESPONSE, Anchor::RECEIVED).with_on_change(ChangeEffect::Restart);
    let target = |id, category| Target::new(id, category, hours(8));
    let rule = ClockRule::by_target(
        clock(),
        [
            target(word!(RuleId, "quality"), Category::PRODUCT_QUALITY),
            target(word!(RuleId, "service"), Category::SERVICE_PROCESS),
        ],
    )
    .with_until(Anchor::RESOLVED);
    let story = begin_with(desk_of([rule]), "2026-01-12 09:00", about(Category::PRODUCT_QUALITY))
        .on("2026-01-12 11:00")
        .does("anna", Command::Reclassify(about(Category::SERVICE_PROCESS)));
    assert_eq!(story.due(ClockName::RESPONSE), "Mon 2026-01-12 17:00");
    let again = solved(story).on("2026-01-12 12:00").does("anna", dissatisfied());
    assert_eq!(again.due(ClockName::RESPONSE), "Mon 2026-01-12 17:00");
}

#[test]
fn what_is_solved_a_second_time_is_met_a_second_time() {
    let rule = ClockRule::new(clock(ClockName::RESPONSE), hours(8)).with_until(Anchor::RESOLVED);
    let story = solved(begin(desk_of([rule]), "2026-01-12 09:00"))
        .on("2026-01-12 10:00")
        .does("anna", dissatisfied())
        .on("2026-01-12 11:00")
        .does("anna", explained());
    assert_eq!(story.state(ClockName::RESPONSE, "2026-01-13 11:00"), ClockState::Met);
    assert_eq!(story.owed("2026-01-13 11:00"), Vec::<String>::new());
}

#[test]
fn one_clock_is_resumed_and_the_other_stays_paused() {
    let rules = [ClockName::CLOSURE, ClockName::RESPONSE].map(|name| ClockRule::new(clock(name), hours(8)));
    let resume = Command::Resume(redress::case::command::ClockPause {
        reason: PauseReason::AWAITING_CUSTOMER,
        clock: Some(ClockName::RESPONSE),
        at: None,
    });
    let story = begin(desk_of(rules), "2026-01-12 09:00")
        .does("anna", pause(PauseReason::AWAITING_CUSTOMER))
        .on("2026-01-12 10:00")
        .does("anna", resume);
    assert_eq!(story.state(ClockName::RESPONSE, "2026-01-12 10:00"), ClockState::Running);
    assert_eq!(story.state(ClockName::CLOSURE, "2026-01-12 10:00"), ClockState::Paused);
}

#[test]
fn a_solution_that_did_not_satisfy_and_was_explained_then_is_none() {
    let story = begin(desk_of([]), "2026-01-12 09:00")
        .investigating()
        .does("anna", Command::Propose(exchange()))
        .does("anna", Command::CarryOut)
        .does("anna", Command::Finish);
    assert!(story.case.solution().is_some());
    let story = story.does("anna", dissatisfied());
    assert!(story.case.solution().is_none());
    let story = story.does("anna", explained()).does("anna", Command::Close);
    assert!(story.case.solution().is_none());
}
