//! What holds of a clock while it runs, is paused, extended and changed.

use chrono::{DateTime, TimeDelta, Utc};
use proptest::collection::vec;
use proptest::prelude::*;
use redress::calendar::Span;
use redress::deadline::choice::Alternative;
use redress::deadline::rule::{
    AfterBreach, ChangeEffect, Extension, ExtensionChange, ExtensionRule, Occurrence, PauseRule, Warning,
};
use redress::deadline::{Anchors, Clock, ClockRecord, ClockStatus, Count, Deadline, End, Roll, Term};
use redress::vocab::course::ExtensionReason;
use redress::vocab::{Anchor, ClockName, PauseReason};

use crate::laws::world::*;
use crate::laws::{cases, oracle};

const REASONS: [PauseReason; 3] =
    [PauseReason::AWAITING_CUSTOMER, PauseReason::AWAITING_SUPPLIER, PauseReason::AWAITING_SAMPLES];

/// An entry, so many minutes after the one before.
#[derive(Clone, Copy, Debug)]
enum Act {
    /// Found so many minutes late.
    Pause {
        reason: usize,
        late: i64,
    },
    Resume {
        reason: usize,
        late: i64,
    },
    Extend {
        n: i64,
        add: bool,
    },
    Until {
        days: i64,
        fixed: bool,
    },
    Change(oracle::Term),
    Nothing,
}

/// Terms without roll that end on a day they count: a pause never brings their due date forward, nor leaves it within the pause.
fn steady_terms() -> impl Strategy<Value = oracle::Term> {
    let steady = |term: &oracle::Term| term.roll.is_none() && term.count != oracle::Count::WorkingDays(0);
    terms().prop_filter("steady", steady)
}

fn acts() -> impl Strategy<Value = Vec<(i64, Act)>> {
    let late = || prop_oneof![3 => Just(0_i64), 1 => 0_i64..3_000];
    let act = prop_oneof![
        3 => (0_usize..3, late()).prop_map(|(reason, late)| Act::Pause { reason, late }),
        3 => (0_usize..3, late()).prop_map(|(reason, late)| Act::Resume { reason, late }),
        1 => (0_i64..20, any::<bool>()).prop_map(|(n, add)| Act::Extend { n, add }),
        1 => (-2_i64..20, any::<bool>()).prop_map(|(days, fixed)| Act::Until { days, fixed }),
        1 => steady_terms().prop_map(Act::Change),
        2 => Just(Act::Nothing),
    ];
    vec((prop_oneof![0_i64..300, 0_i64..3_000, (0_i64..20).prop_map(|n| n * 720)], act), 1..=8)
}

fn warnings() -> impl Strategy<Value = Warning> {
    prop_oneof![
        (1_u8..=99).prop_map(Warning::Share),
        minutes().prop_map(|minutes| Warning::Lead(Count::Working(amount(minutes)))),
        minutes().prop_map(|minutes| Warning::Lead(Count::Elapsed(amount(minutes)))),
        day_counts().prop_map(|count| Warning::Lead(library_count(count))),
    ]
}

fn clocks() -> impl Strategy<Value = Clock> {
    let limits = proptest::array::uniform3(proptest::option::weighted(0.4, 0_i64..3_000));
    let on_change = prop_oneof![
        Just(ChangeEffect::KeepStart),
        Just(ChangeEffect::CarryElapsed),
        Just(ChangeEffect::Restart)
    ];
    (limits, on_change, vec(warnings(), 0..3)).prop_map(|(limits, on_change, warnings)| {
        let clock = Clock::new(ClockName::CLOSURE, Anchor::RECEIVED)
            .with_extension(ExtensionRule::new(ExtensionReason::COMPLEX_CASE).with_times(9))
            .with_on_change(on_change);
        let clock = REASONS.into_iter().zip(limits).fold(clock, |clock, (reason, limit)| {
            let rule = PauseRule::new(reason);
            clock.with_pause(limit.map_or(rule, |limit| rule.with_at_most(amount(limit))))
        });
        warnings.into_iter().fold(clock, Clock::with_warning)
    })
}

