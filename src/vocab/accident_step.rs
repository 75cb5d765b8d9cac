//! The steps after an accident.

use crate::vocab::closed::closed_vocabulary;

closed_vocabulary! {
    /// A step after an accident. The steps are taken in this order.
    ///
    /// The bill comes last: see [`Bill`](Self::Bill).
    ///
    /// ```
    /// use redress::vocab::track::AccidentStep;
    ///
    /// assert!(AccidentStep::Notify < AccidentStep::AskInsurance);
    /// assert_eq!(AccidentStep::ALL.last(), Some(&AccidentStep::Bill));
    /// ```
    #[derive(PartialOrd, Ord)]
    #[expect(clippy::exhaustive_enums, reason = "each follows the one before")]
    pub enum AccidentStep = "a" "step after an accident";

    /// The customer is told at once.
    Notify = "notify", ["notify the customer", "通知客户", "通知客戶"];
    /// The customer is asked whether the goods are insured.
    AskInsurance = "ask-insurance", ["ask whether insured", "询问是否投保", "詢問是否投保"];
    /// The carrier checks what happened.
    CheckCarrier = "check-carrier", ["carrier check", "承运人核查", "承運人核查"];
    /// The customer is told what was found.
    FeedBack = "feed-back", ["feed back", "反馈客户", "回饋客戶"];
    /// The matter is solved.
    Solve = "solve", ["solve", "解决", "解決"];
    /// The bill is sent. It may not be sent before the matter is solved.
    Bill = "bill", ["bill", "开单收费", "開單收費"];
}
