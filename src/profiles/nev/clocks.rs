//! How the limits of the procedure count, in each of its readings.

use crate::calendar::Span;
use crate::deadline::choice::LateReceipt;
use crate::deadline::{Clock, Cutoff, End, Roll, Term};
use crate::policy::ClockRule;
use crate::policy::clock::{ClockPart, ClockScope, Target};
use crate::profiles::nev::readings::{
    CutoffMeaning, HoursReading, LimitCount, ProjectLimit, ProjectStart, RolledEnd,
};
use crate::profiles::nev::{Limit, Nev, rule_id};
use crate::vocab::{Anchor, ClockName};

impl Nev {
    /// The closing limit of each category (S23-R01 to S23-R11).
    pub(super) fn closure(&self) -> ClockRule {
        let start = match self.scope {
            ClockScope::Case => self.start,
            ClockScope::Department => Anchor::DEPARTMENT_RECEIVED,
        };
        let clock = Clock::new(ClockName::CLOSURE, start).with_on_change(self.on_change);
        let clock = self.pauses.iter().fold(clock, |clock, &rule| clock.with_pause(rule));
        let clock = self.extensions.iter().fold(clock, |clock, &rule| clock.with_extension(rule));
        let targets = self.limits.iter().map(|&(category, limit, citation)| {
            Target::new(rule_id(category), category, self.term(limit)).with_citation(citation)
        });
        ClockRule::by_target(clock, targets)
            .with_scope(self.scope)
            .with_several(self.several)
            .with_part(ClockPart::Closure)
            .with_citation("S23-R07 S23-R08 S23-R09 S23-R10 S23-R11")
    }

    /// The term of a limit, in the chosen readings.
    fn term(&self, limit: Limit) -> Term {
        let days = match (limit, self.hours_as) {
            (Limit::Hours(hours), HoursReading::Elapsed) => {
                let at_cutoff =
                    self.cutoff.map_or(End::END_OF_DAY, |at| End::at(at).with_bound(self.at_cutoff));
                return Term::elapsed(Span::hours(hours))
                    .with_end(End::SAME_TIME.with_bound(self.at_cutoff))
                    .with_roll(self.roll(at_cutoff));
            }
            // S23-R08: limits are counted in days.
            (Limit::Hours(hours), HoursReading::Days) => hours.div_ceil(24),
            (Limit::Days(days), _) => days,
        };
        let term = match self.count {
            LimitCount::CalendarDays => Term::calendar_days(days),
            LimitCount::WorkingDays => Term::working_days(days),
        };
        let term = term
            .with_first_day(self.first_day)
            .with_closed_start(self.closed_start)
            .with_end(self.end())
            .with_roll(self.roll(self.end()));
        match (self.cutoff, self.cutoff_meaning) {
            (Some(at), CutoffMeaning::DayBoundary | CutoffMeaning::ReceiptOnly) => {
                term.with_cutoff(Cutoff::daily(at, LateReceipt::NextCalendarDay).with_bound(self.at_cutoff))
            }
            (Some(_), CutoffMeaning::DueOnly)
            | (None, CutoffMeaning::DayBoundary | CutoffMeaning::DueOnly | CutoffMeaning::ReceiptOnly) => {
                term
            }
        }
    }

    fn end(&self) -> End {
        match (self.cutoff, self.cutoff_meaning) {
            (Some(at), CutoffMeaning::DayBoundary | CutoffMeaning::DueOnly) => {
                End::at(at).with_bound(self.at_cutoff)
            }
            (Some(_), CutoffMeaning::ReceiptOnly)
            | (None, CutoffMeaning::DayBoundary | CutoffMeaning::DueOnly | CutoffMeaning::ReceiptOnly) => {
                End::END_OF_DAY
            }
        }
    }

    /// A due date in a holiday period moves to the first working day after it, at the same cut-off (S23-R10).
    fn roll(&self, at_cutoff: End) -> Roll {
        match self.rolled_end {
            RolledEnd::Cutoff => Roll::FOLLOWING.with_end(at_cutoff),
            RolledEnd::Opening => Roll::FOLLOWING.with_end(End::OPENING.with_bound(self.at_cutoff)),
            RolledEnd::SameTime => Roll::FOLLOWING.with_end(End::SAME_TIME.with_bound(self.at_cutoff)),
            RolledEnd::NoRoll => Roll::NONE,
        }
    }

    /// A complaint that is open for more than three months is reported to the company and becomes a project (S23-R17).
    pub(super) fn project(&self) -> ClockRule {
        let term = match self.project_limit {
            ProjectLimit::ThreeMonths => Term::months(3),
            ProjectLimit::NinetyDays => Term::calendar_days(90),
        };
        let event = match self.project_start {
            ProjectStart::Received | ProjectStart::DueDate => Anchor::RECEIVED,
            ProjectStart::Dispatched => Anchor::DISPATCHED,
        };
        let rule = ClockRule::new(Clock::new(ClockName::PROJECT, event), term.with_end(End::END_OF_DAY))
            .with_part(ClockPart::Project)
            .with_citation("S23-R17");
        match self.project_start {
            ProjectStart::DueDate => rule.with_from_due_of(ClockName::CLOSURE),
            ProjectStart::Received | ProjectStart::Dispatched => rule,
        }
    }
}
