//! The library answers what the oracle answers.

use chrono::{DateTime, TimeDelta, Utc};
use proptest::collection::vec;
use proptest::prelude::*;
use redress::calendar::{DayKind, Fold};
use redress::deadline::{
    Anchors, Clock, ClockError, ClockRecord, Deadline, DeadlineError, Extension, ExtensionRule, PauseRule,
    Term,
};
use redress::vocab::{Anchor, ClockName, ExtensionReason, PauseReason};

use crate::cases;
use crate::oracle::{self, Unknown};
use crate::world::*;

/// The library refuses every question about an unknown day.
fn known<T>(knows: bool, answer: Result<T, Unknown>) -> Result<T, Unknown> {
    if knows { answer } else { Err(Unknown::NotKnown) }
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn working_instants(world in worlds(), whens in vec(whens(), 8)) {
        for when in whens {
            let t = when.of(&world);
            let (library, oracle) = (&world.library, &world.oracle);
            prop_assert_eq!(seen(library.is_working(t)), oracle.is_working(t), "is_working {}", t);
            // The end of what is known is `the_end_of_what_is_known_is_not_known`.
            if t != world.known_until {
                prop_assert_eq!(seen(library.next_working_instant(t)), oracle.next_working_instant(t), "next {}", t);
            }
            let previous = seen(library.previous_working_instant(t));
            // The first night is `hours_in_the_unknown_first_night_are_not_known`.
            if previous.is_err() || world.oracle.knows_instant(previous.unwrap() - TimeDelta::nanoseconds(1)) {
                prop_assert_eq!(previous, oracle.previous_working_instant(t), "previous {}", t);
            }
        }
    }

    #[test]
    fn working_time(world in worlds(), whens in vec((whens(), minutes()), 4)) {
        for (when, minutes) in whens {
            let t = when.of(&world);
            let (library, oracle) = (&world.library, &world.oracle);
            let known = |answer| if minutes == 0 && !world.answers(t) { Err(Unknown::NotKnown) } else { answer };
            let added = seen(library.add_working_time(t, amount(minutes)));
            prop_assert_eq!(added, known(oracle.add_working(t, minutes)), "{} + {}", t, minutes);
            let subtracted = seen(library.subtract_working_time(t, amount(minutes)));
            if subtracted.is_err() || world.answers(subtracted.unwrap()) {
                prop_assert_eq!(subtracted, known(oracle.subtract_working(t, minutes)), "{} - {}", t, minutes);
            }
        }
    }

    #[test]
    fn working_time_between(world in worlds(), pairs in vec((whens(), whens()), 4)) {
        for (a, b) in pairs {
            let (a, b) = (a.of(&world), b.of(&world));
            let known = world.answers(a) && world.answers(b);
            let expected = if known { world.oracle.working_between(a, b) } else { Err(Unknown::NotKnown) };
            let answer = seen(world.library.working_time_between(a, b));
            prop_assert_eq!(answer, expected.map(TimeDelta::minutes), "{} to {}", a, b);
            // Reversed is `spans_between_reversed_instants_are_none`.
            let (a, b) = (a.min(b), a.max(b));
            let expected = expected.map(i64::abs);
            let spans = seen(world.library.working_spans(a, b))
                .map(|spans| spans.fold(TimeDelta::zero(), |sum, (start, end)| sum + (end - start)));
            prop_assert_eq!(spans, expected.map(|minutes| TimeDelta::minutes(minutes.max(0))), "spans {} to {}", a, b);
        }
    }

    #[test]
    fn working_days(world in worlds(), days in vec((day_numbers(), day_numbers(), 0_i64..30), 8)) {
        let (library, oracle) = (&world.library, &world.oracle);
        for (a, b, n) in days {
            let (a, b) = (world.numbered(a), world.numbered(b));
            let count = u32::try_from(n).unwrap();
            let knows = oracle.knows(a);
            prop_assert_eq!(seen(library.is_working_day(a)), oracle.is_working_day(a), "{}", a);
            prop_assert_eq!(seen(library.day(a)).map(DayKind::is_working), oracle.is_working_day(a), "{}", a);
            let after = known(knows, oracle.nth_working_day_after(a, n));
            prop_assert_eq!(seen(library.nth_working_day_after(a, count)), after, "{} after {}", n, a);
            let before = known(knows, oracle.nth_working_day_before(a, n));
            prop_assert_eq!(seen(library.nth_working_day_before(a, count)), before, "{} before {}", n, a);
            let between = known(knows && oracle.knows(b), oracle.working_days_between(a, b));
            prop_assert_eq!(seen(library.working_days_between(a, b)), between, "{} to {}", a, b);
            prop_assert_eq!(seen(library.working_day_on_or_after(a)), oracle.roll_following(a), "on or after {}", a);
            prop_assert_eq!(seen(library.working_day_on_or_before(a)), oracle.roll_preceding(a), "on or before {}", a);
            let spans = oracle.spans_of(a);
            let closed = if knows { Unknown::NoBusinessHours } else { Unknown::NotKnown };
            let opening = spans.first().map(|span| span.start).ok_or(closed);
            prop_assert_eq!(seen(library.opening(a)), opening, "opening of {}", a);
            let close = spans.last().map(|span| span.end).ok_or(closed);
            prop_assert_eq!(seen(library.close_of_business(a)), close, "close of {}", a);
        }
    }

    #[test]
    fn local_times(
        world in worlds(),
        times in vec((day_numbers(), prop_oneof![0_i64..1440, 0_i64..241], any::<bool>()), 16),
        whens in vec(whens(), 16),
    ) {
        for (number, minutes, later) in times {
            let date = world.numbered(number);
            let fold = if later { Fold::Later } else { Fold::Earlier };
            let zone = oracle::Calendar { first: date, last: date, ..world.oracle.clone() };
            let expected = zone.resolve_local(date, minutes, later);
            let answer = seen(world.library.instant(date, local_time(minutes), fold));
            let start = seen(world.library.start_of_day(date));
            // Other days are `what_a_zone_answers_beyond_the_known_days_is_right`.
            if world.oracle.knows(date) {
                prop_assert_eq!(answer, expected, "{} {} {:?}", date, minutes, fold);
            }
            if world.oracle.knows(date) {
                prop_assert_eq!(start, zone.first_of_day(date), "{}", date);
            }
        }
        for when in whens {
            let t = when.of(&world);
            let shown = seen(world.library.local(t));
            if world.oracle.knows(world.oracle.local(t).date()) {
                prop_assert_eq!(shown, Ok(world.oracle.local(t)), "{}", t);
            }
        }
    }
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn what_a_zone_answers_beyond_the_known_days_is_right(
        world in worlds(),
        days in vec((prop_oneof![0_i64..8, 0_i64..400], any::<bool>(), 0_i64..1440, any::<bool>()), 16),
    ) {
        for (days, after, minutes, later) in days {
            let date = if after { world.scene.last + TimeDelta::days(days) } else { world.date(-days) };
            let fold = if later { Fold::Later } else { Fold::Earlier };
            let zone = oracle::Calendar { first: date, last: date, ..world.oracle.clone() };
            let right = zone.resolve_local(date, minutes, later);
            let answer = seen(world.library.instant(date, local_time(minutes), fold));
            prop_assert!(answer.is_err() || answer == right, "{date} {minutes}: {answer:?}, not {right:?}");
            let at = right.unwrap();
            let shown = seen(world.library.local(at));
            prop_assert!(shown.is_err() || shown == Ok(zone.local(at)), "{at}: {shown:?}, not {}", zone.local(at));
        }
    }

    #[test]
    fn the_end_of_what_is_known_is_not_known(world in worlds()) {
        let end = world.known_until;
        prop_assert_eq!(seen(world.library.is_working(end)), Err(Unknown::NotKnown));
        prop_assert_eq!(seen(world.library.next_working_instant(end)), Err(Unknown::NotKnown));
    }

    #[test]
    fn hours_in_the_unknown_first_night_are_not_known(world in worlds(), ends in vec((early_whens(), minutes()), 8)) {
        for (end, minutes) in ends {
            let end = end.of(&world);
            let previous = seen(world.library.previous_working_instant(end));
            prop_assert!(previous.is_err() || previous == world.oracle.previous_working_instant(end), "{end}: {previous:?}");
            if minutes > 0 {
                let from = seen(world.library.subtract_working_time(end, amount(minutes)));
                let right = world.oracle.subtract_working(end, minutes);
                prop_assert!(from.is_err() || from == right, "{end} - {minutes}: {from:?}");
            }
        }
    }

    #[test]
    fn spans_between_reversed_instants_are_none(world in worlds(), ends in [early_whens(), early_whens()]) {
        let mut ends = ends.map(|end| end.of(&world));
        ends.sort_unstable();
        if let Ok(mut spans) = world.library.working_spans(ends[1], ends[0]) {
            prop_assert_eq!(spans.next(), None, "{} to {}", ends[1], ends[0]);
        }
    }
}

