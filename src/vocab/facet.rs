//! The kinds of open words.

use super::closed::closed_vocabulary;
use super::{
    Anchor, Category, Cause, CauseGroup, Channel, ClaimKind, ClockName, Code, Containment, Demand,
    Department, Dynamic, ExtensionReason, Fact, FaultParty, FollowUp, Importance, Locale, Mark, Medium,
    NotEstablishedReason, Origin, PauseReason, Region, Remedy, Role, RuleId, Sanction, SpreadRisk, Subject,
    ThanksOccasion, Topic, Urgency, Word,
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
}

/// Takes the same value of the word type of each facet.
macro_rules! of_each {
    ($facet:expr, $word:ident => $value:expr) => {
        of_each!(@match $facet, $word => $value; Category Subject CauseGroup Cause Demand Channel Medium
            Department Role Fact Anchor ClockName PauseReason ExtensionReason RuleId FaultParty Origin Dynamic NotEstablishedReason Importance Urgency Mark SpreadRisk ClaimKind Remedy Containment Topic Region
            FollowUp ThanksOccasion Sanction)
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

    /// Passes on the code of each standard word of the facet.
    pub(crate) fn each_standard_code(self, each: &mut dyn FnMut(Code)) {
        of_each!(self, W => {
            for word in W::standard_words() {
                each(*word.code());
            }
        });
    }
}
