//! Who may sign, and what has to be signed, by the roster and the table of a world: written from the rules in words.

use std::collections::HashSet;

use redress::approval::Signature;
use redress::case::approval::{Approval, ApprovalState};
use redress::case::command::Proposal;
use redress::case::{Case, EventKind};
use redress::vocab::course::{ApprovalAct, Exclusion};
use redress::vocab::{ActorId, Money, Role, Severity};

use crate::model::world::{StepOf, Tier, World, code, who};

/// Whoever the history makes somebody who signs nothing, and why. Read from the events, not from the case.
pub(crate) fn excluded(world: &World, case: &Case) -> HashSet<(ActorId, Exclusion)> {
    let mut excluded = HashSet::new();
    if let Some(staff) = world.complained {
        excluded.insert((who(staff), Exclusion::ComplainedAbout));
    }
    for event in case.events() {
        match &event.what {
            EventKind::Proposed(_)
            | EventKind::Amended(_)
            | EventKind::Submitted
            | EventKind::ApprovalOpened(_) => {
                excluded.insert((event.by, Exclusion::Proposer));
            }
            EventKind::CarriedOut | EventKind::Finished => {
                excluded.insert((event.by, Exclusion::Handler));
            }
            EventKind::SignatureGiven(given) if given.act == ApprovalAct::Prepare => {
                excluded.insert((event.by, Exclusion::Handler));
            }
            EventKind::FoundCause(found) => {
                excluded.extend(found.responsible.iter().map(|person| (*person, Exclusion::ComplainedAbout)));
            }
            _ => {}
        }
    }
    excluded
}

/// A way to sign: in one's own right, or for another.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Way {
    pub(crate) by: ActorId,
    pub(crate) instead_of: Option<ActorId>,
    pub(crate) role: Role,
}

impl Way {
    fn people(self) -> impl Iterator<Item = ActorId> {
        std::iter::once(self.by).chain(self.instead_of)
    }
}

/// An approval as the oracle sees it.
pub(crate) struct View<'a> {
    pub(crate) world: &'a World,
    pub(crate) tier: &'a Tier,
    pub(crate) amount: Option<Money>,
    pub(crate) excluded: HashSet<(ActorId, Exclusion)>,
    pub(crate) signed: Vec<Signature>,
    pub(crate) refused: Vec<Signature>,
    pub(crate) overdue: bool,
}

impl<'a> View<'a> {
    pub(crate) fn of(world: &'a World, case: &Case, approval: &Approval, overdue: bool) -> Self {
        Self {
            world,
            tier: world.tier(approval.chain()),
            amount: approval.amount(),
            excluded: excluded(world, case),
            signed: approval.signed().to_vec(),
            refused: approval.refused().to_vec(),
            overdue,
        }
    }

    fn empty_slots(&self, step: &StepOf) -> Vec<u32> {
        let filled =
            |slot: u32| self.signed.iter().any(|other| other.step() == code(step.id) && other.slot() == slot);
        (0..step.slots()).filter(|slot| !filled(*slot)).collect()
    }

