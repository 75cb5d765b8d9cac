//! What other systems are known to get wrong, each as an input with the right answer: rows `T..` of the
//! list of known faults, as far as calendars, deadlines and single clocks go.
//!
//! Rows without a zone are placed in Europe/Berlin, rows without a date in January 2026.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use chrono::{DateTime, NaiveDate, TimeDelta, Utc, Weekday};
use chrono_tz::Africa::Casablanca;
use chrono_tz::America::New_York;
use chrono_tz::Asia::Kolkata;
use chrono_tz::Europe::{Amsterdam, Berlin, London};
use chrono_tz::Tz;
use redress::calendar::parse::HoursError;
use redress::calendar::reading::Fold;
use redress::calendar::{
    Calendar, CalendarBuilder, CalendarDocument, CalendarError, CalendarFault, Hours, KnownDays, LocalTime,
    Span, WeekPattern, Zone, instant,
};
use redress::deadline::choice::{Alternative, Bound, ClosedStart, DeadlineFault, LateReceipt, MissingTarget};
use redress::deadline::explanation::{NamedDay, PauseShift, TraceStep};
use redress::deadline::rule::{
    AfterBreach, ChangeEffect, ClockError, Extension, ExtensionChange, ExtensionRule, PauseRule, Warning,
};
use redress::deadline::{
    Anchors, Clock, ClockReading, ClockRecord, ClockStatus, Count, Cutoff, Deadline, DeadlineError, Due, End,
    Roll, Term, Trace,
};
use redress::vocab::course::ExtensionReason;
use redress::vocab::{Anchor, Category, ClockName, PauseReason};

const HALF_PAST_FOUR: LocalTime = LocalTime::from_static("16:30");
const CUSTOMER: PauseReason = PauseReason::AWAITING_CUSTOMER;
const SUPPLIER: PauseReason = PauseReason::AWAITING_SUPPLIER;

fn at(text: &str) -> DateTime<Utc> {
    instant::parse(text).unwrap()
}

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn hours(text: &str) -> Hours {
    text.parse().unwrap()
}

/// A calendar in the making, known for a year and the one after it.
fn calendar(zone: Tz, year: i32) -> CalendarBuilder {
    let known = KnownDays::years(year, year + 1).unwrap();
    Calendar::builder("office", Zone::tabulate(zone.name(), &zone, known).unwrap())
}

/// The same hours from Monday to Friday.
fn weekdays(zone: Tz, year: i32, open: &str) -> CalendarBuilder {
    calendar(zone, year).week(WeekPattern::weekdays([hours(open)]))
}

/// The same hours on every day of the week.
fn daily(zone: Tz, year: i32, open: &str) -> CalendarBuilder {
    let week = WeekPattern::weekdays([hours(open)]);
    calendar(zone, year).week(week.with(Weekday::Sat, [hours(open)]).with(Weekday::Sun, [hours(open)]))
}

fn with_holidays(builder: CalendarBuilder, days: &[(&str, &str)]) -> Calendar {
    days.iter().fold(builder, |builder, (day, name)| builder.holiday(date(day), name)).build().unwrap()
}

/// An instant as the wall clock shows it, read with the zone database and not with the calendar.
fn shown(calendar: &Calendar, at: DateTime<Utc>) -> String {
    let zone: Tz = calendar.zone().name().parse().unwrap();
    let local = at.with_timezone(&zone);
    assert_eq!(calendar.local(at), Ok(local.naive_local()), "the calendar shows another local time");
    format!("{} {zone}", local.format("%a %Y-%m-%d %H:%M:%S%.f %:z"))
}

/// A due date; a midnight that is too late already is shown as 24:00 of the day before.
fn shown_due(calendar: &Calendar, due: Due) -> String {
    match due.bound() {
        Bound::Inclusive => shown(calendar, due.at()),
        Bound::Exclusive => {
            let last = shown(calendar, due.at() - TimeDelta::seconds(1));
            assert!(last.contains(" 23:59:59 "), "{last}");
            last.replace(" 23:59:59 ", " 24:00:00 ")
        }
    }
}

fn clock() -> Clock {
    Clock::new(ClockName::RESPONSE, Anchor::RECEIVED)
        .with_pause(PauseRule::new(CUSTOMER))
        .with_pause(PauseRule::new(SUPPLIER))
}

fn record(deadline: impl Into<Deadline>, received: &str) -> ClockRecord {
    ClockRecord::new(deadline, Anchors::received(at(received)))
}

fn hold(record: &mut ClockRecord, reason: PauseReason, from: &str, until: &str) {
    record.pause(&clock(), reason, at(from)).unwrap();
    record.resume(&clock(), reason, at(until)).unwrap();
}

/// Every full hour of a time and, beside them, instants 5 h 7 min 13 s apart.
fn sweep(from: &str, until: &str) -> Vec<DateTime<Utc>> {
    let (from, until) = (at(from), at(until));
    let every = |step| {
        core::iter::successors(Some(from), move |at| Some(*at + step)).take_while(move |at| *at < until)
    };
    let odd = TimeDelta::hours(5) + TimeDelta::seconds(7 * 60 + 13);
    let mut instants: Vec<_> = every(TimeDelta::hours(1)).chain(every(odd)).collect();
    instants.sort_unstable();
    instants
}

/// A deadline counted from the receipt: the due date is the expected one, its explanation agrees, and what
/// is done by then is met, what is done a nanosecond later is not.
#[track_caller]
fn check(calendar: &Calendar, deadline: impl Into<Deadline>, received: &str, expected: &str) {
    let deadline = deadline.into();
    let anchors = Anchors::received(at(received));
    let due = deadline.due(calendar, Anchor::RECEIVED, &anchors).unwrap();
    assert_eq!(shown_due(calendar, due), expected);
    let (explained, trace) = deadline.explain(calendar, Anchor::RECEIVED, &anchors).unwrap();
    assert_eq!(explained, due);
    let local = calendar.local(due.at()).ok();
    assert_eq!(trace.steps().last(), Some(&TraceStep::Due { at: due.at(), bound: due.bound(), local }));

    let instant = TimeDelta::nanoseconds(1);
    let last = if due.bound() == Bound::Inclusive { due.at() } else { due.at() - instant };
    let mut record = ClockRecord::new(deadline, anchors);
    let running = ClockStatus::Running { due, left: due.at() - last };
    assert_eq!(clock().reading(calendar, &record, last).status(), &running);
    let breached = ClockStatus::Breached { since: due.at() };
    assert_eq!(clock().reading(calendar, &record, last + instant).status(), &breached);
    record.stop(&clock(), last).unwrap();
    let met = ClockStatus::Met { at: last };
    assert_eq!(clock().reading(calendar, &record, last + TimeDelta::days(30)).status(), &met);
}

/// The due date of a clock by what was entered until an instant; its explanation agrees.
#[track_caller]
fn check_clock(calendar: &Calendar, clock: &Clock, record: &ClockRecord, now: &str, expected: &str) {
    let due = clock.projected_due(calendar, record, at(now)).unwrap();
    assert_eq!(shown_due(calendar, due), expected);
    assert_eq!(clock.explain(calendar, record, at(now)).unwrap().0, due);
}

fn reading(calendar: &Calendar, clock: &Clock, record: &ClockRecord, now: &str) -> ClockReading {
    clock.reading(calendar, record, at(now))
}

fn explained(calendar: &Calendar, deadline: impl Into<Deadline>, received: &str) -> Trace {
    deadline.into().explain(calendar, Anchor::RECEIVED, &Anchors::received(at(received))).unwrap().1
}

/// Whether an error is what it should be: its full text and its kind.
#[track_caller]
fn refused<E: std::fmt::Display + PartialEq + std::fmt::Debug>(error: &E, kind: &E, text: &str) {
    assert_eq!(error.to_string(), text);
    assert_eq!(error, kind);
}

// 1. Hours and holidays.

#[test]
fn fault_t1_an_hour_from_friday_half_past_four_ends_on_monday() {
    let office = weekdays(Berlin, 2026, "09:00-17:00").build().unwrap();
    let hour = Term::working(Span::hours(1));
    // Not Fri 17:30: the office closes at 17:00, half of the hour is left for Monday.
    check(&office, hour, "2026-01-09T16:30:00+01:00", "Mon 2026-01-12 09:30:00 +01:00 Europe/Berlin");
}

#[test]
fn fault_t2_four_hours_from_friday_five_end_on_monday() {
    let office = weekdays(Berlin, 2026, "08:00-18:00").build().unwrap();
    let four_hours = Term::working(Span::hours(4));
    check(&office, four_hours, "2026-01-09T17:00:00+01:00", "Mon 2026-01-12 11:00:00 +01:00 Europe/Berlin");
}

#[test]
fn fault_t3_a_holiday_on_the_monday_is_skipped() {
    let office = with_holidays(
        weekdays(New_York, 2014, "09:00-17:00"),
        &[("2014-01-20", "Martin Luther King Jr. Day")],
    );
    let eight_hours = Term::working(Span::hours(8));
    // Not Mon 2014-01-20 15:00: that is the holiday itself.
    check(
        &office,
        eight_hours,
        "2014-01-17T15:00:00-05:00",
        "Tue 2014-01-21 15:00:00 -05:00 America/New_York",
    );
}

#[test]
fn fault_t4_a_holiday_in_a_six_day_week_is_skipped() {
    let week = WeekPattern::weekdays([hours("08:00-17:00")]).with(Weekday::Sat, [hours("08:00-17:00")]);
    let office = with_holidays(calendar(Berlin, 2018).week(week), &[("2018-11-09", "holiday")]);
    let ten_hours = Term::working(Span::hours(10));
    // Not 2018-11-09 09:00: the last hour would lie on the holiday.
    check(&office, ten_hours, "2018-11-08T08:00:00+01:00", "Sat 2018-11-10 09:00:00 +01:00 Europe/Berlin");
}

