//! What a difference between two policies means, proved over all complaints.

pub(super) mod answers;
pub(super) mod effects;
mod judged;
mod owners;
mod severities;
