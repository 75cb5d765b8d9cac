//! An entry of a playbook, and the words it is for.

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
    /// The kind of an entry: words to say, something to do, to avoid, or to know.
    #[expect(clippy::exhaustive_enums, reason = "a new kind must break every embedder's match")]
    pub enum Advice = "a" "kind of advice";

    /// The meaning of something to say, in short words. People say it in their own words.
    Say = "say", ["say", "说", "說"];
    /// Something to do.
    Do = "do", ["do", "做", "做"];
    /// Something to avoid.
    Avoid = "avoid", ["avoid", "避免", "避免"];
    /// Something to know.
    Know = "know", ["know", "知悉", "知悉"];
}

/// Makes the words that an entry can be for: a variant and a conversion for each facet.
macro_rules! cues {
    ($($(#[$meta:meta])* $facet:ident;)+) => {
        /// A word for which an entry of a playbook is meant, standard or an organisation's own.
        ///
        /// ```
        /// use redress::guidance::playbook::Cue;
        /// use redress::vocab::{Facet, Topic};
        ///
        /// let cue = Cue::from(Topic::TECHNICAL);
        /// assert_eq!(cue.facet(), Facet::Topic);
        /// assert!(Cue::from("technical.router".parse::<Topic>()?).is_or_under(&cue));
        /// # Ok::<(), redress::vocab::error::CodeError>(())
        /// ```
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
            /// Returns the facet of the word.
            #[must_use]
            pub const fn facet(&self) -> Facet {
                match self {
                    $(Self::$facet(_) => Facet::$facet,)+
                }
            }

            /// Returns the code of the word.
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
    /// The topic of the talk.
    Topic;
    /// Why somebody complains.
    Motive;
    /// How somebody complains.
    Behaviour;
    /// The complainant's state of mind while the case is open.
    Reaction;
    /// What drives the grievance.
    Nature;
    /// The way in which the complaint came in.
    Channel;
    /// How the complaint may spread.
    SpreadRisk;
    /// What keeps a customer.
    RelationshipPrinciple;
    /// What keeps the problem from happening again.
    ImprovementMeasure;
    /// Why a dissatisfied customer does not complain.
    SilenceReason;
    /// What a silent customer does instead.
    SilentOutlet;
    /// A sign that a customer may leave.
    ChurnSignal;
    /// How a customer is lost.
    ChurnKind;
}

impl Cue {
    /// Returns whether the word is `other` or lies under it.
    #[must_use]
    pub fn is_or_under(&self, other: &Self) -> bool {
        self.facet() == other.facet() && self.code().is_or_under(other.code())
    }
}

/// An entry of a playbook: a short text in three languages, the words and stages it is for, and the elements it stands
/// for.
///
/// ```
/// use redress::guidance::playbook::{Advice, Entry};
/// use redress::vocab::{Locale, RuleId, Stage, Topic};
/// use redress::word;
///
/// let entry = Entry::new(word!(RuleId, "acme:router"), Advice::Say, ["Is it on?", "开着吗？", "開著嗎？"])
///     .with_cue(Topic::TECHNICAL)
///     .with_stage(Stage::Received);
/// assert_eq!(entry.text(Locale::ZhHans), "开着吗？");
/// assert_eq!(entry.cues(), [Topic::TECHNICAL.into()]);
/// assert!(entry.citations().is_empty());
/// ```
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
    /// Makes an entry with its texts in English, simplified Chinese and traditional Chinese.
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

    /// Adds a word for which the entry is meant. An entry with several words is for any of them.
    #[must_use]
    pub fn with_cue(mut self, word: impl Into<Cue>) -> Self {
        self.cues.to_mut().push(word.into());
        self
    }

    /// Adds a stage at which the entry is meant. An entry with several stages is for any of them.
    #[must_use]
    pub fn with_stage(mut self, stage: Stage) -> Self {
        self.stages.to_mut().push(stage);
        self
    }

    /// Adds a source.
    #[must_use]
    pub fn with_citation(mut self, source: impl Into<Cow<'static, str>>) -> Self {
        self.citations.to_mut().push(source.into());
        self
    }

    /// Returns the key.
    #[must_use]
    pub const fn key(&self) -> RuleId {
        self.key
    }

    /// Returns the kind of the entry.
    #[must_use]
    pub const fn advice(&self) -> Advice {
        self.advice
    }

    /// Returns the words that the entry is for. Empty if it is for every complaint.
    #[must_use]
    pub fn cues(&self) -> &[Cue] {
        &self.cues
    }

    /// Returns the stages that the entry is for. Empty if it is for no stage in particular.
    #[must_use]
    pub fn stages(&self) -> &[Stage] {
        &self.stages
    }

    /// Returns the text in a language.
    #[must_use]
    pub fn text(&self, locale: Locale) -> &str {
        let [english, simplified, traditional] = &self.texts;
        match locale.nearest() {
            Locale::En | Locale::Other(_) => english,
            Locale::ZhHans => simplified,
            Locale::ZhHant => traditional,
        }
    }

    /// Returns the elements that the entry stands for. Empty for an organisation's own entry without a source.
    #[must_use]
    pub fn citations(&self) -> &[Cow<'static, str>] {
        &self.citations
    }
}
