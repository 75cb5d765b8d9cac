//! What can be wrong with one part of a policy: a condition, a late entry, a period, or the rules about people.

use core::fmt;

use crate::deadline::Count;
use crate::deadline::choice::TermFault;
use crate::policy::limits::{
    MAX_ACTIONS, MAX_DEPTH, MAX_FULFILMENTS, MAX_KEYS, MAX_LATE_ROLES, MAX_PARTS, MAX_WORDS, MIN_PERIOD,
};
use crate::policy::recurrence_key::RecurrenceKey;
use crate::vocab::{Action, Anchor, Fact, Input, Role};

/// A problem of a [condition](crate::policy::Condition).
///
/// # Example
///
/// ```
/// use redress::policy::severity::MarkRule;
/// use redress::policy::{Condition, Policy, Routing};
/// use redress::sample;
/// use redress::vocab::{Mark, RuleId};
/// use redress::word;
///
/// let always = MarkRule::new(word!(RuleId, "always"), Mark::GRAVE, Condition::all([]));
/// let faults = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(Routing::none())
///     .mark(always)
///     .build()
///     .unwrap_err();
/// assert_eq!(faults.to_string(), "mark rule `always`: `all` or `any` without conditions, expected at least one");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum ConditionProblem {
    /// A group has no conditions, so that it would hold always (`all`) or never (`any`).
    #[error("`all` or `any` without conditions, expected at least one")]
    Empty,
    /// A fact is required 0 times, which is always true.
    #[error("fact `{fact}` at least 0 times always holds, expected at least 1")]
    AtLeastNone {
        /// The fact.
        fact: Fact,
    },
    /// An amount of at least 0 is required, which is always true.
    #[error("an amount of at least 0 always holds, expected more than 0")]
    AmountNone,
    /// A question lists no words.
    #[error("{input} lists no words, expected at least one")]
    NoWords {
        /// The input that the question is about.
        input: Input,
    },
    /// A question lists too many words.
    #[error("{input} lists {words} words, expected at most {MAX_WORDS}")]
    TooManyWords {
        /// The input that the question is about.
        input: Input,
        /// How many words it lists.
        words: usize,
    },
    /// A condition asks for the severity, for a mark, or for a fact as a word. Rules give the first two later.
    #[error("a condition cannot ask for the {input}; ask for an input of the complaint")]
    NotAsked {
        /// The input that the question is about.
        input: Input,
    },
    /// A repetition names no key to compare complaints by.
    #[error("`repeats` names no keys, expected at least one")]
    NoKeys,
    /// A repetition names too many keys.
    #[error("`repeats` names {keys} keys, expected at most {MAX_KEYS}")]
    TooManyKeys {
        /// How many keys it names.
        keys: usize,
    },
    /// A repetition compares complaints by facts or marks, which are no words of a complaint.
    #[error("`repeats` cannot compare by `{key}`, because complaints have no such words; use another key")]
    NotCounted {
        /// The key.
        key: RecurrenceKey,
    },
    /// A repetition compares complaints by a facet for which the policy declares no words.
    #[error("`repeats` compares by `{key}`, a facet without words in the taxonomy; {}", Nearest(*nearest))]
    KeyWithoutWords {
        /// The key.
        key: RecurrenceKey,
        /// The key that may have been meant; `None` if no key is spelt like it.
        nearest: Option<RecurrenceKey>,
    },
    /// A repetition requires 0 earlier complaints, which is always true.
    #[error("`repeats` at least 0 times always holds, expected at least 1")]
    RepeatsNone,
    /// The window of a repetition has no length.
    #[error("`repeats` has a window of length 0, expected a longer one")]
    NoWindow,
    /// A condition is nested too deeply for a person to follow.
    #[error("the condition has more than {MAX_DEPTH} levels; split it into several rules")]
    TooDeep,
    /// A condition has too many parts for a person to follow.
    #[error("the condition has more than {MAX_PARTS} parts; split it into several rules")]
    TooLarge,
}

/// The remedy of [`ConditionProblem::KeyWithoutWords`]: the key that may have been meant, or what else to do.
struct Nearest(Option<RecurrenceKey>);

impl fmt::Display for Nearest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(key) => write!(f, "the nearest one with words is `{key}`"),
            None => f.write_str("declare its words, or use another key"),
        }
    }
}

