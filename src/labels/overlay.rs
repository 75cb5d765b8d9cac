//! The texts that an organisation brings: languages that are not built in, and other words for those that are.
//!
//! Every text for people has a key that never changes. A phrase has a topic and a name (`account.due`), an error its
//! code (`case.stale`), and a word its vocabulary and its code (`category/spare-parts`, `stage/closed`,
//! `facet/category`). An overlay is a map from keys to texts, so that any file of texts is one.
//!
//! A text is looked for in the languages of [`Locale::chain`], then in the language that
//! [`with_fallback`](Labels::with_fallback) names and those of its chain, and then in English. Each language is searched
//! in the overlay first. A built-in language has all standard texts, so that nothing behind it is asked for them.

use alloc::borrow::Cow;
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::faults::Faults;
use crate::labels::phrase::{Phrase, places};
use crate::labels::{FACET, LabelError, Labels, closed, phrases};
use crate::text::blank::hidden;
use crate::text::distance::meant;
use crate::text::excerpt::Excerpt;
use crate::vocab::closed::Closed;
use crate::vocab::{Code, Facet, Locale};

/// The longest text, in characters.
const MAX: usize = 1_000;

impl Labels {
    /// Sets a text in one language by its key, instead of any text that it had.
    ///
    /// Keys are listed by [`missing`](Self::missing). What stands in braces is a place for a value, such as
    /// `fällig {due}`: the text needs each place of the standard text at least once, and no other.
    ///
    /// # Errors
    ///
    /// Returns a [`LabelError`] if there is no such key, if a place is missing or unknown, or if the text is empty, too
    /// long, or contains a character that cannot be seen.
    ///
    /// # Example: a misspelt place
    ///
    /// ```
    /// use redress::labels::Labels;
    ///
    /// let german = "de".parse()?;
    /// let error = Labels::standard().with_text("account.due", german, "fällig {duee}").unwrap_err();
    /// assert_eq!(error.to_string(), "text `account.due` in `de` has an unknown place `{duee}`, expected `due`");
    /// # Ok::<(), redress::vocab::error::LocaleError>(())
    /// ```
    pub fn with_text(mut self, key: &str, locale: Locale, text: &str) -> Result<Self, LabelError> {
        self.add_text(key, locale, text)?;
        Ok(self)
    }

    /// Sets many texts in one language by their keys. [`with_text`](Self::with_text) says what is checked.
    ///
    /// The example of [`Labels`] shows it.
    ///
    /// # Errors
    ///
    /// Returns every [`LabelError`], in the order of the texts.
    pub fn with_texts<K: AsRef<str>, T: AsRef<str>>(
        mut self,
        locale: Locale,
        texts: impl IntoIterator<Item = (K, T)>,
    ) -> Result<Self, Faults<LabelError>> {
        let texts = texts.into_iter();
        let faults = texts.filter_map(|(key, text)| self.add_text(key.as_ref(), locale, text.as_ref()).err());
        let faults = faults.collect();
        Faults::none_or(faults, self)
    }

    /// Sets the language in which a text is looked for if a language does not have it. The default is English for
    /// languages that are not built in, and none for the others.
    ///
    /// ```
    /// use redress::labels::Labels;
    /// use redress::vocab::{Category, Locale};
    ///
    /// let german = "de".parse()?;
    /// let labels = Labels::standard().with_fallback(Locale::ZhHans);
    /// assert_eq!(labels.label(&Category::SPARE_PARTS, german), "备件供应");
    /// # Ok::<(), redress::vocab::error::LocaleError>(())
    /// ```
    #[must_use]
    pub const fn with_fallback(mut self, locale: Locale) -> Self {
        self.fallback = Some(locale);
        self
    }

    /// Returns the language that [`with_fallback`](Self::with_fallback) has set.
    #[must_use]
    pub const fn fallback(&self) -> Option<Locale> {
        self.fallback
    }

