//! What holds of every calendar and of every term, whatever the oracle says.

use chrono::{DateTime, Days, TimeDelta, Utc};
use proptest::collection::vec;
use proptest::prelude::*;
use redress::calendar::Span;
use redress::deadline::choice::Alternative;
use redress::deadline::{Anchors, Deadline, DeadlineError, Due, Term};
use redress::vocab::Anchor;

use crate::laws::cases;
use crate::laws::world::*;
use crate::oracle;

/// Nanoseconds beyond a whole minute.
fn nanos() -> impl Strategy<Value = i64> {
    prop_oneof![2 => Just(0_i64), 1 => Just(1_i64), 1 => Just(59_999_999_999_i64), 3 => 0_i64..60_000_000_000]
}

fn exact(world: &World, when: When, nanos: i64) -> DateTime<Utc> {
    when.of(world) + TimeDelta::nanoseconds(nanos)
}

fn seconds() -> impl Strategy<Value = Span> {
    prop_oneof![Just(0_u32), 1_u32..100_000, (0_u32..800).prop_map(|minutes| minutes * 60), 0_u32..2_000_000]
        .prop_map(Span::seconds)
}

fn delta(span: Span) -> TimeDelta {
    TimeDelta::seconds(i64::try_from(span.as_seconds()).unwrap())
}

fn due(world: &World, deadline: impl Into<Deadline>, at: DateTime<Utc>) -> Result<Due, DeadlineError> {
    deadline.into().due(&world.library, Anchor::RECEIVED, &Anchors::received(at))
}

/// Both in order, where both are known.
fn ordered<T: PartialOrd + std::fmt::Debug, E>(less: &Result<T, E>, more: &Result<T, E>) -> bool {
    match (less, more) {
        (Ok(less), Ok(more)) => less <= more,
        _ => true,
    }
}

