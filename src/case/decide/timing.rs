//! Deciding commands about clocks: events, pauses, extensions, corrections, and delivered duties.
//!
//! A command about a clock is tried on copies of the records of the running clocks. If at least one clock accepts it,
//! the command is accepted. If none does, the first error is the refusal. If no clock matches at all, the refusal lists
//! the clocks that run.
//!
//! An extension is stricter: it must not pass over a clock that has already run out, or that may not be so long.

use alloc::boxed::Box;
use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::case::approval::{ApprovalState, ApprovalSubject};
use crate::case::assessment::Assessment;
use crate::case::clock::{CaseClock, Outlook, extension, try_on};
use crate::case::command::{AnchorEvent, ClockExtension, ClockPause, Correction};
use crate::case::decide::authority::Authority;
use crate::case::decide::desk::{Desk, Draft};
use crate::case::decide::groups::{approving, beside, elsewhere, on_course, to_the_end};
use crate::case::deed::{Command, EventKind};
use crate::case::event::Event;
use crate::case::refusal::Refusal;
use crate::case::state::Kind;
use crate::deadline::ClockRecord;
use crate::deadline::limits::{MAX_CHANGES, MAX_PAUSES};
use crate::deadline::rule::{ClockError, Occurrence};
use crate::vocab::{Anchor, ClockName};

