//! What the differences between two policies mean: proofs and examples, part by part.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use chrono::{Days, NaiveTime};
use serde::Serialize;

use crate::approval::Chain;
use crate::calendar::reading::Fold;
use crate::compare::answer_text::{aspect_text, complaint_text};
use crate::compare::comparison::Comparison;
use crate::compare::judgement::{Aspect, Judgement};
use crate::compare::proof::answers::{Answer, Question, Questions, Trial};
use crate::compare::proof::judged::{Judge, Look, Searched, Shown, search};
use crate::compare::proof::owners::Owners;
use crate::compare::proof::severities::{Proof, Severities};
use crate::policy::clock::{Target, Targets};
use crate::policy::condition::{Levels, Truth};
use crate::policy::routing::InputAnswer;
use crate::policy::{ClockRule, Condition, Policy, SeverityRules};
use crate::triage::{Complaint, ComplaintDocument, History, PastCase};
use crate::vocab::{Anchor, ClockName, Code, Fact, Input, Money, Severity};

/// Whether two policies answer alike in one part.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(clippy::exhaustive_enums, reason = "proved, refuted, or neither")]
pub enum Equivalence<'p> {
    /// Every complaint whose words both policies declare gets the same answer. This is proved, not sampled.
    Equivalent,
    /// These complaints get different answers. There is an example for each difference that was found.
    Different(Vec<Difference<'p>>),
    /// No difference was found, and none was ruled out.
    Undecided,
}

impl<'p> Equivalence<'p> {
    /// Returns whether the two policies are proved to answer alike.
    #[must_use]
    pub const fn is_equivalent(&self) -> bool {
        matches!(self, Self::Equivalent)
    }

    /// Returns the examples. Empty unless the two policies differ.
    #[must_use]
    pub fn examples(&self) -> &[Difference<'p>] {
        match self {
            Self::Different(examples) => examples,
            Self::Equivalent | Self::Undecided => &[],
        }
    }
}

/// A complaint to which two policies give different answers.
///
/// It is as small as it can be: nothing of what it says can be left out.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Difference<'p> {
    /// The complaint. Put it to both policies to see the difference.
    pub complaint: Complaint,
    /// The complaints that came before it.
    pub history: History,
    /// The answer of the policy.
    pub policy: Judgement<'p>,
    /// The answer of the draft.
    pub draft: Judgement<'p>,
}

impl Serialize for Difference<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let mut map = serializer.serialize_struct("Difference", 4)?;
        map.serialize_field("complaint", &document(&self.complaint))?;
        let history: Vec<PastCase> = self.history.cases().collect();
        map.serialize_field("history", &history)?;
        map.serialize_field("policy", &self.policy)?;
        map.serialize_field("draft", &self.draft)?;
        map.end()
    }
}

/// The document of an example. Examples have no events and no text.
fn document(complaint: &Complaint) -> ComplaintDocument {
    let facts = complaint.facts.iter().map(|(fact, count)| (Fact::from_code(fact.code()), *count));
    ComplaintDocument {
        words: complaint.words.clone(),
        no_demand: complaint.no_demand,
        amount: complaint.amount,
        staff: complaint.staff,
        product: complaint.product,
        customer: complaint.complainant,
        facts: facts.chain(complaint.facts_not_so().map(|fact| (fact, 0))).collect(),
        ..ComplaintDocument::new(complaint.id, complaint.received)
    }
}

/// What the differences between two policies mean, part by part. [`Comparison::effects`] returns it.
///
/// # Example: one rule split into two
///
/// ```
/// use redress::compare::{Aspect, Comparison};
/// use redress::policy::severity::SeverityRule;
/// use redress::policy::{Condition, Policy, Routing, SeverityRules};
/// use redress::sample;
/// use redress::vocab::{Fact, RuleId, Severity};
/// use redress::word;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let (press, harm) = (Condition::has(Fact::MEDIA_EXPOSURE), Condition::has(Fact::DANGER_TO_PERSON));
/// let rule = |id, when| SeverityRule::new(id, Severity::Serious, when);
/// let rules = || SeverityRules::new([Severity::General, Severity::Serious]).with_otherwise(Severity::General);
/// let one = rules().with_rule(rule(word!(RuleId, "danger"), Condition::any([press.clone(), harm.clone()])));
/// let two = rules().with_rule(rule(word!(RuleId, "press"), press.clone())).with_rule(rule(word!(RuleId, "harm"), harm));
/// let less = rules().with_rule(rule(word!(RuleId, "press"), press));
/// let build = |rules| -> Result<Policy, Box<dyn std::error::Error>> {
///     let desk = Policy::builder("desk").version("1").calendar(sample::calendar()?);
///     Ok(desk.routing(Routing::none()).severity(rules).build()?)
/// };
/// let (one, two, less) = (build(one)?, build(two)?, build(less)?);
/// let effects = Comparison { policy: &one, draft: &two }.effects();
/// assert!(effects.of(Aspect::Severity).is_equivalent()); // proved for every complaint
///
/// let effects = Comparison { policy: &one, draft: &less }.effects();
/// let example = &effects.of(Aspect::Severity).examples()[0];
/// assert_eq!(example.complaint.count(Fact::DANGER_TO_PERSON), 1);
/// assert_eq!(example.draft.severity(), Some(Severity::General));
/// # Ok(()) }
/// ```
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Effects<'p> {
    severity: Equivalence<'p>,
    owner: Equivalence<'p>,
    dates: Equivalence<'p>,
    approvals: Equivalence<'p>,
    forms: Equivalence<'p>,
}

