//! Who decides: a policy and the people who act by it.

use crate::approval::Roster;
use crate::policy::Policy;

/// The policy by which cases are handled, together with the people who may act by it.
///
/// An office holds two references and nothing else: make one wherever a request comes in. It [decides](Office::decide)
/// requests, says what somebody [may do](Office::allowed), and who [could sign](Office::possible_signers) next.
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # use redress::approval::Roster;
/// # use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
/// # use redress::policy::{Policy, Routing};
/// # use redress::triage::ComplaintDocument;
/// use redress::case::{Office, Stamp, open};
/// use redress::vocab::Action;
///
/// # let utc = chrono::FixedOffset::east_opt(0).ok_or("offset")?;
/// # let calendar = Calendar::builder("desk", Zone::fixed(utc, KnownDays::years(2026, 2026)?)?)
/// #     .week(WeekPattern::weekdays([Hours::from_static("09:00-17:00")]))
/// #     .build()?;
/// # let policy = Policy::builder("desk").version("1").calendar(calendar).routing(Routing::none()).build()?;
/// # let roster = Roster::builder("2026-03").build()?;
/// # let received = "2026-03-02T08:00:00Z".parse()?;
/// # let said = ComplaintDocument::new("A-1".parse()?, received);
/// let case = open(&policy, said, Stamp::new("k-1".parse()?, "anna".parse()?, received))?;
///
/// let office = Office::new(&policy, &roster);
/// let allowed = office.allowed(&case, "anna".parse()?, received);
/// let register = allowed.iter().find(|allowed| allowed.action == Action::Register).ok_or("unknown action")?;
/// assert_eq!(register.refusal, None);
/// # Ok(()) }
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Office<'a> {
    pub(in crate::case) policy: &'a Policy,
    pub(in crate::case) roster: &'a Roster,
}

impl<'a> Office<'a> {
    /// Puts a policy and a roster together.
    #[must_use]
    pub const fn new(policy: &'a Policy, roster: &'a Roster) -> Self {
        Self { policy, roster }
    }

    /// Returns the policy.
    #[must_use]
    pub const fn policy(&self) -> &'a Policy {
        self.policy
    }

    /// Returns the people.
    #[must_use]
    pub const fn roster(&self) -> &'a Roster {
        self.roster
    }
}
