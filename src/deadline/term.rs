//! The rule of one deadline.

use core::fmt;

use chrono::{DateTime, Utc, Weekday};

use crate::calendar::reading::Fold;
use crate::calendar::{LocalTime, Span};
use crate::text::text_enum::text_enum;

/// A rule that turns the instant of an event into a due date.
///
/// The parts of a term are always applied in this order, whatever the order in which they were set:
///
/// | Step | Part | Default | Set by |
/// |---|---|---|---|
/// | 1 | A receipt after the cut-off counts on a later date. | no cut-off | [`with_cutoff`] |
/// | 2 | A receipt on a closed day counts on a later one. | it counts as it is | [`with_closed_start`] |
/// | 3 | The count starts at the end of the month. | on the date | [`with_month_end`] |
/// | 4 | The amount is counted. | from day zero | [`of`](Self::of), [`with_first_day`] |
/// | 5 | The counted date moves to the end of its month. | it stays | [`with_month_end`] |
/// | 6 | A closed date rolls to a working day, once. | it stays | [`with_roll`] |
/// | 7 | The date ends at a time of day. | the event's time | [`with_end`] |
///
/// [`with_cutoff`]: Self::with_cutoff
/// [`with_closed_start`]: Self::with_closed_start
/// [`with_month_end`]: Self::with_month_end
/// [`with_first_day`]: Self::with_first_day
/// [`with_roll`]: Self::with_roll
/// [`with_end`]: Self::with_end
///
/// Pauses and extensions belong to a [`Clock`](crate::deadline::Clock). They change the counted date after step 5,
/// which then rolls and ends as above.
///
/// Not every combination makes sense. [`fault`](Self::fault) says what is wrong with a term, and [`hint`](Self::hint)
/// what is surprising about it.
///
/// # Example: two calendar days, cut-off at 16:30, past the weekend
///
/// ```
/// # use redress::deadline::{Anchors, Cutoff, Deadline, End, Roll, Term, choice::LateReceipt};
/// # use redress::{calendar::LocalTime, sample, vocab::Anchor};
/// const HALF_PAST_FOUR: LocalTime = LocalTime::from_static("16:30");
/// let two_days = Term::calendar_days(2)
///     .with_cutoff(Cutoff::daily(HALF_PAST_FOUR, LateReceipt::NextCalendarDay))
///     .with_end(End::at(HALF_PAST_FOUR))
///     .with_roll(Roll::FOLLOWING);
/// assert_eq!(two_days.fault(), None);
///
/// let calendar = sample::calendar()?;
/// let evening = Anchors::received("2026-03-04T18:00:00+01:00".parse()?); // Wednesday, so it counts as Thursday
/// let due = Deadline::from(two_days).due(&calendar, Anchor::RECEIVED, &evening)?;
/// assert_eq!(calendar.local(due.at())?.to_string(), "2026-03-09 16:30:00"); // Saturday rolls to Monday
/// # Ok::<(), Box<dyn std::error::Error>>(())
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

