//! The tables over the known days: every question is one or two look-ups, whatever the span.
//!
//! The problem: find the seconds worked up to an instant, and the instant at which so many seconds have been worked.
//! Both must be fast for a hundred years of days with lunch breaks, night shifts, holidays and clock changes.
//!
//! **The data.** Working time is a sorted list of [`Spell`]s: each has a start in UTC seconds, a length, and the
//! working seconds before it. Each known day has a [`Row`] of one cache line (64 bytes): the UTC second of its local
//! midnight, the working seconds before it, and the working time until the next midnight as up to four spans, counted
//! from midnight.
//!
//! **From an instant to seconds.** Dividing the seconds since the first midnight by 86,400 guesses the row. The guess
//! is exact while the zone keeps the offset of the first day. In summer it may be the neighbouring row, one step away.
//! The seconds worked are the sum before the row, plus the share of each span:
//! `min(max(0, instant - start), length)`. Unused spans have length 0, so that the processor never has to guess a
//! branch.
//!
//! By hand, with hours 09:00-12:00 and 13:00-17:00, at 14:00 on a day before which 21,600 seconds were worked: the
//! share of the first span is 3 h, the share of the second is 1 h, and the result is 21,600 + 14,400 = 36,000 seconds.
//!
//! **From seconds to an instant.** The working seconds are cut into buckets, and each bucket names the first spell that
//! reaches beyond its start. A bucket is no wider than the shortest spell if possible, so that the answer is that spell
//! or the next one. The instant is the start of the spell plus the rest of the seconds.
//!
//! **Working days** are two arrays that are the inverse of each other; see `working_days.rs`.
//!
//! **Cost.** One division and one cache line for the first direction, two dependent reads for the second. Building
//! takes one pass over the days and the spells. A year takes about 32 KB.
//!
//! At the edges:
//!
//! - A day with more than four spans has `counted = 0`, and is answered by a binary search among its spells.
//! - A day on which the clock changes has `steady = 0`: its local times are answered by the zone. Its working time is
//!   still in the row, because the spans are counted in real seconds.
//! - A night shift is cut at midnight for the rows, but stays one spell. `first_spell` names the first spell that
//!   *belongs* to a day, `first_ending` the first one that *ends* after its midnight: the shift of the eve lies between
//!   the two.
//! - One row stands behind the last day. It ends the spans of that day, and answers for its own first second only.
//! - If spells differ very much in length, buckets would be too many. Their number stays below eight per spell,
//!   and a binary search takes over where one step is not enough.
//!
//! A binary search over all spells was rejected: it is short, but it reads a dozen cache lines and guesses wrongly at
//! every second step. One entry per minute was rejected, because a hundred years would need 50 million entries.

use alloc::vec::Vec;

use crate::calendar::local_time::DAY;
use crate::calendar::moment::Moment;

/// A span of working time: its first UTC second, its length, and the working seconds before it.
///
/// INVARIANT: the working seconds of a hundred years fit into 32 bits.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Spell {
    pub(crate) start: i64,
    length: u32,
    before: u32,
}

impl Spell {
    /// Returns the spell that follows another one. It must not be empty.
    pub(crate) fn after(last: Option<&Self>, start: i64, end: i64) -> Self {
        let before = last.map_or(0, |last| last.through());
        Self { start, length: small(end - start), before: small(before) }
    }

    pub(crate) const fn end(self) -> i64 {
        self.start + self.length as i64
    }

    const fn before(self) -> i64 {
        self.before as i64
    }

    const fn through(self) -> i64 {
        self.before as i64 + self.length as i64
    }

    /// Returns the time without work before the spell, up to a constant. It grows wherever two spells do not touch.
    const fn idle(self) -> i64 {
        self.start - self.before as i64
    }
}

/// A point on the scale of working time: seconds worked since the first known day.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct Worked {
    pub(crate) second: i64,
    pub(crate) nanos: u32,
}

/// A known day in the zone of the calendar.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Day {
    /// The UTC second of its local midnight.
    pub(crate) midnight: i64,
    /// The first spell that belongs to the day.
    pub(crate) first_spell: u32,
    /// Whether the clock shows each second of the day once, and nothing else.
    pub(crate) is_steady: bool,
}

/// How many spans of working time a row can hold.
const SPANS: usize = 4;

