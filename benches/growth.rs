//! What grows with the span, with the number of holidays, with the years of a calendar and with the number of earlier
//! complaints, and what does not.

#![expect(clippy::unwrap_used, reason = "a benchmark that cannot go on stops")]

#[path = "support/measure.rs"]
mod measure;
#[path = "support/office.rs"]
mod office;
#[path = "support/past.rs"]
mod past;
#[path = "support/random.rs"]
mod random;

use std::hint::black_box;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use chrono_tz::America::New_York;
use chrono_tz::Asia::Shanghai;
use criterion::{BatchSize, Criterion, Throughput};
use redress::calendar::{Calendar, KnownDays, LocalTime, Span, Zone};
use redress::deadline::choice::LateReceipt;
use redress::deadline::{Anchors, Cutoff, Deadline, End, Roll, Term};
use redress::policy::condition::{Recurrence, RecurrenceKey, RecurrenceWindow};
use redress::triage::{Complaint, History};
use redress::vocab::{Anchor, Facet};

use crate::measure::each;
use crate::office::{SpecialDays, date, random_date, random_instant};
use crate::random::Random;

const INPUTS: usize = 1 << 15;
const CUT_OFF: LocalTime = LocalTime::from_static("16:30");

fn inputs<T>(seed: u64, input: impl Fn(&mut Random) -> T) -> Vec<T> {
    let mut random = Random::seeded(seed);
    (0..INPUTS).map(|_| input(&mut random)).collect()
}

/// Spans of half to one and a half times a length, in a calendar of 30 years.
fn spans(criterion: &mut Criterion) {
    let days = SpecialDays::chinese(2000, 2029);
    let calendar = office::office(office::zone(New_York, 2000, 2029), &days).build().unwrap();
    let first = date(2000, 1, 2);
    for (length, working_days) in [("1 day", 1), ("10 days", 7), ("1 year", 250), ("10 years", 2_500)] {
        let spread = |random: &mut Random, amount: u32| amount / 2 + random.below(amount + 1);
        let added = inputs(6, |random| {
            let start = random_instant(random, first, 10 * 365);
            (start, Span::minutes(spread(random, working_days * 450)))
        });
        let mut group = criterion.benchmark_group("add working time by span");
        each(&mut group, length, &added, |&(start, span)| calendar.add_working_time(start, span).unwrap());
        group.finish();

        let counted =
            inputs(7, |random| (random_date(random, first, 10 * 365), spread(random, working_days).max(1)));
        let mut group = criterion.benchmark_group("nth working day by span");
        each(&mut group, length, &counted, |&(from, n)| calendar.nth_working_day_after(from, n).unwrap());
        group.finish();
    }
}

/// A number of holidays over the 100 years from 2000 on, none of them at the very end.
fn scattered(count: usize) -> SpecialDays {
    let mut random = Random::seeded(8);
    let mut days = SpecialDays::default();
    while days.holidays.len() < count {
        days.holidays.insert(random_date(&mut random, date(2000, 1, 1), 36_000));
    }
    days
}

/// The same questions to a calendar of 100 years with more and more holidays.
fn holidays(criterion: &mut Criterion) {
    struct Question {
        anchors: Anchors,
        at: DateTime<Utc>,
        until: DateTime<Utc>,
        on: NaiveDate,
        n: u32,
        span: Span,
    }
    let first = date(2000, 1, 2);
    let questions = inputs(9, |random| {
        let at = random_instant(random, first, 97 * 365);
        Question {
            anchors: Anchors::received(at),
            at,
            until: at + TimeDelta::seconds(random.below(2 * 365 * 86_400).into()),
            on: random_date(random, first, 97 * 365),
            n: 1 + random.below(50),
            span: Span::minutes(30 + random.below(29_971)),
        }
    });
    let deadline = Deadline::from(
        Term::calendar_days(10)
            .with_cutoff(Cutoff::daily(CUT_OFF, LateReceipt::NextCalendarDay))
            .with_end(End::at(CUT_OFF))
            .with_roll(Roll::FOLLOWING),
    );
    for count in [10, 100, 1_000, 10_000] {
        let zone = office::zone(Shanghai, 2000, 2099);
        let calendar = office::office(zone, &scattered(count)).build().unwrap();
        let mut group = criterion.benchmark_group(format!("{count} holidays"));
        each(&mut group, "10 days due 16:30, rolled", &questions, |question| {
            deadline.due(&calendar, Anchor::RECEIVED, &question.anchors).unwrap().at()
        });
        each(&mut group, "nth working day", &questions, |question| {
            calendar.nth_working_day_after(question.on, question.n).unwrap()
        });
        each(&mut group, "add working time", &questions, |question| {
            calendar.add_working_time(question.at, question.span).unwrap()
        });
        each(&mut group, "working time between", &questions, |question| {
            calendar.working_time_between(question.at, question.until).unwrap()
        });
        group.finish();
    }
}

/// Building calendars, and reading zones out of the compiled database.
fn years(criterion: &mut Criterion) {
    for years in [1, 6, 30, 100] {
        let last = 1999 + years;
        let known = KnownDays::years(2000, last).unwrap();
        let days = SpecialDays::chinese(2000, last);
        let mut group = criterion.benchmark_group(format!("{years} years"));
        group.throughput(Throughput::Elements(known.days().into()));
        for zone in [Shanghai, New_York] {
            let described = office::office(office::zone(zone, 2000, last), &days);
            group.bench_function(format!("build, {zone}"), |bencher| {
                bencher.iter_batched(
                    || described.clone(),
                    |described| -> Calendar { described.build().unwrap() },
                    BatchSize::SmallInput,
                );
            });
            group.bench_function(format!("tabulate {zone}"), |bencher| {
                bencher.iter(|| Zone::tabulate(zone.name(), &zone, black_box(known)).unwrap());
            });
        }
        group.finish();
    }
}

/// The earlier complaints that another one repeats, of more and more.
fn earlier(criterion: &mut Criterion) {
    let zone = office::zone(Shanghai, 2000, 2099);
    let calendar = office::office(zone, &scattered(10)).build().unwrap();
    for count in [1_000, 10_000, 100_000] {
        let history = History::of((0..count).map(past::case)).unwrap();
        let asked: Vec<Complaint> = (count..count + 1_000).map(past::complaint).collect();
        let mut group = criterion.benchmark_group(format!("{count} earlier complaints"));
        for key in [RecurrenceKey::Complainant, RecurrenceKey::CATEGORY, RecurrenceKey::Word(Facet::Channel)]
        {
            let ever = Recurrence::new([key], 3);
            let upheld = ever.clone().with_upheld().with_window(RecurrenceWindow::Days(90));
            each(&mut group, &format!("by {key}"), &asked, |complaint| {
                complaint.repetitions(&ever, &history, &calendar).count
            });
            each(&mut group, &format!("by {key}, upheld, in 90 days"), &asked, |complaint| {
                complaint.repetitions(&upheld, &history, &calendar).count
            });
        }
        group.finish();
    }
}

fn main() {
    let mut criterion = measure::criterion();
    spans(&mut criterion);
    holidays(&mut criterion);
    years(&mut criterion);
    earlier(&mut criterion);
    criterion.final_summary();
}
