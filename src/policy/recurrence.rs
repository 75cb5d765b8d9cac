//! When a complaint repeats earlier ones.

use alloc::vec::Vec;

use crate::calendar::Span;
use crate::policy::fault::problem::ConditionProblem;
use crate::policy::limits::MAX_KEYS;
use crate::policy::recurrence_key::{RecurrenceKey, is_counted};
use crate::taxonomy::Taxonomy;
use crate::text::distance::distance;
use crate::vocab::{Facet, Severity};

/// Which earlier complaints count as the same thing again, and how many of them it takes.
///
/// The new complaint does not count: the third one of a customer repeats two.
///
/// As a document: `by` (a list of keys: `complainant`, `staff`, `product`, or the name of a facet), `at-least`, and where they are wanted `within` (one of `days`, `months`
/// and `seconds`), `severity`, `upheld` and `admonished` (`true`).
///
/// ```
/// use redress::policy::condition::{Recurrence, RecurrenceKey, RecurrenceWindow};
/// use redress::vocab::Severity;
///
/// // Three upheld general complaints before, against the same person or else the same unit.
/// let again = Recurrence::new([RecurrenceKey::Staff, RecurrenceKey::UNIT], 3).with_upheld().with_severity(Severity::General);
/// let by_customer = Recurrence::new([RecurrenceKey::Complainant], 2).with_window(RecurrenceWindow::Months(6));
/// let by_store = Recurrence::new(["acme:store".parse()?], 5).with_window(RecurrenceWindow::Days(30));
/// assert!(again != by_customer && by_customer != by_store);
/// # Ok::<(), redress::vocab::error::UnknownWord>(())
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

    pub(crate) fn problems(&self, taxonomy: &Taxonomy) -> Vec<ConditionProblem> {
        if self.by.is_empty() {
            return Vec::from([ConditionProblem::NoKeys]);
        }
        if self.by.len() > MAX_KEYS {
            return Vec::from([ConditionProblem::TooManyKeys { keys: self.by.len() }]);
        }
        let mut problems: Vec<_> = self.by.iter().filter_map(|key| key_problem(*key, taxonomy)).collect();
        if self.at_least == 0 {
            problems.push(ConditionProblem::RepeatsNone);
        }
        let none = match self.within {
            RecurrenceWindow::Always => false,
            RecurrenceWindow::Elapsed(span) => span.as_seconds() == 0,
            RecurrenceWindow::Days(n) | RecurrenceWindow::Months(n) => n == 0,
        };
        problems.extend(none.then_some(ConditionProblem::NoWindow));
        problems
    }
}

/// Why no complaint has anything for a key.
fn key_problem(key: RecurrenceKey, taxonomy: &Taxonomy) -> Option<ConditionProblem> {
    let facet = key.facet()?;
    if !is_counted(facet) {
        return Some(ConditionProblem::NotCounted { key });
    }
    let has_words = |facet: Facet| {
        // A cause is of a group, whether or not groups are declared.
        let of_cause = (facet == Facet::CauseGroup).then(|| taxonomy.codes(Facet::Cause));
        taxonomy.codes(facet).chain(of_cause.into_iter().flatten()).next().is_some()
    };
    if has_words(facet) {
        return None;
    }
    let others = taxonomy.facets().filter(|&other| is_counted(other) && has_words(other));
    let ids = [RecurrenceKey::Complainant, RecurrenceKey::Staff, RecurrenceKey::Product];
    let others = ids.into_iter().chain(others.map(RecurrenceKey::Word));
    let far = others.map(|other| (distance(key.as_str(), other.as_str()), other));
    let near = far.filter(|(letters, _)| *letters <= 2).min_by_key(|(letters, _)| *letters);
    Some(ConditionProblem::KeyWithoutWords { key, nearest: near.map(|(_, near)| near) })
}