/// The time from one midnight to the next, in one cache line.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[repr(align(64))]
struct Row {
    midnight: i64,
    /// The working seconds before midnight.
    before: u32,
    /// For how many seconds after midnight the spans are valid; 0 if the day has too many spans.
    counted: u32,
    /// For how many seconds after midnight the clock shows the time since midnight; 0 if the clock changes on this day.
    steady: u32,
    /// The spans, in seconds after midnight. INVARIANT: an unused span has length 0.
    starts: [u32; SPANS],
    lengths: [u32; SPANS],
    /// The first spell that belongs to the day.
    first_spell: u32,
    /// The first spell that ends after midnight.
    first_ending: u32,
}

/// The tables of one calendar.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Table {
    /// One row per known day, and one for the midnight after the last day.
    rows: Vec<Row>,
    /// The UTC second of the midnight of the first known day.
    first_midnight: i64,
    /// INVARIANT: ascending, without overlaps, none empty.
    spells: Vec<Spell>,
    /// The width of a bucket of working seconds, as the exponent of a power of two.
    width: u32,
    /// Per bucket: the first spell that reaches beyond the start of the bucket. Two entries more than full buckets.
    by_worked: Vec<u32>,
    /// Per known day: how many working days come before it. One entry more than days.
    working_before: Vec<u32>,
    /// The working days, as numbers of known days.
    working_days: Vec<u32>,
}

impl Table {
    /// Builds the tables from the known days, the day after them, and their spells.
    pub(crate) fn new(days: &[Day], mut spells: Vec<Spell>) -> Self {
        spells.shrink_to_fit();
        let mut working_before = Vec::with_capacity(days.len());
        let mut working_days = Vec::with_capacity(days.len());
        for (index, pair) in days.windows(2).enumerate() {
            working_before.push(small_index(working_days.len()));
            if let [day, next] = pair
                && day.first_spell < next.first_spell
            {
                working_days.push(small_index(index));
            }
        }
        working_before.push(small_index(working_days.len()));
        working_days.shrink_to_fit();
        let (width, by_worked) = buckets(&spells);
        let first_midnight = days.first().map_or(0, |day| day.midnight);
        let rows = rows(days, &spells);
        Self { rows, first_midnight, spells, width, by_worked, working_before, working_days }
    }

    /// Returns the row in which an instant would lie if no midnight had ever moved.
    #[inline]
    fn guess(&self, second: i64) -> usize {
        // A second before the first midnight wraps around, and lands far behind the last row.
        let passed = second.wrapping_sub(self.first_midnight).cast_unsigned() / DAY.cast_unsigned();
        usize::try_from(passed).unwrap_or(usize::MAX)
    }

    /// Returns the row in which an instant of the known days lies.
    fn row_at(&self, second: i64) -> usize {
        debug_assert!(second >= self.first_midnight, "{second} lies before the known days");
        let mut index = self.guess(second).min(self.rows.len().saturating_sub(1));
        while index > 0 && self.rows.get(index).is_some_and(|row| second < row.midnight) {
            index -= 1;
        }
        while self.rows.get(index + 1).is_some_and(|next| next.midnight <= second) {
            index += 1;
        }
        index
    }

    /// Returns the first spell that ends after a second of the known days.
    pub(crate) fn spell_ending_after(&self, second: i64) -> usize {
        let index = self.row_at(second);
        let ending =
            |row: usize| self.rows.get(row).map_or(self.spells.len(), |row| row.first_ending as usize);
        let (from, to) = (ending(index), ending(index + 1));
        debug_assert!(from <= to, "spells from {from} to {to} of row {index}");
        let run = self.spells.get(from..to).unwrap_or(&[]);
        from + run.partition_point(|spell| spell.end() <= second)
    }

    /// Returns how many seconds have been worked at a second of the known days.
    #[inline]
    pub(crate) fn worked_seconds(&self, second: i64) -> i64 {
        match self.rows.get(self.guess(second)) {
            Some(row) if row.since_midnight(second) < u64::from(row.counted) => row.worked(second),
            Some(_) | None => self.worked_elsewhere(second),
        }
    }

    #[inline(never)]
    fn worked_elsewhere(&self, second: i64) -> i64 {
        match self.rows.get(self.row_at(second)) {
            Some(row) if row.since_midnight(second) < u64::from(row.counted) => row.worked(second),
            Some(_) | None => match self.spells.get(self.spell_ending_after(second)) {
                None => self.spells.last().map_or(0, |spell| spell.through()),
                Some(spell) => spell.before() + (second - spell.start).max(0),
            },
        }
    }

    /// Returns how much has been worked at an instant of the known days.
    #[inline]
    pub(crate) fn worked(&self, at: Moment) -> Worked {
        let second = self.worked_seconds(at.second);
        let nanos = if at.nanos != 0 && self.is_working(at.second) { at.nanos } else { 0 };
        Worked { second, nanos }
    }

