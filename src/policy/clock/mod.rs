//! The clocks of a policy: what starts and stops a clock, which complaints have it, and when it is due.
//!
//! A [`ClockRule`](crate::policy::ClockRule) is one clock of a policy, for example "answer within two working days of
//! receipt". It joins a [`Clock`](crate::deadline::Clock), which says how time counts, with [`Targets`], which say how
//! much time there is:
//!
//! | Question | Type |
//! |---|---|
//! | How much time is there, for which category and severity? | [`Targets`], [`Target`] |
//! | Does the duty repeat by the calendar? | [`Periods`] |
//! | Does it count from an event, or from the due date of another clock? | [`ClockStart`] |
//! | Is there one clock for the case, or one for each department? | [`ClockScope`] |
//! | What happens to it when a closed case is reopened? | [`ReopeningEffect`], [`ClockRounds`] |
//! | Who hears of a missed due date, and when? | [`EscalationStep`] |
//! | Who may enter an event so late that a miss disappears? | [`LateEntry`] |

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
