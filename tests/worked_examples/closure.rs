//! Catalogue §9.2: the closure limits of 24 hours and 2 days.

use redress::calendar::reading::MakeUpDays;
use redress::deadline::choice::{Bound, ClosedStart, FirstDay};
use redress::deadline::rule::ChangeEffect;
use redress::deadline::{Anchors, ClockRecord};
use redress::policy::clock::SeveralCategories;
use redress::profiles::Nev;
use redress::profiles::choice::{CutoffMeaning, HoursReading, LimitCount, NoticePeriod};
use redress::taxonomy::Taxonomy;
use redress::triage::{Complaint, History, triage};
use redress::vocab::{Anchor, Category, ClockName, Department};
use redress::word;

use super::support::{at, china, complaint, nev, received, shown, text};

fn a01_due_only(nev: Nev) -> Nev {
    nev.with_cutoff_meaning(CutoffMeaning::DueOnly)
}

fn a01_receipt_only(nev: Nev) -> Nev {
    nev.with_cutoff_meaning(CutoffMeaning::ReceiptOnly)
}

fn a02_elapsed(nev: Nev) -> Nev {
    nev.with_hours_as(HoursReading::Elapsed)
}

fn a03_working_days(nev: Nev) -> Nev {
    nev.with_count(LimitCount::WorkingDays)
}

fn a04_dispatched(nev: Nev) -> Nev {
    nev.with_start(Anchor::DISPATCHED)
}

fn a05_day_one(nev: Nev) -> Nev {
    nev.with_first_day(FirstDay::DayOne)
}

fn a06_next_working_day(nev: Nev) -> Nev {
    nev.with_closed_start(ClosedStart::NextWorkingDay)
}

fn a07_as_pattern(nev: Nev) -> Nev {
    nev.with_make_up_days(MakeUpDays::AsPattern)
}

fn a08_late(nev: Nev) -> Nev {
    nev.with_cutoff_bound(Bound::Exclusive)
}

fn a44_main_category(nev: Nev) -> Nev {
    nev.with_several_categories(SeveralCategories::Main)
}

#[test]
fn w033_one_day_from_a_tuesday_morning() {
    received("Tue 2025-03-11 10:00", Category::SALES_PROCESS)
        .due("Wed 2025-03-12 16:30")
        .because(["by 16:30", "1 calendar day to Wed 2025-03-12"])
        .under(a01_receipt_only, "Wed 2025-03-12 24:00")
        .under(a02_elapsed, "Wed 2025-03-12 10:00")
        .under(a05_day_one, "Tue 2025-03-11 16:30");
}

#[test]
fn w034_two_days_from_a_tuesday_morning() {
    received("Tue 2025-03-11 10:00", Category::PRODUCT_QUALITY)
        .due("Thu 2025-03-13 16:30")
        .because(["by 16:30", "2 calendar days to Thu 2025-03-13"]);
}

#[test]
fn w035_a_receipt_at_the_cutoff_is_in_time() {
    received("Tue 2025-03-11 16:30", Category::SERVICE_PROCESS)
        .due("Wed 2025-03-12 16:30")
        .because(["by 16:30", "1 calendar day to Wed 2025-03-12"])
        .under(a08_late, "Thu 2025-03-13 16:30 exclusive");
}

#[test]
fn w036_a_receipt_one_second_late_counts_for_the_next_day() {
    received("Tue 2025-03-11 16:30:01", Category::SALES_PROCESS)
        .due("Thu 2025-03-13 16:30")
        .because(["after 16:30: counts as Wed 2025-03-12", "1 calendar day to Thu 2025-03-13"])
        .under(a08_late, "Thu 2025-03-13 16:30 exclusive");
}

#[test]
fn w037_a_receipt_one_minute_late_counts_for_the_next_day() {
    received("Tue 2025-03-11 16:31", Category::SERVICE_PROCESS)
        .due("Thu 2025-03-13 16:30")
        .because(["after 16:30: counts as Wed 2025-03-12", "1 calendar day to Thu 2025-03-13"])
        .under(a01_due_only, "Wed 2025-03-12 16:30")
        .under(a02_elapsed, "Wed 2025-03-12 16:31");
}

