//! The slow oracle for pauses and extensions of a clock.
//!
//! Written from `design.md` §5 and §11 and from `faults.md` part D, by someone who has not looked at the code it judges. It goes
//! through what happened to a clock in the order of instants and walks day by day, so that a reader sees that it is the text.
//! Where the text is silent, a comment begins with "Choice:".

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};

use super::{
    Calendar, ClosedStart, Count, Due, End, EndAt, Extension, FirstDay, LaterCountsAs, RollRule, Term,
    Unknown, local_time, minute, next, plus_days, plus_months, previous, weekday_index,
};

type Instant = DateTime<Utc>;

/// Half-open: the clock runs again at `until`. An open pause has no end yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pause {
    pub from: Instant,
    pub until: Option<Instant>,
}

impl Pause {
    pub fn closed(from: Instant, until: Instant) -> Self {
        Self { from, until: Some(until) }
    }

    pub fn open(from: Instant) -> Self {
        Self { from, until: None }
    }
}

/// An extension, and when it was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Made {
    pub at: Instant,
    pub change: Extension,
}

/// What stops a clock moves its unrolled end and, once that has passed, its rolled date; or always its due date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PausesMove {
    End,
    /// "every pause moves the due date"
    DueDate,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// "must be made before expiry"
    Expired,
    /// "A total or an `Until` that is earlier than the date … is refused"
    Earlier,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    Due(Due),
    /// "one that is open means `Paused`"
    Paused,
    /// The number of the extension in the order of the argument.
    Refused(usize, Why),
    Unknown(Unknown),
}

/// The due date of a clock.
pub fn due(
    calendar: &Calendar,
    term: &Term,
    start: Start,
    pauses: &[Pause],
    extensions: &[Made],
    pauses_move: PausesMove,
) -> Answer {
    match Run::of(calendar, term, start, pauses, extensions, pauses_move) {
        Ok(answer) => answer,
        Err(unknown) => Answer::Unknown(unknown),
    }
}

// ---------------------------------------------------------------------------------------------------------------------------
// Start
// ---------------------------------------------------------------------------------------------------------------------------

/// Where a term starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Start {
    pub at: Instant,
    /// The date counted from, and the time of day, which is "the same time".
    date: NaiveDate,
    time: NaiveTime,
    /// 24:00 of the date; `time` is of no meaning then.
    midnight: bool,
}

impl Start {
    /// An event.
    pub fn at(calendar: &Calendar, at: Instant) -> Self {
        let local = calendar.local(at);
        Self { at, date: local.date(), time: local.time(), midnight: false }
    }

    /// "the date counted from is the due *date* (24:00 of the 16th is the 16th), and its time of day stays"
    pub fn when_due(calendar: &Calendar, due: Due) -> Self {
        let start = Self::at(calendar, due.at);
        let before = previous(start.date);
        if due.exclusive && due.at == calendar.end_of_day(before) {
            Self { date: before, midnight: true, ..start }
        } else {
            start
        }
    }
}

/// Day zero: the date of the start, after the cut-off and the closed start.
fn day_zero(calendar: &Calendar, term: &Term, start: Start) -> Result<NaiveDate, Unknown> {
    let received = calendar.known(start.date)?;
    let mut date = received;
    if let Some(intake) = &term.intake
        && let Some(minutes) = intake.at[weekday_index(received)]
    {
        let cutoff = calendar.instant(local_time(received, minutes), false);
        let late = if intake.exclusive { start.at >= cutoff } else { start.at > cutoff };
        if late {
            date = match intake.later_counts_as {
                LaterCountsAs::NextCalendarDay => next(received),
                LaterCountsAs::NextWorkingDay => calendar.nth_working_day_after(received, 1)?,
            };
        }
    }
    // After the cut-off's shift (A06).
    if term.closed_start == ClosedStart::NextWorkingDay {
        date = calendar.roll_following(date)?;
    }
    Ok(date)
}

// ---------------------------------------------------------------------------------------------------------------------------
// What happened, in order
// ---------------------------------------------------------------------------------------------------------------------------

/// A pause, or the part of one that an extension divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Piece {
    from: Instant,
    until: Option<Instant>,
    /// The clock stood still already immediately before: an extension was made during the pause.
    goes_on: bool,
}

enum Happened {
    /// And whether a pause was running that had begun before.
    Extended(usize, Made, bool),
    Stopped(Piece),
}

