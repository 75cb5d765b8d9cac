//! Pauses and extensions around the end of a term.

use redress::deadline::explanation::TraceStep;
use redress::deadline::rule::{ClockError, ClockState, ExtensionRule, PauseEffect, PauseLimit, PauseRule};
use redress::deadline::{Anchors, Clock, ClockRecord, ClockStatus, Count, Term};
use redress::vocab::{Anchor, ClockName};

use crate::faults::support::{COMPLEX, Story, WAITING, at};

const TWO_DAYS: &str = r#"{"calendar-days": 2, "end": "16:30", "roll": "following"}"#;
const THREE_DAYS: &str = r#"{"calendar-days": 3, "end": "end-of-day"}"#;

fn clock() -> Clock {
    Clock::new(ClockName::CLOSURE, Anchor::RECEIVED)
}

#[test]
fn fault_d01_a_pause_on_the_day_that_was_rolled_to_moves_the_rolled_date() {
    let story = Story::new(TWO_DAYS, "03-06 10:00").paused("03-09 09:30", "03-10 09:30");
    assert_eq!(story.due(), "Tue 03-10 16:30");
    assert_eq!(story.reading("03-09 20:00").status().state(), ClockState::Paused);
    assert_eq!(story.reading("03-10 12:00").status().state(), ClockState::Running);
    assert_eq!(story.reading("03-10 12:00").first_breach(), None);
}

#[test]
fn fault_d01_every_end_and_every_roll_has_the_time_that_was_left() {
    for (term, received, paused, right) in [
        // Saturday rolls back to Friday: a pause before the due instant moves the term, and that rolls again.
        (
            r#"{"calendar-days": 2, "end": "16:30", "roll": "preceding"}"#,
            "03-05 10:00",
            ("03-05 12:00", "03-05 15:00"),
            "Fri 03-06 16:30",
        ),
        // No roll leads back into a pause: it leads forward.
        (
            r#"{"calendar-days": 2, "end": "16:30", "roll": "preceding"}"#,
            "03-05 10:00",
            ("03-06 12:00", "03-06 17:00"),
            "Mon 03-09 16:30",
        ),
        (
            r#"{"calendar-days": 2, "end": "opening", "roll": "following"}"#,
            "03-06 10:00",
            ("03-09 07:00", "03-09 09:00"),
            "Tue 03-10 08:00",
        ),
        (
            r#"{"calendar-days": 2, "end": "close-of-business", "roll": "following"}"#,
            "03-06 10:00",
            ("03-09 09:00", "03-10 09:00"),
            "Tue 03-10 16:30",
        ),
        (
            r#"{"calendar-days": 2, "end": "end-of-day", "roll": "following"}"#,
            "03-06 10:00",
            ("03-09 09:00", "03-11 09:00"),
            "Thu 03-12 00:00",
        ),
        (
            r#"{"weeks": 1, "end": "16:30", "roll": "following"}"#,
            "03-07 10:00",
            ("03-16 09:30", "03-17 09:30"),
            "Tue 03-17 16:30",
        ),
        (
            r#"{"months": 1, "end": "16:30", "roll": "following"}"#,
            "02-07 10:00",
            ("03-09 09:30", "03-10 09:30"),
            "Tue 03-10 16:30",
        ),
        // A pause over the weekend that the roll gave anyway gives nothing twice.
        (TWO_DAYS, "03-06 10:00", ("03-07 10:00", "03-08 10:00"), "Mon 03-09 16:30"),
        // An own end of the roll is the end that counts on the rolled date.
        (
            r#"{"calendar-days": 2, "end": "16:30", "roll": {"rule": "following", "end": "10:00"}}"#,
            "03-06 10:00",
            ("03-09 09:30", "03-09 10:30"),
            "Tue 03-10 10:00",
        ),
    ] {
        let story = Story::new(term, received).paused(paused.0, paused.1);
        assert_eq!(story.due(), right, "{term}, paused {paused:?}");
    }
}

#[test]
fn fault_d02_elapsed_time_that_rolled_is_moved_by_real_time() {
    let day = r#"{"elapsed": "24 h", "roll": "following"}"#;
    assert_eq!(Story::new(day, "03-06 10:00").paused("03-09 09:00", "03-10 09:00").due(), "Tue 03-10 10:00");
    // Moved onto a Saturday, it rolls again.
    assert_eq!(Story::new(day, "03-06 10:00").paused("03-09 09:00", "03-14 09:00").due(), "Mon 03-16 10:00");
}

