//! Late entries that cancel a missed deadline.
//!
//! # How a late entry is recognised
//!
//! The problem: a host enters things after they happened. A call at 16:30 is entered at 17:10, and the deadline at
//! 17:00 was met after all. But the same entry can also be used to hide a missed deadline. A policy can therefore say,
//! for each clock, who may enter something late and how late.
//!
//! The idea: an entry is late if it says that something happened before now. Whether it cancels a miss is not read from
//! the command. Instead, the clocks of the case before the entry are compared with its clocks after it. A clock that
//! had run out before and has not run out after is a cancelled miss. So every command is covered, including
//! corrections, pauses and reclassifications.
//!
//! The order keeps this cheap:
//! 1. If no clock of the policy limits late entries, nothing is checked.
//! 2. If none of these clocks has run out, nothing is checked.
//! 3. Otherwise the events of the decision are applied to a copy of the case. If they name no instant before now,
//!    nothing is checked.
//! 4. The same runs of the clocks are compared. A run that the entry removes takes its miss along, and counts as
//!    cancelled.
//!
//! For each cancelled miss, the earliest instant that the entry names must be recent enough, and the person must hold
//! one of the permitted roles. If several clocks are concerned, one role must be permitted by all of them. That role is
//! stored in the first event, so that replay needs no roster.

use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::case::clock::CaseClock;
use crate::case::decide::authority::Authority;
use crate::case::decide::desk::Desk;
use crate::case::event::Decision;
use crate::case::refusal::Refusal;
use crate::case::state::{Case, Kind, evolve};
use crate::policy::ClockRule;
use crate::policy::clock::LateEntry;
use crate::vocab::{Action, Role};

impl<A: Authority> Desk<'_, A> {
    /// Refuses a decision that cancels a miss too late, or by a person who may not. Stores the role in the first event.
    pub(super) fn check_entered_late(&self, action: Action, decision: &mut Decision) -> Result<(), Refusal> {
        if self.policy.clocks().iter().all(|rule| rule.late_entry().is_none()) {
            return Ok(());
        }
        let before = self.case.clocks(self.policy, self.at);
        let missed: Vec<(&CaseClock<'_>, &LateEntry)> = before
            .iter()
            .filter_map(|clock| Some((clock, clock.rule().late_entry()?)))
            .filter(|(clock, _)| clock.reading(self.policy, self.at).ran_out().is_some())
            .collect();
        if missed.is_empty() {
            return Ok(());
        }
        let then = decision.events.iter().fold(self.case.clone(), evolve);
        let Some(happened) = self.entered_since(&then) else { return Ok(()) };
        let after = then.clocks(self.policy, self.at);
        let is_taken_back = |clock: &CaseClock<'_>| {
            let now = after.iter().find(|now| now.is_same_turn(clock));
            // A run that the entry removes takes its miss along.
            now.is_none_or(|now| now.reading(self.policy, self.at).ran_out().is_none())
        };
        let mut roles: Option<Vec<Role>> = None;
        for (clock, late) in missed.into_iter().filter(|(clock, _)| is_taken_back(clock)) {
            self.check_how_late(clock, late, happened)?;
            if !late.roles().is_empty() {
                roles = Some(self.check_by_whom(clock.rule(), late, action, roles.as_deref())?);
            }
        }
        if let (Some(roles), Some(first)) = (roles, decision.events.first_mut()) {
            first.role = self.authority.role_among(self.actor, roles.iter().copied(), self.at);
        }
        Ok(())
    }

    /// Returns the earliest instant before now that the new entries name.
    fn entered_since(&self, then: &Case) -> Option<DateTime<Utc>> {
        let entered = then.timeline().entries().iter().skip(self.case.timeline().entries().len());
        let instants = entered.filter_map(|entry| match entry.what {
            Kind::Happened { at, .. } | Kind::Paused { at, .. } | Kind::Resumed { at, .. } => Some(at),
            Kind::Corrected { to, .. } => Some(to),
            Kind::Targets { .. }
            | Kind::Moved { .. }
            | Kind::Extended { .. }
            | Kind::SetBack
            | Kind::Over { .. }
            | Kind::Reopened { .. }
            | Kind::Absorbed { .. } => None,
        });
        instants.filter(|at| *at < self.at).min()
    }

    fn check_how_late(
        &self,
        clock: &CaseClock<'_>,
        late: &LateEntry,
        happened: DateTime<Utc>,
    ) -> Result<(), Refusal> {
        let name = clock.name();
        let until = late.until(clock.calendar(self.policy, self.at), happened);
        match until.map_err(|reason| Refusal::LateEntryNotKnown { clock: name, reason })? {
            Some(until) if !until.is_met_at(self.at) => {
                Err(Refusal::TooLateEntry { clock: name, at: self.at, until })
            }
            Some(_) | None => Ok(()),
        }
    }

    /// Returns the permitted roles of this clock that other clocks permit as well. The actor must hold one of them.
    fn check_by_whom(
        &self,
        rule: &ClockRule,
        late: &LateEntry,
        action: Action,
        left: Option<&[Role]>,
    ) -> Result<Vec<Role>, Refusal> {
        let permitted: Vec<Role> = self.track().roles_for(action).collect();
        let may = |role: &Role| {
            (permitted.is_empty() || permitted.contains(role)) && left.is_none_or(|left| left.contains(role))
        };
        let roles: Vec<Role> = late.roles().iter().copied().filter(may).collect();
        if self.authority.role_among(self.actor, roles.iter().copied(), self.at).is_some() {
            return Ok(roles);
        }
        Err(Refusal::LateEntry { actor: self.actor, clock: rule.name(), roles: late.roles().to_vec() })
    }
}
