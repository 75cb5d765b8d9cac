//! Pauses and extensions in the order of their instants.
//!
//! A due date is found by taking the term first and then, one after the other, what happened to the clock. Two lists
//! are merged for that: pauses in the order of their beginnings, and extensions in the order in which they were made.
//!
//! - Pauses that overlap or touch are one pause.
//! - An extension that is made when a pause begins comes first.
//! - An extension that is made during a pause divides the pause: the part before the extension moves the old date,
//!   and the part after the extension moves the new one.
//!
//! Example: a pause from Monday 10:00 to Wednesday 10:00 and an extension on Tuesday 12:00 give three happenings:
//! the pause until Tuesday 12:00, the extension, and the pause from Tuesday 12:00.
//!
//! Each pause and each extension is looked at once; nothing is allocated.

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
    /// A pause, and whether it is the rest of one that an extension divided: it then began before the extension.
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

struct InOrder<P: Iterator<Item = Still>, E: Iterator<Item = Extend>> {
    pauses: P,
    extensions: Peekable<E>,
    /// A pause that is taken from the list and not given out yet.
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

/// Whether a pause begins before an end. The rest of a pause that an extension divided began before it.
pub(super) fn begins_before(still: Still, is_rest: bool, end: Moment) -> bool {
    still.from < end || (is_rest && still.from == end)
}
