//! The calendar of the worked examples (catalogue §10.1). The hours are our choice: no row asks for them.

use chrono_tz::Tz;
use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};

const OFFICE: Hours = Hours::from_static("09:00-18:00");

const HOLIDAYS: [(&str, &str, &str); 13] = [
    ("2025-01-01", "2025-01-01", "New Year"),
    ("2025-01-28", "2025-02-04", "Spring Festival"),
    ("2025-04-04", "2025-04-06", "Qingming"),
    ("2025-05-01", "2025-05-05", "Labour Day"),
    ("2025-05-31", "2025-06-02", "Dragon Boat"),
    ("2025-10-01", "2025-10-08", "National Day"),
    ("2026-01-01", "2026-01-03", "New Year"),
    ("2026-02-15", "2026-02-23", "Spring Festival"),
    ("2026-04-04", "2026-04-06", "Qingming"),
    ("2026-05-01", "2026-05-05", "Labour Day"),
    ("2026-06-19", "2026-06-21", "Dragon Boat"),
    ("2026-09-25", "2026-09-27", "Mid-Autumn"),
    ("2026-10-01", "2026-10-07", "National Day"),
];

const MAKE_UP_DAYS: [&str; 11] = [
    "2025-01-26",
    "2025-02-08",
    "2025-04-27",
    "2025-09-28",
    "2025-10-11",
    "2026-01-04",
    "2026-02-14",
    "2026-02-28",
    "2026-05-09",
    "2026-09-20",
    "2026-10-10",
];

/// The working days of China in 2025 and 2026, by the wall clock of a zone.
///
/// The zone is known for longer, so that a due date that does not roll may lie beyond the last known day.
pub(crate) fn calendar_in(zone: Tz) -> Calendar {
    let zone = Zone::tabulate(zone.name(), &zone, KnownDays::years(2024, 2028).unwrap()).unwrap();
    let mut calendar = Calendar::builder("cn", zone)
        .revision("2025-2026")
        .known(KnownDays::years(2025, 2026).unwrap())
        .week(WeekPattern::weekdays([OFFICE]));
    for (first, last, name) in HOLIDAYS {
        calendar = calendar.holidays(first.parse().unwrap()..=last.parse().unwrap(), name);
    }
    for date in MAKE_UP_DAYS {
        calendar = calendar.working_day(date.parse().unwrap(), "make-up day", [OFFICE]);
    }
    calendar.build().unwrap()
}
