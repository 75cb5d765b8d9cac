//! The words of a policy as a document.

use alloc::string::String;
use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize};

use crate::labels::Labels;
use crate::policy::limits::MAX_DECLARED_WORDS;
use crate::taxonomy::{Declared, Taxonomy};
use crate::text::list::list;
use crate::text::map_only::map_only;
use crate::vocab::{Code, Facet, Locale, OwnFacet};

/// A facet that keeps only some of its standard words. Its words in [`words`](WordDocument) are added to them.
///
/// # Example
///
/// ```
/// use redress::policy::PolicyDocument;
/// use redress::sample;
/// use redress::vocab::Facet;
///
/// let document = PolicyDocument::of(&sample::policy()?);
/// assert_eq!(document.only[0].facet, Facet::Category);
/// assert_eq!(document.only[0].words.len(), 2); // the shop uses two of the standard categories
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
#[expect(clippy::exhaustive_structs, reason = "a plain document: its fields are its interface")]
pub struct OnlyDocument {
    /// The facet.
    pub facet: Facet,
    /// The standard words that the facet keeps. Words that are declared in `words` may be named too.
    #[serde(deserialize_with = "codes")]
    pub words: Vec<Code>,
}

map_only!(OnlyDocument, "the words of a facet");

/// The labels of a facet that the organisation adds.
///
/// # Example
///
/// ```
/// use redress::policy::document::FacetDocument;
///
/// let store: FacetDocument = serde_json::from_str(r#"{"facet": "acme:store", "en": "store"}"#)?;
/// assert_eq!(store.en.as_deref(), Some("store"));
/// assert_eq!(store.zh_hans, None); // no label in simplified Chinese
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
#[expect(clippy::exhaustive_structs, reason = "a plain document: its fields are its interface")]
pub struct FacetDocument {
    /// The facet, such as `acme:store`.
    pub facet: OwnFacet,
    /// The English label. `None` keeps the standard label, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
    /// The label in simplified Chinese. `None` keeps the standard label, if there is one.
    #[serde(default, rename = "zh-Hans", skip_serializing_if = "Option::is_none")]
    pub zh_hans: Option<String>,
    /// The label in traditional Chinese. `None` keeps the standard label, if there is one.
    #[serde(default, rename = "zh-Hant", skip_serializing_if = "Option::is_none")]
    pub zh_hant: Option<String>,
}

map_only!(FacetDocument, "a facet");

impl FacetDocument {
    pub(super) fn of(facet: OwnFacet, labels: &Labels) -> Self {
        let label = |locale| labels.own_facet(facet, locale).map(Into::into);
        let [en, simplified, traditional] = [Locale::En, Locale::ZhHans, Locale::ZhHant].map(label);
        Self { facet, en, zh_hans: simplified, zh_hant: traditional }
    }

    pub(super) fn labels(&self) -> impl Iterator<Item = (Locale, &str)> {
        let texts =
            [(Locale::En, &self.en), (Locale::ZhHans, &self.zh_hans), (Locale::ZhHant, &self.zh_hant)];
        texts.into_iter().filter_map(|(locale, text)| Some((locale, text.as_deref()?)))
    }
}

/// A word with its labels and the days on which it is in use. It may be a new word, or a standard word with another
/// label or with an end.
///
/// # Example: a standard word that is no longer used
///
/// ```
/// use redress::policy::document::WordDocument;
///
/// let word: WordDocument =
///     serde_json::from_str(r#"{"facet": "category", "word": "spare-parts", "until": "2026-06-30"}"#)?;
/// assert_eq!(word.until, "2026-06-30".parse().ok());
/// assert_eq!(word.en, None); // keeps its standard label
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
#[expect(clippy::exhaustive_structs, reason = "a plain document: its fields are its interface")]
pub struct WordDocument {
    /// The facet of the word.
    pub facet: Facet,
    /// The code of the word.
    pub word: Code,
    /// The English label. `None` keeps the standard label, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
    /// The label in simplified Chinese. `None` keeps the standard label, if there is one.
    #[serde(default, rename = "zh-Hans", skip_serializing_if = "Option::is_none")]
    pub zh_hans: Option<String>,
    /// The label in traditional Chinese. `None` keeps the standard label, if there is one.
    #[serde(default, rename = "zh-Hant", skip_serializing_if = "Option::is_none")]
    pub zh_hant: Option<String>,
    /// The first day on which the word is in use. `None` if it always was.
    #[serde(default, with = "crate::calendar::date::option", skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// The last day on which the word is in use. `None` if it has no end.
    #[serde(default, with = "crate::calendar::date::option", skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
}

map_only!(WordDocument, "a word");

fn codes<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Code>, D::Error> {
    list(MAX_DECLARED_WORDS, deserializer)
}

/// The words of a taxonomy and their labels, as far as they differ from the standard ones.
pub(in crate::policy) fn described(
    taxonomy: &Taxonomy,
    labels: &Labels,
) -> (Vec<OnlyDocument>, Vec<WordDocument>) {
    let (mut only, mut words) = (Vec::new(), Vec::new());
    // In the order of the facets and of the codes.
    let declared: Vec<(Facet, Declared<Code>)> = taxonomy.declarations().collect();
    let mut rest = declared.as_slice();
    for facet in taxonomy.facets() {
        let standard = facet.standard_codes();
        let (own, behind) = rest.split_at(rest.partition_point(|(of, _)| *of <= facet));
        rest = behind;
        let has = |code: &Code| own.binary_search_by_key(code, |(_, declared)| declared.word).is_ok();
        let complete = standard.iter().all(has);
        let unchanged = complete && own.len() == standard.len();
        let mut plain = Vec::new();
        for (_, declared) in own {
            let code = declared.word;
            let label = |locale| labels.own(facet, &code, locale);
            let texts = [Locale::En, Locale::ZhHans, Locale::ZhHant].map(label);
            let days = [declared.first_day, declared.last_day];
            let is_standard = unchanged || standard.contains(&code);
            if is_standard && texts == [None; 3] && days == [None; 2] {
                plain.push(code);
                continue;
            }
            let [en, simplified, traditional] = texts.map(|text| text.map(Into::into));
            words.push(WordDocument {
                facet,
                word: code,
                en,
                zh_hans: simplified,
                zh_hant: traditional,
                from: declared.first_day,
                until: declared.last_day,
            });
        }
        if !complete {
            only.push(OnlyDocument { facet, words: plain });
        }
    }
    (only, words)
}
