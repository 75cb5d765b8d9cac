//! A routing table as it is written.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use crate::calendar::KnownDays;
use crate::policy::condition::{MAX_WORDS, check_code};
use crate::policy::ids::Ids;
use crate::policy::routing::list::{List, RowId};
use crate::policy::{Place, PolicyFault};
use crate::taxonomy::Taxonomy;
use crate::vocab::closed::closed_vocabulary;
use crate::vocab::{Act, Code, Input, Severity, Word};

/// The rows by which complaints are routed, over the inputs they look at.
///
/// Every act has a [`HitPolicy`]: one owner, unless said otherwise, and every row that matches for the other
/// acts. Of several rows that match, the most specific is found by the inputs in the order in which they are
/// declared: a cell for the word itself before one for what is under it, that before one for what is under a
/// parent, and that before no cell. What is not known, or known to be nothing, is asked for by no other cell.
///
/// A complaint with several words for one input is routed to one owner by the first of them; rows that are
/// collected match where any of the words does. A word that the complaint has is known for what it is: one filed
/// under a parent is not one of its children.
///
/// Facts decide by way of marks: a [`MarkRule`](crate::policy::MarkRule) marks the complaint, and a cell asks for
/// the [`Mark`](crate::vocab::Mark). All its marks count at once, for the owner too.
///
/// Where an input is not known, a row that asks about it may match or not, unless it asks for just that
/// ([`Cell::not_known`]). The answer is then undetermined, unless a row that matches surely comes to the same
/// as every row that might go before it.
///
/// As a document: `inputs` (a list), `gaps` (`refused` or `unrouted`), `hit-policies` (from an act to `unique`,
/// `first` or `collect`), and `rows`. A row has `row` (its id), `act`, somebody (a `department`, a `role`, both, or
/// `unit-concerned-or` with a department in place of `department`), and may have `when` and a `citation`. `when`
/// maps inputs to cells: a word, a list of words, `{"under": word}`, `{"known": false}`, or `{"nothing": true}` of
/// a demand or a mark.
///
/// ```
/// use redress::policy::{Cell, Row, Routing};
/// use redress::vocab::{Act, Department, Input, RuleId, Severity, Subject};
/// use redress::word;
///
/// let routing = Routing::by([Input::Subject, Input::Severity])
///     .row(Row::owner(word!(RuleId, "service"), Department::BUSINESS).when(Cell::is(Subject::SERVICE)))
///     .row(Row::owner(word!(RuleId, "rest"), Department::QUALITY))
///     .row(
///         Row::new(word!(RuleId, "told"), Act::Copy, Department::COMPANY)
///             .when(Cell::severity_at_least(Severity::Serious)),
///     );
/// assert_eq!(routing.rows().len(), 3);
/// ```
#[derive(Clone, Debug, Default, Eq, PartialEq)]
#[must_use = "a table does nothing until a policy has it"]
pub struct Routing {
    inputs: Vec<Input>,
    rows: List<RowId, Row>,
    gaps: Gaps,
    hit_policies: BTreeMap<usize, HitPolicy>,
}

impl Routing {
    /// A table over these inputs, of which the first weighs most.
    pub fn by(inputs: impl IntoIterator<Item = Input>) -> Self {
        Self { inputs: inputs.into_iter().collect(), ..Self::default() }
    }

    /// No table: nobody gets a complaint by this policy, and triage says so.
    pub fn none() -> Self {
        Self { gaps: Gaps::Unrouted, ..Self::default() }
    }

    /// Adds a row behind the others.
    pub fn row(mut self, row: Row) -> Self {
        self.rows.push(row);
        self
    }

    /// Adds rows behind the others.
    pub fn with_rows(mut self, rows: impl IntoIterator<Item = Row>) -> Self {
        for row in rows {
            self.rows.push(row);
        }
        self
    }

    /// Chooses what a complaint without an owner means; a fault unless given.
    pub const fn gaps(mut self, gaps: Gaps) -> Self {
        self.gaps = gaps;
        self
    }

    /// Chooses which rows count for an act: unless given, [`HitPolicy::Unique`] for the owner and
    /// [`HitPolicy::Collect`] for every other.
    pub fn hit_policy(mut self, act: Act, policy: HitPolicy) -> Self {
        self.hit_policies.remove(&(act as usize));
        if self.hit(act) != policy {
            self.hit_policies.insert(act as usize, policy);
        }
        self
    }

    /// The inputs, of which the first weighs most.
    #[must_use]
    pub fn inputs(&self) -> &[Input] {
        &self.inputs
    }

