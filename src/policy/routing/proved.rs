//! The checks of a routing table, before and around its proof.
//!
//! The checks of single rows come first. The proof of the whole table runs only if every row is valid: a row with an
//! undeclared word would leave holes that its author did not make. Two rows that say the same disturb no proof, so
//! that they are reported but do not prevent it.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::calendar::KnownDays;
use crate::policy::condition::check_code;
use crate::policy::fault::{FaultPlace, PolicyFault};
use crate::policy::ids::Ids;
use crate::policy::lexicon::{domain, numbers_of};
use crate::policy::limits::{MAX_COMBINATIONS, MAX_INPUTS, MAX_ROWS, MAX_WORDS};
use crate::policy::routing::compiled::RoutingTable;
use crate::policy::routing::hit_policy::HitPolicy;
use crate::policy::routing::part::count_parts;
use crate::policy::routing::proof::prove;
use crate::policy::routing::row::{Cell, CellTest, Row};
use crate::policy::routing::table::Routing;
use crate::taxonomy::Taxonomy;
use crate::vocab::{Act, Code, Facet, Input, Severity, Word};

impl Routing {
    /// Compiles the table, and adds everything that is wrong with it to `faults`.
    pub(crate) fn proved(
        self,
        taxonomy: &Taxonomy,
        levels: Option<&[Severity]>,
        may_be_unrated: bool,
        known: Option<KnownDays>,
        faults: &mut Vec<PolicyFault>,
    ) -> RoutingTable {
        if self.rows.len() > MAX_ROWS {
            faults.push(PolicyFault::TooManyRows { rows: self.rows.len() });
            return RoutingTable::compiled(Self::none(), |_| 0..0, |_| Vec::new());
        }
        if self.inputs.len() > MAX_INPUTS {
            faults.push(PolicyFault::TooManyInputs { inputs: self.inputs.len() });
            return RoutingTable::compiled(Self::none(), |_| 0..0, |_| Vec::new());
        }
        let before = faults.len();
        if self.inputs.contains(&Input::Word(Facet::Fact)) {
            faults.push(PolicyFault::RoutedByFact);
        }
        let twice = self.prove_rows(taxonomy, levels, known, faults);
        let sound = faults.len() == before;
        faults.extend(twice);
        let domain = |input: Input| -> Vec<Code> {
            match input {
                Input::Severity => levels.unwrap_or_default().iter().map(|level| level.code()).collect(),
                Input::Word(_) => domain(input, taxonomy).collect(),
            }
        };
        let numbers = |input| numbers_of(input, taxonomy).unwrap_or_default();
        let table = RoutingTable::compiled(self, numbers, domain);
        // A table with undeclared words has holes that its author did not make.
        if sound {
            prove(&table, may_be_unrated, faults);
        }
        table
    }

    /// Adds what is wrong with each row, and returns the rows that repeat another one: they disturb no proof.
    fn prove_rows(
        &self,
        taxonomy: &Taxonomy,
        levels: Option<&[Severity]>,
        known: Option<KnownDays>,
        faults: &mut Vec<PolicyFault>,
    ) -> Vec<PolicyFault> {
        let mut twice = Vec::new();
        let (mut ids, mut same) = (Ids::default(), BTreeMap::new());
        for (place, input) in self.inputs.iter().enumerate() {
            if self.inputs.iter().take(place).any(|other| other == input) {
                faults.push(PolicyFault::InputTwice { place: FaultPlace::Routing, input: *input });
            }
        }
        if self.hit_policy(Act::Owner) == HitPolicy::Collect {
            faults.push(PolicyFault::OwnersCollected);
        }
        for row in self.rows.as_slice() {
            let place = FaultPlace::Row(row.id);
            faults.extend(ids.add(row.id, place));
            let parts = count_parts(row);
            if self.hit_policy(row.act) == HitPolicy::Unique && parts > MAX_COMBINATIONS {
                faults.push(PolicyFault::RowDepths { row: row.id, parts });
            }
            for (at, cell) in row.cells.iter().enumerate() {
                self.prove_cell(row, at, cell, taxonomy, levels, faults);
            }
            in_use(row.assignee.department(), place, taxonomy, known, faults);
            in_use(row.assignee.role(), place, taxonomy, known, faults);
            let mut cells = row.cells.clone();
            for cell in &mut cells {
                if let CellTest::OneOf(words) = &mut cell.test {
                    words.sort_unstable();
                    words.dedup();
                }
            }
            cells.sort_unstable();
            if self.hit_policy(row.act) == HitPolicy::Collect
                && let Some(earlier) = same.insert((row.act as usize, cells, row.assignee), row.id)
            {
                twice.push(PolicyFault::RowTwice { row: row.id, earlier });
            }
        }
        twice
    }

    fn prove_cell(
        &self,
        row: &Row,
        at: usize,
        cell: &Cell,
        taxonomy: &Taxonomy,
        levels: Option<&[Severity]>,
        faults: &mut Vec<PolicyFault>,
    ) {
        let (place, input) = (FaultPlace::Row(row.id), cell.input);
        if !self.inputs.contains(&input) {
            faults.push(PolicyFault::InputNotDeclared { row: row.id, input });
        }
        if row.cells.iter().take(at).any(|other| other.input == input) {
            faults.push(PolicyFault::InputTwice { place, input });
        }
        let codes = match &cell.test {
            CellTest::OneOf(codes) => codes.as_slice(),
            CellTest::Under(code) => core::slice::from_ref(code),
            CellTest::NotKnown if input == Input::MARK => {
                faults.push(PolicyFault::AlwaysKnown { row: row.id, input });
                return;
            }
            CellTest::NotKnown | CellTest::Nothing => return,
        };
        if codes.is_empty() || codes.len() > MAX_WORDS {
            faults.push(PolicyFault::CellWords { row: row.id, input, words: codes.len() });
        }
        match (input.facet(), levels) {
            (Some(facet), _) => {
                let undeclared = codes.iter().filter_map(|code| check_code(taxonomy, facet, code));
                faults.extend(undeclared.map(|error| PolicyFault::Undeclared { place, error }));
            }
            (None, None) => faults.push(PolicyFault::NoSeverityRules { place }),
            (None, Some(_)) if codes.is_empty() => {}
            (None, Some(levels)) => {
                let asked = Severity::ALL.iter().filter(|level| codes.contains(&level.code()));
                // `serious or higher` may include a level that the organisation does not use, but not only such levels.
                if !asked.clone().any(|level| levels.contains(level)) {
                    debug_assert!(asked.clone().next().is_some(), "{codes:?} are no levels");
                    let level = asked.copied().next();
                    let words = codes.len();
                    faults.push(match level {
                        Some(level) => PolicyFault::LevelNotDeclared { place, level },
                        None => PolicyFault::CellWords { row: row.id, input, words },
                    });
                }
            }
        }
    }
}

/// Checks that a department or a role is in use on the first and on the last day of the calendar.
fn in_use<W: Word>(
    word: Option<W>,
    place: FaultPlace,
    taxonomy: &Taxonomy,
    known: Option<KnownDays>,
    faults: &mut Vec<PolicyFault>,
) {
    let Some(word) = word else { return };
    let checked = match known {
        Some(known) => {
            let first = taxonomy.check_new(word, known.first());
            first.and_then(|()| taxonomy.check_new(word, known.last()))
        }
        None => taxonomy.check_known(word),
    };
    let error = checked.err();
    faults.extend(error.map(|error| PolicyFault::Undeclared { place, error }));
}
