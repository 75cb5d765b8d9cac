//! The words and complaints of random cases, each as one description for the library and for the oracles.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::LazyLock;

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use proptest::collection::vec;
use proptest::prelude::*;
use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
use redress::policy::{Policy, PolicyFaults, Routing, SeverityRules};
use redress::taxonomy::Taxonomy;
use redress::triage::Complaint;
use redress::vocab::kind::{CauseGroup, ClaimKind, Medium};
use redress::vocab::track::Containment;
use redress::vocab::{
    ActorId, Category, Cause, Channel, Code, ComplainantKey, Demand, Department, Fact, FaultParty, Input,
    Money, ProductKey, Region, Severity, Subject, Word,
};

/// The codes of every input: three trees, one of them three deep. The same for each, so that none is taken for another's.
pub(crate) const CODES: [&str; 7] = ["own:a", "own:a.b", "own:a.b.c", "own:a.d", "own:e", "own:e.f", "own:g"];

/// The inputs that words of a complaint answer.
pub(crate) const INPUTS: [Input; 11] = [
    Input::CATEGORY,
    Input::SUBJECT,
    Input::CAUSE,
    Input::FAULT_PARTY,
    Input::CLAIM_KIND,
    Input::DEMAND,
    Input::CHANNEL,
    Input::MEDIUM,
    Input::REGION,
    Input::CONTAINMENT,
    Input::UNIT,
];

pub(crate) const LEVELS: [Severity; 4] =
    [Severity::Minor, Severity::General, Severity::Serious, Severity::Critical];

pub(crate) const FACTS: [Fact; 5] = [
    Fact::HOTLINE_TRIES,
    Fact::FAILED_REPAIRS,
    Fact::MINUTES_LATE,
    Fact::MEDIA_EXPOSURE,
    Fact::DANGER_TO_PERSON,
];

const CURRENCIES: [&str; 3] = ["EUR", "USD", "CNY"];

pub(crate) fn code(text: &str) -> Code {
    text.parse().unwrap()
}

pub(crate) fn level_code(level: Severity) -> Code {
    code(level.as_str())
}

pub(crate) fn codes(numbers: &[u8]) -> Vec<Code> {
    numbers.iter().map(|&number| code(CODES[usize::from(number) % CODES.len()])).collect()
}

pub(crate) fn money(minor: u64, currency: u8) -> Money {
    Money::new(minor, CURRENCIES[usize::from(currency) % CURRENCIES.len()].parse().unwrap())
}

pub(crate) fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

pub(crate) fn calendar(zone: Tz, first: &str, last: &str) -> Calendar {
    let known = KnownDays::new(first.parse().unwrap(), last.parse().unwrap()).unwrap();
    let zone = Zone::tabulate(zone.name(), &zone, known).unwrap();
    let week = WeekPattern::weekdays([Hours::from_static("09:00-17:00")]);
    Calendar::builder("tables", zone).week(week).build().unwrap()
}

/// A calendar that knows every day that a window of the random conditions begins on.
pub(crate) static BERLIN: LazyLock<Calendar> =
    LazyLock::new(|| calendar(Tz::Europe__Berlin, "2020-01-01", "2027-12-31"));

// ---------------------------------------------------------------------------------------------------------------------------
// Declared words
// ---------------------------------------------------------------------------------------------------------------------------

/// The declared words of every input.
#[derive(Clone)]
pub(crate) struct Words {
    pub(crate) of: BTreeMap<Input, Vec<Code>>,
    /// Whether the root `own:a` of the causes is declared as a group of causes.
    pub(crate) group: bool,
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (input, words) in &self.of {
            write!(f, "{input}:")?;
            words.iter().try_for_each(|word| write!(f, " {word}"))?;
            f.write_str("; ")?;
        }
        if self.group { f.write_str("the first cause is a group") } else { Ok(()) }
    }
}

impl Words {
    pub(crate) fn all() -> Self {
        let every = CODES.map(code).to_vec();
        Self { of: INPUTS.iter().map(|&input| (input, every.clone())).collect(), group: false }
    }

    /// Words of an input by bits; one at least and six at most.
    fn of_masks(masks: &[u8], group: bool) -> Self {
        let words = |mask: u8| -> Vec<Code> {
            let kept = CODES.iter().enumerate().filter(|(bit, _)| mask >> bit & 1 == 1);
            let kept: Vec<Code> = kept.map(|(_, text)| code(text)).take(6).collect();
            if kept.is_empty() { vec![code(CODES[0])] } else { kept }
        };
        Self { of: INPUTS.iter().zip(masks).map(|(&input, &mask)| (input, words(mask))).collect(), group }
    }

