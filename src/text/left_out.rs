//! Parts of a document that may be left out. A part that is present must have a value.

use serde::{Deserialize, Deserializer};

use crate::text::map_only::{Amount, Whole};

/// Reads a part that may be left out. `null` is not a value.
pub(crate) fn some<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

/// Reads a whole number of 32 bits that may be left out.
pub(crate) fn some_amount<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u32>, D::Error> {
    Amount::deserialize(deserializer).map(|amount| Some(amount.0))
}

/// Reads a whole number of 64 bits that may be left out.
pub(crate) fn some_whole<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u64>, D::Error> {
    Whole::deserialize(deserializer).map(|whole| Some(whole.0))
}

/// Returns whether a part has its default value, so that it need not be written.
pub(crate) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
