//! Pauses and extensions: what design §5 promises of them, and equality with the slow oracle.
//!
//! The laws are properties of answers, whoever gives them: each is tried on the library and on the oracle.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use redress::deadline::rule::{Occurrence, PauseEffect, PauseRule};

use crate::laws::telling::{
    Entry, REASONS, entries, extend, library_answer, library_due, record_of, rules, rules_without_pauses,
    stands_still,
};
use crate::laws::world::*;
use crate::laws::{cases, oracle};
use crate::oracle::clock::{self, Answer, Made, Pause, PausesMove, Start, Why};
use crate::oracle::{Count, EndAt, RollRule, Term, Unknown};

type Instant = DateTime<Utc>;

// ---------------------------------------------------------------------------------------------------------------------------
// Stories
// ---------------------------------------------------------------------------------------------------------------------------

/// An instant that matters to a clock.
#[derive(Clone, Copy, Debug)]
enum Moment {
    /// Minutes after the start.
    After(i64),
    /// Near the due instant that the clock has at first, some days off.
    NearDue { days: i64, jitter: i64 },
    /// The same of the unrolled end.
    NearEnd { days: i64, jitter: i64 },
    /// Near an opening, a close or a midnight.
    InCalendar(When),
}

fn moments() -> impl Strategy<Value = Moment> {
    let days = || prop_oneof![3 => -2_i64..=3, 1 => -8_i64..=12];
    let jitter = || prop_oneof![3 => -1_i64..=1, 2 => -700_i64..=700];
    prop_oneof![
        2 => prop_oneof![-600_i64..3_000, -3_000_i64..20_000].prop_map(Moment::After),
        3 => (days(), jitter()).prop_map(|(days, jitter)| Moment::NearDue { days, jitter }),
        3 => (days(), jitter()).prop_map(|(days, jitter)| Moment::NearEnd { days, jitter }),
        2 => early_whens().prop_map(Moment::InCalendar),
    ]
}

/// A clock that starts.
#[derive(Clone, Debug)]
struct Case {
    world: World,
    term: Term,
    start: Instant,
}

impl Case {
    fn due_at_first(&self) -> Option<Instant> {
        Some(oracle::due(&self.world.oracle, &self.term, self.start).ok()?.at)
    }

    fn unrolled(&self) -> Option<Instant> {
        let term = Term { roll: None, ..self.term };
        Some(oracle::due(&self.world.oracle, &term, self.start).ok()?.at)
    }

    fn moment(&self, moment: Moment) -> Instant {
        let near = |at: Option<Instant>, minutes| at.unwrap_or(self.start) + TimeDelta::minutes(minutes);
        match moment {
            Moment::After(minutes) => self.start + TimeDelta::minutes(minutes),
            Moment::NearDue { days, jitter } => near(self.due_at_first(), days * 1440 + jitter),
            Moment::NearEnd { days, jitter } => {
                near(self.unrolled().or(self.due_at_first()), days * 1440 + jitter)
            }
            Moment::InCalendar(when) => when.of(&self.world),
        }
    }

    fn from(&self) -> Start {
        Start::at(&self.world.oracle, self.start)
    }

    /// Terms that can end before their start are faults of a policy.
    fn is_fault(&self) -> bool {
        library_term(&self.term).fault().is_some()
            || clock::ends_before_its_start(&self.world.oracle, &self.term, self.from())
    }

    /// Nothing that the calendar does not know is near.
    fn is_far_from_the_ends(&self, pauses: &[Pause], told: &[Made]) -> bool {
        let margin = TimeDelta::hours(50);
        let known = |at: Instant| self.world.known_from + margin < at && at < self.world.known_until - margin;
        // The date itself, and by how much a zone may be ahead of UTC.
        let mut dated = told.iter().filter_map(|made| match made.change {
            oracle::Extension::Until { date, .. } => Some(date.and_time(NaiveTime::MIN).and_utc()),
            _ => None,
        });
        known(self.start)
            && dated.all(known)
            && pauses.iter().all(|pause| {
                let until = pause.until.unwrap_or(pause.from);
                until <= self.start || known(pause.from.max(self.start)) && known(until)
            })
    }
}

/// An office with a few holidays, and random calendars.
fn places() -> impl Strategy<Value = World> {
    let holidays = vec(0_i64..100, 0..6);
    let zone = prop_oneof![
        Just(chrono_tz::Tz::UTC),
        Just(chrono_tz::Europe::Berlin),
        Just(chrono_tz::America::New_York)
    ];
    let office = (holidays, zone, any::<bool>()).prop_map(|(holidays, zone, saturdays)| {
        let mut scene = Scene::office("2026-02-01", "2026-05-31");
        scene.zone = zone;
        if saturdays {
            scene.week[5] = vec![(9 * 60, 12 * 60)];
        }
        for number in holidays {
            scene.days.insert(scene.first + TimeDelta::days(number), (Kind::Holiday, Vec::new()));
        }
        scene.world().unwrap()
    });
    prop_oneof![2 => office, 3 => worlds()]
}

