//! The table as it is asked: one set of rows for every word of an input.

use alloc::vec::Vec;
use core::cmp::Reverse;
use core::ops::Range;

use crate::policy::bits::{Bits, ones};
use crate::policy::condition::Facts;
use crate::policy::routing::index::Index;
use crate::policy::routing::part::{Part, parts_of};
use crate::policy::routing::sets::RowSets;
use crate::policy::{HitPolicy, Routing, Row, Test};
use crate::vocab::{Act, Code, Input};

/// The most inputs of one table: every input, once.
const MAX_INPUTS: usize = 16;

/// A routing table, proved and compiled.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct RoutingTable {
    pub(super) routing: Routing,
    /// The rows in parts, by act, and within an act the one that goes before another first.
    pub(super) parts: Vec<Part>,
    pub(super) acts: [Range<usize>; Act::ALL.len()],
    pub(super) indexes: Vec<Index>,
    pub(super) sets: RowSets,
    /// The set of every part, for a table without inputs.
    everything: u32,
}

/// A set of inputs, as bits.
pub(crate) type Inputs = u16;

/// What one act comes to.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Decision {
    /// This row decides.
    Row(usize),
    /// No row matches.
    Gap,
    /// It depends on inputs that are not known; so far this row would decide.
    Undetermined(Inputs, Option<usize>),
}

/// What a table comes to for one complaint.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Routed {
    pub(crate) owner: Decision,
    /// The rows that count, of every act.
    pub(crate) rows: Bits,
    /// For each act the inputs that are not known and of which more rows might come.
    pub(crate) missing: [Inputs; Act::ALL.len()],
}

impl RoutingTable {
    /// The rows as they were declared.
    pub(crate) const fn routing(&self) -> &Routing {
        &self.routing
    }

    pub(super) fn compiled(routing: Routing, domain: impl Fn(Input) -> Vec<Code>) -> Self {
        let inputs: Vec<Input> = routing.inputs.iter().copied().take(MAX_INPUTS).collect();
        let mut parts: Vec<Part> = routing
            .rows
            .iter()
            .enumerate()
            .flat_map(|(at, row)| parts_of(at, row, &inputs, routing.hit(row.act)))
            .collect();
        let order = |part: &Part| {
            let act = routing.rows.get(part.row).map_or(Act::Copy, |row| row.act);
            let unique = routing.hit(act) == HitPolicy::Unique;
            (act as usize, Reverse(if unique { part.rank.clone() } else { Vec::new() }), part.row)
        };
        parts.sort_by_cached_key(order);
        let act_of = |part: &Part| routing.rows.get(part.row).map(|row| row.act as usize);
        let acts = core::array::from_fn(|act| {
            let from = parts.partition_point(|part| act_of(part) < Some(act));
            from..parts.partition_point(|part| act_of(part) <= Some(act))
        });
        let mut sets = RowSets::over(parts.len());
        let everything = sets.push((0..).zip(&parts).map(|(at, _)| at));
        let indexes = inputs
            .iter()
            .enumerate()
            .map(|(at, &input)| Index::new(at, input, domain(input), &parts, &mut sets))
            .collect();
        Self { routing, parts, acts, indexes, sets, everything }
    }

    /// Asks the table. Of an input with several words the first finds the one row that decides; all of them
    /// find those that are collected.
    pub(crate) fn route(&self, facts: &impl Facts) -> Routed {
        let (mut sure, mut maybe) = ([self.everything; MAX_INPUTS], [self.everything; MAX_INPUTS]);
        let (mut unknown, mut several, mut marked): (Inputs, bool, bool) = (0, false, false);
        for (at, index) in self.indexes.iter().enumerate() {
            let mut words = facts.words(index.input);
            if facts.open_words(index.input).next().is_some() {
                unknown |= 1 << at;
                (several, marked) = (true, true);
            }
            let (one, other) = match words.next() {
                Some(word) => {
                    let more = words.next().is_some();
                    several |= more;
                    marked |= more && index.input == Input::Mark;
                    let set = index.set(word);
                    (set, set)
                }
                None if facts.is_known(index.input) => (index.nothing, index.nothing),
                None => {
                    unknown |= 1 << at;
                    index.possible(facts)
                }
            };
            if let (Some(s), Some(m)) = (sure.get_mut(at), maybe.get_mut(at)) {
                (*s, *m) = (one, other);
            }
        }
        let used = self.indexes.len().max(1);
        let (sure, maybe) = (sure.get(..used).unwrap_or(&sure), maybe.get(..used).unwrap_or(&maybe));
        let mut routed = Routed {
            owner: Decision::Gap,
            rows: Bits::with_size(self.routing.rows.len()),
            missing: [0; Act::ALL.len()],
        };
        for (&act, range) in Act::ALL.iter().zip(&self.acts) {
            if range.is_empty() {
                continue;
            }
            if self.routing.hit(act) == HitPolicy::Collect {
                let missing = if several {
                    let (sure, maybe) = (self.matching(facts, false, true), self.matching(facts, true, true));
                    let within =
                        |hits: &Bits| hits.iter().filter(|hit| range.contains(hit)).collect::<Vec<_>>();
                    self.collect(
                        within(&sure).into_iter(),
                        within(&maybe).into_iter(),
                        unknown,
                        facts,
                        &mut routed,
                    )
                } else if unknown == 0 {
                    self.collect(self.hits(sure, range), core::iter::empty(), 0, facts, &mut routed)
                } else {
                    self.collect(self.hits(sure, range), self.hits(maybe, range), unknown, facts, &mut routed)
                };
                if let Some(noted) = routed.missing.get_mut(act as usize) {
                    *noted = missing;
                }
                continue;
            }
            let decision = if marked {
                let (sure, maybe) = (self.matching(facts, false, false), self.matching(facts, true, false));
                let within = |part: &usize| range.contains(part);
                self.decide(sure.iter().filter(within), maybe.iter().filter(within), unknown, facts)
            } else {
                self.decide(self.hits(sure, range), self.hits(maybe, range), unknown, facts)
            };
            match decision {
                Decision::Row(row) => routed.rows.insert(row),
                Decision::Gap => {}
                Decision::Undetermined(inputs, _) => {
                    if let Some(missing) = routed.missing.get_mut(act as usize) {
                        *missing = inputs;
                    }
                }
            }
            if act == Act::Owner {
                routed.owner = decision;
            }
        }
        routed
    }

