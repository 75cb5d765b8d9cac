//! Dates, amounts and small words in three languages.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Utc, Weekday};

use crate::calendar::{Span, instant};
use crate::deadline::Count;
use crate::deadline::choice::Bound;
use crate::vocab::{Locale, Money};

/// Chooses one of three texts, with named values in it. The three texts stand side by side, so that nobody forgets one.
macro_rules! tell {
    ($locale:expr, $en:literal, $hans:literal, $hant:literal $(, $name:ident = $value:expr)* $(,)?) => {{
        $(let $name = $value;)*
        match $locale {
            $crate::vocab::Locale::En => alloc::format!($en),
            $crate::vocab::Locale::ZhHans => alloc::format!($hans),
            $crate::vocab::Locale::ZhHant => alloc::format!($hant),
        }
    }};
}
pub(crate) use tell;

/// Writes a date with its weekday: `Wed 2025-03-12`, `2025-03-12（周三）`.
pub(crate) fn day(locale: Locale, date: NaiveDate) -> String {
    let weekday = date.weekday();
    let chinese = match weekday {
        Weekday::Mon => "一",
        Weekday::Tue => "二",
        Weekday::Wed => "三",
        Weekday::Thu => "四",
        Weekday::Fri => "五",
        Weekday::Sat => "六",
        Weekday::Sun => "日",
    };
    match locale {
        Locale::En => format!("{weekday} {date}"),
        Locale::ZhHans => format!("{date}（周{chinese}）"),
        Locale::ZhHant => format!("{date}（週{chinese}）"),
    }
}

/// Writes a date and a time of day. Seconds are written only if they are not 0.
pub(crate) fn day_and_time(locale: Locale, local: NaiveDateTime) -> String {
    let time = if local.second() == 0 { local.format("%H:%M") } else { local.format("%H:%M:%S") };
    on_day(locale, local.date(), &time.to_string())
}

/// Writes an instant in local time if that is known, and in UTC otherwise.
pub(crate) fn moment(locale: Locale, at: DateTime<Utc>, local: Option<NaiveDateTime>) -> String {
    local.map_or_else(|| instant::format(at), |local| day_and_time(locale, local))
}

/// Writes a due instant. A midnight that is already too late is written as 24:00 of the day before.
pub(crate) fn due(locale: Locale, at: DateTime<Utc>, bound: Bound, local: Option<NaiveDateTime>) -> String {
    match local {
        Some(local) if bound == Bound::Exclusive && local.time() == NaiveTime::MIN => {
            on_day(locale, local.date().pred_opt().unwrap_or(local.date()), "24:00")
        }
        local => moment(locale, at, local),
    }
}

fn on_day(locale: Locale, date: NaiveDate, time: &str) -> String {
    tell!(locale, "{day} {time}", "{day}{time}", "{day}{time}", day = day(locale, date))
}

/// Writes a length: `2 calendar days`, `2 个自然日`.
pub(crate) fn count(locale: Locale, count: Count) -> String {
    match count {
        // `Display` writes English, with the right plurals.
        _ if locale == Locale::En => count.to_string(),
        Count::Elapsed(amount) => span(locale, amount),
        Count::Working(amount) => {
            tell!(locale, "{span}", "{span}工作时间", "{span}工作時間", span = span(locale, amount))
        }
        Count::CalendarDays(n) => tell!(locale, "{n}", "{n} 个自然日", "{n} 個自然日"),
        Count::WorkingDays(n) => tell!(locale, "{n}", "{n} 个工作日", "{n} 個工作日"),
        Count::Weeks(n) => tell!(locale, "{n}", "{n} 周", "{n} 週"),
        Count::Months(n) => tell!(locale, "{n}", "{n} 个月", "{n} 個月"),
        Count::At(at) => instant::format(at),
    }
}

/// Writes a span of time: `1 h 30 min`, `1 小时 30 分钟`.
pub(crate) fn span(locale: Locale, span: Span) -> String {
    let (hours, minutes, seconds) =
        (span.as_seconds() / 3_600, span.as_seconds() / 60 % 60, span.as_seconds() % 60);
    let mut parts = Vec::new();
    if hours > 0 {
        parts.push(tell!(locale, "{hours} h", "{hours} 小时", "{hours} 小時"));
    }
    if minutes > 0 {
        parts.push(tell!(locale, "{minutes} min", "{minutes} 分钟", "{minutes} 分鐘"));
    }
    if seconds > 0 || parts.is_empty() {
        parts.push(tell!(locale, "{seconds} s", "{seconds} 秒", "{seconds} 秒"));
    }
    parts.join(" ")
}

/// Writes an amount as people write it: `49.00 EUR`, and yuan in Chinese as `300.00 元` and `人民幣 300.00 元`.
pub(crate) fn money(locale: Locale, money: Money) -> String {
    let number = money.number();
    if money.currency().as_str() != "CNY" {
        return money.to_string();
    }
    tell!(locale, "{number} CNY", "{number} 元", "人民幣 {number} 元")
}
