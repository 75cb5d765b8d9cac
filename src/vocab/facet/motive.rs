//! The words of the facet `motive`.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// Why somebody complains. Several words may apply.
    ///
    /// A motive exists before the case. The state of mind during the case is a
    /// [`Reaction`](crate::vocab::person::Reaction).
    pub struct Motive;
    /// The motives every organisation starts with.
    pub enum StandardMotive {
        /// To let out feelings. Listen first, before offering anything.
        Venting, VENTING = "venting", ["venting", "发泄", "發洩"];
        /// To be treated with respect.
        Respect, RESPECT = "respect", ["respect", "尊重", "尊重"];
        /// To have the damage made good.
        Redress, REDRESS = "redress", ["redress", "补救", "補救"];
        /// To be told that the complaint is right.
        Recognition, RECOGNITION = "recognition", ["recognition", "认同", "認同"];
        /// To show what one knows or can do.
        ShowingOff, SHOWING_OFF = "showing-off", ["showing off", "表现", "表現"];
        /// To take revenge, after extreme dissatisfaction.
        Revenge, REVENGE = "revenge", ["revenge", "报复", "報復"];
        /// To help: the complainant trusts the organisation to become better.
        Trust, TRUST = "trust", ["trust, wish for better service", "信任", "信任"];
    }
}
