//! The account of what was found of a complaint: severity, words, marks, form, owner and routes, with their reasons.

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

/// How severe a complaint is, with the rules that say so and the rules that may.
///
/// # Example: why it is serious
///
/// ```
/// use redress::sample;
/// use redress::triage::account::LevelAccount;
/// use redress::triage::{History, triage};
/// use redress::vocab::{Fact, Severity};
///
/// let policy = sample::policy()?;
/// let complaint = sample::complaint()?.with_fact(Fact::DANGER_TO_PERSON, 1);
/// let account = triage(&policy, &complaint, &History::none())?.explain();
/// let severity = account.severity().ok_or("the policy rates complaints")?;
/// assert_eq!(severity.level(), LevelAccount::ByRules { level: Severity::Serious });
/// assert_eq!(severity.matched()[0].rule().as_str(), "danger");
/// assert!(severity.open().is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct SeverityAccount {
    /// The level, or why there is none.
    #[serde(flatten)]
    pub(crate) level: LevelAccount,
    /// Every rule that holds.
    pub(crate) matched: Vec<RuleAccount>,
    /// The rules that may hold, if the level is undetermined.
    pub(crate) open: Vec<RuleAccount>,
}

/// How severe a complaint is, as an account says it.
///
/// # Example: as JSON
///
/// ```
/// use redress::triage::account::LevelAccount;
/// use redress::vocab::Severity;
///
/// let level = LevelAccount::Undetermined { lowest: None, highest: Severity::Serious };
/// let written = serde_json::to_string(&level)?;
/// assert_eq!(written, r#"{"outcome":"undetermined","lowest":null,"highest":"serious"}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[serde(tag = "outcome", rename_all = "kebab-case", rename_all_fields = "kebab-case")]
#[non_exhaustive]
pub enum LevelAccount {
    /// Rules decided.
    ByRules {
        /// The level that they give.
        level: Severity,
    },
    /// No rule is known to hold: the policy's default.
    Default {
        /// The default level.
        level: Severity,
    },
    /// No rule holds, and the policy declares no default.
    Unrated,
    /// The level depends on something unknown.
    Undetermined {
        /// The lowest possible level. `None` if the complaint may be unrated.
        lowest: Option<Severity>,
        /// The highest possible level.
        highest: Severity,
    },
}

/// A severity rule that holds or may hold, and why.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct RuleAccount {
    /// The id of the rule.
    pub(crate) rule: RuleId,
    /// The level that the rule gives.
    pub(crate) level: Severity,
    /// Why the rule holds, or what it waits for.
    pub(crate) because: Vec<Ground>,
    /// The source of the rule.
    pub(crate) citation: String,
}

/// A word that rules gave a complaint, such as its importance, and why.
///
/// # Example: why it is important
///
/// ```
/// use redress::policy::severity::{Rating, RatingRule};
/// use redress::policy::{Condition, Policy, Routing};
/// use redress::triage::{History, triage};
/// use redress::vocab::kind::Importance;
/// use redress::vocab::{Facet, Fact, RuleId};
/// # use redress::{sample, word};
///
/// let media = RatingRule::new(word!(RuleId, "media"), Importance::PRIMARY, Condition::has(Fact::MEDIA_EXPOSURE));
/// # let desk = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(Routing::none());
/// let policy = desk.importance(Rating::new().with_rule(media)).build()?;
/// let complaint = sample::complaint()?.with_fact(Fact::MEDIA_EXPOSURE, 1);
/// let account = triage(&policy, &complaint, &History::none())?.explain();
/// let word = &account.words()[0];
/// assert_eq!((word.facet(), word.word()), (Facet::Importance, Some(*Importance::PRIMARY.code())));
/// assert_eq!(word.rule(), Some(word!(RuleId, "media")));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct WordAccount {
    /// The facet of the word.
    pub(crate) facet: Facet,
    /// The word. `None` if no rule holds, or if it is undetermined.
    pub(crate) word: Option<Code>,
    /// The rule that decided or may decide. `None` if no rule holds.
    pub(crate) rule: Option<RuleId>,
    /// Whether the word depends on something unknown.
    pub(crate) undetermined: bool,
    /// Why the rule holds, or what it waits for.
    pub(crate) because: Vec<Ground>,
    /// The source of the rule.
    pub(crate) citation: String,
}

