//! Whether a clock can come again by the calendar.

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
    /// Whether a duty of periods can be.
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
            // Of each deadline the first problem is told.
            if let Some(problem) = lengths.chain(events).next() {
                add(place, problem);
            }
        }
        let known = periods.fulfilled_by.iter().take(MAX_FULFILMENTS);
        let undeclared = known.filter_map(|&event| taxonomy.check_known(event).err());
        faults.extend(undeclared.map(|error| PolicyFault::Undeclared { place, error }));
    }
}

/// Why a count is no period.
fn too_short(count: Count) -> Option<PeriodsProblem> {
    let is_short = match count {
        Count::Elapsed(span) | Count::Working(span) => span < MIN_PERIOD,
        Count::CalendarDays(n) | Count::WorkingDays(n) | Count::Weeks(n) | Count::Months(n) => n == 0,
        Count::At(_) => return Some(PeriodsProblem::Instant),
    };
    is_short.then_some(PeriodsProblem::TooShort { count })
}

impl Deadline {
    /// The same for a period that counts from the due date of the one before: that is no receipt, which may come too
    /// late for its day or on a day off, and its day is over.
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
