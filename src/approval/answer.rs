//! What the authorities of people over the open slots mean for a chain: may this person sign, who may sign next, and
//! what is missing.
//!
//! # May this person sign?
//!
//! Each authority of the person is tried in order. If no bar stands against it, two numbers are compared: the slots
//! of the chain that can be filled now, and the slots that can be filled afterwards (this one, and the others without
//! the people whom the signature uses up). If the second number is smaller, the signature would leave somebody
//! without a signer, and the next authority is tried. So anna signs as head of department if another person can sign
//! as manager, without being asked which slot she means.
//!
//! The comparison is with what can be filled *now*, and not with the whole chain. A chain that is stuck anyway can
//! still be signed as far as it goes, in the hope that the roster changes.
//!
//! # Why not?
//!
//! If every authority is barred, the error names the first bar. A person without any authority is told which roles
//! the step requires. If the only problem is a dead end, the error shows the steps that would lose their signer.
//! These are made as few as possible: the slots of one step after the other are left out, as long as the loss still
//! shows (`fewest`). The same search shortens the list of steps of a stuck chain. It needs one matching for each
//! step, at most eight.

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
    /// Returns whether as much of the chain can be signed after this signature as before it.
    fn leaves_whole(&self, authority: &Authority, rest: &Matching) -> bool {
        self.graph.count_without(rest, &self.used_up(authority)) + 1 >= self.all.count()
    }

    /// Fills the slots other than this one, as far as possible.
    fn rest(&self, slot: usize) -> Matching {
        self.graph.fill(self.graph.all().without(slot))
    }

    /// Returns the numbers of the people whom a signature uses up.
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

    /// Returns why a person who can fill no slot cannot.
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

    /// Returns the steps that would lose a signature: a smallest set that shows it.
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

    /// Leaves out the slots of one step after the other, as long as the rest keeps a property.
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

    /// Returns the steps of some slots, each once.
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

    /// Returns why the chain cannot be completed, or `None` if it can.
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

    /// Returns everybody whose signature leaves as much of the chain as possible.
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
    /// Returns the signature that a person may give to the open step at an instant.
    ///
    /// The person's own roles are tried first, then their delegations in the order of the roster. If several slots
    /// are open, the signature fills the first one that lets the rest of the chain be signed.
    ///
    /// # Errors
    ///
    /// Returns [`SigningRefusal`] with the first obstacle that was found.
    ///
    /// # Example: a delegate during a holiday
    ///
    /// ```
    /// use redress::approval::{Delegation, Holding, Progress, Roster};
    /// use redress::sample;
    /// use redress::vocab::{ActorId, Role, RuleId};
    /// use redress::word;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let policy = sample::policy()?;
    /// let chain = policy.approvals().chain_of(word!(RuleId, "refunds")).ok_or("no chain")?;
    /// let (anna, mia): (ActorId, ActorId) = ("anna".parse()?, "mia".parse()?);
    /// let (since, until) = ("2026-06-01T00:00:00Z".parse()?, "2026-07-01T00:00:00Z".parse()?);
    /// let roster = Roster::builder("2026-06")
    ///     .holding(Holding::new(anna, Role::MANAGER))
    ///     .delegation(Delegation { from: anna, to: mia, role: Role::MANAGER, since, until, limit: None })
    ///     .build()?;
    ///
    /// let progress = Progress::of(chain.steps());
    /// let signature = progress.signature_by(&roster, mia, since)?;
    /// assert_eq!((signature.by(), signature.instead_of()), (mia, Some(anna)));
    /// assert!(progress.signature_by(&roster, mia, until).is_err()); // the delegation has ended
    /// # Ok(()) }
    /// ```
    pub fn signature_by(
        &self,
        roster: &Roster,
        actor: ActorId,
        at: DateTime<Utc>,
    ) -> Result<Signature, SigningRefusal> {
        Judge::new(self, roster, at)?.signature(actor)
    }

    /// Returns the refusal that a person may give to the open step at an instant.
    ///
    /// Whoever may sign a step may refuse it, and also a person whose signature would leave a later step without a
    /// signer.
    ///
    /// # Errors
    ///
    /// Returns [`SigningRefusal`] with the first obstacle that was found.
    ///
    /// # Example: a refusal makes the step impossible
    ///
    /// ```
    /// use redress::approval::{Holding, Progress, Roster};
    /// use redress::sample;
    /// use redress::vocab::{Role, RuleId};
    /// use redress::word;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let policy = sample::policy()?;
    /// let chain = policy.approvals().chain_of(word!(RuleId, "refunds")).ok_or("no chain")?;
    /// let (anna, now) = ("anna".parse()?, "2026-04-02T09:00:00Z".parse()?);
    /// let only_anna = Roster::builder("2026-04").holding(Holding::new(anna, Role::MANAGER)).build()?;
    ///
    /// let progress = Progress::of(chain.steps());
    /// let refused = [progress.may_refuse(&only_anna, anna, now)?];
    /// let progress = Progress { refused: &refused, ..progress };
    /// assert!(!progress.is_open_step_reachable(&only_anna, now)); // nobody else can sign it
    /// # Ok(()) }
    /// ```
    pub fn may_refuse(
        &self,
        roster: &Roster,
        actor: ActorId,
        at: DateTime<Utc>,
    ) -> Result<Signature, SigningRefusal> {
        Judge::new(self, roster, at)?.refusal(actor)
    }

    /// Returns whether the open step can still be completed, whatever happens to the steps after it.
    ///
    /// Returns `true` if no step is open, and `false` if the chain is too complex to be judged. If a refusal makes
    /// the step unreachable, the step has failed.
    #[must_use]
    pub fn is_open_step_reachable(&self, roster: &Roster, at: DateTime<Utc>) -> bool {
        Judge::new(self, roster, at).is_ok_and(|judge| judge.is_open_step_reachable())
    }

    /// Returns who may sign next, provided that the people of the roster can complete the chain.
    ///
    /// The answer is exact. It is `Ok` if and only if there is a way to fill every slot, by the roster of this
    /// instant.
    ///
    /// # Errors
    ///
    /// Returns [`StuckApproval::Nobody`] with the steps that lack people, and [`StuckApproval::TooComplex`] for more
    /// steps or signatures than a chain of a built policy has.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::approval::Progress;
    /// use redress::sample;
    /// use redress::vocab::{ActorId, RuleId};
    /// use redress::word;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let policy = sample::policy()?;
    /// let chain = policy.approvals().chain_of(word!(RuleId, "refunds")).ok_or("no chain")?;
    /// let signers =
    ///     Progress::of(chain.steps()).possible_signers(&sample::roster()?, "2026-04-02T09:00:00Z".parse()?)?;
    /// let (anna, mia): (ActorId, ActorId) = ("anna".parse()?, "mia".parse()?);
    /// assert_eq!(signers.next, [anna, mia]);
    /// # Ok(()) }
    /// ```
    pub fn possible_signers(
        &self,
        roster: &Roster,
        at: DateTime<Utc>,
    ) -> Result<PossibleSigners, StuckApproval> {
        let judge = Judge::new(self, roster, at)?;
        judge.stuck().map_or_else(|| Ok(PossibleSigners { next: judge.next() }), Err)
    }
}
