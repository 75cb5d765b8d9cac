//! How a complaint repeats earlier ones, counted once and kept.

use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::policy::Policy;
use crate::triage::{Complaint, History, Recurred, recurrence};
use crate::vocab::map_only::map_only;

/// How a complaint repeats earlier ones: what the rules of a policy ask of a [`History`], counted.
///
/// A case keeps it, so that its severity can be found again without the complaints that came before.
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
/// # use redress::policy::{Policy, Routing};
/// use redress::triage::{Complaint, History, Past};
///
/// # let zone = Zone::tabulate("Europe/Berlin", &chrono_tz::Europe::Berlin, KnownDays::years(2026, 2026)?)?;
/// # let calendar = Calendar::builder("office", zone)
/// #     .week(WeekPattern::weekdays([Hours::from_static("09:00-17:00")]))
/// #     .build()?;
/// # let policy = Policy::builder("desk", "1").calendar(calendar).routing(Routing::none()).build()?;
/// let complaint = Complaint::new("A-1".parse()?, "2026-03-02T10:00:00Z".parse()?);
/// let past = Past::of(&policy, &complaint, &History::none());
/// assert!(past.counts().is_empty()); // no rule of this policy looks at earlier complaints
/// # Ok(()) }
/// ```
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
pub struct Past {
    /// What the policy asks for, in its order.
    #[serde(deserialize_with = "crate::vocab::list::any_number")]
    pub(super) repeats: Vec<Recurred>,
    /// How many earlier complaints of the same complainant there are.
    #[serde(deserialize_with = "crate::vocab::map_only::count")]
    pub(super) of_complainant: usize,
}

map_only!(Past, "what came before");

impl Past {
    /// Counts what the rules of a policy ask for.
    #[must_use]
    pub fn of(policy: &Policy, complaint: &Complaint, history: &History) -> Self {
        let calendar = policy.calendar();
        let count = |asked| recurrence(complaint, history, asked, calendar);
        Self {
            repeats: policy.recurrences().iter().map(count).collect(),
            of_complainant: complaint
                .complainant
                .map_or(0, |key| history.by_complainant(key, complaint.received, complaint.id).count()),
        }
    }

    /// What was counted, in the order of the policy's rules.
    #[must_use]
    pub fn counts(&self) -> &[Recurred] {
        &self.repeats
    }

    /// How many earlier complaints of the same complainant there are.
    #[must_use]
    pub const fn of_complainant(&self) -> usize {
        self.of_complainant
    }
}
