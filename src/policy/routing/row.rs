//! One row of a routing table.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use crate::policy::cited::cited;
use crate::vocab::{Act, Code, Department, Facet, Input, Role, RuleId, Severity, Word};

/// A row that routes the complaints which all its cells match to somebody, for one act.
///
/// An input without a cell may be anything, known or not.
///
/// ```
/// use redress::policy::routing::{Cell, Row};
/// use redress::vocab::{Act, Cause, Department, Role, RuleId, Severity};
/// use redress::vocab::kind::CauseGroup;
/// use redress::word;
///
/// let transport = Row::owner(word!(RuleId, "s03-r06"), Department::STORAGE_TRANSPORT)
///     .with_cell(Cell::under(Cause::from(CauseGroup::DELIVERY)))
///     .with_citation("S03-R06");
/// let manager = Row::to_role(word!(RuleId, "manager"), Act::Copy, Role::MANAGER)
///     .with_cell(Cell::severity_at_least(Severity::Serious));
/// assert_eq!(transport.assignee().department(), Some(Department::STORAGE_TRANSPORT));
/// assert_eq!(manager.act(), Act::Copy);
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Row {
    pub(crate) id: RuleId,
    pub(crate) act: Act,
    pub(crate) cells: Vec<Cell>,
    pub(crate) assignee: Assignee,
    pub(crate) citation: Cow<'static, str>,
}

/// Whom a row routes to.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
#[expect(clippy::exhaustive_enums, reason = "a unit, a role in it, or a role wherever it is")]
pub enum Assignee {
    /// A department.
    Department(Department),
    /// A role in a department.
    RoleIn(Role, Department),
    /// A role, wherever it is held.
    Role(Role),
    /// The unit that the complaint is about; where the complaint names none, this department.
    UnitConcerned(Department),
    /// A role in the unit that the complaint is about; where the complaint names none, in this department.
    RoleInUnitConcerned(Role, Department),
}

impl Assignee {
    /// The department it names.
    #[must_use]
    pub const fn department(&self) -> Option<Department> {
        match self {
            Self::Department(unit)
            | Self::RoleIn(_, unit)
            | Self::UnitConcerned(unit)
            | Self::RoleInUnitConcerned(_, unit) => Some(*unit),
            Self::Role(_) => None,
        }
    }

    /// Whether it is the unit that the complaint is about, where that is known.
    #[must_use]
    pub const fn is_unit_concerned(&self) -> bool {
        matches!(self, Self::UnitConcerned(_) | Self::RoleInUnitConcerned(..))
    }

    /// The role it names.
    #[must_use]
    pub const fn role(&self) -> Option<Role> {
        match self {
            Self::RoleIn(role, _) | Self::Role(role) | Self::RoleInUnitConcerned(role, _) => Some(*role),
            Self::Department(_) | Self::UnitConcerned(_) => None,
        }
    }
}

/// What a row asks of one input.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Cell {
    pub(crate) input: Input,
    pub(crate) test: CellTest,
}

/// How a cell asks.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
#[expect(clippy::exhaustive_enums, reason = "the cells of the tables; an input without one may be anything")]
pub enum CellTest {
    /// The word is one of these, themselves.
    OneOf(Vec<Code>),
    /// The word is this one, or a child of it.
    Under(Code),
    /// The complaint has no word for the input yet.
    NotKnown,
    /// It is known that the input has no word: the complainant wants nothing, or no rule marked the complaint.
    Nothing,
}

impl Cell {
    /// The word is this one, itself.
    #[must_use]
    pub fn is<W: Word>(word: W) -> Self {
        Self::one_of([word])
    }

    /// The word is one of these, themselves.
    #[must_use]
    pub fn one_of<W: Word>(words: impl IntoIterator<Item = W>) -> Self {
        Self {
            input: Input::from(W::FACET),
            test: CellTest::OneOf(words.into_iter().map(Into::into).collect()),
        }
    }

    /// The word is this one, or a child of it.
    #[must_use]
    pub fn under<W: Word>(word: W) -> Self {
        Self { input: Input::from(W::FACET), test: CellTest::Under(word.into()) }
    }

