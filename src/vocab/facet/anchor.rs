//! The events a clock starts from.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// The event a clock starts from.
    ///
    /// Each is an instant of its own: a clock that runs from `acknowledged` does not run from `received`.
    pub struct Anchor;
    /// The anchors every organisation starts with.
    pub enum StandardAnchor {
        /// The complaint came in, anywhere in the organisation.
        Received, RECEIVED = "received", ["received", "收到", "收到"];
        /// The complaint was entered in the register.
        Registered, REGISTERED = "registered", ["registered", "登记", "登記"];
        /// The complainant was told that the complaint has come in.
        Acknowledged, ACKNOWLEDGED = "acknowledged", ["acknowledged", "确认收悉", "確認收悉"];
        /// The complaint was sent to the department that deals with it (S23-R12).
        Dispatched, DISPATCHED = "dispatched", ["dispatched", "派发", "派發"];
        /// The responsible department got the message (S15-R18).
        DepartmentReceived, DEPARTMENT_RECEIVED
            = "department-received", ["received by the department", "部门收到", "部門收到"];
        /// Category or severity of the complaint was changed.
        Reclassified, RECLASSIFIED = "reclassified", ["reclassified", "重新分类", "重新分類"];
        /// A closed complaint was opened again.
        Reopened, REOPENED = "reopened", ["reopened", "重新受理", "重新受理"];
        /// The complainant was promised an answer (S02-R04).
        Promised, PROMISED = "promised", ["promised", "承诺", "承諾"];
        /// A date was agreed with the complainant (S37-R35).
        Agreed, AGREED = "agreed", ["agreed", "约定", "約定"];
        /// The product was installed (S26-R04).
        Installed, INSTALLED = "installed", ["installed", "安装", "安裝"];
        /// The organisation learned of the event that it has to report.
        BecameAware, BECAME_AWARE = "became-aware", ["became aware", "获知", "獲知"];
        /// The complaint was sent to the organisation through a portal.
        SentToPortal, SENT_TO_PORTAL = "sent-to-portal", ["sent to the portal", "转至平台", "轉至平台"];
        /// The last answer left the organisation.
        FinalResponseSent, FINAL_RESPONSE_SENT
            = "final-response-sent", ["final response sent", "最终答复发出", "最終答覆發出"];
        /// The complainant wrote or spoke.
        CustomerWrote, CUSTOMER_WROTE = "customer-wrote", ["the customer wrote or called", "客户来函或来电", "客戶來函或來電"];
        /// The complainant was told how things stand.
        Answered, ANSWERED = "answered", ["answered", "答复", "答覆"];
        /// The complainant was told how far it is.
        Updated, UPDATED = "updated", ["told of progress", "告知进展", "告知進展"];
        /// A measure against further damage is in place (S15-R18).
        Contained, CONTAINED = "contained", ["contained", "围堵到位", "圍堵到位"];
        /// The cause was found (S03-R08).
        CauseFound, CAUSE_FOUND = "cause-found", ["cause found", "查明原因", "查明原因"];
        /// A remedy was proposed (S03-R09).
        Proposed, PROPOSED = "proposed", ["proposed", "拟定方案", "擬定方案"];
        /// The complainant agreed (S02-R11).
        Consented, CONSENTED = "consented", ["consented", "客户同意", "客戶同意"];
        /// It was solved or explained, and the complainant told (S03-R17).
        Resolved, RESOLVED = "resolved", ["resolved", "解决", "解決"];
        /// The complainant was asked afterwards as often as it takes (S02-R12, S26-R04).
        FollowedUp, FOLLOWED_UP = "followed-up", ["followed up", "完成回访", "完成回訪"];
        /// It became a project (S23-R17).
        ProjectOpened, PROJECT_OPENED = "project-opened", ["project opened", "立项", "立項"];
        /// The customer was given the plan of actions against the cause (S16-R05).
        PlanSubmitted, PLAN_SUBMITTED = "plan-submitted", ["plan submitted", "提交对策", "提交對策"];
        /// A measure against the cause was checked and has helped (S16-R08).
        EffectConfirmed, EFFECT_CONFIRMED = "effect-confirmed", ["effect confirmed", "效果确认", "效果確認"];
        /// A measure that has helped became the standard, and was spread (S16-R06).
        Standardised, STANDARDISED = "standardised", ["standardised", "标准化", "標準化"];
        /// The complaint was closed (S23-R13).
        Closed, CLOSED = "closed", ["closed", "闭环", "閉環"];
    }
}

impl Anchor {
    /// The standard events that lie outside the handling of a complaint and may lie before it: its receipt names them,
    /// or a host enters them when they become known.
    pub const BEFORE_CASE: [Self; 4] =
        [Self::AGREED, Self::INSTALLED, Self::BECAME_AWARE, Self::SENT_TO_PORTAL];
}
