//! Numbers at the limits are answered or refused; nothing panics or overflows.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use proptest::prelude::*;
use redress::calendar::reading::{Fold, MakeUpDays};
use redress::calendar::{Calendar, KnownDays, LocalTime, Span, WeekPattern, Zone};
use redress::deadline::choice::{Alternative, Bound, ClosedStart, FirstDay, LateReceipt};
use redress::deadline::rule::{
    ChangeEffect, Extension, ExtensionChange, ExtensionRule, Occurrence, PauseRule, Warning,
};
use redress::deadline::{Anchors, Clock, ClockRecord, Count, Cutoff, Deadline, Due, End, Roll, Term};
use redress::vocab::course::ExtensionReason;
use redress::vocab::{Anchor, ClockName, PauseReason, RuleId};

use crate::laws::cases;
use crate::laws::world::hours;

/// Days from an own first to an own last one: ordinary ones, the first and the last that there are, a zone that
/// skips a day, the greatest offsets.
const CALENDARS: usize = 8;

fn calendar(number: usize) -> Calendar {
    let date = |text: &str| -> NaiveDate { text.parse().unwrap() };
    let offset = |seconds| chrono::FixedOffset::east_opt(seconds).unwrap();
    let known = |first, last| KnownDays::new(date(first), date(last)).unwrap();
    let iana = |zone: chrono_tz::Tz, known| Zone::tabulate(zone.name(), &zone, known).unwrap();
    let nights = WeekPattern::weekdays(hours(&[(22 * 60, 46 * 60)]));
    let (zone, week) = match number {
        0 => (
            iana(chrono_tz::Europe::Berlin, known("2026-01-01", "2026-06-30")),
            WeekPattern::weekdays(hours(&[(540, 1020)])),
        ),
        1 => (iana(chrono_tz::Pacific::Apia, known("2011-12-01", "2012-01-31")), WeekPattern::always()),
        2 => (iana(chrono_tz::Europe::Berlin, known("0001-01-01", "0001-03-31")), nights),
        3 => (iana(chrono_tz::Asia::Kathmandu, known("9999-10-01", "9999-12-31")), nights),
        4 => (Zone::fixed(offset(86_399), known("9999-12-01", "9999-12-31")).unwrap(), WeekPattern::always()),
        5 => {
            (Zone::fixed(offset(-86_399), known("0001-01-01", "0001-01-31")).unwrap(), WeekPattern::always())
        }
        6 => (Zone::fixed(offset(-86_399), known("9999-12-31", "9999-12-31")).unwrap(), nights),
        _ => (iana(chrono_tz::America::Sao_Paulo, known("1900-01-01", "1999-12-31")), nights),
    };
    Calendar::builder("limits", zone).week(week).build().unwrap()
}

fn instants() -> impl Strategy<Value = DateTime<Utc>> {
    let written = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
    prop_oneof![
        Just(DateTime::<Utc>::MIN_UTC),
        Just(DateTime::<Utc>::MAX_UTC),
        Just(DateTime::<Utc>::UNIX_EPOCH),
        Just(written("0001-01-01T00:00:00Z")),
        Just(written("9999-12-31T23:59:59.999999999Z")),
        Just(written("9999-12-31T12:00:00Z")),
        // A leap second.
        Just(
            NaiveDate::from_ymd_opt(2026, 3, 3)
                .unwrap()
                .and_hms_nano_opt(23, 59, 59, 1_999_999_999)
                .unwrap()
                .and_utc()
        ),
        (0_i64..180 * 86_400, 0_u32..1_000_000_000).prop_map(|(seconds, nanos)| DateTime::from_timestamp(
            1_767_222_000 + seconds,
            nanos
        )
        .unwrap()),
        (0_i64..92 * 86_400)
            .prop_map(|seconds| DateTime::from_timestamp(-62_135_596_800 + seconds, 0).unwrap()),
        (0_i64..92 * 86_400)
            .prop_map(|seconds| DateTime::from_timestamp(253_402_300_799 - seconds, 0).unwrap()),
        (0_i64..62 * 86_400)
            .prop_map(|seconds| DateTime::from_timestamp(1_322_697_600 + seconds, 0).unwrap()),
        (-8_334_601_228_800_i64..8_210_266_876_800)
            .prop_map(|seconds| DateTime::from_timestamp(seconds, 0).unwrap_or(DateTime::<Utc>::MIN_UTC)),
    ]
}

