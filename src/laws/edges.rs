//! The values at which a policy decides otherwise.
//!
//! A policy has few values that matter: the counts and amounts just below and at a threshold, the words of its rules,
//! and the instants around its cut-offs, its opening and closing times, its holidays, midnights and changes of the
//! clocks. Everything between two neighbours of them is decided alike. So tests that draw from these values find what
//! even values hardly ever find.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use chrono::{DateTime, Datelike as _, Days, NaiveDate, NaiveTime, TimeDelta, Utc};

use crate::calendar::Calendar;
use crate::calendar::reading::Fold;
use crate::deadline::choice::{CutoffTime, EndAt};
use crate::deadline::{Count, Deadline, Term};
use crate::policy::clock::{Target, Targets};
use crate::policy::condition::{Recurrence, RecurrenceWindow};
use crate::policy::routing::{CellTest, Row};
use crate::policy::severity::{MarkRule, Rating};
use crate::policy::track::Requirement;
use crate::policy::{Condition, Policy, SeverityRules};
use crate::vocab::{Code, Facet, Fact, Money, Word};

/// The days of a calendar that are looked at: more would say nothing new.
const MAX_DAYS: usize = 400;

/// The values at which a policy decides otherwise.
///
/// # Example: the edges of a small shop
///
/// ```
/// use redress::laws::Edges;
/// use redress::sample;
/// use redress::vocab::{Facet, Fact};
///
/// let edges = Edges::of(&sample::policy()?);
/// assert!(edges.facts().any(|(fact, counts)| fact == Fact::DANGER_TO_PERSON && counts == [0, 1, 2]));
/// assert_eq!(edges.words(Facet::Category).len(), 2);
/// let closing = "2026-04-02T15:00:00Z".parse()?; // 17:00 on Maundy Thursday
/// assert!(edges.receipts().contains(&closing));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Edges {
    words: BTreeMap<Facet, Vec<Code>>,
    asked: BTreeMap<Facet, BTreeSet<Code>>,
    facts: BTreeMap<Fact, BTreeSet<u32>>,
    amounts: Vec<Money>,
    receipts: Vec<DateTime<Utc>>,
    recurrences: Vec<Recurrence>,
}

impl Edges {
    /// Returns the edges of a policy.
    #[must_use]
    pub fn of(policy: &Policy) -> Self {
        let mut edges = Self { recurrences: policy.recurrences().to_vec(), ..Self::empty() };
        for (facet, declared) in policy.taxonomy().declarations() {
            if facet == Facet::Fact {
                edges.facts.entry(Fact::from(declared.word)).or_default();
            } else if facet != Facet::Mark {
                edges.words.entry(facet).or_default().push(declared.word);
            }
        }
        conditions(policy).for_each(|condition| edges.condition(condition));
        edges.rows(policy);
        for fact in
            policy.must_ask().iter().chain(policy.clocks().iter().filter_map(|rule| rule.only_where.as_ref()))
        {
            edges.facts.entry(*fact).or_default().extend([0, 1]);
        }
        if policy.forced_closure().is_some() {
            for fact in [Fact::ON_FORCED_CLOSURE_LIST, Fact::NO_SOLUTION_NOW] {
                edges.facts.entry(fact).or_default().extend([0, 1]);
            }
        }
        for chain in policy.approvals().chains() {
            edges.amounts.extend(chain.over().into_iter().flat_map(around));
        }
        edges.amounts.sort_by_key(|amount| (amount.currency(), amount.minor()));
        edges.amounts.dedup();
        edges.receipts = receipts(policy);
        edges
    }

    /// Returns the words of a facet that the policy declares.
    #[must_use]
    pub fn words(&self, facet: Facet) -> &[Code] {
        self.words.get(&facet).map_or(&[], Vec::as_slice)
    }