    pub(crate) fn open_step(&self) -> Option<&'a StepOf> {
        self.tier.steps.iter().find(|step| !self.empty_slots(step).is_empty())
    }

    fn is_within(&self, limit: Option<u64>) -> bool {
        match (limit, self.amount) {
            (None, _) => true,
            (Some(limit), Some(amount)) => amount.minor() <= limit,
            (Some(_), None) => false,
        }
    }

    fn is_barred(&self, step: &StepOf, person: ActorId) -> bool {
        let counts = |because: &Exclusion| {
            step.act != ApprovalAct::Prepare
                || *because == Exclusion::ComplainedAbout
                || *because == Exclusion::Complainant
        };
        self.excluded.iter().any(|(excluded, because)| *excluded == person && counts(because))
            || self.signed.iter().any(|other| other.by() == person || other.instead_of() == Some(person))
            || self.refused.iter().any(|other| {
                other.step() == code(step.id) && (other.by() == person || other.instead_of() == Some(person))
            })
    }

    /// Every way to fill a slot of a step, whatever follows.
    fn ways(&self, step: &StepOf, slot: u32, is_open: bool) -> Vec<Way> {
        let mut roles = step.roles_of(slot);
        roles.extend(step.escalates.filter(|_| is_open && self.overdue));
        let mut ways = Vec::new();
        for person in &self.world.people {
            let by = who(person.id);
            if self.is_barred(step, by) {
                continue;
            }
            if person.is_system {
                if step.systems.contains(&person.id) {
                    ways.push(Way { by, instead_of: None, role: roles[0] });
                }
                continue;
            }
            let own =
                person.roles.iter().filter(|(role, limit)| roles.contains(role) && self.is_within(*limit));
            ways.extend(own.map(|(role, _)| Way { by, instead_of: None, role: *role }));
            for given in self.world.given.iter().filter(|given| given.to == person.id) {
                let giver = self.world.people.iter().find(|person| person.id == given.from).unwrap();
                let held = giver.roles.iter().find(|(role, _)| *role == given.role).unwrap().1;
                let within = self.is_within(held) && self.is_within(given.limit);
                if roles.contains(&given.role) && within && !self.is_barred(step, who(giver.id)) {
                    ways.push(Way { by, instead_of: Some(who(giver.id)), role: given.role });
                }
            }
        }
        ways
    }

    /// The ways in which somebody could sign the open step, whatever follows.
    pub(crate) fn entitled(&self, actor: ActorId) -> Vec<(u32, Way)> {
        let Some(step) = self.open_step() else { return Vec::new() };
        let slots = self.empty_slots(step).into_iter();
        slots
            .flat_map(|slot| self.ways(step, slot, true).into_iter().map(move |way| (slot, way)))
            .filter(|(_, way)| way.by == actor)
            .collect()
    }

    /// Whether every empty slot can be filled by people none of whom is used twice, once some are used up.
    pub(crate) fn can_be_completed(&self, used: &[ActorId], without: Option<(&str, u32)>) -> bool {
        let open = self.open_step().map(|step| step.id);
        let mut slots: Vec<Vec<Vec<ActorId>>> = Vec::new();
        for step in &self.tier.steps {
            for slot in self.empty_slots(step) {
                if without != Some((step.id, slot)) {
                    let ways = self.ways(step, slot, Some(step.id) == open);
                    slots.push(ways.into_iter().map(|way| way.people().collect()).collect());
                }
            }
        }
        // The slots that few can fill first.
        slots.sort_by_key(Vec::len);
        fill(&slots, &mut used.to_vec())
    }

    pub(crate) fn open_step_can_be_completed(&self) -> bool {
        let Some(step) = self.open_step() else { return true };
        let slots = self.empty_slots(step).into_iter();
        let slots: Vec<Vec<Vec<ActorId>>> = slots
            .map(|slot| self.ways(step, slot, true).into_iter().map(|way| way.people().collect()).collect())
            .collect();
        fill(&slots, &mut Vec::new())
    }
}

fn fill(slots: &[Vec<Vec<ActorId>>], used: &mut Vec<ActorId>) -> bool {
    let Some((first, rest)) = slots.split_first() else { return true };
    first.iter().any(|people| {
        if people.iter().any(|person| used.contains(person)) {
            return false;
        }
        let before = used.len();
        used.extend(people);
        let filled = fill(rest, used);
        used.truncate(before);
        filled
    })
}

/// The row that a total and a severity ask for; none where nobody signs.
pub(crate) fn needed(world: &World, total: u64, severity: Severity) -> Option<&Tier> {
    let applies = |tier: &&Tier| {
        tier.over.is_none_or(|over| total > over) && tier.severity.is_none_or(|least| severity >= least)
    };
    world.tiers.iter().find(applies).filter(|tier| !tier.steps.is_empty())
}

