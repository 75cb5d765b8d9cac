//! The proof of a routing table: it has no hole, no row that never decides, and no two rows that conflict.
//!
//! The problem. A table over four inputs with a hundred words each has a hundred million different complaints, and
//! complaints with unknown or no words besides. Trying them all is no proof that anybody waits for.
//!
//! The idea. Two words of an input are alike when the same parts of rows match them. Words that are alike form a class,
//! so a table with thousands of words has few classes. A search takes one input after the other and tries each of its
//! classes. It keeps the parts that match the class. When no part is left, no row matches the words chosen so far: they
//! are the example of a fault. When a part that is left asks nothing more, it matches every complaint from here on, and
//! the search goes back. Different words may leave the same parts: a memo (`Search::seen`) visits such a state once.
//!
//! The search answers two questions. Is there a hole? It starts with all parts for the owner. Does a row ever decide?
//! It starts with the parts before a part of the row, and tries only the classes that this part matches. Conflicts need
//! no search: two parts of one rank, for two assignees, conflict if they share a class of each input that one of them
//! asks about.
//!
//! By hand. The inputs are category and severity. The categories are `billing`, `delay`, `delay.flight` and `other`;
//! each complaint is `minor` or `serious`. Three rows give an owner. The most specific part is first:
//!
//! | part | row | category      | severity  | rank |
//! | ---- | --- | ------------- | --------- | ---- |
//! | 0    | a   | `billing`     |           | 3, 0 |
//! | 1    | b   | under `delay` |           | 2, 0 |
//! | 2    | c   |               | `serious` | 0, 3 |
//!
//! The classes of the category are `billing` {0, 2}, `delay` with `delay.flight` {1, 2}, `other` {2} and not known
//! {2}. The classes of the severity are `minor` {0, 1}, `serious` {0, 1, 2} and not known {0, 1}. Is there a hole?
//! The search starts with {0, 1, 2}. `billing` leaves {0, 2}, and 0 asks nothing more. `delay` leaves {1, 2}, and 1
//! asks nothing more. `other` leaves {2}, and 2 asks for the severity: `minor` leaves nothing, so category `other`
//! with severity `minor` is a hole; `serious` leaves {2}, which asks nothing more. Does row c ever decide? The search
//! starts with {0, 1}. `serious` leaves both, then `other` leaves nothing: row c decides there. All ranks differ, so
//! that no rows conflict.
//!
//! Cost. A step looks at the parts of the class or at the parts that are left, whichever are fewer. In the worst case
//! there are as many steps as combinations of classes. The budget `MAX_WORK` limits the parts that all searches look
//! at. A table that needs more is refused as too complex; it is never proved.
//!
//! Invariants. Each row is valid before the proof starts: its words are declared, so that each test matches some
//! class. The parts of an act stand together, in the order in which they decide. Parts that are left match all
//! answers so far, and they ascend. An id belongs to its list; any other id stops the program, because a part that
//! nobody looks at would count as proved.
//!
//! At the edges. Marks are special: a complaint may have several, so that two rows for different marks can match the
//! same complaint and conflict. "Not known" makes no hole, because triage then answers "undetermined"; only rows that
//! ask for it are tried there. Of two conflicting rows the one that comes first would hide the other; the conflict is
//! reported, and the second fault is not.
//!
//! Rejected: trying every word. Words of one class lead to the same answers, so that one of them is tried; the others
//! are used only to list every word of a hole.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use crate::policy::answer::InputAnswer;
use crate::policy::fault::{PolicyFault, RoutingExample};
use crate::policy::routing::column::Class;
use crate::policy::routing::compiled::RoutingTable;
use crate::policy::routing::hit_policy::{HitPolicy, RoutingGaps};
use crate::policy::routing::list::{InputId, PartId, PartRange, RowId};
use crate::policy::routing::row::CellTest;
use crate::policy::routing::search::{Left, Search};
use crate::policy::routing::work::{Proof, TooMuch};
use crate::vocab::{Act, Code, Input, RuleId};

/// How many holes are reported. A table with more gets these and a note that there may be more.
const MAX_GAPS: usize = 100;
/// How many conflicts are reported.
const MAX_OVERLAPS: usize = 100;
/// How many other rows a fault names.
const MAX_NAMED: usize = 3;

