//! Routing tables as one description for the library and for the oracle, and the linear scan over their rows.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use redress::policy::Routing;
use redress::policy::routing::{Assignee, Cell, HitPolicy, RoutingGaps, Row};
use redress::vocab::kind::{ClaimKind, Medium};
use redress::vocab::track::Containment;
use redress::vocab::{
    Act, Category, Cause, Channel, Code, Demand, Department, FaultParty, Input, Region, RuleId, Severity,
    Subject, Word,
};

use crate::tables::asks::{Kleene, all_of, is_or_under};
use crate::tables::world::{LEVELS, Model, level_code};

/// What a row asks of an input.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Test {
    OneOf(Vec<Code>),
    Under(Code),
    NotKnown,
    Nothing,
}

#[derive(Clone)]
pub(crate) struct Line {
    pub(crate) id: RuleId,
    pub(crate) act: Act,
    pub(crate) cells: BTreeMap<Input, Test>,
    pub(crate) to: Assignee,
}

#[derive(Clone, Debug)]
pub(crate) struct Table {
    pub(crate) inputs: Vec<Input>,
    pub(crate) lines: Vec<Line>,
    pub(crate) hits: Vec<(Act, HitPolicy)>,
}

/// What is known of an input.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Known {
    Word(Code),
    /// Some word that no row asks for.
    Other,
    Nothing,
    Unset,
    /// One of several levels, by the bits of [`LEVELS`], or after them none.
    Among(u8),
}

impl Known {
    pub(crate) const fn is_unset(self) -> bool {
        matches!(self, Self::Unset | Self::Among(_))
    }
}

/// A level that is one of these.
pub(crate) fn among(levels: &BTreeSet<Option<Severity>>) -> Known {
    let known =
        |level: &Option<Severity>| level.map_or(Known::Nothing, |level| Known::Word(level_code(level)));
    if let [level] = levels.iter().collect::<Vec<_>>()[..] {
        return known(level);
    }
    let place =
        |level: &Option<Severity>| LEVELS.iter().position(|of| Some(*of) == *level).unwrap_or(LEVELS.len());
    Known::Among(levels.iter().fold(0, |bits, level| bits | 1 << place(level)))
}

/// The levels that it may be.
pub(crate) fn levels_of(among: u8) -> Vec<Known> {
    let levels = LEVELS.into_iter().map(|level| Known::Word(level_code(level))).chain([Known::Nothing]);
    levels.enumerate().filter(|(bit, _)| among >> bit & 1 == 1).map(|(_, level)| level).collect()
}

/// What is known of every input of a table.
pub(crate) type Point = BTreeMap<Input, Known>;

fn typed_cell<W: Word>(test: &Test) -> Cell {
    match test {
        Test::OneOf(words) => match words.as_slice() {
            [word] => Cell::is(W::from_code(*word)),
            words => Cell::one_of(words.iter().map(|&word| W::from_code(word))),
        },
        Test::Under(word) => Cell::under(W::from_code(*word)),
        Test::NotKnown => Cell::not_known(Input::from(W::FACET)),
        Test::Nothing => Cell::no_demand(),
    }
}

fn cell(input: Input, test: &Test) -> Cell {
    match input {
        Input::CATEGORY => typed_cell::<Category>(test),
        Input::SUBJECT => typed_cell::<Subject>(test),
        Input::CAUSE => typed_cell::<Cause>(test),
        Input::FAULT_PARTY => typed_cell::<FaultParty>(test),
        Input::CLAIM_KIND => typed_cell::<ClaimKind>(test),
        Input::DEMAND => typed_cell::<Demand>(test),
        Input::CHANNEL => typed_cell::<Channel>(test),
        Input::MEDIUM => typed_cell::<Medium>(test),
        Input::REGION => typed_cell::<Region>(test),
        Input::CONTAINMENT => typed_cell::<Containment>(test),
        Input::UNIT => typed_cell::<Department>(test),
        Input::Severity => match test {
            Test::OneOf(words) => Cell::severity(words.iter().map(|word| word.as_str().parse().unwrap())),
            Test::Under(word) => Cell::severity_at_least(word.as_str().parse().unwrap()),
            Test::NotKnown | Test::Nothing => Cell::not_known(Input::Severity),
        },
        other => panic!("{other}"),
    }
}

impl fmt::Debug for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.id, self.act)?;
        for (input, test) in &self.cells {
            match test {
                Test::OneOf(words) => {
                    write!(f, " {input} of")?;
                    words.iter().try_for_each(|word| write!(f, " {word}"))?;
                }
                Test::Under(word) => write!(f, " {input} under {word}")?,
                Test::NotKnown => write!(f, " {input} not known")?,
                Test::Nothing => write!(f, " {input} nothing")?,
            }
        }
        write!(f, " -> {:?}", self.to)
    }
}

impl Line {
    pub(crate) fn row(&self) -> Row {
        let row = match self.to {
            Assignee::Department(department) if self.act == Act::Owner => Row::owner(self.id, department),
            to => Row::to(self.id, self.act, to),
        };
        self.cells.iter().fold(row, |row, (input, test)| row.with_cell(cell(*input, test)))
    }

    pub(crate) fn has_not_known(&self) -> bool {
        self.cells.values().any(|test| *test == Test::NotKnown)
    }

    /// The words that a cell asks for.
    fn fits_word(input: Input, test: &Test, word: Code) -> bool {
        match test {
            Test::OneOf(words) => words.contains(&word),
            Test::Under(other) if input == Input::Severity => {
                let level = |code: Code| -> Severity { code.as_str().parse().unwrap() };
                level(word) >= level(*other)
            }
            Test::Under(other) => is_or_under(word, *other),
            Test::NotKnown | Test::Nothing => false,
        }
    }

