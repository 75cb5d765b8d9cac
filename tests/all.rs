//! Every test in one program: it is built and linked once.

#![expect(clippy::wildcard_enum_match_arm, reason = "tests ask for what they are about")]

mod approval;
#[cfg(feature = "audit")]
mod audit;
mod bad_input;
mod calendars;
pub(crate) mod cases;
mod commands_page;
#[cfg(feature = "compare")]
mod compare;
mod coverage;
mod decisions;
mod documents;
mod door;
mod errors_page;
mod faults;
mod findings;
mod floors;
mod golden_tables;
mod hosts;
#[cfg(feature = "chrono-tz")]
mod iana;
mod known_faults;
mod languages;
mod late_entries;
mod laws;
mod messages;
mod model;
mod nev_oracle;
mod nobody_cheats;
mod oracle;
mod pictures;
mod playbook;
mod policy_books;
mod policy_clocks;
mod policy_documents;
mod policy_laws;
mod policy_page;
mod printed_texts;
mod readme;
mod regimes;
mod reports;
mod samples;
mod sha256;
mod sources;
mod tables;
mod taxonomy;
mod taxonomy_page;
mod threads;
mod timeline;
mod triage;
mod trusted;
mod vocab;
mod wire;
mod worked_examples;
