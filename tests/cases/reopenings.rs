//! Clocks over reopenings: three readings, clocks of the first round and of later ones, what happens again, and until
//! when a closed case may be reopened.

use redress::calendar::{Calendar, Hours, KnownDays, Span, WeekPattern, Zone};
use redress::case::clock::UpcomingKind;
use redress::case::command::{
    AnchorEvent, CaseLink, ClockExtension, ClockPause, Correction, ExtensionAmount, Findings, TimeAmount,
};
use redress::case::track::DepartmentContainment;
use redress::case::{Command, Office};
use redress::deadline::rule::{ClockState, ExtensionRule, PauseRule, Warning};
use redress::deadline::{Clock, ClockStatus, Count, End, Term};
use redress::policy::clock::{ClockPart, ClockRounds, ClockScope, ReopeningEffect, Target};
use redress::policy::routing::Row;
use redress::policy::track::ReopeningWindow;
use redress::policy::{ClockRule, Policy, PolicyBuilder, PolicyDocument, Routing, SeverityRules, Track};
use redress::taxonomy::Taxonomy;
use redress::vocab::course::{Duty, ExtensionReason, Relation};
use redress::vocab::track::Containment;
use redress::vocab::{
    Anchor, Category, ClockName, Department, Fact, PauseReason, Role, RuleId, Severity, Stage, Standing,
};
use redress::word;

use crate::cases::clocks::*;
use crate::cases::support::*;

const CUSTOMER: PauseReason = PauseReason::AWAITING_CUSTOMER;

fn desk_of(rules: impl IntoIterator<Item = ClockRule>) -> Policy {
    desk_with(from_eight_to_six(), rules)
}

fn closure(amount: u32) -> ClockRule {
    ClockRule::new(clock(ClockName::CLOSURE), hours(amount))
}

/// An acknowledgement within so many hours.
fn acknowledging(amount: u32) -> ClockRule {
    ClockRule::new(clock(ClockName::ACKNOWLEDGEMENT), hours(amount))
}

fn reopen() -> Command {
    Command::Reopen(going_on(Stage::Investigating))
}

fn dissatisfied() -> Command {
    Command::RecordDissatisfaction(going_on(Stage::Investigating))
}

fn withdraw() -> Command {
    Command::Withdraw(because("they changed their mind"))
}

fn nothing() -> Vec<String> {
    Vec::new()
}

/// Of a case that is investigated again: solved and closed.
#[track_caller]
fn closed_again(story: Story) -> Story {
    story.does("anna", explained()).does("anna", Command::Close)
}

/// The turns of a clock: which, in which round it began, where it stands, and when it is due.
fn turns(story: &Story, name: ClockName) -> Vec<String> {
    let clocks = story.case.clocks(&story.policy, story.now);
    let of_name = clocks.iter().filter(|clock| clock.name() == name);
    let told = of_name.map(|clock| {
        let reading = clock.reading(&story.policy, story.now);
        let due = shown(&story.policy, &reading);
        format!("{}/{} {} {due}", clock.turn(), clock.round(), reading.status().state())
    });
    told.collect()
}

// C05, D10: the result stays.

#[test]
fn fault_d10_a_case_closed_in_time_and_reopened_weeks_later_owes_nothing_at_once() {
    let limit = clock(ClockName::CLOSURE).with_warning(Warning::Share(50));
    let rule =
        ClockRule::new(limit, hours(24)).with_escalation(Count::Elapsed(Span::hours(4)), Role::MANAGER);
    let story =
        closed(begin(desk_of([rule]), "2026-01-12 09:00")).on("2026-01-26 09:00").does("anna", reopen());
    assert_eq!(story.owed("2026-01-26 09:00"), nothing());
    assert_eq!(
        turns(&story, ClockName::CLOSURE),
        ["0/0 met Tue 2026-01-13 09:00", "1/1 running Tue 2026-01-27 09:00"]
    );
    assert_eq!(story.standing("2026-01-26 09:00"), Some(Standing::OnTime));
    assert_eq!(story.owed("2026-01-26 21:00"), ["warning of clock closure 64"]);
    assert_eq!(story.standing("2026-01-27 09:00:00.000000001"), Some(Standing::Unclosed));
}

#[test]
fn fault_c05_a_result_stays_and_each_reopening_begins_a_turn_of_its_own() {
    assert_eq!(closure(2).on_reopening(), ReopeningEffect::Stays);
    // Closed in time, reopened and closed late, reopened a second time.
    let story = closed(begin(desk_of([closure(2)]), "2026-01-12 09:00").on("2026-01-12 10:00"));
    let story = closed_again(story.on("2026-01-14 09:00").does("anna", reopen()).on("2026-01-14 12:00"));
    let story = story.on("2026-01-16 09:00").does("anna", reopen());
    assert_eq!(
        turns(&story, ClockName::CLOSURE),
        [
            "0/0 met Mon 2026-01-12 11:00",
            "1/1 met-late Wed 2026-01-14 11:00",
            "2/2 running Fri 2026-01-16 11:00"
        ]
    );
    // What was missed is still to be told, of the turn that it was.
    assert_eq!(story.owed("2026-01-16 09:00"), ["breach of clock closure 1"]);
    assert_eq!(story.standing("2026-01-16 11:00"), Some(Standing::OnTime));
}

#[test]
fn fault_c05_what_the_closing_alone_ended_continues_from_its_first_start() {
    // Never acknowledged: two days after the receipt it is due, whether the case was closed in between or not.
    let story = closed(begin(desk_of([acknowledging(48)]), "2026-01-12 09:00").on("2026-01-12 10:00"));
    assert_eq!(turns(&story, ClockName::ACKNOWLEDGEMENT), ["0/0 cancelled Wed 2026-01-14 09:00"]);
    let soon = story.clone().on("2026-01-13 09:00").does("anna", reopen());
    assert_eq!(turns(&soon, ClockName::ACKNOWLEDGEMENT), ["0/0 running Wed 2026-01-14 09:00"]);
    let soon = soon.does("anna", Command::Acknowledge);
    assert_eq!(turns(&soon, ClockName::ACKNOWLEDGEMENT), ["0/0 met Wed 2026-01-14 09:00"]);
    let late = story.on("2026-01-26 09:00").does("anna", reopen());
    assert_eq!(turns(&late, ClockName::ACKNOWLEDGEMENT), ["0/0 breached Wed 2026-01-14 09:00"]);
    assert_eq!(late.owed("2026-01-26 09:00"), ["breach of clock acknowledgement 0"]);
}

#[test]
fn fault_c05_what_was_breached_before_the_closing_stays_so_and_has_another_turn() {
    let story = closed(begin(desk_of([acknowledging(2)]), "2026-01-12 09:00").on("2026-01-12 14:00"));
    let story = story.on("2026-01-14 09:00").does("anna", reopen());
    assert_eq!(
        turns(&story, ClockName::ACKNOWLEDGEMENT),
        ["0/0 cancelled Mon 2026-01-12 11:00", "1/1 running Wed 2026-01-14 11:00"]
    );
    let first = &story.case.clocks(&story.policy, story.now)[0];
    let reading = first.reading(&story.policy, story.now);
    assert_eq!(reading.first_breach(), Some(story.instant("2026-01-12 11:00")));
    // A missed target of a soft clock is a result as well.
    let soft = clock(ClockName::ACKNOWLEDGEMENT).with_hardness(redress::deadline::rule::Hardness::Soft);
    let story =
        closed(begin(desk_of([ClockRule::new(soft, hours(2))]), "2026-01-12 09:00").on("2026-01-12 14:00"));
    let story = story.on("2026-01-14 09:00").does("anna", reopen());
    assert_eq!(turns(&story, ClockName::ACKNOWLEDGEMENT)[1..], ["1/1 running Wed 2026-01-14 11:00"]);
}

#[test]
fn fault_c05_what_was_done_in_one_round_is_done_again_in_the_next() {
    let answering = ClockRule::new(clock(ClockName::RESPONSE), hours(8));
    let policy = desk_of([acknowledging(2), answering]);
    let story =
        begin(policy, "2026-01-12 09:00").does("anna", Command::Acknowledge).does("anna", answer()).refused(
            "anna",
            Command::Acknowledge,
            "`acknowledged` is already on record; it cannot be recorded twice",
        );
    let story = closed(story).on("2026-01-14 09:00").does("anna", reopen());
    assert_eq!(
        turns(&story, ClockName::ACKNOWLEDGEMENT),
        ["0/0 met Mon 2026-01-12 11:00", "1/1 running Wed 2026-01-14 11:00"]
    );
    assert_eq!(turns(&story, ClockName::RESPONSE)[1..], ["1/1 running Wed 2026-01-14 17:00"]);
    let story = story
        .on("2026-01-14 10:00")
        .does("anna", Command::Acknowledge)
        .refused(
            "anna",
            Command::Acknowledge,
            "`acknowledged` is already on record; it cannot be recorded twice",
        )
        .does("anna", answer());
    assert_eq!(turns(&story, ClockName::ACKNOWLEDGEMENT)[1..], ["1/1 met Wed 2026-01-14 11:00"]);
    assert_eq!(turns(&story, ClockName::RESPONSE)[1..], ["1/1 met Wed 2026-01-14 17:00"]);
    assert_eq!(story.owed("2026-01-20 10:00"), nothing());
}

