//! The language of a text, by its BCP 47 tag.
//!
//! # Which tags are read
//!
//! Every well-formed tag: a language of two to eight letters, or of two or three with up to three extended languages of
//! three letters; then a script of four letters; a region of two letters or three digits; variants of five to eight
//! characters, or of four that begin with a digit; extensions, each a single character and subtags of two to eight; and
//! private use, `x` and subtags of one to eight. A variant or an extension that stands twice is refused, as the
//! standard demands. Whether a subtag is registered is not checked: the registry changes, and this crate does not. Of
//! the old tags that do not fit these rules, such as `i-klingon`, none is read: each has a modern form.
//!
//! Case carries no meaning in a tag. A tag is kept in the usual case (`sr-Latn-RS`), so that equal tags are equal values.
//!
//! # Falling back
//!
//! A tag loses subtags from its end until something is found, as the lookup of RFC 4647 does: `de-CH-1996`, `de-CH`,
//! `de`. A single character is dropped together with what follows it. Chinese without a script ends at the script that
//! its region writes: `zh-TW` at `zh-Hant`, `zh-SG` at `zh-Hans`. The steps are computed when they are needed: a tag has
//! at most 17 subtags.

use core::cmp::Ordering;
use core::fmt;
use core::hash::{Hash, Hasher};
use core::str::FromStr;

use crate::text::checked;
use crate::text::excerpt::Excerpt;
use crate::text::text_enum::serde_as_text;

/// A language, by its BCP 47 tag: three are built in, and texts of any other come from
/// [`Labels`](crate::labels::Labels).
///
/// Locales are ordered like their tags.
///
/// # Example: case does not matter, and is kept in one form
///
/// ```
/// use redress::vocab::{Locale, Severity};
///
/// assert_eq!("ZH-hans".parse::<Locale>()?, Locale::ZhHans);
/// assert_eq!("de-at".parse::<Locale>()?.to_string(), "de-AT");
/// assert_eq!(Severity::Serious.label(Locale::ZhHans), "严重");
/// # Ok::<(), redress::vocab::error::LocaleError>(())
/// ```
///
/// # Example: an underscore is not part of a tag
///
/// ```
/// use redress::vocab::Locale;
///
/// let error = "zh_CN".parse::<Locale>().unwrap_err();
/// assert_eq!(error.to_string(), "`zh_CN` is not a language tag, expected one such as `de`, `de-AT` or `zh-Hant`");
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[expect(
    clippy::exhaustive_enums,
    reason = "a language that becomes built in must break every embedder's match"
)]
pub enum Locale {
    /// English.
    En,
    /// Chinese in simplified characters.
    ZhHans,
    /// Chinese in traditional characters.
    ZhHant,
    /// A language that is not built in. [`Locale::from_str`] makes it.
    Other(LanguageTag),
}

/// The tag of a language that is not built in. Parse a [`Locale`] to get one.
///
/// ```
/// use redress::vocab::Locale;
///
/// let Locale::Other(tag) = "de".parse()? else { unreachable!("German is not built in") };
/// assert_eq!(tag.as_str(), "de");
/// # Ok::<(), redress::vocab::error::LocaleError>(())
/// ```
// INVARIANT: a well-formed tag in the usual case, and none of those that are built in; zeros fill the rest.
#[derive(Clone, Copy, Eq, PartialEq)]
pub struct LanguageTag([u8; LanguageTag::MAX_LENGTH]);

/// A text that is not the tag of a language.
#[derive(Clone, Copy, Eq, PartialEq, thiserror::Error)]
#[error("`{text}` is not a language tag, expected one such as `de`, `de-AT` or `zh-Hant`")]
#[non_exhaustive]
pub struct LocaleError {
    /// The beginning of the text.
    pub text: Excerpt,
}

impl LanguageTag {
    /// The greatest length of a tag, in bytes: what BCP 47 asks a reader to take.
    pub const MAX_LENGTH: usize = 35;

