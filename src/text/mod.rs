//! Readers of documents: texts, lists, maps and records, each with an error that names the place.

pub(crate) mod blank;
pub(crate) mod checked;
pub(crate) mod excerpt;
pub(crate) mod from_text;
pub(crate) mod hex;
pub(crate) mod list;
pub(crate) mod map;
pub(crate) mod map_only;
pub(crate) mod one_key;
