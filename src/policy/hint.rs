//! What a policy is told that is no fault: it builds, and somebody should look.

use alloc::vec::Vec;

use crate::deadline::choice::TermHint;
use crate::deadline::{Count, Deadline, Term};
use crate::policy::choice::ClockStart;
use crate::policy::clock::{ClockRule, Targets};
use crate::policy::fault::FaultPlace;
use crate::policy::procedure::Policy;
use crate::vocab::ClockName;

/// Something that a policy may say, and that is most often not meant.
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
    /// Returns what is most often not meant, in the order of the clocks: such a policy builds all the same.
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

/// Whether a response is due after the closure, where both count in one unit from one event.
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

/// What a clock counts, where it is the same for every complaint.
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
