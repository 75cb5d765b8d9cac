//! Labels: what a word is called on screens and in letters, in each language.
//!
//! A label is for people only. Labels are never compared, stored in a case, or shown in an error: there, a word is its
//! code.

mod closed;
mod overlay;
pub(crate) mod phrase;
pub(crate) mod phrases;

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::format;
use core::fmt;

use crate::coded::codes;
use crate::text::blank::hidden;
use crate::text::excerpt::Excerpt;
use crate::vocab::{Code, Facet, Input, Locale, OwnFacet, Shown, Word};

/// The longest label, in characters.
const MAX: usize = 200;

/// The labels of every word in every language: those of your organisation first, then the standard ones.
///
/// # Example: a label of your own
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
/// assert_eq!(labels.label(&lounge, Locale::ZhHans), "acme:vip-lounge"); // no label: the code
/// assert_eq!(labels.label(&Category::SPARE_PARTS, Locale::ZhHans), "备件供应");
/// # Ok::<(), redress::labels::LabelError>(())
/// ```
///
/// # Example: a language of your own
///
/// ```
/// use redress::labels::Labels;
/// use redress::vocab::{Category, Locale, Stage};
///
/// let german: Locale = "de".parse()?;
/// let texts = [("category/spare-parts", "Ersatzteile"), ("account.due", "fällig {due}")];
/// let labels = Labels::standard().with_texts(german, texts)?;
///
/// let austrian: Locale = "de-AT".parse()?;
/// assert_eq!(labels.label(&Category::SPARE_PARTS, austrian), "Ersatzteile"); // from `de`
/// assert_eq!(labels.label(&Category::PRODUCT_QUALITY, austrian), "product quality"); // no text: English
/// assert!(labels.missing(austrian).iter().any(|key| key == "category/product-quality"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Labels {
    own: BTreeMap<(Facet, Code, Locale), Box<str>>,
    /// The names of the facets that the organisation adds.
    facets: BTreeMap<(OwnFacet, Locale), Box<str>>,
    /// The other texts of the organisation, by their keys: phrases, closed words, and the standard facets.
    texts: BTreeMap<Locale, BTreeMap<Box<str>, Box<str>>>,
    /// The language to which every language falls back.
    fallback: Option<Locale>,
}

impl Labels {
    /// Returns the labels of the standard words.
    #[must_use]
    pub const fn standard() -> Self {
        Self { own: BTreeMap::new(), facets: BTreeMap::new(), texts: BTreeMap::new(), fallback: None }
    }

    /// Sets the label of a word in one language, instead of any label that it had. Standard words can be renamed too.
    ///
    /// # Errors
    ///
    /// Returns a [`LabelError`] if the text is empty, longer than 200 characters, begins or ends with white space, or
    /// contains a character that cannot be seen or changes the direction of writing.
    ///
    /// # Example: a line break is not allowed
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

    /// Sets the name of a facet that the organisation adds, in one language, instead of any name that it had.
    ///
    /// # Errors
    ///
    /// Returns a [`LabelError`] in the same cases as [`Labels::with_label`]. Its word is the code of the facet.
    ///
    /// # Example
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

    /// Returns the name of a facet. A facet of the organisation without a label is called by its code.
    #[must_use]
    pub fn facet<'a>(&'a self, facet: &'a Facet, locale: Locale) -> &'a str {
        if let Facet::Own(own) = facet {
            let label = self.lookups(locale).find_map(|locale| self.own_facet(*own, locale));
            return label.unwrap_or(facet.as_str());
        }
        self.find_text(locale, || format!("{FACET}/{facet}").into(), |locale| Some(facet.label(locale)))
    }

    /// Returns the name of an input.
    pub(crate) fn input<'a>(&'a self, input: &'a Input, locale: Locale) -> &'a str {
        match input {
            Input::Word(Facet::Department) => self.phrase(phrases::MARK_UNIT, locale),
            Input::Word(Facet::Cause) => self.phrase(phrases::MARK_CAUSE, locale),
            Input::Severity => self.phrase(phrases::MARK_SEVERITY, locale),
            Input::Word(facet) => self.facet(facet, locale),
        }
    }

