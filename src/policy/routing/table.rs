//! The routing table, as it is declared.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::policy::routing::hit_policy::{HitPolicy, RoutingGaps};
use crate::policy::routing::list::{List, RowId};
use crate::policy::routing::row::Row;
use crate::vocab::{Act, Input};

/// A routing table: the rows by which complaints are assigned, and the inputs that the rows ask about.
///
/// Each act has a [`HitPolicy`]. By default a complaint has one owner, the most specific matching row, and every
/// matching row counts for the other acts.
///
/// # The most specific row
///
/// Rows are compared input by input, in the declared order: the first input weighs most. Its cells are ordered like
/// this, the most specific first:
///
/// 1. not known, or known to be nothing;
/// 2. the word itself;
/// 3. a word or those below it: the deeper the word, the more specific;
/// 4. no cell.
///
/// # Several words, marks and unknown inputs
///
/// - A complaint with several words for one input is assigned to an owner by the first of them. Rows that are
///   collected match if any of the words does.
/// - A word is taken as it is: a complaint filed under a parent does not match a cell for one of its children.
/// - Facts cannot be an input. Give a mark by a [`MarkRule`](crate::policy::severity::MarkRule), and ask for the
///   [`Mark`](crate::vocab::Mark). All marks of a complaint count at once, for the owner too.
/// - If an input is not known, a row that asks about it may match or not, unless it asks for exactly that
///   ([`Cell::not_known`](crate::policy::routing::Cell::not_known)). The answer is then undetermined, unless a row
///   that surely matches has the same assignee as every row that might take precedence over it.
///
/// # Example: the more specific row decides
///
/// ```
/// use redress::policy::routing::{Cell, Row};
/// use redress::policy::{Policy, Routing};
/// use redress::sample;
/// use redress::triage::{History, triage};
/// use redress::vocab::{Act, Department, Input, RuleId, Subject};
/// use redress::word;
///
/// let routing = Routing::by([Input::SUBJECT])
///     .with_row(Row::owner(word!(RuleId, "rest"), Department::QUALITY))
///     .with_row(Row::owner(word!(RuleId, "service"), Department::BUSINESS).with_cell(Cell::is(Subject::SERVICE)))
///     .with_row(Row::new(word!(RuleId, "told"), Act::Copy, Department::COMPANY));
/// let policy = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(routing).build()?;
///
/// let complaint = sample::complaint()?.with_subject(Subject::SERVICE);
/// let triaged = triage(&policy, &complaint, &History::none())?;
/// assert_eq!(triaged.department(), Some(Department::BUSINESS)); // "rest" matches too
/// assert_eq!(triaged.routes(Act::Copy).count(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # In a document
///
/// | Key | Value |
/// |---|---|
/// | `inputs` | the list of inputs, the one that weighs most first |
/// | `gaps` | `refused` (the default) or `unrouted` |
/// | `hit-policies` | a map from acts to `unique`, `first` or `collect` |
/// | `rows` | the list of rows, see [`Row`](crate::policy::routing::Row) |
#[derive(Clone, Debug, Default, Eq, PartialEq)]
#[must_use = "a table does nothing until a policy has it"]
pub struct Routing {
    pub(super) inputs: Vec<Input>,
    pub(super) rows: List<RowId, Row>,
    pub(super) gaps: RoutingGaps,
    pub(super) hit_policies: BTreeMap<usize, HitPolicy>,
}

impl Routing {
    /// Creates a table without rows over these inputs. The first input weighs most when rows are compared.
    pub fn by(inputs: impl IntoIterator<Item = Input>) -> Self {
        Self { inputs: inputs.into_iter().collect(), ..Self::default() }
    }

