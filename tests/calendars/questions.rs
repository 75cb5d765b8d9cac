//! Questions that every host asks (fault C12), against a walk over all spans.

use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Utc, Weekday};
use chrono_tz::America::New_York;
use redress::calendar::holiday::AnnualDay;
use redress::calendar::reading::{DayBounds, OutsideDays};
use redress::calendar::{
    Calendar, CalendarError, CalendarErrorKind, KnownDays, RecurringHoliday, WeekPattern, Zone,
};

use crate::calendars::support::{OFFICE, at, date, hours, office, utc, years};

type Run = (DateTime<Utc>, DateTime<Utc>);

/// Hours that touch, lunch, a night shift, a Sunday around the clock that goes on into Monday, and two offset changes.
fn odd() -> Calendar {
    let zone = Zone::tabulate("America/New_York", &New_York, years(2026, 2026)).unwrap();
    let touching = [hours("09:00-12:00"), hours("12:00-14:00"), hours("15:00-17:00")];
    let week = WeekPattern::weekdays(touching)
        .with(Weekday::Fri, [hours("09:00-12:00"), hours("22:00-06:00+1")])
        .with(Weekday::Sat, [hours("06:00-08:00")])
        .with(Weekday::Sun, [hours("00:00-24:00")])
        .with(Weekday::Mon, [hours("00:00-02:00"), hours("09:00-17:00")]);
    Calendar::builder("odd", zone)
        .week(week)
        .holidays(date("2026-07-01")..=date("2026-07-19"), "summer")
        .special_hours(date("2026-12-24"), "eve", [hours("09:00-12:00")])
        .build()
        .unwrap()
}

/// All runs of working time, by joining the spans of each day.
fn runs(calendar: &Calendar) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for day in calendar.known().first().iter_days().take(calendar.known().days() as usize) {
        for (start, end) in calendar.spans_of_day(day).unwrap() {
            match runs.last_mut() {
                Some(last) if last.1 == start => last.1 = end,
                _ => runs.push((start, end)),
            }
        }
    }
    runs
}

#[test]
fn fault_c12_openings_and_closings_are_those_of_the_runs_of_working_time() {
    let calendar = odd();
    let runs = runs(&calendar);
    assert!(
        runs.iter().any(|(start, end)| *end - *start > TimeDelta::hours(24)),
        "Sunday goes on into Monday"
    );
    // Inside the known days no run is cut off.
    let inner = &runs[1..runs.len() - 1];
    let (first, last) = (inner[0].0, inner[inner.len() - 1].1);
    let mut instants = Vec::new();
    for (start, end) in inner {
        for edge in [start, end] {
            instants.extend(
                [-1_000_000_000, -1, 0, 1, 1_000_000_000].map(|nanos| *edge + TimeDelta::nanoseconds(nanos)),
            );
        }
    }
    let mut checked = 0;
    for at in instants.into_iter().filter(|at| first <= *at && *at < last) {
        let find = |edge: fn(&Run) -> DateTime<Utc>| {
            let next = runs.iter().map(edge).find(|edge| *edge > at).unwrap();
            let previous = runs.iter().map(edge).rfind(|edge| *edge <= at).unwrap();
            (next, previous)
        };
        let (next_opening, previous_opening) = find(|run| run.0);
        let (next_closing, previous_closing) = find(|run| run.1);
        assert_eq!(calendar.next_opening(at), Ok(next_opening), "{at}");
        assert_eq!(calendar.previous_opening(at), Ok(previous_opening), "{at}");
        assert_eq!(calendar.next_closing(at), Ok(next_closing), "{at}");
        if previous_closing > runs[0].1 {
            assert_eq!(calendar.previous_closing(at), Ok(previous_closing), "{at}");
        }
        checked += 1;
    }
    assert!(checked > 3_000);
}

#[test]
fn fault_c12_a_desk_around_the_clock_opens_and_closes_nowhere_that_is_known() {
    let calendar =
        Calendar::builder("always", utc(years(2000, 2099))).week(WeekPattern::always()).build().unwrap();
    let now = at("2050-06-01T12:00:00Z");
    for answer in [
        calendar.next_opening(now),
        calendar.next_closing(now),
        calendar.previous_opening(now),
        calendar.previous_closing(now),
    ] {
        assert_eq!(answer.unwrap_err().kind(), CalendarErrorKind::NotKnown);
    }
    // A holiday parts the run, whatever its length.
    let calendar = calendar.to_builder().holiday(date("2060-01-01"), "once").build().unwrap();
    assert_eq!(calendar.next_closing(now), Ok(at("2060-01-01T00:00:00Z")));
    assert_eq!(calendar.next_opening(now), Ok(at("2060-01-02T00:00:00Z")));
    let later = at("2090-06-01T12:00:00Z");
    assert_eq!(calendar.previous_closing(later), Ok(at("2060-01-01T00:00:00Z")));
    assert_eq!(calendar.previous_opening(later), Ok(at("2060-01-02T00:00:00Z")));
}

