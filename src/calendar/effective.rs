//! What is different on each known day, from everything that was declared.
//!
//! Three kinds of declarations are combined:
//!
//! 1. **Single days.** Entries that agree about a date become one day with all their names. Entries that contradict
//!    each other are a fault.
//! 2. **Recurring holidays.** They join the single days as if they were declared date by date.
//! 3. **Periods.** They fill only the dates for which there is no single day.
//!
//! By hand: a closure from 24 to 31 December, the rule "25 December" and special hours for all of December make 24
//! December "closure", 25 December "Christmas Day / closure", and 23 December a day with special hours.
//!
//! If make-up days follow the pattern of the week, they are removed after the second step, so that a period may still
//! apply to their dates. The cost is one look-up for each declared day and each day of a period.

use alloc::collections::btree_map::Entry;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::{Datelike, NaiveDate};

use crate::calendar::builder::{CalendarBuilder, Exception, ExceptionKind, recurring_place, too_many_hours};
use crate::calendar::expand::expand;
use crate::calendar::fault::CalendarFault;
use crate::calendar::hours::Hours;
use crate::calendar::limits::{MAX_EXCEPTIONS, MAX_RECURRING};
use crate::calendar::period::{PeriodHours, SpecialPeriod};
use crate::calendar::readings::{MakeUpDays, OutsideDays};
use crate::calendar::text::{MAX_NAME, excerpt};

/// The separator between several names of one day.
const AND: &str = " / ";

impl CalendarBuilder {
    /// Returns what is different on each known day that differs from the pattern of the week.
    pub(super) fn proved_exceptions(
        &self,
        faults: &mut Vec<CalendarFault>,
    ) -> BTreeMap<NaiveDate, Exception> {
        let mut days = Days { by_date: BTreeMap::new(), names: BTreeMap::new(), faults };
        let limits = [
            ("days with holidays and other exceptions", self.declared_days(), MAX_EXCEPTIONS),
            ("recurring holidays", self.recurring.len(), MAX_RECURRING),
        ];
        let mut too_many = limits.into_iter().filter(|(_, count, limit)| count > limit).peekable();
        if too_many.peek().is_some() {
            days.faults.extend(too_many.map(|(what, count, limit)| CalendarFault::TooMany {
                what,
                count,
                limit,
            }));
            return BTreeMap::new();
        }
        self.add_single_days(&mut days);
        self.add_recurring(&mut days);
        if self.make_up_days == MakeUpDays::AsPattern {
            days.by_date.retain(|_, exception| exception.kind != ExceptionKind::WorkingDay);
        }
        self.add_periods(&mut days);
        days.named()
    }

    /// Returns whether there is an entry for this single date. The entries must be sorted already.
    pub(super) fn is_declared(&self, date: NaiveDate) -> bool {
        self.exceptions.binary_search_by_key(&date, |(declared, _)| *declared).is_ok()
    }

    fn outside(&self, date: NaiveDate, name: &str) -> CalendarFault {
        let (first, last) = (self.known.first(), self.known.last());
        CalendarFault::OutsideKnownDays { date, name: excerpt(name), first, last }
    }

    /// Returns how many days are declared. Each day of a period counts.
    fn declared_days(&self) -> usize {
        let days = |period: &SpecialPeriod| period.last.signed_duration_since(period.first).num_days() + 1;
        let of_periods = self.periods.iter().map(|period| usize::try_from(days(period)).unwrap_or(0));
        of_periods.fold(self.exceptions.len(), usize::saturating_add)
    }

    fn add_single_days(&self, days: &mut Days<'_>) {
        let mut outside = None;
        for (date, exception) in &self.exceptions {
            let date = *date;
            let is_known = self.known.contains(date);
            if !is_known && self.outside_days == OutsideDays::LeftOut {
                continue;
            }
            // One fault for a holiday period, not one for each of its days.
            let goes_on = outside.is_some_and(|(day, name): (NaiveDate, &str)| {
                day.succ_opt() == Some(date) && name == exception.name
            });
            outside = (!is_known).then_some((date, exception.name.as_str()));
            if outside.is_some() && !goes_on {
                days.faults.push(self.outside(date, &exception.name));
            }
            let kind = match exception.kind {
                ExceptionKind::WorkingDay if exception.hours.is_empty() => {
                    days.faults.push(CalendarFault::NoHours { date, name: exception.name.clone() });
                    continue;
                }
                ExceptionKind::SpecialHours if exception.hours.is_empty() => ExceptionKind::Holiday,
                kind @ (ExceptionKind::Holiday | ExceptionKind::WorkingDay | ExceptionKind::SpecialHours) => {
                    kind
                }
            };
            if let Some(fault) = too_many_hours(&exception.hours, || format!("day {date}")) {
                days.faults.push(fault);
            }
            days.add(date, Exception { kind, ..exception.clone() });
        }
    }

