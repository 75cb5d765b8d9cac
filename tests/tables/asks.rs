//! Conditions as one description for the library and for the oracle, and the plain three-valued evaluation.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;
use proptest::collection::vec;
use proptest::prelude::*;
use redress::calendar::Span;
use redress::policy::Condition;
use redress::policy::condition::{Recurrence, RecurrenceKey, RecurrenceWindow, Truth};
use redress::vocab::course::Validity;
use redress::vocab::kind::{ClaimKind, Medium};
use redress::vocab::track::Containment;
use redress::vocab::{
    Category, Cause, Channel, Code, Demand, Department, Facet, FaultParty, Input, Region, Severity, Subject,
};

use crate::tables::past::Past;
use crate::tables::world::{CODES, FACTS, INPUTS, LEVELS, Model, Words, codes, money};

pub(crate) const KEYS: [RecurrenceKey; 8] = [
    RecurrenceKey::Complainant,
    RecurrenceKey::Staff,
    RecurrenceKey::UNIT,
    RecurrenceKey::Product,
    RecurrenceKey::CAUSE,
    RecurrenceKey::CATEGORY,
    RecurrenceKey::Word(Facet::Demand),
    RecurrenceKey::Word(Facet::CauseGroup),
];

/// A repetition.
#[derive(Clone, Debug)]
pub(crate) struct Again {
    pub(crate) by: Vec<RecurrenceKey>,
    pub(crate) at_least: u32,
    pub(crate) window: RecurrenceWindow,
    pub(crate) severity: Option<Severity>,
    pub(crate) upheld: bool,
    pub(crate) admonished: bool,
}

/// A condition.
#[derive(Clone, Debug)]
pub(crate) enum Ask {
    Count(u8, u32),
    Is(Input, Vec<Code>),
    Amount(u64, u8),
    Repeats(Again),
    All(Vec<Self>),
    Any(Vec<Self>),
    Not(Box<Self>),
    Surely(Box<Self>),
}

impl Again {
    pub(crate) fn recurrence(&self) -> Recurrence {
        let mut recurrence = Recurrence::new(self.by.iter().copied(), self.at_least).with_window(self.window);
        if let Some(level) = self.severity {
            recurrence = recurrence.with_severity(level);
        }
        if self.upheld {
            recurrence = recurrence.with_upheld();
        }
        if self.admonished {
            recurrence = recurrence.with_admonished();
        }
        recurrence
    }
}

impl Ask {
    pub(crate) fn condition(&self) -> Condition {
        fn is<W: redress::vocab::Word>(words: &[Code]) -> Condition {
            match words {
                [word] => Condition::is(W::from_code(*word)),
                words => Condition::is_one_of(words.iter().map(|&word| W::from_code(word))),
            }
        }
        match self {
            Self::Count(fact, 1) => Condition::has(FACTS[usize::from(*fact)]),
            Self::Count(fact, number) => Condition::at_least(FACTS[usize::from(*fact)], *number),
            Self::Is(input, words) => match *input {
                Input::CATEGORY => is::<Category>(words),
                Input::SUBJECT => is::<Subject>(words),
                Input::CAUSE => is::<Cause>(words),
                Input::FAULT_PARTY => is::<FaultParty>(words),
                Input::CLAIM_KIND => is::<ClaimKind>(words),
                Input::DEMAND => is::<Demand>(words),
                Input::CHANNEL => is::<Channel>(words),
                Input::MEDIUM => is::<Medium>(words),
                Input::REGION => is::<Region>(words),
                Input::CONTAINMENT => is::<Containment>(words),
                Input::UNIT => is::<Department>(words),
                other => panic!("{other} has no words"),
            },
            Self::Amount(minor, currency) => Condition::amount_at_least(money(*minor, *currency)),
            Self::Repeats(again) => Condition::repeats(again.recurrence()),
            Self::All(asks) => Condition::all(asks.iter().map(Self::condition)),
            Self::Any(asks) => Condition::any(asks.iter().map(Self::condition)),
            Self::Not(ask) => Condition::not(ask.condition()),
            Self::Surely(ask) => Condition::surely(ask.condition()),
        }
    }

