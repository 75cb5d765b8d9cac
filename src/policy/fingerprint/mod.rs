//! Fingerprints of policies: whether two policies decide the same.
//!
//! A case stores the [`PolicyContent`] by which it was decided. Later, [`PolicyContent::check`] tells whether a policy
//! at hand still has that content, even if somebody changed a rule and kept the name and the version.
//!
//! # Example: a case that was decided by another content
//!
//! ```
//! use redress::policy::fingerprint::PolicyContent;
//! use redress::policy::{Policy, Track};
//! use redress::sample;
//!
//! let stored = serde_json::to_string(&PolicyContent::of(&sample::policy()?))?;
//!
//! let content: PolicyContent = serde_json::from_str(&stored)?;
//! assert!(content.is_of(&sample::policy()?));
//! # let desk = Policy::builder("shop").version("1").calendar(sample::calendar()?);
//! let changed = desk.track(Track::new()).routing(redress::policy::Routing::none()).build()?;
//! assert!(!content.is_of(&changed)); // the same name and version, other rules
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

// How a fingerprint is made.
//
// The problem: the same rules can be written in many ways. Keys stand in another order, a default is written out, a
// holiday is a rule instead of a date. All of these must have one fingerprint, and any change of a decision must lead
// to another one. The steps:
//
//     policy ── rules ────► `Rules` (content.rs) ──► canonical form (canonical.rs) ──► SHA-256 ─┐
//            └─ calendars ► working hours of each covered day, offsets of the zone ────────────┴► SHA-256 = fingerprint
//
// - `content` lists every part of a policy that decides something, and leaves out the rest.
// - `canonical` writes these parts as one text. What says the same is written the same.
// - `serializer` connects that writer to serde, so that the code that writes documents walks the parts.
// - `covered` names the days of the calendars for which a fingerprint was made.
// - `other` compares a stored fingerprint with a policy at hand.
//
// The rules are written and hashed once, when the policy is built. The digest of the rules is kept beside the
// fingerprint (`digests`), so that a fingerprint over other days hashes only the calendars again.
//
// At the edges: a fingerprint covers days, because a calendar that was extended by a year still decides the same about
// earlier days. A policy that does not know all covered days cannot be compared, and the error names the missing days.
//
// Two simpler ways were rejected. A hash of the file changes with every space and every citation. A hash of the values
// in memory changes with the order of fields, so that a release could change all fingerprints unnoticed.

pub(in crate::policy) mod canonical;
mod content;
mod covered;
mod digest;
pub(in crate::policy) mod digests;
mod other;
mod serializer;

pub use self::covered::{CoveredCalendars, CoveredDays};
pub use self::digest::{Fingerprint, FingerprintError};
pub use self::other::{ContentMismatch, CoverageError, PolicyContent};
