//! Pauses as the arithmetic sees them.

use core::iter::Peekable;

use crate::calendar::moment::Moment;

/// A span in which a clock stands still, half-open.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Still {
    pub(crate) from: Moment,
    pub(crate) until: Moment,
}

/// Pauses in time order, each instant once, from a moment on.
pub(crate) fn merged<P>(pauses: P, start: Moment) -> impl Iterator<Item = Still> + Clone
where
    P: Iterator<Item = Still> + Clone,
{
    let clipped = pauses
        .filter(move |still| still.until > start && still.until > still.from)
        .map(move |still| Still { from: still.from.max(start), until: still.until });
    Merged { rest: clipped.peekable() }
}

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
