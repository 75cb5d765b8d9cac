//! Conditions over the facts, words, amount and history of a complaint, with three truth values.
//!
//! A [`Condition`] is a tree of questions. Each question is answered with [`Truth::True`], [`Truth::False`] or
//! [`Truth::Unknown`], so that a rule never guesses what nobody has said.

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
