//! Questions without an answer (fault D16), hints (fault N03), and what a resolver of zones says.

use chrono::{NaiveTime, Weekday};
use redress::calendar::holiday::AnnualDay;
use redress::calendar::reading::OutsideDays;
use redress::calendar::{
    Calendar, CalendarError, CalendarErrorKind, CalendarFault, CalendarHint, LocalTime, RecurringHoliday,
    Span, WeekPattern, Zone,
};
use redress::deadline::{Anchors, Clock, Deadline, DeadlineError, Term};
use redress::policy::{ClockRule, Policy, Routing};
use redress::render::Renderer;
use redress::triage::{Complaint, History, triage};
use redress::vocab::{Anchor, ClockName, Locale, Standing};

use crate::calendars::support::{at, date, document, hours, office, utc, years};

#[test]
fn fault_d16_never_is_not_the_same_as_not_known_so_far() {
    let calendar = office(2026, 2026).build().unwrap();
    let kind = |error: CalendarError| (error.kind(), error.code());
    let not_known = (CalendarErrorKind::NotKnown, "calendar.not-known");
    let (inside, now) = (date("2026-12-30"), at("2026-12-30T12:00:00Z"));
    // What follows the known days decides.
    assert_eq!(kind(calendar.nth_working_day_after(inside, 2).unwrap_err()), not_known);
    assert_eq!(kind(calendar.next_working_instant(at("2026-12-31T20:00:00Z")).unwrap_err()), not_known);
    assert_eq!(kind(calendar.next_opening(at("2026-12-31T20:00:00Z")).unwrap_err()), not_known);
    assert_eq!(kind(calendar.add_working_time(now, Span::hours(100)).unwrap_err()), not_known);
    assert_eq!(kind(calendar.is_working_day(date("9999-12-31")).unwrap_err()), not_known);
    // Nothing that could become known does.
    let never = |code| (CalendarErrorKind::Never, code);
    assert_eq!(kind(calendar.opening(date("2026-03-01")).unwrap_err()), never("calendar.no-business-hours"));
    assert_eq!(
        kind(calendar.nth_working_day_after(inside, 3_000_000).unwrap_err()),
        never("calendar.after-last-year")
    );
    assert_eq!(
        kind(calendar.nth_working_day_before(inside, 800_000).unwrap_err()),
        never("calendar.before-first-year")
    );
    let ages = Span::hours(8_000 * 8_784);
    assert_eq!(kind(calendar.add_working_time(now, ages).unwrap_err()), never("calendar.after-last-year"));
    assert_eq!(
        kind(calendar.subtract_working_time(now, ages).unwrap_err()),
        never("calendar.before-first-year")
    );
}

#[test]
fn fault_d16_a_deadline_that_can_never_fall_says_so_in_every_language() {
    let calendar = office(2026, 2026).build().unwrap();
    let due = |term: Term| {
        let received = Anchors::received(at("2026-03-02T10:00:00Z"));
        Deadline::from(term).due(&calendar, Anchor::RECEIVED, &received).unwrap_err()
    };
    let never = DeadlineError::Calendar(CalendarError::AfterLastYear { calendar: "office".into() });
    for term in [Term::working_days(3_000_000), Term::working(Span::hours(4_000_000_000))] {
        assert_eq!(due(term), never, "{term:?}");
    }
    let beyond = due(Term::working_days(400));
    assert!(matches!(beyond, DeadlineError::Calendar(CalendarError::NotKnown { .. })), "{beyond}");

    let closure =
        ClockRule::new(Clock::new(ClockName::CLOSURE, Anchor::RECEIVED), Term::working_days(3_000_000));
    let policy = Policy::builder("desk")
        .version("1")
        .calendar(calendar.clone())
        .routing(Routing::none())
        .clock(closure);
    let policy = policy.build().unwrap();
    let complaint = Complaint::new("a-1".parse().unwrap(), at("2026-03-02T10:00:00Z"));
    let judged = triage(&policy, &complaint, &History::none()).unwrap();
    // It can be said that the limit has not passed, as for a date beyond the known days.
    assert_eq!(judged.standing(at("2026-12-30T10:00:00Z")), Ok(Some(Standing::OnTime)));
    let texts = [
        (Locale::En, "undetermined: calendar office: the answer lies after the year 9999"),
        (Locale::ZhHans, "无法确定：日历“office”：结果晚于公元 9999 年，任何日历都不包含"),
        (Locale::ZhHant, "無法確定：日曆「office」：結果晚於西元 9999 年，任何日曆都不包含"),
    ];
    for (locale, expected) in texts {
        let text = Renderer::of(&policy, locale).explanation(&judged.explain());
        assert!(text.contains(expected), "{text}");
    }
}

