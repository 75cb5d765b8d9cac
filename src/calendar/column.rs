//! Columns of plain numbers: the answers to one question about many records.

/// The value in a column of seconds if there is no answer. No instant and no amount of time has this value.
///
/// To learn why, ask about that record alone: the error is a [`CalendarError`](crate::calendar::CalendarError) or a
/// [`DeadlineError`](crate::deadline::DeadlineError).
pub const UNKNOWN: i64 = i64::MIN;

/// The value in a column of day numbers if there is no answer. No date has this value.
pub const UNKNOWN_DAY: i32 = i32::MIN;

/// How many records of a column have an answer.
///
/// # Example: one working day after each of two dates
///
/// ```
/// use redress::calendar::column::UNKNOWN_DAY;
///
/// let calendar = redress::sample::calendar()?; // covers 2026
/// let mut found = [0; 2];
/// // 2026-12-30 and 2026-12-31, as days since 1970-01-01.
/// let answered = calendar.nth_working_day_after_each(&[20_817, 20_818], &[1, 1], &mut found)?;
/// assert_eq!(found, [20_818, UNKNOWN_DAY]); // what follows the last day of 2026 is not known
/// assert_eq!((answered.records(), answered.unknown(), answered.first_unknown()), (2, 1, Some(1)));
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
    /// Counts the answers in a column.
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

    /// Returns the position of the first record without an answer, counted from 0, or `None` if every record has one.
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

/// Columns that do not fit together. No answer was written.
///
/// # Example: one entry is missing
///
/// ```
/// let calendar = redress::sample::calendar()?;
/// let error = calendar.working_time_between_each(&[0, 0], &[0], &mut [0, 0]).unwrap_err();
/// assert_eq!(error.to_string(), "column `until` has the length 1, expected 2: one entry for each record");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Eq, Hash, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum ColumnError {
    /// A column has more or fewer entries than there are records.
    #[error("column `{column}` has the length {entries}, expected {records}: one entry for each record")]
    Length {
        /// The name of the argument that holds the column.
        column: &'static str,
        /// How many entries the column has.
        entries: usize,
        /// How many records there are.
        records: usize,
    },
    /// A number should choose one of several items, and there is no item with this number.
    #[error(
        "column `{column}` has the number {number} in record {record}, expected a number below {choices}"
    )]
    Number {
        /// The name of the argument that holds the column.
        column: &'static str,
        /// The record, counted from 0.
        record: usize,
        /// The number.
        number: usize,
        /// How many items there are. Numbers start at 0.
        choices: usize,
    },
}

impl ColumnError {
    /// Refuses a column that does not have one entry for each record.
    pub(crate) const fn none_or(column: &'static str, entries: usize, records: usize) -> Result<(), Self> {
        if entries == records { Ok(()) } else { Err(Self::Length { column, entries, records }) }
    }
}
