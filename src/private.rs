//! What must not be seen in passing.

use core::fmt;

use serde::{Deserialize, Serialize};

/// Personal data: a name, a contact, a narrative. `Debug` and `Display` do not show it.
///
/// It is stored and sent as what it is; only [`Private::reveal`] reads it, so that a search for that name
/// finds every place that does.
///
/// ```
/// use redress::Private;
///
/// let narrative = Private::new("the battery of my car …");
/// assert_eq!(format!("{narrative} {narrative:?}"), "[private] [private]");
/// assert_eq!(*narrative.reveal(), "the battery of my car …");
/// ```
#[derive(Clone, Copy, Default, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Private<T>(T);

impl<T> Private<T> {
    /// Wraps personal data.
    pub const fn new(value: T) -> Self {
        Self(value)
    }

    /// The data itself, for those who may see it.
    pub const fn reveal(&self) -> &T {
        &self.0
    }

    /// The data itself, unwrapped.
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl<T> fmt::Debug for Private<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[private]")
    }
}

impl<T> fmt::Display for Private<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[private]")
    }
}
