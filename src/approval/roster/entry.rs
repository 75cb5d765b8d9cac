//! A role that somebody holds, and one that they give to another for a while.

use chrono::{DateTime, Utc};

use crate::calendar::moment::Moment;
use crate::vocab::{ActorId, Money, Role};

/// A role that somebody holds: from when, until when, and up to which amount they sign.
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
///     .with_limit(Money::new(500_000, "EUR".parse()?));
/// assert!(holding.covers(june) && !holding.covers(july));
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

/// A role that somebody who holds it gives to another for a while: to act for them, and not beside them.
///
/// ```
/// use redress::approval::Delegation;
/// use redress::vocab::Role;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let (june, july) = ("2026-06-01T00:00:00Z".parse()?, "2026-07-01T00:00:00Z".parse()?);
/// let delegation = Delegation { from: "anna".parse()?, to: "ben".parse()?, role: Role::MANAGER, since: june, until: july, limit: None };
/// assert!(delegation.covers(june) && !delegation.covers(july));
/// # Ok(()) }
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[must_use = "a delegation does nothing until a roster has it"]
#[expect(clippy::exhaustive_structs, reason = "a plain record: its fields are its interface")]
pub struct Delegation {
    /// Who gives it.
    pub from: ActorId,
    /// Who receives it.
    pub to: ActorId,
    /// The role that they receive.
    pub role: Role,
    /// The first instant at which they have it.
    pub since: DateTime<Utc>,
    /// The first instant at which they no longer have it.
    pub until: DateTime<Utc>,
    /// The greatest amount that they sign; `None` where the giver's limit alone counts.
    pub limit: Option<Money>,
}

/// An instant as it is written: a leap second, which chrono can hold, is the first instant of the next minute.
fn plain(at: DateTime<Utc>) -> DateTime<Utc> {
    Moment::from(at).into()
}

impl Holding {
    /// A role that somebody has, has always had and will have, with any amount.
    pub const fn new(person: ActorId, role: Role) -> Self {
        Self { person, role, since: None, until: None, limit: None }
    }

    /// Sets the first instant at which they have it.
    pub fn with_since(mut self, since: DateTime<Utc>) -> Self {
        self.since = Some(plain(since));
        self
    }

    /// Sets the first instant at which they no longer have it.
    pub fn with_until(mut self, until: DateTime<Utc>) -> Self {
        self.until = Some(plain(until));
        self
    }

    /// Sets the greatest amount that they sign.
    pub const fn with_limit(mut self, limit: Money) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Who has it.
    #[must_use]
    pub const fn person(&self) -> ActorId {
        self.person
    }

    /// The role that they have.
    #[must_use]
    pub const fn role(&self) -> Role {
        self.role
    }

    /// The first instant at which they have it; `None` where it has no beginning.
    #[must_use]
    pub const fn since(&self) -> Option<DateTime<Utc>> {
        self.since
    }

    /// The first instant at which they no longer have it; `None` where it has no end.
    #[must_use]
    pub const fn until(&self) -> Option<DateTime<Utc>> {
        self.until
    }

    /// The greatest amount that they sign; `None` where they sign any.
    #[must_use]
    pub const fn limit(&self) -> Option<Money> {
        self.limit
    }

    /// Whether they have it at an instant.
    #[must_use]
    pub fn covers(&self, at: DateTime<Utc>) -> bool {
        self.has_begun(at) && self.until.is_none_or(|until| plain(at) < until)
    }

    pub(super) fn has_begun(&self, at: DateTime<Utc>) -> bool {
        self.since.is_none_or(|since| since <= plain(at))
    }
}

impl Delegation {
    /// As it is written: a leap second is the first instant of the next minute.
    pub(super) fn plain(self) -> Self {
        Self { since: plain(self.since), until: plain(self.until), ..self }
    }

    /// Sets the greatest amount that the other signs for them.
    pub const fn with_limit(mut self, limit: Money) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Whether it holds at an instant.
    #[must_use]
    pub fn covers(&self, at: DateTime<Utc>) -> bool {
        let at = plain(at);
        plain(self.since) <= at && at < plain(self.until)
    }

    /// Whether there is an instant at which both hold.
    pub(super) fn overlaps(&self, other: &Self) -> bool {
        self.since.max(other.since) < self.until.min(other.until)
    }
}
