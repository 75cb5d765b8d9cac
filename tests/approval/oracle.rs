//! The signing rules once more, by trying every assignment of every slot: written from the rules as they are told, and slow.

use redress::approval::signing::{ExcludedPerson, TimeLimit};
use redress::approval::{Delegation, Holding, Progress, Roster, Signature, Signers, Step};
use redress::deadline::Term;
use redress::vocab::course::{ApprovalAct, Exclusion};
use redress::vocab::{ActorId, Money, Role, RuleId};
use serde_json::json;

use crate::approval::world::{HEAD, LEADER, MANAGER, month, roster, rule, who};

pub(crate) type Person = u8;

pub(crate) const ROLES: [Role; 3] = [MANAGER, HEAD, LEADER];

/// A chain, its roster and what has happened, in plain numbers.
#[derive(Clone, Debug)]
pub(crate) struct World {
    /// Person, role, limit, and whether it holds at the instant that is asked about.
    pub(crate) held: Vec<(Person, u8, Option<Money>, bool)>,
    /// Giver, receiver, role, limit, and whether it holds.
    pub(crate) lent: Vec<(Person, Person, u8, Option<Money>, bool)>,
    pub(crate) systems: Vec<Person>,
    pub(crate) steps: Vec<Spec>,
    pub(crate) amount: Option<Money>,
    pub(crate) excluded: Vec<(Person, Exclusion)>,
    pub(crate) signed: Vec<Given>,
    pub(crate) refused: Vec<Given>,
    pub(crate) escalated: bool,
}

#[derive(Clone, Debug)]
pub(crate) struct Spec {
    pub(crate) act: ApprovalAct,
    /// So many of any role, or one of each.
    pub(crate) needed: Option<u32>,
    pub(crate) roles: Vec<u8>,
    pub(crate) repeats: bool,
    pub(crate) escalates: Option<u8>,
    pub(crate) systems: Vec<Person>,
}

/// A signature or a refusal.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Given {
    pub(crate) step: usize,
    pub(crate) slot: u32,
    pub(crate) by: Person,
    pub(crate) giver: Option<Person>,
    pub(crate) role: u8,
    pub(crate) limit: Option<Money>,
}

impl Spec {
    pub(crate) fn slots(&self) -> u32 {
        if self.act == ApprovalAct::CustomerConsent {
            return 0;
        }
        self.needed.unwrap_or_else(|| u32::try_from(self.roles.len()).unwrap())
    }
}

pub(crate) fn person(number: Person) -> ActorId {
    who(&format!("p{number}"))
}

pub(crate) fn step_id(place: usize) -> RuleId {
    rule(&format!("s{place}"))
}

impl Given {
    pub(crate) fn signature(&self) -> Signature {
        let mut text = json!({
            "step": step_id(self.step), "slot": self.slot, "by": person(self.by),
            "role": ROLES[usize::from(self.role)],
        });
        if let Some(giver) = self.giver {
            text["instead-of"] = json!(person(giver));
        }
        if let Some(limit) = self.limit {
            text["limit"] = json!(limit);
        }
        serde_json::from_value(text).unwrap()
    }
}

/// What the crate is asked with.
pub(crate) struct Asked {
    pub(crate) roster: Roster,
    pub(crate) steps: Vec<Step>,
    pub(crate) excluded: Vec<ExcludedPerson>,
    pub(crate) signed: Vec<Signature>,
    pub(crate) refused: Vec<Signature>,
}

impl World {
    pub(crate) fn asked(&self) -> Asked {
        let mut roster = roster();
        for &(number, role, limit, holds) in &self.held {
            let holding = Holding::new(person(number), ROLES[usize::from(role)]);
            let holding = if holds { holding.with_since(month(2)) } else { holding.with_until(month(2)) };
            roster = roster.holding(limit.map_or(holding, |limit| holding.with_limit(limit)));
        }
        for &(from, to, role, limit, holds) in &self.lent {
            let since = if holds { 6 } else { 5 };
            let role = ROLES[usize::from(role)];
            let lent = Delegation {
                from: person(from),
                to: person(to),
                role,
                since: month(since),
                until: month(since + 1),
                limit: None,
            };
            roster = roster.delegation(limit.map_or(lent, |limit| lent.with_limit(limit)));
        }
        for system in &self.systems {
            roster = roster.system(person(*system));
        }
        let excluded = |(number, because): &(Person, Exclusion)| ExcludedPerson {
            person: person(*number),
            because: *because,
        };
        Asked {
            roster: roster.build().unwrap(),
            steps: self.steps.iter().enumerate().map(|(place, spec)| step(place, spec)).collect(),
            excluded: self.excluded.iter().map(excluded).collect(),
            signed: self.signed.iter().map(Given::signature).collect(),
            refused: self.refused.iter().map(Given::signature).collect(),
        }
    }
}

