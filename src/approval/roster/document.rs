//! A roster as a document.

use alloc::string::String;
use alloc::vec::Vec;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Deserializer, Serialize};

use crate::approval::limits::{MAX_ACCOUNTS, MAX_DELEGATIONS, MAX_HOLDINGS};
use crate::approval::roster::builder::RosterBuilder;
use crate::approval::roster::entry::{Delegation, Holding};
use crate::approval::roster::fault::RosterFaults;
use crate::approval::roster::people::Roster;
use crate::text::list::list;
use crate::text::map_only::map_only;
use crate::vocab::{ActorId, Money, Role};

/// A roster as JSON, TOML or another format that serde reads. [`build`](Self::build) checks it.
///
/// Unknown keys are refused. Instants are texts with an offset, in TOML too.
///
/// # Example: a roster in JSON
///
/// ```
/// use redress::approval::RosterDocument;
/// use redress::vocab::Role;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let document: RosterDocument = serde_json::from_str(r#"{
///     "revision": "2026-06",
///     "holdings": [
///         { "person": "anna", "role": "manager", "up-to": { "minor": 500000, "currency": "EUR" } },
///         { "person": "mia", "role": "handler", "since": "2026-01-01T00:00:00+01:00" }
///     ],
///     "delegations": [{
///         "from": "anna", "to": "mia", "role": "manager",
///         "since": "2026-06-01T00:00:00Z", "until": "2026-07-01T00:00:00Z"
///     }],
///     "systems": ["mailer"]
/// }"#)?;
/// let roster = document.build()?;
/// assert!(roster.holds("anna".parse()?, Role::MANAGER, "2026-06-01T00:00:00Z".parse()?));
/// assert_eq!(RosterDocument::from(&roster).build()?, roster);
/// # Ok(()) }
/// ```
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
#[expect(clippy::exhaustive_structs, reason = "a plain document: its fields are its interface")]
pub struct RosterDocument {
    /// The name of this revision, of 1 to 100 visible characters.
    pub revision: String,
    /// Who holds which role.
    #[serde(deserialize_with = "holdings")]
    pub holdings: Vec<HoldingDocument>,
    /// Who stands in for whom. May be left out.
    #[serde(default, deserialize_with = "delegations", skip_serializing_if = "Vec::is_empty")]
    pub delegations: Vec<DelegationDocument>,
    /// The accounts that are not people. May be left out.
    #[serde(default, deserialize_with = "systems", skip_serializing_if = "Vec::is_empty")]
    pub systems: Vec<ActorId>,
}

map_only!(RosterDocument, "a roster");

/// A [`Holding`] in a document.
///
/// ```
/// use redress::approval::entry::HoldingDocument;
///
/// let text = r#"{"person":"anna","role":"manager","until":"2026-07-01T00:00:00Z"}"#;
/// let holding: HoldingDocument = serde_json::from_str(text)?;
/// assert_eq!((holding.since, holding.up_to), (None, None)); // no start, no limit
/// assert_eq!(serde_json::to_string(&holding)?, text);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
#[expect(clippy::exhaustive_structs, reason = "a plain document: its fields are its interface")]
pub struct HoldingDocument {
    /// The person who holds the role.
    pub person: ActorId,
    /// The role.
    pub role: Role,
    /// The first instant of the holding; `None` if it has no start.
    #[serde(
        default,
        serialize_with = "crate::calendar::instant::option::serialize",
        deserialize_with = "instant",
        skip_serializing_if = "Option::is_none"
    )]
    pub since: Option<DateTime<Utc>>,
    /// The first instant after the holding; `None` if it has no end.
    #[serde(
        default,
        serialize_with = "crate::calendar::instant::option::serialize",
        deserialize_with = "instant",
        skip_serializing_if = "Option::is_none"
    )]
    pub until: Option<DateTime<Utc>>,
    /// The greatest amount that the person may sign; `None` if there is no limit.
    #[serde(default, deserialize_with = "amount", skip_serializing_if = "Option::is_none")]
    pub up_to: Option<Money>,
}

