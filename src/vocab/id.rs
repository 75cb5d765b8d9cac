//! Ids that the host gives to cases, people and commands.
//!
//! An id keeps the spelling in which it was given, and is written in it. Ids are compared, ordered and hashed without
//! case, except where their docs say that case matters. A fingerprint or a seal must be the same for equal ids; it
//! therefore uses the spelling without case, which `{:#}` writes.

use core::cmp::Ordering;
use core::fmt;
use core::hash::{Hash, Hasher};
use core::str::{self, FromStr};

use crate::text::checked;
use crate::text::excerpt::{Excerpt, Shown};
use crate::text::from_text::deserialize_private;

/// The greatest length of an id, in bytes.
const MAX: usize = 64;

/// Why a text is not an id.
///
/// ```
/// use redress::vocab::ActorId;
///
/// let error = "jürgen".parse::<ActorId>().unwrap_err();
/// assert_eq!(error.to_string(), "id `jürgen` has 'ü' (U+00FC) at byte 1, expected visible ASCII characters");
/// assert!(ActorId::encode("jürgen").is_ok()); // for logins that are not ids
/// ```
#[derive(Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum IdError {
    /// The text is empty.
    #[error("id is empty, expected 1 to 64 visible ASCII characters")]
    Empty {},
    /// The text has more than 64 bytes.
    #[error("id `{text}` has {length} bytes, expected at most 64")]
    TooLong {
        /// The beginning of the text.
        text: Excerpt,
        /// The length of the text, in bytes.
        length: usize,
    },
    /// A character is a space, a control character, or not ASCII. Letters beyond ASCII are refused because some look
    /// like others.
    #[error("id `{text}` has {} at byte {at}, expected visible ASCII characters", Shown(*character))]
    Character {
        /// The beginning of the text.
        text: Excerpt,
        /// The character.
        character: char,
        /// The byte at which the character starts, from 0.
        at: usize,
    },
}

/// Reads an id into its bytes, in the given spelling.
fn parse(text: &str, shown: &str) -> Result<[u8; MAX], IdError> {
    if text.is_empty() {
        return Err(IdError::Empty {});
    }
    if text.len() > MAX {
        return Err(IdError::TooLong { text: Excerpt::of(shown), length: text.len() });
    }
    if let Some((at, character)) = text.char_indices().find(|(_, character)| !character.is_ascii_graphic()) {
        return Err(IdError::Character { text: Excerpt::of(shown), character, at });
    }
    let mut bytes = [0; MAX];
    for (byte, given) in bytes.iter_mut().zip(text.bytes()) {
        *byte = given;
    }
    Ok(bytes)
}

macro_rules! id {
    ($(#[$meta:meta])* $name:ident, $expected:literal, $compared:expr, |$text:ident, $inner:ident| ($shown:expr, $debug:expr)) => {
        $(#[$meta])*
        #[derive(Clone, Copy)]
        pub struct $name([u8; MAX]);

        impl $name {
            /// Returns the id in the spelling in which it was given.
            #[must_use]
            pub fn as_str(&self) -> &str {
                let length = self.0.iter().position(|&byte| byte == 0).unwrap_or(MAX);
                checked::text(self.0.split_at(length).0)
            }

            /// Returns the same id in the spelling by which ids are compared. A host that finds ids by their text
            /// should use this spelling as its key.
            #[must_use]
            pub fn folded(self) -> Self {
                Self(self.0.map(|byte| $compared(&byte)))
            }
        }

        impl PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                self.0 == other.0 || self.folded().0 == other.folded().0
            }
        }

        impl Eq for $name {}

        impl Ord for $name {
            fn cmp(&self, other: &Self) -> Ordering {
                self.folded().0.cmp(&other.folded().0)
            }
        }

        impl PartialOrd for $name {
            fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
                Some(self.cmp(other))
            }
        }

        impl Hash for $name {
            fn hash<H: Hasher>(&self, state: &mut H) {
                self.folded().0.hash(state);
            }
        }

        impl FromStr for $name {
            type Err = IdError;

            fn from_str($text: &str) -> Result<Self, IdError> {
                parse($text, $shown).map(Self)
            }
        }

        impl TryFrom<&str> for $name {
            type Error = IdError;

            fn try_from(text: &str) -> Result<Self, IdError> {
                text.parse()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                if f.alternate() { f.pad(self.folded().as_str()) } else { f.pad(self.as_str()) }
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let $inner = self;
                write!(f, concat!(stringify!($name), "({:?})"), $debug)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                // The writers of seals and fingerprints ask for `{:#}`.
                serializer.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserialize_private::<D, Read<Self>>(deserializer, $expected).map(|read| read.0)
            }
        }
    };
}

/// An id of a document. Its errors do not repeat the text, which may be the name of a person.
struct Read<I>(I);

