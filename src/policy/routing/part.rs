//! A row as it is compared with others: in parts of one specificity each.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use crate::policy::limits::{MAX_COMBINATIONS, MAX_ROWS};
use crate::policy::routing::hit_policy::HitPolicy;
use crate::policy::routing::list::{InputId, List, RowId};
use crate::policy::routing::row::{CellTest, Row};
use crate::vocab::{Code, Input};

/// A row, or of a row with words of several depths those of one depth.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Part {
    pub(super) row: RowId,
    /// How specific it is for each input: 0 anything, twice the depth under a word, one more for the word
    /// itself, and most that there is none or none known, which no other row is about.
    pub(super) rank: Vec<u8>,
    /// What it asks of each input.
    pub(super) tests: List<InputId, Option<CellTest>>,
}

// An id of a part has 32 bits, and a rank 8.
const _: () = assert!(MAX_ROWS * MAX_COMBINATIONS <= u32::MAX as usize);
// Of a code at most every second byte is a dot.
const _: () = assert!(Code::MAX_LENGTH + 2 < u8::MAX as usize);

/// How many parts a row has, where the most specific row counts.
pub(super) fn count_parts(row: &Row) -> usize {
    let depths = row.cells.iter().map(|cell| match &cell.test {
        CellTest::OneOf(codes) => codes.iter().map(depth).collect::<BTreeSet<u8>>().len().max(1),
        CellTest::Under(_) | CellTest::NotKnown | CellTest::Nothing => 1,
    });
    depths.fold(1, usize::saturating_mul)
}

/// A row as parts of one rank each; where no rank counts, as one.
pub(super) fn parts_of(row_id: RowId, row: &Row, inputs: &[Input], hit: HitPolicy) -> Vec<Part> {
    let mut parts = Vec::from([Part { row: row_id, rank: Vec::new(), tests: List::new() }]);
    let ranked = hit == HitPolicy::Unique && count_parts(row) <= MAX_COMBINATIONS;
    for &input in inputs {
        let by_rank: Vec<(u8, Option<CellTest>)> = match row.test(input) {
            None => Vec::from([(0, None)]),
            Some(test @ (CellTest::NotKnown | CellTest::Nothing)) => {
                Vec::from([(u8::MAX, Some(test.clone()))])
            }
            // Marks hold together: none of them is more specific than another.
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

/// How many words a code goes down: a root is 1.
fn depth(code: &Code) -> u8 {
    code.as_str().bytes().fold(1, |depth, byte| depth + u8::from(byte == b'.'))
}
