//! An office, and a clock whose story is told in a few lines.

use chrono::{DateTime, FixedOffset, Utc};
use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone, instant};
use redress::deadline::rule::{ClockError, Extension, ExtensionChange, ExtensionRule, Occurrence, PauseRule};
use redress::deadline::{Anchors, Clock, ClockReading, ClockRecord, Deadline};
use redress::vocab::course::ExtensionReason;
use redress::vocab::{Anchor, ClockName, PauseReason};

pub(crate) const WAITING: PauseReason = PauseReason::AWAITING_CUSTOMER;
pub(crate) const COMPLEX: ExtensionReason = ExtensionReason::COMPLEX_CASE;

/// An instant of 2026 as `03-06 10:00`, or with seconds.
pub(crate) fn at(text: &str) -> DateTime<Utc> {
    let seconds = if text.len() == "03-06 10:00".len() { ":00" } else { "" };
    instant::parse(&format!("2026-{}{seconds}Z", text.replace(' ', "T"))).unwrap()
}

pub(crate) fn shown(at: DateTime<Utc>) -> String {
    at.format("%a %m-%d %H:%M").to_string()
}

pub(crate) fn utc(first: i32, last: i32) -> Zone {
    Zone::fixed(FixedOffset::east_opt(0).unwrap(), KnownDays::years(first, last).unwrap()).unwrap()
}

/// Open Monday to Friday at these hours.
pub(crate) fn open(hours: &str) -> Calendar {
    let week = WeekPattern::weekdays([hours.parse::<Hours>().unwrap()]);
    Calendar::builder("office", utc(2026, 2026)).week(week).build().unwrap()
}

pub(crate) fn office() -> Calendar {
    open("08:00-16:30")
}

pub(crate) fn deadline(json: &str) -> Deadline {
    serde_json::from_str(json).unwrap_or_else(|error| panic!("{json}: {error}"))
}

/// A due date counted from a receipt, without anything else.
pub(crate) fn due(calendar: &Calendar, json: &str, received: &str) -> String {
    let received = Anchors::received(at(received));
    shown(deadline(json).due(calendar, Anchor::RECEIVED, &received).unwrap().at())
}

/// A clock and what happened to it.
pub(crate) struct Story {
    pub(crate) calendar: Calendar,
    pub(crate) clock: Clock,
    pub(crate) record: ClockRecord,
}

impl Story {
    pub(crate) fn new(json: &str, received: &str) -> Self {
        Self::by(Clock::new(ClockName::CLOSURE, Anchor::RECEIVED), json, received)
    }

    pub(crate) fn by(clock: Clock, json: &str, received: &str) -> Self {
        let clock = if clock.pauses().is_empty() { clock.with_pause(PauseRule::new(WAITING)) } else { clock };
        let clock = clock.with_extension(ExtensionRule::new(COMPLEX).with_times(9));
        let record = ClockRecord::new(deadline(json), Anchors::received(at(received)));
        Self { calendar: office(), clock, record }
    }

    pub(crate) fn open(mut self, hours: &str) -> Self {
        self.calendar = open(hours);
        self
    }

    /// A pause that is entered as it begins and as it ends.
    pub(crate) fn paused(mut self, from: &str, until: &str) -> Self {
        let (from, until) = (at(from), at(until));
        self.record.pause(self.clock.counted_in(&self.calendar), WAITING, from).unwrap();
        self.record.resume(self.clock.counted_in(&self.calendar), WAITING, until).unwrap();
        self
    }

    pub(crate) fn pausing(mut self, from: &str) -> Self {
        self.record.pause(self.clock.counted_in(&self.calendar), WAITING, at(from)).unwrap();
        self
    }

    pub(crate) fn try_extend(&mut self, json: &str, made: &str) -> Result<(), ClockError> {
        let change: ExtensionChange = serde_json::from_str(json).unwrap();
        self.record.extend(&self.clock, &self.calendar, Extension::new(change, COMPLEX, at(made)))
    }

    pub(crate) fn extended(mut self, json: &str, made: &str) -> Self {
        self.try_extend(json, made).unwrap();
        self
    }

    pub(crate) fn stopped(mut self, done: &str, entered: &str) -> Self {
        self.record.stop(&self.clock, Occurrence::at(at(done)).entered(at(entered))).unwrap();
        self
    }

    /// When it is due by everything that is entered.
    pub(crate) fn due(&self) -> String {
        let now = at("12-01 00:00");
        shown(self.clock.projected_due(&self.calendar, &self.record, now).unwrap().at())
    }

    pub(crate) fn reading(&self, now: &str) -> ClockReading {
        self.clock.reading(&self.calendar, &self.record, at(now))
    }
}
