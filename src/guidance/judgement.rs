//! An answer with its reasons.

/// An answer, and the elements of the procedures that support it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "a finding, whole as it is")]
pub struct Judgement<T> {
    /// The answer.
    pub answer: T,
    /// The elements, such as `S37-R34`: [the list of elements](crate::docs::coverage) says what each means.
    pub because: &'static [&'static str],
}

impl<T> Judgement<T> {
    pub(super) const fn new(answer: T, because: &'static [&'static str]) -> Self {
        Self { answer, because }
    }
}
