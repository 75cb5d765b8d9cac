//! Duties that come again by the calendar, over the life of a case.

use chrono::TimeDelta;
use proptest::prelude::*;
use redress::calendar::Span;
use redress::case::command::{
    ClockPause, Continuation, Correction, Delivery, Findings, InvestigationStart, Message,
    NotEstablishedFinding, Remark,
};
use redress::case::track::DepartmentContainment;
use redress::case::{Case, Command, Outlook};
use redress::deadline::choice::{FirstDay, LateReceipt};
use redress::deadline::rule::{ClockState, PauseRule, Warning};
use redress::deadline::{Anchors, Clock, Count, Cutoff, Deadline, Due, End, Roll, Term};
use redress::policy::clock::{ClockPart, ClockRounds, ClockScope, PeriodStart, Periods, Target};
use redress::policy::limits::MAX_PERIODS;
use redress::policy::{ClockRule, Policy, Track};
use redress::render::Renderer;
use redress::report::ledger::LedgerRow;
use redress::triage::ComplaintDocument;
use redress::vocab::course::{Duty, NotEstablishedReason};
use redress::vocab::track::Containment;
use redress::vocab::{
    Anchor, Category, Classification, ClockName, Department, Locale, PauseReason, Role, RuleId, Stage,
    Standing,
};
use redress::word;

use crate::policy_clocks::support::*;

const UPDATE: ClockName = ClockName::UPDATE;
const CUSTOMER: PauseReason = PauseReason::AWAITING_CUSTOMER;

fn clock() -> Clock {
    Clock::new(UPDATE, Anchor::RECEIVED).with_pause(PauseRule::new(CUSTOMER))
}

fn every(term: Term) -> ClockRule {
    ClockRule::new(clock(), term).with_periods(Periods::new([Anchor::UPDATED]))
}

/// Every 20 working days, to the end of the day.
fn twenty() -> ClockRule {
    every(Term::working_days(20).with_end(End::END_OF_DAY))
}

/// The same, each from the event that fulfilled the one before.
fn from_done(term: Term) -> ClockRule {
    ClockRule::new(clock(), term).with_periods(Periods::new([Anchor::UPDATED]).with_start(PeriodStart::Done))
}

fn policy(rule: ClockRule) -> Policy {
    desk().track(Track::new().without_triage().without_dispatch()).clock(rule).build().unwrap()
}

/// Received on Monday, 2 March 2026, at 10:00.
fn story(rule: ClockRule) -> Story {
    Story::new(policy(rule), "2026-03-02 10:00").does(Command::Register)
}

fn reopened() -> Command {
    Command::Reopen(Continuation { to: Stage::Investigating, reason: "it is broken again".parse().unwrap() })
}

fn told() -> Command {
    Command::NotifyProgress(Remark::new("still at work".parse().unwrap()))
}

trait Telling {
    /// Tells the complainant how far it is.
    fn tells(self, local: &str) -> Self;
    /// Finds the complaint not established, and closes the case.
    fn closes(self, local: &str) -> Self;
}

impl Telling for Story {
    #[track_caller]
    fn tells(self, local: &str) -> Self {
        self.on(local).does(told())
    }

    #[track_caller]
    fn closes(self, local: &str) -> Self {
        let told = "as it should be".parse().unwrap();
        let found = NotEstablishedFinding::new(NotEstablishedReason::INSUFFICIENT_GROUNDS, told);
        self.on(local)
            .does(Command::Start(InvestigationStart::now()))
            .does(Command::FindNotEstablished(found))
            .does(Command::Close)
    }
}

#[test]
fn fault_c01_a_duty_repeats_from_due_date_to_due_date() {
    let story = story(twenty());
    // 20 working days: Monday, 30 March, 24:00; then 27 April, 25 May, and so on.
    assert_eq!(story.turns(UPDATE), ["0 running, due Tue 2026-03-31 00:00"]);
    let ahead = story.ahead();
    assert_eq!(
        ahead[..4],
        [
            "Tue 2026-03-31 00:00 breach of clock update 0",
            "Tue 2026-04-28 00:00 breach of clock update 1",
            "Tue 2026-05-26 00:00 breach of clock update 2",
            "Tue 2026-06-23 00:00 breach of clock update 3",
        ]
    );
    // Periods are made up to the one that runs.
    let later = story.on("2026-06-01 10:00");
    assert_eq!(
        later.turns(UPDATE),
        [
            "0 breached, due Tue 2026-03-31 00:00, missed Tue 2026-03-31 00:00",
            "1 breached, due Tue 2026-04-28 00:00, missed Tue 2026-04-28 00:00",
            "2 breached, due Tue 2026-05-26 00:00, missed Tue 2026-05-26 00:00",
            "3 running, due Tue 2026-06-23 00:00",
        ]
    );
}