impl<'p> Effects<'p> {
    /// Returns what is known about a part.
    #[must_use]
    pub const fn of(&self, aspect: Aspect) -> &Equivalence<'p> {
        match aspect {
            Aspect::Severity => &self.severity,
            Aspect::Owner => &self.owner,
            Aspect::Dates => &self.dates,
            Aspect::Approvals => &self.approvals,
            Aspect::Forms => &self.forms,
        }
    }
}

impl<'p> Comparison<'p> {
    /// Returns what the differences mean: for each part a proof that the two policies answer alike, or the smallest
    /// complaints that get different answers.
    ///
    /// Severity and owner are proved over all complaints whose words both policies declare. Dates, approvals and forms
    /// are proved alike only if the rules behind them are the same and the severity is proved; otherwise complaints on
    /// every day that both calendars know are tried.
    #[must_use]
    pub fn effects(self) -> Effects<'p> {
        let policies = [self.policy, self.draft];
        let (severities, owners) = (Severities::of(policies), Owners::of(policies));
        let conditions = policies.into_iter().flat_map(other_conditions).chain(severities.conditions());
        let named = policies.into_iter().flat_map(clock_words).chain(owners.named());
        let questions = Questions::of(policies, conditions, named);
        let Some(judge) = Judge::of(self) else { return self.not_comparable(&severities, &owners) };

