//! Time zones as tables of their offset changes.
//!
//! The problem: a calendar must translate between UTC and the wall clock millions of times, on every machine with the
//! same result, and without a type parameter for the zone. chrono's `TimeZone` trait answers one question: which offset
//! is in force at an instant. It does not tell when the offset changes.
//!
//! The idea: ask for the offset at the start of every UTC day, once, when the zone is read. If the offset at the end of
//! a day differs from the one in force, bisect that day to the second of the change. The result is a list of segments,
//! each with its first UTC second and its offset. A second list gives, for each UTC day, the segment in force at its
//! start.
//!
//! **From UTC to local**: take the segment of the UTC day, step on while the next segment has already begun, and add
//! the offset. **From local to UTC**: begin with the segment two days earlier and step on to the first segment whose
//! clock ends after the local time. There are three cases:
//!
//! - The segment's own clock shows the time: subtract the offset.
//! - The time lies in a gap: the subtraction gives an instant before the segment begins. The answer is the segment's
//!   first second, which is the first instant after the gap.
//! - The next segment shows the time too, because the clock was set back: `Fold::Later` subtracts the offset of the
//!   next one.
//!
//! By hand, in Berlin on 2026-03-29: one segment ends at 01:00 UTC with +1 h, the next begins with +2 h. Local 02:30
//! lies after 02:00, where the first clock ends. 02:30 - 2 h is 00:30 UTC, before the second segment begins, so the
//! answer is 01:00 UTC.
//!
//! The cost is one array read and at most a few steps for each translation. Reading a zone asks for one offset per day,
//! and about 17 more for each change.
//!
//! At the edges: the offsets are read for two days more on each side, because no clock is further from UTC than a day
//! and a bit, and a local midnight at the edge must still have its instant. Outside, the answer is `None`. Two changes
//! within one UTC day are both found, unless the second undoes the first: such a pair is not seen.
//!
//! Keeping the `TimeZone` and asking it each time was rejected: it needs a type parameter, costs a search per question,
//! and changes its answers when the machine's zone data change.

use alloc::string::String;
use alloc::vec::Vec;

use chrono::{DateTime, FixedOffset, NaiveDateTime, Offset, TimeZone, Utc};

use crate::calendar::fault::CalendarFault;
use crate::calendar::known::KnownDays;
use crate::calendar::local_time::DAY;
use crate::calendar::moment::{Moment, date_of_day, day_of_date, midnight_of};
use crate::calendar::text::{excerpt, name_problem};
use crate::text::text_enum::text_enum;

/// Which instant a local time means if the clock shows it twice.
///
/// Each autumn, when summer time ends, the clock shows an hour twice. A local time that the clock skips in spring
/// always means the first instant after the gap, whichever fold is chosen.
///
/// # Example
///
/// ```
/// use redress::calendar::LocalTime;
/// use redress::calendar::reading::Fold;
///
/// let calendar = redress::sample::calendar()?; // in Berlin
/// let (date, time) = ("2026-10-25".parse()?, LocalTime::from_static("02:30"));
/// assert_eq!(calendar.instant(date, time, Fold::Earlier)?.to_rfc3339(), "2026-10-25T00:30:00+00:00");
/// assert_eq!(calendar.instant(date, time, Fold::Later)?.to_rfc3339(), "2026-10-25T01:30:00+00:00");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a clock shows a time at most twice")]
pub enum Fold {
    /// The first time that the clock shows it.
    #[default]
    Earlier,
    /// The second time that the clock shows it.
    Later,
}

text_enum!(Fold = "a" "reading of a repeated time" { Earlier = "earlier", Later = "later" });