#[test]
fn a_second_acknowledgement_is_possible_without_a_clock_that_waits_for_it() {
    let story = begin(desk_of([]), "2026-01-12 09:00").does("anna", Command::Acknowledge);
    let story = closed(story).on("2026-01-14 09:00").does("anna", reopen());
    let may = Office::new(&story.policy, &story.roster).allowed(&story.case, who("anna"), story.now);
    let acknowledge = may.iter().find(|may| may.action == redress::vocab::Action::Acknowledge).unwrap();
    assert_eq!(acknowledge.refusal, None);
    story.does("anna", Command::Acknowledge).refused(
        "anna",
        Command::Acknowledge,
        "`acknowledged` is already on record; it cannot be recorded twice",
    );
}

#[test]
fn a_registration_is_not_waited_for_a_second_time() {
    let rule = ClockRule::new(clock(ClockName::RESPONSE), hours(2)).with_until(Anchor::REGISTERED);
    let story = closed(begin(desk_of([rule]), "2026-01-12 09:00")).on("2026-01-14 09:00");
    let story = story.does("anna", reopen());
    assert_eq!(turns(&story, ClockName::RESPONSE), ["0/0 met Mon 2026-01-12 11:00"]);
    assert_eq!(story.owed("2026-01-20 09:00"), nothing());
}

#[test]
fn each_department_has_a_turn_of_its_own_and_contains_again() {
    let rule = ClockRule::new(Clock::new(ClockName::CONTAINMENT, Anchor::DEPARTMENT_RECEIVED), hours(24))
        .with_scope(ClockScope::Department);
    let received = |department, instant: &str| {
        let at = local(&from_eight_to_six(), instant);
        Command::Happen(AnchorEvent { event: Anchor::DEPARTMENT_RECEIVED, at, department: Some(department) })
    };
    let contain = |department| {
        Command::Contain(DepartmentContainment { department, measures: vec![Containment::STOCK_RECHECK] })
    };
    // Quality contains it, sales does not, and logistics gets it in the second round.
    let story = begin(desk_of([rule]), "2026-01-12 09:00")
        .does("anna", received(Department::QUALITY, "2026-01-12 09:00"))
        .does("anna", received(Department::SALES, "2026-01-12 09:00"))
        .does("anna", contain(Department::QUALITY))
        .refused(
            "anna",
            contain(Department::QUALITY),
            "`quality` is already on record; it cannot be recorded twice",
        );
    let story = closed(story.on("2026-01-12 10:00")).on("2026-01-12 12:00").does("anna", reopen());
    let story = story.does("anna", received(Department::LOGISTICS_COMPANY, "2026-01-12 12:00"));
    let seen = |story: &Story| {
        let clocks = story.case.clocks(&story.policy, story.now);
        let seen = clocks.iter().map(|clock| {
            let reading = clock.reading(&story.policy, story.now);
            let due = shown(&story.policy, &reading);
            let department = clock.department().unwrap();
            format!("{department} {} {} {due}", clock.turn(), reading.status().state())
        });
        seen.collect::<Vec<_>>()
    };
    assert_eq!(
        seen(&story),
        [
            "quality 0 met Tue 2026-01-13 09:00",
            "quality 1 running Tue 2026-01-13 12:00",
            "sales 0 running Tue 2026-01-13 09:00",
            "logistics-company 0 running Tue 2026-01-13 12:00",
        ]
    );
    let story = story.does("anna", contain(Department::QUALITY)).refused(
        "anna",
        contain(Department::QUALITY),
        "`quality` is already on record; it cannot be recorded twice",
    );
    assert_eq!(seen(&story)[1], "quality 1 met Tue 2026-01-13 12:00");
    assert_eq!(story.case.contained_departments().len(), 1);
}

#[test]
fn a_clock_of_the_limit_of_another_follows_its_turn() {
    let project = |rule: ClockRule| rule.with_from_due_of(ClockName::CLOSURE);
    let project = project(ClockRule::new(clock(ClockName::PROJECT), hours(10)));
    let policy = desk_of([closure(2), project]);
    // Closed in time: it had not started, and goes by the limit of the next turn.
    let story = closed(begin(policy.clone(), "2026-01-12 09:00").on("2026-01-12 10:00"));
    let again = story.on("2026-01-26 09:00").does("anna", reopen());
    assert_eq!(turns(&again, ClockName::PROJECT), ["0/1 not-started none: NotStarted"]);
    assert_eq!(again.owed("2026-01-26 09:00"), nothing());
    assert_eq!(again.standing("2026-01-26 09:00"), Some(Standing::OnTime));
    assert_eq!(again.standing("2026-01-26 21:00:00.000000001"), Some(Standing::ProjectDue));
    // Closed late: it had started, the closing kept the case from becoming a project, and it has another turn.
    let story = closed(begin(policy, "2026-01-12 09:00").on("2026-01-12 14:00"));
    let again = story.on("2026-01-26 09:00").does("anna", reopen());
    assert_eq!(
        turns(&again, ClockName::PROJECT),
        ["0/0 cancelled Mon 2026-01-12 21:00", "1/1 not-started none: NotStarted"]
    );
    assert_eq!(again.owed("2026-01-26 09:00"), ["breach of clock closure 0"]);
}

#[test]
fn a_limit_on_how_long_a_case_is_open_has_another_turn_however_the_case_ended() {
    // From the receipt on, with no other clock: nobody opened a project, for the case was closed before.
    let project = ClockRule::new(clock(ClockName::PROJECT), hours(48));
    let story = closed(begin(desk_of([project]), "2026-01-12 09:00")).on("2026-01-26 09:00");
    let story = story.does("anna", reopen());
    assert_eq!(
        turns(&story, ClockName::PROJECT),
        ["0/0 cancelled Wed 2026-01-14 09:00", "1/1 running Wed 2026-01-28 09:00"]
    );
    assert_eq!(story.owed("2026-01-26 09:00"), nothing());
    // A limit that a solution keeps, of a case that was withdrawn before it had one.
    let limit = clock(word!(ClockName, "desk:limit"));
    let rule = ClockRule::new(limit, hours(48)).with_until(Anchor::RESOLVED).with_part(ClockPart::Closure);
    let policy = desk_in(from_eight_to_six())
        .taxonomy(Taxonomy::standard().with_word(word!(ClockName, "desk:limit")))
        .clock(rule)
        .build()
        .unwrap();
    let story = begin(policy, "2026-01-12 09:00").does("anna", withdraw());
    let story = story.on("2026-01-26 09:00").does("anna", reopen());
    assert_eq!(story.standing("2026-01-28 09:00"), Some(Standing::OnTime));
    assert_eq!(story.standing("2026-01-28 09:00:00.000000001"), Some(Standing::Unclosed));
}

#[test]
fn a_solution_that_does_not_hold_is_undone_in_its_own_round() {
    for end in [Anchor::RESOLVED, Anchor::FINAL_RESPONSE_SENT] {
        let rule = ClockRule::new(clock(ClockName::RESPONSE), hours(8)).with_until(end);
        let story = closed(begin(desk_of([rule]), "2026-01-12 09:00"));
        let story = story.on("2026-01-14 09:00").does("anna", reopen());
        let solved = story.on("2026-01-14 10:00").does("anna", explained());
        assert_eq!(turns(&solved, ClockName::RESPONSE)[1..], ["1/1 met Wed 2026-01-14 17:00"]);
        let back = solved.on("2026-01-14 12:00").does("anna", dissatisfied());
        assert_eq!(
            turns(&back, ClockName::RESPONSE),
            ["0/0 met Mon 2026-01-12 17:00", "1/1 running Wed 2026-01-14 17:00"]
        );
        let again = closed_again(back.on("2026-01-14 18:00"));
        assert_eq!(turns(&again, ClockName::RESPONSE)[1..], ["1/1 met-late Wed 2026-01-14 17:00"]);
    }
}

