//! Why somebody complains.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// Why somebody complains; several may hold. What goes on in the mind during the case is a
    /// [`Reaction`](crate::vocab::person::Reaction).
    pub struct Motive;
    /// The motives every organisation starts with.
    pub enum StandardMotive {
        /// To let off feelings (S04-R22).
        Venting, VENTING = "venting", ["venting", "发泄", "發洩"];
        /// To be respected (S04-R23).
        Respect, RESPECT = "respect", ["respect", "尊重", "尊重"];
        /// To have it made good (S04-R24).
        Redress, REDRESS = "redress", ["redress", "补救", "補救"];
        /// To be told that they are right (S04-R25).
        Recognition, RECOGNITION = "recognition", ["recognition", "认同", "認同"];
        /// To show what they know or can do (S04-R26).
        ShowingOff, SHOWING_OFF = "showing-off", ["showing off", "表现", "表現"];
        /// To take revenge, after extreme dissatisfaction (S04-R27, S28-R02).
        Revenge, REVENGE = "revenge", ["revenge", "报复", "報復"];
        /// Trust: the wish that the service gets better (S28-R03).
        Trust, TRUST = "trust", ["trust, wish for better service", "信任", "信任"];
    }
}
