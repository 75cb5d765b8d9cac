//! The compiled routing table, and how it answers.
//!
//! # The idea
//!
//! Rows are split into parts of one specificity (`part.rs`). The parts of one act stand together, and a part that takes
//! precedence stands before the others. For each word of each input there is the set of the parts that match it
//! (`index.rs`, `sets.rs`). The parts that match a complaint are the intersection of the sets of its words, and the
//! first of them decides.
//!
//! A small table is asked even faster, by the position of a cell (`cells.rs`).
//!
//! # Unknown inputs
//!
//! For an input that is not known, two sets are used in place of one: the parts that match whatever the answer is, and
//! the parts that match for some answer. This gives a first part that matches surely, and possibly others before it.
//!
//! - If nothing stands before the sure part, or only rows with the same assignee, the sure part decides.
//! - Otherwise the owner is undetermined. What is missing are the inputs that these earlier parts ask for.
//!
//! # Several words of one input
//!
//! For the one row that decides, the first word counts. For rows that are collected, all words count: a part must match
//! some word of each input. Marks hold together, so all of them count for both.
//!
//! # Cost
//!
//! One intersection for each act. With several words, or with marks, the sets of the words of an input are united
//! first.

use alloc::vec::Vec;
use core::cmp::Reverse;
use core::ops::Range;

use crate::policy::bits::Bits;
use crate::policy::condition::Facts;
use crate::policy::lexicon::WordNumber;
use crate::policy::limits::MAX_INPUTS;
use crate::policy::numbers::{Cell, Numbers};
use crate::policy::routing::cells::{Cells, GAP};
use crate::policy::routing::hit_policy::HitPolicy;
use crate::policy::routing::index::Index;
use crate::policy::routing::list::{Id, InputId, List, PartId, PartRange, RowId, SetId};
use crate::policy::routing::part::{Part, parts_of};
use crate::policy::routing::row::{CellTest, Row};
use crate::policy::routing::sets::{PartSets, parts_of_block};
use crate::policy::routing::table::Routing;
use crate::vocab::{Act, Code, Input, Severity};

const _: () = assert!(MAX_INPUTS <= Inputs::BITS as usize);

/// A routing table, proved and compiled.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct RoutingTable {
    pub(super) routing: Routing,
    /// The parts of all rows, by act. Within an act they stand in the order of precedence.
    pub(super) parts: List<PartId, Part>,
    acts: [PartRange; Act::ALL.len()],
    pub(super) indexes: List<InputId, Index>,
    pub(super) sets: PartSets,
    /// The set of every part, for a table without inputs.
    everything: SetId,
    /// The owner of each combination of words, if there are few combinations.
    cells: Option<Cells>,
}

/// A set of inputs, as bits.
pub(crate) type Inputs = u64;

/// The answer of a table for one act.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Decision {
    /// This row decides.
    Row(usize),
    /// No row matches.
    Gap,
    /// The answer depends on these inputs, which are not known. The row is the one that matches whatever they are.
    Undetermined(Inputs, Option<usize>),
}

impl Decision {
    /// The row, if one decides.
    #[inline]
    pub(crate) const fn row(self) -> Option<usize> {
        match self {
            Self::Row(row) => Some(row),
            Self::Gap | Self::Undetermined(..) => None,
        }
    }
}

/// The answer of a table for one complaint.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Routed {
    pub(crate) owner: Decision,
    /// The rows that decide or are collected, of all acts.
    pub(crate) rows: Bits,
    /// For each act, the unknown inputs that could add or change a row.
    pub(crate) missing: [Inputs; Act::ALL.len()],
}

impl RoutingTable {
    /// The rows as they were declared.
    pub(crate) const fn routing(&self) -> &Routing {
        &self.routing
    }

