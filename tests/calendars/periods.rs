//! Special hours for a period (fault C08), and special hours of nothing.

use chrono::Weekday;
use redress::calendar::reading::{DayKind, MakeUpDays, OutsideDays, PeriodHours};
use redress::calendar::{CalendarFault, WeekPattern};
use redress::deadline::{Anchors, Deadline, End, Term};
use redress::labels::Labels;
use redress::render::Renderer;
use redress::vocab::{Anchor, Locale};

use crate::calendars::support::{OFFICE, at, built, date, document, faults, hours, kind, office, refused};

#[test]
fn fault_c08_hours_of_a_period_replace_those_of_its_working_days() {
    let short = [hours("09:00-14:00")];
    let calendar = office(2026, 2026)
        .special_period(date("2026-02-18")..=date("2026-03-19"), "Ramadan", short)
        .holiday(date("2026-02-23"), "Founding Day")
        .working_day(date("2026-02-28"), "make-up", [OFFICE])
        .special_hours(date("2026-03-19"), "last day", [hours("09:00-12:00")])
        .build()
        .unwrap();
    let ramadan = r#"SpecialHours("Ramadan")"#;
    assert_eq!(kind(&calendar, "2026-02-17"), "Working");
    assert_eq!(kind(&calendar, "2026-02-18"), ramadan);
    assert_eq!(kind(&calendar, "2026-03-18"), ramadan);
    assert_eq!(kind(&calendar, "2026-03-20"), "Working");
    // A weekend stays closed, and what is said of one day comes first.
    assert_eq!(kind(&calendar, "2026-02-21"), "Closed");
    assert_eq!(kind(&calendar, "2026-02-23"), r#"Holiday("Founding Day")"#);
    assert_eq!(kind(&calendar, "2026-02-28"), r#"MakeUp("make-up")"#);
    assert_eq!(kind(&calendar, "2026-03-19"), r#"SpecialHours("last day")"#);
    let close = |day| calendar.close_of_business(date(day)).unwrap();
    assert_eq!(close("2026-02-17"), at("2026-02-17T17:00:00Z"));
    assert_eq!(close("2026-02-18"), at("2026-02-18T14:00:00Z"));
    assert_eq!(close("2026-02-28"), at("2026-02-28T17:00:00Z"));
    assert_eq!(close("2026-03-19"), at("2026-03-19T12:00:00Z"));
    // Ten hours from Tuesday noon: five of the usual day, five of the first short one.
    let due = calendar.add_working_time(at("2026-02-17T12:00:00Z"), redress::calendar::Span::hours(10));
    assert_eq!(due, Ok(at("2026-02-18T14:00:00Z")));
}

#[test]
fn fault_c08_a_period_may_have_a_week_of_its_own() {
    let summer = WeekPattern::weekdays([hours("07:00-15:00")])
        .with(Weekday::Fri, [hours("07:00-12:00")])
        .with(Weekday::Mon, [])
        .with(Weekday::Sat, [hours("08:00-10:00")]);
    let calendar = office(2026, 2026)
        .special_period(date("2026-07-01")..=date("2026-08-31"), "Summer", summer)
        .build()
        .unwrap();
    let summer = r#"SpecialHours("Summer")"#;
    assert_eq!(kind(&calendar, "2026-07-02"), summer);
    assert_eq!(kind(&calendar, "2026-07-04"), summer, "a Saturday that is worked");
    assert_eq!(kind(&calendar, "2026-07-05"), "Closed", "a Sunday as ever");
    assert_eq!(kind(&calendar, "2026-07-06"), r#"Holiday("Summer")"#, "a Monday that the period closes");
    assert_eq!(calendar.close_of_business(date("2026-07-03")), Ok(at("2026-07-03T12:00:00Z")));
    assert_eq!(calendar.opening(date("2026-07-04")), Ok(at("2026-07-04T08:00:00Z")));
}

#[test]
fn fault_c08_an_explanation_names_a_period_once_and_every_holiday_in_it() {
    let calendar = office(2026, 2026)
        .special_period(date("2026-02-18")..=date("2026-03-19"), "Ramadan", [hours("09:00-14:00")])
        .holiday(date("2026-02-23"), "Founding Day")
        .holidays(date("2026-03-20")..=date("2026-03-24"), "Eid")
        .special_hours(date("2026-03-26"), "half day", [hours("09:00-12:00")])
        .special_hours(date("2026-03-30"), "half day", [hours("09:00-12:00")])
        .build()
        .unwrap();
    let term = Deadline::from(Term::working_days(26).with_end(End::CLOSE_OF_BUSINESS));
    let received = Anchors::received(at("2026-02-17T10:00:00Z"));
    let (due, trace) = term.explain(&calendar, Anchor::RECEIVED, &received).unwrap();
    assert_eq!(due.at(), at("2026-03-31T17:00:00Z"));
    let texts = [
        (
            Locale::En,
            "[Ramadan 2026-02-18…2026-02-20, worked; Founding Day 2026-02-23; \
             Ramadan 2026-02-24…2026-03-19, worked; Eid 2026-03-20…2026-03-24; half day 2026-03-26, worked; \
             half day 2026-03-30, worked; days off: 10]",
        ),
        (
            Locale::ZhHans,
            "[Ramadan 2026-02-18…2026-02-20，上班；Founding Day 2026-02-23；\
             Ramadan 2026-02-24…2026-03-19，上班；Eid 2026-03-20…2026-03-24；half day 2026-03-26，上班；\
             half day 2026-03-30，上班；休息日 10 天]",
        ),
        (
            Locale::ZhHant,
            "[Ramadan 2026-02-18…2026-02-20，上班；Founding Day 2026-02-23；\
             Ramadan 2026-02-24…2026-03-19，上班；Eid 2026-03-20…2026-03-24；half day 2026-03-26，上班；\
             half day 2026-03-30，上班；休息日 10 天]",
        ),
    ];
    for (locale, expected) in texts {
        let text = Renderer::new(&Labels::standard(), locale).trace(&trace);
        assert!(text.contains(expected), "{text}");
    }
}

#[test]
fn fault_c08_a_period_of_a_document_is_that_of_the_builder() {
    let document = document(
        r#"special-hours = [
            { from = "2026-02-18", to = "2026-03-19", name = "Ramadan", hours = ["09:00-14:00"] },
            { from = "2026-07-01", to = "2026-07-31", name = "Summer", week = { mon = ["07:00-15:00"], sat = ["08:00-10:00"] } },
            { date = "2026-12-24", name = "Christmas Eve", hours = ["09:00-12:00"] },
            { date = "2026-12-31", name = "Closed", hours = [] },
            { from = "2026-12-28", to = "2026-12-30", name = "Between the years", hours = [] },
        ]"#,
    );
    let calendar = built(&document);
    let july = WeekPattern::closed()
        .with(Weekday::Mon, [hours("07:00-15:00")])
        .with(Weekday::Sat, [hours("08:00-10:00")]);
    let expected = office(2026, 2026)
        .special_period(date("2026-07-01")..=date("2026-07-31"), "Summer", july)
        .special_period(date("2026-02-18")..=date("2026-03-19"), "Ramadan", vec![hours("09:00-14:00")])
        .special_period(date("2026-12-28")..=date("2026-12-30"), "Between the years", [])
        .special_hours(date("2026-12-24"), "Christmas Eve", [hours("09:00-12:00")])
        .special_hours(date("2026-12-31"), "Closed", []);
    assert_eq!(calendar, expected.build().unwrap());
    assert_eq!(kind(&calendar, "2026-12-29"), r#"Holiday("Between the years")"#);
    assert_eq!(kind(&calendar, "2026-12-31"), r#"Holiday("Closed")"#);
    assert_eq!(calendar.day(date("2026-07-07")), Ok(DayKind::Holiday("Summer")), "a Tuesday of July");
}

#[test]
fn special_hours_of_nothing_mean_closed() {
    let closed = office(2026, 2026).special_hours(date("2026-03-02"), "stocktaking", []).build().unwrap();
    let holiday = office(2026, 2026).holiday(date("2026-03-02"), "stocktaking").build().unwrap();
    assert_eq!(kind(&closed, "2026-03-02"), kind(&holiday, "2026-03-02"));
    assert_eq!(closed.is_working_day(date("2026-03-02")), Ok(false));
    // They agree with a holiday, and not with hours.
    let both = office(2026, 2026)
        .special_hours(date("2026-03-02"), "stocktaking", [])
        .holiday(date("2026-03-02"), "Holiday");
    assert_eq!(kind(&both.build().unwrap(), "2026-03-02"), r#"Holiday("Holiday / stocktaking")"#);
    // A make-up day without hours says nothing.
    let nothing = office(2026, 2026).working_day(date("2026-03-07"), "make-up", []).build().unwrap_err();
    assert!(matches!(nothing.faults(), [CalendarFault::NoHours { .. }]), "{nothing}");
}

#[test]
fn periods_that_agree_are_one_and_others_are_refused_with_both_names() {
    let june = |name: &'static str, open: &'static str| {
        move |builder: redress::calendar::CalendarBuilder| {
            builder.special_period(date("2026-06-01")..=date("2026-06-30"), name, [hours(open)])
        }
    };
    let agreed = june("b", "09:00-12:00")(june("a", "09:00-12:00")(office(2026, 2026))).build().unwrap();
    assert_eq!(kind(&agreed, "2026-06-01"), r#"SpecialHours("a / b")"#);
    let clash = june("b", "09:00-13:00")(june("a", "09:00-12:00")(office(2026, 2026)));
    assert_eq!(
        faults(clash),
        [
            "day 2026-06-01: `a` is a day with hours `09:00-12:00`, but `b` is a day with hours `09:00-13:00`; \
          keep one of the two entries"
        ],
        "one fault for the whole month"
    );
    // A week that is silent about the working days is no contradiction to hours of the working days.
    let saturday = WeekPattern::weekdays([hours("09:00-12:00")]).with(Weekday::Sat, [OFFICE]);
    let more = june("a", "09:00-12:00")(office(2026, 2026))
        .special_period(date("2026-06-01")..=date("2026-06-30"), "b", saturday)
        .build()
        .unwrap();
    assert_eq!(kind(&more, "2026-06-06"), r#"SpecialHours("b")"#);
    assert_eq!(kind(&more, "2026-06-05"), r#"SpecialHours("a / b")"#);
}

#[test]
fn a_period_beyond_the_known_days_is_refused_or_cut() {
    let period = |first, last| {
        office(2026, 2026).special_period(date(first)..=date(last), "Winter", [hours("10:00-12:00")])
    };
    let outside = |day| {
        format!("day {day} `Winter`: outside the known days, expected a date from 2026-01-01 to 2026-12-31")
    };
    assert_eq!(faults(period("2025-12-01", "2026-01-31")), [outside("2025-12-01")]);
    assert_eq!(faults(period("2026-12-01", "2027-01-31")), [outside("2027-01-01")]);
    assert_eq!(faults(period("2025-12-01", "2027-01-31")), [outside("2025-12-01"), outside("2027-01-01")]);
    assert_eq!(faults(period("2027-02-01", "2027-02-28")), [outside("2027-02-01")]);
    assert_eq!(faults(period("2025-02-01", "2025-02-28")), [outside("2025-02-01")]);
    let cut = period("2025-12-01", "2026-01-31").outside_days(OutsideDays::LeftOut).build().unwrap();
    assert_eq!(kind(&cut, "2026-01-01"), r#"SpecialHours("Winter")"#);
    assert_eq!(kind(&cut, "2026-02-02"), "Working");
}

#[test]
fn bad_periods_are_refused_once() {
    let period = |first: &str, last: &str, open: PeriodHours| {
        office(2026, 2026).special_period(date(first)..=date(last), "x", open)
    };
    assert_eq!(
        faults(period("2026-03-02", "2026-03-01", [OFFICE].into())),
        ["days 2026-03-02 to 2026-03-01 are reversed, expected the earlier date first"]
    );
    assert_eq!(
        faults(period("1900-01-01", "2026-03-01", [OFFICE].into())),
        ["days 1900-01-01 to 2026-03-01 are too many, expected at most 36600 days"]
    );
    assert_eq!(
        faults(period("2026-03-02", "2026-10-02", [hours("09:00-12:00"), hours("11:00-13:00")].into())),
        [
            "day 2026-03-02: hours `11:00-13:00` start before `09:00-12:00` end, expected spans that do not overlap"
        ],
    );
    let nights = WeekPattern::daily([hours("10:00-11:00"), hours("12:00-10:30+1")]);
    assert_eq!(
        faults(period("2026-03-02", "2026-03-08", nights.into())),
        [
            "day 2026-03-03: hours `10:00-11:00` start before `12:00-10:30+1` end, \
             expected spans that do not overlap",
            "day 2026-03-09: hours `09:00-17:00` start before `12:00-10:30+1` end, \
             expected spans that do not overlap",
        ]
    );
    let many: Vec<_> = (0..30).map(|n| hours(&format!("09:{n:02}-09:{:02}", n + 1))).collect();
    assert!(
        faults(period("2026-03-02", "2026-03-08", many.clone().into()))
            .contains(&"period `x`: has 30 spans of hours, expected at most 24".to_owned())
    );
    let many = WeekPattern::closed().with(Weekday::Sun, many);
    assert_eq!(
        faults(period("2026-03-02", "2026-03-07", many.into())),
        ["period `x`: has 30 spans of hours, expected at most 24"]
    );
    let unnamed = office(2026, 2026).special_period(date("2026-03-02")..=date("2026-03-03"), "", [OFFICE]);
    assert_eq!(
        faults(unnamed),
        ["period 2026-03-02 to 2026-03-03 name `` is empty, expected 1 to 100 visible characters"]
    );
}

#[test]
fn bad_special_hours_of_a_document_are_refused_at_their_place() {
    let cases = [
        (
            r#"hours = ["09:00-12:00"]"#,
            "special-hours[0] `x`: has no date, expected either `date` or both `from` and `to`",
        ),
        (
            r#"date = "2026-03-02", from = "2026-03-02", hours = []"#,
            "special-hours[0] `x`: has `date` and `from`, expected either `date` or both `from` and `to`",
        ),
        (r#"date = "2026-03-02""#, "special-hours[0] `x`: has no hours, expected `hours` for the day"),
        (
            r#"date = "2026-03-02", week = {}"#,
            "special-hours[0] `x`: has `week`, expected `hours` for the day",
        ),
        (
            r#"from = "2026-03-02", to = "2026-03-03""#,
            "special-hours[0] `x`: has no hours, expected either `hours` or `week`",
        ),
        (
            r#"from = "2026-03-02", to = "2026-03-03", week = {}, hours = []"#,
            "special-hours[0] `x`: has `hours` and `week`, expected either `hours` or `week`",
        ),
        (
            r#"from = "2026-03-02", to = "2026-03-03", week = { tue = ["9-12"] }"#,
            "special-hours[0].week.tue[0]: `9-12` is not a span of hours, expected `HH:MM-HH:MM`, with `24:00` for \
             midnight or `+1` for the next day",
        ),
    ];
    for (keys, fault) in cases {
        let document = document(&format!(r#"special-hours = [{{ name = "x", {keys} }}]"#));
        assert_eq!(refused(&document), [fault], "{keys}");
    }
}

#[test]
fn make_up_days_that_stay_as_the_pattern_leave_their_date_to_the_period() {
    let calendar = office(2026, 2026)
        .working_day(date("2026-06-03"), "a Wednesday", [OFFICE])
        .special_period(date("2026-06-01")..=date("2026-06-30"), "June", [hours("09:00-12:00")]);
    assert_eq!(kind(&calendar.clone().build().unwrap(), "2026-06-03"), r#"MakeUp("a Wednesday")"#);
    let as_pattern = calendar.make_up_days(MakeUpDays::AsPattern).build().unwrap();
    assert_eq!(kind(&as_pattern, "2026-06-03"), r#"SpecialHours("June")"#);
}

#[test]
fn a_hundred_periods_of_a_hundred_years_are_one_fault() {
    let builder = (0..100).fold(office(1950, 2049), |builder, _| {
        builder.special_period(date("1950-01-01")..=date("2049-12-31"), "always", [OFFICE])
    });
    assert_eq!(faults(builder), ["3652500 days with holidays and other exceptions, expected at most 100000"]);
}
