//! A word as complaints keep it.

use alloc::sync::Arc;
use core::cmp::Ordering;

use crate::vocab::code::{Code, CodeError, ShortText};
use crate::vocab::facet::table::Facet;
use crate::vocab::own_facet::OwnFacet;

/// A word of some facet, in 24 bytes: a standard one as its place among the words of its facet, a short one as its
/// text, and any other on the heap, shared by all copies.
// INVARIANT: a word that may be `Standard` is, and otherwise one that may be `Short` is: equal words are equal here.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub(crate) enum StoredWord {
    Standard {
        facet: u8,
        rank: u16,
    },
    /// Its text as [`ShortText`], the last word without its zeros.
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

/// The facet of a number that [`Facet::number`] gave.
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

    /// A word that is no standard one.
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

    /// Whether it is the word of a code, of whatever facet.
    pub(crate) fn is(&self, code: &Code) -> bool {
        match self {
            Self::Standard { facet, rank } => numbered(*facet).ranked(*rank) == Some(code),
            Self::Short { last, first, .. } => code.is_short(short_text(*first, *last)),
            Self::Long { word, .. } => **word == *code,
            Self::OfOwnFacet(own) => own.1 == *code,
        }
    }

    /// Orders the facet of the word beside another.
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

/// The text of a short word.
#[inline]
pub(crate) fn short_text([one, two]: [u64; 2], [b0, b1, b2, b3, b4, b5]: [u8; 6]) -> ShortText {
    let last =
        u64::from(u32::from_le_bytes([b0, b1, b2, b3])) | u64::from(u16::from_le_bytes([b4, b5])) << 32;
    [one, two, last]
}
