//! Holidays as rules (fault C10).

use chrono::{Datelike, Month, NaiveDate, Weekday};
use redress::calendar::holiday::{AnnualDay, Observance, OriginalDay, RecurringProblem};
use redress::calendar::limits::MAX_RECURRING;
use redress::calendar::{
    Calendar, CalendarBuilder, CalendarDocument, CalendarFault, RecurringHoliday, WeekPattern,
};

use crate::calendars::support::{
    OFFICE, built, date, document, faults, holidays, kind, office, refused, utc, years,
};

const SAMPLE: &str = include_str!("../samples/public_holidays.txt");
const EASTER: &str = include_str!("../samples/easter.txt");

/// The days of one list of the sample.
fn sample(list: &str) -> Vec<(NaiveDate, String)> {
    let records = SAMPLE.lines().map(|line| line.splitn(3, '|').collect::<Vec<_>>());
    let of_list = records.filter(|record| record[0] == list);
    of_list.map(|record| (date(record[1]), record[2].to_owned())).collect()
}

fn fixed(name: &str, month: Month, day: u8) -> RecurringHoliday {
    RecurringHoliday::new(name, AnnualDay::Fixed { month, day })
}

fn nth(name: &str, month: Month, weekday: Weekday, nth: i8) -> RecurringHoliday {
    RecurringHoliday::new(name, AnnualDay::NthWeekday { month, weekday, nth })
}

fn easter(name: &str, days: i16) -> RecurringHoliday {
    RecurringHoliday::new(name, AnnualDay::Easter { days })
}

