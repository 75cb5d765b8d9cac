//! The parts of a case. Each part states its invariant, keeps it, and has one method for each thing that can happen to
//! it.

mod approvals;
mod assessments;
mod causes;
mod contacts;
mod endings;
mod named;
mod people;
mod promises;
mod proposals;
mod side_tracks;
mod spending;
mod sums;

pub(in crate::case) use self::approvals::Approvals;
pub(in crate::case) use self::assessments::Assessments;
pub(in crate::case) use self::causes::Causes;
pub use self::contacts::Contact;
pub(in crate::case) use self::contacts::Contacts;
pub use self::endings::Closure;
pub(in crate::case) use self::endings::Endings;
pub(in crate::case) use self::named::kept_from_signing;
pub(in crate::case) use self::people::People;
pub(in crate::case) use self::promises::Promises;
pub use self::promises::{PromiseOutcome, PromiseRecord};
pub(in crate::case) use self::proposals::Proposals;
pub(in crate::case) use self::side_tracks::SideTracks;
pub(in crate::case) use self::spending::Spending;
pub(in crate::case) use self::sums::Sums;
