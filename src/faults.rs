//! Every fault at once.

use alloc::vec::Vec;
use core::fmt;
use core::slice;

/// Everything that is wrong with something, in the order of its description; never empty.
///
/// Shown on one line, the first [`Faults::SHOWN`] stand beside each other, parted by `; `, and the rest is counted. `Debug`
/// has one line for each of them, with its number: it is what a `main` prints that returns them.
///
/// ```
/// use redress::policy::Policy;
///
/// let faults = Policy::builder("desk").build().unwrap_err();
/// let text = format!("{faults:?}");
/// assert!(text.ends_with("\n  3. the policy has no routing [policy.missing]"), "{text}");
/// ```
#[derive(Clone, Eq, PartialEq)]
pub struct Faults<F>(Vec<F>);

impl<F> Faults<F> {
    /// How many faults are shown one by one.
    pub const SHOWN: usize = 20;

    /// The value, unless there are faults.
    pub(crate) fn none_or<T>(faults: Vec<F>, value: T) -> Result<T, Self> {
        if faults.is_empty() { Ok(value) } else { Err(Self(faults)) }
    }

    /// The faults, one at least.
    #[must_use]
    pub fn faults(&self) -> &[F] {
        &self.0
    }

    /// The faults, one after the other.
    pub fn iter(&self) -> slice::Iter<'_, F> {
        self.0.iter()
    }
}

impl<F> From<F> for Faults<F> {
    fn from(fault: F) -> Self {
        Self(Vec::from([fault]))
    }
}

impl<'a, F> IntoIterator for &'a Faults<F> {
    type Item = &'a F;
    type IntoIter = slice::Iter<'a, F>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<F: fmt::Display> fmt::Display for Faults<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, fault) in self.iter().take(Self::SHOWN).enumerate() {
            write!(f, "{}{fault}", if position == 0 { "" } else { "; " })?;
        }
        match self.0.len().saturating_sub(Self::SHOWN) {
            0 => Ok(()),
            more => write!(f, "; and {more} more"),
        }
    }
}

impl<F: fmt::Debug> fmt::Debug for Faults<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} fault{}", self.0.len(), if self.0.len() == 1 { "" } else { "s" })?;
        for (number, fault) in (1..).zip(self) {
            write!(f, "\n  {number}. {fault:?}")?;
        }
        Ok(())
    }
}

impl<F: fmt::Debug + fmt::Display> core::error::Error for Faults<F> {}
