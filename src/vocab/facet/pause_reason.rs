//! The words of the facet `pause-reason`.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// A reason for which a clock may be paused.
    ///
    /// The policy says which reasons pause which clock, by a [`PauseRule`](crate::deadline::rule::PauseRule).
    ///
    /// ```
    /// use redress::deadline::Clock;
    /// use redress::deadline::rule::PauseRule;
    /// use redress::vocab::{Anchor, ClockName, PauseReason};
    ///
    /// let clock = Clock::new(ClockName::CLOSURE, Anchor::RECEIVED)
    ///     .with_pause(PauseRule::new(PauseReason::AWAITING_CUSTOMER));
    /// assert!(clock.pauses().iter().all(|rule| rule.reason() != PauseReason::AWAITING_SUPPLIER));
    /// ```
    pub struct PauseReason;
    /// The pause reasons every organisation starts with.
    pub enum StandardPauseReason {
        /// The complainant owes an answer.
        AwaitingCustomer, AWAITING_CUSTOMER
            = "awaiting-customer", ["awaiting the customer", "等待客户", "等待客戶"];
        /// A supplier owes a part or an answer.
        AwaitingSupplier, AWAITING_SUPPLIER
            = "awaiting-supplier", ["awaiting the supplier", "等待供应商", "等待供應商"];
        /// The goods to be examined have not arrived.
        AwaitingSamples, AWAITING_SAMPLES = "awaiting-samples", ["awaiting samples", "等待样品", "等待樣品"];
        /// An authority must decide or permit something first.
        AwaitingAuthority, AWAITING_AUTHORITY
            = "awaiting-authority", ["awaiting an authority", "等待主管机关", "等待主管機關"];
        /// The case is closed. The crate itself sets this reason on a clock that continues with its remaining time
        /// after a reopening. No command pauses a clock for it.
        CaseClosed, CASE_CLOSED = "case-closed", ["case closed", "已结案", "已結案"];
    }
}