#[test]
fn fault_d06_months_are_added_to_months_before_the_clamp() {
    let month = r#"{"months": 1, "end": "end-of-day"}"#;
    let two = r#"{"add": {"months": 2}}"#;
    assert_eq!(Story::new(month, "01-31 10:00").extended(two, "02-01 10:00").due(), "Fri 05-01 00:00");
    let one = r#"{"add": {"months": 1}}"#;
    assert_eq!(Story::new(month, "01-30 10:00").extended(one, "02-01 10:00").due(), "Tue 03-31 00:00");
    // Whatever lies between: a pause over one end of day adds its day after the clamp.
    let paused = Story::new(month, "01-31 10:00").paused("02-10 12:00", "02-11 12:00");
    assert_eq!(paused.extended(two, "02-12 10:00").due(), "Sat 05-02 00:00");
    let thrice = Story::new(month, "01-31 10:00").extended(one, "02-01 10:00").extended(one, "02-02 10:00");
    assert_eq!(thrice.due(), "Fri 05-01 00:00");
}

#[test]
fn fault_d14_an_end_of_day_on_day_zero_lengthens_nothing() {
    let story = Story::new(r#"{"working-days": 1, "end": "17:00"}"#, "07-01 10:00").open("09:00-17:00");
    assert_eq!(story.paused("07-01 12:00", "07-01 18:00").due(), "Thu 07-02 17:00");
    // Friday after the cut-off counts as Saturday, and that as Monday.
    let deemed = r#"{"calendar-days": 2, "cutoff": {"at": "17:00", "late": "next-calendar-day"},
        "closed-start": "next-working-day", "end": "17:00"}"#;
    let story = Story::new(deemed, "07-03 18:00").open("09:00-17:00");
    assert_eq!(story.paused("07-04 10:00", "07-05 20:00").due(), "Wed 07-08 17:00");
    // With day one the day itself counts.
    let day_one = r#"{"calendar-days": 2, "first-day": "day-one", "end": "17:00"}"#;
    let story = Story::new(day_one, "07-01 10:00").open("09:00-17:00");
    assert_eq!(story.paused("07-01 12:00", "07-01 18:00").due(), "Fri 07-03 17:00");
}

#[test]
fn fault_d15_a_paused_clock_has_no_due_date() {
    let story = Story::new(THREE_DAYS, "03-02 10:00").pausing("03-03 10:00");
    let now = at("03-04 10:00");
    let (calendar, record) = (&story.calendar, &story.record);
    assert_eq!(story.clock.due(calendar, record, now), Ok(None));
    let reading = story.reading("03-04 10:00");
    assert_eq!((reading.due(), reading.status().state()), (None, ClockState::Paused));
    // Were it to resume at once: one end of day lies in the pause.
    assert_eq!(reading.projected().unwrap().at(), at("03-07 00:00"));
    assert_eq!(story.clock.projected_due(calendar, record, now).unwrap().at(), at("03-07 00:00"));
}

