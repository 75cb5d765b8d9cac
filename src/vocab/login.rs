//! Logins as ids: any text in visible ASCII, and back.
//!
//! # Problem
//!
//! An [`ActorId`] has visible ASCII characters alone. A login may be `jürgen` or contain a space. Two logins must never
//! become one id, or one person could sign for another; and the two spellings of one login, `Jürgen` and `JÜRGEN`, must
//! become one id, or one person could sign twice.
//!
//! # Encoding
//!
//! A character that an id may contain stands for itself, except `%`. Every other character becomes `%x`, its number in
//! hexadecimal digits, and a dot: `ü` is `%xfc.` and `%` is `%x25.`. A `%` begins an encoded character and nothing
//! else, and the dot ends it. Therefore a login without `%` that is an id encodes to itself, and no two logins have the
//! same encoding.
//!
//! By hand: `Jürgen Öz` becomes `J%xfc.rgen%x20.%Xf6.z`.
//!
//! # Case
//!
//! Ids are compared without case, and logins must be too. A capital letter is therefore written with the number of its
//! small letter and a capital `X`: `Ü` is `%Xfc.`, which equals `%xfc.` without case. The spelling is kept, so that
//! both can be decoded.
//!
//! This holds for letters that have exactly one small letter whose only capital they are. A letter without a partner
//! (`ß`), or one that shares its partner (the Kelvin sign, whose small letter is `k`), stays different from all others.
//!
//! # Cost
//!
//! The text is read once, and no further than 64 bytes of encoding. Punycode was rejected: its result is hard to read
//! and depends on the whole text.

use alloc::string::String;
use core::fmt::Write as _;

use crate::vocab::id::{ActorId, IdError};

/// Returns the small letter of a capital one, if each is the other's only partner.
fn small(capital: char) -> Option<char> {
    let mut letters = capital.to_lowercase();
    match (letters.next(), letters.next()) {
        (Some(small), None) if small != capital && self::capital(small) == Some(capital) => Some(small),
        _ => None,
    }
}

/// Returns the single capital letter of a small one.
fn capital(small: char) -> Option<char> {
    let mut letters = small.to_uppercase();
    match (letters.next(), letters.next()) {
        (Some(capital), None) if capital != small => Some(capital),
        _ => None,
    }
}

impl ActorId {
    /// Makes an id from a login that is not an id, for example one with a space or with letters beyond ASCII.
    ///
    /// A login of visible ASCII characters without `%` is its own id. Otherwise, each character that an id cannot
    /// contain becomes `%x`, its number in hexadecimal digits, and a dot. Different logins become different ids, except
    /// logins that differ only in case: these are one person. [`ActorId::decode`] returns the login.
    ///
    /// Unicode can write one text in several ways: `ü` is one character or two. Here these are two logins, so bring
    /// logins into one form first (NFC), as your directory does. Encode every login or none: an id with `%` that was
    /// not encoded can be read as the encoding of another login.
    ///
    /// # Errors
    ///
    /// - [`IdError::Empty`] if the login is empty.
    /// - [`IdError::TooLong`] if the encoding has more than 64 bytes.
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
            // The result is too long already, so that the rest of the login need not be read.
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
            // Writing to a `String` cannot fail.
            let _ = write!(text, "%{mark}{:x}.", u32::from(letter));
        }
        text.parse()
    }

    /// Returns the login from which [`ActorId::encode`] made this id. `None` if no login has this encoding.
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
        // An id that was never encoded may still look like an encoding.
        Self::encode(&login).is_ok_and(|id| id == *self).then_some(login)
    }
}
