//! Whether two policies rate every complaint alike.
//!
//! # The proof
//!
//! A rule that stands in both policies, with the same condition and level, can be at fault for nothing. So a complaint
//! is rated differently only if some rule that only one of the two has holds or may hold, or if the defaults differ. For
//! each such rule a search looks at all complaints for which it does. It answers question after question and goes back as
//! soon as
//!
//! - the rule cannot hold,
//! - both policies are decided and agree, whatever is still open, or
//! - the rules that only one has are decided and come to the same on both sides: the highest level that holds, and the
//!   levels above it that may hold, in each tier. The rules that both have cannot bring a difference then.
//!
//! If every search ends without a complaint, there is none: the two are equivalent.
//!
//! By hand: "death or fire is serious" is split into "death is serious" and "fire is serious". For each of the three
//! rules the search answers `death`: if it is so, both sides have "serious" for certain; if not, it answers `fire`.
//!
//! # Limits
//!
//! A claim kind that rules derive differently, and a search that grows too large, leave the question undecided. So does
//! a trial that no real complaint could be made of. Nothing is called equivalent that was not searched.

use alloc::vec::Vec;

use crate::compare::judgement::Aspect;
use crate::compare::proof::answers::{Question, Questions, Trial};
use crate::compare::proof::judged::{Judge, Look, Searched, Shown, search};
use crate::policy::condition::{Levels, RecurrenceWindow, Truth};
use crate::policy::severity::{SeverityRule, SeverityTable};
use crate::policy::{Condition, Policy, SeverityRules};
use crate::vocab::{Fact, Input, Severity};

/// A rule of one policy, with what it means beside its condition.
#[derive(Clone, Copy)]
struct Rule<'p> {
    /// Plain rules, fallbacks, escalations.
    tier: u8,
    /// The level from which an escalation lifts.
    from: Option<Severity>,
    of: &'p SeverityRule,
    /// Whether the other policy has the same rule.
    common: bool,
}

impl Rule<'_> {
    fn is_like(&self, other: &Self) -> bool {
        (self.tier, self.from, self.of.level()) == (other.tier, other.from, other.of.level())
            && self.of.when() == other.of.when()
    }
}

/// The severity rules of both policies.
pub(super) struct Severities<'p> {
    sides: [Side<'p>; 2],
    default_differs: bool,
    /// Whether claim kinds may differ where rules ask for them.
    is_derived: bool,
}

struct Side<'p> {
    table: Option<&'p SeverityTable>,
    rules: Vec<Rule<'p>>,
}

/// What the proof came to.
pub(super) struct Proof<'p> {
    pub(super) examples: Vec<Shown<'p>>,
    /// Whether all complaints were searched.
    pub(super) is_complete: bool,
}

