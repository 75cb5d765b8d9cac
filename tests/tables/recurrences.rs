//! Repetitions against a plain count over the history, in calendars that end.

use chrono::{NaiveDate, TimeDelta};
use chrono_tz::Tz;
use proptest::prelude::*;
use redress::policy::condition::{Recurrence, RecurrenceKey, RecurrenceWindow, Truth};
use redress::triage::{Complaint, History, PastCase};

use crate::tables::asks::{Again, agains, earlier, repeated, truth, window_start};
use crate::tables::cases;
use crate::tables::past::{history, pasts};
use crate::tables::world::{BERLIN, Words, at, calendar, models};

/// In Beirut clocks change at midnight, in Havana midnight comes twice.
const ZONES: [Tz; 5] =
    [Tz::Europe__Berlin, Tz::Asia__Beirut, Tz::America__Havana, Tz::Asia__Kathmandu, Tz::Pacific__Kiritimati];

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn repetitions_are_counted_as_one_counts_them(
        again in agains(3),
        new in models(&Words::all()),
        past in pasts(0..20, 60),
    ) {
        let (complaint, before) = (new.complaint(), history(&past, &new));
        let found = complaint.repetitions(&again.recurrence(), &before, &BERLIN);
        let (key, count, reached) = repeated(Tz::Europe__Berlin, &again, &new, &past);
        prop_assert_eq!(found.key, key);
        prop_assert_eq!(found.reached, truth(reached));
        prop_assert_eq!(found.count, count);
    }

    #[test]
    fn a_window_that_begins_beyond_the_calendar_never_decides_wrongly(
        zone in 0..ZONES.len(),
        again in agains(2),
        new in models(&Words::all()),
        past in pasts(1..20, 40),
        first in 0_i64..200,
        length in 2_i64..200,
    ) {
        let zone = ZONES[zone];
        let first = NaiveDate::from_ymd_opt(2025, 11, 1).unwrap() + TimeDelta::days(first);
        let last = first + TimeDelta::days(length);
        let calendar = calendar(zone, &first.to_string(), &last.to_string());
        let (complaint, before) = (new.complaint(), history(&past, &new));
        let found = complaint.repetitions(&again.recurrence(), &before, &calendar);
        let (key, count, reached) = repeated(zone, &again, &new, &past);
        prop_assert_eq!(found.key, key);
        let known = |day: NaiveDate| first <= day && day <= last;
        let today = new.received.with_timezone(&zone).date_naive();
        let start = window_start(zone, new.received, again.window);
        let is_known = start.is_none_or(|(_, day)| day.is_none_or(|day| known(day) && known(today)));
        // With four days in between none of the cases lies near the beginning, whatever the zone.
        let near = |start| (new.received - TimeDelta::days(4) - start)..=(new.received + TimeDelta::days(4) - start);
        let is_near = start.is_some_and(|(start, _)| {
            earlier(&new, &past).iter().any(|past| near(start).contains(&TimeDelta::minutes(past.before)))
        });
        if is_known || !is_near {
            prop_assert_eq!(found.reached, truth(reached));
            prop_assert_eq!(found.count, count);
        } else {
            prop_assert!(found.reached == truth(reached) || found.reached == Truth::Unknown);
        }
    }
}