/// "overlapping and touching pauses count as one". Nothing happens to a clock before its start.
fn joined(pauses: &[Pause], start: Instant) -> Vec<Pause> {
    let mut sorted: Vec<Pause> = pauses.to_vec();
    sorted.sort_by_key(|pause| pause.from);
    let mut joined: Vec<Pause> = Vec::new();
    for pause in sorted {
        let from = pause.from.max(start);
        // An empty pause is none.
        if pause.until.is_some_and(|until| until <= from) {
            continue;
        }
        match joined.last_mut() {
            Some(last) if last.until.is_none_or(|until| from <= until) => {
                last.until = match (last.until, pause.until) {
                    (Some(a), Some(b)) => Some(a.max(b)),
                    _ => None,
                };
            }
            _ => joined.push(Pause { from, until: pause.until }),
        }
    }
    joined
}

/// "Extensions and pauses apply in the order of their instants; at one instant an extension comes before a pause, and one that is
/// made during a pause divides it"
fn in_order(pauses: &[Pause], extensions: &[Made], start: Instant) -> Vec<Happened> {
    let mut made: Vec<(usize, Made)> = extensions.iter().copied().enumerate().collect();
    made.sort_by_key(|(_, made)| made.at);
    let mut happened: Vec<Happened> = Vec::new();
    let mut made = made.into_iter().peekable();
    for pause in joined(pauses, start) {
        while let Some((number, extension)) = made.next_if(|(_, made)| made.at <= pause.from) {
            happened.push(Happened::Extended(number, extension, false));
        }
        let mut rest = Piece { from: pause.from, until: pause.until, goes_on: false };
        while let Some((number, extension)) =
            made.next_if(|(_, made)| pause.until.is_none_or(|until| made.at < until))
        {
            if rest.from < extension.at {
                happened.push(Happened::Stopped(Piece { until: Some(extension.at), ..rest }));
                rest = Piece { from: extension.at, until: pause.until, goes_on: true };
            }
            happened.push(Happened::Extended(number, extension, true));
        }
        happened.push(Happened::Stopped(rest));
    }
    happened.extend(made.map(|(number, extension)| Happened::Extended(number, extension, false)));
    happened
}

// ---------------------------------------------------------------------------------------------------------------------------
// A clock
// ---------------------------------------------------------------------------------------------------------------------------

/// What leads from the start, or from an `Until`, to the unrolled end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Count(Count),
    /// The paused amount in the clock's own unit.
    RealTime(TimeDelta),
    WorkingMinutes(i64),
    Days(i64),
    WorkingDays(i64),
    /// Not before the end of a pause.
    NotBefore(Instant),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Base {
    Start,
    Until {
        date: NaiveDate,
        fixed: bool,
    },
    /// "`At` never moves"
    At(Instant),
}

/// A due instant, and the date and the end that make it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Point {
    due: Due,
    date: NaiveDate,
    end: End,
}

/// "At equal instants an exclusive bound is the earlier."
fn order(due: Due) -> (Instant, bool) {
    (due.at, !due.exclusive)
}

fn later(a: Point, b: Point) -> Point {
    if order(b.due) > order(a.due) { b } else { a }
}

struct Run<'a> {
    calendar: &'a Calendar,
    term: &'a Term,
    start: Start,
    day_zero: NaiveDate,
    pauses_move: PausesMove,
    base: Base,
    steps: Vec<Step>,
    /// Everything by which pauses moved the end, for a new total.
    paused: Vec<Step>,
    /// With "every pause moves the due date": by what, since the last `Until`.
    due_moved: Vec<Step>,
    /// The end of the last pause that stopped the clock.
    resumed: Option<Instant>,
    due: Point,
}

impl<'a> Run<'a> {
    /// Whether the term counts from the instant.
    fn of_amount(&self) -> bool {
        matches!(self.term.count, Count::Elapsed(_) | Count::Working(_) | Count::At(_))
    }

