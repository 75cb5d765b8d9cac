//! Business calendars: when work is done, and how much of it lies between two instants.
//!
//! A [`Calendar`] is built from a [`Zone`], the days it is known for, a [`WeekPattern`], holidays, make-up
//! working days and days with special hours. Everything that could make it answer wrongly is refused when
//! it is built; everything it is not known for is refused when it is asked. It never guesses that an
//! unknown day is a working day, nor that it is a holiday.
//!
//! What the rules are, precisely:
//!
//! - A **working day** is a date on which working hours start. Hours belong, over midnight too, to the date
//!   they start on; a holiday removes the hours that start on it and leaves the night shift of the eve.
//! - **Working time** is real elapsed time: a night shift over the change to summer time is an hour shorter.
//! - A **local time that does not exist** is the first instant after the gap; one that **occurs twice** is
//!   the earlier instant unless [`Fold::Later`] is asked for.
//! - A **date that the zone skips** (Apia, 2011-12-30) has no instants and is no working day.
//!
//! Every question costs one or two look-ups in running sums, whatever the span and the number of holidays.

mod annual_day;
mod builder;
mod choice;
pub mod date;
mod document;
mod easter;
mod effective;
mod expand;
mod fault;
mod hours;
pub mod instant;
mod known;
pub(crate) mod local_time;
pub(crate) mod moment;
mod period;
mod query;
mod readings;
mod recurring;
mod recurring_problem;
mod span;
mod table;
mod tabulate;
pub(crate) mod text;
mod week;
mod working_days;
mod working_time;
mod zone;

pub use self::annual_day::{AnnualDay, MAX_EASTER_DAYS};
pub use self::builder::{CalendarBuilder, MAX_EXCEPTIONS, MAX_HOURS_A_DAY};
pub use self::choice::ChoiceError;
pub use self::document::{
    CalendarDocument, DayDocument, PeriodDocument, RecurringDocument, SpecialHoursDocument, WeekDocument,
    ZoneAnswer,
};
pub use self::fault::{CalendarError, CalendarFault, CalendarFaults};
pub use self::hours::{Hours, HoursError};
pub use self::known::{KnownDays, MAX_KNOWN_DAYS};
pub use self::local_time::{LocalTime, LocalTimeError};
pub use self::period::PeriodHours;
pub(crate) use self::query::nearest_date;
pub use self::query::{Calendar, DayKind};
pub use self::readings::{MakeUpDays, MakeUpDaysError, OutsideDays};
pub use self::recurring::{MAX_RECURRING, Observance, OriginalDay, RecurringHoliday};
pub use self::recurring_problem::RecurringProblem;
pub use self::span::{Span, SpanError};
pub use self::text::MAX_NAME;
pub use self::week::WeekPattern;
pub use self::zone::{Fold, Zone};
