//! What says that a customer may leave.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// What says that a customer may leave. Both count; most who are dissatisfied stay silent.
    pub struct ChurnSignal;
    /// The signals every organisation starts with.
    pub enum StandardChurnSignal {
        /// The customer complains (S28-R01).
        Complaint, COMPLAINT = "complaint", ["complaint", "投诉", "投訴"];
        /// The customer is dissatisfied and says nothing (S28-R01).
        Silence, SILENCE = "silence", ["silence", "沉默", "沉默"];
    }
}
