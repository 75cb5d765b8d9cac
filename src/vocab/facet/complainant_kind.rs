//! Who complains.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// What the complainant is to the organisation. It is a name alone: no standard rule asks for it.
    pub struct ComplainantKind;
    /// The kinds of complainant every organisation starts with.
    pub enum StandardComplainantKind {
        /// Bought the product or the service (S03-R02).
        Customer, CUSTOMER = "customer", ["customer", "客户", "客戶"];
        /// An enterprise that uses a device under contract (S10-R21).
        EnterpriseUser, ENTERPRISE_USER = "enterprise-user", ["enterprise using a device", "企业", "企業"];
        /// A guest of the house (S11-R01).
        Guest, GUEST = "guest", ["guest", "客人", "客人"];
        /// A patient (S14-R01).
        Patient, PATIENT = "patient", ["patient", "患者", "患者"];
        /// Owns the car that is repaired or maintained (S08-R03).
        CarOwner, CAR_OWNER = "car-owner", ["car owner", "车主", "車主"];
        /// Owns a home that the developer built (S37-R07).
        HomeOwner, HOME_OWNER = "home-owner", ["home owner", "业主", "業主"];
    }
}
