//! Forms and lists that are kept of complaints.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// A form or a list that is kept of complaints: of one case, or of all.
    pub struct Record;
    /// The records every organisation starts with.
    pub enum StandardRecord {
        /// Who complains, when, about what, wanting what, and the full content (S03-R02).
        ComplaintRegister, COMPLAINT_REGISTER
            = "complaint-register", ["complaint register", "客户投诉登记表", "客戶投訴登記表"];
        /// The customer's data, demand, grounds, class, handling method, unit and persons (S10-R24).
        HandlingSheet, HANDLING_SHEET
            = "handling-sheet", ["complaint handling sheet", "客户投诉处理单", "客戶投訴處理單"];
        /// The product with its batch and delivery, and the problem with its time, place and phenomenon
        /// (S18-R26).
        QualitySheet, QUALITY_SHEET
            = "quality-sheet", ["complaint handling sheet (quality)", "客户抱怨处理单", "客戶抱怨處理單"];
        /// One line a case (S10-R30).
        Ledger, LEDGER = "ledger", ["handling ledger", "客户投诉处理管理台帐", "客戶投訴處理管理台帳"];
        /// Filled in and signed by the guest (S11-R03).
        GuestForm, GUEST_FORM = "guest-form", ["guest complaint form", "抱怨登记表", "抱怨登記表"];
        /// The reviewed content, then the findings (S11-R05, S11-R08).
        ComplaintReport, COMPLAINT_REPORT
            = "complaint-report", ["complaint report", "抱怨报告", "抱怨報告"];
        /// Every complaint (S15-R09).
        ComplaintList, COMPLAINT_LIST
            = "complaint-list", ["complaint list", "顾客抱怨清单", "顧客抱怨清單"];
        /// Everything that was returned: when, by whom, what, how many, why (S15-R10).
        ReturnList, RETURN_LIST = "return-list", ["return list", "顾客退货清单", "顧客退貨清單"];
        /// What is abnormal, passed from unit to unit; form MS-G4-1401 (S19-R06).
        AbnormalSheet, ABNORMAL_SHEET
            = "abnormal-sheet",
            ["abnormal-handling sheet (MS-G4-1401)", "异常处理联络单", "異常處理聯絡單"];
        /// What becomes of the measures; form MS-G4-1402 (S19-R12).
        TrackingSheet, TRACKING_SHEET
            = "tracking-sheet", ["tracking control sheet (MS-G4-1402)", "追踪管制表", "追蹤管制表"];
        /// The form that the customer prescribes for the answer (S16-R16).
        CustomerForm, CUSTOMER_FORM
            = "customer-form", ["customer's own form", "顾客规定的表单", "顧客規定的表單"];
        /// How samples of complaints are classified (S23-R21).
        ClassificationList, CLASSIFICATION_LIST
            = "classification-list",
            ["classification standard list", "客户抱怨分类标准", "客戶抱怨分類標準"];
        /// What may be closed without a solution, such as approved improvement projects (S23-R19).
        ForcedClosureList, FORCED_CLOSURE_LIST
            = "forced-closure-list", ["forced-closure list", "强制关闭清单", "強制關閉清單"];
    }
}
