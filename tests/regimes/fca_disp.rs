//! UK FCA, DISP 1, dates worked out by hand from the bank holidays of England in 2026.

use redress::deadline::rule::ClockError;
use redress::vocab::{Category, ClockName};
use redress::word;

use crate::regimes::dates::{Clocked, due, policy};

const PAYMENTS: Category = word!(Category, "fca:payments");
const OTHER: Category = word!(Category, "fca:other");

#[test]
fn a_final_response_is_due_after_eight_weeks_without_a_roll() {
    let policy = policy("fca-disp");
    assert_eq!(
        due(&policy, ClockName::RESPONSE, Some(OTHER), "2026-03-02T10:00:00Z"),
        "Mon 2026-04-27 24:00"
    );
    // A Saturday stays one.
    assert_eq!(
        due(&policy, ClockName::RESPONSE, Some(OTHER), "2026-03-07T10:00:00Z"),
        "Sat 2026-05-02 24:00"
    );
}

#[test]
fn a_summary_resolution_ends_at_the_close_of_business() {
    let policy = policy("fca-disp");
    let clock = word!(ClockName, "fca:summary-resolution");
    // Good Friday and Easter Monday lie between.
    assert_eq!(due(&policy, clock, Some(OTHER), "2026-04-02T10:00:00+01:00"), "Thu 2026-04-09 17:00");
    assert_eq!(due(&policy, clock, Some(OTHER), "2026-04-04T10:00:00+01:00"), "Thu 2026-04-09 17:00");
}

#[test]
fn payments_have_fifteen_business_days_and_at_most_thirty_five() {
    let policy = policy("fca-disp");
    let received = "2026-03-16T10:00:00Z";
    // 15 business days after 16 March, Good Friday and Easter Monday left out.
    assert_eq!(due(&policy, ClockName::RESPONSE, Some(PAYMENTS), received), "Wed 2026-04-08 24:00");
    let mut clock = Clocked::new(&policy, ClockName::RESPONSE, Some(PAYMENTS), received);
    let refused =
        clock.extend("fca:exceptional", r#"{"total": {"working-days": 36}}"#, "2026-04-07T10:00:00+01:00");
    assert!(matches!(refused, Err(ClockError::BeyondLimit { .. })), "{refused:?}");
    clock
        .extend("fca:exceptional", r#"{"total": {"working-days": 35}}"#, "2026-04-07T10:00:00+01:00")
        .unwrap();
    // 20 more: from 9 April, the bank holiday of 4 May left out.
    assert_eq!(clock.due(), "Thu 2026-05-07 24:00");
}

#[test]
fn an_extension_comes_before_the_limit_and_never_shortens_it() {
    let policy = policy("fca-disp");
    let mut late = Clocked::new(&policy, ClockName::RESPONSE, Some(PAYMENTS), "2026-03-16T10:00:00Z");
    let total = r#"{"total": {"working-days": 35}}"#;
    let refused = late.extend("fca:exceptional", total, "2026-04-09T10:00:00+01:00");
    assert!(matches!(refused, Err(ClockError::Expired { .. })), "{refused:?}");
    // 35 business days are fewer than 8 weeks.
    let mut weeks = Clocked::new(&policy, ClockName::RESPONSE, Some(OTHER), "2026-03-16T10:00:00Z");
    let refused = weeks.extend("fca:exceptional", total, "2026-03-20T10:00:00Z");
    assert!(matches!(refused, Err(ClockError::EarlierThanDue { .. })), "{refused:?}");
}
