//! The facets: one file for the words of each, and one row in the table below.
//!
//! To add a facet, add a file with its words, and four lines in this file: the module, the place where it is exported,
//! the `Standard…` enum, and the row. Everything that carries, asks, shows or counts words then knows the facet.

/// Passes the rows of all facets to a macro: facet, type, name, labels. A macro must be defined before the modules that
/// use it.
macro_rules! each_facet {
    ($then:ident) => {
        $then! {
            /// The category under which a complaint is filed: [`Category`](crate::vocab::Category).
            Category: category::Category = "category", ["category", "抱怨类别", "抱怨類別"];
            /// What the complaint is about: [`Subject`](crate::vocab::Subject).
            Subject: subject::Subject = "subject", ["subject", "抱怨分类", "抱怨分類"];
            /// The group to which the cause belongs: [`CauseGroup`](crate::vocab::kind::CauseGroup).
            CauseGroup: cause_group::CauseGroup = "cause-group", ["cause group", "投诉原因大类", "投訴原因大類"];
            /// Why it went wrong: [`Cause`](crate::vocab::Cause).
            Cause: cause::Cause = "cause", ["cause", "投诉原因细类", "投訴原因細類"];
            /// What the complainant asks for: [`Demand`](crate::vocab::Demand).
            Demand: demand::Demand = "demand", ["demand", "客户诉求", "客戶訴求"];
            /// The way in which the complaint came in: [`Channel`](crate::vocab::Channel).
            Channel: channel::Channel = "channel", ["channel", "投诉渠道", "投訴管道"];
            /// Whether it was written or spoken: [`Medium`](crate::vocab::kind::Medium).
            Medium: medium::Medium = "medium", ["medium", "表达形式", "表達形式"];
            /// The unit that deals with it: [`Department`](crate::vocab::Department).
            Department: department::Department = "department", ["department", "部门", "部門"];
            /// Who acts, decides or complains: [`Role`](crate::vocab::Role).
            Role: role::Role = "role", ["role", "角色", "角色"];
            /// A fact of the case, with a count: [`Fact`](crate::vocab::Fact).
            Fact: fact::Fact = "fact", ["fact", "事实", "事實"];
            /// The event from which a clock starts: [`Anchor`](crate::vocab::Anchor).
            Anchor: anchor::Anchor = "anchor", ["anchor", "起算事件", "起算事件"];
            /// The duty whose time a clock measures: [`ClockName`](crate::vocab::ClockName).
            ClockName: clock_name::ClockName = "clock-name", ["clock", "时限名称", "時限名稱"];
            /// Why a clock is paused: [`PauseReason`](crate::vocab::PauseReason).
            PauseReason: pause_reason::PauseReason = "pause-reason", ["pause reason", "暂停原因", "暫停原因"];
            /// Why a limit was extended: [`ExtensionReason`](crate::vocab::course::ExtensionReason).
            ExtensionReason: extension_reason::ExtensionReason = "extension-reason", ["extension reason", "延期原因", "延期原因"];
            /// The name of a rule, a row or a step: [`RuleId`](crate::vocab::RuleId).
            RuleId: rule_id::RuleId = "rule-id", ["rule", "规则编号", "規則編號"];
            /// The party at fault: [`FaultParty`](crate::vocab::FaultParty).
            FaultParty: fault_party::FaultParty = "fault-party", ["fault party", "责任方", "責任方"];
            /// Whether the problem arose inside or outside the organisation: [`Origin`](crate::vocab::kind::Origin).
            Origin: origin::Origin = "origin", ["origin", "内外生性", "內外生性"];
            /// How the complaint changes while it is open: [`Dynamic`](crate::vocab::kind::Dynamic).
            Dynamic: dynamic::Dynamic = "dynamic", ["dynamic", "投诉演化", "投訴演化"];
            /// Why the complaint is not established:
            /// [`NotEstablishedReason`](crate::vocab::course::NotEstablishedReason).
            NotEstablishedReason: not_established_reason::NotEstablishedReason = "not-established-reason", ["reason why not established", "不成立原因", "不成立原因"];
            /// Its weight compared with others: [`Importance`](crate::vocab::kind::Importance).
            Importance: importance::Importance = "importance", ["importance", "主次程度", "主次程度"];
            /// How soon it needs attention: [`Urgency`](crate::vocab::kind::Urgency).
            Urgency: urgency::Urgency = "urgency", ["urgency", "迫切性", "迫切性"];
            /// A flag that a rule set: [`Mark`](crate::vocab::Mark).
            Mark: mark::Mark = "mark", ["mark", "标记", "標記"];
            /// How the complaint may spread: [`SpreadRisk`](crate::vocab::track::SpreadRisk).
            SpreadRisk: spread_risk::SpreadRisk = "spread-risk", ["spread risk", "扩散风险", "擴散風險"];
            /// The legal form of the complaint: [`ClaimKind`](crate::vocab::kind::ClaimKind).
            ClaimKind: claim_kind::ClaimKind = "claim-kind", ["claim kind", "诉求类别", "訴求類別"];
            /// What the complainant receives: [`Remedy`](crate::vocab::Remedy).
            Remedy: remedy::Remedy = "remedy", ["remedy", "处理方案", "處理方案"];
            /// A measure against further damage: [`Containment`](crate::vocab::track::Containment).
            Containment: containment::Containment = "containment", ["containment measure", "围堵措施", "圍堵措施"];
            /// The topic of a playbook: [`Topic`](crate::vocab::Topic).
            Topic: topic::Topic = "topic", ["playbook topic", "话术主题", "話術主題"];
            /// Where it happened: [`Region`](crate::vocab::Region).
            Region: region::Region = "region", ["region", "地区", "地區"];
            /// A contact after the solution: [`FollowUp`](crate::vocab::course::FollowUp).
            FollowUp: follow_up::FollowUp = "follow-up", ["follow-up", "回访跟进", "回訪跟進"];
            /// An occasion for a letter of thanks: [`ThanksOccasion`](crate::vocab::track::ThanksOccasion).
            ThanksOccasion: thanks_occasion::ThanksOccasion = "thanks-occasion", ["thank-you occasion", "感谢函时机", "感謝函時機"];
            /// How somebody is held to account: [`Sanction`](crate::vocab::track::Sanction).
            Sanction: sanction::Sanction = "sanction", ["sanction", "责任追究方式", "責任追究方式"];
            /// What drives the grievance: [`Nature`](crate::vocab::kind::Nature).
            Nature: nature::Nature = "nature", ["nature", "抱怨性质", "抱怨性質"];
            /// Where risks for customers arise: [`RiskArea`](crate::vocab::track::RiskArea).
            RiskArea: risk_area::RiskArea = "risk-area", ["risk area", "风险环节", "風險環節"];
            /// How somebody complains: [`Behaviour`](crate::vocab::person::Behaviour).
            Behaviour: behaviour::Behaviour = "behaviour", ["behaviour", "投诉行为", "投訴行為"];
            /// What the complaint is meant to achieve: [`Purpose`](crate::vocab::person::Purpose).
            Purpose: purpose::Purpose = "purpose", ["purpose", "投诉目的", "投訴目的"];
            /// Why somebody complains: [`Motive`](crate::vocab::person::Motive).
            Motive: motive::Motive = "motive", ["motive", "投诉心理", "投訴心理"];
            /// The complainant's state of mind during the case: [`Reaction`](crate::vocab::person::Reaction).
            Reaction: reaction::Reaction = "reaction", ["psychological reaction", "心理反应", "心理反應"];
            /// What the complainant is to the organisation: [`ComplainantKind`](crate::vocab::person::ComplainantKind).
            ComplainantKind: complainant_kind::ComplainantKind = "complainant-kind", ["complainant kind", "投诉人类型", "投訴人類型"];
            /// How a customer is lost: [`ChurnKind`](crate::vocab::person::ChurnKind).
            ChurnKind: churn_kind::ChurnKind = "churn-kind", ["churn kind", "流失类型", "流失類型"];
            /// A sign that a customer may leave: [`ChurnSignal`](crate::vocab::person::ChurnSignal).
            ChurnSignal: churn_signal::ChurnSignal = "churn-signal", ["churn signal", "流失信号", "流失信號"];
            /// Why a dissatisfied customer does not complain: [`SilenceReason`](crate::vocab::person::SilenceReason).
            SilenceReason: silence_reason::SilenceReason = "silence-reason", ["silence reason", "不投诉原因", "不投訴原因"];
            /// What such a customer does in place of complaining: [`SilentOutlet`](crate::vocab::person::SilentOutlet).
            SilentOutlet: silent_outlet::SilentOutlet = "silent-outlet", ["silent customer's outlet", "沉默客户宣泄途径", "沉默客戶宣泄途徑"];
            /// What a customer looks for in a product: [`BenefitSought`](crate::vocab::person::BenefitSought).
            BenefitSought: benefit_sought::BenefitSought = "benefit-sought", ["benefit sought", "利益类型", "利益類型"];
            /// What satisfaction depends on: [`SatisfactionFactor`](crate::vocab::person::SatisfactionFactor).
            SatisfactionFactor: satisfaction_factor::SatisfactionFactor = "satisfaction-factor", ["satisfaction factor", "满意度因素", "滿意度因素"];
            /// What the organisation does beside its answer: [`ActionTrack`](crate::vocab::answer::ActionTrack).
            ActionTrack: action_track::ActionTrack = "action-track", ["company action track", "公司措施", "公司措施"];
            /// What keeps the problem from happening again:
            /// [`ImprovementMeasure`](crate::vocab::answer::ImprovementMeasure).
            ImprovementMeasure: improvement_measure::ImprovementMeasure = "improvement-measure", ["improvement measure", "改进措施", "改進措施"];
            /// What keeps a customer after the sale:
            /// [`RelationshipPrinciple`](crate::vocab::answer::RelationshipPrinciple).
            RelationshipPrinciple: relationship_principle::RelationshipPrinciple = "relationship-principle", ["relationship principle", "售后原则", "售後原則"];
            /// A point of view for comparing alternatives: [`ComparisonAxis`](crate::vocab::answer::ComparisonAxis).
            ComparisonAxis: comparison_axis::ComparisonAxis = "comparison-axis", ["comparison axis", "方案比较维度", "方案比較維度"];
            /// How high an approval goes: [`ApprovalLevel`](crate::vocab::organisation::ApprovalLevel).
            ApprovalLevel: approval_level::ApprovalLevel = "approval-level", ["approval level", "审批层级", "簽核層級"];
            /// A form or list that is kept: [`Record`](crate::vocab::organisation::Record).
            Record: record::Record = "record", ["record", "记录表单", "記錄表單"];
            /// A summary of complaints: [`Report`](crate::vocab::organisation::Report).
            Report: report::Report = "report", ["report", "统计报表", "統計報表"];
            /// What an investigation is based on: [`EvidenceBasis`](crate::vocab::organisation::EvidenceBasis).
            EvidenceBasis: evidence_basis::EvidenceBasis = "evidence-basis", ["evidence basis", "调查依据", "調查依據"];
            /// A question by which a complaint is judged:
            /// [`JudgementCriterion`](crate::vocab::organisation::JudgementCriterion).
            JudgementCriterion: judgement_criterion::JudgementCriterion = "judgement-criterion", ["judgement criterion", "判断标准", "判斷標準"];
            /// A method for finding causes: [`AnalysisMethod`](crate::vocab::organisation::AnalysisMethod).
            AnalysisMethod: analysis_method::AnalysisMethod = "analysis-method", ["analysis method", "分析方法", "分析方法"];
            /// A number about complaints or customers: [`Indicator`](crate::vocab::organisation::Indicator).
            Indicator: indicator::Indicator = "indicator", ["indicator", "指标", "指標"];
            /// Whether a harm can be measured: [`Measurability`](crate::vocab::course::Measurability).
            Measurability: measurability::Measurability = "measurability", ["measurability", "可度量性", "可度量性"];
            /// How the organisation failed: [`LapseKind`](crate::vocab::course::LapseKind).
            LapseKind: lapse_kind::LapseKind = "lapse-kind", ["lapse kind", "失误类型", "失誤類型"];
            /// What was harmed: [`HarmKind`](crate::vocab::course::HarmKind).
            HarmKind: harm_kind::HarmKind = "harm-kind", ["harm kind", "损害类型", "損害類型"];
            /// A field of a form: [`FormField`](crate::vocab::FormField).
            FormField: form_field::FormField = "form-field", ["form field", "表单字段", "表單欄位"];
        }
    };
}