    /// "anchor → intake cut-off → closed start → first day → count → extensions → roll → end, and then each pause in time order"
    fn of(
        calendar: &'a Calendar,
        term: &'a Term,
        start: Start,
        pauses: &[Pause],
        extensions: &[Made],
        pauses_move: PausesMove,
    ) -> Result<Answer, Unknown> {
        let mut run = Self {
            calendar,
            term,
            start,
            day_zero: start.date,
            pauses_move,
            base: match term.count {
                Count::At(at) => Base::At(at),
                _ => Base::Start,
            },
            steps: vec![Step::Count(term.count)],
            paused: Vec::new(),
            due_moved: Vec::new(),
            resumed: None,
            due: Point { due: Due { at: start.at, exclusive: false }, date: start.date, end: term.end },
        };
        if run.of_amount() {
            assert!(
                term.intake.is_none()
                    && term.closed_start == ClosedStart::Keep
                    && term.first_day == FirstDay::DayZero
                    && term.end.at == EndAt::SameTime,
                "a fault by design §11"
            );
        } else {
            run.day_zero = day_zero(calendar, term, start)?;
        }
        run.due = run.settled()?;

        // Whether the pause that goes on stopped the clock when it began.
        let mut stopped = false;
        for what in in_order(pauses, extensions, start.at) {
            match what {
                Happened::Extended(number, made, during) => {
                    // "must be made before expiry". A clock that stands still does not expire.
                    if run.due.due.has_passed_at(made.at) && !(during && stopped) {
                        return Ok(Answer::Refused(number, Why::Expired));
                    }
                    if !run.extend(made.change)? {
                        return Ok(Answer::Refused(number, Why::Earlier));
                    }
                }
                Happened::Stopped(piece) => {
                    // "`At` and a fixed `Until` are exempt and never move"
                    if run.is_exempt() {
                        stopped = false;
                        continue;
                    }
                    // "A pause that begins at or after the due instant changes nothing". The rest of a divided one began before.
                    stopped = if piece.goes_on {
                        stopped || piece.from < run.due.due.at
                    } else {
                        piece.from < run.due.due.at
                    };
                    if !stopped {
                        continue;
                    }
                    let Some(until) = piece.until else { return Ok(Answer::Paused) };
                    run.stop(piece, until)?;
                    run.resumed = Some(until);
                }
            }
        }
        Ok(Answer::Due(run.due.due))
    }

    fn is_exempt(&self) -> bool {
        matches!(self.base, Base::At(_) | Base::Until { fixed: true, .. })
    }

    // The unrolled end.

    /// The date of the unrolled end of a term of days.
    fn unrolled_date(&self) -> Result<NaiveDate, Unknown> {
        let calendar = self.calendar;
        let mut date = match self.base {
            Base::Until { date, .. } => date,
            Base::Start => self.day_zero,
            Base::At(_) => panic!("no date"),
        };
        for (number, step) in self.steps.iter().enumerate() {
            // The count of the term, or the total in its place. Whatever is added is added to a date.
            let own = self.base == Base::Start && number == 0;
            let first_day = if own { self.term.first_day } else { FirstDay::DayZero };
            date = match *step {
                Step::Count(count) => super::count_days(calendar, count, first_day, date)?,
                Step::Days(n) => plus_days(date, n),
                Step::WorkingDays(n) => calendar.nth_working_day_after(date, n)?,
                Step::RealTime(_) | Step::WorkingMinutes(_) | Step::NotBefore(_) => panic!("not of a date"),
            };
        }
        Ok(date)
    }

    /// The unrolled end of an amount of time.
    fn unrolled_instant(&self) -> Result<Instant, Unknown> {
        let mut at = match self.base {
            Base::At(at) => return Ok(at),
            Base::Start => self.start.at,
            Base::Until { date, .. } => self.end_on(date, &self.term.end)?,
        };
        for step in &self.steps {
            at = match *step {
                Step::Count(count) => super::spend(self.calendar, count, at)?,
                Step::RealTime(length) => at + length,
                Step::WorkingMinutes(minutes) => self.calendar.add_working(at, minutes)?,
                Step::NotBefore(end) => at.max(end),
                Step::Days(_) | Step::WorkingDays(_) => panic!("not of an amount"),
            };
        }
        Ok(at)
    }

    /// The instant of the unrolled end.
    fn unrolled(&self) -> Result<Instant, Unknown> {
        if self.of_amount() {
            self.unrolled_instant()
        } else {
            self.boundary(self.unrolled_date()?, &self.term.end)
        }
    }

    // Ends of dates.

    fn end_on(&self, date: NaiveDate, end: &End) -> Result<Instant, Unknown> {
        if end.at == EndAt::SameTime && self.start.midnight {
            self.calendar.known(date)?;
            return Ok(self.calendar.end_of_day(date));
        }
        self.calendar.end_on(date, end, self.start.time)
    }

