//! Catalogue §7: every reading of the ambiguities that `Nev` offers can be chosen, and is another one.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use chrono_tz::Europe::Berlin;
use redress::calendar::Calendar;
use redress::calendar::reading::MakeUpDays;
use redress::deadline::choice::{Bound, ClosedStart, FirstDay};
use redress::deadline::rule::ChangeEffect;
use redress::policy::clock::{ClockScope, SeveralCategories};
use redress::policy::track::ForcedClosureTest;
use redress::profiles::Nev;
use redress::profiles::choice::{
    CutoffMeaning, HoursReading, LimitCount, ProjectLimit, ProjectStart, RolledEnd,
};
use redress::taxonomy::Taxonomy;
use redress::triage::answer::ClockTriage;
use redress::triage::{Complaint, History, triage};
use redress::vocab::{Anchor, Category, ClockName, Department, Fact, Standing};
use redress::word;

use super::china::calendar_in;
use super::closure::reclassified;
use super::support::{at, at_in, complaint, nev, nev_by, text, texts};

/// Checks what a clock comes to in each reading, and that no two readings come to the same.
#[track_caller]
fn differ<const N: usize>(complaint: &Complaint, clock: ClockName, readings: [(Nev, &str); N]) {
    let distinct: BTreeSet<&str> = readings.iter().map(|(_, expected)| *expected).collect();
    assert_eq!(distinct.len(), N, "readings that are the same");
    for (nev, expected) in readings {
        assert_eq!(text(&nev.build().unwrap(), complaint, clock), expected);
    }
}

/// Checks what the closure comes to in each reading.
#[track_caller]
fn closures<const N: usize>(received: &str, category: Category, readings: [(Nev, &str); N]) {
    differ(&complaint(received, category), ClockName::CLOSURE, readings);
}

#[test]
fn a01_every_reading_is_selectable() {
    let meaning = |reading| nev().with_cutoff_meaning(reading);
    // W037
    closures(
        "Tue 2025-03-11 16:31",
        Category::SERVICE_PROCESS,
        [
            (meaning(CutoffMeaning::DayBoundary), "Thu 2025-03-13 16:30"),
            (meaning(CutoffMeaning::DueOnly), "Wed 2025-03-12 16:30"),
            (meaning(CutoffMeaning::ReceiptOnly), "Thu 2025-03-13 24:00"),
            (nev().with_cutoff(None), "Wed 2025-03-12 24:00"),
        ],
    );
}

#[test]
fn a02_every_reading_is_selectable() {
    // W037
    closures(
        "Tue 2025-03-11 16:31",
        Category::SERVICE_PROCESS,
        [
            (nev().with_hours_as(HoursReading::Days), "Thu 2025-03-13 16:30"),
            (nev().with_hours_as(HoursReading::Elapsed), "Wed 2025-03-12 16:31"),
        ],
    );
}

#[test]
fn a03_every_reading_is_selectable() {
    // W041
    closures(
        "Fri 2025-03-14 10:00",
        Category::VEHICLE_DOCUMENTS,
        [
            (nev().with_count(LimitCount::CalendarDays), "Mon 2025-03-17 16:30"),
            (nev().with_count(LimitCount::WorkingDays), "Tue 2025-03-18 16:30"),
        ],
    );
}

#[test]
fn a04_every_reading_is_selectable() {
    // W070, and two more steps
    let handled = complaint("Tue 2025-03-11 10:00", Category::SALES_PROCESS)
        .with_event(Anchor::REGISTERED, at("Tue 2025-03-11 17:00"))
        .with_event(Anchor::DISPATCHED, at("Thu 2025-03-13 09:00"))
        .with_event(Anchor::DEPARTMENT_RECEIVED, at("Fri 2025-03-14 09:00"));
    differ(
        &handled,
        ClockName::CLOSURE,
        [
            (nev().with_start(Anchor::RECEIVED), "Wed 2025-03-12 16:30"),
            (nev().with_start(Anchor::REGISTERED), "Thu 2025-03-13 16:30"),
            (nev().with_start(Anchor::DISPATCHED), "Fri 2025-03-14 16:30"),
            (nev().with_start(Anchor::DEPARTMENT_RECEIVED), "Mon 2025-03-17 16:30"),
        ],
    );
    // An event that has not happened is no reason to count from another one.
    closures(
        "Tue 2025-03-11 10:00",
        Category::SALES_PROCESS,
        [
            (nev().with_start(Anchor::REGISTERED), "waits for `registered`"),
            (nev().with_start(Anchor::DISPATCHED), "waits for `dispatched`"),
            (nev().with_start(Anchor::DEPARTMENT_RECEIVED), "waits for `department-received`"),
        ],
    );
}

