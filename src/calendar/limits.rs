//! Limits: how large a calendar may be, and how far its rules may reach.
//!
//! A document from outside can therefore never make a calendar use unlimited memory or time.

pub use crate::calendar::text::MAX_NAME;

/// The most days that one calendar covers: a hundred years and a few days.
pub const MAX_KNOWN_DAYS: u32 = 36_600;

/// The most spans of hours on one day.
pub const MAX_HOURS_A_DAY: usize = 24;

/// The most holidays and other entries of one calendar. Each day of a period counts.
pub const MAX_EXCEPTIONS: usize = 100_000;

/// The most recurring holidays of one calendar.
pub const MAX_RECURRING: usize = 1_000;

/// The most days that a holiday may lie before or after Easter.
pub const MAX_EASTER_DAYS: i16 = 100;

/// The most days by which the observance of a holiday moves.
pub(crate) const MAX_MOVE: u64 = 30;
