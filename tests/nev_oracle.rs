//! The profile `Nev` against the slow oracle: any receipt, any category, any combination of readings.
//!
//! 512 cases, or as many as the environment variable `REDRESS_CASES` says. The seeds of cases that failed are
//! kept in `tests/nev_oracle.regressions` and tried first.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::env;
use std::sync::LazyLock;

use chrono::{DateTime, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{Config, FileFailurePersistence};
use redress::calendar::reading::{Fold, MakeUpDays};
use redress::calendar::{Calendar, CalendarError, LocalTime};
use redress::deadline::choice::{Bound, ClosedStart, FirstDay};
use redress::deadline::explanation::TraceStep;
use redress::deadline::{DeadlineError, Due};
use redress::profiles::Nev;
use redress::profiles::choice::{CutoffMeaning, HoursReading, LimitCount, NoticePeriod, RolledEnd};
use redress::triage::answer::ClockOutcome;
use redress::triage::{Complaint, History, triage};
use redress::vocab::{Anchor, Category, ClockName, Department};

use crate::oracle;
use crate::worked_examples::china;

static CALENDAR: LazyLock<Calendar> = LazyLock::new(|| china::calendar_in(chrono_tz::Asia::Shanghai));
static ORACLE_CALENDAR: LazyLock<oracle::Calendar> = LazyLock::new(|| oracle::catalogue_calendar(true));

/// What A28 sets for each category.
const LIMITS: [(Category, oracle::NevLimit); 6] = [
    (Category::PRODUCT_QUALITY, oracle::NevLimit::Days(2)),
    (Category::SALES_PROCESS, oracle::NevLimit::Hours(24)),
    (Category::SPARE_PARTS, oracle::NevLimit::Hours(24)),
    (Category::TECHNICAL_CAPABILITY, oracle::NevLimit::Days(2)),
    (Category::SERVICE_PROCESS, oracle::NevLimit::Hours(24)),
    (Category::VEHICLE_DOCUMENTS, oracle::NevLimit::Days(2)),
];

/// A reading in both tongues.
type Readings = (Nev, oracle::NevPolicy, Anchor);

fn readings(limit: oracle::NevLimit) -> impl Strategy<Value = Readings> {
    let cutoffs =
        prop_oneof![4 => Just(Some(16 * 60 + 30)), 1 => Just(None), 1 => (0..1_440_i64).prop_map(Some)];
    let a01 = select(vec![
        (CutoffMeaning::DayBoundary, oracle::CutoffMeaning::DayBoundary),
        (CutoffMeaning::DueOnly, oracle::CutoffMeaning::DueOnly),
        (CutoffMeaning::ReceiptOnly, oracle::CutoffMeaning::ReceiptOnly),
    ]);
    let a02 = select(vec![
        (HoursReading::Days, oracle::HoursAs::Days),
        (HoursReading::Elapsed, oracle::HoursAs::Elapsed),
    ]);
    let a03 = select(vec![
        (LimitCount::CalendarDays, oracle::NevCount::CalendarDays),
        (LimitCount::WorkingDays, oracle::NevCount::WorkingDays),
    ]);
    let a04 =
        select(vec![Anchor::RECEIVED, Anchor::REGISTERED, Anchor::DISPATCHED, Anchor::DEPARTMENT_RECEIVED]);
    let a05 = select(vec![
        (FirstDay::DayZero, oracle::NevFirstDay::DayZero),
        (FirstDay::DayOne, oracle::NevFirstDay::DayOne),
    ]);
    let a06 = select(vec![
        (ClosedStart::Keep, oracle::StartOnNonWorking::AsIs),
        (ClosedStart::NextWorkingDay, oracle::StartOnNonWorking::NextWorkingDay),
    ]);
    let a07 = select(vec![
        (MakeUpDays::Working, oracle::MakeupDay::Working),
        (MakeUpDays::AsPattern, oracle::MakeupDay::Holiday),
    ]);
    let a08 = select(vec![
        (Bound::Inclusive, oracle::AtCutoff::InTime),
        (Bound::Exclusive, oracle::AtCutoff::Late),
    ]);
    let a09 = select(vec![
        (RolledEnd::Cutoff, oracle::NevRoll::AtCutoff),
        (RolledEnd::Opening, oracle::NevRoll::AtOpening),
        (RolledEnd::SameTime, oracle::NevRoll::SameTimeOfDay),
        (RolledEnd::NoRoll, oracle::NevRoll::None),
    ]);
    (cutoffs, a01, a02, a03, a04, a05, a06, a07, a08, a09).prop_map(
        move |(cutoff, a01, a02, a03, a04, a05, a06, a07, a08, a09)| {
            let owners = Category::ALL.iter().map(|&category| (category, Department::DEALER));
            let nev = Nev::new(CALENDAR.clone(), owners, NoticePeriod::NotSet)
                .with_cutoff(cutoff.map(local_time))
                .with_cutoff_meaning(a01.0)
                .with_hours_as(a02.0)
                .with_count(a03.0)
                .with_start(a04)
                .with_first_day(a05.0)
                .with_closed_start(a06.0)
                .with_make_up_days(a07.0)
                .with_cutoff_bound(a08.0)
                .with_rolled_end(a09.0);
            let policy = oracle::NevPolicy {
                cutoff,
                cutoff_meaning: a01.1,
                hours_as: a02.1,
                count: a03.1,
                first_day: a05.1,
                start_on_non_working: a06.1,
                makeup_day: a07.1,
                at_cutoff: a08.1,
                roll: a09.1,
                ..oracle::NevPolicy::new(limit)
            };
            (nev, policy, a04)
        },
    )
}

fn local_time(minutes: i64) -> LocalTime {
    format!("{:02}:{:02}", minutes / 60, minutes % 60).parse().unwrap()
}

/// When the complaint came in, and the minutes until each of its next steps.
fn receipt() -> impl Strategy<Value = (NaiveDateTime, [i64; 3])> {
    let days = 730_i64;
    // Half of the receipts within minutes of the cut-off, where the readings differ most.
    let minute = prop_oneof![0..1_440_i64, 985..=995_i64];
    let next = || 0..4_320_i64;
    (0..days, minute, [next(), next(), next()]).prop_map(|(day, minute, next)| {
        let first = oracle::day("2025-01-01").and_time(NaiveTime::MIN);
        (first + TimeDelta::days(day) + TimeDelta::minutes(minute), next)
    })
}

fn instant(local: NaiveDateTime) -> DateTime<Utc> {
    CALENDAR.zone().instant(local, Fold::Earlier).unwrap()
}

/// What the oracle says, as the library would.
fn expected(due: oracle::NevDue) -> Due {
    let bound = if due.exclusive { Bound::Exclusive } else { Bound::Inclusive };
    let local = match due.time {
        Some(time) => due.date.and_time(time),
        None => due.date.succ_opt().unwrap().and_time(NaiveTime::MIN),
    };
    Due::new(instant(local), bound)
}

fn cases() -> Config {
    let wanted = env::var("REDRESS_CASES").ok().map(|text| text.parse().unwrap());
    Config {
        cases: wanted.unwrap_or(512),
        failure_persistence: Some(Box::new(FileFailurePersistence::WithSource("regressions"))),
        ..Config::default()
    }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn every_reading_agrees_with_the_oracle(
        (received, next) in receipt(),
        (category, (nev, oracle_policy, start)) in
            select(LIMITS.to_vec()).prop_flat_map(|(category, limit)| (Just(category), readings(limit))),
    ) {
        let policy = nev.build().unwrap();
        let mut started = received;
        let mut local = received;
        let mut complaint =
            Complaint::new("O-1".parse().unwrap(), instant(received)).with_category(category);
        for (event, minutes) in
            [Anchor::REGISTERED, Anchor::DISPATCHED, Anchor::DEPARTMENT_RECEIVED].into_iter().zip(next)
        {
            local += TimeDelta::minutes(minutes);
            complaint = complaint.with_event(event, instant(local));
            if event == start {
                started = local;
            }
        }
        let triage = triage(&policy, &complaint, &History::none()).unwrap();
        let clock = triage.clocks_of(ClockName::CLOSURE).next().unwrap();
        match oracle::nev_due(&ORACLE_CALENDAR, &oracle_policy, started) {
            Ok(due) => {
                let due = expected(due);
                prop_assert_eq!(clock.outcome(), &ClockOutcome::Due(due));
                let explanation = triage.explain();
                let account = explanation.clocks().iter().find(|account| account.clock() == ClockName::CLOSURE);
                match account.and_then(|account| account.trace().steps().last()) {
                    Some(TraceStep::Due { at, bound, .. }) => prop_assert_eq!((*at, *bound), (due.at(), due.bound())),
                    last => prop_assert!(false, "{:?}", last),
                }
            }
            Err(oracle::Unknown::NotKnown) => {
                let unknown = matches!(
                    clock.outcome(),
                    ClockOutcome::Undetermined(DeadlineError::Calendar(CalendarError::NotKnown { .. }))
                );
                prop_assert!(unknown, "{:?}", clock.outcome());
            }
            Err(oracle::Unknown::NoBusinessHours) => prop_assert!(false, "a roll ends on a working day"),
        }
    }
}
