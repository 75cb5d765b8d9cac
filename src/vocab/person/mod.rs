//! Words about the person who complains.

mod behaviour;
mod benefit_sought;
mod churn_kind;
mod churn_signal;
mod complainant_kind;
mod motive;
mod purpose;
mod reaction;
mod satisfaction_factor;
mod silence_reason;
mod silent_outlet;

pub use self::behaviour::{Behaviour, StandardBehaviour};
pub use self::benefit_sought::{BenefitSought, StandardBenefitSought};
pub use self::churn_kind::{ChurnKind, StandardChurnKind};
pub use self::churn_signal::{ChurnSignal, StandardChurnSignal};
pub use self::complainant_kind::{ComplainantKind, StandardComplainantKind};
pub use self::motive::{Motive, StandardMotive};
pub use self::purpose::{Purpose, StandardPurpose};
pub use self::reaction::{Reaction, StandardReaction};
pub use self::satisfaction_factor::{SatisfactionFactor, StandardSatisfactionFactor};
pub use self::silence_reason::{SilenceReason, StandardSilenceReason};
pub use self::silent_outlet::{SilentOutlet, StandardSilentOutlet};
