//! Who deals with a complaint, as a unit.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// A unit that deals with a complaint.
    ///
    /// Departments that differ in what they own stay apart: `marketing` owns complaints where `market` gets
    /// those that are not about quality. Some name a part in the case, not a unit: `responsible-department`.
    pub struct Department;
    /// The departments every organisation starts with.
    pub enum StandardDepartment {
        /// Quality department (S03-R07, S15-R03, S16-R11, S18-R13, S10-R02).
        Quality, QUALITY = "quality", ["quality department", "质量管理部", "質量管理部"];
        /// Storage and transport (S03-R06).
        StorageTransport, STORAGE_TRANSPORT
            = "storage-transport", ["storage and transport", "储运部", "儲運部"];
        /// Sales department (S15-R02, S06-R06, S19-R10).
        Sales, SALES = "sales", ["sales department", "销售部", "銷售部"];
        /// Sales office (S19-R04).
        SalesOffice, SALES_OFFICE = "sales-office", ["sales office", "营业所", "營業所"];
        /// Business department (S18-R10).
        Business, BUSINESS = "business", ["business department", "业务部", "業務部"];
        /// Marketing department (S10-R20).
        Marketing, MARKETING = "marketing", ["marketing department", "营销部门", "營銷部門"];
        /// Market department (S16-R10).
        Market, MARKET = "market", ["market department", "市场部", "市場部"];
        /// Customer service (S23-R12, S06-R06, S30-R04).
        CustomerService, CUSTOMER_SERVICE
            = "customer-service", ["customer service", "客户服务部", "客戶服務部"];
        /// Technical department (S15-R04).
        Technical, TECHNICAL = "technical", ["technical department", "技术部", "技術部"];
        /// Technical support team (S06-R06, S21-R04).
        TechnicalSupport, TECHNICAL_SUPPORT
            = "technical-support", ["technical support team", "技术支持团队", "技術支持團隊"];
        /// Technical service unit (S10-R02, S10-R34).
        TechnicalServiceUnit, TECHNICAL_SERVICE_UNIT
            = "technical-service-unit", ["technical service unit", "技术服务单位", "技術服務單位"];
        /// R&D (S30-R04).
        Rnd, RND = "rnd", ["R&D", "研发", "研發"];
        /// Production workshop (S15-R21).
        Production, PRODUCTION = "production", ["production workshop", "生产车间", "生產車間"];
        /// Repair workshop (S07-R05).
        Workshop, WORKSHOP = "workshop", ["repair workshop", "车间", "車間"];
        /// Finished-goods warehouse (S15-R07).
        FinishedGoodsWarehouse, FINISHED_GOODS_WAREHOUSE
            = "finished-goods-warehouse", ["finished-goods warehouse", "成品仓库", "成品倉庫"];
        /// Reception room (S07-R02).
        ReceptionRoom, RECEPTION_ROOM = "reception-room", ["reception room", "接待室", "接待室"];
        /// Business hall (S07-R09).
        BusinessHall, BUSINESS_HALL = "business-hall", ["business hall", "业务厅", "業務廳"];
        /// Front desk (S11-R01).
        FrontDesk, FRONT_DESK = "front-desk", ["front desk", "前台", "前台"];
        /// Department concerned (S11-R06).
        ConcernedDepartment, CONCERNED_DEPARTMENT
            = "concerned-department", ["department concerned", "相关部门", "相關部門"];
        /// Responsible department (S03-R05, S15-R11, S23-R15).
        ResponsibleDepartment, RESPONSIBLE_DEPARTMENT
            = "responsible-department", ["responsible department", "责任部门", "責任部門"];
        /// Directly responsible department (S15-R13).
        DirectlyResponsibleDepartment, DIRECTLY_RESPONSIBLE_DEPARTMENT
            = "directly-responsible-department",
            ["directly responsible department", "直接责任部门", "直接責任部門"];
        /// Dealer / sales service provider (S23-R12).
        Dealer, DEALER = "dealer", ["dealer / sales service provider", "销售服务商", "銷售服務商"];
        /// Logistics company (outside) (S12-R10).
        LogisticsCompany, LOGISTICS_COMPANY
            = "logistics-company", ["logistics company (outside)", "物流公司", "物流公司"];
        /// Property management (S37-R02).
        PropertyManagement, PROPERTY_MANAGEMENT
            = "property-management", ["property management", "物业", "物業"];
        /// Company (top) (S23-R17).
        Company, COMPANY = "company", ["company (top)", "公司", "公司"];
    }
}
