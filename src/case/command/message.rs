//! Messages, promises, apologies and letters of thanks to the complainant.

use chrono::{DateTime, Utc};

use crate::case::command::note::Note;
use crate::case::payload::payload;
use crate::vocab::track::ThanksOccasion;

payload! {
    /// A promise of an answer to the complainant.
    ///
    /// ```
    /// use redress::case::command::Promise;
    ///
    /// let promise = Promise::until("2026-04-03T15:00:00Z".parse()?);
    /// assert_eq!(serde_json::to_string(&promise)?, r#"{"until":"2026-04-03T15:00:00Z"}"#);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct Promise = "a promise" {
        /// The last instant at which an answer keeps the promise.
        #[serde(with = "crate::calendar::instant")]
        pub until: DateTime<Utc>,
    }
}

impl Promise {
    /// Creates a promise. An answer at exactly `until` is in time.
    #[must_use]
    pub const fn until(until: DateTime<Utc>) -> Self {
        Self { until }
    }
}

payload! {
    /// A message to the complainant, or from them.
    pub struct Message = "a message" {
        /// The instant by which the next answer is promised. The message itself answers the promise that is open.
        #[serde(default, with = "crate::calendar::instant::option", skip_serializing_if = "Option::is_none")]
        pub next: Option<DateTime<Utc>>,
        /// Whether a machine sent the message. Such a message answers no promise and makes none.
        #[serde(default, deserialize_with = "crate::text::map_only::switch", skip_serializing_if = "crate::text::left_out::is_default")]
        pub automatic: bool,
        /// The text of the message, if it is kept.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub note: Option<Note>,
    }
}

impl Message {
    /// Creates a message of a person, without a text and without a promise.
    ///
    /// # Example: an answer that promises the next one
    ///
    /// ```
    /// use redress::case::command::Message;
    ///
    /// let call = Message::new()
    ///     .with_next("2026-04-03T15:00:00Z".parse()?)
    ///     .with_note("We found the invoice.".parse()?);
    /// assert!(call.next.is_some() && !call.automatic);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn new() -> Self {
        Self { next: None, automatic: false, note: None }
    }

    /// Creates a message that a machine sent, such as an automatic reply.
    #[must_use]
    pub const fn automatic() -> Self {
        Self { next: None, automatic: true, note: None }
    }

    /// Promises the next answer by an instant.
    #[must_use]
    pub const fn with_next(mut self, next: DateTime<Utc>) -> Self {
        self.next = Some(next);
        self
    }

    /// Keeps the text of the message.
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
    /// An apology to the complainant. A complete one has three parts.
    ///
    /// # Example: an apology that names only the effect
    ///
    /// ```
    /// use redress::case::command::Apology;
    ///
    /// let effect = Some("the party had no cake".parse()?);
    /// let apology = Apology { effect, ..Apology::default() };
    /// assert_eq!(apology.missing().collect::<Vec<_>>(), ["individual", "measure"]);
    /// # Ok::<(), redress::case::command::NoteError>(())
    /// ```
    #[derive(Default)]
    pub struct Apology = "an apology" {
        /// What the apology says to this person and to nobody else.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub individual: Option<Note>,
        /// What the fault did to the complainant.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub effect: Option<Note>,
        /// What is done to prevent a repetition.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub measure: Option<Note>,
    }
}

impl Apology {
    /// Returns the names of the parts that are missing, in the order `individual`, `effect`, `measure`.
    pub fn missing(&self) -> impl Iterator<Item = &'static str> {
        let parts = [("individual", &self.individual), ("effect", &self.effect), ("measure", &self.measure)];
        parts.into_iter().filter(|(_, part)| part.is_none()).map(|(name, _)| name)
    }
}

payload! {
    /// A letter of thanks to the complainant.
    ///
    /// ```
    /// use redress::case::command::ThanksLetter;
    /// use redress::vocab::track::ThanksOccasion;
    ///
    /// let letter = ThanksLetter::from(ThanksOccasion::FIRST_VISIT);
    /// assert_eq!(serde_json::to_string(&letter)?, r#"{"occasion":"first-visit"}"#);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct ThanksLetter = "thanks" {
        /// For what the complainant is thanked.
        pub occasion: ThanksOccasion,
    }
}

impl From<ThanksOccasion> for ThanksLetter {
    fn from(occasion: ThanksOccasion) -> Self {
        Self { occasion }
    }
}