#[test]
fn what_was_closed_by_force_counts_from_the_reopening_by_every_reading() {
    let forced = |choice| {
        let test =
            redress::policy::track::ForcedClosure::new(redress::policy::track::ForcedClosureTest::ListAlone);
        let policy = desk_in(from_eight_to_six())
            .clock(closure(8).with_on_reopening(choice))
            .forced_closure(test)
            .build()
            .unwrap();
        let listed = Findings::default().with_fact(Fact::ON_FORCED_CLOSURE_LIST, 1);
        let story = begin_with(policy, "2026-01-12 09:00", listed)
            .does("anna", Command::Register)
            .does("anna", Command::ForceClose);
        assert_eq!(story.state(ClockName::CLOSURE, "2026-01-12 09:00"), ClockState::Cancelled);
        story.on("2026-01-20 09:00").does("anna", reopen())
    };
    for choice in [ReopeningEffect::Stays, ReopeningEffect::Rest, ReopeningEffect::Resume] {
        let solved = Findings::default().with_fact(Fact::ON_FORCED_CLOSURE_LIST, 0);
        let story = forced(choice).does("anna", Command::Reclassify(solved));
        assert_eq!(story.due(ClockName::CLOSURE), "Tue 2026-01-20 17:00", "{choice:?}");
    }
}

#[test]
fn what_is_entered_late_of_an_earlier_round_changes_that_round_alone() {
    let rule = ClockRule::new(clock(ClockName::RESPONSE), hours(8)).with_until(Anchor::RESOLVED);
    let story = closed(begin(desk_of([rule]), "2026-01-12 09:00").on("2026-01-12 16:00"));
    let solved = story.now;
    let story = story.on("2026-01-14 09:00").does("anna", reopen());
    let correct = |event, from, to: &str| {
        let to = local(&from_eight_to_six(), to);
        Command::Correct(Correction { event, from, to, reason: note("it was so") })
    };
    let first = |story: &Story| {
        let clocks = story.case.clocks(&story.policy, story.now);
        clocks[0].reading(&story.policy, story.now).status().clone()
    };
    let earlier = story.clone().does("anna", correct(Anchor::RESOLVED, solved, "2026-01-12 15:00"));
    assert_eq!(first(&earlier), ClockStatus::Met { at: earlier.instant("2026-01-12 15:00") });
    assert_eq!(turns(&earlier, ClockName::RESPONSE)[1..], ["1/1 running Wed 2026-01-14 17:00"]);
    // The receipt was earlier: the first limit was, and the second one is counted from the reopening.
    let received = story.case.complaint().received();
    let story = story.does("anna", correct(Anchor::RECEIVED, received, "2026-01-12 07:00"));
    assert_eq!(
        turns(&story, ClockName::RESPONSE),
        ["0/0 met-late Mon 2026-01-12 15:00", "1/1 running Wed 2026-01-14 17:00"]
    );
}

#[test]
fn an_event_of_an_earlier_round_that_is_entered_late_ends_no_later_turn() {
    let rule = ClockRule::new(clock(ClockName::ROOT_CAUSE), hours(8)).with_until(Anchor::PLAN_SUBMITTED);
    let submitted = |instant: &str| {
        let at = local(&from_eight_to_six(), instant);
        Command::Happen(AnchorEvent { event: Anchor::PLAN_SUBMITTED, at, department: None })
    };
    let story = begin(desk_of([rule]), "2026-01-12 09:00").does("anna", submitted("2026-01-12 09:00"));
    let story = closed(story).on("2026-01-14 09:00").does("anna", reopen()).on("2026-01-14 10:00");
    let late = story.clone().does("anna", submitted("2026-01-13 09:00"));
    assert_eq!(turns(&late, ClockName::ROOT_CAUSE)[1..], ["1/1 running Wed 2026-01-14 17:00"]);
    let now = late.does("anna", submitted("2026-01-14 09:30"));
    assert_eq!(turns(&now, ClockName::ROOT_CAUSE)[1..], ["1/1 met Wed 2026-01-14 17:00"]);
}

#[test]
fn a_pause_that_is_open_at_the_closing_is_over_with_the_turn_and_goes_on_with_the_clock() {
    let paused = |choice| {
        let story = begin(desk_of([closure(8).with_on_reopening(choice)]), "2026-01-12 09:00")
            .on("2026-01-12 10:00")
            .does("anna", pause(CUSTOMER));
        closed(story.on("2026-01-12 12:00")).on("2026-01-14 09:00").does("anna", reopen())
    };
    let story = paused(ReopeningEffect::Stays);
    assert_eq!(turns(&story, ClockName::CLOSURE)[1..], ["1/1 running Wed 2026-01-14 17:00"]);
    let story = story.refused(
        "anna",
        resume(CUSTOMER),
        "clock `closure` is not paused for `awaiting-customer`; there is nothing to resume",
    );
    let story = story.does("anna", pause(CUSTOMER)).on("2026-01-14 10:00").does("anna", resume(CUSTOMER));
    assert_eq!(story.due(ClockName::CLOSURE), "Wed 2026-01-14 18:00");
    for choice in [ReopeningEffect::Rest, ReopeningEffect::Resume] {
        let story = paused(choice);
        assert_eq!(story.state(ClockName::CLOSURE, "2026-01-14 09:00"), ClockState::Paused, "{choice:?}");
        let story = story.on("2026-01-14 10:00").does("anna", resume(CUSTOMER));
        assert_eq!(story.due(ClockName::CLOSURE), "Wed 2026-01-14 17:00", "{choice:?}");
    }
}

#[test]
fn an_extension_is_one_of_its_turn() {
    let rule = clock(ClockName::CLOSURE).with_extension(ExtensionRule::new(ExtensionReason::COMPLEX_CASE));
    let extend = || {
        Command::Extend(ClockExtension {
            clock: ClockName::CLOSURE,
            department: None,
            reason: ExtensionReason::COMPLEX_CASE,
            change: ExtensionAmount::Add(TimeAmount::Minutes(120)),
            told: None,
        })
    };
    let story = begin(desk_of([ClockRule::new(rule, hours(8))]), "2026-01-12 09:00").does("anna", extend());
    let story = closed(story).on("2026-01-14 09:00").does("anna", reopen());
    assert_eq!(
        turns(&story, ClockName::CLOSURE),
        ["0/0 met Mon 2026-01-12 19:00", "1/1 running Wed 2026-01-14 17:00"]
    );
    // Once in each turn.
    let story = story.does("anna", extend());
    assert_eq!(turns(&story, ClockName::CLOSURE)[1..], ["1/1 running Wed 2026-01-14 19:00"]);
    story.refused(
        "anna",
        extend(),
        "clock `closure` cannot be extended for `complex-case` again; the most for this reason is 1",
    );
}

#[test]
fn the_date_of_a_case_merged_into_a_closed_one_holds_for_the_turn_that_follows() {
    let policy = || desk_of([closure(48)]);
    let mut other = begin(policy(), "2026-01-12 08:00").case.summary(&policy());
    other.id = "A-9".parse().unwrap();
    let absorbed = || Command::Link(CaseLink { case: other.clone(), relation: Relation::Absorbed });
    let closed = || closed(begin(policy(), "2026-01-12 09:00").on("2026-01-12 10:00"));
    let story = closed().does("anna", absorbed()).on("2026-01-13 10:00").does("anna", reopen());
    assert_eq!(story.due(ClockName::CLOSURE), "Wed 2026-01-14 08:00");
    // What was merged into it before was dealt with in that round.
    let story = begin(policy(), "2026-01-12 09:00").does("anna", absorbed());
    let story = crate::cases::clocks::closed(story).on("2026-01-13 10:00").does("anna", reopen());
    assert_eq!(story.due(ClockName::CLOSURE), "Thu 2026-01-15 10:00");
}

#[test]
fn a_clock_that_was_off_the_case_is_taken_up_as_if_it_had_been_there() {
    let to = |category| Command::Reclassify(about(category));
    let story = |rounds| {
        let rule = closure(8).with_only_for([Category::PRODUCT_QUALITY]).with_rounds(rounds);
        let story = begin_with(desk_of([rule]), "2026-01-12 09:00", about(Category::PRODUCT_QUALITY))
            .on("2026-01-12 10:00")
            .does("anna", to(Category::SERVICE_PROCESS));
        closed(story)
            .on("2026-01-14 09:00")
            .does("anna", reopen())
            .on("2026-01-14 10:00")
            .does("anna", to(Category::PRODUCT_QUALITY))
    };
    assert_eq!(turns(&story(ClockRounds::Every), ClockName::CLOSURE), ["0/1 running Wed 2026-01-14 17:00"]);
    assert_eq!(turns(&story(ClockRounds::First), ClockName::CLOSURE), ["0/0 cancelled Mon 2026-01-12 17:00"]);
}

