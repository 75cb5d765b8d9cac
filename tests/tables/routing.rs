//! Routing against a linear scan over the rows, for every way in which what is unknown may turn out.

use std::collections::BTreeSet;

use proptest::collection::vec;
use proptest::prelude::*;
use redress::policy::routing::{Assignee, HitPolicy, RoutingGaps, Row};
use redress::policy::{Policy, PolicyFault};
use redress::triage::{Complaint, History, Owner, Triage, triage};
use redress::vocab::{Act, Input, RuleId, Severity};

use crate::tables::asks::Ask;
use crate::tables::random_rows::{Plan, knowable, tables};
use crate::tables::rows::{Known, Line, Point, Table, Test, completions, levels_of};
use crate::tables::world::{INPUTS, LEVELS, Model, Words, chosen, codes, models, policy, words};
use crate::tables::{cases, rules};

/// The most inputs of a table of which nothing is known, for each has seven ways.
const UNSET: usize = 3;

/// Takes rows out until the table is one.
pub(crate) fn mended(table: &Table, declared: &Words, rules: Option<&rules::Table>) -> (Table, Policy) {
    let mut table = table.clone();
    loop {
        let rules = rules.map(|rules| rules.build(|_| 0));
        let faults = match policy(declared, rules, table.routing(RoutingGaps::Unrouted)) {
            Ok(policy) => return (table, policy),
            Err(faults) => faults,
        };
        let told = faults.iter().filter(|fault| !matches!(fault, PolicyFault::MoreOverlaps { .. }));
        let bad = told.map(|fault| match fault {
            PolicyFault::Overlap { other: row, .. }
            | PolicyFault::Masked { row, .. }
            | PolicyFault::RowTwice { row, .. }
            | PolicyFault::RowDepths { row, .. } => *row,
            PolicyFault::TooComplex { .. } => table.lines.last().unwrap().id,
            other => panic!("{other}"),
        });
        let bad: BTreeSet<RuleId> = bad.collect();
        table = table.without(&bad);
    }
}

/// Severity rules that may give each level.
fn rules_of_all_levels() -> impl Strategy<Value = rules::Table> {
    rules::tables(0..6, 1).prop_map(|mut rules| {
        let numbers = [1, 2, 30, 31];
        rules
            .rules
            .extend(LEVELS.into_iter().zip(numbers).map(|(level, number)| (level, Ask::Count(0, number))));
        rules
    })
}

/// A table, severity rules and complaints of declared words.
#[derive(Clone, Debug)]
struct Scene {
    declared: Words,
    table: Table,
    rules: Option<rules::Table>,
    complaints: Vec<Model>,
}

fn scenes(plan: Plan) -> impl Strategy<Value = Scene> {
    let rules = plan.severity.then(rules_of_all_levels);
    let rules = rules.map_or(Just(None).boxed(), |rules| rules.prop_map(Some).boxed());
    (words(), rules).prop_flat_map(move |(declared, rules)| {
        let rules = rules.map(|rules: rules::Table| rules.within(&declared));
        let parts = (tables(&declared, plan), vec(models(&declared), 4));
        parts.prop_map(move |(table, mut complaints)| {
            for complaint in &mut complaints {
                let unset = table.inputs.iter().filter(|input| **input != Input::Severity);
                let unset: Vec<Input> = unset.copied().filter(|input| complaint.is_unset(*input)).collect();
                for &input in unset.iter().skip(UNSET - usize::from(plan.severity)) {
                    complaint.words.insert(input, vec![declared.of[&input][0]]);
                }
            }
            Scene { declared: declared.clone(), table, rules: rules.clone(), complaints }
        })
    })
}

fn any_scenes() -> impl Strategy<Value = Scene> {
    let plan = |inputs, rows, not_known, severity| scenes(Plan { inputs, rows, not_known, severity });
    prop_oneof![
        6 => plan(3, (1, 12), 0, false),
        4 => plan(4, (1, 30), 0, true),
        4 => plan(3, (1, 12), 15, false),
        4 => plan(4, (4, 30), 15, true),
        3 => plan(6, (20, 120), 5, true),
        1 => plan(6, (120, 300), 0, true),
    ]
}