    /// "Boundaries are the ends that the term gives each date (the close of business of a short day is that day's)".
    /// Choice: a date without business hours has neither an opening nor a close; it ends with its day.
    fn boundary(&self, date: NaiveDate, end: &End) -> Result<Instant, Unknown> {
        match self.end_on(date, end) {
            Err(Unknown::NoBusinessHours) => Ok(self.calendar.end_of_day(date)),
            other => other,
        }
    }

    /// Whether the end of an unknown date may lie in a pause.
    fn may_end_in(&self, date: NaiveDate, end: &End, inside: impl Fn(Instant) -> bool) -> bool {
        let calendar = self.calendar;
        let by_pattern = if end.at == EndAt::SameTime && self.start.midnight {
            Ok(calendar.end_of_day(date))
        } else {
            calendar.end_among(date, end, self.start.time, &calendar.pattern_spans(date))
        };
        let asks_hours = matches!(end.at, EndAt::Opening | EndAt::CloseOfBusiness);
        by_pattern.is_ok_and(&inside) || asks_hours && inside(calendar.end_of_day(date))
    }

    fn point(&self, date: NaiveDate, end: End) -> Result<Point, Unknown> {
        let at = self.end_on(date, &end)?;
        Ok(Point { due: Due { at, exclusive: end.is_exclusive() }, date, end })
    }

    // Roll.

    /// The rolled end.
    fn settled(&self) -> Result<Point, Unknown> {
        let fixed = matches!(self.base, Base::Until { fixed: true, .. });
        if self.of_amount() {
            let at = self.unrolled_instant()?;
            let due = Due { at, exclusive: self.term.end.exclusive };
            let point = Point { due, date: self.calendar.local(at).date(), end: self.term.end };
            // "an `Elapsed` due date rolls only if the term says so"; working time never does.
            let rolls = matches!(self.term.count, Count::Elapsed(_)) && !fixed;
            return if rolls { self.rolled(point) } else { Ok(point) };
        }
        let date = self.unrolled_date()?;
        if fixed || self.term.roll.is_none() || self.calendar.is_working_day(date)? {
            return self.point(date, self.term.end);
        }
        // A closed day may have no such end.
        let at = self.boundary(date, &self.term.end)?;
        self.rolled(Point { due: Due { at, exclusive: false }, date, end: self.term.end })
    }

    /// Rolls a point that lies on a closed day.
    fn rolled(&self, point: Point) -> Result<Point, Unknown> {
        let Some(roll) = self.term.roll else { return Ok(point) };
        let calendar = self.calendar;
        if calendar.is_working_day(point.date)? {
            return Ok(point);
        }
        let time = calendar.local(point.due.at).time();
        let end = roll.end.unwrap_or(self.term.end);
        let on = |date: NaiveDate| {
            // The same time is that of the amount's own end.
            if self.of_amount() {
                let at = calendar.end_on(date, &end, time)?;
                Ok(Point { due: Due { at, exclusive: end.is_exclusive() }, date, end })
            } else {
                self.point(date, end)
            }
        };
        let to = calendar.roll(roll.rule, point.date)?;
        let rolled = on(to)?;
        // "A backward roll that would land before the end of a pause, or at or before the start, rolls forward instead."
        let too_early = self.resumed.is_some_and(|end| rolled.due.at < end) || rolled.due.at <= self.start.at;
        if to < point.date && too_early {
            return on(calendar.roll(RollRule::Following, point.date)?);
        }
        Ok(rolled)
    }

    // Pauses.

    /// "for day counts one day for each *boundary* inside the pause, for `WorkingDays` boundaries of working days alone."
    fn boundaries(
        &self,
        piece: Piece,
        until: Instant,
        end: &End,
        only_working: bool,
        moved: NaiveDate,
    ) -> Result<i64, Unknown> {
        let calendar = self.calendar;
        // "Pauses are half-open"; "a boundary at the very resume is not counted".
        let inside = |at: Instant| piece.from <= at && at < until;
        // An end lies at most a day after its date.
        let mut date = calendar.local(piece.from).date() - chrono::Days::new(3);
        let last = calendar.local(until).date() + chrono::Days::new(3);
        let mut count = 0;
        while date <= last {
            // "and count only after day zero (a deemed day zero included; with `DayOne` from the first day on; the end that is
            // moved always counts, with n = 0 and on a closed day too)"
            let begins = match self.term.first_day {
                FirstDay::DayZero => date > self.day_zero,
                FirstDay::DayOne => date >= self.day_zero,
            };
            if calendar.knows(date) {
                // Choice: a due date that a backward roll put before day zero passes the dates up to there, too.
                let counts = date == moved
                    || (begins || date > moved) && (!only_working || calendar.is_working_day(date)?);
                if counts && inside(self.boundary(date, end)?) {
                    count += 1;
                }
            } else if begins && self.may_end_in(date, end, inside) {
                return Err(Unknown::NotKnown);
            }
            date = next(date);
        }
        Ok(count)
    }

