//! Summaries of complaints.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// A summary of a case or of a period. What is kept of each complaint is a
    /// [`Record`](crate::vocab::organisation::Record).
    pub struct Report;
    /// The reports every organisation starts with.
    pub enum StandardReport {
        /// The complaints of the month in a table (S10-R31).
        MonthlyStatistics, MONTHLY_STATISTICS
            = "monthly-statistics",
            ["monthly statistics table", "客户投诉案件统计表", "客戶投訴案件統計表"];
        /// How a case should be handled (S10-R32).
        OpinionReport, OPINION_REPORT
            = "opinion-report", ["handling-opinion report", "投诉处理意见报告", "投訴處理意見報告"];
        /// Numbers and status of half a year, for senior management and the departments (S16-R15).
        ManagementReview, MANAGEMENT_REVIEW
            = "management-review", ["half-yearly management review", "管理审查会议", "管理審查會議"];
        /// Causes and trends, looked at regularly (S11-R18).
        TrendReview, TREND_REVIEW
            = "trend-review", ["regular review of causes and trends", "定期审查", "定期審查"];
        /// What is not closed, circulated regularly (S23-R16).
        UnclosedNotice, UNCLOSED_NOTICE
            = "unclosed-notice", ["notice of unclosed complaints", "未闭环通报", "未閉環通報"];
        /// What the case cost (S18-R18).
        LossAssessment, LOSS_ASSESSMENT = "loss-assessment", ["loss assessment", "损失评估", "損失評估"];
        /// The complaint in writing, with its cause, countermeasure and effect (S18-R17).
        WrittenReport, WRITTEN_REPORT
            = "written-report", ["written complaint report", "书面报告", "書面報告"];
        /// Number and satisfaction before and after a measure (S34-R07, S13-R06).
        EffectEvaluation, EFFECT_EVALUATION
            = "effect-evaluation", ["effect evaluation", "效果评估", "效果評估"];
        /// The problem, its analysis, and one solution a problem (S36-R01).
        InvestigationReport, INVESTIGATION_REPORT
            = "investigation-report", ["problem, analysis, solution report", "处理报告", "處理報告"];
        /// Complaints sorted by type, product or service, and region, for what they have in common
        /// (S30-R03).
        PatternSort, PATTERN_SORT
            = "pattern-sort", ["sorting by type, product/service, region", "分类整理", "分類整理"];
        /// Who of the staff is trained in what, planned regularly (S05-R22, S31-R05).
        TrainingPlan, TRAINING_PLAN = "training-plan", ["training plan", "培训计划", "培訓計劃"];
    }
}
