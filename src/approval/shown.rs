//! How errors of approval list what they name.

use core::fmt;

use crate::vocab::{ActorId, RuleId};

/// The most of a list that is shown one by one.
const MOST: usize = 5;

/// Prints values as a list: `` `a`, `b` and `c` ``, or the first of them and how many more there are.
pub(super) struct And<'a, T>(pub(super) &'a [T]);

impl<T: fmt::Display> fmt::Display for And<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all = self.0.len();
        let shown = if all > MOST { MOST - 1 } else { all };
        for (place, value) in self.0.iter().take(shown).enumerate() {
            let before = match place {
                0 => "",
                _ if place + 1 == all => " and ",
                _ => ", ",
            };
            write!(f, "{before}`{value}`")?;
        }
        if shown < all { write!(f, " and {} more", all - shown) } else { Ok(()) }
    }
}

/// Prints the steps with their noun: `` step `a` ``, `` steps `a` and `b` ``.
pub(super) struct Steps<'a>(pub(super) &'a [RuleId]);

impl fmt::Display for Steps<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "step{} {}", if self.0.len() == 1 { "" } else { "s" }, And(self.0))
    }
}

/// Prints the step behind its chain, where there is one.
pub(super) struct AtStep(pub(super) Option<RuleId>);

impl fmt::Display for AtStep {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.map_or(Ok(()), |step| write!(f, " step `{step}`"))
    }
}

/// Prints for whom somebody acts, where they do not act for themselves.
pub(super) struct For(pub(super) Option<ActorId>);

impl fmt::Display for For {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.map_or(Ok(()), |giver| write!(f, " for `{giver}`"))
    }
}

/// Prints a number of signatures.
pub(super) struct Signatures(pub(super) u32);

impl fmt::Display for Signatures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} signature{}", self.0, if self.0 == 1 { "" } else { "s" })
    }
}