#[test]
fn a05_every_reading_is_selectable() {
    // W068
    closures(
        "Wed 2026-09-30 16:29",
        Category::SPARE_PARTS,
        [
            (nev().with_first_day(FirstDay::DayZero), "Thu 2026-10-08 16:30"),
            (nev().with_first_day(FirstDay::DayOne), "Wed 2026-09-30 16:30"),
        ],
    );
}

#[test]
fn a06_every_reading_is_selectable() {
    // W042
    closures(
        "Fri 2025-03-14 17:00",
        Category::SALES_PROCESS,
        [
            (nev().with_closed_start(ClosedStart::Keep), "Mon 2025-03-17 16:30"),
            (nev().with_closed_start(ClosedStart::NextWorkingDay), "Tue 2025-03-18 16:30"),
        ],
    );
}

#[test]
fn a07_every_reading_is_selectable() {
    // W060
    closures(
        "Thu 2026-02-12 10:00",
        Category::TECHNICAL_CAPABILITY,
        [
            (nev().with_make_up_days(MakeUpDays::Working), "Sat 2026-02-14 16:30"),
            (nev().with_make_up_days(MakeUpDays::AsPattern), "Tue 2026-02-24 16:30"),
        ],
    );
}

#[test]
fn a08_every_reading_is_selectable() {
    // W035
    closures(
        "Tue 2025-03-11 16:30",
        Category::SERVICE_PROCESS,
        [
            (nev().with_cutoff_bound(Bound::Inclusive), "Wed 2025-03-12 16:30"),
            (nev().with_cutoff_bound(Bound::Exclusive), "Thu 2025-03-13 16:30 exclusive"),
        ],
    );
    // A rolled due date and elapsed hours are judged alike.
    let late = || nev().with_cutoff_bound(Bound::Exclusive);
    closures(
        "Fri 2025-03-14 10:00",
        Category::SPARE_PARTS,
        [
            (late(), "Mon 2025-03-17 16:30 exclusive"),
            (late().with_rolled_end(RolledEnd::Opening), "Mon 2025-03-17 09:00 exclusive"),
            (late().with_rolled_end(RolledEnd::SameTime), "Mon 2025-03-17 10:00 exclusive"),
        ],
    );
    closures(
        "Tue 2025-03-11 10:00",
        Category::SPARE_PARTS,
        [
            (late().with_hours_as(HoursReading::Elapsed), "Wed 2025-03-12 10:00 exclusive"),
            (nev().with_hours_as(HoursReading::Elapsed), "Wed 2025-03-12 10:00"),
        ],
    );
}

#[test]
fn a09_every_reading_is_selectable() {
    // W040
    closures(
        "Fri 2025-03-14 10:00",
        Category::SPARE_PARTS,
        [
            (nev().with_rolled_end(RolledEnd::Cutoff), "Mon 2025-03-17 16:30"),
            (nev().with_rolled_end(RolledEnd::Opening), "Mon 2025-03-17 09:00"),
            (nev().with_rolled_end(RolledEnd::SameTime), "Mon 2025-03-17 10:00"),
            (nev().with_rolled_end(RolledEnd::NoRoll), "Sat 2025-03-15 16:30"),
        ],
    );
    let elapsed = |reading| nev().with_hours_as(HoursReading::Elapsed).with_rolled_end(reading);
    closures(
        "Fri 2025-03-14 10:00",
        Category::SPARE_PARTS,
        [
            (elapsed(RolledEnd::Cutoff), "Mon 2025-03-17 16:30"),
            (elapsed(RolledEnd::Opening), "Mon 2025-03-17 09:00"),
            (elapsed(RolledEnd::SameTime), "Mon 2025-03-17 10:00"),
            (elapsed(RolledEnd::NoRoll), "Sat 2025-03-15 10:00"),
        ],
    );
}

#[test]
fn a10_every_reading_is_selectable() {
    // W079
    differ(
        &complaint("Fri 2025-03-14 10:00", Category::SPARE_PARTS),
        ClockName::PROJECT,
        [
            (nev().with_project_limit(ProjectLimit::ThreeMonths), "Sat 2025-06-14 24:00"),
            (nev().with_project_limit(ProjectLimit::NinetyDays), "Thu 2025-06-12 24:00"),
        ],
    );
}

