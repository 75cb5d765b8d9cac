//! A signature with what it relied on.

use alloc::string::String;

use serde::{Deserialize, Serialize};

use crate::text::left_out::some;
use crate::text::map_only::{amount, map_only};
use crate::vocab::{ActorId, Money, Role, RuleId};

/// A signature, or a refusal to sign, with what it relied on. A record of it can be read without the roster.
///
/// [`Progress::signature_by`](crate::approval::Progress::signature_by) makes signatures. In a document, a signature
/// is a map of `step`, `slot`, `by` and `role`, with `instead-of` and `limit` if there are any.
///
/// # Example: mia signs for anna
///
/// ```
/// use redress::approval::Signature;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let text = r#"{"step":"review","slot":0,"by":"mia","instead-of":"anna","role":"manager"}"#;
/// let signature: Signature = serde_json::from_str(text)?;
/// assert_eq!(signature.people().map(|person| person.to_string()).collect::<Vec<_>>(), ["mia", "anna"]);
/// assert!(signature.is_of("anna".parse()?) && !signature.is_of("li".parse()?));
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
    /// Returns the step that was signed.
    #[must_use]
    pub const fn step(&self) -> RuleId {
        self.step
    }

    /// Returns which slot of the step was filled, counted from 0.
    #[must_use]
    pub const fn slot(&self) -> u32 {
        self.slot
    }

    /// Returns who signed.
    #[must_use]
    pub const fn by(&self) -> ActorId {
        self.by
    }

    /// Returns the person for whom a delegate signed; `None` if the signer signed for themselves.
    #[must_use]
    pub const fn instead_of(&self) -> Option<ActorId> {
        self.instead_of
    }

    /// Returns the role in which they signed. For a system account, it is the first role of the slot.
    #[must_use]
    pub const fn role(&self) -> Role {
        self.role
    }

    /// Returns the greatest amount that they could have signed; `None` if they had no limit. For a delegate, it is
    /// the smaller of both limits.
    #[must_use]
    pub const fn limit(&self) -> Option<Money> {
        self.limit
    }

    /// Checks that nobody signs instead of themselves.
    fn check_giver(&self) -> Result<(), String> {
        match self.instead_of {
            Some(giver) if giver == self.by => {
                Err(alloc::format!("`{giver}` signs instead of themselves, expected another person"))
            }
            _ => Ok(()),
        }
    }

    /// Returns the people whom the signature uses up: the signer, and the person for whom they signed.
    pub fn people(&self) -> impl Iterator<Item = ActorId> + use<> {
        core::iter::once(self.by).chain(self.instead_of)
    }

    /// Returns whether the signature uses up a person, as the signer or as the person for whom it was given.
    #[must_use]
    pub fn is_of(&self, person: ActorId) -> bool {
        self.by == person || self.instead_of == Some(person)
    }
}

map_only!(Signature, "a signature", check_giver);
