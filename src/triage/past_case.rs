//! One earlier complaint.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::text::map_only::{map_only, switch};
use crate::triage::complaint::Complaint;
use crate::triage::document::private_key;
use crate::vocab::course::Validity;
use crate::vocab::{
    ActorId, CaseId, Category, Cause, Classification, Code, ComplainantKey, Department, Facet, ProductKey,
    Severity, Word, WordSieve,
};

/// An earlier complaint, as far as it matters for a new one.
///
/// The document has the keys of a [`ComplaintDocument`](crate::triage::ComplaintDocument) for what was said, and the
/// keys `severity`, `validity` and `admonished` for what was found.
///
/// # Example: as a document, and in code
///
/// ```
/// use redress::triage::PastCase;
/// use redress::vocab::{Category, Channel, Severity};
///
/// let past: PastCase = serde_json::from_str(
///     r#"{ "id": "A-1", "received": "2026-02-01T10:00:00Z", "category": ["spare-parts"], "channel": "hotline",
///          "acme:store": ["berlin"], "severity": "general" }"#,
/// )?;
/// let same = PastCase::new("A-1".parse()?, "2026-02-01T10:00:00Z".parse()?)
///     .with_word(Category::SPARE_PARTS)
///     .with_word(Channel::HOTLINE)
///     .with_code("acme:store".parse()?, "berlin".parse()?)
///     .with_severity(Severity::General);
/// assert_eq!(past, same);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
// The reader of the words refuses keys that the document does not have.
#[serde(rename_all = "kebab-case", remote = "Self")]
pub struct PastCase {
    pub(super) id: CaseId,
    #[serde(with = "crate::calendar::instant")]
    pub(super) received: DateTime<Utc>,
    #[serde(flatten, skip_deserializing)]
    pub(super) words: Classification,
    #[serde(
        rename = "customer",
        default,
        deserialize_with = "private_key",
        skip_serializing_if = "Option::is_none"
    )]
    pub(super) complainant: Option<ComplainantKey>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) staff: Option<ActorId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) product: Option<ProductKey>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) severity: Option<Severity>,
    #[serde(default = "undetermined", skip_serializing_if = "is_undetermined")]
    pub(super) validity: Validity,
    #[serde(default, deserialize_with = "switch", skip_serializing_if = "crate::text::left_out::is_default")]
    pub(super) admonished: bool,
}

map_only!(PastCase, "an earlier complaint", ..words: WordSieve);