#[test]
fn fault_n03_hours_that_end_at_the_last_second_are_a_hint() {
    let calendar = office(2026, 2026)
        .week(
            WeekPattern::weekdays([hours("09:00-23:59")])
                .with(Weekday::Sat, [hours("00:00-24:00")])
                .with(Weekday::Sun, [hours("12:00-23:59:58")])
                .with(Weekday::Fri, [hours("09:00-12:00"), hours("13:00-23:59:59")]),
        )
        .special_hours(date("2026-12-24"), "eve", [hours("09:00-23:59:59")])
        .special_period(date("2026-06-01")..=date("2026-06-30"), "June", [hours("08:00-23:59")])
        .special_period(
            date("2026-07-01")..=date("2026-07-31"),
            "July",
            WeekPattern::closed().with(Weekday::Tue, [hours("08:00-23:59:59")]),
        )
        .recurring(RecurringHoliday::new(
            "fifth",
            AnnualDay::NthWeekday { month: chrono::Month::May, weekday: Weekday::Sat, nth: 5 },
        ))
        .build()
        .unwrap();
    let hints = calendar.hints();
    let texts: Vec<String> = hints.iter().map(ToString::to_string).collect();
    let ends = |place: &str, hours: &str| {
        format!("{place}: hours `{hours}` end just before midnight; write `24:00` for the end of the day")
    };
    assert_eq!(
        texts,
        [
            ends("week mon", "09:00-23:59"),
            ends("week tue", "09:00-23:59"),
            ends("week wed", "09:00-23:59"),
            ends("week thu", "09:00-23:59"),
            ends("week fri", "13:00-23:59:59"),
            ends("day 2026-12-24 `eve`", "09:00-23:59:59"),
            ends("period `June`", "08:00-23:59"),
            ends("period `July` tue", "08:00-23:59:59"),
            "recurring holiday `fifth`: few months have a fifth such weekday; write `-1` for the last one"
                .into(),
        ]
    );
    let codes: Vec<&str> = hints.iter().map(CalendarHint::code).collect();
    assert_eq!((codes[0], codes[8]), ("hint.ends-before-midnight", "hint.fifth-weekday"));
    assert_eq!(office(2026, 2026).build().unwrap().hints(), []);
}

#[test]
fn days_that_are_left_out_are_a_hint() {
    let calendar = office(2026, 2026)
        .holidays(date("2025-12-24")..=date("2026-01-02"), "Winter break")
        .special_period(date("2026-12-01")..=date("2027-01-31"), "Winter", [hours("09:00-12:00")])
        .outside_days(OutsideDays::LeftOut)
        .build()
        .unwrap();
    let expected = CalendarHint::LeftOut { count: 39, date: date("2025-12-24"), name: "Winter break".into() };
    assert_eq!(calendar.hints(), core::slice::from_ref(&expected));
    assert_eq!(expected.code(), "hint.left-out");
    assert_eq!(
        expected.to_string(),
        "days left out because they are not among the known days: 39, such as 2025-12-24 `Winter break`"
    );
}

#[test]
fn a_document_keeps_what_the_resolver_of_zones_says() {
    let document = document("");
    let unknown = document.build(|_, _| None::<Zone>).unwrap_err();
    assert!(matches!(unknown.faults(), [CalendarFault::UnknownZone { name }] if name == "+00:00"));
    let missing =
        document.build(|_, _| Err::<Zone, _>("no such file: /usr/share/zoneinfo\nsecond line")).unwrap_err();
    let [CalendarFault::Zone { name, problem }] = missing.faults() else { panic!("{missing}") };
    assert_eq!((name.as_str(), problem.as_str()), ("+00:00", "no such file: /usr/share/zoneinfo…"));
    // A fault of the zone itself stays what it is.
    let faulty = document.build(|_, known| Zone::tabulate("", &chrono::Utc, known)).unwrap_err();
    assert!(matches!(faulty.faults(), [CalendarFault::Name { .. }]), "{faulty}");
    let known = document.build(|_, known| Ok::<_, std::io::Error>(utc(known)));
    assert!(known.is_ok());
    let long = document.build(|_, _| Err::<Zone, _>("x".repeat(10_000_000))).unwrap_err();
    assert!(long.to_string().len() < 400, "{}", long.to_string().len());
}

#[test]
fn a_time_of_day_comes_from_chrono() {
    let time = |text: &str| text.parse::<NaiveTime>().unwrap();
    for text in ["00:00:00", "09:30:00", "16:30:15", "23:59:59"] {
        let read = LocalTime::try_from(time(text)).unwrap();
        assert_eq!(read, text.parse().unwrap());
        assert_eq!(NaiveTime::from(read), time(text));
    }
    for (text, shown) in [
        ("09:30:00.000000001", "09:30:00.000000001"),
        ("23:59:60", "23:59:60"),
        ("12:00:60.5", "12:00:60.500"),
    ] {
        let error = LocalTime::try_from(time(text)).unwrap_err().to_string();
        assert!(error.starts_with(&format!("`{shown}` is not a time of day")), "{error}");
    }
}

#[test]
fn a_calendar_of_the_last_year_that_can_be_known_answers_until_its_last_day() {
    let calendar =
        Calendar::builder("last", utc(years(9999, 9999))).week(WeekPattern::always()).build().unwrap();
    assert_eq!(calendar.is_working_day(date("9999-12-31")), Ok(true));
    let beyond = calendar.nth_working_day_after(date("9999-12-31"), 1).unwrap_err();
    assert_eq!(beyond.kind(), CalendarErrorKind::Never);
}
