//! The sample of the example `triage`: its complaints, its calendar and its policy.

use chrono::{DateTime, Utc};
use redress::calendar::{CalendarDocument, KnownDays, Zone, instant};
use redress::policy::Policy;
use redress::profiles::Nev;
use redress::profiles::choice::NoticePeriod;
use redress::vocab::{Category, Department};
use serde_json::Value;

const COMPLAINTS: &str = include_str!("../../examples/data/complaints.jsonl");
const CALENDAR: &str = include_str!("../../examples/data/calendar-cn-2025-2026.json");

/// When the sample is looked at.
pub(crate) fn now() -> DateTime<Utc> {
    instant::parse("2026-03-02T09:00:00+08:00").unwrap()
}

pub(crate) fn policy() -> Policy {
    let zone =
        |name: &str, known: KnownDays| Zone::tabulate(name, &name.parse::<chrono_tz::Tz>().ok()?, known).ok();
    let document: CalendarDocument = serde_json::from_str(CALENDAR).unwrap();
    let owners = [
        (Category::PRODUCT_QUALITY, Department::QUALITY),
        (Category::SALES_PROCESS, Department::SALES),
        (Category::SPARE_PARTS, Department::STORAGE_TRANSPORT),
        (Category::TECHNICAL_CAPABILITY, Department::TECHNICAL_SUPPORT),
        (Category::SERVICE_PROCESS, Department::DEALER),
        (Category::VEHICLE_DOCUMENTS, Department::CUSTOMER_SERVICE),
    ];
    Nev::new(document.build(zone).unwrap(), owners, NoticePeriod::Weeks(1)).build().unwrap()
}

/// The complaints, one a line, without needless spaces; a list of one word is written as a list, so that a
/// plain typed parse reads every line.
pub(crate) fn lines() -> Vec<String> {
    let listed = |line: &str| {
        let mut complaint: Value = serde_json::from_str(line).unwrap();
        for key in ["category", "demand"] {
            if let Some(words) = complaint.get_mut(key).filter(|words| words.is_string()) {
                *words = Value::Array(vec![words.take()]);
            }
        }
        complaint.to_string()
    };
    COMPLAINTS.lines().map(listed).collect()
}
