//! Findings of rules that rate and mark: rules that never hold or never decide, levels that nobody reaches, and rules
//! that lower the severity for more of something.
//!
//! The problem. "At least 3 calls is general" says nothing beside "at least 1 call is serious". No complaint shows the
//! author that the first rule never decides, because every complaint looks right.
//!
//! The idea. A search for one complaint for which the rule holds, and none of the rules that would decide instead. If
//! there is none, the rule never decides. Every complaint is considered, also those with several words and with unknown
//! answers, so that a rule that is told here can be removed without any change of the level.
//!
//! By hand. `often` (3 calls, general) and `press` (1 call, serious). `often` holds from 3 calls on, and `press` holds
//! there too: `often` never decides. With `press` from 5 calls on, 3 calls show that `often` decides.
//!
//! A rule is of the same kind as another if it stands in the same list: the plain rules are asked first, then the
//! fallbacks, then the escalations. Rules of one kind and one level do not hide each other: all of them are told as the
//! reasons of an answer. A rule that gives a mark is told only if it never holds.
//!
//! More of something must not lower the severity. It can only do so at a number under an odd number of `not`s, or where
//! a plain rule gives less than a fallback or the default. For each such number and each rule that may have decided until
//! then, a search compares the levels just below and at the number, and leaves everything else that those rules do not ask
//! at the least. It never compares with "unrated": gaps between the rules have findings of their own.
//!
//! Cost. A rule without `not` that shares no question with the rule in question cannot hold for its smallest complaints,
//! and is left out. [`MAX_WORK`] limits the evaluated conditions of a policy; rules that need more are told as too
//! complex, never as fine.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use crate::policy::condition::{Condition, Levels, Truth};
use crate::policy::fault::{FaultPlace, PolicyFault};
use crate::policy::finding::kinds::Finding;
use crate::policy::procedure::Policy;
use crate::policy::severity::gap::prove_gaps;
use crate::policy::severity::trial::{Asked, Domain, Shown, TooMuch, Trial, Value, ends_of};
use crate::policy::severity::{Escalation, Rating, RatingRule, SeverityGaps, SeverityRule, SeverityRules};
use crate::taxonomy::Taxonomy;
use crate::vocab::{Fact, RuleId, Severity, Word};

/// How many conditions are evaluated at most for one policy.
const MAX_WORK: usize = 400_000;
/// How many other rules a finding names.
const MAX_NAMED: usize = 3;

pub(super) fn add(policy: &Policy, found: &mut Vec<Finding>) {
    let (taxonomy, must_ask) = (policy.taxonomy(), policy.must_ask());
    let mut work = 0;
    if let Some(rules) = policy.severity() {
        let mut look = Look::new(rules.all().map(|(_, rule)| &rule.when), taxonomy, must_ask, &mut work);
        if look.severity(rules, found).is_err() {
            let place = FaultPlace::SeverityRules;
            found.push(Finding::RulesTooComplex { place, rules: rules.all().count() });
        }
        if rules.gaps() == SeverityGaps::Unrated && rules.otherwise().is_none() {
            let mut gaps = Vec::new();
            prove_gaps(rules, taxonomy, &mut gaps);
            found.extend(gaps.into_iter().filter_map(|gap| {
                if let PolicyFault::SeverityGap { rule, example } = gap {
                    Some(Finding::Unrated { rule, example })
                } else {
                    None
                }
            }));
        }
    }
    let mut rating = Ratings { taxonomy, must_ask, work: &mut work, found };
    rating.add(policy.importance());
    rating.add(policy.urgency());
    rating.add(policy.claim_kind());
    let marks = policy.marks().iter().map(|rule| (FaultPlace::Mark(rule.id()), rule.when()));
    rating.contradictions(marks);
    let requirements =
        policy.requirements().iter().map(|rule| (FaultPlace::Requirement(rule.id()), &rule.when));
    rating.contradictions(requirements);
}

struct Ratings<'a> {
    taxonomy: &'a Taxonomy,
    must_ask: &'a [Fact],
    work: &'a mut usize,
    found: &'a mut Vec<Finding>,
}