#[test]
fn fault_c01_one_event_fulfils_the_one_period_in_which_it_falls() {
    let story = story(twenty()).tells("2026-03-20 10:00").tells("2026-04-10 10:00").on("2026-04-30 10:00");
    assert_eq!(
        story.turns(UPDATE),
        [
            "0 met Fri 2026-03-20 10:00, due Tue 2026-03-31 00:00",
            "1 met Fri 2026-04-10 10:00, due Tue 2026-04-28 00:00",
            "2 running, due Tue 2026-05-26 00:00",
        ]
    );
    assert_eq!(story.ahead()[0], "Tue 2026-05-26 00:00 breach of clock update 2");
}

#[test]
fn a_second_event_in_a_period_fulfils_nothing() {
    let story = story(twenty()).tells("2026-03-10 10:00").tells("2026-03-20 10:00").on("2026-04-29 10:00");
    assert_eq!(
        story.turns(UPDATE),
        [
            "0 met Tue 2026-03-10 10:00, due Tue 2026-03-31 00:00",
            "1 breached, due Tue 2026-04-28 00:00, missed Tue 2026-04-28 00:00",
            "2 running, due Tue 2026-05-26 00:00",
        ]
    );
}

#[test]
fn fault_c01_a_missed_period_stays_missed_and_is_owed_once() {
    let story = story(twenty()).tells("2026-04-02 10:00");
    // The update of 2 April fulfils the second period; nobody waits for the first one any more.
    assert_eq!(
        story.turns(UPDATE),
        [
            "0 cancelled caught-up, due Tue 2026-03-31 00:00, missed Tue 2026-03-31 00:00",
            "1 met Thu 2026-04-02 10:00, due Tue 2026-04-28 00:00",
        ]
    );
    let owed: Vec<_> = story.outlook().owed(story.now).collect();
    assert_eq!(owed.len(), 1);
    assert_eq!(
        (owed[0].key.to_string(), shown(owed[0].since)),
        ("breach of clock update 0".into(), "Tue 2026-03-31 00:00".into())
    );
    let passed_on = story.does(Command::Deliver(Delivery::new(owed[0].key)));
    assert_eq!(passed_on.outlook().owed(passed_on.now).count(), 0);
    // The next one is owed by another key, though the first one was passed on.
    let later = passed_on.on("2026-05-30 10:00");
    let owed: Vec<String> = later.outlook().owed(later.now).map(|owed| owed.key.to_string()).collect();
    assert_eq!(owed, ["breach of clock update 2"]);
}

#[test]
fn an_event_on_the_due_date_belongs_to_the_period_that_ends_there() {
    // 30 calendar days: Wednesday, 1 April, 10:00, that instant included.
    let at = |local| story(every(Term::calendar_days(30))).tells(local).on("2026-04-02 10:00").turns(UPDATE);
    assert_eq!(at("2026-04-01 10:00")[0], "0 met Wed 2026-04-01 10:00, due Wed 2026-04-01 10:00");
    assert!(at("2026-04-01 10:00")[1].starts_with("1 running"));
    assert!(at("2026-04-01 10:01")[0].starts_with("0 cancelled caught-up"));
    assert!(at("2026-04-01 10:01")[1].starts_with("1 met Wed 2026-04-01 10:01"));
    // 24:00 of a day is too late already.
    let midnight = |local| story(twenty()).tells(local).turns(UPDATE)[0].clone();
    assert!(midnight("2026-03-31 00:00").starts_with("0 cancelled"));
    assert!(midnight("2026-03-30 23:59").starts_with("0 met"));
}