/// The amount of a term and its unit.
///
/// ```
/// use redress::calendar::Span;
/// use redress::deadline::Count;
///
/// assert_eq!(Count::WorkingDays(1).to_string(), "1 working day");
/// assert_eq!(Count::Working(Span::hours(8)).to_string(), "8 h of working time");
/// assert!(Count::WorkingDays(1).is_of_days());
/// assert!(!Count::WorkingDays(1).same_unit(Count::CalendarDays(1)));
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(clippy::exhaustive_enums, reason = "the units of the algebra; a new one must break every reader")]
pub enum Count {
    /// Real time after the instant of the event. Serialised as seconds.
    Elapsed(#[serde(serialize_with = "seconds")] Span),
    /// Working time of the calendar after the instant of the event. Serialised as seconds.
    Working(#[serde(serialize_with = "seconds")] Span),
    /// Days after the date of the event, worked or not.
    CalendarDays(u32),
    /// Working days after the date of the event. 0 is that date itself, even if it is closed.
    WorkingDays(u32),
    /// Weeks after the date of the event: the same weekday.
    Weeks(u32),
    /// Months after the date of the event: the same day of the month, or the last day of a shorter month.
    Months(u32),
    /// An instant that somebody chose, such as a promise. Neither a calendar nor a pause moves it.
    At(#[serde(with = "crate::calendar::instant")] DateTime<Utc>),
}

/// Whether the day of the event counts as the first day.
///
/// # Example: one working day from a Monday
///
/// ```
/// # use redress::deadline::{Anchors, Deadline, End, Term, choice::FirstDay};
/// # use redress::{sample, vocab::Anchor};
/// let calendar = sample::calendar()?;
/// let monday = Anchors::received("2026-03-02T10:00:00+01:00".parse()?);
/// let one_day = Term::working_days(1).with_end(End::CLOSE_OF_BUSINESS);
/// for (first_day, expected) in [
///     (FirstDay::DayZero, "2026-03-03 17:00:00"),
///     (FirstDay::DayOne, "2026-03-02 17:00:00"), // Monday is the first day, and the last one
/// ] {
///     let deadline = Deadline::from(one_day.with_first_day(first_day));
///     let due = deadline.due(&calendar, Anchor::RECEIVED, &monday)?;
///     assert_eq!(calendar.local(due.at())?.to_string(), expected);
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a day is counted or it is not")]
pub enum FirstDay {
    /// The day of the event is day 0: one day later is tomorrow.
    #[default]
    DayZero,
    /// The day of the event is day 1 ("commencing on"): one calendar day ends on the same date.
    ///
    /// Working days start with the first working day on or after the event. Weeks and months end a day earlier than
    /// from day zero.
    DayOne,
}

text_enum!(FirstDay = "a" "first day" { DayZero = "day-zero", DayOne = "day-one" });

/// A time of day after which a receipt counts as one of a later date.
///
/// The same time may hold on every day ([`daily`](Self::daily), [`closing`](Self::closing)), or each weekday may have
/// its own. A receipt on a weekday without a cut-off always counts on its own date. The cut-off changes the date alone:
/// an end at the [same time](EndAt::SameTime) is still the time of day of the receipt.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Cutoff {
    /// From Monday to Sunday. A weekday without a cut-off keeps every receipt.
    pub(crate) at: [Option<CutoffTime>; 7],
    pub(crate) bound: Bound,
    pub(crate) late: LateReceipt,
}

/// The time of a [`Cutoff`] on one weekday.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a time, or the end of the day's hours")]
pub enum CutoffTime {
    /// A time of day of the calendar's zone.
    At(LocalTime),
    /// The end of the day's last working hours, also on short days. A day without hours has no such cut-off.
    CloseOfBusiness,
}

impl From<LocalTime> for CutoffTime {
    fn from(time: LocalTime) -> Self {
        Self::At(time)
    }
}

/// The date as which a receipt after the cut-off counts.
///
/// # Example: Friday evening
///
/// ```
/// # use redress::deadline::{Anchors, Cutoff, Deadline, Term, choice::LateReceipt};
/// # use redress::{sample, vocab::Anchor};
/// let calendar = sample::calendar()?;
/// let friday = Anchors::received("2026-03-06T18:00:00+01:00".parse()?);
/// for (late, expected) in [
///     (LateReceipt::NextCalendarDay, "2026-03-08 18:00:00"), // counts as Saturday, and one day
///     (LateReceipt::NextWorkingDay, "2026-03-10 18:00:00"),  // counts as Monday, and one day
/// ] {
///     let one_day = Deadline::from(Term::calendar_days(1).with_cutoff(Cutoff::closing(late)));
///     let due = one_day.due(&calendar, Anchor::RECEIVED, &friday)?;
///     assert_eq!(calendar.local(due.at())?.to_string(), expected);
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the two readings in use")]
pub enum LateReceipt {
    /// The next date, worked or not.
    NextCalendarDay,
    /// The next working day.
    ///
    /// With [`ClosedStart::Keep`], a receipt on Saturday then counts as earlier than one on Friday evening, which
    /// counts as Monday. [`ClosedStart::NextWorkingDay`] treats both alike.
    NextWorkingDay,
}

text_enum!(LateReceipt = "a" "reading of a late receipt" {
    NextCalendarDay = "next-calendar-day",
    NextWorkingDay = "next-working-day",
});

/// When the count starts if a receipt arrives on a closed day or outside working hours.
///
/// # Example: two calendar days from a Saturday
///
/// ```
/// # use redress::deadline::{Anchors, Deadline, Term, choice::ClosedStart};
/// # use redress::{sample, vocab::Anchor};
/// let calendar = sample::calendar()?;
/// let saturday = Anchors::received("2026-03-07T20:00:00+01:00".parse()?);
/// for (closed_start, expected) in [
///     (ClosedStart::Keep, "2026-03-09 20:00:00"),
///     (ClosedStart::NextWorkingDay, "2026-03-11 20:00:00"), // counts as Monday, 20:00
///     (ClosedStart::NextOpening, "2026-03-11 09:00:00"),    // counts as Monday, 09:00
/// ] {
///     let two_days = Deadline::from(Term::calendar_days(2).with_closed_start(closed_start));
///     let due = two_days.due(&calendar, Anchor::RECEIVED, &saturday)?;
///     assert_eq!(calendar.local(due.at())?.to_string(), expected);
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the two readings in use")]
pub enum ClosedStart {
    /// On the date of the receipt, worked or not.
    #[default]
    Keep,
    /// On the next working day, at the time of day of the receipt. A receipt on a working day stays, at whatever time.
    NextWorkingDay,
    /// At the next opening, if the receipt arrives outside working hours. Terms of elapsed and of working time may have
    /// it too.
    NextOpening,
}

text_enum!(ClosedStart = "a" "reading of a closed start" {
    Keep = "keep",
    NextWorkingDay = "next-working-day",
    NextOpening = "next-opening",
});

/// What the end of a month means for a count.
///
/// # Example: one month after the last day of February
///
/// ```
/// # use redress::deadline::{Anchors, Deadline, Term, choice::MonthEnd};
/// # use redress::{sample, vocab::Anchor};
/// let calendar = sample::calendar()?;
/// let received = Anchors::received("2026-02-28T10:00:00+01:00".parse()?);
/// for (month_end, expected) in [
///     (MonthEnd::Ignore, "2026-03-28 10:00:00"),
///     (MonthEnd::Keep, "2026-03-31 10:00:00"),
/// ] {
///     let month = Deadline::from(Term::months(1).with_month_end(month_end));
///     let due = month.due(&calendar, Anchor::RECEIVED, &received)?;
///     assert_eq!(calendar.local(due.at())?.to_string(), expected);
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the readings in use")]
pub enum MonthEnd {
    /// Nothing: one month after February 28 is March 28.
    #[default]
    Ignore,
    /// From the last day of a month, months lead to the last day of a month: one month after February 28 is March 31.
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
///
/// Bounds are ordered: at one instant, an exclusive limit ends before an inclusive one.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[expect(clippy::exhaustive_enums, reason = "a limit includes its instant or not")]
pub enum Bound {
    /// An instant equal to the limit is late.
    Exclusive,
    /// An instant equal to the limit is in time.
    #[default]
    Inclusive,
}

text_enum!(Bound = "a" "bound" { Exclusive = "exclusive", Inclusive = "inclusive" });

/// The time of day at which a due date ends, and whether this very instant is in time.
///
/// Most ends are constants: [`End::SAME_TIME`], [`End::OPENING`], [`End::CLOSE_OF_BUSINESS`] and [`End::END_OF_DAY`].
/// [`End::at`] names a time.
///
/// # Example: the whole last day is in time
///
/// ```
/// # use redress::deadline::{Anchors, Deadline, End, Term};
/// # use redress::{sample, vocab::Anchor};
/// let calendar = sample::calendar()?;
/// let monday = Anchors::received("2026-03-02T10:00:00+01:00".parse()?);
/// let two_days = Deadline::from(Term::working_days(2).with_end(End::END_OF_DAY));
/// let due = two_days.due(&calendar, Anchor::RECEIVED, &monday)?;
/// assert_eq!(calendar.local(due.at())?.to_string(), "2026-03-05 00:00:00"); // Wednesday, 24:00
/// assert!(!due.is_met_at(due.at())); // midnight itself is too late
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct End {
    pub(crate) at: EndAt,
    pub(crate) bound: Bound,
    pub(crate) fold: Fold,
}

/// The kinds of [`End`].
///
/// # Example: a later receipt that is due earlier
///
/// ```
/// # use redress::deadline::{Anchors, Deadline, End, Roll, Term};
/// # use redress::{sample, vocab::Anchor};
/// let calendar = sample::calendar()?;
/// let two_days = Term::calendar_days(2).with_roll(Roll::FOLLOWING);
/// for (end, friday, saturday) in [
///     (End::SAME_TIME, "2026-03-09 16:00:00", "2026-03-09 10:00:00"),
///     (End::CLOSE_OF_BUSINESS, "2026-03-09 17:00:00", "2026-03-09 17:00:00"),
/// ] {
///     let deadline = Deadline::from(two_days.with_end(end));
///     for (received, expected) in [("2026-03-06T16:00:00+01:00", friday), ("2026-03-07T10:00:00+01:00", saturday)] {
///         let due = deadline.due(&calendar, Anchor::RECEIVED, &Anchors::received(received.parse()?))?;
///         assert_eq!(calendar.local(due.at())?.to_string(), expected);
///     }
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the ends of the algebra; a new one must break every reader")]
pub enum EndAt {
    /// The time of day of the event; the opening if the count starts at the [next opening](ClosedStart::NextOpening).
    ///
    /// A later receipt can then fall due earlier: received on Friday at 17:00 and on Saturday at 10:00, both may roll
    /// to Monday, where the first is due at 17:00 and the second at 10:00.
    SameTime,
    /// A time of day of the calendar's zone.
    At(LocalTime),
    /// The beginning of the day's first working hours.
    Opening,
    /// The end of the day's last working hours, on the next date for a night shift.
    CloseOfBusiness,
    /// The local midnight after the day, shown as 24:00. [`End::END_OF_DAY`] makes the midnight itself late.
    EndOfDay,
}

/// What happens to a due date that falls on a day without work.
///
/// # Example: a week that ends on Good Friday
///
/// ```
/// # use redress::deadline::{Anchors, Deadline, Roll, Term};
/// # use redress::{sample, vocab::Anchor};
/// let calendar = sample::calendar()?;
/// let friday = Anchors::received("2026-03-27T10:00:00+01:00".parse()?);
/// for (roll, expected) in [
///     (Roll::NONE, "2026-04-03 10:00:00"),
///     (Roll::FOLLOWING, "2026-04-07 10:00:00"), // Easter Monday is closed, too
///     (Roll::PRECEDING, "2026-04-02 10:00:00"),
/// ] {
///     let week = Deadline::from(Term::weeks(1).with_roll(roll));
///     let due = week.due(&calendar, Anchor::RECEIVED, &friday)?;
///     assert_eq!(calendar.local(due.at())?.to_string(), expected);
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Roll {
    pub(crate) rule: RollRule,
    /// The end on a date that was rolled to. `None` for the end of the term.
    pub(crate) end: Option<End>,
}

/// The directions of a [`Roll`].
///
/// No roll leads back to the event, or into a pause: if the previous working day would end too early, the date rolls to
/// the next working day.
///
/// # Example: a roll that would lead behind the event
///
/// ```
/// # use redress::deadline::{Anchors, Deadline, Roll, Term};
/// # use redress::{sample, vocab::Anchor};
/// let calendar = sample::calendar()?;
/// let one_day = Deadline::from(Term::calendar_days(1).with_roll(Roll::PRECEDING));
/// for (received, expected) in [
///     ("2026-03-06T10:00:00+01:00", "2026-03-09 10:00:00"), // Saturday would roll back to the event itself
///     ("2026-03-05T10:00:00+01:00", "2026-03-06 10:00:00"),
/// ] {
///     let due = one_day.due(&calendar, Anchor::RECEIVED, &Anchors::received(received.parse()?))?;
///     assert_eq!(calendar.local(due.at())?.to_string(), expected);
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the conventions of business calendars")]
pub enum RollRule {
    /// The date stays.
    #[default]
    None,
    /// To the next working day.
    Following,
    /// To the previous working day.
    Preceding,
    /// To the next working day, or to the previous one if the next lies in another month.
    ModifiedFollowing,
}

text_enum!(RollRule = "a" "rule of a roll" {
    None = "none",
    Following = "following",
    Preceding = "preceding",
    ModifiedFollowing = "modified-following",
});

impl Term {
    /// Creates a term of real time after the instant of the event.
    ///
    /// It needs no calendar unless it rolls or starts at the next opening.
    ///
    /// # Example: 24 hours from a Friday
    ///
    /// ```
    /// # use redress::deadline::{Anchors, Deadline, Term};
    /// # use redress::{calendar::Span, sample, vocab::Anchor};
    /// let calendar = sample::calendar()?;
    /// let friday = Anchors::received("2026-03-06T10:00:00+01:00".parse()?);
    /// let due = Deadline::from(Term::elapsed(Span::hours(24))).due(&calendar, Anchor::RECEIVED, &friday)?;
    /// assert_eq!(calendar.local(due.at())?.to_string(), "2026-03-07 10:00:00"); // Saturday
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn elapsed(amount: Span) -> Self {
        Self::of(Count::Elapsed(amount))
    }

    /// Creates a term of working time after the instant of the event.
    ///
    /// Only time within the hours of the calendar counts.
    ///
    /// # Example: 8 hours from Friday afternoon
    ///
    /// ```
    /// # use redress::deadline::{Anchors, Deadline, Term};
    /// # use redress::{calendar::Span, sample, vocab::Anchor};
    /// let calendar = sample::calendar()?; // 09:00 to 17:00
    /// let friday = Anchors::received("2026-03-06T16:00:00+01:00".parse()?);
    /// let due = Deadline::from(Term::working(Span::hours(8))).due(&calendar, Anchor::RECEIVED, &friday)?;
    /// assert_eq!(calendar.local(due.at())?.to_string(), "2026-03-09 16:00:00"); // Monday
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn working(amount: Span) -> Self {
        Self::of(Count::Working(amount))
    }

    /// Creates a term of calendar days after the date of the event, at the same time of day.
    ///
    /// # Example: a holiday on the due date
    ///
    /// ```
    /// # use redress::deadline::{Anchors, Deadline, Roll, Term};
    /// # use redress::{sample, vocab::Anchor};
    /// let calendar = sample::calendar()?;
    /// let wednesday = Anchors::received("2026-04-01T10:00:00+02:00".parse()?);
    /// let two_days = Term::calendar_days(2);
    /// let due = Deadline::from(two_days).due(&calendar, Anchor::RECEIVED, &wednesday)?;
    /// assert_eq!(calendar.local(due.at())?.to_string(), "2026-04-03 10:00:00"); // Good Friday
    /// let rolled = Deadline::from(two_days.with_roll(Roll::FOLLOWING));
    /// let due = rolled.due(&calendar, Anchor::RECEIVED, &wednesday)?;
    /// assert_eq!(calendar.local(due.at())?.to_string(), "2026-04-07 10:00:00"); // the Tuesday after Easter
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn calendar_days(days: u32) -> Self {
        Self::of(Count::CalendarDays(days))
    }

    /// Creates a term of working days after the date of the event, at the same time of day.
    ///
    /// The date of the event is day zero: it is not counted, even if it is a working day.
    ///
    /// # Example: received on a Saturday
    ///
    /// ```
    /// # use redress::deadline::{Anchors, Deadline, End, Term};
    /// # use redress::{sample, vocab::Anchor};
    /// let calendar = sample::calendar()?;
    /// let saturday = Anchors::received("2026-03-07T10:00:00+01:00".parse()?);
    /// let one_day = Deadline::from(Term::working_days(1).with_end(End::CLOSE_OF_BUSINESS));
    /// let due = one_day.due(&calendar, Anchor::RECEIVED, &saturday)?;
    /// assert_eq!(calendar.local(due.at())?.to_string(), "2026-03-09 17:00:00"); // Monday is day one
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn working_days(days: u32) -> Self {
        Self::of(Count::WorkingDays(days))
    }

    /// Creates a term of weeks after the date of the event: the same weekday and time of day.
    ///
    /// # Example: over the change to summer time
    ///
    /// ```
    /// # use redress::deadline::{Anchors, Deadline, Term};
    /// # use redress::{sample, vocab::Anchor};
    /// let calendar = sample::calendar()?;
    /// let wednesday = Anchors::received("2026-03-25T10:00:00+01:00".parse()?);
    /// let due = Deadline::from(Term::weeks(1)).due(&calendar, Anchor::RECEIVED, &wednesday)?;
    /// assert_eq!(due.at(), "2026-04-01T10:00:00+02:00".parse::<chrono::DateTime<chrono::Utc>>()?); // one hour less
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn weeks(weeks: u32) -> Self {
        Self::of(Count::Weeks(weeks))
    }

    /// Creates a term of months after the date of the event: the same day of the month and time of day.
    ///
    /// # Example: a month that is too short
    ///
    /// ```
    /// # use redress::deadline::{Anchors, Deadline, Term};
    /// # use redress::{sample, vocab::Anchor};
    /// let calendar = sample::calendar()?;
    /// let received = Anchors::received("2026-01-31T10:00:00+01:00".parse()?);
    /// let due = Deadline::from(Term::months(1)).due(&calendar, Anchor::RECEIVED, &received)?;
    /// assert_eq!(calendar.local(due.at())?.to_string(), "2026-02-28 10:00:00");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn months(months: u32) -> Self {
        Self::of(Count::Months(months))
    }

    /// Creates a term that is due at an instant that somebody chose, such as a promise to the customer.
    ///
    /// Neither a closed day nor a pause moves it, and it cannot be extended.
    ///
    /// # Example: promised for a Sunday
    ///
    /// ```
    /// # use redress::deadline::{Anchors, Deadline, Term};
    /// # use redress::{sample, vocab::Anchor};
    /// let promised = "2026-03-08T12:00:00+01:00".parse()?;
    /// let received = Anchors::received("2026-03-02T10:00:00+01:00".parse()?);
    /// let due = Deadline::from(Term::at(promised)).due(&sample::calendar()?, Anchor::RECEIVED, &received)?;
    /// assert_eq!(due.at(), promised);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn at(instant: DateTime<Utc>) -> Self {
        Self::of(Count::At(instant))
    }

    /// Creates a term of `count` with every other part at its default.
    ///
    /// The defaults: day zero, no cut-off, the time of day of the event, inclusive, no roll.
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
    ///
    /// # Example: a week that includes today
    ///
    /// ```
    /// # use redress::deadline::{Anchors, Deadline, Term, choice::FirstDay};
    /// # use redress::{sample, vocab::Anchor};
    /// let calendar = sample::calendar()?;
    /// let monday = Anchors::received("2026-03-02T10:00:00+01:00".parse()?);
    /// let week = Deadline::from(Term::weeks(1).with_first_day(FirstDay::DayOne));
    /// let due = week.due(&calendar, Anchor::RECEIVED, &monday)?;
    /// assert_eq!(calendar.local(due.at())?.to_string(), "2026-03-08 10:00:00"); // Sunday
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn with_first_day(mut self, first_day: FirstDay) -> Self {
        self.first_day = first_day;
        self
    }

    /// Sets the time of day after which a receipt counts as one of a later date.
    ///
    /// Only terms of days, weeks and months may have a cut-off.
    ///
    /// # Example: one second late
    ///
    /// ```
    /// # use redress::deadline::{Anchors, Cutoff, Deadline, End, Term, choice::LateReceipt};
    /// # use redress::{sample, vocab::Anchor};
    /// let calendar = sample::calendar()?;
    /// let one_day = Term::working_days(1)
    ///     .with_cutoff(Cutoff::closing(LateReceipt::NextWorkingDay))
    ///     .with_end(End::CLOSE_OF_BUSINESS);
    /// for (received, expected) in [
    ///     ("2026-03-02T17:00:00+01:00", "2026-03-03 17:00:00"), // Monday at close of business: due on Tuesday
    ///     ("2026-03-02T17:00:01+01:00", "2026-03-04 17:00:00"), // counts as Tuesday: due on Wednesday
    /// ] {
    ///     let received = Anchors::received(received.parse()?);
    ///     let due = Deadline::from(one_day).due(&calendar, Anchor::RECEIVED, &received)?;
    ///     assert_eq!(calendar.local(due.at())?.to_string(), expected);
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn with_cutoff(mut self, cutoff: Cutoff) -> Self {
        self.intake = Some(cutoff);
        self
    }

    /// Chooses when the count starts if a receipt arrives on a closed day or outside working hours.
    ///
    /// # Example: four hours from the next opening
    ///
    /// ```
    /// # use redress::deadline::{Anchors, Deadline, Term, choice::ClosedStart};
    /// # use redress::{calendar::Span, sample, vocab::Anchor};
    /// let calendar = sample::calendar()?;
    /// let saturday = Anchors::received("2026-03-07T20:00:00+01:00".parse()?);
    /// let four_hours = Term::elapsed(Span::hours(4)).with_closed_start(ClosedStart::NextOpening);
    /// let due = Deadline::from(four_hours).due(&calendar, Anchor::RECEIVED, &saturday)?;
    /// assert_eq!(calendar.local(due.at())?.to_string(), "2026-03-09 13:00:00"); // Monday, from 09:00
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn with_closed_start(mut self, closed_start: ClosedStart) -> Self {
        self.closed_start = closed_start;
        self
    }

    /// Chooses what the end of a month means for the count.
    ///
    /// # Example: 45 days, end of month
    ///
    /// ```
    /// # use redress::deadline::{Anchors, Deadline, End, Term, choice::MonthEnd};
    /// # use redress::{sample, vocab::Anchor};
    /// let calendar = sample::calendar()?;
    /// let received = Anchors::received("2026-01-10T10:00:00+01:00".parse()?);
    /// let days = Term::calendar_days(45).with_end(End::END_OF_DAY);
    /// for (month_end, expected) in [
    ///     (MonthEnd::After, "2026-03-01 00:00:00"), // 45 days lead to February 24, so February 28, 24:00
    ///     (MonthEnd::Before, "2026-03-18 00:00:00"), // 45 days after January 31: March 17, 24:00
    /// ] {
    ///     let deadline = Deadline::from(days.with_month_end(month_end));
    ///     let due = deadline.due(&calendar, Anchor::RECEIVED, &received)?;
    ///     assert_eq!(calendar.local(due.at())?.to_string(), expected);
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn with_month_end(mut self, month_end: MonthEnd) -> Self {
        self.month_end = month_end;
        self
    }

    /// Sets the time of day at which the due date ends. See [`End`] for an example.
    ///
    /// Terms of elapsed and of working time end at an instant of their own, so that they keep [`End::SAME_TIME`].
    #[must_use]
    pub const fn with_end(mut self, end: End) -> Self {
        self.end = end;
        self
    }

    /// Sets what happens to a due date that falls on a closed day.
    ///
    /// Terms of days, weeks, months and elapsed time may roll. Working time always ends in working time and must not.
    #[must_use]
    pub const fn with_roll(mut self, roll: Roll) -> Self {
        self.roll = roll;
        self
    }

    /// Returns the amount and its unit.
    #[must_use]
    pub const fn count(&self) -> Count {
        self.count
    }

    /// Returns the time of day at which the due date ends; the end on a date that was rolled to may differ.
    #[must_use]
    pub const fn end(&self) -> End {
        self.end
    }

    /// Returns why a policy refuses the term, or `None` if the term is sound.
    ///
    /// A term is refused if its parts contradict each other, if it can end at or before its own start, or if it leads
    /// beyond the year 9999 for every receipt. A due date of a term with a contradiction is an error, too.
    ///
    /// ```
    /// use redress::calendar::Span;
    /// use redress::deadline::choice::TermFault;
    /// use redress::deadline::{End, Term};
    ///
    /// assert_eq!(Term::working_days(2).fault(), None);
    /// assert_eq!(Term::working_days(0).fault(), Some(TermFault::Nothing)); // due when it was received
    /// assert_eq!(Term::elapsed(Span::hours(4)).with_end(End::END_OF_DAY).fault(), Some(TermFault::EndOfSpan));
    /// ```
    #[must_use]
    pub const fn fault(&self) -> Option<TermFault> {
        match self.contradiction() {
            Some(fault) => Some(fault),
            None => self.nonsense(),
        }
    }

    /// Why a term makes no sense although it has a due date.
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

    /// Why the parts contradict each other, if they do. Such a term has no due date.
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
    /// Whether the term ends at its own start: it counts nothing and keeps the time of day.
    pub(crate) const fn is_nothing(&self) -> bool {
        matches!(self.fault(), Some(TermFault::Nothing))
    }

    /// Whether a term of no days ends after every receipt of its day: at the end of the day, or at or after the
    /// cut-off.
    pub(crate) const fn ends_after_every_receipt(&self) -> bool {
        match (self.end.at, self.intake) {
            (EndAt::EndOfDay, _) => true,
            (EndAt::At(_) | EndAt::CloseOfBusiness, Some(cutoff)) => cutoff.is_before(self.end),
            (EndAt::At(_) | EndAt::SameTime | EndAt::Opening | EndAt::CloseOfBusiness, _) => false,
        }
    }
}

impl Cutoff {
    /// Whether every weekday has a cut-off, and none of them lies after the end.
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

