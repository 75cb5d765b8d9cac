//! Readers of documents: texts, lists, maps and records, each with an error that names the place.
//!
//! A type is read in one of two ways.
//!
//! - What is proved by more than itself, as a calendar is by the meaning of its zone, has a public `…Document` with plain
//!   fields and a method `build`.
//! - Everything else derives serde on the type itself. `map_only!` reads it from a map, and `one_key!` from a name, or
//!   from a map of one key. An enum without contents is a text by `text_enum!`, any other text by `serde_as_text!`. A
//!   type whose keys are not its fields names the struct that has these keys, by `written_as!`; one that is a text or a
//!   map has `text_or!`.
//!
//! Everywhere an empty list is read as the empty map, because PHP writes one for the other.

pub(crate) mod blank;
pub(crate) mod checked;
pub(crate) mod distance;
pub(crate) mod excerpt;
pub(crate) mod from_text;
pub(crate) mod hex;
pub(crate) mod kebab;
pub(crate) mod left_out;
pub(crate) mod list;
pub(crate) mod map;
pub(crate) mod map_only;
pub(crate) mod one_key;
pub(crate) mod sift;
pub(crate) mod text_enum;
pub(crate) mod text_or;
pub(crate) mod written_as;
