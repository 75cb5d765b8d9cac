//! What is wrong with an approval table as it is described.

use alloc::vec::Vec;
use core::fmt;

use crate::approval::limits::{MAX_CHAINS, MAX_REMEDIES, MAX_ROLES, MAX_SIGNATURES, MAX_STEPS, MAX_SYSTEMS};
use crate::approval::shown::AtStep;
use crate::deadline::choice::TermFault;
use crate::taxonomy::TaxonomyError;
use crate::vocab::course::DecisionKind;
use crate::vocab::{Choice, Currency, Money, Role, RuleId, Severity};

/// One thing that is wrong with an approval table, with its place.
#[derive(Clone, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum ApprovalFault {
    /// A word that the taxonomy does not declare.
    #[error("approval chain `{chain}`{}: {error}", AtStep(*step))]
    Undeclared {
        /// The chain.
        chain: RuleId,
        /// The step, where it is a step's.
        step: Option<RuleId>,
        /// Which word.
        error: TaxonomyError,
    },
    /// More chains than a table has.
    #[error("approval has {chains} chains, expected at most {MAX_CHAINS}")]
    TooManyChains {
        /// How many there are.
        chains: usize,
    },
    /// Two chains with one id.
    #[error("approval chain `{chain}`: id stands twice, expected ids that differ")]
    ChainTwice {
        /// The second one.
        chain: RuleId,
    },
    /// A level that the policy does not use.
    #[error(
        "approval chain `{chain}`: severity `{level}` is not declared, expected a level that the policy uses"
    )]
    LevelNotDeclared {
        /// The chain.
        chain: RuleId,
        /// The level.
        level: Severity,
    },
    /// A condition on what the policy does not say.
    #[error(
        "approval chain `{chain}`: asks for severity `{level}`, expected severity rules, for the policy rates none"
    )]
    NotRated {
        /// The chain.
        chain: RuleId,
        /// The level.
        level: Severity,
    },
    /// A threshold that no amount exceeds.
    #[error("approval chain `{chain}`: no amount is above `{over}`, expected a smaller one")]
    NothingAbove {
        /// The chain.
        chain: RuleId,
        /// The threshold.
        over: Money,
    },
    /// A row for no remedies, or for more than fit.
    #[error("approval chain `{chain}`: is for {remedies} remedies, expected 1 to {MAX_REMEDIES}")]
    Remedies {
        /// The chain.
        chain: RuleId,
        /// How many there are.
        remedies: usize,
    },
    /// Amounts that cannot be compared.
    #[error(
        "approval chain `{chain}`: its amount is in `{currency}`, expected `{expected}` as in the rows before it"
    )]
    Currencies {
        /// The second chain.
        chain: RuleId,
        /// Its currency.
        currency: Currency,
        /// That of the rows before it.
        expected: Currency,
    },
    /// A row that never decides, for rows before it are for everything that it is for.
    #[error(
        "approval chain `{chain}`: never decides, {} for all of it before, expected a row that can",
        Rows(by)
    )]
    Masked {
        /// The chain.
        chain: RuleId,
        /// The chains that go before it.
        by: Vec<RuleId>,
    },
    /// Decisions of a kind for which there are rows, but none for these.
    #[error("approval of `{kind}`: no row is for {}no amount, expected a last row without conditions", Level(*level))]
    Gap {
        /// The kind.
        kind: DecisionKind,
        /// The lowest level of the policy: with no amount and no remedy it makes the smallest decision.
        level: Option<Severity>,
    },
    /// More steps than a chain has.
    #[error("approval chain `{chain}`: has {steps} steps, expected at most {MAX_STEPS}")]
    TooManySteps {
        /// The chain.
        chain: RuleId,
        /// How many there are.
        steps: usize,
    },
    /// More signatures than a chain takes.
    #[error("approval chain `{chain}`: takes {signatures} signatures, expected at most {MAX_SIGNATURES}")]
    TooManySignatures {
        /// The chain.
        chain: RuleId,
        /// How many it takes.
        signatures: u64,
    },
    /// A chain that nobody signs, and that does not say so.
    #[error(
        "approval chain `{chain}`: nobody signs it, expected a step that somebody signs beside `prepare` and `customer-consent`, or `nobody-signs` where that is meant"
    )]
    Unsigned {
        /// The chain.
        chain: RuleId,
    },
    /// A chain that says that nobody signs, and has a step that somebody signs.
    #[error(
        "approval chain `{chain}` step `{step}`: is signed, but the chain has `nobody-signs`, expected one of the two"
    )]
    SignedAfterAll {
        /// The chain.
        chain: RuleId,
        /// The first such step.
        step: RuleId,
    },
    /// Two steps of a chain with one id.
    #[error("approval chain `{chain}` step `{step}`: id stands twice, expected ids that differ")]
    StepTwice {
        /// The chain.
        chain: RuleId,
        /// The second one.
        step: RuleId,
    },
    /// A step that needs no signature, or takes those of nobody.
    #[error(
        "approval chain `{chain}` step `{step}`: nobody signs it, expected at least one signature and one role"
    )]
    NobodySigns {
        /// The chain.
        chain: RuleId,
        /// The step.
        step: RuleId,
    },
    /// More roles or system accounts than a step has.
    #[error(
        "approval chain `{chain}` step `{step}`: {roles} roles and {systems} system accounts, expected at most {MAX_ROLES} and {MAX_SYSTEMS}"
    )]
    TooManySigners {
        /// The chain.
        chain: RuleId,
        /// The step.
        step: RuleId,
        /// How many roles it has.
        roles: usize,
        /// How many system accounts it names.
        systems: usize,
    },
    /// A role named twice.
    #[error("approval chain `{chain}` step `{step}`: role `{role}` stands twice, expected each role once")]
    RoleTwice {
        /// The chain.
        chain: RuleId,
        /// The step.
        step: RuleId,
        /// The role.
        role: Role,
    },
    /// A consent with steps behind it.
    #[error(
        "approval chain `{chain}` step `{step}`: the customer's consent has steps behind it, expected it last"
    )]
    ConsentNotLast {
        /// The chain.
        chain: RuleId,
        /// The step.
        step: RuleId,
    },
    /// A consent that somebody of the organisation would give.
    #[error("approval chain `{chain}` step `{step}`: the customer's consent has signers, expected none")]
    ConsentSigned {
        /// The chain.
        chain: RuleId,
        /// The step.
        step: RuleId,
    },
    /// A consent that would escalate.
    #[error("approval chain `{chain}` step `{step}`: the customer's consent has a time limit, expected none")]
    ConsentLimited {
        /// The chain.
        chain: RuleId,
        /// The step.
        step: RuleId,
    },
    /// A time limit whose term contradicts itself.
    #[error("approval chain `{chain}` step `{step}`: time limit: {fault}")]
    Term {
        /// The chain.
        chain: RuleId,
        /// The step.
        step: RuleId,
        /// What contradicts what.
        fault: TermFault,
    },
}

/// Names the rows that go before another.
struct Rows<'a>(&'a [RuleId]);

impl fmt::Display for Rows<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const MOST: usize = 3;
        match self.0 {
            [one] => write!(f, "row `{one}` is"),
            [_, _, _, _, ..] => {
                write!(f, "rows such as {} are", Choice(self.0.get(..MOST).unwrap_or(self.0)))
            }
            rows => write!(f, "rows {} are", crate::approval::shown::And(rows)),
        }
    }
}

/// The lowest level, where there are levels.
struct Level(Option<Severity>);

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.map_or(Ok(()), |level| write!(f, "severity `{level}` and "))
    }
}
