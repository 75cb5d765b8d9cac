//! The approvals of a case: what they are for, how they are signed, and where they stand.
//!
//! An [`Approval`] begins when somebody submits a decision that needs signatures. It binds the exact content that was
//! submitted: [`ApprovalSubject`]. The other types are contents of commands and events.

mod act;
mod progress;
mod record;
mod subject;

pub use self::act::{ApprovalOverride, ApprovalReference, ApprovalReturn};
pub use self::progress::{Approval, ApprovalState};
pub use self::record::{
    ApprovalEnd, ApprovalOpening, ApprovalSignature, ChainReplacement, SignatureWithdrawal, VoidedSignatures,
};
pub use self::subject::{ApprovalSubject, PolicyEdition};