#[test]
fn fault_d20_a_fixed_date_never_moves() {
    let fixed = r#"{"until-fixed": "2026-03-10"}"#;
    let story = Story::new(THREE_DAYS, "03-02 10:00").extended(fixed, "03-03 10:00");
    let story = story.paused("03-09 10:00", "03-12 10:00");
    assert_eq!(story.due(), "Wed 03-11 00:00");
    // It is no paused clock: it runs, and runs out during the pause.
    assert_eq!(story.reading("03-10 12:00").status().state(), ClockState::Running);
    assert_eq!(*story.reading("03-11 12:00").status(), ClockStatus::Breached { since: at("03-11 00:00") });
    let (_, trace) = story.clock.explain(&story.calendar, &story.record, at("03-20 10:00")).unwrap();
    let told = TraceStep::PausedFixed { from: at("03-09 10:00"), until: at("03-12 10:00") };
    assert!(trace.steps().contains(&told), "{trace:?}");
    // A chosen instant likewise.
    let chosen =
        Story::new(r#"{"at": "2026-03-10T12:00:00Z"}"#, "03-02 10:00").paused("03-09 10:00", "03-12 10:00");
    assert_eq!(chosen.due(), "Tue 03-10 12:00");
    assert_eq!(*chosen.reading("03-11 00:00").status(), ClockStatus::Breached { since: at("03-10 12:00") });
}

#[test]
fn fault_d21_an_extension_is_never_earlier() {
    let five_days = r#"{"calendar-days": 5, "end": "end-of-day"}"#;
    for change in [
        r#"{"until": "2026-03-05"}"#,
        r#"{"total": {"calendar-days": 3}}"#,
        r#"{"until-fixed": "2026-03-06"}"#,
    ] {
        let mut story = Story::new(five_days, "03-02 10:00");
        let refused = story.try_extend(change, "03-03 10:00").unwrap_err();
        assert!(matches!(refused, ClockError::EarlierThanDue { .. }), "{change}: {refused}");
        assert_eq!(
            refused.to_string(),
            "clock `closure` is due at 2026-03-08T00:00:00Z, and an extension cannot make it earlier; name a later \
             date"
        );
    }
    let add = r#"{"add": {"elapsed": "5 h"}}"#;
    let story =
        Story::new(r#"{"elapsed": "24 h", "roll": "following"}"#, "03-06 23:00").extended(add, "03-07 10:00");
    assert_eq!(story.due(), "Mon 03-09 23:00");
}

/// Midnight that is too late already belongs to the day before where it is the end of that day, and to the day that
/// begins where it is a time like another: with a pause as without.
#[test]
fn fault_d01_a_pause_that_leads_to_midnight_rolls_from_the_day_to_which_that_belongs() {
    let same_time =
        r#"{"elapsed": "20 min", "end": {"at": "same-time", "bound": "exclusive"}, "roll": "following"}"#;
    // Without a pause: Saturday 00:00 is Saturday, and rolls to Monday 00:00.
    assert_eq!(Story::new(same_time, "03-06 23:40").due(), "Mon 03-09 00:00");
    // Due on Monday 00:18; a pause of 4 days, 23 hours and 42 minutes leads to Saturday 00:00.
    let story = Story::new(same_time, "03-07 23:58").paused("03-08 00:18", "03-13 00:00");
    assert_eq!(story.due(), "Mon 03-16 00:00");

    let end_of_day = r#"{"elapsed": "24 h", "roll": {"rule": "following", "end": "end-of-day"}}"#;
    // Due on Monday 24:00; five days more is Saturday 24:00, six days more Sunday 24:00, seven a Monday again.
    for (until, due) in [
        ("03-11 12:00", "Sat 03-14 00:00"),
        ("03-12 12:00", "Tue 03-17 00:00"),
        ("03-13 12:00", "Tue 03-17 00:00"),
        ("03-14 12:00", "Tue 03-17 00:00"),
    ] {
        assert_eq!(Story::new(end_of_day, "03-06 10:00").paused("03-07 12:00", until).due(), due, "{until}");
    }
}

#[test]
fn fault_d23_touching_pauses_are_one() {
    let story = || Story::new(r#"{"working-days": 2, "end": "16:30"}"#, "03-03 10:00");
    let twice = story().paused("03-04 12:00", "03-05 16:30").paused("03-05 16:30", "03-06 12:00");
    assert_eq!(twice.due(), story().paused("03-04 12:00", "03-06 12:00").due());
    assert_eq!(twice.due(), "Mon 03-09 16:30");
}

#[test]
fn fault_c03_a_pause_lasts_at_most_so_many_days() {
    let capped = |limit| clock().with_pause(PauseRule::new(WAITING).with_at_most(limit));
    let five = r#"{"working-days": 5, "end": "16:30"}"#;
    // From Monday 12:00: after 10 working days it is Monday 12:00, two weeks later.
    let story = Story::by(capped(PauseLimit::WorkingDays(10)), five, "03-02 10:00").pausing("03-02 12:00");
    assert_eq!(story.reading("03-16 11:59").status().state(), ClockState::Paused);
    assert_eq!(story.reading("03-16 12:00").status().state(), ClockState::Running);
    // Of ten ends of working days that of day zero does not count.
    assert_eq!(story.due(), "Fri 03-20 16:30");
    let story = Story::by(capped(PauseLimit::CalendarDays(3)), five, "03-02 10:00").pausing("03-06 12:00");
    assert_eq!(story.reading("03-09 11:59").status().state(), ClockState::Paused);
    assert_eq!(story.reading("03-09 12:00").status().state(), ClockState::Running);
    // A second pause begins when the first one is over.
    let mut story = story;
    let early = story.record.pause(story.clock.counted_in(&story.calendar), WAITING, at("03-09 11:00"));
    assert!(matches!(early, Err(ClockError::PausedThen { .. })), "{early:?}");
    let plain = story.record.pause(&story.clock, WAITING, at("03-10 11:00")).unwrap_err();
    assert!(matches!(plain, ClockError::NoCalendar { .. }));
    story.record.pause(story.clock.counted_in(&story.calendar), WAITING, at("03-10 11:00")).unwrap();
}

#[test]
fn fault_c03_all_pauses_together_have_a_limit() {
    let twenty = r#"{"calendar-days": 20, "end": "end-of-day"}"#;
    let of_reason = clock().with_pause(PauseRule::new(WAITING).with_total(PauseLimit::CalendarDays(3)));
    let of_clock = clock().with_pause(PauseRule::new(WAITING)).with_pause_total(PauseLimit::CalendarDays(3));
    for clock in [of_reason, of_clock] {
        let story = Story::by(clock, twenty, "03-02 10:00").paused("03-04 10:00", "03-06 10:00");
        let mut story = story.pausing("03-10 10:00");
        // Two days are used up; the third ends on Wednesday.
        assert_eq!(story.reading("03-11 09:59").status().state(), ClockState::Paused);
        assert_eq!(story.reading("03-11 10:00").status().state(), ClockState::Running);
        assert_eq!(story.due(), "Thu 03-26 00:00");
        if story.clock.pause_total().is_none() {
            story = story.pausing("03-12 10:00");
            assert_eq!(story.reading("03-13 10:00").status().state(), ClockState::Running);
            assert_eq!(story.due(), "Thu 03-26 00:00");
        }
    }
}

#[test]
fn fault_c03_an_extension_leads_no_further_than_the_term_may_be() {
    let fifteen = r#"{"working-days": 15, "end": "end-of-day"}"#;
    let rule = ExtensionRule::new(COMPLEX).with_times(9).with_limit(Count::WorkingDays(35));
    let story = || Story::by(clock(), fifteen, "03-02 10:00");
    let mut capped = story();
    capped.clock = clock().with_extension(rule);
    assert!(capped.try_extend(r#"{"total": {"working-days": 35}}"#, "03-10 10:00").is_ok());
    assert_eq!(capped.due(), "Tue 04-21 00:00");
    let refused = capped.try_extend(r#"{"add": {"working-days": 1}}"#, "03-11 10:00").unwrap_err();
    assert_eq!(
        refused.to_string(),
        "clock `closure` may be extended to 35 working days in all; extend it to 2026-04-21T00:00:00Z at the latest"
    );
    assert!(capped.try_extend(r#"{"until": "2026-04-30"}"#, "03-11 10:00").is_err());
    assert!(
        story().extended(r#"{"total": {"working-days": 36}}"#, "03-10 10:00").due().starts_with("Wed 04-22")
    );
}

#[test]
fn a_policy_may_let_every_pause_move_the_due_date() {
    let clock = clock().with_pause_effect(PauseEffect::MovesDue);
    // Two paused days are two days more, whatever the weekend gave.
    let story = Story::by(clock, TWO_DAYS, "03-06 10:00").paused("03-07 12:00", "03-09 12:00");
    assert_eq!(story.due(), "Wed 03-11 16:30");
    assert_eq!(
        Story::new(TWO_DAYS, "03-06 10:00").paused("03-07 12:00", "03-09 12:00").due(),
        "Tue 03-10 16:30"
    );
}

/// From 02:50 until 02:10 of the repeated hour the wall clock shows no time at all, and not less than none.
#[test]
fn a_pause_in_a_repeated_hour_gives_no_limit_back() {
    let calendar = redress::sample::calendar().unwrap();
    let utc = |text: &str| -> chrono::DateTime<chrono::Utc> { text.parse().unwrap() };
    let clock = clock().with_pause(PauseRule::new(WAITING).with_total(PauseLimit::CalendarDays(1)));
    let received = Anchors::received(utc("2026-10-25T00:00:00Z"));
    let mut record = ClockRecord::new(Term::weeks(1), received);
    record.pause(clock.counted_in(&calendar), WAITING, utc("2026-10-25T00:50:00Z")).unwrap();
    record.resume(clock.counted_in(&calendar), WAITING, utc("2026-10-25T01:10:00Z")).unwrap();
    let from = utc("2026-10-25T09:00:00Z");
    record.pause(clock.counted_in(&calendar), WAITING, from).unwrap();
    assert_eq!(clock.next_change(&calendar, &record, from), Some(utc("2026-10-26T09:00:00Z")));
}
