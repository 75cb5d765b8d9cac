//! Which target of a clock covers a complaint, found without asking every target.
//!
//! Of the targets that cover a complaint the one of the nearest category counts, and of these the one of the highest
//! level. For each category that has targets the index holds a row: for each level that a complaint may have, being
//! unrated included, the place of the target that counts. Where no target of the category itself covers a level, the row
//! holds what the nearest category above it says, and above all the targets of no category. So one look-up walks from the
//! category upward to the first one with a row, and reads one place.
//!
//! By hand: `parts` from any level (place 0), `parts.engine` from serious on (1), any category from serious on (2). The
//! row of `parts.engine` is 0, 0, 0, 1, 1: below serious the target of `parts` counts. The row of `parts` is 0
//! throughout, and that of everything else none, none, none, 2, 2.
//!
//! Cost: one hash for each dot of the category, whatever the number of targets. Building takes a sort.
//! Invariant: it answers as a scan of the targets does; a test holds the two against each other.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::policy::clock::target::{Target, Targets};
use crate::policy::code_map::CodeMap;
use crate::vocab::{Category, Code, Severity};

/// The levels that a complaint may have, being unrated first.
const LEVELS: usize = Severity::ALL.len() + 1;

/// For each level the place of the target that counts.
type Row = [Option<u32>; LEVELS];

/// The index of a built policy; none of a rule that no policy has taken.
///
/// It follows from the rule: rules that are equal have equal ones, and it is no part of the comparison.
#[derive(Clone, Debug, Default)]
pub(crate) struct Indexed(pub(super) Option<Index>);

impl Eq for Indexed {}

impl PartialEq for Indexed {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

#[derive(Clone, Debug)]
pub(super) struct Index {
    /// From a category that has targets to its row.
    categories: CodeMap,
    rows: Vec<Row>,
    /// For what none of these covers.
    anything: Row,
    /// From an id to the place of the target.
    pub(super) ids: CodeMap,
    /// The categories that the clock is for.
    pub(super) only_for: CodeMap,
}

impl Index {
    pub(super) fn of(targets: &Targets, only_for: &[Category]) -> Self {
        let targets = match targets {
            Targets::Table(targets) => targets.as_slice(),
            Targets::Same(_) | Targets::NotSet(_) => &[],
        };
        let mut of_category: BTreeMap<Option<Code>, Row> = BTreeMap::new();
        let mut by_level: Vec<(u32, &Target)> = (0_u32..).zip(targets).collect();
        // From the lowest level up, so that a higher one takes the place of a lower one.
        by_level.sort_by_key(|(_, target)| target.level);
        for (place, target) in by_level {
            let row = of_category.entry(target.category.map(|category| *category.code())).or_default();
            row.iter_mut().skip(number(target.level)).for_each(|counts| *counts = Some(place));
        }
        let anything = of_category.remove(&None).unwrap_or_default();
        // A code stands behind those above it: their rows are complete when it takes what it lacks.
        let mut complete: BTreeMap<Code, Row> = BTreeMap::new();
        for (code, mut row) in of_category.into_iter().filter_map(|(code, row)| Some((code?, row))) {
            let above = ancestors(code).skip(1).find_map(|above| complete.get(&above)).unwrap_or(&anything);
            for (own, inherited) in row.iter_mut().zip(above) {
                *own = own.or(*inherited);
            }
            complete.insert(code, row);
        }
        let ids = (0_u32..).zip(targets).map(|(place, target)| (*target.id.code(), place));
        Self {
            categories: CodeMap::new(complete.keys().copied().zip(0..)),
            rows: complete.into_values().collect(),
            anything,
            ids: CodeMap::new(ids),
            only_for: CodeMap::new(only_for.iter().map(|category| (*category.code(), 0))),
        }
    }

    pub(super) fn place(&self, category: Option<Category>, level: Option<Severity>) -> Option<u32> {
        let nearest = category.and_then(|category| {
            let row = ancestors(*category.code()).find_map(|code| self.categories.get(&code))?;
            self.rows.get(usize::try_from(row).ok()?)
        });
        nearest.unwrap_or(&self.anything).get(number(level)).copied().flatten()
    }
}

/// The place of a level in a row.
const fn number(level: Option<Severity>) -> usize {
    match level {
        None => 0,
        Some(level) => level as usize + 1,
    }
}

/// A code and those above it, the nearest first.
pub(super) fn ancestors(code: Code) -> impl Iterator<Item = Code> {
    core::iter::successors(Some(code), Code::parent)
}
