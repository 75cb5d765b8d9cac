//! Books of policies: equal to an oracle that goes day by day, and exact at the borders of days.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::collections::BTreeSet;

use chrono::{DateTime, Days, FixedOffset, NaiveDate, TimeDelta, Utc};
use proptest::prelude::*;
use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
use redress::case::stored::Policies;
use redress::policy::book::{BookFault, NoPolicyError, PolicyBookDocument, PolicyValidity};
use redress::policy::{Policy, PolicyBook, PolicyVersion, Routing};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn calendar(offset_hours: i32, known: KnownDays) -> Calendar {
    let zone = Zone::fixed(FixedOffset::east_opt(offset_hours * 3_600).unwrap(), known).unwrap();
    let week = WeekPattern::weekdays([Hours::from_static("09:00-17:00")]);
    Calendar::builder("office", zone).week(week).build().unwrap()
}

fn policy(version: &str, offset_hours: i32) -> Policy {
    let calendar = calendar(offset_hours, KnownDays::years(2026, 2026).unwrap());
    Policy::builder("desk").version(version).calendar(calendar).routing(Routing::none()).build().unwrap()
}

fn from(first: &str, version: &str) -> PolicyValidity {
    PolicyValidity::from_day(day(first), policy(version, 1))
}

fn version(version: &str) -> PolicyVersion {
    PolicyVersion { name: "desk".into(), version: version.into() }
}

#[test]
fn a_policy_begins_with_its_first_day_in_its_own_zone() {
    let east = PolicyValidity::from_day(day("2026-01-01"), policy("1", 8));
    let west = PolicyValidity::from_day(day("2026-07-01"), policy("2", -5));
    let book = PolicyBook::new([west, east]).unwrap();
    let version = |text: &str| book.policy_at(at(text)).map(Policy::version);
    assert_eq!(version("2025-12-31T16:00:00Z"), Ok("1"));
    // It is July in the east, and the policy of the west has not begun.
    assert_eq!(version("2026-07-01T04:59:59.999999999Z"), Ok("1"));
    assert_eq!(version("2026-07-01T05:00:00Z"), Ok("2"));
    // The last policy has no last day; what its calendar does not know, its dates tell.
    assert_eq!(version("2031-07-01T05:00:00Z"), Ok("2"));
    let early = version("2025-12-31T15:59:59.5Z").unwrap_err();
    assert_eq!(
        early.to_string(),
        "no policy is valid at 2025-12-31T15:59:59.500Z; the first one, `desk 1`, begins on 2026-01-01"
    );
}

#[test]
fn the_last_day_of_the_last_policy_ends_the_book() {
    let book = PolicyBook::new([from("2026-01-01", "1").with_last_day(day("2026-12-31"))]).unwrap();
    assert!(book.policy_at(at("2026-12-31T22:59:59Z")).is_ok());
    for late in ["2026-12-31T23:00:00Z", "2027-01-02T12:00:00Z", "2060-01-01T00:00:00Z"] {
        let error = book.policy_at(at(late)).unwrap_err();
        let expected =
            NoPolicyError::AfterLast { received: at(late), policy: "desk 1".into(), last: day("2026-12-31") };
        assert_eq!(error, expected);
    }
    assert!(
        book.policy_at(DateTime::<Utc>::MAX_UTC).is_err()
            && book.policy_at(DateTime::<Utc>::MIN_UTC).is_err()
    );
}

#[test]
fn zones_that_turn_two_policies_around_are_refused() {
    let west = PolicyValidity::from_day(day("2026-04-01"), policy("1", -12));
    let east = PolicyValidity::from_day(day("2026-04-02"), policy("2", 14));
    let faults = PolicyBook::new([west, east]).unwrap_err();
    let expected =
        BookFault::NeverValid { policy: version("1"), first: day("2026-04-01"), next: version("2") };
    assert_eq!(faults.faults(), [expected]);
}

#[test]
fn a_name_and_a_version_stand_for_one_content() {
    let returned = [from("2026-01-01", "1"), from("2026-03-01", "2"), from("2026-04-01", "1")];
    assert!(PolicyBook::new(returned).is_ok());
    let other = PolicyValidity::from_day(day("2026-03-01"), policy("1", 2));
    let faults = PolicyBook::new([from("2026-01-01", "1"), other]).unwrap_err();
    assert_eq!(faults.faults(), [BookFault::OtherContent { policy: version("1") }]);
}

