//! The inputs of decision tables.

use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::text::from_text::deserialize_text;
use crate::text::text_enum::UnknownWord;
use crate::vocab::facet::table::Facet;
use crate::vocab::locale::Locale;

/// A column of rules and tables: a question about a complaint, answered by words of a facet or by the severity.
///
/// An input has the name of its facet. One name differs: the [department](Facet::Department) that a complaint is
/// *about* is called `unit`, because the department that *deals with* it is the result of routing. Facts are not
/// inputs: conditions ask for a [`Fact`](crate::vocab::Fact) by itself.
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
    /// The [`Severity`](crate::vocab::Severity) of the complaint.
    Severity,
}

impl Input {
    /// The category under which it is filed: [`Category`](crate::vocab::Category).
    pub const CATEGORY: Self = Self::Word(Facet::Category);
    /// What it is about: [`Subject`](crate::vocab::Subject).
    pub const SUBJECT: Self = Self::Word(Facet::Subject);
    /// Why it went wrong: [`Cause`](crate::vocab::Cause).
    pub const CAUSE: Self = Self::Word(Facet::Cause);
    /// The party at fault: [`FaultParty`](crate::vocab::FaultParty).
    pub const FAULT_PARTY: Self = Self::Word(Facet::FaultParty);
    /// The legal form of the complaint: [`ClaimKind`](crate::vocab::kind::ClaimKind).
    pub const CLAIM_KIND: Self = Self::Word(Facet::ClaimKind);
    /// What the complainant asks for: [`Demand`](crate::vocab::Demand).
    pub const DEMAND: Self = Self::Word(Facet::Demand);
    /// The way in which it came in: [`Channel`](crate::vocab::Channel).
    pub const CHANNEL: Self = Self::Word(Facet::Channel);
    /// Whether it was written or spoken: [`Medium`](crate::vocab::kind::Medium).
    pub const MEDIUM: Self = Self::Word(Facet::Medium);
    /// Where it happened: [`Region`](crate::vocab::Region).
    pub const REGION: Self = Self::Word(Facet::Region);
    /// The measures against further damage: [`Containment`](crate::vocab::track::Containment).
    pub const CONTAINMENT: Self = Self::Word(Facet::Containment);
    /// The topic of the playbook: [`Topic`](crate::vocab::Topic).
    pub const TOPIC: Self = Self::Word(Facet::Topic);
    /// The unit that the complaint is about: [`Department`](crate::vocab::Department).
    pub const UNIT: Self = Self::Word(Facet::Department);
    /// All marks that rules set: [`Mark`](crate::vocab::Mark). Routing by marks lets facts decide who gets the
    /// complaint.
    pub const MARK: Self = Self::Word(Facet::Mark);

    /// Returns the inputs of this crate: the facets in their order, without facts, and then the severity.
    ///
    /// ```
    /// use redress::vocab::{Facet, Input};
    ///
    /// assert!(Input::standard().all(|input| input != Input::Word(Facet::Fact)));
    /// assert_eq!(Input::standard().last(), Some(Input::Severity));
    /// ```
    pub fn standard() -> impl Iterator<Item = Self> {
        let facets = Facet::ALL.iter().filter(|facet| **facet != Facet::Fact);
        facets.map(|facet| Self::Word(*facet)).chain([Self::Severity])
    }

    /// Returns the facet whose words answer the input. `None` for the severity, whose levels are closed.
    #[must_use]
    pub const fn facet(&self) -> Option<Facet> {
        match self {
            Self::Word(facet) => Some(*facet),
            Self::Severity => None,
        }
    }

    /// Returns the name of the input: the text that is stored, sent and parsed.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Word(Facet::Department) => "unit",
            Self::Word(facet) => facet.as_str(),
            Self::Severity => "severity",
        }
    }

    /// Returns the input in a language, to show to people.
    ///
    /// ```
    /// use redress::vocab::{Input, Locale};
    ///
    /// assert_eq!(Input::UNIT.label(Locale::En), "unit concerned");
    /// assert_eq!(Input::UNIT.as_str(), "unit");
    /// ```
    #[must_use]
    pub fn label(&self, locale: Locale) -> &str {
        match self {
            Self::Word(Facet::Department) => locale.pick(UNIT),
            Self::Word(Facet::Cause) => locale.pick(CAUSE),
            Self::Word(facet) => facet.label(locale),
            Self::Severity => locale.pick(SEVERITY),
        }
    }

    /// Returns the input of a name.
    pub(in crate::vocab) fn named(text: &str) -> Option<Self> {
        match text {
            "severity" => Some(Self::Severity),
            "unit" => Some(Self::UNIT),
            "department" | "fact" => None,
            facet => Facet::named(facet).map(Self::Word),
        }
    }

    /// Returns whether a complaint can state that the answer is "nothing".
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

/// The most used inputs, for the text of an error.
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

/// What an input is called where it is not called as its facet.
pub(crate) const UNIT: [&str; 3] = ["unit concerned", "相关单位", "相關單位"];
pub(crate) const CAUSE: [&str; 3] = ["cause", "投诉原因", "投訴原因"];
pub(crate) const SEVERITY: [&str; 3] = ["severity", "严重程度", "嚴重程度"];
