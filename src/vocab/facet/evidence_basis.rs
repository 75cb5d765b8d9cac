//! The words of the facet `evidence-basis`.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// What an investigation is based on.
    pub struct EvidenceBasis;
    /// The bases every organisation starts with.
    pub enum StandardEvidenceBasis {
        /// The contract, with its supplements and memos.
        Contract, CONTRACT = "contract", ["contract, supplements, memos", "合同", "合同"];
        /// What was handed out, shown and noted during the sale.
        SalesRecord, SALES_RECORD = "sales-record", ["sales material and records", "销售资料", "銷售資料"];
        /// Construction drawings, and what the authorities approved.
        DrawingApproval, DRAWING_APPROVAL
            = "drawing-approval", ["drawings and approvals", "图纸和批复", "圖紙和批覆"];
        /// Laws, regulations and technical codes.
        LawCode, LAW_CODE = "law-code", ["laws and technical codes", "法规和技术规范", "法規和技術規範"];
        /// An earlier case, of one's own or of others.
        ReferenceCase, REFERENCE_CASE = "reference-case", ["reference case", "参考案例", "參考案例"];
        /// What the customer shows: facts, pictures, samples.
        CustomerEvidence, CUSTOMER_EVIDENCE
            = "customer-evidence", ["evidence from the customer", "客户例证", "客戶例證"];
        /// An inspection of the place.
        SiteInspection, SITE_INSPECTION = "site-inspection", ["on-site look", "现场调查", "現場調查"];
        /// What the staff concerned confirm.
        StaffVerification, STAFF_VERIFICATION
            = "staff-verification", ["verification with staff", "核实", "核實"];
    }
}
