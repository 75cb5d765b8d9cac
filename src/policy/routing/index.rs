//! The index of one input: for each of its words the set of parts that match it.
//!
//! A part matches a word in three ways: it asks nothing of the input, it asks for the word itself, or it asks for the
//! word or those below one of its ancestors. The index is built once. For each declared word it collects the exact
//! parts, walks up the ancestors of the word and collects their "under" parts, and adds the parts that ask nothing.
//! Words with equal lists share one set, so that thousands of words need few sets.
//!
//! Beside the words there are four more sets: for a word that no row asks for, for "known to be nothing", for "not
//! known" (the parts that match surely), and for "not known" again (the parts that may match). The severity can be
//! open between several levels. It therefore has two sets for each of the 32 sets of levels: the parts that match
//! whichever level it is, and the parts that match at least one.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use core::ops::{self, Range};

use crate::policy::condition::{Facts, Levels};
use crate::policy::lexicon::WordNumber;
use crate::policy::numbers::Numbers;
use crate::policy::routing::list::{InputId, List, PartId, SetId};
use crate::policy::routing::part::Part;
use crate::policy::routing::row::CellTest;
use crate::policy::routing::sets::PartSets;
use crate::vocab::{Code, Input, Severity};

/// The sets of one input.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Index {
    pub(super) input: Input,
    /// The numbers of the words of the input; empty for a facet of an organisation without words.
    numbers: Range<WordNumber>,
    /// The set of each declared word, by its place.
    words: Vec<SetId>,
    /// The declared words, each with its set.
    pub(super) domain: Vec<(Code, SetId)>,
    /// The parts that ask nothing of the input.
    pub(super) anything: SetId,
    /// The parts that match if it is known that there is no word.
    pub(super) nothing: SetId,
    /// The parts that surely match if the input is not known.
    pub(super) not_known: SetId,
    /// The parts that match or may match if the input is not known.
    maybe: SetId,
    /// The sets of each set of levels; only for the severity.
    levels: Option<LevelSets>,
}

/// For each set of possible levels: the parts that match whichever level it is, and those that match one of them.
#[derive(Clone, Debug, Eq, PartialEq)]
struct LevelSets(Vec<(SetId, SetId)>);

#[expect(clippy::indexing_slicing, reason = "there is a place for every set of levels")]
impl ops::Index<Levels> for LevelSets {
    type Output = (SetId, SetId);

    fn index(&self, levels: Levels) -> &(SetId, SetId) {
        debug_assert!(levels.index() != 0, "a severity that may be nothing, not even unrated");
        &self.0[levels.index()]
    }
}

impl Index {
    pub(super) fn new(
        at: InputId,
        asked: (Input, Range<WordNumber>),
        domain: Vec<Code>,
        parts: &List<PartId, Part>,
        sets: &mut PartSets,
    ) -> Self {
        let (input, numbers) = asked;
        let (mut any, mut only, mut may, mut none) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let (mut exact, mut under): (BTreeMap<Code, Vec<PartId>>, BTreeMap<Code, Vec<PartId>>) =
            Default::default();
        for (id, part) in parts.entries() {
            match &part.tests[at] {
                None => any.push(id),
                Some(CellTest::NotKnown) => only.push(id),
                Some(CellTest::Nothing) => {
                    none.push(id);
                    may.push(id);
                }
                Some(CellTest::OneOf(codes)) => {
                    may.push(id);
                    for code in codes {
                        exact.entry(*code).or_default().push(id);
                    }
                }
                Some(CellTest::Under(code)) => {
                    may.push(id);
                    under.entry(*code).or_default().push(id);
                }
            }
        }
        let mut known: BTreeMap<Vec<PartId>, SetId> = BTreeMap::new();
        let mut set_of = |specific: Vec<PartId>| {
            *known.entry(specific).or_insert_with_key(|specific| sets.push(merged(&any, specific)))
        };
        let domain: Vec<(Code, SetId)> = domain
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
        let set_of_level = |level: Option<Severity>| match level.map(Severity::code) {
            // No row asks for an undeclared level.
            Some(code) => domain.iter().find(|(word, _)| *word == code).map_or(anything, |(_, set)| *set),
            None => nothing,
        };
        let level_sets = |levels: Levels| level_sets(levels.iter().map(set_of_level), &only, sets);
        let words = match input {
            Input::Severity => Severity::ALL.iter().map(|level| set_of_level(Some(*level))).collect(),
            Input::Word(_) => domain.iter().map(|(_, set)| *set).collect(),
        };
        let levels = (input == Input::Severity).then(|| LevelSets(Levels::sets().map(level_sets).collect()));
        Self { input, numbers, words, domain, anything, nothing, not_known, maybe, levels }
    }

    /// The parts that surely match and those that may, if there is no word.
    pub(super) fn possible(&self, facts: &impl Facts) -> (SetId, SetId) {
        match &self.levels {
            Some(sets) => facts.levels().map_or((self.not_known, self.maybe), |levels| sets[levels]),
            None => (self.not_known, self.maybe),
        }
    }

    /// The set of a word, by its place. No row asks for an undeclared word.
    pub(super) fn set(&self, place: u32) -> SetId {
        debug_assert!((place as usize) < self.words.len(), "{place} is no word of {}", self.input);
        self.words.get(place as usize).copied().unwrap_or(self.anything)
    }

    /// The number of each word, with its set.
    pub(super) fn numbered(&self) -> impl Iterator<Item = (WordNumber, SetId)> + '_ {
        self.numbers.clone().zip(self.words.iter().copied())
    }

    /// The places of the words of a complaint.
    pub(super) fn words_of<'n>(&self, numbers: &'n Numbers) -> impl Iterator<Item = u32> + use<'n> {
        numbers.words(&self.numbers)
    }

    /// The places of the words that the complaint may have beside these.
    pub(super) fn open_words_of<'n>(&self, numbers: &'n Numbers) -> impl Iterator<Item = u32> + use<'n> {
        numbers.open_words(&self.numbers)
    }
}

/// The parts that match each of several levels, and those that match at least one.
fn level_sets(levels: impl Iterator<Item = SetId>, only: &[PartId], sets: &mut PartSets) -> (SetId, SetId) {
    let (mut all, mut any): (Option<Vec<PartId>>, Vec<PartId>) = (None, Vec::new());
    for level in levels {
        let parts: Vec<PartId> = sets.parts(level).collect();
        all = Some(match all {
            Some(all) => all.into_iter().filter(|part| parts.binary_search(part).is_ok()).collect(),
            None => parts.clone(),
        });
        any = merged(&any, &parts).collect();
    }
    // With several levels the severity is not known, so that parts that ask for exactly that match too. The empty set
    // of levels is never used.
    let (all, any) =
        (merged(&all.unwrap_or_default(), only).collect::<Vec<_>>(), merged(&any, only).collect::<Vec<_>>());
    (sets.push(all), sets.push(any))
}

/// Two ascending lists as one, without repetitions.
fn merged<'l>(left: &'l [PartId], right: &'l [PartId]) -> impl Iterator<Item = PartId> + 'l {
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