fn case_of(terms: impl Strategy<Value = Term>) -> impl Strategy<Value = Case> {
    (places(), terms, early_whens())
        .prop_map(|(world, term, start)| Case { start: start.of(&world), world, term })
        .prop_filter("a fault", |case| !case.is_fault())
}

/// A pause from a moment until another or for so many minutes.
type RawPause = (Moment, Result<Moment, i64>);

fn raw_pause() -> impl Strategy<Value = RawPause> {
    let length = prop_oneof![1_i64..600, 1_i64..3_000, 1_i64..12_000];
    (moments(), prop_oneof![2 => moments().prop_map(Ok), 1 => length.prop_map(Err)])
}

fn pause_of(case: &Case, (from, until): RawPause) -> Option<Pause> {
    let from = case.moment(from);
    let until = match until {
        Ok(moment) => case.moment(moment),
        Err(minutes) => from + TimeDelta::minutes(minutes),
    };
    (from != until).then(|| Pause::closed(from.min(until), from.max(until)))
}

fn end(pause: Pause) -> Instant {
    pause.until.unwrap()
}

#[derive(Clone, Copy, Debug)]
enum RawExtension {
    /// More than the term by so many of its own unit.
    Total(i64),
    Add(Count),
    /// So many days after the date on which the clock is due at first.
    Until {
        days: i64,
        fixed: bool,
    },
}

fn raw_extension() -> impl Strategy<Value = RawExtension> {
    prop_oneof![
        2 => (-2_i64..12).prop_map(RawExtension::Total),
        3 => day_counts().prop_map(RawExtension::Add),
        2 => (-3_i64..14, proptest::bool::weighted(0.3)).prop_map(|(days, fixed)| RawExtension::Until { days, fixed }),
    ]
}

/// The extension in the term's own unit.
fn extension_of(case: &Case, raw: RawExtension) -> oracle::Extension {
    let least = i64::from(case.term.first_day == oracle::FirstDay::DayOne);
    let more = |count: Count, n: i64| match count {
        Count::Elapsed(minutes) => Count::Elapsed((minutes + n * 211).max(0)),
        Count::Working(minutes) => Count::Working((minutes + n * 97).max(0)),
        Count::CalendarDays(days) => Count::CalendarDays((days + n).max(least)),
        Count::WorkingDays(days) => Count::WorkingDays((days + n).max(least)),
        Count::Weeks(weeks) => Count::Weeks((weeks + n / 4).max(least)),
        Count::Months(months) => Count::Months((months + n / 5).max(least)),
        Count::At(at) => Count::At(at),
    };
    match raw {
        RawExtension::Total(n) => oracle::Extension::ReplaceTotal(more(case.term.count, n)),
        RawExtension::Add(count) => oracle::Extension::Add(match (case.term.count, count) {
            (
                Count::Elapsed(_),
                Count::CalendarDays(n) | Count::WorkingDays(n) | Count::Weeks(n) | Count::Months(n),
            ) => Count::Elapsed(n * 211),
            (
                Count::Working(_),
                Count::CalendarDays(n) | Count::WorkingDays(n) | Count::Weeks(n) | Count::Months(n),
            ) => Count::Working(n * 97),
            (_, count) => count,
        }),
        RawExtension::Until { days, fixed } => {
            let due = case.due_at_first().unwrap_or(case.start);
            let date = case.world.oracle.local(due).date() + TimeDelta::days(days);
            oracle::Extension::Until { date, fixed }
        }
    }
}

// ---------------------------------------------------------------------------------------------------------------------------
// Who answers
// ---------------------------------------------------------------------------------------------------------------------------

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Who {
    Library,
    Oracle,
    /// With "every pause moves the due date".
    LibraryOfMovedDueDates,
    OracleOfMovedDueDates,
}

impl Who {
    fn moves(self) -> PausesMove {
        match self {
            Self::Library | Self::Oracle => PausesMove::End,
            Self::LibraryOfMovedDueDates | Self::OracleOfMovedDueDates => PausesMove::DueDate,
        }
    }

    fn is_library(self) -> bool {
        matches!(self, Self::Library | Self::LibraryOfMovedDueDates)
    }
}