    /// The same, of declared words.
    pub(crate) fn within(self, declared: &Words) -> Self {
        let each = |asks: Vec<Self>| asks.into_iter().map(|ask| ask.within(declared)).collect();
        match self {
            Self::Is(input, words) => {
                let words = words.iter().map(|word| {
                    let place = CODES.iter().position(|text| *text == word.as_str()).unwrap();
                    declared.of[&input][place % declared.of[&input].len()]
                });
                Self::Is(input, words.collect())
            }
            Self::All(asks) => Self::All(each(asks)),
            Self::Any(asks) => Self::Any(each(asks)),
            Self::Not(ask) => Self::Not(Box::new(ask.within(declared))),
            Self::Surely(ask) => Self::Surely(Box::new(ask.within(declared))),
            other => other,
        }
    }

    pub(crate) fn has_not(&self) -> bool {
        match self {
            Self::All(asks) | Self::Any(asks) => asks.iter().any(Self::has_not),
            Self::Not(_) => true,
            Self::Surely(ask) => ask.has_not(),
            _ => false,
        }
    }
}

// ---------------------------------------------------------------------------------------------------------------------------
// The oracle
// ---------------------------------------------------------------------------------------------------------------------------

/// True, false, or unknown.
pub(crate) type Kleene = Option<bool>;

pub(crate) fn truth(kleene: Kleene) -> Truth {
    kleene.map_or(Truth::Unknown, Truth::from)
}

pub(crate) fn all_of(values: impl IntoIterator<Item = Kleene>) -> Kleene {
    let mut all = Some(true);
    for value in values {
        all = match (all, value) {
            (Some(false), _) | (_, Some(false)) => Some(false),
            (None, _) | (_, None) => None,
            _ => Some(true),
        };
    }
    all
}

pub(crate) fn is_or_under(word: Code, other: Code) -> bool {
    word == other || word.as_str().starts_with(&format!("{other}."))
}

/// Which of the earlier complaints there are: of two with one id the later in the list, never the new one, none that
/// came with it or after it.
pub(crate) fn earlier<'p>(new: &Model, past: &'p [Past]) -> Vec<&'p Past> {
    let of_id: BTreeMap<u8, &Past> = past.iter().map(|past| (past.id, past)).collect();
    of_id.into_values().filter(|past| past.id != new.id && past.before > 0).collect()
}

/// The first instant of a local day, looked for quarter by quarter.
fn first_of_day(zone: Tz, day: NaiveDate) -> DateTime<Utc> {
    let noon = day.and_hms_opt(12, 0, 0).unwrap().and_utc();
    let quarters = (-160_i64..160).map(|quarter| noon + TimeDelta::minutes(15 * quarter));
    quarters.into_iter().find(|at| at.with_timezone(&zone).date_naive() >= day).unwrap()
}

/// The day, so many months before, with the last day of a shorter month.
fn months_before(day: NaiveDate, months: u32) -> NaiveDate {
    let month = (day - Days::new(u64::from(day.day0()))) - Months::new(months);
    let last = (month + Months::new(1)).pred_opt().unwrap();
    last.with_day(day.day().min(last.day())).unwrap()
}

/// When a window begins, and on which day where it begins with one.
pub(crate) fn window_start(
    zone: Tz,
    received: DateTime<Utc>,
    window: RecurrenceWindow,
) -> Option<(DateTime<Utc>, Option<NaiveDate>)> {
    let today = received.with_timezone(&zone).date_naive();
    let of_day = |day| (first_of_day(zone, day), Some(day));
    match window {
        RecurrenceWindow::Always => None,
        RecurrenceWindow::Elapsed(span) => {
            Some((received - TimeDelta::seconds(i64::try_from(span.as_seconds()).unwrap()), None))
        }
        RecurrenceWindow::Days(days) => Some(of_day(today - Days::new(u64::from(days)))),
        RecurrenceWindow::Months(months) => Some(of_day(months_before(today, months))),
    }
}

