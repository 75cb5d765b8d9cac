//! What a complaint is routed to somebody for.

use crate::vocab::closed::closed_vocabulary;

closed_vocabulary! {
    /// What a complaint is routed to somebody for: one row of a routing table gives one act.
    #[expect(clippy::exhaustive_enums, reason = "a new act must break every embedder's match")]
    pub enum Act = "an" "act";

    /// Takes the complaint in, or passes it on (S11-R01, S15-R02, S18-R10).
    Intake = "intake", ["intake", "受理", "受理"];
    /// Deals with the complaint from its receipt to its end (S10-R20).
    Owner = "owner", ["owner", "负责部门", "負責部門"];
    /// Answers for what went wrong, finds its cause and removes it (S10-R34, S15-R11).
    Responsible = "responsible", ["responsible", "责任单位", "責任單位"];
    /// Takes a measure against further damage (S15-R19, S15-R20, S15-R21).
    Containment = "containment", ["containment", "围堵", "圍堵"];
    /// Helps with the analysis or the remedy (S18-R19, S30-R04).
    Support = "support", ["support", "协助", "協助"];
    /// Is told, and files it (S18-R23).
    Copy = "copy", ["copy", "抄送", "抄送"];
}
