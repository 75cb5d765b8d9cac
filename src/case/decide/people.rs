//! Who somebody is to a complaint, and what that keeps them from.
//!
//! The person complained about and the complainant handle nothing, end nothing and sign nothing, but for what is theirs
//! or what the policy lets them by name. What two actions a policy parts, nobody does both of. An act that takes a
//! second person is done by nobody who has proposed, prepared or carried out anything in the case.
//!
//! Signing has rules of its own, by which an approval knows who is excluded: see [`Desk::excluded_from`]. They are the
//! same that [`Office::possible_signers`](crate::case::Office::possible_signers) reckons with.

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

/// What makes less of a complaint, for which a policy can ask a second person.
const LOWERING: [Action; 3] = [Action::Relax, Action::Reclassify, Action::MovePolicy];

/// What somebody does who handles a complaint.
const HANDLING: [Action; 5] =
    [Action::Propose, Action::Amend, Action::Submit, Action::CarryOut, Action::Finish];

impl<A: Authority> Desk<'_, A> {
    /// Refuses what somebody may not do for who they are to this complaint, whatever their roles.
    pub(in crate::case) fn check_person(&self, action: Action) -> Result<(), Refusal> {
        let (actor, known, people) = (self.actor, self.case.people(), self.policy.people());
        // The signing rules say why somebody does not sign, of each step.
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
                // Whoever handled it before they were said to be the complainant is not the one who was meant.
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
        // Whoever acted as the second person must not handle the case afterwards.
        if HANDLING.contains(&action) {
            // Not every reclassification makes less of it, and a triage may.
            let second = |&&lowers: &&Action| {
                if lowers == Action::Reclassify { known.has_lowered(actor) } else { known.did(actor, lowers) }
            };
            let mut lowers = LOWERING.iter().filter(|lowers| people.needs_second_person(**lowers));
            if let Some(&did) = lowers.find(second) {
                return Err(Refusal::Parted { actor, action, did });
            }
        }
        // Of a reclassification what it carries decides.
        if action != Action::Reclassify && people.needs_second_person(action) {
            self.check_second_person()?;
        }
        Ok(())
    }

    /// Refuses a finding that makes less of a complaint, by somebody who is no second person where one is asked for.
    pub(in crate::case) fn check_lowered(&self, findings: &Findings) -> Result<(), Refusal> {
        if findings.lowers(self.case.complaint())
            && self.policy.people().needs_second_person(Action::Reclassify)
        {
            self.check_second_person()?;
        }
        Ok(())
    }

    /// Refuses a proposal of somebody who may not propose, through a system account.
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

    /// Refuses to name more people than a case keeps, and oneself as the complainant, who classifies nothing.
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

    /// People who may have signed an approval and must not sign it now, because they were named since: in recorded events
    /// or in those about to be recorded.
    pub(in crate::case) fn named_since(&self, approval: &Approval, draft: &Draft) -> Vec<ExcludedPerson> {
        let mut since = self.excluded_from(&approval.matter);
        let handled_before = self.case.people().handled_before();
        since.retain(|excluded| {
            excluded.because.bars_preparing() || handled_before.contains(&excluded.person)
        });
        let named = draft.whats().iter().flat_map(kept_from_signing);
        since.extend(named.filter(|named| !self.policy.people().lets(named.because, Action::Sign)));
        since
    }

    /// Whether what is about to be recorded names somebody who has signed what is not used yet.
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

    /// Who may not sign an approval of a matter, and why.
    pub(in crate::case) fn excluded_from(&self, matter: &ApprovalSubject) -> Vec<ExcludedPerson> {
        excluded_from(self.case, self.policy.people(), matter, Action::Sign)
    }

    /// Who may not approve a matter alone in an emergency, and why: to be let sign is not to be let override.
    pub(in crate::case) fn excluded_from_overriding(&self, matter: &ApprovalSubject) -> Vec<ExcludedPerson> {
        excluded_from(self.case, self.policy.people(), matter, Action::Override)
    }
}

/// Who must not sign an approval of a matter (or override it, by `action`), and why: people excluded from the case, the
/// person a sanction is about, and people who did something that the policy parts from signing.
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
