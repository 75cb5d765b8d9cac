//! Dates of single terms, and of terms that count from another due date.

use redress::calendar::{Calendar, Hours, LocalTime, WeekPattern};
use redress::deadline::choice::{DeadlineFault, LateReceipt, TermFault};
use redress::deadline::rule::{ClockError, Occurrence};
use redress::deadline::{Anchors, Clock, Cutoff, Deadline, End, Term};
use redress::policy::{ClockRule, Policy, PolicyFault, Routing};
use redress::vocab::{Anchor, ClockName};

use crate::faults::support::{Story, at, deadline, due, office, shown, utc};

#[test]
fn fault_d03_24_00_of_a_day_belongs_to_that_day() {
    let office = office();
    let from = |first: &str, second: &str| {
        let received = Anchors::received(at("04-13 10:00"));
        let first = deadline(first).due(&office, Anchor::RECEIVED, &received).unwrap();
        let chained = Anchors::new().with_due(Anchor::RECEIVED, first);
        shown(deadline(second).due(&office, Anchor::RECEIVED, &chained).unwrap().at())
    };
    let thursday = r#"{"working-days": 3, "end": "end-of-day"}"#;
    for (second, right) in [
        (r#"{"working-days": 2, "end": "end-of-day"}"#, "Tue 04-21 00:00"),
        (r#"{"calendar-days": 7, "end": "end-of-day"}"#, "Fri 04-24 00:00"),
        (r#"{"weeks": 1, "end": "end-of-day"}"#, "Fri 04-24 00:00"),
        (r#"{"months": 1, "end": "end-of-day"}"#, "Sun 05-17 00:00"),
        (r#"{"working-days": 2, "end": "16:30"}"#, "Mon 04-20 16:30"),
        // The same time as 24:00 is 24:00.
        (r#"{"working-days": 1}"#, "Sat 04-18 00:00"),
        (r#"{"elapsed": "24 h"}"#, "Sat 04-18 00:00"),
    ] {
        assert_eq!(from(thursday, second), right, "{second}");
    }
    let closing = r#"{"working-days": 3, "end": "close-of-business"}"#;
    assert_eq!(from(closing, r#"{"working-days": 2, "end": "end-of-day"}"#), "Tue 04-21 00:00");
}

#[test]
fn fault_c04_months_lead_from_month_end_to_month_end() {
    let office = office();
    let keep = r#"{"months": 1, "month-end": "keep", "end": "end-of-day"}"#;
    assert_eq!(due(&office, keep, "02-28 10:00"), "Wed 04-01 00:00");
    assert_eq!(due(&office, keep, "02-27 10:00"), "Sat 03-28 00:00");
    assert_eq!(due(&office, keep, "01-31 10:00"), "Sun 03-01 00:00");
    assert_eq!(due(&office, r#"{"months": 1, "end": "end-of-day"}"#, "02-28 10:00"), "Sun 03-29 00:00");
    let after = r#"{"calendar-days": 45, "month-end": "after", "end": "end-of-day"}"#;
    assert_eq!(due(&office, after, "01-10 10:00"), "Sun 03-01 00:00");
    let before = r#"{"calendar-days": 45, "month-end": "before", "end": "end-of-day"}"#;
    assert_eq!(due(&office, before, "01-10 10:00"), "Wed 03-18 00:00");
    for (term, fault) in [
        (r#"{"calendar-days": 45, "month-end": "keep"}"#, TermFault::MonthEndOfDays),
        (r#"{"elapsed": "24 h", "month-end": "after"}"#, TermFault::MonthEndOfSpan),
    ] {
        assert_eq!(deadline(term).fault(), Some(DeadlineFault::Term(fault)), "{term}");
    }
    // An extension adds months to months, and the end of the month stays.
    let story = Story::new(keep, "01-31 10:00").extended(r#"{"add": {"months": 1}}"#, "02-02 10:00");
    assert_eq!(story.due(), "Wed 04-01 00:00");
}

/// A term that ends at the end of a month still does after months are added.
#[test]
fn added_months_lead_to_the_end_of_the_month() {
    let days = r#"{"calendar-days": 45, "month-end": "after", "end": "end-of-day"}"#;
    let story = || Story::new(days, "01-10 10:00");
    assert_eq!(story().due(), "Sun 03-01 00:00");
    assert_eq!(story().extended(r#"{"add": {"months": 1}}"#, "01-12 10:00").due(), "Wed 04-01 00:00");
    assert_eq!(story().extended(r#"{"add": {"months": 0}}"#, "01-12 10:00").due(), "Sun 03-01 00:00");
    let months = r#"{"months": 1, "month-end": "after", "end": "end-of-day"}"#;
    let story = Story::new(months, "01-10 10:00").extended(r#"{"add": {"months": 1}}"#, "01-12 10:00");
    assert_eq!(story.due(), "Wed 04-01 00:00");
}

#[test]
fn fault_c07_a_receipt_outside_opening_hours_counts_from_the_next_opening() {
    let office = office();
    for (term, received, right) in [
        (r#"{"elapsed": "24 h", "closed-start": "next-opening"}"#, "03-06 18:00", "Tue 03-10 08:00"),
        (r#"{"elapsed": "24 h", "closed-start": "next-opening"}"#, "03-05 07:00", "Fri 03-06 08:00"),
        (r#"{"elapsed": "24 h", "closed-start": "next-opening"}"#, "03-05 10:00", "Fri 03-06 10:00"),
        (r#"{"working": "2 h", "closed-start": "next-opening"}"#, "03-06 18:00", "Mon 03-09 10:00"),
        (r#"{"working-days": 1, "closed-start": "next-opening"}"#, "03-06 18:00", "Tue 03-10 08:00"),
        (
            r#"{"working-days": 1, "closed-start": "next-opening", "end": "16:30"}"#,
            "03-07 10:00",
            "Tue 03-10 16:30",
        ),
        (r#"{"calendar-days": 1, "closed-start": "next-opening"}"#, "03-05 16:30", "Sat 03-07 08:00"),
    ] {
        assert_eq!(due(&office, term, received), right, "{term} from {received}");
    }
    // A pause before the opening pauses nothing that runs.
    let story = Story::new(r#"{"elapsed": "24 h", "closed-start": "next-opening"}"#, "03-05 18:00");
    assert_eq!(story.paused("03-05 20:00", "03-06 09:00").due(), "Sat 03-07 09:00");
}

#[test]
fn fault_c08_a_cut_off_at_the_close_of_business_follows_short_days() {
    let week = WeekPattern::weekdays([Hours::from_static("08:00-16:30")]);
    let short = [Hours::from_static("08:00-12:00")];
    let office = Calendar::builder("office", utc(2026, 2026))
        .week(week)
        .special_hours("2026-03-04".parse().unwrap(), "short day", short)
        .build()
        .unwrap();
    let term = r#"{"working-days": 1, "cutoff": {"at": "close-of-business", "late": "next-working-day"}, "end": "16:30"}"#;
    assert_eq!(due(&office, term, "03-04 12:00"), "Thu 03-05 16:30");
    assert_eq!(due(&office, term, "03-04 13:00"), "Fri 03-06 16:30");
    assert_eq!(due(&office, term, "03-05 16:00"), "Fri 03-06 16:30");
    assert_eq!(due(&office, term, "03-05 17:00"), "Mon 03-09 16:30");
    // A closed day has no close of business: the receipt is one of its day.
    assert_eq!(due(&office, term, "03-07 17:00"), "Mon 03-09 16:30");
    let read: Deadline = deadline(term);
    assert_eq!(serde_json::from_str::<Deadline>(&serde_json::to_string(&read).unwrap()).unwrap(), read);
    let refused =
        serde_json::from_str::<Deadline>(&term.replace("close-of-business", "closing")).unwrap_err();
    assert!(
        refused.to_string().contains("cut-off `closing` is not valid, expected a time of day"),
        "{refused}"
    );
}

fn faults(term: Term) -> Vec<PolicyFault> {
    let rule = ClockRule::new(Clock::new(ClockName::CLOSURE, Anchor::RECEIVED), term);
    let policy = Policy::builder("desk").version("1").calendar(office()).routing(Routing::none()).clock(rule);
    policy.build().err().map(|faults| faults.faults().to_vec()).unwrap_or_default()
}

fn is_refused(term: Term, expected: TermFault) -> bool {
    matches!(
        faults(term)[..],
        [PolicyFault::Deadline { fault: DeadlineFault::Term(fault), .. }] if fault == expected
    )
}

#[test]
fn fault_d19_no_term_is_due_before_its_start() {
    let half_past_four = LocalTime::from_static("16:30");
    let at_half_past_four = End::at(half_past_four);
    for term in [Term::calendar_days(0), Term::working_days(0), Term::weeks(0), Term::months(0)] {
        assert!(is_refused(term.with_end(at_half_past_four), TermFault::EndsBeforeStart), "{term:?}");
        let by = |time| Cutoff::daily(LocalTime::from_static(time), LateReceipt::NextCalendarDay);
        // A cut-off at or before the end, or a later end.
        assert_eq!(faults(term.with_end(at_half_past_four).with_cutoff(by("16:30"))), [], "{term:?}");
        assert_eq!(faults(term.with_end(End::END_OF_DAY)), [], "{term:?}");
        assert!(is_refused(
            term.with_end(at_half_past_four).with_cutoff(by("16:31")),
            TermFault::EndsBeforeStart
        ));
    }
    let closing =
        Term::working_days(0).with_end(End::CLOSE_OF_BUSINESS).with_roll(redress::deadline::Roll::FOLLOWING);
    assert!(is_refused(closing, TermFault::EndsBeforeStart));
    assert_eq!(faults(closing.with_cutoff(Cutoff::closing(LateReceipt::NextWorkingDay))), []);
}

#[test]
fn fault_n04_nonsense_is_refused() {
    use redress::calendar::Span;
    use redress::deadline::Count;
    for term in [
        Term::elapsed(Span::hours(0)),
        Term::working(Span::hours(0)),
        Term::calendar_days(0),
        Term::working_days(0),
        Term::weeks(0),
        Term::months(0),
    ] {
        assert!(is_refused(term, TermFault::Nothing), "{term:?}");
    }
    let most = Count::WorkingDays(2_147_483_648);
    assert!(is_refused(Term::of(most).with_end(End::END_OF_DAY), TermFault::TooMuch { count: most }));
    assert!(is_refused(
        Term::elapsed(Span::hours(u32::MAX)),
        TermFault::TooMuch { count: Count::Elapsed(Span::hours(u32::MAX)) }
    ));
    // What leads to the year 9999 has dates.
    assert_eq!(faults(Term::working_days(3_652_059).with_end(End::END_OF_DAY)), []);
}

#[test]
fn a_stop_from_before_the_start_stops_nothing() {
    let mut story = Story::new(r#"{"elapsed": "24 h"}"#, "03-06 10:00");
    let refused = story
        .record
        .stop(&story.clock, Occurrence::at(at("03-06 09:59")).entered(at("03-06 12:00")))
        .unwrap_err();
    assert!(matches!(refused, ClockError::StoppedBeforeStart { .. }), "{refused}");
    story.record.stop(&story.clock, Occurrence::at(at("03-06 10:00")).entered(at("03-06 12:00"))).unwrap();
}
