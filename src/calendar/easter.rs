//! Easter Sunday, Western and Orthodox, by arithmetic.
//!
//! Easter is the Sunday after the first full moon of spring. Both churches calculate that full moon from the position
//! of the year in a cycle of 19 years, after which the phases of the moon fall on the same dates again. They differ in
//! the calendar with which they calculate.
//!
//! By hand for 2026: `2026 % 19` is 12.
//!
//! - Western: the full moon is on Thursday, 2 April. Easter is on Sunday, 5 April.
//! - Orthodox: the full moon is on 24 March of the Julian calendar, which is 6 April of ours. Easter is on 12 April.
//!
//! Each takes a dozen divisions and no table. Both hold for every year from 0 on. Before 1583, the Western date belongs
//! to a calendar that nobody used yet. `None` means that chrono cannot represent the date.

use chrono::{Days, NaiveDate};

/// Returns the Western Easter Sunday of a year: the calculation of J.-M. Oudin (1940) for the Gregorian calendar.
pub(crate) fn western(year: i32) -> Option<NaiveDate> {
    let golden = year.rem_euclid(19);
    let century = year.div_euclid(100);
    let leaps = century - century.div_euclid(4);
    let moon = (leaps - (8 * century + 13).div_euclid(25) + 19 * golden + 15).rem_euclid(30);
    // In these two cases the full moon is moved a day earlier, so that Easter is never later than 25 April.
    let moon = moon - i32::from(moon == 29 || (moon == 28 && golden > 10));
    let weekday = (year + year.div_euclid(4) + moon + 2 - leaps).rem_euclid(7);
    march(year, moon - weekday + 28)
}

/// Returns the Orthodox Easter Sunday of a year, as a date of the Gregorian calendar.
pub(crate) fn orthodox(year: i32) -> Option<NaiveDate> {
    let moon = (19 * year.rem_euclid(19) + 15).rem_euclid(30);
    let weekday = (year + year.div_euclid(4) + moon).rem_euclid(7);
    // The Julian calendar has a leap day in every hundredth year, the Gregorian one only in every four-hundredth.
    let behind = year.div_euclid(100) - year.div_euclid(400) - 2;
    march(year, moon - weekday + 28 + behind)
}

/// Returns a day counted from 1 March, which is day 1.
fn march(year: i32, day: i32) -> Option<NaiveDate> {
    let first = NaiveDate::from_ymd_opt(year, 3, 1)?;
    let after = i64::from(day - 1);
    if after < 0 {
        first.checked_sub_days(Days::new(after.unsigned_abs()))
    } else {
        first.checked_add_days(Days::new(after.unsigned_abs()))
    }
}