proptest! {
    #![proptest_config(cases(1_024))]

    #[test]
    fn adding_is_monotone_in_start_and_amount(
        world in worlds(),
        starts in [(early_whens(), nanos()), (early_whens(), nanos())],
        amounts in [seconds(), seconds()],
    ) {
        let mut starts = starts.map(|(when, nanos)| exact(&world, when, nanos));
        let mut amounts = amounts;
        starts.sort_unstable();
        amounts.sort_unstable();
        let add = |start, amount| world.library.add_working_time(start, amount);
        let subtract = |end, amount| world.library.subtract_working_time(end, amount);
        prop_assert!(ordered(&add(starts[0], amounts[0]), &add(starts[0], amounts[1])), "amount");
        prop_assert!(ordered(&add(starts[0], amounts[0]), &add(starts[1], amounts[0])), "start");
        prop_assert!(ordered(&subtract(starts[1], amounts[1]), &subtract(starts[1], amounts[0])), "amount back");
        prop_assert!(ordered(&subtract(starts[0], amounts[0]), &subtract(starts[1], amounts[0])), "end");
        // What is too much from one start is too much from a later one.
        let (first, second) = (add(starts[0], amounts[0]), add(starts[0], amounts[1]));
        prop_assert!(first.is_ok() || second.is_err());
    }

    #[test]
    fn between_undoes_adding(world in worlds(), start in early_whens(), nanos in nanos(), amount in seconds()) {
        let start = exact(&world, start, nanos);
        let calendar = &world.library;
        if let Ok(end) = calendar.add_working_time(start, amount) {
            prop_assert_eq!(calendar.working_time_between(start, end), Ok(delta(amount)));
            prop_assert_eq!(calendar.working_time_between(end, start), Ok(-delta(amount)));
            if amount > Span::ZERO {
                let last = end - TimeDelta::nanoseconds(1);
                prop_assert_eq!(calendar.is_working(last), Ok(true), "ends with work");
            }
            if calendar.is_working(start) == Ok(true) {
                prop_assert_eq!(calendar.subtract_working_time(end, amount), Ok(start), "and back");
            }
        }
        if let Ok(begin) = calendar.subtract_working_time(start, amount) && world.answers(begin) {
            prop_assert_eq!(calendar.working_time_between(begin, start), Ok(delta(amount)));
            if amount > Span::ZERO {
                prop_assert_eq!(calendar.is_working(begin), Ok(true), "begins with work");
            }
        }
    }

    #[test]
    fn splitting_an_amount_changes_nothing(
        world in worlds(), start in early_whens(), nanos in nanos(), one in seconds(), other in seconds(),
    ) {
        let start = exact(&world, start, nanos);
        let calendar = &world.library;
        let both = Span::seconds(u32::try_from(one.as_seconds() + other.as_seconds()).unwrap());
        let split = calendar.add_working_time(start, one).and_then(|then| calendar.add_working_time(then, other));
        prop_assert_eq!(calendar.add_working_time(start, both).ok(), split.ok());
        let split = calendar.subtract_working_time(start, one).and_then(|then| calendar.subtract_working_time(then, other));
        let whole = calendar.subtract_working_time(start, both);
        if whole.as_ref().map_or(true, |&at| world.answers(at)) {
            prop_assert_eq!(whole.ok(), split.ok(), "back");
        }
        let cut = calendar.add_working_time(start, one);
        if let (Ok(cut), Ok(end)) = (cut, calendar.add_working_time(start, both)) {
            let parts = calendar.working_time_between(start, cut).unwrap() + calendar.working_time_between(cut, end).unwrap();
            prop_assert_eq!(parts, calendar.working_time_between(start, end).unwrap());
        }
    }

    #[test]
    fn working_days_are_counted_as_they_are_between(world in worlds(), number in day_numbers(), n in 1_u32..40) {
        let date = world.numbered(number);
        let calendar = &world.library;
        if let Ok(after) = calendar.nth_working_day_after(date, n) {
            prop_assert_eq!(calendar.working_days_between(date, after), Ok(i64::from(n)));
            prop_assert_eq!(calendar.is_working_day(after), Ok(true));
            prop_assert_eq!(calendar.nth_working_day_before(after, n), calendar.working_day_on_or_before(date));
        }
        if let Ok(before) = calendar.nth_working_day_before(date, n) {
            prop_assert_eq!(calendar.is_working_day(before), Ok(true));
            prop_assert_eq!(calendar.nth_working_day_after(before, n), calendar.working_day_on_or_after(date));
        }
    }

    #[test]
    fn one_holiday_more_never_shortens(
        world in worlds(),
        holiday in 0_i64..122,
        start in early_whens(),
        nanos in nanos(),
        amount in seconds(),
        term in day_terms(),
        days in 0_i64..12,
    ) {
        let mut scene = world.scene.clone();
        scene.days.insert(world.date(holiday % world.days()), (Kind::Holiday, Vec::new()));
        let Some(fewer) = scene.world() else { return Ok(()) };
        let start = exact(&world, start, nanos);
        let (before, after) = (world.library.add_working_time(start, amount), fewer.library.add_working_time(start, amount));
        prop_assert!(ordered(&before, &after) && (before.is_ok() || after.is_err()), "{before:?} {after:?}");

        let count = oracle::Count::WorkingDays(days.max(i64::from(is_zero(term.count) || term.first_day == oracle::FirstDay::DayOne || asks_hours(term.end))));
        // A close of business is the last of hours that may be other ones; so may be an opening.
        let term = library_term(&oracle::Term { count, roll: None, ..term });
        let (before, after) = (due(&world, term, start), due(&fewer, term, start));
        prop_assert!(ordered(&before, &after) && (before.is_ok() || after.is_err()), "{before:?} {after:?}");
    }

    #[test]
    fn less_opening_time_is_never_due_earlier(
        world in worlds(), weekday in 0_usize..7, late in 1_i64..300, start in early_whens(), amount in seconds(),
    ) {
        let mut scene = world.scene.clone();
        if let Some(first) = scene.week[weekday].first_mut() {
            first.0 = (first.0 + late).min(first.1 - 1).min(1439);
        }
        let Some(later) = scene.world() else { return Ok(()) };
        let start = start.of(&world);
        let (before, after) = (world.library.add_working_time(start, amount), later.library.add_working_time(start, amount));
        prop_assert!(ordered(&before, &after) && (before.is_ok() || after.is_err()), "{before:?} {after:?}");
    }
}

