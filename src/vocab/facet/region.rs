//! The words of the facet `region`.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// A place, in the organisation's own division of the world: `us.ny.brooklyn` lies in `us.ny`.
    ///
    /// There are no standard regions, because each organisation has its own map.
    ///
    /// ```
    /// use redress::vocab::Region;
    /// use redress::word;
    ///
    /// let brooklyn = word!(Region, "us.ny.brooklyn");
    /// assert!(brooklyn.is_or_under(&word!(Region, "us.ny")));
    /// assert!(!brooklyn.is_or_under(&word!(Region, "us.n"))); // whole parts only
    /// ```
    pub struct Region;
}