/// What a pause of the library's clocks moves.
fn effect(moves: PausesMove) -> PauseEffect {
    match moves {
        PausesMove::End => PauseEffect::MovesTerm,
        PausesMove::DueDate => PauseEffect::MovesDue,
    }
}

/// A due date that there is.
fn known_due(answer: Result<oracle::Due, Unknown>) -> Option<oracle::Due> {
    answer.ok()
}

impl Case {
    /// The due date after pauses, each entered when it is over, in the order of the argument.
    fn due(&self, who: Who, pauses: &[Pause]) -> Result<oracle::Due, Unknown> {
        self.due_of(who, self.term, pauses)
    }

    fn due_of(&self, who: Who, term: Term, pauses: &[Pause]) -> Result<oracle::Due, Unknown> {
        if !who.is_library() {
            return match (Self { term, ..self.clone() }).answer(who, pauses, &[]) {
                Answer::Due(due) => Ok(due),
                Answer::Unknown(unknown) => Err(unknown),
                other => panic!("{other:?}"),
            };
        }
        let clock = rules().with_pause_effect(effect(who.moves()));
        let mut record = record_of(&term, self.start);
        let now = pauses.iter().map(|pause| end(*pause)).fold(self.start, Instant::max);
        for (pause, reason) in pauses.iter().zip(REASONS.into_iter().cycle()) {
            record.pause(&clock, reason, Occurrence::at(pause.from).entered(now)).unwrap();
            record.resume(&clock, reason, Occurrence::at(end(*pause)).entered(now)).unwrap();
        }
        library_due(&clock, &self.world.library, &record, now)
    }

    fn answer(&self, who: Who, pauses: &[Pause], made: &[Made]) -> Answer {
        let moves = who.moves();
        if who.is_library() {
            let clock = rules().with_pause_effect(effect(moves));
            return library_answer(&clock, &self.world.library, (&self.term, self.start), pauses, made);
        }
        clock::due(&self.world.oracle, &self.term, self.from(), pauses, made, moves)
    }

    /// The due dates after each step of what happened: pauses and extensions in time order, none during another. Extensions
    /// that are refused do not happen.
    fn dues(&self, who: Who, steps: &[Result<Pause, Made>]) -> Vec<Result<oracle::Due, Unknown>> {
        let mut dues = vec![self.due(who, &[])];
        let (mut pauses, mut made) = (Vec::new(), Vec::new());
        for step in steps {
            match *step {
                Ok(pause) => pauses.push(pause),
                Err(extension) => made.push(extension),
            }
            match self.answer(who, &pauses, &made) {
                Answer::Due(due) => dues.push(Ok(due)),
                Answer::Unknown(unknown) => {
                    dues.push(Err(unknown));
                    return dues;
                }
                Answer::Refused(number, _) => {
                    assert_eq!(number + 1, made.len());
                    made.pop();
                }
                Answer::Paused => panic!("no pause is open"),
            }
        }
        dues
    }
}

/// "At equal instants an exclusive bound is the earlier."
fn order(due: oracle::Due) -> (Instant, bool) {
    (due.at, !due.exclusive)
}

// ---------------------------------------------------------------------------------------------------------------------------
// Equality with the oracle
// ---------------------------------------------------------------------------------------------------------------------------

/// Whether the due date is exempt from pauses.
fn is_exempt(term: &Term, made: &[Made]) -> bool {
    let fixed = made
        .iter()
        .max_by_key(|made| made.at)
        .is_some_and(|made| matches!(made.change, oracle::Extension::Until { fixed: true, .. }));
    matches!(term.count, Count::At(_)) || fixed
}

