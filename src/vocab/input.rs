//! What decision tables look at.

use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::text::from_text::deserialize_text;
use crate::text::text_enum::UnknownWord;
use crate::vocab::closed::Locale;
use crate::vocab::facet::table::Facet;

/// An input of rules and tables: a question that a complaint answers, with words of a facet or with its severity.
///
/// Its name is that of the facet. Only the [department](Facet::Department) that a complaint is about is called `unit`,
/// beside the one that deals with it. What is so, and how often, is asked as a [`Fact`](crate::vocab::Fact) and not as
/// an input.
///
/// ```
/// use redress::vocab::{Facet, Input};
///
/// assert_eq!(Input::UNIT.facet(), Some(Facet::Department));
/// assert_eq!("behaviour".parse(), Ok(Input::Word(Facet::Behaviour)));
/// assert_eq!("severity".parse(), Ok(Input::Severity));
/// assert!("acme:store".parse::<Input>().is_ok()); // a facet of an organisation's own
/// assert!("fact".parse::<Input>().is_err());
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum Input {
    /// The words of a facet.
    Word(Facet),
    /// How bad it is: [`Severity`](crate::vocab::Severity).
    Severity,
}

impl Input {
    /// What it is filed under: [`Category`](crate::vocab::Category).
    pub const CATEGORY: Self = Self::Word(Facet::Category);
    /// What it is about: [`Subject`](crate::vocab::Subject).
    pub const SUBJECT: Self = Self::Word(Facet::Subject);
    /// Why it went wrong: [`Cause`](crate::vocab::Cause).
    pub const CAUSE: Self = Self::Word(Facet::Cause);
    /// Whose fault it was: [`FaultParty`](crate::vocab::FaultParty).
    pub const FAULT_PARTY: Self = Self::Word(Facet::FaultParty);
    /// Under which definition it is pursued: [`ClaimKind`](crate::vocab::kind::ClaimKind).
    pub const CLAIM_KIND: Self = Self::Word(Facet::ClaimKind);
    /// What the complainant wants: [`Demand`](crate::vocab::Demand).
    pub const DEMAND: Self = Self::Word(Facet::Demand);
    /// The way it came in: [`Channel`](crate::vocab::Channel).
    pub const CHANNEL: Self = Self::Word(Facet::Channel);
    /// How it was put: [`Medium`](crate::vocab::kind::Medium).
    pub const MEDIUM: Self = Self::Word(Facet::Medium);
    /// Where it happened: [`Region`](crate::vocab::Region).
    pub const REGION: Self = Self::Word(Facet::Region);
    /// What is done against further damage: [`Containment`](crate::vocab::track::Containment).
    pub const CONTAINMENT: Self = Self::Word(Facet::Containment);
    /// Which playbook it is for: [`Topic`](crate::vocab::Topic).
    pub const TOPIC: Self = Self::Word(Facet::Topic);
    /// The unit that it is about: [`Department`](crate::vocab::Department).
    pub const UNIT: Self = Self::Word(Facet::Department);
    /// What rules marked it with, all of them at once: [`Mark`](crate::vocab::Mark). So facts decide who gets it.
    pub const MARK: Self = Self::Word(Facet::Mark);

    /// The inputs of the crate: the facets in their order, and the severity.
    pub fn standard() -> impl Iterator<Item = Self> {
        let facets = Facet::ALL.iter().filter(|facet| **facet != Facet::Fact);
        facets.map(|facet| Self::Word(*facet)).chain([Self::Severity])
    }

    /// The facet whose words answer it; none for the severity, whose levels are closed.
    #[must_use]
    pub const fn facet(&self) -> Option<Facet> {
        match self {
            Self::Word(facet) => Some(*facet),
            Self::Severity => None,
        }
    }

    /// The name: what it is stored, sent and parsed as.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Word(Facet::Department) => "unit",
            Self::Word(facet) => facet.as_str(),
            Self::Severity => "severity",
        }
    }

    /// The input for people.
    #[must_use]
    pub fn label(&self, locale: Locale) -> &str {
        match self {
            Self::Word(Facet::Department) => locale.pick(["unit concerned", "相关单位", "相關單位"]),
            Self::Word(Facet::Cause) => locale.pick(["cause", "投诉原因", "投訴原因"]),
            Self::Word(facet) => facet.label(locale),
            Self::Severity => locale.pick(["severity", "严重程度", "嚴重程度"]),
        }
    }

    /// The input of a name.
    pub(in crate::vocab) fn named(text: &str) -> Option<Self> {
        match text {
            "severity" => Some(Self::Severity),
            "unit" => Some(Self::UNIT),
            "department" | "fact" => None,
            facet => Facet::named(facet).map(Self::Word),
        }
    }

    /// Whether a complaint can say of itself that the answer is none.
    pub(crate) const fn may_be_nothing(&self) -> bool {
        matches!(*self, Self::DEMAND | Self::MARK)
    }
}

impl From<Facet> for Input {
    fn from(facet: Facet) -> Self {
        Self::Word(facet)
    }
}

impl FromStr for Input {
    type Err = UnknownWord;

    fn from_str(text: &str) -> Result<Self, UnknownWord> {
        Self::named(text).ok_or_else(|| UnknownWord::new("input", text, EXPECTED))
    }
}

/// The inputs that are asked most, for an error.
const EXPECTED: &[&str] = &[
    "category",
    "subject",
    "cause",
    "fault-party",
    "claim-kind",
    "demand",
    "channel",
    "medium",
    "region",
    "containment",
    "topic",
    "unit",
    "mark",
    "severity",
];

impl TryFrom<&str> for Input {
    type Error = UnknownWord;

    fn try_from(text: &str) -> Result<Self, UnknownWord> {
        text.parse()
    }
}

impl fmt::Display for Input {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl Serialize for Input {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Input {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize_text(deserializer, "an input")
    }
}