impl<I: FromStr<Err = IdError>> FromStr for Read<I> {
    type Err = Unshown;

    fn from_str(text: &str) -> Result<Self, Unshown> {
        text.parse().map(Self).map_err(Unshown)
    }
}

/// What is wrong with an id, without its text.
struct Unshown(IdError);

impl fmt::Display for Unshown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            IdError::Empty {} => self.0.fmt(f),
            IdError::TooLong { length, .. } => write!(f, "id has {length} bytes, expected at most 64"),
            IdError::Character { at, .. } => {
                write!(f, "id is not valid at byte {at}, expected visible ASCII characters")
            }
        }
    }
}

id! {
    /// The id that the host gives to a complaint: 1 to 64 visible ASCII characters.
    ///
    /// Ids that differ only in case are the same. An id keeps the spelling in which it was given.
    ///
    /// ```
    /// use redress::vocab::CaseId;
    ///
    /// let id: CaseId = "NEV-2025-0001".parse()?;
    /// assert_eq!(id, "nev-2025-0001".parse()?);
    /// assert_eq!((id.as_str(), id.folded().as_str()), ("NEV-2025-0001", "nev-2025-0001"));
    /// assert_eq!(
    ///     "NEV 1".parse::<CaseId>().unwrap_err().to_string(),
    ///     "id `NEV 1` has ' ' at byte 3, expected visible ASCII characters",
    /// );
    /// # Ok::<(), redress::vocab::error::IdError>(())
    /// ```
    CaseId, "the id of a complaint", u8::to_ascii_lowercase, |text, id| (text, id.as_str())
}

id! {
    /// The key by which the host knows a complainant: 1 to 64 visible ASCII characters, without regard to case.
    ///
    /// Do not use a name or an address. The key may still be personal, so that `Debug` and errors do not show it;
    /// `Display` does.
    ///
    /// ```
    /// use redress::vocab::ComplainantKey;
    ///
    /// let key: ComplainantKey = "K-0173".parse()?;
    /// assert_eq!(format!("{key} {key:?}"), "K-0173 ComplainantKey(\"[private]\")");
    /// # Ok::<(), redress::vocab::error::IdError>(())
    /// ```
    ComplainantKey, "the key of a complainant", u8::to_ascii_lowercase, |_text, _id| ("[private]", "[private]")
}

id! {
    /// The key by which the host knows who is paid, such as an account or a card: 1 to 64 visible ASCII characters.
    /// Case matters.
    ///
    /// The key may be personal, so that `Debug` and errors do not show it; `Display` does.
    ///
    /// ```
    /// use redress::vocab::PayeeKey;
    ///
    /// let key: PayeeKey = "account-17".parse()?;
    /// assert_eq!(format!("{key} {key:?}"), "account-17 PayeeKey(\"[private]\")");
    /// assert_ne!(key, "ACCOUNT-17".parse()?);
    /// # Ok::<(), redress::vocab::error::IdError>(())
    /// ```
    PayeeKey, "the key of a payee", u8::clone, |_text, _id| ("[private]", "[private]")
}

id! {
    /// The id that the host gives to a person who acts in a case, or about whom somebody complains.
    ///
    /// Ids that differ only in case are the same person. A login that is not an id, such as `jürgen`, can be
    /// [encoded](ActorId::encode).
    ///
    /// ```
    /// use redress::vocab::ActorId;
    ///
    /// let anna: ActorId = "anna".parse()?;
    /// assert_eq!(anna, "Anna".parse()?);
    /// # Ok::<(), redress::vocab::error::IdError>(())
    /// ```
    ActorId, "the id of a person", u8::to_ascii_lowercase, |text, id| (text, id.as_str())
}

id! {
    /// The key by which the host knows a product, a batch or a device: 1 to 64 visible ASCII characters, without regard
    /// to case.
    ///
    /// ```
    /// use redress::vocab::ProductKey;
    ///
    /// let batch: ProductKey = "LOT-4711".parse()?;
    /// assert_eq!(batch, "lot-4711".parse()?);
    /// # Ok::<(), redress::vocab::error::IdError>(())
    /// ```
    ProductKey, "the key of a product", u8::to_ascii_lowercase, |text, id| (text, id.as_str())
}

id! {
    /// The id that the host gives to one command. A command that is sent twice with the same id is carried out once.
    ///
    /// Case matters, because generated ids may differ only in case.
    ///
    /// ```
    /// use redress::vocab::CommandId;
    ///
    /// let id: CommandId = "V1StGXR8_Z5jdHi6B-myT".parse()?;
    /// assert_ne!(id, "v1stgxr8_z5jdhi6b-myt".parse()?);
    /// # Ok::<(), redress::vocab::error::IdError>(())
    /// ```
    CommandId, "the id of a command", u8::clone, |text, id| (text, id.as_str())
}
