//! What follows for a chain from who has authority over it.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::approval::authority::{Authority, Judge, OpenSlot};
use crate::approval::matching::{Matching, Slots};
use crate::approval::progress::{PossibleSigners, Progress};
use crate::approval::refusal::SigningRefusal;
use crate::approval::roster::Roster;
use crate::approval::signature::Signature;
use crate::approval::stuck::{SigningObstacle, StuckApproval};
use crate::vocab::{ActorId, Role, RuleId};

impl<'a> Judge<'a> {
    /// Whether as much of the chain can be signed with a signature as without it.
    fn leaves_whole(&self, authority: &Authority, rest: &Matching) -> bool {
        self.graph.count_without(rest, &self.used_up(authority)) + 1 >= self.all.count()
    }

    /// The slots beside one, filled as far as they can be.
    fn rest(&self, slot: usize) -> Matching {
        self.graph.fill(self.graph.all().without(slot))
    }

    /// The numbers of those whom a signature uses up.
    fn used_up(&self, authority: &Authority) -> Vec<usize> {
        let Some(open) = self.open.get(authority.open) else { return Vec::new() };
        let people = authority.signature.people();
        people.filter_map(|person| self.people.get(&open.seat(person)).copied()).collect()
    }

    pub(super) fn signature(&self, actor: ActorId) -> Result<Signature, SigningRefusal> {
        let authorities = self.authorities(actor);
        let able = || authorities.iter().filter(|authority| authority.bar.is_none());
        if let Some(authority) = able().find(|able| self.leaves_whole(able, &self.rest(able.open))) {
            return Ok(authority.signature);
        }
        match able().next() {
            Some(authority) => Err(SigningRefusal::WouldStrand { actor, steps: self.stranded(authority) }),
            None => Err(self.barred(actor, &authorities)),
        }
    }

    pub(super) fn refusal(&self, actor: ActorId) -> Result<Signature, SigningRefusal> {
        let authorities = self.authorities(actor);
        let able = authorities.iter().find(|authority| authority.bar.is_none());
        able.map(|authority| authority.signature).ok_or_else(|| self.barred(actor, &authorities))
    }

    /// Why somebody who is able to nothing is not.
    fn barred(&self, actor: ActorId, authorities: &[Authority]) -> SigningRefusal {
        let Some((_, open)) = self.next_slots().next() else { return SigningRefusal::NothingOpen { actor } };
        let (step, amount) = (open.step.id(), self.progress.amount);
        if let Some(bar) = authorities.iter().find_map(|authority| authority.bar) {
            return SigningRefusal::because(bar, actor, step, amount);
        }
        let signed =
            self.progress.signed.iter().any(|signature| signature.step == step && signature.is_of(actor));
        if signed {
            return SigningRefusal::because((SigningObstacle::Signed(step), None), actor, step, amount);
        }
        if self.roster.is_system(actor) {
            return SigningRefusal::SystemNotNamed { actor, step };
        }
        let mut expected: Vec<Role> = Vec::new();
        for role in self.next_slots().flat_map(|(_, open)| self.roles(open)) {
            if !expected.contains(&role) {
                expected.push(role);
            }
        }
        SigningRefusal::NotEntitled { actor, step, expected, roster: self.roster.revision().into() }
    }

    /// The steps of which a signature would leave less: the fewest that still show it.
    fn stranded(&self, authority: &Authority) -> Vec<RuleId> {
        let used_up = self.used_up(authority);
        let loses = |slots: Slots| {
            let rest = self.graph.fill(slots.without(authority.open));
            let after = self.graph.count_without(&rest, &used_up) + 1;
            self.graph.fill(slots.with(authority.open)).count() > after
        };
        let slots = self.fewest(self.graph.all().without(authority.open), loses);
        self.steps_of(slots)
    }

    /// Leaves out the slots of one step after the other, as long as what is left has a property.
    fn fewest(&self, mut slots: Slots, has: impl Fn(Slots) -> bool) -> Slots {
        for place in 0..self.progress.steps.len() {
            let of = |slot: &usize| self.open.get(*slot).is_some_and(|open| open.place == place);
            let less = slots.iter().filter(of).fold(slots, Slots::without);
            if less != slots && has(less) {
                slots = less;
            }
        }
        slots
    }

    /// The steps of some slots, each once.
    fn steps_of(&self, slots: Slots) -> Vec<RuleId> {
        let mut steps: Vec<_> =
            slots.iter().filter_map(|slot| self.open.get(slot)).map(|open| open.step.id()).collect();
        steps.dedup();
        steps
    }

    pub(super) fn is_open_step_reachable(&self) -> bool {
        let slots = self.next_slots().fold(Slots::NONE, |slots, (number, _)| slots.with(number));
        self.graph.fill(slots).is_full()
    }