pub(super) fn prove(table: &RoutingTable, may_be_unrated: bool, faults: &mut Vec<PolicyFault>) {
    match Proof::new(table, may_be_unrated).faults() {
        Ok(found) => faults.extend(found),
        Err(TooMuch) => faults.push(PolicyFault::TooComplex { rows: table.routing.rows.len() }),
    }
}

/// Conflicting rows, by their places in the table.
type Overlaps = BTreeMap<(RowId, RowId), PolicyFault>;

impl Proof<'_> {
    fn faults(&self) -> Result<Vec<PolicyFault>, TooMuch> {
        let mut faults = self.gaps()?;
        let overlaps = self.overlaps()?;
        faults.extend(self.masked(&overlaps)?);
        let more = overlaps.len() == MAX_OVERLAPS;
        faults.extend(overlaps.into_values());
        faults.extend(more.then_some(PolicyFault::MoreOverlaps { told: MAX_OVERLAPS }));
        Ok(faults)
    }

    /// The complaints that have no owner.
    fn gaps(&self) -> Result<Vec<PolicyFault>, TooMuch> {
        match self.table.routing.gaps {
            RoutingGaps::Refused => {}
            RoutingGaps::Unrouted => return Ok(Vec::new()),
        }
        let order: Vec<InputId> = self.columns.ids().collect();
        let all = Left::All(self.table.parts_of(Act::Owner));
        let found = Search::new(self, None, MAX_GAPS).run(&order, &all)?;
        let more = found.len() == MAX_GAPS;
        let gaps = found.into_iter().map(|example| PolicyFault::Gap { example });
        Ok(gaps.chain(more.then_some(PolicyFault::MoreGaps { told: MAX_GAPS })).collect())
    }

    /// The rows that never decide, because other rows always take precedence.
    fn masked(&self, overlaps: &Overlaps) -> Result<Vec<PolicyFault>, TooMuch> {
        let mut faults = Vec::new();
        for &act in Act::ALL {
            match self.table.routing.hit_policy(act) {
                HitPolicy::Unique | HitPolicy::First => {}
                HitPolicy::Collect => continue,
            }
            let parts = self.table.parts_of(act);
            let mut open: BTreeSet<RowId> = BTreeSet::new();
            let mut hidden: BTreeMap<RowId, PartId> = BTreeMap::new();
            for part in parts.iter() {
                if self.counts(part, parts.before(part), overlaps)? {
                    open.insert(self.row(part));
                } else {
                    hidden.entry(self.row(part)).or_insert(part);
                }
            }
            for (row, part) in hidden.into_iter().filter(|(row, _)| !open.contains(row)) {
                let by = self.hiders(part, parts.before(part));
                faults.push(PolicyFault::Masked { row: self.table.routing.rows[row].id, by });
            }
        }
        Ok(faults)
    }

    /// Whether some complaint matches the part and none of the parts before it. Conflicting rows hide nothing from
    /// each other: the conflict is reported already.
    fn counts(&self, part: PartId, before: PartRange, overlaps: &Overlaps) -> Result<bool, TooMuch> {
        let (own, others): (Vec<InputId>, Vec<InputId>) =
            self.columns.ids().partition(|&input| self.asks(part, input));
        // A part without tests decides only if the parts before it leave a complaint over: that needs the search.
        let asks_something = |part| self.columns.ids().any(|input| self.asks(part, input));
        if own.is_empty() && before.iter().all(asks_something) {
            return Ok(true);
        }
        let contradicts = |other: PartId| {
            let (row, other) = (self.row(part), self.row(other));
            overlaps.contains_key(&(row, other)) || overlaps.contains_key(&(other, row))
        };
        let left = if overlaps.is_empty() {
            Left::All(before)
        } else {
            Left::These(before.iter().filter(|&other| !contradicts(other)).collect())
        };
        let found = Search::new(self, Some(part), 1).run(&[own, others].concat(), &left)?;
        Ok(!found.is_empty())
    }

    /// Some of the rows that take precedence over a hidden part.
    fn hiders(&self, part: PartId, before: PartRange) -> Vec<RuleId> {
        let mut by: Vec<RuleId> = Vec::new();
        for other in before.iter().filter(|&other| self.row(other) != self.row(part)) {
            if !by.contains(&self.id(other)) && self.meet(part, other).is_some() {
                by.push(self.id(other));
            }
            if by.len() == MAX_NAMED {
                break;
            }
        }
        debug_assert!(!by.is_empty(), "{part:?} never counts, and nothing goes before it");
        by
    }

    /// The pairs of rows that match the same complaint and name different assignees, neither being more specific. The
    /// key is the place of the row that comes first, then the other.
    fn overlaps(&self) -> Result<Overlaps, TooMuch> {
        let mut faults = Overlaps::new();
        for &act in Act::ALL {
            match self.table.routing.hit_policy(act) {
                HitPolicy::Unique => {}
                HitPolicy::First | HitPolicy::Collect => continue,
            }
            let parts = self.table.parts_of(act);
            for part in parts.iter() {
                for rival in self.rivals(part, parts.after(part))? {
                    let Some(example) = self.meet(part, rival) else { continue };
                    let fault = PolicyFault::Overlap { row: self.id(rival), other: self.id(part), example };
                    faults.insert((self.row(part), self.row(rival)), fault);
                    if faults.len() == MAX_OVERLAPS {
                        return Ok(faults);
                    }
                }
            }
        }
        Ok(faults)
    }

    /// The later parts of the same rank and of another assignee that may match the same word.
    fn rivals(&self, part: PartId, later: PartRange) -> Result<Vec<PartId>, TooMuch> {
        // A complaint can have several marks, so that rows about different marks can match the same complaint.
        let mut columns = self.columns.entries().filter(|(_, column)| column.input != Input::MARK);
        let candidates: Vec<PartId> = match columns.find(|(input, _)| self.asks(part, *input)) {
            Some((_, column)) => {
                let classes = column.asked_by(part).iter().map(|class| &column.classes[*class]);
                let parts = classes.flat_map(|class| self.table.sets.parts(class.set));
                parts.filter(|other| later.contains(*other)).collect()
            }
            None => later.iter().collect(),
        };
        self.spend(candidates.len())?;
        let is_rival = |other: &PartId| {
            let (own, others) = (&self.table.parts[part], &self.table.parts[*other]);
            own.rank == others.rank
                && own.row != others.row
                && self.table.row(part).assignee != self.table.row(*other).assignee
        };
        let mut rivals: Vec<PartId> = candidates.into_iter().filter(is_rival).collect();
        rivals.sort_unstable();
        rivals.dedup();
        Ok(rivals)
    }

    /// A complaint that both parts match.
    pub(super) fn meet(&self, part: PartId, other: PartId) -> Option<RoutingExample> {
        let sets = &self.table.sets;
        let mut words = Vec::new();
        for (at, column) in self.columns.entries() {
            let tests = (self.test(part, at), self.test(other, at));
            if let (Some(own), Some(others)) = tests
                && column.input == Input::MARK
                && let (Some(own), Some(others)) = (mark(own), mark(others))
            {
                words.extend([own, others].map(|mark| (column.input, InputAnswer::Word(mark))));
                words.dedup();
                continue;
            }
            // A class that both parts match is among the classes of each part that asks.
            let asked = match tests {
                (Some(_), _) => column.asked_by(part),
                (None, Some(_)) => column.asked_by(other),
                (None, None) => continue,
            };
            let in_both = |class: &&Class| sets.contains(class.set, part) && sets.contains(class.set, other);
            let class = asked.iter().map(|class| &column.classes[*class]).find(in_both)?;
            words.push((column.input, class.first));
        }
        Some(RoutingExample { words })
    }
}

/// A mark that a test asks for, if it asks for marks.
fn mark(test: &CellTest) -> Option<Code> {
    match test {
        CellTest::OneOf(marks) => {
            debug_assert!(!marks.is_empty(), "a test for one of no marks");
            marks.first().copied()
        }
        CellTest::Under(mark) => Some(*mark),
        CellTest::NotKnown | CellTest::Nothing => None,
    }
}
