//! The words that an organisation uses, and when.
//!
//! Any well-formed text is a word of its type: [`Category`](crate::vocab::Category), [`Channel`](crate::vocab::Channel)
//! and so on. A [`Taxonomy`] lists the words that an organisation really uses, and the days on which each of them is in
//! use. A typing error is then refused when a complaint is recorded, and a word that is no longer used can still be
//! read in old records.
//!
//! | To … | use |
//! |---|---|
//! | start from the standard words | [`Taxonomy::standard`] |
//! | add a word, now or from a date on | [`Taxonomy::with_word`], [`Taxonomy::with_from`] |
//! | take a word out of use | [`Taxonomy::with_retired`] |
//! | keep only some words of a facet | [`Taxonomy::with_only`] |
//! | check a word of a new complaint | [`Taxonomy::check_new`] |
//! | check a word of an old record | [`Taxonomy::check_known`] |

use alloc::vec::Vec;
use core::fmt;

use chrono::NaiveDate;

use crate::coded::codes;
use crate::faults::Faults;
use crate::text::distance::distance;
use crate::vocab::{Choice, Code, Facet, Word};

/// How many words a refusal names as examples.
const EXAMPLES: usize = 3;

/// The words that an organisation has declared, each with the days on which it is in use.
///
/// A word is declared alone: declaring `service` does not declare its children. There is one exception: a
/// [`Cause`](crate::vocab::Cause) may be just a declared [`CauseGroup`](crate::vocab::kind::CauseGroup).
///
/// # Example: a word of your own, and a typing error
///
/// ```
/// use redress::taxonomy::Taxonomy;
/// use redress::vocab::Category;
/// use redress::word;
///
/// let lounge = word!(Category, "acme:vip-lounge");
/// let taxonomy = Taxonomy::standard().with_word(lounge);
/// let received = "2026-03-02".parse()?;
///
/// assert_eq!(taxonomy.check_new(lounge, received), Ok(()));
/// assert_eq!(
///     taxonomy.check_new(word!(Category, "spare-part"), received).unwrap_err().to_string(),
///     "category `spare-part` is not declared in the taxonomy, \
///      expected one of 7 words such as `spare-parts`, `sales-process` or `service-process`"
/// );
/// # Ok::<(), chrono::ParseError>(())
/// ```
// INVARIANT: ordered by facet and code, each pair once; no period ends before it starts.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Taxonomy {
    declared: Vec<(Facet, Declared<Code>)>,
}

/// A declared word, and the days on which it is in use.
///
/// A complaint may carry the word if it is *received* on one of these days.
///
/// # Example: a word for one summer
///
/// ```
/// use redress::taxonomy::Declared;
/// use redress::vocab::Category;
/// use redress::word;
///
/// let fair = Declared {
///     word: word!(Category, "acme:summer-fair"),
///     first_day: Some("2026-06-01".parse()?),
///     last_day: Some("2026-08-31".parse()?),
/// };
/// assert!(fair.is_in_use("2026-08-31".parse()?)); // the last day belongs to it
/// assert!(!fair.is_in_use("2026-09-01".parse()?));
/// # Ok::<(), chrono::ParseError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(clippy::exhaustive_structs, reason = "a word and its period, whole as they are")]
pub struct Declared<W> {
    /// The word.
    pub word: W,
    /// The first day of use. `None` if there is no first day.
    pub first_day: Option<NaiveDate>,
    /// The last day of use, which belongs to it. `None` if there is no last day.
    pub last_day: Option<NaiveDate>,
}

impl<W> Declared<W> {
    /// Declares a word for every day.
    #[must_use]
    pub const fn always(word: W) -> Self {
        Self { word, first_day: None, last_day: None }
    }

    /// Returns whether the word is in use on `day`.
    #[must_use]
    pub fn is_in_use(&self, day: NaiveDate) -> bool {
        self.first_day.is_none_or(|first| first <= day) && self.last_day.is_none_or(|last| day <= last)
    }

    fn map<V>(self, word: impl FnOnce(W) -> V) -> Declared<V> {
        Declared { word: word(self.word), first_day: self.first_day, last_day: self.last_day }
    }
}

