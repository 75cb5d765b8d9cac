//! The renderer itself: its language, its labels, and how it fills a phrase.

use alloc::format;
use alloc::string::String;

use crate::labels::Labels;
use crate::labels::phrase::{Phrase, Value, fill};
use crate::labels::phrases;
use crate::policy::Policy;
use crate::vocab::{Locale, Word};

/// Writes answers as text for people, in one language, with the labels of an organisation.
///
/// The text is for people only. No part of the crate reads it, and it may improve in any version. A program should read
/// the answer itself, such as an [`Explanation`](crate::triage::Explanation).
///
/// ```
/// use redress::render::Renderer;
/// use redress::sample;
/// use redress::triage::{History, triage};
/// use redress::vocab::Locale;
///
/// let policy = sample::policy()?;
/// let account = triage(&policy, &sample::complaint()?, &History::none())?.explain();
/// let (english, chinese) = (Renderer::of(&policy, Locale::En), Renderer::of(&policy, Locale::ZhHans));
/// assert_eq!(english.short(&account), "general, the default: no rule holds; 2 working days");
/// assert_eq!(chinese.short(&account), "一般（缺省，无规则成立）；2 个工作日");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Renderer<'a> {
    pub(crate) labels: &'a Labels,
    pub(crate) locale: Locale,
}

impl<'a> Renderer<'a> {
    /// Makes a renderer with a language and your own labels.
    #[must_use]
    pub const fn new(labels: &'a Labels, locale: Locale) -> Self {
        Self { labels, locale }
    }

    /// Makes a renderer with a language and the labels of a policy.
    #[must_use]
    pub fn of(policy: &'a Policy, locale: Locale) -> Self {
        Self { labels: policy.labels(), locale }
    }

    pub(super) fn label<'l, W: Word>(&'l self, word: &'l W) -> &'l str {
        self.labels.label(word, self.locale)
    }

    /// Writes a phrase with values in its places.
    pub(crate) fn told(&self, phrase: &'static Phrase, values: &[Value<'_>]) -> String {
        fill(self.labels.phrase(phrase, self.locale), values)
    }

    /// Returns a phrase without places.
    pub(crate) fn plain(&self, phrase: &'static Phrase) -> &'a str {
        self.labels.phrase(phrase, self.locale)
    }

    pub(super) fn semicolon(&self) -> &'a str {
        self.plain(phrases::MARK_SEMICOLON)
    }
}

/// Writes a citation behind a rule. Empty for a rule without one.
pub(super) fn cited(citation: &str) -> String {
    if citation.is_empty() { String::new() } else { format!(" [{citation}]") }
}