    /// Creates a cut-off at the same time on every day. A receipt at this very time is still in time.
    #[must_use]
    pub const fn daily(at: LocalTime, late: LateReceipt) -> Self {
        Self { at: [Some(CutoffTime::At(at)); 7], bound: Bound::Inclusive, late }
    }

    /// Creates a cut-off at the close of business of each day. A receipt at this very time is still in time.
    #[must_use]
    pub const fn closing(late: LateReceipt) -> Self {
        Self { at: [Some(CutoffTime::CloseOfBusiness); 7], bound: Bound::Inclusive, late }
    }

    /// Creates a cut-off without any time; [`with_weekday`](Self::with_weekday) then sets single weekdays.
    ///
    /// # Example: an earlier cut-off on Fridays
    ///
    /// ```
    /// # use redress::deadline::{Anchors, Cutoff, Deadline, End, Term, choice::LateReceipt};
    /// # use redress::{calendar::LocalTime, sample, vocab::Anchor};
    /// let calendar = sample::calendar()?;
    /// let noon = LocalTime::from_static("12:00");
    /// let fridays = Cutoff::by_weekday(LateReceipt::NextWorkingDay).with_weekday(chrono::Weekday::Fri, noon);
    /// let one_day = Deadline::from(Term::working_days(1).with_cutoff(fridays).with_end(End::CLOSE_OF_BUSINESS));
    /// for (received, expected) in [
    ///     ("2026-03-05T15:00:00+01:00", "2026-03-06 17:00:00"), // Thursday: no cut-off
    ///     ("2026-03-06T15:00:00+01:00", "2026-03-10 17:00:00"), // Friday: counts as Monday
    /// ] {
    ///     let due = one_day.due(&calendar, Anchor::RECEIVED, &Anchors::received(received.parse()?))?;
    ///     assert_eq!(calendar.local(due.at())?.to_string(), expected);
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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
    ///
    /// # Example: received at 16:30
    ///
    /// ```
    /// # use redress::deadline::{Anchors, Cutoff, Deadline, End, Term};
    /// # use redress::deadline::choice::{Bound, LateReceipt};
    /// # use redress::{calendar::LocalTime, sample, vocab::Anchor};
    /// let calendar = sample::calendar()?;
    /// let cutoff = Cutoff::daily(LocalTime::from_static("16:30"), LateReceipt::NextCalendarDay);
    /// let monday = Anchors::received("2026-03-02T16:30:00+01:00".parse()?);
    /// for (bound, expected) in [
    ///     (Bound::Inclusive, "2026-03-03 17:00:00"),
    ///     (Bound::Exclusive, "2026-03-04 17:00:00"), // counts as Tuesday
    /// ] {
    ///     let term = Term::working_days(1).with_cutoff(cutoff.with_bound(bound)).with_end(End::CLOSE_OF_BUSINESS);
    ///     let due = Deadline::from(term).due(&calendar, Anchor::RECEIVED, &monday)?;
    ///     assert_eq!(calendar.local(due.at())?.to_string(), expected);
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn with_bound(mut self, bound: Bound) -> Self {
        self.bound = bound;
        self
    }
}

impl End {
    /// The time of day of the event, inclusive.
    pub const SAME_TIME: Self = Self::of(EndAt::SameTime);
    /// The day's first opening, inclusive.
    pub const OPENING: Self = Self::of(EndAt::Opening);
    /// The day's close of business, inclusive.
    pub const CLOSE_OF_BUSINESS: Self = Self::of(EndAt::CloseOfBusiness);
    /// The midnight after the day, exclusive: the whole day is in time.
    pub const END_OF_DAY: Self = Self::of(EndAt::EndOfDay).with_bound(Bound::Exclusive);

