//! Names of variants as texts in kebab case, made at compile time.

/// Returns the length of a name in kebab case.
pub(crate) const fn kebab_length(name: &str) -> usize {
    let (mut rest, mut length) = (name.as_bytes(), 0);
    while let [letter, others @ ..] = rest {
        length += 1 + (letter.is_ascii_uppercase() && length > 0) as usize;
        rest = others;
    }
    length
}

/// Returns the letters of a name in kebab case. `N` is its [`kebab_length`].
pub(crate) const fn kebab_letters<const N: usize>(name: &str) -> [u8; N] {
    let mut letters = [b'-'; N];
    let mut rest = name.as_bytes();
    let mut room: &mut [u8] = &mut letters;
    let mut is_first = true;
    while let [letter, others @ ..] = rest {
        // The array is filled with hyphens, so that skipping one letter leaves the hyphen of a new word.
        if letter.is_ascii_uppercase() && !is_first {
            let [_, behind @ ..] = room else { break };
            room = behind;
        }
        let [place, behind @ ..] = room else { break };
        *place = letter.to_ascii_lowercase();
        (rest, room, is_first) = (others, behind, false);
    }
    letters
}

/// Returns the name of a variant in kebab case: `SentBack` is `sent-back`.
macro_rules! kebab {
    ($name:ident) => {{
        const NAME: &str = stringify!($name);
        const LETTERS: [u8; $crate::text::kebab::kebab_length(NAME)] =
            $crate::text::kebab::kebab_letters(NAME);
        // Names of variants are ASCII, so that their letters are always valid UTF-8.
        const TEXT: &str = match ::core::str::from_utf8(&LETTERS) {
            Ok(text) => text,
            Err(_) => NAME,
        };
        TEXT
    }};
}
pub(crate) use kebab;
