//! Every way that a case with approvals can go, within bounds: searched through the real decisions, not a copy of them.
//!
//! Who is entitled to sign, and what is to be signed, is told by an oracle that reads the roster and the table of the
//! world alone.

#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod hats;
mod oracle;
mod rosters;
mod search;
mod world;