    pub(super) fn compiled(
        routing: Routing,
        numbers: impl Fn(Input) -> Range<WordNumber>,
        domain: impl Fn(Input) -> Vec<Code>,
    ) -> Self {
        let inputs: Vec<Input> = routing.inputs.iter().copied().take(MAX_INPUTS).collect();
        let parts_of =
            |(row_id, row): (RowId, &Row)| parts_of(row_id, row, &inputs, routing.hit_policy(row.act));
        let mut parts: Vec<Part> = routing.rows.entries().flat_map(parts_of).collect();
        let act_of = |part: &Part| routing.rows[part.row].act;
        let order = |part: &Part| {
            let act = act_of(part);
            let unique = routing.hit_policy(act) == HitPolicy::Unique;
            (act as usize, Reverse(if unique { part.rank.clone() } else { Vec::new() }), part.row)
        };
        parts.sort_by_cached_key(order);
        let acts = core::array::from_fn(|act| PartRange {
            start: PartId::from_place(parts.partition_point(|part| (act_of(part) as usize) < act)),
            end: PartId::from_place(parts.partition_point(|part| act_of(part) as usize <= act)),
        });
        let parts: List<PartId, Part> = parts.into_iter().collect();
        let mut sets = PartSets::over(parts.len());
        let everything = sets.push(parts.ids());
        let indexes = (0..)
            .map(InputId::from_number)
            .zip(&inputs)
            .map(|(at, &input)| Index::new(at, (input, numbers(input)), domain(input), &parts, &mut sets))
            .collect();
        let mut table = Self { routing, parts, acts, indexes, sets, everything, cells: None };
        table.cells = Cells::of(table.indexes.as_slice(), |chosen| {
            let chosen = if chosen.is_empty() { &[everything][..] } else { chosen };
            let first = table.sets.first(chosen, table.parts_of(Act::Owner));
            first.map(|part| table.parts[part].row.place())
        });
        table
    }

    /// Moves `cell` by the step of a word.
    #[inline]
    pub(crate) fn step(&self, word: WordNumber, cell: &mut Cell) {
        if let Some(cells) = &self.cells {
            cells.step(word, cell);
        }
    }

    /// The owner at a severity. `None` if the table has no cells, or some input has no word.
    #[inline]
    pub(crate) fn owner_by_cell(&self, numbers: &Numbers, severity: Option<Severity>) -> Option<Decision> {
        let cells = self.cells.as_ref()?;
        let mut cell = numbers.cell();
        if let Some(level) = severity {
            cells.step_of_level(level, &mut cell);
        }
        cells.row(cell).map(|row| if row == GAP { Decision::Gap } else { Decision::Row(row.into()) })
    }

    /// What [`route`](Self::route) comes to, where the table has a cell for the complaint and names owners only.
    pub(crate) fn route_by_cell(&self, numbers: &Numbers, severity: Option<Severity>) -> Option<Routed> {
        let is_owner = |act| matches!(act, Act::Owner);
        let names_others = Act::ALL.iter().any(|&act| !is_owner(act) && !self.parts_of(act).is_empty());
        if names_others || self.routing.hit_policy(Act::Owner) == HitPolicy::Collect {
            return None;
        }
        let owner = self.owner_by_cell(numbers, severity)?;
        let mut rows = Bits::with_size(self.routing.rows.len());
        if let Some(row) = owner.row() {
            rows.insert(row);
        }
        Some(Routed { owner, rows, missing: [0; Act::ALL.len()] })
    }

    /// Returns `true` if the owner can depend on the severity or on marks.
    #[inline]
    pub(crate) fn is_by_findings(&self) -> bool {
        match &self.cells {
            Some(cells) => cells.by_severity(),
            None => self.routing.inputs.iter().any(|input| matches!(*input, Input::Severity | Input::MARK)),
        }
    }

    pub(super) fn row(&self, part: PartId) -> &Row {
        &self.routing.rows[self.parts[part].row]
    }

    /// The parts of an act.
    #[expect(clippy::indexing_slicing, reason = "there is a place for every act")]
    pub(super) fn parts_of(&self, act: Act) -> PartRange {
        self.acts[act as usize]
    }

    /// The owner, if each input has a word. `None` if some input has none, or if the table asks for marks.
    pub(crate) fn owner_by_words(&self, numbers: &Numbers) -> Option<Decision> {
        let mut sets = InputSets::new(self.everything);
        for index in self.indexes.as_slice() {
            if index.input == Input::MARK {
                return None;
            }
            sets.push(index.set(index.words_of(numbers).next()?));
        }
        let first = self.sets.first(sets.as_slice(), self.parts_of(Act::Owner));
        Some(first.map_or(Decision::Gap, |part| Decision::Row(self.parts[part].row.place())))
    }

