//! Random calendars, instants, terms and pauses, each as one description for the library and for the oracle.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::LazyLock;

use chrono::{DateTime, Datelike, Days, NaiveDate, TimeDelta, Utc, Weekday};
use chrono_tz::{Africa, America, Asia, Australia, Europe, Pacific, Tz};
use proptest::collection::vec;
use proptest::prelude::*;
use redress::calendar::reading::{Fold, MakeUpDays};
use redress::calendar::{
    Calendar, CalendarError, CalendarFault, CalendarFaults, Hours, KnownDays, LocalTime, Span, WeekPattern,
    Zone,
};
use redress::deadline::choice::{Bound, ClosedStart, FirstDay, LateReceipt};
use redress::deadline::rule::ExtensionChange;
use redress::deadline::{Count, Cutoff, DeadlineError, Due, End, Roll, Term};

use crate::oracle::{self, Unknown};

pub(crate) const WEEK: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

const ZONES: [Tz; 20] = [
    Europe::Berlin,
    Europe::London,
    Europe::Dublin,
    America::New_York,
    America::St_Johns,
    America::Havana,
    America::Sao_Paulo,
    America::Asuncion,
    Asia::Shanghai,
    Asia::Tehran,
    Asia::Kathmandu,
    Asia::Beirut,
    Asia::Gaza,
    Africa::Casablanca,
    Africa::Cairo,
    Australia::Lord_Howe,
    Pacific::Apia,
    Pacific::Chatham,
    Pacific::Norfolk,
    Pacific::Fakaofo,
];

pub(crate) fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// The UTC dates on which the offset changes, 2011 to 2027, by zone.
static CHANGES: LazyLock<Vec<Vec<NaiveDate>>> = LazyLock::new(|| {
    use chrono::{Offset, TimeZone};
    let offset = |zone: &Tz, date: NaiveDate| {
        zone.offset_from_utc_datetime(&date.and_hms_opt(0, 0, 0).unwrap()).fix().local_minus_utc()
    };
    let dates = || day(2011, 1, 1).iter_days().take_while(|date| date.year() < 2028);
    ZONES
        .iter()
        .map(|zone| dates().filter(|&date| offset(zone, date) != offset(zone, date + Days::new(1))).collect())
        .collect()
});

// ---------------------------------------------------------------------------------------------------------------------------
// Calendars
// ---------------------------------------------------------------------------------------------------------------------------

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Holiday,
    WorkingDay,
    SpecialHours,
}

/// Spans of minutes after midnight, an end beyond 1440 over midnight.
type Spans = Vec<(i64, i64)>;

/// The one description of a calendar.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Scene {
    pub(crate) zone: Tz,
    pub(crate) first: NaiveDate,
    pub(crate) last: NaiveDate,
    pub(crate) week: [Spans; 7],
    pub(crate) days: BTreeMap<NaiveDate, (Kind, Spans)>,
    pub(crate) make_up: MakeUpDays,
}

/// A calendar of the library and of the oracle.
#[derive(Clone)]
pub(crate) struct World {
    pub(crate) scene: Scene,
    pub(crate) library: Calendar,
    pub(crate) oracle: oracle::Calendar,
    pub(crate) known_from: DateTime<Utc>,
    pub(crate) known_until: DateTime<Utc>,
}

fn hours_text((start, end): (i64, i64)) -> String {
    let clock = |minutes: i64| format!("{:02}:{:02}", minutes / 60, minutes % 60);
    match end {
        ..1440 => format!("{}-{}", clock(start), clock(end)),
        1440 => format!("{}-24:00", clock(start)),
        _ => format!("{}-{}+1", clock(start), clock(end - 1440)),
    }
}

pub(crate) fn hours(spans: &[(i64, i64)]) -> Vec<Hours> {
    spans.iter().map(|&span| hours_text(span).parse().unwrap()).collect()
}

pub(crate) fn local_time(minutes: i64) -> LocalTime {
    format!("{:02}:{:02}", minutes / 60, minutes % 60).parse().unwrap()
}

impl fmt::Debug for Scene {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = |spans: &Spans| spans.iter().map(|&span| hours_text(span)).collect::<Vec<_>>().join(" ");
        write!(f, "{} {}..={} {:?};", self.zone, self.first, self.last, self.make_up)?;
        for (weekday, spans) in WEEK.iter().zip(&self.week).filter(|(_, spans)| !spans.is_empty()) {
            write!(f, " {weekday} {};", text(spans))?;
        }
        for (date, (kind, spans)) in &self.days {
            write!(f, " {date} {kind:?} {};", text(spans))?;
        }
        Ok(())
    }
}