    /// Returns whether the second that begins at an instant of the known days is worked.
    fn is_working(&self, second: i64) -> bool {
        self.spell(self.spell_ending_after(second)).is_some_and(|spell| spell.start <= second)
    }

    /// Returns the earliest instant by which this much has been worked, or `None` beyond the last spell.
    pub(crate) fn earliest(&self, worked: Worked) -> Option<Moment> {
        // A whole amount is reached at the end of a spell. A fraction more is reached only inside the next spell.
        if worked.nanos == 0 {
            return self.earliest_second(worked.second).map(Moment::at_second);
        }
        self.latest(worked)
    }

    /// Returns the earliest second by which so many seconds have been worked, or `None` beyond the last spell.
    #[inline]
    pub(crate) fn earliest_second(&self, worked: i64) -> Option<i64> {
        self.spell_reaching_beyond(worked - 1).map(|spell| spell.idle() + worked)
    }

    /// Returns the latest instant at which no more than this has been worked, or `None` if no spell follows.
    pub(crate) fn latest(&self, worked: Worked) -> Option<Moment> {
        let spell = self.spell_reaching_beyond(worked.second)?;
        Some(Moment { second: spell.idle() + worked.second, nanos: worked.nanos })
    }

    #[inline]
    fn spell_reaching_beyond(&self, worked: i64) -> Option<Spell> {
        let bucket = usize::try_from(worked >> self.width).ok()?;
        let first = *self.by_worked.get(bucket)? as usize;
        // An addition instead of a branch: the processor would guess the branch wrongly every third time.
        let first = first + usize::from(self.spells.get(first)?.through() <= worked);
        let spell = *self.spells.get(first)?;
        if spell.through() > worked { Some(spell) } else { self.spell_further_on(first, worked) }
    }

    /// Finds the spell by a binary search, for calendars in which some spells are much shorter than others.
    #[inline(never)]
    fn spell_further_on(&self, first: usize, worked: i64) -> Option<Spell> {
        let later = self.spells.get(first..)?;
        later.get(later.partition_point(|spell| spell.through() <= worked)).copied()
    }

    /// Returns the number of the known day in which a second lies, and the second of its clock.
    ///
    /// Returns `None` outside the known days, and on a day on which the clock changes.
    #[inline]
    pub(crate) fn steady_parts(&self, second: i64) -> Option<(u32, i64)> {
        let mut index = self.guess(second);
        let mut row = self.rows.get(index)?;
        let mut since = row.since_midnight(second);
        if since >= u64::from(row.steady) {
            index = self.row_at(second);
            row = self.rows.get(index)?;
            since = row.since_midnight(second);
        }
        if since < u64::from(row.steady) {
            Some((u32::try_from(index).ok()?, since.cast_signed()))
        } else {
            None
        }
    }

    /// Returns the UTC second of the midnight of a known day, or of the day after the last one.
    pub(crate) fn midnight(&self, day: u32) -> Option<i64> {
        self.rows.get(day as usize).map(|row| row.midnight)
    }

    /// Returns the UTC second of the midnight of a known day, unless the clock changes on that day.
    #[inline]
    pub(crate) fn steady_midnight(&self, day: u32) -> Option<i64> {
        self.rows.get(day as usize).filter(|row| row.steady != 0).map(|row| row.midnight)
    }

    /// Returns the first spell of the run to which a spell belongs. A run is working time without a gap.
    pub(crate) fn run_start(&self, index: usize) -> usize {
        let Some(spell) = self.spell(index) else { return index };
        let before = self.spells.get(..index).unwrap_or_default();
        before.partition_point(|earlier| earlier.idle() < spell.idle())
    }

    /// Returns the first spell after the run to which a spell belongs.
    pub(crate) fn run_end(&self, index: usize) -> usize {
        let Some(spell) = self.spell(index) else { return index };
        index + self.spells_from(index).partition_point(|later| later.idle() == spell.idle())
    }

    pub(crate) fn spell(&self, index: usize) -> Option<Spell> {
        self.spells.get(index).copied()
    }

    /// Returns the spells of a range; none if the range is reversed.
    pub(crate) fn spells_among(&self, range: core::ops::Range<usize>) -> &[Spell] {
        self.spells.get(range).unwrap_or(&[])
    }

    fn spells_from(&self, index: usize) -> &[Spell] {
        self.spells.get(index..).unwrap_or(&[])
    }

    /// Returns the spells that belong to a known day.
    #[inline]
    pub(crate) fn spells_of(&self, day: u32) -> &[Spell] {
        debug_assert!((day as usize) + 1 < self.rows.len(), "{day} is no known day, and would be closed");
        let bounds = self.rows.get(day as usize).zip(self.rows.get(day as usize + 1));
        let spells =
            |(day, next): (&Row, &Row)| self.spells.get(day.first_spell as usize..next.first_spell as usize);
        bounds.and_then(spells).unwrap_or(&[])
    }

