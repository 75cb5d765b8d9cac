//! Faults that were found in dates around a term, each with its input, its right value and its siblings.
//!
//! The office of every test is open Monday to Friday, 08:00 to 16:30, in UTC, without holidays, unless a test says
//! otherwise. A test is named after the fault that it shows: `fault_d01_…` for a wrong answer, `fault_c03_…` for
//! something that could not be expressed, `fault_n04_…` for something that was refused or accepted wrongly.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod case;
mod dates;
mod pauses;
mod reasons;
mod support;
mod warnings;
mod words;
