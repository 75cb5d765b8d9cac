//! Where the clocks of a case stand, what is owed, and what comes next, as text.

use alloc::string::String;
use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::calendar::Calendar;
use crate::case::clock::{CaseClock, UpcomingKind};
use crate::case::command::DutyKey;
use crate::case::{Case, Outlook};
use crate::deadline::{ClockReading, ClockStatus};
use crate::policy::Policy;
use crate::render::phrase::Said;
use crate::render::phrase::{moment, tell};
use crate::render::renderer::Renderer;
use crate::vocab::Role;

impl Renderer<'_> {
    /// Writes one line about the case, then one for each clock, each duty, and what comes next.
    pub(super) fn standing_lines(&self, case: &Case, policy: &Policy, now: DateTime<Utc>) -> Vec<String> {
        let local = |at| moment(self, at, policy.calendar().local(at).ok());
        let outlook = Outlook::of(case, policy, now);
        let standing = match outlook.standing(now) {
            Ok(Some(standing)) => {
                tell!(self, STANDING_STANDING, standing = standing.said(self))
            }
            Ok(None) => String::new(),
            Err(error) => tell!(self, STANDING_UNDETERMINED, reason = self.error(&error)),
        };
        let mut lines = Vec::from([tell!(
            self,
            STANDING_AT,
            now = local(now),
            stage = case.stage().said(self),
            standing
        )]);
        let clocks = case.clocks(policy, now);
        lines.extend(clocks.iter().map(|clock| self.case_clock(clock, policy, now)));
        lines.extend(outlook.owed(now).map(|owed| {
            tell!(
                self,
                STANDING_OWED_SINCE,
                duty = self.duty(owed.key),
                to = self.to(owed.to),
                since = local(owed.since)
            )
        }));
        lines.extend(outlook.next_change(now).map(|at| {
            // A change that is seen at a whole second happened within the second before.
            let moments = outlook.moments().iter().filter(|moment| now < moment.at && moment.at <= at);
            let mut kinds: Vec<String> = Vec::new();
            for moment in moments {
                let kind = self.moment_kind(moment.kind);
                if !kinds.contains(&kind) {
                    kinds.push(kind);
                }
            }
            let what = kinds.join(self.semicolon());
            tell!(self, STANDING_NEXT, at = local(at), what)
        }));
        lines
    }

    fn case_clock(&self, clock: &CaseClock<'_>, policy: &Policy, now: DateTime<Utc>) -> String {
        let name = clock.name();
        let department = clock.department().map_or(String::new(), |department| {
            tell!(self, ACCOUNT_DEPARTMENT, department = self.label(&department))
        });
        let turn = match clock.turn() {
            0 => String::new(),
            turn => {
                tell!(self, STANDING_RUN, n = u64::from(turn) + 1)
            }
        };
        tell!(
            self,
            STANDING_CLOCK,
            name = self.label(&name),
            status = self.status(&clock.reading(policy, now), clock.calendar(policy, now)),
            department,
            turn
        )
    }

    /// Writes where a clock stands, in the local time of its own calendar.
    fn status(&self, reading: &ClockReading, calendar: &Calendar) -> String {
        let local = |at| moment(self, at, calendar.local(at).ok());
        let projected = reading.projected().map_or(String::new(), |due| {
            let due = self.due(calendar, due);
            tell!(self, STANDING_IF_RESUMED_NOW, due)
        });
        let due = reading.due().map_or(String::new(), |due| {
            let due = self.due(calendar, due);
            tell!(self, STANDING_DUE, due)
        });
        let status = match reading.status() {
            ClockStatus::NotStarted => tell!(self, STANDING_NOT_STARTED),
            ClockStatus::Running { .. } => tell!(self, STANDING_RUNNING, due),
            ClockStatus::Paused { since, reason } => tell!(
                self,
                STANDING_PAUSED_SINCE,
                since = local(*since),
                reason = self.label(reason),
                projected
            ),
            ClockStatus::Met { at } => {
                tell!(self, STANDING_MET, at = local(*at), due)
            }
            ClockStatus::MetLate { at, .. } => {
                tell!(self, STANDING_MET_LATE, at = local(*at), due)
            }
            ClockStatus::Breached { since } => tell!(self, STANDING_BREACHED_SINCE, since = local(*since)),
            ClockStatus::Cancelled { reason } => {
                tell!(self, STANDING_ENDED, reason)
            }
            ClockStatus::Undetermined { reason } => {
                tell!(self, ACCOUNT_UNDETERMINED, reason = self.error(reason))
            }
        };
        let missed = match (reading.status(), reading.first_breach(), reading.missed()) {
            _ if reading.is_entered_late() => reading
                .first_breach()
                .or(reading.missed())
                .map_or(String::new(), |at| tell!(self, STANDING_HAD_RUN_OUT, at = local(at))),
            // The status already says it.
            (ClockStatus::Breached { .. } | ClockStatus::MetLate { .. }, ..) | (_, None, None) => {
                String::new()
            }
            (_, Some(at), _) => {
                tell!(self, STANDING_RAN_OUT, at = local(at))
            }
            (_, None, Some(at)) => {
                tell!(self, STANDING_TARGET_MISSED, at = local(at))
            }
        };
        status + &missed
    }

    /// Writes what is owed: by which clock, of which department.
    pub(super) fn duty(&self, key: DutyKey) -> String {
        let clock = key.clock.map(|clock| String::from(self.label(&clock)));
        let department = key.department.map(|department| String::from(self.label(&department)));
        let of: Vec<String> = clock.into_iter().chain(department).collect();
        let duty = key.duty.said(self);
        if of.is_empty() {
            return String::from(duty);
        }
        let of = of.join(self.comma());
        tell!(self, STANDING_DUTY_OF, duty, of)
    }

    fn moment_kind(&self, kind: UpcomingKind) -> String {
        match kind {
            UpcomingKind::Clock => tell!(self, STANDING_CLOCK_CHANGES),
            UpcomingKind::Duty(key) => self.duty(key),
            UpcomingKind::ReopeningEnds => {
                tell!(self, STANDING_NO_REOPENING_FROM)
            }
        }
    }

    fn to(&self, role: Option<Role>) -> String {
        role.map_or(String::new(), |role| tell!(self, MARK_TO, whom = self.label(&role)))
    }
}
