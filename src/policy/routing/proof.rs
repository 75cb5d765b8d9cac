//! That a table has no hole, no row that never counts and no two rows that contradict each other.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;
use core::fmt;
use core::ops::Range;

use crate::policy::routing::compiled::RoutingTable;
use crate::policy::routing::index::Index;
use crate::policy::{Answer, Gaps, HitPolicy, PolicyFault, Test};
use crate::vocab::{Act, Code, Input, RuleId};

/// How many holes are told; a table with more is told these.
const MAX_GAPS: usize = 100;
/// How many contradictions are told.
const MAX_OVERLAPS: usize = 100;
/// How much work a proof may be; a table that needs more is refused.
const MAX_WORK: usize = 200_000_000;
/// How many rows a fault names.
const MAX_NAMED: usize = 3;

/// The smallest complaint that shows a fault of a table: an answer to each input that matters.
/// [`Complaint::of_example`](../triage/struct.Complaint.html#method.of_example) asks it again as a test.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Example {
    words: Vec<(Input, Answer)>,
}

impl Example {
    /// What it answers to the inputs that matter.
    #[must_use]
    pub fn words(&self) -> &[(Input, Answer)] {
        &self.words
    }
}

impl fmt::Display for Example {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.words.is_empty() {
            return f.write_str("any complaint");
        }
        for (at, (input, word)) in self.words.iter().enumerate() {
            let comma = if at == 0 { "" } else { ", " };
            match word {
                Answer::Word(word) => write!(f, "{comma}{input} `{word}`")?,
                Answer::NotKnown => write!(f, "{comma}{input} not known")?,
                Answer::Nothing => write!(f, "{comma}no {input}")?,
            }
        }
        Ok(())
    }
}

pub(super) fn prove(table: &RoutingTable, may_be_unrated: bool, faults: &mut Vec<PolicyFault>) {
    let mut proof = Proof::new(table, may_be_unrated);
    let outcome = proof.gaps().and_then(|gaps| {
        let overlaps = proof.overlaps()?;
        Ok((gaps, proof.masked(&overlaps)?, overlaps))
    });
    match outcome {
        Ok((gaps, masked, overlaps)) => {
            let overlaps: Vec<PolicyFault> = overlaps.into_values().flat_map(BTreeMap::into_values).collect();
            let more = overlaps.len() == MAX_OVERLAPS;
            faults.extend(gaps.into_iter().chain(masked).chain(overlaps));
            faults.extend(more.then_some(PolicyFault::MoreOverlaps { told: MAX_OVERLAPS }));
        }
        Err(TooMuch) => faults.push(PolicyFault::TooComplex { rows: table.routing.rows.len() }),
    }
}

/// Rows that contradict each other, by their places in the table.
type Overlaps = BTreeMap<usize, BTreeMap<usize, PolicyFault>>;

/// The proof needs more work than it may be.
struct TooMuch;

struct Proof<'t> {
    table: &'t RoutingTable,
    /// For each input its words, those of one set together; the first word shows which set it is.
    classes: Vec<Vec<Class>>,
    /// For each input and each part that asks about it, the sets that the part is in.
    classes_of: Vec<BTreeMap<usize, Vec<usize>>>,
    /// For each input its classes, those with the fewest rows first.
    by_size: Vec<Vec<usize>>,
    work: usize,
}

/// The words of one set.
struct Class {
    set: u32,
    words: Vec<Answer>,
}

/// The parts that are left at one point of a search.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
enum Left {
    All(usize, usize),
    These(Vec<usize>),
}

impl Left {
    fn is_empty(&self) -> bool {
        match self {
            Self::All(from, to) => from == to,
            Self::These(parts) => parts.is_empty(),
        }
    }
}

impl<'t> Proof<'t> {
    fn new(table: &'t RoutingTable, may_be_unrated: bool) -> Self {
        let classes: Vec<Vec<Class>> =
            table.indexes.iter().map(|index| classes(index, may_be_unrated)).collect();
        let classes_of = classes
            .iter()
            .enumerate()
            .map(|(input, classes)| {
                let mut of: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
                let asks = |part: &usize| {
                    table.parts.get(*part).and_then(|part| part.tests.get(input)).is_some_and(Option::is_some)
                };
                for (at, class) in classes.iter().enumerate() {
                    for part in table.sets.rows(class.set).filter(asks) {
                        of.entry(part).or_default().push(at);
                    }
                }
                of
            })
            .collect();
        let by_size = classes
            .iter()
            .map(|classes| {
                let mut order: Vec<usize> = (0..classes.len()).collect();
                let size = |at: &usize| classes.get(*at).map_or(0, |class| table.sets.size(class.set));
                order.sort_by_key(size);
                order
            })
            .collect();
        Self { table, classes, classes_of, by_size, work: 0 }
    }

