//! What a calendar says about some days, in a form for fingerprints.
//!
//! Two calendars that say the same about a range of days must have the same fingerprint, however they were written. The
//! form therefore contains what holds, not how it was declared: for each day, the spans of working time that start on
//! it; for the zone, the offsets in force. The following pairs each have one form:
//!
//! - a recurring holiday, and its dates one by one;
//! - hours that touch, and the same hours as one span;
//! - an entry that agrees with the pattern of the week, and no entry.
//!
//! Names and the revision are not part of the form. A calendar that covers more days has the same form for the days
//! that both cover.
//!
//! A span is written as its first and last second, counted from the UTC midnight of its date, so that the days of equal
//! weeks have equal forms. Equal weeks that follow each other are written once, with their number. A year of office
//! hours with ten holidays and two clock changes takes about twenty weeks of a hundred bytes. The cost is one
//! comparison per day, and the hash of what is left.

use alloc::string::ToString;
use alloc::vec::Vec;

use hmac_sha256::Hash;

use crate::calendar::known::KnownDays;
use crate::calendar::local_time::DAY;
use crate::calendar::query::Calendar;
use crate::calendar::table::Spell;

/// How many days are compared at once.
const WEEK: usize = 7;

impl Calendar {
    /// Hashes what the calendar says about some days, and the offsets of its zone on some days.
    ///
    /// Returns `None` if the calendar or its zone does not cover all of them.
    pub(crate) fn hash_content(&self, days: KnownDays, zone_days: KnownDays, hash: &mut Hash) -> Option<()> {
        let spans = self.day_forms(days)?;
        let offsets = self.zone().offsets(zone_days)?;
        let reading = self.local_times();
        for text in [reading.gap().to_string(), reading.overlap().to_string()] {
            hash.update(text);
            hash.update([0]);
        }
        hash.update((offsets.len() as u64).to_be_bytes());
        for (from, offset) in offsets {
            hash.update(from.to_be_bytes());
            hash.update(offset.to_be_bytes());
        }
        for (times, week) in runs(spans) {
            hash.update(times.to_be_bytes());
            hash.update((week.len() as u64).to_be_bytes());
            hash.update(week);
        }
        Some(())
    }

    /// Returns the form of each week. The last week may be shorter.
    fn day_forms(&self, days: KnownDays) -> Option<impl Iterator<Item = Vec<u8>> + '_> {
        let known = self.known();
        if !known.contains(days.first()) || !known.contains(days.last()) {
            return None;
        }
        let first = u32::try_from(days.first_day() - known.first_day()).ok()?;
        let end = first + days.days();
        let weeks = (first..end).step_by(WEEK);
        Some(weeks.map(move |monday| {
            let mut form = Vec::new();
            for day in (monday..end).take(WEEK) {
                let midnight = (known.first_day() + i64::from(day)) * DAY;
                for (opens, closes) in merged(self.table.spells_of(day)) {
                    form.push(1);
                    form.extend_from_slice(&(opens - midnight).to_be_bytes());
                    form.extend_from_slice(&(closes - midnight).to_be_bytes());
                }
                form.push(0);
            }
            form
        }))
    }
}

/// The working time of a day as spans that do not touch each other.
fn merged(spells: &[Spell]) -> impl Iterator<Item = (i64, i64)> {
    let mut rest = spells.iter().peekable();
    core::iter::from_fn(move || {
        let first = rest.next()?;
        let mut closes = first.end();
        while let Some(next) = rest.next_if(|next| next.start == closes) {
            closes = next.end();
        }
        Some((first.start, closes))
    })
}

/// Groups equal forms that follow each other, each with its number of repetitions.
fn runs(forms: impl Iterator<Item = Vec<u8>>) -> impl Iterator<Item = (u64, Vec<u8>)> {
    let mut rest = forms.peekable();
    core::iter::from_fn(move || {
        let form = rest.next()?;
        let mut times = 1;
        while rest.next_if_eq(&form).is_some() {
            times += 1;
        }
        Some((times, form))
    })
}