#[test]
fn fault_t5_a_late_shift_loses_no_hour() {
    let office = weekdays(Berlin, 2024, "14:00-23:00").build().unwrap();
    let four_hours = Term::working(Span::hours(4));
    // Two hours on Monday and two on Tuesday; one hour less where 23:00 is taken for 22:59 or 24:00.
    check(&office, four_hours, "2024-09-30T21:00:00+02:00", "Tue 2024-10-01 16:00:00 +02:00 Europe/Berlin");
}

#[test]
fn fault_t5_before_and_after_are_inverse() {
    let office = weekdays(Berlin, 2024, "14:00-23:00").build().unwrap();
    let back = office.subtract_working_time(at("2024-10-01T16:00:00+02:00"), Span::hours(4)).unwrap();
    assert_eq!(shown(&office, back), "Mon 2024-09-30 21:00:00 +02:00 Europe/Berlin");
    let amounts = [0, 1, 3_599, 3_600, 4 * 3_600, 9 * 3_600, 9 * 3_600 + 1, 50 * 3_600].map(Span::seconds);
    for from in sweep("2024-09-26T00:00:00+02:00", "2024-10-08T00:00:00+02:00") {
        let from = office.next_working_instant(from).unwrap();
        for amount in amounts {
            let due = office.add_working_time(from, amount).unwrap();
            assert_eq!(office.subtract_working_time(due, amount), Ok(from), "{amount} from {from}");
            let start = office.subtract_working_time(due, amount).unwrap();
            assert_eq!(office.add_working_time(start, amount), Ok(due), "{amount} until {due}");
        }
    }
}

#[test]
fn fault_t6_ten_hours_of_one_day_a_week_end_a_week_later() {
    let tuesdays = WeekPattern::closed().with(Weekday::Tue, [hours("08:00-17:00")]);
    let office = calendar(Berlin, 2026).week(tuesdays).build().unwrap();
    let (ten_hours, received) = (Term::working(Span::hours(10)), "2026-01-13T08:00:00+01:00");
    check(&office, ten_hours, received, "Tue 2026-01-20 09:00:00 +01:00 Europe/Berlin");
    // Not overdue at once: nothing of the ten hours is used up yet.
    let due = Due::new(at("2026-01-20T09:00:00+01:00"), Bound::Inclusive);
    let running = ClockStatus::Running { due, left: TimeDelta::hours(7 * 24 + 1) };
    assert_eq!(reading(&office, &clock(), &record(ten_hours, received), received).status(), &running);
}

#[test]
fn fault_t7_the_midday_break_is_no_working_time() {
    let split = [hours("09:00-13:00"), hours("14:00-18:00")];
    let week = WeekPattern::closed().with(Weekday::Tue, split);
    let office = calendar(Berlin, 2026).week(week).build().unwrap();
    let hour = Term::working(Span::hours(1));
    // Not 13:30: from 13:00 to 14:00 nobody works.
    check(&office, hour, "2026-01-13T12:30:00+01:00", "Tue 2026-01-13 14:30:00 +01:00 Europe/Berlin");
}

#[test]
fn fault_t8_a_day_without_closing_has_twenty_four_hours() {
    let always = calendar(Berlin, 2026).week(WeekPattern::always()).build().unwrap();
    let day = Term::working(Span::hours(24));
    // Not 12:01: a day kept as 00:00 to 23:59 loses a minute at every midnight.
    check(&always, day, "2026-01-12T12:00:00+01:00", "Tue 2026-01-13 12:00:00 +01:00 Europe/Berlin");
}

#[test]
fn fault_t9_a_night_shift_belongs_to_the_day_it_starts_on() {
    let night = weekdays(Berlin, 2020, "22:00-06:00+1").build().unwrap();
    // Not no: the shift of Friday evening runs until Saturday 06:00.
    assert_eq!(night.is_working(at("2020-04-11T02:00:00+02:00")), Ok(true));
    // Not yes: on Sunday evening no shift starts.
    assert_eq!(night.is_working(at("2020-04-06T02:00:00+02:00")), Ok(false));
    assert_eq!(night.is_working(at("2020-04-11T05:59:59.999999999+02:00")), Ok(true));
    assert_eq!(night.is_working(at("2020-04-11T06:00:00+02:00")), Ok(false));
    assert_eq!(night.is_working_day(date("2020-04-10")), Ok(true));
    assert_eq!(night.is_working_day(date("2020-04-11")), Ok(false));
}

#[test]
fn fault_t10_hours_that_close_at_midnight_as_zero_o_clock_are_refused() {
    let text = "hours `09:00-00:00` close before they open, expected a later closing, `24:00` for midnight or `+1` \
                for the next day";
    let read = "09:00-00:00".parse::<Hours>().unwrap_err();
    assert!(matches!(read, HoursError::Reversed { .. }), "{read:?}");
    assert_eq!(read.to_string(), text);
    assert_eq!(Hours::new(LocalTime::from_static("09:00"), LocalTime::MIDNIGHT), Err(read));

    let empty = "00:00-00:00".parse::<Hours>().unwrap_err();
    assert!(matches!(empty, HoursError::Empty { .. }), "{empty:?}");
    assert_eq!(
        empty.to_string(),
        "hours `00:00-00:00` are empty, expected a later closing, or `00:00-24:00` for a whole day",
    );

    let faults = load(r#"{ "mon": ["09:00-00:00"], "tue": ["09:00-17:00"] }"#, "[]").unwrap_err();
    let [CalendarFault::Document { place, problem }] = faults.as_slice() else { panic!("{faults:?}") };
    assert_eq!((place.as_str(), problem.as_str()), ("week.mon[0]", text));
    assert_eq!(faults[0].to_string(), format!("week.mon[0]: {text}"));
}

#[test]
fn fault_t10_a_calendar_without_any_hours_is_refused() {
    let none = CalendarFault::NoWorkingTime { first: date("2026-01-01"), last: date("2026-12-31") };
    let text = "no working time from 2026-01-01 to 2026-12-31; give at least one weekday working hours";
    for week in ["{}", r#"{ "mon": [], "sun": [] }"#] {
        let faults = load(week, "[]").unwrap_err();
        assert_eq!(faults.len(), 1);
        refused(&faults[0], &none, text);
    }
    let make_up = r#"[{ "date": "2026-01-10", "name": "stocktaking", "hours": [] }]"#;
    let faults = load(r#"{ "mon": ["09:00-17:00"] }"#, make_up).unwrap_err();
    assert_eq!(faults.len(), 1);
    refused(
        &faults[0],
        &CalendarFault::NoHours { date: date("2026-01-10"), name: "stocktaking".into() },
        "day 2026-01-10 `stocktaking`: a working day needs hours; give it hours, or list it as a holiday",
    );
}

/// Loads the calendar of a document with a week and make-up working days.
fn load(week: &str, working_days: &str) -> Result<Calendar, Vec<CalendarFault>> {
    let document = format!(
        r#"{{ "name": "office", "revision": "1", "zone": "Europe/Berlin", "first": "2026-01-01",
              "last": "2026-12-31", "week": {week}, "working-days": {working_days} }}"#,
    );
    let document: CalendarDocument = serde_json::from_str(&document).unwrap();
    let resolve = |name: &str, known| Zone::tabulate(name, &name.parse::<Tz>().ok()?, known).ok();
    document.build(resolve).map_err(|faults| faults.faults().to_vec())
}

#[test]
fn fault_t11_a_week_in_which_every_day_is_closed_is_refused() {
    let none = CalendarFault::NoWorkingTime { first: date("2026-01-01"), last: date("2027-12-31") };
    let text = "no working time from 2026-01-01 to 2027-12-31; give at least one weekday working hours";
    let closed = calendar(Berlin, 2026).week(WeekPattern::closed()).build().unwrap_err();
    // Not "150 days later": no number of days leads to an opening.
    assert_eq!(closed.faults().len(), 1);
    refused(&closed.faults()[0], &none, text);
    let on_holiday = weekdays(Berlin, 2026, "09:00-17:00")
        .holidays(date("2026-01-01")..=date("2027-12-31"), "closed down")
        .build()
        .unwrap_err();
    assert_eq!(on_holiday.faults().len(), 1);
    refused(&on_holiday.faults()[0], &none, text);
}

#[test]
fn fault_t11_a_closure_of_three_weeks_ends_with_the_next_opening() {
    let office = weekdays(Berlin, 2026, "09:00-17:00")
        .holidays(date("2026-12-21")..=date("2027-01-08"), "closed down")
        .build()
        .unwrap();
    // Not the instant asked about: no search gives up after 14 days.
    for asked in ["2026-12-18T17:00:00+01:00", "2026-12-21T00:00:00+01:00", "2027-01-08T12:00:00+01:00"] {
        let opening = office.next_working_instant(at(asked)).unwrap();
        assert_eq!(shown(&office, opening), "Mon 2027-01-11 09:00:00 +01:00 Europe/Berlin");
    }
    let minute = Term::working(Span::minutes(1));
    check(&office, minute, "2026-12-21T10:00:00+01:00", "Mon 2027-01-11 09:01:00 +01:00 Europe/Berlin");
    let next_opening = Term::working_days(1).with_end(End::OPENING);
    check(&office, next_opening, "2026-12-21T10:00:00+01:00", "Mon 2027-01-11 09:00:00 +01:00 Europe/Berlin");
}

#[test]
fn fault_t12_a_day_beyond_the_list_of_holidays_is_unknown() {
    let known = KnownDays::years(2026, 2026).unwrap();
    let zone = Zone::tabulate("Europe/Berlin", &Berlin, known).unwrap();
    let office = Calendar::builder("office", zone)
        .week(WeekPattern::weekdays([hours("09:00-17:00")]))
        .holiday(date("2026-12-25"), "Christmas Day")
        .build()
        .unwrap();
    let (two_days, received) = (Term::working_days(2), "2026-12-30T10:00:00+01:00");
    let error = Deadline::from(two_days)
        .due(&office, Anchor::RECEIVED, &Anchors::received(at(received)))
        .unwrap_err();
    let not_known = DeadlineError::Calendar(CalendarError::NotKnown {
        calendar: "office".into(),
        asked: date("2027-01-01"),
        first: date("2026-01-01"),
        last: date("2026-12-31"),
    });
    // Not 2027-01-01 as a working day: whether it is one is in no list. The first day that would have to be
    // known is named, and with it the last known one.
    refused(
        &error,
        &not_known,
        "calendar `office` does not cover 2027-01-01, only 2026-01-01 to 2026-12-31; extend its known days",
    );
    let shows = reading(&office, &clock(), &record(two_days, received), received);
    assert_eq!(shows.status(), &ClockStatus::Undetermined { reason: not_known });
    assert!(shows.status().is_beyond_calendar());
    check(&office, Term::working_days(1), received, "Thu 2026-12-31 10:00:00 +01:00 Europe/Berlin");
}

