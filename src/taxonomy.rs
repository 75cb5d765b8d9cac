//! The words one organisation declares.
//!
//! Any well-formed text is a word; only a declared one should enter a complaint. A [`Taxonomy`] says which
//! words there are and from which day to which, so that a typing error is refused where it is made, and a
//! word that has gone out of use is still read in old records.

use alloc::vec::Vec;
use core::fmt;

use chrono::NaiveDate;

use crate::coded::codes;
use crate::faults::Faults;
use crate::text::distance::distance;
use crate::vocab::{Choice, Code, Facet, Word};

/// How many words a refusal names as examples.
const EXAMPLES: usize = 3;

/// The words one organisation declares, each with the days on which it is in use.
///
/// A word is declared as it stands: declaring `service` declares none of its children. The one exception is a
/// [`Cause`](crate::vocab::Cause), which may be no more than a declared
/// [`CauseGroup`](crate::vocab::kind::CauseGroup).
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

/// A declared word and the days on which it is in use, both included; `None` leaves that side open.
///
/// The days are those on which a complaint is received.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(clippy::exhaustive_structs, reason = "a word and its period, whole as they are")]
pub struct Declared<W> {
    /// The word.
    pub word: W,
    /// The first day of use.
    pub first_day: Option<NaiveDate>,
    /// The last day of use.
    pub last_day: Option<NaiveDate>,
}

impl<W> Declared<W> {
    /// Declares a word for every day.
    #[must_use]
    pub const fn always(word: W) -> Self {
        Self { word, first_day: None, last_day: None }
    }

    /// Whether the word is in use on `day`.
    #[must_use]
    pub fn is_in_use(&self, day: NaiveDate) -> bool {
        self.first_day.is_none_or(|first| first <= day) && self.last_day.is_none_or(|last| day <= last)
    }

    fn map<V>(self, word: impl FnOnce(W) -> V) -> Declared<V> {
        Declared { word: word(self.word), first_day: self.first_day, last_day: self.last_day }
    }
}

impl Taxonomy {
    /// The standard words of every facet, each in use on every day.
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

    /// Exactly the words given, as [`Taxonomy::declarations`] gives them.
    ///
    /// # Errors
    ///
    /// Returns every word that is declared twice and every period that ends before it starts.
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

    /// Declares a word for every day. A word that was declared before has its period replaced.
    #[must_use]
    pub fn with_word<W: Word>(self, word: W) -> Self {
        self.declare(W::FACET, Declared::always(*word.code()))
    }

    /// Declares a word of a facet by its code, as of a facet that the organisation adds.
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

    /// Declares a word for complaints received on `first_day` or later. A word that was declared before has
    /// its period replaced.
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
    ///     "department `acme:lounge` is in use from 2027-01-01, expected a word in use on 2026-12-31"
    /// );
    /// # Ok::<(), chrono::ParseError>(())
    /// ```
    #[must_use]
    pub fn with_from<W: Word>(self, word: W, first_day: NaiveDate) -> Self {
        self.declare(W::FACET, Declared { first_day: Some(first_day), ..Declared::always(*word.code()) })
    }

    /// Takes a word out of use: it is refused on new complaints received after `last_day`, and still read.
    ///
    /// # Errors
    ///
    /// Returns [`TaxonomyFault::NotDeclared`] for a word that is not declared, and
    /// [`TaxonomyFault::EndsBeforeStart`] for a last day before the word's first.
    ///
    /// ```
    /// use redress::taxonomy::Taxonomy;
    /// use redress::vocab::Channel;
    ///
    /// let taxonomy = Taxonomy::standard().with_retired(Channel::FAX, "2026-12-31".parse()?)?;
    /// assert!(taxonomy.check_new(Channel::FAX, "2026-12-31".parse()?).is_ok());
    /// assert!(taxonomy.check_new(Channel::FAX, "2027-01-01".parse()?).is_err());
    /// assert!(taxonomy.check_known(Channel::FAX).is_ok());
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

    /// Leaves the facet with just these words. A word that was declared before keeps its period.
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
    /// A check that passes allocates nothing.
    ///
    /// # Errors
    ///
    /// Returns [`TaxonomyError::NotDeclared`] for a word that is not declared, with the words in use that day
    /// that come nearest, and [`TaxonomyError::NotYet`] or [`TaxonomyError::Retired`] for one that is out of
    /// use.
    ///
    /// # Example: a cause that is no more than its group
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

    /// The same of a code of some facet.
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

    /// Checks that the word is declared, whatever its days: what an old record may hold.
    ///
    /// A check that passes allocates nothing.
    ///
    /// # Errors
    ///
    /// Returns [`TaxonomyError::NotDeclared`], with the declared words that come nearest.
    pub fn check_known<W: Word>(&self, word: W) -> Result<(), TaxonomyError> {
        if self.contains(word) { Ok(()) } else { Err(self.not_declared(W::FACET, word.code(), |_| true)) }
    }

