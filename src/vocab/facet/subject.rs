//! What a complaint is about.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// What a complaint is about: the service, the quality of a product, or its effect on the environment.
    ///
    /// A short set for routing. It is one classification beside [`Category`](super::Category), and neither
    /// follows from the other without a table.
    pub struct Subject;
    /// The subjects every organisation starts with.
    pub enum StandardSubject {
        /// Service (S18-R20).
        Service, SERVICE = "service", ["service", "服务类", "服務類"];
        /// Product quality (S18-R21, S16-R11).
        ProductQuality, PRODUCT_QUALITY = "product-quality", ["product quality", "产品品质类", "產品品質類"];
        /// Product environment (S18-R22).
        ProductEnvironment, PRODUCT_ENVIRONMENT
            = "product-environment", ["product environment", "产品环保类", "產品環保類"];
    }
}
