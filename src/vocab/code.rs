//! The text of every open word, held inline.
//!
//! # Problem
//!
//! A complaint carries some twenty words, and a decision table compares each of them with thousands of cells. An
//! organisation may add words of its own, so that a word cannot be an enum. A word as a `String` would cost an
//! allocation for each copy, could not be a `const`, and could not be matched in a `match`.
//!
//! # Layout
//!
//! A [`Code`] is an array of 160 bytes: the text, and zeros behind it. It is `Copy`, can be made while compiling, and
//! can be a pattern of a `match`. The text contains no zero byte, because [`check`] accepts no character but `a-z`,
//! `0-9`, `-`, `.` and `:`. Therefore:
//!
//! - two codes are equal exactly when their arrays are;
//! - the order of the arrays is the order of the texts: behind the end of `service`, a zero is less than the `.` of
//!   `service.attitude`;
//! - the length is the position of the first zero, and need not be stored.
//!
//! 160 bytes are much for a short word. [`StoredWord`](crate::vocab::StoredWord) and
//! [`Dictionary`](crate::vocab::dictionary::Dictionary) hold words in less space; `Code` is the form in which they are
//! passed and shown.
//!
//! # Short texts
//!
//! Most words have at most 22 bytes. [`ShortText`] holds such a text in three 64-bit numbers, little-endian, so that
//! the first byte of the text is the lowest of the first number. `hashed` and `is_same` read no further than the text:
//! the sum of products skips eight bytes at a time, and zeros add nothing to it. The hash of a short text is therefore
//! the same whether it is taken of the `Code` or of the `ShortText`.
//!
//! # Cost and edges
//!
//! Checking reads the text once, and rejects a text of more than 160 bytes before reading it, so that a huge document
//! costs nothing. A child (`service.attitude`) is recognised by prefix and the dot behind it, so that `servicex` is not
//! under `service`.
//!
//! A table of interned texts was rejected: it needs a lock or a lifetime in every signature, and its numbers cannot be
//! `const`.

