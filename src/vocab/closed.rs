//! Closed words: what the crate branches on; and the languages of their labels, which are closed words too.

use core::fmt;

use crate::text::excerpt::{Choice, Excerpt};

/// A text that is no word of a closed vocabulary.
///
/// ```
/// use redress::vocab::Severity;
///
/// let error = "Serious".parse::<Severity>().unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "severity `Serious` is unknown, expected `minor`, `general`, `serious` or `critical`"
/// );
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[error("{vocabulary} `{text}` is unknown, expected {}", Expected(.expected))]
#[non_exhaustive]
pub struct UnknownWord {
    /// What the text should have been, such as `severity`.
    pub vocabulary: &'static str,
    /// The text.
    pub text: Excerpt,
    /// The words there are.
    pub expected: &'static [&'static str],
}

/// The words there are, or of many their number and the first.
struct Expected<'a>(&'a [&'static str]);

impl fmt::Display for Expected<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const MOST: usize = 14;
        if self.0.len() <= MOST {
            return Choice(self.0).fmt(f);
        }
        let first = self.0.get(..3).unwrap_or(self.0);
        write!(f, "one of {} words such as {}", self.0.len(), Choice(first))
    }
}

impl UnknownWord {
    pub(crate) fn new(vocabulary: &'static str, text: &str, expected: &'static [&'static str]) -> Self {
        Self { vocabulary, text: Excerpt::of(text), expected }
    }
}

/// Makes a closed vocabulary of one row per word: an enum, its texts, labels, parsing and serde.
///
/// The text after `=` behind the name says what a word of it is, with its article.
macro_rules! closed_vocabulary {
    (
        $(#[$meta:meta])*
        pub enum $name:ident = $article:literal $noun:literal;
        $(
            $(#[$word_meta:meta])*
            $variant:ident = $text:literal, [$en:literal, $zh_hans:literal, $zh_hant:literal];
        )+
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name {
            $($(#[$word_meta])* $variant,)+
        }

        impl $name {
            /// Every word, in the order of its declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The text of the word: what it is stored, sent and parsed as.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)+
                }
            }

            /// The word for people.
            #[must_use]
            pub const fn label(self, locale: $crate::vocab::closed::Locale) -> &'static str {
                match self {
                    $(Self::$variant => locale.pick([$en, $zh_hans, $zh_hant]),)+
                }
            }

            /// The word with this label in any language, or with this alias.
            #[must_use]
            pub fn of_label(text: &str) -> Option<Self> {
                let known = Self::ALL.iter().find(|word| {
                    $crate::vocab::closed::Locale::ALL.iter().any(|locale| word.label(*locale) == text)
                });
                known.copied().or_else(|| $crate::vocab::alias::word($noun, text)?.parse().ok())
            }

            /// What is read as this word beside its labels, and never shown for it.
            #[must_use]
            pub fn aliases(self) -> &'static [&'static str] {
                $crate::vocab::alias::aliases($noun, self.as_str())
            }
        }

        impl ::core::str::FromStr for $name {
            type Err = $crate::vocab::closed::UnknownWord;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text {
                    $($text => Ok(Self::$variant),)+
                    _ => Err($crate::vocab::closed::UnknownWord::new($noun, text, &[$($text),+])),
                }
            }
        }

        impl TryFrom<&str> for $name {
            type Error = $crate::vocab::closed::UnknownWord;

            fn try_from(text: &str) -> Result<Self, Self::Error> {
                text.parse()
            }
        }

        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::text::from_text::deserialize_text(deserializer, concat!($article, " ", $noun))
            }
        }
    };
}

pub(crate) use closed_vocabulary;

closed_vocabulary! {
    /// A language that every word has a label in. Its text is the BCP 47 tag.
    ///
    /// Locales are ordered as their tags are.
    ///
    /// ```
    /// use redress::vocab::{Locale, Severity};
    ///
    /// let locale: Locale = "zh-Hans".parse()?;
    /// assert_eq!(Severity::Serious.label(locale), "严重");
    /// # Ok::<(), redress::vocab::error::UnknownWord>(())
    /// ```
    #[derive(PartialOrd, Ord)]
    #[expect(clippy::exhaustive_enums, reason = "a new language must break every embedder's match")]
    pub enum Locale = "a" "locale";

    /// English.
    En = "en", ["English", "英语", "英語"];
    /// Chinese in simplified characters.
    ZhHans = "zh-Hans", ["Simplified Chinese", "简体中文", "簡體中文"];
    /// Chinese in traditional characters.
    ZhHant = "zh-Hant", ["Traditional Chinese", "繁体中文", "繁體中文"];
}

impl Locale {
    /// Takes the label of this language from the three of a row.
    pub(crate) const fn pick(self, labels: [&'static str; 3]) -> &'static str {
        let [english, simplified, traditional] = labels;
        match self {
            Self::En => english,
            Self::ZhHans => simplified,
            Self::ZhHant => traditional,
        }
    }
}
