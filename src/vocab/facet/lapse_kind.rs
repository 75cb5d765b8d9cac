//! The words of the facet `lapse-kind`.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// How the organisation failed.
    ///
    /// A developer of homes defines a complaint by these words together with a
    /// [`HarmKind`](crate::vocab::course::HarmKind).
    pub struct LapseKind;
    /// The kinds of lapse every organisation starts with.
    pub enum StandardLapseKind {
        /// A duty was not done.
        Dereliction, DERELICTION = "dereliction", ["dereliction", "失职", "失職"];
        /// A duty was done wrongly.
        Error, ERROR = "error", ["error", "失误", "失誤"];
        /// Somebody did more than was proper.
        Excess, EXCESS = "excess", ["excess", "失度", "失度"];
        /// The situation got out of hand.
        LossOfControl, LOSS_OF_CONTROL = "loss-of-control", ["loss of control", "失控", "失控"];
    }
}