    fn fits_one(input: Input, test: &Test, known: Known) -> Kleene {
        match (known, test) {
            (Known::Word(word), test) => Some(Self::fits_word(input, test, word)),
            (Known::Nothing, test) => Some(*test == Test::Nothing),
            (Known::Other, _) => Some(false),
            (Known::Unset | Known::Among(_), Test::NotKnown) => Some(true),
            (Known::Unset, _) => None,
            (Known::Among(levels), test) => {
                let mut fits = levels_of(levels).into_iter().map(|level| Self::fits_one(input, test, level));
                let first = fits.next().unwrap();
                if fits.all(|other| other == first) { first } else { None }
            }
        }
    }

    /// Whether a row matches where one thing is known of each input.
    pub(crate) fn fits(&self, point: &Point) -> Kleene {
        all_of(self.cells.iter().map(|(input, test)| Self::fits_one(*input, test, point[input])))
    }

    /// Whether a row matches any of the words of each input, of a complaint that may have these levels.
    pub(crate) fn fits_any(&self, model: &Model, levels: &BTreeSet<Option<Severity>>) -> Kleene {
        all_of(self.cells.iter().map(|(input, test)| {
            if *input == Input::Severity {
                return Self::fits_one(*input, test, among(levels));
            }
            match test {
                Test::NotKnown => Some(model.is_unset(*input)),
                _ if model.is_unset(*input) => None,
                Test::Nothing => Some(model.wants_nothing),
                test => Some(model.words(*input).iter().any(|&word| Self::fits_word(*input, test, word))),
            }
        }))
    }

    /// How specific it is at a point that it matches, by every input in turn: a word itself before all that is under it,
    /// a nearer parent before a farther one, and anything at last.
    pub(crate) fn rank(&self, inputs: &[Input], point: &Point) -> Vec<usize> {
        let depth = |word: Code| word.as_str().matches('.').count() + 1;
        let of = |input: &Input| match (self.cells.get(input), point[input]) {
            (None, _) => 0,
            (Some(Test::NotKnown | Test::Nothing), _) => usize::MAX,
            // Levels stand beside each other.
            (Some(_), _) if *input == Input::Severity => 3,
            (Some(Test::OneOf(_)), Known::Word(word)) => depth(word) * 2 + 1,
            (Some(Test::Under(word)), _) => depth(*word) * 2,
            (Some(test), known) => panic!("{test:?} does not match {known:?}"),
        };
        inputs.iter().map(of).collect()
    }
}

impl Table {
    pub(crate) fn hit(&self, act: Act) -> HitPolicy {
        let own = self.hits.iter().rev().find(|(of, _)| *of == act).map(|(_, hit)| *hit);
        own.unwrap_or(if act == Act::Owner { HitPolicy::Unique } else { HitPolicy::Collect })
    }

    pub(crate) fn routing(&self, gaps: RoutingGaps) -> Routing {
        let routing = Routing::by(self.inputs.iter().copied()).with_rows(self.lines.iter().map(Line::row));
        self.hits
            .iter()
            .fold(routing.with_gaps(gaps), |routing, (act, hit)| routing.with_hit_policy(*act, *hit))
    }

    pub(crate) fn has_not_known(&self) -> bool {
        self.lines.iter().any(Line::has_not_known)
    }

    pub(crate) fn without(mut self, ids: &BTreeSet<RuleId>) -> Self {
        self.lines.retain(|line| !ids.contains(&line.id));
        self
    }

    /// What is known of a complaint that may have these levels, by the first word of each input.
    pub(crate) fn point(&self, model: &Model, levels: &BTreeSet<Option<Severity>>) -> Point {
        let known = |input: Input| match (input, model.words(input).first()) {
            (Input::Severity, _) => among(levels),
            (_, Some(word)) => Known::Word(*word),
            (input, None) if model.is_unset(input) => Known::Unset,
            _ => Known::Nothing,
        };
        self.inputs.iter().map(|&input| (input, known(input))).collect()
    }

    /// The rows that decide at a point, all of one rank; a row that asks for the words of an unset input does not match.
    pub(crate) fn deciding(&self, act: Act, point: &Point) -> Vec<&Line> {
        let matching = self.lines.iter().filter(|line| line.act == act && line.fits(point) == Some(true));
        match self.hit(act) {
            HitPolicy::First => matching.take(1).collect(),
            HitPolicy::Collect => matching.collect(),
            HitPolicy::Unique => {
                let matching: Vec<(Vec<usize>, &Line)> =
                    matching.map(|line| (line.rank(&self.inputs, point), line)).collect();
                let best = matching.iter().map(|(rank, _)| rank).max();
                matching.iter().filter(|(rank, _)| Some(rank) == best).map(|(_, line)| *line).collect()
            }
        }
    }
}

/// Every point where the unset inputs of a point, other than those kept, have one of their values.
pub(crate) fn completions(
    point: &Point,
    kept: &BTreeSet<Input>,
    values: impl Fn(Input) -> Vec<Known>,
) -> Vec<Point> {
    let mut points = vec![point.clone()];
    for (&input, _) in point.iter().filter(|(input, known)| known.is_unset() && !kept.contains(*input)) {
        let with = |point: &Point, value: Known| {
            let mut point = point.clone();
            point.insert(input, value);
            point
        };
        let values = values(input);
        points =
            points.iter().flat_map(|point| values.iter().map(move |&value| with(point, value))).collect();
    }
    points
}
