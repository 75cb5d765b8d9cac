//! Catalogue §9.4: containment, same-day answers, return visits, and a number that is not set.

use chrono::TimeDelta;
use redress::calendar::Span;
use redress::deadline::rule::Hardness;
use redress::deadline::{Anchors, Clock, ClockRecord, ClockStatus, Deadline, End, Roll, Term};
use redress::policy::clock::{ClockScope, Targets};
use redress::policy::{ClockRule, Policy, Routing};
use redress::profiles::choice::{PhaseLimit, SameDay, Signatures, VisitPeriod};
use redress::profiles::{Hospital, InstalledGoods, SupplierQc};
use redress::triage::{Complaint, History, triage};
use redress::vocab::{Anchor, Category, ClockName, Department, Role};

use super::support::{at, china, complaint, shown, text, texts};

/// A procedure of which only one clock is of interest.
#[track_caller]
fn procedure(name: &str, version: &str, clock: ClockRule) -> Policy {
    Policy::builder(name)
        .version(version)
        .routing(Routing::none())
        .calendar(china().clone())
        .clock(clock)
        .build()
        .unwrap()
}

/// S15-R18: containment within a time of each department's own receipt.
#[track_caller]
fn supplier(within: Term) -> Policy {
    let clock = Clock::new(ClockName::CONTAINMENT, Anchor::DEPARTMENT_RECEIVED);
    procedure(
        "supplier",
        "S15",
        ClockRule::new(clock, within).with_scope(ClockScope::Department).with_citation("S15-R18"),
    )
}

/// A23: the three readings of the 24 hours.
fn a23_elapsed() -> Term {
    Term::elapsed(Span::hours(24))
}

fn a23_roll() -> Term {
    a23_elapsed().with_roll(Roll::FOLLOWING)
}

fn a23_working_hours() -> Term {
    Term::working(Span::hours(24))
}

/// When each department's measure is due.
#[track_caller]
fn containment<const N: usize>(within: Term, told: [(Department, &str); N]) -> [String; N] {
    let policy = supplier(within);
    let received = complaint(told[0].1, Category::PRODUCT_QUALITY);
    let complaint = told
        .iter()
        .fold(received, |complaint, (department, local)| complaint.with_department(*department, at(local)));
    let triage = triage(&policy, &complaint, &History::none()).unwrap();
    let departments: Vec<_> = triage.clocks().iter().map(|clock| clock.department().unwrap()).collect();
    assert_eq!(departments, told.map(|(department, _)| department));
    texts(&triage, ClockName::CONTAINMENT).try_into().unwrap()
}

#[test]
fn w087_containment_does_not_wait_for_the_weekend() {
    let told = [(Department::QUALITY, "Fri 2025-09-26 15:20")];
    assert_eq!(containment(a23_elapsed(), told), ["Sat 2025-09-27 15:20"]);
    // To the make-up Sunday.
    assert_eq!(containment(a23_roll(), told), ["Sun 2025-09-28 15:20"]);
    // 2:40 on Friday, 9 h on the make-up Sunday, 9 h on Monday, 3:20 on Tuesday.
    assert_eq!(containment(a23_working_hours(), told), ["Tue 2025-09-30 12:20"]);
}

#[test]
fn w088_containment_does_not_wait_for_national_day() {
    let told = [(Department::RESPONSIBLE_DEPARTMENT, "Tue 2025-09-30 17:00")];
    assert_eq!(containment(a23_elapsed(), told), ["Wed 2025-10-01 17:00"]);
    assert_eq!(containment(a23_roll(), told), ["Thu 2025-10-09 17:00"]);
    // 1 h on Tuesday, 9 h each on Thursday and Friday after the holiday, 5 h on the make-up Saturday.
    assert_eq!(containment(a23_working_hours(), told), ["Sat 2025-10-11 14:00"]);
}

#[test]
fn w089_each_department_contains_from_its_own_receipt() {
    let told =
        [(Department::SALES, "Mon 2026-03-02 09:00"), (Department::PRODUCTION, "Mon 2026-03-02 13:30")];
    assert_eq!(containment(a23_elapsed(), told), ["Tue 2026-03-03 09:00", "Tue 2026-03-03 13:30"]);
}

/// The profile in its default readings; who owns what and who agrees, no row asks.
fn hospital() -> Hospital {
    Hospital::new(china().clone(), Routing::none(), Role::DEPARTMENT_HEAD)
}