impl Taxonomy {
    /// Returns a taxonomy with the standard words of every facet, each in use on every day.
    #[must_use]
    pub fn standard() -> Self {
        let mut declared = Vec::new();
        for facet in Facet::ALL {
            let codes = facet.standard_codes();
            declared.extend(codes.into_iter().map(|code| (*facet, Declared::always(code))));
        }
        declared.sort_unstable_by_key(key);
        Self { declared }
    }

    /// Creates a taxonomy with exactly these words, such as the ones that [`Taxonomy::declarations`] returned.
    ///
    /// # Errors
    ///
    /// Returns all faults at once: [`TaxonomyFault::DeclaredTwice`] for every word that is declared more than once, and
    /// [`TaxonomyFault::EndsBeforeStart`] for every last day before the first day.
    ///
    /// # Example: out and in again
    ///
    /// ```
    /// use redress::taxonomy::Taxonomy;
    ///
    /// let standard = Taxonomy::standard();
    /// assert_eq!(Taxonomy::new(standard.declarations())?, standard);
    /// # Ok::<(), redress::taxonomy::TaxonomyFaults>(())
    /// ```
    pub fn new(
        declarations: impl IntoIterator<Item = (Facet, Declared<Code>)>,
    ) -> Result<Self, TaxonomyFaults> {
        let mut declared: Vec<_> = declarations.into_iter().collect();
        declared.sort_by_key(key);
        let mut faults = Vec::new();
        let mut previous = None;
        for declaration in &declared {
            let (facet, Declared { word, .. }) = *declaration;
            if previous.replace(key(declaration)) == Some(key(declaration)) {
                faults.push(TaxonomyFault::DeclaredTwice { facet, word });
            }
            faults.extend(period_fault(declaration));
        }
        Faults::none_or(faults, Self { declared })
    }

    /// Declares a word for every day. If the word was declared before, its days are replaced.
    #[must_use]
    pub fn with_word<W: Word>(self, word: W) -> Self {
        self.declare(W::FACET, Declared::always(*word.code()))
    }

    /// Declares a word by its facet and its code, for facets that the organisation adds.
    ///
    /// # Example: a facet for the branches of a shop
    ///
    /// ```
    /// use redress::taxonomy::{Declared, Taxonomy};
    /// use redress::vocab::{Facet, OwnFacet};
    /// use redress::word;
    ///
    /// const STORE: Facet = Facet::Own(word!(OwnFacet, "acme:store"));
    /// let taxonomy = Taxonomy::standard().with_code(STORE, Declared::always("berlin.mitte".parse()?));
    /// assert_eq!(taxonomy.declarations().last().map(|(facet, _)| facet), Some(STORE));
    /// # Ok::<(), redress::vocab::error::CodeError>(())
    /// ```
    #[must_use]
    pub fn with_code(self, facet: Facet, declared: Declared<Code>) -> Self {
        self.declare(facet, declared)
    }

    /// Declares a word for complaints received on or after `first_day`. If the word was declared before, its days are
    /// replaced.
    ///
    /// # Example: a department that opens in January
    ///
    /// ```
    /// use redress::taxonomy::Taxonomy;
    /// use redress::vocab::Department;
    /// use redress::word;
    ///
    /// let lounge = word!(Department, "acme:lounge");
    /// let taxonomy = Taxonomy::standard().with_from(lounge, "2027-01-01".parse()?);
    /// assert_eq!(
    ///     taxonomy.check_new(lounge, "2026-12-31".parse()?).unwrap_err().to_string(),
    ///     "department `acme:lounge` is in use only from 2027-01-01; choose a word that is in use on 2026-12-31"
    /// );
    /// # Ok::<(), chrono::ParseError>(())
    /// ```
    #[must_use]
    pub fn with_from<W: Word>(self, word: W, first_day: NaiveDate) -> Self {
        self.declare(W::FACET, Declared { first_day: Some(first_day), ..Declared::always(*word.code()) })
    }

