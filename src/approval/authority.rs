//! Who has which authority over the open slots of a chain.
//!
//! # The problem
//!
//! "May anna sign now?" depends on everything at once: her roles at this instant, the limits of her roles, what she
//! and others have signed or refused, who is excluded, whom she stands in for, and whether the rest of the chain
//! could still be signed afterwards.
//!
//! # The idea
//!
//! [`Judge`] takes a chain at one instant and lists its open slots. For each slot it finds the people who could fill
//! it, as a [`Graph`]. All answers come from the matching of this graph: the chain is stuck if the matching is not
//! full, and a signature is a dead end if the matching without its people is smaller.
//!
//! For each person and slot there are two steps: *entitlement* (a role of the slot, or a name in the step) and *bars*
//! (exclusion, refusal, an earlier signature, a limit). An [`Authority`] holds both, so that an error can say "you
//! hold the role, but …".
//!
//! # Cost
//!
//! A slot needs no complete list of candidates. Every other slot uses up one of them, and the last signer may use up
//! two people, so that `MAX_SLOTS + 2` candidates are as good as ten thousand. Neighbouring slots with the same roles
//! share one list. People who are named nowhere in the record can be barred by a limit alone, and are not looked up
//! any further.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::approval::limits::{MAX_SIGNATURES, MAX_STEPS};
use crate::approval::matching::{Graph, MAX_SLOTS, Matching, Slots};
use crate::approval::progress::Progress;
use crate::approval::refusal::SigningRefusal;
use crate::approval::roster::{Delegation, Roster};
use crate::approval::signature::Signature;
use crate::approval::step::Step;
use crate::approval::stuck::{SigningObstacle, StuckApproval};
use crate::vocab::course::{ApprovalAct, Exclusion};
use crate::vocab::{ActorId, Money, Role};

/// A chain at an instant, with its open slots and the people who can fill them.
///
/// INVARIANT: a delegate adds nobody to the people who can complete a chain. Whoever delegates a role holds it for
/// the whole period, and what bars them bars their delegate too. So wherever a delegate can sign for them, they can
/// sign themselves, and use up one person less. The graph holds people who sign for themselves alone, and is still an
/// exact answer.
pub(super) struct Judge<'a> {
    pub(super) progress: &'a Progress<'a>,
    pub(super) roster: &'a Roster,
    pub(super) at: DateTime<Utc>,
    /// Everybody whom the record names, in order. Other people can be barred by a limit alone.
    concerned: Vec<ActorId>,
    pub(super) open: Vec<OpenSlot<'a>>,
    pub(super) graph: Graph,
    pub(super) people: BTreeMap<Seat, usize>,
    pub(super) all: Matching,
}

/// A slot that no signature fills yet.
#[derive(Clone, Copy)]
pub(super) struct OpenSlot<'a> {
    /// The place of its step in the chain.
    pub(super) place: usize,
    pub(super) step: &'a Step,
    slot: u32,
    /// Whether it belongs to the open step.
    is_next: bool,
}

/// A person among the steps that share signers. A step that may be signed by anyone again has seats of its own.
pub(super) type Seat = (Option<usize>, ActorId);

/// What a person could give to a slot. `bar` is what keeps them from it, with the person whom the bar concerns if
/// that is the one they stand in for.
pub(super) struct Authority {
    pub(super) open: usize,
    pub(super) signature: Signature,
    pub(super) bar: Option<(SigningObstacle, Option<ActorId>)>,
}

/// The chain exceeds the limits of a table.
pub(super) struct TooComplex {
    steps: usize,
    signatures: u64,
}

impl From<TooComplex> for StuckApproval {
    fn from(TooComplex { steps, signatures }: TooComplex) -> Self {
        Self::TooComplex { steps, signatures }
    }
}

impl From<TooComplex> for SigningRefusal {
    fn from(TooComplex { steps, signatures }: TooComplex) -> Self {
        Self::TooComplex { steps, signatures }
    }
}

impl OpenSlot<'_> {
    pub(super) fn seat(&self, person: ActorId) -> Seat {
        (self.step.may_repeat().then_some(self.place), person)
    }

    /// Returns whether the same people can fill both slots.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        self.place == other.place
            && self.step.signers().roles_of(self.slot) == other.step.signers().roles_of(other.slot)
    }
}

