//! The words of the facet `category`.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// The category under which a complaint is filed.
    ///
    /// Policies often give each category an owner and a closing limit. A category is not a
    /// [`Cause`](crate::vocab::Cause): one cause can occur in several categories.
    ///
    /// The words are open. Parse your own, or make a constant with [`Category::from_static`], and declare it in a
    /// [`Taxonomy`](crate::taxonomy::Taxonomy).
    ///
    /// ```
    /// use redress::vocab::Category;
    /// use redress::vocab::standard::StandardCategory;
    ///
    /// const LOUNGE: Category = Category::from_static("acme:vip-lounge");
    ///
    /// fn desk(category: Category) -> &'static str {
    /// match category {
    /// Category::SPARE_PARTS => "warehouse",
    /// LOUNGE => "lounge",
    /// _ => "front desk",
    /// }
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
        /// The product itself is faulty.
        ProductQuality, PRODUCT_QUALITY = "product-quality", ["product quality", "产品质量", "產品品質"];
        /// Something went wrong while the product was sold, before it was handed over.
        SalesProcess, SALES_PROCESS = "sales-process", ["sales process", "销售过程", "銷售過程"];
        /// A spare part is missing, late or wrong.
        SpareParts, SPARE_PARTS = "spare-parts", ["spare-parts supply", "备件供应", "備件供應"];
        /// The workshop cannot find or repair the fault.
        TechnicalCapability, TECHNICAL_CAPABILITY
            = "technical-capability", ["technical capability", "技术能力", "技術能力"];
        /// Something went wrong in after-sales service, apart from technical skill.
        ServiceProcess, SERVICE_PROCESS = "service-process", ["service process", "服务过程", "服務過程"];
        /// Papers of a vehicle are missing, late or wrong, such as its certificate.
        VehicleDocuments, VEHICLE_DOCUMENTS
            = "vehicle-documents", ["vehicle documents", "随车文件", "隨車文件"];
    }
}
