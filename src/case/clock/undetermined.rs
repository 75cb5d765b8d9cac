//! From when on nobody can say when a clock is due, if nobody makes an entry.
//!
//! While a clock is paused without an end, its due date moves on each day. At some instant the date leaves the days
//! that the calendar knows, and from then on there is none. That change comes by itself, like the end of a limit, and
//! an outlook must announce it.
//!
//! The instant is found by halving the time up to the end of the calendar. Halving works because the answer changes
//! once: if there is no date at an instant, there is none later, because a later end of the pause never gives an
//! earlier date. The search first uses whole seconds, since the instant nearly always is one, and then nanoseconds.
//! It takes about 35 readings of the clock, and at most 70.

use chrono::{DateTime, Days, NaiveTime, TimeDelta, Utc};

use crate::calendar::Calendar;
use crate::deadline::{Clock, ClockRecord, ClockStatus};

const SECOND: TimeDelta = TimeDelta::seconds(1);
const NANOSECOND: TimeDelta = TimeDelta::nanoseconds(1);

/// Returns the first instant, from `from` on, at which a clock is undetermined; `None` if there is none by what is on
/// record.
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
    // INVARIANT: the clock is determined at `before` and undetermined at `after`.
    let (mut before, mut after) = (from, until);
    for step in [SECOND, NANOSECOND] {
        while after - before > step {
            let middle = before + (after - before) / 2;
            // INVARIANT: while seconds are halved, `after` is a whole second, so that a whole second lies between.
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

/// Returns an instant after everything that a calendar knows, in every zone.
fn end_of(calendar: &Calendar) -> Option<DateTime<Utc>> {
    let day = calendar.known().last().checked_add_days(Days::new(4))?;
    Some(day.and_time(NaiveTime::MIN).and_utc())
}

/// Returns the second in which an instant lies.
fn whole(at: DateTime<Utc>) -> DateTime<Utc> {
    DateTime::from_timestamp(at.timestamp(), 0).unwrap_or(at)
}
