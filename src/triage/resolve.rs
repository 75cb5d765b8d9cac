//! Reads the local times of a complaint's document in the zone of a calendar.

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
    /// Reads the local times of the document, such as `received-local`, by the wall clock of a calendar.
    ///
    /// A document without local times stays as it is. If the clock skips a time or shows it twice,
    /// [`Calendar::local_times`] says how the calendar reads it.
    ///
    /// # Errors
    ///
    /// Returns [`ComplaintFault::TwoInstants`] for an event that has an instant too, and [`ComplaintFault::LocalTime`]
    /// for a time that the calendar cannot read.
    ///
    /// # Example: a file of records without offsets
    ///
    /// ```
    /// use redress::sample;
    /// use redress::triage::ComplaintDocument;
    ///
    /// let said: ComplaintDocument =
    ///     serde_json::from_str(r#"{ "id": "A-1", "received-local": "2026-04-02T10:00:00" }"#)?;
    /// assert!(said.clone().build().is_err()); // by whose clock?
    /// let read = said.resolve(&sample::calendar()?)?; // in Berlin
    /// assert_eq!(read.received, Some("2026-04-02T08:00:00Z".parse()?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
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

    /// Reads the local times of the document by a calendar, checks it and creates the complaint.
    ///
    /// # Errors
    ///
    /// Returns the errors of [`ComplaintDocument::resolve`] and of [`ComplaintDocument::build`].
    ///
    /// # Example: a night in which the clock is put forward
    ///
    /// ```
    /// use redress::sample;
    /// use redress::triage::account::LocalChoice;
    /// use redress::triage::{ComplaintDocument, History, triage};
    ///
    /// // 02:30 does not exist: the clock in Berlin jumps from 02:00 to 03:00.
    /// let said: ComplaintDocument =
    ///     serde_json::from_str(r#"{ "id": "A-1", "received-local": "2026-03-29T02:30:00" }"#)?;
    /// let (policy, complaint) = (sample::policy()?, said.build_with(&sample::calendar()?)?);
    /// let account = triage(&policy, &complaint, &History::none())?.explain();
    /// assert_eq!(account.local_times()[0].reading(), LocalChoice::AfterGap); // the account says so
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn build_with(mut self, calendar: &Calendar) -> Result<Complaint, TriageError> {
        let stamps = self.stamps().into_iter();
        let local_times =
            stamps.filter_map(|(event, _, local)| LocalAccount::of(event, (*local)?, calendar)).collect();
        let mut complaint = self.resolve(calendar)?.build()?;
        complaint.local_times = local_times;
        Ok(complaint)
    }

    /// Returns what is wrong with the times of a document that no calendar has read.
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

    /// Returns each event that can be given as an instant or as a local time.
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

/// An event, and how it was given: as an instant, as a local time, or both.
type Stamp<'a> = (Anchor, &'a mut Option<DateTime<Utc>>, &'a mut Option<NaiveDateTime>);
