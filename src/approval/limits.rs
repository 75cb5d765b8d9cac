//! How much a table of chains and a roster may hold.

/// The most chains of a table.
pub const MAX_CHAINS: usize = 200;
/// The most steps of a chain.
pub const MAX_STEPS: usize = 8;
/// The most signatures that a chain takes.
pub const MAX_SIGNATURES: u32 = 16;
/// The most roles of a step.
pub const MAX_ROLES: usize = 32;
/// The most system accounts that a step names.
pub const MAX_SYSTEMS: usize = 32;
/// The most remedies that a row is for.
pub const MAX_REMEDIES: usize = 200;
/// The most holdings of a roster.
pub const MAX_HOLDINGS: usize = 10_000;
/// The most delegations of a roster.
pub const MAX_DELEGATIONS: usize = 1_000;
/// The most system accounts of a roster.
pub const MAX_ACCOUNTS: usize = 1_000;
/// The most currencies in which a roster sets limits.
pub const MAX_CURRENCIES: usize = 50;
