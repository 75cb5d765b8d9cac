//! What is to be kept in mind about a complaint.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// What is to be kept in mind about a complaint beside its severity: a flag that a rule raised.
    pub struct Mark;
    /// The marks every organisation starts with.
    pub enum StandardMark {
        /// A listed case whose consequences are grave, at the level of its list all the same.
        Grave, GRAVE = "grave", ["grave consequences", "后果严重", "後果嚴重"];
        /// Grave consequences that no listed case covers.
        UnlistedGrave, UNLISTED_GRAVE
            = "unlisted-grave", ["grave, in no list", "后果严重且未列明", "後果嚴重且未列明"];
        /// A problem keeps coming back: a long-term measure is due (S06-R13).
        LongTermMeasureDue, LONG_TERM_MEASURE_DUE
            = "long-term-measure-due", ["long-term measure due", "须采取长期措施", "須採取長期措施"];
        /// Damages are asked for where the kind of the complaint gives none (S18-R04).
        CompensationDemanded, COMPENSATION_DEMANDED
            = "compensation-demanded", ["compensation demanded", "要求赔偿", "要求賠償"];
        /// What may have left the company must be recalled (S18-R05).
        RecallRequired, RECALL_REQUIRED = "recall-required", ["recall required", "须召回", "須召回"];
        /// The customer is to be asked for samples of the defect (S15-R12).
        SamplesNeeded, SAMPLES_NEEDED
            = "samples-needed", ["defect samples needed", "须索取缺陷样品", "須索取缺陷樣品"];
        /// It may become a collective complaint (S37-R16).
        MaySpreadCollectively, MAY_SPREAD_COLLECTIVELY
            = "may-spread-collectively", ["may become collective", "可能演变为集体投诉", "可能演變為集體投訴"];
        /// The media may take it up (S37-R17).
        MayReachMedia, MAY_REACH_MEDIA
            = "may-reach-media", ["may reach the media", "可能引发媒体曝光", "可能引發媒體曝光"];
        /// An authority may impose a penalty (S37-R17).
        MayBringPenalty, MAY_BRING_PENALTY
            = "may-bring-penalty", ["may bring a penalty", "可能招致行政处罚", "可能招致行政處罰"];
        /// Buyers may refuse the hand-over together (S37-R18).
        MayBlockHandover, MAY_BLOCK_HANDOVER
            = "may-block-handover", ["may block the hand-over", "可能造成交房障碍", "可能造成交房障礙"];
        /// It is small (S02-R03).
        SmallMatter, SMALL_MATTER = "small-matter", ["small matter", "较小", "較小"];
        /// It is small and can be solved at once: no approval (S02-R03).
        AnswerAtOnce, ANSWER_AT_ONCE = "answer-at-once", ["answer at once", "马上答复", "馬上答覆"];
        /// The first contact is by phone or fax, and it is still to come (S14-R04).
        ContactFirst, CONTACT_FIRST = "contact-first", ["contact by phone or fax first", "先电话或传真联系", "先電話或傳真聯繫"];
        /// The customer is first to be asked whether a restart or an update was tried (S21-R02).
        AskForRestart, ASK_FOR_RESTART = "ask-for-restart", ["ask for restart or update", "先问重启或更新", "先問重啟或更新"];
        /// The customer is to be asked which refund is wanted, and why (S21-R05).
        AskForDemand, ASK_FOR_DEMAND = "ask-for-demand", ["ask what is wanted", "询问具体诉求", "詢問具體訴求"];
        /// A request for a refund is admissible (S38-R02).
        RefundAdmissible, REFUND_ADMISSIBLE = "refund-admissible", ["refund admissible", "可申请退款", "可申請退款"];
        /// No refund: everything could be seen before the purchase (S38-R02).
        RefundExcluded, REFUND_EXCLUDED = "refund-excluded", ["refund excluded", "不予退款", "不予退款"];
        /// Somebody's rights are infringed (S38-R03).
        RightsInfringed, RIGHTS_INFRINGED = "rights-infringed", ["rights infringed", "侵犯权益", "侵犯權益"];
        /// What infringes a copyright is to be changed or deleted (S38-R04).
        RemovalDue, REMOVAL_DUE = "removal-due", ["change or delete", "须更改或删除", "須更改或刪除"];
        /// Other departments help with the analysis (S30-R04).
        SupportNeeded, SUPPORT_NEEDED = "support-needed", ["support needed", "须协助分析", "須協助分析"];
        /// The customer is to be asked to bring the car back to the shop (S08-R11).
        BringTheCarBack, BRING_THE_CAR_BACK = "bring-the-car-back", ["bring the car back", "请将车开回厂", "請將車開回廠"];
        /// The cause is one for which customers leave (S28-R11 to S28-R16, S28-R29).
        ChurnCause, CHURN_CAUSE = "churn-cause", ["cause of churn", "流失原因", "流失原因"];
        /// The customer lacks a condition or the procedure, or an explanation: one is owed (S28-R22 to S28-R24).
        ExplanationOwed, EXPLANATION_OWED = "explanation-owed", ["explanation owed", "须解释说明", "須解釋說明"];
        /// There is an occasion for a letter of thanks (S27-R08 to S27-R11).
        ThanksDue, THANKS_DUE = "thanks-due", ["letter of thanks due", "须致感谢函", "須致感謝函"];
        /// Visits go on until the customer is practised (S27-R12).
        UsageVisitDue, USAGE_VISIT_DUE = "usage-visit-due", ["visit until practised", "访问至使用熟练", "訪問至使用熟練"];
    }
}
