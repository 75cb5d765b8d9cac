//! Catalogue §9.4, W087 to W091: containment, returned goods and samples at a supplier of parts.

use redress::profiles::Supplier;
use redress::profiles::choice::ContainmentCount;
use redress::triage::answer::ClockOutcome;
use redress::triage::{Complaint, History, triage};
use redress::vocab::track::Containment;
use redress::vocab::{Category, Channel, ClockName, Department, Fact, Mark};

use super::support::{complaint, marked_by, received, routed, shown, so, supplier};

/// When each department's measure is due.
#[track_caller]
fn due(profile: Supplier, complaint: &Complaint) -> Vec<(Department, String)> {
    let policy = profile.build().unwrap();
    let triage = triage(&policy, complaint, &History::none()).unwrap();
    let clocks = triage.clocks_of(ClockName::CONTAINMENT).map(|clock| {
        assert_eq!(clock.rule().citation(), "S15-R18");
        let ClockOutcome::Due(due) = clock.outcome() else { panic!("no due date: {:?}", clock.outcome()) };
        // The very instant is in time.
        assert!(due.is_met_at(due.at()));
        (clock.department().unwrap(), shown(due.at()))
    });
    clocks.collect()
}

/// The message reaches one responsible department as it comes in.
fn told(department: Department, local: &str) -> Complaint {
    let complaint = received(local).with_category(Category::PRODUCT_QUALITY);
    let at = complaint.received();
    complaint.with_department(department, at)
}

#[track_caller]
fn due_once(profile: Supplier, complaint: &Complaint) -> String {
    let [(_, due)] = <[_; 1]>::try_from(due(profile, complaint)).unwrap();
    due
}

const ROLLED: ContainmentCount = ContainmentCount::Rolled;
const WORKING: ContainmentCount = ContainmentCount::Working;

fn w087() -> Complaint {
    told(Department::QUALITY, "Fri 2025-09-26 15:20")
}

#[test]
fn w087_the_weekend_does_not_stop_the_24_hours() {
    assert_eq!(due(supplier(), &w087()), [(Department::QUALITY, "Sat 2025-09-27 15:20".to_owned())]);
}

#[test]
fn w087_a23_on_a_weekend_it_rolls_to_the_make_up_sunday() {
    assert_eq!(due_once(supplier().with_containment(ROLLED), &w087()), "Sun 2025-09-28 15:20");
}

#[test]
fn w087_a23_working_hours_are_counted_from_nine_to_six() {
    // 2:40 on Friday, 9 h on the make-up Sunday, 9 h on Monday, 3:20 on Tuesday.
    assert_eq!(due_once(supplier().with_containment(WORKING), &w087()), "Tue 2025-09-30 12:20");
}

fn w088() -> Complaint {
    told(Department::RESPONSIBLE_DEPARTMENT, "Tue 2025-09-30 17:00")
}

#[test]
fn w088_national_day_does_not_stop_the_24_hours() {
    assert_eq!(due_once(supplier(), &w088()), "Wed 2025-10-01 17:00");
}

#[test]
fn w088_a23_on_national_day_it_rolls_past_the_holiday_to_the_same_time_of_day() {
    assert_eq!(due_once(supplier().with_containment(ROLLED), &w088()), "Thu 2025-10-09 17:00");
}

#[test]
fn w088_a23_working_hours_are_counted_after_the_holiday() {
    // 1 h on Tuesday, 9 h each on Thursday and Friday after the holiday, 5 h on the make-up Saturday.
    assert_eq!(due_once(supplier().with_containment(WORKING), &w088()), "Sat 2025-10-11 14:00");
}

fn w089() -> Complaint {
    let at = |local: &str| received(local).received();
    told(Department::SALES, "Mon 2026-03-02 09:00")
        .with_department(Department::PRODUCTION, at("Mon 2026-03-02 13:30"))
        .with_containment(Containment::RESHIP)
        .with_containment(Containment::REWORK)
}

#[test]
fn w089_each_department_contains_within_24_hours_of_its_own_receipt() {
    assert_eq!(
        due(supplier(), &w089()),
        [
            (Department::SALES, "Tue 2026-03-03 09:00".to_owned()),
            (Department::PRODUCTION, "Tue 2026-03-03 13:30".to_owned()),
        ]
    );
    let lines = routed(&supplier().build().unwrap(), &w089());
    let contained = lines.iter().filter(|line| line.starts_with("containment"));
    assert!(contained.eq(["containment sales S15-R19", "containment production S15-R21"]));
}

#[test]
fn w089_without_a_department_that_has_the_message_no_clock_runs_yet() {
    let policy = supplier().build().unwrap();
    let unknown = received("Mon 2026-03-02 09:00").with_category(Category::PRODUCT_QUALITY);
    let triage = triage(&policy, &unknown, &History::none()).unwrap();
    assert_eq!(triage.due(ClockName::CONTAINMENT), None);
}

// The track of the goods (return zone, return list S15-R10, state, disposal) belongs to the course of a case.
#[test]
fn w090_goods_that_come_back_without_a_message_are_a_complaint_of_their_own() {
    let policy = supplier().build().unwrap();
    let returned = complaint().with_channel(Channel::RETURNED_GOODS);
    // Nobody has said yet what is wrong with them, hence who owns them; everybody else knows.
    assert_eq!(
        routed(&policy, &returned),
        [
            "intake sales S15-R02",
            "intake finished-goods-warehouse S15-R07",
            "owner by category",
            "support quality S15-R08",
            "copy quality S15-R09",
        ]
    );
    // Once quality has confirmed the state, it is a case like any other.
    let confirmed = returned.with_category(Category::PRODUCT_QUALITY);
    assert_eq!(
        routed(&policy, &confirmed),
        [
            "intake sales S15-R02",
            "intake finished-goods-warehouse S15-R07",
            "owner quality S15-R03 S15-R11",
            "support quality S15-R08",
            "copy quality S15-R09",
        ]
    );
}

// The request to the customer (T10, the state stays investigating) belongs to the course of a case.
#[test]
fn w091_an_unclear_picture_asks_for_defect_samples() {
    let policy = supplier().build().unwrap();
    let unclear = so([Fact::DESCRIPTION_UNCLEAR]).with_category(Category::PRODUCT_QUALITY);
    assert_eq!(marked_by(&policy, &unclear, Mark::SAMPLES_NEEDED), ["S15-R12"]);
    let clear = complaint().with_category(Category::PRODUCT_QUALITY);
    assert!(marked_by(&policy, &clear, Mark::SAMPLES_NEEDED).is_empty());
}
