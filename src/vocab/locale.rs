//! The languages of the labels.

use super::closed::closed_vocabulary;

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
    /// # Ok::<(), redress::vocab::UnknownWord>(())
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