impl Ratings<'_> {
    fn add<W: Word>(&mut self, rating: Option<&Rating<W>>) {
        let Some(rating) = rating else { return };
        let conditions = rating.rules().iter().map(RatingRule::when);
        let mut look = Look::new(conditions, self.taxonomy, self.must_ask, self.work);
        if look.rating(rating, self.found).is_err() {
            let place = FaultPlace::Ratings(W::FACET);
            self.found.push(Finding::RulesTooComplex { place, rules: rating.rules().len() });
        }
    }

    fn contradictions<'c>(&mut self, rules: impl Iterator<Item = (FaultPlace, &'c Condition)>) {
        for (place, when) in rules {
            let mut look = Look::new([when], self.taxonomy, self.must_ask, self.work);
            match look.shown(Some(0), &[], &[]) {
                Ok(Some(_)) => {}
                Ok(None) => self.found.push(Finding::RuleNeverHolds { place }),
                Err(TooMuch) => self.found.push(Finding::RulesTooComplex { place, rules: 1 }),
            }
        }
    }
}

/// Searches over some rules.
struct Look<'c, 'w> {
    rules: Vec<&'c Condition>,
    domain: Domain,
    /// The rules that ask a question.
    askers: BTreeMap<Asked, Vec<usize>>,
    /// The rules that may hold for a complaint with the least of everything, and those with a `not`.
    anyway: Vec<usize>,
    work: &'w mut usize,
}

impl<'c, 'w> Look<'c, 'w> {
    fn new(
        conditions: impl IntoIterator<Item = &'c Condition>,
        taxonomy: &Taxonomy,
        must_ask: &[Fact],
        work: &'w mut usize,
    ) -> Self {
        let rules: Vec<&Condition> = conditions.into_iter().collect();
        let domain = Domain::whole(rules.iter().copied(), taxonomy, must_ask);
        let mut askers: BTreeMap<Asked, Vec<usize>> = BTreeMap::new();
        for (rule, when) in rules.iter().enumerate() {
            for asked in domain.asked_for(when) {
                askers.entry(asked).or_default().push(rule);
            }
        }
        let least = domain.least_but(&BTreeSet::new());
        let anyway = rules
            .iter()
            .enumerate()
            .filter(|(_, when)| {
                !when.is_free_of_not() || domain.ask(when, &least, &mut None) == Some(Truth::True)
            })
            .map(|(rule, _)| rule)
            .collect();
        Self { rules, domain, askers, anyway, work }
    }

