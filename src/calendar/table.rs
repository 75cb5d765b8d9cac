//! The tables over the known days: every question is one or two look-ups, whatever the span.
//!
//! Each known day has a [`Row`] of one cache line: the UTC second of its local midnight, the working seconds before it,
//! and the working time between it and the next midnight as spans from midnight. An instant finds its row by division;
//! where a zone has moved its midnights since the first day, the neighbour is one step away. What is worked up to
//! the instant is the sum before the row and its share of each span, without a branch that the data decides.
//!
//! Example: 09:00-12:00 and 13:00-17:00, asked at 14:00 of a day before which 21,600 seconds were worked. The share of
//! the first span is `min(14:00 - 09:00, 3 h)` = 3 h, of the second `min(14:00 - 13:00, 4 h)` = 1 h: 36,000 seconds.
//!
//! The way back goes from working seconds to the [`Spell`] that holds them. Buckets of working seconds name their first
//! spell; a bucket is no wider than the shortest spell where that is possible, so the spell is that one or the next.
//!
//! What a row cannot say is left to the slow path: a day of more than [`SPANS`] spans to a search among the spells,
//! and a day on which the offset changes to the zone.

use alloc::vec::Vec;

use crate::calendar::local_time::DAY;
use crate::calendar::moment::Moment;

/// A span of working time from a UTC second on, and the working seconds before it.
///
/// INVARIANT: a hundred years of work have fewer seconds than 32 bits hold.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Spell {
    pub(crate) start: i64,
    length: u32,
    before: u32,
}

impl Spell {
    /// The spell after another one; not empty.
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

    /// The time without work before the spell, up to a constant: it grows wherever two spells do not touch.
    const fn idle(self) -> i64 {
        self.start - self.before as i64
    }
}

/// A place on the scale of working time: seconds worked since the first known day.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct Worked {
    pub(crate) second: i64,
    pub(crate) nanos: u32,
}

/// A known day as the calendar's zone has it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Day {
    /// The UTC second of its midnight.
    pub(crate) midnight: i64,
    /// The first spell that belongs to it.
    pub(crate) first_spell: u32,
    /// Whether its clock shows each second once, and nothing else.
    pub(crate) is_steady: bool,
}

/// How many spans of working time a row holds.
const SPANS: usize = 4;

/// The time from one midnight to the next.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[repr(align(64))]
struct Row {
    midnight: i64,
    /// The working seconds before midnight.
    before: u32,
    /// For how many seconds from midnight on the spans tell what is worked; none where there are too many of them.
    counted: u32,
    /// For how many seconds from midnight on the clock shows what has passed since midnight; none where it is changed.
    steady: u32,
    /// The spans in seconds from midnight. INVARIANT: of a span that is not used the length is 0.
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
    /// Per known day: its time. One entry more than days, from the midnight after the last.
    rows: Vec<Row>,
    /// The midnight of the first known day.
    first_midnight: i64,
    /// INVARIANT: ascending, not overlapping, none empty.
    spells: Vec<Spell>,
    /// The width of a bucket of working seconds, as a power of two.
    width: u32,
    /// Per bucket: the first spell that reaches beyond its start. Two entries more than full buckets.
    by_worked: Vec<u32>,
    /// Per known day: how many working days come before it. One entry more than days.
    working_before: Vec<u32>,
    /// The known days that are working days.
    working_days: Vec<u32>,
}

impl Table {
    /// Builds the tables from the known days and the one after, and from their spells.
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

    /// The row in which an instant of the known days would lie, had no midnight ever moved.
    #[inline]
    fn guess(&self, second: i64) -> usize {
        // A second before the first midnight is far behind the last row then.
        let passed = second.wrapping_sub(self.first_midnight).cast_unsigned() / DAY.cast_unsigned();
        usize::try_from(passed).unwrap_or(usize::MAX)
    }

    /// The row in which an instant of the known days lies.
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

    /// The first spell that ends after an instant within the known days.
    pub(crate) fn spell_ending_after(&self, second: i64) -> usize {
        let index = self.row_at(second);
        let ending =
            |row: usize| self.rows.get(row).map_or(self.spells.len(), |row| row.first_ending as usize);
        let (from, to) = (ending(index), ending(index + 1));
        debug_assert!(from <= to, "spells from {from} to {to} of row {index}");
        let run = self.spells.get(from..to).unwrap_or(&[]);
        from + run.partition_point(|spell| spell.end() <= second)
    }

    /// How many seconds have been worked at a second within the known days.
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

    /// How much has been worked at an instant within the known days.
    #[inline]
    pub(crate) fn worked(&self, at: Moment) -> Worked {
        let second = self.worked_seconds(at.second);
        let nanos = if at.nanos != 0 && self.is_working(at.second) { at.nanos } else { 0 };
        Worked { second, nanos }
    }

    /// Whether the second that begins at an instant of the known days is worked.
    fn is_working(&self, second: i64) -> bool {
        self.spell(self.spell_ending_after(second)).is_some_and(|spell| spell.start <= second)
    }

