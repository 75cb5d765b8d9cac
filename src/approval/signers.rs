//! Who signs a step, and how many people.

use alloc::vec::Vec;

use crate::vocab::Role;

/// Who signs a step, and how many people.
///
/// Each signature fills a slot, and each slot accepts the holders of certain roles.
///
/// # Example: two of either role, or one of each
///
/// ```
/// use redress::approval::Signers;
/// use redress::vocab::Role;
///
/// let two = Signers::any(2, [Role::MANAGER, Role::DEPARTMENT_HEAD]); // two managers will do
/// assert_eq!(two.slots(), 2);
/// assert_eq!(two.roles_of(1), [Role::MANAGER, Role::DEPARTMENT_HEAD]);
///
/// let each = Signers::one_of_each([Role::MANAGER, Role::DEPARTMENT_HEAD]); // two managers will not
/// assert_eq!(each.slots(), 2);
/// assert_eq!(each.roles_of(1), [Role::DEPARTMENT_HEAD]);
/// assert!(each.roles_of(2).is_empty());
/// ```
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a new way to count must break every reader")]
pub enum Signers {
    /// A number of people, each of whom holds one of the roles.
    AnyOf {
        /// The number of people who sign.
        needed: u32,
        /// The roles. A signer needs one of them.
        roles: Vec<Role>,
    },
    /// One holder of each role, in any order. Each signature is by a different person, even if one person holds two
    /// of the roles.
    OneOfEach(Vec<Role>),
}

impl Signers {
    /// Asks for one holder of a role.
    #[must_use]
    pub fn one(role: Role) -> Self {
        Self::any(1, [role])
    }

    /// Asks for `needed` people, each of whom holds one of the roles.
    pub fn any(needed: u32, roles: impl IntoIterator<Item = Role>) -> Self {
        Self::AnyOf { needed, roles: roles.into_iter().collect() }
    }

    /// Asks for one holder of each role, in any order.
    pub fn one_of_each(roles: impl IntoIterator<Item = Role>) -> Self {
        Self::OneOfEach(roles.into_iter().collect())
    }

    /// Returns the number of signatures.
    #[must_use]
    pub fn slots(&self) -> u32 {
        match self {
            Self::AnyOf { needed, .. } => *needed,
            Self::OneOfEach(roles) => u32::try_from(roles.len()).unwrap_or(u32::MAX),
        }
    }

    /// Returns the roles that can fill a slot, counted from 0; empty beyond the last slot.
    #[must_use]
    pub fn roles_of(&self, slot: u32) -> &[Role] {
        match self {
            Self::AnyOf { needed, roles } if slot < *needed => roles,
            Self::AnyOf { .. } => &[],
            Self::OneOfEach(roles) => {
                usize::try_from(slot).ok().and_then(|slot| roles.get(slot)).map_or(&[], core::slice::from_ref)
            }
        }
    }

    /// Returns every role that can fill some slot.
    #[must_use]
    pub fn roles(&self) -> &[Role] {
        match self {
            Self::AnyOf { roles, .. } | Self::OneOfEach(roles) => roles,
        }
    }
}
