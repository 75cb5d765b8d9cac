//! The words of the facet `origin`.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// Whether a complaint arises inside or outside the organisation.
    pub struct Origin;
    /// The origins every organisation starts with.
    pub enum StandardOrigin {
        /// The organisation caused the problem by its own flaws.
        Endogenous, ENDOGENOUS = "endogenous", ["endogenous", "内生性", "內生性"];
        /// The problem came from outside, and nobody is at fault.
        Exogenous, EXOGENOUS = "exogenous", ["exogenous", "外生性", "外生性"];
    }
}
