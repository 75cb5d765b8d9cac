//! Findings equal what trying every complaint shows, on random small policies.

use std::collections::BTreeSet;

use proptest::collection::vec;
use proptest::prelude::*;
use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
use redress::policy::fault::{FaultPlace, RoutingExample};
use redress::policy::finding::Finding;
use redress::policy::routing::{Assignee, Cell, HitPolicy, RoutingGaps, Row};
use redress::policy::severity::{SeverityGaps, SeverityRule};
use redress::policy::{Condition, Policy, Routing, SeverityRules};
use redress::taxonomy::Taxonomy;
use redress::triage::answer::Level;
use redress::triage::{Complaint, History, triage};
use redress::vocab::{Act, Category, Channel, Currency, Department, Fact, Input, Money, RuleId, Severity};
use redress::word;

const FACTS: [Fact; 2] = [Fact::HOTLINE_TRIES, Fact::MEDIA_EXPOSURE];
const LEVELS: [Severity; 3] = [Severity::Minor, Severity::General, Severity::Serious];

fn categories() -> [Category; 3] {
    [word!(Category, "acme:a"), word!(Category, "acme:a.b"), word!(Category, "acme:c")]
}

fn channels() -> [Channel; 3] {
    [Channel::LETTER, Channel::PHONE, Channel::EMAIL]
}

fn taxonomy() -> Taxonomy {
    Taxonomy::standard().with_only(&categories()).with_only(&channels()).with_only(&FACTS)
}

fn calendar() -> Calendar {
    let known = KnownDays::years(2026, 2026).unwrap();
    let zone = Zone::fixed(chrono::FixedOffset::east_opt(0).unwrap(), known).unwrap();
    Calendar::builder("office", zone)
        .week(WeekPattern::weekdays([Hours::from_static("09:00-17:00")]))
        .build()
        .unwrap()
}

fn euros(amount: u64) -> Money {
    Money::new(amount, "EUR".parse::<Currency>().unwrap())
}

fn id(number: usize) -> RuleId {
    format!("r-{number}").parse().unwrap()
}

/// A complaint as the conditions see it.
#[derive(Clone, Debug)]
struct Case {
    /// `None` if nobody answered.
    facts: [Option<u32>; 2],
    amount: Option<u64>,
    /// The categories, as bits.
    categories: u8,
    channel: Option<usize>,
}

const MOST: u32 = 3;

/// Every complaint that the conditions can tell apart.
fn every_case() -> Vec<Case> {
    let counts = [Some(0), Some(1), Some(2), Some(3)];
    let mut cases = Vec::new();
    for first in counts {
        // The second fact must be asked.
        for second in counts.into_iter().chain([None]) {
            for amount in [Some(0), Some(1), Some(2), None] {
                for categories in 0..8 {
                    for channel in [Some(0), Some(1), Some(2), None] {
                        cases.push(Case { facts: [first, second], amount, categories, channel });
                    }
                }
            }
        }
    }
    cases
}

#[derive(Clone, Debug)]
enum Ask {
    Fact(usize, u32),
    Amount(u64),
    Categories(u8),
    Channels(u8),
    All(Vec<Ask>),
    Any(Vec<Ask>),
    Not(Box<Ask>),
    Surely(Box<Ask>),
}

fn picked<T: Copy>(all: &[T], bits: u8) -> Vec<T> {
    all.iter().enumerate().filter(|(at, _)| bits >> at & 1 == 1).map(|(_, item)| *item).collect()
}

impl Ask {
    fn condition(&self) -> Condition {
        match self {
            Self::Fact(fact, least) => Condition::at_least(FACTS[*fact], *least),
            Self::Amount(least) => Condition::amount_at_least(euros(*least)),
            Self::Categories(bits) => Condition::is_one_of(picked(&categories(), *bits)),
            Self::Channels(bits) => Condition::is_one_of(picked(&channels(), *bits)),
            Self::All(parts) => Condition::all(parts.iter().map(Self::condition)),
            Self::Any(parts) => Condition::any(parts.iter().map(Self::condition)),
            Self::Not(part) => Condition::not(part.condition()),
            Self::Surely(part) => Condition::surely(part.condition()),
        }
    }

