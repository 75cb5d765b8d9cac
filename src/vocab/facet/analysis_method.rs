//! How causes are looked for.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// How causes are looked for.
    pub struct AnalysisMethod;
    /// The methods every organisation starts with.
    pub enum StandardAnalysisMethod {
        /// The eight disciplines of problem solving (S15-R14).
        EightD, EIGHT_D = "eight-d", ["8D", "8D", "8D"];
        /// Plan, do, check, act (S16-R05).
        Pdca, PDCA = "pdca", ["PDCA", "PDCA", "PDCA"];
        /// Fault tree analysis (S16-R05).
        Fta, FTA = "fta", ["FTA", "FTA", "FTA"];
        /// A matrix of two sets of factors (S16-R02).
        MatrixDiagram, MATRIX_DIAGRAM = "matrix-diagram", ["matrix diagram", "矩阵图", "矩陣圖"];
        /// Causes by their share, the largest first (S16-R02).
        Pareto, PARETO = "pareto", ["Pareto", "柏拉图", "柏拉圖"];
        /// Causes as bones on the spine of an effect (S16-R02).
        Fishbone, FISHBONE = "fishbone", ["characteristic-factor diagram", "特性要因图", "特性要因圖"];
        /// Several statistics taken together (S16-R02).
        CombinedStatistics, COMBINED_STATISTICS
            = "combined-statistics", ["combined statistics", "综合统计分析", "綜合統計分析"];
        /// A sober look from both sides (S30-R05).
        TwoSidedReview, TWO_SIDED_REVIEW
            = "two-sided-review", ["objective two-sided review", "客观分析", "客觀分析"];
    }
}
