//! From when on nobody knows when a clock is due, if nothing is entered.
//!
//! The date of a clock whose pause nobody ends moves on with every day. At some instant it leaves the days that the
//! calendar knows, and from then on there is none: a change that comes by itself, like the end of a limit. It is found by
//! halving the time up to the end of the calendar, first in seconds, for of whole seconds it nearly always is, and then
//! in nanoseconds: some 35 readings of the clock, and at most 70. It relies on this: once there is no date, there is none
//! later on either, for a later end of a pause gives no earlier date.

use chrono::{DateTime, Days, NaiveTime, TimeDelta, Utc};

use crate::calendar::Calendar;
use crate::deadline::{Clock, ClockRecord, ClockStatus};

const SECOND: TimeDelta = TimeDelta::seconds(1);
const NANOSECOND: TimeDelta = TimeDelta::nanoseconds(1);

/// The first instant from one on at which a clock is undetermined; none where it never is, by what is on record.
pub(in crate::case) fn undetermined_from(
    clock: &Clock,
    calendar: &Calendar,
    record: &ClockRecord,
    from: DateTime<Utc>,
) -> Option<DateTime<Utc>> {
    let is_undetermined = |at: DateTime<Utc>| {
        matches!(clock.reading(calendar, record, at).status(), ClockStatus::Undetermined { .. })
    };
    if is_undetermined(from) {
        return Some(from);
    }
    let until = end_of(calendar)?;
    if until <= from || !is_undetermined(until) {
        return None;
    }
    // INVARIANT: it is determined at `before`, and not at `after`.
    let (mut before, mut after) = (from, until);
    for step in [SECOND, NANOSECOND] {
        while after - before > step {
            let middle = before + (after - before) / 2;
            // INVARIANT: `after` is a whole second as long as seconds are halved, so that one lies in between.
            let middle = if step == SECOND { whole(middle) } else { middle };
            if is_undetermined(middle) { after = middle } else { before = middle }
        }
        let last = after - NANOSECOND;
        if last <= before || !is_undetermined(last) {
            return Some(after);
        }
    }
    Some(after)
}

/// An instant behind everything that a calendar knows, in whatever zone.
fn end_of(calendar: &Calendar) -> Option<DateTime<Utc>> {
    let day = calendar.known().last().checked_add_days(Days::new(4))?;
    Some(day.and_time(NaiveTime::MIN).and_utc())
}

/// The second in which an instant lies.
fn whole(at: DateTime<Utc>) -> DateTime<Utc> {
    DateTime::from_timestamp(at.timestamp(), 0).unwrap_or(at)
}
