//! Columns of many records: what stands where nothing is known, and what one call answered.

/// Stands in a column of seconds where there is no answer. No instant and no amount of time has this number.
///
/// The question about that record alone says why: it gives a [`CalendarError`](crate::calendar::CalendarError) or a
/// [`DeadlineError`](crate::deadline::DeadlineError).
pub const UNKNOWN: i64 = i64::MIN;

/// Stands in a column of day numbers where there is no answer. No date has this number.
pub const UNKNOWN_DAY: i32 = i32::MIN;

/// How many records of a column have an answer.
///
/// ```
/// use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
/// use redress::calendar::column::UNKNOWN_DAY;
///
/// let utc = chrono::FixedOffset::east_opt(0).ok_or("no such offset")?;
/// let office = Calendar::builder("office", Zone::fixed(utc, KnownDays::years(2026, 2026)?)?)
///     .week(WeekPattern::weekdays([Hours::from_static("09:00-17:00")]))
///     .build()?;
/// let mut found = [0; 2];
/// // 2026-12-30 and 2026-12-31: the first working day after the second one is not known.
/// let answered = office.nth_working_day_after_each(&[20_817, 20_818], &[1, 1], &mut found)?;
/// assert_eq!(found, [20_818, UNKNOWN_DAY]);
/// assert_eq!((answered.unknown(), answered.first_unknown()), (1, Some(1)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[must_use = "records without an answer hold a number that is no date"]
pub struct Answered {
    records: usize,
    unknown: usize,
    first_unknown: Option<usize>,
}

impl Answered {
    /// Counts what stands in a column.
    pub(crate) fn of<T: Copy + Eq>(column: &[T], unknown: T) -> Self {
        let count = column.iter().filter(|&&answer| answer == unknown).count();
        let first_unknown =
            if count == 0 { None } else { column.iter().position(|&answer| answer == unknown) };
        Self { records: column.len(), unknown: count, first_unknown }
    }

    /// Returns how many records there are.
    #[must_use]
    pub const fn records(self) -> usize {
        self.records
    }

    /// Returns how many records have no answer.
    #[must_use]
    pub const fn unknown(self) -> usize {
        self.unknown
    }

    /// Returns the first record that has no answer, counted from 0.
    #[must_use]
    pub const fn first_unknown(self) -> Option<usize> {
        self.first_unknown
    }

    /// Returns whether every record has an answer.
    #[must_use]
    pub const fn is_complete(self) -> bool {
        self.unknown == 0
    }
}

/// Columns that do not belong together. Nothing was answered.
#[derive(Clone, Copy, Eq, Hash, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum ColumnError {
    /// A column has more or fewer entries than there are records.
    #[error("column `{column}` has the length {entries}, expected {records}: one entry for each record")]
    Length {
        /// The column.
        column: &'static str,
        /// How many entries it has.
        entries: usize,
        /// How many records there are.
        records: usize,
    },
    /// A number that chooses one of several things chooses none.
    #[error(
        "column `{column}` has the number {number} in record {record}, expected a number below {choices}"
    )]
    Number {
        /// The column.
        column: &'static str,
        /// The record, counted from 0.
        record: usize,
        /// The number.
        number: usize,
        /// How many there are to choose from.
        choices: usize,
    },
}

impl ColumnError {
    /// Refuses a column that has not one entry for each record.
    pub(crate) const fn none_or(column: &'static str, entries: usize, records: usize) -> Result<(), Self> {
        if entries == records { Ok(()) } else { Err(Self::Length { column, entries, records }) }
    }
}