#[test]
fn a_run_at_the_edge_of_the_known_days_may_go_on_beyond_it() {
    let nights = WeekPattern::daily([hours("00:00-02:00"), hours("22:00-24:00")]);
    let calendar = Calendar::builder("nights", utc(years(2026, 2026))).week(nights).build().unwrap();
    let not_known = |answer: Result<DateTime<Utc>, CalendarError>| {
        assert_eq!(answer.unwrap_err().kind(), CalendarErrorKind::NotKnown);
    };
    assert_eq!(calendar.previous_closing(at("2026-01-01T03:00:00Z")), Ok(at("2026-01-01T02:00:00Z")));
    not_known(calendar.previous_opening(at("2026-01-01T03:00:00Z")));
    not_known(calendar.previous_closing(at("2026-01-01T01:00:00Z")));
    assert_eq!(calendar.next_opening(at("2026-12-31T21:00:00Z")), Ok(at("2026-12-31T22:00:00Z")));
    not_known(calendar.next_closing(at("2026-12-31T21:00:00Z")));
    not_known(calendar.next_opening(at("2026-12-31T23:00:00Z")));
}

#[test]
fn fault_c12_spans_of_a_period_are_read_forward_and_backward() {
    let calendar = odd();
    let all: Vec<Run> = calendar
        .known()
        .first()
        .iter_days()
        .take(365)
        .flat_map(|day| calendar.spans_of_day(day).unwrap().collect::<Vec<_>>())
        .collect();
    let bounds = [
        ("2026-03-06T12:00:00Z", "2026-03-20T12:00:00Z"),
        ("2026-03-08T05:30:00Z", "2026-03-08T05:30:00Z"),
        ("2026-03-06T15:00:00Z", "2026-03-06T16:00:00Z"),
        ("2026-03-06T16:00:00Z", "2026-03-06T15:00:00Z"),
        ("2026-07-02T00:00:00Z", "2026-07-15T00:00:00Z"),
        ("2026-03-20T12:00:00Z", "2026-03-06T12:00:00Z"),
        ("2026-01-05T00:00:00Z", "2026-12-30T00:00:00Z"),
        ("2026-03-06T14:00:00Z", "2026-03-06T14:00:00.000000001Z"),
    ];
    for (from, until) in bounds {
        let (from, until) = (at(from), at(until));
        let expected: Vec<Run> = all
            .iter()
            .map(|(start, end)| ((*start).max(from), (*end).min(until)))
            .filter(|(start, end)| start < end)
            .collect();
        let forward: Vec<Run> = calendar.working_spans(from, until).unwrap().collect();
        assert_eq!(forward, expected, "{from} {until}");
        let mut backward: Vec<Run> = calendar.working_spans(from, until).unwrap().rev().collect();
        backward.reverse();
        assert_eq!(backward, expected, "{from} {until}");
    }
}

#[test]
fn fault_c12_working_days_are_counted_with_all_four_bounds() {
    let calendar = office(2026, 2026).holiday(date("2026-04-03"), "Good Friday").build().unwrap();
    let walk = |from: NaiveDate, until: NaiveDate, bounds: DayBounds| {
        let (earlier, later) = (from.min(until), from.max(until));
        let counts = |day: NaiveDate| {
            let earlier = day != earlier || matches!(bounds, DayBounds::Both | DayBounds::Earlier);
            let later = day != later || matches!(bounds, DayBounds::Both | DayBounds::Later);
            earlier && later && calendar.is_working_day(day).unwrap()
        };
        let days = earlier.iter_days().take_while(|day| *day <= later).filter(|day| counts(*day)).count();
        i64::try_from(days).unwrap() * if until < from { -1 } else { 1 }
    };
    let days: Vec<NaiveDate> = date("2026-03-27").iter_days().take(20).collect();
    for &from in &days {
        for &until in &days {
            for bounds in [DayBounds::Both, DayBounds::Earlier, DayBounds::Later, DayBounds::Neither] {
                let found = calendar.working_days_bounded(from, until, bounds);
                assert_eq!(found, Ok(walk(from, until, bounds)), "{from} {until} {bounds:?}");
            }
            let between = calendar.working_days_between(from, until);
            assert_eq!(calendar.working_days_bounded(from, until, DayBounds::Later), between);
        }
    }
}

