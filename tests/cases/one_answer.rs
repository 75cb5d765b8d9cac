//! What a host is told never contradicts itself: at any instant the status of each clock, the standing of the case, what
//! is owed, the next event, the timeline and the ledger agree on whether a clock runs, is paused, was met or breached.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use redress::case::Outlook;
use redress::case::clock::{CaseClock, standing};
use redress::deadline::rule::Hardness;
use redress::deadline::{ClockReading, ClockStatus, Due};
use redress::policy::Policy;
use redress::policy::clock::ClockPart;
use redress::render::Renderer;
use redress::report::ledger::LedgerRow;
use redress::vocab::course::Duty;
use redress::vocab::{Locale, Standing};

use crate::cases::generate::{Walk, cases};

const NANO: TimeDelta = TimeDelta::nanoseconds(1);

/// Status, due date and miss of one clock.
fn one_clock(clock: &CaseClock<'_>, reading: &ClockReading, now: DateTime<Utc>, place: &str) {
    let hard = clock.rule().clock().hardness() == Hardness::Hard;
    let ran_out = reading.ran_out();
    let place = format!("{place}, {} {}: {reading:?}", clock.name(), clock.turn());
    match *reading.status() {
        ClockStatus::Paused { since, .. } => {
            assert_eq!(reading.due(), None, "a paused clock has no due date, {place}");
            assert!(reading.projected().is_some() && since <= now, "{place}");
            assert!(ran_out.is_none() || !hard, "{place}");
        }
        ClockStatus::Running { due, left } => {
            assert_eq!(reading.due(), Some(due), "{place}");
            assert_eq!(left, due.at() - now, "{place}");
            assert!(ran_out.is_none() || !hard, "{place}");
            assert!(!hard || due.is_met_at(now), "a clock that runs has not run out, {place}");
        }
        ClockStatus::Met { .. } => assert_eq!(ran_out, None, "{place}"),
        ClockStatus::MetLate { late_by, .. } => {
            assert!(ran_out.is_some() && late_by >= TimeDelta::zero(), "{place}");
        }
        ClockStatus::Breached { since } => {
            assert_eq!(ran_out.map(Due::at), Some(since), "{place}");
            assert!(hard && since <= now, "{place}");
        }
        ClockStatus::NotStarted | ClockStatus::Undetermined { .. } => {
            assert_eq!(reading.due(), None, "{place}");
        }
        ClockStatus::Cancelled { .. } => {}
    }
    // What counts as missed was missed at some time.
    let on_record = reading.first_breach().or(reading.missed());
    assert!(ran_out.is_none() || on_record.is_some(), "{place}");
}

/// What is owed of a miss is missed, and the other way round where nothing was delivered.
fn owed(walk: &Walk, policy: &Policy, clocks: &[CaseClock<'_>], outlook: &Outlook, now: DateTime<Utc>) {
    let of_a_miss = [Duty::Breach, Duty::MissedTarget, Duty::Escalation, Duty::LadderExhausted];
    for owed in outlook.owed(now).filter(|owed| of_a_miss.contains(&owed.key.duty)) {
        let of_key = |clock: &&CaseClock<'_>| {
            Some(clock.name()) == owed.key.clock && clock.department() == owed.key.department
        };
        let missed = clocks.iter().filter(of_key).any(|clock| clock.reading(policy, now).ran_out().is_some());
        assert!(missed, "{owed:?} at {now}, {:?}", walk.case.id());
    }
    let delivered = walk.case.events().iter().any(|event| event.what.name() == "delivered");
    let told: BTreeSet<_> = outlook
        .owed(now)
        .filter(|owed| owed.key.duty == Duty::Breach)
        .filter_map(|owed| Some((owed.key.clock?, owed.key.department)))
        .collect();
    for clock in clocks.iter().filter(|_| !delivered) {
        let breached = matches!(clock.reading(policy, now).status(), ClockStatus::Breached { .. });
        if breached && clock.rule().part() != ClockPart::Project {
            assert!(told.contains(&(clock.name(), clock.department())), "{} at {now}", clock.name());
        }
    }
}