#[test]
fn a_book_finds_its_versions_and_comes_back_from_its_document() {
    let book =
        PolicyBook::new([from("2026-01-01", "1").with_last_day(day("2026-02-28")), from("2026-03-01", "2")])
            .unwrap();
    assert!(Policies::find(&book, &version("2")).is_some() && book.find(&version("3")).is_none());
    let document = PolicyBookDocument::of(&book);
    let text = toml::to_string(&document).unwrap();
    let read: PolicyBookDocument = toml::from_str(&text).unwrap();
    assert_eq!(read, document);
    let zone = |_: &str, known| Zone::fixed(FixedOffset::east_opt(3_600).unwrap(), known).ok();
    assert_eq!(PolicyBookDocument::of(&read.build(zone).unwrap()), document);

    let mut broken = document;
    broken.policies[1].policy.name.clear();
    broken.policies[0].policy.version.clear();
    let faults = broken.build(zone).unwrap_err();
    assert_eq!(faults.codes().collect::<Vec<_>>(), ["book.policy", "book.policy"]);
    assert_eq!(
        faults.faults()[1].to_string(),
        "policy ` 2`: policy name `` is empty, expected 1 to 100 visible characters"
    );
    let unknown = serde_json::from_str::<PolicyBookDocument>(r#"{"policys": []}"#).unwrap_err();
    assert!(unknown.to_string().starts_with("unknown field `policys`, expected `policies`"), "{unknown}");
}

/// Validities of one zone: where each begins, and how many days it has, if it says so.
fn validities() -> impl Strategy<Value = Vec<(u64, Option<u64>)>> {
    prop::collection::vec((0_u64..30, prop::option::of(0_u64..12)), 1..6)
}

proptest! {
    /// The faults name exactly the days between the first and the last that have no policy, or several.
    #[test]
    fn faults_name_the_days_that_an_oracle_finds(drawn in validities()) {
        let origin = day("2026-03-01");
        let date = |number: u64| origin + Days::new(number);
        let all: Vec<PolicyValidity> = drawn.iter().enumerate().map(|(place, &(first, days))| {
            let valid = PolicyValidity::from_day(date(first), policy(&place.to_string(), 1));
            days.map_or(valid.clone(), |days| valid.with_last_day(date(first + days)))
        }).collect();
        // An open policy ends on the day before the next one, and has its own day at least.
        let mut sorted = drawn.clone();
        sorted.sort_by_key(|(first, _)| *first);
        let end = 60;
        let spans: Vec<(u64, u64)> = sorted.iter().enumerate().map(|(place, &(first, days))| {
            let next = sorted.get(place + 1).map_or(end, |(next, _)| (*next).max(first + 1) - 1);
            (first, days.map_or(next, |days| first + days))
        }).collect();
        let last = spans.iter().map(|(_, last)| *last).max().unwrap();
        let count = |number: u64| spans.iter().filter(|(first, last)| (*first..=*last).contains(&number)).count();
        let without: BTreeSet<NaiveDate> =
            (sorted[0].0..=last).filter(|&number| count(number) == 0).map(date).collect();
        let twice: BTreeSet<NaiveDate> = (sorted[0].0..=last).filter(|&number| count(number) > 1).map(date).collect();

        match PolicyBook::new(all) {
            Ok(book) => {
                prop_assert!(without.is_empty() && twice.is_empty());
                for number in sorted[0].0..=last {
                    let place = spans.iter().position(|(first, last)| (*first..=*last).contains(&number)).unwrap();
                    for minutes in [0, 1, 1_439] {
                        let local = date(number).and_hms_opt(0, 0, 0).unwrap() + TimeDelta::minutes(minutes - 60);
                        let valid = book.valid_at(local.and_utc()).unwrap();
                        prop_assert_eq!(valid.first_day(), date(spans[place].0));
                    }
                }
            }
            Err(faults) => {
                let days = |span: &redress::policy::book::DaySpan| {
                    span.first.iter_days().take_while(|day| *day <= span.last).filter(|day| *day <= date(last))
                        .collect::<Vec<_>>()
                };
                let gaps: BTreeSet<NaiveDate> = faults.iter().filter_map(|fault| match fault {
                    BookFault::Gap { days: span, .. } => Some(days(span)),
                    _ => None,
                }).flatten().collect();
                let overlaps: BTreeSet<NaiveDate> = faults.iter().filter_map(|fault| match fault {
                    BookFault::Overlap { days: span, .. } => Some(days(span)),
                    _ => None,
                }).flatten().collect();
                prop_assert_eq!(&gaps, &without, "{}", faults);
                prop_assert_eq!(&overlaps, &twice, "{}", faults);
            }
        }
    }
}
