//! The standard words of each kind of open words.

use alloc::vec::Vec;

use crate::vocab::alias;
use crate::vocab::anchor::Anchor;
use crate::vocab::answer::{ActionTrack, ComparisonAxis, ImprovementMeasure, RelationshipPrinciple};
use crate::vocab::category::Category;
use crate::vocab::cause::Cause;
use crate::vocab::cause_group::CauseGroup;
use crate::vocab::channel::Channel;
use crate::vocab::claim_kind::ClaimKind;
use crate::vocab::clock_name::ClockName;
use crate::vocab::closed::Locale;
use crate::vocab::code::Code;
use crate::vocab::containment::Containment;
use crate::vocab::course::{HarmKind, LapseKind, Measurability};
use crate::vocab::demand::Demand;
use crate::vocab::department::Department;
use crate::vocab::dynamic::Dynamic;
use crate::vocab::extension_reason::ExtensionReason;
use crate::vocab::facet::Facet;
use crate::vocab::fact::Fact;
use crate::vocab::fault_party::FaultParty;
use crate::vocab::follow_up::FollowUp;
use crate::vocab::form_field::FormField;
use crate::vocab::importance::Importance;
use crate::vocab::mark::Mark;
use crate::vocab::medium::Medium;
use crate::vocab::nature::Nature;
use crate::vocab::not_established_reason::NotEstablishedReason;
use crate::vocab::open::Word;
use crate::vocab::organisation::{
    AnalysisMethod, ApprovalLevel, EvidenceBasis, Indicator, JudgementCriterion, Record, Report,
};
use crate::vocab::origin::Origin;
use crate::vocab::pause_reason::PauseReason;
use crate::vocab::person::{
    Behaviour, BenefitSought, ChurnKind, ChurnSignal, ComplainantKind, Motive, Purpose, Reaction,
    SatisfactionFactor, SilenceReason, SilentOutlet,
};
use crate::vocab::region::Region;
use crate::vocab::remedy::Remedy;
use crate::vocab::risk_area::RiskArea;
use crate::vocab::role::Role;
use crate::vocab::rule_id::RuleId;
use crate::vocab::sanction::Sanction;
use crate::vocab::spread_risk::SpreadRisk;
use crate::vocab::subject::Subject;
use crate::vocab::thanks_occasion::ThanksOccasion;
use crate::vocab::topic::Topic;
use crate::vocab::urgency::Urgency;

/// Takes the same value of the word type of each facet.
macro_rules! of_each {
    ($facet:expr, $word:ident => $value:expr) => {
        of_each!(@match $facet, $word => $value;
            Category Subject CauseGroup Cause Demand Channel Medium Department Role Fact Anchor
            ClockName PauseReason ExtensionReason RuleId FaultParty Origin Dynamic NotEstablishedReason
            Importance Urgency Mark SpreadRisk ClaimKind Remedy Containment Topic Region FollowUp
            ThanksOccasion Sanction Nature RiskArea Behaviour Purpose Motive Reaction ComplainantKind
            ChurnKind ChurnSignal SilenceReason SilentOutlet BenefitSought SatisfactionFactor
            ActionTrack ImprovementMeasure RelationshipPrinciple ComparisonAxis ApprovalLevel Record
            Report EvidenceBasis JudgementCriterion AnalysisMethod Indicator Measurability LapseKind
            HarmKind FormField)
    };
    (@match $facet:expr, $word:ident => $value:expr; $($type:ident)+) => {
        match $facet {
            $(Self::$type => {
                type $word = $type;
                $value
            })+
        }
    };
}

impl Facet {
    /// The label of the standard word with this code; none if the facet has no such word.
    ///
    /// ```
    /// use redress::vocab::{Category, Facet, Locale};
    ///
    /// let code = Category::SPARE_PARTS.code();
    /// assert_eq!(Facet::Category.standard_label(code, Locale::ZhHans), Some("备件供应"));
    /// assert_eq!(Facet::Channel.standard_label(code, Locale::ZhHans), None);
    /// ```
    #[must_use]
    pub fn standard_label(self, code: &Code, locale: Locale) -> Option<&'static str> {
        of_each!(self, W => W::standard_label(code, locale))
    }

    /// The standard word of the facet with this label in any language, or with this alias.
    ///
    /// The text is taken as it is. [`Labels::by_label`](crate::labels::Labels::by_label) knows an
    /// organisation's own labels too. A facet itself is found by [`Facet::of_label`].
    ///
    /// ```
    /// use redress::vocab::{Department, Facet};
    ///
    /// let quality = Some(*Department::QUALITY.code());
    /// assert_eq!(Facet::Department.by_label("quality department"), quality);
    /// assert_eq!(Facet::Department.by_label("質量管理部"), quality);
    /// assert_eq!(Facet::Department.by_label("品质部"), quality); // an alias
    /// assert_eq!(Facet::Channel.by_label("品质部"), None);
    /// ```
    ///
    /// # Example: a facet by a slip of conversion
    ///
    /// ```
    /// # use redress::vocab::Facet;
    /// assert_eq!(Facet::of_label("投訴人類型"), Some(Facet::ComplainantKind));
    /// assert_eq!(Facet::of_label("投訴人型別"), Some(Facet::ComplainantKind)); // converted by a machine
    /// ```
    #[must_use]
    pub fn by_label(self, text: &str) -> Option<Code> {
        of_each!(self, W => W::of_label(text).map(Into::into))
    }

    /// What is read as the word with this code beside its labels, and never shown for it.
    ///
    /// ```
    /// use redress::vocab::{Channel, Facet};
    ///
    /// assert_eq!(Facet::Channel.aliases_of(Channel::EMAIL.code()), ["邮件", "郵件"]);
    /// ```
    #[must_use]
    pub fn aliases_of(self, code: &Code) -> &'static [&'static str] {
        alias::aliases(self.as_str(), code.as_str())
    }

    /// The codes of the standard words of the facet, in the order of their documentation.
    ///
    /// ```
    /// use redress::vocab::Facet;
    /// use redress::vocab::kind::Medium;
    ///
    /// assert_eq!(Facet::Medium.standard_codes(), [*Medium::WRITTEN.code(), *Medium::ORAL.code()]);
    /// assert!(Facet::RuleId.standard_codes().is_empty()); // every rule id is an organisation's own
    /// ```
    #[must_use]
    pub fn standard_codes(self) -> Vec<Code> {
        of_each!(self, W => W::standard_words().iter().map(|word| *word.code()).collect())
    }
}

#[cfg(test)]
mod tests {
    use crate::vocab::alias::ALIASES;
    use crate::vocab::approval_act::ApprovalAct;
    use crate::vocab::facet::Facet;
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
                    let codes = open.parse::<Facet>().map(Facet::standard_codes).unwrap_or_default();
                    codes.iter().any(|code| code.as_str() == *word)
                }
            };
            assert!(is_word, "`{word}` is no word of `{vocabulary}`");
        }
    }
}