#[test]
fn a_move_to_another_policy_tells_what_it_changes_for_the_turn_that_runs() {
    let of = |version: &str, amount| {
        Policy::builder("desk")
            .version(version)
            .calendar(from_eight_to_six())
            .routing(Routing::none())
            .clock(closure(amount))
            .build()
            .unwrap()
    };
    let (one, two) = (of("1", 8), of("2", 12));
    let story = closed(begin(one.clone(), "2026-01-12 09:00")).on("2026-01-14 09:00").does("anna", reopen());
    let diff =
        redress::case::migration::Migration { from: &one, to: &two }.diff(&story.case, story.now).unwrap();
    let changed: Vec<_> =
        diff.clocks.iter().map(|change| (change.before.unwrap().at(), change.after.unwrap().at())).collect();
    assert_eq!(changed, [(story.instant("2026-01-14 17:00"), story.instant("2026-01-14 21:00"))]);
}

// C05: the rest goes on.

/// Closed an hour after its receipt, reopened after two days, and closed and reopened again.
fn rested(rule: ClockRule) -> [Story; 2] {
    let story = closed(begin(desk_of([rule]), "2026-01-12 09:00").on("2026-01-12 10:00"));
    let once = story.on("2026-01-14 12:00").does("anna", reopen());
    let story = closed_again(once.clone().on("2026-01-14 13:00"));
    [once, story.on("2026-01-19 08:00").does("anna", reopen())]
}

#[test]
fn fault_c05_the_rest_of_the_time_goes_on_in_the_unit_of_the_clock() {
    let days = |term: Term| ClockRule::new(clock(ClockName::CLOSURE), term.with_end(End::END_OF_DAY));
    for (rule, once, twice) in [
        // An hour is used up before the first end, and another one before the second.
        (closure(4), "Wed 2026-01-14 15:00", "Mon 2026-01-19 10:00"),
        // The same of working time.
        (
            ClockRule::new(clock(ClockName::CLOSURE), working(12)),
            "Thu 2026-01-15 13:00",
            "Mon 2026-01-19 18:00",
        ),
        // One end of a day after day zero passed while it was closed, and then five, three of them of working days.
        (days(Term::calendar_days(3)), "Fri 2026-01-16 24:00", "Wed 2026-01-21 24:00"),
        (days(Term::working_days(3)), "Fri 2026-01-16 24:00", "Wed 2026-01-21 24:00"),
    ] {
        let [first, second] = rested(rule.with_on_reopening(ReopeningEffect::Rest));
        assert_eq!(turns(&first, ClockName::CLOSURE), [format!("0/0 running {once}")]);
        assert_eq!(turns(&second, ClockName::CLOSURE), [format!("0/0 running {twice}")]);
    }
}

#[test]
fn a_rest_is_told_as_a_pause_and_nobody_else_pauses_for_it() {
    let [story, _] = rested(closure(4).with_on_reopening(ReopeningEffect::Rest));
    let clocks = story.case.clocks(&story.policy, story.now);
    let pauses: Vec<_> = clocks[0].record().unwrap().pauses().iter().map(|pause| pause.reason()).collect();
    assert_eq!(pauses, [PauseReason::CASE_CLOSED]);
    let record = clocks[0].record().unwrap();
    let (_, trace) = clocks[0].rule().clock().explain(story.policy.calendar(), record, story.now).unwrap();
    let told = trace.steps().iter().any(|step| format!("{step:?}").contains("2026-01-12T10:00:00Z"));
    assert!(told, "{trace:?}");
    story.refused(
        "anna",
        pause(PauseReason::CASE_CLOSED),
        "clock `closure` cannot pause for `case-closed`, expected `awaiting-customer` or `awaiting-supplier`",
    );
    let reserved = clock(ClockName::CLOSURE).with_pause(PauseRule::new(PauseReason::CASE_CLOSED));
    let faults = desk_in(from_eight_to_six()).clock(ClockRule::new(reserved, hours(2))).build().unwrap_err();
    assert_eq!(
        faults.to_string(),
        "clock `closure`: cannot pause for `case-closed`, which is reserved for closed cases; use another \
         reason, or set `on-reopening = \"rest\"`"
    );
}

#[test]
fn a_rest_leaves_a_breach_and_undoes_no_act_of_the_round_before() {
    let rest = |rule: ClockRule| rule.with_on_reopening(ReopeningEffect::Rest);
    // Closed late.
    let story = closed(begin(desk_of([rest(closure(2))]), "2026-01-12 09:00").on("2026-01-12 14:00"));
    let story = story.on("2026-01-14 09:00").does("anna", reopen());
    assert_eq!(turns(&story, ClockName::CLOSURE), ["0/0 breached Mon 2026-01-12 11:00"]);
    assert_eq!(story.owed("2026-01-14 09:00"), ["breach of clock closure 0"]);
    // Acknowledged, and so it stays.
    let story = begin(desk_of([rest(acknowledging(2))]), "2026-01-12 09:00");
    let story = closed(story.does("anna", Command::Acknowledge)).on("2026-01-14 09:00");
    let story = story.does("anna", reopen());
    assert_eq!(turns(&story, ClockName::ACKNOWLEDGEMENT), ["0/0 met Mon 2026-01-12 11:00"]);
    // Solved at ten, closed at noon: the rest of the time is what was left at ten.
    let rule = ClockRule::new(clock(ClockName::RESPONSE), hours(8)).with_until(Anchor::RESOLVED);
    let story = solved(begin(desk_of([rest(rule)]), "2026-01-12 09:00").on("2026-01-12 10:00"));
    let story = story.on("2026-01-12 12:00").does("anna", Command::Close);
    let story = story.on("2026-01-14 09:00").does("anna", reopen());
    assert_eq!(turns(&story, ClockName::RESPONSE), ["0/0 running Wed 2026-01-14 16:00"]);
}

#[test]
fn a_message_that_waits_does_so_through_a_closed_case_and_rests_where_the_policy_says_so() {
    let due = |choice| {
        let name = word!(ClockName, "desk:next");
        let rule = ClockRule::new(Clock::new(name, Anchor::CUSTOMER_WROTE), hours(8))
            .with_until(Anchor::ANSWERED)
            .with_repeats()
            .with_on_reopening(choice);
        let policy = desk_in(from_eight_to_six()).taxonomy(Taxonomy::standard().with_word(name)).clock(rule);
        let story = begin(policy.build().unwrap(), "2026-01-12 09:00").does("anna", heard());
        let story = story.on("2026-01-12 10:00").does("anna", Command::Register).does("anna", withdraw());
        let story = story.on("2026-01-12 12:00").does("anna", reopen());
        turns(&story, name)
    };
    assert_eq!(due(ReopeningEffect::Stays), ["0/0 running Mon 2026-01-12 17:00"]);
    assert_eq!(due(ReopeningEffect::Resume), ["0/0 running Mon 2026-01-12 17:00"]);
    assert_eq!(due(ReopeningEffect::Rest), ["0/0 running Mon 2026-01-12 19:00"]);
}

#[test]
fn a_rest_outlives_the_most_pauses_of_a_clock() {
    let mut story =
        closed(begin(desk_of([closure(1_000).with_on_reopening(ReopeningEffect::Rest)]), "2026-01-12 09:00"));
    let step = chrono::TimeDelta::hours(1);
    for _ in 0..150 {
        for command in [reopen(), explained(), Command::Close] {
            story.now += step;
            let decision = story.try_to("anna", command).unwrap();
            story.record(&decision);
        }
    }
    let story = Story { now: story.now + step, ..story }.does("anna", reopen());
    // Of each three hours two were open: from the reopening to the closing.
    let due = story.case.clocks(&story.policy, story.now)[0].reading(&story.policy, story.now).due().unwrap();
    assert_eq!(due.at() - story.now, chrono::TimeDelta::hours(1_000 - 300));
    // There is still room for a pause.
    let story = story.does("anna", pause(CUSTOMER));
    assert_eq!(story.case.clocks(&story.policy, story.now).len(), 1);
}

// C05: as if it had never been closed.

#[test]
fn fault_c05_resumed_is_as_if_it_had_never_been_closed_and_its_results_stay() {
    let story = closed(
        begin(desk_of([closure(200).with_on_reopening(ReopeningEffect::Resume)]), "2026-01-12 09:00")
            .on("2026-01-12 10:00"),
    );
    let story = closed_again(story.on("2026-01-14 09:00").does("anna", reopen()));
    let story = story.on("2026-01-15 09:00").does("anna", reopen());
    assert_eq!(
        turns(&story, ClockName::CLOSURE),
        ["0/0 met Tue 2026-01-20 17:00", "1/1 met Tue 2026-01-20 17:00", "2/2 running Tue 2026-01-20 17:00"]
    );
}