    /// 0 is false, 1 unknown, 2 true.
    fn holds(&self, case: &Case) -> u8 {
        let truth = |holds: bool| if holds { 2 } else { 0 };
        match self {
            Self::Fact(fact, least) => case.facts[*fact].map_or(1, |count| truth(count >= *least)),
            Self::Amount(least) => case.amount.map_or(1, |amount| truth(amount >= *least)),
            Self::Categories(bits) => {
                // `acme:a.b` lies below `acme:a`.
                let bits = if bits & 1 == 1 { bits | 2 } else { *bits };
                if case.categories == 0 { 1 } else { truth(case.categories & bits != 0) }
            }
            Self::Channels(bits) => case.channel.map_or(1, |channel| truth(bits >> channel & 1 == 1)),
            Self::All(parts) => parts.iter().map(|part| part.holds(case)).min().unwrap(),
            Self::Any(parts) => parts.iter().map(|part| part.holds(case)).max().unwrap(),
            Self::Not(part) => 2 - part.holds(case),
            Self::Surely(part) => truth(part.holds(case) == 2),
        }
    }
}

fn asks() -> impl Strategy<Value = Ask> {
    let leaf = prop_oneof![
        (0..2_usize, 1..=MOST).prop_map(|(fact, least)| Ask::Fact(fact, least)),
        (1..3_u64).prop_map(Ask::Amount),
        (1..8_u8).prop_map(Ask::Categories),
        (1..8_u8).prop_map(Ask::Channels),
    ];
    leaf.prop_recursive(2, 6, 3, |inner| {
        prop_oneof![
            vec(inner.clone(), 1..3).prop_map(Ask::All),
            vec(inner.clone(), 1..3).prop_map(Ask::Any),
            inner.clone().prop_map(|part| Ask::Not(Box::new(part))),
            inner.prop_map(|part| Ask::Surely(Box::new(part))),
        ]
    })
}

#[derive(Clone, Debug)]
struct Rules {
    plain: Vec<(usize, Ask)>,
    fallbacks: Vec<(usize, Ask)>,
    /// From a level to the next one.
    lifts: Vec<(usize, Ask)>,
    otherwise: Option<usize>,
}

fn rules() -> impl Strategy<Value = Rules> {
    let list = |most| vec((0..3_usize, asks()), 0..most);
    let lifts = vec((0..2_usize, asks()), 0..2);
    (list(4), list(3), lifts, proptest::option::of(0..3_usize))
        .prop_map(|(plain, fallbacks, lifts, otherwise)| Rules { plain, fallbacks, lifts, otherwise })
}

impl Rules {
    fn id_of(kind: usize, at: usize) -> RuleId {
        id(kind * 10 + at)
    }

    fn policy(&self) -> Option<Policy> {
        let mut rules = SeverityRules::new(LEVELS).with_gaps(SeverityGaps::Unrated);
        for (at, (level, ask)) in self.plain.iter().enumerate() {
            rules = rules.with_rule(SeverityRule::new(Self::id_of(0, at), LEVELS[*level], ask.condition()));
        }
        for (at, (level, ask)) in self.fallbacks.iter().enumerate() {
            rules =
                rules.with_fallback(SeverityRule::new(Self::id_of(1, at), LEVELS[*level], ask.condition()));
        }
        for (at, (from, ask)) in self.lifts.iter().enumerate() {
            let rule = SeverityRule::new(Self::id_of(2, at), LEVELS[from + 1], ask.condition());
            rules = rules.with_escalation(LEVELS[*from], rule);
        }
        if let Some(level) = self.otherwise {
            rules = rules.with_otherwise(LEVELS[level]);
        }
        let builder = Policy::builder("p").version("1").taxonomy(taxonomy()).calendar(calendar());
        builder.routing(Routing::none()).severity(rules).must_ask([FACTS[1]]).build().ok()
    }

