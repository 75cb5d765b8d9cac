//! What a form asks for.

use super::closed::closed_vocabulary;

closed_vocabulary! {
    /// What a form asks for before a complaint is registered.
    #[expect(clippy::exhaustive_enums, reason = "the fields that a complaint has")]
    pub enum FormField = "a" "field of a form";

    /// Who complains.
    Complainant = "complainant", ["complainant", "投诉人", "投訴人"];
    /// The category.
    Category = "category", ["category", "类别", "類別"];
    /// The subject.
    Subject = "subject", ["subject", "分类", "分類"];
    /// The cause as it is stated.
    Cause = "cause", ["cause", "原因", "原因"];
    /// What the complainant wants, or that it is nothing.
    Demand = "demand", ["demand", "诉求", "訴求"];
    /// The way on which it came in.
    Channel = "channel", ["channel", "渠道", "渠道"];
    /// Whether it was written or spoken.
    Medium = "medium", ["medium", "表达形式", "表達形式"];
    /// The unit that it is about.
    Unit = "unit", ["unit concerned", "相关部门", "相關部門"];
    /// The person who is complained about.
    Staff = "staff", ["person concerned", "被投诉人", "被投訴人"];
    /// The product, batch or device.
    Product = "product", ["product", "产品", "產品"];
    /// Where it happened.
    Region = "region", ["place", "地点", "地點"];
    /// What was said.
    Narrative = "narrative", ["content", "投诉内容", "投訴內容"];
}