impl fmt::Debug for World {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.scene.fmt(f)
    }
}

impl Scene {
    /// What holds on a date, and `None` where the week pattern does.
    fn exception(&self, date: NaiveDate) -> Option<&Spans> {
        let (kind, spans) = self.days.get(&date)?;
        let holds = *kind != Kind::WorkingDay || self.make_up == MakeUpDays::Working;
        holds.then_some(spans)
    }

    pub(crate) fn effective(&self, date: NaiveDate) -> &Spans {
        self.exception(date).unwrap_or(&self.week[date.weekday().num_days_from_monday() as usize])
    }

    /// An office in UTC, open from Monday to Friday, 09:00 to 17:00.
    pub(crate) fn office(first: &str, last: &str) -> Self {
        Self {
            zone: Tz::UTC,
            first: first.parse().unwrap(),
            last: last.parse().unwrap(),
            week: oracle::weekdays(&[(9 * 60, 17 * 60)]),
            days: BTreeMap::new(),
            make_up: MakeUpDays::Working,
        }
    }

    /// Removes what overlaps.
    fn without_overlaps(mut self) -> Self {
        let spill = |spans: &Spans| spans.last().map_or(0, |&(_, end)| (end - 1440).max(0));
        for index in 0..7 {
            let from = if index == 0 { 0 } else { spill(&self.week[index - 1]) };
            self.week[index] = disjoint(&self.week[index], from, i64::MAX);
        }
        let monday = self.week[0].first().map_or(i64::MAX, |&(start, _)| start + 1440);
        self.week[6] = disjoint(&self.week[6], 0, monday);
        let dates: Vec<NaiveDate> = self.days.keys().copied().collect();
        for date in dates {
            let (kind, spans) = self.days[&date].clone();
            let (before, after) = (date - Days::new(1), date + Days::new(1));
            let until = match self.exception(after) {
                // It is looked at in its turn.
                Some(_) => i64::MAX,
                None => self.effective(after).first().map_or(i64::MAX, |&(start, _)| start + 1440),
            };
            let before = if before < self.first { 0 } else { spill(self.effective(before)) };
            let spans = disjoint(&spans, before, until);
            let kind = if spans.is_empty() { Kind::Holiday } else { kind };
            self.days.insert(date, (kind, spans));
        }
        // A day that follows one with special hours keeps the pattern, so what runs into it was cut above.
        self
    }

    /// What the library says of it.
    pub(crate) fn build(&self) -> Result<Calendar, CalendarFaults> {
        let known = KnownDays::new(self.first, self.last)?;
        let zone = Zone::tabulate(self.zone.name(), &self.zone, known)?;
        let mut week = WeekPattern::closed();
        for (weekday, spans) in WEEK.iter().zip(&self.week) {
            week = week.with(*weekday, hours(spans));
        }
        let mut builder = Calendar::builder("laws", zone).week(week).make_up_days(self.make_up);
        for (&date, (kind, spans)) in &self.days {
            builder = match kind {
                Kind::Holiday => builder.holiday(date, "holiday"),
                Kind::WorkingDay => builder.working_day(date, "make-up day", hours(spans)),
                Kind::SpecialHours => builder.special_hours(date, "special hours", hours(spans)),
            };
        }
        builder.build()
    }

    /// Both calendars; none where nothing is working time, which the library refuses.
    pub(crate) fn world(self) -> Option<World> {
        let library = match self.build() {
            Ok(library) => library,
            Err(faults) if matches!(faults.faults(), [CalendarFault::NoWorkingTime { .. }]) => return None,
            Err(faults) => panic!("{self:?}: {faults}"),
        };
        let special =
            self.days.keys().filter_map(|&date| Some((date, self.exception(date)?.clone()))).collect();
        let oracle = oracle::Calendar {
            zone: self.zone,
            first: self.first,
            last: self.last,
            week: self.week.clone(),
            special,
        };
        let midnight =
            |date| oracle::Calendar { first: date, last: date, ..oracle.clone() }.first_of_day(date);
        let known_from = midnight(self.first).unwrap();
        let known_until = midnight(self.last + Days::new(1)).unwrap();
        Some(World { library, oracle, known_from, known_until, scene: self })
    }
}

