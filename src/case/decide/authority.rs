//! The authority behind an action: the roster of today, or the record in stored events.
//!
//! # How replay checks signatures without a roster
//!
//! The problem: replay must decide every stored command again with the same rules. But rosters change. The person who
//! signed last year may have left, and the roster of that day is gone.
//!
//! The idea: all questions about people go through the trait [`Authority`]. There are two implementations.
//!
//! - [`Roster`] answers from the roster. It is used for new requests. Each signature that it allows is stored together
//!   with the role, the slot, the limit, the person represented, and the revision of the roster.
//! - [`Recorded`] answers from these stored records. It is used in replay.
//!
//! `Recorded` believes a record only where the roster alone could know better: that somebody held a role, had a limit
//! or represented another person. Everything that the case knows by itself is checked again: that the record names the
//! step that is open, a free slot and a role that the slot takes; that the person is not excluded; that nobody signs
//! twice; that the amount is within the stored limit. So a forged signature of an excluded person does not replay.
//!
//! Two questions cannot be answered without a roster: whether the open step can still be completed by somebody, and
//! whether the whole chain can. `Recorded` takes the answer from what followed. If the approval ended after a refusal,
//! the step was out of reach.
//!
//! Slots: a step can need several signatures. Of slots that take the same roles, the first free one is filled first.
//! The order of signatures therefore determines the slots, and a stored slot out of order is refused.
//!
//! Cost: linear in the number of steps and signatures of one approval.
//!
//! To store whole rosters with each case was rejected: they are large, personal, and would still have to be believed.

use alloc::string::String;

use chrono::{DateTime, Utc};

use crate::approval::{Progress, Roster, Signature, SigningRefusal, StuckApproval};
use crate::case::deed::{EventKind, deed};
use crate::case::event::Event;
use crate::vocab::course::ApprovalAct;
use crate::vocab::{ActorId, Role};

/// Answers what people may do.
pub(in crate::case) trait Authority {
    /// Returns the first of `roles` that a person holds.
    fn role_among(
        &self,
        actor: ActorId,
        roles: impl Iterator<Item = Role>,
        at: DateTime<Utc>,
    ) -> Option<Role>;

    /// Returns the signature that a person may give at the open step, with the revision of the roster.
    fn sign(
        &self,
        progress: &Progress<'_>,
        actor: ActorId,
        at: DateTime<Utc>,
    ) -> Result<(Signature, String), SigningRefusal>;

    /// Returns the refusal that a person may give at the open step, with the revision of the roster.
    fn refuse(
        &self,
        progress: &Progress<'_>,
        actor: ActorId,
        at: DateTime<Utc>,
    ) -> Result<(Signature, String), SigningRefusal>;

