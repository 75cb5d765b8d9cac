//! The closing of a complaint without a solution.

use alloc::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::text::map_only::map_only;
use crate::text::text_enum::text_enum;
use crate::vocab::Fact;

/// The test that decides whether a complaint is closed by force instead of being dispatched.
///
/// A complaint that passes the test has no owner, and its clocks do not run.
///
/// # Example: a listed complaint is closed only while there is no solution
///
/// ```
/// use redress::policy::track::{ForcedClosure, ForcedClosureTest};
/// use redress::policy::{Policy, Routing};
/// use redress::triage::{History, Owner, triage};
/// use redress::vocab::Fact;
/// # use redress::sample;
///
/// let test = ForcedClosure::new(ForcedClosureTest::ListAndNoSolution);
/// # let desk = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(Routing::none());
/// let policy = desk.forced_closure(test).build()?;
/// let listed = sample::complaint()?.with_fact(Fact::ON_FORCED_CLOSURE_LIST, 1);
/// assert!(!matches!(triage(&policy, &listed, &History::none())?.owner(), Owner::NotDispatched(_)));
///
/// let unsolvable = listed.with_fact(Fact::NO_SOLUTION_NOW, 1);
/// assert!(matches!(triage(&policy, &unsolvable, &History::none())?.owner(), Owner::NotDispatched(_)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
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

/// Which facts close a complaint by force.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the two readings of one rule")]
pub enum ForcedClosureTest {
    /// The complaint is on the list, and there is no solution at present. This is the default.
    #[default]
    ListAndNoSolution,
    /// The complaint is on the list, whether or not there is a solution.
    ListAlone,
}

text_enum!(ForcedClosureTest = "a" "test for forced closure" {
    ListAndNoSolution = "list-and-no-solution",
    ListAlone = "list-alone",
});

impl ForcedClosure {
    /// Creates a test that looks at [`Fact::ON_FORCED_CLOSURE_LIST`] and [`Fact::NO_SOLUTION_NOW`].
    #[must_use]
    pub const fn new(test: ForcedClosureTest) -> Self {
        Self {
            listed: Fact::ON_FORCED_CLOSURE_LIST,
            no_solution: Fact::NO_SOLUTION_NOW,
            test,
            citation: Cow::Borrowed(""),
        }
    }

    /// Sets the source of the test, such as the section of a procedure or a law.
    #[must_use]
    pub fn with_citation(mut self, source: impl Into<Cow<'static, str>>) -> Self {
        self.citation = source.into();
        self
    }

    /// Returns the facts that must all hold.
    pub(crate) fn wanted(&self) -> impl Iterator<Item = Fact> {
        let no_solution = (self.test == ForcedClosureTest::ListAndNoSolution).then_some(self.no_solution);
        core::iter::once(self.listed).chain(no_solution)
    }
}