#[test]
fn the_window_of_days_begins_with_a_day_and_that_of_hours_with_an_instant() {
    let model = |received: &str| {
        let mut model = crate::tables::world::Model::of([].into());
        model.received = at(received);
        model.complainant = Some(0);
        model
    };
    let past = |before: i64| crate::tables::past::Past {
        id: 1,
        before,
        complainant: Some(0),
        staff: None,
        product: None,
        unit: None,
        cause: None,
        category: None,
        demands: vec![],
        severity: None,
        validity: None,
        admonished: false,
    };
    let again = |window| Again {
        by: vec![RecurrenceKey::Complainant],
        at_least: 1,
        window,
        severity: None,
        upheld: false,
        admonished: false,
    };
    let count = |received: &str, before: i64, window| {
        let new = model(received);
        let before = history(&[past(before)], &new);
        new.complaint().repetitions(&again(window).recurrence(), &before, &BERLIN).count
    };
    // 31 March 10:00 in summer time; 28 February began at 23:00 UTC of the day before.
    let minutes = (at("2026-03-31T08:00:00Z") - at("2026-02-27T23:00:00Z")).num_minutes();
    for (window, before, expected) in [
        (RecurrenceWindow::Months(1), minutes, 1),
        (RecurrenceWindow::Months(1), minutes + 1, 0),
        (RecurrenceWindow::Days(31), minutes, 1),
        (RecurrenceWindow::Days(31), minutes + 1, 0),
        (RecurrenceWindow::Elapsed(redress::calendar::Span::hours(1)), 60, 1),
        (RecurrenceWindow::Elapsed(redress::calendar::Span::hours(1)), 61, 0),
    ] {
        assert_eq!(count("2026-03-31T08:00:00Z", before, window), expected, "{window:?} {before}");
    }
    // The history is not asked where there is none.
    let new = model("2026-03-31T08:00:00Z");
    let none =
        new.complaint().repetitions(&again(RecurrenceWindow::Always).recurrence(), &History::none(), &BERLIN);
    assert_eq!((none.count, none.reached), (0, Truth::False));
}

/// 13 months before 28 February lies in January, and 13 months before the day after it is the first of February.
#[test]
fn a_window_that_begins_where_months_skip_days_never_decides_wrongly() {
    let key = "K".parse().unwrap();
    let again = Recurrence::new([RecurrenceKey::Complainant], 1).with_window(RecurrenceWindow::Months(13));
    let count = |zone, known: [&str; 2], received: &str, before: &str| {
        let past = PastCase::new("A-1".parse().unwrap(), at(before)).with_complainant(key);
        let complaint = Complaint::new("A-2".parse().unwrap(), at(received)).with_complainant(key);
        let [first, last] = known;
        complaint.repetitions(&again, &History::of([past]).unwrap(), &calendar(zone, first, last)).reached
    };
    let (all, day, none) =
        (["2025-01-01", "2026-12-31"], ["2026-01-01", "2026-12-31"], ["2030-01-01", "2030-12-31"]);
    // 1 March in Shanghai: the window begins on 2025-01-31 at 16:00 in UTC.
    let east = |known| count(Tz::Asia__Shanghai, known, "2026-02-28T23:00:00Z", "2025-01-30T12:00:00Z");
    assert_eq!([all, day, none].map(east), [Truth::False, Truth::False, Truth::Unknown]);
    // 28 February in Los Angeles: it begins on 2025-01-28 at 08:00.
    let west = |known| count(Tz::America__Los_Angeles, known, "2026-03-01T03:00:00Z", "2025-01-29T12:00:00Z");
    assert_eq!([all, day, none].map(west), [Truth::True, Truth::True, Truth::Unknown]);
}

/// Where the day of receipt is not known, one day before it may begin behind the receipt.
#[test]
fn a_window_that_may_begin_behind_the_receipt_counts_nothing_then() {
    let key = "K".parse().unwrap();
    let past = |number: u32| {
        let received = at("2026-03-01T00:00:00Z") + TimeDelta::minutes(number.into());
        PastCase::new(format!("A-{number}").parse().unwrap(), received).with_complainant(key)
    };
    let before = History::of((0..2_000).map(past)).unwrap();
    let unknown = calendar(Tz::Asia__Shanghai, "2030-01-01", "2030-12-31");
    let again = Recurrence::new([RecurrenceKey::Complainant], 1).with_window(RecurrenceWindow::Days(1));
    for minute in (0..2_000).step_by(13) {
        let received = at("2026-02-28T12:00:00Z") + TimeDelta::minutes(minute);
        let complaint = Complaint::new("B-1".parse().unwrap(), received).with_complainant(key);
        let found = complaint.repetitions(&again, &before, &unknown);
        let expected = if minute <= 720 { Truth::False } else { Truth::Unknown };
        assert_eq!(found.reached, expected, "{received}");
    }
}
