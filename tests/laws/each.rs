//! Columns of many records have the answers that the records have alone, and those the answers that are explained.

use chrono::{DateTime, TimeDelta, Utc};
use proptest::collection::vec;
use proptest::prelude::*;
use redress::calendar::column::{Answered, ColumnError, UNKNOWN, UNKNOWN_DAY};
use redress::calendar::{Calendar, KnownDays, Span, WeekPattern, Zone};
use redress::deadline::{Anchors, Deadline, Due, DueTable, Term};
use redress::vocab::Anchor;

use crate::laws::cases;
use crate::laws::world::*;

/// Instants of whole seconds, most of them near an edge.
fn seconds() -> impl Strategy<Value = (When, i64)> {
    (whens(), prop_oneof![Just(0_i64), -1_i64..=1, -59_i64..=59])
}

fn second(world: &World, (when, jitter): (When, i64)) -> i64 {
    when.of(world).timestamp() + jitter
}

fn instant(second: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(second, 0).unwrap()
}

fn seconds_or_unknown<E>(answer: Result<DateTime<Utc>, E>) -> i64 {
    answer.map_or(UNKNOWN, |at| at.timestamp())
}

/// What one call says of a column.
fn counted<T: PartialEq>(answered: Answered, column: &[T], unknown: &T) -> bool {
    let number = column.iter().filter(|answer| *answer == unknown).count();
    (answered.records(), answered.unknown(), answered.first_unknown(), answered.is_complete())
        == (column.len(), number, column.iter().position(|answer| answer == unknown), number == 0)
}

/// Deadlines of every kind: single terms, among them equal ones, and alternatives.
fn deadlines() -> impl Strategy<Value = Vec<Deadline>> {
    vec(terms(), 1..4).prop_map(|terms| {
        let terms: Vec<Term> = terms.iter().map(library_term).collect();
        let mut deadlines: Vec<Deadline> = terms.iter().copied().map(Deadline::from).collect();
        deadlines.push(deadlines[0].clone());
        deadlines.push(Deadline::earliest(terms.clone()));
        deadlines.push(Deadline::latest(terms));
        deadlines
    })
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn working_days(world in worlds(), days in vec((day_numbers(), 0_u32..30), 16)) {
        let dates: Vec<i32> = days.iter().map(|&(day, _)| world.numbered(day).to_epoch_days()).collect();
        let n: Vec<u32> = days.iter().map(|&(_, n)| n).collect();
        let mut found = vec![0; dates.len()];
        let answered = world.library.nth_working_day_after_each(&dates, &n, &mut found).unwrap();
        let alone = days.iter().map(|&(day, n)| {
            world.library.nth_working_day_after(world.numbered(day), n).map_or(UNKNOWN_DAY, |day| day.to_epoch_days())
        });
        prop_assert_eq!(&found, &alone.collect::<Vec<_>>());
        prop_assert!(counted(answered, &found, &UNKNOWN_DAY));
    }

    #[test]
    fn working_time(world in worlds(), asked in vec((seconds(), minutes(), seconds()), 16)) {
        let starts: Vec<i64> = asked.iter().map(|&(start, ..)| second(&world, start)).collect();
        let others: Vec<i64> = asked.iter().map(|&(.., other)| second(&world, other)).collect();
        let amounts: Vec<_> = asked.iter().map(|&(_, minutes, _)| amount(minutes)).collect();
        let mut ends = vec![0; starts.len()];
        let answered = world.library.add_working_time_each(&starts, &amounts, &mut ends).unwrap();
        let alone = starts.iter().zip(&amounts).map(|(&start, &amount)| {
            seconds_or_unknown(world.library.add_working_time(instant(start), amount))
        });
        prop_assert_eq!(&ends, &alone.collect::<Vec<_>>());
        prop_assert!(counted(answered, &ends, &UNKNOWN));
        let mut worked = vec![0; starts.len()];
        let answered = world.library.working_time_between_each(&starts, &others, &mut worked).unwrap();
        let alone = starts.iter().zip(&others).map(|(&from, &until)| {
            let worked = world.library.working_time_between(instant(from), instant(until));
            worked.map_or(UNKNOWN, |worked| worked.num_seconds())
        });
        prop_assert_eq!(&worked, &alone.collect::<Vec<_>>());
        prop_assert!(counted(answered, &worked, &UNKNOWN));
    }

    /// The working time between two seconds is what the spans between them come to: the slow way.
    #[test]
    fn working_time_is_the_sum_of_its_spans(world in worlds(), ends in [seconds(), seconds()]) {
        let mut ends = ends.map(|end| second(&world, end));
        ends.sort_unstable();
        let mut worked = [0];
        let _ = world.library.working_time_between_each(&ends[..1], &ends[1..], &mut worked).unwrap();
        let spans = world.library.working_spans(instant(ends[0]), instant(ends[1]));
        let sum = spans.map(|spans| spans.map(|(start, end)| (end - start).num_seconds()).sum::<i64>());
        prop_assert_eq!(worked[0], sum.unwrap_or(UNKNOWN));
    }
}