fn equals_the_oracle(
    moves: PausesMove,
    case: &Case,
    raw: &[(RawPause, Option<i64>)],
    extensions: &[(Moment, RawExtension)],
) -> Result<(), TestCaseError> {
    let library = &case.world.library;
    let mut rules = rules_without_pauses().with_pause_effect(effect(moves));
    // As they are, a cap of each included, and whether they end by themselves.
    let (mut pauses, mut by_itself) = (Vec::new(), Vec::new());
    for &(pause, limit) in raw {
        let Some(mut pause) = pause_of(case, pause) else { continue };
        let rule = PauseRule::new(REASONS[pauses.len()]);
        rules = rules.with_pause(limit.map_or(rule, |limit| rule.with_at_most(amount(limit))));
        let cap = limit.map(|limit| pause.from + TimeDelta::minutes(limit)).filter(|cap| *cap <= end(pause));
        by_itself.push(cap.is_some());
        pause.until = cap.or(pause.until);
        pauses.push(pause);
    }
    let told: Vec<Made> = extensions
        .iter()
        .map(|&(made, what)| Made { at: case.moment(made).max(case.start), change: extension_of(case, what) })
        .collect();

    // Working time has no roll, so that the term and the due date move alike.
    let moves = if matches!(case.term.count, Count::Working(_)) { PausesMove::End } else { moves };
    let expected = |pauses: &[Pause], made: &[Made]| {
        clock::due(&case.world.oracle, &case.term, case.from(), pauses, made, moves)
    };
    let far = case.is_far_from_the_ends(&pauses, &told);
    let mut record = record_of(&case.term, case.start);
    let mut made: Vec<Made> = Vec::new();
    let mut now = case.start;
    let all = entries(&pauses, &told);
    for (index, &(at, entry)) in all.iter().enumerate() {
        now = at.max(case.start);
        match entry {
            Entry::Resume(number) if by_itself[number] => {}
            Entry::Resume(number) => {
                record.resume(&rules, REASONS[number], Occurrence::at(at).entered(now)).unwrap();
            }
            Entry::Pause(number) => {
                record.pause(&rules, REASONS[number], Occurrence::at(at).entered(now)).unwrap();
                let answer = expected(&clock::seen_at(&pauses, now), &made);
                if is_exempt(&case.term, &made) || matches!(answer, Answer::Unknown(_)) || !far {
                    continue;
                }
                // What happens at one instant is known when all of it is entered.
                if all.iter().skip(index + 1).any(|&(at, _)| at.max(case.start) == now) {
                    continue;
                }
                let reading = rules.reading(library, &record, now);
                // Nobody knows whether a date beyond the known days has passed.
                if let redress::deadline::ClockStatus::Undetermined { .. } = reading.status() {
                    continue;
                }
                // Of a clock that has breached nothing is said here.
                let breached = reading.first_breach().is_some();
                let still = stands_still(&rules, library, &record, now);
                prop_assert!(breached || still == (answer == Answer::Paused), "{:?} at {}", answer, now);
            }
            Entry::Extend(number) => {
                let next = told[number];
                made.push(next);
                let right = match expected(&clock::seen_at(&pauses, at), &made) {
                    Answer::Refused(refused, why) => {
                        prop_assert_eq!(refused + 1, made.len(), "the oracle judges twice");
                        Ok(Some(why))
                    }
                    Answer::Due(_) | Answer::Paused => Ok(None),
                    Answer::Unknown(unknown) => Err(unknown),
                };
                let answer = extend(&rules, library, &mut record, next);
                // Of what may not be known at the ends of a calendar nothing is said here.
                if answer != right && (answer.is_err() || right.is_err()) && !far {
                    return Ok(());
                }
                prop_assert_eq!(answer, right, "{:?} after {:?} and {:?}", next, pauses, made);
                if right != Ok(None) {
                    made.pop();
                }
            }
        }
    }
    let answer = library_due(&rules, library, &record, now);
    let right = match expected(&pauses, &made) {
        Answer::Due(due) => Ok(due),
        Answer::Unknown(unknown) => Err(unknown),
        other => panic!("{other:?}"),
    };
    if answer != right && (answer.is_err() || right.is_err()) && !far {
        return Ok(());
    }
    prop_assert_eq!(answer, right, "from {} with {:?} and {:?}", case.start, pauses, made);
    let explained = rules.explain(library, &record, now).map(|(due, _)| due);
    prop_assert_eq!(due_seen(explained), answer, "explained");
    Ok(())
}

fn limited_pauses(most: usize) -> impl Strategy<Value = Vec<(RawPause, Option<i64>)>> {
    vec((raw_pause(), proptest::option::weighted(0.15, 0_i64..3_000)), 0..=most)
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn one_pause_is_what_the_oracle_says(case in case_of(terms()), pause in raw_pause()) {
        equals_the_oracle(PausesMove::End, &case, &[(pause, None)], &[])?;
    }

    #[test]
    fn pauses_are_what_the_oracle_says(case in case_of(terms()), pauses in limited_pauses(4)) {
        equals_the_oracle(PausesMove::End, &case, &pauses, &[])?;
    }

    #[test]
    fn extensions_are_what_the_oracle_says(
        case in case_of(terms()),
        extensions in vec((moments(), raw_extension()), 1..=3),
    ) {
        equals_the_oracle(PausesMove::End, &case, &[], &extensions)?;
    }

    #[test]
    fn pauses_and_extensions_are_what_the_oracle_says(
        case in case_of(terms()),
        pauses in limited_pauses(4),
        extensions in vec((moments(), raw_extension()), 1..=3),
    ) {
        equals_the_oracle(PausesMove::End, &case, &pauses, &extensions)?;
    }

    #[test]
    fn pauses_that_move_the_due_date_are_what_the_oracle_says(
        case in case_of(terms()),
        pauses in limited_pauses(4),
        extensions in vec((moments(), raw_extension()), 0..=3),
    ) {
        // What is added, and every new date of a term that rolls, counts from the due date that pauses have moved.
        let is_plain = |raw: &RawExtension| case.term.roll.is_none() && !matches!(raw, RawExtension::Add(_));
        let extensions: Vec<_> = extensions.into_iter().filter(|(_, raw)| is_plain(raw)).collect();
        equals_the_oracle(PausesMove::DueDate, &case, &pauses, &extensions)?;
    }
}

