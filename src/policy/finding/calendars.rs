//! Calendars that end before a clock that starts today is due.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;

use chrono::{DateTime, NaiveDate, Utc};

use crate::calendar::{Calendar, CalendarError};
use crate::deadline::{Anchors, Deadline, DeadlineError, Due};
use crate::policy::choice::ClockStart;
use crate::policy::clock::{ClockRule, Targets};
use crate::policy::finding::kinds::Finding;
use crate::policy::procedure::Policy;
use crate::vocab::ClockName;

impl Policy {
    /// Returns the clocks that, started today, would be due after the last known day of their calendar.
    ///
    /// A clock that starts when another one is due starts on that due date; it is looked at with the latest one that the
    /// other clock can have. Call this once a day, or before each release of a calendar.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::sample;
    ///
    /// let policy = sample::policy()?; // its calendar is known for the whole of 2026
    /// assert!(policy.findings_on("2026-03-02T10:00:00+01:00".parse()?).is_empty());
    /// let findings = policy.findings_on("2026-12-30T10:00:00+01:00".parse()?);
    /// assert_eq!(findings[0].code(), "finding.calendar-ends");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn findings_on(&self, today: DateTime<Utc>) -> Vec<Finding> {
        let mut found = Vec::new();
        // The latest due date of each clock; none where it lies beyond a calendar.
        let mut latest: BTreeMap<ClockName, Option<Due>> = BTreeMap::new();
        for rule in self.clocks() {
            let start = match rule.start() {
                ClockStart::Event => Some(today),
                // Each clock stands behind the one it starts from.
                ClockStart::DueOf(other) => latest.get(&other).copied().flatten().map(Due::at),
            };
            let Some(start) = start else { continue };
            let mut told: BTreeSet<String> = BTreeSet::new();
            let mut due = None;
            for (deadline, calendar) in deadlines(self, rule) {
                match due_from(deadline, calendar, rule, start) {
                    Ok(at) => due = due.max(Some(at)),
                    Err(Some((calendar, last))) if told.insert(calendar.clone()) => {
                        let today = self.calendar().date(today).unwrap_or(today.date_naive());
                        found.push(Finding::CalendarEnds { clock: rule.name(), calendar, last, today });
                    }
                    Err(_) => {}
                }
            }
            latest.insert(rule.name(), due);
        }
        found
    }
}

/// Every deadline of a clock with each calendar by which it can count.
fn deadlines<'p>(policy: &'p Policy, rule: &'p ClockRule) -> Vec<(&'p Deadline, &'p Calendar)> {
    let departments: Vec<Option<crate::vocab::Department>> = match rule.scope() {
        crate::policy::choice::ClockScope::Case => Vec::from([None]),
        crate::policy::choice::ClockScope::Department => {
            let own = policy.department_calendars().map(|(department, _)| Some(department));
            core::iter::once(None).chain(own).collect()
        }
    };
    let mut all = Vec::new();
    for department in departments {
        match rule.targets() {
            Targets::Same(deadline) => all.push((deadline, policy.calendar_of(rule, department))),
            Targets::Table(targets) => all.extend(
                targets
                    .iter()
                    .map(|target| (target.deadline(), policy.calendar_of_target(rule, target, department))),
            ),
            Targets::NotSet(_) => {}
        }
        let otherwise = rule.otherwise.as_ref();
        all.extend(otherwise.map(|deadline| (deadline, policy.calendar_of(rule, department))));
    }
    all
}

/// The due date from a start, or the calendar that ends before it and its last known day.
fn due_from(
    deadline: &Deadline,
    calendar: &Calendar,
    rule: &ClockRule,
    start: DateTime<Utc>,
) -> Result<Due, Option<(String, NaiveDate)>> {
    let anchor = rule.clock().start();
    let mut anchors = Anchors::new().with(anchor, start);
    // Parts that count from an event of their own count from today, too.
    for event in deadline.events() {
        anchors = anchors.with(event, start);
    }
    deadline.due(calendar, anchor, &anchors).map_err(|error| {
        if let DeadlineError::Calendar(CalendarError::NotKnown { calendar, last, asked, .. }) = error {
            (asked > last).then_some((calendar, last))
        } else {
            None
        }
    })
}
