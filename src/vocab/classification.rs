//! The words of a complaint, by facet: the one record of them.

use alloc::vec::Vec;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::vocab::code::Code;
use crate::vocab::facet::table::Facet;
use crate::vocab::input::Input;
use crate::vocab::open::Word;
use crate::vocab::stored_word::StoredWord;

/// How a complaint is classified: its words, by facet.
///
/// Receipt, findings, case and ledger keep the words of a complaint in one of these each, and rules, tables and forms
/// ask it. It takes words of every facet, and of [those that an organisation adds](Facet::Own). Two facets are kept
/// elsewhere: what is so, and how often, stands with the [facts](crate::vocab::Fact) of a complaint, and
/// [marks](crate::vocab::Mark) are given by rules.
///
/// The words of one facet keep the order in which they were added, and the first is the main one. Of a facet that
/// [has one word at most](Facet::is_single), a word takes the place of the one before.
///
/// As a document it is a map from the name of a facet to its word, or to a list where it may have several. The department
/// that a complaint is about is called `unit`.
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
///     r#"{"category":["spare-parts","sales-process"],"subject":"service","behaviour":["angry-venting"],"acme:store":["berlin"]}"#,
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
// INVARIANT: ordered by facet; of one facet each word once, and of a single one one word.
#[derive(Clone, Debug, Default, Eq, Hash, PartialEq)]
pub struct Classification {
    words: Vec<StoredWord>,
}

impl Classification {
    /// The most words of one facet that a document has.
    pub const MAX_WORDS: usize = 100;

    /// The most facets of a document.
    pub const MAX_FACETS: usize = 200;

    /// Without a word.
    #[must_use]
    pub const fn new() -> Self {
        Self { words: Vec::new() }
    }

    /// With one word.
    #[must_use]
    pub fn of<W: Word>(word: W) -> Self {
        Self::new().with(word)
    }

    /// The same with a word more.
    ///
    /// ```
    /// use redress::vocab::{Category, Classification, FaultParty};
    ///
    /// let words = Classification::of(Category::SPARE_PARTS).with(FaultParty::COMPANY);
    /// assert_eq!(words.first(), Some(FaultParty::COMPANY));
    /// ```
    #[must_use]
    pub fn with<W: Word>(mut self, word: W) -> Self {
        self.add(word);
        self
    }

    /// Adds a word behind those of its facet, if it is not among them; in a single facet it takes the place of the one
    /// before. A fact is counted and a mark is given by rules: a program that adds one does not compile.
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
                "no word of a complaint: counted, or given by rules"
            );
        }
        self.add_code(W::FACET, *word.code());
    }

    /// Adds a word of a facet by its code, as of a facet that the organisation adds.
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

    /// Leaves a facet without words.
    pub fn clear(&mut self, facet: Facet) {
        let (from, until) = self.place(facet);
        self.words.drain(from..until);
    }

    /// Puts the words of each facet that another record has in place of those of this one.
    ///
    /// ```
    /// use redress::vocab::{Category, Classification, FaultParty, Region};
    ///
    /// let mut known = Classification::of(Category::SPARE_PARTS).with("acme:north".parse::<Region>()?);
    /// known.replace(&Classification::of(Category::SALES_PROCESS).with(FaultParty::COMPANY));
    ///
    /// assert_eq!(known.all::<Category>().collect::<Vec<_>>(), [Category::SALES_PROCESS]);
    /// assert_eq!(known.iter().count(), 3);
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

    /// Whether there is no word.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Every word with its facet, by facet.
    #[must_use]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (Facet, Code)> + Clone + '_ {
        self.words.iter().map(|word| (word.facet(), word.code()))
    }

    /// How many words each facet has, of those that have one.
    pub(crate) fn counts(&self) -> impl Iterator<Item = (Facet, usize)> + '_ {
        self.by_facet().map(|(facet, words)| (facet, words.len()))
    }

    /// The words of each facet that has some.
    fn by_facet(&self) -> impl Iterator<Item = (Facet, &[StoredWord])> {
        let facets = self.words.chunk_by(|one, other| one.cmp_facet(&other.facet()).is_eq());
        facets.filter_map(|words| Some((words.first()?.facet(), words)))
    }

    /// The words as they are kept.
    pub(crate) fn stored(&self) -> &[StoredWord] {
        &self.words
    }

    /// The words of one facet, the main one first.
    #[must_use]
    pub fn all<W: Word>(&self) -> impl ExactSizeIterator<Item = W> + DoubleEndedIterator + Clone + '_ {
        self.codes(W::FACET).map(W::from_code)
    }

    /// The main word of a facet.
    #[must_use]
    pub fn first<W: Word>(&self) -> Option<W> {
        self.all().next()
    }

    /// The codes of the words of one facet, the main one first.
    #[must_use]
    pub fn codes(
        &self,
        facet: Facet,
    ) -> impl ExactSizeIterator<Item = Code> + DoubleEndedIterator + Clone + '_ {
        let (from, until) = self.place(facet);
        self.words.get(from..until).unwrap_or_default().iter().map(StoredWord::code)
    }

    /// The words of one facet as they are kept, the main one first.
    pub(crate) fn stored_of(&self, facet: Facet) -> &[StoredWord] {
        let (from, until) = self.place(facet);
        self.words.get(from..until).unwrap_or_default()
    }

    /// Where the words of a facet stand.
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
