//! What a form asks for.

use crate::vocab::facet::table::Facet;
use crate::vocab::input::Input;
use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// What a form asks for: a line of a register, a sheet or a list. A form's own fields stand beside the standard
    /// ones, as its [`Record`](crate::vocab::organisation::Record) does.
    ///
    /// ```
    /// use redress::vocab::{FormField, Locale, Word};
    ///
    /// assert!(FormField::DEMAND.is_of_complaint());
    /// assert!(!FormField::SIGNATURE.is_of_complaint()); // no complaint holds a signature
    /// assert_eq!(FormField::of_label("料号"), Some(FormField::PART_NUMBER));
    /// ```
    pub struct FormField;
    /// The fields every organisation starts with.
    pub enum StandardFormField {
        /// Who complains (S03-R02, S06-R03).
        Complainant, COMPLAINANT
            = "complainant", ["complainant", "投诉人", "投訴人"];
        /// The category.
        Category, CATEGORY
            = "category", ["category", "类别", "類別"];
        /// The subject.
        Subject, SUBJECT
            = "subject", ["subject", "分类", "分類"];
        /// The cause, as it is stated or found (S19-R09).
        Cause, CAUSE
            = "cause", ["cause", "原因", "原因"];
        /// What the complainant wants, or that it is nothing (S03-R02, S10-R22).
        Demand, DEMAND
            = "demand", ["demand", "诉求", "訴求"];
        /// The way on which it came in.
        Channel, CHANNEL
            = "channel", ["channel", "渠道", "渠道"];
        /// Whether it was written or spoken.
        Medium, MEDIUM
            = "medium", ["medium", "表达形式", "表達形式"];
        /// The unit that it is about.
        Unit, UNIT
            = "unit", ["unit concerned", "相关单位", "相關單位"];
        /// The person who is complained about (S11-R02).
        Staff, STAFF
            = "staff", ["person concerned", "被投诉人", "被投訴人"];
        /// The product, batch or device.
        Product, PRODUCT
            = "product", ["product", "产品", "產品"];
        /// Where it happened (S11-R02, S18-R26, S32-R06).
        Region, REGION
            = "region", ["place", "地点", "地點"];
        /// What was said, in full (S03-R02, S06-R03).
        Narrative, NARRATIVE
            = "narrative", ["content", "投诉内容", "投訴內容"];
        /// When the complaint was made (S03-R02, S06-R03).
        Time, TIME
            = "time", ["time", "投诉时间", "投訴時間"];
        /// Whom or what it is directed against (S03-R02).
        Object, OBJECT
            = "object", ["object", "投诉对象", "投訴對象"];
        /// How the complainant is reached (S06-R03, S30-R02).
        Contact, CONTACT
            = "contact", ["contact", "联系方式", "聯繫方式"];
        /// What was bought, and when (S06-R03).
        PurchaseRecord, PURCHASE_RECORD
            = "purchase-record", ["purchase record", "购买记录", "購買記錄"];
        /// Who deals with it (S32-R06).
        HandlingPerson, HANDLING_PERSON
            = "handling-person", ["handling person", "经手人", "經手人"];
        /// The basic data of the customer's enterprise (S10-R21).
        EnterpriseData, ENTERPRISE_DATA
            = "enterprise-data", ["enterprise data", "企业基本信息", "企業基本信息"];
        /// How long the contract is valid (S10-R21).
        ContractTerm, CONTRACT_TERM
            = "contract-term", ["contract term", "有效合同期限", "有效合同期限"];
        /// The subcontracted unit that serves the customer (S10-R21).
        ServiceUnit, SERVICE_UNIT
            = "service-unit", ["service unit", "技术服务分包单位", "技術服務分包單位"];
        /// When the device left the store (S10-R21).
        DeviceOutOfStoreDate, DEVICE_OUT_OF_STORE_DATE
            = "device-out-of-store-date", ["device out-of-store date", "设备出库日期", "設備出庫日期"];
        /// When the system was put into use (S10-R21).
        SystemActivationDate, SYSTEM_ACTIVATION_DATE
            = "system-activation-date", ["system activation date", "系统启用日期", "系統啟用日期"];
        /// What the demand rests on (S10-R22).
        Grounds, GROUNDS
            = "grounds", ["grounds", "投诉理由", "投訴理由"];
        /// How bad it is, by the classes of the organisation (S10-R24).
        Class, CLASS
            = "class", ["class", "投诉级别", "投訴級別"];
        /// How it is to be dealt with (S10-R24).
        HandlingMethod, HANDLING_METHOD
            = "handling-method", ["handling method", "处理方式", "處理方式"];
        /// The unit that answers for it (S10-R24).
        ResponsibleUnit, RESPONSIBLE_UNIT
            = "responsible-unit", ["responsible unit", "责任单位", "責任單位"];
        /// The people who deal with it there (S10-R24).
        Persons, PERSONS
            = "persons", ["persons", "责任人员", "責任人員"];
        /// That the complainant has signed (S11-R03).
        Signature, SIGNATURE
            = "signature", ["signature", "签字确认", "簽字確認"];
        /// The service that it is about (S11-R02).
        Service, SERVICE
            = "service", ["service concerned", "涉及的服务", "涉及的服務"];
        /// What the investigation found (S11-R08).
        Findings, FINDINGS
            = "findings", ["findings", "调查结果", "調查結果"];
        /// When goods were returned (S15-R10).
        ReturnTime, RETURN_TIME
            = "return-time", ["return time", "退货时间", "退貨時間"];
        /// Whose goods or whose order it is (S15-R10).
        Customer, CUSTOMER
            = "customer", ["customer", "顾客", "顧客"];
        /// The model of the product (S15-R10, S18-R26).
        Model, MODEL
            = "model", ["product model", "产品型号", "產品型號"];
        /// How many (S15-R10).
        Quantity, QUANTITY
            = "quantity", ["quantity", "数量", "數量"];
        /// Why goods were returned (S15-R10).
        ReturnReason, RETURN_REASON
            = "return-reason", ["reason of the return", "退货原因", "退貨原因"];
        /// The number of the part (S18-R26).
        PartNumber, PART_NUMBER
            = "part-number", ["part no.", "料号", "料號"];
        /// The batch (S18-R26).
        Batch, BATCH
            = "batch", ["batch", "批号", "批號"];
        /// When it was ordered (S18-R26).
        OrderTime, ORDER_TIME
            = "order-time", ["order time", "订货时间", "訂貨時間"];
        /// When it was delivered (S18-R26).
        DeliveryTime, DELIVERY_TIME
            = "delivery-time", ["delivery time", "交货时间", "交貨時間"];
        /// How many were delivered (S18-R26).
        DeliveredQuantity, DELIVERED_QUANTITY
            = "delivered-quantity", ["delivered quantity", "交货数量", "交貨數量"];
        /// When the problem appeared (S18-R26).
        ProblemTime, PROBLEM_TIME
            = "problem-time", ["time of the problem", "问题发生时间", "問題發生時間"];
        /// What was seen (S18-R26).
        Phenomenon, PHENOMENON
            = "phenomenon", ["phenomenon", "问题现象", "問題現象"];
        /// What sets it right (S19-R09).
        CorrectiveMeasure, CORRECTIVE_MEASURE
            = "corrective-measure", ["corrective measure", "纠正措施", "糾正措施"];
        /// What keeps it from happening again (S19-R09).
        PreventiveMeasure, PREVENTIVE_MEASURE
            = "preventive-measure", ["preventive measure", "预防措施", "預防措施"];
        /// The case, or the form that another one refers to (S10-R30, S19-R12).
        Reference, REFERENCE
            = "reference", ["reference", "关联编号", "關聯編號"];
        /// The letter of an entry of a list (S23-R19).
        ListLetter, LIST_LETTER
            = "list-letter", ["list letter", "列项字母", "列項字母"];
        /// The number of an entry of a list (S23-R21).
        ListNumber, LIST_NUMBER
            = "list-number", ["list number", "条目序号", "條目序號"];
        /// The text of an entry of a list (S23-R19, S23-R21).
        ListText, LIST_TEXT
            = "list-text", ["list text", "条目内容", "條目內容"];
    }
}

