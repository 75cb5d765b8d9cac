//! The worked examples of the specification (catalogue §9), one test a row, and every reading of the
//! ambiguities (§7) that the profile `Nev` offers.
//!
//! Not here, for these rows judge more than clocks and owners of one complaint:
//!
//! - W001 to W032 and W105 to W167: severity, validity, routing, approval, remedies, statistics.
//! - W077, and what a case does or refuses in W076, W079 and W082 to W085 (T08, T25, T27).
//! - W090 to W098: side tracks, promises, opinion requests and follow-ups of a case.
//! - W104: reviews of a year, which belong to no complaint.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

pub(crate) mod china;
mod closure;
mod other_clocks;
mod readings;
mod standing;
mod support;
