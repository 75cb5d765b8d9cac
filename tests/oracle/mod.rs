//! The slow oracle for the deadline arithmetic.
//!
//! Written from `design.md` §4, §5 and §11, the catalogue's §6.4, §6.5, §7, §9.2–§9.4 and §10.1, and the fault tables T.., by
//! someone who has not looked at the code it judges. It walks minute by minute and day by day, so that a reader sees that it is
//! the definition. Its domain: instants of whole minutes wherever working time is counted, intervals of at most 24 hours that
//! start within their date, no negative amounts, no term that the design calls a fault. Outside of it the oracle panics.
#![allow(dead_code, unreachable_pub, reason = "each test uses its part")]
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a wrong test shall stop")]

use std::collections::BTreeMap;

use chrono::{
    DateTime, Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Timelike, Utc,
    Weekday,
};
use chrono_tz::Tz;

pub mod clock;

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unknown {
    /// A date or an instant outside of the known days was needed (design §4, "Beyond the known days").
    NotKnown,
    /// The opening or the close of business was asked of a date that has no business hours (design §11, "Terms").
    NoBusinessHours,
}

// ---------------------------------------------------------------------------------------------------------------------------
// Calendar (design §4)
// ---------------------------------------------------------------------------------------------------------------------------

/// Working hours of one place, known from `first` to `last`.
#[derive(Clone, Debug)]
pub struct Calendar {
    pub zone: Tz,
    pub first: NaiveDate,
    pub last: NaiveDate,
    /// Monday first. Minutes after local midnight, half-open; an end beyond 1440 reaches over midnight.
    pub week: [Vec<(i64, i64)>; 7],
    /// Replaces the pattern on that date: empty is a holiday, otherwise a make-up day or special hours.
    pub special: BTreeMap<NaiveDate, Vec<(i64, i64)>>,
}

/// Half-open span of instants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub start: DateTime<Utc>,
    pub end: DateTime<Utc>,
}

impl Span {
    fn holds(self, t: DateTime<Utc>) -> bool {
        self.start <= t && t < self.end
    }
}

impl Calendar {
    // Local time and instants.

    /// What a clock on the wall shows at `t`.
    pub fn local(&self, t: DateTime<Utc>) -> NaiveDateTime {
        t.with_timezone(&self.zone).naive_local()
    }

    /// The instant of a local time. One that occurs twice is the earlier, or the later where asked; one that does not exist is
    /// the first instant after the gap (design §4). Asks only the zone.
    fn instant(&self, wanted: NaiveDateTime, later: bool) -> DateTime<Utc> {
        let found = self.zone.from_local_datetime(&wanted);
        if let (Some(a), Some(b)) = (found.earliest(), found.latest()) {
            let (a, b) = (a.to_utc(), b.to_utc());
            return if later { a.max(b) } else { a.min(b) };
        }
        // In a gap. No zone is further than 26 hours from UTC, so the walk starts before it.
        let mut t = floor_to_minute(wanted.and_utc() - TimeDelta::hours(26));
        while self.local(t) < wanted {
            t += minute();
        }
        t
    }

    /// The instant at `minutes` after midnight on a known date (1440 and more: on the next date).
    pub fn resolve_local(
        &self,
        date: NaiveDate,
        minutes: i64,
        later: bool,
    ) -> Result<DateTime<Utc>, Unknown> {
        self.known(date)?;
        Ok(self.instant(local_time(date, minutes), later))
    }

    /// Local midnight of a known date, or the first instant after it where it does not exist.
    pub fn first_of_day(&self, date: NaiveDate) -> Result<DateTime<Utc>, Unknown> {
        self.resolve_local(date, 0, false)
    }

    /// A date that the zone skips has no instants (Apia, 2011-12-30): its midnight moves to another date.
    pub fn zone_skips(&self, date: NaiveDate) -> bool {
        self.local(self.instant(local_time(date, 0), false)).date() != date
    }

    // What is known.

    pub fn knows(&self, date: NaiveDate) -> bool {
        self.first <= date && date <= self.last
    }

    fn known(&self, date: NaiveDate) -> Result<NaiveDate, Unknown> {
        if self.knows(date) { Ok(date) } else { Err(Unknown::NotKnown) }
    }

    /// Known instants run from local midnight of the first date to local midnight after the last, without those into which the
    /// weekday pattern of the day before the first reaches: nobody says whether that day was a holiday.
    pub fn knows_instant(&self, t: DateTime<Utc>) -> bool {
        Watch::new(self).knows(t)
    }

    // Hours of a date.

    /// What the week pattern alone says of a date.
    fn pattern_spans(&self, date: NaiveDate) -> Vec<Span> {
        self.spans_from(date, &self.week[weekday_index(date)])
    }

    /// The spans of a known date: an interval belongs, over midnight too, to the date on which it starts. An exception removes
    /// or replaces the intervals that start on its date. Other dates: none.
    pub fn spans_of(&self, date: NaiveDate) -> Vec<Span> {
        if !self.knows(date) {
            return Vec::new();
        }
        match self.special.get(&date) {
            Some(hours) => self.spans_from(date, hours),
            None => self.pattern_spans(date),
        }
    }

    fn spans_from(&self, date: NaiveDate, hours: &[(i64, i64)]) -> Vec<Span> {
        if self.zone_skips(date) {
            return Vec::new();
        }
        let mut spans = Vec::new();
        for &(start, end) in hours {
            assert!(
                (0..1440).contains(&start) && start < end && end <= start + 1440,
                "interval outside of the domain"
            );
            let span = Span {
                start: self.instant(local_time(date, start), false),
                end: self.instant(local_time(date, end), false),
            };
            // A gap may leave nothing of an interval.
            if span.start < span.end {
                spans.push(span);
            }
        }
        spans.sort_by_key(|span| span.start);
        spans
    }

    // Working time.

    pub fn is_working(&self, t: DateTime<Utc>) -> Result<bool, Unknown> {
        Watch::new(self).working_at(t)
    }

    /// `t` if working time runs at `t`, else the start of the next working span.
    pub fn next_working_instant(&self, t: DateTime<Utc>) -> Result<DateTime<Utc>, Unknown> {
        let mut watch = Watch::new(self);
        let mut x = t;
        while !watch.working_at(x)? {
            x = floor_to_minute(x) + minute();
        }
        Ok(x)
    }

    /// The latest instant at or before `t` immediately before which working time runs.
    pub fn previous_working_instant(&self, t: DateTime<Utc>) -> Result<DateTime<Utc>, Unknown> {
        let mut watch = Watch::new(self);
        let mut x = t;
        while !watch.working_at(x - TimeDelta::nanoseconds(1))? {
            x = if x == floor_to_minute(x) { x - minute() } else { floor_to_minute(x) };
        }
        Ok(x)
    }

    /// The earliest instant at which `minutes` of working time, counted from `t`, are used up.
    pub fn add_working(&self, t: DateTime<Utc>, minutes: i64) -> Result<DateTime<Utc>, Unknown> {
        assert_domain(t, minutes);
        let mut watch = Watch::new(self);
        let (mut x, mut left) = (t, minutes);
        while left > 0 {
            if watch.working_at(x)? {
                left -= 1;
            }
            x += minute();
        }
        Ok(x)
    }

    /// The latest instant from which exactly `minutes` of working time lie until `t`.
    pub fn subtract_working(&self, t: DateTime<Utc>, minutes: i64) -> Result<DateTime<Utc>, Unknown> {
        assert_domain(t, minutes);
        let mut watch = Watch::new(self);
        let (mut x, mut left) = (t, minutes);
        while left > 0 {
            x -= minute();
            if watch.working_at(x)? {
                left -= 1;
            }
        }
        Ok(x)
    }

    /// Working minutes in `[a, b)`; negative if `b` is before `a`.
    pub fn working_between(&self, a: DateTime<Utc>, b: DateTime<Utc>) -> Result<i64, Unknown> {
        assert_domain(a, 0);
        assert_domain(b, 0);
        if b < a {
            return Ok(-self.working_between(b, a)?);
        }
        let mut watch = Watch::new(self);
        let (mut x, mut count) = (a, 0);
        while x < b {
            if watch.working_at(x)? {
                count += 1;
            }
            x += minute();
        }
        Ok(count)
    }

    // Working days.

    /// A date is a working day when at least one of its intervals holds an instant.
    pub fn is_working_day(&self, date: NaiveDate) -> Result<bool, Unknown> {
        self.known(date)?;
        Ok(!self.spans_of(date).is_empty())
    }

    /// The nth working day after a date; for 0 the date itself, working or not.
    pub fn nth_working_day_after(&self, date: NaiveDate, n: i64) -> Result<NaiveDate, Unknown> {
        assert!(n >= 0, "negative number of days");
        let (mut x, mut left) = (date, n);
        while left > 0 {
            x = next(x);
            if self.is_working_day(x)? {
                left -= 1;
            }
        }
        Ok(x)
    }

    /// The nth working day before a date; for 0 the date itself, working or not.
    pub fn nth_working_day_before(&self, date: NaiveDate, n: i64) -> Result<NaiveDate, Unknown> {
        assert!(n >= 0, "negative number of days");
        let (mut x, mut left) = (date, n);
        while left > 0 {
            x = previous(x);
            if self.is_working_day(x)? {
                left -= 1;
            }
        }
        Ok(x)
    }

    /// Working days in `(a, b]`; negative if `b` is before `a`.
    pub fn working_days_between(&self, a: NaiveDate, b: NaiveDate) -> Result<i64, Unknown> {
        if b < a {
            return Ok(-self.working_days_between(b, a)?);
        }
        let (mut x, mut count) = (a, 0);
        while x < b {
            x = next(x);
            if self.is_working_day(x)? {
                count += 1;
            }
        }
        Ok(count)
    }

    /// The first working day on or after a date.
    pub fn roll_following(&self, date: NaiveDate) -> Result<NaiveDate, Unknown> {
        let mut x = date;
        while !self.is_working_day(x)? {
            x = next(x);
        }
        Ok(x)
    }

    /// The last working day on or before a date.
    pub fn roll_preceding(&self, date: NaiveDate) -> Result<NaiveDate, Unknown> {
        let mut x = date;
        while !self.is_working_day(x)? {
            x = previous(x);
        }
        Ok(x)
    }

    /// The first working day on or after a date, or the last before it where that one lies in another month.
    pub fn roll_modified_following(&self, date: NaiveDate) -> Result<NaiveDate, Unknown> {
        let x = self.roll_following(date)?;
        if same_month(x, date) { Ok(x) } else { self.roll_preceding(date) }
    }

