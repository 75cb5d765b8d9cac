//! The list of what a person may do now, with the reason for each action that they may not take.

use alloc::vec::Vec;

use chrono::{DateTime, Utc};
use serde::Serialize;

use crate::case::decide::desk::Desk;
use crate::case::decide::office::Office;
use crate::case::refusal::Refusal;
use crate::case::state::Case;
use crate::vocab::{Action, ActorId};

/// An action, with the reason if a person may not take it now.
///
/// As JSON it is a map of `action` and, if the action is refused, `refusal`.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub struct Allowed {
    /// The action.
    pub action: Action,
    /// The first reason against it. `None` if the action may be taken.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refusal: Option<Refusal>,
}

impl Office<'_> {
    /// Returns every [`Action`] with the first reason for which `actor` may not take it at `now`.
    ///
    /// Use the result to enable the buttons of a form and to explain the others. It only covers what does not depend on
    /// the content of a command: an allowed action can still be refused, for example for a word that is not declared.
    /// If the case follows another policy, every action is refused.
    ///
    /// # Example: what the proposer may do while a manager must sign
    ///
    /// ```
    /// use redress::case::Office;
    /// use redress::sample;
    /// use redress::vocab::Action;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let (policy, roster) = (sample::policy()?, sample::roster()?);
    /// let case = sample::case_in_approval(&policy, &roster)?; // proposed by `anna`
    /// let allowed = Office::new(&policy, &roster).allowed(&case, "anna".parse()?, "2026-04-02T09:00:00Z".parse()?);
    ///
    /// let is_allowed = |action| allowed.iter().any(|row| row.action == action && row.refusal.is_none());
    /// assert!(is_allowed(Action::TakeBack) && is_allowed(Action::Note));
    /// assert!(!is_allowed(Action::Sign) && !is_allowed(Action::Close));
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn allowed(&self, case: &Case, actor: ActorId, now: DateTime<Utc>) -> Vec<Allowed> {
        let desk = Desk { case, policy: self.policy, authority: self.roster, actor, at: now };
        let judge = |action| desk.check_policy().and_then(|()| desk.probe(action)).err();
        Action::ALL.iter().map(|&action| Allowed { action, refusal: judge(action) }).collect()
    }
}
