//! What the complainant is told and promised.

use chrono::{DateTime, Utc};

use crate::case::command::note::Note;
use crate::case::payload::payload;
use crate::vocab::track::ThanksOccasion;

payload! {
    /// A promise to the complainant (S02-R04).
    pub struct Promise = "a promise" {
        /// Until when an answer was promised, that instant included.
        #[serde(with = "crate::calendar::instant")]
        pub until: DateTime<Utc>,
    }
}

impl Promise {
    /// An answer until an instant, that instant included.
    #[must_use]
    pub const fn until(until: DateTime<Utc>) -> Self {
        Self { until }
    }
}

payload! {
    /// What the complainant was told (S02-R05, S12-R05).
    pub struct Message = "a message" {
        /// The next promised instant; the answer keeps or breaks the one that is open.
        #[serde(default, with = "crate::calendar::instant::option", skip_serializing_if = "Option::is_none")]
        pub next: Option<DateTime<Utc>>,
        /// Whether a machine sent it.
        #[serde(default, deserialize_with = "crate::text::map_only::switch", skip_serializing_if = "crate::text::left_out::is_default")]
        pub automatic: bool,
        /// What was said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub note: Option<Note>,
    }
}

impl Message {
    /// A message of a person, of which nothing more is kept.
    ///
    /// ```
    /// use redress::case::command::Message;
    ///
    /// let call = Message::new().with_next("2026-03-04T16:00:00Z".parse()?).with_note("We found the invoice.".parse()?);
    /// assert!(call.next.is_some() && !call.automatic);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn new() -> Self {
        Self { next: None, automatic: false, note: None }
    }

    /// A message that a machine sent.
    #[must_use]
    pub const fn automatic() -> Self {
        Self { next: None, automatic: true, note: None }
    }

    /// Promises the next answer until an instant.
    #[must_use]
    pub const fn with_next(mut self, next: DateTime<Utc>) -> Self {
        self.next = Some(next);
        self
    }

    /// Keeps what was said.
    #[must_use]
    pub fn with_note(mut self, note: Note) -> Self {
        self.note = Some(note);
        self
    }
}

impl Default for Message {
    fn default() -> Self {
        Self::new()
    }
}

payload! {
    /// An apology, with what shows that it was thought about (S24-R04).
    #[derive(Default)]
    pub struct Apology = "an apology" {
        /// What it says to this person and to nobody else.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub individual: Option<Note>,
        /// What the fault did to the complainant.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub effect: Option<Note>,
        /// What is done so that it does not happen again.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub measure: Option<Note>,
    }
}

impl Apology {
    /// The parts that a complete apology has and this one has not (S24-R04).
    ///
    /// ```
    /// use redress::case::command::Apology;
    ///
    /// let template = Apology::default();
    /// assert_eq!(template.missing().collect::<Vec<_>>(), ["individual", "effect", "measure"]);
    /// ```
    pub fn missing(&self) -> impl Iterator<Item = &'static str> {
        let parts = [("individual", &self.individual), ("effect", &self.effect), ("measure", &self.measure)];
        parts.into_iter().filter(|(_, part)| part.is_none()).map(|(name, _)| name)
    }
}

payload! {
    /// A letter of thanks.
    pub struct ThanksLetter = "thanks" {
        /// What for.
        pub occasion: ThanksOccasion,
    }
}

impl From<ThanksOccasion> for ThanksLetter {
    fn from(occasion: ThanksOccasion) -> Self {
        Self { occasion }
    }
}