    fn spend(&mut self, work: usize) -> Result<(), TooMuch> {
        self.work += work + 1;
        if self.work > MAX_WORK { Err(TooMuch) } else { Ok(()) }
    }

    fn test(&self, part: usize, input: usize) -> Option<&'t Test> {
        self.table.parts.get(part).and_then(|part| part.tests.get(input)).and_then(Option::as_ref)
    }

    fn id(&self, part: usize) -> Option<RuleId> {
        self.table.row(part).map(|row| row.id)
    }

    /// Complaints that nobody owns.
    fn gaps(&mut self) -> Result<Vec<PolicyFault>, TooMuch> {
        if self.table.routing.gaps == Gaps::Unrouted {
            return Ok(Vec::new());
        }
        let range = self.act(Act::Owner);
        let order: Vec<usize> = (0..self.classes.len()).collect();
        let mut search = Search { order, of: None, most: MAX_GAPS, found: Vec::new(), seen: BTreeSet::new() };
        self.search(&mut search, 0, &Left::All(range.start, range.end), &mut Vec::new())?;
        let more = search.found.len() == MAX_GAPS;
        let gaps = search.found.into_iter().map(|example| PolicyFault::Gap { example });
        Ok(gaps.chain(more.then_some(PolicyFault::MoreGaps { told: MAX_GAPS })).collect())
    }

    /// Rows before which others always go; of two that contradict each other one does, which is said already.
    fn masked(&mut self, overlaps: &Overlaps) -> Result<Vec<PolicyFault>, TooMuch> {
        let mut faults = Vec::new();
        for &act in Act::ALL {
            if self.table.routing.hit(act) == HitPolicy::Collect {
                continue;
            }
            let range = self.act(act);
            let mut open: BTreeSet<usize> = BTreeSet::new();
            let mut hidden: BTreeMap<usize, usize> = BTreeMap::new();
            for part in range.clone() {
                let asks: Vec<usize> =
                    (0..self.classes.len()).filter(|&input| self.test(part, input).is_some()).collect();
                let Some(row) = self.table.parts.get(part).map(|part| part.row) else { continue };
                // A row for whatever is left may be left with nothing.
                if asks.is_empty() && (range.start..part).all(|other| self.asks_something(other)) {
                    open.insert(row);
                    continue;
                }
                let others = (0..self.classes.len()).filter(|input| !asks.contains(input));
                let order = asks.iter().copied().chain(others).collect();
                let of = Some(part);
                let mut search = Search { order, of, most: 1, found: Vec::new(), seen: BTreeSet::new() };
                let contradicts = |other: &usize| {
                    let other = self.table.parts.get(*other).map(|other| other.row);
                    other.is_some_and(|other| {
                        overlaps.get(&row).is_some_and(|rows| rows.contains_key(&other))
                            || overlaps.get(&other).is_some_and(|rows| rows.contains_key(&row))
                    })
                };
                let left = if overlaps.is_empty() {
                    Left::All(range.start, part)
                } else {
                    Left::These((range.start..part).filter(|other| !contradicts(other)).collect())
                };
                self.search(&mut search, 0, &left, &mut Vec::new())?;
                if search.found.is_empty() {
                    hidden.entry(row).or_insert(part);
                } else {
                    open.insert(row);
                }
            }
            for (row, part) in hidden.into_iter().filter(|(row, _)| !open.contains(row)) {
                let mut by: Vec<RuleId> = Vec::new();
                for other in range.start..part {
                    let another = self.table.parts.get(other).is_some_and(|other| other.row != row);
                    if another && self.meet(part, other).is_some() {
                        by.extend(self.id(other).filter(|id| !by.contains(id)));
                    }
                    if by.len() == MAX_NAMED {
                        break;
                    }
                }
                let row = self.table.routing.rows.get(row).map(|row| row.id);
                faults.extend(row.map(|row| PolicyFault::Masked { row, by }));
            }
        }
        Ok(faults)
    }

    /// Rows of which neither is more specific, and that send one complaint to two: by the row that comes first
    /// and the other.
    fn overlaps(&mut self) -> Result<Overlaps, TooMuch> {
        let mut faults = Overlaps::new();
        let mut told = 0;
        for &act in Act::ALL {
            if self.table.routing.hit(act) != HitPolicy::Unique {
                continue;
            }
            let range = self.act(act);
            let place = |part: usize| self.table.parts.get(part).map(|part| part.row);
            for part in range.clone() {
                for rival in self.rivals(part, &range)? {
                    let Some(words) = self.meet(part, rival) else { continue };
                    let (Some(row), Some(other)) = (self.id(rival), self.id(part)) else { continue };
                    let (Some(first), Some(second)) = (place(part), place(rival)) else { continue };
                    let fault = PolicyFault::Overlap { row, other, example: Example { words } };
                    told += usize::from(faults.entry(first).or_default().insert(second, fault).is_none());
                    if told == MAX_OVERLAPS {
                        return Ok(faults);
                    }
                }
            }
        }
        Ok(faults)
    }

    /// Later parts of the same rank and another assignee that may match the same word.
    fn rivals(&mut self, part: usize, range: &Range<usize>) -> Result<Vec<usize>, TooMuch> {
        let Some(own) = self.table.parts.get(part) else { return Ok(Vec::new()) };
        // Marks hold together: two rows about different ones meet.
        let first =
            (0..self.classes.len()).find(|&input| !self.is_mark(input) && self.test(part, input).is_some());
        let candidates: Vec<usize> = match first {
            Some(input) => {
                let sets = self.classes_of.get(input).and_then(|of| of.get(&part)).into_iter().flatten();
                let classes = sets.filter_map(|&class| self.classes.get(input)?.get(class));
                let parts = classes.flat_map(|class| self.table.sets.rows(class.set));
                parts.filter(|other| *other > part && *other < range.end).collect()
            }
            None => (part + 1..range.end).collect(),
        };
        self.spend(candidates.len())?;
        let assignee = |part: usize| self.table.row(part).map(|row| row.assignee);
        let rival = |other: &usize| {
            self.table.parts.get(*other).is_some_and(|other| other.rank == own.rank && other.row != own.row)
                && assignee(*other) != assignee(part)
        };
        let mut rivals: Vec<usize> = candidates.into_iter().filter(rival).collect();
        rivals.sort_unstable();
        rivals.dedup();
        Ok(rivals)
    }

    /// A complaint that both parts match.
    fn meet(&self, part: usize, other: usize) -> Option<Vec<(Input, Answer)>> {
        let mut words = Vec::new();
        for (input, classes) in self.classes.iter().enumerate() {
            if self.test(part, input).is_none() && self.test(other, input).is_none() {
                continue;
            }
            let in_both = |class: &&Class| {
                self.table.sets.contains(class.set, part) && self.table.sets.contains(class.set, other)
            };
            if self.is_mark(input)
                && let (Some(own), Some(others)) = (self.marks(part, input), self.marks(other, input))
            {
                let input = self.table.indexes.get(input)?.input;
                words.extend([own, others].map(|mark| (input, Answer::Word(mark))));
                words.dedup();
                continue;
            }
            // Only parts that ask for its absence match where a word is not known.
            let class = match (self.own_classes(part, input), self.own_classes(other, input)) {
                (Some(own), _) | (None, Some(own)) => {
                    own.iter().filter_map(|&class| classes.get(class)).find(in_both)?
                }
                (None, None) => return None,
            };
            words.push((self.table.indexes.get(input)?.input, class.words.first().copied()?));
        }
        Some(words)
    }

    fn is_mark(&self, input: usize) -> bool {
        self.table.indexes.get(input).is_some_and(|index| index.input == Input::Mark)
    }

    /// A mark that a part asks for, if it asks for marks.
    fn marks(&self, part: usize, input: usize) -> Option<Code> {
        match self.test(part, input)? {
            Test::OneOf(marks) => marks.first().copied(),
            Test::Under(mark) => Some(*mark),
            Test::NotKnown | Test::Nothing => None,
        }
    }

    fn own_classes(&self, part: usize, input: usize) -> Option<&Vec<usize>> {
        self.classes_of.get(input).and_then(|of| of.get(&part))
    }

    fn act(&self, act: Act) -> Range<usize> {
        self.table.acts.get(act as usize).cloned().unwrap_or_default()
    }

    fn asks_something(&self, part: usize) -> bool {
        self.table.parts.get(part).is_some_and(|part| part.tests.iter().any(Option::is_some))
    }

    /// Looks for complaints that none of the parts left matches: input by input, the words of one set alike.
    fn search(
        &mut self,
        search: &mut Search,
        depth: usize,
        left: &Left,
        path: &mut Vec<(usize, Answer)>,
    ) -> Result<(), TooMuch> {
        if search.found.len() >= search.most {
            return Ok(());
        }
        let rest = search.order.get(depth..).unwrap_or_default();
        let asks_more = |part: usize| rest.iter().any(|&input| self.test(part, input).is_some());
        let covered = match left {
            Left::All(from, to) => (*from..*to).any(|part| !asks_more(part)),
            Left::These(parts) => parts.iter().any(|&part| !asks_more(part)),
        };
        if left.is_empty() {
            search.found.push(self.example(path));
            return Ok(());
        }
        if covered {
            return Ok(());
        }
        let Some(&input) = rest.first() else { return Ok(()) };
        // Where nobody asks, nothing is to be told apart; a part in question is kept to its own words.
        let own = search.of.filter(|&of| self.test(of, input).is_some());
        let nobody_asks = match left {
            Left::All(from, to) => (*from..*to).all(|part| self.test(part, input).is_none()),
            Left::These(parts) => parts.iter().all(|&part| self.test(part, input).is_none()),
        };
        if own.is_none() && nobody_asks {
            return self.search(search, depth + 1, left, path);
        }
        if !search.seen.insert((depth, left.clone())) {
            return Ok(());
        }
        let chosen: Vec<usize> = match (own, search.of) {
            (Some(of), _) => self.own_classes(of, input).cloned().unwrap_or_default(),
            // One example is enough: it is most likely where the fewest rows are.
            (None, Some(_)) => self.by_size.get(input).cloned().unwrap_or_default(),
            (None, None) => (0..self.classes.get(input).map_or(0, Vec::len)).collect(),
        };
        for class in chosen {
            let Some((set, words)) = self
                .classes
                .get(input)
                .and_then(|classes| classes.get(class))
                .map(|class| (class.set, class.words.clone()))
            else {
                continue;
            };
            // What is not known is no word; only a part that asks for that is looked at there.
            if own.is_none()
                && words == [Answer::NotKnown]
                && self.classes.get(input).is_some_and(|all| all.len() > 1)
            {
                continue;
            }
            let kept = self.kept(left, set)?;
            let end = if kept.is_empty() { words.len() } else { 1 };
            for word in words.into_iter().take(end) {
                path.push((input, word));
                self.search(search, depth + 1, &Left::These(kept.clone()), path)?;
                path.pop();
            }
        }
        Ok(())
    }

    /// The parts left that are in a set.
    fn kept(&mut self, left: &Left, set: u32) -> Result<Vec<usize>, TooMuch> {
        let sets = &self.table.sets;
        let (size, parts) = match left {
            Left::All(from, to) => {
                let rows = sets.rows(set).filter(|part| (*from..*to).contains(part));
                (sets.size(set), rows.collect())
            }
            Left::These(parts) if sets.size(set) < parts.len() => {
                let rows = sets.rows(set).filter(|part| parts.binary_search(part).is_ok());
                (sets.size(set), rows.collect())
            }
            Left::These(parts) => {
                let rows = parts.iter().copied().filter(|&part| sets.contains(set, part));
                (parts.len(), rows.collect())
            }
        };
        self.spend(size)?;
        Ok(parts)
    }

    fn example(&self, path: &[(usize, Answer)]) -> Example {
        let mut path = path.to_vec();
        path.sort_unstable_by_key(|(input, _)| *input);
        let words = path.into_iter().filter_map(|(at, word)| Some((self.table.indexes.get(at)?.input, word)));
        Example { words: words.collect() }
    }
}