#[test]
fn w099_an_answer_is_due_on_the_same_day() {
    let asked = complaint("Thu 2025-07-10 09:15", Category::SERVICE_PROCESS);
    let due = |hospital: Hospital| text(&hospital.build().unwrap(), &asked, ClockName::SAME_DAY_ANSWER);
    assert_eq!(due(hospital()), "Thu 2025-07-10 24:00");
    assert_eq!(due(hospital().with_same_day(SameDay::ServiceHours)), "Thu 2025-07-10 18:00");
    assert_eq!(due(hospital().with_hardness(Hardness::Hard)), "Thu 2025-07-10 24:00");
}

#[test]
fn w100_a_missed_soft_target_is_no_breach() {
    let late = complaint("Sat 2025-07-12 23:50", Category::SERVICE_PROCESS);
    let received = Anchors::received(late.received());
    let answered = at("Sun 2025-07-13 08:00");
    for (hospital, hardness) in
        [(hospital(), Hardness::Soft), (hospital().with_hardness(Hardness::Hard), Hardness::Hard)]
    {
        let policy = hospital.build().unwrap();
        let rule = policy.clock(ClockName::SAME_DAY_ANSWER).unwrap();
        let Targets::Same(deadline) = rule.targets() else { panic!("{:?}", rule.targets()) };
        let mut record = ClockRecord::new(deadline.clone(), received.clone());
        record.stop(rule.clock(), answered).unwrap();
        let reading = rule.clock().reading(china(), &record, answered);
        assert_eq!(shown(china(), reading.due().unwrap()), "Sat 2025-07-12 24:00");
        // Missed either way; whether that is a breach, the clock says itself.
        assert_eq!(*reading.status(), ClockStatus::MetLate { at: answered, late_by: TimeDelta::hours(8) });
        assert_eq!(rule.clock().hardness(), hardness);
    }
    // A18: by the service hours of the first day that has some.
    let by_closing = hospital().with_same_day(SameDay::ServiceHours).build().unwrap();
    assert_eq!(text(&by_closing, &late, ClockName::SAME_DAY_ANSWER), "Mon 2025-07-14 18:00");
}

/// By when what was installed is visited, in a reading of A19.
#[track_caller]
fn visits(reading: VisitPeriod, installed: &str) -> String {
    let goods = InstalledGoods::new(china().clone(), Routing::none()).with_visit_period(reading);
    let policy = goods.build().unwrap();
    let never_complained = Complaint::new("W-1".parse().unwrap(), at(installed));
    assert_eq!(text(&policy, &never_complained, ClockName::RETURN_VISITS), "waits for `installed`");
    let goods = never_complained.with_event(Anchor::INSTALLED, at(installed));
    text(&policy, &goods, ClockName::RETURN_VISITS)
}

#[test]
fn w101_both_visits_by_the_same_day_of_the_next_month() {
    assert_eq!(VisitPeriod::default(), VisitPeriod::Month);
    assert_eq!(visits(VisitPeriod::Month, "Fri 2025-06-20 15:00"), "Sun 2025-07-20 24:00");
    assert_eq!(visits(VisitPeriod::ThirtyDays, "Fri 2025-06-20 15:00"), "Sun 2025-07-20 24:00");
}

#[test]
fn w102_both_visits_by_the_end_of_a_shorter_month() {
    assert_eq!(visits(VisitPeriod::Month, "Sat 2026-01-31 15:00"), "Sat 2026-02-28 24:00");
    assert_eq!(visits(VisitPeriod::ThirtyDays, "Sat 2026-01-31 15:00"), "Mon 2026-03-02 24:00");
}

#[test]
fn w103_a_phase_without_a_number_is_undetermined() {
    let asked = complaint("Tue 2025-03-11 10:00", Category::PRODUCT_QUALITY);
    let signatures =
        Signatures { prepared: Role::HANDLER, reviewed: Role::MANAGER, approved: Role::SENIOR_MANAGEMENT };
    let days: Deadline = Term::working_days(5).with_end(End::END_OF_DAY).into();
    let (lost, set) = (PhaseLimit::NotSet, PhaseLimit::Within(days));
    let policy = SupplierQc::new(china().clone(), signatures)
        .with_root_cause(lost)
        .with_verification(set)
        .build()
        .unwrap();
    assert_eq!(
        text(&policy, &asked, ClockName::ROOT_CAUSE),
        "the policy sets no target for `the days for the root-cause analysis (A24)`; add one",
    );
    assert_eq!(text(&policy, &asked, ClockName::VERIFICATION), "Tue 2025-03-18 24:00");
}
