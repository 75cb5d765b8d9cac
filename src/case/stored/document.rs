//! A case in its stored form: its events and nothing else.

use alloc::vec::Vec;

use serde::{Deserialize, Serialize, Serializer};

use crate::case::event::Event;
use crate::case::state::Case;
use crate::case::stored::replay::{Policies, ReplayError};
use crate::text::map_only::map_only;

/// A case as JSON or another format that serde reads. [`build`](Self::build) checks it.
///
/// Its form is `{"events": […]}`. Everything else about a [`Case`] follows from the events. A `Case` itself
/// serializes to the same form.
///
/// # Example: store a case and load it again
///
/// ```
/// use redress::case::stored::CaseDocument;
/// use redress::sample;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let policy = sample::policy()?;
/// let case = sample::case(&policy, &sample::roster()?)?;
/// let text = serde_json::to_string(&case)?;
///
/// let document: CaseDocument = serde_json::from_str(&text)?;
/// assert_eq!(document, CaseDocument::from(&case));
/// assert_eq!(document.build(&policy)?, case);
/// # Ok(()) }
/// ```
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
#[expect(clippy::exhaustive_structs, reason = "a plain document: its fields are its interface")]
pub struct CaseDocument {
    /// The events, in order.
    #[serde(deserialize_with = "crate::text::list::any_number")]
    pub events: Vec<Event>,
}

map_only!(CaseDocument, "a case");

impl CaseDocument {
    /// Rebuilds the case and checks each event.
    ///
    /// # Errors
    ///
    /// Returns [`ReplayError`] with the first event that is not valid: see [`Case::replay`].
    ///
    /// # Example: an event was removed
    ///
    /// ```
    /// use redress::case::stored::CaseDocument;
    /// use redress::sample;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let policy = sample::policy()?;
    /// let mut document = CaseDocument::from(&sample::case(&policy, &sample::roster()?)?);
    /// document.events.remove(1);
    /// let refused = document.build(&policy).unwrap_err();
    /// assert_eq!(refused.to_string(), "event 2: its number is 3; events must be numbered from 1 without gaps");
    /// # Ok(()) }
    /// ```
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

/// Two cases are equal if their events are.
impl PartialEq for Case {
    fn eq(&self, other: &Self) -> bool {
        self.events() == other.events()
    }
}

impl Eq for Case {}
