//! What is wrong with an approval table.

use alloc::vec::Vec;
use core::fmt;

use crate::approval::limits::{MAX_CHAINS, MAX_REMEDIES, MAX_ROLES, MAX_SIGNATURES, MAX_STEPS, MAX_SYSTEMS};
use crate::approval::shown::AtStep;
use crate::deadline::choice::TermFault;
use crate::taxonomy::TaxonomyError;
use crate::vocab::course::DecisionKind;
use crate::vocab::{Choice, Currency, Money, Role, RuleId, Severity};

/// One thing that is wrong with an approval table. The text begins with the place: the chain, and the step if there
/// is one.
///
/// [`ApprovalTable::prove`](crate::approval::ApprovalTable::prove) returns all faults of a table at once.
///
/// # Example: a chain without a signature
///
/// ```
/// use redress::approval::{ApprovalFault, ApprovalTable, Chain};
/// use redress::taxonomy::Taxonomy;
/// use redress::vocab::RuleId;
/// use redress::vocab::course::DecisionKind;
/// use redress::word;
///
/// let table = ApprovalTable::new().with_chain(Chain::new(word!(RuleId, "recall"), DecisionKind::Recall));
/// let faults = table.prove(&Taxonomy::standard(), None);
/// assert_eq!(faults, [ApprovalFault::Unsigned { chain: word!(RuleId, "recall") }]);
/// ```
#[derive(Clone, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum ApprovalFault {
    /// The taxonomy does not declare a word.
    #[error("approval chain `{chain}`{}: {error}", AtStep(*step))]
    Undeclared {
        /// The chain.
        chain: RuleId,
        /// The step that has the word; `None` if it is a condition of the chain.
        step: Option<RuleId>,
        /// The word, and the declared words.
        error: TaxonomyError,
    },
    /// The table has more chains than [`MAX_CHAINS`].
    #[error("approval table: {chains} chains, expected at most {MAX_CHAINS}")]
    TooManyChains {
        /// The number of chains.
        chains: usize,
    },
    /// Two chains have the same id.
    #[error("approval chain `{chain}`: another chain has the same id; give each chain an id of its own")]
    ChainTwice {
        /// The second of the two.
        chain: RuleId,
    },
    /// A condition names a severity that the policy does not use.
    #[error(
        "approval chain `{chain}`: the policy does not use severity `{level}`; name a severity that it uses"
    )]
    LevelNotDeclared {
        /// The chain.
        chain: RuleId,
        /// The severity.
        level: Severity,
    },
    /// A condition names a severity, and the policy has no severity rules.
    #[error(
        "approval chain `{chain}`: asks for severity `{level}`, but the policy has no severity rules; add \
         rules, or remove the condition"
    )]
    NotRated {
        /// The chain.
        chain: RuleId,
        /// The severity.
        level: Severity,
    },
    /// No amount is above the threshold: it is the greatest amount there is.
    #[error("approval chain `{chain}`: no amount is above `{over}`; use a smaller threshold")]
    NothingAbove {
        /// The chain.
        chain: RuleId,
        /// The threshold.
        over: Money,
    },
    /// A list of remedies is empty or too long.
    #[error("approval chain `{chain}`: {remedies} remedies, expected 1 to {MAX_REMEDIES}")]
    Remedies {
        /// The chain.
        chain: RuleId,
        /// The number of remedies.
        remedies: usize,
    },
    /// Two thresholds of one kind of decision are in different currencies, so that they cannot be compared.
    #[error(
        "approval chain `{chain}`: the amount is in `{currency}`, expected `{expected}` as in the rows before"
    )]
    Currencies {
        /// The first chain with another currency.
        chain: RuleId,
        /// The currency of its threshold.
        currency: Currency,
        /// The currency of the rows before it.
        expected: Currency,
    },
    /// The row never decides, because earlier rows cover every decision it is for.
    #[error(
        "approval chain `{chain}`: never decides, because {} everything it is for; move it up, or remove it",
        Rows(by)
    )]
    Masked {
        /// The chain.
        chain: RuleId,
        /// The earlier rows that cover it.
        by: Vec<RuleId>,
    },
    /// The table has rows for this kind of decision, but none for the smallest decision.
    #[error("approval of `{kind}`: no row applies to {}no amount; add a last row without conditions", Level(*level))]
    Gap {
        /// The kind of decision.
        kind: DecisionKind,
        /// The lowest severity of the policy; `None` if the policy has no severity rules. The smallest decision has
        /// this severity, no amount and no remedy.
        level: Option<Severity>,
    },
    /// The chain has more steps than [`MAX_STEPS`].
    #[error("approval chain `{chain}`: {steps} steps, expected at most {MAX_STEPS}")]
    TooManySteps {
        /// The chain.
        chain: RuleId,
        /// The number of steps.
        steps: usize,
    },
    /// The chain takes more signatures than [`MAX_SIGNATURES`].
    #[error("approval chain `{chain}`: {signatures} signatures, expected at most {MAX_SIGNATURES}")]
    TooManySignatures {
        /// The chain.
        chain: RuleId,
        /// The number of signatures of all steps.
        signatures: u64,
    },
    /// No step of the chain approves the decision, and the chain does not declare that nobody signs.
    #[error(
        "approval chain `{chain}`: nobody signs it; add a step other than `prepare` and `customer-consent`, or \
         set `nobody-signs`"
    )]
    Unsigned {
        /// The chain.
        chain: RuleId,
    },
    /// The chain declares that nobody signs, and has a step that somebody signs.
    #[error(
        "approval chain `{chain}` step `{step}`: somebody signs it, but the chain has `nobody-signs`; remove \
         one of the two"
    )]
    SignedAfterAll {
        /// The chain.
        chain: RuleId,
        /// The first such step.
        step: RuleId,
    },
    /// Two steps of the chain have the same id.
    #[error(
        "approval chain `{chain}` step `{step}`: another step has the same id; give each step an id of its own"
    )]
    StepTwice {
        /// The chain.
        chain: RuleId,
        /// The second of the two.
        step: RuleId,
    },
    /// The step takes no signature, or names no role.
    #[error(
        "approval chain `{chain}` step `{step}`: nobody signs it, expected at least one signature and one role"
    )]
    NobodySigns {
        /// The chain.
        chain: RuleId,
        /// The step.
        step: RuleId,
    },
    /// The step names more roles or system accounts than it may.
    #[error(
        "approval chain `{chain}` step `{step}`: {roles} roles and {systems} system accounts, expected at most \
         {MAX_ROLES} and {MAX_SYSTEMS}"
    )]
    TooManySigners {
        /// The chain.
        chain: RuleId,
        /// The step.
        step: RuleId,
        /// The number of roles.
        roles: usize,
        /// The number of system accounts.
        systems: usize,
    },
    /// The step names a role twice.
    #[error("approval chain `{chain}` step `{step}`: role `{role}` is listed twice, expected each role once")]
    RoleTwice {
        /// The chain.
        chain: RuleId,
        /// The step.
        step: RuleId,
        /// The role.
        role: Role,
    },
    /// The customer's consent is not the last step.
    #[error(
        "approval chain `{chain}` step `{step}`: steps follow the customer's consent; move it to the end"
    )]
    ConsentNotLast {
        /// The chain.
        chain: RuleId,
        /// The step.
        step: RuleId,
    },
    /// The customer's consent has signers of the organisation.
    #[error("approval chain `{chain}` step `{step}`: the customer's consent has signers; remove them")]
    ConsentSigned {
        /// The chain.
        chain: RuleId,
        /// The step.
        step: RuleId,
    },
    /// The customer's consent has a time limit.
    #[error("approval chain `{chain}` step `{step}`: the customer's consent has a time limit; remove it")]
    ConsentLimited {
        /// The chain.
        chain: RuleId,
        /// The step.
        step: RuleId,
    },
    /// The term of a time limit contradicts itself.
    #[error("approval chain `{chain}` step `{step}`: time limit: {fault}")]
    Term {
        /// The chain.
        chain: RuleId,
        /// The step.
        step: RuleId,
        /// The contradiction.
        fault: TermFault,
    },
}

/// Prints the rows that cover another row.
struct Rows<'a>(&'a [RuleId]);

impl fmt::Display for Rows<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const MOST: usize = 3;
        match self.0 {
            [one] => write!(f, "row `{one}` covers"),
            [_, _, _, _, ..] => {
                write!(f, "rows such as {} cover", Choice(self.0.get(..MOST).unwrap_or(self.0)))
            }
            rows => write!(f, "rows {} cover", crate::approval::shown::And(rows)),
        }
    }
}

/// Prints the lowest severity, if the policy has severities.
struct Level(Option<Severity>);

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.map_or(Ok(()), |level| write!(f, "severity `{level}` and "))
    }
}
