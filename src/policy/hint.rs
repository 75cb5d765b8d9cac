//! Hints: what a policy may say, but most often does not mean.

use alloc::vec::Vec;

use crate::deadline::choice::TermHint;
use crate::deadline::{Count, Deadline, Term};
use crate::policy::choice::ClockStart;
use crate::policy::clock::{ClockRule, Targets};
use crate::policy::fault::FaultPlace;
use crate::policy::procedure::Policy;
use crate::vocab::ClockName;

/// A rule that is valid but most often not meant. A hint never prevents a policy from being built.
///
/// [`Policy::hints`] returns the hints of a policy.
#[derive(Clone, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum PolicyHint {
    /// A term with which a later receipt can be due earlier, or with which a complaint is due before it was received.
    #[error("{place}: {hint}")]
    Term {
        /// The clock or the target.
        place: FaultPlace,
        /// What the term can lead to.
        hint: TermHint,
    },
    /// The response is due after the limit for closing the complaint.
    #[error(
        "clock `{clock}`: {response} for the response are more than the {closure} of clock `{limit}` for the \
         closing; check whether this is meant"
    )]
    ResponseAfterClosure {
        /// The clock of the response.
        clock: ClockName,
        /// How long the response may take.
        response: Count,
        /// The clock that limits the closing.
        limit: ClockName,
        /// How long the closing may take.
        closure: Count,
    },
}

impl Policy {
    /// Returns the rules of this policy that are valid but most often not meant, in the order of the clocks.
    ///
    /// # Example: a response that is due after the closing
    ///
    /// ```
    /// use redress::deadline::{Clock, Term};
    /// use redress::policy::{ClockRule, Policy, Routing};
    /// use redress::sample;
    /// use redress::vocab::{Anchor, ClockName};
    ///
    /// let clock = |name, days| ClockRule::new(Clock::new(name, Anchor::RECEIVED), Term::working_days(days));
    /// let policy = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(Routing::none())
    ///     .clock(clock(ClockName::RESPONSE, 10))
    ///     .clock(clock(ClockName::CLOSURE, 5))
    ///     .build()?;
    /// let hints = policy.hints();
    /// assert!(hints[0].to_string().starts_with("clock `response`: 10 working days for the response"));
    /// assert!(sample::policy()?.hints().is_empty());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn hints(&self) -> Vec<PolicyHint> {
        let mut hints = Vec::new();
        for rule in self.clocks() {
            for (place, deadline) in rule.deadlines() {
                let found = deadline.terms().filter_map(Term::hint);
                hints.extend(found.map(|hint| PolicyHint::Term { place, hint }));
            }
        }
        let of_name = |name| self.clocks().iter().filter(move |rule| rule.name() == name);
        for response in of_name(ClockName::RESPONSE) {
            for closure in of_name(ClockName::CLOSURE) {
                hints.extend(response_after(response, closure));
            }
        }
        hints
    }
}

/// The hint that a response is due after the closing. Both clocks must count in one unit and start from one event.
fn response_after(response: &ClockRule, closure: &ClockRule) -> Option<PolicyHint> {
    let from_event = response.start() == ClockStart::Event && closure.start() == ClockStart::Event;
    let (own, limit) = (alone(response)?, alone(closure)?);
    let is_more = from_event && response.clock().start() == closure.clock().start() && is_more(own, limit);
    is_more.then(|| PolicyHint::ResponseAfterClosure {
        clock: response.name(),
        response: own,
        limit: closure.name(),
        closure: limit,
    })
}

/// The amount that a clock counts, if it is one term, the same for every complaint.
fn alone(rule: &ClockRule) -> Option<Count> {
    match rule.targets() {
        Targets::Same(Deadline::Term(term)) => Some(term.count()),
        Targets::Same(_) | Targets::Table(_) | Targets::NotSet(_) => None,
    }
}

fn is_more(one: Count, other: Count) -> bool {
    match (one, other) {
        (Count::Elapsed(one), Count::Elapsed(other)) | (Count::Working(one), Count::Working(other)) => {
            one > other
        }
        (Count::CalendarDays(one), Count::CalendarDays(other))
        | (Count::WorkingDays(one), Count::WorkingDays(other))
        | (Count::Weeks(one), Count::Weeks(other))
        | (Count::Months(one), Count::Months(other)) => one > other,
        (
            Count::Elapsed(_)
            | Count::Working(_)
            | Count::CalendarDays(_)
            | Count::WorkingDays(_)
            | Count::Weeks(_)
            | Count::Months(_)
            | Count::At(_),
            _,
        ) => false,
    }
}
