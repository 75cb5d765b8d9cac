//! The marks of a complaint.

use alloc::vec::Vec;

use crate::vocab::{Mark, RuleId};

/// The marks that a complaint has, and those that it may get.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Marks {
    /// The marks that rules gave, each with its rule.
    pub(super) given: Vec<(Mark, RuleId)>,
    /// The marks that rules may still give. Each stands once, and none of them was given.
    pub(super) open: Vec<Mark>,
}
