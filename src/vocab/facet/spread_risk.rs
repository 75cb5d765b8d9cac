//! Where a complaint may spread to.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// Where a complaint may spread to; several may hold.
    pub struct SpreadRisk;
    /// The risks every organisation starts with.
    pub enum StandardSpreadRisk {
        /// Collective complaint (S37-R16).
        Collective, COLLECTIVE = "collective", ["collective complaint", "集体投诉", "集體投訴"];
        /// Media exposure (S37-R17, S10-R14).
        Media, MEDIA = "media", ["media exposure", "媒体曝光", "媒體曝光"];
        /// Penalty or criticism by an authority (S37-R17, S10-R19).
        AdministrativePenalty, ADMINISTRATIVE_PENALTY = "administrative-penalty", ["penalty or criticism by an authority", "行政处罚", "行政處罰"];
        /// Collective refusal of hand-over (S37-R18).
        HandoverRefusal, HANDOVER_REFUSAL = "handover-refusal", ["collective refusal of hand-over", "集体性交房障碍", "集體性交房障礙"];
        /// Word of mouth (S35-R04, S28-R08).
        WordOfMouth, WORD_OF_MOUTH = "word-of-mouth", ["word of mouth", "口碑传播", "口碑傳播"];
    }
}
