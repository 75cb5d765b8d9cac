//! Two policies compared: what differs between a policy and its draft, what that means for complaints, and what it would
//! have meant for complaints of the past.
//!
//! Start with a [`Comparison`], which names the two.
//!
//! | To find out | Use |
//! |---|---|
//! | which rows and settings differ, as data | [`Comparison::changes`] |
//! | what that means: proofs, and the smallest complaints that show a difference | [`Comparison::effects`] |
//! | the same, as text that a manager reads | [`Comparison::text`] |
//! | what it would have meant for records of the past and for running cases | [`WhatIf`] |
//!
//! # Example: a shorter limit
//!
//! ```
//! use redress::compare::Comparison;
//! use redress::policy::PolicyDocument;
//! use redress::sample;
//! use redress::vocab::Locale;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let policy = sample::policy()?;
//! let mut file = serde_json::to_value(PolicyDocument::of(&policy))?;
//! file["version"] = "2".into();
//! file["clocks"][1]["due"]["working-days"] = 3.into();
//! let zone = policy.calendar().zone().clone();
//! let draft = serde_json::from_value::<PolicyDocument>(file)?.build(|_, _| Some(zone.clone()))?;
//!
//! let comparison = Comparison { policy: &policy, draft: &draft };
//! assert_eq!(comparison.changes().to_string(), "clocks `closure`: due.working-days 5 -> 3\n");
//! assert!(comparison.text(Locale::En).contains("before: due: 5 working days"), "{}", comparison.text(Locale::En));
//! # Ok(()) }
//! ```

mod answer_text;
mod changes;
mod comparison;
mod judgement;
mod proof;
mod text;
mod what_if;

pub use self::changes::{ChangeKind, PolicyChanges, RowChange, ValueChange};
pub use self::comparison::Comparison;
pub use self::judgement::{Aspect, Judgement, OwnerAnswer};
pub use self::proof::effects::{Difference, Effects, Equivalence};
pub use self::what_if::{
    ClockCount, DifferenceKind, PastRecord, RecordDifference, Shift, WhatIf, WhatIfError, WordCount,
};
