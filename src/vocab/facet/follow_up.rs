//! The words of the facet `follow-up`.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// A contact with the complainant after a step or after the solution.
    pub struct FollowUp;
    /// The follow-ups every organisation starts with.
    pub enum StandardFollowUp {
        /// The complainant is asked for an opinion on the solution.
        OpinionRequest, OPINION_REQUEST
            = "opinion-request", ["opinion request", "征询意见", "徵詢意見"];
        /// The complainant is asked whether the solution satisfies. The answer can decide whether the case closes.
        SatisfactionCheck, SATISFACTION_CHECK
            = "satisfaction-check", ["satisfaction check", "满意确认", "滿意確認"];
        /// A survey of several customers, not of one case.
        SatisfactionSurvey, SATISFACTION_SURVEY
            = "satisfaction-survey", ["satisfaction survey", "满意度调查", "滿意度調查"];
        /// The complainant is told of progress while the case is open.
        ProgressNotice, PROGRESS_NOTICE
            = "progress-notice", ["progress notice", "进展反馈", "進展回饋"];
        /// Somebody checks whether the measures helped.
        EffectCheck, EFFECT_CHECK
            = "effect-check", ["effect check of measures", "效果确认", "效果確認"];
        /// A visit some time after an installation.
        ReturnVisit, RETURN_VISIT
            = "return-visit", ["return visit after installation", "回访", "回訪"];
        /// A visit that repeats until the customer is practised in the use of the product.
        UsageVisit, USAGE_VISIT
            = "usage-visit", ["visit until practised", "售后访问", "售後訪問"];
        /// A letter of thanks: see [`ThanksOccasion`](crate::vocab::track::ThanksOccasion).
        ThankYou, THANK_YOU
            = "thank-you", ["thank-you letter", "感谢函", "感謝函"];
        /// The complainant is told what was improved because of the complaint.
        ImprovementNotice, IMPROVEMENT_NOTICE
            = "improvement-notice", ["notice of what was improved", "改进反馈", "改進回饋"];
        /// The customer's reaction is passed on to the departments.
        ReactionRelay, REACTION_RELAY
            = "reaction-relay", ["customer's reaction passed to departments", "客户反应通报", "客戶反應通報"];
        /// A contact without a complaint, for example with news for satisfied customers.
        RelationshipContact, RELATIONSHIP_CONTACT
            = "relationship-contact", ["contact with satisfied customers, news", "持续沟通", "持續溝通"];
    }
}
