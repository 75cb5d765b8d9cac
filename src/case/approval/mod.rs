//! The approvals of a case: what they are given for, what is done about them, and where they stand.

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