    /// Returns the text with this key as it is shown in a language, with its places. `None` if there is no such key,
    /// or if it is the code of an error in English, whose text is that of its `Display`.
    ///
    /// ```
    /// use redress::labels::Labels;
    /// use redress::vocab::Locale;
    ///
    /// let labels = Labels::standard();
    /// assert_eq!(labels.text("account.due", Locale::En).as_deref(), Some("due {due}"));
    /// assert_eq!(labels.text("stage/closed", Locale::ZhHant).as_deref(), Some("已結案"));
    /// assert_eq!(labels.text("stage/shut", Locale::En), None);
    /// ```
    #[must_use]
    pub fn text(&self, key: &str, locale: Locale) -> Option<Cow<'_, str>> {
        match Named::of(key)? {
            Named::Phrase(phrase) => self.template(phrase, locale).map(Cow::Borrowed),
            Named::Closed(word) => {
                let found = self.find_text(locale, || key.into(), |locale| Some(word.label(locale)));
                Some(Cow::Borrowed(found))
            }
            Named::Facet(facet) => Some(Cow::Owned(self.facet(&facet, locale).to_string())),
            Named::Word(facet, code) => Some(Cow::Owned(self.label_of(facet, &code, locale).to_string())),
        }
    }

    /// Returns the keys of all standard texts that a language lacks, so that they are shown in another language.
    ///
    /// A language has the texts of each language of its [`chain`](Locale::chain). Nothing is missing in a built-in
    /// language. With [`standard`](Self::standard) labels and a new language, this is the list of all that can be
    /// translated.
    #[must_use]
    pub fn missing(&self, locale: Locale) -> Vec<String> {
        let chain: Vec<Locale> = locale.chain().collect();
        if chain.iter().any(Locale::is_built_in) {
            return Vec::new();
        }
        let has = |key: &str| {
            chain.iter().any(|locale| self.texts.get(locale).is_some_and(|texts| texts.contains_key(key)))
        };
        let phrases = phrases::ALL.iter().copied().flatten().map(|phrase| phrase.key.to_string());
        let facets = Facet::ALL.iter().map(|facet| format!("{FACET}/{facet}"));
        let closed = closed::all().into_iter().map(|word| word.key);
        let mut missing: Vec<String> = phrases.chain(facets).chain(closed).filter(|key| !has(key)).collect();
        for facet in Facet::ALL {
            let lacks = |code: &Code| chain.iter().all(|locale| self.own(*facet, code, *locale).is_none());
            let codes = facet.standard_codes().into_iter().filter(lacks);
            missing.extend(codes.map(|code| format!("{facet}/{code}")));
        }
        missing
    }

    /// Returns the texts of the organisation that are no labels of words in a built-in language.
    pub(crate) fn overlay(&self) -> impl Iterator<Item = (Locale, String, &str)> + '_ {
        let texts = self.texts.iter().flat_map(|(locale, texts)| {
            texts.iter().map(|(key, text)| (*locale, String::from(&**key), &**text))
        });
        let words = self.own.iter().filter(|((_, _, locale), _)| !locale.is_built_in());
        let words = words.map(|((facet, code, locale), text)| (*locale, format!("{facet}/{code}"), &**text));
        let facets = self.facets.iter().filter(|((_, locale), _)| !locale.is_built_in());
        let facets = facets.map(|((facet, locale), text)| (*locale, format!("{FACET}/{facet}"), &**text));
        texts.chain(words).chain(facets)
    }

    /// Returns the languages in which a text is looked for, the best first.
    pub(super) fn lookups(&self, locale: Locale) -> impl Iterator<Item = Locale> + '_ {
        let reaches = |locale: Locale| locale.chain().any(|locale| locale.is_built_in());
        let complete = reaches(locale) || self.fallback.is_some_and(reaches);
        let fallback = self.fallback.into_iter().flat_map(Locale::chain);
        locale.chain().chain(fallback).chain((!complete).then_some(Locale::En))
    }

    /// Returns the text of a phrase, with its places. Empty for an error in English.
    pub(crate) fn phrase(&self, phrase: &'static Phrase, locale: Locale) -> &str {
        self.template(phrase, locale).unwrap_or_default()
    }

    /// Returns the text of a phrase, with its places. `None` for an error whose text is that of its `Display`.
    pub(crate) fn template(&self, phrase: &'static Phrase, locale: Locale) -> Option<&str> {
        let text = self.find_text(locale, || phrase.key.into(), |locale| Some(locale.pick(phrase.texts)));
        (!text.is_empty()).then_some(text)
    }

    /// Returns the label of a closed word.
    pub(crate) fn closed<C: Closed>(&self, word: C, locale: Locale) -> &str {
        self.find_text(locale, || closed::key(word).into(), |locale| Some(word.standard_label(locale)))
    }

    /// Finds a text: that of the overlay, or the standard one, in the first language that has one.
    pub(super) fn find_text<'a, 'k>(
        &'a self,
        locale: Locale,
        key: impl Fn() -> Cow<'k, str>,
        standard: impl Fn(Locale) -> Option<&'a str>,
    ) -> &'a str {
        // Without an overlay, which is nearly always, no key is made.
        let key = (!self.texts.is_empty()).then(key);
        let found = self.lookups(locale).find_map(|locale| {
            let own = key.as_ref().and_then(|key| self.texts.get(&locale)?.get(&**key)).map(|text| &**text);
            own.or_else(|| if locale.is_built_in() { standard(locale) } else { None })
        });
        found.or_else(|| standard(Locale::En)).unwrap_or_default()
    }

    /// Sets a text by its key.
    pub(crate) fn add_text(&mut self, key: &str, locale: Locale, text: &str) -> Result<(), LabelError> {
        let named = Named::of(key).ok_or_else(|| LabelError::UnknownKey {
            key: Excerpt::of(key),
            near: near(key, phrases::ALL.iter().copied().flatten().map(|phrase| phrase.key)),
        })?;
        match named {
            Named::Word(facet, code) => return self.add(facet, code, locale, text),
            Named::Facet(Facet::Own(own)) => return self.add_facet(own, locale, text),
            Named::Facet(_) | Named::Closed(_) => check(key, locale, text, None)?,
            Named::Phrase(phrase) => check(key, locale, text, Some(phrase))?,
        }
        self.texts.entry(locale).or_default().insert(key.into(), text.into());
        Ok(())
    }
}

