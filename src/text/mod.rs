//! Readers of documents: texts, lists, maps and records. Every error names the place in the document.
//!
//! A type is read in one of two ways.
//!
//! - A type that needs more than its own text to be checked, as a calendar needs the meaning of its zone, has a public
//!   `…Document` with plain fields and a method `build`.
//! - Every other type derives serde itself:
//!
//! | Reader | for |
//! |---|---|
//! | `map_only!` | a record, read from a map |
//! | `one_key!` | a choice, read from a name, or from a map with one key |
//! | `text_enum!` | an enum without contents, read from a text |
//! | `serde_as_text!` | any other type that is a text |
//! | `text_or!` | a type that is a text or a map |
//! | `written_as!` | a type whose keys are not its fields: it names the struct that has these keys |
//!
//! Everywhere, an empty list is read as the empty map, because PHP writes `[]` for both.

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