    pub fn roll(&self, rule: RollRule, date: NaiveDate) -> Result<NaiveDate, Unknown> {
        match rule {
            RollRule::Following => self.roll_following(date),
            RollRule::Preceding => self.roll_preceding(date),
            RollRule::ModifiedFollowing => self.roll_modified_following(date),
        }
    }

    // Ends of a date.

    /// The instant of a term's end on a known date. `time` is what `SameTime` means.
    pub fn end_on(&self, date: NaiveDate, end: &End, time: NaiveTime) -> Result<DateTime<Utc>, Unknown> {
        self.known(date)?;
        self.end_among(date, end, time, &self.spans_of(date))
    }

    fn end_among(
        &self,
        date: NaiveDate,
        end: &End,
        time: NaiveTime,
        spans: &[Span],
    ) -> Result<DateTime<Utc>, Unknown> {
        match end.at {
            EndAt::SameTime => Ok(self.instant(date.and_time(time), end.later)),
            EndAt::At(minutes) => Ok(self.instant(local_time(date, minutes), end.later)),
            EndAt::Opening => spans.first().map(|span| span.start).ok_or(Unknown::NoBusinessHours),
            EndAt::CloseOfBusiness => spans.last().map(|span| span.end).ok_or(Unknown::NoBusinessHours),
            EndAt::EndOfDay => Ok(self.end_of_day(date)),
        }
    }

    /// The next local midnight (design §5).
    fn end_of_day(&self, date: NaiveDate) -> DateTime<Utc> {
        self.instant(local_time(next(date), 0), false)
    }
}

/// Answers minute after minute. It keeps the spans of the dates around, and does nothing else than look through them.
struct Watch<'a> {
    calendar: &'a Calendar,
    known_from: DateTime<Utc>,
    known_until: DateTime<Utc>,
    not_known: Vec<Span>,
    around: Option<NaiveDate>,
    spans: Vec<Span>,
}

impl<'a> Watch<'a> {
    fn new(calendar: &'a Calendar) -> Self {
        Self {
            calendar,
            known_from: calendar.instant(local_time(calendar.first, 0), false),
            known_until: calendar.instant(local_time(next(calendar.last), 0), false),
            not_known: calendar.pattern_spans(previous(calendar.first)),
            around: None,
            spans: Vec::new(),
        }
    }

    fn knows(&self, t: DateTime<Utc>) -> bool {
        self.known_from <= t && t < self.known_until && !self.not_known.iter().any(|span| span.holds(t))
    }

    fn working_at(&mut self, t: DateTime<Utc>) -> Result<bool, Unknown> {
        if !self.knows(t) {
            return Err(Unknown::NotKnown);
        }
        // A local date is at most a day off the UTC date, and a span reaches at most two dates further: the dates around hold
        // every span that can hold `t`.
        let utc_date = t.date_naive();
        if self.around != Some(utc_date) {
            self.around = Some(utc_date);
            self.spans.clear();
            let mut date = utc_date - Days::new(4);
            while date <= utc_date + Days::new(3) {
                self.spans.extend(self.calendar.spans_of(date));
                date = next(date);
            }
        }
        Ok(self.spans.iter().any(|span| span.holds(t)))
    }
}

fn minute() -> TimeDelta {
    TimeDelta::minutes(1)
}

fn floor_to_minute(t: DateTime<Utc>) -> DateTime<Utc> {
    t - TimeDelta::seconds(i64::from(t.second())) - TimeDelta::nanoseconds(i64::from(t.nanosecond()))
}

fn assert_domain(t: DateTime<Utc>, minutes: i64) {
    assert!(t == floor_to_minute(t), "the oracle counts working time in whole minutes only");
    assert!(minutes >= 0, "negative amount");
}

fn local_time(date: NaiveDate, minutes: i64) -> NaiveDateTime {
    date.and_time(NaiveTime::MIN) + TimeDelta::minutes(minutes)
}

fn next(date: NaiveDate) -> NaiveDate {
    date + Days::new(1)
}

fn previous(date: NaiveDate) -> NaiveDate {
    date - Days::new(1)
}

fn weekday_index(date: NaiveDate) -> usize {
    match date.weekday() {
        Weekday::Mon => 0,
        Weekday::Tue => 1,
        Weekday::Wed => 2,
        Weekday::Thu => 3,
        Weekday::Fri => 4,
        Weekday::Sat => 5,
        Weekday::Sun => 6,
    }
}

/// Same day number, clamped to the month's end (design §5, A10).
pub fn plus_months(date: NaiveDate, months: i64) -> NaiveDate {
    let (mut year, mut month) = (date.year(), date.month());
    for _ in 0..months {
        month += 1;
        if month == 13 {
            (year, month) = (year + 1, 1);
        }
    }
    let mut day = date.day();
    loop {
        match NaiveDate::from_ymd_opt(year, month, day) {
            Some(found) => return found,
            None => day -= 1,
        }
    }
}

fn plus_days(date: NaiveDate, days: i64) -> NaiveDate {
    date + TimeDelta::days(days)
}

// ---------------------------------------------------------------------------------------------------------------------------
// Terms (design §5, §11 "Terms")
// ---------------------------------------------------------------------------------------------------------------------------

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// Minutes of real time.
    Elapsed(i64),
    /// Minutes of working time.
    Working(i64),
    CalendarDays(i64),
    WorkingDays(i64),
    Weeks(i64),
    Months(i64),
    At(DateTime<Utc>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FirstDay {
    DayZero,
    DayOne,
}

/// Receipt after the cut-off counts for a later day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Intake {
    /// Minutes after midnight, Monday first; a weekday without one has no cut-off.
    pub at: [Option<i64>; 7],
    /// Exclusive: receipt at exactly the cut-off is late (A08).
    pub exclusive: bool,
    pub later_counts_as: LaterCountsAs,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LaterCountsAs {
    NextCalendarDay,
    NextWorkingDay,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClosedStart {
    Keep,
    NextWorkingDay,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct End {
    pub at: EndAt,
    /// `EndOfDay` is exclusive whatever stands here (design §5).
    pub exclusive: bool,
    /// Which of two equal local times.
    pub later: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EndAt {
    SameTime,
    At(i64),
    Opening,
    CloseOfBusiness,
    EndOfDay,
}

impl End {
    /// Inclusive, and the earlier of two equal local times.
    pub fn new(at: EndAt) -> Self {
        Self { at, exclusive: false, later: false }
    }

    fn is_exclusive(&self) -> bool {
        self.exclusive || self.at == EndAt::EndOfDay
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RollRule {
    Following,
    Preceding,
    ModifiedFollowing,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Roll {
    pub rule: RollRule,
    /// The end on a day that was rolled to, if another than the term's (A09).
    pub end: Option<End>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    pub count: Count,
    pub first_day: FirstDay,
    pub intake: Option<Intake>,
    pub closed_start: ClosedStart,
    pub end: End,
    pub roll: Option<Roll>,
}

impl Term {
    /// Day zero, no cut-off, no roll, same time of day.
    pub fn new(count: Count) -> Self {
        Self {
            count,
            first_day: FirstDay::DayZero,
            intake: None,
            closed_start: ClosedStart::Keep,
            end: End::new(EndAt::SameTime),
            roll: None,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extension {
    /// Counted from the unrolled anchor in place of the term's own count; of the same unit.
    ReplaceTotal(Count),
    /// Added to the unrolled date, or to the amount.
    Add(Count),
    /// Rolls like any other date unless fixed.
    Until { date: NaiveDate, fixed: bool },
}

/// The last instant in time, or, if exclusive, the first that is late.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    pub at: DateTime<Utc>,
    pub exclusive: bool,
}

impl Due {
    pub fn has_passed_at(&self, t: DateTime<Utc>) -> bool {
        if self.exclusive { t >= self.at } else { t > self.at }
    }
}

/// The due instant of a term, without pauses and extensions.
pub fn due(calendar: &Calendar, term: &Term, anchor: DateTime<Utc>) -> Result<Due, Unknown> {
    let start = clock::Start::at(calendar, anchor);
    match clock::due(calendar, term, start, &[], &[], clock::PausesMove::End) {
        clock::Answer::Due(due) => Ok(due),
        clock::Answer::Unknown(unknown) => Err(unknown),
        other => panic!("{other:?} without pauses and extensions"),
    }
}

fn spend(calendar: &Calendar, count: Count, from: DateTime<Utc>) -> Result<DateTime<Utc>, Unknown> {
    match count {
        Count::Elapsed(minutes) => {
            assert!(minutes >= 0, "negative amount");
            Ok(from + TimeDelta::minutes(minutes))
        }
        Count::Working(minutes) => calendar.add_working(from, minutes),
        _ => panic!("not an amount of time"),
    }
}

fn count_days(
    calendar: &Calendar,
    count: Count,
    first_day: FirstDay,
    day_zero: NaiveDate,
) -> Result<NaiveDate, Unknown> {
    let (Count::CalendarDays(n) | Count::WorkingDays(n) | Count::Weeks(n) | Count::Months(n)) = count else {
        panic!("not a number of days")
    };
    assert!(n >= 0, "negative number of days");
    assert!(n > 0 || first_day == FirstDay::DayZero, "a fault by design §11");
    let date = match count {
        // Day one: the first working day on or after is the first counted (design §11).
        Count::WorkingDays(_) => {
            return match first_day {
                FirstDay::DayZero => calendar.nth_working_day_after(day_zero, n),
                FirstDay::DayOne => calendar.nth_working_day_after(calendar.roll_following(day_zero)?, n - 1),
            };
        }
        Count::Weeks(_) => plus_days(day_zero, 7 * n),
        Count::Months(_) => plus_months(day_zero, n),
        _ => plus_days(day_zero, n),
    };
    Ok(match first_day {
        FirstDay::DayZero => date,
        FirstDay::DayOne => previous(date),
    })
}

pub fn same_month(a: NaiveDate, b: NaiveDate) -> bool {
    (a.year(), a.month()) == (b.year(), b.month())
}

// ---------------------------------------------------------------------------------------------------------------------------
// The in-house rule as the catalogue words it (§6.4, A01-A09)
// ---------------------------------------------------------------------------------------------------------------------------

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NevLimit {
    Days(i64),
    Hours(i64),
}

/// A01.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CutoffMeaning {
    DayBoundary,
    DueOnly,
    ReceiptOnly,
}

/// A02.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HoursAs {
    Days,
    Elapsed,
}

/// A03.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NevCount {
    CalendarDays,
    WorkingDays,
}

/// A05.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NevFirstDay {
    DayZero,
    DayOne,
}

/// A06.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StartOnNonWorking {
    AsIs,
    NextWorkingDay,
}

/// A07.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MakeupDay {
    Working,
    Holiday,
}

/// A08.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AtCutoff {
    InTime,
    Late,
}

/// A09, and whether to roll at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NevRoll {
    AtCutoff,
    AtOpening,
    SameTimeOfDay,
    None,
}

/// Policy fields of §6.4. A04, which instant starts the clock, is the caller's argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NevPolicy {
    pub limit: NevLimit,
    /// Minutes after midnight.
    pub cutoff: Option<i64>,
    pub cutoff_meaning: CutoffMeaning,
    pub hours_as: HoursAs,
    pub count: NevCount,
    pub first_day: NevFirstDay,
    pub start_on_non_working: StartOnNonWorking,
    pub makeup_day: MakeupDay,
    pub at_cutoff: AtCutoff,
    pub roll: NevRoll,
}