/// What the rows of one act come to by the scan.
struct Expected {
    /// The row that decides of those that match for sure, with those of the same rank.
    sure: Vec<RuleId>,
    assignee: Option<Assignee>,
    /// Whom the declared words come to, and whom any do.
    declared: BTreeSet<Option<Assignee>>,
    any: BTreeSet<Option<Assignee>>,
    /// Whom the rows come to that may match.
    rivals: BTreeSet<Option<Assignee>>,
    /// Inputs on which it depends alone, and all of which nothing is known.
    essential: BTreeSet<Input>,
    unset: BTreeSet<Input>,
}

fn scanned(table: &Table, declared: &Words, act: Act, point: &Point) -> Expected {
    let whom = |point: &Point| table.deciding(act, point).first().map(|line| line.to);
    let sure = table.deciding(act, point);
    let assignee = sure.first().map(|line| line.to);
    let known = |input: Input| match point[&input] {
        Known::Among(levels) => levels_of(levels),
        _ => knowable(declared, input),
    };
    // Some word that no row asks for may come to be declared, and an input may stay unknown.
    let any = |input: Input| {
        let other = (input != Input::Severity).then_some(Known::Other);
        known(input).into_iter().chain(other).chain([point[&input]]).collect::<Vec<_>>()
    };
    let none = BTreeSet::new();
    let ways = completions(point, &none, any);
    let fitting = |line: &&Line| line.act == act && ways.iter().any(|way| line.fits(way) == Some(true));
    let rivals = table.lines.iter().filter(fitting).map(|line| Some(line.to)).collect();
    // A row for what is not known yet decides as long as it is not.
    let kept = sure.iter().flat_map(|line| line.cells.iter());
    let kept: BTreeSet<Input> =
        kept.filter(|(_, test)| **test == Test::NotKnown).map(|(input, _)| *input).collect();
    let mut declared: BTreeSet<_> = completions(point, &kept, known).iter().map(whom).collect();
    declared.extend((!kept.is_empty()).then_some(assignee));
    let unset: BTreeSet<Input> =
        point.iter().filter(|(_, known)| known.is_unset()).map(|(input, _)| *input).collect();
    let by_words = !table.has_not_known();
    let essential = unset.iter().copied().filter(|&input| {
        let others: BTreeSet<Input> = unset.iter().copied().filter(|&other| other != input).collect();
        let rest = completions(point, &kept.iter().copied().chain([input]).collect(), any);
        by_words
            && rest.iter().any(|point| {
                let ways = completions(point, &others, any);
                ways.iter().map(whom).collect::<BTreeSet<_>>().len() > 1
            })
    });
    let (essential, sure) = (essential.collect(), sure.iter().map(|line| line.id).collect());
    let any = ways.iter().map(whom).chain([assignee]).collect();
    Expected { sure, assignee, declared, any, rivals, essential, unset }
}

/// What the library says of the rows of one act: the row, or nobody, or what it depends on.
fn found<'a>(answer: &Triage<'a>, act: Act) -> Result<Option<&'a Row>, (Vec<Input>, Option<&'a Row>)> {
    let mut rows = answer.routes(act);
    let (row, next) = (rows.next(), rows.next());
    assert!(next.is_none(), "two rows for {act}");
    let missing: Vec<Input> = answer.missing(act).collect();
    if act != Act::Owner {
        assert!(row.is_none() || missing.is_empty(), "decided and missing for {act}");
        return if missing.is_empty() { Ok(row) } else { Err((missing, None)) };
    }
    match answer.owner() {
        Owner::Row(owner) => {
            assert_eq!(Some(owner), row);
            assert!(missing.is_empty());
            Ok(row)
        }
        Owner::Unrouted => {
            assert!(row.is_none() && missing.is_empty());
            Ok(None)
        }
        Owner::Undetermined { missing: of_owner, otherwise } => {
            assert!(row.is_none());
            assert_eq!(of_owner, missing);
            Err((of_owner, otherwise))
        }
        Owner::NotDispatched(_) => panic!("nothing is closed by force"),
    }
}

