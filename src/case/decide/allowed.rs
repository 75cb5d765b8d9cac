//! What somebody may do now, and why not the rest.

use alloc::vec::Vec;

use chrono::{DateTime, Utc};
use serde::Serialize;

use crate::case::decide::desk::Desk;
use crate::case::decide::office::Office;
use crate::case::refusal::Refusal;
use crate::case::state::Case;
use crate::vocab::{Action, ActorId};

/// Whether an action may be taken, and if not, why.
///
/// As JSON it is a map of `action` and, where it may not be taken, `refusal`.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub struct Allowed {
    /// The action.
    pub action: Action,
    /// Why not; none where it may be taken.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refusal: Option<Refusal>,
}

impl Office<'_> {
    /// What somebody may do with a case at an instant, and why not the rest: every [`Action`] with the first thing that
    /// keeps the person from it, as far as that does not depend on what the command carries.
    ///
    /// An action that is allowed may still be refused for what it carries, such as a word that is not declared.
    #[must_use]
    pub fn allowed(&self, case: &Case, actor: ActorId, now: DateTime<Utc>) -> Vec<Allowed> {
        let desk = Desk { case, policy: self.policy, authority: self.roster, actor, at: now };
        let judge = |action| desk.check_policy().and_then(|()| desk.probe(action)).err();
        Action::ALL.iter().map(|&action| Allowed { action, refusal: judge(action) }).collect()
    }
}
