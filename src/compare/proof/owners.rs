//! Whether two policies route every complaint alike.
//!
//! # The proof
//!
//! A row that stands in both tables, for the same act, cells and assignee, can be at fault for nothing, as long as rows
//! are ranked alike. So a complaint is routed differently only if a row that only one table has matches or may match. The
//! search goes through the inputs of both tables, one after the other. Of each input it takes every class of words: words
//! that the same rows match, among the rows that can still match. It goes back where no row is left that only one table
//! has. At the end it asks both tables, by the code that routes complaints.
//!
//! By hand: a row for `service` goes from one desk to another. The first input has two classes, `service` and the rest.
//! With the rest neither row matches, so that nothing is looked at there.
//!
//! The severity is one of the inputs: every set of levels that a complaint may be left with is tried. Of a complaint with
//! several words for an input the first decides for the owner, and rows that are collected match if any word does. So
//! tables that agree on single words agree on several.
//!
//! # Limits
//!
//! All marks of a complaint count at once, and they follow from rules. Tables that differ and ask for marks are left
//! undecided, unless an example is found. So is a search that grows too large.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use crate::compare::judgement::Aspect;
use crate::compare::proof::answers::{Questions, Trial};
use crate::compare::proof::judged::{Judge, Shown};
use crate::compare::proof::severities::{Proof, Severities};
use crate::policy::condition::{Facts, Levels, Recurrence, Truth};
use crate::policy::lexicon::number_of_level;
use crate::policy::routing::{Assignee, Cell, CellTest, Decision, HitPolicy, InputAnswer, Row};
use crate::policy::{Bits, Numbers, Policy};
use crate::vocab::{Act, Code, Fact, Input, Money, Severity};

/// How many combinations the search looks at.
const MAX_WORK: usize = 100_000;

/// How many bits the classes of one input may take.
const MAX_BITS: usize = 1 << 28;

/// How many examples are told.
const MAX_EXAMPLES: usize = 20;

/// What a complaint says for an input.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Said {
    Answer(InputAnswer),
    Levels(Levels),
}

/// An answer to an input, with the rows that match it or may match it.
struct Class {
    said: Said,
    /// How deep the word lies in its tree: rows that list words of several depths rank by it.
    depth: usize,
    rows: Bits,
}

/// The routing tables of both policies.
pub(super) struct Owners<'p> {
    policies: [&'p Policy; 2],
    /// The rows of the policy, and then those of the draft.
    rows: Vec<&'p Row>,
    /// The rows that only one of the two has.
    own: Bits,
    inputs: Vec<Input>,
}

/// What both tables come to.
type Outcome = (Option<Assignee>, u8, BTreeSet<(usize, Assignee)>);

impl<'p> Owners<'p> {
    pub(super) fn of(policies: [&'p Policy; 2]) -> Self {
        let [policy, draft] = policies;
        let tables = policies.map(Policy::routing);
        let [one, other] = tables;
        let rows: Vec<&Row> = one.rows().iter().chain(other.rows()).collect();
        let mut own = Bits::with_size(rows.len());
        let shared = |inputs: &[Input], those: &[Input]| -> Vec<Input> {
            inputs.iter().copied().filter(|input| those.contains(input)).collect()
        };
        let is_ranked_alike = shared(one.inputs(), other.inputs()) == shared(other.inputs(), one.inputs());
        for &act in Act::ALL {
            let of_act = |row: &&Row| row.act() == act;
            let alike = is_ranked_alike && one.hit_policy(act) == other.hit_policy(act);
            let first = one.hit_policy(act) == HitPolicy::First;
            let contents = |rows: &'p [Row]| rows.iter().filter(of_act).map(content);
            let all = !alike || (first && !contents(one.rows()).eq(contents(other.rows())));
            // How often each content stands in the policy, less how often it stands in the draft.
            let mut count: BTreeMap<Content<'_>, i64> = BTreeMap::new();
            contents(one.rows()).for_each(|content| *count.entry(content).or_default() += 1);
            contents(other.rows()).for_each(|content| *count.entry(content).or_default() -= 1);
            for (place, row) in rows.iter().enumerate().filter(|(_, row)| of_act(row)) {
                if all || count.get(&content(row)).is_none_or(|count| *count != 0) {
                    own.insert(place);
                }
            }
        }
        let mut inputs: Vec<Input> = one.inputs().to_vec();
        inputs.extend(other.inputs().iter().filter(|input| !one.inputs().contains(input)));
        debug_assert!(policy.routing().rows().len() + draft.routing().rows().len() == rows.len());
        Self { policies, rows, own, inputs }
    }

    /// The words that the cells of both tables name.
    pub(super) fn named(&self) -> impl Iterator<Item = (Input, Code)> + '_ {
        self.rows
            .iter()
            .flat_map(|row| row.cells())
            .flat_map(|cell| words(cell).iter().map(|word| (cell.input(), *word)))
    }

