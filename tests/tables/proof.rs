//! What is said of a routing table when it is built, against the whole product of the declared words.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use redress::policy::fault::RoutingExample;
use redress::policy::routing::{Assignee, Cell, HitPolicy, InputAnswer, RoutingGaps, Row};
use redress::policy::severity::SeverityRule;
use redress::policy::{Condition, Policy, PolicyFault, PolicyFaults, Routing, SeverityRules};
use redress::taxonomy::Taxonomy;
use redress::triage::{History, Owner, triage};
use redress::vocab::{Act, Category, Code, Department, Fact, Input, RuleId, Severity};

use crate::tables::asks::Ask;
use crate::tables::random_rows::{Plan, knowable, tables};
use crate::tables::rows::{Known, Line, Point, Table, Test, completions};
use crate::tables::world::{BERLIN, LEVELS, Model, Words, level_code, policy, words};
use crate::tables::{cases, rules};

type Pair = (RuleId, RuleId);

/// What the points of the product show of a table.
#[derive(Default)]
struct Shown {
    gaps: bool,
    /// Rows of one rank that send a point to two, whatever is before them; and those that nothing is before.
    meeting: BTreeSet<Pair>,
    clashing: BTreeSet<Pair>,
    /// Rows that decide somewhere, alone or with others of their rank; and those that do so as the first of them.
    deciding: BTreeSet<RuleId>,
    first: BTreeSet<RuleId>,
}

/// A complaint has a level by the count of its first fact, any where its second is so, and none otherwise.
fn rules_of_counts() -> rules::Table {
    let unknown = || Ask::All(vec![Ask::Count(1, 1), Ask::Amount(1, 0)]);
    let rules = LEVELS.into_iter().zip(1..);
    let rules = rules.map(|(level, number)| (level, Ask::Any(vec![Ask::Count(0, number), unknown()])));
    rules::Table::of(rules.collect())
}

fn build(table: &Table, declared: &Words, gaps: RoutingGaps) -> Result<Policy, PolicyFaults> {
    policy(declared, Some(rules_of_counts().build(|_| 0)), table.routing(gaps))
}

/// What can be known of an input: one of its words, or that there is none.
fn values(declared: &Words, input: Input) -> Vec<Known> {
    let nothing = (input == Input::Severity).then_some(Known::Nothing);
    knowable(declared, input).into_iter().chain(nothing).collect()
}

fn faults_of(built: &Result<Policy, PolicyFaults>) -> &[PolicyFault] {
    built.as_ref().map_or_else(PolicyFaults::faults, |_| &[])
}

/// Every combination of words, and of an input that is not known where a row asks for that.
fn points(table: &Table, declared: &Words) -> Vec<Point> {
    let unset: Point = table.inputs.iter().map(|&input| (input, Known::Unset)).collect();
    let mut points = vec![unset];
    for &input in &table.inputs {
        let mut values: Vec<Known> = values(declared, input);
        let asked = table.lines.iter().any(|line| line.cells.get(&input) == Some(&Test::NotKnown));
        values.extend(asked.then_some(Known::Unset));
        let with = |point: &Point, value: Known| {
            let mut point = point.clone();
            point.insert(input, value);
            point
        };
        points = points
            .iter()
            .flat_map(|point| values.iter().map(|&value| with(point, value)).collect::<Vec<_>>())
            .collect();
    }
    points
}

fn pair(a: RuleId, b: RuleId) -> Pair {
    (a.min(b), a.max(b))
}