#[test]
fn w038_late_wednesday_two_days_roll_over_the_weekend() {
    received("Wed 2025-03-12 16:45", Category::TECHNICAL_CAPABILITY)
        .due("Mon 2025-03-17 16:30")
        .because([
            "after 16:30: counts as Thu 2025-03-13",
            "2 calendar days to Sat 2025-03-15",
            "rolls past the weekend to Mon 2025-03-17",
        ])
        .under(a01_due_only, "Fri 2025-03-14 16:30");
}

#[test]
fn w039_late_thursday_spare_parts_roll_over_the_weekend() {
    received("Thu 2025-03-13 17:00", Category::SPARE_PARTS)
        .due("Mon 2025-03-17 16:30")
        .because([
            "after 16:30: counts as Fri 2025-03-14",
            "1 calendar day to Sat 2025-03-15",
            "rolls past the weekend to Mon 2025-03-17",
        ])
        .under(a01_due_only, "Fri 2025-03-14 16:30");
}

#[test]
fn w040_friday_spare_parts_rolls_over_the_weekend() {
    received("Fri 2025-03-14 10:00", Category::SPARE_PARTS)
        .due("Mon 2025-03-17 16:30")
        .because(["by 16:30", "1 calendar day to Sat 2025-03-15", "rolls past the weekend to Mon 2025-03-17"])
        .under(a02_elapsed, "Mon 2025-03-17 16:30");
}

#[test]
fn w041_two_days_from_friday_end_with_the_24_hours() {
    received("Fri 2025-03-14 10:00", Category::VEHICLE_DOCUMENTS)
        .due("Mon 2025-03-17 16:30")
        .because([
            "by 16:30",
            "2 calendar days to Sun 2025-03-16",
            "rolls past the weekend to Mon 2025-03-17",
        ])
        .under(a03_working_days, "Tue 2025-03-18 16:30");
}

#[test]
fn w042_late_friday_counts_as_saturday() {
    received("Fri 2025-03-14 17:00", Category::SALES_PROCESS)
        .due("Mon 2025-03-17 16:30")
        .because([
            "after 16:30: counts as Sat 2025-03-15",
            "1 calendar day to Sun 2025-03-16",
            "rolls past the weekend to Mon 2025-03-17",
        ])
        .under(a06_next_working_day, "Tue 2025-03-18 16:30");
}

#[test]
fn w043_received_on_a_saturday() {
    received("Sat 2025-03-15 11:00", Category::PRODUCT_QUALITY)
        .due("Mon 2025-03-17 16:30")
        .because(["by 16:30", "2 calendar days to Mon 2025-03-17"])
        .under(a03_working_days, "Tue 2025-03-18 16:30")
        .under(a06_next_working_day, "Wed 2025-03-19 16:30");
}

#[test]
fn w044_sunday_evening_counts_as_monday() {
    received("Sun 2025-03-16 20:00", Category::SALES_PROCESS)
        .due("Tue 2025-03-18 16:30")
        .because(["after 16:30: counts as Mon 2025-03-17", "1 calendar day to Tue 2025-03-18"])
        .under(a01_due_only, "Mon 2025-03-17 16:30");
}

#[test]
fn w045_rolls_to_the_make_up_sunday() {
    received("Fri 2025-01-24 10:00", Category::SALES_PROCESS)
        .due("Sun 2025-01-26 16:30")
        .because(["by 16:30", "1 calendar day to Sat 2025-01-25", "rolls past the weekend to Sun 2025-01-26"])
        .under(a07_as_pattern, "Mon 2025-01-27 16:30");
}

#[test]
fn w046_rolls_past_spring_festival() {
    received("Mon 2025-01-27 10:00", Category::PRODUCT_QUALITY)
        .due("Wed 2025-02-05 16:30")
        .because([
            "by 16:30",
            "2 calendar days to Wed 2025-01-29",
            "rolls past Spring Festival to Wed 2025-02-05",
        ])
        .under(a03_working_days, "Thu 2025-02-06 16:30");
}

#[test]
fn w047_due_on_a_make_up_saturday_stays() {
    received("Thu 2025-02-06 09:00", Category::TECHNICAL_CAPABILITY)
        .due("Sat 2025-02-08 16:30")
        .because(["by 16:30", "2 calendar days to Sat 2025-02-08"])
        .under(a07_as_pattern, "Mon 2025-02-10 16:30");
}

