//! The limits of an approval table and of a roster.
//!
//! A table or roster above a limit is a fault. The limits keep every question about signing fast: see
//! [`MAX_SIGNATURES`].
//!
//! ```
//! use redress::approval::limits::{MAX_SIGNATURES, MAX_STEPS};
//!
//! assert_eq!((MAX_STEPS, MAX_SIGNATURES), (8, 16));
//! ```

/// The greatest number of chains in a table.
pub const MAX_CHAINS: usize = 200;
/// The greatest number of steps in a chain.
pub const MAX_STEPS: usize = 8;
/// The greatest number of signatures that the steps of a chain take together.
pub const MAX_SIGNATURES: u32 = 16;
/// The greatest number of roles that a step names.
pub const MAX_ROLES: usize = 32;
/// The greatest number of system accounts that a step names.
pub const MAX_SYSTEMS: usize = 32;
/// The greatest number of remedies in the condition of a chain.
pub const MAX_REMEDIES: usize = 200;
/// The greatest number of holdings in a roster.
pub const MAX_HOLDINGS: usize = 10_000;
/// The greatest number of delegations in a roster.
pub const MAX_DELEGATIONS: usize = 1_000;
/// The greatest number of system accounts in a roster.
pub const MAX_ACCOUNTS: usize = 1_000;
/// The greatest number of different currencies in the limits of a roster.
pub const MAX_CURRENCIES: usize = 50;
