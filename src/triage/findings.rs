//! The account of what was found of a complaint: how bad it is, its marks, who gets it.

use alloc::string::String;
use alloc::vec::Vec;

use serde::Serialize;

use crate::policy::condition::Facts;
use crate::policy::routing::{CellTest, InputAnswer, Row};
use crate::policy::severity::{RatingOutcome, RatingRule, SeverityRule};
use crate::triage::form::AnswerForm;
use crate::triage::grounds::{Ground, grounds};
use crate::triage::known::Known;
use crate::triage::outcome::Triage;
use crate::triage::routes::Owner;
use crate::triage::severity::{Level, SeverityTriage};
use crate::vocab::organisation::Record;
use crate::vocab::{Act, Code, Department, Facet, Fact, Input, Mark, Role, RuleId, Severity, Word};

/// How bad a complaint is, and why.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct SeverityAccount {
    /// The outcome.
    #[serde(flatten)]
    pub(crate) level: LevelAccount,
    /// Every rule that holds.
    pub(crate) matched: Vec<RuleAccount>,
    /// The rules that may hold, where it is undetermined.
    pub(crate) open: Vec<RuleAccount>,
}

/// How bad a complaint is, as an account says it.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[serde(tag = "outcome", rename_all = "kebab-case", rename_all_fields = "kebab-case")]
#[non_exhaustive]
pub enum LevelAccount {
    /// By rules.
    ByRules {
        /// The level.
        level: Severity,
    },
    /// By default.
    Default {
        /// The level.
        level: Severity,
    },
    /// No rule holds, and there is no default.
    Unrated,
    /// It depends on something unknown.
    Undetermined {
        /// The lowest level that it may be; none where it may be unrated.
        lowest: Option<Severity>,
        /// The highest level that it may be.
        highest: Severity,
    },
}

/// A rule that holds, or may hold.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct RuleAccount {
    /// The rule.
    pub(crate) rule: RuleId,
    /// The level it gives.
    pub(crate) level: Severity,
    /// Why it holds, or what it waits for.
    pub(crate) because: Vec<Ground>,
    /// Where it comes from.
    pub(crate) citation: String,
}

/// A word that rules gave the complaint.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct WordAccount {
    /// The facet of the word.
    pub(crate) facet: Facet,
    /// The word; none where no rule holds, or where it is undetermined.
    pub(crate) word: Option<Code>,
    /// The rule that decided, or may; none where no rule holds.
    pub(crate) rule: Option<RuleId>,
    /// Whether it depends on something unknown.
    pub(crate) undetermined: bool,
    /// Why the rule holds, or what it waits for.
    pub(crate) because: Vec<Ground>,
    /// Where the rule comes from.
    pub(crate) citation: String,
}

/// A mark, the rule that gave it or may give it, and why.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct MarkAccount {
    /// The mark.
    pub(crate) mark: Mark,
    /// The rule.
    pub(crate) rule: RuleId,
    /// Why the rule gives the mark, or what it waits for.
    pub(crate) because: Vec<Ground>,
}

/// On which form a complaint is answered, and why.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct FormAccount {
    /// The form.
    pub(crate) record: Record,
    /// Whether it depends on something unknown.
    pub(crate) undetermined: bool,
    /// Why it is answered on the form, or what that waits for.
    pub(crate) because: Vec<Ground>,
    /// Where the form comes from.
    pub(crate) citation: String,
}

/// Who gets a complaint for an act, and why.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct RouteAccount {
    /// What for.
    pub(crate) act: Act,
    /// The department, if the row names one.
    pub(crate) department: Option<Department>,
    /// Whether it is that department for being the unit that the complaint is about.
    pub(crate) concerned: bool,
    /// The role, if the row names one.
    pub(crate) role: Option<Role>,
    /// The row that says so.
    pub(crate) row: RuleId,
    /// What the row asked, with the answer by which it matched.
    pub(crate) matched: Vec<(Input, InputAnswer)>,
    /// Where the row comes from.
    pub(crate) citation: String,
}

