//! The compiled severity rules of a policy, and their evaluation.
//!
//! All conditions are compiled into one matcher, which answers a complaint with two sets of positions: the rules that
//! hold, and the rules that may hold because something is unknown. Everything after that is work on these sets.
//!
//! A *tier* evaluates one kind of rules, the plain rules or the fallbacks. It goes from the highest level down. The
//! first level with a rule that holds is certain and ends the walk: nothing below it matters. Each level above it
//! with a rule that may hold is possible too. The result is a set of levels (`Levels`) in which "unrated" is one
//! element, so that "undetermined" needs no special case: it is a set with several elements.
//!
//! The fallbacks are asked only if no plain rule is certain, and the default only if no fallback is certain. The
//! possible levels of all tiers are joined. An escalation is then applied to each possible level by itself.
//!
//! Who decides is noted beside the levels, if the caller wants it (`Notes`). Routing and clocks ask for the levels
//! alone and pass `()`, so that this bookkeeping costs them nothing.

use alloc::vec::Vec;
use core::cmp::Reverse;
use core::ops::Range;

use crate::policy::bits::{Bits, WORDS};
#[cfg(feature = "compare")]
use crate::policy::condition::Truth;
use crate::policy::condition::{Facts, Levels};
use crate::policy::lexicon::WordNumber;
use crate::policy::numbers::Numbers;
use crate::policy::severity::lanes::Lanes;
use crate::policy::severity::mask::Answers;
use crate::policy::severity::matcher::{Held, Rules};
use crate::policy::severity::rules::{SeverityRule, SeverityRules};
use crate::taxonomy::Taxonomy;
use crate::vocab::Severity;

/// The compiled severity rules of a policy.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct SeverityTable {
    rules: SeverityRules,
    compiled: Rules,
    /// The positions of the plain rules.
    plain: Bits,
    /// The positions of the fallbacks.
    fallbacks: Bits,
    /// The positions of the rules of each level, in the order of the levels.
    of_level: [Option<Bits>; Severity::ALL.len()],
    /// The conditions once more, where the table is small: first the rules, then the fallbacks, each from the highest
    /// level down, and the escalations.
    lanes: Option<Lanes>,
    /// What each term of the lanes decides where it is the first that holds, and last the default.
    decided: Vec<(Option<Severity>, bool)>,
}

/// The result for one complaint, as positions of the table.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Outcome {
    /// The levels that are possible; exactly one if the severity is decided.
    pub(crate) levels: Levels,
    /// Whether the severity is decided by the default, without any rule that holds.
    pub(crate) by_default: bool,
    /// The rules that hold, as far as they were asked.
    pub(crate) matched: Bits,
    /// The rules that may hold and matter: an undetermined answer depends on them.
    pub(crate) unknown: Bits,
    /// The rules that give the level or may turn out to give it.
    pub(crate) may_decide: Bits,
}

impl SeverityTable {
    pub(crate) fn compiled(rules: SeverityRules, taxonomy: &Taxonomy) -> Self {
        let compiled = Rules::compiled(rules.all().map(|(_, rule)| &rule.when), taxonomy);
        let size = compiled.len();
        let set = |positions: Range<usize>| {
            let mut set = Bits::with_size(size);
            positions.for_each(|position| set.insert(position));
            set
        };
        let (plain, fallbacks) = (rules.rules.len(), rules.fallbacks.len());
        let mut of_level = [const { None }; Severity::ALL.len()];
        for (position, (_, rule)) in rules.all().enumerate() {
            if let Some(of_level) = of_level.get_mut(rule.level as usize) {
                of_level.get_or_insert_with(|| set(0..0)).insert(position);
            }
        }
        let mut order: Vec<usize> = (0..size).collect();
        let levels: Vec<Severity> = rules.all().map(|(_, rule)| rule.level).collect();
        order.sort_by_key(|&position| {
            let tier = usize::from(position >= plain) + usize::from(position >= plain + fallbacks);
            (tier, Reverse(levels.get(position).copied()))
        });
        let lanes = compiled.lanes(&order);
        let level = |position: usize| (levels.get(position).copied(), false);
        let by_rule = lanes.iter().flat_map(Lanes::rules_of_terms).map(level);
        let decided = by_rule.chain([(rules.default, true)]).collect();
        Self {
            decided,
            plain: set(0..plain),
            fallbacks: set(plain..plain + fallbacks),
            of_level,
            lanes,
            rules,
            compiled,
        }
    }

    /// Returns `true` if the questions are answered once, when a complaint is prepared.
    pub(crate) const fn is_small(&self) -> bool {
        self.lanes.is_some()
    }

    /// Answers the questions of a small table about a fact that is so.
    #[inline]
    pub(crate) fn add_fact(&self, answers: &mut Answers, fact: WordNumber, count: u32) {
        self.compiled.add_fact(answers, fact, count);
    }

    /// Makes the questions of a small table about a fact unknown: it had to be asked, and was not answered.
    pub(crate) fn add_open_fact(&self, answers: &mut Answers, fact: WordNumber) {
        self.compiled.add_open_fact(answers, fact);
    }

