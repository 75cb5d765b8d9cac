//! Duties that repeat by the calendar, such as an update every 20 working days until the case is closed.

use alloc::vec::Vec;

use crate::text::text_enum::text_enum;
use crate::vocab::Anchor;

/// How a clock repeats by the calendar, period after period, until the event that stops it.
///
/// The first period starts with the clock, and the deadline of the rule is the length of each period. Every period has
/// its own due date. One event fulfils one period: the one in which the event falls. A second event in the same period
/// fulfils nothing, and no event fulfils an earlier period.
///
/// # Example: a written update every 20 working days
///
/// ```
/// use redress::deadline::{Clock, End, Term};
/// use redress::policy::ClockRule;
/// use redress::policy::clock::{PeriodStart, Periods};
/// use redress::vocab::{Anchor, ClockName};
///
/// let clock = Clock::new(ClockName::UPDATE, Anchor::RECEIVED);
/// let length = Term::working_days(20).with_end(End::END_OF_DAY);
/// let rule = ClockRule::new(clock, length).with_periods(Periods::new([Anchor::UPDATED]));
/// assert_eq!(rule.until(), Anchor::CLOSED); // the duty ends with the case
///
/// let periods = rule.periods().ok_or("no periods")?;
/// assert_eq!(periods.fulfilled_by(), [Anchor::UPDATED]);
/// assert_eq!(periods.start(), PeriodStart::Due); // an early update does not move the next one
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Periods {
    pub(crate) fulfilled_by: Vec<Anchor>,
    pub(crate) start: PeriodStart,
}

/// From when the next period of a repeating clock counts.
///
/// Suppose an update is due every Friday, and one is sent early, on Wednesday. With [`Due`](Self::Due), the next one is
/// due on Friday of the following week. With [`Done`](Self::Done), it is due one week after Wednesday.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the two readings in use")]
pub enum PeriodStart {
    /// From the due date of the period before, whether or not that period was fulfilled. A period that nobody fulfils
    /// is missed, and the next one starts.
    #[default]
    Due,
    /// From the event that fulfilled the period before, early or late. The period goes on until such an event happens.
    Done,
}

text_enum!(PeriodStart = "a" "start of a period" { Due = "due", Done = "done" });

impl Periods {
    /// Creates periods that are fulfilled by any of these events. Each counts from the due date of the one before.
    #[must_use]
    pub fn new(fulfilled_by: impl IntoIterator<Item = Anchor>) -> Self {
        Self { fulfilled_by: fulfilled_by.into_iter().collect(), start: PeriodStart::Due }
    }

    /// Sets from when the next period counts.
    #[must_use]
    pub const fn with_start(mut self, start: PeriodStart) -> Self {
        self.start = start;
        self
    }

    /// Returns the events that fulfil a period. One event fulfils one period.
    #[must_use]
    pub fn fulfilled_by(&self) -> &[Anchor] {
        &self.fulfilled_by
    }

    /// Returns from when the next period counts.
    #[must_use]
    pub const fn start(&self) -> PeriodStart {
        self.start
    }
}
