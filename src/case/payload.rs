//! Plain records inside commands and events.
//!
//! A record is read from a map only. Every key must be known, and no key may occur twice.

/// Defines a record that a command carries and an event keeps, with its derives and its strict reader.
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

        $crate::text::map_only::map_only!($name, $expected);
    };
}

pub(super) use payload;

use alloc::vec::Vec;

use serde::{Deserialize, Deserializer};

use crate::text::list::list;

/// The maximum number of alternatives of a proposal, and of remedies of an alternative.
pub const MAX_OFFERS: usize = 16;

/// The maximum number of measures, sanctions, links, departments or approvals of one case.
pub const MAX_RECORDS: usize = 200;

/// Reads a list of at most [`MAX_OFFERS`] items.
pub(super) fn few<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<Vec<T>, D::Error> {
    list(MAX_OFFERS, deserializer)
}

/// Reads a list of at most [`MAX_RECORDS`] items.
pub(super) fn records<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<Vec<T>, D::Error> {
    list(MAX_RECORDS, deserializer)
}