fn enter(
    world: &World,
    clock: &Clock,
    record: &mut ClockRecord,
    unit: Count,
    now: DateTime<Utc>,
    act: Act,
) -> bool {
    let ago = |minutes| now - TimeDelta::minutes(minutes);
    let extend = |record: &mut ClockRecord, change| {
        record
            .extend(clock, &world.library, Extension::new(change, ExtensionReason::COMPLEX_CASE, now))
            .is_ok()
    };
    match act {
        Act::Pause { reason, late } => {
            record.pause(clock, REASONS[reason], Occurrence::at(ago(late)).entered(now)).is_ok()
        }
        Act::Resume { reason, late } => {
            record.resume(clock, REASONS[reason], Occurrence::at(ago(late)).entered(now)).is_ok()
        }
        Act::Extend { n, add } => {
            let days = u32::try_from(n).unwrap();
            let count = match unit {
                Count::Elapsed(_) => Count::Elapsed(Span::minutes(days * 211)),
                Count::Working(_) => Count::Working(Span::minutes(days * 211)),
                Count::WorkingDays(_) => Count::WorkingDays(days.max(1)),
                Count::Weeks(_) => Count::Weeks(days / 7),
                Count::Months(_) => Count::Months(days / 20),
                _ => Count::CalendarDays(days),
            };
            extend(
                record,
                if add { ExtensionChange::Add(count) } else { ExtensionChange::ReplaceTotal(count) },
            )
        }
        Act::Until { days, fixed } => {
            // A date without work may lie within a pause that does not move it.
            if matches!(unit, Count::Working(_) | Count::WorkingDays(_)) {
                return false;
            }
            let Ok(date) = world.library.date(now) else { return false };
            extend(record, ExtensionChange::Until { date: date + TimeDelta::days(days), fixed })
        }
        Act::Change(term) => record.change(clock, now, library_term(&term)).is_ok(),
        Act::Nothing => false,
    }
}

fn kind(status: &ClockStatus) -> &'static str {
    match status {
        ClockStatus::NotStarted => "not started",
        ClockStatus::Running { .. } => "running",
        ClockStatus::Paused { .. } => "paused",
        ClockStatus::Met { .. } => "met",
        ClockStatus::MetLate { .. } => "met late",
        ClockStatus::Breached { .. } => "breached",
        ClockStatus::Cancelled { .. } => "cancelled",
        ClockStatus::Undetermined { .. } => "undetermined",
    }
}

