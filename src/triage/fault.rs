//! What is wrong with a complaint.

use chrono::{DateTime, Utc};

use crate::calendar::instant::format;
use crate::faults::Faults;
use crate::taxonomy::TaxonomyError;
use crate::vocab::{Anchor, Department};

/// Everything wrong with a complaint that triage refuses; never empty.
pub type TriageError = Faults<ComplaintFault>;

/// One thing wrong with a complaint.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum ComplaintFault {
    /// A word that the policy does not declare, or not for that day.
    #[error(transparent)]
    Word(#[from] TaxonomyError),
    /// A step of the handling is dated before the receipt.
    #[error("`{event}` at {} lies before the receipt at {}, expected that or a later instant", format(*at), format(*received))]
    BeforeReceipt {
        /// The step.
        event: Anchor,
        /// Its instant.
        at: DateTime<Utc>,
        /// The receipt.
        received: DateTime<Utc>,
    },
    /// A department received the complaint before the organisation did.
    #[error("department `{department}` received it at {}, before the receipt at {}, expected that or a later instant", format(*at), format(*received))]
    DepartmentBeforeReceipt {
        /// The department.
        department: Department,
        /// Its instant.
        at: DateTime<Utc>,
        /// The receipt.
        received: DateTime<Utc>,
    },
}