#[test]
fn a_reading_is_written_and_read() {
    for (choice, text) in [
        (ReopeningEffect::Stays, None),
        (ReopeningEffect::Rest, Some("rest")),
        (ReopeningEffect::Resume, Some("resume")),
    ] {
        let json = serde_json::to_value(closure(2).with_on_reopening(choice)).unwrap();
        assert_eq!(json.get("on-reopening").and_then(|text| text.as_str()), text);
        let read: ClockRule = serde_json::from_value(json).unwrap();
        assert_eq!(read.on_reopening(), choice);
    }
    let stays = r#"{"clock": "closure", "from": "received", "due": {"weeks": 1}, "on-reopening": "stays"}"#;
    assert_eq!(serde_json::from_str::<ClockRule>(stays).unwrap().on_reopening(), ReopeningEffect::Stays);
    let old = stays.replace("stays", "separate");
    let refused = serde_json::from_str::<ClockRule>(&old).unwrap_err().to_string();
    let expected =
        "on-reopening: effect of a reopening `separate` is unknown, expected `stays`, `rest` or `resume`";
    assert!(refused.starts_with(expected), "{refused}");
}

// The first round and later ones.

const SECOND: ClockName = word!(ClockName, "desk:second");

/// Acknowledged within two hours, solved within eight; the second time within four hours of the acknowledgement.
fn two_stages() -> Policy {
    let solving = |name, from, amount| {
        ClockRule::new(Clock::new(name, from), hours(amount))
            .with_until(Anchor::FINAL_RESPONSE_SENT)
            .with_part(ClockPart::Closure)
    };
    desk_in(from_eight_to_six())
        .taxonomy(Taxonomy::standard().with_word(SECOND))
        .clock(acknowledging(2))
        .clock(solving(ClockName::RESPONSE, Anchor::RECEIVED, 8).with_rounds(ClockRounds::First))
        .clock(solving(SECOND, Anchor::ACKNOWLEDGED, 4).with_rounds(ClockRounds::Later))
        .build()
        .unwrap()
}

#[test]
fn fault_c05_a_second_stage_has_its_own_limits() {
    let story = begin(two_stages(), "2026-01-12 09:00").does("anna", Command::Acknowledge);
    assert_eq!(turns(&story, SECOND), nothing());
    // Late the first time.
    let story = closed(story.on("2026-01-12 18:00"));
    assert_eq!(story.standing("2026-01-12 18:00"), Some(Standing::ClosedLate));
    let story = story.on("2026-01-14 09:00").does("anna", reopen());
    assert_eq!(turns(&story, ClockName::RESPONSE), ["0/0 met-late Mon 2026-01-12 17:00"]);
    assert_eq!(turns(&story, SECOND), ["0/1 not-started none: NotStarted"]);
    // The first limit is not that of the second stage.
    assert_eq!(story.standing("2026-01-14 09:00"), Some(Standing::OnTime));
    let story = story.on("2026-01-14 10:00").does("anna", Command::Acknowledge);
    assert_eq!(turns(&story, SECOND), ["0/1 running Wed 2026-01-14 14:00"]);
    assert_eq!(story.standing("2026-01-14 14:00:00.000000001"), Some(Standing::Unclosed));
    let story = closed_again(story.on("2026-01-14 12:00"));
    assert_eq!(story.standing("2026-01-14 12:00"), Some(Standing::ClosedInTime));
    // A third time it counts from the acknowledgement of that round, and not from the reopening.
    let story = story.on("2026-01-19 09:00").does("anna", reopen());
    assert_eq!(turns(&story, SECOND), ["0/1 met Wed 2026-01-14 14:00", "1/2 not-started none: NotStarted"]);
    let story = story.on("2026-01-19 10:00").does("anna", Command::Acknowledge);
    assert_eq!(turns(&story, SECOND)[1..], ["1/2 running Mon 2026-01-19 14:00"]);
    assert_eq!(turns(&story, ClockName::RESPONSE).len(), 1);
}

#[test]
fn a_clock_of_the_first_round_ends_for_good_with_it() {
    let first = |rule: ClockRule| rule.with_rounds(ClockRounds::First);
    // Never acknowledged: that is owed no more.
    let story = closed(begin(desk_of([first(acknowledging(48))]), "2026-01-12 09:00"));
    let story = story.on("2026-01-13 09:00").does("anna", reopen());
    let clocks = story.case.clocks(&story.policy, story.now);
    let reading = clocks[0].reading(&story.policy, story.now);
    let ClockStatus::Cancelled { reason } = reading.status() else { panic!("{reading:?}") };
    assert_eq!(reason.to_string(), "round-over");
    assert_eq!(story.owed("2026-01-20 09:00"), nothing());
    assert!(story.case.summary(&story.policy).due.is_empty());
    // What goes on after a solution ends with the reopening.
    let visits = ClockRule::new(clock(ClockName::RETURN_VISITS), hours(240));
    let story = closed(begin(desk_of([first(visits)]), "2026-01-12 09:00"));
    assert_eq!(story.state(ClockName::RETURN_VISITS, "2026-01-12 09:00"), ClockState::Running);
    let story = story.on("2026-01-13 09:00").does("anna", reopen());
    assert_eq!(story.state(ClockName::RETURN_VISITS, "2026-01-13 09:00"), ClockState::Cancelled);
    // A limit whose number nobody has set concerns the first round alone.
    let unset = ClockRule::not_set(clock(ClockName::RESPONSE), "the limit");
    let story = begin(desk_of([first(unset)]), "2026-01-12 09:00");
    assert_eq!(story.owed("2026-01-12 09:00"), ["undetermined-clock of clock response 0"]);
    let story = closed(story).on("2026-01-13 09:00").does("anna", reopen());
    assert_eq!(story.owed("2026-01-13 09:00"), nothing());
    // Another case sees no date of a round that is over.
    let story = closed(begin(desk_of([first(closure(48))]), "2026-01-12 09:00"));
    assert_eq!(story.case.summary(&story.policy).due.len(), 1);
    let story = story.on("2026-01-13 09:00").does("anna", reopen());
    assert!(story.case.summary(&story.policy).due.is_empty());
    assert_eq!(story.standing("2026-01-13 09:00"), None);
}

#[test]
fn a_clock_may_count_from_each_reopening_and_no_receipt() {
    let rule = |rounds| {
        ClockRule::new(Clock::new(ClockName::RESPONSE, Anchor::REOPENED), hours(4)).with_rounds(rounds)
    };
    for (rounds, before) in [(ClockRounds::Later, 0), (ClockRounds::Every, 1)] {
        let story = begin(desk_of([rule(rounds)]), "2026-01-12 09:00").does("anna", answer());
        assert_eq!(turns(&story, ClockName::RESPONSE).len(), before);
        assert_eq!(story.owed("2026-01-30 09:00"), nothing());
        let story = closed(story).on("2026-01-14 09:00").does("anna", reopen());
        assert_eq!(turns(&story, ClockName::RESPONSE), ["0/1 running Wed 2026-01-14 13:00"]);
        let story = closed_again(story.on("2026-01-14 10:00").does("anna", answer()));
        let story = story.on("2026-01-16 09:00").does("anna", reopen());
        assert_eq!(
            turns(&story, ClockName::RESPONSE),
            ["0/1 met Wed 2026-01-14 13:00", "1/2 running Fri 2026-01-16 13:00"]
        );
    }
}

#[test]
fn a_limit_of_later_rounds_goes_by_the_target_of_the_time() {
    let target = |id, category, amount| Target::new(id, category, hours(amount));
    let rule = ClockRule::by_target(
        Clock::new(ClockName::RESPONSE, Anchor::REOPENED),
        [
            target(word!(RuleId, "quality"), Category::PRODUCT_QUALITY, 8),
            target(word!(RuleId, "service"), Category::SERVICE_PROCESS, 4),
        ],
    )
    .with_rounds(ClockRounds::Later);
    let to = |category| Command::Reclassify(about(category));
    let story = begin_with(desk_of([rule]), "2026-01-12 09:00", about(Category::PRODUCT_QUALITY));
    let story = story.does("anna", Command::Register).does("anna", Command::Triage(Findings::default()));
    let story = story.does("anna", explained()).does("anna", to(Category::SERVICE_PROCESS));
    let story = story.does("anna", Command::Close).on("2026-01-14 09:00").does("anna", reopen());
    assert_eq!(story.due(ClockName::RESPONSE), "Wed 2026-01-14 13:00");
    let story = story.on("2026-01-14 10:00").does("anna", to(Category::PRODUCT_QUALITY));
    assert_eq!(story.due(ClockName::RESPONSE), "Wed 2026-01-14 17:00");
    // Without a target it says so from the reopening on, and not before.
    let story = story.does("anna", to(Category::SPARE_PARTS));
    assert_eq!(story.due(ClockName::RESPONSE), "Wed 2026-01-14 17:00");
}