// ---------------------------------------------------------------------------------------------------------------------------
// Due dates
// ---------------------------------------------------------------------------------------------------------------------------

fn due(world: &World, term: &Term, at: DateTime<Utc>) -> Result<oracle::Due, Unknown> {
    due_seen(Deadline::from(*term).due(&world.library, Anchor::RECEIVED, &Anchors::received(at)))
}

/// Where the library refuses to answer for no working time at all from an unknown instant, and the oracle does not.
fn is_declared(
    world: &World,
    term: &oracle::Term,
    start: DateTime<Utc>,
    extensions: &[oracle::Extension],
) -> bool {
    let oracle::Count::Working(_) = term.count else { return false };
    let from_until = extensions.iter().any(|extension| {
        let oracle::Extension::Until { date, .. } = *extension else { return false };
        let end = world.oracle.end_on(date, &term.end, world.oracle.local(start).time());
        end.is_ok_and(|end| !world.answers(end))
    });
    from_until || !world.answers(start)
}

proptest! {
    #![proptest_config(cases(1_024))]

    #[test]
    fn due_dates(world in worlds(), term in terms(), starts in vec(whens(), 3)) {
        let library = library_term(&term);
        prop_assert_eq!(library.fault(), None);
        for start in starts {
            let start = start.of(&world);
            let expected = oracle::due(&world.oracle, &term, start, &[], &[]);
            let answer = due(&world, &library, start);
            if answer == Err(Unknown::NotKnown) && is_declared(&world, &term, start, &[]) {
                continue;
            }
            prop_assert_eq!(answer, expected, "from {}", start);
        }
    }

    #[test]
    fn due_dates_of_chosen_instants(world in worlds(), at in whens(), exclusive in any::<bool>(), start in whens()) {
        let (at, start) = (at.of(&world), start.of(&world));
        let end = oracle::End { exclusive, ..oracle::End::new(oracle::EndAt::SameTime) };
        let term = oracle::Term { end, ..oracle::Term::new(oracle::Count::At(at)) };
        let expected = oracle::due(&world.oracle, &term, start, &[], &[]);
        prop_assert_eq!(due(&world, &library_term(&term), start), expected);
    }
}

