//! Whether a text shows anything.

/// The characters that show nothing and are no white space: what Unicode calls default-ignorable, and the blanks of
/// Braille and of half-width Hangul.
const UNSEEN: [(char, char); 18] = [
    ('\u{ad}', '\u{ad}'),
    ('\u{34f}', '\u{34f}'),
    ('\u{61c}', '\u{61c}'),
    ('\u{115f}', '\u{1160}'),
    ('\u{17b4}', '\u{17b5}'),
    ('\u{180b}', '\u{180f}'),
    ('\u{200b}', '\u{200f}'),
    ('\u{202a}', '\u{202e}'),
    ('\u{2060}', '\u{206f}'),
    ('\u{2800}', '\u{2800}'),
    ('\u{3164}', '\u{3164}'),
    ('\u{fe00}', '\u{fe0f}'),
    ('\u{feff}', '\u{feff}'),
    ('\u{ffa0}', '\u{ffa0}'),
    ('\u{fff0}', '\u{fff8}'),
    ('\u{1bca0}', '\u{1bca3}'),
    ('\u{1d173}', '\u{1d17a}'),
    ('\u{e0000}', '\u{e0fff}'),
];

/// Whether a text shows nothing: what looks empty is empty.
pub(crate) fn is_blank(text: &str) -> bool {
    let unseen = |letter: char| UNSEEN.iter().any(|&(first, last)| (first..=last).contains(&letter));
    text.chars().all(|letter| letter.is_whitespace() || letter.is_control() || unseen(letter))
}