    fn rule(&self, rule: usize) -> Option<&'c Condition> {
        let when = self.rules.get(rule).copied();
        debug_assert!(when.is_some(), "{rule} is no rule");
        when
    }

    fn has_not(&self, rule: usize) -> bool {
        self.rule(rule).is_some_and(|when| !when.is_free_of_not())
    }

    /// The questions of some rules.
    fn questions(&self, of: impl Iterator<Item = usize>) -> BTreeSet<Asked> {
        let mut open = BTreeSet::new();
        of.filter_map(|rule| self.rule(rule)).for_each(|when| self.domain.asked_of(when, &mut open));
        open
    }

    /// The rules among some that can hold for a complaint in which only open questions have another answer than the
    /// least.
    fn rivals(&self, open: &BTreeSet<Asked>, among: &[usize]) -> Vec<usize> {
        let mut rivals: BTreeSet<usize> =
            open.iter().filter_map(|asked| self.askers.get(asked)).flatten().copied().collect();
        rivals.extend(&self.anyway);
        among.iter().copied().filter(|other| rivals.contains(other)).collect()
    }

    /// The smallest complaint for which a rule and some more hold, and none of others does.
    fn shown(
        &mut self,
        rule: Option<usize>,
        more: &[usize],
        none_of: &[usize],
    ) -> Result<Option<Trial>, TooMuch> {
        let holding: Vec<usize> = rule.into_iter().chain(more.iter().copied()).collect();
        let with_not = none_of.iter().filter(|rule| self.has_not(**rule));
        let open = self.questions(holding.iter().chain(with_not).copied());
        let rivals = self.rivals(&open, none_of);
        let fixed = self.domain.least_but(&open);
        let Self { rules, domain, work, .. } = self;
        let of = |rule: &usize| rules.get(*rule).copied();
        domain.search(fixed, |trial| {
            let mut open = None;
            for when in holding.iter().filter_map(of) {
                spend(work)?;
                let mut asks = None;
                match domain.ask(when, trial, &mut asks) {
                    Some(Truth::True) => {}
                    Some(Truth::False | Truth::Unknown) => return Ok(Shown::Fails),
                    None => open = open.or(asks),
                }
            }
            for when in rivals.iter().filter_map(of) {
                spend(work)?;
                let mut asks = None;
                match domain.ask(when, trial, &mut asks) {
                    Some(Truth::True) => return Ok(Shown::Fails),
                    Some(Truth::False | Truth::Unknown) => {}
                    None => open = open.or(asks),
                }
            }
            Ok(open.map_or(Shown::Found, Shown::Depends))
        })
    }

    /// The rules among some that hold for a complaint.
    fn holding(&self, among: &[usize], trial: &Trial) -> Vec<usize> {
        let holds = |rule: &usize| {
            let when = self.rule(*rule);
            when.is_some_and(|when| self.domain.ask(when, trial, &mut None) == Some(Truth::True))
        };
        among.iter().copied().filter(holds).collect()
    }

    /// Looks at one rule, before which others decide. Returns a complaint for which it decides, if there is one.
    fn rule_of(
        &mut self,
        rule: usize,
        others: &[usize],
        told: &Told<'_>,
        found: &mut Vec<Finding>,
    ) -> Result<Option<Trial>, TooMuch> {
        if let Some(trial) = self.shown(Some(rule), &[], others)? {
            return Ok(Some(trial));
        }
        let Some(trial) = self.shown(Some(rule), &[], &[])? else {
            found.push(Finding::RuleNeverHolds { place: told.place });
            return Ok(None);
        };
        if !told.marks {
            let by =
                self.holding(others, &trial).into_iter().filter_map(|other| told.ids.get(other).copied());
            let by = by.take(MAX_NAMED).collect();
            let example = self.domain.example(&trial);
            found.push(Finding::RuleNeverDecides { place: told.place, by, example });
        }
        Ok(None)
    }

    fn rating<W: Word>(&mut self, rating: &Rating<W>, found: &mut Vec<Finding>) -> Result<(), TooMuch> {
        let ids: Vec<RuleId> = rating.rules().iter().map(RatingRule::id).collect();
        for (place, rule) in rating.rules().iter().enumerate() {
            let earlier: Vec<usize> = (0..place).collect();
            let told = Told {
                place: FaultPlace::Rating(W::FACET, rule.id()),
                marks: rule.mark().is_some(),
                ids: &ids,
            };
            self.rule_of(place, &earlier, &told, found)?;
        }
        Ok(())
    }

    fn severity(&mut self, rules: &SeverityRules, found: &mut Vec<Finding>) -> Result<(), TooMuch> {
        let all: Vec<&SeverityRule> = rules.all().map(|(_, rule)| rule).collect();
        let ids: Vec<RuleId> = all.iter().map(|rule| rule.id()).collect();
        let (plain, fallbacks) = (rules.rules().len(), rules.fallbacks().len());
        let of = |range: core::ops::Range<usize>, above: Severity| -> Vec<usize> {
            all.iter()
                .enumerate()
                .filter(|(at, rule)| range.contains(at) && rule.level() > above)
                .map(|(at, _)| at)
                .collect()
        };
        let every: Vec<usize> = (0..plain + fallbacks).collect();
        // For each level the ways to reach it: a rule and the rules that would decide instead.
        let mut ways: Vec<(Severity, Option<usize>, Vec<usize>)> = Vec::new();
        let mut reached: BTreeSet<Severity> = BTreeSet::new();
        for (at, rule) in all.iter().enumerate().take(plain + fallbacks) {
            let kind = if at < plain { 0..plain } else { plain..plain + fallbacks };
            let place = FaultPlace::Severity(rule.id());
            let mut earlier = all.iter().take(at).skip(kind.start);
            let same = earlier.find(|other| {
                other.level() == rule.level() && other.when() == rule.when() && other.marks() == rule.marks()
            });
            if let Some(same) = same {
                found.push(Finding::RuleTwice { place, earlier: same.id() });
                continue;
            }
            let mut others = of(kind, rule.level());
            if at >= plain {
                others.extend(0..plain);
            }
            let told = Told { place, marks: !rule.marks().is_empty(), ids: &ids };
            if self.rule_of(at, &others, &told, found)?.is_some() {
                reached.insert(rule.level());
                ways.push((rule.level(), Some(at), others));
            }
        }
        if let Some(level) = rules.otherwise() {
            if self.shown(None, &[], &every)?.is_some() {
                reached.insert(level);
                ways.push((level, None, every));
            } else {
                found.push(Finding::DefaultNeverApplies { level });
            }
        }
        for (at, Escalation { from, rule }) in (plain + fallbacks..).zip(&rules.escalations) {
            let mut lifts = false;
            for (_, by, others) in ways.iter().filter(|(level, ..)| level == from) {
                lifts = lifts || self.shown(*by, &[at], others)?.is_some();
            }
            if lifts {
                reached.insert(rule.level());
                continue;
            }
            let place = FaultPlace::Severity(rule.id());
            match self.shown(Some(at), &[], &[])? {
                None => found.push(Finding::RuleNeverHolds { place }),
                Some(trial) if rule.marks().is_empty() => {
                    let by = self.holding(&(0..plain + fallbacks).collect::<Vec<_>>(), &trial);
                    let by =
                        by.into_iter().filter_map(|other| ids.get(other).copied()).take(MAX_NAMED).collect();
                    let example = self.domain.example(&trial);
                    found.push(Finding::RuleNeverDecides { place, by, example });
                }
                Some(_) => {}
            }
        }
        let unreached = rules.levels().iter().filter(|level| !reached.contains(level));
        found.extend(unreached.map(|&level| Finding::LevelNeverGiven { level }));
        if !rules.is_monotone() {
            self.falls(rules, &all, found)?;
        }
        Ok(())
    }
}

