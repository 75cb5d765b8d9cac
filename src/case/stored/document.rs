//! A case as it is stored: its events and nothing else.

use alloc::vec::Vec;

use serde::{Deserialize, Serialize, Serializer};

use crate::case::event::Event;
use crate::case::state::Case;
use crate::case::stored::replay::{Policies, ReplayError};
use crate::text::map_only::map_only;

/// A case as JSON or any other form that serde reads; [`CaseDocument::build`] checks it.
///
/// Its form is `{"events": […]}`; what stands in a [`Case`] follows from them.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
#[expect(clippy::exhaustive_structs, reason = "a plain document: its fields are its interface")]
pub struct CaseDocument {
    /// The events, in their order.
    #[serde(deserialize_with = "crate::text::list::any_number")]
    pub events: Vec<Event>,
}

map_only!(CaseDocument, "a case");

impl CaseDocument {
    /// Rebuilds the case.
    ///
    /// # Errors
    ///
    /// [`ReplayError`], as [`Case::replay`].
    pub fn build<P: Policies + ?Sized>(self, policies: &P) -> Result<Case, ReplayError> {
        Case::replay(policies, &self.events)
    }
}

impl From<&Case> for CaseDocument {
    fn from(case: &Case) -> Self {
        Self { events: case.events().to_vec() }
    }
}

impl Serialize for Case {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let mut document = serializer.serialize_struct("Case", 1)?;
        document.serialize_field("events", self.events())?;
        document.end()
    }
}

/// Two cases are equal when the same happened to them.
impl PartialEq for Case {
    fn eq(&self, other: &Self) -> bool {
        self.events() == other.events()
    }
}

impl Eq for Case {}
