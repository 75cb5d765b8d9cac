//! Catalogue §9.4: containment, same-day answers, return visits, and a number that is not set.

use chrono::TimeDelta;
use redress::calendar::Span;
use redress::deadline::{Anchors, Clock, ClockRecord, ClockStatus, Deadline, End, Hardness, Roll, Term};
use redress::policy::{ClockRule, Policy, Routing, Scope};
use redress::profiles::{PhaseLimit, Signatures, SupplierQc};
use redress::triage::{Complaint, History, triage};
use redress::vocab::{Anchor, Category, ClockName, Department, Role};

use super::support::{at, china, complaint, shown, text, texts};

/// A procedure of which only one clock is of interest.
#[track_caller]
fn procedure(name: &str, version: &str, clock: ClockRule) -> Policy {
    Policy::builder(name, version)
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
        ClockRule::new(clock, within).with_scope(Scope::Department).citing("S15-R18"),
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

/// S14-R04: an answer on the same day.
fn same_day(hardness: Hardness) -> Clock {
    Clock::new(ClockName::SAME_DAY_ANSWER, Anchor::RECEIVED).with_hardness(hardness)
}

/// A18: by the end of the day, or of the service hours.
fn a18_end_of_day() -> Term {
    Term::calendar_days(0).with_end(End::END_OF_DAY)
}

fn a18_end_of_service_hours() -> Term {
    Term::calendar_days(0).with_end(End::CLOSE_OF_BUSINESS).with_roll(Roll::FOLLOWING)
}

#[test]
fn w099_an_answer_is_due_on_the_same_day() {
    let asked = complaint("Thu 2025-07-10 09:15", Category::SERVICE_PROCESS);
    for hardness in [Hardness::Soft, Hardness::Hard] {
        let hospital = |term| procedure("hospital", "S14", ClockRule::new(same_day(hardness), term));
        let by_midnight = text(&hospital(a18_end_of_day()), &asked, ClockName::SAME_DAY_ANSWER);
        assert_eq!(by_midnight, "Thu 2025-07-10 24:00");
        let by_closing = text(&hospital(a18_end_of_service_hours()), &asked, ClockName::SAME_DAY_ANSWER);
        assert_eq!(by_closing, "Thu 2025-07-10 18:00");
    }
}

#[test]
fn w100_a_missed_soft_target_is_no_breach() {
    let received = Anchors::received(at("Sat 2025-07-12 23:50"));
    let answered = at("Sun 2025-07-13 08:00");
    for hardness in [Hardness::Soft, Hardness::Hard] {
        let clock = same_day(hardness);
        let policy = procedure("hospital", "S14", ClockRule::new(clock.clone(), a18_end_of_day()));
        let mut record = ClockRecord::new(a18_end_of_day(), received.clone());
        record.stop(&clock, answered, answered).unwrap();
        let reading = clock.reading(china(), &record, answered);
        assert_eq!(shown(china(), reading.due().unwrap()), "Sat 2025-07-12 24:00");
        // Missed either way; whether that is a breach, the clock says itself.
        assert_eq!(*reading.status(), ClockStatus::MetLate { at: answered, late_by: TimeDelta::hours(8) });
        assert_eq!(policy.clock(ClockName::SAME_DAY_ANSWER).unwrap().clock().hardness(), hardness);
    }
}

/// S26-R04: return visits within a month of the installation.
#[track_caller]
fn visits(within: Term, installed: &str) -> String {
    let clock = Clock::new(ClockName::RETURN_VISITS, Anchor::INSTALLED);
    let policy = procedure("installed goods", "S26", ClockRule::new(clock, within));
    let never_complained = Complaint::new("W-1".parse().unwrap(), at(installed));
    assert_eq!(text(&policy, &never_complained, ClockName::RETURN_VISITS), "waits for `installed`");
    let goods = never_complained.with_event(Anchor::INSTALLED, at(installed));
    text(&policy, &goods, ClockName::RETURN_VISITS)
}

/// A19: by the same day of the next month, or within 30 days.
fn a19_month() -> Term {
    Term::months(1).with_end(End::END_OF_DAY)
}

fn a19_thirty_days() -> Term {
    Term::calendar_days(30).with_end(End::END_OF_DAY)
}

#[test]
fn w101_both_visits_by_the_same_day_of_the_next_month() {
    assert_eq!(visits(a19_month(), "Fri 2025-06-20 15:00"), "Sun 2025-07-20 24:00");
    assert_eq!(visits(a19_thirty_days(), "Fri 2025-06-20 15:00"), "Sun 2025-07-20 24:00");
}

#[test]
fn w102_both_visits_by_the_end_of_a_shorter_month() {
    assert_eq!(visits(a19_month(), "Sat 2026-01-31 15:00"), "Sat 2026-02-28 24:00");
    assert_eq!(visits(a19_thirty_days(), "Sat 2026-01-31 15:00"), "Mon 2026-03-02 24:00");
}

#[test]
fn w103_a_phase_without_a_number_is_undetermined() {
    let asked = complaint("Tue 2025-03-11 10:00", Category::PRODUCT_QUALITY);
    let signatures =
        Signatures { prepared: Role::HANDLER, reviewed: Role::MANAGER, approved: Role::SENIOR_MANAGEMENT };
    let days: Deadline = Term::working_days(5).with_end(End::END_OF_DAY).into();
    let (lost, set) = (PhaseLimit::NotSet, PhaseLimit::Within(days));
    let policy = SupplierQc::new(china().clone(), signatures, lost, set).build().unwrap();
    assert_eq!(
        text(&policy, &asked, ClockName::ROOT_CAUSE),
        "no target is set for `the days for the root-cause analysis (A24)`, expected one in the policy",
    );
    assert_eq!(text(&policy, &asked, ClockName::VERIFICATION), "Tue 2025-03-18 24:00");
}
