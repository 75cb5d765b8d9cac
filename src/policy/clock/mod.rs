//! The clocks of a policy: what starts and stops a clock, which complaints have it, and when it is due.
//!
//! A [`ClockRule`] is one clock of a policy, for example "answer within two working days of
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
//!
//! # Example: ten working days, or three for spare parts
//!
//! ```
//! use redress::deadline::{Clock, Term};
//! use redress::policy::clock::Target;
//! use redress::policy::{ClockRule, Policy, Routing};
//! use redress::triage::{History, triage};
//! use redress::vocab::{Anchor, Category, ClockName, RuleId};
//! # use redress::{sample, word};
//!
//! let clock = Clock::new(ClockName::CLOSURE, Anchor::RECEIVED);
//! let parts = Target::new(word!(RuleId, "parts"), Category::SPARE_PARTS, Term::working_days(3));
//! let rule = ClockRule::by_target(clock, [parts]).with_otherwise(Term::working_days(10));
//! # let desk = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(Routing::none());
//! let policy = desk.clock(rule).build()?;
//!
//! let complaint = sample::complaint()?.with_category(Category::SPARE_PARTS); // beside product quality
//! let answer = triage(&policy, &complaint, &History::none())?;
//! let target = answer.clocks()[0].target().ok_or("no target")?;
//! assert_eq!(target.id(), word!(RuleId, "parts")); // of two categories, the earlier due date counts
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

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