/// A mark, the rule that gave it or may give it, and why.
///
/// # Example: what an open mark waits for
///
/// ```
/// use redress::policy::severity::MarkRule;
/// use redress::policy::{Condition, Policy, Routing};
/// use redress::triage::{History, triage};
/// use redress::vocab::{Fact, Mark, RuleId};
/// # use redress::{sample, word};
///
/// let danger = Condition::has(Fact::DANGER_TO_PERSON);
/// let recall = MarkRule::new(word!(RuleId, "recall"), Mark::RECALL_REQUIRED, danger);
/// # let desk = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(Routing::none());
/// let policy = desk.mark(recall).must_ask([Fact::DANGER_TO_PERSON]).build()?;
/// let complaint = sample::complaint()?;
/// let account = triage(&policy, &complaint, &History::none())?.explain();
/// let open = &account.open_marks()[0];
/// assert_eq!((open.mark(), open.rule().as_str()), (Mark::RECALL_REQUIRED, "recall"));
/// assert!(open.because()[0].is_open()); // the question about danger
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
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

/// The form on which a complaint is answered, and why.
///
/// # Example
///
/// ```
/// use redress::policy::record::Form;
/// use redress::policy::{Condition, Policy, Routing};
/// use redress::sample;
/// use redress::triage::{History, triage};
/// use redress::vocab::Fact;
/// use redress::vocab::organisation::Record;
///
/// let wanted = Condition::has(Fact::CUSTOMER_FORM_WANTED);
/// let form = Form::new(Record::CUSTOMER_FORM).with_open_end().with_answers_where(wanted);
/// # let desk = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(Routing::none());
/// let policy = desk.form(form).build()?;
/// let complaint = sample::complaint()?.with_fact(Fact::CUSTOMER_FORM_WANTED, 1);
/// let account = triage(&policy, &complaint, &History::none())?.explain();
/// let form = account.form().ok_or("no form")?;
/// assert_eq!(form.record(), Record::CUSTOMER_FORM);
/// assert_eq!(form.because().len(), 1); // the customer asked for it
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct FormAccount {
    /// The form.
    pub(crate) record: Record,
    /// Whether it is unknown that the complaint is answered on the form.
    pub(crate) undetermined: bool,
    /// Why it is answered on the form, or what that waits for.
    pub(crate) because: Vec<Ground>,
    /// The source of the form.
    pub(crate) citation: String,
}

/// Who gets a complaint for an act, and why.
///
/// # Example: the row that decided
///
/// ```
/// use redress::sample;
/// use redress::triage::account::OwnerAccount;
/// use redress::triage::{History, triage};
/// use redress::vocab::{Department, Input};
///
/// let (policy, complaint) = (sample::policy()?, sample::complaint()?);
/// let account = triage(&policy, &complaint, &History::none())?.explain();
/// let OwnerAccount::Routed(route) = account.owner() else { return Err("no owner".into()) };
/// assert_eq!((route.row().as_str(), route.department()), ("product", Some(Department::QUALITY)));
/// assert_eq!(route.matched()[0].0, Input::CATEGORY); // the row asked for the category
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct RouteAccount {
    /// The act for which it gets the complaint.
    pub(crate) act: Act,
    /// The department, if the row names one.
    pub(crate) department: Option<Department>,
    /// Whether the department is the unit that the complaint is about.
    pub(crate) concerned: bool,
    /// The role, if the row names one.
    pub(crate) role: Option<Role>,
    /// The row that decided.
    pub(crate) row: RuleId,
    /// What the row asked, with the answer that matched.
    pub(crate) matched: Vec<(Input, InputAnswer)>,
    /// The source of the row.
    pub(crate) citation: String,
}

