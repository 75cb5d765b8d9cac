//! The words of the facet `subject`.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// What a complaint is about: the service, the quality of a product, or its effect on the environment.
    ///
    /// This short list is meant for routing. A [`Category`](super::Category) is another classification: neither follows
    /// from the other without a table.
    pub struct Subject;
    /// The subjects every organisation starts with.
    pub enum StandardSubject {
        /// The complaint is about how the customer was served.
        Service, SERVICE = "service", ["service", "服务类", "服務類"];
        /// The complaint is about the quality of a product.
        ProductQuality, PRODUCT_QUALITY = "product-quality", ["product quality", "产品品质类", "產品品質類"];
        /// The complaint is about a product's effect on the environment, such as a banned substance in it.
        ProductEnvironment, PRODUCT_ENVIRONMENT
            = "product-environment", ["product environment", "产品环保类", "產品環保類"];
    }
}