    /// Returns the facets whose words a complaint can have.
    pub fn facets(&self) -> impl Iterator<Item = Facet> + '_ {
        self.words.keys().copied()
    }

    /// Returns the words of a facet that a rule or a row names. No word if nothing depends on the facet.
    pub fn named_words(&self, facet: Facet) -> impl Iterator<Item = Code> + '_ {
        self.asked.get(&facet).into_iter().flatten().copied()
    }

    /// Returns the facts that a rule of the policy names, each with the counts around its thresholds, in ascending order.
    pub fn facts(&self) -> impl Iterator<Item = (Fact, Vec<u32>)> + '_ {
        let named = self.facts.iter().filter(|(_, counts)| !counts.is_empty());
        named.map(|(fact, counts)| (*fact, counts.iter().copied().collect()))
    }

    /// Returns the facts that the policy declares and no rule names.
    pub fn other_facts(&self) -> impl Iterator<Item = Fact> + '_ {
        self.facts.iter().filter(|(_, counts)| counts.is_empty()).map(|(fact, _)| *fact)
    }

    /// Returns the amounts around the thresholds of the policy.
    #[must_use]
    pub fn amounts(&self) -> &[Money] {
        &self.amounts
    }

    /// Returns instants of receipt, in ascending order: the seconds before, at and after midnights, openings, closings,
    /// cut-offs and changes of the clocks, on ordinary days, around exceptions, and on the first and the last known days.
    #[must_use]
    pub fn receipts(&self) -> &[DateTime<Utc>] {
        &self.receipts
    }

    /// Returns the instants around the beginning of each window in which the policy counts repetitions, for a complaint
    /// that was received at this instant. No instant if the policy counts no repetitions.
    #[must_use]
    pub fn earlier(&self, received: DateTime<Utc>) -> Vec<DateTime<Utc>> {
        let second = TimeDelta::seconds(1);
        let mut found = BTreeSet::new();
        for recurrence in &self.recurrences {
            found.extend(received.checked_sub_signed(second));
            let Some(begins) = begins(received, recurrence.within) else { continue };
            found.extend(
                [begins.checked_sub_signed(second), Some(begins), begins.checked_add_signed(second)]
                    .into_iter()
                    .flatten(),
            );
        }
        found.retain(|at| *at < received);
        found.into_iter().collect()
    }

    /// Returns the highest number of repetitions that a rule asks for.
    #[must_use]
    pub fn repetitions(&self) -> u32 {
        self.recurrences.iter().map(Recurrence::threshold).max().unwrap_or(0)
    }

    pub(super) const fn empty() -> Self {
        Self {
            words: BTreeMap::new(),
            asked: BTreeMap::new(),
            facts: BTreeMap::new(),
            amounts: Vec::new(),
            receipts: Vec::new(),
            recurrences: Vec::new(),
        }
    }

    pub(super) fn condition(&mut self, condition: &Condition) {
        match condition {
            Condition::Fact { fact, at_least } => {
                let counts = [0, at_least.saturating_sub(1), *at_least, at_least.saturating_add(1)];
                self.facts.entry(*fact).or_default().extend(counts);
            }
            Condition::Word { input, any_of } => {
                if let Some(facet) = input.facet() {
                    self.asked.entry(facet).or_default().extend(any_of);
                }
            }
            Condition::Amount(amount) => self.amounts.extend(around(*amount)),
            Condition::Repeats(_) => {}
            Condition::All(parts) | Condition::Any(parts) => {
                for part in parts {
                    self.condition(part);
                }
            }
            Condition::Not(part) | Condition::Surely(part) => self.condition(part),
        }
    }

    fn rows(&mut self, policy: &Policy) {
        for cell in policy.routing().rows().iter().flat_map(Row::cells) {
            let Some(facet) = cell.input().facet() else { continue };
            let asked = self.asked.entry(facet).or_default();
            match cell.test() {
                CellTest::OneOf(words) => asked.extend(words),
                CellTest::Under(word) => {
                    asked.insert(*word);
                }
                CellTest::NotKnown | CellTest::Nothing => {}
            }
        }
        for category in
            policy.clocks().iter().flat_map(|rule| targets(rule.targets()).filter_map(Target::category))
        {
            self.asked.entry(Facet::Category).or_default().insert(category.into());
        }
        for category in policy.clocks().iter().flat_map(|rule| &rule.only_for) {
            self.asked.entry(Facet::Category).or_default().insert((*category).into());
        }
    }
}

/// Every condition of a policy that looks at a complaint.
pub(super) fn conditions(policy: &Policy) -> impl Iterator<Item = &Condition> {
    let rated = policy.severity().into_iter().flat_map(SeverityRules::conditions);
    let importance = policy.importance().into_iter().flat_map(rated_by);
    let urgency = policy.urgency().into_iter().flat_map(rated_by);
    let kind = policy.claim_kind().into_iter().flat_map(rated_by);
    let marks = policy.marks().iter().map(MarkRule::when);
    let requirements = policy.requirements().iter().map(Requirement::when);
    rated.chain(importance).chain(urgency).chain(kind).chain(marks).chain(requirements)
}

/// Every condition of a rating, those of marks included.
fn rated_by<W: Word>(rating: &Rating<W>) -> impl Iterator<Item = &Condition> {
    let rules = rating.rules().iter();
    rules.flat_map(|rule| core::iter::once(rule.when()).chain(rule.mark().map(|(_, when)| when)))
}

pub(super) fn targets(targets: &Targets) -> impl Iterator<Item = &Target> {
    match targets {
        Targets::Table(rows) => rows.iter(),
        Targets::Same(_) | Targets::NotSet(_) => [].iter(),
    }
}

