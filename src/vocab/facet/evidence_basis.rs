//! What an investigation rests on.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// What an investigation rests on.
    pub struct EvidenceBasis;
    /// The bases every organisation starts with.
    pub enum StandardEvidenceBasis {
        /// The contract with its supplements and memos (S37-R19).
        Contract, CONTRACT = "contract", ["contract, supplements, memos", "合同", "合同"];
        /// What was handed out and noted in the sale (S37-R20).
        SalesRecord, SALES_RECORD = "sales-record", ["sales material and records", "销售资料", "銷售資料"];
        /// Construction drawings, and what the authorities approved (S37-R21).
        DrawingApproval, DRAWING_APPROVAL
            = "drawing-approval", ["drawings and approvals", "图纸和批复", "圖紙和批覆"];
        /// Laws and technical codes (S37-R22).
        LawCode, LAW_CODE = "law-code", ["laws and technical codes", "法规和技术规范", "法規和技術規範"];
        /// An earlier case, own or of others (S37-R23).
        ReferenceCase, REFERENCE_CASE = "reference-case", ["reference case", "参考案例", "參考案例"];
        /// What the customer shows: facts, pictures, samples (S05-R15, S15-R12).
        CustomerEvidence, CUSTOMER_EVIDENCE
            = "customer-evidence", ["evidence from the customer", "客户例证", "客戶例證"];
        /// A look at the place (S11-R07).
        SiteInspection, SITE_INSPECTION = "site-inspection", ["on-site look", "现场调查", "現場調查"];
        /// What the staff concerned confirm (S11-R07).
        StaffVerification, STAFF_VERIFICATION
            = "staff-verification", ["verification with staff", "核实", "核實"];
    }
}
