//! Links to other cases.

use alloc::vec::Vec;

use crate::case::command::note::Note;
use crate::case::payload::payload;
use crate::vocab::course::Relation;
use crate::vocab::{ActorId, CaseId, ComplainantKey, Money};

payload! {
    /// A summary of another case: what matters for the case that is linked to it.
    ///
    /// [`Case::summary`](crate::case::Case::summary) makes one.
    pub struct CaseSummary = "a summary of a case" {
        /// The other case.
        pub id: CaseId,
        /// The amounts by which approvals are chosen there, one per currency.
        #[serde(default, deserialize_with = "crate::case::payload::records", skip_serializing_if = "Vec::is_empty")]
        pub amounts: Vec<Money>,
        /// Whether the case has further costs that nobody has stated.
        #[serde(
            default,
            deserialize_with = "crate::text::map_only::switch",
            skip_serializing_if = "crate::text::left_out::is_default"
        )]
        pub unstated: bool,
        /// The people whom the complaint is about, or who are responsible for it. If the other case is merged into
        /// this one, the same rules hold for them here.
        #[serde(default, deserialize_with = "crate::case::payload::records", skip_serializing_if = "Vec::is_empty")]
        pub complained_about: Vec<ActorId>,
        /// The people who proposed, prepared or carried out its solution. They sign nothing in the case into which it
        /// is merged.
        #[serde(default, deserialize_with = "crate::text::list::any_number", skip_serializing_if = "Vec::is_empty")]
        pub handled_by: Vec<ActorId>,
        /// The actors who are its complainant or represent them.
        #[serde(default, deserialize_with = "crate::case::payload::records", skip_serializing_if = "Vec::is_empty")]
        pub complainants: Vec<ActorId>,
        /// The keys of its complainant.
        #[serde(default, deserialize_with = "crate::case::payload::records", skip_serializing_if = "Vec::is_empty")]
        pub complainant_keys: Vec<ComplainantKey>,
        /// The instant of its receipt.
        #[serde(with = "crate::calendar::instant")]
        pub received: chrono::DateTime<chrono::Utc>,
        /// The due dates of its clocks that are still owed.
        #[serde(default, deserialize_with = "crate::case::payload::records", skip_serializing_if = "Vec::is_empty")]
        pub due: Vec<ClockDue>,
    }
}

payload! {
    /// The due date of a clock of another case.
    pub struct ClockDue = "a due date" {
        /// The name of the clock.
        pub clock: crate::vocab::ClockName,
        /// The instant at which that clock is due.
        #[serde(with = "crate::calendar::instant")]
        pub at: chrono::DateTime<chrono::Utc>,
    }
}

payload! {
    /// A link to another case, with the relation between the two.
    pub struct CaseLink = "a link" {
        /// The other case, as it was when it was linked. Its amounts count for the approvals of this one.
        pub case: CaseSummary,
        /// The relation of the other case to this one.
        pub relation: Relation,
    }
}

impl CaseLink {
    /// Creates a link.
    ///
    /// ```
    /// use redress::case::command::CaseLink;
    /// use redress::sample;
    /// use redress::vocab::course::Relation;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let (policy, roster) = (sample::policy()?, sample::roster()?);
    /// let other = sample::case(&policy, &roster)?;
    /// let link = CaseLink::new(other.summary(&policy), Relation::Related);
    /// assert_eq!(link.case.id, other.id());
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub const fn new(case: CaseSummary, relation: Relation) -> Self {
        Self { case, relation }
    }
}

payload! {
    /// A merger: this case continues in another one.
    pub struct Merger = "a merger" {
        /// The case in which this one continues.
        pub into: CaseSummary,
        /// Why the two are one matter.
        pub reason: Note,
    }
}

impl Merger {
    /// Creates a merger into another case.
    #[must_use]
    pub const fn into(case: CaseSummary, reason: Note) -> Self {
        Self { into: case, reason }
    }
}