impl NevPolicy {
    /// The default readings of §6.4.
    pub fn new(limit: NevLimit) -> Self {
        Self {
            limit,
            cutoff: Some(16 * 60 + 30),
            cutoff_meaning: CutoffMeaning::DayBoundary,
            hours_as: HoursAs::Days,
            count: NevCount::CalendarDays,
            first_day: NevFirstDay::DayZero,
            start_on_non_working: StartOnNonWorking::AsIs,
            makeup_day: MakeupDay::Working,
            at_cutoff: AtCutoff::InTime,
            roll: NevRoll::AtCutoff,
        }
    }
}

/// A local date and time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NevDue {
    pub date: NaiveDate,
    /// None is the end of the day, 24:00.
    pub time: Option<NaiveTime>,
    /// Closure at exactly this time is late.
    pub exclusive: bool,
}

/// Catalogue §6.4, step by step, in local civil times.
pub fn nev_due(calendar: &Calendar, policy: &NevPolicy, start: NaiveDateTime) -> Result<NevDue, Unknown> {
    let working = |date: NaiveDate| nev_working(calendar, policy.makeup_day, date);
    let cutoff = policy.cutoff.map(|minutes| local_time(start.date(), minutes).time());
    let exclusive = policy.at_cutoff == AtCutoff::Late;
    let late_if_end_of_day = |time: Option<NaiveTime>| time.is_none() || exclusive;

    // (6) elapsed hours
    if let (NevLimit::Hours(hours), HoursAs::Elapsed) = (policy.limit, policy.hours_as) {
        let due = start + TimeDelta::hours(hours);
        let mut x = due.date();
        if policy.roll == NevRoll::None || working(x)? {
            return Ok(NevDue { date: x, time: Some(due.time()), exclusive });
        }
        while !working(x)? {
            x = next(x);
        }
        let time = match policy.roll {
            NevRoll::AtOpening => Some(nev_opening(calendar, x)?),
            NevRoll::SameTimeOfDay => Some(due.time()),
            NevRoll::AtCutoff | NevRoll::None => cutoff,
        };
        return Ok(NevDue { date: x, time, exclusive: late_if_end_of_day(time) });
    }
    let n = match policy.limit {
        NevLimit::Days(days) => days,
        NevLimit::Hours(hours) => {
            assert!(hours % 24 == 0, "hours that are not days");
            hours / 24
        }
    };

    // (1) d0 = date of start, a day later after the cut-off
    let mut d0 = start.date();
    if let (Some(cutoff), CutoffMeaning::DayBoundary | CutoffMeaning::ReceiptOnly) =
        (cutoff, policy.cutoff_meaning)
    {
        let later = match policy.at_cutoff {
            AtCutoff::InTime => start.time() > cutoff,
            AtCutoff::Late => start.time() >= cutoff,
        };
        if later {
            d0 = next(d0);
        }
    }
    // (2) forward to a working day
    if policy.start_on_non_working == StartOnNonWorking::NextWorkingDay {
        while !working(d0)? {
            d0 = next(d0);
        }
    }
    // (3) count
    let mut x = d0;
    match (policy.count, policy.first_day) {
        (NevCount::CalendarDays, NevFirstDay::DayZero) => x = plus_days(d0, n),
        (NevCount::CalendarDays, NevFirstDay::DayOne) => x = plus_days(d0, n - 1),
        (NevCount::WorkingDays, first_day) => {
            let mut left = n;
            // §6.4 says nothing of day one here; design §11: the first working day on or after counts.
            if first_day == NevFirstDay::DayOne {
                x = previous(d0);
            }
            while left > 0 {
                x = next(x);
                if working(x)? {
                    left -= 1;
                }
            }
        }
    }
    // (4) roll
    let unrolled = x;
    if policy.roll != NevRoll::None {
        while !working(x)? {
            x = next(x);
        }
    }
    // (5) the cut-off, or the end of the day
    let mut time = match policy.cutoff_meaning {
        CutoffMeaning::DayBoundary | CutoffMeaning::DueOnly => cutoff,
        CutoffMeaning::ReceiptOnly => None,
    };
    if x != unrolled {
        match policy.roll {
            NevRoll::AtOpening => time = Some(nev_opening(calendar, x)?),
            NevRoll::SameTimeOfDay => time = Some(start.time()),
            NevRoll::AtCutoff | NevRoll::None => {}
        }
    }
    Ok(NevDue { date: x, time, exclusive: late_if_end_of_day(time) })
}

/// A make-up day is a date without hours in the week pattern that was given some.
fn nev_working(calendar: &Calendar, makeup_day: MakeupDay, date: NaiveDate) -> Result<bool, Unknown> {
    calendar.known(date)?;
    let by_pattern = !calendar.week[weekday_index(date)].is_empty();
    Ok(match calendar.special.get(&date) {
        None => by_pattern,
        Some(hours) if hours.is_empty() => false,
        Some(_) => by_pattern || makeup_day == MakeupDay::Working,
    })
}

fn nev_opening(calendar: &Calendar, date: NaiveDate) -> Result<NaiveTime, Unknown> {
    let hours = calendar.special.get(&date).unwrap_or(&calendar.week[weekday_index(date)]);
    let opening = hours.iter().map(|&(start, _)| start).min().ok_or(Unknown::NoBusinessHours)?;
    Ok(local_time(date, opening).time())
}

// ---------------------------------------------------------------------------------------------------------------------------
// Standing (catalogue F40)
// ---------------------------------------------------------------------------------------------------------------------------

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    OnTime,
    Unclosed,
    ProjectDue,
    ClosedInTime,
    ClosedLate,
}

