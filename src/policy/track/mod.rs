//! The course of a case as a policy wants it: its stages, the people in it, and how a complainant is met.

mod conduct;
pub(in crate::policy) mod course;
mod forced_closure;
mod people;
mod requirement;
mod window;

pub use self::conduct::{CompensationRule, Conduct, ConversationRule, ToneRule};
pub(crate) use self::course::Track;
pub use self::course::{ApologyRule, FollowUpRule};
pub use self::forced_closure::{ForcedClosure, ForcedClosureTest};
pub use self::people::PeopleRules;
pub use self::requirement::Requirement;
pub use self::window::ReopeningWindow;
pub(in crate::policy) use self::window::{from_instant, to_the_end_of_the_day};
