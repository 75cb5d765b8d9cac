//! A desk to try things on.

use chrono::{DateTime, Utc};
use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
use redress::policy::{Policy, PolicyBuilder, PolicyDocument, Routing};

/// A desk in UTC that is open on weekdays and routes nothing.
pub(crate) fn desk() -> PolicyBuilder {
    desk_named("desk", "1")
}

pub(crate) fn desk_named(name: &str, version: &str) -> PolicyBuilder {
    let zone = Zone::tabulate("UTC", &Utc, KnownDays::years(2026, 2026).unwrap()).unwrap();
    let week = WeekPattern::weekdays([Hours::from_static("09:00-17:00")]);
    let calendar = Calendar::builder("office", zone).week(week).build().unwrap();
    Policy::builder(name).version(version).calendar(calendar).routing(Routing::none())
}

pub(crate) fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

/// What keeps a description from being a policy, text by text; nothing where it is one.
pub(crate) fn faults(builder: PolicyBuilder) -> Vec<String> {
    match builder.build() {
        Ok(_) => Vec::new(),
        Err(faults) => faults.faults().iter().map(ToString::to_string).collect(),
    }
}

/// The policy as its document reads it back, from JSON.
#[track_caller]
pub(crate) fn read_back(policy: &Policy) -> Policy {
    let written = serde_json::to_string(&PolicyDocument::of(policy)).unwrap();
    let read: PolicyDocument = serde_json::from_str(&written).unwrap();
    read.build(|_, known| Zone::tabulate("UTC", &Utc, known).ok()).unwrap()
}
