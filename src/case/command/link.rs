//! Other cases and what they have to do with this one.

use alloc::vec::Vec;

use crate::case::command::note::Note;
use crate::case::payload::payload;
use crate::vocab::course::Relation;
use crate::vocab::{ActorId, CaseId, ComplainantKey, Money};

payload! {
    /// Another case, as far as it matters for this one.
    pub struct CaseSummary = "a summary of a case" {
        /// The other case.
        pub id: CaseId,
        /// What was proposed and decided there, one amount for each currency.
        #[serde(default, deserialize_with = "crate::case::payload::records", skip_serializing_if = "Vec::is_empty")]
        pub amounts: Vec<Money>,
        /// Whether it came to more than these, of which nobody has said how much.
        #[serde(
            default,
            deserialize_with = "crate::text::map_only::switch",
            skip_serializing_if = "crate::text::left_out::is_default"
        )]
        pub unstated: bool,
        /// Whom it is about, and whoever is responsible for it: into what case it is merged, there they are kept from
        /// what they are kept from here.
        #[serde(default, deserialize_with = "crate::case::payload::records", skip_serializing_if = "Vec::is_empty")]
        pub complained_about: Vec<ActorId>,
        /// Who proposed, prepared or carried out what it was answered with: they sign nothing where it goes on.
        #[serde(default, deserialize_with = "crate::text::list::any_number", skip_serializing_if = "Vec::is_empty")]
        pub handled_by: Vec<ActorId>,
        /// Which actors complained, or represented whoever did.
        #[serde(default, deserialize_with = "crate::case::payload::records", skip_serializing_if = "Vec::is_empty")]
        pub complainants: Vec<ActorId>,
        /// The keys that the complainant had.
        #[serde(default, deserialize_with = "crate::case::payload::records", skip_serializing_if = "Vec::is_empty")]
        pub complainant_keys: Vec<ComplainantKey>,
        /// When it was received.
        #[serde(with = "crate::calendar::instant")]
        pub received: chrono::DateTime<chrono::Utc>,
        /// When its clocks are due.
        #[serde(default, deserialize_with = "crate::case::payload::records", skip_serializing_if = "Vec::is_empty")]
        pub due: Vec<ClockDue>,
    }
}

payload! {
    /// When a clock of another case is due.
    pub struct ClockDue = "a due date" {
        /// The clock.
        pub clock: crate::vocab::ClockName,
        /// When.
        #[serde(with = "crate::calendar::instant")]
        pub at: chrono::DateTime<chrono::Utc>,
    }
}

payload! {
    /// Another case and what it has to do with this one.
    pub struct CaseLink = "a link" {
        /// The other case.
        pub case: CaseSummary,
        /// What it has to do with this one.
        pub relation: Relation,
    }
}

impl CaseLink {
    /// Another case, and what it has to do with this one.
    #[must_use]
    pub const fn new(case: CaseSummary, relation: Relation) -> Self {
        Self { case, relation }
    }
}

payload! {
    /// The case in which this one goes on.
    pub struct Merger = "a merger" {
        /// The other case.
        pub into: CaseSummary,
        /// Why.
        pub reason: Note,
    }
}

impl Merger {
    /// The case in which this one goes on, and why.
    #[must_use]
    pub const fn into(case: CaseSummary, reason: Note) -> Self {
        Self { into: case, reason }
    }
}
