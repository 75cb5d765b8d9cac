//! Errors of the calendars and the duties of a policy's clocks.

use redress::calendar::{Calendar, Span, WeekPattern};
use redress::deadline::choice::{Alternative, FirstDay};
use redress::deadline::rule::{AfterBreach, ChangeEffect, ExtensionRule};
use redress::deadline::{Clock, Count, Deadline, DeadlineError, Term};
use redress::policy::clock::{ClockPart, ClockScope, LateEntry, Periods, ReopeningEffect, Target};
use redress::policy::{ClockRule, PolicyDocument, PolicyFault, Track};
use redress::vocab::course::ExtensionReason;
use redress::vocab::{Action, Anchor, Category, ClockName, Department, Role, RuleId};
use redress::word;

use crate::messages::{OFFICE, Texts, calendar, policy, policy_fault, zone};

pub(crate) fn texts() -> Texts {
    let mut texts = Texts::default();
    calendars(&mut texts);
    periods(&mut texts);
    late_entries(&mut texts);
    texts
}

fn weekend() -> Calendar {
    let zone = zone("2026-01-01", "2026-12-31");
    Calendar::builder("weekend", zone).week(WeekPattern::daily([OFFICE])).build().unwrap()
}

fn calendars(texts: &mut Texts) {
    let closure = || Clock::new(ClockName::CLOSURE, Anchor::RECEIVED);
    let rule = || ClockRule::new(closure(), Term::weeks(1));
    let of_departments = || {
        let clock = Clock::new(ClockName::CONTAINMENT, Anchor::DEPARTMENT_RECEIVED);
        ClockRule::new(clock, Term::weeks(1)).with_scope(ClockScope::Department)
    };
    texts.is(
        policy_fault(policy().clock(rule().with_calendar("weekend"))),
        "clock `closure`: calendar `weekend` is not declared, expected `office`",
    );
    texts.is(
        policy_fault(policy().named_calendar(weekend())),
        "calendar `weekend`: nothing counts by it, expected a clock, a target or a department that names it",
    );
    texts.is(
        policy_fault(policy().named_calendar(calendar()).clock(rule().with_calendar("office"))),
        "calendar `office`: declared twice, expected names that differ",
    );
    let twice = policy()
        .clock(of_departments())
        .department_calendar(Department::QUALITY, "office")
        .department_calendar(Department::QUALITY, "office");
    texts.is(
        policy_fault(twice),
        "department calendar `quality`: stands twice, expected one for each department",
    );
    texts.is(
        policy_fault(policy().department_calendar(Department::QUALITY, "office")),
        "department calendar `quality`: no clock asks for it, expected a clock of the scope `department`",
    );
    let target = |id, category| Target::new(id, category, Term::working_days(1));
    let targets = [
        target(word!(RuleId, "parts"), Category::SPARE_PARTS).with_calendar("weekend"),
        target(word!(RuleId, "sales"), Category::SALES_PROCESS),
    ];
    let carries = ClockRule::by_target(closure().with_on_change(ChangeEffect::CarryElapsed), targets);
    texts.is(
        policy_fault(policy().named_calendar(weekend()).clock(carries)),
        "clock `closure`: carries what is used up from one target to another, and they count by different calendars, \
         expected `keep-start`, `restart` or one calendar",
    );
    let named = policy().named_calendar(weekend()).clock(rule().with_calendar("weekend")).build().unwrap();
    let mut document = PolicyDocument::of(&named);
    document.calendars[0].week = redress::calendar::CalendarDocument::from(&weekend()).week;
    document.calendars[0].week.sat = vec!["9".into()];
    let faults = document.build(|_, _| Some(zone("2026-01-01", "2026-12-31"))).unwrap_err();
    let [fault @ PolicyFault::NamedCalendar { .. }] = faults.faults() else { panic!("{faults}") };
    let text = fault.to_string();
    assert!(text.starts_with("calendar `weekend`: week.sat[0]: "), "{text}");
    texts.seen(fault.clone());
}