#[test]
fn fault_c01_a_period_counts_from_the_event_where_the_policy_says_so() {
    let rule = from_done(Term::calendar_days(30));
    let story = story(rule).tells("2026-03-20 12:00");
    assert_eq!(
        story.turns(UPDATE),
        ["0 met Fri 2026-03-20 12:00, due Wed 2026-04-01 10:00", "1 running, due Sun 2026-04-19 12:00"]
    );
    // An update that comes late fulfils the period late, and the next one counts from it.
    let story = story.tells("2026-04-25 09:00");
    assert_eq!(
        story.turns(UPDATE)[1..],
        [
            "1 met-late Sat 2026-04-25 09:00, due Sun 2026-04-19 12:00, missed Sun 2026-04-19 12:00",
            "2 running, due Mon 2026-05-25 09:00",
        ]
    );
    // Until then no other period begins, and the miss is owed once.
    let waiting = story.on("2026-09-01 10:00");
    assert_eq!(waiting.turns(UPDATE).len(), 3);
    let owed: Vec<String> = waiting.outlook().owed(waiting.now).map(|owed| owed.key.to_string()).collect();
    assert_eq!(owed, ["breach of clock update 1", "breach of clock update 2"]);
}

#[test]
fn fault_c01_the_stop_event_ends_the_duty() {
    let story = story(twenty()).tells("2026-03-20 10:00").closes("2026-04-10 10:00").on("2026-08-01 10:00");
    assert_eq!(
        story.turns(UPDATE),
        [
            "0 met Fri 2026-03-20 10:00, due Tue 2026-03-31 00:00",
            "1 cancelled case-over, due Tue 2026-04-28 00:00",
        ]
    );
    // Where the pause goes on for too long the calendar knows no date any more.
    let beyond = |owed: &String| owed.contains("undetermined-clock of");
    assert!(story.ahead().iter().all(|owed| beyond(owed) || !owed.contains("clock update")));
    assert_eq!(story.outlook().good_until(), None);
}

#[test]
fn a_missed_period_is_missed_when_the_case_is_closed() {
    let story = story(twenty()).closes("2026-05-10 10:00");
    assert_eq!(
        story.turns(UPDATE),
        [
            "0 cancelled case-over, due Tue 2026-03-31 00:00, missed Tue 2026-03-31 00:00",
            "1 cancelled case-over, due Tue 2026-04-28 00:00, missed Tue 2026-04-28 00:00",
            "2 cancelled case-over, due Tue 2026-05-26 00:00",
        ]
    );
}

#[test]
fn another_stop_event_ends_it_before_the_case() {
    let rule = twenty().with_until(Anchor::RESOLVED);
    let story = story(rule).closes("2026-03-10 10:00").on("2026-08-01 10:00");
    assert_eq!(story.turns(UPDATE), ["0 cancelled duty-over, due Tue 2026-03-31 00:00"]);
}

#[test]
fn a_reopening_begins_the_duty_again_and_turns_are_numbered_on() {
    let story = story(twenty())
        .tells("2026-03-20 10:00")
        .closes("2026-03-25 10:00")
        .on("2026-06-01 12:00")
        .does(reopened());
    assert_eq!(
        story.turns(UPDATE),
        [
            "0 met Fri 2026-03-20 10:00, due Tue 2026-03-31 00:00",
            // 20 working days from Monday, 1 June.
            "1 running, due Tue 2026-06-30 00:00",
        ]
    );
    assert_eq!(story.clocks()[1].round(), 1);
    let story = story.on("2026-07-01 10:00");
    assert_eq!(story.turns(UPDATE)[2], "2 running, due Tue 2026-07-28 00:00");
}

#[test]
fn a_duty_belongs_to_some_rounds_alone() {
    let run = |rounds, start| {
        let clock = Clock::new(UPDATE, start);
        let rule = ClockRule::new(clock, Term::working_days(20).with_end(End::END_OF_DAY))
            .with_periods(Periods::new([Anchor::UPDATED]))
            .with_rounds(rounds);
        let first = story(rule).closes("2026-03-25 10:00");
        let before = first.turns(UPDATE).len();
        (before, first.on("2026-06-01 12:00").does(reopened()).on("2026-07-01 10:00").turns(UPDATE))
    };
    let (before, after) = run(ClockRounds::First, Anchor::RECEIVED);
    assert_eq!(
        (before, after.as_slice()),
        (1, ["0 cancelled case-over, due Tue 2026-03-31 00:00".to_owned()].as_slice())
    );
    let (before, after) = run(ClockRounds::Later, Anchor::REOPENED);
    assert_eq!(before, 0);
    assert_eq!(
        after,
        [
            "0 breached, due Tue 2026-06-30 00:00, missed Tue 2026-06-30 00:00",
            "1 running, due Tue 2026-07-28 00:00"
        ]
    );
}