#[test]
fn fault_c10_the_federal_holidays_of_the_united_states_are_eleven_rules() {
    use Month::{February, January, July, June, May, November, October, September};
    let federal = |name, month, day| fixed(name, month, day).with_observed(Observance::NearestWeekday);
    let rules = [
        federal("New Year's Day", January, 1),
        nth("Martin Luther King Jr. Day", January, Weekday::Mon, 3),
        nth("Washington's Birthday", February, Weekday::Mon, 3),
        nth("Memorial Day", May, Weekday::Mon, -1),
        federal("Juneteenth National Independence Day", June, 19).with_first_year(2021),
        federal("Independence Day", July, 4),
        nth("Labor Day", September, Weekday::Mon, 1),
        nth("Columbus Day", October, Weekday::Mon, 2),
        federal("Veterans Day", November, 11),
        nth("Thanksgiving Day", November, Weekday::Thu, 4),
        federal("Christmas Day", Month::December, 25),
    ];
    let calendar = rules.into_iter().fold(office(2018, 2030), CalendarBuilder::recurring);
    let calendar = calendar.build().unwrap();
    assert_eq!(holidays(&calendar), sample("us"));
    // The first of January of the next year is a Saturday.
    assert_eq!(kind(&calendar, "2021-12-31"), r#"Holiday("New Year's Day (observed)")"#);
}

#[test]
fn fault_c10_the_bank_holidays_of_england_are_rules_and_the_days_a_government_moved() {
    use Month::{August, December, January, May};
    let substituted = |name, month, day| fixed(name, month, day).with_observed(Observance::NextWeekday);
    let rules = [
        substituted("New Year's Day", January, 1),
        easter("Good Friday", -2),
        easter("Easter Monday", 1),
        nth("May Day", May, Weekday::Mon, 1).with_except_years([2020]),
        nth("Spring Bank Holiday", May, Weekday::Mon, -1).with_last_year(2021),
        nth("Spring Bank Holiday", May, Weekday::Mon, -1).with_first_year(2023),
        nth("Late Summer Bank Holiday", August, Weekday::Mon, -1),
        substituted("Christmas Day", December, 25),
        substituted("Boxing Day", December, 26),
    ];
    let calendar = rules.into_iter().fold(office(2018, 2030), CalendarBuilder::recurring);
    let calendar = calendar
        .holiday(date("2020-05-08"), "May Day")
        .holiday(date("2022-06-02"), "Spring Bank Holiday")
        .holiday(date("2022-06-03"), "Platinum Jubilee of Elizabeth II")
        .holiday(date("2022-09-19"), "State Funeral of Queen Elizabeth II")
        .holiday(date("2023-05-08"), "Coronation of Charles III")
        .build()
        .unwrap();
    assert_eq!(holidays(&calendar), sample("gb"));
}

/// The day number of a date of the Julian calendar, by its own leap years.
fn of_julian(year: i32, month: u32, day: u32) -> NaiveDate {
    // 1 January of the year 1 of the Julian calendar is 30 December of the year before in the Gregorian.
    let days_before_year = (year - 1) * 365 + (year - 1) / 4;
    let lengths = [31, if year % 4 == 0 { 29 } else { 28 }, 31, 30, 31];
    let days_before_month: i32 = lengths[..month as usize - 1].iter().sum();
    let days = days_before_year + days_before_month + i32::try_from(day).unwrap() - 1;
    date("0001-01-01") + chrono::TimeDelta::days(i64::from(days) - 2)
}

/// The Easter Sundays of one list of the sample: year, month and day. A character is the number of days after 22 March.
fn easters(list: &str) -> Vec<(i32, u32, u32)> {
    let records = EASTER.lines().map(|line| line.splitn(3, '|').collect::<Vec<_>>());
    let of_list = records.filter(|record| record[0] == list);
    let years = of_list.flat_map(|record| (record[1].parse().unwrap()..).zip(record[2].chars()));
    let days = years.map(|(year, letter)| (year, 22 + letter.to_digit(36).unwrap()));
    days.map(|(year, day)| if day > 31 { (year, 4, day - 31) } else { (year, 3, day) }).collect()
}

#[test]
fn fault_c10_easter_is_that_of_another_program_in_every_year() {
    assert_eq!(of_julian(2026, 3, 30), date("2026-04-12"));
    let [western, julian] = ["western", "julian"].map(easters);
    assert_eq!([western.len(), julian.len()], [8_417; 2]);
    for (year, month, day) in western {
        let western = NaiveDate::from_ymd_opt(year, month, day);
        assert_eq!(AnnualDay::Easter { days: 0 }.date(year), western, "{year}");
    }
    for (year, month, day) in julian {
        let orthodox = of_julian(year, month, day);
        assert_eq!(AnnualDay::OrthodoxEaster { days: 0 }.date(year), Some(orthodox), "{year}");
        assert_eq!(orthodox.weekday(), Weekday::Sun, "{year}");
    }
}

#[test]
fn days_relative_to_easter_lie_before_and_after_it() {
    let dates =
        [(-2, "2026-04-03"), (0, "2026-04-05"), (1, "2026-04-06"), (39, "2026-05-14"), (60, "2026-06-04")];
    for (days, expected) in dates {
        assert_eq!(AnnualDay::Easter { days }.date(2026), Some(date(expected)));
    }
    assert_eq!(AnnualDay::OrthodoxEaster { days: 1 }.date(2026), Some(date("2026-04-13")));
    assert_eq!(AnnualDay::OrthodoxEaster { days: 0 }.date(2025), AnnualDay::Easter { days: 0 }.date(2025));
}

#[test]
fn the_nth_weekday_of_a_month_is_counted_from_both_ends() {
    let january =
        |nth| AnnualDay::NthWeekday { month: Month::January, weekday: Weekday::Thu, nth }.date(2026);
    let all = ["2026-01-01", "2026-01-08", "2026-01-15", "2026-01-22", "2026-01-29"].map(date);
    for (position, day) in (1..).zip(all) {
        assert_eq!(january(position), Some(day));
        assert_eq!(january(position - 6), Some(day));
    }
    // A month without a fifth one has none in that year; January 2027 has five Fridays.
    let friday =
        |nth, year| AnnualDay::NthWeekday { month: Month::January, weekday: Weekday::Fri, nth }.date(year);
    assert_eq!((friday(5, 2026), friday(-5, 2026)), (Some(date("2026-01-30")), Some(date("2026-01-02"))));
    assert_eq!((friday(5, 2025), friday(-5, 2025)), (Some(date("2025-01-31")), Some(date("2025-01-03"))));
    assert_eq!((friday(5, 2024), friday(-5, 2024)), (None, None));
    let february = |nth| AnnualDay::NthWeekday { month: Month::February, weekday: Weekday::Sun, nth };
    assert_eq!(february(-1).date(2026), Some(date("2026-02-22")));
    assert_eq!(february(-1).date(2032), Some(date("2032-02-29")));
    assert_eq!(february(5).date(2032), Some(date("2032-02-29")));
}

#[test]
fn a_weekday_on_or_after_a_date_may_be_that_date_or_in_the_next_month() {
    let from = |month, day, weekday, year| AnnualDay::WeekdayFrom { month, day, weekday }.date(year);
    assert_eq!(from(Month::May, 18, Weekday::Mon, 2026), Some(date("2026-05-18")));
    assert_eq!(from(Month::May, 18, Weekday::Mon, 2027), Some(date("2027-05-24")));
    assert_eq!(from(Month::December, 31, Weekday::Mon, 2026), Some(date("2027-01-04")));
    // What leaves its year is a holiday of the known days all the same.
    let rule = RecurringHoliday::new(
        "first Monday",
        AnnualDay::WeekdayFrom { month: Month::December, day: 31, weekday: Weekday::Mon },
    );
    let calendar = office(2027, 2027).recurring(rule).build().unwrap();
    assert_eq!(
        holidays(&calendar),
        [(date("2027-01-04"), "first Monday".to_owned())],
        "that of 2027 is in January 2028"
    );
}

#[test]
fn the_leap_day_is_a_holiday_in_leap_years_alone() {
    let calendar = office(2023, 2032).recurring(fixed("Leap day", Month::February, 29)).build().unwrap();
    let dates: Vec<NaiveDate> = holidays(&calendar).into_iter().map(|(date, _)| date).collect();
    assert_eq!(dates, ["2024-02-29", "2028-02-29", "2032-02-29"].map(date));
}

#[test]
fn a_sunday_alone_may_be_moved() {
    // Japan: a holiday on a Sunday is observed on the next day that is no holiday; one on a Saturday is not.
    let rule = |name, day| {
        fixed(name, Month::May, day).with_observed(Observance::NextWeekday).with_weekend([Weekday::Sun])
    };
    let calendar = office(2026, 2026)
        .recurring(rule("Constitution Day", 3))
        .recurring(rule("Greenery Day", 4))
        .recurring(rule("Children's Day", 5))
        .recurring(rule("a Saturday", 9))
        .build()
        .unwrap();
    assert_eq!(
        holidays(&calendar),
        [
            ("2026-05-03", "Constitution Day"),
            ("2026-05-04", "Greenery Day"),
            ("2026-05-05", "Children's Day"),
            ("2026-05-06", "Constitution Day (observed)"),
            ("2026-05-09", "a Saturday"),
        ]
        .map(|(day, name)| (date(day), name.to_owned()))
    );
}

#[test]
fn a_weekend_is_that_of_the_holiday_and_not_of_the_desk() {
    // A hotline that works on every day keeps the days of the law.
    let hotline = Calendar::builder("hotline", utc(years(2026, 2026))).week(WeekPattern::daily([OFFICE]));
    let boxing_day = fixed("Boxing Day", Month::December, 26).with_observed(Observance::NextWeekday);
    let calendar = hotline.clone().recurring(boxing_day.clone()).build().unwrap();
    assert_eq!(kind(&calendar, "2026-12-26"), r#"Holiday("Boxing Day")"#);
    assert_eq!(kind(&calendar, "2026-12-28"), r#"Holiday("Boxing Day (observed)")"#);
    let moved = boxing_day.with_original_day(OriginalDay::AsPattern).with_observed_name("Substitute day");
    let calendar = hotline.clone().recurring(moved).build().unwrap();
    assert_eq!(kind(&calendar, "2026-12-26"), "Working");
    assert_eq!(kind(&calendar, "2026-12-28"), r#"Holiday("Substitute day")"#);
    // Friday and Saturday: 25 December 2026 is a Friday.
    let gulf = fixed("National Day", Month::December, 25).with_weekend([Weekday::Fri, Weekday::Sat]);
    let next =
        hotline.clone().recurring(gulf.clone().with_observed(Observance::NextWeekday)).build().unwrap();
    assert_eq!(kind(&next, "2026-12-27"), r#"Holiday("National Day (observed)")"#);
    let nearest = hotline.recurring(gulf.with_observed(Observance::NearestWeekday)).build().unwrap();
    assert_eq!(kind(&nearest, "2026-12-24"), r#"Holiday("National Day (observed)")"#);
}

#[test]
fn the_years_of_a_rule_are_those_of_its_date() {
    // Saturday 1 January 2022 is observed in 2021, the year before the first of the rule.
    let new_year = fixed("New Year", Month::January, 1).with_observed(Observance::NearestWeekday);
    let calendar = office(2021, 2022).recurring(new_year.clone().with_first_year(2022)).build().unwrap();
    let dates: Vec<NaiveDate> = holidays(&calendar).into_iter().map(|(date, _)| date).collect();
    assert_eq!(dates, ["2021-12-31", "2022-01-01"].map(date));
    let calendar = office(2021, 2022).recurring(new_year.with_last_year(2021)).build().unwrap();
    let dates: Vec<NaiveDate> = holidays(&calendar).into_iter().map(|(date, _)| date).collect();
    assert_eq!(dates, [date("2021-01-01")]);
}

#[test]
fn holidays_at_the_ends_of_time_are_expanded_without_a_fault() {
    for (first, last) in [(1, 2), (9998, 9999)] {
        let observed = fixed("New Year", Month::January, 1).with_observed(Observance::NextWeekday);
        let calendar =
            office(first, last).recurring(observed).recurring(easter("Easter", 1)).build().unwrap();
        assert!(holidays(&calendar).len() >= 4);
    }
}

#[test]
fn rules_that_fall_on_one_date_are_moved_to_one_date() {
    let rule = |name| fixed(name, Month::December, 26).with_observed(Observance::NextWeekday);
    let calendar =
        office(2026, 2026).recurring(rule("Boxing Day")).recurring(rule("St Stephen's Day")).build().unwrap();
    assert_eq!(
        holidays(&calendar),
        [
            ("2026-12-26", "Boxing Day / St Stephen's Day"),
            ("2026-12-28", "Boxing Day (observed) / St Stephen's Day (observed)"),
        ]
        .map(|(day, name)| (date(day), name.to_owned()))
    );
}

#[test]
fn an_explicit_list_pushes_no_observed_day_on() {
    let christmas = fixed("Christmas Day", Month::December, 25).with_observed(Observance::NextWeekday);
    // Saturday 25 December 2027: the closure reaches until Friday, the public list names the Monday itself.
    let calendar = office(2027, 2028)
        .holidays(date("2027-12-24")..=date("2027-12-31"), "Closure")
        .holiday(date("2027-12-27"), "Christmas Day (substitute day)")
        .recurring(christmas)
        .build()
        .unwrap();
    assert_eq!(
        kind(&calendar, "2027-12-27"),
        r#"Holiday("Christmas Day (observed) / Christmas Day (substitute day) / Closure")"#
    );
    assert_eq!(kind(&calendar, "2028-01-03"), "Working");
}

#[test]
fn fault_c10_rules_of_a_document_are_those_of_the_builder() {
    let document = document(
        r#"recurring = [
            { name = "Christmas Day", month = 12, day = 25, observed = "next-weekday" },
            { name = "Boxing Day", month = 12, day = 26, observed = "next-weekday", observed-name = "Boxing Day holiday" },
            { name = "Martin Luther King Jr. Day", month = 1, weekday = "mon", nth = 3, first-year = 1986 },
            { name = "Last Monday in May", month = 5, weekday = "mon", nth = -1, last-year = 2030 },
            { name = "Victoria Day", month = 5, day = 18, weekday = "mon" },
            { name = "Good Friday", easter = -2, except-years = [2025, 2024] },
            { name = "Orthodox Easter Monday", orthodox-easter = 1 },
            { name = "Founders", month = 8, day = 16, observed = "next-weekday", weekend = ["sun"], original-day = "as-pattern" },
        ]"#,
    );
    let calendar = built(&document);
    let boxing_day = fixed("Boxing Day", Month::December, 26)
        .with_observed(Observance::NextWeekday)
        .with_observed_name("Boxing Day holiday");
    let founders = fixed("Founders", Month::August, 16)
        .with_observed(Observance::NextWeekday)
        .with_weekend([Weekday::Sun])
        .with_original_day(OriginalDay::AsPattern);
    let victoria = AnnualDay::WeekdayFrom { month: Month::May, day: 18, weekday: Weekday::Mon };
    let rules = [
        fixed("Christmas Day", Month::December, 25).with_observed(Observance::NextWeekday),
        boxing_day,
        nth("Martin Luther King Jr. Day", Month::January, Weekday::Mon, 3).with_first_year(1986),
        nth("Last Monday in May", Month::May, Weekday::Mon, -1).with_last_year(2030),
        RecurringHoliday::new("Victoria Day", victoria),
        easter("Good Friday", -2).with_except_years([2024, 2025]),
        RecurringHoliday::new("Orthodox Easter Monday", AnnualDay::OrthodoxEaster { days: 1 }),
        founders,
    ];
    let expected = rules.into_iter().fold(office(2026, 2026), CalendarBuilder::recurring);
    assert_eq!(calendar, expected.build().unwrap());
    assert_eq!(
        holidays(&calendar),
        [
            ("2026-01-19", "Martin Luther King Jr. Day"),
            ("2026-04-03", "Good Friday"),
            ("2026-04-13", "Orthodox Easter Monday"),
            ("2026-05-18", "Victoria Day"),
            ("2026-05-25", "Last Monday in May"),
            ("2026-08-17", "Founders (observed)"),
            ("2026-12-25", "Christmas Day"),
            ("2026-12-26", "Boxing Day"),
            ("2026-12-28", "Boxing Day holiday"),
        ]
        .map(|(day, name)| (date(day), name.to_owned()))
    );
}

#[test]
fn fault_c10_bad_rules_are_refused_at_their_place() {
    let day = "expected `month` with `day`, with `weekday` and `nth`, or with `day` and `weekday`; \
               or `easter` alone, or `orthodox-easter` alone";
    let cases = [
        ("month = 4, day = 31", "day 31 of april does not exist, expected 1 to 30"),
        ("month = 2, day = 30", "day 30 of february does not exist, expected 1 to 29"),
        ("month = 1, day = 0", "day 0 of january does not exist, expected 1 to 31"),
        ("month = 1, day = 1000", "day 1000 of january does not exist, expected 1 to 31"),
        ("month = 6, day = 31, weekday = \"mon\"", "day 31 of june does not exist, expected 1 to 30"),
        ("month = 13, day = 1", "month 13 does not exist, expected 1 to 12"),
        ("month = 0, day = 1", "month 0 does not exist, expected 1 to 12"),
        ("month = -1, weekday = \"mon\", nth = 1", "month -1 does not exist, expected 1 to 12"),
        (
            "month = 1, weekday = \"mon\", nth = 6",
            "`nth` 6 does not exist, expected 1 to 5, or -1 to -5 from the end of the month",
        ),
        (
            "month = 1, weekday = \"mon\", nth = 0",
            "`nth` 0 does not exist, expected 1 to 5, or -1 to -5 from the end of the month",
        ),
        (
            "month = 1, weekday = \"mon\", nth = -129",
            "`nth` -129 does not exist, expected 1 to 5, or -1 to -5 from the end of the month",
        ),
        ("easter = 101", "101 days after easter are too far, expected at most 100 days before or after"),
        ("easter = -101", "-101 days after easter are too far, expected at most 100 days before or after"),
        (
            "orthodox-easter = 2000000000",
            "2000000000 days after easter are too far, expected at most 100 days before or after",
        ),
        ("", &format!("has no day, {day}")),
        ("month = 1", &format!("has `month`, {day}")),
        ("month = 1, day = 1, nth = 1", &format!("has `month` and `day` and `nth`, {day}")),
        ("easter = 1, orthodox-easter = 1", &format!("has `easter` and `orthodox-easter`, {day}")),
        ("easter = 1, first-year = 0", "year 0 is out of range, expected 1 to 9999"),
        ("easter = 1, last-year = 10000", "year 10000 is out of range, expected 1 to 9999"),
        ("easter = 1, except-years = [2026, -3]", "year -3 is out of range, expected 1 to 9999"),
        (
            "easter = 1, first-year = 2026, last-year = 2025",
            "years 2026 to 2025 are reversed, expected the earlier year first",
        ),
        (
            r#"easter = 1, weekend = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]"#,
            "the weekend has all seven days; leave out a weekday on which the holiday can be observed",
        ),
    ];
    for (rule, problem) in cases {
        let separator = if rule.is_empty() { "" } else { ", " };
        let document = document(&format!(r#"recurring = [{{ name = "x"{separator}{rule} }}]"#));
        assert_eq!(refused(&document), [format!("recurring[0] `x`: {problem}")], "{rule}");
    }
    let weekday = document(
        r#"recurring = [
            { name = "x", easter = 1 },
            { name = "x", month = 1, weekday = "Monday", nth = 1 },
            { name = "x", easter = 1, weekend = ["sat", ""] },
        ]"#,
    );
    assert_eq!(
        refused(&weekday),
        [
            "recurring[1].weekday: `Monday` is not a weekday, expected one from `mon` to `sun`",
            "recurring[2].weekend[1]: `` is not a weekday, expected one from `mon` to `sun`",
        ]
    );
}

#[test]
fn bad_rules_of_the_builder_are_typed() {
    let refused = |rule: RecurringHoliday| {
        let faults = office(2026, 2026).recurring(rule).build().unwrap_err();
        let [CalendarFault::Recurring { place, problem }] = faults.faults() else { panic!("{faults}") };
        (place.clone(), problem.clone())
    };
    let (place, problem) = refused(fixed("April", Month::April, 31));
    assert_eq!(place, "recurring holiday `April`");
    assert_eq!(problem, RecurringProblem::NoSuchDay { month: Month::April, day: 31, last: 30 });
    let (_, problem) = refused(nth("never", Month::April, Weekday::Mon, i8::MIN));
    assert_eq!(problem, RecurringProblem::NoSuchWeekday { nth: -128 });
    let (_, problem) = refused(easter("far", i16::MIN));
    assert_eq!(problem, RecurringProblem::FarFromEaster { days: -32_768 });
    assert!(matches!(refused(easter(" ", 0)).1, RecurringProblem::Name { .. }));
    // The name of the other day has to be one too.
    let long = "x".repeat(95);
    assert!(office(2026, 2026).recurring(easter(&long, 0)).build().is_ok());
    let observed = easter(&long, 0).with_observed(Observance::NextWeekday);
    assert!(matches!(refused(observed.clone()).1, RecurringProblem::Name { .. }));
    assert!(office(2026, 2026).recurring(observed.with_observed_name("y")).build().is_ok());
}

#[test]
fn a_recurring_holiday_and_a_make_up_day_on_one_date_contradict_each_other() {
    let calendar = office(2026, 2026).recurring(fixed("Labour Day", Month::May, 1)).working_day(
        date("2026-05-01"),
        "stocktaking",
        [OFFICE],
    );
    assert_eq!(
        faults(calendar),
        [
            "day 2026-05-01: `stocktaking` is a working day with hours `09:00-17:00`, but `Labour Day` is a holiday; \
             keep one of the two entries"
        ]
    );
}

#[test]
fn more_rules_than_a_calendar_keeps_are_one_fault() {
    let rules = (0..MAX_RECURRING + 9).map(|_| fixed("x", Month::May, 1).with_first_year(2027));
    let builder = rules.fold(office(2026, 2026), CalendarBuilder::recurring);
    assert_eq!(faults(builder), ["1001 recurring holidays, expected at most 1000"]);
}

#[test]
fn a_year_of_holidays_leaves_no_day_to_observe_one_on() {
    let mut builder = office(2026, 2026);
    for day in date("2026-01-01").iter_days().take(365) {
        let day = AnnualDay::Fixed {
            month: Month::try_from(u8::try_from(day.month()).unwrap()).unwrap(),
            day: u8::try_from(day.day()).unwrap(),
        };
        builder = builder.recurring(RecurringHoliday::new("x", day).with_observed(Observance::NextWeekday));
    }
    let found = faults(builder);
    assert_eq!(
        found[0],
        "recurring holiday `x`: no day within 30 days is free to observe the holiday of 2026-01-03; \
         observe it on its date, or remove a holiday"
    );
}

#[test]
fn numbers_of_a_rule_are_whole_numbers() {
    for value in ["\"12\"", "1.5", "true", "[]", "3000000000"] {
        let json = format!(
            r#"{{"name":"a","revision":"1","zone":"UTC","first":"2026-01-01","last":"2026-12-31","week":{{}},
                "recurring":[{{"name":"x","month":{value},"day":1}}]}}"#
        );
        let error = serde_json::from_str::<CalendarDocument>(&json).unwrap_err().to_string();
        assert!(error.starts_with("recurring[0]: month: "), "{error}");
        assert!(error.contains("expected a whole number from -2147483648 to 2147483647"), "{error}");
    }
}
