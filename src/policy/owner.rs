//! Who owns a complaint, by its category.

use alloc::borrow::Cow;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use crate::policy::{Place, PolicyFault};
use crate::taxonomy::Taxonomy;
use crate::vocab::{Category, Department, RuleId};

/// A row that gives the complaints of a category, and of its children, to a department.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct OwnerRow {
    pub(crate) id: RuleId,
    pub(crate) category: Category,
    pub(crate) department: Department,
    pub(crate) citation: Cow<'static, str>,
}

impl OwnerRow {
    /// A row with the id that reasons name it by.
    #[must_use]
    pub const fn new(id: RuleId, category: Category, department: Department) -> Self {
        Self { id, category, department, citation: Cow::Borrowed("") }
    }

    /// Says where the row comes from.
    #[must_use]
    pub fn citing(mut self, source: impl Into<Cow<'static, str>>) -> Self {
        self.citation = source.into();
        self
    }

    /// The id.
    #[must_use]
    pub const fn id(&self) -> RuleId {
        self.id
    }

    /// The category it covers, children included.
    #[must_use]
    pub const fn category(&self) -> Category {
        self.category
    }

    /// The department that owns the complaint.
    #[must_use]
    pub const fn department(&self) -> Department {
        self.department
    }

    /// Where the row comes from; empty when it is the organisation's own.
    #[must_use]
    pub fn citation(&self) -> &str {
        &self.citation
    }
}

/// What a category without a row means.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a gap is a fault or an answer")]
pub enum Gaps {
    /// A fault of the policy: it is not built.
    #[default]
    Refused,
    /// An answer: the complaint is unrouted, and says so.
    Unrouted,
}

/// The rows, the most specific first found by walking up the category's tree.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct Owners {
    /// INVARIANT: ascending by category, each once.
    rows: Vec<OwnerRow>,
}

impl Owners {
    pub(crate) fn proved(
        mut rows: Vec<OwnerRow>,
        gaps: Gaps,
        taxonomy: &Taxonomy,
        faults: &mut Vec<PolicyFault>,
    ) -> Self {
        let (mut ids, mut by_category) = (BTreeSet::new(), BTreeMap::new());
        for row in &rows {
            let place = Place::Owner(row.id);
            let undeclared = [taxonomy.check_known(row.category), taxonomy.check_known(row.department)];
            faults.extend(
                undeclared
                    .into_iter()
                    .filter_map(Result::err)
                    .map(|error| PolicyFault::Undeclared { place, error }),
            );
            if !ids.insert(row.id) {
                faults.push(PolicyFault::IdTwice { place });
            }
            if let Some(&earlier) = by_category.get(&row.category) {
                faults.push(PolicyFault::CategoryTwice { place, category: row.category, earlier });
            } else {
                by_category.insert(row.category, row.id);
            }
        }
        rows.sort_by_key(|row| row.category);
        let owners = Self { rows };
        if gaps == Gaps::Refused {
            let uncovered =
                taxonomy.words::<Category>().filter(|declared| owners.row(declared.word).is_none());
            faults.extend(uncovered.map(|declared| PolicyFault::NoOwner { category: declared.word }));
        }
        owners
    }

    /// The row of a category, or of its nearest parent that has one.
    pub(crate) fn row(&self, category: Category) -> Option<&OwnerRow> {
        let mut code = *category.code();
        loop {
            let found = self.rows.binary_search_by(|row| row.category.code().cmp(&code));
            if let Ok(index) = found {
                return self.rows.get(index);
            }
            code = code.parent()?;
        }
    }

    pub(crate) fn rows(&self) -> &[OwnerRow] {
        &self.rows
    }
}