fn shown(table: &Table, declared: &Words) -> Shown {
    let mut shown = Shown::default();
    for point in points(table, declared) {
        let unset: Vec<Input> =
            point.iter().filter(|(_, known)| **known == Known::Unset).map(|(input, _)| *input).collect();
        // What is not known counts for the rows that ask for it.
        let counts = |line: &Line| unset.iter().all(|input| line.cells.get(input) == Some(&Test::NotKnown));
        shown.gaps |= unset.is_empty() && table.deciding(Act::Owner, &point).is_empty();
        for &act in Act::ALL {
            let matching =
                table.lines.iter().filter(|line| line.act == act && line.fits(&point) == Some(true));
            let matching: Vec<(Vec<usize>, &Line)> =
                matching.map(|line| (line.rank(&table.inputs, &point), line)).collect();
            let best = matching.iter().map(|(rank, _)| rank.clone()).max();
            let decides = |place: usize, rank: &Vec<usize>| match table.hit(act) {
                HitPolicy::Unique => best.as_ref() == Some(rank),
                HitPolicy::First => place == 0,
                HitPolicy::Collect => true,
            };
            for (place, (rank, line)) in matching.iter().enumerate() {
                if !counts(line) {
                    continue;
                }
                if decides(place, rank) {
                    shown.deciding.insert(line.id);
                    if table.hit(act) == HitPolicy::Collect
                        || !matching[..place].iter().any(|(other, _)| other == rank)
                    {
                        shown.first.insert(line.id);
                    }
                }
                if table.hit(act) != HitPolicy::Unique {
                    continue;
                }
                for (other_rank, other) in matching[..place].iter().filter(|(_, other)| counts(other)) {
                    if other_rank == rank && other.to != line.to {
                        shown.meeting.insert(pair(other.id, line.id));
                        if best.as_ref() == Some(rank) {
                            shown.clashing.insert(pair(other.id, line.id));
                        }
                    }
                }
            }
        }
    }
    shown
}

/// The point of an example, of whose other inputs nothing is known.
fn point_of(table: &Table, example: &RoutingExample) -> Point {
    let mut point: Point = table.inputs.iter().map(|&input| (input, Known::Unset)).collect();
    let mut named = BTreeSet::new();
    for (input, word) in example.words() {
        assert!(named.insert(*input), "{input} twice");
        let known = match word {
            InputAnswer::Word(word) => Known::Word(*word),
            InputAnswer::NotKnown => Known::Unset,
            InputAnswer::Nothing => Known::Nothing,
        };
        let before = point.insert(*input, known);
        assert!(before.is_some(), "{input} is no input of the table");
    }
    point
}

/// A complaint of the words of an example.
fn complaint_of(example: &RoutingExample) -> Model {
    let mut model = Model::of(BTreeMap::new());
    for &(input, answer) in example.words() {
        match (input, answer) {
            (Input::Severity, InputAnswer::Word(level)) => {
                let place = LEVELS.iter().position(|of| level_code(*of) == level).unwrap();
                model.facts[0] = u32::try_from(place).unwrap() + 1;
            }
            (Input::Severity, InputAnswer::NotKnown) => model.facts[1] = 1,
            (Input::DEMAND, InputAnswer::Nothing) => model.wants_nothing = true,
            (_, InputAnswer::NotKnown) | (Input::Severity, InputAnswer::Nothing) => (),
            (_, InputAnswer::Nothing) => panic!("{input} is never nothing"),
            (input, InputAnswer::Word(word)) => drop(model.words.insert(input, vec![word])),
        }
    }
    model
}

/// A table of these rows that gives a copy to all of them.
fn copies(table: &Table, ids: &[RuleId]) -> Table {
    let lines = table.lines.iter().filter(|line| ids.contains(&line.id));
    let lines = lines.map(|line| Line { act: Act::Copy, ..line.clone() }).collect();
    Table { inputs: table.inputs.clone(), lines, hits: Vec::new() }
}

/// What a row says, its words in order.
fn says(line: &Line) -> (usize, Assignee, BTreeMap<Input, Test>) {
    let cells = line.cells.iter().map(|(&input, test)| match test {
        Test::Under(level) if input == Input::Severity => {
            let at_least: Severity = level.as_str().parse().unwrap();
            let mut levels: Vec<Code> =
                LEVELS.into_iter().filter(|level| *level >= at_least).map(level_code).collect();
            levels.sort_unstable();
            (input, Test::OneOf(levels))
        }
        test => (input, test.clone()),
    });
    (line.act as usize, line.to, cells.collect())
}