/// Why a complaint belongs to whom it does.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "outcome", rename_all = "kebab-case", rename_all_fields = "kebab-case")]
#[non_exhaustive]
pub enum OwnerAccount {
    /// Somebody owns it.
    Routed(RouteAccount),
    /// Nobody does: no row is for such a complaint.
    Unrouted {
        /// What it answers to the inputs of the table.
        words: Vec<(Input, InputAnswer)>,
    },
    /// Nobody does yet: it depends on inputs that are not known.
    Undetermined {
        /// The inputs.
        missing: Vec<Input>,
        /// The row that decides unless one about these inputs does.
        otherwise: Option<RouteAccount>,
    },
    /// Nobody does, for it is closed by force.
    NotDispatched {
        /// The facts by which it is.
        facts: Vec<Fact>,
        /// Where that rule comes from.
        citation: String,
    },
}

impl SeverityAccount {
    pub(super) fn of(severity: &SeverityTriage<'_>, known: &Known<'_>) -> Self {
        let rule = |rule: &SeverityRule| RuleAccount {
            rule: rule.id(),
            level: rule.level(),
            because: grounds(rule.when(), known),
            citation: rule.citation().into(),
        };
        Self {
            level: match severity.level() {
                Level::ByRules(level) => LevelAccount::ByRules { level },
                Level::Default(level) => LevelAccount::Default { level },
                Level::Unrated => LevelAccount::Unrated,
                Level::Undetermined(lowest, highest) => LevelAccount::Undetermined { lowest, highest },
            },
            matched: severity.matched().map(rule).collect(),
            open: severity.open().map(rule).collect(),
        }
    }

    /// How bad it is.
    #[must_use]
    pub const fn level(&self) -> LevelAccount {
        self.level
    }

    /// Every rule that holds.
    #[must_use]
    pub fn matched(&self) -> &[RuleAccount] {
        &self.matched
    }

    /// The rules that may hold, where it is undetermined.
    #[must_use]
    pub fn open(&self) -> &[RuleAccount] {
        &self.open
    }
}

impl RuleAccount {
    /// The rule.
    #[must_use]
    pub const fn rule(&self) -> RuleId {
        self.rule
    }

    /// The level it gives.
    #[must_use]
    pub const fn level(&self) -> Severity {
        self.level
    }

    /// Why it holds, or what it waits for.
    #[must_use]
    pub fn because(&self) -> &[Ground] {
        &self.because
    }

    /// Where it comes from; empty when it is the organisation's own.
    #[must_use]
    pub fn citation(&self) -> &str {
        &self.citation
    }
}

impl WordAccount {
    pub(super) fn of<W: Word>(rated: &RatingOutcome<'_, W>, known: &Known<'_>) -> Self {
        let (word, rule) = (rated.word().map(Into::into), rated.rule());
        Self {
            facet: W::FACET,
            word,
            rule: rule.map(RatingRule::id),
            undetermined: matches!(rated, RatingOutcome::Undetermined(_)),
            because: rule.map_or(Vec::new(), |rule| grounds(rule.when(), known)),
            citation: rule.map_or(String::new(), |rule| rule.citation().into()),
        }
    }

    /// The facet of the word.
    #[must_use]
    pub const fn facet(&self) -> Facet {
        self.facet
    }

    /// The word; none where no rule holds, or where it is undetermined.
    #[must_use]
    pub const fn word(&self) -> Option<Code> {
        self.word
    }

    /// The rule that decided, or may.
    #[must_use]
    pub const fn rule(&self) -> Option<RuleId> {
        self.rule
    }

    /// Whether it depends on something unknown.
    #[must_use]
    pub const fn is_undetermined(&self) -> bool {
        self.undetermined
    }

    /// Why the rule holds, or what it waits for.
    #[must_use]
    pub fn because(&self) -> &[Ground] {
        &self.because
    }

    /// Where the rule comes from; empty when it is the organisation's own.
    #[must_use]
    pub fn citation(&self) -> &str {
        &self.citation
    }
}

impl MarkAccount {
    /// The mark.
    #[must_use]
    pub const fn mark(&self) -> Mark {
        self.mark
    }

    /// The rule.
    #[must_use]
    pub const fn rule(&self) -> RuleId {
        self.rule
    }

    /// Returns why the rule gives the mark, or what it waits for.
    #[must_use]
    pub fn because(&self) -> &[Ground] {
        &self.because
    }
}

