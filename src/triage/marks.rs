//! What is to be kept in mind about a complaint, and what may be.

use alloc::vec::Vec;

use crate::vocab::{Mark, RuleId};

/// The marks of a complaint.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Marks {
    /// Those that rules gave it, each with its rule.
    pub(super) given: Vec<(Mark, RuleId)>,
    /// Those that rules may give it yet, each once and none that was given.
    pub(super) open: Vec<Mark>,
}
