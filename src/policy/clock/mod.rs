//! The rule of a clock: from what it counts, to what it belongs, and by which targets it is due.

mod late_entry;
mod late_proof;
mod period_proof;
mod periods;
mod proof;
pub(in crate::policy) mod rule;
mod target;
mod target_index;
mod targets_of_rule;

pub use self::late_entry::LateEntry;
pub use self::periods::{PeriodStart, Periods};
pub(crate) use self::rule::ClockRule;
pub use self::target::{Target, Targets};
pub use crate::policy::choice::{
    ClockPart, ClockRounds, ClockScope, ClockStart, EscalationDelay, EscalationStep, ReopeningEffect,
    SeveralCategories,
};
