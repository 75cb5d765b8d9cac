//! The words of the facet `churn-signal`.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// A sign that a customer may leave.
    ///
    /// Both signs count: most dissatisfied customers say nothing.
    pub struct ChurnSignal;
    /// The signals every organisation starts with.
    pub enum StandardChurnSignal {
        /// The customer complains.
        Complaint, COMPLAINT = "complaint", ["complaint", "投诉", "投訴"];
        /// The customer is dissatisfied and says nothing.
        Silence, SILENCE = "silence", ["silence", "沉默", "沉默"];
    }
}