// ---------------------------------------------------------------------------------------------------------------------------
// The laws
// ---------------------------------------------------------------------------------------------------------------------------

/// "No due instant lies after the beginning and before the end of a pause." Extensions that are refused do not happen.
fn no_due_instant_in_a_pause(
    who: Who,
    case: &Case,
    pauses: &[RawPause],
    extensions: &[(Moment, RawExtension)],
) -> Result<(), TestCaseError> {
    let pauses: Vec<Pause> = pauses.iter().filter_map(|&raw| pause_of(case, raw)).collect();
    let mut told: Vec<Made> = extensions
        .iter()
        .map(|&(made, raw)| Made { at: case.moment(made).max(case.start), change: extension_of(case, raw) })
        .collect();
    told.sort_by_key(|made| made.at);
    let due = loop {
        match case.answer(who, &pauses, &told) {
            Answer::Due(due) => break due,
            Answer::Refused(number, _) => told.remove(number),
            Answer::Unknown(_) => return Ok(()),
            Answer::Paused => panic!("no pause is open"),
        };
    };
    // A pause does not move a date that is fixed, and something that is added later counts from where that stood.
    let was_fixed =
        told.iter().any(|made| matches!(made.change, oracle::Extension::Until { fixed: true, .. }));
    if was_fixed || is_exempt(&case.term, &told) {
        return Ok(());
    }
    for pause in pauses {
        let from = pause.from.max(case.start);
        prop_assert!(due.at <= from || end(pause) <= due.at, "{:?} lies in {:?} with {:?}", due, pause, told);
    }
    Ok(())
}

/// The ends that count for a clock, of dates that begin to count for it, from an instant until a due one. What is moved is one.
fn ends_between(case: &Case, end: &oracle::End, working: bool, from: Instant, due: Instant) -> i64 {
    let calendar = &case.world.oracle;
    let mut date = calendar.local(from).date() - TimeDelta::days(3);
    let mut count = 0;
    while date <= calendar.local(due).date() {
        if calendar.knows(date)
            && clock::counts(calendar, &case.term, case.from(), date) == Ok(true)
            && (!working || calendar.is_working_day(date) == Ok(true))
        {
            let at = clock::end_or_midnight(calendar, case.from(), date, end).unwrap();
            if from <= at && at <= due {
                count += 1;
            }
        }
        date += TimeDelta::days(1);
    }
    count
}

fn skips_a_date(world: &World) -> bool {
    (0..world.days()).any(|number| world.oracle.zone_skips(world.date(number)))
}

/// "A pause leaves the time to the end of the term as it was, in the clock's own unit".
fn a_pause_leaves_what_is_left(who: Who, case: &Case, pause: RawPause) -> Result<(), TestCaseError> {
    let Some(pause) = pause_of(case, pause) else { return Ok(()) };
    let (from, until) = (pause.from.max(case.start), end(pause));
    if until <= from {
        return Ok(());
    }
    let calendar = &case.world.oracle;
    let term = case.term;
    let (before, after) = (known_due(case.due(who, &[])), known_due(case.due(who, &[pause])));
    let (Some(before), Some(after)) = (before, after) else { return Ok(()) };
    if before.at <= from {
        prop_assert_eq!(before, after, "paused too late");
        return Ok(());
    }
    if who.moves() == PausesMove::DueDate {
        return Ok(());
    }
    match term.count {
        Count::Elapsed(_) if term.roll.is_none() => {
            prop_assert_eq!(before.at - from, after.at - until);
        }
        Count::Working(_) => {
            let left = calendar.working_between(from, before.at);
            prop_assert_eq!(left, calendar.working_between(until, after.at));
        }
        Count::Elapsed(_) | Count::At(_) => {}
        Count::CalendarDays(_) | Count::WorkingDays(_) | Count::Weeks(_) | Count::Months(_) => {
            // The end of day zero counts only as the one that is moved.
            if is_zero(term.count) || skips_a_date(&case.world) {
                return Ok(());
            }
            let working = matches!(term.count, Count::WorkingDays(_));
            let Some(roll) = term.roll else {
                let left = ends_between(case, &term.end, working, from, before.at);
                prop_assert_eq!(left, ends_between(case, &term.end, working, until, after.at));
                return Ok(());
            };
            if roll.rule != RollRule::Following || asks_hours(term.end) {
                return Ok(());
            }
            let unrolled = Term { roll: None, ..term };
            let ends =
                (known_due(case.due_of(who, unrolled, &[])), known_due(case.due_of(who, unrolled, &[pause])));
            let (Some(unrolled), Some(moved)) = ends else { return Ok(()) };
            if from < unrolled.at {
                // To the unrolled end: what follows is the roll.
                let date = date_of(case, moved, &term.end);
                let Ok(rolled) = calendar.roll_following(date) else { return Ok(()) };
                let end = if rolled == date { term.end } else { roll.end.unwrap_or(term.end) };
                let Ok(at) = calendar.end_on(rolled, &end, calendar.local(case.start).time()) else {
                    return Ok(());
                };
                let rolled = oracle::Due { at, exclusive: end.exclusive || end.at == EndAt::EndOfDay };
                let expected = if order(rolled) < order(before) { before } else { rolled };
                prop_assert_eq!(after, expected);
            } else {
                let end = roll.end.unwrap_or(term.end);
                let left = ends_between(case, &end, true, from, before.at);
                prop_assert_eq!(left, ends_between(case, &end, true, until, after.at));
            }
        }
    }
    Ok(())
}

