//! How an organisation treats a complainant: compensation, conversation, tone.
//!
//! Procedures contradict each other on these points. Each enum lists the answers that are in use, and a policy chooses
//! one of them.

use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::policy::fault::{FaultPlace, PolicyFault};
use crate::taxonomy::Taxonomy;
use crate::text::map_only::map_only;
use crate::text::text_enum::text_enum;
use crate::vocab::Fact;

/// How an organisation treats a complainant: when it offers compensation, how it talks, in which tone.
///
/// The choices block no step of a case. They are advice that a host can look up and show. A part is `None` if the
/// procedure does not say anything about it.
///
/// # Example: compensation is never offered, disputes are settled face to face
///
/// ```
/// use redress::policy::track::{CompensationRule, Conduct, ConversationRule};
///
/// let conduct = Conduct::new()
///     .with_compensation(CompensationRule::Avoid)
///     .with_conversation(ConversationRule::ByMatter);
/// assert_eq!(conduct.tone(), None); // the procedure does not mention it
///
/// let document = r#"{"compensation":"avoid","conversation":"by-matter"}"#;
/// assert_eq!(serde_json::to_string(&conduct)?, document);
/// # Ok::<(), serde_json::Error>(())
/// ```
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

/// When the organisation may offer compensation.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "both sides of a conflict between procedures")]
pub enum CompensationRule {
    /// Before the complainant asks for it.
    Proactive,
    /// For grave errors: the fact [`Fact::GRAVE_ERROR`] must be so. This is the default.
    #[default]
    GraveErrors,
    /// If nothing else satisfied the complainant: the fact [`Fact::UNSATISFIED`] must be so.
    Unsatisfied,
    /// Never on the organisation's own initiative.
    Avoid,
}

text_enum!(CompensationRule = "a" "rule of compensation" {
    Proactive = "proactive",
    GraveErrors = "grave-errors",
    Unsatisfied = "unsatisfied",
    Avoid = "avoid",
});

/// How the organisation talks with a complainant.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(
    clippy::exhaustive_enums,
    reason = "both sides of a conflict between procedures, and the advice of a third"
)]
pub enum ConversationRule {
    /// The complainant first gets a call or a fax. The answer is agreed internally and follows.
    CallFirst,
    /// The matter decides: simple questions by phone, disputes and difficult matters face to face.
    ByMatter,
    /// A complainant who calls is asked to bring the product, so that both can look at it together.
    BringBack,
}

text_enum!(ConversationRule = "a" "rule of conversations" {
    CallFirst = "call-first",
    ByMatter = "by-matter",
    BringBack = "bring-back",
});

/// In which tone the organisation speaks about a fault. Whose fault it was is a fact, and no tone changes it.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "both sides of a conflict between procedures")]
pub enum ToneRule {
    /// It depends on whose fault it was: an apology for the organisation's own fault, tact for the customer's.
    ByFault,
    /// As if the fault were always the organisation's own: what the customer misunderstood was badly explained.
    OursAlways,
}

text_enum!(ToneRule = "a" "rule of the tone" { ByFault = "by-fault", OursAlways = "ours-always" });

impl Conduct {
    /// Creates a conduct that says nothing about any part.
    #[must_use]
    pub const fn new() -> Self {
        Self { compensation: None, conversation: None, tone: None }
    }

    /// Sets when the organisation may offer compensation.
    #[must_use]
    pub const fn with_compensation(mut self, rule: CompensationRule) -> Self {
        self.compensation = Some(rule);
        self
    }

    /// Sets how the organisation talks with a complainant.
    #[must_use]
    pub const fn with_conversation(mut self, rule: ConversationRule) -> Self {
        self.conversation = Some(rule);
        self
    }

    /// Sets in which tone the organisation speaks about a fault.
    #[must_use]
    pub const fn with_tone(mut self, rule: ToneRule) -> Self {
        self.tone = Some(rule);
        self
    }

    /// Returns when the organisation may offer compensation, or `None` if the procedure does not say.
    #[must_use]
    pub const fn compensation(&self) -> Option<CompensationRule> {
        self.compensation
    }

    /// Returns how the organisation talks with a complainant, or `None` if the procedure does not say.
    #[must_use]
    pub const fn conversation(&self) -> Option<ConversationRule> {
        self.conversation
    }

    /// Returns in which tone the organisation speaks about a fault, or `None` if the procedure does not say.
    #[must_use]
    pub const fn tone(&self) -> Option<ToneRule> {
        self.tone
    }

    /// Checks that complaints can have the facts that the chosen rules look at.
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
