//! The words of a complaint, by facet.

use alloc::vec::Vec;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::vocab::code::Code;
use crate::vocab::facet::table::Facet;
use crate::vocab::input::Input;
use crate::vocab::open::Word;
use crate::vocab::stored_word::StoredWord;

/// The words by which a complaint is classified, by facet.
///
/// The receipt, the findings, the case and the ledger each keep one; rules, tables and forms ask it. It takes words of
/// every facet, also of [facets that an organisation adds](Facet::Own), except two: [facts](crate::vocab::Fact) are
/// counted and stored beside it, and [marks](crate::vocab::Mark) are set by rules.
///
/// The words of one facet keep the order in which they were added, and the first one is the main word. In a facet that
/// [has at most one word](Facet::is_single), a new word replaces the old one.
///
/// As a document it is a map from the name of a facet to its word, or to a list if the facet can have several. The
/// department that a complaint is about has the key `unit`.
///
/// ```
/// use redress::vocab::person::{Behaviour, Motive};
/// use redress::vocab::{Category, Classification, Facet, OwnFacet, Subject};
/// use redress::word;
///
/// let mut words = Classification::of(Category::SPARE_PARTS);
/// words.add(Category::SALES_PROCESS);
/// words.add(Subject::SERVICE);
/// words.add(Behaviour::ANGRY_VENTING);
/// words.add_code(Facet::Own(word!(OwnFacet, "acme:store")), "berlin".parse()?);
///
/// assert_eq!(words.first(), Some(Category::SPARE_PARTS));
/// assert_eq!(words.all::<Category>().count(), 2);
/// assert_eq!(words.first::<Motive>(), None);
/// assert_eq!(
///     serde_json::to_string(&words)?,
///     concat!(
///         r#"{"category":["spare-parts","sales-process"],"subject":"service","#,
///         r#""behaviour":["angry-venting"],"acme:store":["berlin"]}"#,
///     ),
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
// INVARIANT: sorted by facet. Each word of a facet stands once, and a single facet has at most one word.
#[derive(Clone, Debug, Default, Eq, Hash, PartialEq)]
pub struct Classification {
    words: Vec<StoredWord>,
}

impl Classification {
    /// The greatest number of words that a document may give for one facet.
    pub const MAX_WORDS: usize = 100;

    /// The greatest number of facets in a document.
    pub const MAX_FACETS: usize = 200;

    /// Makes a classification without words.
    #[must_use]
    pub const fn new() -> Self {
        Self { words: Vec::new() }
    }

    /// Makes a classification with one word.
    #[must_use]
    pub fn of<W: Word>(word: W) -> Self {
        Self::new().with(word)
    }

    /// Adds a word, as [`add`](Self::add) does, and returns the classification.
    ///
    /// # Example: a single facet keeps the last word
    ///
    /// ```
    /// use redress::vocab::{Category, Classification, FaultParty};
    ///
    /// let words = Classification::of(Category::SPARE_PARTS).with(FaultParty::CARRIER).with(FaultParty::COMPANY);
    /// assert_eq!(words.first(), Some(FaultParty::COMPANY));
    /// assert_eq!(words.all::<FaultParty>().count(), 1);
    /// ```
    #[must_use]
    pub fn with<W: Word>(mut self, word: W) -> Self {
        self.add(word);
        self
    }

    /// Adds a word behind the other words of its facet, unless it is there already. In a single facet it replaces the
    /// old word.
    ///
    /// A fact is counted and a mark is set by rules, so that a program that adds one does not compile:
    ///
    /// ```compile_fail
    /// use redress::vocab::{Classification, Fact};
    ///
    /// let words = Classification::of(Fact::HOTLINE_TRIES);
    /// ```
    pub fn add<W: Word>(&mut self, word: W) {
        const {
            assert!(
                !matches!(W::FACET, Facet::Fact | Facet::Mark),
                "facts are counted and marks are set by rules: neither is a word of a complaint"
            );
        }
        self.add_code(W::FACET, *word.code());
    }

    /// Adds a word by its facet and code, for facets that an organisation adds.
    ///
    /// ```
    /// use redress::vocab::{Classification, Facet, OwnFacet};
    /// use redress::word;
    ///
    /// let store = Facet::Own(word!(OwnFacet, "acme:store"));
    /// let mut words = Classification::new();
    /// words.add_code(store, "berlin".parse()?);
    /// words.add_code(store, "berlin".parse()?); // there already
    /// assert_eq!(words.codes(store).count(), 1);
    /// # Ok::<(), redress::vocab::error::CodeError>(())
    /// ```
    pub fn add_code(&mut self, facet: Facet, word: Code) {
        self.put(facet, StoredWord::new(facet, word));
    }

