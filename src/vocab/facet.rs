//! The kinds of open words: those of the crate, one row each, and an organisation's own.

use alloc::vec::Vec;
use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::text::from_text::deserialize_text;
use crate::text::text_enum::UnknownWord;
use crate::vocab::alias;
use crate::vocab::closed::Locale;
use crate::vocab::code::Code;
use crate::vocab::open::Word;
use crate::vocab::own_facet::OwnFacet;

/// Makes the facets of one row each: the type of its words, its name, its labels.
macro_rules! facets {
    ($($(#[$meta:meta])* $variant:ident: $word:ty = $text:literal, [$en:literal, $zh_hans:literal, $zh_hant:literal];)+) => {
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

            /// The facet for people. An own one reads as its name; [`Labels`](crate::labels::Labels::facet) knows how
            /// the organisation calls it.
            #[must_use]
            pub fn label(&self, locale: Locale) -> &str {
                match self {
                    $(Self::$variant => locale.pick([$en, $zh_hans, $zh_hant]),)+
                    Self::Own(own) => own.as_str(),
                }
            }

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
            pub fn standard_label(&self, code: &Code, locale: Locale) -> Option<&'static str> {
                match self {
                    $(Self::$variant => <$word>::standard_label(code, locale),)+
                    Self::Own(_) => None,
                }
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
            #[must_use]
            pub fn by_label(&self, text: &str) -> Option<Code> {
                match self {
                    $(Self::$variant => <$word>::of_label(text).map(Into::into),)+
                    Self::Own(_) => None,
                }
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
            pub fn standard_codes(&self) -> Vec<Code> {
                match self {
                    $(Self::$variant => <$word>::standard_words().iter().map(|word| *word.code()).collect(),)+
                    Self::Own(_) => Vec::new(),
                }
            }
        }

        impl FromStr for Facet {
            type Err = UnknownWord;

            fn from_str(text: &str) -> Result<Self, UnknownWord> {
                match text {
                    $($text => Ok(Self::$variant),)+
                    other => match other.parse() {
                        Ok(own) => Ok(Self::Own(own)),
                        Err(_) => Err(UnknownWord::new("facet", text, &[$($text),+])),
                    },
                }
            }
        }
    };
}

facets! {
    /// What a complaint is filed under: [`Category`](crate::vocab::Category).
    Category: crate::vocab::Category = "category", ["category", "抱怨类别", "抱怨類別"];
    /// What it is about: [`Subject`](crate::vocab::Subject).
    Subject: crate::vocab::Subject = "subject", ["subject", "抱怨分类", "抱怨分類"];
    /// Where its cause belongs: [`CauseGroup`](crate::vocab::kind::CauseGroup).
    CauseGroup: crate::vocab::kind::CauseGroup = "cause-group", ["cause group", "投诉原因大类", "投訴原因大類"];
    /// Why it went wrong: [`Cause`](crate::vocab::Cause).
    Cause: crate::vocab::Cause = "cause", ["cause", "投诉原因细类", "投訴原因細類"];
    /// What the complainant wants: [`Demand`](crate::vocab::Demand).
    Demand: crate::vocab::Demand = "demand", ["demand", "客户诉求", "客戶訴求"];
    /// The way it came in: [`Channel`](crate::vocab::Channel).
    Channel: crate::vocab::Channel = "channel", ["channel", "投诉渠道", "投訴渠道"];
    /// How it was put: [`Medium`](crate::vocab::kind::Medium).
    Medium: crate::vocab::kind::Medium = "medium", ["medium", "表达形式", "表達形式"];
    /// Which unit deals with it: [`Department`](crate::vocab::Department).
    Department: crate::vocab::Department = "department", ["department", "部门", "部門"];
    /// Who acts, decides or complains: [`Role`](crate::vocab::Role).
    Role: crate::vocab::Role = "role", ["role", "角色", "角色"];
    /// What is so in the case: [`Fact`](crate::vocab::Fact).
    Fact: crate::vocab::Fact = "fact", ["fact", "事实", "事實"];
    /// The event a clock starts from: [`Anchor`](crate::vocab::Anchor).
    Anchor: crate::vocab::Anchor = "anchor", ["anchor", "起算事件", "起算事件"];
    /// The duty a clock measures: [`ClockName`](crate::vocab::ClockName).
    ClockName: crate::vocab::ClockName = "clock-name", ["clock", "时限名称", "時限名稱"];
    /// Why a clock stands still: [`PauseReason`](crate::vocab::PauseReason).
    PauseReason: crate::vocab::PauseReason = "pause-reason", ["pause reason", "暂停原因", "暫停原因"];
    /// Why a limit was extended: [`ExtensionReason`](crate::vocab::course::ExtensionReason).
    ExtensionReason: crate::vocab::course::ExtensionReason = "extension-reason", ["extension reason", "延期原因", "延期原因"];
    /// Which rule, row or step it was: [`RuleId`](crate::vocab::RuleId).
    RuleId: crate::vocab::RuleId = "rule-id", ["rule", "规则编号", "規則編號"];
    /// Whose fault it was: [`FaultParty`](crate::vocab::FaultParty).
    FaultParty: crate::vocab::FaultParty = "fault-party", ["fault party", "责任方", "責任方"];
    /// Whether it arises from the organisation: [`Origin`](crate::vocab::kind::Origin).
    Origin: crate::vocab::kind::Origin = "origin", ["origin", "内外生性", "內外生性"];
    /// How it changes while it is open: [`Dynamic`](crate::vocab::kind::Dynamic).
    Dynamic: crate::vocab::kind::Dynamic = "dynamic", ["dynamic", "投诉演化", "投訴演化"];
    /// Why it does not stand: [`NotEstablishedReason`](crate::vocab::course::NotEstablishedReason).
    NotEstablishedReason: crate::vocab::course::NotEstablishedReason = "not-established-reason", ["reason why not established", "不成立原因", "不成立原因"];
    /// How much it weighs: [`Importance`](crate::vocab::kind::Importance).
    Importance: crate::vocab::kind::Importance = "importance", ["importance", "主次程度", "主次程度"];
    /// How soon it wants attention: [`Urgency`](crate::vocab::kind::Urgency).
    Urgency: crate::vocab::kind::Urgency = "urgency", ["urgency", "迫切性", "迫切性"];
    /// What is to be kept in mind: [`Mark`](crate::vocab::Mark).
    Mark: crate::vocab::Mark = "mark", ["mark", "标记", "標記"];
    /// Where it may spread to: [`SpreadRisk`](crate::vocab::track::SpreadRisk).
    SpreadRisk: crate::vocab::track::SpreadRisk = "spread-risk", ["spread risk", "扩散风险", "擴散風險"];
    /// Under which definition it is pursued: [`ClaimKind`](crate::vocab::kind::ClaimKind).
    ClaimKind: crate::vocab::kind::ClaimKind = "claim-kind", ["claim kind", "诉求类别", "訴求類別"];
    /// What the complainant gets: [`Remedy`](crate::vocab::Remedy).
    Remedy: crate::vocab::Remedy = "remedy", ["remedy", "处理方案", "處理方案"];
    /// What is done against further damage: [`Containment`](crate::vocab::track::Containment).
    Containment: crate::vocab::track::Containment = "containment", ["containment measure", "围堵措施", "圍堵措施"];
    /// What a playbook speaks to: [`Topic`](crate::vocab::Topic).
    Topic: crate::vocab::Topic = "topic", ["playbook topic", "话术主题", "話術主題"];
    /// Where it happened: [`Region`](crate::vocab::Region).
    Region: crate::vocab::Region = "region", ["region", "地区", "地區"];
    /// What follows a solution: [`FollowUp`](crate::vocab::course::FollowUp).
    FollowUp: crate::vocab::course::FollowUp = "follow-up", ["follow-up", "回访跟进", "回訪跟進"];
    /// When a letter of thanks is due: [`ThanksOccasion`](crate::vocab::track::ThanksOccasion).
    ThanksOccasion: crate::vocab::track::ThanksOccasion = "thanks-occasion", ["thank-you occasion", "感谢函时机", "感謝函時機"];
    /// How somebody is held to account: [`Sanction`](crate::vocab::track::Sanction).
    Sanction: crate::vocab::track::Sanction = "sanction", ["sanction", "责任追究方式", "責任追究方式"];
    /// What a grievance is like: [`Nature`](crate::vocab::kind::Nature).
    Nature: crate::vocab::kind::Nature = "nature", ["nature", "抱怨性质", "抱怨性質"];
    /// Where risks for customers arise: [`RiskArea`](crate::vocab::track::RiskArea).
    RiskArea: crate::vocab::track::RiskArea = "risk-area", ["risk area", "风险环节", "風險環節"];
    /// How somebody complains: [`Behaviour`](crate::vocab::person::Behaviour).
    Behaviour: crate::vocab::person::Behaviour = "behaviour", ["behaviour", "投诉行为", "投訴行為"];
    /// What a complaint is meant to do: [`Purpose`](crate::vocab::person::Purpose).
    Purpose: crate::vocab::person::Purpose = "purpose", ["purpose", "投诉目的", "投訴目的"];
    /// Why somebody complains: [`Motive`](crate::vocab::person::Motive).
    Motive: crate::vocab::person::Motive = "motive", ["motive", "投诉心理", "投訴心理"];
    /// How the mind works while a complaint is open: [`Reaction`](crate::vocab::person::Reaction).
    Reaction: crate::vocab::person::Reaction = "reaction", ["psychological reaction", "心理反应", "心理反應"];
    /// Who complains: [`ComplainantKind`](crate::vocab::person::ComplainantKind).
    ComplainantKind: crate::vocab::person::ComplainantKind = "complainant-kind", ["complainant kind", "投诉人类型", "投訴人類型"];
    /// How a customer is lost: [`ChurnKind`](crate::vocab::person::ChurnKind).
    ChurnKind: crate::vocab::person::ChurnKind = "churn-kind", ["churn kind", "流失类型", "流失類型"];
    /// What says that a customer may leave: [`ChurnSignal`](crate::vocab::person::ChurnSignal).
    ChurnSignal: crate::vocab::person::ChurnSignal = "churn-signal", ["churn signal", "流失信号", "流失信號"];
    /// Why somebody does not complain: [`SilenceReason`](crate::vocab::person::SilenceReason).
    SilenceReason: crate::vocab::person::SilenceReason = "silence-reason", ["silence reason", "不投诉原因", "不投訴原因"];
    /// Where the displeasure of a silent customer goes: [`SilentOutlet`](crate::vocab::person::SilentOutlet).
    SilentOutlet: crate::vocab::person::SilentOutlet = "silent-outlet", ["silent customer's outlet", "沉默客户宣泄途径", "沉默客戶宣泄途徑"];
    /// What a customer seeks in a product: [`BenefitSought`](crate::vocab::person::BenefitSought).
    BenefitSought: crate::vocab::person::BenefitSought = "benefit-sought", ["benefit sought", "利益类型", "利益類型"];
    /// What satisfaction depends on: [`SatisfactionFactor`](crate::vocab::person::SatisfactionFactor).
    SatisfactionFactor: crate::vocab::person::SatisfactionFactor = "satisfaction-factor", ["satisfaction factor", "满意度因素", "滿意度因素"];
    /// What the organisation does beside the answer: [`ActionTrack`](crate::vocab::answer::ActionTrack).
    ActionTrack: crate::vocab::answer::ActionTrack = "action-track", ["company action track", "公司措施", "公司措施"];
    /// What is done so that it does not happen again: [`ImprovementMeasure`](crate::vocab::answer::ImprovementMeasure).
    ImprovementMeasure: crate::vocab::answer::ImprovementMeasure = "improvement-measure", ["improvement measure", "改进措施", "改進措施"];
    /// What keeps a customer after the sale: [`RelationshipPrinciple`](crate::vocab::answer::RelationshipPrinciple).
    RelationshipPrinciple: crate::vocab::answer::RelationshipPrinciple = "relationship-principle", ["relationship principle", "售后原则", "售後原則"];
    /// By what alternatives are compared: [`ComparisonAxis`](crate::vocab::answer::ComparisonAxis).
    ComparisonAxis: crate::vocab::answer::ComparisonAxis = "comparison-axis", ["comparison axis", "方案比较维度", "方案比較維度"];
    /// How high an approval goes: [`ApprovalLevel`](crate::vocab::organisation::ApprovalLevel).
    ApprovalLevel: crate::vocab::organisation::ApprovalLevel = "approval-level", ["approval level", "审批层级", "審批層級"];
    /// Forms and lists that are kept of complaints: [`Record`](crate::vocab::organisation::Record).
    Record: crate::vocab::organisation::Record = "record", ["record", "记录表单", "記錄表單"];
    /// Summaries of complaints: [`Report`](crate::vocab::organisation::Report).
    Report: crate::vocab::organisation::Report = "report", ["report", "统计报表", "統計報表"];
    /// What an investigation rests on: [`EvidenceBasis`](crate::vocab::organisation::EvidenceBasis).
    EvidenceBasis: crate::vocab::organisation::EvidenceBasis = "evidence-basis", ["evidence basis", "调查依据", "調查依據"];
    /// By what a complaint is judged: [`JudgementCriterion`](crate::vocab::organisation::JudgementCriterion).
    JudgementCriterion: crate::vocab::organisation::JudgementCriterion = "judgement-criterion", ["judgement criterion", "判断标准", "判斷標準"];
    /// How causes are looked for: [`AnalysisMethod`](crate::vocab::organisation::AnalysisMethod).
    AnalysisMethod: crate::vocab::organisation::AnalysisMethod = "analysis-method", ["analysis method", "分析方法", "分析方法"];
    /// What is measured of complaint handling: [`Indicator`](crate::vocab::organisation::Indicator).
    Indicator: crate::vocab::organisation::Indicator = "indicator", ["indicator", "指标", "指標"];
    /// Whether a harm can be measured: [`Measurability`](crate::vocab::course::Measurability).
    Measurability: crate::vocab::course::Measurability = "measurability", ["measurability", "可度量性", "可度量性"];
    /// How the organisation failed: [`LapseKind`](crate::vocab::course::LapseKind).
    LapseKind: crate::vocab::course::LapseKind = "lapse-kind", ["lapse kind", "失误类型", "失誤類型"];
    /// What was harmed: [`HarmKind`](crate::vocab::course::HarmKind).
    HarmKind: crate::vocab::course::HarmKind = "harm-kind", ["harm kind", "损害类型", "損害類型"];
    /// What a form asks for: [`FormField`](crate::vocab::FormField).
    FormField: crate::vocab::FormField = "form-field", ["form field", "表单字段", "表單欄位"];
}

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
                    let codes = open.parse::<Facet>().map(|facet| facet.standard_codes()).unwrap_or_default();
                    codes.iter().any(|code| code.as_str() == *word)
                }
            };
            assert!(is_word, "`{word}` is no word of `{vocabulary}`");
        }
    }
}
