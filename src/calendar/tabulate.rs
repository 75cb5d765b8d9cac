//! From a description to a calendar: the hours of every known day become spans of UTC seconds.
//!
//! The problem: hours are written for a wall clock and a weekday ("mon 09:00-17:00"). Questions come as instants. The
//! translation depends on the zone, on holidays and on night shifts, and it must be right on the two nights a year on
//! which the clock changes. All of this is done once, here, so that no question has to look at the zone again.
//!
//! The idea: walk through the known days in order and write down, for each day,
//!
//! 1. the UTC second of its midnight, and whether its clock runs evenly (`Day`);
//! 2. its hours: those of the day's entry if it has one, and those of the weekday otherwise;
//! 3. for each span of hours, the UTC seconds of its start and its end, as a [`Spell`] after the previous spell.
//!
//! By hand, in Berlin: "22:00-06:00+1" on Saturday, 2026-03-28 starts at 21:00 UTC. It ends on Sunday at 06:00 summer
//! time, which is 04:00 UTC. The spell has seven hours, because the clock skips one.
//!
//! The cost is one translation per known day and two per span of hours. A calendar is built once, so this is the only
//! work that grows with the number of days.
//!
//! Why the spells never overlap: overlaps are found while the hours are still wall-clock seconds, where the night shift
//! of the day before is easy to compare. The translation keeps the order, because a later local time never means an
//! earlier instant. Hours that touch stay two spells, because they belong to two spans; `Table` treats them as one run.
//!
//! At the edges:
//!
//! - Hours that lie inside a gap of the clock start and end at the same instant. They are left out.
//! - A date that the zone skips has no length (`midnight == next_midnight`): none of its hours are used.
//! - The day before the first known one is not known. If its weekday has a night shift, the first known hours could be
//!   working time or not, so that answers begin when that shift would end (`answers_from`).
//! - One overlap in the week shows up on every such date. Each pair of hours is reported once, except on dates with an
//!   entry of their own, because there the entry has to be corrected.
//!
//! Translating hours when a question is asked was rejected: each question would search the zone's changes again, and a
//! fault would be found on the day on which it hurts.

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
    /// Checks the description and builds the calendar.
    ///
    /// This is the only call whose cost grows with the number of known days. Build a calendar once and share it.
    ///
    /// # Errors
    ///
    /// Returns every [`CalendarFault`] of the description at once: hours of the week that overlap, days outside the
    /// known ones, entries that contradict each other, too many entries, and names that are not valid. Only if there
    /// are no such faults, it reports hours that overlap around single dates, or that there is no working time.
    ///
    /// # Example: two faults at once
    ///
    /// ```
    /// let faults = redress::sample::calendar()?
    ///     .to_builder()
    ///     .revision("")
    ///     .holiday("2027-01-01".parse()?, "New Year's Day")
    ///     .build()
    ///     .unwrap_err();
    /// let codes: Vec<_> = faults.codes().collect();
    /// assert_eq!(codes, ["calendar.name", "calendar.outside-known-days"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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

    /// Sorts the declarations, so that calendars with the same entries are equal, whatever order they were declared in.
    fn put_in_order(&mut self) {
        self.exceptions.sort_unstable();
        self.exceptions.dedup();
        self.periods.sort_by(|a, b| a.key().cmp(&b.key()));
        self.periods.dedup();
        self.recurring.sort_by(|a, b| a.key().cmp(&b.key()));
        self.recurring.dedup();
    }

    /// Translates the hours of every known day into UTC seconds.
    fn tabulated(self, exceptions: BTreeMap<NaiveDate, Exception>) -> Result<Calendar, CalendarFaults> {
        let first_day = day_of_date(self.known.first());
        let end_day = day_of_date(self.known.last()) + 1;
        // INVARIANT: `build` has checked that the zone covers the known days; its table reaches two days further.
        let utc = |second| self.zone.utc_second(second, Fold::Earlier);
        let beyond_zone = || self.no_working_time();
        let known_from = utc(midnight_of(first_day)).ok_or_else(beyond_zone)?;
        let known_until = utc(midnight_of(end_day)).ok_or_else(beyond_zone)?;

        // It is not known whether the day before the first known one has its usual night shift.
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
            // A date that the zone skips has no instants, so nothing can start on it.
            let skipped = midnight == next_midnight;
            midnight = next_midnight;
            for &span in hours.iter().filter(|_| !skipped) {
                let (opens, closes) = span.bounds();
                let (opens, closes) = (midnight_of(day) + opens, midnight_of(day) + closes);
                if let Some((first, _)) = running.filter(|&(_, until)| opens < until) {
                    let date = self.known.nth(u32::try_from(day - first_day).unwrap_or(0));
                    // One fault per pair of hours, not one for each day of a long period.
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
