//! Who somebody is to a complaint, and what that keeps them from.
//!
//! The person complained about and the complainant handle nothing, end nothing and sign nothing, but for what is theirs or
//! what the policy lets them by name. What two actions a policy parts, nobody does both of. An act that takes a second
//! person is done by nobody who has proposed, prepared or carried out anything in the case.
//!
//! Signing has rules of its own, by which an approval knows who is excluded: see [`Desk::excluded_from`]. They are the
//! same that [`can_pass`](crate::case::can_pass) reckons with.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use crate::approval::{Excluded, Signature};
use crate::case::authority::Authority;
use crate::case::decide::Desk;
use crate::case::{Approval, ApprovalState, Case, Event, Findings, Matter, Refusal, What};
use crate::triage::Complaint;
use crate::vocab::{Action, ActorId, ComplainantKey, Exclusion};

/// Whom a case knows: nobody is taken off by another name.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct Known {
    /// Everybody who was ever complained about.
    pub(super) complained_about: BTreeSet<ActorId>,
    /// Every actor who was ever said to be the complainant, or to represent them.
    complainants: BTreeSet<ActorId>,
    /// Every key that the complainant ever had.
    keys: Vec<ComplainantKey>,
    /// Who did what.
    acts: BTreeSet<(&'static str, ActorId)>,
}

impl Known {
    /// Takes note of whom a complaint names.
    pub(super) fn name(&mut self, complaint: &Complaint) {
        self.complained_about.extend(complaint.staff());
        self.complainants.extend(complaint.complainant_actors());
        let key = complaint.complainant().filter(|key| !self.keys.contains(key));
        self.keys.extend(key);
    }

    /// Takes note of who did something; whoever signs for somebody else does it for both.
    pub(super) fn act(&mut self, event: &Event) {
        if let Some(action) = event.what.action() {
            self.acts.insert((action.as_str(), event.by));
        }
        if let What::SignatureGiven(given) = &event.what {
            self.acts.extend(given.signature.people().map(|person| (Action::Sign.as_str(), person)));
        }
    }

    /// Whether somebody is the complainant, by what the host says or by the same key.
    fn is_complainant(&self, actor: ActorId) -> bool {
        self.complainants.contains(&actor)
            || self.keys.iter().any(|key| key.as_str().eq_ignore_ascii_case(actor.as_str()))
    }

    fn concerns(&self, actor: ActorId) -> impl Iterator<Item = Exclusion> {
        let about = self.complained_about.contains(&actor).then_some(Exclusion::ComplainedAbout);
        about.into_iter().chain(self.is_complainant(actor).then_some(Exclusion::Complainant))
    }

    fn did(&self, actor: ActorId, action: Action) -> bool {
        self.acts.contains(&(action.as_str(), actor))
    }

    fn who_did(&self, action: Action) -> impl Iterator<Item = ActorId> + '_ {
        self.acts.iter().filter(move |(done, _)| *done == action.as_str()).map(|(_, actor)| *actor)
    }

    /// Every actor who is the complainant, as far as that is known without asking about somebody.
    pub(super) fn complainants(&self) -> impl Iterator<Item = ActorId> + '_ {
        let same_key = |key: &ComplainantKey| key.as_str().parse().ok();
        self.complainants.iter().copied().chain(self.keys.iter().filter_map(same_key))
    }
}

impl Case {
    /// The refusals that stand against something which is put before those who decide again, and is the same: whoever said
    /// no to it has said no. What was applied for, refused by all and is applied for anew is another application, for it
    /// has no content that could change.
    pub(super) fn refusals_of(&self, matter: &Matter) -> Vec<Signature> {
        let last = self.approvals.iter().rev().find(|approval| approval.matter.is_same(matter));
        let stands = |approval: &&Approval| match approval.state {
            ApprovalState::TakenBack | ApprovalState::Void => true,
            ApprovalState::Refused => matches!(matter, Matter::Remedy(_)),
            ApprovalState::Open | ApprovalState::Approved | ApprovalState::Used | ApprovalState::Returned => {
                false
            }
        };
        last.filter(stands).map_or(Vec::new(), |approval| approval.refused.clone())
    }
}

impl<A: Authority> Desk<'_, A> {
    /// Refuses what somebody may not do for who they are to this complaint, whatever their roles.
    pub(super) fn check_person(&self, action: Action) -> Result<(), Refusal> {
        let (actor, known, people) = (self.actor, &self.case.known, self.policy.people());
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
            if people.is_for_complainant_alone(action) && !known.is_complainant(actor) {
                return Err(Refusal::ComplainantAlone { actor, action });
            }
            if let Some(did) = people.parted_from(action).find(|&parted| known.did(actor, parted)) {
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
    pub(super) fn check_lowered(&self, findings: &Findings) -> Result<(), Refusal> {
        let lowers = findings.facts.iter().any(|(&fact, &count)| count < self.case.complaint.count(fact));
        if lowers && self.policy.people().needs_second_person(Action::Reclassify) {
            self.check_second_person()?;
        }
        Ok(())
    }

    fn check_second_person(&self) -> Result<(), Refusal> {
        let is_actor = |excluded: &Excluded| excluded.person == self.actor;
        if self.case.excluded().iter().any(is_actor) {
            return Err(Refusal::HandledIt { actor: self.actor });
        }
        Ok(())
    }

    /// Who may not sign an approval of a matter, and why.
    pub(super) fn excluded_from(&self, matter: &Matter) -> Vec<Excluded> {
        excluded_from(self.case, self.policy.people(), matter)
    }
}

/// Who may not sign an approval of a matter, and why: whoever may sign nothing, who is to be held to account, and who did
/// what the policy parts from signing.
pub(super) fn excluded_from(case: &Case, people: &crate::policy::People, matter: &Matter) -> Vec<Excluded> {
    let mut excluded = case.excluded();
    excluded.retain(|excluded| !people.lets(excluded.because, Action::Sign));
    if let Matter::Sanction(sanction) = matter {
        excluded.push(Excluded { person: sanction.person, because: Exclusion::ComplainedAbout });
    }
    let parted = people.parted_from(Action::Sign).flat_map(|action| case.known.who_did(action));
    excluded.extend(parted.map(|person| Excluded { person, because: Exclusion::Parted }));
    excluded
}
