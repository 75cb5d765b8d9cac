//! The rule of one deadline.

use core::fmt;

use chrono::{DateTime, Utc, Weekday};

use crate::calendar::reading::Fold;
use crate::calendar::{LocalTime, Span};
use crate::text::text_enum::text_enum;

/// A rule that turns the instant of an event into a due date.
///
/// The parts are applied in one order, always: anchor, intake cut-off, closed start, first day, count,
/// extensions, pauses, roll (once), end.
///
/// # Example: two days, cut-off 16:30, rolled past holidays
///
/// ```
/// use redress::calendar::LocalTime;
/// use redress::deadline::{Cutoff, End, Roll, Term};
/// use redress::deadline::choice::LateReceipt;
///
/// const CUT_OFF: LocalTime = LocalTime::from_static("16:30");
/// let two_days = Term::calendar_days(2)
///     .with_cutoff(Cutoff::daily(CUT_OFF, LateReceipt::NextCalendarDay))
///     .with_end(End::at(CUT_OFF))
///     .with_roll(Roll::FOLLOWING);
/// assert_eq!(two_days.fault(), None);
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Term {
    pub(crate) count: Count,
    pub(crate) first_day: FirstDay,
    pub(crate) intake: Option<Cutoff>,
    pub(crate) closed_start: ClosedStart,
    pub(crate) month_end: MonthEnd,
    pub(crate) end: End,
    pub(crate) roll: Roll,
}

/// How much is counted, and in what.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(clippy::exhaustive_enums, reason = "the units of the algebra; a new one must break every reader")]
pub enum Count {
    /// Real time from the instant of the event.
    Elapsed(#[serde(serialize_with = "seconds")] Span),
    /// Working time of the calendar from the instant of the event.
    Working(#[serde(serialize_with = "seconds")] Span),
    /// Days of the calendar month, whether worked or not.
    CalendarDays(u32),
    /// Working days after the day of the event; 0 is that day.
    WorkingDays(u32),
    /// Weeks: the same weekday.
    Weeks(u32),
    /// Months: the same day number, or the last day of a shorter month.
    Months(u32),
    /// An instant that somebody chose, such as a promise. It never moves.
    At(#[serde(with = "crate::calendar::instant")] DateTime<Utc>),
}

/// Whether the day of the event is counted.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a day is counted or it is not")]
pub enum FirstDay {
    /// It is day 0: one day later is tomorrow.
    #[default]
    DayZero,
    /// It is day 1 ("commencing on"): working days start with the first working day on or after it; weeks
    /// and months end a day earlier.
    DayOne,
}

text_enum!(FirstDay = "a" "first day" { DayZero = "day-zero", DayOne = "day-one" });

/// A time of day after which a receipt counts as a later one.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Cutoff {
    /// By weekday from Monday; a weekday without a cut-off keeps every receipt.
    pub(crate) at: [Option<CutoffTime>; 7],
    pub(crate) bound: Bound,
    pub(crate) late: LateReceipt,
}

/// The time of a cut-off.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a time, or the end of the day's hours")]
pub enum CutoffTime {
    /// A time of day.
    At(LocalTime),
    /// When the day's last hours end, on short days too. A day without hours has no such cut-off.
    CloseOfBusiness,
}

impl From<LocalTime> for CutoffTime {
    fn from(time: LocalTime) -> Self {
        Self::At(time)
    }
}

/// What a receipt after the cut-off counts as.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the two readings in use")]
pub enum LateReceipt {
    /// As one on the next date.
    NextCalendarDay,
    /// As one on the next working day.
    ///
    /// Where a receipt on a closed day counts as one on that day, a receipt on Saturday then counts as
    /// earlier than one on Friday evening; [`ClosedStart::NextWorkingDay`] treats both alike.
    NextWorkingDay,
}

text_enum!(LateReceipt = "a" "reading of a late receipt" {
    NextCalendarDay = "next-calendar-day",
    NextWorkingDay = "next-working-day",
});

/// What a receipt on a day without work counts as.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the two readings in use (catalogue A06)")]
pub enum ClosedStart {
    /// As what it is.
    #[default]
    Keep,
    /// As one on the next working day.
    NextWorkingDay,
    /// A receipt outside working hours, on any day, counts as one at the next opening. Elapsed and working time take it
    /// too.
    NextOpening,
}

text_enum!(ClosedStart = "a" "reading of a closed start" {
    Keep = "keep",
    NextWorkingDay = "next-working-day",
    NextOpening = "next-opening",
});

/// What the end of a month means for a count.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the readings in use")]
pub enum MonthEnd {
    /// Nothing: 28 February and 1 month is 28 March.
    #[default]
    Ignore,
    /// Months from the end of a month lead to the end of a month: 28 February and 1 month is 31 March.
    Keep,
    /// The count starts at the end of the month: the end of this month, then 45 days.
    Before,
    /// The counted date moves to the end of its month: 45 days, then the end of that month.
    After,
}

text_enum!(MonthEnd = "a" "reading of the end of a month" {
    Ignore = "ignore",
    Keep = "keep",
    Before = "before",
    After = "after",
});

/// Whether an instant that equals a limit is still in time.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[expect(clippy::exhaustive_enums, reason = "a limit includes its instant or not")]
pub enum Bound {
    /// Equal is late. At equal instants this is the earlier limit.
    Exclusive,
    /// Equal is in time.
    #[default]
    Inclusive,
}

text_enum!(Bound = "a" "bound" { Exclusive = "exclusive", Inclusive = "inclusive" });

/// The time of day at which a due date falls due.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct End {
    pub(crate) at: EndAt,
    pub(crate) bound: Bound,
    pub(crate) fold: Fold,
}

/// The kinds of [`End`].
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the ends of the algebra; a new one must break every reader")]
pub enum EndAt {
    /// The event's own time of day. Of two receipts that fall due on one date the later may then be due earlier
    /// in the day: one on Friday at 17:00, one on Saturday at 10:00 that rolls with it to Monday.
    SameTime,
    /// A named time of day.
    At(LocalTime),
    /// When the day's first hours start.
    Opening,
    /// When the day's last hours end.
    CloseOfBusiness,
    /// The next local midnight, which is too late already: shown as 24:00.
    EndOfDay,
}

/// What happens to a due date on a day without work.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Roll {
    pub(crate) rule: RollRule,
    /// The end on the day it rolled to, where that differs (catalogue A09).
    pub(crate) end: Option<End>,
}

