//! Until when a closed complaint may be taken up again.

use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::calendar::Calendar;
use crate::deadline::choice::DeadlineFault;
use crate::deadline::{Anchors, Count, Deadline, DeadlineError, Due, End, Term};
use crate::policy::fault::{FaultPlace, PolicyFault};
use crate::vocab::Anchor;

/// Until when a closed complaint may be taken up again.
///
/// ```
/// use redress::calendar::Span;
/// use redress::deadline::{Count, End, Term};
/// use redress::policy::Track;
/// use redress::policy::track::ReopeningWindow;
///
/// // "Within 28 calendar days": to the end of the 28th day after the closing.
/// let days = ReopeningWindow::within(Count::CalendarDays(28));
/// assert_eq!(days, ReopeningWindow::Within(Term::calendar_days(28).with_end(End::END_OF_DAY)));
///
/// // 72 hours of real time, to the second.
/// let hours = ReopeningWindow::within(Count::Elapsed(Span::hours(72)));
/// assert_eq!(Track::new().with_reopening(hours).reopening(), hours);
/// ```
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a window is open, limited or shut")]
pub enum ReopeningWindow {
    /// At any time.
    #[default]
    Always,
    /// Until a term from the closing is over, by the calendar of the policy.
    Within(Term),
    /// Never.
    Never,
}

impl ReopeningWindow {
    /// Until so much has passed since the closing: days, weeks and months to the end of the last day, real and working
    /// time to the instant, which is in time.
    #[must_use]
    pub const fn within(count: Count) -> Self {
        Self::Within(to_the_end_of_the_day(count))
    }

    /// Until when a complaint that was closed at an instant may be taken up again; none where that is not limited, or
    /// never possible.
    pub(crate) fn until(
        &self,
        calendar: &Calendar,
        closed: DateTime<Utc>,
    ) -> Result<Option<Due>, DeadlineError> {
        let Self::Within(term) = *self else { return Ok(None) };
        from_instant(term, calendar, closed).map(Some)
    }

    pub(in crate::policy) fn prove(&self, faults: &mut Vec<PolicyFault>) {
        let Self::Within(term) = self else { return };
        if let Count::At(at) = term.count() {
            faults.push(PolicyFault::WindowAtInstant { at });
        } else if let Some(fault) = term.fault() {
            faults
                .push(PolicyFault::Deadline { place: FaultPlace::Track, fault: DeadlineFault::Term(fault) });
        }
    }
}

/// A term of so much: days, weeks and months to the end of the last day, real and working time to the instant.
pub(in crate::policy) const fn to_the_end_of_the_day(count: Count) -> Term {
    let term = Term::of(count);
    if count.is_of_days() { term.with_end(End::END_OF_DAY) } else { term }
}

/// When a term is over that counts from an instant.
pub(in crate::policy) fn from_instant(
    term: Term,
    calendar: &Calendar,
    at: DateTime<Utc>,
) -> Result<Due, DeadlineError> {
    let anchors = Anchors::new().with(Anchor::RECEIVED, at);
    Deadline::from(term).due(calendar, Anchor::RECEIVED, &anchors)
}