fn periods(texts: &mut Texts) {
    let update = || Clock::new(ClockName::UPDATE, Anchor::RECEIVED);
    let plain = |periods| ClockRule::new(update(), Term::weeks(1)).with_periods(periods);
    let every =
        |deadline: Deadline| ClockRule::new(update(), deadline).with_periods(Periods::new([Anchor::UPDATED]));
    let many = Anchor::ALL.iter().copied().filter(|anchor| *anchor != Anchor::CLOSED).take(17);
    let extended = update().with_extension(ExtensionRule::new(ExtensionReason::COMPLEX_CASE));
    let parts = Deadline::earliest([Alternative::from(Anchor::DISPATCHED, Term::weeks(1))]);
    let rules = [
        (plain(Periods::new([])), "no event fulfils a period, expected one in `fulfilled-by`"),
        (plain(Periods::new(many)), "17 events fulfil a period, expected at most 16"),
        (
            plain(Periods::new([Anchor::UPDATED, Anchor::UPDATED])),
            "`updated` stands twice in `fulfilled-by`, expected it once",
        ),
        (
            plain(Periods::new([Anchor::CLOSED])),
            "`closed` fulfils a period and ends the duty, expected another event for one of the two",
        ),
        (
            ClockRule::new(extended, Term::weeks(1)).with_periods(Periods::new([Anchor::UPDATED])),
            "a duty that repeats by the calendar is not extended, expected no `extensions`; pause it instead",
        ),
        (
            every(Term::weeks(1).into()).with_on_reopening(ReopeningEffect::Rest),
            "a duty that repeats by the calendar counts from a reopening, expected no `on-reopening`",
        ),
        (
            every(Term::weeks(1).into()).with_part(ClockPart::Project),
            "a duty that repeats by the calendar makes no project, expected another `part`",
        ),
        (
            every(Term::elapsed(Span::minutes(14)).into()),
            "a period of 14 min elapsed is too short, expected at least 15 min, or one day, week or month",
        ),
        (
            every(Term::at(crate::messages::at("2026-06-01T10:00:00Z")).into()),
            "a period ends at a fixed instant, which comes once, expected an amount of time",
        ),
        (
            every(parts),
            "a part of a period counts from `dispatched`; expected every period to count from the one before",
        ),
    ];
    for (rule, expected) in rules {
        let fault = policy_fault(policy().clock(rule));
        let PolicyFault::Periods { problem, .. } = fault else { panic!("{fault}") };
        texts.is(problem, expected);
        texts.is(fault, &format!("clock `update`: {expected}"));
    }
    let next = ClockRule::new(Clock::new(ClockName::CLOSURE, Anchor::RECEIVED), Term::weeks(1));
    texts.is(
        policy_fault(
            policy().clock(every(Term::weeks(1).into())).clock(next.with_from_due_of(ClockName::UPDATE)),
        ),
        "clock `closure`: starts when `update` is due, which repeats by the calendar and has no single due date, \
         expected an event to start from",
    );
    texts.is(
        DeadlineError::TooManyPeriods { most: 10_000 },
        "a duty repeats more than 10000 times; make its period longer, or close the case",
    );
}

fn late_entries(texts: &mut Texts) {
    let late = |by: Vec<Role>| LateEntry::new().with_roles(by);
    let rule = |after, late| {
        let clock = Clock::new(ClockName::CLOSURE, Anchor::RECEIVED).with_after_breach(after);
        ClockRule::new(clock, Term::weeks(1)).with_late_entry(late)
    };
    let follows = AfterBreach::FollowsNewDue;
    let quality = || late(vec![Role::DEPARTMENT_HEAD]);
    let cases = [
        (
            policy().clock(rule(follows, LateEntry::new())),
            "names neither roles nor a time, expected `by`, `within` or both",
        ),
        (
            policy().clock(rule(AfterBreach::StaysBreached, quality())),
            "no late entry takes a miss back, expected it left out, or `after-breach = \"follows-new-due\"`",
        ),
        (
            policy().clock(rule(follows, late(vec![Role::MANAGER; 17]))),
            "17 roles may enter late, expected at most 16",
        ),
        (
            policy().clock(rule(follows, late(vec![Role::MANAGER; 2]))),
            "`manager` stands twice in `by`, expected it once",
        ),
        (
            policy().clock(rule(
                follows,
                LateEntry::new().with_count(Count::At(crate::messages::at("2026-06-01T10:00:00Z"))),
            )),
            "the time ends at a fixed instant, expected an amount that counts from what is entered",
        ),
        (
            policy().clock(rule(
                follows,
                LateEntry::new().with_term(Term::working_days(0).with_first_day(FirstDay::DayOne)),
            )),
            "within: a count from day one includes the first day, expected at least 1",
        ),
        (
            policy()
                .track(Track::new().with_permit(Action::Happen, Role::MANAGER))
                .clock(rule(follows, quality())),
            "none of its roles may `happen`, expected one that may, or a permit for one of them",
        ),
    ];
    for (built, expected) in cases {
        let fault = policy_fault(built);
        let PolicyFault::LateEntry { problem, .. } = fault else { panic!("{fault}") };
        texts.is(problem, expected);
        texts.is(fault, &format!("clock `closure`: late-entry: {expected}"));
    }
}