/// The directions of a [`Roll`].
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the conventions of business calendars")]
pub enum RollRule {
    /// It stays.
    #[default]
    None,
    /// The next working day.
    Following,
    /// The previous working day.
    Preceding,
    /// The next working day, or the previous one where the next lies in another month.
    ModifiedFollowing,
}

text_enum!(RollRule = "a" "rule of a roll" {
    None = "none",
    Following = "following",
    Preceding = "preceding",
    ModifiedFollowing = "modified-following",
});

impl Term {
    /// Real time from the instant of the event. It asks nothing of a calendar unless it rolls.
    #[must_use]
    pub const fn elapsed(amount: Span) -> Self {
        Self::of(Count::Elapsed(amount))
    }

    /// Working time from the instant of the event.
    #[must_use]
    pub const fn working(amount: Span) -> Self {
        Self::of(Count::Working(amount))
    }

    /// A number of calendar days after the day of the event.
    #[must_use]
    pub const fn calendar_days(days: u32) -> Self {
        Self::of(Count::CalendarDays(days))
    }

    /// A number of working days after the day of the event.
    #[must_use]
    pub const fn working_days(days: u32) -> Self {
        Self::of(Count::WorkingDays(days))
    }

    /// A number of weeks after the day of the event.
    #[must_use]
    pub const fn weeks(weeks: u32) -> Self {
        Self::of(Count::Weeks(weeks))
    }

    /// A number of months after the day of the event.
    #[must_use]
    pub const fn months(months: u32) -> Self {
        Self::of(Count::Months(months))
    }

    /// An instant that somebody chose.
    #[must_use]
    pub const fn at(instant: DateTime<Utc>) -> Self {
        Self::of(Count::At(instant))
    }

    /// A count with every other part at its default: day zero, no cut-off, the event's own time of day,
    /// inclusive, no roll.
    #[must_use]
    pub const fn of(count: Count) -> Self {
        Self {
            count,
            first_day: FirstDay::DayZero,
            intake: None,
            closed_start: ClosedStart::Keep,
            month_end: MonthEnd::Ignore,
            end: End::SAME_TIME,
            roll: Roll::NONE,
        }
    }

    /// Chooses whether the day of the event is counted.
    #[must_use]
    pub const fn with_first_day(mut self, first_day: FirstDay) -> Self {
        self.first_day = first_day;
        self
    }

    /// Sets an intake cut-off.
    #[must_use]
    pub const fn with_cutoff(mut self, cutoff: Cutoff) -> Self {
        self.intake = Some(cutoff);
        self
    }

