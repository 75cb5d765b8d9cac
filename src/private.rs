//! Personal data that must not appear in logs.

use core::fmt;

use serde::{Deserialize, Serialize};

/// Personal data, such as a name, a contact or a narrative. `Debug` and `Display` print `[private]` instead of it.
///
/// With serde, the data is read and written as it is. Only [`Private::reveal`] and [`Private::into_inner`] give access
/// to it, so that you can search your code for every place that reads personal data.
///
/// # Example: a log line, and a letter
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

    /// Returns the data, for code that may see it.
    pub const fn reveal(&self) -> &T {
        &self.0
    }

    /// Unwraps the data, for code that may see it.
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