    /// Whether no search is needed to say that the tables are alike.
    pub(super) fn are_alike(&self) -> bool {
        self.own.is_empty()
    }

    /// Whether the owner depends on severity or on marks.
    pub(super) fn is_by(&self, input: Input) -> bool {
        self.inputs.contains(&input)
    }

    /// Searches complaints that are routed differently although their severity is the same.
    pub(super) fn prove(
        &self,
        questions: &Questions,
        judge: &Judge<'p>,
        severities: &Severities<'p>,
    ) -> Proof<'p> {
        let mut search = Search {
            owners: self,
            columns: Vec::new(),
            said: Vec::new(),
            work: 0,
            proof: Proof { examples: Vec::new(), is_complete: !self.is_by(Input::MARK) },
            questions,
            judge,
            severities,
        };
        let mut columns = Vec::new();
        for &input in self.inputs.iter().filter(|input| **input != Input::MARK) {
            let Some(column) = self.classes(input) else {
                search.proof.is_complete = false;
                return search.proof;
            };
            columns.push((input, column));
        }
        search.columns = columns;
        let mut all = Bits::with_size(self.rows.len());
        (0..self.rows.len()).for_each(|row| all.insert(row));
        search.from(0, &all);
        search.proof
    }

    /// The classes of an input. `None` if there are too many.
    fn classes(&self, input: Input) -> Option<Vec<Class>> {
        let size = self.rows.len();
        let tests: Vec<Option<&CellTest>> = self.rows.iter().map(|row| row.test(input)).collect();
        let mut silent = Bits::with_size(size);
        let (mut exact, mut under): (BTreeMap<Code, Vec<usize>>, BTreeMap<Code, Vec<usize>>) =
            Default::default();
        for (row, test) in tests.iter().enumerate() {
            match test {
                None => silent.insert(row),
                Some(CellTest::OneOf(words)) => {
                    for word in words {
                        exact.entry(*word).or_default().push(row);
                    }
                }
                Some(CellTest::Under(word)) => under.entry(*word).or_default().push(row),
                Some(CellTest::NotKnown | CellTest::Nothing) => {}
            }
        }
        let with = |matches: &dyn Fn(&CellTest) -> bool| {
            let mut rows = silent.clone();
            let matching = tests.iter().enumerate().filter(|(_, test)| test.is_some_and(matches));
            matching.for_each(|(row, _)| rows.insert(row));
            rows
        };
        let mut classes = Vec::new();
        let Some(facet) = input.facet() else {
            let [one, other] = self.policies.map(levels_of);
            let all: BTreeSet<Option<Severity>> = one.into_iter().chain(other).collect();
            for levels in Levels::sets()
                .filter(|set| set.iter().next().is_some() && set.iter().all(|level| all.contains(&level)))
            {
                let rows = with(&|test| match test {
                    CellTest::OneOf(words) => {
                        levels.iter().flatten().any(|level| words.contains(&level.code()))
                    }
                    CellTest::Under(_) | CellTest::NotKnown | CellTest::Nothing => true,
                });
                classes.push(Class { said: Said::Levels(levels), depth: 0, rows });
            }
            return Some(classes);
        };
        let [policy, draft] = self.policies;
        let mut seen: BTreeSet<(usize, Vec<u64>)> = BTreeSet::new();
        for declared in policy.taxonomy().codes(facet) {
            let word = declared.word;
            if draft.taxonomy().check_known_code(facet, &word).is_err() {
                continue;
            }
            let mut rows = silent.clone();
            exact.get(&word).into_iter().flatten().for_each(|row| rows.insert(*row));
            let above = core::iter::successors(Some(word), Code::parent);
            above.filter_map(|word| under.get(&word)).flatten().for_each(|row| rows.insert(*row));
            let depth = core::iter::successors(Some(word), Code::parent).count();
            if seen.insert((depth, rows.words().collect())) {
                classes.push(Class { said: Said::Answer(InputAnswer::Word(word)), depth, rows });
            }
            if classes.len().saturating_mul(size) > MAX_BITS {
                return None;
            }
        }
        if input.may_be_nothing() {
            let rows = with(&|test| *test == CellTest::Nothing);
            classes.push(Class { said: Said::Answer(InputAnswer::Nothing), depth: 0, rows });
        }
        // Whatever is not known may turn out to match.
        classes.push(Class { said: Said::Answer(InputAnswer::NotKnown), depth: 0, rows: with(&|_| true) });
        Some(classes)
    }

    /// What a table comes to.
    fn outcome(&self, side: usize, said: &[(Input, Said)]) -> Option<Outcome> {
        let policy = self.policies.get(side)?;
        let mut numbers = Numbers::default();
        let mut levels = None;
        for (input, said) in said {
            match said {
                Said::Answer(InputAnswer::Word(word)) => {
                    let (number, _) = policy.lexicon().find_code(input.facet()?, word)?;
                    numbers.add_word(number);
                }
                Said::Answer(InputAnswer::NotKnown | InputAnswer::Nothing) => {}
                Said::Levels(set) => {
                    levels = Some(*set);
                    if let (true, Some(Some(level))) = (set.is_one(), set.iter().next()) {
                        numbers.add_word(number_of_level(level));
                    }
                }
            }
        }
        let routed = policy.routing_table().route(&numbers, &Abstract { said, levels });
        let rows = policy.routing().rows();
        let assignee = |row: usize| rows.get(row).map(Row::assignee);
        let (owner, kind) = match routed.owner {
            Decision::Row(row) => (assignee(row), 0),
            Decision::Gap => (None, 1),
            Decision::Undetermined(..) => (None, 2),
        };
        let others = routed.rows.iter().filter_map(|row| rows.get(row)).filter(|row| row.act() != Act::Owner);
        Some((owner, kind, others.map(|row| (row.act() as usize, row.assignee())).collect()))
    }
}