/// How a rule is told.
struct Told<'a> {
    place: FaultPlace,
    /// Whether it gives a mark, so that it does something even if it never decides.
    marks: bool,
    /// The ids of all rules.
    ids: &'a [RuleId],
}

fn spend(work: &mut usize) -> Result<(), TooMuch> {
    *work += 1;
    if *work > MAX_WORK { Err(TooMuch) } else { Ok(()) }
}

// More of something.

/// A number at which the severity may fall: the rule that asks for it, and the rule that may have decided until then.
struct Edge {
    asked: Asked,
    end: Value,
    rule: usize,
    /// `None` if the rule itself or the default may have decided.
    giver: Option<usize>,
    /// The rule that decides then; `None` for the default.
    lands: Option<usize>,
}

impl Look<'_, '_> {
    /// The numbers at which the severity may fall:
    ///
    /// - a rule ends, because the number stands under an odd number of `not`s;
    /// - a rule of a kind that is asked earlier begins, and gives less than one of a later kind or the default;
    /// - an escalation ends, whichever rule gave the level that it lifts.
    fn edges(&self, rules: &SeverityRules, all: &[&SeverityRule]) -> Vec<Edge> {
        let (plain, rated) = (rules.rules().len(), rules.rules().len() + rules.fallbacks().len());
        let mut edges = Vec::new();
        let default = rules.otherwise();
        let lower = |at: &usize| {
            let level = all.get(*at).map(|rule| rule.level());
            default.is_none_or(|default| level < Some(default))
        };
        let lands: Vec<Option<usize>> =
            default.map(|_| None).into_iter().chain((0..rated).filter(lower).map(Some)).collect();
        let givers = |from: usize, of: &dyn Fn(Severity) -> bool| -> Vec<Option<usize>> {
            let later = all.iter().enumerate().take(rated).skip(from).filter(|(_, rule)| of(rule.level()));
            let default = rules.otherwise().filter(|level| of(*level)).map(|_| None);
            later.map(|(at, _)| Some(at)).chain(default).collect()
        };
        for (at, rule) in all.iter().enumerate() {
            let mut add = |positive: bool, givers: Vec<Option<usize>>| {
                let mut ends = Vec::new();
                ends_of(rule.when(), !positive, &mut ends);
                for (asked, end) in ends {
                    let asked = self.domain.of_way(asked, rule.when());
                    for &giver in &givers {
                        edges.extend(lands.iter().map(|&lands| Edge { asked, end, rule: at, giver, lands }));
                    }
                }
            };
            let more = |level: Severity| level > rule.level();
            if at < plain {
                add(false, Vec::from([None]));
                add(true, givers(plain, &more));
            } else if at < rated {
                add(false, Vec::from([None]));
                add(true, givers(rated, &more));
            } else if let Some(Escalation { from, .. }) = rules.escalations.get(at - rated) {
                add(false, givers(0, &|level| level == *from));
            }
        }
        edges
    }