mod action_track;
mod analysis_method;
mod anchor;
mod approval_level;
mod behaviour;
mod benefit_sought;
mod category;
mod cause;
mod cause_group;
mod channel;
mod churn_kind;
mod churn_signal;
mod claim_kind;
mod clock_name;
mod comparison_axis;
mod complainant_kind;
mod containment;
mod demand;
mod department;
mod dynamic;
mod evidence_basis;
mod extension_reason;
mod fact;
mod fault_party;
mod follow_up;
mod form_field;
mod harm_kind;
mod importance;
mod improvement_measure;
mod indicator;
mod judgement_criterion;
mod lapse_kind;
mod mark;
mod measurability;
mod medium;
mod motive;
mod nature;
mod not_established_reason;
mod origin;
mod pause_reason;
mod purpose;
mod reaction;
mod record;
mod region;
mod relationship_principle;
mod remedy;
mod report;
mod risk_area;
mod role;
mod rule_id;
mod sanction;
mod satisfaction_factor;
mod silence_reason;
mod silent_outlet;
mod spread_risk;
mod subject;
pub(in crate::vocab) mod table;
mod thanks_occasion;
mod topic;
mod urgency;

use alloc::vec::Vec;

use crate::vocab::code::Code;
use crate::vocab::locale::Locale;
use crate::vocab::open::Word;

