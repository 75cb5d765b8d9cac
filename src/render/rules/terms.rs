//! Limits in words: how long, until which time of day, and what a closed day does.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::Weekday;

use crate::calendar::reading::Fold;
use crate::deadline::choice::{
    Bound, ClosedStart, CutoffTime, EndAt, FirstDay, LateReceipt, MonthEnd, RollRule,
};
use crate::deadline::rule::PauseLimit;
use crate::deadline::{Count, Cutoff, Deadline, End, Roll, Term};
use crate::labels::phrases;
use crate::render::phrase::{count, span, tell, weekday};
use crate::render::renderer::Renderer;

impl Renderer<'_> {
    /// Writes a limit in words.
    ///
    /// ```
    /// use redress::deadline::{Cutoff, Deadline, End, Roll, Term};
    /// use redress::deadline::choice::LateReceipt;
    /// use redress::labels::Labels;
    /// use redress::render::Renderer;
    /// use redress::vocab::Locale;
    ///
    /// let half_past_four = "16:30".parse()?;
    /// let term = Term::working_days(2)
    ///     .with_cutoff(Cutoff::daily(half_past_four, LateReceipt::NextWorkingDay))
    ///     .with_end(End::at(half_past_four))
    ///     .with_roll(Roll::FOLLOWING.with_end(End::OPENING));
    /// let labels = Labels::standard();
    /// let words = |locale| Renderer::new(&labels, locale).deadline(&Deadline::from(term));
    /// assert_eq!(
    ///     words(Locale::En),
    ///     "2 working days, by 16:30; on a closed day the next opening; what comes in after 16:30 counts as \
    ///      received on the next working day",
    /// );
    /// assert_eq!(
    ///     words(Locale::ZhHans),
    ///     "2 个工作日，不晚于 16:30；遇休息日顺延至下一工作日开始工作时；16:30 之后收到的视为下一工作日收到",
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn deadline(&self, deadline: &Deadline) -> String {
        let (parts, first) = match deadline {
            Deadline::Term(term) => return self.term(term),
            Deadline::WithCalendar(own) => return self.deadline(own.deadline()),
            Deadline::Earliest(parts) => (parts, true),
            Deadline::Latest(parts) => (parts, false),
        };
        let parts: Vec<String> = parts
            .iter()
            .map(|part| {
                let limit = self.deadline(&part.deadline);
                if let Some(event) = &part.from {
                    tell!(self, LIMIT_FROM, limit, event = self.label(event))
                } else if has_parts(&part.deadline) {
                    // Each of its parts has its own brackets.
                    limit
                } else {
                    tell!(self, LIMIT_PART, part = limit)
                }
            })
            .collect();
        let parts = parts.join(self.plain(phrases::MARK_OR_LIST));
        if first {
            tell!(self, LIMIT_WHICHEVER_FIRST, parts)
        } else {
            tell!(self, LIMIT_WHICHEVER_LAST, parts)
        }
    }

    /// Writes a term in words.
    pub(super) fn term(&self, term: &Term) -> String {
        let mut text = self.length(term.count);
        if term.count.is_of_days() {
            text.push_str(&self.term_end(term.end));
        }
        let mut parts = Vec::from([text]);
        parts.extend(self.term_roll(term.roll));
        if term.first_day == FirstDay::DayOne {
            parts.push(tell!(self, LIMIT_DAY_EVENT_FIRST));
        }
        parts.extend(match term.closed_start {
            ClosedStart::Keep => None,
            ClosedStart::NextWorkingDay => Some(tell!(self, LIMIT_START_CLOSED_DAY)),
            ClosedStart::NextOpening => Some(tell!(self, LIMIT_START_OUTSIDE_WORKING)),
        });
        parts.extend(match term.month_end {
            MonthEnd::Ignore => None,
            MonthEnd::Keep => Some(tell!(self, LIMIT_FROM_END_MONTH)),
            MonthEnd::Before => Some(tell!(self, LIMIT_COUNTED_FROM_END)),
            MonthEnd::After => Some(tell!(self, LIMIT_THEN_END_MONTH)),
        });
        parts.extend(term.intake.map(|cutoff| self.cutoff(cutoff)));
        parts.join(self.semicolon())
    }

    /// Writes a length: `72 h`, `8 h of working time`, `2 working days`, `the same day`.
    pub(super) fn length(&self, length: Count) -> String {
        match length {
            Count::CalendarDays(0) => tell!(self, LIMIT_SAME_DAY),
            Count::WorkingDays(0) => tell!(self, LIMIT_SAME_WORKING_DAY),
            Count::Elapsed(amount) => span(self, amount),
            Count::Working(_)
            | Count::CalendarDays(_)
            | Count::WorkingDays(_)
            | Count::Weeks(_)
            | Count::Months(_)
            | Count::At(_) => count(self, length),
        }
    }

    fn term_end(&self, end: End) -> String {
        let exclusive = end.bound == Bound::Exclusive;
        let text = match end.at {
            EndAt::SameTime => {
                tell!(self, LIMIT_AT_SAME_TIME)
            }
            EndAt::At(time) if exclusive => {
                tell!(self, LIMIT_BEFORE, time)
            }
            EndAt::At(time) => tell!(self, LIMIT_BY, time),
            EndAt::Opening => {
                tell!(self, LIMIT_OPENING_TIME)
            }
            EndAt::CloseOfBusiness => {
                tell!(self, LIMIT_CLOSE_BUSINESS)
            }
            EndAt::EndOfDay => tell!(self, LIMIT_END_DAY),
        };
        // `before` and `by` say whether the instant itself is in time. Times without a number need more words.
        let bound = match end.at {
            EndAt::EndOfDay if exclusive => String::new(),
            EndAt::EndOfDay => {
                tell!(self, LIMIT_MIDNIGHT_INCLUDED)
            }
            EndAt::SameTime | EndAt::Opening | EndAt::CloseOfBusiness if exclusive => {
                tell!(self, LIMIT_INSTANT_TOO_LATE)
            }
            EndAt::SameTime | EndAt::Opening | EndAt::CloseOfBusiness | EndAt::At(_) => String::new(),
        };
        let fold = match end.fold {
            Fold::Earlier => String::new(),
            Fold::Later => tell!(self, LIMIT_SECOND_TIME_WHERE),
        };
        text + &bound + &fold
    }

    fn term_roll(&self, roll: Roll) -> Option<String> {
        let opening = matches!(roll.end, Some(End { at: EndAt::Opening, bound: Bound::Inclusive, .. }));
        let end = roll.end.filter(|_| !opening).map_or(String::new(), |end| self.term_end(end));
        Some(match roll.rule {
            RollRule::None => return None,
            RollRule::Following if opening => tell!(self, LIMIT_CLOSED_DAY_NEXT),
            RollRule::Following => tell!(self, LIMIT_CLOSED_DAY_NEXT_WORKING, end),
            RollRule::Preceding => {
                let end = roll.end.map_or(String::new(), |end| self.term_end(end));
                tell!(self, LIMIT_CLOSED_DAY_WORKING, end)
            }
            RollRule::ModifiedFollowing => {
                let end = roll.end.map_or(String::new(), |end| self.term_end(end));
                tell!(self, LIMIT_CLOSED_DAY_NEXT_WORKING_DAY, end)
            }
        })
    }

    fn cutoff(&self, cutoff: Cutoff) -> String {
        let time = |time: CutoffTime| match time {
            CutoffTime::At(time) => time.to_string(),
            CutoffTime::CloseOfBusiness => tell!(self, LIMIT_AT_CLOSE),
        };
        let days: Vec<(Weekday, CutoffTime)> =
            WEEK.into_iter().zip(cutoff.at).filter_map(|(day, at)| Some((day, at?))).collect();
        let same = days.iter().all(|(_, at)| Some(at) == days.first().map(|(_, first)| first));
        let times = if same && days.len() == WEEK.len() {
            days.first().map(|&(_, at)| time(at)).unwrap_or_default()
        } else {
            let days = days.iter().map(|&(day, at)| {
                let (day, time) = (weekday(self, day), time(at));
                tell!(self, LIMIT_DAY_TIME, day, time)
            });
            days.collect::<Vec<_>>().join(self.comma())
        };
        let when = match cutoff.bound {
            Bound::Inclusive => tell!(self, LIMIT_AFTER, times),
            Bound::Exclusive => tell!(self, LIMIT_AT_OR_LATER, times),
        };
        match cutoff.late {
            LateReceipt::NextCalendarDay => tell!(self, LIMIT_WHAT_COMES_COUNTS, when),
            LateReceipt::NextWorkingDay => tell!(self, LIMIT_WHAT_COMES_COUNTS_RECEIVED, when),
        }
    }

    /// Writes how long a pause may last.
    pub(super) fn pause_limit(&self, limit: PauseLimit) -> String {
        self.length(match limit {
            PauseLimit::Elapsed(amount) => Count::Elapsed(amount),
            PauseLimit::CalendarDays(days) => Count::CalendarDays(days),
            PauseLimit::WorkingDays(days) => Count::WorkingDays(days),
        })
    }
}

/// Whether a limit consists of alternatives.
fn has_parts(deadline: &Deadline) -> bool {
    match deadline {
        Deadline::Term(_) => false,
        Deadline::WithCalendar(own) => has_parts(own.deadline()),
        Deadline::Earliest(_) | Deadline::Latest(_) => true,
    }
}

pub(super) const WEEK: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];
