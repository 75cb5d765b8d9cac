//! An entry of a playbook, and what it is for.

use alloc::borrow::Cow;

use crate::vocab::answer::{ImprovementMeasure, RelationshipPrinciple};
use crate::vocab::closed::closed_vocabulary;
use crate::vocab::kind::Nature;
use crate::vocab::person::{
    Behaviour, ChurnKind, ChurnSignal, Motive, Reaction, SilenceReason, SilentOutlet,
};
use crate::vocab::track::SpreadRisk;
use crate::vocab::{Channel, Code, Facet, Locale, RuleId, Stage, Topic, Word};

closed_vocabulary! {
    /// What an entry of a playbook is: words to say, something to do, to leave or to know.
    #[expect(clippy::exhaustive_enums, reason = "a new kind must break every embedder's match")]
    pub enum Advice = "a" "kind of advice";

    /// The intent of something to say, in short words.
    Say = "say", ["say", "说", "說"];
    /// Something to do.
    Do = "do", ["do", "做", "做"];
    /// Something to leave.
    Avoid = "avoid", ["avoid", "避免", "避免"];
    /// Something to know.
    Know = "know", ["know", "知悉", "知悉"];
}

/// Makes the words that an entry may be for: a variant and a conversion for each facet.
macro_rules! cues {
    ($($(#[$meta:meta])* $facet:ident;)+) => {
        /// What an entry of a playbook is for: a word of one of these facets, standard or an organisation's own.
        #[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
        #[non_exhaustive]
        pub enum Cue {
            $($(#[$meta])* $facet($facet),)+
        }

        $(
            impl From<$facet> for Cue {
                fn from(word: $facet) -> Self {
                    Self::$facet(word)
                }
            }
        )+

        impl Cue {
            /// The facet of the word.
            #[must_use]
            pub const fn facet(&self) -> Facet {
                match self {
                    $(Self::$facet(_) => Facet::$facet,)+
                }
            }

            /// The code of the word.
            #[must_use]
            pub fn code(&self) -> &Code {
                match self {
                    $(Self::$facet(word) => Word::code(word),)+
                }
            }
        }
    };
}

cues! {
    /// What the talk is about.
    Topic;
    /// Why somebody complains.
    Motive;
    /// How somebody complains.
    Behaviour;
    /// How the mind works while it is open.
    Reaction;
    /// What the grievance is like.
    Nature;
    /// The way it came in.
    Channel;
    /// Where it may spread to.
    SpreadRisk;
    /// What keeps a customer.
    RelationshipPrinciple;
    /// What is done so that it does not happen again.
    ImprovementMeasure;
    /// Why somebody does not complain.
    SilenceReason;
    /// Where the displeasure of a silent customer goes.
    SilentOutlet;
    /// What says that a customer may leave.
    ChurnSignal;
    /// How a customer is lost.
    ChurnKind;
}

impl Cue {
    /// Whether it is a word or a child of it.
    #[must_use]
    pub fn is_or_under(&self, other: &Self) -> bool {
        self.facet() == other.facet() && self.code().is_or_under(other.code())
    }
}

/// An entry: a short text in three languages, what it is for, and the elements it stands for.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Entry {
    pub(super) key: RuleId,
    pub(super) advice: Advice,
    pub(super) cues: Cow<'static, [Cue]>,
    pub(super) stages: Cow<'static, [Stage]>,
    pub(super) texts: [Cow<'static, str>; 3],
    pub(super) citations: Cow<'static, [Cow<'static, str>]>,
}

impl Entry {
    /// An entry with its texts in English, simplified and traditional Chinese.
    #[must_use]
    pub fn new<T: Into<Cow<'static, str>>>(key: RuleId, advice: Advice, texts: [T; 3]) -> Self {
        Self {
            key,
            advice,
            cues: Cow::Borrowed(&[]),
            stages: Cow::Borrowed(&[]),
            texts: texts.map(Into::into),
            citations: Cow::Borrowed(&[]),
        }
    }

    /// Says what it is for; more than once, for any of them.
    #[must_use]
    pub fn with_cue(mut self, word: impl Into<Cue>) -> Self {
        self.cues.to_mut().push(word.into());
        self
    }

    /// Says at which stage it is for; more than once, at any of them.
    #[must_use]
    pub fn with_stage(mut self, stage: Stage) -> Self {
        self.stages.to_mut().push(stage);
        self
    }

    /// Says where it comes from; more than once, from all of them.
    #[must_use]
    pub fn with_citation(mut self, source: impl Into<Cow<'static, str>>) -> Self {
        self.citations.to_mut().push(source.into());
        self
    }

    /// The key.
    #[must_use]
    pub const fn key(&self) -> RuleId {
        self.key
    }

    /// What it is.
    #[must_use]
    pub const fn advice(&self) -> Advice {
        self.advice
    }

    /// The words that it is for; none where it is for every complaint.
    #[must_use]
    pub fn cues(&self) -> &[Cue] {
        &self.cues
    }

    /// The stages that it is for; none where it is for no stage in particular.
    #[must_use]
    pub fn stages(&self) -> &[Stage] {
        &self.stages
    }

    /// The text.
    #[must_use]
    pub fn text(&self, locale: Locale) -> &str {
        let [english, simplified, traditional] = &self.texts;
        match locale {
            Locale::En => english,
            Locale::ZhHans => simplified,
            Locale::ZhHant => traditional,
        }
    }

    /// The elements that it stands for; none where it is an organisation's own.
    #[must_use]
    pub fn citations(&self) -> &[Cow<'static, str>] {
        &self.citations
    }
}
