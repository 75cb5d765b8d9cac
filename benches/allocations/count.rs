//! Counts what is allocated: per question, per complaint, per case and event, and by a calendar per day. Nothing is
//! timed.

#![expect(clippy::unwrap_used, reason = "a benchmark that cannot go on stops")]

#[path = "../support/case.rs"]
mod case;
#[path = "../support/office.rs"]
mod office;
#[path = "../support/past.rs"]
mod past;
#[path = "../support/random.rs"]
mod random;
#[path = "../support/sample.rs"]
mod sample;

use std::alloc::System;
use std::cell::Cell;
use std::hint::black_box;

use chrono::TimeDelta;
use chrono_tz::America::New_York;
use redress::calendar::{LocalTime, Span};
use redress::case::{Case, Command, Event, Office, Outlook, Request};
use redress::deadline::choice::LateReceipt;
use redress::deadline::{Anchors, Cutoff, Deadline, End, Roll, Term};
use redress::policy::condition::{Recurrence, RecurrenceKey};
use redress::render::Renderer;
use redress::report::ledger::{Ledger, LedgerRow, RoundEnd, Timing};
use redress::triage::{Complaint, ComplaintDocument, History, PreparedComplaint, Triage, triage};
use redress::vocab::course::ClosureKind;
use redress::vocab::{Anchor, Cause, Department, Locale, Money, Remedy, Severity, Stage, Standing};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

use crate::office::{SpecialDays, date, random_date, random_instant};
use crate::random::Random;

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

const CUT_OFF: LocalTime = LocalTime::from_static("16:30");

/// Prints allocations and bytes per input; a reallocation counts as an allocation.
#[expect(clippy::cast_precision_loss, reason = "printed with one decimal")]
fn each<I, O>(name: &str, inputs: &[I], operation: impl Fn(&I) -> O) {
    let region = Region::new(ALLOCATOR);
    for input in inputs {
        black_box(operation(input));
    }
    let change = region.change();
    let count = (change.allocations + change.reallocations) as f64 / inputs.len() as f64;
    let bytes = change.bytes_allocated as f64 / inputs.len() as f64;
    println!("{name:<44} {count:>8.1} allocations {bytes:>9.0} bytes");
}

fn questions() {
    let days = SpecialDays::chinese(2024, 2029);
    let calendar = office::office(office::zone(New_York, 2024, 2029), &days).build().unwrap();
    let deadline = Deadline::from(
        Term::calendar_days(10)
            .with_cutoff(Cutoff::daily(CUT_OFF, LateReceipt::NextCalendarDay))
            .with_end(End::at(CUT_OFF))
            .with_roll(Roll::FOLLOWING),
    );
    let mut random = Random::seeded(11);
    let first = date(2024, 1, 2);
    let starts: Vec<_> = (0..1_000)
        .map(|_| {
            let at = random_instant(&mut random, first, 1_000);
            (at, Anchors::received(at), random_date(&mut random, first, 1_000))
        })
        .collect();
    println!("per question:");
    each("10 days due 16:30, rolled", &starts, |(_, anchors, _)| {
        deadline.due(&calendar, Anchor::RECEIVED, anchors).unwrap()
    });
    each("nth working day", &starts, |&(.., on)| calendar.nth_working_day_after(on, 20).unwrap());
    each("add working time", &starts, |&(at, ..)| calendar.add_working_time(at, Span::hours(200)).unwrap());
    each("working time between", &starts, |&(at, ..)| {
        calendar.working_time_between(at, at + TimeDelta::days(300)).unwrap()
    });
}

fn complaints() {
    let (policy, now, history) = (sample::policy(), sample::now(), History::none());
    let lines = sample::lines();
    let read = |line: &String| serde_json::from_str::<ComplaintDocument>(line).unwrap().build().unwrap();
    let complaints: Vec<Complaint> = lines.iter().map(read).collect();
    let triages: Vec<Triage<'_>> =
        complaints.iter().map(|complaint| triage(&policy, complaint, &history).unwrap()).collect();
    let accounts: Vec<_> = triages.iter().map(Triage::explain).collect();
    println!("per complaint of the sample, each step alone:");
    each("parse and check a line", &lines, read);
    each("triage", &complaints, |complaint| triage(&policy, complaint, &history).unwrap().repeats());
    each("standing", &triages, |triage| triage.standing(now).ok().flatten());
    each("explain", &triages, Triage::explain);
    each("render short", &accounts, |account| Renderer::of(&policy, Locale::En).short(account));
    each("render full", &accounts, |account| Renderer::of(&policy, Locale::En).explanation(account));
    println!("memory of a complaint of the sample, with what it points to:");
    kept("complaints", complaints.len(), || complaints.clone());
    let prepare = |complaint| policy.prepare(complaint, &history).unwrap();
    kept("prepared complaints", complaints.len(), || {
        complaints.iter().map(prepare).collect::<Vec<PreparedComplaint<'_>>>()
    });
}

/// Prints the bytes that stay allocated for some values.
#[expect(clippy::cast_precision_loss, reason = "printed with one decimal")]
fn kept<T>(name: &str, count: usize, make: impl FnOnce() -> T) {
    let region = Region::new(ALLOCATOR);
    let values = make();
    let change = region.change();
    let kept = change.bytes_allocated as f64 - change.bytes_deallocated as f64;
    println!("{count:>7} {name:<20} {kept:>10.0} bytes {:>7.1} each", kept / count as f64);
    drop(values);
}

