//! Turns an iCalendar file (`.ics`) of holidays and make-up days into a calendar document, proves it, and prints it.
//!
//! ```sh
//! cargo run --manifest-path examples/holidays-ics/Cargo.toml -- \
//!     examples/data/holidays.ics --zone Asia/Shanghai --first 2026-01-01 --last 2026-12-31
//! ```
//!
//! An event of whole days is a holiday; if it repeats every year, it is a recurring holiday. An event is a make-up working
//! day if its `CATEGORIES` name `WORKING-DAY`, or if its summary contains the text given by `--make-up`. Cancelled events
//! are left out.
//!
//! Entries that cannot be read are reported on standard error, and the rest is printed. The exit status is then 1, as it
//! is for a calendar that is refused. It is 2 for a file that cannot be read at all.

use std::fs;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use chrono::{Datelike, Days, Month, NaiveDate, Weekday};
use clap::{Parser, ValueEnum};
use icalendar::{Component, DatePerhapsTime, Event, EventStatus};
use redress::calendar::entry::{
    DayDocument, LocalTimesDocument, PeriodDocument, RecurringDocument, WeekDocument,
};
use redress::calendar::holiday::AnnualDay;
use redress::calendar::reading::{MakeUpDays, OutsideDays};
use redress::calendar::{CalendarDocument, Hours, KnownDays, RecurringHoliday, Zone};

/// Turns an iCalendar file of holidays and make-up days into a calendar document.
#[derive(Parser)]
#[command(name = "holidays-ics")]
struct Arguments {
    /// The file.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The name of the calendar.
    #[arg(long, default_value = "office")]
    name: String,
    /// The edition of its data.
    #[arg(long, default_value = "1")]
    revision: String,
    /// Its time zone, as the IANA database names it.
    #[arg(long, value_name = "ZONE")]
    zone: String,
    /// The first day that the file is complete for.
    #[arg(long, value_name = "DATE")]
    first: NaiveDate,
    /// The last day that the file is complete for.
    #[arg(long, value_name = "DATE")]
    last: NaiveDate,
    /// The hours from Monday to Friday and of make-up days.
    #[arg(long, value_name = "HOURS", default_value = "09:00-17:00")]
    hours: Hours,
    /// A text that the summary of each make-up day holds.
    #[arg(long, value_name = "TEXT")]
    make_up: Option<String>,
    /// The form of the document.
    #[arg(long, value_enum, default_value_t = Format::Toml)]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Toml,
    Json,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let events = match read(&arguments.file) {
        Ok(events) => events,
        Err(error) => {
            eprintln!("{}: {error}", arguments.file.display());
            return ExitCode::from(2);
        }
    };
    let (document, refused) = document(&arguments, &events);
    for problem in &refused {
        eprintln!("{problem}");
    }
    let calendar = match document.build(zone) {
        Ok(calendar) => calendar,
        Err(faults) => {
            for fault in &faults {
                eprintln!("{fault}");
            }
            return ExitCode::from(1);
        }
    };
    for hint in calendar.hints() {
        eprintln!("hint: {hint}");
    }
    match written(&document, arguments.format) {
        Ok(text) => println!("{}", text.trim_end()),
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::from(1);
        }
    }
    if refused.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(1) }
}

fn read(file: &Path) -> Result<Vec<Event>, String> {
    let text = fs::read_to_string(file).map_err(|error| error.to_string())?;
    let calendar: icalendar::Calendar = text.parse()?;
    Ok(calendar.components.iter().filter_map(|component| component.as_event()).cloned().collect())
}

fn zone(name: &str, known: KnownDays) -> Result<Zone, String> {
    let zone: chrono_tz::Tz = name.parse().map_err(|_| format!("the IANA database has no zone `{name}`"))?;
    Zone::tabulate(name, &zone, known).map_err(|fault| fault.to_string())
}

fn written(document: &CalendarDocument, format: Format) -> Result<String, String> {
    match format {
        Format::Toml => toml::to_string(document).map_err(|error| error.to_string()),
        Format::Json => serde_json::to_string_pretty(document).map_err(|error| error.to_string()),
    }
}

