//! How much a calendar may hold, and how far its rules reach.

pub use crate::calendar::text::MAX_NAME;

/// The most days that one calendar covers: a hundred years.
pub const MAX_KNOWN_DAYS: u32 = 36_600;

/// The most spans of hours on one day.
pub const MAX_HOURS_A_DAY: usize = 24;

/// The most holidays and other days that one calendar declares, each day of a period counted.
pub const MAX_EXCEPTIONS: usize = 100_000;

/// The most recurring holidays of one calendar.
pub const MAX_RECURRING: usize = 1_000;

/// The most days that a holiday lies before or after Easter.
pub const MAX_EASTER_DAYS: i16 = 100;

/// The most days by which a holiday is moved on.
pub(crate) const MAX_MOVE: u64 = 30;