/// A time zone, known for a range of days: its name, and every change of its offset in that range.
///
/// A zone is read once from any [`chrono::TimeZone`]. The calendar then needs no type parameter and no zone database,
/// and gives the same answers on every machine. Do not use `chrono::Local`: its meaning depends on the machine.
///
/// # Example: the two clock changes of a year
///
/// ```
/// use redress::calendar::{KnownDays, Zone};
///
/// let zone = Zone::tabulate("Europe/Berlin", &chrono_tz::Europe::Berlin, KnownDays::years(2026, 2026)?)?;
/// let changes: Vec<_> = zone.changes().map(|(at, offset)| (at.to_rfc3339(), offset / 3600)).collect();
/// assert_eq!(changes, [("2026-03-29T01:00:00+00:00".into(), 2), ("2026-10-25T01:00:00+00:00".into(), 1)]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Zone {
    name: String,
    known: KnownDays,
    /// The UTC day on which the table starts, counted from 1970-01-01.
    first_utc_day: i64,
    /// INVARIANT: never empty, ascending in `from`. The first segment starts the table.
    segments: Vec<Segment>,
    /// Per UTC day of the table: the segment in force at its start.
    by_day: Vec<u32>,
}

/// A time during which the offset stays the same.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
struct Segment {
    /// Its first UTC second.
    from: i64,
    /// Seconds east of UTC.
    offset: i64,
}

/// How many days before and after the known ones the offsets are read for too.
const MARGIN: i64 = 2;

impl Zone {
    /// Reads the offset changes of a time zone over a range of days.
    ///
    /// `name` is stored as it is, usually as in the IANA database (`Europe/Berlin`), because chrono does not tell it.
    ///
    /// # Errors
    ///
    /// Returns [`CalendarFault::Name`] if the name is empty, longer than 100 characters, or contains characters that
    /// cannot be seen.
    ///
    /// # Example
    ///
    /// ```
    /// use chrono::FixedOffset;
    /// use redress::calendar::{KnownDays, Zone};
    ///
    /// let china = FixedOffset::east_opt(8 * 3600).ok_or("no such offset")?;
    /// let zone = Zone::tabulate("Asia/Shanghai", &china, KnownDays::years(2025, 2026)?)?;
    /// assert_eq!((zone.name(), zone.changes().count()), ("Asia/Shanghai", 0));
    /// assert!(Zone::tabulate("", &china, KnownDays::years(2025, 2026)?).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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