/// The bytes that stay allocated for a built calendar, its zone, its description and its tables included.
#[expect(clippy::cast_precision_loss, reason = "printed with one decimal")]
fn memory() {
    println!("memory of a calendar, America/New_York, two spells a day, 33 special days a year:");
    for years in [1, 6, 30, 100] {
        let days = SpecialDays::chinese(2000, 1999 + years);
        let region = Region::new(ALLOCATOR);
        let calendar = office::office(office::zone(New_York, 2000, 1999 + years), &days).build().unwrap();
        let change = region.change();
        let kept = change.bytes_allocated as f64 - change.bytes_deallocated as f64;
        let per_day = kept / f64::from(calendar.known().days());
        println!("{years:>4} years {kept:>10.0} bytes {per_day:>6.1} a day");
    }
}

/// What a sweep over open cases allocates, and the bytes that stay allocated for cases as they grow.
#[expect(clippy::cast_precision_loss, reason = "printed with one decimal")]
fn cases() {
    let policy = case::policy();
    let roster = case::roster();
    let outlooks = case::open_cases(&policy, 1_000);
    println!("per open case of a sweep:");
    each("standing", &outlooks, |(outlook, now)| outlook.standing(*now).ok().flatten());
    each("next event", &outlooks, |(outlook, now)| outlook.next_change(*now));
    each("what is owed", &outlooks, |(outlook, now)| outlook.owed(*now).count());
    let cases = [case::walked(&policy, &roster, "A-1")];
    each("outlook of a case", &cases, |(case, now)| Outlook::of(case, &policy, *now));
    let stays = [("a note", Command::Note(case::because())), ("an answer", case::answer())];
    for (name, command) in stays {
        let (case, now) = &cases[0];
        let request = |_| Cell::new(Some(case::request(case, "anna", *now, command.clone())));
        let requests: Vec<Cell<Option<Request>>> = (0..1_000).map(request).collect();
        each(&format!("decide {name}"), &requests, |request| {
            Office::new(&policy, &roster).decide(case, request.take().unwrap())
        });
    }
    each("replay of a case", &cases, |(case, _)| Case::replay(&policy, case.events()).unwrap());
    println!(
        "memory of a case: {} bytes, of an event {} bytes, and what they point to:",
        size_of::<Case>(),
        size_of::<Event>()
    );
    let (walked, _) = case::walked(&policy, &roster, "A-1");
    for events in [walked.revision(), 1_000, 10_000, 100_000] {
        let grown = case::grown(&policy, &roster, events);
        let region = Region::new(ALLOCATOR);
        let copy = grown.clone();
        let change = region.change();
        let kept = change.bytes_allocated as f64 - change.bytes_deallocated as f64;
        println!("{events:>7} events {kept:>10.0} bytes {:>6.1} an event", kept / events as f64);
        drop(copy);
    }
}

/// The bytes that stay allocated for a history, its words and its index included.
#[expect(clippy::cast_precision_loss, reason = "printed with one decimal")]
fn histories() {
    println!("memory of a history, a complainant and five words a case:");
    for cases in [1_000, 10_000, 100_000] {
        let region = Region::new(ALLOCATOR);
        let history = History::of((0..cases).map(past::case)).unwrap();
        let change = region.change();
        let kept = change.bytes_allocated as f64 - change.bytes_deallocated as f64;
        println!(
            "{:>7} cases {kept:>10.0} bytes {:>6.1} a case",
            history.cases().len(),
            kept / f64::from(cases)
        );
    }
    let history = History::of((0..1_000).map(past::case)).unwrap();
    let calendar =
        office::office(office::zone(New_York, 2000, 2029), &SpecialDays::default()).build().unwrap();
    let asked: Vec<Complaint> = (1_000..2_000).map(past::complaint).collect();
    let again = Recurrence::new([RecurrenceKey::CATEGORY], 3);
    each("earlier complaints of a category", &asked, |complaint| {
        complaint.repetitions(&again, &history, &calendar).count
    });
}

/// A closed case with all that a row can have: ids of 13 and 14 bytes, five words, and two remedies.
fn row(number: u32) -> LedgerRow {
    let complaint = past::complaint(number);
    let received = complaint.received();
    let mut row = LedgerRow::new(format!("C-2026-{number:06}").parse().unwrap(), received);
    row.words = complaint.words().clone();
    row.severity = Some(Severity::Serious);
    row.stated_cause = Some(Cause::SERVICE_ATTITUDE);
    row.product = Some(format!("VIN-{:010}", number / 3).parse().unwrap());
    row.department = Some(Department::SALES);
    row.remedies = Remedy::ALL.iter().copied().cycle().skip(number as usize % 7).take(2).collect();
    row.amounts = Some(vec![Money::new(u64::from(number) * 17, "EUR".parse().unwrap())]);
    row.due = Some(received + TimeDelta::days(10));
    row.standing = Some(Standing::OnTime);
    row.stage = Stage::Closed;
    let (at, kind) = (received + TimeDelta::days(7), ClosureKind::Resolved);
    for round in &mut row.rounds {
        round.end = Some(RoundEnd { at, kind, timing: Timing::InTime, entered_late: false });
    }
    row
}

/// The bytes that stay allocated for a ledger, its ids and words included.
fn ledgers() {
    println!(
        "memory of a ledger; a row written alone takes {} bytes and what it points to:",
        size_of::<LedgerRow>()
    );
    for cases in [1_000, 10_000, 100_000] {
        kept("rows", cases as usize, || Ledger::new((0..cases).map(row)).unwrap());
    }
}

fn main() {
    questions();
    complaints();
    cases();
    memory();
    histories();
    ledgers();
}
