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
        "calendar `weekend`: is not used; name it in a clock, a target or a department, or remove it",
    );
    texts.is(
        policy_fault(policy().named_calendar(calendar()).clock(rule().with_calendar("office"))),
        "calendar `office`: declared twice; give each calendar its own name",
    );
    let twice = policy()
        .clock(of_departments())
        .department_calendar(Department::QUALITY, "office")
        .department_calendar(Department::QUALITY, "office");
    texts.is(
        policy_fault(twice),
        "department calendar `quality`: declared twice; keep one calendar for each department",
    );
    texts.is(
        policy_fault(policy().department_calendar(Department::QUALITY, "office")),
        "department calendar `quality`: is not used, because no clock has the scope `department`; add such a \
         clock, or remove the calendar",
    );
    let target = |id, category| Target::new(id, category, Term::working_days(1));
    let targets = [
        target(word!(RuleId, "parts"), Category::SPARE_PARTS).with_calendar("weekend"),
        target(word!(RuleId, "sales"), Category::SALES_PROCESS),
    ];
    let carries = ClockRule::by_target(closure().with_on_change(ChangeEffect::CarryElapsed), targets);
    texts.is(
        policy_fault(policy().named_calendar(weekend()).clock(carries)),
        "clock `closure`: cannot carry elapsed time from one target to another, because they use different \
         calendars; use `keep-start`, `restart`, or one calendar",
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
        (plain(Periods::new([])), "no event fulfils a period; name at least one in `fulfilled-by`"),
        (plain(Periods::new(many)), "`fulfilled-by` names 17 events, expected at most 16"),
        (
            plain(Periods::new([Anchor::UPDATED, Anchor::UPDATED])),
            "`fulfilled-by` names `updated` twice; name it once",
        ),
        (
            plain(Periods::new([Anchor::CLOSED])),
            "`closed` both fulfils a period and ends the clock; use another event for one of the two",
        ),
        (
            ClockRule::new(extended, Term::weeks(1)).with_periods(Periods::new([Anchor::UPDATED])),
            "a clock that repeats by the calendar cannot be extended; remove `extensions`, and pause the clock \
             instead",
        ),
        (
            every(Term::weeks(1).into()).with_on_reopening(ReopeningEffect::Rest),
            "a clock that repeats by the calendar counts again from a reopening; remove `on-reopening`",
        ),
        (
            every(Term::weeks(1).into()).with_part(ClockPart::Project),
            "a clock that repeats by the calendar cannot make a case a project; use another `part`",
        ),
        (
            every(Term::elapsed(Span::minutes(14)).into()),
            "a period of 14 min elapsed is too short, expected at least 15 min, or one day, week or month",
        ),
        (
            every(Term::at(crate::messages::at("2026-06-01T10:00:00Z")).into()),
            "a period cannot end at a fixed instant, which comes only once; use an amount of time",
        ),
        (
            every(parts),
            "a part of a period cannot count from `dispatched`, because each period counts from the one before; \
             remove `from`",
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
        "clock `closure`: starts when `update` is due, but `update` repeats by the calendar and has no single \
         due date; start it from an event",
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
            "limits neither the roles nor the time; set `by`, `within` or both",
        ),
        (
            policy().clock(rule(AfterBreach::StaysBreached, quality())),
            "has no effect, because a missed limit stays missed; remove it, or set `after-breach = \
             \"follows-new-due\"`",
        ),
        (
            policy().clock(rule(follows, late(vec![Role::MANAGER; 17]))),
            "17 roles may enter late, expected at most 16",
        ),
        (
            policy().clock(rule(follows, late(vec![Role::MANAGER; 2]))),
            "`by` names `manager` twice; name it once",
        ),
        (
            policy().clock(rule(
                follows,
                LateEntry::new().with_count(Count::At(crate::messages::at("2026-06-01T10:00:00Z"))),
            )),
            "`within` is a fixed instant; use an amount of time, which counts from the entered event",
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
            "none of its roles may `happen`; name a role that may, or permit it to one of them",
        ),
    ];
    for (built, expected) in cases {
        let fault = policy_fault(built);
        let PolicyFault::LateEntry { problem, .. } = fault else { panic!("{fault}") };
        texts.is(problem, expected);
        texts.is(fault, &format!("clock `closure`: late-entry: {expected}"));
    }
}
