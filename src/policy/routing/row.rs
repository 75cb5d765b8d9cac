//! A row of a routing table.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use crate::policy::cited::cited;
use crate::vocab::{Act, Code, Department, Facet, Input, Role, RuleId, Severity, Word};

/// A row of a routing table: it assigns the complaints that match all of its cells to somebody, for one act.
///
/// An input without a cell may be anything, known or not.
///
/// # Example
///
/// ```
/// use redress::policy::routing::{Cell, Row};
/// use redress::vocab::kind::CauseGroup;
/// use redress::vocab::{Act, Cause, Department, Role, RuleId, Severity};
/// use redress::word;
///
/// let transport = Row::owner(word!(RuleId, "transport"), Department::STORAGE_TRANSPORT)
///     .with_cell(Cell::under(Cause::from(CauseGroup::DELIVERY)))
///     .with_citation("complaint manual, 3.1");
/// let manager = Row::to_role(word!(RuleId, "manager"), Act::Copy, Role::MANAGER)
///     .with_cell(Cell::severity_at_least(Severity::Serious));
/// assert_eq!(transport.assignee().department(), Some(Department::STORAGE_TRANSPORT));
/// assert_eq!((manager.act(), manager.assignee().role()), (Act::Copy, Some(Role::MANAGER)));
/// ```
///
/// # In a document
///
/// | Key | Value |
/// |---|---|
/// | `row` | the id |
/// | `act` | what the row assigns, such as `owner` or `copy` |
/// | `department`, `role` | the assignee: either one, or both |
/// | `unit-concerned-or` | instead of `department`: the unit that the complaint is about, or else this department |
/// | `when` | a map from inputs to cells |
/// | `citation` | where the row comes from |
///
/// A cell is a word, a list of words, `{"under": word}` or `{"known": false}`. For demands and marks it can be
/// `{"nothing": true}` too.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Row {
    pub(crate) id: RuleId,
    pub(crate) act: Act,
    pub(crate) cells: Vec<Cell>,
    pub(crate) assignee: Assignee,
    pub(crate) citation: Cow<'static, str>,
}

/// Somebody to whom a row assigns complaints.
///
/// # Example
///
/// ```
/// use redress::policy::routing::Assignee;
/// use redress::vocab::{Department, Role};
///
/// let manager = Assignee::RoleInUnitConcerned(Role::MANAGER, Department::COMPANY);
/// assert!(manager.is_unit_concerned());
/// assert_eq!(manager.role(), Some(Role::MANAGER));
/// assert_eq!(manager.department(), Some(Department::COMPANY)); // if the complaint names no unit
/// ```
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
#[expect(clippy::exhaustive_enums, reason = "a unit, a role in it, or a role wherever it is")]
pub enum Assignee {
    /// This department.
    Department(Department),
    /// Somebody with this role in this department.
    RoleIn(Role, Department),
    /// Somebody with this role, in any department.
    Role(Role),
    /// The unit that the complaint is about, or this department if the complaint names none.
    UnitConcerned(Department),
    /// Somebody with this role in the unit that the complaint is about, or in this department if the complaint names
    /// none.
    RoleInUnitConcerned(Role, Department),
}

impl Assignee {
    /// Returns the named department. For [`UnitConcerned`](Self::UnitConcerned) it is the one that applies if the
    /// complaint names no unit.
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

    /// Returns whether the unit that the complaint is about takes the place of the named department, if it is known.
    #[must_use]
    pub const fn is_unit_concerned(&self) -> bool {
        matches!(self, Self::UnitConcerned(_) | Self::RoleInUnitConcerned(..))
    }

    /// Returns the role, or `None` if the whole department is assigned.
    #[must_use]
    pub const fn role(&self) -> Option<Role> {
        match self {
            Self::RoleIn(role, _) | Self::Role(role) | Self::RoleInUnitConcerned(role, _) => Some(*role),
            Self::Department(_) | Self::UnitConcerned(_) => None,
        }
    }
}

/// A cell of a row: what the row asks of one input.
///
/// # Example: the word itself, or the words below it
///
/// ```
/// use redress::policy::routing::{Cell, CellTest};
/// use redress::vocab::{Cause, Input};
///
/// let exact = Cell::is(Cause::SERVICE_ATTITUDE);
/// let below = Cell::under(Cause::SERVICE_ATTITUDE); // also matches causes below it
/// assert_eq!(exact.input(), Input::CAUSE);
/// assert!(matches!(exact.test(), CellTest::OneOf(words) if words.len() == 1));
/// assert!(matches!(below.test(), CellTest::Under(_)));
/// ```
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Cell {
    pub(crate) input: Input,
    pub(crate) test: CellTest,
}