    /// Answers all other questions of a small table.
    #[inline]
    pub(crate) fn add_rest(&self, answers: &mut Answers, numbers: &Numbers, facts: &impl Facts) {
        self.compiled.add_rest(answers, numbers, facts);
    }

    /// The level, and whether it is the default. `None` if the table is not small, has escalations, or has a rule that
    /// may hold.
    #[inline]
    pub(crate) fn level_at_once(&self, numbers: &Numbers) -> Option<(Option<Severity>, bool)> {
        let lanes = self.lanes.as_ref().filter(|_| self.rules.escalations.is_empty())?;
        let (sure, possible) = lanes.terms(numbers.answers());
        if sure != possible {
            return None;
        }
        // The default stands behind the terms, so that no branch is needed for it.
        let first = lanes.first(sure);
        self.decided.get(first).copied()
    }

    /// The positions of the rules that hold, as in [`Outcome::matched`]. `None` if the table is not small, has
    /// escalations, or has a rule that may hold.
    #[inline]
    pub(crate) fn matched_at_once(&self, numbers: &Numbers) -> Option<Bits> {
        let lanes = self.lanes.as_ref().filter(|_| self.rules.escalations.is_empty())?;
        let (sure, possible) = lanes.terms(numbers.answers());
        if sure != possible {
            return None;
        }
        let holds = Bits::of_inline(lanes.rules(sure));
        let mut matched = Bits::of_inline([0; WORDS]);
        matched.add_common([&holds, &self.plain]);
        Some(if matched.is_empty() { holds } else { matched })
    }

    /// The rules that hold and those that may.
    fn held(&self, numbers: &Numbers, facts: &impl Facts) -> Held {
        match &self.lanes {
            Some(lanes) => {
                let [holds, unknown] = lanes.held(numbers.answers()).map(Bits::of_inline);
                Held { holds, unknown }
            }
            None => self.compiled.ask(numbers, facts),
        }
    }

    /// The rules as they were declared.
    pub(crate) const fn rules(&self) -> &SeverityRules {
        &self.rules
    }

    /// The rule at a position. A position beyond the table is a bug: a caller that read it as "no rule" would rate
    /// too low.
    pub(crate) fn rule(&self, position: usize) -> Option<&SeverityRule> {
        debug_assert!(position < self.compiled.len(), "{position} is no position of the table");
        let rules = &self.rules;
        let (first, second) = (rules.rules.len(), rules.rules.len() + rules.fallbacks.len());
        if position < first {
            rules.rules.get(position)
        } else if position < second {
            rules.fallbacks.get(position - first)
        } else {
            rules.escalations.get(position - second).map(|escalation| &escalation.rule)
        }
    }

    pub(crate) fn rate(&self, numbers: &Numbers, facts: &impl Facts) -> Outcome {
        let held = self.held(numbers, facts);
        let none = || Bits::with_size(self.compiled.len());
        let mut rated = Outcome {
            levels: Levels::default(),
            by_default: false,
            matched: none(),
            unknown: none(),
            may_decide: none(),
        };
        (rated.levels, rated.by_default) = self.decide(&held, &mut rated);
        rated
    }

    /// The possible levels, and whether the default decides, without the rules behind them.
    pub(crate) fn levels(&self, numbers: &Numbers, facts: &impl Facts) -> (Levels, bool) {
        self.decide(&self.held(numbers, facts), &mut ())
    }

    /// The possible levels if each rule, by its position, comes to a truth value.
    #[cfg(feature = "compare")]
    pub(crate) fn levels_by(&self, truth: impl Fn(usize) -> Truth) -> Levels {
        let size = self.compiled.len();
        let mut held = Held { holds: Bits::with_size(size), unknown: Bits::with_size(size) };
        for position in 0..size {
            match truth(position) {
                Truth::True => held.holds.insert(position),
                Truth::Unknown => held.unknown.insert(position),
                Truth::False => {}
            }
        }
        self.decide(&held, &mut ()).0
    }

