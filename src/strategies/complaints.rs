//! Complaints of a policy.

use alloc::sync::Arc;
use alloc::vec::Vec;
use alloc::{format, vec};

use chrono::{DateTime, TimeDelta, Utc};
use proptest::collection::vec as list;
use proptest::option::weighted;
use proptest::prelude::{Just, Strategy};
use proptest::prop_oneof;
use proptest::sample::select;

use crate::laws::{Edges, Situation};
use crate::policy::Policy;
use crate::policy::clock::{ClockScope, ClockStart};
use crate::triage::{Complaint, History, PastCase, triage};
use crate::vocab::course::Validity;
use crate::vocab::{Anchor, CaseId, Code, Currency, Department, Facet, Fact, Input, Money};

/// The id of every complaint that a strategy gives.
const ID: &str = "A-1";

/// A complaint as a strategy draws it: what the policy does not accept is left out afterwards.
#[derive(Clone, Debug)]
struct Draft {
    received: DateTime<Utc>,
    words: Vec<(Facet, Code)>,
    facts: Vec<(Fact, u32)>,
    amount: Option<Money>,
    /// Whether the customer, the person and the product complained about are known.
    keys: (bool, bool, bool),
    no_demand: bool,
    events: Vec<(Anchor, u32)>,
    departments: Vec<(Department, u32)>,
    earlier: Vec<Earlier>,
}

/// An earlier complaint.
#[derive(Clone, Debug)]
struct Earlier {
    /// Which of the edges of the windows, or how many hours before.
    place: u16,
    /// Whether it is of the same customer, person and product, and of the same words.
    same: (bool, bool),
    judged: (bool, bool),
}

/// Returns a strategy for the complaints of a policy, each with the complaints that came before it.
///
/// A complaint has few words, mostly such as a rule names, and of any facet that the policy declares. About each fact
/// that a rule names it may say a count around the thresholds, or nothing. Events from which clocks count, departments,
/// and keys of repetitions are sometimes known. [`triage`] accepts each of them.
///
/// # Example
///
/// ```
/// use proptest::strategy::{Strategy as _, ValueTree as _};
/// use proptest::test_runner::TestRunner;
/// use redress::triage::triage;
/// use redress::{sample, strategies};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let policy = sample::policy()?;
/// let situation = strategies::situations(&policy).new_tree(&mut TestRunner::deterministic()).map_err(|reason| reason.to_string())?.current();
/// assert!(triage(&policy, situation.complaint(), situation.history()).is_ok());
/// # Ok(()) }
/// ```
pub fn situations(policy: &Policy) -> impl Strategy<Value = Situation> + use<> {
    let policy = Arc::new(policy.clone());
    let edges = Arc::new(Edges::of(&policy));
    let drafts = drafts(&policy, &edges);
    let made = move |draft| accepted(&policy, &edges, draft);
    drafts.prop_filter_map("the id of a complaint", made)
}