    /// The rows, in the order of the table.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        self.rows.as_slice()
    }

    /// What a complaint without an owner means.
    #[must_use]
    pub const fn gap(&self) -> Gaps {
        self.gaps
    }

    /// Which rows count for an act.
    #[must_use]
    pub fn hit(&self, act: Act) -> HitPolicy {
        let otherwise = if act == Act::Owner { HitPolicy::Unique } else { HitPolicy::Collect };
        self.hit_policies.get(&(act as usize)).copied().unwrap_or(otherwise)
    }

    /// The same with its rows in one order, wherever their order decides nothing: those of an act of which the first
    /// counts stay in the order of the table, all others are sorted by their ids.
    pub(in crate::policy) fn in_canonical_order(&self) -> Self {
        let Self { inputs, rows, gaps, hit_policies } = self;
        let mut places: Vec<(usize, &Row)> = rows.as_slice().iter().enumerate().collect();
        places.sort_by_key(|&(place, row)| match self.hit(row.act) {
            HitPolicy::First => (row.act.as_str(), place, None),
            HitPolicy::Unique | HitPolicy::Collect => (row.act.as_str(), 0, Some(row.id)),
        });
        let rows = places.into_iter().map(|(_, row)| row.clone()).collect();
        Self { inputs: inputs.clone(), rows, gaps: *gaps, hit_policies: hit_policies.clone() }
    }

    /// The table compiled, and everything that is wrong with it.
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
            return RoutingTable::compiled(Self::none(), |_| Vec::new());
        }
        let before = faults.len();
        let twice = self.prove_rows(taxonomy, levels, known, faults);
        let sound = faults.len() == before;
        faults.extend(twice);
        let domain = |input: Input| -> Vec<Code> {
            match input.facet() {
                Some(facet) => taxonomy.codes(facet).map(|declared| declared.word).collect(),
                None => levels.unwrap_or_default().iter().map(|level| level.code()).collect(),
            }
        };
        let table = RoutingTable::compiled(self, domain);
        // A table over words that are not there has holes that nobody made.
        if sound {
            proof::prove(&table, may_be_unrated, faults);
        }
        table
    }

    /// Finds what is wrong with each row, and gives those that say what another says: they disturb no proof.
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
                faults.push(PolicyFault::InputTwice { place: Place::Routing, input: *input });
            }
        }
        if self.hit(Act::Owner) == HitPolicy::Collect {
            faults.push(PolicyFault::OwnersCollected);
        }
        for row in self.rows.as_slice() {
            let place = Place::Row(row.id);
            faults.extend(ids.add(row.id, place));
            let parts = self::part::count_parts(row);
            if self.hit(row.act) == HitPolicy::Unique && parts > MAX_COMBINATIONS {
                faults.push(PolicyFault::RowDepths { row: row.id, parts });
            }
            for (at, cell) in row.cells.iter().enumerate() {
                self.prove_cell(row, at, cell, taxonomy, levels, faults);
            }
            in_use(row.assignee.department(), place, taxonomy, known, faults);
            in_use(row.assignee.role(), place, taxonomy, known, faults);
            let mut cells = row.cells.clone();
            for cell in &mut cells {
                if let Test::OneOf(words) = &mut cell.test {
                    words.sort_unstable();
                    words.dedup();
                }
            }
            cells.sort_unstable();
            if self.hit(row.act) == HitPolicy::Collect
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
        let (place, input) = (Place::Row(row.id), cell.input);
        if !self.inputs.contains(&input) {
            faults.push(PolicyFault::InputNotDeclared { row: row.id, input });
        }
        if row.cells.iter().take(at).any(|other| other.input == input) {
            faults.push(PolicyFault::InputTwice { place, input });
        }
        let codes = match &cell.test {
            Test::OneOf(codes) => codes.as_slice(),
            Test::Under(code) => core::slice::from_ref(code),
            Test::NotKnown if input == Input::Mark => {
                faults.push(PolicyFault::AlwaysKnown { row: row.id, input });
                return;
            }
            Test::NotKnown | Test::Nothing => return,
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
                // `serious` or higher may name a level that the organisation does not use, but not alone.
                if !asked.clone().any(|level| levels.contains(level)) {
                    let level = asked.copied().next().unwrap_or(Severity::Minor);
                    faults.push(PolicyFault::LevelNotDeclared { place, level });
                }
            }
        }
    }
}

/// A unit that is not in use while the policy's calendar runs is no unit to route to.
fn in_use<W: Word>(
    word: Option<W>,
    place: Place,
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
