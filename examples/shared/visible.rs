//! Texts of a file as they are shown: no control character reaches the terminal.

/// Shows control characters, and those that turn the direction of writing, as `\u{1b}`; line ends are kept.
pub(crate) fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        let turns = matches!(character, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        if character != '\n' && (character.is_control() || turns) {
            shown.extend(character.escape_default());
        } else {
            shown.push(character);
        }
    }
    shown
}

/// The same on one line.
#[allow(dead_code, clippy::allow_attributes, reason = "not every example asks")]
pub(crate) fn one_line(text: &str) -> String {
    visible(text).replace('\n', "\\n")
}