pub use self::anchor::Anchor;
pub use self::category::Category;
pub use self::cause::Cause;
pub use self::channel::Channel;
pub use self::clock_name::ClockName;
pub use self::demand::Demand;
pub use self::department::Department;
pub use self::fact::Fact;
pub use self::fault_party::FaultParty;
pub use self::form_field::FormField;
pub use self::mark::Mark;
pub use self::pause_reason::PauseReason;
pub use self::region::Region;
pub use self::remedy::Remedy;
pub use self::role::Role;
pub use self::rule_id::RuleId;
pub use self::subject::Subject;
pub use self::table::Facet;
pub use self::topic::Topic;

/// Words about what is done in answer.
pub mod answer {
    pub use super::action_track::ActionTrack;
    pub use super::comparison_axis::ComparisonAxis;
    pub use super::improvement_measure::ImprovementMeasure;
    pub use super::relationship_principle::RelationshipPrinciple;
}

/// Words of the course that an organisation may add to.
pub(super) mod course {
    pub use super::extension_reason::ExtensionReason;
    pub use super::follow_up::FollowUp;
    pub use super::harm_kind::HarmKind;
    pub use super::lapse_kind::LapseKind;
    pub use super::measurability::Measurability;
    pub use super::not_established_reason::NotEstablishedReason;
}