/// The spans in order, without those that overlap an earlier one or reach out of the bounds.
fn disjoint(spans: &[(i64, i64)], from: i64, until: i64) -> Spans {
    let mut sorted = spans.to_vec();
    sorted.sort_unstable();
    let mut closes = from;
    sorted.retain(|&(start, end)| {
        let fits = closes <= start && end <= until;
        if fits {
            closes = end;
        }
        fits
    });
    sorted
}

impl World {
    pub(crate) fn days(&self) -> i64 {
        (self.scene.last - self.scene.first).num_days() + 1
    }

    /// A date by its number from the first known day.
    pub(crate) fn date(&self, number: i64) -> NaiveDate {
        self.scene.first + TimeDelta::days(number)
    }

    /// Whether the library answers what it is asked of an instant: known, or the end of what is known.
    pub(crate) fn answers(&self, at: DateTime<Utc>) -> bool {
        self.oracle.knows_instant(at) || at == self.known_until
    }
}

fn span() -> impl Strategy<Value = (i64, i64)> {
    prop_oneof![
        4 => (24_i64..44, 1_i64..40).prop_map(|(start, length)| (start * 15, (start + length) * 15)),
        2 => (64_i64..96, 1_i64..=96).prop_map(|(start, length)| (start * 15, (start + length) * 15)),
        1 => Just((0, 1440)),
        2 => (0_i64..240, 1_i64..240).prop_map(|(start, length)| (start, start + length)),
        1 => (0_i64..1440, 1_i64..=1440).prop_map(|(start, length)| (start, start + length)),
    ]
}

#[derive(Clone, Copy, Debug)]
enum Place {
    Anywhere(i64),
    /// So many days before a change of the offset.
    Change(usize, i64),
}

fn scenes() -> impl Strategy<Value = Scene> {
    let place = prop_oneof![
        2 => (0_i64..6_190).prop_map(Place::Anywhere),
        1 => (any::<usize>(), prop_oneof![0_i64..4, 0_i64..40]).prop_map(|(which, before)| Place::Change(which, before)),
    ];
    let length = prop_oneof![4 => 21_i64..=35, 1 => 36_i64..=122];
    let weekday = || vec(span(), 0..=3).prop_map(|spans| spans);
    let week = [weekday(), weekday(), weekday(), weekday(), weekday(), weekday(), weekday()];
    let kind =
        prop_oneof![3 => Just(Kind::Holiday), 1 => Just(Kind::WorkingDay), 1 => Just(Kind::SpecialHours)];
    let exception = (0_i64..122, kind, vec(span(), 1..=2));
    let make_up = prop_oneof![6 => Just(MakeUpDays::Working), 1 => Just(MakeUpDays::AsPattern)];
    (0..ZONES.len(), place, length, week, vec(exception, 0..=9), make_up).prop_map(
        |(zone, place, length, week, exceptions, make_up)| {
            let changes = &CHANGES[zone];
            let anywhere = |number| day(2011, 1, 1) + TimeDelta::days(number);
            let first = match place {
                Place::Anywhere(number) => anywhere(number),
                Place::Change(which, before) if changes.is_empty() => {
                    anywhere(i64::try_from(which % 6_000).unwrap() + before)
                }
                Place::Change(which, before) => {
                    changes[which % changes.len()] - TimeDelta::days(before % length)
                }
            };
            let days = exceptions.into_iter().map(|(number, kind, spans)| {
                let spans = if kind == Kind::Holiday { Vec::new() } else { spans };
                (first + TimeDelta::days(number % length), (kind, spans))
            });
            Scene {
                zone: ZONES[zone],
                first,
                last: first + TimeDelta::days(length - 1),
                week,
                days: days.collect(),
                make_up,
            }
            .without_overlaps()
        },
    )
}

pub(crate) fn worlds() -> impl Strategy<Value = World> {
    scenes().prop_filter_map("no working time", Scene::world)
}

// ---------------------------------------------------------------------------------------------------------------------------
// Instants and dates
// ---------------------------------------------------------------------------------------------------------------------------

/// Where to find an instant of whole minutes in a calendar.
#[derive(Clone, Copy, Debug)]
pub(crate) enum When {
    /// Minutes after a day and a half before the first known day; a day and a half after the last at most.
    Minute(i64),
    /// Near an opening or a closing.
    Edge { day: i64, edge: usize, jitter: i64 },
    /// Near a change of the offset.
    Change { which: usize, jitter: i64 },
    /// Near the first or the last known instant.
    Bound { last: bool, jitter: i64 },
}

