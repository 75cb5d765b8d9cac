//! Conditions over facts, words, amounts and repetitions, and the three truth values.

mod levels;
pub(in crate::policy) mod tree;
mod truth;

pub(crate) use self::levels::Levels;
pub(crate) use self::tree::Condition;
pub(crate) use self::tree::check_code;
pub(crate) use self::truth::Facts;
pub use self::truth::Truth;
pub use crate::policy::recurrence::{Recurrence, RecurrenceWindow};
pub use crate::policy::recurrence_key::RecurrenceKey;