/// The date on which an end lies.
fn date_of(case: &Case, due: oracle::Due, end: &oracle::End) -> NaiveDate {
    let mut date = case.world.oracle.local(due.at).date() - TimeDelta::days(2);
    while clock::end_or_midnight(&case.world.oracle, case.from(), date, end) != Ok(due.at) {
        date += TimeDelta::days(1);
    }
    date
}

/// "Neither a pause nor an extension gives an earlier due instant than the clock had when the pause began or the extension was
/// made".
fn nothing_gives_an_earlier_due_instant(
    who: Who,
    case: &Case,
    steps: &[(Moment, Result<Moment, RawExtension>)],
) -> Result<(), TestCaseError> {
    let mut happened: Vec<Result<Pause, Made>> = Vec::new();
    let mut instants: Vec<(Instant, Result<Instant, RawExtension>)> = steps
        .iter()
        .map(|&(at, what)| (case.moment(at).max(case.start), what.map(|until| case.moment(until))))
        .collect();
    instants.sort_by_key(|(at, _)| *at);
    let mut free = case.start;
    for (at, what) in instants {
        let at = at.max(free);
        match what {
            Ok(until) if until > at => {
                happened.push(Ok(Pause::closed(at, until)));
                // Touching pauses are one.
                free = until + TimeDelta::minutes(1);
            }
            Ok(_) => {}
            Err(raw) => happened.push(Err(Made { at, change: extension_of(case, raw) })),
        }
    }
    let dues = case.dues(who, &happened);
    for pair in dues.windows(2) {
        let [Ok(before), Ok(after)] = *pair else { continue };
        prop_assert!(order(before) <= order(after), "{:?} then {:?}: {:?}", before, after, happened);
    }
    Ok(())
}

/// "For monotone terms of days without an own end of the roll, a longer pause never gives an earlier date than a shorter one." A
/// longer one begins earlier, ends later, or both.
fn a_longer_pause_is_not_due_earlier(who: Who, case: &Case, ends: [Moment; 4]) -> Result<(), TestCaseError> {
    let mut ends = ends.map(|end| case.moment(end));
    ends.sort_unstable();
    let [outer_from, from, until, outer_until] = ends;
    let due = |from, until| {
        if from < until { case.due(who, &[Pause::closed(from, until)]) } else { case.due(who, &[]) }
    };
    let shorter = due(from, until);
    for longer in [(from, outer_until), (outer_from, until), (outer_from, outer_until)] {
        if let (Ok(shorter), Ok(longer)) = (shorter, due(longer.0, longer.1)) {
            prop_assert!(order(shorter) <= order(longer), "{:?} but {:?}: {:?}", shorter, longer, ends);
        }
    }
    Ok(())
}

