//! What is wrong with one part of a policy.

use core::fmt;

use crate::deadline::Count;
use crate::deadline::choice::TermFault;
use crate::policy::limits::{
    MAX_ACTIONS, MAX_DEPTH, MAX_FULFILMENTS, MAX_KEYS, MAX_LATE_ROLES, MAX_PARTS, MAX_WORDS, MIN_PERIOD,
};
use crate::policy::recurrence_key::RecurrenceKey;
use crate::vocab::{Action, Anchor, Fact, Input, Role};

/// What is wrong with a condition.
#[derive(Clone, Copy, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum ConditionProblem {
    /// A group without members, which would always hold or never.
    #[error("`all` or `any` of nothing, expected at least one condition")]
    Empty,
    /// A count that is always reached.
    #[error("fact `{fact}` at least 0 times, which always holds, expected at least 1")]
    AtLeastNone {
        /// The fact.
        fact: Fact,
    },
    /// An amount that is always reached.
    #[error("an amount of at least 0, which always holds, expected more")]
    AmountNone,
    /// A question for one of no words.
    #[error("{input} is one of no words, expected at least one")]
    NoWords {
        /// The question.
        input: Input,
    },
    /// A question with more words than fit.
    #[error("{input} is one of {words} words, expected at most {MAX_WORDS}")]
    TooManyWords {
        /// The question.
        input: Input,
        /// How many.
        words: usize,
    },
    /// A question that rules answer, which come later.
    #[error("asks for the {input}, which follows from rules, expected another input")]
    NotAsked {
        /// The question.
        input: Input,
    },
    /// A repetition of something that has no key.
    #[error("repeats by no key, expected at least one")]
    NoKeys,
    /// A repetition of more things than fit.
    #[error("repeats by {keys} keys, expected at most {MAX_KEYS}")]
    TooManyKeys {
        /// How many.
        keys: usize,
    },
    /// A repetition of what is no word of a complaint.
    #[error("repeats by `{key}`, of which no complaint has words, expected another key")]
    NotCounted {
        /// The key.
        key: RecurrenceKey,
    },
    /// A repetition of a facet that the policy has no words of.
    #[error("repeats by `{key}`, a facet without words in the taxonomy, expected {}", Nearest(*nearest))]
    KeyWithoutWords {
        /// The key.
        key: RecurrenceKey,
        /// The key that may have been meant.
        nearest: Option<RecurrenceKey>,
    },
    /// A repetition that is always there.
    #[error("repeats at least 0 times, which always holds, expected at least 1")]
    RepeatsNone,
    /// A repetition within no time.
    #[error("repeats within 0, expected a window of some length")]
    NoWindow,
    /// More levels than a person follows.
    #[error("has more than {MAX_DEPTH} levels, expected at most that many")]
    TooDeep,
    /// More parts than a person follows.
    #[error("has more than {MAX_PARTS} parts, expected at most that many")]
    TooLarge,
}

/// The key that may have been meant, or what else to do.
struct Nearest(Option<RecurrenceKey>);

impl fmt::Display for Nearest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(key) => write!(f, "one with words, such as `{key}`"),
            None => f.write_str("its words to be declared, or another key"),
        }
    }
}

/// What is wrong with who may enter late.
#[derive(Clone, Copy, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum LateEntryProblem {
    /// Nothing is limited.
    #[error("names neither roles nor a time, expected `by`, `within` or both")]
    Nothing,
    /// A clock whose miss nothing takes back.
    #[error("no late entry takes a miss back, expected it left out, or `after-breach = \"follows-new-due\"`")]
    StaysBreached,
    /// More roles than there can be.
    #[error("{roles} roles may enter late, expected at most {MAX_LATE_ROLES}")]
    TooManyRoles {
        /// How many.
        roles: usize,
    },
    /// One role that stands twice.
    #[error("`{role}` stands twice in `by`, expected it once")]
    RoleTwice {
        /// The role.
        role: Role,
    },
    /// A time that ends at one instant.
    #[error("the time ends at a fixed instant, expected an amount that counts from what is entered")]
    Instant,
    /// A time that cannot be.
    #[error("within: {0}")]
    Term(TermFault),
    /// Roles that may not do what makes a late entry.
    #[error("none of its roles may `{action}`, expected one that may, or a permit for one of them")]
    NotPermitted {
        /// What they may not.
        action: Action,
    },
}

/// What keeps a clock from coming again by the calendar.
#[derive(Clone, Copy, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum PeriodsProblem {
    /// Nothing fulfils a period.
    #[error("no event fulfils a period, expected one in `fulfilled-by`")]
    NoFulfilment,
    /// More events than a clock takes.
    #[error("{events} events fulfil a period, expected at most {MAX_FULFILMENTS}")]
    TooManyFulfilments {
        /// How many.
        events: usize,
    },
    /// One event that stands twice.
    #[error("`{event}` stands twice in `fulfilled-by`, expected it once")]
    FulfilledTwice {
        /// The event.
        event: Anchor,
    },
    /// One event that fulfils a period and ends the duty.
    #[error("`{event}` fulfils a period and ends the duty, expected another event for one of the two")]
    FulfilledByEnd {
        /// The event.
        event: Anchor,
    },
    /// A duty that can be extended.
    #[error(
        "a duty that repeats by the calendar is not extended, expected no `extensions`; pause it instead"
    )]
    Extended,
    /// A duty that would go on over a reopening.
    #[error("a duty that repeats by the calendar counts from a reopening, expected no `on-reopening`")]
    Reopened,
    /// A duty that makes a project of a case.
    #[error("a duty that repeats by the calendar makes no project, expected another `part`")]
    Project,
    /// A period that is too short.
    #[error("a period of {count} is too short, expected at least {MIN_PERIOD}, or one day, week or month")]
    TooShort {
        /// The amount.
        count: Count,
    },
    /// A period that ends at one instant.
    #[error("a period ends at a fixed instant, which comes once, expected an amount of time")]
    Instant,
    /// A period that counts from an event of its own.
    #[error("a part of a period counts from `{event}`; expected every period to count from the one before")]
    OwnEvent {
        /// The event.
        event: Anchor,
    },
}

/// What is wrong with the rules of people.
#[derive(Clone, Copy, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum PeopleProblem {
    /// A list that is too long.
    #[error("{key}: {count} entries, expected at most {MAX_ACTIONS}")]
    TooMany {
        /// Which one.
        key: &'static str,
        /// How many.
        count: usize,
    },
    /// An action that stands twice in a list.
    #[error("{key}: `{action}` stands twice, expected it once")]
    Twice {
        /// In which list.
        key: &'static str,
        /// The action.
        action: Action,
    },
    /// A role that stands twice.
    #[error("overriders: `{role}` stands twice, expected it once")]
    RoleTwice {
        /// The role.
        role: Role,
    },
    /// The receipt, for which nobody is known yet.
    #[error("{key}: names `receive`, with which a case begins, expected an action on a case")]
    Receipt {
        /// In which list.
        key: &'static str,
    },
    /// An action that is kept to the complainant, and is not theirs.
    #[error("complainant-alone: `{action}` is not the complainant's, expected it in `complainant-may` too")]
    NotTheirs {
        /// The action.
        action: Action,
    },
    /// An action that is parted from itself.
    #[error("parted: `{action}` is parted from itself, expected two actions")]
    PartedFromItself {
        /// The action.
        action: Action,
    },
    /// A pair that stands twice.
    #[error("parted: `{one}` and `{other}` stand twice, expected them once")]
    PartedTwice {
        /// The one.
        one: Action,
        /// The other.
        other: Action,
    },
}