/// The lines of the timeline say of as many clocks that they are paused or breached.
fn timeline(walk: &Walk, policy: &Policy, readings: &[ClockReading], now: DateTime<Utc>) {
    let text = Renderer::of(policy, Locale::En).standing(&walk.case, policy, now);
    let lines =
        |what: &str| text.lines().filter(|line| line.starts_with("  ") && line.contains(what)).count();
    let count = |is: fn(&ClockStatus) -> bool| readings.iter().filter(|reading| is(reading.status())).count();
    assert_eq!(
        lines(": paused since"),
        count(|status| matches!(status, ClockStatus::Paused { .. })),
        "{text}"
    );
    assert_eq!(
        lines(": breached since"),
        count(|status| matches!(status, ClockStatus::Breached { .. })),
        "{text}"
    );
    assert_eq!(lines(": running"), count(|status| matches!(status, ClockStatus::Running { .. })), "{text}");
}

#[test]
fn every_answer_about_a_clock_is_the_same_answer() {
    let mut paused = 0;
    for seed in 0..cases(300) {
        let mut walk = Walk::seeded(seed);
        for step in 0..12 {
            walk = walk.goes_on(5);
            let policy = walk.policy();
            let now = walk.now;
            let outlook = Outlook::of(&walk.case, policy, now);
            let next = outlook.next_change(now);
            let moments = outlook.moments().iter().map(|moment| moment.at).filter(|&at| at > now).take(6);
            let mut instants: Vec<DateTime<Utc>> =
                moments.flat_map(|at| [at - NANO, at, at + NANO]).collect();
            instants.extend([0, 30, 600, 5_000].map(|minutes| now + TimeDelta::minutes(minutes)));
            instants.retain(|&at| at >= now);
            for at in instants {
                let place = format!("seed {seed}, step {step}, at {at}");
                let clocks = walk.case.clocks(policy, at);
                let readings: Vec<ClockReading> =
                    clocks.iter().map(|clock| clock.reading(policy, at)).collect();
                for (clock, reading) in clocks.iter().zip(&readings) {
                    one_clock(clock, reading, at, &place);
                    paused += u32::from(matches!(reading.status(), ClockStatus::Paused { .. }));
                }
                owed(&walk, policy, &clocks, &outlook, at);
                timeline(&walk, policy, &readings, at);
                let stands = standing(&walk.case, policy, at);
                assert_eq!(outlook.standing(at), stands, "{place}");
                let closing: Vec<&ClockReading> = clocks
                    .iter()
                    .zip(&readings)
                    .filter(|(clock, _)| clock.rule().part() == ClockPart::Closure)
                    .map(|(_, reading)| reading)
                    .collect();
                if let [only] = closing[..] {
                    let late = only.ran_out().is_some();
                    match stands {
                        Ok(Some(Standing::OnTime | Standing::ClosedInTime)) => assert!(!late, "{place}"),
                        Ok(Some(Standing::Unclosed | Standing::ClosedLate)) => assert!(late, "{place}"),
                        // What nobody answered counts apart, in time or not.
                        Ok(Some(Standing::ProjectDue | Standing::Withdrawn | Standing::Merged) | None)
                        | Err(_) => {}
                    }
                }
                if at == now {
                    let row = LedgerRow::of(&walk.case, policy, at).unwrap();
                    if let (Ok(Some(stands)), Some(told)) = (&stands, row.standing) {
                        assert_eq!(told, *stands, "{place}");
                    }
                    if let [only] = closing[..]
                        && matches!(only.status(), ClockStatus::Paused { .. })
                    {
                        assert_eq!(row.due, None, "{place}");
                    }
                }
                // Before the next event the same clocks stand the same.
                if next.is_none_or(|next| at < next - TimeDelta::seconds(1)) {
                    let then = walk.case.clocks(policy, now);
                    let states = |clocks: &[CaseClock<'_>], at| -> Vec<_> {
                        clocks.iter().map(|clock| clock.reading(policy, at).status().state()).collect()
                    };
                    assert_eq!(states(&then, now), states(&clocks, at), "{place}");
                }
            }
        }
    }
    assert!(paused > 0, "some clock was paused");
}