fn drafts(policy: &Policy, edges: &Edges) -> impl Strategy<Value = Draft> + use<> {
    let ordinary = ordinary(policy, edges);
    let known = policy.calendar().known();
    let start = policy.calendar().start_of_day(known.first()).unwrap_or(ordinary);
    let seconds = i64::from(known.days()).saturating_mul(86_400).max(1);
    let receipts = if edges.receipts().is_empty() { vec![ordinary] } else { edges.receipts().to_vec() };
    let any = (0..seconds).prop_map(move |second| {
        let at = TimeDelta::try_seconds(second).and_then(|after| start.checked_add_signed(after));
        at.unwrap_or(start)
    });
    let received = prop_oneof![2 => Just(ordinary), 6 => select(receipts), 2 => any];

    let pair = |facet: Facet| move |word: Code| (facet, word);
    let inputs = policy.routing().inputs().iter().filter_map(Input::facet);
    let named: Vec<(Facet, Code)> =
        edges.facets().flat_map(|facet| edges.named_words(facet).map(pair(facet))).collect();
    // Of the inputs of the routing, every word is of interest.
    let routed = inputs.flat_map(|facet| edges.words(facet).iter().copied().map(pair(facet)));
    let mut named: Vec<_> =
        named.into_iter().chain(routed).filter(|(facet, _)| *facet != Facet::Mark).collect();
    let declared: Vec<_> =
        edges.facets().flat_map(|facet| edges.words(facet).iter().copied().map(pair(facet))).collect();
    if named.is_empty() {
        named.clone_from(&declared);
    }
    let words = list(prop_oneof![4 => some(named), 1 => some(declared)], 0..5);

    let counts = edges.facts().flat_map(|(fact, counts)| counts.into_iter().map(move |count| (fact, count)));
    let counts: Vec<(Fact, u32)> = counts.collect();
    let others: Vec<(Fact, u32)> = edges.other_facts().flat_map(|fact| [(fact, 0), (fact, 1)]).collect();
    let facts = list(prop_oneof![6 => some(counts), 1 => some(others)], 0..5);

    let mut amounts = edges.amounts().to_vec();
    let foreign: Option<Currency> = ["XTS", "XXX"].iter().find_map(|code| {
        let currency: Currency = code.parse().ok()?;
        amounts.iter().all(|amount| amount.currency() != currency).then_some(currency)
    });
    amounts.extend(foreign.map(|currency| Money::new(1, currency)));
    let amount = weighted(0.4, select(amounts));

    let starts = policy.clocks().iter().filter(|rule| rule.start() == ClockStart::Event);
    let mut starts: Vec<Anchor> = starts.map(|rule| rule.clock().start()).collect();
    starts.retain(|event| !matches!(*event, Anchor::RECEIVED | Anchor::DEPARTMENT_RECEIVED | Anchor::CLOSED));
    let minutes = || prop_oneof![Just(0_u32), 1_u32..120, 1_u32..20_000];
    let events = list((some(starts), minutes()), 0..3);
    let of_departments = policy.clocks().iter().any(|rule| rule.scope() == ClockScope::Department);
    let departments = edges.words(Facet::Department).iter().map(|word| Department::from(*word));
    let departments: Vec<Department> = departments.filter(|_| of_departments).collect();
    let departments = list((some(departments), minutes()), 0..3);

    let yes = || proptest::bool::weighted(0.4);
    let keys = (yes(), yes(), yes());
    let most = usize::try_from(edges.repetitions()).unwrap_or(usize::MAX).saturating_add(2).min(12);
    let earlier = (
        proptest::num::u16::ANY,
        (proptest::bool::weighted(0.8), proptest::bool::weighted(0.8)),
        (yes(), yes()),
    )
        .prop_map(|(place, same, judged)| Earlier { place, same, judged });
    let earlier = list(earlier, 0..most);

    let about = (received, words, facts, amount, keys);
    let around = (proptest::bool::weighted(0.1), events, departments, earlier);
    (about, around).prop_map(
        |((received, words, facts, amount, keys), (no_demand, events, departments, earlier))| Draft {
            received,
            words: words.into_iter().flatten().collect(),
            facts: facts.into_iter().flatten().collect(),
            amount,
            keys,
            no_demand,
            events: events.into_iter().filter_map(|(event, minutes)| Some((event?, minutes))).collect(),
            departments: departments.into_iter().filter_map(|(to, minutes)| Some((to?, minutes))).collect(),
            earlier,
        },
    )
}

/// One of these values, or none if there are none.
fn some<T: Clone + core::fmt::Debug + 'static>(values: Vec<T>) -> impl Strategy<Value = Option<T>> {
    let mut values: Vec<Option<T>> = values.into_iter().map(Some).collect();
    if values.is_empty() {
        values.push(None);
    }
    select(values)
}