    /// Returns a zone that always has the same offset. Its name is the offset, such as `+08:00`.
    ///
    /// # Errors
    ///
    /// No valid offset causes an error. The result type is the one of [`Zone::tabulate`].
    ///
    /// # Example
    ///
    /// ```
    /// use redress::calendar::{KnownDays, Zone};
    ///
    /// let china = chrono::FixedOffset::east_opt(8 * 3600).ok_or("no such offset")?;
    /// assert_eq!(Zone::fixed(china, KnownDays::years(2026, 2026)?)?.name(), "+08:00");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn fixed(offset: FixedOffset, known: KnownDays) -> Result<Self, CalendarFault> {
        Self::tabulate(&alloc::format!("{offset}"), &offset, known)
    }

    /// Reads a zone from the IANA database that the feature `chrono-tz` compiles in.
    ///
    /// Pass it to [`CalendarDocument::build`](crate::calendar::CalendarDocument::build) to resolve the zones of
    /// documents.
    ///
    /// # Errors
    ///
    /// Returns [`CalendarFault::UnknownZone`] if the database has no zone with this name.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::calendar::{KnownDays, Zone};
    ///
    /// let known = KnownDays::years(2026, 2026)?;
    /// assert_eq!(Zone::iana("Asia/Tokyo", known)?.changes().count(), 0);
    /// assert_eq!(Zone::iana("Asia/Tokio", known).unwrap_err().code(), "calendar.unknown-zone");
    /// # Ok::<(), redress::calendar::CalendarFault>(())
    /// ```
    #[cfg(feature = "chrono-tz")]
    #[cfg_attr(docsrs, doc(cfg(feature = "chrono-tz")))]
    pub fn iana(name: &str, known: KnownDays) -> Result<Self, CalendarFault> {
        let zone: chrono_tz::Tz =
            name.parse().map_err(|_| CalendarFault::UnknownZone { name: excerpt(name) })?;
        Self::tabulate(name, &zone, known)
    }

    /// Returns the name, as it was given.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the days for which the offsets were read.
    #[must_use]
    pub const fn known(&self) -> KnownDays {
        self.known
    }

    /// Returns every change of the offset, earliest first: its instant, and the seconds east of UTC from then on.
    ///
    /// Changes up to two days before or after the known days may be included.
    pub fn changes(&self) -> impl Iterator<Item = (DateTime<Utc>, i32)> + '_ {
        self.segments.iter().skip(1).filter_map(|segment| {
            Some((DateTime::from_timestamp(segment.from, 0)?, i32::try_from(segment.offset).ok()?))
        })
    }

    /// Returns the offset at the beginning of some days and every change of it until they end, each with its UTC
    /// second.
    ///
    /// Returns `None` if the days are not all known. A change that makes the last midnight come twice belongs to the
    /// days.
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

    /// Returns what the wall clock shows at an instant, or `None` if the zone has no data for it.
    ///
    /// # Example: summer, and a year without data
    ///
    /// ```
    /// let calendar = redress::sample::calendar()?; // Berlin, 2026
    /// let zone = calendar.zone();
    /// let summer = zone.local("2026-07-01T12:00:00Z".parse()?);
    /// assert_eq!(summer, Some(redress::calendar::local::parse("2026-07-01T14:00:00")?));
    /// assert_eq!(zone.local("2030-07-01T12:00:00Z".parse()?), None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn local(&self, at: DateTime<Utc>) -> Option<NaiveDateTime> {
        let at = Moment::from(at);
        let (day, second) = self.local_parts(at.second)?;
        let date = date_of_day(day)?;
        date.and_hms_opt(0, 0, 0)?.checked_add_signed(chrono::TimeDelta::new(second, at.nanos)?)
    }

    /// Returns the instant at which the wall clock shows a time, or `None` if the zone has no data for it.
    ///
    /// If the clock skips the time, the result is the first instant after the gap.
    ///
    /// # Example: a time that the clock skips
    ///
    /// ```
    /// use redress::calendar::reading::Fold;
    /// use redress::calendar::local;
    ///
    /// let calendar = redress::sample::calendar()?; // in Berlin
    /// let skipped = calendar.zone().instant(local::parse("2026-03-29T02:30:00")?, Fold::Earlier);
    /// assert_eq!(skipped, Some("2026-03-29T03:00:00+02:00".parse()?));
    /// assert_eq!(calendar.zone().instant(local::parse("2030-01-01T00:00:00")?, Fold::Earlier), None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn instant(&self, local: NaiveDateTime, fold: Fold) -> Option<DateTime<Utc>> {
        let local = Moment::from(local.and_utc());
        let second = self.utc_second(local.second, fold)?;
        let nanos = if self.local_second(second)? == local.second { local.nanos } else { 0 };
        Some(Moment { second, nanos }.into())
    }

    /// Returns the local day at a UTC second, and the second within that day.
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

    /// Returns the UTC second at which the wall clock shows a local second, by the rule of [`Fold`].
    #[inline]
    pub(crate) fn utc_second(&self, local: i64, fold: Fold) -> Option<i64> {
        // No zone is further from UTC than a day and a bit, so no earlier segment can show the time.
        let guess = (local - 2 * DAY).div_euclid(DAY).max(self.first_utc_day);
        let mut index = self.segment_on(guess)?;
        // Earlier segments end before their clock shows `local`.
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

    /// Returns whether the clock shows each second of a day once and in order, and nothing else for 24 hours from
    /// midnight.
    ///
    /// A clock that is set back over midnight shows the end of a day twice. The second time then lies in the next day.
    pub(crate) fn is_steady(&self, day: i64, midnight: i64) -> bool {
        let utc_day = midnight.div_euclid(DAY);
        // The usual case: the offset does not change within days of this one.
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

/// Returns the first second in `(from, end]` for which `changed` holds. It must hold at `end`.
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