impl<'p> Severities<'p> {
    pub(super) fn of([policy, draft]: [&'p Policy; 2]) -> Self {
        let mut sides = [policy, draft].map(Side::of);
        let [one, other] = &mut sides;
        // A rule about a fact that only one of the two requires to be asked is not the same rule.
        let asked = |fact: &Fact| policy.must_ask().contains(fact) != draft.must_ask().contains(fact);
        for rule in one.rules.iter_mut().filter(|rule| !asks_fact(rule.of.when(), &asked)) {
            let same = other.rules.iter_mut().find(|other| !other.common && rule.is_like(other));
            if let Some(same) = same {
                (rule.common, same.common) = (true, true);
            }
        }
        let otherwise = [policy, draft].map(|policy| policy.severity().and_then(SeverityRules::otherwise));
        let asks = |policy: &Policy| {
            policy
                .severity()
                .into_iter()
                .flat_map(SeverityRules::conditions)
                .any(|when| when.asks(Input::CLAIM_KIND))
        };
        // Windows of days begin at midnight, so that another zone counts otherwise.
        let by_days = |policy: &Policy| policy.recurrences().iter().any(|asked| is_by_days(asked.within));
        let calendars = [policy, draft].map(Policy::calendar);
        let [one, other] = calendars.map(|calendar| (calendar.zone(), calendar.known()));
        let is_derived = (policy.claim_kind() != draft.claim_kind() && (asks(policy) || asks(draft)))
            || (one != other && (by_days(policy) || by_days(draft)));
        Self { sides, default_differs: otherwise.first() != otherwise.last(), is_derived }
    }

    /// The conditions of both.
    pub(super) fn conditions(&self) -> impl Iterator<Item = &'p Condition> + '_ {
        self.sides.iter().flat_map(|side| &side.rules).map(|rule| rule.of.when())
    }

    /// Whether no search is needed to say that they are alike.
    pub(super) fn are_alike(&self) -> bool {
        let common = self.sides.iter().flat_map(|side| &side.rules).all(|rule| rule.common);
        common && !self.default_differs && !self.is_derived
    }

    /// Searches a complaint that is rated differently, for each rule that only one policy has.
    pub(super) fn prove(&self, questions: &Questions, judge: &Judge<'p>) -> Proof<'p> {
        let mut proof = Proof { examples: Vec::new(), is_complete: !self.is_derived };
        let own = self.sides.iter().enumerate().flat_map(|(side, of)| {
            of.rules.iter().filter(|rule| !rule.common).map(move |rule| Some((side, rule.of.when())))
        });
        let any = (self.default_differs || self.is_derived).then_some(None);
        for wanted in own.chain(any) {
            let mut is_real = true;
            let found = search(questions, Trial::new(), |trial| {
                self.look(questions, trial, wanted, |trial| {
                    let found = judge.differs(questions, trial, Aspect::Severity).is_some();
                    is_real &= found;
                    found
                })
            });
            match found {
                Searched::Found(trial) => {
                    let shown = judge.smallest(questions, trial, Aspect::Severity);
                    let is_new = |shown: &Shown<'_>| {
                        proof.examples.iter().all(|other| other.complaint != shown.complaint)
                    };
                    if let Some(shown) = shown.filter(is_new) {
                        proof.examples.push(shown);
                    }
                }
                Searched::Nothing => proof.is_complete &= is_real,
                Searched::TooMuch => proof.is_complete = false,
            }
        }
        proof
    }

    /// Looks at a trial. `wanted` is a rule of one side that must not be false.
    fn look(
        &self,
        questions: &Questions,
        trial: &Trial,
        wanted: Option<(usize, &Condition)>,
        mut is_shown: impl FnMut(&Trial) -> bool,
    ) -> Look {
        if questions.is_impossible(trial) {
            return Look::Nothing;
        }
        let mut open = None;
        if let Some((side, when)) = wanted {
            match questions.ask(side, when, trial, &mut open) {
                Some(Truth::False) => return Look::Nothing,
                // The rule is the reason to be here: nothing else is asked before it.
                None => return open.map_or(Look::Nothing, Look::Open),
                Some(Truth::True | Truth::Unknown) => {}
            }
        }
        let truths: [Vec<Option<Truth>>; 2] =
            core::array::from_fn(|side| self.truths(side, questions, trial, &mut open));
        let [one, other] = &self.sides;
        let [of_one, of_other] = &truths;
        let own_open = |side: &Side<'_>, truths: &[Option<Truth>]| {
            side.rules.iter().zip(truths).any(|(rule, truth)| !rule.common && truth.is_none())
        };
        if !own_open(one, of_one)
            && !own_open(other, of_other)
            && !self.default_differs
            && one.summary(of_one) == other.summary(of_other)
        {
            return Look::Nothing;
        }
        let (before, after) = (one.levels(of_one), other.levels(of_other));
        let is_decided = |levels: Levels| open.is_none() || levels.is_one();
        if is_decided(before) && is_decided(after) {
            return if before != after && is_shown(trial) { Look::Found } else { Look::Nothing };
        }
        open.map_or(Look::Nothing, Look::Open)
    }

    /// What each rule of a side comes to. Questions of rules that only one side has are asked first.
    fn truths(
        &self,
        side: usize,
        questions: &Questions,
        trial: &Trial,
        open: &mut Option<Question>,
    ) -> Vec<Option<Truth>> {
        let rules = self.sides.get(side).map_or(&[][..], |side| &side.rules);
        let (mut own, mut common) = (None, None);
        let truths = rules
            .iter()
            .map(|rule| {
                let asks = if rule.common { &mut common } else { &mut own };
                questions.ask(side, rule.of.when(), trial, asks)
            })
            .collect();
        *open = match (*open, own, common) {
            (None, own, common) => own.or(common),
            // The first side may have only common questions left.
            (Some(_), Some(own), _) => Some(own),
            (open @ Some(_), None, _) => open,
        };
        truths
    }