fn dates() -> impl Strategy<Value = NaiveDate> {
    prop_oneof![
        1 => Just(NaiveDate::MIN),
        1 => Just(NaiveDate::MAX),
        4 => instants().prop_map(|at| at.date_naive()),
    ]
}

fn numbers() -> impl Strategy<Value = u32> {
    prop_oneof![3 => 0_u32..40, 1 => Just(u32::MAX), 1 => Just(u32::MAX - 1), 1 => Just(i32::MAX.cast_unsigned()), 1 => any::<u32>()]
}

fn spans() -> impl Strategy<Value = Span> {
    (numbers(), 0_u8..3).prop_map(|(n, unit)| match unit {
        0 => Span::seconds(n),
        1 => Span::minutes(n),
        _ => Span::hours(n),
    })
}

fn local_times() -> impl Strategy<Value = LocalTime> {
    prop_oneof![Just("00:00"), Just("23:59:59"), Just("02:30"), Just("16:30")]
        .prop_map(|text| text.parse().unwrap())
}

fn counts() -> impl Strategy<Value = Count> {
    prop_oneof![
        spans().prop_map(Count::Elapsed),
        spans().prop_map(Count::Working),
        numbers().prop_map(Count::CalendarDays),
        numbers().prop_map(Count::WorkingDays),
        numbers().prop_map(Count::Weeks),
        numbers().prop_map(Count::Months),
        instants().prop_map(Count::At),
    ]
}

fn ends() -> impl Strategy<Value = End> {
    (
        prop_oneof![
            Just(End::SAME_TIME),
            Just(End::OPENING),
            Just(End::CLOSE_OF_BUSINESS),
            Just(End::END_OF_DAY),
            local_times().prop_map(End::at),
        ],
        any::<bool>(),
        any::<bool>(),
    )
        .prop_map(|(end, exclusive, later)| {
            let end = if exclusive { end.with_bound(Bound::Exclusive) } else { end };
            if later { end.with_fold(Fold::Later) } else { end }
        })
}

/// Valid and invalid ones.
fn terms() -> impl Strategy<Value = Term> {
    let roll = (
        prop_oneof![Just(Roll::FOLLOWING), Just(Roll::PRECEDING), Just(Roll::MODIFIED_FOLLOWING)],
        proptest::option::of(ends()),
    )
        .prop_map(|(roll, end)| end.map_or(roll, |end| roll.with_end(end)));
    let late = prop_oneof![Just(LateReceipt::NextCalendarDay), Just(LateReceipt::NextWorkingDay)];
    let cutoff = (local_times(), late).prop_map(|(at, late)| Cutoff::daily(at, late));
    (
        counts(),
        prop_oneof![3 => Just(End::SAME_TIME), 1 => ends()],
        proptest::option::weighted(0.3, roll),
        proptest::option::weighted(0.2, cutoff),
        proptest::bool::weighted(0.2),
        proptest::bool::weighted(0.2),
    )
        .prop_map(|(count, end, roll, cutoff, day_one, closed)| {
            let mut term = Term::of(count).with_end(end);
            if let Some(roll) = roll {
                term = term.with_roll(roll);
            }
            if let Some(cutoff) = cutoff {
                term = term.with_cutoff(cutoff);
            }
            if day_one {
                term = term.with_first_day(FirstDay::DayOne);
            }
            if closed { term.with_closed_start(ClosedStart::NextWorkingDay) } else { term }
        })
}

