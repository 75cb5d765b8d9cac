//! All faults of one description, instead of only the first.

use alloc::vec::Vec;
use core::fmt;
use core::slice;

/// Everything that is wrong with a description, in the order of its parts. There is always at least one fault.
///
/// | Printed with | Result |
/// |---|---|
/// | `{}` | one line for each of the first [`Faults::SHOWN`] faults, and one for the number of the others |
/// | `{:?}` | one numbered line for each fault, with its code; this is what a `main` prints when it returns faults |
///
/// # Example: a policy without its parts
///
/// ```
/// use redress::policy::Policy;
///
/// let faults = Policy::builder("desk").build().unwrap_err();
/// assert_eq!(faults.faults().len(), 3);
/// assert_eq!(faults.to_string().lines().count(), 3);
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
        self.each(f, format_args!(""))
    }
}

impl<F: fmt::Display> Faults<F> {
    /// Returns the faults as they are printed inside a fault of something larger: every line begins with their place.
    pub(crate) const fn at<P: fmt::Display>(&self, place: P) -> FaultsAt<'_, F, P> {
        FaultsAt { faults: self, place }
    }

    fn each(&self, f: &mut fmt::Formatter<'_>, start: impl fmt::Display) -> fmt::Result {
        for (position, fault) in self.iter().take(Self::SHOWN).enumerate() {
            write!(f, "{}{start}{fault}", if position == 0 { "" } else { "\n" })?;
        }
        match self.0.len().saturating_sub(Self::SHOWN) {
            0 => Ok(()),
            more => write!(f, "\n{start}and {more} more"),
        }
    }
}

/// Prints faults with their place before each.
pub(crate) struct FaultsAt<'a, F, P> {
    faults: &'a Faults<F>,
    place: P,
}

impl<F: fmt::Display, P: fmt::Display> fmt::Display for FaultsAt<'_, F, P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.faults.each(f, format_args!("{}: ", self.place))
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
