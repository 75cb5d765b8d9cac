//! The declared words, found fast.

use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::policy::code_map::CodeMap;
use crate::taxonomy::{Taxonomy, TaxonomyError};
use crate::vocab::{Facet, Word};

/// The words that are in use on every day, by facet; for all others the taxonomy is asked.
#[derive(Clone, Debug)]
pub(crate) struct Lexicon {
    always: Vec<CodeMap>,
}

impl Lexicon {
    pub(crate) fn of(taxonomy: &Taxonomy) -> Self {
        let always = Facet::ALL.iter().map(|&facet| {
            let words = taxonomy.codes(facet).map(|declared| declared.word);
            CodeMap::new(words.filter(|word| taxonomy.is_always_in_use(facet, word)).map(|word| (word, 0)))
        });
        Self { always: always.collect() }
    }

    /// What [`Taxonomy::check_new`] says.
    pub(crate) fn check_new<W: Word>(
        &self,
        taxonomy: &Taxonomy,
        word: W,
        received: NaiveDate,
    ) -> Result<(), TaxonomyError> {
        let always = self.always.get(W::FACET as usize).and_then(|words| words.get(word.code()));
        if always.is_some() { Ok(()) } else { taxonomy.check_new(word, received) }
    }
}
