//! The course of a case as a policy wants it: stages, follow-ups, reopening, forced closure, requirements and conduct.

mod conduct;
pub(in crate::policy) mod course;
mod forced_closure;
pub(in crate::policy) mod people;
mod requirement;
mod window;

pub use self::conduct::{CompensationRule, Conduct, ConversationRule, ToneRule};
pub(crate) use self::course::Track;
pub use self::course::{ApologyRule, FollowUpRule};
pub use self::forced_closure::{ForcedClosure, ForcedClosureTest};
pub(crate) use self::people::PeopleRules;
pub use self::requirement::Requirement;
pub use self::window::ReopeningWindow;
pub(in crate::policy) use self::window::{from_instant, to_the_end_of_the_day};
