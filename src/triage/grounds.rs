//! Why a condition holds, or what it waits for: each question with the answer found.
//!
//! **The problem.** A condition is a tree of `all`, `any`, `not` and questions. A reader wants a short list: these are
//! the facts that decided. The list must be true, and must name nothing that did not matter.
//!
//! **The idea.** Collect the questions by which the tree comes to its value:
//!
//! | Part of the tree | Its value | Questions that are collected |
//! |---|---|---|
//! | `all` | false | those of the parts that are false |
//! | `any` | true | those of the parts that are true |
//! | `all` or `any` | anything else | those of every part |
//! | `not` | any | those of its part |
//! | `surely` | any | those of its part; an unknown answer counts as "no" |
//!
//! A `not` leaves no trace, because each question stands with the answer found. Example: the rule is "not by hotline",
//! and the complaint came by phone. The ground is the question "channel is hotline", answered with "phone", which does
//! not hold.
//!
//! If `surely` takes an unknown answer as "no", the ground says so: the rule does not wait for this answer.
//!
//! **Cost.** Each level of the tree evaluates its parts, so that a question is asked at most twice for each level above
//! it. A condition has at most 8 levels.
//!
//! **Why it is right.** INVARIANT: all grounds together, read back with [`Ground::condition`], have the value of the
//! condition. Every other complaint that answers their questions in the same way gives the condition the same value.

use alloc::vec::Vec;

use serde::Serialize;

use crate::policy::Condition;
use crate::policy::condition::{Facts, Recurrence, Truth};
use crate::text::left_out::is_default;
use crate::triage::known::Known;
use crate::triage::recurrence::RecurrenceCount;
use crate::vocab::{Code, Fact, Input, Money};

/// One question of a rule, with the answer that was found.
///
/// A rule holds, or waits, because of all of its grounds together.
///
/// # Example: a rule that holds because of a "no"
///
/// ```
/// use redress::policy::condition::Truth;
/// use redress::policy::severity::SeverityRule;
/// use redress::policy::{Condition, Policy, Routing, SeverityRules};
/// use redress::triage::account::Finding;
/// use redress::triage::{History, triage};
/// use redress::vocab::{Channel, RuleId, Severity};
/// # use redress::{sample, word};
///
/// let no_hotline = Condition::not(Condition::is(Channel::HOTLINE));
/// let rules = SeverityRules::new([Severity::Minor, Severity::General])
///     .with_rule(SeverityRule::new(word!(RuleId, "direct"), Severity::General, no_hotline))
///     .with_otherwise(Severity::Minor);
/// # let desk = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(Routing::none());
/// let policy = desk.severity(rules).build()?;
///
/// let complaint = sample::complaint()?.with_channel(Channel::PHONE);
/// let account = triage(&policy, &complaint, &History::none())?.explain();
/// let ground = &account.severity().ok_or("not rated")?.matched()[0].because()[0];
/// assert_eq!(ground.holds(), Truth::False); // it was not the hotline, so that the rule holds
/// let Finding::Word { found: Some(found), .. } = ground.finding() else { return Err("no word".into()) };
/// assert_eq!(found[..], [*Channel::PHONE.code()]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Ground {
    #[serde(flatten)]
    finding: Finding,
    holds: Truth,
    #[serde(skip_serializing_if = "is_default")]
    unknown_as_no: bool,
}

/// A question of a rule, and what was found of the complaint.
///
/// # Example: too few tries
///
/// ```
/// use redress::policy::Condition;
/// use redress::triage::account::Finding;
/// use redress::vocab::Fact;
///
/// let finding = Finding::Fact { fact: Fact::HOTLINE_TRIES, at_least: 3, found: Some(2) };
/// assert_eq!(finding.question(), Condition::at_least(Fact::HOTLINE_TRIES, 3));
/// ```
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
#[non_exhaustive]
pub enum Finding {
    /// How often a fact is so.
    Fact {
        /// The fact.
        fact: Fact,
        /// How often the rule asks for it.
        at_least: u32,
        /// How often it is so. `None` if the policy requires the fact to be asked and nobody answered.
        found: Option<u32>,
    },
    /// The words of an input.
    Word {
        /// The input.
        input: Input,
        /// The words that the rule asks for: one of them, or a child of one.
        asked: Vec<Code>,
        /// The words of the complaint. Empty if it is known to have none, `None` if that is unknown.
        found: Option<Vec<Code>>,
    },
    /// The amount at stake.
    Amount {
        /// The amount from which the rule holds.
        at_least: Money,
        /// The amount of the complaint, or `None` if it is unknown.
        found: Option<Money>,
    },
    /// How many earlier complaints it repeats.
    Repeats {
        /// Which earlier complaints count, and how many the rule asks for.
        asked: Recurrence,
        /// How many were found, or `None` if they were not counted.
        found: Option<RecurrenceCount>,
    },
}

