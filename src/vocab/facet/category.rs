//! What a complaint is filed under.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// What a complaint is filed under; the closure limit follows from it.
    ///
    /// It is not the cause: one cause can fall in several categories. Open: parse your own, or make a
    /// constant with [`Category::from_static`], and declare it in a [`Taxonomy`](crate::taxonomy::Taxonomy).
    ///
    /// ```
    /// use redress::vocab::Category;
    /// use redress::vocab::standard::StandardCategory;
    ///
    /// const LOUNGE: Category = Category::from_static("acme:vip-lounge");
    ///
    /// fn desk(category: Category) -> &'static str {
    ///     match category {
    ///         Category::SPARE_PARTS => "warehouse",
    ///         LOUNGE => "lounge",
    ///         _ => "front desk",
    ///     }
    /// }
    ///
    /// assert_eq!(desk("acme:vip-lounge".parse()?), "lounge");
    /// assert_eq!(Category::SPARE_PARTS.standard(), Some(StandardCategory::SpareParts));
    /// assert_eq!(LOUNGE.standard(), None);
    /// # Ok::<(), redress::vocab::error::CodeError>(())
    /// ```
    pub struct Category;
    /// The categories every organisation starts with.
    pub enum StandardCategory {
        /// Product quality (S23-R01).
        ProductQuality, PRODUCT_QUALITY = "product-quality", ["product quality", "产品质量", "產品質量"];
        /// Sales process (S23-R02).
        SalesProcess, SALES_PROCESS = "sales-process", ["sales process", "销售过程", "銷售過程"];
        /// Spare-parts supply (S23-R03).
        SpareParts, SPARE_PARTS = "spare-parts", ["spare-parts supply", "备件供应", "備件供應"];
        /// Technical capability (S23-R04).
        TechnicalCapability, TECHNICAL_CAPABILITY
            = "technical-capability", ["technical capability", "技术能力", "技術能力"];
        /// Service process (S23-R05).
        ServiceProcess, SERVICE_PROCESS = "service-process", ["service process", "服务过程", "服務過程"];
        /// Vehicle documents (S23-R06).
        VehicleDocuments, VEHICLE_DOCUMENTS
            = "vehicle-documents", ["vehicle documents", "随车文件", "隨車文件"];
    }
}
