//! What holds of every ledger.

use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use redress::policy::record::ReportPeriod;
use redress::report::ledger::{Grouping, Ledger, LedgerRow, Ratio, Round, RoundEnd, Summary, Timing};
use redress::vocab::course::{ClosureKind, Opinion};
use redress::vocab::{Category, Cause, Severity, Stage};

use crate::cases::support::at;

/// Hours from the beginning of 2026: coarse, so that instants fall on edges.
fn hour(hours: i64) -> DateTime<Utc> {
    at("2026-01-01T00:00:00Z") + TimeDelta::hours(hours)
}

fn timing() -> impl Strategy<Value = Timing> {
    prop::sample::select(vec![Timing::InTime, Timing::Late, Timing::NoLimit, Timing::Undetermined])
}

fn some<T: Clone + std::fmt::Debug + 'static>(values: Vec<T>) -> impl Strategy<Value = Option<T>> {
    prop::option::of(prop::sample::select(values))
}

/// A row: received, then closed and taken up again in steps of hours, open at the end or not.
fn a_row(id: usize) -> impl Strategy<Value = LedgerRow> {
    let steps = prop::collection::vec((0..30_i64, timing()), 0..7);
    let kind = prop::collection::vec(prop::sample::select(ClosureKind::ALL.to_vec()), 7);
    let words = (
        some(Severity::ALL.to_vec()),
        some(Category::ALL.to_vec()),
        some(Cause::ALL[..3].to_vec()),
        some(Opinion::ALL.to_vec()),
    );
    (0..100_i64, steps, kind, words).prop_map(move |(received, steps, kinds, words)| {
        let mut row = LedgerRow::new(format!("c-{id}").parse().unwrap(), hour(received));
        let (severity, category, cause, opinion) = words;
        (row.severity, row.opinion) = (severity, opinion);
        let (category, cause): (Option<Category>, Option<Cause>) = (category, cause);
        row.words = category.into_iter().collect();
        if let Some(cause) = cause {
            row.words.add(cause);
        }
        let mut now = received;
        for ((step, timing), kind) in steps.into_iter().zip(kinds) {
            now += step;
            match row.rounds.last_mut().unwrap() {
                Round { end: end @ None, .. } => {
                    *end = Some(RoundEnd { at: hour(now), kind, timing, entered_late: false });
                }
                _ => row.rounds.push(Round { opened: hour(now), end: None }),
            }
        }
        row.stage = row.end().map_or(Stage::Investigating, |_| Stage::Closed);
        row
    })
}

fn rows() -> impl Strategy<Value = Vec<LedgerRow>> {
    (0..12_usize).prop_flat_map(|count| (0..count).map(a_row).collect::<Vec<_>>())
}

/// Up to five periods, one after the other.
fn periods() -> impl Strategy<Value = Vec<ReportPeriod>> {
    prop::collection::vec(0..200_i64, 2..6).prop_map(|mut edges| {
        edges.sort_unstable();
        let pairs = edges.iter().zip(edges.iter().skip(1));
        pairs.map(|(from, until)| ReportPeriod { from: hour(*from), until: hour(*until) }).collect()
    })
}

fn by() -> impl Strategy<Value = Grouping> {
    prop::sample::select(Grouping::standard().collect::<Vec<_>>())
}

/// The counts of what happened in a period.
fn flows(summary: &Summary) -> [u64; 11] {
    [
        summary.received,
        summary.closed,
        summary.in_time,
        summary.late,
        summary.no_limit,
        summary.undetermined,
        summary.undone,
        summary.reopened,
        summary.satisfied,
        summary.unsatisfied,
        summary.merged,
    ]
}

fn sum<const N: usize>(counts: impl IntoIterator<Item = [u64; N]>) -> [u64; N] {
    counts.into_iter().fold([0; N], |sum, counts| std::array::from_fn(|index| sum[index] + counts[index]))
}