#[test]
fn a_pause_moves_the_period_that_runs_and_all_that_follow() {
    let pause = || Command::Pause(ClockPause::new(CUSTOMER));
    let story = story(twenty()).on("2026-03-09 10:00").does(pause());
    // A paused period has no due date, and nothing follows it.
    assert_eq!(story.turns(UPDATE).len(), 1);
    // Where the pause goes on for too long the calendar knows no date any more.
    let beyond = |owed: &String| owed.contains("undetermined-clock of");
    assert!(story.ahead().iter().all(|owed| beyond(owed) || !owed.contains("clock update")));
    assert_eq!(story.outlook().good_until(), None);
    // Five ends of working days lie in the pause: a week later.
    let story = story.on("2026-03-16 10:00").does(Command::Resume(ClockPause::new(CUSTOMER)));
    assert_eq!(story.turns(UPDATE), ["0 running, due Tue 2026-04-07 00:00"]);
    assert_eq!(story.ahead()[1], "Tue 2026-05-05 00:00 breach of clock update 1");
    // A pause after a period was fulfilled moves the one that starts in it.
    let story = story.tells("2026-03-20 10:00").on("2026-04-01 10:00").does(pause()).on("2026-04-08 10:00");
    let story = story.does(Command::Resume(ClockPause::new(CUSTOMER)));
    assert_eq!(story.turns(UPDATE)[0], "0 met Fri 2026-03-20 10:00, due Tue 2026-04-07 00:00");
    // The second period starts on 6 April, 24:00; of the pause one end of a working day lies in it.
    assert_eq!(story.turns(UPDATE)[1], "1 running, due Wed 2026-05-06 00:00");
}

#[test]
fn an_update_that_was_entered_late_fulfils_the_period_in_which_it_fell() {
    let story = story(twenty()).tells("2026-04-02 10:00");
    let earlier = Correction {
        event: Anchor::UPDATED,
        from: story.now,
        to: berlin("2026-03-27 09:00"),
        reason: "the letter left on Friday".parse().unwrap(),
    };
    let story = story.does(Command::Correct(earlier)).on("2026-05-01 10:00");
    let turns = story.turns(UPDATE);
    assert!(turns[0].starts_with("0 met-late Fri 2026-03-27 09:00, due Tue 2026-03-31 00:00"), "{turns:?}");
    assert_eq!(turns[1], "1 breached, due Tue 2026-04-28 00:00, missed Tue 2026-04-28 00:00");
}

#[test]
fn a_cut_off_and_the_first_day_are_for_the_receipt_alone() {
    let cut_off = Cutoff::daily("16:00".parse().unwrap(), LateReceipt::NextWorkingDay);
    let term = Term::working_days(5).with_cutoff(cut_off).with_end(End::at("17:00".parse().unwrap()));
    // Received in time on Monday: the next Monday 17:00, then each Monday after that, though 17:00 is after the cut-off.
    assert_eq!(
        story(every(term)).ahead()[..3],
        [
            "Mon 2026-03-09 17:00 breach of clock update 0",
            "Mon 2026-03-16 17:00 breach of clock update 1",
            "Mon 2026-03-23 17:00 breach of clock update 2",
        ]
    );
    // The Monday of the receipt is day one of the first five; the next five start on the day after.
    let day_one = Term::working_days(5).with_first_day(FirstDay::DayOne).with_end(End::END_OF_DAY);
    assert_eq!(
        story(every(day_one)).ahead()[..2],
        ["Sat 2026-03-07 00:00 breach of clock update 0", "Sat 2026-03-14 00:00 breach of clock update 1"]
    );
    // From the event that fulfilled it a period counts as from a receipt.
    let done =
        from_done(Term::working_days(5).with_cutoff(cut_off).with_end(End::at("17:00".parse().unwrap())));
    let late = story(done).tells("2026-03-04 16:30");
    assert_eq!(late.turns(UPDATE)[1], "1 running, due Thu 2026-03-12 17:00");
}