    /// Returns the tag.
    #[must_use]
    pub fn as_str(&self) -> &str {
        checked::text(self.0.split(|byte| *byte == 0).next().unwrap_or_default())
    }
}

impl Locale {
    /// The languages that are built in.
    pub const ALL: &'static [Self] = &[Self::En, Self::ZhHans, Self::ZhHant];

    /// Returns the tag.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::En => "en",
            Self::ZhHans => "zh-Hans",
            Self::ZhHant => "zh-Hant",
            Self::Other(tag) => tag.as_str(),
        }
    }

    /// Returns whether the texts of the language are part of the crate.
    #[must_use]
    pub const fn is_built_in(&self) -> bool {
        match self {
            Self::En | Self::ZhHans | Self::ZhHant => true,
            Self::Other(_) => false,
        }
    }

    /// Returns the languages in which a text is looked for, the best first: this one, and each that is left when the
    /// tag loses subtags from its end. Chinese ends at the script that its region writes.
    ///
    /// ```
    /// use redress::vocab::Locale;
    ///
    /// let chain = |tag: &str| Ok(tag.parse::<Locale>()?.chain().map(|one| one.to_string()).collect::<Vec<_>>());
    /// assert_eq!(chain("de-CH-1996")?, ["de-CH-1996", "de-CH", "de"]);
    /// assert_eq!(chain("zh-TW")?, ["zh-TW", "zh", "zh-Hant"]);
    /// assert_eq!(chain("en-GB")?, ["en-GB", "en"]);
    /// # Ok::<(), redress::vocab::error::LocaleError>(())
    /// ```
    pub fn chain(self) -> impl Iterator<Item = Self> {
        let written = self.written();
        let ends = core::iter::successors(Some(self), Self::shorter);
        let last = written.filter(move |script| !Self::has_step(self, *script));
        ends.chain(last)
    }

    fn has_step(self, step: Self) -> bool {
        core::iter::successors(Some(self), Self::shorter).any(|one| one == step)
    }

    /// Returns the tag without its last subtag, and without a single character before it.
    fn shorter(&self) -> Option<Self> {
        // The script of a built-in language is all that it falls back from.
        let Self::Other(tag) = self else { return None };
        let (mut rest, _) = tag.as_str().rsplit_once('-')?;
        while let Some((before, _)) = rest.rsplit_once('-').filter(|(_, last)| last.len() == 1) {
            rest = before;
        }
        if rest.len() == 1 {
            return None;
        }
        rest.parse().ok()
    }

    /// Returns the built-in language that a Chinese tag writes: by its script, or by its region.
    fn written(self) -> Option<Self> {
        let Self::Other(tag) = self else { return None };
        let mut subtags = tag.as_str().split('-');
        if subtags.next() != Some("zh") {
            return None;
        }
        // What follows a single character is no script and no region.
        let mut subtags = subtags.take_while(|subtag| subtag.len() > 1);
        let is_script = |subtag: &&str| subtag.len() == 4 && subtag.starts_with(char::is_alphabetic);
        let traditional = subtags.clone().find(is_script).map_or_else(
            || subtags.any(|subtag| matches!(subtag, "TW" | "HK" | "MO")),
            |script| script == "Hant",
        );
        Some(if traditional { Self::ZhHant } else { Self::ZhHans })
    }

    /// Returns the built-in language that comes nearest: the first one of [`chain`](Self::chain), or English.
    pub(crate) fn nearest(self) -> Self {
        if self.is_built_in() { self } else { self.chain().find(Self::is_built_in).unwrap_or(Self::En) }
    }

    /// Returns the label of this language, out of the three of a row; that of the nearest language if it has none.
    pub(crate) fn pick(self, labels: [&'static str; 3]) -> &'static str {
        let [english, simplified, traditional] = labels;
        match self.nearest() {
            Self::ZhHans => simplified,
            Self::ZhHant => traditional,
            Self::En | Self::Other(_) => english,
        }
    }
}

impl FromStr for Locale {
    type Err = LocaleError;

    fn from_str(text: &str) -> Result<Self, LocaleError> {
        let malformed = || LocaleError { text: Excerpt::of(text) };
        if text.len() > LanguageTag::MAX_LENGTH || !is_well_formed(text) {
            return Err(malformed());
        }
        let mut tag = [0; LanguageTag::MAX_LENGTH];
        for (to, from) in tag.iter_mut().zip(text.bytes()) {
            *to = from.to_ascii_lowercase();
        }
        in_usual_case(&mut tag);
        let tag = LanguageTag(tag);
        Ok(match tag.as_str() {
            "en" => Self::En,
            "zh-Hans" => Self::ZhHans,
            "zh-Hant" => Self::ZhHant,
            _ => Self::Other(tag),
        })
    }
}

/// Writes scripts as `Latn` and regions as `AT`, in a tag of lower case. Whatever follows a single character stays.
fn in_usual_case(tag: &mut [u8; LanguageTag::MAX_LENGTH]) {
    for (place, subtag) in tag.split_mut(|byte| matches!(byte, b'-' | 0)).enumerate() {
        match (place, subtag) {
            (_, [_]) => return,
            (0, _) => {}
            (_, subtag @ [_, _]) => subtag.make_ascii_uppercase(),
            (_, [first, rest @ ..]) if rest.len() == 3 && first.is_ascii_alphabetic() => {
                first.make_ascii_uppercase();
            }
            _ => {}
        }
    }
}

/// Returns whether a text follows the grammar of BCP 47, as the head of this file tells it.
fn is_well_formed(text: &str) -> bool {
    let mut subtags = text.split('-').peekable();
    if !text
        .split('-')
        .all(|one| (1..=8).contains(&one.len()) && one.bytes().all(|c| c.is_ascii_alphanumeric()))
    {
        return false;
    }
    let letters = |one: &str| one.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_x = |one: &str| one.eq_ignore_ascii_case("x");
    let Some(language) = subtags.next() else { return false };
    if is_x(language) {
        return subtags.next().is_some();
    }
    if language.len() < 2 || !letters(language) {
        return false;
    }
    if language.len() <= 3 {
        for _ in 0..3 {
            let _ = subtags.next_if(|one| one.len() == 3 && letters(one));
        }
    }
    let _ = subtags.next_if(|one| one.len() == 4 && letters(one));
    let is_region = |one: &str| {
        (one.len() == 2 && letters(one)) || (one.len() == 3 && one.bytes().all(|c| c.is_ascii_digit()))
    };
    let _ = subtags.next_if(|one| is_region(one));
    let is_variant = |one: &str| {
        one.len() >= 5 || (one.len() == 4 && one.bytes().next().is_some_and(|c| c.is_ascii_digit()))
    };
    let head = subtags.clone().count();
    let mut variants = 0;
    while let Some(variant) = subtags.next_if(|one| is_variant(one)) {
        // Those before it are the first ones of the same stretch.
        let before = text.split('-').skip(text.split('-').count() - head).take(variants);
        if before.into_iter().any(|other| other.eq_ignore_ascii_case(variant)) {
            return false;
        }
        variants += 1;
    }
    let mut singles: [bool; 128] = [false; 128];
    while let Some(single) = subtags.next() {
        let [character] = single.as_bytes() else { return false };
        if is_x(single) {
            return subtags.next().is_some();
        }
        let Some(seen) = singles.get_mut(usize::from(character.to_ascii_lowercase())) else { return false };
        if core::mem::replace(seen, true) || subtags.next_if(|one| one.len() > 1).is_none() {
            return false;
        }
        while subtags.next_if(|one| one.len() > 1).is_some() {}
    }
    true
}

impl Ord for Locale {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_str().cmp(other.as_str())
    }
}

impl PartialOrd for Locale {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Hash for Locale {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl TryFrom<&str> for Locale {
    type Error = LocaleError;

    fn try_from(text: &str) -> Result<Self, LocaleError> {
        text.parse()
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for LanguageTag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "LanguageTag({:?})", self.as_str())
    }
}

serde_as_text!(Locale, "the tag of a language");
