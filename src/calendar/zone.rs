//! Time zones as tables of their offset changes.

use alloc::string::String;
use alloc::vec::Vec;

use chrono::{DateTime, FixedOffset, NaiveDateTime, Offset, TimeZone, Utc};

use crate::calendar::fault::CalendarFault;
use crate::calendar::known::KnownDays;
use crate::calendar::local_time::DAY;
use crate::calendar::moment::{Moment, date_of_day, day_of_date, midnight_of};
use crate::calendar::text::{excerpt, name_problem};
use crate::text::text_enum::text_enum;

/// Which instant a local time means where the clock shows it twice.
///
/// A local time that the clock skips is the first instant after the gap, whichever is chosen.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a clock shows a time at most twice")]
pub enum Fold {
    /// The first time.
    #[default]
    Earlier,
    /// The second time.
    Later,
}

text_enum!(Fold = "a" "reading of a repeated time" { Earlier = "earlier", Later = "later" });

/// A time zone, known for some days: its name and every change of its offset in them.
///
/// It is read once from any [`chrono::TimeZone`], so that a calendar carries no type parameter, looks
/// nothing up later and gives the same answer on every machine. The offsets are known for two days more on
/// each side. `chrono::Local` is no zone for this: its meaning depends on the machine.
///
/// ```
/// use chrono::FixedOffset;
/// use redress::calendar::{KnownDays, Zone};
///
/// let china = FixedOffset::east_opt(8 * 3600).ok_or("no such offset")?;
/// let zone = Zone::tabulate("Asia/Shanghai", &china, KnownDays::years(2025, 2026)?)?;
/// assert_eq!(zone.name(), "Asia/Shanghai");
/// assert_eq!(zone.changes().count(), 0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Zone {
    name: String,
    known: KnownDays,
    /// The UTC day on which the table starts, counted from 1970-01-01.
    first_utc_day: i64,
    /// INVARIANT: never empty, ascending in `from`; the first one starts the table.
    segments: Vec<Segment>,
    /// Per UTC day of the table: the segment in force at its start.
    by_day: Vec<u32>,
}

/// A time in which the offset stays the same.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
struct Segment {
    /// The first UTC second of it.
    from: i64,
    /// Seconds east of UTC.
    offset: i64,
}

/// The days before and after the known ones for which the offset is read too.
const MARGIN: i64 = 2;

impl Zone {
    /// Reads the offset changes of a time zone over some days.
    ///
    /// chrono tells neither the name nor the changes of a zone: the name comes from the caller, and the
    /// changes are found by sampling each day and bisecting to the second.
    ///
    /// # Errors
    ///
    /// [`CalendarFault::Name`] when the name is empty, too long or holds control characters.
    pub fn tabulate<Z: TimeZone>(name: &str, zone: &Z, known: KnownDays) -> Result<Self, CalendarFault> {
        if let Some(problem) = name_problem(name) {
            return Err(CalendarFault::Name { place: "zone name".into(), name: excerpt(name), problem });
        }
        let offset_at = |second: i64| {
            let utc = DateTime::from_timestamp(second, 0).unwrap_or_default().naive_utc();
            i64::from(zone.offset_from_utc_datetime(&utc).fix().local_minus_utc())
        };
        let first_utc_day = day_of_date(known.first()) - MARGIN;
        let end_utc_day = day_of_date(known.last()) + MARGIN + 1;
        let mut from = first_utc_day * DAY;
        let mut offset = offset_at(from);
        let mut segments = Vec::from([Segment { from, offset }]);
        let mut by_day = Vec::with_capacity(usize::try_from(end_utc_day - first_utc_day).unwrap_or(0));
        for day in first_utc_day..end_utc_day {
            by_day.push(u32::try_from(segments.len() - 1).unwrap_or(0));
            let end = (day + 1) * DAY;
            let at_end = offset_at(end);
            while offset != at_end {
                let change = bisect(from.max(day * DAY), end, |second| offset_at(second) != offset);
                (from, offset) = (change, offset_at(change));
                segments.push(Segment { from, offset });
            }
        }
        Ok(Self { name: name.into(), known, first_utc_day, segments, by_day })
    }

    /// A zone that keeps one offset, named by it (`+08:00`).
    ///
    /// # Errors
    ///
    /// None that a valid offset can cause; the signature is that of [`Zone::tabulate`].
    pub fn fixed(offset: FixedOffset, known: KnownDays) -> Result<Self, CalendarFault> {
        Self::tabulate(&alloc::format!("{offset}"), &offset, known)
    }

    /// Reads a zone of the IANA database that the feature `chrono-tz` compiles in. It resolves the zones of documents:
    /// `document.build(Zone::iana)`.
    ///
    /// # Errors
    ///
    /// [`CalendarFault::UnknownZone`] when the database has no such name.
    #[cfg(feature = "chrono-tz")]
    #[cfg_attr(docsrs, doc(cfg(feature = "chrono-tz")))]
    pub fn iana(name: &str, known: KnownDays) -> Result<Self, CalendarFault> {
        let zone: chrono_tz::Tz =
            name.parse().map_err(|_| CalendarFault::UnknownZone { name: excerpt(name) })?;
        Self::tabulate(name, &zone, known)
    }

    /// The name, as it was given.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The days for which the offsets were read.
    #[must_use]
    pub const fn known(&self) -> KnownDays {
        self.known
    }