#[test]
fn fault_c12_the_working_day_before_at_the_same_time() {
    let calendar = odd();
    // Monday 9 March, 10:00 summer time; Sunday is a working day here, Saturday too.
    let monday = at("2026-03-09T14:00:00Z");
    assert_eq!(calendar.same_time_before(monday, 1), Ok(at("2026-03-08T14:00:00Z")));
    assert_eq!(calendar.same_time_before(monday, 2), Ok(at("2026-03-07T15:00:00Z")), "10:00 in winter time");
    assert_eq!(calendar.same_time_after(at("2026-03-07T15:00:00Z"), 2), Ok(monday));
    assert_eq!(calendar.same_time_after(monday, 0), Ok(monday));
    // 02:30 does not exist on 8 March, 01:30 exists twice on 1 November.
    assert_eq!(calendar.same_time_before(at("2026-03-09T06:30:00Z"), 1), Ok(at("2026-03-08T07:00:00Z")));
    assert_eq!(calendar.same_time_before(at("2026-11-02T06:30:00Z"), 1), Ok(at("2026-11-01T05:30:00Z")));
    // The second 01:30 stays where it is.
    let second = at("2026-11-01T06:30:00Z");
    assert_eq!(calendar.same_time_after(second, 0), Ok(second));
    assert_eq!(calendar.same_time_before(second, 0), Ok(second));
    let fraction = at("2026-06-02T14:00:00.25Z");
    assert_eq!(calendar.same_time_before(fraction, 1), Ok(at("2026-06-01T14:00:00.25Z")));
    assert!(calendar.same_time_after(at("2026-12-31T20:00:00Z"), 1).is_err());
}

#[test]
fn fault_c12_breaks_lie_between_the_hours_of_a_date() {
    let calendar = odd();
    let breaks = |day: &str| calendar.breaks(date(day)).unwrap().collect::<Vec<_>>();
    // 09-12 and 12-14 touch; 14-15 is the break.
    assert_eq!(breaks("2026-03-10"), [(at("2026-03-10T18:00:00Z"), at("2026-03-10T19:00:00Z"))]);
    assert_eq!(breaks("2026-03-13"), [(at("2026-03-13T16:00:00Z"), at("2026-03-14T02:00:00Z"))]);
    assert_eq!(breaks("2026-07-02"), [], "a holiday");
    assert_eq!(breaks("2026-12-24"), []);
    let spans: Vec<Run> = calendar.spans_of_day(date("2026-03-13")).unwrap().rev().collect();
    assert_eq!(
        spans,
        [
            (at("2026-03-14T02:00:00Z"), at("2026-03-14T10:00:00Z")),
            (at("2026-03-13T13:00:00Z"), at("2026-03-13T16:00:00Z")),
        ]
    );
}

#[test]
fn fault_c12_holidays_of_a_year() {
    let calendar = office(2026, 2027)
        .holiday(date("2026-05-01"), "Labour Day")
        .holiday(date("2027-05-01"), "Labour Day")
        .special_hours(date("2026-12-31"), "stocktaking", [])
        .special_hours(date("2026-12-24"), "eve", [hours("09:00-12:00")])
        .working_day(date("2026-05-02"), "make-up", [OFFICE])
        .recurring(RecurringHoliday::new("Easter Monday", AnnualDay::Easter { days: 1 }))
        .build()
        .unwrap();
    let of = |year| calendar.holidays(year).map(Iterator::collect::<Vec<_>>);
    assert_eq!(
        of(2026).unwrap(),
        [
            (date("2026-04-06"), "Easter Monday"),
            (date("2026-05-01"), "Labour Day"),
            (date("2026-12-31"), "stocktaking")
        ]
    );
    assert_eq!(of(2027).unwrap().len(), 2);
    assert!(of(2027).unwrap().iter().all(|(day, _)| day.year() == 2027));
    assert!(of(2025).is_err());
    let half = office(2026, 2027)
        .known(KnownDays::new(date("2026-01-01"), date("2027-06-30")).unwrap())
        .outside_days(OutsideDays::LeftOut)
        .build()
        .unwrap();
    assert!(half.holidays(2026).is_ok());
    assert_eq!(half.holidays(2027).map(|_| ()).unwrap_err().kind(), CalendarErrorKind::NotKnown);
}
