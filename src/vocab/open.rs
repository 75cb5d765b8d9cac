//! Open words: an organisation may add its own.

use core::fmt::{Debug, Display};
use core::hash::Hash;
use core::str::FromStr;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::vocab::alias;
use crate::vocab::code::{Code, CodeError};
use crate::vocab::facet::table::Facet;
use crate::vocab::locale::Locale;

/// An open word of one facet, such as [`Category`](super::Category) or [`Department`](super::Department).
///
/// Use this trait for a function that accepts words of any facet. Only the types of [`vocab`](super) implement it: an
/// organisation can add words to each facet, but no types.
///
/// ```
/// use redress::vocab::{Category, Department, Word};
///
/// fn describe<W: Word>(word: W) -> String {
///     format!("{} {word}", W::FACET)
/// }
///
/// assert_eq!(describe(Category::SPARE_PARTS), "category spare-parts");
/// assert_eq!(describe("acme:lounge".parse::<Department>()?), "department acme:lounge");
/// # Ok::<(), redress::vocab::error::CodeError>(())
/// ```
pub trait Word:
    Copy
    + Ord
    + Hash
    + Debug
    + Display
    + FromStr<Err = CodeError>
    + From<Code>
    + Into<Code>
    + Serialize
    + DeserializeOwned
    + Send
    + Sync
    + sealed::Sealed
    + 'static
{
    /// The facet to which the words of this type belong.
    const FACET: Facet;

    /// Returns the code of the word.
    fn code(&self) -> &Code;

    /// Makes the word that has this code. Any code is a word: whether a policy knows it is up to its
    /// [`Taxonomy`](crate::taxonomy::Taxonomy).
    #[must_use]
    fn from_code(code: Code) -> Self;

    /// Returns the standard words, in the order of their documentation.
    #[must_use]
    fn standard_words() -> &'static [Self];

    /// Returns the label of the standard word with this code. `None` if no standard word has it.
    #[must_use]
    fn standard_label(code: &Code, locale: Locale) -> Option<&'static str>;

    /// Returns the standard word that has this label in any language, or this alias. `None` if there is none.
    ///
    /// The text must match exactly: spaces are not trimmed, and case matters.
    ///
    /// ```
    /// use redress::vocab::{Remedy, Word};
    ///
    /// assert_eq!(Remedy::of_label("換貨"), Some(Remedy::EXCHANGE));
    /// assert_eq!(Remedy::of_label("更換"), Some(Remedy::EXCHANGE)); // an alias
    /// assert_eq!(Remedy::of_label("exchange"), None); // a code, which `parse` reads
    /// ```
    #[must_use]
    fn of_label(text: &str) -> Option<Self>;
}

pub(crate) mod sealed {
    /// Keeps [`Word`](super::Word) to the types of this crate.
    pub trait Sealed {}
}

/// Makes a word from a literal. A malformed literal is an error of compilation.
///
/// ```
/// use redress::vocab::Category;
/// use redress::word;
///
/// let lounge = word!(Category, "acme:vip-lounge");
/// assert_eq!(lounge.as_str(), "acme:vip-lounge");
/// ```
///
/// # Example: a malformed literal does not compile
///
/// ```compile_fail
/// # use redress::{vocab::Category, word};
/// let lounge = word!(Category, "VIP lounge");
/// ```
#[macro_export]
macro_rules! word {
    ($word:ty, $text:literal) => {
        const { <$word>::from_static($text) }
    };
}

/// A standard word with its code and its labels.
#[derive(Clone, Copy)]
pub(crate) struct Row<S> {
    pub(crate) code: Code,
    pub(crate) standard: S,
    pub(crate) labels: [&'static str; 3],
}

/// Sorts rows by code while compiling, so that a binary search finds a word. Insertion sort, because nothing else is
/// `const`.
#[expect(clippy::indexing_slicing, reason = "runs while compiling only; both places are below `N`")]
pub(crate) const fn by_code<S: Copy, const N: usize>(mut rows: [Row<S>; N]) -> [Row<S>; N] {
    let mut sorted = 1;
    while sorted < N {
        let mut at = sorted;
        while at > 0 && rows[at].code.is_before(&rows[at - 1].code) {
            rows.swap(at, at - 1);
            at -= 1;
        }
        assert!(at == 0 || rows[at - 1].code.is_before(&rows[at].code), "a code stands in two rows");
        sorted += 1;
    }
    rows
}

/// Finds the row of a code, in rows sorted by code.
pub(crate) fn find<'a, S>(rows: &'a [Row<S>], code: &Code) -> Option<&'a Row<S>> {
    rows.binary_search_by(|row| row.code.cmp(code)).ok().and_then(|at| rows.get(at))
}

