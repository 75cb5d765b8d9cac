//! How much a table may hold.

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