    /// Takes a word out of use after `last_day`. Complaints received later may not carry the word; old records keep it.
    ///
    /// # Errors
    ///
    /// - [`TaxonomyFault::NotDeclared`] if the word is not declared.
    /// - [`TaxonomyFault::EndsBeforeStart`] if `last_day` is before the word's first day.
    ///
    /// # Example: no more faxes
    ///
    /// ```
    /// use redress::taxonomy::Taxonomy;
    /// use redress::vocab::Channel;
    ///
    /// let taxonomy = Taxonomy::standard().with_retired(Channel::FAX, "2026-12-31".parse()?)?;
    /// assert!(taxonomy.check_new(Channel::FAX, "2026-12-31".parse()?).is_ok());
    /// assert!(taxonomy.check_new(Channel::FAX, "2027-01-01".parse()?).is_err());
    /// assert!(taxonomy.check_known(Channel::FAX).is_ok()); // in an old record
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn with_retired<W: Word>(mut self, word: W, last_day: NaiveDate) -> Result<Self, TaxonomyFault> {
        let at = self.position(W::FACET, word.code());
        let Some(declaration) = at.ok().and_then(|at| self.declared.get_mut(at)) else {
            let (expected, declared) = self.examples(W::FACET, word.code(), |_| true);
            return Err(TaxonomyFault::NotDeclared {
                facet: W::FACET,
                word: *word.code(),
                expected,
                declared,
            });
        };
        declaration.1.last_day = Some(last_day);
        match period_fault(declaration) {
            Some(fault) => Err(fault),
            None => Ok(self),
        }
    }

    /// Keeps just these words of their facet. A word that was declared before keeps its days; the other facets stay as
    /// they are.
    ///
    /// # Example: only two channels
    ///
    /// ```
    /// use redress::taxonomy::Taxonomy;
    /// use redress::vocab::{Category, Channel};
    ///
    /// let taxonomy = Taxonomy::standard().with_only(&[Channel::PHONE, Channel::EMAIL]);
    /// assert!(!taxonomy.contains(Channel::FAX));
    /// assert!(taxonomy.contains(Category::SPARE_PARTS));
    /// ```
    #[must_use]
    pub fn with_only<W: Word>(mut self, words: &[W]) -> Self {
        self.declared.retain(|(facet, declared)| {
            *facet != W::FACET || words.iter().any(|word| *word.code() == declared.word)
        });
        for word in words {
            if let Err(at) = self.position(W::FACET, word.code()) {
                self.declared.insert(at, (W::FACET, Declared::always(*word.code())));
            }
        }
        self
    }

    /// Checks that a complaint received on a day may carry the word.
    ///
    /// A check that succeeds does not allocate.
    ///
    /// # Errors
    ///
    /// - [`TaxonomyError::NotDeclared`] if the word is not declared. The error names the nearest words that were in use
    ///   on that day.
    /// - [`TaxonomyError::NotYet`] if the complaint was received before the word's first day.
    /// - [`TaxonomyError::Retired`] if the complaint was received after the word's last day.
    ///
    /// # Example: a cause that is just its group
    ///
    /// ```
    /// use redress::taxonomy::Taxonomy;
    /// use redress::vocab::Cause;
    /// use redress::vocab::kind::CauseGroup;
    ///
    /// let cause = Cause::from(CauseGroup::SERVICE);
    /// assert_eq!(Taxonomy::standard().check_new(cause, "2026-03-02".parse()?), Ok(()));
    /// # Ok::<(), chrono::ParseError>(())
    /// ```
    pub fn check_new<W: Word>(&self, word: W, received: NaiveDate) -> Result<(), TaxonomyError> {
        self.check_new_code(W::FACET, word.code(), received)
    }

    /// Does the same for a code of some facet.
    pub(crate) fn check_new_code(
        &self,
        facet: Facet,
        code: &Code,
        received: NaiveDate,
    ) -> Result<(), TaxonomyError> {
        let Some((facet, declared)) = self.find(facet, code) else {
            return Err(self.not_declared(facet, code, |declared| declared.is_in_use(received)));
        };
        let (facet, word) = (*facet, *code);
        match (declared.first_day, declared.last_day) {
            (Some(first_day), _) if received < first_day => {
                Err(TaxonomyError::NotYet { facet, word, first_day, received })
            }
            (_, Some(last_day)) if last_day < received => {
                Err(TaxonomyError::Retired { facet, word, last_day, received })
            }
            _ => Ok(()),
        }
    }