struct Search {
    /// The inputs in the order in which they are asked.
    order: Vec<usize>,
    /// The part to whose complaints the search is kept.
    of: Option<usize>,
    /// How many are enough.
    most: usize,
    found: Vec<Example>,
    /// What was looked at already, by depth and the parts left there.
    seen: BTreeSet<(usize, Left)>,
}

/// The words of an input by their sets, that there is none where that can be known, and at the end that it is
/// not known.
fn classes(index: &Index, may_be_unrated: bool) -> Vec<Class> {
    let mut places: BTreeMap<u32, usize> = BTreeMap::new();
    let mut classes: Vec<Class> = Vec::new();
    for &(word, set) in &index.domain {
        let at = *places.entry(set).or_insert(classes.len());
        match classes.get_mut(at) {
            Some(class) => class.words.push(Answer::Word(word)),
            None => classes.push(Class { set, words: Vec::from([Answer::Word(word)]) }),
        }
    }
    let may_be_none = match index.input {
        Input::Demand | Input::Mark => true,
        Input::Severity => may_be_unrated,
        _ => false,
    };
    if may_be_none {
        classes.push(Class { set: index.nothing, words: Vec::from([Answer::Nothing]) });
    }
    classes.push(Class { set: index.not_known, words: Vec::from([Answer::NotKnown]) });
    classes
}
