//! The words of the facet `analysis-method`.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// A method for finding causes.
    pub struct AnalysisMethod;
    /// The methods every organisation starts with.
    pub enum StandardAnalysisMethod {
        /// The eight disciplines of problem solving. Its steps are recorded as
        /// [`Discipline`](crate::vocab::track::Discipline).
        EightD, EIGHT_D = "eight-d", ["8D", "8D", "8D"];
        /// The cycle plan, do, check, act. Its steps are recorded as [`Discipline`](crate::vocab::track::Discipline).
        Pdca, PDCA = "pdca", ["PDCA", "PDCA", "PDCA"];
        /// Fault tree analysis: from one failure down to all events that can lead to it.
        Fta, FTA = "fta", ["FTA", "FTA", "FTA"];
        /// A matrix that relates two sets of factors.
        MatrixDiagram, MATRIX_DIAGRAM = "matrix-diagram", ["matrix diagram", "矩阵图", "矩陣圖"];
        /// Causes ranked by their share, the largest first.
        Pareto, PARETO = "pareto", ["Pareto", "柏拉图", "柏拉圖"];
        /// Causes drawn as bones on the spine of one effect.
        Fishbone, FISHBONE = "fishbone", ["characteristic-factor diagram", "特性要因图", "特性要因圖"];
        /// Several statistics read together.
        CombinedStatistics, COMBINED_STATISTICS
            = "combined-statistics", ["combined statistics", "综合统计分析", "綜合統計分析"];
        /// A calm look at the matter from the customer's side and from one's own.
        TwoSidedReview, TWO_SIDED_REVIEW
            = "two-sided-review", ["objective two-sided review", "客观分析", "客觀分析"];
    }
}
