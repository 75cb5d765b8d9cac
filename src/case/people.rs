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
use crate::case::decide::storable::check_most;
use crate::case::decide::{Desk, Draft};
use crate::case::records::Linked;
use crate::case::state::MAX_RECORDS;
use crate::case::{Approval, ApprovalState, Case, Event, Findings, Matter, Proposal, Refusal, What};
use crate::policy::People;
use crate::triage::Complaint;
use crate::vocab::{Action, ActorId, ComplainantKey, Exclusion, Relation};

/// What makes less of a complaint, for which a policy can ask a second person.
const LOWERING: [Action; 3] = [Action::Relax, Action::Reclassify, Action::MovePolicy];

/// What somebody does who handles a complaint.
const HANDLING: [Action; 5] =
    [Action::Propose, Action::Amend, Action::Submit, Action::CarryOut, Action::Finish];

/// Whom a case knows: nobody is taken off by another name.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct Known {
    /// Everybody who was ever complained about, or found responsible.
    pub(super) complained_about: BTreeSet<ActorId>,
    /// Every actor who was ever said to be the complainant, or to represent them.
    pub(super) complainants: BTreeSet<ActorId>,
    /// Every key that the complainant ever had.
    pub(super) keys: Vec<ComplainantKey>,
    /// Who handled a case that goes on in this one.
    pub(super) handled_before: BTreeSet<ActorId>,
    /// Who made less of the complaint.
    pub(super) lowered: BTreeSet<ActorId>,
    /// Who did what.
    acts: BTreeSet<(&'static str, ActorId)>,
}

impl Known {
    /// Takes note of whom a complaint names.
    pub(super) fn name(&mut self, complaint: &Complaint) {
        self.complained_about.extend(complaint.staff());
        self.complainants.extend(complaint.complainant_actors());
        self.know(complaint.complainant());
    }

    fn know(&mut self, keys: impl IntoIterator<Item = ComplainantKey>) {
        for key in keys {
            if !self.keys.contains(&key) {
                self.keys.push(key);
            }
        }
    }

    /// Takes note of who did something, and of whom it names; whoever signs for somebody else does it for both.
    pub(super) fn act(&mut self, event: &Event) {
        match &event.what {
            What::FoundCause(found) => self.complained_about.extend(&found.responsible),
            What::Linked(linked) if brings_its_people(linked) => {
                self.complained_about.extend(&linked.case.complained_about);
                self.complainants.extend(&linked.case.complainants);
                self.handled_before.extend(&linked.case.handled_by);
                self.know(linked.case.complainant_keys.iter().copied());
            }
            _ => {}
        }
        if let Some(action) = event.what.action() {
            self.acts.insert((action.as_str(), event.by));
        }
        match &event.what {
            What::SignatureGiven(given) | What::ApprovalOverridden(given) => {
                self.acts.extend(given.signature.people().map(|person| (Action::Sign.as_str(), person)));
            }
            What::Proposed(proposal) | What::Amended(proposal) => {
                let behind = proposal.person_behind.zip(event.what.action());
                self.acts.extend(behind.map(|(person, action)| (action.as_str(), person)));
            }
            _ => {}
        }
    }

    /// Whether somebody is the complainant, by what the host says or by the same key.
    fn is_complainant(&self, actor: ActorId) -> bool {
        self.complainants().any(|complainant| complainant == actor)
    }

    /// Every actor who is the complainant: by what the host says, or by the same key.
    pub(super) fn complainants(&self) -> impl Iterator<Item = ActorId> + '_ {
        self.complainants.iter().copied().chain(self.keys.iter().copied().filter_map(actor_of))
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
}

/// The actor whose id is the complainant's key, which is compared as ids are. A key that can be nobody's id is nobody's.
fn actor_of(key: ComplainantKey) -> Option<ActorId> {
    key.as_str().parse().ok()
}

