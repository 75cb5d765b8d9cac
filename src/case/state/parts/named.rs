//! The people whom an event names.

use alloc::vec::Vec;

use crate::approval::signing::ExcludedPerson;
use crate::case::command::{CaseLink, Findings};
use crate::case::deed::EventKind;
use crate::vocab::course::{Exclusion, Relation};
use crate::vocab::{ActorId, ComplainantKey};

/// Returns the actor whose id equals the key of the complainant. `None` if the key is not a valid id.
pub(super) fn actor_of(key: ComplainantKey) -> Option<ActorId> {
    key.as_str().parse().ok()
}

/// What an event says about a person who is named in it.
#[derive(Clone, Copy)]
pub(super) enum Named {
    /// The complaint is about them, or they are responsible for it.
    About(ActorId),
    /// They are the complainant, or represent them.
    Complainant(ActorId),
    /// The person with this key is the complainant.
    Key(ComplainantKey),
    /// They handled a case that was merged into this one.
    HandledBefore(ActorId),
    /// They are behind a proposal of a system account.
    Behind(ActorId),
}

impl Named {
    /// Returns the exclusion from signing that follows. `None` for a key that is not the id of an actor.
    fn excluded(self) -> Option<ExcludedPerson> {
        let (person, because) = match self {
            Self::About(person) => (person, Exclusion::ComplainedAbout),
            Self::Complainant(person) => (person, Exclusion::Complainant),
            Self::Key(key) => (actor_of(key)?, Exclusion::Complainant),
            Self::HandledBefore(person) => (person, Exclusion::Handler),
            Self::Behind(person) => (person, Exclusion::Proposer),
        };
        Some(ExcludedPerson { person, because })
    }
}

/// Returns the people whom an event names. `People::at_receipt` reads those in the receipt.
pub(super) fn named(what: &EventKind) -> Vec<Named> {
    let of_findings = |findings: &Findings| -> Vec<Named> {
        let staff = findings.staff.map(Named::About);
        let key = findings.complainant.map(Named::Key);
        let actors = findings.complainant_actors.iter().copied().map(Named::Complainant);
        staff.into_iter().chain(key).chain(actors).collect()
    };
    match what {
        EventKind::Triaged(findings) | EventKind::Reclassified(findings) => of_findings(findings),
        EventKind::FoundCause(found) => {
            let responsible = found.responsible.iter().copied().map(Named::About);
            responsible.chain(of_findings(&found.findings)).collect()
        }
        EventKind::Linked(linked) if brings_its_people(linked) => {
            let case = &linked.case;
            let about = case.complained_about.iter().copied().map(Named::About);
            let complainants = case.complainants.iter().copied().map(Named::Complainant);
            let keys = case.complainant_keys.iter().copied().map(Named::Key);
            let handled = case.handled_by.iter().copied().map(Named::HandledBefore);
            about.chain(complainants).chain(keys).chain(handled).collect()
        }
        EventKind::Proposed(proposal) | EventKind::Amended(proposal) => {
            proposal.person_behind.map(Named::Behind).into_iter().collect()
        }
        EventKind::Received(_)
        | EventKind::Linked(_)
        | EventKind::Acknowledged
        | EventKind::Registered
        | EventKind::AnsweredAtOnce(_)
        | EventKind::FoundNotEstablished(_)
        | EventKind::Dispatched(_)
        | EventKind::Redispatched(_)
        | EventKind::Started(_)
        | EventKind::AskedCustomer(_)
        | EventKind::FoundCustomerCaused(_)
        | EventKind::Submitted
        | EventKind::SentBack(_)
        | EventKind::Signed(_)
        | EventKind::RefusedToSign(_)
        | EventKind::Overrode(_)
        | EventKind::WithdrewSignature(_)
        | EventKind::TookBack(_)
        | EventKind::Offered
        | EventKind::Objected(_)
        | EventKind::Lapsed
        | EventKind::Consented
        | EventKind::CarriedOut
        | EventKind::Finished
        | EventKind::Failed(_)
        | EventKind::FollowedUp(_)
        | EventKind::Dissatisfied(_)
        | EventKind::Closed
        | EventKind::ForceClosed
        | EventKind::Withdrawn(_)
        | EventKind::Merged(_)
        | EventKind::OpenedProject
        | EventKind::FinishedProject
        | EventKind::Reopened(_)
        | EventKind::Reviewed(_)
        | EventKind::Promised(_)
        | EventKind::Answered(_)
        | EventKind::HeardCustomer(_)
        | EventKind::NotifiedProgress(_)
        | EventKind::Apologised(_)
        | EventKind::Contained(_)
        | EventKind::WaivedContainment(_)
        | EventKind::HandledGoods(_)
        | EventKind::Recalled(_)
        | EventKind::TookAction(_)
        | EventKind::RecordedDiscipline(_)
        | EventKind::ProposedSanction(_)
        | EventKind::DecidedSanction(_)
        | EventKind::HeldBilling
        | EventKind::ReleasedBilling
        | EventKind::TookAccidentStep(_)
        | EventKind::Thanked(_)
        | EventKind::Corrected(_)
        | EventKind::Happened(_)
        | EventKind::Paused(_)
        | EventKind::Resumed(_)
        | EventKind::Extended(_)
        | EventKind::Applied(_)
        | EventKind::Relaxed(_)
        | EventKind::Noted(_)
        | EventKind::Delivered(_)
        | EventKind::MovedPolicy(_)
        | EventKind::Assessed(_)
        | EventKind::ApprovalOpened(_)
        | EventKind::SignatureGiven(_)
        | EventKind::ApprovalOverridden(_)
        | EventKind::SignatureRefused(_)
        | EventKind::SignatureWithdrawn(_)
        | EventKind::SignatureReturned(_)
        | EventKind::SignaturesVoided(_)
        | EventKind::ApprovalRaised(_)
        | EventKind::ApprovalEnded(_)
        | EventKind::Moved(_) => Vec::new(),
    }
}

/// Returns the people whom an event keeps from signing by naming them.
pub(in crate::case) fn kept_from_signing(what: &EventKind) -> impl Iterator<Item = ExcludedPerson> {
    named(what).into_iter().filter_map(Named::excluded)
}

/// Returns `true` if the people of a linked case count here too: it is the same complaint, or was merged into this
/// case.
const fn brings_its_people(linked: &CaseLink) -> bool {
    match linked.relation {
        Relation::Absorbed | Relation::Duplicate => true,
        Relation::Recurrence | Relation::Related => false,
    }
}