    pub(super) fn put(&mut self, facet: Facet, word: StoredWord) {
        let (from, until) = self.place(facet);
        match self.words.get_mut(from..until) {
            Some([known]) if facet.is_single() => *known = word,
            Some(known) if known.contains(&word) => {}
            _ => self.words.insert(until, word),
        }
    }

    /// Removes all words of a facet.
    ///
    /// ```
    /// use redress::vocab::{Category, Classification, Facet};
    ///
    /// let mut words = Classification::of(Category::SPARE_PARTS);
    /// words.clear(Facet::Category);
    /// assert!(words.is_empty());
    /// ```
    pub fn clear(&mut self, facet: Facet) {
        let (from, until) = self.place(facet);
        self.words.drain(from..until);
    }

    /// Replaces the words of each facet for which `found` has words. Other facets stay as they are.
    ///
    /// ```
    /// use redress::vocab::{Category, Classification, FaultParty, Region};
    ///
    /// let mut known = Classification::of(Category::SPARE_PARTS).with("acme:north".parse::<Region>()?);
    /// known.replace(&Classification::of(Category::SALES_PROCESS).with(FaultParty::COMPANY));
    ///
    /// assert_eq!(known.all::<Category>().collect::<Vec<_>>(), [Category::SALES_PROCESS]);
    /// assert_eq!(known.iter().count(), 3); // category, region, fault party
    /// # Ok::<(), redress::vocab::error::CodeError>(())
    /// ```
    pub fn replace(&mut self, found: &Self) {
        let mut last = None;
        for word in &found.words {
            let facet = word.facet();
            if last.replace(facet) != Some(facet) {
                self.clear(facet);
            }
            self.put(facet, word.clone());
        }
    }

    /// Returns whether there are no words.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Returns every word with its facet, in the order of the facets.
    #[must_use]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (Facet, Code)> + Clone + '_ {
        self.words.iter().map(|word| (word.facet(), word.code()))
    }

    /// Returns the number of words of each facet that has any.
    pub(crate) fn counts(&self) -> impl Iterator<Item = (Facet, usize)> + '_ {
        self.by_facet().map(|(facet, words)| (facet, words.len()))
    }

    /// Returns the words of each facet that has any.
    fn by_facet(&self) -> impl Iterator<Item = (Facet, &[StoredWord])> {
        let facets = self.words.chunk_by(|one, other| one.cmp_facet(&other.facet()).is_eq());
        facets.filter_map(|words| Some((words.first()?.facet(), words)))
    }

    /// Returns the words in their stored form.
    pub(crate) fn stored(&self) -> &[StoredWord] {
        &self.words
    }

    /// Returns the words of one facet, the main word first.
    #[must_use]
    pub fn all<W: Word>(&self) -> impl ExactSizeIterator<Item = W> + DoubleEndedIterator + Clone + '_ {
        self.codes(W::FACET).map(W::from_code)
    }

    /// Returns the main word of a facet. `None` if the facet has no words.
    ///
    /// ```
    /// use redress::vocab::{Category, Classification};
    ///
    /// let words = Classification::of(Category::SPARE_PARTS).with(Category::SALES_PROCESS);
    /// assert_eq!(words.first(), Some(Category::SPARE_PARTS)); // the one that was added first
    /// ```
    #[must_use]
    pub fn first<W: Word>(&self) -> Option<W> {
        self.all().next()
    }

    /// Returns the codes of the words of one facet, the main word first.
    #[must_use]
    pub fn codes(
        &self,
        facet: Facet,
    ) -> impl ExactSizeIterator<Item = Code> + DoubleEndedIterator + Clone + '_ {
        let (from, until) = self.place(facet);
        self.words.get(from..until).unwrap_or_default().iter().map(StoredWord::code)
    }

    /// Returns the words of one facet as they are kept, the main one first.
    pub(crate) fn stored_of(&self, facet: Facet) -> &[StoredWord] {
        let (from, until) = self.place(facet);
        self.words.get(from..until).unwrap_or_default()
    }

    /// Returns the range in which the words of a facet stand.
    fn place(&self, facet: Facet) -> (usize, usize) {
        let from = self.words.partition_point(|known| known.cmp_facet(&facet).is_lt());
        let behind = self.words.iter().skip(from).take_while(|known| known.cmp_facet(&facet).is_eq()).count();
        (from, from + behind)
    }
}

impl<W: Word> FromIterator<W> for Classification {
    fn from_iter<I: IntoIterator<Item = W>>(words: I) -> Self {
        words.into_iter().fold(Self::new(), Self::with)
    }
}

impl Serialize for Classification {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (facet, words) in self.by_facet() {
            let key = Input::from(facet);
            match words {
                [word] if facet.is_single() => map.serialize_entry(&key, &word.code())?,
                words => map.serialize_entry(&key, &Words(words))?,
            }
        }
        map.end()
    }
}

/// The words of one facet as a list.
struct Words<'a>(&'a [StoredWord]);

impl Serialize for Words<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(StoredWord::code))
    }
}