use core::cmp::Ordering;
use core::fmt;
use core::str::{self, FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::text::checked;
use crate::text::excerpt::{Excerpt, Shown};
use crate::text::from_text::deserialize_text;

/// The text of an open word: 1 to 160 bytes of `a-z`, `0-9`, `-`, `.` and `:`.
///
/// Letters and digits form parts, and each separator stands alone between two parts:
///
/// - A hyphen joins parts into one name: `product-quality`.
/// - A dot makes a child: `service.attitude` is a kind of `service`.
/// - A colon follows the prefix of the organisation that made the code: `acme:vip-lounge`. A code has at most one
///   colon, before any dot. No standard word has a colon, so that your own words never collide with later standard
///   words.
///
/// Codes are compared and ordered like their texts.
///
/// ```
/// use redress::vocab::Code;
///
/// let code: Code = "service.attitude".parse()?;
/// assert_eq!(code.as_str(), "service.attitude");
/// assert_eq!(code.parent(), Some("service".parse()?));
/// # Ok::<(), redress::vocab::error::CodeError>(())
/// ```
// INVARIANT: the text comes first and holds no zero byte, zeros fill the rest; so the order of the bytes is
// the order of the texts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code([u8; Code::MAX_LENGTH]);

/// A text of at most 22 bytes, filled with zeros, as three numbers of eight bytes. The first byte of the text is the
/// lowest byte of the first number.
pub(crate) type ShortText = [u64; 3];

impl Code {
    /// The greatest length of a code, in bytes.
    ///
    /// The longest real combination known, a product with an issue in the complaint data of the United States' Consumer
    /// Financial Protection Bureau, has 155 bytes.
    pub const MAX_LENGTH: usize = 160;

    /// Makes a code from a literal.
    ///
    /// # Panics
    ///
    /// If `text` is not a code. In a `const`, this is an error of compilation; [`word!`](crate::word) makes it one
    /// everywhere.
    ///
    /// ```
    /// use redress::vocab::Code;
    ///
    /// const LOUNGE: Code = Code::from_static("acme:vip-lounge");
    /// assert!(LOUNGE.is_own());
    /// ```
    ///
    /// # Example: a malformed literal does not compile
    ///
    /// ```compile_fail
    /// # use redress::vocab::Code;
    /// const LOUNGE: Code = Code::from_static("VIP lounge");
    /// ```
    #[must_use]
    #[expect(clippy::panic, reason = "a malformed literal is a mistake in the program")]
    pub const fn from_static(text: &'static str) -> Self {
        match check(text.as_bytes()) {
            Ok(()) => Self::of_checked(text.as_bytes()),
            Err(Fault::Empty) => panic!("a code has 1 to 160 bytes, this one is empty"),
            Err(Fault::TooLong) => panic!("a code has 1 to 160 bytes, this one has more"),
            Err(Fault::Character(_)) => panic!("a code holds `a-z`, `0-9`, `-`, `.` and `:` alone"),
            Err(Fault::Separator(_) | Fault::Trailing(_)) => {
                panic!("each `-`, `.` and `:` of a code stands alone between letters or digits")
            }
            Err(Fault::Colon(_)) => panic!("a code has one `:` at most, before any `.`"),
        }
    }

    /// Returns the text of the code.
    #[must_use]
    pub fn as_str(&self) -> &str {
        checked::text(self.bytes())
    }

    /// Returns the code whose child this one is: the part before the last dot. `None` if there is no dot.
    ///
    /// ```
    /// # use redress::vocab::Code;
    /// let own = Code::from_static("acme:lounge.chairs");
    /// assert_eq!(own.parent(), Some(Code::from_static("acme:lounge")));
    /// assert_eq!(own.root().parent(), None);
    /// ```
    #[must_use]
    pub fn parent(&self) -> Option<Self> {
        let dot = self.bytes().iter().rposition(|byte| *byte == b'.')?;
        self.bytes().get(..dot).map(Self::of_checked)
    }

    /// Returns the outermost ancestor: the part before the first dot, or the whole code.
    ///
    /// ```
    /// # use redress::vocab::Code;
    /// assert_eq!(Code::from_static("acme:lounge.chairs").root(), Code::from_static("acme:lounge"));
    /// assert_eq!(Code::from_static("billing").root(), Code::from_static("billing"));
    /// ```
    #[must_use]
    pub fn root(&self) -> Self {
        self.bytes().split(|byte| *byte == b'.').next().map_or(*self, Self::of_checked)
    }

    /// Returns whether this code is `other`, a child of it, or a child of a child.
    ///
    /// ```
    /// # use redress::vocab::Code;
    /// let billing = Code::from_static("billing");
    /// assert!(billing.is_or_under(&billing));
    /// assert!(Code::from_static("billing.refund").is_or_under(&billing));
    /// assert!(!Code::from_static("billingx").is_or_under(&billing));
    /// assert!(!billing.is_or_under(&Code::from_static("billing.refund")));
    /// ```
    #[must_use]
    pub fn is_or_under(&self, other: &Self) -> bool {
        match self.bytes().strip_prefix(other.bytes()) {
            Some(rest) => rest.first().is_none_or(|byte| *byte == b'.'),
            None => false,
        }
    }

    /// Returns whether an organisation made this code its own with a prefix, as in `acme:vip-lounge`.
    ///
    /// ```
    /// # use redress::vocab::Code;
    /// assert!(Code::from_static("acme:vip-lounge").is_own());
    /// assert!(!Code::from_static("spare-parts").is_own());
    /// ```
    #[must_use]
    pub fn is_own(&self) -> bool {
        self.bytes().contains(&b':')
    }

    /// Returns whether two codes are equal. For a text of at most 15 bytes it reads 16 bytes, while `==` compares all
    /// 160.
    #[inline]
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        const SHORT: usize = 16;
        match (self.0.first_chunk::<SHORT>(), other.0.first_chunk::<SHORT>()) {
            // The last byte is zero, so that the text ends before it and all bytes behind it are zero.
            (Some(head @ [.., 0]), Some(other)) => head == other,
            _ => self == other,
        }
    }

    fn bytes(&self) -> &[u8] {
        self.0.split(|byte| *byte == 0).next().unwrap_or_default()
    }

    /// Copies the bytes of a text that was checked, or of the beginning of one.
    pub(super) const fn of_checked(text: &[u8]) -> Self {
        debug_assert!(text.len() <= Self::MAX_LENGTH, "a code has 1 to 160 bytes");
        let mut bytes = [0; Self::MAX_LENGTH];
        if let Some((head, _)) = bytes.split_at_mut_checked(text.len()) {
            head.copy_from_slice(text);
        }
        Self(bytes)
    }

    /// Returns a hash of the code, of 32 bits.
    pub(crate) fn hashed(&self) -> u32 {
        hashed(&self.0)
    }

    /// Returns the text as a short one, if it has at most 22 bytes.
    pub(crate) fn short(&self) -> Option<ShortText> {
        let (words, _) = self.0.as_chunks::<8>();
        let [first, second, third @ [.., 0, 0], ..] = words else { return None };
        Some([first, second, third].map(|word| u64::from_le_bytes(*word)))
    }

    /// Returns whether the text is this short one.
    #[inline]
    pub(crate) fn is_short(&self, [a, b, c]: ShortText) -> bool {
        let (words, _) = self.0.as_chunks::<8>();
        let [first, second, third, ..] = words else { return false };
        u64::from_le_bytes(*first) == a && u64::from_le_bytes(*second) == b && u64::from_le_bytes(*third) == c
    }

    /// Makes a code from a short text that was checked.
    pub(super) fn of_short(text: ShortText) -> Self {
        let mut bytes = [0; Self::MAX_LENGTH];
        let (words, _) = bytes.as_chunks_mut::<8>();
        for (word, text) in words.iter_mut().zip(text) {
            *word = text.to_le_bytes();
        }
        Self(bytes)
    }

    /// Compares the code with a text, as two codes compare.
    pub(super) fn cmp_text(&self, text: &str) -> Ordering {
        let Some((head, rest)) = self.0.split_at_checked(text.len()) else {
            // The text is longer than any code. The common beginning decides, and otherwise the longer one is greater.
            return self.bytes().cmp(text.as_bytes());
        };
        let more = match rest.first() {
            Some(byte) if *byte != 0 => Ordering::Greater,
            // A zero at the end of `text` is part of it, unlike the zeros that fill a code.
            _ if text.ends_with('\0') => Ordering::Less,
            _ => Ordering::Equal,
        };
        head.cmp(text.as_bytes()).then(more)
    }

    /// Returns whether this code is less than the other, as [`Ord`] does, in a `const`.
    pub(crate) const fn is_before(&self, other: &Self) -> bool {
        let (mut left, mut right): (&[u8], &[u8]) = (&self.0, &other.0);
        while let (Some((a, others_left)), Some((b, others_right))) =
            (left.split_first(), right.split_first())
        {
            if *a != *b {
                return *a < *b;
            }
            (left, right) = (others_left, others_right);
        }
        false
    }
}