#[test]
fn a11_every_reading_is_selectable() {
    // W079, dispatched the next morning
    let open = complaint("Fri 2025-03-14 10:00", Category::SPARE_PARTS);
    let dispatched = open.clone().with_event(Anchor::DISPATCHED, at("Sat 2025-03-15 09:00"));
    differ(
        &dispatched,
        ClockName::PROJECT,
        [
            (nev().with_project_start(ProjectStart::Received), "Sat 2025-06-14 24:00"),
            (nev().with_project_start(ProjectStart::Dispatched), "Sun 2025-06-15 24:00"),
            (nev().with_project_start(ProjectStart::DueDate), "Tue 2025-06-17 24:00"),
        ],
    );
    let waits = nev().with_project_start(ProjectStart::Dispatched).build().unwrap();
    assert_eq!(text(&waits, &open, ClockName::PROJECT), "waits for `dispatched`");
}

#[test]
fn a12_every_reading_is_selectable() {
    // W083
    let listed =
        complaint("Tue 2025-03-11 10:00", Category::SALES_PROCESS).with_fact(Fact::ON_FORCED_CLOSURE_LIST, 1);
    differ(
        &listed,
        ClockName::CLOSURE,
        [
            (nev().with_forced_closure(ForcedClosureTest::ListAndNoSolution), "Wed 2025-03-12 16:30"),
            (nev().with_forced_closure(ForcedClosureTest::ListAlone), "exempt"),
        ],
    );
}

#[test]
fn a28_the_six_limits_pair_by_position_unless_set() {
    let by_position = [
        (Category::PRODUCT_QUALITY, "S23-R01", "Thu 2025-03-13 16:30"),
        (Category::SALES_PROCESS, "S23-R02", "Wed 2025-03-12 16:30"),
        (Category::SPARE_PARTS, "S23-R03", "Wed 2025-03-12 16:30"),
        (Category::TECHNICAL_CAPABILITY, "S23-R04", "Thu 2025-03-13 16:30"),
        (Category::SERVICE_PROCESS, "S23-R05", "Wed 2025-03-12 16:30"),
        (Category::VEHICLE_DOCUMENTS, "S23-R06", "Thu 2025-03-13 16:30"),
    ];
    assert_eq!(by_position.len(), Category::ALL.len());
    let policy = nev().build().unwrap();
    for (category, element, due) in by_position {
        let complaint = complaint("Tue 2025-03-11 10:00", category);
        assert_eq!(text(&policy, &complaint, ClockName::CLOSURE), due, "{category}");
        let explanation = triage(&policy, &complaint, &History::none()).unwrap().explain();
        let target = explanation.clocks()[0].target().unwrap();
        assert_eq!((target.category(), target.citation()), (Some(category), element));
    }
    closures(
        "Tue 2025-03-11 10:00",
        Category::SALES_PROCESS,
        [
            (nev(), "Wed 2025-03-12 16:30"),
            (nev().with_limit_days(Category::SALES_PROCESS, 2), "Thu 2025-03-13 16:30"),
            (nev().with_limit_hours(Category::SALES_PROCESS, 72), "Fri 2025-03-14 16:30"),
        ],
    );
    closures(
        "Tue 2025-03-11 10:00",
        Category::PRODUCT_QUALITY,
        [
            (nev().with_hours_as(HoursReading::Elapsed), "Thu 2025-03-13 16:30"),
            (
                nev().with_hours_as(HoursReading::Elapsed).with_limit_hours(Category::PRODUCT_QUALITY, 48),
                "Thu 2025-03-13 10:00",
            ),
        ],
    );
    // A category of one's own gets a limit in the same way.
    let gossip = word!(Category, "sales-process.gossip");
    let own = || nev().taxonomy(Taxonomy::standard().with_word(gossip));
    closures(
        "Tue 2025-03-11 10:00",
        gossip,
        [
            (own(), "Wed 2025-03-12 16:30"), // that of its parent
            (own().with_limit_days(gossip, 2), "Thu 2025-03-13 16:30"),
        ],
    );
}