    /// Creates an end at a time of day, inclusive.
    ///
    /// # Example: a time that occurs twice
    ///
    /// ```
    /// # use redress::deadline::{Anchors, Deadline, End, Term};
    /// # use redress::{calendar::{LocalTime, reading::Fold}, sample, vocab::Anchor};
    /// // On October 25, the wall clock goes back from 03:00 to 02:00.
    /// let half_past_two = End::at(LocalTime::from_static("02:30"));
    /// let received = Anchors::received("2026-10-24T10:00:00+02:00".parse()?);
    /// for (end, expected) in [
    ///     (half_past_two, "2026-10-25T00:30:00+00:00"),
    ///     (half_past_two.with_fold(Fold::Later), "2026-10-25T01:30:00+00:00"),
    /// ] {
    ///     let term = Deadline::from(Term::calendar_days(1).with_end(end));
    ///     let due = term.due(&sample::calendar()?, Anchor::RECEIVED, &received)?;
    ///     assert_eq!(due.at().to_rfc3339(), expected);
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn at(time: LocalTime) -> Self {
        Self::of(EndAt::At(time))
    }

    /// An inclusive end that takes the earlier of two instants.
    const fn of(at: EndAt) -> Self {
        Self { at, bound: Bound::Inclusive, fold: Fold::Earlier }
    }