/// Returns the hash of a text that is filled with zeros.
fn hashed(text: &[u8]) -> u32 {
    let (words, _) = text.as_chunks::<8>();
    // Zeros fill the rest and add nothing.
    let written = words.iter().take_while(|word| **word != [0; 8]);
    let mixed = written
        .zip(KEYS)
        .fold(0_u64, |sum, (word, key)| sum.wrapping_add(u64::from_le_bytes(*word).wrapping_mul(key)));
    finished(mixed)
}

/// The factors of the hash: odd, so that no bit is lost, and far apart. The words of a text are multiplied
/// independently, which the processor can do in parallel.
const KEYS: [u64; Code::MAX_LENGTH / 8] = keys();

/// The high bits are the better ones.
const fn finished(sum: u64) -> u32 {
    ((sum ^ sum >> 29).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as u32
}

impl FromStr for Code {
    type Err = CodeError;

    fn from_str(text: &str) -> Result<Self, CodeError> {
        match check(text.as_bytes()) {
            Ok(()) => Ok(Self::of_checked(text.as_bytes())),
            Err(fault) => Err(CodeError::new(text, fault)),
        }
    }
}

impl TryFrom<&str> for Code {
    type Error = CodeError;

    fn try_from(text: &str) -> Result<Self, CodeError> {
        text.parse()
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Code({:?})", self.as_str())
    }
}

impl AsRef<str> for Code {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Code {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize_text(deserializer, "a code")
    }
}

/// Why a text is not a [`Code`].
///
/// Each variant contains the text, shortened and escaped by [`Excerpt`], and the place of the fault. Places are byte
/// offsets from 0.
///
/// ```
/// use redress::vocab::Code;
///
/// let error = "Billing".parse::<Code>().unwrap_err();
/// assert_eq!(error.to_string(), "code `Billing` has 'B' at byte 0, expected `a-z`, `0-9`, `-`, `.` or `:`");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum CodeError {
    /// The text is empty.
    #[error("code is empty, expected 1 to 160 bytes of `a-z`, `0-9`, `-`, `.` or `:`")]
    #[non_exhaustive]
    Empty {},
    /// The text is longer than a code may be. Nothing else was checked.
    #[error("code `{text}` has {length} bytes, expected at most 160")]
    #[non_exhaustive]
    TooLong {
        /// The beginning of the text.
        text: Excerpt,
        /// The length of the text, in bytes.
        length: usize,
    },
    /// A character is not allowed in a code.
    #[error("code `{text}` has {} at byte {at}, expected `a-z`, `0-9`, `-`, `.` or `:`", Shown(*character))]
    #[non_exhaustive]
    Character {
        /// The beginning of the text.
        text: Excerpt,
        /// The character.
        character: char,
        /// The byte at which the character starts.
        at: usize,
    },
    /// A separator stands at the beginning, or behind another separator.
    #[error("code `{text}` has {} at byte {at}, expected `a-z` or `0-9` there", Shown(*separator))]
    #[non_exhaustive]
    Separator {
        /// The beginning of the text.
        text: Excerpt,
        /// The separator.
        separator: char,
        /// The byte at which the separator stands.
        at: usize,
    },
    /// The text ends with a separator.
    #[error("code `{text}` ends with {} at byte {at}, expected `a-z` or `0-9` after it", Shown(*separator))]
    #[non_exhaustive]
    Trailing {
        /// The beginning of the text.
        text: Excerpt,
        /// The separator.
        separator: char,
        /// The byte at which the separator stands.
        at: usize,
    },
    /// A colon stands behind a dot or behind another colon.
    #[error("code `{text}` has ':' at byte {at}, expected one ':' at most, before any '.'")]
    #[non_exhaustive]
    Colon {
        /// The beginning of the text.
        text: Excerpt,
        /// The byte at which the colon stands.
        at: usize,
    },
}