#[test]
fn fault_t13_a_saturday_declared_working_is_worked() {
    let office = weekdays(Berlin, 2026, "09:00-17:00")
        .working_day(date("2026-01-10"), "make-up Saturday", [hours("09:00-17:00")])
        .build()
        .unwrap();
    let eight_hours = Term::working(Span::hours(8));
    // Not Monday: the declaration goes before the pattern of the week.
    check(&office, eight_hours, "2026-01-09T15:00:00+01:00", "Sat 2026-01-10 15:00:00 +01:00 Europe/Berlin");
}

/// Calendars with what makes counting hard: holidays, a break, a make-up day, night shifts over both changes
/// of the clock.
fn hard_calendars() -> [Calendar; 3] {
    let split = WeekPattern::weekdays([hours("08:00-12:00"), hours("13:00-17:00")]);
    let berlin = calendar(Berlin, 2026)
        .week(split)
        .holiday(date("2026-04-03"), "Good Friday")
        .holiday(date("2026-04-06"), "Easter Monday")
        .working_day(date("2026-04-11"), "make-up Saturday", [hours("09:00-13:00")])
        .build()
        .unwrap();
    let new_york =
        daily(New_York, 2026, "22:00-06:00+1").holiday(date("2026-03-08"), "closed").build().unwrap();
    let always = calendar(London, 2026).week(WeekPattern::always()).build().unwrap();
    [berlin, new_york, always]
}

/// Starts around the changes to summer time and Easter, and around the change to winter time.
fn hard_starts() -> Vec<DateTime<Utc>> {
    let mut starts = sweep("2026-03-05T00:00:00Z", "2026-04-14T00:00:00Z");
    starts.extend(sweep("2026-10-22T00:00:00Z", "2026-11-05T00:00:00Z"));
    starts
}

fn due_of(calendar: &Calendar, term: Term, start: DateTime<Utc>) -> DateTime<Utc> {
    Deadline::from(term).due(calendar, Anchor::RECEIVED, &Anchors::received(start)).unwrap().at()
}

const BUDGETS: [u32; 8] = [0, 1, 59, 3_600, 7 * 3_600 + 59, 8 * 3_600, 24 * 3_600, 41 * 3_600 + 1];

#[test]
fn fault_t14_a_later_start_is_never_due_earlier() {
    let spans = BUDGETS.map(Span::seconds);
    let ends = [End::at(HALF_PAST_FOUR), End::END_OF_DAY];
    let mut terms: Vec<Term> = spans.iter().flat_map(|&b| [Term::elapsed(b), Term::working(b)]).collect();
    for n in [1, 2, 5] {
        let late = Cutoff::daily(HALF_PAST_FOUR, LateReceipt::NextCalendarDay);
        let later = Cutoff::daily(HALF_PAST_FOUR, LateReceipt::NextWorkingDay);
        for end in ends {
            for days in [Term::working_days(n), Term::calendar_days(n), Term::weeks(n), Term::months(n)] {
                let days = days.with_end(end);
                let closed = days.with_closed_start(ClosedStart::NextWorkingDay);
                for days in [
                    days,
                    days.with_cutoff(late),
                    closed,
                    closed.with_cutoff(late),
                    closed.with_cutoff(later),
                ] {
                    let rolls = [Roll::NONE, Roll::FOLLOWING, Roll::PRECEDING, Roll::MODIFIED_FOLLOWING];
                    terms.extend(rolls.map(|roll| days.with_roll(roll)));
                }
            }
        }
        terms.extend([End::OPENING, End::CLOSE_OF_BUSINESS].map(|end| Term::working_days(n).with_end(end)));
    }
    // Not start 7 Jan, due 13 Jan, and start 9 Jan, due 12 Jan.
    for calendar in hard_calendars() {
        for &term in &terms {
            assert_eq!(due_earlier(&calendar, term), None, "{term:?} in {}", calendar.zone().name());
        }
    }
}

/// Two starts in a row of which the later one is due earlier, each before its due date.
fn due_earlier(calendar: &Calendar, term: Term) -> Option<[(DateTime<Utc>, DateTime<Utc>); 2]> {
    let dues: Vec<_> =
        hard_starts().into_iter().map(|start| (start, due_of(calendar, term, start))).collect();
    let mut pairs = dues.iter().copied().zip(dues.iter().copied().skip(1));
    pairs.find(|(earlier, later)| earlier.1 > later.1).map(|(earlier, later)| [earlier, later])
}

/// The one combination of parts that breaks the law, and says so: a late receipt on Friday counts for Monday
/// while one on Saturday is kept as Saturday's. Treating closed days alike mends it.
#[test]
fn fault_t14_only_a_kept_closed_start_lets_a_saturday_count_before_a_friday_evening() {
    let late = Cutoff::daily(HALF_PAST_FOUR, LateReceipt::NextWorkingDay);
    let office = weekdays(Berlin, 2026, "09:00-17:00").build().unwrap();
    let kept = Term::working_days(1).with_cutoff(late).with_end(ENDS_AT_HALF_PAST_FOUR);
    let friday_evening = at("2026-03-06T23:04:00+01:00");
    let saturday = at("2026-03-07T00:00:00+01:00");
    assert_eq!(due_of(&office, kept, friday_evening), at("2026-03-10T16:30:00+01:00"));
    assert_eq!(due_of(&office, kept, saturday), at("2026-03-09T16:30:00+01:00"));
    let alike = kept.with_closed_start(ClosedStart::NextWorkingDay);
    assert_eq!(due_of(&office, alike, saturday), due_of(&office, alike, friday_evening));
}

/// Days that end at the event's own time of day are compared as dates: of two receipts before and on a closed
/// day, the earlier one may have the later time of day, and design §5 keeps it.
#[test]
fn fault_t14_a_later_start_is_never_due_on_an_earlier_date() {
    for calendar in hard_calendars() {
        for n in [0, 1, 2, 5] {
            let rolled = Term::calendar_days(n).with_roll(Roll::FOLLOWING);
            let closed = Term::working_days(n).with_closed_start(ClosedStart::NextWorkingDay);
            for term in [Term::working_days(n), Term::calendar_days(n), rolled, closed] {
                let dates =
                    hard_starts().into_iter().map(|start| calendar.date(due_of(&calendar, term, start)));
                let dates: Vec<_> = dates.map(Result::unwrap).collect();
                assert!(dates.is_sorted(), "{term:?} in {}", calendar.zone().name());
            }
        }
    }
}

#[test]
fn fault_t14_a_larger_budget_is_never_due_earlier() {
    for calendar in hard_calendars() {
        for start in hard_starts() {
            let of = |term: fn(u32) -> Term, amounts: &[u32]| -> Vec<DateTime<Utc>> {
                amounts.iter().map(|&amount| due_of(&calendar, term(amount), start)).collect()
            };
            assert!(of(|amount| Term::elapsed(Span::seconds(amount)), &BUDGETS).is_sorted(), "{start}");
            assert!(of(|amount| Term::working(Span::seconds(amount)), &BUDGETS).is_sorted(), "{start}");
            for term in [Term::working_days, Term::calendar_days, Term::weeks, Term::months] {
                assert!(of(term, &[0, 1, 2, 3, 4, 5, 6]).is_sorted(), "{start}");
            }
        }
    }
}

#[test]
fn fault_t14_the_budget_is_what_lies_between_start_and_due() {
    for calendar in hard_calendars() {
        for start in hard_starts() {
            for seconds in BUDGETS {
                let budget = TimeDelta::seconds(seconds.into());
                let due = due_of(&calendar, Term::working(Span::seconds(seconds)), start);
                assert_eq!(calendar.working_time_between(start, due), Ok(budget), "{budget} from {start}");
                let due = due_of(&calendar, Term::elapsed(Span::seconds(seconds)), start);
                assert_eq!(due - start, budget, "from {start}");
            }
            let day = calendar.date(start).unwrap();
            for days in [0, 1, 2, 5, 20] {
                let due = calendar.nth_working_day_after(day, days).unwrap();
                assert_eq!(calendar.working_days_between(day, due), Ok(days.into()), "{days} from {day}");
            }
        }
    }
}

#[test]
fn fault_t14_splitting_a_budget_changes_nothing() {
    for calendar in hard_calendars() {
        for start in hard_starts() {
            for (first, second) in BUDGETS.iter().flat_map(|&first| BUDGETS.map(|second| (first, second))) {
                let whole = calendar.add_working_time(start, Span::seconds(first + second));
                let half = calendar.add_working_time(start, Span::seconds(first)).unwrap();
                let parts = calendar.add_working_time(half, Span::seconds(second));
                assert_eq!(parts, whole, "{first} s and {second} s from {start}");
            }
            let day = calendar.date(start).unwrap();
            for (first, second) in [(0, 5), (1, 4), (2, 3), (5, 0)] {
                let half = calendar.nth_working_day_after(day, first).unwrap();
                let parts = calendar.nth_working_day_after(half, second);
                assert_eq!(parts, calendar.nth_working_day_after(day, 5), "{first} and {second} from {day}");
            }
        }
    }
}

// 2. Zones and the change of the clock.

