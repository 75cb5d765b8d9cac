//! A playbook: what to say and to do next, to avoid and to know. Soft guidance, and no rule.
//!
//! Nothing here starts, stops or delays a clock, bars a step or decides anything: what binds stands in the
//! [policy](crate::policy). Where a procedure says to slow down early on (S37-R39) or to hurry (S08-R09), that is
//! advice, and the clocks of the policy run as they run.
//!
//! [`Playbook::standard`] holds the guidance of all procedures, in short words of our own and three languages; each
//! entry cites the elements it stands for. An organisation adds its own entries, or puts its words for one of these.
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

/// Entries in their order.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
#[must_use = "it is looked things up in"]
pub struct Playbook {
    entries: Vec<Entry>,
}

impl Playbook {
    /// The guidance of all procedures.
    pub fn standard() -> Self {
        Self { entries: table::TABLES.iter().flat_map(|table| table.iter()).cloned().collect() }
    }

    /// No entry.
    pub const fn empty() -> Self {
        Self { entries: Vec::new() }
    }

    /// Adds an entry behind the others; one with the key of another takes its place.
    pub fn with_entry(mut self, entry: Entry) -> Self {
        match self.entries.iter_mut().find(|known| known.key() == entry.key()) {
            Some(known) => *known = entry,
            None => self.entries.push(entry),
        }
        self
    }

    /// The entries, in their order.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The entry with a key.
    #[must_use]
    pub fn entry(&self, key: RuleId) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.key() == key)
    }

    /// The entries for a topic, a motive, a behaviour, a reaction, …: those for the word itself, and those for one above
    /// it.
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

    /// The entries that are for a stage; those for no stage in particular are not among them.
    pub fn at(&self, stage: Stage) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(move |entry| entry.stages().contains(&stage))
    }

    /// The entries that stand for an element of the procedures, such as `S27-R01`.
    pub fn citing<'a>(&'a self, element: &'a str) -> impl Iterator<Item = &'a Entry> {
        self.entries.iter().filter(move |entry| entry.citations().iter().any(|cited| cited == element))
    }
}

/// The remedies that go with the script for a topic (S12-R07, S12-R08, S12-R09, S21-R05); none for a topic of an
/// organisation's own, or one without.
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
