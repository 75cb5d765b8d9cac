//! The complaints that came before.

use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::vocab::{CaseId, Category, ComplainantKey};

/// An earlier complaint, as far as it matters for a new one.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct PastCase {
    id: CaseId,
    received: DateTime<Utc>,
    complainant: Option<ComplainantKey>,
    category: Option<Category>,
}

impl PastCase {
    /// An earlier complaint with its receipt.
    #[must_use]
    pub const fn new(id: CaseId, received: DateTime<Utc>) -> Self {
        Self { id, received, complainant: None, category: None }
    }

    /// Sets who complained.
    #[must_use]
    pub const fn with_complainant(mut self, key: ComplainantKey) -> Self {
        self.complainant = Some(key);
        self
    }

    /// Sets what about.
    #[must_use]
    pub const fn with_category(mut self, category: Category) -> Self {
        self.category = Some(category);
        self
    }

    /// The id.
    #[must_use]
    pub const fn id(&self) -> CaseId {
        self.id
    }

    /// When it was received.
    #[must_use]
    pub const fn received(&self) -> DateTime<Utc> {
        self.received
    }

    /// What it was about.
    #[must_use]
    pub const fn category(&self) -> Option<Category> {
        self.category
    }
}

/// The earlier complaints that triage may look at. That there are none is said aloud: [`History::none`].
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct History {
    cases: Vec<PastCase>,
}

impl History {
    /// Nothing came before, or nothing is to be looked at.
    #[must_use]
    pub const fn none() -> Self {
        Self { cases: Vec::new() }
    }

    /// These came before, in any order.
    #[must_use]
    pub fn of(cases: impl IntoIterator<Item = PastCase>) -> Self {
        Self { cases: cases.into_iter().collect() }
    }

    /// The complaints of one complainant that were received before an instant, other than one case.
    pub fn by_complainant(
        &self,
        key: ComplainantKey,
        before: DateTime<Utc>,
        except: CaseId,
    ) -> impl Iterator<Item = &PastCase> + '_ {
        self.cases
            .iter()
            .filter(move |case| case.complainant == Some(key) && case.received < before && case.id != except)
    }
}
