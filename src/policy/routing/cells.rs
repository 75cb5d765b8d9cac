//! The owner of every combination of words, in one list.
//!
//! # The idea
//!
//! A table of few inputs with few words is asked by position. Each word of an input is a step, the steps of a complaint
//! add up to the position of a cell, and the cell holds the row. An answer is one load, whatever the rows say.
//!
//! Words that match the same parts form one *class* and take the same step: ten thousand categories of which the rows tell
//! twenty apart are twenty classes. The width of a step is the number of cells that all earlier inputs need together.
//!
//! # What has no cell
//!
//! A complaint without a word for some input has no cell, and sets of parts are intersected for it, as for what is
//! unknown. If a complaint has several words for an input, the first counts, as it does for those sets. A table that asks
//! for marks has no cells, because all marks count at once. Neither has a table with more than [`MAX_CELLS`] combinations
//! of classes.
//!
//! # Cost
//!
//! A cell takes two bytes. The list is filled when the policy is built, by one intersection of sets for each cell.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::policy::lexicon::{WordNumber, number_of_level};
use crate::policy::numbers::Cell;
use crate::policy::routing::index::Index;
use crate::policy::routing::list::SetId;
use crate::vocab::{Input, Severity};

/// The most cells of a table: 64 KiB of rows.
const MAX_CELLS: usize = 1 << 15;

/// The cells of a table.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Cells {
    /// The step of each word by its number, up to the last word of an input.
    steps: Vec<Step>,
    /// All inputs, a bit for each.
    inputs: u32,
    /// The place of the row of each cell, and [`GAP`] where there is none.
    rows: Vec<u16>,
    by_severity: bool,
}

/// No row decides.
pub(super) const GAP: u16 = u16::MAX;

/// How far a word of an input leads.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
struct Step {
    /// The bit of the input; none of a word that no row asks about.
    input: u32,
    width: u32,
}

impl Cells {
    /// The cells of a table with these inputs; `row` gives what decides for a set of each.
    pub(super) fn of(indexes: &[Index], row: impl Fn(&[SetId]) -> Option<usize>) -> Option<Self> {
        let mut steps: Vec<Step> = Vec::new();
        let mut classes: Vec<Vec<SetId>> = Vec::new();
        let mut width: u32 = 1;
        for (at, index) in (0_u32..).zip(indexes) {
            if index.input == Input::MARK {
                return None;
            }
            let input = 1_u32.checked_shl(at)?;
            let mut class_of: BTreeMap<SetId, u32> = BTreeMap::new();
            let mut sets = Vec::new();
            for (number, set) in index.numbered() {
                let next = u32::try_from(sets.len()).ok()?;
                let class = *class_of.entry(set).or_insert_with(|| {
                    sets.push(set);
                    next
                });
                let place = number as usize;
                if steps.len() <= place {
                    steps.resize(place + 1, Step::default());
                }
                // Two inputs of one facet are refused with the policy, and a cell has room for one.
                let step = steps.get_mut(place).filter(|step| step.input == 0)?;
                *step = Step { input, width: class.checked_mul(width)? };
            }
            width = width.checked_mul(u32::try_from(sets.len()).ok()?)?;
            if width == 0 || width as usize > MAX_CELLS {
                return None;
            }
            classes.push(sets);
        }
        let row_of = |cell: u32| {
            let mut rest = cell as usize;
            let mut chosen = Vec::with_capacity(classes.len());
            for sets in &classes {
                chosen.push(*sets.get(rest % sets.len())?);
                rest /= sets.len();
            }
            match row(&chosen) {
                Some(row) => u16::try_from(row).ok().filter(|row| *row != GAP),
                None => Some(GAP),
            }
        };
        let rows = (0..width).map(row_of).collect::<Option<Vec<u16>>>()?;
        let inputs = u32::try_from((1_u64 << indexes.len()) - 1).ok()?;
        let by_severity = indexes.iter().any(|index| index.input == Input::Severity);
        Some(Self { steps, inputs, rows, by_severity })
    }

    /// Whether the severity is one of the inputs.
    pub(super) const fn by_severity(&self) -> bool {
        self.by_severity
    }

    /// Takes the step of a word. Of an input with several words the first counts.
    #[inline]
    pub(super) fn step(&self, word: WordNumber, cell: &mut Cell) {
        if let Some(step) = self.steps.get(word as usize)
            && cell.inputs & step.input == 0
        {
            cell.inputs |= step.input;
            cell.at += step.width;
        }
    }

    /// Takes the step of the severity.
    #[inline]
    pub(super) fn step_of_level(&self, level: Severity, cell: &mut Cell) {
        self.step(number_of_level(level), cell);
    }

    /// The place of the row, or [`GAP`], for a complaint of which every input is answered by a word; none for another.
    #[inline]
    pub(super) fn row(&self, cell: Cell) -> Option<u16> {
        if cell.inputs == self.inputs { self.rows.get(cell.at as usize).copied() } else { None }
    }
}
