//! How often a complaint repeats earlier ones, counted once and kept.

use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::policy::Policy;
use crate::policy::condition::{Recurrence, RecurrenceKey, RecurrenceWindow, Truth};
use crate::text::map_only::map_only;
use crate::triage::complaint::Complaint;
use crate::triage::history::History;
use crate::triage::recurrence::{RecurrenceCount, begins};

/// The counts of earlier complaints that the rules of a policy ask for.
///
/// A case stores them, so that its severity can be found again without the earlier complaints.
///
/// # Example: a rule for the second complaint of a customer
///
/// ```
/// use redress::policy::condition::{Recurrence, RecurrenceKey, Truth};
/// use redress::policy::severity::SeverityRule;
/// use redress::policy::{Condition, Policy, Routing, SeverityRules};
/// use redress::triage::{History, PastCase, PastCounts};
/// use redress::vocab::{RuleId, Severity};
/// # use redress::{sample, word};
///
/// let again = Condition::Repeats(Recurrence::new([RecurrenceKey::Complainant], 1));
/// let rules = SeverityRules::new([Severity::Minor, Severity::General])
///     .with_rule(SeverityRule::new(word!(RuleId, "again"), Severity::General, again))
///     .with_otherwise(Severity::Minor);
/// # let desk = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(Routing::none());
/// let policy = desk.severity(rules).build()?;
///
/// let complaint = sample::complaint()?.with_complainant("K-1".parse()?);
/// let past = PastCase::new("A-3".parse()?, "2026-02-02T10:00:00Z".parse()?).with_complainant("K-1".parse()?);
/// let counted = PastCounts::of(&policy, &complaint, &History::of([past])?);
/// assert_eq!(counted.counts()[0].reached, Truth::True);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
pub struct PastCounts {
    /// What the policy asks for, in its order.
    #[serde(deserialize_with = "crate::text::list::any_number")]
    pub(super) repeats: Vec<RecurrenceCount>,
    /// How many earlier complaints the same complainant made.
    #[serde(deserialize_with = "crate::text::map_only::count")]
    pub(super) of_complainant: usize,
}

map_only!(PastCounts, "what came before");

impl PastCounts {
    /// Counts the earlier complaints that the rules of a policy ask for.
    ///
    /// # Example: no rule asks
    ///
    /// ```
    /// use redress::sample;
    /// use redress::triage::{History, PastCase, PastCounts};
    ///
    /// let (policy, customer) = (sample::policy()?, "K-1".parse()?);
    /// let before = PastCase::new("A-3".parse()?, "2026-02-02T10:00:00Z".parse()?).with_complainant(customer);
    /// let complaint = sample::complaint()?.with_complainant(customer);
    /// let past = PastCounts::of(&policy, &complaint, &History::of([before])?);
    /// assert!(past.counts().is_empty());
    /// assert_eq!(past.of_complainant(), 1); // this is always counted
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn of(policy: &Policy, complaint: &Complaint, history: &History) -> Self {
        let calendar = policy.calendar();
        let count = |asked| complaint.repetitions(asked, history, calendar);
        Self {
            repeats: policy.recurrences().iter().map(count).collect(),
            of_complainant: complaint
                .complainant
                .map_or(0, |key| history.count_by_complainant(key, complaint.received, complaint.id)),
        }
    }

    /// Converts what was counted for one policy to what another policy asks for.
    ///
    /// If both count the same complaints, the count is kept, whatever number each of them requires. What the first
    /// policy did not count is unknown, and so is whether the number is reached, unless the complainant has too few
    /// complaints in all.
    pub(crate) fn carried(&self, complaint: &Complaint, from: &Policy, to: &Policy) -> Self {
        let counted = |asked: &Recurrence| {
            let known = from.recurrences().iter().zip(&self.repeats);
            let mut alike = known.filter(|(known, _)| known.is_counted_as(asked));
            let first = alike.clone().find(|(known, _)| *known == asked).or_else(|| alike.next());
            first.map_or_else(
                || self.not_counted(complaint, asked),
                |(known, found)| found.against(known, asked, is_sure(complaint, known, from, to)),
            )
        };
        Self { repeats: to.recurrences().iter().map(counted).collect(), of_complainant: self.of_complainant }
    }

    /// Returns what is known about a recurrence that was not counted.
    ///
    /// If it counts by the complainant alone, it finds at most all complaints of the complainant. Otherwise it may find
    /// any number.
    fn not_counted(&self, complaint: &Complaint, asked: &Recurrence) -> RecurrenceCount {
        let by_complainant = asked.by == [RecurrenceKey::Complainant] && complaint.complainant().is_some();
        let count = if by_complainant { self.of_complainant } else { RecurrenceCount::NOT_COUNTED };
        let needed = usize::try_from(asked.at_least).unwrap_or(usize::MAX);
        let reached = if count < needed { Truth::False } else { Truth::Unknown };
        RecurrenceCount { key: None, count, reached }
    }

    /// Returns the counts, in the order in which the policy asks for them. Empty if no rule looks at earlier
    /// complaints.
    #[must_use]
    pub fn counts(&self) -> &[RecurrenceCount] {
        &self.repeats
    }

    /// Returns how many earlier complaints the same complainant made, or 0 if the complainant is unknown.
    #[must_use]
    pub const fn of_complainant(&self) -> usize {
        self.of_complainant
    }
}

/// Returns whether it is known since when earlier complaints were counted, and another policy would count since then
/// too.
fn is_sure(complaint: &Complaint, counted: &Recurrence, from: &Policy, to: &Policy) -> bool {
    match counted.within {
        RecurrenceWindow::Always | RecurrenceWindow::Elapsed(_) => true,
        RecurrenceWindow::Days(_) | RecurrenceWindow::Months(_) => {
            let begins = |policy: &Policy| begins(complaint.received(), counted.within, policy.calendar());
            begins(from).is_some() && begins(from) == begins(to)
        }
    }
}
