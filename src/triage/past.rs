//! How a complaint repeats earlier ones, counted once and kept.

use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::policy::Policy;
use crate::policy::condition::{Recurrence, RecurrenceKey, RecurrenceWindow, Truth};
use crate::text::map_only::map_only;
use crate::triage::complaint::Complaint;
use crate::triage::history::History;
use crate::triage::recurrence::{RecurrenceCount, begins};

/// How a complaint repeats earlier ones: what the rules of a policy ask of a [`History`], counted.
///
/// A case keeps it, so that its severity can be found again without the complaints that came before.
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
/// # use redress::policy::{Policy, Routing};
/// use redress::triage::{Complaint, History, PastCounts};
///
/// # let zone = Zone::tabulate("Europe/Berlin", &chrono_tz::Europe::Berlin, KnownDays::years(2026, 2026)?)?;
/// # let calendar = Calendar::builder("office", zone)
/// #     .week(WeekPattern::weekdays([Hours::from_static("09:00-17:00")]))
/// #     .build()?;
/// # let policy = Policy::builder("desk").version("1").calendar(calendar).routing(Routing::none()).build()?;
/// let complaint = Complaint::new("A-1".parse()?, "2026-03-02T10:00:00Z".parse()?);
/// let past = PastCounts::of(&policy, &complaint, &History::none());
/// assert!(past.counts().is_empty()); // no rule of this policy looks at earlier complaints
/// # Ok(()) }
/// ```
#[derive(Clone, Debug, Default, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
pub struct PastCounts {
    /// What the policy asks for, in its order.
    #[serde(deserialize_with = "crate::text::list::any_number")]
    pub(super) repeats: Vec<RecurrenceCount>,
    /// How many earlier complaints of the same complainant there are.
    #[serde(deserialize_with = "crate::text::map_only::count")]
    pub(super) of_complainant: usize,
}

map_only!(PastCounts, "what came before");

impl PastCounts {
    /// Counts what the rules of a policy ask for.
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

    /// What one policy counted of a complaint, as another asks for it. Where both ask for the same, it is as it was
    /// counted, whatever number each wants; what the first did not count is not known, and neither is whether it is
    /// reached, unless the complainant has too few complaints for it in all.
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

    /// Of what was not counted it is known only that it is no more than all complaints of the complainant, where it goes
    /// by the complainant alone.
    fn not_counted(&self, complaint: &Complaint, asked: &Recurrence) -> RecurrenceCount {
        let by_complainant = asked.by == [RecurrenceKey::Complainant] && complaint.complainant().is_some();
        let count = if by_complainant { self.of_complainant } else { RecurrenceCount::NOT_COUNTED };
        let needed = usize::try_from(asked.at_least).unwrap_or(usize::MAX);
        let reached = if count < needed { Truth::False } else { Truth::Unknown };
        RecurrenceCount { key: None, count, reached }
    }

    /// What was counted, in the order of the policy's rules.
    #[must_use]
    pub fn counts(&self) -> &[RecurrenceCount] {
        &self.repeats
    }

    /// How many earlier complaints of the same complainant there are.
    #[must_use]
    pub const fn of_complainant(&self) -> usize {
        self.of_complainant
    }
}

/// Whether it is known from when on earlier complaints were counted, and another policy would count from then on, too.
fn is_sure(complaint: &Complaint, counted: &Recurrence, from: &Policy, to: &Policy) -> bool {
    match counted.within {
        RecurrenceWindow::Always | RecurrenceWindow::Elapsed(_) => true,
        RecurrenceWindow::Days(_) | RecurrenceWindow::Months(_) => {
            let begins = |policy: &Policy| begins(complaint.received(), counted.within, policy.calendar());
            begins(from).is_some() && begins(from) == begins(to)
        }
    }
}