    /// Checks that the word is declared, on whatever days. Use this for words of old records.
    ///
    /// A check that succeeds does not allocate.
    ///
    /// # Errors
    ///
    /// Returns [`TaxonomyError::NotDeclared`] if the word is not declared. The error names the nearest declared words.
    ///
    /// # Example: a misspelt word
    ///
    /// ```
    /// use redress::taxonomy::Taxonomy;
    /// use redress::vocab::Channel;
    /// use redress::word;
    ///
    /// let error = Taxonomy::standard().check_known(word!(Channel, "fox")).unwrap_err();
    /// assert!(error.to_string().contains("such as `fax`"), "{error}");
    /// ```
    pub fn check_known<W: Word>(&self, word: W) -> Result<(), TaxonomyError> {
        if self.contains(word) { Ok(()) } else { Err(self.not_declared(W::FACET, word.code(), |_| true)) }
    }

    /// Does the same for a code of some facet.
    pub(crate) fn check_known_code(&self, facet: Facet, code: &Code) -> Result<(), TaxonomyError> {
        match self.find(facet, code) {
            Some(_) => Ok(()),
            None => Err(self.not_declared(facet, code, |_| true)),
        }
    }

    /// Returns whether a complaint of any day may carry a word of the facet.
    pub(crate) fn is_always_in_use(&self, facet: Facet, code: &Code) -> bool {
        self.find(facet, code)
            .is_some_and(|(_, declared)| declared.first_day.is_none() && declared.last_day.is_none())
    }

