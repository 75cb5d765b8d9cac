//! What a signature relied on.

use alloc::string::String;

use serde::{Deserialize, Serialize};

use crate::text::left_out::some;
use crate::text::map_only::{amount, map_only};
use crate::vocab::{ActorId, Money, Role, RuleId};

/// A signature, or a refusal to sign, with what it relied on: a record needs no roster to be read.
///
/// [`Progress::signature_by`](crate::approval::Progress::signature_by) makes it. As a document it is a map of `step`, `slot`,
/// `by`, `role`, and where there are any `instead-of` and `limit`.
///
/// ```
/// use redress::approval::Signature;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let text = r#"{"step":"review","slot":0,"by":"ben","instead-of":"anna","role":"manager"}"#;
/// let signature: Signature = serde_json::from_str(text)?;
/// assert_eq!(signature.people().map(|person| person.to_string()).collect::<Vec<_>>(), ["ben", "anna"]);
/// assert_eq!(serde_json::to_string(&signature)?, text);
/// # Ok(()) }
/// ```
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
pub struct Signature {
    pub(super) step: RuleId,
    #[serde(deserialize_with = "amount")]
    pub(super) slot: u32,
    pub(super) by: ActorId,
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    pub(super) instead_of: Option<ActorId>,
    pub(super) role: Role,
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    pub(super) limit: Option<Money>,
}

impl Signature {
    /// The step that was signed.
    #[must_use]
    pub const fn step(&self) -> RuleId {
        self.step
    }

    /// Which of its slots was filled, from 0.
    #[must_use]
    pub const fn slot(&self) -> u32 {
        self.slot
    }

    /// Who signed.
    #[must_use]
    pub const fn by(&self) -> ActorId {
        self.by
    }

    /// For whom they signed, where it was not for themselves.
    #[must_use]
    pub const fn instead_of(&self) -> Option<ActorId> {
        self.instead_of
    }

    /// The role in which they signed; of a system account that of the slot.
    #[must_use]
    pub const fn role(&self) -> Role {
        self.role
    }

    /// The greatest amount that they could have signed; `None` where there was none.
    #[must_use]
    pub const fn limit(&self) -> Option<Money> {
        self.limit
    }

    /// Nobody signs instead of themselves.
    fn check_giver(&self) -> Result<(), String> {
        match self.instead_of {
            Some(giver) if giver == self.by => {
                Err(alloc::format!("`{giver}` signs instead of themselves, expected another person"))
            }
            _ => Ok(()),
        }
    }

    /// Whom it uses up: who signed, and for whom.
    pub fn people(&self) -> impl Iterator<Item = ActorId> + use<> {
        core::iter::once(self.by).chain(self.instead_of)
    }

    /// Whether it uses somebody up.
    #[must_use]
    pub fn is_of(&self, person: ActorId) -> bool {
        self.by == person || self.instead_of == Some(person)
    }
}

map_only!(Signature, "a signature", check_giver);
