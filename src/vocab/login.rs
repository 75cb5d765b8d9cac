//! Logins as ids: any text in visible ASCII, and back.
//!
//! A character that an id has, but for `%`, stands for itself. Any other is written as `%x`, its number in hexadecimal
//! digits, and a dot: `ü` is `%xfc.`, `%` is `%x25.`. So a login that is an id without `%` encodes to itself, and no two
//! logins have one encoding: a `%` begins an encoded character and nothing else, and the dot ends it.
//!
//! Ids are compared without case, and so are logins: `Jürgen` and `JÜRGEN` are one person as `Anna` and `ANNA` are,
//! whatever directory they log in by. A capital letter is therefore written with the number of its small letter, and a
//! capital `X`: `Ü` is `%Xfc.`, which is `%xfc.` without case. Both keep their spelling, so that both are decoded. That
//! holds for letters that have one small letter each, whose capital they are. A letter that has none (`ß`) or shares it
//! (the Kelvin sign, whose small letter is `k`) stays apart from all others.
//!
//! By hand: `Jürgen Öz` is `J%xfc.rgen%x20.%Xf6.z`. The cost is that of reading the text once.

use alloc::string::String;
use core::fmt::Write as _;

use crate::vocab::id::{ActorId, IdError};

/// The small letter of a capital one, where the two belong to nobody else.
fn small(capital: char) -> Option<char> {
    let mut letters = capital.to_lowercase();
    match (letters.next(), letters.next()) {
        (Some(small), None) if small != capital && self::capital(small) == Some(capital) => Some(small),
        _ => None,
    }
}

/// The one capital letter of a small one.
fn capital(small: char) -> Option<char> {
    let mut letters = small.to_uppercase();
    match (letters.next(), letters.next()) {
        (Some(capital), None) if capital != small => Some(capital),
        _ => None,
    }
}

impl ActorId {
    /// Makes an id of a login that is none, such as one with letters beyond ASCII, a space or a `%`.
    ///
    /// A login of visible ASCII characters without `%` is its own id. In any other login each character that an id cannot
    /// hold becomes `%x`, its number in hexadecimal digits, and a dot. No two logins become one id, except those that
    /// differ in case alone: these are one person, as ids are, whether the letters are ASCII or not. [`ActorId::decode`]
    /// gives the login back.
    ///
    /// One text can be written in several ways in Unicode: `ü` is one character or two. These are two logins here; bring
    /// logins into one form (NFC) first, as your directory does. Encode every login, or none: an id that was not encoded
    /// and holds `%` can be read as the encoding of another login.
    ///
    /// # Errors
    ///
    /// [`IdError::Empty`] for an empty login, [`IdError::TooLong`] where the encoding has more than 64 bytes.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::vocab::ActorId;
    ///
    /// let id = ActorId::encode("jürgen")?;
    /// assert_eq!(id.as_str(), "j%xfc.rgen");
    /// assert_eq!(id.decode().as_deref(), Some("jürgen"));
    /// assert_eq!(id, ActorId::encode("JÜRGEN")?); // one person
    /// assert_ne!(id, ActorId::encode("j%xfc.rgen")?); // another login
    /// assert_eq!(ActorId::encode("anna")?.as_str(), "anna");
    /// # Ok::<(), redress::vocab::error::IdError>(())
    /// ```
    pub fn encode(login: &str) -> Result<Self, IdError> {
        let mut text = String::new();
        for character in login.chars() {
            // What is longer than an id is not read to its end.
            if text.len() > 64 {
                break;
            }
            if character.is_ascii_graphic() && character != '%' {
                text.push(character);
                continue;
            }
            let (mark, letter) = match small(character) {
                Some(small) => ('X', small),
                None => ('x', character),
            };
            // A text takes what is written to it.
            let _ = write!(text, "%{mark}{:x}.", u32::from(letter));
        }
        text.parse()
    }

    /// Returns the login of which [`ActorId::encode`] made this id; `None` if no login is encoded so.
    #[must_use]
    pub fn decode(&self) -> Option<String> {
        let mut login = String::new();
        let mut rest = self.as_str();
        while let Some((plain, encoded)) = rest.split_once('%') {
            login.push_str(plain);
            let (number, behind) = encoded.split_once('.')?;
            let letter = number.strip_prefix(['x', 'X'])?;
            let letter = u32::from_str_radix(letter, 16).ok().and_then(char::from_u32)?;
            let is_capital = number.starts_with('X');
            login.push(
                capital(letter).filter(|&large| is_capital && small(large) == Some(letter)).unwrap_or(letter),
            );
            rest = behind;
        }
        login.push_str(rest);
        // An id that was given and not encoded may look like an encoding, and be none.
        Self::encode(&login).is_ok_and(|id| id == *self).then_some(login)
    }
}
