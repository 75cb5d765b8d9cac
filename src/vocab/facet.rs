//! The kinds of open words.

use crate::vocab::closed::closed_vocabulary;

closed_vocabulary! {
    /// A kind of open words: which question a word answers. Each is the [`Word::FACET`](super::Word::FACET) of
    /// one type.
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

    /// What a complaint is filed under: [`Category`](crate::vocab::Category).
    Category = "category", ["category", "抱怨类别", "抱怨類別"];
    /// What it is about: [`Subject`](crate::vocab::Subject).
    Subject = "subject", ["subject", "抱怨分类", "抱怨分類"];
    /// Where its cause belongs: [`CauseGroup`](crate::vocab::kind::CauseGroup).
    CauseGroup = "cause-group", ["cause group", "投诉原因大类", "投訴原因大類"];
    /// Why it went wrong: [`Cause`](crate::vocab::Cause).
    Cause = "cause", ["cause", "投诉原因细类", "投訴原因細類"];
    /// What the complainant wants: [`Demand`](crate::vocab::Demand).
    Demand = "demand", ["demand", "客户诉求", "客戶訴求"];
    /// The way it came in: [`Channel`](crate::vocab::Channel).
    Channel = "channel", ["channel", "投诉渠道", "投訴渠道"];
    /// How it was put: [`Medium`](crate::vocab::kind::Medium).
    Medium = "medium", ["medium", "表达形式", "表達形式"];
    /// Which unit deals with it: [`Department`](crate::vocab::Department).
    Department = "department", ["department", "部门", "部門"];
    /// Who acts, decides or complains: [`Role`](crate::vocab::Role).
    Role = "role", ["role", "角色", "角色"];
    /// What is so in the case: [`Fact`](crate::vocab::Fact).
    Fact = "fact", ["fact", "事实", "事實"];
    /// The event a clock starts from: [`Anchor`](crate::vocab::Anchor).
    Anchor = "anchor", ["anchor", "起算事件", "起算事件"];
    /// The duty a clock measures: [`ClockName`](crate::vocab::ClockName).
    ClockName = "clock-name", ["clock", "时限名称", "時限名稱"];
    /// Why a clock stands still: [`PauseReason`](crate::vocab::PauseReason).
    PauseReason = "pause-reason", ["pause reason", "暂停原因", "暫停原因"];
    /// Why a limit was extended: [`ExtensionReason`](crate::vocab::course::ExtensionReason).
    ExtensionReason = "extension-reason", ["extension reason", "延期原因", "延期原因"];
    /// Which rule, row or step it was: [`RuleId`](crate::vocab::RuleId).
    RuleId = "rule-id", ["rule", "规则编号", "規則編號"];
    /// Whose fault it was: [`FaultParty`](crate::vocab::FaultParty).
    FaultParty = "fault-party", ["fault party", "责任方", "責任方"];
    /// Whether it arises from the organisation: [`Origin`](crate::vocab::kind::Origin).
    Origin = "origin", ["origin", "内外生性", "內外生性"];
    /// How it changes while it is open: [`Dynamic`](crate::vocab::kind::Dynamic).
    Dynamic = "dynamic", ["dynamic", "投诉演化", "投訴演化"];
    /// Why it does not stand: [`NotEstablishedReason`](crate::vocab::course::NotEstablishedReason).
    NotEstablishedReason = "not-established-reason", ["reason why not established", "不成立原因", "不成立原因"];
    /// How much it weighs: [`Importance`](crate::vocab::kind::Importance).
    Importance = "importance", ["importance", "主次程度", "主次程度"];
    /// How soon it wants attention: [`Urgency`](crate::vocab::kind::Urgency).
    Urgency = "urgency", ["urgency", "迫切性", "迫切性"];
    /// What is to be kept in mind: [`Mark`](crate::vocab::Mark).
    Mark = "mark", ["mark", "标记", "標記"];
    /// Where it may spread to: [`SpreadRisk`](crate::vocab::track::SpreadRisk).
    SpreadRisk = "spread-risk", ["spread risk", "扩散风险", "擴散風險"];
    /// Under which definition it is pursued: [`ClaimKind`](crate::vocab::kind::ClaimKind).
    ClaimKind = "claim-kind", ["claim kind", "诉求类别", "訴求類別"];
    /// What the complainant gets: [`Remedy`](crate::vocab::Remedy).
    Remedy = "remedy", ["remedy", "处理方案", "處理方案"];
    /// What is done against further damage: [`Containment`](crate::vocab::track::Containment).
    Containment = "containment", ["containment measure", "围堵措施", "圍堵措施"];
    /// What a playbook speaks to: [`Topic`](crate::vocab::Topic).
    Topic = "topic", ["playbook topic", "话术主题", "話術主題"];
    /// Where it happened: [`Region`](crate::vocab::Region).
    Region = "region", ["region", "地区", "地區"];
    /// What follows a solution: [`FollowUp`](crate::vocab::course::FollowUp).
    FollowUp = "follow-up", ["follow-up", "回访跟进", "回訪跟進"];
    /// When a letter of thanks is due: [`ThanksOccasion`](crate::vocab::track::ThanksOccasion).
    ThanksOccasion = "thanks-occasion", ["thank-you occasion", "感谢函时机", "感謝函時機"];
    /// How somebody is held to account: [`Sanction`](crate::vocab::track::Sanction).
    Sanction = "sanction", ["sanction", "责任追究方式", "責任追究方式"];
    /// What a grievance is like: [`Nature`](crate::vocab::kind::Nature).
    Nature = "nature", ["nature", "抱怨性质", "抱怨性質"];
    /// Where risks for customers arise: [`RiskArea`](crate::vocab::track::RiskArea).
    RiskArea = "risk-area", ["risk area", "风险环节", "風險環節"];
    /// How somebody complains: [`Behaviour`](crate::vocab::person::Behaviour).
    Behaviour = "behaviour", ["behaviour", "投诉行为", "投訴行為"];
    /// What a complaint is meant to do: [`Purpose`](crate::vocab::person::Purpose).
    Purpose = "purpose", ["purpose", "投诉目的", "投訴目的"];
    /// Why somebody complains: [`Motive`](crate::vocab::person::Motive).
    Motive = "motive", ["motive", "投诉心理", "投訴心理"];
    /// How the mind works while a complaint is open: [`Reaction`](crate::vocab::person::Reaction).
    Reaction = "reaction", ["psychological reaction", "心理反应", "心理反應"];
    /// Who complains: [`ComplainantKind`](crate::vocab::person::ComplainantKind).
    ComplainantKind = "complainant-kind", ["complainant kind", "投诉人类型", "投訴人類型"];
    /// How a customer is lost: [`ChurnKind`](crate::vocab::person::ChurnKind).
    ChurnKind = "churn-kind", ["churn kind", "流失类型", "流失類型"];
    /// What says that a customer may leave: [`ChurnSignal`](crate::vocab::person::ChurnSignal).
    ChurnSignal = "churn-signal", ["churn signal", "流失信号", "流失信號"];
    /// Why somebody does not complain: [`SilenceReason`](crate::vocab::person::SilenceReason).
    SilenceReason = "silence-reason", ["silence reason", "不投诉原因", "不投訴原因"];
    /// Where the displeasure of a silent customer goes: [`SilentOutlet`](crate::vocab::person::SilentOutlet).
    SilentOutlet = "silent-outlet", ["silent customer's outlet", "沉默客户宣泄途径", "沉默客戶宣泄途徑"];
    /// What a customer seeks in a product: [`BenefitSought`](crate::vocab::person::BenefitSought).
    BenefitSought = "benefit-sought", ["benefit sought", "利益类型", "利益類型"];
    /// What satisfaction depends on: [`SatisfactionFactor`](crate::vocab::person::SatisfactionFactor).
    SatisfactionFactor = "satisfaction-factor", ["satisfaction factor", "满意度因素", "滿意度因素"];
    /// What the organisation does beside the answer: [`ActionTrack`](crate::vocab::answer::ActionTrack).
    ActionTrack = "action-track", ["company action track", "公司措施", "公司措施"];
    /// What is done so that it does not happen again: [`ImprovementMeasure`](crate::vocab::answer::ImprovementMeasure).
    ImprovementMeasure = "improvement-measure", ["improvement measure", "改进措施", "改進措施"];
    /// What keeps a customer after the sale: [`RelationshipPrinciple`](crate::vocab::answer::RelationshipPrinciple).
    RelationshipPrinciple = "relationship-principle", ["relationship principle", "售后原则", "售後原則"];
    /// By what alternatives are compared: [`ComparisonAxis`](crate::vocab::answer::ComparisonAxis).
    ComparisonAxis = "comparison-axis", ["comparison axis", "方案比较维度", "方案比較維度"];
    /// How high an approval goes: [`ApprovalLevel`](crate::vocab::organisation::ApprovalLevel).
    ApprovalLevel = "approval-level", ["approval level", "审批层级", "審批層級"];
    /// Forms and lists that are kept of complaints: [`Record`](crate::vocab::organisation::Record).
    Record = "record", ["record", "记录表单", "記錄表單"];
    /// Summaries of complaints: [`Report`](crate::vocab::organisation::Report).
    Report = "report", ["report", "统计报表", "統計報表"];
    /// What an investigation rests on: [`EvidenceBasis`](crate::vocab::organisation::EvidenceBasis).
    EvidenceBasis = "evidence-basis", ["evidence basis", "调查依据", "調查依據"];
    /// By what a complaint is judged: [`JudgementCriterion`](crate::vocab::organisation::JudgementCriterion).
    JudgementCriterion = "judgement-criterion", ["judgement criterion", "判断标准", "判斷標準"];
    /// How causes are looked for: [`AnalysisMethod`](crate::vocab::organisation::AnalysisMethod).
    AnalysisMethod = "analysis-method", ["analysis method", "分析方法", "分析方法"];
    /// What is measured of complaint handling: [`Indicator`](crate::vocab::organisation::Indicator).
    Indicator = "indicator", ["indicator", "指标", "指標"];
    /// Whether a harm can be measured: [`Measurability`](crate::vocab::course::Measurability).
    Measurability = "measurability", ["measurability", "可度量性", "可度量性"];
    /// How the organisation failed: [`LapseKind`](crate::vocab::course::LapseKind).
    LapseKind = "lapse-kind", ["lapse kind", "失误类型", "失誤類型"];
    /// What was harmed: [`HarmKind`](crate::vocab::course::HarmKind).
    HarmKind = "harm-kind", ["harm kind", "损害类型", "損害類型"];
    /// What a form asks for: [`FormField`](crate::vocab::FormField).
    FormField = "form-field", ["form field", "表单字段", "表單欄位"];
}

impl Facet {
    /// The facet whose words are good here too: a [`CauseGroup`](crate::vocab::kind::CauseGroup) is a
    /// [`Cause`](crate::vocab::Cause)
    /// that nobody knows more of.
    #[must_use]
    pub const fn roots(self) -> Option<Self> {
        if matches!(self, Self::Cause) { Some(Self::CauseGroup) } else { None }
    }
}