proptest! {
    #![proptest_config(cases(1_024))]

    #[test]
    fn due_dates(
        world in worlds(),
        deadlines in deadlines(),
        asked in vec((seconds(), any::<u8>()), 32),
    ) {
        let table = DueTable::new(&world.library, Anchor::RECEIVED, &deadlines);
        let events: Vec<i64> = asked.iter().map(|&(event, _)| second(&world, event)).collect();
        let numbers: Vec<u8> =
            asked.iter().map(|&(_, number)| number % u8::try_from(deadlines.len()).unwrap()).collect();
        let mut due = vec![0; events.len()];
        let answered = table.due_each(&events, &numbers, &mut due).unwrap();
        for ((&event, &number), &found) in events.iter().zip(&numbers).zip(&due) {
            let deadline = &deadlines[usize::from(number)];
            let received = Anchors::received(instant(event));
            let alone = deadline.due(&world.library, Anchor::RECEIVED, &received);
            let explained = deadline.explain(&world.library, Anchor::RECEIVED, &received).map(|(due, _)| due);
            prop_assert_eq!(&alone, &explained, "{}", instant(event));
            prop_assert_eq!(found, seconds_or_unknown(alone.clone().map(Due::at)), "{}", instant(event));
            let ready = table.deadline(number).unwrap();
            prop_assert_eq!(&ready.due(instant(event)), &alone, "{}", instant(event));
            if let (Ok(due), Some(bound)) = (alone, ready.bound()) {
                prop_assert_eq!(due.bound(), bound);
            }
        }
        prop_assert!(counted(answered, &due, &UNKNOWN));
    }

    /// A day from end to end: the second at which a due date changes is the right one.
    #[test]
    fn due_dates_of_a_whole_day(world in worlds(), term in day_terms(), at in whens()) {
        let deadlines = [Deadline::from(library_term(&term))];
        let table = DueTable::new(&world.library, Anchor::RECEIVED, &deadlines);
        let first = at.of(&world).timestamp();
        let events: Vec<i64> = (0..2_880).map(|step| first + 30 * step).flat_map(|at| [at - 1, at, at + 1]).collect();
        let mut due = vec![0; events.len()];
        let _ = table.due_each(&events, &vec![0; events.len()], &mut due).unwrap();
        for (&event, &found) in events.iter().zip(&due) {
            let alone = deadlines[0].due(&world.library, Anchor::RECEIVED, &Anchors::received(instant(event)));
            prop_assert_eq!(found, seconds_or_unknown(alone.map(Due::at)), "{}", instant(event));
        }
    }

    /// Fractions of a second and leap seconds, which a column does not hold: the explained answer is the answer.
    #[test]
    fn fractions_are_explained_as_they_are_answered(
        world in worlds(),
        deadlines in deadlines(),
        event in seconds(),
        nanos in prop_oneof![0_u32..3, 1_u32..1_000_000_000, Just(999_999_999_u32)],
        leaps in any::<bool>(),
    ) {
        let whole = second(&world, event);
        let leap = DateTime::from_timestamp(whole - whole.rem_euclid(60) + 59, 1_000_000_000 + nanos).unwrap();
        let at = if leaps { leap } else { instant(whole) + TimeDelta::nanoseconds(nanos.into()) };
        let received = Anchors::received(at);
        let table = DueTable::new(&world.library, Anchor::RECEIVED, &deadlines);
        for (number, deadline) in (0..).zip(&deadlines) {
            let alone = deadline.due(&world.library, Anchor::RECEIVED, &received);
            let explained = deadline.explain(&world.library, Anchor::RECEIVED, &received).map(|(due, _)| due);
            prop_assert_eq!(&alone, &explained, "{:?}", at);
            prop_assert_eq!(table.deadline(number).unwrap().due(at), alone, "{:?}", at);
        }
        // The rest of the second is worked where the second is.
        let next = instant(if leaps { leap.timestamp() + 2 } else { whole + 1 });
        let begun = next - TimeDelta::seconds(1);
        if let Ok(rest) = world.library.working_time_between(at, next) {
            let is_working = world.library.is_working(begun).unwrap();
            let left = if leaps { 1_000_000_000 - i64::from(nanos) } else { (next - at).num_nanoseconds().unwrap() };
            prop_assert_eq!(rest.num_nanoseconds().unwrap(), if is_working { left } else { 0 }, "{:?}", at);
        }
    }
}

