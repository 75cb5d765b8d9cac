//! Who may enter late what takes a miss back, and how late; and how it is counted.

use redress::approval::{Holding, Roster};
use redress::case::command::{AnchorEvent, ClockPause, Correction, Findings, NotEstablishedFinding, Remark};
use redress::case::{Case, Command, Office, Refusal, Request, Stamp};
use redress::deadline::rule::{AfterBreach, ClockState, PauseRule};
use redress::deadline::{Clock, Count, End, Term};
use redress::policy::clock::{LateEntry, Periods};
use redress::policy::record::ReportPeriod;
use redress::policy::{ClockRule, Policy, PolicyDocument, Track};
use redress::report::ledger::{Ledger, LedgerRow, Timing};
use redress::vocab::course::NotEstablishedReason;
use redress::vocab::{Action, Anchor, ClockName, PauseReason, Role};

use crate::policy_clocks::support::{Story, berlin, desk, faults, zone};

const WAITING: PauseReason = PauseReason::AWAITING_CUSTOMER;

fn clock(after: AfterBreach) -> Clock {
    Clock::new(ClockName::CLOSURE, Anchor::RECEIVED)
        .with_pause(PauseRule::new(WAITING))
        .with_after_breach(after)
}

/// Two working days to the end of the day, until a plan is submitted.
fn rule(late: Option<LateEntry>) -> ClockRule {
    let term = Term::working_days(2).with_end(End::END_OF_DAY);
    let rule = ClockRule::new(clock(AfterBreach::FollowsNewDue), term).with_until(Anchor::PLAN_SUBMITTED);
    match late {
        Some(late) => rule.with_late_entry(late),
        None => rule,
    }
}

fn policy(late: LateEntry) -> Policy {
    desk().clock(rule(Some(late))).build().unwrap()
}

/// Received on Monday 2 March 10:00: due on Wednesday 4 March at the end of the day.
fn received(policy: Policy) -> Story {
    Story::new(policy, "2026-03-02 10:00").does(Command::Register)
}

fn submitted(at: &str) -> Command {
    Command::Happen(AnchorEvent { event: Anchor::PLAN_SUBMITTED, at: berlin(at), department: None })
}

fn quality() -> LateEntry {
    LateEntry::new().with_roles([Role::DEPARTMENT_HEAD])
}

/// The same as somebody of a roster in which anna has some roles.
fn tries(story: &Story, roles: &[Role], command: Command) -> Result<Story, Refusal> {
    let anna = "anna".parse().unwrap();
    let mut roster = Roster::builder("r-2");
    for &role in roles {
        roster = roster.holding(Holding::new(anna, role));
    }
    let roster = roster.build().unwrap();
    let request = Request::on(
        &story.case,
        Stamp::new(format!("l-{}", story.case.revision()).parse().unwrap(), anna, story.now),
        command,
    );
    let decision = Office::new(&story.policy, &roster).decide(&story.case, request)?;
    let case = story.case.clone().after(&decision).unwrap();
    assert_eq!(Case::replay(&story.policy, case.events()).unwrap(), case);
    Ok(Story { case, ..story.clone() })
}

fn state(story: &Story) -> ClockState {
    story.clocks()[0].reading(&story.policy, story.now).status().state()
}

#[test]
fn fault_d07_a_policy_names_who_may_enter_late() {
    let missed = received(policy(quality())).on("2026-03-06 09:00");
    assert_eq!(state(&missed), ClockState::Breached);
    let late = submitted("2026-03-04 15:00");
    let refused = tries(&missed, &[Role::MANAGER], late.clone()).err().unwrap();
    assert_eq!(
        refused.to_string(),
        "`anna` may not enter this late: it would cancel the miss of clock `closure`, which requires the role \
         `department-head`"
    );
    let entered = tries(&missed, &[Role::DEPARTMENT_HEAD], late).unwrap();
    assert_eq!(state(&entered), ClockState::Met);
    // By what role goes on record, so that the history stands without a roster.
    assert_eq!(entered.case.events().last().unwrap().role, Some(Role::DEPARTMENT_HEAD));
}

#[test]
fn fault_d07_anybody_enters_what_takes_nothing_back() {
    let before = received(policy(quality())).on("2026-03-04 16:00");
    // In time, of an earlier hour of the day.
    assert_eq!(state(&tries(&before, &[], submitted("2026-03-04 15:00")).unwrap()), ClockState::Met);
    // Late, and late it is.
    let missed = before.on("2026-03-06 09:00");
    let late = tries(&missed, &[], submitted("2026-03-05 09:00")).unwrap();
    assert_eq!(state(&late), ClockState::MetLate);
}

