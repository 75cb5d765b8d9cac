//! All faults of one description, instead of only the first.

use alloc::vec::Vec;
use core::fmt;
use core::slice;

/// Everything that is wrong with a description, in the order of its parts. There is always at least one fault.
///
/// | Printed with | Result |
/// |---|---|
/// | `{}` | one line: the first [`Faults::SHOWN`] faults, separated by `; `, and the number of the others |
/// | `{:?}` | one numbered line for each fault, with its code; this is what a `main` prints when it returns faults |
///
/// # Example: a policy without its parts
///
/// ```
/// use redress::policy::Policy;
///
/// let faults = Policy::builder("desk").build().unwrap_err();
/// assert_eq!(faults.faults().len(), 3);
/// assert!(format!("{faults:?}").starts_with("3 faults\n  1. "), "{faults:?}");
/// for fault in &faults {
///     assert!(fault.code().starts_with("policy."), "{fault}");
/// }
/// ```
#[derive(Clone, Eq, PartialEq)]
pub struct Faults<F>(Vec<F>);

impl<F> Faults<F> {
    /// How many faults `{}` prints one by one.
    pub const SHOWN: usize = 20;

    /// Returns the value if there are no faults.
    pub(crate) fn none_or<T>(faults: Vec<F>, value: T) -> Result<T, Self> {
        if faults.is_empty() { Ok(value) } else { Err(Self(faults)) }
    }

    /// Returns the faults; there is at least one.
    #[must_use]
    pub fn faults(&self) -> &[F] {
        &self.0
    }

    /// Returns the faults one after the other.
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
