//! Rules about people: what their part in a case keeps them from.
//!
//! # The rules
//!
//! The problem: a person must not handle a complaint about themselves, approve their own proposal, or hold two duties
//! that the policy separates. This must hold whatever roles they have, and whatever name the host uses for them.
//!
//! There are four kinds of rules.
//!
//! 1. **Concerned people.** The person complained about and the complainant handle nothing, end nothing and sign
//!    nothing. Exceptions: what is theirs by nature, such as a withdrawal by the complainant, and what the policy
//!    permits by name.
//! 2. **Separated actions.** The policy can separate two actions. A person who has done one of them cannot do the
//!    other.
//! 3. **Second person.** Some actions make less of a complaint: they relax it, lower a count, or move it to a milder
// !    policy. The policy can ask a second person for them. That person must have no part in the case, and must not
// handle
//!    it afterwards.
//! 4. **The complainant alone.** The policy can keep an action to the complainant. An actor who handled the case before
//!    they were named as the complainant is not meant.
//!
//! Signing has its own list of excluded people ([`Desk::excluded_from`]), because a signer needs to know at which step
//! and for which reason they are excluded. [`Office::possible_signers`](crate::case::Office::possible_signers) uses the
//! same list.
//!
//! At the edges:
//! - Naming somebody frees nobody. Whoever was once named stays excluded, even after a correction.
//! - A complainant is recognised by the actor that the host names, and by a complainant key that equals an actor's id.
//! - Somebody who is named after they signed makes their signature void, if the approval is not used yet
//!   ([`Desk::named_since`]).
//! - A system account that proposes for a person does not hide that person: `person_behind` counts as the proposer.
//!
//! Cost: a few look-ups in ordered sets for each action.

use alloc::vec::Vec;

use crate::approval::signing::ExcludedPerson;
use crate::case::approval::{Approval, ApprovalSubject};
use crate::case::command::{Findings, Proposal};
use crate::case::decide::authority::Authority;
use crate::case::decide::desk::{Desk, Draft};
use crate::case::decide::storable::check_most;
use crate::case::deed::EventKind;
use crate::case::payload::MAX_RECORDS;
use crate::case::refusal::Refusal;
use crate::case::state::Case;
use crate::case::state::parts::kept_from_signing;
use crate::policy::people::PeopleRules;
use crate::vocab::Action;
use crate::vocab::course::Exclusion;

/// The actions that make less of a complaint. A policy can ask a second person for them.
const LOWERING: [Action; 3] = [Action::Relax, Action::Reclassify, Action::MovePolicy];

/// The actions by which a person handles a complaint.
const HANDLING: [Action; 5] =
    [Action::Propose, Action::Amend, Action::Submit, Action::CarryOut, Action::Finish];