/// The keys of the earlier complaint and of the new one, as texts.
fn keys(key: RecurrenceKey, new: &Model, past: Option<&Past>) -> Option<String> {
    let number = |number: Option<u8>| number.map(|number| number.to_string());
    let word = |word: Option<Code>| word.map(|word| word.to_string());
    let main = |input| word(new.words(input).first().copied());
    let root = |cause: String| cause.split('.').next().unwrap().to_owned();
    match (key, past) {
        (RecurrenceKey::Complainant, None) => number(new.complainant),
        (RecurrenceKey::Complainant, Some(past)) => number(past.complainant),
        (RecurrenceKey::Staff, None) => number(new.staff),
        (RecurrenceKey::Staff, Some(past)) => number(past.staff),
        (RecurrenceKey::Product, None) => number(new.product),
        (RecurrenceKey::Product, Some(past)) => number(past.product),
        (RecurrenceKey::UNIT, None) => main(Input::UNIT),
        (RecurrenceKey::UNIT, Some(past)) => word(past.unit),
        (RecurrenceKey::CAUSE, None) => main(Input::CAUSE),
        (RecurrenceKey::CAUSE, Some(past)) => word(past.cause),
        (RecurrenceKey::CATEGORY, None) => main(Input::CATEGORY),
        (RecurrenceKey::CATEGORY, Some(past)) => word(past.category),
        (RecurrenceKey::Word(Facet::Demand), None) => main(Input::DEMAND),
        (RecurrenceKey::Word(Facet::Demand), Some(past)) => word(past.demands.first().copied()),
        // Nobody says a group here: it is that of the cause.
        (RecurrenceKey::Word(Facet::CauseGroup), None) => main(Input::CAUSE).map(root),
        (RecurrenceKey::Word(Facet::CauseGroup), Some(past)) => word(past.cause).map(root),
        (other, _) => panic!("{other}"),
    }
}

/// By which key, how many, and whether that is as many as it takes, in a zone that knows every day.
pub(crate) fn repeated(
    zone: Tz,
    again: &Again,
    new: &Model,
    past: &[Past],
) -> (Option<RecurrenceKey>, usize, Kleene) {
    let start = window_start(zone, new.received, again.window);
    let counts = |past: &&Past| {
        start.is_none_or(|(start, _)| start <= new.received - TimeDelta::minutes(past.before))
            && again.severity.is_none_or(|level| past.severity == Some(level))
            && (!again.upheld || past.validity == Some(Validity::Established))
            && (!again.admonished || past.admonished)
    };
    let counted: Vec<&Past> = earlier(new, past).into_iter().filter(counts).collect();
    let wanted = again.at_least as usize;
    let found = again.by.iter().find_map(|&key| Some((key, keys(key, new, None)?)));
    if let Some((key, value)) = found {
        let same = counted.iter().filter(|past| keys(key, new, Some(past)).as_ref() == Some(&value)).count();
        return (Some(key), same, Some(same >= wanted));
    }
    // Whoever it may be: not more than somebody has.
    let shared = |key, value: String| {
        counted.iter().filter(|past| keys(key, new, Some(past)) == Some(value.clone())).count()
    };
    let each = again
        .by
        .iter()
        .flat_map(|&key| counted.iter().filter_map(move |past| Some((key, keys(key, new, Some(past))?))));
    let most = each.map(|(key, value)| shared(key, value)).max().unwrap_or(0);
    (None, most, if most < wanted { Some(false) } else { None })
}

