//! What is wrong with a request.

use alloc::string::String;
use core::fmt;

use crate::coded::codes;
use crate::text::excerpt::Excerpt;

/// A request that the door cannot read or answer. Errors of the library itself keep their own types and codes.
///
/// # Example: an operation that does not exist
///
/// ```
/// use redress::wire::Session;
///
/// let answer = Session::new().call(r#"{"version": 1, "call": "triag"}"#);
/// let answer: serde_json::Value = serde_json::from_str(&answer)?;
/// assert_eq!(answer["error"]["code"], "wire.operation");
/// assert_eq!(answer["error"]["at"], "/call");
/// assert_eq!(answer["error"]["expected"], "`triage`");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum WireError {
    /// The request has too many bytes.
    #[error("the request is too long, expected at most {limit} bytes")]
    TooLong {
        /// The most bytes of a request.
        limit: usize,
    },
    /// The lists and maps of the request are nested too deeply.
    #[error("the request is nested too deeply, expected at most {limit} lists and maps in one another")]
    TooDeep {
        /// The deepest nesting of a request.
        limit: usize,
    },
    /// The request has too many values.
    #[error("the request has too many values, expected at most {limit}")]
    TooManyValues {
        /// The most values of a request.
        limit: usize,
    },
    /// The bytes of the request are not UTF-8.
    #[error("the request is not `UTF-8` from byte {byte} on, expected `JSON` in `UTF-8`")]
    NotUtf8 {
        /// The number of valid bytes before.
        byte: usize,
    },
    /// The request is not JSON.
    #[error("the request is not `JSON` at line {line}, column {column}: {problem}")]
    NotJson {
        /// What is wrong.
        problem: String,
        /// The line, from 1 on.
        line: usize,
        /// The column in bytes, from 1 on.
        column: usize,
    },
    /// A number is so large that some languages would change it without a word.
    #[error(
        "a number beyond 9007199254740991, which some languages cannot hold, expected a smaller one; write ids as texts"
    )]
    LargeNumber {},
    /// A map has a key twice.
    #[error("key `{key}` stands twice, expected it once")]
    RepeatedKey {
        /// The key.
        key: Excerpt,
    },
    /// A map has a key that does not exist there.
    #[error("{problem}")]
    UnknownKey {
        /// What was found, and which key was meant.
        problem: String,
    },
    /// A map lacks a key.
    #[error("key {key} is missing; add it")]
    MissingKey {
        /// The key, in backticks.
        key: String,
    },
    /// A value is not what is expected in its place.
    #[error("{problem}")]
    Value {
        /// What was found, and what was expected.
        problem: String,
    },
    /// The request is of another version.
    #[error("version {version} of the door is not known, expected {expected}")]
    Version {
        /// The version of the request.
        version: u64,
        /// The version of this crate.
        expected: u64,
    },
    /// The operation does not exist.
    #[error("operation `{call}` is unknown, expected {}", Meant(*.meant))]
    Operation {
        /// What the request calls.
        call: Excerpt,
        /// The operation that was probably meant.
        meant: Option<&'static str>,
    },
    /// Nothing was loaded under this name.
    #[error("no {what} is loaded as `{name}`, expected a name given to `load-{what}`, or the {what} itself")]
    NotLoaded {
        /// What was looked for, such as `policy`.
        what: &'static str,
        /// The name.
        name: Excerpt,
    },
    /// The session holds as much as it may.
    #[error("the session holds {limit} calendars, policies and rosters; unload some of them first")]
    Full {
        /// The most things that a session holds.
        limit: usize,
    },
    /// The answer would be too long.
    #[error("the answer is too long, expected at most {limit} items; ask for less at once")]
    TooMuch {
        /// The most items of an answer.
        limit: usize,
    },
    /// The answer could not be written.
    #[error("the answer cannot be written: {problem}")]
    Unwritable {
        /// Why.
        problem: String,
    },
}

codes! {
    WireError "wire" {
        TooLong = "too-long", "Send less in one request.";
        TooDeep = "too-deep", "Nest lists and maps less deeply.";
        TooManyValues = "too-many-values", "Send less in one request.";
        NotUtf8 = "encoding", "Encode the request as UTF-8.";
        NotJson = "not-json", "Correct the JSON at the place that the error names.";
        LargeNumber = "large-number", "Write ids as texts, and amounts as decimal texts.";
        RepeatedKey = "repeated-key", "Remove one of the two entries.";
        UnknownKey = "unknown-key", "Use the key that the error names.";
        MissingKey = "missing-key", "Add the key.";
        Value = "value", "Send what the error says was expected.";
        Version = "version", "Send requests of the version that the error names.";
        Operation = "operation", "Call one of the operations that `version` lists.";
        NotLoaded = "not-loaded", "Load it first, or send it with the request.";
        Full = "full", "Unload what is no longer needed.";
        TooMuch = "too-much", "Ask for a shorter period.";
        Unwritable = "unwritable", "Report it, because every answer can be written.";
    }
}

struct Meant(Option<&'static str>);

impl fmt::Display for Meant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(meant) => write!(f, "`{meant}`"),
            None => f.write_str("one that `version` lists"),
        }
    }
}
