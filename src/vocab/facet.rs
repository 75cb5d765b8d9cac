//! The kinds of open words.

use alloc::vec::Vec;

use super::alias;
use super::closed::closed_vocabulary;
use super::{
    ActionTrack, AnalysisMethod, Anchor, ApprovalLevel, Behaviour, BenefitSought, Category, Cause,
    CauseGroup, Channel, ChurnKind, ChurnSignal, ClaimKind, ClockName, Code, ComparisonAxis, ComplainantKind,
    Containment, Demand, Department, Dynamic, EvidenceBasis, ExtensionReason, Fact, FaultParty, FollowUp,
    FormField, HarmKind, Importance, ImprovementMeasure, Indicator, JudgementCriterion, LapseKind, Locale,
    Mark, Measurability, Medium, Motive, Nature, NotEstablishedReason, Origin, PauseReason, Purpose,
    Reaction, Record, Region, RelationshipPrinciple, Remedy, Report, RiskArea, Role, RuleId, Sanction,
    SatisfactionFactor, SilenceReason, SilentOutlet, SpreadRisk, Subject, ThanksOccasion, Topic, Urgency,
    Word,
};

closed_vocabulary! {
    /// A kind of open words: which question a word answers. Each is the [`Word::FACET`] of one type.
    ///
    /// It has no order: the facets stand beside each other.
    ///
    /// ```
    /// use redress::vocab::{Category, Facet, Word};
    ///
    /// assert_eq!(Category::FACET, Facet::Category);
    /// assert_eq!(Facet::ClockName.as_str(), "clock-name");
    /// ```
    #[non_exhaustive]
    pub enum Facet = "a" "facet";

    /// What a complaint is filed under: [`Category`].
    Category = "category", ["category", "抱怨类别", "抱怨類別"];
    /// What it is about: [`Subject`].
    Subject = "subject", ["subject", "抱怨分类", "抱怨分類"];
    /// Where its cause belongs: [`CauseGroup`].
    CauseGroup = "cause-group", ["cause group", "投诉原因大类", "投訴原因大類"];
    /// Why it went wrong: [`Cause`].
    Cause = "cause", ["cause", "投诉原因细类", "投訴原因細類"];
    /// What the complainant wants: [`Demand`].
    Demand = "demand", ["demand", "客户诉求", "客戶訴求"];
    /// The way it came in: [`Channel`].
    Channel = "channel", ["channel", "投诉渠道", "投訴渠道"];
    /// How it was put: [`Medium`].
    Medium = "medium", ["medium", "表达形式", "表達形式"];
    /// Which unit deals with it: [`Department`].
    Department = "department", ["department", "部门", "部門"];
    /// Who acts, decides or complains: [`Role`].
    Role = "role", ["role", "角色", "角色"];
    /// What is so in the case: [`Fact`].
    Fact = "fact", ["fact", "事实", "事實"];
    /// The event a clock starts from: [`Anchor`].
    Anchor = "anchor", ["anchor", "起算事件", "起算事件"];
    /// The duty a clock measures: [`ClockName`].
    ClockName = "clock-name", ["clock", "时限名称", "時限名稱"];
    /// Why a clock stands still: [`PauseReason`].
    PauseReason = "pause-reason", ["pause reason", "暂停原因", "暫停原因"];
    /// Why a limit was extended: [`ExtensionReason`].
    ExtensionReason = "extension-reason", ["extension reason", "延期原因", "延期原因"];
    /// Which rule, row or step it was: [`RuleId`].
    RuleId = "rule-id", ["rule", "规则编号", "規則編號"];
    /// Whose fault it was: [`FaultParty`].
    FaultParty = "fault-party", ["fault party", "责任方", "責任方"];
    /// Whether it arises from the organisation: [`Origin`].
    Origin = "origin", ["origin", "内外生性", "內外生性"];
    /// How it changes while it is open: [`Dynamic`].
    Dynamic = "dynamic", ["dynamic", "投诉演化", "投訴演化"];
    /// Why it does not stand: [`NotEstablishedReason`].
    NotEstablishedReason = "not-established-reason", ["reason why not established", "不成立原因", "不成立原因"];
    /// How much it weighs: [`Importance`].
    Importance = "importance", ["importance", "主次程度", "主次程度"];
    /// How soon it wants attention: [`Urgency`].
    Urgency = "urgency", ["urgency", "迫切性", "迫切性"];
    /// What is to be kept in mind: [`Mark`].
    Mark = "mark", ["mark", "标记", "標記"];
    /// Where it may spread to: [`SpreadRisk`].
    SpreadRisk = "spread-risk", ["spread risk", "扩散风险", "擴散風險"];
    /// Under which definition it is pursued: [`ClaimKind`].
    ClaimKind = "claim-kind", ["claim kind", "诉求类别", "訴求類別"];
    /// What the complainant gets: [`Remedy`].
    Remedy = "remedy", ["remedy", "处理方案", "處理方案"];
    /// What is done against further damage: [`Containment`].
    Containment = "containment", ["containment measure", "围堵措施", "圍堵措施"];
    /// What a playbook speaks to: [`Topic`].
    Topic = "topic", ["playbook topic", "话术主题", "話術主題"];
    /// Where it happened: [`Region`].
    Region = "region", ["region", "地区", "地區"];
    /// What follows a solution: [`FollowUp`].
    FollowUp = "follow-up", ["follow-up", "回访跟进", "回訪跟進"];
    /// When a letter of thanks is due: [`ThanksOccasion`].
    ThanksOccasion = "thanks-occasion", ["thank-you occasion", "感谢函时机", "感謝函時機"];
    /// How somebody is held to account: [`Sanction`].
    Sanction = "sanction", ["sanction", "责任追究方式", "責任追究方式"];
    /// What a grievance is like: [`Nature`].
    Nature = "nature", ["nature", "抱怨性质", "抱怨性質"];
    /// Where risks for customers arise: [`RiskArea`].
    RiskArea = "risk-area", ["risk area", "风险环节", "風險環節"];
    /// How somebody complains: [`Behaviour`].
    Behaviour = "behaviour", ["behaviour", "投诉行为", "投訴行為"];
    /// What a complaint is meant to do: [`Purpose`].
    Purpose = "purpose", ["purpose", "投诉目的", "投訴目的"];
    /// Why somebody complains: [`Motive`].
    Motive = "motive", ["motive", "投诉心理", "投訴心理"];
    /// How the mind works while a complaint is open: [`Reaction`].
    Reaction = "reaction", ["psychological reaction", "心理反应", "心理反應"];
    /// Who complains: [`ComplainantKind`].
    ComplainantKind = "complainant-kind", ["complainant kind", "投诉人类型", "投訴人類型"];
    /// How a customer is lost: [`ChurnKind`].
    ChurnKind = "churn-kind", ["churn kind", "流失类型", "流失類型"];
    /// What says that a customer may leave: [`ChurnSignal`].
    ChurnSignal = "churn-signal", ["churn signal", "流失信号", "流失信號"];
    /// Why somebody does not complain: [`SilenceReason`].
    SilenceReason = "silence-reason", ["silence reason", "不投诉原因", "不投訴原因"];
    /// Where the displeasure of a silent customer goes: [`SilentOutlet`].
    SilentOutlet = "silent-outlet", ["silent customer's outlet", "沉默客户宣泄途径", "沉默客戶宣泄途徑"];
    /// What a customer seeks in a product: [`BenefitSought`].
    BenefitSought = "benefit-sought", ["benefit sought", "利益类型", "利益類型"];
    /// What satisfaction depends on: [`SatisfactionFactor`].
    SatisfactionFactor = "satisfaction-factor", ["satisfaction factor", "满意度因素", "滿意度因素"];
    /// What the organisation does beside the answer: [`ActionTrack`].
    ActionTrack = "action-track", ["company action track", "公司措施", "公司措施"];
    /// What is done so that it does not happen again: [`ImprovementMeasure`].
    ImprovementMeasure = "improvement-measure", ["improvement measure", "改进措施", "改進措施"];
    /// What keeps a customer after the sale: [`RelationshipPrinciple`].
    RelationshipPrinciple = "relationship-principle", ["relationship principle", "售后原则", "售後原則"];
    /// By what alternatives are compared: [`ComparisonAxis`].
    ComparisonAxis = "comparison-axis", ["comparison axis", "方案比较维度", "方案比較維度"];
    /// How high an approval goes: [`ApprovalLevel`].
    ApprovalLevel = "approval-level", ["approval level", "审批层级", "審批層級"];
    /// Forms and lists that are kept of complaints: [`Record`].
    Record = "record", ["record", "记录表单", "記錄表單"];
    /// Summaries of complaints: [`Report`].
    Report = "report", ["report", "统计报表", "統計報表"];
    /// What an investigation rests on: [`EvidenceBasis`].
    EvidenceBasis = "evidence-basis", ["evidence basis", "调查依据", "調查依據"];
    /// By what a complaint is judged: [`JudgementCriterion`].
    JudgementCriterion = "judgement-criterion", ["judgement criterion", "判断标准", "判斷標準"];
    /// How causes are looked for: [`AnalysisMethod`].
    AnalysisMethod = "analysis-method", ["analysis method", "分析方法", "分析方法"];
    /// What is measured of complaint handling: [`Indicator`].
    Indicator = "indicator", ["indicator", "指标", "指標"];
    /// Whether a harm can be measured: [`Measurability`].
    Measurability = "measurability", ["measurability", "可度量性", "可度量性"];
    /// How the organisation failed: [`LapseKind`].
    LapseKind = "lapse-kind", ["lapse kind", "失误类型", "失誤類型"];
    /// What was harmed: [`HarmKind`].
    HarmKind = "harm-kind", ["harm kind", "损害类型", "損害類型"];
    /// What a form asks for: [`FormField`].
    FormField = "form-field", ["form field", "表单字段", "表單欄位"];
}

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
    /// The facet whose words are good here too: a [`CauseGroup`] is a [`Cause`] that nobody knows more of.
    #[must_use]
    pub const fn roots(self) -> Option<Self> {
        match self {
            Self::Cause => Some(Self::CauseGroup),
            _ => None,
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
    /// use redress::vocab::{Facet, Medium};
    ///
    /// assert_eq!(Facet::Medium.standard_codes(), [*Medium::WRITTEN.code(), *Medium::ORAL.code()]);
    /// assert!(Facet::RuleId.standard_codes().is_empty()); // every rule id is an organisation's own
    /// ```
    #[must_use]
    pub fn standard_codes(self) -> Vec<Code> {
        of_each!(self, W => W::standard_words().iter().map(|word| *word.code()).collect())
    }
}
