//! A playbook: what to say, do, avoid and know next. It is guidance and not a rule.
//!
//! Nothing here starts, stops or delays a clock, forbids a step, or decides anything: the [policy](crate::policy) does.
//! If an entry advises to slow down or to hurry, the clocks run on as they are.
//!
//! [`Playbook::standard`] contains the guidance of all procedures, in short own words and three languages. Each entry
//! cites the elements it stands for. An organisation adds its own entries, or replaces some of these.
//!
//! ```
//! use redress::guidance::playbook::{Advice, Entry, Playbook};
//! use redress::vocab::{Locale, RuleId, Stage, Topic};
//! use redress::word;
//!
//! let playbook = Playbook::standard().with_entry(
//!     Entry::new(word!(RuleId, "acme:router"), Advice::Say, [
//!         "Is the light on the router green?",
//!         "路由器的灯是绿色的吗？",
//!         "路由器的燈是綠色的嗎？",
//!     ])
//!     .with_cue(Topic::TECHNICAL)
//!     .with_stage(Stage::Received),
//! );
//!
//! let technical: Vec<&str> = playbook.on(Topic::TECHNICAL).map(|entry| entry.text(Locale::En)).collect();
//! assert!(technical.contains(&"Have you restarted the device, or updated its software?"));
//! assert!(technical.contains(&"Is the light on the router green?"));
//! assert_eq!(playbook.citing("S21-R02").count(), 1);
//! ```

mod entry;
mod table;

use alloc::vec::Vec;

use crate::vocab::standard::StandardTopic;
use crate::vocab::{Remedy, RuleId, Stage, Topic};

pub use self::entry::{Advice, Cue, Entry};

/// A list of entries, in order.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
#[must_use = "a playbook has no effect until you query it"]
pub struct Playbook {
    entries: Vec<Entry>,
}

impl Playbook {
    /// Returns the guidance of all procedures.
    pub fn standard() -> Self {
        Self { entries: table::TABLES.iter().flat_map(|table| table.iter()).cloned().collect() }
    }

    /// Returns a playbook without entries.
    pub const fn empty() -> Self {
        Self { entries: Vec::new() }
    }

    /// Adds an entry at the end. An entry with the same key is replaced in its place.
    ///
    /// # Example: replace a text
    ///
    /// ```
    /// use redress::guidance::playbook::{Advice, Entry, Playbook};
    /// use redress::vocab::{Locale, RuleId};
    /// use redress::word;
    ///
    /// let key = word!(RuleId, "talk.listen");
    /// let playbook = Playbook::standard();
    /// let count = playbook.entries().len();
    /// let playbook = playbook.with_entry(Entry::new(key, Advice::Do, ["Listen first.", "先倾听。", "先傾聽。"]));
    /// assert_eq!(playbook.entry(key).map(|entry| entry.text(Locale::En)), Some("Listen first."));
    /// assert_eq!(playbook.entries().len(), count);
    /// ```
    pub fn with_entry(mut self, entry: Entry) -> Self {
        match self.entries.iter_mut().find(|known| known.key() == entry.key()) {
            Some(known) => *known = entry,
            None => self.entries.push(entry),
        }
        self
    }

    /// Returns the entries, in order.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Returns the entry with a key.
    #[must_use]
    pub fn entry(&self, key: RuleId) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.key() == key)
    }

    /// Returns the entries for a word, such as a topic, a motive or a reaction. Entries for an ancestor of the word are
    /// included.
    ///
    /// ```
    /// use redress::guidance::playbook::Playbook;
    /// use redress::vocab::Locale;
    /// use redress::vocab::person::Motive;
    ///
    /// let playbook = Playbook::standard();
    /// let entry = playbook.on(Motive::RESPECT).next().ok_or("no entry")?;
    /// assert_eq!(entry.text(Locale::En), "The person wants to be taken seriously: give time, attention and thanks.");
    /// # Ok::<(), &str>(())
    /// ```
    pub fn on(&self, word: impl Into<Cue>) -> impl Iterator<Item = &Entry> {
        let word = word.into();
        self.entries.iter().filter(move |entry| entry.cues().iter().any(|cue| word.is_or_under(cue)))
    }

    /// Returns the entries for a stage. Entries for no stage in particular are not included.
    ///
    /// ```
    /// use redress::guidance::playbook::{Advice, Playbook};
    /// use redress::vocab::Stage;
    ///
    /// let playbook = Playbook::standard();
    /// assert!(playbook.at(Stage::Received).any(|entry| entry.advice() == Advice::Do));
    /// assert!(playbook.at(Stage::Received).all(|entry| entry.stages().contains(&Stage::Received)));
    /// ```
    pub fn at(&self, stage: Stage) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(move |entry| entry.stages().contains(&stage))
    }

    /// Returns the entries that stand for an element of the procedures, such as `S27-R01`.
    pub fn citing<'a>(&'a self, element: &'a str) -> impl Iterator<Item = &'a Entry> {
        self.entries.iter().filter(move |entry| entry.citations().iter().any(|cited| cited == element))
    }
}

/// Returns the remedies that go with the script for a topic. Empty for a topic without a script of remedies, and for an
/// organisation's own topic.
///
/// ```
/// use redress::guidance::playbook::remedies;
/// use redress::vocab::{Remedy, Topic};
///
/// assert_eq!(remedies(Topic::LOGISTICS_DELAY), [Remedy::APOLOGY, Remedy::EXPEDITE_LOGISTICS]);
/// ```
#[must_use]
pub fn remedies(topic: Topic) -> &'static [Remedy] {
    match topic.standard() {
        Some(StandardTopic::ProductQuality) => &[Remedy::APOLOGY, Remedy::EXCHANGE],
        Some(StandardTopic::ServiceAttitude) => &[Remedy::APOLOGY, Remedy::STAFF_RETRAINING],
        Some(StandardTopic::LogisticsDelay) => &[Remedy::APOLOGY, Remedy::EXPEDITE_LOGISTICS],
        Some(StandardTopic::Refund) => &[Remedy::REFUND],
        Some(_) | None => &[],
    }
}
