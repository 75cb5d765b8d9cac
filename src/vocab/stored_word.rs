//! A word as complaints store it, in 24 bytes.
//!
//! # Problem
//!
//! A case keeps the words of its receipt, its findings and its history. A [`Code`] has 160 bytes, and a facet adds 41
//! more: twenty words of a complaint would take 4 KB. Most of them are standard words, and the words that organisations
//! add are short.
//!
//! # Layout
//!
//! A [`StoredWord`] is an enum of four forms, chosen by the word alone:
//!
//! | form | for | holds |
//! |---|---|---|
//! | `Standard` | a standard word | its facet and its rank among the words of the facet, sorted by code |
//! | `Short` | another word of at most 22 bytes | its facet and the text itself |
//! | `Long` | a longer word | its facet and the code on the heap, shared by all copies |
//! | `OfOwnFacet` | a word of an organisation's own facet | facet and code on the heap, shared by all copies |
//!
//! The facet is a number of one byte: the position in [`Facet::ALL`]. `Short` has the text as two 64-bit numbers and
//! six bytes, because that fills 24 bytes together with the facet and the tag; an assertion below keeps the size.
//!
//! # Why equality works
//!
//! The forms are tried in the order of the table. A word that can be `Standard` is never `Short`, and a word that can
//! be `Short` is never `Long`. Equal words therefore have the same form and the same content, so that the derived `Eq`
//! and `Hash` are right without making a `Code`.
//!
//! Ranks are valid in one build of the crate only. They are never written to a document: a word is stored as its text,
//! and gets its rank again when it is read.
//!
//! # Cost
//!
//! Making a word is a binary search in the table of its facet. Copying one costs at most an increment of a counter.
//! Comparing with a code (`is`) reads the table for a standard word, and compares three numbers for a short one.
//!
//! Interning all words in a table of the policy was rejected: a case can be read without its policy.

use alloc::sync::Arc;
use core::cmp::Ordering;

use crate::vocab::code::{Code, CodeError, ShortText};
use crate::vocab::facet::table::Facet;
use crate::vocab::own_facet::OwnFacet;

/// A word of a facet, in 24 bytes: see the notes of this module for its forms.
// INVARIANT: a word that may be `Standard` is, and otherwise one that may be `Short` is: equal words are equal here.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub(crate) enum StoredWord {
    Standard {
        facet: u8,
        rank: u16,
    },
    /// The text as [`ShortText`]. The last number is cut to six bytes, because its two highest bytes are zero.
    Short {
        facet: u8,
        last: [u8; 6],
        first: [u64; 2],
    },
    Long {
        facet: u8,
        word: Arc<Code>,
    },
    OfOwnFacet(Arc<(OwnFacet, Code)>),
}

const _: () = assert!(size_of::<StoredWord>() == 24, "a word takes 24 bytes");

/// Returns the facet of a number that [`Facet::number`] gave.
#[expect(clippy::indexing_slicing, reason = "there is a facet for every number")]
const fn numbered(facet: u8) -> &'static Facet {
    &Facet::ALL[facet as usize]
}

impl StoredWord {
    pub(crate) fn new(facet: Facet, word: Code) -> Self {
        match (facet.number(), facet) {
            (Some(number), _) => match facet.rank(word.as_str()) {
                Some(rank) => Self::Standard { facet: number, rank },
                None => Self::own(number, word),
            },
            (None, Facet::Own(own)) => Self::OfOwnFacet(Arc::new((own, word))),
            (None, _) => unreachable!("every facet but an own one has a number"),
        }
    }

    /// Makes a word that is not a standard one.
    fn own(facet: u8, word: Code) -> Self {
        match word.short() {
            Some([one, two, last]) => {
                let [last @ .., _, _] = last.to_le_bytes();
                Self::Short { facet, last, first: [one, two] }
            }
            None => Self::Long { facet, word: Arc::new(word) },
        }
    }

    /// Reads a word of a facet.
    pub(crate) fn read(facet: Facet, text: &str) -> Result<Self, CodeError> {
        match facet.number().zip(facet.rank(text)) {
            Some((facet, rank)) => Ok(Self::Standard { facet, rank }),
            None => text.parse().map(|word| Self::new(facet, word)),
        }
    }

    pub(crate) fn facet(&self) -> Facet {
        match self {
            Self::Standard { facet, .. } | Self::Short { facet, .. } | Self::Long { facet, .. } => {
                *numbered(*facet)
            }
            Self::OfOwnFacet(own) => Facet::Own(own.0),
        }
    }

    pub(crate) fn code(&self) -> Code {
        match self {
            Self::Standard { facet, rank } => match numbered(*facet).ranked(*rank) {
                Some(code) => *code,
                None => unreachable!("a place is that of a word"),
            },
            Self::Short { last, first, .. } => Code::of_short(short_text(*first, *last)),
            Self::Long { word, .. } => **word,
            Self::OfOwnFacet(own) => own.1,
        }
    }

    /// Returns whether the word has this code, in whichever facet.
    pub(crate) fn is(&self, code: &Code) -> bool {
        match self {
            Self::Standard { facet, rank } => numbered(*facet).ranked(*rank) == Some(code),
            Self::Short { last, first, .. } => code.is_short(short_text(*first, *last)),
            Self::Long { word, .. } => **word == *code,
            Self::OfOwnFacet(own) => own.1 == *code,
        }
    }

    /// Compares the facet of the word with another.
    pub(crate) fn cmp_facet(&self, other: &Facet) -> Ordering {
        match self {
            Self::Standard { facet, .. } | Self::Short { facet, .. } | Self::Long { facet, .. } => {
                other.number().map_or(Ordering::Less, |other| facet.cmp(&other))
            }
            Self::OfOwnFacet(own) => {
                if let Facet::Own(other) = other {
                    own.0.cmp(other)
                } else {
                    Ordering::Greater
                }
            }
        }
    }
}

/// Returns the text of a short word.
#[inline]
pub(crate) fn short_text([one, two]: [u64; 2], [b0, b1, b2, b3, b4, b5]: [u8; 6]) -> ShortText {
    let last =
        u64::from(u32::from_le_bytes([b0, b1, b2, b3])) | u64::from(u16::from_le_bytes([b4, b5])) << 32;
    [one, two, last]
}