impl<'a> Judge<'a> {
    pub(super) fn new(
        progress: &'a Progress<'a>,
        roster: &'a Roster,
        at: DateTime<Utc>,
    ) -> Result<Self, TooComplex> {
        let steps = progress.steps;
        let signatures: u64 = steps.iter().map(|step| u64::from(step.slots())).sum();
        if steps.len() > MAX_STEPS || signatures > u64::from(MAX_SIGNATURES) {
            return Err(TooComplex { steps: steps.len(), signatures });
        }
        let signed = progress.signed.iter().chain(progress.refused).flat_map(Signature::people);
        let excluded = progress.excluded.iter().map(|excluded| excluded.person);
        let mut concerned: Vec<ActorId> = signed.chain(excluded).collect();
        concerned.sort_unstable();
        concerned.dedup();
        let mut judge = Self {
            progress,
            roster,
            at,
            concerned,
            open: open_slots(progress),
            graph: Graph::default(),
            people: BTreeMap::new(),
            all: Graph::default().fill(Slots::NONE),
        };
        let mut before: Option<(OpenSlot<'a>, Vec<usize>)> = None;
        for open in judge.open.clone() {
            let people = match before {
                Some((like, people)) if like.is_like(&open) => people,
                _ => judge.fillers(&open),
            };
            judge.graph.add(people.clone());
            before = Some((open, people));
        }
        judge.all = judge.graph.fill(judge.graph.all());
        Ok(judge)
    }

    /// Returns the numbers of people who can fill a slot: all, or so many that one is always left.
    fn fillers(&mut self, open: &OpenSlot<'a>) -> Vec<usize> {
        // Every other slot uses up one of them, and the last signer may use up two.
        let enough = MAX_SLOTS + 2;
        let mut able: BTreeSet<ActorId> = BTreeSet::new();
        for (person, _, limit) in self.holders(open) {
            if able.len() == enough {
                break;
            }
            if self.bar(open.step, person, limit).is_none() {
                able.insert(person);
            }
        }
        let mut numbers = Vec::new();
        for person in able {
            let next = self.people.len();
            numbers.push(*self.people.entry(open.seat(person)).or_insert(next));
        }
        numbers
    }

    /// Returns the roles that fill a slot, with the role to which its step has escalated.
    pub(super) fn roles(&self, open: &OpenSlot<'a>) -> impl Iterator<Item = Role> + use<'a> {
        let escalated = self.progress.escalated && open.is_next;
        let raised = open.step.limit().filter(|_| escalated).map(|limit| limit.escalate_to);
        let roles = open.step.signers().roles_of(open.slot);
        roles.iter().copied().chain(raised.filter(|role| !roles.contains(role)))
    }

    /// Returns everybody who holds a role of the slot in their own right, or is named by its step, with the role and
    /// the limit.
    pub(super) fn holders(
        &self,
        open: &OpenSlot<'a>,
    ) -> impl Iterator<Item = (ActorId, Role, Option<Money>)> + use<'a> {
        let (roster, at) = (self.roster, self.at);
        let people = self.roles(open).flat_map(move |role| roster.holders(role, at));
        let people = people
            .filter(|holding| !roster.is_system(holding.person()))
            .map(|holding| (holding.person(), holding.role(), holding.limit()));
        let systems = open.step.systems().iter().filter(|system| roster.is_system(**system));
        let role = self.roles(open).next();
        people.chain(systems.filter_map(move |system| role.map(|role| (*system, role, None))))
    }

    /// Returns what keeps a person from signing a step up to a limit.
    pub(super) fn bar(&self, step: &Step, person: ActorId, limit: Option<Money>) -> Option<SigningObstacle> {
        self.bar_of_person(step, person).or_else(|| self.bar_of_limit(limit?))
    }

    fn bar_of_person(&self, step: &Step, person: ActorId) -> Option<SigningObstacle> {
        self.concerned.binary_search(&person).ok()?;
        let progress = self.progress;
        // Preparing is a part of handling, so that the proposer and the handler may prepare.

        let counts = |because: Exclusion| step.act() != ApprovalAct::Prepare || because.bars_preparing();
        let mut excluded = progress.excluded.iter().filter(|excluded| excluded.person == person);
        if let Some(excluded) = excluded.find(|excluded| counts(excluded.because)) {
            return Some(SigningObstacle::Excluded(excluded.because));
        }
        if progress.refused.iter().any(|refusal| refusal.step == step.id() && refusal.is_of(person)) {
            return Some(SigningObstacle::Refused);
        }
        let looks_away = |id| {
            progress.steps.iter().any(|other| other.id() == id && other.may_repeat()) || step.may_repeat()
        };
        let mut signed = progress.signed.iter().filter(|signature| signature.is_of(person));
        signed
            .find(|signature| signature.step == step.id() || !looks_away(signature.step))
            .map(|signature| SigningObstacle::Signed(signature.step))
    }

    fn bar_of_limit(&self, limit: Money) -> Option<SigningObstacle> {
        match self.progress.amount.map(|amount| limit.is_at_least(&amount)) {
            None => Some(SigningObstacle::AmountUnknown(limit)),
            Some(None) => Some(SigningObstacle::OtherCurrency(limit)),
            Some(Some(false)) => Some(SigningObstacle::OverLimit(limit)),
            Some(Some(true)) => None,
        }
    }

    /// Returns the open slots of the open step, with their numbers.
    pub(super) fn next_slots(&self) -> impl Iterator<Item = (usize, &OpenSlot<'a>)> {
        self.open.iter().enumerate().filter(|(_, open)| open.is_next)
    }

    /// Returns what a person could give to each slot of the open step: in their own right first, then as a delegate.
    pub(super) fn authorities(&self, actor: ActorId) -> Vec<Authority> {
        let mut authorities = Vec::new();
        let is_system = self.roster.is_system(actor);
        for (number, open) in self.next_slots() {
            if is_system {
                let role = self.roles(open).next().filter(|_| open.step.systems().contains(&actor));
                authorities.extend(role.map(|role| self.own(number, open, actor, role, None)));
                continue;
            }
            let held = self.roles(open).filter_map(|role| self.roster.holding(actor, role, self.at));
            authorities.extend(held.map(|held| self.own(number, open, actor, held.role(), held.limit())));
        }
        for delegation in self.roster.received(actor, self.at) {
            for (number, open) in self.next_slots() {
                authorities.extend(self.delegated(number, open, delegation));
            }
        }
        authorities
    }

    pub(super) fn own(
        &self,
        number: usize,
        open: &OpenSlot<'a>,
        by: ActorId,
        role: Role,
        limit: Option<Money>,
    ) -> Authority {
        let signature =
            Signature { step: open.step.id(), slot: open.slot, by, instead_of: None, role, limit };
        Authority { open: number, signature, bar: self.bar(open.step, by, limit).map(|why| (why, None)) }
    }

    /// Returns what a delegate could give to a slot, if the delegation is of one of its roles.
    pub(super) fn delegated(
        &self,
        number: usize,
        open: &OpenSlot<'a>,
        delegation: &Delegation,
    ) -> Option<Authority> {
        let (by, giver, role) = (delegation.to, delegation.from, delegation.role);
        if !self.roles(open).any(|accepted| accepted == role) {
            return None;
        }
        let held = self.roster.holding(giver, role, self.at)?.limit();
        let over = |limit: Option<Money>| self.bar_of_limit(limit?);
        let for_giver = |why| (why, Some(giver));
        let bar = self
            .bar_of_person(open.step, by)
            .map(|why| (why, None))
            .or_else(|| self.bar_of_person(open.step, giver).map(for_giver))
            .or_else(|| over(held).map(for_giver))
            .or_else(|| over(delegation.limit).map(for_giver));
        let limit = smaller(held, delegation.limit);
        let step = open.step.id();
        let signature = Signature { step, slot: open.slot, by, instead_of: Some(giver), role, limit };
        Some(Authority { open: number, signature, bar })
    }
}

/// Returns the slots that no signature fills, in the order of the steps.
fn open_slots<'a>(progress: &Progress<'a>) -> Vec<OpenSlot<'a>> {
    let mut open: Vec<OpenSlot<'a>> = Vec::new();
    for (place, step) in progress.steps.iter().enumerate() {
        for slot in 0..step.slots() {
            let fills = |signature: &Signature| signature.step == step.id() && signature.slot == slot;
            if !progress.signed.iter().any(fills) {
                let is_next = open.first().is_none_or(|first| first.place == place);
                open.push(OpenSlot { place, step, slot, is_next });
            }
        }
    }
    open
}

/// Returns the smaller of two limits. Of two currencies it returns the second, because no amount is within both.
fn smaller(one: Option<Money>, other: Option<Money>) -> Option<Money> {
    match (one, other) {
        (Some(one), Some(other)) if other.is_at_least(&one) == Some(true) => Some(one),
        (one, other) => other.or(one),
    }
}
