//! A duty that comes again by the calendar: every 20 working days until the case is closed.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use crate::calendar::Span;
use crate::deadline::{Alternative, ClosedStart, Count, Deadline, FirstDay, Term};
use crate::policy::{ClockRule, OnReopening, Part, Place, PolicyFault};
use crate::taxonomy::Taxonomy;
use crate::vocab::Anchor;

/// The shortest period in real or working time.
pub const MIN_PERIOD: Span = Span::minutes(15);

/// The most periods of one clock of a case; behind the last one the clock is undetermined.
pub const MAX_PERIODS: u32 = 10_000;

/// The most events that can fulfil a period.
pub const MAX_FULFILMENTS: usize = 16;

/// How a clock comes again by the calendar, period after period, until the event that it waits for.
///
/// The first period starts with the clock. Each period has a due date of its own, and one event fulfils one period: the
/// one in which it falls. A second event in the same period fulfils nothing, and none fulfils the period before.
///
/// ```
/// use redress::deadline::{Clock, End, Term};
/// use redress::policy::{ClockRule, Periods};
/// use redress::vocab::{Anchor, ClockName};
///
/// // A written update at least every 20 working days, until the case is closed.
/// let clock = Clock::new(ClockName::UPDATE, Anchor::RECEIVED);
/// let every = Term::working_days(20).with_end(End::END_OF_DAY);
/// let rule = ClockRule::new(clock, every).with_periods(Periods::new([Anchor::UPDATED]));
/// assert_eq!(rule.end(), Anchor::CLOSED);
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Periods {
    pub(crate) fulfilled_by: Vec<Anchor>,
    pub(crate) start: PeriodStart,
}

/// From when the next period counts.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(clippy::exhaustive_enums, reason = "the two readings in use")]
pub enum PeriodStart {
    /// From the due date of the period before, whenever that was fulfilled. A period that nobody fulfils is missed, and
    /// the next one runs all the same.
    #[default]
    Due,
    /// From the event that fulfilled the period before, early or late. Until then the period goes on.
    Done,
}

impl Periods {
    /// Periods that count from the due date of the one before, each fulfilled by one of some events.
    #[must_use]
    pub fn new(fulfilled_by: impl IntoIterator<Item = Anchor>) -> Self {
        Self { fulfilled_by: fulfilled_by.into_iter().collect(), start: PeriodStart::Due }
    }

    /// Chooses from when the next period counts.
    #[must_use]
    pub const fn with_start(mut self, start: PeriodStart) -> Self {
        self.start = start;
        self
    }

    /// The events that can fulfil a period, one event one period.
    #[must_use]
    pub fn fulfilled_by(&self) -> &[Anchor] {
        &self.fulfilled_by
    }

    /// From when the next period counts.
    #[must_use]
    pub const fn start(&self) -> PeriodStart {
        self.start
    }
}

/// What keeps a clock from coming again by the calendar.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum PeriodsProblem {
    /// Nothing fulfils a period.
    #[error("no event fulfils a period, expected one in `fulfilled-by`")]
    NoFulfilment,
    /// More events than a clock takes.
    #[error("{events} events fulfil a period, expected at most {MAX_FULFILMENTS}")]
    TooManyFulfilments {
        /// How many.
        events: usize,
    },
    /// One event that stands twice.
    #[error("`{event}` stands twice in `fulfilled-by`, expected it once")]
    FulfilledTwice {
        /// The event.
        event: Anchor,
    },
    /// One event that fulfils a period and ends the duty.
    #[error("`{event}` fulfils a period and ends the duty, expected another event for one of the two")]
    FulfilledByEnd {
        /// The event.
        event: Anchor,
    },
    /// A duty that can be extended.
    #[error(
        "a duty that repeats by the calendar is not extended, expected no `extensions`; pause it instead"
    )]
    Extended,
    /// A duty that would go on over a reopening.
    #[error("a duty that repeats by the calendar counts from a reopening, expected no `on-reopening`")]
    Reopened,
    /// A duty that makes a project of a case.
    #[error("a duty that repeats by the calendar makes no project, expected another `part`")]
    Project,
    /// A period that is too short.
    #[error("a period of {count} is too short, expected at least {MIN_PERIOD}, or one day, week or month")]
    TooShort {
        /// The amount.
        count: Count,
    },
    /// A period that ends at one instant.
    #[error("a period ends at a fixed instant, which comes once, expected an amount of time")]
    Instant,
    /// A period that counts from an event of its own.
    #[error("a part of a period counts from `{event}`; expected every period to count from the one before")]
    OwnEvent {
        /// The event.
        event: Anchor,
    },
}

impl ClockRule {
    /// Whether a duty of periods can be.
    pub(super) fn prove_periods<'d>(
        &self,
        deadlines: impl IntoIterator<Item = (Place, &'d Deadline)>,
        taxonomy: &Taxonomy,
        faults: &mut Vec<PolicyFault>,
    ) {
        let Some(periods) = &self.periods else { return };
        let place = Place::Clock(self.name());
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
        if self.on_reopening != OnReopening::default() {
            add(place, PeriodsProblem::Reopened);
        }
        if self.part == Part::Project {
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
