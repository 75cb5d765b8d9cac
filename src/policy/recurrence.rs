//! When a complaint repeats earlier ones.

use alloc::vec::Vec;

use crate::calendar::Span;
use crate::policy::fault::problem::ConditionProblem;
use crate::vocab::Severity;
use crate::vocab::closed::closed_vocabulary;

/// Which earlier complaints count as the same thing again, and how many of them it takes.
///
/// The new complaint does not count: the third one of a customer repeats two.
///
/// As a document: `by` (a list of keys), `at-least`, and where they are wanted `within` (one of `days`, `months`
/// and `seconds`), `severity`, `upheld` and `admonished` (`true`).
///
/// ```
/// use redress::policy::condition::{Recurrence, RecurrenceKey, RecurrenceWindow};
/// use redress::vocab::Severity;
///
/// // Three upheld general complaints before, against the same person or else the same unit.
/// let again = Recurrence::new([RecurrenceKey::Staff, RecurrenceKey::Unit], 3).with_upheld().with_severity(Severity::General);
/// let by_customer = Recurrence::new([RecurrenceKey::Complainant], 2).with_window(RecurrenceWindow::Months(6));
/// assert_ne!(again, by_customer);
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Recurrence {
    pub(crate) by: Vec<RecurrenceKey>,
    pub(crate) at_least: u32,
    pub(crate) within: RecurrenceWindow,
    pub(crate) severity: Option<Severity>,
    pub(crate) upheld: bool,
    pub(crate) admonished: bool,
}

closed_vocabulary! {
    /// By what two complaints are found to be about the same thing.
    #[derive(PartialOrd, Ord)]
    #[non_exhaustive]
    pub enum RecurrenceKey = "a" "key";

    /// The same complainant.
    Complainant = "complainant", ["complainant", "投诉人", "投訴人"];
    /// The same person complained about.
    Staff = "staff", ["person complained about", "被投诉人", "被投訴人"];
    /// The same unit complained about.
    Unit = "unit", ["unit concerned", "相关单位", "相關單位"];
    /// The same product, batch or device.
    Product = "product", ["product", "产品", "產品"];
    /// The same cause.
    Cause = "cause", ["cause", "投诉原因", "投訴原因"];
    /// The same main category.
    Category = "category", ["category", "抱怨类别", "抱怨類別"];
}

/// How far back earlier complaints count, from the receipt of the new one.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a length of time or none")]
pub enum RecurrenceWindow {
    /// However far.
    #[default]
    Always,
    /// So much real time, its beginning included.
    Elapsed(Span),
    /// From the beginning of the day so many calendar days before, by the policy's calendar.
    Days(u32),
    /// From the beginning of the same day so many months before, the last day of a shorter month.
    Months(u32),
}

impl Recurrence {
    /// So many earlier complaints, or more, with the same key: the first of these that the complaint has.
    ///
    /// A key that becomes known later and stands before the one that was used is counted by from then on, and
    /// may find fewer.
    #[must_use]
    pub fn new(by: impl IntoIterator<Item = RecurrenceKey>, at_least: u32) -> Self {
        Self {
            by: by.into_iter().collect(),
            at_least,
            within: RecurrenceWindow::Always,
            severity: None,
            upheld: false,
            admonished: false,
        }
    }

    /// Counts those alone that were received within a window before.
    #[must_use]
    pub const fn with_window(mut self, window: RecurrenceWindow) -> Self {
        self.within = window;
        self
    }

    /// Counts those alone that were rated so.
    #[must_use]
    pub const fn with_severity(mut self, level: Severity) -> Self {
        self.severity = Some(level);
        self
    }

    /// Counts those alone that were found established.
    #[must_use]
    pub const fn with_upheld(mut self) -> Self {
        self.upheld = true;
        self
    }

    /// Counts those alone after which somebody was admonished, and that was recorded.
    #[must_use]
    pub const fn with_admonished(mut self) -> Self {
        self.admonished = true;
        self
    }

    /// How many it takes.
    #[must_use]
    pub const fn threshold(&self) -> u32 {
        self.at_least
    }

    /// Whether another one counts the same complaints, whatever number each wants.
    pub(crate) fn is_counted_as(&self, other: &Self) -> bool {
        Self { at_least: other.at_least, ..self.clone() } == *other
    }

    pub(crate) fn problem(&self) -> Option<ConditionProblem> {
        if self.by.is_empty() {
            return Some(ConditionProblem::NoKeys);
        }
        if self.at_least == 0 {
            return Some(ConditionProblem::RepeatsNone);
        }
        let none = match self.within {
            RecurrenceWindow::Always => false,
            RecurrenceWindow::Elapsed(span) => span.as_seconds() == 0,
            RecurrenceWindow::Days(n) | RecurrenceWindow::Months(n) => n == 0,
        };
        none.then_some(ConditionProblem::NoWindow)
    }
}
