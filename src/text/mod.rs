//! Readers of documents: texts, lists, maps and records, each with an error that names the place.

pub(crate) mod blank;
pub(crate) mod excerpt;
pub(crate) mod from_text;
pub(crate) mod hex;
pub(crate) mod kebab;
pub(crate) mod left_out;
pub(crate) mod list;
pub(crate) mod map;
pub(crate) mod map_only;
pub(crate) mod one_key;
pub(crate) mod text_enum;
