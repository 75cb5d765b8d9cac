//! The words of the facet `complainant-kind`.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// What the complainant is to the organisation.
    ///
    /// It is a label for people and statistics. No standard rule depends on it.
    pub struct ComplainantKind;
    /// The kinds of complainant every organisation starts with.
    pub enum StandardComplainantKind {
        /// Somebody who bought the product or the service.
        Customer, CUSTOMER = "customer", ["customer", "客户", "客戶"];
        /// An enterprise that uses a device under a contract.
        EnterpriseUser, ENTERPRISE_USER = "enterprise-user", ["enterprise using a device", "企业", "企業"];
        /// A guest of a hotel or restaurant.
        Guest, GUEST = "guest", ["guest", "客人", "客人"];
        /// A patient of a hospital or a practice.
        Patient, PATIENT = "patient", ["patient", "患者", "患者"];
        /// The owner of a car that is repaired or maintained.
        CarOwner, CAR_OWNER = "car-owner", ["car owner", "车主", "車主"];
        /// The owner of a home that the developer built.
        HomeOwner, HOME_OWNER = "home-owner", ["home owner", "业主", "業主"];
    }
}