/// What a row says, without its id.
type Content<'r> = (usize, Vec<&'r Cell>, Assignee);

fn content(row: &Row) -> Content<'_> {
    let mut cells: Vec<&Cell> = row.cells().iter().collect();
    cells.sort_unstable();
    (row.act() as usize, cells, row.assignee())
}

fn words(cell: &Cell) -> &[Code] {
    match cell.test() {
        CellTest::OneOf(words) => words,
        CellTest::Under(word) => core::slice::from_ref(word),
        CellTest::NotKnown | CellTest::Nothing => &[],
    }
}

/// The levels that a policy can give, and "unrated".
fn levels_of(policy: &Policy) -> Vec<Option<Severity>> {
    let levels = policy.severity().map_or(&[][..], |rules| rules.levels());
    [None].into_iter().chain(levels.iter().copied().map(Some)).collect()
}

struct Search<'s, 'p> {
    owners: &'s Owners<'p>,
    columns: Vec<(Input, Vec<Class>)>,
    said: Vec<(Input, Said)>,
    work: usize,
    proof: Proof<'p>,
    questions: &'s Questions,
    judge: &'s Judge<'p>,
    severities: &'s Severities<'p>,
}

impl<'p> Search<'_, 'p> {
    /// Tries every answer to the inputs from a place on, where these rows may still match.
    fn from(&mut self, place: usize, alive: &Bits) {
        if !Bits::meet([alive, &self.owners.own]) || self.proof.examples.len() >= MAX_EXAMPLES {
            return;
        }
        self.work += 1;
        if self.work > MAX_WORK {
            self.proof.is_complete = false;
            return;
        }
        let Some((input, classes)) =
            self.columns.get_mut(place).map(|(input, classes)| (*input, core::mem::take(classes)))
        else {
            self.at_end();
            return;
        };
        let mut seen: BTreeSet<(usize, Vec<u64>)> = BTreeSet::new();
        for class in &classes {
            let mut rows = alive.clone();
            rows.intersect(&class.rows);
            // Words that the same rows match are tried once; every other answer is one of its kind.
            let is_word = matches!(class.said, Said::Answer(InputAnswer::Word(_)));
            if is_word && !seen.insert((class.depth, rows.words().collect())) {
                continue;
            }
            self.said.push((input, class.said));
            self.from(place + 1, &rows);
            self.said.pop();
        }
        if let Some((_, column)) = self.columns.get_mut(place) {
            *column = classes;
        }
    }

    fn at_end(&mut self) {
        let [before, after] = [0, 1].map(|side| self.owners.outcome(side, &self.said));
        if before.is_some() && before == after {
            return;
        }
        match self.shown() {
            Some(shown) => {
                let answers = |of: &Shown<'_>| {
                    let [before, after] = &of.answers;
                    (before.owner(), before.routes().to_vec(), after.owner(), after.routes().to_vec())
                };
                // One example for each way in which the answers differ.
                if self.proof.examples.iter().all(|other| answers(other) != answers(&shown)) {
                    self.proof.examples.push(shown);
                }
            }
            None => self.proof.is_complete = false,
        }
    }

    /// A complaint that has these answers, and that both policies route differently.
    fn shown(&self) -> Option<Shown<'p>> {
        let mut trial = Trial::new();
        let mut levels = None;
        for (input, said) in &self.said {
            match said {
                Said::Answer(answer) => self.questions.answer(&mut trial, *input, *answer),
                Said::Levels(set) => levels = Some(*set),
            }
        }
        if let Some(levels) = levels {
            trial = self.severities.rated(self.questions, trial, levels)?;
        }
        self.judge.differs(self.questions, &trial, Aspect::Owner)?;
        self.judge.smallest(self.questions, trial, Aspect::Owner)
    }
}