#[test]
fn fault_t20_elapsed_day_and_civil_day_differ_over_the_change_to_summer_time() {
    let office = weekdays(Berlin, 2026, "09:00-17:00").build().unwrap();
    let received = "2026-03-28T10:00:00+01:00";
    let (elapsed, civil) = (Term::elapsed(Span::hours(24)), Term::calendar_days(1).with_end(End::SAME_TIME));
    check(&office, elapsed, received, "Sun 2026-03-29 11:00:00 +02:00 Europe/Berlin");
    check(&office, civil, received, "Sun 2026-03-29 10:00:00 +02:00 Europe/Berlin");
    // Not one of them by accident: neither count takes the place of the other.
    assert_eq!((elapsed.count(), civil.count()), (Count::Elapsed(Span::hours(24)), Count::CalendarDays(1)));
    assert!(!elapsed.count().same_unit(civil.count()));
}

#[test]
fn fault_t21_an_elapsed_day_ends_an_hour_earlier_over_the_change_to_winter_time() {
    let office = weekdays(Berlin, 2026, "09:00-17:00").build().unwrap();
    let day = Term::elapsed(Span::hours(24));
    // Not 10:00: that Sunday has 25 hours, so 10:00 is 25 hours away.
    check(&office, day, "2026-10-24T10:00:00+02:00", "Sun 2026-10-25 09:00:00 +01:00 Europe/Berlin");
}

#[test]
fn fault_t22_a_shift_over_a_change_of_the_clock_is_an_hour_shorter_or_longer() {
    let week = WeekPattern::closed().with(Weekday::Sun, [hours("00:00-08:00")]);
    let sundays = calendar(Berlin, 2026).week(week).build().unwrap();
    let six_hours = Term::working(Span::hours(6));
    // Not 06:00, twice: the clock skips an hour in March and shows one twice in October.
    check(&sundays, six_hours, "2026-03-29T00:00:00+01:00", "Sun 2026-03-29 07:00:00 +02:00 Europe/Berlin");
    check(&sundays, six_hours, "2026-10-25T00:00:00+02:00", "Sun 2026-10-25 05:00:00 +01:00 Europe/Berlin");
    // Not 8 h, twice.
    for (sunday, capacity) in [("2026-03-29", 7), ("2026-10-25", 9), ("2026-11-01", 8)] {
        let opening = sundays.opening(date(sunday)).unwrap();
        let close = sundays.close_of_business(date(sunday)).unwrap();
        assert_eq!(sundays.working_time_between(opening, close), Ok(TimeDelta::hours(capacity)), "{sunday}");
    }
}

#[test]
fn fault_t23_an_hour_within_the_repeated_hour_moves_on() {
    let early = daily(Amsterdam, 2022, "00:00-10:00").build().unwrap();
    let hour = Term::working(Span::hours(1));
    // Not 02:00 +02:00 again: the clock shows the same time, an hour later.
    check(&early, hour, "2022-10-30T02:00:00+02:00", "Sun 2022-10-30 02:00:00 +01:00 Europe/Amsterdam");
}

#[test]
fn fault_t24_the_next_opening_lies_after_the_repeated_hour() {
    let week = WeekPattern::closed().with(Weekday::Sun, [hours("02:00-24:00")]);
    let sundays = calendar(New_York, 2015).week(week).build().unwrap();
    let opening = sundays.next_working_instant(at("2015-11-01T01:59:30-04:00")).unwrap();
    // Not 01:00 -05:00, half a minute later: the clock is set back then, and 02:00 is an hour away.
    assert_eq!(shown(&sundays, opening), "Sun 2015-11-01 02:00:00 -05:00 America/New_York");
}

#[test]
fn fault_t25_a_window_after_the_change_to_summer_time_keeps_its_local_hours() {
    let afternoons = daily(New_York, 2026, "13:00-18:00").build().unwrap();
    let day = (at("2026-03-08T05:00:00Z"), at("2026-03-09T04:00:00Z"));
    let window: Vec<_> = afternoons.working_spans(day.0, day.1).unwrap().collect();
    // Not 18:00Z to 23:00Z: the offset of the morning does not hold in the afternoon.
    assert_eq!(window, [(at("2026-03-08T17:00:00Z"), at("2026-03-08T22:00:00Z"))]);
    assert_eq!(shown(&afternoons, window[0].0), "Sun 2026-03-08 13:00:00 -04:00 America/New_York");
    assert_eq!(shown(&afternoons, window[0].1), "Sun 2026-03-08 18:00:00 -04:00 America/New_York");
}

#[test]
fn fault_t26_the_due_date_has_the_offset_of_its_own_date() {
    let office = weekdays(New_York, 2021, "09:00-17:00").build().unwrap();
    let (hour, received) = (Term::working(Span::minutes(60)), "2021-03-12T16:30:00-05:00");
    check(&office, hour, received, "Mon 2021-03-15 09:30:00 -04:00 America/New_York");
    // Not 14:30Z: that is 09:30 with the offset of the Friday before.
    assert_eq!(due_of(&office, hour, at(received)), at("2021-03-15T13:30:00Z"));
}

#[test]
fn fault_t27_holidays_and_hours_are_in_one_zone() {
    let office =
        with_holidays(weekdays(New_York, 2023, "09:00-20:00"), &[("2023-11-23", "Thanksgiving Day")]);
    let two_hours = Term::working(Span::hours(2));
    // Not on Thursday, as where the holiday is a day of UTC and the hours are not.
    check(&office, two_hours, "2023-11-22T19:00:00-05:00", "Fri 2023-11-24 10:00:00 -05:00 America/New_York");
    assert_eq!(office.is_working(at("2023-11-23T00:30:00Z")), Ok(true), "Wednesday 19:30");
    for minute in 0..24 * 60 {
        let thursday = at("2023-11-23T00:00:00-05:00") + TimeDelta::minutes(minute);
        assert_eq!(office.is_working(thursday), Ok(false), "{thursday}");
    }
}

#[test]
fn fault_t28_the_day_of_receipt_is_a_day_of_the_policy_zone() {
    let holidays = [("2026-04-03", "Good Friday"), ("2026-04-06", "Easter Monday")];
    let office = with_holidays(weekdays(Berlin, 2026, "09:00-17:00"), &holidays);
    let received = "2026-03-31T22:30:00Z";
    assert_eq!(office.date(at(received)), Ok(date("2026-04-01")));
    let day = Term::working_days(1);
    // Not 1 Apr: by UTC it came on 31 March, by the office's clock on 1 April at 00:30.
    check(&office, day, received, "Thu 2026-04-02 00:30:00 +02:00 Europe/Berlin");
    let day = day.with_end(End::CLOSE_OF_BUSINESS);
    check(&office, day, received, "Thu 2026-04-02 17:00:00 +02:00 Europe/Berlin");
}

/// The rule is design §4's: of a repeated time the earlier instant unless the later is asked for; a skipped
/// time is the first instant after the gap.
#[test]
fn fault_t29_repeated_and_skipped_times_follow_a_rule() {
    // Morocco keeps +01:00 and goes back to +00:00 for Ramadan, without a flag for daylight saving.
    let office = daily(Casablanca, 2026, "09:00-17:00").build().unwrap();
    let civil = Term::calendar_days(1);
    let later = civil.with_end(End::SAME_TIME.with_fold(Fold::Later));
    let (repeated, skipped) = ("2026-02-14T02:30:00+01:00", "2026-03-21T02:30:00Z");
    check(&office, civil, repeated, "Sun 2026-02-15 02:30:00 +01:00 Africa/Casablanca");
    check(&office, later, repeated, "Sun 2026-02-15 02:30:00 +00:00 Africa/Casablanca");
    for term in [civil, later] {
        check(&office, term, skipped, "Sun 2026-03-22 03:00:00 +01:00 Africa/Casablanca");
    }

    let half_past_two = |day| date(day).and_hms_opt(2, 30, 0).unwrap();
    for (term, asked) in [(civil, false), (later, true)] {
        let step = TraceStep::RepeatedTime { local: half_past_two("2026-02-15"), later: asked };
        assert!(explained(&office, term, repeated).steps().contains(&step));
    }
    let step = TraceStep::SkippedTime { local: half_past_two("2026-03-22") };
    assert!(explained(&office, civil, skipped).steps().contains(&step));
}

#[test]
fn fault_t29_no_local_time_is_without_an_instant() {
    let known = KnownDays::years(2011, 2027).unwrap();
    let zone = Zone::tabulate("Africa/Casablanca", &Casablanca, known).unwrap();
    assert!(zone.changes().count() > 30);
    for day in known.first().iter_days().take_while(|day| *day <= known.last()) {
        for minutes in (0..24 * 60).step_by(30) {
            let local = day.and_hms_opt(minutes / 60, minutes % 60, 0).unwrap();
            let (earlier, later) = (zone.instant(local, Fold::Earlier), zone.instant(local, Fold::Later));
            assert!(earlier.is_some() && earlier <= later, "{local}");
        }
    }
}