proptest! {
    #![proptest_config(cases(1_024))]

    #[test]
    fn a_breach_stays(
        world in worlds(),
        clock in clocks(),
        follows in proptest::bool::weighted(0.25),
        term in steady_terms(),
        start in early_whens(),
        acts in acts(),
        wait in 0_i64..3_000,
    ) {
        let clock = if follows { clock.with_after_breach(AfterBreach::FollowsNewDue) } else { clock };
        let start = start.of(&world);
        let term = library_term(&term);
        let mut unit = term.count();
        let mut record = ClockRecord::new(term, Anchors::received(start));
        let mut now = start;
        let mut breach: Option<DateTime<Utc>> = None;
        let mut story = Vec::new();
        let look = |record: &ClockRecord, now: DateTime<Utc>, breach: &mut Option<DateTime<Utc>>, story: &mut Vec<String>| {
            let reading = clock.reading(&world.library, record, now);
            story.push(format!("{now} {:?}, first breach {:?}", reading.status(), reading.first_breach()));
            if let ClockStatus::Undetermined { .. } = reading.status() {
                return Ok(());
            }
            let (status, first) = (kind(reading.status()), reading.first_breach());
            if let Some(earlier) = *breach {
                prop_assert!(first.is_some_and(|first| first <= earlier), "breach undone: {story:#?}");
            }
            if first.is_some() && !follows {
                prop_assert!(matches!(status, "breached" | "met late"), "{story:#?}");
            }
            *breach = first;
            Ok(())
        };
        for (after, act) in acts {
            now += TimeDelta::minutes(after.max(1));
            look(&record, now, &mut breach, &mut story)?;
            let entered = enter(&world, &clock, &mut record, unit, now, act);
            story.push(format!("{act:?} {}", if entered { "entered" } else { "refused" }));
            if let (Act::Change(term), true) = (act, entered) {
                unit = library_count(term.count);
            }
            look(&record, now, &mut breach, &mut story)?;
        }
        now += TimeDelta::minutes(wait);
        look(&record, now, &mut breach, &mut story)?;
        record.stop(&clock, now).unwrap();
        look(&record, now, &mut breach, &mut story)?;
        let judged = clock.reading(&world.library, &record, now);
        for later in [1, 60, 100_000] {
            let later = clock.reading(&world.library, &record, now + TimeDelta::minutes(later));
            prop_assert_eq!(&later, &judged, "judged once");
        }
    }

    #[test]
    fn the_next_event_is_later_and_nothing_changes_before_it(
        world in worlds(),
        clock in clocks(),
        term in steady_terms(),
        start in early_whens(),
        acts in acts(),
        before in 0_i64..2_000,
        shares in vec(0_i64..1_000, 4),
    ) {
        let start = start.of(&world);
        let term = library_term(&term);
        let mut record = ClockRecord::new(term, Anchors::received(start));
        let mut now = start;
        for (after, act) in acts {
            now += TimeDelta::minutes(after);
            if !matches!(act, Act::Change(_)) {
                enter(&world, &clock, &mut record, term.count(), now, act);
            }
        }
        let early = now - TimeDelta::minutes(before);
        if let Some(next) = clock.next_change(&world.library, &record, early) {
            prop_assert!(next > early);
        }
        // From the last entry on.
        for _ in 0..6 {
            let status = clock.reading(&world.library, &record, now).status().clone();
            let next = clock.next_change(&world.library, &record, now);
            if let Some(next) = next {
                prop_assert!(next > now, "{next} at {now}");
            }
            let until = next.unwrap_or(now + TimeDelta::days(40));
            let due_now = matches!(status, ClockStatus::Running { due, .. } if due.at() == now);
            for share in &shares {
                let at = now + (until - now) * i32::try_from(*share).unwrap() / 1_000;
                let then = clock.reading(&world.library, &record, at);
                // An open pause leads to days that are not known, or have no hours.
                let determined = [kind(then.status()), kind(&status)].iter().all(|kind| *kind != "undetermined");
                if !due_now && determined {
                    prop_assert_eq!(kind(then.status()), kind(&status), "at {} from {} until {:?}", at, now, next);
                }
            }
            let Some(next) = next else { break };
            now = next;
        }
    }

    #[test]
    fn warnings_of_working_clocks_lie_in_working_time(
        world in worlds(),
        start in early_whens(),
        minutes in 1_i64..4_000,
        share in 1_u8..=99,
        lead in 0_i64..3_000,
        pause in proptest::option::of((0_i64..3_000, 0_i64..3_000)),
    ) {
        let start = start.of(&world);
        let clock = Clock::new(ClockName::CLOSURE, Anchor::RECEIVED)
            .with_pause(PauseRule::new(REASONS[0]))
            .with_warning(Warning::Share(share))
            .with_warning(Warning::Lead(Count::Working(amount(lead % (minutes + 1)))));
        let mut record = ClockRecord::new(Term::working(amount(minutes)), Anchors::received(start));
        let mut now = start;
        if let Some((after, length)) = pause {
            let from = start + TimeDelta::minutes(after);
            now = from + TimeDelta::minutes(length);
            record.pause(&clock, REASONS[0], from).unwrap();
            record.resume(&clock, REASONS[0], now).unwrap();
        }
        let Ok(due) = clock.projected_due(&world.library, &record, now) else { return Ok(()) };
        let Ok(warnings) = clock.warnings_at(&world.library, &record, now) else { return Ok(()) };
        for at in warnings {
            prop_assert!(start <= at && at <= due.at());
            // The end of the amount is the end of work.
            prop_assert!(at == due.at() || world.library.is_working(at) == Ok(true), "{at} of {due:?}");
        }
    }

    #[test]
    fn a_share_is_one_of_what_the_clock_counts_now(
        world in worlds(),
        hours in 1_u32..200,
        change in proptest::option::of((any::<bool>(), 1_u32..200)),
        share in 1_u8..=99,
    ) {
        let start = world.known_from + TimeDelta::days(1);
        let clock = Clock::new(ClockName::CLOSURE, Anchor::RECEIVED)
            .with_extension(ExtensionRule::new(ExtensionReason::COMPLEX_CASE))
            .with_warning(Warning::Share(share));
        let mut record = ClockRecord::new(Term::elapsed(Span::hours(hours)), Anchors::received(start));
        let mut total = hours;
        if let Some((add, more)) = change {
            let count = Count::Elapsed(Span::hours(more));
            total += more;
            let count = if add { count } else { Count::Elapsed(Span::hours(total)) };
            let change = if add { ExtensionChange::Add(count) } else { ExtensionChange::ReplaceTotal(count) };
            let extension = Extension::new(change, ExtensionReason::COMPLEX_CASE, start);
            record.extend(&clock, &world.library, extension).unwrap();
        }
        let seconds = i64::from(total) * 36 * i64::from(share);
        let expected = start + TimeDelta::seconds(seconds);
        prop_assert_eq!(clock.warnings_at(&world.library, &record, start), Ok(vec![expected]));
    }
}