#[test]
fn w048_rolls_past_qingming() {
    received("Thu 2025-04-03 15:00", Category::SERVICE_PROCESS).due("Mon 2025-04-07 16:30").because([
        "by 16:30",
        "1 calendar day to Fri 2025-04-04",
        "rolls past Qingming to Mon 2025-04-07",
    ]);
}

#[test]
fn w049_ten_minutes_decide_over_four_days() {
    received("Wed 2025-04-02 16:40", Category::SERVICE_PROCESS)
        .due("Mon 2025-04-07 16:30")
        .because([
            "after 16:30: counts as Thu 2025-04-03",
            "1 calendar day to Fri 2025-04-04",
            "rolls past Qingming to Mon 2025-04-07",
        ])
        .under(a01_due_only, "Thu 2025-04-03 16:30");
    received("Wed 2025-04-02 16:30", Category::SERVICE_PROCESS)
        .due("Thu 2025-04-03 16:30")
        .because(["by 16:30", "1 calendar day to Thu 2025-04-03"]);
}

#[test]
fn w050_rolls_past_labour_day() {
    received("Wed 2025-04-30 09:00", Category::VEHICLE_DOCUMENTS)
        .due("Tue 2025-05-06 16:30")
        .because(["by 16:30", "2 calendar days to Fri 2025-05-02", "rolls past Labour Day to Tue 2025-05-06"])
        .under(a03_working_days, "Wed 2025-05-07 16:30");
}

#[test]
fn w051_two_days_roll_past_dragon_boat() {
    received("Thu 2025-05-29 14:00", Category::PRODUCT_QUALITY).due("Tue 2025-06-03 16:30").because([
        "by 16:30",
        "2 calendar days to Sat 2025-05-31",
        "rolls past Dragon Boat to Tue 2025-06-03",
    ]);
}

#[test]
fn w052_one_day_rolls_past_dragon_boat() {
    received("Fri 2025-05-30 11:00", Category::SPARE_PARTS).due("Tue 2025-06-03 16:30").because([
        "by 16:30",
        "1 calendar day to Sat 2025-05-31",
        "rolls past Dragon Boat to Tue 2025-06-03",
    ]);
}

#[test]
fn w053_due_on_a_make_up_sunday_stays() {
    received("Fri 2025-09-26 10:00", Category::PRODUCT_QUALITY)
        .due("Sun 2025-09-28 16:30")
        .because(["by 16:30", "2 calendar days to Sun 2025-09-28"])
        .under(a03_working_days, "Mon 2025-09-29 16:30")
        .under(a07_as_pattern, "Mon 2025-09-29 16:30");
}

#[test]
fn w054_rolls_past_national_day() {
    received("Mon 2025-09-29 16:00", Category::PRODUCT_QUALITY).due("Thu 2025-10-09 16:30").because([
        "by 16:30",
        "2 calendar days to Wed 2025-10-01",
        "rolls past National Day to Thu 2025-10-09",
    ]);
}

#[test]
fn w055_late_before_the_long_holiday() {
    received("Mon 2025-09-29 16:50", Category::SALES_PROCESS)
        .due("Thu 2025-10-09 16:30")
        .because([
            "after 16:30: counts as Tue 2025-09-30",
            "1 calendar day to Wed 2025-10-01",
            "rolls past National Day to Thu 2025-10-09",
        ])
        .under(a01_due_only, "Tue 2025-09-30 16:30")
        .under(a02_elapsed, "Tue 2025-09-30 16:50");
}

#[test]
fn w056_received_inside_the_holiday() {
    received("Sat 2025-10-04 12:00", Category::SERVICE_PROCESS)
        .due("Thu 2025-10-09 16:30")
        .because([
            "by 16:30",
            "1 calendar day to Sun 2025-10-05",
            "rolls past National Day to Thu 2025-10-09",
        ])
        .under(a06_next_working_day, "Fri 2025-10-10 16:30");
}

#[test]
fn w057_last_holiday_evening_counts_as_the_next_day() {
    received("Wed 2025-10-08 18:00", Category::SALES_PROCESS)
        .due("Fri 2025-10-10 16:30")
        .because(["after 16:30: counts as Thu 2025-10-09", "1 calendar day to Fri 2025-10-10"])
        .under(a01_due_only, "Thu 2025-10-09 16:30");
}

