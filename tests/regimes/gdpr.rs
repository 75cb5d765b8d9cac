//! GDPR, Article 12(3), with Regulation 1182/71, dates worked out by hand.

use redress::deadline::rule::ClockError;
use redress::vocab::ClockName;

use crate::regimes::dates::{Clocked, due, policy};

#[test]
fn an_answer_is_due_after_a_month_and_the_last_day_off_rolls() {
    let policy = policy("gdpr-art-12");
    let due = |received| due(&policy, ClockName::RESPONSE, None, received);
    assert_eq!(due("2026-01-15T10:00:00+01:00"), "Mon 2026-02-16 24:00"); // Sunday the 15th
    assert_eq!(due("2026-01-31T10:00:00+01:00"), "Mon 2026-03-02 24:00"); // Saturday 28 February
    assert_eq!(due("2026-03-03T10:00:00+01:00"), "Tue 2026-04-07 24:00"); // Good Friday
    assert_eq!(due("2026-03-10T10:00:00+01:00"), "Fri 2026-04-10 24:00");
}

#[test]
fn two_further_months_are_added_before_the_clamp() {
    let policy = policy("gdpr-art-12");
    let mut clock = Clocked::new(&policy, ClockName::RESPONSE, None, "2026-01-31T10:00:00+01:00");
    clock.extend("complex-case", r#"{"add": {"months": 2}}"#, "2026-02-02T10:00:00+01:00").unwrap();
    assert_eq!(clock.due(), "Thu 2026-04-30 24:00");
    let mut clock = Clocked::new(&policy, ClockName::RESPONSE, None, "2026-01-31T10:00:00+01:00");
    let refused = clock.extend("complex-case", r#"{"add": {"months": 3}}"#, "2026-02-02T10:00:00+01:00");
    assert!(matches!(refused, Err(ClockError::BeyondLimit { .. })), "{refused:?}");
    clock.extend("complex-case", r#"{"add": {"months": 1}}"#, "2026-02-02T10:00:00+01:00").unwrap();
    assert_eq!(clock.due(), "Tue 2026-03-31 24:00");
    let refused = clock.extend("complex-case", r#"{"add": {"months": 1}}"#, "2026-02-03T10:00:00+01:00");
    assert!(matches!(refused, Err(ClockError::TooManyExtensions { .. })), "{refused:?}");
}
