//! redress in the protocol of programs that do the same work: due dates, working days and working time (W1 to W4), and
//! rules and tables (W5, W6: see `tables`), the course of a case (W7: see `course`), and JSON (W8: see `json`).
//!
//! `PROGRAM --peer NAME --workload KEY --data DIR --defs DIR --limit N --inner K [--answers FILE]`
//!
//! `--peer` chooses how:
//!
//! * `redress`         all records in one call, from columns of numbers to a column of numbers
//! * `redress-typed`   one record after another, from chrono's types to chrono's types
//! * `redress-table`   W1 like `redress-typed`, by deadlines that a `DueTable` holds ready
//! * `redress-single`  one record after another, from numbers through chrono's types to numbers
//! * `redress-steps`   W1 by three questions to the calendar in place of a `Deadline`
mod course;
mod json;
mod own;
mod protocol;
mod tables;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use protocol::*;
use redress::calendar::column::{Answered, ColumnError};
use redress::calendar::reading::Fold;
use redress::calendar::{Calendar, LocalTime, Span};
use redress::deadline::{Anchors, Deadline, DueTable, End, Roll, Term};
use redress::vocab::Anchor;

const DAYS_OF: [u32; 6] = [1, 1, 2, 2, 2, 1];
const HALF_PAST_FOUR: LocalTime = LocalTime::from_static("16:30");

fn instant(second: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(second, 0).unwrap()
}

fn date(day: i64) -> NaiveDate {
    NaiveDate::from_epoch_days(day as i32).unwrap()
}

fn main() {
    let a = Args::parse();
    match a.workload.as_str() {
        "w5" | "w6" => tables::tables(&a),
        "w8" => json::json(&a),
        "w7" => course::course(&a),
        _ => deadlines(&a),
    }
}

