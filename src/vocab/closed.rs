//! Closed words, on which the crate branches; and the languages of labels, which are closed words too.

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
            pub const fn label(self, locale: $crate::vocab::closed::Locale) -> &'static str {
                match self {
                    $(Self::$variant => locale.pick([$en, $zh_hans, $zh_hant]),)+
                }
            }

            /// Returns the word that has this label in any language, or this alias. The text must match exactly.
            #[must_use]
            pub fn of_label(text: &str) -> Option<Self> {
                let known = Self::ALL.iter().find(|word| {
                    $crate::vocab::closed::Locale::ALL.iter().any(|locale| word.label(*locale) == text)
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

        impl TryFrom<&str> for $name {
            type Error = $crate::text::text_enum::UnknownWord;

            fn try_from(text: &str) -> Result<Self, Self::Error> {
                text.parse()
            }
        }
    };
}

pub(crate) use closed_vocabulary;

closed_vocabulary! {
    /// A language in which every word has a label. Its text is the BCP 47 tag.
    ///
    /// Locales are ordered like their tags.
    ///
    /// ```
    /// use redress::vocab::{Locale, Severity};
    ///
    /// let locale: Locale = "zh-Hans".parse()?;
    /// assert_eq!(Severity::Serious.label(locale), "严重");
    /// assert!("zh-CN".parse::<Locale>().is_err()); // no other tag is read
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
    /// Returns the label of this language, out of the three of a row.
    pub(crate) const fn pick(self, labels: [&'static str; 3]) -> &'static str {
        let [english, simplified, traditional] = labels;
        match self {
            Self::En => english,
            Self::ZhHans => simplified,
            Self::ZhHant => traditional,
        }
    }
}
