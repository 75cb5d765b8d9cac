//! A row as it is compared with others: in parts of one specificity each.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use crate::policy::{HitPolicy, Row, Test};
use crate::vocab::{Code, Input};

/// A row, or of a row with words of several depths those of one depth.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Part {
    /// Which row of the table it is of.
    pub(super) row: usize,
    /// How specific it is for each input: 0 anything, twice the depth under a word, one more for the word
    /// itself, and most that there is none or none known, which no other row is about.
    pub(super) rank: Vec<u8>,
    /// What it asks of each input.
    pub(super) tests: Vec<Option<Test>>,
}

/// How many parts a row has, where the most specific row counts.
pub(super) fn count_parts(row: &Row) -> usize {
    let depths = row.cells.iter().map(|cell| match &cell.test {
        Test::OneOf(codes) => codes.iter().map(depth).collect::<BTreeSet<u8>>().len().max(1),
        Test::Under(_) | Test::NotKnown | Test::Nothing => 1,
    });
    depths.fold(1, usize::saturating_mul)
}

/// A row as parts of one rank each; where no rank counts, as one.
pub(super) fn parts_of(at: usize, row: &Row, inputs: &[Input], hit: HitPolicy) -> Vec<Part> {
    let mut parts = Vec::from([Part { row: at, rank: Vec::new(), tests: Vec::new() }]);
    let ranked = hit == HitPolicy::Unique && count_parts(row) <= MAX_COMBINATIONS;
    for &input in inputs {
        let mut by_rank: BTreeMap<u8, Option<Test>> = BTreeMap::new();
        match row.test(input) {
            None => drop(by_rank.insert(0, None)),
            Some(test @ (Test::NotKnown | Test::Nothing)) => {
                drop(by_rank.insert(u8::MAX, Some(test.clone())));
            }
            // Marks hold together: none of them is more specific than another.
            Some(test @ (Test::OneOf(_) | Test::Under(_))) if input == Input::Mark => {
                drop(by_rank.insert(1, Some(test.clone())));
            }
            Some(Test::Under(code)) => drop(by_rank.insert(depth(code) * 2, Some(Test::Under(*code)))),
            Some(Test::OneOf(codes)) => {
                for code in codes {
                    let rank = if ranked { depth(code) * 2 + 1 } else { 1 };
                    let test = by_rank.entry(rank).or_insert(Some(Test::OneOf(Vec::new())));
                    if let Some(Test::OneOf(known)) = test {
                        known.push(*code);
                    }
                }
            }
        }
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
    let dots = code.as_str().bytes().filter(|byte| *byte == b'.').count();
    u8::try_from(dots).map_or(u8::MAX / 4, |dots| dots + 1)
}
