//! The words of a complaint, by facet: the one record of them.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use serde::de::{Error, MapAccess, SeqAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::text::distance::distance;
use crate::text::excerpt::Excerpt;
use crate::text::map_only::{at, no_entries};
use crate::vocab::code::Code;
use crate::vocab::facet::table::Facet;
use crate::vocab::input::Input;
use crate::vocab::open::Word;

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
    words: Vec<(Facet, Code)>,
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
        let (from, until) = self.place(facet);
        match self.words.get_mut(from..until) {
            Some([known]) if facet.is_single() => known.1 = word,
            Some(known) if known.iter().any(|(_, known)| *known == word) => {}
            _ => self.words.insert(until, (facet, word)),
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
        for &(facet, word) in &found.words {
            if last.replace(facet) != Some(facet) {
                self.clear(facet);
            }
            self.add_code(facet, word);
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
        self.words.iter().copied()
    }

    /// How many words each facet has, of those that have one.
    pub(crate) fn counts(&self) -> impl Iterator<Item = (Facet, usize)> + '_ {
        let facets = self.words.chunk_by(|one, other| one.0 == other.0);
        facets.filter_map(|words| Some((words.first()?.0, words.len())))
    }

    /// The same without a copy.
    pub(crate) fn each(&self) -> impl Iterator<Item = (Facet, &Code)> {
        self.words.iter().map(|(facet, code)| (*facet, code))
    }

    /// The words of one facet, the main one first.
    #[must_use]
    pub fn all<W: Word>(&self) -> impl ExactSizeIterator<Item = W> + DoubleEndedIterator + Clone + '_ {
        self.codes(W::FACET).map(|code| W::from_code(*code))
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
    ) -> impl ExactSizeIterator<Item = &Code> + DoubleEndedIterator + Clone + '_ {
        let (from, until) = self.place(facet);
        self.words.get(from..until).unwrap_or_default().iter().map(|(_, code)| code)
    }

    /// Where the words of a facet stand.
    fn place(&self, facet: Facet) -> (usize, usize) {
        let from = self.words.partition_point(|(known, _)| *known < facet);
        let behind = self.words.iter().skip(from).take_while(|(known, _)| *known == facet).count();
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
        for of_facet in self.words.chunk_by(|one, other| one.0 == other.0) {
            let Some((facet, first)) = of_facet.first() else { continue };
            let key = Input::from(*facet);
            if facet.is_single() {
                map.serialize_entry(&key, first)?;
            } else {
                map.serialize_entry(&key, &Words(of_facet))?;
            }
        }
        map.end()
    }
}

/// The words of one facet as a list.
struct Words<'a>(&'a [(Facet, Code)]);

impl Serialize for Words<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(|(_, code)| code))
    }
}

impl<'de> Deserialize<'de> for Classification {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Facets)
    }
}

struct Facets;

impl<'de> Visitor<'de> for Facets {
    type Value = Classification;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map from facets to words")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Classification, A::Error> {
        no_entries(list, &self).map(|_| Classification::new())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Classification, A::Error> {
        let mut found = Classification::new();
        let mut facets: Vec<Facet> = Vec::new();
        while let Some(key) = entries.next_key::<String>()? {
            let carried = key.parse::<Input>().ok().and_then(|input| input.facet());
            let Some(facet) = carried.filter(|facet| !matches!(facet, Facet::Fact | Facet::Mark)) else {
                let (shown, near) = (Excerpt::of(&key), nearest(&key));
                return Err(Error::custom(format_args!(
                    "unknown field `{shown}`, expected a key of this document, or a facet such as `{near}`"
                )));
            };
            if facets.contains(&facet) {
                return Err(Error::custom(format_args!("duplicate field `{key}`, expected it once")));
            }
            if facets.len() == Classification::MAX_FACETS {
                let most = Classification::MAX_FACETS;
                return Err(Error::custom(format_args!(
                    "words of more than {most} facets, expected at most that many"
                )));
            }
            facets.push(facet);
            let words = if facet.is_single() {
                entries.next_value::<Option<Code>>().map(|word| word.into_iter().collect())
            } else {
                entries.next_value::<WordList>().map(|words| words.0)
            };
            let words: Vec<Code> = words.map_err(|error| at(&key, error))?;
            for word in words {
                found.add_code(facet, word);
            }
        }
        Ok(found)
    }
}

/// The facet that a key may have been meant for.
fn nearest(key: &str) -> Input {
    let facets = Facet::ALL.iter().filter(|facet| !matches!(facet, Facet::Fact | Facet::Mark));
    let names = facets.map(|facet| Input::from(*facet));
    let far = names.map(|input| (distance(key, input.as_str()), input));
    far.filter(|(letters, _)| *letters <= 2)
        .min_by_key(|(letters, _)| *letters)
        .map_or(Input::CATEGORY, |(_, near)| near)
}

/// A list of words, or null.
struct WordList(Vec<Code>);

impl<'de> Deserialize<'de> for WordList {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(WordsOfList)
    }
}

struct WordsOfList;

impl<'de> Visitor<'de> for WordsOfList {
    type Value = WordList;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_unit<E: Error>(self) -> Result<WordList, E> {
        Ok(WordList(Vec::new()))
    }

    fn visit_none<E: Error>(self) -> Result<WordList, E> {
        Ok(WordList(Vec::new()))
    }

    // What is no list may be long: it is not repeated.
    fn visit_str<E: Error>(self, _: &str) -> Result<WordList, E> {
        Err(E::custom("a text, expected a list"))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<WordList, A::Error> {
        let mut words = Vec::new();
        while let Some(word) = list
            .next_element::<Code>()
            .map_err(|error| at::<A::Error>(alloc::format!("[{}]", words.len()), error))?
        {
            if words.len() == Classification::MAX_WORDS {
                let most = Classification::MAX_WORDS;
                return Err(Error::custom(format_args!("more than {most}, expected at most that many")));
            }
            words.push(word);
        }
        Ok(WordList(words))
    }
}
