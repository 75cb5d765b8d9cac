//! The words of the facet `record`.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// A form or a list that is kept: about one complaint, or about all.
    ///
    /// A summary of a period is a [`Report`](crate::vocab::organisation::Report).
    pub struct Record;
    /// The records every organisation starts with.
    pub enum StandardRecord {
        /// One entry for each complaint: who, when, about what, the demand, and the full content.
        ComplaintRegister, COMPLAINT_REGISTER
            = "complaint-register", ["complaint register", "客户投诉登记表", "客戶投訴登記表"];
        /// About one complaint: the customer's data, demand, grounds, class, handling method, unit and persons.
        HandlingSheet, HANDLING_SHEET
            = "handling-sheet", ["complaint handling sheet", "客户投诉处理单", "客戶投訴處理單"];
        /// About one product problem: product, batch, delivery, and when, where and how the problem appeared.
        QualitySheet, QUALITY_SHEET
            = "quality-sheet", ["complaint handling sheet (quality)", "客户抱怨处理单", "客戶抱怨處理單"];
        /// One line for each case, for statistics.
        Ledger, LEDGER = "ledger", ["handling ledger", "客户投诉处理管理台帐", "客戶投訴處理管理台帳"];
        /// A form that the guest fills in and signs.
        GuestForm, GUEST_FORM = "guest-form", ["guest complaint form", "抱怨登记表", "抱怨登記表"];
        /// The reviewed content of one complaint, and later the findings.
        ComplaintReport, COMPLAINT_REPORT
            = "complaint-report", ["complaint report", "抱怨报告", "抱怨報告"];
        /// A list of every complaint, kept by the quality department.
        ComplaintList, COMPLAINT_LIST
            = "complaint-list", ["complaint list", "客户抱怨清单", "客戶抱怨清單"];
        /// A list of all returned goods: when, by whom, what, how many, why.
        ReturnList, RETURN_LIST = "return-list", ["return list", "客户退货清单", "客戶退貨清單"];
        /// What is abnormal, passed from unit to unit; form MS-G4-1401.
        AbnormalSheet, ABNORMAL_SHEET
            = "abnormal-sheet",
            ["abnormal-handling sheet (MS-G4-1401)", "异常处理联络单", "異常處理聯絡單"];
        /// What becomes of the measures; form MS-G4-1402.
        TrackingSheet, TRACKING_SHEET
            = "tracking-sheet", ["tracking control sheet (MS-G4-1402)", "追踪管制表", "追蹤管制表"];
        /// The form that the customer requires for the answer.
        CustomerForm, CUSTOMER_FORM
            = "customer-form", ["customer's own form", "客户规定的表单", "客戶規定的表單"];
        /// How sample complaints are classified, as a guide for staff.
        ClassificationList, CLASSIFICATION_LIST
            = "classification-list",
            ["classification standard list", "客户抱怨分类标准", "客戶抱怨分類標準"];
        /// The kinds of complaint that may be closed without a solution, such as approved improvement projects.
        ForcedClosureList, FORCED_CLOSURE_LIST
            = "forced-closure-list", ["forced-closure list", "强制结案清单", "強制結案清單"];
    }
}