impl FormField {
    /// The fields that a complaint answers by itself: those that may be asked for before it is registered.
    pub const OF_COMPLAINT: &'static [Self] = &[
        Self::COMPLAINANT,
        Self::CATEGORY,
        Self::SUBJECT,
        Self::CAUSE,
        Self::DEMAND,
        Self::CHANNEL,
        Self::MEDIUM,
        Self::UNIT,
        Self::STAFF,
        Self::PRODUCT,
        Self::REGION,
        Self::NARRATIVE,
        Self::TIME,
    ];

    /// The facet whose words of a complaint answer it: the one of the same name. The field `unit` is the
    /// [department](Facet::Department) that a complaint is about.
    ///
    /// ```
    /// use redress::vocab::{Facet, FormField};
    ///
    /// assert_eq!(FormField::UNIT.facet(), Some(Facet::Department));
    /// assert_eq!("motive".parse::<FormField>()?.facet(), Some(Facet::Motive));
    /// assert_eq!(FormField::SIGNATURE.facet(), None);
    /// # Ok::<(), redress::vocab::error::CodeError>(())
    /// ```
    #[must_use]
    pub fn facet(&self) -> Option<Facet> {
        self.as_str().parse::<Input>().ok()?.facet().filter(|facet| !matches!(facet, Facet::Mark))
    }

    /// Whether a complaint can answer it by itself.
    #[must_use]
    pub fn is_of_complaint(&self) -> bool {
        Self::OF_COMPLAINT.contains(self) || self.facet().is_some()
    }
}
