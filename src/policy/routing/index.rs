//! For every word of one input the rows that it matches.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::policy::Test;
use crate::policy::code_map::CodeMap;
use crate::policy::condition::Facts;
use crate::policy::routing::part::Part;
use crate::policy::routing::sets::RowSets;
use crate::policy::severity_table::Levels;
use crate::vocab::{Code, Input, Severity};

/// The sets of one input.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Index {
    pub(super) input: Input,
    /// From a declared word to its set.
    words: CodeMap,
    /// The declared words, each with its set.
    pub(super) domain: Vec<(Code, u32)>,
    /// The rows that ask nothing of the input.
    pub(super) anything: u32,
    /// The rows that match where it is known that there is no word.
    pub(super) nothing: u32,
    /// The rows that match where the input is not known.
    pub(super) not_known: u32,
    /// The rows that match or may match there.
    maybe: u32,
    /// Of the severity, for every set of levels that it may be: the rows that match whichever it is, and those
    /// that match one of them.
    levels: Vec<(u32, u32)>,
}

impl Index {
    pub(super) fn new(
        at: usize,
        input: Input,
        domain: Vec<Code>,
        parts: &[Part],
        sets: &mut RowSets,
    ) -> Self {
        let (mut any, mut only, mut may, mut none) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let (mut exact, mut under): (BTreeMap<Code, Vec<u32>>, BTreeMap<Code, Vec<u32>>) = Default::default();
        for (number, part) in (0_u32..).zip(parts) {
            match part.tests.get(at).and_then(Option::as_ref) {
                None => any.push(number),
                Some(Test::NotKnown) => only.push(number),
                Some(Test::Nothing) => {
                    none.push(number);
                    may.push(number);
                }
                Some(Test::OneOf(codes)) => {
                    may.push(number);
                    for code in codes {
                        exact.entry(*code).or_default().push(number);
                    }
                }
                Some(Test::Under(code)) => {
                    may.push(number);
                    under.entry(*code).or_default().push(number);
                }
            }
        }
        let mut known: BTreeMap<Vec<u32>, u32> = BTreeMap::new();
        let mut set_of = |specific: Vec<u32>| {
            *known.entry(specific).or_insert_with_key(|specific| sets.push(merged(&any, specific)))
        };
        let domain: Vec<(Code, u32)> = domain
            .into_iter()
            .map(|word| {
                let mut specific = exact.get(&word).cloned().unwrap_or_default();
                let mut code = Some(word);
                while let Some(parent) = code {
                    specific.extend(under.get(&parent).into_iter().flatten());
                    code = parent.parent();
                }
                specific.sort_unstable();
                specific.dedup();
                (word, set_of(specific))
            })
            .collect();
        let anything = set_of(Vec::new());
        let nothing = set_of(none);
        let not_known = set_of(only.clone());
        let maybe = set_of(merged(&only, &may).collect());
        let words = CodeMap::new(domain.iter().copied());
        let levels = if input == Input::Severity {
            Levels::sets().map(|levels| level_sets(levels, &domain, nothing, &only, sets)).collect()
        } else {
            Vec::new()
        };
        Self { input, words, domain, anything, nothing, not_known, maybe, levels }
    }

    /// The rows that match surely, and those that may, where there is no word.
    pub(super) fn possible(&self, facts: &impl Facts) -> (u32, u32) {
        let levels = facts.levels().and_then(|levels| self.levels.get(levels.index()));
        levels.copied().unwrap_or((self.not_known, self.maybe))
    }

    /// The set of a word; no row asks for one that is not declared.
    pub(super) fn set(&self, word: &Code) -> u32 {
        self.words.get(word).unwrap_or(self.anything)
    }
}

/// The rows that match every one of several levels, and those that match any.
fn level_sets(
    levels: Levels,
    domain: &[(Code, u32)],
    nothing: u32,
    only: &[u32],
    sets: &mut RowSets,
) -> (u32, u32) {
    let (mut all, mut any): (Option<Vec<u32>>, Vec<u32>) = (None, Vec::new());
    for level in levels.iter() {
        let set = match level.map(Severity::code) {
            Some(code) => domain.iter().find(|(word, _)| *word == code).map(|(_, set)| *set),
            None => Some(nothing),
        };
        let rows: Vec<u32> = set
            .into_iter()
            .flat_map(|set| sets.rows(set))
            .filter_map(|row| u32::try_from(row).ok())
            .collect();
        all = Some(match all {
            Some(all) => all.into_iter().filter(|row| rows.binary_search(row).is_ok()).collect(),
            None => rows.clone(),
        });
        any = merged(&any, &rows).collect();
    }
    // Where there are several, the one is not known.
    let (all, any) =
        (merged(&all.unwrap_or_default(), only).collect::<Vec<_>>(), merged(&any, only).collect::<Vec<_>>());
    (sets.push(all), sets.push(any))
}

/// Two ascending lists as one.
fn merged<'l>(left: &'l [u32], right: &'l [u32]) -> impl Iterator<Item = u32> + 'l {
    let (mut left, mut right) = (left.iter().copied().peekable(), right.iter().copied().peekable());
    core::iter::from_fn(move || match (left.peek(), right.peek()) {
        (Some(l), Some(r)) if l < r => left.next(),
        (Some(l), Some(r)) if l == r => {
            right.next();
            left.next()
        }
        (Some(_), None) => left.next(),
        (_, Some(_)) => right.next(),
        (None, None) => None,
    })
}