    /// Returns the organisation's label of a facet that it adds, if there is one.
    pub(crate) fn own_facet(&self, facet: OwnFacet, locale: Locale) -> Option<&str> {
        self.facets.get(&(facet, locale)).map(|text| &**text)
    }

    /// Returns the facets that the organisation labels, each once.
    pub(crate) fn labelled_facets(&self) -> impl Iterator<Item = OwnFacet> + '_ {
        let mut last = None;
        self.facets
            .keys()
            .filter_map(move |&(facet, _)| (last.replace(facet) != Some(facet)).then_some(facet))
    }

    /// Returns the words that the organisation labels, each with its facet and a language.
    pub(crate) fn labelled(&self) -> impl Iterator<Item = (Facet, Code, Locale)> + '_ {
        self.own.keys().copied()
    }

    /// Returns the organisation's own label of a word, if there is one.
    pub(crate) fn own(&self, facet: Facet, code: &Code, locale: Locale) -> Option<&str> {
        self.own.get(&(facet, *code, locale)).map(|text| &**text)
    }

    /// Sets the label of a word of a facet in one language.
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

    /// Returns the label of a word: the organisation's label, or the standard label, or the code. This never fails.
    ///
    /// # Example: a cause that is just its group has the label of the group
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

    /// Returns the label of a code, if you know its facet but not its Rust type.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::labels::Labels;
    /// use redress::vocab::{Facet, Locale};
    ///
    /// let code = "spare-parts".parse()?;
    /// assert_eq!(Labels::standard().label_of(Facet::Category, &code, Locale::ZhHans), "备件供应");
    /// # Ok::<(), redress::vocab::error::CodeError>(())
    /// ```
    #[must_use]
    pub fn label_of<'a>(&'a self, facet: Facet, code: &'a Code, locale: Locale) -> &'a str {
        self.find(facet, code, locale)
            .or_else(|| facet.roots().and_then(|roots| self.find(roots, code, locale)))
            .or_else(|| (facet == Facet::FormField).then(|| self.field_of_facet(code, locale))?)
            .unwrap_or(code.as_str())
    }

    /// Returns the label of a form field that asks for the words of a facet.
    fn field_of_facet(&self, field: &Code, locale: Locale) -> Option<&str> {
        if let Ok(own) = field.as_str().parse() {
            return self.lookups(locale).find_map(|locale| self.own_facet(own, locale));
        }
        let facet = Facet::ALL.iter().find(|facet| facet.as_str() == field.as_str())?;
        Some(self.facet(facet, locale))
    }

    /// Returns the word that a person means by a label, in any language.
    ///
    /// The organisation's labels come first, then the standard labels and their aliases. The result is `None` if no
    /// word has this label, or if the organisation gives it to more than one word. The text must match exactly. A text
    /// is also a cause if it is the label of a cause group.
    ///
    /// # Example: labels, aliases, and the wrong facet
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

    /// Returns the code that a person means by a label, if you know its facet but not its Rust type.
    ///
    /// The rules are those of [`Labels::by_label`].
    ///
    /// # Example
    ///
    /// ```
    /// use redress::labels::Labels;
    /// use redress::vocab::Facet;
    ///
    /// let labels = Labels::standard();
    /// assert_eq!(labels.code_by_label(Facet::Category, "备件供应"), Some("spare-parts".parse()?));
    /// assert_eq!(labels.code_by_label(Facet::Channel, "备件供应"), None);
    /// # Ok::<(), redress::vocab::error::CodeError>(())
    /// ```
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

    /// Returns the child of `parent` that a person means by a label, in any language.
    ///
    /// Words under different parents may share one label: many groups have a child called "Other".
    ///
    /// # Example: two words with one label
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

    /// Does the same as [`Labels::by_label_under`] for codes, if you know their facet but not their Rust type.
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
        self.lookups(locale).find_map(|locale| {
            let own = self.own.get(&(facet, *code, locale)).map(AsRef::as_ref);
            own.or_else(|| facet.standard_label(code, locale).filter(|_| locale.is_built_in()))
        })
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

