//! The rule about late entries, as a document.

use alloc::string::String;

use serde::{Deserialize, Serialize};

use crate::deadline::Term;
use crate::policy::clock::LateEntry;
use crate::policy::document::term::DeadlineDocument;
use crate::policy::document::word_list::OneOrMany;
use crate::text::left_out::some;
use crate::text::map_only::map_only;
use crate::text::written_as::written_as;
use crate::vocab::Role;

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
pub(in crate::policy) struct LateEntryDocument {
    /// The roles that may enter late.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    by: Option<OneOrMany>,
    /// How late they may enter.
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    within: Option<Within>,
}

map_only!(LateEntryDocument, "who may enter late");

/// A term that ends with its last day, unless it names another end.
struct Within(Term);

impl From<&Within> for DeadlineDocument {
    fn from(within: &Within) -> Self {
        Self::of_window(&within.0)
    }
}

impl DeadlineDocument {
    fn within(self) -> Result<Within, String> {
        self.window().map(Within)
    }
}

written_as!(Within = DeadlineDocument, within);

impl From<&LateEntry> for LateEntryDocument {
    fn from(late: &LateEntry) -> Self {
        let by = late.by.iter().map(|role| *role.code()).collect();
        Self { by: Some(OneOrMany(by)).filter(|by| !by.0.is_empty()), within: late.within.map(Within) }
    }
}

impl From<LateEntryDocument> for LateEntry {
    fn from(document: LateEntryDocument) -> Self {
        let by = document.by.into_iter().flat_map(|by| by.0).map(Role::from_code).collect();
        Self { by, within: document.within.map(|within| within.0) }
    }
}
