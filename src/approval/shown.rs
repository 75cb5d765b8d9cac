//! How the errors of approval print what they name.

use core::fmt;

use crate::vocab::{ActorId, RuleId};

/// The most values of a list that are printed.
const MOST: usize = 5;

/// Prints values as a list: `` `a`, `b` and `c` ``, or the first values and how many more there are.
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

/// Prints the step after its chain, if there is one.
pub(super) struct AtStep(pub(super) Option<RuleId>);

impl fmt::Display for AtStep {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.map_or(Ok(()), |step| write!(f, " step `{step}`"))
    }
}

/// Prints the person for whom somebody acts, unless they act for themselves.
pub(super) struct For(pub(super) Option<ActorId>);

impl fmt::Display for For {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.map_or(Ok(()), |giver| write!(f, " for `{giver}`"))
    }
}

/// Prints a number of signatures with its verb: `1 signature is`, `2 signatures are`.
pub(super) struct Signatures(pub(super) u32);

impl fmt::Display for Signatures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.0, if self.0 == 1 { "signature is" } else { "signatures are" })
    }
}