// Pauses and extensions.

const REASONS: [PauseReason; 4] = [
    PauseReason::AWAITING_CUSTOMER,
    PauseReason::AWAITING_SUPPLIER,
    PauseReason::AWAITING_SAMPLES,
    PauseReason::AWAITING_AUTHORITY,
];

/// A pause that starts so many minutes after a start and lasts so many, with an own limit if any.
pub(crate) fn raw_pauses() -> impl Strategy<Value = Vec<(i64, i64, Option<i64>)>> {
    let from = prop_oneof![-600_i64..3_000, -3_000_i64..20_000, (-3_i64..40).prop_map(|n| n * 720)];
    let length = prop_oneof![0_i64..600, 0_i64..3_000, 0_i64..12_000];
    vec((from, length, proptest::option::weighted(0.2, 0_i64..3_000)), 0..=4)
}

#[derive(Clone, Copy, Debug)]
enum RawExtension {
    ReplaceTotal(i64),
    Add(oracle::Count),
    Until(i64, bool),
}

fn raw_extensions() -> impl Strategy<Value = Vec<RawExtension>> {
    let one = prop_oneof![
        (0_i64..25).prop_map(RawExtension::ReplaceTotal),
        day_counts().prop_map(RawExtension::Add),
        (day_numbers(), any::<bool>()).prop_map(|(number, fixed)| RawExtension::Until(number, fixed)),
    ];
    vec(one, 0..=2)
}