/// Other classifications: cause groups, claim kinds, importance, urgency, medium, nature, origin, dynamics.
pub mod kind {
    pub use super::cause_group::CauseGroup;
    pub use super::claim_kind::ClaimKind;
    pub use super::dynamic::Dynamic;
    pub use super::importance::Importance;
    pub use super::medium::Medium;
    pub use super::nature::Nature;
    pub use super::origin::Origin;
    pub use super::urgency::Urgency;
}

/// Words about the organisation: its levels, papers and methods.
pub mod organisation {
    pub use super::analysis_method::AnalysisMethod;
    pub use super::approval_level::ApprovalLevel;
    pub use super::evidence_basis::EvidenceBasis;
    pub use super::indicator::Indicator;
    pub use super::judgement_criterion::JudgementCriterion;
    pub use super::record::Record;
    pub use super::report::Report;
}

/// Words about the person who complains.
pub mod person {
    pub use super::behaviour::Behaviour;
    pub use super::benefit_sought::BenefitSought;
    pub use super::churn_kind::ChurnKind;
    pub use super::churn_signal::ChurnSignal;
    pub use super::complainant_kind::ComplainantKind;
    pub use super::motive::Motive;
    pub use super::purpose::Purpose;
    pub use super::reaction::Reaction;
    pub use super::satisfaction_factor::SatisfactionFactor;
    pub use super::silence_reason::SilenceReason;
    pub use super::silent_outlet::SilentOutlet;
}

/// Words of the side tracks that an organisation may add to.
pub(super) mod track {
    pub use super::containment::Containment;
    pub use super::risk_area::RiskArea;
    pub use super::sanction::Sanction;
    pub use super::spread_risk::SpreadRisk;
    pub use super::thanks_occasion::ThanksOccasion;
}