/// The test of a cell.
///
/// # Example
///
/// ```
/// use redress::policy::routing::{Cell, CellTest};
/// use redress::vocab::Input;
///
/// assert_eq!(Cell::no_demand().test(), &CellTest::Nothing); // the complainant demands nothing
/// assert_eq!(Cell::not_known(Input::DEMAND).test(), &CellTest::NotKnown); // nobody has asked yet
/// ```
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
#[expect(clippy::exhaustive_enums, reason = "the cells of the tables; an input without one may be anything")]
pub enum CellTest {
    /// The word is exactly one of these. Words below them do not match.
    OneOf(Vec<Code>),
    /// The word is this one, or lies below it.
    Under(Code),
    /// The complaint has no word for the input yet.
    NotKnown,
    /// It is known that there is no word: the complainant demands nothing, or no rule gave a mark.
    Nothing,
}

impl Cell {
    /// Creates a cell that matches exactly this word.
    #[must_use]
    pub fn is<W: Word>(word: W) -> Self {
        Self::one_of([word])
    }

    /// Creates a cell that matches exactly these words. All words belong to one facet.
    ///
    /// ```
    /// use redress::policy::routing::{Cell, CellTest};
    /// use redress::vocab::Category;
    ///
    /// let cell = Cell::one_of([Category::PRODUCT_QUALITY, Category::SERVICE_PROCESS]);
    /// assert!(matches!(cell.test(), CellTest::OneOf(words) if words.len() == 2));
    /// ```
    #[must_use]
    pub fn one_of<W: Word>(words: impl IntoIterator<Item = W>) -> Self {
        Self {
            input: Input::from(W::FACET),
            test: CellTest::OneOf(words.into_iter().map(Into::into).collect()),
        }
    }

    /// Creates a cell that matches this word and every word below it.
    #[must_use]
    pub fn under<W: Word>(word: W) -> Self {
        Self { input: Input::from(W::FACET), test: CellTest::Under(word.into()) }
    }

    /// Creates a cell that matches exactly these words of a facet. Use it for the facets that an organisation adds.
    ///
    /// # Example
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

    /// Creates a cell that matches this word of a facet and every word below it. Use it for the facets that an
    /// organisation adds.
    ///
    /// ```
    /// use redress::policy::routing::{Cell, CellTest};
    /// use redress::vocab::{Code, Facet, OwnFacet};
    /// use redress::word;
    ///
    /// const STORE: Facet = Facet::Own(word!(OwnFacet, "acme:store"));
    /// let berlin = Code::from_static("berlin");
    /// assert_eq!(Cell::under_code(STORE, berlin).test(), &CellTest::Under(berlin)); // "berlin.mitte" matches too
    /// ```
    #[must_use]
    pub fn under_code(facet: Facet, word: Code) -> Self {
        Self { input: facet.into(), test: CellTest::Under(word) }
    }

    /// Creates a cell that matches exactly these severity levels.
    #[must_use]
    pub fn severity(levels: impl IntoIterator<Item = Severity>) -> Self {
        let levels = levels.into_iter().map(Severity::code);
        Self { input: Input::Severity, test: CellTest::OneOf(levels.collect()) }
    }

    /// Creates a cell that matches this severity level and the higher ones.
    ///
    /// ```
    /// use redress::policy::routing::Cell;
    /// use redress::vocab::Severity;
    ///
    /// assert_eq!(
    ///     Cell::severity_at_least(Severity::Serious),
    ///     Cell::severity([Severity::Serious, Severity::Critical]),
    /// );
    /// ```
    #[must_use]
    pub fn severity_at_least(level: Severity) -> Self {
        Self::severity(Severity::ALL.iter().copied().filter(|other| *other >= level))
    }