    /// Chooses what a receipt on a day without work counts as.
    #[must_use]
    pub const fn with_closed_start(mut self, closed_start: ClosedStart) -> Self {
        self.closed_start = closed_start;
        self
    }

    /// Chooses what the end of a month means.
    ///
    /// # Example: 45 days, end of month
    ///
    /// ```
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
    /// # use redress::deadline::{Anchors, Deadline, End, Term};
    /// # use redress::deadline::choice::MonthEnd;
    /// # use redress::vocab::Anchor;
    /// # let utc = chrono::FixedOffset::east_opt(0).ok_or("offset")?;
    /// # let calendar = Calendar::builder("desk", Zone::fixed(utc, KnownDays::years(2026, 2026)?)?)
    /// #     .week(WeekPattern::weekdays([Hours::from_static("08:00-16:30")]))
    /// #     .build()?;
    /// let received = Anchors::received("2026-01-10T10:00:00Z".parse()?);
    /// let after = Term::calendar_days(45).with_month_end(MonthEnd::After).with_end(End::END_OF_DAY);
    /// let due = Deadline::from(after).due(&calendar, Anchor::RECEIVED, &received)?;
    /// assert_eq!(due.at().to_rfc3339(), "2026-03-01T00:00:00+00:00"); // 24 February, so 28 February 24:00
    ///
    /// let before = Term::calendar_days(45).with_month_end(MonthEnd::Before).with_end(End::END_OF_DAY);
    /// let due = Deadline::from(before).due(&calendar, Anchor::RECEIVED, &received)?;
    /// assert_eq!(due.at().to_rfc3339(), "2026-03-18T00:00:00+00:00"); // 31 January, and 45 days
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub const fn with_month_end(mut self, month_end: MonthEnd) -> Self {
        self.month_end = month_end;
        self
    }

    /// Sets the time of day at which the due date falls due.
    #[must_use]
    pub const fn with_end(mut self, end: End) -> Self {
        self.end = end;
        self
    }

    /// Sets what happens to a due date on a day without work.
    #[must_use]
    pub const fn with_roll(mut self, roll: Roll) -> Self {
        self.roll = roll;
        self
    }

    /// What is counted.
    #[must_use]
    pub const fn count(&self) -> Count {
        self.count
    }

    /// Returns the time of day at which the due date falls due.
    #[must_use]
    pub const fn end(&self) -> End {
        self.end
    }

    /// Returns why a policy refuses the term, if it does: its parts contradict each other, or it can end at or before
    /// its own start, or it leads beyond the year 9999 for every receipt.
    #[must_use]
    pub const fn fault(&self) -> Option<TermFault> {
        match self.contradiction() {
            Some(fault) => Some(fault),
            None => self.nonsense(),
        }
    }

    /// Why a term makes no sense although it has a date.
    const fn nonsense(&self) -> Option<TermFault> {
        match self.count {
            Count::Elapsed(span) | Count::Working(span) => {
                if span.as_seconds() == 0 {
                    Some(TermFault::Nothing)
                } else if span.as_seconds() > MOST_SECONDS {
                    Some(TermFault::TooMuch { count: self.count })
                } else {
                    None
                }
            }
            Count::CalendarDays(n) | Count::WorkingDays(n) | Count::Weeks(n) | Count::Months(n) => {
                if n > self.count.most() {
                    Some(TermFault::TooMuch { count: self.count })
                } else if n > 0 || matches!(self.month_end, MonthEnd::After | MonthEnd::Before) {
                    None
                } else if matches!(self.end.at, EndAt::SameTime) {
                    Some(TermFault::Nothing)
                } else if self.ends_after_every_receipt() {
                    None
                } else {
                    Some(TermFault::EndsBeforeStart)
                }
            }
            Count::At(_) => None,
        }
    }

