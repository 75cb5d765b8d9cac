//! Texts in errors and in documents.

use alloc::string::String;

use crate::text::blank::hidden;
use crate::text::excerpt::is_control;
use crate::vocab::error::Excerpt;

/// The longest name of a calendar, a revision or a holiday, in characters.
pub const MAX_NAME: usize = 100;

/// Returns the beginning of a text from outside, safe to print. An error never carries ten megabytes.
pub(crate) fn excerpt(text: &str) -> String {
    Excerpt::of(text).as_str().into()
}

/// Returns why a text is not a valid name, or `None` if it is one.
pub(crate) fn name_problem(name: &str) -> Option<&'static str> {
    if name.is_empty() {
        Some("is empty")
    } else {
        text_problem(name, MAX_NAME, "is longer than 100 characters")
    }
}

/// Returns why a text must not be shown, or `None` if it may be.
///
/// Every text of a document that is ever shown must pass. The text must be one line of limited length, all of it must
/// be visible, and it must not change how the text around it is shown.
pub(crate) fn text_problem(text: &str, most: usize, too_long: &'static str) -> Option<&'static str> {
    if text.len() > most.saturating_mul(4) || text.chars().nth(most).is_some() {
        return Some(too_long);
    }
    match hidden(text) {
        Some((_, character)) if is_control(character) => Some("holds a control character"),
        Some(_) => Some("holds an invisible character"),
        None if text.trim() != text => Some("begins or ends with white space"),
        None => None,
    }
}

/// Reads a name with serde.
pub(crate) fn name<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    struct Name(String);

    impl core::str::FromStr for Name {
        type Err = String;

        fn from_str(text: &str) -> Result<Self, String> {
            match name_problem(text) {
                None => Ok(Self(text.into())),
                Some(problem) => {
                    let text = excerpt(text);
                    Err(alloc::format!("`{text}` {problem}, expected 1 to {MAX_NAME} visible characters"))
                }
            }
        }
    }

    crate::text::from_text::deserialize_text(deserializer, "a name").map(|name: Name| name.0)
}