/// A problem of the rule about late entries of a clock.
#[derive(Clone, Copy, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum LateEntryProblem {
    /// The rule limits nothing.
    #[error("limits neither the roles nor the time; set `by`, `within` or both")]
    Nothing,
    /// A missed limit of this clock stays missed, so that no late entry can change it.
    #[error(
        "has no effect, because a missed limit stays missed; remove it, or set `after-breach = \
         \"follows-new-due\"`"
    )]
    StaysBreached,
    /// Too many roles may enter late.
    #[error("{roles} roles may enter late, expected at most {MAX_LATE_ROLES}")]
    TooManyRoles {
        /// How many roles there are.
        roles: usize,
    },
    /// A role is named twice.
    #[error("`by` names `{role}` twice; name it once")]
    RoleTwice {
        /// The repeated role.
        role: Role,
    },
    /// The time limit is a fixed instant, the same for every entry.
    #[error("`within` is a fixed instant; use an amount of time, which counts from the entered event")]
    Instant,
    /// The time limit is not a valid term.
    #[error("within: {0}")]
    Term(TermFault),
    /// None of the roles may perform the action that a late entry consists of.
    #[error("none of its roles may `{action}`; name a role that may, or permit it to one of them")]
    NotPermitted {
        /// The action.
        action: Action,
    },
}

/// A reason why a clock cannot repeat by the calendar.
#[derive(Clone, Copy, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum PeriodsProblem {
    /// No event fulfils a period.
    #[error("no event fulfils a period; name at least one in `fulfilled-by`")]
    NoFulfilment,
    /// Too many events can fulfil a period.
    #[error("`fulfilled-by` names {events} events, expected at most {MAX_FULFILMENTS}")]
    TooManyFulfilments {
        /// How many events there are.
        events: usize,
    },
    /// An event is named twice.
    #[error("`fulfilled-by` names `{event}` twice; name it once")]
    FulfilledTwice {
        /// The repeated event.
        event: Anchor,
    },
    /// The same event fulfils a period and ends the clock.
    #[error("`{event}` both fulfils a period and ends the clock; use another event for one of the two")]
    FulfilledByEnd {
        /// The event.
        event: Anchor,
    },
    /// The clock can be extended.
    #[error(
        "a clock that repeats by the calendar cannot be extended; remove `extensions`, and pause the clock \
         instead"
    )]
    Extended,
    /// The clock says what a reopening does to it.
    #[error("a clock that repeats by the calendar counts again from a reopening; remove `on-reopening`")]
    Reopened,
    /// The end of the clock makes the case a project.
    #[error("a clock that repeats by the calendar cannot make a case a project; use another `part`")]
    Project,
    /// The period is too short.
    #[error("a period of {count} is too short, expected at least {MIN_PERIOD}, or one day, week or month")]
    TooShort {
        /// The length of the period.
        count: Count,
    },
    /// The period ends at a fixed instant.
    #[error("a period cannot end at a fixed instant, which comes only once; use an amount of time")]
    Instant,
    /// A part of the period counts from an event of its own.
    #[error(
        "a part of a period cannot count from `{event}`, because each period counts from the one before; remove \
         `from`"
    )]
    OwnEvent {
        /// The event.
        event: Anchor,
    },
}

/// A problem of the rules about people.
#[derive(Clone, Copy, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum PeopleProblem {
    /// A list is too long.
    #[error("{key}: {count} entries, expected at most {MAX_ACTIONS}")]
    TooMany {
        /// The key of the list in the document.
        key: &'static str,
        /// How many entries it has.
        count: usize,
    },
    /// A list names an action twice.
    #[error("{key}: `{action}` is named twice; name it once")]
    Twice {
        /// The key of the list in the document.
        key: &'static str,
        /// The repeated action.
        action: Action,
    },
    /// A role is named twice.
    #[error("overriders: `{role}` is named twice; name it once")]
    RoleTwice {
        /// The repeated role.
        role: Role,
    },
    /// A list names the receipt. It creates the case, so no rule can apply to it yet.
    #[error("{key}: cannot name `receive`, which creates the case; name an action on a case")]
    Receipt {
        /// The key of the list in the document.
        key: &'static str,
    },
    /// An action is reserved for the complainant, but the complainant may not perform it.
    #[error("complainant-alone: `{action}` is not one of `complainant-may`; add it there too")]
    NotTheirs {
        /// The action.
        action: Action,
    },
    /// An action is kept apart from itself.
    #[error("parted: `{action}` is paired with itself; name two different actions")]
    PartedFromItself {
        /// The action.
        action: Action,
    },
    /// A pair of actions is named twice.
    #[error("parted: the pair `{one}` and `{other}` is named twice; name it once")]
    PartedTwice {
        /// One action of the pair.
        one: Action,
        /// The other action.
        other: Action,
    },
}
