//! The slow oracle for pauses and extensions on cases that were worked out by hand.

#[path = "stories.rs"]
mod stories;

use self::stories::{
    HALF_PAST_FOUR, Story, at, by, by_half_past_four, cutoff, d01, d02, office, office_in, shown, told,
};
use crate::oracle::clock::{
    Answer, Cap, Pause, PausesMove, Start, capped, due, end_of_month, ends_before_its_start,
    plus_months_from_end_to_end, seen_at,
};
use crate::oracle::{Calendar, Count, Due, EndAt, Term, Unknown, day};
use chrono::TimeDelta;

fn answer(story: &Story) -> Answer {
    answer_of(story, PausesMove::End)
}

fn answer_of(story: &Story, pauses_move: PausesMove) -> Answer {
    let Story { calendar, term, received, pauses, extensions } = story;
    due(calendar, term, Start::at(calendar, *received), pauses, extensions, pauses_move)
}

#[test]
fn every_pause_moves_the_due_date() {
    let check = |story: Story, expected: &str| {
        assert_eq!(told(&story.calendar, answer_of(&story, PausesMove::DueDate)), expected);
    };
    check(d01(), "03-09 16:30");
    check(d01().paused("03-07 10:00", "03-07 18:00"), "03-10 16:30");
    check(d01().paused("03-07 10:00", "03-08 18:00"), "03-11 16:30");
    check(d01().paused("03-09 09:30", "03-10 09:30"), "03-10 16:30");
    // Wednesday and two weekend days more, rolled again.
    check(d01().paused("03-09 10:00", "03-14 10:00"), "03-16 16:30");
    check(d02().paused("03-06 12:00", "03-07 12:00"), "03-10 10:00");
    check(d02().paused("03-06 12:00", "03-06 13:00"), "03-09 11:00");
}

#[test]
fn fault_d03_counting_from_a_due_date() {
    let calendar = office();
    let from_due = |end: EndAt, count: Count| {
        let first = by(end, Count::WorkingDays(3));
        let Ok(first) = crate::oracle::due(&calendar, &first, at(&calendar, "04-13 10:00")) else {
            panic!("no date")
        };
        let term = by(EndAt::EndOfDay, count);
        let start = Start::when_due(&calendar, first);
        match due(&calendar, &term, start, &[], &[], PausesMove::End) {
            Answer::Due(due) => shown(&calendar, due),
            other => format!("{other:?}"),
        }
    };
    for end in [EndAt::EndOfDay, EndAt::CloseOfBusiness, EndAt::At(23 * 60 + 59)] {
        assert_eq!(from_due(end, Count::WorkingDays(2)), "04-20 24:00");
        assert_eq!(from_due(end, Count::CalendarDays(7)), "04-23 24:00");
        assert_eq!(from_due(end, Count::Weeks(1)), "04-23 24:00");
        assert_eq!(from_due(end, Count::Months(1)), "05-16 24:00");
    }
}

#[test]
fn fault_d03_the_time_of_day_stays() {
    let calendar = office();
    let first = Due { at: at(&calendar, "04-17 00:00"), exclusive: true };
    let start = Start::when_due(&calendar, first);
    let same_time = Term::new(Count::WorkingDays(1));
    let answer = due(&calendar, &same_time, start, &[], &[], PausesMove::End);
    assert_eq!(answer, Answer::Due(Due { at: at(&calendar, "04-18 00:00"), exclusive: false }));
}

#[test]
fn fault_d19_an_end_before_the_start() {
    let calendar = office();
    let start = Start::at(&calendar, at(&calendar, "03-02 16:45"));
    for count in [Count::CalendarDays(0), Count::WorkingDays(0)] {
        assert!(ends_before_its_start(&calendar, &by_half_past_four(count), start));
        let with_cutoff = Term { intake: Some(cutoff(HALF_PAST_FOUR)), ..by_half_past_four(count) };
        assert!(!ends_before_its_start(&calendar, &with_cutoff, start));
        assert!(!ends_before_its_start(&calendar, &by(EndAt::EndOfDay, count), start));
    }
}

// ---------------------------------------------------------------------------------------------------------------------------
// Caps (C03) and months (C04)
// ---------------------------------------------------------------------------------------------------------------------------

#[track_caller]
fn check_caps(
    calendar: &Calendar,
    (each, all): (Option<Cap>, Option<Cap>),
    pauses: &[(&str, &str)],
    ends: &[&str],
) {
    let pauses: Vec<Pause> =
        pauses.iter().map(|(from, until)| Pause::closed(at(calendar, from), at(calendar, until))).collect();
    let ends: Vec<_> = ends.iter().map(|end| Some(at(calendar, end))).collect();
    let found: Vec<_> =
        capped(calendar, each, all, &pauses).unwrap().iter().map(|pause| pause.until).collect();
    assert_eq!(found, ends);
}