impl<A: Authority> Desk<'_, A> {
    #[expect(clippy::unnested_or_patterns, reason = "each group is one pattern")]
    pub(super) fn time(&self, command: Command, draft: &mut Draft) -> Result<(), Refusal> {
        let mut used = None;
        match &command {
            Command::Correct(correction) => self.check_correction(correction)?,
            Command::Happen(happened) => self.check_happened(happened)?,
            Command::Pause(pausing) => self.check_pause(pausing, true)?,
            Command::Resume(pausing) => self.check_pause(pausing, false)?,
            Command::Extend(extending) => used = self.check_extension(extending)?,
            Command::Deliver(delivered) => {
                Self::check_count("people", delivered.to.len().max(1), crate::case::payload::MAX_RECORDS)?;
                if !delivered.duty.is_passed_on() {
                    return Err(Refusal::NoSuch {
                        what: "delivery for a duty of that kind; fulfil it by its own command",
                    });
                }
                let outlook = Outlook::of(self.case, self.policy, self.at);
                if !outlook.owed(self.at).any(|owed| owed.key == delivered.duty) {
                    return Err(Refusal::NoSuch { what: "such duty at the moment" });
                }
            }
            on_course!() | to_the_end!() | approving!() | beside!() | elsewhere!() => {
                return Err(self.of_another_group(command.action()));
            }
        }
        draft.push(EventKind::from(command));
        if let Some(approval) = used {
            draft.end(approval, ApprovalState::Used);
        }
        Ok(())
    }

    /// Checks whether any duty is owed that can be passed on.
    pub(super) fn probe_delivery(&self) -> Result<(), Refusal> {
        let outlook = Outlook::of(self.case, self.policy, self.at);
        if outlook.owed(self.at).any(|owed| owed.key.is_passed_on()) {
            Ok(())
        } else {
            Err(Refusal::NoSuch { what: "such duty at the moment" })
        }
    }

    /// Checks a correction. It can only move an event to an earlier instant: no correction gives a later due date.
    fn check_correction(&self, correction: &Correction) -> Result<(), Refusal> {
        let Correction { event, from, to, .. } = *correction;
        self.check_word(event)?;
        if !self.case.timeline().recorded(event, from) {
            return Err(Refusal::NothingToCorrect { event, from });
        }
        if to >= from {
            return Err(Refusal::LaterCorrection { event, from, to });
        }
        let received = self.case.complaint().received();
        if event != Anchor::RECEIVED && to < received {
            return Err(Refusal::BeforeReceipt { at: to, received });
        }
        self.check_entries("corrections", |kind| matches!(kind, Kind::Corrected { .. }), MAX_CHANGES)
    }

    fn check_happened(&self, happened: &AnchorEvent) -> Result<(), Refusal> {
        let event = happened.event;
        self.check_word(event)?;
        let outside = Anchor::BEFORE_CASE.contains(&event)
            || matches!(event, Anchor::DEPARTMENT_RECEIVED | Anchor::PLAN_SUBMITTED);
        if !outside && !event.code().is_own() {
            return Err(Refusal::OwnCommand { event });
        }
        if let Some(department) = happened.department {
            self.check_word(department)?;
        }
        if happened.at > self.at {
            return Err(Refusal::InTheFuture { at: happened.at, now: self.at });
        }
        // An installation or a discovery can be older than the complaint. Its handling cannot.
        if event == Anchor::DEPARTMENT_RECEIVED {
            self.check_past(happened.at)?;
        }
        let entered = |event: &&Event| matches!(event.what, EventKind::Happened(_));
        Self::check_room("events", self.case.events().iter().filter(entered).count())
    }

    /// Checks that there is room for one more entry of a kind.
    fn check_entries(
        &self,
        what: &'static str,
        of: impl Fn(&Kind) -> bool,
        limit: usize,
    ) -> Result<(), Refusal> {
        let count = self.case.timeline().entries().iter().filter(|entry| of(&entry.what)).count();
        Self::check_count(what, count + 1, limit)
    }

    /// Checks that there is room for one more change of targets, if the assessment brings one.
    pub(super) fn check_changes(&self, assessed: &Assessment) -> Result<(), Refusal> {
        if self.case.timeline().has_targets_of(assessed) { Ok(()) } else { self.check_change() }
    }

    /// Checks that there is room for a change of targets, or of the policy that sets them.
    pub(in crate::case) fn check_change(&self) -> Result<(), Refusal> {
        let of_targets = |kind: &Kind| matches!(kind, Kind::Targets { .. } | Kind::Moved { .. });
        self.check_entries("changes of targets", of_targets, MAX_CHANGES)
    }

    fn check_pause(&self, pausing: &ClockPause, begins: bool) -> Result<(), Refusal> {
        let at = pausing.at.unwrap_or(self.at);
        self.check_past(at)?;
        if begins {
            self.check_entries("pauses", |kind| matches!(kind, Kind::Paused { .. }), MAX_PAUSES)?;
        }
        // Between two periods of a duty, a pause belongs to the next period.
        let clocks = self.case.clocks_ahead(self.policy, self.at, 1);
        let named = |clock: &CaseClock<'_>| pausing.clock.is_none_or(|name| name == clock.name());
        // A clock that the case no longer has cannot be changed, but its pause can still end.
        if !begins
            && clocks.iter().filter(|clock| named(clock)).any(|clock| self.ends_pause(clock, pausing, at))
        {
            return Ok(());
        }
        let wanted = |clock: &CaseClock<'_>| self.runs(clock) && named(clock);
        let tried = try_on(&clocks, wanted, |record, clock| {
            let (calendar, clock) = (clock.usual_calendar(self.policy), clock.rule().clock());
            if begins {
                record.pause(clock.counted_in(calendar), pausing.reason, Occurrence::at(at).entered(self.at))
            } else {
                record.resume(clock.counted_in(calendar), pausing.reason, Occurrence::at(at).entered(self.at))
            }
        });
        self.tried(tried, &clocks)
    }

    /// Returns `true` if the command ends the pause of a clock that the case no longer has.
    fn ends_pause(&self, clock: &CaseClock<'_>, pausing: &ClockPause, at: DateTime<Utc>) -> bool {
        let held = clock.held.clone();
        let calendar = clock.usual_calendar(self.policy);
        let resume = |mut held: Box<ClockRecord>| {
            held.resume(
                clock.rule().clock().counted_in(calendar),
                pausing.reason,
                Occurrence::at(at).entered(self.at),
            )
        };
        held.map(resume).is_some_and(|tried| tried.is_ok())
    }

    /// Returns `true` if a clock has not ended, so that it can be paused or extended.
    fn runs(&self, clock: &CaseClock<'_>) -> bool {
        clock.record().is_some_and(|record| record.ended(self.at).is_none())
    }

    fn tried(&self, tried: Result<(), Option<ClockError>>, clocks: &[CaseClock<'_>]) -> Result<(), Refusal> {
        match tried {
            Ok(()) => Ok(()),
            Err(Some(error)) => Err(error.into()),
            Err(None) => {
                let mut expected: Vec<ClockName> =
                    clocks.iter().filter(|clock| self.runs(clock)).map(CaseClock::name).collect();
                expected.dedup();
                Err(Refusal::NoSuchClock { expected })
            }
        }
    }

    fn check_extension(&self, extending: &ClockExtension) -> Result<Option<u32>, Refusal> {
        let name = extending.clock;
        self.check_entries("extensions", |kind| matches!(kind, Kind::Extended { .. }), MAX_CHANGES)?;
        if let Some(told) = extending.told {
            self.check_past(told)?;
        }
        let rule = self.policy.clock(name).and_then(|rule| rule.clock().extension_rule(extending.reason));
        if rule.is_some_and(crate::deadline::rule::ExtensionRule::wants_notice) && extending.told.is_none() {
            return Err(Refusal::NotTold { clock: name });
        }
        let matter = ApprovalSubject::Extension(extending.clone());
        let used = self.use_approval(&matter)?;
        let approved = used.and_then(|number| self.case.approval(number)).map(|approval| approval.step_since);
        let clocks = self.case.clocks(self.policy, self.at);
        let wanted = |clock: &CaseClock<'_>| {
            let department = extending.department.is_none() || extending.department == clock.department();
            self.runs(clock) && clock.name() == name && department
        };
        let extend = |record: &mut ClockRecord, clock: &CaseClock<'_>| {
            record.extend(
                clock.rule().clock(),
                clock.usual_calendar(self.policy),
                extension(extending, self.at, approved),
            )
        };
        // An extension of all departments must not include one whose clock has run out, or may not be so long.
        for clock in clocks.iter().filter(|clock| wanted(clock)) {
            let tried = clock.record().cloned().map_or(Ok(()), |mut record| extend(&mut record, clock));
            if let Err(refused @ (ClockError::Expired { .. } | ClockError::BeyondLimit { .. })) = tried {
                return Err(refused.into());
            }
        }
        self.tried(try_on(&clocks, wanted, extend), &clocks).map(|()| used)
    }
}