fn checked(table: &Table, declared: &Words, faults: &[PolicyFault]) -> Result<(), TestCaseError> {
    let shown = shown(table, declared);
    let line = |id: RuleId| table.lines.iter().find(|line| line.id == id).unwrap();
    let place = |id: RuleId| table.lines.iter().position(|line| line.id == id).unwrap();
    let (mut gaps, mut meeting, mut masked, mut twice) =
        (false, BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for fault in faults {
        match fault {
            PolicyFault::Gap { example } => {
                gaps = true;
                let point = point_of(table, example);
                for point in completions(&point, &BTreeSet::new(), |input| values(declared, input)) {
                    prop_assert!(table.deciding(Act::Owner, &point).is_empty(), "no gap at {:?}", point);
                }
                let owners: Vec<RuleId> =
                    table.lines.iter().filter(|line| line.act == Act::Owner).map(|line| line.id).collect();
                if let Ok(policy) = build(&copies(table, &owners), declared, RoutingGaps::Unrouted) {
                    let complaint = complaint_of(example).complaint();
                    let answer = triage(&policy, &complaint, &History::none()).unwrap();
                    prop_assert_eq!(answer.routes(Act::Copy).count(), 0);
                    prop_assert_eq!(answer.missing(Act::Copy).count(), 0);
                }
                if let Ok(policy) = build(table, declared, RoutingGaps::Unrouted) {
                    let complaint = complaint_of(example).complaint();
                    let answer = triage(&policy, &complaint, &History::none()).unwrap();
                    prop_assert_eq!(answer.owner(), Owner::Unrouted);
                }
            }
            PolicyFault::Overlap { row, other, example } => {
                meeting.insert(pair(*row, *other));
                let point = point_of(table, example);
                let (a, b) = (line(*row), line(*other));
                prop_assert_eq!((a.fits(&point), b.fits(&point)), (Some(true), Some(true)));
                prop_assert_eq!(a.rank(&table.inputs, &point), b.rank(&table.inputs, &point));
                let policy = build(&copies(table, &[*row, *other]), declared, RoutingGaps::Unrouted).unwrap();
                let complaint = complaint_of(example).complaint();
                let answer = triage(&policy, &complaint, &History::none()).unwrap();
                let rows: BTreeSet<RuleId> = answer.routes(Act::Copy).map(Row::id).collect();
                prop_assert_eq!(rows, [*row, *other].into());
            }
            PolicyFault::Masked { row, by } => {
                prop_assert!(masked.insert(*row), "{} twice", row);
                prop_assert!(!by.is_empty() && by.iter().all(|other| line(*other).act == line(*row).act));
            }
            PolicyFault::RowTwice { row, earlier } => {
                prop_assert!(place(*earlier) < place(*row));
                prop_assert_eq!(says(line(*row)), says(line(*earlier)));
                twice.insert(*row);
            }
            PolicyFault::MoreGaps { told } => prop_assert!(gaps && *told >= 100),
            PolicyFault::RowDepths { .. }
            | PolicyFault::TooComplex { .. }
            | PolicyFault::MoreOverlaps { .. } => {
                return Ok(());
            }
            other => prop_assert!(false, "{}", other),
        }
    }
    for (place, line) in table.lines.iter().enumerate() {
        // A row that others go before is told as that.
        let same = table.lines[..place].iter().any(|other| says(other) == says(line));
        let contradicts = meeting.iter().any(|(a, b)| *a == line.id || *b == line.id);
        let is_told = twice.contains(&line.id) || masked.contains(&line.id) || contradicts;
        prop_assert!(!same || is_told, "{} stands twice: {:?}", line.id, faults);
    }
    prop_assert_eq!(gaps, shown.gaps, "gaps: {:?}", faults);
    prop_assert!(meeting.is_subset(&shown.meeting), "{:?} do not meet", meeting.difference(&shown.meeting));
    prop_assert!(meeting.is_superset(&shown.clashing), "{:?} clash", shown.clashing.difference(&meeting));
    for line in &table.lines {
        let (id, is_masked) = (line.id, masked.contains(&line.id));
        // The row for the rest may be one that others leave nothing to; a row that stands twice or contradicts another
        // is told as that.
        let contradicts = meeting.iter().any(|(a, b)| *a == id || *b == id);
        let exempt = line.cells.is_empty() || twice.contains(&id) || contradicts;
        prop_assert!(!is_masked || !shown.first.contains(&id), "{} decides: {:?}", id, faults);
        prop_assert!(
            is_masked || exempt || shown.deciding.contains(&id),
            "{} never decides: {:?}",
            id,
            faults
        );
        let another =
            table.lines.iter().any(|other| other.id != id && other.act == line.act && other.cells.is_empty());
        prop_assert!(!is_masked || another || !line.cells.is_empty(), "{} is for the rest", id);
    }
    Ok(())
}

fn scenes() -> impl Strategy<Value = (Words, Table)> {
    let plans = prop_oneof![
        4 => Just(Plan { inputs: 3, rows: (1, 5), not_known: 0, severity: false }),
        4 => Just(Plan { inputs: 3, rows: (2, 8), not_known: 12, severity: true }),
        3 => Just(Plan { inputs: 2, rows: (4, 24), not_known: 6, severity: true }),
        2 => Just(Plan { inputs: 4, rows: (6, 40), not_known: 2, severity: true }),
    ];
    (words(), plans).prop_flat_map(|(declared, plan)| (Just(declared.clone()), tables(&declared, plan)))
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn what_is_said_of_a_table_is_what_the_whole_product_shows((declared, table) in scenes()) {
        let refused = build(&table, &declared, RoutingGaps::Refused);
        checked(&table, &declared, faults_of(&refused))?;
        // With gaps as an answer the rest of what is said stays.
        let unrouted = build(&table, &declared, RoutingGaps::Unrouted);
        let rest = |faults: &[PolicyFault]| -> Vec<PolicyFault> {
            faults.iter().filter(|fault| !matches!(fault, PolicyFault::Gap { .. } | PolicyFault::MoreGaps { .. })).cloned().collect()
        };
        prop_assert_eq!(
            rest(faults_of(&refused)),
            faults_of(&unrouted).to_vec(),
        );
    }
}

/// A fallback may leave a complaint unrated as well, which then nobody owns.
#[test]
fn a_complaint_that_no_fallback_rates_is_a_gap_among_the_levels() {
    let rule = |id: &str, level, fact| SeverityRule::new(id.parse().unwrap(), level, Condition::has(fact));
    let rules = SeverityRules::new([Severity::Minor, Severity::Critical])
        .with_rule(rule("danger", Severity::Critical, Fact::DANGER_TO_PERSON))
        .with_fallback(rule("late", Severity::Minor, Fact::MINUTES_LATE));
    let id = "rest".parse().unwrap();
    let row = Row::owner(id, Department::QUALITY).with_cell(Cell::severity_at_least(Severity::Minor));
    let table = |gaps| Routing::by([Input::Severity]).with_row(row.clone()).with_gaps(gaps);
    let build = |gaps| {
        let policy =
            Policy::builder("fallbacks").version("1").calendar(BERLIN.clone()).severity(rules.clone());
        policy.routing(table(gaps)).build()
    };
    let unrouted = build(RoutingGaps::Unrouted).unwrap();
    let complaint = Model::of(BTreeMap::new()).complaint();
    assert_eq!(triage(&unrouted, &complaint, &History::none()).unwrap().owner(), Owner::Unrouted);
    let faults = build(RoutingGaps::Refused).unwrap_err();
    assert!(matches!(faults.faults(), [PolicyFault::Gap { .. }]), "{faults}");
}

/// The note at the head of the proof follows this table by hand.
#[test]
fn the_table_of_the_note_has_the_hole_that_the_note_finds() {
    let categories = ["acme:billing", "acme:delay", "acme:delay.flight", "acme:other"];
    let [billing, delay, flight, other] = categories.map(|word| Category::from_code(word.parse().unwrap()));
    let rows = |cells: [Cell; 3]| {
        let row =
            |(id, cell): (&str, Cell)| Row::owner(id.parse().unwrap(), Department::QUALITY).with_cell(cell);
        Routing::by([Input::CATEGORY, Input::Severity])
            .with_rows(["a", "b", "c"].into_iter().zip(cells).map(row))
    };
    let danger = Condition::has(Fact::DANGER_TO_PERSON);
    let rules = SeverityRules::new([Severity::Minor, Severity::Serious])
        .with_otherwise(Severity::Minor)
        .with_rule(SeverityRule::new("danger".parse().unwrap(), Severity::Serious, danger));
    let table = rows([Cell::is(billing), Cell::under(delay), Cell::severity([Severity::Serious])]);
    let policy = Policy::builder("note").version("1").calendar(BERLIN.clone()).severity(rules);
    let policy =
        policy.taxonomy(Taxonomy::standard().with_only(&[billing, delay, flight, other])).routing(table);
    let faults = policy.build().unwrap_err();
    let [PolicyFault::Gap { example }] = faults.faults() else { panic!("{faults}") };
    let minor = Severity::Minor.as_str().parse().unwrap();
    let hole = [(Input::CATEGORY, *other.code()), (Input::Severity, minor)];
    assert_eq!(example.words(), hole.map(|(input, word)| (input, InputAnswer::Word(word))));
}
