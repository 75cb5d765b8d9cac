//! The proof of the labels of a policy: they belong to declared words, and they tell the words apart.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::labels::Labels;
use crate::policy::fault::{FaultPlace, PolicyFault};
use crate::taxonomy::{Declared, Taxonomy};
use crate::vocab::{Code, Facet, Locale};

/// Proves the labels that the organisation gave. The standard labels need no proof.
pub(in crate::policy) fn prove(labels: &Labels, taxonomy: &Taxonomy, faults: &mut Vec<PolicyFault>) {
    let mut facets: BTreeSet<Facet> = BTreeSet::new();
    let mut last = None;
    for (facet, code, _) in labels.labelled() {
        facets.insert(facet);
        // A word has a label for each language, but is checked once.
        if last.replace((facet, code)) != Some((facet, code)) {
            let place = FaultPlace::Labels;
            let undeclared = taxonomy.check_known_code(facet, &code).err();
            faults.extend(undeclared.map(|error| PolicyFault::Undeclared { place, error }));
        }
    }
    let mut words: BTreeMap<Facet, Vec<Declared<Code>>> = BTreeMap::new();
    for (facet, declared) in taxonomy.declarations().filter(|(facet, _)| facets.contains(facet)) {
        words.entry(facet).or_default().push(declared);
    }
    let locales: BTreeSet<Locale> =
        Locale::ALL.iter().copied().chain(labels.labelled().map(|(_, _, locale)| locale)).collect();
    for (facet, words) in words {
        for &locale in &locales {
            prove_different(labels, facet, &words, locale, faults);
        }
    }
}

/// Proves that no two words of a facet under one parent have the same label on the same day, if the organisation gave
/// one of the labels. Under different parents they may: each is shown with its parent.
fn prove_different(
    labels: &Labels,
    facet: Facet,
    words: &[Declared<Code>],
    locale: Locale,
    faults: &mut Vec<PolicyFault>,
) {
    let mut by_label: BTreeMap<(Option<Code>, &str), Vec<&Declared<Code>>> = BTreeMap::new();
    for declared in words {
        let same = by_label
            .entry((declared.word.parent(), labels.label_of(facet, &declared.word, locale)))
            .or_default();
        let is_own = |word: &Code| labels.own(facet, word, locale).is_some();
        let own = is_own(&declared.word);
        let other = same.iter().find(|other| (own || is_own(&other.word)) && overlap(other, declared));
        faults.extend(other.map(|other| PolicyFault::LabelTwice {
            facet,
            word: declared.word,
            other: other.word,
            locale,
        }));
        same.push(declared);
    }
}

/// Whether there is a day on which both words are in use.
fn overlap(one: &Declared<Code>, other: &Declared<Code>) -> bool {
    let begins_by = |first: Option<NaiveDate>, last: Option<NaiveDate>| {
        first.is_none_or(|first| last.is_none_or(|last| first <= last))
    };
    begins_by(one.first_day, other.last_day) && begins_by(other.first_day, one.last_day)
}
