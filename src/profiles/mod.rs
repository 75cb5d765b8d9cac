//! Ready policies: procedures written down as code that reads as they do.
//!
//! A profile takes what its source leaves open as arguments of its constructor, every reading of an
//! ambiguous rule as an option with the stated default, and gives a [`Policy`](crate::policy::Policy) that
//! is proved like any other.
//!
//! | Profile | Procedure |
//! |---|---|
//! | [`Nev`] | closed-loop handling at a maker of new-energy vehicles with dealers (S23) |

mod nev;

pub use self::nev::{
    CutoffMeaning, HoursAs, LimitCount, Nev, NoticePeriod, ProjectLimit, ProjectStart, RolledEnd,
};
