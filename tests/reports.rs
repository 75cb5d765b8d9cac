//! Forms, reports and the statistics of the ledger.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails"
)]

mod durations;
mod forms;
mod full_rows;
mod laws;
mod periods;
mod rows;
mod statistics;
mod worked_examples;

use chrono::{DateTime, Utc};
use redress::policy::record::ReportPeriod;
use redress::report::ledger::{LedgerRow, Round, RoundEnd, Timing};
use redress::vocab::Stage;
use redress::vocab::course::ClosureKind;

use crate::cases::support::at;

/// From the beginning of one day to that of another, in UTC.
fn days(from: &str, until: &str) -> ReportPeriod {
    let day = |text: &str| at(&format!("{text}T00:00:00Z"));
    ReportPeriod { from: day(from), until: day(until) }
}

/// A row of a complaint that came in at midnight of a day, in UTC.
fn row(id: &str, received: &str) -> LedgerRow {
    LedgerRow::new(id.parse().unwrap(), at(&format!("{received}T00:00:00Z")))
}

fn end(instant: DateTime<Utc>, timing: Timing) -> RoundEnd {
    RoundEnd { at: instant, kind: ClosureKind::Resolved, timing, entered_late: false }
}

/// The same, closed at midnight of a day.
fn closed(id: &str, received: &str, day: &str, timing: Timing) -> LedgerRow {
    let mut row = row(id, received);
    row.rounds[0].end = Some(end(at(&format!("{day}T00:00:00Z")), timing));
    row.stage = Stage::Closed;
    row
}

/// The same, taken up again at midnight of a day.
fn reopened(mut row: LedgerRow, day: &str) -> LedgerRow {
    row.rounds.push(Round { opened: at(&format!("{day}T00:00:00Z")), end: None });
    row.stage = Stage::Investigating;
    row
}