#[test]
fn w058_due_on_a_make_up_saturday_after_the_holiday() {
    received("Thu 2025-10-09 10:00", Category::PRODUCT_QUALITY)
        .due("Sat 2025-10-11 16:30")
        .because(["by 16:30", "2 calendar days to Sat 2025-10-11"])
        .under(a07_as_pattern, "Mon 2025-10-13 16:30");
}

#[test]
fn w059_rolls_past_new_year_to_the_make_up_sunday() {
    received("Wed 2025-12-31 10:00", Category::SALES_PROCESS)
        .due("Sun 2026-01-04 16:30")
        .because(["by 16:30", "1 calendar day to Thu 2026-01-01", "rolls past New Year to Sun 2026-01-04"])
        .under(a07_as_pattern, "Mon 2026-01-05 16:30");
}

#[test]
fn w060_the_reading_of_make_up_days_moves_the_limit_by_ten_days() {
    received("Thu 2026-02-12 10:00", Category::TECHNICAL_CAPABILITY)
        .due("Sat 2026-02-14 16:30")
        .because(["by 16:30", "2 calendar days to Sat 2026-02-14"])
        .under(a07_as_pattern, "Tue 2026-02-24 16:30");
}

#[test]
fn w061_rolls_past_spring_festival_2026() {
    received("Fri 2026-02-13 09:00", Category::PRODUCT_QUALITY).due("Tue 2026-02-24 16:30").because([
        "by 16:30",
        "2 calendar days to Sun 2026-02-15",
        "rolls past Spring Festival to Tue 2026-02-24",
    ]);
}

#[test]
fn w062_late_on_a_make_up_saturday() {
    received("Sat 2026-02-14 17:00", Category::SERVICE_PROCESS)
        .due("Tue 2026-02-24 16:30")
        .because([
            "after 16:30: counts as Sun 2026-02-15",
            "1 calendar day to Mon 2026-02-16",
            "rolls past Spring Festival to Tue 2026-02-24",
        ])
        .under(a06_next_working_day, "Wed 2026-02-25 16:30");
}

#[test]
fn w063_at_the_cutoff_before_qingming() {
    received("Thu 2026-04-02 16:30", Category::PRODUCT_QUALITY)
        .due("Tue 2026-04-07 16:30")
        .because(["by 16:30", "2 calendar days to Sat 2026-04-04", "rolls past Qingming to Tue 2026-04-07"])
        .under(a08_late, "Tue 2026-04-07 16:30 exclusive");
}

#[test]
fn w064_rolls_past_labour_day_2026() {
    received("Wed 2026-04-29 10:00", Category::VEHICLE_DOCUMENTS).due("Wed 2026-05-06 16:30").because([
        "by 16:30",
        "2 calendar days to Fri 2026-05-01",
        "rolls past Labour Day to Wed 2026-05-06",
    ]);
}

#[test]
fn w065_one_day_to_a_make_up_saturday() {
    received("Fri 2026-05-08 10:00", Category::SALES_PROCESS)
        .due("Sat 2026-05-09 16:30")
        .because(["by 16:30", "1 calendar day to Sat 2026-05-09"])
        .under(a07_as_pattern, "Mon 2026-05-11 16:30");
}

#[test]
fn w066_late_before_dragon_boat() {
    received("Wed 2026-06-17 17:30", Category::SALES_PROCESS)
        .due("Mon 2026-06-22 16:30")
        .because([
            "after 16:30: counts as Thu 2026-06-18",
            "1 calendar day to Fri 2026-06-19",
            "rolls past Dragon Boat to Mon 2026-06-22",
        ])
        .under(a01_due_only, "Thu 2026-06-18 16:30");
}

#[test]
fn w067_rolls_past_mid_autumn() {
    received("Thu 2026-09-24 10:00", Category::TECHNICAL_CAPABILITY)
        .due("Mon 2026-09-28 16:30")
        .because(["by 16:30", "2 calendar days to Sat 2026-09-26", "rolls past Mid-Autumn to Mon 2026-09-28"])
        .under(a03_working_days, "Tue 2026-09-29 16:30");
}

#[test]
fn w068_one_minute_before_the_cutoff() {
    received("Wed 2026-09-30 16:29", Category::SPARE_PARTS)
        .due("Thu 2026-10-08 16:30")
        .because([
            "by 16:30",
            "1 calendar day to Thu 2026-10-01",
            "rolls past National Day to Thu 2026-10-08",
        ])
        .under(a05_day_one, "Wed 2026-09-30 16:30");
}