/// Who is responsible for a complaint, and why.
///
/// # Example: nobody is responsible
///
/// ```
/// use redress::policy::{Policy, Routing};
/// use redress::sample;
/// use redress::triage::account::OwnerAccount;
/// use redress::triage::{History, triage};
///
/// let desk = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(Routing::none());
/// let (policy, complaint) = (desk.build()?, sample::complaint()?);
/// let account = triage(&policy, &complaint, &History::none())?.explain();
/// assert!(matches!(account.owner(), OwnerAccount::Unrouted { words } if words.is_empty())); // no table, no inputs
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "outcome", rename_all = "kebab-case", rename_all_fields = "kebab-case")]
#[non_exhaustive]
pub enum OwnerAccount {
    /// A row decided.
    Routed(RouteAccount),
    /// Nobody is responsible: no row matches the complaint.
    Unrouted {
        /// The answers of the complaint to the inputs of the table.
        words: Vec<(Input, InputAnswer)>,
    },
    /// Nobody is responsible yet: the owner depends on unknown inputs.
    Undetermined {
        /// The unknown inputs.
        missing: Vec<Input>,
        /// The row that decides unless a row about the unknown inputs does.
        otherwise: Option<RouteAccount>,
    },
    /// Nobody is responsible, because the complaint is closed by force.
    NotDispatched {
        /// The facts that close it by force.
        facts: Vec<Fact>,
        /// The source of that rule.
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

    /// Returns the level, or why there is none.
    #[must_use]
    pub const fn level(&self) -> LevelAccount {
        self.level
    }

    /// Returns every rule that holds.
    #[must_use]
    pub fn matched(&self) -> &[RuleAccount] {
        &self.matched
    }

    /// Returns the rules that may hold, if the level is undetermined.
    #[must_use]
    pub fn open(&self) -> &[RuleAccount] {
        &self.open
    }
}

impl RuleAccount {
    /// Returns the id of the rule.
    #[must_use]
    pub const fn rule(&self) -> RuleId {
        self.rule
    }

    /// Returns the level that the rule gives.
    #[must_use]
    pub const fn level(&self) -> Severity {
        self.level
    }

    /// Returns why the rule holds, or what it waits for.
    #[must_use]
    pub fn because(&self) -> &[Ground] {
        &self.because
    }

    /// Returns the source of the rule. It is empty if the organisation made the rule itself.
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

    /// Returns the facet of the word.
    #[must_use]
    pub const fn facet(&self) -> Facet {
        self.facet
    }

    /// Returns the word, or `None` if no rule holds or the word is undetermined.
    #[must_use]
    pub const fn word(&self) -> Option<Code> {
        self.word
    }

    /// Returns the rule that decided or may decide, or `None` if no rule holds.
    #[must_use]
    pub const fn rule(&self) -> Option<RuleId> {
        self.rule
    }

    /// Returns whether the word depends on something unknown.
    #[must_use]
    pub const fn is_undetermined(&self) -> bool {
        self.undetermined
    }

    /// Returns why the rule holds, or what it waits for.
    #[must_use]
    pub fn because(&self) -> &[Ground] {
        &self.because
    }

    /// Returns the source of the rule. It is empty if the organisation made the rule itself.
    #[must_use]
    pub fn citation(&self) -> &str {
        &self.citation
    }
}

impl MarkAccount {
    /// Returns the mark.
    #[must_use]
    pub const fn mark(&self) -> Mark {
        self.mark
    }

    /// Returns the rule that gave the mark or may give it.
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

    /// Returns the form on which the complaint is answered, or may be.
    #[must_use]
    pub const fn record(&self) -> Record {
        self.record
    }

    /// Returns whether it is unknown that the complaint is answered on the form.
    #[must_use]
    pub const fn is_undetermined(&self) -> bool {
        self.undetermined
    }

    /// Returns why the complaint is answered on the form, or what that waits for.
    #[must_use]
    pub fn because(&self) -> &[Ground] {
        &self.because
    }

    /// Returns the source of the form. It is empty if the organisation made the form itself.
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
                // If the severity may be several levels, all of them are among the words of the row.
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

    /// Returns the act for which the department or role gets the complaint.
    #[must_use]
    pub const fn act(&self) -> Act {
        self.act
    }

    /// Returns the department, if the row names one.
    #[must_use]
    pub const fn department(&self) -> Option<Department> {
        self.department
    }

    /// Returns whether the department is the unit that the complaint is about.
    #[must_use]
    pub const fn is_unit_concerned(&self) -> bool {
        self.concerned
    }

    /// Returns the role, if the row names one.
    #[must_use]
    pub const fn role(&self) -> Option<Role> {
        self.role
    }

    /// Returns the id of the row that decided.
    #[must_use]
    pub const fn row(&self) -> RuleId {
        self.row
    }

    /// Returns what the row asked, with the answers that matched.
    #[must_use]
    pub fn matched(&self) -> &[(Input, InputAnswer)] {
        &self.matched
    }

    /// Returns the source of the row. It is empty if the organisation made the row itself.
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