fn agree(scene: &Scene, table: &Table, answer: &Triage<'_>, model: &Model) -> Result<(), TestCaseError> {
    let unrated = || [None].into();
    let levels = scene.rules.as_ref().map_or_else(unrated, |rules| rules.possible(model, &[]));
    let point = table.point(model, &levels);
    for &act in Act::ALL {
        if table.hit(act) == HitPolicy::Collect {
            let lines = table.lines.iter().filter(|line| line.act == act);
            let (sure, may): (Vec<&Line>, Vec<&Line>) = lines
                .filter(|line| line.fits_any(model, &levels) != Some(false))
                .partition(|line| line.fits_any(model, &levels) == Some(true));
            let sure: Vec<RuleId> = sure.iter().map(|line| line.id).collect();
            prop_assert_eq!(answer.routes(act).map(Row::id).collect::<Vec<_>>(), sure, "{}", act);
            let asked = may.iter().flat_map(|line| &line.cells).filter(|(_, test)| **test != Test::NotKnown);
            let missing: BTreeSet<Input> =
                asked.map(|(input, _)| *input).filter(|input| point[input].is_unset()).collect();
            let found: BTreeSet<Input> = answer.missing(act).collect();
            // A level that is among several is missed only where the rows for some of them do not match.
            let needed = missing.iter().filter(|input| !matches!(point[input], Known::Among(_)));
            prop_assert!(
                needed.clone().all(|input| found.contains(input)),
                "{}: {:?} at {:?}",
                act,
                found,
                point
            );
            let more = found.difference(&missing).all(|input| matches!(point[input], Known::Among(_)));
            prop_assert!(more, "{}: {:?} at {:?}", act, found, point);
            continue;
        }
        let expected = scanned(table, &scene.declared, act, &point);
        match found(answer, act) {
            Ok(row) => {
                prop_assert_eq!(
                    &expected.declared,
                    &[row.map(Row::assignee)].into(),
                    "{} by {:?} at {:?}, surely {:?}",
                    act,
                    row,
                    point,
                    expected.sure
                );
                if expected.unset.is_empty() {
                    prop_assert!(row.is_none_or(|row| expected.sure.contains(&row.id())));
                }
            }
            Err((missing, otherwise)) => {
                let rival = expected.rivals.iter().any(|rival| *rival != expected.assignee);
                prop_assert!(expected.any.len() > 1 || rival, "{} waits for {:?}", act, missing);
                let missing: BTreeSet<Input> = missing.into_iter().collect();
                prop_assert!(missing.is_subset(&expected.unset), "{}: {:?}", act, missing);
                prop_assert!(missing.is_superset(&expected.essential), "{}: {:?}", act, missing);
                if act == Act::Owner {
                    prop_assert_eq!(otherwise.map(Row::assignee), expected.assignee);
                    prop_assert!(otherwise.is_none_or(|row| expected.sure.contains(&row.id())));
                }
            }
        }
    }
    Ok(())
}