        let rated = if severities.are_alike() { None } else { Some(severities.prove(&questions, &judge)) };
        let severity = verdict(rated);
        let owner = self.owner(&questions, &judge, &severities, &owners, &severity);
        let pool = self.pool(&questions, &severities);
        let rest = |aspect: Aspect| {
            // No form asks for the severity, and a table without chains asks for nothing.
            let is_by_severity = match aspect {
                Aspect::Forms => false,
                Aspect::Approvals => !self.policy.approvals().chains().is_empty(),
                Aspect::Severity | Aspect::Owner | Aspect::Dates => true,
            };
            if self.are_rules_alike(aspect) && (!is_by_severity || severity.is_equivalent()) {
                return Equivalence::Equivalent;
            }
            let found = self.try_pool(&questions, &judge, &pool, aspect);
            if found.is_empty() { Equivalence::Undecided } else { Equivalence::Different(found) }
        };
        let [dates, approvals, forms] = [Aspect::Dates, Aspect::Approvals, Aspect::Forms].map(rest);
        Effects { severity, owner, dates, approvals, forms }
    }

    /// Two policies without a common known day have no common complaint that could be shown.
    fn not_comparable(self, severities: &Severities<'p>, owners: &Owners<'p>) -> Effects<'p> {
        let of = |alike| if alike { Equivalence::Equivalent } else { Equivalence::Undecided };
        Effects {
            severity: of(severities.are_alike()),
            owner: of(severities.are_alike() && owners.are_alike() && self.are_findings_alike()),
            dates: Equivalence::Undecided,
            approvals: Equivalence::Undecided,
            forms: Equivalence::Undecided,
        }
    }

    fn owner(
        self,
        questions: &Questions,
        judge: &Judge<'p>,
        severities: &Severities<'p>,
        owners: &Owners<'p>,
        severity: &Equivalence<'p>,
    ) -> Equivalence<'p> {
        let mut proof = if owners.are_alike() {
            Proof { examples: Vec::new(), is_complete: true }
        } else {
            owners.prove(questions, judge, severities)
        };
        if !self.are_findings_alike() || (owners.is_by(Input::Severity) && !severity.is_equivalent()) {
            proof.is_complete = false;
            // What is rated differently may be routed differently.
            let rated = severity
                .examples()
                .iter()
                .filter(|example| example.policy.differs(&example.draft, Aspect::Owner));
            proof.examples.extend(rated.map(|example| Shown {
                complaint: example.complaint.clone(),
                history: example.history.clone(),
                answers: [example.policy.clone(), example.draft.clone()],
            }));
        }
        verdict(Some(proof))
    }

    /// Whether what routing looks at, beside words and severity, follows from the same rules.
    fn are_findings_alike(self) -> bool {
        let Self { policy, draft } = self;
        let by_marks = [policy, draft].iter().any(|policy| policy.routing().inputs().contains(&Input::MARK));
        let by_kind =
            [policy, draft].iter().any(|policy| policy.routing().inputs().contains(&Input::CLAIM_KIND));
        let same_kinds = policy.claim_kind() == draft.claim_kind() && policy.must_ask() == draft.must_ask();
        policy.forced_closure() == draft.forced_closure()
            && (!by_kind || same_kinds)
            && (!by_marks
                || (same_kinds && policy.marks() == draft.marks() && policy.severity() == draft.severity()))
    }

    /// Whether the rules of a part are the same, apart from what the severity brings.
    fn are_rules_alike(self, aspect: Aspect) -> bool {
        let Self { policy, draft } = self;
        let facts = policy.must_ask() == draft.must_ask();
        match aspect {
            Aspect::Severity | Aspect::Owner => false,
            Aspect::Dates => {
                let has = |part: &str| {
                    ["calendar", "calendars", "department-calendars", "clocks", "forced-closure"]
                        .contains(&part)
                };
                let changes = self.changes();
                facts
                    && !changes.rows().iter().any(|row| has(row.part.split('.').next().unwrap_or(&row.part)))
            }
            Aspect::Approvals => policy.approvals() == draft.approvals(),
            Aspect::Forms => {
                facts && policy.forms() == draft.forms() && policy.claim_kind() == draft.claim_kind()
            }
        }
    }

    /// Trials in which dates, approvals and forms can differ, the small ones first.
    fn pool(self, questions: &Questions, severities: &Severities<'p>) -> Vec<Trial> {
        let policies = [self.policy, self.draft];
        let mut pool = Vec::from([Trial::new()]);
        let words: BTreeSet<(Input, Code)> = policies.into_iter().flat_map(clock_words).collect();
        for (input, word) in &words {
            let mut trial = Trial::new();
            questions.answer(&mut trial, *input, InputAnswer::Word(*word));
            pool.push(trial);
        }
        let levels: BTreeSet<Severity> = policies
            .iter()
            .filter_map(|policy| policy.severity())
            .flat_map(SeverityRules::levels)
            .copied()
            .collect();
        let start: Vec<Trial> = pool.clone();
        for level in levels {
            let one = Levels::sets().find(|set| set.is_one() && set.iter().eq([Some(level)]));
            let rated = start.iter().filter_map(|trial| severities.rated(questions, trial.clone(), one?));
            pool.extend(rated);
        }
        for (side, policy) in policies.into_iter().enumerate() {
            for condition in other_conditions(policy) {
                let found = search(questions, Trial::new(), |trial| {
                    let mut open = None;
                    match questions.ask(side, condition, trial, &mut open) {
                        Some(Truth::True) if !questions.is_impossible(trial) => Look::Found,
                        Some(_) => Look::Nothing,
                        None => open.map_or(Look::Nothing, Look::Open),
                    }
                });
                if let Searched::Found(trial) = found {
                    pool.push(trial);
                }
            }
        }
        let amounts: Vec<Money> =
            policies.iter().flat_map(|policy| policy.approvals().chains()).filter_map(Chain::over).collect();
        let start = pool.clone();
        for amount in amounts {
            for minor in [amount.minor(), amount.minor().saturating_add(1)] {
                let amount = Money::new(minor, amount.currency());
                pool.extend(start.iter().map(|trial| {
                    let mut trial = trial.clone();
                    trial.insert(Question::Amount, Answer::Amount(amount));
                    trial
                }));
            }
        }
        pool.sort_by_key(Trial::len);
        pool
    }

    /// The complaint of a trial, with every event from which a clock starts at the instant of its receipt, if the dates
    /// differ.
    fn started(self, questions: &Questions, judge: &Judge<'p>, trial: &Trial) -> Option<Shown<'p>> {
        let (mut complaint, history) = questions.complaint(trial, judge.id, judge.received)?;
        for rule in [self.policy, self.draft].into_iter().flat_map(Policy::clocks) {
            let start = rule.clock().start();
            if start != Anchor::RECEIVED && start != rule.until() {
                complaint = complaint.with_event(start, judge.received);
            }
        }
        judge.put_complaint(complaint, history).filter(|shown| {
            let [before, after] = &shown.answers;
            before.differs(after, Aspect::Dates)
        })
    }

    /// Puts the trials to both policies: for dates on every day that both know, and an example for each clock.
    fn try_pool(
        self,
        questions: &Questions,
        judge: &Judge<'p>,
        pool: &[Trial],
        aspect: Aspect,
    ) -> Vec<Difference<'p>> {
        let mut found: Vec<Difference<'p>> = Vec::new();
        let mut clocks: BTreeSet<ClockName> = BTreeSet::new();
        let judges = if aspect == Aspect::Dates { days(judge) } else { Vec::from([*judge]) };
        for trial in pool {
            for judge in &judges {
                let shown = judge.differs(questions, trial, aspect);
                let started =
                    || if aspect == Aspect::Dates { self.started(questions, judge, trial) } else { None };
                let Some(shown) = shown.or_else(started) else { continue };
                if aspect == Aspect::Dates {
                    let [before, after] = &shown.answers;
                    let names =
                        [self.policy, self.draft].into_iter().flat_map(Policy::clocks).map(ClockRule::name);
                    let differ: Vec<ClockName> =
                        names.filter(|name| before.due(*name) != after.due(*name)).collect();
                    if differ.iter().all(|name| clocks.contains(name)) {
                        continue;
                    }
                    clocks.extend(differ);
                    found.push(shown.into());
                } else if let Some(shown) = judge.smallest(questions, trial.clone(), aspect) {
                    found.push(shown.into());
                    return found;
                }
            }
        }
        found
    }
}

