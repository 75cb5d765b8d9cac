//! The words of the facet `department`.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// A unit of the organisation, or a partner outside, that deals with complaints.
    ///
    /// Departments that differ in what they own are different words: `marketing` owns complaints, while `market`
    /// receives those that are not about quality. Some words name a part in the case and not a unit, such as
    /// `responsible-department`.
    ///
    /// ```
    /// use redress::{sample, word};
    /// use redress::triage::{History, triage};
    /// use redress::vocab::Department;
    ///
    /// let (policy, complaint) = (sample::policy()?, sample::complaint()?);
    /// let answer = triage(&policy, &complaint, &History::none())?;
    /// assert_eq!(answer.department(), Some(Department::QUALITY));
    ///
    /// let claims = word!(Department, "acme:claims"); // a department of an organisation's own
    /// assert!(claims.standard().is_none());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct Department;
    /// The departments every organisation starts with.
    pub enum StandardDepartment {
        /// Owns complaints about product quality.
        Quality, QUALITY = "quality", ["quality department", "质量管理部", "品質管理部"];
        /// Owns complaints about storage and transport.
        StorageTransport, STORAGE_TRANSPORT
            = "storage-transport", ["storage and transport", "储运部", "儲運部"];
        /// Sells, and often speaks with the customer during the case.
        Sales, SALES = "sales", ["sales department", "销售部", "銷售部"];
        /// A local office of sales, under a supervisor of its own.
        SalesOffice, SALES_OFFICE = "sales-office", ["sales office", "营业所", "營業所"];
        /// The business department.
        Business, BUSINESS = "business", ["business department", "业务部", "業務部"];
        /// Owns complaints, in organisations where marketing handles them.
        Marketing, MARKETING = "marketing", ["marketing department", "营销部门", "營銷部門"];
        /// Receives complaints that are not about quality. It is not `marketing`.
        Market, MARKET = "market", ["market department", "市场部", "市場部"];
        /// Takes in complaints, sends them to departments, and answers for the service.
        CustomerService, CUSTOMER_SERVICE
            = "customer-service", ["customer service", "客户服务部", "客戶服務部"];
        /// Knows the technology of the product, and judges technical questions.
        Technical, TECHNICAL = "technical", ["technical department", "技术部", "技術部"];
        /// The team that solves technical problems of customers.
        TechnicalSupport, TECHNICAL_SUPPORT
            = "technical-support", ["technical support team", "技术支持团队", "技術支援團隊"];
        /// A service unit outside, bound by contract, that serves customers on the site.
        TechnicalServiceUnit, TECHNICAL_SERVICE_UNIT
            = "technical-service-unit", ["technical service unit", "技术服务单位", "技術服務單位"];
        /// Develops products. It helps with causes in the design.
        Rnd, RND = "rnd", ["R&D", "研发", "研發"];
        /// Makes the product. It works over faulty goods.
        Production, PRODUCTION = "production", ["production workshop", "生产车间", "生產車間"];
        /// Repairs the customer's product, such as a car.
        Workshop, WORKSHOP = "workshop", ["repair workshop", "车间", "車間"];
        /// Receives goods that customers send back, and keeps them apart.
        FinishedGoodsWarehouse, FINISHED_GOODS_WAREHOUSE
            = "finished-goods-warehouse", ["finished-goods warehouse", "成品仓库", "成品倉庫"];
        /// The room where customers of a repair shop are received.
        ReceptionRoom, RECEPTION_ROOM = "reception-room", ["reception room", "接待室", "接待室"];
        /// The hall where customers are served, such as that of a bank.
        BusinessHall, BUSINESS_HALL = "business-hall", ["business hall", "业务厅", "業務廳"];
        /// The desk that guests turn to first.
        FrontDesk, FRONT_DESK = "front-desk", ["front desk", "前台", "前台"];
        /// A part in the case: the department that the complaint concerns.
        ConcernedDepartment, CONCERNED_DEPARTMENT
            = "concerned-department", ["department concerned", "相关部门", "相關部門"];
        /// A part in the case: the department that answers for the problem.
        ResponsibleDepartment, RESPONSIBLE_DEPARTMENT
            = "responsible-department", ["responsible department", "责任部门", "責任部門"];
        /// A part in the case: the department that caused the problem itself. Used where several departments share the
        /// responsibility.
        DirectlyResponsibleDepartment, DIRECTLY_RESPONSIBLE_DEPARTMENT
            = "directly-responsible-department",
            ["directly responsible department", "直接责任部门", "直接責任部門"];
        /// An outside company that sells and services the product.
        Dealer, DEALER = "dealer", ["dealer / sales service provider", "销售服务商", "銷售服務商"];
        /// An outside company that delivers the goods.
        LogisticsCompany, LOGISTICS_COMPANY
            = "logistics-company", ["logistics company (outside)", "物流公司", "物流公司"];
        /// Manages a building for its residents.
        PropertyManagement, PROPERTY_MANAGEMENT
            = "property-management", ["property management", "物业", "物業"];
        /// The company as a whole, above all departments.
        Company, COMPANY = "company", ["company (top)", "公司", "公司"];
    }
}