    /// Returns the facets of words: those of this crate, and those that the organisation adds.
    pub(crate) fn facets(&self) -> impl Iterator<Item = Facet> + '_ {
        let behind = self.declared.partition_point(|(facet, _)| !matches!(facet, Facet::Own(_)));
        let own = self.declared.get(behind..).unwrap_or_default();
        let own = own.chunk_by(|one, other| one.0 == other.0).filter_map(|words| words.first());
        Facet::ALL.iter().copied().chain(own.map(|(facet, _)| *facet))
    }

    /// Returns whether there is such a facet: one of this crate, or one for which the organisation declares a word.
    pub(crate) fn has_facet(&self, facet: Facet) -> bool {
        !matches!(facet, Facet::Own(_)) || !self.of(facet).is_empty()
    }

    /// Returns every code that a word of the facet may have, including the codes of its roots.
    pub(crate) fn codes(&self, facet: Facet) -> impl Iterator<Item = Declared<Code>> + '_ {
        let roots = facet.roots().map_or(&[][..], |roots| self.of(roots));
        self.of(facet).iter().chain(roots).map(|(_, declared)| *declared)
    }

    /// Returns whether the word is declared, on whatever days.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::taxonomy::Taxonomy;
    /// use redress::vocab::Category;
    /// use redress::word;
    ///
    /// let taxonomy = Taxonomy::standard();
    /// assert!(taxonomy.contains(Category::SPARE_PARTS));
    /// assert!(!taxonomy.contains(word!(Category, "acme:vip-lounge")));
    /// ```
    #[must_use]
    pub fn contains<W: Word>(&self, word: W) -> bool {
        self.find(W::FACET, word.code()).is_some()
    }

    /// Returns the declared words of one facet, sorted by their codes.
    ///
    /// # Example: fill a selection list
    ///
    /// ```
    /// use redress::taxonomy::Taxonomy;
    /// use redress::vocab::kind::Medium;
    ///
    /// let taxonomy = Taxonomy::standard();
    /// let media: Vec<Medium> = taxonomy.words().map(|declared| declared.word).collect();
    /// assert_eq!(media, [Medium::ORAL, Medium::WRITTEN]);
    /// ```
    #[must_use]
    pub fn words<W: Word>(&self) -> impl ExactSizeIterator<Item = Declared<W>> + '_ {
        self.of(W::FACET).iter().map(|(_, declared)| declared.map(W::from_code))
    }

    /// Returns every declared word with its facet, sorted by [`Facet::ALL`] and by code. Facets of the organisation
    /// come last.
    #[must_use]
    pub fn declarations(&self) -> impl ExactSizeIterator<Item = (Facet, Declared<Code>)> + '_ {
        self.declared.iter().copied()
    }

    fn declare(mut self, facet: Facet, declared: Declared<Code>) -> Self {
        match self.position(facet, &declared.word) {
            Ok(at) => {
                if let Some((_, known)) = self.declared.get_mut(at) {
                    *known = declared;
                }
            }
            Err(at) => self.declared.insert(at, (facet, declared)),
        }
        self
    }

    fn position(&self, facet: Facet, code: &Code) -> Result<usize, usize> {
        self.declared
            .binary_search_by(|(known, declared)| known.cmp(&facet).then_with(|| declared.word.cmp(code)))
    }

    /// Returns the word in its facet, or in the facet of its roots.
    fn find(&self, facet: Facet, code: &Code) -> Option<&(Facet, Declared<Code>)> {
        let at = self.position(facet, code).ok();
        let at = at.or_else(|| facet.roots().and_then(|roots| self.position(roots, code).ok()))?;
        self.declared.get(at)
    }

    fn of(&self, facet: Facet) -> &[(Facet, Declared<Code>)] {
        let from = self.declared.partition_point(|(known, _)| *known < facet);
        let to = self.declared.partition_point(|(known, _)| *known <= facet);
        self.declared.get(from..to).unwrap_or_default()
    }

    fn not_declared(
        &self,
        facet: Facet,
        word: &Code,
        usable: impl Fn(&Declared<Code>) -> bool,
    ) -> TaxonomyError {
        let (expected, declared) = self.examples(facet, word, usable);
        TaxonomyError::NotDeclared { facet, word: *word, expected, declared }
    }

    /// Returns the usable words nearest to `word`, and how many usable words there are.
    fn examples(
        &self,
        facet: Facet,
        word: &Code,
        usable: impl Fn(&Declared<Code>) -> bool,
    ) -> (Vec<Code>, usize) {
        let roots = facet.roots().map_or(&[][..], |roots| self.of(roots));
        let words = self.of(facet).iter().chain(roots).map(|(_, declared)| declared);
        let mut nearest: Vec<(usize, Code)> = Vec::with_capacity(EXAMPLES + 1);
        let mut all = 0;
        for declared in words.filter(|declared| usable(declared)) {
            all += 1;
            let found = (distance(word.as_str(), declared.word.as_str()), declared.word);
            nearest.insert(nearest.partition_point(|known| *known < found), found);
            nearest.truncate(EXAMPLES);
        }
        (nearest.into_iter().map(|(_, code)| code).collect(), all)
    }
}

fn key((facet, declared): &(Facet, Declared<Code>)) -> (Facet, Code) {
    (*facet, declared.word)
}

fn period_fault((facet, declared): &(Facet, Declared<Code>)) -> Option<TaxonomyFault> {
    let (first_day, last_day) = (declared.first_day?, declared.last_day?);
    (last_day < first_day).then_some(TaxonomyFault::EndsBeforeStart {
        facet: *facet,
        word: declared.word,
        first_day,
        last_day,
    })
}