/// Judges of complaints that are received on the days that both policies know, the middle one first.
fn days<'p>(judge: &Judge<'p>) -> Vec<Judge<'p>> {
    /// How many days are tried.
    const MOST: u64 = 400;
    let Comparison { policy, draft } = judge.comparison;
    let (one, other) = (policy.calendar().known(), draft.calendar().known());
    let (first, last) = (one.first().max(other.first()), one.last().min(other.last()));
    let count = u64::try_from(last.signed_duration_since(first).num_days()).unwrap_or(0);
    let step = (count / MOST).max(1);
    let noon = NaiveTime::from_hms_opt(12, 0, 0).unwrap_or(NaiveTime::MIN);
    let at = |number: u64| {
        let day = first.checked_add_days(Days::new(number * step))?;
        let received = policy.calendar().zone().instant(day.and_time(noon), Fold::Earlier)?;
        Some(Judge { received, ..*judge })
    };
    [*judge].into_iter().chain((0..=count / step).filter_map(at)).collect()
}

/// The conditions of a policy outside its severity rules, as far as answers depend on them.
fn other_conditions(policy: &Policy) -> impl Iterator<Item = &Condition> {
    policy.forms().iter().filter_map(|form| form.answers_where())
}

/// The words that clocks name.
fn clock_words(policy: &Policy) -> impl Iterator<Item = (Input, Code)> + '_ {
    let of_rule = |rule: &ClockRule| {
        let targets = match rule.targets() {
            Targets::Table(targets) => targets.as_slice(),
            Targets::Same(_) | Targets::NotSet(_) => &[],
        };
        let named = targets.iter().filter_map(Target::category).chain(rule.only_for.iter().copied());
        named.map(|category| (Input::CATEGORY, category.into())).collect::<Vec<_>>()
    };
    policy.clocks().iter().flat_map(of_rule)
}

fn verdict(proof: Option<Proof<'_>>) -> Equivalence<'_> {
    let Some(Proof { mut examples, is_complete }) = proof else { return Equivalence::Equivalent };
    if examples.is_empty() {
        return if is_complete { Equivalence::Equivalent } else { Equivalence::Undecided };
    }
    examples.sort_by_key(|shown| said(&shown.complaint));
    Equivalence::Different(examples.into_iter().map(Into::into).collect())
}

/// How much a complaint says.
fn said(complaint: &Complaint) -> usize {
    complaint.facts.len()
        + complaint.not_so.len()
        + complaint.words.stored().len()
        + usize::from(complaint.amount.is_some())
}

impl<'p> From<Shown<'p>> for Difference<'p> {
    fn from(Shown { complaint, history, answers: [policy, draft] }: Shown<'p>) -> Self {
        Self { complaint, history, policy, draft }
    }
}

impl fmt::Display for Effects<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for aspect in Aspect::ALL {
            let told: String = match self.of(aspect) {
                Equivalence::Equivalent => "the same for every complaint".into(),
                Equivalence::Undecided => "no difference found, and none ruled out".into(),
                Equivalence::Different(examples) => format!(
                    "different, as {} shows",
                    if examples.len() == 1 { "this complaint" } else { "each of these complaints" }
                ),
            };
            writeln!(f, "{aspect}: {told}")?;
            for Difference { complaint, history, policy, draft } in self.of(aspect).examples() {
                let [before, after] = [policy, draft].map(|judged| aspect_text(judged, aspect));
                let text = complaint_text(complaint, history);
                writeln!(f, "  {text}: {before} -> {after}")?;
            }
        }
        Ok(())
    }
}
