//! How long cases took, against counts that are made slowly.

use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use redress::policy::record::ReportPeriod;
use redress::report::ledger::{
    Durations, GroupValue, Grouping, Ledger, LedgerRow, MeasuredIn, Ratio, Round, RoundEnd, Timing,
};
use redress::sample;
use redress::vocab::course::ClosureKind;
use redress::vocab::{Category, Stage};

/// Hours from a Monday in March 2026.
fn hour(hours: i64) -> DateTime<Utc> {
    "2026-03-02T00:00:00Z".parse::<DateTime<Utc>>().unwrap() + TimeDelta::hours(hours)
}

/// A case that was received and then closed and reopened after some hours each.
fn row(id: usize, received: i64, steps: &[i64], kind: ClosureKind) -> LedgerRow {
    let mut row = LedgerRow::new(format!("c-{id}").parse().unwrap(), hour(received));
    let mut now = received;
    for step in steps {
        now += step;
        match row.rounds.last_mut().unwrap() {
            Round { end: end @ None, .. } => {
                *end = Some(RoundEnd { at: hour(now), kind, timing: Timing::NoLimit, entered_late: false });
            }
            _ => row.rounds.push(Round { opened: hour(now), end: None }),
        }
    }
    row.stage = row.end().map_or(Stage::Investigating, |_| Stage::Closed);
    if !id.is_multiple_of(3) {
        row.words.add(if id % 3 == 1 { Category::PRODUCT_QUALITY } else { Category::SPARE_PARTS });
    }
    row
}

fn rows() -> impl Strategy<Value = Vec<LedgerRow>> {
    let kind = prop::sample::select(ClosureKind::ALL.to_vec());
    let case = (0..100_i64, prop::collection::vec(0..60_i64, 0..6), kind);
    prop::collection::vec(case, 0..10).prop_map(|cases| {
        let numbered = cases.into_iter().enumerate();
        numbered.map(|(id, (received, steps, kind))| row(id, received, &steps, kind)).collect()
    })
}

proptest! {
    #[test]
    fn quantiles_and_shares_are_those_of_a_slow_count(
        hours in prop::collection::vec(0..20_i64, 0..12),
        (part, whole) in (0..9_u64, 1..9_u64),
        limit in -1..21_i64,
    ) {
        let durations: Durations = hours.iter().copied().map(TimeDelta::hours).collect();
        let share = Ratio::of(part, whole).unwrap();
        // The least of the durations within which at least the share of all ended.
        let ended = |limit: i64| hours.iter().filter(|hours| **hours <= limit).count() as u64;
        let enough = |limit: &i64| ended(*limit) * whole >= part * hours.len() as u64;
        let expected = hours.iter().copied().filter(enough).min().map(TimeDelta::hours);
        prop_assert_eq!(durations.quantile(share), expected);
        prop_assert_eq!(durations.median(), durations.quantile(Ratio::of(1, 2).unwrap()));
        prop_assert_eq!(durations.shortest(), hours.iter().min().copied().map(TimeDelta::hours));
        prop_assert_eq!(durations.longest(), hours.iter().max().copied().map(TimeDelta::hours));
        let within = Ratio::of(ended(limit), hours.len() as u64);
        prop_assert_eq!(durations.within(TimeDelta::hours(limit)), within);
    }

    #[test]
    fn the_durations_are_those_of_the_closures_that_the_summary_counts(
        rows in rows(),
        (from, length) in (0..200_i64, 0..200_i64),
    ) {
        let ledger = Ledger::new(rows).unwrap();
        let period = ReportPeriod { from: hour(from), until: hour(from + length) };
        let calendar = sample::calendar().unwrap();
        for measured in [MeasuredIn::ElapsedTime, MeasuredIn::WorkingTime(&calendar)] {
            let all = ledger.durations(period, measured).unwrap();
            prop_assert_eq!(all.as_slice().len() as u64, ledger.summary(period).closed);
            prop_assert!(all.as_slice().iter().all(|duration| *duration >= TimeDelta::zero()));
            for by in [Grouping::CATEGORY, Grouping::Severity, Grouping::ClosureKind] {
                let sorted = ledger.durations_by(period, by, measured).unwrap();
                let counts = ledger.by(period, by).into_iter().map(|(value, summary)| (value, summary.closed));
                let counts: Vec<(GroupValue, u64)> = counts.filter(|(_, closed)| *closed > 0).collect();
                let found: Vec<(GroupValue, u64)> =
                    sorted.iter().map(|(value, took)| (*value, took.as_slice().len() as u64)).collect();
                prop_assert_eq!(found, counts);
                let together: Durations =
                    sorted.iter().flat_map(|(_, took)| took.as_slice().iter().copied()).collect();
                prop_assert_eq!(&together, &all);
            }
        }
    }
}

#[test]
fn of_no_durations_nothing_is_said() {
    let none = Durations::default();
    assert_eq!((none.median(), none.shortest(), none.longest()), (None, None, None));
    assert_eq!(none.within(TimeDelta::days(1)), None);
    let period = ReportPeriod { from: hour(0), until: hour(1) };
    let ledger = Ledger::new([row(1, 0, &[], ClosureKind::Resolved)]).unwrap();
    assert_eq!(ledger.durations(period, MeasuredIn::ElapsedTime), Ok(none));
    assert_eq!(ledger.durations_by(period, Grouping::CATEGORY, MeasuredIn::ElapsedTime), Ok(Vec::new()));
}

#[test]
fn a_case_that_was_reopened_has_a_duration_for_each_closure() {
    let ledger = Ledger::new([row(1, 0, &[5, 40, 7], ClosureKind::Resolved)]).unwrap();
    let took = |until| {
        let period = ReportPeriod { from: hour(0), until: hour(until) };
        ledger.durations(period, MeasuredIn::ElapsedTime).unwrap().as_slice().to_vec()
    };
    assert_eq!(took(100), [TimeDelta::hours(5), TimeDelta::hours(7)]);
    // An instant on the boundary belongs to the next period.
    assert_eq!(took(52), [TimeDelta::hours(5)]);
}

#[test]
fn working_time_that_the_calendar_does_not_know_is_an_error() {
    let mut old = LedgerRow::new("c-1".parse().unwrap(), "1990-01-01T00:00:00Z".parse().unwrap());
    let at = "1990-01-02T00:00:00Z".parse().unwrap();
    let end = RoundEnd { at, kind: ClosureKind::Resolved, timing: Timing::NoLimit, entered_late: false };
    (old.rounds[0].end, old.stage) = (Some(end), Stage::Closed);
    let period = ReportPeriod { from: old.received, until: hour(0) };
    let (ledger, calendar) = (Ledger::new([old]).unwrap(), sample::calendar().unwrap());
    assert!(ledger.durations(period, MeasuredIn::WorkingTime(&calendar)).is_err());
    assert_eq!(ledger.durations(period, MeasuredIn::ElapsedTime).unwrap().median(), Some(TimeDelta::days(1)));
}

#[test]
fn the_greatest_numbers_do_not_overflow() {
    let durations: Durations = [1, 2, 3].map(TimeDelta::hours).into_iter().collect();
    let quantile = |part, whole| durations.quantile(Ratio::of(part, whole).unwrap());
    assert_eq!(quantile(u64::MAX, u64::MAX), Some(TimeDelta::hours(3)));
    assert_eq!(quantile(1, u64::MAX), Some(TimeDelta::hours(1)));
    assert_eq!(quantile(0, 1), Some(TimeDelta::hours(1)));
    assert_eq!(quantile(2, 1), None);
}
