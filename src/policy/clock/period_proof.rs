//! Checks of a clock that repeats by the calendar, when a policy is built.
//!
//! | Refused | Because |
//! |---|---|
//! | no event that fulfils a period, or more than [`MAX_FULFILMENTS`] | every period would be missed, or a mistake |
//! | an event that fulfils a period and ends the duty | nobody could say which of the two it does |
//! | extensions | a period is paused instead |
//! | an effect of a reopening other than the default | such a duty always counts from a reopening |
//! | a period shorter than [`MIN_PERIOD`], of no days, or to a fixed instant | the clock would repeat without end |
//! | a deadline from an event of its own | every period counts from the one before |

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use crate::deadline::choice::{Alternative, ClosedStart, FirstDay};
use crate::deadline::{Count, Deadline, Term};
use crate::policy::choice::{ClockPart, ReopeningEffect};
use crate::policy::clock::rule::ClockRule;
use crate::policy::fault::{FaultPlace, PeriodsProblem, PolicyFault};
use crate::policy::limits::{MAX_FULFILMENTS, MIN_PERIOD};
use crate::taxonomy::Taxonomy;
use crate::vocab::Anchor;

impl ClockRule {
    /// Checks the events and the lengths of the periods, and that no other setting of the clock contradicts them.
    pub(in crate::policy) fn prove_periods<'d>(
        &self,
        deadlines: impl IntoIterator<Item = (FaultPlace, &'d Deadline)>,
        taxonomy: &Taxonomy,
        faults: &mut Vec<PolicyFault>,
    ) {
        let Some(periods) = &self.periods else { return };
        let place = FaultPlace::Clock(self.name());
        let mut add = |place, problem| faults.push(PolicyFault::Periods { place, problem });
        match periods.fulfilled_by.len() {
            0 => add(place, PeriodsProblem::NoFulfilment),
            1..=MAX_FULFILMENTS => {
                let mut seen: BTreeSet<Anchor> = BTreeSet::new();
                for &event in &periods.fulfilled_by {
                    if event == self.end {
                        add(place, PeriodsProblem::FulfilledByEnd { event });
                    }
                    if !seen.insert(event) {
                        add(place, PeriodsProblem::FulfilledTwice { event });
                    }
                }
            }
            events => add(place, PeriodsProblem::TooManyFulfilments { events }),
        }
        if !self.clock.extensions.is_empty() {
            add(place, PeriodsProblem::Extended);
        }
        if self.on_reopening != ReopeningEffect::default() {
            add(place, PeriodsProblem::Reopened);
        }
        if self.part == ClockPart::Project {
            add(place, PeriodsProblem::Project);
        }
        for (place, deadline) in deadlines {
            let lengths = deadline.terms().filter_map(|term| too_short(term.count()));
            let events = deadline.events().map(|event| PeriodsProblem::OwnEvent { event });
            // One problem for each deadline is enough: the others often follow from it.
            if let Some(problem) = lengths.chain(events).next() {
                add(place, problem);
            }
        }
        let known = periods.fulfilled_by.iter().take(MAX_FULFILMENTS);
        let undeclared = known.filter_map(|&event| taxonomy.check_known(event).err());
        faults.extend(undeclared.map(|error| PolicyFault::Undeclared { place, error }));
    }
}

/// Returns the problem of a count that cannot be the length of a period.
fn too_short(count: Count) -> Option<PeriodsProblem> {
    let is_short = match count {
        Count::Elapsed(span) | Count::Working(span) => span < MIN_PERIOD,
        Count::CalendarDays(n) | Count::WorkingDays(n) | Count::Weeks(n) | Count::Months(n) => n == 0,
        Count::At(_) => return Some(PeriodsProblem::Instant),
    };
    is_short.then_some(PeriodsProblem::TooShort { count })
}

impl Deadline {
    /// Returns this deadline for every period after the first.
    ///
    /// Such a period counts from a due date. A due date is not a receipt: it cannot come too late for its day, it may
    /// lie on a day off, and its own day is already used up. So the rules for receipts are taken out.
    pub(crate) fn following_period(&self) -> Self {
        let parts = |parts: &[Alternative]| {
            let part = |part: &Alternative| Alternative {
                from: part.from,
                deadline: part.deadline.following_period(),
            };
            parts.iter().map(part).collect()
        };
        match self {
            Self::Term(term) => Self::Term(Term {
                first_day: FirstDay::DayZero,
                intake: None,
                closed_start: ClosedStart::Keep,
                ..*term
            }),
            Self::Earliest(all) => Self::Earliest(parts(all)),
            Self::Latest(all) => Self::Latest(parts(all)),
            Self::WithCalendar(own) => own.deadline().following_period().with_calendar(own.shared().clone()),
        }
    }
}