/// Asked alone, the table says of the owner what it says in a triage.
pub(crate) fn alone(
    policy: &Policy,
    complaint: &Complaint,
    answer: &Triage<'_>,
) -> Result<(), TestCaseError> {
    let prepared = policy.prepare(complaint, &History::none()).unwrap();
    prop_assert_eq!(prepared.owner(), answer.owner());
    prop_assert_eq!(prepared.department(), answer.department());
    let row = prepared.owner_position().map(|position| &policy.routing().rows()[position]);
    prop_assert_eq!(row, if let Owner::Row(row) = answer.owner() { Some(row) } else { None });
    if let Some(level) = answer.severity().and_then(|severity| severity.level().severity()) {
        prop_assert_eq!(prepared.owner_at(level), answer.owner());
        prop_assert_eq!(prepared.department_at(level), answer.department());
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn a_complaint_goes_where_the_rows_say(scene in any_scenes()) {
        let (table, policy) = mended(&scene.table, &scene.declared, scene.rules.as_ref());
        for model in &scene.complaints {
            let complaint = model.complaint();
            let answer = triage(&policy, &complaint, &History::none()).unwrap();
            agree(&scene, &table, &answer, model)?;
            alone(&policy, &complaint, &answer)?;
        }
    }

    #[test]
    fn an_owner_who_is_determined_stays_when_the_unknown_becomes_known(
        scene in prop_oneof![
            scenes(Plan { inputs: 3, rows: (1, 12), not_known: 0, severity: true }),
            scenes(Plan { inputs: 5, rows: (4, 60), not_known: 0, severity: true }),
        ],
        numbers in vec(vec(any::<u8>(), 0..3), INPUTS.len()),
        amount in (0_u64..102, 0_u8..3),
        nothing in any::<bool>(),
    ) {
        let (_, policy) = mended(&scene.table, &scene.declared, scene.rules.as_ref());
        for model in &scene.complaints {
            let mut later = model.clone();
            for (&input, numbers) in INPUTS.iter().zip(&numbers) {
                if model.is_unset(input) && input == Input::DEMAND && nothing {
                    later.wants_nothing = true;
                } else if model.is_unset(input) && !numbers.is_empty() {
                    later.words.insert(input, chosen(input, &scene.declared.of[&input], numbers));
                }
            }
            later.amount = later.amount.or(Some(amount));
            let (complaint, later) = (model.complaint(), later.complaint());
            let answer = triage(&policy, &complaint, &History::none()).unwrap();
            let later = triage(&policy, &later, &History::none()).unwrap();
            match (answer.owner(), later.owner()) {
                (Owner::Row(row), Owner::Row(later)) => prop_assert_eq!(row.assignee(), later.assignee()),
                (Owner::Undetermined { .. }, _) | (Owner::Unrouted, Owner::Unrouted) => (),
                (now, later) => prop_assert!(false, "{:?} then {:?}", now, later),
            }
        }
    }
}

fn line(id: &str, act: Act, cells: impl IntoIterator<Item = (Input, Test)>, department: &str) -> Line {
    let to = Assignee::Department(department.parse().unwrap());
    Line { id: id.parse().unwrap(), act, cells: cells.into_iter().collect(), to }
}

fn table_of(inputs: &[Input], lines: Vec<Line>) -> Table {
    Table { inputs: inputs.to_vec(), lines, hits: Vec::new() }
}

#[test]
fn that_the_complainant_wants_nothing_is_one_way_in_which_the_demand_may_turn_out() {
    let nothing = [(Input::DEMAND, Test::Nothing)];
    let lines = vec![
        line("nothing", Act::Owner, nothing.clone(), "own:a"),
        line("rest", Act::Owner, [], "own:e"),
        line("told", Act::Copy, nothing, "own:a"),
    ];
    let policy =
        policy(&Words::all(), None, table_of(&[Input::DEMAND], lines).routing(RoutingGaps::Refused)).unwrap();
    let unknown = Model::of([].into()).complaint();
    let answer = triage(&policy, &unknown, &History::none()).unwrap();
    let Owner::Undetermined { missing, otherwise } = answer.owner() else { panic!("{:?}", answer.owner()) };
    assert_eq!((missing, otherwise.map(Row::id)), (vec![Input::DEMAND], Some("rest".parse().unwrap())));
    assert_eq!(answer.missing(Act::Copy).collect::<Vec<_>>(), [Input::DEMAND]);
    let nothing = unknown.clone().with_no_demand();
    let answer = triage(&policy, &nothing, &History::none()).unwrap();
    assert_eq!((answer.because(), answer.routes(Act::Copy).count()), (Some("nothing".parse().unwrap()), 1));
}

#[test]
fn who_wants_several_things_does_not_want_nothing() {
    let lines = vec![line("told", Act::Copy, [(Input::DEMAND, Test::Nothing)], "own:a")];
    let policy =
        policy(&Words::all(), None, table_of(&[Input::DEMAND], lines).routing(RoutingGaps::Unrouted))
            .unwrap();
    let several = Model::of([(Input::DEMAND, codes(&[0, 4]))].into()).complaint();
    let answer = triage(&policy, &several, &History::none()).unwrap();
    assert_eq!(answer.routes(Act::Copy).count(), 0);
}

#[test]
fn a_severity_that_is_undetermined_is_not_known() {
    let not_known = [(Input::Severity, Test::NotKnown)];
    let lines = vec![
        line("unclear", Act::Owner, not_known.clone(), "own:a"),
        line("rest", Act::Owner, [], "own:e"),
        line("told", Act::Copy, not_known, "own:a"),
    ];
    let rules = vec![
        (Severity::Serious, Ask::Is(Input::CHANNEL, codes(&[0]))),
        (Severity::Minor, Ask::Not(Box::new(Ask::Count(0, 1)))),
    ];
    let rules = rules::Table::of(rules).build(|_| 0);
    let table = table_of(&[Input::Severity], lines).routing(RoutingGaps::Refused);
    let policy = policy(&Words::all(), Some(rules), table).unwrap();
    let unknown = Model::of([].into()).complaint();
    let answer = triage(&policy, &unknown, &History::none()).unwrap();
    assert_eq!(answer.because(), Some("unclear".parse().unwrap()));
    assert_eq!(answer.routes(Act::Copy).count(), 1);
}
