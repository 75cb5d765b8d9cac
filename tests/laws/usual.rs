//! Usual terms take a short way to their due date. An explanation always takes the long one.

use chrono::{DateTime, TimeDelta, Utc, Weekday};
use chrono_tz::Tz;
use redress::calendar::{Calendar, Hours, KnownDays, LocalTime, WeekPattern, Zone};
use redress::deadline::choice::{Bound, ClosedStart, FirstDay, LateReceipt};
use redress::deadline::{Anchors, Cutoff, Deadline, End, Roll, Term};
use redress::vocab::Anchor;

const NOON: LocalTime = LocalTime::from_static("12:00");
const CUT_OFF: LocalTime = LocalTime::from_static("16:30");

/// Two weeks of an office, with a closed Wednesday and a Saturday of work. The zone knows no more days.
fn calendar(zone: Tz, first: &str, last: &str, [closed, worked]: [&str; 2]) -> Calendar {
    let known = KnownDays::new(first.parse().unwrap(), last.parse().unwrap()).unwrap();
    let zone = Zone::tabulate(zone.name(), &zone, known).unwrap();
    let hours = [Hours::from_static("09:00-12:00"), Hours::from_static("13:00-17:30")];
    let builder = Calendar::builder("office", zone).week(WeekPattern::weekdays(hours));
    let builder = builder.holiday(closed.parse().unwrap(), "closed");
    builder.working_day(worked.parse().unwrap(), "make-up day", hours).build().unwrap()
}

fn calendars() -> [Calendar; 4] {
    let (spring, autumn) = (["2026-03-11", "2026-03-14"], ["2026-10-28", "2026-10-31"]);
    [
        calendar(Tz::America__New_York, "2026-03-02", "2026-03-17", spring),
        calendar(Tz::America__New_York, "2026-10-24", "2026-11-08", autumn),
        calendar(Tz::America__Havana, "2026-03-02", "2026-03-17", spring), // skips a midnight
        calendar(Tz::Asia__Shanghai, "2026-03-02", "2026-03-17", spring),
    ]
}

fn terms() -> Vec<Term> {
    let days = [0, 1, 2, 6].map(Term::calendar_days);
    let working = [0, 1, 3].map(Term::working_days);
    let counts = days.into_iter().chain(working).chain([Term::weeks(1), Term::months(1)]);
    let monday = Cutoff::by_weekday(LateReceipt::NextCalendarDay).with_weekday(Weekday::Mon, NOON);
    let cutoffs = [
        None,
        Some(Cutoff::daily(CUT_OFF, LateReceipt::NextCalendarDay)),
        Some(Cutoff::daily(CUT_OFF, LateReceipt::NextWorkingDay).with_bound(Bound::Exclusive)),
        Some(Cutoff::daily(LocalTime::MIDNIGHT, LateReceipt::NextWorkingDay)),
        Some(Cutoff::closing(LateReceipt::NextWorkingDay)),
        Some(monday),
        Some(Cutoff::by_weekday(LateReceipt::NextCalendarDay)), // none at all
    ];
    let midnight = End::at(LocalTime::MIDNIGHT).with_bound(Bound::Exclusive);
    let ends =
        [None, Some(End::at(CUT_OFF)), Some(midnight), Some(End::END_OF_DAY), Some(End::CLOSE_OF_BUSINESS)];
    let rolls = [
        Roll::NONE,
        Roll::FOLLOWING,
        Roll::FOLLOWING.with_end(End::OPENING),
        Roll::FOLLOWING.with_end(End::at(NOON)),
        Roll::PRECEDING,
    ];
    let mut terms = Vec::new();
    for count in counts {
        for cutoff in cutoffs {
            for end in ends {
                for roll in rolls {
                    let term = cutoff.map_or(count, |cutoff| count.with_cutoff(cutoff)).with_roll(roll);
                    terms.push(end.map_or(term, |end| term.with_end(end)));
                }
            }
        }
    }
    let others: Vec<Term> = terms.iter().step_by(7).copied().collect();
    terms.extend(others.iter().map(|term| term.with_first_day(FirstDay::DayOne)));
    terms.extend(others.iter().map(|term| term.with_closed_start(ClosedStart::NextOpening)));
    terms
}

#[test]
fn the_short_way_to_a_due_date_is_the_long_one() {
    let deadlines: Vec<Deadline> = terms().into_iter().map(Deadline::from).collect();
    for calendar in calendars() {
        let first: DateTime<Utc> = calendar.start_of_day(calendar.known().first()).unwrap();
        // Every half of a day with its edges, from the day before the first known one to the day after the last.
        let halves =
            (-2..2 * i64::from(calendar.known().days()) + 2).map(|half| first + TimeDelta::hours(12 * half));
        let asked: Vec<DateTime<Utc>> = halves
            .flat_map(|at| [at - TimeDelta::nanoseconds(1), at, at + TimeDelta::minutes(270)])
            .chain(cut_offs(first, calendar.known().days()))
            .collect();
        let mut answered = 0;
        // Each term is asked for every fifth instant, and each instant by a fifth of the terms of every kind.
        for (number, deadline) in deadlines.iter().enumerate() {
            for &at in asked.iter().skip(number % 11 % 5).step_by(5) {
                let anchors = Anchors::received(at);
                let due = deadline.due(&calendar, Anchor::RECEIVED, &anchors);
                let explained = deadline.explain(&calendar, Anchor::RECEIVED, &anchors).map(|(due, _)| due);
                assert_eq!(due, explained, "{deadline:?} from {at}");
                answered += usize::from(due.is_ok());
            }
        }
        assert!(answered > deadlines.len() * asked.len() / 40, "{answered} were due");
    }
}

/// The cut-off of each day in winter, and a second and a nanosecond behind it.
fn cut_offs(first: DateTime<Utc>, days: u32) -> impl Iterator<Item = DateTime<Utc>> {
    let cut_off = move |day| first + TimeDelta::days(day) + TimeDelta::minutes(16 * 60 + 30);
    let late = [TimeDelta::zero(), TimeDelta::nanoseconds(1), TimeDelta::seconds(1)];
    (0..i64::from(days)).flat_map(move |day| late.map(|late| cut_off(day) + late))
}