map_only!(HoldingDocument, "a holding");

/// A [`Delegation`] in a document.
///
/// ```
/// use redress::approval::entry::DelegationDocument;
///
/// let delegation: DelegationDocument = serde_json::from_str(r#"{
///     "from": "anna", "to": "mia", "role": "manager",
///     "since": "2026-06-01T00:00:00+02:00", "until": "2026-07-01T00:00:00+02:00"
/// }"#)?;
/// assert_eq!(delegation.until.to_rfc3339(), "2026-06-30T22:00:00+00:00");
/// assert_eq!(delegation.up_to, None); // only the limit of anna counts
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
#[expect(clippy::exhaustive_structs, reason = "a plain document: its fields are its interface")]
pub struct DelegationDocument {
    /// The person who delegates, and who holds the role.
    pub from: ActorId,
    /// The delegate.
    pub to: ActorId,
    /// The role in which the delegate signs.
    pub role: Role,
    /// The first instant of the delegation.
    #[serde(with = "crate::calendar::instant")]
    pub since: DateTime<Utc>,
    /// The first instant after the delegation.
    #[serde(with = "crate::calendar::instant")]
    pub until: DateTime<Utc>,
    /// The greatest amount that the delegate may sign; `None` if only the limit of the holder counts.
    #[serde(default, deserialize_with = "amount", skip_serializing_if = "Option::is_none")]
    pub up_to: Option<Money>,
}

map_only!(DelegationDocument, "a delegation");

fn holdings<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<HoldingDocument>, D::Error> {
    list(MAX_HOLDINGS, deserializer)
}

fn delegations<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<DelegationDocument>, D::Error> {
    list(MAX_DELEGATIONS, deserializer)
}

fn systems<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<ActorId>, D::Error> {
    list(MAX_ACCOUNTS, deserializer)
}

fn instant<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<DateTime<Utc>>, D::Error> {
    crate::calendar::instant::deserialize(deserializer).map(Some)
}

fn amount<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Money>, D::Error> {
    <Money as Deserialize>::deserialize(deserializer).map(Some)
}

impl RosterDocument {
    /// Builds the roster and checks it.
    ///
    /// # Errors
    ///
    /// Returns all faults of the roster: see [`RosterBuilder::build`].
    pub fn build(self) -> Result<Roster, RosterFaults> {
        let mut builder = Roster::builder(&self.revision);
        for document in self.holdings {
            builder = builder.holding(document.holding());
        }
        for document in self.delegations {
            builder = builder.delegation(document.delegation());
        }
        self.systems.into_iter().fold(builder, RosterBuilder::system).build()
    }
}

impl HoldingDocument {
    fn holding(self) -> Holding {
        let holding = Holding::new(self.person, self.role);
        let holding = self.since.map_or(holding, |since| holding.with_since(since));
        let holding = self.until.map_or(holding, |until| holding.with_until(until));
        self.up_to.map_or(holding, |limit| holding.with_limit(limit))
    }
}

impl DelegationDocument {
    fn delegation(self) -> Delegation {
        let delegation = Delegation {
            from: self.from,
            to: self.to,
            role: self.role,
            since: self.since,
            until: self.until,
            limit: None,
        };
        self.up_to.map_or(delegation, |limit| delegation.with_limit(limit))
    }
}

impl From<&Roster> for RosterDocument {
    fn from(roster: &Roster) -> Self {
        let holding = |holding: &Holding| HoldingDocument {
            person: holding.person(),
            role: holding.role(),
            since: holding.since(),
            until: holding.until(),
            up_to: holding.limit(),
        };
        let delegation = |delegation: &Delegation| DelegationDocument {
            from: delegation.from,
            to: delegation.to,
            role: delegation.role,
            since: delegation.since,
            until: delegation.until,
            up_to: delegation.limit,
        };
        Self {
            revision: roster.revision().into(),
            holdings: roster.holdings().iter().map(holding).collect(),
            delegations: roster.delegations().iter().map(delegation).collect(),
            systems: roster.systems().to_vec(),
        }
    }
}