    /// The levels that a complaint can have; 3 is unrated.
    fn levels(&self, case: &Case) -> BTreeSet<usize> {
        let tier = |rules: &[(usize, Ask)]| {
            let with = |truth| {
                rules.iter().filter(move |(_, ask)| ask.holds(case) == truth).map(|(level, _)| *level)
            };
            let certain = with(2).max();
            let mut levels: BTreeSet<usize> = with(1).filter(|level| Some(*level) > certain).collect();
            levels.extend(certain);
            (certain.is_some(), levels)
        };
        let (certain, mut levels) = tier(&self.plain);
        if !certain {
            let (certain, more) = tier(&self.fallbacks);
            levels.extend(more);
            if !certain {
                levels.insert(self.otherwise.unwrap_or(3));
            }
        }
        let mut lifted = BTreeSet::new();
        for level in &levels {
            let by = |truth| self.lifts.iter().any(|(from, ask)| from == level && ask.holds(case) == truth);
            if by(2) || by(1) {
                lifted.insert(level + 1);
            }
            if !by(2) {
                lifted.insert(*level);
            }
        }
        lifted
    }

    /// The rules that never hold, those that never decide, the levels never given, and whether the default applies.
    fn expected(&self, cases: &[Case]) -> Expected {
        let mut expected = Expected::default();
        let same = |rules: &[(usize, Ask)], at: usize| {
            let says = |at: usize| (rules[at].0, rules[at].1.condition());
            (0..at).any(|earlier| says(earlier) == says(at))
        };
        let mut reached = BTreeSet::new();
        for (kind, rules) in [&self.plain, &self.fallbacks].into_iter().enumerate() {
            for (at, (level, ask)) in rules.iter().enumerate() {
                let place = Self::id_of(kind, at);
                if same(rules, at) {
                    expected.twice.insert(place);
                    continue;
                }
                let holding = || cases.iter().filter(|case| ask.holds(case) == 2);
                let decides = |case: &&Case| {
                    let higher = rules.iter().any(|(other, ask)| other > level && ask.holds(case) == 2);
                    let plain = kind == 1 && self.plain.iter().any(|(_, ask)| ask.holds(case) == 2);
                    !higher && !plain
                };
                if holding().next().is_none() {
                    expected.never_holds.insert(place);
                } else if holding().any(|case| decides(&case)) {
                    reached.insert(*level);
                } else {
                    expected.never_decides.insert(place);
                }
            }
        }
        if let Some(level) = self.otherwise {
            let free =
                |case: &Case| self.plain.iter().chain(&self.fallbacks).all(|(_, ask)| ask.holds(case) < 2);
            if cases.iter().any(free) {
                reached.insert(level);
            } else {
                expected.no_default = true;
            }
        }
        // A level is given by a rule that decides, or by the default.
        let gives = |case: &Case, from: usize| {
            let of = |rules: &[(usize, Ask)]| {
                rules.iter().filter(|(_, ask)| ask.holds(case) == 2).map(|(level, _)| *level).max()
            };
            of(&self.plain).or_else(|| of(&self.fallbacks)).or(self.otherwise) == Some(from)
        };
        for (at, (from, ask)) in self.lifts.iter().enumerate() {
            let place = Self::id_of(2, at);
            let mut holding = cases.iter().filter(|case| ask.holds(case) == 2).peekable();
            if holding.peek().is_none() {
                expected.never_holds.insert(place);
            } else if holding.any(|case| gives(case, *from)) {
                reached.insert(from + 1);
            } else {
                expected.never_decides.insert(place);
            }
        }
        expected.levels =
            (0..3).filter(|level| !reached.contains(level)).map(|level| LEVELS[level]).collect();
        expected
    }

    /// Whether one more of something lowers a decided level.
    fn falls(&self, cases: &[Case]) -> bool {
        let level = |case: &Case| {
            let levels = self.levels(case);
            (levels.len() == 1).then(|| *levels.iter().next().unwrap()).filter(|level| *level < 3)
        };
        cases.iter().any(|case| {
            let Some(before) = level(case) else { return false };
            let mut more = Vec::new();
            for fact in 0..2 {
                let mut next = case.clone();
                next.facts[fact] = case.facts[fact].map(|count| count + 1);
                more.push(next);
            }
            let amount = case.amount.map(|amount| amount + 1);
            more.push(Case { amount, ..case.clone() });
            more.iter().filter_map(level).any(|after| after < before)
        })
    }
}

#[derive(Debug, Default, Eq, PartialEq)]
struct Expected {
    twice: BTreeSet<RuleId>,
    never_holds: BTreeSet<RuleId>,
    never_decides: BTreeSet<RuleId>,
    levels: BTreeSet<Severity>,
    no_default: bool,
}