#[test]
fn a_rolled_due_date_is_where_the_next_period_starts() {
    let term = Term::calendar_days(6).with_roll(Roll::FOLLOWING);
    // Sunday, 8 March, rolls to Monday; six days later is Sunday again.
    assert_eq!(
        story(every(term)).ahead()[..3],
        [
            "Mon 2026-03-09 10:00 breach of clock update 0",
            "Mon 2026-03-16 10:00 breach of clock update 1",
            "Mon 2026-03-23 10:00 breach of clock update 2",
        ]
    );
}

#[test]
fn each_period_warns_and_escalates() {
    let clock = clock().with_warning(Warning::Lead(Count::WorkingDays(1)));
    let rule = ClockRule::new(clock, Term::working_days(5))
        .with_periods(Periods::new([Anchor::UPDATED]))
        .with_escalation(Count::WorkingDays(1), Role::MANAGER);
    assert_eq!(
        story(rule.clone()).ahead()[..8],
        [
            "Fri 2026-03-06 10:00 warning of clock update 0",
            "Mon 2026-03-09 10:00 breach of clock update 0",
            "Tue 2026-03-10 10:00 escalation of clock update 0",
            "Tue 2026-03-10 10:00 ladder-exhausted of clock update 0",
            "Fri 2026-03-13 10:00 warning of clock update 64",
            "Mon 2026-03-16 10:00 breach of clock update 1",
            "Tue 2026-03-17 10:00 escalation of clock update 64",
            "Tue 2026-03-17 10:00 ladder-exhausted of clock update 1",
        ]
    );
    // An update on the day of the miss is in the next period, and nobody escalates what nobody waits for.
    let told = story(rule).tells("2026-03-09 15:00");
    let owed = told.ahead();
    assert!(owed.contains(&"Mon 2026-03-09 10:00 breach of clock update 0".to_owned()), "{owed:?}");
    assert!(!owed.iter().any(|owed| owed.contains("escalation of clock update 0")), "{owed:?}");
}

#[test]
fn an_automatic_message_fulfils_a_period_only_where_the_policy_says_so() {
    let rule = || {
        ClockRule::new(clock(), Term::working_days(5))
            .with_periods(Periods::new([Anchor::UPDATED, Anchor::ANSWERED]))
    };
    let answer = |automatic| Command::Answer(Message { note: None, next: None, automatic });
    let with =
        |rule, automatic| story(rule).on("2026-03-04 10:00").does(answer(automatic)).turns(UPDATE)[0].clone();
    assert!(with(rule(), true).starts_with("0 running"));
    assert!(with(rule(), false).starts_with("0 met"));
    assert!(with(rule().with_automatic_messages(), true).starts_with("0 met"));
}

#[test]
fn another_target_changes_the_period_that_runs_and_those_to_come() {
    let [parts, sales] = [Category::SPARE_PARTS, Category::SALES_PROCESS];
    let rule = ClockRule::by_target(
        clock(),
        [
            Target::new(word!(RuleId, "parts"), parts, Term::working_days(20)),
            Target::new(word!(RuleId, "sales"), sales, Term::working_days(10)),
        ],
    )
    .with_periods(Periods::new([Anchor::UPDATED]));
    let said = ComplaintDocument {
        words: Classification::of(parts),
        ..ComplaintDocument::new("a-1".parse().unwrap(), berlin("2026-03-02 10:00"))
    };
    let story = Story::of(policy(rule), said)
        .does(Command::Register)
        .tells("2026-03-10 10:00")
        .on("2026-04-01 10:00");
    assert_eq!(story.turns(UPDATE)[1], "1 running, due Mon 2026-04-27 10:00");
    let filed = Command::Reclassify(Findings::of(sales));
    let story = story.does(filed);
    // What was fulfilled stays; the running one counts anew from its start, Monday, 30 March.
    assert_eq!(
        story.turns(UPDATE),
        ["0 met Tue 2026-03-10 10:00, due Mon 2026-03-30 10:00", "1 running, due Mon 2026-04-13 10:00"]
    );
    assert_eq!(story.ahead()[1], "Mon 2026-04-27 10:00 breach of clock update 2");
}