    /// The answer for a complaint; see the head of this file.
    pub(crate) fn route(&self, numbers: &Numbers, facts: &impl Facts) -> Routed {
        let (mut sure, mut maybe) = (InputSets::new(self.everything), InputSets::new(self.everything));
        let (mut unknown, mut several, mut marked): (Inputs, bool, bool) = (0, false, false);
        for (at, index) in self.indexes.entries() {
            let mut words = index.words_of(numbers);
            if index.open_words_of(numbers).next().is_some() {
                unknown |= 1 << at.place();
                (several, marked) = (true, true);
            }
            let (one, other) = match words.next() {
                Some(word) => {
                    let more = words.next().is_some();
                    several |= more;
                    marked |= more && index.input == Input::MARK;
                    let set = index.set(word);
                    (set, set)
                }
                None if facts.is_known(index.input) => (index.nothing, index.nothing),
                None => {
                    unknown |= 1 << at.place();
                    index.possible(facts)
                }
            };
            sure.push(one);
            maybe.push(other);
        }
        let (sure, maybe) = (sure.as_slice(), maybe.as_slice());
        let (mut owner, mut missing) = (Decision::Gap, [0; Act::ALL.len()]);
        let mut rows = Bits::with_size(self.routing.rows.len());
        for (&act, missing) in Act::ALL.iter().zip(&mut missing) {
            let range = self.parts_of(act);
            if range.is_empty() {
                continue;
            }
            if self.routing.hit_policy(act) == HitPolicy::Collect {
                *missing = if several {
                    let (sure, maybe) = (
                        self.matching(numbers, facts, false, true),
                        self.matching(numbers, facts, true, true),
                    );
                    self.collect(
                        within(&sure, range),
                        within(&maybe, range),
                        unknown,
                        numbers,
                        facts,
                        &mut rows,
                    )
                } else if unknown == 0 {
                    self.collect(self.hits(sure, range), core::iter::empty(), 0, numbers, facts, &mut rows)
                } else {
                    self.collect(
                        self.hits(sure, range),
                        self.hits(maybe, range),
                        unknown,
                        numbers,
                        facts,
                        &mut rows,
                    )
                };
                continue;
            }
            let decision = if marked {
                let (sure, maybe) =
                    (self.matching(numbers, facts, false, false), self.matching(numbers, facts, true, false));
                self.decide(within(&sure, range), within(&maybe, range), unknown, numbers, facts)
            } else {
                self.decide(self.hits(sure, range), self.hits(maybe, range), unknown, numbers, facts)
            };
            match decision {
                Decision::Row(row) => rows.insert(row),
                Decision::Gap => {}
                Decision::Undetermined(inputs, _) => *missing = inputs,
            }
            if act == Act::Owner {
                owner = decision;
            }
        }
        Routed { owner, rows, missing }
    }

    /// The answer for one act, from the parts that match surely and those that may match, each in order of precedence.
    fn decide(
        &self,
        mut sure: impl Iterator<Item = PartId>,
        mut maybe: impl Iterator<Item = PartId>,
        unknown: Inputs,
        numbers: &Numbers,
        facts: &impl Facts,
    ) -> Decision {
        let row = |part: PartId| self.parts[part].row.place();
        let Some(first) = maybe.next() else {
            debug_assert!(sure.next().is_none(), "what matches surely also may match");
            return Decision::Gap;
        };
        if unknown == 0 {
            return Decision::Row(row(first));
        }
        let certain = sure.next();
        let mut missing = 0;
        let assignee = |part: PartId| self.row(part).assignee;
        let mut agreed = true;
        let contenders = core::iter::once(first).chain(maybe);
        for part in contenders.take_while(|part| certain != Some(*part)) {
            missing |= self.open(part, unknown, numbers, facts);
            agreed &= certain.is_some_and(|certain| assignee(certain) == assignee(part));
        }
        match certain.map(row) {
            Some(row) if agreed => Decision::Row(row),
            otherwise => Decision::Undetermined(missing, otherwise),
        }
    }