#[test]
fn fault_d07_a_policy_names_how_late() {
    let late = LateEntry::new().with_count(Count::WorkingDays(2));
    let missed = received(policy(late));
    // Two working days after Wednesday: until Friday 24:00.
    let friday = missed.clone().on("2026-03-06 23:59");
    assert_eq!(state(&tries(&friday, &[], submitted("2026-03-04 15:00")).unwrap()), ClockState::Met);
    let saturday = missed.on("2026-03-07 00:00");
    let refused = tries(&saturday, &[], submitted("2026-03-04 15:00")).err().unwrap();
    assert_eq!(
        refused.to_string(),
        "2026-03-06T23:00:00Z is too late for an entry that cancels the miss of clock `closure`, expected an \
         instant before 2026-03-06T23:00:00Z"
    );
    let entered = tries(&saturday, &[], submitted("2026-03-05 15:00")).unwrap();
    assert_eq!(state(&entered), ClockState::MetLate);
}

#[test]
fn fault_d07_a_pause_and_a_correction_take_a_miss_back_as_well() {
    let missed = received(policy(quality())).on("2026-03-06 09:00");
    let pause =
        || Command::Pause(ClockPause { reason: WAITING, clock: None, at: Some(berlin("2026-03-03 10:00")) });
    assert!(matches!(tries(&missed, &[], pause()), Err(Refusal::LateEntry { .. })));
    assert_eq!(state(&tries(&missed, &[Role::DEPARTMENT_HEAD], pause()).unwrap()), ClockState::Paused);

    let late = tries(&missed, &[], submitted("2026-03-05 09:00")).unwrap();
    let correction = || {
        Command::Correct(Correction {
            event: Anchor::PLAN_SUBMITTED,
            from: berlin("2026-03-05 09:00"),
            to: berlin("2026-03-04 09:00"),
            reason: "the plan lay in another box".parse().unwrap(),
        })
    };
    assert!(matches!(tries(&late, &[], correction()), Err(Refusal::LateEntry { .. })));
    assert_eq!(state(&tries(&late, &[Role::DEPARTMENT_HEAD], correction()).unwrap()), ClockState::Met);
}

/// A late end of a duty takes the periods after it away, and with them their misses.
#[test]
fn fault_d07_a_miss_that_goes_away_with_its_turn_is_taken_back_too() {
    let update =
        Clock::new(ClockName::UPDATE, Anchor::RECEIVED).with_after_breach(AfterBreach::FollowsNewDue);
    let rule = ClockRule::new(update, Term::working_days(2).with_end(End::END_OF_DAY))
        .with_periods(Periods::new([Anchor::UPDATED]))
        .with_until(Anchor::PLAN_SUBMITTED)
        .with_late_entry(quality());
    // The first period is fulfilled on Tuesday, the second one is missed on Friday.
    let missed = received(desk().clock(rule).build().unwrap())
        .on("2026-03-03 10:00")
        .does(Command::NotifyProgress(Remark { note: "we are at it".parse().unwrap() }))
        .on("2026-03-09 09:00");
    let states = |story: &Story| {
        let clocks = story.clocks();
        clocks
            .iter()
            .map(|clock| clock.reading(&story.policy, story.now).status().state())
            .collect::<Vec<_>>()
    };
    assert_eq!(states(&missed), [ClockState::Met, ClockState::Breached, ClockState::Running]);
    // On Wednesday, before the second period began.
    let late = || submitted("2026-03-04 15:00");
    assert!(matches!(tries(&missed, &[], late()), Err(Refusal::LateEntry { .. })));
    let entered = tries(&missed, &[Role::DEPARTMENT_HEAD], late()).unwrap();
    assert_eq!(states(&entered), [ClockState::Met]);
}

#[test]
fn fault_d07_who_may_enter_late_must_be_permitted_to_enter() {
    let both = quality().with_roles([Role::MANAGER]);
    let track = Track::new().with_permit(Action::Happen, Role::MANAGER);
    let policy = desk().track(track).clock(rule(Some(both))).build().unwrap();
    let missed = Story::new(policy, "2026-03-02 10:00").does(Command::Register).on("2026-03-06 09:00");
    let late = || submitted("2026-03-04 15:00");
    assert!(matches!(tries(&missed, &[Role::DEPARTMENT_HEAD], late()), Err(Refusal::NotPermitted { .. })));
    let entered = tries(&missed, &[Role::DEPARTMENT_HEAD, Role::MANAGER], late()).unwrap();
    assert_eq!(entered.case.events().last().unwrap().role, Some(Role::MANAGER));

    let track = Track::new().with_permit(Action::Happen, Role::MANAGER);
    assert_eq!(
        faults(desk().track(track).clock(rule(Some(quality()))).build()),
        [
            "clock `closure`: late-entry: none of its roles may `happen`; name a role that may, or permit it to \
             one of them"
        ]
    );
}

#[test]
fn fault_d07_a_history_in_which_nobody_could_enter_late_does_not_replay() {
    let missed = received(policy(quality())).on("2026-03-06 09:00");
    let entered = tries(&missed, &[Role::DEPARTMENT_HEAD], submitted("2026-03-04 15:00")).unwrap();
    let mut events = entered.case.events().to_vec();
    events.last_mut().unwrap().role = None;
    assert!(Case::replay(&entered.policy, &events).is_err());
    events.last_mut().unwrap().role = Some(Role::MANAGER);
    assert!(Case::replay(&entered.policy, &events).is_err());
}