/// What the tables look at.
struct Abstract<'s> {
    said: &'s [(Input, Said)],
    levels: Option<Levels>,
}

impl Abstract<'_> {
    fn said(&self, input: Input) -> Option<Said> {
        self.said.iter().find(|(of, _)| *of == input).map(|(_, said)| *said)
    }
}

impl Facts for Abstract<'_> {
    fn count(&self, _: Fact) -> u32 {
        0
    }

    fn is_open(&self, _: Fact) -> bool {
        false
    }

    fn words(&self, input: Input) -> impl Iterator<Item = Code> {
        let word = match self.said(input) {
            Some(Said::Answer(InputAnswer::Word(word))) => Some(word),
            Some(Said::Levels(levels)) if levels.is_one() => {
                levels.iter().next().flatten().map(Severity::code)
            }
            Some(Said::Answer(InputAnswer::NotKnown | InputAnswer::Nothing) | Said::Levels(_)) | None => None,
        };
        word.into_iter()
    }

    fn is_known(&self, input: Input) -> bool {
        match self.said(input) {
            Some(Said::Answer(answer)) => answer == InputAnswer::Nothing,
            Some(Said::Levels(levels)) => levels.is_one() && levels.iter().next() == Some(None),
            None => false,
        }
    }

    fn levels(&self) -> Option<Levels> {
        self.levels
    }

    fn amount(&self) -> Option<Money> {
        None
    }

    fn repeats(&self, _: &Recurrence) -> Truth {
        Truth::Unknown
    }
}