    /// The same of a code of some facet.
    pub(crate) fn check_known_code(&self, facet: Facet, code: &Code) -> Result<(), TaxonomyError> {
        match self.find(facet, code) {
            Some(_) => Ok(()),
            None => Err(self.not_declared(facet, code, |_| true)),
        }
    }

    /// Whether a word of the facet may stand on a complaint of any day.
    pub(crate) fn is_always_in_use(&self, facet: Facet, code: &Code) -> bool {
        self.find(facet, code)
            .is_some_and(|(_, declared)| declared.first_day.is_none() && declared.last_day.is_none())
    }

    /// The facets that words may be of: those of the crate, and those that the organisation adds.
    pub(crate) fn facets(&self) -> impl Iterator<Item = Facet> + '_ {
        let behind = self.declared.partition_point(|(facet, _)| !matches!(facet, Facet::Own(_)));
        let own = self.declared.get(behind..).unwrap_or_default();
        let own = own.chunk_by(|one, other| one.0 == other.0).filter_map(|words| words.first());
        Facet::ALL.iter().copied().chain(own.map(|(facet, _)| *facet))
    }

    /// Whether there is such a facet: every one of the crate's, and one that the organisation adds by its words.
    pub(crate) fn has_facet(&self, facet: Facet) -> bool {
        !matches!(facet, Facet::Own(_)) || !self.of(facet).is_empty()
    }

    /// Every code that a word of the facet may have, its roots among them.
    pub(crate) fn codes(&self, facet: Facet) -> impl Iterator<Item = Declared<Code>> + '_ {
        let roots = facet.roots().map_or(&[][..], |roots| self.of(roots));
        self.of(facet).iter().chain(roots).map(|(_, declared)| *declared)
    }

    /// Whether the word is declared, whatever its days.
    #[must_use]
    pub fn contains<W: Word>(&self, word: W) -> bool {
        self.find(W::FACET, word.code()).is_some()
    }

    /// The declared words of one facet, in the order of their codes.
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

    /// Every declared word with its facet, in the order of [`Facet::ALL`] and the codes.
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

    /// Finds the word in its facet, or among the roots of the facet.
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

    /// The usable words nearest to `word`, and how many there are in all.
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

/// Why a word is refused.
#[derive(Clone, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum TaxonomyError {
    /// The organisation does not declare the word.
    #[error("{facet} `{word}` is not declared in the taxonomy, expected {}", Examples(expected, *declared))]
    #[non_exhaustive]
    NotDeclared {
        /// The facet of the word.
        facet: Facet,
        /// The word.
        word: Code,
        /// At most three words that are declared, the nearest first.
        expected: Vec<Code>,
        /// How many are declared in all.
        declared: usize,
    },
    /// The complaint was received before the word's first day.
    #[error("{facet} `{word}` is in use from {first_day}, expected a word in use on {received}")]
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
    #[error("{facet} `{word}` was in use until {last_day}, expected a word in use on {received}")]
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
#[derive(Clone, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum TaxonomyFault {
    /// A word that is not declared cannot be taken out of use.
    #[error("{facet} `{word}` is not declared in the taxonomy, expected {}", Examples(expected, *declared))]
    #[non_exhaustive]
    NotDeclared {
        /// The facet of the word.
        facet: Facet,
        /// The word.
        word: Code,
        /// At most three words that are declared, the nearest first.
        expected: Vec<Code>,
        /// How many are declared in all.
        declared: usize,
    },
    /// A facet declares the word more than once.
    #[error("{facet} `{word}` is declared twice, expected once")]
    #[non_exhaustive]
    DeclaredTwice {
        /// The facet of the word.
        facet: Facet,
        /// The word.
        word: Code,
    },
    /// The last day of a word comes before its first.
    #[error("{facet} `{word}` is in use until {last_day}, expected {first_day}, its first day, or later")]
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

/// Everything that keeps declarations from being a taxonomy; never empty.
pub type TaxonomyFaults = Faults<TaxonomyFault>;

/// Prints what a word could have been: all of a few words, or the nearest of many.
struct Examples<'a>(&'a [Code], usize);

impl fmt::Display for Examples<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(nearest, all) = *self;
        if all == 0 {
            return f.write_str("none, there is no word to choose");
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
        NotDeclared = "not-declared", "Declare the word before it is changed.";
        DeclaredTwice = "declared-twice", "Declare the word once.";
        EndsBeforeStart = "ends-before-start", "Let the last day be the first day or later.";
    }
}