    /// The clock stands still from the beginning of a piece until its end.
    fn stop(&mut self, piece: Piece, until: Instant) -> Result<(), Unknown> {
        // "Neither a pause nor an extension gives an earlier due instant than the clock had when the pause began": `before`.
        let before = self.due;
        // "whether a pause began before the unrolled end is judged by the end as it stood then". Where an extension divides a
        // pause exactly at the end, the clock stood still before it.
        let unrolled = self.unrolled()?;
        let before_the_end = piece.from < unrolled || piece.goes_on && piece.from == unrolled;
        self.resumed = Some(until);
        let moved = match self.pauses_move {
            PausesMove::DueDate => {
                let step = self.paused_amount(piece, until, before.end, before.date)?;
                self.due_moved.push(step);
                self.paused.push(step);
                self.moved(before, step)?
            }
            // "a pause that begins before the unrolled end moves that end by the paused amount … The moved end is rolled."
            PausesMove::End if before_the_end => {
                let date = if self.of_amount() { before.date } else { self.unrolled_date()? };
                let step = self.paused_amount(piece, until, self.term.end, date)?;
                self.steps.push(step);
                self.paused.push(step);
                // Law: "No due instant lies after the beginning and before the end of a pause." An `Until` of working time may
                // lie outside of work: the pause then takes no working time.
                // Choice: the first instant that the law permits.
                if matches!(self.term.count, Count::Working(_)) && self.unrolled()? < until {
                    self.steps.push(Step::NotBefore(until));
                }
                self.settled()?
            }
            // "A pause that begins between the unrolled end and the rolled due instant moves the *rolled* date, by working days and
            // boundaries of working days (`Elapsed`: by real time, and rolls again)"
            PausesMove::End => {
                let step = match self.term.count {
                    Count::Elapsed(_) | Count::Working(_) => {
                        self.paused_amount(piece, until, before.end, before.date)?
                    }
                    // Law: the due instant must leave the pause. So the boundaries are the ends of rolled dates, which the
                    // roll's own end gives.
                    _ => Step::WorkingDays(self.boundaries(piece, until, &before.end, true, before.date)?),
                };
                self.moved(before, step)?
            }
        };
        self.due = later(before, moved);
        Ok(())
    }

    /// "real time; working time of the clock's calendar; for day counts one day for each *boundary* inside the pause, for
    /// `WorkingDays` boundaries of working days alone."
    fn paused_amount(
        &self,
        piece: Piece,
        until: Instant,
        end: End,
        moved: NaiveDate,
    ) -> Result<Step, Unknown> {
        Ok(match self.term.count {
            Count::Elapsed(_) => Step::RealTime(until - piece.from),
            Count::Working(_) => Step::WorkingMinutes(self.calendar.working_between(piece.from, until)?),
            Count::WorkingDays(_) => Step::WorkingDays(self.boundaries(piece, until, &end, true, moved)?),
            Count::CalendarDays(_) | Count::Weeks(_) | Count::Months(_) => {
                Step::Days(self.boundaries(piece, until, &end, false, moved)?)
            }
            Count::At(_) => panic!("`At` never moves"),
        })
    }

    /// Moves a due date by a paused amount, and rolls it again. It keeps its end, an own end of the roll included.
    fn moved(&self, point: Point, step: Step) -> Result<Point, Unknown> {
        let calendar = self.calendar;
        // 24:00 of a day is that day's.
        let of_the_day_before = TimeDelta::nanoseconds(i64::from(point.end.at == EndAt::EndOfDay));
        let instant = |at: Instant| Point {
            due: Due { at, ..point.due },
            date: calendar.local(at - of_the_day_before).date(),
            end: point.end,
        };
        match step {
            Step::RealTime(length) => self.rolled(instant(point.due.at + length)),
            Step::WorkingMinutes(minutes) => {
                let at = calendar.add_working(point.due.at, minutes)?;
                // As above.
                Ok(instant(self.resumed.map_or(at, |end| at.max(end))))
            }
            Step::Days(0) | Step::WorkingDays(0) => Ok(point),
            Step::WorkingDays(n) => self.point(calendar.nth_working_day_after(point.date, n)?, point.end),
            Step::Days(n) => {
                let date = plus_days(point.date, n);
                if self.term.roll.is_none() || calendar.is_working_day(date)? {
                    return self.point(date, point.end);
                }
                let at = self.boundary(date, &point.end)?;
                self.rolled(Point { due: Due { at, exclusive: false }, date, end: point.end })
            }
            Step::Count(_) | Step::NotBefore(_) => panic!("not of a pause"),
        }
    }