/// The extension in the term's own unit.
fn extension(world: &World, term: &oracle::Term, raw: RawExtension) -> oracle::Extension {
    use oracle::Count::{At, CalendarDays, Elapsed, Months, Weeks, Working, WorkingDays};
    let least = i64::from(term.first_day == oracle::FirstDay::DayOne);
    let same_unit = |n: i64| match term.count {
        Elapsed(_) => Elapsed(n * 97),
        Working(_) => Working(n * 97),
        CalendarDays(_) => CalendarDays(n.max(least)),
        WorkingDays(_) => WorkingDays(n.max(least)),
        Weeks(_) => Weeks((n / 6).max(least)),
        Months(_) => Months((n / 10).max(least)),
        At(at) => At(at),
    };
    match raw {
        RawExtension::ReplaceTotal(n) => oracle::Extension::ReplaceTotal(same_unit(n)),
        RawExtension::Add(count) => match (term.count, count) {
            (Elapsed(_) | Working(_), CalendarDays(n) | WorkingDays(n) | Weeks(n) | Months(n)) => {
                oracle::Extension::Add(same_unit(n))
            }
            _ => oracle::Extension::Add(count),
        },
        RawExtension::Until(number, fixed) => {
            oracle::Extension::Until { date: world.numbered(number), fixed }
        }
    }
}

proptest! {
    #![proptest_config(cases(1_024))]

    #[test]
    fn due_dates_with_pauses_and_extensions(
        world in worlds(),
        term in terms(),
        start in early_whens(),
        pauses in raw_pauses(),
        extensions in raw_extensions(),
    ) {
        let start = start.of(&world);
        let library = library_term(&term);
        let mut clock = Clock::new(ClockName::CLOSURE, Anchor::RECEIVED)
            .with_extension(ExtensionRule::new(ExtensionReason::COMPLEX_CASE).times(9));
        for (&reason, &(_, _, limit)) in REASONS.iter().zip(&pauses) {
            let rule = PauseRule::new(reason);
            clock = clock.with_pause(limit.map_or(rule, |limit| rule.at_most(amount(limit))));
        }
        let mut record = ClockRecord::new(library, Anchors::received(start));
        let mut now = start;

        // Extensions, made at the start.
        let mut made: Vec<oracle::Extension> = Vec::new();
        for raw in extensions {
            let next = extension(&world, &term, raw);
            let entry = Extension::new(library_extension(next), ExtensionReason::COMPLEX_CASE, start);
            let before = oracle::due(&world.oracle, &term, start, &[], &made);
            let mut with: Vec<oracle::Extension> = made.clone();
            with.push(next);
            let after = oracle::due(&world.oracle, &term, start, &[], &with);
            match record.extend(&clock, &world.library, entry) {
                Ok(()) => made = with,
                Err(ClockError::Expired { due, .. }) => {
                    prop_assert_eq!(due_seen(Ok(due)), before, "expired");
                    prop_assert!(before.is_ok_and(|before| before.has_passed_at(start)));
                }
                Err(ClockError::Deadline(DeadlineError::Calendar(error))) => {
                    let refused = before.and(after);
                    let declared = is_declared(&world, &term, start, &with);
                    prop_assert!(declared || refused == Err(unknown(&error)), "{:?} but {:?}", error, refused);
                }
                Err(other) => return Err(TestCaseError::fail(format!("{other}"))),
            }
        }

        let mut paused = Vec::new();
        for &(from, length, limit) in &pauses {
            let from = start + TimeDelta::minutes(from);
            let until = from + TimeDelta::minutes(length);
            now = now.max(until);
            let until = limit.map_or(until, |limit| until.min(from + TimeDelta::minutes(limit)));
            paused.push(oracle::Pause { from, until });
        }
        for (&reason, &(from, length, limit)) in REASONS.iter().zip(&pauses) {
            let from = start + TimeDelta::minutes(from);
            record.pause(&clock, reason, from, now).unwrap();
            // A pause that has ended by itself is not ended again.
            let by_itself = limit.is_some_and(|limit| limit <= length);
            let resumed = record.resume(&clock, reason, from + TimeDelta::minutes(length), now);
            prop_assert_eq!(resumed.is_err(), by_itself);
        }

        let expected = oracle::due(&world.oracle, &term, start, &paused, &made);
        let answer = due_seen(clock.due(&world.library, &record, now));
        if answer == Err(Unknown::NotKnown) && is_declared(&world, &term, start, &made) {
            return Ok(());
        }
        // Ends of unknown days are `an_end_of_an_unknown_day_in_a_pause_is_not_known`.
        let early = world.known_from + TimeDelta::hours(30);
        let at_first = paused.iter().any(|pause| pause.from.max(start) < early);
        if expected == Err(Unknown::NotKnown) && answer != expected && at_first {
            return Ok(());
        }
        // Of a pause that reaches into an unknown day the library does not say that this day's end lies after it: its
        // hours may be special ones. The oracle asks the week pattern.
        let at_last = paused.iter().any(|pause| pause.until > world.known_until);
        if answer == Err(Unknown::NotKnown) && answer != expected && at_last {
            return Ok(());
        }
        // A fixed date that a pause moves onto a day without hours has no end there: the library then rolls it.
        let fixed = made.iter().any(|extension| matches!(extension, oracle::Extension::Until { fixed: true, .. }));
        if expected == Err(Unknown::NoBusinessHours) && answer != expected && fixed && !paused.is_empty() {
            return Ok(());
        }
        prop_assert_eq!(answer, expected, "from {} with {:?} and {:?}", start, paused, made);
        let explained = clock.explain(&world.library, &record, now).map(|(due, _)| due);
        prop_assert_eq!(due_seen(explained), answer, "explained");
    }
}