#[test]
fn w069_due_on_a_make_up_saturday_after_national_day() {
    received("Thu 2026-10-08 10:00", Category::PRODUCT_QUALITY)
        .due("Sat 2026-10-10 16:30")
        .because(["by 16:30", "2 calendar days to Sat 2026-10-10"])
        .under(a07_as_pattern, "Mon 2026-10-12 16:30");
}

#[test]
fn w070_runs_from_the_receipt_and_not_from_the_dispatch() {
    received("Tue 2025-03-11 10:00", Category::SALES_PROCESS)
        .with(Anchor::DISPATCHED, "Wed 2025-03-12 09:00")
        .due("Wed 2025-03-12 16:30")
        .because(["by 16:30", "1 calendar day to Wed 2025-03-12"])
        .under(a04_dispatched, "Thu 2025-03-13 16:30");
}

#[test]
fn w071_of_two_categories_the_earliest_limit_counts() {
    received("Tue 2025-03-11 10:00", Category::PRODUCT_QUALITY)
        .and(Category::SERVICE_PROCESS)
        .due("Wed 2025-03-12 16:30")
        .because(["by 16:30", "1 calendar day to Wed 2025-03-12"])
        .under(a44_main_category, "Thu 2025-03-13 16:30");
}

#[test]
fn w072_a_changed_category_counts_from_the_original_start() {
    let from_start = reclassified(nev());
    assert_eq!(from_start, "Wed 2025-03-12 16:30");
    let from_change = reclassified(nev().with_on_change(ChangeEffect::Restart));
    assert_eq!(from_change, "Thu 2025-03-13 16:30");
}

/// When the complaint of W072 is due once it is filed under another category.
#[track_caller]
pub(crate) fn reclassified(nev: Nev) -> String {
    let policy = nev.build().unwrap();
    let rule = policy.clock(ClockName::CLOSURE).unwrap();
    let limit = |category| rule.target(Some(category), None).unwrap().deadline().clone();
    let received = Anchors::received(at("Tue 2025-03-11 10:00"));
    let mut record = ClockRecord::new(limit(Category::PRODUCT_QUALITY), received);
    let due = rule.clock().projected_due(china(), &record, at("Tue 2025-03-11 10:00")).unwrap();
    assert_eq!(shown(china(), due), "Thu 2025-03-13 16:30");
    let changed = at("Wed 2025-03-12 09:00");
    record.change(rule.clock(), changed, limit(Category::SERVICE_PROCESS)).unwrap();
    let (due, trace) = rule.clock().explain(china(), &record, changed).unwrap();
    assert_eq!(rule.clock().projected_due(china(), &record, changed), Ok(due));
    assert!(
        matches!(trace.steps().last(), Some(redress::deadline::explanation::TraceStep::Due { at, bound, .. })
        if (*at, *bound) == (due.at(), due.bound()))
    );
    shown(china(), due)
}

#[test]
fn w073_a_category_without_a_limit_is_undetermined() {
    let gossip = word!(Category, "acme:gossip");
    let owners = Category::ALL.iter().chain([&gossip]).map(|&category| (category, Department::DEALER));
    let policy = Nev::new(china().clone(), owners, NoticePeriod::Days(7))
        .taxonomy(Taxonomy::standard().with_word(gossip))
        .build()
        .unwrap();
    let missing = "the policy sets no target for category `acme:gossip`; add one";
    let complaint = complaint("Tue 2025-03-11 10:00", gossip);
    assert_eq!(text(&policy, &complaint, ClockName::CLOSURE), missing);
    let triage_of = |complaint| triage(&policy, complaint, &History::none()).unwrap();
    let standing = triage_of(&complaint).standing(at("Tue 2025-03-11 10:00"));
    assert_eq!(standing.unwrap_err().to_string(), missing, "no limit is not within the limit");

    // Beside a category with a limit it is not passed over.
    let both = complaint.with_category(Category::SALES_PROCESS);
    assert_eq!(text(&policy, &both, ClockName::CLOSURE), missing);

    let none = Complaint::new("W-1".parse().unwrap(), at("Tue 2025-03-11 10:00"));
    let missing = "the policy sets no target for a complaint without a category; add one";
    assert_eq!(text(&policy, &none, ClockName::CLOSURE), missing);
}
