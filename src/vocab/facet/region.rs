//! Where something happened.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// A place as an organisation divides its world: `us.ny.brooklyn` lies in `us.ny`.
    ///
    /// There are no standard words: each organisation has its own map.
    ///
    /// ```
    /// use redress::vocab::Region;
    /// use redress::word;
    ///
    /// let brooklyn = word!(Region, "us.ny.brooklyn");
    /// assert!(brooklyn.is_or_under(&word!(Region, "us.ny")));
    /// ```
    pub struct Region;
}