#[test]
fn each_department_has_periods_of_its_own() {
    let clock = Clock::new(UPDATE, Anchor::DEPARTMENT_RECEIVED);
    let rule = ClockRule::new(clock, Term::working_days(5))
        .with_periods(Periods::new([Anchor::CONTAINED]))
        .with_scope(ClockScope::Department);
    let received = |department| {
        Command::Happen(redress::case::command::AnchorEvent {
            event: Anchor::DEPARTMENT_RECEIVED,
            at: berlin("2026-03-02 10:00"),
            department: Some(department),
        })
    };
    let contained = Command::Contain(DepartmentContainment {
        department: Department::QUALITY,
        measures: vec![Containment::ISOLATE],
    });
    let story = story(rule)
        .does(received(Department::QUALITY))
        .does(received(Department::SALES))
        .on("2026-03-04 10:00")
        .does(contained)
        .on("2026-03-10 10:00");
    assert_eq!(
        story.turns(UPDATE),
        [
            "0 met Wed 2026-03-04 10:00, due Mon 2026-03-09 10:00",
            "1 running, due Mon 2026-03-16 10:00",
            "0 breached, due Mon 2026-03-09 10:00, missed Mon 2026-03-09 10:00",
            "1 running, due Mon 2026-03-16 10:00",
        ]
    );
}

#[test]
fn a_duty_starts_from_the_due_date_of_another_clock() {
    let rule = twenty().with_from_due_of(ClockName::ACKNOWLEDGEMENT);
    let acknowledgement = ClockRule::new(
        Clock::new(ClockName::ACKNOWLEDGEMENT, Anchor::RECEIVED),
        Term::working_days(5).with_end(End::END_OF_DAY),
    );
    let policy = desk().clock(acknowledgement).clock(rule).build().unwrap();
    let story = Story::new(policy, "2026-03-02 10:00");
    let ahead: Vec<String> = story.ahead().into_iter().filter(|owed| owed.contains("clock update")).collect();
    // 9 March 24:00, and 20 working days each from there.
    assert_eq!(
        ahead[..2],
        ["Tue 2026-04-07 00:00 breach of clock update 0", "Tue 2026-05-05 00:00 breach of clock update 1"]
    );
}

#[test]
fn a_duty_whose_event_has_not_happened_waits_for_it() {
    let clock = Clock::new(UPDATE, Anchor::ACKNOWLEDGED);
    let rule = ClockRule::new(clock, Term::working_days(5)).with_periods(Periods::new([Anchor::UPDATED]));
    let story = story(rule).tells("2026-03-03 10:00");
    assert_eq!(story.turns(UPDATE), ["0 not-started, due –"]);
    let story = story.on("2026-03-04 10:00").does(Command::Acknowledge);
    assert_eq!(story.turns(UPDATE), ["0 running, due Wed 2026-03-11 10:00"]);
}

#[test]
fn what_begins_a_duty_fulfils_no_period_of_it() {
    // From each acknowledgement: the first one begins it.
    let clock = Clock::new(UPDATE, Anchor::ANSWERED);
    let rule = ClockRule::new(clock, Term::working_days(5))
        .with_periods(Periods::new([Anchor::ANSWERED]).with_start(PeriodStart::Done));
    let answer = || Command::Answer(Message { note: None, next: None, automatic: false });
    let story = story(rule).on("2026-03-04 10:00").does(answer());
    assert_eq!(story.turns(UPDATE), ["0 running, due Wed 2026-03-11 10:00"]);
    let story = story.on("2026-03-06 10:00").does(answer());
    assert_eq!(
        story.turns(UPDATE),
        ["0 met Fri 2026-03-06 10:00, due Wed 2026-03-11 10:00", "1 running, due Fri 2026-03-13 10:00"]
    );
}

