//! The calendar beside a naive loop: day by day, with a hash set of holidays.
//!
//! Both give the same answer on every input, or nothing is measured.

#![expect(clippy::unwrap_used, reason = "a benchmark that cannot go on stops")]

#[path = "support/measure.rs"]
mod measure;
#[path = "support/office.rs"]
mod office;
#[path = "support/random.rs"]
mod random;

use std::fmt::Debug;

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::America::New_York;
use chrono_tz::Asia::Shanghai;
use chrono_tz::Tz;
use criterion::Criterion;
use redress::calendar::{Calendar, LocalTime, Span};
use redress::deadline::choice::LateReceipt;
use redress::deadline::{Anchors, Cutoff, Deadline, End, Roll, Term};
use redress::vocab::Anchor;

use crate::measure::each;
use crate::office::{SpecialDays, date, is_weekend, random_date, random_instant};
use crate::random::Random;

/// Many inputs, so that a branch predictor cannot learn them.
const INPUTS: usize = 1 << 15;
/// The naive loop is measured on the first of them: it takes microseconds.
const NAIVE_INPUTS: usize = 1 << 13;
const FIRST_YEAR: i32 = 2024;
const LAST_YEAR: i32 = 2029;
/// Days from the first known one on which an input starts: whatever is counted from there ends in time.
const START_DAYS: u32 = 3 * 365;

const CUT_OFF: LocalTime = LocalTime::from_static("16:30");

/// What is written where speed is no concern.
struct Naive {
    zone: Tz,
    days: SpecialDays,
    spells: [(NaiveTime, NaiveTime); 2],
    cut_off: NaiveTime,
}

impl Naive {
    fn new(zone: Tz) -> Self {
        let time = |text: &str| text.parse().unwrap();
        Self {
            zone,
            days: SpecialDays::chinese(FIRST_YEAR, LAST_YEAR),
            spells: [(time("09:00:00"), time("12:00:00")), (time("13:00:00"), time("17:30:00"))],
            cut_off: time("16:30:00"),
        }
    }

    fn is_open(&self, day: NaiveDate) -> bool {
        self.days.make_up.contains(&day) || !(is_weekend(day) || self.days.holidays.contains(&day))
    }

    fn instant(&self, day: NaiveDate, time: NaiveTime) -> DateTime<Utc> {
        self.zone.from_local_datetime(&day.and_time(time)).unwrap().to_utc()
    }

    fn due(&self, received: DateTime<Utc>, days: u32) -> DateTime<Utc> {
        let local = received.with_timezone(&self.zone).naive_local();
        let mut day = local.date();
        if local.time() > self.cut_off {
            day = day.succ_opt().unwrap();
        }
        day = day + Days::new(days.into());
        while !self.is_open(day) {
            day = day.succ_opt().unwrap();
        }
        self.instant(day, self.cut_off)
    }

    fn nth_working_day(&self, from: NaiveDate, n: u32) -> NaiveDate {
        let mut day = from;
        let mut left = n;
        while left > 0 {
            day = day.succ_opt().unwrap();
            if self.is_open(day) {
                left -= 1;
            }
        }
        day
    }

    fn add(&self, start: DateTime<Utc>, minutes: u32) -> DateTime<Utc> {
        let mut left = TimeDelta::minutes(minutes.into());
        let mut day = start.with_timezone(&self.zone).date_naive();
        loop {
            if self.is_open(day) {
                for (opens, closes) in self.spells {
                    let from = self.instant(day, opens).max(start);
                    let until = self.instant(day, closes);
                    if from < until {
                        if left <= until - from {
                            return from + left;
                        }
                        left -= until - from;
                    }
                }
            }
            day = day.succ_opt().unwrap();
        }
    }

    fn between(&self, from: DateTime<Utc>, until: DateTime<Utc>) -> TimeDelta {
        let mut worked = TimeDelta::zero();
        let mut day = from.with_timezone(&self.zone).date_naive();
        let last = until.with_timezone(&self.zone).date_naive();
        while day <= last {
            if self.is_open(day) {
                for (opens, closes) in self.spells {
                    let opens = self.instant(day, opens).max(from);
                    let closes = self.instant(day, closes).min(until);
                    worked += (closes - opens).max(TimeDelta::zero());
                }
            }
            day = day.succ_opt().unwrap();
        }
        worked
    }
}

