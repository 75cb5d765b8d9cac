//! Catalogue §9.3: standing, unclosed complaints, projects and forced closure.

use redress::deadline::choice::Bound;
use redress::policy::Policy;
use redress::policy::track::ForcedClosureTest;
use redress::profiles::Nev;
use redress::profiles::choice::{NoticePeriod, ProjectLimit, ProjectStart};
use redress::triage::{Complaint, History, Owner, triage};
use redress::vocab::organisation::Report;
use redress::vocab::{Anchor, Category, ClockName, Department, Fact, Standing};

use super::support::{at, china, complaint, nev, shown, text, texts};

/// The complaint of W040, due on Monday 2025-03-17 at 16:30.
fn due_on_monday() -> Complaint {
    complaint("Fri 2025-03-14 10:00", Category::SPARE_PARTS)
}

#[track_caller]
fn standing(policy: &Policy, complaint: &Complaint, now: &str) -> Option<Standing> {
    triage(policy, complaint, &History::none()).unwrap().standing(at(now)).unwrap()
}

#[test]
fn w074_closed_at_the_due_instant_is_closed_in_time() {
    let closed = due_on_monday().with_event(Anchor::CLOSED, at("Mon 2025-03-17 16:30"));
    let now = "Tue 2025-03-18 09:00";
    let in_time = nev().build().unwrap();
    assert_eq!(standing(&in_time, &closed, now), Some(Standing::ClosedInTime));
    let a08_late = nev().with_cutoff_bound(Bound::Exclusive).build().unwrap();
    assert_eq!(standing(&a08_late, &closed, now), Some(Standing::ClosedLate));
}

#[test]
fn w075_closed_one_second_later_is_closed_late() {
    let closed = due_on_monday().with_event(Anchor::CLOSED, at("Mon 2025-03-17 16:30:01"));
    let policy = nev().build().unwrap();
    assert_eq!(standing(&policy, &closed, "Mon 2025-03-17 16:30:01"), Some(Standing::ClosedLate));
    // For ever: it never becomes a project.
    assert_eq!(standing(&policy, &closed, "Thu 2026-12-31 23:59"), Some(Standing::ClosedLate));
}

#[test]
fn w076_still_open_after_the_due_instant_is_unclosed() {
    let (policy, open) = (nev().build().unwrap(), due_on_monday());
    assert_eq!(standing(&policy, &open, "Mon 2025-03-17 16:30"), Some(Standing::OnTime));
    assert_eq!(standing(&policy, &open, "Mon 2025-03-17 16:31"), Some(Standing::Unclosed));
    // The next list of unclosed complaints: here the sample's, of every seven days.
    let list = policy.report(Report::UNCLOSED_NOTICE).unwrap();
    assert_eq!(list.next(china(), at("Mon 2025-03-17 16:30")), Ok(at("Mon 2025-03-24 00:00")));
}

#[test]
fn w078_exactly_three_months_are_not_more_than_three() {
    let (policy, open) = (nev().build().unwrap(), due_on_monday());
    assert_eq!(text(&policy, &open, ClockName::PROJECT), "Sat 2025-06-14 24:00");
    assert_eq!(standing(&policy, &open, "Sat 2025-06-14 00:00"), Some(Standing::Unclosed));
    assert_eq!(standing(&policy, &open, "Sat 2025-06-14 23:59:59"), Some(Standing::Unclosed));
    let a10_ninety_days = nev().with_project_limit(ProjectLimit::NinetyDays).build().unwrap();
    assert_eq!(standing(&a10_ninety_days, &open, "Sat 2025-06-14 00:00"), Some(Standing::ProjectDue));
}

#[test]
fn w079_a_day_more_than_three_months_is_a_project() {
    let open = due_on_monday();
    let turns = |nev: Nev, limit: &str, last: &str, first: &str| {
        let policy = nev.build().unwrap();
        assert_eq!(text(&policy, &open, ClockName::PROJECT), limit);
        assert_eq!(standing(&policy, &open, last), Some(Standing::Unclosed));
        assert_eq!(standing(&policy, &open, first), Some(Standing::ProjectDue));
    };
    turns(nev(), "Sat 2025-06-14 24:00", "Sat 2025-06-14 23:59:59", "Sun 2025-06-15 00:00");
    let a10_ninety_days = nev().with_project_limit(ProjectLimit::NinetyDays);
    turns(a10_ninety_days, "Thu 2025-06-12 24:00", "Thu 2025-06-12 23:59:59", "Fri 2025-06-13 00:00");
    let a11_due_date = nev().with_project_start(ProjectStart::DueDate);
    turns(a11_due_date, "Tue 2025-06-17 24:00", "Tue 2025-06-17 23:59:59", "Wed 2025-06-18 00:00");
}

#[test]
fn w080_three_months_end_with_a_shorter_month() {
    let open = complaint("Sun 2025-11-30 10:00", Category::PRODUCT_QUALITY);
    let policy = nev().build().unwrap();
    assert_eq!(text(&policy, &open, ClockName::PROJECT), "Sat 2026-02-28 24:00");
    assert_eq!(standing(&policy, &open, "Sat 2026-02-28 23:59:59"), Some(Standing::Unclosed));
    assert_eq!(standing(&policy, &open, "Sun 2026-03-01 00:00"), Some(Standing::ProjectDue));
    let a10_ninety_days = nev().with_project_limit(ProjectLimit::NinetyDays).build().unwrap();
    assert_eq!(text(&a10_ninety_days, &open, ClockName::PROJECT), "Sat 2026-02-28 24:00");
    assert_eq!(standing(&a10_ninety_days, &open, "Sun 2026-03-01 00:00"), Some(Standing::ProjectDue));
}