    /// A word of a facet is one of these, themselves, by their codes, as of a facet that the organisation adds.
    ///
    /// ```
    /// use redress::policy::routing::Cell;
    /// use redress::vocab::{Code, Facet, Input, OwnFacet};
    /// use redress::word;
    ///
    /// const STORE: Facet = Facet::Own(word!(OwnFacet, "acme:store"));
    /// let cell = Cell::one_of_codes(STORE, [Code::from_static("berlin.mitte")]);
    /// assert_eq!(cell.input(), Input::from(STORE));
    /// ```
    #[must_use]
    pub fn one_of_codes(facet: Facet, words: impl IntoIterator<Item = Code>) -> Self {
        Self { input: facet.into(), test: CellTest::OneOf(words.into_iter().collect()) }
    }

    /// A word of a facet is this one, or a child of it, by its code.
    #[must_use]
    pub fn under_code(facet: Facet, word: Code) -> Self {
        Self { input: facet.into(), test: CellTest::Under(word) }
    }

    /// The severity is one of these.
    #[must_use]
    pub fn severity(levels: impl IntoIterator<Item = Severity>) -> Self {
        let levels = levels.into_iter().map(Severity::code);
        Self { input: Input::Severity, test: CellTest::OneOf(levels.collect()) }
    }

    /// The severity is this level, or a higher one.
    #[must_use]
    pub fn severity_at_least(level: Severity) -> Self {
        Self::severity(Severity::ALL.iter().copied().filter(|other| *other >= level))
    }

    /// The complaint has no word for the input yet.
    #[must_use]
    pub const fn not_known(input: Input) -> Self {
        Self { input, test: CellTest::NotKnown }
    }

    /// The complainant wants nothing.
    #[must_use]
    pub const fn no_demand() -> Self {
        Self { input: Input::DEMAND, test: CellTest::Nothing }
    }

    /// No rule marked the complaint.
    #[must_use]
    pub const fn no_mark() -> Self {
        Self { input: Input::MARK, test: CellTest::Nothing }
    }

    /// Which input it asks about.
    #[must_use]
    pub const fn input(&self) -> Input {
        self.input
    }

    /// How it asks.
    #[must_use]
    pub const fn test(&self) -> &CellTest {
        &self.test
    }
}

cited!(Row);

impl Row {
    /// A row with the id that reasons name it by: a department gets the complaint for an act.
    #[must_use]
    pub const fn new(id: RuleId, act: Act, department: Department) -> Self {
        Self::to(id, act, Assignee::Department(department))
    }

    /// A row that makes a department the owner.
    #[must_use]
    pub const fn owner(id: RuleId, department: Department) -> Self {
        Self::new(id, Act::Owner, department)
    }

    /// A row to whoever holds a role.
    #[must_use]
    pub const fn to_role(id: RuleId, act: Act, role: Role) -> Self {
        Self::to(id, act, Assignee::Role(role))
    }

    /// A row to the unit that the complaint is about; where it names none, to a department.
    #[must_use]
    pub const fn to_unit_concerned(id: RuleId, act: Act, otherwise: Department) -> Self {
        Self::to(id, act, Assignee::UnitConcerned(otherwise))
    }

    /// A row to anybody.
    #[must_use]
    pub const fn to(id: RuleId, act: Act, assignee: Assignee) -> Self {
        Self { id, act, cells: Vec::new(), assignee, citation: Cow::Borrowed("") }
    }

    /// Keeps the row to complaints that a cell matches; all its cells must.
    #[must_use]
    pub fn with_cell(mut self, cell: Cell) -> Self {
        self.cells.push(cell);
        self
    }

    /// What it routes for.
    #[must_use]
    pub const fn act(&self) -> Act {
        self.act
    }

    /// What it asks; an input without a cell may be anything.
    #[must_use]
    pub fn cells(&self) -> &[Cell] {
        &self.cells
    }

    /// Whom it routes to.
    #[must_use]
    pub const fn assignee(&self) -> Assignee {
        self.assignee
    }

    pub(crate) fn test(&self, input: Input) -> Option<&CellTest> {
        self.cells.iter().find(|cell| cell.input == input).map(|cell| &cell.test)
    }
}
