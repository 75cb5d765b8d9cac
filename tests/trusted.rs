//! What keeps people, policies and histories honest: chains that somebody signs, severities without gaps, facts that
//! are asked, roles that somebody holds, texts that say what they show, and repetitions that are counted alike.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod asked;
mod chains;
mod change;
mod rosters;
mod severity;
mod support;
mod texts;
