//! Whether the organisation is the origin of a complaint.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// Whether a complaint arises from the organisation or from outside. Exogenous means that nobody is at fault.
    pub struct Origin;
    /// The origins every organisation starts with.
    pub enum StandardOrigin {
        /// Endogenous (S37-R03).
        Endogenous, ENDOGENOUS = "endogenous", ["endogenous", "内生性", "內生性"];
        /// Exogenous (S37-R04).
        Exogenous, EXOGENOUS = "exogenous", ["exogenous", "外生性", "外生性"];
    }
}