#[test]
fn fault_t30_a_due_date_is_an_instant_beside_the_zone_of_its_calendar() {
    let office = weekdays(Berlin, 2026, "09:00-17:00").build().unwrap();
    let (four_hours, received) = (Term::working(Span::hours(4)), "2026-01-12T09:00:00+01:00");
    check(&office, four_hours, received, "Mon 2026-01-12 13:00:00 +01:00 Europe/Berlin");
    let new = record(four_hours, received);
    let (due, trace) = clock().explain(&office, &new, at(received)).unwrap();
    assert_eq!(due.at(), at("2026-01-12T12:00:00Z"));
    assert_eq!(office.zone().name(), "Europe/Berlin");
    // Not `2026-01-12 13:00` alone: sent as a text it is an instant, and its explanation names the zone.
    assert_eq!(serde_json::to_string(&due).unwrap(), r#"{"at":"2026-01-12T12:00:00Z","bound":"inclusive"}"#);
    let steps = serde_json::to_value(&trace).unwrap();
    assert_eq!(steps[0]["zone"], "Europe/Berlin");
    let last = &steps[steps.as_array().unwrap().len() - 1];
    assert_eq!(
        (&last["at"], &last["local"]),
        (&"2026-01-12T12:00:00Z".into(), &"2026-01-12T13:00:00".into())
    );
    // A reader in another zone sees the same instant, and a new case is not failed for him.
    assert_eq!(due.at().with_timezone(&Kolkata).to_rfc3339(), "2026-01-12T17:30:00+05:30");
    let running = ClockStatus::Running { due, left: TimeDelta::hours(4) };
    assert_eq!(reading(&office, &clock(), &new, "2026-01-12T13:30:00+05:30").status(), &running);
    assert_eq!(
        instant::parse("2026-01-12T13:00:00").unwrap_err().to_string(),
        "instant `2026-01-12T13:00:00` has no UTC offset, expected `Z` or an offset such as `+08:00` at its end",
    );
}

#[test]
fn fault_t31_opening_hours_are_the_same_on_both_sides_of_a_change_of_the_clock() {
    let office = weekdays(London, 2023, "08:30-17:30").build().unwrap();
    // Not 07:30 to 16:30 from 30 October on: hours are those of the wall clock.
    for (day, opening, close) in [
        (
            "2023-10-27",
            "Fri 2023-10-27 08:30:00 +01:00 Europe/London",
            "Fri 2023-10-27 17:30:00 +01:00 Europe/London",
        ),
        (
            "2023-10-30",
            "Mon 2023-10-30 08:30:00 +00:00 Europe/London",
            "Mon 2023-10-30 17:30:00 +00:00 Europe/London",
        ),
    ] {
        assert_eq!(shown(&office, office.opening(date(day)).unwrap()), opening);
        assert_eq!(shown(&office, office.close_of_business(date(day)).unwrap()), close);
    }
}

// 3. Cut-offs and day counting.

/// Berlin with Easter and May Day, as the rows T40 to T45 assume.
fn berlin_2026() -> Calendar {
    let holidays =
        [("2026-04-03", "Good Friday"), ("2026-04-06", "Easter Monday"), ("2026-05-01", "Labour Day")];
    with_holidays(weekdays(Berlin, 2026, "08:00-17:00"), &holidays)
}

const ENDS_AT_HALF_PAST_FOUR: End = End::at(HALF_PAST_FOUR);

/// "2 days, cut-off 16:30" in the three readings of the table, each made of named parts.
fn two_days() -> [Term; 3] {
    let late = |late| Cutoff::daily(HALF_PAST_FOUR, late);
    let business_days = Term::working_days(2)
        .with_cutoff(late(LateReceipt::NextWorkingDay))
        .with_closed_start(ClosedStart::NextWorkingDay);
    let only_due_rolls = Term::calendar_days(2)
        .with_cutoff(late(LateReceipt::NextCalendarDay))
        .with_closed_start(ClosedStart::Keep)
        .with_roll(Roll::FOLLOWING);
    let intake_rolls_too = Term::calendar_days(2)
        .with_cutoff(late(LateReceipt::NextWorkingDay))
        .with_closed_start(ClosedStart::NextWorkingDay)
        .with_roll(Roll::FOLLOWING);
    [business_days, only_due_rolls, intake_rolls_too]
}

/// Checks the three readings at their due time of day, 16:30; what the day ends with is a field of its own.
#[track_caller]
fn check_two_days(received: &str, due_on: [&str; 3]) {
    let berlin = berlin_2026();
    for (term, day) in two_days().into_iter().zip(due_on) {
        let at_half_past_four = format!("{day} 16:30:00 +02:00 Europe/Berlin");
        check(&berlin, term.with_end(ENDS_AT_HALF_PAST_FOUR), received, &at_half_past_four);
        check(
            &berlin,
            term.with_end(End::END_OF_DAY),
            received,
            &format!("{day} 24:00:00 +02:00 Europe/Berlin"),
        );
    }
}

#[test]
fn fault_t40_a_receipt_at_the_very_cut_off_is_in_time() {
    check_two_days("2026-04-01T16:30:00+02:00", ["Tue 2026-04-07"; 3]);
}

#[test]
fn fault_t41_a_receipt_a_second_after_the_cut_off_counts_as_one_of_the_next_day() {
    check_two_days("2026-04-01T16:30:01+02:00", ["Wed 2026-04-08", "Tue 2026-04-07", "Tue 2026-04-07"]);
}

#[test]
fn fault_t42_a_receipt_on_the_eve_of_a_holiday_keeps_its_day() {
    check_two_days("2026-04-02T10:00:00+02:00", ["Wed 2026-04-08", "Tue 2026-04-07", "Tue 2026-04-07"]);
}

#[test]
fn fault_t43_a_late_receipt_on_the_eve_of_a_holiday_is_read_in_three_ways() {
    let received = "2026-04-02T17:00:00+02:00";
    check_two_days(received, ["Thu 2026-04-09", "Tue 2026-04-07", "Thu 2026-04-09"]);
    let from = date("2026-04-02");
    for (term, to) in two_days().into_iter().zip(["2026-04-07", "2026-04-03", "2026-04-07"]) {
        let late = TraceStep::AfterCutoff { cutoff: HALF_PAST_FOUR, from, to: date(to) };
        assert!(explained(&berlin_2026(), term, received).steps().contains(&late), "{term:?}");
    }
}

#[test]
fn fault_t44_a_receipt_on_a_closed_saturday_is_read_in_three_ways() {
    check_two_days("2026-04-04T10:00:00+02:00", ["Thu 2026-04-09", "Tue 2026-04-07", "Thu 2026-04-09"]);
}

#[test]
fn fault_t45_a_late_receipt_on_the_eve_of_a_long_weekend_is_read_in_three_ways() {
    check_two_days("2026-04-30T16:31:00+02:00", ["Wed 2026-05-06", "Mon 2026-05-04", "Wed 2026-05-06"]);
}

#[test]
fn fault_t46_an_extension_counts_from_the_unrolled_base() {
    let court = with_holidays(
        weekdays(London, 2018, "09:00-17:00"),
        &[("2018-03-30", "Good Friday"), ("2018-04-02", "Easter Monday")],
    );
    let issued = "2018-03-12T11:00:00Z";
    let limit =
        Term::calendar_days(19).with_end(End::at(LocalTime::from_static("16:00"))).with_roll(Roll::FOLLOWING);
    check(&court, limit, issued, "Tue 2018-04-03 16:00:00 +01:00 Europe/London");

    let reason = ExtensionReason::AGREED_WITH_COMPLAINANT;
    let clock = clock().with_extension(ExtensionRule::new(reason));
    // Not Tue 17 Apr: 14 days more than the rolled 3 April count the rolled days twice.
    for change in [
        ExtensionChange::ReplaceTotal(Count::CalendarDays(33)),
        ExtensionChange::Add(Count::CalendarDays(14)),
    ] {
        let mut extended = record(limit, issued);
        let made = at("2018-03-20T10:00:00Z");
        extended.extend(&clock, &court, Extension::new(change, reason, made)).unwrap();
        check_clock(
            &court,
            &clock,
            &extended,
            "2018-03-20T10:00:00Z",
            "Mon 2018-04-16 16:00:00 +01:00 Europe/London",
        );
    }
}

#[test]
fn fault_t47_a_due_date_rolls_once_after_the_pauses() {
    let office = weekdays(London, 2026, "09:00-17:00").build().unwrap();
    let five_days = Term::calendar_days(5).with_end(End::CLOSE_OF_BUSINESS).with_roll(Roll::FOLLOWING);
    let received = "2026-01-05T10:00:00Z";
    check(&office, five_days, received, "Mon 2026-01-12 17:00:00 +00:00 Europe/London");
    let unrolled = Term::calendar_days(5).with_end(End::at(LocalTime::from_static("17:00")));
    check(&office, unrolled, received, "Sat 2026-01-10 17:00:00 +00:00 Europe/London");

    let mut stopped = record(five_days, received);
    hold(&mut stopped, CUSTOMER, "2026-01-06T10:00:00Z", "2026-01-11T10:00:00Z");
    let now = "2026-01-11T10:00:00Z";
    // Not Mon 2026-01-19: five days after the rolled Monday 12 are a Saturday, which would roll again.
    check_clock(&office, &clock(), &stopped, now, "Thu 2026-01-15 17:00:00 +00:00 Europe/London");
    let moved = moved_by(&clock().explain(&office, &stopped, at(now)).unwrap().1);
    assert_eq!(moved, [PauseShift::CalendarDays(5)]);
}

fn moved_by(trace: &Trace) -> Vec<PauseShift> {
    let moved = trace.steps().iter().filter_map(|step| match step {
        TraceStep::Paused { moved, .. } => Some(*moved),
        _ => None,
    });
    moved.collect()
}

/// The bank holidays of England and Wales.
fn england_2026() -> Calendar {
    with_holidays(
        weekdays(London, 2026, "09:00-17:00").known(KnownDays::years(2026, 2026).unwrap()),
        &[
            ("2026-01-01", "New Year's Day"),
            ("2026-04-03", "Good Friday"),
            ("2026-04-06", "Easter Monday"),
            ("2026-05-04", "Early May bank holiday"),
            ("2026-05-25", "Spring bank holiday"),
            ("2026-08-31", "Summer bank holiday"),
            ("2026-12-25", "Christmas Day"),
            ("2026-12-28", "Boxing Day (substitute day)"),
        ],
    )
}

#[test]
fn fault_t48_the_third_business_day_after_a_receipt_late_at_night_skips_the_bank_holiday() {
    let third_day = Term::working_days(3).with_end(End::CLOSE_OF_BUSINESS);
    // Not Tue 05-05: Monday is no business day, and Thursday is the day of receipt until midnight.
    check(
        &england_2026(),
        third_day,
        "2026-04-30T23:50:00+01:00",
        "Wed 2026-05-06 17:00:00 +01:00 Europe/London",
    );
}

#[test]
fn fault_t49_eight_weeks_end_on_a_bank_holiday() {
    let (england, received) = (england_2026(), "2026-03-30T10:00:00+01:00");
    assert_eq!(england.is_working_day(date("2026-05-25")), Ok(false));
    let eight_weeks = Term::weeks(8);
    // Not Tue 05-26: a limit that the regulator sets must not become a later one by rolling.
    check(&england, eight_weeks, received, "Mon 2026-05-25 10:00:00 +01:00 Europe/London");
    let through_the_day = eight_weeks.with_end(End::END_OF_DAY);
    check(&england, through_the_day, received, "Mon 2026-05-25 24:00:00 +01:00 Europe/London");
}

#[test]
fn fault_t50_fifteen_and_thirty_five_business_days_skip_easter_and_the_may_holidays() {
    let (england, received) = (england_2026(), "2026-04-01T10:00:00+01:00");
    let business_days = |days| Term::working_days(days).with_end(End::CLOSE_OF_BUSINESS);
    check(&england, business_days(15), received, "Fri 2026-04-24 17:00:00 +01:00 Europe/London");
    check(&england, business_days(35), received, "Tue 2026-05-26 17:00:00 +01:00 Europe/London");
}

#[test]
fn fault_t51_a_receipt_on_saturday_counts_from_itself_or_from_the_next_opening() {
    let office = weekdays(London, 2026, "09:00-17:00").build().unwrap();
    let (day, saturday) = (Term::working_days(1).with_end(End::CLOSE_OF_BUSINESS), "2026-01-10T10:00:00Z");
    let receipt_day_zero = day.with_closed_start(ClosedStart::Keep);
    check(&office, receipt_day_zero, saturday, "Mon 2026-01-12 17:00:00 +00:00 Europe/London");
    let start_at_next_opening = day.with_closed_start(ClosedStart::NextWorkingDay);
    check(&office, start_at_next_opening, saturday, "Tue 2026-01-13 17:00:00 +00:00 Europe/London");
    // Not whatever the library does: a term that says nothing is the first of the two.
    assert_eq!(day, receipt_day_zero);
}

/// That a receipt after closing is one of the next day is a cut-off at closing time (design §5, intake).
#[test]
fn fault_t52_a_receipt_after_closing_counts_as_one_of_the_next_day() {
    let office = weekdays(Berlin, 2026, "08:00-13:00").build().unwrap();
    let closing = Cutoff::daily(LocalTime::from_static("13:00"), LateReceipt::NextWorkingDay);
    let two_days = Term::working_days(2)
        .with_cutoff(closing)
        .with_closed_start(ClosedStart::NextWorkingDay)
        .with_end(End::CLOSE_OF_BUSINESS);
    // Not Wednesday: at Mon 14:00 Monday is over, so Tuesday is day zero.
    check(&office, two_days, "2026-01-12T14:00:00+01:00", "Thu 2026-01-15 13:00:00 +01:00 Europe/Berlin");
    check(&office, two_days, "2026-01-12T13:00:00+01:00", "Wed 2026-01-14 13:00:00 +01:00 Europe/Berlin");
}

#[test]
fn fault_t53_each_weekday_has_its_own_cut_off() {
    let week = WeekPattern::weekdays([hours("08:00-18:00")]).with(Weekday::Sat, [hours("08:00-12:00")]);
    let shop = calendar(Berlin, 2026).week(week).build().unwrap();
    let four = LocalTime::from_static("16:00");
    let weekdays = [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri];
    let cutoff = weekdays
        .into_iter()
        .fold(Cutoff::by_weekday(LateReceipt::NextWorkingDay), |cutoff, day| cutoff.with_weekday(day, four))
        .with_weekday(Weekday::Sat, LocalTime::from_static("11:00"));
    let day = Term::working_days(1)
        .with_cutoff(cutoff)
        .with_closed_start(ClosedStart::NextWorkingDay)
        .with_end(End::CLOSE_OF_BUSINESS);
    let (saturday, monday, tuesday) = (
        "Sat 2026-01-17 12:00:00 +01:00 Europe/Berlin",
        "Mon 2026-01-19 18:00:00 +01:00 Europe/Berlin",
        "Tue 2026-01-20 18:00:00 +01:00 Europe/Berlin",
    );
    // Not one value for all: 16:00 would take Saturday 11:00:01 for in time, 11:00 Friday 16:00 for late.
    for (received, due) in [
        ("2026-01-12T16:00:00+01:00", "Tue 2026-01-13 18:00:00 +01:00 Europe/Berlin"),
        ("2026-01-12T16:00:01+01:00", "Wed 2026-01-14 18:00:00 +01:00 Europe/Berlin"),
        ("2026-01-16T16:00:00+01:00", saturday),
        ("2026-01-16T16:00:01+01:00", monday),
        ("2026-01-17T11:00:00+01:00", monday),
        ("2026-01-17T11:00:01+01:00", tuesday),
    ] {
        check(&shop, day, received, due);
    }
}

const UNITED_KINGDOM_2021_2022: [(&str, &str); 12] = [
    ("2021-01-01", "New Year's Day"),
    ("2021-04-02", "Good Friday"),
    ("2021-05-03", "Early May bank holiday"),
    ("2021-05-31", "Spring bank holiday"),
    ("2021-12-27", "Christmas Day (substitute day)"),
    ("2021-12-28", "Boxing Day (substitute day)"),
    ("2022-01-03", "New Year's Day (substitute day)"),
    ("2022-04-15", "Good Friday"),
    ("2022-05-02", "Early May bank holiday"),
    ("2022-06-02", "Spring bank holiday"),
    ("2022-06-03", "Platinum Jubilee bank holiday"),
    ("2022-12-26", "Boxing Day"),
];
const ENGLAND_2021_2022: [(&str, &str); 5] = [
    ("2021-04-05", "Easter Monday"),
    ("2021-08-30", "Summer bank holiday"),
    ("2022-04-18", "Easter Monday"),
    ("2022-08-29", "Summer bank holiday"),
    ("2022-12-27", "Christmas Day (substitute day)"),
];
const SCOTLAND_2021_2022: [(&str, &str); 7] = [
    ("2021-01-04", "2nd January (substitute day)"),
    ("2021-08-02", "Summer bank holiday"),
    ("2021-11-30", "St Andrew's Day"),
    ("2022-01-04", "2nd January (substitute day)"),
    ("2022-08-01", "Summer bank holiday"),
    ("2022-11-30", "St Andrew's Day"),
    ("2022-12-27", "Christmas Day (substitute day)"),
];

/// The bank holidays of a part of the United Kingdom, without the one that was declared late.
fn bank_holidays_2021_2022(own: &[(&str, &str)]) -> Calendar {
    let all = [&UNITED_KINGDOM_2021_2022, own].concat();
    with_holidays(weekdays(London, 2021, "09:00-17:00").revision("2022-08"), &all)
}

#[test]
fn fault_t54_a_day_that_becomes_a_holiday_moves_open_cases_with_a_reason() {
    let before = bank_holidays_2021_2022(&ENGLAND_2021_2022);
    let funeral = "State Funeral of Queen Elizabeth II";
    let after = before.to_builder().revision("2022-09").holiday(date("2022-09-19"), funeral).build().unwrap();
    let twenty_days = Term::working_days(20).with_end(End::CLOSE_OF_BUSINESS);
    let received = "2022-09-01T10:00:00+01:00";
    check(&before, twenty_days, received, "Thu 2022-09-29 17:00:00 +01:00 Europe/London");
    // Not unchanged: 19 September is no working day any more.
    check(&after, twenty_days, received, "Fri 2022-09-30 17:00:00 +01:00 Europe/London");

    let open = record(twenty_days, received);
    let now = at("2022-09-12T12:00:00+01:00");
    for (calendar, revision, named) in [(&before, "2022-08", vec![]), (&after, "2022-09", vec![funeral])] {
        let (_, trace) = clock().explain(calendar, &open, now).unwrap();
        let asked = TraceStep::Calendar {
            name: "office".into(),
            revision: revision.into(),
            zone: "Europe/London".into(),
        };
        assert_eq!(trace.steps().first(), Some(&asked));
        let skipped = trace.steps().iter().find_map(|step| match step {
            TraceStep::CountedDays { closed, .. } => Some(closed.named()),
            _ => None,
        });
        let skipped = skipped.unwrap();
        assert_eq!(skipped.iter().map(NamedDay::name).collect::<Vec<_>>(), named);
        assert!(skipped.iter().all(|day| day.date() == date("2022-09-19") && !day.is_working()));
    }
    // A case that was closed in time by then stays so.
    let mut closed = open;
    closed.stop(&clock(), now).unwrap();
    for calendar in [&before, &after] {
        let shows = reading(calendar, &clock(), &closed, "2022-10-31T12:00:00Z");
        assert_eq!(shows.status(), &ClockStatus::Met { at: now });
    }
}

#[test]
fn fault_t55_twenty_working_days_over_new_year_differ_between_england_and_scotland() {
    let (england, scotland) =
        (bank_holidays_2021_2022(&ENGLAND_2021_2022), bank_holidays_2021_2022(&SCOTLAND_2021_2022));
    let (twenty_days, received) =
        (Term::working_days(20).with_end(End::CLOSE_OF_BUSINESS), "2021-12-15T10:00:00Z");
    check(&england, twenty_days, received, "Mon 2022-01-17 17:00:00 +00:00 Europe/London");
    // Not the same: in Scotland 4 January is a holiday.
    check(&scotland, twenty_days, received, "Tue 2022-01-18 17:00:00 +00:00 Europe/London");
}

// 4. Pause, reopen, change.

#[test]
fn fault_t60_a_pause_until_saturday_costs_the_working_time_in_it() {
    let office = weekdays(Berlin, 2026, "08:00-17:00").build().unwrap();
    let started = "2026-01-09T16:00:00+01:00";
    let mut paused = record(Term::working(Span::hours(2)), started);
    hold(&mut paused, CUSTOMER, started, "2026-01-10T10:00:00+01:00");
    // Not Tue 03:00: the 18 hours of the pause hold one hour of working time.
    let due = "Mon 2026-01-12 10:00:00 +01:00 Europe/Berlin";
    check_clock(&office, &clock(), &paused, "2026-01-10T10:00:00+01:00", due);
    check_clock(&office, &clock(), &paused, "2026-01-12T10:00:00+01:00", due);
}

#[test]
fn fault_t61_a_pause_until_the_opening_on_monday_costs_the_working_time_in_it() {
    let office = weekdays(Berlin, 2026, "08:00-17:00").build().unwrap();
    let started = "2026-01-09T16:00:00+01:00";
    let mut paused = record(Term::working(Span::hours(2)), started);
    hold(&mut paused, CUSTOMER, started, "2026-01-12T08:00:00+01:00");
    // Not Thu 01:00: the 64 hours of the pause hold one hour of working time.
    let due = "Mon 2026-01-12 10:00:00 +01:00 Europe/Berlin";
    check_clock(&office, &clock(), &paused, "2026-01-12T08:00:00+01:00", due);
    check_clock(&office, &clock(), &paused, "2026-01-12T10:00:00+01:00", due);
}

#[test]
fn fault_t62_a_pause_over_the_weekend_leaves_six_of_eight_hours() {
    let mut paused = record(Term::working(Span::hours(8)), "2026-01-09T10:00:00+01:00");
    hold(&mut paused, CUSTOMER, "2026-01-09T12:00:00+01:00", "2026-01-12T12:00:00+01:00");
    // Not days later: two hours were used up on Friday, whether the weekend is worked or not.
    for office in [weekdays(Berlin, 2026, "08:00-20:00"), daily(Berlin, 2026, "08:00-20:00")] {
        let due = "Mon 2026-01-12 18:00:00 +01:00 Europe/Berlin";
        check_clock(&office.build().unwrap(), &clock(), &paused, "2026-01-12T12:00:00+01:00", due);
    }
}

#[test]
fn fault_t63_a_pause_that_lasts_until_the_resolution_does_not_count() {
    let office = weekdays(Berlin, 2026, "09:00-17:00").build().unwrap();
    let (received, resolved) = ("2026-02-02T09:00:00+01:00", "2026-08-03T09:00:00+02:00");
    let days = Term::calendar_days(5).with_end(End::at(LocalTime::from_static("17:00")));
    for (term, due) in [
        // 16 of 40 working hours were used up, three working days are left.
        (Term::working(Span::hours(40)), "Wed 2026-08-05 17:00:00 +02:00 Europe/Berlin"),
        // 48 of 72 hours were used up.
        (Term::elapsed(Span::hours(72)), "Tue 2026-08-04 09:00:00 +02:00 Europe/Berlin"),
        // Two of the six ends of day up to the due date had passed.
        (days, "Thu 2026-08-06 17:00:00 +02:00 Europe/Berlin"),
    ] {
        let mut case = record(term, received);
        let paused = at("2026-02-04T09:00:00+01:00");
        case.pause(&clock(), CUSTOMER, paused).unwrap();
        let still = ClockStatus::Paused { since: paused, reason: CUSTOMER };
        assert_eq!(reading(&office, &clock(), &case, "2026-08-03T08:59:59+02:00").status(), &still);
        case.stop(&clock(), at(resolved)).unwrap();
        // Not 42 days of working time: from February to August nobody was waited for here.
        for now in [resolved, "2026-12-24T12:00:00+01:00"] {
            let shows = reading(&office, &clock(), &case, now);
            assert_eq!(shows.status(), &ClockStatus::Met { at: at(resolved) });
            assert_eq!(shows.first_breach(), None);
            assert_eq!(shown_due(&office, shows.due().unwrap()), due);
            check_clock(&office, &clock(), &case, now, due);
        }
    }
}

#[test]
fn fault_t64_a_hundred_pauses_of_fifty_nine_seconds_count_in_full() {
    let office = weekdays(Berlin, 2026, "08:00-18:00").build().unwrap();
    let started = at("2026-01-12T08:00:00+01:00");
    for term in [Term::working(Span::hours(4)), Term::elapsed(Span::hours(4))] {
        let mut paused = record(term, "2026-01-12T08:00:00+01:00");
        let unmoved = clock().projected_due(&office, &paused, started).unwrap();
        assert_eq!(shown_due(&office, unmoved), "Mon 2026-01-12 12:00:00 +01:00 Europe/Berlin");
        for pause in 0..100 {
            let from = started + TimeDelta::minutes(2 * pause);
            let until = from + TimeDelta::seconds(59);
            paused.pause(&clock(), CUSTOMER, from).unwrap();
            paused.resume(&clock(), CUSTOMER, until).unwrap();
        }
        // Not 12:00: a pause is not cut to whole minutes.
        let now = "2026-01-12T13:00:00+01:00";
        check_clock(&office, &clock(), &paused, now, "Mon 2026-01-12 13:38:20 +01:00 Europe/Berlin");
        let moved = clock().projected_due(&office, &paused, at(now)).unwrap().at() - unmoved.at();
        assert_eq!(moved, TimeDelta::minutes(98) + TimeDelta::seconds(20));
    }
}

#[test]
fn fault_t65_holds_that_overlap_count_once() {
    let office = weekdays(Berlin, 2026, "08:00-18:00").build().unwrap();
    let instant = |time| format!("2026-01-12T{time}:00+01:00");
    for (term, moved) in [
        (Term::working(Span::hours(4)), PauseShift::Working(3 * 3_600)),
        (Term::elapsed(Span::hours(4)), PauseShift::Elapsed(3 * 3_600)),
    ] {
        let mut held = record(term, &instant("09:00"));
        let mut enter = |pause: bool, reason, time| {
            let (clock, at) = (clock(), at(&instant(time)));
            if pause { held.pause(&clock, reason, at) } else { held.resume(&clock, reason, at) }.unwrap();
        };
        enter(true, CUSTOMER, "10:00");
        enter(true, SUPPLIER, "11:00");
        enter(false, CUSTOMER, "12:00");
        enter(false, SUPPLIER, "13:00");
        // Not 17:00, four hours later: from 11:00 to 12:00 both hold.
        let now = instant("13:00");
        check_clock(&office, &clock(), &held, &now, "Mon 2026-01-12 16:00:00 +01:00 Europe/Berlin");
        assert_eq!(moved_by(&clock().explain(&office, &held, at(&now)).unwrap().1), [moved]);
    }
}

#[test]
fn fault_t66_a_case_created_waiting_has_a_clock_that_stands_still() {
    let office = weekdays(Berlin, 2026, "08:00-18:00").build().unwrap();
    let created = "2026-01-12T09:00:00+01:00";
    let mut waiting = record(Term::working(Span::hours(4)), created);
    waiting.pause(&clock(), CUSTOMER, at(created)).unwrap();
    let paused = ClockStatus::Paused { since: at(created), reason: CUSTOMER };
    // Not burning until the first change: nothing is used up a month later.
    for now in [created, "2026-01-12T13:00:01+01:00", "2026-02-09T09:00:00+01:00"] {
        let shows = reading(&office, &clock(), &waiting, now);
        assert_eq!((shows.status(), shows.first_breach()), (&paused, None));
        assert_eq!(clock().next_change(&office, &waiting, at(now)), None);
    }
    let back = "2026-02-09T09:00:00+01:00";
    waiting.resume(&clock(), CUSTOMER, at(back)).unwrap();
    check_clock(&office, &clock(), &waiting, back, "Mon 2026-02-09 13:00:00 +01:00 Europe/Berlin");
}

#[test]
fn fault_t66_a_case_created_closed_has_a_clock_that_does_not_run() {
    let office = weekdays(Berlin, 2026, "08:00-18:00").build().unwrap();
    let created = "2026-01-12T09:00:00+01:00";
    let mut closed = record(Term::working(Span::hours(4)), created);
    closed.stop(&clock(), at(created)).unwrap();
    // Not burning until the first change: it was over when it was created.
    for now in [created, "2026-01-12T13:00:01+01:00", "2026-02-09T09:00:00+01:00"] {
        let shows = reading(&office, &clock(), &closed, now);
        assert_eq!((shows.status(), shows.first_breach()), (&ClockStatus::Met { at: at(created) }, None));
        assert_eq!(clock().next_change(&office, &closed, at(now)), None);
    }
}

#[test]
fn fault_t66_a_case_created_before_its_event_has_a_clock_that_has_not_started() {
    check_not_started(&record(Term::working(Span::hours(4)), "2026-01-12T09:00:00+01:00"));
}

/// Closing a case stops its clocks; one that never started has not started then either.
#[test]
fn fault_t66_a_case_created_closed_has_a_clock_that_has_not_started() {
    let mut closed = record(Term::working(Span::hours(4)), "2026-01-12T09:00:00+01:00");
    closed.stop(&from_dispatch(), at("2026-01-12T09:00:00+01:00")).unwrap();
    check_not_started(&closed);
}

fn from_dispatch() -> Clock {
    Clock::new(ClockName::CONTAINMENT, Anchor::DISPATCHED)
}

#[track_caller]
fn check_not_started(never_dispatched: &ClockRecord) {
    let office = weekdays(Berlin, 2026, "08:00-18:00").build().unwrap();
    for now in ["2026-01-12T09:00:00+01:00", "2026-01-12T13:00:01+01:00", "2026-02-09T09:00:00+01:00"] {
        let shows = reading(&office, &from_dispatch(), never_dispatched, now);
        assert_eq!(shows.status(), &ClockStatus::NotStarted);
        assert_eq!((shows.due(), shows.first_breach()), (None, None));
        assert_eq!(from_dispatch().next_change(&office, never_dispatched, at(now)), None);
    }
}

#[test]
fn fault_t69_a_shorter_target_keeps_the_start_and_the_pauses() {
    let office = weekdays(Berlin, 2026, "08:00-18:00").build().unwrap();
    let mut case = record(Term::working(Span::hours(8)), "2026-01-12T10:00:00+01:00");
    hold(&mut case, CUSTOMER, "2026-01-12T11:00:00+01:00", "2026-01-12T13:00:00+01:00");
    let switched = "2026-01-12T13:30:00+01:00";
    check_clock(&office, &clock(), &case, switched, "Tue 2026-01-13 10:00:00 +01:00 Europe/Berlin");
    case.change(&clock(), at(switched), Term::working(Span::hours(4))).unwrap();
    // Not 14:00: that forgets the two hours of the pause.
    let keeps = clock().with_on_change(ChangeEffect::KeepStart);
    check_clock(&office, &keeps, &case, switched, "Mon 2026-01-12 16:00:00 +01:00 Europe/Berlin");
    // Keeping is what a clock does that says nothing.
    assert_eq!(clock(), keeps);
}

#[test]
fn fault_t70_a_new_target_carries_what_is_used_up_or_restarts() {
    let office = weekdays(Berlin, 2026, "08:00-18:00").build().unwrap();
    let switched = "2026-01-12T11:00:00+01:00";
    let mut case = record(Term::working(Span::hours(3)), "2026-01-12T10:00:00+01:00");
    case.change(&clock(), at(switched), Term::working(Span::hours(2))).unwrap();
    for (reading, due) in [
        (ChangeEffect::CarryElapsed, "Mon 2026-01-12 12:00:00 +01:00 Europe/Berlin"),
        (ChangeEffect::Restart, "Mon 2026-01-12 13:00:00 +01:00 Europe/Berlin"),
    ] {
        check_clock(&office, &clock().with_on_change(reading), &case, switched, due);
    }
}

#[test]
fn fault_t71_a_hand_over_counts_from_the_start_or_from_the_hand_over_by_clock() {
    let office = weekdays(Berlin, 2026, "08:00-18:00").build().unwrap();
    let (handed_over, hour) = ("2026-01-12T10:30:00+01:00", Term::working(Span::hours(1)));
    // The customer's clock knows no hand-over, the internal one starts with it: both hold at once.
    let customer = clock().with_on_change(ChangeEffect::KeepStart);
    let internal = Clock::new(ClockName::CONTAINMENT, Anchor::RECEIVED).with_on_change(ChangeEffect::Restart);
    let mut case = record(Term::working(Span::hours(2)), "2026-01-12T09:00:00+01:00");
    for clock in [&customer, &internal] {
        check_clock(&office, clock, &case, handed_over, "Mon 2026-01-12 11:00:00 +01:00 Europe/Berlin");
    }
    case.change(&customer, at(handed_over), hour).unwrap();
    check_clock(&office, &customer, &case, handed_over, "Mon 2026-01-12 10:00:00 +01:00 Europe/Berlin");
    check_clock(&office, &internal, &case, handed_over, "Mon 2026-01-12 11:30:00 +01:00 Europe/Berlin");

    let breached_on_arrival = ClockStatus::Breached { since: at("2026-01-12T10:00:00+01:00") };
    assert_eq!(reading(&office, &customer, &case, handed_over).status(), &breached_on_arrival);
    let due = Due::new(at("2026-01-12T11:30:00+01:00"), Bound::Inclusive);
    let running = ClockStatus::Running { due, left: TimeDelta::hours(1) };
    assert_eq!(reading(&office, &internal, &case, handed_over).status(), &running);
}

#[test]
fn fault_t73_a_clock_that_was_met_is_not_judged_by_a_later_target() {
    let office = weekdays(Berlin, 2026, "08:00-18:00").build().unwrap();
    let closed = at("2026-01-12T11:30:00+01:00");
    for on_change in [ChangeEffect::KeepStart, ChangeEffect::CarryElapsed, ChangeEffect::Restart] {
        let clock = clock().with_on_change(on_change);
        let mut case = record(Term::working(Span::hours(4)), "2026-01-12T09:00:00+01:00");
        case.stop(&clock, closed).unwrap();
        let shorter = Term::working(Span::hours(2));
        let error = case.change(&clock, at("2026-01-12T12:00:00+01:00"), shorter).unwrap_err();
        refused(
            &error,
            &ClockError::Over { clock: ClockName::RESPONSE, at: closed },
            "clock `response` ended at 2026-01-12T10:30:00Z; nothing more can be entered",
        );
        // Not missed by half an hour: when it was closed, four hours were the target.
        for now in ["2026-01-12T11:30:00+01:00", "2026-01-12T12:00:00+01:00", "2026-06-01T09:00:00+02:00"] {
            let shows = reading(&office, &clock, &case, now);
            assert_eq!((shows.status(), shows.first_breach()), (&ClockStatus::Met { at: closed }, None));
            assert_eq!(
                shown_due(&office, shows.due().unwrap()),
                "Mon 2026-01-12 13:00:00 +01:00 Europe/Berlin",
            );
        }
    }
}

#[test]
fn fault_t74_a_breach_stays_one_when_the_target_is_relaxed() {
    let office = weekdays(Berlin, 2026, "08:00-18:00").build().unwrap();
    let instant = |time| at(&format!("2026-01-12T{time}:00+01:00"));
    let breached = |time| ClockStatus::Breached { since: instant(time) };
    let mut case = record(Term::working(Span::hours(2)), "2026-01-12T09:00:00+01:00");
    assert_eq!(clock().reading(&office, &case, instant("12:00")).status(), &breached("11:00"));
    case.change(&clock(), instant("12:00"), Term::working(Span::hours(5))).unwrap();

    let due = Due::new(instant("14:00"), Bound::Inclusive);
    let running = |left| ClockStatus::Running { due, left: TimeDelta::minutes(left) };
    let stays = clock().with_after_breach(AfterBreach::StaysBreached);
    let follows = clock().with_after_breach(AfterBreach::FollowsNewDue);
    for (now, if_it_stays, if_it_follows) in [
        ("12:00", breached("11:00"), running(120)),
        ("12:30", breached("11:00"), running(90)),
        ("14:00", breached("11:00"), running(0)),
        ("14:30", breached("11:00"), breached("14:00")),
    ] {
        for (clock, status) in [(&stays, if_it_stays), (&follows, if_it_follows)] {
            let shows = clock.reading(&office, &case, instant(now));
            assert_eq!(shows.status(), &status, "{now}");
            assert_eq!(shows.due(), Some(due), "{now}");
            // Not a second breach: the first one is kept, under either policy.
            assert_eq!(shows.first_breach(), Some(instant("11:00")), "{now}");
        }
    }
    assert_eq!(stays.next_change(&office, &case, instant("12:00")), None);
    assert_eq!(follows.next_change(&office, &case, instant("12:00")), Some(instant("14:00")));

    case.stop(&clock(), instant("13:00")).unwrap();
    let late = ClockStatus::MetLate { at: instant("13:00"), late_by: TimeDelta::hours(2) };
    for (clock, status) in [(&stays, late), (&follows, ClockStatus::Met { at: instant("13:00") })] {
        let shows = clock.reading(&office, &case, instant("15:00"));
        assert_eq!((shows.status(), shows.first_breach()), (&status, Some(instant("11:00"))));
    }
}

#[test]
fn fault_t80_a_warning_one_business_hour_before_lies_in_business_hours() {
    let office = weekdays(Berlin, 2026, "08:00-18:00").build().unwrap();
    let (four_hours, received) = (Term::working(Span::hours(4)), "2026-01-12T17:00:00+01:00");
    check(&office, four_hours, received, "Tue 2026-01-13 11:00:00 +01:00 Europe/Berlin");
    let warns = clock().with_warning(Warning::Lead(Count::Working(Span::hours(1))));
    let case = record(four_hours, received);
    let warnings = warns.warnings_at(&office, &case, at(received)).unwrap();
    // Not Tue 00:00: an hour before is an hour of work before.
    assert_eq!(
        warnings.iter().map(|&warning| shown(&office, warning)).collect::<Vec<_>>(),
        ["Tue 2026-01-13 10:00:00 +01:00 Europe/Berlin"],
    );
    assert_eq!(warns.next_change(&office, &case, at(received)), Some(warnings[0]));
    assert_eq!(warns.next_change(&office, &case, warnings[0]), Some(at("2026-01-13T11:00:00+01:00")));
}

/// For a single clock: alternatives none of which applies. That a policy has no target for a category is the
/// same status with another reason.
#[test]
fn fault_t81_a_clock_without_a_target_is_undetermined() {
    let office = weekdays(Berlin, 2026, "08:00-18:00").build().unwrap();
    let hour = Term::working(Span::hours(1));
    let elsewhere = [Alternative::from(Anchor::PROMISED, hour), Alternative::from(Anchor::AGREED, hour)];
    let nothing = DeadlineError::Fault(DeadlineFault::NoParts);
    let waiting = DeadlineError::NoPartApplies { parts: 2 };
    for (deadline, reason, text) in [
        (Deadline::Earliest(vec![]), nothing, "deadline: no alternatives, expected at least one"),
        (
            Deadline::latest(elsewhere),
            waiting,
            "none of 2 alternatives applies, because none of their events has happened; enter one of them",
        ),
    ] {
        let mut case = record(deadline, "2026-01-12T09:00:00+01:00");
        let undetermined = ClockStatus::Undetermined { reason: reason.clone() };
        refused(
            &clock().projected_due(&office, &case, at("2026-01-12T09:00:00+01:00")).unwrap_err(),
            &reason,
            text,
        );
        // Not "not breached": without a target nobody knows, at once, for years, and after it was done.
        for now in ["2026-01-12T09:00:00+01:00", "2027-12-01T09:00:00+01:00", "2036-01-01T00:00:00Z"] {
            let shows = reading(&office, &clock(), &case, now);
            assert_eq!(shows.status(), &undetermined);
            assert_eq!((shows.due(), shows.first_breach()), (None, None));
            assert_eq!(clock().next_change(&office, &case, at(now)), None);
        }
        case.stop(&clock(), at("2026-01-12T09:30:00+01:00")).unwrap();
        assert_eq!(reading(&office, &clock(), &case, "2026-02-01T00:00:00Z").status(), &undetermined);
    }
    assert_eq!(
        DeadlineError::NoTarget { wanted: MissingTarget::Category(Category::SPARE_PARTS) }.to_string(),
        "the policy sets no target for category `spare-parts`; add one",
    );
}
