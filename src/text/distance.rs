//! How far texts are from each other.

/// The most bytes that are compared.
const LONGEST: usize = 160;

/// Finds the word that a misspelt one was meant for: the nearest, if at most two letters differ, and at most a third.
pub(crate) fn meant<W: AsRef<str>>(text: &str, words: impl IntoIterator<Item = W>) -> Option<(usize, W)> {
    let far = words.into_iter().map(|word| (distance(text, word.as_ref()), word));
    far.filter(|(letters, _)| *letters <= 2 && letters * 3 <= text.len()).min_by_key(|(letters, _)| *letters)
}

/// How many letters have to be put in, left out or changed to make one text of the other. Of long texts the
/// beginning counts.
pub(crate) fn distance(from: &str, to: &str) -> usize {
    // A text that somebody sends costs no more than a word.
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
