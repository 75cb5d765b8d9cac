//! The order after an accident, where it was not kept.

use crate::vocab::track::AccidentStep;

/// A step that was taken too early after an accident.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "a finding, whole as it is")]
pub struct AccidentViolation {
    /// The step.
    pub step: AccidentStep,
    /// The first step that it should have waited for.
    pub before: AccidentStep,
}

/// The first violation of the order after an accident, among steps that were taken: who bills before the customer is
/// told of the accident has violated it (S02-R14 to S02-R16). A [case](crate::case) refuses such a step; this finds one
/// in what was done elsewhere.
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