/// Whom an event makes somebody who signs nothing in the case: by name, and not by what they do.
fn named(what: &What) -> Vec<Excluded> {
    let mark = |because| move |person| Excluded { person, because };
    let about = mark(Exclusion::ComplainedAbout);
    let complainant = mark(Exclusion::Complainant);
    let of_findings = |findings: &Findings| -> Vec<Excluded> {
        let actors = findings.complainant_actors.iter().copied();
        let actors = actors.chain(findings.complainant.and_then(actor_of)).map(complainant);
        findings.staff.map(about).into_iter().chain(actors).collect()
    };
    match what {
        What::Triaged(findings) | What::Reclassified(findings) => of_findings(findings),
        What::FoundCause(found) => {
            let responsible = found.responsible.iter().copied().map(about);
            responsible.chain(of_findings(&found.findings)).collect()
        }
        What::Linked(linked) if brings_its_people(linked) => {
            let keys = linked.case.complainant_keys.iter().copied().filter_map(actor_of);
            let complainants = linked.case.complainants.iter().copied().chain(keys).map(complainant);
            let handled = linked.case.handled_by.iter().copied().map(mark(Exclusion::Handler));
            let about = linked.case.complained_about.iter().copied().map(about);
            about.chain(complainants).chain(handled).collect()
        }
        What::Proposed(proposal) | What::Amended(proposal) => {
            proposal.person_behind.map(mark(Exclusion::Proposer)).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

/// Whether whom another case concerns is concerned here too: it is the same complaint, or goes on here.
const fn brings_its_people(linked: &Linked) -> bool {
    matches!(linked.relation, Relation::Absorbed | Relation::Duplicate)
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
            if people.is_for_complainant_alone(action) {
                if !known.is_complainant(actor) {
                    return Err(Refusal::ComplainantAlone { actor, action });
                }
                // Whoever handled it before they were said to be the complainant is not the one who was meant.
                let handled = |known: &Excluded| known.person == actor && !known.because.bars_preparing();
                if self.case.excluded().iter().any(handled) {
                    return Err(Refusal::HandledIt { actor });
                }
            }
            if let Some(did) = people.parted_from(action).find(|&parted| known.did(actor, parted)) {
                return Err(Refusal::Parted { actor, action, did });
            }
        }
        // A second person stays one: whoever made less of it does not handle it afterwards.
        if HANDLING.contains(&action) {
            let second = |&&lowers: &&Action| match lowers {
                Action::Reclassify => known.lowered.contains(&actor),
                _ => known.did(actor, lowers),
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
    pub(super) fn check_lowered(&self, findings: &Findings) -> Result<(), Refusal> {
        if findings.lowers(&self.case.complaint)
            && self.policy.people().needs_second_person(Action::Reclassify)
        {
            self.check_second_person()?;
        }
        Ok(())
    }

    /// Refuses a proposal of somebody who may not propose, through a system account.
    pub(super) fn check_person_behind(&self, proposal: &Proposal, action: Action) -> Result<(), Refusal> {
        let Some(actor) = proposal.person_behind else { return Ok(()) };
        let (known, people) = (&self.case.known, self.policy.people());
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
    pub(super) fn check_named(&self, what: &What) -> Result<(), Refusal> {
        let known = &self.case.known;
        let oneself =
            |named: &Excluded| named.person == self.actor && named.because == Exclusion::Complainant;
        if let (Some(action), true) = (what.action(), named(what).iter().any(oneself)) {
            return Err(Refusal::Concerned { actor: self.actor, action });
        }
        let (mut about, mut complainants) = (0, 0);
        for concerned in named(what) {
            match concerned.because {
                Exclusion::ComplainedAbout if !known.complained_about.contains(&concerned.person) => {
                    about += 1;
                }
                Exclusion::Complainant if !known.complainants.contains(&concerned.person) => {
                    complainants += 1;
                }
                _ => {}
            }
        }
        check_most("people complained about", known.complained_about.len() + about, MAX_RECORDS)?;
        check_most("complainants", known.complainants().count() + complainants, MAX_RECORDS)
    }

    /// Who is known not to sign an approval that they may have signed: whoever was named since, by what is recorded or
    /// about to be.
    pub(super) fn named_since(&self, approval: &Approval, draft: &Draft) -> Vec<Excluded> {
        let mut since = self.excluded_from(&approval.matter);
        let handled_before = &self.case.known.handled_before;
        since.retain(|excluded| {
            excluded.because.bars_preparing() || handled_before.contains(&excluded.person)
        });
        let named = draft.whats().iter().flat_map(named);
        since.extend(named.filter(|named| !self.policy.people().lets(named.because, Action::Sign)));
        since
    }

    /// Whether what is about to be recorded names somebody who has signed what is not used yet.
    pub(super) fn names_a_signer(&self, draft: &Draft) -> bool {
        let live =
            |approval: &&Approval| matches!(approval.state, ApprovalState::Open | ApprovalState::Approved);
        self.case.approvals.iter().filter(live).any(|approval| {
            let named = self.named_since(approval, draft);
            named.iter().any(|named| approval.is_by(named.person))
        })
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
        excluded_from(self.case, self.policy.people(), matter, Action::Sign)
    }

    /// Who may not approve a matter alone in an emergency, and why: to be let sign is not to be let override.
    pub(super) fn excluded_from_overriding(&self, matter: &Matter) -> Vec<Excluded> {
        excluded_from(self.case, self.policy.people(), matter, Action::Override)
    }
}

/// Who may not sign an approval of a matter, and why: whoever may sign nothing, who is to be held to account, and who did
/// what the policy parts from signing. Whoever overrides signs in place of everybody.
pub(super) fn excluded_from(case: &Case, people: &People, matter: &Matter, action: Action) -> Vec<Excluded> {
    let mut excluded = case.excluded();
    excluded.retain(|excluded| !people.lets(excluded.because, action));
    if let Matter::Sanction(sanction) = matter {
        excluded.push(Excluded { person: sanction.person, because: Exclusion::ComplainedAbout });
    }
    let of_action = people.parted_from(action).filter(|_| action != Action::Sign);
    let parted = people.parted_from(Action::Sign).chain(of_action);
    let parted = parted.flat_map(|parted| case.known.who_did(parted));
    excluded.extend(parted.map(|person| Excluded { person, because: Exclusion::Parted }));
    excluded
}