/// An hour after an opening, on one of the first working days after a week: what a receipt shrinks to.
fn ordinary(policy: &Policy, edges: &Edges) -> DateTime<Utc> {
    let calendar = policy.calendar();
    let start = calendar.start_of_day(calendar.known().first()).ok();
    let week = start.and_then(|start| start.checked_add_signed(TimeDelta::days(7)));
    let opening = week.and_then(|week| calendar.next_opening(week).ok());
    let later = opening.and_then(|opening| opening.checked_add_signed(TimeDelta::hours(1)));
    later.or(start).or_else(|| edges.receipts().first().copied()).unwrap_or_default()
}

/// Makes the complaint, and leaves out what the policy does not accept.
fn accepted(policy: &Policy, edges: &Edges, draft: Draft) -> Option<Situation> {
    let mut complaint = Complaint::new(ID.parse().ok()?, draft.received);
    let keep = |complaint: &mut Complaint, more: Complaint| {
        if triage(policy, &more, &History::none()).is_ok() {
            *complaint = more;
        }
    };
    if let Some(amount) = draft.amount {
        complaint = complaint.with_amount(amount);
    }
    let (customer, staff, product) = draft.keys;
    if let (true, Ok(key)) = (customer, "K-1".parse()) {
        complaint = complaint.with_complainant(key);
    }
    if let (true, Ok(person)) = (staff, "staff-1".parse()) {
        complaint = complaint.with_staff(person);
    }
    if let (true, Ok(key)) = (product, "P-1".parse()) {
        complaint = complaint.with_product(key);
    }
    for (fact, count) in draft.facts {
        let more = complaint.clone().with_fact(fact, count);
        keep(&mut complaint, more);
    }
    if draft.no_demand {
        let more = complaint.clone().with_no_demand();
        keep(&mut complaint, more);
    }
    for (facet, word) in draft.words {
        let more = complaint.clone().with_code(facet, word);
        keep(&mut complaint, more);
    }
    let after = |minutes: u32| draft.received.checked_add_signed(TimeDelta::minutes(minutes.into()));
    for (event, minutes) in draft.events {
        let more = after(minutes).map(|at| complaint.clone().with_event(event, at));
        if let Some(more) = more {
            keep(&mut complaint, more);
        }
    }
    for (department, minutes) in draft.departments {
        let more = after(minutes).map(|at| complaint.clone().with_department(department, at));
        if let Some(more) = more {
            keep(&mut complaint, more);
        }
    }
    let history = history(edges, &complaint, draft.earlier);
    let history = if triage(policy, &complaint, &history).is_ok() { history } else { History::none() };
    Some(Situation::new(complaint).with_history(history))
}

fn history(edges: &Edges, complaint: &Complaint, earlier: Vec<Earlier>) -> History {
    let around = edges.earlier(complaint.received());
    let mut history = History::none();
    for (number, drawn) in earlier.into_iter().enumerate() {
        let place = usize::from(drawn.place);
        let hours = TimeDelta::hours(1 + i64::from(drawn.place % 2_000));
        let at = match around.get(place.checked_rem(around.len() + 2).unwrap_or(0)) {
            Some(at) => Some(*at),
            None => complaint.received().checked_sub_signed(hours),
        };
        let (Some(at), Ok(id)) = (at, format!("B-{}", number + 1).parse::<CaseId>()) else { continue };
        let (same_keys, same_words) = drawn.same;
        let mut past = PastCase::new(id, at);
        if same_keys {
            past = complaint.complainant().into_iter().fold(past, PastCase::with_complainant);
            past = complaint.staff().into_iter().fold(past, PastCase::with_staff);
            past = complaint.product().into_iter().fold(past, PastCase::with_product);
        }
        if same_words {
            past = past.with_words(complaint.words());
        }
        let (upheld, admonished) = drawn.judged;
        if upheld {
            past = past.with_validity(Validity::Established);
        }
        if admonished {
            past = past.with_admonition();
        }
        history.replace(past);
    }
    history
}
