//! Who signs a step, and how many of them.

use alloc::vec::Vec;

use crate::vocab::Role;

/// Who signs a step, and how many of them.
///
/// Each signature fills a slot, and each slot takes the holders of some roles.
///
/// ```
/// use redress::approval::Signers;
/// use redress::vocab::Role;
///
/// let two = Signers::any(2, [Role::MANAGER, Role::DEPARTMENT_HEAD]);
/// assert_eq!(two.slots(), 2);
/// assert_eq!(two.roles_of(1), [Role::MANAGER, Role::DEPARTMENT_HEAD]);
///
/// let each = Signers::one_of_each([Role::MANAGER, Role::DEPARTMENT_HEAD]);
/// assert_eq!(each.slots(), 2);
/// assert_eq!(each.roles_of(1), [Role::DEPARTMENT_HEAD]);
/// ```
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a new way to count must break every reader")]
pub enum Signers {
    /// So many people, each with one of the roles.
    AnyOf {
        /// How many sign.
        needed: u32,
        /// The roles, each of which will do.
        roles: Vec<Role>,
    },
    /// One holder of each role, in any order.
    OneOfEach(Vec<Role>),
}

impl Signers {
    /// One holder of a role.
    #[must_use]
    pub fn one(role: Role) -> Self {
        Self::any(1, [role])
    }

    /// So many holders of any of the roles.
    pub fn any(needed: u32, roles: impl IntoIterator<Item = Role>) -> Self {
        Self::AnyOf { needed, roles: roles.into_iter().collect() }
    }

    /// One holder of each role.
    pub fn one_of_each(roles: impl IntoIterator<Item = Role>) -> Self {
        Self::OneOfEach(roles.into_iter().collect())
    }

    /// The number of signatures.
    #[must_use]
    pub fn slots(&self) -> u32 {
        match self {
            Self::AnyOf { needed, .. } => *needed,
            Self::OneOfEach(roles) => u32::try_from(roles.len()).unwrap_or(u32::MAX),
        }
    }

    /// The roles of which one fills the slot; none beyond the last slot.
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

    /// Every role that fills some slot.
    #[must_use]
    pub fn roles(&self) -> &[Role] {
        match self {
            Self::AnyOf { roles, .. } | Self::OneOfEach(roles) => roles,
        }
    }
}