/// The document, and the entries of the file that could not be used.
fn document(arguments: &Arguments, events: &[Event]) -> (CalendarDocument, Vec<String>) {
    let hours = vec![arguments.hours.to_string()];
    let [mon, tue, wed, thu, fri] = std::array::from_fn(|_| hours.clone());
    let mut document = CalendarDocument {
        name: arguments.name.clone(),
        revision: arguments.revision.clone(),
        zone: arguments.zone.clone(),
        first: arguments.first,
        last: arguments.last,
        zone_first: None,
        zone_last: None,
        make_up_days: MakeUpDays::Working,
        // A public list may reach beyond the calendar.
        outside_days: OutsideDays::LeftOut,
        local_times: LocalTimesDocument::default(),
        week: WeekDocument { mon, tue, wed, thu, fri, ..WeekDocument::default() },
        holidays: Vec::new(),
        recurring: Vec::new(),
        working_days: Vec::new(),
        special_hours: Vec::new(),
    };
    let mut refused = Vec::new();
    for event in events.iter().filter(|event| event.get_status() != Some(EventStatus::Cancelled)) {
        let name = event.get_summary().unwrap_or("without a summary").trim();
        if let Err(problem) = add(event, name, arguments.make_up.as_deref(), &hours, &mut document) {
            refused.push(format!("event `{name}`: {problem}"));
        }
    }
    (document, refused)
}

/// Adds one event to the document.
fn add(
    event: &Event,
    name: &str,
    make_up: Option<&str>,
    hours: &[String],
    document: &mut CalendarDocument,
) -> Result<(), String> {
    let (first, last) = days(event)?;
    if let Some(key) = ["DURATION", "RDATE"].into_iter().find(|key| has(event, key)) {
        return Err(format!("has `{key}`, expected `DTSTART`, `DTEND` and a yearly `RRULE` alone"));
    }
    let name = name.to_owned();
    let is_worked = values(event, "CATEGORIES").any(|word| word.trim() == "WORKING-DAY")
        || make_up.is_some_and(|text| name.contains(text));
    match event.property_value("RRULE") {
        Some(_) if is_worked => return Err("a make-up day that repeats, expected single ones".into()),
        Some(_) if first != last => return Err("a period that repeats, expected a single day".into()),
        Some(rule) => {
            let holiday = recurring(&name, first, rule)?.with_except_years(left_out(event)?);
            document.recurring.push(RecurringDocument::from(&holiday));
        }
        None if is_worked => {
            let dates = first.iter_days().take_while(|date| *date <= last);
            let day = |date| DayDocument { date, name: name.clone(), hours: hours.to_vec() };
            document.working_days.extend(dates.map(day));
        }
        None if first == last => {
            document.holidays.push(PeriodDocument { date: Some(first), from: None, to: None, name });
        }
        None => {
            document.holidays.push(PeriodDocument { date: None, from: Some(first), to: Some(last), name });
        }
    }
    Ok(())
}

fn has(event: &Event, key: &str) -> bool {
    event.properties().contains_key(key) || event.multi_properties().contains_key(key)
}

/// The values of a property that may have several values and occur several times.
fn values<'e>(event: &'e Event, key: &str) -> impl Iterator<Item = &'e str> {
    let single = event.properties().get(key).into_iter();
    let several = event.multi_properties().get(key).into_iter().flatten();
    single.chain(several).flat_map(|property| property.value().split(','))
}

/// The years in which a yearly event does not take place.
fn left_out(event: &Event) -> Result<Vec<i32>, String> {
    values(event, "EXDATE")
        .map(|text| {
            date(text).map(|date| date.year()).ok_or_else(|| format!("`EXDATE` has `{text}`, expected dates"))
        })
        .collect()
}

/// A date such as `20260501`, whatever time of day follows it.
fn date(text: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(text.get(..8)?, "%Y%m%d").ok()
}

