//! The order after an accident.

use super::closed::closed_vocabulary;

closed_vocabulary! {
    /// What is done after an accident, in this order (S02-R14, S02-R15).
    #[derive(PartialOrd, Ord)]
    #[expect(clippy::exhaustive_enums, reason = "each follows the one before")]
    pub enum AccidentStep = "a" "step after an accident";

    /// Everybody concerned is told.
    Notify = "notify", ["notify", "通知", "通知"];
    /// The insurance is asked.
    AskInsurance = "ask-insurance", ["ask the insurance", "询问保险", "詢問保險"];
    /// The carrier checks.
    CheckCarrier = "check-carrier", ["carrier check", "承运人核查", "承運人核查"];
    /// The customer is told what was found.
    FeedBack = "feed-back", ["feed back", "反馈客户", "反饋客戶"];
    /// It is solved.
    Solve = "solve", ["solve", "解决", "解決"];
    /// The bill is sent.
    Bill = "bill", ["bill", "开单收费", "開單收費"];
}