impl Finding {
    /// Returns whether the question holds, by what was found.
    fn holds(&self) -> Truth {
        match self {
            Self::Fact { at_least, found, .. } => {
                found.map_or(Truth::Unknown, |count| Truth::from(count >= *at_least))
            }
            Self::Word { asked, found, .. } => {
                let is_asked = |word: &Code| asked.iter().any(|asked| word.is_or_under(asked));
                found.as_ref().map_or(Truth::Unknown, |words| Truth::from(words.iter().any(is_asked)))
            }
            Self::Amount { at_least, found } => {
                let reached = found.and_then(|amount| amount.is_at_least(at_least));
                reached.map_or(Truth::Unknown, Truth::from)
            }
            Self::Repeats { found, .. } => found.map_or(Truth::Unknown, |found| found.reached),
        }
    }

    /// Returns the question as a condition of its own, without the answer.
    #[must_use]
    pub fn question(&self) -> Condition {
        match self {
            Self::Fact { fact, at_least, .. } => Condition::at_least(*fact, *at_least),
            Self::Word { input, asked, .. } => Condition::Word { input: *input, any_of: asked.clone() },
            Self::Amount { at_least, .. } => Condition::Amount(*at_least),
            Self::Repeats { asked, .. } => Condition::Repeats(asked.clone()),
        }
    }
}

impl Ground {
    /// Returns the question with the answer that was found.
    #[must_use]
    pub const fn finding(&self) -> &Finding {
        &self.finding
    }

    /// Returns whether the question holds, by the answer that was found.
    #[must_use]
    pub const fn holds(&self) -> Truth {
        self.holds
    }

    /// Returns whether the rule takes the unknown answer as "no", because it asks for what is
    /// [surely](Condition::surely) so.
    #[must_use]
    pub const fn takes_unknown_as_no(&self) -> bool {
        self.unknown_as_no
    }

    /// Returns whether the rule waits for the answer.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.holds == Truth::Unknown && !self.unknown_as_no
    }

    /// Returns the ground as a condition that is true of the complaint, or unknown if the rule waits for it.
    ///
    /// All grounds of a rule together have the value of the rule's own condition, for this complaint and for every
    /// other one that answers their questions in the same way.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::policy::condition::Truth;
    /// use redress::sample;
    /// use redress::triage::{History, triage};
    /// use redress::vocab::Fact;
    ///
    /// let (policy, calendar) = (sample::policy()?, sample::calendar()?);
    /// let complaint = sample::complaint()?.with_fact(Fact::DANGER_TO_PERSON, 1);
    /// let account = triage(&policy, &complaint, &History::none())?.explain();
    /// let ground = &account.severity().ok_or("not rated")?.matched()[0].because()[0];
    /// assert_eq!(complaint.satisfies(&ground.condition(), &History::none(), &calendar), Truth::True);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn condition(&self) -> Condition {
        let question = self.finding.question();
        match self.holds {
            Truth::Unknown if self.unknown_as_no => {
                let surely_not = Condition::surely(Condition::not(question.clone()));
                Condition::all([Condition::not(Condition::surely(question)), Condition::not(surely_not)])
            }
            Truth::True | Truth::Unknown => question,
            Truth::False => Condition::not(question),
        }
    }
}

/// Returns the questions by which a condition comes to its value, each once.
pub(super) fn grounds(condition: &Condition, known: &Known<'_>) -> Vec<Ground> {
    let mut found = Vec::new();
    collect(condition, known, false, &mut found);
    found
}

fn collect(condition: &Condition, known: &Known<'_>, surely: bool, grounds: &mut Vec<Ground>) {
    let finding = match condition {
        Condition::All(parts) | Condition::Any(parts) => {
            // One false part is enough for a false `all`, and one true part for a true `any`.
            let enough = if matches!(condition, Condition::All(_)) { Truth::False } else { Truth::True };
            let is_enough = condition.holds(known) == enough;
            for part in parts.iter().filter(|part| !is_enough || part.holds(known) == enough) {
                collect(part, known, surely, grounds);
            }
            return;
        }
        Condition::Not(part) => return collect(part, known, surely, grounds),
        Condition::Surely(part) => return collect(part, known, true, grounds),
        Condition::Fact { fact, at_least } => {
            let found = (!known.is_open(*fact)).then(|| known.count(*fact));
            Finding::Fact { fact: *fact, at_least: *at_least, found }
        }
        Condition::Word { input, any_of } => {
            let words: Vec<Code> = known.words(*input).collect();
            let found = (!words.is_empty() || known.is_known(*input)).then_some(words);
            Finding::Word { input: *input, asked: any_of.clone(), found }
        }
        Condition::Amount(at_least) => Finding::Amount { at_least: *at_least, found: known.amount() },
        Condition::Repeats(asked) => Finding::Repeats { asked: asked.clone(), found: known.recurred(asked) },
    };
    let holds = finding.holds();
    debug_assert_eq!(holds, finding.question().holds(known), "what was found answers the question");
    let ground = Ground { finding, holds, unknown_as_no: surely && holds == Truth::Unknown };
    if !grounds.contains(&ground) {
        grounds.push(ground);
    }
}