/// The standard words of the open facets, as enums to match on.
pub mod standard {
    pub use super::action_track::StandardActionTrack;
    pub use super::analysis_method::StandardAnalysisMethod;
    pub use super::anchor::StandardAnchor;
    pub use super::approval_level::StandardApprovalLevel;
    pub use super::behaviour::StandardBehaviour;
    pub use super::benefit_sought::StandardBenefitSought;
    pub use super::category::StandardCategory;
    pub use super::cause::StandardCause;
    pub use super::cause_group::StandardCauseGroup;
    pub use super::channel::StandardChannel;
    pub use super::churn_kind::StandardChurnKind;
    pub use super::churn_signal::StandardChurnSignal;
    pub use super::claim_kind::StandardClaimKind;
    pub use super::clock_name::StandardClockName;
    pub use super::comparison_axis::StandardComparisonAxis;
    pub use super::complainant_kind::StandardComplainantKind;
    pub use super::containment::StandardContainment;
    pub use super::demand::StandardDemand;
    pub use super::department::StandardDepartment;
    pub use super::dynamic::StandardDynamic;
    pub use super::evidence_basis::StandardEvidenceBasis;
    pub use super::extension_reason::StandardExtensionReason;
    pub use super::fact::StandardFact;
    pub use super::fault_party::StandardFaultParty;
    pub use super::follow_up::StandardFollowUp;
    pub use super::form_field::StandardFormField;
    pub use super::harm_kind::StandardHarmKind;
    pub use super::importance::StandardImportance;
    pub use super::improvement_measure::StandardImprovementMeasure;
    pub use super::indicator::StandardIndicator;
    pub use super::judgement_criterion::StandardJudgementCriterion;
    pub use super::lapse_kind::StandardLapseKind;
    pub use super::mark::StandardMark;
    pub use super::measurability::StandardMeasurability;
    pub use super::medium::StandardMedium;
    pub use super::motive::StandardMotive;
    pub use super::nature::StandardNature;
    pub use super::not_established_reason::StandardNotEstablishedReason;
    pub use super::origin::StandardOrigin;
    pub use super::pause_reason::StandardPauseReason;
    pub use super::purpose::StandardPurpose;
    pub use super::reaction::StandardReaction;
    pub use super::record::StandardRecord;
    pub use super::relationship_principle::StandardRelationshipPrinciple;
    pub use super::remedy::StandardRemedy;
    pub use super::report::StandardReport;
    pub use super::risk_area::StandardRiskArea;
    pub use super::role::StandardRole;
    pub use super::sanction::StandardSanction;
    pub use super::satisfaction_factor::StandardSatisfactionFactor;
    pub use super::silence_reason::StandardSilenceReason;
    pub use super::silent_outlet::StandardSilentOutlet;
    pub use super::spread_risk::StandardSpreadRisk;
    pub use super::subject::StandardSubject;
    pub use super::thanks_occasion::StandardThanksOccasion;
    pub use super::topic::StandardTopic;
    pub use super::urgency::StandardUrgency;
}

/// Makes what a facet knows about its words.
macro_rules! words_of {
    ($($(#[$meta:meta])* $variant:ident: $module:ident::$word:ident = $text:literal, [$en:literal, $zh_hans:literal, $zh_hant:literal];)+) => {
        impl Facet {
            /// Returns the label of the standard word with this code. `None` if the facet has no such word.
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
                    $(Self::$variant => <$module::$word as Word>::standard_label(code, locale),)+
                    Self::Own(_) => None,
                }
            }

            /// Returns the code of the standard word that has this label in any language, or this alias.
            ///
            /// The text must match exactly. Labels that an organisation gave are known to
            /// [`Labels::by_label`](crate::labels::Labels::by_label) only. To find a facet by its own label, use
            /// [`Facet::of_label`].
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
                    $(Self::$variant => <$module::$word as Word>::of_label(text).map(Into::into),)+
                    Self::Own(_) => None,
                }
            }

            /// Returns the codes of the standard words of the facet, in the order of their documentation.
            ///
            /// ```
            /// use redress::vocab::Facet;
            /// use redress::vocab::kind::Medium;
            ///
            /// assert_eq!(Facet::Medium.standard_codes(), [*Medium::WRITTEN.code(), *Medium::ORAL.code()]);
            /// assert!(Facet::RuleId.standard_codes().is_empty()); // each policy names its own rules
            /// ```
            #[must_use]
            pub fn standard_codes(&self) -> Vec<Code> {
                match self {
                    $(Self::$variant => <$module::$word as Word>::standard_words().iter().map(|word| *word.code()).collect(),)+
                    Self::Own(_) => Vec::new(),
                }
            }

            /// Returns the position of a text among the standard words of the facet, in the order of their codes.
            pub(in crate::vocab) fn rank(&self, text: &str) -> Option<u16> {
                match self {
                    $(Self::$variant => $module::$word::rank(text),)+
                    Self::Own(_) => None,
                }
            }

            /// Returns the standard word at such a position.
            pub(crate) fn ranked(&self, rank: u16) -> Option<&'static Code> {
                match self {
                    $(Self::$variant => $module::$word::ranked(rank),)+
                    Self::Own(_) => None,
                }
            }
        }
    };
}

each_facet!(words_of);