    /// Returns `true` if the open step can still be completed.
    fn is_reachable(&self, progress: &Progress<'_>, at: DateTime<Utc>) -> bool;

    /// Checks that the whole chain can be completed.
    fn can_pass(&self, progress: &Progress<'_>, at: DateTime<Utc>) -> Result<(), StuckApproval>;

    /// Returns `true` if nobody can complete an approval any more.
    fn is_stuck(&self, progress: &Progress<'_>, at: DateTime<Utc>) -> bool;
}

impl Authority for Roster {
    fn role_among(
        &self,
        actor: ActorId,
        mut roles: impl Iterator<Item = Role>,
        at: DateTime<Utc>,
    ) -> Option<Role> {
        roles.find(|&role| self.holds(actor, role, at))
    }

    fn sign(
        &self,
        progress: &Progress<'_>,
        actor: ActorId,
        at: DateTime<Utc>,
    ) -> Result<(Signature, String), SigningRefusal> {
        Ok((progress.signature_by(self, actor, at)?, self.revision().into()))
    }

    fn refuse(
        &self,
        progress: &Progress<'_>,
        actor: ActorId,
        at: DateTime<Utc>,
    ) -> Result<(Signature, String), SigningRefusal> {
        Ok((progress.may_refuse(self, actor, at)?, self.revision().into()))
    }

    fn is_reachable(&self, progress: &Progress<'_>, at: DateTime<Utc>) -> bool {
        progress.is_open_step_reachable(self, at)
    }

    fn can_pass(&self, progress: &Progress<'_>, at: DateTime<Utc>) -> Result<(), StuckApproval> {
        progress.possible_signers(self, at).map(|_| ())
    }

    fn is_stuck(&self, progress: &Progress<'_>, at: DateTime<Utc>) -> bool {
        progress.possible_signers(self, at).is_err()
    }
}

/// The authority that stored events of one command recorded. It is believed unless the case itself knows better.
pub(in crate::case) struct Recorded<'e> {
    pub(in crate::case) events: &'e [Event],
}

impl Recorded<'_> {
    #[expect(clippy::unnested_or_patterns, reason = "the deeds are one pattern")]
    fn given(&self, refusal: bool) -> Option<(&Signature, &String)> {
        self.events.iter().find_map(|event| match &event.what {
            EventKind::SignatureGiven(given) | EventKind::ApprovalOverridden(given) if !refusal => {
                Some((&given.signature, &given.roster))
            }
            EventKind::SignatureRefused(given) | EventKind::SignatureReturned(given) if refusal => {
                Some((&given.signature, &given.roster))
            }
            EventKind::SignatureGiven(_)
            | EventKind::ApprovalOverridden(_)
            | EventKind::SignatureRefused(_)
            | EventKind::SignatureReturned(_)
            | EventKind::SignatureWithdrawn(_)
            | EventKind::SignaturesVoided(_)
            | EventKind::ApprovalOpened(_)
            | EventKind::ApprovalRaised(_)
            | EventKind::ApprovalEnded(_)
            | EventKind::Assessed(_)
            | EventKind::Moved(_)
            // A deed says what was asked. The authority stands in the events that follow it.
            | deed!() => None,
        })
    }

    fn check(
        &self,
        progress: &Progress<'_>,
        actor: ActorId,
        refusal: bool,
    ) -> Result<(Signature, String), SigningRefusal> {
        let Some(step) = progress.open_step() else { return Err(SigningRefusal::NothingOpen { actor }) };
        let roles = step.signers().roles().to_vec();
        let nobody = || SigningRefusal::NotEntitled {
            actor,
            step: step.id(),
            expected: roles.clone(),
            roster: String::from("-"),
        };
        let (&signature, roster) = self.given(refusal).ok_or_else(nobody)?;
        let slots = step.slots();
        let is_open =
            |slot| !progress.signed.iter().any(|other| other.step() == step.id() && other.slot() == slot);
        // Of slots that take the same roles, the first free one is filled first.
        let alike = |slot| step.signers().roles_of(slot) == step.signers().roles_of(signature.slot());
        let fits = signature.by() == actor
            && signature.step() == step.id()
            && signature.slot() < slots
            && is_open(signature.slot())
            && !(0..signature.slot()).any(|slot| alike(slot) && is_open(slot));
        let of_slot = step.signers().roles_of(signature.slot()).contains(&signature.role());
        let escalated =
            progress.escalated && step.limit().is_some_and(|limit| limit.escalate_to == signature.role());
        if !fits || !(of_slot || escalated) || crate::calendar::text::name_problem(roster).is_some() {
            return Err(nobody());
        }
        for person in signature.people() {
            let instead_of = (person != actor).then_some(person);
            let prepares = step.act() == ApprovalAct::Prepare;
            let excluded = progress.excluded.iter().find(|excluded| {
                excluded.person == person && (!prepares || excluded.because.bars_preparing())
            });
            if let Some(excluded) = excluded {
                let because = excluded.because;
                return Err(SigningRefusal::Excluded { actor, step: step.id(), instead_of, because });
            }
            let repeats = |id| {
                progress
                    .steps
                    .iter()
                    .find(|other| other.id() == id)
                    .is_some_and(crate::approval::Step::may_repeat)
            };
            let before = progress.signed.iter().find(|other| {
                let elsewhere = other.step() != step.id();
                other.is_of(person) && !(elsewhere && (step.may_repeat() || repeats(other.step())))
            });
            if let Some(before) = before {
                let signed = before.step();
                return Err(SigningRefusal::SignedAlready { actor, step: step.id(), instead_of, signed });
            }
            if progress.refused.iter().any(|other| other.step() == step.id() && other.is_of(person)) {
                return Err(SigningRefusal::RefusedBefore { actor, step: step.id(), instead_of });
            }
        }
        if let Some(limit) = signature.limit() {
            let (step, instead_of) = (step.id(), signature.instead_of());
            match progress.amount {
                None => return Err(SigningRefusal::AmountUnknown { actor, step, instead_of, limit }),
                Some(amount) => match limit.is_at_least(&amount) {
                    Some(true) => {}
                    Some(false) => {
                        return Err(SigningRefusal::OverLimit { actor, step, instead_of, amount, limit });
                    }
                    None => {
                        return Err(SigningRefusal::OtherCurrency { actor, step, instead_of, amount, limit });
                    }
                },
            }
        }
        Ok((signature, roster.clone()))
    }
}

impl Authority for Recorded<'_> {
    fn role_among(
        &self,
        _: ActorId,
        mut roles: impl Iterator<Item = Role>,
        _: DateTime<Utc>,
    ) -> Option<Role> {
        let recorded = self.events.first().and_then(|event| event.role);
        recorded.filter(|recorded| roles.any(|role| role == *recorded))
    }

    fn sign(
        &self,
        progress: &Progress<'_>,
        actor: ActorId,
        _: DateTime<Utc>,
    ) -> Result<(Signature, String), SigningRefusal> {
        self.check(progress, actor, false)
    }

    fn refuse(
        &self,
        progress: &Progress<'_>,
        actor: ActorId,
        _: DateTime<Utc>,
    ) -> Result<(Signature, String), SigningRefusal> {
        self.check(progress, actor, true)
    }

    fn is_reachable(&self, _: &Progress<'_>, _: DateTime<Utc>) -> bool {
        // Only the roster knew. If the step was out of reach, the approval ended.
        !self.events.iter().any(|event| matches!(&event.what, EventKind::ApprovalEnded(_)))
    }

    fn can_pass(&self, _: &Progress<'_>, _: DateTime<Utc>) -> Result<(), StuckApproval> {
        Ok(())
    }

    fn is_stuck(&self, _: &Progress<'_>, _: DateTime<Utc>) -> bool {
        // Only the roster knew who was there to sign.
        true
    }
}