/// The project limit is the end of the last day that is not yet more than the limit (A10).
pub fn standing(
    due: Due,
    project_limit: Option<Due>,
    closed: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> Standing {
    if let Some(closed) = closed {
        return if due.has_passed_at(closed) { Standing::ClosedLate } else { Standing::ClosedInTime };
    }
    if project_limit.is_some_and(|limit| limit.has_passed_at(now)) {
        Standing::ProjectDue
    } else if due.has_passed_at(now) {
        Standing::Unclosed
    } else {
        Standing::OnTime
    }
}

// ---------------------------------------------------------------------------------------------------------------------------
// Calendars
// ---------------------------------------------------------------------------------------------------------------------------

/// Panics unless given as `2025-03-11`.
pub fn day(text: &str) -> NaiveDate {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").expect("a date")
}

/// Monday to Friday with the same hours, weekend closed.
pub fn weekdays(hours: &[(i64, i64)]) -> [Vec<(i64, i64)>; 7] {
    std::array::from_fn(|index| if index < 5 { hours.to_vec() } else { Vec::new() })
}

/// The non-working days of catalogue §10.1, known for 2025 and 2026. The hours, 09:00 to 18:00, are our choice: no row of §9
/// asks for them. `makeup_days_work` is A07.
pub fn catalogue_calendar(makeup_days_work: bool) -> Calendar {
    let hours = vec![(9 * 60, 18 * 60)];
    let mut special = BTreeMap::new();
    let holidays = [
        ("2025-01-01", "2025-01-01"),
        ("2025-01-28", "2025-02-04"),
        ("2025-04-04", "2025-04-06"),
        ("2025-05-01", "2025-05-05"),
        ("2025-05-31", "2025-06-02"),
        ("2025-10-01", "2025-10-08"),
        ("2026-01-01", "2026-01-03"),
        ("2026-02-15", "2026-02-23"),
        ("2026-04-04", "2026-04-06"),
        ("2026-05-01", "2026-05-05"),
        ("2026-06-19", "2026-06-21"),
        ("2026-09-25", "2026-09-27"),
        ("2026-10-01", "2026-10-07"),
    ];
    for (from, to) in holidays {
        let mut date = day(from);
        while date <= day(to) {
            special.insert(date, Vec::new());
            date = next(date);
        }
    }
    let makeup_days = [
        "2025-01-26",
        "2025-02-08",
        "2025-04-27",
        "2025-09-28",
        "2025-10-11",
        "2026-01-04",
        "2026-02-14",
        "2026-02-28",
        "2026-05-09",
        "2026-09-20",
        "2026-10-10",
    ];
    if makeup_days_work {
        for date in makeup_days {
            special.insert(day(date), hours.clone());
        }
    }
    Calendar {
        zone: chrono_tz::Asia::Shanghai,
        first: day("2025-01-01"),
        last: day("2026-12-31"),
        week: weekdays(&hours),
        special,
    }
}

// ---------------------------------------------------------------------------------------------------------------------------
// Self-check: the worked examples and the fault tables, by hand from their texts
// ---------------------------------------------------------------------------------------------------------------------------

mod self_check {
    use chrono_tz::{Africa, America, Asia, Australia, Europe, Pacific};

    use super::clock::{Answer, Made, Pause, PausesMove, Start, Why};
    use super::*;

    const HALF_PAST_FOUR: i64 = 16 * 60 + 30;

    fn local(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S")
            .or_else(|_| NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M"))
            .expect("a local time")
    }

    /// A local time of the calendar's zone; the earlier of two.
    fn at(calendar: &Calendar, text: &str) -> DateTime<Utc> {
        calendar.instant(local(text), false)
    }

    fn instant(text: &str) -> DateTime<Utc> {
        DateTime::parse_from_rfc3339(text).expect("an instant").to_utc()
    }

    fn plain(zone: Tz, first: &str, last: &str, week: [Vec<(i64, i64)>; 7]) -> Calendar {
        Calendar { zone, first: day(first), last: day(last), week, special: BTreeMap::new() }
    }

    fn with_holidays(mut calendar: Calendar, holidays: &[&str]) -> Calendar {
        for holiday in holidays {
            calendar.special.insert(day(holiday), Vec::new());
        }
        calendar
    }

    fn hours(from: i64, to: i64) -> [Vec<(i64, i64)>; 7] {
        weekdays(&[(from * 60, to * 60)])
    }

    fn every_day(from: i64, to: i64) -> [Vec<(i64, i64)>; 7] {
        std::array::from_fn(|_| vec![(from * 60, to * 60)])
    }

    fn only(index: usize, from: i64, to: i64) -> [Vec<(i64, i64)>; 7] {
        std::array::from_fn(|other| if other == index { vec![(from * 60, to * 60)] } else { Vec::new() })
    }

    fn pause(calendar: &Calendar, from: &str, until: &str) -> Pause {
        Pause::closed(at(calendar, from), at(calendar, until))
    }

    /// With extensions made at the anchor.
    fn paused(
        calendar: &Calendar,
        term: &Term,
        anchor: DateTime<Utc>,
        pauses: &[Pause],
        extensions: &[Extension],
    ) -> Due {
        let made: Vec<Made> = extensions.iter().map(|&change| Made { at: anchor, change }).collect();
        let start = Start::at(calendar, anchor);
        match clock::due(calendar, term, start, pauses, &made, PausesMove::End) {
            Answer::Due(due) => due,
            other => panic!("{other:?}"),
        }
    }

    fn cutoff(minutes: i64, later_counts_as: LaterCountsAs) -> Intake {
        Intake { at: [Some(minutes); 7], exclusive: false, later_counts_as }
    }

    const FOLLOWING: Option<Roll> = Some(Roll { rule: RollRule::Following, end: None });

    // Local time.

    /// `instant` against a look at every minute of two days around.
    #[test]
    fn local_times_are_found_by_looking_at_every_minute() {
        let cases = [
            (Europe::Berlin, "2026-03-29"),
            (Europe::Berlin, "2026-10-25"),
            (America::New_York, "2015-11-01"),
            (America::St_Johns, "2006-10-29"),
            (America::St_Johns, "2006-04-02"),
            (America::Sao_Paulo, "2018-02-17"),
            (America::Sao_Paulo, "2018-11-04"),
            (America::Havana, "2024-11-03"),
            (Australia::Lord_Howe, "2026-04-05"),
            (Australia::Lord_Howe, "2026-10-04"),
            (Africa::Casablanca, "2026-02-15"),
            (Africa::Casablanca, "2026-03-22"),
            (Asia::Shanghai, "2026-03-22"),
            (Pacific::Apia, "2011-12-30"),
            (Pacific::Kwajalein, "1993-08-21"),
        ];
        for (zone, date) in cases {
            let calendar = plain(zone, date, date, hours(9, 17));
            let start = local_time(day(date), -24 * 60);
            let mut shown_at: BTreeMap<NaiveDateTime, Vec<DateTime<Utc>>> = BTreeMap::new();
            for minutes in 0..=5 * 1440 {
                let t = start.and_utc() - TimeDelta::hours(26) + TimeDelta::minutes(minutes);
                shown_at.entry(calendar.local(t)).or_default().push(t);
            }
            for minutes in 0..2 * 1440 {
                let wanted = start + TimeDelta::minutes(minutes);
                // In a gap, what the clock shows next.
                let (shown, instants) = shown_at.range(wanted..).next().expect("the end of a gap");
                let (earlier, later) =
                    (instants[0], instants[if *shown == wanted { instants.len() - 1 } else { 0 }]);
                assert_eq!(calendar.instant(wanted, false), earlier, "{zone} {wanted}");
                assert_eq!(calendar.instant(wanted, true), later, "{zone} {wanted}");
            }
        }
    }

    #[test]
    fn a_skipped_date_is_no_working_day() {
        let apia = plain(Pacific::Apia, "2011-12-01", "2012-01-31", every_day(22, 30));
        assert!(apia.zone_skips(day("2011-12-30")));
        assert!(!apia.zone_skips(day("2011-12-29")));
        assert_eq!(apia.is_working_day(day("2011-12-29")), Ok(true));
        assert_eq!(apia.is_working_day(day("2011-12-30")), Ok(false));
        assert_eq!(apia.nth_working_day_after(day("2011-12-29"), 1), Ok(day("2011-12-31")));
        // The night that starts on the 29th ends on the 31st.
        assert_eq!(
            apia.working_between(at(&apia, "2011-12-29 12:00"), at(&apia, "2011-12-31 12:00")),
            Ok(8 * 60 - 6 * 60)
        );
    }

    // §9.2, each row both by a term and by §6.4's own steps.

    #[derive(Clone, Copy, Debug, PartialEq)]
    enum Reading {
        Default,
        A01DueOnly,
        A01ReceiptOnly,
        A02,
        A03,
        A05,
        A06,
        A07,
        A08,
    }

    fn term_of(reading: Reading, limit: NevLimit) -> Term {
        let n = match limit {
            NevLimit::Days(n) => n,
            NevLimit::Hours(n) => n / 24,
        };
        let mut term = Term {
            intake: Some(cutoff(HALF_PAST_FOUR, LaterCountsAs::NextCalendarDay)),
            end: End::new(EndAt::At(HALF_PAST_FOUR)),
            roll: FOLLOWING,
            ..Term::new(Count::CalendarDays(n))
        };
        match reading {
            Reading::Default | Reading::A07 => {}
            Reading::A01DueOnly => term.intake = None,
            Reading::A01ReceiptOnly => term.end = End::new(EndAt::EndOfDay),
            Reading::A02 => {
                if let NevLimit::Hours(n) = limit {
                    let at_cutoff = Some(End::new(EndAt::At(HALF_PAST_FOUR)));
                    term = Term {
                        roll: Some(Roll { rule: RollRule::Following, end: at_cutoff }),
                        ..Term::new(Count::Elapsed(n * 60))
                    };
                }
            }
            Reading::A03 => term.count = Count::WorkingDays(n),
            Reading::A05 => term.first_day = FirstDay::DayOne,
            Reading::A06 => term.closed_start = ClosedStart::NextWorkingDay,
            Reading::A08 => {
                term.intake.as_mut().expect("a cut-off").exclusive = true;
                term.end.exclusive = true;
            }
        }
        term
    }

    fn policy_of(reading: Reading, limit: NevLimit) -> NevPolicy {
        let mut policy = NevPolicy::new(limit);
        match reading {
            Reading::Default => {}
            Reading::A01DueOnly => policy.cutoff_meaning = CutoffMeaning::DueOnly,
            Reading::A01ReceiptOnly => policy.cutoff_meaning = CutoffMeaning::ReceiptOnly,
            Reading::A02 => policy.hours_as = HoursAs::Elapsed,
            Reading::A03 => policy.count = NevCount::WorkingDays,
            Reading::A05 => policy.first_day = NevFirstDay::DayOne,
            Reading::A06 => policy.start_on_non_working = StartOnNonWorking::NextWorkingDay,
            Reading::A07 => policy.makeup_day = MakeupDay::Holiday,
            Reading::A08 => policy.at_cutoff = AtCutoff::Late,
        }
        policy
    }

    /// A local date and time from a due instant; an exclusive midnight is 24:00 of the day before (design §5).
    fn shown(calendar: &Calendar, due: Due) -> String {
        let local = calendar.local(due.at);
        if due.exclusive && local.time() == NaiveTime::MIN {
            format!("{} 24:00", previous(local.date()))
        } else {
            local.format("%Y-%m-%d %H:%M").to_string()
        }
    }

    fn nev_shown(due: NevDue) -> String {
        match due.time {
            None => format!("{} 24:00", due.date),
            Some(time) => format!("{} {}", due.date, time.format("%H:%M")),
        }
    }

    fn check_nev(row: &str, reading: Reading, limit: NevLimit, start: &str, expected: &str) {
        let working = catalogue_calendar(true);
        let calendar = catalogue_calendar(reading != Reading::A07);
        let by_term = due(&calendar, &term_of(reading, limit), at(&calendar, start)).expect("known");
        assert_eq!(shown(&calendar, by_term), expected, "{row} {reading:?}, by the term");
        let by_text = nev_due(&working, &policy_of(reading, limit), local(start)).expect("known");
        assert_eq!(nev_shown(by_text), expected, "{row} {reading:?}, by the text");
        if reading != Reading::A02 {
            assert_eq!(by_term.exclusive, by_text.exclusive, "{row} {reading:?}");
        }
    }

    type Row = (&'static str, &'static str, NevLimit, &'static str, &'static [(Reading, &'static str)]);

    const H24: NevLimit = NevLimit::Hours(24);
    const D2: NevLimit = NevLimit::Days(2);

    #[rustfmt::skip]
    const ROWS: [Row; 37] = [
        ("W033", "2025-03-11 10:00", H24, "2025-03-12 16:30", &[(Reading::A01ReceiptOnly, "2025-03-12 24:00"), (Reading::A02, "2025-03-12 10:00"), (Reading::A05, "2025-03-11 16:30")]),
        ("W034", "2025-03-11 10:00", D2, "2025-03-13 16:30", &[]),
        // The row names A08 without a date: late at the cut-off is W036.
        ("W035", "2025-03-11 16:30", H24, "2025-03-12 16:30", &[(Reading::A08, "2025-03-13 16:30")]),
        ("W036", "2025-03-11 16:30:01", H24, "2025-03-13 16:30", &[(Reading::A08, "2025-03-13 16:30")]),
        ("W037", "2025-03-11 16:31", H24, "2025-03-13 16:30", &[(Reading::A01DueOnly, "2025-03-12 16:30"), (Reading::A02, "2025-03-12 16:31")]),
        ("W038", "2025-03-12 16:45", D2, "2025-03-17 16:30", &[(Reading::A01DueOnly, "2025-03-14 16:30")]),
        ("W039", "2025-03-13 17:00", H24, "2025-03-17 16:30", &[(Reading::A01DueOnly, "2025-03-14 16:30")]),
        ("W040", "2025-03-14 10:00", H24, "2025-03-17 16:30", &[(Reading::A02, "2025-03-17 16:30")]),
        ("W041", "2025-03-14 10:00", D2, "2025-03-17 16:30", &[(Reading::A03, "2025-03-18 16:30")]),
        ("W042", "2025-03-14 17:00", H24, "2025-03-17 16:30", &[(Reading::A06, "2025-03-18 16:30")]),
        ("W043", "2025-03-15 11:00", D2, "2025-03-17 16:30", &[(Reading::A03, "2025-03-18 16:30"), (Reading::A06, "2025-03-19 16:30")]),
        ("W044", "2025-03-16 20:00", H24, "2025-03-18 16:30", &[(Reading::A01DueOnly, "2025-03-17 16:30")]),
        ("W045", "2025-01-24 10:00", H24, "2025-01-26 16:30", &[(Reading::A07, "2025-01-27 16:30")]),
        ("W046", "2025-01-27 10:00", D2, "2025-02-05 16:30", &[(Reading::A03, "2025-02-06 16:30")]),
        ("W047", "2025-02-06 09:00", D2, "2025-02-08 16:30", &[(Reading::A07, "2025-02-10 16:30")]),
        ("W048", "2025-04-03 15:00", H24, "2025-04-07 16:30", &[]),
        ("W049", "2025-04-02 16:40", H24, "2025-04-07 16:30", &[(Reading::A01DueOnly, "2025-04-03 16:30")]),
        ("W050", "2025-04-30 09:00", D2, "2025-05-06 16:30", &[(Reading::A03, "2025-05-07 16:30")]),
        ("W051", "2025-05-29 14:00", D2, "2025-06-03 16:30", &[]),
        ("W052", "2025-05-30 11:00", H24, "2025-06-03 16:30", &[]),
        ("W053", "2025-09-26 10:00", D2, "2025-09-28 16:30", &[(Reading::A03, "2025-09-29 16:30"), (Reading::A07, "2025-09-29 16:30")]),
        ("W054", "2025-09-29 16:00", D2, "2025-10-09 16:30", &[]),
        ("W055", "2025-09-29 16:50", H24, "2025-10-09 16:30", &[(Reading::A01DueOnly, "2025-09-30 16:30"), (Reading::A02, "2025-09-30 16:50")]),
        ("W056", "2025-10-04 12:00", H24, "2025-10-09 16:30", &[(Reading::A06, "2025-10-10 16:30")]),
        ("W057", "2025-10-08 18:00", H24, "2025-10-10 16:30", &[(Reading::A01DueOnly, "2025-10-09 16:30")]),
        ("W058", "2025-10-09 10:00", D2, "2025-10-11 16:30", &[(Reading::A07, "2025-10-13 16:30")]),
        ("W059", "2025-12-31 10:00", H24, "2026-01-04 16:30", &[(Reading::A07, "2026-01-05 16:30")]),
        ("W060", "2026-02-12 10:00", D2, "2026-02-14 16:30", &[(Reading::A07, "2026-02-24 16:30")]),
        ("W061", "2026-02-13 09:00", D2, "2026-02-24 16:30", &[]),
        ("W062", "2026-02-14 17:00", H24, "2026-02-24 16:30", &[(Reading::A06, "2026-02-25 16:30")]),
        // The row names A08 without a date: day zero Fri, due Sun, rolls to the same day.
        ("W063", "2026-04-02 16:30", D2, "2026-04-07 16:30", &[(Reading::A08, "2026-04-07 16:30")]),
        ("W064", "2026-04-29 10:00", D2, "2026-05-06 16:30", &[]),
        ("W065", "2026-05-08 10:00", H24, "2026-05-09 16:30", &[(Reading::A07, "2026-05-11 16:30")]),
        ("W066", "2026-06-17 17:30", H24, "2026-06-22 16:30", &[(Reading::A01DueOnly, "2026-06-18 16:30")]),
        ("W067", "2026-09-24 10:00", D2, "2026-09-28 16:30", &[(Reading::A03, "2026-09-29 16:30")]),
        ("W068", "2026-09-30 16:29", H24, "2026-10-08 16:30", &[(Reading::A05, "2026-09-30 16:30")]),
        ("W069", "2026-10-08 10:00", D2, "2026-10-10 16:30", &[(Reading::A07, "2026-10-12 16:30")]),
    ];

    #[test]
    fn w033_to_w069() {
        for (row, start, limit, expected, readings) in ROWS {
            check_nev(row, Reading::Default, limit, start, expected);
            for (reading, expected) in readings {
                check_nev(row, *reading, limit, start, expected);
            }
        }
    }

    /// The two ways of computing, on every day of two months of holidays, by every reading.
    #[test]
    fn term_and_text_agree() {
        use Reading::{A01DueOnly, A01ReceiptOnly, A02, A03, A05, A06, A07, A08, Default};
        let working = catalogue_calendar(true);
        for reading in [Default, A01DueOnly, A01ReceiptOnly, A02, A03, A05, A06, A07, A08] {
            let calendar = catalogue_calendar(reading != A07);
            for limit in [H24, D2] {
                let mut date = day("2025-09-20");
                while date < day("2025-11-01") {
                    for minutes in [0, 600, 989, 990, 991, 1439] {
                        let start = local_time(date, minutes);
                        let anchor = calendar.instant(start, false);
                        let by_term = due(&calendar, &term_of(reading, limit), anchor).expect("known");
                        let by_text = nev_due(&working, &policy_of(reading, limit), start).expect("known");
                        assert_eq!(
                            shown(&calendar, by_term),
                            nev_shown(by_text),
                            "{reading:?} {limit:?} {start}"
                        );
                    }
                    date = next(date);
                }
            }
        }
    }

    #[test]
    fn w070_w072_later_starts() {
        check_nev("W070, A04 dispatched", Reading::Default, H24, "2025-03-12 09:00", "2025-03-13 16:30");
        check_nev(
            "W072, A45 from re-classification",
            Reading::Default,
            H24,
            "2025-03-12 09:00",
            "2025-03-13 16:30",
        );
    }

    // §9.3

    #[test]
    fn w074_to_w076_standing() {
        let calendar = catalogue_calendar(true);
        let limit = Due { at: at(&calendar, "2025-03-17 16:30"), exclusive: false };
        let open = |now: &str| standing(limit, None, None, at(&calendar, now));
        let closed = |closed: &str| {
            standing(limit, None, Some(at(&calendar, closed)), at(&calendar, "2025-04-01 00:00"))
        };
        assert_eq!(closed("2025-03-17 16:30:00"), Standing::ClosedInTime);
        assert_eq!(closed("2025-03-17 16:30:01"), Standing::ClosedLate);
        assert_eq!(open("2025-03-17 16:30"), Standing::OnTime);
        assert_eq!(open("2025-03-17 16:31"), Standing::Unclosed);
        // A08, the other reading.
        let late = Due { exclusive: true, ..limit };
        let now = at(&calendar, "2025-03-17 16:30");
        assert_eq!(standing(late, None, Some(now), now), Standing::ClosedLate);
        assert_eq!(standing(late, None, None, now), Standing::Unclosed);
    }

    #[test]
    fn w078_to_w081_project() {
        let calendar = catalogue_calendar(true);
        let months = Term { end: End::new(EndAt::EndOfDay), ..Term::new(Count::Months(3)) };
        let days = Term { count: Count::CalendarDays(90), ..months };
        let rows = [
            ("W079", months, "2025-03-14 10:00", "2025-06-14", "2025-06-15"),
            ("W079 A10", days, "2025-03-14 10:00", "2025-06-12", "2025-06-13"),
            ("W079 A11", months, "2025-03-17 16:30", "2025-06-17", "2025-06-18"),
            ("W080", months, "2025-11-30 10:00", "2026-02-28", "2026-03-01"),
            ("W080 A10", days, "2025-11-30 10:00", "2026-02-28", "2026-03-01"),
            ("W081", months, "2025-05-31 10:00", "2025-08-31", "2025-09-01"),
            ("W081 A10", days, "2025-05-31 10:00", "2025-08-29", "2025-08-30"),
        ];
        for (row, term, received, not_yet, from) in rows {
            let limit = due(&calendar, &term, at(&calendar, received)).expect("known");
            let closure = Due { at: at(&calendar, received), exclusive: false };
            let at_noon =
                |date: &str| standing(closure, Some(limit), None, at(&calendar, &format!("{date} 12:00")));
            assert_eq!(at_noon(not_yet), Standing::Unclosed, "{row}");
            assert_eq!(at_noon(from), Standing::ProjectDue, "{row}");
            assert_eq!(shown(&calendar, limit), format!("{not_yet} 24:00"), "{row}");
        }
    }

    // §9.4

    #[test]
    fn w087_to_w102() {
        let calendar = catalogue_calendar(true);
        let elapsed = Term::new(Count::Elapsed(24 * 60));
        let end_of_day = End::new(EndAt::EndOfDay);
        let same_day = Term { end: end_of_day, ..Term::new(Count::CalendarDays(0)) };
        let month = Term { end: end_of_day, ..Term::new(Count::Months(1)) };
        let rows = [
            ("W087", elapsed, "2025-09-26 15:20", "2025-09-27 15:20"),
            ("W088", elapsed, "2025-09-30 17:00", "2025-10-01 17:00"),
            ("W088 A23", Term { roll: FOLLOWING, ..elapsed }, "2025-09-30 17:00", "2025-10-09 17:00"),
            ("W089 sales", elapsed, "2026-03-02 09:00", "2026-03-03 09:00"),
            ("W089 production", elapsed, "2026-03-02 13:30", "2026-03-03 13:30"),
            ("W099", same_day, "2025-07-10 09:15", "2025-07-10 24:00"),
            ("W100", same_day, "2025-07-12 23:50", "2025-07-12 24:00"),
            ("W101", month, "2025-06-20 10:00", "2025-07-20 24:00"),
            ("W102", month, "2026-01-31 10:00", "2026-02-28 24:00"),
        ];
        for (row, term, start, expected) in rows {
            let due = due(&calendar, &term, at(&calendar, start)).expect("known");
            assert_eq!(shown(&calendar, due), expected, "{row}");
        }
    }

    // Known faults, section 1.

    #[test]
    fn t1_to_t8_and_t13_adding() {
        let zone = Tz::UTC;
        let year = |week| plain(zone, "2026-01-01", "2026-12-31", week);
        let in_2014 = with_holidays(plain(zone, "2014-01-01", "2014-12-31", hours(9, 17)), &["2014-01-20"]);
        let mut six_days = hours(8, 17);
        six_days[5] = vec![(8 * 60, 17 * 60)];
        let in_2018 = with_holidays(plain(zone, "2018-01-01", "2018-12-31", six_days), &["2018-11-09"]);
        let in_2024 = plain(zone, "2024-01-01", "2024-12-31", hours(14, 23));
        let only_tuesday = year(only(1, 8, 17));
        let mut lunch = only(1, 9, 13);
        lunch[1].push((14 * 60, 18 * 60));
        let mut saturday = year(hours(9, 17));
        saturday.special.insert(day("2026-01-10"), vec![(9 * 60, 17 * 60)]);
        let rows = [
            ("T1", year(hours(9, 17)), "2026-01-09 16:30", 60, "2026-01-12 09:30"),
            ("T2", year(hours(8, 18)), "2026-01-09 17:00", 240, "2026-01-12 11:00"),
            ("T3", in_2014, "2014-01-17 15:00", 480, "2014-01-21 15:00"),
            ("T4", in_2018, "2018-11-08 08:00", 600, "2018-11-10 09:00"),
            ("T5", in_2024, "2024-09-30 21:00", 240, "2024-10-01 16:00"),
            ("T6", only_tuesday, "2026-01-13 08:00", 600, "2026-01-20 09:00"),
            ("T7", year(lunch), "2026-01-13 12:30", 60, "2026-01-13 14:30"),
            ("T8", year(every_day(0, 24)), "2026-01-12 12:00", 1440, "2026-01-13 12:00"),
            ("T13", saturday, "2026-01-09 15:00", 480, "2026-01-10 15:00"),
        ];
        for (row, calendar, start, minutes, expected) in rows {
            let (start, expected) = (at(&calendar, start), at(&calendar, expected));
            assert_eq!(calendar.add_working(start, minutes), Ok(expected), "{row}");
            assert_eq!(calendar.subtract_working(expected, minutes), Ok(start), "{row} backward");
            assert_eq!(calendar.working_between(start, expected), Ok(minutes), "{row} between");
            assert_eq!(calendar.working_between(expected, start), Ok(-minutes), "{row} between");
        }
    }

    #[test]
    fn t9_nights_belong_to_the_day_on_which_they_start() {
        let calendar = plain(Tz::UTC, "2020-01-01", "2020-12-31", hours(22, 30));
        assert_eq!(calendar.is_working(at(&calendar, "2020-04-11 02:00")), Ok(true));
        assert_eq!(calendar.is_working(at(&calendar, "2020-04-06 02:00")), Ok(false));
        assert_eq!(calendar.is_working_day(day("2020-04-11")), Ok(false));
        assert_eq!(calendar.is_working_day(day("2020-04-10")), Ok(true));
        // A holiday removes the night that starts on it, and not the one that ends on it.
        let calendar = with_holidays(calendar, &["2020-04-09"]);
        assert_eq!(calendar.is_working(at(&calendar, "2020-04-09 02:00")), Ok(true));
        assert_eq!(calendar.is_working(at(&calendar, "2020-04-10 02:00")), Ok(false));
    }

    #[test]
    fn t12_nothing_is_known_beyond_the_known_days() {
        let calendar = plain(Tz::UTC, "2026-01-01", "2026-12-31", hours(9, 17));
        let received = at(&calendar, "2026-12-30 10:00");
        let days = |n| due(&calendar, &Term::new(Count::WorkingDays(n)), received);
        assert_eq!(days(1), Ok(Due { at: at(&calendar, "2026-12-31 10:00"), exclusive: false }));
        assert_eq!(days(2), Err(Unknown::NotKnown));
        assert_eq!(calendar.is_working_day(day("2027-01-01")), Err(Unknown::NotKnown));
        assert_eq!(calendar.is_working(at(&calendar, "2027-01-01 00:00")), Err(Unknown::NotKnown));
        assert_eq!(calendar.is_working(at(&calendar, "2026-12-31 23:59")), Ok(false));
        assert_eq!(calendar.next_working_instant(at(&calendar, "2026-12-31 17:00")), Err(Unknown::NotKnown));
        // An elapsed term without roll asks nothing (design §4).
        let elapsed = due(&calendar, &Term::new(Count::Elapsed(2 * 1440)), received);
        assert_eq!(elapsed, Ok(Due { at: at(&calendar, "2027-01-01 10:00"), exclusive: false }));
        // The day before the first may have worked into it: Thursday 2026-01-01 after a Wednesday night.
        let nights = plain(Tz::UTC, "2026-01-01", "2026-12-31", hours(22, 30));
        assert_eq!(nights.is_working(at(&nights, "2026-01-01 05:59")), Err(Unknown::NotKnown));
        assert_eq!(nights.is_working(at(&nights, "2026-01-01 06:00")), Ok(false));
        assert!(!nights.knows_instant(at(&nights, "2026-01-01 05:59")));
        assert!(nights.knows_instant(at(&nights, "2026-01-01 06:00")));
    }

    /// T14 and design §4 "Laws", and the two definitions of an inverse, on a week with a change of the clocks.
    #[test]
    fn t14_laws() {
        for first in ["2026-03-25", "2026-10-21"] {
            let mut week = hours(22, 26);
            week[6] = vec![(0, 3 * 60), (9 * 60, 12 * 60)];
            let calendar = plain(Europe::Berlin, first, "2026-12-31", week);
            let mut previous_due = None;
            let mut start = at(&calendar, &format!("{first} 12:00"));
            let end = start + TimeDelta::days(6);
            while start < end {
                let due = calendar.add_working(start, 300).expect("known");
                assert!(previous_due <= Some(due));
                previous_due = Some(due);
                assert_eq!(calendar.working_between(start, due), Ok(300));
                let halfway = calendar.add_working(start, 130).expect("known");
                assert_eq!(calendar.add_working(halfway, 170), Ok(due));
                assert_eq!(calendar.add_working(start, 0), Ok(start));
                // The latest start is the next working instant of this one.
                let next = calendar.next_working_instant(start).expect("known");
                assert_eq!(calendar.subtract_working(due, 300), Ok(next));
                // An end is an end of working time.
                assert_eq!(calendar.previous_working_instant(due), Ok(due));
                start += TimeDelta::minutes(47);
            }
        }
    }

    #[test]
    fn next_and_previous_working_instants() {
        let calendar = plain(Tz::UTC, "2026-01-01", "2026-12-31", hours(9, 17));
        let next = |text: &str| calendar.next_working_instant(at(&calendar, text)).expect("known");
        let previous = |text: &str| calendar.previous_working_instant(at(&calendar, text)).expect("known");
        assert_eq!(next("2026-01-09 16:59:30"), at(&calendar, "2026-01-09 16:59:30"));
        assert_eq!(next("2026-01-09 17:00"), at(&calendar, "2026-01-12 09:00"));
        assert_eq!(next("2026-01-12 08:59:30"), at(&calendar, "2026-01-12 09:00"));
        assert_eq!(previous("2026-01-12 09:00"), at(&calendar, "2026-01-09 17:00"));
        assert_eq!(previous("2026-01-12 09:00:30"), at(&calendar, "2026-01-12 09:00:30"));
        assert_eq!(previous("2026-01-09 17:00"), at(&calendar, "2026-01-09 17:00"));
        assert_eq!(previous("2026-01-09 17:00:30"), at(&calendar, "2026-01-09 17:00"));
    }

    #[test]
    fn days_and_rolls() {
        let calendar = catalogue_calendar(true);
        // National Day 2025 ends on 8 Oct, and Sat 11 Oct is a make-up day: 9, 10, 11 Oct.
        assert_eq!(calendar.nth_working_day_after(day("2025-09-30"), 3), Ok(day("2025-10-11")));
        assert_eq!(calendar.nth_working_day_before(day("2025-10-11"), 3), Ok(day("2025-09-30")));
        assert_eq!(calendar.nth_working_day_after(day("2025-10-04"), 0), Ok(day("2025-10-04")));
        assert_eq!(calendar.working_days_between(day("2025-09-30"), day("2025-10-11")), Ok(3));
        assert_eq!(calendar.working_days_between(day("2025-10-11"), day("2025-09-30")), Ok(-3));
        assert_eq!(calendar.working_days_between(day("2025-10-04"), day("2025-10-04")), Ok(0));
        // Sat 31 May 2025 is a holiday, and the next working day lies in June.
        assert_eq!(calendar.roll_following(day("2025-05-31")), Ok(day("2025-06-03")));
        assert_eq!(calendar.roll_preceding(day("2025-05-31")), Ok(day("2025-05-30")));
        assert_eq!(calendar.roll_modified_following(day("2025-05-31")), Ok(day("2025-05-30")));
        assert_eq!(calendar.roll_modified_following(day("2025-03-15")), Ok(day("2025-03-17")));
        assert_eq!(plus_months(day("2025-11-30"), 3), day("2026-02-28"));
        assert_eq!(plus_months(day("2024-01-31"), 1), day("2024-02-29"));
    }

    // Section 2.

    #[test]
    fn t20_a_day_and_24_hours_are_two_things() {
        let calendar = plain(Europe::Berlin, "2026-01-01", "2026-12-31", hours(9, 17));
        let received = instant("2026-03-28T10:00:00+01:00");
        let due = |count| due(&calendar, &Term::new(count), received).expect("known").at;
        assert_eq!(due(Count::Elapsed(1440)), instant("2026-03-29T11:00:00+02:00"));
        assert_eq!(due(Count::CalendarDays(1)), instant("2026-03-29T10:00:00+02:00"));
    }

    #[test]
    fn t21_elapsed_in_autumn() {
        let calendar = plain(Europe::Berlin, "2026-01-01", "2026-12-31", hours(9, 17));
        let due = due(&calendar, &Term::new(Count::Elapsed(1440)), instant("2026-10-24T10:00:00+02:00"));
        assert_eq!(due, Ok(Due { at: instant("2026-10-25T09:00:00+01:00"), exclusive: false }));
    }

    #[test]
    fn t22_t23_t24_working_time_is_real_time() {
        let berlin = plain(Europe::Berlin, "2026-01-01", "2026-12-31", only(6, 0, 8));
        for (start, end, next, capacity) in [
            ("2026-03-29T00:00:00+01:00", "2026-03-29T07:00:00+02:00", "2026-03-30T00:00:00+02:00", 420),
            ("2026-10-25T00:00:00+02:00", "2026-10-25T05:00:00+01:00", "2026-10-26T00:00:00+01:00", 540),
        ] {
            assert_eq!(berlin.add_working(instant(start), 360), Ok(instant(end)));
            assert_eq!(berlin.working_between(instant(start), instant(next)), Ok(capacity));
        }
        let amsterdam = plain(Europe::Amsterdam, "2022-01-01", "2022-12-31", every_day(0, 10));
        let end = amsterdam.add_working(instant("2022-10-30T02:00:00+02:00"), 60);
        assert_eq!(end, Ok(instant("2022-10-30T02:00:00+01:00")));
        let new_york = plain(America::New_York, "2015-01-01", "2015-12-31", only(6, 2, 24));
        let next = new_york.next_working_instant(instant("2015-11-01T01:59:30-04:00"));
        assert_eq!(next, Ok(instant("2015-11-01T02:00:00-05:00")));
    }

    #[test]
    fn t25_t26_t27_t31_offsets_of_the_right_date() {
        let calendar = plain(America::New_York, "2026-01-01", "2026-12-31", only(6, 13, 18));
        let span = Span { start: instant("2026-03-08T17:00:00Z"), end: instant("2026-03-08T22:00:00Z") };
        assert_eq!(calendar.spans_of(day("2026-03-08")), [span]);
        let calendar = plain(America::New_York, "2021-01-01", "2021-12-31", hours(9, 17));
        let end = calendar.add_working(instant("2021-03-12T16:30:00-05:00"), 60);
        assert_eq!(end, Ok(instant("2021-03-15T13:30:00Z")));
        let calendar = plain(America::New_York, "2023-01-01", "2023-12-31", hours(9, 20));
        let calendar = with_holidays(calendar, &["2023-11-23"]);
        let end = calendar.add_working(at(&calendar, "2023-11-22 19:00"), 120);
        assert_eq!(end, Ok(at(&calendar, "2023-11-24 10:00")));
        let london: [Vec<(i64, i64)>; 7] = std::array::from_fn(|_| vec![(8 * 60 + 30, 17 * 60 + 30)]);
        let calendar = plain(Europe::London, "2023-01-01", "2023-12-31", london);
        for (date, start) in [("2023-10-28", "2023-10-28T07:30:00Z"), ("2023-10-29", "2023-10-29T08:30:00Z")]
        {
            assert_eq!(calendar.spans_of(day(date))[0].start, instant(start));
        }
    }

    #[test]
    fn t28_the_receipt_day_is_the_policy_zones() {
        let calendar = plain(Europe::Berlin, "2026-01-01", "2026-12-31", hours(9, 17));
        let due = due(&calendar, &Term::new(Count::WorkingDays(1)), instant("2026-03-31T22:30:00Z"));
        assert_eq!(calendar.local(due.expect("known").at).date(), day("2026-04-02"));
    }

    // Section 3.

    #[test]
    fn t40_to_t45_three_countings() {
        let calendar = plain(Europe::Berlin, "2026-01-01", "2026-12-31", hours(9, 17));
        let calendar = with_holidays(calendar, &["2026-04-03", "2026-04-06", "2026-05-01"]);
        let end = End::new(EndAt::At(HALF_PAST_FOUR));
        let business = Term {
            intake: Some(cutoff(HALF_PAST_FOUR, LaterCountsAs::NextWorkingDay)),
            closed_start: ClosedStart::NextWorkingDay,
            end,
            ..Term::new(Count::WorkingDays(2))
        };
        let calendar_days = Term {
            intake: Some(cutoff(HALF_PAST_FOUR, LaterCountsAs::NextCalendarDay)),
            end,
            roll: FOLLOWING,
            ..Term::new(Count::CalendarDays(2))
        };
        let intake_rolls = Term { closed_start: ClosedStart::NextWorkingDay, ..calendar_days };
        let rows = [
            ("T40", "2026-04-01 16:30:00", ["2026-04-07", "2026-04-07", "2026-04-07"]),
            ("T41", "2026-04-01 16:30:01", ["2026-04-08", "2026-04-07", "2026-04-07"]),
            ("T42", "2026-04-02 10:00", ["2026-04-08", "2026-04-07", "2026-04-07"]),
            ("T43", "2026-04-02 17:00", ["2026-04-09", "2026-04-07", "2026-04-09"]),
            ("T44", "2026-04-04 10:00", ["2026-04-09", "2026-04-07", "2026-04-09"]),
            ("T45", "2026-04-30 16:31", ["2026-05-06", "2026-05-04", "2026-05-06"]),
        ];
        for (row, received, expected) in rows {
            for (term, expected) in [business, calendar_days, intake_rolls].iter().zip(expected) {
                let due = due(&calendar, term, at(&calendar, received)).expect("known");
                assert_eq!(shown(&calendar, due), format!("{expected} 16:30"), "{row} {:?}", term.count);
            }
        }
    }

    #[test]
    fn t46_extension_from_the_unrolled_base() {
        let calendar = plain(Europe::London, "2018-01-01", "2018-12-31", hours(9, 17));
        let calendar = with_holidays(calendar, &["2018-03-30", "2018-04-02"]);
        let end = End::new(EndAt::At(16 * 60));
        let term = Term { end, roll: FOLLOWING, ..Term::new(Count::CalendarDays(19)) };
        let issued = at(&calendar, "2018-03-12 10:00");
        let due =
            |extensions: &[Extension]| shown(&calendar, paused(&calendar, &term, issued, &[], extensions));
        assert_eq!(due(&[]), "2018-04-03 16:00");
        assert_eq!(due(&[Extension::ReplaceTotal(Count::CalendarDays(33))]), "2018-04-16 16:00");
        assert_eq!(due(&[Extension::Add(Count::CalendarDays(14))]), "2018-04-16 16:00");
        let saturday = day("2018-04-14");
        assert_eq!(due(&[Extension::Until { date: saturday, fixed: false }]), "2018-04-16 16:00");
        assert_eq!(due(&[Extension::Until { date: saturday, fixed: true }]), "2018-04-14 16:00");
    }

    /// Day zero does not count, and once the unrolled end has passed the rolled date moves.
    #[test]
    fn t47_pauses_and_the_roll() {
        let calendar = plain(Europe::London, "2026-01-01", "2026-12-31", hours(9, 17));
        let end = End::new(EndAt::At(16 * 60));
        let term = Term { end, roll: FOLLOWING, ..Term::new(Count::CalendarDays(2)) };
        let received = at(&calendar, "2026-01-08 10:00");
        let due = |pauses: &[Pause]| shown(&calendar, paused(&calendar, &term, received, pauses, &[]));
        assert_eq!(due(&[]), "2026-01-12 16:00");
        assert_eq!(due(&[pause(&calendar, "2026-01-08 12:00", "2026-01-13 12:00")]), "2026-01-14 16:00");
        // One that begins at or after the due instant changes nothing; before the rolled one it still does.
        assert_eq!(due(&[pause(&calendar, "2026-01-12 16:00", "2026-01-20 12:00")]), "2026-01-12 16:00");
        assert_eq!(due(&[pause(&calendar, "2026-01-11 10:00", "2026-01-13 12:00")]), "2026-01-13 16:00");
        // An end at the very resume is not counted.
        assert_eq!(due(&[pause(&calendar, "2026-01-08 12:00", "2026-01-12 16:00")]), "2026-01-13 16:00");
        assert_eq!(due(&[pause(&calendar, "2026-01-08 12:00", "2026-01-12 16:01")]), "2026-01-14 16:00");
    }

    #[test]
    fn t48_t49_t50_t55_counting() {
        let london = plain(Europe::London, "2026-01-01", "2026-12-31", hours(9, 17));
        let london = with_holidays(london, &["2026-04-03", "2026-04-06", "2026-05-04", "2026-05-25"]);
        let close = Term { end: End::new(EndAt::CloseOfBusiness), ..Term::new(Count::WorkingDays(3)) };
        let england = plain(Europe::London, "2021-01-01", "2022-12-31", hours(9, 17));
        let england = with_holidays(england, &["2021-12-27", "2021-12-28", "2022-01-03"]);
        let scotland = with_holidays(england.clone(), &["2022-01-04"]);
        let days = |n| Term::new(Count::WorkingDays(n));
        let rows = [
            ("T48", &london, close, "2026-04-30 23:50", "2026-05-06 17:00"),
            ("T49", &london, Term::new(Count::Weeks(8)), "2026-03-30 10:00", "2026-05-25 10:00"),
            ("T50", &london, days(15), "2026-04-01 10:00", "2026-04-24 10:00"),
            ("T50", &london, days(35), "2026-04-01 10:00", "2026-05-26 10:00"),
            ("T55 England", &england, days(20), "2021-12-15 10:00", "2022-01-17 10:00"),
            ("T55 Scotland", &scotland, days(20), "2021-12-15 10:00", "2022-01-18 10:00"),
        ];
        for (row, calendar, term, received, expected) in rows {
            let due = due(calendar, &term, at(calendar, received)).expect("known");
            assert_eq!(shown(calendar, due), expected, "{row}");
        }
    }

    #[test]
    fn t51_t52_t53_starts() {
        let calendar = plain(Tz::UTC, "2026-01-01", "2026-12-31", hours(9, 13));
        let date = |term: &Term, received: &str| {
            let due = due(&calendar, term, at(&calendar, received)).expect("known");
            calendar.local(due.at).date()
        };
        let one = Term::new(Count::WorkingDays(1));
        assert_eq!(date(&one, "2026-01-10 10:00"), day("2026-01-12"), "T51, day zero");
        let opening = Term { closed_start: ClosedStart::NextWorkingDay, ..one };
        assert_eq!(date(&opening, "2026-01-10 10:00"), day("2026-01-13"), "T51, next opening");
        let two = Term {
            intake: Some(cutoff(13 * 60, LaterCountsAs::NextWorkingDay)),
            ..Term::new(Count::WorkingDays(2))
        };
        assert_eq!(date(&two, "2026-01-12 14:00"), day("2026-01-15"), "T52");
        // T53: 16:00 from Monday to Friday, 11:00 on Saturday, none on Sunday.
        let mut at = [Some(16 * 60); 7];
        (at[5], at[6]) = (Some(11 * 60), None);
        let per_weekday =
            Some(Intake { at, exclusive: false, later_counts_as: LaterCountsAs::NextCalendarDay });
        let term = Term { intake: per_weekday, ..Term::new(Count::CalendarDays(1)) };
        for (received, expected) in [
            ("2026-01-09 15:00", "2026-01-10"),
            ("2026-01-09 16:01", "2026-01-11"),
            ("2026-01-10 11:00", "2026-01-11"),
            ("2026-01-10 11:01", "2026-01-12"),
            ("2026-01-11 23:00", "2026-01-12"),
        ] {
            assert_eq!(date(&term, received), day(expected), "T53 {received}");
        }
    }

    /// Design §11 "Terms".
    #[test]
    fn day_one() {
        let calendar = catalogue_calendar(true);
        for (count, start, expected) in [
            (Count::WorkingDays(1), "2025-03-14 10:00", "2025-03-14 10:00"),
            (Count::WorkingDays(1), "2025-03-15 10:00", "2025-03-17 10:00"),
            (Count::WorkingDays(2), "2025-03-14 10:00", "2025-03-17 10:00"),
            (Count::CalendarDays(1), "2025-03-15 10:00", "2025-03-15 10:00"),
            (Count::Weeks(1), "2025-03-14 10:00", "2025-03-20 10:00"),
            (Count::Months(1), "2025-01-31 10:00", "2025-02-27 10:00"),
        ] {
            let term = Term { first_day: FirstDay::DayOne, ..Term::new(count) };
            let due = due(&calendar, &term, at(&calendar, start)).expect("known");
            assert_eq!(shown(&calendar, due), expected, "{count:?}");
        }
    }

    #[test]
    fn ends_and_rolled_ends() {
        let calendar = catalogue_calendar(true);
        let term = |at, roll| Term { end: End::new(at), roll, ..Term::new(Count::CalendarDays(1)) };
        let opening = Some(Roll { rule: RollRule::Following, end: Some(End::new(EndAt::Opening)) });
        let preceding = Some(Roll { rule: RollRule::Preceding, end: None });
        for (term, expected) in [
            (term(EndAt::SameTime, None), "2025-03-15 10:00"),
            (term(EndAt::At(990), None), "2025-03-15 16:30"),
            (term(EndAt::EndOfDay, None), "2025-03-15 24:00"),
            (term(EndAt::EndOfDay, FOLLOWING), "2025-03-17 24:00"),
            (term(EndAt::CloseOfBusiness, FOLLOWING), "2025-03-17 18:00"),
            (term(EndAt::CloseOfBusiness, preceding), "2025-03-14 18:00"),
            (term(EndAt::At(990), opening), "2025-03-17 09:00"),
        ] {
            let due = due(&calendar, &term, at(&calendar, "2025-03-14 10:00")).expect("known");
            assert_eq!(shown(&calendar, due), expected, "{term:?}");
        }
        let close = term(EndAt::CloseOfBusiness, None);
        let closed = due(&calendar, &close, at(&calendar, "2025-03-14 10:00"));
        assert_eq!(closed, Err(Unknown::NoBusinessHours));
    }

    // Section 4.

    #[test]
    fn t60_t61_t62_working_pauses() {
        let days = plain(Tz::UTC, "2026-01-01", "2026-12-31", hours(8, 17));
        let long = plain(Tz::UTC, "2026-01-01", "2026-12-31", hours(8, 20));
        for (row, calendar, start, minutes, until, expected) in [
            ("T60", &days, "2026-01-09 16:00", 120, "2026-01-10 10:00", "2026-01-12 10:00"),
            ("T61", &days, "2026-01-09 16:00", 120, "2026-01-12 08:00", "2026-01-12 10:00"),
        ] {
            let pauses = [pause(calendar, start, until)];
            let due =
                paused(calendar, &Term::new(Count::Working(minutes)), at(calendar, start), &pauses, &[]);
            assert_eq!(shown(calendar, due), expected, "{row}");
        }
        let pauses = [pause(&long, "2026-01-09 12:00", "2026-01-12 12:00")];
        let due = paused(&long, &Term::new(Count::Working(480)), at(&long, "2026-01-09 10:00"), &pauses, &[]);
        assert_eq!(shown(&long, due), "2026-01-12 18:00", "T62");
    }

    #[test]
    fn t63_a_long_pause_does_not_count() {
        let calendar = plain(Tz::UTC, "2026-01-01", "2026-12-31", hours(9, 17));
        let pauses = [pause(&calendar, "2026-02-03 10:00", "2026-08-04 10:00")];
        for count in
            [Count::Elapsed(3 * 1440), Count::Working(3 * 480), Count::CalendarDays(3), Count::WorkingDays(3)]
        {
            let due = paused(&calendar, &Term::new(count), at(&calendar, "2026-02-02 10:00"), &pauses, &[]);
            assert_eq!(shown(&calendar, due), "2026-08-06 10:00", "{count:?}");
        }
    }

    #[test]
    fn t64_seconds_of_pauses_add_up() {
        let calendar = plain(Tz::UTC, "2026-01-01", "2026-12-31", hours(9, 17));
        let start = at(&calendar, "2026-02-02 10:00");
        let mut pauses = Vec::new();
        for number in 0..100 {
            let from = start + TimeDelta::minutes(number);
            pauses.push(Pause::closed(from, from + TimeDelta::seconds(59)));
        }
        let due = paused(&calendar, &Term::new(Count::Elapsed(240)), start, &pauses, &[]);
        assert_eq!(due.at, start + TimeDelta::hours(4) + TimeDelta::minutes(98) + TimeDelta::seconds(20));
    }

    #[test]
    fn t65_overlapping_pauses_count_once() {
        let calendar = plain(Tz::UTC, "2026-01-01", "2026-12-31", hours(8, 18));
        let pauses = [
            pause(&calendar, "2026-01-12 11:00", "2026-01-12 13:00"),
            pause(&calendar, "2026-01-12 10:00", "2026-01-12 12:00"),
        ];
        for count in [Count::Elapsed(240), Count::Working(240)] {
            let due = paused(&calendar, &Term::new(count), at(&calendar, "2026-01-12 09:00"), &pauses, &[]);
            assert_eq!(shown(&calendar, due), "2026-01-12 16:00", "{count:?}");
        }
    }

    #[test]
    fn t69_t80_change_and_warning() {
        let calendar = plain(Tz::UTC, "2026-01-01", "2026-12-31", hours(8, 18));
        let pauses = [pause(&calendar, "2026-01-12 11:00", "2026-01-12 13:00")];
        let received = at(&calendar, "2026-01-12 10:00");
        let changed = paused(&calendar, &Term::new(Count::Working(240)), received, &pauses, &[]);
        assert_eq!(shown(&calendar, changed), "2026-01-12 16:00", "T69");
        // A change of the term may be shorter, an extension may not.
        let total = Made { at: received, change: Extension::ReplaceTotal(Count::Working(240)) };
        let term = Term::new(Count::Working(480));
        let start = Start::at(&calendar, received);
        let refused = clock::due(&calendar, &term, start, &pauses, &[total], PausesMove::End);
        assert_eq!(refused, Answer::Refused(0, Why::Earlier));
        let due = calendar.add_working(at(&calendar, "2026-01-12 17:00"), 240).expect("known");
        assert_eq!(due, at(&calendar, "2026-01-13 11:00"), "T80");
        assert_eq!(calendar.subtract_working(due, 60), Ok(at(&calendar, "2026-01-13 10:00")), "T80");
    }

    /// Design §5: pauses before the anchor are clipped, one that begins at the due instant changes nothing, `At` never moves.
    #[test]
    fn pauses_at_the_edges() {
        let calendar = plain(Tz::UTC, "2026-01-01", "2026-12-31", hours(8, 18));
        let start = at(&calendar, "2026-01-12 10:00");
        let due =
            |term: &Term, pauses: &[Pause]| shown(&calendar, paused(&calendar, term, start, pauses, &[]));
        let hours = Term::new(Count::Elapsed(120));
        assert_eq!(
            due(&hours, &[pause(&calendar, "2026-01-12 09:00", "2026-01-12 11:00")]),
            "2026-01-12 13:00"
        );
        assert_eq!(
            due(&hours, &[pause(&calendar, "2026-01-12 08:00", "2026-01-12 10:00")]),
            "2026-01-12 12:00"
        );
        assert_eq!(
            due(&hours, &[pause(&calendar, "2026-01-12 12:00", "2026-01-12 15:00")]),
            "2026-01-12 12:00"
        );
        assert_eq!(
            due(&hours, &[pause(&calendar, "2026-01-12 11:59", "2026-01-12 15:00")]),
            "2026-01-12 15:01"
        );
        // The second begins after the first instant, but before the moved one.
        let two = [
            pause(&calendar, "2026-01-12 11:00", "2026-01-12 12:00"),
            pause(&calendar, "2026-01-12 12:30", "2026-01-12 13:00"),
        ];
        assert_eq!(due(&hours, &two), "2026-01-12 13:30");
        let chosen = Term::new(Count::At(at(&calendar, "2026-01-12 15:00")));
        assert_eq!(due(&chosen, &two), "2026-01-12 15:00");
        // Working days: the ends of Saturday and Sunday are none. Calendar days: they are.
        let weekend = [pause(&calendar, "2026-01-16 20:00", "2026-01-19 07:00")];
        let end = End::new(EndAt::CloseOfBusiness);
        assert_eq!(due(&Term { end, ..Term::new(Count::WorkingDays(5)) }, &weekend), "2026-01-19 18:00");
        assert_eq!(due(&Term { end, ..Term::new(Count::CalendarDays(7)) }, &weekend), "2026-01-21 18:00");
    }
    /// A third way to say what pauses do to amounts: the clock ticks in every minute that is not paused, and is due when it has
    /// ticked often enough.
    #[test]
    fn pauses_of_amounts_are_minutes_without_a_tick() {
        let mut week = hours(8, 12);
        week[4] = vec![(8 * 60, 9 * 60), (22 * 60, 29 * 60)];
        let calendar = plain(Europe::Berlin, "2026-03-23", "2026-12-31", week);
        let monday = at(&calendar, "2026-03-23 00:00");
        let mut state: i64 = 1;
        let mut below = |n: i64| {
            state = (state * 1_103_515_245 + 12345) % (1 << 31);
            (state >> 8) % n
        };
        for _ in 0..100 {
            let anchor = monday + TimeDelta::minutes(below(7 * 1440));
            let amount = below(900);
            let pauses: Vec<Pause> = (0..below(5))
                .map(|_| {
                    let from = anchor + TimeDelta::minutes(below(4000) - 500);
                    Pause::closed(from, from + TimeDelta::minutes(below(3000)))
                })
                .collect();
            for count in [Count::Elapsed(amount), Count::Working(amount)] {
                let (mut x, mut left) = (anchor, amount);
                while left > 0 {
                    let stopped = pauses
                        .iter()
                        .any(|pause| pause.from <= x && pause.until.is_some_and(|until| x < until));
                    let counts = count == Count::Elapsed(amount) || calendar.is_working(x).expect("known");
                    if counts && !stopped {
                        left -= 1;
                    }
                    x += minute();
                }
                let due = paused(&calendar, &Term::new(count), anchor, &pauses, &[]);
                assert_eq!(due, Due { at: x, exclusive: false }, "{count:?} {anchor} {pauses:?}");
            }
        }
    }
}
