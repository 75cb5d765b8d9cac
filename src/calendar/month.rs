//! The length of a month, and how errors write it.

use chrono::Month;

/// Returns the last day that a month can have: 29 for February.
pub(super) const fn last_day(month: Month) -> u8 {
    match month {
        Month::February => 29,
        Month::April | Month::June | Month::September | Month::November => 30,
        Month::January
        | Month::March
        | Month::May
        | Month::July
        | Month::August
        | Month::October
        | Month::December => 31,
    }
}

/// Returns a month as errors write it.
pub(super) const fn month_text(month: Month) -> &'static str {
    match month {
        Month::January => "january",
        Month::February => "february",
        Month::March => "march",
        Month::April => "april",
        Month::May => "may",
        Month::June => "june",
        Month::July => "july",
        Month::August => "august",
        Month::September => "september",
        Month::October => "october",
        Month::November => "november",
        Month::December => "december",
    }
}
