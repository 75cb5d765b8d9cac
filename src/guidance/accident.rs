//! The order of steps after an accident.

use crate::vocab::track::AccidentStep;

/// A step that was taken too early after an accident.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "a finding, whole as it is")]
pub struct AccidentViolation {
    /// The step.
    pub step: AccidentStep,
    /// The first step that was missing before it.
    pub before: AccidentStep,
}

/// Returns the first step that was taken too early after an accident.
///
/// For example, whoever sends a bill before the customer is told of the accident violates the order. A
/// [case](crate::case) refuses such a step; this function checks what was done elsewhere.
///
/// ```
/// use redress::guidance::accident::{AccidentViolation, accident_violation};
/// use redress::vocab::track::AccidentStep::{AskInsurance, Bill, Notify};
///
/// assert_eq!(accident_violation(&[Notify, AskInsurance]), None);
/// let dunned = Some(AccidentViolation { step: Bill, before: Notify });
/// assert_eq!(accident_violation(&[Bill, Notify]), dunned);
/// ```
#[must_use]
pub fn accident_violation(taken: &[AccidentStep]) -> Option<AccidentViolation> {
    taken.iter().enumerate().find_map(|(at, &step)| {
        let earlier = taken.get(..at).unwrap_or_default();
        let mut needed = AccidentStep::ALL.iter().copied().filter(|&other| other < step);
        let before = needed.find(|other| !earlier.contains(other))?;
        Some(AccidentViolation { step, before })
    })
}
