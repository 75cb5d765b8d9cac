//! Warnings, and the instant at which to look again.

use chrono::{DateTime, Utc};
use redress::calendar::Span;
use redress::deadline::rule::{AfterBreach, ClockState, Occurrence, PauseRule, Warning};
use redress::deadline::{Clock, Count};
use redress::vocab::{Anchor, ClockName};

use crate::faults::support::{Story, WAITING, at, shown};

fn warned(warning: Warning, term: &str, received: &str) -> Vec<String> {
    let clock = Clock::new(ClockName::CLOSURE, Anchor::RECEIVED).with_warning(warning);
    let story = Story::by(clock, term, received);
    let warnings: Vec<DateTime<Utc>> =
        story.clock.warnings_at(&story.calendar, &story.record, at(received)).unwrap();
    warnings.into_iter().map(shown).collect()
}

const TWO_DAYS: &str = r#"{"calendar-days": 2, "cutoff": {"at": "16:30", "late": "next-calendar-day"},
    "end": "16:30", "roll": "following"}"#;

#[test]
fn fault_d08_a_share_is_one_of_the_time_from_start_to_due() {
    let share = |percent, term, received| warned(Warning::Share(percent), term, received);
    // 80 % of the 78.5 hours from Friday 10:00 to Monday 16:30.
    assert_eq!(share(80, TWO_DAYS, "03-06 10:00"), ["Mon 03-09 00:48"]);
    // Of working time for working days: half of the 8.5 + 6.5 hours from Friday 10:00 to Monday 16:30.
    assert_eq!(share(50, r#"{"working-days": 1, "end": "16:30"}"#, "03-06 10:00"), ["Mon 03-09 09:00"]);
    assert_eq!(share(50, r#"{"working": "4 h"}"#, "03-06 15:00"), ["Mon 03-09 08:30"]);
    // What ends at closing warns at the next opening.
    assert_eq!(share(50, r#"{"working": "3 h"}"#, "03-06 15:00"), ["Mon 03-09 08:00"]);
    assert_eq!(share(25, r#"{"elapsed": "4 h"}"#, "03-06 22:00"), ["Fri 03-06 23:00"]);
    for percent in 1..=99 {
        for term in
            [TWO_DAYS, r#"{"working-days": 3, "end": "16:30"}"#, r#"{"working": "1 h"}"#, r#"{"weeks": 1}"#]
        {
            let clock =
                Clock::new(ClockName::CLOSURE, Anchor::RECEIVED).with_warning(Warning::Share(percent));
            let story = Story::by(clock, term, "03-06 10:00");
            let now = at("03-06 10:00");
            let due = story.clock.due(&story.calendar, &story.record, now).unwrap().unwrap();
            let warnings = story.clock.warnings_at(&story.calendar, &story.record, now).unwrap();
            assert!(warnings.iter().all(|&warning| now <= warning && warning < due.at()), "{percent} {term}");
        }
    }
}

#[test]
fn fault_d09_a_lead_may_have_any_unit() {
    let lead = |lead, term: &str| warned(Warning::Lead(lead), term, "03-06 10:00");
    let four = Span::hours(4);
    for (count, right) in [
        (Count::Elapsed(four), "Mon 03-09 12:30"),
        (Count::Working(four), "Mon 03-09 12:30"),
        (Count::Working(Span::hours(9)), "Fri 03-06 16:00"),
        // Friday 16:30 is the end of the hours: at the opening, or at the start where that is later.
        (Count::WorkingDays(1), "Fri 03-06 10:00"),
        (Count::CalendarDays(1), "Sun 03-08 16:30"),
    ] {
        assert_eq!(lead(count, TWO_DAYS), [right], "{count}");
    }
    assert_eq!(lead(Count::Elapsed(four), r#"{"working": "10 h"}"#), ["Mon 03-09 07:30"]);
    assert_eq!(lead(Count::Weeks(1), r#"{"elapsed": "24 h"}"#), ["Fri 03-06 10:00"]);
}

#[test]
fn fault_d22_a_share_of_one_day_from_day_one_is_a_share_of_its_time() {
    let term = r#"{"calendar-days": 1, "first-day": "day-one", "end": "end-of-day"}"#;
    // 80 % of the 14 hours from 10:00 to 24:00.
    assert_eq!(warned(Warning::Share(80), term, "03-06 10:00"), ["Fri 03-06 21:12"]);
}

#[test]
fn fault_d13_a_timer_is_set_to_a_whole_second() {
    let story = Story::new(r#"{"elapsed": "24 h"}"#, "03-06 08:00");
    let next = |now: &str| story.clock.next_change(&story.calendar, &story.record, at(now));
    assert_eq!(next("03-06 09:00"), Some(at("03-07 08:00")));
    // At the inclusive limit it may still be met; a second later it is missed.
    assert_eq!(next("03-07 08:00"), Some(at("03-07 08:00:01")));
    assert_eq!(story.reading("03-07 08:00").status().state(), ClockState::Running);
    assert_eq!(story.reading("03-07 08:00:01").status().state(), ClockState::Breached);
    assert_eq!(next("03-07 08:00:01"), None);
}

#[test]
fn fault_d07_one_answer_for_what_was_done_in_time_and_entered_late() {
    let term = r#"{"calendar-days": 2, "end": "end-of-day"}"#;
    let clock = || Clock::new(ClockName::CLOSURE, Anchor::RECEIVED).with_pause(PauseRule::new(WAITING));
    let follows = clock().with_after_breach(AfterBreach::FollowsNewDue);
    // Due Wednesday 29 April 24:00; done that day, entered on Friday.
    let story = Story::by(follows, term, "04-27 10:00").stopped("04-29 15:00", "05-01 09:00");
    assert_eq!(story.reading("04-30 12:00").status().state(), ClockState::Breached);
    let reading = story.reading("05-02 12:00");
    assert_eq!((reading.status().state(), reading.ran_out()), (ClockState::Met, None));
    // That it was once visible stays on record.
    assert_eq!(reading.first_breach(), Some(at("04-30 00:00")));

    let story = Story::by(clock(), term, "04-27 10:00").stopped("04-29 15:00", "05-01 09:00");
    let reading = story.reading("05-02 12:00");
    assert_eq!(reading.status().state(), ClockState::MetLate);
    assert_eq!(reading.ran_out().unwrap().at(), at("04-30 00:00"));
}

#[test]
fn fault_d07_a_pause_entered_late_is_one_answer_too() {
    let term = r#"{"elapsed": "24 h"}"#;
    for (after, state) in [
        (AfterBreach::FollowsNewDue, ClockState::Running),
        (AfterBreach::StaysBreached, ClockState::Breached),
    ] {
        let clock = Clock::new(ClockName::CLOSURE, Anchor::RECEIVED)
            .with_pause(PauseRule::new(WAITING))
            .with_after_breach(after);
        let mut story = Story::by(clock, term, "03-04 10:00");
        // Due Thursday 10:00; on Friday it is found that it was paused from Thursday 08:00 for two days.
        let entered = at("03-06 09:00");
        story
            .record
            .pause(
                story.clock.counted_in(&story.calendar),
                WAITING,
                Occurrence::at(at("03-05 08:00")).entered(entered),
            )
            .unwrap();
        story
            .record
            .resume(
                story.clock.counted_in(&story.calendar),
                WAITING,
                Occurrence::at(at("03-06 08:30")).entered(entered),
            )
            .unwrap();
        let reading = story.reading("03-06 09:30");
        assert_eq!(reading.status().state(), state, "{after:?}");
        assert_eq!(reading.ran_out().is_some(), state == ClockState::Breached, "{after:?}");
        assert_eq!(reading.first_breach(), Some(at("03-05 10:00")), "{after:?}");
    }
}
