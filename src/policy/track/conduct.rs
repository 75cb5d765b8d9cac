//! How an organisation meets a complainant: the sides of conflicts between procedures that are about conduct.

use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::policy::fault::{FaultPlace, PolicyFault};
use crate::taxonomy::Taxonomy;
use crate::text::map_only::map_only;
use crate::text::text_enum::text_enum;
use crate::vocab::Fact;

/// How an organisation meets a complainant: what it offers, how it talks, in which tone.
///
/// Nothing of it bars a step of a case; the rules of [`triage`](mod@crate::triage) take its parts. Where the procedure
/// says nothing, a part is not there.
///
/// ```
/// use redress::policy::track::{CompensationRule, Conduct, ConversationRule};
///
/// // A developer: compensation is not raised, and a dispute is settled face to face.
/// let conduct = Conduct::new()
///     .with_compensation(CompensationRule::Avoid)
///     .with_conversation(ConversationRule::ByMatter);
/// assert_eq!(conduct.conversation(), Some(ConversationRule::ByMatter));
/// assert_eq!(conduct.tone(), None);
/// ```
///
/// As a document it has a key for each part: `{"compensation": "avoid", "conversation": "by-matter"}`.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
pub struct Conduct {
    #[serde(skip_serializing_if = "Option::is_none")]
    compensation: Option<CompensationRule>,
    #[serde(skip_serializing_if = "Option::is_none")]
    conversation: Option<ConversationRule>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tone: Option<ToneRule>,
}

map_only!(Conduct, "the conduct");

/// When compensation may be offered (K05).
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the sides of K05")]
pub enum CompensationRule {
    /// Before anybody asks for it (S11-R11, S17-R09).
    Proactive,
    /// For grave errors (S25-R05).
    #[default]
    GraveErrors,
    /// Where the complainant is not satisfied otherwise (S22-R07).
    Unsatisfied,
    /// Not by the organisation itself (S37-R15).
    Avoid,
}

text_enum!(CompensationRule = "a" "rule of compensation" {
    Proactive = "proactive",
    GraveErrors = "grave-errors",
    Unsatisfied = "unsatisfied",
    Avoid = "avoid",
});

/// How a complaint is talked about (K04).
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the sides of K04, and the advice of one procedure")]
pub enum ConversationRule {
    /// The complainant is first called or sent a fax; the answer is agreed inside and follows (S14-R04, S14-R05).
    CallFirst,
    /// What it is about decides: plain questions by phone, disputes and hard matters face to face (S37-R34 to
    /// S37-R36).
    ByMatter,
    /// Who complains by phone is asked to bring the product back, where it is looked at together (S08-R11).
    BringBack,
}

text_enum!(ConversationRule = "a" "rule of conversations" {
    CallFirst = "call-first",
    ByMatter = "by-matter",
    BringBack = "bring-back",
});

/// In which tone one speaks of the fault (K02). Whose fault it was is a fact, which no tone changes.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the sides of K02")]
pub enum ToneRule {
    /// By who was at fault: an apology for one's own, tact for the customer's (S08-R05, S08-R06).
    ByFault,
    /// As though it were always one's own: what the customer misunderstood was badly explained (S08-R01).
    OursAlways,
}

text_enum!(ToneRule = "a" "rule of the tone" { ByFault = "by-fault", OursAlways = "ours-always" });

impl Conduct {
    /// Nothing is said.
    #[must_use]
    pub const fn new() -> Self {
        Self { compensation: None, conversation: None, tone: None }
    }

    /// Chooses when compensation may be offered.
    #[must_use]
    pub const fn with_compensation(mut self, rule: CompensationRule) -> Self {
        self.compensation = Some(rule);
        self
    }

    /// Chooses how a complaint is talked about.
    #[must_use]
    pub const fn with_conversation(mut self, rule: ConversationRule) -> Self {
        self.conversation = Some(rule);
        self
    }

    /// Chooses in which tone one speaks of the fault.
    #[must_use]
    pub const fn with_tone(mut self, rule: ToneRule) -> Self {
        self.tone = Some(rule);
        self
    }

    /// When compensation may be offered.
    #[must_use]
    pub const fn compensation(&self) -> Option<CompensationRule> {
        self.compensation
    }

    /// How a complaint is talked about.
    #[must_use]
    pub const fn conversation(&self) -> Option<ConversationRule> {
        self.conversation
    }

    /// In which tone one speaks of the fault.
    #[must_use]
    pub const fn tone(&self) -> Option<ToneRule> {
        self.tone
    }

    /// A fact that a chosen rule looks at must be one that a complaint can have.
    pub(crate) fn prove(self, taxonomy: &Taxonomy, faults: &mut Vec<PolicyFault>) {
        let place = FaultPlace::Conduct;
        let compensation: &[Fact] = match self.compensation {
            Some(CompensationRule::GraveErrors) => &[Fact::GRAVE_ERROR],
            Some(CompensationRule::Unsatisfied) => &[Fact::UNSATISFIED],
            Some(CompensationRule::Proactive | CompensationRule::Avoid) | None => &[],
        };
        let conversation: &[Fact] = match self.conversation {
            Some(ConversationRule::ByMatter) => &[Fact::COMMON_SENSE_QUESTION, Fact::IN_PUBLISHED_FAQ],
            Some(ConversationRule::CallFirst | ConversationRule::BringBack) | None => &[],
        };
        let asked = compensation.iter().chain(conversation);
        let undeclared = asked.filter_map(|&fact| taxonomy.check_known(fact).err());
        faults.extend(undeclared.map(|error| PolicyFault::Undeclared { place, error }));
    }
}
