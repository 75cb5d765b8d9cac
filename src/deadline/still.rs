//! Pauses as plain spans of time, and how they become one run each.
//!
//! Due dates are counted over spans that are in time order, do not overlap and do not touch. [`merged`] makes them
//! from pauses that are in the order of their beginnings: it drops what lies before the start of the clock, and joins
//! a pause to the next one while the next begins before the pause has ended or as it ends. So an instant in two pauses
//! counts once, and two pauses that touch are one pause: a boundary between them is inside.
//!
//! It is lazy and allocates nothing. A pause that ends at or before its own beginning is dropped.

use core::iter::Peekable;

use crate::calendar::moment::Moment;

/// A span in which a clock is paused. Its beginning belongs to it, its end does not.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Still {
    pub(crate) from: Moment,
    pub(crate) until: Moment,
}

/// Pauses from a moment on, in time order and each instant once.
pub(crate) fn merged<P>(pauses: P, start: Moment) -> impl Iterator<Item = Still> + Clone
where
    P: Iterator<Item = Still> + Clone,
{
    let clipped = pauses
        .filter(move |still| still.until > start && still.until > still.from)
        .map(move |still| Still { from: still.from.max(start), until: still.until });
    Merged { rest: clipped.peekable() }
}

/// Joins spans that overlap or touch.
#[derive(Clone)]
struct Merged<I: Iterator<Item = Still>> {
    rest: Peekable<I>,
}

impl<I: Iterator<Item = Still>> Iterator for Merged<I> {
    type Item = Still;

    fn next(&mut self) -> Option<Still> {
        let mut still = self.rest.next()?;
        while let Some(next) = self.rest.next_if(|next| next.from <= still.until) {
            still.until = still.until.max(next.until);
        }
        Some(still)
    }
}
