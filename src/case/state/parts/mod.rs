//! The parts of a case. Each states its invariant, keeps it by itself, and says what can happen to it.

mod named;
mod people;
mod proposals;
mod side_tracks;
mod spending;
mod sums;

pub(in crate::case) use self::named::kept_from_signing;
pub(in crate::case) use self::people::People;
pub(in crate::case) use self::proposals::Proposals;
pub(in crate::case) use self::side_tracks::SideTracks;
pub(in crate::case) use self::spending::Spending;
pub(in crate::case) use self::sums::Sums;
