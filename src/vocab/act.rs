//! What a department is asked to do with a complaint.

use crate::vocab::closed::closed_vocabulary;

closed_vocabulary! {
    /// What a department is asked to do with a complaint: each row of a routing table gives one act.
    ///
    /// ```
    /// use redress::vocab::Act;
    ///
    /// assert_eq!("owner".parse(), Ok(Act::Owner));
    /// assert_eq!(Act::ALL.len(), 6);
    /// ```
    #[expect(clippy::exhaustive_enums, reason = "a new act must break every embedder's match")]
    pub enum Act = "an" "act";

    /// Takes the complaint in, or passes it on.
    Intake = "intake", ["intake", "受理", "受理"];
    /// Deals with the complaint from its receipt to its end.
    Owner = "owner", ["owner", "负责部门", "負責部門"];
    /// Answers for what went wrong, finds its cause and removes it. This may be another department than the owner.
    Responsible = "responsible", ["responsible", "责任单位", "責任單位"];
    /// Takes a measure against further damage.
    Containment = "containment", ["containment", "围堵", "圍堵"];
    /// Helps with the analysis or the remedy.
    Support = "support", ["support", "协助", "協助"];
    /// Receives a copy, for information and filing.
    Copy = "copy", ["copy", "抄送", "抄送"];
}
