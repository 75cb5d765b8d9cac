//! A deadline: one term, or several, each perhaps from an event and by a calendar of its own.
//!
//! A deadline is a tree. Its variants are public, so that a host can build any tree; [`Deadline::fault`] checks one,
//! and `combine` evaluates it. The limits on width and depth hold for both, so that an unchecked tree is an error and
//! never a stack overflow.

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
/// # use redress::deadline::{Anchors, Deadline, Term};
/// # use redress::{calendar::Span, sample, vocab::Anchor};
/// let calendar = sample::calendar()?;
/// let acknowledgement = Deadline::latest([Term::elapsed(Span::hours(24)), Term::working_days(1)]);
/// for (received, expected) in [
///     ("2026-03-05T10:00:00+01:00", "2026-03-06 10:00:00"), // Thursday: both on Friday
///     ("2026-03-06T10:00:00+01:00", "2026-03-09 10:00:00"), // Friday: Monday is later than Saturday
/// ] {
///     let due = acknowledgement.due(&calendar, Anchor::RECEIVED, &Anchors::received(received.parse()?))?;
///     assert_eq!(calendar.local(due.at())?.to_string(), expected);
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the combinations of the algebra")]
pub enum Deadline {
    /// One term.
    Term(Term),
    /// The earliest of the alternatives that apply.
    Earliest(Vec<Alternative>),
    /// The latest of the alternatives that apply.
    Latest(Vec<Alternative>),
    /// A deadline that counts by a calendar of its own. Policies make it; see [`CalendarDeadline`].
    WithCalendar(CalendarDeadline),
}

/// One of several alternatives: a deadline and, if it differs, the event from which it counts.
///
/// An alternative applies if its event has happened. A term is turned into an alternative that counts from the event of
/// the whole deadline.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Alternative {
    /// `None` for the event of the whole deadline.
    pub(crate) from: Option<Anchor>,
    pub(crate) deadline: Deadline,
}

/// A deadline that counts by a calendar of its own, whatever calendar it is asked with.
///
/// A case makes it for a [`Target`](crate::policy::clock::Target) that names a calendar.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct CalendarDeadline {
    pub(super) calendar: Arc<Calendar>,
    pub(super) deadline: Box<Deadline>,
}

impl Alternative {
    /// Creates an alternative that counts from an event of its own.
    ///
    /// # Example: two weeks after receipt, or three days after a promise
    ///
    /// ```
    /// # use redress::deadline::{Anchors, Deadline, Term, choice::Alternative};
    /// # use redress::{sample, vocab::Anchor};
    /// let calendar = sample::calendar()?;
    /// let promised = Alternative::from(Anchor::PROMISED, Term::calendar_days(3));
    /// let deadline = Deadline::earliest([Term::weeks(2).into(), promised]);
    /// let received = Anchors::received("2026-03-02T10:00:00+01:00".parse()?);
    /// let due = deadline.due(&calendar, Anchor::RECEIVED, &received)?;
    /// assert_eq!(calendar.local(due.at())?.to_string(), "2026-03-16 10:00:00"); // no promise yet
    /// let both = received.with(Anchor::PROMISED, "2026-03-04T12:00:00+01:00".parse()?);
    /// let due = deadline.due(&calendar, Anchor::RECEIVED, &both)?;
    /// assert_eq!(calendar.local(due.at())?.to_string(), "2026-03-07 12:00:00");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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
    /// Creates a deadline that is due when the first of its alternatives is.
    ///
    /// # Example: 8 working hours, but no longer than 2 days
    ///
    /// ```
    /// # use redress::deadline::{Anchors, Deadline, Term};
    /// # use redress::{calendar::Span, sample, vocab::Anchor};
    /// let calendar = sample::calendar()?;
    /// let answer = Deadline::earliest([Term::working(Span::hours(8)), Term::elapsed(Span::hours(48))]);
    /// for (received, expected) in [
    ///     ("2026-03-04T12:00:00+01:00", "2026-03-05 12:00:00"), // Wednesday: 8 working hours
    ///     ("2026-03-06T12:00:00+01:00", "2026-03-08 12:00:00"), // Friday: 48 hours pass before Monday
    /// ] {
    ///     let due = answer.due(&calendar, Anchor::RECEIVED, &Anchors::received(received.parse()?))?;
    ///     assert_eq!(calendar.local(due.at())?.to_string(), expected);
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn earliest<T: Into<Alternative>>(parts: impl IntoIterator<Item = T>) -> Self {
        Self::Earliest(parts.into_iter().map(Into::into).collect())
    }

    /// Creates a deadline that is due when the last of its alternatives is.
    pub fn latest<T: Into<Alternative>>(parts: impl IntoIterator<Item = T>) -> Self {
        Self::Latest(parts.into_iter().map(Into::into).collect())
    }

    /// Returns why a policy refuses the deadline, or `None` if it is sound.
    ///
    /// A deadline is refused for the first term with a [fault](Term::fault), for a combination without alternatives or
    /// with more than [`MAX_ALTERNATIVES`], and for a nesting deeper than [`MAX_DEPTH`].
    ///
    /// ```
    /// use redress::deadline::choice::{Alternative, DeadlineFault, TermFault};
    /// use redress::deadline::{Deadline, Term};
    ///
    /// assert_eq!(Deadline::earliest([Term::weeks(2), Term::months(1)]).fault(), None);
    /// assert_eq!(Deadline::earliest::<Alternative>([]).fault(), Some(DeadlineFault::NoParts));
    /// let nothing = Deadline::latest([Term::weeks(2), Term::weeks(0)]);
    /// assert_eq!(nothing.fault(), Some(DeadlineFault::Term(TermFault::Nothing)));
    /// ```
    #[must_use]
    pub fn fault(&self) -> Option<DeadlineFault> {
        self.fault_at(0)
    }

    /// The first fault from a level of the tree downward. A calendar of its own is not a level.
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

    /// Returns every event from which an alternative counts instead of the event of the clock, in order.
    ///
    /// ```
    /// use redress::deadline::choice::Alternative;
    /// use redress::deadline::{Deadline, Term};
    /// use redress::vocab::Anchor;
    ///
    /// let promised = Alternative::from(Anchor::PROMISED, Term::calendar_days(3));
    /// let deadline = Deadline::earliest([Term::weeks(2).into(), promised]);
    /// assert!(deadline.events().eq([Anchor::PROMISED])); // two weeks count from the event of the clock
    /// ```
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

    /// Returns every term of the deadline, in order.
    ///
    /// ```
    /// use redress::deadline::{Count, Deadline, Term};
    ///
    /// let deadline = Deadline::earliest([Term::weeks(2), Term::months(1)]);
    /// let counts: Vec<Count> = deadline.terms().map(Term::count).collect();
    /// assert_eq!(counts, [Count::Weeks(2), Count::Months(1)]);
    /// ```
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
