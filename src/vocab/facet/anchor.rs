//! The words of the facet `anchor`.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// An event from which a clock starts, or at which it stops.
    ///
    /// Each event has an instant of its own. A clock that runs from `acknowledged` does not run from `received`.
    ///
    /// ```
    /// use redress::vocab::{Anchor, ClockName};
    /// use redress::deadline::{Clock, Term};
    ///
    /// // An event that an organisation adds: it happens when the case says so.
    /// let delivered: Anchor = "acme:delivered".parse()?;
    /// let clock = Clock::new(ClockName::RESPONSE, delivered);
    /// assert_eq!(clock.start(), delivered);
    /// # Ok::<(), redress::vocab::error::CodeError>(())
    /// ```
    pub struct Anchor;
    /// The anchors every organisation starts with.
    pub enum StandardAnchor {
        /// The complaint arrived anywhere in the organisation, not only at the department that deals with it.
        Received, RECEIVED = "received", ["received", "收到", "收到"];
        /// The complaint was entered in the register.
        Registered, REGISTERED = "registered", ["registered", "登记", "登記"];
        /// The complainant was told that the complaint arrived. This is not yet an answer.
        Acknowledged, ACKNOWLEDGED = "acknowledged", ["acknowledged", "确认收悉", "確認收悉"];
        /// The complaint was sent to the department that deals with it. The department may receive it later: see
        /// [`DEPARTMENT_RECEIVED`](crate::vocab::Anchor::DEPARTMENT_RECEIVED).
        Dispatched, DISPATCHED = "dispatched", ["dispatched", "派发", "派發"];
        /// The responsible department received the message. Each department has an instant of its own.
        DepartmentReceived, DEPARTMENT_RECEIVED
            = "department-received", ["received by the department", "部门收到", "部門收到"];
        /// The category, the severity or another word of the complaint was changed.
        Reclassified, RECLASSIFIED = "reclassified", ["reclassified", "重新分类", "重新分類"];
        /// A closed complaint was opened again.
        Reopened, REOPENED = "reopened", ["reopened", "重新受理", "重新受理"];
        /// The complainant was promised an answer: the instant at which the promise was made, not the promised one.
        Promised, PROMISED = "promised", ["promised", "承诺", "承諾"];
        /// A date was agreed with the complainant.
        Agreed, AGREED = "agreed", ["agreed", "约定", "約定"];
        /// The product was installed at the customer's site.
        Installed, INSTALLED = "installed", ["installed", "安装", "安裝"];
        /// The organisation learned of an event that it must report to an authority.
        BecameAware, BECAME_AWARE = "became-aware", ["became aware", "获知", "獲知"];
        /// The complaint was sent to the organisation through a portal.
        SentToPortal, SENT_TO_PORTAL = "sent-to-portal", ["sent to the portal", "转至平台", "轉至平台"];
        /// The last answer left the organisation.
        FinalResponseSent, FINAL_RESPONSE_SENT
            = "final-response-sent", ["final response sent", "最终答复发出", "最終答覆發出"];
        /// The complainant wrote or called. This can happen many times in a case.
        CustomerWrote, CUSTOMER_WROTE = "customer-wrote", ["the customer wrote or called", "客户来函或来电", "客戶來函或來電"];
        /// The complainant was told how the matter stands.
        Answered, ANSWERED = "answered", ["answered", "答复", "答覆"];
        /// The complainant was told of progress, without an answer on the matter.
        Updated, UPDATED = "updated", ["told of progress", "告知进展", "告知進展"];
        /// A measure against further damage is in place.
        Contained, CONTAINED = "contained", ["contained", "围堵到位", "圍堵到位"];
        /// The cause of the problem was found.
        CauseFound, CAUSE_FOUND = "cause-found", ["cause found", "查明原因", "查明原因"];
        /// A remedy was drafted. It is not approved yet, and the complainant has not seen it.
        Proposed, PROPOSED = "proposed", ["proposed", "拟定方案", "擬定方案"];
        /// The complainant agreed to the remedy.
        Consented, CONSENTED = "consented", ["consented", "客户同意", "客戶同意"];
        /// The matter was solved or explained, and the complainant was told.
        Resolved, RESOLVED = "resolved", ["resolved", "解决", "解決"];
        /// The complainant was contacted afterwards as often as the policy requires.
        FollowedUp, FOLLOWED_UP = "followed-up", ["followed up", "完成回访", "完成回訪"];
        /// The complaint was turned into a project.
        ProjectOpened, PROJECT_OPENED = "project-opened", ["project opened", "立项", "立項"];
        /// The customer received the plan of actions against the cause.
        PlanSubmitted, PLAN_SUBMITTED = "plan-submitted", ["plan submitted", "提交对策", "提交對策"];
        /// A measure against the cause was checked, and it helped.
        EffectConfirmed, EFFECT_CONFIRMED = "effect-confirmed", ["effect confirmed", "效果确认", "效果確認"];
        /// A measure that helped became the standard.
        Standardised, STANDARDISED = "standardised", ["standardised", "标准化", "標準化"];
        /// The complaint was closed, in whichever way.
        Closed, CLOSED = "closed", ["closed", "结案", "結案"];
    }
}

impl Anchor {
    /// The standard events that happen outside the handling of a complaint and may lie before it.
    ///
    /// The receipt of the complaint names them, or a host records them when it learns of them.
    pub const BEFORE_CASE: [Self; 4] =
        [Self::AGREED, Self::INSTALLED, Self::BECAME_AWARE, Self::SENT_TO_PORTAL];
}