impl CodeError {
    fn new(text: &str, fault: Fault) -> Self {
        // Every byte before the place is ASCII, so a character starts there.
        let at_place = |at| {
            let character = text.get(at..).and_then(|rest| rest.chars().next());
            debug_assert!(character.is_some(), "no character of `{text}` starts at {at}");
            character.unwrap_or_default()
        };
        let excerpt = Excerpt::of(text);
        match fault {
            Fault::Empty => Self::Empty {},
            Fault::TooLong => Self::TooLong { text: excerpt, length: text.len() },
            Fault::Character(at) => Self::Character { text: excerpt, character: at_place(at), at },
            Fault::Separator(at) => Self::Separator { text: excerpt, separator: at_place(at), at },
            Fault::Trailing(at) => Self::Trailing { text: excerpt, separator: at_place(at), at },
            Fault::Colon(at) => Self::Colon { text: excerpt, at },
        }
    }
}

/// Makes odd numbers that look random: multiples of the golden ratio, each mixed.
const fn keys<const N: usize>() -> [u64; N] {
    let (mut keys, mut seed) = ([0; N], 0_u64);
    let mut rest: &mut [u64] = &mut keys;
    while let Some((key, others)) = rest.split_first_mut() {
        seed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (seed ^ seed >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        *key = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb) | 1;
        rest = others;
    }
    keys
}

/// What is wrong with a text, and at which byte.
#[derive(Clone, Copy)]
enum Fault {
    Empty,
    TooLong,
    Character(usize),
    Separator(usize),
    Trailing(usize),
    Colon(usize),
}

/// Checks a text against the rules of [`Code`]. The length comes first, so that a huge text costs nothing.
const fn check(text: &[u8]) -> Result<(), Fault> {
    if text.is_empty() {
        return Err(Fault::Empty);
    }
    if text.len() > Code::MAX_LENGTH {
        return Err(Fault::TooLong);
    }
    let mut rest = text;
    let mut at = 0;
    let mut after_separator = true;
    let mut may_have_colon = true;
    while let Some((byte, others)) = rest.split_first() {
        match *byte {
            b'a'..=b'z' | b'0'..=b'9' => after_separator = false,
            b'-' | b'.' | b':' if after_separator => return Err(Fault::Separator(at)),
            b':' if !may_have_colon => return Err(Fault::Colon(at)),
            b'-' => after_separator = true,
            b'.' | b':' => {
                after_separator = true;
                may_have_colon = false;
            }
            _ => return Err(Fault::Character(at)),
        }
        rest = others;
        at += 1;
    }
    if after_separator { Err(Fault::Trailing(at - 1)) } else { Ok(()) }
}
