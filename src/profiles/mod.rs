//! Ready policies: procedures written down as code that reads as they do.
//!
//! A profile takes what its source leaves open as arguments of its constructor, every reading of an
//! ambiguous rule as an option with the stated default, and gives a [`Policy`](crate::policy::Policy) that
//! is proved like any other.
//!
//! | Profile | Procedure |
//! |---|---|
//! | [`Control`] | control of complaints by claim kind, with recall (S18) |
//! | [`General`] | complaints in general, by eight steps (S01 to S04) |
//! | [`Nev`] | closed-loop handling at a maker of new-energy vehicles with dealers (S23) |
//! | [`Supplier`] | a supplier of parts, with containment by each department (S15) |
//! | [`TaxDevice`] | a maker of tax devices with service units, general and serious cases (S10) |

mod control;
mod general;
mod house;
mod nev;
mod supplier;
mod tax_device;

pub use self::control::{ClaimKindBy, Control};
pub use self::general::{General, SmallMatter};

pub use self::nev::{
    CutoffMeaning, ForcedClosureApproval, HoursAs, LimitCount, Nev, NoticePeriod, ProjectLimit, ProjectStart,
    RolledEnd,
};
pub use self::supplier::{ContainmentCount, Supplier};
pub use self::tax_device::{
    CaseOwner, HalfHour, HandlingLimit, Joined, ListedGrave, TaxDevice, UnlistedGrave,
};