    /// Creates an empty table that allows gaps: triage assigns nobody.
    ///
    /// ```
    /// use redress::policy::{Policy, Routing};
    /// use redress::sample;
    /// use redress::triage::{History, Owner, triage};
    ///
    /// let desk = Policy::builder("desk").version("1").calendar(sample::calendar()?);
    /// let policy = desk.routing(Routing::none()).build()?;
    /// let complaint = sample::complaint()?;
    /// assert!(matches!(triage(&policy, &complaint, &History::none())?.owner(), Owner::Unrouted));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn none() -> Self {
        Self { gaps: RoutingGaps::Unrouted, ..Self::default() }
    }

    /// Adds a row behind the others. The order matters only for [`HitPolicy::First`].
    pub fn with_row(mut self, row: Row) -> Self {
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

    /// Sets what a complaint without an owner means. The default is [`RoutingGaps::Refused`].
    ///
    /// # Example
    ///
    /// ```
    /// use redress::policy::routing::{Cell, Row, RoutingGaps};
    /// use redress::policy::{Policy, Routing};
    /// use redress::sample;
    /// use redress::vocab::{Department, Input, RuleId, Subject};
    /// use redress::word;
    ///
    /// let service = Row::owner(word!(RuleId, "service"), Department::BUSINESS).with_cell(Cell::is(Subject::SERVICE));
    /// let routing = Routing::by([Input::SUBJECT]).with_row(service);
    /// let calendar = sample::calendar()?;
    /// let desk = || Policy::builder("desk").version("1").calendar(calendar.clone());
    /// assert!(desk().routing(routing.clone()).build().is_err()); // who owns complaints about other subjects?
    /// assert!(desk().routing(routing.with_gaps(RoutingGaps::Unrouted)).build().is_ok());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub const fn with_gaps(mut self, gaps: RoutingGaps) -> Self {
        self.gaps = gaps;
        self
    }

    /// Sets which rows count for an act. The default is [`HitPolicy::Unique`] for the owner and
    /// [`HitPolicy::Collect`] for every other act. A policy refuses [`HitPolicy::Collect`] for the owner.
    ///
    /// ```
    /// use redress::policy::Routing;
    /// use redress::policy::routing::HitPolicy;
    /// use redress::vocab::Act;
    ///
    /// let routing = Routing::by([]).with_hit_policy(Act::Owner, HitPolicy::First);
    /// assert_eq!(routing.hit_policy(Act::Owner), HitPolicy::First);
    /// ```
    pub fn with_hit_policy(mut self, act: Act, policy: HitPolicy) -> Self {
        self.hit_policies.remove(&(act as usize));
        if self.hit_policy(act) != policy {
            self.hit_policies.insert(act as usize, policy);
        }
        self
    }

    /// Returns the inputs, the one that weighs most first.
    #[must_use]
    pub fn inputs(&self) -> &[Input] {
        &self.inputs
    }

    /// Returns the rows, in the order of the table.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        self.rows.as_slice()
    }

    /// Returns what a complaint without an owner means.
    #[must_use]
    pub const fn gaps(&self) -> RoutingGaps {
        self.gaps
    }

    /// Returns which rows count for an act.
    #[must_use]
    pub fn hit_policy(&self, act: Act) -> HitPolicy {
        let otherwise = if act == Act::Owner { HitPolicy::Unique } else { HitPolicy::Collect };
        self.hit_policies.get(&(act as usize)).copied().unwrap_or(otherwise)
    }

    /// The same table with its rows in one fixed order. Rows of an act for which the first row counts keep their
    /// order, because it decides; all other rows are sorted by their ids.
    pub(in crate::policy) fn in_canonical_order(&self) -> Self {
        let Self { inputs, rows, gaps, hit_policies } = self;
        let mut places: Vec<(usize, &Row)> = rows.as_slice().iter().enumerate().collect();
        places.sort_by_key(|&(place, row)| match self.hit_policy(row.act) {
            HitPolicy::First => (row.act.as_str(), place, None),
            HitPolicy::Unique | HitPolicy::Collect => (row.act.as_str(), 0, Some(row.id)),
        });
        let rows = places.into_iter().map(|(_, row)| row.clone()).collect();
        Self { inputs: inputs.clone(), rows, gaps: *gaps, hit_policies: hit_policies.clone() }
    }
}