#[test]
fn fault_d07_the_ledger_counts_what_was_entered_late_apart() {
    let row = |story: &Story| LedgerRow::of(&story.case, &story.policy, story.now).unwrap();
    let close = |story: Story| {
        let explained = NotEstablishedFinding::new(
            NotEstablishedReason::MISUNDERSTANDING,
            "it is as it should be".parse().unwrap(),
        );
        story
            .does(Command::Triage(Findings::default()))
            .does(Command::FindNotEstablished(explained))
            .does(Command::Close)
    };
    let missed = || received(desk().clock(rule(None)).build().unwrap()).on("2026-03-06 09:00");
    let late = close(missed().does(submitted("2026-03-04 15:00")).on("2026-03-06 10:00"));
    let end = row(&late).end().unwrap();
    assert_eq!((end.timing, end.entered_late), (Timing::InTime, true));
    let plain = close(
        received(desk().clock(rule(None)).build().unwrap())
            .on("2026-03-04 15:00")
            .does(submitted("2026-03-04 15:00"))
            .on("2026-03-06 10:00"),
    );
    let end = row(&plain).end().unwrap();
    assert_eq!((end.timing, end.entered_late), (Timing::InTime, false));
    let mut other = row(&plain);
    other.case = "a-2".parse().unwrap();
    let march = ReportPeriod { from: berlin("2026-03-01 00:00"), until: berlin("2026-04-01 00:00") };
    let summary = Ledger::new([row(&late), other.clone()]).unwrap().summary(march);
    assert_eq!((summary.in_time, summary.entered_late, summary.late), (2, 1, 0));
    // It is read back as it was written, and none that is late was in time by an entry.
    let written = serde_json::to_string(&row(&late)).unwrap();
    assert_eq!(serde_json::from_str::<LedgerRow>(&written).unwrap(), row(&late));
    let mut end = other.end().unwrap();
    (end.timing, end.entered_late) = (Timing::Late, true);
    other.rounds[0].end = Some(end);
    assert_eq!(
        Ledger::new([other]).unwrap_err().to_string(),
        "case `a-2` has an end that was entered late; its timing must be `in-time`"
    );
}

#[test]
fn fault_d07_a_file_says_who_may_enter_late_and_is_read_back_equal() {
    let read = |json: &str| serde_json::from_str::<ClockRule>(json);
    let written = r#"{"clock": "closure", "from": "received", "due": {"working-days": 2},
        "after-breach": "follows-new-due",
        "late-entry": {"by": ["department-head", "manager"], "within": {"working-days": 5}}}"#;
    let rule = read(written).unwrap();
    let late = rule.late_entry().unwrap();
    assert_eq!(late.roles(), [Role::DEPARTMENT_HEAD, Role::MANAGER]);
    assert_eq!(late.term(), Some(Term::working_days(5).with_end(End::END_OF_DAY)));
    assert_eq!(read(&serde_json::to_string(&rule).unwrap()).unwrap(), rule);
    let policy = desk().clock(rule).build().unwrap();
    let document = PolicyDocument::of(&policy);
    assert_eq!(PolicyDocument::of(&document.build(zone).unwrap()), document);
    let refused = read(&written.replace("within", "until")).unwrap_err().to_string();
    assert!(refused.contains("late-entry") && refused.contains("`until`"), "{refused}");
}

#[test]
fn fault_d07_what_nobody_could_follow_is_refused_when_the_policy_is_built() {
    let term = Term::working_days(2);
    let one = |late: LateEntry, after| {
        let rule = ClockRule::new(clock(after), term).with_late_entry(late);
        faults(desk().clock(rule).build())
    };
    let follows = AfterBreach::FollowsNewDue;
    assert_eq!(
        one(LateEntry::new(), follows),
        ["clock `closure`: late-entry: limits neither the roles nor the time; set `by`, `within` or both"]
    );
    assert_eq!(
        one(quality(), AfterBreach::StaysBreached),
        [
            "clock `closure`: late-entry: has no effect, because a missed limit stays missed; remove it, or set \
            `after-breach = \"follows-new-due\"`"
        ]
    );
    assert_eq!(
        one(quality().with_roles([Role::DEPARTMENT_HEAD]), follows),
        ["clock `closure`: late-entry: `by` names `department-head` twice; name it once"]
    );
    assert_eq!(
        one(LateEntry::new().with_roles(vec![Role::MANAGER; 17]), follows),
        ["clock `closure`: late-entry: 17 roles may enter late, expected at most 16"]
    );
    assert_eq!(
        one(LateEntry::new().with_count(Count::At(berlin("2026-06-01 00:00"))), follows),
        [
            "clock `closure`: late-entry: `within` is a fixed instant; use an amount of time, which counts from \
             the entered event"
        ]
    );
}
