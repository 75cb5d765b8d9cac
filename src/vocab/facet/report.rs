//! The words of the facet `report`.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// A summary of one case or of a period.
    ///
    /// What is kept of each complaint is a [`Record`](crate::vocab::organisation::Record).
    pub struct Report;
    /// The reports every organisation starts with.
    pub enum StandardReport {
        /// The complaints of one month, in a table.
        MonthlyStatistics, MONTHLY_STATISTICS
            = "monthly-statistics",
            ["monthly statistics table", "客户投诉案件统计表", "客戶投訴案件統計表"];
        /// A proposal for handling one case.
        OpinionReport, OPINION_REPORT
            = "opinion-report", ["handling-opinion report", "投诉处理意见报告", "投訴處理意見報告"];
        /// Numbers and status of half a year, for senior management and the departments.
        ManagementReview, MANAGEMENT_REVIEW
            = "management-review", ["half-yearly management review", "管理审查会议", "管理審查會議"];
        /// Causes and trends, reviewed regularly.
        TrendReview, TREND_REVIEW
            = "trend-review", ["regular review of causes and trends", "定期审查", "定期審查"];
        /// The cases that are not closed, circulated regularly.
        UnclosedNotice, UNCLOSED_NOTICE
            = "unclosed-notice", ["notice of unclosed complaints", "未结案通报", "未結案通報"];
        /// What the case cost the organisation.
        LossAssessment, LOSS_ASSESSMENT = "loss-assessment", ["loss assessment", "损失评估", "損失評估"];
        /// One complaint in writing, with its cause, countermeasure and effect.
        WrittenReport, WRITTEN_REPORT
            = "written-report", ["written complaint report", "书面报告", "書面報告"];
        /// The number of complaints and the satisfaction before and after a measure.
        EffectEvaluation, EFFECT_EVALUATION
            = "effect-evaluation", ["effect evaluation", "效果评估", "效果評估"];
        /// The problems, their analysis, and one solution for each problem.
        InvestigationReport, INVESTIGATION_REPORT
            = "investigation-report", ["problem, analysis, solution report", "处理报告", "處理報告"];
        /// Complaints sorted by type, product or service, and region, to find what they have in common.
        PatternSort, PATTERN_SORT
            = "pattern-sort", ["sorting by type, product/service, region", "分类整理", "分類整理"];
        /// Which staff are trained in what, planned regularly.
        TrainingPlan, TRAINING_PLAN = "training-plan", ["training plan", "培训计划", "培訓計劃"];
    }
}
