//! Which word a value of an export means: by its code, by its label, or by a table.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use redress::policy::Policy;
use redress::taxonomy::Declared;
use redress::vocab::{Code, Facet, Locale};

/// The declared words of a policy, by code and by label.
pub(crate) struct Words {
    codes: BTreeMap<(Facet, Code), Declared<Code>>,
    labels: BTreeMap<(Facet, String), Vec<Code>>,
}

impl Words {
    pub(crate) fn of(policy: &Policy) -> Self {
        let (mut codes, mut labels) = (BTreeMap::new(), BTreeMap::<_, Vec<Code>>::new());
        for (facet, declared) in policy.taxonomy().declarations() {
            // A group of causes is a cause, too.
            let under = Facet::ALL.iter().copied().filter(|one| one.roots() == Some(facet));
            for facet in under.chain([facet]) {
                let word = declared.word;
                codes.insert((facet, word), declared);
                for &locale in Locale::ALL {
                    let label = plain(policy.labels().label_of(facet, &word, locale));
                    let known = labels.entry((facet, label)).or_default();
                    if !known.contains(&word) {
                        known.push(word);
                    }
                }
            }
        }
        Self { codes, labels }
    }

    /// Whether a word is declared.
    pub(crate) fn has(&self, facet: Facet, word: Code) -> bool {
        self.codes.contains_key(&(facet, word))
    }

    /// Whether a facet has words.
    pub(crate) fn has_any(&self, facet: Facet) -> bool {
        self.codes.keys().any(|(known, _)| *known == facet)
    }

    /// The facets that have words.
    pub(crate) fn facets(&self) -> impl Iterator<Item = Facet> {
        self.codes.keys().map(|(facet, _)| *facet)
    }

    /// The words of a facet.
    pub(crate) fn of_facet(&self, facet: Facet) -> impl Iterator<Item = Code> {
        self.codes.keys().filter(move |(known, _)| *known == facet).map(|(_, word)| *word)
    }

    /// The words of all facets.
    pub(crate) fn all(&self) -> impl Iterator<Item = Code> {
        self.codes.keys().map(|(_, word)| *word)
    }

    /// Whether any facet has a word.
    pub(crate) fn is_any(&self, word: Code) -> bool {
        self.codes.keys().any(|(_, known)| *known == word)
    }

    /// The word that a text means, under a parent where there is one, in use on a day where it is known.
    pub(crate) fn find(
        &self,
        facet: Facet,
        text: &str,
        parent: Option<&Code>,
        day: Option<NaiveDate>,
    ) -> Option<Code> {
        let is_fit = |word: &Code| {
            let declared = self.codes.get(&(facet, *word));
            declared.is_some_and(|declared| day.is_none_or(|day| declared.is_in_use(day)))
                && parent.is_none_or(|parent| word.is_or_under(parent))
        };
        if let Some(word) = text.parse::<Code>().ok().filter(is_fit) {
            return Some(word);
        }
        let labelled = self.labels.get(&(facet, plain(text))).into_iter().flatten();
        let fit: Vec<Code> = labelled.copied().filter(is_fit).collect();
        match fit.as_slice() {
            [word] => Some(*word),
            // An alias is no label.
            [] => {
                let alias = |facet: Facet| facet.by_label(text.trim());
                alias(facet).or_else(|| facet.roots().and_then(alias)).filter(is_fit)
            }
            // Of a word and what is under it, the word.
            several => {
                several.iter().find(|word| several.iter().all(|other| other.is_or_under(word))).copied()
            }
        }
    }
}

/// A label without regard to case and white space.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