    /// What the parts that match surely, and those that may, come to: the first of either goes before the others.
    fn decide(
        &self,
        mut sure: impl Iterator<Item = usize>,
        mut maybe: impl Iterator<Item = usize>,
        unknown: Inputs,
        facts: &impl Facts,
    ) -> Decision {
        let row = |part: usize| self.parts.get(part).map(|part| part.row);
        let Some(first) = maybe.next() else { return Decision::Gap };
        if unknown == 0 {
            return row(first).map_or(Decision::Gap, Decision::Row);
        }
        let certain = sure.next();
        let mut missing = 0;
        let mut agreed = certain.is_some();
        let assignee =
            |part: usize| row(part).and_then(|row| self.routing.rows.get(row)).map(|row| row.assignee);
        let contenders = core::iter::once(first).chain(maybe);
        for part in contenders.take_while(|part| certain != Some(*part)) {
            missing |= self.open(part, unknown, facts);
            agreed &= certain.and_then(assignee) == assignee(part);
        }
        match certain.and_then(row) {
            Some(row) if agreed => Decision::Row(row),
            otherwise => Decision::Undetermined(missing, otherwise),
        }
    }

    /// The parts of a range that are in all of these sets, ascending.
    fn hits<'t>(&'t self, sets: &'t [u32], range: &'t Range<usize>) -> impl Iterator<Item = usize> + 't {
        self.sets
            .common(sets)
            .skip_while(|(block, _)| (block + 1) * 64 <= range.start)
            .take_while(|(block, _)| block * 64 < range.end)
            .flat_map(|(block, rows)| ones(rows).map(move |row| block * 64 + row))
            .filter(|part| range.contains(part))
    }

    /// Takes the rows that match surely, and gives the inputs by which others may.
    fn collect(
        &self,
        sure: impl Iterator<Item = usize>,
        maybe: impl Iterator<Item = usize>,
        unknown: Inputs,
        facts: &impl Facts,
        routed: &mut Routed,
    ) -> Inputs {
        let mut sure = sure.peekable();
        let mut take = |part: usize| {
            if let Some(part) = self.parts.get(part) {
                routed.rows.insert(part.row);
            }
        };
        let mut missing = 0;
        // Both ascend, and what matches surely may match.
        for part in maybe {
            if sure.next_if_eq(&part).is_some() {
                take(part);
            } else {
                missing |= self.open(part, unknown, facts);
            }
        }
        sure.for_each(take);
        missing
    }

    /// The parts that match, or may match, for each input some word of the complaint: the first one, unless every
    /// word counts. Marks hold all at once.
    fn matching(&self, facts: &impl Facts, maybe: bool, every: bool) -> Bits {
        let mut all = Bits::with_size(self.parts.len());
        self.sets.rows(self.everything).for_each(|part| all.insert(part));
        for index in &self.indexes {
            let mut some = Bits::with_size(self.parts.len());
            let words = if every || index.input == Input::Mark { usize::MAX } else { 1 };
            let mut said = false;
            for word in facts.words(index.input).take(words) {
                said = true;
                self.sets.rows(index.set(word)).for_each(|part| some.insert(part));
            }
            let mut open = false;
            for word in facts.open_words(index.input) {
                open = true;
                if maybe {
                    self.sets.rows(index.set(word)).for_each(|part| some.insert(part));
                }
            }
            let (sure, possible) = match (said, facts.is_known(index.input)) {
                (true, _) => (index.anything, index.anything),
                (false, true) if open => (index.anything, index.nothing),
                (false, true) => (index.nothing, index.nothing),
                (false, false) => index.possible(facts),
            };
            self.sets.rows(if maybe { possible } else { sure }).for_each(|part| some.insert(part));
            all.intersect(&some);
        }
        all
    }

    /// The unknown inputs of which a part asks something that they do not surely answer.
    fn open(&self, part: usize, unknown: Inputs, facts: &impl Facts) -> Inputs {
        let Some(tests) = self.parts.get(part).map(|part| &part.tests) else { return 0 };
        let mut open = 0;
        for (at, (test, index)) in tests.iter().zip(&self.indexes).enumerate() {
            if unknown >> at & 1 == 0
                || !matches!(test, Some(Test::OneOf(_) | Test::Under(_) | Test::Nothing))
            {
                continue;
            }
            let by_words = facts.words(index.input).any(|word| self.sets.contains(index.set(word), part));
            let sure = index.possible(facts).0;
            if !by_words && !self.sets.contains(sure, part) {
                open |= 1 << at;
            }
        }
        open
    }

    pub(super) fn row(&self, part: usize) -> Option<&Row> {
        self.parts.get(part).and_then(|part| self.routing.rows.get(part.row))
    }
}
