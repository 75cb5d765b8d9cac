//! Errors of the calendars and the duties of a policy's clocks.

use redress::calendar::{Calendar, WeekPattern};
use redress::deadline::{Clock, OnChange, Term};
use redress::policy::{ClockRule, PolicyDocument, PolicyFault, Scope, Target};
use redress::vocab::{Anchor, Category, ClockName, Department, RuleId};
use redress::word;

use crate::{OFFICE, Texts, calendar, policy, policy_fault, zone};

pub(crate) fn texts() -> Texts {
    let mut texts = Texts::default();
    calendars(&mut texts);
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
        ClockRule::new(clock, Term::weeks(1)).with_scope(Scope::Department)
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
    let carries = ClockRule::by_target(closure().with_on_change(OnChange::CarryElapsed), targets);
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