/// Of the same terms: one pause more, or one `Add` more, never gives an earlier date.
fn one_more_is_not_due_earlier(
    who: Who,
    case: &Case,
    pauses: &[RawPause],
    adds: &[(Moment, Count)],
    (pause, without): (bool, Index),
) -> Result<(), TestCaseError> {
    let pauses: Vec<Pause> = pauses.iter().filter_map(|&raw| pause_of(case, raw)).collect();
    let made: Vec<Made> = adds
        .iter()
        .map(|&(made, count)| Made {
            at: case.moment(made).max(case.start),
            change: oracle::Extension::Add(count),
        })
        .collect();
    // A due date that is moved twice is rolled twice.
    if who.moves() == PausesMove::DueDate {
        return Ok(());
    }
    // An end of working days on a closed day counts as one more once a pause passes it.
    let working = |count: Count| matches!(count, Count::WorkingDays(_));
    if working(case.term.count) && !adds.iter().all(|&(_, count)| working(count)) {
        return Ok(());
    }
    let (mut fewer, mut less) = (pauses.clone(), made.clone());
    if pause && !fewer.is_empty() {
        fewer.remove(without.index(pauses.len()));
    } else if !less.is_empty() {
        less.remove(without.index(made.len()));
    }
    let answers = (case.answer(who, &fewer, &less), case.answer(who, &pauses, &made));
    if let (Answer::Due(less), Answer::Due(more)) = answers {
        prop_assert!(order(less) <= order(more), "{:?} but {:?}: {:?} {:?}", less, more, pauses, made);
    }
    Ok(())
}

fn monotone_day_terms() -> impl Strategy<Value = Term> {
    day_terms().prop_map(|mut term| {
        if let Some(roll) = &mut term.roll {
            roll.end = None;
        }
        let later_working =
            |intake: oracle::Intake| intake.later_counts_as == oracle::LaterCountsAs::NextWorkingDay;
        if term.intake.is_some_and(later_working) {
            term.closed_start = oracle::ClosedStart::NextWorkingDay;
        }
        term
    })
}

/// Pauses that overlap or touch are one, in whatever order and for whatever reasons they are entered.
fn pieces_are_one(
    who: Who,
    case: &Case,
    (pause, cuts, overlaps): (RawPause, [Index; 3], [i64; 3]),
    rotate: usize,
) -> Result<(), TestCaseError> {
    let Some(pause) = pause_of(case, pause) else { return Ok(()) };
    let minutes = (end(pause) - pause.from).num_minutes();
    let mut cuts = cuts.map(|cut| {
        let length = usize::try_from(minutes).unwrap();
        pause.from + TimeDelta::minutes(i64::try_from(cut.index(length + 1)).unwrap())
    });
    cuts.sort_unstable();
    let mut pieces = Vec::new();
    let mut from = pause.from;
    for (cut, overlap) in cuts.into_iter().zip(overlaps) {
        let until = (cut + TimeDelta::minutes(overlap)).min(end(pause));
        if from < until {
            pieces.push(Pause::closed(from, until));
        }
        from = cut;
    }
    if from < end(pause) {
        pieces.push(Pause::closed(from, end(pause)));
    }
    let one = case.due(who, &[pause]);
    prop_assert_eq!(case.due(who, &pieces), one, "{:?}", pieces);
    let length = pieces.len();
    pieces.rotate_left(rotate % length);
    prop_assert_eq!(case.due(who, &pieces), one, "{:?}", pieces);
    pieces.reverse();
    prop_assert_eq!(case.due(who, &pieces), one, "{:?}", pieces);
    Ok(())
}

/// The order in which pauses are entered changes nothing.
fn order_of_entry_changes_nothing(
    who: Who,
    case: &Case,
    pauses: &[RawPause],
    rotate: usize,
) -> Result<(), TestCaseError> {
    let mut pauses: Vec<Pause> = pauses.iter().filter_map(|&raw| pause_of(case, raw)).collect();
    pauses.sort_by_key(|pause| pause.from);
    let sorted = case.due(who, &pauses);
    if !pauses.is_empty() {
        let length = pauses.len();
        pauses.rotate_left(rotate % length);
    }
    prop_assert_eq!(case.due(who, &pauses), sorted, "{:?}", pauses);
    pauses.reverse();
    prop_assert_eq!(case.due(who, &pauses), sorted, "{:?}", pauses);
    Ok(())
}

fn step() -> impl Strategy<Value = (Moment, Result<Moment, RawExtension>)> {
    (moments(), prop_oneof![moments().prop_map(Ok), raw_extension().prop_map(Err)])
}