#[test]
fn a36_due_dates_are_local_civil_times_of_any_zone() {
    static BERLIN: LazyLock<Calendar> = LazyLock::new(|| calendar_in(Berlin));
    let policy = nev_by(&BERLIN).build().unwrap();
    let closure = |received, category| {
        let complaint = Complaint::new("W-1".parse().unwrap(), received).with_category(category);
        text(&policy, &complaint, ClockName::CLOSURE)
    };
    // The rows hold by any wall clock: W033, W036, W038, W055, W060.
    for (local, category, due) in [
        ("Tue 2025-03-11 10:00", Category::SALES_PROCESS, "Wed 2025-03-12 16:30"),
        ("Tue 2025-03-11 16:30:01", Category::SALES_PROCESS, "Thu 2025-03-13 16:30"),
        ("Wed 2025-03-12 16:45", Category::TECHNICAL_CAPABILITY, "Mon 2025-03-17 16:30"),
        ("Mon 2025-09-29 16:50", Category::SALES_PROCESS, "Thu 2025-10-09 16:30"),
        ("Thu 2026-02-12 10:00", Category::TECHNICAL_CAPABILITY, "Sat 2026-02-14 16:30"),
        // Over the change to summer time in the night to Sunday 2025-03-30.
        ("Fri 2025-03-28 16:30", Category::SALES_PROCESS, "Mon 2025-03-31 16:30"),
    ] {
        assert_eq!(closure(at_in(&BERLIN, local), category), due);
    }
    // One instant is before the cut-off by one wall clock and after it by another.
    let instant = at("Tue 2025-03-11 17:00");
    assert_eq!(instant, at_in(&BERLIN, "Tue 2025-03-11 10:00"));
    assert_eq!(closure(instant, Category::SALES_PROCESS), "Wed 2025-03-12 16:30");
    closures("Tue 2025-03-11 17:00", Category::SALES_PROCESS, [(nev(), "Thu 2025-03-13 16:30")]);
}

#[test]
fn a43_one_clock_per_case_or_one_per_department() {
    let shared = complaint("Tue 2025-03-11 09:00", Category::SALES_PROCESS)
        .with_department(Department::DEALER, at("Tue 2025-03-11 10:00"))
        .with_department(Department::QUALITY, at("Wed 2025-03-12 17:00"));
    let per_case = nev().with_scope(ClockScope::Case).build().unwrap();
    assert_eq!(text(&per_case, &shared, ClockName::CLOSURE), "Wed 2025-03-12 16:30");

    let per_department = nev().with_scope(ClockScope::Department).build().unwrap();
    let both = triage(&per_department, &shared, &History::none()).unwrap();
    let departments: Vec<_> = both.clocks_of(ClockName::CLOSURE).map(ClockTriage::department).collect();
    assert_eq!(departments, [Some(Department::DEALER), Some(Department::QUALITY)]);
    assert_eq!(texts(&both, ClockName::CLOSURE), ["Wed 2025-03-12 16:30", "Fri 2025-03-14 16:30"]);
    let earliest = both.clocks_of(ClockName::CLOSURE).next().and_then(ClockTriage::due);
    assert_eq!(both.due(ClockName::CLOSURE), earliest);
    assert_eq!(both.standing(at("Wed 2025-03-12 16:31")), Ok(Some(Standing::Unclosed)));

    let nobody_yet = complaint("Tue 2025-03-11 09:00", Category::SALES_PROCESS);
    assert_eq!(text(&per_department, &nobody_yet, ClockName::CLOSURE), "waits for `department-received`",);
}

#[test]
fn a44_every_reading_is_selectable() {
    // W071
    let several = |reading| nev().with_several_categories(reading);
    let both = |main, other| complaint("Tue 2025-03-11 10:00", main).with_category(other);
    differ(
        &both(Category::PRODUCT_QUALITY, Category::SERVICE_PROCESS),
        ClockName::CLOSURE,
        [
            (several(SeveralCategories::Earliest), "Wed 2025-03-12 16:30"),
            (several(SeveralCategories::Main), "Thu 2025-03-13 16:30"),
        ],
    );
    // The earliest limit does not ask which category is the main one.
    for reading in [SeveralCategories::Earliest, SeveralCategories::Main] {
        let swapped = both(Category::SERVICE_PROCESS, Category::PRODUCT_QUALITY);
        differ(&swapped, ClockName::CLOSURE, [(several(reading), "Wed 2025-03-12 16:30")]);
    }
}

#[test]
fn a45_every_reading_is_selectable() {
    // W072
    assert_eq!(reclassified(nev().with_on_change(ChangeEffect::KeepStart)), "Wed 2025-03-12 16:30");
    assert_eq!(reclassified(nev().with_on_change(ChangeEffect::Restart)), "Thu 2025-03-13 16:30");
    // Our third one: what is used up stays used up.
    assert_eq!(reclassified(nev().with_on_change(ChangeEffect::CarryElapsed)), "Wed 2025-03-12 16:30");
}