    /// Chooses whether the very instant is in time.
    ///
    /// ```
    /// # use redress::deadline::{Anchors, Deadline, End, Term, choice::Bound};
    /// # use redress::{sample, vocab::Anchor};
    /// let before_closing = End::CLOSE_OF_BUSINESS.with_bound(Bound::Exclusive);
    /// let one_day = Deadline::from(Term::working_days(1).with_end(before_closing));
    /// let monday = Anchors::received("2026-03-02T10:00:00+01:00".parse()?);
    /// let due = one_day.due(&sample::calendar()?, Anchor::RECEIVED, &monday)?;
    /// assert!(!due.is_met_at(due.at())); // Tuesday at 17:00 is too late
    /// assert!(due.is_met_at(due.at() - chrono::TimeDelta::seconds(1)));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn with_bound(mut self, bound: Bound) -> Self {
        self.bound = bound;
        self
    }

    /// Chooses the instant if the wall clock shows the time twice. The default is the earlier one.
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
    /// A due date stays on the day on which it falls.
    pub const NONE: Self = Self::by(RollRule::None);
    /// To the next working day.
    pub const FOLLOWING: Self = Self::by(RollRule::Following);
    /// To the previous working day, unless the term would then end before its own start.
    pub const PRECEDING: Self = Self::by(RollRule::Preceding);
    /// To the next working day of the same month, or else to the previous one.
    ///
    /// # Example: the last day of January is a Saturday
    ///
    /// ```
    /// # use redress::deadline::{Anchors, Deadline, Roll, Term};
    /// # use redress::{sample, vocab::Anchor};
    /// let calendar = sample::calendar()?;
    /// let received = Anchors::received("2026-01-21T10:00:00+01:00".parse()?);
    /// let ten_days = Deadline::from(Term::calendar_days(10).with_roll(Roll::MODIFIED_FOLLOWING));
    /// let due = ten_days.due(&calendar, Anchor::RECEIVED, &received)?;
    /// assert_eq!(calendar.local(due.at())?.to_string(), "2026-01-30 10:00:00"); // Friday, not February 2
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub const MODIFIED_FOLLOWING: Self = Self::by(RollRule::ModifiedFollowing);