pub(crate) fn whens() -> impl Strategy<Value = When> {
    prop_oneof![
        4 => (0_i64..130 * 1440).prop_map(When::Minute),
        3 => (0_i64..122, 0_usize..8, -2_i64..=2).prop_map(|(day, edge, jitter)| When::Edge { day, edge, jitter }),
        2 => (any::<usize>(), prop_oneof![-3_i64..=3, -200_i64..=200, -3_000_i64..=3_000])
            .prop_map(|(which, jitter)| When::Change { which, jitter }),
        1 => (any::<bool>(), prop_oneof![-3_i64..=3, -600_i64..=600])
            .prop_map(|(last, jitter)| When::Bound { last, jitter }),
    ]
}

/// Instants at most so far into the known days that much of them lies ahead.
pub(crate) fn early_whens() -> impl Strategy<Value = When> {
    prop_oneof![
        3 => (2160_i64..14 * 1440).prop_map(When::Minute),
        3 => (0_i64..12, 0_usize..8, -2_i64..=2).prop_map(|(day, edge, jitter)| When::Edge { day, edge, jitter }),
        1 => whens(),
    ]
}

impl When {
    pub(crate) fn of(self, world: &World) -> DateTime<Utc> {
        let minutes = TimeDelta::minutes;
        match self {
            Self::Minute(number) => {
                world.known_from - minutes(2160) + minutes(number % ((world.days() + 3) * 1440))
            }
            Self::Edge { day, edge, jitter } => {
                let date = world.date(day % world.days());
                let edges: Vec<_> =
                    world.oracle.spans_of(date).iter().flat_map(|span| [span.start, span.end]).collect();
                let midnight = world.oracle.first_of_day(date).unwrap();
                let near = if edges.is_empty() { midnight } else { edges[edge % edges.len()] };
                near + minutes(jitter)
            }
            Self::Change { which, jitter } => {
                let changes: Vec<_> = world.library.zone().changes().map(|(at, _)| at).collect();
                if changes.is_empty() {
                    return Self::Minute(i64::try_from(which % 187_200).unwrap()).of(world);
                }
                changes[which % changes.len()] + minutes(jitter)
            }
            Self::Bound { last, jitter } => {
                (if last { world.known_until } else { world.known_from }) + minutes(jitter)
            }
        }
    }
}

/// Days from the first known one, a few before it and a few after the last.
pub(crate) fn day_numbers() -> impl Strategy<Value = i64> {
    prop_oneof![4 => 0_i64..30, 2 => 0_i64..122, 1 => -3_i64..3, 1 => 1_000_i64..1_006]
}

impl World {
    /// The date of a day number; 1,000 is two days before the last known day.
    pub(crate) fn numbered(&self, number: i64) -> NaiveDate {
        if number >= 1_000 {
            self.date(self.days() - 3 + number - 1_000)
        } else {
            self.date(number % (self.days() + 2))
        }
    }
}

pub(crate) fn minutes() -> impl Strategy<Value = i64> {
    prop_oneof![
        1 => Just(0_i64),
        4 => 1_i64..1_500,
        2 => (1_i64..80).prop_map(|hours| hours * 60),
        1 => 1_i64..30_000,
    ]
}

pub(crate) fn amount(minutes: i64) -> Span {
    Span::minutes(u32::try_from(minutes).unwrap())
}

// ---------------------------------------------------------------------------------------------------------------------------
// Answers
// ---------------------------------------------------------------------------------------------------------------------------

pub(crate) fn unknown(error: &CalendarError) -> Unknown {
    match error {
        // The oracle knows no last year.
        CalendarError::NotKnown { .. }
        | CalendarError::AfterLastYear { .. }
        | CalendarError::BeforeFirstYear { .. } => Unknown::NotKnown,
        CalendarError::NoBusinessHours { .. } => Unknown::NoBusinessHours,
        other => panic!("{other}"),
    }
}

pub(crate) fn seen<T>(answer: Result<T, CalendarError>) -> Result<T, Unknown> {
    answer.map_err(|error| unknown(&error))
}

pub(crate) fn due_seen(answer: Result<Due, DeadlineError>) -> Result<oracle::Due, Unknown> {
    match answer {
        Ok(due) => Ok(oracle::Due { at: due.at(), exclusive: due.bound() == Bound::Exclusive }),
        Err(DeadlineError::Calendar(error)) => Err(unknown(&error)),
        Err(other) => panic!("{other}"),
    }
}