    /// Returns how many working days come before a known day, or before the day after the last one.
    #[inline]
    pub(crate) fn working_before(&self, day: u32) -> Option<u32> {
        self.working_before.get(day as usize).copied()
    }

    /// Returns the working day with a number, counted from 0.
    #[inline]
    pub(crate) fn working_day(&self, number: u32) -> Option<u32> {
        self.working_days.get(number as usize).copied()
    }

    #[inline]
    pub(crate) fn is_working_day(&self, day: u32) -> bool {
        debug_assert!((day as usize) + 1 < self.rows.len(), "{day} is no known day, and would be closed");
        self.working_before(day) < self.working_before(day + 1)
    }
}

impl Row {
    /// Returns the seconds since midnight. A second before midnight wraps around to a very large number.
    #[inline]
    const fn since_midnight(&self, second: i64) -> u64 {
        second.wrapping_sub(self.midnight).cast_unsigned()
    }

    /// Returns the seconds worked at a second of the row, whose spans must be valid.
    #[inline]
    fn worked(&self, second: i64) -> i64 {
        #[expect(clippy::cast_possible_truncation, reason = "below `counted`, which has 32 bits")]
        let since = self.since_midnight(second) as u32;
        let shares = self.starts.iter().zip(&self.lengths);
        let today: u32 = shares.map(|(&start, &length)| since.saturating_sub(start).min(length)).sum();
        i64::from(self.before) + i64::from(today)
    }
}

/// Cuts the spells at the midnights.
fn rows(days: &[Day], spells: &[Spell]) -> Vec<Row> {
    let mut first_ending = 0;
    let mut rows = Vec::with_capacity(days.len());
    for (index, day) in days.iter().enumerate() {
        while spells.get(first_ending).is_some_and(|spell| spell.end() <= day.midnight) {
            first_ending += 1;
        }
        let mut row = Row {
            midnight: day.midnight,
            before: small(match spells.get(first_ending) {
                None => spells.last().map_or(0, |spell| spell.through()),
                Some(spell) => spell.before() + (day.midnight - spell.start).max(0),
            }),
            counted: 0,
            steady: if day.is_steady { small(DAY) } else { 0 },
            starts: [0; SPANS],
            lengths: [0; SPANS],
            first_spell: day.first_spell,
            first_ending: small_index(first_ending),
        };
        // The row behind the last day is asked for its first second only.
        let next = days.get(index + 1).map_or(day.midnight + 1, |next| next.midnight);
        let mut spans = row.starts.iter_mut().zip(&mut row.lengths);
        let mut today = spells.iter().skip(first_ending).take_while(|spell| spell.start < next);
        let fits = today.all(|spell| {
            let from = spell.start.max(day.midnight);
            spans.next().is_some_and(|(start, length)| {
                *start = small(from - day.midnight);
                *length = small(spell.end().min(next) - from);
                true
            })
        });
        if fits {
            row.counted = small(next - day.midnight);
        }
        rows.push(row);
    }
    rows
}

/// Returns the width of the buckets of working seconds, and the first spell that reaches beyond the start of each.
fn buckets(spells: &[Spell]) -> (u32, Vec<u32>) {
    let total = spells.last().map_or(0, |spell| spell.through());
    let average = total / i64::try_from(spells.len().max(1)).unwrap_or(i64::MAX);
    let shortest = spells.iter().map(|spell| i64::from(spell.length)).min().unwrap_or(1);
    // Fewer than eight buckets per spell on average: one short day must not cause thousands of them.
    let width = shortest.max(average / 4).max(1).ilog2();
    let mut next = 0;
    let mut firsts = Vec::with_capacity(usize::try_from((total >> width) + 2).unwrap_or(0));
    for bucket in 0..=(total >> width) + 1 {
        while spells.get(next).is_some_and(|spell| spell.through() <= bucket << width) {
            next += 1;
        }
        firsts.push(small_index(next));
    }
    (width, firsts)
}

fn small(seconds: i64) -> u32 {
    debug_assert!(u32::try_from(seconds).is_ok(), "{seconds} seconds are more than a calendar has");
    u32::try_from(seconds).unwrap_or(u32::MAX)
}

fn small_index(value: usize) -> u32 {
    debug_assert!(u32::try_from(value).is_ok(), "so many spells no calendar has: {value}");
    u32::try_from(value).unwrap_or(u32::MAX)
}