    /// Why the parts contradict each other, if they do: a due date of such a term is an error.
    #[expect(clippy::inline_always, reason = "a result with an error in it would go through memory")]
    #[inline(always)]
    pub(crate) const fn contradiction(&self) -> Option<TermFault> {
        let rolls = !matches!(self.roll.rule, RollRule::None);
        match self.count {
            Count::At(at) => {
                let plain = self.intake.is_none()
                    && matches!(self.closed_start, ClosedStart::Keep)
                    && matches!(self.first_day, FirstDay::DayZero)
                    && matches!(self.end.at, EndAt::SameTime)
                    && matches!(self.month_end, MonthEnd::Ignore)
                    && !rolls;
                if !plain {
                    Some(TermFault::AtMoves)
                } else if is_writable(at) {
                    None
                } else {
                    Some(TermFault::AtUnwritable)
                }
            }
            Count::Elapsed(_) | Count::Working(_) => {
                if self.intake.is_some() {
                    Some(TermFault::CutoffOfSpan)
                } else if matches!(self.closed_start, ClosedStart::NextWorkingDay) {
                    Some(TermFault::ClosedStartOfSpan)
                } else if !matches!(self.month_end, MonthEnd::Ignore) {
                    Some(TermFault::MonthEndOfSpan)
                } else if !matches!(self.first_day, FirstDay::DayZero) {
                    Some(TermFault::DayOneOfSpan)
                } else if !matches!(self.end.at, EndAt::SameTime) {
                    Some(TermFault::EndOfSpan)
                } else if rolls && matches!(self.count, Count::Working(_)) {
                    Some(TermFault::RollOfWorkingTime)
                } else {
                    None
                }
            }
            Count::CalendarDays(n) | Count::WorkingDays(n) | Count::Weeks(n) | Count::Months(n) => {
                let on_working_day = matches!(self.count, Count::WorkingDays(1..)) || rolls;
                let no_cutoff = matches!(self.intake, Some(Cutoff { at: NO_WEEKDAY, .. }));
                if no_cutoff {
                    Some(TermFault::EmptyCutoff)
                } else if n == 0 && matches!(self.first_day, FirstDay::DayOne) {
                    Some(TermFault::NothingFromDayOne)
                } else if matches!(self.end.at, EndAt::Opening | EndAt::CloseOfBusiness) && !on_working_day {
                    Some(TermFault::NoBusinessHours)
                } else if matches!(self.month_end, MonthEnd::Keep) && !matches!(self.count, Count::Months(_))
                {
                    Some(TermFault::MonthEndOfDays)
                } else {
                    None
                }
            }
        }
    }
}

impl Term {
    /// Whether it ends at its own start: nothing is counted, and the time of day stays.
    pub(crate) const fn is_nothing(&self) -> bool {
        matches!(self.fault(), Some(TermFault::Nothing))
    }

    /// Whether a term of no days ends after every receipt of its day: with the day, or behind the cut-off.
    pub(crate) const fn ends_after_every_receipt(&self) -> bool {
        match (self.end.at, self.intake) {
            (EndAt::EndOfDay, _) => true,
            (EndAt::At(_) | EndAt::CloseOfBusiness, Some(cutoff)) => cutoff.is_before(self.end),
            (EndAt::At(_) | EndAt::SameTime | EndAt::Opening | EndAt::CloseOfBusiness, _) => false,
        }
    }
}

impl Cutoff {
    /// Whether every weekday has a cut-off no later than an end.
    const fn is_before(&self, end: End) -> bool {
        let strict = matches!((self.bound, end.bound), (Bound::Inclusive, Bound::Exclusive));
        let end = end.at;
        let [mon, tue, wed, thu, fri, sat, sun] = self.at;
        is_by(mon, end, strict)
            && is_by(tue, end, strict)
            && is_by(wed, end, strict)
            && is_by(thu, end, strict)
            && is_by(fri, end, strict)
            && is_by(sat, end, strict)
            && is_by(sun, end, strict)
    }

    /// The same cut-off on every day; a receipt at that very time is in time.
    #[must_use]
    pub const fn daily(at: LocalTime, late: LateReceipt) -> Self {
        Self { at: [Some(CutoffTime::At(at)); 7], bound: Bound::Inclusive, late }
    }

    /// The close of business of each day; a receipt at that very time is in time.
    #[must_use]
    pub const fn closing(late: LateReceipt) -> Self {
        Self { at: [Some(CutoffTime::CloseOfBusiness); 7], bound: Bound::Inclusive, late }
    }

    /// No cut-off on any weekday, to set some of them.
    #[must_use]
    pub const fn by_weekday(late: LateReceipt) -> Self {
        Self { at: [None; 7], bound: Bound::Inclusive, late }
    }

    /// Sets the cut-off of one weekday.
    #[must_use]
    pub fn with_weekday(mut self, weekday: Weekday, at: impl Into<CutoffTime>) -> Self {
        if let Some(day) = self.at.get_mut(weekday.num_days_from_monday() as usize) {
            *day = Some(at.into());
        }
        self
    }

    /// Chooses whether a receipt at the very cut-off is in time.
    #[must_use]
    pub const fn with_bound(mut self, bound: Bound) -> Self {
        self.bound = bound;
        self
    }
}

