//! A deadline: one term, or several, each perhaps from an event and by a calendar of its own.

use alloc::boxed::Box;
use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::calendar::Calendar;
use crate::deadline::fault::DeadlineFault;
use crate::deadline::limits::{MAX_ALTERNATIVES, MAX_DEPTH};
use crate::deadline::term::Term;
use crate::vocab::Anchor;

/// When something is due: by one term, or by the earliest or latest of several.
///
/// # Example: 24 hours or one working day, whichever is later
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use redress::calendar::{Calendar, Hours, KnownDays, Span, WeekPattern, Zone};
/// use redress::deadline::{Anchors, Deadline, Term};
/// use redress::vocab::Anchor;
///
/// let zone = Zone::tabulate("Australia/Sydney", &chrono_tz::Australia::Sydney, KnownDays::years(2026, 2026)?)?;
/// let calendar = Calendar::builder("NSW", zone)
///     .week(WeekPattern::weekdays([Hours::from_static("09:00-17:00")]))
///     .build()?;
/// let acknowledgement = Deadline::latest([Term::elapsed(Span::hours(24)), Term::working_days(1)]);
/// let friday = Anchors::received("2026-03-06T10:00:00+11:00".parse()?);
/// let due = acknowledgement.due(&calendar, Anchor::RECEIVED, &friday)?;
/// assert_eq!(due.at().to_rfc3339(), "2026-03-08T23:00:00+00:00"); // Monday 10:00 in Sydney
/// # Ok(()) }
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the combinations of the algebra")]
pub enum Deadline {
    /// One term.
    Term(Term),
    /// The earliest of those that apply.
    Earliest(Vec<Alternative>),
    /// The latest of those that apply.
    Latest(Vec<Alternative>),
    /// One that counts by a calendar of its own.
    WithCalendar(CalendarDeadline),
}

/// One of several alternatives: a deadline and, where it differs, the event it counts from.
///
/// It applies when that event has happened.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Alternative {
    pub(crate) from: Option<Anchor>,
    pub(crate) deadline: Deadline,
}

/// A deadline that counts by a calendar of its own, whatever calendar it is asked with.
///
/// A case makes it of a [`Target`](crate::policy::clock::Target) that names a calendar.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct CalendarDeadline {
    pub(super) calendar: Arc<Calendar>,
    pub(super) deadline: Box<Deadline>,
}

impl Alternative {
    /// An alternative that counts from an event of its own.
    #[must_use]
    pub fn from(anchor: Anchor, deadline: impl Into<Deadline>) -> Self {
        Self { from: Some(anchor), deadline: deadline.into() }
    }
}

impl<D: Into<Deadline>> From<D> for Alternative {
    fn from(deadline: D) -> Self {
        Self { from: None, deadline: deadline.into() }
    }
}

impl From<Term> for Deadline {
    fn from(term: Term) -> Self {
        Self::Term(term)
    }
}

impl Deadline {
    /// The earliest of several alternatives.
    pub fn earliest<T: Into<Alternative>>(parts: impl IntoIterator<Item = T>) -> Self {
        Self::Earliest(parts.into_iter().map(Into::into).collect())
    }

    /// The latest of several alternatives.
    pub fn latest<T: Into<Alternative>>(parts: impl IntoIterator<Item = T>) -> Self {
        Self::Latest(parts.into_iter().map(Into::into).collect())
    }

    /// Why it can never be evaluated, if it cannot: the first term that contradicts itself.
    ///
    /// Alternatives without any part, or nested more deeply than [`MAX_DEPTH`], are found too.
    #[must_use]
    pub fn fault(&self) -> Option<DeadlineFault> {
        self.fault_at(0)
    }

    fn fault_at(&self, depth: usize) -> Option<DeadlineFault> {
        let parts = match self {
            Self::Term(term) => return term.fault().map(DeadlineFault::Term),
            Self::WithCalendar(own) => return own.deadline().fault_at(depth),
            Self::Earliest(parts) | Self::Latest(parts) => parts,
        };
        if parts.is_empty() {
            Some(DeadlineFault::NoParts)
        } else if parts.len() > MAX_ALTERNATIVES {
            Some(DeadlineFault::TooMany)
        } else if depth == MAX_DEPTH {
            Some(DeadlineFault::TooDeep)
        } else {
            parts.iter().find_map(|part| part.deadline.fault_at(depth + 1))
        }
    }

    /// Every event that an alternative counts from in place of the clock's own.
    #[must_use]
    pub fn events(&self) -> Box<dyn Iterator<Item = Anchor> + '_> {
        match self {
            Self::Term(_) => Box::new(core::iter::empty()),
            Self::WithCalendar(own) => own.deadline().events(),
            Self::Earliest(parts) | Self::Latest(parts) => {
                Box::new(parts.iter().flat_map(|part| part.from.into_iter().chain(part.deadline.events())))
            }
        }
    }

    /// Every term it is made of.
    #[must_use]
    pub fn terms(&self) -> Box<dyn Iterator<Item = &Term> + '_> {
        match self {
            Self::Term(term) => Box::new(core::iter::once(term)),
            Self::WithCalendar(own) => own.deadline().terms(),
            Self::Earliest(parts) | Self::Latest(parts) => {
                Box::new(parts.iter().flat_map(|part| part.deadline.terms()))
            }
        }
    }
}
