//! Easter Sunday, Western and Orthodox, by arithmetic.
//!
//! Easter is the Sunday after the first full moon of spring. Both churches compute that moon from the year's place
//! in the cycle of 19 years after which the phases of the moon fall on the same dates again; they differ in the
//! calendar that they compute in. By hand for 2026: `2026 % 19` is 12, the Western full moon is 2 April, a Thursday,
//! and Easter 5 April; the Orthodox full moon is 24 March of the Julian calendar, which is 6 April, and Easter
//! 12 April. Each costs a dozen divisions. Both hold for every year from 0 on; before 1583 the Western one is that
//! of a calendar which nobody used yet.

use chrono::{Days, NaiveDate};

/// The Western Easter Sunday of a year: the computation of J.-M. Oudin (1940) for the Gregorian calendar.
pub(crate) fn western(year: i32) -> Option<NaiveDate> {
    let golden = year.rem_euclid(19);
    let century = year.div_euclid(100);
    let leaps = century - century.div_euclid(4);
    let moon = (leaps - (8 * century + 13).div_euclid(25) + 19 * golden + 15).rem_euclid(30);
    // The moon of the last two places of the cycle comes a day early, so that no Easter is later than 25 April.
    let moon = moon - i32::from(moon == 29 || (moon == 28 && golden > 10));
    let weekday = (year + year.div_euclid(4) + moon + 2 - leaps).rem_euclid(7);
    march(year, moon - weekday + 28)
}

/// The Orthodox Easter Sunday of a year, as the Gregorian calendar writes it.
pub(crate) fn orthodox(year: i32) -> Option<NaiveDate> {
    let moon = (19 * year.rem_euclid(19) + 15).rem_euclid(30);
    let weekday = (year + year.div_euclid(4) + moon).rem_euclid(7);
    // The Julian calendar has a leap day in every year that 100 divides, the Gregorian only where 400 does too.
    let behind = year.div_euclid(100) - year.div_euclid(400) - 2;
    march(year, moon - weekday + 28 + behind)
}

/// A day counted from 1 March, which is 1.
fn march(year: i32, day: i32) -> Option<NaiveDate> {
    let first = NaiveDate::from_ymd_opt(year, 3, 1)?;
    let after = i64::from(day - 1);
    if after < 0 {
        first.checked_sub_days(Days::new(after.unsigned_abs()))
    } else {
        first.checked_add_days(Days::new(after.unsigned_abs()))
    }
}
