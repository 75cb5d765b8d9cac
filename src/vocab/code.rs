//! The inline text of every open word.

use core::cmp::Ordering;
use core::fmt;
use core::str::{self, FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::text::checked;
use crate::text::excerpt::{Excerpt, Shown};
use crate::text::from_text::deserialize_text;

/// The text of an open word: 1 to 160 bytes of `a-z`, `0-9`, `-`, `.` and `:`, held inline.
///
/// Letters and digits make words, and each separator stands alone between two of them:
///
/// - a hyphen joins words: `product-quality`;
/// - a dot makes a child: `service.attitude` is a kind of `service`;
/// - a colon, at most one and before any dot, follows the name of the organisation that made the code:
///   `acme:vip-lounge`. No standard word holds a colon, so an own word never meets one that comes later.
///
/// Two codes are equal when their texts are, and ordered as their texts are.
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

/// A text of at most 22 bytes with zeros behind it, as three words of eight bytes, the first byte the lowest.
pub(crate) type ShortText = [u64; 3];

impl Code {
    /// The most bytes a code has.
    ///
    /// The longest product of the complaints of the United States' Consumer Financial Protection Bureau with its
    /// longest issue under it has 155.
    pub const MAX_LENGTH: usize = 160;

    /// The code of a literal.
    ///
    /// # Panics
    ///
    /// Panics when `text` is not a code. In a `const` that is an error of compilation, and
    /// [`word!`](crate::word) makes it one everywhere.
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

    /// The text of the code.
    #[must_use]
    pub fn as_str(&self) -> &str {
        checked::text(self.bytes())
    }

    /// The code this one is a child of: what stands before its last dot.
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

    /// The outermost code this one is under: what stands before its first dot, or the whole.
    #[must_use]
    pub fn root(&self) -> Self {
        self.bytes().split(|byte| *byte == b'.').next().map_or(*self, Self::of_checked)
    }

    /// Whether this code is `other`, its child, or a child's child.
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

    /// Whether an organisation made this code its own with a prefix, as in `acme:vip-lounge`.
    #[must_use]
    pub fn is_own(&self) -> bool {
        self.bytes().contains(&b':')
    }

    /// Whether two codes are equal. Of a short text it reads no further, where `==` compares all that a code can hold.
    #[inline]
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        const SHORT: usize = 16;
        match (self.0.first_chunk::<SHORT>(), other.0.first_chunk::<SHORT>()) {
            // Behind the text all is zero.
            (Some(head @ [.., 0]), Some(other)) => head == other,
            _ => self == other,
        }
    }

    fn bytes(&self) -> &[u8] {
        self.0.split(|byte| *byte == 0).next().unwrap_or_default()
    }

    /// Copies the bytes of a text that was checked, or that is the beginning of one.
    pub(super) const fn of_checked(text: &[u8]) -> Self {
        debug_assert!(text.len() <= Self::MAX_LENGTH, "a code has 1 to 160 bytes");
        let mut bytes = [0; Self::MAX_LENGTH];
        if let Some((head, _)) = bytes.split_at_mut_checked(text.len()) {
            head.copy_from_slice(text);
        }
        Self(bytes)
    }

    /// A number that differs between codes, as far as 32 bits do.
    pub(crate) fn hashed(&self) -> u32 {
        hashed(&self.0)
    }

    /// The text, if it is short.
    pub(crate) fn short(&self) -> Option<ShortText> {
        let (words, _) = self.0.as_chunks::<8>();
        let [first, second, third @ [.., 0, 0], ..] = words else { return None };
        Some([first, second, third].map(|word| u64::from_le_bytes(*word)))
    }

    /// Whether the text is this short one.
    #[inline]
    pub(crate) fn is_short(&self, [a, b, c]: ShortText) -> bool {
        let (words, _) = self.0.as_chunks::<8>();
        let [first, second, third, ..] = words else { return false };
        u64::from_le_bytes(*first) == a && u64::from_le_bytes(*second) == b && u64::from_le_bytes(*third) == c
    }

    /// The code of a short text that was checked.
    pub(super) fn of_short(text: ShortText) -> Self {
        let mut bytes = [0; Self::MAX_LENGTH];
        let (words, _) = bytes.as_chunks_mut::<8>();
        for (word, text) in words.iter_mut().zip(text) {
            *word = text.to_le_bytes();
        }
        Self(bytes)
    }

    /// Orders the code beside a text as two codes are ordered.
    pub(super) fn cmp_text(&self, text: &str) -> Ordering {
        let Some((head, rest)) = self.0.split_at_checked(text.len()) else {
            // A longer text than any code: what is written before decides, and the longer one is the greater.
            return self.bytes().cmp(text.as_bytes());
        };
        let more = match rest.first() {
            Some(byte) if *byte != 0 => Ordering::Greater,
            // Zeros at the end of a text are not those behind a code.
            _ if text.ends_with('\0') => Ordering::Less,
            _ => Ordering::Equal,
        };
        head.cmp(text.as_bytes()).then(more)
    }

    /// Orders as [`Ord`] does, while compiling too.
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

/// A number that differs between texts that have zeros behind them.
fn hashed(text: &[u8]) -> u32 {
    let (words, _) = text.as_chunks::<8>();
    // Behind the text all is zero, and adds nothing.
    let written = words.iter().take_while(|word| **word != [0; 8]);
    let mixed = written
        .zip(KEYS)
        .fold(0_u64, |sum, (word, key)| sum.wrapping_add(u64::from_le_bytes(*word).wrapping_mul(key)));
    finished(mixed)
}

/// Odd, and far apart: the words of a text are multiplied side by side.
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
/// Each variant names the text, cut and escaped by [`Excerpt`], the place, and what was expected.
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
    /// There is no text.
    #[error("code is empty, expected 1 to 160 bytes of `a-z`, `0-9`, `-`, `.` or `:`")]
    #[non_exhaustive]
    Empty {},
    /// The text is longer than a code may be; nothing else of it was checked.
    #[error("code `{text}` has {length} bytes, expected at most 160")]
    #[non_exhaustive]
    TooLong {
        /// The text.
        text: Excerpt,
        /// Its length in bytes.
        length: usize,
    },
    /// A character is not one of those a code is made of.
    #[error("code `{text}` has {} at byte {at}, expected `a-z`, `0-9`, `-`, `.` or `:`", Shown(*character))]
    #[non_exhaustive]
    Character {
        /// The text.
        text: Excerpt,
        /// The character.
        character: char,
        /// The byte it starts at.
        at: usize,
    },
    /// A separator stands at the beginning or behind another.
    #[error("code `{text}` has {} at byte {at}, expected `a-z` or `0-9` there", Shown(*separator))]
    #[non_exhaustive]
    Separator {
        /// The text.
        text: Excerpt,
        /// The separator.
        separator: char,
        /// The byte it stands at.
        at: usize,
    },
    /// The text ends with a separator.
    #[error("code `{text}` ends with {} at byte {at}, expected `a-z` or `0-9` after it", Shown(*separator))]
    #[non_exhaustive]
    Trailing {
        /// The text.
        text: Excerpt,
        /// The separator.
        separator: char,
        /// The byte it stands at.
        at: usize,
    },
    /// A colon stands after a dot or after another colon.
    #[error("code `{text}` has ':' at byte {at}, expected one ':' at most, before any '.'")]
    #[non_exhaustive]
    Colon {
        /// The text.
        text: Excerpt,
        /// The byte it stands at.
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

/// Odd numbers that look like chance: the multiples of the golden ratio, each mixed.
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

/// Checks a text against the rules of [`Code`]; the length first, so that a huge text costs nothing.
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
