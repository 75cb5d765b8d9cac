//! Clocks of a case: pauses, changes, reopening, merging.