impl End {
    /// The event's own time of day, inclusive.
    pub const SAME_TIME: Self = Self::of(EndAt::SameTime);
    /// The day's first opening, inclusive.
    pub const OPENING: Self = Self::of(EndAt::Opening);
    /// The day's close of business, inclusive.
    pub const CLOSE_OF_BUSINESS: Self = Self::of(EndAt::CloseOfBusiness);
    /// The next midnight, exclusive: the whole day is in time.
    pub const END_OF_DAY: Self = Self::of(EndAt::EndOfDay).with_bound(Bound::Exclusive);

    /// A named time of day, inclusive.
    #[must_use]
    pub const fn at(time: LocalTime) -> Self {
        Self::of(EndAt::At(time))
    }

    const fn of(at: EndAt) -> Self {
        Self { at, bound: Bound::Inclusive, fold: Fold::Earlier }
    }

    /// Chooses whether the very instant is in time.
    #[must_use]
    pub const fn with_bound(mut self, bound: Bound) -> Self {
        self.bound = bound;
        self
    }

    /// Chooses the instant where the wall clock shows the time twice.
    #[must_use]
    pub const fn with_fold(mut self, fold: Fold) -> Self {
        self.fold = fold;
        self
    }
}

impl Default for End {
    fn default() -> Self {
        Self::SAME_TIME
    }
}

impl Roll {
    /// A due date stays where it falls.
    pub const NONE: Self = Self::by(RollRule::None);
    /// To the next working day.
    pub const FOLLOWING: Self = Self::by(RollRule::Following);
    /// To the previous working day.
    pub const PRECEDING: Self = Self::by(RollRule::Preceding);
    /// To the next working day of the month, or the previous one.
    pub const MODIFIED_FOLLOWING: Self = Self::by(RollRule::ModifiedFollowing);

    const fn by(rule: RollRule) -> Self {
        Self { rule, end: None }
    }

    /// Sets the time of day on a day that was rolled to, where it is not the term's own.
    #[must_use]
    pub const fn with_end(mut self, end: End) -> Self {
        self.end = Some(end);
        self
    }
}

impl Default for Roll {
    fn default() -> Self {
        Self::NONE
    }
}

impl Count {
    /// Whether two counts are of one unit, so that one can take the other's place.
    #[must_use]
    pub const fn same_unit(self, other: Self) -> bool {
        match self {
            Self::Elapsed(_) => matches!(other, Self::Elapsed(_)),
            Self::Working(_) => matches!(other, Self::Working(_)),
            Self::CalendarDays(_) => matches!(other, Self::CalendarDays(_)),
            Self::WorkingDays(_) => matches!(other, Self::WorkingDays(_)),
            Self::Weeks(_) => matches!(other, Self::Weeks(_)),
            Self::Months(_) => matches!(other, Self::Months(_)),
            Self::At(_) => false,
        }
    }

    /// The most of the unit that leads from one date that can be written to another.
    const fn most(self) -> u32 {
        match self {
            Self::CalendarDays(_) | Self::WorkingDays(_) => MOST_DAYS,
            Self::Weeks(_) => MOST_WEEKS,
            Self::Months(_) => MOST_MONTHS,
            Self::Elapsed(_) | Self::Working(_) | Self::At(_) => u32::MAX,
        }
    }

    /// Whether it is one day, by which the first day is the last one where that is counted.
    pub(crate) const fn is_one_day(self) -> bool {
        matches!(self, Self::CalendarDays(1) | Self::WorkingDays(1))
    }

