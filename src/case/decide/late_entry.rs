//! Who enters late what takes a miss back, where the policy says who may and how late.
//!
//! An entry is late if it says of something that it was before now. What it takes back is seen by comparing the clocks
//! of the case as it is with those of the case with the entry: a clock that had run out and has not any more. Only clocks
//! that limit late entries are looked at, and only when one of them has run out.

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
    /// Refuses a decision that takes a miss back by somebody who may not, or too late. The role by which somebody may
    /// goes on record, so that replay needs no roster.
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
            // A turn that the entry makes go away takes its miss along.
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
            first.role = self.authority.role_among(self.actor, &roles, self.at);
        }
        Ok(())
    }

    /// The earliest instant before now that a later state of the case names and this one does not.
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

    /// The roles by which the actor may, of those that are left by other clocks.
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
        if self.authority.role_among(self.actor, &roles, self.at).is_some() {
            return Ok(roles);
        }
        Err(Refusal::LateEntry { actor: self.actor, clock: rule.name(), roles: late.roles().to_vec() })
    }
}