#[test]
fn w081_the_project_clock_does_not_roll() {
    let open = complaint("Sat 2025-05-31 10:00", Category::PRODUCT_QUALITY);
    let policy = nev().build().unwrap();
    assert_eq!(text(&policy, &open, ClockName::PROJECT), "Sun 2025-08-31 24:00");
    assert_eq!(standing(&policy, &open, "Sun 2025-08-31 23:59:59"), Some(Standing::Unclosed));
    assert_eq!(standing(&policy, &open, "Mon 2025-09-01 00:00"), Some(Standing::ProjectDue));
    let a10_ninety_days = nev().with_project_limit(ProjectLimit::NinetyDays).build().unwrap();
    assert_eq!(text(&a10_ninety_days, &open, ClockName::PROJECT), "Fri 2025-08-29 24:00");
    assert_eq!(standing(&a10_ninety_days, &open, "Fri 2025-08-29 23:59:59"), Some(Standing::Unclosed));
    assert_eq!(standing(&a10_ninety_days, &open, "Sat 2025-08-30 00:00"), Some(Standing::ProjectDue));
}

/// A complaint of a kind that the company lists, or has no solution for, or both.
fn with_facts(facts: &[Fact]) -> Complaint {
    let complaint = complaint("Tue 2025-06-03 10:00", Category::SERVICE_PROCESS);
    facts.iter().fold(complaint, |complaint, &fact| complaint.with_fact(fact, 1))
}

#[track_caller]
fn is_dispatched(reading: ForcedClosureTest, facts: &[Fact]) {
    let (policy, complaint) = (nev().with_forced_closure(reading).build().unwrap(), with_facts(facts));
    let triage = triage(&policy, &complaint, &History::none()).unwrap();
    assert!(matches!(triage.owner(), Owner::Row(_)), "{:?}", triage.owner());
    assert_eq!(triage.department(), Some(Department::DEALER));
    assert_eq!(texts(&triage, ClockName::CLOSURE), ["Wed 2025-06-04 16:30"]);
}

#[track_caller]
fn is_closed_by_force(reading: ForcedClosureTest, facts: &[Fact]) {
    let (policy, complaint) = (nev().with_forced_closure(reading).build().unwrap(), with_facts(facts));
    let triage = triage(&policy, &complaint, &History::none()).unwrap();
    assert!(matches!(triage.owner(), Owner::NotDispatched(_)), "{:?}", triage.owner());
    assert_eq!(triage.department(), None);
    for clock in policy.clocks() {
        assert_eq!(texts(&triage, clock.name()), ["exempt"], "{}", clock.name());
    }
    assert_eq!(triage.standing(at("Wed 2025-12-31 00:00")), Ok(None));
}

const BOTH: ForcedClosureTest = ForcedClosureTest::ListAndNoSolution;
const LIST: ForcedClosureTest = ForcedClosureTest::ListAlone;

#[test]
fn w082_on_the_list_without_a_solution_is_closed_by_force() {
    let facts = [Fact::ON_FORCED_CLOSURE_LIST, Fact::NO_SOLUTION_NOW];
    is_closed_by_force(BOTH, &facts);
    is_closed_by_force(LIST, &facts);
}

#[test]
fn w083_on_the_list_with_a_solution_is_dispatched() {
    let facts = [Fact::ON_FORCED_CLOSURE_LIST];
    is_dispatched(BOTH, &facts);
    is_closed_by_force(LIST, &facts);
}

#[test]
fn w084_without_a_solution_but_on_no_list_is_dispatched() {
    let facts = [Fact::NO_SOLUTION_NOW];
    is_dispatched(BOTH, &facts);
    is_dispatched(LIST, &facts);
}

#[test]
fn w085_a_solution_found_later_is_dispatched_with_a_clock_from_the_reopening() {
    let policy = nev().build().unwrap();
    let forced = with_facts(&[Fact::ON_FORCED_CLOSURE_LIST, Fact::NO_SOLUTION_NOW]);
    let reopened =
        forced.with_fact(Fact::NO_SOLUTION_NOW, 0).with_event(Anchor::REOPENED, at("Wed 2025-06-11 10:00"));
    let triage = triage(&policy, &reopened, &History::none()).unwrap();
    assert_eq!(triage.department(), Some(Department::DEALER));
    let target =
        policy.clock(ClockName::CLOSURE).unwrap().target(Some(Category::SERVICE_PROCESS), None).unwrap();
    let due = target.deadline().due(china(), Anchor::REOPENED, reopened.anchors()).unwrap();
    assert_eq!(shown(china(), due), "Thu 2025-06-12 16:30");
}

#[test]
fn w086_a_notice_without_a_period_has_no_date() {
    let owners = Category::ALL.iter().map(|&category| (category, Department::DEALER));
    let not_set = Nev::new(china().clone(), owners, NoticePeriod::NotSet).build().unwrap();
    let list = not_set.report(Report::UNCLOSED_NOTICE).unwrap();
    assert_eq!(
        list.next(china(), at("Mon 2025-03-17 16:30")).unwrap_err().to_string(),
        "report `unclosed-notice` has no period yet; \
         set the parameter `the period of the unclosed notice (A38)` in the policy",
    );
    assert_eq!(text(&not_set, &due_on_monday(), ClockName::CLOSURE), "Mon 2025-03-17 16:30");
    assert_eq!(standing(&not_set, &due_on_monday(), "Mon 2025-03-17 16:31"), Some(Standing::Unclosed));
}
