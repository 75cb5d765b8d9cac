//! One word of a classification.

use alloc::sync::Arc;
use core::cmp::Ordering;

use crate::vocab::code::{Code, CodeError};
use crate::vocab::facet::table::Facet;
use crate::vocab::own_facet::OwnFacet;

/// A word of some facet, in 16 bytes: a standard one as its place among the words of its facet, and one of an
/// organisation's own on the heap, shared by all copies.
// INVARIANT: a standard word of a standard facet is never `Own`, so that equal words are equal here.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub(super) enum Entry {
    Standard { facet: u8, rank: u16 },
    Own { facet: u8, word: Arc<Code> },
    OfOwnFacet(Arc<(OwnFacet, Code)>),
}

/// The facet of a number that [`Facet::number`] gave.
#[expect(clippy::indexing_slicing, reason = "there is a facet for every number")]
const fn numbered(facet: u8) -> &'static Facet {
    &Facet::ALL[facet as usize]
}

impl Entry {
    pub(super) fn new(facet: Facet, word: Code) -> Self {
        match (facet.number(), facet) {
            (Some(number), _) => match facet.rank(word.as_str()) {
                Some(rank) => Self::Standard { facet: number, rank },
                None => Self::Own { facet: number, word: Arc::new(word) },
            },
            (None, Facet::Own(own)) => Self::OfOwnFacet(Arc::new((own, word))),
            (None, _) => unreachable!("every facet but an own one has a number"),
        }
    }

    /// Reads a word of a facet.
    pub(super) fn read(facet: Facet, text: &str) -> Result<Self, CodeError> {
        match facet.number().zip(facet.rank(text)) {
            Some((facet, rank)) => Ok(Self::Standard { facet, rank }),
            None => text.parse().map(|word| Self::new(facet, word)),
        }
    }

    pub(super) fn facet(&self) -> Facet {
        match self {
            Self::Standard { facet, .. } | Self::Own { facet, .. } => *numbered(*facet),
            Self::OfOwnFacet(own) => Facet::Own(own.0),
        }
    }

    pub(super) fn code(&self) -> &Code {
        match self {
            Self::Standard { facet, rank } => match numbered(*facet).ranked(*rank) {
                Some(code) => code,
                None => unreachable!("a place is that of a word"),
            },
            Self::Own { word, .. } => word,
            Self::OfOwnFacet(own) => &own.1,
        }
    }

    /// Orders the facet of the word beside another.
    pub(super) fn cmp_facet(&self, other: &Facet) -> Ordering {
        match self {
            Self::Standard { facet, .. } | Self::Own { facet, .. } => {
                other.number().map_or(Ordering::Less, |other| facet.cmp(&other))
            }
            Self::OfOwnFacet(own) => match other {
                Facet::Own(other) => own.0.cmp(other),
                _ => Ordering::Greater,
            },
        }
    }
}
