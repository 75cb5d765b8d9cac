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

    /// Records who did something, and whom an event names. A signature for somebody else counts as signed by both.
    pub(super) fn act(&mut self, event: &Event) {
        let action = event.what.action();
        let mut did = |action: Action, person: ActorId| self.acts.insert((action.as_str(), person));
        if let Some(action) = action {
            did(action, event.by);
        }
        if let What::SignatureGiven(given) | What::ApprovalOverridden(given) = &event.what {
            given.signature.people().for_each(|person| {
                did(Action::Sign, person);
            });
        }
        for named in named(&event.what) {
            match (named, action) {
                (Named::About(person), _) => self.complained_about.extend([person]),
                (Named::Complainant(person), _) => self.complainants.extend([person]),
                (Named::Key(key), _) => self.know([key]),
                (Named::HandledBefore(person), _) => self.handled_before.extend([person]),
                (Named::Behind(person), Some(action)) => self.acts.extend([(action.as_str(), person)]),
                (Named::Behind(_), None) => {}
            }
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

/// What an event says of somebody, whoever did it.
#[derive(Clone, Copy)]
enum Named {
    /// The complaint is about them, or they are responsible for it.
    About(ActorId),
    /// They complain, or represent whoever does.
    Complainant(ActorId),
    /// Whoever has this key complains.
    Key(ComplainantKey),
    /// They handled a case that continues in this one.
    HandledBefore(ActorId),
    /// They are behind a proposal of a system account.
    Behind(ActorId),
}

impl Named {
    /// What keeps them from signing; nothing for a key that can be no actor's id.
    fn excluded(self) -> Option<Excluded> {
        let (person, because) = match self {
            Self::About(person) => (person, Exclusion::ComplainedAbout),
            Self::Complainant(person) => (person, Exclusion::Complainant),
            Self::Key(key) => (actor_of(key)?, Exclusion::Complainant),
            Self::HandledBefore(person) => (person, Exclusion::Handler),
            Self::Behind(person) => (person, Exclusion::Proposer),
        };
        Some(Excluded { person, because })
    }
}

/// Whom an event names. The receipt is no event of a case that exists: [`Known::name`] reads it.
fn named(what: &What) -> Vec<Named> {
    let of_findings = |findings: &Findings| -> Vec<Named> {
        let staff = findings.staff.map(Named::About);
        let key = findings.complainant.map(Named::Key);
        let actors = findings.complainant_actors.iter().copied().map(Named::Complainant);
        staff.into_iter().chain(key).chain(actors).collect()
    };
    match what {
        What::Triaged(findings) | What::Reclassified(findings) => of_findings(findings),
        What::FoundCause(found) => {
            let responsible = found.responsible.iter().copied().map(Named::About);
            responsible.chain(of_findings(&found.findings)).collect()
        }
        What::Linked(linked) if brings_its_people(linked) => {
            let case = &linked.case;
            let about = case.complained_about.iter().copied().map(Named::About);
            let complainants = case.complainants.iter().copied().map(Named::Complainant);
            let keys = case.complainant_keys.iter().copied().map(Named::Key);
            let handled = case.handled_by.iter().copied().map(Named::HandledBefore);
            about.chain(complainants).chain(keys).chain(handled).collect()
        }
        What::Proposed(proposal) | What::Amended(proposal) => {
            proposal.person_behind.map(Named::Behind).into_iter().collect()
        }
        What::Received(_)
        | What::Linked(_)
        | What::Acknowledged
        | What::Registered
        | What::AnsweredAtOnce(_)
        | What::FoundNotEstablished(_)
        | What::Dispatched(_)
        | What::Redispatched(_)
        | What::Started(_)
        | What::AskedCustomer(_)
        | What::FoundCustomerCaused(_)
        | What::Submitted
        | What::SentBack(_)
        | What::Signed(_)
        | What::RefusedToSign(_)
        | What::Overrode(_)
        | What::WithdrewSignature(_)
        | What::TookBack(_)
        | What::Offered
        | What::Objected(_)
        | What::Lapsed
        | What::Consented
        | What::CarriedOut
        | What::Finished
        | What::Failed(_)
        | What::FollowedUp(_)
        | What::Dissatisfied(_)
        | What::Closed
        | What::ForceClosed
        | What::Withdrawn(_)
        | What::Merged(_)
        | What::OpenedProject
        | What::FinishedProject
        | What::Reopened(_)
        | What::Reviewed(_)
        | What::Promised(_)
        | What::Answered(_)
        | What::HeardCustomer(_)
        | What::NotifiedProgress(_)
        | What::Apologised(_)
        | What::Contained(_)
        | What::WaivedContainment(_)
        | What::HandledGoods(_)
        | What::Recalled(_)
        | What::TookAction(_)
        | What::RecordedDiscipline(_)
        | What::ProposedSanction(_)
        | What::DecidedSanction(_)
        | What::HeldBilling
        | What::ReleasedBilling
        | What::TookAccidentStep(_)
        | What::Thanked(_)
        | What::Corrected(_)
        | What::Happened(_)
        | What::Paused(_)
        | What::Resumed(_)
        | What::Extended(_)
        | What::Applied(_)
        | What::Relaxed(_)
        | What::Noted(_)
        | What::Delivered(_)
        | What::MovedPolicy(_)
        | What::Assessed(_)
        | What::ApprovalOpened(_)
        | What::SignatureGiven(_)
        | What::ApprovalOverridden(_)
        | What::SignatureRefused(_)
        | What::SignatureWithdrawn(_)
        | What::SignatureReturned(_)
        | What::SignaturesVoided(_)
        | What::ApprovalRaised(_)
        | What::ApprovalEnded(_)
        | What::Moved(_) => Vec::new(),
    }
}

/// Whom an event keeps from signing, by naming them.
fn kept_from_signing(what: &What) -> impl Iterator<Item = Excluded> {
    named(what).into_iter().filter_map(Named::excluded)
}

/// Whether whom another case concerns is concerned here too: it is the same complaint, or goes on here.
const fn brings_its_people(linked: &Linked) -> bool {
    matches!(linked.relation, Relation::Absorbed | Relation::Duplicate)
}

impl Case {
    /// The refusals that still count when the same content is submitted again: a signer who refused it has refused it.
    ///
    /// Applications without content of their own (such as a recall) start anew once they were refused: nothing about them
    /// could be changed first.
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
        // Whoever acted as the second person must not handle the case afterwards.
        if HANDLING.contains(&action) {
            // Not every reclassification makes less of it, and a triage may.
            let second = |&&lowers: &&Action| {
                if lowers == Action::Reclassify {
                    known.lowered.contains(&actor)
                } else {
                    known.did(actor, lowers)
                }
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
        if let (Some(action), true) = (what.action(), kept_from_signing(what).any(|named| oneself(&named))) {
            return Err(Refusal::Concerned { actor: self.actor, action });
        }
        let (mut about, mut complainants) = (0, 0);
        for concerned in kept_from_signing(what) {
            let person = concerned.person;
            match concerned.because {
                Exclusion::ComplainedAbout => about += usize::from(!known.complained_about.contains(&person)),
                Exclusion::Complainant => complainants += usize::from(!known.is_complainant(person)),
                Exclusion::Proposer | Exclusion::Handler | Exclusion::Parted => {}
            }
        }
        check_most("people complained about", known.complained_about.len() + about, MAX_RECORDS)?;
        check_most("complainants", known.complainants().count() + complainants, MAX_RECORDS)
    }

    /// People who may have signed an approval and must not sign it now, because they were named since: in recorded events
    /// or in those about to be recorded.
    pub(super) fn named_since(&self, approval: &Approval, draft: &Draft) -> Vec<Excluded> {
        let mut since = self.excluded_from(&approval.matter);
        let handled_before = &self.case.known.handled_before;
        since.retain(|excluded| {
            excluded.because.bars_preparing() || handled_before.contains(&excluded.person)
        });
        let named = draft.whats().iter().flat_map(kept_from_signing);
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

/// Who must not sign an approval of a matter (or override it, by `action`), and why: people excluded from the case, the
/// person a sanction is about, and people who did something that the policy parts from signing.
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
