//! The smallest example of a finding.

use core::fmt;

use chrono::{DateTime, Utc};

use crate::deadline::Due;
use crate::policy::fault::{RoutingExample, SeverityExample};
use crate::vocab::ActorId;

/// The smallest example of a finding, as a value that shows it again.
///
/// | Example | What to do with it |
/// |---|---|
/// | [`Routing`](Self::Routing) | [`Complaint::of_example`](../../triage/struct.Complaint.html#method.of_example), then triage |
/// | [`Severity`](Self::Severity), [`More`](Self::More) | [`Complaint::of_unrated`](../../triage/struct.Complaint.html#method.of_unrated), then triage |
/// | [`Start`](Self::Start) | the start of the clock |
/// | [`Person`](Self::Person) | the person of a roster that is short of people |
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Example<'a> {
    /// A complaint with these words.
    Routing(&'a RoutingExample),
    /// A complaint with these facts and words.
    Severity(&'a SeverityExample),
    /// Two complaints: the second has more of something, and nothing else differs.
    More {
        /// The complaint with less.
        less: &'a SeverityExample,
        /// The complaint with more.
        more: &'a SeverityExample,
    },
    /// An instant at which a clock starts, with two due dates.
    Start(StartExample),
    /// A person who alone can do what takes two people.
    Person(ActorId),
}

/// An instant from which two readings of a rule count to different due dates.
///
/// # Example
///
/// ```
/// use redress::deadline::{Clock, Term};
/// use redress::policy::finding::{Example, Finding};
/// use redress::policy::{ClockRule, Policy, Routing};
/// use redress::sample;
/// use redress::vocab::{Anchor, ClockName};
///
/// let clock = Clock::new(ClockName::RESPONSE, Anchor::RECEIVED);
/// let policy = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(Routing::none())
///     .clock(ClockRule::new(clock, Term::months(1)))
///     .build()?;
/// let findings = policy.findings();
/// let Some(Example::Start(example)) = findings[0].example() else { return Err("no start".into()) };
/// assert_eq!(example.start().to_rfc3339(), "2026-01-28T23:00:00+00:00"); // 29 January
/// assert_eq!(example.due().at().to_rfc3339(), "2026-02-27T23:00:00+00:00"); // 28 February
/// assert_eq!(example.other().at().to_rfc3339(), "2026-02-28T23:00:00+00:00"); // 1 March
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct StartExample {
    pub(super) start: DateTime<Utc>,
    pub(super) due: Due,
    pub(super) other: Due,
    pub(super) pause: Option<(DateTime<Utc>, DateTime<Utc>)>,
}

impl StartExample {
    /// Returns the instant at which the clock starts.
    #[must_use]
    pub const fn start(&self) -> DateTime<Utc> {
        self.start
    }

    /// Returns the due date as the policy reads the rule.
    #[must_use]
    pub const fn due(&self) -> Due {
        self.due
    }

    /// Returns the other due date: the one of the other reading, or of the other clock.
    #[must_use]
    pub const fn other(&self) -> Due {
        self.other
    }

    /// Returns the beginning and the end of the pause that shows the difference, if it takes one.
    #[must_use]
    pub const fn pause(&self) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
        self.pause
    }
}

impl fmt::Display for StartExample {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at = crate::calendar::instant::format;
        write!(f, "started at `{}`", at(self.start))?;
        if let Some((from, until)) = self.pause {
            write!(f, " and paused from `{}` to `{}`", at(from), at(until))?;
        }
        write!(f, ", the clock is due at `{}`", at(self.due.at()))
    }
}