    /// A roll without an end of its own.
    const fn by(rule: RollRule) -> Self {
        Self { rule, end: None }
    }

    /// Sets the end on a date that was rolled to, if it differs from the end of the term.
    ///
    /// # Example: rolled dates end at the opening
    ///
    /// ```
    /// # use redress::deadline::{Anchors, Deadline, End, Roll, Term};
    /// # use redress::{sample, vocab::Anchor};
    /// let calendar = sample::calendar()?;
    /// let friday = Anchors::received("2026-03-06T15:00:00+01:00".parse()?);
    /// let one_day = Term::calendar_days(1).with_roll(Roll::FOLLOWING.with_end(End::OPENING));
    /// let due = Deadline::from(one_day).due(&calendar, Anchor::RECEIVED, &friday)?;
    /// assert_eq!(calendar.local(due.at())?.to_string(), "2026-03-09 09:00:00"); // Monday
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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
    /// Returns whether two counts have the same unit, so that one can replace the other. A chosen instant has no unit.
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

    /// The largest count that can lead from one writable date to another.
    const fn most(self) -> u32 {
        match self {
            Self::CalendarDays(_) | Self::WorkingDays(_) => MOST_DAYS,
            Self::Weeks(_) => MOST_WEEKS,
            Self::Months(_) => MOST_MONTHS,
            Self::Elapsed(_) | Self::Working(_) | Self::At(_) => u32::MAX,
        }
    }