/// Whether a later start is never due earlier by the meaning of the parts.
///
/// Not so where a late receipt skips days that a receipt on one of them does not skip, where an own end of the roll
/// is earlier or later than the term's, and where the end has the receipt's time of day.
fn is_monotone_in_start(term: &oracle::Term) -> bool {
    let of_days = matches!(
        term.count,
        oracle::Count::CalendarDays(_)
            | oracle::Count::WorkingDays(_)
            | oracle::Count::Weeks(_)
            | oracle::Count::Months(_)
    );
    if !of_days {
        return matches!(term.count, oracle::Count::Working(_)) || term.roll.is_none();
    }
    let skips = term.closed_start == oracle::ClosedStart::Keep
        && term.intake.is_some_and(|intake| intake.later_counts_as == oracle::LaterCountsAs::NextWorkingDay);
    !skips && term.end.at != oracle::EndAt::SameTime && term.roll.is_none_or(|roll| roll.end.is_none())
}

pub(crate) fn is_monotone_in_amount(term: &oracle::Term) -> bool {
    match term.count {
        oracle::Count::Elapsed(_) => term.roll.is_none(),
        _ => term.roll.is_none_or(|roll| roll.end.is_none()),
    }
}

fn more(count: oracle::Count, n: i64) -> oracle::Count {
    use oracle::Count::{At, CalendarDays, Elapsed, Months, Weeks, Working, WorkingDays};
    match count {
        Elapsed(amount) => Elapsed(amount + n * 60),
        Working(amount) => Working(amount + n * 60),
        CalendarDays(days) => CalendarDays(days + n),
        WorkingDays(days) => WorkingDays(days + n),
        Weeks(weeks) => Weeks(weeks + n),
        Months(months) => Months(months + n),
        At(at) => At(at),
    }
}

