//! How far the following up is.

use crate::case::state::case::Case;
use crate::policy::Policy;
use crate::policy::condition::Truth;
use crate::policy::track::FollowUpRule;
use crate::vocab::course::Opinion;

/// How often the complainant was asked about the last solution, in the way that the track wants.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct FollowUpState {
    /// How often the complainant was asked.
    pub done: u32,
    /// How often that is, at least, before a complaint is closed.
    pub minimum: u32,
    /// How often it is wanted.
    pub target: u32,
    /// Whether the complainant said to be satisfied, the last time there was an answer. Silence is not known, and
    /// never satisfaction.
    pub satisfied: Truth,
}

impl FollowUpState {
    /// How many contacts are missing before it may be closed.
    #[must_use]
    pub const fn missing(&self) -> u32 {
        self.minimum.saturating_sub(self.done)
    }

    /// How many are left until as many as wanted.
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
    /// How far the following up is; none where the policy asks nobody afterwards.
    #[must_use]
    pub fn follow_up(&self, policy: &Policy) -> Option<FollowUpState> {
        policy.track().follow_up().map(|rule| FollowUpState::of(self, rule))
    }
}