    fn add_recurring(&self, days: &mut Days<'_>) {
        if self.recurring.is_empty() {
            return;
        }
        let expanded = expand(&self.recurring, self.known, |index, problem| {
            let name = self.recurring.get(index).map_or("", |rule| rule.name());
            days.faults.push(CalendarFault::Recurring { place: recurring_place(name), problem });
        });
        for (date, name) in expanded {
            days.add(date, Exception { kind: ExceptionKind::Holiday, name, hours: Vec::new() });
        }
    }

    fn add_periods(&self, days: &mut Days<'_>) {
        // Which period decides about a day.
        let mut of_period: BTreeMap<NaiveDate, usize> = BTreeMap::new();
        let mut clashes = BTreeSet::new();
        for (index, period) in self.periods.iter().enumerate() {
            self.prove_period(period, days.faults);
            let first = period.first.max(self.known.first());
            let last = period.last.min(self.known.last());
            for date in first.iter_days().take_while(|date| *date <= last) {
                let Some(hours) = period.hours.on(date.weekday(), &self.week) else { continue };
                let declared = days.by_date.get(&date);
                match of_period.get(&date) {
                    // A single day comes before a period.
                    None if declared.is_some() => continue,
                    None => {
                        of_period.insert(date, index);
                    }
                    // One fault for two periods, not one for each day that they share.
                    Some(&other) => {
                        let agrees = declared.is_some_and(|day| day.hours == hours);
                        if !agrees && !clashes.insert((other, index)) {
                            continue;
                        }
                    }
                }
                let closed = hours.is_empty();
                let kind = if closed { ExceptionKind::Holiday } else { ExceptionKind::SpecialHours };
                days.add(date, Exception { kind, name: period.name.clone(), hours: hours.into() });
            }
        }
    }

    fn prove_period(&self, period: &SpecialPeriod, faults: &mut Vec<CalendarFault>) {
        if self.outside_days == OutsideDays::Refused {
            let after = self.known.last().succ_opt().unwrap_or(NaiveDate::MAX).max(period.first);
            let outside = [(period.first < self.known.first(), period.first), (period.last >= after, after)];
            let outside = outside.into_iter().filter(|(is_outside, _)| *is_outside);
            faults.extend(outside.map(|(_, date)| self.outside(date, &period.name)));
        }
        let place = || format!("period `{}`", period.name);
        match &period.hours {
            PeriodHours::WorkingDays(hours) => faults.extend(too_many_hours(hours, place)),
            PeriodHours::Week(week) => {
                let longest = week.days().iter().max_by_key(|hours| hours.len());
                faults.extend(longest.and_then(|hours| too_many_hours(hours, place)));
            }
        }
    }
}

/// The days that differ, while they are collected.
struct Days<'f> {
    by_date: BTreeMap<NaiveDate, Exception>,
    /// All names of the dates that have several.
    names: BTreeMap<NaiveDate, BTreeSet<String>>,
    faults: &'f mut Vec<CalendarFault>,
}

impl Days<'_> {
    /// Adds what a date is. It must agree with what the date is already.
    fn add(&mut self, date: NaiveDate, day: Exception) {
        match self.by_date.entry(date) {
            Entry::Vacant(entry) => {
                entry.insert(day);
            }
            Entry::Occupied(entry) => {
                let earlier = entry.get();
                if (earlier.kind, &earlier.hours) != (day.kind, &day.hours) {
                    self.faults.push(CalendarFault::Contradiction {
                        date,
                        first: earlier.name.clone(),
                        first_day: what_it_is(earlier),
                        second: day.name.clone(),
                        second_day: what_it_is(&day),
                    });
                } else if earlier.name != day.name {
                    self.names.entry(date).or_default().extend([earlier.name.clone(), day.name]);
                }
            }
        }
    }

    /// Returns the days, each with all its names.
    fn named(mut self) -> BTreeMap<NaiveDate, Exception> {
        for (date, names) in self.names {
            if let Some(day) = self.by_date.get_mut(&date) {
                day.name = joined(&names);
            }
        }
        self.by_date
    }
}

/// Returns the names of one day as one name. Names that would make it longer than [`MAX_NAME`] are left out.
fn joined(names: &BTreeSet<String>) -> String {
    let mut text = String::new();
    let mut left = MAX_NAME;
    for name in names {
        let separator = if text.is_empty() { "" } else { AND };
        let length = separator.len() + name.chars().count();
        if length > left {
            continue;
        }
        left -= length;
        text.push_str(separator);
        text.push_str(name);
    }
    text
}

/// Returns what an entry says about its day, as faults write it.
fn what_it_is(day: &Exception) -> String {
    let hours = |day: &Exception| {
        let mut hours: Vec<String> = day.hours.iter().take(3).map(Hours::to_string).collect();
        if day.hours.len() > hours.len() {
            hours.push("…".into());
        }
        hours.join(" ")
    };
    match day.kind {
        ExceptionKind::Holiday => "a holiday".into(),
        ExceptionKind::WorkingDay => format!("a working day with hours `{}`", hours(day)),
        ExceptionKind::SpecialHours => format!("a day with hours `{}`", hours(day)),
    }
}