/// What is known of a condition.
pub(crate) fn evaluate(ask: &Ask, new: &Model, past: &[Past]) -> Kleene {
    match ask {
        Ask::Count(fact, number) => Some(new.facts[usize::from(*fact)] >= *number),
        Ask::Is(input, _) if new.is_unset(*input) => None,
        Ask::Is(input, words) => {
            Some(new.words(*input).iter().any(|&word| words.iter().any(|&other| is_or_under(word, other))))
        }
        Ask::Amount(minor, currency) => match new.amount {
            Some((known, of)) if of == *currency => Some(known >= *minor),
            _ => None,
        },
        Ask::Repeats(again) => repeated(Tz::Europe__Berlin, again, new, past).2,
        Ask::All(asks) => all_of(asks.iter().map(|ask| evaluate(ask, new, past))),
        Ask::Any(asks) => {
            let not = |ask| evaluate(ask, new, past).map(|holds| !holds);
            all_of(asks.iter().map(not)).map(|none| !none)
        }
        Ask::Not(ask) => evaluate(ask, new, past).map(|holds| !holds),
        Ask::Surely(ask) => Some(evaluate(ask, new, past) == Some(true)),
    }
}

// ---------------------------------------------------------------------------------------------------------------------------
// Random conditions
// ---------------------------------------------------------------------------------------------------------------------------

pub(crate) fn windows() -> impl Strategy<Value = RecurrenceWindow> {
    prop_oneof![
        2 => Just(RecurrenceWindow::Always),
        1 => (1_u32..5).prop_map(|minutes| RecurrenceWindow::Elapsed(Span::minutes(minutes))),
        2 => (1_u32..9_000).prop_map(|hours| RecurrenceWindow::Elapsed(Span::hours(hours))),
        3 => (1_u32..400).prop_map(RecurrenceWindow::Days),
        3 => (1_u32..14).prop_map(RecurrenceWindow::Months),
    ]
}

/// Repetitions by at most so many keys.
pub(crate) fn agains(most_keys: usize) -> impl Strategy<Value = Again> {
    let by = vec((0..KEYS.len()).prop_map(|number| KEYS[number]), 1..=most_keys);
    let level = proptest::option::weighted(0.3, (0..4_usize).prop_map(|number| LEVELS[number]));
    let filters = (level, prop::bool::weighted(0.2), prop::bool::weighted(0.2));
    (by, 1_u32..5, windows(), filters).prop_map(|(by, at_least, window, (severity, upheld, admonished))| {
        Again { by, at_least, window, severity, upheld, admonished }
    })
}

pub(crate) fn leaves(most_keys: usize) -> impl Strategy<Value = Ask> {
    let number = prop_oneof![2 => Just(1_u32), 2 => 1_u32..5, 1 => 29_u32..32];
    let numbers = prop_oneof![vec(any::<u8>(), 1), vec(any::<u8>(), 1..4)];
    let amount = prop_oneof![1_u64..4, 99_u64..102];
    prop_oneof![
        3 => (0..u8::try_from(FACTS.len()).unwrap(), number).prop_map(|(fact, number)| Ask::Count(fact, number)),
        4 => (0..INPUTS.len(), numbers).prop_map(|(input, numbers)| Ask::Is(INPUTS[input], codes(&numbers))),
        1 => (amount, 0_u8..3).prop_map(|(minor, currency)| Ask::Amount(minor, currency)),
        2 => agains(most_keys).prop_map(Ask::Repeats),
    ]
}

/// Conditions, some of them trees.
/// The same, and what is unknown may count as no: then more that is known may change an answer.
pub(crate) fn any_asks(most_keys: usize) -> impl Strategy<Value = Ask> {
    asks(most_keys).prop_recursive(2, 8, 3, |inner| {
        prop_oneof![
            2 => inner.clone().prop_map(|ask| Ask::Surely(Box::new(ask))),
            1 => vec(inner.clone(), 1..4).prop_map(Ask::All),
            1 => vec(inner.clone(), 1..4).prop_map(Ask::Any),
            1 => inner.prop_map(|ask| Ask::Not(Box::new(ask))),
        ]
    })
}

pub(crate) fn asks(most_keys: usize) -> impl Strategy<Value = Ask> {
    leaves(most_keys).prop_recursive(3, 16, 3, |inner| {
        prop_oneof![
            2 => vec(inner.clone(), 1..4).prop_map(Ask::All),
            2 => vec(inner.clone(), 1..4).prop_map(Ask::Any),
            1 => inner.prop_map(|ask| Ask::Not(Box::new(ask))),
        ]
    })
}