/// A due date that lies within a pause is passed or not when that pause ends, whichever reasons it had.
#[test]
fn a_pause_for_two_reasons_is_one() {
    let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
    let world = Scene::office("2026-01-01", "2026-03-31").world().unwrap();
    let end = End::at(local_time(16 * 60));
    let term = Term::calendar_days(2).with_end(end).with_roll(Roll::FOLLOWING);
    let clock = Clock::new(ClockName::RESPONSE, Anchor::RECEIVED)
        .with_pause(PauseRule::new(REASONS[0]))
        .with_pause(PauseRule::new(REASONS[1]));
    // Thursday; due on Monday, 16:00.
    let mut record = ClockRecord::new(term, Anchors::received(at("2026-01-08T10:00:00Z")));
    let (sunday, monday) = (at("2026-01-11T10:00:00Z"), at("2026-01-12T17:00:00Z"));
    record.pause(&clock, REASONS[0], sunday).unwrap();
    record.pause(&clock, REASONS[1], monday).unwrap();
    let evening = at("2026-01-12T18:00:00Z");
    record.resume(&clock, REASONS[0], evening).unwrap();
    let shown = |now: &str| {
        let reading = clock.reading(&world.library, &record, at(now));
        (kind(reading.status()), reading.first_breach())
    };
    let (monday, tuesday) = (shown("2026-01-12T18:30:00Z"), shown("2026-01-13T16:30:00Z"));
    assert_eq!(monday, tuesday, "nothing was entered in between");
}

/// What is done while a clock stands still is judged as what it is, and the record says so.
#[test]
fn what_is_met_late_has_breached() {
    let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
    let world = Scene::office("2026-01-01", "2026-03-31").world().unwrap();
    let end = End::at(local_time(16 * 60));
    let term = Term::calendar_days(2).with_end(end).with_roll(Roll::FOLLOWING);
    let clock = Clock::new(ClockName::RESPONSE, Anchor::RECEIVED).with_pause(PauseRule::new(REASONS[0]));
    let mut record = ClockRecord::new(term, Anchors::received(at("2026-01-08T10:00:00Z")));
    let (sunday, tuesday) = (at("2026-01-11T10:00:00Z"), at("2026-01-13T12:00:00Z"));
    record.pause(&clock, REASONS[0], sunday).unwrap();
    record.stop(&clock, tuesday).unwrap();
    let reading = clock.reading(&world.library, &record, tuesday);
    let late = matches!(reading.status(), ClockStatus::MetLate { .. });
    assert_eq!(late, reading.first_breach().is_some(), "{reading:?}");
}

/// A lead that is longer than the amount warns at once, or when work starts.
#[test]
fn a_long_lead_does_not_warn_outside_of_work() {
    let world = Scene::office("2026-01-01", "2026-03-31").world().unwrap();
    let clock = Clock::new(ClockName::RESPONSE, Anchor::RECEIVED)
        .with_warning(Warning::Lead(Count::Working(Span::hours(16))));
    let saturday = "2026-01-10T10:00:00Z".parse().unwrap();
    let record = ClockRecord::new(Term::working(Span::hours(8)), Anchors::received(saturday));
    let warnings = clock.warnings_at(&world.library, &record, saturday).unwrap();
    for at in warnings {
        assert_eq!(world.library.is_working(at), Ok(true), "{at}");
    }
}

/// A breach stays visible while a later entry leads beyond what is known.
#[test]
fn a_breach_stays_visible_beyond_the_calendar() {
    let world = Scene::office("2026-01-01", "2026-03-31").world().unwrap();
    let clock = Clock::new(ClockName::RESPONSE, Anchor::RECEIVED);
    let start = "2026-01-05T09:00:00Z".parse().unwrap();
    let mut record = ClockRecord::new(Term::elapsed(Span::hours(24)), Anchors::received(start));
    let now = start + TimeDelta::hours(48);
    let breach = clock.reading(&world.library, &record, now).first_breach();
    assert!(breach.is_some());
    record.change(&clock, now, Term::working_days(500)).unwrap();
    assert_eq!(clock.reading(&world.library, &record, now).first_breach(), breach);
}