const fn undetermined() -> Validity {
    Validity::Undetermined
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature that serde asks for")]
fn is_undetermined(validity: &Validity) -> bool {
    *validity == Validity::Undetermined
}

impl PastCase {
    /// Creates an earlier complaint with only an id and a receipt.
    #[must_use]
    pub const fn new(id: CaseId, received: DateTime<Utc>) -> Self {
        Self {
            id,
            received,
            words: Classification::new(),
            complainant: None,
            staff: None,
            product: None,
            severity: None,
            validity: Validity::Undetermined,
            admonished: false,
        }
    }

    /// Creates an earlier complaint from what a complaint says: its receipt, its words and its keys.
    ///
    /// What was found later, such as the severity, has to be set.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::sample;
    /// use redress::triage::PastCase;
    /// use redress::vocab::{Category, Severity};
    ///
    /// let past = PastCase::of(&sample::complaint()?).with_severity(Severity::General);
    /// assert_eq!(past.category(), Some(Category::PRODUCT_QUALITY));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn of(complaint: &Complaint) -> Self {
        Self {
            words: complaint.words.clone(),
            complainant: complaint.complainant,
            staff: complaint.staff,
            product: complaint.product,
            ..Self::new(complaint.id, complaint.received)
        }
    }

    /// Sets who complained, by the host's key.
    #[must_use]
    pub const fn with_complainant(mut self, key: ComplainantKey) -> Self {
        self.complainant = Some(key);
        self
    }

    /// Sets the person complained about.
    #[must_use]
    pub const fn with_staff(mut self, person: ActorId) -> Self {
        self.staff = Some(person);
        self
    }

    /// Sets the product, batch or device complained about.
    #[must_use]
    pub const fn with_product(mut self, product: ProductKey) -> Self {
        self.product = Some(product);
        self
    }

    /// Adds a word of any facet.
    ///
    /// If the facet [has one word at most](Facet::is_single), the new word replaces the earlier one. The first word of
    /// a facet is the main one: complaints are counted by it.
    #[must_use]
    pub fn with_word<W: Word>(mut self, word: W) -> Self {
        self.words.add(word);
        self
    }

    /// Adds a word of a facet by its code, for example of a facet that the organisation adds.
    ///
    /// Facts and marks are ignored, because they are not words of a complaint.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::triage::PastCase;
    /// use redress::vocab::Facet;
    ///
    /// let past = PastCase::new("A-1".parse()?, "2026-02-01T10:00:00Z".parse()?)
    ///     .with_code("acme:store".parse()?, "berlin".parse()?)
    ///     .with_code(Facet::Fact, "hotline-tries".parse()?); // ignored
    /// assert_eq!(past.words().codes("acme:store".parse()?).count(), 1);
    /// assert_eq!(past.words().codes(Facet::Fact).count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn with_code(mut self, facet: Facet, word: Code) -> Self {
        if !matches!(facet, Facet::Fact | Facet::Mark) {
            self.words.add_code(facet, word);
        }
        self
    }

    /// Replaces what was said by what was found, facet by facet. A facet without a finding keeps its words.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::triage::PastCase;
    /// use redress::vocab::{Category, Channel, Classification, FaultParty};
    ///
    /// let said = PastCase::new("A-1".parse()?, "2026-02-01T10:00:00Z".parse()?)
    ///     .with_word(Category::SPARE_PARTS)
    ///     .with_word(Channel::HOTLINE);
    /// let found = Classification::of(Category::SALES_PROCESS).with(FaultParty::COMPANY);
    /// let known = said.with_words(&found);
    /// assert_eq!(known.category(), Some(Category::SALES_PROCESS));
    /// assert_eq!(known.words().first(), Some(Channel::HOTLINE)); // nothing was found about the channel
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn with_words(mut self, found: &Classification) -> Self {
        self.words.replace(found);
        self
    }

    /// Sets the unit that the complaint was about.
    #[must_use]
    pub fn with_unit(self, unit: Department) -> Self {
        self.with_word(unit)
    }

    /// Sets the cause that was found.
    #[must_use]
    pub fn with_cause(self, cause: Cause) -> Self {
        self.with_word(cause)
    }

    /// Sets what the complaint was about. All earlier categories are removed.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::triage::PastCase;
    /// use redress::vocab::Category;
    ///
    /// let past = PastCase::new("A-1".parse()?, "2026-02-01T10:00:00Z".parse()?)
    ///     .with_category(Category::SPARE_PARTS)
    ///     .with_category(Category::SALES_PROCESS);
    /// assert_eq!(past.words().all::<Category>().collect::<Vec<_>>(), [Category::SALES_PROCESS]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn with_category(self, category: Category) -> Self {
        self.with_words(&Classification::of(category))
    }

    /// Sets how severe the complaint was.
    #[must_use]
    pub const fn with_severity(mut self, level: Severity) -> Self {
        self.severity = Some(level);
        self
    }

    /// Sets whether the complaint was found to be justified.
    ///
    /// # Example: only justified complaints count
    ///
    /// ```
    /// use redress::policy::condition::{Recurrence, RecurrenceKey};
    /// use redress::sample;
    /// use redress::triage::{History, PastCase};
    /// use redress::vocab::course::Validity;
    ///
    /// let customer = "K-1".parse()?;
    /// let past = PastCase::new("A-1".parse()?, "2026-02-01T10:00:00Z".parse()?).with_complainant(customer);
    /// let complaint = sample::complaint()?.with_complainant(customer);
    /// let upheld = Recurrence::new([RecurrenceKey::Complainant], 1).with_upheld();
    /// let count = |past| Ok::<_, Box<dyn std::error::Error>>(
    ///     complaint.repetitions(&upheld, &History::of([past])?, &sample::calendar()?).count,
    /// );
    /// assert_eq!(count(past.clone())?, 0); // nothing was found yet
    /// assert_eq!(count(past.with_validity(Validity::Established))?, 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn with_validity(mut self, validity: Validity) -> Self {
        self.validity = validity;
        self
    }

    /// Says that somebody was admonished because of the complaint, and that this was recorded.
    #[must_use]
    pub const fn with_admonition(mut self) -> Self {
        self.admonished = true;
        self
    }

    /// Returns the id of the case.
    #[must_use]
    pub const fn id(&self) -> CaseId {
        self.id
    }

    /// Returns when the complaint was received.
    #[must_use]
    pub const fn received(&self) -> DateTime<Utc> {
        self.received
    }

    /// Returns the words of every facet: how the complaint is classified.
    #[must_use]
    pub const fn words(&self) -> &Classification {
        &self.words
    }

    /// Returns the main category, if it is known.
    #[must_use]
    pub fn category(&self) -> Option<Category> {
        self.words.first()
    }
}
