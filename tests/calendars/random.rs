//! Random declarations against a plain reading of them, day by day.

use chrono::{Datelike, Month, NaiveDate, TimeDelta, Weekday};
use proptest::prelude::*;
use redress::calendar::holiday::{AnnualDay, Observance, OriginalDay};
use redress::calendar::reading::{DayKind, OutsideDays};
use redress::calendar::{CalendarBuilder, CalendarFault, Hours, RecurringHoliday, WeekPattern};

use crate::calendars::support::{date, hours, office};

/// A day counted from 1 January 2025; the calendar is known for 2026.
type Day = i64;

#[derive(Clone, Debug)]
enum Declaration {
    Holiday(Day),
    Hours(Day, bool),
    Rule { month: u8, day: u8, observed: Observance, original: OriginalDay },
    Period { first: Day, length: Day, saturday: bool },
}

fn on(day: Day) -> NaiveDate {
    date("2025-01-01") + TimeDelta::days(day)
}

fn short() -> Hours {
    hours("10:00-12:00")
}

fn summer() -> Hours {
    hours("08:00-13:00")
}

fn declaration() -> impl Strategy<Value = Declaration> {
    let observed = prop_oneof![
        Just(Observance::OnDate),
        Just(Observance::NearestWeekday),
        Just(Observance::NextWeekday)
    ];
    let original = prop_oneof![Just(OriginalDay::Holiday), Just(OriginalDay::AsPattern)];
    // A third of them about the turn of the year, where days move from one year into the other.
    let month = prop_oneof![2 => 1_u8..=12, 1 => Just(12_u8), 1 => Just(1_u8)];
    let day = prop_oneof![2 => 1_u8..=28, 1 => 24_u8..=28, 1 => 1_u8..=4];
    prop_oneof![
        2 => (300_i64..800).prop_map(Declaration::Holiday),
        1 => (300_i64..800, any::<bool>()).prop_map(|(day, open)| Declaration::Hours(day, open)),
        4 => (month, day, observed, original).prop_map(|(month, day, observed, original)| Declaration::Rule {
            month,
            day,
            observed,
            original,
        }),
        1 => (300_i64..800, 0_i64..90, any::<bool>())
            .prop_map(|(first, length, saturday)| Declaration::Period { first, length, saturday }),
    ]
}

fn declared(declarations: &[Declaration]) -> CalendarBuilder {
    let builder = office(2026, 2026).outside_days(OutsideDays::LeftOut);
    declarations.iter().fold(builder, |builder, declaration| match *declaration {
        Declaration::Holiday(day) => builder.holiday(on(day), "x"),
        Declaration::Hours(day, open) => builder.special_hours(on(day), "x", open.then(short)),
        Declaration::Rule { month, day, observed, original } => {
            let day = AnnualDay::Fixed { month: Month::try_from(month).unwrap(), day };
            let rule = RecurringHoliday::new("x", day).with_observed(observed).with_original_day(original);
            builder.recurring(rule.with_observed_name("x"))
        }
        Declaration::Period { first, length, saturday } => {
            let days = on(first)..=on(first + length);
            if saturday {
                let week = WeekPattern::weekdays([summer()]).with(Weekday::Sat, [summer()]);
                builder.special_period(days, "x", week)
            } else {
                builder.special_period(days, "x", [summer()])
            }
        }
    })
}

fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

