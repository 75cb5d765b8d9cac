//! The words of the facet `importance`.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// The weight of a complaint or a cause compared with others.
    ///
    /// A weight is not a [`Severity`](crate::vocab::Severity).
    pub struct Importance;
    /// The weights every organisation starts with.
    pub enum StandardImportance {
        /// One of the main causes or complaints: treat it first.
        Primary, PRIMARY = "primary", ["major / main", "主要", "主要"];
        /// A cause or complaint that can wait for the main ones.
        Secondary, SECONDARY = "secondary", ["minor / secondary", "次要", "次要"];
    }
}
