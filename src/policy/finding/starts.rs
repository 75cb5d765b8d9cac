//! The instants at which a clock could start, in the order of time.
//!
//! Between two of these instants of a day, no term changes its reading of a start: they are the midnight, each opening and
//! closing, the instant after each closing, and the times of day that the caller names, such as a cut-off or the middle of
//! an hour that the clocks skip.

use alloc::vec::Vec;

use chrono::{DateTime, NaiveTime, TimeDelta, Utc};

use crate::calendar::Calendar;
use crate::calendar::reading::Fold;
use crate::deadline::{Due, Term};
use crate::policy::track::from_instant;

/// How many due dates are counted at most for one policy.
const MAX_WORK: usize = 1_000_000;

/// The starts of a calendar, and the work that is left.
pub(super) struct Starts {
    left: usize,
}

/// The first start at which two due dates differ, if there is one; cut if the work did not suffice.
pub(super) enum Differ<T> {
    At(DateTime<Utc>, T),
    Nowhere,
    Cut,
}

impl Starts {
    pub(super) const fn new() -> Self {
        Self { left: MAX_WORK }
    }

    /// Tries the starts of a calendar, one after the other, until `look` finds something.
    pub(super) fn first<T>(
        &mut self,
        calendar: &Calendar,
        times: &[NaiveTime],
        look: impl FnMut(DateTime<Utc>) -> Option<T>,
    ) -> Differ<T> {
        self.first_of_days(calendar, times, |_| true, look)
    }

    /// Tries the starts on some days of a calendar.
    pub(super) fn first_of_days<T>(
        &mut self,
        calendar: &Calendar,
        times: &[NaiveTime],
        of: impl Fn(chrono::NaiveDate) -> bool,
        mut look: impl FnMut(DateTime<Utc>) -> Option<T>,
    ) -> Differ<T> {
        let known = calendar.known();
        let mut starts: Vec<DateTime<Utc>> = Vec::new();
        for date in
            known.first().iter_days().take_while(|date| *date <= known.last()).filter(|date| of(*date))
        {
            starts.clear();
            starts.extend(calendar.start_of_day(date));
            for at in [calendar.opening(date), calendar.close_of_business(date)].into_iter().flatten() {
                starts.push(at);
                starts.extend(at.checked_add_signed(TimeDelta::seconds(1)));
            }
            let named =
                times.iter().filter_map(|time| calendar.zone().instant(date.and_time(*time), Fold::Earlier));
            starts.extend(named);
            starts.sort_unstable();
            starts.dedup();
            for start in &starts {
                if self.left == 0 {
                    return Differ::Cut;
                }
                self.left -= 1;
                if let Some(found) = look(*start) {
                    return Differ::At(*start, found);
                }
            }
        }
        Differ::Nowhere
    }
}

/// The due date of a term from a start; `None` if the calendar does not know it.
pub(super) fn due(term: Term, calendar: &Calendar, start: DateTime<Utc>) -> Option<Due> {
    from_instant(term, calendar, start).ok()
}

/// The times of day at which the cut-offs of terms are.
pub(super) fn cutoffs<'t>(terms: impl IntoIterator<Item = &'t Term>) -> Vec<NaiveTime> {
    let mut times: Vec<NaiveTime> = Vec::new();
    for cutoff in terms.into_iter().filter_map(|term| term.intake) {
        for at in cutoff.at.into_iter().flatten() {
            if let crate::deadline::choice::CutoffTime::At(time) = at {
                let time = NaiveTime::from(time);
                times.push(time);
                times.push(time.overflowing_add_signed(TimeDelta::seconds(1)).0);
            }
        }
    }
    times.sort_unstable();
    times.dedup();
    times
}