    pub(crate) fn taxonomy(&self) -> Taxonomy {
        fn only<W: Word>(taxonomy: Taxonomy, codes: &[Code]) -> Taxonomy {
            taxonomy.with_only(&codes.iter().map(|&code| W::from_code(code)).collect::<Vec<_>>())
        }
        let mut taxonomy = Taxonomy::standard().with_only::<CauseGroup>(&[]);
        for (input, words) in &self.of {
            taxonomy = match *input {
                Input::CATEGORY => only::<Category>(taxonomy, words),
                Input::SUBJECT => only::<Subject>(taxonomy, words),
                Input::CAUSE => {
                    let (groups, leaves): (Vec<Code>, Vec<Code>) =
                        words.iter().partition(|word| self.group && **word == code(CODES[0]));
                    only::<CauseGroup>(only::<Cause>(taxonomy, &leaves), &groups)
                }
                Input::FAULT_PARTY => only::<FaultParty>(taxonomy, words),
                Input::CLAIM_KIND => only::<ClaimKind>(taxonomy, words),
                Input::DEMAND => only::<Demand>(taxonomy, words),
                Input::CHANNEL => only::<Channel>(taxonomy, words),
                Input::MEDIUM => only::<Medium>(taxonomy, words),
                Input::REGION => only::<Region>(taxonomy, words),
                Input::CONTAINMENT => only::<Containment>(taxonomy, words),
                Input::UNIT => only::<Department>(taxonomy, words),
                other => panic!("{other} has no words"),
            };
        }
        taxonomy
    }
}

/// Some words of every input; all of those of departments, to whom rows route.
pub(crate) fn words() -> impl Strategy<Value = Words> {
    let mask = prop_oneof![3 => 1_u8..64, 1 => 1_u8..128];
    (vec(mask, INPUTS.len()), any::<bool>()).prop_map(|(mut masks, group)| {
        masks[10] = 0b11_1111;
        Words::of_masks(&masks, group)
    })
}

pub(crate) fn policy(
    words: &Words,
    severity: Option<SeverityRules>,
    routing: Routing,
) -> Result<Policy, PolicyFaults> {
    let policy = Policy::builder("tables").version("1").taxonomy(words.taxonomy()).calendar(BERLIN.clone());
    let policy = policy.routing(routing);
    match severity {
        Some(rules) => policy.severity(rules).build(),
        None => policy.build(),
    }
}

// ---------------------------------------------------------------------------------------------------------------------------
// Complaints
// ---------------------------------------------------------------------------------------------------------------------------

/// The one description of a complaint.
#[derive(Clone, Debug)]
pub(crate) struct Model {
    pub(crate) id: u8,
    pub(crate) received: DateTime<Utc>,
    /// The words of the inputs that have one.
    pub(crate) words: BTreeMap<Input, Vec<Code>>,
    pub(crate) wants_nothing: bool,
    pub(crate) amount: Option<(u64, u8)>,
    pub(crate) facts: [u32; FACTS.len()],
    pub(crate) staff: Option<u8>,
    pub(crate) product: Option<u8>,
    pub(crate) complainant: Option<u8>,
}

pub(crate) fn case_id(number: u8) -> String {
    format!("Case-{number}")
}

impl Model {
    /// A complaint of which nothing is known but these words.
    pub(crate) fn of(words: BTreeMap<Input, Vec<Code>>) -> Self {
        Self {
            id: 0,
            received: at("2026-03-30T10:00:00Z"),
            words,
            wants_nothing: false,
            amount: None,
            facts: [0; FACTS.len()],
            staff: None,
            product: None,
            complainant: None,
        }
    }

    pub(crate) fn words(&self, input: Input) -> &[Code] {
        self.words.get(&input).map_or(&[], Vec::as_slice)
    }

    /// Whether nothing at all is known of an input.
    pub(crate) fn is_unset(&self, input: Input) -> bool {
        self.words(input).is_empty() && !(input == Input::DEMAND && self.wants_nothing)
    }

    pub(crate) fn complaint(&self) -> Complaint {
        self.complaint_of(&FACTS)
    }