#[test]
fn messages_wait_in_the_rounds_to_which_the_clock_belongs() {
    let seen = |rounds| {
        let name = word!(ClockName, "desk:next");
        let rule = ClockRule::new(Clock::new(name, Anchor::CUSTOMER_WROTE), hours(8))
            .with_until(Anchor::ANSWERED)
            .with_repeats()
            .with_rounds(rounds);
        let policy = desk_in(from_eight_to_six()).taxonomy(Taxonomy::standard().with_word(name)).clock(rule);
        let story = begin(policy.build().unwrap(), "2026-01-12 09:00")
            .does("anna", heard())
            .does("anna", answer())
            .does("anna", heard())
            .does("anna", withdraw());
        let story = story.on("2026-01-14 09:00").does("anna", reopen());
        let story = story.does("anna", answer()).does("anna", heard());
        turns(&story, name)
    };
    let (first, second) = ("0/0 met Mon 2026-01-12 17:00", "2/1 running Wed 2026-01-14 17:00");
    assert_eq!(seen(ClockRounds::Every), [first, "1/0 met-late Mon 2026-01-12 17:00", second]);
    assert_eq!(seen(ClockRounds::First), [first, "1/0 cancelled Mon 2026-01-12 17:00"]);
    assert_eq!(seen(ClockRounds::Later), [second]);
}

#[test]
fn triage_tells_no_clock_of_later_rounds_of_a_new_complaint() {
    let policy = two_stages();
    let complaint = redress::triage::Complaint::new("A-1".parse().unwrap(), at("2026-01-12T09:00:00Z"));
    let triage = redress::triage::triage(&policy, &complaint, &redress::triage::History::none()).unwrap();
    let names: Vec<_> = triage.clocks().iter().map(redress::triage::answer::ClockTriage::name).collect();
    assert_eq!(names, [ClockName::ACKNOWLEDGEMENT, ClockName::RESPONSE]);
}

#[test]
fn rounds_are_written_and_read_and_contradictions_are_faults() {
    for (rounds, text) in
        [(ClockRounds::Every, None), (ClockRounds::First, Some("first")), (ClockRounds::Later, Some("later"))]
    {
        let json = serde_json::to_value(closure(2).with_rounds(rounds)).unwrap();
        assert_eq!(json.get("rounds").and_then(|text| text.as_str()), text);
        assert_eq!(serde_json::from_value::<ClockRule>(json).unwrap().rounds(), rounds);
    }
    let policy = two_stages();
    let document = PolicyDocument::of(&policy);
    let written = toml::to_string(&document).unwrap();
    assert_eq!(toml::from_str::<PolicyDocument>(&written).unwrap(), document);

    let faults = |rules: Vec<ClockRule>| {
        let policy = rules.into_iter().fold(desk_in(from_eight_to_six()), PolicyBuilder::clock);
        policy.build().unwrap_err().to_string()
    };
    assert_eq!(
        faults(vec![closure(2).with_rounds(ClockRounds::Later)]),
        "clock `closure`: belongs to the later rounds of a case, in which `received` does not happen; use \
         another event, or set `rounds = \"every\"`"
    );
    let reopened = Clock::new(ClockName::RESPONSE, Anchor::REOPENED);
    assert_eq!(
        faults(vec![ClockRule::new(reopened, hours(2)).with_rounds(ClockRounds::First)]),
        "clock `response`: belongs to the first round of a case, in which `reopened` does not happen; use \
         another event, or set `rounds = \"every\"`"
    );
    assert_eq!(
        faults(vec![closure(2).with_rounds(ClockRounds::First).with_on_reopening(ReopeningEffect::Rest)]),
        "clock `closure`: belongs to the first round of a case, which a reopening ends; remove `on-reopening`, \
         or set `rounds = \"every\"`"
    );
    let chained = ClockRule::new(clock(ClockName::PROJECT), hours(2)).with_from_due_of(ClockName::CLOSURE);
    assert_eq!(
        faults(vec![closure(2).with_rounds(ClockRounds::First), chained.with_rounds(ClockRounds::Later)]),
        "clock `project`: belongs to the later rounds of a case, but starts when `closure` is due, which does \
         not; use clocks of the same rounds"
    );
}

#[test]
fn a_thousand_rounds_are_a_thousand_turns() {
    for choice in [ReopeningEffect::Stays, ReopeningEffect::Rest, ReopeningEffect::Resume] {
        let project =
            ClockRule::new(clock(ClockName::PROJECT), hours(1)).with_from_due_of(ClockName::CLOSURE);
        let policy = desk_of([closure(4).with_on_reopening(choice), project, acknowledging(2)]);
        let mut story = closed(begin(policy, "2026-01-12 09:00"));
        for _ in 0..1_000 {
            for command in [reopen(), explained(), Command::Close] {
                story.now += chrono::TimeDelta::minutes(10);
                let decision = story.try_to("anna", command).unwrap();
                story.case = story.case.after(&decision).unwrap();
            }
        }
        let story = Story { now: story.now + chrono::TimeDelta::minutes(10), ..story }.does("anna", reopen());
        let of_closure = turns(&story, ClockName::CLOSURE);
        let expected = if choice == ReopeningEffect::Rest { 1 } else { 1_002 };
        assert_eq!(of_closure.len(), expected, "{choice:?}");
        if choice == ReopeningEffect::Stays {
            let due = story.reading(ClockName::CLOSURE, "2026-02-10 09:00").due().unwrap();
            assert_eq!(due.at() - story.now, chrono::TimeDelta::hours(4));
        }
    }
}

// D05: what stops a clock is not earlier than its start.

const FIRST_UPDATE: ClockName = word!(ClockName, "desk:update-1");
const NEXT_UPDATE: ClockName = word!(ClockName, "desk:update-2");
const TOLD: Anchor = word!(Anchor, "desk:told");

/// Two updates, the second from the due date of the first.
fn updates(end: Anchor) -> Policy {
    let update = |name| ClockRule::new(clock(name), hours(4)).with_until(end);
    desk_in(from_eight_to_six())
        .taxonomy(Taxonomy::standard().with_word(FIRST_UPDATE).with_word(NEXT_UPDATE).with_word(TOLD))
        .clock(update(FIRST_UPDATE))
        .clock(update(NEXT_UPDATE).with_from_due_of(FIRST_UPDATE))
        .build()
        .unwrap()
}

/// What somebody does now.
type Act = fn(&Story) -> Command;

#[test]
fn fault_d05_what_happened_before_the_due_date_of_one_clock_ends_none_that_starts_from_it() {
    let told = |story: &Story| Command::Happen(AnchorEvent { event: TOLD, at: story.now, department: None });
    let acts: [(Anchor, Act); 3] = [
        (Anchor::ANSWERED, |_| answer()),
        (Anchor::ACKNOWLEDGED, |_| Command::Acknowledge),
        (TOLD, |story| Command::Happen(AnchorEvent { event: TOLD, at: story.now, department: None })),
    ];
    for (end, act) in acts {
        let story = begin(updates(end), "2026-01-12 09:00").on("2026-01-12 11:00");
        let command = act(&story);
        let story = story.does("anna", command);
        assert_eq!(turns(&story, FIRST_UPDATE), ["0/0 met Mon 2026-01-12 13:00"], "{end}");
        assert_eq!(turns(&story, NEXT_UPDATE), ["0/0 not-started none: NotStarted"], "{end}");
        assert_eq!(story.state(NEXT_UPDATE, "2026-01-12 13:00"), ClockState::Running, "{end}");
        assert_eq!(story.owed("2026-01-12 18:00"), ["breach of clock desk:update-2 0"], "{end}");
        // At the very start it counts, and so it does later on.
        for (now, state) in [
            ("2026-01-12 12:59:59", ClockState::NotStarted),
            ("2026-01-12 13:00", ClockState::Met),
            ("2026-01-12 16:00", ClockState::Met),
            ("2026-01-12 18:00", ClockState::MetLate),
        ] {
            let story = story.clone().on(now);
            let command = act(&story);
            if end == Anchor::ACKNOWLEDGED && state == ClockState::NotStarted {
                story.refused(
                    "anna",
                    command,
                    "`acknowledged` is already on record; it cannot be recorded twice",
                );
                continue;
            }
            let story = story.does("anna", command);
            assert_eq!(story.state(NEXT_UPDATE, now), state, "{end} at {now}");
        }
    }
    // An act that is entered late counts by its own instant.
    let story = begin(updates(TOLD), "2026-01-12 09:00").on("2026-01-12 15:00");
    let early = AnchorEvent { event: TOLD, at: story.instant("2026-01-12 12:00"), department: None };
    let story = story.does("anna", Command::Happen(early));
    assert_eq!(turns(&story, NEXT_UPDATE), ["0/0 running Mon 2026-01-12 17:00"]);
    let now = told(&story);
    let story = story.does("anna", now);
    assert_eq!(turns(&story, NEXT_UPDATE), ["0/0 met Mon 2026-01-12 17:00"]);
}