    // Extensions.

    /// Whether it is accepted.
    fn extend(&mut self, change: Extension) -> Result<bool, Unknown> {
        let before = self.due;
        let unrolled = self.unrolled()?;
        match change {
            // "`ReplaceTotal` counts from the unrolled anchor". Choice: the pauses before stay what they were, time that does not
            // count; so a total of n + m is what n and an `Add` of m is, and a pause leaves what is left of the total.
            Extension::ReplaceTotal(count) => {
                self.assert_same_unit(count);
                self.base = Base::Start;
                self.steps = vec![Step::Count(count)];
                match self.pauses_move {
                    PausesMove::End => self.steps.extend(&self.paused),
                    PausesMove::DueDate => self.due_moved.clone_from(&self.paused),
                }
            }
            Extension::Add(count) => self.add(count),
            // "`Until` rolls unless it says fixed". A date says nothing of pauses that were before it.
            Extension::Until { date, fixed } => {
                self.base = Base::Until { date, fixed };
                self.steps.clear();
                self.due_moved.clear();
            }
        }
        let mut after = self.settled()?;
        for step in self.due_moved.clone() {
            after = self.moved(after, step)?;
        }
        // "A total or an `Until` that is earlier than the date, as the clock stood when it was made, is refused: earlier means
        // that its unrolled end or its due instant is."
        if !matches!(change, Extension::Add(_))
            && (self.unrolled()? < unrolled || order(after.due) < order(before.due))
        {
            return Ok(false);
        }
        // "Neither … gives an earlier due instant than the clock had when … the extension was made".
        self.due = later(before, after);
        Ok(true)
    }

    fn add(&mut self, count: Count) {
        // Choice: a fixed `Until` to which something is added is an `Until`.
        if let Base::Until { date, .. } = self.base {
            self.base = Base::Until { date, fixed: false };
        }
        if count == Count::Months(0) {
            return;
        }
        if let Count::Months(more) = count {
            // "Months are summed before the clamp, whatever lies between."
            for step in &mut self.steps {
                if let Step::Count(Count::Months(months)) = step {
                    *months += more;
                    return;
                }
            }
        }
        if self.of_amount() {
            self.assert_same_unit(count);
        }
        self.steps.push(Step::Count(count));
    }

    fn assert_same_unit(&self, count: Count) {
        let same = std::mem::discriminant(&self.term.count) == std::mem::discriminant(&count);
        assert!(same, "an extension of another unit");
    }
}

/// Whether a date is one of those whose ends count for a clock: "only after day zero (a deemed day zero included; with `DayOne`
/// from the first day on".
pub fn counts(calendar: &Calendar, term: &Term, start: Start, date: NaiveDate) -> Result<bool, Unknown> {
    let day_zero = day_zero(calendar, term, start)?;
    Ok(match term.first_day {
        FirstDay::DayZero => date > day_zero,
        FirstDay::DayOne => date >= day_zero,
    })
}

/// The end of a date, or its midnight where it has no business hours.
pub fn end_or_midnight(
    calendar: &Calendar,
    start: Start,
    date: NaiveDate,
    end: &End,
) -> Result<Instant, Unknown> {
    match calendar.end_on(date, end, start.time) {
        Err(Unknown::NoBusinessHours) => Ok(calendar.end_of_day(date)),
        other => other,
    }
}

/// D19, "never before its start: a fault of the policy": whether the term as it is ends before its start. Without pauses.
pub fn ends_before_its_start(calendar: &Calendar, term: &Term, start: Start) -> bool {
    match due(calendar, term, start, &[], &[], PausesMove::End) {
        Answer::Due(due) => due.at < start.at,
        _ => false,
    }
}

