//! How much a finding matters.

use crate::text::text_enum::text_enum;

/// How much a finding matters.
///
/// # Example
///
/// ```
/// use redress::policy::finding::Grade;
///
/// assert!(Grade::Fault > Grade::Warning && Grade::Warning > Grade::Hint);
/// assert_eq!("warning".parse(), Ok(Grade::Warning));
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[expect(clippy::exhaustive_enums, reason = "a host decides by it what to show and what to refuse")]
pub enum Grade {
    /// Valid, and often meant. Somebody should have looked at it once.
    Hint,
    /// Valid, and most often a mistake.
    Warning,
    /// Not valid, or impossible with the given people: no policy is built, or a case gets stuck.
    Fault,
}

text_enum!(Grade = "a" "grade of a finding" { Hint = "hint", Warning = "warning", Fault = "fault" });
