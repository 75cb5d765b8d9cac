//! The words of the facet `mark`.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// A flag that a rule sets on a complaint, beside its severity.
    ///
    /// A mark reminds the handler, and it can decide who gets the complaint. It does not raise the severity.
    ///
    /// ```
    /// use redress::policy::Condition;
    /// use redress::policy::severity::MarkRule;
    /// use redress::vocab::{Fact, Mark, RuleId};
    /// use redress::word;
    ///
    /// let rule = MarkRule::new(word!(RuleId, "press"), Mark::MAY_REACH_MEDIA, Condition::has(Fact::PRESS_ENQUIRY));
    /// assert_eq!(rule.mark(), Mark::MAY_REACH_MEDIA);
    /// ```
    pub struct Mark;
    /// The marks every organisation starts with.
    pub enum StandardMark {
        /// A case of a list has grave consequences. Its severity is still the one that the list gives.
        Grave, GRAVE = "grave", ["grave consequences", "后果严重", "後果嚴重"];
        /// The consequences are grave, and no case of the list covers them.
        UnlistedGrave, UNLISTED_GRAVE
            = "unlisted-grave", ["grave, in no list", "后果严重且未列明", "後果嚴重且未列明"];
        /// The problem keeps coming back, so that a lasting measure is due.
        LongTermMeasureDue, LONG_TERM_MEASURE_DUE
            = "long-term-measure-due", ["long-term measure due", "须采取长期措施", "須採取長期措施"];
        /// The complainant asks for damages, although this kind of complaint gives none.
        CompensationDemanded, COMPENSATION_DEMANDED
            = "compensation-demanded", ["compensation demanded", "要求赔偿", "要求賠償"];
        /// Products that may have left the company must be recalled.
        RecallRequired, RECALL_REQUIRED = "recall-required", ["recall required", "须召回", "須召回"];
        /// The customer must be asked for samples of the defect.
        SamplesNeeded, SAMPLES_NEEDED
            = "samples-needed", ["defect samples needed", "须索取缺陷样品", "須索取缺陷樣品"];
        /// The complaint may become a collective one.
        MaySpreadCollectively, MAY_SPREAD_COLLECTIVELY
            = "may-spread-collectively", ["may become collective", "可能演变为集体投诉", "可能演變為集體投訴"];
        /// The media may report on the matter.
        MayReachMedia, MAY_REACH_MEDIA
            = "may-reach-media", ["may reach the media", "可能引发媒体曝光", "可能引發媒體曝光"];
        /// An authority may impose a penalty.
        MayBringPenalty, MAY_BRING_PENALTY
            = "may-bring-penalty", ["may bring a penalty", "可能招致行政处罚", "可能招致行政處罰"];
        /// Buyers may refuse together to take over their homes.
        MayBlockHandover, MAY_BLOCK_HANDOVER
            = "may-block-handover", ["may block the hand-over", "可能造成交房障碍", "可能造成交房障礙"];
        /// The matter is small.
        SmallMatter, SMALL_MATTER = "small-matter", ["small matter", "较小", "較小"];
        /// The matter is small and can be solved at once, without approval.
        AnswerAtOnce, ANSWER_AT_ONCE = "answer-at-once", ["answer at once", "马上答复", "馬上答覆"];
        /// The first contact must be by phone or fax, and has not been made yet.
        ContactFirst, CONTACT_FIRST = "contact-first", ["contact by phone or fax first", "先电话或传真联系", "先電話或傳真聯繫"];
        /// The customer must first be asked whether they tried a restart or an update.
        AskForRestart, ASK_FOR_RESTART = "ask-for-restart", ["ask for restart or update", "先问重启或更新", "先問重啟或更新"];
        /// The customer must be asked which refund they want, and why.
        AskForDemand, ASK_FOR_DEMAND = "ask-for-demand", ["ask what is wanted", "询问具体诉求", "詢問具體訴求"];
        /// A request for a refund is admissible. It is not granted by this mark.
        RefundAdmissible, REFUND_ADMISSIBLE = "refund-admissible", ["refund admissible", "可申请退款", "可申請退款"];
        /// No refund: the customer could see everything before the purchase.
        RefundExcluded, REFUND_EXCLUDED = "refund-excluded", ["refund excluded", "不予退款", "不予退款"];
        /// Somebody's rights are infringed.
        RightsInfringed, RIGHTS_INFRINGED = "rights-infringed", ["rights infringed", "侵犯权益", "侵犯權益"];
        /// Content that infringes a copyright must be changed or deleted.
        RemovalDue, REMOVAL_DUE = "removal-due", ["change or delete", "须更改或删除", "須更改或刪除"];
        /// Other departments must help with the analysis.
        SupportNeeded, SUPPORT_NEEDED = "support-needed", ["support needed", "须协助分析", "須協助分析"];
        /// The customer must be asked to bring the car back to the workshop.
        BringTheCarBack, BRING_THE_CAR_BACK = "bring-the-car-back", ["bring the car back", "请将车开回厂", "請將車開回廠"];
        /// The cause is one for which customers leave.
        ChurnCause, CHURN_CAUSE = "churn-cause", ["cause of churn", "流失原因", "流失原因"];
        /// The customer lacks a condition, the procedure or an explanation. Somebody must explain it.
        ExplanationOwed, EXPLANATION_OWED = "explanation-owed", ["explanation owed", "须解释说明", "須解釋說明"];
        /// There is an occasion for a letter of thanks.
        ThanksDue, THANKS_DUE = "thanks-due", ["letter of thanks due", "须致感谢函", "須致感謝函"];
        /// Visits continue until the customer is practised in the use of the product.
        UsageVisitDue, USAGE_VISIT_DUE = "usage-visit-due", ["visit until practised", "访问至使用熟练", "訪問至使用熟練"];
    }
}