    /// Creates a cell that matches a complaint without a word for the input. The marks of a complaint are always
    /// known, so a policy refuses this cell for them.
    ///
    /// # Example: a desk that asks back
    ///
    /// ```
    /// use redress::policy::routing::{Cell, Row};
    /// use redress::policy::{Policy, Routing};
    /// use redress::sample;
    /// use redress::triage::{History, triage};
    /// use redress::vocab::{Department, Input, RuleId};
    /// use redress::word;
    ///
    /// let ask = Row::owner(word!(RuleId, "ask"), Department::FRONT_DESK).with_cell(Cell::not_known(Input::SUBJECT));
    /// let routing = Routing::by([Input::SUBJECT])
    ///     .with_row(ask)
    ///     .with_row(Row::owner(word!(RuleId, "rest"), Department::QUALITY));
    /// let policy = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(routing).build()?;
    /// let complaint = sample::complaint()?; // has no subject
    /// assert_eq!(triage(&policy, &complaint, &History::none())?.department(), Some(Department::FRONT_DESK));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn not_known(input: Input) -> Self {
        Self { input, test: CellTest::NotKnown }
    }

    /// Creates a cell that matches a complaint whose complainant demands nothing.
    #[must_use]
    pub const fn no_demand() -> Self {
        Self { input: Input::DEMAND, test: CellTest::Nothing }
    }

    /// Creates a cell that matches a complaint to which no rule gave a mark.
    #[must_use]
    pub const fn no_mark() -> Self {
        Self { input: Input::MARK, test: CellTest::Nothing }
    }

    /// Returns the input that this cell asks about.
    #[must_use]
    pub const fn input(&self) -> Input {
        self.input
    }

    /// Returns the test of this cell.
    #[must_use]
    pub const fn test(&self) -> &CellTest {
        &self.test
    }
}

cited!(Row);

impl Row {
    /// Creates a row that assigns complaints to a department. Reasons and errors name the row by its id, which must
    /// be unique in the table.
    #[must_use]
    pub const fn new(id: RuleId, act: Act, department: Department) -> Self {
        Self::to(id, act, Assignee::Department(department))
    }

    /// Creates a row that makes a department the owner.
    #[must_use]
    pub const fn owner(id: RuleId, department: Department) -> Self {
        Self::new(id, Act::Owner, department)
    }

    /// Creates a row that assigns complaints to whoever holds a role, in any department.
    #[must_use]
    pub const fn to_role(id: RuleId, act: Act, role: Role) -> Self {
        Self::to(id, act, Assignee::Role(role))
    }

    /// Creates a row that assigns complaints to the unit that they are about, or to `otherwise` if they name none.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::policy::routing::Row;
    /// use redress::policy::{Policy, Routing};
    /// use redress::sample;
    /// use redress::triage::{History, triage};
    /// use redress::vocab::{Act, Department, RuleId};
    /// use redress::word;
    ///
    /// let unit = Row::to_unit_concerned(word!(RuleId, "unit"), Act::Owner, Department::COMPANY);
    /// let policy = Policy::builder("desk").version("1")
    ///     .calendar(sample::calendar()?)
    ///     .routing(Routing::by([]).with_row(unit))
    ///     .build()?;
    /// let complaint = sample::complaint()?;
    /// assert_eq!(triage(&policy, &complaint, &History::none())?.department(), Some(Department::COMPANY));
    /// let about_sales = complaint.with_unit(Department::SALES);
    /// assert_eq!(triage(&policy, &about_sales, &History::none())?.department(), Some(Department::SALES));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn to_unit_concerned(id: RuleId, act: Act, otherwise: Department) -> Self {
        Self::to(id, act, Assignee::UnitConcerned(otherwise))
    }

    /// Creates a row that assigns complaints to any kind of assignee.
    #[must_use]
    pub const fn to(id: RuleId, act: Act, assignee: Assignee) -> Self {
        Self { id, act, cells: Vec::new(), assignee, citation: Cow::Borrowed("") }
    }

    /// Adds a cell. A complaint must match all cells of the row, and a row has at most one cell for each input.
    ///
    /// ```
    /// use redress::policy::routing::{Cell, Row};
    /// use redress::vocab::kind::Medium;
    /// use redress::vocab::{Category, Department, RuleId};
    /// use redress::word;
    ///
    /// let row = Row::owner(word!(RuleId, "letters"), Department::QUALITY)
    ///     .with_cell(Cell::under(Category::PRODUCT_QUALITY))
    ///     .with_cell(Cell::is(Medium::WRITTEN));
    /// assert_eq!(row.cells().len(), 2);
    /// ```
    #[must_use]
    pub fn with_cell(mut self, cell: Cell) -> Self {
        self.cells.push(cell);
        self
    }

    /// Returns what this row assigns, such as ownership or a copy.
    #[must_use]
    pub const fn act(&self) -> Act {
        self.act
    }

    /// Returns the cells, in the order of their declaration.
    #[must_use]
    pub fn cells(&self) -> &[Cell] {
        &self.cells
    }

    /// Returns to whom this row assigns complaints.
    #[must_use]
    pub const fn assignee(&self) -> Assignee {
        self.assignee
    }

    pub(crate) fn test(&self, input: Input) -> Option<&CellTest> {
        self.cells.iter().find(|cell| cell.input == input).map(|cell| &cell.test)
    }
}