macro_rules! laws_of {
    ($module:ident, $who:expr) => {
        mod $module {
            use super::*;

            proptest! {
                #![proptest_config(cases(512))]

                #[test]
                fn no_due_instant_lies_in_a_pause(
                    case in case_of(terms()),
                    pauses in vec(raw_pause(), 1..=4),
                    extensions in vec((moments(), raw_extension()), 0..=2),
                ) {
                    no_due_instant_in_a_pause($who, &case, &pauses, &extensions)?;
                }

                #[test]
                fn a_pause_leaves_the_time_to_the_end(case in case_of(terms()), pause in raw_pause()) {
                    a_pause_leaves_what_is_left($who, &case, pause)?;
                }

                #[test]
                fn neither_a_pause_nor_an_extension_gives_an_earlier_due_instant(
                    case in case_of(terms()),
                    steps in vec(step(), 1..=5),
                ) {
                    nothing_gives_an_earlier_due_instant($who, &case, &steps)?;
                }

                #[test]
                fn a_longer_pause_never_gives_an_earlier_date(
                    case in case_of(monotone_day_terms()),
                    ends in [moments(), moments(), moments(), moments()],
                ) {
                    a_longer_pause_is_not_due_earlier($who, &case, ends)?;
                }

                #[test]
                fn one_more_pause_or_addition_never_gives_an_earlier_date(
                    case in case_of(monotone_day_terms()),
                    pauses in vec(raw_pause(), 0..=4),
                    adds in vec((moments(), day_counts()), 0..=2),
                    without in any::<(bool, Index)>(),
                ) {
                    one_more_is_not_due_earlier($who, &case, &pauses, &adds, without)?;
                }

                #[test]
                fn overlapping_and_touching_pauses_are_one(
                    case in case_of(terms()),
                    pause in (raw_pause(), any::<[Index; 3]>(), [0_i64..60, 0_i64..1, 0_i64..2_000]),
                    rotate in 0_usize..4,
                ) {
                    pieces_are_one($who, &case, pause, rotate)?;
                }

                #[test]
                fn the_order_of_entry_changes_nothing(
                    case in case_of(terms()),
                    pauses in vec(raw_pause(), 0..=4),
                    rotate in 0_usize..4,
                ) {
                    order_of_entry_changes_nothing($who, &case, &pauses, rotate)?;
                }
            }
        }
    };
}

laws_of!(of_the_library, Who::Library);
laws_of!(of_the_oracle, Who::Oracle);
laws_of!(of_the_library_of_moved_due_dates, Who::LibraryOfMovedDueDates);
laws_of!(of_the_oracle_of_moved_due_dates, Who::OracleOfMovedDueDates);

/// A chosen instant and a fixed date never move, and a total is never earlier than another that was accepted.
#[test]
fn what_is_exempt_does_not_move() {
    let world = Scene::office("2026-01-01", "2026-03-31").world().unwrap();
    let at = |text: &str| text.parse::<Instant>().unwrap();
    let start = at("2026-01-05T10:00:00Z");
    let chosen = Term::new(Count::At(at("2026-01-08T12:00:00Z")));
    let case = Case { world, term: chosen, start };
    let pause = Pause::closed(at("2026-01-07T10:00:00Z"), at("2026-01-20T10:00:00Z"));
    for who in [Who::Library, Who::Oracle] {
        assert_eq!(case.due(who, &[pause]).unwrap().at, at("2026-01-08T12:00:00Z"), "{who:?}");
    }
    let days = Term { end: oracle::End::new(EndAt::EndOfDay), ..Term::new(Count::CalendarDays(3)) };
    let case = Case { term: days, ..case };
    let until = |date: &str, fixed| oracle::Extension::Until { date: date.parse().unwrap(), fixed };
    let fixed = Made { at: start, change: until("2026-01-14", true) };
    let earlier = Made { at: start, change: until("2026-01-13", true) };
    for who in [Who::Library, Who::Oracle] {
        let dues = case.dues(who, &[Err(fixed), Err(earlier), Ok(pause)]);
        let due = dues.last().unwrap().unwrap();
        assert_eq!((due.at, dues.len()), (at("2026-01-15T00:00:00Z"), 3), "{who:?}");
    }
    let refused = clock::due(&case.world.oracle, &days, case.from(), &[], &[fixed, earlier], PausesMove::End);
    assert_eq!(refused, Answer::Refused(1, Why::Earlier));
}

/// The shift of the night before the first known day may end in a pause; it does not count, whether it was one or not.
#[test]
fn an_end_before_day_zero_is_not_asked_for() {
    let mut scene = Scene::office("2026-01-06", "2026-01-31");
    scene.week = std::array::from_fn(|_| vec![(22 * 60, 30 * 60)]);
    let world = scene.world().unwrap();
    let end = oracle::End::new(EndAt::CloseOfBusiness);
    let term = Term { end, ..Term::new(Count::WorkingDays(3)) };
    let start = world.known_from + TimeDelta::hours(5);
    let case = Case { world, term, start };
    let pause = Pause::closed(start, start + TimeDelta::hours(7));
    assert_eq!(case.due(Who::Library, &[pause]), case.due(Who::Oracle, &[pause]));
}