fn rule_of(place: FaultPlace) -> RuleId {
    let FaultPlace::Severity(rule) = place else { panic!("{place} is no severity rule") };
    rule
}

fn level_of(policy: &Policy, complaint: &Complaint) -> Level {
    triage(policy, complaint, &History::none()).unwrap().severity().unwrap().level()
}

fn complaint_of(example: &redress::policy::fault::SeverityExample) -> Complaint {
    Complaint::of_unrated("A-1".parse().unwrap(), "2026-03-02T10:00:00Z".parse().unwrap(), example)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn findings_of_severity_are_what_every_complaint_shows(rules in rules()) {
        let Some(policy) = rules.policy() else { return Ok(()) };
        let cases = every_case();
        let (mut found, mut falls) = (Expected::default(), false);
        for finding in policy.findings() {
            match &finding {
                Finding::RuleNeverHolds { place } => {
                    found.never_holds.insert(rule_of(*place));
                }
                Finding::RuleNeverDecides { place, by, example } => {
                    found.never_decides.insert(rule_of(*place));
                    let complaint = complaint_of(example);
                    let answer = triage(&policy, &complaint, &History::none()).unwrap();
                    let reasons: Vec<RuleId> = answer.severity().unwrap().matched().map(SeverityRule::id).collect();
                    prop_assert!(by.iter().all(|id| reasons.contains(id)) || !by.is_empty(), "{finding} {reasons:?}");
                }
                Finding::RuleTwice { place, .. } => {
                    found.twice.insert(rule_of(*place));
                }
                Finding::LevelNeverGiven { level } => {
                    found.levels.insert(*level);
                }
                Finding::DefaultNeverApplies { .. } => found.no_default = true,
                Finding::NotMonotone { less, more, from, to, .. } => {
                    falls = true;
                    let level = |example| level_of(&policy, &complaint_of(example)).severity();
                    prop_assert_eq!((level(less), level(more)), (Some(*from), Some(*to)), "{}", finding);
                }
                Finding::Unrated { .. } | Finding::WordNotUsed { .. } => {}
                other => prop_assert!(false, "{other}"),
            }
        }
        prop_assert_eq!(&found, &rules.expected(&cases));
        prop_assert_eq!(falls, rules.falls(&cases));
    }
}

// Routing.

/// A cell over three words: none, some of the words, a word and those below it, or an unknown answer.
#[derive(Clone, Debug, Eq, PartialEq)]
enum Test {
    Anything,
    OneOf(u8),
    Under,
    NotKnown,
}

impl Test {
    /// Whether it matches a word by its number, or an unknown answer.
    fn matches(&self, word: Option<usize>) -> bool {
        match (self, word) {
            (Self::Anything, _) | (Self::NotKnown, None) => true,
            (Self::OneOf(bits), Some(word)) => bits >> word & 1 == 1,
            // Only the first category has a word below it.
            (Self::Under, Some(word)) => word < 2,
            (Self::OneOf(_) | Self::Under, None) | (Self::NotKnown, Some(_)) => false,
        }
    }
}

#[derive(Clone, Debug)]
struct Line {
    act: Act,
    category: Test,
    channel: Test,
    assignee: usize,
}

fn lines() -> impl Strategy<Value = Vec<Line>> {
    let tests = |under: bool| {
        let under = if under { Test::Under } else { Test::OneOf(1) };
        prop_oneof![
            2 => Just(Test::Anything),
            4 => (1..8_u8).prop_map(Test::OneOf),
            1 => Just(under),
            1 => Just(Test::NotKnown),
        ]
    };
    let act = prop_oneof![Just(Act::Owner), Just(Act::Copy)];
    let line = (act, tests(true), tests(false), 0..2_usize)
        .prop_map(|(act, category, channel, assignee)| Line { act, category, channel, assignee });
    vec(line, 1..7)
}

const UNITS: [Department; 2] = [Department::QUALITY, Department::BUSINESS];

