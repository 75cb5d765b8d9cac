//! Why a condition holds, or what it waits for.

use alloc::vec::Vec;

use serde::Serialize;

use crate::policy::Condition;
use crate::policy::condition::{Facts, RecurrenceKey, Truth};
use crate::triage::known::Known;
use crate::vocab::{Code, Fact, Input, Money};

/// One question of a condition with its answer, such as that a fact is so three times where two are enough.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Ground {
    /// How often a fact is so.
    Fact {
        /// The fact.
        fact: Fact,
        /// How often it is so.
        count: u32,
        /// How often it was asked to be so.
        at_least: u32,
    },
    /// A fact that must be asked and was not answered.
    NotAnswered {
        /// The fact.
        fact: Fact,
        /// How often it was asked to be so.
        at_least: u32,
    },
    /// The words that answer an input; none where it is not known.
    Word {
        /// The input.
        input: Input,
        /// The words of the complaint.
        words: Vec<Code>,
    },
    /// The amount at stake.
    Amount {
        /// The amount of the complaint; none where it is not known.
        amount: Option<Money>,
        /// The amount that was asked for.
        at_least: Money,
    },
    /// How many earlier complaints it repeats.
    Repeats {
        /// By which key; none where the complaint has none of them.
        key: Option<RecurrenceKey>,
        /// How many there are; without a key, at most.
        count: usize,
        /// How many were asked for.
        at_least: u32,
    },
    /// That something does not hold.
    Not(Vec<Self>),
}

/// The questions by which a condition comes to a value: those that have it themselves.
pub(super) fn grounds(condition: &Condition, value: Truth, known: &Known<'_>) -> Vec<Ground> {
    let mut found = Vec::new();
    collect(condition, value, known, &mut found);
    found
}

fn collect(condition: &Condition, value: Truth, known: &Known<'_>, found: &mut Vec<Ground>) {
    if condition.holds(known) != value {
        return;
    }
    let ground = match condition {
        Condition::All(parts) | Condition::Any(parts) => {
            for part in parts {
                collect(part, value, known, found);
            }
            return;
        }
        // It holds by what holds; where it does not, by what does not or is not known.
        Condition::Surely(part) => {
            let inner = part.holds(known);
            collect(part, inner, known, found);
            return;
        }
        Condition::Not(part) => {
            let mut inner = Vec::new();
            collect(part, value.not(), known, &mut inner);
            Ground::Not(inner)
        }
        Condition::Fact { fact, at_least } if known.is_open(*fact) => {
            Ground::NotAnswered { fact: *fact, at_least: *at_least }
        }
        Condition::Fact { fact, at_least } => {
            Ground::Fact { fact: *fact, count: known.count(*fact), at_least: *at_least }
        }
        Condition::Word { input, any_of } => {
            let fits =
                |word: &&Code| value != Truth::True || any_of.iter().any(|asked| word.is_or_under(asked));
            let words = known.words(*input).filter(fits).copied().collect();
            Ground::Word { input: *input, words }
        }
        Condition::Amount(at_least) => Ground::Amount { amount: known.amount(), at_least: *at_least },
        Condition::Repeats(asked) => {
            let found = known.recurred(asked);
            Ground::Repeats {
                key: found.and_then(|found| found.key),
                count: found.map_or(0, |found| found.count),
                at_least: asked.threshold(),
            }
        }
    };
    found.push(ground);
}