#[test]
fn a_missed_period_counts_against_a_case_where_the_policy_says_so() {
    let closure = ClockRule::new(Clock::new(ClockName::CLOSURE, Anchor::RECEIVED), Term::working_days(100));
    let with = |rule: ClockRule| {
        let policy = desk().clock(closure.clone()).clock(rule).build().unwrap();
        let story = Story::new(policy, "2026-03-02 10:00").on("2026-04-10 10:00");
        let standing = story.outlook().standing(story.now).unwrap();
        let row = LedgerRow::of(&story.case, &story.policy, story.now).unwrap();
        (standing, row.due.map(shown))
    };
    // The limit for closing it is that of the closure, whatever its periods.
    let due = Some("Mon 2026-07-20 10:00".to_owned());
    assert_eq!(with(twenty()), (Some(Standing::OnTime), due.clone()));
    assert_eq!(with(twenty().with_part(ClockPart::Closure)), (Some(Standing::Unclosed), due));
}

#[test]
fn the_standing_of_a_case_shows_every_period() {
    let story = story(twenty()).tells("2026-04-02 10:00").on("2026-04-29 10:00");
    let shown = |locale| Renderer::of(&story.policy, locale).standing(&story.case, &story.policy, story.now);
    let english = shown(Locale::En);
    for line in [
        "  progress update: ended (`caught-up`), due Mon 2026-03-30 24:00; ran out Mon 2026-03-30 24:00",
        "  progress update, run 2: met Thu 2026-04-02 10:00, due Mon 2026-04-27 24:00",
        "  progress update, run 3: running, due Mon 2026-05-25 24:00",
    ] {
        let begins = line.split(", due").next().unwrap();
        assert!(english.lines().any(|shown| shown.starts_with(begins)), "{english}");
    }
    assert!(shown(Locale::ZhHans).contains("进展告知时限，第 3 次"));
    assert!(shown(Locale::ZhHant).contains("進展告知時限，第 3 次"));
}

#[test]
fn fault_c01_however_short_a_period_the_turns_of_a_case_are_bounded() {
    let rule = every(Term::elapsed(Span::minutes(15)));
    let story = story(rule).on("2026-12-30 10:00");
    let clocks = story.clocks();
    assert_eq!(clocks.len(), MAX_PERIODS as usize + 1);
    let last = clocks.last().unwrap().reading(&story.policy, story.now);
    assert_eq!(last.status().state(), ClockState::Undetermined);
    let told = story.turns(UPDATE).pop().unwrap();
    assert_eq!(
        told,
        "10000 undetermined a duty repeats more than 10000 times; make its period longer, or close the case, due –"
    );
    // Somebody has to see to it.
    let outlook = story.outlook();
    assert!(outlook.owed(story.now).any(|owed| owed.key.duty == Duty::UndeterminedClock));
}

#[test]
fn an_outlook_says_until_when_it_looks_ahead() {
    let story = story(every(Term::calendar_days(7)));
    let outlook = story.outlook();
    // The running period and the next twelve.
    let until = outlook.good_until().unwrap();
    assert_eq!(shown(until), "Mon 2026-06-01 10:00");
    assert_eq!(outlook.owed(until + TimeDelta::days(1)).count(), 13);
    // A host that follows its timer gets there.
    let mut now = story.now;
    while let Some(next) = outlook.next_change(now) {
        now = next;
    }
    assert!(now >= until, "{now} {until}");
    // A period beyond the days that the calendar knows is nobody's concern before it begins.
    let late = story.on("2026-12-07 12:00");
    let owed: Vec<String> = late.outlook().owed(late.now).map(|owed| owed.key.duty.to_string()).collect();
    assert!(owed.iter().all(|duty| duty == "breach"), "{owed:?}");
}

/// When each of some events falls, in hours from the receipt, and whether the answer lies in the years of the calendar.
fn terms() -> impl Strategy<Value = Term> {
    prop_oneof![
        (1_u32..20).prop_map(Term::working_days),
        (1_u32..20).prop_map(|days| Term::working_days(days).with_end(End::END_OF_DAY)),
        (1_u32..30).prop_map(Term::calendar_days),
        (1_u32..30).prop_map(|days| Term::calendar_days(days).with_roll(Roll::FOLLOWING)),
        (1_u32..3).prop_map(Term::months),
        (8_u32..200).prop_map(|hours| Term::elapsed(Span::hours(hours))),
        (4_u32..80).prop_map(|hours| Term::working(Span::hours(hours))),
    ]
}