// ---------------------------------------------------------------------------------------------------------------------------
// Terms
// ---------------------------------------------------------------------------------------------------------------------------

fn bound(exclusive: bool) -> Bound {
    if exclusive { Bound::Exclusive } else { Bound::Inclusive }
}

pub(crate) fn library_count(count: oracle::Count) -> Count {
    let days = |n: i64| u32::try_from(n).unwrap();
    match count {
        oracle::Count::Elapsed(minutes) => Count::Elapsed(amount(minutes)),
        oracle::Count::Working(minutes) => Count::Working(amount(minutes)),
        oracle::Count::CalendarDays(n) => Count::CalendarDays(days(n)),
        oracle::Count::WorkingDays(n) => Count::WorkingDays(days(n)),
        oracle::Count::Weeks(n) => Count::Weeks(days(n)),
        oracle::Count::Months(n) => Count::Months(days(n)),
        oracle::Count::At(at) => Count::At(at),
    }
}

fn library_end(end: oracle::End) -> End {
    let library = match end.at {
        oracle::EndAt::SameTime => End::SAME_TIME,
        oracle::EndAt::At(minutes) => End::at(local_time(minutes)),
        oracle::EndAt::Opening => End::OPENING,
        oracle::EndAt::CloseOfBusiness => End::CLOSE_OF_BUSINESS,
        oracle::EndAt::EndOfDay => return End::END_OF_DAY,
    };
    library.with_bound(bound(end.exclusive)).with_fold(if end.later { Fold::Later } else { Fold::Earlier })
}

pub(crate) fn library_term(term: &oracle::Term) -> Term {
    let mut library = Term::of(library_count(term.count)).with_end(library_end(term.end));
    if term.first_day == oracle::FirstDay::DayOne {
        library = library.with_first_day(FirstDay::DayOne);
    }
    // A cut-off on no weekday is none, and a fault.
    if let Some(intake) = term.intake.filter(|intake| intake.at.iter().any(Option::is_some)) {
        let late = match intake.later_counts_as {
            oracle::LaterCountsAs::NextCalendarDay => LateReceipt::NextCalendarDay,
            oracle::LaterCountsAs::NextWorkingDay => LateReceipt::NextWorkingDay,
        };
        let cutoff = match intake.at {
            [Some(at), rest @ ..] if rest == [Some(at); 6] => Cutoff::daily(local_time(at), late),
            by_weekday => WEEK
                .iter()
                .zip(by_weekday)
                .filter_map(|(weekday, at)| Some((*weekday, at?)))
                .fold(Cutoff::by_weekday(late), |cutoff, (weekday, at)| {
                    cutoff.with_weekday(weekday, local_time(at))
                }),
        };
        library = library.with_cutoff(cutoff.with_bound(bound(intake.exclusive)));
    }
    if term.closed_start == oracle::ClosedStart::NextWorkingDay {
        library = library.with_closed_start(ClosedStart::NextWorkingDay);
    }
    if let Some(roll) = term.roll {
        let rule = match roll.rule {
            oracle::RollRule::Following => Roll::FOLLOWING,
            oracle::RollRule::Preceding => Roll::PRECEDING,
            oracle::RollRule::ModifiedFollowing => Roll::MODIFIED_FOLLOWING,
        };
        library = library.with_roll(roll.end.map_or(rule, |end| rule.with_end(library_end(end))));
    }
    library
}

fn times_of_day() -> impl Strategy<Value = i64> {
    prop_oneof![2 => 0_i64..1440, 1 => 0_i64..241, 1 => Just(0_i64), 1 => (14_i64..40).prop_map(|n| n * 30)]
}

pub(crate) fn ends() -> impl Strategy<Value = oracle::End> {
    let at = prop_oneof![
        2 => Just(oracle::EndAt::SameTime),
        2 => times_of_day().prop_map(oracle::EndAt::At),
        1 => Just(oracle::EndAt::Opening),
        2 => Just(oracle::EndAt::CloseOfBusiness),
        1 => Just(oracle::EndAt::EndOfDay),
    ];
    (at, any::<bool>(), any::<bool>()).prop_map(|(at, exclusive, later)| oracle::End {
        at,
        exclusive: exclusive || at == oracle::EndAt::EndOfDay,
        later,
    })
}