    /// A trial for which both policies come to one level, if there is one that agrees with `start`.
    pub(super) fn rated(&self, questions: &Questions, start: Trial, wanted: Levels) -> Option<Trial> {
        let found = search(questions, start, |trial| {
            if questions.is_impossible(trial) {
                return Look::Nothing;
            }
            let mut open = None;
            let levels: [Levels; 2] = core::array::from_fn(|side| {
                let truths = self.truths(side, questions, trial, &mut open);
                self.sides.get(side).map_or_else(Levels::unrated, |side| side.levels(&truths))
            });
            let decided = open.is_none() || levels.iter().all(|levels| levels.is_one());
            match open {
                _ if decided && levels.iter().all(|levels| *levels == wanted) => Look::Found,
                _ if decided => Look::Nothing,
                Some(question) => Look::Open(question),
                None => Look::Nothing,
            }
        });
        if let Searched::Found(trial) = found { Some(trial) } else { None }
    }
}

const fn is_by_days(window: RecurrenceWindow) -> bool {
    match window {
        RecurrenceWindow::Always | RecurrenceWindow::Elapsed(_) => false,
        RecurrenceWindow::Days(_) | RecurrenceWindow::Months(_) => true,
    }
}

/// Whether a condition asks for one of some facts.
fn asks_fact(condition: &Condition, wanted: &impl Fn(&Fact) -> bool) -> bool {
    match condition {
        Condition::Fact { fact, .. } => wanted(fact),
        Condition::All(parts) | Condition::Any(parts) => parts.iter().any(|part| asks_fact(part, wanted)),
        Condition::Not(part) | Condition::Surely(part) => asks_fact(part, wanted),
        Condition::Word { .. } | Condition::Amount(_) | Condition::Repeats(_) => false,
    }
}

/// The highest level of a tier that holds, and the levels above it that may.
type TierSummary = (u8, Option<Severity>, Option<Severity>, Vec<Severity>);

impl<'p> Side<'p> {
    fn of(policy: &'p Policy) -> Self {
        let mut rules = Vec::new();
        let mut add = |tier, from, rule| rules.push(Rule { tier, from, of: rule, common: false });
        if let Some(all) = policy.severity() {
            all.rules().iter().for_each(|rule| add(0, None, rule));
            all.fallbacks().iter().for_each(|rule| add(1, None, rule));
            all.escalations().for_each(|(from, rule)| add(2, Some(from), rule));
        }
        Self { table: policy.severity_table(), rules }
    }

    /// The levels that are possible. Whatever is open may hold.
    fn levels(&self, truths: &[Option<Truth>]) -> Levels {
        let truth = |position: usize| truths.get(position).copied().flatten().unwrap_or(Truth::Unknown);
        self.table.map_or_else(Levels::unrated, |table| table.levels_by(truth))
    }

    /// What the rules come to in each tier, apart from the open ones that both policies have.
    fn summary(&self, truths: &[Option<Truth>]) -> Vec<TierSummary> {
        let mut tiers: Vec<TierSummary> = Vec::new();
        for (rule, truth) in self.rules.iter().zip(truths) {
            let Some(truth @ (Truth::True | Truth::Unknown)) = truth else { continue };
            let level = rule.of.level();
            let place = tiers.iter().position(|(tier, from, ..)| (*tier, *from) == (rule.tier, rule.from));
            let place = place.unwrap_or_else(|| {
                tiers.push((rule.tier, rule.from, None, Vec::new()));
                tiers.len() - 1
            });
            let Some((_, _, certain, maybe)) = tiers.get_mut(place) else { continue };
            match truth {
                Truth::True => *certain = (*certain).max(Some(level)),
                Truth::Unknown | Truth::False => maybe.push(level),
            }
        }
        for (_, _, certain, maybe) in &mut tiers {
            maybe.retain(|level| Some(*level) > *certain);
            maybe.sort_unstable();
            maybe.dedup();
        }
        tiers.sort_by_key(|(tier, from, ..)| (*tier, *from));
        tiers
    }
}
