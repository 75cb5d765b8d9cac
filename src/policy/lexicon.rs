//! The declared words, found fast.

use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::policy::code_map::CodeMap;
use crate::taxonomy::{Taxonomy, TaxonomyError};
use crate::vocab::{Code, Facet};

/// The words that are in use on every day, by facet; for all others the taxonomy is asked.
#[derive(Clone, Debug)]
pub(crate) struct Lexicon {
    /// INVARIANT: ordered by facet, every facet that has words once.
    always: Vec<(Facet, CodeMap)>,
}

impl Lexicon {
    pub(crate) fn of(taxonomy: &Taxonomy) -> Self {
        let always = taxonomy.facets().map(|facet| {
            let words = taxonomy.codes(facet).map(|declared| declared.word);
            let always = words.filter(|word| taxonomy.is_always_in_use(facet, word)).map(|word| (word, 0));
            (facet, CodeMap::new(always))
        });
        Self { always: always.collect() }
    }

    /// What [`Taxonomy::check_new`] says.
    pub(crate) fn check_new(
        &self,
        taxonomy: &Taxonomy,
        facet: Facet,
        word: &Code,
        received: NaiveDate,
    ) -> Result<(), TaxonomyError> {
        let at = self.always.binary_search_by_key(&facet, |(facet, _)| *facet).ok();
        let always = at.and_then(|at| self.always.get(at)).and_then(|(_, words)| words.get(word));
        if always.is_some() { Ok(()) } else { taxonomy.check_new_code(facet, word, received) }
    }
}
