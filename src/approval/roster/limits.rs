//! How much a roster may hold.

/// The most holdings of a roster.
pub(crate) const MAX_HOLDINGS: usize = 10_000;
/// The most delegations of a roster.
pub(crate) const MAX_DELEGATIONS: usize = 1_000;
/// The most system accounts of a roster.
pub(super) const MAX_ACCOUNTS: usize = 1_000;
/// The most currencies in which a roster sets limits.
pub(crate) const MAX_CURRENCIES: usize = 50;
