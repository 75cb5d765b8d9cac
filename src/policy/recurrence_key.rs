//! The keys by which complaints are recognised as repetitions.

use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::labels::phrases::{MARK_COMPLAINANT, MARK_PRODUCT, MARK_STAFF};
use crate::text::from_text::deserialize_text;
use crate::vocab::error::UnknownWord;
use crate::vocab::{Facet, Input, Locale};

/// A key for recognising that two complaints are about the same thing: an id from the host, or the words of a facet.
///
/// If a complaint has several words of the facet, its main word is compared. The words must be equal: a word below
/// another one is a different word. A complaint with a cause but no cause group has the group of its cause.
///
/// The name of a key is the name of its facet, with one exception: the [department](Facet::Department) that a
/// complaint is about is called `unit`, as in [`Input`].
///
/// # Example
///
/// ```
/// use redress::policy::condition::RecurrenceKey;
/// use redress::vocab::Facet;
///
/// assert_eq!("unit".parse(), Ok(RecurrenceKey::UNIT));
/// assert_eq!("behaviour".parse(), Ok(RecurrenceKey::Word(Facet::Behaviour)));
/// assert!("acme:store".parse::<RecurrenceKey>().is_ok()); // a facet that an organisation adds
///
/// let error = "custumer".parse::<RecurrenceKey>().unwrap_err();
/// assert!(error.to_string().starts_with("key `custumer` is unknown, expected `complainant`, `staff`, `product`"));
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum RecurrenceKey {
    /// The complainant, by the id that the host gives.
    Complainant,
    /// The person complained about, by the id that the host gives.
    Staff,
    /// The product, batch or device, by the id that the host gives.
    Product,
    /// The main word of this facet.
    Word(Facet),
}

impl RecurrenceKey {
    /// The main category.
    pub const CATEGORY: Self = Self::Word(Facet::Category);
    /// The main cause.
    pub const CAUSE: Self = Self::Word(Facet::Cause);
    /// The unit that the complaint is about.
    pub const UNIT: Self = Self::Word(Facet::Department);

    /// Returns the keys of this crate. The [facets of an organisation](Facet::Own) are keys too.
    ///
    /// ```
    /// use redress::policy::condition::RecurrenceKey;
    /// use redress::vocab::Facet;
    ///
    /// assert_eq!(RecurrenceKey::standard().next(), Some(RecurrenceKey::Complainant));
    /// assert!(!RecurrenceKey::standard().any(|key| key.facet() == Some(Facet::Mark))); // marks come from rules
    /// ```
    pub fn standard() -> impl Iterator<Item = Self> {
        let facets = Facet::ALL.iter().filter(|facet| is_counted(**facet));
        [Self::Complainant, Self::Staff, Self::Product]
            .into_iter()
            .chain(facets.map(|facet| Self::Word(*facet)))
    }

    /// Returns the facet whose words are compared, or `None` for an id from the host.
    #[must_use]
    pub const fn facet(&self) -> Option<Facet> {
        match self {
            Self::Word(facet) => Some(*facet),
            Self::Complainant | Self::Staff | Self::Product => None,
        }
    }

    /// Returns the name by which the key is stored, sent and parsed.
    ///
    /// ```
    /// use redress::policy::condition::RecurrenceKey;
    ///
    /// assert_eq!(RecurrenceKey::UNIT.as_str(), "unit");
    /// assert_eq!(RecurrenceKey::CAUSE.as_str(), "cause");
    /// ```
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Complainant => "complainant",
            Self::Staff => "staff",
            Self::Product => "product",
            Self::Word(Facet::Department) => "unit",
            Self::Word(facet) => facet.as_str(),
        }
    }

    /// Returns the label of the key. A facet of an organisation is labelled with its name;
    /// [`Labels::facet`](crate::labels::Labels::facet) returns the organisation's own label.
    ///
    /// ```
    /// use redress::policy::condition::RecurrenceKey;
    /// use redress::vocab::Locale;
    ///
    /// assert_eq!(RecurrenceKey::Staff.label(Locale::En), "person complained about");
    /// ```
    #[must_use]
    pub fn label(&self, locale: Locale) -> &str {
        match self {
            Self::Complainant => locale.pick(MARK_COMPLAINANT.texts),
            Self::Staff => locale.pick(MARK_STAFF.texts),
            Self::Product => locale.pick(MARK_PRODUCT.texts),
            Self::Word(Facet::Department) => Input::UNIT.label(locale),
            Self::Word(Facet::Cause) => Input::CAUSE.label(locale),
            Self::Word(facet) => facet.label(locale),
        }
    }
}

/// Whether complaints have words of a facet. Facts are counted and marks come from rules, so they do not.
pub(super) const fn is_counted(facet: Facet) -> bool {
    !matches!(facet, Facet::Fact | Facet::Mark)
}

/// The most common keys, for an error text.
const EXPECTED: &[&str] =
    &["complainant", "staff", "product", "unit", "cause", "category", "subject", "channel", "region"];

impl FromStr for RecurrenceKey {
    type Err = UnknownWord;

    fn from_str(text: &str) -> Result<Self, UnknownWord> {
        match text {
            "complainant" => Ok(Self::Complainant),
            "staff" => Ok(Self::Staff),
            "product" => Ok(Self::Product),
            "unit" => Ok(Self::UNIT),
            "department" => Err(UnknownWord::new("key", text, EXPECTED)),
            facet => facet.parse().map(Self::Word).map_err(|_| UnknownWord::new("key", text, EXPECTED)),
        }
    }
}

impl TryFrom<&str> for RecurrenceKey {
    type Error = UnknownWord;

    fn try_from(text: &str) -> Result<Self, UnknownWord> {
        text.parse()
    }
}

impl fmt::Display for RecurrenceKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl Serialize for RecurrenceKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for RecurrenceKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize_text(deserializer, "a key")
    }
}