/// What signatures were given on: the content of each, in the order of the events; those that are void among them.
pub(crate) fn contents(case: &Case) -> Vec<(u32, Signature, Proposal)> {
    let mut content: Option<Proposal> = None;
    let mut given = Vec::new();
    for event in case.events() {
        match &event.what {
            EventKind::ApprovalOpened(opened) => {
                if let redress::case::approval::ApprovalSubject::Remedy(proposal) = &opened.matter {
                    content = Some(proposal.clone());
                }
            }
            EventKind::Amended(proposal) => content = Some((**proposal).clone()),
            EventKind::SignatureGiven(signature) => {
                given.push((signature.approval, signature.signature, content.clone().unwrap()));
            }
            _ => {}
        }
    }
    given
}

/// Whether a signature on one content is one on another: the same remedies, and no amount greater.
pub(crate) fn is_as_good(signed: &Proposal, now: &Proposal) -> bool {
    signed.alternatives.len() == now.alternatives.len()
        && signed.alternatives.iter().zip(&now.alternatives).all(|(signed, now)| {
            let within = match (signed.amount, now.amount) {
                (Some(signed), Some(now)) => now.minor() <= signed.minor(),
                _ => false,
            };
            signed.remedies == now.remedies && within
        })
}

/// Whether a remedy may be carried out to its end: enough people have signed exactly this, each another, each entitled.
pub(crate) fn may_be_done(world: &World, case: &Case) -> Result<(), String> {
    let Some(proposal) = case.proposal() else { return Err("nothing is proposed".into()) };
    if world.consent && !case.has_consent() {
        return Err("no consent".into());
    }
    let total: u64 = case.approval_amounts().unwrap().iter().map(Money::minor).sum();
    if needed(world, total, case.highest_severity().unwrap()).is_none() {
        return Ok(());
    }
    let approved = |approval: &&Approval| approval.state() == ApprovalState::Approved;
    let Some(approval) = case.approvals().iter().rfind(approved) else { return Err("no approval".into()) };
    let own = world.tier(approval.chain());
    // By the greatest amount that it has had.
    let total = approval.amount().unwrap().minor().max(total);
    let Some(tier) = needed(world, total, case.highest_severity().unwrap()) else { return Ok(()) };
    let mut people: HashSet<ActorId> = HashSet::new();
    let given = contents(case);
    for step in own.steps.iter().chain(&tier.steps) {
        let mut slots: Vec<u32> = Vec::new();
        for signature in approval.signed().iter().filter(|signature| signature.step() == code(step.id)) {
            slots.push(signature.slot());
            let was =
                given.iter().rfind(|(number, other, _)| *number == approval.number() && other == signature);
            let Some((_, _, content)) = was else { return Err("a signature out of nothing".into()) };
            if !is_as_good(content, proposal) {
                return Err(format!("{signature:?} was given for something else"));
            }
        }
        slots.sort_unstable();
        if slots != (0..step.slots()).collect::<Vec<_>>() {
            return Err(format!("step {} is not signed", step.id));
        }
    }
    let excluded = excluded(world, case);
    for signature in approval.signed() {
        for person in signature.people() {
            if !people.insert(person) {
                return Err(format!("{person} signed twice"));
            }
            let step = own.steps.iter().find(|step| code(step.id) == signature.step()).unwrap();
            let is_out = |(excluded, because): &(ActorId, Exclusion)| {
                *excluded == person
                    && (step.act != ApprovalAct::Prepare || *because == Exclusion::ComplainedAbout)
            };
            // Who is found responsible afterwards has signed before; who is the author never has.
            if excluded.iter().any(|known| is_out(known) && known.1 != Exclusion::Handler) {
                return Err(format!("{person} is excluded and has signed"));
            }
        }
    }
    Ok(())
}
