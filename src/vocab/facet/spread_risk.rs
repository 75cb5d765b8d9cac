//! The words of the facet `spread-risk`.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// How a complaint may spread. Several words may apply.
    pub struct SpreadRisk;
    /// The risks every organisation starts with.
    pub enum StandardSpreadRisk {
        /// Several complainants may join.
        Collective, COLLECTIVE = "collective", ["collective complaint", "集体投诉", "集體投訴"];
        /// The media may report on it.
        Media, MEDIA = "media", ["media exposure", "媒体曝光", "媒體曝光"];
        /// An authority may impose a penalty or criticise the organisation.
        AdministrativePenalty, ADMINISTRATIVE_PENALTY = "administrative-penalty", ["penalty or criticism by an authority", "行政处罚", "行政處罰"];
        /// Buyers may refuse together to take over their homes.
        HandoverRefusal, HANDOVER_REFUSAL = "handover-refusal", ["collective refusal of hand-over", "集体性交房障碍", "集體性交房障礙"];
        /// People may tell each other.
        WordOfMouth, WORD_OF_MOUTH = "word-of-mouth", ["word of mouth", "口碑传播", "口碑傳播"];
    }
}