    /// Whether the count is one day, so that day one is also the last day.
    pub(crate) const fn is_one_day(self) -> bool {
        matches!(self, Self::CalendarDays(1) | Self::WorkingDays(1))
    }

    /// Returns whether the count leads to a date: days, weeks or months, and neither a span of time nor an instant.
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

/// Whole seconds, as documents have them.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature that serde asks for")]
fn seconds<S: serde::Serializer>(span: &Span, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_u64(span.as_seconds())
}

/// Whether there is a cut-off that lies before an end, or at the end if that is enough.
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

/// The days, weeks, months and seconds from the year 1 to the year 9999. A longer term has no due date for any receipt.
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

/// Parts of a term that contradict each other, or that make no sense together.
///
/// [`Term::fault`] finds it. Its text says what to change:
///
/// ```
/// use redress::calendar::Span;
/// use redress::deadline::{Roll, Term};
///
/// let fault = Term::working(Span::hours(8)).with_roll(Roll::FOLLOWING).fault().ok_or("no fault")?;
/// assert_eq!(fault.code(), "term.roll-of-working-time");
/// assert_eq!(fault.to_string(), "a term of working time always ends in working time; remove the roll");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum TermFault {
    /// A span of time starts at an instant, so that a cut-off has nothing to move.
    #[error(
        "a term of elapsed or working time cannot have a cut-off; count days, weeks or months, or remove the cut-off"
    )]
    CutoffOfSpan,
    /// A span of time has no date that could move to the next working day. It may start at the next opening.
    #[error(
        "a term of elapsed or working time cannot start on the next working day; use `next-opening`, or count days, \
         weeks or months"
    )]
    ClosedStartOfSpan,
    /// A span of time has no first day.
    #[error(
        "a term of elapsed or working time has no day one; count days, weeks or months, or start from day zero"
    )]
    DayOneOfSpan,
    /// A span of time ends at an instant of its own.
    #[error(
        "a term of elapsed or working time ends at an instant of its own; remove the end, or set it on the roll"
    )]
    EndOfSpan,
    /// Working time always ends in working time, so that nothing can roll.
    #[error("a term of working time always ends in working time; remove the roll")]
    RollOfWorkingTime,
    /// A chosen instant has no other parts.
    #[error("a chosen instant stands alone; remove its cut-off, start, first day, month end, end and roll")]
    AtMoves,
    /// The chosen instant lies outside the years 1 to 9999, or in a leap second, and no document can hold it.
    #[error(
        "a chosen instant cannot be written in a document, expected one in the years 1 to 9999 and not in a leap second"
    )]
    AtUnwritable,
    /// A cut-off without any weekday has no effect.
    #[error("a cut-off without any weekday has no effect; set it on every day or on some")]
    EmptyCutoff,
    /// A span of time has no month.
    #[error("a term of elapsed or working time has no month end; count days, weeks or months")]
    MonthEndOfSpan,
    /// Only a count of months can lead from the end of a month to the end of a month.
    #[error("only a count of months can keep the end of a month; count months, or remove the month end")]
    MonthEndOfDays,
    /// The term is due at the instant at which it starts.
    #[error(
        "the term counts nothing and is due when it starts; count at least 1, or end at the end of the day"
    )]
    Nothing,
    /// The term counts no days, and can be due before it starts.
    #[error(
        "the term counts no days, so that a receipt after its end is due before it was received; set a cut-off at \
         or before the end, or use `end-of-day`"
    )]
    EndsBeforeStart,
    /// The amount leads beyond the year 9999 for every receipt.
    #[error("{count} lead beyond the year 9999 for every receipt; use a smaller amount")]
    TooMuch {
        /// The amount of the term.
        count: Count,
    },
    /// Day one is part of the count, so that the count cannot be 0.
    #[error("a count from day one includes the first day, expected at least 1")]
    NothingFromDayOne,
    /// The last day may be closed, and then has no opening and no close of business.
    #[error(
        "the last day may be closed and then has no opening or close of business; count working days, or add a roll"
    )]
    NoBusinessHours,
}