    /// Every change of the offset: its instant and the seconds east of UTC from then on.
    pub fn changes(&self) -> impl Iterator<Item = (DateTime<Utc>, i32)> + '_ {
        self.segments.iter().skip(1).filter_map(|segment| {
            Some((DateTime::from_timestamp(segment.from, 0)?, i32::try_from(segment.offset).ok()?))
        })
    }

    /// The offset at the beginning of some days, and every change of it until they are over, each with its UTC second;
    /// `None` where they are not all known.
    ///
    /// A change that makes the last midnight come twice belongs to the days.
    pub(crate) fn offsets(&self, days: KnownDays) -> Option<Vec<(i64, i64)>> {
        if !self.known.contains(days.first()) || !self.known.contains(days.last()) {
            return None;
        }
        let from = self.utc_second(midnight_of(days.first_day()), Fold::Earlier)?;
        let until = self.utc_second(midnight_of(days.last_day() + 1), Fold::Later)?;
        let begun = self.segments.partition_point(|segment| segment.from <= from);
        let first = begun.checked_sub(1).and_then(|first| self.segments.get(first))?;
        let changes = self.segments.iter().skip(begun).take_while(|segment| segment.from < until);
        let changes = changes.map(|segment| (segment.from, segment.offset));
        Some(core::iter::once((from, first.offset)).chain(changes).collect())
    }

    /// What the wall clock shows at an instant; `None` outside the known days.
    #[must_use]
    pub fn local(&self, at: DateTime<Utc>) -> Option<NaiveDateTime> {
        let at = Moment::from(at);
        let (day, second) = self.local_parts(at.second)?;
        let date = date_of_day(day)?;
        date.and_hms_opt(0, 0, 0)?.checked_add_signed(chrono::TimeDelta::new(second, at.nanos)?)
    }

    /// The instant at which the wall clock shows a time; `None` outside the known days.
    ///
    /// A time that the clock skips is the first instant after the gap.
    #[must_use]
    pub fn instant(&self, local: NaiveDateTime, fold: Fold) -> Option<DateTime<Utc>> {
        let local = Moment::from(local.and_utc());
        let second = self.utc_second(local.second, fold)?;
        let nanos = if self.local_second(second)? == local.second { local.nanos } else { 0 };
        Some(Moment { second, nanos }.into())
    }

    /// The local day and the second of it at a UTC second.
    #[inline]
    pub(crate) fn local_parts(&self, second: i64) -> Option<(i64, i64)> {
        let local = self.local_second(second)?;
        Some((local.div_euclid(DAY), local.rem_euclid(DAY)))
    }

    #[inline]
    fn local_second(&self, second: i64) -> Option<i64> {
        let mut index = self.segment_on(second.div_euclid(DAY))?;
        while let Some(next) = self.segments.get(index + 1).filter(|next| next.from <= second) {
            let _ = next;
            index += 1;
        }
        Some(second + self.segments.get(index)?.offset)
    }

    /// The UTC second at which the wall clock shows a local second, by the rule of [`Fold`].
    #[inline]
    pub(crate) fn utc_second(&self, local: i64, fold: Fold) -> Option<i64> {
        // No zone is further from UTC than a day and a bit, so the segment sought starts no earlier.
        let guess = (local - 2 * DAY).div_euclid(DAY).max(self.first_utc_day);
        let mut index = self.segment_on(guess)?;
        // The first segment whose clock ends after `local`: earlier ones never show it.
        let mut next = self.segments.get(index + 1);
        while let (Some(segment), Some(after)) = (self.segments.get(index), next) {
            if local < after.from + segment.offset {
                break;
            }
            index += 1;
            next = self.segments.get(index + 1);
        }
        let segment = self.segments.get(index)?;
        if index == 0 && local - segment.offset < segment.from {
            return None;
        }
        let earlier = segment.from.max(local - segment.offset);
        let found = match (fold, next) {
            (Fold::Later, Some(after)) if after.from + after.offset <= local => local - after.offset,
            _ => earlier,
        };
        self.segment_on(found.div_euclid(DAY)).map(|_| found)
    }

    /// Whether the clock shows each second of a day once and in order, and nothing else from its midnight on for the time
    /// of a day.
    ///
    /// A clock that is set back over midnight shows the end of a day twice: the second time lies in the next day.
    pub(crate) fn is_steady(&self, day: i64, midnight: i64) -> bool {
        let utc_day = midnight.div_euclid(DAY);
        // Nothing changes for some days: no clock is further from another than that.
        if let (Some(before), Some(after)) = (self.segment_on(utc_day - 2), self.segment_on(utc_day + 4))
            && before == after
        {
            return true;
        }
        let (first, last) = (midnight_of(day), midnight_of(day + 1) - 1);
        let shows_once = |local, second| {
            [Fold::Earlier, Fold::Later].iter().all(|&fold| self.utc_second(local, fold) == Some(second))
                && self.local_second(second) == Some(local)
        };
        let end = midnight + DAY - 1;
        let is_changed = self.segments.iter().any(|segment| midnight < segment.from && segment.from <= end);
        !is_changed && shows_once(first, midnight) && shows_once(last, end)
    }

    #[inline]
    fn segment_on(&self, utc_day: i64) -> Option<usize> {
        let index = usize::try_from(utc_day - self.first_utc_day).ok()?;
        self.by_day.get(index).map(|&segment| segment as usize)
    }
}

/// The first second in `(from, end]` for which `changed` holds; it holds at `end`.
fn bisect(from: i64, end: i64, changed: impl Fn(i64) -> bool) -> i64 {
    let (mut before, mut after) = (from, end);
    while after - before > 1 {
        let middle = before + (after - before) / 2;
        if changed(middle) {
            after = middle;
        } else {
            before = middle;
        }
    }
    after
}
