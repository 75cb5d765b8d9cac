//! What follows a solution.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// A contact with the complainant that follows a step or a solution.
    pub struct FollowUp;
    /// The follow-ups every organisation starts with.
    pub enum StandardFollowUp {
        /// Opinion request (S02-R12, S03-R23).
        OpinionRequest, OPINION_REQUEST
            = "opinion-request", ["opinion request", "征询意见", "徵詢意見"];
        /// Satisfaction check (S05-R21, S24-R07, S11-R17, S32-R13).
        SatisfactionCheck, SATISFACTION_CHECK
            = "satisfaction-check", ["satisfaction check", "满意确认", "滿意確認"];
        /// Satisfaction survey (S18-R12).
        SatisfactionSurvey, SATISFACTION_SURVEY
            = "satisfaction-survey", ["satisfaction survey", "满意度调查", "滿意度調查"];
        /// Progress notice (S12-R05, S22-R03, S24-R06, S17-R04).
        ProgressNotice, PROGRESS_NOTICE
            = "progress-notice", ["progress notice", "进展反馈", "進展反饋"];
        /// Effect check of measures (S16-R08, S10-R29).
        EffectCheck, EFFECT_CHECK
            = "effect-check", ["effect check of measures", "效果确认", "效果確認"];
        /// Return visit after installation (S26-R04, S07-R10).
        ReturnVisit, RETURN_VISIT
            = "return-visit", ["return visit after installation", "回访", "回訪"];
        /// Visit until practised (S27-R12, S27-R13, S27-R14).
        UsageVisit, USAGE_VISIT
            = "usage-visit", ["visit until practised", "售后访问", "售後訪問"];
        /// Thank-you letter (S27-R08, S27-R09, S27-R10, S27-R11).
        ThankYou, THANK_YOU
            = "thank-you", ["thank-you letter", "感谢函", "感謝函"];
        /// Notice of what was improved (S09-R05, S22-R04).
        ImprovementNotice, IMPROVEMENT_NOTICE
            = "improvement-notice", ["notice of what was improved", "改进反馈", "改進反饋"];
        /// Customer's reaction passed to departments (S10-R33).
        ReactionRelay, REACTION_RELAY
            = "reaction-relay", ["customer's reaction passed to departments", "客户反应通报", "客戶反應通報"];
        /// Contact with satisfied customers, news (S13-R08, S27-R15, S02-R13).
        RelationshipContact, RELATIONSHIP_CONTACT
            = "relationship-contact", ["contact with satisfied customers, news", "持续沟通", "持續溝通"];
    }
}