/// The days on which the rules make a holiday: all years, one date after the other.
fn of_rules(declarations: &[Declaration]) -> Vec<NaiveDate> {
    let mut rules = Vec::new();
    for year in 2024..=2028 {
        for declaration in declarations {
            if let Declaration::Rule { month, day, observed, original } = *declaration {
                let date = NaiveDate::from_ymd_opt(year, month.into(), day.into()).unwrap();
                rules.push((date, observed, original));
            }
        }
    }
    rules.sort_by_key(|(date, ..)| *date);
    let originals: Vec<NaiveDate> = rules.iter().map(|(date, ..)| *date).collect();
    let (mut found, mut moved): (Vec<NaiveDate>, Vec<(NaiveDate, NaiveDate)>) = (Vec::new(), Vec::new());
    for (date, observed, original) in rules {
        let to = match observed {
            _ if !is_weekend(date) => date,
            Observance::OnDate => date,
            Observance::NearestWeekday if date.weekday() == Weekday::Sat => date - TimeDelta::days(1),
            Observance::NearestWeekday => date + TimeDelta::days(1),
            Observance::NextWeekday => {
                // What other holidays on the same date were moved on to is where this one goes.
                let next = |day: &NaiveDate| {
                    let taken = moved.iter().any(|(from, to)| to == day && *from != date);
                    !is_weekend(*day) && !originals.contains(day) && !taken
                };
                date.iter_days().skip(1).find(next).unwrap()
            }
        };
        if to == date || original == OriginalDay::Holiday {
            found.push(date);
        }
        if to != date {
            moved.push((date, to));
            found.push(to);
        }
    }
    found
}

/// What a day is, or nothing where its entries contradict each other.
fn plain(declarations: &[Declaration], of_rules: &[NaiveDate], day: NaiveDate) -> Option<Vec<Hours>> {
    let mut entries: Vec<Vec<Hours>> = Vec::new();
    for declaration in declarations {
        match *declaration {
            Declaration::Holiday(on_day) if on(on_day) == day => entries.push(Vec::new()),
            Declaration::Hours(on_day, open) if on(on_day) == day => {
                entries.push(open.then(short).into_iter().collect());
            }
            _ => {}
        }
    }
    entries.extend(of_rules.iter().filter(|date| **date == day).map(|_| Vec::new()));
    if let Some(first) = entries.first() {
        return entries.iter().all(|entry| entry == first).then(|| first.clone());
    }
    let usual = if is_weekend(day) { Vec::new() } else { vec![crate::calendars::support::OFFICE] };
    let mut hours = usual;
    for declaration in declarations {
        if let Declaration::Period { first, length, saturday } = *declaration
            && (on(first)..=on(first + length)).contains(&day)
            && (!is_weekend(day) || (saturday && day.weekday() == Weekday::Sat))
        {
            hours = vec![summer()];
        }
    }
    Some(hours)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn declarations_are_read_as_they_are_documented(declarations in prop::collection::vec(declaration(), 1..12)) {
        let of_rules = of_rules(&declarations);
        let days: Vec<NaiveDate> = date("2026-01-01").iter_days().take(365).collect();
        let contradicting: Vec<NaiveDate> =
            days.iter().copied().filter(|day| plain(&declarations, &of_rules, *day).is_none()).collect();
        match declared(&declarations).build() {
            Err(faults) => {
                let mut found: Vec<NaiveDate> = faults
                    .iter()
                    .map(|fault| match fault {
                        CalendarFault::Contradiction { date, .. } => *date,
                        other => panic!("{other}"),
                    })
                    .collect();
                found.sort_unstable();
                found.dedup();
                prop_assert_eq!(found, contradicting);
            }
            Ok(calendar) => {
                prop_assert_eq!(contradicting, []);
                for day in days {
                    let expected = plain(&declarations, &of_rules, day).unwrap();
                    let spans = calendar.spans_of_day(day).unwrap();
                    let opens = |hours: &Hours| {
                        let open = chrono::NaiveTime::from(hours.opens());
                        day.and_time(open).and_utc()
                    };
                    let found: Vec<_> = spans.map(|(start, _)| start).collect();
                    prop_assert_eq!(found, expected.iter().map(opens).collect::<Vec<_>>(), "{}", day);
                    let kind = calendar.day(day).unwrap();
                    let special = expected == [short()] || expected == [summer()];
                    prop_assert_eq!(special, matches!(kind, DayKind::SpecialHours(_)), "{}", day);
                    let closed_day = expected.is_empty() && !is_weekend(day);
                    prop_assert!(!closed_day || matches!(kind, DayKind::Holiday(_)), "{}", day);
                }
                let mut backward = declarations.clone();
                backward.reverse();
                prop_assert_eq!(declared(&backward).build().unwrap(), calendar);
            }
        }
    }
}
