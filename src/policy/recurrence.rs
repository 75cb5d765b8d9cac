//! Repetitions: when a complaint repeats earlier ones.

use alloc::vec::Vec;

use crate::calendar::Span;
use crate::policy::fault::problem::ConditionProblem;
use crate::policy::limits::MAX_KEYS;
use crate::policy::recurrence_key::{RecurrenceKey, is_counted};
use crate::taxonomy::Taxonomy;
use crate::text::distance::distance;
use crate::vocab::{Facet, Severity};

/// A rule for counting earlier complaints about the same thing: which ones count, and how many are required.
///
/// The new complaint itself does not count: the third complaint of a customer repeats two.
///
/// # Example
///
/// ```
/// use redress::policy::condition::{Recurrence, RecurrenceKey, RecurrenceWindow};
/// use redress::vocab::Severity;
///
/// // Three earlier upheld general complaints, against the same person or, if no person is known, the same unit.
/// let again = Recurrence::new([RecurrenceKey::Staff, RecurrenceKey::UNIT], 3)
///     .with_upheld()
///     .with_severity(Severity::General);
/// let by_customer = Recurrence::new([RecurrenceKey::Complainant], 2).with_window(RecurrenceWindow::Months(6));
/// let by_store = Recurrence::new(["acme:store".parse()?], 5).with_window(RecurrenceWindow::Days(30));
/// assert_eq!([&again, &by_customer, &by_store].map(Recurrence::threshold), [3, 2, 5]);
/// # Ok::<(), redress::vocab::error::UnknownWord>(())
/// ```
///
/// # In a document
///
/// | Key | Value | Default |
/// |---|---|---|
/// | `by` | a list of keys: `complainant`, `staff`, `product`, or the name of a facet | required |
/// | `at-least` | the number of earlier complaints | required |
/// | `within` | a map with one of `days`, `months` and `seconds` | all earlier complaints count |
/// | `severity` | a level; only complaints of this level count | any level |
/// | `upheld` | `true`: only upheld complaints count | `false` |
/// | `admonished` | `true`: only complaints after which somebody was admonished count | `false` |
///
/// ```
/// use redress::policy::condition::{Recurrence, RecurrenceKey, RecurrenceWindow};
///
/// let read: Recurrence = serde_json::from_str(r#"{"by": ["complainant"], "at-least": 2, "within": {"months": 6}}"#)?;
/// assert_eq!(read, Recurrence::new([RecurrenceKey::Complainant], 2).with_window(RecurrenceWindow::Months(6)));
/// # Ok::<(), serde_json::Error>(())
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

/// How far back earlier complaints count, measured from the receipt of the new complaint.
///
/// # Example: two months are no fixed number of days
///
/// ```
/// use redress::policy::condition::{Recurrence, RecurrenceKey, RecurrenceWindow};
///
/// let again = Recurrence::new([RecurrenceKey::Complainant], 1);
/// let months = again.clone().with_window(RecurrenceWindow::Months(2));
/// let days = again.clone().with_window(RecurrenceWindow::Days(60));
/// assert_ne!(months, days);
/// assert_eq!(again.clone().with_window(RecurrenceWindow::Always), again); // the default
/// ```
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a length of time or none")]
pub enum RecurrenceWindow {
    /// All earlier complaints count.
    #[default]
    Always,
    /// Complaints within this much real time count, the first instant included.
    Elapsed(Span),
    /// Complaints count from the beginning of the day this many calendar days earlier, by the main calendar of the
    /// policy.
    Days(u32),
    /// Complaints count from the beginning of the same day this many months earlier. In a shorter month, the last day
    /// is used.
    Months(u32),
}

impl Recurrence {
    /// Creates a rule that requires `at_least` earlier complaints with the same key.
    ///
    /// The keys are tried in order, and the first one that the new complaint has is used. If a key that stands
    /// earlier becomes known later, it is used from then on, and the count may be lower.
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

    /// Counts only complaints within a window before the receipt. The default is [`RecurrenceWindow::Always`].
    #[must_use]
    pub const fn with_window(mut self, window: RecurrenceWindow) -> Self {
        self.within = window;
        self
    }

    /// Counts only complaints that were rated with this level.
    #[must_use]
    pub const fn with_severity(mut self, level: Severity) -> Self {
        self.severity = Some(level);
        self
    }

    /// Counts only upheld complaints: those that were found to be justified.
    #[must_use]
    pub const fn with_upheld(mut self) -> Self {
        self.upheld = true;
        self
    }

    /// Counts only complaints after which it was recorded that somebody was admonished.
    #[must_use]
    pub const fn with_admonished(mut self) -> Self {
        self.admonished = true;
        self
    }

    /// Returns how many earlier complaints are required.
    #[must_use]
    pub const fn threshold(&self) -> u32 {
        self.at_least
    }

    /// Whether two rules count the same complaints, whatever number each requires.
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

/// Why no complaint can have anything for a key.
fn key_problem(key: RecurrenceKey, taxonomy: &Taxonomy) -> Option<ConditionProblem> {
    let facet = key.facet()?;
    if !is_counted(facet) {
        return Some(ConditionProblem::NotCounted { key });
    }
    let has_words = |facet: Facet| {
        // A declared cause has a group, even if no group is declared.
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
