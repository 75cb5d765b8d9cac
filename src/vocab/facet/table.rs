//! The code that the row of a facet generates.

use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::text::from_text::deserialize_text;
use crate::text::text_enum::UnknownWord;
use crate::vocab::alias;
use crate::vocab::code::Code;
use crate::vocab::locale::Locale;
use crate::vocab::own_facet::OwnFacet;

/// Makes the enum of the facets, with their names and labels.
macro_rules! enum_of {
    ($($(#[$meta:meta])* $variant:ident: $module:ident::$word:ident = $text:literal, [$en:literal, $zh_hans:literal, $zh_hant:literal];)+) => {
        /// A kind of open word: the question that a word answers.
        ///
        /// Each facet of this crate is the [`Word::FACET`](super::Word::FACET) of one type. An organisation can add
        /// [its own](Facet::Own), such as its stores. Facets are ordered as listed here, and an organisation's own come
        /// last, ordered by name.
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
            /// A facet that an organisation adds, such as its stores or its product lines.
            Own(OwnFacet),
        }

        impl Facet {
            /// The facets of this crate, in their order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Returns the name of the facet: the text that is stored, sent and parsed.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)+
                    Self::Own(own) => own.as_str(),
                }
            }

            /// Returns the position among the facets of this crate. `None` for an organisation's own.
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

            /// Returns the facet in a language, to show to people.
            ///
            /// An organisation's own facet returns its name here. [`Labels::facet`](crate::labels::Labels::facet) knows
            /// the label that the organisation gave it.
            ///
            /// ```
            /// use redress::vocab::{Facet, Locale};
            ///
            /// assert_eq!(Facet::ClockName.label(Locale::En), "clock");
            /// assert_eq!("acme:store".parse::<Facet>()?.label(Locale::En), "acme:store");
            /// # Ok::<(), redress::vocab::error::UnknownWord>(())
            /// ```
            #[must_use]
            pub fn label(&self, locale: Locale) -> &str {
                match self {
                    $(Self::$variant => locale.pick([$en, $zh_hans, $zh_hant]),)+
                    Self::Own(own) => own.as_str(),
                }
            }

        }

        impl Facet {
            /// Returns the facet of a name.
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
    /// Returns the facet whose words are also words of this one.
    ///
    /// Only [`Cause`](crate::vocab::Cause) has one: a [`CauseGroup`](crate::vocab::kind::CauseGroup) is a cause about
    /// which nobody knows more.
    ///
    /// ```
    /// use redress::vocab::Facet;
    ///
    /// assert_eq!(Facet::Cause.roots(), Some(Facet::CauseGroup));
    /// assert_eq!(Facet::Category.roots(), None);
    /// ```
    #[must_use]
    pub const fn roots(&self) -> Option<Self> {
        if matches!(self, Self::Cause) { Some(Self::CauseGroup) } else { None }
    }

    /// Returns whether a complaint has at most one word of this facet.
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

    /// Returns the facet that has this label in any language, or this alias.
    ///
    /// ```
    /// use redress::vocab::Facet;
    ///
    /// assert_eq!(Facet::of_label("投訴人類型"), Some(Facet::ComplainantKind));
    /// assert_eq!(Facet::of_label("投訴人型別"), Some(Facet::ComplainantKind)); // a slip of automatic conversion
    /// ```
    #[must_use]
    pub fn of_label(text: &str) -> Option<Self> {
        let known =
            Self::ALL.iter().find(|facet| Locale::ALL.iter().any(|locale| facet.label(*locale) == text));
        known.copied().or_else(|| alias::word("facet", text)?.parse().ok())
    }

    /// Returns the other texts that [`of_label`](Self::of_label) reads as this facet. They are never shown.
    #[must_use]
    pub fn aliases(&self) -> &'static [&'static str] {
        alias::aliases("facet", self.as_str())
    }

    /// Returns the other texts that [`by_label`](Self::by_label) reads as the word with this code. They are never
    /// shown.
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
    use crate::vocab::accident_step::AccidentStep;
    use crate::vocab::action::Action;
    use crate::vocab::alias::ALIASES;
    use crate::vocab::approval_act::ApprovalAct;
    use crate::vocab::closure_kind::ClosureKind;
    use crate::vocab::decision_kind::DecisionKind;
    use crate::vocab::duty::Duty;
    use crate::vocab::facet::table::Facet;
    use crate::vocab::severity::Severity;
    use crate::vocab::stage::Stage;
    use crate::vocab::standing::Standing;
    use crate::vocab::validity::Validity;

    #[test]
    fn every_alias_is_of_a_word() {
        for (vocabulary, word, _) in ALIASES {
            let is_word = match *vocabulary {
                "step after an accident" => word.parse::<AccidentStep>().is_ok(),
                "action" => word.parse::<Action>().is_ok(),
                "closure kind" => word.parse::<ClosureKind>().is_ok(),
                "kind of decision" => word.parse::<DecisionKind>().is_ok(),
                "duty" => word.parse::<Duty>().is_ok(),
                "stage" => word.parse::<Stage>().is_ok(),
                "standing" => word.parse::<Standing>().is_ok(),
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
