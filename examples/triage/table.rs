//! The table that is printed, and its words.

use std::io::{self, Write};

use chrono::TimeDelta;
use redress::policy::routing::Row;
use redress::triage::Triage;
use redress::triage::answer::Level;
use redress::vocab::Locale;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The department or role that a row names.
pub(crate) fn assignee(judged: &Triage<'_>, row: &Row, locale: Locale) -> String {
    let labels = judged.policy().labels();
    let unit = judged.department_of(row).map(|unit| labels.label(&unit, locale).to_owned());
    let role = row.assignee().role().map(|role| labels.label(&role, locale).to_owned());
    role.into_iter().chain(unit).collect::<Vec<_>>().join(say(locale, [", ", "，", "，"]))
}

/// The severity of a complaint, in one word.
pub(crate) fn severity(judged: &Triage<'_>, locale: Locale) -> Option<String> {
    let level = judged.severity()?.level();
    Some(match level {
        Level::ByRules(level) | Level::Default(level) => level.label(locale).to_owned(),
        Level::Unrated => say(locale, ["– not rated", "– 未定级", "– 未定級"]).to_owned(),
        Level::Undetermined(_, highest) => format!("≤ {}", highest.label(locale)),
    })
}

/// Columns of a fixed width, so that a long file is printed as it is read; the severity is left out where the
/// procedure rates nothing.
const WIDTHS: [usize; 6] = [14, 27, 11, 26, 27, 26];
const SEVERITY: usize = 2;

pub(crate) fn header(out: &mut impl Write, locale: Locale, rated: bool) -> io::Result<()> {
    let titles = [
        ["id", "编号", "編號"],
        ["received", "收到", "收到"],
        ["severity", "严重程度", "嚴重程度"],
        ["owner", "负责部门", "負責部門"],
        ["due", "到期", "到期"],
        ["time left or late", "剩余或逾期", "剩餘或逾期"],
        ["why", "依据", "依據"],
    ];
    table_row(out, &titles.map(|title| say(locale, title).to_owned()), rated)?;
    let shown = WIDTHS.iter().enumerate().filter(|(at, _)| rated || *at != SEVERITY);
    writeln!(out, "{}", "-".repeat(shown.map(|(_, width)| width + 2).sum::<usize>() + 3))
}

/// Pads by the width on a terminal: a Chinese character takes two columns.
pub(crate) fn table_row(out: &mut impl Write, cells: &[String; 7], rated: bool) -> io::Result<()> {
    let [columns @ .., why] = cells;
    for (_, (cell, width)) in
        columns.iter().zip(WIDTHS).enumerate().filter(|(at, _)| rated || *at != SEVERITY)
    {
        let cell = fitted(cell, width);
        write!(out, "{cell}{}  ", " ".repeat(width.saturating_sub(cell.width())))?;
    }
    writeln!(out, "{why}")
}

fn fitted(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut kept = String::new();
    for character in text.chars() {
        if kept.width() + character.width().unwrap_or(0) + 1 > width {
            break;
        }
        kept.push(character);
    }
    kept + "…"
}

/// `3 d 4 h`, `5 h 20 min`, `12 s`: the two largest units.
pub(crate) fn amount(locale: Locale, time: TimeDelta) -> String {
    let seconds = time.num_seconds();
    let units = [
        (seconds / 86_400, ["d", "天", "天"]),
        (seconds / 3_600 % 24, ["h", "小时", "小時"]),
        (seconds / 60 % 60, ["min", "分", "分"]),
        (seconds % 60, ["s", "秒", "秒"]),
    ];
    let first = units.iter().position(|(amount, _)| *amount > 0).unwrap_or(3);
    let shown = units.iter().skip(first).take(2).filter(|(amount, _)| *amount > 0 || first == 3);
    shown.map(|(amount, unit)| format!("{amount} {}", say(locale, *unit))).collect::<Vec<_>>().join(" ")
}

pub(crate) fn say(locale: Locale, [english, simplified, traditional]: [&'static str; 3]) -> &'static str {
    match locale {
        Locale::ZhHans => simplified,
        Locale::ZhHant => traditional,
        Locale::En | Locale::Other(_) => english,
    }
}