fn intakes() -> impl Strategy<Value = oracle::Intake> {
    let at = prop_oneof![
        times_of_day().prop_map(|at| [Some(at); 7]),
        proptest::array::uniform7(proptest::option::of(times_of_day())),
    ];
    let late = prop_oneof![
        Just(oracle::LaterCountsAs::NextCalendarDay),
        Just(oracle::LaterCountsAs::NextWorkingDay)
    ];
    (at, any::<bool>(), late).prop_map(|(at, exclusive, later_counts_as)| oracle::Intake {
        at,
        exclusive,
        later_counts_as,
    })
}

fn rolls() -> impl Strategy<Value = oracle::Roll> {
    let rule = prop_oneof![
        2 => Just(oracle::RollRule::Following),
        1 => Just(oracle::RollRule::Preceding),
        1 => Just(oracle::RollRule::ModifiedFollowing),
    ];
    (rule, proptest::option::weighted(0.3, ends())).prop_map(|(rule, end)| oracle::Roll { rule, end })
}

pub(crate) fn day_counts() -> impl Strategy<Value = oracle::Count> {
    prop_oneof![
        3 => (0_i64..20).prop_map(oracle::Count::CalendarDays),
        3 => (0_i64..12).prop_map(oracle::Count::WorkingDays),
        1 => (0_i64..4).prop_map(oracle::Count::Weeks),
        1 => (0_i64..3).prop_map(oracle::Count::Months),
    ]
}

/// Valid terms of days, weeks and months.
pub(crate) fn day_terms() -> impl Strategy<Value = oracle::Term> {
    use proptest::option::weighted;
    (day_counts(), any::<bool>(), weighted(0.5, intakes()), any::<bool>(), ends(), weighted(0.6, rolls()))
        .prop_map(|(count, day_one, intake, closed_start, end, roll)| {
            let mut term = oracle::Term {
                first_day: if day_one { oracle::FirstDay::DayOne } else { oracle::FirstDay::DayZero },
                intake,
                closed_start: if closed_start {
                    oracle::ClosedStart::NextWorkingDay
                } else {
                    oracle::ClosedStart::Keep
                },
                end,
                roll,
                ..oracle::Term::new(count)
            };
            if is_zero(count) {
                term.first_day = oracle::FirstDay::DayZero;
            }
            let on_working_day = matches!(count, oracle::Count::WorkingDays(1..)) || roll.is_some();
            if asks_hours(end) && !on_working_day {
                term.roll = Some(oracle::Roll { rule: oracle::RollRule::Following, end: None });
            }
            term
        })
}

pub(crate) fn is_zero(count: oracle::Count) -> bool {
    use oracle::Count::{At, CalendarDays, Elapsed, Months, Weeks, Working, WorkingDays};
    match count {
        Elapsed(n) | Working(n) | CalendarDays(n) | WorkingDays(n) | Weeks(n) | Months(n) => n == 0,
        At(_) => false,
    }
}

pub(crate) fn asks_hours(end: oracle::End) -> bool {
    matches!(end.at, oracle::EndAt::Opening | oracle::EndAt::CloseOfBusiness)
}

/// Valid terms of elapsed and of working time.
pub(crate) fn span_terms() -> impl Strategy<Value = oracle::Term> {
    use proptest::option::weighted;
    (minutes(), any::<bool>(), any::<bool>(), any::<bool>(), weighted(0.5, rolls())).prop_map(
        |(minutes, working, exclusive, later, roll)| {
            let count =
                if working { oracle::Count::Working(minutes) } else { oracle::Count::Elapsed(minutes) };
            let end = oracle::End { exclusive, later, ..oracle::End::new(oracle::EndAt::SameTime) };
            oracle::Term { end, roll: roll.filter(|_| !working), ..oracle::Term::new(count) }
        },
    )
}

pub(crate) fn terms() -> impl Strategy<Value = oracle::Term> {
    prop_oneof![3 => day_terms().boxed(), 2 => span_terms().boxed()]
}

pub(crate) fn library_extension(extension: oracle::Extension) -> ExtensionChange {
    match extension {
        oracle::Extension::ReplaceTotal(count) => ExtensionChange::ReplaceTotal(library_count(count)),
        oracle::Extension::Add(count) => ExtensionChange::Add(library_count(count)),
        oracle::Extension::Until { date, fixed } => ExtensionChange::Until { date, fixed },
    }
}
