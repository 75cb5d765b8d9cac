//! Phrases with values in their places, dates, lengths and amounts.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Utc, Weekday};

use crate::calendar::{Span, instant};
use crate::deadline::Count;
use crate::deadline::choice::Bound;
use crate::labels::phrases;
use crate::render::renderer::Renderer;
use crate::vocab::Money;
use crate::vocab::closed::Closed;

/// Writes a phrase of [`phrases`] with values in its places. A value that is missing does not compile.
macro_rules! tell {
    ($renderer:expr, $phrase:ident $(, $name:ident $(= $value:expr)?)* $(,)?) => {{
        const { assert!(crate::labels::phrases::$phrase.takes(&[$(stringify!($name)),*])) };
        $renderer.told(
            crate::labels::phrases::$phrase,
            &[$((stringify!($name), $crate::render::phrase::tell!(@value $name $($value)?))),*],
        )
    }};
    (@value $name:ident) => { &$name };
    (@value $name:ident $value:expr) => { &$value };
}
pub(crate) use tell;

/// A closed word that is shown to people.
pub(crate) trait Said {
    /// Returns the label of the word.
    fn said<'a>(self, by: &Renderer<'a>) -> &'a str;
}

impl<C: Closed> Said for C {
    fn said<'a>(self, by: &Renderer<'a>) -> &'a str {
        by.labels.closed(self, by.locale)
    }
}

/// Writes a date with its weekday: `Wed 2025-03-12`, `2025-03-12（周三）`.
pub(crate) fn day(by: &Renderer<'_>, date: NaiveDate) -> String {
    tell!(by, AMOUNT_DAY, weekday = weekday(by, date.weekday()), date)
}

/// Returns the short name of a weekday.
pub(crate) fn weekday<'a>(by: &Renderer<'a>, day: Weekday) -> &'a str {
    by.plain(match day {
        Weekday::Mon => phrases::AMOUNT_MONDAY,
        Weekday::Tue => phrases::AMOUNT_TUESDAY,
        Weekday::Wed => phrases::AMOUNT_WEDNESDAY,
        Weekday::Thu => phrases::AMOUNT_THURSDAY,
        Weekday::Fri => phrases::AMOUNT_FRIDAY,
        Weekday::Sat => phrases::AMOUNT_SATURDAY,
        Weekday::Sun => phrases::AMOUNT_SUNDAY,
    })
}

/// Writes a date and a time of day. Seconds are written only if they are not 0.
pub(crate) fn day_and_time(by: &Renderer<'_>, local: NaiveDateTime) -> String {
    let time = if local.second() == 0 { local.format("%H:%M") } else { local.format("%H:%M:%S") };
    on_day(by, local.date(), &time.to_string())
}

/// Writes an instant in local time if that is known, and in UTC otherwise.
pub(crate) fn moment(by: &Renderer<'_>, at: DateTime<Utc>, local: Option<NaiveDateTime>) -> String {
    local.map_or_else(|| instant::format(at), |local| day_and_time(by, local))
}

/// Writes a due instant. A midnight that is already too late is written as 24:00 of the day before.
pub(crate) fn due(
    by: &Renderer<'_>,
    at: DateTime<Utc>,
    bound: Bound,
    local: Option<NaiveDateTime>,
) -> String {
    match local {
        Some(local) if bound == Bound::Exclusive && local.time() == NaiveTime::MIN => {
            on_day(by, local.date().pred_opt().unwrap_or(local.date()), "24:00")
        }
        local => moment(by, at, local),
    }
}

fn on_day(by: &Renderer<'_>, date: NaiveDate, time: &str) -> String {
    tell!(by, AMOUNT_MOMENT, day = day(by, date), time)
}

/// Writes a length: `2 calendar days`, `2 个自然日`.
pub(crate) fn count(by: &Renderer<'_>, count: Count) -> String {
    match count {
        Count::Elapsed(amount) => span(by, amount),
        Count::Working(amount) => tell!(by, AMOUNT_WORKING_TIME, span = span(by, amount)),
        Count::CalendarDays(n @ 1) => tell!(by, AMOUNT_CALENDAR_DAY, n),
        Count::CalendarDays(n) => tell!(by, AMOUNT_CALENDAR_DAYS, n),
        Count::WorkingDays(n @ 1) => tell!(by, AMOUNT_WORKING_DAY, n),
        Count::WorkingDays(n) => tell!(by, AMOUNT_WORKING_DAYS, n),
        Count::Weeks(n @ 1) => tell!(by, AMOUNT_WEEK, n),
        Count::Weeks(n) => tell!(by, AMOUNT_WEEKS, n),
        Count::Months(n @ 1) => tell!(by, AMOUNT_MONTH, n),
        Count::Months(n) => tell!(by, AMOUNT_MONTHS, n),
        Count::At(at) => instant::format(at),
    }
}

/// Writes a span of time: `1 h 30 min`, `1 小时 30 分钟`.
pub(crate) fn span(by: &Renderer<'_>, span: Span) -> String {
    let (hours, minutes, seconds) =
        (span.as_seconds() / 3_600, span.as_seconds() / 60 % 60, span.as_seconds() % 60);
    let mut parts = Vec::new();
    if hours > 0 {
        parts.push(tell!(by, AMOUNT_HOURS, n = hours));
    }
    if minutes > 0 {
        parts.push(tell!(by, AMOUNT_MINUTES, n = minutes));
    }
    if seconds > 0 || parts.is_empty() {
        parts.push(tell!(by, AMOUNT_SECONDS, n = seconds));
    }
    parts.join(" ")
}

/// Writes an amount as people write it: `49.00 EUR`, and yuan in Chinese as `300.00 元` and `人民幣 300.00 元`.
pub(crate) fn money(by: &Renderer<'_>, money: Money) -> String {
    let (number, currency) = (money.number(), money.currency());
    if currency.as_str() == "CNY" {
        tell!(by, AMOUNT_YUAN, number)
    } else {
        tell!(by, AMOUNT_MONEY, number, currency)
    }
}