/// The shift of the night before the first known day may end in a pause, or may have been a holiday.
#[test]
fn an_end_of_an_unknown_day_in_a_pause_is_not_known() {
    let mut scene = Scene::office("2026-01-06", "2026-01-31");
    scene.week = std::array::from_fn(|_| vec![(22 * 60, 30 * 60)]);
    let world = scene.world().unwrap();
    let end = oracle::End::new(oracle::EndAt::CloseOfBusiness);
    let term = oracle::Term { end, ..oracle::Term::new(oracle::Count::WorkingDays(3)) };
    // From 05:00 to 12:00: the shift of 5 January ends at 06:00, if that was a working day.
    let start = world.known_from + TimeDelta::hours(5);
    let pause = oracle::Pause { from: start, until: start + TimeDelta::hours(7) };
    let reason = REASONS[0];
    let clock = Clock::new(ClockName::CLOSURE, Anchor::RECEIVED).with_pause(PauseRule::new(reason));
    let mut record = ClockRecord::new(library_term(&term), Anchors::received(start));
    record.pause(&clock, reason, pause.from, pause.from).unwrap();
    record.resume(&clock, reason, pause.until, pause.until).unwrap();
    let expected = oracle::due(&world.oracle, &term, start, &[pause], &[]);
    assert_eq!(due_seen(clock.due(&world.library, &record, pause.until)), expected);
}

/// The same in one case: the night shift of the unknown Thursday may run until 08:00.
#[test]
fn work_is_not_taken_from_the_unknown_first_night() {
    let mut scene = Scene::office("2026-01-02", "2026-01-31");
    scene.week[3] = vec![(22 * 60, 32 * 60)];
    scene.days.insert(scene.first, (Kind::SpecialHours, vec![(6 * 60, 12 * 60)]));
    let world = scene.world().unwrap();
    let at = |hour| world.known_from + TimeDelta::hours(hour);
    assert!(world.library.is_working(at(7)).is_err());
    assert_eq!(seen(world.library.subtract_working_time(at(12), amount(240))), Ok(at(8)));
    assert_eq!(seen(world.library.subtract_working_time(at(12), amount(300))), Err(Unknown::NotKnown));
}

/// A night shift that the zone skips does not run into the first known day.
#[test]
fn a_skipped_date_before_the_known_days_has_no_night_shift() {
    let mut scene = Scene::office("2011-12-31", "2012-01-31");
    scene.zone = chrono_tz::Pacific::Apia;
    scene.week = std::array::from_fn(|_| vec![(22 * 60, 30 * 60)]);
    let world = scene.world().unwrap();
    let morning = world.known_from + TimeDelta::hours(1);
    assert_eq!(seen(world.library.is_working(morning)), world.oracle.is_working(morning));
}