#[test]
fn a_closing_before_the_start_ends_a_clock_without_a_result() {
    let chained =
        ClockRule::new(clock(ClockName::UNCLOSED_NOTICE), hours(1)).with_from_due_of(ClockName::CLOSURE);
    let story = closed(begin(desk_of([closure(4), chained]), "2026-01-12 09:00"));
    assert_eq!(turns(&story, ClockName::UNCLOSED_NOTICE), ["0/0 cancelled Mon 2026-01-12 14:00"]);
    assert_eq!(story.owed("2026-01-20 09:00"), nothing());
    // A limit from an event that never came limits nothing.
    let policy = desk_of([ClockRule::new(Clock::new(ClockName::CLOSURE, Anchor::DISPATCHED), hours(4))]);
    let story = closed(begin(policy, "2026-01-12 09:00"));
    assert_eq!(story.state(ClockName::CLOSURE, "2026-01-12 09:00"), ClockState::Cancelled);
    assert_eq!(story.standing("2026-01-12 09:00"), None);
}

#[test]
fn what_starts_a_clock_is_not_what_it_waits_for_though_the_next_such_event_is() {
    let name = word!(ClockName, "desk:next-update");
    let rule = ClockRule::new(Clock::new(name, Anchor::ANSWERED), hours(8)).with_until(Anchor::ANSWERED);
    let policy = desk_in(from_eight_to_six()).taxonomy(Taxonomy::standard().with_word(name)).clock(rule);
    let story = begin(policy.build().unwrap(), "2026-01-12 09:00").does("anna", answer());
    assert_eq!(turns(&story, name), ["0/0 running Mon 2026-01-12 17:00"]);
    let story = story.on("2026-01-12 12:00").does("anna", answer());
    assert_eq!(turns(&story, name), ["0/0 met Mon 2026-01-12 17:00"]);
}

// A pause ends while its clock is off the case.

#[test]
fn a_pause_ends_while_a_reclassification_has_taken_its_clock_off_the_case() {
    let rule = closure(8).with_only_for([Category::PRODUCT_QUALITY]);
    let other = ClockRule::new(Clock::new(ClockName::RESPONSE, Anchor::RECEIVED), hours(100));
    let to = |category| Command::Reclassify(about(category));
    let story = begin_with(desk_of([rule, other]), "2026-01-12 09:00", about(Category::PRODUCT_QUALITY))
        .on("2026-01-12 10:00")
        .does("anna", pause(CUSTOMER))
        .on("2026-01-12 11:00")
        .does("anna", to(Category::SERVICE_PROCESS));
    assert_eq!(story.state(ClockName::CLOSURE, "2026-01-12 11:00"), ClockState::Cancelled);
    let of = |clock| Command::Resume(ClockPause { reason: CUSTOMER, clock, at: None });
    // Another pause cannot begin, and one for another reason is none.
    let story = story
        .refused(
            "anna",
            Command::Resume(ClockPause { reason: PauseReason::AWAITING_SUPPLIER, clock: None, at: None }),
            "clock `response` is not paused for `awaiting-supplier`; there is nothing to resume",
        )
        .on("2026-01-12 12:00");
    for command in [of(None), of(Some(ClockName::CLOSURE))] {
        let ended = story.clone().does("anna", command);
        // It ended, and ends no second time.
        let ended = ended.refused(
            "anna",
            of(None),
            "clock `response` is not paused for `awaiting-customer`; there is nothing to resume",
        );
        let back = ended.on("2026-01-12 15:00").does("anna", to(Category::PRODUCT_QUALITY));
        assert_eq!(turns(&back, ClockName::CLOSURE), ["0/0 running Mon 2026-01-12 19:00"]);
        let again = back.does("anna", pause(CUSTOMER)).on("2026-01-12 16:00").does("anna", resume(CUSTOMER));
        assert_eq!(turns(&again, ClockName::CLOSURE), ["0/0 running Mon 2026-01-12 20:00"]);
    }
    // Without that it stands still until somebody ends it.
    let back = story.on("2026-01-12 15:00").does("anna", to(Category::PRODUCT_QUALITY));
    assert_eq!(back.state(ClockName::CLOSURE, "2026-01-12 15:00"), ClockState::Paused);
}

// C06: until when a closed case may be reopened.

fn office_of(year: i32) -> Calendar {
    let berlin =
        Zone::tabulate("Europe/Berlin", &chrono_tz::Europe::Berlin, KnownDays::years(year, year).unwrap());
    Calendar::builder("office", berlin.unwrap())
        .week(WeekPattern::weekdays([Hours::from_static("08:00-16:30")]))
        .build()
        .unwrap()
}

/// Closed on a day at ten, and until when it may be reopened.
fn closed_on(window: ReopeningWindow, day: &str) -> Story {
    let policy = desk_in(office_of(2026)).track(Track::new().with_reopening(window)).build().unwrap();
    closed(begin(policy, &format!("{day} 09:00")).on(&format!("{day} 10:00")))
}

#[test]
fn fault_c06_the_window_of_a_reopening_is_a_term_of_any_unit_from_the_closing() {
    let same_time = |term: Term| ReopeningWindow::Within(term);
    for (window, last, first_too_late) in [
        // Over the change of the clocks on 29 March, in days and in hours.
        (
            ReopeningWindow::within(Count::CalendarDays(28)),
            "2026-04-10 23:59:59.999999999",
            "2026-04-11 00:00",
        ),
        (same_time(Term::calendar_days(28)), "2026-04-10 10:00", "2026-04-10 10:00:00.000000001"),
        (
            ReopeningWindow::within(Count::Elapsed(Span::hours(28 * 24))),
            "2026-04-10 11:00",
            "2026-04-10 11:00:00.000000001",
        ),
        (ReopeningWindow::within(Count::WorkingDays(5)), "2026-03-20 23:59:59.999999999", "2026-03-21 00:00"),
        (ReopeningWindow::within(Count::Weeks(2)), "2026-03-27 23:59:59.999999999", "2026-03-28 00:00"),
        (ReopeningWindow::within(Count::Months(2)), "2026-05-13 23:59:59.999999999", "2026-05-14 00:00"),
        (
            ReopeningWindow::within(Count::Working(Span::hours(17))),
            "2026-03-17 10:00",
            "2026-03-17 10:00:00.000000001",
        ),
        (
            same_time(Term::working_days(5).with_end(End::CLOSE_OF_BUSINESS)),
            "2026-03-20 16:30",
            "2026-03-20 16:30:00.000000001",
        ),
    ] {
        let story = closed_on(window, "2026-03-13");
        let ends = story.outlook().moments().to_vec();
        let late = story.instant(first_too_late);
        assert!(
            ends.iter().any(|moment| moment.kind == UpcomingKind::ReopeningEnds && moment.at == late),
            "{window:?}: {ends:?}"
        );
        let timer = story.outlook().next_change(story.now).unwrap();
        assert!(late <= timer && timer < late + chrono::TimeDelta::seconds(1), "{timer}");
        story.clone().on(last).does("anna", reopen());
        let refused = story.on(first_too_late).try_to("anna", reopen()).unwrap_err().to_string();
        assert!(refused.contains(" is too late, expected "), "{refused}");
    }
    let story =
        closed_on(ReopeningWindow::within(Count::CalendarDays(28)), "2026-03-13").on("2026-04-11 00:00");
    story.refused(
        "anna",
        reopen(),
        "2026-04-10T22:00:00Z is too late, expected an instant before 2026-04-10T22:00:00Z",
    );
}

#[test]
fn fault_c06_a_window_that_the_calendar_does_not_know_is_said_to_be_unknown() {
    let story =
        closed_on(ReopeningWindow::within(Count::CalendarDays(28)), "2026-12-15").on("2026-12-16 09:00");
    assert_eq!(story.outlook().next_change(story.now), None);
    story.refused(
        "anna",
        reopen(),
        "the time limit for reopening a closed case cannot be determined: calendar `office` does not cover 2027-01-12, \
         only 2026-01-01 to 2026-12-31; extend its known days",
    );
    // Hours ask nothing of a calendar.
    closed_on(ReopeningWindow::within(Count::Elapsed(Span::hours(672))), "2026-12-15")
        .on("2026-12-16 09:00")
        .does("anna", reopen());
}

