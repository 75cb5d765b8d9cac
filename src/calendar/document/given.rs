//! What a document gives of that which may be left out.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// The keys that were given, for a fault.
pub(super) fn keys(given: &[(&str, bool)], none: &str) -> String {
    let given: Vec<String> =
        given.iter().filter(|(_, is_given)| *is_given).map(|(key, _)| format!("`{key}`")).collect();
    if given.is_empty() { none.to_owned() } else { given.join(" and ") }
}