// ---------------------------------------------------------------------------------------------------------------------------
// Caps (C03)
// ---------------------------------------------------------------------------------------------------------------------------

/// An allowance. A day is 24 hours of the clock on the wall, a working day one whose date is a working day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cap {
    /// Minutes.
    RealTime(i64),
    CalendarDays(i64),
    WorkingDays(i64),
}

impl Cap {
    fn allowance(self) -> TimeDelta {
        match self {
            Self::RealTime(minutes) => TimeDelta::minutes(minutes),
            Self::CalendarDays(days) | Self::WorkingDays(days) => TimeDelta::days(days),
        }
    }

    /// What a pause uses of it.
    pub fn used(self, calendar: &Calendar, from: Instant, until: Instant) -> Result<TimeDelta, Unknown> {
        self.used_of(calendar, from, until, &mut BTreeMap::new())
    }

    /// The same, with what has been asked of dates.
    fn used_of(
        self,
        calendar: &Calendar,
        from: Instant,
        until: Instant,
        asked: &mut BTreeMap<NaiveDate, Result<bool, Unknown>>,
    ) -> Result<TimeDelta, Unknown> {
        let (wall_from, wall_until) = (calendar.local(from), calendar.local(until));
        match self {
            Self::RealTime(_) => Ok(until - from),
            Self::CalendarDays(_) => Ok((wall_until - wall_from).max(TimeDelta::zero())),
            Self::WorkingDays(_) => {
                let mut used = TimeDelta::zero();
                let mut date = wall_from.date();
                while date <= wall_until.date() {
                    let begin = local_time(date, 0).max(wall_from);
                    let end = local_time(date, 1440).min(wall_until);
                    if begin < end && (*asked.entry(date).or_insert_with(|| calendar.is_working_day(date)))? {
                        used += end - begin;
                    }
                    date = next(date);
                }
                Ok(used)
            }
        }
    }

    /// "ends by itself at the first instant at which the allowance is used up": minute by minute. `None` where the pause ends
    /// before.
    fn used_up(
        self,
        calendar: &Calendar,
        before: TimeDelta,
        pause: Pause,
    ) -> Result<Option<Instant>, Unknown> {
        let mut asked = BTreeMap::new();
        let mut at = pause.from;
        while pause.until.is_none_or(|until| at < until) {
            if before + self.used_of(calendar, pause.from, at, &mut asked)? >= self.allowance() {
                return Ok(Some(at));
            }
            at += minute();
        }
        Ok(None)
    }
}

/// The pauses of one rule, as its caps leave them: a cap for each pause, and one over all of them in time order.
pub fn capped(
    calendar: &Calendar,
    each: Option<Cap>,
    all: Option<Cap>,
    pauses: &[Pause],
) -> Result<Vec<Pause>, Unknown> {
    let mut sorted = pauses.to_vec();
    sorted.sort_by_key(|pause| pause.from);
    let mut used = TimeDelta::zero();
    let mut left = Vec::new();
    for mut pause in sorted {
        if let Some(each) = each
            && let Some(end) = each.used_up(calendar, TimeDelta::zero(), pause)?
        {
            pause.until = Some(end);
        }
        if let Some(all) = all {
            if let Some(end) = all.used_up(calendar, used, pause)? {
                pause.until = Some(end);
            }
            if let Some(until) = pause.until {
                used += all.used(calendar, pause.from, until)?;
            }
        }
        left.push(pause);
    }
    Ok(left)
}

/// The pauses as they are at `now`: one that ends later is open.
pub fn seen_at(pauses: &[Pause], now: Instant) -> Vec<Pause> {
    pauses
        .iter()
        .filter(|pause| pause.from <= now)
        .map(|pause| Pause { from: pause.from, until: pause.until.filter(|until| *until <= now) })
        .collect()
}

// ---------------------------------------------------------------------------------------------------------------------------
// Months (C04)
// ---------------------------------------------------------------------------------------------------------------------------

/// "months from month end to month end (28 Feb + 1 month = 31 Mar)"
pub fn plus_months_from_end_to_end(date: NaiveDate, months: i64) -> NaiveDate {
    if end_of_month(date) == date {
        end_of_month(plus_months(date, months))
    } else {
        plus_months(date, months)
    }
}

pub fn end_of_month(date: NaiveDate) -> NaiveDate {
    let mut last = date;
    while super::same_month(next(last), date) {
        last = next(last);
    }
    last
}