/// Why a complaint may not carry a word.
///
/// # Example: a word that is no longer used
///
/// ```
/// use redress::taxonomy::Taxonomy;
/// use redress::vocab::Channel;
///
/// let taxonomy = Taxonomy::standard().with_retired(Channel::FAX, "2026-12-31".parse()?)?;
/// let error = taxonomy.check_new(Channel::FAX, "2027-01-04".parse()?).unwrap_err();
/// assert_eq!(error.code(), "word.retired");
/// assert_eq!(
///     error.to_string(),
///     "channel `fax` was in use until 2026-12-31; choose a word that is in use on 2027-01-04",
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum TaxonomyError {
    /// The organisation has not declared the word.
    #[error("{facet} `{word}` is not declared in the taxonomy, expected {}", Examples(expected, *declared))]
    #[non_exhaustive]
    NotDeclared {
        /// The facet of the word.
        facet: Facet,
        /// The word.
        word: Code,
        /// At most three usable words, the most similar ones first.
        expected: Vec<Code>,
        /// How many usable words there are.
        declared: usize,
    },
    /// The complaint was received before the word's first day.
    #[error("{facet} `{word}` is in use only from {first_day}; choose a word that is in use on {received}")]
    #[non_exhaustive]
    NotYet {
        /// The facet that declares the word.
        facet: Facet,
        /// The word.
        word: Code,
        /// Its first day.
        first_day: NaiveDate,
        /// The day of receipt.
        received: NaiveDate,
    },
    /// The complaint was received after the word's last day.
    #[error("{facet} `{word}` was in use until {last_day}; choose a word that is in use on {received}")]
    #[non_exhaustive]
    Retired {
        /// The facet that declares the word.
        facet: Facet,
        /// The word.
        word: Code,
        /// Its last day.
        last_day: NaiveDate,
        /// The day of receipt.
        received: NaiveDate,
    },
}

/// What is wrong with a declaration.
///
/// # Example: the last day before the first day
///
/// ```
/// use redress::taxonomy::Taxonomy;
/// use redress::vocab::Department;
/// use redress::word;
///
/// let lounge = word!(Department, "acme:lounge");
/// let taxonomy = Taxonomy::standard().with_from(lounge, "2027-01-01".parse()?);
/// assert_eq!(
///     taxonomy.with_retired(lounge, "2026-06-30".parse()?).unwrap_err().to_string(),
///     "department `acme:lounge` ends on 2026-06-30, before its first day 2027-01-01; correct one of the two",
/// );
/// # Ok::<(), chrono::ParseError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum TaxonomyFault {
    /// A word cannot be taken out of use, because it is not declared.
    #[error("{facet} `{word}` is not declared in the taxonomy, expected {}", Examples(expected, *declared))]
    #[non_exhaustive]
    NotDeclared {
        /// The facet of the word.
        facet: Facet,
        /// The word.
        word: Code,
        /// At most three declared words, the most similar ones first.
        expected: Vec<Code>,
        /// How many words the facet has.
        declared: usize,
    },
    /// A word is declared more than once in one facet.
    #[error("{facet} `{word}` is declared twice, expected once")]
    #[non_exhaustive]
    DeclaredTwice {
        /// The facet of the word.
        facet: Facet,
        /// The word.
        word: Code,
    },
    /// The last day of a word comes before its first day.
    #[error("{facet} `{word}` ends on {last_day}, before its first day {first_day}; correct one of the two")]
    #[non_exhaustive]
    EndsBeforeStart {
        /// The facet of the word.
        facet: Facet,
        /// The word.
        word: Code,
        /// Its first day.
        first_day: NaiveDate,
        /// Its last day.
        last_day: NaiveDate,
    },
}

/// All faults of some declarations; never empty.
pub type TaxonomyFaults = Faults<TaxonomyFault>;

/// Writes what a word could have been: every usable word if there are few, or the nearest of many.
struct Examples<'a>(&'a [Code], usize);

impl fmt::Display for Examples<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(nearest, all) = *self;
        if all == 0 {
            return f.write_str("a declared word, but there is none");
        }
        if all > nearest.len() {
            write!(f, "one of {all} words such as ")?;
        }
        write!(f, "{}", Choice(nearest))
    }
}

codes! {
    TaxonomyError "word" {
        NotDeclared = "not-declared", "Use a declared word, or declare this one in the taxonomy.";
        NotYet = "not-yet", "Use a word that was in use on the day of the receipt.";
        Retired = "retired", "Use a word that was in use on the day of the receipt.";
    }
}

codes! {
    TaxonomyFault "taxonomy" {
        NotDeclared = "not-declared", "Declare the word before you take it out of use.";
        DeclaredTwice = "declared-twice", "Declare the word once.";
        EndsBeforeStart = "ends-before-start", "Move the last day to the first day or later.";
    }
}
