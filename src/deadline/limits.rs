//! Limits on deadlines and records, so that no input takes unbounded time or memory.

/// The most alternatives of one combination. A deadline with more is a fault.
pub const MAX_ALTERNATIVES: usize = 16;

/// The deepest nesting of combinations. A deadline that is nested deeper is a fault.
pub const MAX_DEPTH: usize = 4;

/// The most pauses of one clock. Further ones are refused.
pub const MAX_PAUSES: usize = 100;

/// The most extensions of one clock, and the most changes of its deadline. Further ones are refused.
pub const MAX_CHANGES: usize = 32;