fn calendar(zone: Tz) -> Calendar {
    let days = SpecialDays::chinese(FIRST_YEAR, LAST_YEAR);
    office::office(office::zone(zone, FIRST_YEAR, LAST_YEAR), &days).build().unwrap()
}

fn inputs<T>(seed: u64, input: impl Fn(&mut Random, NaiveDate) -> T) -> Vec<T> {
    let mut random = Random::seeded(seed);
    // A second day, so that a night before it in any zone is known too.
    let first = date(FIRST_YEAR, 1, 2);
    (0..INPUTS).map(|_| input(&mut random, first)).collect()
}

/// Proves that both agree, then times both.
fn beside<I, O: Debug + PartialEq>(
    criterion: &mut Criterion,
    name: &str,
    inputs: &[I],
    library: impl Fn(&I) -> O,
    naive: impl Fn(&I) -> O,
) {
    for input in inputs {
        assert_eq!(library(input), naive(input));
    }
    let mut group = criterion.benchmark_group(name);
    each(&mut group, "redress", inputs, &library);
    each(&mut group, "naive", inputs.get(..NAIVE_INPUTS).unwrap_or(inputs), &naive);
    group.finish();
}

/// 1 to 30 calendar days, receipts after 16:30 counting as the next day's, due 16:30, rolled forward.
fn days_due(criterion: &mut Criterion) {
    let (calendar, naive) = (calendar(Shanghai), Naive::new(Shanghai));
    let deadlines: Vec<Deadline> = (0..=30)
        .map(|days| {
            Term::calendar_days(days)
                .with_cutoff(Cutoff::daily(CUT_OFF, LateReceipt::NextCalendarDay))
                .with_end(End::at(CUT_OFF))
                .with_roll(Roll::FOLLOWING)
                .into()
        })
        .collect();
    let inputs = inputs(2, |random, first| {
        let received = random_instant(random, first, START_DAYS);
        let days = 1 + random.below(30);
        (Anchors::received(received), received, days)
    });
    beside(
        criterion,
        "days due 16:30, rolled",
        &inputs,
        |(anchors, _, days)| {
            let deadline = deadlines.get(*days as usize).unwrap();
            deadline.due(&calendar, Anchor::RECEIVED, anchors).unwrap().at()
        },
        |&(_, received, days)| naive.due(received, days),
    );
}

/// The 1st to 50th working day after a date.
fn nth_working_day(criterion: &mut Criterion) {
    let (calendar, naive) = (calendar(Shanghai), Naive::new(Shanghai));
    let inputs = inputs(3, |random, first| (random_date(random, first, START_DAYS), 1 + random.below(50)));
    beside(
        criterion,
        "nth working day",
        &inputs,
        |&(from, n)| calendar.nth_working_day_after(from, n).unwrap(),
        |&(from, n)| naive.nth_working_day(from, n),
    );
}

/// 30 to 30,000 working minutes.
fn add_working_time(criterion: &mut Criterion, zone: Tz) {
    let (calendar, naive) = (calendar(zone), Naive::new(zone));
    let inputs =
        inputs(4, |random, first| (random_instant(random, first, START_DAYS), 30 + random.below(29_971)));
    beside(
        criterion,
        &format!("add working time, {zone}"),
        &inputs,
        |&(start, minutes)| calendar.add_working_time(start, Span::minutes(minutes)).unwrap(),
        |&(start, minutes)| naive.add(start, minutes),
    );
}

/// Between two instants up to two years apart.
fn working_time_between(criterion: &mut Criterion, zone: Tz) {
    let (calendar, naive) = (calendar(zone), Naive::new(zone));
    let inputs = inputs(5, |random, first| {
        let from = random_instant(random, first, START_DAYS);
        (from, from + TimeDelta::seconds(random.below(2 * 365 * 86_400).into()))
    });
    beside(
        criterion,
        &format!("working time between, {zone}"),
        &inputs,
        |&(from, until)| calendar.working_time_between(from, until).unwrap(),
        |&(from, until)| naive.between(from, until),
    );
}

fn main() {
    let mut criterion = measure::criterion();
    days_due(&mut criterion);
    nth_working_day(&mut criterion);
    for zone in [Shanghai, New_York] {
        add_working_time(&mut criterion, zone);
        working_time_between(&mut criterion, zone);
    }
    criterion.final_summary();
}
