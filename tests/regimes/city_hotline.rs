//! A city's complaint hotline, dates worked out by hand from the calendar of 2026.

use redress::vocab::ClockName;

use crate::regimes::dates::{due, policy, steps};

#[test]
fn thirteen_working_days_from_the_day_after_receipt() {
    let policy = policy("city-hotline");
    // 16, 17, 18, the make-up Sunday 20, 21 to 24, 28 to 30 September, 8 and 9 October.
    assert_eq!(due(&policy, ClockName::CLOSURE, None, "2026-09-15T10:00:00+08:00"), "Fri 2026-10-09 24:00");
    // 22 to 24 and 28 to 30 September, 8 to 10 and 12 to 15 October: Saturday the 10th is worked.
    assert_eq!(due(&policy, ClockName::CLOSURE, None, "2026-09-21T23:59:00+08:00"), "Thu 2026-10-15 24:00");
    assert_eq!(due(&policy, ClockName::CLOSURE, None, "2026-03-02T00:00:00+08:00"), "Thu 2026-03-19 24:00");
}

#[test]
fn a_reminder_on_the_next_day_and_a_censure_five_working_days_after_it() {
    let policy = policy("city-hotline");
    // Due on Friday 9 October 24:00; Saturday the 10th is worked.
    assert_eq!(
        steps(&policy, "2026-09-15T10:00:00+08:00"),
        ["2026-10-10 08:00 manager", "2026-10-16 08:00 leader-in-charge"]
    );
    // Due on Friday 20 March 24:00: the next day without rest is Monday.
    assert_eq!(
        steps(&policy, "2026-03-03T10:00:00+08:00"),
        ["2026-03-23 08:00 manager", "2026-03-30 08:00 leader-in-charge"]
    );
}