proptest! {
    #[test]
    fn the_rows_by_a_question_are_the_whole(rows in rows(), periods in periods(), by in by()) {
        let ledger = Ledger::new(rows).unwrap();
        let sorted = ledger.by(periods[0], by);
        let whole = ledger.summary(periods[0]);
        let all = |summary: &Summary| {
            let [a, b, c, d, e, f, g, h, i, j, k] = flows(summary);
            [a, b, c, d, e, f, g, h, i, j, k, summary.settled, summary.open]
        };
        prop_assert_eq!(sum(sorted.iter().map(|(_, summary)| all(summary))), all(&whole));
        prop_assert!(sorted.is_sorted_by_key(|(value, _)| *value));
    }

    #[test]
    fn what_happens_in_a_period_is_what_happens_in_its_parts(rows in rows(), periods in periods()) {
        let ledger = Ledger::new(rows).unwrap();
        let whole = ReportPeriod { from: periods[0].from, until: periods[periods.len() - 1].until };
        let parts = periods.iter().map(|period| flows(&ledger.summary(*period)));
        prop_assert_eq!(sum(parts), flows(&ledger.summary(whole)));
    }

    #[test]
    fn what_is_open_follows_from_what_was_open_came_and_went(rows in rows(), periods in periods()) {
        let ledger = Ledger::new(rows).unwrap();
        let period = periods[0];
        prop_assume!(!period.is_empty());
        let before = ledger.summary(ReportPeriod { from: hour(-1), until: period.from }).open;
        let summary = ledger.summary(period);
        prop_assert_eq!(before + summary.received + summary.reopened, summary.open + summary.closed);
        prop_assert!(summary.settled <= summary.received);
        prop_assert_eq!(
            summary.closed,
            summary.withdrawn
                + summary.passed_on
                + summary.in_time
                + summary.late
                + summary.no_limit
                + summary.undetermined
        );
        let ages: u64 = ledger.ageing(period.until, &[1, 2, 5]).iter().map(|bucket| bucket.count).sum();
        prop_assert_eq!(ages, summary.open);
    }

    #[test]
    fn pareto_adds_up_to_the_whole(rows in rows(), periods in periods(), by in by()) {
        let ledger = Ledger::new(rows).unwrap();
        let pareto = ledger.pareto(periods[0], by);
        let received = ledger.summary(periods[0]).received;
        prop_assert_eq!(pareto.iter().map(|row| row.count).sum::<u64>(), received);
        let in_order = pareto.windows(2).all(|rows| {
            let [one, next] = rows else { return false };
            one.count > next.count || (one.count == next.count && one.value < next.value)
        });
        prop_assert!(in_order);
        let mut so_far = 0;
        for row in &pareto {
            so_far += row.count;
            prop_assert_eq!(Some(row.cumulative), Ratio::of(so_far, received));
            prop_assert_eq!(Some(row.share), Ratio::of(row.count, received));
        }
        prop_assert_eq!(so_far, received);
        let patterns: u64 = ledger.patterns(periods[0], &[by, Grouping::Severity]).iter().map(|(_, count)| count).sum();
        prop_assert_eq!(patterns, received);
    }

    #[test]
    fn the_order_of_the_rows_changes_nothing(
        (rows, shuffled) in rows().prop_flat_map(|rows| (Just(rows.clone()), Just(rows).prop_shuffle())),
    ) {
        prop_assert_eq!(Ledger::new(rows).unwrap(), Ledger::new(shuffled).unwrap());
    }

    #[test]
    fn a_stored_row_is_read_back_equal(row in a_row(1)) {
        let json = serde_json::to_string(&row).unwrap();
        prop_assert_eq!(serde_json::from_str::<LedgerRow>(&json).unwrap(), row);
    }

    #[test]
    fn a_percentage_is_within_half_a_unit_of_the_ratio(part in any::<u64>(), whole in 1..=u64::MAX, decimals in 0..6_usize) {
        let text = format!("{:.decimals$}", Ratio::of(part, whole).unwrap());
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        let shown = text.split('.').nth(1).map_or(0, |fraction| fraction.chars().filter(char::is_ascii_digit).count());
        let units = digits.parse::<u128>().unwrap() * 10_u128.pow(u32::try_from(decimals - shown).unwrap());
        // In units of the last decimal, twice: |units - exact| <= 1/2, or at most 1 where it says `<` or `>`.
        let exact = u128::from(part) * 100 * 10_u128.pow(u32::try_from(decimals).unwrap());
        let off = (units * u128::from(whole)).abs_diff(exact);
        let most = if text.starts_with(['<', '>']) { u128::from(whole) } else { u128::from(whole).div_ceil(2) };
        prop_assert!(off <= most, "{part}/{whole} is {text}");
        prop_assert_eq!(off == 0 && !text.starts_with(['<', '>']), !text.starts_with(['<', '>', '≈']));
    }
}