fn step(place: usize, spec: &Spec) -> Step {
    let roles = spec.roles.iter().map(|role| ROLES[usize::from(*role)]);
    let signers = match spec.needed {
        Some(needed) => Signers::any(needed, roles),
        None => Signers::one_of_each(roles),
    };
    if spec.act == ApprovalAct::CustomerConsent {
        return Step::consent(step_id(place));
    }
    let mut step = Step::new(step_id(place), spec.act, signers);
    if spec.repeats {
        step = step.with_by_anyone_again();
    }
    if let Some(role) = spec.escalates {
        let escalate_to = ROLES[usize::from(role)];
        step = step.with_limit(TimeLimit { term: Term::working_days(2), escalate_to });
    }
    spec.systems.iter().fold(step, |step, system| step.with_system(person(*system)))
}

impl Asked {
    pub(crate) fn progress(&self, world: &World) -> Progress<'_> {
        Progress {
            steps: &self.steps,
            amount: world.amount,
            excluded: &self.excluded,
            signed: &self.signed,
            refused: &self.refused,
            escalated: world.escalated,
        }
    }
}

impl World {
    /// The slots that nobody has filled: step and slot.
    pub(crate) fn open(&self) -> Vec<(usize, u32)> {
        let all = self.steps.iter().enumerate();
        let all = all.flat_map(|(place, spec)| (0..spec.slots()).map(move |slot| (place, slot)));
        all.filter(|&(step, slot)| !self.signed.iter().any(|given| (given.step, given.slot) == (step, slot)))
            .collect()
    }

    /// The slots of the first step that is open.
    pub(crate) fn open_step(&self) -> Vec<(usize, u32)> {
        let open = self.open();
        open.iter()
            .copied()
            .filter(|(step, _)| Some(*step) == open.first().map(|(first, _)| *first))
            .collect()
    }

    fn roles(&self, (step, slot): (usize, u32)) -> Vec<u8> {
        let spec = &self.steps[step];
        let mut roles = match spec.needed {
            Some(_) => spec.roles.clone(),
            None => vec![spec.roles[slot as usize]],
        };
        let is_first = self.open_step().first().is_some_and(|(first, _)| *first == step);
        if self.escalated && is_first {
            roles.extend(spec.escalates);
        }
        roles
    }

    fn is_barred(&self, step: usize, person: Person) -> bool {
        let spec = &self.steps[step];
        let excluded = self.excluded.iter().any(|&(who, because)| {
            who == person
                && (matches!(because, Exclusion::ComplainedAbout | Exclusion::Complainant)
                    || spec.act != ApprovalAct::Prepare)
        });
        let of = |given: &&Given| given.by == person || given.giver == Some(person);
        let refused = self.refused.iter().filter(of).any(|given| given.step == step);
        let signed = self
            .signed
            .iter()
            .filter(of)
            .any(|given| given.step == step || !spec.repeats && !self.steps[given.step].repeats);
        excluded || refused || signed
    }

    fn is_within(&self, limit: Option<Money>) -> bool {
        match (limit, self.amount) {
            (None, _) => true,
            (Some(limit), Some(amount)) => {
                limit.currency() == amount.currency() && amount.minor() <= limit.minor()
            }
            (Some(_), None) => false,
        }
    }

