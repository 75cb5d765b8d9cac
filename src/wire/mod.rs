//! The door for callers that are not Rust: JSON in, JSON out.
//!
//! [`Session::call`] takes a request and returns its answer. Its operations are about calendars, deadlines, clocks,
//! triage, cases, words and policies. [One page describes each of them](crate::docs::wire), with a request and its answer. `examples/jsonl.rs` puts the door on standard input and output, one request a line.
//!
//! # Requests
//!
//! ```json
//! {"version": 1, "id": "q-1", "call": "due", "language": "en", "with": {…}}
//! ```
//!
//! | Key | Required | Meaning |
//! |---|---|---|
//! | `version` | yes | the version of requests and answers: 1 |
//! | `call` | yes | the operation |
//! | `with` | if the operation asks for something | what the operation is asked |
//! | `id` | no | a text that comes back with the answer |
//! | `language` | no | `en`, `zh-Hans`, `zh-Hant` or a language of the policy's labels: the answer then also tells its reasons as text |
//!
//! Calendars, policies, rosters, complaints, commands and events have the forms that they have everywhere in this crate.
//! Wherever a calendar, a policy or a roster is asked for, give the whole document, or the name under which it was
//! loaded. An unknown key is an error that names the key that was meant. An empty list is read as an empty map, because
//! PHP writes `[]` for both.
//!
//! # Answers
//!
//! ```json
//! {"version": 1, "id": "q-1", "answer": {…}}
//! {"version": 1, "id": "q-1", "error": {"code": "wire.missing-key", "message": "…", "at": "/with", "expected": "…"}}
//! ```
//!
//! | Key of an error | Meaning |
//! |---|---|
//! | `code` | the stable code; [one page lists all codes](crate::docs::errors) |
//! | `message` | what is wrong, in English, with a line for each fault of a document |
//! | `at` | where it is: a JSON pointer into the request; empty for the whole request |
//! | `value` | the value there, unless it is a list, a map or possibly private |
//! | `expected` | what was expected, if something was |
//! | `kind` | for the refusal of a request on a case: what to do about it |
//! | `place` | where it is in a document, such as a row of a routing table |
//! | `faults` | the single faults, if there are several |
//!
//! No error repeats the text or the customer of a complaint, a note, or another value that is private.
//!
//! # Bounds
//!
//! [`limits`] bounds the length, the depth and the number of values of a request. Length and depth are checked before
//! anything is read, and values while they are. No request makes a session panic, loop or recurse without end.

mod ask;
mod calendars;
mod cases;
mod clocks;
mod error;
mod general;
pub mod limits;
mod node;
mod operation;
mod read;
mod session;
mod shelf;
mod triages;
mod trouble;
mod words;

pub use self::error::WireError;
pub use self::session::Session;
