//! Parts: a row split so that each piece has one specificity.
//!
//! Under the hit policy `unique` the most specific row decides, and specificity is compared input by input. A cell
//! with a list of words has no single specificity: `service` and `service.attitude` lie at different depths of their
//! tree. Such a row is therefore split into parts. Each part keeps the words of one depth per input, and its *rank*
//! has one number per input:
//!
//! | cell | rank |
//! |---|---|
//! | none | 0 |
//! | under a word at depth d | 2d |
//! | the word itself at depth d | 2d + 1 |
//! | not known, or known to be nothing | 255 |
//!
//! A root has depth 1. Two cells with the same rank are equally specific: neither takes precedence. "Under" a deeper
//! word outranks the exact word above it, because 2(d + 1) > 2d + 1. "Not known" and "nothing" match no word at all,
//! so that no other cell competes with them and any number above the rest will do.
//!
//! A row yields one part for each combination of depths of its inputs, at most `MAX_COMBINATIONS`. Without a ranked
//! hit policy (`first`, `collect`), depth does not matter and each row is one part. Marks hold together on one
//! complaint, so that no mark is more specific than another: their rank is always 1.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use crate::policy::limits::{MAX_COMBINATIONS, MAX_ROWS};
use crate::policy::routing::hit_policy::HitPolicy;
use crate::policy::routing::list::{InputId, List, RowId};
use crate::policy::routing::row::{CellTest, Row};
use crate::vocab::{Code, Input};

/// A row, or the words of one combination of depths of it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Part {
    pub(super) row: RowId,
    /// How specific the part is for each input, see the head of this file.
    pub(super) rank: Vec<u8>,
    /// What the part asks of each input.
    pub(super) tests: List<InputId, Option<CellTest>>,
}

// The id of a part has 32 bits.
const _: () = assert!(MAX_ROWS * MAX_COMBINATIONS <= u32::MAX as usize);
// A rank has 8 bits: at most every second byte of a code is a dot, so that twice its depth fits.
const _: () = assert!(Code::MAX_LENGTH + 2 < u8::MAX as usize);

/// How many parts a row has if the most specific row counts.
pub(super) fn count_parts(row: &Row) -> usize {
    let depths = row.cells.iter().map(|cell| match &cell.test {
        CellTest::OneOf(codes) => codes.iter().map(depth).collect::<BTreeSet<u8>>().len().max(1),
        CellTest::Under(_) | CellTest::NotKnown | CellTest::Nothing => 1,
    });
    depths.fold(1, usize::saturating_mul)
}

/// The parts of a row. Without a ranked hit policy it is one part.
pub(super) fn parts_of(row_id: RowId, row: &Row, inputs: &[Input], hit: HitPolicy) -> Vec<Part> {
    let mut parts = Vec::from([Part { row: row_id, rank: Vec::new(), tests: List::new() }]);
    let ranked = hit == HitPolicy::Unique && count_parts(row) <= MAX_COMBINATIONS;
    for &input in inputs {
        let by_rank: Vec<(u8, Option<CellTest>)> = match row.test(input) {
            None => Vec::from([(0, None)]),
            Some(test @ (CellTest::NotKnown | CellTest::Nothing)) => {
                Vec::from([(u8::MAX, Some(test.clone()))])
            }
            // Several marks hold at once, so that none of them is more specific than another.
            Some(test @ (CellTest::OneOf(_) | CellTest::Under(_))) if input == Input::MARK => {
                Vec::from([(1, Some(test.clone()))])
            }
            Some(test @ CellTest::Under(code)) => Vec::from([(depth(code) * 2, Some(test.clone()))]),
            Some(CellTest::OneOf(codes)) => {
                let mut by_rank: BTreeMap<u8, Vec<Code>> = BTreeMap::new();
                for code in codes {
                    let rank = if ranked { depth(code) * 2 + 1 } else { 1 };
                    by_rank.entry(rank).or_default().push(*code);
                }
                by_rank.into_iter().map(|(rank, codes)| (rank, Some(CellTest::OneOf(codes)))).collect()
            }
        };
        parts = parts
            .iter()
            .flat_map(|part| {
                by_rank.iter().map(|(rank, test)| {
                    let mut part = part.clone();
                    part.rank.push(*rank);
                    part.tests.push(test.clone());
                    part
                })
            })
            .collect();
    }
    parts
}

/// The depth of a code in its tree; a root has depth 1.
fn depth(code: &Code) -> u8 {
    code.as_str().bytes().fold(1, |depth, byte| depth + u8::from(byte == b'.'))
}