#[test]
fn columns_of_different_lengths_are_refused_and_nothing_is_written() {
    let world = Scene::office("2026-01-01", "2026-12-31").world().unwrap();
    let mut seconds = [7; 2];
    let refused = world.library.working_time_between_each(&[0, 0], &[0], &mut seconds).unwrap_err();
    assert_eq!(refused, ColumnError::Length { column: "until", entries: 1, records: 2 });
    assert_eq!(refused.to_string(), "column `until` has the length 1, expected 2: one entry for each record");
    assert_eq!(seconds, [7; 2]);
    let refused = world.library.nth_working_day_after_each(&[0], &[1], &mut [0; 2]).unwrap_err();
    assert_eq!(refused, ColumnError::Length { column: "found", entries: 2, records: 1 });
    let refused = world.library.add_working_time_each(&[0], &[], &mut [0]).unwrap_err();
    assert_eq!(refused, ColumnError::Length { column: "amounts", entries: 0, records: 1 });
}

#[test]
fn a_number_of_no_deadline_is_refused() {
    let world = Scene::office("2026-01-01", "2026-12-31").world().unwrap();
    let deadlines = [Deadline::from(Term::calendar_days(1))];
    let table = DueTable::new(&world.library, Anchor::RECEIVED, &deadlines);
    let refused = table.due_each(&[0, 0, 0], &[0, 1, 2], &mut [0; 3]).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "column `deadlines` has the number 1 in record 1, expected a number below 1"
    );
    let none = DueTable::new(&world.library, Anchor::RECEIVED, &[]);
    assert!(none.due_each(&[], &[], &mut []).unwrap().is_complete());
    assert!(none.due_each(&[0], &[0], &mut [0]).is_err());
    assert!(none.deadline(0).is_none() && table.deadline(0).is_some() && table.deadline(1).is_none());
}

#[test]
fn numbers_that_are_no_instants_have_no_answer() {
    let world = Scene::office("2026-01-01", "2026-12-31").world().unwrap();
    let extremes = [i64::MIN, i64::MIN + 1, -1, 0, i64::MAX - 1, i64::MAX];
    let deadlines = [Deadline::from(Term::calendar_days(1)), Deadline::earliest([Term::working_days(1)])];
    let table = DueTable::new(&world.library, Anchor::RECEIVED, &deadlines);
    let mut column = [0; 6];
    for number in 0..2 {
        let answered = table.due_each(&extremes, &[number; 6], &mut column).unwrap();
        assert_eq!((column, answered.unknown()), ([UNKNOWN; 6], 6));
    }
    let answered = world.library.add_working_time_each(&extremes, &[amount(1); 6], &mut column).unwrap();
    assert_eq!((column, answered.first_unknown()), ([UNKNOWN; 6], Some(0)));
    let answered = world.library.working_time_between_each(&extremes, &extremes, &mut column).unwrap();
    assert_eq!((column, answered.unknown()), ([UNKNOWN; 6], 6));
    let days = [i32::MIN, i32::MIN + 1, -1, 0, i32::MAX - 1, i32::MAX];
    let mut found = [0; 6];
    let answered = world.library.nth_working_day_after_each(&days, &[u32::MAX; 6], &mut found).unwrap();
    assert_eq!((found, answered.unknown()), ([UNKNOWN_DAY; 6], 6));
}

/// A number that is no instant has no due date: no term counts from it, and a chosen one is not asked either.
#[test]
fn what_is_no_instant_has_no_due_date() {
    let utc = chrono::FixedOffset::east_opt(0).unwrap();
    let known = KnownDays::years(2026, 2026).unwrap();
    let calendar = Calendar::builder("utc", Zone::fixed(utc, known).unwrap())
        .week(WeekPattern::always())
        .build()
        .unwrap();
    let chosen = Term::at(instant(1_772_791_200));
    let deadlines =
        [Deadline::from(chosen), Deadline::earliest([chosen]), Deadline::from(Term::elapsed(Span::hours(1)))];
    let table = DueTable::new(&calendar, Anchor::RECEIVED, &deadlines);
    for event in [UNKNOWN, i64::MIN + 1, -9_000_000_000_000, 9_000_000_000_000, i64::MAX] {
        let mut due = [0; 3];
        let answered = table.due_each(&[event; 3], &[0, 1, 2], &mut due).unwrap();
        assert_eq!((due, answered.unknown()), ([UNKNOWN; 3], 3), "{event}");
    }
}