/// What the key of the name of a standard facet begins with.
const FACET: &str = "facet";

/// Why a text cannot be a label, or another text for people.
///
/// # Example
///
/// ```
/// use redress::labels::Labels;
/// use redress::vocab::{Category, Locale};
///
/// let label = |text| Labels::standard().with_label(Category::SPARE_PARTS, Locale::En, text);
/// assert_eq!(label(" ").unwrap_err().code(), "label.blank");
/// assert_eq!(label("Parts ").unwrap_err().code(), "label.padded");
/// assert!(label("Parts").is_ok());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum LabelError {
    /// The text is empty, or only white space.
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
    /// The text is longer than 200 characters.
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
        "label of {facet} `{word}` in `{locale}` begins or ends with white space; remove the white space"
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
    /// The text contains a control character, or a character that cannot be seen.
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
        /// The position of the character in the text, in bytes.
        at: usize,
    },
    /// No text has this key.
    #[error("there is no text `{key}`, expected {}", Near(*near, "a key that `missing` lists"))]
    #[non_exhaustive]
    UnknownKey {
        /// The beginning of the key.
        key: Excerpt,
        /// The key that may have been meant.
        near: Option<Excerpt>,
    },
    /// The text lacks a place.
    #[error("text `{key}` in `{locale}` lacks the place `{{{place}}}`; write it where its value belongs")]
    #[non_exhaustive]
    MissingPlace {
        /// The key of the text.
        key: Excerpt,
        /// The language.
        locale: Locale,
        /// The name of the place.
        place: &'static str,
    },
    /// The text has a place that nothing fills.
    #[error(
        "text `{key}` in `{locale}` has an unknown place `{{{place}}}`, expected {}",
        Near(*near, "a place of the standard text")
    )]
    #[non_exhaustive]
    UnknownPlace {
        /// The key of the text.
        key: Excerpt,
        /// The language.
        locale: Locale,
        /// The beginning of the name of the place.
        place: Excerpt,
        /// The name that may have been meant.
        near: Option<Excerpt>,
    },
    /// The text has a brace that is not part of a place.
    #[error("text `{key}` in `{locale}` has a lone brace, expected places such as `{{name}}`")]
    #[non_exhaustive]
    Brace {
        /// The key of the text.
        key: Excerpt,
        /// The language.
        locale: Locale,
    },
    /// The text is empty, too long, or contains a character that cannot be seen.
    #[error("text `{key}` in `{locale}` {problem}, expected 1 to 1000 visible characters")]
    #[non_exhaustive]
    Text {
        /// The key of the text.
        key: Excerpt,
        /// The language.
        locale: Locale,
        /// What is wrong with it, such as `is empty`.
        problem: &'static str,
    },
}

/// What may have been meant, or else what was expected.
struct Near(Option<Excerpt>, &'static str);

impl fmt::Display for Near {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(near) => write!(f, "`{near}`"),
            None => f.write_str(self.1),
        }
    }
}

codes! {
    LabelError "label" {
        Blank = "blank", "Write the label, or leave the entry out.";
        TooLong = "too-long", "Shorten the label to 200 characters.";
        Padded = "padded", "Remove the white space at the ends of the label.";
        Control = "control", "Remove the control or invisible character.";
        UnknownKey = "unknown-key", "Use a key that `Labels::missing` lists.";
        MissingPlace = "missing-place", "Write the place into the text.";
        UnknownPlace = "unknown-place", "Correct the name of the place, or remove it.";
        Brace = "brace", "Write braces only around the name of a place.";
        Text = "text", "Correct the text.";
    }
}