/// Finds the position of a text in rows sorted by code, without making a code of the text first.
pub(crate) fn rank<S>(rows: &[Row<S>], text: &str) -> Option<u16> {
    let at = rows.binary_search_by(|row| row.code.cmp_text(text)).ok()?;
    u16::try_from(at).ok()
}

/// Finds the code that a label or an alias means, among the rows of a facet.
pub(crate) fn labelled<S>(facet: Facet, rows: &[Row<S>], text: &str) -> Option<Code> {
    let row = rows.iter().find(|row| row.labels.contains(&text));
    row.map(|row| row.code).or_else(|| alias::word(facet.as_str(), text)?.parse().ok())
}

/// Makes an open vocabulary from one row for each standard word.
///
/// It generates a newtype over [`Code`] with a constant for each word, the closed enum of the standard words, labels,
/// parsing and serde. The enum and its rows may be left out.
macro_rules! open_vocabulary {
    (
        $(#[$meta:meta])*
        pub struct $name:ident;
        $(#[$standard_meta:meta])*
        pub enum $standard:ident {
            $(
                $(#[$word_meta:meta])*
                $variant:ident, $CONST:ident
                    = $text:literal, [$en:literal, $zh_hans:literal, $zh_hant:literal];
            )+
        }
    ) => {
        $crate::vocab::open::open_vocabulary!(@word $(#[$meta])* $name);

        impl $name {
            $(
                $(#[$word_meta])*
                pub const $CONST: Self = Self::from_static($text);
            )+

            /// The standard words, in the order of their documentation.
            pub const ALL: &'static [Self] = &[$(Self::$CONST),+];

            /// Returns the standard word as an enum to match on. `None` for a word that an organisation added.
            #[must_use]
            pub fn standard(&self) -> Option<$standard> {
                Self::row(&self.0).map(|row| row.standard)
            }

            /// Returns the position of a text among the standard words, in the order of their codes.
            pub(in crate::vocab) fn rank(text: &str) -> Option<u16> {
                $crate::vocab::open::rank(Self::rows(), text)
            }

            /// Returns the standard word at such a position.
            pub(in crate::vocab) fn ranked(rank: u16) -> Option<&'static $crate::vocab::code::Code> {
                Self::rows().get(usize::from(rank)).map(|row| &row.code)
            }

            fn row(code: &$crate::vocab::code::Code) -> Option<&'static $crate::vocab::open::Row<$standard>> {
                $crate::vocab::open::find(Self::rows(), code)
            }

            fn rows() -> &'static [$crate::vocab::open::Row<$standard>] {
                const COUNT: usize = $name::ALL.len();
                static ROWS: [$crate::vocab::open::Row<$standard>; COUNT] = $crate::vocab::open::by_code([$(
                    $crate::vocab::open::Row {
                        code: $name::$CONST.0,
                        standard: $standard::$variant,
                        labels: [$en, $zh_hans, $zh_hant],
                    }
                ),+]);
                &ROWS
            }
        }

        impl $crate::vocab::open::Word for $name {
            const FACET: $crate::vocab::facet::table::Facet = $crate::vocab::facet::table::Facet::$name;

            fn code(&self) -> &$crate::vocab::code::Code {
                &self.0
            }

            fn from_code(code: $crate::vocab::code::Code) -> Self {
                Self(code)
            }

            fn standard_words() -> &'static [Self] {
                Self::ALL
            }

            fn standard_label(
                code: &$crate::vocab::code::Code,
                locale: $crate::vocab::locale::Locale,
            ) -> Option<&'static str> {
                Self::row(code).map(|row| locale.pick(row.labels))
            }

            fn of_label(text: &str) -> Option<Self> {
                $crate::vocab::open::labelled(Self::FACET, Self::rows(), text).map(Self)
            }
        }

        impl From<$standard> for $name {
            fn from(standard: $standard) -> Self {
                match standard {
                    $($standard::$variant => Self::$CONST,)+
                }
            }
        }

        $(#[$standard_meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $standard {
            $($(#[$word_meta])* $variant,)+
        }

        impl $standard {
            /// Returns the code of the word as text, the same as that of the open word.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)+
                }
            }

            /// Returns the word in a language, to show to people.
            #[must_use]
            pub fn label(self, locale: $crate::vocab::locale::Locale) -> &'static str {
                match self {
                    $(Self::$variant => locale.pick([$en, $zh_hans, $zh_hant]),)+
                }
            }
        }

        impl ::core::fmt::Display for $standard {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.as_str())
            }
        }
    };

    (
        $(#[$meta:meta])*
        pub struct $name:ident;
    ) => {
        $crate::vocab::open::open_vocabulary!(@word $(#[$meta])* $name);

        impl $name {
            pub(in crate::vocab) const fn rank(_: &str) -> Option<u16> {
                None
            }

            pub(in crate::vocab) const fn ranked(_: u16) -> Option<&'static $crate::vocab::code::Code> {
                None
            }
        }

        impl $crate::vocab::open::Word for $name {
            const FACET: $crate::vocab::facet::table::Facet = $crate::vocab::facet::table::Facet::$name;

            fn code(&self) -> &$crate::vocab::code::Code {
                &self.0
            }

            fn from_code(code: $crate::vocab::code::Code) -> Self {
                Self(code)
            }

            fn standard_words() -> &'static [Self] {
                &[]
            }

            fn standard_label(_: &$crate::vocab::code::Code, _: $crate::vocab::locale::Locale) -> Option<&'static str> {
                None
            }

            fn of_label(_: &str) -> Option<Self> {
                None
            }
        }
    };

    (@word $(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name($crate::vocab::code::Code);

        impl $name {
            /// Makes a word from a literal.
            ///
            /// # Panics
            ///
            /// If `text` is not a [`Code`](crate::vocab::Code). In a `const`, this is an error of compilation;
            /// [`word!`](crate::word) makes it one everywhere.
            #[must_use]
            pub const fn from_static(text: &'static str) -> Self {
                Self($crate::vocab::code::Code::from_static(text))
            }

            /// Makes the word that has this code.
            #[must_use]
            pub const fn from_code(code: $crate::vocab::code::Code) -> Self {
                Self(code)
            }

            /// Returns the code of the word.
            #[must_use]
            pub const fn code(&self) -> &$crate::vocab::code::Code {
                &self.0
            }

            /// Returns the code as text: what is stored, sent and parsed.
            #[must_use]
            pub fn as_str(&self) -> &str {
                self.0.as_str()
            }

            /// Returns whether this word is `other` or lies under it: `service.attitude` lies under `service`.
            #[must_use]
            pub fn is_or_under(&self, other: &Self) -> bool {
                self.0.is_or_under(&other.0)
            }
        }

        impl $crate::vocab::open::sealed::Sealed for $name {}

        impl From<$crate::vocab::code::Code> for $name {
            fn from(code: $crate::vocab::code::Code) -> Self {
                Self(code)
            }
        }

        impl From<$name> for $crate::vocab::code::Code {
            fn from(word: $name) -> Self {
                word.0
            }
        }

        impl ::core::str::FromStr for $name {
            type Err = $crate::vocab::code::CodeError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }

        impl TryFrom<&str> for $name {
            type Error = $crate::vocab::code::CodeError;

            fn try_from(text: &str) -> Result<Self, Self::Error> {
                text.parse()
            }
        }

        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl ::core::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                write!(f, concat!(stringify!($name), "({:?})"), self.as_str())
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                ::serde::Serialize::serialize(&self.0, serializer)
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                <$crate::vocab::code::Code as ::serde::Deserialize>::deserialize(deserializer).map(Self)
            }
        }
    };
}

pub(crate) use open_vocabulary;
