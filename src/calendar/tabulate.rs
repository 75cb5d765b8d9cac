//! A description built: the hours of every known day on the line of instants.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use chrono::{Datelike, NaiveDate};

use crate::calendar::builder::{CalendarBuilder, Exception};
use crate::calendar::door::Door;
use crate::calendar::fault::{CalendarFault, CalendarFaults};
use crate::calendar::hours::Hours;
use crate::calendar::moment::{day_of_date, midnight_of};
use crate::calendar::query::Calendar;
use crate::calendar::table::{Day, Spell, Table};
use crate::calendar::zone::Fold;

impl CalendarBuilder {
    /// Proves the description and builds the calendar's tables. This is the one call whose cost grows with the
    /// known days and their hours; a calendar is built once.
    ///
    /// # Errors
    ///
    /// Every [`CalendarFault`] of the description at once: no working time, overlapping hours, a day
    /// outside the known ones, entries that contradict each other, and the limits on sizes and names.
    pub fn build(mut self) -> Result<Calendar, CalendarFaults> {
        let mut faults = core::mem::take(&mut self.faults);
        let exceptions = self.proved_exceptions(&mut faults);
        self.prove_week(&mut faults);
        let zone = self.zone.known();
        if !(zone.contains(self.known.first()) && zone.contains(self.known.last())) {
            faults.push(CalendarFault::BeyondZone {
                first: self.known.first(),
                last: self.known.last(),
                zone: self.zone.name().into(),
                zone_first: zone.first(),
                zone_last: zone.last(),
            });
        }
        CalendarFaults::none_or(faults, ())?;
        self.put_in_order();
        self.tabulated(exceptions)
    }

    /// Puts what was declared in one order, so that equal calendars are equal in whatever order they were declared.
    fn put_in_order(&mut self) {
        self.exceptions.sort_unstable();
        self.exceptions.dedup();
        self.periods.sort_by(|a, b| a.key().cmp(&b.key()));
        self.periods.dedup();
        self.recurring.sort_by(|a, b| a.key().cmp(&b.key()));
        self.recurring.dedup();
    }

    /// Lays the hours of every known day on the line of instants.
    fn tabulated(self, exceptions: BTreeMap<NaiveDate, Exception>) -> Result<Calendar, CalendarFaults> {
        let first_day = day_of_date(self.known.first());
        let end_day = day_of_date(self.known.last()) + 1;
        // INVARIANT: `build` has seen that the zone covers the known days, and a zone covers a margin more.
        let utc = |second| self.zone.utc_second(second, Fold::Earlier);
        let beyond_zone = || self.no_working_time();
        let known_from = utc(midnight_of(first_day)).ok_or_else(beyond_zone)?;
        let known_until = utc(midnight_of(end_day)).ok_or_else(beyond_zone)?;

        // A night shift of the day before the first known one may or may not run into it.
        let day_before = self.week.hours(self.known.first().weekday().pred());
        let skipped = utc(midnight_of(first_day - 1)) == Some(known_from);
        let spill = day_before
            .last()
            .filter(|_| !skipped)
            .map_or(0, |hours| hours.bounds().1 - midnight_of(1))
            .max(0);
        let answers_from = utc(midnight_of(first_day) + spill).ok_or_else(beyond_zone)?.min(known_until);

        let mut faults = Vec::new();
        let mut overlaps = BTreeSet::new();
        let mut spells: Vec<Spell> = Vec::new();
        let mut days = Vec::with_capacity(self.known.days() as usize + 1);
        let mut midnight = known_from;
        let mut running: Option<(Hours, i64)> = None;
        let mut excepted =
            exceptions.iter().map(|(&date, exception)| (day_of_date(date), exception)).peekable();
        let mut weekday = self.known.first().weekday();
        for day in first_day..end_day {
            let next_midnight = utc(midnight_of(day + 1)).ok_or_else(beyond_zone)?;
            days.push(Day {
                midnight,
                first_spell: u32::try_from(spells.len()).unwrap_or(u32::MAX),
                is_steady: self.zone.is_steady(day, midnight),
            });
            let hours = match excepted.next_if(|&(date, _)| date == day) {
                Some((_, exception)) => exception.hours.as_slice(),
                None => self.week.hours(weekday),
            };
            weekday = weekday.succ();
            // A date that the zone skips has no instants: nothing can start on it.
            let skipped = midnight == next_midnight;
            midnight = next_midnight;
            for &span in hours.iter().filter(|_| !skipped) {
                let (opens, closes) = span.bounds();
                let (opens, closes) = (midnight_of(day) + opens, midnight_of(day) + closes);
                if let Some((first, _)) = running.filter(|&(_, until)| opens < until) {
                    let date = self.known.nth(u32::try_from(day - first_day).unwrap_or(0));
                    // One fault for the days of a period, however long.
                    let is_declared =
                        || self.is_declared(date) || date.pred_opt().is_some_and(|eve| self.is_declared(eve));
                    if overlaps.insert((first, span)) || is_declared() {
                        faults.push(CalendarFault::OverlapOnDay { date, first, second: span });
                    }
                }
                if running.is_none_or(|(_, until)| closes > until) {
                    running = Some((span, closes));
                }
                let start = utc(opens).ok_or_else(beyond_zone)?;
                let end = utc(closes).ok_or_else(beyond_zone)?;
                if start < end {
                    spells.push(Spell::after(spells.last(), start, end));
                }
            }
        }
        let first_spell = u32::try_from(spells.len()).unwrap_or(u32::MAX);
        days.push(Day { midnight, first_spell, is_steady: false });
        if spells.is_empty() && faults.is_empty() {
            faults.push(self.no_working_time());
        }
        CalendarFaults::none_or(faults, ())?;
        let table = Table::new(&days, spells);
        let door = Door::of(self.known);
        Ok(Calendar { description: self, exceptions, answers_from, known_until, table, door })
    }
}
