//! What is to be kept in mind about a complaint.

use super::open::open_vocabulary;

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
        /// The answer goes out on the customer's own form (S16-R16).
        CustomerForm, CUSTOMER_FORM
            = "customer-form", ["answer on the customer's form", "须用客户表单答复", "須用客戶表單答覆"];
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
    }
}
