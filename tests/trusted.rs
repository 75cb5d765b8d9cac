//! What keeps people, policies and histories honest: chains that somebody signs, severities without gaps, facts that
//! are asked, roles that somebody holds, texts that say what they show, and repetitions that are counted alike.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "trusted/asked.rs"]
mod asked;
#[path = "trusted/chains.rs"]
mod chains;
#[path = "trusted/change.rs"]
mod change;
#[path = "trusted/rosters.rs"]
mod rosters;
#[path = "trusted/severity.rs"]
mod severity;
#[path = "trusted/support.rs"]
mod support;
#[path = "trusted/texts.rs"]
mod texts;