fn routed(lines: &[Line]) -> Option<Policy> {
    let mut routing = Routing::by([Input::CATEGORY, Input::CHANNEL])
        .with_gaps(RoutingGaps::Unrouted)
        .with_hit_policy(Act::Owner, HitPolicy::First);
    for (at, line) in lines.iter().enumerate() {
        let mut row = Row::to(id(at), line.act, Assignee::Department(UNITS[line.assignee]));
        row = match &line.category {
            Test::Anything => row,
            Test::OneOf(bits) => row.with_cell(Cell::one_of(picked(&categories(), *bits))),
            Test::Under => row.with_cell(Cell::under(categories()[0])),
            Test::NotKnown => row.with_cell(Cell::not_known(Input::CATEGORY)),
        };
        row = match &line.channel {
            Test::Anything => row,
            Test::OneOf(bits) => row.with_cell(Cell::one_of(picked(&channels(), *bits))),
            Test::NotKnown => row.with_cell(Cell::not_known(Input::CHANNEL)),
            Test::Under => unreachable!("channels have no words below them"),
        };
        routing = routing.with_row(row);
    }
    let builder = Policy::builder("p").version("1").taxonomy(taxonomy()).calendar(calendar());
    builder.routing(routing).build().ok()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn findings_of_routing_are_what_every_complaint_shows(lines in lines()) {
        let Some(policy) = routed(&lines) else { return Ok(()) };
        let answers = [None, Some(0), Some(1), Some(2)];
        let points: Vec<_> =
            answers.into_iter().flat_map(|category| answers.map(|channel| (category, channel))).collect();
        let matched = |line: &Line| -> BTreeSet<usize> {
            let hit = |(_, (category, channel)): &(usize, &(Option<usize>, Option<usize>))| {
                line.category.matches(*category) && line.channel.matches(*channel)
            };
            points.iter().enumerate().filter(hit).map(|(at, _)| at).collect()
        };
        let all: Vec<BTreeSet<usize>> = lines.iter().map(matched).collect();
        let of = |act: Act| lines.iter().enumerate().filter(move |(_, line)| line.act == act).map(|(at, _)| at);
        let known = |at: &usize| points[*at].0.is_some() && points[*at].1.is_some();
        let owned: BTreeSet<usize> = of(Act::Owner).flat_map(|line| all[line].iter().copied()).collect();
        let gap = of(Act::Owner).next().is_some() && (0..points.len()).any(|at| known(&at) && !owned.contains(&at));
        let mut ordered = BTreeSet::new();
        for earlier in of(Act::Owner) {
            for later in of(Act::Owner).filter(|later| *later > earlier) {
                let (one, other) = (&all[earlier], &all[later]);
                let partly = !one.is_disjoint(other) && !one.is_subset(other) && !other.is_subset(one);
                if partly && lines[earlier].assignee != lines[later].assignee {
                    ordered.insert((id(later), id(earlier)));
                }
            }
        }
        let mut adds_nothing = BTreeSet::new();
        for row in of(Act::Copy) {
            let covered = of(Act::Copy).any(|by| {
                by != row
                    && lines[by].assignee == lines[row].assignee
                    && all[row].is_subset(&all[by])
                    && (by < row || !all[by].is_subset(&all[row]))
            });
            if covered {
                adds_nothing.insert(id(row));
            }
        }
        let (mut shown, mut pairs, mut rows) = (false, BTreeSet::new(), BTreeSet::new());
        let answer = |complaint: &Complaint| triage(&policy, complaint, &History::none()).unwrap().department();
        let replay = |example: &RoutingExample| Complaint::of_example("A-1".parse().unwrap(), "2026-03-02T10:00:00Z".parse().unwrap(), example);
        for finding in policy.findings() {
            match &finding {
                Finding::Unrouted { example } => {
                    shown = true;
                    prop_assert_eq!(answer(&replay(example)), None);
                }
                Finding::WordNotUsed { .. } => {}
                Finding::OrderDecides { row, earlier, .. } => {
                    pairs.insert((*row, *earlier));
                }
                Finding::RowAddsNothing { row, by, example } => {
                    rows.insert(*row);
                    let complaint = replay(example);
                    let answer = triage(&policy, &complaint, &History::none()).unwrap();
                    let copies: Vec<RuleId> = answer.routes(Act::Copy).map(Row::id).collect();
                    prop_assert!(copies.contains(row) && copies.contains(by), "{finding}: {copies:?}");
                }
                other => prop_assert!(false, "{other}"),
            }
        }
        prop_assert_eq!(shown, gap);
        prop_assert_eq!(pairs, ordered);
        prop_assert_eq!(rows, adds_nothing);
    }
}