    /// Whether it ends on a date, and not a span after an instant.
    #[must_use]
    pub const fn is_of_days(self) -> bool {
        match self {
            Self::CalendarDays(_) | Self::WorkingDays(_) | Self::Weeks(_) | Self::Months(_) => true,
            Self::Elapsed(_) | Self::Working(_) | Self::At(_) => false,
        }
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let days = |f: &mut fmt::Formatter<'_>, n: u32, unit: &str| {
            write!(f, "{n} {unit}{}", if n == 1 { "" } else { "s" })
        };
        match *self {
            Self::Elapsed(span) => write!(f, "{span} elapsed"),
            Self::Working(span) => write!(f, "{span} of working time"),
            Self::CalendarDays(n) => days(f, n, "calendar day"),
            Self::WorkingDays(n) => days(f, n, "working day"),
            Self::Weeks(n) => days(f, n, "week"),
            Self::Months(n) => days(f, n, "month"),
            Self::At(at) => f.write_str(&crate::calendar::instant::format(at)),
        }
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature that serde asks for")]
fn seconds<S: serde::Serializer>(span: &Span, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_u64(span.as_seconds())
}

/// Whether there is a cut-off and it lies before an end, or at the end where that is enough.
const fn is_by(cutoff: Option<CutoffTime>, end: EndAt, strict: bool) -> bool {
    match (cutoff, end) {
        (Some(CutoffTime::At(cutoff)), EndAt::At(end)) => {
            cutoff.seconds() < end.seconds() || (!strict && cutoff.seconds() == end.seconds())
        }
        (Some(CutoffTime::CloseOfBusiness), EndAt::CloseOfBusiness) => !strict,
        (
            None | Some(CutoffTime::At(_) | CutoffTime::CloseOfBusiness),
            EndAt::SameTime | EndAt::At(_) | EndAt::Opening | EndAt::CloseOfBusiness | EndAt::EndOfDay,
        ) => false,
    }
}

/// The days, weeks, months and seconds of the years 1 to 9999: a longer term has no due date for any receipt.
const MOST_DAYS: u32 = 3_652_059;
const MOST_WEEKS: u32 = 521_722;
const MOST_MONTHS: u32 = 119_988;
const MOST_SECONDS: u64 = 315_537_897_600;

/// No cut-off on any weekday.
const NO_WEEKDAY: [Option<CutoffTime>; 7] = [None; 7];

/// Whether an instant can be written: RFC 3339 has four digits for a year, and second 60 is the next minute.
const fn is_writable(at: DateTime<Utc>) -> bool {
    // 0001-01-01T00:00:00Z, and the end of the year 9999.
    const FIRST: i64 = -62_135_596_800;
    const END: i64 = 253_402_300_800;
    let seconds = at.timestamp();
    FIRST <= seconds && seconds < END && at.timestamp_subsec_nanos() < 1_000_000_000
}

/// Parts of a term that contradict each other.
#[derive(Clone, Copy, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum TermFault {
    /// A span starts at an instant, so a cut-off would have nothing to move.
    #[error("an intake cut-off on elapsed or working time, expected a count of days, weeks or months")]
    CutoffOfSpan,
    /// The same for a start on a day without work.
    #[error("a closed start on elapsed or working time, expected a count of days, weeks or months")]
    ClosedStartOfSpan,
    /// The same for the first day.
    #[error("day one on elapsed or working time, expected a count of days, weeks or months")]
    DayOneOfSpan,
    /// A span ends at an instant of its own.
    #[error("an end of day on elapsed or working time, expected the same time, or an end of its roll")]
    EndOfSpan,
    /// Working time ends in working time, so there is nothing to roll.
    #[error("a roll of working time, expected none: it always ends in working time")]
    RollOfWorkingTime,
    /// A chosen instant does not move.
    #[error("a chosen instant with a cut-off, a first day, an end or a roll, expected the instant alone")]
    AtMoves,
    /// A chosen instant that no document can have.
    #[error(
        "a chosen instant that cannot be written, expected one of the years 1 to 9999 that is no leap second"
    )]
    AtUnwritable,
    /// A cut-off on no weekday cuts nothing off.
    #[error("an intake cut-off on no weekday, expected one on every day or on some")]
    EmptyCutoff,
    /// A span has no month.
    #[error("a month end on elapsed or working time, expected a count of days, weeks or months")]
    MonthEndOfSpan,
    /// Only months lead from the end of a month to the end of a month.
    #[error("the month end is kept for a count of days or weeks, expected months")]
    MonthEndOfDays,
    /// A term that ends at its own start.
    #[error("a term of nothing, expected at least 1, or an end of the day")]
    Nothing,
    /// A term of no days that can end before its own start.
    #[error(
        "no days and an end before the end of the day, expected a cut-off at or before that end, or `end-of-day`: a later receipt would be due before it was received"
    )]
    EndsBeforeStart,
    /// More than lies between the years 1 and 9999.
    #[error("{count} lead beyond the year 9999 for every receipt, expected less")]
    TooMuch {
        /// The amount.
        count: Count,
    },
    /// "Commencing on" with nothing to count.
    #[error("a count of 0 from day one, expected at least 1")]
    NothingFromDayOne,
    /// The day of the end may have no opening and no close of business.
    #[error(
        "an end at opening or close of business on what may be a day without, expected working days or a roll"
    )]
    NoBusinessHours,
}