#[test]
fn fault_c03_a_cap_for_each_pause() {
    let office = office();
    let each = |cap| (Some(cap), None);
    let wednesday = [("03-04 12:00", "03-20 12:00")];
    check_caps(&office, each(Cap::RealTime(90)), &wednesday, &["03-04 13:30"]);
    check_caps(&office, each(Cap::CalendarDays(3)), &wednesday, &["03-07 12:00"]);
    // Half of Wednesday, Thursday, Friday, half of Monday.
    check_caps(&office, each(Cap::WorkingDays(3)), &wednesday, &["03-09 12:00"]);
    check_caps(&office, each(Cap::WorkingDays(30)), &wednesday, &["03-20 12:00"]);
    check_caps(&office, each(Cap::CalendarDays(0)), &wednesday, &["03-04 12:00"]);
    // From Saturday: Monday and Tuesday. The allowance is used up at Tuesday 24:00.
    check_caps(&office, each(Cap::WorkingDays(2)), &[("03-07 12:00", "03-20 12:00")], &["03-11 00:00"]);
    // The whole of Thursday and Friday end with Friday, and not with the weekend.
    check_caps(&office, each(Cap::WorkingDays(2)), &[("03-05 00:00", "03-20 12:00")], &["03-07 00:00"]);
    let two = [("03-02 12:00", "03-04 12:00"), ("03-09 12:00", "03-09 14:00")];
    check_caps(&office, each(Cap::CalendarDays(1)), &two, &["03-03 12:00", "03-09 14:00"]);
}

#[test]
fn fault_c03_a_cap_over_all_pauses() {
    let office = office();
    let all = |cap| (None, Some(cap));
    let three =
        [("03-02 12:00", "03-03 12:00"), ("03-05 12:00", "03-09 12:00"), ("03-10 12:00", "03-11 12:00")];
    check_caps(&office, all(Cap::CalendarDays(2)), &three, &["03-03 12:00", "03-06 12:00", "03-10 12:00"]);
    check_caps(&office, all(Cap::WorkingDays(2)), &three, &["03-03 12:00", "03-06 12:00", "03-10 12:00"]);
    check_caps(&office, all(Cap::WorkingDays(3)), &three, &["03-03 12:00", "03-09 12:00", "03-10 12:00"]);
    check_caps(&office, all(Cap::CalendarDays(60)), &three, &["03-03 12:00", "03-09 12:00", "03-11 12:00"]);
    // Both: a day each, and 36 hours in all.
    let both = (Some(Cap::CalendarDays(1)), Some(Cap::RealTime(36 * 60)));
    check_caps(&office, both, &three, &["03-03 12:00", "03-06 00:00", "03-10 12:00"]);
}

#[test]
fn fault_c03_a_day_of_the_clock_on_the_wall() {
    let berlin = office_in(chrono_tz::Europe::Berlin, (8 * 60, HALF_PAST_FOUR));
    let day = (Some(Cap::CalendarDays(1)), None);
    let hours = (Some(Cap::RealTime(1440)), None);
    // 29 March has 23 hours, 25 October 25.
    check_caps(&berlin, day, &[("03-28 12:00", "04-10 12:00")], &["03-29 12:00"]);
    check_caps(&berlin, hours, &[("03-28 12:00", "04-10 12:00")], &["03-29 13:00"]);
    check_caps(&berlin, day, &[("10-24 12:00", "11-10 12:00")], &["10-25 12:00"]);
    // 02:30 does not exist, so 03:00; it comes twice, so the earlier, which is what `at` names.
    check_caps(&berlin, day, &[("03-28 02:30", "04-10 12:00")], &["03-29 03:00"]);
    check_caps(&berlin, day, &[("10-24 02:30", "11-10 12:00")], &["10-25 02:30"]);
    // From the later 02:30 of 25 October.
    let later = at(&berlin, "10-25 02:30") + TimeDelta::hours(1);
    let pause = Pause::closed(later, at(&berlin, "11-10 12:00"));
    let ends = capped(&berlin, Some(Cap::CalendarDays(1)), None, &[pause]).unwrap();
    assert_eq!(ends, [Pause::closed(later, at(&berlin, "10-26 02:30"))]);
}

#[test]
fn fault_c03_what_is_not_known_of_a_pause() {
    let office = office();
    let december = Pause::open(at(&office, "12-29 12:00"));
    let days = |n| capped(&office, Some(Cap::WorkingDays(n)), None, &[december]);
    assert_eq!(days(2), Ok(vec![Pause::closed(december.from, at(&office, "12-31 12:00"))]));
    assert_eq!(days(9), Err(Unknown::NotKnown));
    let seen =
        seen_at(&[Pause::closed(december.from, at(&office, "12-31 12:00"))], at(&office, "12-30 12:00"));
    assert_eq!(seen, [december]);
}

#[test]
fn fault_c04_month_ends() {
    let plus = |date: &str, n| plus_months_from_end_to_end(day(date), n);
    assert_eq!(plus("2026-02-28", 1), day("2026-03-31"));
    assert_eq!(plus("2026-01-31", 1), day("2026-02-28"));
    assert_eq!(plus("2026-01-30", 1), day("2026-02-28"));
    assert_eq!(plus("2026-04-30", 1), day("2026-05-31"));
    assert_eq!(plus("2024-02-28", 12), day("2025-02-28"));
    // 45 days, end of month; and the other order.
    assert_eq!(end_of_month(day("2026-01-20") + TimeDelta::days(45)), day("2026-03-31"));
    assert_eq!(end_of_month(day("2026-01-20")) + TimeDelta::days(45), day("2026-03-17"));
}
