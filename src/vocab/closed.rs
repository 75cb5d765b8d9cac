//! Closed words, on which the crate branches.

/// A word of a closed vocabulary.
pub(crate) trait Closed: Copy + 'static {
    /// What one word is called in errors, such as `stage`.
    const NOUN: &'static str;

    /// Every word.
    const EVERY: &'static [Self];

    /// Returns the code of the word.
    fn code(self) -> &'static str;

    /// Returns the label of the word in the built-in language that comes nearest.
    fn standard_label(self, locale: crate::vocab::locale::Locale) -> &'static str;
}

/// Makes a closed vocabulary from one row for each word: an enum with its texts, labels, parsing and serde. An enum
/// without labels uses [`text_enum!`](crate::text::text_enum) alone.
///
/// The literals after `=` behind the name are the article and the noun for one word, as errors say it.
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
            /// Every word, in the order of declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Returns the code of the word: the text that is stored, sent and parsed. It never changes.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)+
                }
            }

            /// Returns the word in a language, to show to people. A label may change; store [`as_str`](Self::as_str).
            #[must_use]
            pub fn label(self, locale: $crate::vocab::locale::Locale) -> &'static str {
                match self {
                    $(Self::$variant => locale.pick([$en, $zh_hans, $zh_hant]),)+
                }
            }

            /// Returns the word that has this label in any language, or this alias. The text must match exactly.
            #[must_use]
            pub fn of_label(text: &str) -> Option<Self> {
                let known = Self::ALL.iter().find(|word| {
                    $crate::vocab::locale::Locale::ALL.iter().any(|locale| word.label(*locale) == text)
                });
                known.copied().or_else(|| $crate::vocab::alias::word($noun, text)?.parse().ok())
            }

            /// Returns the other texts that [`of_label`](Self::of_label) reads as this word. They are never shown.
            #[must_use]
            pub fn aliases(self) -> &'static [&'static str] {
                $crate::vocab::alias::aliases($noun, self.as_str())
            }
        }

        $crate::text::text_enum::text_enum!(@traits $name, as_str, $article, $noun, $($variant = $text),+);

        impl $crate::vocab::closed::Closed for $name {
            const NOUN: &'static str = $noun;
            const EVERY: &'static [Self] = Self::ALL;

            fn code(self) -> &'static str {
                self.as_str()
            }

            fn standard_label(self, locale: $crate::vocab::locale::Locale) -> &'static str {
                self.label(locale)
            }
        }

        impl TryFrom<&str> for $name {
            type Error = $crate::text::text_enum::UnknownWord;

            fn try_from(text: &str) -> Result<Self, Self::Error> {
                text.parse()
            }
        }
    };
}

pub(crate) use closed_vocabulary;