    /// The earliest instant by which this much has been worked; `None` beyond the last spell.
    pub(crate) fn earliest(&self, worked: Worked) -> Option<Moment> {
        // A whole amount is reached at the end of a spell already, a fraction more only within the next.
        if worked.nanos == 0 {
            return self.earliest_second(worked.second).map(Moment::at_second);
        }
        self.latest(worked)
    }

    /// The earliest second by which so many seconds have been worked; `None` beyond the last spell.
    #[inline]
    pub(crate) fn earliest_second(&self, worked: i64) -> Option<i64> {
        self.spell_reaching_beyond(worked - 1).map(|spell| spell.idle() + worked)
    }

    /// The latest instant at which no more than this has been worked; `None` at or after the last spell.
    pub(crate) fn latest(&self, worked: Worked) -> Option<Moment> {
        let spell = self.spell_reaching_beyond(worked.second)?;
        Some(Moment { second: spell.idle() + worked.second, nanos: worked.nanos })
    }

    #[inline]
    fn spell_reaching_beyond(&self, worked: i64) -> Option<Spell> {
        let bucket = usize::try_from(worked >> self.width).ok()?;
        let first = *self.by_worked.get(bucket)? as usize;
        // No branch that the data decides: it would be guessed wrongly a third of the time.
        let first = first + usize::from(self.spells.get(first)?.through() <= worked);
        let spell = *self.spells.get(first)?;
        if spell.through() > worked { Some(spell) } else { self.spell_further_on(first, worked) }
    }

    /// The same in a calendar with spells much shorter than others.
    #[inline(never)]
    fn spell_further_on(&self, first: usize, worked: i64) -> Option<Spell> {
        let later = self.spells.get(first..)?;
        later.get(later.partition_point(|spell| spell.through() <= worked)).copied()
    }

    /// The number of the known day in which a second lies, and the second of its clock; `None` outside the known days
    /// and on a day on which the clock is changed.
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

    /// The midnight of a known day, or of the day after the last.
    pub(crate) fn midnight(&self, day: u32) -> Option<i64> {
        self.rows.get(day as usize).map(|row| row.midnight)
    }

    /// The midnight of a known day on which the clock is not changed.
    #[inline]
    pub(crate) fn steady_midnight(&self, day: u32) -> Option<i64> {
        self.rows.get(day as usize).filter(|row| row.steady != 0).map(|row| row.midnight)
    }

    /// The first spell of the run of working time that a spell belongs to: nothing lies between its spells.
    pub(crate) fn run_start(&self, index: usize) -> usize {
        let Some(spell) = self.spell(index) else { return index };
        let before = self.spells.get(..index).unwrap_or_default();
        before.partition_point(|earlier| earlier.idle() < spell.idle())
    }

    /// The first spell after the run of working time that a spell belongs to.
    pub(crate) fn run_end(&self, index: usize) -> usize {
        let Some(spell) = self.spell(index) else { return index };
        index + self.spells_from(index).partition_point(|later| later.idle() == spell.idle())
    }

    pub(crate) fn spell(&self, index: usize) -> Option<Spell> {
        self.spells.get(index).copied()
    }

    /// The spells of a range; none where it is reversed.
    pub(crate) fn spells_among(&self, range: core::ops::Range<usize>) -> &[Spell] {
        self.spells.get(range).unwrap_or(&[])
    }

    fn spells_from(&self, index: usize) -> &[Spell] {
        self.spells.get(index..).unwrap_or(&[])
    }

    /// The spells that belong to a known day.
    #[inline]
    pub(crate) fn spells_of(&self, day: u32) -> &[Spell] {
        debug_assert!((day as usize) + 1 < self.rows.len(), "{day} is no known day, and would be closed");
        let bounds = self.rows.get(day as usize).zip(self.rows.get(day as usize + 1));
        let spells =
            |(day, next): (&Row, &Row)| self.spells.get(day.first_spell as usize..next.first_spell as usize);
        bounds.and_then(spells).unwrap_or(&[])
    }

    /// How many working days come before a known day, or before the day after the last.
    #[inline]
    pub(crate) fn working_before(&self, day: u32) -> Option<u32> {
        self.working_before.get(day as usize).copied()
    }

    /// The working day with a number, counted from 0.
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
    /// The seconds since midnight; far more than a day for a second before it.
    #[inline]
    const fn since_midnight(&self, second: i64) -> u64 {
        second.wrapping_sub(self.midnight).cast_unsigned()
    }

    /// The seconds worked at a second of the row whose spans are counted.
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
        // Nothing is asked after the midnight that ends the known days.
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

/// The width of the buckets of working seconds, and the first spell that reaches beyond the start of each.
fn buckets(spells: &[Spell]) -> (u32, Vec<u32>) {
    let total = spells.last().map_or(0, |spell| spell.through());
    let average = total / i64::try_from(spells.len().max(1)).unwrap_or(i64::MAX);
    let shortest = spells.iter().map(|spell| i64::from(spell.length)).min().unwrap_or(1);
    // Up to four buckets for a spell: one short day must not make thousands of them.
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
