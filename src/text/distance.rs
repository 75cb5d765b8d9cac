//! How different two texts are, to find the word that a misspelt one was meant to be.
//!
//! The problem: an error for `spare-part` should say "such as `spare-parts`", and an unknown key `recieved` should be
//! answered with `received`. The text comes from outside, and may be ten megabytes long.
//!
//! The idea: the Levenshtein distance, which counts the bytes that must be inserted, removed or replaced to turn one
//! text into the other. It is the classic table in which the cell of row `i` and column `j` holds the distance between
//! the first `i` bytes of one text and the first `j` bytes of the other:
//!
//! - the cell above plus 1: a byte was removed;
//! - the cell to the left plus 1: a byte was inserted;
//! - the cell above to the left, plus 1 if the two bytes differ: a byte was kept or replaced.
//!
//! The smallest of the three is the new cell. A row depends only on the row above, so that one row of 160 numbers on
//! the stack is enough, with the cell above to the left kept aside (`diagonal`). By hand, for `fox` and `fax`: the rows
//! end in 2, 2 and 1, and the distance is 1.
//!
//! The cost is the product of both lengths, at most 160 × 160 steps, and no allocation. Only the first 160 bytes of
//! each text count. No word is longer, so that a longer text is far from every word anyway.
//!
//! At the edges: the distance to an empty text is the length of the other one. Bytes are compared instead of
//! characters: words are ASCII, and for other texts a rough distance is enough to choose an example. Two swapped
//! letters count as two changes, which [`meant`] accepts.
//!
//! [`meant`] is strict on purpose: at most two bytes may differ, and at most a third of the text. A suggestion that is
//! wrong is worse than the full list. Sounds and keyboards were not considered: typing errors are short edits in any
//! layout.

/// The most bytes of a text that are compared.
const LONGEST: usize = 160;

/// Finds the word that a misspelt text was meant to be: the nearest word, if at most two bytes differ, and at most a
/// third.
pub(crate) fn meant<W: AsRef<str>>(text: &str, words: impl IntoIterator<Item = W>) -> Option<(usize, W)> {
    let far = words.into_iter().map(|word| (distance(text, word.as_ref()), word));
    far.filter(|(letters, _)| *letters <= 2 && letters * 3 <= text.len()).min_by_key(|(letters, _)| *letters)
}

/// Returns how many bytes must be inserted, removed or replaced to turn one text into the other.
///
/// Only the beginnings of long texts are compared.
pub(crate) fn distance(from: &str, to: &str) -> usize {
    // A long text from outside must not cost more than a long word.
    let [from, to] = [from, to].map(|text| text.as_bytes().get(..LONGEST).unwrap_or(text.as_bytes()));
    let mut row = [0; LONGEST];
    for (cell, length) in row.iter_mut().zip(1..) {
        *cell = length;
    }
    let mut last = to.len();
    for (before, x) in from.iter().enumerate() {
        let (mut diagonal, mut left) = (before, before + 1);
        for (cell, y) in row.iter_mut().zip(to) {
            left = (diagonal + usize::from(x != y)).min(*cell + 1).min(left + 1);
            diagonal = core::mem::replace(cell, left);
        }
        last = left;
    }
    last
}
