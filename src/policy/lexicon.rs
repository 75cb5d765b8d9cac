//! The words of a policy by number.
//!
//! The levels of severity come first, then the declared words, facet by facet in the order of [`Taxonomy::facets`] and
//! [`Taxonomy::codes`]. A complaint is turned into such numbers once, and the tables of the policy are lists that these
//! numbers index. What a host sees stays words.
//!
//! A standard word knows its place among the standard words, so one look-up in a list gives its number. Any other is
//! found by its hash.

use alloc::vec::Vec;
use core::ops::Range;

use crate::policy::code_map::CodeMap;
use crate::taxonomy::Taxonomy;
use crate::vocab::{Code, Facet, Input, OwnFacet, Severity, StoredWord, short_text};

/// The number of a word in a policy.
pub(crate) type WordNumber = u32;

/// The number of a level of severity.
pub(crate) const fn number_of_level(level: Severity) -> WordNumber {
    level as WordNumber
}

/// How many levels there are: the number of the first word.
#[expect(clippy::cast_possible_truncation, reason = "there are few levels")]
const LEVELS: WordNumber = Severity::ALL.len() as WordNumber;

/// The numbers of what an input may be answered with; none for an own facet without words.
pub(crate) fn numbers_of(input: Input, taxonomy: &Taxonomy) -> Option<Range<WordNumber>> {
    let Some(asked) = input.facet() else { return Some(0..LEVELS) };
    let mut first = LEVELS;
    for facet in taxonomy.facets() {
        let end = first + count(taxonomy.codes(facet));
        if facet == asked {
            return Some(first..end);
        }
        first = end;
    }
    None
}

/// What an input may be answered with, in the order of their numbers.
pub(crate) fn domain(input: Input, taxonomy: &Taxonomy) -> impl Iterator<Item = Code> {
    let levels = Severity::ALL.iter().filter(move |_| input == Input::Severity).map(|level| level.code());
    let words = input.facet().into_iter().flat_map(|facet| taxonomy.codes(facet));
    levels.chain(words.map(|declared| declared.word))
}

/// How many words there are; of so many that they have no number there is no memory.
fn count(words: impl Iterator) -> u32 {
    u32::try_from(words.count()).unwrap_or(u32::MAX)
}

/// The declared words, found fast.
#[derive(Clone, Debug)]
pub(crate) struct Lexicon {
    /// INVARIANT: one for each facet of the crate, in their order, and then one for each of `own`.
    facets: Vec<Words>,
    /// The facets of the organisation, in order.
    own: Vec<OwnFacet>,
}

/// The declared words of a facet.
#[derive(Clone, Debug)]
struct Words {
    /// The number of the first.
    first: WordNumber,
    /// For each standard word its place among the declared ones.
    standard: Vec<Option<u32>>,
    places: CodeMap,
    /// Whether a word is in use on every day, by its place; for all others the taxonomy is asked.
    always: Vec<bool>,
}

impl Lexicon {
    pub(crate) fn of(taxonomy: &Taxonomy) -> Self {
        let mut first = LEVELS;
        let facets = taxonomy.facets().map(|facet| {
            let words = Words::of(taxonomy, facet, first);
            first += count(words.always.iter());
            words
        });
        let facets = facets.collect();
        let own =
            taxonomy.facets().filter_map(|facet| if let Facet::Own(own) = facet { Some(own) } else { None });
        Self { facets, own: own.collect() }
    }

    /// The number of a word, if it is declared, and whether it is in use on every day.
    pub(crate) fn find(&self, word: &StoredWord) -> Option<(WordNumber, bool)> {
        match word {
            StoredWord::Standard { facet, rank } => {
                let words = self.facets.get(usize::from(*facet))?;
                words.numbered(words.standard.get(usize::from(*rank)).copied().flatten()?)
            }
            StoredWord::Short { facet, last, first } => {
                let words = self.facets.get(usize::from(*facet))?;
                words.numbered(words.places.get_short(short_text(*first, *last))?)
            }
            StoredWord::Long { facet, word } => {
                let words = self.facets.get(usize::from(*facet))?;
                words.numbered(words.places.get(word)?)
            }
            StoredWord::OfOwnFacet(word) => self.find_code(Facet::Own(word.0), &word.1),
        }
    }

    /// The same of a code.
    pub(crate) fn find_code(&self, facet: Facet, word: &Code) -> Option<(WordNumber, bool)> {
        let place = match (facet.number(), facet) {
            (Some(number), _) => number.into(),
            (None, Facet::Own(own)) => Facet::ALL.len() + self.own.binary_search(&own).ok()?,
            (None, _) => return None,
        };
        let words = self.facets.get(place)?;
        words.numbered(words.places.get(word)?)
    }
}

impl Words {
    fn of(taxonomy: &Taxonomy, facet: Facet, first: WordNumber) -> Self {
        let declared = || taxonomy.codes(facet).map(|declared| declared.word);
        let places = CodeMap::new(declared().zip(0..));
        let standard = (0..).map_while(|rank| facet.ranked(rank)).map(|word| places.get(word)).collect();
        let always = declared().map(|word| taxonomy.is_always_in_use(facet, &word)).collect();
        Self { first, standard, places, always }
    }

    fn numbered(&self, place: u32) -> Option<(WordNumber, bool)> {
        let always = self.always.get(place as usize)?;
        Some((self.first + place, *always))
    }
}
