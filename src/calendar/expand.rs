//! Recurring holidays as dates.
//!
//! The rules are expanded in two passes over the known years, the year before and the year after.
//!
//! 1. Every holiday is put on its own date.
//! 2. The dates are visited from the earliest on, and holidays on a weekend are moved as their rule says. A day to
//!    which one holiday was moved is taken for the holidays after it.
//!
//! By hand: Christmas Day on Saturday, 25 December 2021 moves to Monday 27. Boxing Day on Sunday 26 therefore moves to
//! Tuesday 28.
//!
//! Only recurring holidays take a day. A closure between the years, or a public list that names the same Monday, does
//! not push anything into January. Several holidays on one date are moved to the same date. The cost is one look-up per
//! rule and year, and a few more for each holiday on a weekend.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;

use chrono::{Datelike, Days, NaiveDate};

use crate::calendar::known::KnownDays;
use crate::calendar::limits::MAX_MOVE;
use crate::calendar::recurring::{Observance, OriginalDay, RecurringHoliday};
use crate::calendar::recurring_problem::RecurringProblem;

/// Returns the known days on which recurring holidays fall or are observed, and reports the rules that find no day.
pub(super) fn expand(
    rules: &[RecurringHoliday],
    known: KnownDays,
    mut unobserved: impl FnMut(usize, RecurringProblem),
) -> Vec<(NaiveDate, String)> {
    let mut originals: BTreeMap<NaiveDate, Vec<usize>> = BTreeMap::new();
    // A holiday of the year before or after may be observed on a known day.
    for year in known.first().year() - 1..=known.last().year() + 1 {
        for (index, rule) in rules.iter().enumerate() {
            if let Some(date) = rule.date(year) {
                originals.entry(date).or_default().push(index);
            }
        }
    }
    let mut taken: BTreeSet<NaiveDate> = BTreeSet::new();
    let mut days = Vec::new();
    for (&date, indices) in &originals {
        // Holidays on one date do not take days from each other, so that they move to the same date.
        let mut taken_now = Vec::new();
        for &index in indices {
            let Some(rule) = rules.get(index) else { continue };
            let observed = match rule.observed() {
                _ if !rule.is_weekend(date.weekday()) => Some(date),
                Observance::OnDate => Some(date),
                Observance::NearestWeekday => nearest(rule, date),
                Observance::NextWeekday => {
                    following(rule, date, |day| originals.contains_key(&day) || taken.contains(&day))
                }
            };
            let Some(observed) = observed else {
                if known.contains(date) {
                    unobserved(index, RecurringProblem::NoDayToObserve { date });
                }
                continue;
            };
            if observed == date || rule.original_day() == OriginalDay::Holiday {
                days.push((date, rule.name().into()));
            }
            if observed != date {
                taken_now.push(observed);
                days.push((observed, rule.name_observed()));
            }
        }
        taken.extend(taken_now);
    }
    days.retain(|(date, _)| known.contains(*date));
    days
}

/// Returns the nearest day outside the weekend, and the later one if two are equally near.
fn nearest(rule: &RecurringHoliday, date: NaiveDate) -> Option<NaiveDate> {
    (1..7).map(Days::new).find_map(|distance| {
        let sides = [date.checked_add_days(distance), date.checked_sub_days(distance)];
        sides.into_iter().flatten().find(|day| !rule.is_weekend(day.weekday()))
    })
}

/// Returns the next day outside the weekend that is not taken.
fn following(
    rule: &RecurringHoliday,
    date: NaiveDate,
    is_taken: impl Fn(NaiveDate) -> bool,
) -> Option<NaiveDate> {
    let mut days = (1..=MAX_MOVE).filter_map(|distance| date.checked_add_days(Days::new(distance)));
    days.find(|&day| !rule.is_weekend(day.weekday()) && !is_taken(day))
}
