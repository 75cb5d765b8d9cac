//! The office: a policy together with the people who work under it.

use crate::approval::Roster;
use crate::policy::Policy;

/// A policy together with the people who may act under it. An office decides requests on cases.
///
/// An office holds two references and nothing else, so make a new one for each incoming request. It
/// [decides](Office::decide) requests, says what a person [may do](Office::allowed), and who
/// [can sign](Office::possible_signers) next.
///
/// # Example
///
/// ```
/// use redress::case::Office;
/// use redress::sample;
/// use redress::vocab::Action;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let (policy, roster) = (sample::policy()?, sample::roster()?);
/// let case = sample::case(&policy, &roster)?; // registered
///
/// let office = Office::new(&policy, &roster);
/// let allowed = office.allowed(&case, "anna".parse()?, "2026-04-02T09:00:00Z".parse()?);
/// let start = allowed.iter().find(|allowed| allowed.action == Action::Start).ok_or("unknown action")?;
/// assert_eq!(start.refusal, None);
/// # Ok(()) }
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Office<'a> {
    pub(in crate::case) policy: &'a Policy,
    pub(in crate::case) roster: &'a Roster,
}

impl<'a> Office<'a> {
    /// Creates an office from a policy and a roster. The policy must be the one that the case follows.
    #[must_use]
    pub const fn new(policy: &'a Policy, roster: &'a Roster) -> Self {
        Self { policy, roster }
    }

    /// Returns the policy of this office.
    #[must_use]
    pub const fn policy(&self) -> &'a Policy {
        self.policy
    }

    /// Returns the roster: the people with their roles, limits and delegations.
    #[must_use]
    pub const fn roster(&self) -> &'a Roster {
        self.roster
    }
}
