//! Makes words of the texts in a column.

use std::collections::{BTreeMap, BTreeSet};

use redress::labels::{LabelError, Labels};
use redress::taxonomy::Taxonomy;
use redress::vocab::error::{CodeError, Excerpt};
use redress::vocab::{Code, Locale, Word};

/// The longest text that becomes a word.
const LONGEST_TEXT: usize = 200;

/// The words of a column: each text has one of its own.
pub(crate) struct Words<W> {
    by_text: BTreeMap<String, W>,
    taken: BTreeSet<W>,
}

impl<W: Word> Words<W> {
    /// No words but these, which were written down.
    pub(crate) fn known<'t>(known: impl IntoIterator<Item = (&'t str, W)>) -> Self {
        let by_text: BTreeMap<String, W> =
            known.into_iter().map(|(text, word)| (text.to_owned(), word)).collect();
        let taken = by_text.values().copied().collect();
        Self { by_text, taken }
    }

    /// Makes a word of a text under a parent, such as `nyc:noise`, or behind a prefix, such as `nyc:`. A text
    /// that is known keeps its word.
    pub(crate) fn learn(&mut self, parent: &str, text: &str) {
        if text.is_empty() || text.len() > LONGEST_TEXT || self.by_text.contains_key(text) {
            return;
        }
        // The plain code, unless it is too long or belongs to another text; then one with a mark of the text.
        let (plain, mark) = (spelled(parent, text), mark(text));
        let marked = (0..).map_while(|more| cut(&plain, mark.wrapping_add(more)).ok());
        let word = plain.parse().ok().into_iter().chain(marked).find(|word| !self.taken.contains(word));
        if let Some(word) = word {
            self.taken.insert(word);
            self.by_text.insert(text.to_owned(), word);
        }
    }

    /// The word of a text; `None` for an empty text.
    pub(crate) fn of(&self, column: &str, text: &str) -> Result<Option<W>, String> {
        if text.is_empty() {
            return Ok(None);
        }
        let known = self.by_text.get(text).copied().map(Some);
        known.ok_or_else(|| {
            format!("{column} `{}` of {} bytes is no word of the policy", Excerpt::of(text), text.len())
        })
    }

    pub(crate) fn all(&self) -> impl Iterator<Item = W> + '_ {
        self.by_text.values().copied()
    }

    /// Makes these the only words of their facet.
    pub(crate) fn declare(&self, taxonomy: Taxonomy) -> Taxonomy {
        taxonomy.with_only(&self.all().collect::<Vec<_>>())
    }

    /// Labels each word with its text; standard words have labels.
    pub(crate) fn label(&self, labels: Labels) -> Result<Labels, LabelError> {
        let mut texts =
            self.by_text.iter().filter(|(_, word)| W::standard_label(word.code(), Locale::En).is_none());
        texts.try_fold(labels, |labels, (text, word)| {
            labels.with_label(*word, Locale::En, Excerpt::of(text).as_str())
        })
    }
}

/// `Noise - Residential` under `nyc:` is `nyc:noise.residential`: a dash between spaces makes a child, and
/// what is neither letter nor digit a hyphen.
pub(crate) fn spelled(parent: &str, text: &str) -> String {
    let mut code = parent.to_owned();
    for part in text.split(" - ") {
        let words = part.split(|character: char| !character.is_ascii_alphanumeric());
        let words: Vec<_> = words.filter(|word| !word.is_empty()).map(str::to_ascii_lowercase).collect();
        if !words.is_empty() {
            if !code.ends_with(':') {
                code.push('.');
            }
            code.push_str(&words.join("-"));
        }
    }
    code
}

/// A code that is short enough, with a mark at its end.
fn cut<W: Word>(code: &str, mark: u32) -> Result<W, CodeError> {
    let mark = format!("{mark:08x}");
    let kept: String = code.chars().take(Code::MAX_LENGTH - mark.len() - 1).collect();
    let kept = kept.trim_end_matches(['-', '.']);
    let hyphen = if kept.ends_with(':') { "" } else { "-" };
    format!("{kept}{hyphen}{mark}").parse()
}

/// A number that differs between texts, the same on every machine: FNV-1a.
fn mark(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
