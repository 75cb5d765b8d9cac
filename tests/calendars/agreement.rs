//! Entries of several lists (fault N01), and calendars that are the same in any order (fault P12).

use chrono::Month;
use redress::calendar::holiday::{AnnualDay, Observance};
use redress::calendar::reading::OutsideDays;
use redress::calendar::{CalendarBuilder, CalendarDocument, CalendarFault, RecurringHoliday};

use crate::calendars::support::{OFFICE, built, date, document, faults, hours, kind, office, refused};

#[test]
fn fault_n01_a_closure_and_a_public_list_agree_on_a_date() {
    let calendar = office(2026, 2026)
        .holidays(date("2026-12-24")..=date("2026-12-31"), "Winter break")
        .holiday(date("2026-12-25"), "Christmas Day")
        .holiday(date("2026-12-25"), "Christmas Day")
        .recurring(RecurringHoliday::new(
            "First day of Christmas",
            AnnualDay::Fixed { month: Month::December, day: 25 },
        ))
        .build()
        .unwrap();
    assert_eq!(kind(&calendar, "2026-12-24"), r#"Holiday("Winter break")"#);
    assert_eq!(
        kind(&calendar, "2026-12-25"),
        r#"Holiday("Christmas Day / First day of Christmas / Winter break")"#
    );
    assert_eq!(calendar.exceptions(date("2026-12-01"), date("2026-12-31")).unwrap().count(), 8);
    let document = document(
        r#"holidays = [
            { from = "2026-12-24", to = "2026-12-31", name = "Winter break" },
            { date = "2026-12-25", name = "Christmas Day" },
        ]"#,
    );
    assert_eq!(kind(&built(&document), "2026-12-25"), r#"Holiday("Christmas Day / Winter break")"#);
}

#[test]
fn fault_n01_other_days_agree_too() {
    let day = date("2026-05-02");
    let twice = |builder: CalendarBuilder| builder.build().unwrap();
    let make_up = twice(office(2026, 2026).working_day(day, "b", [OFFICE]).working_day(day, "a", [OFFICE]));
    assert_eq!(kind(&make_up, "2026-05-02"), r#"MakeUp("a / b")"#);
    // In whatever order their hours were given.
    let (early, late) = (hours("09:00-12:00"), hours("13:00-15:00"));
    let special =
        office(2026, 2026).special_hours(day, "a", [early, late]).special_hours(day, "b", [late, early]);
    assert_eq!(kind(&twice(special), "2026-05-02"), r#"SpecialHours("a / b")"#);
}

#[test]
fn fault_n01_entries_that_contradict_each_other_are_refused_with_both_names() {
    let day = date("2026-05-01");
    let (short, long) = ([hours("09:00-12:00")], [hours("09:00-13:00")]);
    let once = || office(2026, 2026).holiday(day, "a");
    let clash = |first: &str, second: &str| {
        [format!("day 2026-05-01: `a` is {first}, but `b` is {second}; keep one of the two entries")]
    };
    assert_eq!(
        faults(once().working_day(day, "b", [OFFICE])),
        clash("a holiday", "a working day with hours `09:00-17:00`")
    );
    assert_eq!(
        faults(once().special_hours(day, "b", short)),
        clash("a holiday", "a day with hours `09:00-12:00`")
    );
    assert_eq!(
        faults(office(2026, 2026).special_hours(day, "a", short).special_hours(day, "b", long)),
        clash("a day with hours `09:00-12:00`", "a day with hours `09:00-13:00`")
    );
    assert_eq!(
        faults(office(2026, 2026).working_day(day, "a", short).working_day(day, "b", long)),
        clash("a working day with hours `09:00-12:00`", "a working day with hours `09:00-13:00`")
    );
    assert_eq!(
        faults(office(2026, 2026).working_day(day, "a", short).special_hours(day, "b", short)),
        clash("a working day with hours `09:00-12:00`", "a day with hours `09:00-12:00`")
    );
    let document = document(
        r#"holidays = [{ date = "2026-05-01", name = "a" }]
           working-days = [{ date = "2026-05-01", name = "b", hours = ["09:00-12:00", "13:00-14:00", "14:00-15:00", "16:00-17:00"] }]"#,
    );
    assert_eq!(
        refused(&document),
        clash("a holiday", "a working day with hours `09:00-12:00 13:00-14:00 14:00-15:00 …`")
    );
}

#[test]
fn the_names_of_one_day_stay_a_name() {
    let day = date("2026-05-01");
    let names = ["a".repeat(60), "b".repeat(60), "c".repeat(30)];
    let calendar = names.iter().fold(office(2026, 2026), |builder, name| builder.holiday(day, name));
    let expected = format!("Holiday(\"{} / {}\")", names[0], names[2]);
    assert_eq!(kind(&calendar.build().unwrap(), "2026-05-01"), expected);
}

#[test]
fn fault_n01_days_outside_the_known_range_can_be_left_out() {
    let list = office(2026, 2026)
        .holidays(date("2025-12-24")..=date("2026-01-01"), "Winter break")
        .holiday(date("2027-01-01"), "New Year")
        .working_day(date("2027-01-02"), "make-up", [OFFICE])
        .special_hours(date("2025-12-23"), "eve", [hours("09:00-12:00")]);
    assert_eq!(faults(list.clone()).len(), 4);
    let calendar = list.outside_days(OutsideDays::LeftOut).build().unwrap();
    assert_eq!(kind(&calendar, "2026-01-01"), r#"Holiday("Winter break")"#);
    assert!(calendar.day(date("2027-01-01")).is_err());
    // Nothing is lost: what was left out is there again where the calendar is known for longer.
    let document = CalendarDocument::from(&calendar);
    assert_eq!(document.outside_days, OutsideDays::LeftOut);
    let wider = CalendarDocument { first: date("2025-01-01"), last: date("2027-12-31"), ..document };
    assert_eq!(kind(&built(&wider), "2027-01-01"), r#"Holiday("New Year")"#);
    assert_eq!(kind(&built(&wider), "2025-12-23"), r#"SpecialHours("eve")"#);
}

#[test]
fn fault_n01_a_document_says_that_days_outside_are_left_out() {
    let list = r#"holidays = [{ date = "2026-01-01", name = "a" }, { date = "2027-01-01", name = "b" }]"#;
    assert_eq!(
        refused(&document(list)),
        ["day 2027-01-01 `b`: outside the known days, expected a date from 2026-01-01 to 2026-12-31"]
    );
    let calendar = built(&document(&format!("{list}\noutside-days = \"left-out\"")));
    assert_eq!(kind(&calendar, "2026-01-01"), r#"Holiday("a")"#);
    let wrong = r#"{"name":"a","revision":"1","zone":"UTC","first":"2026-01-01","last":"2026-12-31","week":{},
                    "outside-days":"ignored"}"#;
    let error = serde_json::from_str::<CalendarDocument>(wrong).unwrap_err().to_string();
    assert!(
        error.starts_with(
            "outside-days: reading of days outside the known ones `ignored` is unknown, expected `refused` or `left-out`"
        ),
        "{error}"
    );
}

/// The declarations of one calendar, each to be made at any place.
fn declarations() -> Vec<fn(CalendarBuilder) -> CalendarBuilder> {
    vec![
        |builder| builder.holidays(date("2026-12-24")..=date("2026-12-31"), "Winter break"),
        |builder| builder.holiday(date("2026-12-25"), "Christmas Day"),
        |builder| builder.holiday(date("2026-12-25"), "25 December"),
        |builder| {
            builder.working_day(date("2026-05-02"), "make-up", [hours("13:00-17:00"), hours("09:00-12:00")])
        },
        |builder| builder.special_hours(date("2026-12-23"), "short", [hours("09:00-12:00")]),
        |builder| {
            builder.special_period(date("2026-06-01")..=date("2026-07-31"), "summer", [hours("07:00-15:00")])
        },
        |builder| {
            builder.special_period(date("2026-07-01")..=date("2026-07-10"), "July", [hours("07:00-15:00")])
        },
        |builder| {
            builder.recurring(
                RecurringHoliday::new("Boxing Day", AnnualDay::Fixed { month: Month::December, day: 26 })
                    .with_observed(Observance::NextWeekday),
            )
        },
        |builder| builder.recurring(RecurringHoliday::new("Good Friday", AnnualDay::Easter { days: -2 })),
    ]
}

#[test]
fn fault_p12_calendars_are_equal_in_whatever_order_they_were_declared() {
    let make = |order: &[usize]| {
        let declarations = declarations();
        order.iter().fold(office(2026, 2026), |builder, &index| declarations[index](builder)).build().unwrap()
    };
    let first = make(&[0, 1, 2, 3, 4, 5, 6, 7, 8]);
    let backward = make(&[8, 7, 6, 5, 4, 3, 2, 1, 0]);
    let mixed = make(&[4, 0, 8, 2, 6, 1, 7, 3, 5]);
    let twice = make(&[0, 1, 2, 3, 4, 5, 6, 7, 8, 8, 7, 6, 5, 4, 3, 2, 1, 0]);
    for other in [backward, mixed, twice] {
        assert_eq!(other, first);
        assert_eq!(CalendarDocument::from(&other), CalendarDocument::from(&first));
    }
    for missing in 0..9 {
        let order: Vec<usize> = (0..9).filter(|&index| index != missing).collect();
        assert_ne!(make(&order), first, "{missing}");
    }
}

#[test]
fn a_calendar_that_is_built_again_is_the_same() {
    let calendar = declarations().into_iter().fold(office(2026, 2026), |builder, declare| declare(builder));
    let calendar = calendar.build().unwrap();
    assert_eq!(calendar.to_builder().build().unwrap(), calendar);
}

#[test]
fn fault_of_a_builder_is_typed() {
    let clash =
        office(2026, 2026).holiday(date("2026-05-01"), "a").working_day(date("2026-05-01"), "b", [OFFICE]);
    let found = clash.build().unwrap_err();
    let [CalendarFault::Contradiction { date: on, first, second, .. }] = found.faults() else {
        panic!("{found}")
    };
    assert_eq!((*on, first.as_str(), second.as_str()), (date("2026-05-01"), "a", "b"));
}
