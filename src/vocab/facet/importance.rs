//! How much a complaint, or a cause, weighs beside others.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// How much a complaint, or a cause, weighs beside others: not how bad it is.
    pub struct Importance;
    /// The weights every organisation starts with.
    pub enum StandardImportance {
        /// Major / main (S18-R25, S16-R03).
        Primary, PRIMARY = "primary", ["major / main", "主要", "主要"];
        /// Minor / secondary (S18-R25, S16-R03).
        Secondary, SECONDARY = "secondary", ["minor / secondary", "次要", "次要"];
    }
}
