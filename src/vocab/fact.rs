//! What rules look at.

use super::open::open_vocabulary;

open_vocabulary! {
    /// Something that is so in a case, and how often: what rules look at beside the other words.
    pub struct Fact;
    /// The facts every organisation starts with.
    pub enum StandardFact {
        /// The complaint is of a kind that the company lists for forced closure (S23-R18, S23-R19).
        OnForcedClosureList, ON_FORCED_CLOSURE_LIST
            = "on-forced-closure-list",
            ["on the forced-closure list", "在强制关闭清单上", "在強制關閉清單上"];
        /// The company has no solution for now (S23-R18).
        NoSolutionNow, NO_SOLUTION_NOW
            = "no-solution-now", ["no solution for now", "暂无解决方案", "暫無解決方案"];
        /// How often the complainant tried to reach the hotline in vain (S10-R04).
        HotlineTries, HOTLINE_TRIES
            = "hotline-tries", ["tries to reach the hotline", "拨打热线次数", "撥打熱線次數"];
        /// How many repairs did not help (S10-R07).
        FailedRepairs, FAILED_REPAIRS
            = "failed-repairs", ["repairs without success", "维修未果次数", "維修未果次數"];
        /// How many minutes after the agreed time somebody came (S10-R09).
        MinutesLate, MINUTES_LATE = "minutes-late", ["minutes late", "迟到分钟数", "遲到分鐘數"];
        /// How many appointments were not kept (S10-R13).
        BrokenAppointments, BROKEN_APPOINTMENTS
            = "broken-appointments", ["appointments broken", "违约次数", "違約次數"];
        /// The complainant's own business is in difficulty (S10-R13, S10-R14).
        BusinessInDifficulty, BUSINESS_IN_DIFFICULTY
            = "business-in-difficulty", ["business in difficulty", "业务陷入困境", "業務陷入困境"];
        /// What happened had grave consequences (S10-R11, S10-R13).
        GraveConsequences, GRAVE_CONSEQUENCES
            = "grave-consequences", ["grave consequences", "严重后果", "嚴重後果"];
        /// The good name of the organisation is gravely affected (S10-R12).
        ReputationGravelyAffected, REPUTATION_GRAVELY_AFFECTED
            = "reputation-gravely-affected", ["reputation gravely affected", "严重影响声誉", "嚴重影響聲譽"];
        /// The good name of the organisation is harmed in another way (S10-R19).
        ReputationHarmed, REPUTATION_HARMED
            = "reputation-harmed", ["reputation harmed", "损害声誉", "損害聲譽"];
        /// The media reported on it (S10-R14).
        MediaExposure, MEDIA_EXPOSURE = "media-exposure", ["media exposure", "媒体曝光", "媒體曝光"];
        /// An authority criticised the organisation for it (S10-R19).
        AuthorityCriticism, AUTHORITY_CRITICISM
            = "authority-criticism", ["criticised by an authority", "主管机关批评", "主管機關批評"];
        /// The fault may affect what the product does, or its use (S18-R05).
        MayAffectUse, MAY_AFFECT_USE
            = "may-affect-use", ["may affect function or use", "可能影响功能或使用", "可能影響功能或使用"];
        /// Faulty goods may have left the company (S18-R05).
        MayHaveBeenDelivered, MAY_HAVE_BEEN_DELIVERED
            = "may-have-been-delivered", ["may have been delivered", "可能已交付客户", "可能已交付客戶"];
        /// Somebody's life or health is in danger.
        DangerToPerson, DANGER_TO_PERSON
            = "danger-to-person", ["danger to a person", "危及人身安全", "危及人身安全"];
    }
}
