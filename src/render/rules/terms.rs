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
use crate::render::phrase::{count, span, tell};
use crate::render::renderer::Renderer;
use crate::vocab::Locale;

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
                part.from.as_ref().map_or(limit.clone(), |event| {
                    let event = self.label(event);
                    tell!(
                        self.locale,
                        "({limit}, from: {event})",
                        "（{limit}，起算：{event}）",
                        "（{limit}，起算：{event}）"
                    )
                })
            })
            .map(|part| match part.chars().next() {
                Some('(' | '（') => part,
                _ => tell!(self.locale, "({part})", "（{part}）", "（{part}）"),
            })
            .collect();
        let parts = parts.join(if self.locale == Locale::En { " or " } else { "、" });
        if first {
            tell!(
                self.locale,
                "{parts}, whichever is first",
                "{parts}，以最早者为准",
                "{parts}，以最早者為準"
            )
        } else {
            tell!(self.locale, "{parts}, whichever is last", "{parts}，以最晚者为准", "{parts}，以最晚者為準")
        }
    }

    /// Writes a term in words.
    pub(super) fn term(&self, term: &Term) -> String {
        let locale = self.locale;
        let mut text = self.length(term.count);
        if term.count.is_of_days() {
            text.push_str(&self.term_end(term.end));
        }
        let mut parts = Vec::from([text]);
        parts.extend(self.term_roll(term.roll));
        if term.first_day == FirstDay::DayOne {
            parts.push(tell!(
                locale,
                "the day of the event is the first day",
                "事件当日计为第一日",
                "事件當日計為第一日"
            ));
        }
        parts.extend(match term.closed_start {
            ClosedStart::Keep => None,
            ClosedStart::NextWorkingDay => Some(tell!(
                locale,
                "a start on a closed day counts as one on the next working day",
                "起算于休息日的视为下一工作日起算",
                "起算於休息日的視為下一工作日起算"
            )),
            ClosedStart::NextOpening => Some(tell!(
                locale,
                "a start outside working hours counts as one at the next opening",
                "起算于工作时间以外的视为下次开始工作时起算",
                "起算於工作時間以外的視為下次開始工作時起算"
            )),
        });
        parts.extend(match term.month_end {
            MonthEnd::Ignore => None,
            MonthEnd::Keep => Some(tell!(
                locale,
                "from the end of a month to the end of a month",
                "月末起算的至月末止",
                "月末起算的至月末止"
            )),
            MonthEnd::Before => Some(tell!(
                locale,
                "counted from the end of the month of the event",
                "自事件当月月末起算",
                "自事件當月月末起算"
            )),
            MonthEnd::After => Some(tell!(
                locale,
                "then on to the end of that month",
                "再顺延至该月月末",
                "再順延至該月月末"
            )),
        });
        parts.extend(term.intake.map(|cutoff| self.cutoff(cutoff)));
        parts.join(self.semicolon())
    }

    /// Writes a length: `72 h`, `8 h of working time`, `2 working days`, `the same day`.
    pub(super) fn length(&self, length: Count) -> String {
        let locale = self.locale;
        match length {
            Count::CalendarDays(0) => tell!(locale, "the same day", "当日", "當日"),
            Count::WorkingDays(0) => tell!(locale, "the same working day", "当个工作日", "當個工作日"),
            Count::Elapsed(amount) => span(locale, amount),
            Count::Working(_)
            | Count::CalendarDays(_)
            | Count::WorkingDays(_)
            | Count::Weeks(_)
            | Count::Months(_)
            | Count::At(_) => count(locale, length),
        }
    }

    fn term_end(&self, end: End) -> String {
        let locale = self.locale;
        let exclusive = end.bound == Bound::Exclusive;
        let text = match end.at {
            EndAt::SameTime => {
                tell!(locale, ", at the same time of day", "，同一时刻", "，同一時刻")
            }
            EndAt::At(time) if exclusive => {
                tell!(locale, ", before {time}", "，早于 {time}", "，早於 {time}")
            }
            EndAt::At(time) => tell!(locale, ", by {time}", "，不晚于 {time}", "，不晚於 {time}"),
            EndAt::Opening => {
                tell!(locale, ", by opening time", "，不晚于开始工作时", "，不晚於開始工作時")
            }
            EndAt::CloseOfBusiness => {
                tell!(locale, ", by close of business", "，不晚于下班时", "，不晚於下班時")
            }
            EndAt::EndOfDay => tell!(locale, ", by the end of the day", "，当日结束前", "，當日結束前"),
        };
        // `before` and `by` say whether the instant itself is in time. Times without a number need more words.
        let bound = match end.at {
            EndAt::EndOfDay if exclusive => String::new(),
            EndAt::EndOfDay => {
                tell!(locale, " (midnight included)", "（含零时）", "（含零時）")
            }
            EndAt::SameTime | EndAt::Opening | EndAt::CloseOfBusiness if exclusive => {
                tell!(locale, " (that instant is too late)", "（不含该时刻）", "（不含該時刻）")
            }
            EndAt::SameTime | EndAt::Opening | EndAt::CloseOfBusiness | EndAt::At(_) => String::new(),
        };
        let fold = match end.fold {
            Fold::Earlier => String::new(),
            Fold::Later => tell!(
                locale,
                " (the second time where the clock shows it twice)",
                "（时钟两次显示时取第二次）",
                "（時鐘兩次顯示時取第二次）"
            ),
        };
        text + &bound + &fold
    }

    fn term_roll(&self, roll: Roll) -> Option<String> {
        let locale = self.locale;
        let opening = matches!(roll.end, Some(End { at: EndAt::Opening, bound: Bound::Inclusive, .. }));
        let end = roll.end.filter(|_| !opening).map_or(String::new(), |end| self.term_end(end));
        Some(match roll.rule {
            RollRule::None => return None,
            RollRule::Following if opening => tell!(
                locale,
                "on a closed day the next opening",
                "遇休息日顺延至下一工作日开始工作时",
                "遇休息日順延至下一工作日開始工作時"
            ),
            RollRule::Following => tell!(
                locale,
                "on a closed day the next working day{end}",
                "遇休息日顺延至下一工作日{end}",
                "遇休息日順延至下一工作日{end}"
            ),
            RollRule::Preceding => {
                let end = roll.end.map_or(String::new(), |end| self.term_end(end));
                tell!(
                    locale,
                    "on a closed day the working day before{end}",
                    "遇休息日提前至上一工作日{end}",
                    "遇休息日提前至上一工作日{end}"
                )
            }
            RollRule::ModifiedFollowing => {
                let end = roll.end.map_or(String::new(), |end| self.term_end(end));
                tell!(
                    locale,
                    "on a closed day the next working day of the same month, or else the one before{end}",
                    "遇休息日顺延至当月内的下一工作日，跨月则提前至上一工作日{end}",
                    "遇休息日順延至當月內的下一工作日，跨月則提前至上一工作日{end}"
                )
            }
        })
    }

    fn cutoff(&self, cutoff: Cutoff) -> String {
        let locale = self.locale;
        let time = |time: CutoffTime| match time {
            CutoffTime::At(time) => time.to_string(),
            CutoffTime::CloseOfBusiness => tell!(locale, "close of business", "下班时", "下班時"),
        };
        let days: Vec<(Weekday, CutoffTime)> =
            WEEK.into_iter().zip(cutoff.at).filter_map(|(day, at)| Some((day, at?))).collect();
        let same = days.iter().all(|(_, at)| Some(at) == days.first().map(|(_, first)| first));
        let times = if same && days.len() == WEEK.len() {
            days.first().map(|&(_, at)| time(at)).unwrap_or_default()
        } else {
            let days = days.iter().map(|&(day, at)| {
                let (day, time) = (weekday(locale, day), time(at));
                tell!(locale, "{day} {time}", "{day} {time}", "{day} {time}")
            });
            days.collect::<Vec<_>>().join(self.comma())
        };
        let when = match cutoff.bound {
            Bound::Inclusive => tell!(locale, "after {times}", "{times} 之后", "{times} 之後"),
            Bound::Exclusive => tell!(locale, "at {times} or later", "{times} 及之后", "{times} 及之後"),
        };
        match cutoff.late {
            LateReceipt::NextCalendarDay => tell!(
                locale,
                "what comes in {when} counts as received on the next day",
                "{when}收到的视为次日收到",
                "{when}收到的視為次日收到"
            ),
            LateReceipt::NextWorkingDay => tell!(
                locale,
                "what comes in {when} counts as received on the next working day",
                "{when}收到的视为下一工作日收到",
                "{when}收到的視為下一工作日收到"
            ),
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

pub(super) const WEEK: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

pub(super) fn weekday(locale: Locale, day: Weekday) -> String {
    let chinese = match day {
        Weekday::Mon => "一",
        Weekday::Tue => "二",
        Weekday::Wed => "三",
        Weekday::Thu => "四",
        Weekday::Fri => "五",
        Weekday::Sat => "六",
        Weekday::Sun => "日",
    };
    tell!(locale, "{day}", "周{chinese}", "週{chinese}")
}