/// The oracle: due dates one after another by the deadline alone, and each event in the first period whose due date it
/// does not pass. None where the calendar ends.
fn by_hand(
    term: Term,
    events: &[chrono::DateTime<chrono::Utc>],
    now: chrono::DateTime<chrono::Utc>,
) -> Option<Vec<(Due, bool)>> {
    let (office, received) = (office(), berlin("2026-03-02 10:00"));
    let mut periods = Vec::new();
    let mut start: Option<Due> = None;
    loop {
        let anchors = match start {
            None => Anchors::received(received),
            Some(due) => Anchors::new().with_due(Anchor::RECEIVED, due),
        };
        let due = Deadline::from(term).due(&office, Anchor::RECEIVED, &anchors).ok()?;
        let inside = |at: &&chrono::DateTime<chrono::Utc>| {
            start.is_none_or(|start| !start.is_met_at(**at)) && due.is_met_at(**at)
        };
        periods.push((due, events.iter().any(|at| inside(&at))));
        if due.at() > now {
            return Some(periods);
        }
        start = Some(due);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn fault_c01_periods_are_those_that_one_counts_by_hand(
        term in terms(),
        mut hours in prop::collection::vec(1_i64..24 * 120, 0..8),
    ) {
        hours.sort_unstable();
        hours.dedup();
        let received = berlin("2026-03-02 10:00");
        let at = |hours: i64| received + TimeDelta::hours(hours);
        let mut story = story(every(term));
        for &hour in &hours {
            story.now = at(hour);
            story = story.does(told());
        }
        story.now = at(24 * 121);
        let events: Vec<_> = hours.iter().map(|&hours| at(hours)).collect();
        let Some(expected) = by_hand(term, &events, story.now) else { return Ok(()) };
        let clocks = story.clocks();
        prop_assert_eq!(clocks.len(), expected.len());
        for (clock, (due, fulfilled)) in clocks.iter().zip(expected) {
            let reading = clock.reading(&story.policy, story.now);
            prop_assert_eq!(reading.projected(), Some(due), "turn {}", clock.turn());
            prop_assert_eq!(reading.status().state() == ClockState::Met, fulfilled, "turn {}", clock.turn());
            prop_assert_eq!(reading.ran_out().is_some(), !fulfilled && due.at() < story.now, "turn {}", clock.turn());
        }
    }

    /// What an outlook says of a later instant is what an outlook says that is made then.
    #[test]
    fn an_outlook_says_what_a_later_one_says(
        term in terms(),
        done in any::<bool>(),
        mut hours in prop::collection::vec((1_i64..24 * 60, 0_u8..4), 0..6),
        later in prop::collection::vec(1_i64..24 * 90, 1..6),
    ) {
        hours.sort_unstable();
        hours.dedup_by_key(|(hour, _)| *hour);
        let received = berlin("2026-03-02 10:00");
        let mut story = story(if done { from_done(term) } else { every(term) });
        for &(hour, what) in &hours {
            story.now = received + TimeDelta::hours(hour);
            let command = match what {
                0 => Command::Pause(ClockPause::new(CUSTOMER)),
                1 => Command::Resume(ClockPause::new(CUSTOMER)),
                _ => told(),
            };
            if let Ok(decision) = story.try_to(command) {
                story.case = story.case.after(&decision).unwrap();
            }
        }
        let outlook = story.outlook();
        for after in later {
            let at = story.now + TimeDelta::hours(after);
            if outlook.good_until().is_some_and(|until| until <= at) {
                continue;
            }
            let fresh = Outlook::of(&story.case, &story.policy, at);
            let owed = |outlook: &Outlook| outlook.owed(at).map(|owed| (owed.since, owed.key)).collect::<Vec<_>>();
            // A duty that nobody knows the end of is owed once its period has begun.
            if owed(&fresh).iter().any(|(_, key)| key.duty == Duty::UndeterminedClock) {
                continue;
            }
            prop_assert_eq!(owed(&outlook), owed(&fresh), "at {}", at);
        }
        prop_assert_eq!(Case::replay(&story.policy, story.case.events()).unwrap(), story.case);
    }
}
