//! Pauses and extensions in the order of their instants.
//!
//! # The problem
//!
//! A due date is found by taking the term first and then, one after the other, what happened to the clock. The order
//! matters: a pause before an extension moves the old date, a pause after it moves the new one. A pause is not an
//! instant, though, and an extension can be made in the middle of it.
//!
//! # The idea
//!
//! Two sorted lists are merged: pauses in the order of their beginnings, and extensions in the order in which they
//! were made. Pauses that overlap or touch are one pause already (see `still`).
//!
//! - An extension that is made when a pause begins comes first.
//! - An extension that is made during a pause divides the pause: the part before the extension moves the old date, and
//!   the part after it moves the new date. The second part is called the *rest*.
//! - An extension that is made when a pause ends comes after the pause.
//!
//! By hand: a pause from Monday 10:00 to Wednesday 10:00 and an extension on Tuesday at 12:00 give three happenings:
//! the pause until Tuesday 12:00, the extension, and the rest of the pause from Tuesday 12:00.
//!
//! # Edges
//!
//! A pause counts if it begins before an end. A rest began earlier than its first instant says: if the first part
//! moved the end exactly to the extension, the rest still lies before the end. [`begins_before`] lets a rest begin
//! *at* the end for this reason.
//!
//! # Cost
//!
//! Each pause and each extension is looked at once. One pause is held back at most, and nothing is allocated.

use core::iter::Peekable;

use crate::calendar::moment::Moment;
use crate::deadline::pause::ExtensionChange;
use crate::deadline::still::{Still, merged};
use crate::vocab::course::ExtensionReason;

/// An extension as the arithmetic sees it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Extend {
    pub(crate) change: ExtensionChange,
    pub(crate) reason: ExtensionReason,
    pub(crate) made: Moment,
}

/// What happened to a clock.
#[derive(Clone, Copy, Debug)]
pub(super) enum Happening {
    Extended(Extend),
    /// A pause, and whether it is the rest of one that an extension divided.
    Paused(Still, bool),
}

/// Pauses and extensions from a moment on, in the order of their instants.
pub(super) fn in_order<P, E>(pauses: P, extensions: E, start: Moment) -> impl Iterator<Item = Happening>
where
    P: Iterator<Item = Still> + Clone,
    E: Iterator<Item = Extend>,
{
    InOrder { pauses: merged(pauses, start), extensions: extensions.peekable(), rest: None }
}

/// The two lists while they are merged.
struct InOrder<P: Iterator<Item = Still>, E: Iterator<Item = Extend>> {
    pauses: P,
    extensions: Peekable<E>,
    /// A pause that was taken from the list and not yet given out.
    rest: Option<(Still, bool)>,
}

impl<P, E> Iterator for InOrder<P, E>
where
    P: Iterator<Item = Still>,
    E: Iterator<Item = Extend>,
{
    type Item = Happening;

    fn next(&mut self) -> Option<Happening> {
        let next = self.rest.take().or_else(|| Some((self.pauses.next()?, false)));
        let Some((pause, is_rest)) = next else {
            return self.extensions.next().map(Happening::Extended);
        };
        let Some(made) = self.extensions.peek().map(|extension| extension.made) else {
            return Some(Happening::Paused(pause, is_rest));
        };
        if made <= pause.from {
            self.rest = next;
            return self.extensions.next().map(Happening::Extended);
        }
        if made < pause.until {
            self.rest = Some((Still { from: made, ..pause }, true));
            return Some(Happening::Paused(Still { until: made, ..pause }, is_rest));
        }
        Some(Happening::Paused(pause, is_rest))
    }
}

/// Whether a pause begins before an end. The rest of a divided pause may begin at the end: its first part began before.
pub(super) fn begins_before(still: Still, is_rest: bool, end: Moment) -> bool {
    still.from < end || (is_rest && still.from == end)
}
