//! Whether a complaint is established.

use alloc::vec::Vec;

use crate::triage::Complaint;
use crate::vocab::Fact;
use crate::vocab::course::{NotEstablishedReason, Validity};

/// Whether a complaint is established, and the tests that it failed.
#[derive(Clone, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "a finding, whole as it is")]
pub struct ValidityFinding {
    /// Whether it is established.
    pub validity: Validity,
    /// Why it is not established. Empty in every other case.
    pub reasons: Vec<NotEstablishedReason>,
}

/// Returns whether a complaint is established: its grounds are sufficient, and its demand is reasonable.
///
/// A misunderstanding is not established. A test that nobody made, or that was answered both ways, leaves the question
/// undetermined, unless another test failed.
///
/// ```
/// use redress::guidance::validity::validity;
/// use redress::triage::Complaint;
/// use redress::vocab::Fact;
/// use redress::vocab::course::Validity;
///
/// let complaint = Complaint::new("A-1".parse()?, "2026-03-02T10:00:00Z".parse()?);
/// assert_eq!(validity(&complaint).validity, Validity::Undetermined);
/// let judged = complaint.with_fact(Fact::GROUNDS_SUFFICIENT, 1).with_fact(Fact::DEMAND_REASONABLE, 1);
/// assert_eq!(validity(&judged).validity, Validity::Established);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn validity(complaint: &Complaint) -> ValidityFinding {
    let has = |fact| complaint.count(fact) > 0;
    let judged = |yes, no| match (has(yes), has(no)) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    };
    let grounds = judged(Fact::GROUNDS_SUFFICIENT, Fact::GROUNDS_INSUFFICIENT);
    let demand = judged(Fact::DEMAND_REASONABLE, Fact::DEMAND_UNREASONABLE);
    let mut reasons = Vec::new();
    if grounds == Some(false) {
        reasons.push(NotEstablishedReason::INSUFFICIENT_GROUNDS);
    }
    if demand == Some(false) {
        reasons.push(NotEstablishedReason::UNREASONABLE_DEMAND);
    }
    if has(Fact::MISUNDERSTANDING) {
        reasons.push(NotEstablishedReason::MISUNDERSTANDING);
    }
    let validity = match (grounds, demand) {
        _ if !reasons.is_empty() => Validity::NotEstablished,
        (Some(true), Some(true)) => Validity::Established,
        _ => Validity::Undetermined,
    };
    ValidityFinding { validity, reasons }
}