/// Written, so that messages are made too.
fn written<T: std::fmt::Debug, E: std::fmt::Display>(answer: Result<T, E>) -> Option<T> {
    match answer {
        Ok(answer) => Some(answer),
        Err(error) => {
            assert!(!error.to_string().is_empty());
            None
        }
    }
}

proptest! {
    #![proptest_config(cases(1_024))]

    #[test]
    fn every_question_to_a_calendar(
        number in 0..CALENDARS,
        (at, other) in (instants(), instants()),
        (date, second) in (dates(), dates()),
        amount in spans(),
        n in numbers(),
        time in local_times(),
        later in any::<bool>(),
    ) {
        let calendar = calendar(number);
        let fold = if later { Fold::Later } else { Fold::Earlier };
        written(calendar.local(at));
        written(calendar.date(at));
        written(calendar.instant(date, time, fold));
        written(calendar.start_of_day(date));
        written(calendar.is_working(at));
        written(calendar.next_working_instant(at));
        written(calendar.previous_working_instant(at));
        written(calendar.add_working_time(at, amount));
        written(calendar.subtract_working_time(at, amount));
        written(calendar.working_time_between(at, other));
        written(calendar.is_working_day(date));
        written(calendar.day(date));
        written(calendar.nth_working_day_after(date, n));
        written(calendar.nth_working_day_before(date, n));
        written(calendar.working_days_between(date, second));
        written(calendar.working_day_on_or_after(date));
        written(calendar.working_day_on_or_before(date));
        written(calendar.opening(date));
        written(calendar.close_of_business(date));
        written(calendar.working_spans(at, other).map(|spans| spans.take(1_000).count()));
        written(calendar.exceptions(date, second).map(Iterator::count));
        let zone = calendar.zone();
        let _ = (zone.local(at), zone.changes().count());
        for local in [at.naive_utc(), NaiveDateTime::MIN, NaiveDateTime::MAX, date.and_time(NaiveTime::MIN)] {
            let _ = zone.instant(local, fold);
        }
        written(calendar.with_make_up_days(MakeUpDays::AsPattern).map(|_| ()));
        written(calendar.to_builder().holiday(date, "holiday").build().map(|_| ()));
        written(calendar.to_builder().holidays(date..=second, "holidays").build().map(|_| ()));
        written(calendar.to_builder().working_day(date, "make-up day", hours(&[(0, 1440)])).build().map(|_| ()));
        written(calendar.to_builder().special_hours(date, "hours", hours(&[(1439, 2879)])).build().map(|_| ()));
        if let Some(known) = written(KnownDays::new(date, second)) {
            let zone = Zone::tabulate("Europe/Berlin", &chrono_tz::Europe::Berlin, known).unwrap();
            written(Calendar::builder("other", zone).week(WeekPattern::always()).build().map(|_| ()));
            written(calendar.to_builder().known(known).build().map(|_| ()));
        }
        written(KnownDays::years(i32::MIN, i32::MAX));
        written(KnownDays::years(n.cast_signed(), 9999));
    }

    #[test]
    fn every_deadline(number in 0..CALENDARS, terms in [terms(), terms()], anchors in [instants(), instants()]) {
        let calendar = calendar(number);
        let [received, acknowledged] = anchors;
        let anchors = Anchors::received(received).with(Anchor::ACKNOWLEDGED, acknowledged);
        let parts = [terms[0].into(), Alternative::from(Anchor::ACKNOWLEDGED, terms[1])];
        for deadline in [Deadline::from(terms[0]), Deadline::earliest(parts.clone()), Deadline::latest(parts)] {
            let due = deadline.due(&calendar, Anchor::RECEIVED, &anchors);
            let explained = deadline.explain(&calendar, Anchor::RECEIVED, &anchors);
            prop_assert_eq!(&due, &explained.clone().map(|(due, _)| due));
            if let Some((_, trace)) = written(explained) {
                prop_assert!(serde_json::to_string(&trace).is_ok());
            }
            if let Some(due) = written(due) {
                let _ = due.is_met_at(acknowledged);
            }
        }
        prop_assert!(!terms[0].count().to_string().is_empty());
    }

    #[test]
    fn every_clock(
        number in 0..CALENDARS,
        terms in [terms(), terms()],
        (received, extended, recorded, stopped, now) in (instants(), instants(), instants(), instants(), instants()),
        (paused, resumed, at_most) in (instants(), instants(), proptest::option::of(spans())),
        changes in [counts(), counts()],
        (date, fixed) in (dates(), any::<bool>()),
        lead in counts(),
        share in any::<u8>(),
        (on_change, last) in (0_u8..3, 0_u8..4),
    ) {
        let calendar = calendar(number);
        let on_change = match on_change {
            0 => ChangeEffect::KeepStart,
            1 => ChangeEffect::CarryElapsed,
            _ => ChangeEffect::Restart,
        };
        let reason = PauseReason::AWAITING_CUSTOMER;
        let rule = PauseRule::new(reason);
        let clock = Clock::new(ClockName::CLOSURE, Anchor::RECEIVED)
            .with_pause(at_most.map_or(rule, |span| rule.with_at_most(span)))
            .with_extension(ExtensionRule::new(ExtensionReason::COMPLEX_CASE).with_times(u32::MAX))
            .with_warning(Warning::Lead(lead))
            .with_warning(Warning::Share(share))
            .with_on_change(on_change);
        let mut record = ClockRecord::new(terms[0], Anchors::received(received));
        let look = |record: &ClockRecord| {
            for now in [now, DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC, received, paused] {
                let due = clock.projected_due(&calendar, record, now);
                let explained = clock.explain(&calendar, record, now);
                assert_eq!(due, explained.map(|(due, _)| due));
                let _ = clock.reading(&calendar, record, now).status().is_beyond_calendar();
                written(clock.warnings_at(&calendar, record, now));
                if let Some(next) = clock.next_change(&calendar, record, now) {
                    assert!(next > now);
                }
            }
        };
        look(&record);
        for change in [
            ExtensionChange::ReplaceTotal(changes[0]),
            ExtensionChange::Add(changes[1]),
            ExtensionChange::Until { date, fixed },
        ] {
            let extension = Extension::new(change, ExtensionReason::COMPLEX_CASE, extended.min(received));
            written(record.extend(&clock, &calendar, extension));
            look(&record);
        }
        written(record.pause(&clock, reason, Occurrence::at(paused).entered(recorded)));
        look(&record);
        written(record.resume(&clock, reason, Occurrence::at(resumed).entered(recorded)));
        written(record.pause(&clock, reason, Occurrence::at(resumed).entered(DateTime::<Utc>::MAX_UTC)));
        look(&record);
        written(record.change(&clock, recorded, terms[1]));
        look(&record);
        written(record.happened(&clock, Anchor::ACKNOWLEDGED, recorded));
        match last {
            0 => written(record.stop(&clock, stopped)),
            1 => written(record.stop(&clock, DateTime::<Utc>::MAX_UTC)),
            2 => written(record.cancel(&clock, redress::word!(RuleId, "gone"), stopped)),
            _ => None,
        };
        look(&record);
    }

    #[test]
    fn dues_are_compared_to_the_nanosecond(at in instants(), done in instants()) {
        let (inclusive, exclusive) = (Due::new(at, Bound::Inclusive), Due::new(at, Bound::Exclusive));
        prop_assert!(exclusive < inclusive);
        prop_assert!(inclusive.is_met_at(at) && !exclusive.is_met_at(at));
        prop_assert_eq!(inclusive.is_met_at(done), done <= at);
        if let Some(after) = at.checked_add_signed(TimeDelta::nanoseconds(1)) {
            prop_assert!(!inclusive.is_met_at(after));
        }
    }
}
