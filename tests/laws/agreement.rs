//! The library answers what the oracle answers.

use chrono::{DateTime, TimeDelta, Utc};
use proptest::collection::vec;
use proptest::prelude::*;
use redress::calendar::reading::{DayKind, Fold};
use redress::deadline::choice::TermFault;
use redress::deadline::{Anchors, Deadline, Term};
use redress::vocab::Anchor;

use crate::laws::cases;
use crate::laws::world::*;
use crate::oracle::{self, Unknown};

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
fn is_declared(world: &World, term: &oracle::Term, start: DateTime<Utc>) -> bool {
    matches!(term.count, oracle::Count::Working(_)) && !world.answers(start)
}

proptest! {
    #![proptest_config(cases(1_024))]

    #[test]
    fn due_dates(world in worlds(), term in terms(), starts in vec(whens(), 3)) {
        let library = library_term(&term);
        // Of a term that a policy refuses as nonsense there is a date all the same.
        let fault = library.fault();
        prop_assert!(matches!(fault, None | Some(TermFault::Nothing | TermFault::EndsBeforeStart)), "{:?}", fault);
        for start in starts {
            let start = start.of(&world);
            let expected = oracle::due(&world.oracle, &term, start);
            let answer = due(&world, &library, start);
            if answer == Err(Unknown::NotKnown) && is_declared(&world, &term, start) {
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
        let expected = oracle::due(&world.oracle, &term, start);
        prop_assert_eq!(due(&world, &library_term(&term), start), expected);
    }
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
