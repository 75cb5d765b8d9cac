//! How long a closed complaint can be reopened.

use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::calendar::Calendar;
use crate::deadline::choice::DeadlineFault;
use crate::deadline::{Anchors, Count, Deadline, DeadlineError, Due, End, Term};
use crate::policy::fault::{FaultPlace, PolicyFault};
use crate::vocab::Anchor;

/// How long a closed complaint can be reopened.
///
/// # Example: 28 days, or 72 hours
///
/// ```
/// use redress::calendar::Span;
/// use redress::deadline::{Count, End, Term};
/// use redress::policy::Track;
/// use redress::policy::track::ReopeningWindow;
///
/// // Days last until the end of the last day.
/// let days = ReopeningWindow::within(Count::CalendarDays(28));
/// assert_eq!(days, ReopeningWindow::Within(Term::calendar_days(28).with_end(End::END_OF_DAY)));
///
/// // Hours of real time last exactly as long.
/// let hours = ReopeningWindow::within(Count::Elapsed(Span::hours(72)));
/// assert_eq!(Track::new().with_reopening(hours).reopening(), hours);
/// assert_eq!(Track::new().reopening(), ReopeningWindow::Always); // the default
/// ```
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a window is open, limited or shut")]
pub enum ReopeningWindow {
    /// At any time. This is the default.
    #[default]
    Always,
    /// Until a term from the closing has passed, by the calendar of the policy.
    Within(Term),
    /// Never: the customer has to open a new case.
    Never,
}

impl ReopeningWindow {
    /// Creates a window of this much time after the closing.
    ///
    /// Days, weeks and months last until the end of the last day. Real time and working time last to the instant, which
    /// is still in time.
    #[must_use]
    pub const fn within(count: Count) -> Self {
        Self::Within(to_the_end_of_the_day(count))
    }

    /// Returns until when a complaint can be reopened that was closed at `closed`, or `None` if the window has no end
    /// or never opens.
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

/// Returns the term of a count: to the end of the last day for days, weeks and months, to the instant for other counts.
pub(in crate::policy) const fn to_the_end_of_the_day(count: Count) -> Term {
    let term = Term::of(count);
    if count.is_of_days() { term.with_end(End::END_OF_DAY) } else { term }
}

/// Returns when a term ends that counts from an instant.
pub(in crate::policy) fn from_instant(
    term: Term,
    calendar: &Calendar,
    at: DateTime<Utc>,
) -> Result<Due, DeadlineError> {
    let anchors = Anchors::new().with(Anchor::RECEIVED, at);
    Deadline::from(term).due(calendar, Anchor::RECEIVED, &anchors)
}
