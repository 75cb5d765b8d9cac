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
    /// The standard words by facet and place among the standard words, one row for each facet.
    standard: Vec<Entry>,
    /// Where the row of each facet begins, and where the last one ends.
    rows: Vec<u32>,
    short: ShortWords,
}

/// The declared words of a facet.
#[derive(Clone, Debug)]
struct Words {
    /// The number of the first.
    first: WordNumber,
    places: CodeMap,
    /// Whether a word is in use on every day, by its place; for all others the taxonomy is asked.
    always: Vec<bool>,
}

/// The number of a word and whether it is in use on every day, in four bytes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
struct Entry(u32);

impl Entry {
    /// A word that is not declared.
    const NONE: Self = Self(u32::MAX);

    fn of(found: Option<(WordNumber, bool)>) -> Self {
        found.map_or(Self::NONE, |(number, always)| {
            debug_assert!(number < u32::MAX / 2, "so many words no taxonomy has");
            Self(number << 1 | u32::from(always))
        })
    }

    #[inline]
    fn get(self) -> Option<(WordNumber, bool)> {
        (self != Self::NONE).then_some((self.0 >> 1, self.0 & 1 == 1))
    }
}

impl Lexicon {
    pub(crate) fn of(taxonomy: &Taxonomy) -> Self {
        let mut first = LEVELS;
        let facets = taxonomy.facets().map(|facet| {
            let words = Words::of(taxonomy, facet, first);
            first += count(words.always.iter());
            words
        });
        let facets: Vec<Words> = facets.collect();
        let (mut standard, mut rows, mut short) = (Vec::new(), Vec::from([0]), Vec::new());
        for (facet, words) in Facet::ALL.iter().zip(&facets) {
            let find =
                |word: &Code| Entry::of(words.places.get(word).and_then(|place| words.numbered(place)));
            standard.extend((0..).map_while(|rank| facet.ranked(rank)).map(find));
            rows.push(count(standard.iter()));
            for declared in taxonomy.codes(*facet) {
                if let StoredWord::Short { facet, last, first } = StoredWord::new(*facet, declared.word) {
                    short.push((ShortKey::of(facet, first, last), find(&declared.word)));
                }
            }
        }
        let own =
            taxonomy.facets().filter_map(|facet| if let Facet::Own(own) = facet { Some(own) } else { None });
        let own = own.collect();
        Self { facets, own, standard, rows, short: ShortWords::of(&short) }
    }

    /// The number of a word, if it is declared, and whether it is in use on every day.
    #[inline]
    pub(crate) fn find(&self, word: &StoredWord) -> Option<(WordNumber, bool)> {
        match word {
            StoredWord::Short { facet, last, first } => self.short.find(ShortKey::of(*facet, *first, *last)),
            StoredWord::Standard { facet, rank } => {
                let place = self.rows.get(usize::from(*facet))? + u32::from(*rank);
                self.standard.get(place as usize)?.get()
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
        let always = declared().map(|word| taxonomy.is_always_in_use(facet, &word)).collect();
        Self { first, places, always }
    }

    fn numbered(&self, place: u32) -> Option<(WordNumber, bool)> {
        let always = self.always.get(place as usize)?;
        Some((self.first + place, *always))
    }
}

/// A short word with its facet: the last of its three parts has two bytes to spare, and the facet stands there.
#[derive(Clone, Copy, Debug)]
struct ShortKey([u64; 3]);

impl ShortKey {
    /// What no word has: the facet of a word is counted from one.
    const EMPTY: Self = Self([0; 3]);

    #[inline]
    fn of(facet: u8, first: [u64; 2], last: [u8; 6]) -> Self {
        let [one, two, last] = short_text(first, last);
        Self([one, two, last | (u64::from(facet) + 1) << 48])
    }

    // Part by part: the parts of a key that was just made are in registers, and reading two of them at once waits until
    // both are written.
    #[inline]
    fn is(self, other: Self) -> bool {
        let (Self([one, two, last]), Self(other)) = (self, other);
        (one ^ other[0]) | (two ^ other[1]) | (last ^ other[2]) == 0
    }

    #[inline]
    const fn is_empty(self) -> bool {
        self.0[2] == 0
    }

    /// The high bits are the better ones: a table takes as many as it needs.
    #[inline]
    fn hashed(self) -> u64 {
        let Self([one, two, last]) = self;
        let sum = one
            .wrapping_mul(0x9e37_79b9_7f4a_7c15)
            .wrapping_add(two.wrapping_mul(0xc2b2_ae3d_27d4_eb4f))
            .wrapping_add(last.wrapping_mul(0x1656_67b1_9e37_79f9));
        (sum ^ sum >> 29).wrapping_mul(0xbf58_476d_1ce4_e5b9)
    }
}

/// The short words of all facets: open addressing, at most half full, and a word found in one cache line.
#[derive(Clone, Debug)]
struct ShortWords {
    /// INVARIANT: their number is a power of two, and at least half of them are empty.
    slots: Vec<(ShortKey, Entry)>,
    /// How far a hash is shifted to be a place.
    shift: u32,
}

#[expect(clippy::indexing_slicing, reason = "a hash is shifted to a place of the slots")]
impl ShortWords {
    fn of(words: &[(ShortKey, Entry)]) -> Self {
        let size = (words.len() * 2).next_power_of_two().max(2);
        let mut map =
            Self { slots: alloc::vec![(ShortKey::EMPTY, Entry::NONE); size], shift: 64 - size.ilog2() };
        for (key, entry) in words {
            let mut at = map.first(*key);
            while !map.slots[at].0.is_empty() && !map.slots[at].0.is(*key) {
                at = (at + 1) & (size - 1);
            }
            map.slots[at] = (*key, *entry);
        }
        map
    }

    #[inline]
    #[expect(clippy::cast_possible_truncation, reason = "what is left of the hash is a place")]
    fn first(&self, key: ShortKey) -> usize {
        (key.hashed() >> self.shift) as usize
    }

    #[inline]
    fn find(&self, key: ShortKey) -> Option<(WordNumber, bool)> {
        let mut at = self.first(key);
        loop {
            let (known, entry) = &self.slots[at];
            if known.is(key) {
                return entry.get();
            }
            if known.is_empty() {
                return None;
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;
    use alloc::vec::Vec;

    use crate::policy::lexicon::Lexicon;
    use crate::taxonomy::Taxonomy;
    use crate::vocab::{Category, Facet, StoredWord};

    /// Whatever way a word is kept, it has the number that its code has.
    #[test]
    fn a_word_and_its_code_have_one_number() {
        let own = (0..3_000).map(|at| Category::from_code(format!("acme:c{at}").parse().unwrap()));
        let taxonomy = Taxonomy::standard().with_only(&own.collect::<Vec<_>>());
        let lexicon = Lexicon::of(&taxonomy);
        let mut found = 0;
        for facet in taxonomy.facets() {
            for declared in taxonomy.codes(facet) {
                let number = lexicon.find_code(facet, &declared.word);
                assert!(number.is_some(), "{facet} {}", declared.word);
                assert_eq!(lexicon.find(&StoredWord::new(facet, declared.word)), number);
                found += 1;
            }
        }
        assert!(found > 3_000);
        let other = "acme:c3000".parse().unwrap();
        assert_eq!(lexicon.find(&StoredWord::new(Facet::Category, other)), None);
        // A word of one facet is none of another.
        let known = "acme:c7".parse().unwrap();
        assert!(lexicon.find(&StoredWord::new(Facet::Category, known)).is_some());
        assert_eq!(lexicon.find(&StoredWord::new(Facet::Cause, known)), None);
    }
}
