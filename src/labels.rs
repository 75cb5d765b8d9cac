//! What a word is called for people, in each language.
//!
//! Labels are for screens and letters. They are never compared, stored in a case, or shown in an error: there
//! a word is its code.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;

use crate::coded::codes;
use crate::text::blank::hidden;
use crate::vocab::{Code, Facet, Input, Locale, OwnFacet, Shown, Word};

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
    own: BTreeMap<(Facet, Code, Locale), Box<str>>,
    /// How the facets are called that the organisation adds.
    facets: BTreeMap<(OwnFacet, Locale), Box<str>>,
}

impl Labels {
    /// The labels of the standard words alone.
    #[must_use]
    pub const fn standard() -> Self {
        Self { own: BTreeMap::new(), facets: BTreeMap::new() }
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

    /// Labels a facet that the organisation adds, in one language, before any label it had there.
    ///
    /// # Errors
    ///
    /// Returns a [`LabelError`] as [`Labels::with_label`] does, with the name of the facet as its word.
    ///
    /// ```
    /// use redress::labels::Labels;
    /// use redress::vocab::{Facet, Locale, OwnFacet};
    /// use redress::word;
    ///
    /// const STORE: OwnFacet = word!(OwnFacet, "acme:store");
    /// let labels = Labels::standard().with_facet_label(STORE, Locale::En, "store")?;
    /// assert_eq!(labels.facet(&Facet::Own(STORE), Locale::En), "store");
    /// assert_eq!(labels.facet(&Facet::Category, Locale::En), "category");
    /// # Ok::<(), redress::labels::LabelError>(())
    /// ```
    pub fn with_facet_label(
        mut self,
        facet: OwnFacet,
        locale: Locale,
        text: &str,
    ) -> Result<Self, LabelError> {
        self.add_facet(facet, locale, text)?;
        Ok(self)
    }

    pub(crate) fn add_facet(
        &mut self,
        facet: OwnFacet,
        locale: Locale,
        text: &str,
    ) -> Result<(), LabelError> {
        check(Facet::Own(facet), facet.code(), locale, text)?;
        self.facets.insert((facet, locale), text.into());
        Ok(())
    }

    /// How a facet is called; one that the organisation adds and does not label is called by its name.
    #[must_use]
    pub fn facet<'a>(&'a self, facet: &'a Facet, locale: Locale) -> &'a str {
        let own = if let Facet::Own(own) = facet { self.own_facet(*own, locale) } else { None };
        own.unwrap_or_else(|| facet.label(locale))
    }

    /// How an input is called.
    pub(crate) fn input<'a>(&'a self, input: &'a Input, locale: Locale) -> &'a str {
        if let Input::Word(facet @ Facet::Own(_)) = input {
            self.facet(facet, locale)
        } else {
            input.label(locale)
        }
    }

    /// The organisation's label of a facet of its own, if it gave one.
    pub(crate) fn own_facet(&self, facet: OwnFacet, locale: Locale) -> Option<&str> {
        self.facets.get(&(facet, locale)).map(|text| &**text)
    }

    /// The facets that the organisation labels, each once.
    pub(crate) fn labelled_facets(&self) -> impl Iterator<Item = OwnFacet> + '_ {
        let mut last = None;
        self.facets
            .keys()
            .filter_map(move |&(facet, _)| (last.replace(facet) != Some(facet)).then_some(facet))
    }

    /// The words that the organisation labels, each with its facet and a language.
    pub(crate) fn labelled(&self) -> impl Iterator<Item = (Facet, Code, Locale)> + '_ {
        self.own.keys().copied()
    }

    /// The organisation's own label of a word, if it gave one.
    pub(crate) fn own(&self, facet: Facet, code: &Code, locale: Locale) -> Option<&str> {
        self.own.get(&(facet, *code, locale)).map(|text| &**text)
    }

    /// Labels a word of a facet in one language.
    pub(crate) fn add(
        &mut self,
        facet: Facet,
        code: Code,
        locale: Locale,
        text: &str,
    ) -> Result<(), LabelError> {
        check(facet, code, locale, text)?;
        self.own.insert((facet, code, locale), text.into());
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
            .or_else(|| (facet == Facet::FormField).then(|| self.field_of_facet(code, locale))?)
            .unwrap_or(code.as_str())
    }

    /// How the field of a form reads that asks for the words of a facet.
    fn field_of_facet(&self, field: &Code, locale: Locale) -> Option<&str> {
        if let Ok(own) = field.as_str().parse() {
            return self.own_facet(own, locale);
        }
        Facet::ALL.iter().find(|facet| facet.as_str() == field.as_str()).map(|facet| facet.label(locale))
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
            let mut own = self.own.iter().filter(|(key, label)| key.0 == facet && ***label == *text);
            if let Some(((_, code, _), _)) = own.next() {
                return own.all(|((_, other, _), _)| other == code).then_some(*code);
            }
            if let Some(code) = facet.by_label(text) {
                return Some(code);
            }
        }
        None
    }

    /// The word under a parent that a person means by a label, in any language: words under different parents may have
    /// one label, as `other` is under each of many groups.
    ///
    /// ```
    /// use redress::labels::Labels;
    /// use redress::vocab::{Category, Locale};
    /// use redress::word;
    ///
    /// let (card, loan) = (word!(Category, "acme:card"), word!(Category, "acme:loan"));
    /// let (other_card, other_loan) = (word!(Category, "acme:card.other"), word!(Category, "acme:loan.other"));
    /// let labels = Labels::standard()
    ///     .with_label(other_card, Locale::En, "Other")?
    ///     .with_label(other_loan, Locale::En, "Other")?;
    ///
    /// assert_eq!(labels.by_label_under(card, "Other"), Some(other_card));
    /// assert_eq!(labels.by_label_under(loan, "Other"), Some(other_loan));
    /// assert_eq!(labels.by_label::<Category>("Other"), None); // which of the two?
    /// # Ok::<(), redress::labels::LabelError>(())
    /// ```
    #[must_use]
    pub fn by_label_under<W: Word>(&self, parent: W, text: &str) -> Option<W> {
        self.code_by_label_under(W::FACET, parent.code(), text).map(W::from_code)
    }

    /// The same of a code, where the word's type is not at hand.
    #[must_use]
    pub fn code_by_label_under(&self, facet: Facet, parent: &Code, text: &str) -> Option<Code> {
        let is_child = |code: &Code| code.parent().as_ref() == Some(parent);
        let mut own = self
            .own
            .iter()
            .filter(|((of, code, _), label)| *of == facet && is_child(code) && ***label == *text);
        if let Some(((_, code, _), _)) = own.next() {
            return own.all(|((_, other, _), _)| other == code).then_some(*code);
        }
        let labelled = |code: &Code| {
            let labels = Locale::ALL.iter().filter_map(|locale| facet.standard_label(code, *locale));
            labels.chain(facet.aliases_of(code).iter().copied()).any(|label| label == text)
        };
        facet.standard_codes().into_iter().find(|code| is_child(code) && labelled(code))
    }

    fn find(&self, facet: Facet, code: &Code, locale: Locale) -> Option<&str> {
        let own = self.own.get(&(facet, *code, locale)).map(AsRef::as_ref);
        own.or_else(|| facet.standard_label(code, locale))
    }
}

/// Checks a label.
fn check(facet: Facet, code: Code, locale: Locale, text: &str) -> Result<(), LabelError> {
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
    Ok(())
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
