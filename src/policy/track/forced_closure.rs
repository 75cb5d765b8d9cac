//! When a complaint is closed without a solution.

use alloc::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::text::map_only::map_only;
use crate::text::text_enum::text_enum;
use crate::vocab::Fact;

/// The test for closing a complaint by force, instead of dispatching it (S23-R18).
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
pub struct ForcedClosure {
    pub(crate) test: ForcedClosureTest,
    pub(crate) listed: Fact,
    pub(crate) no_solution: Fact,
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub(crate) citation: Cow<'static, str>,
}

map_only!(ForcedClosure, "a test for forced closure");

/// What the test asks (catalogue A12).
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the two readings of catalogue A12")]
pub enum ForcedClosureTest {
    /// The complaint is on the list and there is no solution now.
    #[default]
    ListAndNoSolution,
    /// The complaint is on the list.
    ListAlone,
}

text_enum!(ForcedClosureTest = "a" "test for forced closure" {
    ListAndNoSolution = "list-and-no-solution",
    ListAlone = "list-alone",
});

impl ForcedClosure {
    /// A test by the standard facts.
    #[must_use]
    pub const fn new(test: ForcedClosureTest) -> Self {
        Self {
            listed: Fact::ON_FORCED_CLOSURE_LIST,
            no_solution: Fact::NO_SOLUTION_NOW,
            test,
            citation: Cow::Borrowed(""),
        }
    }

    /// Says where the test comes from.
    #[must_use]
    pub fn with_citation(mut self, source: impl Into<Cow<'static, str>>) -> Self {
        self.citation = source.into();
        self
    }

    /// The facts that must hold.
    pub(crate) fn wanted(&self) -> impl Iterator<Item = Fact> {
        let no_solution = (self.test == ForcedClosureTest::ListAndNoSolution).then_some(self.no_solution);
        core::iter::once(self.listed).chain(no_solution)
    }
}