    /// Everything that anybody could sign in a slot: own roles, accounts that are named, then delegations.
    pub(crate) fn authorities(&self, at: (usize, u32)) -> Vec<Given> {
        let (step, slot) = at;
        let roles = self.roles(at);
        let mut all = Vec::new();
        for role in &roles {
            for &(by, held, limit, holds) in &self.held {
                if holds && held == *role && !self.systems.contains(&by) && self.is_within(limit) {
                    all.push(Given { step, slot, by, giver: None, role: *role, limit });
                }
            }
        }
        for by in &self.steps[step].systems {
            if self.systems.contains(by) && !all.iter().any(|given| given.by == *by) {
                all.push(Given { step, slot, by: *by, giver: None, role: roles[0], limit: None });
            }
        }
        for &(giver, by, role, limit, holds) in &self.lent {
            let of_giver =
                self.held.iter().find(|held| held.3 && (held.0, held.1) == (giver, role)).unwrap().2;
            let fits = holds && roles.contains(&role) && !self.is_barred(step, giver);
            if fits && self.is_within(limit) && self.is_within(of_giver) {
                let limit = match (limit, of_giver) {
                    (Some(one), Some(other)) => Some(if one.minor() < other.minor() { one } else { other }),
                    (one, other) => one.or(other),
                };
                all.push(Given { step, slot, by, giver: Some(giver), role, limit });
            }
        }
        all.retain(|given| !self.is_barred(step, given.by));
        all
    }

    /// Whether two signatures may not both be given.
    fn clash(&self, one: &Given, other: &Given) -> bool {
        let people = |given: &Given| [Some(given.by), given.giver];
        let shares = people(one).iter().flatten().any(|person| people(other).contains(&Some(*person)));
        let repeats = self.steps[one.step].repeats || self.steps[other.step].repeats;
        shares && (one.step == other.step || !repeats)
    }

    /// The most of some slots that can be filled, with some signatures given already.
    pub(crate) fn most(&self, slots: &[(usize, u32)]) -> usize {
        let authorities: Vec<Vec<Given>> = slots.iter().map(|slot| self.authorities(*slot)).collect();
        self.search(&authorities, &mut Vec::new(), 0)
    }

    fn search<'g>(&self, slots: &'g [Vec<Given>], chosen: &mut Vec<&'g Given>, known: usize) -> usize {
        let Some((first, rest)) = slots.split_first() else { return chosen.len().max(known) };
        let mut best = known;
        for given in first {
            if chosen.len() + slots.len() <= best {
                return best;
            }
            if !chosen.iter().any(|other| self.clash(given, other)) {
                chosen.push(given);
                best = self.search(rest, chosen, best);
                chosen.pop();
            }
        }
        if chosen.len() + rest.len() > best { self.search(rest, chosen, best) } else { best }
    }

    /// Whether as much can be signed after a signature as before it, this one counted.
    ///
    /// Roles that an escalation added to the open step stay there, for the question is about this instant.
    pub(crate) fn keeps(&self, given: &Given) -> bool {
        let open = self.open();
        let rest: Vec<_> = open.iter().copied().filter(|slot| *slot != (given.step, given.slot)).collect();
        let authorities: Vec<Vec<Given>> = rest
            .iter()
            .map(|slot| {
                let mut all = self.authorities(*slot);
                all.retain(|other| !self.clash(given, other));
                all
            })
            .collect();
        1 + self.search(&authorities, &mut Vec::new(), 0) >= self.most(&open)
    }

    /// What somebody would be let to sign: own roles in the order of the slots, then delegations as they were declared.
    pub(crate) fn signature(&self, by: Person) -> Result<Given, bool> {
        let slots = self.open_step();
        let of = |slot: &(usize, u32)| self.authorities(*slot).into_iter().filter(|given| given.by == by);
        let mut all: Vec<Given> = slots.iter().flat_map(of).collect();
        // A delegation is tried in every slot before the next one is.
        let declared = |given: &Given| {
            given.giver.map(|giver| {
                let same = |lent: &(Person, Person, u8, Option<Money>, bool)| {
                    lent.4 && (lent.0, lent.1, lent.2) == (giver, given.by, given.role)
                };
                self.lent.iter().position(same)
            })
        };
        all.sort_by_key(|given| (declared(given), given.slot));
        let able = !all.is_empty();
        all.into_iter().find(|given| self.keeps(given)).ok_or(able)
    }
}
