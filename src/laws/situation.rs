//! A complaint with the complaints that came before it.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use crate::calendar::instant::format as instant;
use crate::triage::{Complaint, History, PastCase};

/// A complaint with the complaints that came before it: what the laws of answers look at.
///
/// Its text, in `Display` and in `Debug`, is one line in the words of a table of golden complaints, so that a failure
/// can be copied there.
///
/// # Example
///
/// ```
/// use redress::laws::Situation;
/// use redress::sample;
/// use redress::triage::{History, PastCase};
///
/// let earlier = PastCase::new("A-3".parse()?, "2026-02-02T10:00:00Z".parse()?);
/// let situation = Situation::new(sample::complaint()?).with_history(History::of([earlier])?);
/// assert_eq!(
///     situation.to_string(),
///     "id=A-17 received=2026-04-02T08:00:00Z category=product-quality earlier=2026-02-02T10:00:00Z",
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Eq, PartialEq)]
pub struct Situation {
    complaint: Complaint,
    history: History,
}

impl Situation {
    /// Creates the situation of a first complaint.
    #[must_use]
    pub const fn new(complaint: Complaint) -> Self {
        Self { complaint, history: History::none() }
    }

    /// Sets the complaints that came before.
    #[must_use]
    pub fn with_history(mut self, history: History) -> Self {
        self.history = history;
        self
    }

    /// Returns the complaint.
    #[must_use]
    pub const fn complaint(&self) -> &Complaint {
        &self.complaint
    }

    /// Returns the complaints that came before.
    #[must_use]
    pub const fn history(&self) -> &History {
        &self.history
    }
}

impl fmt::Display for Situation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { complaint, history } = self;
        write!(f, "id={} received={}", complaint.id(), instant(complaint.received()))?;
        let mut facet = None;
        for (next, word) in complaint.words().iter() {
            let separator = if facet == Some(next) { " | " } else { "=" };
            if facet != Some(next) {
                write!(f, " {next}")?;
            }
            write!(f, "{separator}{word}")?;
            facet = Some(next);
        }
        if complaint.wants_nothing() {
            f.write_str(" no-demand=yes")?;
        }
        let facts = complaint.facts().chain(complaint.facts_not_so().map(|fact| (fact, 0)));
        for (fact, count) in facts {
            write!(f, " fact.{fact}={count}")?;
        }
        if let Some(amount) = complaint.amount() {
            write!(f, " amount={amount}")?;
        }
        if let Some(staff) = complaint.staff() {
            write!(f, " staff={staff}")?;
        }
        if let Some(product) = complaint.product() {
            write!(f, " product={product}")?;
        }
        if complaint.complainant().is_some() {
            // Who complains is private.
            f.write_str(" customer=…")?;
        }
        for (event, at) in complaint.anchors().iter() {
            if event != crate::vocab::Anchor::RECEIVED {
                write!(f, " at.{event}={}", instant(at))?;
            }
        }
        for (department, at) in complaint.departments() {
            write!(f, " department.{department}={}", instant(*at))?;
        }
        let earlier: Vec<String> = history.cases().map(|case: PastCase| instant(case.received())).collect();
        if earlier.is_empty() { Ok(()) } else { f.write_str(&format!(" earlier={}", earlier.join(" | "))) }
    }
}

impl fmt::Debug for Situation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