fn around(amount: Money) -> [Money; 3] {
    let at = amount.minor();
    [at.saturating_sub(1), at, at.saturating_add(1)].map(|minor| Money::new(minor, amount.currency()))
}

fn begins(received: DateTime<Utc>, window: RecurrenceWindow) -> Option<DateTime<Utc>> {
    match window {
        RecurrenceWindow::Always => None,
        RecurrenceWindow::Elapsed(span) => {
            received.checked_sub_signed(TimeDelta::try_seconds(i64::try_from(span.as_seconds()).ok()?)?)
        }
        RecurrenceWindow::Days(days) => received.checked_sub_days(Days::new(days.into())),
        RecurrenceWindow::Months(months) => received.checked_sub_months(chrono::Months::new(months)),
    }
}

/// Every term of the clocks.
fn terms(policy: &Policy) -> impl Iterator<Item = &Term> {
    let deadlines = policy.clocks().iter().flat_map(|rule| {
        let same: Option<&Deadline> = match rule.targets() {
            Targets::Same(deadline) => Some(deadline),
            Targets::Table(_) | Targets::NotSet(_) => None,
        };
        let rows = targets(rule.targets()).map(|target| &target.deadline);
        same.into_iter().chain(rows).chain(rule.otherwise.as_ref())
    });
    deadlines.flat_map(Deadline::terms)
}

fn receipts(policy: &Policy) -> Vec<DateTime<Utc>> {
    let mut times = BTreeSet::from([0]);
    let mut fixed = Vec::new();
    for term in terms(policy) {
        let cutoffs = term.intake.into_iter().flat_map(|cutoff| cutoff.at).flatten();
        times.extend(cutoffs.filter_map(|cutoff| match cutoff {
            CutoffTime::At(time) => Some(time.seconds()),
            CutoffTime::CloseOfBusiness => None,
        }));
        match term.end.at {
            EndAt::At(time) => {
                times.insert(time.seconds());
            }
            EndAt::SameTime | EndAt::Opening | EndAt::CloseOfBusiness | EndAt::EndOfDay => {}
        }
        if let Count::At(at) = term.count {
            fixed.push(at);
        }
    }
    let mut found = BTreeSet::new();
    for calendar in policy.calendars() {
        found.extend(of_calendar(calendar, &times));
    }
    let known = |at: &DateTime<Utc>| policy.calendar().date(*at).is_ok();
    found.extend(fixed.into_iter().filter(known).flat_map(seconds_around));
    found.retain(known);
    found.into_iter().collect()
}

fn seconds_around(at: DateTime<Utc>) -> impl Iterator<Item = DateTime<Utc>> {
    [-1, 0, 1].into_iter().filter_map(move |second| at.checked_add_signed(TimeDelta::seconds(second)))
}

fn of_calendar(calendar: &Calendar, times: &BTreeSet<u32>) -> Vec<DateTime<Utc>> {
    let known = calendar.known();
    let mut found = Vec::new();
    let mut days = BTreeSet::from([known.first(), known.last()]);
    let near = |day: NaiveDate| [day.pred_opt(), Some(day), day.succ_opt()].into_iter().flatten();
    // An ordinary week, some days after the first one.
    days.extend((7..14_u64).filter_map(|days| known.first().checked_add_days(Days::new(days))));
    for (change, _) in calendar.zone().changes() {
        found.extend(seconds_around(change));
        days.extend(calendar.date(change).ok().into_iter().flat_map(near));
    }
    let exceptions = calendar.exceptions(known.first(), known.last()).into_iter().flatten();
    days.extend(exceptions.flat_map(|(day, _)| near(day)));
    // The ends of months, which terms of months may lack.
    for month in 1..=12 {
        let first = NaiveDate::from_ymd_opt(known.first().year(), month, 1);
        let next = first.and_then(|first| first.checked_add_months(chrono::Months::new(1)));
        days.extend(next.and_then(|next| next.pred_opt()));
    }
    days.retain(|day| known.contains(*day));
    // Of many days an even choice, from the first to the last.
    let step = days.len().div_ceil(MAX_DAYS).max(1);
    let last = days.last().copied().filter(|_| step > 1);
    for day in days.into_iter().step_by(step).chain(last) {
        for seconds in times {
            let time = NaiveTime::from_num_seconds_from_midnight_opt(*seconds, 0).unwrap_or_default();
            found.extend(
                calendar
                    .zone()
                    .instant(day.and_time(time), Fold::Earlier)
                    .into_iter()
                    .flat_map(seconds_around),
            );
        }
        let spans = calendar.spans_of_day(day).into_iter().flatten();
        found.extend(spans.flat_map(|(opens, closes)| [opens, closes]).flat_map(seconds_around));
    }
    found
}
