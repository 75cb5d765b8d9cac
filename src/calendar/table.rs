//! Running sums over the known days: every question is one or two look-ups, whatever the span.

use alloc::vec::Vec;

use crate::calendar::local_time::DAY;
use crate::calendar::moment::Moment;

/// A span of working time between two UTC seconds, and the working seconds before it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Spell {
    pub(crate) start: i64,
    pub(crate) end: i64,
    pub(crate) before: i64,
}

impl Spell {
    pub(crate) const fn through(self) -> i64 {
        self.before + (self.end - self.start)
    }

    /// The time without work before the spell, up to a constant: it grows wherever two spells do not touch.
    const fn idle(self) -> i64 {
        self.start - self.before
    }
}

/// A place on the scale of working time: seconds worked since the first known day.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct Worked {
    pub(crate) second: i64,
    pub(crate) nanos: u32,
}

/// Up to how many spells are counted one by one.
const SHORT: usize = 4;

/// The index over one calendar.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Table {
    /// INVARIANT: ascending, not overlapping, none empty.
    spells: Vec<Spell>,
    /// The UTC day on which the first bucket starts.
    first_utc_day: i64,
    /// Per UTC day: the first spell that ends after its start. One entry more than days.
    by_day: Vec<u32>,
    /// The width of a bucket of working seconds, as a power of two.
    width: u32,
    /// Per bucket: the first spell that reaches beyond its start. Two entries more than full buckets.
    by_worked: Vec<u32>,
    /// Per known day: its first spell. One entry more than days.
    first_spell: Vec<u32>,
    /// Per known day: how many working days come before it. One entry more than days.
    working_before: Vec<u32>,
    /// The known days that are working days.
    working_days: Vec<u32>,
}

impl Table {
    /// Builds the index from each known day's spells, already in UTC seconds; `known` is the range of
    /// instants that the known days cover.
    pub(crate) fn new(known: (i64, i64), spells: Vec<Spell>, first_spell: Vec<u32>) -> Self {
        let mut working_before = Vec::with_capacity(first_spell.len());
        let mut working_days = Vec::with_capacity(first_spell.len());
        for (day, bounds) in first_spell.windows(2).enumerate() {
            working_before.push(index(working_days.len()));
            if let [from, to] = bounds
                && from < to
            {
                working_days.push(index(day));
            }
        }
        working_before.push(index(working_days.len()));
        let first_utc_day = known.0.div_euclid(DAY);
        let last_utc_day = known.1.div_euclid(DAY) + 1;
        let by_day = buckets(&spells, first_utc_day..=last_utc_day, |day, spell| spell.end > day * DAY);
        let total = spells.last().map_or(0, |spell| spell.through());
        let average = total / i64::try_from(spells.len().max(1)).unwrap_or(i64::MAX);
        let width = average.max(1).ilog2();
        let by_worked =
            buckets(&spells, 0..=(total >> width) + 1, |bucket, spell| spell.through() > bucket << width);
        Self { spells, first_utc_day, by_day, width, by_worked, first_spell, working_before, working_days }
    }

    pub(crate) fn total(&self) -> i64 {
        self.spells.last().map_or(0, |spell| spell.through())
    }

    /// The first spell that ends after an instant within the known days.
    pub(crate) fn spell_ending_after(&self, second: i64) -> usize {
        let day = second.div_euclid(DAY) - self.first_utc_day;
        debug_assert!(day >= 0, "{second} lies before the known days");
        let day = usize::try_from(day).unwrap_or(0);
        self.between(&self.by_day, day, |spell| spell.end <= second)
    }

    /// How much has been worked at an instant within the known days.
    #[inline]
    pub(crate) fn worked(&self, at: Moment) -> Worked {
        match self.spells.get(self.spell_ending_after(at.second)) {
            None => Worked { second: self.total(), nanos: 0 },
            // No branch that the data decides: it would be guessed wrongly half of the time.
            Some(spell) => Worked {
                second: spell.before + (at.second - spell.start).max(0),
                nanos: if at.second < spell.start { 0 } else { at.nanos },
            },
        }
    }

    /// The earliest instant by which this much has been worked; `None` beyond the last spell.
    pub(crate) fn earliest(&self, worked: Worked) -> Option<Moment> {
        // A whole amount is reached at the end of a spell already, a fraction more only within the next.
        let beyond = if worked.nanos == 0 { worked.second - 1 } else { worked.second };
        let spell = self.spell_reaching_beyond(beyond)?;
        Some(Moment { second: spell.start + (worked.second - spell.before), nanos: worked.nanos })
    }

    /// The latest instant at which no more than this has been worked; `None` at or after the last spell.
    pub(crate) fn latest(&self, worked: Worked) -> Option<Moment> {
        let spell = self.spell_reaching_beyond(worked.second)?;
        Some(Moment { second: spell.start + (worked.second - spell.before), nanos: worked.nanos })
    }

    fn spell_reaching_beyond(&self, worked: i64) -> Option<Spell> {
        let bucket = usize::try_from(worked >> self.width).ok()?;
        self.spells.get(self.between(&self.by_worked, bucket, |spell| spell.through() <= worked)).copied()
    }

    /// The first spell from a bucket on for which `passed` no longer holds.
    #[inline]
    fn between(&self, buckets: &[u32], bucket: usize, passed: impl Fn(&Spell) -> bool) -> usize {
        let spells = self.spells.len();
        let from = buckets.get(bucket).map_or(spells, |&first| first as usize);
        let to = buckets.get(bucket + 1).map_or(spells, |&first| first as usize);
        debug_assert!(from <= to && to <= spells, "a bucket from {from} to {to} of {spells} spells");
        let Some(run) = self.spells.get(from..to) else { return from };
        // Most buckets hold a spell or two: counting them needs no branch.
        if run.len() <= SHORT {
            from + run.iter().map(|spell| usize::from(passed(spell))).sum::<usize>()
        } else {
            from + run.partition_point(passed)
        }
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
        debug_assert!(
            (day as usize) + 1 < self.first_spell.len(),
            "{day} is no known day, and would be closed"
        );
        let bounds = self.first_spell.get(day as usize).zip(self.first_spell.get(day as usize + 1));
        bounds.and_then(|(&from, &to)| self.spells.get(from as usize..to as usize)).unwrap_or(&[])
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
        !self.spells_of(day).is_empty()
    }
}

/// For each bucket the index of the first spell that `reaches` it.
fn buckets(
    spells: &[Spell],
    range: core::ops::RangeInclusive<i64>,
    reaches: impl Fn(i64, &Spell) -> bool,
) -> Vec<u32> {
    let mut next = 0;
    let mut firsts = Vec::with_capacity(usize::try_from(range.end() - range.start() + 1).unwrap_or(0));
    for bucket in range {
        while spells.get(next).is_some_and(|spell| !reaches(bucket, spell)) {
            next += 1;
        }
        firsts.push(index(next));
    }
    firsts
}

fn index(value: usize) -> u32 {
    debug_assert!(u32::try_from(value).is_ok(), "so many spells no calendar has: {value}");
    u32::try_from(value).unwrap_or(u32::MAX)
}
