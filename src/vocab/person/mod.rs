//! Words about the person who complains.

pub(in crate::vocab) mod behaviour;
pub(in crate::vocab) mod benefit_sought;
pub(in crate::vocab) mod churn_kind;
pub(in crate::vocab) mod churn_signal;
pub(in crate::vocab) mod complainant_kind;
pub(in crate::vocab) mod motive;
pub(in crate::vocab) mod purpose;
pub(in crate::vocab) mod reaction;
pub(in crate::vocab) mod satisfaction_factor;
pub(in crate::vocab) mod silence_reason;
pub(in crate::vocab) mod silent_outlet;

pub use self::behaviour::Behaviour;
pub use self::benefit_sought::BenefitSought;
pub use self::churn_kind::ChurnKind;
pub use self::churn_signal::ChurnSignal;
pub use self::complainant_kind::ComplainantKind;
pub use self::motive::Motive;
pub use self::purpose::Purpose;
pub use self::reaction::Reaction;
pub use self::satisfaction_factor::SatisfactionFactor;
pub use self::silence_reason::SilenceReason;
pub use self::silent_outlet::SilentOutlet;
