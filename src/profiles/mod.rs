//! Ready policies: written procedures as code.
//!
//! A profile is a builder. Its constructor asks for what the procedure leaves open. If a rule can be read in more than
//! one way, a setter chooses the reading, and its docs name the default. The result is a
//! [`Policy`](crate::policy::Policy), checked like any other.
//!
//! Codes such as `S23-R15` name the elements of a procedure, and codes such as `A18` or `K02` its ambiguities and
//! conflicts: see [the elements](crate::docs::coverage) and [the readings](crate::docs::readings).
//!
//! # Example: a supplier of parts
//!
//! ```
//! use redress::profiles::Supplier;
//! use redress::sample;
//! use redress::triage::{History, triage};
//! use redress::vocab::Department;
//!
//! let policy = Supplier::new(sample::calendar()?, Department::SALES).build()?;
//! let complaint = sample::complaint()?; // about product quality
//! let answer = triage(&policy, &complaint, &History::none())?;
//! assert_eq!(answer.department(), Some(Department::QUALITY));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! | Profile | Procedure |
//! |---|---|
//! | [`AutoRepair`] | a car repair shop and its complaint desk (S07, S08) |
//! | [`Bank`] | a bank, with the causes for which customers leave (S05, S28) |
//! | [`Control`] | control of complaints by claim kind, with recall (S18) |
//! | [`Defusing`] | defusing complaints by apology, choices and promises (S12, S17, S24, S25) |
//! | [`Desk`] | a service desk and its hard problems (S21) |
//! | [`Developer`] | a property developer: agreed dates, risks of spreading, tracked work (S37) |
//! | [`GeneralHandling`] | complaints in general, in eight steps (S01 to S04) |
//! | [`ConsumerBusiness`] | intake, transfer and reply at any business (S06, S30, S32) |
//! | [`Hospital`] | patients' complaints, answered on the same day (S14) |
//! | [`Hotel`] | a restaurant or hotel: the manager reviews twice, and the guest agrees (S11) |
//! | [`InstalledGoods`] | care for goods that were installed, with return visits (S26, S27) |
//! | [`Listening`] | small matters at once, promises, alternatives, consent (S02) |
//! | [`Nev`] | closed-loop handling at a maker of new-energy vehicles with dealers (S23) |
//! | [`Platform`] | a platform that hosts documents, and its refunds (S38) |
//! | [`Supplier`] | a supplier of parts, with containment by each department (S15) |
//! | [`SupplierQc`] | a supplier with quality control: three signatures, measures checked for effect (S16) |
//! | [`TaxDevice`] | a maker of tax devices with service units: general and serious cases (S10) |
//! | [`Wire`] | a maker of wire with sales offices: the course depends on who is at fault (S19) |

mod auto_repair;
mod bank;
mod control;
mod defusing;
mod desk;
mod developer;
mod general;
mod generic;
mod hospital;
mod hotel;
mod house;
mod installed_goods;
mod listening;
mod nev;
mod platform;
mod supplier;
mod supplier_qc;
mod tax_device;
mod wire;

pub use self::auto_repair::AutoRepair;
pub use self::bank::Bank;
pub use self::control::Control;
pub use self::defusing::Defusing;
pub use self::desk::Desk;
pub use self::developer::Developer;
pub use self::general::GeneralHandling;
pub use self::generic::ConsumerBusiness;
pub use self::hospital::Hospital;
pub use self::hotel::Hotel;
pub use self::installed_goods::InstalledGoods;
pub use self::listening::Listening;
pub use self::nev::Nev;
pub use self::platform::Platform;
pub use self::supplier::Supplier;
pub use self::supplier_qc::SupplierQc;
pub use self::tax_device::TaxDevice;
pub use self::wire::Wire;

/// The choices that profiles offer: readings of ambiguous rules, and values that a procedure leaves open.
pub mod choice {
    pub use crate::profiles::control::{ClaimKindSource, Ratings};
    pub use crate::profiles::general::SmallMatter;
    pub use crate::profiles::generic::{Register, ResponseLimit};
    pub use crate::profiles::hospital::SameDay;
    pub use crate::profiles::installed_goods::VisitPeriod;
    pub use crate::profiles::listening::{OpinionRequests, Smallness};
    pub use crate::profiles::nev::{
        CutoffMeaning, DocumentSigners, ForcedClosureApproval, HoursReading, LimitCount, NoticePeriod,
        ProjectLimit, ProjectStart, RolledEnd,
    };
    pub use crate::profiles::supplier::ContainmentCount;
    pub use crate::profiles::supplier_qc::{PhaseLimit, PhaseScope, Signatures};
    pub use crate::profiles::tax_device::{
        CaseOwner, CommaReading, HalfHour, HandlingLimit, ListedGrave, UnlistedGrave,
    };
}