impl<A: Authority> Desk<'_, A> {
    /// Refuses an action from which a person is kept by their part in the case, whatever their roles.
    pub(in crate::case) fn check_person(&self, action: Action) -> Result<(), Refusal> {
        let (actor, known, people) = (self.actor, self.case.people(), self.policy.people());
        // The signing rules are checked for each step, and give their own reasons.
        if !matches!(
            action,
            Action::Sign
                | Action::RefuseToSign
                | Action::WithdrawSignature
                | Action::SendBack
                | Action::Override
        ) {
            let mut concerns = known.concerns(actor);
            if let Some(because) = concerns.find(|&concern| !people.lets(concern, action)) {
                return Err(Refusal::NotTheirs { actor, action, because });
            }
            if people.is_for_complainant_alone(action) {
                if !known.is_complainant(actor) {
                    return Err(Refusal::ComplainantAlone { actor, action });
                }
                // A handler who was named as the complainant later is not the one whom the rule means.
                let handled =
                    |known: &ExcludedPerson| known.person == actor && !known.because.bars_preparing();
                if self.case.excluded().iter().any(handled) {
                    return Err(Refusal::HandledIt { actor });
                }
            }
            if let Some(did) = people.parted_from(action).find(|&parted| known.did(actor, parted)) {
                return Err(Refusal::Parted { actor, action, did });
            }
        }
        // The second person must not handle the case afterwards.
        if HANDLING.contains(&action) {
            // Not every reclassification makes less of the complaint, and a triage can.
            let second = |&&lowers: &&Action| {
                if lowers == Action::Reclassify { known.has_lowered(actor) } else { known.did(actor, lowers) }
            };
            let mut lowers = LOWERING.iter().filter(|lowers| people.needs_second_person(**lowers));
            if let Some(&did) = lowers.find(second) {
                return Err(Refusal::Parted { actor, action, did });
            }
        }
        // For a reclassification, its content decides.
        if action != Action::Reclassify && people.needs_second_person(action) {
            self.check_second_person()?;
        }
        Ok(())
    }

    /// Refuses a finding that makes less of a complaint, if the policy asks for a second person and the actor is not
    /// one.
    pub(in crate::case) fn check_lowered(&self, findings: &Findings) -> Result<(), Refusal> {
        if findings.lowers(self.case.complaint())
            && self.policy.people().needs_second_person(Action::Reclassify)
        {
            self.check_second_person()?;
        }
        Ok(())
    }

    /// Refuses a proposal through a system account, if the person behind it may not propose.
    pub(in crate::case) fn check_person_behind(
        &self,
        proposal: &Proposal,
        action: Action,
    ) -> Result<(), Refusal> {
        let Some(actor) = proposal.person_behind else { return Ok(()) };
        let (known, people) = (self.case.people(), self.policy.people());
        let mut concerns = known.concerns(actor);
        if let Some(because) = concerns.find(|&concern| !people.lets(concern, action)) {
            return Err(Refusal::NotTheirs { actor, action, because });
        }
        match people.parted_from(action).find(|&parted| known.did(actor, parted)) {
            Some(did) => Err(Refusal::Parted { actor, action, did }),
            None => Ok(()),
        }
    }

    /// Refuses to name more people than a case can keep. Also refuses to name oneself as the complainant, because the
    /// complainant does not classify their own complaint.
    pub(in crate::case) fn check_named(&self, what: &EventKind) -> Result<(), Refusal> {
        let known = self.case.people();
        let known_about = known.complained_about();
        let oneself =
            |named: &ExcludedPerson| named.person == self.actor && named.because == Exclusion::Complainant;
        if let (Some(action), true) = (what.action(), kept_from_signing(what).any(|named| oneself(&named))) {
            return Err(Refusal::Concerned { actor: self.actor, action });
        }
        let (mut about, mut complainants) = (0, 0);
        for concerned in kept_from_signing(what) {
            let person = concerned.person;
            match concerned.because {
                Exclusion::ComplainedAbout => about += usize::from(!known_about.contains(&person)),
                Exclusion::Complainant => complainants += usize::from(!known.is_complainant(person)),
                Exclusion::Proposer | Exclusion::Handler | Exclusion::Parted => {}
            }
        }
        check_most("people complained about", known_about.len() + about, MAX_RECORDS)?;
        check_most("complainants", known.complainants().count() + complainants, MAX_RECORDS)
    }

    /// Returns the people who could sign an approval when it began and must not sign it now, because events have named
    /// them since, or the draft does.
    pub(in crate::case) fn named_since(&self, approval: &Approval, draft: &Draft) -> Vec<ExcludedPerson> {
        let mut since = self.excluded_from(&approval.matter);
        let handled_before = self.case.people().handled_before();
        since.retain(|excluded| {
            excluded.because.bars_preparing() || handled_before.contains(&excluded.person)
        });
        let named = draft.whats().flat_map(kept_from_signing);
        since.extend(named.filter(|named| !self.policy.people().lets(named.because, Action::Sign)));
        since
    }

    /// Returns `true` if the draft names somebody who has signed an approval that is not used yet.
    pub(in crate::case) fn names_a_signer(&self, draft: &Draft) -> bool {
        self.case.live_approvals().any(|approval| {
            let named = self.named_since(approval, draft);
            named.iter().any(|named| approval.is_by(named.person))
        })
    }

    fn check_second_person(&self) -> Result<(), Refusal> {
        let is_actor = |excluded: &ExcludedPerson| excluded.person == self.actor;
        if self.case.excluded().iter().any(is_actor) {
            return Err(Refusal::HandledIt { actor: self.actor });
        }
        Ok(())
    }

    /// Returns the people who may not sign an approval of a matter, with the reasons.
    pub(in crate::case) fn excluded_from(&self, matter: &ApprovalSubject) -> Vec<ExcludedPerson> {
        excluded_from(self.case, self.policy.people(), matter, Action::Sign)
    }

    /// Returns the people who may not override an approval of a matter. A permission to sign is no permission to
    /// override.
    pub(in crate::case) fn excluded_from_overriding(&self, matter: &ApprovalSubject) -> Vec<ExcludedPerson> {
        excluded_from(self.case, self.policy.people(), matter, Action::Override)
    }
}

/// Returns the people who must not sign an approval of a matter, or override it (`action`), with the reasons: people
/// who are excluded from the case, the person a sanction is about, and people who did something that the policy
/// separates from signing.
pub(in crate::case) fn excluded_from(
    case: &Case,
    people: &PeopleRules,
    matter: &ApprovalSubject,
    action: Action,
) -> Vec<ExcludedPerson> {
    let mut excluded = case.excluded();
    excluded.retain(|excluded| !people.lets(excluded.because, action));
    if let ApprovalSubject::Sanction(sanction) = matter {
        excluded.push(ExcludedPerson { person: sanction.person, because: Exclusion::ComplainedAbout });
    }
    let of_action = people.parted_from(action).filter(|_| action != Action::Sign);
    let parted = people.parted_from(Action::Sign).chain(of_action);
    let parted = parted.flat_map(|parted| case.people().who_did(parted));
    excluded.extend(parted.map(|person| ExcludedPerson { person, because: Exclusion::Parted }));
    excluded
}
