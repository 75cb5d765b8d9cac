//! Which of several optional keys a document has.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// Returns the keys that were given, as a fault writes them, or `none` if there are none.
pub(super) fn keys(given: &[(&str, bool)], none: &str) -> String {
    let given: Vec<String> =
        given.iter().filter(|(_, is_given)| *is_given).map(|(key, _)| format!("`{key}`")).collect();
    if given.is_empty() { none.to_owned() } else { given.join(" and ") }
}
