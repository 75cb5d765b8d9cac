//! What a word is called for people, in each language.
//!
//! Labels are for screens and letters. They are never compared, stored in a case, or shown in an error: there
//! a word is its code.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;

use crate::coded::codes;
use crate::text::blank::hidden;
use crate::vocab::{Code, Facet, Locale, Shown, Word};

/// The most characters a label has.
const MAX: usize = 200;

/// The labels of every word, those of one organisation before the standard ones.
///
/// ```
/// use redress::labels::Labels;
/// use redress::vocab::{Category, Locale};
/// use redress::word;
///
/// let lounge = word!(Category, "acme:vip-lounge");
/// let labels = Labels::standard().with_label(lounge, Locale::En, "VIP lounge")?;
///
/// assert_eq!(labels.label(&lounge, Locale::En), "VIP lounge");
/// assert_eq!(labels.label(&lounge, Locale::ZhHans), "acme:vip-lounge");
/// assert_eq!(labels.label(&Category::SPARE_PARTS, Locale::ZhHans), "备件供应");
/// # Ok::<(), redress::labels::LabelError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Labels {
    /// Keyed by the place of the facet, for facets have no order.
    own: BTreeMap<(usize, Code, Locale), Box<str>>,
}

impl Labels {
    /// The labels of the standard words alone.
    #[must_use]
    pub const fn standard() -> Self {
        Self { own: BTreeMap::new() }
    }

    /// Labels a word in one language, before any label it had there. A standard word may be labelled too.
    ///
    /// # Errors
    ///
    /// Returns a [`LabelError`] for a text without 1 to 200 characters, for one of white space alone, and for
    /// one with a character that is not seen or turns the direction of writing.
    ///
    /// ```
    /// use redress::labels::Labels;
    /// use redress::vocab::{Category, Locale};
    ///
    /// let error = Labels::standard().with_label(Category::SPARE_PARTS, Locale::En, "a\nb").unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     r"label of category `spare-parts` in `en` has '\n' at byte 1, expected visible characters"
    /// );
    /// ```
    pub fn with_label<W: Word>(mut self, word: W, locale: Locale, text: &str) -> Result<Self, LabelError> {
        self.add(W::FACET, *word.code(), locale, text)?;
        Ok(self)
    }