/// What a key names.
enum Named {
    Phrase(&'static Phrase),
    Closed(closed::ClosedText),
    Facet(Facet),
    Word(Facet, Code),
}

impl Named {
    fn of(key: &str) -> Option<Self> {
        let Some((vocabulary, word)) = key.split_once('/') else {
            let mut all = phrases::ALL.iter().copied().flatten();
            return all.find(|phrase| phrase.key == key).map(|phrase| Self::Phrase(phrase));
        };
        if vocabulary == FACET {
            return word.parse().ok().map(Self::Facet);
        }
        if let Some(word) = closed::all().into_iter().find(|word| word.key == key) {
            return Some(Self::Closed(word));
        }
        Some(Self::Word(vocabulary.parse().ok()?, word.parse().ok()?))
    }
}

fn check(key: &str, locale: Locale, text: &str, phrase: Option<&Phrase>) -> Result<(), LabelError> {
    let key = Excerpt::of(key);
    let problem = |problem| Err(LabelError::Text { key, locale, problem });
    if text.is_empty() {
        return problem("is empty");
    }
    if text.chars().nth(MAX).is_some() {
        return problem("is too long");
    }
    if hidden(text).is_some() {
        return problem("has a character that cannot be seen");
    }
    let wanted = phrase.map_or(BTreeSet::new(), Phrase::places);
    let mut found = BTreeSet::new();
    for place in places(text) {
        let place = place.ok_or(LabelError::Brace { key, locale })?;
        if !wanted.contains(place) {
            let near = near(place, wanted.iter().copied());
            return Err(LabelError::UnknownPlace { key, locale, place: Excerpt::of(place), near });
        }
        found.insert(place);
    }
    let missing = wanted.iter().find(|place| !found.contains(**place));
    missing.map_or(Ok(()), |place| Err(LabelError::MissingPlace { key, locale, place }))
}

/// Finds the name that a misspelt one was meant to be.
fn near<'a>(text: &str, names: impl IntoIterator<Item = &'a str>) -> Option<Excerpt> {
    meant(text, names).map(|(_, name)| Excerpt::of(name))
}