impl FormAccount {
    pub(super) fn of(answered: &AnswerForm<'_>, triage: &Triage<'_>, known: &Known<'_>) -> Option<Self> {
        let (record, undetermined) = match answered {
            AnswerForm::On(form) => (form.record(), false),
            AnswerForm::Undetermined(record) => (*record, true),
            AnswerForm::Free => return None,
        };
        let form = triage.policy.forms().iter().find(|form| form.record() == record)?;
        let because = form.answers_where().map_or(Vec::new(), |when| grounds(when, known));
        Some(Self { record, undetermined, because, citation: form.citation().into() })
    }

    /// Returns the form.
    #[must_use]
    pub const fn record(&self) -> Record {
        self.record
    }

    /// Returns whether it depends on something unknown that the complaint is answered on the form.
    #[must_use]
    pub const fn is_undetermined(&self) -> bool {
        self.undetermined
    }

    /// Returns why the complaint is answered on the form, or what that waits for.
    #[must_use]
    pub fn because(&self) -> &[Ground] {
        &self.because
    }

    /// Returns where the form comes from; empty when it is the organisation's own.
    #[must_use]
    pub fn citation(&self) -> &str {
        &self.citation
    }
}

impl RouteAccount {
    pub(super) fn of(row: &Row, triage: &Triage<'_>, known: &Known<'_>) -> Self {
        let answer = |word: Option<Code>| word.map_or(InputAnswer::NotKnown, InputAnswer::Word);
        let matched = row.cells().iter().flat_map(|cell| {
            let input = cell.input();
            let answers = match cell.test() {
                // Of a severity that may be several levels all are among the words.
                CellTest::OneOf(_) if input == Input::Severity && known.severity.is_none() => {
                    known.possible_levels().map(InputAnswer::Word).collect()
                }
                CellTest::Under(under) => {
                    Vec::from([answer(known.words(input).find(|word| word.is_or_under(under)))])
                }
                CellTest::OneOf(words) => {
                    Vec::from([answer(known.words(input).find(|word| words.contains(word)))])
                }
                CellTest::NotKnown => Vec::from([InputAnswer::NotKnown]),
                CellTest::Nothing => Vec::from([InputAnswer::Nothing]),
            };
            answers.into_iter().map(move |answer| (input, answer))
        });
        Self {
            act: row.act(),
            department: triage.department_of(row),
            concerned: row.assignee().is_unit_concerned() && known.complaint.unit().is_some(),
            role: row.assignee().role(),
            row: row.id(),
            matched: matched.collect(),
            citation: row.citation().into(),
        }
    }

    /// What for.
    #[must_use]
    pub const fn act(&self) -> Act {
        self.act
    }

    /// The department, if the row names one.
    #[must_use]
    pub const fn department(&self) -> Option<Department> {
        self.department
    }

    /// Whether it is that department for being the unit that the complaint is about.
    #[must_use]
    pub const fn is_unit_concerned(&self) -> bool {
        self.concerned
    }

    /// The role, if the row names one.
    #[must_use]
    pub const fn role(&self) -> Option<Role> {
        self.role
    }

    /// The row that says so.
    #[must_use]
    pub const fn row(&self) -> RuleId {
        self.row
    }

    /// What the row asked, with the answer by which it matched.
    #[must_use]
    pub fn matched(&self) -> &[(Input, InputAnswer)] {
        &self.matched
    }

    /// Where the row comes from; empty when it is the organisation's own.
    #[must_use]
    pub fn citation(&self) -> &str {
        &self.citation
    }
}

impl OwnerAccount {
    pub(super) fn of(triage: &Triage<'_>, known: &Known<'_>) -> Self {
        match triage.owner() {
            Owner::Row(row) => Self::Routed(RouteAccount::of(row, triage, known)),
            Owner::Unrouted => Self::Unrouted {
                words: triage
                    .policy()
                    .routing()
                    .inputs()
                    .iter()
                    .map(|&input| (input, known.answer(input)))
                    .collect(),
            },
            Owner::Undetermined { missing, otherwise } => Self::Undetermined {
                missing,
                otherwise: otherwise.map(|row| RouteAccount::of(row, triage, known)),
            },
            Owner::NotDispatched(test) => Self::NotDispatched {
                facts: test.wanted().collect(),
                citation: test.citation.clone().into_owned(),
            },
        }
    }
}