#[test]
fn fault_c06_a_window_is_written_and_read() {
    let days = ReopeningWindow::within(Count::CalendarDays(28));
    for (window, text) in [
        (ReopeningWindow::Always, r#""always""#),
        (ReopeningWindow::Never, r#""never""#),
        (ReopeningWindow::within(Count::Elapsed(Span::hours(72))), r#"{"within":"72 h"}"#),
        (days, r#"{"calendar-days":28}"#),
        (ReopeningWindow::within(Count::Months(2)), r#"{"months":2}"#),
        (ReopeningWindow::within(Count::Working(Span::hours(8))), r#"{"working":"8 h"}"#),
        (ReopeningWindow::Within(Term::working_days(5)), r#"{"working-days":5,"end":"same-time"}"#),
        (
            ReopeningWindow::Within(
                Term::weeks(2).with_end(End::CLOSE_OF_BUSINESS).with_roll(redress::deadline::Roll::FOLLOWING),
            ),
            r#"{"weeks":2,"end":"close-of-business","roll":"following"}"#,
        ),
    ] {
        assert_eq!(serde_json::to_string(&window).unwrap(), text);
        assert_eq!(serde_json::from_str::<ReopeningWindow>(text).unwrap(), window);
        let track = Track::new().with_reopening(window);
        let written = toml::to_string(&track).unwrap();
        assert_eq!(toml::from_str::<Track>(&written).unwrap(), track);
    }
    let spelt = r#"{"calendar-days": 28, "end": "end-of-day"}"#;
    assert_eq!(serde_json::from_str::<ReopeningWindow>(spelt).unwrap(), days);
    let spelt = r#"{"elapsed": "72 h"}"#;
    let hours = ReopeningWindow::within(Count::Elapsed(Span::hours(72)));
    assert_eq!(serde_json::from_str::<ReopeningWindow>(spelt).unwrap(), hours);
}

#[test]
fn fault_c06_a_window_that_is_none_is_refused_at_its_place() {
    let refused = |text: &str| {
        let track = format!(r#"{{"reopening": {text}}}"#);
        let refused = serde_json::from_str::<Track>(&track).unwrap_err().to_string();
        refused.split(" at line").next().unwrap().to_owned()
    };
    for (text, expected) in [
        (
            r#""sometimes""#,
            "reopening: `sometimes` is not a window, expected `always`, `never`, or a map such as { within = \"72 h\" } \
             or { calendar-days = 28 }",
        ),
        (r#"{"within": "soon"}"#, "reopening: within: "),
        (
            r#"{"within": "72 h", "roll": "following"}"#,
            "reopening: `within` stands beside other keys, expected it alone",
        ),
        (r#"{"calendar-days": 28, "weeks": 4}"#, "reopening: has more than one amount, expected one of "),
        (
            r#"{"calendar-day": 28}"#,
            "reopening: unknown field `calendar-day`, expected `calendar-days`, or another key of ",
        ),
        (r#"{"earliest": [{"weeks": 4}]}"#, "reopening: has alternatives, expected one term"),
        ("{}", "reopening: has no amount, expected one of "),
        ("28", "reopening: invalid type: integer `28`, expected `always`, `never`, or a map such as "),
        ("[28]", "reopening: invalid type: sequence, expected `always`, `never`, or a map such as "),
    ] {
        let refused = refused(text);
        assert!(refused.starts_with(expected), "{text}: {refused}");
    }
    let fault = |term: Term| {
        let track = Track::new().with_reopening(ReopeningWindow::Within(term));
        desk_in(office_of(2026)).track(track).build().unwrap_err().to_string()
    };
    assert_eq!(
        fault(Term::at(at("2026-03-02T09:00:00Z"))),
        "track: closed cases may be reopened until 2026-03-02T09:00:00Z, which is the same for all cases; use an \
         amount of time after the closing"
    );
    let closing = Term::calendar_days(28).with_end(End::CLOSE_OF_BUSINESS);
    assert!(fault(closing).starts_with("track: "), "{}", fault(closing));
}

// D18: a date that leaves the known days while nothing happens.

#[test]
fn fault_d18_an_outlook_says_when_the_date_of_a_paused_clock_leaves_the_known_days() {
    let utc = chrono::FixedOffset::east_opt(0).unwrap();
    let zone = Zone::fixed(utc, KnownDays::years(2026, 2026).unwrap()).unwrap();
    let office = Calendar::builder("office", zone)
        .week(WeekPattern::weekdays([Hours::from_static("08:00-16:30")]))
        .build()
        .unwrap();
    let rule = ClockRule::new(clock(ClockName::CLOSURE), Term::working_days(2));
    let story = begin(desk_with(office, [rule]), "2026-03-02 08:30").on("2026-03-02 09:00");
    let story = story.does("anna", pause(CUSTOMER));
    let outlook = story.outlook();
    let leaves = outlook.next_change(story.now).expect("a moment");
    // Two working days after the receipt, at 08:30, and a day later with each 08:30 that passes. After that of Tuesday 29
    // December it would be due on Thursday 31, the last day that is known, and after that of Wednesday 30 on none.
    assert_eq!(leaves, story.instant("2026-12-30 08:30:01"));
    assert_eq!(outlook.moments().last().unwrap().at, story.instant("2026-12-30 08:30:00.000000001"));
    let owed = |outlook: &redress::case::Outlook, now| {
        let owed = outlook.owed(now).filter(|owed| owed.key.duty == Duty::UndeterminedClock);
        owed.map(|owed| owed.since).collect::<Vec<_>>()
    };
    for days in 0..330 {
        let now = story.now + chrono::TimeDelta::days(days);
        let anew = redress::case::Outlook::of(&story.case, &story.policy, now);
        let exactly = story.instant("2026-12-30 08:30:00.000000001");
        let expected = if now < leaves { vec![] } else { vec![exactly] };
        assert_eq!(owed(&anew, now), expected, "{now}");
        assert_eq!(owed(&outlook, now), expected, "{now}");
        assert_eq!(anew.next_change(now), outlook.next_change(now), "{now}");
        assert_eq!(anew.standing(now).ok(), outlook.standing(now).ok(), "{now}");
        assert_eq!(outlook.standing(now).is_err(), now >= leaves, "{now}");
    }
    // Told once, it is not owed again; resumed, the clock has a date.
    let story = Story { now: leaves, ..story };
    let key = outlook.owed(leaves).next().unwrap().key;
    let told = Command::Deliver(redress::case::command::Delivery { duty: key, to: Vec::new() });
    let story = story.does("anna", told);
    assert!(owed(&story.outlook(), leaves).is_empty());
    let resumed = ClockPause { reason: CUSTOMER, clock: None, at: Some(story.instant("2026-03-03 09:00")) };
    let story = story.does("anna", Command::Resume(resumed));
    assert_eq!(story.due(ClockName::CLOSURE), "Thu 2026-03-05 08:30");
}

#[test]
fn a_date_that_asks_nothing_of_the_calendar_never_leaves_it() {
    let story = begin(desk_of([closure(48)]), "2026-01-12 09:00").does("anna", pause(CUSTOMER));
    assert_eq!(story.outlook().next_change(story.now), None);
    // Nor does one of a pause that ends by itself in time.
    let rule = ClockRule::new(clock(ClockName::CLOSURE), Term::working_days(2));
    let story =
        begin(desk_of([rule]), "2026-01-12 09:00").does("anna", pause(PauseReason::AWAITING_SUPPLIER));
    let moments = story.outlook().moments().to_vec();
    assert!(moments.iter().all(|moment| moment.at < story.instant("2026-01-31 09:00")), "{moments:?}");
}

#[test]
fn what_starts_beyond_the_known_days_is_undetermined_from_its_start_on() {
    let severity = SeverityRules::new([Severity::General]).with_otherwise(Severity::General);
    let rule = ClockRule::new(Clock::new(ClockName::RESPONSE, Anchor::DISPATCHED), Term::working_days(2));
    let policy = desk_in(office_of(2026))
        .severity(severity)
        .routing(Routing::none().with_row(Row::owner(word!(RuleId, "all"), Department::QUALITY)))
        .clock(rule)
        .build()
        .unwrap();
    let story = begin(policy, "2026-12-29 09:00")
        .does("anna", Command::Register)
        .does("anna", Command::Triage(Findings::default()))
        .on("2026-12-31 09:00")
        .does("anna", Command::Dispatch(dispatching()));
    let owed: Vec<_> = story.outlook().owed(story.now).collect();
    assert_eq!((owed[0].key.duty, owed[0].since), (Duty::UndeterminedClock, story.now));
}
