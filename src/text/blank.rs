//! Whether a text shows anything, and whether it shows all that it has.

use crate::text::excerpt::is_control;

/// The characters that show nothing and are no white space: what Unicode calls default-ignorable, other controls of
/// format, and the blanks of Braille, of half-width Hangul and of music.
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

/// What letters of some scripts are joined, parted and varied by. Alone they show nothing.
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

/// Whether a character shows nothing by itself, or changes how the text around it is shown.
pub(crate) fn is_unseen(letter: char) -> bool {
    is_control(letter) || is_in(&UNSEEN, letter) || is_noncharacter(letter)
}

/// What Unicode keeps for no character.
fn is_noncharacter(letter: char) -> bool {
    matches!(letter, '\u{fdd0}'..='\u{fdef}') || u32::from(letter) & 0xfffe == 0xfffe
}

/// Whether a text shows nothing: what looks empty is empty.
pub(crate) fn is_blank(text: &str) -> bool {
    text.chars().all(|letter| letter.is_whitespace() || letter.is_control() || is_in(&UNSEEN, letter))
}

/// The first character that shows nothing or changes how the text around it is shown, with its place: a control
/// character, one that breaks a line or turns the direction of writing, one that is invisible. What belongs to a letter
/// before it, as scripts beside the Latin one need, is none.
pub(crate) fn hidden(text: &str) -> Option<(usize, char)> {
    hidden_among(text, &[]).next()
}

/// The same of a text of several lines or columns.
pub(crate) fn hidden_but(text: &str, taken: &'static [char]) -> Option<(usize, char)> {
    hidden_among(text, taken).next()
}

/// What can be seen of a text, with its lines and columns.
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