/// The last event before a breach is the breach: a host that wakes at the due date is told to wake once more.
#[test]
fn a_breach_is_an_event() {
    let world = Scene::office("2026-01-01", "2026-03-31").world().unwrap();
    let clock = Clock::new(ClockName::RESPONSE, Anchor::RECEIVED);
    let start = "2026-01-05T09:00:00Z".parse().unwrap();
    let record = ClockRecord::new(Term::elapsed(Span::hours(24)), Anchors::received(start));
    let mut now = start;
    while let Some(next) = clock.next_change(&world.library, &record, now) {
        now = next;
    }
    assert_eq!(kind(clock.reading(&world.library, &record, now).status()), "breached");
}

/// A deadline of parts does not lose its breach because a later event adds a part.
#[test]
fn a_late_event_does_not_undo_a_breach() {
    let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
    let world = Scene::office("2026-01-01", "2026-03-31").world().unwrap();
    let clock = Clock::new(ClockName::RESPONSE, Anchor::RECEIVED);
    let day = || Deadline::from(Term::elapsed(Span::hours(24)));
    let deadline = Deadline::latest([
        Alternative::from(Anchor::RECEIVED, day()),
        Alternative::from(Anchor::ACKNOWLEDGED, day()),
    ]);
    let mut record = ClockRecord::new(deadline, Anchors::received(at("2026-01-05T09:00:00Z")));
    let now = at("2026-01-07T09:00:00Z");
    let since = at("2026-01-06T09:00:00Z");
    let before = clock.reading(&world.library, &record, now);
    assert_eq!(before.first_breach(), Some(since));
    record.happened(&clock, Anchor::ACKNOWLEDGED, now).unwrap();
    let after = clock.reading(&world.library, &record, now);
    assert_eq!((after.first_breach(), kind(after.status())), (Some(since), "breached"));
}

/// What was met is met, whatever is heard of later.
#[test]
fn a_met_clock_is_not_judged_again() {
    let world = Scene::office("2026-01-01", "2026-03-31").world().unwrap();
    let clock = Clock::new(ClockName::RESPONSE, Anchor::RECEIVED);
    let start: DateTime<Utc> = "2026-01-05T09:00:00Z".parse().unwrap();
    let deadline = Deadline::earliest([
        Alternative::from(Anchor::RECEIVED, Term::elapsed(Span::hours(48))),
        Alternative::from(Anchor::ACKNOWLEDGED, Term::elapsed(Span::hours(1))),
    ]);
    let mut record = ClockRecord::new(deadline, Anchors::received(start));
    let stopped = start + TimeDelta::hours(10);
    record.stop(&clock, stopped).unwrap();
    let judged = clock.reading(&world.library, &record, stopped);
    assert_eq!(kind(judged.status()), "met");
    // It may be refused, or change nothing.
    let _ = record.happened(
        &clock,
        Anchor::ACKNOWLEDGED,
        Occurrence::at(start + TimeDelta::hours(2)).entered(stopped),
    );
    assert_eq!(clock.reading(&world.library, &record, stopped), judged);
}

/// A pause that ended by itself is not the one that a later resume ends.
#[test]
fn a_resume_ends_the_pause_that_runs() {
    let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
    let world = Scene::office("2026-01-01", "2026-03-31").world().unwrap();
    let clock = Clock::new(ClockName::RESPONSE, Anchor::RECEIVED)
        .with_pause(PauseRule::new(REASONS[0]).with_at_most(Span::hours(24)));
    let start = at("2026-01-05T09:00:00Z");
    let mut record = ClockRecord::new(Term::elapsed(Span::hours(240)), Anchors::received(start));
    let (first, second) = (start + TimeDelta::hours(1), start + TimeDelta::hours(50));
    record.pause(&clock, REASONS[0], first).unwrap();
    record.pause(&clock, REASONS[0], second).unwrap();
    let resumed = second + TimeDelta::hours(1);
    record.resume(&clock, REASONS[0], resumed).unwrap();
    let now = resumed + TimeDelta::hours(100);
    // A day that ended by itself, and an hour.
    let due = clock.projected_due(&world.library, &record, now).unwrap();
    assert_eq!(due.at(), start + TimeDelta::hours(240 + 24 + 1));
}