    /// The same, where of facts that are not so only these are answered.
    pub(crate) fn complaint_of(&self, answered: &[Fact]) -> Complaint {
        let mut complaint = Complaint::new(case_id(self.id).parse().unwrap(), self.received);
        for (input, words) in &self.words {
            for &word in words {
                complaint = with_word(complaint, *input, word);
            }
        }
        if self.wants_nothing {
            complaint = complaint.with_no_demand();
        }
        if let Some((minor, currency)) = self.amount {
            complaint = complaint.with_amount(money(minor, currency));
        }
        let facts = FACTS.into_iter().zip(self.facts);
        for (fact, count) in facts.filter(|(fact, count)| *count > 0 || answered.contains(fact)) {
            complaint = complaint.with_fact(fact, count);
        }
        if let Some(number) = self.staff {
            complaint = complaint.with_staff(actor(number));
        }
        if let Some(number) = self.product {
            complaint = complaint.with_product(product(number));
        }
        if let Some(number) = self.complainant {
            complaint = complaint.with_complainant(complainant(number));
        }
        complaint
    }
}

fn with_word(complaint: Complaint, input: Input, word: Code) -> Complaint {
    match input {
        Input::CATEGORY => complaint.with_category(word.into()),
        Input::SUBJECT => complaint.with_subject(word.into()),
        Input::CAUSE => complaint.with_cause(word.into()),
        Input::FAULT_PARTY => complaint.with_fault_party(word.into()),
        Input::CLAIM_KIND => complaint.with_claim_kind(word.into()),
        Input::DEMAND => complaint.with_demand(word.into()),
        Input::CHANNEL => complaint.with_channel(word.into()),
        Input::MEDIUM => complaint.with_medium(word.into()),
        Input::REGION => complaint.with_region(word.into()),
        Input::CONTAINMENT => complaint.with_containment(word.into()),
        Input::UNIT => complaint.with_unit(word.into()),
        other => panic!("{other} has no words"),
    }
}

pub(crate) fn actor(number: u8) -> ActorId {
    format!("P-{number}").parse().unwrap()
}

pub(crate) fn product(number: u8) -> ProductKey {
    format!("P-{number}").parse().unwrap()
}

pub(crate) fn complainant(number: u8) -> ComplainantKey {
    format!("P-{number}").parse().unwrap()
}

pub(crate) fn is_list(input: Input) -> bool {
    matches!(input, Input::CATEGORY | Input::DEMAND | Input::CONTAINMENT)
}

/// Words by their numbers: the first alone where the input takes one.
pub(crate) fn chosen(input: Input, declared: &[Code], numbers: &[u8]) -> Vec<Code> {
    let mut words: Vec<Code> = Vec::new();
    for &number in numbers {
        let word = declared[usize::from(number) % declared.len()];
        if !words.contains(&word) {
            words.push(word);
        }
    }
    words.truncate(if is_list(input) { 3 } else { 1 });
    words
}

/// Complaints of declared words, in which much is unknown.
pub(crate) fn models(declared: &Words) -> impl Strategy<Value = Model> + use<> {
    let declared = declared.clone();
    let numbers = prop_oneof![2 => vec(any::<u8>(), 0), 3 => vec(any::<u8>(), 1), 2 => vec(any::<u8>(), 3)];
    let key = || prop_oneof![1 => Just(None), 3 => (0_u8..2).prop_map(Some)];
    let count = prop_oneof![3 => Just(0_u32), 2 => 1_u32..4, 1 => 28_u32..32];
    let facts = vec(count, FACTS.len());
    let amount = proptest::option::of((prop_oneof![0_u64..4, 99_u64..102], 0_u8..3));
    let received = (0_i64..4 * 30 * 24 * 4)
        .prop_map(|quarters| at("2026-01-10T00:00:00Z") + TimeDelta::minutes(15 * quarters));
    (vec(numbers, INPUTS.len()), any::<bool>(), facts, amount, received, (key(), key(), key())).prop_map(
        move |(numbers, nothing, facts, amount, received, (staff, product, complainant))| {
            let words = INPUTS.iter().zip(&numbers);
            let words = words.map(|(&input, numbers)| (input, chosen(input, &declared.of[&input], numbers)));
            let words: BTreeMap<Input, Vec<Code>> = words.filter(|(_, words)| !words.is_empty()).collect();
            let wants_nothing = nothing && !words.contains_key(&Input::DEMAND);
            let facts = facts.try_into().unwrap();
            Model { id: 0, received, words, wants_nothing, amount, facts, staff, product, complainant }
        },
    )
}
