//! Which characters of a text can be seen.
//!
//! A name that looks empty, or two names that look the same, deceive whoever reads them. Texts that are shown must
//! therefore consist of characters that can be seen.

use crate::text::excerpt::is_control;

/// Characters that show nothing and are not white space: those that Unicode calls default-ignorable, other format
/// controls, and the blanks of Braille, half-width Hangul and musical notation.
const UNSEEN: [(char, char); 21] = [
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
    ('\u{fff0}', '\u{fffb}'),
    ('\u{13430}', '\u{1343f}'),
    ('\u{16fe4}', '\u{16fe4}'),
    ('\u{1bca0}', '\u{1bca3}'),
    ('\u{1d159}', '\u{1d159}'),
    ('\u{1d173}', '\u{1d17a}'),
    ('\u{e0000}', '\u{e0fff}'),
];

/// Characters that join, separate or vary the letters of some scripts. Alone, they show nothing.
const OF_LETTERS: [(char, char); 5] = [
    ('\u{180b}', '\u{180d}'),
    ('\u{180f}', '\u{180f}'),
    ('\u{200c}', '\u{200d}'),
    ('\u{fe00}', '\u{fe0f}'),
    ('\u{e0100}', '\u{e01ef}'),
];

fn is_in(ranges: &[(char, char)], letter: char) -> bool {
    ranges.iter().any(|&(first, last)| (first..=last).contains(&letter))
}

/// Returns whether a character shows nothing by itself, or changes how the text around it is shown.
pub(crate) fn is_unseen(letter: char) -> bool {
    is_control(letter) || is_in(&UNSEEN, letter) || is_noncharacter(letter)
}

/// Returns whether Unicode reserves this code point and will never assign a character to it.
fn is_noncharacter(letter: char) -> bool {
    matches!(letter, '\u{fdd0}'..='\u{fdef}') || u32::from(letter) & 0xfffe == 0xfffe
}

/// Returns whether a text shows nothing. A text that looks empty counts as empty.
pub(crate) fn is_blank(text: &str) -> bool {
    text.chars().all(|letter| letter.is_whitespace() || letter.is_control() || is_in(&UNSEEN, letter))
}

/// Returns the first hidden character of a text, with its position in bytes.
///
/// Hidden are control characters, characters that break a line or change the direction of writing, and invisible
/// characters. A character that belongs to the letter before it, as in many scripts, is not hidden.
pub(crate) fn hidden(text: &str) -> Option<(usize, char)> {
    hidden_among(text, &[]).next()
}

/// Does the same for a text in which some characters, such as line breaks, are allowed.
pub(crate) fn hidden_but(text: &str, taken: &'static [char]) -> Option<(usize, char)> {
    hidden_among(text, taken).next()
}

/// Returns the characters of a text that can be seen, with its line breaks and tabs.
#[cfg(feature = "report")]
pub(crate) fn seen(text: &str) -> impl Iterator<Item = char> {
    let mut rest = hidden_among(text, &['\n', '\t']).peekable();
    let is_seen = move |&(at, _): &(usize, char)| rest.next_if(|&(hidden, _)| hidden == at).is_none();
    text.char_indices().filter(is_seen).map(|(_, letter)| letter)
}

fn hidden_among(text: &str, taken: &'static [char]) -> impl Iterator<Item = (usize, char)> {
    let mut before = None;
    text.char_indices().filter(move |&(_, letter)| {
        let belongs = before.is_some_and(|before: char| !before.is_ascii()) && is_in(&OF_LETTERS, letter);
        let is_hidden = is_unseen(letter) && !belongs && !taken.contains(&letter);
        if !belongs {
            before = Some(letter);
        }
        is_hidden
    })
}
