//! Finds the target of a clock that decides for a complaint, without looking at every target.
//!
//! **The problem.** A table may have 1,000 targets. Among those that cover a complaint, the target of the nearest
//! category decides, and among equals the one with the highest severity. A scan looks at all targets for each clock of
//! each complaint.
//!
//! **The idea.** Decide once, when the policy is built. For each category that has a target, the index holds a row. A
//! row has one place for each level that a complaint can have: "unrated", then every severity from the lowest up. The
//! place holds the position of the target that decides at this level.
//!
//! **Filling the rows.** Targets are sorted by level, lowest first. Each target writes its position into its own level
//! and all levels above, so that a higher target overwrites a lower one. If a category has no target for a level, the
//! place is taken from the row of the nearest category above it, and at the top from the row of the targets without a
//! category. Rows are completed in the order of their codes. In this order, a parent (`parts`) always comes before its
//! children (`parts.engine`), and its row is complete when they need it.
//!
//! **A look-up.** Walk from the category of the complaint upward, to the first category that has a row. Read one place.
//!
//! **By hand.** Target 0: `parts`, any level. Target 1: `parts.engine`, from serious on. Target 2: any category, from
//! serious on. With the levels unrated, minor, general, serious, critical, the rows are:
//!
//! ```text
//!                unrated  minor  general  serious  critical
//! parts.engine      0       0       0        1        1       below serious, the row of `parts`
//! parts             0       0       0        0        0       the nearest category decides, so target 2 never does
//! anything          -       -       -        2        2
//! ```
//!
//! **Cost.** A look-up takes one hash for each level of the category code, whatever the number of targets. Building
//! takes a sort and one row for each category.
//!
//! **Edges.** A complaint without a category reads the row `anything`. The invariant is that the index answers as a
//! scan of the targets does; a test compares the two.
//!
//! **Rejected.** A map from (category, level) to a target: it has an entry for each pair and still needs the walk
//! upward for every level that is missing.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::policy::clock::target::{Target, Targets};
use crate::policy::code_map::CodeMap;
use crate::vocab::{Category, Code, Severity};

/// How many levels a complaint can have; the first is "unrated".
const LEVELS: usize = Severity::ALL.len() + 1;

/// For each level, the position of the target that decides.
type Row = [Option<u32>; LEVELS];

/// The index of a rule that is part of a built policy; `None` for any other rule.
///
/// The index follows from the rule. Equal rules have equal indexes, so that a comparison can leave it out.
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
    /// The row of everything that no category covers.
    anything: Row,
    /// From the id of a target to its position.
    pub(super) ids: CodeMap,
    /// The categories to which the clock is limited.
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
        // From the lowest level up, so that a higher target overwrites a lower one.
        by_level.sort_by_key(|(_, target)| target.level);
        for (place, target) in by_level {
            let row = of_category.entry(target.category.map(|category| *category.code())).or_default();
            row.iter_mut().skip(number(target.level)).for_each(|counts| *counts = Some(place));
        }
        let anything = of_category.remove(&None).unwrap_or_default();
        // A code sorts after its parents, so that their rows are complete when it needs them.
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

/// Returns a code and its parents, the nearest first.
pub(super) fn ancestors(code: Code) -> impl Iterator<Item = Code> {
    core::iter::successors(Some(code), Code::parent)
}
