//! How many alternatives a deadline may have, and how many entries a clock keeps.

/// The most alternatives of one deadline, on each level.
pub const MAX_ALTERNATIVES: usize = 16;

/// The deepest nesting of alternatives that is evaluated.
pub const MAX_DEPTH: usize = 4;

/// The most pauses that one clock keeps.
pub const MAX_PAUSES: usize = 100;

/// The most extensions, and the most changes, that one clock keeps.
pub const MAX_CHANGES: usize = 32;