    /// Why the chain cannot be completed, if it cannot.
    pub(super) fn stuck(&self) -> Option<StuckApproval> {
        if self.all.is_full() {
            return None;
        }
        let slots = self.fewest(self.graph.all(), |slots| !self.graph.fill(slots).is_full());
        let (slots, numbers) = self.graph.shortage(&self.graph.fill(slots))?;
        let mut people: Vec<ActorId> = self
            .people
            .iter()
            .filter(|(_, number)| numbers.contains(*number))
            .map(|((_, person), _)| *person)
            .collect();
        people.sort_unstable();
        let mut left_out = BTreeMap::new();
        for open in slots.iter().filter_map(|slot| self.open.get(slot)) {
            for (person, _, limit) in self.holders(open) {
                if people.binary_search(&person).is_err()
                    && let Some(why) = self.bar(open.step, person, limit)
                {
                    left_out.entry(person).or_insert(why);
                }
            }
            for role in self.roles(open) {
                for system in self.roster.people(role, self.at).filter(|actor| self.roster.is_system(*actor))
                {
                    if people.binary_search(&system).is_err() && !open.step.systems().contains(&system) {
                        left_out.entry(system).or_insert(SigningObstacle::NotNamed);
                    }
                }
            }
        }
        let (steps, needed) = (self.steps_of(slots), slots.count());
        Some(StuckApproval::Nobody { steps, people, needed, left_out: left_out.into_iter().collect() })
    }

    /// Everybody whose signature leaves as much of the chain as can be.
    pub(super) fn next(&self) -> Vec<ActorId> {
        let mut next = BTreeSet::new();
        let mut before: Option<&OpenSlot<'a>> = None;
        for (number, open) in self.next_slots() {
            if before.replace(open).is_some_and(|before| before.is_like(open)) {
                continue;
            }
            let rest = self.rest(number);
            let own = self.holders(open).map(|(by, role, limit)| self.own(number, open, by, role, limit));
            let given = self.roster.delegations().iter().filter(|delegation| delegation.covers(self.at));
            let delegated = given.filter_map(|delegation| self.delegated(number, open, delegation));
            let able = own.chain(delegated).filter(|authority| authority.bar.is_none());
            next.extend(able.filter(|able| self.leaves_whole(able, &rest)).map(|able| able.signature.by));
        }
        next.into_iter().collect()
    }
}

impl Progress<'_> {
    /// Returns the signature that somebody may give to the open step at an instant.
    ///
    /// Their own roles are tried first, then what was delegated to them in the order of the roster. Of several slots
    /// the first is filled that lets the rest be signed.
    ///
    /// # Errors
    ///
    /// Returns [`SigningRefusal`], with the first thing that keeps them from it.
    pub fn signature_by(
        &self,
        roster: &Roster,
        actor: ActorId,
        at: DateTime<Utc>,
    ) -> Result<Signature, SigningRefusal> {
        Judge::new(self, roster, at)?.signature(actor)
    }

    /// Returns the refusal that somebody may give to the open step at an instant: who may sign it may refuse it, even
    /// where nobody else could sign what follows.
    ///
    /// # Errors
    ///
    /// Returns [`SigningRefusal`], with the first thing that keeps them from it.
    pub fn may_refuse(
        &self,
        roster: &Roster,
        actor: ActorId,
        at: DateTime<Utc>,
    ) -> Result<Signature, SigningRefusal> {
        Judge::new(self, roster, at)?.refusal(actor)
    }

    /// Whether the open step can be completed still, whatever becomes of the steps behind it; so it is where none
    /// is open. What cannot be judged cannot be reached.
    ///
    /// Where a refusal makes it unreachable, the step has failed.
    #[must_use]
    pub fn is_open_step_reachable(&self, roster: &Roster, at: DateTime<Utc>) -> bool {
        Judge::new(self, roster, at).is_ok_and(|judge| judge.is_open_step_reachable())
    }

    /// Returns who may sign next, if the chain can be completed by the people of the roster.
    ///
    /// The answer is exact: it is yes if and only if there is a way to fill every slot, by the roster of this instant.
    ///
    /// # Errors
    ///
    /// Returns [`StuckApproval::Nobody`] with the steps that are short of people, and [`StuckApproval::TooComplex`] for more steps
    /// or signatures than a proved table has in one chain.
    pub fn possible_signers(
        &self,
        roster: &Roster,
        at: DateTime<Utc>,
    ) -> Result<PossibleSigners, StuckApproval> {
        let judge = Judge::new(self, roster, at)?;
        judge.stuck().map_or_else(|| Ok(PossibleSigners { next: judge.next() }), Err)
    }
}
