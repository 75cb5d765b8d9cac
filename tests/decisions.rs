//! The worked examples of the specification (catalogue §9.1, 9.4, 9.5, 9.7) that a complaint as it stands
//! decides: how bad it is, whether it stands, who gets it for what, what is contained by when, under which
//! definition it is pursued. One test a row, and one for every other reading of an ambiguity (§7, §8) that
//! the row names. The tables of the ready policies are checked rule by rule in `tables`.
//!
//! Every complaint came in on Tue 2025-03-11 at 10:00 by the calendar of §10.1 unless its row says otherwise.
//!
//! Not here: W033 to W086 and W099 to W104, which ask for other clocks (`worked_examples`); W092 to W098,
//! W123 to W141 and W161, which speak of the later course of a case, but for what W134 and W136 ask of a rule;
//! W164 to W167, statistics. Where a row that is here has a part that belongs to the course of a case, its test
//! says so.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

use crate::worked_examples::china;
mod claims;
mod consumers;
mod containment;
mod judgement;
mod routing;
mod severity;
mod support;
mod tables;
mod validity;