    /// Finds the rules whose end, or beginning, lets the severity fall.
    fn falls(
        &mut self,
        rules: &SeverityRules,
        all: &[&SeverityRule],
        found: &mut Vec<Finding>,
    ) -> Result<(), TooMuch> {
        let every: Vec<usize> = (0..all.len()).collect();
        let with_not: Vec<usize> = every.iter().copied().filter(|rule| self.has_not(*rule)).collect();
        let mut told: BTreeSet<RuleId> = BTreeSet::new();
        for Edge { asked, end, rule, giver, lands } in self.edges(rules, all) {
            let id = giver.and_then(|giver| all.get(giver)).or(all.get(rule)).map(|rule| rule.id());
            let (Some(below), Some(id)) = (end.below(), id) else { continue };
            // Of several ways to count repetitions, only the complaint without any is sure to exist.
            if told.contains(&id) || matches!(asked, Asked::Repeated(_)) {
                continue;
            }
            let mut open =
                self.questions(giver.into_iter().chain(lands).chain([rule]).chain(with_not.iter().copied()));
            open.extend(self.domain.unsettled());
            let kept = self.rivals(&open, &every);
            let mut fixed = self.domain.least_but(&open);
            let ways = self.domain.values.keys().filter(|asked| matches!(asked, Asked::Repeated(_)));
            fixed.extend(ways.map(|asked| (*asked, Value::Count(0))));
            let Self { domain, work, .. } = self;
            let domain = &*domain;
            let shown = domain.search(fixed, |trial| {
                trial.insert(asked, below);
                let less = levels((rules, all, &kept), domain, trial, work)?;
                trial.insert(asked, end);
                let more = levels((rules, all, &kept), domain, trial, work)?;
                let top = less.levels.iter().next_back().flatten();
                let bottom = more.levels.iter().flatten().next();
                // What is unrated is no level to compare with.
                let falls = matches!((top, bottom), (Some(top), Some(bottom)) if bottom < top);
                Ok(match less.open.or(more.open) {
                    _ if !falls => Shown::Fails,
                    Some(question) => Shown::Depends(question),
                    None if less.levels.is_one() && more.levels.is_one() => Shown::Found,
                    None => Shown::Fails,
                })
            })?;
            let Some(mut trial) = shown else { continue };
            let more = domain.example(&trial);
            let to = levels((rules, all, &kept), domain, &trial, work)?.levels.iter().next().flatten();
            trial.insert(asked, below);
            let less = domain.example(&trial);
            let from = levels((rules, all, &kept), domain, &trial, work)?.levels.iter().next().flatten();
            if let (Some(from), Some(to)) = (from, to) {
                told.insert(id);
                found.push(Finding::NotMonotone { rule: id, less, more, from, to });
            }
        }
        Ok(())
    }
}

/// The levels that are possible for a partial trial, and a question on which they depend.
struct Possible {
    levels: Levels,
    open: Option<Asked>,
}

/// The rating of a partial trial by some of the rules. It follows the order of `SeverityTable`: plain rules, fallbacks,
/// default, escalations.
fn levels(
    (rules, all, kept): (&SeverityRules, &[&SeverityRule], &[usize]),
    domain: &Domain,
    trial: &Trial,
    work: &mut usize,
) -> Result<Possible, TooMuch> {
    let (plain, rated) = (rules.rules().len(), rules.rules().len() + rules.fallbacks().len());
    let mut open = None;
    let mut held: Vec<(usize, &SeverityRule, Truth)> = Vec::new();
    for &at in kept {
        let Some(rule) = all.get(at).copied() else { continue };
        spend(work)?;
        let mut asks = None;
        let truth = domain.ask(rule.when(), trial, &mut asks).unwrap_or_else(|| {
            open = open.or(asks);
            Truth::Unknown
        });
        if truth != Truth::False {
            held.push((at, rule, truth));
        }
    }
    let mut levels = Levels::default();
    let mut is_certain = false;
    for kind in [0..plain, plain..rated] {
        if is_certain {
            break;
        }
        let of_kind = || held.iter().filter(|(at, ..)| kind.contains(at));
        let with = |wanted: Truth| {
            of_kind().filter(move |(_, _, truth)| *truth == wanted).map(|(_, rule, _)| rule.level())
        };
        let certain = with(Truth::True).max();
        with(Truth::Unknown)
            .filter(|level| Some(*level) > certain)
            .for_each(|level| levels.insert(Some(level)));
        if certain.is_some() {
            levels.insert(certain);
            is_certain = true;
        }
    }
    if !is_certain {
        levels.insert(rules.otherwise());
    }
    let mut lifted = Levels::default();
    let mut left: BTreeSet<Severity> = BTreeSet::new();
    for (at, rule, truth) in held {
        let Some(Escalation { from, .. }) = at.checked_sub(rated).and_then(|at| rules.escalations.get(at))
        else {
            continue;
        };
        if levels.contains(*from) {
            lifted.insert(Some(rule.level()));
            if truth == Truth::True {
                left.insert(*from);
            }
        }
    }
    for level in levels.iter().filter(|level| level.is_none_or(|level| !left.contains(&level))) {
        lifted.insert(level);
    }
    Ok(Possible { levels: lifted, open })
}
