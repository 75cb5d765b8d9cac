//! By what two complaints are found to be about the same thing.

use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::text::from_text::deserialize_text;
use crate::vocab::error::UnknownWord;
use crate::vocab::{Facet, Input, Locale};

/// By what two complaints are found to be about the same thing: a key that the host gives, or the words of a facet.
///
/// Of a facet with several words the main ones are compared, and they have to be the same: a word that stands under
/// another one is not that one. A complaint with a cause and without a cause group is of the group of its cause.
///
/// Its name is that of the facet. The [department](Facet::Department) that a complaint is about is called `unit`, as it is
/// as an [`Input`].
///
/// ```
/// use redress::policy::condition::RecurrenceKey;
/// use redress::vocab::Facet;
///
/// assert_eq!("unit".parse(), Ok(RecurrenceKey::UNIT));
/// assert_eq!("behaviour".parse(), Ok(RecurrenceKey::Word(Facet::Behaviour)));
/// assert!("acme:store".parse::<RecurrenceKey>().is_ok()); // a facet of an organisation's own
///
/// let error = "custumer".parse::<RecurrenceKey>().unwrap_err();
/// assert!(error.to_string().starts_with("key `custumer` is unknown, expected `complainant`, `staff`, `product`"));
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum RecurrenceKey {
    /// The same complainant.
    Complainant,
    /// The same person complained about.
    Staff,
    /// The same product, batch or device.
    Product,
    /// The same main word of a facet.
    Word(Facet),
}

impl RecurrenceKey {
    /// The same main category.
    pub const CATEGORY: Self = Self::Word(Facet::Category);
    /// The same cause.
    pub const CAUSE: Self = Self::Word(Facet::Cause);
    /// The same unit complained about.
    pub const UNIT: Self = Self::Word(Facet::Department);

    /// The keys of the crate; an organisation adds those by [its own facets](Facet::Own).
    pub fn standard() -> impl Iterator<Item = Self> {
        let facets = Facet::ALL.iter().filter(|facet| is_counted(**facet));
        [Self::Complainant, Self::Staff, Self::Product]
            .into_iter()
            .chain(facets.map(|facet| Self::Word(*facet)))
    }

    /// The facet whose words are compared; none for what the host gives a key of.
    #[must_use]
    pub const fn facet(&self) -> Option<Facet> {
        match self {
            Self::Word(facet) => Some(*facet),
            Self::Complainant | Self::Staff | Self::Product => None,
        }
    }

    /// The name: what it is stored, sent and parsed as.
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

    /// The key for people. A facet of the organisation's own reads as its name;
    /// [`Labels`](crate::labels::Labels::facet) knows how the organisation calls it.
    #[must_use]
    pub fn label(&self, locale: Locale) -> &str {
        match self {
            Self::Complainant => locale.pick(["complainant", "投诉人", "投訴人"]),
            Self::Staff => locale.pick(["person complained about", "被投诉人", "被投訴人"]),
            Self::Product => locale.pick(["product", "产品", "產品"]),
            Self::Word(Facet::Department) => Input::UNIT.label(locale),
            Self::Word(Facet::Cause) => Input::CAUSE.label(locale),
            Self::Word(facet) => facet.label(locale),
        }
    }
}

/// Whether complaints have words of a facet: a fact is counted, and a mark is given by rules.
pub(super) const fn is_counted(facet: Facet) -> bool {
    !matches!(facet, Facet::Fact | Facet::Mark)
}

/// The keys that are asked most, for an error.
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
