//! Local times of a complaint's document, read in the zone of a calendar.

use alloc::vec::Vec;

use chrono::{DateTime, NaiveDateTime, Utc};

use crate::calendar::Calendar;
use crate::faults::Faults;
use crate::triage::complaint::Complaint;
use crate::triage::document::ComplaintDocument;
use crate::triage::fault::{ComplaintFault, TriageError};
use crate::triage::local::LocalAccount;
use crate::vocab::Anchor;

impl ComplaintDocument {
    /// Reads the local times of the document, such as `received-local`, as a calendar's wall clock shows them. A document
    /// without local times stays as it is.
    ///
    /// How a time is read that the clock skips or shows twice is [`Calendar::local_times`].
    ///
    /// # Errors
    ///
    /// [`ComplaintFault::TwoInstants`] for an event that has an instant too, and [`ComplaintFault::LocalTime`] for a
    /// time that the calendar cannot read.
    ///
    /// # Example: a file of records without offsets
    ///
    /// ```
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
    /// use redress::triage::ComplaintDocument;
    ///
    /// let zone = Zone::tabulate("America/New_York", &chrono_tz::America::New_York, KnownDays::years(2026, 2026)?)?;
    /// let calendar = Calendar::builder("desk", zone)
    ///     .week(WeekPattern::weekdays([Hours::from_static("09:00-17:00")]))
    ///     .build()?;
    /// let said: ComplaintDocument =
    ///     serde_json::from_str(r#"{ "id": "A-1", "received-local": "2026-03-06T10:00:00" }"#)?;
    /// assert!(said.clone().build().is_err()); // whose clock?
    /// let complaint = said.build_with(&calendar)?;
    /// assert_eq!(complaint.received().to_rfc3339(), "2026-03-06T15:00:00+00:00");
    /// # Ok(()) }
    /// ```
    pub fn resolve(mut self, calendar: &Calendar) -> Result<Self, TriageError> {
        let mut faults = Vec::new();
        for (event, at, local) in self.stamps() {
            let Some(time) = local.take() else { continue };
            match calendar.local_instant(time, calendar.local_times()) {
                _ if at.is_some() => faults.push(ComplaintFault::TwoInstants { event }),
                Ok(instant) => *at = Some(instant),
                Err(error) => faults.push(ComplaintFault::LocalTime { event, error }),
            }
        }
        Faults::none_or(faults, self)
    }

    /// Reads the local times of the document in the zone of a calendar, checks it and makes the complaint.
    ///
    /// # Errors
    ///
    /// Those of [`ComplaintDocument::resolve`] and of [`ComplaintDocument::build`].
    pub fn build_with(mut self, calendar: &Calendar) -> Result<Complaint, TriageError> {
        let stamps = self.stamps().into_iter();
        let local_times =
            stamps.filter_map(|(event, _, local)| LocalAccount::of(event, (*local)?, calendar)).collect();
        let mut complaint = self.resolve(calendar)?.build()?;
        complaint.local_times = local_times;
        Ok(complaint)
    }

    /// What is wrong with the instants of a document that nobody has read by a calendar.
    pub(super) fn unread(&mut self) -> Vec<ComplaintFault> {
        let stamps = self.stamps().into_iter().filter(|(_, _, local)| local.is_some());
        let mut faults: Vec<ComplaintFault> = stamps
            .map(|(event, at, _)| match at {
                Some(_) => ComplaintFault::TwoInstants { event },
                None => ComplaintFault::NoCalendar { event },
            })
            .collect();
        if self.received.is_none() && self.received_local.is_none() {
            faults.push(ComplaintFault::NotReceived);
        }
        faults
    }

    /// Each event that can be given as an instant or as a local time.
    fn stamps(&mut self) -> [Stamp<'_>; 6] {
        [
            (Anchor::RECEIVED, &mut self.received, &mut self.received_local),
            (Anchor::REGISTERED, &mut self.registered, &mut self.registered_local),
            (Anchor::ACKNOWLEDGED, &mut self.acknowledged, &mut self.acknowledged_local),
            (Anchor::DISPATCHED, &mut self.dispatched, &mut self.dispatched_local),
            (Anchor::DEPARTMENT_RECEIVED, &mut self.department_received, &mut self.department_received_local),
            (Anchor::CLOSED, &mut self.closed, &mut self.closed_local),
        ]
    }
}

/// An event, and what was written of it: an instant, or a local time.
type Stamp<'a> = (Anchor, &'a mut Option<DateTime<Utc>>, &'a mut Option<NaiveDateTime>);
