//! What the row of a facet makes.

use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::text::from_text::deserialize_text;
use crate::text::text_enum::UnknownWord;
use crate::vocab::alias;
use crate::vocab::closed::Locale;
use crate::vocab::code::Code;
use crate::vocab::own_facet::OwnFacet;

/// Makes the enum of the facets, with their names and labels.
macro_rules! enum_of {
    ($($(#[$meta:meta])* $variant:ident: $module:ident::$word:ident = $text:literal, [$en:literal, $zh_hans:literal, $zh_hant:literal];)+) => {
        /// A kind of open words: which question a word answers. Each of the crate's is the
        /// [`Word::FACET`](super::Word::FACET) of one type; an organisation adds [its own](Facet::Own).
        ///
        /// Facets are ordered as they stand here, an organisation's own behind them by their names.
        ///
        /// ```
        /// use redress::vocab::{Category, Facet, Word};
        ///
        /// assert_eq!(Category::FACET, Facet::Category);
        /// assert_eq!(Facet::ClockName.as_str(), "clock-name");
        ///
        /// let store: Facet = "acme:store".parse()?;
        /// assert!(store > Facet::ClockName && store.standard_codes().is_empty());
        /// # Ok::<(), redress::vocab::error::UnknownWord>(())
        /// ```
        #[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
        #[non_exhaustive]
        pub enum Facet {
            $($(#[$meta])* $variant,)+
            /// One that an organisation adds, such as its stores or its lines of products.
            Own(OwnFacet),
        }

        impl Facet {
            /// The facets of the crate, in their order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name: what it is stored, sent and parsed as.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)+
                    Self::Own(own) => own.as_str(),
                }
            }

            /// The place among the facets of the crate; none for an own one.
            pub(crate) const fn number(&self) -> Option<u8> {
                #[repr(u8)]
                enum Number {
                    $($variant,)+
                }
                match self {
                    $(Self::$variant => Some(Number::$variant as u8),)+
                    Self::Own(_) => None,
                }
            }

            /// The facet for people. An own one reads as its name; [`Labels`](crate::labels::Labels::facet) knows how
            /// the organisation calls it.
            #[must_use]
            pub fn label(&self, locale: Locale) -> &str {
                match self {
                    $(Self::$variant => locale.pick([$en, $zh_hans, $zh_hant]),)+
                    Self::Own(own) => own.as_str(),
                }
            }

        }

        impl Facet {
            /// The facet of a name.
            pub(in crate::vocab) fn named(text: &str) -> Option<Self> {
                match text {
                    $($text => Some(Self::$variant),)+
                    own if own.contains(':') => own.parse().ok().map(Self::Own),
                    _ => None,
                }
            }
        }

        impl FromStr for Facet {
            type Err = UnknownWord;

            fn from_str(text: &str) -> Result<Self, UnknownWord> {
                Self::named(text).ok_or_else(|| UnknownWord::new("facet", text, &[$($text),+]))
            }
        }
    };
}

each_facet!(enum_of);

impl Facet {
    /// The facet whose words are good here too: a [`CauseGroup`](crate::vocab::kind::CauseGroup) is a
    /// [`Cause`](crate::vocab::Cause)
    /// that nobody knows more of.
    #[must_use]
    pub const fn roots(&self) -> Option<Self> {
        if matches!(self, Self::Cause) { Some(Self::CauseGroup) } else { None }
    }

    /// Whether a complaint has one word of it at most.
    ///
    /// ```
    /// use redress::vocab::Facet;
    ///
    /// assert!(Facet::Subject.is_single());
    /// assert!(!Facet::Category.is_single() && !Facet::Behaviour.is_single());
    /// ```
    #[must_use]
    pub const fn is_single(&self) -> bool {
        matches!(
            self,
            Self::Subject
                | Self::Cause
                | Self::CauseGroup
                | Self::FaultParty
                | Self::ClaimKind
                | Self::Channel
                | Self::Medium
                | Self::Region
                | Self::Topic
                | Self::Department
        )
    }

    /// The facet with this label in any language, or with this alias.
    ///
    /// ```
    /// use redress::vocab::Facet;
    ///
    /// assert_eq!(Facet::of_label("投訴人類型"), Some(Facet::ComplainantKind));
    /// assert_eq!(Facet::of_label("投訴人型別"), Some(Facet::ComplainantKind)); // converted by a machine
    /// ```
    #[must_use]
    pub fn of_label(text: &str) -> Option<Self> {
        let known =
            Self::ALL.iter().find(|facet| Locale::ALL.iter().any(|locale| facet.label(*locale) == text));
        known.copied().or_else(|| alias::word("facet", text)?.parse().ok())
    }

    /// What is read as this facet beside its labels, and never shown for it.
    #[must_use]
    pub fn aliases(&self) -> &'static [&'static str] {
        alias::aliases("facet", self.as_str())
    }

    /// What is read as the word with this code beside its labels, and never shown for it.
    ///
    /// ```
    /// use redress::vocab::{Channel, Facet};
    ///
    /// assert_eq!(Facet::Channel.aliases_of(Channel::EMAIL.code()), ["邮件", "郵件"]);
    /// ```
    #[must_use]
    pub fn aliases_of(&self, code: &Code) -> &'static [&'static str] {
        alias::aliases(self.as_str(), code.as_str())
    }
}

impl fmt::Display for Facet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl TryFrom<&str> for Facet {
    type Error = UnknownWord;

    fn try_from(text: &str) -> Result<Self, UnknownWord> {
        text.parse()
    }
}

impl Serialize for Facet {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Facet {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize_text(deserializer, "a facet")
    }
}

#[cfg(test)]
mod tests {
    use crate::vocab::alias::ALIASES;
    use crate::vocab::approval_act::ApprovalAct;
    use crate::vocab::facet::table::Facet;
    use crate::vocab::severity::Severity;
    use crate::vocab::validity::Validity;

    #[test]
    fn every_alias_is_of_a_word() {
        for (vocabulary, word, _) in ALIASES {
            let is_word = match *vocabulary {
                "severity" => word.parse::<Severity>().is_ok(),
                "validity" => word.parse::<Validity>().is_ok(),
                "approval act" => word.parse::<ApprovalAct>().is_ok(),
                "facet" => word.parse::<Facet>().is_ok(),
                open => {
                    let codes = open.parse::<Facet>().map(|facet| facet.standard_codes()).unwrap_or_default();
                    codes.iter().any(|code| code.as_str() == *word)
                }
            };
            assert!(is_word, "`{word}` is no word of `{vocabulary}`");
        }
    }
}
