//! Plain records inside commands and events: read from a map alone, every key known and given once.

/// Makes a record that a command carries and an event keeps.
macro_rules! payload {
    (
        $(#[$meta:meta])*
        pub struct $name:ident = $expected:literal {
            $($(#[$field_meta:meta])* pub $field:ident: $type:ty,)*
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Eq, Hash, PartialEq, serde::Deserialize, serde::Serialize)]
        #[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
        #[expect(clippy::exhaustive_structs, reason = "a plain record: its fields are its interface")]
        pub struct $name {
            $($(#[$field_meta])* pub $field: $type,)*
        }

        $crate::vocab::map_only::map_only!($name, $expected);
    };
}

pub(super) use payload;

use alloc::vec::Vec;

use serde::{Deserialize, Deserializer};

use crate::case::{MAX_OFFERS, MAX_RECORDS};
use crate::vocab::list::list;

/// Reads a list of at most [`MAX_OFFERS`].
pub(super) fn few<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<Vec<T>, D::Error> {
    list(MAX_OFFERS, deserializer)
}

/// Reads a list of at most [`MAX_RECORDS`].
pub(super) fn records<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<Vec<T>, D::Error> {
    list(MAX_RECORDS, deserializer)
}