proptest! {
    #![proptest_config(cases(1_024))]

    #[test]
    fn a_later_start_is_never_due_earlier(
        world in worlds(),
        term in terms().prop_filter("monotone in start", is_monotone_in_start),
        near in early_whens(),
        starts in [(proptest::option::of(early_whens()), -3_i64..=3, nanos()), (proptest::option::of(early_whens()), -3_i64..=3, nanos())],
    ) {
        // Half of the starts lie within minutes of each other.
        let mut starts = starts.map(|(when, minutes, nanos)| {
            exact(&world, when.unwrap_or(near), nanos) + TimeDelta::minutes(minutes)
        });
        starts.sort_unstable();
        let term = library_term(&term);
        let (first, second) = (due(&world, term, starts[0]), due(&world, term, starts[1]));
        prop_assert!(ordered(&first, &second), "{starts:?}: {first:?} {second:?}");
    }

    #[test]
    fn a_greater_amount_is_never_due_earlier(
        world in worlds(),
        term in terms().prop_filter("monotone in amount", is_monotone_in_amount),
        start in early_whens(),
        nanos in nanos(),
        n in 0_i64..30,
    ) {
        let start = exact(&world, start, nanos);
        let greater = oracle::Term { count: more(term.count, n), ..term };
        let (first, second) = (due(&world, library_term(&term), start), due(&world, library_term(&greater), start));
        prop_assert!(ordered(&first, &second), "{first:?} {second:?}");
    }

    #[test]
    fn elapsed_time_is_exact(
        world in worlds(), start in whens(), nanos in nanos(), days in -9_000_i64..9_000, amount in seconds(),
    ) {
        // It asks nothing of a calendar, so that it may lie years outside of the known days.
        let start = exact(&world, start, nanos) + TimeDelta::days(days);
        let due = due(&world, Term::elapsed(amount), start).map(Due::at);
        prop_assert_eq!(due, Ok(start + delta(amount)));
    }

    #[test]
    fn seconds_and_fractions_do_not_make_a_day(
        world in worlds(), term in day_terms(), start in early_whens(), nanos in nanos(),
    ) {
        // A receipt within the same minute counts as the same day, unless the cut-off is that minute.
        let start = start.of(&world);
        let exact = start + TimeDelta::nanoseconds(nanos);
        let term = oracle::Term { intake: term.intake.map(|intake| oracle::Intake { exclusive: true, ..intake }), ..term };
        let (whole, exact) = (due(&world, library_term(&term), start), due(&world, library_term(&term), exact));
        match (whole, exact) {
            (Ok(whole), Ok(exact)) => {
                let kept = exact.at() == whole.at() || exact.at() == whole.at() + TimeDelta::nanoseconds(nanos);
                prop_assert!(kept && whole.bound() == exact.bound(), "{whole:?} {exact:?}");
            }
            (whole, exact) => prop_assert_eq!(whole, exact),
        }
    }

    #[test]
    fn the_earliest_and_the_latest_are_among_the_parts(
        world in worlds(),
        terms in vec(terms(), 1..4),
        start in early_whens(),
        other in proptest::option::of(early_whens()),
        elsewhere in any::<bool>(),
    ) {
        let start = start.of(&world);
        let mut anchors = Anchors::received(start);
        if let Some(other) = other {
            anchors.set(Anchor::ACKNOWLEDGED, other.of(&world));
        }
        let mut dues = Vec::new();
        let mut parts: Vec<Alternative> = Vec::new();
        for (index, term) in terms.iter().enumerate() {
            let term = library_term(term);
            let from = if elsewhere && index == 0 { Anchor::ACKNOWLEDGED } else { Anchor::RECEIVED };
            parts.push(if from == Anchor::RECEIVED { term.into() } else { Alternative::from(from, term) });
            if anchors.get(from).is_some() {
                dues.push(Deadline::from(term).due(&world.library, from, &anchors));
            }
        }
        let due = |deadline: Deadline| {
            let due = deadline.due(&world.library, Anchor::RECEIVED, &anchors);
            let explained = deadline.explain(&world.library, Anchor::RECEIVED, &anchors).map(|(due, _)| due);
            assert_eq!(due, explained, "explained");
            due
        };
        let (earliest, latest) = (due(Deadline::earliest(parts.clone())), due(Deadline::latest(parts)));
        if let Some(refused) = dues.iter().find(|due| due.is_err()) {
            prop_assert_eq!(&earliest, refused);
            prop_assert_eq!(&latest, refused);
        } else if dues.is_empty() {
            let none = Err(DeadlineError::NoPartApplies { parts: terms.len() });
            prop_assert_eq!((&earliest, &latest), (&none, &none));
        } else {
            let mut dues: Vec<Due> = dues.into_iter().map(Result::unwrap).collect();
            dues.sort_unstable();
            prop_assert_eq!(earliest, Ok(dues[0]));
            prop_assert_eq!(latest, Ok(dues[dues.len() - 1]));
        }
    }

    #[test]
    fn an_explanation_gives_the_same_due_date(world in worlds(), term in terms(), start in whens(), nanos in nanos()) {
        let deadline = Deadline::from(library_term(&term));
        let anchors = Anchors::received(exact(&world, start, nanos));
        let due = deadline.due(&world.library, Anchor::RECEIVED, &anchors);
        let explained = deadline.explain(&world.library, Anchor::RECEIVED, &anchors);
        prop_assert_eq!(due, explained.map(|(due, _)| due));
    }

    #[test]
    fn a_calendar_made_anew_is_the_same(world in worlds()) {
        prop_assert_eq!(world.library.to_builder().build(), Ok(world.library.clone()));
        let days = world.library.exceptions(world.scene.first, world.scene.last).unwrap().count();
        prop_assert!(days <= world.scene.days.len());
        let gone = world.scene.first - Days::new(1);
        prop_assert!(world.library.is_working_day(gone).is_err());
    }
}
