//! Whom a case knows, and whom its events name.

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

/// Whom a case knows: nobody is taken off by another name.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(in crate::case) struct Known {
    /// Everybody who was ever complained about, or found responsible.
    pub(in crate::case) complained_about: BTreeSet<ActorId>,
    /// Every actor who was ever said to be the complainant, or to represent them.
    pub(in crate::case) complainants: BTreeSet<ActorId>,
    /// Every key that the complainant ever had.
    pub(in crate::case) keys: Vec<ComplainantKey>,
    /// Who handled a case that goes on in this one.
    pub(in crate::case) handled_before: BTreeSet<ActorId>,
    /// Who made less of the complaint.
    pub(in crate::case) lowered: BTreeSet<ActorId>,
    /// Who did what.
    acts: BTreeSet<(&'static str, ActorId)>,
}

impl Known {
    /// Takes note of whom a complaint names.
    pub(in crate::case) fn name(&mut self, complaint: &Complaint) {
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
    pub(in crate::case) fn act(&mut self, event: &Event) {
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
    pub(in crate::case) fn complainants(&self) -> impl Iterator<Item = ActorId> + '_ {
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