    /// The parts of a range that are in all of the given sets, ascending.
    fn hits<'t>(&'t self, sets: &'t [SetId], range: PartRange) -> impl Iterator<Item = PartId> + 't {
        let (start, end) = (range.start.place(), range.end.place());
        self.sets
            .common(sets)
            .skip_while(move |(block, _)| (block + 1) * 64 <= start)
            .take_while(move |(block, _)| block * 64 < end)
            .flat_map(|(block, parts)| parts_of_block(block, parts))
            .filter(move |part| range.contains(*part))
    }

    /// Adds the rows that match surely. Returns the unknown inputs by which more rows may match.
    fn collect(
        &self,
        sure: impl Iterator<Item = PartId>,
        maybe: impl Iterator<Item = PartId>,
        unknown: Inputs,
        numbers: &Numbers,
        facts: &impl Facts,
        rows: &mut Bits,
    ) -> Inputs {
        let mut sure = sure.peekable();
        let mut take = |part: PartId| rows.insert(self.parts[part].row.place());
        let mut missing = 0;
        // Both ascend, and whatever matches surely is in both.
        for part in maybe {
            if sure.next_if_eq(&part).is_some() {
                take(part);
            } else {
                missing |= self.open(part, unknown, numbers, facts);
            }
        }
        sure.for_each(take);
        missing
    }

    /// The parts that match, or with `maybe` may match, some counted word of each input. The first word counts, or with
    /// `every` all words. All marks count.
    fn matching(&self, numbers: &Numbers, facts: &impl Facts, maybe: bool, every: bool) -> Bits {
        let add = |set: SetId, parts: &mut Bits| {
            self.sets.parts(set).for_each(|part| parts.insert(part.place()));
        };
        let mut all = Bits::with_size(self.parts.len());
        add(self.everything, &mut all);
        for index in self.indexes.as_slice() {
            let mut some = Bits::with_size(self.parts.len());
            let words = if every || index.input == Input::MARK { usize::MAX } else { 1 };
            let mut said = false;
            for word in index.words_of(numbers).take(words) {
                said = true;
                add(index.set(word), &mut some);
            }
            let mut open = false;
            for word in index.open_words_of(numbers) {
                open = true;
                if maybe {
                    add(index.set(word), &mut some);
                }
            }
            let (sure, possible) = match (said, facts.is_known(index.input)) {
                (true, _) => (index.anything, index.anything),
                (false, true) if open => (index.anything, index.nothing),
                (false, true) => (index.nothing, index.nothing),
                (false, false) => index.possible(facts),
            };
            add(if maybe { possible } else { sure }, &mut some);
            all.intersect(&some);
        }
        all
    }

    /// The unknown inputs that decide whether a part matches.
    fn open(&self, part: PartId, unknown: Inputs, numbers: &Numbers, facts: &impl Facts) -> Inputs {
        let mut open = 0;
        for (at, index) in self.indexes.entries() {
            if unknown >> at.place() & 1 == 0 {
                continue;
            }
            match self.parts[part].tests[at] {
                Some(CellTest::OneOf(_) | CellTest::Under(_) | CellTest::Nothing) => {}
                Some(CellTest::NotKnown) | None => continue,
            }
            let by_words = index.words_of(numbers).any(|word| self.sets.contains(index.set(word), part));
            let sure = index.possible(facts).0;
            if !by_words && !self.sets.contains(sure, part) {
                open |= 1 << at.place();
            }
        }
        open
    }
}

/// A set of parts for each input, held inline. A table without inputs has the set of all parts.
struct InputSets {
    sets: [SetId; MAX_INPUTS],
    len: usize,
}

#[expect(clippy::indexing_slicing, reason = "a table has at most this many inputs")]
impl InputSets {
    const fn new(without_inputs: SetId) -> Self {
        Self { sets: [without_inputs; MAX_INPUTS], len: 0 }
    }

    fn push(&mut self, set: SetId) {
        self.sets[self.len] = set;
        self.len += 1;
    }

    fn as_slice(&self) -> &[SetId] {
        &self.sets[..self.len.max(1)]
    }
}

/// The parts of a set that lie in a range, ascending.
fn within(parts: &Bits, range: PartRange) -> impl Iterator<Item = PartId> {
    parts.iter().map(PartId::from_place).filter(move |part| range.contains(*part))
}
