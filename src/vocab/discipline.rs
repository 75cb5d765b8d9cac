//! The steps of 8D and PDCA.

use crate::vocab::closed::closed_vocabulary;

closed_vocabulary! {
    /// A step of the methods 8D and PDCA, recorded when it is taken.
    #[expect(clippy::exhaustive_enums, reason = "the steps of the two methods")]
    pub enum Discipline = "a" "discipline";

    /// Prepares: records symptoms and emergency response.
    D0 = "d0", ["D0 prepare", "D0 准备", "D0 準備"];
    /// Forms the team.
    D1 = "d1", ["D1 team", "D1 团队", "D1 團隊"];
    /// Describes the problem.
    D2 = "d2", ["D2 problem", "D2 问题描述", "D2 問題描述"];
    /// Limits the damage. What is in place is a [`Containment`](crate::vocab::track::Containment).
    D3 = "d3", ["D3 containment", "D3 围堵措施", "D3 圍堵措施"];
    /// Finds the root cause, and the point at which the problem escaped detection.
    D4 = "d4", ["D4 root cause", "D4 根本原因", "D4 根本原因"];
    /// Chooses the permanent corrective action.
    D5 = "d5", ["D5 permanent action", "D5 选定措施", "D5 選定措施"];
    /// Carries out the corrective action and validates it.
    D6 = "d6", ["D6 implementation", "D6 实施", "D6 實施"];
    /// Prevents the problem from happening again.
    D7 = "d7", ["D7 prevention", "D7 预防再发", "D7 預防再發"];
    /// Recognises the team's work and ends the method.
    D8 = "d8", ["D8 recognition", "D8 表彰团队", "D8 表彰團隊"];
    /// Plans what to change.
    Plan = "plan", ["plan", "计划", "計劃"];
    /// Carries out the plan.
    Do = "do", ["do", "执行", "執行"];
    /// Checks the result.
    Check = "check", ["check", "检查", "檢查"];
    /// Makes the result the standard, or starts again.
    Act = "act", ["act", "处置", "處置"];
}
