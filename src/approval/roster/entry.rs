//! The entries of a roster: a role that a person holds, and a role that they delegate.

use chrono::{DateTime, Utc};

use crate::calendar::moment::Moment;
use crate::vocab::{ActorId, Money, Role};

/// A role that a person holds: from when, until when, and up to which amount they may sign.
///
/// # Example: a holding ends before its last instant
///
/// ```
/// use redress::approval::Holding;
/// use redress::vocab::{Money, Role};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let (june, july) = ("2026-06-01T00:00:00Z".parse()?, "2026-07-01T00:00:00Z".parse()?);
/// let holding = Holding::new("anna".parse()?, Role::MANAGER)
///     .with_since(june)
///     .with_until(july)
///     .with_limit(Money::new(500_000, "EUR".parse()?)); // up to and including 5000.00 EUR
/// assert!(holding.covers(june));
/// assert!(!holding.covers(july));
/// # Ok(()) }
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[must_use = "a holding does nothing until a roster has it"]
pub struct Holding {
    person: ActorId,
    role: Role,
    since: Option<DateTime<Utc>>,
    until: Option<DateTime<Utc>>,
    limit: Option<Money>,
}

/// A permission to sign for another person, in one role and one period.
///
/// The delegate acts for the holder and not next to them: a signature by the delegate uses up both people. The holder
/// must hold the role for the whole period, and a delegate cannot delegate further.
///
/// # Example: a delegation for June
///
/// ```
/// use redress::approval::Delegation;
/// use redress::vocab::{Money, Role};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let (since, until) = ("2026-06-01T00:00:00Z".parse()?, "2026-07-01T00:00:00Z".parse()?);
/// let (from, to) = ("anna".parse()?, "mia".parse()?);
/// let delegation = Delegation { from, to, role: Role::MANAGER, since, until, limit: None }
///     .with_limit(Money::new(50_000, "EUR".parse()?));
/// assert!(delegation.covers(since));
/// assert!(!delegation.covers(until));
/// # Ok(()) }
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[must_use = "a delegation does nothing until a roster has it"]
#[expect(clippy::exhaustive_structs, reason = "a plain record: its fields are its interface")]
pub struct Delegation {
    /// The person who delegates, and who holds the role.
    pub from: ActorId,
    /// The delegate.
    pub to: ActorId,
    /// The role in which the delegate signs.
    pub role: Role,
    /// The first instant of the delegation.
    pub since: DateTime<Utc>,
    /// The first instant after the delegation.
    pub until: DateTime<Utc>,
    /// The greatest amount that the delegate may sign; `None` if only the limit of the holder counts.
    pub limit: Option<Money>,
}

/// Returns the instant as it is written. A leap second, which chrono can hold, becomes the first instant of the next
/// minute.
fn plain(at: DateTime<Utc>) -> DateTime<Utc> {
    Moment::from(at).into()
}

impl Holding {
    /// Creates a holding without a start, an end or a limit.
    pub const fn new(person: ActorId, role: Role) -> Self {
        Self { person, role, since: None, until: None, limit: None }
    }

    /// Sets the first instant of the holding.
    pub fn with_since(mut self, since: DateTime<Utc>) -> Self {
        self.since = Some(plain(since));
        self
    }

    /// Sets the first instant after the holding.
    pub fn with_until(mut self, until: DateTime<Utc>) -> Self {
        self.until = Some(plain(until));
        self
    }

    /// Sets the greatest amount that the person may sign in this role.
    pub const fn with_limit(mut self, limit: Money) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Returns the person who holds the role.
    #[must_use]
    pub const fn person(&self) -> ActorId {
        self.person
    }

    /// Returns the role.
    #[must_use]
    pub const fn role(&self) -> Role {
        self.role
    }

    /// Returns the first instant of the holding; `None` if it has no start.
    #[must_use]
    pub const fn since(&self) -> Option<DateTime<Utc>> {
        self.since
    }

    /// Returns the first instant after the holding; `None` if it has no end.
    #[must_use]
    pub const fn until(&self) -> Option<DateTime<Utc>> {
        self.until
    }

    /// Returns the greatest amount that the person may sign; `None` if there is no limit.
    #[must_use]
    pub const fn limit(&self) -> Option<Money> {
        self.limit
    }

    /// Returns whether the person holds the role at an instant.
    #[must_use]
    pub fn covers(&self, at: DateTime<Utc>) -> bool {
        self.has_begun(at) && self.until.is_none_or(|until| plain(at) < until)
    }

    pub(super) fn has_begun(&self, at: DateTime<Utc>) -> bool {
        self.since.is_none_or(|since| since <= plain(at))
    }
}

impl Delegation {
    /// Returns the delegation as it is written: see `plain`.
    pub(super) fn plain(self) -> Self {
        Self { since: plain(self.since), until: plain(self.until), ..self }
    }

    /// Sets the greatest amount that the delegate may sign.
    pub const fn with_limit(mut self, limit: Money) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Returns whether the delegation is valid at an instant.
    #[must_use]
    pub fn covers(&self, at: DateTime<Utc>) -> bool {
        let at = plain(at);
        plain(self.since) <= at && at < plain(self.until)
    }

    /// Returns whether both delegations are valid at some instant.
    pub(super) fn overlaps(&self, other: &Self) -> bool {
        self.since.max(other.since) < self.until.min(other.until)
    }
}