    fn decide(&self, held: &Held, notes: &mut impl Notes) -> (Levels, bool) {
        let (first_fallback, first_escalation) =
            (self.rules.rules.len(), self.rules.rules.len() + self.rules.fallbacks.len());
        let plain = self.tier(held, &self.plain, notes);
        let (mut levels, mut by_default) = (plain.levels, false);
        if plain.certain.is_some() {
            notes.note(|rated| rated.may_decide.add_common([&self.plain, &held.holds]));
            notes.note(|rated| rated.may_decide.add_common([&self.plain, &held.unknown]));
        } else {
            let mut fallback = Tier::default();
            if first_fallback < first_escalation {
                fallback = self.tier(held, &self.fallbacks, notes);
                // As long as a plain rule may hold, it is open whether a fallback is asked at all.
                if !plain.levels.is_empty() {
                    notes.note(|rated| rated.matched.subtract(&self.fallbacks));
                }
            }
            if fallback.certain.is_none() {
                fallback.levels.insert(self.rules.default);
                by_default = true;
            }
            levels.extend(fallback.levels);
            notes.note(|rated| {
                for kind in [&self.plain, &self.fallbacks] {
                    rated.may_decide.add_common([kind, &held.holds]);
                    rated.may_decide.add_common([kind, &held.unknown]);
                }
            });
        }
        let settled = levels.is_one();
        if !self.rules.escalations.is_empty() {
            let lifted = self.lift(levels, held, notes);
            levels = lifted.levels;
            by_default &= lifted.certain.is_none();
        }
        notes.note(|rated| {
            let given = self.of_levels(levels);
            // If a rule that holds gives the level, the rules that may hold do not matter. Otherwise they are reported,
            // even if they give the same level.
            if levels.is_one() && Bits::meet([&rated.matched, &given]) {
                rated.unknown = Bits::with_size(self.compiled.len());
            }
            rated.may_decide.intersect(&given);
            // If several ways lead to one level, the escalations among them are reported with the open rules.
            if levels.is_one() && !settled {
                let lifts = rated.may_decide.iter().filter(|rule| *rule >= first_escalation);
                lifts.for_each(|rule| rated.unknown.insert(rule));
            }
        });
        (levels, by_default)
    }

    /// Applies the escalations to each possible level. `certain` is the highest level that an escalation certainly
    /// gives.
    fn lift(&self, levels: Levels, held: &Held, notes: &mut impl Notes) -> Tier {
        let settled = levels.is_one();
        let first = self.rules.rules.len() + self.rules.fallbacks.len();
        let mut all = Tier::default();
        for from in levels.iter() {
            let mut lifted = Tier::default();
            for (position, escalation) in (first..).zip(&self.rules.escalations) {
                if Some(escalation.from) != from {
                    continue;
                }
                if held.holds.contains(position) {
                    lifted.hold(escalation.rule.level);
                    notes.note(|rated| {
                        if settled {
                            rated.matched.insert(position);
                        }
                        rated.may_decide.insert(position);
                    });
                } else if held.unknown.contains(position) {
                    lifted.may_hold(escalation.rule.level);
                    notes.note(|rated| {
                        rated.unknown.insert(position);
                        rated.may_decide.insert(position);
                    });
                }
            }
            if lifted.certain.is_none() {
                lifted.levels.insert(from);
            }
            all.certain = all.certain.max(lifted.certain);
            all.levels.extend(lifted.levels);
        }
        all
    }

    /// The rules that give one of several levels.
    fn of_levels(&self, levels: Levels) -> Bits {
        let mut rules = Bits::with_size(self.compiled.len());
        for (level, of_level) in Severity::ALL.iter().zip(&self.of_level) {
            if let Some(of_level) = of_level.as_ref().filter(|_| levels.contains(*level)) {
                rules.add(of_level);
            }
        }
        rules
    }

    /// Evaluates the rules of one kind, and notes those that may hold and matter.
    fn tier(&self, held: &Held, kind: &Bits, notes: &mut impl Notes) -> Tier {
        let mut tier = Tier::default();
        notes.note(|rated| rated.matched.add_common([&held.holds, kind]));
        for (&level, of_level) in Severity::ALL.iter().zip(&self.of_level).rev() {
            let Some(of_level) = of_level else { continue };
            // The walk goes from the highest level down: rules above that may hold were noted, and nothing below
            // matters.
            if Bits::meet([&held.holds, kind, of_level]) {
                tier.certain = Some(level);
                tier.levels.insert(Some(level));
                break;
            }
            if Bits::meet([&held.unknown, kind, of_level]) {
                tier.levels.insert(Some(level));
                notes.note(|rated| rated.unknown.add_common([&held.unknown, kind, of_level]));
            }
        }
        tier
    }
}

/// A receiver of the rules behind a decision: an outcome keeps them, and `()` drops them.
trait Notes {
    fn note(&mut self, change: impl FnOnce(&mut Outcome));
}

impl Notes for () {
    fn note(&mut self, _: impl FnOnce(&mut Outcome)) {}
}

impl Notes for Outcome {
    fn note(&mut self, change: impl FnOnce(&mut Outcome)) {
        change(self);
    }
}

/// The result of the rules of one kind.
#[derive(Default)]
struct Tier {
    /// The highest level of a rule that holds.
    certain: Option<Severity>,
    /// The possible levels; empty if no rule holds or may hold.
    levels: Levels,
}

impl Tier {
    /// Adds a rule that holds. Such rules are added before those that may hold.
    fn hold(&mut self, level: Severity) {
        self.certain = self.certain.max(Some(level));
        self.levels = Levels::default();
        self.levels.insert(self.certain);
    }

    /// Adds a rule that may hold, and returns whether it matters.
    fn may_hold(&mut self, level: Severity) -> bool {
        let matters = Some(level) > self.certain;
        if matters {
            self.levels.insert(Some(level));
        }
        matters
    }
}
