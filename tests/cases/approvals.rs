//! Approvals in a case: who signs, who never does, what an amendment voids.
