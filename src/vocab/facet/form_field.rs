//! The words of the facet `form-field`.

use crate::vocab::facet::table::Facet;
use crate::vocab::input::Input;
use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// A field of a form: what a register, a sheet or a list asks for.
    ///
    /// A form may have fields of its own beside the standard ones. The form itself is a
    /// [`Record`](crate::vocab::organisation::Record).
    ///
    /// ```
    /// use redress::vocab::{FormField, Locale, Word};
    ///
    /// assert!(FormField::DEMAND.is_of_complaint());
    /// assert!(!FormField::SIGNATURE.is_of_complaint()); // a complaint contains no signature
    /// assert_eq!(FormField::of_label("料号"), Some(FormField::PART_NUMBER));
    /// ```
    pub struct FormField;
    /// The fields every organisation starts with.
    pub enum StandardFormField {
        /// Who complains.
        Complainant, COMPLAINANT
            = "complainant", ["complainant", "投诉人", "投訴人"];
        /// The category: answered by the [`Category`](crate::vocab::Category) of the complaint.
        Category, CATEGORY
            = "category", ["category", "类别", "類別"];
        /// The subject: answered by the [`Subject`](crate::vocab::Subject) of the complaint.
        Subject, SUBJECT
            = "subject", ["subject", "分类", "分類"];
        /// The cause, as the complainant states it or as it is found.
        Cause, CAUSE
            = "cause", ["cause", "原因", "原因"];
        /// What the complainant asks for. "Nothing" is an answer too.
        Demand, DEMAND
            = "demand", ["demand", "诉求", "訴求"];
        /// The way in which the complaint came in.
        Channel, CHANNEL
            = "channel", ["channel", "渠道", "管道"];
        /// Whether the complaint was written or spoken.
        Medium, MEDIUM
            = "medium", ["medium", "表达形式", "表達形式"];
        /// The unit that the complaint is about. The unit that deals with it is
        /// [`RESPONSIBLE_UNIT`](crate::vocab::FormField::RESPONSIBLE_UNIT).
        Unit, UNIT
            = "unit", ["unit concerned", "相关单位", "相關單位"];
        /// The person whom the complaint is about.
        Staff, STAFF
            = "staff", ["person concerned", "被投诉人", "被投訴人"];
        /// The product, batch or device.
        Product, PRODUCT
            = "product", ["product", "产品", "產品"];
        /// Where it happened.
        Region, REGION
            = "region", ["place", "地点", "地點"];
        /// What was said, in full.
        Narrative, NARRATIVE
            = "narrative", ["content", "投诉内容", "投訴內容"];
        /// When the complaint was made.
        Time, TIME
            = "time", ["time", "投诉时间", "投訴時間"];
        /// Whom or what the complaint is directed against.
        Object, OBJECT
            = "object", ["object", "投诉对象", "投訴對象"];
        /// How the complainant can be reached.
        Contact, CONTACT
            = "contact", ["contact", "联系方式", "聯繫方式"];
        /// What was bought, and when.
        PurchaseRecord, PURCHASE_RECORD
            = "purchase-record", ["purchase record", "购买记录", "購買記錄"];
        /// Who handles the complaint.
        HandlingPerson, HANDLING_PERSON
            = "handling-person", ["handling person", "经手人", "經手人"];
        /// The basic data of the customer's enterprise.
        EnterpriseData, ENTERPRISE_DATA
            = "enterprise-data", ["enterprise data", "企业基本信息", "企業基本資料"];
        /// How long the contract is valid.
        ContractTerm, CONTRACT_TERM
            = "contract-term", ["contract term", "有效合同期限", "有效合同期限"];
        /// The contracted unit that serves the customer.
        ServiceUnit, SERVICE_UNIT
            = "service-unit", ["service unit", "技术服务分包单位", "技術服務分包單位"];
        /// When the device left the store.
        DeviceOutOfStoreDate, DEVICE_OUT_OF_STORE_DATE
            = "device-out-of-store-date", ["device out-of-store date", "设备出库日期", "設備出庫日期"];
        /// When the system was put into use.
        SystemActivationDate, SYSTEM_ACTIVATION_DATE
            = "system-activation-date", ["system activation date", "系统启用日期", "系統啟用日期"];
        /// What the demand is based on.
        Grounds, GROUNDS
            = "grounds", ["grounds", "投诉理由", "投訴理由"];
        /// The severity, in the organisation's own classes.
        Class, CLASS
            = "class", ["class", "投诉级别", "投訴級別"];
        /// How the complaint should be handled.
        HandlingMethod, HANDLING_METHOD
            = "handling-method", ["handling method", "处理方式", "處理方式"];
        /// The unit that answers for the complaint.
        ResponsibleUnit, RESPONSIBLE_UNIT
            = "responsible-unit", ["responsible unit", "责任单位", "責任單位"];
        /// The people who handle it in the responsible unit.
        Persons, PERSONS
            = "persons", ["persons", "责任人员", "責任人員"];
        /// Proof that the complainant has signed.
        Signature, SIGNATURE
            = "signature", ["signature", "签字确认", "簽字確認"];
        /// The service that the complaint is about.
        Service, SERVICE
            = "service", ["service concerned", "涉及的服务", "涉及的服務"];
        /// What the investigation found.
        Findings, FINDINGS
            = "findings", ["findings", "调查结果", "調查結果"];
        /// When the goods were returned.
        ReturnTime, RETURN_TIME
            = "return-time", ["return time", "退货时间", "退貨時間"];
        /// The customer whose goods or order it is. This may be somebody else than the complainant.
        Customer, CUSTOMER
            = "customer", ["customer", "客户", "客戶"];
        /// The model of the product.
        Model, MODEL
            = "model", ["product model", "产品型号", "產品型號"];
        /// How many items.
        Quantity, QUANTITY
            = "quantity", ["quantity", "数量", "數量"];
        /// Why the goods were returned.
        ReturnReason, RETURN_REASON
            = "return-reason", ["reason of the return", "退货原因", "退貨原因"];
        /// The number of the part.
        PartNumber, PART_NUMBER
            = "part-number", ["part no.", "料号", "料號"];
        /// The production batch.
        Batch, BATCH
            = "batch", ["batch", "批号", "批號"];
        /// When the goods were ordered.
        OrderTime, ORDER_TIME
            = "order-time", ["order time", "订货时间", "訂貨時間"];
        /// When the goods were delivered.
        DeliveryTime, DELIVERY_TIME
            = "delivery-time", ["delivery time", "交货时间", "交貨時間"];
        /// How many items were delivered.
        DeliveredQuantity, DELIVERED_QUANTITY
            = "delivered-quantity", ["delivered quantity", "交货数量", "交貨數量"];
        /// When the problem appeared.
        ProblemTime, PROBLEM_TIME
            = "problem-time", ["time of the problem", "问题发生时间", "問題發生時間"];
        /// What was observed, without an explanation.
        Phenomenon, PHENOMENON
            = "phenomenon", ["phenomenon", "问题现象", "問題現象"];
        /// What corrects the problem.
        CorrectiveMeasure, CORRECTIVE_MEASURE
            = "corrective-measure", ["corrective measure", "纠正措施", "糾正措施"];
        /// What prevents the problem from happening again.
        PreventiveMeasure, PREVENTIVE_MEASURE
            = "preventive-measure", ["preventive measure", "预防措施", "預防措施"];
        /// The number of the case, or of a form that this form refers to.
        Reference, REFERENCE
            = "reference", ["reference", "关联编号", "關聯編號"];
        /// The letter of an entry in a list.
        ListLetter, LIST_LETTER
            = "list-letter", ["list letter", "列项字母", "列項字母"];
        /// The number of an entry in a list.
        ListNumber, LIST_NUMBER
            = "list-number", ["list number", "条目序号", "條目序號"];
        /// The text of an entry in a list.
        ListText, LIST_TEXT
            = "list-text", ["list text", "条目内容", "條目內容"];
    }
}

impl FormField {
    /// The fields that a complaint itself answers. A policy may require them before the complaint is registered.
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

    /// Returns the facet whose words in the complaint answer this field: the facet of the same name.
    ///
    /// The field `unit` is answered by the [department](Facet::Department) that the complaint is about. `None` if no
    /// facet answers the field.
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

    /// Returns whether the complaint itself can answer this field, by one of [`OF_COMPLAINT`](Self::OF_COMPLAINT) or by
    /// a [facet](Self::facet).
    #[must_use]
    pub fn is_of_complaint(&self) -> bool {
        Self::OF_COMPLAINT.contains(self) || self.facet().is_some()
    }
}