/// The first and the last day of an event; its `DTEND` is the day after.
fn days(event: &Event) -> Result<(NaiveDate, NaiveDate), String> {
    let date = |key: &str, found: Option<DatePerhapsTime>| match found {
        Some(DatePerhapsTime::Date(date)) => Ok(Some(date)),
        Some(DatePerhapsTime::DateTime(_)) => Err(format!("`{key}` has a time of day, expected a date")),
        None if has(event, key) => Err(format!("`{key}` cannot be read, expected a date such as `20260501`")),
        None => Ok(None),
    };
    let first = date("DTSTART", event.get_start())?.ok_or("has no `DTSTART`, expected a date")?;
    let last = match date("DTEND", event.get_end())? {
        None => first,
        Some(end) => end
            .checked_sub_days(Days::new(1))
            .filter(|last| first <= *last)
            .ok_or_else(|| format!("ends on {end}, expected a day after {first}"))?,
    };
    Ok((first, last))
}

/// A yearly rule as a recurring holiday.
fn recurring(name: &str, first: NaiveDate, rule: &str) -> Result<RecurringHoliday, String> {
    let refuse = |part: &str| format!("`RRULE` has `{part}`, expected a yearly rule that names one day");
    let mut month = first.month();
    let mut day = first.day();
    let (mut weekday, mut until, mut count) = (None, None, None);
    let (mut has_month, mut has_day) = (false, false);
    for part in rule.split(';') {
        match part.split_once('=').ok_or_else(|| refuse(part))? {
            ("FREQ", "YEARLY") | ("INTERVAL", "1") | ("WKST", _) => {}
            ("BYMONTH", value) => (month, has_month) = (value.parse().map_err(|_| refuse(part))?, true),
            ("BYMONTHDAY", value) => (day, has_day) = (value.parse().map_err(|_| refuse(part))?, true),
            ("BYDAY", value) => weekday = Some(nth_weekday(value).ok_or_else(|| refuse(part))?),
            ("UNTIL", value) => {
                until = Some(date(value).ok_or_else(|| refuse(part))?);
            }
            ("COUNT", value) => count = Some(value.parse::<NonZeroUsize>().map_err(|_| refuse(part))?),
            _ => return Err(refuse(part)),
        }
    }
    // Without a month the weekday is counted through the year, and with a day of the month it is a condition on that.
    if weekday.is_some() && (!has_month || has_day) {
        return Err(refuse("BYDAY"));
    }
    let named = u8::try_from(month).ok().and_then(|month| Month::try_from(month).ok());
    let month = named.ok_or_else(|| refuse(&format!("BYMONTH={month}")))?;
    let day = match weekday {
        Some((nth, weekday)) => AnnualDay::NthWeekday { month, weekday, nth },
        None => AnnualDay::Fixed {
            month,
            day: u8::try_from(day).map_err(|_| refuse(&format!("BYMONTHDAY={day}")))?,
        },
    };
    let holiday = RecurringHoliday::new(name, day).with_first_year(first.year());
    // The last year is one in which the day is not after the end of the rule.
    let last_year = match (until, count) {
        (None, None) => return Ok(holiday),
        (Some(until), _) => until.year() - i32::from(day.date(until.year()).is_some_and(|date| date > until)),
        // A year without the day, such as one without 29 February, is not counted.
        (None, Some(count)) => (first.year()..=9_999)
            .filter(|year| day.date(*year).is_some_and(|date| date >= first))
            .nth(count.get() - 1)
            .unwrap_or(9_999),
    };
    Ok(holiday.with_last_year(last_year))
}

/// A position and a weekday such as `3MO` or `-1FR`.
fn nth_weekday(text: &str) -> Option<(i8, Weekday)> {
    let (nth, name) = text.split_at_checked(text.len().checked_sub(2)?)?;
    let weekday = match name {
        "MO" => Weekday::Mon,
        "TU" => Weekday::Tue,
        "WE" => Weekday::Wed,
        "TH" => Weekday::Thu,
        "FR" => Weekday::Fri,
        "SA" => Weekday::Sat,
        "SU" => Weekday::Sun,
        _ => return None,
    };
    Some((nth.parse().ok()?, weekday))
}