    /// The words that the organisation labels, each with its facet and a language.
    pub(crate) fn labelled(&self) -> impl Iterator<Item = (Facet, Code, Locale)> + '_ {
        self.own.keys().filter_map(|&(facet, code, locale)| Some((*Facet::ALL.get(facet)?, code, locale)))
    }

    /// The organisation's own label of a word, if it gave one.
    pub(crate) fn own(&self, facet: Facet, code: &Code, locale: Locale) -> Option<&str> {
        self.own.get(&(facet as usize, *code, locale)).map(|text| &**text)
    }

    /// Labels a word of a facet in one language.
    pub(crate) fn add(
        &mut self,
        facet: Facet,
        code: Code,
        locale: Locale,
        text: &str,
    ) -> Result<(), LabelError> {
        if text.chars().nth(MAX).is_some() {
            return Err(LabelError::TooLong { facet, word: code, locale });
        }
        if text.trim().is_empty() {
            return Err(LabelError::Blank { facet, word: code, locale });
        }
        if let Some((at, character)) = hidden(text) {
            return Err(LabelError::Control { facet, word: code, locale, character, at });
        }
        if text.trim() != text {
            return Err(LabelError::Padded { facet, word: code, locale });
        }
        self.own.insert((facet as usize, code, locale), text.into());
        Ok(())
    }

    /// The label of a word: the organisation's, else the standard one, else the code. It cannot fail.
    ///
    /// # Example: a cause that is no more than its group is called as the group is
    ///
    /// ```
    /// use redress::labels::Labels;
    /// use redress::vocab::{Cause, Locale};
    /// use redress::vocab::kind::CauseGroup;
    ///
    /// let cause = Cause::from(CauseGroup::INTEGRITY);
    /// assert_eq!(Labels::standard().label(&cause, Locale::ZhHans), "诚信");
    /// ```
    #[must_use]
    pub fn label<'a, W: Word>(&'a self, word: &'a W, locale: Locale) -> &'a str {
        self.label_of(W::FACET, word.code(), locale)
    }

    /// How a code of a facet reads, where the word's type is not at hand.
    #[must_use]
    pub fn label_of<'a>(&'a self, facet: Facet, code: &'a Code, locale: Locale) -> &'a str {
        self.find(facet, code, locale)
            .or_else(|| facet.roots().and_then(|roots| self.find(roots, code, locale)))
            .unwrap_or(code.as_str())
    }

    /// The word that a person means by a label, in any language: the organisation's own label, else a standard
    /// label or alias. None if there is no such word, or if the organisation calls two words so.
    ///
    /// The text is taken as it is. It finds [what the label of a word](Labels::label) may be, so a text is a
    /// cause when it is the label of a group.
    ///
    /// ```
    /// use redress::labels::Labels;
    /// use redress::vocab::{Category, Channel, Locale};
    /// use redress::word;
    ///
    /// let lounge = word!(Category, "acme:vip-lounge");
    /// let labels = Labels::standard().with_label(lounge, Locale::En, "VIP lounge")?;
    ///
    /// assert_eq!(labels.by_label("VIP lounge"), Some(lounge));
    /// assert_eq!(labels.by_label("备件供应"), Some(Category::SPARE_PARTS));
    /// assert_eq!(labels.by_label("邮件"), Some(Channel::EMAIL)); // an alias
    /// assert_eq!(labels.by_label::<Channel>("VIP lounge"), None);
    /// # Ok::<(), redress::labels::LabelError>(())
    /// ```
    #[must_use]
    pub fn by_label<W: Word>(&self, text: &str) -> Option<W> {
        self.code_by_label(W::FACET, text).map(W::from_code)
    }

    /// The code that a person means by a label, where the word's type is not at hand.
    #[must_use]
    pub fn code_by_label(&self, facet: Facet, text: &str) -> Option<Code> {
        for facet in [Some(facet), facet.roots()].into_iter().flatten() {
            let mut own = self.own.iter().filter(|(key, label)| key.0 == facet as usize && ***label == *text);
            if let Some(((_, code, _), _)) = own.next() {
                return own.all(|((_, other, _), _)| other == code).then_some(*code);
            }
            if let Some(code) = facet.by_label(text) {
                return Some(code);
            }
        }
        None
    }

    fn find(&self, facet: Facet, code: &Code, locale: Locale) -> Option<&str> {
        let own = self.own.get(&(facet as usize, *code, locale)).map(AsRef::as_ref);
        own.or_else(|| facet.standard_label(code, locale))
    }
}

/// Why a text is not a label.
#[derive(Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum LabelError {
    /// The text is empty or white space.
    #[error("label of {facet} `{word}` in `{locale}` is blank, expected 1 to 200 characters")]
    #[non_exhaustive]
    Blank {
        /// The facet of the word.
        facet: Facet,
        /// The word.
        word: Code,
        /// The language.
        locale: Locale,
    },
    /// The text is too long.
    #[error("label of {facet} `{word}` in `{locale}` is too long, expected 1 to 200 characters")]
    #[non_exhaustive]
    TooLong {
        /// The facet of the word.
        facet: Facet,
        /// The word.
        word: Code,
        /// The language.
        locale: Locale,
    },
    /// The text begins or ends with white space.
    #[error(
        "label of {facet} `{word}` in `{locale}` begins or ends with white space, expected 1 to 200 characters"
    )]
    #[non_exhaustive]
    Padded {
        /// The facet of the word.
        facet: Facet,
        /// The word.
        word: Code,
        /// The language.
        locale: Locale,
    },
    /// The text has a control character, or one that shows nothing.
    #[error(
        "label of {facet} `{word}` in `{locale}` has {} at byte {at}, expected visible characters",
        Shown(*character)
    )]
    #[non_exhaustive]
    Control {
        /// The facet of the word.
        facet: Facet,
        /// The word.
        word: Code,
        /// The language.
        locale: Locale,
        /// The character.
        character: char,
        /// The byte it starts at.
        at: usize,
    },
}

codes! {
    LabelError "label" {
        Blank = "blank", "Write the label, or leave the entry out.";
        TooLong = "too-long", "Shorten the label to 200 characters.";
        Padded = "padded", "Remove the white space at the ends of the label.";
        Control = "control", "Remove the control or invisible character.";
    }
}
