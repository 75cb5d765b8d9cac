//! How the organisation failed.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// How the organisation failed, by one developer's definition of a complaint.
    pub struct LapseKind;
    /// The kinds of lapse every organisation starts with.
    pub enum StandardLapseKind {
        /// A duty was not done (S37-R01).
        Dereliction, DERELICTION = "dereliction", ["dereliction", "失职", "失職"];
        /// It was done wrongly (S37-R01).
        Error, ERROR = "error", ["error", "失误", "失誤"];
        /// It went beyond what is fit (S37-R01).
        Excess, EXCESS = "excess", ["excess", "失度", "失度"];
        /// It got out of hand (S37-R01).
        LossOfControl, LOSS_OF_CONTROL = "loss-of-control", ["loss of control", "失控", "失控"];
    }
}
