//! Random routing tables, whatever is wrong with them.

use std::collections::BTreeMap;

use proptest::collection::vec;
use proptest::prelude::*;
use redress::policy::routing::{Assignee, HitPolicy};
use redress::vocab::{Act, Code, Department, Input, Role};

use crate::tables::rows::{Known, Line, Table, Test};
use crate::tables::world::{CODES, INPUTS, LEVELS, Words, code, level_code};

/// The words of an input that a table may ask for.
pub(crate) fn domain(declared: &Words, input: Input) -> Vec<Code> {
    match input {
        Input::Severity => LEVELS.map(level_code).to_vec(),
        input => declared.of[&input].clone(),
    }
}

/// What can be known of an input by the declared words.
pub(crate) fn knowable(declared: &Words, input: Input) -> Vec<Known> {
    let words = domain(declared, input).into_iter().map(Known::Word);
    words.chain((input == Input::DEMAND).then_some(Known::Nothing)).collect()
}

#[derive(Clone, Copy, Debug)]
enum RawTest {
    Any,
    OneOf(u8, u8),
    Under(u8),
    NotKnown,
    Nothing,
}

fn raw_tests(not_known: u32) -> impl Strategy<Value = RawTest> {
    prop_oneof![
        40 => Just(RawTest::Any),
        25 => (any::<u8>(), any::<u8>()).prop_map(|(mask, number)| RawTest::OneOf(mask, number)),
        25 => any::<u8>().prop_map(RawTest::Under),
        not_known => Just(RawTest::NotKnown),
        6 => Just(RawTest::Nothing),
    ]
}

fn assignee(number: u8) -> Assignee {
    let department = |number: u8| Department::from_code(code(CODES[usize::from(number % 3)]));
    let role = [Role::MANAGER, Role::SENIOR_MANAGEMENT][usize::from(number % 2)];
    match number / 3 % 5 {
        0 | 1 => Assignee::Department(department(number)),
        2 => Assignee::RoleIn(role, department(number)),
        3 => Assignee::Role(role),
        _ => Assignee::UnitConcerned(department(number)),
    }
}

/// How a random table is made.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Plan {
    pub(crate) inputs: usize,
    pub(crate) rows: (usize, usize),
    pub(crate) not_known: u32,
    pub(crate) severity: bool,
}

/// Tables over declared words, whatever is wrong with them.
pub(crate) fn tables(declared: &Words, plan: Plan) -> impl Strategy<Value = Table> + use<> {
    let declared = declared.clone();
    let mut inputs = INPUTS.to_vec();
    inputs.extend(plan.severity.then_some(Input::Severity));
    let inputs = (1..=plan.inputs).prop_flat_map(move |count| {
        Just(inputs.clone()).prop_shuffle().prop_map(move |mut inputs| {
            inputs.truncate(count);
            inputs
        })
    });
    let act =
        prop_oneof![3 => Just(Act::Owner), 2 => (0..Act::ALL.len()).prop_map(|number| Act::ALL[number])];
    let line = (act, vec(raw_tests(plan.not_known), plan.inputs), any::<u8>());
    let hit = prop_oneof![Just(HitPolicy::Unique), Just(HitPolicy::First), Just(HitPolicy::Collect)];
    let hits = vec(((0..Act::ALL.len()).prop_map(|number| Act::ALL[number]), hit), 0..4);
    let owner = prop_oneof![2 => Just(HitPolicy::Unique), 1 => Just(HitPolicy::First)];
    // Rows of one rank with one assignee are no fault.
    let by_rank = any::<bool>();
    (inputs, vec(line, plan.rows.0..=plan.rows.1), hits, owner, by_rank).prop_map(
        move |(inputs, raw, mut hits, owner, by_rank)| {
            hits.push((Act::Owner, owner));
            let lines = raw.into_iter().enumerate().map(|(number, (act, tests, to))| {
                let mut cells = BTreeMap::new();
                for (&input, test) in inputs.iter().zip(&tests) {
                    let words = domain(&declared, input);
                    let word = |number: u8| words[usize::from(number) % words.len()];
                    let test = match *test {
                        RawTest::OneOf(mask, number) => {
                            let mut some: Vec<Code> = words
                                .iter()
                                .enumerate()
                                .filter(|(bit, _)| mask >> bit & 1 == 1)
                                .map(|(_, word)| *word)
                                .collect();
                            some.push(word(number));
                            some.sort_unstable();
                            some.dedup();
                            some.truncate(3);
                            Test::OneOf(some)
                        }
                        RawTest::Under(number) => Test::Under(word(number)),
                        RawTest::Nothing if input == Input::DEMAND => Test::Nothing,
                        RawTest::Any | RawTest::Nothing => continue,
                        RawTest::NotKnown => Test::NotKnown,
                    };
                    cells.insert(input, test);
                }
                let shape = |test: Option<&Test>| match test {
                    None => 0_u8,
                    Some(Test::OneOf(_)) => 1,
                    Some(Test::Under(word)) => u8::try_from(word.as_str().matches('.').count()).unwrap() + 1,
                    Some(Test::NotKnown | Test::Nothing) => 5,
                };
                let rank = inputs
                    .iter()
                    .fold(0_u8, |mixed, input| mixed.wrapping_mul(7).wrapping_add(shape(cells.get(input))));
                let id = format!("r{number}").parse().unwrap();
                Line { id, act, cells, to: assignee(if by_rank { rank } else { to }) }
            });
            let lines = lines.collect();
            Table { inputs, lines, hits }
        },
    )
}
