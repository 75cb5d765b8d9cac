//! By what authority somebody acts: by the roster of today, or by what an event says that it relied on.

use alloc::string::String;

use chrono::{DateTime, Utc};

use crate::approval::{Progress, Roster, Signature, SigningRefusal, StuckApproval};
use crate::case::deed::{EventKind, deed};
use crate::case::event::Event;
use crate::vocab::course::ApprovalAct;
use crate::vocab::{ActorId, Role};

/// Who may do what.
pub(in crate::case) trait Authority {
    /// The role among those asked for that somebody holds.
    fn role_among(&self, actor: ActorId, roles: &[Role], at: DateTime<Utc>) -> Option<Role>;

    /// The signature that somebody may give, with the revision of the roster that was asked.
    fn sign(
        &self,
        progress: &Progress<'_>,
        actor: ActorId,
        at: DateTime<Utc>,
    ) -> Result<(Signature, String), SigningRefusal>;

    /// The refusal that somebody may give.
    fn refuse(
        &self,
        progress: &Progress<'_>,
        actor: ActorId,
        at: DateTime<Utc>,
    ) -> Result<(Signature, String), SigningRefusal>;

    /// Whether the open step can still be completed.
    fn is_reachable(&self, progress: &Progress<'_>, at: DateTime<Utc>) -> bool;

    /// Whether the whole chain can be completed.
    fn can_pass(&self, progress: &Progress<'_>, at: DateTime<Utc>) -> Result<(), StuckApproval>;

    /// Whether an approval that was begun can be completed no more.
    fn is_stuck(&self, progress: &Progress<'_>, at: DateTime<Utc>) -> bool;
}

impl Authority for Roster {
    fn role_among(&self, actor: ActorId, roles: &[Role], at: DateTime<Utc>) -> Option<Role> {
        roles.iter().copied().find(|&role| self.holds(actor, role, at))
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

/// What stored events say that their command relied on. It is believed as far as the case itself does not say
/// otherwise: who is excluded, what is signed, and what an amount is, a case knows without a roster.
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
            // What was asked for: by what authority it was done is in what followed.
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
        // Of slots that are alike the first is filled first.
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
    fn role_among(&self, _: ActorId, roles: &[Role], _: DateTime<Utc>) -> Option<Role> {
        self.events.first().and_then(|event| event.role).filter(|role| roles.contains(role))
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
        // Whether it could was a matter of the roster; the end of the approval says that it could not.
        !self.events.iter().any(|event| matches!(&event.what, EventKind::ApprovalEnded(_)))
    }

    fn can_pass(&self, _: &Progress<'_>, _: DateTime<Utc>) -> Result<(), StuckApproval> {
        Ok(())
    }

    fn is_stuck(&self, _: &Progress<'_>, _: DateTime<Utc>) -> bool {
        // Who was there to sign was a matter of the roster.
        true
    }
}
