//! When a step of an approval is due.

use chrono::{DateTime, Utc};

use crate::policy::Policy;

/// Returns when a step of an approval must be signed, by the calendar of the policy.
pub(in crate::case) fn step_due(
    policy: &Policy,
    term: crate::deadline::Term,
    since: DateTime<Utc>,
) -> Result<crate::deadline::Due, crate::deadline::DeadlineError> {
    use crate::deadline::{Anchors, Deadline};
    use crate::vocab::Anchor;
    let anchors = Anchors::new().with(Anchor::RECEIVED, since);
    Deadline::from(term).due(policy.calendar(), Anchor::RECEIVED, &anchors)
}
