//! The progress of follow-up contacts after a solution.

use crate::case::state::case::Case;
use crate::policy::Policy;
use crate::policy::condition::Truth;
use crate::policy::track::FollowUpRule;
use crate::vocab::course::Opinion;

/// The follow-up contacts about the last solution, compared with what the policy asks for.
///
/// [`Case::follow_up`] returns it. Only contacts of the kind that the policy names count. If the policy counts contacts
/// from an event on, those since that event count, and otherwise those since the complaint was last resolved.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct FollowUpState {
    /// The number of contacts that count.
    pub done: u32,
    /// The number that is required before closing.
    pub minimum: u32,
    /// The number that the policy asks for. Closing with fewer gives a notice.
    pub target: u32,
    /// Whether the complainant was satisfied in their last answer about the solution. [`Truth::Unknown`] if they have
    /// not answered, or were silent: silence never counts as satisfaction.
    pub satisfied: Truth,
}

impl FollowUpState {
    /// Returns the number of contacts that are still missing before the case can be closed.
    #[must_use]
    pub const fn missing(&self) -> u32 {
        self.minimum.saturating_sub(self.done)
    }

    /// Returns the number of contacts that are still missing to the number that the policy asks for.
    #[must_use]
    pub const fn left(&self) -> u32 {
        self.target.saturating_sub(self.done)
    }

    pub(in crate::case) fn of(case: &Case, rule: &FollowUpRule) -> Self {
        let about = case.contacts_about_solution();
        let since = rule.since.and_then(|event| case.timeline().first(event));
        let counted = since.map_or(about, |since| case.contacts_since(since));
        let done = counted.iter().filter(|contact| contact.kind == rule.kind()).count();
        let last = about.iter().rev().map(|contact| contact.opinion).find(|said| *said != Opinion::Asked);
        let satisfied = match last {
            Some(Opinion::Satisfied) => Truth::True,
            Some(Opinion::Unsatisfied) => Truth::False,
            Some(Opinion::Silent | Opinion::Asked) | None => Truth::Unknown,
        };
        Self {
            done: u32::try_from(done).unwrap_or(u32::MAX),
            minimum: rule.minimum(),
            target: rule.target(),
            satisfied,
        }
    }
}

impl Case {
    /// Returns the progress of follow-up contacts. `None` if the policy has no stage for them.
    ///
    /// ```
    /// use redress::sample;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let (policy, roster) = (sample::policy()?, sample::roster()?);
    /// let case = sample::case(&policy, &roster)?;
    /// assert_eq!(case.follow_up(&policy), None); // the shop closes without asking again
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn follow_up(&self, policy: &Policy) -> Option<FollowUpState> {
        policy.track().follow_up().map(|rule| FollowUpState::of(self, rule))
    }
}
