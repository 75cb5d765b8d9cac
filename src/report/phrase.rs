//! Dates, amounts and small words in three languages.

use alloc::format;
use alloc::string::{String, ToString};

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, Timelike, Utc, Weekday};

use crate::calendar::{Span, instant};
use crate::deadline::{Bound, Count};
use crate::vocab::Locale;

/// One text of three.
pub(super) const fn say<'a>(locale: Locale, en: &'a str, hans: &'a str, hant: &'a str) -> &'a str {
    match locale {
        Locale::En => en,
        Locale::ZhHans => hans,
        Locale::ZhHant => hant,
    }
}

/// `Wed 2025-03-12`, `2025-03-12（周三）`.
pub(super) fn day(locale: Locale, date: NaiveDate) -> String {
    let weekday = date.weekday();
    match locale {
        Locale::En => format!("{weekday} {date}"),
        Locale::ZhHans => format!("{date}（周{}）", chinese(weekday)),
        Locale::ZhHant => format!("{date}（週{}）", chinese(weekday)),
    }
}

const fn chinese(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Mon => "一",
        Weekday::Tue => "二",
        Weekday::Wed => "三",
        Weekday::Thu => "四",
        Weekday::Fri => "五",
        Weekday::Sat => "六",
        Weekday::Sun => "日",
    }
}

/// A date and a time of day; seconds only where there are some.
pub(super) fn day_and_time(locale: Locale, local: NaiveDateTime) -> String {
    let second = if local.second() == 0 { String::new() } else { local.format(":%S").to_string() };
    let day = day(locale, local.date());
    let space = if locale == Locale::En { " " } else { "" };
    format!("{day}{space}{}{second}", local.format("%H:%M"))
}

/// An instant on the wall clock where that is known, otherwise in UTC.
pub(super) fn moment(locale: Locale, at: DateTime<Utc>, local: Option<NaiveDateTime>) -> String {
    local.map_or_else(|| instant::format(at), |local| day_and_time(locale, local))
}

/// A due instant; the midnight that is too late already is shown as 24:00 of the day before.
pub(super) fn due(locale: Locale, at: DateTime<Utc>, bound: Bound, local: Option<NaiveDateTime>) -> String {
    match local {
        Some(local) if bound == Bound::Exclusive && local.num_seconds_from_midnight() == 0 => {
            let date = local.date().pred_opt().unwrap_or(local.date());
            let space = if locale == Locale::En { " " } else { "" };
            format!("{}{space}24:00", day(locale, date))
        }
        local => moment(locale, at, local),
    }
}

/// `2 calendar days`, `2 个自然日`.
pub(super) fn count(locale: Locale, count: Count) -> String {
    if locale == Locale::En {
        return count.to_string();
    }
    let say = |hans: &'static str, hant: &'static str| say(locale, "", hans, hant);
    match count {
        Count::Elapsed(amount) => span(locale, amount),
        Count::Working(amount) => format!("{}{}", span(locale, amount), say("工作时间", "工作時間")),
        Count::CalendarDays(n) => format!("{n} {}", say("个自然日", "個自然日")),
        Count::WorkingDays(n) => format!("{n} {}", say("个工作日", "個工作日")),
        Count::Weeks(n) => format!("{n} {}", say("周", "週")),
        Count::Months(n) => format!("{n} {}", say("个月", "個月")),
        Count::At(at) => instant::format(at),
    }
}

fn span(locale: Locale, span: Span) -> String {
    let seconds = span.as_seconds();
    let units = [
        (seconds / 3_600, say(locale, "h", "小时", "小時")),
        (seconds / 60 % 60, say(locale, "min", "分钟", "分鐘")),
        (seconds % 60, say(locale, "s", "秒", "秒")),
    ];
    let mut text = String::new();
    for (amount, unit) in units {
        if amount > 0 {
            text.push_str(&format!("{}{amount} {unit}", if text.is_empty() { "" } else { " " }));
        }
    }
    if text.is_empty() { format!("0 {}", say(locale, "s", "秒", "秒")) } else { text }
}