fn deadlines(a: &Args) {
    let (file, name) = inputs_of(&a.workload);
    let kind = a.workload.as_bytes()[1];
    let long = a.workload.starts_with('g');
    assert!(matches!((kind, long), (b'1' | b'2', false) | (b'3' | b'4', _)), "no such workload");
    let years = match name {
        "cal_cn" | "cal_us" => (2023, 2028),
        "cal_h10k" => (1990, 2089), // a calendar has at most 36,600 days
        _ => (2010, 2038),
    };
    let calendar = own::calendar(&CalFile::load(a, name), years);
    let cols = read_csv(&format!("{}/{file}.csv", a.data), a.limit);
    let (x, y) = (&cols[0], &cols[1]);
    let n = x.len();
    match (a.peer.as_str(), kind) {
        ("redress", b'1') => {
            let deadlines = terms();
            let table = DueTable::new(&calendar, Anchor::RECEIVED, &deadlines);
            let numbers: Vec<u8> = y.iter().map(|&c| c as u8).collect();
            many(a, n, |due| table.due_each(x, &numbers, due));
        }
        ("redress-single", b'1') => {
            let deadlines = terms();
            bench(
                a,
                n,
                |o| {
                    let mut anchors = Anchors::received(instant(0));
                    o.extend(x.iter().zip(y).map(|(&t, &c)| {
                        anchors.set(Anchor::RECEIVED, instant(t));
                        let due = deadlines[c as usize].due(&calendar, Anchor::RECEIVED, &anchors).unwrap();
                        due.at().timestamp()
                    }));
                },
                show_int,
            );
        }
        ("redress-typed", b'1') => {
            let deadlines = terms();
            let records: Vec<(DateTime<Utc>, u8)> =
                x.iter().zip(y).map(|(&t, &c)| (instant(t), c as u8)).collect();
            bench(
                a,
                n,
                |o| {
                    let mut anchors = Anchors::received(instant(0));
                    o.extend(records.iter().map(|&(at, c)| {
                        anchors.set(Anchor::RECEIVED, at);
                        deadlines[c as usize].due(&calendar, Anchor::RECEIVED, &anchors).unwrap().at()
                    }));
                },
                show_instant,
            );
        }
        ("redress-table", b'1') => {
            let deadlines = terms();
            let table = DueTable::new(&calendar, Anchor::RECEIVED, &deadlines);
            let ready: Vec<_> = (0..6).map(|number| table.deadline(number).unwrap()).collect();
            let records: Vec<(DateTime<Utc>, u8)> =
                x.iter().zip(y).map(|(&t, &c)| (instant(t), c as u8)).collect();
            bench(
                a,
                n,
                |o| o.extend(records.iter().map(|&(at, c)| ready[c as usize].due(at).unwrap().at())),
                show_instant,
            );
        }
        ("redress-steps", b'1') => bench(
            a,
            n,
            |o| {
                o.extend(x.iter().zip(y).map(|(&t, &c)| by_hand(&calendar, instant(t), DAYS_OF[c as usize])));
            },
            show_int,
        ),
        ("redress", b'2') => {
            let dates: Vec<i32> = x.iter().map(|&d| d as i32).collect();
            let numbers: Vec<u32> = y.iter().map(|&n| n as u32).collect();
            many(a, n, |found| calendar.nth_working_day_after_each(&dates, &numbers, found));
        }
        ("redress-single", b'2') => bench(
            a,
            n,
            |o| {
                o.extend(x.iter().zip(y).map(|(&d, &n)| {
                    calendar.nth_working_day_after(date(d), n as u32).unwrap().to_epoch_days()
                }));
            },
            show_int,
        ),
        ("redress-typed", b'2') => {
            let records: Vec<(NaiveDate, u32)> =
                x.iter().zip(y).map(|(&d, &n)| (date(d), n as u32)).collect();
            bench(
                a,
                n,
                |o| {
                    o.extend(records.iter().map(|&(day, n)| calendar.nth_working_day_after(day, n).unwrap()));
                },
                |day: &NaiveDate, s| show_int(&day.to_epoch_days(), s),
            );
        }
        ("redress", b'3') => {
            let amounts: Vec<Span> = y.iter().map(|&m| Span::minutes(m as u32)).collect();
            many(a, n, |ends| calendar.add_working_time_each(x, &amounts, ends));
        }
        ("redress-single", b'3') => bench(
            a,
            n,
            |o| {
                o.extend(x.iter().zip(y).map(|(&t, &m)| {
                    calendar.add_working_time(instant(t), Span::minutes(m as u32)).unwrap().timestamp()
                }));
            },
            show_int,
        ),
        ("redress-typed", b'3') => {
            let records: Vec<(DateTime<Utc>, Span)> =
                x.iter().zip(y).map(|(&t, &m)| (instant(t), Span::minutes(m as u32))).collect();
            bench(
                a,
                n,
                |o| {
                    o.extend(
                        records.iter().map(|&(at, amount)| calendar.add_working_time(at, amount).unwrap()),
                    );
                },
                show_instant,
            );
        }
        ("redress", b'4') => many(a, n, |seconds| calendar.working_time_between_each(x, y, seconds)),
        ("redress-single", b'4') => bench(
            a,
            n,
            |o| {
                o.extend(x.iter().zip(y).map(|(&t, &u)| {
                    calendar.working_time_between(instant(t), instant(u)).unwrap().num_seconds()
                }));
            },
            show_int,
        ),
        ("redress-typed", b'4') => {
            let records: Vec<(DateTime<Utc>, DateTime<Utc>)> =
                x.iter().zip(y).map(|(&t, &u)| (instant(t), instant(u))).collect();
            bench(
                a,
                n,
                |o| {
                    o.extend(records.iter().map(|&(t, u)| calendar.working_time_between(t, u).unwrap()));
                },
                |worked: &TimeDelta, s| show_int(&worked.num_seconds(), s),
            );
        }
        (peer, kind) => panic!("no peer {peer} for {}", kind as char),
    }
}

/// All records in one call, into a column that is kept from pass to pass.
fn many<T: Copy + Default + std::fmt::Display>(
    a: &Args,
    n: usize,
    ask: impl Fn(&mut [T]) -> Result<Answered, ColumnError>,
) {
    bench_column(a, n, |column| assert!(ask(column).unwrap().is_complete()), show_int);
}

fn terms() -> [Deadline; 6] {
    DAYS_OF.map(|days| {
        Term::calendar_days(days).with_end(End::at(HALF_PAST_FOUR)).with_roll(Roll::FOLLOWING).into()
    })
}

fn by_hand(calendar: &Calendar, received: DateTime<Utc>, days: u32) -> i64 {
    let day = calendar.date(received).unwrap() + chrono::Days::new(days.into());
    let day = calendar.working_day_on_or_after(day).unwrap();
    calendar.instant(day, HALF_PAST_FOUR, Fold::Earlier).unwrap().timestamp()
}

fn show_instant(at: &DateTime<Utc>, s: &mut String) {
    show_int(&at.timestamp(), s);
}
