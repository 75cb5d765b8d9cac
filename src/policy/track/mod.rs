//! The course of a case: its optional stages, what each step requires, and who may take it.
//!
//! | Question | Type |
//! |---|---|
//! | Which stages and duties does a case have? | [`Track`] |
//! | How often is the complainant asked afterwards? | [`FollowUpRule`] |
//! | When is an apology due? | [`ApologyRule`] |
//! | How long can a closed case be reopened? | [`ReopeningWindow`] |
//! | When is a complaint closed without a solution? | [`ForcedClosure`] |
//! | Which words need a condition? | [`Requirement`] |
//! | How does the organisation speak and compensate? | [`Conduct`] |
//!
//! # Example: no closing before the cause is known
//!
//! ```
//! use redress::policy::{Policy, Routing, Track};
//! use redress::policy::track::{FollowUpRule, ReopeningWindow};
//! use redress::deadline::Count;
//! use redress::vocab::course::FollowUp;
//! # use redress::sample;
//!
//! let track = Track::new()
//!     .with_findings_before_closing()
//!     .with_follow_up(FollowUpRule::new(FollowUp::OPINION_REQUEST, 1))
//!     .with_reopening(ReopeningWindow::within(Count::CalendarDays(28)));
//! # let desk = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(Routing::none());
//! let policy = desk.track(track).build()?;
//! assert!(policy.track().findings_before_closing());
//! assert_eq!(policy.track().follow_up().map(FollowUpRule::minimum), Some(1));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

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
