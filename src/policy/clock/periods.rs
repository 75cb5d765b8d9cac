//! A duty that comes again by the calendar: every 20 working days until the case is closed.

use alloc::vec::Vec;

use crate::text::text_enum::text_enum;
use crate::vocab::Anchor;

/// How a clock comes again by the calendar, period after period, until the event that it waits for.
///
/// The first period starts with the clock. Each period has a due date of its own, and one event fulfils one period: the
/// one in which it falls. A second event in the same period fulfils nothing, and none fulfils the period before.
///
/// ```
/// use redress::deadline::{Clock, End, Term};
/// use redress::policy::ClockRule;
/// use redress::policy::clock::Periods;
/// use redress::vocab::{Anchor, ClockName};
///
/// // A written update at least every 20 working days, until the case is closed.
/// let clock = Clock::new(ClockName::UPDATE, Anchor::RECEIVED);
/// let every = Term::working_days(20).with_end(End::END_OF_DAY);
/// let rule = ClockRule::new(clock, every).with_periods(Periods::new([Anchor::UPDATED]));
/// assert_eq!(rule.until(), Anchor::CLOSED);
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Periods {
    pub(crate) fulfilled_by: Vec<Anchor>,
    pub(crate) start: PeriodStart,
}

/// From when the next period counts.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the two readings in use")]
pub enum PeriodStart {
    /// From the due date of the period before, whenever that was fulfilled. A period that nobody fulfils is missed, and
    /// the next one runs all the same.
    #[default]
    Due,
    /// From the event that fulfilled the period before, early or late. Until then the period goes on.
    Done,
}

text_enum!(PeriodStart = "a" "start of a period" { Due = "due", Done = "done" });

impl Periods {
    /// Periods that count from the due date of the one before, each fulfilled by one of some events.
    #[must_use]
    pub fn new(fulfilled_by: impl IntoIterator<Item = Anchor>) -> Self {
        Self { fulfilled_by: fulfilled_by.into_iter().collect(), start: PeriodStart::Due }
    }

    /// Chooses from when the next period counts.
    #[must_use]
    pub const fn with_start(mut self, start: PeriodStart) -> Self {
        self.start = start;
        self
    }

    /// The events that can fulfil a period, one event one period.
    #[must_use]
    pub fn fulfilled_by(&self) -> &[Anchor] {
        &self.fulfilled_by
    }

    /// From when the next period counts.
    #[must_use]
    pub const fn start(&self) -> PeriodStart {
        self.start
    }
}
